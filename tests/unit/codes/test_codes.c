/* The table of codes: each is told whole, in both languages, once. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "codes/codes.h"

#include "cmocka_all.h"

/* At least one Han character. */
static bool has_han(const char *text)
{
    zt_str in = zt_str_from(text);
    for (size_t at = 0; at < in.len;)
        if (zt_is_han(zt_utf8_next(in, &at)))
            return true;
    return false;
}

static void assert_text(const char *code, const char *part, zt_code_text text)
{
    if (!text.zh || !text.en || !*text.zh || !*text.en)
        fail_msg("%s: %s is not written", code, part);
    if (strchr(text.en, '\n') || strchr(text.zh, '\n'))
        fail_msg("%s: %s is one line", code, part);
}

static void test_each_is_told_whole(void **state)
{
    (void)state;
    const zt_finding_code *c;
    size_t count = 0;
    for (; (c = zt_code_at(count)); count++) {
        assert_text(c->name, "what", c->what);
        assert_text(c->name, "why", c->why);
        assert_text(c->name, "mend", c->mend);
        if (!has_han(c->what.zh) || !has_han(c->why.zh))
            fail_msg("%s: no Chinese", c->name);
        if (c->source.zh || c->source.en)
            assert_text(c->name, "source", c->source);
        assert_true(*c->severities && strspn(c->severities, "EWNX/") == strlen(c->severities));
        for (const char *p = c->name; *p; p++)
            assert_true(islower((unsigned char)*p) || isdigit((unsigned char)*p) || *p == '-');
        if (c->judged && !strchr(c->severities, 'E'))
            fail_msg("%s has no errors to be lowered", c->name);
        if (c->judged && c->loss)
            fail_msg("%s is lost content and may not be lowered", c->name);
    }
    assert_true(count > 300);
}

static void test_names_differ(void **state)
{
    (void)state;
    for (size_t i = 0; zt_code_at(i); i++)
        assert_ptr_equal(zt_code_find(zt_code_at(i)->name), zt_code_at(i));
}

static void test_sections_follow(void **state)
{
    (void)state;
    size_t count = 0;
    for (size_t s = 0; zt_code_sections[s]; s++) {
        assert_ptr_equal(zt_code_at(count), zt_code_sections[s]->codes);
        count += zt_code_sections[s]->count;
        assert_ptr_equal(zt_code_at(count - 1),
                         zt_code_sections[s]->codes + zt_code_sections[s]->count - 1);
    }
    assert_null(zt_code_at(count));
}

static void test_nearest(void **state)
{
    (void)state;
    assert_null(zt_code_find("weekdy"));
    assert_string_equal(zt_code_nearest("weekdy"), "weekday");
    assert_string_equal(zt_code_nearest("overste"), "overset");
    assert_null(zt_code_nearest("something-else-altogether"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_is_told_whole), cmocka_unit_test(test_names_differ),
        cmocka_unit_test(test_sections_follow), cmocka_unit_test(test_nearest)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
