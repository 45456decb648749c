/* What a theme says about heads, key figures and the rules of groups, and how a template asks for
   its head. */
#include "template/reader_imp.h"

static const zt_child no_children[] = {{0}};

static const zt_child head_children[] = {
    {"head/rule", 0, 0},  {"head/gap", 0, 0},  {"head/kicker", 0, 1},
    {"head/title", 0, 1}, {"head/deck", 0, 1}, {"head/lead", 0, 1},
    {"head/asof", 0, 1},  {"head/flag", 0, 1}, {0}};

static const zt_attr head_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "题头名；default 是模板不写名时所用",
     "name of the head; “default” is used where a template names none"},
    {"as", ZT_ATTR_NAME, NULL, NULL, "改用这一题头", "the head that stands for it"},
    {"upto", ZT_ATTR_LENGTH, NULL, NULL, "图宽不超过它时用；同名的取最窄的一个",
     "for graphics up to this width; of several of one name the narrowest that holds it"},
    {"side", ZT_ATTR_ENUM, "top left right", "top", "在内容上方、左边或右边",
     "above the contents, or at their left or right"},
    {"top", ZT_ATTR_LENGTH, NULL, NULL, "从图的上边到题头；不写则依模板的页边",
     "from the upper edge to the head; the template's margin when left out"},
    {"width", ZT_ATTR_LENGTH, NULL, NULL, "在旁的题头从图边量起的宽；% 为图宽的几成",
     "of one at the side, from the trim; % is of the width of the graphic"},
    {"writing", ZT_ATTR_ENUM, "horizontal vertical", "horizontal", "横排，或竖排：各件并列成栏",
     "across, or running down in columns side by side"},
    {"gap", ZT_ATTR_LENGTH, NULL, "0mm", "在旁的题头与内容之间",
     "of one at the side: to the contents"},
    {"ground", ZT_ATTR_NAME, NULL, NULL, "底色：题文反白，伸到图边",
     "ink of a ground that runs to the edges; type on it is reversed"},
    {"inset", ZT_ATTR_LENGTHS, NULL, "0mm", "底色内边距：上 右 下 左",
     "inset of the ground: top right bottom left"},
    {"needs", ZT_ATTR_NAMES, NULL, NULL, "稿件须有这些，否则用 else 的题头",
     "the document must have one of these, else the head of else= is used"},
    {"fill", ZT_ATTR_LENGTH, NULL, NULL, "主标题至少占满行宽的几成，否则用 else 的题头",
     "the headline must fill so much of the measure, else the head of else= is used"},
    {"most", ZT_ATTR_COUNT, NULL, NULL,
     "主标题至多几个字，竖排的还须在定高的版位里排得下，否则用 else 的题头",
     "the headline may have so many characters, of one that runs down no more than stand in a slot "
     "of "
     "fixed height, else the head of else= is used"},
    {"else", ZT_ATTR_NAME, NULL, NULL, "不合条件时的题头",
     "the head where needs, fill or most fail"},
    {0}};

static const zt_attr rule_attrs[] = {
    {"weight", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED, "粗细", "weight"},
    {"ink", ZT_ATTR_NAME, NULL, "key", "油墨", "ink"},
    {0}};

static const zt_attr gap_attrs[] = {
    {"v", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED,
     "上下两件墨迹之间；下面一件没有时随它略去，末一个到内容为止",
     "from ink to ink; left out with the part below it, the last one goes to the contents"},
    {"stretch", ZT_ATTR_YES, NULL, "no", "占去多余的高度", "takes spare height"},
    {0}};

#define TYPE_ATTRS                                                                                 \
    {"font",                                                                                       \
     ZT_ATTR_NAME,                                                                                 \
     NULL,                                                                                         \
     NULL,                                                                                         \
     "字体用途；不写则依同名样式",                                                                 \
     "font role; that of the style of its name when left out"},                                    \
        {"size", ZT_ATTR_LENGTH, NULL, NULL, "字号", "size"},                                      \
        {"min", ZT_ATTR_LENGTH, NULL, NULL, "最小字号", "least size"},                             \
        {"leading", ZT_ATTR_NUMBER,     NULL,                                                      \
         NULL,      "行距，字号的倍数", "from baseline to baseline, a multiple of the size"},      \
        {"ink", ZT_ATTR_NAME, NULL, NULL, "油墨", "ink"},                                          \
        {"width", ZT_ATTR_LENGTH,   NULL,                                                          \
         NULL,    "竖排时一栏的宽", "width of its column where heads run down"},                   \
    {                                                                                              \
        "align", ZT_ATTR_ENUM, "start centre end", "start", "对齐", "alignment of lines"           \
    }

static const zt_attr text_attrs[] = {TYPE_ATTRS, {0}};

static const zt_attr kicker_attrs[] = {
    TYPE_ATTRS,
    {"with", ZT_ATTR_ENUM, "nothing asof", "nothing", "同一行右端排截至",
     "the date up to which data hold stands at the right of its line"},
    {0}};

static const zt_attr title_attrs[] = {
    {"fit", ZT_ATTR_LENGTH, NULL, "100%", "一行放大到行宽的几成",
     "the part of the measure it fills"},
    {"max", ZT_ATTR_LENGTH, NULL, NULL, "最大字号", "largest size"},
    {"min", ZT_ATTR_LENGTH, NULL, NULL, "最小字号", "least size"},
    {"one", ZT_ATTR_LENGTH, NULL, NULL, "一行的最小字号，再小则断行",
     "least size of a single line, which is broken before it gets smaller"},
    {"lines", ZT_ATTR_COUNT, NULL, "2", "最多几行", "lines at most"},
    {"several", ZT_ATTR_LENGTH, NULL, NULL, "几行时的最大字号", "largest size of several lines"},
    {"high", ZT_ATTR_LENGTH, NULL, NULL, "字号至多是图高的几成，高度固定的图才算",
     "the size is at most this part of a fixed height of the graphic"},
    {"font", ZT_ATTR_NAME, NULL, NULL, "字体用途；不写则依样式 title",
     "font role; that of the style title when left out"},
    {"leading", ZT_ATTR_NUMBER, NULL, NULL, "行距，字号的倍数",
     "from baseline to baseline, a multiple of the size"},
    {"ink", ZT_ATTR_NAME, NULL, NULL, "油墨", "ink"},
    {"width", ZT_ATTR_LENGTH, NULL, NULL, "竖排时一栏的宽",
     "width of its column where heads run down"},
    {"align", ZT_ATTR_ENUM, "start centre end", "start", "对齐", "alignment of lines"},
    {0}};

static const zt_attr flag_attrs[] = {
    TYPE_ATTRS,
    {"height", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED, "旗高", "height"},
    {"pad", ZT_ATTR_LENGTH, NULL, "3mm", "字与旗边之间", "from the words to its edges"},
    {"ground", ZT_ATTR_NAME, NULL, "accent", "旗的油墨", "ink of the flag"},
    {"below", ZT_ATTR_LENGTH, NULL, "3mm", "截至在线下多少",
     "from the rule down to the date at the right"},
    {0}};

static const zt_attr ask_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, "default", "主题里的题头", "a head of the theme"},
    {"align", ZT_ATTR_ENUM, "start centre", "start", "题文居左或居中",
     "heads flush left or centred"},
    {"without", ZT_ATTR_NAMES, NULL, NULL, "哪几件另有地方", "parts that have places elsewhere"},
    {0}};

static const zt_attr figure_attrs[] = {
    {"unit-gap", ZT_ATTR_NUMBER, NULL, NULL, "数字与单位之间，墨迹到墨迹，em 以数字计",
     "from digits to unit, ink to ink, em of the digits"},
    {"percent-gap", ZT_ATTR_NUMBER, NULL, NULL, "数字与 % 之间", "from digits to %"},
    {"prefix-gap", ZT_ATTR_NUMBER, NULL, NULL, "约、超、第与数字之间",
     "from 约, 超, 第 to the digits"},
    {"unit-ratio", ZT_ATTR_NUMBER, NULL, NULL, "单位与数字的字号之比", "size of units by digits"},
    {"percent-ratio", ZT_ATTR_NUMBER, NULL, NULL, "% 与数字的字号之比", "size of % by digits"},
    {"han-ratio", ZT_ATTR_NUMBER, NULL, NULL, "汉字作数字时的字号之比",
     "size of Han figures by digits"},
    {"dash", ZT_ATTR_NUMBER, NULL, NULL, "区间的连接号有多宽，em",
     "width of the dash of a range, em"},
    {"least", ZT_ATTR_LENGTH, NULL, NULL, "单位的最小字号", "least size of units"},
    {"plain", ZT_ATTR_LENGTH, NULL, NULL, "单位小于它时用黑",
     "units below this size are in the ink of text"},
    {0}};

static const zt_attr group_rule_attrs[] = {
    {"form", ZT_ATTR_ENUM, "full tab none", "full", "通栏、细线带色签、没有",
     "over all of it, a thin one with a tab, or none"},
    {"weight", ZT_ATTR_LENGTH, NULL, NULL, "粗细", "weight"},
    {"ink", ZT_ATTR_NAME, NULL, NULL, "油墨", "ink"},
    {"tab-width", ZT_ATTR_LENGTH, NULL, NULL, "色签的宽", "width of the tab"},
    {"tab-height", ZT_ATTR_LENGTH, NULL, NULL, "色签的高", "height of the tab"},
    {"tab-ink", ZT_ATTR_NAME, NULL, NULL, "色签的油墨", "ink of the tab"},
    {0}};

static const zt_elem elems[] = {
    {"theme/head", "head", ZT_ELEMENTS, false, head_children, head_attrs,
     "题头：线、引题、主标题、副题及其间的距离，自上而下",
     "a head: rule, kicker, headline, deck and the distances between them, from the top"},
    {"head/rule", "rule", ZT_EMPTY, false, no_children, rule_attrs, "题头里的线",
     "a rule in a head"},
    {"head/gap", "gap", ZT_EMPTY, false, no_children, gap_attrs, "题头里的距离",
     "a distance in a head"},
    {"head/kicker", "kicker", ZT_EMPTY, false, no_children, kicker_attrs, "引题在题头里的位置",
     "where the kicker stands in a head"},
    {"head/title", "title", ZT_EMPTY, false, no_children, title_attrs, "主标题在题头里的位置",
     "where the headline stands in a head"},
    {"head/deck", "deck", ZT_EMPTY, false, no_children, text_attrs, "副题在题头里的位置",
     "where the deck stands in a head"},
    {"head/lead", "lead", ZT_EMPTY, false, no_children, text_attrs, "导语在题头里的位置",
     "where the lead stands in a head"},
    {"head/asof", "asof", ZT_EMPTY, false, no_children, text_attrs, "截至在题头里的位置",
     "where the date up to which data hold stands in a head"},
    {"head/flag", "flag", ZT_EMPTY, false, no_children, flag_attrs,
     "挂在线下的旗：引题反白，右边排截至",
     "a flag that hangs from the rule: the kicker reversed, the date at the right"},
    {"head", "head", ZT_EMPTY, false, no_children, ask_attrs,
     "题头：主题里的一种，距离与字号都依主题",
     "a head of the theme, which says all its distances and sizes"},
    {"figure", "figure", ZT_EMPTY, false, no_children, figure_attrs, "各处关键数字的排法",
     "how key figures are set everywhere"},
    {"group-rule", "group-rule", ZT_EMPTY, false, no_children, group_rule_attrs,
     "各组、图表、表题上的线", "the rule over groups, charts and tables"},
};

const zt_elem_rows zt_head_look_rows = {elems, sizeof elems / sizeof *elems};
