/* The vocabulary of reports: chapters and sections, running text with notes and references, and
   what the program collects: contents, lists, sources, the index. */
#include "model/vocabulary_imp.h"

/* clang-format off */
#define SHORT {"short", ZT_ATTR_TEXT, NULL, NULL, "短题：书眉和目录用", "a shorter head, for running heads and contents"}
/* clang-format on */

static const zt_attr report_attrs[] = {ZT_ROOT_ATTRS, {0}};
static const zt_attr toc_attrs[] = {
    {"depth", ZT_ATTR_COUNT, "1..3", "2", "列到第几级", "levels that are listed"},
    {"head", ZT_ATTR_TEXT, NULL, "目录", "标题", "its heading"},
    {0}};
static const zt_attr list_attrs[] = {
    {"of", ZT_ATTR_ENUMS, "chart photo table", ZT_REQUIRED, "列哪些：图、照片、表",
     "what is listed: charts, photographs, tables"},
    {"head", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "标题，如 图目录", "its heading"},
    {0}};
static const zt_attr section_attrs[] = {
    ZT_ID,
    ZT_HEAD,
    SHORT,
    {"import", ZT_ATTR_FILE, NULL, NULL, "内容另存一个文件，其根元素也是 section；相对本文件",
     "a file of its own that holds the contents in a section; relative to this one"},
    {"numbered", ZT_ATTR_YES, NULL, "yes", "no：不编号，如 前言", "no: without a number, as 前言"},
    {"keep", ZT_ATTR_YES, NULL, "no", "yes：整节排在一页上", "yes: all of it stands on one page"},
    {0}};
static const zt_attr appendix_attrs[] = {
    ZT_ID, {"head", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "标题", "its heading"}, SHORT, {0}};
static const zt_attr data_attrs[] = {{"of", ZT_ATTR_ENUM, "chart", "chart",
                                      "各图的数据，每图一个表",
                                      "the numbers of every chart, a table each"},
                                     {0}};
static const zt_attr sources_attrs[] = {
    ZT_ID, {"head", ZT_ATTR_TEXT, NULL, "资料来源", "标题", "its heading"}, {0}};
static const zt_attr index_attrs[] = {ZT_ID,
                                      {"of", ZT_ATTR_ENUM, "indicators", "indicators",
                                       "指标：各处 v 的 name", "indicators: every name= of a v"},
                                      {"head", ZT_ATTR_TEXT, NULL, "索引", "标题", "its heading"},
                                      {0}};
static const zt_attr text_attrs[] = {ZT_ID,
                                     {"columns", ZT_ATTR_COUNT, "1..3", NULL,
                                      "分几栏；不写由模板定", "columns; the template's without it"},
                                     {0}};
static const zt_attr p_attrs[] = {ZT_ID,
                                  {"keep", ZT_ATTR_ENUM, "no yes next", "no",
                                   "yes：整段不拆到两页；next：与下文同页",
                                   "yes: not torn over pages; next: on the page of what follows"},
                                  {0}};
static const zt_attr place_attrs[] = {
    ZT_ID,
    {"graphic", ZT_ATTR_FILE, NULL, ZT_REQUIRED, "一张图的稿件，相对本文件",
     "the document of a graphic, relative to this one"},
    {"template", ZT_ATTR_TEXT, NULL, NULL, "换用模板", "a template in place of its own"},
    ZT_IN_REPORT,
    {0}};
static const zt_attr see_attrs[] = {
    {"to", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "所指的图、表、章节的 id",
     "the id of the figure, table or section"},
    {"show", ZT_ATTR_ENUM, "number page both title", "number",
     "编号（图3）、页码（第12页）、两者、题目", "its number, its page, both, its title"},
    {0}};
static const zt_attr fn_attrs[] = {ZT_ID,
                                   {"ref", ZT_ATTR_NAME, NULL, NULL, "再引一次同页的注：它的 id",
                                    "the id of a note of the same page, marked again"},
                                   {0}};

/* The index names the pages of all others and is the last. */
static const zt_child report_children[] = {{"cover", 0, 1},
                                           {"toc", 0, 1},
                                           {"|list", 0, 0},
                                           {"section", 0, 0},
                                           {"|appendix", 0, 0},
                                           {"|sources", 0, 1},
                                           {"index", 0, 1},
                                           {"credits", 0, 1},
                                           {"|alt", 0, 1},
                                           {"|accept", 0, 0},
                                           {0}};
static const zt_child cover_children[] = {
    {"kicker", 0, 1}, {"title", 1, 1}, {"deck", 0, 1}, {"lead", 0, 1},     {"asof", 0, 1},
    {"table", 0, 0},  ZT_BLOCKS,       {"note", 0, 0}, {"|credits", 0, 1}, {0}};
static const zt_child section_children[] = {
    {"lead", 0, 1}, {"|report/text", 0, 0}, {"|report/place", 0, 0}, {"|table", 0, 0},
    ZT_BLOCKS,      {"|section", 0, 0},     {"|accept", 0, 0},       {0}};
static const zt_child appendix_children[] = {{"appendix/data", 0, 0},
                                             {"|report/text", 0, 0},
                                             {"|report/place", 0, 0},
                                             {"|table", 0, 0},
                                             ZT_BLOCKS,
                                             {"|section", 0, 0},
                                             {0}};
static const zt_child sources_children[] = {{"source", 0, 0}, {0}};
static const zt_child text_children[] = {
    {"report/p", 0, 0}, {"subhead", 0, 0}, {"byline", 0, 0}, {0}};
static const zt_child p_children[] = {ZT_INLINE, {"|see", 0, 0}, {"|fn", 0, 0}, {0}};
static const zt_child fn_children[] = {ZT_INLINE, {"|see", 0, 0}, {0}};

static const zt_elem elems[] = {
    {"report", "report", ZT_ELEMENTS, true, report_children, report_attrs,
     "一份多页的报告：数据文件的根", "a report of many pages, the root of a data file"},
    {"cover", "cover", ZT_ELEMENTS, true, cover_children, NULL, "封面", "the cover"},
    {"toc", "toc", ZT_EMPTY, false, NULL, toc_attrs, "目录，由程序编成",
     "the contents, made by the program"},
    {"list", "list", ZT_EMPTY, false, NULL, list_attrs, "图目录、表目录，由程序编成",
     "a list of figures or tables, made by the program"},
    {"section", "section", ZT_ELEMENTS, false, section_children, section_attrs,
     "一章；在章里是一节", "a chapter; within one a section"},
    {"appendix", "appendix", ZT_ELEMENTS, false, appendix_children, appendix_attrs, "附录",
     "an appendix"},
    {"appendix/data", "data", ZT_EMPTY, false, NULL, data_attrs, "数据表，由程序编成",
     "tables of data, made by the program"},
    {"sources", "sources", ZT_ELEMENTS, false, sources_children, sources_attrs,
     "资料来源：各处 source 和此处所写，由程序编成",
     "all sources: those named anywhere and those written here"},
    {"index", "index", ZT_EMPTY, false, NULL, index_attrs, "索引，由程序编成",
     "the index, made by the program"},
    {"report/text", "text", ZT_ELEMENTS, false, text_children, text_attrs, "报告的正文",
     "running text of a report"},
    {"report/p", "p", ZT_MIXED, false, p_children, p_attrs, "报告里的一段",
     "a paragraph of a report"},
    {"report/place", "place", ZT_EMPTY, false, NULL, place_attrs,
     "放一张图：另一份稿件，按它自己的模板排",
     "a graphic, a document of its own, set by its template"},
    {"see", "see", ZT_EMPTY, false, NULL, see_attrs, "参见：编号和页码由程序填",
     "a reference; the program fills in number and page"},
    {"fn", "fn", ZT_MIXED, false, fn_children, fn_attrs, "脚注", "a footnote"},
};

const zt_elem_rows zt_report_rows = {elems, sizeof elems / sizeof *elems};
