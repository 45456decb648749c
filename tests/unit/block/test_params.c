/* The tables of parameters of all blocks and charts: each row reads its own initial into a field of
   its own inside the struct, and one name means one thing wherever it stands. */
#include "board.h"

#include "block/blocks.h"
#include "chart/chart.h"

typedef struct table {
    const char *of;
    zt_param_table params;
} table;

enum { MOST_TABLES = 128 };

static size_t all_tables(table *out)
{
    size_t count = 0;
    for (size_t i = 0; zt_block_kinds[i] != NULL; i++)
        out[count++] = (table){zt_block_kinds[i]->name, zt_block_kinds[i]->params};
    for (size_t i = 0; zt_chart_kinds[i] != NULL; i++)
        out[count++] = (table){zt_chart_kinds[i]->name, zt_chart_kinds[i]->params};
    assert_true(count < MOST_TABLES);
    return count;
}

static size_t size_of(zt_param_type type)
{
    switch (type) {
    case ZT_PARAM_POINTS:
    case ZT_PARAM_NUMBER:
        return sizeof(double);
    case ZT_PARAM_LENGTH:
        return sizeof(zt_length);
    case ZT_PARAM_GAP:
        return sizeof(zt_gap);
    case ZT_PARAM_COUNT:
    case ZT_PARAM_WORD:
        return sizeof(int);
    case ZT_PARAM_YES:
        return sizeof(bool);
    case ZT_PARAM_WORDS:
        return sizeof(unsigned);
    case ZT_PARAM_TEXT:
        return sizeof(zt_str);
    case ZT_PARAM_INK:
        return sizeof(const zt_ink *);
    case ZT_PARAM_INKS:
        return sizeof(zt_inks);
    case ZT_PARAM_NUMBERS:
        return sizeof(zt_numbers);
    }
    return 0;
}

static void test_each_field_is_its_own(void **state)
{
    (void)state;
    table tables[MOST_TABLES];
    size_t count = all_tables(tables);
    for (size_t i = 0; i < count; i++) {
        unsigned char taken[4096] = {0};
        assert_true(tables[i].params.size < sizeof taken);
        for (const zt_param *p = tables[i].params.rows; p != NULL && p->name != NULL; p++) {
            if (p->field + size_of(p->type) > tables[i].params.size)
                fail_msg("%s %s stands outside the struct", tables[i].of, p->name);
            for (size_t k = 0; k < size_of(p->type); k++)
                if (taken[p->field + k]++ != 0)
                    fail_msg("%s %s shares its field", tables[i].of, p->name);
        }
    }
}

static void test_each_initial_suits_its_row(void **state)
{
    board *b = *state;
    table tables[MOST_TABLES];
    size_t count = all_tables(tables);
    for (size_t i = 0; i < count; i++)
        for (const zt_param *p = tables[i].params.rows; p != NULL && p->name != NULL; p++) {
            if (p->initial != NULL &&
                !zt_param_read(b->arena, &b->theme, p, zt_str_from(p->initial), NULL))
                fail_msg("%s %s cannot be “%s”", tables[i].of, p->name, p->initial);
            if (p->initial == NULL && p->type != ZT_PARAM_INK && p->type != ZT_PARAM_NUMBERS &&
                p->type != ZT_PARAM_TEXT && p->type != ZT_PARAM_WORDS)
                fail_msg("%s %s has no initial", tables[i].of, p->name);
            assert_true((p->em != NULL) == (p->type == ZT_PARAM_LENGTH));
        }
}

static void test_no_name_stands_twice_for_one_block(void **state)
{
    (void)state;
    table tables[MOST_TABLES];
    size_t count = all_tables(tables);
    for (size_t i = 0; i < count; i++)
        for (const zt_param *p = tables[i].params.rows; p != NULL && p->name != NULL; p++) {
            if (zt_param_find(p + 1, p->name) != NULL)
                fail_msg("%s has %s twice", tables[i].of, p->name);
        }
}

/* Lengths with and without em are one to who writes them. */
static zt_param_type written_as(zt_param_type type)
{
    return type == ZT_PARAM_LENGTH ? ZT_PARAM_POINTS : type;
}

static void test_one_name_has_one_type(void **state)
{
    (void)state;
    table tables[MOST_TABLES];
    size_t count = all_tables(tables);
    for (size_t i = 0; i < count; i++)
        for (const zt_param *p = tables[i].params.rows; p != NULL && p->name != NULL; p++)
            for (size_t k = 0; k < i; k++) {
                const zt_param *other = zt_param_find(tables[k].params.rows, p->name);
                if (other != NULL && written_as(other->type) != written_as(p->type))
                    fail_msg("%s is another thing in %s than in %s", p->name, tables[i].of,
                             tables[k].of);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_field_is_its_own),
        cmocka_unit_test_setup_teardown(test_each_initial_suits_its_row, board_open, board_close),
        cmocka_unit_test(test_one_name_has_one_type),
        cmocka_unit_test(test_no_name_stands_twice_for_one_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
