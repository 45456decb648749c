/* What a group prints when its figures are set apart, without a page: the cells as text, one a
   line, "role figure│figure: words". */
#include "unit/model/read.h"
#include "model/point_cells.h"

static const zt_cell_options side_by_side = {.optional_kept = SIZE_MAX};
static const zt_cell_options rows = {.one_figure = true, .optional_kept = SIZE_MAX};
static const zt_cell_options bars = {.change_drawn = true, .optional_kept = SIZE_MAX};

static void put_words(zt_buf *out, const zt_rich *words)
{
    for (size_t i = 0; i < words->count; i++) {
        bool figure = words->spans[i].kind == ZT_SPAN_QUANTITY;
        zt_buf_puts(out, figure ? "{" : "");
        if (words->spans[i].kind == ZT_SPAN_BREAK)
            zt_buf_puts(out, "/");
        else
            zt_buf_str(out, words->spans[i].text);
        zt_buf_puts(out, figure ? "}" : "");
    }
}

static void put_cell(zt_buf *out, const zt_point_cell *cell)
{
    static const char *const kinds[] = {"", "~", "!", "%"};
    static const char *const roles[] = {"", "*", "="};
    zt_buf_printf(out, "%s%s", roles[cell->role], kinds[cell->kind]);
    for (size_t i = 0; i < cell->figure_count; i++) {
        zt_buf_puts(out, i ? "│" : "");
        if (cell->part_names)
            zt_buf_printf(out, "%.*s ", ZT_ARG(cell->part_names[i]));
        zt_buf_str(out, cell->figures[i]->text);
    }
    zt_buf_puts(out, ": ");
    put_words(out, &cell->words);
    if (cell->change.quantity)
        zt_buf_printf(out, " [%.*s, %.*s]", ZT_ARG(cell->change.quantity->text),
                      ZT_ARG(cell->change.base.words));
    zt_buf_putc(out, '\n');
}

/* `points`: the <point> elements of one group. */
static void assert_cells(const char *points, const zt_cell_options *options, const char *expected)
{
    zt_arena *arena = zt_arena_new();
    reading r = read_body(
        zt_arena_printf(arena, "<groups><group head=\"甲\">%s</group></groups>", points), NULL);
    const zt_groups *groups = zt_content_of(&r.doc->blocks[0], "groups");
    zt_point_cells cells = zt_point_cells_of(arena, &groups->groups[0], options);
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < cells.count; i++)
        put_cell(&out, &cells.items[i]);
    assert_string_equal(out.len ? out.data : "", expected);
    drop(&r);
    zt_arena_drop(arena);
}

/* A value leads, whatever is written before it; main="yes" overrules. */
static void test_who_leads(void **state)
{
    (void)state;
    assert_cells("<point label=\"位次\">居<rank>第2</rank></point>"
                 "<point label=\"总值\"><v>46.3亿元</v></point>",
                 &side_by_side, "*46.3亿元: 总值\n第2: 位次\n");
    assert_cells("<point label=\"总值\"><v>46.3亿元</v></point>"
                 "<point main=\"yes\" label=\"位次\">居<rank>第2</rank></point>"
                 "<point label=\"合作\"><v>5家</v></point>",
                 &side_by_side, "*第2: 位次\n46.3亿元: 总值\n5家: 合作\n");
    /* Rows stand as written: the block takes the lead out. */
    assert_cells("<point label=\"位次\">居<rank>第2</rank></point>"
                 "<point label=\"总值\"><v>46.3亿元</v></point>",
                 &rows, "第2: 位次\n*46.3亿元: 总值\n");
}

/* A missing value does not lead while another is there. */
static void test_a_missing_value_does_not_lead(void **state)
{
    (void)state;
    const char *points = "<point label=\"总值\"><v status=\"missing\"/></point>"
                         "<point label=\"合作\"><v>5家</v></point>";
    assert_cells(points, &side_by_side, "*5家: 合作\n待补: 总值\n");
    assert_cells("<point label=\"总值\"><v status=\"missing\"/></point>", &side_by_side,
                 "待补: 总值\n");
}

/* The last optional points are dropped first; then the first figure left leads. */
static void test_optional_points(void **state)
{
    (void)state;
    const char *points = "<point optional=\"yes\" main=\"yes\" label=\"总值\"><v>9亿元</v></point>"
                         "<point label=\"合作\"><v>5家</v></point>"
                         "<point optional=\"yes\" label=\"通道\"><v>3条</v></point>";
    zt_cell_options one = {.optional_kept = 1}, none = {0};
    assert_cells(points, &side_by_side, "*9亿元: 总值\n5家: 合作\n3条: 通道\n");
    assert_cells(points, &one, "*9亿元: 总值\n5家: 合作\n");
    assert_cells(points, &none, "*5家: 合作\n");
}

/* Labels as many as figures pair off; a figure's own label comes before its point's. */
static void test_labels_pair_off(void **state)
{
    (void)state;
    assert_cells("<point label=\"国家级|市级\"><v>12家</v>、<v>26家</v></point>", &side_by_side,
                 "*12家: 国家级\n26家: 市级\n");
    assert_cells("<point label=\"国家级|市级\"><v>12家</v>、<v label=\"省级\">26家</v></point>",
                 &side_by_side, "*12家: 国家级\n26家: 省级\n");
}

/* Under one label: named figures are bold in it, others get a cell or stand beside. */
static void test_one_label_for_several_figures(void **state)
{
    (void)state;
    assert_cells("<point label=\"40个项目涉及总投资\"><v>40个</v>项目，总投资"
                 "<v main=\"yes\">1054.5亿元</v></point>",
                 &side_by_side, "*1054.5亿元: {40个}项目涉及总投资\n");
    /* 2家 does not stand in 12家: it is neither bold there nor said by it. */
    const char *points = "<point label=\"其中12家上市\">新增<v main=\"yes\">80家</v>、<v>2家</v>"
                         "</point>";
    assert_cells(points, &side_by_side, "*80家│2家: 其中12家上市\n");
    assert_cells("<point label=\"发明专利\"><v>90件</v>，居全国<rank>第2</rank></point>", &rows,
                 "*90件: 发明专利\n第2: 居全国\n");
    assert_cells("<point label=\"发明专利\"><v>90件</v>，居全国<rank>第2</rank></point>",
                 &side_by_side, "*90件│第2: 发明专利\n");
}

/* 同比增长 is the label of its 5%; 约 belongs to the number. */
static void test_a_change_brings_its_label(void **state)
{
    (void)state;
    const char *points =
        "<point label=\"里程\">全长<v>120公里</v>，<change>同比增长5%</change></point>";
    assert_cells(points, &side_by_side, "*120公里: 里程\n5%: 同比增长\n");
    assert_cells(points, &rows, "*120公里: 里程\n5%: 同比增长\n");
    assert_cells("<point label=\"里程\">全长<v>120公里</v>，<share>占全国约37%</share></point>",
                 &side_by_side, "*120公里: 里程\n约37%: 占全国\n");
}

/* With bars for changes the change and the value before stand with their value. */
static void test_a_change_drawn(void **state)
{
    (void)state;
    assert_cells("<point label=\"客运\"><v id=\"k\">46.3万人次</v>，"
                 "<change of=\"k\" basis=\"yoy\">同比增长212%</change></point>",
                 &bars, "*46.3万人次: 客运 [同比增长212%, 去年同期约14.8万人次（推算）]\n");
    assert_cells("<point label=\"客运\"><v id=\"k\">46.3万人次</v>，"
                 "<change of=\"k\" basis=\"yoy\" vs=\"14.9\">同比增长212%</change></point>",
                 &bars, "*46.3万人次: 客运 [同比增长212%, 去年同期约14.9万人次（推算）]\n");
    /* 两位数 gives no base. */
    assert_cells("<point label=\"客运\"><v id=\"k\">46.3万人次</v>，"
                 "<change of=\"k\">两位数增长</change></point>",
                 &bars, "*46.3万人次│两位数增长: 客运\n");
}

/* 超 of 分别超 before the first value holds for the second, whose bound= says so. */
static void test_words_that_hold_for_both(void **state)
{
    (void)state;
    const char *points = "<point label=\"进港|出港\">分别<v>超23万人次</v>、<v bound=\"above\">"
                         "200万人次</v></point>";
    assert_cells(points, &side_by_side, "*超23万人次: 进港\n超200万人次: 出港\n");
    /* Not for one that has words of its own, nor for one that is exact. */
    assert_cells("<point label=\"进港|出港\"><v>超23万人次</v>、<v bound=\"above\">200万人次以上"
                 "</v></point>",
                 &side_by_side, "*超23万人次: 进港\n200万人次以上: 出港\n");
    assert_cells("<point label=\"进港|出港\"><v>超23万人次</v>、<v>200万人次</v></point>",
                 &side_by_side, "*超23万人次: 进港\n200万人次: 出港\n");
}

/* Ranks of one sentence lead together; further ranks are of their size; 前十 is no place. */
static void test_ranks(void **state)
{
    (void)state;
    assert_cells("<point label=\"产量|销量\">分列全国<rank>第二</rank>、<rank>第三</rank></point>"
                 "<point label=\"出口\"><rank>第五</rank></point>"
                 "<point label=\"投资\"><rank>前十</rank></point>",
                 &side_by_side, "*第二: 产量\n*第三: 销量\n=第五: 出口\n=前十: 投资\n");
}

static void test_parts_of_a_whole(void **state)
{
    (void)state;
    const char *points = "<point parts=\"国有|民营\" label=\"重庆|四川\"><v>3家</v>、<v>4家</v>；"
                         "<v>5家</v>、<v>6家</v></point>";
    assert_cells(points, &side_by_side, "*%国有 3家│民营 4家: 重庆\n%国有 5家│民营 6家: 四川\n");
    /* A row cannot lead with a whole: its first part is set apart under both names. */
    assert_cells(points, &rows,
                 "*3家: 国有重庆\n%国有 3家│民营 4家: 重庆\n%国有 5家│民营 6家: 四川\n");
    zt_cell_options small = {.parts_small = true, .optional_kept = SIZE_MAX};
    assert_cells(points, &small, "%国有 3家│民营 4家: 重庆\n%国有 5家│民营 6家: 四川\n");
}

/* Without a label the sentence goes below its figure; a point without a figure is a statement. */
static void test_sentences_and_statements(void **state)
{
    (void)state;
    assert_cells("<point>全长<v>120公里</v>。</point>", &side_by_side,
                 "*~120公里: 全长{120公里}。\n");
    assert_cells("<point><v>120公里</v>全线通车，<v>5站</v></point>", &rows,
                 "*~120公里: 全线通车，{5站}\n");
    assert_cells("<point>推动<em>机构</em>布局<br/>成渝</point>", &side_by_side,
                 "!: 推动机构布局/成渝\n");
}

/* Several labels that do not pair off begin a line each. */
static void test_labels_that_do_not_pair_off(void **state)
{
    (void)state;
    assert_cells("<point label=\"甲|乙|丙\"><v>3家</v>、<v>4家</v></point>", &side_by_side,
                 "*3家│4家: 甲/乙/丙\n");
    assert_cells("<point label=\"甲|乙|丙\"><v>3家</v>、<v>4家</v></point>", &rows,
                 "*3家: 甲/乙/丙\n4家: \n");
}

/* The label of a point is not lost where one of its figures has a label of its own: it goes with
   the figures that have none. */
static void test_a_figure_with_its_own_label(void **state)
{
    (void)state;
    const char *points = "<point label=\"床位\">机构<v label=\"机构\">30家</v>，床位<v>40张</v>、"
                         "<v>50张</v></point>";
    assert_cells(points, &side_by_side, "*30家: 机构\n40张│50张: 床位\n");
    assert_cells(points, &rows, "*30家: 机构\n40张: 床位\n50张: \n");
    assert_cells(
        "<point label=\"40张床位\">机构<v label=\"机构\">30家</v>，床位<v>40张</v></point>",
        &side_by_side, "*30家: 机构\n40张: 40张床位\n");
    assert_cells("<point><v label=\"机构\">30家</v>、<v>40张</v></point>", &side_by_side,
                 "*30家: 机构\n40张: \n");
}

static void assert_running(const char *point, const char *expected)
{
    zt_arena *arena = zt_arena_new();
    reading r = read_body(
        zt_arena_printf(arena, "<groups><group head=\"甲\">%s</group></groups>", point), NULL);
    const zt_groups *groups = zt_content_of(&r.doc->blocks[0], "groups");
    zt_str said = zt_rich_plain(arena, zt_point_running(arena, &groups->groups[0].points[0]));
    assert_str(said, expected);
    drop(&r);
    zt_arena_drop(arena);
}

static void test_running_text(void **state)
{
    (void)state;
    assert_running("<point label=\"高铁日开行\"><v>130对</v></point>", "高铁日开行130对");
    assert_running("<point label=\"高铁\">日开行<v>130对</v></point>", "日开行130对");
    assert_running("<point label=\"一|二\"><v>1家</v>、<v>2家</v></point>", "一1家、二2家");
    assert_running("<point label=\"一\"><v>1家</v>、<v label=\"二\">2家</v></point>",
                   "一1家、二2家");
}

/* Nothing that only an attribute says is lost where nothing is set apart. */
static void test_running_text_of_attributes(void **state)
{
    (void)state;
    assert_running(
        "<point label=\"定点机构\" parts=\"住院|门诊\"><v>2100家</v>、<v>3600家</v></point>",
        "定点机构：住院2100家、门诊3600家");
    assert_running("<point parts=\"住院|门诊\"><v>2100家</v>、<v>3600家</v></point>",
                   "住院2100家、门诊3600家");
    assert_running("<point label=\"重庆|四川\" parts=\"国有|民营\"><v>3家</v>、<v>4家</v>；"
                   "<v>5家</v>、<v>6家</v></point>",
                   "重庆：国有3家、民营4家；四川：国有5家、民营6家");
    assert_running("<point label=\"机构\" parts=\"住院|门诊\"><v>1家</v>、"
                   "<v label=\"新增门诊\">2家</v></point>",
                   "机构：住院1家、新增门诊2家");
    assert_running("<point label=\"甲|乙\"><v>1家</v>、<v>2家</v>、<v>3家</v></point>",
                   "甲、乙：1家、2家、3家");
    assert_running("<point label=\"甲|乙|丙\"><v>3家</v></point>", "甲、乙、丙：3家");
    assert_running("<point label=\"甲\"><v label=\"乙\">1家</v>、<v>2家</v></point>",
                   "甲：乙1家、2家");
    /* What ends with a digit does not grow into the figure. */
    assert_running("<point label=\"规划2035\"><v>12家</v></point>", "规划2035：12家");
    assert_running("<point label=\"规划2035\"><v>超12家</v></point>", "规划2035超12家");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_leads),
        cmocka_unit_test(test_a_missing_value_does_not_lead),
        cmocka_unit_test(test_optional_points),
        cmocka_unit_test(test_labels_pair_off),
        cmocka_unit_test(test_one_label_for_several_figures),
        cmocka_unit_test(test_a_change_brings_its_label),
        cmocka_unit_test(test_a_change_drawn),
        cmocka_unit_test(test_words_that_hold_for_both),
        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_parts_of_a_whole),
        cmocka_unit_test(test_sentences_and_statements),
        cmocka_unit_test(test_labels_that_do_not_pair_off),
        cmocka_unit_test(test_a_figure_with_its_own_label),
        cmocka_unit_test(test_running_text),
        cmocka_unit_test(test_running_text_of_attributes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
