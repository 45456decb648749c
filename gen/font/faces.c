/* gen/font/faces.c — finding and opening faces: by the cache, else by fontconfig, checked against
   the lock. Nothing is ever replaced by something like it. */
#include <string.h>

#include "base/near.h"
#include "font/font_imp.h"

zt_fonts *zt_fonts_new(zt_arena *session, const zt_font_options *options)
{
    zt_fonts *fonts = ZT_NEW(session, zt_fonts);
    fonts->session = session;
    if (options)
        fonts->options = *options;
    return fonts;
}

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

static hb_face_t *open_face(const char *path, int index)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob)
        return NULL;
    hb_face_t *face = hb_face_create(blob, (unsigned int)index);
    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(face) == 0) {
        hb_face_destroy(face);
        return NULL;
    }
    hb_face_make_immutable(face);
    return face;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

static const zt_face *face_of_place(zt_arena *session, const zt_font_place *place)
{
    hb_face_t *opened = open_face(place->path, place->index);
    if (!opened)
        return NULL;
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
    hb_font_make_immutable(face->font);
    face->lazy = ZT_NEW(session, zt_face_lazy);
    face->lazy->session = session;
    zt_arena_on_drop(session, drop_face, face);
    return face;
}

static bool find_in_cache(zt_fonts *fonts, const char *family, int weight, zt_font_place *out)
{
    if (!fonts->cache_read) {
        fonts->cache_read = true;
        zt_places_read(fonts->session, &fonts->options, &fonts->cache);
    }
    const zt_font_place *place = zt_places_find(&fonts->cache, family, weight);
    long long size, mtime;
    if (!place || !zt_file_stamp(place->path, &size, &mtime) || size != place->size ||
        mtime != place->mtime_ns)
        return false;
    *out = *place;
    return true;
}

static void keep_in_cache(zt_fonts *fonts, const zt_font_place *place)
{
    fonts->cache_stale = true;
    for (size_t i = 0; i < fonts->cache.rows.count; i++) {
        zt_font_place *row = &fonts->cache.rows.items[i];
        if (row->weight == place->weight && strcmp(row->family, place->family) == 0) {
            *row = *place;
            return;
        }
    }
    ZT_PUSH(fonts->session, &fonts->cache.rows, *place);
}

static zt_fc *fontconfig_of(zt_fonts *fonts)
{
    if (!fonts->fc)
        fonts->fc = zt_fc_open(fonts->session, fonts->options.folder);
    return fonts->fc;
}

bool zt_fonts_place_of(zt_fonts *fonts, const char *family, int weight, zt_font_place *out)
{
    if (find_in_cache(fonts, family, weight, out))
        return true;
    zt_fc *fc = fontconfig_of(fonts);
    if (!fc || !zt_fc_find(fc, fonts->session, family, weight, out) ||
        !zt_file_stamp(out->path, &out->size, &out->mtime_ns))
        return false;
    hb_face_t *face = open_face(out->path, out->index);
    if (!face)
        return false;
    out->ps_name = read_name(fonts->session, face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    out->version = read_version(fonts->session, face);
    hb_face_destroy(face);
    keep_in_cache(fonts, out);
    return true;
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

void zt_fonts_report_missing(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                             int weight)
{
    zt_fc *fc = fontconfig_of(fonts);
    if (!fc) {
        zt_report_env(diags, "font-missing", pos, "找不到字体“%s”%d：fontconfig 无法打开",
                      "font “%s” %d not found: fontconfig cannot be opened", family, weight);
        return;
    }
    zt_font_entry *all;
    size_t count = zt_fc_list(fc, fonts->session, &all);
    const char *weights = weights_of(fonts->session, all, count, family);
    if (weights) {
        zt_report_env(diags, "font-missing", pos, "字体“%s”没有字重 %d；本机有：%s",
                      "font “%s” has no weight %d; installed: %s", family, weight, weights);
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

static bool agrees_with_lock(zt_fonts *fonts, zt_diags *diags, zt_pos pos,
                             const zt_font_place *place)
{
    const zt_lock *lock = zt_fonts_lock_rows(fonts, diags);
    if (!lock->present)
        return true;
    const zt_lock_row *row = zt_lock_find(lock, place->family, place->weight);
    if (!row) {
        zt_report(diags, ZT_WARNING, "font-not-locked", pos,
                  "字体“%s”%d 不在锁文件 %s 里；运行 zhitu fonts 记下它",
                  "font “%s” %d is not in the lock %s; run zhitu fonts to record it", place->family,
                  place->weight, fonts->options.lock_path);
        return true;
    }
    if (strcmp(row->ps_name, place->ps_name) == 0 && strcmp(row->version, place->version) == 0)
        return true;
    zt_report_env(diags, "lock-mismatch", pos, "字体“%s”%d 与锁文件不同：本机为 %s %s，应为 %s %s",
                  "font “%s” %d differs from the lock: found %s %s, expected %s %s", place->family,
                  place->weight, place->ps_name, place->version, row->ps_name, row->version);
    return false;
}

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

static void fill_slot(zt_fonts *fonts, zt_diags *diags, zt_pos pos, zt_face_slot *slot)
{
    zt_font_place place;
    if (is_of_other_region(slot->family)) {
        int stem = (int)strlen(slot->family) - 3;
        zt_report(diags, ZT_ERROR, "font-region", pos,
                  "字体“%s”的标点和字形不是大陆的；用“%.*s SC”",
                  "the marks and Han of “%s” are not the mainland's; use “%.*s SC”", slot->family,
                  stem, slot->family);
        return;
    }
    if (!zt_fonts_place_of(fonts, slot->family, slot->weight, &place)) {
        slot->silent = true;
        return;
    }
    if (!agrees_with_lock(fonts, diags, pos, &place))
        return;
    slot->face = face_of_place(fonts->session, &place);
    if (slot->face)
        note_file(fonts, slot->face->path);
    else
        zt_report_env(diags, "font-missing", pos, "字体“%s”%d 的文件 %s 打不开",
                      "font “%s” %d: its file %s cannot be opened", slot->family, slot->weight,
                      place.path);
}

static zt_face_slot *slot_of(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                             int weight)
{
    for (size_t i = 0; i < fonts->slots.count; i++)
        if (fonts->slots.items[i].weight == weight &&
            strcmp(fonts->slots.items[i].family, family) == 0)
            return &fonts->slots.items[i];
    zt_face_slot slot = {.family = zt_arena_strdup(fonts->session, family), .weight = weight};
    fill_slot(fonts, diags, pos, &slot);
    ZT_PUSH(fonts->session, &fonts->slots, slot);
    return &fonts->slots.items[fonts->slots.count - 1];
}

const zt_face *zt_fonts_try(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                            int weight)
{
    return slot_of(fonts, diags, pos, family, weight)->face;
}

const zt_face *zt_fonts_find(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                             int weight)
{
    zt_face_slot *slot = slot_of(fonts, diags, pos, family, weight);
    if (slot->silent) {
        slot->silent = false;
        zt_fonts_report_missing(fonts, diags, pos, family, weight);
    }
    return slot->face;
}

void zt_fonts_save_cache(zt_fonts *fonts)
{
    if (!fonts->cache_stale || !fonts->options.cache_path)
        return;
    zt_places_write(fonts->session, &fonts->options, &fonts->cache);
    fonts->cache_stale = false;
}

size_t zt_fonts_file_count(const zt_fonts *fonts)
{
    return fonts->files.count;
}

const char *zt_fonts_file(const zt_fonts *fonts, size_t i)
{
    return fonts->files.items[i];
}

size_t zt_fonts_installed(zt_arena *arena, const char *folder, zt_font_entry **out)
{
    zt_fc *fc = zt_fc_open(arena, folder);
    if (!fc) {
        *out = NULL;
        return 0;
    }
    return zt_fc_list(fc, arena, out);
}
