/* gen/model/check_imp.h — private to model/: the checks of a whole document, each in one file
   check_NAME.c, which CMake finds. They run once all values have the scale of their charts;
   findings are sorted by place later, so that no check waits for another. */
#ifndef ZT_CHECK_IMP_H
#define ZT_CHECK_IMP_H

#include "model/doc_imp.h"

/* One check. `root` is the checked tree, for findings about how something is written; the document
   itself is r->doc. */
typedef struct zt_doc_check {
    void (*run)(zt_doc_reader *r, const zt_node *root);
} zt_doc_check;
extern const zt_doc_check *const zt_doc_checks[]; /* ends with NULL */

/* ---- shared by checks ---- */
/* Texts as the reader sees them: not asof and source. */
typedef void zt_text_visit(void *context, const zt_node *text);
void zt_each_text(const zt_node *node, zt_text_visit *visit, void *context);
/* The place of byte `at` of a text node. */
zt_pos zt_place_in(const zt_node *text, size_t at);
/* Of findings that say a figure is wrong: an editor may still be at work on a draft, a final
   version (--final) must not carry one. */
zt_severity zt_wrong_figure(const zt_doc_reader *r);

#endif
