/* Totals of tables: what is found, what is let pass, and made tables whose sums hold until one
   figure is changed. */
#include "unit/model/read.h"

#include <stdio.h>

#define HEADS(...) "<table><column head='市'/>" __VA_ARGS__
#define COL(head) "<column head='" head "'/>"
#define COL_OF(head, unit) "<column head='" head "' unit='" unit "'/>"
#define ROW(head, cells) "<row head='" head "'>" cells "</row>"
#define V(v) "<cell><v>" v "</v></cell>"

static void expect(const char *body, size_t wanted)
{
    reading r = read_body(body, NULL);
    size_t found = 0;
    for (size_t i = 0; i < zt_diags_count(r.diags); i++)
        found += strcmp(zt_diags_at(r.diags, i)->code, "sum-mismatch") == 0;
    if (found != wanted)
        fail_msg("%zu of %zu in %s", found, wanted, body);
    drop(&r);
}

static void test_down(void **state)
{
    (void)state;
    expect(HEADS(COL_OF("企业", "家")) ROW("甲", V("12")) ROW("乙", V("26"))
               ROW("合计", V("38")) "</table>",
           0);
    expect(HEADS(COL_OF("企业", "家")) ROW("甲", V("12")) ROW("乙", V("26"))
               ROW("合计", V("39")) "</table>",
           1);
    expect(HEADS(COL_OF("企业", "家")) ROW("全市总　计（2区）", V("39")) ROW("甲", V("12"))
               ROW("乙", V("26")) "</table>",
           1);
    expect(HEADS(COL_OF("企业", "家")) ROW("甲", V("12")) ROW("乙", V("26"))
               ROW("Total", V("39")) "</table>",
           1);
    /* Numbers that nobody marked up. */
    expect(HEADS(COL("企业")) ROW("甲", "<cell>12</cell>") ROW("乙", "<cell>26</cell>")
               ROW("合计", "<cell>39</cell>") "</table>",
           1);
    /* Marks around the word. */
    static const char *const totals[] = {"合计:", "合计：",     "合计*",        "合计:*",
                                         "合计)", "（二）合计", "［全市］合计:"};
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        char body[512];
        snprintf(body, sizeof body,
                 HEADS(COL_OF("企业", "家")) ROW("甲", V("12")) ROW("乙", V("26"))
                     ROW("%s", V("39")) "</table>",
                 totals[i]);
        expect(body, 1);
    }
    /* Rounded. */
    expect(HEADS(COL_OF("产值", "亿元")) ROW("甲", V("12.4")) ROW("乙", V("26.3"))
               ROW("合计", V("38.8")) "</table>",
           0);
    expect(HEADS(COL_OF("产值", "亿元")) ROW("甲", V("12.4")) ROW("乙", V("26.3"))
               ROW("合计", V("39.8")) "</table>",
           1);
    expect(HEADS(COL_OF("企业", "家")) ROW("甲", V("12")) ROW("乙", V("26"))
               ROW("合计", "<cell><v bound='exact'>39</v></cell>") "</table>",
           0);
}

static void test_parts_of_tables(void **state)
{
    (void)state;
    /* 小计 are of their rows, 合计 of all. */
    expect(HEADS(COL("家")) ROW("甲", V("12")) ROW("乙", V("26")) ROW("小计", V("38"))
               ROW("丙", V("2")) ROW("丁", V("3")) ROW("小计", V("5"))
                   ROW("合计", V("43")) "</table>",
           0);
    expect(HEADS(COL("家")) ROW("甲", V("12")) ROW("乙", V("26")) ROW("小计", V("37"))
               ROW("丙", V("2")) ROW("丁", V("3")) ROW("小计", V("5"))
                   ROW("合计", V("44")) "</table>",
           2);
    /* Bands, each with a total of its own. */
    expect(HEADS(COL("家")) "<row head='东'/>" ROW("甲", V("12")) ROW("乙", V("26"))
               ROW("合计", V("38")) "<row head='西'/>" ROW("丙", V("2")) ROW("丁", V("3"))
                   ROW("合计", V("5")) "</table>",
           0);
    /* Two breakdowns of one total. */
    expect(HEADS(COL("人")) ROW("合计", V("100")) ROW("男", V("52")) ROW("女", V("48"))
               ROW("城镇", V("70")) ROW("乡村", V("30")) "</table>",
           0);
    /* 其中 is no part of its own. */
    expect(HEADS(COL("人")) ROW("合计", V("100")) ROW("男", V("52")) ROW("其中：儿童", V("10"))
               ROW("女", V("48")) "</table>",
           0);
}

static void test_across(void **state)
{
    (void)state;
#define MEDALS HEADS(COL("名次") COL("金牌") COL("银牌") COL("铜牌") COL("奖牌总数"))
    expect(MEDALS ROW("甲", V("1") V("10") V("5") V("3") V("18"))
               ROW("乙", V("2") V("8") V("6") V("3") V("17"))
                   ROW("丙", V("3") V("7") V("5") V("4") V("16")) "</table>",
           0);
    expect(MEDALS ROW("甲", V("1") V("10") V("5") V("3") V("18"))
               ROW("乙", V("2") V("8") V("6") V("3") V("18"))
                   ROW("丙", V("3") V("7") V("5") V("4") V("16")) "</table>",
           1);
    expect(HEADS(COL("金") COL("银") COL("铜") COL("合计"))
               ROW("甲", V("1") V("2") V("3") V("7")) "</table>",
           1);
    expect(HEADS(COL("合计") COL("男") COL("女")) ROW("甲", V("7") V("2") V("4")) "</table>", 1);
    /* 总数 of something else: none of the rows adds up. */
    expect(HEADS(COL("企业总数") COL("上市") COL("专精特新")) ROW("甲", V("90") V("2") V("4"))
               ROW("乙", V("80") V("3") V("9")) "</table>",
           0);
}

static void test_not_judged(void **state)
{
    (void)state;
    static const char *const cells[] = {
        "<cell/>",
        "<cell>—</cell>",
        "<cell><v>约26</v></cell>",
        "<cell><v>20—26</v></cell>",
        "<cell><v>26多</v></cell>",
        "<cell><v status='missing'/></cell>",
        "<cell><v>26万元</v></cell>",
        "<cell><v bound='about'>26</v></cell>",
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<table><column head='市'/><column head='家'/><row "
                 "head='甲'><cell><v>12</v></cell></row>"
                 "<row head='乙'>%s</row><row head='丙'><cell><v>7</v></cell></row>"
                 "<row head='合计'><cell><v>99</v></cell></row></table>",
                 cells[i]);
        expect(body, 0);
    }
    static const char *const heads[] = {"<column head='同比' unit='%'/>", "<column head='人均'/>",
                                        "<column head='单价' unit='元'/>",
                                        "<column head='气温' unit='℃'/>"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<table><column head='市'/>%s<row head='甲'><cell><v>12</v></cell></row>"
                 "<row head='乙'><cell><v>7</v></cell></row>"
                 "<row head='合计'><cell><v>99</v></cell></row></table>",
                 heads[i]);
        expect(body, 0);
    }
}

/* ---- made tables ---- */

typedef struct made {
    uint32_t seed;
    int rows, columns, decimals;
    int cells[9][7]; /* with totals in the last row and column */
} made;

static int draw(made *m, int below)
{
    m->seed = m->seed * 1664525u + 1013904223u;
    return (int)((m->seed >> 8) % (uint32_t)below);
}

static void make(made *m)
{
    memset(m->cells, 0, sizeof m->cells);
    m->rows = 2 + draw(m, 6);
    m->columns = 2 + draw(m, 4);
    m->decimals = draw(m, 3);
    for (int i = 0; i < m->rows; i++)
        for (int k = 0; k < m->columns; k++) {
            int v = 1000 + draw(m, 9000);
            m->cells[i][k] = v;
            m->cells[i][m->columns] += v;
            m->cells[m->rows][k] += v;
            m->cells[m->rows][m->columns] += v;
        }
}

static void write(const made *m, char *out, size_t size)
{
    int scale = m->decimals == 0 ? 1 : m->decimals == 1 ? 10 : 100;
    size_t at = (size_t)snprintf(out, size, "<table><column head='区'/>");
    for (int k = 0; k <= m->columns; k++)
        at += (size_t)snprintf(out + at, size - at, "<column head='%s'/>",
                               k < m->columns ? "部" : "小计");
    for (int i = 0; i <= m->rows; i++) {
        at += (size_t)snprintf(out + at, size - at, "<row head='%s'>", i < m->rows ? "区" : "总计");
        for (int k = 0; k <= m->columns; k++)
            at += (size_t)snprintf(out + at, size - at, "<cell><v>%.*f</v></cell>", m->decimals,
                                   m->cells[i][k] / (double)scale);
        at += (size_t)snprintf(out + at, size - at, "</row>");
    }
    snprintf(out + at, size - at, "</table>");
}

/* A part that is off is off in its row and in its column. */
static void test_made(void **state)
{
    (void)state;
    made m = {.seed = 8};
    char body[8192];
    for (int i = 0; i < 300; i++) {
        make(&m);
        write(&m, body, sizeof body);
        expect(body, 0);
        m.cells[draw(&m, m.rows)][draw(&m, m.columns)] += 50 + draw(&m, 900);
        write(&m, body, sizeof body);
        expect(body, 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_down),   cmocka_unit_test(test_parts_of_tables),
        cmocka_unit_test(test_across), cmocka_unit_test(test_not_judged),
        cmocka_unit_test(test_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
