/* The vocabulary of values: a number as it is printed, with what is known of it. */
#include "model/vocabulary_imp.h"

/* clang-format off */
#define OF {"of", ZT_ATTR_NAME, NULL, NULL, "所指的值的 id", "the id of the value it belongs to"}
#define AMONG {"among", ZT_ATTR_TEXT, NULL, NULL, "在什么范围里", "the whole it is measured in"}
#define STATUS \
    {"status", ZT_ATTR_ENUM, "actual estimate forecast target missing revised", "actual", \
     "实际、估计、预测、目标、待补、修订", "how sure the figure is; an estimate is the author's and prints 估计"}
#define CIRCUMSTANCES ZT_PERIOD, ZT_ASOF, ZT_SOURCE, ZT_NOTE, STATUS
#define UNIT {"unit", ZT_ATTR_TEXT, NULL, NULL, "单位，文中没有写时", "unit, when the text has none"}
#define BOUND \
    {"bound", ZT_ATTR_ENUM, "exact about below above", NULL, \
     "约数的说法不在这个值上时：分别超23万人次、200万人次，后一个写 above", \
     "when the word for it stands elsewhere: of 分别超23万人次、200万人次 the second is above"}
#define PER {"per", ZT_ATTR_TEXT, NULL, NULL, "每什么，如 日", "per what: a day, a head"}
#define PARTS \
    {"parts", ZT_ATTR_NAMES, NULL, NULL, "这个总数由哪些 id 相加，须对得上", \
     "the ids that add up to this value; checked"}
#define CALC \
    {"calc", ZT_ATTR_TEXT, NULL, NULL, \
     "由别的值算出的算式，如 settle / (1 + 212%)；印出时总带“推算”", \
     "computed from other values, as settle / (1 + 212%); always printed with the label 推算"}, \
    {"precision", ZT_ATTR_COUNT, NULL, NULL, "推算值的小数位数", "decimals of a computed value"}, \
    {"round", ZT_ATTR_ENUM, "half-up half-even", "half-up", "推算值四舍五入，或逢五成双", \
     "halves of a computed value go away from zero, or to the even neighbour"}
#define NAME \
    {"name", ZT_ATTR_TEXT, NULL, NULL, "报告里：在指标索引里的名称，如 旅客吞吐量", \
     "in reports: its name in the index of indicators"}
#define BY {"by", ZT_ATTR_DATE, NULL, NULL, "到什么时候", "reached by"}
/* clang-format on */

static const zt_attr v_attrs[] = {
    ZT_ID,
    NAME,
    {"label", ZT_ATTR_TEXT, NULL, NULL, "这个数字单独排出时配的文字，先于条目的 label",
     "the words under this figure when it is set apart; before the point's label"},
    ZT_MAIN,
    UNIT,
    BOUND,
    PER,
    BY,
    CALC,
    PARTS,
    CIRCUMSTANCES,
    {0}};
static const zt_attr item_v_attrs[] = {
    NAME, ZT_ID, {"series", ZT_ATTR_TEXT, NULL, NULL, "所属系列", "the series it belongs to"},
    UNIT, BOUND, PER,
    BY,   CALC,  CIRCUMSTANCES,
    {0}};
static const zt_attr change_attrs[] = {
    ZT_ID,
    NAME,
    ZT_MAIN,
    OF,
    {"basis", ZT_ATTR_ENUM, "yoy mom ytd plan", NULL, "同比、环比、比年初、比计划",
     "against last year, last period, the year's start, the plan"},
    {"vs", ZT_ATTR_TEXT, NULL, NULL, "基数：数量或 id", "the base, as a quantity or an id"},
    CIRCUMSTANCES,
    {0}};
static const zt_attr rank_attrs[] = {
    ZT_ID,
    NAME,
    ZT_MAIN,
    OF,
    AMONG,
    {"within", ZT_ATTR_COUNT, NULL, NULL, "前几位之内", "among the first so many"},
    {"tie", ZT_ATTR_YES, NULL, "no", "并列", "a tie"},
    CIRCUMSTANCES,
    {0}};
static const zt_attr share_attrs[] = {ZT_ID, NAME, ZT_MAIN, OF, AMONG, CIRCUMSTANCES, {0}};
static const zt_attr target_attrs[] = {ZT_ID, NAME, ZT_MAIN, OF, BY, UNIT, CIRCUMSTANCES, {0}};
static const zt_attr ref_attrs[] = {
    {"v", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "所引的值的 id", "the id of the value to repeat"},
    {"show", ZT_ATTR_ENUM, "text number rank change", "text", "原样、去掉单位、名次、变化",
     "as printed, without its unit, its rank, its change"},
    {0}};
static const zt_attr item_ref_attrs[] = {
    {"v", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "所引的值的 id", "the id of the value to draw"},
    {"series", ZT_ATTR_TEXT, NULL, NULL, "所属系列", "the series it belongs to"},
    {0}};
static const zt_attr compare_attrs[] = {
    {"of", ZT_ATTR_TEXT, NULL, NULL,
     "除以什么：值的 id，或 120天、3212.4万人；按天可写起讫 2021-01/2021-04",
     "what it is divided by: the id of a value, or 120天, 3212.4万人; of days also a period"},
    {"as", ZT_ATTR_ENUM, "per-day per-person per-each times", ZT_REQUIRED,
     "每天、人均、每个（家、条 …）、几倍", "a day, a head, each, how many times"},
    {"label", ZT_ATTR_TEXT, NULL, NULL, "除以的是什么：服务企业、去年同期",
     "what it is divided by, in words"},
    {0}};

static const zt_elem elems[] = {
    {"v", "v", ZT_TEXT_ONLY, false, NULL, v_attrs, "一个值，照写照印",
     "a value, printed as written"},
    {"item/v", "v", ZT_TEXT_ONLY, false, NULL, item_v_attrs, "这一项的值", "value of the item"},
    {"change", "change", ZT_TEXT_ONLY, false, NULL, change_attrs, "值的变化", "change of a value"},
    {"rank", "rank", ZT_TEXT_ONLY, false, NULL, rank_attrs, "名次", "a place in a ranking"},
    {"share", "share", ZT_TEXT_ONLY, false, NULL, share_attrs, "占比", "part of a whole"},
    {"target", "target", ZT_TEXT_ONLY, false, NULL, target_attrs, "目标", "what is to be reached"},
    {"ref", "ref", ZT_EMPTY, false, NULL, ref_attrs, "再引一次同一个值", "the same value again"},
    {"item/ref", "ref", ZT_EMPTY, false, NULL, item_ref_attrs, "这一项的值，引自别处",
     "value of the item, written elsewhere"},
    {"compare", "compare", ZT_EMPTY, false, NULL, compare_attrs,
     "算一笔账：这个值合每天、人均、每个多少，或是另一个值的几倍；印在数字下，带“据此计算”",
     "the value a day, a head, each, or as a multiple of another: computed, printed below it"},
};

const zt_elem_rows zt_value_rows = {elems, sizeof elems / sizeof *elems};
