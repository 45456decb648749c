/* Trees: what hangs on what. The root is the key of the data, series are its branches, items their
   leaves; from left to right, in narrow places as a list with indents. */
#include "chart/branches.h"

static const double NARROW = ZT_MM(60);
static const double ROOT_SHARE = 0.18, BRANCH_SHARE = 0.26; /* of the width, for names */
static const double TIE = ZT_MM(7);                         /* between two columns, for lines */
static const double BETWEEN = ZT_MM(1.2);                   /* between two leaves */
static const double APART = ZT_MM(3);                       /* between leaves of two branches */
static const double INDENT = ZT_MM(4);                      /* from level to level of a list */
static const double HALF_LINE = ZT_MM(0.2);

/* A branch whose leaves are placed. */
typedef struct tree_branch {
    zt_branch_label label;
    double top, foot;   /* of its rows */
    double first, last; /* middles of its first and last leaf */
    bool lit;
} tree_branch;

/* Whether a series is highlighted. */
static bool is_lit(const zt_chart_data *data, size_t series)
{
    return data->series[series].len > 0 && zt_chart_series_is_lit(data, series);
}

/* The label of the i-th leaf of a branch. */
static zt_branch_label leaf_of(const zt_branches *b, size_t series, size_t i, double limit)
{
    const zt_chart_data *data = b->chart->data;
    size_t item = data->courses[series].items[i];
    return zt_branch_item(b->chart, item, series, limit,
                          data->items[item].highlight || is_lit(data, series), ZT_ALIGN_START);
}

/* A bracket: a line from the parent at x, y to a spine, and from that to each child. */
static void add_bracket(zt_branches *b, zt_point parent, double spine, const zt_point *children,
                        const bool *lit, size_t count)
{
    bool any = false;
    double low = parent.y, high = parent.y, lit_low = parent.y, lit_high = parent.y;
    for (size_t i = 0; i < count; i++) {
        low = zt_min(low, children[i].y);
        high = zt_max(high, children[i].y);
        any = any || lit[i];
        if (lit[i]) {
            lit_low = zt_min(lit_low, children[i].y);
            lit_high = zt_max(lit_high, children[i].y);
        }
        zt_branches_line(b, (zt_point){spine, children[i].y}, children[i], lit[i]);
    }
    if (count == 0)
        return;
    zt_branches_line(b, (zt_point){spine, low - HALF_LINE}, (zt_point){spine, high + HALF_LINE},
                     false);
    zt_branches_line(b, parent, (zt_point){spine, parent.y}, any);
    if (any)
        zt_branches_line(b, (zt_point){spine, lit_low - HALF_LINE},
                         (zt_point){spine, lit_high + HALF_LINE}, true);
}

/* The leaves of a branch from y down, tied to it from `tie` on; gives their foot. */
static void place_leaves(zt_branches *b, tree_branch *branch, size_t series, double x, double y)
{
    const zt_chart_course *course = &b->chart->data->courses[series];
    branch->top = y;
    branch->first = branch->last = y;
    for (size_t i = 0; i < course->count; i++) {
        zt_branch_label leaf = leaf_of(b, series, i, b->width - x);
        zt_branches_label(b, &leaf, x, y);
        branch->last = y + leaf.height / 2;
        branch->first = i == 0 ? branch->last : branch->first;
        y += leaf.height + BETWEEN;
    }
    branch->foot = course->count > 0 ? y - BETWEEN : y;
}

/* Points to which lines of a branch's leaves run, and which of them are lit. */
static void tie_leaves(zt_branches *b, const tree_branch *branch, size_t series, zt_point from,
                       double spine, double x, size_t first)
{
    const zt_chart_data *data = b->chart->data;
    size_t count = data->courses[series].count;
    zt_point *ends = ZT_ARRAY(b->chart->setting->arena, count + 1, zt_point);
    bool *lit = ZT_ARRAY(b->chart->setting->arena, count + 1, bool);
    for (size_t i = 0; i < count; i++) {
        const zt_branch_label *leaf = &b->labels.items[first + i];
        ends[i] = (zt_point){x - ZT_BRANCHES_GAP / 2, leaf->at.y + leaf->height / 2};
        lit[i] = branch->lit || data->items[data->courses[series].items[i]].highlight;
    }
    add_bracket(b, from, spine, ends, lit, count);
}

/* Root, branches and leaves in three columns; those that have no names are left out. */
static void set_across(zt_branches *b)
{
    const zt_chart *chart = b->chart;
    const zt_chart_data *data = chart->data;
    zt_arena *arena = chart->setting->arena;
    size_t count = data->series_count;
    tree_branch *branches = ZT_ARRAY(arena, count + 1, tree_branch);
    zt_point *ends = ZT_ARRAY(arena, count + 1, zt_point);
    bool *lit = ZT_ARRAY(arena, count + 1, bool);
    zt_branch_label root =
        zt_branch_name(chart, data->key_name, ROOT_SHARE * b->width, true, ZT_ALIGN_START);
    double branch_x = root.width > 0 ? root.width + TIE : 0, widest = 0, y = 0;
    for (size_t s = 0; s < count; s++) {
        branches[s].lit = is_lit(data, s);
        branches[s].label =
            zt_branch_name(chart, data->series[s], BRANCH_SHARE * b->width, true, ZT_ALIGN_START);
        widest = zt_max(widest, branches[s].label.width);
    }
    double leaf_x = widest > 0 ? branch_x + widest + TIE : branch_x;
    for (size_t s = 0; s < count; s++) {
        tree_branch *branch = &branches[s];
        size_t first = b->labels.count;
        place_leaves(b, branch, s, leaf_x, y);
        double middle = (branch->first + branch->last) / 2, half = branch->label.height / 2;
        double down = zt_max(0, y - (middle - half));
        for (size_t i = first; i < b->labels.count; i++)
            b->labels.items[i].at.y += down;
        middle += down;
        zt_point from = {branch_x + branch->label.width + ZT_BRANCHES_GAP / 2, middle};
        if (widest > 0)
            tie_leaves(b, branch, s, from, leaf_x - TIE / 2, leaf_x, first);
        else if (root.width > 0 && count == 1)
            tie_leaves(b, branch, s, (zt_point){root.width + ZT_BRANCHES_GAP / 2, middle},
                       leaf_x - TIE / 2, leaf_x, first);
        zt_branches_label(b, &branch->label, branch_x, middle - half);
        ends[s] = (zt_point){branch_x - ZT_BRANCHES_GAP / 2, middle};
        lit[s] = branch->lit;
        b->height = zt_max(branch->foot + down, middle + half);
        y = b->height + APART;
    }
    double middle = (ends[0].y + ends[count - 1].y) / 2;
    double over = zt_max(0, root.height / 2 - middle);
    for (size_t i = 0; i < b->labels.count; i++)
        b->labels.items[i].at.y += over;
    for (size_t i = 0; i < b->ties.count; i++) {
        b->ties.items[i].from.y += over;
        b->ties.items[i].to.y += over;
    }
    for (size_t s = 0; s < count; s++)
        ends[s].y += over;
    middle += over;
    b->height = zt_max(b->height + over, middle + root.height / 2);
    if (root.width > 0 && widest > 0)
        add_bracket(b, (zt_point){root.width + ZT_BRANCHES_GAP / 2, middle}, branch_x - TIE / 2,
                    ends, lit, count);
    if (root.width > 0)
        zt_branches_label(b, &root, 0, middle - root.height / 2);
}

/* A spine under a name at x, from y down to the last of its children, with a line to each. */
static void add_spine(zt_branches *b, double x, double y, const zt_point *children, const bool *lit,
                      size_t count)
{
    double last = y, lit_last = y;
    for (size_t i = 0; i < count; i++) {
        zt_branches_line(b, (zt_point){x, children[i].y}, children[i], lit[i]);
        last = zt_max(last, children[i].y);
        lit_last = lit[i] ? zt_max(lit_last, children[i].y) : lit_last;
    }
    if (last > y)
        zt_branches_line(b, (zt_point){x, y}, (zt_point){x, last + HALF_LINE}, false);
    if (lit_last > y)
        zt_branches_line(b, (zt_point){x, y}, (zt_point){x, lit_last + HALF_LINE}, true);
}

/* A list: each level further in than the one it hangs on. */
static void set_down(zt_branches *b)
{
    const zt_chart *chart = b->chart;
    const zt_chart_data *data = chart->data;
    zt_arena *arena = chart->setting->arena;
    size_t count = data->series_count;
    zt_branch_label root = zt_branch_name(chart, data->key_name, b->width, true, ZT_ALIGN_START);
    double em = zt_chart_look(chart, "label").text.size;
    double branch_x = root.width > 0 ? INDENT : 0, y = root.height;
    zt_point *ends = ZT_ARRAY(arena, count + 1, zt_point);
    bool *lit = ZT_ARRAY(arena, count + 1, bool);
    if (root.width > 0)
        zt_branches_label(b, &root, 0, 0);
    for (size_t s = 0; s < count; s++) {
        zt_branch_label name =
            zt_branch_name(chart, data->series[s], b->width - branch_x, true, ZT_ALIGN_START);
        tree_branch branch = {.lit = is_lit(data, s)};
        double leaf_x = name.width > 0 ? branch_x + INDENT : branch_x;
        y += y > 0 ? (name.width > 0 ? APART / 2 : BETWEEN) : 0;
        ends[s] = (zt_point){branch_x - ZT_BRANCHES_GAP / 2, y + em / 2};
        lit[s] = branch.lit;
        if (name.width > 0) {
            zt_branches_label(b, &name, branch_x, y);
            y += name.height + BETWEEN;
        }
        size_t first = b->labels.count;
        place_leaves(b, &branch, s, leaf_x, y);
        size_t leaves = b->labels.count - first;
        zt_point *tips = ZT_ARRAY(arena, leaves + 1, zt_point);
        bool *lit_tips = ZT_ARRAY(arena, leaves + 1, bool);
        for (size_t i = 0; i < leaves; i++) {
            tips[i] =
                (zt_point){leaf_x - ZT_BRANCHES_GAP / 2, b->labels.items[first + i].at.y + em / 2};
            lit_tips[i] = branch.lit || data->items[data->courses[s].items[i]].highlight;
        }
        if (leaf_x > 0)
            add_spine(b, leaf_x - INDENT + em / 2, y - BETWEEN / 2, tips, lit_tips, leaves);
        y = branch.foot;
    }
    bool named = count > 1 || data->series[0].len > 0;
    if (root.width > 0 && named)
        add_spine(b, em / 2, root.height + BETWEEN / 2, ends, lit, count);
    b->height = y;
}

static zt_chart_plan tree_plan(const zt_chart *chart, double width)
{
    zt_branches *b = ZT_NEW(chart->setting->arena, zt_branches);
    *b = (zt_branches){.chart = chart, .width = width};
    if (width < NARROW)
        set_down(b);
    else
        set_across(b);
    return zt_branches_plan(b);
}

/* Reports no-items. */
static bool tree_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "tree");
}

const zt_chart_kind zt_chart_kind_tree = {
    .name = "tree",
    .zh = "树图：根是 data 的 key，系列是枝，条目是叶；叶可以没有值",
    .en = "What hangs on what: the root is the key of the data, series are branches, items are "
          "leaves, with a value or without",
    .check = tree_check,
    .plan = tree_plan,
    .draw = zt_branches_draw,
};
