/* change-stale: a change against what its value and its base yield. */
#include "unit/model/read.h"

typedef struct changed {
    const char *body, *zh; /* NULL: it follows */
} changed;

#define OF(v_, vs_, change_)                                                                       \
    "<title><v id='a'>" v_ "</v><change of='a' basis='yoy' vs='" vs_ "'>" change_                  \
    "</change></title>"

static void check(const changed *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        reading r = read_body(rows[i].body, NULL);
        size_t found = zt_diags_count(r.diags);
        if (found != (rows[i].zh ? 1 : 0))
            fail_msg("%zu findings in %s", found, rows[i].body);
        if (found) {
            assert_string_equal(zt_diags_at(r.diags, 0)->code, "change-stale");
            assert_int_equal(zt_diags_at(r.diags, 0)->severity, ZT_WARNING);
            if (!strstr(zt_diags_at(r.diags, 0)->zh, rows[i].zh))
                fail_msg("%s", zt_diags_at(r.diags, 0)->zh);
        }
        drop(&r);
    }
}

/* Scenario 1: 46.3 becomes 48.9 and the change stays. */
static void test_one_number_changed(void **state)
{
    (void)state;
    static const changed rows[] = {
        {OF("46.3万人次", "14.8万人次", "同比增长212%"), NULL},
        {OF("48.9万人次", "14.8万人次", "同比增长212%"), "应为 230%"},
        {OF("48.9万人次", "14.8", "同比增长212%"), "应为 230%"},
        {OF("46.3万人次", "14.8", "同比增长212%"), NULL},
        {OF("4.89亿元", "14800万元", "同比增长212%"), "应为 230%"},
    };
    check(rows, sizeof rows / sizeof *rows);
}

/* 612.4 against 990.9: −38.198 %. What is printed as 38.2 and 38 follows, 38.3 does not. */
static void test_falls_and_decimals(void **state)
{
    (void)state;
    static const changed rows[] = {
        {OF("612.4万人次", "990.9万人次", "−38.2%"), NULL},
        {OF("612.4万人次", "990.9万人次", "下降38%"), NULL},
        {OF("612.4万人次", "990.9万人次", "下降38.3%"), "−38.2%"},
        {OF("612.4万人次", "990.9万人次", "增长38.2%"), "−38.2%"},
        {OF("3家", "3家", "增长0%"), NULL},
        {OF("123456789012元", "123456789010元", "增长1%"), "应为 0%"},
    };
    check(rows, sizeof rows / sizeof *rows);
}

/* 约, 余, 超 leave the figures open; percentage points are no ratio. */
static void test_what_is_not_judged(void **state)
{
    (void)state;
    static const changed rows[] = {
        {OF("约50万人次", "14.8万人次", "同比增长212%"), NULL},
        {OF("48.9万人次", "10余万人次", "同比增长212%"), NULL},
        {OF("48.9万人次", "14.8万人次", "同比增长超过2%"), NULL},
        {OF("48.9家", "14.8%", "提高2个百分点"), NULL},
        {OF("48.9万人次", "14.8万元", "同比增长212%"), NULL},
        {"<title><v id='a'>48.9万人次</v><change of='a'>同比增长212%</change></title>", NULL},
    };
    check(rows, sizeof rows / sizeof *rows);
}

/* Points are a difference, 倍 is a growth by so many times the base. */
static void test_points_and_times(void **state)
{
    (void)state;
    static const changed rows[] = {
        {OF("37%", "22%", "提高15个百分点"), NULL},
        {OF("37.2%", "22.4%", "提高15个百分点"), NULL},
        {OF("37%", "23%", "提高15个百分点"), NULL}, /* 37.4 against 22.6 */
        {OF("37%", "23%", "提高17个百分点"), "应为 14个百分点"},
        {OF("22%", "37%", "下降15个百分点"), NULL},
        {OF("22%", "37%", "提高15个百分点"), "应为 −15个百分点"},
        {OF("46.3万人次", "14.8万人次", "增长2.1倍"), NULL},
        {OF("48.9万人次", "14.8万人次", "增长2.1倍"), "应为 2.3倍"},
    };
    check(rows, sizeof rows / sizeof *rows);
}

/* The words of the trade: last year's figure, the plan's. */
static void test_wording(void **state)
{
    (void)state;
    reading r = read_body(OF("48.9万人次", "14.8", "同比增长212%"), NULL);
    assert_string_equal(
        zt_diags_at(r.diags, 0)->en,
        "\"212%\" no longer follows from last year's 14.8万: 48.9万人次 gives 230%");
    assert_string_equal(zt_diags_at(r.diags, 0)->zh,
                        "“212%”不再能由去年同期的 14.8万 得出：现在是 48.9万人次，应为 230%");
    drop(&r);
    r = read_body("<title><v id='last'>3家</v><v id='a'>4家</v>"
                  "<change of='a' vs='lost'>增长33%</change></title>",
                  NULL);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "unknown-ref");
    assert_non_null(strstr(zt_diags_at(r.diags, 0)->en, "last"));
    drop(&r);
}

/* In a chart the value has its scale from unit=, and belongs to the change beside it. */
static void test_in_a_chart(void **state)
{
    (void)state;
    static const changed rows[] = {
        {"<chart kind='rank'><data unit='万人次'><item key='a'><v>48.9</v>"
         "<change basis='yoy' vs='14.8万人次'>212%</change></item></data></chart>",
         "应为 230%"},
        {"<chart kind='rank'><data unit='万人次'><item key='a'><v>46.3</v>"
         "<change basis='yoy' vs='14.8万人次'>212%</change></item></data></chart>",
         NULL},
    };
    check(rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_number_changed),
        cmocka_unit_test(test_falls_and_decimals),
        cmocka_unit_test(test_what_is_not_judged),
        cmocka_unit_test(test_points_and_times),
        cmocka_unit_test(test_wording),
        cmocka_unit_test(test_in_a_chart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
