/* Key figures in cells: the ratios of digits, units and Han, and the marks of estimates, that
   figures over or beside a label share. What a figure says is decided in model/point_cells.h. */
#include "block/cells/cell_figure.h"

#include "base/geom.h"

static const double OUTLINE_MM = 0.35; /* outline of estimates, and width of their hatching */

/* Ratios that all figures over or beside a label share, whatever block they stand in. */
zt_figure_style zt_cell_figure_style(const zt_look *look, double unit_ratio, const zt_look *missing)
{
    return (zt_figure_style){.look = *look, .unit_ratio = unit_ratio, .missing = *missing};
}

/* `small_ink` is NULL where digits and labels have one ink: units then follow the digits. */
zt_figure_style zt_cell_inked_style(const zt_look *look, double unit_ratio, const zt_look *missing,
                                    const zt_look *label)
{
    zt_figure_style style = zt_cell_figure_style(look, unit_ratio, missing);
    style.small_ink = look->ink == label->ink ? NULL : label->ink;
    return style;
}

/* 待补 is Han and would look larger than the digits beside it: it is set smaller by the ratio for
   Han. */
const zt_figure *zt_cell_figure(const zt_setting *setting, const zt_quantity *q,
                                const zt_figure_style *style)
{
    zt_figure_style low = *style;
    double han = setting->template_->theme->figure.han;
    if (q->status == ZT_MISSING)
        low.look = zt_look_at_size(&style->look, style->look.text.size * han);
    return zt_figure_new(setting, q, &low);
}

/* Name of the figure's part in the scene: a value to come is a part of its own, which templates may
   style. */
const char *zt_cell_figure_part(const zt_quantity *q, const char *part)
{
    return q->status == ZT_MISSING ? "missing" : part;
}

/* Outline and hatching of estimates; `pitch` is the distance of the hatch lines. */
zt_mark_params zt_cell_marks(zt_length pitch)
{
    zt_length line = {.value = zt_pt_from_mm(OUTLINE_MM), .unit = ZT_PT};
    return (zt_mark_params){line, line, pitch};
}
