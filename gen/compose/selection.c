/* gen/compose/selection.c — keep= of a place: a narrow page shows a selection, not everything made
   small. A copy of the content holds what stays; what is left out is said in a printed line, as a
   sum or by name, and in a finding. The document itself is not changed. */
#include <string.h>

#include "base/han.h"
#include "base/unit.h"
#include "block/blocks.h"
#include "compose/compose_imp.h"
#include "model/chart_data.h"
#include "model/point_cells.h"

/* A block while a part of it is chosen. */
typedef struct chooser {
    zt_arena *arena;
    zt_selection keep;
    const zt_doc *doc;
    const zt_block *block;
    /* What is printed below the block, and said in the finding; NULL: nothing was left out. */
    const char *line;
    /* What else goes with that which is left out: annotations and the like. */
    size_t also;
} chooser;

/* ---- which units stay ---- */

/* By the flags of those that matter (NULL: none does). At least one stays. */
static size_t choose(const chooser *c, const bool *key, size_t count, bool *stays)
{
    enum { USUAL = 4 };
    size_t keys = 0, kept = 0;
    for (size_t i = 0; key && i < count; i++)
        keys += key[i];
    bool by_key = c->keep.kind != ZT_SELECT_FIRST && keys > 0;
    size_t more = c->keep.kind == ZT_SELECT_FIRST       ? c->keep.count
                  : c->keep.kind == ZT_SELECT_HIGHLIGHT ? c->keep.count
                  : by_key                              ? 0
                                                        : USUAL;
    if (!by_key && more == 0)
        more = 1;
    for (size_t i = 0; i < count; i++) {
        stays[i] = by_key && key[i];
        if (!stays[i] && more > 0) {
            stays[i] = true;
            more--;
        }
        kept += stays[i];
    }
    return kept;
}

/* A copy of those elements of an array that stay. */
static void *filtered(zt_arena *arena, const void *items, size_t size, const bool *stays,
                      size_t count)
{
    char *out = zt_arena_alloc(arena, size * (count + 1));
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (stays[i])
            memcpy(out + size * kept++, (const char *)items + size * i, size);
    return out;
}

/* ---- what is said ---- */

/* Two of a thing are 两. */
static void put_count(zt_buf *out, size_t count)
{
    if (count == 2)
        zt_buf_puts(out, "两");
    else
        zt_han_print_count(out, count);
}

/* 十一件中选四件, 4 of 11 are shown. */
static const char *of_so_many(const chooser *c, size_t count, size_t kept, const char *measure)
{
    zt_buf out;
    if (c->doc->language == ZT_LANG_EN)
        return zt_arena_printf(c->arena, "%zu of %zu are shown", kept, count);
    zt_buf_init(&out, c->arena);
    put_count(&out, count);
    zt_buf_printf(&out, "%s中选", measure);
    put_count(&out, kept);
    zt_buf_puts(&out, measure);
    return out.data;
}

/* ---- charts ---- */

/* Exactly, in the unit of the data; false where values have no sum: rates, missing ones. */
static bool sum_left(const zt_chart_data *chart, const bool *stays, zt_num *sum)
{
    size_t added = 0;
    *sum = (zt_num){0};
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_quantity *v = stays[i] ? NULL : chart->items[i].values[0];
        if (stays[i])
            continue;
        zt_num part = v ? v->printed : (zt_num){0};
        if (!v || !v->has_number || v->range_to || v->kind != ZT_Q_VALUE ||
            (v->unit_given && v->scale != chart->scale) || !zt_num_add(*sum, part, sum))
            return false;
        added++;
    }
    return added > 0;
}

/* Words that say that values are averages or rates: a sum of them means nothing. */
static bool are_rates(zt_str text)
{
    static const char *const words[] = {
        "均",    "率",      "占比",   "比重", "指数",     "密度",    "增速",    "增长",
        "同比",  "比例",    "排名",   "位次", "rate",     "share",   "average", "mean",
        "index", "density", "growth", "rank", "per cent", "percent", NULL};
    return zt_str_holds_any(text, words);
}

/* Whether the values are amounts that add up, by their unit and by what the heads of the chart and
   of the graphic call them. */
static bool adds_up(const chooser *c, const zt_chart_data *chart)
{
    int power;
    const zt_rich *heads[] = {&chart->title, &chart->deck, &c->doc->title, &c->doc->deck};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (are_rates(zt_rich_plain(c->arena, heads[i])))
            return false;
    if (chart->series_count > 0 && are_rates(chart->series[0]))
        return false;
    zt_str unit = zt_str_slice(chart->unit, zt_unit_scale(chart->unit, &power), chart->unit.len);
    return chart->series_count == 1 && !chart->mixed_scales &&
           zt_unit_class_of(unit) != ZT_UNIT_RATIO;
}

/* Names of what is left out, as far as they are few. */
static const char *names_left(const chooser *c, const zt_chart_data *chart, const bool *stays)
{
    enum { MOST_BYTES = 120 };
    zt_buf out;
    zt_buf_init(&out, c->arena);
    zt_buf_puts(&out, "");
    for (size_t i = 0; i < chart->item_count; i++)
        if (!stays[i]) {
            zt_buf_puts(&out, out.len > 0 ? ZT_IN(chart->language, "、", ", ") : "");
            zt_buf_str(&out, chart->items[i].key);
        }
    return out.len > 0 && out.len <= MOST_BYTES ? out.data : NULL;
}

/* 其余5项合计136.8万人次（据此计算）, else the names, else their count. */
static const char *chart_line(const chooser *c, const zt_chart_data *chart, const bool *stays,
                              size_t left)
{
    zt_num sum;
    zt_buf out;
    zt_buf_init(&out, c->arena);
    if (adds_up(c, chart) && sum_left(chart, stays, &sum)) {
        zt_buf_printf(&out, ZT_IN(chart->language, "其余%zu项合计", "%zu others add up to "), left);
        zt_num_print(&out, sum, false);
        zt_buf_str(&out, zt_unit_behind(c->arena, chart->language, chart->unit));
        zt_buf_puts(&out, ZT_IN(chart->language, "（据此计算）", " (computed)"));
        return out.data;
    }
    const char *names = names_left(c, chart, stays);
    return names ? zt_arena_printf(c->arena,
                                   ZT_IN(chart->language, "另有%zu项未列：%s", "%zu not shown: %s"),
                                   left, names)
                 : zt_arena_printf(c->arena,
                                   ZT_IN(chart->language, "另有%zu项未列", "%zu not shown"), left);
}

/* Whether an item of that key has gone. */
static bool is_gone(const zt_chart_data *chart, const bool *stays, zt_str key)
{
    for (size_t i = 0; i < chart->item_count; i++)
        if (!stays[i] && zt_str_equal(chart->items[i].key, key))
            return true;
    return false;
}

/* Annotations that point at what has gone go with it. */
static void keep_annotations(chooser *c, const zt_chart_data *chart, const bool *stays,
                             const size_t *moved, zt_chart_data *out)
{
    out->annotations = ZT_ARRAY(c->arena, chart->annotation_count, zt_annotation);
    out->annotation_count = 0;
    for (size_t i = 0; i < chart->annotation_count; i++) {
        zt_annotation note = chart->annotations[i];
        bool gone = note.has_from && !stays[note.from];
        for (size_t k = 0; k < note.key_count; k++)
            gone = gone || is_gone(chart, stays, note.keys[k]);
        if (note.has_from && !gone)
            note.from = moved[note.from];
        if (gone)
            c->also++;
        else
            out->annotations[out->annotation_count++] = note;
    }
}

static void keep_guides(chooser *c, const zt_chart_data *chart, const bool *stays,
                        const size_t *moved, zt_chart_data *out)
{
    out->guides = ZT_ARRAY(c->arena, chart->guide_count, zt_guide);
    out->guide_count = 0;
    for (size_t i = 0; i < chart->guide_count; i++) {
        zt_guide guide = chart->guides[i];
        bool by_items =
            guide.kind == ZT_GUIDE_BRACKET || (guide.kind == ZT_GUIDE_SPAN && !guide.in_days);
        if (by_items && !(stays[guide.from] && stays[guide.to])) {
            c->also++;
            continue;
        }
        if (by_items) {
            guide.from = moved[guide.from];
            guide.to = moved[guide.to];
        }
        out->guides[out->guide_count++] = guide;
    }
}

/* Keys that are times go along with their items. */
static void keep_time(const chooser *c, const zt_chart_data *chart, const bool *stays,
                      zt_chart_data *out)
{
    if (!chart->time)
        return;
    zt_chart_time *time = ZT_NEW(c->arena, zt_chart_time);
    *time = *chart->time;
    size_t n = chart->item_count;
    time->at = filtered(c->arena, chart->time->at, sizeof *time->at, stays, n);
    time->first = filtered(c->arena, chart->time->first, sizeof *time->first, stays, n);
    time->end = filtered(c->arena, chart->time->end, sizeof *time->end, stays, n);
    bool *jumps = ZT_ARRAY(c->arena, n + 1, bool);
    bool gap = false;
    for (size_t i = 0, kept = 0; i < n; i++) {
        gap = gap || !stays[i] || chart->time->jumps[i];
        if (stays[i]) {
            jumps[kept] = kept > 0 && gap;
            kept++;
            gap = false;
        }
    }
    time->jumps = jumps;
    out->time = time;
}

/* Charts whose items are parts of a whole, or lie on a map, a line or an axis of time, are shown
   whole: a year that is missing between two others would be a lie. */
static const void *keep_chart(chooser *c, const void *content)
{
    const zt_chart_data *chart = content;
    size_t n = chart->item_count, left = 0;
    if (chart->courses || chart->tile_count > 0 || chart->time || chart->times_fall ||
        !zt_str_in_words(chart->kind, "rank bar lollipop dot column pictogram dumbbell"))
        return content;
    bool *key = ZT_ARRAY(c->arena, n + 1, bool), *stays = ZT_ARRAY(c->arena, n + 1, bool);
    size_t *moved = ZT_ARRAY(c->arena, n + 1, size_t);
    for (size_t i = 0; i < n; i++)
        key[i] = chart->items[i].highlight;
    size_t kept = choose(c, key, n, stays);
    /* Places are counted from the first: a ranking has no gaps. */
    for (size_t i = 0; zt_str_is(chart->kind, "rank") && i < n; i++)
        stays[i] = i < kept;
    for (size_t i = 0, at = 0; i < n; i++) {
        moved[i] = at;
        at += stays[i];
        left += !stays[i];
    }
    if (left == 0)
        return content;
    zt_chart_data *out = ZT_NEW(c->arena, zt_chart_data);
    *out = *chart;
    out->items = filtered(c->arena, chart->items, sizeof *chart->items, stays, n);
    out->item_count = n - left;
    if (chart->wanted)
        out->wanted = NULL;
    keep_annotations(c, chart, stays, moved, out);
    keep_guides(c, chart, stays, moved, out);
    keep_time(c, chart, stays, out);
    c->line = chart_line(c, chart, stays, left);
    return out;
}

/* ---- other contents ---- */

static const void *keep_timeline(chooser *c, const void *content)
{
    const zt_timeline *all = content;
    bool *key = ZT_ARRAY(c->arena, all->count + 1, bool);
    bool *stays = ZT_ARRAY(c->arena, all->count + 1, bool);
    for (size_t i = 0; i < all->count; i++)
        key[i] = all->events[i].key;
    size_t kept = choose(c, key, all->count, stays);
    if (kept == all->count)
        return content;
    zt_timeline *out = ZT_NEW(c->arena, zt_timeline);
    *out = *all;
    out->events = filtered(c->arena, all->events, sizeof *all->events, stays, all->count);
    out->count = kept;
    c->line = of_so_many(c, all->count, kept, "件");
    return out;
}

/* Whether the point says the figure that leads its group. */
static bool leads(const zt_group_content *group, const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++)
        if (point->figures[i] == group->lead)
            return true;
    return false;
}

/* The words under one figure of a point that has several; empty when it shares them with others. Of
   a whole its name with that of the part. */
static zt_str words_of(const chooser *c, const zt_entry_point *point, size_t at)
{
    const zt_quantity *q = point->figures[at];
    if (q->label.len > 0)
        return q->label;
    size_t whole = point->part_count > 0 ? at / point->part_count : at;
    zt_str words = whole < point->label_count ? point->labels[whole] : (zt_str){0};
    if (point->part_count > 0 && words.len > 0)
        return zt_str_from(zt_arena_printf(c->arena, ZT_IN(q->language, "%.*s，%.*s", "%.*s, %.*s"),
                                           ZT_ARG(words),
                                           ZT_ARG(point->parts[at % point->part_count])));
    return point->label_count == point->figure_count ? words : (zt_str){0};
}

/* The lead figure alone, where it has words of its own; true when others have gone. */
static bool keep_lead_figure(const chooser *c, zt_group_content *group, zt_entry_point *point)
{
    size_t at = 0;
    for (size_t i = point->figure_count; i-- > 0;)
        if (point->figures[i] == group->lead)
            at = i;
    zt_str words = point->figure_count > 1 ? words_of(c, point, at) : (zt_str){0};
    if (words.len == 0)
        return false;
    const zt_quantity *figure = zt_figure_apart(c->arena, point, point->figures[at]);
    group->lead = figure;
    zt_span *span = ZT_NEW(c->arena, zt_span);
    *span = (zt_span){
        .kind = ZT_SPAN_QUANTITY, .text = figure->text, .quantity = figure, .at = figure->at};
    point->text = (zt_rich){span, 1, point->text.at};
    point->label = zt_rich_of(c->arena, words, point->label.at.line ? point->label.at : point->at);
    point->labels = ZT_ARRAY(c->arena, 1, zt_str);
    point->labels[0] = words;
    point->label_count = 1;
    point->figures = ZT_ARRAY(c->arena, 1, const zt_quantity *);
    point->figures[0] = figure;
    point->figure_count = 1;
    point->parts = NULL;
    point->part_count = 0;
    point->parts_text = point->head = (zt_str){0};
    return true;
}

/* One point a group, that of its lead, else its first. */
static bool keep_lead_point(const chooser *c, zt_group_content *group)
{
    size_t at = 0;
    for (size_t i = group->point_count; group->lead && i-- > 0;)
        if (leads(group, &group->points[i]))
            at = i;
    zt_entry_point *points = ZT_ARRAY(c->arena, 1, zt_entry_point);
    points[0] = group->points[at];
    group->points = points;
    group->point_count = 1;
    return keep_lead_figure(c, group, points);
}

static const void *keep_groups(chooser *c, const void *content)
{
    const zt_groups *all = content;
    size_t points = 0, left = 0, figures = 0;
    zt_groups *out = ZT_NEW(c->arena, zt_groups);
    *out = *all;
    out->groups = ZT_ARRAY(c->arena, all->count + 1, zt_group_content);
    for (size_t i = 0; i < all->count; i++) {
        out->groups[i] = all->groups[i];
        zt_group_content *group = &out->groups[i];
        points += group->point_count;
        size_t most = c->keep.kind == ZT_SELECT_FIRST ? c->keep.count : 1;
        if (group->point_count > most)
            left += group->point_count - most;
        if (c->keep.kind == ZT_SELECT_FIRST)
            group->point_count = group->point_count > most ? most : group->point_count;
        else if (group->point_count > 0)
            figures += keep_lead_point(c, group);
    }
    if (left + figures == 0)
        return content;
    c->line = c->keep.kind == ZT_SELECT_FIRST
                  ? of_so_many(c, points, points - left, "项")
                  : zt_arena_printf(c->arena,
                                    ZT_IN(c->doc->language, "%zu组各选一项，其余未列",
                                          "one item of each of %zu groups is shown"),
                                    all->count);
    return out;
}

/* The heads of the two sides once over all rows, 任务书 → 成绩单, as each row has but one side. */
static void show_results_only(const chooser *c, zt_ledger *ledger)
{
    ledger->results_only = true;
    if (ledger->head.len == 0 && ledger->left.len > 0 && ledger->right.len > 0)
        ledger->head = zt_str_from(
            zt_arena_printf(c->arena, "%.*s → %.*s", ZT_ARG(ledger->left), ZT_ARG(ledger->right)));
    ledger->left = ledger->right = (zt_str){0};
}

/* The result with one figure a row; the tasks are left out where there is a result. */
static const void *keep_ledger(chooser *c, const void *content)
{
    const zt_ledger *all = content;
    size_t figures = 0, tasks = 0;
    bool only = true;
    zt_ledger *out = ZT_NEW(c->arena, zt_ledger);
    *out = *all;
    out->rows = ZT_ARRAY(c->arena, all->count + 1, zt_ledger_row);
    for (size_t i = 0; i < all->count; i++) {
        zt_ledger_row *row = &out->rows[i];
        *row = all->rows[i];
        if (row->figure_count > 1) {
            figures += row->figure_count - 1;
            row->figure_count = 1;
        }
        if (!zt_rich_is_empty(&row->task) && !zt_rich_is_empty(&row->result)) {
            row->task = (zt_rich){0};
            tasks++;
        }
        only = only && zt_rich_is_empty(&row->task);
    }
    if (only && tasks > 0)
        show_results_only(c, out);
    if (figures == 0 && tasks == 0)
        return content;
    zt_lang language = c->doc->language;
    if (figures == 0)
        c->line = ZT_IN(language, "任务原文未列", "the words of the tasks are not shown");
    else
        c->line = zt_arena_printf(
            c->arena,
            tasks > 0 ? ZT_IN(language, "任务原文与另外%zu个数未列",
                              "the words of the tasks and %zu more figures are not shown")
                      : ZT_IN(language, "另有%zu个数未列", "%zu more figures are not shown"),
            figures);
    return out;
}

static const void *keep_table(chooser *c, const void *content)
{
    const zt_table_content *all = content;
    bool *key = ZT_ARRAY(c->arena, all->count + 1, bool);
    bool *stays = ZT_ARRAY(c->arena, all->count + 1, bool);
    for (size_t i = 0; i < all->count; i++)
        key[i] = all->rows[i].key || all->rows[i].band;
    size_t kept = choose(c, key, all->count, stays);
    if (kept == all->count)
        return content;
    zt_table_content *out = ZT_NEW(c->arena, zt_table_content);
    *out = *all;
    out->rows = filtered(c->arena, all->rows, sizeof *all->rows, stays, all->count);
    out->count = kept;
    c->line = of_so_many(c, all->count, kept, "行");
    return out;
}

/* The first of a plain list; how many are left out is said. */
static size_t first_of(chooser *c, size_t count, const char *measure)
{
    enum { USUAL = 4 };
    size_t most = c->keep.kind == ZT_SELECT_FIRST || c->keep.kind == ZT_SELECT_HIGHLIGHT
                      ? c->keep.count
                  : c->keep.kind == ZT_SELECT_LEAD ? 1
                                                   : USUAL;
    most = most < 1 ? 1 : most;
    if (count > most)
        c->line = of_so_many(c, count, most, measure);
    return count > most ? most : count;
}

#define KEEP_FIRST(type_, count_, measure_)                                                        \
    type_ *out = ZT_NEW(c->arena, type_);                                                          \
    *out = *(const type_ *)content;                                                                \
    out->count_ = first_of(c, out->count_, measure_);                                              \
    return out

static const void *keep_figures(chooser *c, const void *content)
{
    KEEP_FIRST(zt_figures, count, "个");
}

static const void *keep_names(chooser *c, const void *content)
{
    KEEP_FIRST(zt_name_list, count, "个");
}

static const void *keep_tasks(chooser *c, const void *content)
{
    KEEP_FIRST(zt_tasks, count, "项");
}

static const void *keep_strip(chooser *c, const void *content)
{
    KEEP_FIRST(zt_strip, count, "项");
}

/* ---- the block ---- */

static const struct {
    const char *name;
    const void *(*keep)(chooser *c, const void *content);
} kinds[] = {{"chart", keep_chart},   {"timeline", keep_timeline}, {"groups", keep_groups},
             {"ledger", keep_ledger}, {"table", keep_table},       {"figures", keep_figures},
             {"names", keep_names},   {"tasks", keep_tasks},       {"strip", keep_strip}};

/* The line below the block. */
static zt_block *line_block(zt_arena *arena, const zt_block *of, const char *line)
{
    zt_rich *text = ZT_NEW(arena, zt_rich);
    *text = zt_rich_of(arena, zt_str_from(line), of->at);
    zt_block *block = ZT_NEW(arena, zt_block);
    const zt_block_kind *kind = zt_block_kind_find(ZT_STR("left-out"));
    zt_assert(kind);
    *block =
        (zt_block){.kind = kind, .name = kind->name, .at = of->at, .content = text, .units = 1};
    return block;
}

zt_block *zt_block_keep(zt_arena *arena, zt_diags *diags, const zt_doc *doc, zt_block *block,
                        zt_selection keep)
{
    chooser c = {.arena = arena, .keep = keep, .doc = doc, .block = block};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, block->name) == 0)
            block->content = kinds[i].keep(&c, block->content);
    if (!c.line)
        return NULL;
    zt_report(diags, ZT_NOTE, "part-kept", block->at,
              "<%s> 只排一部分：%s；较宽的版位排全部（略去的注释 %zu 处）",
              "<%s> is shown in part: %s; wider slots show all of it (annotations left out: %zu)",
              block->name, c.line, c.also);
    return line_block(arena, block, c.line);
}
