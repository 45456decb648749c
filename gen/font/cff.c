/* gen/font/cff.c — INDEX and DICT, the two structures that a CFF table is made of (CFF 4 and 5).
   Whoever cuts or judges a CFF font reads through these. Nothing here trusts the table: a read
   past its end gives 0, and each object is checked against the table before it is handed out. */
#include "font/cff_imp.h"

/* Bytes past the end count as 0, so that a damaged table is noticed by the checks of those who
   call and never reads beyond the file. */
size_t zt_cff_read(zt_cff_bytes b, size_t at, size_t size)
{
    size_t value = 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | (at + i < b.len ? b.data[at + i] : 0);
    return value;
}

/* An INDEX without objects is its count alone, two bytes. Otherwise the last of the count + 1
   offsets tells where the INDEX ends, which is where the next structure begins. Offsets of more
   than four bytes, which no INDEX has (CFF 3), could bring that end before the beginning; an INDEX
   that claims them is empty and takes the rest of the table. */
zt_cff_index zt_cff_index_at(zt_cff_bytes b, size_t at)
{
    zt_cff_index index = {.count = zt_cff_read(b, at, 2), .end = at + 2};
    if (index.count == 0)
        return index;
    index.size = zt_cff_read(b, at + 2, 1);
    if (index.size < 1 || index.size > 4)
        return (zt_cff_index){.end = b.len};
    index.offsets = at + 3;
    index.base = at + 3 + (index.count + 1) * index.size - 1; /* offsets count from 1 */
    index.end = index.base + zt_cff_read(b, index.offsets + index.count * index.size, index.size);
    return index;
}

/* Offsets come from the file: an object that would end before it begins or behind the table is
   none. */
bool zt_cff_object(zt_cff_bytes b, const zt_cff_index *index, size_t i, zt_cff_part *out)
{
    if (i >= index->count)
        return false;
    size_t at = index->offsets + i * index->size;
    out->first = index->base + zt_cff_read(b, at, index->size);
    out->end = index->base + zt_cff_read(b, at + index->size, index->size);
    return out->first <= out->end && out->end <= b.len;
}

/* One operand (CFF 4, table 3); moves *at on. */
static long read_operand(zt_cff_bytes b, size_t *at)
{
    size_t c = zt_cff_read(b, (*at)++, 1);
    if (c >= 32 && c <= 246)
        return (long)c - 139;
    if (c >= 247 && c <= 254) {
        long low = (long)zt_cff_read(b, (*at)++, 1);
        return c <= 250 ? ((long)c - 247) * 256 + low + 108 : -((long)c - 251) * 256 - low - 108;
    }
    if (c == 28 || c == 29) {
        size_t size = c == 28 ? 2 : 4;
        *at += size;
        return (long)zt_cff_read(b, *at - size, size);
    }
    while (c == 30 && *at < b.len) {
        size_t pair = zt_cff_read(b, (*at)++, 1);
        if ((pair & 15) == 15 || pair >> 4 == 15)
            break;
    }
    return 0;
}

/* Operands stand before their operator (CFF 4); bytes from 22 up begin an operand, those below
   are operators. An operator of two bytes has 12 as its first. */
bool zt_cff_next(zt_cff_bytes b, size_t *at, size_t end, zt_cff_entry *out)
{
    end = end < b.len ? end : b.len;
    out->count = 0;
    out->part.first = *at;
    while (*at < end && b.data[*at] > 21) {
        if (out->count == ZT_CFF_OPERANDS)
            return false;
        out->last = *at;
        out->operands[out->count++] = read_operand(b, at);
    }
    if (*at >= end)
        return false;
    out->op = b.data[(*at)++];
    if (out->op == 12)
        out->op = ZT_CFF_TWO((int)zt_cff_read(b, (*at)++, 1));
    out->part.end = *at;
    return *at <= end;
}
