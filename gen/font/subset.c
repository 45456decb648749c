/* gen/font/subset.c — the glyphs a document uses, cut out of a face by hb-subset. */
#include <hb-subset.h>
#include <string.h>

#include "font/font_imp.h"

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

/* A reader of the CFF table's big-endian bytes; past the end it yields 0. */
typedef struct cff_bytes {
    const uint8_t *data;
    size_t len;
} cff_bytes;

/* `size` bytes from `at`, the highest first. */
static size_t read_be(cff_bytes b, size_t at, size_t size)
{
    size_t value = 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | (at + i < b.len ? b.data[at + i] : 0);
    return value;
}

/* The end of the INDEX at `at` (CFF 5); the first object's bounds through `first` and `end`. */
static size_t index_end(cff_bytes b, size_t at, size_t *first, size_t *end)
{
    size_t count = read_be(b, at, 2), size = read_be(b, at + 2, 1);
    if (count == 0)
        return at + 2;
    size_t base = at + 3 + (count + 1) * size - 1;
    *first = base + read_be(b, at + 3, size);
    *end = base + read_be(b, at + 3 + size, size);
    return base + read_be(b, at + 3 + count * size, size);
}

/* One operand of a DICT (CFF 4, table 3); moves *at on. Reals count as 0. */
static long read_operand(cff_bytes b, size_t *at)
{
    size_t c = read_be(b, (*at)++, 1);
    if (c >= 32 && c <= 246)
        return (long)c - 139;
    if (c >= 247 && c <= 254) {
        long low = (long)read_be(b, (*at)++, 1);
        return c <= 250 ? ((long)c - 247) * 256 + low + 108 : -((long)c - 251) * 256 - low - 108;
    }
    if (c == 28 || c == 29) {
        size_t size = c == 28 ? 2 : 4;
        *at += size;
        return (long)read_be(b, *at - size, size);
    }
    while (c == 30 && *at < b.len) {
        size_t pair = read_be(b, (*at)++, 1);
        if ((pair & 15) == 15 || pair >> 4 == 15)
            break;
    }
    return 0;
}

/* Is the charset 1, 2, 3 … up to the glyph count? Then CID and glyph id are the same. */
static bool charset_is_identity(cff_bytes b, size_t at, size_t glyphs)
{
    size_t format = read_be(b, at++, 1), left = format == 1 ? 1 : 2, next = 1;
    if (at < 4) /* the predefined charsets 0..2 */
        return false;
    while (next < glyphs && at < b.len) {
        if (read_be(b, at, 2) != next)
            return false;
        next += format == 0 ? 1 : 1 + read_be(b, at + 2, left);
        at += format == 0 ? 2 : 2 + left;
    }
    return next >= glyphs;
}

/* By the Top DICT: operator 12 30 is ROS, which makes a face CID-keyed; 15 is its charset (CFF,
   table 9). */
static zt_cff_keying cff_keying(cff_bytes b, size_t glyphs)
{
    size_t first = 0, end = 0, charset = 0;
    bool ros = false;
    long operand = 0;
    size_t at = index_end(b, read_be(b, 2, 1), &first, &end); /* the Name INDEX */
    index_end(b, at, &first, &end);                           /* the Top DICT INDEX */
    for (at = first; at < end && at < b.len;) {
        size_t c = read_be(b, at, 1);
        if (c > 21) {
            operand = read_operand(b, &at);
            continue;
        }
        at++;
        if (c == 15)
            charset = (size_t)operand;
        else if (c == 12 && read_be(b, at++, 1) == 30)
            ros = true;
    }
    if (!ros)
        return ZT_CFF_NAMED;
    return charset_is_identity(b, charset, glyphs) ? ZT_CFF_IDENTITY : ZT_CFF_OTHER;
}

/* Read once a face. */
static zt_cff_keying keying_of(const zt_face *face)
{
    if (face->lazy->keying == ZT_CFF_UNKNOWN) {
        unsigned int len;
        hb_blob_t *blob = hb_face_reference_table(face->face, TAG('C', 'F', 'F', ' '));
        const char *data = hb_blob_get_data(blob, &len);
        cff_bytes bytes = {(const uint8_t *)data, len};
        face->lazy->keying = cff_keying(bytes, hb_face_get_glyph_count(face->face));
        hb_blob_destroy(blob);
    }
    return face->lazy->keying;
}

/* The subset as a face of its own; NULL when hb-subset fails. The caller destroys it. */
static hb_face_t *cut_face(const zt_face *face, const uint32_t *glyphs, size_t count,
                           unsigned int flags)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, flags);
    hb_set_t *set = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(set, glyphs[i]);
    hb_face_t *cut = hb_subset_or_fail(lean_face(face), input);
    hb_subset_input_destroy(input);
    return cut;
}

/* False also for a CID-keyed face whose CIDs are in another order: the writer of PDF takes glyph
   ids for CIDs. */
static bool make_subset(zt_arena *arena, const zt_face *face, const uint32_t *glyphs, size_t count,
                        zt_subset *out)
{
    /* Subroutines are undone: pdf readers do not care, and hb-subset would keep whole unused ones.
       Hints go: they triple the size and print does not use them. */
    unsigned int flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
    if (face->cff && keying_of(face) == ZT_CFF_OTHER)
        return false;
    /* A name-keyed CFF has no CIDs; a reader takes the glyph's place instead, so places must stay.
     */
    if (!face->cff || keying_of(face) == ZT_CFF_NAMED)
        flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_face_t *cut = cut_face(face, glyphs, count, flags);
    if (!cut)
        return false;
    hb_blob_t *blob = face->cff ? hb_face_reference_table(cut, TAG('C', 'F', 'F', ' '))
                                : hb_face_reference_blob(cut);
    unsigned int len;
    const char *data = hb_blob_get_data(blob, &len);
    *out = (zt_subset){.data = {zt_arena_copy(arena, data, len), len}, .cff = face->cff};
    hb_blob_destroy(blob);
    hb_face_destroy(cut);
    return len > 0;
}

/* The subset of exactly these glyphs, in this order, if one was made in this session. */
static const zt_kept_subset *kept_of(const zt_face *face, const uint32_t *glyphs, size_t count)
{
    for (size_t i = 0; i < face->lazy->subsets.count; i++) {
        const zt_kept_subset *kept = face->lazy->subsets.items[i];
        if (kept->count == count && memcmp(kept->glyphs, glyphs, count * sizeof *glyphs) == 0)
            return kept;
    }
    return NULL;
}

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

void zt_subset_keep(const zt_face *face, const zt_subset *subset, zt_str packed)
{
    if (subset->kept)
        subset->kept->subset.packed = zt_str_copy(face->lazy->session, packed);
}
