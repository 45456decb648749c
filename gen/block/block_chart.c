/* A chart: its title, deck, plot and note, stacked; the plot is drawn by the chart's kind. */
#include <math.h>

#include "block/words/lines.h"
#include "chart/arrow_marks.h"
#include "chart/chart.h"
#include "chart/marks.h"
#include "chart/note_marks.h"
#include "model/chart_labels.h"

/* In steps of the theme's scale: between title and deck, between the heads and the plot, between
   plot and note. */
static const double DECK_GAP = 1, NOTE_GAP = 2;
static const zt_gap PLOT_GAP = {3, 5};

/* One of the texts above or below the plot. */
typedef struct chart_words {
    zt_para *para; /* NULL when there are none */
    /* Blank of the first line above its em box, taken off. */
    double above;
    /* From the first em box's top to the last one's foot. */
    double height;
} chart_words;

/* The texts of a chart and the plan of its plot. Gaps are natural and ceiling, in points. */
typedef struct chart_plan {
    const zt_chart_data *data;
    const zt_chart_kind *kind;
    zt_chart chart;
    chart_words title, deck, note;
    /* Naught where there is nothing to part. */
    double deck_gap, note_gap;
    zt_gap plot_gap; /* likewise */
    zt_chart_plan plot;
} chart_plan;

/* Breaks one of the texts at the width; nothing is made of an empty one. */
static chart_words set_words(const zt_setting *setting, const zt_block *block, const char *part,
                             const zt_rich *rich, double width)
{
    chart_words words = {0};
    if (zt_rich_is_empty(rich))
        return words;
    zt_look look = zt_block_look(setting, block, part);
    zt_look strong = zt_block_look(setting, block, "label-strong");
    strong = zt_strong_in(&strong, &look);
    words.para = zt_lines_rich(setting, rich, &look, &strong, width);
    words.above = (look.para.leading - look.text.size) / 2;
    words.height = words.para->height - 2 * words.above;
    return words;
}

/* A chart that has no title of its own is headed by the block's head. */
static zt_rich title_of(const zt_setting *setting, const zt_block *block)
{
    const zt_chart_data *data = block->content;
    if (!zt_rich_is_empty(&data->title) || data->head.len == 0)
        return data->title;
    return zt_rich_of(setting->arena, data->head, block->at);
}

/* Whether the title or the deck says the head already. */
static bool is_said(const zt_setting *setting, const zt_block *block, zt_str head)
{
    const zt_chart_data *data = block->content;
    zt_rich title = title_of(setting, block);
    return zt_str_holds(zt_rich_plain(setting->arena, &title), head) ||
           zt_str_holds(zt_rich_plain(setting->arena, &data->deck), head);
}

/* The deck tells the unit; an axis that is not even is told behind it. */
static zt_rich with_spread(const zt_setting *setting, const zt_chart_data *data, zt_rich deck)
{
    static const char *const said[] = {"对数刻度", "logarithmic", "log scale", NULL};
    const char *word = zt_chart_spread_word(data->spread, data->language);
    if (!word || zt_str_holds_any(zt_rich_plain(setting->arena, &deck), said))
        return deck;
    zt_rich words = zt_rich_of(setting->arena, zt_str_from(word), data->spread_at);
    zt_span comma = {.kind = ZT_SPAN_TEXT,
                     .text = zt_str_from(ZT_IN(data->language, "，", ", ")),
                     .at = data->spread_at};
    return zt_rich_join(setting->arena, &deck, &comma, &words);
}

/* A single series needs no legend: its head leads the deck, where the kind does not tell it. */
static zt_rich head_and_deck(const zt_setting *setting, const zt_block *block,
                             const zt_chart_kind *kind)
{
    const zt_chart_data *data = block->content;
    zt_str head = data->series_count == 1 ? data->series[0] : (zt_str){0};
    if (head.len == 0 || (kind && kind->tells_head) || is_said(setting, block, head))
        return data->deck;
    zt_rich lead = zt_rich_of(setting->arena, head, data->kind_at);
    zt_span colon = {.kind = ZT_SPAN_TEXT,
                     .text = zt_str_from(ZT_IN(data->language, "：", ": ")),
                     .at = data->kind_at};
    return zt_rich_join(setting->arena, &lead, &colon, &data->deck);
}

static zt_rich deck_of(const zt_setting *setting, const zt_block *block, const zt_chart_kind *kind)
{
    return with_spread(setting, block->content, head_and_deck(setting, block, kind));
}

/* What the plot could not say: of panels how their scales are, and the standing of values. */
static zt_str words_unsaid(const zt_setting *setting, const chart_plan *plan)
{
    zt_str scales = zt_chart_facet_words(setting->arena, plan->data);
    zt_str standing = zt_chart_unsaid_words(&plan->chart, &plan->plot);
    const char *between = scales.len && standing.len ? ZT_IN(setting->language, "；", "; ") : "";
    return zt_str_from(
        zt_arena_printf(setting->arena, "%.*s%s%.*s", ZT_ARG(scales), between, ZT_ARG(standing)));
}

/* What the author wrote, and that on a line of its own. */
static zt_rich note_of(const zt_setting *setting, const chart_plan *plan)
{
    zt_pos at = plan->data->kind_at;
    zt_span line_end = {.kind = ZT_SPAN_BREAK, .at = at};
    zt_rich said = zt_rich_of(setting->arena, words_unsaid(setting, plan), at);
    return zt_rich_join(setting->arena, &plan->data->note, &line_end, &said);
}

/* Between title and deck: on a page with lines so that the deck stands on one of them when the
   title does. */
static double deck_gap(const zt_setting *setting, const chart_plan *plan)
{
    const zt_para *title = plan->title.para;
    double line = setting->page.grid.line;
    double first = title->lines[0].baseline - plan->title.above;
    double apart = plan->title.height - first + plan->deck.para->lines[0].baseline -
                   plan->deck.above; /* without a gap */
    if (line <= 0)
        return zt_setting_gap(setting, DECK_GAP);
    return ceil(apart / line) * line - apart;
}

/* Only what stands in a chart of a known kind is planned: the others were reported by check. */
static chart_plan *plan_chart(const zt_block *block, const zt_setting *setting, double width)
{
    chart_plan *plan = ZT_NEW(setting->arena, chart_plan);
    plan->data = block->content;
    plan->kind = zt_chart_kind_drawing(plan->data);
    zt_rich title = title_of(setting, block);
    plan->title = set_words(setting, block, "title", &title, width);
    zt_rich deck = deck_of(setting, block, plan->kind);
    plan->deck = set_words(setting, block, "deck", &deck, width);
    if (plan->title.para && plan->deck.para)
        plan->deck_gap = deck_gap(setting, plan);
    if (plan->title.para || plan->deck.para)
        plan->plot_gap = (zt_gap){zt_setting_gap(setting, PLOT_GAP.natural),
                                  zt_setting_gap(setting, PLOT_GAP.ceiling)};
    if (plan->kind) {
        plan->chart = zt_chart_host(block, setting, plan->data);
        zt_note_marks_plan(&plan->chart, plan->kind, width);
        plan->plot = plan->kind->plan(&plan->chart, width);
    }
    zt_rich note = note_of(setting, plan);
    plan->note = set_words(setting, block, "note", &note, width);
    if (plan->note.para)
        plan->note_gap = zt_setting_gap(setting, NOTE_GAP);
    return plan;
}

/* Points of all texts with the gaps between them, but for the gap over the plot. */
static double words_height(const chart_plan *plan)
{
    return plan->title.height + plan->deck.height + plan->note.height + plan->deck_gap +
           plan->note_gap;
}

/* Of the title, else the deck; a plot has no line that neighbours could be aligned by. */
static double first_baseline(const chart_plan *plan)
{
    const chart_words *words[] = {&plan->title, &plan->deck};
    for (size_t i = 0; i < 2; i++)
        if (words[i]->para)
            return words[i]->para->lines[0].baseline - words[i]->above;
    return -1;
}

/* Title, deck and plot stand on one height with those of its neighbours. */
static void share_lines(zt_arena *arena, const chart_plan *plan, zt_plan *out)
{
    zt_shared_line *lines = ZT_ARRAY(arena, 3, zt_shared_line);
    double y = 0;
    size_t count = 0;
    if (plan->title.para)
        lines[count++] = (zt_shared_line){ZT_SHARED_HEAD, 0,
                                          plan->title.para->lines[0].baseline - plan->title.above};
    y += plan->title.height;
    if (plan->deck.para)
        lines[count++] = (zt_shared_line){ZT_SHARED_DECK, y,
                                          y + plan->deck_gap + plan->deck.para->lines[0].baseline -
                                              plan->deck.above};
    y += plan->deck_gap + plan->deck.height;
    if (plan->kind)
        lines[count++] = (zt_shared_line){ZT_SHARED_TOP, y, y + plan->plot_gap.natural};
    out->shared = lines;
    out->shared_count = count;
}

/* Spans that suit the kind. */
static zt_spans spans(const zt_block *block)
{
    static const zt_spans usual = {4, 3, 12};
    const zt_chart_kind *kind = zt_chart_kind_drawing(block->content);
    return kind && kind->spans.preferred > 0 ? kind->spans : usual;
}

/* The chart uses spare height where its plot does, and in the gap over it. */
static zt_plan chart_block_plan(const zt_block *block, const zt_setting *setting, double width)
{
    const chart_plan *plan = plan_chart(block, setting, width);
    double words = words_height(plan);
    zt_plan out = {.extent = {words + plan->plot_gap.natural + plan->plot.extent.height,
                              words + plan->plot_gap.ceiling + plan->plot.extent.ceiling},
                   .first_baseline = first_baseline(plan),
                   .own = plan};
    share_lines(setting->arena, plan, &out);
    return out;
}

/* Draws one of the texts as a part of its role. */
static void place_words(const zt_setting *setting, const chart_words *words, zt_group *into,
                        const char *part, zt_role role, zt_rect box)
{
    if (!words->para)
        return;
    box.h = words->height;
    zt_group *group = zt_scene_add_part(setting->scene, into, into->item.at, part, role, box);
    zt_para_place(words->para, setting->scene, group, 0, -words->above, 0, SIZE_MAX);
}

/* Spare height goes to the plot, then to the gap above it; the note stays at the foot. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const chart_plan *plan = planned->own;
    zt_extent extent = plan->plot.extent;
    double width = planned->width, y = 0;
    into->role = ZT_ROLE_FIGURE;
    into->alt = planned->block->alt;
    into->table = plan->data->table;
    double room = height - words_height(plan);
    double gap = zt_clamp(room - extent.ceiling, plan->plot_gap.natural, plan->plot_gap.ceiling);
    double plot = zt_max(room - gap, extent.height); /* above the ceiling: empty at its foot */

    place_words(setting, &plan->title, into, "title", ZT_ROLE_CAPTION, (zt_rect){0, y, width, 0});
    y += plan->title.height + plan->deck_gap;
    place_words(setting, &plan->deck, into, "deck", ZT_ROLE_P, (zt_rect){0, y, width, 0});
    y += plan->deck.height + gap;
    if (plan->kind) {
        zt_group *group = zt_scene_add_part(setting->scene, into, planned->block->at, "plot",
                                            ZT_ROLE_NONE, (zt_rect){0, y, width, plot});
        plan->kind->draw(&plan->plot, plot, group);
        if (!plan->plot.has_arrows)
            zt_arrow_marks_draw(&plan->chart, group, width, plot, NULL);
        zt_note_marks_draw(&plan->chart, group, width, plot);
    }
    y += plot + plan->note_gap;
    place_words(setting, &plan->note, into, "note", ZT_ROLE_NOTE, (zt_rect){0, y, width, 0});
}

/* The parameters of the chart's kind, beside those of all charts. */
static zt_param_table more_params(const zt_block *block)
{
    const zt_chart_data *data = block->content;
    const zt_chart_kind *kind = zt_chart_kind_find(data->kind);
    return kind ? kind->params : (zt_param_table){0};
}

/* Whether any kind of chart has the parameter: a place for any chart may set it. */
static bool knows_param(zt_str name)
{
    for (size_t i = 0; zt_chart_kinds[i]; i++)
        for (const zt_param *a = zt_chart_kinds[i]->params.rows; a && a->name; a++)
            if (zt_str_is(name, a->name))
                return true;
    return false;
}

static const zt_param params[] = {
    {"accent", ZT_PARAM(zt_chart_params, accent, INK), NULL, "accent", "重点用墨",
     "ink of what is highlighted"},
    {"rest", ZT_PARAM(zt_chart_params, rest, INK), NULL, "companion-mid", "其余用墨",
     "ink of the others"},
    {"second", ZT_PARAM(zt_chart_params, second, INK), NULL, "companion", "再下一个系列用墨",
     "ink of a further series"},
    {"third", ZT_PARAM(zt_chart_params, third, INK), NULL, "companion-light",
     "又一个系列、第三段起用墨", "ink of one more series, and of parts from the third on"},
    ZT_MARK_PARAMS(zt_chart_params, marks),
    {0},
};
static const zt_part_default parts[] = {
    {"title", "chart-title", "图题", "title"},
    {"deck", "chart-deck", "图副题", "deck, unit"},
    {"note", "note", "注", "note"},
    {"label", "chart-label", "标签", "category labels"},
    {"label-strong", "strong", "突出的标签", "highlighted labels, at the size of the labels"},
    {"name", "chart-title", "名称", "name of a strip"},
    {"value", "chart-value", "数值", "values at the marks"},
    {"tick", "tick", "刻度", "ticks, axis units"},
    {"figure", "figure-second", "关键数字", "figure of an annotation, share in the hole"},
    {"annotation", "label", "注解", "words of an annotation"},
    {"missing", "missing", "待补", "a missing value"},
    {0},
};

const zt_block_kind zt_block_kind_chart = {
    .name = "chart",
    .spans = spans,
    .squeezes = true,
    .params = {params, sizeof(zt_chart_params)},
    .parts = parts,
    .zh = "图表：题、副题、图、注。",
    .en = "A chart: title, deck, plot, note.",
    .plan = chart_block_plan,
    .place = place,
    .more_params = more_params,
    .knows_param = knows_param,
};
