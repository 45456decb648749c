/* Trees: what hangs on what. The root is the key of the data, series are its branches, items hang
   on their series or, with of=, on another item; from left to right, in narrow places as a list
   with indents. */
#include "chart/branches.h"

#include <math.h>

static const double NARROW = ZT_MM(60);
static const double ROOT_SHARE = 0.18, BRANCH_SHARE = 0.26; /* of the width, for names */
static const double INNER_SHARE = 0.2;                      /* of items on which others hang */
static const double NAME_LEAST = 6;                         /* room for a name, in em */
static const double TIE = ZT_MM(7), TIE_DEEP = ZT_MM(4.5);  /* between two columns, for lines */
static const double BETWEEN = ZT_MM(1.2);                   /* between two leaves */
static const double APART = ZT_MM(3);                       /* between two that others hang on */
static const double INDENT = ZT_MM(4), INDENT_LEAST = 0.9;  /* of a list, from level to level; em */
static const double HALF_LINE = ZT_MM(0.2);

/* What a node of the tree is. */
typedef enum tree_level { TREE_ROOT, TREE_BRANCH, TREE_ITEM } tree_level;

/* The root, a series or an item in a series. */
typedef struct tree_node {
    tree_level level;
    size_t series, item;
    size_t depth; /* the root's is 0; where a level has no name, what hangs on it takes its depth */
    struct tree_node **children;
    size_t child_count;
    bool lit; /* it or what it hangs on is highlighted */
    zt_branch_label label;
    double x, top; /* of the label */
} tree_node;

/* The tree while it is arranged. */
typedef struct tree {
    zt_branches *b;
    tree_node *root;
    size_t depth;     /* of the deepest node */
    double tie;       /* from column to column, across */
    double em, least; /* of the labels; room for any name, and for any value */
} tree;

/* ---- what hangs on what ---- */

/* A node below another, which has room for it. */
static tree_node *new_node(tree *t, tree_node *on, tree_node node)
{
    tree_node *made = ZT_NEW(t->b->chart->setting->arena, tree_node);
    *made = node;
    made->depth = on ? on->depth + 1 : 0;
    t->depth = made->depth > t->depth ? made->depth : t->depth;
    if (on)
        on->children[on->child_count++] = made;
    return made;
}

/* The items of a series by what they hang on: each list goes on at `next`. Items by their place in
   the course from 1; 0 ends a list. */
typedef struct tree_lists {
    const zt_chart_course *course;
    size_t top;    /* of those that hang on the series */
    size_t *first; /* of those that hang on an item of the data */
    size_t *next;
} tree_lists;

static tree_lists lists_of(const zt_chart *chart, size_t series)
{
    const zt_chart_data *data = chart->data;
    tree_lists lists = {.course = &data->courses[series]};
    lists.first = ZT_ARRAY(chart->setting->arena, data->item_count + 1, size_t);
    lists.next = ZT_ARRAY(chart->setting->arena, lists.course->count + 1, size_t);
    for (size_t i = lists.course->count; i > 0; i--) {
        const zt_chart_item *item = &data->items[lists.course->items[i - 1]];
        size_t *list = item->has_parent ? &lists.first[item->parent] : &lists.top;
        lists.next[i] = *list;
        *list = i;
    }
    return lists;
}

/* The items of a list with all that hangs on them. */
static void add_items(tree *t, tree_node *on, size_t series, const tree_lists *lists, size_t list)
{
    size_t most = 0;
    for (size_t i = list; i > 0; i = lists->next[i])
        most++;
    on->children = ZT_ARRAY(t->b->chart->setting->arena, most + 1, tree_node *);
    for (size_t i = list; i > 0; i = lists->next[i]) {
        size_t item = lists->course->items[i - 1];
        tree_node node = {.level = TREE_ITEM, .series = series, .item = item};
        node.lit = on->lit || t->b->chart->data->items[item].highlight;
        add_items(t, new_node(t, on, node), series, lists, lists->first[item]);
    }
}

/* A single series without a name is no level of its own. */
static void build(tree *t)
{
    const zt_chart_data *data = t->b->chart->data;
    bool named = data->series_count > 1 || data->series[0].len > 0;
    t->root = new_node(t, NULL, (tree_node){.level = TREE_ROOT});
    if (named)
        t->root->children = ZT_ARRAY(t->b->chart->setting->arena, data->series_count, tree_node *);
    for (size_t s = 0; s < data->series_count; s++) {
        tree_node node = {.level = TREE_BRANCH, .series = s};
        tree_lists lists = lists_of(t->b->chart, s);
        node.lit = zt_chart_series_is_lit(data, s);
        add_items(t, named ? new_node(t, t->root, node) : t->root, s, &lists, lists.top);
    }
}

/* Its name and value, at most `limit` wide. */
static void set_label(const tree *t, tree_node *node, double limit)
{
    const zt_chart *chart = t->b->chart;
    zt_str name =
        node->level == TREE_ROOT ? chart->data->key_name : chart->data->series[node->series];
    if (node->level == TREE_ITEM)
        node->label =
            zt_branch_item(chart, node->item, node->series, limit, node->lit, ZT_ALIGN_START);
    else
        node->label = zt_branch_name(chart, name, limit, true, ZT_ALIGN_START);
}

static bool is_named(const tree_node *node)
{
    return node->label.width > 0;
}

/* A deep tree keeps room for names and for the widest value at its deepest level. */
static void set_least(tree *t)
{
    const zt_chart *chart = t->b->chart;
    const zt_chart_data *data = chart->data;
    t->em = zt_chart_look(chart, "label").text.size;
    t->least = NAME_LEAST * t->em;
    for (size_t i = 0; i < data->item_count * data->series_count; i++) {
        size_t item = i / data->series_count, series = i % data->series_count;
        zt_mark_text value, word;
        if (!data->items[item].values || !data->items[item].values[series])
            continue;
        zt_mark_said(chart, item, series, NULL, &value, &word);
        t->least = zt_max(t->least, value.width + word.width);
    }
}

/* Where lines of the children end, and which are lit; arrays of the arena. */
static zt_point *ends_of(const tree *t, const tree_node *node, double down, bool **lit)
{
    zt_arena *arena = t->b->chart->setting->arena;
    zt_point *ends = ZT_ARRAY(arena, node->child_count + 1, zt_point);
    *lit = ZT_ARRAY(arena, node->child_count + 1, bool);
    for (size_t i = 0; i < node->child_count; i++) {
        const tree_node *child = node->children[i];
        double middle = down > 0 ? down : child->label.height / 2;
        ends[i] = (zt_point){child->x - ZT_BRANCHES_GAP / 2, child->top + middle};
        (*lit)[i] = child->lit;
    }
    return ends;
}

/* ---- across ---- */

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

/* Labels of all nodes of a depth, leaves over what is left of the width; gives the widest of those
   on which others hang. */
static double set_labels_at(const tree *t, tree_node *node, size_t depth, double x, double limit)
{
    double widest = 0;
    if (node->depth == depth) {
        bool leaf = node->level == TREE_ITEM && node->child_count == 0;
        node->x = x;
        set_label(t, node, leaf ? t->b->width - x : limit);
        return leaf ? 0 : node->label.width;
    }
    for (size_t i = 0; i < node->child_count; i++)
        widest = zt_max(widest, set_labels_at(t, node->children[i], depth, x, limit));
    return widest;
}

/* Columns from the left; false where those of a deep tree have no room for what they hold. */
static bool set_columns(tree *t)
{
    bool deep = t->depth > 2;
    double x = 0;
    t->tie = deep ? TIE_DEEP : TIE;
    for (size_t depth = 0; depth <= t->depth; depth++) {
        double share = depth == 0 ? ROOT_SHARE : depth == 1 ? BRANCH_SHARE : INNER_SHARE;
        double limit = zt_max(share * t->b->width, deep ? t->least : 0);
        if (deep && t->b->width - x < t->least)
            return false;
        double widest = set_labels_at(t, t->root, depth, x, limit);
        x += depth < t->depth && widest > 0 ? widest + t->tie : 0;
    }
    return true;
}

static void move_down(tree_node *node, double by)
{
    node->top += by;
    for (size_t i = 0; i < node->child_count; i++)
        move_down(node->children[i], by);
}

/* Between a child and the one above it. */
static double gap_above(const tree_node *child, const tree_node *above)
{
    bool apart = child->level == TREE_BRANCH || child->child_count > 0 || above->child_count > 0;
    return apart ? APART : BETWEEN;
}

/* The node with what hangs on it from y down, its label at the middle of its first and its last
   child; gives the foot. */
static double place_across(tree_node *node, double y)
{
    double foot = y, half = node->label.height / 2;
    for (size_t i = 0; i < node->child_count; i++) {
        if (i > 0)
            foot += gap_above(node->children[i], node->children[i - 1]);
        foot = place_across(node->children[i], foot);
    }
    if (node->child_count == 0) {
        node->top = y;
        return y + node->label.height;
    }
    const tree_node *first = node->children[0], *last = node->children[node->child_count - 1];
    double middle = (first->top + first->label.height / 2 + last->top + last->label.height / 2) / 2;
    double down = zt_max(0, y - (middle - half));
    for (size_t i = 0; i < node->child_count; i++)
        move_down(node->children[i], down);
    node->top = middle + down - half;
    return zt_max(foot + down, middle + down + half);
}

static void draw_across(const tree *t, const tree_node *node)
{
    bool *lit;
    for (size_t i = 0; i < node->child_count; i++)
        draw_across(t, node->children[i]);
    if (is_named(node) && node->child_count > 0) {
        const zt_point *ends = ends_of(t, node, 0, &lit);
        zt_point from = {node->x + node->label.width + ZT_BRANCHES_GAP / 2,
                         node->top + node->label.height / 2};
        add_bracket(t->b, from, node->children[0]->x - t->tie / 2, ends, lit, node->child_count);
    }
    if (is_named(node))
        zt_branches_label(t->b, &node->label, node->x, node->top);
}

/* ---- as a list ---- */

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

/* From level to level: less where a deep tree would leave its leaves no room. */
static double indent_of(const tree *t)
{
    double room = (t->b->width - t->least) / (double)(t->depth + 1);
    return zt_max(zt_min(INDENT, room), INDENT_LEAST * t->em);
}

/* Reports tree-narrow (an error) where even so the deepest level has no room. */
static void check_room(const tree *t)
{
    double indent = indent_of(t), deepest = indent * (double)(t->depth + 1);
    if (t->depth < 3 || t->b->width - deepest >= t->least - 0.01)
        return;
    zt_report(
        t->b->chart->setting->diags, ZT_ERROR, "tree-narrow", t->b->chart->data->kind_at,
        "图宽%.0f毫米，%zu层的树排不下名称和数值；应加宽到%.0f毫米，或少分几层",
        "at a width of %.0f mm a tree of %zu levels has no room for names and values; make it "
        "%.0f mm wide, or give it fewer levels",
        t->b->width / ZT_MM(1), t->depth, ceil((deepest + t->least) / ZT_MM(1)));
}

/* The node at x, y and what hangs on it below, one level further in; gives the foot. */
static double place_down(const tree *t, tree_node *node, double x, double y)
{
    double em = t->em, indent = indent_of(t);
    bool *lit;
    node->x = x;
    node->top = y;
    set_label(t, node, t->b->width - x);
    double below = is_named(node) ? x + indent : x, foot = y + node->label.height;
    if (is_named(node))
        zt_branches_label(t->b, &node->label, x, y);
    for (size_t i = 0; i < node->child_count; i++) {
        bool branch = node->children[i]->level == TREE_BRANCH;
        foot += foot <= 0 ? 0 : branch ? APART / 2 : BETWEEN;
        foot = place_down(t, node->children[i], below, foot);
    }
    const zt_point *ends = ends_of(t, node, em / 2, &lit);
    if (is_named(node))
        add_spine(t->b, below - indent + em / 2, y + node->label.height + BETWEEN / 2, ends, lit,
                  node->child_count);
    return foot;
}

static zt_chart_plan tree_plan(const zt_chart *chart, double width)
{
    zt_branches *b = ZT_NEW(chart->setting->arena, zt_branches);
    *b = (zt_branches){.chart = chart, .width = width};
    tree t = {.b = b};
    build(&t);
    set_least(&t);
    if (width >= NARROW && set_columns(&t)) {
        b->height = place_across(t.root, 0);
        draw_across(&t, t.root);
    } else {
        check_room(&t);
        b->height = place_down(&t, t.root, 0, 0);
    }
    return zt_branches_plan(b);
}

/* Reports no-items. */
static bool tree_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "tree");
}

const zt_chart_kind zt_chart_kind_tree = {
    .name = "tree",
    .zh = "树图：根是 data 的 key，系列是枝，条目是叶，用 of= 一层层挂下去；叶可以没有值",
    .en = "What hangs on what: the root is the key of the data, series are branches, items are "
          "leaves, with a value or without; with of= leaves hang on leaves",
    .check = tree_check,
    .plan = tree_plan,
    .draw = zt_branches_draw,
};
