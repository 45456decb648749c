/* tests/unit/export/test_outputs.c — what outputs and profiles bring, and the values of options. */
#include "outside.h"

static void one_profile_is_usual(void **state)
{
    (void)state;
    int usual = 0;
    for (size_t i = 0; zt_profiles[i]; i++) {
        usual += zt_profiles[i]->usual;
        assert_ptr_equal(zt_profile_find(zt_str_from(zt_profiles[i]->name)), zt_profiles[i]);
        assert_true(*zt_profiles[i]->zh && *zt_profiles[i]->en && *zt_profiles[i]->header);
    }
    assert_int_equal(usual, 1);
    assert_true(zt_profile_find(ZT_STR(""))->usual);
    assert_null(zt_profile_find(ZT_STR("pres")));
}

static void an_output_writes_pages_tables_or_the_book(void **state)
{
    (void)state;
    bool usual = false;
    for (size_t i = 0; zt_outputs[i]; i++) {
        const zt_output *o = zt_outputs[i];
        usual = usual || o->usual;
        assert_int_equal((o->write_page != NULL) + (o->write_table != NULL) +
                             (o->write_book != NULL) + (o->write_part != NULL),
                         1);
        assert_true((o->write_part != NULL) == (o->parts != NULL));
        assert_ptr_equal(zt_output_find(zt_str_from(o->name)), o);
        assert_true(*o->zh && *o->en);
    }
    assert_true(usual);
    assert_null(zt_output_find(ZT_STR("")));
}

/* What is listed once must be the same wherever it stands. */
static void options_of_one_flag_are_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; zt_outputs[i]; i++)
        for (const zt_output_option *o = zt_outputs[i]->options; o && o->flag; o++) {
            const zt_output_option *first = zt_output_option_find(zt_str_from(o->flag));
            assert_non_null(first);
            assert_int_equal(strncmp(o->flag, "--", 2), 0);
            assert_true((o->words != NULL) == (first->words != NULL));
            if (o->words)
                assert_string_equal(o->words, first->words);
            else
                assert_true(o->least == first->least && o->most == first->most &&
                            o->usual == first->usual && o->least < o->most);
        }
    assert_null(zt_output_option_find(ZT_STR("--none")));
}

static const zt_output_option number = {
    .flag = "--n", .least = 10, .most = 2400, .usual = 150, .zh = "数", .en = "n"};
static const zt_output_option word = {.flag = "--w", .words = "text paths", .zh = "词", .en = "w"};

static void an_option_takes_what_it_says(void **state)
{
    (void)state;
    static const char *const good[] = {"10", "2400", "72.5", "300"};
    static const char *const bad[] = {"", "9.9", "2400.1", "-10", "none", "1e3", "nan", "0x20"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(zt_option_takes(&number, zt_str_from(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(zt_option_takes(&number, zt_str_from(bad[i])));
    assert_true(zt_option_takes(&word, ZT_STR("paths")));
    assert_false(zt_option_takes(&word, ZT_STR("path")));
    assert_false(zt_option_takes(&word, ZT_STR("")));
    assert_false(zt_option_takes(&word, ZT_STR("text paths")));
}

static void values_are_found_by_flag(void **state)
{
    (void)state;
    const zt_option_value values[] = {
        {"--n", "20"}, {"--w", "paths"}, {"--n", "72.5"}, {"--n", NULL}, {"--other", "text"}};
    const zt_export_options none = {0}, some = {.values = values, .value_count = 5};
    assert_true(zt_option_number(&none, &number) == 150);
    assert_true(zt_option_number(&some, &number) == 72.5); /* the last given */
    assert_int_equal(zt_option_word(&none, &word), 0);
    assert_int_equal(zt_option_word(&some, &word), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_profile_is_usual),
        cmocka_unit_test(an_output_writes_pages_tables_or_the_book),
        cmocka_unit_test(options_of_one_flag_are_the_same),
        cmocka_unit_test(an_option_takes_what_it_says),
        cmocka_unit_test(values_are_found_by_flag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
