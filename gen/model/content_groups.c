/* Achievements in groups. */
#include "model/content_imp.h"

static void read_figures(zt_doc_reader *r, zt_entry_point *point)
{
    ZT_VEC(const zt_quantity *) figures = {0};
    for (size_t i = 0; i < point->text.count; i++)
        if (point->text.spans[i].kind == ZT_SPAN_QUANTITY)
            ZT_PUSH(r->arena, &figures, point->text.spans[i].quantity);
    point->figures = figures.items;
    point->figure_count = figures.count;
}

static zt_entry_point read_point(zt_doc_reader *r, const zt_node *node)
{
    zt_entry_point point = {
        .text = zt_rich_read(r, node),
        .label =
            zt_rich_of(r->arena, zt_node_attr(node, "label", NULL), zt_node_attr_at(node, "label")),
        .optional = zt_attr_yes(node, "optional"),
        .main = zt_attr_yes(node, "main"),
        .id = zt_attr_text(node, "id"),
        .at = node->at,
    };
    read_figures(r, &point);
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

static void tell_point(zt_teller *t, const zt_entry_point *point)
{
    zt_tell_open(t, "point", point->at);
    zt_tell_word(t, "id", point->id);
    zt_tell_flag(t, "optional", point->optional);
    zt_tell_flag(t, "main", point->main);
    zt_tell_rich(t, "text", &point->text);
    zt_tell_rich(t, "label", &point->label);
    zt_tell_close(t);
}

static void tell_group(zt_teller *t, const zt_group_content *group)
{
    zt_tell_open(t, "group", group->at);
    zt_tell_word(t, "id", group->id);
    zt_tell_text(t, "no", group->no);
    zt_tell_text(t, "head", group->head);
    zt_tell_text(t, "icon", group->icon);
    zt_tell_text(t, "period", group->period);
    zt_tell_text(t, "lead", group->lead ? group->lead->text : (zt_str){0});
    zt_tell_list(t, "points");
    for (size_t i = 0; i < group->point_count; i++)
        tell_point(t, group->points + i);
    zt_tell_list_end(t);
    zt_tell_close(t);
}

static void tell(zt_teller *t, const void *content)
{
    const zt_groups *groups = content;
    zt_tell_text(t, "head", groups->head);
    zt_tell_list(t, "groups");
    for (size_t i = 0; i < groups->count; i++)
        tell_group(t, groups->groups + i);
    zt_tell_list_end(t);
}

static void speak(zt_arena *arena, zt_buf *out, const void *content)
{
    (void)arena;
    const zt_groups *groups = content;
    zt_speak_open(out, "分组列出", groups->head, groups->count, "组：");
    for (size_t i = 0; i < groups->count; i++) {
        zt_buf_puts(out, i ? "；" : "");
        zt_buf_str(out, groups->groups[i].head);
    }
    zt_buf_puts(out, "。");
}

const zt_content_kind zt_content_kind_groups = {
    .name = "groups",
    .read = read,
    .tell = tell,
    .speak = speak,
};
