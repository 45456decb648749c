/* What templates of editions say beside the page and styles. */
#include "template/reader_imp.h"

static const zt_child part_children[] = {{"place/part", 0, 0}, {0}};
static const zt_child blocks_children[] = {{"box", 0, 0}, {"place", 0, 0}, {"column", 0, 0}, {0}};

static const zt_attr folio_attrs[] = {
    {"name", ZT_ATTR_TEXT, NULL, NULL, "报名，排在右端", "name of the paper, at the right"}, {0}};
static const zt_attr nameplate_attrs[] = {
    {"name", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "报名", "name of the paper"},
    {"lines", ZT_ATTR_COUNT, NULL, "7", "占版心上部几行", "lines of the type area that it takes"},
    {0}};
static const zt_attr grid_attrs[] = {
    {"legs", ZT_ATTR_NAMES, NULL, NULL, "正文一栏可有的字数，如 13 20 27",
     "measures of the text in characters"},
    {"least", ZT_ATTR_COUNT, NULL, "8", "图旁的余地不足几字便不排字",
     "no text stands beside an obstacle in fewer characters"},
    {"between", ZT_ATTR_COUNT, NULL, "2", "上下两件之间空几行",
     "lines between items one above the other"},
    {"rule", ZT_ATTR_LENGTH, NULL, "0.1mm", "栏线的粗细", "weight of the rule between columns"},
    {0}};
static const zt_attr story_attrs[] = {
    {"rank", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "哪些轻重的稿件，如 1、2..3、4..",
     "stories of these ranks: 1, 2..3, 4.."},
    {"cols", ZT_ATTR_TEXT, NULL, "1..8", "可占的栏数", "columns it may take"},
    {"titles", ZT_ATTR_LENGTHS, NULL, ZT_REQUIRED, "主题的字号，由大到小",
     "sizes of the headline, the largest first"},
    {"title-lines", ZT_ATTR_TEXT, NULL, "1..2", "主题可排几行", "lines of the headline"},
    {"over", ZT_ATTR_ENUMS, "all all-but-1", "all", "题跨全部栏，或空出一栏",
     "the heads go over all columns, or all but one"},
    {"photo", ZT_ATTR_ENUMS, "head side", "head side", "照片在文前或文旁",
     "photographs above the text or beside it"},
    {"crop", ZT_ATTR_COUNT, NULL, "2", "照片最多可少几行", "lines that a photograph may lose"},
    {"leg-lines", ZT_ATTR_TEXT, NULL, "6..58", "正文一栏的行数", "lines of a column of its text"},
    {"air", ZT_ATTR_NUMBER, NULL, "0.67", "题的上下至少共空几行",
     "blank above and below the heads together, in lines"},
    {0}};
static const zt_attr no_attrs[] = {{0}};

static const zt_elem elems[] = {
    {"folio", "folio", ZT_ELEMENTS, false, part_children, folio_attrs,
     "报眉：部件 number date section paper",
     "the line over the type area: parts number date "
     "section paper"},
    {"nameplate", "nameplate", ZT_ELEMENTS, false, part_children, nameplate_attrs,
     "头版的报头：部件 paper date ear-head ear",
     "the name on a front page: parts paper date "
     "ear-head ear"},
    {"edition/grid", "grid", ZT_EMPTY, false, NULL, grid_attrs, "版面的栏与行",
     "columns and lines of the page"},
    {"story", "story", ZT_ELEMENTS, false, part_children, story_attrs,
     "各种轻重的稿件怎样排：部件 kicker tag title deck；tag 是引题开头的 em",
     "how stories of a rank look: parts kicker tag "
     "title deck; tag is the em that a kicker begins with"},
    {"blocks", "blocks", ZT_ELEMENTS, false, blocks_children, no_attrs,
     "稿件里各种图块的样子：每种一个 place，可套在 box 里",
     "how blocks within stories look: a place each, in a box or not"},
};

const zt_elem_rows zt_edition_look_rows = {elems, sizeof elems / sizeof *elems};
