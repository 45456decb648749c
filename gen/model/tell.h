/* gen/model/tell.h — private to model/: one walk over the model, told as text, as JSON, or as a
   list of what is printed. A walk names elements, lists and attributes; the teller knows the two
   forms. Empty texts, false flags, zero numbers and absent quantities are passed over in both.
   Text: an element a line, "point 6:7 id=a optional", what it holds indented below; attributes
   come before what an element holds. JSON: an element is an object with "element" and "at". */
#ifndef ZT_TELL_H
#define ZT_TELL_H

#include "model/doc.h"

typedef struct zt_teller {
    zt_buf *out;
    bool json;
    int depth;      /* of the next line of text */
    bool line_open; /* text: attributes may still be added to the last line */
    uint64_t lists; /* JSON: a bit for each open bracket, innermost lowest; 1 = a list */
    /* Neither text nor JSON, but a list of what is printed (prints.h); NULL: one of the two. */
    struct zt_prints_reader *prints;
} zt_teller;

/* ---- structure ---- */
/* `at.line` 0: without a place. */
void zt_tell_open(zt_teller *t, const char *element, zt_pos at);
/* The same where the member's name is not the element's: "figure" holds a "v". */
void zt_tell_open_as(zt_teller *t, const char *name, const char *element, zt_pos at);
void zt_tell_close(zt_teller *t);
/* What follows up to the end are elements, quantities or texts of one list. */
void zt_tell_list(zt_teller *t, const char *name);
void zt_tell_list_end(zt_teller *t);

/* ---- attributes of the element that is open ---- */
void zt_tell_text(zt_teller *t, const char *name, zt_str text);
void zt_tell_word(zt_teller *t, const char *name, const char *text); /* NULL: none */
void zt_tell_flag(zt_teller *t, const char *name, bool flag);
void zt_tell_int(zt_teller *t, const char *name, int number);
/* Printed in full, a string in JSON, so that no reader turns 46.30 into 46.3. */
void zt_tell_num(zt_teller *t, const char *name, zt_num num);
void zt_tell_date(zt_teller *t, const char *name, zt_date date);

/* ---- what an element or a list holds ---- */
/* In a list `name` shows in text alone. */
void zt_tell_rich(zt_teller *t, const char *name, const zt_rich *rich);
/* NULL name: that of its element. */
void zt_tell_quantity(zt_teller *t, const char *name, const zt_quantity *q);

#endif
