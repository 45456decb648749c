/* gen/codes/codes_changes.c — codes of findings: two states of a document. */
#include "codes/codes.h"

static const zt_finding_code rows[] = {
    {.name = "compare-roots",
     .severities = "E",
     .what = {"zhitu diff 的两份稿件不是同一种：一份图表、一份报告之类",
              "`zhitu diff` was given two kinds of document: a graphic and a report, or the like"},
     .why = {"两种稿件的内容没有可对的", "they have nothing to be compared by"},
     .mend = {"给同一种稿件的两份", "give two of one kind"}},
    {.name = "compare-pages",
     .severities = "E",
     .what = {"zhitu diff -f png：有一份排不成版",
              "`zhitu diff -f png`: one of the documents has no pages"},
     .why = {"没有版面就画不出前后对照", "without pages there is nothing to picture"},
     .mend = {"zhitu check 说明原因", "`zhitu check` says why"}},
};

const zt_code_section zt_codes_changes = {
    {"两稿之间（zhitu diff）", "Two states of a document"}, rows, sizeof rows / sizeof *rows};
