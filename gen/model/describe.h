/* gen/model/describe.h — private to model/: one walk over the model that can be written as indented
   text, as JSON, or as the list of what is printed (prints.h). The walk names elements, lists and
   attributes; the describer knows the forms. Empty texts, false flags, zero numbers and absent
   quantities are left out in every form.
   Text: one line an element, "point 6:7 id=a optional", its children indented below; attributes
   have to be named before children. JSON: an element is an object with "element" and "at". */
#ifndef ZT_DESCRIBE_H
#define ZT_DESCRIBE_H

#include "model/doc.h"

/* The walk's state. Nothing in it belongs to the describer: the buffer is the caller's. */
typedef struct zt_describer {
    zt_buf *out;
    bool json;
    /* Level of the next line of text, in steps of the indent. */
    int depth;
    /* text: attributes may still be added to the last line. */
    bool line_open;
    /* JSON: a bit for each open bracket, innermost lowest; 1 = a list. */
    uint64_t lists;
    /* Neither text nor JSON, but a list of what is printed (prints.h); NULL: one of the two. */
    struct zt_prints_reader *prints;
} zt_describer;

/* ---- structure ---- */
/* `at.line` 0: without a place. */
void zt_describe_open(zt_describer *t, const char *element, zt_pos at);
/* The same where the member's name is not the element's: "figure" holds a "v". */
void zt_describe_open_as(zt_describer *t, const char *name, const char *element, zt_pos at);
/* Closes the innermost element; each open has one close. */
void zt_describe_close(zt_describer *t);
/* What follows up to the end are elements, quantities or texts of one list. */
void zt_describe_list(zt_describer *t, const char *name);
void zt_describe_list_end(zt_describer *t);

/* ---- attributes of the element that is open ---- */
/* A text in the words of the document. */
void zt_describe_text(zt_describer *t, const char *name, zt_str text);
/* The same of words that are printed at the place of a quantity within the element. */
void zt_describe_text_at(zt_describer *t, const char *name, zt_str text, zt_pos at);
/* A word for programs, an id or a kind: it is not looked for on the page. */
void zt_describe_word(zt_describer *t, const char *name, const char *text); /* NULL: none */
/* A setting that is on; one that is off is not shown. */
void zt_describe_flag(zt_describer *t, const char *name, bool flag);
/* A whole number other than 0. */
void zt_describe_int(zt_describer *t, const char *name, int number);
/* Printed in full, a string in JSON, so that no reader turns 46.30 into 46.3. */
void zt_describe_num(zt_describer *t, const char *name, zt_num num);
/* In ISO 8601, whatever form the page prints. */
void zt_describe_date(zt_describer *t, const char *name, zt_date date);

/* ---- what an element or a list holds ---- */
/* In a list `name` shows in text alone. */
void zt_describe_rich(zt_describer *t, const char *name, const zt_rich *rich);
/* The same without what its quantities mean, where that is described elsewhere. */
void zt_describe_words(zt_describer *t, const char *name, const zt_rich *rich);
/* NULL name: that of its element. */
void zt_describe_quantity(zt_describer *t, const char *name, const zt_quantity *q);

#endif
