/* Alternative text of ledger, tasks, strip, figures, names and quotations. */
#include "model/doc_imp.h"

#include <string.h>

static void put_open(zt_buf *out, const char *words, zt_str head, size_t count, const char *counted)
{
    zt_buf_puts(out, words);
    if (head.len) {
        zt_buf_puts(out, "“");
        zt_buf_str(out, head);
        zt_buf_puts(out, "”");
    }
    zt_buf_printf(out, "，%zu%s", count, counted);
}

/* A label without its break hints. */
static void put_bare(zt_arena *arena, zt_buf *out, const zt_rich *rich)
{
    zt_str text = zt_rich_plain(arena, rich);
    for (size_t i = 0; i < text.len; i++) {
        bool hint = i + 2 < text.len && memcmp(text.data + i, "\xE2\x80\x8B", 3) == 0;
        if (hint)
            i += 2;
        else
            zt_buf_putc(out, text.data[i]);
    }
}

static void put_figures(zt_arena *arena, zt_buf *out, const zt_figure_entry *figures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        zt_buf_puts(out, i ? "，" : "");
        put_bare(arena, out, &figures[i].label);
        zt_buf_str(out, figures[i].value->text);
        if (figures[i].more) {
            zt_buf_puts(out, "，");
            zt_buf_str(out, figures[i].more->text);
        }
    }
}

static void put_ledger(zt_arena *arena, zt_buf *out, const zt_ledger *ledger)
{
    put_open(out, "对照表", ledger->head, ledger->count, "行：");
    for (size_t i = 0; i < ledger->count; i++) {
        const zt_ledger_row *row = ledger->rows + i;
        zt_buf_puts(out, i ? "；" : "");
        put_bare(arena, out, &row->head);
        if (row->figure_count) {
            zt_buf_puts(out, "，");
            put_figures(arena, out, row->figures, row->figure_count);
        }
    }
}

static void put_tasks(zt_arena *arena, zt_buf *out, const zt_tasks *tasks)
{
    put_open(out, "任务", tasks->head, tasks->count, "项");
    if (tasks->goal_at.line) {
        zt_buf_puts(out, "，目标：");
        zt_buf_str(out, tasks->goal_head);
        put_bare(arena, out, &tasks->before);
        zt_buf_str(out, tasks->goal ? tasks->goal->text : (zt_str){0});
        put_bare(arena, out, &tasks->after);
    }
    zt_buf_puts(out, "：");
    for (size_t i = 0; i < tasks->count; i++) {
        zt_buf_puts(out, i ? "；" : "");
        if (tasks->tasks[i].head.len)
            zt_buf_str(out, tasks->tasks[i].head);
        else
            put_bare(arena, out, &tasks->tasks[i].text);
    }
}

static void put_strip(zt_buf *out, const zt_strip *strip)
{
    put_open(out, "号码条", strip->head, strip->count, "对：");
    for (size_t i = 0; i < strip->count; i++) {
        zt_buf_puts(out, i ? "；" : "");
        zt_buf_str(out, strip->pairs[i].label);
        zt_buf_puts(out, " ");
        zt_buf_str(out, strip->pairs[i].value);
    }
}

static void put_names(zt_arena *arena, zt_buf *out, const zt_name_list *list)
{
    put_open(out, "名单", list->head, list->count, "个：");
    for (size_t i = 0; i < list->count; i++) {
        zt_buf_puts(out, i ? "、" : "");
        put_bare(arena, out, list->names + i);
    }
}

/* A reader who cannot see the table hears how large it is and what its columns are. */
static void put_table(zt_arena *arena, zt_buf *out, const zt_table_content *table)
{
    put_open(out, "表", table->head, table->count, "行");
    for (size_t i = 0; table->titled && i < table->column_count; i++) {
        zt_buf_puts(out, i ? "、" : "：");
        put_bare(arena, out, &table->columns[i].head);
    }
}

void zt_alt_of_list(zt_arena *arena, zt_buf *out, const zt_content_block *block)
{
    const zt_figures *figures = block->content;
    const zt_quotes *quotes = block->content;
    switch (block->kind) {
    case ZT_LEDGER:
        put_ledger(arena, out, block->content);
        break;
    case ZT_TASKS:
        put_tasks(arena, out, block->content);
        break;
    case ZT_STRIP:
        put_strip(out, block->content);
        break;
    case ZT_FIGURES:
        put_open(out, "数字", figures->head, figures->count, "个：");
        put_figures(arena, out, figures->figures, figures->count);
        break;
    case ZT_NAMES:
        put_names(arena, out, block->content);
        break;
    case ZT_QUOTES:
        put_open(out, "引语", quotes->head, quotes->count, "条");
        break;
    case ZT_TABLE:
        put_table(arena, out, block->content);
        break;
    case ZT_GROUPS:
    case ZT_TIMELINE:
    case ZT_HINT:
    case ZT_CHART:
    case ZT_PHOTO:
        return;
    }
    zt_buf_puts(out, "。");
}
