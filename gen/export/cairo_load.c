/* Loads cairo and finds its functions. The library stays open until the process ends: closing and
   opening it again would cost each picture of a batch what this file saves. */
#include <dlfcn.h>
#include <string.h>

#include "export/cairo_imp.h"

/* The table's types must be those of the installed header. */
#define CHECK(result, name, parameters)                                                            \
    _Static_assert(_Generic(&cairo_##name, result(*) parameters : 1, default : 0),                 \
                   "the type of cairo_" #name " differs");
ZT_CAIRO_FUNCTIONS(CHECK)
#undef CHECK

static const char library[] = "libcairo.so.2";

static bool find(void *handle, const char *name, void *field, size_t size)
{
    void *symbol = dlsym(handle, name);
    memcpy(field, &symbol, size);
    return symbol != NULL;
}

static bool find_all(zt_cairo *cairo, void *handle)
{
    bool all = true;
#define FIND(result, name, parameters)                                                             \
    all = find(handle, "cairo_" #name, &cairo->name, sizeof cairo->name) && all;
    ZT_CAIRO_FUNCTIONS(FIND)
#undef FIND
    return all;
}

bool zt_cairo_load(zt_cairo *cairo, zt_diags *diags)
{
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (handle && find_all(cairo, handle))
        return true;
    const char *why = dlerror();
    zt_report_env(diags, "no-cairo", ZT_NOWHERE, "不能载入图形库 %s：%s",
                  "the graphics library %s cannot be loaded: %s", library, why ? why : "?");
    return false;
}

bool zt_cairo_check(const zt_cairo *cairo, zt_diags *diags, cairo_status_t status)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    if (status == CAIRO_STATUS_NO_MEMORY)
        zt_diags_exhausted(diags);
    zt_report_env(diags, "cairo-failed", ZT_NOWHERE, "图形库 cairo 出错：%s",
                  "the graphics library cairo failed: %s", cairo->status_to_string(status));
    return false;
}
