/* Tables as offices publish them: where units stand, what is a total and what a remark, rows that
   become series. Each is written to a file and imported as a chart does it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "import/rows_imp.h"

/* ---- one import ---- */

typedef struct run {
    zt_arena *arena;
    zt_diags *diags;
    zt_node *data;
} run;

static char folder[] = "/tmp/zhitu-import-XXXXXX";

static void put_file(const char *name, const char *text)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void know(zt_node *node)
{
    node->known = true;
    for (zt_node *n = node->first; n; n = n->next)
        if (n->name)
            know(n);
}

/* `data` holds attributes of <data>, `import` those of <import> but for href. */
static run import_table(const char *table, const char *kind, const char *data, const char *import)
{
    char xml[4000], path[200];
    run r = {.arena = zt_arena_new()};
    r.diags = zt_diags_new(r.arena);
    put_file("t.csv", table);
    snprintf(xml, sizeof xml,
             "<graphic xmlns=\"urn:zhitu:1\"><chart kind=\"%s\"><data %s><import href=\"t.csv\" "
             "%s/></data></chart></graphic>",
             kind, data, import);
    snprintf(path, sizeof path, "%s/t.xml", folder);
    zt_source *source = zt_xml_parse(r.arena, r.diags, zt_arena_strdup(r.arena, path),
                                     zt_str_from(zt_arena_strdup(r.arena, xml)), NULL);
    assert_non_null(source->root);
    know(source->root);
    zt_import_files files = {0};
    zt_import_run(r.arena, r.diags, source, folder, &files);
    r.data = zt_node_child(zt_node_child(source->root, "chart"), "data");
    return r;
}

static void close_run(run *r)
{
    zt_arena_drop(r->arena);
}

static const zt_diag *finding(const run *r, const char *code)
{
    for (size_t i = 0; i < zt_diags_count(r->diags); i++)
        if (strcmp(zt_diags_at(r->diags, i)->code, code) == 0)
            return zt_diags_at(r->diags, i);
    return NULL;
}

/* "甲 402.6 乙 156.1"; of series "甲 2021:5 2022:6". */
static const char *items(const run *r)
{
    zt_buf out;
    zt_buf_init(&out, r->arena);
    for (const zt_node *item = zt_node_child(r->data, "item"); item;
         item = zt_node_sibling(item, "item")) {
        zt_buf_printf(&out, "%s%.*s", out.len ? " " : "", ZT_ARG(zt_node_attr(item, "key", "")));
        for (const zt_node *v = zt_node_child(item, "v"); v; v = zt_node_sibling(v, "v")) {
            zt_str series = zt_node_attr(v, "series", ""), text = zt_node_text(r->arena, v);
            zt_buf_printf(&out, " %.*s%s%.*s", ZT_ARG(series), series.len ? ":" : "",
                          ZT_ARG(text.len ? text : ZT_STR("?")));
        }
    }
    return out.len ? out.data : "";
}

static void assert_import(const char *table, const char *data, const char *import,
                          const char *wanted)
{
    run r = import_table(table, "bar", data, import);
    if (zt_diags_failed(r.diags))
        print_error("%s: %s\n", import, zt_diags_at(r.diags, 0)->en);
    assert_false(zt_diags_failed(r.diags));
    assert_string_equal(items(&r), wanted);
    close_run(&r);
}

static void assert_finding(const char *table, const char *data, const char *import,
                           const char *code, int line, int column)
{
    run r = import_table(table, "bar", data, import);
    const zt_diag *d = finding(&r, code);
    if (!d)
        print_error("%s: no %s; %s\n", import, code,
                    zt_diags_count(r.diags) ? zt_diags_at(r.diags, 0)->en : "nothing");
    assert_non_null(d);
    assert_int_equal(d->pos.line, line);
    assert_int_equal(d->pos.column, column);
    close_run(&r);
}

/* ---- totals and remarks, by name ---- */

static void test_totals_are_known_in_every_spelling(void **state)
{
    static const char *const totals[] = {"合计",
                                         "总计",
                                         "小计",
                                         "合　　计",
                                         "合   计",
                                         "总　计",
                                         "合计：",
                                         "合计:",
                                         "全国总计",
                                         "全国合计",
                                         "全市合计",
                                         "全省合计",
                                         "合计（2市）",
                                         "合计(12 个区县)",
                                         "总 计：",
                                         "华东小计",
                                         "一、合计",
                                         "计",
                                         "Total",
                                         "TOTAL",
                                         "total",
                                         "Grand total",
                                         "Grand Total",
                                         "Sub-total",
                                         "SUM",
                                         "Asia total",
                                         "Total (all)",
                                         "其中：城镇",
                                         "其中",
                                         "共计",
                                         "合计*",
                                         "　合 计　",
                                         "总 计 Total",
                                         "合计/Total",
                                         "全国总计 National Total",
                                         "總計"};
    static const char *const names[] = {"合川",     "总部基地", "计算机",     "小计划",    "合计划",
                                        "总会计师", "Total SA", "Totals Inc", "Summit",    "重庆",
                                        "全椒",     "共青城",   "统计局",     "合计事务所"};
    zt_arena *arena = zt_arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
        if (!zt_is_total(arena, zt_str_from(totals[i])))
            fail_msg("no total: %s", totals[i]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zt_is_total(arena, zt_str_from(names[i])))
            fail_msg("a total: %s", names[i]);
    zt_arena_drop(arena);
}

static void test_remarks_need_no_word_for_them(void **state)
{
    static const char *const remarks[] = {"注：为快报数",
                                          "注:1",
                                          "以上均为快报数",
                                          "1.以上为快报数",
                                          "2、增速按可比价计算",
                                          "（1）含两江新区",
                                          "①不含农户",
                                          "* 初步核算数",
                                          "数据来源：国家统计局",
                                          "资料来源：海关",
                                          "说明：略",
                                          "备注",
                                          "※见附表",
                                          "本表按现价计算",
                                          "因四舍五入合计数略有出入",
                                          "由市统计局提供",
                                          "单位：亿元",
                                          "Source: NBS",
                                          "Note: preliminary",
                                          "一、东部地区",
                                          "制表人：张三",
                                          "数据截至5月底",
                                          "部分数据为初步核算数"};
    static const char *const names[] = {"丙",     "大数据产业", "城市更新", "来宾",   "注册资本",
                                        "说明书", "第1组",      "2022年",   "备用金", "1-5月"};
    char table[400];
    (void)state;
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++) {
        snprintf(table, sizeof table, "城市,人数\n甲,5\n乙,7\n%s,\n", remarks[i]);
        run r = import_table(table, "bar", "", "map=\"key=城市 v=人数\"");
        if (strcmp(items(&r), "甲 5 乙 7") != 0)
            fail_msg("an item: %s", remarks[i]);
        assert_non_null(finding(&r, "import-left-out"));
        close_run(&r);
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char wanted[100];
        snprintf(table, sizeof table, "城市,人数\n甲,5\n%s,\n", names[i]);
        snprintf(wanted, sizeof wanted, "甲 5 %s ?", names[i]);
        assert_import(table, "", "map=\"key=城市 v=人数\"", wanted);
    }
}

static void test_the_whole_among_its_parts(void **state)
{
    (void)state;
    const char *map = "map=\"key=地区 v=值\"";
    assert_import("地区,值\n全国,100\n甲,30\n乙,20\n", "", map, "甲 30 乙 20");
    assert_import("地区,值\n全国,100\n甲,30\n乙,20\n", "", "map=\"key=地区 v=值\" totals=\"yes\"",
                  "全国 100 甲 30 乙 20");
    /* An average among rates is compared with them. */
    assert_import("地区,值(%)\n全国,5.2\n甲,6.1\n乙,4.9\n", "", map, "全国 5.2 甲 6.1 乙 4.9");
    assert_import("地区,年,值\n全国,2021,90\n甲,2021,30\n乙,2021,20\n", "",
                  "map=\"key=年 v=值\" series=\"地区\"", "2021 甲:30 乙:20");
    assert_import("地区,值\n全国,100\n甲,30\n乙,20\n", "",
                  "map=\"key=地区 v=值\" keep=\"top 1\" rest=\"其他\"", "甲 30 其他 20");
    run pie = import_table("地区,值(%)\n甲,50\n乙,30\n丙,20\n", "pie", "",
                           "map=\"key=地区 v=值\" keep=\"top 1\" rest=\"其他\"");
    assert_string_equal(items(&pie), "甲 50 其他 50");
    close_run(&pie);
    assert_finding("地区,值\n甲,100\n乙,200\n丙,300\n成渝,600\n", "", map, "import-total", 5, 1);
}

/* ---- units, wherever they stand ---- */

typedef struct random_state {
    uint32_t seed;
} random_state;

static uint32_t next(random_state *s, uint32_t below)
{
    s->seed = s->seed * 1664525u + 1013904223u;
    return (s->seed >> 8) % below;
}

/* As tables write it, its canonical spelling, what it is a scale of, and the power of ten. */
static const struct {
    const char *written, *canon, *base;
    int power;
    bool rate;
} units[] = {{"亿元", "亿元", "元", 8, false},
             {"万元", "万元", "元", 4, false},
             {"元", "元", "元", 0, false},
             {"万亿元", "万亿元", "元", 12, false},
             {"万人次", "万人次", "人次", 4, false},
             {"人次", "人次", "人次", 0, false},
             {"亿千瓦·时", "亿千瓦时", "千瓦时", 8, false},
             {"万千瓦时", "万千瓦时", "千瓦时", 4, false},
             {"万 吨", "万吨", "吨", 4, false},
             {"吨", "吨", "吨", 0, false},
             {"％", "%", "%", 0, true},
             {"%", "%", "%", 0, true},
             {"‰", "‰", "‰", 0, true},
             {"km²", "平方公里", "平方公里", 0, false}};
enum { UNITS = sizeof units / sizeof *units };

enum {
    IN_HEAD,
    IN_WIDE_HEAD,
    BEHIND_SLASH,
    WITH_REMARK,
    BELOW_HEAD,
    LINE_LEFT,
    LINE_RIGHT,
    LINE_TWO_CELLS,
    LINE_MEASURE,
    LINE_INDICATOR,
    IN_TITLE,
    TWO_UNITS,
    NAMED_UNITS,
    AT_FOOT,
    UNIT_COLUMN,
    ROW_HEADS,
    IN_CELLS,
    DECLARED,
    NOWHERE,
    PLACES
};

/* The table with its unit in one place; the column is the second, beside one of another kind. */
static void write_table(char *out, size_t size, int place, const char *unit, bool rate,
                        const char *const values[3])
{
    const char *name = rate ? "增速" : "总量", *other = rate ? "总量" : "增速";
    const char *more = rate ? "亿元" : "%";
    char head[200], above[300] = "", below[200] = "", foot[100] = "", rows[600] = "";
    snprintf(head, sizeof head, "地区,%s,%s", name, other);
    if (place == IN_HEAD)
        snprintf(head, sizeof head, "地区,%s(%s),%s(%s)", name, unit, other, more);
    if (place == IN_WIDE_HEAD)
        snprintf(head, sizeof head, "地区,%s（%s）,%s", name, unit, other);
    if (place == BEHIND_SLASH)
        snprintf(head, sizeof head, "地区,%s/%s,%s", name, unit, other);
    if (place == WITH_REMARK)
        snprintf(head, sizeof head, "地区,%s（%s；现价）,%s", name, unit, other);
    if (place == UNIT_COLUMN)
        snprintf(head, sizeof head, "地区,%s,单位", name);
    if (place == BELOW_HEAD)
        snprintf(below, sizeof below, ",%s,%s\n", unit, more);
    if (place == LINE_LEFT)
        snprintf(above, sizeof above, "各市情况,,\n单位：%s,,\n", unit);
    if (place == LINE_RIGHT)
        snprintf(above, sizeof above, "各市情况,,（单位：%s）\n", unit);
    if (place == LINE_TWO_CELLS)
        snprintf(above, sizeof above, "各市情况,单位:,%s\n", unit);
    if (place == LINE_MEASURE)
        snprintf(above, sizeof above, ",,计量单位：%s\n", unit);
    if (place == LINE_INDICATOR)
        snprintf(above, sizeof above, "数据库：年度数据\n指标：%s(%s)\n时间：最近2年\n", name,
                 unit);
    if (place == IN_TITLE)
        snprintf(above, sizeof above, "2021年各市%s（%s）,,\n", name, unit);
    if (place == TWO_UNITS)
        snprintf(above, sizeof above, ",,单位：%s、%s\n", rate ? more : unit, rate ? unit : more);
    if (place == NAMED_UNITS)
        snprintf(above, sizeof above, ",,单位：%s：%s；%s：%s\n", other, more, name, unit);
    if (place == AT_FOOT)
        snprintf(foot, sizeof foot, "单位：%s,,\n", unit);
    for (int i = 0; i < 3; i++) {
        static const char *const keys[] = {"甲", "乙", "丙"};
        size_t len = strlen(rows);
        snprintf(rows + len, sizeof rows - len, "%s%s%s%s,%s%s,%s\n", keys[i],
                 place == ROW_HEADS ? "(" : "", place == ROW_HEADS ? unit : "",
                 place == ROW_HEADS ? ")" : "", values[i], place == IN_CELLS ? unit : "",
                 place == UNIT_COLUMN ? unit : "1");
    }
    snprintf(out, size, "%s%s\n%s%s%s", above, head, below, rows, foot);
}

/* 402.6 in 亿元 under a chart of 万元: what convert= makes of it, exactly. */
static const char *shifted(zt_arena *arena, const char *value, int power)
{
    zt_num num;
    assert_true(zt_num_parse(zt_str_from(value), &num));
    if (power && !zt_num_scale(&num, power))
        return NULL;
    if (power < 0)
        zt_num_trim(&num);
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_num_print(&out, num, false);
    return out.data;
}

static void check_values(const run *r, const char *const values[3], int power, int place)
{
    const zt_node *item = zt_node_child(r->data, "item");
    for (int i = 0; i < 3; i++, item = zt_node_sibling(item, "item")) {
        assert_non_null(item);
        zt_str text = zt_node_text(r->arena, zt_node_child(item, "v"));
        const char *wanted = shifted(r->arena, values[i], power);
        if (place == IN_CELLS ? !zt_str_starts(text, wanted) : !zt_str_is(text, wanted))
            fail_msg("place %d: %.*s is not %s", place, ZT_ARG(text), wanted);
    }
}

/* The hint of a message, followed: convert="A→B" as it stands there. */
static bool hint(const zt_diag *d, char *out, size_t size)
{
    const char *from = strstr(d->en, "convert=\"");
    const char *end = from ? strchr(from + 9, '"') : NULL;
    if (!end || (size_t)(end - from) + 2 > size)
        return false;
    memcpy(out, from, (size_t)(end - from) + 1);
    out[end - from + 1] = 0;
    return true;
}

static void try_table(random_state *s)
{
    static const char *const all[][3] = {
        {"402.6", "156.1", "70.2"}, {"5", "12", "3"}, {"0.5", "99.9", "1200"}};
    size_t u = next(s, UNITS), c = next(s, UNITS);
    int place = (int)next(s, PLACES);
    if (next(s, 3) == 0)
        c = u;
    const char *const *values = all[next(s, 3)];
    char table[2000], data[200], map[300], more[100] = "", converted[600];
    const char *column = units[u].rate ? "增速" : "总量";
    write_table(table, sizeof table, place, units[u].written, units[u].rate, values);
    snprintf(data, sizeof data, "unit=\"%s\"", units[c].canon);
    if (place == DECLARED)
        snprintf(more, sizeof more, " unit=\"%s\"", units[u].written);
    snprintf(map, sizeof map, "map=\"key=地区 v=%s\"%s", column, more);
    run r = import_table(table, "bar", data, map);
    bool same = strcmp(units[u].canon, units[c].canon) == 0;
    const zt_diag *wrong = finding(&r, "unit-mismatch");
    if (place == NOWHERE || same) {
        if (zt_diags_failed(r.diags))
            fail_msg("refused: %s\n%s", zt_diags_at(r.diags, 0)->en, table);
        if ((place == NOWHERE) != (finding(&r, "unit-unknown") != NULL))
            fail_msg("unit-unknown in place %d\n%s", place, table);
        check_values(&r, values, 0, place);
        close_run(&r);
        return;
    }
    if (!wrong)
        fail_msg("place %d: %s under %s passes\n%s", place, units[u].written, units[c].canon,
                 table);
    bool related = strcmp(units[u].base, units[c].base) == 0;
    char said[200];
    if (hint(wrong, said, sizeof said) != related)
        fail_msg("place %d: %s", place, wrong->en);
    if (related && shifted(r.arena, values[0], units[u].power - units[c].power) &&
        shifted(r.arena, values[1], units[u].power - units[c].power)) {
        snprintf(converted, sizeof converted, "%s %s", map, said);
        run again = import_table(table, "bar", data, converted);
        if (zt_diags_failed(again.diags))
            fail_msg("the hint fails: %s", zt_diags_at(again.diags, 0)->en);
        check_values(&again, values, units[u].power - units[c].power, place);
        close_run(&again);
    }
    close_run(&r);
}

static void test_units_in_random_places_are_read_or_refused(void **state)
{
    random_state s = {20221129u};
    (void)state;
    for (int i = 0; i < 1500; i++)
        try_table(&s);
}

/* Lines that name units in other ways; the unit of the amount, the unit of the rate. */
static void test_lines_of_units(void **state)
{
    static const char *const lines[][3] = {
        {",,单位：亿元 %", "亿元", "%"},
        {",,单位：亿元/%", "亿元", "%"},
        {",,单位：亿元（%）", "亿元", "%"},
        {",,单位:亿元；增速:%", "亿元", "%"},
        {",,单位：万元（人民币）", "万元", NULL},
        {"\"各市情况（2021年，单位：亿元，%）\"", "亿元", "%"},
        {"各市总量（亿元）及增速（%）", "亿元", "%"},
        {"Unit: US$ million", "百万美元", NULL},
        {"Unit: 10 000 persons", "万人", NULL},
        {",,（亿元）", "亿元", NULL},
        {"指标：总量,计量单位：亿元", "亿元", NULL},
        {"单位,亿元", "亿元", NULL},
        {"单位为亿元", "亿元", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char table[400], unit[100];
        snprintf(table, sizeof table, "%s\n地区,总量,增速\n甲,402.6,3.5\n乙,156.1,-2.1\n",
                 lines[i][0]);
        for (int k = 1; k <= 2; k++) {
            snprintf(unit, sizeof unit, "unit=\"%s\"", lines[i][k] ? lines[i][k] : "%");
            run r = import_table(table, "bar", unit,
                                 k == 1 ? "map=\"key=地区 v=总量\"" : "map=\"key=地区 v=增速\"");
            if (zt_diags_failed(r.diags) || (finding(&r, "unit-unknown") != NULL) != !lines[i][k])
                fail_msg("%s, %s: %s", lines[i][0], unit,
                         zt_diags_count(r.diags) ? zt_diags_at(r.diags, 0)->en : "no unit-unknown");
            close_run(&r);
        }
    }
    assert_import("地区,人数（万）\n甲,5\n", "unit=\"万人\"", "map=\"key=地区 v=人数\"", "甲 5");
    assert_finding("地区,人数（万）\n甲,5\n", "unit=\"人\"", "map=\"key=地区 v=人数\"",
                   "unit-mismatch", 1, 4);
}

static void test_heads_of_several_looks(void **state)
{
    static const char *const heads[][3] = {
        {"GDP（亿元）", "GDP", "亿元"},
        {"产值①（亿元）", "产值", "亿元"},
        {"人数*", "人数", ""},
        {"GDP/亿元", "GDP", "亿元"},
        {"GDP_亿元", "GDP", "亿元"},
        {"GDP 亿元", "GDP", "亿元"},
        {"GDP,亿元", "GDP", "亿元"},
        {"增速%", "增速", "%"},
        {"增长 ± %", "增长", "%"},
        {"增速（％）", "增速", "%"},
        {"产值(单位：亿元)", "产值", "亿元"},
        {"价格(元/吨)", "价格", "元/吨"},
        {"价格/元/吨", "价格", "元/吨"},
        {"用电量（亿千瓦·时）", "用电量", "亿千瓦时"},
        {"面积(km²)", "面积", "平方公里"},
        {"GDP (100 million yuan)", "GDP", "亿元"},
        {"Population (10 000 persons)", "Population", "万人"},
        {"产值（亿元）（现价）", "产值", "亿元"},
        {"成都（市）", "成都", ""},
        {"产值（2022年）", "产值", ""},
        {"前10%", "前10%", ""},
        {"北京/天津", "北京/天津", ""},
    };
    zt_arena *arena = zt_arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        zt_head head = zt_head_part(arena, zt_str_from(heads[i][0]));
        if (!zt_str_is(head.bare, heads[i][1]) || !zt_str_is(head.unit, heads[i][2]))
            fail_msg("%s: %.*s, %.*s", heads[i][0], ZT_ARG(head.bare), ZT_ARG(head.unit));
    }
    zt_arena_drop(arena);
}

static void test_rows_of_different_units_share_no_axis(void **state)
{
    const char *table = "指标,2021年\n产值(亿元),402.6\n人口(万人),321.2\n城镇化率(%),71.3\n";
    const char *column = "指标,单位,2021年\n产值,亿元,402.6\n人口,万人,321.2\n";
    (void)state;
    assert_finding(table, "", "map=\"key=指标 v=2021年\"", "unit-mismatch", 3, 1);
    assert_finding(table, "unit=\"亿元\"", "map=\"key=指标 v=2021年\"", "unit-mismatch", 3, 1);
    assert_finding(column, "", "map=\"key=指标 v=2021年\"", "unit-mismatch", 3, 4);
    assert_import(table, "unit=\"亿元\"", "map=\"key=指标 v=2021年\" where=\"指标=产值\"",
                  "产值(亿元) 402.6");
}

/* ---- figures ---- */

static void test_a_cell_is_read_whole(void **state)
{
    const char *map = "map=\"key=市 v=值\"";
    (void)state;
    assert_import("市,值\n甲,–2.0\n乙,−3\n丙,－８．５\n丁,\"1,234\"\n", "", map,
                  "甲 −2.0 乙 −3 丙 −8.5 丁 1234");
    assert_import("市,值(人次)\n甲,近50000\n乙,12000 人次\n丙,3万人次\n丁,\"12,000人次左右\"\n",
                  "unit=\"万人次\"", "map=\"key=市 v=值\" convert=\"人次→万人次\"",
                  "甲 近5 乙 1.2万人次 丙 3万人次 丁 1.2万人次左右");
    assert_import("市,值\n甲,-\n乙,…\n丙,NaN\n丁,:\n戊,\n", "", map, "甲 ? 乙 ? 丙 ? 丁 ? 戊 ?");
    assert_finding("市,值\n甲,3.5%\n乙,0.021\n", "", map, "unit-unknown", 3, 3);
    static const char *const dates[] = {"2022年",   "2022年6月", "2022年6月1日",
                                        "6月1日",   "2022/6/1",  "2022-06-01",
                                        "2022.6.1", "08:30",     "8:30:00"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        char table[100];
        snprintf(table, sizeof table, "市,值\n甲,%s\n", dates[i]);
        assert_finding(table, "", map, "import-cell", 2, 3);
    }
    assert_import("市,值\n甲,3年\n乙,12月\n丙,2022.6\n丁,2022\n", "", map,
                  "甲 3年 乙 12月 丙 2022.6 丁 2022");
    assert_finding("市,值\n甲,5-7\n", "", map, "import-cell", 2, 3);
    assert_finding("市,值\n甲,5—7\n", "", map, "import-cell", 2, 3);
    assert_finding("市,值\n甲,5至7\n", "", map, "import-cell", 2, 3);
    assert_finding("市,值（人次）\n甲,123①\n", "unit=\"万人次\"",
                   "map=\"key=市 v=值\" convert=\"人次→万人次\"", "import-cell", 2, 3);
    assert_finding("市,值（人次）\n甲,12万吨\n", "unit=\"人次\"", map, "unit-mismatch", 2, 3);
}

/* ---- names ---- */

static void test_names_in_quotes(void **state)
{
    const char *table = "City name,Passengers total,a=b,it's,\"say \"\"x\"\"\"\nA,5,6,7,8\n";
    (void)state;
    assert_import(table, "", "map=\"key='City name' v='Passengers total'\"", "A 5");
    assert_import(table, "", "map=\"key=“City name” v=「Passengers total」\"", "A 5");
    assert_import(table, "", "map=\"key=Cityname v='a=b'\"", "A 6");
    assert_import(table, "", "map=\"key='City name' v='it''s'\"", "A 7");
    assert_import(table, "", "map='key=\"City name\" v=\"say \"\"x\"\"\"'", "A 8");
    assert_import(",GDP\n甲,5\n", "", "map=\"key='' v=GDP\"", "甲 5");
    assert_finding(table, "", "map=\"key=City name v=it's\"", "bad-map", 1, 81);
    assert_finding(table, "", "map=\"key='City name v=it's\"", "bad-map", 1, 81);
    /* What a message proposes can be typed as it stands. */
    static const char *const names[] = {"甲",        "City name", "a=b", "it's",
                                        "say \"x\"", "'",         "“x”", "增速（%）"};
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *written = zt_name_written(arena, zt_str_from(names[i]));
        zt_str rest = zt_str_from(zt_arena_printf(arena, "v=%s key=x", written));
        zt_name_value pair;
        assert_int_equal(zt_pair_next(arena, &rest, &pair), ZT_PAIR_READ);
        if (!zt_str_is(pair.value, names[i]))
            fail_msg("%s is read as %.*s", written, ZT_ARG(pair.value));
    }
    zt_arena_drop(arena);
}

static void test_heads_of_two_lines(void **state)
{
    const char *units_above =
        "地区,产值（亿元）,,人口（万人）,\n,2022年,2021年,2022年,2021年\n甲,5,3,4,2\n";
    const char *units_below =
        "地区,2022年,,2021年,\n,总量(亿元),增速(%),总量(亿元),增速(%)\n甲,5,3,4,2\n";
    (void)state;
    assert_import(units_above, "unit=\"万人\"", "map=\"key=地区 v=人口/2022年\"", "甲 4");
    assert_import(units_above, "unit=\"万人\"", "map=\"key=地区 v=人口（万人）/2022年\"", "甲 4");
    assert_finding(units_above, "unit=\"亿元\"", "map=\"key=地区 v=人口/2022年\"", "unit-mismatch",
                   2, 14);
    assert_import(units_below, "unit=\"%\"", "map=\"key=地区 v=2021年/增速\"", "甲 2");
    assert_finding(units_below, "", "map=\"key=地区 v=总量\"", "import-column", 1, 81);
}

static void test_heads_that_begin_alike(void **state)
{
    const char *table = "地区,GDP,GDP(亿元),GDP(%)\n甲,1,2,3\n";
    (void)state;
    assert_import(table, "", "map=\"key=地区 v=GDP\"", "甲 1");
    assert_import(table, "", "map=\"key=地区 v=GDP（％）\"", "甲 3");
    assert_finding("地区,GDP(亿元),GDP(%)\n甲,2,3\n", "", "map=\"key=地区 v=GDP\"", "import-column",
                   1, 81);
}

/* ---- shapes ---- */

static const char long_table[] = "地区,年份,指标,值\n"
                                 "甲,2021,产值(亿元),10\n甲,2022,产值(亿元),11\n"
                                 "乙,2021,产值(亿元),20\n乙,2022,产值(亿元),22\n"
                                 "甲,2021,人口(万人),1\n乙,2022,人口(万人),2\n";

static void test_long_tables(void **state)
{
    (void)state;
    assert_finding(long_table, "unit=\"万元\"", "map=\"key=年份 v=值\" where=\"指标=产值 地区=甲\"",
                   "unit-mismatch", 2, 8);
    assert_finding("年,指标,值\n2021,产值(亿元),5\n2022,人口(万人),6\n", "", "map=\"key=年 v=值\"",
                   "unit-mismatch", 3, 6);
    assert_import(long_table, "", "map=\"key=地区 v=值\" where=\"指标=产值 年份=2022\"",
                  "甲 11 乙 22");
    assert_import(long_table, "", "map=\"key=年份 v=值\" where=\"指标=产值\" series=\"地区\"",
                  "2021 甲:10 乙:20 2022 甲:11 乙:22");
    assert_import(long_table, "", "map=\"key=地区 v=值\" where=\"指标=产值 年份=2021 地区=乙\"",
                  "乙 20");
    assert_import(long_table, "",
                  "map=\"key=年份 v=值\" where=\"指标=产值 年份=2021 年份=2022 地区=甲\"",
                  "2021 10 2022 11");
    run r = import_table(long_table, "line", "",
                         "map=\"key=年份 v=值\" where=\"指标=人口\" series=\"地区\"");
    assert_string_equal(items(&r), "2021 甲:1 乙:? 2022 甲:? 乙:2");
    assert_non_null(finding(&r, "series-gap"));
    close_run(&r);
    assert_finding(long_table, "", "map=\"key=地区 v=值\" where=\"指标=产值\"", "duplicate-key", 3,
                   1);
    assert_finding(long_table, "", "map=\"key=地区 v=值\" where=\"指标=产\"", "where-nothing", 1,
                   100);
    assert_finding(long_table, "", "map=\"key=地区 v=值\" where=\"项目=产值\"", "import-column", 1,
                   100);
    assert_finding(long_table, "", "map=\"key=地区 v=值\" where=\"产值\"", "bad-where", 1, 100);
    assert_finding(long_table, "", "map=\"key=地区 v=值\" where=\"指标=人口 年份=2021 地区=乙\"",
                   "where-nothing", 1, 100);
}

static const char across_table[] = "数据库：年度数据\n时间：最近3年\n"
                                   "指标,2023年,2022年,2021年\n"
                                   "地区生产总值(亿元),30145.8,29129.0,27894.0\n"
                                   "第一产业增加值(亿元),2074.7,2012.1,1922.0\n"
                                   "年末人口(万人),3191.4,3213.3,\n"
                                   "数据来源：国家统计局\n";

static void test_time_across(void **state)
{
    const char *gdp = "2021年 27894.0 2022年 29129.0 2023年 30145.8";
    (void)state;
    assert_import(across_table, "", "across=\"yes\" map=\"key=指标 v=地区生产总值\"", gdp);
    assert_import(across_table, "unit=\"亿元\"", "across=\"yes\" map=\"key=年份 v=地区生产总值\"",
                  gdp);
    assert_import(across_table, "key=\"时点\"",
                  "across=\"yes\" map=\"key=时点 v='地区生产总值(亿元)'\"", gdp);
    assert_import(across_table, "", "across=\"yes\" map=\"key=年份\" where=\"指标=地区生产总值\"",
                  gdp);
    assert_import(across_table, "", "across=\"yes\" map=\"key=年份 v=年末人口\"",
                  "2021年 ? 2022年 3213.3 2023年 3191.4");
    assert_import(across_table, "",
                  "across=\"yes\" map=\"key=年份\" series=\"指标\" where=\"指标=地区生产总值 "
                  "指标=第一产业增加值\"",
                  "2021年 地区生产总值(亿元):27894.0 第一产业增加值(亿元):1922.0 2022年 "
                  "地区生产总值(亿元):29129.0 第一产业增加值(亿元):2012.1 2023年 "
                  "地区生产总值(亿元):30145.8 第一产业增加值(亿元):2074.7");
    assert_import(
        "Country Name,Code,Indicator Name,1960,1961\nChina,CHN,GDP,5,6\nJapan,JPN,GDP,7,8\n"
        "China,CHN,Pop,1,2\n",
        "", "across=\"yes\" map=\"key=year\" where=\"'Indicator Name'=GDP\" series=\"Code\"",
        "1960 CHN:5 JPN:7 1961 CHN:6 JPN:8");
    assert_import("指标,单位,1月,2月\n产值,亿元,5,6\n人口,万人,7,8\n", "unit=\"万人\"",
                  "across=\"yes\" map=\"key=月份 v=人口\"", "1月 7 2月 8");
    assert_finding("指标,2022年,,2021年,\n,总量,增速,总量,增速\n产值,5,3,4,2\n", "",
                   "across=\"yes\" map=\"key=年份 v=产值\"", "import-cell", 3, 6);
    assert_finding(across_table, "unit=\"万亿元\"",
                   "across=\"yes\" map=\"key=年份 v=地区生产总值\"", "unit-mismatch", 4, 1);
    assert_finding(across_table, "", "across=\"yes\" map=\"key=年份\" series=\"指标\"",
                   "unit-mismatch", 6, 1);
    assert_finding(across_table, "", "across=\"yes\" map=\"key=年份 v=总人口\"", "import-column", 1,
                   94);
    assert_finding(across_table, "", "across=\"yes\" map=\"key=城市 v=年末人口\"", "import-column",
                   1, 94);
    assert_finding(across_table, "",
                   "across=\"yes\" map=\"key=年份\" where=\"指标=地区生产总值 指标=年末人口\"",
                   "where-several", 6, 1);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int drop_folder(void **state)
{
    char path[200];
    (void)state;
    snprintf(path, sizeof path, "%s/t.csv", folder);
    unlink(path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_totals_are_known_in_every_spelling),
        cmocka_unit_test(test_remarks_need_no_word_for_them),
        cmocka_unit_test(test_the_whole_among_its_parts),
        cmocka_unit_test(test_units_in_random_places_are_read_or_refused),
        cmocka_unit_test(test_lines_of_units),
        cmocka_unit_test(test_heads_of_several_looks),
        cmocka_unit_test(test_rows_of_different_units_share_no_axis),
        cmocka_unit_test(test_a_cell_is_read_whole),
        cmocka_unit_test(test_names_in_quotes),
        cmocka_unit_test(test_heads_that_begin_alike),
        cmocka_unit_test(test_heads_of_two_lines),
        cmocka_unit_test(test_long_tables),
        cmocka_unit_test(test_time_across),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
