/* gen/font/faces.c — finding and opening faces. It is given a family and a weight, asks the
   cache and else fontconfig where that face lies, holds it against the lock, and hands out the
   face for the rest of the session. Nothing is ever replaced by something like it; what is wrong
   is kept with the answer and told to each document that asks. */
#include <limits.h>
#include <string.h>

#include "base/file.h"
#include "base/near.h"
#include "font/font_imp.h"

/* Texts of the options are borrowed for as long as the session lasts; NULL options are empty
   ones. */
zt_fonts *zt_fonts_new(zt_arena *session, const zt_font_options *options)
{
    zt_fonts *fonts = ZT_NEW(session, zt_fonts);
    fonts->session = session;
    if (options)
        fonts->options = *options;
    return fonts;
}

/* The finaliser of a face: HarfBuzz's objects are counted, not in our arena. */
static void drop_face(void *obj)
{
    zt_face *face = obj;
    hb_font_destroy(face->font);
    hb_face_destroy(face->face);
    hb_face_destroy(face->lazy->lean);
}

/* A name of the face (OpenType `name` table), in English. */
static const char *read_name(zt_arena *arena, hb_face_t *face, hb_ot_name_id_t id)
{
    char text[256];
    unsigned int size = sizeof text;
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, text);
    for (char *p = text; *p; p++)
        if (*p == '\t' || *p == '\n')
            *p = ' ';
    return zt_arena_strdup(arena, text);
}

/* "Version 2.004;hotconv 1.0.118" gives "2.004". */
static const char *read_version(zt_arena *arena, hb_face_t *face)
{
    const char *text = read_name(arena, face, HB_OT_NAME_ID_VERSION_STRING);
    if (strncmp(text, "Version ", 8) == 0)
        text += 8;
    return zt_arena_copy(arena, text, strcspn(text, "; "));
}

/* The file is mapped, not read. NULL for what is no font: HarfBuzz makes an empty face of
   anything. */
static hb_face_t *open_face(zt_arena *session, const char *path, int index)
{
    enum { MOST_BYTES = INT_MAX };
    zt_str file = zt_file_map_lazily(session, path, MOST_BYTES);
    if (!file.len)
        return NULL;
    hb_blob_t *blob =
        hb_blob_create(file.data, (unsigned int)file.len, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, (unsigned int)index);
    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(face) == 0) {
        hb_face_destroy(face);
        return NULL;
    }
    hb_face_make_immutable(face);
    zt_regions_leave_out(session, file, face);
    return face;
}

/* Whether the face has bytes for that table. */
static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

/* R129: `vmtx` says where a glyph stands in a column. In some faces it says anything: then every
   glyph is an em long and begins 0.88 em above the baseline. */
#define COLUMN_ORIGIN 880

/* HarfBuzz's callback; negative, since columns run down. */
static hb_position_t column_advance(hb_font_t *font, void *data, hb_codepoint_t glyph, void *user)
{
    (void)font, (void)data, (void)glyph, (void)user;
    return -1000;
}

/* HarfBuzz's callback; in 1/1000 em from the horizontal origin. */
static hb_bool_t column_origin(hb_font_t *font, void *data, hb_codepoint_t glyph, hb_position_t *x,
                               hb_position_t *y, void *user)
{
    (void)data, (void)user;
    *x = hb_font_get_glyph_h_advance(font, glyph) / 2;
    *y = COLUMN_ORIGIN;
    return true;
}

/* 国 is an em long and its ink lies within that em. */
static bool stands_in_its_em(hb_font_t *font)
{
    hb_codepoint_t glyph;
    hb_glyph_extents_t ink;
    hb_position_t x, y;
    if (!hb_font_get_nominal_glyph(font, 0x56FD, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &ink))
        return true; /* no Han: nothing to judge by, and nothing that stands upright */
    hb_font_get_glyph_v_origin(font, glyph, &x, &y);
    int top = y - ink.y_bearing, foot = top - ink.height;
    int advance = -hb_font_get_glyph_v_advance(font, glyph);
    return advance >= 900 && advance <= 1100 && top >= -50 && foot <= 1050;
}

/* A font whose columns are measured by the two functions above; takes `font`. */
static hb_font_t *with_own_columns(hb_font_t *font)
{
    hb_font_funcs_t *funcs = hb_font_funcs_create();
    hb_font_t *own = hb_font_create_sub_font(font);
    hb_font_funcs_set_glyph_v_advance_func(funcs, column_advance, NULL, NULL);
    hb_font_funcs_set_glyph_v_origin_func(funcs, column_origin, NULL, NULL);
    hb_font_funcs_make_immutable(funcs);
    hb_font_set_funcs(own, funcs, NULL, NULL);
    hb_font_funcs_destroy(funcs);
    hb_font_destroy(font); /* its child holds it */
    return own;
}

/* Takes the face opened. */
static const zt_face *face_of_place(zt_arena *session, const zt_font_place *place,
                                    hb_face_t *opened)
{
    zt_face *face = ZT_NEW(session, zt_face);
    face->family = place->family;
    face->ps_name = place->ps_name;
    face->version = place->version;
    face->path = place->path;
    face->weight = place->weight;
    face->index = place->index;
    face->face = opened;
    face->cff = has_table(opened, HB_TAG('C', 'F', 'F', ' '));
    face->font = hb_font_create(opened);
    hb_font_set_scale(face->font, 1000, 1000);
    if (!stands_in_its_em(face->font))
        face->font = with_own_columns(face->font);
    hb_font_make_immutable(face->font);
    face->lazy = ZT_NEW(session, zt_face_lazy);
    face->lazy->session = session;
    zt_arena_on_drop(session, drop_face, face);
    return face;
}

/* One of the family names in the file itself: plain, typographic or of its widths and weights. */
static bool has_family(hb_face_t *face, const char *family)
{
    unsigned int count;
    const hb_ot_name_entry_t *entries = hb_ot_name_list_names(face, &count);
    for (unsigned int i = 0; i < count; i++) {
        hb_ot_name_id_t id = entries[i].name_id;
        char text[256];
        unsigned int size = sizeof text;
        if (id != HB_OT_NAME_ID_FONT_FAMILY && id != HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY &&
            id != HB_OT_NAME_ID_WWS_FAMILY)
            continue;
        hb_ot_name_get_utf8(face, id, entries[i].language, &size, text);
        if (strcmp(text, family) == 0)
            return true;
    }
    return false;
}

/* The names by the file itself, whatever fontconfig says. */
static void read_names(zt_arena *arena, hb_face_t *face, zt_font_place *place)
{
    place->ps_name = read_name(arena, face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    place->version = read_version(arena, face);
}

/* Opens what the cache says; NULL unless the face itself says the same. */
static hb_face_t *open_cached(zt_fonts *fonts, const char *family, int weight, zt_font_place *out)
{
    if (!fonts->cache_read) {
        fonts->cache_read = true;
        zt_font_places_read(fonts->session, &fonts->options, &fonts->cache);
    }
    const zt_font_place *place = zt_font_places_find(&fonts->cache, family, weight);
    zt_stamp now;
    if (!place || !zt_file_stamp(place->path, &now) || !zt_stamp_equal(now, place->stamp))
        return NULL;
    hb_face_t *face = open_face(fonts->session, place->path, place->index);
    if (!face)
        return NULL;
    *out = *place;
    read_names(fonts->session, face, out);
    if (has_family(face, family) && strcmp(out->ps_name, place->ps_name) == 0 &&
        strcmp(out->version, place->version) == 0)
        return face;
    hb_face_destroy(face);
    return NULL;
}

/* Opened at the first question only; NULL when the library is missing. What it finds goes into the
   cache under the setup of now. */
static zt_fc *fontconfig_of(zt_fonts *fonts)
{
    if (fonts->fc)
        return fonts->fc;
    fonts->fc = zt_fc_open(fonts->session, fonts->options.folder);
    if (fonts->fc) {
        fonts->cache.watched = (zt_paths){0};
        zt_fc_watched(fonts->fc, fonts->session, &fonts->cache.watched);
        fonts->cache.setup = zt_font_setup(&fonts->cache.watched);
    }
    return fonts->fc;
}

/* The face by fontconfig's answer, and the answer kept for the next run. */
static hb_face_t *open_found(zt_fonts *fonts, const char *family, int weight, zt_font_place *out)
{
    zt_fc *fc = fontconfig_of(fonts);
    *out = (zt_font_place){0};
    if (!fc || !zt_fc_find(fc, fonts->session, family, weight, out) ||
        !zt_file_stamp(out->path, &out->stamp))
        return NULL;
    hb_face_t *face = open_face(fonts->session, out->path, out->index);
    if (!face)
        return NULL;
    read_names(fonts->session, face, out);
    zt_fonts_keep(fonts, out);
    return face;
}

/* The cache first, then fontconfig. */
static hb_face_t *open_asked(zt_fonts *fonts, const char *family, int weight, zt_font_place *out)
{
    hb_face_t *face = open_cached(fonts, family, weight, out);
    return face ? face : open_found(fonts, family, weight, out);
}

bool zt_fonts_place_of(zt_fonts *fonts, const char *family, int weight, zt_font_place *out)
{
    hb_face_t *face = open_asked(fonts, family, weight, out);
    hb_face_destroy(face);
    return face != NULL;
}

/* "100, 300, 400" of the faces a family has, or NULL when there is no such family. */
static const char *weights_of(zt_arena *arena, const zt_font_entry *all, size_t count,
                              const char *family)
{
    zt_buf buf;
    int last = 0;
    zt_buf_init(&buf, arena);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(all[i].family, family) != 0 || all[i].weight == last)
            continue;
        zt_buf_printf(&buf, buf.len ? ", %d" : "%d", all[i].weight);
        last = all[i].weight;
    }
    return buf.len ? buf.data : NULL;
}

/* Other names of the two families that Debian calls Noto ... CJK SC; Adobe and Google publish the
   same outlines. */
static const char *same_family(const char *family)
{
    static const char *const names[][2] = {
        {"Noto Sans SC", "Noto Sans CJK SC"},         {"Noto Sans CJK", "Noto Sans CJK SC"},
        {"Source Han Sans", "Noto Sans CJK SC"},      {"Source Han Sans SC", "Noto Sans CJK SC"},
        {"Source Han Sans CN", "Noto Sans CJK SC"},   {"思源黑体", "Noto Sans CJK SC"},
        {"思源黑体 CN", "Noto Sans CJK SC"},          {"思源黑体 SC", "Noto Sans CJK SC"},
        {"Noto Serif SC", "Noto Serif CJK SC"},       {"Noto Serif CJK", "Noto Serif CJK SC"},
        {"Source Han Serif", "Noto Serif CJK SC"},    {"Source Han Serif SC", "Noto Serif CJK SC"},
        {"Source Han Serif CN", "Noto Serif CJK SC"}, {"思源宋体", "Noto Serif CJK SC"},
        {"思源宋体 CN", "Noto Serif CJK SC"},         {"思源宋体 SC", "Noto Serif CJK SC"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(family, names[i][0]) == 0)
            return names[i][1];
    return NULL;
}

/* True after a report on a family whose files cannot be read. */
static bool report_unread(zt_fonts *fonts, zt_fc *fc, zt_diags *diags, zt_pos pos,
                          const char *family, int weight)
{
    const char *path = "";
    switch (zt_fc_unread(fc, fonts->session, family, &path)) {
    case ZT_UNREAD_NONE:
        return false;
    case ZT_UNREAD_VARIABLE:
        zt_report_env(diags, "font-missing", pos,
                      "字体“%s”%d 的文件 %s 是可变字体，本程序不读；请装它的静态字重（.otf、.ttf）",
                      "font “%s” %d: %s is a variable font, and those are not read; install static "
                      "instances of it (.otf, .ttf)",
                      family, weight, path);
        return true;
    case ZT_UNREAD_WOFF:
        zt_report_env(diags, "font-missing", pos,
                      "字体“%s”%d 的文件 %s 是网页字体（WOFF），本程序不读；请用 .otf 或 .ttf 文件",
                      "font “%s” %d: %s is a web font (WOFF), and those are not read; use its .otf "
                      "or .ttf file",
                      family, weight, path);
        return true;
    }
    return false;
}

/* From the most probable reason to the least. */
void zt_fonts_report_missing(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                             int weight)
{
    zt_fc *fc = fontconfig_of(fonts);
    if (!fc) {
        zt_report_env(diags, "font-missing", pos, "找不到字体“%s”%d：fontconfig 无法打开",
                      "font “%s” %d not found: fontconfig cannot be opened", family, weight);
        return;
    }
    if (report_unread(fonts, fc, diags, pos, family, weight))
        return;
    zt_font_entry *all;
    size_t count = zt_fc_list(fc, fonts->session, &all);
    const char *weights = weights_of(fonts->session, all, count, family);
    if (weights) {
        zt_report_env(diags, "font-missing", pos, "字体“%s”没有字重 %d；本机有：%s",
                      "font “%s” has no weight %d; installed: %s", family, weight, weights);
        return;
    }
    const char *same = same_family(family);
    const char *those = same ? weights_of(fonts->session, all, count, same) : NULL;
    if (those) {
        zt_report_env(diags, "font-missing", pos,
                      "找不到字体“%s”%d；同一套字在本机叫“%s”，字重有：%s",
                      "font “%s” %d not found; the same typeface is installed as “%s”, weights %s",
                      family, weight, same, those);
        return;
    }
    const char **names = ZT_ARRAY(fonts->session, count, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = all[i].family;
    const char *nearest = zt_nearest(zt_str_from(family), names, count);
    if (nearest)
        zt_report_env(diags, "font-missing", pos, "找不到字体“%s”%d；是否想用“%s”？",
                      "font “%s” %d not found; did you mean “%s”?", family, weight, nearest);
    else
        zt_report_env(
            diags, "font-missing", pos, "找不到字体“%s”%d；装上它，或把字体文件放进 fonts/",
            "font “%s” %d not found; install it or put its file into fonts/", family, weight);
}

/* Each file once in the list of what was read. */
static void note_file(zt_fonts *fonts, const char *path)
{
    for (size_t i = 0; i < fonts->files.count; i++)
        if (strcmp(fonts->files.items[i], path) == 0)
            return;
    ZT_PUSH(fonts->session, &fonts->files, path);
}

/* "Noto Sans CJK JP", "Source Han Serif TC": a pan-CJK face of another region, whose marks, quotes
   and many Han differ from the mainland's even with language zh-hans (R1, R121). */
static bool is_of_other_region(const char *family)
{
    static const char *const regions[] = {" JP", " KR", " TC", " HK", " TW"};
    size_t len = strlen(family);
    bool pan = strstr(family, " CJK ") || strncmp(family, "Source Han ", 11) == 0;
    for (size_t i = 0; pan && i < sizeof regions / sizeof *regions; i++)
        if (len > 3 && strcmp(family + len - 3, regions[i]) == 0)
            return true;
    return false;
}

/* Opens the face and holds it against the lock. What there is to say goes to the slot, for any
   document that asks later. */
static void fill_slot(zt_fonts *fonts, zt_face_slot *slot)
{
    zt_font_place place;
    if (is_of_other_region(slot->family)) {
        int stem = (int)strlen(slot->family) - 3;
        zt_report(slot->findings, ZT_ERROR, "font-region", ZT_NOWHERE,
                  "字体“%s”的标点和字形不是大陆的；用“%.*s SC”",
                  "the marks and Han of “%s” are not the mainland's; use “%.*s SC”", slot->family,
                  stem, slot->family);
        return;
    }
    hb_face_t *face = open_asked(fonts, slot->family, slot->weight, &place);
    slot->absent = !face;
    if (!face)
        return;
    if (!zt_fonts_agree(fonts, slot->findings, ZT_NOWHERE, &place)) {
        hb_face_destroy(face);
        return;
    }
    slot->face = face_of_place(fonts->session, &place, face);
    note_file(fonts, slot->face->path);
}

/* A family and weight is looked for once a session, also when it is missing. */
static zt_face_slot *slot_of(zt_fonts *fonts, const char *family, int weight)
{
    for (size_t i = 0; i < fonts->slots.count; i++)
        if (fonts->slots.items[i].weight == weight &&
            strcmp(fonts->slots.items[i].family, family) == 0)
            return &fonts->slots.items[i];
    zt_face_slot slot = {.family = zt_arena_strdup(fonts->session, family),
                         .weight = weight,
                         .findings = zt_diags_new(fonts->session)};
    fill_slot(fonts, &slot);
    ZT_PUSH(fonts->session, &fonts->slots, slot);
    return &fonts->slots.items[fonts->slots.count - 1];
}

/* To each document, whatever was reported to another of the session. */
static void repeat_findings(const zt_face_slot *slot, zt_diags *diags, zt_pos pos)
{
    for (size_t i = 0; i < zt_diags_count(slot->findings); i++) {
        const zt_diag *d = zt_diags_at(slot->findings, i);
        zt_diags_repeat(diags, d, d->pos.file ? d->pos : pos);
    }
}

/* A face that is simply absent is no finding here; one that is there but may not be used is. */
const zt_face *zt_fonts_try(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                            int weight)
{
    const zt_face_slot *slot = slot_of(fonts, family, weight);
    if (!slot->absent)
        repeat_findings(slot, diags, pos);
    return slot->face;
}

/* The search for a hint looks at every font installed, so it is done once and kept as a finding
   of the slot; later documents are told the same. */
const zt_face *zt_fonts_find(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                             int weight)
{
    zt_face_slot *slot = slot_of(fonts, family, weight);
    if (slot->absent && zt_diags_count(slot->findings) == 0)
        zt_fonts_report_missing(fonts, slot->findings, ZT_NOWHERE, family, weight);
    repeat_findings(slot, diags, pos);
    return slot->face;
}

size_t zt_fonts_file_count(const zt_fonts *fonts)
{
    return fonts->files.count;
}

const char *zt_fonts_file(const zt_fonts *fonts, size_t i)
{
    return fonts->files.items[i];
}

/* Only what was opened: nothing is searched for. */
const char *zt_fonts_path(const zt_fonts *fonts, const char *family, int weight)
{
    for (size_t i = 0; i < fonts->slots.count; i++) {
        const zt_face_slot *slot = &fonts->slots.items[i];
        if (slot->face && slot->weight == weight && strcmp(slot->family, family) == 0)
            return slot->face->path;
    }
    return NULL;
}

const char *zt_fonts_lock_path(const zt_fonts *fonts)
{
    return fonts->lock.present ? fonts->options.lock_path : NULL;
}

/* Asks fontconfig, never the cache, which knows only faces that were asked for. None when there
   is no fontconfig. */
size_t zt_fonts_installed(zt_arena *arena, const char *folder, zt_font_entry **out)
{
    zt_fc *fc = zt_fc_open(arena, folder);
    if (!fc) {
        *out = NULL;
        return 0;
    }
    return zt_fc_list(fc, arena, out);
}
