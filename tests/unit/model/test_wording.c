/* How numbers are worded: R118 and R120 of docs/typesetting.md. */
#include "unit/model/read.h"

typedef struct worded {
    const char *body, *code; /* NULL: nothing to say */
    const char *zh;
} worded;

static void check(const worded *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        reading r = read_body(rows[i].body, NULL);
        size_t found = zt_diags_count(r.diags);
        if (found != (rows[i].code ? 1 : 0))
            fail_msg("%zu findings in %s", found, rows[i].body);
        if (found) {
            assert_string_equal(zt_diags_at(r.diags, 0)->code, rows[i].code);
            assert_non_null(strstr(zt_diags_at(r.diags, 0)->zh, rows[i].zh));
        }
        drop(&r);
    }
}

#define V(phrase_) "<title><v>" phrase_ "</v></title>"

static void test_r118_one_hedge(void **state)
{
    (void)state;
    static const worded rows[] = {
        {V("约300余家"), "approx-twice", "约300余家"},
        {V("近240万辆左右"), "approx-twice", "近240万辆左右"},
        {V("超6万多件"), "approx-twice", "超6万多件"},
        {V("逾3—5万余件"), "approx-twice", "3"},
        {"<title><change>同比增长超过10%左右</change></title>", "approx-twice", "超过10%左右"},
        {V("300余家"), NULL, NULL},
        {V("近240万辆"), NULL, NULL},
        {V("日均约15%以上"), NULL, NULL},
        {V("10多万件"), NULL, NULL},
    };
    check(rows, sizeof rows / sizeof *rows);
}

static void test_r118_no_hedge_behind_a_decimal(void **state)
{
    (void)state;
    static const worded rows[] = {
        {V("3.5万余件"), "approx-decimal", "3.5万余件"},
        {V("46.3多万人次"), "approx-decimal", "46.3多万人次"},
        {V("1.20亿多元"), "approx-decimal", "1.20亿多元"},
        {V("约3.5万件"), NULL, NULL},
        {V("3万余件"), NULL, NULL},
    };
    check(rows, sizeof rows / sizeof *rows);
}

#define ITEM(key_, value_) "<item key='" key_ "'><v>" value_ "</v></item>"
#define CHART(unit_, items_) "<chart kind='rank'><data unit='" unit_ "'>" items_ "</data></chart>"

static void test_r120_equal_decimals(void **state)
{
    (void)state;
    static const worded rows[] = {
        {CHART("万人次", ITEM("a", "38.2") ITEM("b", "35")), "decimals-mixed", "“35”与“38.2”"},
        {CHART("", ITEM("a", "3") ITEM("b", "3.25") ITEM("c", "4.5")), "decimals-mixed", "3.25"},
        {CHART("万人次", ITEM("a", "38.2") ITEM("b", "35.0")), NULL, NULL},
        /* 近421 is rounded on purpose. */
        {CHART("万人次", ITEM("a", "612.4") ITEM("b", "近421")), NULL, NULL},
        /* Each series for itself. */
        {CHART("", "<item key='a'><v series='x'>1.5</v><v series='y'>3</v></item>"
                   "<item key='b'><v series='x'>2.5</v><v series='y'>4</v></item>"),
         NULL, NULL},
    };
    check(rows, sizeof rows / sizeof *rows);
}

static void test_r120_percent_on_all_or_none(void **state)
{
    (void)state;
    static const worded rows[] = {
        {CHART("%", ITEM("a", "37%") ITEM("b", "12")), "percent-mixed", "“12”没有"},
        {CHART("", ITEM("a", "37%") ITEM("b", "12") ITEM("c", "8")), "percent-mixed", "“12”"},
        {CHART("%", ITEM("a", "37") ITEM("b", "12")), NULL, NULL},
        {CHART("", ITEM("a", "37%") ITEM("b", "12%")), NULL, NULL},
    };
    check(rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_r118_one_hedge),
        cmocka_unit_test(test_r118_no_hedge_behind_a_decimal),
        cmocka_unit_test(test_r120_equal_decimals),
        cmocka_unit_test(test_r120_percent_on_all_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
