/* tests/unit/font/test_faces.c — finding, cache, lock. */
#include <sys/stat.h>

#include "base/file.h"
#include "unit/font/font_help.h"

static void test_finds_the_face_asked_for(void **state)
{
    zt_session *s = *state;
    zt_fonts *fonts = fonts_with(s, false, false);
    const zt_face *face = find_serif(s, fonts);
    assert_non_null(face);
    assert_string_equal(zt_face_ps_name(face), "NotoSerifCJKsc-Regular");
    assert_string_equal(zt_face_version(face), "2.001");
    assert_int_equal(zt_face_index(face), 2);
    assert_true(zt_face_is_cff(face));
    assert_ptr_equal(face, find_serif(s, fonts));
    const zt_face *black = zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "Noto Sans CJK SC", 900);
    assert_string_equal(zt_face_ps_name(black), "NotoSansCJKsc-Black");
    assert_int_equal(zt_fonts_file_count(fonts), 2);
    assert_string_equal(zt_fonts_file(fonts, 0), zt_face_path(face));
    assert_int_equal(zt_diags_count(s->diags), 0);
}

/* R121: of a collection the SC face, index 2; those of other regions are refused by name. */
static void test_r121_sc_face_only(void **state)
{
    zt_session *s = *state;
    zt_fonts *fonts = fonts_with(s, false, false);
    const zt_face *serif = find_serif(s, fonts);
    const zt_face *sans = zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "Noto Sans CJK SC", 700);
    assert_int_equal(zt_face_index(serif), 2);
    assert_int_equal(zt_face_index(sans), 2);
    assert_string_equal(zt_face_ps_name(sans), "NotoSansCJKsc-Bold");
    static const char *const refused[] = {"Noto Sans CJK JP", "Noto Serif CJK TC",
                                          "Noto Sans CJK KR", "Source Han Serif HK"};
    for (size_t i = 0; i < 4; i++) {
        assert_null(zt_fonts_find(fonts, s->diags, (zt_pos){"theme.xml", 5, 9}, refused[i], 400));
        assert_null(zt_fonts_find(fonts, s->diags, ZT_NOWHERE, refused[i], 400));
        assert_int_equal(zt_diags_count(s->diags), i + 1); /* once */
        assert_string_equal(zt_diags_at(s->diags, i)->code, "font-region");
        assert_int_equal(zt_diags_at(s->diags, i)->pos.line, 5);
    }
    assert_non_null(strstr(zt_diags_at(s->diags, 0)->en, "“Noto Sans CJK SC”"));
}

/* A fallback that is tried says nothing; asked for in earnest it is missed, once. */
static void test_tried_face_may_be_absent(void **state)
{
    zt_session *s = *state;
    zt_fonts *fonts = fonts_with(s, false, false);
    assert_null(zt_fonts_try(fonts, s->diags, ZT_NOWHERE, "No Such Family", 400));
    assert_int_equal(zt_diags_count(s->diags), 0);
    assert_null(zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "No Such Family", 400));
    assert_null(zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "No Such Family", 400));
    assert_int_equal(zt_diags_count(s->diags), 1);
    assert_string_equal(zt_diags_at(s->diags, 0)->code, "font-missing");
}

/* fontconfig would give something for any name: we must not. */
static void test_never_replaced(void **state)
{
    zt_session *s = *state;
    zt_fonts *fonts = fonts_with(s, false, false);
    zt_pos at = {"theme.xml", 5, 9};
    assert_null(zt_fonts_find(fonts, s->diags, at, "Noto Serif CJK SS", 400));
    assert_null(zt_fonts_find(fonts, s->diags, at, "Noto Serif CJK SC", 450));
    assert_null(zt_fonts_find(fonts, s->diags, at, "Noto Serif CJK SS", 400));
    assert_int_equal(zt_diags_count(s->diags), 2); /* once a family and weight */
    const zt_diag *d = zt_diags_at(s->diags, 0);
    assert_string_equal(d->code, "font-missing");
    assert_int_equal(d->blame, ZT_BLAME_ENVIRONMENT);
    assert_int_equal(d->pos.line, 5);
    assert_non_null(strstr(d->en, "Noto Serif CJK SC"));
    assert_non_null(strstr(zt_diags_at(s->diags, 1)->en, "400"));
}

static void test_cache_answers_alone(void **state)
{
    zt_session *s = *state;
    zt_fonts *first = fonts_with(s, false, true);
    const zt_face *face = find_serif(s, first);
    zt_fonts_save_cache(first);
    assert_non_null(first->fc);
    zt_fonts *second = fonts_with(s, false, true);
    const zt_face *again = find_serif(s, second);
    assert_null(second->fc); /* fontconfig was not opened */
    assert_string_equal(zt_face_path(again), zt_face_path(face));
    assert_string_equal(zt_face_ps_name(again), zt_face_ps_name(face));
    assert_string_equal(zt_face_version(again), zt_face_version(face));
}

static const char *serif_by_cache(zt_session *s, bool *asked)
{
    zt_fonts *fonts = fonts_with(s, false, true);
    const zt_face *face = find_serif(s, fonts);
    assert_non_null(face);
    *asked = fonts->fc != NULL;
    zt_fonts_save_cache(fonts);
    return zt_face_path(face);
}

/* The cached file is still there, but fontconfig would say another one, or could. */
static void test_cache_holds_for_one_setup(void **state)
{
    zt_session *s = *state;
    bool asked;
    const char *installed = serif_by_cache(s, &asked);
    const char *config = in_folder(s, "fonts.conf"), *own = in_folder(s, "own");
    const char *copy = in_folder(s, "own/copy.ttc"), *more = in_folder(s, "own/more.ttc");
    write_file(config, zt_arena_printf(s->arena, "<fontconfig><dir>%s</dir></fontconfig>", own));
    assert_int_equal(mkdir(own, 0700), 0);
    assert_int_equal(symlink(installed, copy), 0);
    setenv("FONTCONFIG_FILE", config, 1);
    assert_string_equal(serif_by_cache(s, &asked), copy);
    assert_string_equal(serif_by_cache(s, &asked), copy);
    assert_false(asked);
    assert_int_equal(symlink(installed, more), 0); /* a font is installed */
    assert_string_equal(serif_by_cache(s, &asked), copy);
    assert_true(asked);
    serif_by_cache(s, &asked);
    assert_false(asked);
    write_file(config, "<fontconfig></fontconfig>"); /* its folder is taken from it */
    assert_null(find_serif(s, fonts_with(s, false, true)));
    unsetenv("FONTCONFIG_FILE");
    assert_string_equal(serif_by_cache(s, &asked), installed);
    assert_true(asked);
    unlink(copy);
    unlink(more);
    rmdir(own);
    unlink(config);
}

/* A cache that no longer agrees with the disk is asked in vain. */
static void test_stale_cache(void **state)
{
    zt_session *s = *state;
    zt_fonts *first = fonts_with(s, false, true);
    const char *path = zt_face_path(find_serif(s, first));
    write_file(
        in_folder(s, "cache"),
        zt_arena_printf(s->arena,
                        "# zhitu font cache 1\t\t0\nNoto Serif CJK SC\t400\t%s\t2\t1\t1\tX\t9\n"
                        "rubbish\n\t\t\n",
                        path));
    zt_fonts *second = fonts_with(s, false, true);
    assert_string_equal(zt_face_ps_name(find_serif(s, second)), "NotoSerifCJKsc-Regular");
    assert_non_null(second->fc);
    assert_int_equal(zt_diags_count(s->diags), 0);
}

static void test_lock_is_written_and_verified(void **state)
{
    zt_session *s = *state;
    zt_font_entry wanted[] = {{.family = "Noto Serif CJK SC", .weight = 400},
                              {.family = "Noto Sans CJK SC", .weight = 700}};
    assert_true(zt_fonts_lock(fonts_with(s, true, true), s->diags, wanted, 2));
    bool ok = false;
    zt_str text = zt_file_read(s->arena, s->diags, ZT_NOWHERE, in_folder(s, "lock"), 0, &ok);
    assert_true(ok);
    assert_non_null(strstr(text.data, "Noto Sans CJK SC\t700\tNotoSansCJKsc-Bold\t2.004\t"));
    assert_null(strchr(text.data + 40, '/')); /* no path */
    assert_true(strstr(text.data, "Sans") < strstr(text.data, "Serif"));
    zt_fonts *fonts = fonts_with(s, true, true);
    assert_true(zt_fonts_verify(fonts, s->diags));
    assert_non_null(find_serif(s, fonts));
    assert_int_equal(zt_diags_count(s->diags), 0);
    /* a face that is not in the lock is used, and said */
    zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "Noto Sans CJK SC", 400);
    assert_string_equal(zt_diags_at(s->diags, 0)->code, "font-not-locked");
    assert_int_equal(zt_diags_at(s->diags, 0)->severity, ZT_WARNING);
}

static void test_lock_mismatch(void **state)
{
    zt_session *s = *state;
    write_file(in_folder(s, "lock"),
               "Noto Serif CJK SC\t400\tNotoSerifCJKsc-Regular\t1.000\t00\n"
               "Noto Sans CJK SC\t700\tNotoSansCJKsc-Bold\t2.004\t"
               "00000000000000000000000000000000000000000000000000000000000000ff\n");
    zt_fonts *fonts = fonts_with(s, true, false);
    assert_null(find_serif(s, fonts)); /* the version tells it without a hash */
    const zt_diag *d = zt_diags_at(s->diags, 0);
    assert_string_equal(d->code, "lock-mismatch");
    assert_int_equal(d->blame, ZT_BLAME_ENVIRONMENT);
    assert_non_null(strstr(d->en, "2.001"));
    /* right names alone are not enough: the file is not the one of the lock */
    assert_null(zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "Noto Sans CJK SC", 700));
    assert_int_equal(zt_diags_count(s->diags), 2);
    assert_false(zt_fonts_verify(fonts, s->diags)); /* says nothing twice */
    assert_int_equal(zt_diags_count(s->diags), 2);
    /* another document of the session is told as well */
    zt_diags *next = zt_diags_new(s->arena);
    assert_null(find_serif(s, fonts));
    assert_null(zt_fonts_find(fonts, next, ZT_NOWHERE, "Noto Serif CJK SC", 400));
    assert_int_equal(zt_diags_count(next), 1);
}

static void test_bad_lock_names_its_line(void **state)
{
    zt_session *s = *state;
    write_file(in_folder(s, "lock"), "# head\n\nNoto Serif CJK SC 400\n");
    find_serif(s, fonts_with(s, true, false));
    assert_string_equal(zt_diags_at(s->diags, 0)->code, "bad-lock");
    assert_int_equal(zt_diags_at(s->diags, 0)->pos.line, 3);
}

static void test_installed_are_sorted(void **state)
{
    zt_session *s = *state;
    zt_font_entry *all;
    size_t count = zt_fonts_installed(s->arena, NULL, &all), serif = 0;
    for (size_t i = 0; i < count; i++) {
        serif += strcmp(all[i].family, "Noto Serif CJK SC") == 0;
        if (i > 0)
            assert_true(strcmp(all[i - 1].family, all[i].family) <= 0);
    }
    assert_true(serif >= 2);
}

/* The newsroom's own copy wins over the system's. */
static void test_own_folder_comes_first(void **state)
{
    zt_session *s = *state;
    zt_fonts *fonts = fonts_with(s, false, false);
    const char *system_path = zt_face_path(find_serif(s, fonts));
    assert_int_equal(symlink(system_path, in_folder(s, "copy.ttc")), 0);
    zt_font_options options = {.folder = s->folder};
    zt_fonts *own = zt_fonts_new(s->arena, &options);
    assert_string_equal(zt_face_path(find_serif(s, own)), in_folder(s, "copy.ttc"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {SESSION_TEST(test_finds_the_face_asked_for),
                                       SESSION_TEST(test_never_replaced),
                                       SESSION_TEST(test_cache_answers_alone),
                                       SESSION_TEST(test_cache_holds_for_one_setup),
                                       SESSION_TEST(test_stale_cache),
                                       SESSION_TEST(test_lock_is_written_and_verified),
                                       SESSION_TEST(test_lock_mismatch),
                                       SESSION_TEST(test_bad_lock_names_its_line),
                                       SESSION_TEST(test_installed_are_sorted),
                                       SESSION_TEST(test_own_folder_comes_first),
                                       SESSION_TEST(test_r121_sc_face_only),
                                       SESSION_TEST(test_tried_face_may_be_absent)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
