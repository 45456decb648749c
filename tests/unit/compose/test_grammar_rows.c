/* What the checker relies on in the rows of the vocabularies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/doc.h"
#include "template/template.h"

/* The child that an element may hold is found by the end of its def. */
static void test_a_def_ends_with_the_name(void **state)
{
    (void)state;
    const zt_grammar *const grammars[] = {&zt_data_grammar, &zt_template_grammar};
    for (size_t g = 0; g < 2; g++) {
        size_t count = 0;
        for (const zt_elem *row; (row = zt_grammar_row(grammars[g], count)) != NULL; count++) {
            const char *slash = strrchr(row->def, '/');
            assert_string_equal(slash ? slash + 1 : row->def, row->name);
        }
        assert_in_range(count, 50, 1000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_def_ends_with_the_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
