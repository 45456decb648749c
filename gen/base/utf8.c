/* gen/base/utf8.c — decoding, encoding, and the widths a terminal gives. Everything else works on
   code points or on bytes that were found valid here. */
#include "base/utf8.h"

#include <string.h>

#include "base/arena.h"

/* Code points from `first` to `last`, both with. */
typedef struct range {
    uint32_t first, last;
} range;

/* By walking: the lists are short, and callers test the common cases first. */
static bool in_ranges(uint32_t c, const range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

/* Length that the lead byte announces and the smallest code point of that length; 0 if none. */
static size_t sequence_length(unsigned char lead, uint32_t *bits, uint32_t *least)
{
    if (lead < 0x80) {
        *bits = lead;
        *least = 0;
        return 1;
    }
    if (lead >= 0xC2 && lead < 0xE0) {
        *bits = lead & 0x1F;
        *least = 0x80;
        return 2;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
        *bits = lead & 0x0F;
        *least = 0x800;
        return 3;
    }
    if (lead >= 0xF0 && lead < 0xF5) {
        *bits = lead & 0x07;
        *least = 0x10000;
        return 4;
    }
    return 0;
}

/* One code point; *len 0 when the bytes are not valid UTF-8 (Unicode 15, table 3-7). */
static uint32_t decode(zt_str text, size_t at, size_t *len)
{
    uint32_t c = 0, least = 0;
    size_t n = sequence_length((unsigned char)text.data[at], &c, &least);
    *len = 0;
    if (n == 0 || n > text.len - at)
        return 0xFFFD;
    for (size_t i = 1; i < n; i++) {
        unsigned char next = (unsigned char)text.data[at + i];
        if ((next & 0xC0) != 0x80)
            return 0xFFFD;
        c = c << 6 | (next & 0x3F);
    }
    if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0xFFFD;
    *len = n;
    return c;
}

uint32_t zt_utf8_next(zt_str text, size_t *at)
{
    size_t len;
    uint32_t c = decode(text, *at, &len);
    *at += len ? len : 1;
    return c;
}

size_t zt_utf8_put(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        if (c >= 0xD800 && c <= 0xDFFF)
            return 0;
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    if (c > 0x10FFFF)
        return 0;
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t zt_utf8_count(zt_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; count++)
        zt_utf8_next(text, &at);
    return count;
}

/* Behind the ASCII from `at` on, eight bytes at a time as long as there are eight: most of a file's
   bytes are of that kind. */
static size_t past_ascii(zt_str text, size_t at)
{
    uint64_t word;
    for (; text.len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text.data + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < text.len && (unsigned char)text.data[at] < 0x80)
        at++;
    return at;
}

size_t zt_utf8_valid_prefix(zt_str text)
{
    size_t at = 0;
    while ((at = past_ascii(text, at)) < text.len) {
        size_t len;
        decode(text, at, &len);
        if (len == 0)
            return at;
        at += len;
    }
    return at;
}

/* C0 without the tab, DEL and C1: what a terminal would obey rather than show. */
static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0);
}

/* Whether nothing has to be replaced, which is nearly always so. */
static bool is_printable(zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t len;
        if (is_control(decode(text, at, &len)) || len == 0)
            return false;
        at += len;
    }
    return true;
}

const char *zt_utf8_printable(zt_arena *arena, const char *text)
{
    zt_str in = zt_str_from(text);
    zt_buf out;
    if (!text || is_printable(in))
        return text;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < in.len;) {
        uint32_t c = zt_utf8_next(in, &at);
        zt_buf_utf8(&out, is_control(c) ? 0xFFFD : c);
    }
    return out.data;
}

bool zt_is_han(uint32_t c)
{
    /* Unicode 15 blocks: unified ideographs with extensions A to H, compatibility, 〇 々 〻. */
    static const range han[] = {{0x3005, 0x3007},  {0x303B, 0x303B}, {0x3400, 0x4DBF},
                                {0x4E00, 0x9FFF},  {0xF900, 0xFAFF}, {0x20000, 0x2FA1F},
                                {0x30000, 0x323AF}};
    return c >= 0x3005 && in_ranges(c, han, sizeof han / sizeof *han);
}

bool zt_utf8_holds_han(zt_str text)
{
    for (size_t at = 0; at < text.len;)
        if (zt_is_han(zt_utf8_next(text, &at)))
            return true;
    return false;
}

bool zt_is_ignorable(uint32_t c)
{
    static const range ignorable[] = {{0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},
                                      {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},
                                      {0x202A, 0x202E},   {0x2060, 0x206F},   {0x3164, 0x3164},
                                      {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
                                      {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
    return c >= 0xAD && in_ranges(c, ignorable, sizeof ignorable / sizeof *ignorable);
}

/* Nothing is copied when there is nothing to take out. */
zt_str zt_utf8_seen(zt_arena *arena, zt_str text)
{
    zt_buf seen;
    zt_buf_init(&seen, arena);
    size_t kept = 0; /* up to here it is in the buffer */
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        if (!zt_is_ignorable(zt_utf8_next(text, &at)))
            continue;
        zt_buf_str(&seen, zt_str_slice(text, kept, from));
        kept = at;
    }
    if (kept == 0)
        return text;
    zt_buf_str(&seen, zt_str_slice(text, kept, text.len));
    return zt_buf_view(&seen);
}

/* After East_Asian_Width W and F of Unicode (UAX #11); combining marks take no column. */
int zt_terminal_width(uint32_t c)
{
    static const range wide[] = {{0x1100, 0x115F},  {0x2E80, 0x303E}, {0x3041, 0xA4CF},
                                 {0xAC00, 0xD7A3},  {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
                                 {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF},
                                 {0x20000, 0x3FFFD}};
    static const range zero[] = {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x2060, 0x2064}};
    if (in_ranges(c, zero, sizeof zero / sizeof *zero))
        return 0;
    return in_ranges(c, wide, sizeof wide / sizeof *wide) ? 2 : 1;
}

void zt_buf_utf8(zt_buf *buf, uint32_t code_point)
{
    char out[4];
    zt_buf_add(buf, out, zt_utf8_put(out, code_point));
}
