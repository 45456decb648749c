/* Loads cairo and finds its functions when the first PNG is asked for; a job of PDF alone never
   loads it. */
#include "base/library.h"
#include "export/cairo_imp.h"

#define CHECK(result, name, parameters) ZT_LIBRARY_CHECK_AS(cairo_##name, result, parameters)
ZT_CAIRO_FUNCTIONS(CHECK)
#undef CHECK

static const char *const names[] = {ZT_CAIRO_FUNCTIONS(ZT_LIBRARY_NAME)};
static const zt_library library = ZT_LIBRARY("libcairo.so.2", "cairo_", names);

/* Reports no-cairo with the loader's reason. */
bool zt_cairo_load(zt_cairo *cairo, zt_diags *diags)
{
    const char *why;
    if (zt_library_load(&library, cairo, &why))
        return true;
    zt_report_env(diags, "no-cairo", ZT_NOWHERE, "不能载入图形库 %s：%s",
                  "the graphics library %s cannot be loaded: %s", library.file, why);
    return false;
}

/* cairo keeps its first failure; no memory ends the work as an arena's would. */
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
