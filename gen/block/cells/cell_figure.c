/* Key figures in cells. */
#include "block/cells/cell_figure.h"

static const double UNIT_GAP = 0.07; /* em of the digits; at most 0.09 em of the unit */
static const double HAN = 0.78;      /* Han figures by digits */

zt_figure_style zt_cell_figure_style(const zt_look *look, double unit_ratio, const zt_look *missing)
{
    return (zt_figure_style){.look = *look,
                             .unit_ratio = unit_ratio,
                             .gap = UNIT_GAP,
                             .han_ratio = HAN,
                             .missing = *missing};
}

zt_figure_style zt_cell_inked_style(const zt_look *look, double unit_ratio, const zt_look *missing,
                                    const zt_look *label)
{
    zt_figure_style style = zt_cell_figure_style(look, unit_ratio, missing);
    style.small_ink = look->ink == label->ink ? NULL : label->ink;
    return style;
}

const zt_figure *zt_cell_figure(const zt_setting *setting, const zt_quantity *q,
                                const zt_figure_style *style)
{
    zt_figure_style low = *style;
    if (q->status == ZT_MISSING)
        low.look = zt_look_at_size(&style->look, style->look.text.size * style->han_ratio);
    return zt_figure_new(setting, q, &low);
}

const char *zt_cell_figure_part(const zt_quantity *q, const char *part)
{
    return q->status == ZT_MISSING ? "missing" : part;
}
