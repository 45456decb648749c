/* gen/font/cff_flatten.c — charstrings without subroutines and hints. It is given one charstring
   of a CID-keyed font with the subroutines it may call, and adds the same outline as one piece
   to a buffer. Readers of PDF do not care for either: subroutines would be kept whole, and hints
   triple the size. */
#include "font/cff_imp.h"

enum { STACK = 48, DEPTH = 10, NUMBER_BYTES = 5 }; /* Type 2, appendix B */
enum { STEPS_MOST = 400000 }; /* bytes of a glyph: a damaged font may call itself ten times over */

enum {
    HSTEM = 1,
    VSTEM = 3,
    VMOVETO = 4,
    CALLSUBR = 10,
    RETURN = 11,
    ESCAPE = 12,
    ENDCHAR = 14,
    HSTEMHM = 18,
    HINTMASK = 19,
    CNTRMASK = 20,
    RMOVETO = 21,
    HMOVETO = 22,
    VSTEMHM = 23,
    SHORT = 28,
    CALLGSUBR = 29,
    FIRST_NUMBER = 32,
    DOTSECTION = 0, /* after ESCAPE, as the four flexes */
    HFLEX = 34,
    FLEX1 = 37
};

/* One charstring while it is rewritten. Operands wait in `args` until the operator that takes
   them is read; what needs no change is copied from the table in one piece (`raw`, `same`). */
typedef struct run {
    zt_buf *out;
    zt_cff_bytes b;
    const zt_cff_calls *calls;
    int32_t args[STACK]; /* 16.16 */
    size_t count, stems, steps;
    size_t raw;       /* where the operands begin, when they stand in a row in the table; else 0 */
    zt_cff_part same; /* operators in a row that go out as they stand, not yet added */
    bool width_known, ended;
} run;

/* The shortest of the forms of a number (Type 2, 3.2), which is the one that hb-subset writes.
   Returns its bytes, at most NUMBER_BYTES. */
static size_t put_number(uint8_t *to, int32_t fixed)
{
    int v = fixed / 65536;
    if (fixed & 0xffff) {
        to[0] = 255;
        for (int i = 0; i < 4; i++)
            to[1 + i] = (uint8_t)((uint32_t)fixed >> (24 - 8 * i));
        return 5;
    }
    if (v >= -107 && v <= 107) {
        to[0] = (uint8_t)(v + 139);
        return 1;
    }
    if (v >= -1131 && v <= 1131) {
        int past = (v < 0 ? -v : v) - 108;
        to[0] = (uint8_t)((v < 0 ? 251 : 247) + (past >> 8));
        to[1] = (uint8_t)past;
        return 2;
    }
    to[0] = SHORT;
    to[1] = (uint8_t)((unsigned)v >> 8);
    to[2] = (uint8_t)v;
    return 3;
}

/* Adds what was held back as a copy; must come before anything else is written, for the order
   counts. */
static void put_same(run *r)
{
    zt_buf_add(r->out, r->b.data + r->same.first, r->same.end - r->same.first);
    r->same = (zt_cff_part){0};
}

/* Operands, `count` of them from the first, and the operator of one or two bytes behind them. */
static void put_op(run *r, size_t count, const uint8_t *op, size_t op_len)
{
    uint8_t bytes[STACK * NUMBER_BYTES + 2];
    size_t len = 0;
    put_same(r);
    for (size_t i = 0; i < count; i++)
        len += put_number(bytes + len, r->args[i]);
    for (size_t i = 0; i < op_len; i++)
        bytes[len++] = op[i];
    zt_buf_add(r->out, bytes, len);
    r->count = r->raw = 0;
}

/* Whether this first byte begins an operand (Type 2, table 1). */
static bool is_number(size_t c)
{
    return c >= FIRST_NUMBER || c == SHORT;
}

/* The number that begins with c at *at - 1; moves *at behind it. */
static int32_t read_number(zt_cff_bytes b, int32_t c, size_t *at)
{
    if (c <= 246 && c != SHORT)
        return (c - 139) * 65536;
    size_t first = *at, size = c == 255 ? 4 : c == SHORT ? 2 : 1;
    *at += size;
    if (c == 255)
        return (int32_t)(uint32_t)zt_cff_read(b, first, 4);
    if (c == SHORT)
        return (int16_t)(uint16_t)zt_cff_read(b, first, 2) * 65536;
    int32_t low = first < b.len ? b.data[first] : 0;
    return (c <= 250 ? (c - 247) * 256 + low + 108 : -(c - 251) * 256 - low - 108) * 65536;
}

/* Numbers in a row, up to an operator or as many as there is room for. */
static bool push_numbers(run *r, size_t *from, size_t end)
{
    size_t at = *from, count = r->count;
    if (count == STACK)
        return false;
    if (count == 0)
        r->raw = at;
    while (at < end && count < STACK && is_number(r->b.data[at])) {
        int32_t c = r->b.data[at++];
        r->args[count++] = read_number(r->b, c, &at);
    }
    r->steps += at - *from;
    r->count = count;
    *from = at;
    return true;
}

/* Type 2, 3.1: the first operator that clears the stack may find the width below its own operands.
 */
static bool takes_width(run *r, size_t op)
{
    if (r->count == 0)
        return false;
    switch (op) {
    case HSTEM:
    case HSTEMHM:
    case VSTEM:
    case VSTEMHM:
    case HINTMASK:
    case CNTRMASK:
    case ENDCHAR:
        r->width_known = true;
        return r->count % 2 == 1;
    case HMOVETO:
    case VMOVETO:
        r->width_known = true;
        return r->count > 1;
    case RMOVETO:
        r->width_known = true;
        return r->count > 2;
    default:
        return false;
    }
}

static bool flatten(run *r, zt_cff_part part, int depth);

/* The number of the subroutine is the operand on top, less a bias that grows with the count of
   subroutines. Its own charstring is written where the call stood. False for a call that the
   specification does not allow: no operand, ten deep, no such subroutine. */
static bool call(run *r, const zt_cff_index *index, int depth)
{
    zt_cff_part subr;
    r->raw = 0; /* what the subroutine pushes stands elsewhere */
    if (r->count == 0 || depth == DEPTH)
        return false;
    long bias = index->count < 1240 ? 107 : index->count < 33900 ? 1131 : 32768; /* Type 2, 4.7 */
    long i = r->args[--r->count] / 65536 + bias;
    bool ok = i >= 0 && zt_cff_object(r->b, index, (size_t)i, &subr) && flatten(r, subr, depth + 1);
    r->raw = 0;
    return ok;
}

/* Moves *at behind the operator's mask or second byte. */
static bool take_op(run *r, size_t op, size_t *at)
{
    bool width = !r->width_known && takes_width(r, op);
    uint8_t bytes[2] = {(uint8_t)op};
    switch (op) {
    case HINTMASK:
    case CNTRMASK:
    case HSTEM:
    case HSTEMHM:
    case VSTEM:
    case VSTEMHM:
        r->stems += r->count / 2;
        put_op(r, width, NULL, 0);
        if (op == HINTMASK || op == CNTRMASK)
            *at += (r->stems + 7) / 8;
        return true;
    case ESCAPE:
        bytes[1] = (uint8_t)zt_cff_read(r->b, (*at)++, 1);
        if (bytes[1] == DOTSECTION)
            r->count = 0;
        else
            put_op(r, r->count, bytes, 2);
        return bytes[1] == DOTSECTION || (bytes[1] >= HFLEX && bytes[1] <= FLEX1);
    case ENDCHAR:
        r->ended = true;
        if (r->count > 1) /* an accented character of two others */
            return false;
        break;
    case 0:
    case 2:
    case 9:
    case 13:
    case 15:
    case 16:
    case 17:
        return false; /* reserved */
    default:
        break;
    }
    if (r->raw && r->count) { /* as they stand */
        if (r->same.end != r->raw) {
            put_same(r);
            r->same.first = r->raw;
        }
        r->same.end = *at;
        r->count = r->raw = 0;
        return true;
    }
    put_op(r, r->count, bytes, 1);
    return true;
}

/* Rewrites a charstring or a subroutine. `depth` is 0 for the charstring itself, which must not
   return. False when it is damaged or holds what is not handled here. */
static bool flatten(run *r, zt_cff_part part, int depth)
{
    for (size_t at = part.first; at < part.end && !r->ended;) {
        size_t c = r->b.data[at];
        bool ok;
        if (++r->steps > STEPS_MOST)
            return false;
        if (is_number(c)) {
            if (!push_numbers(r, &at, part.end))
                return false;
            continue;
        }
        at++;
        if (c == CALLSUBR || c == CALLGSUBR)
            ok = call(r, c == CALLSUBR ? &r->calls->local : &r->calls->global, depth);
        else if (c == RETURN)
            return depth > 0;
        else
            ok = take_op(r, c, &at);
        if (!ok)
            return false;
    }
    return true;
}

/* A charstring must end with endchar, be it in a subroutine; one that does not is left to
   hb-subset. After false the buffer may hold a part of the glyph: the caller throws it away. */
bool zt_cff_flatten(zt_buf *out, zt_cff_bytes b, const zt_cff_calls *calls, zt_cff_part charstring)
{
    run r = {.out = out, .b = b, .calls = calls};
    bool ok = flatten(&r, charstring, 0) && r.ended;
    put_same(&r);
    return ok;
}
