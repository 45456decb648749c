/* gen/text/itemise.c — scripts, directions and breaks of text that is neither Han nor Latin, found
   by Pango: the only file that knows it. It is opened with dlopen when such text occurs; its
   loading takes longer than a whole small page. No font map is made, so Pango starts no thread, and
   workers may be forked before or after. */
#include <pango/pango.h>
#include <string.h>

#include "base/library.h"
#include "text/para_imp.h"

/* Every call used: return type, name, parameters. GLib's come along with Pango. */
#define PANGO_CALLS(X)                                                                             \
    X(PangoScriptIter *, pango_script_iter_new, (const char *, int))                               \
    X(void, pango_script_iter_get_range,                                                           \
      (PangoScriptIter *, const char **, const char **, PangoScript *))                            \
    X(gboolean, pango_script_iter_next, (PangoScriptIter *))                                       \
    X(void, pango_script_iter_free, (PangoScriptIter *))                                           \
    X(guint8 *, pango_log2vis_get_embedding_levels, (const gchar *, int, PangoDirection *))        \
    X(PangoLanguage *, pango_language_from_string, (const char *))                                 \
    X(void, pango_get_log_attrs, (const char *, int, int, PangoLanguage *, PangoLogAttr *, int))   \
    X(guint32, g_unicode_script_to_iso15924, (GUnicodeScript))                                     \
    X(void, g_free, (gpointer))

typedef struct pango_calls {
    PANGO_CALLS(ZT_LIBRARY_FIELD)
} pango_calls;

PANGO_CALLS(ZT_LIBRARY_CHECK)

static const char *const names[] = {PANGO_CALLS(ZT_LIBRARY_NAME)};
static const zt_library library = ZT_LIBRARY("libpango-1.0.so.0", "", names);

/* Pango's ranges, by bytes, over our characters, by offsets. */
static void find_scripts(const pango_calls *call, const zt_para_imp *imp, zt_char_script *out)
{
    const char *text = imp->text.data, *start, *end;
    PangoScriptIter *iter = call->pango_script_iter_new(text, (int)imp->text.len);
    size_t i = 0;
    do {
        PangoScript script;
        call->pango_script_iter_get_range(iter, &start, &end, &script);
        guint32 iso = call->g_unicode_script_to_iso15924((GUnicodeScript)script);
        for (; i < imp->count && text + imp->chars[i].offset < end; i++)
            out[i].script = iso;
    } while (call->pango_script_iter_next(iter));
    call->pango_script_iter_free(iter);
}

/* UAX #9 in the paragraph's own direction. */
static void find_levels(const pango_calls *call, const zt_para_imp *imp, bool right_to_left,
                        zt_char_script *out)
{
    PangoDirection base = right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    guint8 *levels =
        call->pango_log2vis_get_embedding_levels(imp->text.data, (int)imp->text.len, &base);
    for (size_t i = 0; i < imp->count; i++)
        out[i].level = levels[i];
    call->g_free(levels);
}

/* UAX #14 as Pango tailors it; only breaks within items are taken from it. */
static void find_breaks(const pango_calls *call, const zt_para_imp *imp, zt_char_script *out)
{
    PangoLogAttr *attrs = ZT_ARRAY(imp->arena, imp->count + 1, PangoLogAttr);
    call->pango_get_log_attrs(imp->text.data, (int)imp->text.len, -1,
                              call->pango_language_from_string("zh-cn"), attrs,
                              (int)imp->count + 1);
    for (size_t i = 0; i < imp->count; i++)
        out[i].may_break = attrs[i].is_line_break;
}

/* Loaded for each paragraph that needs it; the library stays mapped after the first. */
bool zt_pango_itemise(const zt_para_imp *imp, bool right_to_left, zt_char_script *out)
{
    pango_calls call;
    bool good = zt_library_load(&library, &call, NULL);
    if (good) {
        find_scripts(&call, imp, out);
        find_levels(&call, imp, right_to_left, out);
        find_breaks(&call, imp, out);
    } else
        zt_report_env(imp->diags, "library-missing", imp->runs[0].at,
                      "排藏、维吾尔、蒙古等文字要用 libpango-1.0.so.0，打不开；装上 libpango-1.0-0",
                      "setting scripts beyond Han and Latin needs libpango-1.0.so.0, which cannot "
                      "be opened; install libpango-1.0-0");
    return good;
}
