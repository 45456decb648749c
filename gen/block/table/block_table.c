/* A table: columns as wide as what is in them, values on their decimal points, bars of true length;
   a list of records where the columns do not fit. */
#include "block/table/table_imp.h"

/* Spare height makes rows higher, up to their ceiling. */
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

/* Draws the plan with what the height gives to its rows. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    (void)setting; /* the plan's own */
    into->role = ZT_ROLE_SECT;
    zt_table_draw(planned->own, height, into);
}

static double part_height(const zt_plan *planned, size_t first, size_t end)
{
    return zt_table_part_height(planned->own, first, end);
}

/* Rows over pages, with the heads above each part. */
static void place_part(const zt_plan *planned, const zt_setting *setting, size_t first, size_t end,
                       zt_group *into)
{
    (void)setting; /* the plan's own */
    into->role = ZT_ROLE_SECT;
    zt_table_draw_part(planned->own, first, end, into);
}

static const zt_param params[] = {
    ZT_MARK_PARAMS(zt_table_params, marks),
    {"gap-most", ZT_PARAM(zt_table_params, gap_most, POINTS), NULL, "0mm",
     "两栏之间至多的空，多的归末栏的文字；0 不限",
     "most between two columns, the rest goes to the text of the last; 0: no limit"},
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

/* Half of the columns at least. */
static zt_spans spans(const zt_block *block)
{
    (void)block;
    return (zt_spans){6, 6, 12};
}

const zt_block_kind zt_block_kind_table = {
    .name = "table",
    .spans = spans,
    .takes_columns = true,
    .variants = "grid list",
    .params = {params, sizeof(zt_table_params)},
    .parts = parts,
    .zh = "表格：数值按小数点对齐，条在格内，栏放不下时逐行排成条目；分几栏时重复栏题。",
    .en =
        "A table; a list of records where its columns do not fit; heads repeat over text columns.",
    .plan = plan,
    .place = place,
    .part_height = part_height,
    .place_part = place_part,
};
