/* The goal that tasks, or the parts of a structure, stand round. */
#include "model/content_imp.h"

/* A copy of spans first up to end, with room for one more behind them. */
static zt_rich part_of(zt_arena *arena, const zt_rich *rich, size_t first, size_t end)
{
    zt_rich part = {.count = end - first, .at = rich->at};
    part.spans = ZT_ARRAY(arena, part.count + 1, zt_span); /* one more for a prefix */
    for (size_t i = first; i < end; i++)
        part.spans[i - first] = rich->spans[i];
    return part;
}

/* 超过 belongs to the words before the figure, which then stands alone with its unit. */
static const zt_quantity *without_prefix(zt_arena *arena, const zt_quantity *q, zt_str *prefix)
{
    if (q->figure_first == 0 || q->figure_end <= q->figure_first)
        return q;
    zt_quantity *bare = ZT_NEW(arena, zt_quantity);
    *bare = *q;
    *prefix = zt_str_slice(q->text, 0, q->figure_first);
    bare->text = zt_str_slice(q->text, q->figure_first, q->text.len);
    bare->figure_end -= q->figure_first;
    bare->figure_first = 0;
    return bare;
}

/* A target says by when: 到2025年 need not be written twice. */
static zt_str head_of(zt_doc_reader *r, const zt_node *node, const zt_quantity *figure)
{
    zt_str head = zt_node_attr(node, "head", NULL);
    zt_date by;
    zt_buf out;
    if (head.len || !figure || !zt_date_parse(figure->by, &by, NULL))
        return head;
    zt_buf_init(&out, r->arena);
    zt_buf_puts(&out, ZT_IN(r->doc->language, "到", "By "));
    zt_date_print(&out, by, ZT_IN(r->doc->language, ZT_DATE_ARABIC, ZT_DATE_ENGLISH));
    return zt_buf_view(&out);
}

/* <goal> of tasks or of a structure, split round its first figure, so that a block can set the
   figure large between the words. Without a goal all is empty and at.line is 0. */
zt_goal_text zt_goal_read(zt_doc_reader *r, const zt_node *parent)
{
    const zt_node *node = zt_known_child(parent, "goal");
    zt_goal_text goal = {0};
    if (!node)
        return goal;
    zt_rich text = zt_rich_read(r, node);
    size_t at = 0;
    while (at < text.count && text.spans[at].kind != ZT_SPAN_QUANTITY)
        at++;
    goal.at = node->at;
    goal.before = part_of(r->arena, &text, 0, at);
    if (zt_rich_is_empty(&text))
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <goal> 里没有文字",
                  "this <goal> has no text");
    const zt_span *figure = at < text.count ? text.spans + at : NULL;
    goal.head = head_of(r, node, figure ? figure->quantity : NULL);
    if (!figure)
        return goal;
    goal.figure = without_prefix(r->arena, figure->quantity, &goal.prefix);
    if (goal.prefix.len)
        goal.before.spans[goal.before.count++] =
            (zt_span){.kind = ZT_SPAN_TEXT, .text = goal.prefix, .at = figure->at};
    goal.after = part_of(r->arena, &text, at + 1, text.count);
    return goal;
}

/* The goal as dump --stage=model prints it; nothing when there is none. */
void zt_goal_describe(zt_describer *t, const zt_goal_text *goal)
{
    if (goal->at.line == 0)
        return;
    zt_describe_open(t, "goal", goal->at);
    zt_describe_text(t, "head", goal->head);
    zt_describe_rich(t, "before", &goal->before);
    zt_describe_quantity(t, "figure", goal->figure);
    zt_describe_rich(t, "after", &goal->after);
    zt_describe_close(t);
}

/* “，目标：…”: the goal as one clause of the alternative text. */
void zt_goal_alt(const zt_alt *alt, const zt_goal_text *goal)
{
    if (goal->at.line == 0)
        return;
    zt_alt_say(alt, "，目标：", ", target: ");
    zt_buf_str(alt->out, goal->head);
    zt_alt_say(alt, "", goal->head.len ? ", " : "");
    zt_alt_rich(alt, &goal->before);
    zt_buf_str(alt->out, goal->figure ? goal->figure->text : (zt_str){0});
    zt_alt_rich(alt, &goal->after);
}
