/* Spreadsheets: stored numbers, names of cells, containers that lie. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "import/import_imp.h"

static void test_names_of_cells(void **state)
{
    (void)state;
    size_t line, column;
    assert_true(zt_cell_name(ZT_STR("B7"), &line, &column));
    assert_int_equal(line, 6);
    assert_int_equal(column, 1);
    assert_true(zt_cell_name(ZT_STR("AA100"), &line, &column));
    assert_int_equal(line, 99);
    assert_int_equal(column, 26);
    assert_false(zt_cell_name(ZT_STR("7B"), &line, &column));
    assert_false(zt_cell_name(ZT_STR("A0"), &line, &column));
    assert_false(zt_cell_name(ZT_STR(""), &line, &column));
}

/* One stored member "a" of two bytes, written by hand after APPNOTE 4.3. */
static const unsigned char container[] = {
    'P', 'K', 3,   4, 20, 0, 0,  0, 0,   0,   0,   0, 0,  0, 0xD4, 0x4E, 0x4B, 0x7A, 2, 0, 0, 0,
    2,   0,   0,   0, 1,  0, 0,  0, 'a', 'h', 'i', /* 33 */
    'P', 'K', 1,   2, 20, 0, 20, 0, 0,   0,   0,   0, 0,  0, 0,    0,    0,    0,    0, 0, 2, 0,
    0,   0,   2,   0, 0,  0, 1,  0, 0,   0,   0,   0, 0,  0, 0,    0,    0,    0,    0, 0, 0, 0,
    0,   0,   'a', /* 80 */
    'P', 'K', 5,   6, 0,  0, 0,  0, 1,   0,   1,   0, 47, 0, 0,    0,    33,   0,    0, 0, 0, 0};
enum { ROW = 33, CRC = ROW + 16, PACKED = ROW + 20, UNPACKED = ROW + 24, LOCAL = ROW + 42 };

static zt_found read_member(unsigned char *bytes, zt_str *out, zt_arena *arena, zt_diags *diags)
{
    /* CRC-32 of "hi" (IEEE 802.3). */
    static const unsigned char crc[] = {0xAC, 0x2A, 0x93, 0xD8};
    zt_zip zip;
    if (!bytes[CRC])
        memcpy(bytes + CRC, crc, sizeof crc);
    zt_str whole = {(const char *)bytes, sizeof container};
    assert_true(zt_zip_open(diags, "t.xlsx", whole, &zip));
    return zt_zip_read(arena, diags, &zip, "a", out);
}

static void test_a_stored_member(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    unsigned char bytes[sizeof container];
    memcpy(bytes, container, sizeof bytes);
    zt_str out = {0};
    zt_found found = read_member(bytes, &out, arena, diags);
    assert_int_equal(found, ZT_FOUND);
    assert_int_equal(out.len, 2);
    assert_memory_equal(out.data, "hi", 2);
    zt_arena_drop(arena);
}

/* Sizes and places that do not agree are refused, whichever it is. */
static void test_containers_that_lie(void **state)
{
    (void)state;
    static const struct {
        size_t at;
        unsigned char value;
    } lies[] = {{PACKED, 200}, {PACKED + 3, 0xFF}, {UNPACKED, 3}, {UNPACKED + 3, 0xFF},
                {LOCAL, 5},    {LOCAL + 3, 0xFF},  {CRC, 1},      {ROW, 'x'},
                {ROW + 8, 1},  {ROW + 28, 255}};
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        zt_arena *arena = zt_arena_new();
        zt_diags *diags = zt_diags_new(arena);
        unsigned char bytes[sizeof container];
        memcpy(bytes, container, sizeof bytes);
        bytes[lies[i].at] = lies[i].value;
        zt_str out;
        assert_int_equal(read_member(bytes, &out, arena, diags), ZT_BROKEN);
        bool too_large = lies[i].at == UNPACKED + 3;
        assert_string_equal(zt_diags_at(diags, 0)->code,
                            too_large ? "limit-size" : "xlsx-malformed");
        zt_arena_drop(arena);
    }
}

static void test_what_is_no_container(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_zip zip;
    assert_false(zt_zip_open(diags, "t.xlsx", ZT_STR(""), &zip));
    assert_false(
        zt_zip_open(diags, "t.xlsx", ZT_STR("\xD0\xCF\x11\xE0 an old xls, not a zip"), &zip));
    assert_int_equal(zt_diags_count(diags), 2);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_of_cells),
        cmocka_unit_test(test_a_stored_member),
        cmocka_unit_test(test_containers_that_lie),
        cmocka_unit_test(test_what_is_no_container),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
