/* tests/unit/base/test_folder.c — files that change together. */
#include "cmocka_all.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/folder.h"

typedef struct room {
    char path[64];
    zt_arena *arena;
    zt_diags *diags;
} room;

static int open_room(void **state)
{
    room *r = test_calloc(1, sizeof *r);
    strcpy(r->path, "/tmp/zhitu-folder-XXXXXX");
    r->arena = zt_arena_new();
    r->diags = zt_diags_new(r->arena);
    *state = r;
    return mkdtemp(r->path) ? 0 : -1;
}

static int close_room(void **state)
{
    room *r = *state;
    int error = system(zt_arena_printf(r->arena, "rm -rf %s", r->path));
    zt_arena_drop(r->arena);
    test_free(r);
    return error;
}

static const char *in_room(room *r, const char *name)
{
    return zt_arena_printf(r->arena, "%s/%s", r->path, name);
}

static const char *content(room *r, const char *name)
{
    bool ok;
    zt_str text =
        zt_file_read(r->arena, zt_diags_new(r->arena), ZT_NOWHERE, in_room(r, name), 0, &ok);
    return ok ? text.data : NULL;
}

static void put(room *r, const char *name, const char *text)
{
    FILE *f = fopen(in_room(r, name), "wb");
    assert_non_null(f);
    fputs(text, f);
    assert_int_equal(fclose(f), 0);
}

/* The names in the folder as one word. */
static const char *names(room *r)
{
    zt_buf buf;
    zt_buf_init(&buf, r->arena);
    zt_buf_puts(&buf, "");
    for (char **name = zt_dir_list(r->arena, r->path); *name; name++)
        zt_buf_printf(&buf, "%s ", *name);
    return buf.len ? buf.data : "";
}

static bool write_three(room *r, const char *text)
{
    zt_folder *folder = zt_folder_open(r->arena, r->diags, r->path);
    assert_non_null(folder);
    zt_new_file files[] = {{"a.pdf", text, strlen(text)},
                           {"a.png", text, strlen(text)},
                           {"a.svg", text, strlen(text)}};
    return zt_folder_write(folder, r->diags, files, 3);
}

static void test_all_are_new(void **state)
{
    room *r = *state;
    assert_true(write_three(r, "one"));
    assert_true(write_three(r, "two"));
    assert_string_equal(content(r, "a.pdf"), "two");
    assert_string_equal(content(r, "a.svg"), "two");
    assert_string_equal(names(r), "a.pdf a.png a.svg ");
}

/* The third cannot take its place: a folder has its name. The others are as they were. */
static void test_all_are_old(void **state)
{
    room *r = *state;
    assert_int_equal(mkdir(in_room(r, "a.svg"), 0777), 0);
    put(r, "a.pdf", "old");
    assert_false(write_three(r, "new"));
    assert_string_equal(zt_diags_at(r->diags, 0)->code, "cannot-write");
    assert_non_null(strstr(zt_diags_at(r->diags, 0)->en, "a.svg"));
    assert_string_equal(content(r, "a.pdf"), "old");
    assert_string_equal(names(r), "a.pdf a.svg "); /* no new a.png, nothing staged */
}

/* A link is replaced, what it leads to is not touched. */
static void test_a_link_is_replaced(void **state)
{
    room *r = *state;
    put(r, "target", "mine");
    assert_int_equal(symlink("target", in_room(r, "a.png")), 0);
    assert_true(write_three(r, "new"));
    assert_string_equal(content(r, "target"), "mine");
    assert_string_equal(content(r, "a.png"), "new");
}

/* Killed between two renames: the next to open the folder ends it. */
static void test_a_killed_set_is_ended(void **state)
{
    room *r = *state;
    put(r, "a.pdf", "new");
    put(r, "a.png", "old");
    put(r, ".zhitu-aaaaaaaaaaaa.tmp", "new");
    put(r, ".zhitu-bbbbbbbbbbbb.old", "old");
    put(r, ".zhitu-cccccccccccc.set",
        ".zhitu-dddddddddddd.tmp\t.zhitu-bbbbbbbbbbbb.old\ta.pdf\n"
        ".zhitu-aaaaaaaaaaaa.tmp\t.zhitu-eeeeeeeeeeee.old\ta.png\n");
    assert_non_null(zt_folder_open(r->arena, r->diags, r->path));
    assert_string_equal(content(r, "a.pdf"), "new");
    assert_string_equal(content(r, "a.png"), "new");
    assert_string_equal(names(r), "a.pdf a.png ");
}

/* A list that somebody else wrote moves nothing but what is ours, and nothing out of the folder. */
static void test_a_foreign_list_is_harmless(void **state)
{
    room *r = *state;
    put(r, "mine", "mine");
    put(r, ".zhitu-aaaaaaaaaaaa.tmp", "new");
    put(r, ".zhitu-cccccccccccc.set",
        "mine\t.zhitu-bbbbbbbbbbbb.old\tgone\n"
        ".zhitu-aaaaaaaaaaaa.tmp\t.zhitu-bbbbbbbbbbbb.old\t../out\n"
        ".zhitu-aaaaaaaaaaaa.tmp\tmine\tgone\nrubbish");
    assert_non_null(zt_folder_open(r->arena, r->diags, r->path));
    assert_string_equal(names(r), ".zhitu-aaaaaaaaaaaa.tmp mine ");
}

static void make_old(room *r, const char *name)
{
    put(r, name, "x");
    struct timespec times[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    assert_int_equal(utimensat(AT_FDCWD, in_room(r, name), times, 0), 0);
}

static void test_litter_goes_after_a_day(void **state)
{
    room *r = *state;
    make_old(r, ".zhitu-aaaaaaaaaaaa.tmp");
    make_old(r, ".zhitu-bbbbbbbbbbbb.old");
    make_old(r, ".zhitu-notes");
    make_old(r, "a.tmp");
    put(r, ".zhitu-cccccccccccc.tmp", "of another process");
    assert_non_null(zt_folder_open(r->arena, r->diags, r->path));
    assert_string_equal(names(r), ".zhitu-cccccccccccc.tmp .zhitu-notes a.tmp ");
}

/* While another renames, nothing is tidied: its list is not a dead one's. */
static void test_a_locked_folder_is_not_tidied(void **state)
{
    room *r = *state;
    int fd = open(r->path, O_RDONLY | O_DIRECTORY);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    put(r, ".zhitu-cccccccccccc.set", "");
    assert_non_null(zt_folder_open(r->arena, r->diags, r->path));
    assert_string_equal(names(r), ".zhitu-cccccccccccc.set ");
    close(fd);
    assert_true(write_three(r, "x"));
    assert_string_equal(names(r), "a.pdf a.png a.svg ");
}

static void test_a_folder_that_went_away_is_noticed(void **state)
{
    room *r = *state;
    const char *path = in_room(r, "deep/er");
    zt_folder *folder = zt_folder_open(r->arena, r->diags, path);
    assert_true(zt_folder_is_there(folder));
    assert_int_equal(rmdir(path), 0);
    assert_false(zt_folder_is_there(folder));
}

#define ROOM_TEST(f) cmocka_unit_test_setup_teardown(f, open_room, close_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM_TEST(test_all_are_new),
        ROOM_TEST(test_all_are_old),
        ROOM_TEST(test_a_link_is_replaced),
        ROOM_TEST(test_a_killed_set_is_ended),
        ROOM_TEST(test_a_foreign_list_is_harmless),
        ROOM_TEST(test_litter_goes_after_a_day),
        ROOM_TEST(test_a_locked_folder_is_not_tidied),
        ROOM_TEST(test_a_folder_that_went_away_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
