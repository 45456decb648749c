/* Key figures in a panel: slots of one edge, nothing lost at any width. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_figures;

static const char *const values[] = {"46.3万人次", "39项", "1054.5亿元", "8000余名"};
static const char *const labels[] = {"参保人员跨省异地就医直接结算", "便捷生活行动任务",
                                     "涉及总投资", "共享科技专家"};

static board *opened(void **state, zt_figures *figures, size_t count, int columns)
{
    board *b = *state;
    *figures = (zt_figures){.head = ZT_STR("数说"), .count = count};
    figures->figures = ZT_ARRAY(b->arena, count, zt_figure_entry);
    for (size_t i = 0; i < count; i++)
        figures->figures[i] = (zt_figure_entry){.label = board_rich(b, labels[i % 4]),
                                                .value = list_quantity(b, values[i % 4])};
    board_set_style(b, "figure-second", 3, 24, 1.1);
    board_use(b, &zt_block_kind_figures, NULL, figures);
    b->place.columns = columns;
    return b;
}

static void test_one_four_and_forty_at_three_widths(void **state)
{
    static const size_t counts[] = {1, 4, 40};
    static const double widths[] = {244, 107, 52};
    for (size_t i = 0; i < 3; i++)
        for (size_t w = 0; w < 3; w++) {
            zt_figures figures;
            board *b = opened(state, &figures, counts[i], 4);
            zt_group *group = list_sound(b, zt_pt_from_mm(widths[w]));
            assert_int_equal(board_find(group, "slot").count, counts[i]);
            list_says(b, group, "46.3");
        }
}

static void test_rows_share_their_edges(void **state)
{
    zt_figures figures;
    board *b = opened(state, &figures, 8, 4);
    board_parts slots = board_find(board_natural(b, zt_pt_from_mm(244)), "slot");
    for (size_t i = 0; i < 4; i++)
        assert_near(slots.items[i].box.x, slots.items[i + 4].box.x, 1e-6);
    assert_true(slots.items[4].box.y > slots.items[0].box.y + 24);
}

/* Four are wanted; where figures would not stand free of each other there are fewer. */
static void test_as_many_columns_as_the_figures_have_room_in(void **state)
{
    static const struct {
        double width;
        size_t columns;
    } rows[] = {{244, 4}, {150, 4}, {107, 3}, {78, 2}, {40, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_figures figures;
        board *b = opened(state, &figures, 4, 4);
        board_parts slots = board_find(board_natural(b, zt_pt_from_mm(rows[i].width)), "slot");
        size_t columns = 1;
        while (columns < slots.count && slots.items[columns].box.y == slots.items[0].box.y)
            columns++;
        if (columns != rows[i].columns)
            fail_msg("%g mm: %zu columns", rows[i].width, columns);
    }
}

/* Panels of one template stand below each other: with equal="yes" their columns have one width,
   unless a figure needs more. */
static void test_equal_columns(void **state)
{
    zt_figures figures;
    board *b = opened(state, &figures, 4, 4);
    board_param(b, "equal", "yes");
    board_parts slots = board_find(board_natural(b, zt_pt_from_mm(244)), "slot");
    double pitch = slots.items[1].box.x - slots.items[0].box.x;
    assert_near(slots.items[2].box.x - slots.items[1].box.x, pitch, 1e-6);
    assert_near(slots.items[3].box.x - slots.items[2].box.x, pitch, 1e-6);
}

static zt_quantity *phrase(board *b, zt_quantity_kind kind, const char *text)
{
    zt_quantity *q = ZT_NEW(b->arena, zt_quantity);
    assert_true(zt_quantity_parse(b->arena, b->diags, kind, zt_str_from(text), NULL, q));
    return q;
}

/* What stands beside a figure needs room in its column too, but for the last of a row, which runs
   on over the empty ones: at no width do two figures come nearer than the gap. */
static void test_equal_columns_hold_what_stands_beside(void **state)
{
    size_t equal = 0, unlike = 0;
    for (double width = 60; width < 250; width += 2.5)
        for (size_t with = 0; with < 5; with++) {
            zt_figures figures;
            board *b = opened(state, &figures, 5, 3);
            board_param(b, "equal", "yes");
            figures.figures[with].more = phrase(b, ZT_Q_RANK, "全国第2");
            zt_group *group = list_sound(b, zt_pt_from_mm(width));
            board_parts slots = board_find(group, "slot");
            for (size_t i = 0; i + 1 < slots.count; i++) {
                double end = zt_rect_right(board_ink(&slots.items[i]));
                bool beside = slots.items[i + 1].box.y <= slots.items[i].box.y;
                assert_false(beside && end + zt_pt_from_mm(4.5) > slots.items[i + 1].box.x);
            }
            double pitch = slots.items[1].box.x - slots.items[0].box.x;
            bool three = slots.items[2].box.y <= slots.items[0].box.y;
            bool same = fabs(slots.items[2].box.x - 2 * pitch - slots.items[0].box.x) < 1e-6;
            equal += three && same;
            unlike += three && !same;
        }
    assert_true(equal > 100);
    assert_true(unlike > 10);
}

/* Half a character at least stands between two labels, however near the figures may come. */
static void test_labels_keep_apart(void **state)
{
    zt_figures figures;
    board *b = opened(state, &figures, 8, 2);
    board_param(b, "equal", "yes");
    board_param(b, "slot-gap", "0mm");
    for (double width = 60; width < 110; width += 2.5) {
        board_parts words = board_find(board_natural(b, zt_pt_from_mm(width)), "label");
        board_parts slots = board_find(board_natural(b, zt_pt_from_mm(width)), "slot");
        assert_int_equal(words.count, 8);
        if (slots.items[1].box.y != slots.items[0].box.y)
            continue; /* one below the other */
        for (size_t i = 0; i < 8; i += 2) {
            zt_rect ink = board_ink(&words.items[i]);
            assert_true(zt_rect_right(ink) + 4 <= slots.items[i + 1].box.x);
        }
    }
}

/* pictures=: two bars below a change, whose words are not said beside the figure again; ten cells
   below a rank, in one line with the bars. */
static void test_small_forms_below_figures(void **state)
{
    zt_figures figures;
    board *b = opened(state, &figures, 3, 3);
    zt_quantity *change = phrase(b, ZT_Q_CHANGE, "同比增长212%");
    change->basis = ZT_BASIS_YOY;
    figures.figures[0].more = change;
    figures.figures[1].more = phrase(b, ZT_Q_RANK, "全国第2");
    double plain = board_measure(b, zt_pt_from_mm(244)).height;
    board_param(b, "pictures", "rank change");
    zt_group *group = board_natural(b, zt_pt_from_mm(244));
    board_parts changes = board_find(group, "change"), cells = board_find(group, "rank");
    assert_int_equal(changes.count, 1);
    assert_int_equal(cells.count, 1);
    assert_near(changes.items[0].box.y, cells.items[0].box.y, 1e-6);
    assert_int_equal(board_find(group, "more").count, 1); /* the rank's words */
    list_says(b, group, "去年同期约14.8万人次（推算）");
    list_says(b, group, "212");
    assert_true(board_measure(b, zt_pt_from_mm(244)).height > plain + 20);
    for (double width = 40; width < 260; width += 23) /* nothing leaves its slot at any width */
        list_sound(b, zt_pt_from_mm(width));
}

/* ---- rows of symbols ---- */

extern const zt_block_kind zt_block_kind_figures_rows;

static const size_t symbol_counts[] = {28, 10, 14, 93, 3, 61};

/* Six figures with pictures of cells, each of 1; the fifth has none where `bare`. */
static board *rows_opened(void **state, zt_figures *figures, const char *key, bool bare)
{
    board *b = opened(state, figures, 6, 1);
    figures->key = zt_str_from(key);
    for (size_t i = 0; i < 6; i++) {
        zt_figure_picture *picture = ZT_NEW(b->arena, zt_figure_picture);
        *picture = (zt_figure_picture){.kind = ZT_STR("cell"),
                                       .count = symbol_counts[i],
                                       .lit = symbol_counts[i],
                                       .key = ZT_STR("每格代表1项")};
        figures->figures[i].picture = bare && i == 4 ? NULL : picture;
    }
    board_use(b, &zt_block_kind_figures_rows, "rows", figures);
    return b;
}

/* Widths of the pictures are as their counts, up to a line; all begin at one edge and end within
   the measure, and more lines are as much higher. */
static void test_symbols_of_one_width_in_all_rows(void **state)
{
    for (double width = 46; width < 300; width *= 1.21) {
        zt_figures figures;
        board *b = rows_opened(state, &figures, "每格代表1项", false);
        zt_group *group = list_sound(b, zt_pt_from_mm(width));
        board_parts pictures = board_find(group, "picture");
        assert_int_equal(pictures.count, 6);
        double cell = pictures.items[1].box.w / 10, line = pictures.items[1].box.h;
        size_t per_line = 0;
        while ((double)(per_line + 1) * cell <= pictures.items[3].box.w + 0.01)
            per_line++;
        assert_true(cell >= zt_pt_from_mm(2.4) && cell <= zt_pt_from_mm(5.01));
        for (size_t i = 0; i < 6; i++) {
            size_t n = symbol_counts[i], lines = (n + per_line - 1) / per_line;
            double wide = (double)(n < per_line ? n : per_line) * cell;
            if (n > 10 || per_line >= 10)
                assert_near(pictures.items[i].box.w, wide, 0.01);
            assert_near(pictures.items[i].box.x, pictures.items[0].box.x, 0.01);
            if (per_line >= 10)
                assert_near(pictures.items[i].box.h, line * (double)lines, 0.01);
        }
        /* beside the words where all three have room, else below them */
        board_parts words = board_find(group, "label");
        bool beside = pictures.items[0].box.x > 1;
        assert_true(beside ? width >= 100 : width < 150);
        for (size_t i = 0; i < 6; i++) {
            if (beside)
                assert_true(zt_rect_right(words.items[i].box) <= pictures.items[i].box.x);
            else
                assert_true(zt_rect_foot(words.items[i].box) <= pictures.items[i].box.y);
        }
    }
}

static size_t all_lines(size_t per_line)
{
    size_t lines = 0;
    for (size_t i = 0; i < 6; i++)
        lines += (symbol_counts[i] + per_line - 1) / per_line;
    return lines;
}

/* No number of symbols a line, in cells of a good size, makes fewer lines of all pictures. */
static void test_fewest_lines(void **state)
{
    size_t better = 0;
    for (double mm = 150; mm < 330; mm += 7) {
        zt_figures figures;
        board *b = rows_opened(state, &figures, "每格代表1项", false);
        double width = zt_pt_from_mm(mm);
        board_parts pictures = board_find(board_natural(b, width), "picture");
        double room = width - pictures.items[0].box.x, cell = pictures.items[4].box.w / 3;
        size_t per_line = (size_t)(pictures.items[3].box.w / cell + 0.5);
        size_t low = (size_t)(room / zt_pt_from_mm(3.6)),
               high = (size_t)(room / zt_pt_from_mm(2.5));
        for (size_t n = low; n <= high && n <= 93; n++)
            assert_true(all_lines(per_line) <= all_lines(n));
        better += low < 93 && all_lines(per_line) < all_lines(low);
    }
    assert_true(better > 5);
}

/* A row of one figure and no head is as high as its digits, with a rule above or without. */
static void test_one_row_holds_its_digits(void **state)
{
    for (int rule = 0; rule < 2; rule++)
        for (double width = 46; width < 200; width *= 1.3) {
            zt_figures figures;
            board *b = opened(state, &figures, 1, 1);
            figures.head = (zt_str){0};
            figures.figures[0].label = board_rich(b, "今年");
            figures.figures[0].value = list_quantity(b, "10件");
            board_use(b, &zt_block_kind_figures_rows, "rows", &figures);
            board_param(b, "rule", rule ? "0.5pt" : "0mm");
            zt_group *group = list_sound_near(b, zt_pt_from_mm(width), 0.01);
            list_says(b, group, "今年");
        }
}

/* In rows a second quantity stands free of the words, beside its figure or below it. */
static void test_rows_keep_words_off_second_quantities(void **state)
{
    for (double width = 46; width < 200; width *= 1.2) {
        zt_figures figures;
        board *b = opened(state, &figures, 2, 1);
        figures.figures[0].value = list_quantity(b, "1936列");
        figures.figures[0].more = list_quantity(b, "37%");
        board_use(b, &zt_block_kind_figures_rows, "rows", &figures);
        zt_group *group = list_sound_near(b, zt_pt_from_mm(width), 0.01);
        list_says(b, group, "37");
    }
}

/* A figure wider than its panel becomes smaller, within the range of its style. */
static void test_a_wide_figure_becomes_smaller(void **state)
{
    zt_figures figures;
    board *b = opened(state, &figures, 1, 1);
    figures.figures[0].value = list_quantity(b, "1054.5亿元");
    zt_style *style = board_style(b, "figure-second");
    double width = 90, wide = board_find(board_natural(b, width), "figure").items[0].box.w;
    assert_true(wide > width - 2 * ZT_MM(4));
    style->size_min = 10;
    assert_near(board_find(board_natural(b, width), "figure").items[0].box.w, width - 2 * ZT_MM(4),
                0.5);
}

/* What a symbol stands for is said once where it is the same in all rows, else in each of them. */
static void test_what_a_symbol_stands_for(void **state)
{
    for (int once = 0; once < 2; once++)
        for (int bare = 0; bare < 2; bare++) {
            zt_figures figures;
            board *b = rows_opened(state, &figures, once ? "每格代表1项或1条" : "", bare);
            zt_group *group = list_sound(b, zt_pt_from_mm(160));
            assert_int_equal(board_find(group, "picture").count, bare ? 5 : 6);
            assert_int_equal(board_find(group, "key").count, once ? 1 : bare ? 5 : 6);
            list_says(b, group, once ? "每格代表1项或1条" : "每格代表1项");
            list_says(b, group, "1054.5");
        }
}

/* Of figures that count alike the one with most symbols is the lead; main= is asked first. */
static void test_lead_of_rows(void **state)
{
    for (size_t lead = 0; lead < 2; lead++) {
        zt_figures figures;
        board *b = rows_opened(state, &figures, "每格代表1项", false);
        zt_quantity *own = ZT_NEW(b->arena, zt_quantity);
        *own = *figures.figures[1].value;
        own->main = lead == 1;
        figures.figures[1].value = own;
        board_parts pictures = board_find(board_natural(b, zt_pt_from_mm(160)), "picture");
        const zt_ink *ink[6];
        for (size_t i = 0; i < 6; i++) {
            const zt_item *first = pictures.items[i].group->first;
            assert_int_equal(first->kind, ZT_ITEM_PATH);
            ink[i] = ((const zt_path *)first)->fill.ink;
        }
        size_t which = lead == 1 ? 1 : 3;
        for (size_t i = 0; i < 6; i++)
            assert_int_equal(strcmp(ink[i]->name, ink[which]->name) == 0, i == which);
    }
}

static size_t children(const zt_group *group)
{
    size_t count = 0;
    for (const zt_item *item = group->first; item; item = item->next)
        count++;
    return count;
}

/* Rules between rows stand in the white between them, none above the first. */
static void test_rules_between_rows(void **state)
{
    for (size_t count = 1; count < 6; count += 2) {
        zt_figures figures;
        board *b = opened(state, &figures, count, 1);
        board_param(b, "slot-gap", "200mm");
        board_param(b, "gap", "8mm..20mm");
        double plain = board_measure(b, zt_pt_from_mm(90)).height;
        size_t without = children(board_natural(b, zt_pt_from_mm(90)));
        board_param(b, "row-rule", "0.2mm");
        zt_group *group = list_sound(b, zt_pt_from_mm(90));
        assert_near(board_measure(b, zt_pt_from_mm(90)).height, plain, 1e-9);
        assert_int_equal(children(group), without + count - 1);
    }
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_one_four_and_forty_at_three_widths),
        ON_BOARD(test_rows_share_their_edges),
        ON_BOARD(test_as_many_columns_as_the_figures_have_room_in),
        ON_BOARD(test_equal_columns),
        ON_BOARD(test_equal_columns_hold_what_stands_beside),
        ON_BOARD(test_labels_keep_apart),
        ON_BOARD(test_small_forms_below_figures),
        ON_BOARD(test_symbols_of_one_width_in_all_rows),
        ON_BOARD(test_fewest_lines),
        ON_BOARD(test_one_row_holds_its_digits),
        ON_BOARD(test_rows_keep_words_off_second_quantities),
        ON_BOARD(test_a_wide_figure_becomes_smaller),
        ON_BOARD(test_what_a_symbol_stands_for),
        ON_BOARD(test_lead_of_rows),
        ON_BOARD(test_rules_between_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
