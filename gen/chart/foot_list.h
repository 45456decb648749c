/* gen/chart/foot_list.h — what a plot has no place for, told in words at its foot, so that nothing
   that the data say is lost. */
#ifndef ZT_FOOT_LIST_H
#define ZT_FOOT_LIST_H

#include "chart/chart_imp.h"

/* A paragraph under a plot; points. Made by zt_foot_list_new, added to, then set once; all of it
   lies in the arena of the setting. */
typedef struct zt_foot_list {
    zt_run *runs;
    size_t count, capacity;
    zt_look *look;
    const zt_para *para; /* NULL: nothing to tell */
    double height;       /* with the gap above it; 0 when there is nothing to tell */
} zt_foot_list;

/* A list of at most `most` texts. */
zt_foot_list zt_foot_list_new(const zt_chart *chart, size_t most);
/* Adds a text that belongs to the element at `at`; it must outlive the list. */
void zt_foot_list_add(zt_foot_list *list, zt_str text, zt_pos at);
/* What parts the next text from those before it: nothing before the first. */
const char *zt_foot_list_mark(const zt_chart *chart, const zt_foot_list *list);
/* Breaks it into lines at most `width` wide. */
void zt_foot_list_set(const zt_chart *chart, zt_foot_list *list, double width);
/* Places it with the gap above it at y. */
void zt_foot_list_place(const zt_chart *chart, const zt_foot_list *list, zt_group *into, double y);

#endif
