/* gen/preflight/preflight.c — runs the checks of a finished page, one after the other. What is
   checked, and where each limit comes from, stands in the files rule_*.c. Checks run in the order
   of these names and see what those before them have reported. */
#include "preflight/preflight.h"

void zt_preflight(const zt_inspection *inspection)
{
    for (size_t i = 0; zt_rules[i]; i++) {
        bool of_book = zt_rules[i]->of_book;
        if (of_book && inspection->page > 0)
            continue;
        zt_diags_on_page(inspection->diags,
                         !of_book && inspection->page_count > 1 ? inspection->page + 1 : 0);
        zt_rules[i]->inspect(inspection);
    }
    zt_diags_on_page(inspection->diags, 0);
}

void zt_preflight_pages(const zt_inspection *inspection)
{
    zt_inspection one = *inspection;
    for (one.page = 0; one.page < inspection->page_count; one.page++) {
        one.scene = inspection->pages[one.page];
        zt_preflight(&one);
    }
}
