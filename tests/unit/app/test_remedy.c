/* Edits made in bytes, and the same as a diff; tests/e2e/fix.sh lets patch(1) judge the diff of
   whole documents. */
#include "cmocka_all.h"

#include <string.h>

#include "app/remedy.h"

/* Each character of `what` that stands in the text becomes `put`, as edits. */
static size_t edits_of(zt_edit *edits, zt_str text, const char *what, const char *put)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        if (strchr(what, text.data[i]))
            edits[count++] = (zt_edit){.at = i, .end = i + 1, .put = zt_str_from(put)};
    return count;
}

static const char *diff(zt_arena *arena, const char *text, const char *what, const char *put)
{
    zt_edit edits[20];
    zt_buf out;
    zt_buf_init(&out, arena);
    size_t count = edits_of(edits, zt_str_from(text), what, put);
    zt_edits_diff(&out, "x", zt_str_from(text), edits, count);
    return out.data + strlen("--- x\n+++ x\n");
}

static void test_made(void **state)
{
    zt_arena *arena = *state;
    zt_edit edits[20];
    zt_str text = ZT_STR("aXbXXc");
    size_t count = edits_of(edits, text, "X", "12");
    assert_int_equal(count, 3);
    assert_string_equal(zt_edits_made(arena, text, edits, count).data, "a12b1212c");
    assert_string_equal(zt_edits_made(arena, text, edits, 0).data, "aXbXXc");
    count = edits_of(edits, text, "ac", "");
    assert_string_equal(zt_edits_made(arena, text, edits, count).data, "XbXX");
}

/* One change, with what is there of three lines before and behind. */
static void test_hunk(void **state)
{
    zt_arena *arena = *state;
    assert_string_equal(diff(arena, "X\n", "X", "y"), "@@ -1,1 +1,1 @@\n-X\n+y\n");
    assert_string_equal(diff(arena, "1\n2\n3\n4\naX\n6\n7\n8\n9\n", "X", "y"),
                        "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-aX\n+ay\n 6\n 7\n 8\n");
    assert_string_equal(diff(arena, "aXbX\nc", "X", ""), "@@ -1,2 +1,2 @@\n-aXbX\n+ab\n c\n"
                                                         "\\ No newline at end of file\n");
    assert_string_equal(diff(arena, "cX", "X", ""), "@@ -1,1 +1,1 @@\n-cX\n"
                                                    "\\ No newline at end of file\n+c\n"
                                                    "\\ No newline at end of file\n");
}

/* Six lines between two changes are of one block, seven of two; those behind are counted from where
   the lines then are. */
static void test_hunks(void **state)
{
    zt_arena *arena = *state;
    const char *one = diff(arena, "X\n2\n3\n4\n5\n6\n7\nX\n", "X", "");
    assert_string_equal(one, "@@ -1,8 +1,8 @@\n-X\n+\n 2\n 3\n 4\n 5\n 6\n 7\n-X\n+\n");
    const char *two = diff(arena, "X\n2\n3\n4\n5\n6\n7\n8\nX\n", "X", "a\nb");
    assert_string_equal(two, "@@ -1,4 +1,5 @@\n-X\n+a\n+b\n 2\n 3\n 4\n"
                             "@@ -6,4 +7,5 @@\n 6\n 7\n 8\n-X\n+a\n+b\n");
}

/* Lines one below the other are changed each for itself; two edits of one line together. */
static void test_neighbours(void **state)
{
    zt_arena *arena = *state;
    assert_string_equal(diff(arena, "X\nX\n", "X", "y"), "@@ -1,2 +1,2 @@\n-X\n+y\n-X\n+y\n");
    assert_string_equal(diff(arena, "aX\nXXb\n", "X", "y"),
                        "@@ -1,2 +1,2 @@\n-aX\n+ay\n-XXb\n+yyb\n");
}

/* A cut that goes over a line feed joins two lines. */
static void test_joined(void **state)
{
    zt_arena *arena = *state;
    zt_str text = ZT_STR("1\n2\n3\n");
    zt_edit edit = {.at = 1, .end = 3, .put = ZT_STR("")};
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_edits_diff(&out, "x", text, &edit, 1);
    assert_string_equal(out.data, "--- x\n+++ x\n@@ -1,3 +1,2 @@\n-1\n-2\n+1\n 3\n");
}

static int begin(void **state)
{
    *state = zt_arena_new();
    return 0;
}

static int end(void **state)
{
    zt_arena_drop(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_made), cmocka_unit_test(test_hunk), cmocka_unit_test(test_hunks),
        cmocka_unit_test(test_neighbours), cmocka_unit_test(test_joined)};
    return cmocka_run_group_tests(tests, begin, end);
}
