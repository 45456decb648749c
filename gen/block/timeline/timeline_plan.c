/* The measures of a timeline: looks, parameters and broken texts of all its entries. */
#include "block/timeline/timeline_plan.h"

#include <math.h>
#include <string.h>

#include "block/timeline/timeline_across.h"
#include "block/timeline/timeline_beside.h"
#include "block/timeline/timeline_calendar.h"
#include "block/timeline/timeline_down.h"
#include "block/timeline/timeline_grid.h"
#include "block/words/lines.h"

/* The head's rule, in points; in steps of the theme's scale what stands between it and the head, a
   date and its text, a horizontal axis and its texts, and the rows of a folded axis. */
static const double RULE = ZT_MM(0.5), RULE_GAP = 2, DATE_GAP = 1;
static const zt_gap AXIS_GAP = {2, 3}, FOLD_GAP = {5, 8};
/* Of the ground of bands and calendar: each of its plates keeps 5 % of the usual inks. */
static const double GROUND_TINT = 0.45;

/* The text takes whole characters and ends on the column's edge; the indent takes what is left. A
   calendar with its leaders comes before the axis. */
static void set_measure(zt_tl_plan *plan)
{
    double size = plan->text.text.size;
    plan->columns = plan->form == ZT_TL_DOWN && plan->block->place->columns > 1
                        ? plan->block->place->columns
                        : 1;
    plan->gutter = plan->columns > 1 ? plan->block->place->gutter.natural : 0;
    plan->column = zt_column_width(plan->width, plan->columns, plan->gutter);
    if (plan->form == ZT_TL_DOWN_TIME) {
        plan->calendar = zt_tl_calendar_width(plan);
        plan->leader = zt_tl_is_spine(plan) ? ZT_TL_SPINE_LEADER : ZT_TL_LEADER_LENGTH;
    }
    double before = plan->calendar + plan->leader;
    double indent = zt_tl_is_spine(plan) ? ZT_TL_SPINE_GAP : plan->params->indent;
    double room = plan->column - before - indent;
    plan->measure = zt_max(size, floor(room / size + 1e-6) * size);
    plan->indent = plan->column - plan->measure;
    double axis = zt_max(plan->params->axis_at, ZT_TL_KEY_NODE / 2);
    plan->axis_x = before + axis;
    /* What the whole characters leave over goes to the leaders, not between node and text. */
    if (plan->form == ZT_TL_DOWN_TIME)
        plan->axis_x = plan->indent - plan->params->indent + axis;
}

/* Looks and inks of all parts. Dates of key events have the accent's ink, but not on a reversed
   ground, where it would not show. */
static void set_looks(zt_tl_plan *plan)
{
    const zt_block *block = plan->block;
    const zt_setting *setting = plan->setting;
    plan->key_ink = zt_setting_ink(setting, "accent");
    plan->axis_ink = zt_setting_ink(setting, "companion-mid");
    plan->line_ink = zt_setting_ink(setting, "key");
    plan->section = zt_block_look(setting, block, "head");
    plan->year = zt_block_look(setting, block, "year");
    plan->date = zt_block_look(setting, block, "date");
    plan->key_date = plan->date;
    if (!block->reversed)
        plan->key_date.text.paint = ZT_SOLID(plan->key_ink);
    plan->text = zt_block_look(setting, block, "text");
    plan->text.para.indent = 0; /* the text hangs from its date */
    plan->head = zt_block_look(setting, block, "event-head");
    plan->note = zt_block_look(setting, block, "strip-note");
    zt_look strong = zt_block_look(setting, block, "strong");
    plan->strong = zt_strong_in(&strong, &plan->text);
    plan->leading = plan->text.para.leading;
}

/* A strip that nobody asked for or forbade is drawn where distances are even but the document wants
   them told, and the block is wide enough. */
static bool wants_strip(const zt_tl_plan *plan)
{
    if (plan->params->calendar != ZT_TL_STRIP_AUTO)
        return plan->params->calendar == ZT_TL_STRIP_YES;
    return plan->scale == ZT_TIME_HYBRID && plan->width >= ZT_TL_CALENDAR_LEAST;
}

/* The template's word, or the document's where the template leaves it. */
static zt_time_scale scale_of(const zt_tl_plan *plan)
{
    switch (plan->params->scale) {
    case ZT_TL_SCALE_AUTO:
        return plan->content->scale;
    case ZT_TL_SCALE_EVEN:
        return ZT_TIME_EVEN;
    case ZT_TL_SCALE_TIME:
        return ZT_TIME_TIME;
    case ZT_TL_SCALE_HYBRID:
        return ZT_TIME_HYBRID;
    }
    return plan->content->scale;
}

/* Whether the events follow the order of time, forwards (`way` 1) or backwards (-1); equal days are
   in order. */
static bool rises(const zt_timeline *content, int way)
{
    for (size_t i = 1; i < content->count; i++) {
        zt_day before = content->events[i - 1].date.from, day = content->events[i].date.from;
        if (way > 0 ? zt_day_is_before(day, before) : zt_day_is_before(before, day))
            return false;
    }
    return true;
}

/* True distances need one axis and entries in the order of time; else the strip on the head's line
   tells them, and the reader of the page is told that nothing shows them. */
static void set_form(zt_tl_plan *plan)
{
    bool across = zt_str_is(zt_str_from(plan->block->variant), "horizontal");
    bool grid = zt_str_is(zt_str_from(plan->block->variant), "grid");
    bool ordered = rises(plan->content, 1) || rises(plan->content, -1);
    bool one_column = !grid && (across || plan->block->place->columns <= 1);
    plan->scale = scale_of(plan);
    plan->form = grid ? ZT_TL_GRID : across ? ZT_TL_ACROSS : ZT_TL_DOWN;
    if (plan->scale != ZT_TIME_TIME)
        return;
    if (ordered && one_column)
        plan->form = across ? ZT_TL_ACROSS_TIME : ZT_TL_DOWN_TIME;
    else
        plan->scale = ZT_TIME_HYBRID;
}

/* Gaps and heights in points; what belongs to the head stays 0 without one. */
static void set_params(zt_tl_plan *plan)
{
    plan->gap = plan->params->gap;
    plan->axis_gap = zt_tl_gap(plan, AXIS_GAP.natural, AXIS_GAP.ceiling);
    plan->row_gap = zt_tl_gap(plan, FOLD_GAP.natural, FOLD_GAP.ceiling);
    plan->date_gap = zt_setting_gap(plan->setting, DATE_GAP);
    plan->band_height = plan->params->band_height;
    plan->ground = (zt_paint){plan->params->band_ink, GROUND_TINT};
    plan->rows_aligned = plan->columns > 1 && plan->params->rows == ZT_TL_ROWS_ALIGNED;
    if (plan->content->head.len == 0)
        return;
    plan->rule = RULE;
    plan->rule_gap = zt_setting_gap(plan->setting, RULE_GAP);
    /* A head that wraps makes its line higher, as names do their bands. */
    plan->title = zt_lines_plain(plan->setting, plan->content->head, plan->block->at,
                                 &plan->section, plan->width);
    plan->head_height = zt_max(plan->params->head_height, plan->section.text.size) +
                        zt_em_height(plan->title->line_count, 0, plan->section.para.leading);
    plan->strip = plan->form != ZT_TL_GRID && wants_strip(plan);
}

/* The template's word, or the document's where the template leaves it. */
static zt_months months_of(const zt_tl_plan *plan)
{
    switch (plan->params->group) {
    case ZT_TL_GROUP_AUTO:
        return zt_tl_months(plan->content->group_by);
    case ZT_TL_GROUP_YEAR:
        return zt_tl_months(ZT_BY_YEAR);
    case ZT_TL_GROUP_QUARTER:
        return zt_tl_months(ZT_BY_QUARTER);
    case ZT_TL_GROUP_MONTH:
        return zt_tl_months(ZT_BY_MONTH);
    case ZT_TL_GROUP_DAY:
        return zt_tl_months(ZT_BY_DAY);
    case ZT_TL_GROUP_NONE:
        return 0;
    }
    return 0;
}

/* The parts that have bands; 0: there are none. A calendar names its own parts. */
static zt_months banded(const zt_tl_plan *plan)
{
    bool timed = plan->form == ZT_TL_DOWN_TIME || plan->form == ZT_TL_ACROSS_TIME;
    return timed || !plan->params->bands ? 0 : months_of(plan);
}

/* Dates are printed as the theme prints them, from the parsed date, not from the words of the
   document; below a band without what that says: 3月7日 under 2022年. */
static zt_para *set_date(const zt_tl_plan *plan, const zt_event *event)
{
    zt_buf buf;
    zt_buf_init(&buf, plan->setting->arena);
    zt_date_print_rest(&buf, event->date,
                       zt_setting_dates(plan->setting, plan->setting->template_->theme->date),
                       zt_tl_told(banded(plan)));
    return zt_lines_plain(plan->setting, zt_buf_view(&buf), event->date_at,
                          event->key ? &plan->key_date : &plan->date,
                          plan->measure - plan->date_indent);
}

/* NULL when there is nothing to print, so that no gap is left for it. */
static zt_para *set_rich(const zt_tl_plan *plan, const zt_rich *rich, const zt_look *base,
                         const zt_look *strong)
{
    if (zt_rich_is_empty(rich))
        return NULL;
    zt_para *para = zt_lines_running(plan->setting, rich, base, strong, plan->measure);
    return para->line_count ? para : NULL;
}

/* The name of a band. All bands are higher by its further lines. */
static zt_para *set_band(zt_tl_plan *plan, zt_str name)
{
    const zt_look *look = &plan->year;
    zt_para *para = zt_lines_plain(plan->setting, name, plan->block->at, look, plan->measure);
    double further = zt_em_height(para->line_count, 0, look->para.leading);
    plan->band_height = zt_max(plan->band_height, plan->params->band_height + further);
    return para;
}

/* A band begins where the part of the calendar changes, and in each row of a folded axis anew. */
static void set_bands(zt_tl_plan *plan)
{
    zt_months months = banded(plan);
    if (months == 0)
        return;
    for (size_t i = 0; i < plan->count; i++) {
        zt_tl_entry *entry = &plan->entries[i];
        long period = zt_tl_period(entry->event->date.from, months);
        bool rows = plan->form == ZT_TL_ACROSS || plan->form == ZT_TL_GRID;
        bool row_starts = rows && i % plan->per_row == 0;
        bool goes_on = i > 0 && period == zt_tl_period(entry[-1].event->date.from, months);
        if (goes_on && !row_starts)
            continue;
        entry->band_again = goes_on;
        entry->band = set_band(plan, zt_tl_period_name(plan->setting, period, months, false));
    }
}

/* Breaks date, head and text of every entry at the measure; their heights at the natural leading
   stay with them. */
static void set_entries(zt_tl_plan *plan)
{
    const zt_timeline *content = plan->content;
    for (size_t i = 0; i < plan->count; i++) {
        zt_tl_entry *entry = &plan->entries[i];
        entry->event = &content->events[i];
        entry->date = set_date(plan, entry->event);
        entry->head = set_rich(plan, &entry->event->head, &plan->head, NULL);
        entry->text = set_rich(plan, &entry->event->text, &plan->text, &plan->strong);
        entry->height = zt_tl_entry_height(plan, entry, plan->text.para.leading);
    }
}

/* What the document asked for and the page cannot show is said, not passed over. */
static void report_scale(const zt_tl_plan *plan)
{
    bool wanted = plan->content->scale == ZT_TIME_TIME && plan->scale != ZT_TIME_TIME &&
                  plan->params->scale == ZT_TL_SCALE_AUTO;
    if (!wanted)
        return;
    const char *zh = plan->strip ? "实际间隔由日历带表示" : "版面上没有表示实际间隔";
    const char *en = plan->strip ? "the strip tells the true gaps" : "nothing tells the true gaps";
    zt_report(
        plan->setting->diags, ZT_WARNING, "scale-crowded", plan->block->at,
        "scale=\"time\" 要条目依时间先后、排在一条轴上；这里分了栏、折了排或次序不一，改排等距，"
        "%s%.0s",
        "scale=\"time\" needs one axis and entries in the order of time; here are columns, "
        "rows or another order: they are set evenly, and %.0s%s",
        zh, en);
}

/* The order matters: form before measure, since columns depend on it; a horizontal axis may then
   change both form and measure when it has to be folded; texts are broken last. */
zt_tl_plan *zt_tl_plan_make(const zt_block *block, const zt_setting *setting, double width)
{
    zt_tl_plan *plan = ZT_NEW(setting->arena, zt_tl_plan);
    *plan = (zt_tl_plan){.block = block,
                         .params = block->params,
                         .setting = setting,
                         .content = block->content,
                         .width = width};
    plan->count = plan->content->count;
    if (plan->count == 0)
        return plan;
    plan->entries = ZT_ARRAY(setting->arena, plan->count, zt_tl_entry);
    set_looks(plan);
    set_form(plan);
    set_measure(plan);
    set_params(plan);
    if (zt_tl_is_across(plan))
        zt_tl_across_measure(plan);
    if (plan->form == ZT_TL_GRID)
        zt_tl_grid_measure(plan);
    set_entries(plan);
    set_bands(plan);
    report_scale(plan);
    return plan;
}

/* Entries beside a calendar need no less than entries one below the other, hence one function for
   both. */
double zt_tl_height(const zt_tl_plan *plan, bool widest)
{
    if (plan->form == ZT_TL_GRID)
        return zt_tl_grid_height(plan, widest);
    return zt_tl_is_across(plan) ? zt_tl_across_height(plan, widest)
                                 : zt_tl_down_height(plan, widest);
}

/* The plan stays as it is: it may be drawn at several heights. Texts are shared, only the entries'
   places are the copy's own. */
zt_tl_plan *zt_tl_arranged(const zt_tl_plan *plan, double height)
{
    zt_arena *arena = plan->setting->arena;
    zt_tl_plan *own = ZT_NEW(arena, zt_tl_plan);
    *own = *plan;
    own->entries = ZT_ARRAY(arena, plan->count, zt_tl_entry);
    memcpy(own->entries, plan->entries, plan->count * sizeof *plan->entries);
    switch (own->form) {
    case ZT_TL_DOWN:
        zt_tl_down_arrange(own, height);
        break;
    case ZT_TL_DOWN_TIME:
        zt_tl_beside_arrange(own, height, zt_tl_down_height(own, true));
        break;
    case ZT_TL_ACROSS:
    case ZT_TL_ACROSS_TIME:
        zt_tl_across_arrange(own, height);
        break;
    case ZT_TL_GRID:
        zt_tl_grid_arrange(own, height);
        break;
    }
    return own;
}
