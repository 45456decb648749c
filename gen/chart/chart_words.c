/* Words beside marks: always a paragraph, so that one line and three are placed alike. */
#include "chart/chart_words.h"

#include <math.h>
#include <string.h>

/* Least distance of columns of words, em: the ink of Han is 0.92 em wide at most, letters with
   descenders lie turned and reach 0.59 em to the left; a text of these alone is moved by DESCENT.
 */
static const double COLUMN_PITCH = 0.94, COLUMN_PITCH_TURNED = 0.98, COLUMN_PITCH_DESCENDING = 1.05;

/* Whether all of it is turned where it runs down. */
static bool is_ascii(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] >= 0x80)
            return false;
    return true;
}

/* How far g and p reach below the em box, em. */
static const double DESCENT = 0.1;

bool zt_words_descend(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr("gjpqyQ,;()[]@", text.data[i]))
            return true;
    return false;
}

/* Breaks a text at sense within `limit` points; `align` is how its lines stand. Nothing is made of
   an empty text. Height is that of the em boxes. */
zt_words zt_words_new(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at,
                      double limit, zt_align align)
{
    const zt_setting *setting = chart->setting;
    zt_words words = {.align = align};
    if (text.len == 0)
        return words;
    /* The paragraph keeps the style by reference until it is placed. */
    zt_look *kept = ZT_NEW(setting->arena, zt_look);
    *kept = *look;
    kept->para.at_sense = true;
    kept->para.align = align;
    kept->para.indent = 0;
    zt_run run = {.text = text, .style = &kept->text, .at = at};
    words.para = zt_para_break(setting->arena, setting->diags, &run, 1, &kept->para, limit);
    words.above = (kept->para.leading - kept->text.size) / 2;
    words.width = words.para->max_width;
    words.height = words.para->height - 2 * words.above;
    if (zt_words_descend(text))
        words.height += DESCENT * kept->text.size;
    return words;
}

/* Broken wherever it can be; that pieces are wider than the measure is what is asked for, and no
   finding. */
double zt_words_least(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at)
{
    size_t mark = zt_diags_mark(chart->setting->diags);
    zt_words words = zt_words_new(chart, text, look, at, look->text.size, ZT_ALIGN_START);
    zt_diags_rewind(chart->setting->diags, mark);
    return words.width;
}

/* Only where the limit turns out too narrow the widest piece is looked for. */
zt_words zt_words_within(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at,
                         double limit, zt_align align)
{
    zt_diags *diags = chart->setting->diags;
    size_t mark = zt_diags_mark(diags), errors = zt_diags_severity_count(diags, ZT_ERROR);
    zt_words words = zt_words_new(chart, text, look, at, limit, align);
    if (zt_diags_severity_count(diags, ZT_ERROR) == errors)
        return words;
    zt_diags_rewind(diags, mark);
    return zt_words_new(chart, text, look, at, zt_words_least(chart, text, look, at) + 0.01, align);
}

/* A try, whose findings are not the author's. */
bool zt_words_break_well(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at,
                         double limit)
{
    zt_diags *diags = chart->setting->diags;
    size_t mark = zt_diags_mark(diags), errors = zt_diags_severity_count(diags, ZT_ERROR);
    zt_words_new(chart, text, look, at, limit, ZT_ALIGN_START);
    bool good = zt_diags_severity_count(diags, ZT_ERROR) == errors;
    zt_diags_rewind(diags, mark);
    return good;
}

zt_words zt_words_down(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at,
                       double pitch)
{
    double em = COLUMN_PITCH;
    if (zt_words_descend(text))
        em = is_ascii(text) ? COLUMN_PITCH_TURNED : COLUMN_PITCH_DESCENDING;
    double least = look->style->size_min, room = pitch / em;
    zt_look own = zt_look_at_size(look, zt_min(look->text.size, zt_max(room, least)));
    if (room < own.text.size - 1e-6)
        return (zt_words){0};
    own.para.vertical = true;
    zt_words words = zt_words_new(chart, text, &own, at, INFINITY, ZT_ALIGN_START);
    words.down = true;
    if (is_ascii(text) && zt_words_descend(text))
        words.shift = DESCENT * own.text.size;
    words.above = 0;
    words.width = own.text.size;
    words.height = words.para ? words.para->max_width : 0;
    return words;
}

/* The left edge of the measure that the lines were aligned in. */
static double measure_left(const zt_words *words, double x)
{
    if (words->down)
        return x - words->para->height / 2 + words->shift;
    switch (words->align) {
    case ZT_ALIGN_CENTRE:
        return x - words->para->width / 2;
    case ZT_ALIGN_END:
        return x - words->para->width;
    case ZT_ALIGN_START:
    case ZT_ALIGN_JUSTIFY:
    case ZT_ALIGN_SPREAD:
        break;
    }
    return x;
}

/* Draws the words with the top of their first em box at y; x is their left edge, middle or right
   edge by their alignment. */
void zt_words_place(const zt_chart *chart, const zt_words *words, zt_group *into, double x,
                    double y)
{
    if (words->para)
        zt_para_place(words->para, chart->setting->scene, into, measure_left(words, x),
                      y - words->above, 0, SIZE_MAX);
}

/* Draws them with the middle of their ink at y. */
void zt_words_centre(const zt_chart *chart, const zt_words *words, zt_group *into, double x,
                     double y)
{
    if (words->para)
        zt_para_place(words->para, chart->setting->scene, into, measure_left(words, x),
                      y - (words->para->ink_top + words->para->ink_foot) / 2, 0, SIZE_MAX);
}

/* How key figures of charts look: digits in the look, units smaller, in a safe ink where they get
   small. */
zt_figure_style zt_chart_figure_style(const zt_chart *chart, zt_look look, const zt_ink *ink)
{
    return (zt_figure_style){
        .look = zt_chart_inked(look, ink),
        .small_ink = look.ink,
        .missing = zt_chart_look(chart, "missing"),
    };
}

/* The value as a key figure with its unit, smaller where it would be wider than `width`, but never
   below the size of values. */
const zt_figure *zt_chart_figure_within(const zt_chart *chart, const zt_quantity *quantity,
                                        zt_figure_style style, double width)
{
    zt_quantity *copy = ZT_NEW(chart->setting->arena, zt_quantity);
    *copy = *quantity;
    copy->text = zt_chart_phrase(chart->setting->arena, chart->data, quantity, ZT_CHART_WITH_UNIT);
    double least = zt_chart_look(chart, "value").text.size;
    return zt_figure_within(chart->setting, copy, &style, width, least);
}

/* Points between the top of the em box and the top of the digits: what a figure at the top of a
   plot has to keep. */
double zt_chart_figure_headroom(const zt_look *look)
{
    double digits = zt_face_metrics_of(look->text.face)->digit_height;
    return zt_max(0, ZT_EM_TOP - digits) * look->text.size;
}
