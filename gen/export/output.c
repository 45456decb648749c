/* Finding an output. */
#include "export/export.h"

const zt_output *zt_output_find(zt_str name)
{
    for (size_t i = 0; zt_outputs[i]; i++)
        if (zt_str_is(name, zt_outputs[i]->name))
            return zt_outputs[i];
    return NULL;
}
