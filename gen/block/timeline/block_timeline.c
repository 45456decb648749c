/* Dated entries along one axis (大事记): its parameters and measure. */
#include "block/words/lines.h"
#include "block/timeline/timeline_imp.h"

static zt_extent measure(const zt_block *block, const zt_setting *setting, double width)
{
    zt_tl_plan plan = zt_tl_plan_make(block, setting, width);
    if (plan.count == 0)
        return (zt_extent){0};
    double natural = zt_tl_natural_height(&plan), most = zt_tl_widest_height(&plan);
    return (zt_extent){natural, zt_max(natural, most)};
}

static void place(const zt_block *block, const zt_setting *setting, double width, double height,
                  zt_group *into)
{
    zt_tl_plan plan = zt_tl_plan_make(block, setting, width);
    if (plan.count == 0)
        return;
    zt_tl_arrange(&plan, height);
    zt_tl_draw(&plan, height, into);
}

/* Below the last entry of the last column, down to the last line of all, a gap apart. */
static bool empty_cell(const zt_block *block, const zt_setting *setting, double width,
                       double height, zt_rect *cell)
{
    zt_tl_plan plan = zt_tl_plan_make(block, setting, width);
    if (plan.count == 0 || plan.columns == 1)
        return false;
    zt_tl_arrange(&plan, height);
    double top = zt_tl_head_height(&plan), foot = top, last = plan.columns - 1;
    for (size_t i = 0; i < plan.count; i++) {
        double end = zt_tl_entry_foot(&plan, &plan.entries[i]);
        foot = zt_max(foot, end);
        if (plan.entries[i].column == plan.columns - 1)
            top = zt_max(top, end);
    }
    top += plan.row_gap.natural;
    *cell = (zt_rect){last * (plan.column + plan.gutter), top, plan.column, foot - top};
    return foot > top;
}

static const zt_param params[] = {
    {"gap", ZT_PARAM(zt_tl_params, gap, GAP), NULL, "2..5", "条目之间、条目与年份带之间",
     "between entries, and between entries and bands"},
    {"date-gap", ZT_PARAM(zt_tl_params, date_gap, GAP), NULL, "1", "日期与文字之间",
     "between date and text"},
    {"indent", ZT_PARAM(zt_tl_params, indent, POINTS), NULL, "6mm",
     "文字左边的最小缩进，文字一栏取整字",
     "least indent of the text, whose measure is whole characters"},
    {"bands", ZT_PARAM(zt_tl_params, bands, YES), NULL, "yes", "按年分组时画年份带",
     "year bands when grouped by year"},
    {"band-height", ZT_PARAM(zt_tl_params, band_height, POINTS), NULL, "6mm", "年份带的高",
     "height of a year band"},
    {"band-ink", ZT_PARAM(zt_tl_params, band_ink, INK), NULL, "companion-light",
     "年份带和日历带的底色", "ground of bands and strip"},
    {"band-tint", ZT_PARAM(zt_tl_params, band_tint, NUMBER), NULL, "0.45",
     "底色的成数，每块版不宜少于 5%", "tint of that ground; each plate should keep 5 %"},
    {"axis-line", ZT_PARAM(zt_tl_params, axis_line, POINTS), NULL, "0.5mm", "轴线的粗细",
     "weight of the axis"},
    {"axis-at", ZT_PARAM(zt_tl_params, axis_at, POINTS), NULL, "3.25mm", "轴线离左边",
     "the axis from the left edge"},
    {"axis-ink", ZT_PARAM(zt_tl_params, axis_ink, INK), NULL, "companion-mid", "轴线和空心点",
     "axis and open nodes"},
    {"node", ZT_PARAM(zt_tl_params, node, POINTS), NULL, "2.6mm", "一般节点的直径",
     "diameter of an ordinary node"},
    {"node-line", ZT_PARAM(zt_tl_params, node_line, POINTS), NULL, "0.5mm", "空心点的线",
     "line of an open node"},
    {"node-ground", ZT_PARAM(zt_tl_params, node_ground, INK), NULL, "paper", "空心点的底色",
     "ground of an open node"},
    {"key-node", ZT_PARAM(zt_tl_params, key_node, POINTS), NULL, "3.8mm", "要事节点的直径",
     "diameter of a key node"},
    {"key-ink", ZT_PARAM(zt_tl_params, key_ink, INK), NULL, "accent", "要事的节点和日期",
     "node and date of a key event"},
    {"range-node", ZT_PARAM(zt_tl_params, range_node, POINTS), NULL, "2.6mm", "起止双点的直径",
     "diameter of a range's discs"},
    {"range-apart", ZT_PARAM(zt_tl_params, range_apart, POINTS), NULL, "3.2mm", "起止双点的距离",
     "distance of a range's discs"},
    {"rows", ZT_PARAM(zt_tl_params, rows, WORD), "free aligned", "free", "多栏时各栏的条目是否对齐",
     "whether entries align over columns"},
    {"rule", ZT_PARAM(zt_tl_params, rule, POINTS), NULL, "0.5mm", "题上的线",
     "weight of the rule over the head"},
    {"rule-ink", ZT_PARAM(zt_tl_params, rule_ink, INK), NULL, "key", "题上的线",
     "ink of the rule over the head"},
    {"rule-gap", ZT_PARAM(zt_tl_params, rule_gap, GAP), NULL, "2", "线与题之间",
     "between rule and head"},
    {"head-height", ZT_PARAM(zt_tl_params, head_height, POINTS), NULL, "8mm", "题行的最小高",
     "least height of the head's line"},
    {"scale", ZT_PARAM(zt_tl_params, scale, WORD), "auto even time hybrid", "auto",
     "等距、按实际天数、等距加日历带；auto 照稿件",
     "even, true to the day, even with a strip; auto: as the document says"},
    {"leader-length", ZT_PARAM(zt_tl_params, leader_length, POINTS), NULL, "9mm",
     "日历带与节点之间，引线所占的宽（横轴为高）",
     "room of the leaders between calendar and nodes"},
    {"leader-line", ZT_PARAM(zt_tl_params, leader_line, POINTS), NULL, "0.15mm", "引线的粗细",
     "weight of leaders"},
    {"leader-ink", ZT_PARAM(zt_tl_params, leader_ink, INK), NULL, "key", "引线的油墨",
     "ink of leaders"},
    {"axis-gap", ZT_PARAM(zt_tl_params, axis_gap, GAP), NULL, "2..3", "横轴与文字之间",
     "from a horizontal axis to the texts"},
    {"fold-gap", ZT_PARAM(zt_tl_params, fold_gap, GAP), NULL, "5..8", "横轴折成几排时，排与排之间",
     "between rows of a folded horizontal axis"},
    {"pole-gap", ZT_PARAM(zt_tl_params, pole_gap, GAP), NULL, "1", "横轴的引线与文字之间",
     "from a pole of a horizontal axis to its text"},
    {"entry-gap", ZT_PARAM(zt_tl_params, entry_gap, GAP), NULL, "3", "横轴同侧相邻文字之间",
     "between neighbours on one side of a horizontal axis"},
    {"measure", ZT_PARAM_EM(zt_tl_params, measure, "text"), NULL, "12em",
     "横轴条目的最小字数；再窄就多折一排",
     "least measure of an entry on a horizontal axis, before it is folded into more rows"},
    {"measure-most", ZT_PARAM_EM(zt_tl_params, measure_most, "text"), NULL, "26em",
     "横轴条目的最大字数", "most of it"},
    {"calendar", ZT_PARAM(zt_tl_params, calendar, WORD), "auto yes no", "auto",
     "题行上按天数的日历带；auto 看 scale 和宽度",
     "a day scale on the head's line; auto: by scale= and width"},
    {"calendar-least", ZT_PARAM(zt_tl_params, calendar_least, POINTS), NULL, "150mm",
     "auto 时画日历带的最小宽", "least width of the block for a strip by itself"},
    {"calendar-height", ZT_PARAM(zt_tl_params, calendar_height, POINTS), NULL, "6mm", "日历带的高",
     "height of the strip"},
    {"calendar-gap", ZT_PARAM(zt_tl_params, calendar_gap, GAP), NULL, "5", "题与日历带之间",
     "between head and strip"},
    {"calendar-mark", ZT_PARAM(zt_tl_params, calendar_mark, POINTS), NULL, "0.5mm",
     "日历带上的一般记号", "mark of an ordinary event"},
    {"calendar-key", ZT_PARAM(zt_tl_params, calendar_key, POINTS), NULL, "0.9mm",
     "日历带上的要事记号", "mark of a key event"},
    {"calendar-cut", ZT_PARAM(zt_tl_params, calendar_cut, POINTS), NULL, "0.6mm", "元旦处的空隙",
     "white cut at New Year"},
    {"calendar-text", ZT_PARAM(zt_tl_params, calendar_text, TEXT), NULL, "（节点间隔按实际天数）",
     "日历带上的说明", "the words on the strip"},
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
    .takes_columns = true,
    .variants = "axis-left horizontal",
    .params = {params, sizeof(zt_tl_params)},
    .parts = parts,
    .zh = "大事记：一条轴线，条目挂在日期下，可分栏续行；horizontal 为横轴，条目上下相间。",
    .en = "Dated entries along one axis, in columns; horizontal: above and below an axis that runs "
          "across.",
    .measure = measure,
    .place_measured = place,
    .empty_measured = empty_cell,
};
