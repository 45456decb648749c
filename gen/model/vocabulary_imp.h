/* gen/model/vocabulary_imp.h — private to model/: what the tables of the vocabulary share. Each
   subject has a file of its own, vocabulary_SUBJECT.c; children are named by their `def`, so rows
   of one file may stand in those of another. */
#ifndef ZT_VOCABULARY_IMP_H
#define ZT_VOCABULARY_IMP_H

#include "xml/grammar.h"

/* What may stand in running words: values and emphasis, any number, any order. */
#define ZT_INLINE                                                                                  \
    {"v", 0, 0}, {"|change", 0, 0}, {"|rank", 0, 0}, {"|share", 0, 0}, {"|target", 0, 0},          \
        {"|ref", 0, 0}, {"|em", 0, 0}, {"|sub", 0, 0}, {"|sup", 0, 0}, {"|br", 0, 0},              \
        {"|tcy", 0, 0},                                                                            \
    {                                                                                              \
        "|ruby", 0, 0                                                                              \
    }

/* Blocks, any number in any order, but for text; after a row of their own place. */
#define ZT_BLOCKS                                                                                  \
    {"|groups", 0, 0}, {"|timeline", 0, 0}, {"|hint", 0, 0}, {"|chart", 0, 0}, {"|photo", 0, 0},   \
        {"|ledger", 0, 0}, {"|tasks", 0, 0}, {"|steps", 0, 0}, {"|strip", 0, 0}, {"|names", 0, 0}, \
        {"|figures", 0, 0}, {"|quotes", 0, 0}, {"|code", 0, 0},                                    \
    {                                                                                              \
        "|structure", 0, 0                                                                         \
    }

/* Attributes that elements of several files have. */
/* clang-format off */
#define ZT_ID {"id", ZT_ATTR_NAME, NULL, NULL, "名字，供引用", "a name to refer to"}
#define ZT_HEAD {"head", ZT_ATTR_TEXT, NULL, NULL, "标题", "its heading"}
#define ZT_PERIOD {"period", ZT_ATTR_DATES, NULL, NULL, "统计期", "the period that the figure covers"}
#define ZT_ASOF {"asof", ZT_ATTR_DATE, NULL, NULL, "截至", "the figure holds as of this date"}
#define ZT_SOURCE {"source", ZT_ATTR_TEXT, NULL, NULL, "来源", "where the figure comes from"}
#define ZT_NOTE {"note", ZT_ATTR_TEXT, NULL, NULL, "说明，不印", "a remark, not printed"}
#define ZT_MAIN {"main", ZT_ATTR_YES, NULL, "no", "本组的领衔数字", "the figure that its group leads with"}
/* clang-format on */

/* What stands out among the blocks of a graphic (hero.c). */
#define ZT_BLOCK_WEIGHT                                                                            \
    {                                                                                              \
        "weight", ZT_ATTR_ENUM, "normal key", "normal",                                            \
            "key：一张图的主角，至多一个；不写就由数据定",                                         \
            "key: the hero of a graphic, one at most; found in the data without it"                \
    }

/* What a report asks of a block. */
#define ZT_IN_REPORT                                                                               \
    {"float",                                                                                      \
     ZT_ATTR_ENUM,                                                                                 \
     "auto no page head foot",                                                                     \
     "auto",                                                                                       \
     "报告里：auto 照模板浮动，no 就排在这里，page 独占一页，head、foot 浮到栏首、栏脚",           \
     "in reports: auto floats as the template has it, no stays here, page takes a page of its "    \
     "own, head and foot float to the head or the foot of a column"},                              \
        {"wide",                                                                                   \
         ZT_ATTR_YES,                                                                              \
         NULL,                                                                                     \
         "no",                                                                                     \
         "报告里：yes 横跨各栏",                                                                   \
         "in reports: yes goes over all columns"},                                                 \
    {                                                                                              \
        "keep", ZT_ATTR_YES, NULL, "no", "报告里：yes 不拆到两页",                                 \
            "in reports: yes is not torn over pages"                                               \
    }

/* Of blocks whose rows or entries may part over pages. */
#define ZT_SPLIT                                                                                   \
    {                                                                                              \
        "split", ZT_ATTR_YES, NULL, "no", "报告里：yes 可拆到几页，表头、题重复",                  \
            "in reports: yes may be torn over pages, with its heads repeated"                      \
    }

/* Attributes of the roots: id= is the name of the outputs. */
#define ZT_ROOT_ATTRS                                                                                                                    \
    {"id",                                                                                                                               \
     ZT_ATTR_STEM,                                                                                                                       \
     NULL,                                                                                                                               \
     ZT_REQUIRED,                                                                                                                        \
     "稿件的名字，也是输出文件的名字：汉字、半角字母和数字、_、-，中间可用 .，至多 100 字符（80 " \
     "个汉字）",                                                                                                                         \
     "name of the document and of its outputs: Han, letters and digits of ASCII, _ and -, with . "                                       \
     "inside, at most 100 (80 Han)"},                                                                                                    \
        {"template", ZT_ATTR_NAME, NULL, NULL, "模板的名字", "name of a template"},                                                      \
        {"issue", ZT_ATTR_DAY, NULL, NULL, "见报日期", "date of the paper"},                                                             \
    {                                                                                                                                    \
        "lang", ZT_ATTR_NAME, NULL, "zh-Hans", "语言", "language of the text"                                                            \
    }

/* The tables beside vocabulary.c. */
extern const zt_elem_rows zt_chart_rows;   /* vocabulary_chart.c */
extern const zt_elem_rows zt_value_rows;   /* vocabulary_value.c */
extern const zt_elem_rows zt_report_rows;  /* vocabulary_report.c */
extern const zt_elem_rows zt_edition_rows; /* vocabulary_edition.c */

#endif
