/* gen/font/lock.c — fonts.lock: which faces a newsroom's pages were set with. It is sorted text
   with tabs between family, weight, face name, version and the SHA-256 of the file; it holds no
   paths, so that it can be shared between machines. Here it is read, and a face that was found is
   held against it; a difference is lock-mismatch, because another version of a face gives other
   lines. */
#include <string.h>

#include "base/file.h"
#include "font/font_imp.h"

/* Five columns parted by tabs; the weight has at most four digits. */
static bool read_lock_row(zt_arena *arena, zt_str line, zt_lock_row *out)
{
    const char *cell[5];
    size_t from = 0, n = 0;
    for (size_t i = 0; i <= line.len && n < 5; i++) {
        if (i < line.len && line.data[i] != '\t')
            continue;
        cell[n++] = zt_arena_copy(arena, line.data + from, i - from);
        from = i + 1;
    }
    if (n != 5 || strlen(cell[1]) > 4 || strspn(cell[1], "0123456789") != strlen(cell[1]))
        return false;
    int weight = 0;
    for (const char *p = cell[1]; *p; p++)
        weight = weight * 10 + (*p - '0');
    *out = (zt_lock_row){cell[0], cell[2], cell[3], cell[4], weight};
    return true;
}

/* Empty lines and those that begin with # are passed over. Each line that cannot be read is an
   error of its own (bad-lock), and reading goes on, so that all of them are told in one run. */
void zt_lock_read(zt_arena *arena, zt_diags *diags, const char *path, zt_lock *out)
{
    if (!path || !zt_file_exists(path))
        return;
    bool ok = false;
    zt_str text = zt_file_read(arena, diags, ZT_NOWHERE, path, 1u << 20, &ok);
    out->present = ok;
    int line = 1;
    for (size_t at = 0; at < text.len; line++) {
        const char *end = memchr(text.data + at, '\n', text.len - at);
        size_t stop = end ? (size_t)(end - text.data) : text.len;
        zt_str row_text = zt_str_trim(zt_str_slice(text, at, stop));
        zt_lock_row row;
        at = stop + 1;
        if (row_text.len == 0 || row_text.data[0] == '#')
            continue;
        if (read_lock_row(arena, row_text, &row))
            ZT_PUSH(arena, &out->rows, row);
        else
            zt_report(
                diags, ZT_ERROR, "bad-lock", (zt_pos){path, line, 1},
                "字体锁文件这一行读不懂：“%.*s”；应为五栏，以制表符分开（重新运行 zhitu fonts "
                "可重写）",
                "cannot read this line of the font lock: “%.*s”; expected five columns parted "
                "by tabs (zhitu fonts writes it anew)",
                ZT_ARG(row_text));
    }
}

/* A lock has tens of rows, so they are looked through one by one. */
const zt_lock_row *zt_lock_find(const zt_lock *lock, const char *family, int weight)
{
    for (size_t i = 0; i < lock->rows.count; i++)
        if (lock->rows.items[i].weight == weight && strcmp(lock->rows.items[i].family, family) == 0)
            return &lock->rows.items[i];
    return NULL;
}

/* The lock is read once a session, but what is wrong with it is told to each document: each has
   its own list of findings. */
const zt_lock *zt_fonts_lock_rows(zt_fonts *fonts, zt_diags *diags)
{
    if (!fonts->lock_read) {
        fonts->lock_read = true;
        fonts->lock_findings = zt_diags_new(fonts->session);
        zt_lock_read(fonts->session, fonts->lock_findings, fonts->options.lock_path, &fonts->lock);
    }
    for (size_t i = 0; i < zt_diags_count(fonts->lock_findings); i++) {
        const zt_diag *d = zt_diags_at(fonts->lock_findings, i);
        zt_diags_repeat(diags, d, d->pos);
    }
    return &fonts->lock;
}

/* SHA-256 in hexadecimal digits, in the arena. */
static const char *hash_bytes(zt_arena *arena, hb_blob_t *blob)
{
    unsigned int len;
    const char *data = hb_blob_get_data(blob, &len);
    zt_sha256 hash;
    char hex[65];
    zt_sha256_init(&hash);
    zt_sha256_add(&hash, data, len);
    zt_sha256_hex(&hash, hex);
    return zt_arena_strdup(arena, hex);
}

/* The faces of a collection lie in one file: it is read once. */
static const char *known_hash(const zt_fonts *fonts, const zt_font_place *place)
{
    for (size_t i = 0; i < fonts->cache.rows.count; i++) {
        const zt_font_place *row = &fonts->cache.rows.items[i];
        if (row->sha256 && row->is_fresh && strcmp(row->path, place->path) == 0 &&
            zt_stamp_equal(row->stamp, place->stamp))
            return row->sha256;
    }
    return NULL;
}

/* From the file, and kept for the next run. */
const char *zt_fonts_hash_file(zt_fonts *fonts, zt_font_place *place)
{
    const char *known = known_hash(fonts, place);
    hb_blob_t *blob = known ? NULL : hb_blob_create_from_file_or_fail(place->path);
    place->sha256 = known ? known : blob ? hash_bytes(fonts->session, blob) : NULL;
    place->is_fresh = true;
    hb_blob_destroy(blob);
    if (place->sha256)
        zt_fonts_keep(fonts, place);
    return place->sha256;
}

/* Both sides in one message; twelve digits of a hash are enough to compare by eye. */
void zt_lock_report_mismatch(zt_diags *diags, zt_pos pos, const zt_font_place *place,
                             const char *hash, const zt_lock_row *row)
{
    zt_report_env(
        diags, "lock-mismatch", pos,
        "字体“%s”%d 与锁文件不同：本机为 %s %s（sha256 %.12s…），应为 %s %s（sha256 %.12s…）",
        "font “%s” %d differs from the lock: found %s %s (sha256 %.12s…), expected %s %s "
        "(sha256 %.12s…)",
        row->family, row->weight, place->ps_name, place->version, hash ? hash : "?", row->ps_name,
        row->version, row->sha256);
}

/* Face name and version, before any hash is computed. */
bool zt_lock_has_names(const zt_font_place *place, const zt_lock_row *row)
{
    return strcmp(row->ps_name, place->ps_name) == 0 && strcmp(row->version, place->version) == 0;
}

/* A hash kept from an earlier run is good enough to agree, never to differ: the cache may be
   damaged, and the file is there to be asked. */
static bool agrees_with_row(zt_fonts *fonts, zt_diags *diags, zt_pos pos, zt_font_place *place,
                            const zt_lock_row *row)
{
    if (zt_lock_has_names(place, row) && place->sha256 && strcmp(place->sha256, row->sha256) == 0)
        return true;
    const char *hash = zt_fonts_hash_file(fonts, place);
    if (zt_lock_has_names(place, row) && hash && strcmp(hash, row->sha256) == 0)
        return true;
    zt_lock_report_mismatch(diags, pos, place, hash, row);
    return false;
}

/* No lock, no judgement; a face that the lock lacks is a warning, for a new template may use it
   before the lock is renewed. */
bool zt_fonts_agree(zt_fonts *fonts, zt_diags *diags, zt_pos pos, zt_font_place *place)
{
    const zt_lock *lock = zt_fonts_lock_rows(fonts, diags);
    const char *command = fonts->options.update_command;
    if (!lock->present)
        return true;
    const zt_lock_row *row = zt_lock_find(lock, place->family, place->weight);
    if (row)
        return agrees_with_row(fonts, diags, pos, place, row);
    zt_report(diags, ZT_WARNING, "font-not-locked", pos, "字体“%s”%d 不在锁文件 %s 里；记下它：%s",
              "font “%s” %d is not in the lock %s; to record it: %s", place->family, place->weight,
              fonts->options.lock_path, command ? command : "zhitu fonts --update");
    return true;
}

bool zt_fonts_are_locked(const zt_fonts *fonts)
{
    for (size_t i = 0; i < fonts->slots.count; i++) {
        const zt_face_slot *slot = &fonts->slots.items[i];
        if (slot->face && !zt_lock_find(&fonts->lock, slot->family, slot->weight))
            return false;
    }
    return fonts->lock.present;
}
