/* gen/text/cells.c — values that stand below each other in a column: digits in cells of one
   width, decimal points in one line (R125). It is given one value, and measures or sets it about
   its axis, which is where its whole number ends. How wide the column is, the block decides from
   the extents of all. */
#include "text/para_imp.h"

/* An ASCII digit that is one glyph. */
static bool is_figure(const zt_char *c)
{
    return c->cp >= '0' && c->cp <= '9' && c->glyph_count == 1 && !c->missing;
}

/* The ink in the middle of its cell. */
static void widen(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        if (!is_figure(c))
            continue;
        double cell = zt_face_metrics_of(c->face)->digit_width * c->scale;
        c->shift += (cell - c->advance) / 2;
        c->advance = cell;
    }
}

/* The value as a line of its own, with widened digits; never vertical, for a table is not. */
static zt_para_imp *prepare(zt_arena *arena, zt_diags *diags, const zt_value *value)
{
    zt_para_imp *imp =
        zt_line_prepare(arena, diags, value->text, value->style, value->para, value->at);
    widen(imp);
    if (imp->count > 0)
        zt_sums_build(imp);
    return imp;
}

/* The first number's whole part ends before this character; count when there is no digit. */
static size_t axis_of(const zt_para_imp *imp)
{
    size_t i = 0;
    while (i < imp->count && !is_figure(&imp->chars[i]))
        i++;
    for (; i < imp->count; i++) {
        const zt_char *c = &imp->chars[i];
        bool groups = c->cls == ZT_C_DIG && (c->cp == ',' || c->cp == 0x2009 || c->cp == ' ');
        if (!is_figure(c) && !groups)
            break;
    }
    return i;
}

/* Sets x of each character; the extent about the axis. */
static zt_value_extent set(zt_para_imp *imp, zt_char_span *ink)
{
    zt_line_fit fit = zt_line_measure(imp, (zt_char_span){0, imp->count});
    double width = zt_line_justify(imp, &fit, fit.natural, ZT_ALIGN_START, true);
    size_t axis = axis_of(imp);
    double before = width;
    if (axis > 0 && axis < fit.ink.end)
        before = imp->chars[axis - 1].x + imp->chars[axis - 1].set;
    *ink = fit.ink;
    return (zt_value_extent){before, width - before};
}

/* Sets the value as it will be placed and keeps the two numbers; nothing for an empty text. */
zt_value_extent zt_value_measure(zt_diags *diags, zt_arena *scratch, const zt_value *value)
{
    zt_char_span ink;
    zt_para_imp *imp = prepare(scratch, diags, value);
    return imp->count ? set(imp, &ink) : (zt_value_extent){0, 0};
}

zt_value_extent zt_value_join(zt_value_extent a, zt_value_extent b)
{
    return (zt_value_extent){zt_max(a.before, b.before), zt_max(a.after, b.after)};
}

/* Returns the extent again, which is that of zt_value_measure for the same value. */
zt_value_extent zt_value_place(zt_diags *diags, zt_scene *scene, zt_group *group,
                               const zt_value *value, double x, double y)
{
    zt_arena *scratch =
        zt_diags_scratch(diags); /* the scene keeps glyphs and text, not how they came */
    zt_value_extent extent = {0, 0};
    zt_char_span ink;
    zt_para_imp *imp = prepare(scratch, diags, value);
    if (imp->count > 0) {
        extent = set(imp, &ink);
        zt_line_place(imp, ink, scene, group, x - extent.before, y);
    }
    zt_arena_drop(scratch);
    return extent;
}
