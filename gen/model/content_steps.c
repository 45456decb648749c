/* A process: steps in their order. */
#include "model/content_imp.h"

/* mark-missing where some steps have what others lack: marks of unlike kinds in one row would read
   as a difference that nobody meant. */
static void check_marks(zt_doc_reader *r, const zt_steps *steps, size_t marked, bool icons)
{
    for (size_t i = 0; marked > 0 && marked < steps->count && i < steps->count; i++) {
        const zt_step *step = steps->steps + i;
        if ((icons ? step->icon : step->no).len > 0)
            continue;
        const char *name = icons ? "icon" : "no";
        zt_report(r->diags, ZT_ERROR, "mark-missing", step->at,
                  "%zu步中%zu步写了 %s=，这一步没有 → 这里也写 %s=，或者各步都不写",
                  "%zu steps, %zu of them with %s=, this one without → write %s= here too, or "
                  "nowhere",
                  steps->count, marked, name, name);
    }
}

/* One step; empty-text without a head and without words. */
static zt_step read_step(zt_doc_reader *r, const zt_node *node)
{
    zt_step step = {
        .no = zt_node_attr(node, "no", NULL),
        .head = zt_node_attr(node, "head", NULL),
        .icon = zt_node_attr(node, "icon", NULL),
        .icon_at = zt_node_attr_at(node, "icon"),
        .text = zt_rich_read(r, node),
        .at = node->at,
    };
    if (zt_rich_is_empty(&step.text) && step.head.len == 0)
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <step> 里没有文字",
                  "this <step> has no text");
    return step;
}

/* <steps>: at least two, or nothing leads anywhere. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_steps *steps = ZT_NEW(r->arena, zt_steps);
    ZT_VEC(zt_step) list = {0};
    size_t numbers = 0, icons = 0;
    for (const zt_node *n = zt_known_child(node, "step"); n; n = zt_known_sibling(n, "step")) {
        zt_step step = read_step(r, n);
        numbers += step.no.len > 0;
        icons += step.icon.len > 0;
        ZT_PUSH(r->arena, &list, step);
    }
    *steps = (zt_steps){.head = zt_node_attr(node, "head", NULL),
                        .steps = list.items,
                        .count = list.count,
                        .has_numbers = numbers > 0,
                        .has_icons = icons > 0};
    check_marks(r, steps, numbers, false);
    check_marks(r, steps, icons, true);
    zt_check_declared(r, node, "declared", list.count, "步", "steps");
    block->content = steps;
    block->count = list.count;
}

/* One step as dump --stage=model prints it. */
static void describe_step(zt_describer *t, const zt_step *step)
{
    zt_describe_open(t, "step", step->at);
    zt_describe_text(t, "no", step->no);
    zt_describe_text(t, "head", step->head);
    zt_describe_text(t, "icon", step->icon);
    zt_describe_rich(t, "text", &step->text);
    zt_describe_close(t);
}

static void describe(zt_describer *t, const void *content)
{
    const zt_steps *steps = content;
    zt_describe_text(t, "head", steps->head);
    zt_describe_list(t, "steps");
    for (size_t i = 0; i < steps->count; i++)
        describe_step(t, steps->steps + i);
    zt_describe_list_end(t);
}

/* Each step by its head and its words, for the order is the news: 先……，再……. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"流程", "步", "Process", "step", "steps"};
    const zt_steps *steps = content;
    zt_alt_open(alt, &words, steps->head, steps->count);
    zt_alt_say(alt, "：", ": ");
    for (size_t i = 0; i < steps->count; i++) {
        const zt_step *step = steps->steps + i;
        if (i)
            zt_alt_say(alt, "；", "; ");
        zt_buf_printf(alt->out, ZT_IN(alt->language, "第%zu步", "step %zu"), i + 1);
        zt_alt_say(alt, step->head.len ? "“" : "，", step->head.len ? " “" : ", ");
        zt_buf_str(alt->out, step->head);
        zt_buf_puts(alt->out, step->head.len ? "”" : "");
        if (step->head.len && !zt_rich_is_empty(&step->text))
            zt_alt_say(alt, "，", ", ");
        zt_alt_rich(alt, &step->text);
    }
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_steps = {
    .name = "steps",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
