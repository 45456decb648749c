/* Parts of a whole: marks, and values beside their names. */
#include "block/cells/parts.h"

#include "base/geom.h"
#include "block/cells/cell_figure.h"

/* Thickness of a strip; side of a square and white between two. */
static const double STRIP_MM = 3.8;
static const double SQUARE_MM = 3.2;
static const double SQUARE_GAP_MM = 0.62;
/* Gap between a part's name and its value, in em of the name. */
static const double NAME_GAP = 0.35;

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

zt_form_whole zt_parts_marks(const zt_parts_style *style, const zt_point_cell *whole, double width)
{
    zt_form_whole_params params = style->marks;
    params.parts = whole->figures;
    params.count = whole->figure_count;
    return zt_form_whole_plan(style->setting->arena, &params, width);
}

/* ---- values ---- */

/* The values below squares end where these end, if there is room. */
static double values_width(const zt_form_whole *marks)
{
    const double least = 0.5;
    return marks->marks_width < least * marks->width ? marks->width : marks->marks_width;
}

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

zt_part_values zt_part_values_plan(const zt_parts_style *style, const zt_point_cell *whole,
                                   const zt_form_whole *marks)
{
    size_t count = whole->figure_count;
    double width = values_width(marks), used = 0, x = 0;
    zt_part_values values = {.items = ZT_ARRAY(style->setting->arena, count, zt_part_value),
                             .digits = zt_digit_height(&style->value),
                             .leading = style->name.para.leading};
    for (size_t i = 0; i < count; i++) {
        values.items[i] = value_of(style, whole, i);
        used += values.items[i].width;
    }
    bool beside = used + style->name.text.size * (double)(count - 1) <= width;
    double space = count > 1 ? (width - used) / (double)(count - 1) : 0;
    values.lines = beside ? 1 : count;
    for (size_t i = 0; i < count; i++) {
        values.items[i].line = beside ? 0 : i;
        values.items[i].x = beside ? x : 0;
        x += values.items[i].width + space;
    }
    return values;
}

void zt_part_values_over_marks(const zt_parts_style *style, const zt_point_cell *whole,
                               const zt_form_whole *marks, zt_part_values *values)
{
    size_t count = whole->figure_count;
    double *x = ZT_ARRAY(style->setting->arena, count, double), free = 0;
    double gap = style->name.text.size;
    for (size_t i = 0; i < count; i++) {
        x[i] = zt_max(free, marks->x[i]);
        free = x[i] + values->items[i].width + gap;
    }
    for (size_t i = 0; free - gap <= marks->width && i < count; i++) {
        values->items[i].x = x[i];
        values->items[i].line = 0;
    }
}

void zt_part_values_draw(const zt_parts_style *style, const zt_point_cell *whole,
                         const zt_part_values *values, zt_part_order order, double y, double foot,
                         zt_group *into)
{
    const zt_setting *setting = style->setting;
    const zt_look *look = &style->name;
    bool name_first = order == ZT_PART_NAME_FIRST;
    for (size_t i = 0; i < whole->figure_count; i++) {
        const zt_part_value *v = &values->items[i];
        double base = y + (double)v->line * values->leading;
        double top = base - ZT_EM_TOP * look->text.size;
        double end = foot >= 0 ? foot : base + ZT_EM_FOOT * look->text.size;
        zt_group *part = zt_scene_add_part(setting->scene, into, whole->figures[i]->at, "part",
                                           ZT_ROLE_P, (zt_rect){v->x, top, v->width, end - top});
        zt_text_place(setting->diags, setting->scene, part, whole->part_names[i], &look->text,
                      &look->para, ZT_ALIGN_START, name_first ? 0 : v->width - v->name_width,
                      base - top, whole->point->at);
        zt_figure_place(v->figure, setting, part, name_first ? v->width - v->figure->width : 0,
                        base - top);
    }
}
