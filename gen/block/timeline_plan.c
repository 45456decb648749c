/* The measures of a timeline: looks, parameters and broken texts of all its entries. */
#include "block/timeline_imp.h"

#include <math.h>

#include "block/lines.h"

double zt_tl_column_x(const zt_tl_plan *plan, int column)
{
    return column * (plan->column + plan->gutter);
}

/* The text takes whole characters and ends on the column's edge; the indent takes what is left. */
static void set_measure(zt_tl_plan *plan)
{
    double size = plan->text.text.size;
    double least = zt_block_length(plan->setting, plan->block, "indent", size);
    double room = plan->column - least;
    plan->measure = zt_max(size, floor(room / size + 1e-6) * size);
    plan->indent = plan->column - plan->measure;
}

static double length_of(const zt_tl_plan *plan, const char *param)
{
    return zt_block_length(plan->setting, plan->block, param, plan->text.text.size);
}

static void set_looks(zt_tl_plan *plan)
{
    const zt_block *block = plan->block;
    const zt_setting *setting = plan->setting;
    plan->section = zt_block_look(setting, block, "head");
    plan->year = zt_block_look(setting, block, "year");
    plan->date = zt_block_look(setting, block, "date");
    plan->key_date = plan->date;
    if (!block->reversed)
        plan->key_date.text.paint = ZT_SOLID(zt_block_ink(setting, block, "key-ink"));
    plan->text = zt_block_look(setting, block, "text");
    plan->text.para.indent = 0; /* the text hangs from its date */
    plan->head = zt_block_look(setting, block, "event-head");
    plan->note = zt_block_look(setting, block, "strip-note");
    zt_look strong = zt_block_look(setting, block, "strong");
    plan->strong = zt_strong_in(&strong, &plan->text);
    plan->leading = plan->text.para.leading;
}

static bool wants_strip(const zt_tl_plan *plan)
{
    zt_str strip = zt_block_word(plan->block, "strip");
    if (!zt_str_is(strip, "auto"))
        return zt_str_is(strip, "yes");
    return plan->content->scale != ZT_TIME_EVEN && plan->width >= length_of(plan, "strip-least");
}

static void set_params(zt_tl_plan *plan)
{
    const zt_block *block = plan->block;
    plan->gap = zt_block_gap(plan->setting, block, "gap");
    plan->date_gap = zt_block_gap(plan->setting, block, "date-gap").natural;
    plan->band_height = length_of(plan, "band-height");
    plan->ground = (zt_paint){zt_block_ink(plan->setting, block, "band-ink"),
                              zt_block_number(block, "band-tint")};
    plan->rows_aligned = plan->columns > 1 && zt_str_is(zt_block_word(block, "rows"), "aligned");
    /* A node at the left edge keeps within the block. */
    double widest = zt_max(length_of(plan, "key-node"), length_of(plan, "node"));
    plan->axis_x = zt_max(length_of(plan, "axis-at"), widest / 2);
    /* What goes on from another page has its head there. */
    if (plan->content->head.len == 0 || block->first > 0)
        return;
    plan->rule = length_of(plan, "rule");
    plan->rule_gap = plan->rule > 0 ? zt_block_gap(plan->setting, block, "rule-gap").natural : 0;
    plan->head_height = zt_max(length_of(plan, "head-height"), plan->section.text.size);
    plan->strip = wants_strip(plan);
}

static zt_para *set_date(const zt_tl_plan *plan, const zt_event *event)
{
    zt_buf buf;
    zt_buf_init(&buf, plan->setting->arena);
    zt_date_print(&buf, event->date, plan->setting->template_->theme->date);
    return zt_lines_plain(plan->setting, zt_buf_view(&buf), event->date_at,
                          event->key ? &plan->key_date : &plan->date, plan->measure);
}

static zt_para *set_rich(const zt_tl_plan *plan, const zt_rich *rich, const zt_look *base,
                         const zt_look *strong)
{
    if (zt_rich_is_empty(rich))
        return NULL;
    zt_para *para = zt_lines_rich(plan->setting, rich, base, strong, plan->measure);
    return para->line_count ? para : NULL;
}

double zt_tl_entry_height(const zt_tl_plan *plan, const zt_tl_entry *entry, double leading)
{
    const zt_look *date = &plan->date, *head = &plan->head;
    double height = zt_em_height(entry->date->line_count, date->text.size, date->para.leading);
    if (entry->head)
        height += plan->date_gap +
                  zt_em_height(entry->head->line_count, head->text.size, head->para.leading);
    if (entry->text)
        height +=
            plan->date_gap + zt_em_height(entry->text->line_count, plan->text.text.size, leading);
    return height;
}

static void set_entries(zt_tl_plan *plan)
{
    const zt_timeline *content = plan->content;
    size_t first = plan->block->first, end = plan->block->end;
    if (end == 0 || end > content->count)
        end = content->count;
    bool bands = content->by_year && zt_block_yes(plan->block, "bands");
    plan->entries = ZT_ARRAY(plan->setting->arena, end > first ? end - first : 0, zt_tl_entry);
    for (size_t i = first; i < end; i++) {
        const zt_event *event = &content->events[i];
        zt_tl_entry *entry = &plan->entries[plan->count++];
        entry->event = event;
        entry->band = bands && (i == first || event->date.from.year != event[-1].date.from.year);
        entry->date = set_date(plan, event);
        entry->head = set_rich(plan, &event->head, &plan->head, NULL);
        entry->text = set_rich(plan, &event->text, &plan->text, &plan->strong);
        entry->body_gaps = entry->text ? entry->text->line_count - 1 : 0;
        entry->height = zt_tl_entry_height(plan, entry, plan->text.para.leading);
    }
}

zt_tl_plan zt_tl_plan_make(const zt_block *block, const zt_setting *setting, double width)
{
    zt_tl_plan plan = {
        .block = block, .setting = setting, .content = block->content, .width = width};
    plan.columns = block->place->columns > 1 ? block->place->columns : 1;
    plan.gutter = plan.columns > 1 ? block->place->gutter.natural : 0;
    plan.column = zt_column_width(width, plan.columns, plan.gutter);
    set_looks(&plan);
    set_measure(&plan);
    set_params(&plan);
    set_entries(&plan);
    return plan;
}
