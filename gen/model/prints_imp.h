/* gen/model/prints_imp.h — private to model/: how the describer hands over what is printed. */
#ifndef ZT_PRINTS_IMP_H
#define ZT_PRINTS_IMP_H

#include "model/prints.h"

typedef struct zt_prints_reader zt_prints_reader;

/* Each is called by the function of describe.c that has its name: the walk over the model goes on,
   and what it shows is noted instead of written. An element that is opened is closed. */
void zt_prints_open(zt_prints_reader *r, const char *element, zt_pos at);
void zt_prints_close(zt_prints_reader *r);
/* A text, a flag, a date, inline text or a quantity of the element that is open; `name` is the
   attribute's. A text whose place is nowhere stands at that of the element. */
void zt_prints_text(zt_prints_reader *r, const char *name, zt_str text, zt_pos at);
void zt_prints_flag(zt_prints_reader *r, const char *name, bool flag);
void zt_prints_date(zt_prints_reader *r, zt_date date);
void zt_prints_rich(zt_prints_reader *r, const char *name, const zt_rich *rich);
void zt_prints_quantity(zt_prints_reader *r, const zt_quantity *q);
/* What follows in the element that is open is printed when this way is. */
void zt_prints_way(zt_prints_reader *r, zt_print_way way);
/* Words at a place of their own; `what` holds them. */
void zt_prints_words(zt_prints_reader *r, const char *what, zt_str text, zt_pos at);

#endif
