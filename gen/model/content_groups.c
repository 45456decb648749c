/* Achievements in groups. */
#include "model/content_imp.h"

/* The quantities in the text of a point, in their order; the first ones are what a block may draw
   large. */
static void read_figures(zt_doc_reader *r, zt_entry_point *point)
{
    ZT_VEC(const zt_quantity *) figures = {0};
    for (size_t i = 0; i < point->text.count; i++)
        if (point->text.spans[i].kind == ZT_SPAN_QUANTITY)
            ZT_PUSH(r->arena, &figures, point->text.spans[i].quantity);
    point->figures = figures.items;
    point->figure_count = figures.count;
}

/* The first figure that is no value of the unit that its whole began with; NULL if there is none.
 */
static const zt_quantity *odd_part(const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++) {
        const zt_quantity *q = point->figures[i];
        const zt_quantity *first = point->figures[i - i % point->part_count];
        bool same = !q->has_number || zt_str_equal(q->unit, first->unit);
        if (q->kind != ZT_Q_VALUE || !same)
            return q;
    }
    return NULL;
}

/* Parts of a whole are amounts of one kind, as many as are named, once for each whole. */
static void check_parts(zt_doc_reader *r, const zt_node *node, zt_entry_point *point)
{
    size_t wholes = point->label_count ? point->label_count : 1;
    size_t wanted = point->part_count * wholes;
    if (point->part_count == 0)
        return;
    const zt_quantity *odd = odd_part(point);
    if (point->part_count < 2 || point->figure_count != wanted)
        zt_report(r->diags, ZT_ERROR, "parts-mismatch", zt_node_attr_at(node, "parts"),
                  "parts 写了 %zu 个部分（至少两个），整体有 %zu 个，应有 %zu 个值，文中有 %zu 个",
                  "parts names %zu parts (two at least) of %zu wholes: %zu values are wanted, the "
                  "text has %zu",
                  point->part_count, wholes, wanted, point->figure_count);
    else if (odd)
        zt_report(r->diags, ZT_ERROR, "parts-mismatch", odd->at,
                  "“%.*s”与同一整体的其他部分单位不同，不能合成一个整体",
                  "“%.*s” has another unit than the other parts of its whole: they do not add up",
                  ZT_ARG(odd->text));
    else
        return;
    point->part_count = 0;
}

/* Whether no figure takes that label of the point, because its own goes before. */
static bool is_covered(const zt_entry_point *point, size_t label)
{
    if (point->label_count == point->figure_count)
        return point->labels[label].len > 0 && point->figures[label]->label.len > 0;
    for (size_t i = 0; i < point->figure_count; i++)
        if (point->figures[i]->label.len == 0)
            return false;
    return point->figure_count > 0;
}

/* label-twice: set apart, such a label would be printed nowhere. */
static void check_labels(zt_doc_reader *r, const zt_node *node, const zt_entry_point *point)
{
    for (size_t i = 0; i < point->label_count && point->part_count == 0; i++) {
        if (!is_covered(point, i))
            continue;
        zt_report(r->diags, ZT_ERROR, "label-twice", zt_node_attr_at(node, "label"),
                  "“%.*s”没有数字可配：这些数字自己有 label；删去它，要作共有的题就写 head=",
                  "\"%.*s\" has no figure to stand under: its figures have labels of their own; "
                  "take it out, or write it as head= over all of them",
                  ZT_ARG(point->labels[i]));
        return;
    }
}

/* trend-alone: a course is that of a figure, which stands over it. */
static void check_trend(zt_doc_reader *r, zt_entry_point *point)
{
    if (!point->trend || (point->figure_count > 0 && point->part_count == 0))
        return;
    zt_report(r->diags, ZT_ERROR, "trend-alone", point->trend->at,
              "<trend> 要跟着一个数字：在这一条里写上它末了的值，分成几部分的整体不画",
              "a <trend> goes with a figure: write its last value in this point; a whole of parts "
              "has none");
    point->trend = NULL;
}

/* What is compared follows the sentence, and where figures are set apart the words of the first of
   them. compare-alone: there is no figure. */
static void add_comparison(zt_doc_reader *r, const zt_node *node, zt_entry_point *point)
{
    zt_str mark = zt_str_from(ZT_IN(r->doc->language, "，", ", "));
    const zt_span comma = {.kind = ZT_SPAN_TEXT, .text = mark};
    const zt_node *child = zt_known_child(node, "compare");
    if (child && (point->figure_count == 0 || point->parts_text.len > 0)) {
        zt_report(r->diags, ZT_ERROR, "compare-alone", child->at,
                  "<compare> 要跟着一个数字：在这一条里写上要比的值，分成几部分的整体不比",
                  "a <compare> goes with a figure: write the value in this point; a whole of parts "
                  "has none");
        return;
    }
    const zt_comparison *made = child ? zt_comparison_read(r, node, point->figures[0]) : NULL;
    if (!made)
        return;
    zt_rich words = zt_rich_of(r->arena, made->words, made->at);
    point->text = zt_rich_join(r->arena, &point->text, &comma, &words);
    zt_str label = zt_rich_plain(r->arena, &point->label);
    if (label.len == 0)
        return;
    size_t end = 0;
    while (end < label.len && label.data[end] != '|')
        end++;
    label = zt_str_from(zt_arena_printf(r->arena, "%.*s%.*s%.*s%.*s",
                                        ZT_ARG(zt_str_slice(label, 0, end)), ZT_ARG(mark),
                                        ZT_ARG(made->words), ZT_ARG(zt_rest_of(label, end))));
    point->label = zt_rich_of(r->arena, label, point->label.at);
}

/* One <point>. parts= and label= name parts by “|”; how many there are must agree with the figures
   (check_parts). empty-text when it holds nothing. */
static zt_entry_point read_point(zt_doc_reader *r, const zt_node *node)
{
    zt_entry_point point = {
        .text = zt_rich_read(r, node),
        .label =
            zt_rich_of(r->arena, zt_node_attr(node, "label", NULL), zt_node_attr_at(node, "label")),
        .optional = zt_attr_yes(node, "optional"),
        .main = zt_attr_yes(node, "main"),
        .id = zt_attr_text(node, "id"),
        .head = zt_node_attr(node, "head", NULL),
        .series = zt_node_attr(node, "series", NULL),
        .parts_text = zt_node_attr(node, "parts", NULL),
        .trend = zt_trend_read(r, node),
        .at = node->at,
    };
    read_figures(r, &point);
    add_comparison(r, node, &point);
    point.part_count = zt_str_split(r->arena, point.parts_text, '|', &point.parts);
    point.label_count =
        zt_str_split(r->arena, zt_rich_plain(r->arena, &point.label), '|', &point.labels);
    check_parts(r, node, &point);
    check_labels(r, node, &point);
    check_trend(r, &point);
    if (zt_rich_is_empty(&point.text))
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <point> 里没有文字",
                  "this <point> has no text");
    return point;
}

/* How good a candidate a figure is: main on the figure, main on its point, a value, anything. */
static int lead_merit(const zt_entry_point *point, const zt_quantity *figure)
{
    if (figure->main)
        return 4;
    if (point->main)
        return 3;
    return figure->kind == ZT_Q_VALUE ? 2 : 1;
}

/* The figure of a group that a block may set apart: the best candidate, the first of equals. NULL
   when no point has a figure. */
static const zt_quantity *choose_lead(const zt_group_content *group)
{
    const zt_quantity *lead = NULL;
    int best = 0;
    for (size_t i = 0; i < group->point_count; i++)
        for (size_t k = 0; k < group->points[i].figure_count; k++) {
            const zt_quantity *figure = group->points[i].figures[k];
            int merit = lead_merit(group->points + i, figure);
            if (merit > best) {
                best = merit;
                lead = figure;
            }
        }
    return lead;
}

/* One <group> with its points and its lead figure; declared= is compared with the number of
   points. */
static zt_group_content read_group(zt_doc_reader *r, const zt_node *node)
{
    zt_group_content group = {
        .id = zt_attr_text(node, "id"),
        .no = zt_node_attr(node, "no", NULL),
        .head = zt_node_attr(node, "head", NULL),
        .icon = zt_node_attr(node, "icon", NULL),
        .icon_at = zt_node_attr_at(node, "icon"),
        .period = zt_node_attr(node, "period", NULL),
        .at = node->at,
    };
    ZT_VEC(zt_entry_point) points = {0};
    for (const zt_node *p = zt_known_child(node, "point"); p; p = zt_known_sibling(p, "point")) {
        zt_entry_point point = read_point(r, p);
        ZT_PUSH(r->arena, &points, point);
    }
    group.points = points.items;
    group.point_count = points.count;
    group.lead = choose_lead(&group);
    zt_check_declared(r, node, "declared", points.count, "条", "points");
    return group;
}

/* <groups>: declared= counts the groups and points= all points of all groups together. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_groups *groups = ZT_NEW(r->arena, zt_groups);
    ZT_VEC(zt_group_content) list = {0};
    size_t points = 0;
    for (const zt_node *g = zt_known_child(node, "group"); g; g = zt_known_sibling(g, "group")) {
        zt_group_content group = read_group(r, g);
        points += group.point_count;
        ZT_PUSH(r->arena, &list, group);
    }
    groups->head = zt_node_attr(node, "head", NULL);
    groups->groups = list.items;
    groups->count = list.count;
    zt_check_declared(r, node, "declared", list.count, "组", "groups");
    zt_check_declared(r, node, "points", points, "条", "points");
    block->content = groups;
    block->count = list.count;
}

/* One point as dump --stage=model prints it. */
static void describe_point(zt_describer *t, const zt_entry_point *point)
{
    zt_describe_open(t, "point", point->at);
    zt_describe_word(t, "id", point->id);
    zt_describe_flag(t, "optional", point->optional);
    zt_describe_flag(t, "main", point->main);
    zt_describe_text(t, "head", point->head);
    zt_describe_text(t, "series", point->series);
    zt_describe_text(t, "parts", point->parts_text);
    zt_describe_rich(t, "text", &point->text);
    zt_describe_rich(t, "label", &point->label);
    zt_describe_text(t, "trend", zt_trend_words(t->out->arena, point->trend));
    zt_describe_close(t);
}

/* One group with the text of its lead figure, so that a change of lead is seen. */
static void describe_group(zt_describer *t, const zt_group_content *group)
{
    zt_describe_open(t, "group", group->at);
    zt_describe_word(t, "id", group->id);
    zt_describe_text(t, "no", group->no);
    zt_describe_text(t, "head", group->head);
    zt_describe_text(t, "icon", group->icon);
    zt_describe_text(t, "period", group->period);
    zt_describe_text(t, "lead", group->lead ? group->lead->text : (zt_str){0});
    if (t->prints) {
        zt_cells_print(t, group);
    } else {
        zt_describe_list(t, "points");
        for (size_t i = 0; i < group->point_count; i++)
            describe_point(t, group->points + i);
        zt_describe_list_end(t);
        zt_cells_describe(t, group);
    }
    zt_describe_close(t);
}

/* All groups. */
static void describe(zt_describer *t, const void *content)
{
    const zt_groups *groups = content;
    zt_describe_text(t, "head", groups->head);
    zt_describe_list(t, "groups");
    for (size_t i = 0; i < groups->count; i++)
        describe_group(t, groups->groups + i);
    zt_describe_list_end(t);
}

/* The heads of the groups only: their texts are read out as text in every output that can be read.
 */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"分组列出", "组", "List in groups", "group", "groups"};
    const zt_groups *groups = content;
    zt_alt_open(alt, &words, groups->head, groups->count);
    zt_alt_say(alt, "：", ": ");
    for (size_t i = 0; i < groups->count; i++) {
        if (i)
            zt_alt_say(alt, "；", "; ");
        zt_buf_str(alt->out, groups->groups[i].head);
        zt_cells_alt(alt, &groups->groups[i]);
    }
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_groups = {
    .name = "groups",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
