/* tests/unit/base/test_system.c — arenas, diagnostics, files, inks. */
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/ink.h"

static void append_a(void *obj)
{
    strcat(obj, "a");
}

static void append_b(void *obj)
{
    strcat(obj, "b");
}

static void test_finalisers_run_last_in_first_out(void **state)
{
    (void)state;
    char order[8] = "";
    zt_arena *arena = zt_arena_new();
    zt_arena_on_drop(arena, append_a, order);
    zt_arena_on_drop(arena, append_b, order);
    zt_arena_drop(arena);
    assert_string_equal(order, "ba");
}

static void test_arena_memory_is_zeroed_and_apart(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    for (int round = 0; round < 3; round++) {
        unsigned char *last = NULL;
        for (size_t size = 1; size < 200000; size = size * 3 + 1) {
            unsigned char *p = zt_arena_alloc(arena, size);
            assert_int_equal((uintptr_t)p % 16, 0);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(p[i], 0);
            memset(p, 0xAA, size);
            if (last)
                assert_int_equal(*last, 0xAA);
            last = p;
        }
        zt_arena_reset(arena);
    }
    zt_arena_drop(arena);
}

static void test_diags_sort_and_drop_doubles(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_pos late = {"x.xml", 9, 2}, early = {"x.xml", 3, 7};
    zt_report(diags, ZT_ERROR, "late", late, "%d", "%d", 1);
    zt_report(diags, ZT_WARNING, "early", early, "%d", "%d", 2);
    zt_report(diags, ZT_ERROR, "late", late, "%d", "%d", 1);
    zt_diags_sort(diags);
    assert_int_equal(zt_diags_count(diags), 2);
    assert_string_equal(zt_diags_at(diags, 0)->code, "early");
    assert_true(zt_diags_failed(diags));
    zt_diags_rewind(diags, 1);
    assert_false(zt_diags_failed(diags));
    zt_arena_drop(arena);
}

static void test_diags_are_raised_and_repeated(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena), *others = zt_diags_new(arena);
    zt_pos at = {"x.xml", 3, 7};
    zt_report(diags, ZT_NOTE, "omitted", at, "%d", "%d", 1);
    zt_report(diags, ZT_NOTE, "other", at, "%d", "%d", 1);
    assert_false(zt_diags_failed(diags));
    zt_diags_raise(diags, "omitted", ZT_ERROR);
    assert_true(zt_diags_failed(diags));
    zt_diags_raise(diags, "omitted", ZT_WARNING); /* never lowers */
    assert_int_equal(zt_diags_at(diags, 0)->severity, ZT_ERROR);
    assert_int_equal(zt_diags_at(diags, 1)->severity, ZT_NOTE);
    zt_report_env(others, "lock-mismatch", ZT_NOWHERE, "%d", "%d", 2);
    zt_diags_repeat(diags, zt_diags_at(others, 0), at);
    zt_diags_repeat(diags, zt_diags_at(others, 0), ZT_NOWHERE); /* said already */
    assert_int_equal(zt_diags_count(diags), 3);
    assert_int_equal(zt_diags_at(diags, 2)->pos.line, 3);
    assert_int_equal(zt_diags_at(diags, 2)->blame, ZT_BLAME_ENVIRONMENT);
    zt_diags *third = zt_diags_new(arena);
    zt_diags_repeat(third, zt_diags_at(others, 0), at);
    assert_true(zt_diags_failed(third));
    zt_arena_drop(arena);
}

static void test_write_replaces_whole_files_only(void **state)
{
    (void)state;
    char dir[] = "/tmp/zhitu-test-XXXXXX";
    assert_non_null(mkdtemp(dir));
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    char *path = zt_path_join(arena, dir, "a.txt");
    assert_true(zt_file_write(diags, path, "one", 3));
    assert_true(zt_file_write(diags, path, "two", 3));
    bool ok;
    assert_true(zt_str_is(zt_file_read(arena, diags, ZT_NOWHERE, path, 0, &ok), "two"));
    char *taken = zt_path_join(arena, dir, "taken");
    assert_true(zt_dir_make(diags, zt_path_join(arena, taken, "deep/er")));
    assert_false(zt_file_write(diags, taken, "x", 1)); /* a folder stands there */
    assert_string_equal(zt_diags_at(diags, 0)->code, "cannot-write");
    assert_int_equal(zt_diags_at(diags, 0)->blame, ZT_BLAME_ENVIRONMENT);
    char **names = zt_dir_list(arena, dir);
    assert_string_equal(names[0], "a.txt");
    assert_string_equal(names[1], "taken");
    assert_null(names[2]); /* no temporary file is left */
    assert_true(zt_path_is_below(path, dir));
    assert_false(zt_path_is_below("/etc/hostname", dir));
    assert_false(zt_path_is_below(zt_path_join(arena, dir, "../../etc/hostname"), dir));
    zt_file_read(arena, diags, ZT_NOWHERE, path, 2, &ok);
    assert_false(ok);
    char *command = zt_arena_printf(arena, "rm -r %s", dir);
    assert_int_equal(system(command), 0);
    zt_arena_drop(arena);
}

/* What is mapped reads as what is read, also after its memory was given back. */
static void test_a_mapped_file_is_the_file(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const char *file = ZT_SOURCE_DIR "/gen/LAYERS";
    bool ok = false;
    zt_str read = zt_file_read(arena, zt_diags_new(arena), ZT_NOWHERE, file, 0, &ok);
    assert_true(ok);
    zt_str mapped = zt_file_map(arena, file, read.len);
    assert_true(zt_str_equal(mapped, read));
    zt_file_map_rest(mapped);
    assert_true(zt_str_equal(mapped, read));
    assert_int_equal(zt_file_map(arena, file, read.len - 1).len, 0);
    assert_int_equal(zt_file_map(arena, "no/such/file", read.len).len, 0);
    assert_int_equal(zt_file_map(arena, "/", read.len).len, 0);
    zt_file_map_rest((zt_str){0});
    zt_arena_drop(arena);
}

static void test_inks(void **state)
{
    (void)state;
    const double key[4] = {0, 0, 0, 1}, none[4] = {0, 0, 0, 0};
    assert_true(zt_rgb_luminance(zt_rgb_from_cmyk(key)) < 0.02);
    assert_true(zt_rgb_luminance(zt_rgb_from_cmyk(none)) > 0.999);
    zt_ink accent = {.cmyk = {0, 0.92, 0.82, 0}};
    assert_true(zt_paint_coverage(ZT_SOLID(&accent)) > 173.9 &&
                zt_paint_coverage(ZT_SOLID(&accent)) < 174.1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_finalisers_run_last_in_first_out),
                                       cmocka_unit_test(test_arena_memory_is_zeroed_and_apart),
                                       cmocka_unit_test(test_diags_sort_and_drop_doubles),
                                       cmocka_unit_test(test_diags_are_raised_and_repeated),
                                       cmocka_unit_test(test_write_replaces_whole_files_only),
                                       cmocka_unit_test(test_a_mapped_file_is_the_file),
                                       cmocka_unit_test(test_inks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
