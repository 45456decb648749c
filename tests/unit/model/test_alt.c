/* What the alternative text of a chart says of the words beside its data. */
#include <stdio.h>

#include "unit/model/read.h"

/* The end of the text of the whole, from the sentence on what is marked. */
static void assert_marked(const char *marks, const char *said)
{
    char body[1200];
    snprintf(
        body, sizeof body,
        "<title>题</title><chart kind=\"line\"><data unit=\"列\"><item "
        "key=\"1月\"><v>312</v></item>"
        "<item key=\"2月\"><v>286</v></item><item key=\"3月\"><v>355</v></item></data>%s</chart>",
        marks);
    reading r = read_body(body, NULL);
    const char *found = strstr(r.doc->alt.data, "图上标出：");
    assert_string_equal(found ? found : "", said);
    drop(&r);
}

static void test_remarks_with_what_they_point_at(void **state)
{
    (void)state;
    assert_marked("", "");
    assert_marked("<annotation of=\"2月\">春节前后最少</annotation>",
                  "图上标出：2月：春节前后最少。");
    assert_marked("<annotation of=\"2月 3月\" label=\"回升\">春节之后。</annotation>",
                  "图上标出：2月、3月：回升，春节之后。");
    assert_marked("<annotation of=\"2月\">为何少了？</annotation>", "图上标出：2月：为何少了？");
    assert_marked("<annotation>为何少了？</annotation>", "图上标出：为何少了？");
    assert_marked("<annotation of=\"2月\" label=\"增\"><v>69列</v></annotation>",
                  "图上标出：2月：增69列。");
}

static void test_guides_with_their_ends(void **state)
{
    (void)state;
    assert_marked("<span from=\"1月\" to=\"2月\">淡季</span>", "图上标出：1月到2月：淡季。");
    assert_marked("<span from=\"2月\" to=\"2月\">春节</span>", "图上标出：2月：春节。");
    assert_marked("<threshold at=\"300\">目标</threshold>", "图上标出：目标300列。");
    assert_marked("<bracket from=\"1月\" to=\"3月\"/>", "图上标出：1月到3月：+43列（推算）。");
}

static void test_several_are_one_sentence(void **state)
{
    (void)state;
    assert_marked("<annotation of=\"2月\">最少</annotation><threshold at=\"300\">目标</threshold>",
                  "图上标出：2月：最少；目标300列。");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_remarks_with_what_they_point_at),
        cmocka_unit_test(test_guides_with_their_ends),
        cmocka_unit_test(test_several_are_one_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
