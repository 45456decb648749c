/* The vocabulary of charts: their data, which may come from tables, and what is said beside them.
 */
#include "model/vocabulary_imp.h"

/* clang-format off */
#define REST \
    {"rest", ZT_ATTR_TEXT, NULL, NULL, "keep 之外的各项相加，合为一项，如 其他", \
     "adds up what keep leaves out, as one item of this name"}
/* clang-format on */

static const zt_attr chart_attrs[] = {
    {"kind", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "图的形式，如 rank、line、donut",
     "the form: rank, line, donut …"},
    ZT_ID,
    ZT_HEAD,
    {"highlight", ZT_ATTR_NAMES, NULL, NULL, "要突出的 key", "the keys that stand out"},
    {"label", ZT_ATTR_ENUMS, "last max min key all", NULL,
     "哪些点标出数值：last 末点、max 最高、min 最低、key 突出的、all 全部；不写由图定",
     "the points that carry their value: the last, highest, lowest, highlighted ones, all; as the "
     "kind has it without it"},
    {"broken", ZT_ATTR_YES, NULL, "no", "数轴不从零起，画断口", "the axis does not start at zero"},
    {"axis", ZT_ATTR_ENUM, "time even log symlog", "time",
     "key 是时间时，time 照真实的间隔，even 等距、在跳过时间处画断口；点和线的图里 log "
     "是数值的对数刻度，"
     "symlog 容得下零和负数",
     "of keys that are times: true distances, or even steps with a break where time jumps; of "
     "values drawn as points and lines: log a logarithmic axis, symlog one that takes zero"},
    {"facet", ZT_ATTR_ENUM, "no series yes", "no",
     "series 或 "
     "yes：每个系列一幅小图（line、step、area、column、bar、pie、donut、waffle；histogram、hub "
     "的几个系列总是几幅）",
     "series, yes: a panel for each series, of line, step, area, column, bar, pie, donut, waffle; "
     "several series of a histogram or hub always are"},
    {"scale", ZT_ATTR_ENUM, "shared own", "shared", "小图共用一把标尺，或 own 各用各的，注里会说明",
     "panels on one scale, or each on its own, which the note says"},
    {"grid", ZT_ATTR_FILE, NULL, NULL, "tiles 各格的位置：一个文件，每行写 名称 行 列",
     "where the tiles of a chart stand: a file with NAME ROW COLUMN on each line"},
    {"icon", ZT_ATTR_NAME, NULL, NULL, "pictogram 用的图标，见 zhitu list icons；不写画圆点",
     "icon of a pictogram: zhitu list icons; discs without one"},
    {"each", ZT_ATTR_TEXT, NULL, NULL,
     "pictogram 的一个图标代表多少，用共同的单位；不写由程序取整数",
     "what an icon of a pictogram stands for, in the unit of the data; else a round number"},
    ZT_BLOCK_WEIGHT,
    ZT_IN_REPORT,
    {0}};
static const zt_attr data_attrs[] = {
    {"key", ZT_ATTR_TEXT, NULL, NULL, "key 是什么，如 机场", "what the keys are"},
    {"unit", ZT_ATTR_TEXT, NULL, NULL, "共同的单位，如 万人次", "the unit that all values share"},
    ZT_PERIOD,
    ZT_ASOF,
    ZT_SOURCE,
    {"sort", ZT_ATTR_ENUM, "none asc desc", "none", "照原序、升序、降序", "as written, up or down"},
    {"keep", ZT_ATTR_TEXT, NULL, NULL, "只画 top 10、bottom 10 或 first 10",
     "draw only top 10, bottom 10 or first 10"},
    REST,
    {"share", ZT_ATTR_YES, NULL, "no", "yes：画各项占合计的比重，据此计算",
     "yes: each item's part of the sum, in per cent"},
    {"index", ZT_ATTR_TEXT, NULL, NULL, "以哪一项（key）为 100 的指数，据此计算",
     "an index with the item of this key as 100"},
    {"running", ZT_ATTR_YES, NULL, "no", "yes：逐项累计，据此计算", "yes: sums so far"},
    {"average", ZT_ATTR_COUNT, NULL, NULL, "连续几项的移动平均，据此计算",
     "the moving average of so many items"},
    {"difference", ZT_ATTR_YES, NULL, "no", "yes：与前一项之差，据此计算",
     "yes: the difference to the item before"},
    {"total", ZT_ATTR_TEXT, NULL, NULL, "各项相加应得的总数：数量或 id",
     "what the items add up to, as a quantity or an id; checked"},
    {0}};
static const zt_attr import_attrs[] = {
    {"href", ZT_ATTR_FILE, NULL, ZT_REQUIRED, "CSV、TSV 或 XLSX 文件，相对本文件，不出项目文件夹",
     "a CSV, TSV or XLSX file, relative to this one, within the project"},
    {"map", ZT_ATTR_NAMES, NULL, ZT_REQUIRED,
     "取哪些列，按列名：key=机场 v=旅客 change=同比 rank=名次 share=占比；两层表头写 上层/下层，"
     "有空格的列名加引号 v='Passengers total'",
     "the columns wanted, by name: key= v= change= rank= share=; UPPER/LOWER under a double head, "
     "names with blanks in quotes: v='Passengers total'"},
    {"where", ZT_ATTR_TEXT, NULL, NULL,
     "只取哪些行，如 指标=GDP 年份=2023；同一列写几次是任一，不同的列是都要",
     "only rows such as 指标=GDP 年份=2023; a column named twice: either, several columns: all"},
    {"series", ZT_ATTR_TEXT, NULL, NULL, "以哪一列的值为系列的名字，如 年份（长表）",
     "the column whose values name the series, of a long table"},
    {"across", ZT_ATTR_YES, NULL, "no",
     "yes：时间横排、指标竖排的表；v 是一行的名字，key 是首列的列名或横排的是什么（年份）",
     "yes: time runs across the columns; v names a row, key the first column or what runs across"},
    {"totals", ZT_ATTR_YES, NULL, "no", "yes：合计、总计、全国等行也取",
     "yes: lines of totals are taken as well"},
    {"keep", ZT_ATTR_TEXT, NULL, NULL, "只取 top 10、bottom 10 或 first 10",
     "keep only top 10, bottom 10 or first 10"},
    REST,
    {"sort", ZT_ATTR_ENUM, "none asc desc", "none", "所取各行照原序、升序、降序",
     "order of the rows taken"},
    {"sheet", ZT_ATTR_TEXT, NULL, NULL, "XLSX 的工作表，没有写就是第一个",
     "sheet of an XLSX, by default the first"},
    {"range", ZT_ATTR_TEXT, NULL, NULL, "表在哪些格里，如 B3:F20", "the cells of the table"},
    {"unit", ZT_ATTR_TEXT, NULL, NULL, "表里的单位，表上没有写时用；写了就须相同",
     "unit of the table's figures where the table says none; where it does they must agree"},
    {"convert", ZT_ATTR_NAMES, NULL, NULL, "换算，如 人次→万人次；不写就不换",
     "conversion such as 人次→万人次; none without it"},
    {"decimals", ZT_ATTR_COUNT, NULL, NULL, "四舍五入到几位小数；不写就照原数",
     "round half up to so many decimals; as given without it"},
    {0}};
static const zt_attr series_attrs[] = {
    {"head", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "系列的名字", "name of the series"},
    {"as", ZT_ATTR_ENUM, "column line", "column",
     "line：在 column 图上画成折线，与柱同一单位、同一标尺",
     "line: drawn as a line over the columns of a column chart, of one unit and on one scale"},
    {"axis", ZT_ATTR_ENUM, "log symlog", NULL,
     "scatter、bubble 里这一轴的刻度：log 对数，symlog 容得下零和负数",
     "of this axis of a scatter or bubble: log a logarithm, symlog one that takes zero"},
    {0}};
static const zt_attr item_attrs[] = {
    ZT_ID,
    {"key", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "这一项的名字", "name of the item"},
    ZT_NOTE,
    {"column", ZT_ATTR_COUNT, NULL, NULL, "线路图中这一站在第几列，从 0 数起；与 row 同写",
     "column of a station in a route, from 0; with row"},
    {"row", ZT_ATTR_COUNT, NULL, NULL, "线路图中这一站在第几行，从 0 数起；与 column 同写",
     "row of a station in a route, from 0; with column"},
    {"of", ZT_ATTR_TEXT, NULL, NULL, "树图中它挂在哪一项（key）之下；不写就在系列之下",
     "in a tree, the key of the item that it hangs on; else it hangs on its series"},
    {"leg", ZT_ATTR_TEXT, NULL, NULL,
     "线路图中从前一站到这一站是什么，如 在建、规划、海运：这一段画虚线，图下写明",
     "of a route, what the way from the station before is, such as 在建: it is dashed, and a key "
     "below says so"},
    {0}};

/* ---- beside the data ---- */

static const zt_attr annotation_attrs[] = {
    ZT_ID,
    {"of", ZT_ATTR_NAMES, NULL, NULL, "所注的 key", "the keys it is about"},
    {"label", ZT_ATTR_TEXT, NULL, NULL, "配的文字", "the words beside it"},
    {0}};
static const zt_attr chart_point_attrs[] = {
    ZT_ID,
    {"of", ZT_ATTR_NAMES, NULL, ZT_REQUIRED, "所指的 key", "the key of the mark it stands at"},
    {"label", ZT_ATTR_TEXT, NULL, NULL, "配的文字", "the words beside it"},
    {0}};
#define GUIDE_SERIES                                                                               \
    {                                                                                              \
        "series", ZT_ATTR_TEXT, NULL, NULL,                                                        \
            "几个系列时看哪一个；不写就是突出的一个，否则第一个（系列是年份时为最近一年）",        \
            "of several series the one it is about; else the highlighted one, else the first, or " \
            "the latest of years"                                                                  \
    }
#define GUIDE_ENDS                                                                                 \
    {"from", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "从哪个 key 起", "the key it begins at"},            \
    {                                                                                              \
        "to", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "到哪个 key 止", "the key it ends at"               \
    }
static const zt_attr span_attrs[] = {ZT_ID, GUIDE_ENDS, {0}};
static const zt_attr threshold_attrs[] = {
    ZT_ID,
    {"at", ZT_ATTR_TEXT, NULL, ZT_REQUIRED,
     "数值（照数据的单位），或 mean 平均、median 中位数、last-year 上年同期",
     "a number in the unit of the data, or mean, median, last-year"},
    GUIDE_SERIES,
    {0}};
static const zt_attr quadrant_attrs[] = {
    ZT_ID,
    {"at", ZT_ATTR_ENUM, "upper-right upper-left lower-right lower-left", ZT_REQUIRED,
     "哪一格：右上、左上、右下、左下", "which of the four"},
    {0}};
static const zt_attr bracket_attrs[] = {ZT_ID,
                                        GUIDE_ENDS,
                                        GUIDE_SERIES,
                                        {"as", ZT_ATTR_ENUM, "difference percent", "difference",
                                         "差，或增减百分之几；据此计算",
                                         "the difference, or the change in per cent"},
                                        {0}};
static const zt_attr arrow_attrs[] = {
    ZT_ID,
    {"from", ZT_ATTR_TEXT, NULL, NULL, "从哪个 key 的标记起；不写就从文字起",
     "the key it begins at; from the words without it"},
    {"to", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "指向哪个 key", "the key it points at"},
    {0}};

/* ---- children ---- */

static const zt_child inline_children[] = {ZT_INLINE, {0}};
static const zt_child chart_children[] = {{"title", 0, 1},
                                          {"deck", 0, 1},
                                          {"data", 1, 1},
                                          {"annotation", 0, 0},
                                          {"|chart/point", 0, 0},
                                          {"|span", 0, 0},
                                          {"|threshold", 0, 0},
                                          {"|bracket", 0, 0},
                                          {"|quadrant", 0, 0},
                                          {"|arrow", 0, 0},
                                          {"note", 0, 1},
                                          {"alt", 0, 1},
                                          {0}};
static const zt_child data_children[] = {{"item", 0, 0}, {"series", 0, 0}, {"import", 0, 0}, {0}};
static const zt_child series_children[] = {{"item", 0, 0}, {"import", 0, 0}, {0}};
static const zt_child item_children[] = {{"item/v", 0, 0},
                                         {"|item/ref", 0, 0},
                                         {"change", 0, 1},
                                         {"rank", 0, 1},
                                         {"share", 0, 1},
                                         {"target", 0, 1},
                                         {0}};

static const zt_elem elems[] = {
    {"chart", "chart", ZT_ELEMENTS, true, chart_children, chart_attrs, "图表", "a chart"},
    {"data", "data", ZT_ELEMENTS, false, data_children, data_attrs,
     "图表的数据：item，或几个 series", "data of a chart: items, or several series"},
    {"series", "series", ZT_ELEMENTS, false, series_children, series_attrs, "一个系列",
     "one series"},
    {"import", "import", ZT_EMPTY, false, NULL, import_attrs,
     "从表格取各项：按列名取值，按 key 合并", "items from a table, by column name, merged by key"},
    {"item", "item", ZT_ELEMENTS, false, item_children, item_attrs, "一项", "one item"},
    {"annotation", "annotation", ZT_MIXED, false, inline_children, annotation_attrs, "图中的注",
     "a remark in the chart"},
    {"chart/point", "point", ZT_MIXED, false, inline_children, chart_point_attrs,
     "注在一个标记旁的话，同 annotation", "a remark at one mark, as annotation"},
    {"span", "span", ZT_TEXT_ONLY, false, NULL, span_attrs,
     "一段时期或几项：数据后面铺底，名字在上",
     "a stretch of times or items: a panel behind the data, its name over it"},
    {"threshold", "threshold", ZT_TEXT_ONLY, false, NULL, threshold_attrs,
     "参照线：虚线，旁边是名字和数值", "a dashed line at a value, with its name and number"},
    {"bracket", "bracket", ZT_TEXT_ONLY, false, NULL, bracket_attrs,
     "括线：从一个标记到另一个，算出的差排在线上",
     "from one mark to another, with their difference set into the line"},
    {"quadrant", "quadrant", ZT_TEXT_ONLY, false, NULL, quadrant_attrs,
     "散点图里两条参照线分出的四格之一：铺底，名字在角上",
     "one of the four parts between two lines that cross in a scatter: a panel, its name in the "
     "corner"},
    {"arrow", "arrow", ZT_MIXED, false, inline_children, arrow_attrs,
     "箭头：从文字指向标记，或从一个标记到另一个",
     "an arrow from the words to a mark, or from one mark to another"},
};

const zt_elem_rows zt_chart_rows = {elems, sizeof elems / sizeof *elems};
