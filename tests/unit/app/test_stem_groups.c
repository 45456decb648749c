/* tests/unit/app/test_stem_groups.c — which documents could write a file of one name. */
#include "cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "app/batch/groups.h"

enum { MOST = 64 };

/* Stems in their order: one that ends with "*" is cut, one with "+" has pages in parts; "?" is
   nothing known. `owners`: a digit each; NULL: each has its own. */
typedef struct expectation {
    const char *stems, *owners, *leaders, *twins;
} expectation;

static size_t read_stems(zt_arena *arena, const char *words, zt_stem_ahead *stems)
{
    size_t count = 0;
    zt_str rest = zt_str_from(words), word;
    for (; zt_str_word(&rest, &word); count++) {
        char last = word.data[word.len - 1];
        bool marked = last == '*' || last == '+';
        zt_stem_rest known = last == '+' ? ZT_REST_PARTS : ZT_REST_PAGES;
        stems[count].rest = last == '*' ? ZT_REST_ANY : known;
        stems[count].text =
            last == '?' ? NULL : zt_str_copy(arena, zt_str_slice(word, 0, word.len - marked)).data;
    }
    return count;
}

/* "0 0 2" */
static const char *as_text(zt_arena *arena, const size_t *numbers, size_t count)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < count; i++)
        zt_buf_printf(&out, "%s%zu", i > 0 ? " " : "", numbers[i]);
    return zt_buf_view(&out).data;
}

static void test_groups_and_twins(void **state)
{
    (void)state;
    static const expectation all[] = {
        {"a b c", NULL, "0 1 2", "0 1 2"},
        {"a A b", NULL, "0 1 2", "0 0 2"},
        {"b a B b", NULL, "0 1 2 3", "0 1 0 0"},
        /* pages and tables, and nothing that only looks like them */
        {"a-p01 b a", NULL, "0 1 0", "0 1 2"},
        {"a a-P2 a-p a-p1x a-q1 ap1 a- a-px", NULL, "0 0 2 3 4 5 6 7", "0 1 2 3 4 5 6 7"},
        {"a a.b a.b-p1 c.d", NULL, "0 0 0 3", "0 1 2 3"},
        {"a-b a-b-p01 a-c-p01", NULL, "0 0 2", "0 1 2"},
        /* parts of pages */
        {"a+ a-cyan a-p01-cyan ab a.x", NULL, "0 0 0 3 0", "0 1 2 3 4"},
        {"a a-cyan+ a-cyan-x", NULL, "0 1 1", "0 1 2"},
        /* cut: what begins with it, before it or behind it */
        {"a-* a-b-* b-* ab-*", NULL, "0 0 2 3", "0 1 2 3"},
        {"a-b-* A-* a-b", NULL, "0 0 0", "0 1 2"},
        {"a-* a a-p01 b", NULL, "0 0 0 3", "0 1 2 3"},
        {"a a-p*", NULL, "0 0", "0 1"},
        {"a a-p0*", NULL, "0 0", "0 1"},
        {"a a-q*", NULL, "0 1", "0 1"},
        {"a+ a-q*", NULL, "0 0", "0 1"},
        {"a a.*", NULL, "0 0", "0 1"},
        {"a* a", NULL, "0 0", "0 1"},
        {"a* a* a A", NULL, "0 0 0 0", "0 1 2 2"},
        {"* x y", NULL, "0 0 0", "0 1 2"},
        /* of one owner, where nothing is known */
        {"? ? ? ?", "0011", "0 0 2 2", "0 1 2 3"},
        {"? a ? ?", "0002", "0 1 2 3", "0 1 2 3"},
    };
    zt_memory *memory = zt_memory_new();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        zt_arena *arena = zt_memory_arena(memory);
        zt_stem_ahead stems[MOST];
        size_t owners[MOST], count = read_stems(arena, all[i].stems, stems);
        for (size_t k = 0; k < count; k++)
            owners[k] = all[i].owners ? (size_t)(all[i].owners[k] - '0') : k;
        const char *leaders = as_text(arena, zt_group_leaders(arena, stems, owners, count), count);
        const char *twins = as_text(arena, zt_stem_twins(arena, stems, count), count);
        if (strcmp(leaders, all[i].leaders) != 0 || strcmp(twins, all[i].twins) != 0)
            print_error("%s\n", all[i].stems);
        assert_string_equal(leaders, all[i].leaders);
        assert_string_equal(twins, all[i].twins);
        zt_arena_drop(arena);
    }
    zt_memory_drop(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_groups_and_twins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
