/* Numbered tasks round a goal. */
#include "model/content_imp.h"

/* <tasks>: the goal, the tasks, and perhaps a <structure> of what the goal is made of. empty-text
   for a task with neither head nor text. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_tasks *tasks = ZT_NEW(r->arena, zt_tasks);
    ZT_VEC(zt_task) list = {0};
    const zt_node *structure = zt_known_child(node, "structure");
    tasks->goal = zt_goal_read(r, node);
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
    if (structure)
        tasks->structure = zt_structure_read(r, structure);
    zt_check_declared(r, node, "declared", list.count, "项", "tasks");
    block->content = tasks;
    block->count = list.count;
}

/* One task as dump --stage=model prints it. */
static void describe_task(zt_describer *t, const zt_task *task)
{
    zt_describe_open(t, "task", task->at);
    zt_describe_text(t, "no", task->no);
    zt_describe_text(t, "head", task->head);
    zt_describe_rich(t, "text", &task->text);
    zt_describe_close(t);
}

/* Goal, tasks, structure. */
static void describe(zt_describer *t, const void *content)
{
    const zt_tasks *tasks = content;
    zt_describe_text(t, "head", tasks->head);
    zt_goal_describe(t, &tasks->goal);
    zt_describe_list(t, "tasks");
    for (size_t i = 0; i < tasks->count; i++)
        describe_task(t, tasks->tasks + i);
    zt_describe_list_end(t);
    if (tasks->structure) {
        zt_describe_open(t, "structure", tasks->structure->at);
        zt_structure_describe(t, tasks->structure);
        zt_describe_close(t);
    }
}

/* The goal, then each task by its head, or by its text where it has no head. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"任务", "项", "Tasks", "task", "tasks"};
    const zt_tasks *tasks = content;
    zt_alt_open(alt, &words, tasks->head, tasks->count);
    zt_goal_alt(alt, &tasks->goal);
    zt_alt_say(alt, "：", ": ");
    for (size_t i = 0; i < tasks->count; i++) {
        if (i)
            zt_alt_say(alt, "；", "; ");
        if (tasks->tasks[i].head.len)
            zt_buf_str(alt->out, tasks->tasks[i].head);
        else
            zt_alt_rich(alt, &tasks->tasks[i].text);
    }
    zt_alt_say(alt, "。", ".");
    if (tasks->structure)
        zt_structure_alt(alt, tasks->structure);
}

const zt_content_kind zt_content_kind_tasks = {
    .name = "tasks",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
