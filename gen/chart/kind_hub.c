/* Hubs: a centre and what hangs on it, clockwise from the top right; in narrow places the centre
   stands over a list. The centre is the key of the data. */
#include "chart/branches.h"

#include <math.h>

static const double NARROW = ZT_MM(60);
static const double SIDE = 0.34;                         /* of the width, for the names of a side */
static const double HUB_LEAST = ZT_MM(8);                /* radius of the centre */
static const double HUB_MOST = 0.13;                     /* the same, of the width */
static const double BETWEEN = ZT_MM(2.4);                /* between two names */
static const double DOT = ZT_MM(0.9);                    /* at the end of a spoke */
static const double INDENT = ZT_MM(4), INSET = ZT_MM(1); /* of a list; about the words of the hub */

/* The words of the centre in the smallest circle; false where none is small enough. */
static bool set_centre(const zt_branches *b, zt_branch_label *label, double *radius)
{
    const zt_chart *chart = b->chart;
    zt_diags *diags = chart->setting->diags;
    double em = zt_chart_look(chart, "label").text.size, best = INFINITY;
    for (int chars = 2; chars <= 8; chars++) {
        size_t mark = zt_diags_mark(diags);
        zt_branch_label tried =
            zt_branch_name(chart, chart->data->key_name, chars * em, true, ZT_ALIGN_CENTRE);
        double needed = hypot(tried.width, tried.height) / 2 + INSET;
        bool good = zt_diags_mark(diags) == mark;
        zt_diags_rewind(diags, mark);
        if (good && needed < best - 0.01) {
            best = needed;
            *label = tried;
        }
    }
    *radius = zt_max(HUB_LEAST, best);
    return *radius <= HUB_MOST * b->width;
}

/* Whether an item is highlighted. */
static bool is_lit(const zt_branches *b, size_t i)
{
    const zt_chart_data *data = b->chart->data;
    return data->items[data->courses[0].items[i]].highlight;
}

/* A name with its value at one side of the centre. */
static zt_branch_label spoke_label(const zt_branches *b, size_t i, double limit, zt_align align)
{
    return zt_branch_item(b->chart, b->chart->data->courses[0].items[i], 0, limit, is_lit(b, i),
                          align);
}

/* The height of some names one below the other. */
static double column_height(const zt_branch_label *labels, size_t first, size_t count)
{
    double height = 0;
    for (size_t i = first; i < first + count; i++)
        height += labels[i].height + (i > first ? BETWEEN : 0);
    return height;
}

/* The spoke from the edge of the centre to a name. */
static void add_spoke(zt_branches *b, zt_point centre, double radius, zt_point end, bool lit)
{
    double length = hypot(end.x - centre.x, end.y - centre.y);
    zt_point begin = {centre.x + (end.x - centre.x) * radius / length,
                      centre.y + (end.y - centre.y) * radius / length};
    zt_branches_line(b, begin, end, lit);
    zt_branches_disc(b, end, DOT, lit);
}

/* The first half at the right from the top down, the others at the left from the foot up. False,
   and nothing is set, where a value is wider than its side. */
static bool set_round(zt_branches *b, const zt_branch_label *words, double radius)
{
    const zt_chart_course *course = &b->chart->data->courses[0];
    zt_arena *arena = b->chart->setting->arena;
    size_t count = course->count, right = (count + 1) / 2;
    zt_branch_label *labels = ZT_ARRAY(arena, count + 1, zt_branch_label);
    double side = SIDE * b->width - 2 * DOT - ZT_BRANCHES_GAP;
    for (size_t i = 0; i < count; i++) {
        labels[i] = spoke_label(b, i, side, i < right ? ZT_ALIGN_START : ZT_ALIGN_END);
        if (labels[i].width > side + 0.01)
            return false;
    }
    double heights[2] = {column_height(labels, 0, right),
                         column_height(labels, right, count - right)};
    b->height = zt_max(2 * radius, zt_max(heights[0], heights[1]));
    zt_point centre = {b->width / 2, b->height / 2};
    double y = (b->height - heights[0]) / 2;
    for (size_t i = 0; i < count; i++) {
        bool first = i == right;
        if (first)
            y = (b->height + heights[1]) / 2;
        double x = i < right ? b->width - side : side - labels[i].width;
        double top = i < right ? y : y - labels[i].height;
        zt_point end = {i < right ? b->width - side - ZT_BRANCHES_GAP - DOT
                                  : side + ZT_BRANCHES_GAP + DOT,
                        top + labels[i].height / 2};
        zt_branches_label(b, &labels[i], x, top);
        add_spoke(b, centre, radius, end, is_lit(b, i));
        y = i < right ? top + labels[i].height + BETWEEN : top - BETWEEN;
    }
    zt_branches_ring(b, centre, radius);
    zt_branches_label(b, words, centre.x - words->width / 2, centre.y - words->height / 2);
    return true;
}

/* The centre over a list, a dot and a line to each. */
static void set_down(zt_branches *b)
{
    const zt_chart *chart = b->chart;
    const zt_chart_course *course = &chart->data->courses[0];
    zt_branch_label hub =
        zt_branch_name(chart, chart->data->key_name, b->width, true, ZT_ALIGN_START);
    double em = zt_chart_look(chart, "label").text.size, spine = em / 2, y = hub.height, last = y;
    double begin = hub.height + ZT_BRANCHES_GAP / 2;
    if (hub.width > 0)
        zt_branches_label(b, &hub, 0, 0);
    for (size_t i = 0; i < course->count; i++) {
        zt_branch_label label = spoke_label(b, i, b->width - INDENT, ZT_ALIGN_START);
        y += y > 0 ? BETWEEN : 0;
        last = y + em / 2;
        zt_branches_label(b, &label, INDENT, y);
        zt_branches_disc(b, (zt_point){spine, last}, DOT, is_lit(b, i));
        y += label.height;
    }
    if (last > begin)
        zt_branches_line(b, (zt_point){spine, begin}, (zt_point){spine, last}, false);
    b->height = y;
}

/* About the centre where `may_be_round` and there is room, else as a list. */
static zt_chart_plan plan_hub(const zt_chart *chart, double width, bool may_be_round)
{
    zt_branches *b = ZT_NEW(chart->setting->arena, zt_branches);
    zt_branch_label words = {0};
    double radius = 0;
    *b = (zt_branches){.chart = chart, .width = width};
    size_t mark = zt_diags_mark(chart->setting->diags);
    bool round = may_be_round && width >= NARROW && chart->data->key_name.len > 0 &&
                 set_centre(b, &words, &radius) && set_round(b, &words, radius);
    b->is_list = !round;
    if (!round) {
        zt_diags_rewind(chart->setting->diags, mark); /* of a try that is not taken */
        set_down(b);
    }
    return zt_branches_plan(b);
}

static zt_chart_plan hub_plan(const zt_chart *chart, double width)
{
    return plan_hub(chart, width, true);
}

/* Panels of one chart look alike: all are lists where one has no room about its centre. */
static void make_alike(zt_chart_plan *panels, size_t count)
{
    bool lists = false;
    for (size_t i = 0; i < count; i++) {
        const zt_branches *b = panels[i].own;
        lists = lists || (b && b->is_list);
    }
    for (size_t i = 0; lists && i < count; i++) {
        const zt_branches *b = panels[i].own;
        if (b && !b->is_list)
            panels[i] = plan_hub(b->chart, b->width, false);
    }
}

/* Reports no-items. */
static bool hub_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "hub");
}

const zt_chart_kind zt_chart_kind_hub = {
    .name = "hub",
    .spans = {6, 5, 12},
    .panel_mm = 66,
    .always_panels = true,
    .key_heads = true,
    .zh =
        "辐射图：中心是 data 的 key，条目围着它；条目可以没有值；几个系列是几幅，各以系列名为中心",
    .en = "A centre, the key of the data, and items about it, with a value or without; several "
          "series are a panel each about its name",
    .check = hub_check,
    .plan = hub_plan,
    .make_alike = make_alike,
    .draw = zt_branches_draw,
};
