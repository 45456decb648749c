/* Photographs and marked text as the model reads them. */
#include "read.h"

#include <math.h>
#include <string.h>

static const zt_photo *photo_of(const reading *r)
{
    assert_int_equal(r->doc->block_count, 1);
    assert_string_equal(r->doc->blocks[0].name, "photo");
    return r->doc->blocks[0].content;
}

static void test_a_draft_may_lack_its_picture(void **state)
{
    (void)state;
    reading r = read_body("<photo src=\"no-such.jpg\"><caption writing=\"vertical\" "
                          "date=\"2022-06-29\">广阳岛。</caption><credit>记者 苏思 "
                          "摄/视觉重庆</credit></photo>",
                          NULL);
    const zt_photo *photo = photo_of(&r);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "photo-missing");
    assert_int_equal(zt_diags_at(r.diags, 0)->severity, ZT_NOTE);
    assert_null(photo->picture);
    assert_non_null(strstr(photo->path, "no-such.jpg")); /* for make, which waits for it */
    assert_int_equal(photo->writing, ZT_WRITING_VERTICAL);
    assert_true(photo->has_date && photo->brief); /* of the year of the issue */
    assert_string_equal(plain(&r, &photo->credit), "记者 苏思 摄/视觉重庆");
    assert_string_equal(plain(&r, &r.doc->blocks[0].alt), "照片：6月29日，广阳岛。");
    drop(&r);
}

static void test_a_final_version_needs_it(void **state)
{
    (void)state;
    zt_model_options options = {.final = true};
    reading r = read_body("<photo src=\"no-such.jpg\"/>", &options);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "photo-missing");
    assert_int_equal(zt_diags_at(r.diags, 0)->severity, ZT_ERROR);
    assert_int_equal(zt_diags_at(r.diags, 0)->pos.line, 2);
    drop(&r);
}

/* A placeholder that is meant: no name of a file. */
static void test_no_src(void **state)
{
    (void)state;
    reading r = read_body("<photo><caption>广阳岛。</caption></photo>", NULL);
    assert_int_equal(zt_diags_severity_count(r.diags, ZT_NOTE), 1);
    assert_false(zt_diags_failed(r.diags));
    assert_null(photo_of(&r)->picture);
    drop(&r);
    zt_model_options options = {.final = true};
    r = read_body("<photo/>", &options);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "photo-missing");
    drop(&r);
}

static void test_crop_and_focus(void **state)
{
    (void)state;
    reading r = read_body("<photo crop=\"10 12.5 0 7.5\" focus=\"25 80\"/>", NULL);
    assert_false(zt_diags_failed(r.diags));
    const zt_photo *photo = photo_of(&r);
    assert_true(fabs(photo->crop.x - 0.075) < 1e-9);
    assert_true(fabs(photo->crop.y - 0.1) < 1e-9);
    assert_true(fabs(photo->crop.w - 0.8) < 1e-9);
    assert_true(fabs(photo->crop.h - 0.9) < 1e-9);
    assert_true(fabs(photo->focus.x - 0.25) < 1e-9);
    assert_true(fabs(photo->focus.y - 0.8) < 1e-9);
    drop(&r);
    static const char *const bad[] = {
        "<photo crop=\"10 10 10\"/>",      "<photo crop=\"10 10 10 x\"/>",
        "<photo crop=\"-1 0 0 0\"/>",      "<photo crop=\"0 60 0 40\"/>",
        "<photo focus=\"50 101\"/>",       "<photo focus=\"50\"/>",
        "<photo crop=\"10 10 10 10 10\"/>"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        r = read_body(bad[i], NULL);
        assert_int_equal(zt_diags_severity_count(r.diags, ZT_ERROR), 1);
        assert_string_equal(zt_diags_at(r.diags, 1)->code, "bad-number");
        assert_true(fabs(photo_of(&r)->crop.w - 1) < 1e-9);
        drop(&r);
    }
}

static void test_not_outside_the_root(void **state)
{
    (void)state;
    static const char *const bodies[] = {"<photo src=\"/etc/passwd\"/>",
                                         "<photo src=\"../../../../../../../../etc/passwd\"/>"};
    for (size_t i = 0; i < 2; i++) {
        reading r = read_body(bodies[i], NULL);
        assert_int_equal(zt_diags_count(r.diags), 1);
        assert_string_equal(zt_diags_at(r.diags, 0)->code, i ? "photo-outside" : "bad-value");
        assert_null(photo_of(&r)->picture);
        drop(&r);
    }
}

/* Each marked em is an item of its own, whatever runs it holds. */
static void test_marks(void **state)
{
    (void)state;
    reading r = read_body("<lead>在<em mark=\"proper\">重庆<v>2个</v>区</em><em mark=\"proper "
                          "dots\">成都</em>，<em>粗</em><em mark=\"title\">纲要</em></lead>",
                          NULL);
    assert_int_equal(zt_diags_count(r.diags), 0);
    const zt_span *s = r.doc->lead.spans;
    assert_int_equal(r.doc->lead.count, 8);
    assert_int_equal(s[0].item, 0);
    for (size_t i = 1; i <= 3; i++) {
        assert_int_equal(s[i].item, 1);
        assert_int_equal(s[i].em_line, ZT_EM_PROPER);
        assert_false(zt_span_is_strong(&s[i]));
    }
    assert_int_equal(s[4].item, 2);
    assert_true(s[4].dots && s[4].em_line == ZT_EM_PROPER);
    assert_true(zt_span_is_strong(&s[6]));
    assert_int_equal(s[7].em_line, ZT_EM_TITLE);
    assert_string_equal(plain(&r, &r.doc->lead), "在重庆2个区成都，粗纲要");
    drop(&r);
}

static void test_tcy_and_ruby(void **state)
{
    (void)state;
    reading r =
        read_body("<lead>第<tcy>100</tcy>家在<ruby rt=\"pí dū\">郫都</ruby>区</lead>", NULL);
    assert_int_equal(zt_diags_count(r.diags), 0);
    const zt_span *s = r.doc->lead.spans;
    assert_true(s[1].tcy && !s[0].tcy && !s[2].tcy);
    assert_str(s[3].ruby, "pí dū");
    assert_int_equal(s[4].ruby.len, 0);
    assert_string_equal(plain(&r, &r.doc->lead), "第100家在郫都区"); /* the ruby is not in it */
    drop(&r);
}

static void test_mark_names_are_checked(void **state)
{
    (void)state;
    reading r = read_body("<lead><em mark=\"dot\">重</em></lead>", NULL);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_non_null(strstr(zt_diags_at(r.diags, 0)->en, "dots"));
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_draft_may_lack_its_picture),
                                       cmocka_unit_test(test_a_final_version_needs_it),
                                       cmocka_unit_test(test_no_src),
                                       cmocka_unit_test(test_crop_and_focus),
                                       cmocka_unit_test(test_not_outside_the_root),
                                       cmocka_unit_test(test_marks),
                                       cmocka_unit_test(test_tcy_and_ruby),
                                       cmocka_unit_test(test_mark_names_are_checked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
