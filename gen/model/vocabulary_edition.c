/* The vocabulary of editions: the pages of a newspaper. Places and sizes are columns and lines of
   the paper, never lengths. */
#include "model/edition_imp.h"
#include "model/vocabulary_imp.h"

/* clang-format off */
#define OPTIONAL \
    {"optional", ZT_ATTR_YES, NULL, "no", "排不下时可以不排，后面的先去", \
     "may be left out when space is short, the last first"}
#define FRAME \
    {"column", ZT_ATTR_COUNT, "1..24", NULL, "从第几栏起，自左数起，第一栏为 1", \
     "the column it begins in, from 1 at the left"}, \
    {"line", ZT_ATTR_COUNT, "0..400", NULL, "从第几行起，自版心上边数起，第一行为 0", \
     "the line it begins on, from 0 at the head of the type area"}, \
    {"cols", ZT_ATTR_TEXT, NULL, NULL, "占几栏；几种都可以时写 3..5", \
     "columns it takes; 3..5 where several will do"}, \
    {"lines", ZT_ATTR_TEXT, NULL, NULL, "占几行；几种都可以时写 58..62", \
     "lines it takes; 58..62 where several will do"}
#define WISHES \
    FRAME, \
    {"at", ZT_ATTR_ENUM, ZT_EDITION_EDGES, NULL, "须靠版心的哪一边：上、下、左、右", \
     "the edge of the type area that it has to touch"}, \
    {"with", ZT_ATTR_NAME, NULL, NULL, "须与哪一件相邻：写它的 id", \
     "the id of the item that it must stand beside"}
#define TEMPLATE \
    {"template", ZT_ATTR_NAME, NULL, NULL, "那份稿件在这里用的模板；不写就用它自己的", \
     "the template it is set in here; its own without it"}
/* clang-format on */

static const zt_child inline_children[] = {ZT_INLINE, {0}};
static const zt_child edition_children[] = {{"page", 1, 0}, {"accept", 0, 0}, {0}};
static const zt_child page_children[] = {{"folio", 0, 1},  {"nameplate", 0, 1},
                                         {"story", 0, 0},  {"briefs", 0, 0},
                                         {"place", 0, 0},  {"page/photo", 0, 0},
                                         {"panel", 0, 0},  {"page/strip", 0, 0},
                                         {"advert", 0, 0}, {0}};
static const zt_child nameplate_children[] = {{"p", 0, 0}, {"ear", 0, 1}, {0}};
static const zt_child ear_children[] = {{"p", 1, 0}, {0}};
static const zt_child story_children[] = {
    {"kicker", 0, 1}, {"story/title", 0, 1}, {"story/deck", 0, 1}, {"page/photo", 0, 0},
    {"place", 0, 0},  {"panel", 0, 0},       {"figures", 0, 0},    {"quotes", 0, 0},
    {"ledger", 0, 0}, {"groups", 0, 0},      {"timeline", 0, 0},   {"hint", 0, 0},
    {"table", 0, 0},  {"names", 0, 0},       {"structure", 0, 0},  {"tasks", 0, 0},
    {"steps", 0, 0},  {"chart", 0, 0},       {"text", 0, 1},       {0}};
static const zt_child panel_children[] = {{"figures", 0, 1},    {"|quotes", 0, 1},
                                          {"|ledger", 0, 1},    {"|groups", 0, 1},
                                          {"|timeline", 0, 1},  {"|hint", 0, 1},
                                          {"|table", 0, 1},     {"|names", 0, 1},
                                          {"|structure", 0, 1}, {"|tasks", 0, 1},
                                          {"|steps", 0, 1},     {"|chart", 0, 1},
                                          {"|strip", 0, 1},     {0}};
static const zt_child briefs_children[] = {{"brief", 1, 0}, {0}};
static const zt_child brief_children[] = {{"title", 0, 1}, {"text/p", 1, 0}, {0}};
static const zt_child photo_children[] = {{"caption", 0, 1}, {"credit", 0, 1}, {"alt", 0, 1}, {0}};

static const zt_attr edition_attrs[] = {ZT_ROOT_ATTRS, {0}};
static const zt_attr page_attrs[] = {
    {"no", ZT_ATTR_COUNT, "1..999", ZT_REQUIRED, "第几版", "number of the page"},
    {"section", ZT_ATTR_TEXT, NULL, NULL, "版名，如 要闻", "name of the section"},
    {0}};
static const zt_attr folio_attrs[] = {
    {"edit", ZT_ATTR_TEXT, NULL, NULL, "责任编辑", "who edited the page"},
    {"art", ZT_ATTR_TEXT, NULL, NULL, "美术编辑", "who designed it"},
    {0}};
static const zt_attr no_attrs[] = {{0}};
static const zt_attr ear_attrs[] = {ZT_HEAD, {0}};
static const zt_attr story_attrs[] = {
    ZT_ID,
    {"rank", ZT_ATTR_COUNT, "1..99", NULL, "轻重，1 为头条；头条在版面上部",
     "how grave it is; 1 is the lead, which stands at the head"},
    {"boxed", ZT_ATTR_YES, NULL, "no", "yes：衬底成框", "yes: on a panel of its own"},
    {"over", ZT_ATTR_COUNT, "1..24", NULL, "题跨几栏，自左数起；不写就跨满",
     "columns that its heads go over, from the left; all without it"},
    WISHES,
    {0}};
static const zt_attr title_attrs[] = {
    {"short", ZT_ATTR_TEXT, NULL, NULL, "栏数少时用的短题", "a shorter headline for narrow forms"},
    {0}};
static const zt_attr deck_attrs[] = {OPTIONAL, {0}};
static const zt_attr briefs_attrs[] = {
    ZT_ID,
    ZT_HEAD,
    {"rank", ZT_ATTR_COUNT, "1..99", NULL, "轻重", "how grave it is"},
    {"boxed", ZT_ATTR_YES, NULL, "no", "yes：衬底成框", "yes: on a panel of its own"},
    WISHES,
    {0}};
static const zt_attr photo_attrs[] = {
    ZT_ID,
    {"src", ZT_ATTR_FILE, NULL, NULL, "图片文件（PNG、JPEG）；不写，就是有意留的占位",
     "the picture, PNG or JPEG; left out: a placeholder is meant"},
    {"crop", ZT_ATTR_NAMES, NULL, NULL, "上、右、下、左各裁去百分之几",
     "per cent cut off at top, right, bottom and left"},
    {"focus", ZT_ATTR_NAMES, NULL, "50 50", "裁时须留住的一点，自左、自上百分之几",
     "the point that a crop keeps, per cent from left and top"},
    OPTIONAL,
    WISHES,
    {0}};
static const zt_attr place_attrs[] = {
    ZT_ID,
    {"graphic", ZT_ATTR_FILE, NULL, ZT_REQUIRED, "一张图的稿件，照这里的栏数和行数重排",
     "a document of a graphic, set anew at these columns and lines"},
    TEMPLATE,
    {"boxed", ZT_ATTR_YES, NULL, "no", "yes：外加边框，图在框里重排",
     "yes: in a frame, within which it is set"},
    WISHES,
    {0}};
static const zt_attr panel_attrs[] = {ZT_ID, WISHES, {0}};
static const zt_attr strip_attrs[] = {
    ZT_ID,
    {"href", ZT_ATTR_FILE, NULL, ZT_REQUIRED, "热线条的稿件", "the document of the strip"},
    TEMPLATE,
    WISHES,
    {0}};
static const zt_attr advert_attrs[] = {ZT_ID,
                                       {"src", ZT_ATTR_FILE, NULL, NULL,
                                        "广告的图片；不写，就是留的位置",
                                        "its picture; left out: the room is kept"},
                                       WISHES,
                                       {0}};

static const zt_elem elems[] = {
    {"edition", "edition", ZT_ELEMENTS, true, edition_children, edition_attrs,
     "报纸的版面：数据文件的根", "pages of a newspaper, the root of a data file"},
    {"page", "page", ZT_ELEMENTS, false, page_children, page_attrs, "一版", "one page"},
    {"folio", "folio", ZT_EMPTY, false, NULL, folio_attrs, "报眉：版次、日期、星期由程序写",
     "the line at the head of the page; number, date and weekday are computed"},
    {"nameplate", "nameplate", ZT_ELEMENTS, false, nameplate_children, no_attrs,
     "报头：头版的报名、日期和报眼", "the paper's name on a front page, with its ear"},
    {"ear", "ear", ZT_ELEMENTS, false, ear_children, ear_attrs, "报眼，如 导读",
     "the ear beside the name"},
    {"story", "story", ZT_ELEMENTS, false, story_children, story_attrs, "一篇稿件",
     "a story with its heads, pictures and text"},
    {"story/title", "title", ZT_MIXED, false, inline_children, title_attrs, "主题", "the headline"},
    {"story/deck", "deck", ZT_MIXED, false, inline_children, deck_attrs, "副题",
     "line below the headline"},
    {"briefs", "briefs", ZT_ELEMENTS, false, briefs_children, briefs_attrs,
     "简讯：几条短稿合为版面上的一件", "short pieces that are one item of the page"},
    {"brief", "brief", ZT_ELEMENTS, false, brief_children, no_attrs, "一条简讯", "one of them"},
    {"page/photo", "photo", ZT_ELEMENTS, false, photo_children, photo_attrs, "照片",
     "a photograph with its caption"},
    {"place", "place", ZT_EMPTY, false, NULL, place_attrs, "放一张图",
     "a graphic from a document of its own"},
    {"panel", "panel", ZT_ELEMENTS, false, panel_children, panel_attrs,
     "占一定栏数、行数的一块：数字、引语、对照等", "a block in a frame of its own"},
    {"page/strip", "strip", ZT_EMPTY, false, NULL, strip_attrs, "热线条", "a strip of hotlines"},
    {"advert", "advert", ZT_EMPTY, false, NULL, advert_attrs, "广告：位置和大小固定",
     "an advertisement, never moved nor scaled"},
};

const zt_elem_rows zt_edition_rows = {elems, sizeof elems / sizeof *elems};
