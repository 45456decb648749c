/* What a sub-editor marks in running text: code and place. */
#include "unit/model/read.h"

typedef struct marked {
    const char *body, *code; /* NULL: nothing to say */
    int line, column;
} marked;

#define P(text_) "<hint><p>" text_ "</p></hint>"

static void test_what_is_marked_and_what_is_not(void **state)
{
    (void)state;
    static const marked rows[] = {
        {P("重庆,成都"), "punct-halfwidth", 2, 12},
        {P("重庆\n成都:两地"), "punct-halfwidth", 3, 3},
        {P("7:24，PM2.5, 1,234件"), NULL, 0, 0},
        {P("建设\"双核\"。"), "quote-straight", 2, 12},
        {P("5\" x 7\""), NULL, 0, 0},
        {P("重庆 成都"), "space-in-cjk", 2, 12},
        {"<title>重庆 成都</title>", NULL, 0, 0},
        {P("重庆　成都 5 G\n两地"), NULL, 0, 0},
        {P("1—5月，6-8月"), "range-ascii", 2, 16},
        {P("1─5月，6—8月"), "dash-mixed", 2, 16},
        {P("1—5月，2～3万元"), NULL, 0, 0},
        {P("2~3万元，5～6万元"), "range-ascii", 2, 11},
        {P("2〜3万元，5～6万元"), "dash-mixed", 2, 17},
        {P("气温-8℃"), "minus-hyphen", 2, 12},
        {P("气温－8℃"), "minus-hyphen", 2, 12},
        {P("气温−8℃，波音737-8，A320-200，COVID-19，2-1取胜"), NULL, 0, 0},
        {P("共１２．５万户"), "digits-fullwidth", 2, 11},
        {P("共12％"), "digits-fullwidth", 2, 13},
        {P("甲 ，乙"), "space-at-mark", 2, 11},
        {P("（ 甲）"), "space-at-mark", 2, 11},
        {P("增长12 % 多"), "space-at-mark", 2, 14},
        {P("增加<v>12</v> %"), "space-at-mark", 2, 21},
        {"<title>重庆 ，成都</title>", "space-at-mark", 2, 10},
        {P("重庆\n（成都）\n，两地"), NULL, 0, 0},
        {P("说:“好”"), "punct-halfwidth", 2, 11},
        {P("用“双核”,带动"), "punct-halfwidth", 2, 15},
        {P("重\u00A0庆"), "invisible-character", 2, 11},
        {P("重\t庆"), "invisible-character", 2, 11},
        {P("重\u00AD庆"), "invisible-character", 2, 11},
        {P("重\u200E庆"), "invisible-character", 2, 11},
        {P("重\u200D庆"), "invisible-character", 2, 11},
        {P("重\u202E12"), "invisible-character", 2, 11},
        {P("重\u2066庆"), "invisible-character", 2, 11},
        {P("重\uFEFF庆"), "invisible-character", 2, 11},
        {"<hint head='重\u202E庆'><p>甲乙</p></hint>", "invisible-character", 2, 14},
        {P("重\u200B庆\u2060成，hyphen\u00ADated，New\u00A0York，\n\t成都"), NULL, 0, 0},
        /* Joiners between the letters that need them, from the first to the last of their scripts.
         */
        {P("\u0600\u200C\u0628，\u10FF\u200D\u0600，\u1780\u200D\u17FF"), NULL, 0, 0},
        {P("\U0001F469\u200D\U0001F4BB"), NULL, 0, 0},
        {P("\u05FF\u200C\u0628"), "invisible-character", 2, 11},
        {P("\u1100\u200D\u0628"), "invisible-character", 2, 11},
        {P("\u177F\u200D\u1780"), "invisible-character", 2, 11},
        {P("\u1800\u200D\u1780"), "invisible-character", 2, 11},
        {P("é\u00ADɏ，a\u00A0Z"), NULL, 0, 0},
        {P("é\u00ADɐ"), "invisible-character", 2, 11},
        {P("甲&lt;丙>乙"), NULL, 0, 0},
        {P("1—5月，电话023-63111111，2022-05"), NULL, 0, 0},
        {P("建设双核联…"), "truncated", 2, 10},
        {P("他说：“建设双核"), "truncated", 2, 10},
        {P("他说：“建设双核……”"), NULL, 0, 0},
        {"<hint><p>重庆成都两地共同建设双城经济圈</p>\n<p>重庆成都两地共同建设双城经济圈</p></"
         "hint>",
         "duplicate-text", 3, 4},
        {"<hint><p>重庆成都</p><p>重庆成都</p></hint>", NULL, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading r = read_body(rows[i].body, NULL);
        size_t found = zt_diags_count(r.diags);
        if ((found > 0) != (rows[i].code != NULL))
            fail_msg("%zu findings in %s", found, rows[i].body);
        if (found) {
            const zt_diag *d = zt_diags_at(r.diags, 0);
            assert_string_equal(d->code, rows[i].code);
            assert_int_equal(d->severity, ZT_WARNING);
            assert_int_equal(d->pos.line, rows[i].line);
            if (d->pos.column != rows[i].column)
                fail_msg("column %d in %s", d->pos.column, rows[i].body);
        }
        drop(&r);
    }
}

/* Each tag in a text is told once, at its place. */
static void test_tags_as_text(void **state)
{
    (void)state;
    reading r = read_body(P("甲&lt;em>乙&lt;/em>丙&lt;v>丁"), NULL);
    static const int columns[] = {11, 19, 28};
    assert_int_equal(zt_diags_count(r.diags), 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(zt_diags_at(r.diags, i)->code, "tag-as-text");
        assert_int_equal(zt_diags_at(r.diags, i)->pos.column, columns[i]);
    }
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tags_as_text),
        cmocka_unit_test(test_what_is_marked_and_what_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
