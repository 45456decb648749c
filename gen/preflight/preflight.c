/* gen/preflight/preflight.c */
#include "preflight/preflight.h"

void zt_preflight(const zt_inspection *inspection)
{
    for (size_t i = 0; zt_rules[i]; i++)
        zt_rules[i]->inspect(inspection);
}
