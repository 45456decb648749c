/* Ledger: rows of task and result, figures in slots that all rows share. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_ledger;

static const char *const forms[] = {"table", "pairs", "stack"};
static const double widths[] = {332, 99, 46}; /* mm */

typedef struct row_words {
    const char *head, *task, *result;
    const char *figures[5], *labels[5];
} row_words;

static const row_words five[] = {
    {"共抓产业协作\xE2\x80\x8B“一条链”",
     "协同打造现代产业体系",
     "现代产业体系加快构建",
     {"70万平方米"},
     {"重庆云谷·永川大数据产业园建成产业楼宇"}},
    {"共建基础设施\xE2\x80\x8B“一张网”",
     "加强交通基础设施建设",
     "基础设施互联互通加力提速",
     {NULL},
     {NULL}},
    {"共筑科技创新\xE2\x80\x8B“一座城”",
     "建设具有全国影响力的科技创新中心",
     "协同创新能力稳步提升",
     {"31项", "8000余名", "50亿元", "1.4万台"},
     {"重点研发项目", "共享科技专家", "科创母基金规模", "大型仪器设备开放共享"}},
    {"高水平样板",
     "完善战略合作机制",
     "推动形成要素自由流动的统一开放市场",
     {"1936列"},
     {"中欧班列开行"}},
    {"“一卡通”",
     "强化公共服务共建共享",
     "公共服务共享多点突破",
     {"136所", "27个", "17所"},
     {"高校签合作协议", "联盟成功签约", "高校参与智库建设"}},
};

static zt_rich longer(board *b, const char *text, const char *more)
{
    return board_rich(b, zt_arena_printf(b->arena, "%s%s", text, more));
}

static zt_ledger_row make_row(board *b, const row_words *words, const char *more)
{
    zt_ledger_row row = {.head = board_rich(b, words->head),
                         .task = longer(b, words->task, more),
                         .result = longer(b, words->result, more)};
    row.figures = ZT_ARRAY(b->arena, 5, zt_figure_entry);
    for (; row.figure_count < 5 && words->figures[row.figure_count]; row.figure_count++)
        row.figures[row.figure_count] =
            (zt_figure_entry){.label = longer(b, words->labels[row.figure_count], more),
                              .value = list_quantity(b, words->figures[row.figure_count])};
    return row;
}

static board *opened(void **state, zt_ledger *ledger, size_t rows, const char *more, size_t form)
{
    board *b = *state;
    *ledger = (zt_ledger){.left = ZT_STR("任务书"), .right = ZT_STR("成绩单"), .count = rows};
    ledger->rows = ZT_ARRAY(b->arena, rows, zt_ledger_row);
    for (size_t i = 0; i < rows; i++)
        ledger->rows[i] = make_row(b, five + i % 5, more);
    board_set_style(b, "figure", 3, 22, 1.1);
    board_set_style(b, "statement", 3, 11, 1.3);
    board_use(b, &zt_block_kind_ledger, forms[form], ledger);
    if (form > 0) {
        board_param(b, "arrow", "5mm");
        board_param(b, "arrow-gap", "1.5mm");
        board_param(b, "inset", "2mm");
    }
    return b;
}

static void test_every_word_is_printed_in_each_form(void **state)
{
    for (size_t form = 0; form < 3; form++) {
        zt_ledger ledger;
        board *b = opened(state, &ledger, 5, "", form);
        zt_group *group = list_sound(b, zt_pt_from_mm(widths[form]));
        list_says(b, group, "任务书");
        for (size_t i = 0; i < 5; i++)
            for (size_t k = 0; k < 5 && five[i].figures[k]; k++) {
                const zt_quantity *q = ledger.rows[i].figures[k].value;
                char *figure = zt_arena_copy(b->arena, q->text.data, q->figure_end);
                list_says(b, group, figure);
            }
    }
}

static void test_texts_a_third_longer_do_not_collide(void **state)
{
    for (size_t form = 0; form < 3; form++) {
        zt_ledger ledger;
        board *b = opened(state, &ledger, 5, "以及更多内容", form);
        list_sound(b, zt_pt_from_mm(widths[form]));
    }
}

static void test_one_row_and_forty(void **state)
{
    static const size_t counts[] = {1, 40};
    for (size_t form = 0; form < 3; form++)
        for (size_t i = 0; i < 2; i++) {
            zt_ledger ledger;
            board *b = opened(state, &ledger, counts[i], "", form);
            zt_group *group = list_sound(b, zt_pt_from_mm(widths[form]));
            assert_int_equal(board_find(group, "row").count, counts[i]);
        }
}

static void test_slots_share_their_left_edges(void **state)
{
    zt_ledger ledger;
    board *b = opened(state, &ledger, 5, "", 0);
    zt_group *group = board_natural(b, zt_pt_from_mm(332));
    board_parts slots = board_find(group, "slot");
    assert_int_equal(slots.count, 9);
    assert_near(slots.items[1].box.x, slots.items[0].box.x, 1e-6); /* 31项 under 70万平方米 */
    assert_near(slots.items[7].box.x, slots.items[2].box.x, 1e-6); /* 27个 under 8000余名 */
    assert_true(slots.items[2].box.x > slots.items[1].box.x + 22);
}

static void test_empty_figure_and_result_print_a_dash(void **state)
{
    zt_ledger ledger;
    board *b = opened(state, &ledger, 5, "", 0);
    ledger.rows[0].result = (zt_rich){0};
    zt_group *group = list_sound(b, zt_pt_from_mm(332));
    list_says(b, group, "—");
    assert_int_equal(board_find(group, "empty").count, 1);
    assert_int_equal(board_find(group, "result").count, 5);
}

static void test_without_figures_the_results_take_their_room(void **state)
{
    zt_ledger ledger;
    board *b = opened(state, &ledger, 2, "", 0);
    double with = board_find(board_natural(b, 900), "result").items[0].box.w;
    ledger.rows[0].figure_count = ledger.rows[1].figure_count = 0;
    zt_group *group = list_sound(b, 900);
    assert_true(board_find(group, "result").items[0].box.w > with + 100);
    assert_int_equal(board_find(group, "empty").count, 0);
}

static void test_rows_grow_evenly_up_to_the_ceiling(void **state)
{
    zt_ledger ledger;
    board *b = opened(state, &ledger, 5, "", 0);
    zt_extent extent = board_measure(b, zt_pt_from_mm(332));
    board_parts low = board_find(board_place(b, zt_pt_from_mm(332), extent.height), "row");
    board_parts high = board_find(board_place(b, zt_pt_from_mm(332), extent.ceiling), "row");
    for (size_t i = 0; i < 5; i++)
        assert_near(high.items[i].box.h - low.items[i].box.h, zt_pt_from_mm(8), 0.01);
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_every_word_is_printed_in_each_form),
        ON_BOARD(test_texts_a_third_longer_do_not_collide),
        ON_BOARD(test_one_row_and_forty),
        ON_BOARD(test_slots_share_their_left_edges),
        ON_BOARD(test_empty_figure_and_result_print_a_dash),
        ON_BOARD(test_without_figures_the_results_take_their_room),
        ON_BOARD(test_rows_grow_evenly_up_to_the_ceiling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
