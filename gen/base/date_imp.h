/* gen/base/date_imp.h — private to base/: dates in English, which print their parts from the day to
   the year. */
#ifndef ZT_DATE_IMP_H
#define ZT_DATE_IMP_H

#include "base/date.h"

/* `from` is the coarsest part to print: 0 year, 1 month, 2 day, 3 hour. */
void zt_date_print_english(zt_buf *buf, zt_date date, int from);

#endif
