/* gen/font/cff_subset.c — a few glyphs of a CID-keyed CFF table, written in the order and with the
   choices of hb-subset, whose bytes it gives, without its passes over each charstring and the
   tables around. What it does not know is left to hb-subset. */
#include <string.h>

#include "base/arena.h"
#include "font/cff_imp.h"

enum {
    HEADER_BYTES = 4,
    STANDARD_STRINGS = 391, /* CFF, appendix A */
    FONTS_MOST = 256,       /* CFF 19: FDSelect has a byte for each */
    STRINGS_MOST = FONTS_MOST + 16
};

enum {
    VERSION = 0,
    NOTICE = 1,
    FULL_NAME = 2,
    FAMILY_NAME = 3,
    WEIGHT = 4,
    FIRST_HINT = 6, /* BlueValues to StdVW */
    LAST_HINT = 11,
    UNIQUE_ID = 13,
    CHARSET = 15,
    ENCODING = 16,
    CHARSTRINGS = 17,
    PRIVATE = 18,
    SUBRS = 19,
    XUID = 14,
    COPYRIGHT = ZT_CFF_TWO(0),
    FIRST_HINT_TWO = ZT_CFF_TWO(9), /* BlueScale to ForceBold */
    LAST_HINT_TWO = ZT_CFF_TWO(14),
    LANGUAGE_GROUP = ZT_CFF_TWO(17),
    EXPANSION_FACTOR = ZT_CFF_TWO(18),
    POSTSCRIPT = ZT_CFF_TWO(21),
    BASE_FONT_NAME = ZT_CFF_TWO(22),
    ROS = ZT_CFF_TWO(30),
    FD_ARRAY = ZT_CFF_TWO(36),
    FD_SELECT = ZT_CFF_TWO(37),
    FONT_NAME = ZT_CFF_TWO(38)
};

/* The table that is cut: its INDEXes, its Top DICT, and where FDSelect begins. */
typedef struct source {
    zt_cff_bytes b;
    zt_cff_index names, strings, charstrings, fonts, global;
    zt_cff_part top;
    size_t fd_select;
} source;

/* A font DICT that stays: its Private DICT without hints, and where that goes. */
typedef struct kept_font {
    size_t old;
    zt_str private_dict;
    size_t private_at;
} kept_font;

/* The table that is made, part by part. Lives in an arena of its own that is dropped with it. */
typedef struct subset {
    zt_arena *arena;
    source from;
    const uint32_t *glyphs; /* .notdef first */
    size_t count;
    uint8_t *fonts_of; /* places in `fonts` */
    kept_font fonts[FONTS_MOST];
    size_t font_count;
    long strings[STRINGS_MOST]; /* ids of the source, in their new order */
    size_t string_count;
} subset;

/* The INDEXes at the head of the table; a table of several fonts is no font file. */
static bool open_source(source *s, zt_cff_bytes b)
{
    s->b = b;
    s->names = zt_cff_index_at(b, zt_cff_read(b, 2, 1));
    zt_cff_index tops = zt_cff_index_at(b, s->names.end);
    s->strings = zt_cff_index_at(b, tops.end);
    s->global = zt_cff_index_at(b, s->strings.end);
    return tops.count == 1 && zt_cff_object(b, &tops, 0, &s->top);
}

/* The font DICT of a glyph (CFF 19). */
static size_t font_of(const source *s, size_t glyph)
{
    size_t at = s->fd_select;
    if (zt_cff_read(s->b, at, 1) == 0)
        return zt_cff_read(s->b, at + 1 + glyph, 1);
    size_t low = 0, high = zt_cff_read(s->b, at + 1, 2); /* format 3: the last range that starts */
    while (high - low > 1) {                             /* at the glyph or before it */
        size_t middle = (low + high) / 2;
        if (zt_cff_read(s->b, at + 3 + middle * 3, 2) <= glyph)
            low = middle;
        else
            high = middle;
    }
    return zt_cff_read(s->b, at + 5 + low * 3, 1);
}

/* ---- strings: ids of their own for those that stay (CFF 10) ---- */

/* False when there are too many. */
static bool keep_string(subset *s, long id)
{
    for (size_t i = 0; i < s->string_count; i++)
        if (s->strings[i] == id)
            return true;
    if (id < STANDARD_STRINGS)
        return true;
    if (s->string_count == STRINGS_MOST)
        return false;
    s->strings[s->string_count++] = id;
    return true;
}

/* A standard string keeps its id; the others are numbered behind the standard ones in the order
   in which they were kept. */
static long new_string(const subset *s, long id)
{
    for (size_t i = 0; i < s->string_count; i++)
        if (s->strings[i] == id)
            return STANDARD_STRINGS + (long)i;
    return id;
}

/* Operators whose operand is the id of a string (CFF 9), so that it must be written anew. */
static bool is_string(int op)
{
    return op == VERSION || op == NOTICE || op == COPYRIGHT || op == FULL_NAME ||
           op == FAMILY_NAME || op == WEIGHT || op == POSTSCRIPT || op == FONT_NAME ||
           op == BASE_FONT_NAME;
}

/* Those of the top DICT in hb-subset's order, registry and ordering last; and where its tables lie.
 */
static bool read_top(subset *s)
{
    static const int order[] = {VERSION, NOTICE,     COPYRIGHT, FULL_NAME,     FAMILY_NAME,
                                WEIGHT,  POSTSCRIPT, FONT_NAME, BASE_FONT_NAME};
    source *from = &s->from;
    long named[sizeof order / sizeof *order] = {0}, ros[2] = {0};
    size_t glyphs = 0, fonts = 0;
    zt_cff_entry e;
    for (size_t at = from->top.first; at < from->top.end;) {
        if (!zt_cff_next(from->b, &at, from->top.end, &e) || e.count == 0)
            return false;
        size_t value = (size_t)e.operands[e.count - 1];
        if (e.op == UNIQUE_ID || e.op == XUID || e.op == ENCODING || e.op == PRIVATE ||
            (e.op == ROS && e.count != 3))
            return false;
        if (e.op == CHARSTRINGS)
            glyphs = value;
        else if (e.op == FD_ARRAY)
            fonts = value;
        else if (e.op == FD_SELECT)
            from->fd_select = value;
        else if (e.op == ROS)
            memcpy(ros, e.operands, sizeof ros);
        for (size_t i = 0; i < sizeof order / sizeof *order; i++)
            if (e.op == order[i])
                named[i] = e.operands[e.count - 1];
    }
    size_t format = zt_cff_read(from->b, from->fd_select, 1);
    if (!glyphs || !fonts || !from->fd_select || (format != 0 && format != 3))
        return false;
    from->charstrings = zt_cff_index_at(from->b, glyphs);
    from->fonts = zt_cff_index_at(from->b, fonts);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        keep_string(s, named[i]);
    return keep_string(s, ros[0]) && keep_string(s, ros[1]) && from->fonts.count <= FONTS_MOST;
}

/* ---- numbers and INDEXes as they are written ---- */

/* Big-endian. */
static void put(zt_buf *out, size_t value, size_t size)
{
    for (size_t i = size; i > 0; i--)
        zt_buf_putc(out, (char)(value >> (8 * (i - 1))));
}

/* Operands of three and five bytes, whatever their value: their length is known beforehand. */
static void put_short(zt_buf *out, long value)
{
    zt_buf_putc(out, 28);
    put(out, (size_t)value, 2);
}

static void put_long(zt_buf *out, size_t value)
{
    zt_buf_putc(out, 29);
    put(out, value, 4);
}

static void put_op(zt_buf *out, int op)
{
    if (op >= ZT_CFF_TWO(0))
        zt_buf_putc(out, 12);
    zt_buf_putc(out, (char)(op >= ZT_CFF_TWO(0) ? op - ZT_CFF_TWO(0) : op));
}

/* Copies bytes of the source as they stand; the caller has checked that they lie in it. */
static void put_part(zt_buf *out, zt_cff_bytes b, zt_cff_part part)
{
    zt_buf_add(out, b.data + part.first, part.end - part.first);
}

/* An INDEX (CFF 5) with the smallest offsets that reach. `ends` are where the objects in `data`
   end, in bytes from its start; in the file offsets count from 1. */
static void put_index(zt_buf *out, const size_t *ends, size_t count, zt_str data)
{
    size_t size = 1;
    put(out, count, 2);
    if (count == 0)
        return;
    while ((data.len + 1) >> (8 * size))
        size++;
    put(out, size, 1);
    put(out, 1, size);
    for (size_t i = 0; i < count; i++)
        put(out, ends[i] + 1, size);
    zt_buf_str(out, data);
}

/* ---- the parts ---- */

static zt_buf new_buf(const subset *s)
{
    zt_buf buf;
    zt_buf_init(&buf, s->arena);
    return buf;
}

/* Entries of a Private DICT that only hints need (CFF 15): they go, as the hints in the
   charstrings do. */
static bool is_hint(int op)
{
    return (op >= FIRST_HINT && op <= LAST_HINT) || (op >= FIRST_HINT_TWO && op <= LAST_HINT_TWO) ||
           op == LANGUAGE_GROUP || op == EXPANSION_FACTOR;
}

/* What the font DICT says of its Private DICT and name; the local subroutines through `calls`.
   False also for a Private DICT whose length would not go into the three bytes it is given. */
static bool read_font(subset *s, kept_font *font, zt_cff_calls *calls)
{
    const zt_cff_bytes b = s->from.b;
    zt_cff_part dict, private = {0};
    zt_cff_entry e;
    if (!zt_cff_object(b, &s->from.fonts, font->old, &dict))
        return false;
    for (size_t at = dict.first; at < dict.end;) {
        if (!zt_cff_next(b, &at, dict.end, &e) || e.count == 0)
            return false;
        if (e.op == PRIVATE && e.count == 2)
        private =
            (zt_cff_part){(size_t)e.operands[1], (size_t)e.operands[1] + (size_t)e.operands[0]};
        else if (e.op == FONT_NAME && !keep_string(s, e.operands[0])) return false;
    }
    *calls = (zt_cff_calls){.global = s->from.global};
    zt_buf kept = new_buf(s);
    for (size_t at = private.first; at < private.end;) {
        if (!zt_cff_next(b, &at, private.end, &e))
            return false;
        if (e.op == SUBRS && e.count == 1)
            calls->local = zt_cff_index_at(b, private.first + (size_t)e.operands[0]);
        else if (!is_hint(e.op))
            put_part(&kept, b, e.part);
    }
    font->private_dict = zt_buf_view(&kept);
    return kept.len > 0 && kept.len <= INT16_MAX;
}

/* Which font DICTs the glyphs use, in their old order. */
static bool choose_fonts(subset *s)
{
    uint8_t place[FONTS_MOST];
    bool used[FONTS_MOST] = {false};
    for (size_t i = 0; i < s->count; i++) {
        size_t font = font_of(&s->from, s->glyphs[i]);
        if (font >= s->from.fonts.count)
            return false;
        s->fonts_of[i] = (uint8_t)font;
        used[font] = true;
    }
    for (size_t i = 0; i < FONTS_MOST; i++) {
        if (!used[i])
            continue;
        place[i] = (uint8_t)s->font_count;
        s->fonts[s->font_count++].old = i;
    }
    for (size_t i = 0; i < s->count; i++)
        s->fonts_of[i] = place[s->fonts_of[i]];
    return true;
}

/* The CharStrings INDEX; reads the font DICTs for it. */
static bool make_charstrings(subset *s, zt_buf *out)
{
    zt_cff_calls *calls = ZT_ARRAY(s->arena, s->font_count, zt_cff_calls);
    size_t *ends = ZT_ARRAY(s->arena, s->count, size_t);
    zt_buf data = new_buf(s);
    for (size_t i = 0; i < s->font_count; i++)
        if (!read_font(s, &s->fonts[i], &calls[i]))
            return false;
    for (size_t i = 0; i < s->count; i++) {
        zt_cff_part part;
        if (!zt_cff_object(s->from.b, &s->from.charstrings, s->glyphs[i], &part) ||
            !zt_cff_flatten(&data, s->from.b, &calls[s->fonts_of[i]], part))
            return false;
        ends[i] = data.len;
    }
    put_index(out, ends, s->count, zt_buf_view(&data));
    return true;
}

/* CFF 13: CIDs one by one or in ranges, whichever is shorter. */
static void make_charset(const subset *s, zt_buf *out)
{
    size_t ranges = 0, longest = 0, run = 0;
    for (size_t i = 1; i < s->count; i++) {
        run = i > 1 && s->glyphs[i] == s->glyphs[i - 1] + 1 ? run + 1 : 0;
        ranges += run == 0;
        longest = run > longest ? run : longest;
    }
    size_t left = longest < 256 ? 1 : 2;
    bool single = 2 * (s->count - 1) < (2 + left) * ranges;
    put(out, single ? 0 : left, 1);
    for (size_t i = 1, end; i < s->count; i = end) {
        for (end = i + 1; !single && end < s->count && s->glyphs[end] == s->glyphs[end - 1] + 1;)
            end++;
        put(out, s->glyphs[i], 2);
        if (!single)
            put(out, end - i - 1, left);
    }
}

/* CFF 19, format 3: where another font DICT begins. */
static void make_select(const subset *s, zt_buf *out)
{
    size_t ranges = 0;
    for (size_t i = 0; i < s->count; i++)
        ranges += i == 0 || s->fonts_of[i] != s->fonts_of[i - 1];
    put(out, 3, 1);
    put(out, ranges, 2);
    for (size_t i = 0; i < s->count; i++) {
        if (i > 0 && s->fonts_of[i] == s->fonts_of[i - 1])
            continue;
        put(out, i, 2);
        put(out, s->fonts_of[i], 1);
    }
    put(out, s->count, 2);
}

/* The String INDEX. */
static void make_strings(const subset *s, zt_buf *out)
{
    size_t ends[STRINGS_MOST];
    zt_buf data = new_buf(s);
    for (size_t i = 0; i < s->string_count; i++) {
        zt_cff_part part;
        if (zt_cff_object(s->from.b, &s->from.strings, (size_t)s->strings[i] - STANDARD_STRINGS,
                          &part))
            put_part(&data, s->from.b, part);
        ends[i] = data.len;
    }
    put_index(out, ends, s->string_count, zt_buf_view(&data));
}

/* The Font DICT INDEX, with new names and places of the Private DICTs. */
static void make_fonts(const subset *s, zt_buf *out)
{
    size_t ends[FONTS_MOST];
    zt_buf data = new_buf(s);
    for (size_t i = 0; i < s->font_count; i++) {
        zt_cff_part dict;
        zt_cff_entry e;
        bool there = zt_cff_object(s->from.b, &s->from.fonts, s->fonts[i].old, &dict);
        for (size_t at = dict.first; there && zt_cff_next(s->from.b, &at, dict.end, &e);) {
            if (e.op == PRIVATE) {
                put_short(&data, (long)s->fonts[i].private_dict.len);
                put_long(&data, s->fonts[i].private_at);
                put_op(&data, e.op);
            } else if (e.op == FONT_NAME) {
                put_short(&data, new_string(s, e.operands[0]));
                put_op(&data, e.op);
            } else {
                put_part(&data, s->from.b, e.part);
            }
        }
        ends[i] = data.len;
    }
    put_index(out, ends, s->font_count, zt_buf_view(&data));
}

/* Where the parts of the new table begin that its Top DICT names, in bytes from the table's
   start. */
typedef struct offsets {
    size_t charset, select, fonts, charstrings;
} offsets;

/* The Top DICT INDEX: the source's own entries in their order. */
static void make_top(const subset *s, const offsets *to, zt_buf *out)
{
    zt_buf data = new_buf(s);
    zt_cff_entry e;
    for (size_t at = s->from.top.first; zt_cff_next(s->from.b, &at, s->from.top.end, &e);) {
        if (e.op == CHARSET || e.op == FD_SELECT || e.op == FD_ARRAY || e.op == CHARSTRINGS) {
            put_long(&data, e.op == CHARSET     ? to->charset
                            : e.op == FD_SELECT ? to->select
                            : e.op == FD_ARRAY  ? to->fonts
                                                : to->charstrings);
            put_op(&data, e.op);
        } else if (e.op == ROS) {
            put_short(&data, new_string(s, e.operands[0]));
            put_short(&data, new_string(s, e.operands[1]));
            put_part(&data, s->from.b, (zt_cff_part){e.last, e.part.end});
        } else if (is_string(e.op)) {
            put_short(&data, new_string(s, e.operands[e.count - 1]));
            put_op(&data, e.op);
        } else {
            put_part(&data, s->from.b, e.part);
        }
    }
    put_index(out, &data.len, 1, zt_buf_view(&data));
}

/* Private DICTs from `at` on; of equal ones the last is shared. */
static void place_privates(subset *s, size_t at, zt_buf *out)
{
    bool *shared = ZT_ARRAY(s->arena, s->font_count, bool);
    for (size_t i = 0; i < s->font_count; i++)
        for (size_t j = i + 1; j < s->font_count; j++)
            shared[i] |= zt_str_equal(s->fonts[i].private_dict, s->fonts[j].private_dict);
    for (size_t i = 0; i < s->font_count; i++) {
        if (shared[i])
            continue;
        for (size_t j = 0; j <= i; j++)
            if (zt_str_equal(s->fonts[i].private_dict, s->fonts[j].private_dict))
                s->fonts[j].private_at = at + out->len;
        zt_buf_str(out, s->fonts[i].private_dict);
    }
}

/* Everything but the DICTs has its length before anything is placed; theirs does not depend on
   where the rest lies, so they are made twice. */
static zt_str write_all(subset *s, zt_str charstrings)
{
    zt_buf out = new_buf(s), strings = new_buf(s), charset = new_buf(s), select = new_buf(s),
           top = new_buf(s), fonts = new_buf(s), privates = new_buf(s);
    offsets to = {0};
    make_strings(s, &strings);
    make_charset(s, &charset);
    make_select(s, &select);
    make_fonts(s, &fonts);
    make_top(s, &to, &top);
    const zt_cff_part names = {zt_cff_read(s->from.b, 2, 1), s->from.names.end};
    to.charset = HEADER_BYTES + names.end - names.first + top.len + strings.len + 2;
    to.select = to.charset + charset.len;
    to.fonts = to.select + select.len;
    to.charstrings = to.fonts + fonts.len;
    place_privates(s, to.charstrings + charstrings.len, &privates);
    fonts.len = top.len = 0;
    make_fonts(s, &fonts);
    make_top(s, &to, &top);
    zt_buf_add(&out, "\1\0\4\4", HEADER_BYTES);
    put_part(&out, s->from.b, names);
    const zt_str parts[] = {
        zt_buf_view(&top),     zt_buf_view(&strings), {"\0\0", 2}, /* no subrs */
        zt_buf_view(&charset), zt_buf_view(&select),  zt_buf_view(&fonts),
        charstrings,           zt_buf_view(&privates)};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        zt_buf_str(&out, parts[i]);
    return zt_buf_view(&out);
}

/* All work is done in an arena beside the caller's, so that only the finished table stays. Any
   step that meets something unusual gives false, and hb-subset takes over with the whole face. */
bool zt_cff_subset(zt_arena *arena, zt_cff_bytes table, const uint32_t *glyphs, size_t count,
                   zt_str *out)
{
    zt_arena *scratch = zt_arena_beside(arena);
    subset *s = ZT_NEW(scratch, subset);
    uint32_t *all = ZT_ARRAY(scratch, count + 1, uint32_t);
    memcpy(all + 1, glyphs, count * sizeof *glyphs);
    *s = (subset){.arena = scratch, .glyphs = all, .count = count + 1};
    s->fonts_of = zt_arena_alloc(scratch, s->count);
    zt_buf charstrings = new_buf(s);
    bool ok = open_source(&s->from, table) && read_top(s) && choose_fonts(s) &&
              make_charstrings(s, &charstrings) && s->from.names.end <= table.len;
    if (ok)
        *out = zt_str_copy(arena, write_all(s, zt_buf_view(&charstrings)));
    zt_arena_drop(scratch);
    return ok;
}
