/* gen/font/fc.c — fontconfig, the only file that knows it. It is opened with dlopen and only when
   the cache has no answer: linking it would cost every run a millisecond. */
#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/library.h"
#include "base/near.h"
#include "font/font_imp.h"

/* Every call used: return type, name, parameters. */
#define FC_CALLS(X)                                                                                \
    X(FcConfig *, FcInitLoadConfigAndFonts, (void))                                                \
    X(void, FcConfigDestroy, (FcConfig *))                                                         \
    X(FcBool, FcConfigAppFontAddDir, (FcConfig *, const FcChar8 *))                                \
    X(FcStrList *, FcConfigGetConfigFiles, (FcConfig *))                                           \
    X(FcStrList *, FcConfigGetFontDirs, (FcConfig *))                                              \
    X(FcChar8 *, FcStrListNext, (FcStrList *))                                                     \
    X(void, FcStrListDone, (FcStrList *))                                                          \
    X(FcPattern *, FcPatternCreate, (void))                                                        \
    X(void, FcPatternDestroy, (FcPattern *))                                                       \
    X(FcBool, FcPatternAddString, (FcPattern *, const char *, const FcChar8 *))                    \
    X(FcResult, FcPatternGetString, (const FcPattern *, const char *, int, FcChar8 **))            \
    X(FcResult, FcPatternGetInteger, (const FcPattern *, const char *, int, int *))                \
    X(FcResult, FcPatternGetDouble, (const FcPattern *, const char *, int, double *))              \
    X(FcResult, FcPatternGetBool, (const FcPattern *, const char *, int, FcBool *))                \
    X(FcObjectSet *, FcObjectSetCreate, (void))                                                    \
    X(FcBool, FcObjectSetAdd, (FcObjectSet *, const char *))                                       \
    X(void, FcObjectSetDestroy, (FcObjectSet *))                                                   \
    X(FcFontSet *, FcFontList, (FcConfig *, FcPattern *, FcObjectSet *))                           \
    X(void, FcFontSetDestroy, (FcFontSet *))                                                       \
    X(double, FcWeightToOpenTypeDouble, (double))

typedef struct fc_calls {
    FC_CALLS(ZT_LIBRARY_FIELD)
} fc_calls;

FC_CALLS(ZT_LIBRARY_CHECK)

/* It stays mapped: FcFini would pull its caches from under another session's configuration. */
static const char *const names[] = {FC_CALLS(ZT_LIBRARY_NAME)};
static const zt_library library = ZT_LIBRARY("libfontconfig.so.1", "", names);

/* fontconfig as one session uses it: a configuration of its own, to which the newsroom's folder
   is added. Lives in the session's arena, whose end closes the configuration. */
struct zt_fc {
    fc_calls call;
    FcConfig *config;
    const char *folder;
};

/* The finaliser of the session's arena; the library itself stays. */
static void close_fc(void *obj)
{
    zt_fc *fc = obj;
    if (fc->config)
        fc->call.FcConfigDestroy(fc->config);
}

/* NULL when the library is not installed or has no configuration; the session then knows only
   what its cache holds. `folder` may be NULL. */
zt_fc *zt_fc_open(zt_arena *session, const char *folder)
{
    zt_fc *fc = ZT_NEW(session, zt_fc);
    fc->folder = folder ? zt_path_real(session, folder) : NULL;
    if (!zt_library_load(&library, &fc->call, NULL))
        return NULL;
    zt_arena_on_drop(session, close_fc, fc);
    fc->config = fc->call.FcInitLoadConfigAndFonts();
    if (!fc->config)
        return NULL;
    if (fc->folder)
        fc->call.FcConfigAppFontAddDir(fc->config, (const FcChar8 *)fc->folder);
    return fc;
}

/* Whether the folder of that path is in the list. */
static bool has_folder_of(const zt_paths *list, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t len = slash ? (size_t)(slash - path) : 0;
    for (size_t i = 0; i < list->count; i++)
        if (strlen(list->items[i]) == len && memcmp(list->items[i], path, len) == 0)
            return true;
    return false;
}

/* Copies paths into the list, and ends theirs. One with a tab or a line feed could not stand in the
   cache. */
static void add_paths(zt_fc *fc, zt_arena *arena, FcStrList *from, bool folders, zt_paths *out)
{
    const char *path;
    while (from && (path = (const char *)fc->call.FcStrListNext(from)))
        if (!strpbrk(path, "\t\n") && (folders || !has_folder_of(out, path)))
            ZT_PUSH(arena, out, zt_arena_strdup(arena, path));
    if (from)
        fc->call.FcStrListDone(from);
}

/* A folder of configuration stands for the files in it: they are put there and taken out, tens of
   them, and each would cost every start a look. */
void zt_fc_watched(zt_fc *fc, zt_arena *arena, zt_paths *out)
{
    add_paths(fc, arena, fc->call.FcConfigGetConfigFiles(fc->config), false, out);
    add_paths(fc, arena, fc->call.FcConfigGetFontDirs(fc->config), true, out);
}

/* All faces, or those of a family, with the properties that are asked below. The caller destroys
   the set. */
static FcFontSet *list_faces(zt_fc *fc, const char *family)
{
    static const char *const wanted[] = {FC_FAMILY,   FC_STYLE,   FC_WEIGHT,     FC_SLANT,
                                         FC_WIDTH,    FC_FILE,    FC_INDEX,      FC_POSTSCRIPT_NAME,
                                         FC_VARIABLE, FC_OUTLINE, FC_FONTVERSION};
    FcPattern *pattern = fc->call.FcPatternCreate();
    if (family)
        fc->call.FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcObjectSet *set = fc->call.FcObjectSetCreate();
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        fc->call.FcObjectSetAdd(set, wanted[i]);
    FcFontSet *found = fc->call.FcFontList(fc->config, pattern, set);
    fc->call.FcObjectSetDestroy(set);
    fc->call.FcPatternDestroy(pattern);
    return found;
}

/* The property of a pattern, `otherwise` when it has none. */
static int get_int(const zt_fc *fc, const FcPattern *p, const char *object, int otherwise)
{
    int value;
    return fc->call.FcPatternGetInteger(p, object, 0, &value) == FcResultMatch ? value : otherwise;
}

/* The property, lent from the pattern; "" when it has none. */
static const char *get_text(const zt_fc *fc, const FcPattern *p, const char *object)
{
    FcChar8 *value;
    return fc->call.FcPatternGetString(p, object, 0, &value) == FcResultMatch ? (char *)value : "";
}

/* fontconfig counts weights in its own scale; 400 when a face states none. */
static int css_weight(const zt_fc *fc, const FcPattern *p)
{
    double weight;
    if (fc->call.FcPatternGetDouble(p, FC_WEIGHT, 0, &weight) != FcResultMatch)
        return 400;
    return (int)(fc->call.FcWeightToOpenTypeDouble(weight) + 0.5);
}

/* Upright, of normal width, scalable, one weight: what a family and a weight alone can name. */
static bool is_plain(const zt_fc *fc, const FcPattern *p)
{
    FcBool variable = FcFalse, outline = FcTrue;
    fc->call.FcPatternGetBool(p, FC_VARIABLE, 0, &variable);
    fc->call.FcPatternGetBool(p, FC_OUTLINE, 0, &outline);
    return !variable && outline && get_int(fc, p, FC_SLANT, 0) == FC_SLANT_ROMAN &&
           get_int(fc, p, FC_WIDTH, FC_WIDTH_NORMAL) == FC_WIDTH_NORMAL &&
           get_int(fc, p, FC_INDEX, 0) < 0x10000;
}

/* Whether the file lies in the newsroom's own folder. */
static bool is_in_folder(const zt_fc *fc, const FcPattern *p)
{
    const char *file = get_text(fc, p, FC_FILE);
    size_t len = fc->folder ? strlen(fc->folder) : 0;
    return len > 0 && strncmp(file, fc->folder, len) == 0 && file[len] == '/';
}

/* A total order, so that the choice never depends on the order in which fontconfig lists. */
static bool is_better(const zt_fc *fc, const FcPattern *a, const FcPattern *b)
{
    if (is_in_folder(fc, a) != is_in_folder(fc, b))
        return is_in_folder(fc, a);
    int va = get_int(fc, a, FC_FONTVERSION, 0), vb = get_int(fc, b, FC_FONTVERSION, 0);
    if (va != vb)
        return va > vb;
    return strcmp(get_text(fc, a, FC_FILE), get_text(fc, b, FC_FILE)) < 0;
}

/* fontconfig lists, and the choice is made here: its own matching would give the nearest face
   where the one asked for is not there. Names and version are left for who opens the file. */
bool zt_fc_find(zt_fc *fc, zt_arena *arena, const char *family, int weight, zt_font_place *out)
{
    FcFontSet *found = list_faces(fc, family);
    const FcPattern *best = NULL;
    for (int i = 0; found && i < found->nfont; i++) {
        const FcPattern *p = found->fonts[i];
        if (is_plain(fc, p) && css_weight(fc, p) == weight && (!best || is_better(fc, p, best)))
            best = p;
    }
    if (best)
        *out = (zt_font_place){.family = zt_arena_strdup(arena, family),
                               .path = zt_arena_strdup(arena, get_text(fc, best, FC_FILE)),
                               .weight = weight,
                               .index = get_int(fc, best, FC_INDEX, 0)};
    if (found)
        fc->call.FcFontSetDestroy(found);
    return best != NULL;
}

/* The first four bytes: a web font is packed, and HarfBuzz reads only what is not. */
static bool is_packed(const char *path)
{
    char head[4] = {0};
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    size_t got = fread(head, 1, sizeof head, file);
    fclose(file);
    return got == sizeof head && (memcmp(head, "wOFF", 4) == 0 || memcmp(head, "wOF2", 4) == 0);
}

/* Variable fonts have named instances, which fontconfig gives an index above 0xFFFF. */
zt_unread zt_fc_unread(zt_fc *fc, zt_arena *arena, const char *family, const char **path)
{
    FcFontSet *found = list_faces(fc, family);
    zt_unread unread = ZT_UNREAD_NONE;
    for (int i = 0; found && i < found->nfont && unread == ZT_UNREAD_NONE; i++) {
        const FcPattern *p = found->fonts[i];
        FcBool variable = FcFalse;
        const char *file = get_text(fc, p, FC_FILE);
        fc->call.FcPatternGetBool(p, FC_VARIABLE, 0, &variable);
        if (is_packed(file))
            unread = ZT_UNREAD_WOFF;
        else if (variable || get_int(fc, p, FC_INDEX, 0) >= 0x10000)
            unread = ZT_UNREAD_VARIABLE;
        *path = zt_arena_strdup(arena, file);
    }
    if (found)
        fc->call.FcFontSetDestroy(found);
    return unread;
}

/* Family, weight, path, index. */
static int compare_entries(const void *va, const void *vb)
{
    const zt_font_entry *a = va, *b = vb;
    int by = strcmp(a->family, b->family);
    if (by == 0)
        by = a->weight - b->weight;
    if (by == 0)
        by = strcmp(a->path, b->path);
    return by ? by : a->index - b->index;
}

/* Only faces that a template could name: italics, narrow and variable ones are left out. Texts
   are copied, for fontconfig's own go with its set. */
size_t zt_fc_list(zt_fc *fc, zt_arena *arena, zt_font_entry **out)
{
    FcFontSet *found = list_faces(fc, NULL);
    size_t count = 0;
    *out = ZT_ARRAY(arena, found ? (size_t)found->nfont : 0, zt_font_entry);
    for (int i = 0; found && i < found->nfont; i++) {
        const FcPattern *p = found->fonts[i];
        if (!is_plain(fc, p))
            continue;
        (*out)[count++] =
            (zt_font_entry){.family = zt_arena_strdup(arena, get_text(fc, p, FC_FAMILY)),
                            .style = zt_arena_strdup(arena, get_text(fc, p, FC_STYLE)),
                            .ps_name = zt_arena_strdup(arena, get_text(fc, p, FC_POSTSCRIPT_NAME)),
                            .path = zt_arena_strdup(arena, get_text(fc, p, FC_FILE)),
                            .weight = css_weight(fc, p),
                            .index = get_int(fc, p, FC_INDEX, 0)};
    }
    if (found)
        fc->call.FcFontSetDestroy(found);
    qsort(*out, count, sizeof **out, compare_entries);
    return count;
}
