/* calc=: what expressions yield, how it prints, and what is refused where. */
#include <stdio.h>

#include "unit/model/read.h"

#include "model/calc.h"

typedef struct row {
    const char *attrs, *text; /* of the v that is computed; what it prints */
} row;

static const char operands[] =
    "<title><v id='settle'>46.3万人次</v><v id='money'>约920万元</v><v id='people'>1.14万人次</v>"
    "<v id='a'>12家</v><v id='b-1'>26家</v><v id='all'>5232列</v><v id='pm'>27%</v>"
    "<v id='land'>14.6%</v><v id='zero'>0家</v><change id='up' of='settle'>同比增长212%</change>"
    "<change id='down' of='settle'>同比下降3.2%</change><v id='gone' status='missing'/>"
    "<v id='months'>1—5月</v><rank id='place' of='settle'>第二</rank><v id='big'>999999万亿元</v>"
    "<v id='tiny'>0.000000000001元</v></title>";

static reading read_calc(const char *attrs, const char *text, const zt_model_options *options)
{
    char body[2048];
    snprintf(body, sizeof body, "%s\n<note><v id='x' %s>%s</v></note>", operands, attrs, text);
    return read_body(body, options);
}

static const zt_quantity *result_of(const reading *r)
{
    return r->doc->quantities[r->doc->quantity_count - 1];
}

static void test_results(void **state)
{
    (void)state;
    static const row rows[] = {
        {"calc='settle / (1 + up)'", "14.8万人次（推算）"},
        {"calc='settle / (1 + 212%)'", "14.8万人次（推算）"},
        {"calc='settle / (1 + 212%)' bound='about'", "约14.8万人次（推算）"},
        {"calc='settle ÷ （1 + 212％）'", "14.8万人次（推算）"},
        {"calc='settle / (1 + 212%)' precision='0'", "15万人次（推算）"},
        {"calc='settle / (1 + 212%)' unit='人次'", "148397人次（推算）"},
        {"calc='settle / (1 + 212%)' unit='人次' precision='2'", "148397.44人次（推算）"},
        {"calc='settle / (1 + down)'", "47.8万人次（推算）"},
        {"calc='a + b-1'", "38家（推算）"},
        {"calc='a - b-1'", "−14家（推算）"},
        {"calc='a − b-1'", "−14家（推算）"},
        {"calc='2 * a + b-1 × 3'", "102家（推算）"},
        {"calc='-a + b-1'", "14家（推算）"},
        {"calc='(a + b-1) / 2 - 1家'", "18家（推算）"},
        {"calc='1936 / 37%' unit='列'", "5232列（推算）"},
        {"calc='all × 37%'", "1936列（推算）"},
        {"calc='money / people'", "约807元/人次（推算）"},
        {"calc='money / people' unit='元/人次' precision='1'", "约807.0元/人次（推算）"},
        {"calc='money / people × people' unit='万元'", "约920万元（推算）"},
        {"calc='a / (a + b-1)' unit='%' precision='1'", "31.6%（推算）"},
        {"calc='land / pm' precision='2'", "0.54（推算）"},
        {"calc='pm / land' unit='倍' precision='2'", "1.85倍（推算）"},
        {"calc='4% - 15个百分点' unit='%'", "−11%（推算）"},
        {"calc='122万 / (1 + 4%)' precision='1' unit='万辆'", "117.3万辆（推算）"},
        /* halves: away from zero, or to the even neighbour */
        {"calc='5家 / 2'", "3家（推算）"},
        {"calc='0家 - 5家 / 2'", "−3家（推算）"},
        {"calc='5家 / 2' round='half-even'", "2家（推算）"},
        {"calc='7家 / 2' round='half-even'", "4家（推算）"},
        /* a tenth is a tenth */
        {"calc='0.1元 + 0.2元 - 0.3元' precision='12'", "0.000000000000元（推算）"},
        {"calc='((((a))))'", "12家（推算）"},
        {"calc='- - a'", "12家（推算）"},
        {"calc='gone + a'", "待补"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading r = read_calc(rows[i].attrs, "", NULL);
        if (zt_diags_count(r.diags))
            fail_msg("%s: %s", rows[i].attrs, zt_diags_at(r.diags, 0)->zh);
        const zt_quantity *q = result_of(&r);
        if (!zt_str_is(q->text, rows[i].text))
            fail_msg("%s: %.*s", rows[i].attrs, ZT_ARG(q->text));
        assert_int_equal(q->derived, q->status != ZT_MISSING);
        drop(&r);
    }
}

/* What is given beside the expression must follow from it, as exactly as it is printed. */
static void test_given_texts(void **state)
{
    (void)state;
    static const struct {
        const char *attrs, *text, *code;
    } rows[] = {
        {"calc='settle / (1 + up)'", "14.8万人次", NULL},
        {"calc='settle / (1 + up)'", "约15万人次", NULL},
        {"calc='settle / (1 + up)'", "14万余人次", NULL},
        {"calc='settle / (1 + up)'", "近15万人次", NULL},
        {"calc='settle / (1 + up)'", "推算14.8万人次", NULL},
        {"calc='settle / (1 + up)'", "14.9万人次", "calc-differs"},
        {"calc='settle / (1 + up)'", "15万余人次", "calc-differs"},
        {"calc='settle / (1 + up)'", "14.8万家", "calc-units"},
        {"calc='a / (a + b-1)'", "31.6%", NULL},
        {"calc='a / (a + b-1)'", "31.5%", "calc-differs"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading r = read_calc(rows[i].attrs, rows[i].text, NULL);
        size_t found = zt_diags_count(r.diags);
        if (found != (rows[i].code ? 1 : 0))
            fail_msg("%s %s: %zu", rows[i].attrs, rows[i].text, found);
        if (rows[i].code)
            assert_string_equal(zt_diags_at(r.diags, 0)->code, rows[i].code);
        zt_str text = result_of(&r)->text;
        bool labelled = false;
        for (size_t k = 0; k < text.len; k++)
            labelled |= zt_str_starts(zt_str_slice(text, k, text.len), "推算");
        assert_true(labelled || rows[i].code);
        drop(&r);
    }
}

/* The place is the character in question: the note begins in line 3, its calc in column 23. */
static void test_refusals(void **state)
{
    (void)state;
    static const struct {
        const char *calc, *code;
        int column;
    } rows[] = {
        {"nobody + a", "unknown-ref", 23},
        {"a + settel", "unknown-ref", 27},
        {"a + settle", "calc-units", 25},
        {"a × b-1", "calc-units", 25},
        {"1 / a", "calc-units", 25},
        {"a + 1", "calc-units", 25},
        {"a / (b-1 - 26家)", "calc-zero", 25},
        {"a / zero", "calc-zero", 25},
        {"x + a", "calc-loop", 23},
        {"a +", "calc-syntax", 26},
        {"a b-1", "calc-syntax", 25},
        {"(a", "calc-syntax", 25},
        {"a)", "calc-syntax", 24},
        {"()", "calc-syntax", 24},
        {"* a", "calc-syntax", 23},
        {"months * 2", "calc-operand", 23},
        {"place * 2", "calc-operand", 23},
        {"big * 999999", "calc-limit", 27},
        {"123456789012345678901", "calc-limit", 23},
        {"((((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))))", "calc-limit", 56},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char attrs[256];
        snprintf(attrs, sizeof attrs, "calc='%s'", rows[i].calc);
        reading r = read_calc(attrs, "", NULL);
        if (zt_diags_count(r.diags) != 1)
            fail_msg("%s: %zu findings", rows[i].calc, zt_diags_count(r.diags));
        const zt_diag *d = zt_diags_at(r.diags, 0);
        if (strcmp(d->code, rows[i].code) != 0 || d->pos.column != rows[i].column ||
            d->pos.line != 3)
            fail_msg("%s: %s %d:%d %s", rows[i].calc, d->code, d->pos.line, d->pos.column, d->zh);
        drop(&r);
    }
}

static void test_nearest_name(void **state)
{
    (void)state;
    reading r = read_calc("calc='settel * 2'", "", NULL);
    assert_non_null(strstr(zt_diags_at(r.diags, 0)->zh, "settle"));
    drop(&r);
}

/* Values may be computed from computed ones, in any order; from themselves in no order. */
static void test_chains(void **state)
{
    (void)state;
    reading r = read_body("<title><v id='c' calc='b * 2'/><v id='b' calc='a * 2'/>"
                          "<v id='a'>3家</v></title>",
                          NULL);
    assert_silent(r);
    assert_str(r.doc->quantities[0]->text, "12家（推算）");
    drop(&r);
    r = read_body("<title><v id='c' calc='b'/><v id='b' calc='d'/><v id='d' calc='c'/></title>",
                  NULL);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "calc-loop");
    drop(&r);
}

static void test_long_chain(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf body;
    zt_buf_init(&body, arena);
    zt_buf_puts(&body, "<title>");
    for (int i = 0; i < 5000; i++)
        zt_buf_printf(&body, "<v id='a%d' calc='a%d + 1'/>", i, i + 1);
    zt_buf_puts(&body, "<v id='a5000'>1</v></title>");
    reading r = read_body(body.data, NULL);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "calc-limit");
    drop(&r);
    zt_arena_drop(arena);
}

/* A bare number of a chart is in the unit of the chart, as operand and as result. */
static void test_in_a_chart(void **state)
{
    (void)state;
    reading r = read_body("<title><ref v='now'/>、<ref v='now' show='number'/>、<ref v='was'/>、"
                          "<v calc='now + 3.7万人次'/></title>"
                          "<chart kind='column'><data unit='万人次'>"
                          "<item key='a'><v id='was' calc='now / 312%'/></item>"
                          "<item key='b'><v id='now'>46.3</v></item></data></chart>",
                          NULL);
    assert_silent(r);
    assert_string_equal(plain(&r, &r.doc->title),
                        "46.3万人次、46.3万、14.8万人次（推算）、50.0万人次（推算）");
    const zt_chart_data *chart = r.doc->blocks[0].content;
    assert_str(chart->items[0].values[0]->text, "14.8（推算）");
    assert_str(chart->items[0].values[0]->bare, "14.8");
    assert_int_equal(chart->items[0].values[0]->value.scaled, 148000);
    drop(&r);
}

static void test_missing_is_final(void **state)
{
    (void)state;
    zt_model_options options = {.final = true};
    reading r = read_body("<title><v id='a' status='missing'/><v calc='a * 2'/></title>", &options);
    assert_int_equal(zt_diags_count(r.diags), 2);
    assert_string_equal(zt_diags_at(r.diags, 1)->code, "value-missing");
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results),    cmocka_unit_test(test_given_texts),
        cmocka_unit_test(test_refusals),   cmocka_unit_test(test_nearest_name),
        cmocka_unit_test(test_chains),     cmocka_unit_test(test_long_chain),
        cmocka_unit_test(test_in_a_chart), cmocka_unit_test(test_missing_is_final),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
