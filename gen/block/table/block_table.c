/* A table: columns as wide as what is in them, values on their decimal points, bars of true length;
   a list of records where the columns do not fit. */
#include "block/table/table_imp.h"

static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    zt_table_plan *own = ZT_NEW(setting->arena, zt_table_plan);
    *own = zt_table_plan_make(block, setting, width);
    double natural = zt_table_natural(own);
    double more = (own->row.ceiling - own->row.natural) * (double)own->rows_most;
    double *heights = ZT_ARRAY(setting->arena, own->count, double);
    for (size_t i = 0; i < own->count; i++)
        heights[i] = own->rows[i].height;
    return (zt_plan){.extent = {natural, natural + zt_max(0, more)},
                     .first_baseline = zt_table_first_baseline(own),
                     .units = heights,
                     .unit_count = own->count,
                     .own = own};
}

static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    (void)setting; /* the plan's own */
    into->role = ZT_ROLE_SECT;
    zt_table_draw(planned->own, height, into);
}

static const zt_param params[] = {
    {"row", ZT_PARAM(zt_table_params, row, GAP), NULL, "6mm..8.5mm", "行的最小高，和有余时的上限",
     "least height of a row, and its ceiling when there is room"},
    {"pad", ZT_PARAM(zt_table_params, pad, GAP), NULL, "1", "行的上下余白",
     "above and below what is in a row"},
    {"column-gap", ZT_PARAM(zt_table_params, column_gap, POINTS), NULL, "4mm", "栏间的最小空",
     "least gap between columns"},
    {"least", ZT_PARAM(zt_table_params, least, NUMBER), NULL, "6", "文字栏最窄几字",
     "characters that a column of text holds at least"},
    {"bar-length", ZT_PARAM(zt_table_params, bar_length, POINTS), NULL, "30mm",
     "条的自然最大长，0 不画条", "natural length of the longest bar; 0: no bars"},
    {"bar-length-min", ZT_PARAM(zt_table_params, bar_length_min, POINTS), NULL, "10mm",
     "最长的条至少多长", "least length of it"},
    {"bar", ZT_PARAM(zt_table_params, bar, POINTS), NULL, "2.4mm", "条的粗细", "thickness of bars"},
    {"bar-gap", ZT_PARAM(zt_table_params, bar_gap, POINTS), NULL, "2mm", "数值与条之间",
     "from values to bars"},
    {"bar-ink", ZT_PARAM(zt_table_params, bar_ink, INK), NULL, "companion-mid", "条的油墨",
     "ink of bars"},
    {"bar-key", ZT_PARAM(zt_table_params, bar_key, INK), NULL, "accent", "突出的行里条的油墨",
     "ink of bars of a key row"},
    ZT_MARK_PARAMS(zt_table_params, marks),
    {"zero-line", ZT_PARAM(zt_table_params, zero_line, POINTS), NULL, "0.2mm", "零线宽",
     "width of the zero line"},
    {"panel", ZT_PARAM(zt_table_params, panel, INK), NULL, "panel", "突出的行的底色",
     "ground of a key row"},
    {"inset", ZT_PARAM(zt_table_params, inset, POINTS), NULL, "1.5mm", "有突出的行时左右的余白",
     "left and right of the text when a row stands on a ground"},
    {"rule", ZT_PARAM(zt_table_params, rule, POINTS), NULL, "0.5pt", "栏题下的线",
     "rule below the column heads"},
    {"hairline", ZT_PARAM(zt_table_params, hairline, POINTS), NULL, "0.12mm", "行间的细线",
     "hairline between rows"},
    {"rule-ink", ZT_PARAM(zt_table_params, rule_ink, INK), NULL, "key", "线的油墨",
     "ink of the rules"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"column", "date", "栏题", "head of a column"},
    {"unit", "tick", "栏题下的单位", "unit below it"},
    {"row", "label", "行题", "head of a row"},
    {"cell", "label", "文字", "text in a cell; label of a record"},
    {"strong", "strong", "突出的行和条目的题", "key row, head of a record"},
    {"value", "chart-value", "数值", "value"},
    {"key", "chart-value", "突出的行里的数值", "value in a key row"},
    {"word", "tick", "估计、推算、预测等字", "word beside an estimate"},
    {"missing", "chart-value", "待补", "missing value"},
    {"empty", "chart-value", "空格里的一字线", "dash of an empty cell"},
    {"band", "date", "以下各行的题", "head of the rows below"},
    {"label", "label", "条的描边以此为", "em the em of bars"},
    {"note", "note", "注", "note"},
    {0},
};

const zt_block_kind zt_block_kind_table = {
    .name = "table",
    .takes_columns = true,
    .variants = "grid list",
    .params = {params, sizeof(zt_table_params)},
    .parts = parts,
    .zh = "表格：数值按小数点对齐，条在格内，栏放不下时逐行排成条目；分几栏时重复栏题。",
    .en =
        "A table; a list of records where its columns do not fit; heads repeat over text columns.",
    .plan = plan,
    .place = place,
};
