/* gen/preflight/preflight.c — runs the checks of a finished page, one after the other. What is
   checked, and where each limit comes from, stands in the files rule_*.c. Checks run in the order
   of these names and see what those before them have reported. */
#include "preflight/preflight.h"

void zt_preflight(const zt_inspection *inspection)
{
    for (size_t i = 0; zt_rules[i]; i++)
        zt_rules[i]->inspect(inspection);
}

void zt_preflight_pages(const zt_inspection *inspection)
{
    zt_inspection one = *inspection;
    for (one.page = 0; one.page < inspection->page_count; one.page++) {
        one.scene = inspection->pages[one.page];
        zt_preflight(&one);
    }
}
