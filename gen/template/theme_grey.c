/* gen/template/theme_grey.c — the inks of a theme on a grey plate: what they mean has to be told
   without colour, on black-only pages, photocopies and by readers who see no colours. */
#include "template/reader_imp.h"

#include <math.h>
#include <string.h>

/* In points of grey, 0 to 100: how far inks of unlike meaning stand apart, the light ink from its
   neighbours, and between which greys the ground of text lies. */
static const double APART = 15, LIGHT_APART = 7, PANEL_LEAST = 5, PANEL_MOST = 9;

/* An ink of the theme with the element that defines it. */
typedef struct graded {
    const zt_ink *ink; /* NULL: the theme has none of that name */
    const zt_node *node;
    double grey; /* whole points, as they are told */
} graded;

static graded find(const zt_reader *r, const zt_node *const *nodes, const char *name)
{
    const zt_theme *theme = r->theme;
    for (size_t i = 0; i < theme->ink_count; i++)
        if (strcmp(theme->inks[i].name, name) == 0)
            return (graded){&theme->inks[i], nodes[i],
                            floor(zt_paint_grey(ZT_SOLID(&theme->inks[i])) + 0.5)};
    return (graded){0};
}

/* Where the ink says what it looks like. */
static zt_pos said_at(const graded *ink)
{
    return zt_node_attr_at(ink->node, zt_node_find(ink->node, "rgb") ? "rgb" : "cmyk");
}

/* Reports theme-grey at the second of two inks that are too alike. */
static void check_pair(zt_reader *r, graded a, graded b, double apart)
{
    if (!a.ink || !b.ink || fabs(a.grey - b.grey) >= apart)
        return;
    zt_report(r->diags, ZT_WARNING, "theme-grey", said_at(&b),
              "油墨“%s”（灰 %.0f）和“%s”（灰 %.0f）印成灰色分不开：应相差至少 %.0f 级；"
              "调深或调浅其中一种",
              "the inks “%s” (grey %.0f) and “%s” (grey %.0f) are alike in grey: %.0f points apart "
              "at least; make one of them darker or lighter",
              a.ink->name, a.grey, b.ink->name, b.grey, apart);
}

/* Reports theme-grey for a ground that is not seen, or that type on it is hard to read. */
static void check_panel(zt_reader *r, graded panel)
{
    if (!panel.ink || (panel.grey >= PANEL_LEAST && panel.grey <= PANEL_MOST))
        return;
    bool pale = panel.grey < PANEL_LEAST;
    zt_report(r->diags, ZT_WARNING, "theme-grey", said_at(&panel),
              pale ? "底色“%s”（灰 %.0f）太浅，印出来看不见：应在 %.0f 至 %.0f 之间"
                   : "底色“%s”（灰 %.0f）太深，其上的字不清楚：应在 %.0f 至 %.0f 之间",
              pale ? "the ground “%s” (grey %.0f) is too pale to be seen in print: %.0f to %.0f "
                     "are wanted"
                   : "the ground “%s” (grey %.0f) is too dark for type on it: %.0f to %.0f are "
                     "wanted",
              panel.ink->name, panel.grey, PANEL_LEAST, PANEL_MOST);
}

/* Reports theme-grey for a ground on which reversed type is not read: bold Hei of 14 pt wants 55.
 */
static void check_deep(zt_reader *r, graded deep)
{
    const double least = 55;
    if (!deep.ink || deep.grey >= least)
        return;
    zt_report(r->diags, ZT_WARNING, "theme-grey", zt_node_attr_at(deep.node, "name"),
              "反白字的底“%s”太浅（灰 %.0f）：至少 %.0f",
              "the ground of reversed type “%s” is too pale (grey %.0f): %.0f at least",
              deep.ink->name, deep.grey, least);
}

/* Of inks that the theme lacks nothing is said: who needs them tells it. */
void zt_check_greys(zt_reader *r, const zt_node *const *nodes)
{
    graded accent = find(r, nodes, "accent"), companion = find(r, nodes, "companion"),
           mid = find(r, nodes, "companion-mid"), light = find(r, nodes, "companion-light"),
           panel = find(r, nodes, "panel");
    check_pair(r, accent, companion, APART);
    check_pair(r, accent, mid, APART);
    check_pair(r, companion, mid, APART);
    check_pair(r, mid, light, LIGHT_APART);
    check_panel(r, panel);
    check_deep(r, find(r, nodes, "deep"));
    check_pair(r, light, panel, LIGHT_APART);
}
