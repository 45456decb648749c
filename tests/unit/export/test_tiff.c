/* The TIFF's fields and pixels, read without our writer. */
#include "outside.h"

#include <math.h>

#include "export/tiff_imp.h"

typedef struct reader {
    const unsigned char *bytes;
    size_t len;
} reader;

static unsigned long number(const reader *r, size_t at, size_t bytes)
{
    unsigned long value = 0;
    assert_true(at + bytes <= r->len);
    for (size_t i = 0; i < bytes; i++)
        value |= (unsigned long)r->bytes[at + i] << 8 * i;
    return value;
}

/* Where the entry of a field stands; fields come in rising order (TIFF 6.0, section 2). */
static size_t entry_of(const reader *r, unsigned long tag)
{
    size_t at = number(r, 4, 4), found = 0;
    unsigned long before = 0;
    for (unsigned long i = 0, count = number(r, at, 2); i < count; i++) {
        size_t entry = at + 2 + 12 * i;
        assert_true(number(r, entry, 2) > before);
        before = number(r, entry, 2);
        if (before == tag)
            found = entry;
    }
    assert_int_not_equal(found, 0);
    return found;
}

/* The i-th value of a field of numbers, which stand in the entry where they are few enough. */
static unsigned long value(const reader *r, unsigned long tag, size_t i)
{
    size_t entry = entry_of(r, tag), bytes = number(r, entry + 2, 2) == 3 ? 2 : 4;
    unsigned long count = number(r, entry + 4, 4);
    assert_true(i < count);
    size_t from = count * bytes <= 4 ? entry + 8 : number(r, entry + 8, 4);
    return number(r, from + i * bytes, bytes);
}

/* Unpacks a strip and says how many bytes came of it; what a row does not end with fails. */
static size_t unpack(const reader *r, size_t at, size_t len, size_t width, unsigned char *to)
{
    size_t made = 0, end = at + len;
    while (at < end) {
        int code = (signed char)number(r, at++, 1);
        size_t count = code >= 0 ? (size_t)code + 1 : (size_t)(1 - code);
        assert_int_not_equal(code, -128);
        assert_true(made % width + count <= width);
        for (size_t i = 0; i < count; i++)
            to[made++] = (unsigned char)number(r, code >= 0 ? at + i : at, 1);
        at += code >= 0 ? count : 1;
    }
    return made;
}

/* Shares by a rule that makes runs, changes and both. */
static unsigned char share_at(int x, int y)
{
    if (y % 4 == 0)
        return 0;
    if (y % 4 == 1)
        return (unsigned char)(x * 7);
    return (unsigned char)(x / (1 + y % 9) % 3 * 100);
}

static void holds(int width, int height, double ppi)
{
    zt_arena *arena = zt_arena_new();
    int stride = (width + 3) & ~3;
    unsigned char *shares = zt_arena_alloc(arena, (size_t)stride * (size_t)height);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            shares[y * stride + x] = share_at(x, y);
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_tiff_write(&(zt_tiff){shares, width, height, stride, ppi}, &out);
    reader r = {(const unsigned char *)out.data, out.len};
    assert_memory_equal(out.data, "II*\0", 4);
    assert_int_equal(value(&r, 256, 0), width);
    assert_int_equal(value(&r, 257, 0), height);
    assert_int_equal(value(&r, 258, 0), 8);
    assert_int_equal(value(&r, 259, 0), 32773);
    assert_int_equal(value(&r, 262, 0), 1);
    assert_int_equal(value(&r, 277, 0), 1);
    assert_int_equal(value(&r, 296, 0), 2);
    for (unsigned long tag = 282; tag <= 283; tag++) {
        size_t at = number(&r, entry_of(&r, tag) + 8, 4);
        assert_int_equal(number(&r, at, 4), lround(ppi * (double)number(&r, at + 4, 4)));
    }
    size_t rows = value(&r, 278, 0), strips = ((size_t)height + rows - 1) / rows, made = 0;
    unsigned char *grey = zt_arena_alloc(arena, (size_t)width * (size_t)height);
    assert_int_equal(number(&r, entry_of(&r, 273) + 4, 4), strips);
    for (size_t i = 0; i < strips; i++)
        made += unpack(&r, value(&r, 273, i), value(&r, 279, i), (size_t)width, grey + made);
    assert_int_equal(made, width * height);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            assert_int_equal(grey[y * width + x], 255 - share_at(x, y));
    zt_arena_drop(arena);
}

static void plates_as_tiff(void **state)
{
    (void)state;
    holds(1, 1, 72);
    holds(2, 300, 150);
    holds(3, 5, 2400);
    holds(127, 40, 150.5);
    holds(128, 64, 300);
    holds(129, 65, 10);
    holds(1000, 77, 600);
    holds(9001, 3, 1270);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(plates_as_tiff)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
