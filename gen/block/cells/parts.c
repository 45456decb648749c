/* Parts of a whole: marks, and values beside their names. */
#include "block/cells/parts.h"

#include <math.h>

#include "base/geom.h"
#include "block/cells/cell_figure.h"

/* Thickness of a strip; side of a square and white between two. */
static const double STRIP_MM = 3.8;
static const double SQUARE_MM = 3.2;
static const double SQUARE_GAP_MM = 0.62;
/* Gap between a part's name and its value, in em of the name. */
static const double NAME_GAP = 0.35;
/* Top of the ink of Han above the baseline, in em. */
static const double HAN_TOP = 0.84;

/* Looks under the fit in force. Marks keep their size whatever the fit: they are read by number and
   length, not as type. */
zt_parts_style zt_parts_style_of(const zt_setting *setting, const zt_block *block)
{
    return (zt_parts_style){
        .setting = setting,
        .name = zt_block_look(setting, block, "row-label"),
        .value = zt_block_look(setting, block, "part"),
        .unit_size = zt_block_look(setting, block, "tick").text.size,
        .missing = zt_block_look(setting, block, "missing"),
        .marks = {.form = ZT_WHOLE_AUTO,
                  .strip = zt_pt_from_mm(STRIP_MM),
                  .square = zt_pt_from_mm(SQUARE_MM),
                  .square_gap = zt_pt_from_mm(SQUARE_GAP_MM),
                  .first = zt_setting_ink(setting, "companion"),
                  .second = zt_setting_ink(setting, "companion-light"),
                  .further = zt_setting_ink(setting, "companion-mid")},
    };
}

/* The marks of a whole's parts at this width, drawn as the block's style says. */
static zt_form_whole marks_of(const zt_parts_style *style, const zt_point_cell *whole, double width)
{
    zt_form_whole_params params = style->marks;
    params.parts = whole->figures;
    params.count = whole->figure_count;
    return zt_form_whole_plan(style->setting->arena, &params, width);
}

/* ---- a whole in one piece ---- */

/* Name and value of one part as they stand in a line, measured: widths in points. The unit has a
   size of its own, in points, so that it does not shrink with small values. */
static zt_part_value value_of(const zt_parts_style *style, const zt_point_cell *whole, size_t i)
{
    const zt_setting *setting = style->setting;
    const zt_look *look = &style->name;
    zt_figure_style figure = zt_cell_figure_style(
        &style->value, style->unit_size / style->value.text.size, &style->missing);
    zt_part_value value = {.figure = zt_figure_new(setting, whole->figures[i], &figure)};
    value.name_width = zt_text_width(setting->diags, setting->arena, whole->part_names[i],
                                     &look->text, &look->para, whole->point->at);
    value.width = value.name_width + NAME_GAP * look->text.size + value.figure->width;
    return value;
}

/* Spread over the width of the marks; where they are narrow over that of the whole. */
static void plan_values(const zt_parts_style *style, zt_parts *parts)
{
    const double least = 0.5;
    const zt_form_whole *marks = &parts->marks;
    bool narrow = marks->marks_width < least * marks->width;
    double width = narrow ? marks->width : marks->marks_width, used = 0, x = 0;
    size_t count = parts->whole->figure_count;
    parts->values = ZT_ARRAY(style->setting->arena, count, zt_part_value);
    for (size_t i = 0; i < count; i++) {
        parts->values[i] = value_of(style, parts->whole, i);
        used += parts->values[i].width;
    }
    bool beside = used + style->name.text.size * (double)(count - 1) <= width;
    double space = count > 1 ? (width - used) / (double)(count - 1) : 0;
    parts->lines = beside ? 1 : count;
    for (size_t i = 0; i < count; i++) {
        parts->values[i].line = beside ? 0 : i;
        parts->values[i].x = beside ? x : 0;
        x += parts->values[i].width + space;
    }
}

/* Each value over the marks of its own part, where all find room there. */
static void stand_over_marks(const zt_parts_style *style, zt_parts *parts)
{
    size_t count = parts->whole->figure_count;
    double *x = ZT_ARRAY(style->setting->arena, count, double), free = 0;
    double gap = style->name.text.size;
    for (size_t i = 0; i < count; i++) {
        x[i] = zt_max(free, parts->marks.x[i]);
        free = x[i] + parts->values[i].width + gap;
    }
    for (size_t i = 0; free - gap <= parts->marks.width && i < count; i++)
        parts->values[i].x = x[i];
}

/* Stacks name, marks and values in the order asked for. The baseline of the values is counted from
   the ink of digits, as figures count theirs. */
zt_parts zt_parts_plan(const zt_parts_style *style, const zt_point_cell *whole,
                       zt_parts_order order, const zt_look *name, double gap, double width)
{
    zt_str text = zt_point_cell_text(style->setting->arena, whole);
    zt_parts parts = {.whole = whole, .order = order, .width = width};
    parts.name = zt_wording_plain(style->setting, text, whole->point->at, name, width);
    parts.marks = marks_of(style, whole, width);
    plan_values(style, &parts);
    double digits = zt_digit_height(&style->value);
    double further = (double)(parts.lines - 1) * style->name.para.leading;
    if (order == ZT_PARTS_NAME_FIRST) {
        parts.marks_top = parts.name.height > 0 ? parts.name.height + gap / 2 : 0;
        parts.first = parts.marks_top + parts.marks.height + gap + digits;
        parts.height = parts.first + further + ZT_EM_FOOT * style->name.text.size;
        return parts;
    }
    if (parts.lines == 1)
        stand_over_marks(style, &parts);
    parts.first = digits;
    parts.marks_top = digits + further + gap;
    parts.height = parts.marks_top + parts.marks.height;
    parts.name_top = parts.height + gap;
    if (parts.name.height > 0)
        parts.height = parts.name_top + parts.name.height;
    return parts;
}

/* A part's name and value on one baseline. In rows the name stands first, 住院 5700家; in cards the
   value, as figures there stand before their labels. */
static void draw_value(const zt_parts_style *style, const zt_parts *parts, size_t i, zt_group *into)
{
    const zt_setting *setting = style->setting;
    const zt_look *look = &style->name;
    const zt_part_value *v = &parts->values[i];
    const zt_point_cell *whole = parts->whole;
    bool name_first = parts->order == ZT_PARTS_NAME_FIRST;
    double base = parts->first + (double)v->line * look->para.leading;
    double top = base - ZT_EM_TOP * look->text.size;
    double foot = name_first ? parts->height : base + ZT_EM_FOOT * look->text.size;
    zt_group *part = zt_scene_add_part(setting->scene, into, whole->figures[i]->at, "part",
                                       ZT_ROLE_P, (zt_rect){v->x, top, v->width, foot - top});
    zt_text_place(setting->diags, setting->scene, part, whole->part_names[i], &look->text,
                  &look->para, ZT_ALIGN_START, name_first ? 0 : v->width - v->name_width,
                  base - top, whole->point->at);
    zt_figure_place(v->figure, setting, part, name_first ? v->width - v->figure->width : 0,
                    base - top);
}

/* In the body of the item that it stands in, its name and its values as paragraphs. */
void zt_parts_draw(const zt_parts_style *style, const zt_parts *parts, const char *name, double y,
                   zt_group *into)
{
    const zt_setting *setting = style->setting;
    zt_pos at = parts->whole->point->at;
    zt_group *all = zt_scene_add_part(setting->scene, into, at, "whole", ZT_ROLE_NONE,
                                      (zt_rect){0, y, parts->width, parts->height});
    zt_wording_place(setting, &parts->name, all, name, ZT_ROLE_P, 0, parts->name_top);
    zt_form_whole_draw(&parts->marks, setting, at, all, 0, parts->marks_top);
    for (size_t i = 0; i < parts->whole->figure_count; i++)
        draw_value(style, parts, i, all);
}

/* ---- large figures over their marks ---- */

/* Names are set in one line each: they stand under large figures, which are wider as a rule. Where
   a name is wider than its figure, it is the name that keeps the distance. */
zt_large_parts zt_large_parts_new(const zt_parts_style *style, const zt_point_cell *whole,
                                  const zt_figure *const *figures, const zt_look *look)
{
    zt_arena *arena = style->setting->arena;
    size_t count = whole->figure_count;
    zt_large_parts parts = {.whole = whole, .figures = figures};
    parts.names = ZT_ARRAY(arena, count, zt_wording);
    parts.x = ZT_ARRAY(arena, count, double);
    for (size_t i = 0; i < count; i++) {
        zt_wording *name = &parts.names[i];
        *name = zt_wording_plain(style->setting, whole->part_names[i], whole->point->at, look,
                                 INFINITY);
        if (name->para)
            name->para->width = name->para->max_width; /* its box is as wide as its words */
        parts.names_height = zt_max(parts.names_height, name->height);
    }
    return parts;
}

/* Left edges of the figures: at `at`, or further right where the one before needs room; NULL: close
   together. They go to `x`, unless that is NULL. Returns the right edge of the last. */
static double set_edges(const zt_large_parts *parts, const double *at, double gap, double *x)
{
    double free = 0, end = 0;
    for (size_t i = 0; i < parts->whole->figure_count; i++) {
        double name = parts->names[i].para ? parts->names[i].para->max_width : 0;
        double left = at ? zt_max(free, at[i]) : free;
        end = left + zt_max(parts->figures[i]->width, name);
        free = end + gap;
        if (x)
            x[i] = left;
    }
    return end;
}

double zt_large_parts_least(const zt_large_parts *parts, double gap)
{
    return set_edges(parts, NULL, gap, NULL);
}

/* Figures stand over the left edges of their marks; where the last one would leave the width they
   stand close together instead, and marks and figures part. */
void zt_large_parts_plan(const zt_parts_style *style, zt_large_parts *parts, double gap,
                         double width)
{
    parts->marks = marks_of(style, parts->whole, width);
    if (set_edges(parts, parts->marks.x, gap, parts->x) > width)
        set_edges(parts, NULL, gap, parts->x);
}

/* Figures in the parts that the caller names, since in a card the first of a whole may be its lead.
 */
void zt_large_parts_draw(const zt_parts_style *style, const zt_large_parts *parts,
                         const zt_large_parts_place *at, zt_group *into)
{
    const zt_setting *setting = style->setting;
    for (size_t i = 0; i < parts->whole->figure_count; i++) {
        const zt_figure *figure = parts->figures[i];
        const zt_wording *name = &parts->names[i];
        double x = parts->x[i], top = at->baseline - figure->ascent;
        zt_group *part = zt_scene_add_part(
            setting->scene, into, parts->whole->figures[i]->at, i == 0 ? at->first : at->others,
            ZT_ROLE_LBL, (zt_rect){x, top, figure->width, figure->ascent + at->foot});
        zt_figure_place(figure, setting, part, 0, figure->ascent);
        zt_wording_place(setting, name, into, "label", ZT_ROLE_SPAN, x,
                         at->baseline + at->label_gap -
                             (ZT_EM_TOP - HAN_TOP) * name->look.text.size);
    }
}
