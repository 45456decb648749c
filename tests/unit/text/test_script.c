/* tests/unit/text/test_script.c — Tibetan, Uyghur and Mongolian in a Chinese line: faces, order,
   clusters, breaks; emoji and characters that no font has. */
#include "unit/text/para_help.h"

#define TIBETAN "བོད་ལྗོངས་"
#define UYGHUR "شىنجاڭ ئۇيغۇر"
#define MONGOLIAN "ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ"

/* The fallbacks of the theme chongqing; skips where fonts-noto-core is not installed. */
static void need_scripts(zt_bench *b)
{
    static const char *const families[] = {"Noto Serif Tibetan", "Noto Naskh Arabic",
                                           "Noto Sans Mongolian"};
    for (size_t i = 0; i < 3; i++) {
        if (!zt_fonts_try(b->fonts, b->diags, ZT_NOWHERE, families[i], 400))
            skip();
        bench_fall_back(b, families[i], 400);
    }
}

static const zt_glyphs *nth_run(const zt_scene *scene, size_t n)
{
    const zt_item *item = scene->root->first;
    while (item && n-- > 0)
        item = item->next;
    return (const zt_glyphs *)item;
}

static zt_scene *place(zt_bench *b, const char *text, double em)
{
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_para_place(set_text(b, text, em), scene, scene->root, 100, 50, 0, SIZE_MAX);
    return scene;
}

static void assert_run(const zt_glyphs *run, const char *text, const char *family)
{
    assert_non_null(run);
    assert_int_equal(run->text.len, strlen(text));
    assert_memory_equal(run->text.data, text, run->text.len);
    assert_string_equal(zt_face_family(run->face), family);
}

/* Glyphs stand from left to right without gaps, whatever the order of their text. */
static void assert_goes_right(const zt_glyphs *run)
{
    for (size_t i = 0; i + 1 < run->glyph_count; i++)
        if (run->glyphs[i].advance > 0 && run->glyphs[i + 1].advance > 0)
            assert_near(run->glyphs[i].x + run->glyphs[i].advance, run->glyphs[i + 1].x, 1e-6);
}

static void test_scripts_have_their_faces(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    zt_scene *scene = place(b, "藏" TIBETAN "维" UYGHUR "蒙" MONGOLIAN "。", 40);
    assert_run(nth_run(scene, 0), "藏", "Noto Serif CJK SC");
    assert_run(nth_run(scene, 1), TIBETAN, "Noto Serif Tibetan");
    assert_run(nth_run(scene, 3), UYGHUR, "Noto Naskh Arabic");
    assert_run(nth_run(scene, 5), MONGOLIAN, "Noto Sans Mongolian");
    assert_run(nth_run(scene, 6), "。", "Noto Serif CJK SC");
    assert_int_equal(zt_diags_count(b->diags), 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(zt_diags_at(b->diags, i)->code, "glyph-fallback");
        assert_int_equal(zt_diags_at(b->diags, i)->severity, ZT_NOTE);
    }
    assert_int_equal(zt_diags_at(b->diags, 1)->pos.column, 7 + 12); /* where the Uyghur begins */
}

/* Vowels and stacked letters of Tibetan are one cluster with their base; nothing stays apart. */
static void test_tibetan_stacks(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    zt_trace trace = zt_para_trace(set_text(b, "བོད་སྐྱོང་", 40));
    assert_int_equal(trace.count, 10);
    static const bool whole[] = {true, false, true, true, true, false, false, false, true, true};
    for (size_t i = 0; i < trace.count; i++)
        assert_int_equal(trace.advances[i] > 0, whole[i]);
    assert_near(zt_para_trace(set_text(b, "སྐྱོ", 40)).advances[0], trace.advances[4], 1e-9);
}

static void test_tibetan_breaks_after_tsheg(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    assert_string_equal(breaks(b, "བོད་རང་སྐྱོང"), "xxx/xx/xxxx");
    assert_string_equal(breaks(b, "在ལྷ་ས།市"), "/xx/x/"); /* never before the shad */
    assert_string_equal(lines(b, "西藏自治区བོད་རང་སྐྱོང་ལྗོངས", 8), "西藏自治区བོད་རང་|སྐྱོང་ལྗོངས");
}

static void test_uyghur_breaks_at_blanks(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    assert_string_equal(breaks(b, "شىن ئۇي"), "xxx/xx");
    assert_string_equal(breaks(b, "在شىن、新"), "/xxx/");
}

/* The first letter stands at the right end; letters join, so their forms differ from the ones they
   have alone. */
static void test_uyghur_runs_leftwards(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    const zt_glyphs *run = nth_run(place(b, "维" UYGHUR "尔", 40), 1);
    assert_run(run, UYGHUR, "Noto Naskh Arabic");
    assert_goes_right(run);
    assert_int_equal(run->glyphs[run->glyph_count - 1].cluster, 0);
    for (size_t i = 0; i + 1 < run->glyph_count; i++)
        assert_true(run->glyphs[i].cluster >= run->glyphs[i + 1].cluster);
    assert_near(run->origin.x, 110, 0.01); /* after 维 */
    const zt_glyphs *after = nth_run(place(b, "维" UYGHUR "尔", 40), 2);
    const zt_glyph *last = &run->glyphs[run->glyph_count - 1];
    assert_near(after->origin.x, run->origin.x + last->x + last->advance, 1e-6);
    const zt_glyphs *sheen = nth_run(place(b, "ش", 40), 0);
    assert_true(sheen->glyphs[0].id != last->id);
}

/* The line and its list of names run to the right, each name its own way. */
static void test_list_of_uyghur_names(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    zt_scene *scene = place(b, "شىن、ئۇي、尔", 40);
    assert_run(nth_run(scene, 0), "شىن", "Noto Naskh Arabic");
    assert_run(nth_run(scene, 1), "、", "Noto Serif CJK SC");
    assert_run(nth_run(scene, 2), "ئۇي", "Noto Naskh Arabic");
    assert_true(nth_run(scene, 0)->origin.x < nth_run(scene, 1)->origin.x);
    assert_true(nth_run(scene, 1)->origin.x < nth_run(scene, 2)->origin.x);
}

/* A number among right-to-left words keeps its own order, and the words stand on both sides of it:
   UAX #9. */
static void test_number_in_uyghur(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    zt_scene *scene = place(b, "年شىن 2022 ئۇي年", 40);
    const zt_glyphs *first = nth_run(scene, 1), *number = NULL, *last = NULL;
    for (size_t i = 0; nth_run(scene, i); i++) {
        const zt_glyphs *run = nth_run(scene, i);
        if (run->text.len == 4 && memcmp(run->text.data, "2022", 4) == 0)
            number = run;
        if (run->text.len >= 6 && memcmp(run->text.data, "ئۇي", 6) == 0)
            last = run;
    }
    assert_non_null(number);
    assert_non_null(last);
    assert_true(last->origin.x < number->origin.x && number->origin.x < first->origin.x);
    assert_true(number->glyphs[0].cluster < number->glyphs[3].cluster);
    assert_goes_right(number);
}

/* Justified or tracked, letters that join are not pulled apart. */
static void test_joined_letters_stay_joined(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    const zt_glyphs *plain = nth_run(place(b, "维شىنجاڭ尔", 40), 1);
    b->text.tracking = 0.2;
    const zt_glyphs *tracked = nth_run(place(b, "维شىنجاڭ尔", 40), 1);
    b->text.tracking = 0;
    b->para.align = ZT_ALIGN_SPREAD;
    const zt_glyphs *spread = nth_run(place(b, "维شىنجاڭ尔", 40), 1);
    for (size_t i = 0; i < plain->glyph_count; i++) {
        assert_near(tracked->glyphs[i].x, plain->glyphs[i].x, 1e-6);
        assert_near(spread->glyphs[i].x, plain->glyphs[i].x, 1e-6);
    }
}

/* Mongolian letters take the forms of their place in the word; endings after U+202F belong to it.
 */
static void test_mongolian_forms(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    const zt_glyphs *alone = nth_run(place(b, "ᠮ", 40), 0);
    const zt_glyphs *word = nth_run(place(b, "ᠮᠣᠩᠭᠣᠯ", 40), 0);
    assert_true(word->glyphs[0].id != alone->glyphs[0].id);
    const zt_glyphs *ending = nth_run(place(b, "ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ", 40), 0);
    assert_true(ending->text.len == strlen("ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ"));
}

/* In columns they lie turned along the line. */
static void test_scripts_in_columns(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    b->para.vertical = true;
    b->para.leading = 20;
    zt_scene *scene = place(b, "蒙" MONGOLIAN "古", 30);
    assert_true(nth_run(scene, 0)->vertical);
    assert_true(nth_run(scene, 1)->rotated);
    assert_run(nth_run(scene, 1), MONGOLIAN, "Noto Sans Mongolian");
}

/* Two styles, two items; still one word with joined forms. */
static void test_style_changes_within_a_word(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    zt_text_style red = b->text;
    zt_run runs[] = {{.text = ZT_STR("شى"), .style = &b->text},
                     {.text = ZT_STR("ن"), .style = &red}};
    zt_para *para = zt_para_break(b->arena, b->diags, runs, 2, &b->para, 300);
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_para_place(para, scene, scene->root, 0, 0, 0, SIZE_MAX);
    const zt_glyphs *end = nth_run(scene, 1), *alone = nth_run(place(b, "ن", 40), 0);
    assert_true(end->glyphs[0].id != alone->glyphs[0].id);
    assert_true(end->origin.x < nth_run(scene, 0)->origin.x);
}

static const zt_diag *only_error(zt_bench *b, const char *text)
{
    zt_diags_rewind(b->diags, 0);
    place(b, text, 40);
    assert_int_equal(zt_diags_severity_count(b->diags, ZT_ERROR), 1);
    const zt_diag *d = zt_diags_at(b->diags, zt_diags_count(b->diags) - 1);
    assert_string_equal(d->code, "glyph-missing");
    return d;
}

static void test_emoji_refused(void **state)
{
    zt_bench *b = *state;
    assert_non_null(strstr(only_error(b, "好😀")->en, "emoji “😀” (U+1F600)"));
    assert_non_null(strstr(only_error(b, "到🚄站")->zh, "表情符号“🚄”（U+1F684）"));
    assert_non_null(strstr(only_error(b, "拨☎\uFE0F打")->en, "U+260E")); /* asked for as an emoji */
    zt_diags_rewind(b->diags, 0);
    place(b, "拨①★打", 40);
    assert_int_equal(zt_diags_count(b->diags), 0);
}

/* R128: the message names character, code point, whose text it is, and the fonts tried. */
static void test_r128_missing_glyph_is_an_error(void **state)
{
    zt_bench *b = *state;
    const zt_face *droid = zt_fonts_try(b->fonts, b->diags, ZT_NOWHERE, "Droid Sans Fallback", 400);
    if (!droid || zt_face_glyph(droid, 0x2CD8B))
        skip();
    b->text.face = droid;
    b->text.block = "title";
    b->text.part = "text";
    const zt_diag *d = only_error(b, "丁𬶋鱼");
    assert_non_null(strstr(d->en, "<title> text: no glyph for “𬶋” (U+2CD8B)"));
    assert_non_null(strstr(d->en, "fonts tried: Droid Sans Fallback 400;"));
    assert_int_equal(d->pos.line, 3);
    assert_int_equal(d->pos.column, 8);
    bench_fall_back(b, "DejaVu Sans", 400);
    bench_fall_back(b, "No Such Family", 400); /* absent, and no reason: not mentioned */
    assert_null(strstr(only_error(b, "丁𬶋鱼")->en, "No Such Family"));
}

/* With the font absent the reason is said: the font, where the theme asks for it. */
static void test_absent_font_of_a_script(void **state)
{
    zt_bench *b = *state;
    bench_fall_back(b, "No Such Tibetan", 400);
    place(b, "藏བོད", 40);
    assert_int_equal(zt_diags_severity_count(b->diags, ZT_ERROR), 3);
    bool font = false;
    for (size_t i = 0; i < zt_diags_count(b->diags); i++)
        font |= strcmp(zt_diags_at(b->diags, i)->code, "font-missing") == 0;
    assert_true(font);
}

/* A fallback that nothing needs is not opened. */
static void test_unused_fallbacks_stay_closed(void **state)
{
    zt_bench *b = *state;
    need_scripts(b);
    zt_fonts *fonts = zt_fonts_new(b->arena, NULL);
    b->text.face = zt_fonts_find(fonts, b->diags, ZT_NOWHERE, "Noto Serif CJK SC", 400);
    b->text.fonts = fonts;
    place(b, "内蒙古、西藏", 40);
    assert_int_equal(zt_fonts_file_count(fonts), 1);
    place(b, "西藏" TIBETAN, 40);
    assert_int_equal(zt_fonts_file_count(fonts), 2); /* the first that has it ends the search */
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_scripts_have_their_faces),
                                       BENCH_TEST(test_tibetan_stacks),
                                       BENCH_TEST(test_tibetan_breaks_after_tsheg),
                                       BENCH_TEST(test_uyghur_breaks_at_blanks),
                                       BENCH_TEST(test_uyghur_runs_leftwards),
                                       BENCH_TEST(test_list_of_uyghur_names),
                                       BENCH_TEST(test_number_in_uyghur),
                                       BENCH_TEST(test_joined_letters_stay_joined),
                                       BENCH_TEST(test_mongolian_forms),
                                       BENCH_TEST(test_scripts_in_columns),
                                       BENCH_TEST(test_style_changes_within_a_word),
                                       BENCH_TEST(test_emoji_refused),
                                       BENCH_TEST(test_r128_missing_glyph_is_an_error),
                                       BENCH_TEST(test_absent_font_of_a_script),
                                       BENCH_TEST(test_unused_fallbacks_stay_closed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
