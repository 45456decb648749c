/* Annotations: a figure set apart over its label, or a sentence, under its label if it has one. */
#include "chart/annotation.h"

#include "chart/chart_words.h"
#include "chart/marks.h"

static const double FIGURE_NEXT = 0.68; /* figures of further annotations, by the first */

/* By the keys that of= lists, compared as written. */
bool zt_annotation_names(const zt_annotation *annotation, zt_str key)
{
    for (size_t i = 0; i < annotation->key_count; i++)
        if (zt_str_equal(annotation->keys[i], key))
            return true;
    return false;
}

size_t zt_annotation_item(const zt_chart_data *data, const zt_annotation *annotation)
{
    size_t i = 0;
    while (i < data->item_count && !zt_annotation_names(annotation, data->items[i].key))
        i++;
    return i;
}

bool zt_annotation_is_tied(const zt_annotation *annotation)
{
    return annotation->key_count == 1 && !annotation->figure;
}

bool zt_annotation_is_lost(const zt_chart *chart, const zt_annotation *annotation)
{
    const zt_chart_data *data = chart->data;
    for (size_t i = 0; chart->lost && i < data->annotation_count; i++)
        if (annotation == &data->annotations[i])
            return chart->lost[i];
    return false;
}

bool zt_annotation_has_words(const zt_chart *chart, const zt_annotation *annotation)
{
    return !annotation->has_from || !zt_rich_is_empty(&annotation->text) ||
           !zt_rich_is_empty(&annotation->label) || zt_annotation_is_lost(chart, annotation);
}

/* Words of the annotation; values in the strong look, never broken. */
static const zt_para *set_words(const zt_chart *chart, const zt_rich *rich, double width)
{
    const zt_setting *setting = chart->setting;
    zt_look *plain = ZT_NEW(setting->arena, zt_look), *strong = ZT_NEW(setting->arena, zt_look);
    *plain = zt_chart_look(chart, "annotation");
    *strong = zt_chart_strong(chart, plain);
    static const zt_mark_line lines[] = {[ZT_EM_NO_LINE] = ZT_MARK_NO_LINE,
                                         [ZT_EM_PROPER] = ZT_MARK_STRAIGHT,
                                         [ZT_EM_TITLE] = ZT_MARK_WAVY};
    zt_run *runs = ZT_ARRAY(setting->arena, rich->count, zt_run);
    for (size_t i = 0; i < rich->count; i++) {
        const zt_span *span = &rich->spans[i];
        bool bound = span->kind == ZT_SPAN_QUANTITY;
        const zt_look *look = bound || zt_span_is_strong(span) ? strong : plain;
        zt_str text = span->kind == ZT_SPAN_BREAK ? ZT_STR("\n") : span->text;
        runs[i] = (zt_run){.text = text,
                           .style = &look->text,
                           .at = span->at,
                           .bound = bound || span->ruby.len > 0,
                           .tcy = span->tcy,
                           .marks = {span->dots, lines[span->em_line], span->item},
                           .ruby = span->ruby};
    }
    zt_para_style style = plain->para;
    style.at_sense = true;
    style.align = ZT_ALIGN_START;
    style.indent = 0;
    return zt_para_break(setting->arena, setting->diags, runs, rich->count, &style, width);
}

/* The first one leads in the accent; the others are smaller and in the ink of their style. */
static const zt_figure *set_figure(const zt_chart *chart, const zt_annotation *annotation,
                                   double width)
{
    zt_look look = zt_chart_look(chart, "figure");
    const zt_chart_data *data = chart->data;
    bool first = data->annotation_count == 0 || annotation == data->annotations;
    bool leads = first && !chart->has_lead;
    zt_figure_style style =
        zt_chart_figure_style(chart, look, leads ? chart->params->accent : look.ink);
    double size = look.text.size;
    if (!leads)
        size *= FIGURE_NEXT;
    style.look = zt_look_at_size(&style.look, size);
    zt_quantity shown = *annotation->figure;
    shown.labelled = false; /* nothing beside it would say 推算: its own text does */
    return zt_chart_figure_within(chart, &shown, style, width);
}

/* A label over words heads them: in bold, on lines of its own. */
static zt_rich headed(zt_arena *arena, const zt_rich *head, const zt_rich *words)
{
    zt_span line_end = {.kind = ZT_SPAN_BREAK, .at = words->at};
    zt_rich all = zt_rich_join(arena, head, &line_end, words);
    for (size_t i = 0; i < head->count; i++)
        all.spans[i].em = true;
    return all;
}

/* Beside a figure that is set apart stand the words that its label has for it. */
static zt_rich own_words(zt_arena *arena, const zt_annotation *annotation)
{
    if (zt_rich_is_empty(&annotation->label))
        return annotation->text;
    if (annotation->figure || zt_rich_is_empty(&annotation->text))
        return annotation->label;
    return headed(arena, &annotation->label, &annotation->text);
}

/* For an arrow that is not in the plot they say its way: 甲→乙, before its own. */
static zt_rich words_of(const zt_chart *chart, const zt_annotation *annotation)
{
    zt_arena *arena = chart->setting->arena;
    zt_rich words = own_words(arena, annotation);
    if (!zt_annotation_is_lost(chart, annotation))
        return words;
    zt_str from = chart->data->items[annotation->from].key;
    const char *way =
        zt_arena_printf(arena, "%.*s→%.*s", ZT_ARG(from), ZT_ARG(annotation->keys[0]));
    zt_rich names = zt_rich_of(arena, zt_str_from(way), annotation->at);
    zt_span colon = {.kind = ZT_SPAN_TEXT,
                     .text = zt_str_from(ZT_CHART_IN(chart, "：", ": ")),
                     .at = annotation->at};
    return zt_rich_is_empty(&words) ? names : zt_rich_join(arena, &names, &colon, &words);
}

/* The words behind the name that they are about, unless they say it themselves. */
static zt_rich named(const zt_chart *chart, const zt_annotation *annotation, const zt_rich *words)
{
    zt_arena *arena = chart->setting->arena;
    if (zt_str_holds(zt_rich_plain(arena, words), annotation->keys[0]))
        return *words;
    zt_rich name = zt_rich_of(arena, annotation->keys[0], annotation->at);
    zt_span colon = {.kind = ZT_SPAN_TEXT,
                     .text = zt_str_from(ZT_CHART_IN(chart, "：", ": ")),
                     .at = annotation->at};
    zt_rich all = zt_rich_join(arena, &name, &colon, words);
    all.spans[0].em = true;
    return all;
}

/* Heights are counted from ink, so that boxes side by side begin on one line. */
static zt_note_box make_box(const zt_chart *chart, const zt_annotation *annotation,
                            const zt_rich *words, double width)
{
    zt_note_box box = {.annotation = annotation};
    if (annotation->figure)
        box.figure = set_figure(chart, annotation, width);
    box.words = set_words(chart, words, width);
    double ink_top = box.words->ink_top;
    box.words_y = -ink_top;
    if (box.figure) {
        box.width = box.figure->width;
        box.words_y += box.figure->ascent + zt_setting_gap(chart->setting, 2);
    }
    box.width = zt_max(box.width, box.words->max_width);
    /* The em box of the last line reaches 0.046 em below the ink of its Han (R126), and further
       below letters, whose ink is taken to end on the base line. */
    zt_look look = zt_chart_look(chart, "annotation");
    double em_foot = box.words->height - (look.para.leading - look.text.size) / 2;
    double ink_foot = box.words->ink_foot + 0.046 * look.text.size;
    box.height = box.words_y + zt_max(ink_foot, em_foot);
    return box;
}

zt_note_box zt_note_box_new(const zt_chart *chart, const zt_annotation *annotation, double width)
{
    zt_rich words = words_of(chart, annotation);
    return make_box(chart, annotation, &words, width);
}

/* In ems of the annotation's type: across a number's ring, and from it to the words. */
static const double NUMBER_RING = 1.3, NUMBER_GAP = 0.4;
static const double NUMBER_LINE = ZT_MM(0.2); /* weight of the ring, in points */

double zt_note_number_size(const zt_chart *chart)
{
    return NUMBER_RING * zt_chart_look(chart, "annotation").text.size;
}

void zt_note_number_place(const zt_chart *chart, zt_group *into, zt_pos at, size_t number,
                          zt_rect box)
{
    zt_look look = zt_chart_look(chart, "annotation");
    zt_scene *scene = chart->setting->scene;
    zt_point middle = {box.x + box.w / 2, box.y + box.h / 2};
    zt_scene_disc(scene, into, at, middle, box.w / 2, ZT_SOLID(look.ink));
    if (chart->block->reversed) /* the whole disc is of the type's white */
        look = zt_chart_inked(look, chart->axis_ink);
    else
        zt_scene_disc(scene, into, at, middle, box.w / 2 - NUMBER_LINE, ZT_SOLID(&zt_ink_paper));
    zt_str digits = zt_str_from(zt_arena_printf(chart->setting->arena, "%zu", number));
    zt_mark_text text = zt_mark_text_new(chart, digits, &look, at);
    zt_mark_text_centre(chart, &text, into, ZT_ALIGN_CENTRE, middle.x, middle.y);
}

zt_note_box zt_note_box_numbered(const zt_chart *chart, const zt_annotation *annotation,
                                 double width, size_t number)
{
    if (number == ZT_NOTE_NAMED) {
        zt_rich words = words_of(chart, annotation);
        words = named(chart, annotation, &words);
        return make_box(chart, annotation, &words, width);
    }
    double size = zt_chart_look(chart, "annotation").text.size;
    double left = number > 0 ? (NUMBER_RING + NUMBER_GAP) * size : 0;
    zt_note_box box = zt_note_box_new(chart, annotation, width - left);
    box.number = number;
    box.left = left;
    box.width += left;
    if (number == 0)
        return box;
    /* the ring about the middle of the first line, whose ink is 0.92 em high */
    double lower = box.figure ? 0 : (NUMBER_RING - 0.92) / 2 * size;
    box.words_y += lower;
    box.height = zt_max(box.height + lower, NUMBER_RING * size);
    return box;
}

/* Figure first, then the words below it, in a group of the annotation's own. */
void zt_note_box_place(const zt_chart *chart, const zt_note_box *box, zt_group *into, double x,
                       double y)
{
    const zt_setting *setting = chart->setting;
    zt_group *group = zt_scene_add_part(setting->scene, into, box->annotation->at, "annotation",
                                        ZT_ROLE_NONE, (zt_rect){x, y, box->width, box->height});
    if (box->figure)
        zt_figure_place(box->figure, setting, group, box->left, box->figure->ascent);
    if (box->number > 0) {
        double ring = zt_note_number_size(chart);
        zt_note_number_place(chart, group, box->annotation->at, box->number,
                             (zt_rect){0, 0, ring, ring});
    }
    zt_para_place(box->words, setting->scene, group, box->left, box->words_y, 0, SIZE_MAX);
}

/* White above each annotation, also the first: it parts them from the plot. */
static double gap_above(const zt_chart *chart)
{
    return zt_setting_gap(chart->setting, 3);
}

/* One below the other at the full width; a kind that has room for columns calls
   zt_note_list_spread. */
zt_note_list zt_note_list_new(const zt_chart *chart, double width)
{
    const zt_chart_data *data = chart->data;
    zt_note_list list = {0};
    list.boxes = ZT_ARRAY(chart->setting->arena, data->annotation_count, zt_note_box);
    for (size_t i = 0; i < data->annotation_count; i++)
        if (zt_annotation_has_words(chart, &data->annotations[i]))
            list.boxes[list.count++] = zt_note_box_numbered(chart, &data->annotations[i], width,
                                                            chart->ties ? chart->ties[i] : 0);
    zt_note_list_measure(chart, &list);
    return list;
}

void zt_note_list_measure(const zt_chart *chart, zt_note_list *list)
{
    list->height = 0;
    for (size_t i = 0; i < list->count; i++)
        list->height += gap_above(chart) + list->boxes[i].height;
}

/* The boxes in columns of `width`; false when one of them is no key figure that has room there. */
static bool set_in_columns(const zt_chart *chart, zt_note_list *list, double width)
{
    enum { LINES = 2 };
    double tallest = 0;
    for (size_t i = 0; i < list->count; i++) {
        zt_note_box *box = &list->boxes[i];
        if (!box->figure || box->figure->width > width)
            return false;
        *box = zt_note_box_new(chart, box->annotation, width);
        if (box->width > width || box->words->line_count > LINES)
            return false;
        tallest = zt_max(tallest, box->height);
        if ((i + 1) % list->columns == 0 || i + 1 == list->count) {
            list->height += gap_above(chart) + tallest;
            tallest = 0;
        }
    }
    return true;
}

/* Tried as a whole: where one box does not suit columns the list stays as it was, and what the try
   reported is taken back. */
void zt_note_list_spread(const zt_chart *chart, zt_note_list *list, double width)
{
    enum { SIDE_BY_SIDE = 3 };
    size_t columns = list->count < SIDE_BY_SIDE ? list->count : SIDE_BY_SIDE;
    if (columns < 2)
        return;
    double gap = zt_setting_gap(chart->setting, 3);
    double one = zt_column_width(width, (int)columns, gap);
    zt_note_list spread = {.count = list->count, .columns = columns, .step = one + gap};
    spread.boxes = ZT_ARRAY(chart->setting->arena, list->count, zt_note_box);
    for (size_t i = 0; i < list->count; i++)
        spread.boxes[i] = list->boxes[i];
    size_t mark = zt_diags_mark(chart->setting->diags);
    if (set_in_columns(chart, &spread, one))
        *list = spread;
    else
        zt_diags_rewind(chart->setting->diags, mark); /* a try that is not taken */
}

/* Boxes of one row begin at one height; the row is as high as its tallest. */
void zt_note_list_place(const zt_chart *chart, const zt_note_list *list, zt_group *into, double y)
{
    size_t columns = list->columns > 1 ? list->columns : 1;
    for (size_t i = 0; i < list->count; i += columns) {
        double tallest = 0;
        y += gap_above(chart);
        for (size_t k = i; k < i + columns && k < list->count; k++) {
            zt_note_box_place(chart, &list->boxes[k], into, (double)(k - i) * list->step, y);
            tallest = zt_max(tallest, list->boxes[k].height);
        }
        y += tallest;
    }
}

/* The box stays in the array before the list's first, so pointers to it hold. */
void zt_note_list_shift(const zt_chart *chart, zt_note_list *list)
{
    list->height -= gap_above(chart) + list->boxes[0].height;
    list->boxes++;
    list->count--;
}
