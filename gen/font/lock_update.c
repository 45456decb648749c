/* gen/font/lock_update.c — zhitu fonts: fonts.lock written for the faces of this machine, or all
   its rows compared with them. The faces are looked for as a document's are, but without the lock.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "font/font_imp.h"

#define LOCK_HEAD "# fonts.lock 1: family, weight, face, version, sha256\n"

/* Family, then weight. */
static int compare_rows(const void *va, const void *vb)
{
    const zt_lock_row *a = va, *b = vb;
    int by = strcmp(a->family, b->family);
    return by ? by : a->weight - b->weight;
}

/* Sorted and each face once, so that the file only changes when a font does. */
static bool write_lock(zt_fonts *fonts, zt_diags *diags, zt_lock_row *rows, size_t count)
{
    zt_buf buf;
    zt_buf_init(&buf, fonts->session);
    zt_buf_puts(&buf, LOCK_HEAD);
    qsort(rows, count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || compare_rows(&rows[i - 1], &rows[i]) != 0)
            zt_buf_printf(&buf, "%s\t%d\t%s\t%s\t%s\n", rows[i].family, rows[i].weight,
                          rows[i].ps_name, rows[i].version, rows[i].sha256);
    return zt_file_write(diags, fonts->options.lock_path, buf.data, buf.len);
}

/* All or nothing: a lock that lacks a face would look complete. */
bool zt_fonts_lock(zt_fonts *fonts, zt_diags *diags, const zt_font_entry *wanted, size_t count)
{
    zt_lock_row *rows = ZT_ARRAY(fonts->session, count, zt_lock_row);
    bool all = true;
    for (size_t i = 0; i < count; i++) {
        zt_font_place place;
        if (!zt_fonts_place_of(fonts, wanted[i].family, wanted[i].weight, &place)) {
            zt_fonts_report_missing(fonts, diags, ZT_NOWHERE, wanted[i].family, wanted[i].weight);
            all = false;
            continue;
        }
        rows[i] = (zt_lock_row){place.family, place.ps_name, place.version,
                                zt_fonts_hash_file(fonts, &place), place.weight};
        if (!rows[i].sha256) {
            zt_report_env(diags, "cannot-read", (zt_pos){place.path, 0, 0}, "读不了字体文件 %s",
                          "cannot read the font file %s", place.path);
            all = false;
        }
    }
    if (!all || !write_lock(fonts, diags, rows, count))
        return false;
    fonts->lock_read = false;
    fonts->lock = (zt_lock){0};
    zt_fonts_save_cache(fonts);
    return true;
}

/* Of a verification the file itself is read, whatever an earlier run found. */
static bool verify_row(zt_fonts *fonts, zt_diags *diags, const zt_lock_row *row)
{
    zt_pos at = {fonts->options.lock_path, 0, 0};
    zt_font_place place;
    if (!zt_fonts_place_of(fonts, row->family, row->weight, &place)) {
        zt_fonts_report_missing(fonts, diags, at, row->family, row->weight);
        return false;
    }
    const char *found = zt_fonts_hash_file(fonts, &place);
    if (found && strcmp(found, row->sha256) == 0 && zt_lock_has_names(&place, row))
        return true;
    zt_lock_report_mismatch(diags, at, &place, found, row);
    return false;
}

/* Every row is compared, even after one has failed; the findings are gathered first and then
   repeated into the caller's list, which leaves out what it has already. */
bool zt_fonts_verify(zt_fonts *fonts, zt_diags *diags)
{
    zt_diags *found = zt_diags_new(fonts->session);
    const zt_lock *lock = zt_fonts_lock_rows(fonts, found);
    bool all = true;
    for (size_t i = 0; i < lock->rows.count; i++)
        all = verify_row(fonts, found, &lock->rows.items[i]) && all;
    /* What finding a face has said already is not said again. */
    for (size_t i = 0; i < zt_diags_count(found); i++)
        zt_diags_repeat(diags, zt_diags_at(found, i), zt_diags_at(found, i)->pos);
    return all;
}
