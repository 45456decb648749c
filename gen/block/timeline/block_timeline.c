/* Dated entries along one axis (大事记): its parameters and measure. */
#include "block/timeline/timeline_draw.h"
#include "block/timeline/timeline_plan.h"
#include "block/words/lines.h"

/* To the baseline of what stands highest: the head, a band's name or a date. */
static double first_baseline(const zt_tl_plan *plan, double height)
{
    if (plan->title)
        return zt_tl_title_box(plan).y + ZT_EM_TOP * plan->section.text.size;
    const zt_tl_plan *arranged = zt_tl_arranged(plan, height);
    double first = height;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_tl_entry *entry = &arranged->entries[i];
        first = zt_min(first, entry->top + ZT_EM_TOP * plan->date.text.size);
        if (entry->band && !zt_tl_is_across(plan))
            first = zt_min(first, entry->band_top + zt_tl_name_drop(plan, entry) +
                                      ZT_EM_TOP * plan->year.text.size);
    }
    return first;
}

/* The extent goes from natural gaps to gaps and leading at their ceilings; entries are what columns
   and pages may part. A timeline without entries takes no height. */
static zt_plan timeline_plan(const zt_block *block, const zt_setting *setting, double width)
{
    const zt_tl_plan *plan = zt_tl_plan_make(block, setting, width);
    if (plan->count == 0)
        return (zt_plan){.first_baseline = -1, .own = plan};
    double natural = zt_tl_height(plan, false), most = zt_tl_height(plan, true);
    double *units = ZT_ARRAY(setting->arena, plan->count, double);
    for (size_t i = 0; i < plan->count; i++)
        units[i] = plan->entries[i].height;
    return (zt_plan){.extent = {natural, zt_max(natural, most)},
                     .first_baseline = first_baseline(plan, natural),
                     .units = units,
                     .unit_count = plan->count,
                     .own = plan};
}

/* Spreads the entries over the height that the block got, then draws them. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_tl_plan *plan = planned->own;
    (void)setting; /* the plan points to it */
    if (plan->count > 0)
        zt_tl_draw(zt_tl_arranged(plan, height), height, into);
}

/* Below the last entry of the last column, down to the last line of all, a gap apart. */
static bool empty_cell(const zt_plan *planned, double height, zt_rect *cell)
{
    const zt_tl_plan *plan = planned->own;
    if (plan->count == 0 || plan->columns == 1 || plan->form == ZT_TL_GRID)
        return false;
    plan = zt_tl_arranged(plan, height);
    double top = zt_tl_head_height(plan), foot = top, last = plan->columns - 1;
    for (size_t i = 0; i < plan->count; i++) {
        double end = zt_tl_entry_foot(plan, &plan->entries[i]);
        foot = zt_max(foot, end);
        if (plan->entries[i].column == plan->columns - 1)
            top = zt_max(top, end);
    }
    top += plan->row_gap.natural;
    *cell = (zt_rect){last * (plan->column + plan->gutter), top, plan->column, foot - top};
    return foot > top;
}

static const zt_param params[] = {
    {"gap", ZT_PARAM(zt_tl_params, gap, GAP), NULL, "2..5", "条目之间、条目与年份带之间",
     "between entries, and between entries and bands"},
    {"indent", ZT_PARAM(zt_tl_params, indent, POINTS), NULL, "6mm",
     "文字左边的最小缩进，文字一栏取整字",
     "least indent of the text, whose measure is whole characters"},
    {"bands", ZT_PARAM(zt_tl_params, bands, YES), NULL, "yes", "按年分组时画年份带",
     "year bands when grouped by year"},
    {"group", ZT_PARAM(zt_tl_params, group, WORD), "auto year quarter month none day", "auto",
     "按年、季度、月、日分组；auto 照稿件",
     "by years, quarters, months, days; auto: as the document says"},
    {"band-height", ZT_PARAM(zt_tl_params, band_height, POINTS), NULL, "6mm", "年份带的高",
     "height of a year band"},
    {"band-ink", ZT_PARAM(zt_tl_params, band_ink, INK), NULL, "companion-light",
     "年份带和日历带的底色", "ground of bands and strip"},
    {"axis", ZT_PARAM(zt_tl_params, axis, POINTS), NULL, "0.5mm", "轴线的粗细",
     "weight of the axis"},
    {"axis-at", ZT_PARAM(zt_tl_params, axis_at, POINTS), NULL, "3.25mm", "轴线离左边",
     "the axis from the left edge"},
    {"rows", ZT_PARAM(zt_tl_params, rows, WORD), "free aligned", "free", "多栏时各栏的条目是否对齐",
     "whether entries align over columns"},
    {"head-height", ZT_PARAM(zt_tl_params, head_height, POINTS), NULL, "8mm", "题行的最小高",
     "least height of the head's line"},
    {"scale", ZT_PARAM(zt_tl_params, scale, WORD), "auto even time hybrid", "auto",
     "等距、按实际天数、等距加日历带；auto 照稿件",
     "even, true to the day, even with a strip; auto: as the document says"},
    {"calendar", ZT_PARAM(zt_tl_params, calendar, WORD), "auto yes no", "auto",
     "题行上按天数的日历带；auto 看 scale 和宽度",
     "a day scale on the head's line; auto: by scale= and width"},
    {"calendar-text", ZT_PARAM(zt_tl_params, calendar_text, TEXT), NULL, "（节点间隔按实际天数）",
     "日历带上的说明", "the words on the strip"},
    {"spine", ZT_PARAM(zt_tl_params, spine, YES), NULL, "no",
     "竖的日历带作图（scale=time）：带窄而年份竖写，没有节点，要事的引线粗、用重点色",
     "the calendar that runs down as the picture: narrow, its years turned, no nodes, strong "
     "leaders from key events"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"year", "year", "年份", "year"},
    {"date", "date", "日期", "date"},
    {"event-head", "strong", "条目的题", "head of an entry"},
    {"text", "body", "正文", "text"},
    {"strong", "strong", "正文中的粗体", "bold in the text"},
    {"strip-note", "note", "日历带上的说明", "words on the strip"},
    {0},
};

const zt_block_kind zt_block_kind_timeline = {
    .name = "timeline",
    .spans = zt_spans_wide,
    .takes_columns = true,
    .variants = "axis-left horizontal grid",
    .params = {params, sizeof(zt_tl_params)},
    .parts = parts,
    .zh = "大事记：一条轴线，条目挂在日期下，可分栏续行；horizontal 为横轴，条目上下相间；grid "
          "逐行排在版面的栏上。",
    .en = "Dated entries along one axis, in columns; horizontal: above and below an axis that runs "
          "across; grid: row by row on the columns of the page.",
    .plan = timeline_plan,
    .place = place,
    .empty_cell = empty_cell,
};
