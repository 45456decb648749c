/* Phrases of change, rank, share and target, read whole or refused: tests/unit/model/sayings.txt.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "model/directions.h"
#include "model/quantity.h"

static bool parse(zt_arena *arena, zt_diags *diags, zt_quantity_kind kind, zt_str text,
                  zt_quantity *q)
{
    *q = (zt_quantity){.at = {"t.xml", 3, 7}};
    return zt_quantity_parse(arena, diags, kind, text, NULL, q);
}

static const char *const saying_words[] = {"",      "ratio ",      "level ",    "from-to ",
                                           "rate ", "comparison ", "progress ", "statement"};
static const char *const bound_words[] = {"", " about", " below", " above"};
static const char *const basis_words[] = {"", " yoy", " mom", " ytd", " plan"};

/* What was read, in the words of the table; the code of the refusal after "!". */
static zt_str reading_of(zt_arena *arena, zt_quantity_kind kind, zt_str text)
{
    zt_quantity q;
    zt_buf out;
    zt_diags *diags = zt_diags_new(arena);
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, "");
    if (!parse(arena, diags, kind, text, &q)) {
        assert_int_equal(zt_diags_severity_count(diags, ZT_ERROR), 1);
        for (size_t i = 0; i < zt_diags_count(diags); i++)
            if (zt_diags_at(diags, i)->severity == ZT_ERROR)
                zt_buf_printf(&out, "!%s", zt_diags_at(diags, i)->code);
        return zt_buf_view(&out);
    }
    assert_int_equal(zt_diags_severity_count(diags, ZT_ERROR), 0);
    zt_buf_puts(&out, saying_words[q.says]);
    if (q.has_number) {
        zt_num_print(&out, q.value, false);
        zt_buf_str(&out, q.unit);
    }
    if (q.range_to) {
        zt_buf_puts(&out, " to ");
        zt_num_print(&out, q.range_to->value, false);
    }
    if (q.from) {
        zt_buf_puts(&out, " from ");
        zt_num_print(&out, q.from->value, false);
    }
    zt_buf_puts(&out, bound_words[q.bound]);
    zt_buf_puts(&out, basis_words[q.basis]);
    zt_buf_puts(&out, q.other_basis ? " other" : "");
    zt_buf_puts(&out, q.per.len ? " per" : "");
    if (q.says == ZT_SAYS_STATEMENT && q.decrease)
        zt_buf_puts(&out, " down");
    return zt_buf_view(&out);
}

static zt_quantity_kind kind_of(zt_str word)
{
    static const char *const words[] = {"v", "change", "rank", "share", "target"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_is(word, words[i]))
            return (zt_quantity_kind)i;
    fail_msg("no element %.*s", ZT_ARG(word));
    return ZT_Q_VALUE;
}

typedef struct row {
    zt_quantity_kind kind;
    zt_str phrase, expected;
} row;

typedef ZT_VEC(row) rows;

/* Lines: element | phrase | reading. Further blank lines and lines with # part them. */
static rows read_table(zt_arena *arena)
{
    rows table = {0};
    zt_str text;
    FILE *file = fopen(ZT_TESTS_DIR "/unit/model/sayings.txt", "rb");
    assert_non_null(file);
    char *bytes = zt_arena_alloc(arena, 1 << 16);
    text = (zt_str){bytes, fread(bytes, 1, 1 << 16, file)};
    fclose(file);
    zt_str *lines;
    size_t count = zt_str_split(arena, text, '\n', &lines);
    for (size_t i = 0; i < count; i++) {
        zt_str *parts;
        if (lines[i].data[0] == '#')
            continue;
        if (zt_str_split(arena, lines[i], '|', &parts) != 3)
            fail_msg("not three parts: %.*s", ZT_ARG(lines[i]));
        row r = {kind_of(parts[0]), parts[1], parts[2]};
        ZT_PUSH(arena, &table, r);
    }
    return table;
}

static void test_table(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    rows table = read_table(arena);
    size_t wrong = 0, refused = 0;
    for (size_t i = 0; i < table.count; i++) {
        const row *r = &table.items[i];
        zt_str is = reading_of(arena, r->kind, r->phrase);
        refused += is.data[0] == '!';
        if (zt_str_equal(is, r->expected))
            continue;
        wrong++;
        print_error("%.*s: %.*s, not %.*s\n", ZT_ARG(r->phrase), ZT_ARG(is), ZT_ARG(r->expected));
    }
    print_message("%zu phrases, %zu of them refused\n", table.count, refused);
    assert_true(table.count >= 250);
    assert_int_equal(wrong, 0);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
