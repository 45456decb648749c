/* Whether words can stand in an area depends on its ground as well: type is reversed on dark ones
   and then larger, and on patterns it stands on a plate of paper. */
#include "chart/area_words.h"

#include "base/utf8.h"

/* Of the size of the type: between lines, paper about words on a plate; between words on a line. */
static const double LINE_GAP = 0.15, PLATE = 0.12, WORD_GAP = 0.3;

/* The look of a part of the chart on the area's ground, at a share of its size. */
static zt_look look_on(const zt_chart *chart, const zt_area_wish *wish, const char *part,
                       double share, bool *plate)
{
    zt_look look = zt_chart_look(chart, part);
    look = zt_look_at_size(&look, zt_max(share * look.text.size, look.style->size_min));
    if (zt_fill_look(chart, wish->fill, wish->way, &look))
        return look;
    *plate = true;
    return look.ink->paper ? zt_chart_inked(look, chart->axis_ink) : look;
}

/* The widest run of letters and digits, which is one word however the name is broken. */
static double widest_latin(const zt_chart *chart, zt_str name, const zt_look *look, zt_pos at)
{
    double widest = 0;
    for (size_t from = 0, next = 0; from < name.len; from = next) {
        size_t end = next = from;
        while (end < name.len && !zt_is_han(zt_utf8_next(name, &next)))
            end = next;
        if (end > from)
            widest = zt_max(widest,
                            zt_mark_text_new(chart, zt_str_slice(name, from, end), look, at).width);
    }
    return widest;
}

/* The name in the lines that it may take; false when it takes more, or breaks within a word, which
   breaking reports, where that is not wished. */
static bool set_name(const zt_chart *chart, const zt_area_wish *wish, zt_pos at, double room,
                     zt_area_words *out)
{
    zt_diags *diags = chart->setting->diags;
    size_t mark = zt_diags_mark(diags);
    zt_look look = look_on(chart, wish, wish->name_part ? wish->name_part : "label",
                           wish->name_share, &out->plate);
    if (wish->name.len == 0)
        return true;
    if (wish->strong)
        look = zt_chart_strong(chart, &look);
    if (room < zt_max(look.text.size, widest_latin(chart, wish->name, &look, at)))
        return false;
    out->name = zt_words_new(chart, wish->name, &look, at, room,
                             wish->centred ? ZT_ALIGN_CENTRE : ZT_ALIGN_START);
    bool good = (wish->anywhere || zt_diags_mark(diags) == mark) &&
                out->name.width <= room + 0.01 &&
                out->name.para->line_count <= (wish->lines ? wish->lines : 1);
    zt_diags_rewind(diags, mark);
    return good;
}

/* Value and word on one line. */
static double value_width(const zt_area_words *words)
{
    double gap = words->word.width > 0 ? WORD_GAP * words->word.look.text.size : 0;
    return words->value.width + gap + words->word.width;
}

/* Where the value begins under the name, from the top of the words. */
static double value_top(const zt_area_words *words)
{
    double name = words->beside ? 0 : words->name.height;
    return name > 0 ? name + LINE_GAP * words->value.look.text.size : 0;
}

/* The value, and its word behind it or else below. */
static void set_value(const zt_chart *chart, const zt_area_wish *wish, double room,
                      zt_area_words *out)
{
    const zt_chart_item *item = &chart->data->items[wish->item];
    const zt_quantity *q = item->values ? item->values[wish->series] : NULL;
    zt_look look = look_on(chart, wish, wish->value_part ? wish->value_part : "value",
                           wish->value_share, &out->plate);
    zt_look plain = look_on(chart, wish, "label", 1, &out->plate);
    zt_chart_label said = zt_chart_label_at(chart, wish->item, wish->series);
    out->beside = wish->lines == 0 && out->name.width > 0;
    out->value = zt_mark_value_new(chart, q, said.value, &look, item->at);
    out->word = zt_mark_text_new(chart, said.words, &plain, out->value.at);
    out->below = !out->beside && out->word.width > 0 && value_width(out) > room;
}

/* Widths and heights of all lines together. */
static void measure(zt_area_words *out)
{
    double value = zt_mark_text_height(&out->value), name = out->name.width;
    if (out->beside) {
        out->width = name + WORD_GAP * out->value.look.text.size + value_width(out);
        out->height = zt_max(out->name.height, value);
        return;
    }
    out->width = out->below ? zt_max(out->value.width, out->word.width) : value_width(out);
    out->width = zt_max(out->width, name);
    out->height = value_top(out) + value + (out->below ? zt_mark_text_height(&out->word) : 0);
}

bool zt_area_words_fit(const zt_chart *chart, const zt_area_wish *wish, zt_area_words *out)
{
    double room = wish->area.w - 2 * wish->inset, high = wish->area.h - 2 * wish->inset;
    *out = (zt_area_words){.inset = wish->inset, .centred = wish->centred};
    zt_pos at = chart->data->items[wish->item].at;
    if (room <= 0 || high <= 0 || !set_name(chart, wish, at, room, out))
        return false;
    set_value(chart, wish, room, out);
    measure(out);
    return out->width <= room + 0.01 && out->height <= high + 0.01;
}

bool zt_area_words_clear(const zt_area_words *words, zt_rect area, double corner)
{
    return words->inset + words->width + corner < area.w ||
           words->inset + words->height + corner < area.h;
}

/* The words one below the other, about the middle of the area. */
static void place_centred(const zt_chart *chart, const zt_area_words *words, zt_group *labels,
                          zt_rect area)
{
    double x = area.x + area.w / 2, y = area.y + (area.h - words->height) / 2;
    double value = zt_mark_text_height(&words->value);
    double both = words->below ? 0 : value_width(words) - words->value.width;
    zt_words_place(chart, &words->name, labels, x, y);
    y += value_top(words) + value / 2;
    zt_mark_text_centre(chart, &words->value, labels, ZT_ALIGN_CENTRE, x - both / 2, y);
    if (words->below)
        zt_mark_text_centre(chart, &words->word, labels, ZT_ALIGN_CENTRE, x,
                            y + value / 2 + zt_mark_text_height(&words->word) / 2);
    else
        zt_mark_text_centre(chart, &words->word, labels, ZT_ALIGN_END, x + value_width(words) / 2,
                            y);
}

/* Paper behind the words, within the area. */
static void draw_plate(const zt_chart *chart, const zt_area_words *words, zt_group *into,
                       zt_rect box)
{
    double pad = zt_min(words->inset, PLATE * words->value.look.text.size);
    box = (zt_rect){box.x - pad, box.y - pad, box.w + 2 * pad, box.h + 2 * pad};
    if (words->plate)
        zt_scene_fill_rect(chart->setting->scene, into, words->value.at, box,
                           ZT_SOLID(&zt_ink_paper));
}

void zt_area_words_place(const zt_chart *chart, const zt_area_words *words, zt_group *plates,
                         zt_group *labels, zt_rect area)
{
    double x = area.x + words->inset, y = area.y + words->inset, size = words->value.look.text.size;
    double value = zt_mark_text_height(&words->value);
    if (words->centred) {
        place_centred(chart, words, labels, area);
        return;
    }
    draw_plate(chart, words, plates, (zt_rect){x, y, words->width, words->height});
    double middle = words->beside ? y + words->height / 2 : y + value_top(words) + value / 2;
    if (words->beside)
        zt_words_centre(chart, &words->name, labels, x, middle);
    else
        zt_words_place(chart, &words->name, labels, x, y);
    double left = words->beside ? x + words->name.width + WORD_GAP * size : x;
    zt_mark_text_centre(chart, &words->value, labels, ZT_ALIGN_START, left, middle);
    left += words->value.width + WORD_GAP * words->word.look.text.size;
    if (words->below) {
        left = x;
        middle += value / 2 + zt_mark_text_height(&words->word) / 2;
    }
    zt_mark_text_centre(chart, &words->word, labels, ZT_ALIGN_START, left, middle);
}

bool zt_area_line_fit(const zt_chart *chart, const zt_area_wish *wish, zt_str text, zt_pos at,
                      zt_area_words *out)
{
    *out = (zt_area_words){.inset = wish->inset};
    zt_look look = look_on(chart, wish, wish->name_part ? wish->name_part : "label",
                           wish->name_share, &out->plate);
    if (wish->strong)
        look = zt_chart_strong(chart, &look);
    out->value = zt_mark_text_new(chart, text, &look, at);
    measure(out);
    return out->width <= wish->area.w - 2 * wish->inset + 0.01 &&
           out->height <= wish->area.h - 2 * wish->inset + 0.01;
}

bool zt_area_name_fit(const zt_chart *chart, const zt_area_wish *wish, zt_pos at,
                      zt_area_words *out)
{
    double room = wish->area.w - 2 * wish->inset, high = wish->area.h - 2 * wish->inset;
    *out = (zt_area_words){.inset = wish->inset, .centred = true};
    if (room <= 0 || !set_name(chart, wish, at, room, out))
        return false;
    out->width = out->name.width;
    out->height = out->name.height;
    return out->height <= high + 0.01;
}

void zt_area_line_place(const zt_chart *chart, const zt_area_words *words, zt_group *plates,
                        zt_group *labels, zt_rect area)
{
    double x = area.x + area.w / 2, y = area.y + area.h / 2;
    draw_plate(chart, words, plates,
               (zt_rect){x - words->width / 2, y - words->height / 2, words->width, words->height});
    if (words->name.para)
        zt_words_centre(chart, &words->name, labels, x, y);
    else
        zt_mark_text_centre(chart, &words->value, labels, ZT_ALIGN_CENTRE, x, y);
}
