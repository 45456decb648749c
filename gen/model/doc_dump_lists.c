/* Ledger, tasks, strip, figures, names and quotations as text and as JSON. */
#include "model/doc_imp.h"
#include "model/dump_imp.h"

/* ---- text ---- */

static void dump_figures(zt_buf *out, int depth, const zt_figure_entry *figures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        zt_dump_quantity(out, depth, "figure ", figures[i].value);
        if (figures[i].more)
            zt_dump_quantity(out, depth + 1, "", figures[i].more);
        zt_dump_rich(out, depth + 1, "label", &figures[i].label);
    }
}

static void dump_ledger(zt_buf *out, const zt_ledger *ledger)
{
    zt_dump_if(out, "head", ledger->head);
    zt_dump_if(out, "left", ledger->left);
    zt_dump_if(out, "right", ledger->right);
    zt_buf_putc(out, '\n');
    for (size_t i = 0; i < ledger->count; i++) {
        const zt_ledger_row *row = ledger->rows + i;
        zt_buf_printf(out, "  row %d:%d\n", row->at.line, row->at.column);
        zt_dump_rich(out, 2, "head", &row->head);
        zt_dump_rich(out, 2, "task", &row->task);
        zt_dump_rich(out, 2, "result", &row->result);
        dump_figures(out, 2, row->figures, row->figure_count);
    }
}

static void dump_tasks(zt_buf *out, const zt_tasks *tasks)
{
    zt_dump_if(out, "head", tasks->head);
    zt_buf_putc(out, '\n');
    if (tasks->goal_at.line) {
        zt_buf_printf(out, "  goal %d:%d", tasks->goal_at.line, tasks->goal_at.column);
        zt_dump_if(out, "head", tasks->goal_head);
        zt_buf_putc(out, '\n');
        zt_dump_rich(out, 2, "before", &tasks->before);
        if (tasks->goal)
            zt_dump_quantity(out, 2, "", tasks->goal);
        zt_dump_rich(out, 2, "after", &tasks->after);
    }
    for (size_t i = 0; i < tasks->count; i++) {
        const zt_task *task = tasks->tasks + i;
        zt_buf_printf(out, "  task %d:%d", task->at.line, task->at.column);
        zt_dump_if(out, "no", task->no);
        zt_dump_if(out, "head", task->head);
        zt_buf_putc(out, '\n');
        zt_dump_rich(out, 2, "text", &task->text);
    }
}

static void dump_strip(zt_buf *out, const zt_strip *strip)
{
    zt_dump_if(out, "head", strip->head);
    zt_buf_putc(out, '\n');
    for (size_t i = 0; i < strip->count; i++) {
        const zt_pair *pair = strip->pairs + i;
        zt_buf_printf(out, "  pair %d:%d", pair->at.line, pair->at.column);
        zt_dump_if(out, "label", pair->label);
        zt_dump_if(out, "value", pair->value);
        zt_buf_putc(out, '\n');
    }
}

static void dump_quotes(zt_buf *out, const zt_quotes *quotes)
{
    zt_dump_if(out, "head", quotes->head);
    zt_buf_putc(out, '\n');
    for (size_t i = 0; i < quotes->count; i++) {
        const zt_quote *quote = quotes->quotes + i;
        zt_buf_printf(out, "  q %d:%d", quote->at.line, quote->at.column);
        zt_dump_if(out, "by", quote->by);
        zt_buf_putc(out, '\n');
        zt_dump_rich(out, 2, "text", &quote->text);
    }
}

void zt_dump_list(zt_buf *out, const zt_content_block *block)
{
    const zt_figures *figures = block->content;
    const zt_name_list *names = block->content;
    switch (block->kind) {
    case ZT_LEDGER:
        dump_ledger(out, block->content);
        return;
    case ZT_TASKS:
        dump_tasks(out, block->content);
        return;
    case ZT_STRIP:
        dump_strip(out, block->content);
        return;
    case ZT_FIGURES:
        zt_dump_if(out, "head", figures->head);
        zt_buf_putc(out, '\n');
        dump_figures(out, 1, figures->figures, figures->count);
        return;
    case ZT_NAMES:
        zt_dump_if(out, "head", names->head);
        zt_buf_putc(out, '\n');
        for (size_t i = 0; i < names->count; i++)
            zt_dump_rich(out, 1, "name", names->names + i);
        return;
    case ZT_QUOTES:
        dump_quotes(out, block->content);
        return;
    case ZT_TABLE:
        zt_dump_table(out, block->content);
        return;
    case ZT_GROUPS:
    case ZT_TIMELINE:
    case ZT_HINT:
    case ZT_CHART:
    case ZT_PHOTO:
        return;
    }
}

/* ---- JSON ---- */

static void json_figures(zt_buf *out, const zt_figure_entry *figures, size_t count)
{
    zt_json_list_open(out, "figures");
    for (size_t i = 0; i < count; i++) {
        zt_json_open(out, i);
        zt_json_at(out, figures[i].at);
        zt_json_quantity(out, "value", figures[i].value);
        zt_json_quantity(out, "more", figures[i].more);
        zt_json_rich(out, "label", &figures[i].label);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void json_ledger(zt_buf *out, const zt_ledger *ledger)
{
    zt_json_text(out, "head", ledger->head);
    zt_json_text(out, "left", ledger->left);
    zt_json_text(out, "right", ledger->right);
    zt_json_list_open(out, "rows");
    for (size_t i = 0; i < ledger->count; i++) {
        const zt_ledger_row *row = ledger->rows + i;
        zt_json_open(out, i);
        zt_json_at(out, row->at);
        zt_json_rich(out, "head", &row->head);
        zt_json_rich(out, "task", &row->task);
        zt_json_rich(out, "result", &row->result);
        json_figures(out, row->figures, row->figure_count);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void json_tasks(zt_buf *out, const zt_tasks *tasks)
{
    zt_json_text(out, "head", tasks->head);
    zt_json_text(out, "goal_head", tasks->goal_head);
    zt_json_rich(out, "before", &tasks->before);
    zt_json_quantity(out, "goal", tasks->goal);
    zt_json_rich(out, "after", &tasks->after);
    zt_json_list_open(out, "tasks");
    for (size_t i = 0; i < tasks->count; i++) {
        zt_json_open(out, i);
        zt_json_at(out, tasks->tasks[i].at);
        zt_json_text(out, "no", tasks->tasks[i].no);
        zt_json_text(out, "head", tasks->tasks[i].head);
        zt_json_rich(out, "text", &tasks->tasks[i].text);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void json_strip(zt_buf *out, const zt_strip *strip)
{
    zt_json_text(out, "head", strip->head);
    zt_json_list_open(out, "pairs");
    for (size_t i = 0; i < strip->count; i++) {
        zt_json_open(out, i);
        zt_json_at(out, strip->pairs[i].at);
        zt_json_text(out, "label", strip->pairs[i].label);
        zt_json_text(out, "value", strip->pairs[i].value);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void json_names(zt_buf *out, const zt_name_list *names)
{
    zt_json_text(out, "head", names->head);
    zt_json_list_open(out, "names");
    for (size_t i = 0; i < names->count; i++) {
        zt_json_open(out, i);
        zt_json_rich(out, "text", names->names + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void json_quotes(zt_buf *out, const zt_quotes *quotes)
{
    zt_json_text(out, "head", quotes->head);
    zt_json_list_open(out, "quotes");
    for (size_t i = 0; i < quotes->count; i++) {
        zt_json_open(out, i);
        zt_json_at(out, quotes->quotes[i].at);
        zt_json_text(out, "by", quotes->quotes[i].by);
        zt_json_rich(out, "text", &quotes->quotes[i].text);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

void zt_json_list(zt_buf *out, const zt_content_block *block)
{
    const zt_figures *figures = block->content;
    switch (block->kind) {
    case ZT_LEDGER:
        json_ledger(out, block->content);
        return;
    case ZT_TASKS:
        json_tasks(out, block->content);
        return;
    case ZT_STRIP:
        json_strip(out, block->content);
        return;
    case ZT_FIGURES:
        zt_json_text(out, "head", figures->head);
        json_figures(out, figures->figures, figures->count);
        return;
    case ZT_NAMES:
        json_names(out, block->content);
        return;
    case ZT_QUOTES:
        json_quotes(out, block->content);
        return;
    case ZT_TABLE:
        zt_json_table(out, block->content);
        return;
    case ZT_GROUPS:
    case ZT_TIMELINE:
    case ZT_HINT:
    case ZT_CHART:
    case ZT_PHOTO:
        return;
    }
}
