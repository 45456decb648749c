/* gen/preflight/look_grid.c — edges of blocks that stand off the columns of their page, and words
   that stand between its lines. */
#include "preflight/look.h"
#include "scene/off_grid.h"

/* Tenths of a millimetre, for a message. */
static double tenths(double points)
{
    double mm = zt_mm_from_pt(points < 0 ? -points : points);
    return (double)(long)(mm * 10 + 0.5) / 10;
}

static void report_edge(const zt_inspection *in, const zt_off_edge *edge)
{
    if (edge->right)
        zt_report(in->diags, ZT_WARNING, "look-grid", edge->block->item.at,
                  "“%s”的右边离栏线 %g 毫米；行里写 spans= 而不用 share=，或给这一块整栏的宽",
                  "the right edge of “%s” is %g mm off the columns; write spans= instead of share= "
                  "in its row, or give it whole columns",
                  edge->block->block, tenths(edge->by));
    else
        zt_report(in->diags, ZT_WARNING, "look-grid", edge->block->item.at,
                  "“%s”的左边离栏线 %g 毫米；行里写 spans= 而不用 share=，或给这一块整栏的宽",
                  "the left edge of “%s” is %g mm off the columns; write spans= instead of share= "
                  "in its row, or give it whole columns",
                  edge->block->block, tenths(edge->by));
}

/* Those of one block are told together, with the first of them. */
static void report_lines(const zt_inspection *in, const zt_off_line *first, size_t count)
{
    zt_report(in->diags, ZT_WARNING, "look-grid", first->block->item.at,
              "“%s”：%zu 行不在版面的行线上，头一行（y %g 毫米）差 %g 毫米；行上写 rows=\"set\"，"
              "栏上写 lines=\"yes\"",
              "“%s”: %zu lines stand between the lines of the page, the first (y %g mm) by %g mm; "
              "write rows=\"set\" on the row, lines=\"yes\" on the column",
              first->block->block, count, tenths(first->y), tenths(first->by));
}

/* Reports look-grid. */
static void inspect(const zt_inspection *in, const zt_squint *s)
{
    (void)s;
    zt_arena *arena = in->scene->arena;
    if (in->scene->grid.columns == 0)
        return;
    zt_off_edges edges = zt_scene_off_grid(arena, in->scene);
    for (size_t i = 0; i < edges.count; i++)
        report_edge(in, &edges.items[i]);
    zt_off_lines lines = zt_scene_off_lines(arena, in->scene);
    for (size_t i = 0, to; i < lines.count; i = to) {
        for (to = i; to < lines.count && lines.items[to].block == lines.items[i].block; to++)
            ;
        report_lines(in, &lines.items[i], to - i);
    }
}

const zt_look_check zt_look_check_grid = {"look-grid",
                                          "块的左右边在栏线上，字在行线上",
                                          "blocks begin and end on columns, words stand on lines",
                                          "docs/templates.md",
                                          inspect,
                                          true};
