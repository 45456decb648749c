/* gen/font/subset.c — the glyphs a document uses, cut out of a face: by cff_subset.c, or by
   hb-subset when the face has another kind of outlines. */
#include <hb-subset.h>
#include <string.h>

#include "base/library.h"
#include "font/cff_imp.h"
#include "font/font_imp.h"

enum { CHARSET = 15, ROS = ZT_CFF_TWO(30) };
#define TAG(a, b, c, d) HB_TAG(a, b, c, d)

/* Only these tables go in: hb-subset takes 0.2 ms for 30 glyphs then, ten times that on the whole
   OpenType face, whose GSUB and GPOS it would otherwise close over and cut. */
static hb_blob_t *lean_table(hb_face_t *face, hb_tag_t tag, void *whole)
{
    static const hb_tag_t kept[] = {TAG('C', 'F', 'F', ' '), TAG('h', 'e', 'a', 'd'),
                                    TAG('h', 'h', 'e', 'a'), TAG('h', 'm', 't', 'x'),
                                    TAG('m', 'a', 'x', 'p'), TAG('g', 'l', 'y', 'f'),
                                    TAG('l', 'o', 'c', 'a'), TAG('c', 'v', 't', ' '),
                                    TAG('f', 'p', 'g', 'm'), TAG('p', 'r', 'e', 'p')};
    (void)face;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (tag == kept[i])
            return hb_face_reference_table(whole, tag);
    return hb_blob_get_empty();
}

/* Made once a face; freed with it. */
static hb_face_t *lean_face(const zt_face *face)
{
    if (!face->lazy->lean) {
        hb_face_t *lean = hb_face_create_for_tables(lean_table, face->face, NULL);
        hb_face_set_upem(lean, hb_face_get_upem(face->face));
        hb_face_set_glyph_count(lean, hb_face_get_glyph_count(face->face));
        face->lazy->lean = lean;
    }
    return face->lazy->lean;
}

/* Is the charset 1, 2, 3 … up to the glyph count? Then CID and glyph id are the same. */
static bool charset_is_identity(zt_cff_bytes b, size_t at, size_t glyphs)
{
    size_t format = zt_cff_read(b, at++, 1), left = format == 1 ? 1 : 2, next = 1;
    if (at < 4) /* the predefined charsets 0..2 */
        return false;
    while (next < glyphs && at < b.len) {
        if (zt_cff_read(b, at, 2) != next)
            return false;
        next += format == 0 ? 1 : 1 + zt_cff_read(b, at + 2, left);
        at += format == 0 ? 2 : 2 + left;
    }
    return next >= glyphs;
}

/* By the Top DICT: ROS makes a face CID-keyed (CFF, table 9). */
static zt_cff_keying cff_keying(zt_cff_bytes b, size_t glyphs)
{
    zt_cff_index names = zt_cff_index_at(b, zt_cff_read(b, 2, 1));
    zt_cff_index tops = zt_cff_index_at(b, names.end);
    zt_cff_part top;
    zt_cff_entry e;
    size_t charset = 0;
    bool ros = false;
    if (!zt_cff_object(b, &tops, 0, &top))
        return ZT_CFF_NAMED;
    for (size_t at = top.first; zt_cff_next(b, &at, top.end, &e);) {
        if (e.op == CHARSET && e.count > 0)
            charset = (size_t)e.operands[e.count - 1];
        ros |= e.op == ROS;
    }
    if (!ros)
        return ZT_CFF_NAMED;
    return charset_is_identity(b, charset, glyphs) ? ZT_CFF_IDENTITY : ZT_CFF_OTHER;
}

/* Borrowed: valid as long as the blob is. */
static zt_cff_bytes bytes_of(hb_blob_t *blob)
{
    unsigned int len;
    const char *data = hb_blob_get_data(blob, &len);
    return (zt_cff_bytes){(const uint8_t *)data, len};
}

/* Read once a face. */
static zt_cff_keying keying_of(const zt_face *face, zt_cff_bytes table)
{
    if (face->lazy->keying == ZT_CFF_UNKNOWN)
        face->lazy->keying = cff_keying(table, hb_face_get_glyph_count(face->face));
    return face->lazy->keying;
}

/* Every call used of hb-subset: what follows the prefix, and which function of the header it is. */
#define HB_SUBSET_CALLS(X)                                                                         \
    X(hb_subset_input_t *, input_create_or_fail, (void))                                           \
    X(void, input_destroy, (hb_subset_input_t *))                                                  \
    X(void, input_set_flags, (hb_subset_input_t *, unsigned))                                      \
    X(hb_set_t *, input_glyph_set, (hb_subset_input_t *))                                          \
    X(hb_set_t *, input_unicode_set, (hb_subset_input_t *))                                        \
    X(hb_set_t *, input_set, (hb_subset_input_t *, hb_subset_sets_t))                              \
    X(hb_face_t *, or_fail, (hb_face_t *, const hb_subset_input_t *))

typedef struct hb_subset_calls {
    HB_SUBSET_CALLS(ZT_LIBRARY_FIELD)
} hb_subset_calls;

#define CHECK(result, name, parameters) ZT_LIBRARY_CHECK_AS(hb_subset_##name, result, parameters)
HB_SUBSET_CALLS(CHECK)
#undef CHECK

static const char *const names[] = {HB_SUBSET_CALLS(ZT_LIBRARY_NAME)};
static const zt_library library = ZT_LIBRARY("libharfbuzz-subset.so.0", "hb_subset_", names);

/* The subset as a face of its own; NULL when hb-subset fails, or is not there. The caller destroys
 * it. */
static hb_face_t *cut_face(const zt_face *face, const uint32_t *glyphs, size_t count,
                           unsigned int flags)
{
    hb_subset_calls call;
    if (!zt_library_load(&library, &call, NULL))
        return NULL;
    hb_subset_input_t *input = call.input_create_or_fail();
    if (!input)
        return NULL;
    call.input_set_flags(input, flags);
    hb_set_t *set = call.input_glyph_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(set, glyphs[i]);
    hb_face_t *cut = call.or_fail(lean_face(face), input);
    call.input_destroy(input);
    return cut;
}

/* The whole of a face for those characters, without its rules of layout: who writes the file says
   where each glyph stands. */
bool zt_face_web_font(zt_arena *arena, const zt_face *face, const uint32_t *characters,
                      size_t count, zt_str *out)
{
    static const hb_tag_t dropped[] = {TAG('G', 'S', 'U', 'B'), TAG('G', 'P', 'O', 'S'),
                                       TAG('G', 'D', 'E', 'F'), TAG('B', 'A', 'S', 'E'),
                                       TAG('v', 'h', 'e', 'a'), TAG('v', 'm', 't', 'x'),
                                       TAG('V', 'O', 'R', 'G')};
    hb_subset_calls call;
    if (!zt_library_load(&library, &call, NULL))
        return false;
    hb_subset_input_t *input = call.input_create_or_fail();
    if (!input)
        return false;
    call.input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(call.input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
    for (size_t i = 0; i < count; i++)
        hb_set_add(call.input_unicode_set(input), characters[i]);
    hb_face_t *cut = call.or_fail(face->face, input);
    call.input_destroy(input);
    if (!cut)
        return false;
    hb_blob_t *blob = hb_face_reference_blob(cut);
    unsigned int len;
    const char *data = hb_blob_get_data(blob, &len);
    *out = (zt_str){zt_arena_copy(arena, data, len), len};
    hb_blob_destroy(blob);
    hb_face_destroy(cut);
    return len > 0;
}

/* By hb-subset; glyphs that are not renumbered keep their ids, and the places between stay empty.
 */
static bool make_with_library(zt_arena *arena, const zt_face *face, const uint32_t *glyphs,
                              size_t count, bool renumber, zt_str *out)
{
    /* Subroutines are undone: pdf readers do not care, and hb-subset would keep whole unused ones.
       Hints go: they triple the size and print does not use them. */
    unsigned int flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
    hb_face_t *cut =
        cut_face(face, glyphs, count, renumber ? flags : flags | HB_SUBSET_FLAGS_RETAIN_GIDS);
    if (!cut)
        return false;
    hb_blob_t *blob = face->cff ? hb_face_reference_table(cut, TAG('C', 'F', 'F', ' '))
                                : hb_face_reference_blob(cut);
    unsigned int len;
    const char *data = hb_blob_get_data(blob, &len);
    *out = (zt_str){zt_arena_copy(arena, data, len), len};
    hb_blob_destroy(blob);
    hb_face_destroy(cut);
    return len > 0;
}

/* False also for a CID-keyed face whose CIDs are in another order: the writer of PDF takes glyph
   ids for CIDs. */
static bool make_subset(zt_arena *arena, const zt_face *face, const uint32_t *glyphs, size_t count,
                        zt_subset *out)
{
    *out = (zt_subset){.cff = face->cff};
    if (!face->cff)
        return make_with_library(arena, face, glyphs, count, false, &out->data);
    hb_blob_t *blob = hb_face_reference_table(face->face, TAG('C', 'F', 'F', ' '));
    zt_cff_bytes table = bytes_of(blob);
    zt_cff_keying keying = keying_of(face, table);
    /* A name-keyed CFF has no CIDs; a reader takes the glyph's place instead, so places must stay.
     */
    bool ok = keying == ZT_CFF_IDENTITY
                  ? zt_cff_subset(arena, table, glyphs, count, &out->data) ||
                        make_with_library(arena, face, glyphs, count, true, &out->data)
                  : keying == ZT_CFF_NAMED &&
                        make_with_library(arena, face, glyphs, count, false, &out->data);
    hb_blob_destroy(blob);
    return ok;
}

/* Glyphs come sorted, so that equal sets are equal arrays. */
static const zt_kept_subset *kept_of(const zt_face *face, const uint32_t *glyphs, size_t count)
{
    for (size_t i = 0; i < face->lazy->subsets.count; i++) {
        const zt_kept_subset *kept = face->lazy->subsets.items[i];
        if (kept->count == count && memcmp(kept->glyphs, glyphs, count * sizeof *glyphs) == 0)
            return kept;
    }
    return NULL;
}

/* Subsets are kept in the session up to ZT_KEPT_SUBSETS a face, for the documents of a series
   use much the same characters; later ones live in the caller's arena and are forgotten. */
bool zt_face_subset(zt_arena *arena, const zt_face *face, const uint32_t *glyphs, size_t count,
                    zt_subset *out)
{
    zt_face_lazy *lazy = face->lazy;
    const zt_kept_subset *known = count ? kept_of(face, glyphs, count) : NULL;
    if (known) {
        *out = known->subset;
        return true;
    }
    bool keep = count > 0 && lazy->subsets.count < ZT_KEPT_SUBSETS;
    if (!make_subset(keep ? lazy->session : arena, face, glyphs, count, out))
        return false;
    if (keep) {
        zt_kept_subset *kept = ZT_NEW(lazy->session, zt_kept_subset);
        uint32_t *ids = ZT_ARRAY(lazy->session, count, uint32_t);
        memcpy(ids, glyphs, count * sizeof *glyphs);
        out->kept = kept;
        *kept = (zt_kept_subset){ids, count, *out};
        ZT_PUSH(lazy->session, &lazy->subsets, kept);
    }
    return true;
}

/* Packing costs more than cutting, so its result is kept beside the subset; nothing is done for
   a subset that is not kept itself. */
void zt_subset_keep(const zt_face *face, const zt_subset *subset, zt_str packed)
{
    if (subset->kept)
        subset->kept->subset.packed = zt_str_copy(face->lazy->session, packed);
}
