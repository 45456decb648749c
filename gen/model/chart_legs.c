/* What the legs of a route are: 在建, 规划, 海运. A leg ends at the station that names it. */
#include "model/chart_legs_imp.h"

enum { KINDS = 2 }; /* of dashes that can be told apart */

/* Adds a word that is new; false where there are too many. */
static bool add_leg(zt_doc_reader *r, zt_chart_data *chart, zt_str leg)
{
    for (size_t i = 0; i < chart->leg_count; i++)
        if (zt_str_equal(chart->legs[i], leg))
            return true;
    if (chart->leg_count == KINDS)
        return false;
    chart->legs = chart->legs ? chart->legs : ZT_ARRAY(r->arena, KINDS, zt_str);
    chart->legs[chart->leg_count++] = leg;
    return true;
}

/* One item of <data> or of a series; `first`: no other stands before it. */
static void read_leg(zt_doc_reader *r, zt_chart_data *chart, const zt_node *item, bool first)
{
    zt_str leg = zt_str_trim(zt_node_attr(item, "leg", NULL));
    zt_pos at = zt_node_attr_at(item, "leg");
    if (leg.len == 0)
        return;
    if (!zt_str_is(chart->kind, "route"))
        zt_report(r->diags, ZT_ERROR, "leg-refused", at,
                  "“%.*s”图里没有线路，leg= 只在 route 里有意义；去掉它",
                  "a \"%.*s\" has no lines with stations: leg= is of a route; take it out",
                  ZT_ARG(chart->kind));
    else if (first)
        zt_report(r->diags, ZT_ERROR, "leg-refused", at,
                  "“%.*s”是线路的第一站，前面没有一段；leg= 写在这一段的后一站",
                  "\"%.*s\" begins its line, no leg leads to it; write leg= at the station where "
                  "the leg ends",
                  ZT_ARG(zt_node_attr(item, "key", NULL)));
    else if (!add_leg(r, chart, leg))
        zt_report(r->diags, ZT_ERROR, "leg-refused", at,
                  "虚线只分得出两种，“%.*s”是第三种；合成两种，或分成两张图",
                  "dashes tell two kinds of legs apart, \"%.*s\" is a third; make them two, or two "
                  "charts",
                  ZT_ARG(leg));
}

static void read_legs(zt_doc_reader *r, zt_chart_data *chart, const zt_node *items)
{
    bool first = true;
    for (const zt_node *n = zt_known_child(items, "item"); n; n = zt_known_sibling(n, "item")) {
        read_leg(r, chart, n, first);
        first = false;
    }
}

void zt_chart_legs_read(zt_doc_reader *r, zt_chart_data *chart, const zt_node *data)
{
    read_legs(r, chart, data);
    for (const zt_node *s = zt_known_child(data, "series"); s; s = zt_known_sibling(s, "series"))
        read_legs(r, chart, s);
}
