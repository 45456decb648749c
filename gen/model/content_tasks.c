/* Numbered tasks round a goal. */
#include "model/content_imp.h"

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

static void read_goal(zt_doc_reader *r, const zt_node *node, zt_tasks *tasks)
{
    zt_rich goal = zt_rich_read(r, node);
    size_t at = 0;
    while (at < goal.count && goal.spans[at].kind != ZT_SPAN_QUANTITY)
        at++;
    tasks->goal_head = zt_node_attr(node, "head", NULL);
    tasks->goal_at = node->at;
    tasks->before = part_of(r->arena, &goal, 0, at);
    if (zt_rich_is_empty(&goal))
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <goal> 里没有文字",
                  "this <goal> has no text");
    if (at == goal.count)
        return;
    const zt_span *figure = goal.spans + at;
    tasks->goal = without_prefix(r->arena, figure->quantity, &tasks->goal_prefix);
    if (tasks->goal_prefix.len)
        tasks->before.spans[tasks->before.count++] =
            (zt_span){.kind = ZT_SPAN_TEXT, .text = tasks->goal_prefix, .at = figure->at};
    tasks->after = part_of(r->arena, &goal, at + 1, goal.count);
}

static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_tasks *tasks = ZT_NEW(r->arena, zt_tasks);
    ZT_VEC(zt_task) list = {0};
    const zt_node *goal = zt_known_child(node, "goal");
    if (goal)
        read_goal(r, goal, tasks);
    for (const zt_node *n = zt_known_child(node, "task"); n; n = zt_known_sibling(n, "task")) {
        zt_task task = {
            .no = zt_node_attr(n, "no", NULL),
            .head = zt_node_attr(n, "head", NULL),
            .text = zt_rich_read(r, n),
            .at = n->at,
        };
        if (zt_rich_is_empty(&task.text) && task.head.len == 0)
            zt_report(r->diags, ZT_ERROR, "empty-text", n->at, "这个 <task> 里没有文字",
                      "this <task> has no text");
        ZT_PUSH(r->arena, &list, task);
    }
    tasks->head = zt_node_attr(node, "head", NULL);
    tasks->tasks = list.items;
    tasks->count = list.count;
    zt_check_declared(r, node, "declared", list.count, "项", "tasks");
    block->content = tasks;
    block->count = list.count;
}

static void tell_goal(zt_teller *t, const zt_tasks *tasks)
{
    zt_tell_open(t, "goal", tasks->goal_at);
    zt_tell_text(t, "head", tasks->goal_head);
    zt_tell_rich(t, "before", &tasks->before);
    zt_tell_quantity(t, "figure", tasks->goal);
    zt_tell_rich(t, "after", &tasks->after);
    zt_tell_close(t);
}

static void tell_task(zt_teller *t, const zt_task *task)
{
    zt_tell_open(t, "task", task->at);
    zt_tell_text(t, "no", task->no);
    zt_tell_text(t, "head", task->head);
    zt_tell_rich(t, "text", &task->text);
    zt_tell_close(t);
}

static void tell(zt_teller *t, const void *content)
{
    const zt_tasks *tasks = content;
    zt_tell_text(t, "head", tasks->head);
    if (tasks->goal_at.line)
        tell_goal(t, tasks);
    zt_tell_list(t, "tasks");
    for (size_t i = 0; i < tasks->count; i++)
        tell_task(t, tasks->tasks + i);
    zt_tell_list_end(t);
}

static void speak(zt_arena *arena, zt_buf *out, const void *content)
{
    const zt_tasks *tasks = content;
    zt_speak_open(out, "任务", tasks->head, tasks->count, "项");
    if (tasks->goal_at.line) {
        zt_buf_puts(out, "，目标：");
        zt_buf_str(out, tasks->goal_head);
        zt_speak_bare(arena, out, &tasks->before);
        zt_buf_str(out, tasks->goal ? tasks->goal->text : (zt_str){0});
        zt_speak_bare(arena, out, &tasks->after);
    }
    zt_buf_puts(out, "：");
    for (size_t i = 0; i < tasks->count; i++) {
        zt_buf_puts(out, i ? "；" : "");
        if (tasks->tasks[i].head.len)
            zt_buf_str(out, tasks->tasks[i].head);
        else
            zt_speak_bare(arena, out, &tasks->tasks[i].text);
    }
    zt_buf_puts(out, "。");
}

const zt_content_kind zt_content_kind_tasks = {
    .name = "tasks",
    .read = read,
    .tell = tell,
    .speak = speak,
};
