/* The kinds of blocks: several may set one content, each with variants of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "block/blocks.h"

static const zt_block_kind *groups_as(const char *variant)
{
    return zt_block_kind_with(ZT_STR("groups"), zt_str_from(variant));
}

static void test_a_variant_names_its_kind(void **state)
{
    (void)state;
    const zt_block_kind *cards = groups_as("cards"), *rows = groups_as("rows");
    assert_non_null(cards);
    assert_non_null(rows);
    assert_ptr_not_equal(cards, rows);
    assert_ptr_equal(groups_as("bands"), groups_as("list"));
    assert_ptr_not_equal(groups_as("list"), cards);
    assert_null(groups_as("row"));
    assert_null(zt_block_kind_with(ZT_STR("title"), ZT_STR("cards")));
}

/* A place that asks for no variant gets cards, whatever the kinds are called. */
static void test_one_kind_is_the_default(void **state)
{
    (void)state;
    assert_ptr_equal(zt_block_kind_find(ZT_STR("groups")), groups_as("cards"));
    assert_string_equal(zt_block_kind_find(ZT_STR("title"))->name, "title");
    assert_null(zt_block_kind_find(ZT_STR("group")));
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        size_t kinds = 0, defaults = 0;
        for (size_t k = 0; zt_block_kinds[k]; k++)
            if (strcmp(zt_block_kinds[i]->name, zt_block_kinds[k]->name) == 0) {
                kinds++;
                defaults += zt_block_kinds[k]->by_default ? 1 : 0;
            }
        assert_int_equal(defaults, kinds > 1 ? 1 : 0);
    }
}

/* No two kinds of one content have one variant. */
static void test_variants_are_found_at_their_kind(void **state)
{
    (void)state;
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        const zt_block_kind *kind = zt_block_kinds[i];
        zt_str rest = zt_str_from(kind->variants ? kind->variants : ""), word;
        while (zt_str_word(&rest, &word))
            assert_ptr_equal(zt_block_kind_with(zt_str_from(kind->name), word), kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_variant_names_its_kind),
        cmocka_unit_test(test_one_kind_is_the_default),
        cmocka_unit_test(test_variants_are_found_at_their_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
