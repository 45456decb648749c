/* Tables: values on their points, bars of true length, heads repeated, records where narrow. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_table;

typedef struct row_words {
    const char *head, *value, *text;
} row_words;

static const row_words words[] = {{"重庆江北", "612.4", "客流回升"},
                                  {"成都双流", "598.15", "航线恢复"},
                                  {"万州五桥", "38", NULL},
                                  {"绵阳南郊", "−9.6", "年内扩建，候机楼增加一层"}};

static zt_table_entry entry(board *b, const char *text, bool value, size_t column)
{
    zt_table_entry cell = {.column = column, .span = 1};
    if (!text)
        return cell;
    cell.text = board_rich(b, text);
    if (value) {
        cell.value = list_quantity(b, text);
        cell.bare = cell.value->text;
        cell.text.spans[0].kind = ZT_SPAN_QUANTITY;
        cell.text.spans[0].quantity = cell.value;
    }
    return cell;
}

static board *opened(void **state, zt_table_content *table, size_t count, const char *more)
{
    board *b = *state;
    *table = (zt_table_content){
        .head = ZT_STR("旅客吞吐量"), .column_count = 3, .headed = true, .titled = true};
    table->columns = ZT_ARRAY(b->arena, 3, zt_table_head);
    table->columns[0].head = board_rich(b, "机场");
    table->columns[1] =
        (zt_table_head){.head = board_rich(b, "旅客"), .unit = ZT_STR("万人次"), .bars = true};
    table->columns[2].head = board_rich(b, "说明");
    table->rows = ZT_ARRAY(b->arena, count + 1, zt_table_line);
    table->count = count;
    for (size_t i = 0; i < count; i++) {
        const row_words *w = words + i % 4;
        zt_table_line *row = table->rows + i;
        row->head = board_rich(b, zt_arena_printf(b->arena, "%s%s", w->head, more));
        row->cells = ZT_ARRAY(b->arena, 2, zt_table_entry);
        row->cells[0] = entry(b, w->value, true, 1);
        row->cells[1] =
            entry(b, w->text ? zt_arena_printf(b->arena, "%s%s", w->text, more) : NULL, false, 2);
        row->count = 2;
    }
    board_use(b, &zt_block_kind_table, "grid", table);
    return b;
}

/* Where the whole numbers end: the right edge of the last digit before the point. */
static double axis_of(const board_part *value)
{
    const zt_glyphs *run = (const zt_glyphs *)value->group->first;
    double x = value->x + run->origin.x, end = x;
    for (size_t i = 0; i < run->glyph_count; i++) {
        unsigned char c = (unsigned char)run->text.data[run->glyphs[i].cluster];
        if (c == '.')
            break;
        if (c >= '0' && c <= '9')
            end = x + run->glyphs[i].x + run->glyphs[i].advance;
    }
    return end;
}

static void test_values_stand_on_their_points(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 4, "");
    board_parts values = board_find(list_sound(b, zt_pt_from_mm(150)), "value");
    assert_int_equal(values.count, 5); /* with the empty cell */
    double axis = axis_of(&values.items[0]);
    assert_near(axis_of(&values.items[1]), axis, 0.35);
    assert_near(axis_of(&values.items[2]), axis, 0.35);
}

static void test_bars_are_as_long_as_their_values(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 4, "");
    board_parts bars = board_find(board_natural(b, zt_pt_from_mm(150)), "bar");
    assert_int_equal(bars.count, 4);
    double one = bars.items[0].box.w / 612.4;
    assert_true(bars.items[0].box.w > 60);
    assert_near(bars.items[1].box.w, one * 598.15, 1e-6);
    assert_near(bars.items[2].box.w, one * 38, 1e-6);
    assert_near(bars.items[3].box.w, one * 9.6, 1e-6);
    /* naught is one line for all: the negative one ends where the others begin */
    assert_near(zt_rect_right(bars.items[3].box), bars.items[0].box.x, 1e-6);
}

static void test_heads_repeat_over_text_columns(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 40, "");
    b->place.columns = 2;
    b->place.gutter = (zt_gap){14, 14};
    zt_group *group = list_sound(b, zt_pt_from_mm(220));
    board_parts heads = board_find(group, "heads"), rows = board_find(group, "row");
    assert_int_equal(rows.count, 40);
    assert_int_equal(heads.count, 2);
    assert_near(heads.items[0].box.y, heads.items[1].box.y, 1e-6);
    assert_int_equal(heads.items[0].group->role, ZT_ROLE_TR);
    assert_int_equal(heads.items[1].group->role, ZT_ROLE_ARTIFACT); /* heard once */
    assert_near(rows.items[39].box.x, heads.items[1].box.x, 1e-6);
}

/* The ground of a value is the darker the greater it is, in columns and in records. */
static void test_heat_is_darker_for_greater_values(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 4, "");
    table.columns[1].bars = false;
    table.columns[1].heat = true;
    for (int narrow = 0; narrow < 2; narrow++) {
        board_parts grounds = board_find(list_sound(b, narrow ? 130 : 400), "heat");
        assert_int_equal(grounds.count, 4);
        double tints[4];
        for (size_t i = 0; i < 4; i++)
            tints[i] = ((const zt_path *)grounds.items[i].group->first)->fill.tint;
        assert_true(tints[0] >= tints[1] && tints[1] > tints[2] && tints[2] > tints[3]);
        assert_true(tints[3] > 0 && tints[0] < 0.7); /* black can be read on all of them */
    }
}

/* From the lowest value at the foot to the highest at the top, a gap where one is missing. */
static void test_a_trend_goes_from_lowest_to_highest(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 1, "");
    static const char *const values[] = {"2", "8", "", "5", "6"};
    const zt_quantity *quantities[5];
    zt_quantity missing = {.status = ZT_MISSING, .text = ZT_STR("待补")};
    for (size_t i = 0; i < 5; i++)
        quantities[i] = *values[i] ? list_quantity(b, values[i]) : &missing;
    zt_trend trend = {quantities, 5, {0}};
    table.rows[0].cells[1] = (zt_table_entry){.column = 2, .span = 1, .trend = &trend};
    zt_group *group = list_sound(b, 400);
    board_parts parts = board_find(group, "trend");
    assert_int_equal(parts.count, 1);
    const zt_path *first = (const zt_path *)parts.items[0].group->first;
    const zt_path *second = (const zt_path *)first->item.next;
    assert_int_equal(first->seg_count, 2);
    assert_int_equal(second->seg_count, 2);
    double whole = first->segs[0].p[0].y - first->segs[1].p[0].y;
    assert_true(whole > 0);
    assert_near((second->segs[0].p[0].y - second->segs[1].p[0].y) / whole, 1.0 / 6, 0.001);
    double step = first->segs[1].p[0].x - first->segs[0].p[0].x;
    assert_near(second->segs[0].p[0].x - first->segs[1].p[0].x, 2 * step, 0.001);
}

static void test_a_narrow_place_sets_records(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 4, "国际机场");
    zt_group *group = list_sound(b, zt_pt_from_mm(46));
    assert_int_equal(board_find(group, "heads").count, 0);
    assert_int_equal(board_find(group, "row").count, 4);
    assert_int_equal(board_find(group, "label").count, 12); /* with that of each head */
    list_says(b, group, "机场");
    list_says(b, group, "612.4万人次"); /* no head to name the unit */
    list_says(b, group, "—");
}

static void test_one_row_and_two_hundred(void **state)
{
    static const size_t counts[] = {1, 200};
    static const double widths[] = {150, 99, 46};
    for (size_t i = 0; i < 2; i++)
        for (size_t w = 0; w < 3; w++) {
            zt_table_content table;
            board *b = opened(state, &table, counts[i], i ? "" : "与毗邻地区的各个机场合计");
            list_sound(b, zt_pt_from_mm(widths[w]));
        }
}

static void test_twelve_columns_share_a_page(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 3, "");
    enum { COLUMNS = 12 };
    table.column_count = COLUMNS;
    table.columns = ZT_ARRAY(b->arena, COLUMNS, zt_table_head);
    for (size_t i = 0; i < 3; i++) {
        table.rows[i].cells = ZT_ARRAY(b->arena, COLUMNS - 1, zt_table_entry);
        table.rows[i].count = COLUMNS - 1;
        for (size_t k = 0; k + 1 < COLUMNS; k++)
            table.rows[i].cells[k] = entry(b, words[i].value, true, k + 1);
    }
    for (size_t i = 0; i < COLUMNS; i++)
        table.columns[i].head = board_rich(b, i ? "一月到五月" : "机场");
    zt_group *group = list_sound(b, zt_pt_from_mm(240));
    assert_int_equal(board_find(group, "column").count, COLUMNS);
    list_sound(b, zt_pt_from_mm(46)); /* records */
}

static void test_a_key_row_stands_on_its_ground(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 4, "");
    double before = board_find(board_natural(b, 400), "row-head").items[0].box.x;
    table.rows[1].key = true;
    zt_group *group = list_sound(b, 400);
    assert_true(board_find(group, "row-head").items[0].box.x > before + 3);
    assert_int_equal(board_find(group, "row").items[1].group->first->kind, ZT_ITEM_PATH);
}

/* The boxes of the texts that are written below a part of that name. */
static zt_rect text_box(board *b, zt_group *group, const char *text)
{
    list_boxes *all = ZT_NEW(b->arena, list_boxes);
    zt_visitor visitor = {.self = all, .enter = list_collect};
    zt_scene_walk(group, &visitor);
    for (size_t i = 0; i < all->count; i++)
        if (zt_str_is(all->texts[i], text))
            return all->items[i];
    fail_msg("no “%s”", text);
    return (zt_rect){0};
}

static void test_a_column_stands_where_it_is_asked(void **state)
{
    static const zt_table_align aligns[] = {ZT_TABLE_ALIGN_START, ZT_TABLE_ALIGN_CENTRE,
                                            ZT_TABLE_ALIGN_END};
    double whole[3], fraction[3], text[3];
    for (size_t i = 0; i < 3; i++) {
        zt_table_content table;
        board *b = opened(state, &table, 4, "");
        table.columns[1].bars = false;
        table.columns[1].head = board_rich(b, "一月至五月旅客吞吐量"); /* wider than its values */
        table.columns[1].align = table.columns[2].align = aligns[i];
        zt_group *group = list_sound(b, zt_pt_from_mm(170));
        zt_rect value = text_box(b, group, "598.15"), less = text_box(b, group, "38");
        whole[i] = value.x;
        fraction[i] = less.x - value.x;
        text[i] = text_box(b, group, "客流回升").x;
    }
    assert_true(whole[0] + 1 < whole[1] && whole[1] + 1 < whole[2]);
    assert_true(text[0] + 1 < text[1] && text[1] + 1 < text[2]);
    assert_near(whole[2] - whole[1], whole[1] - whole[0], 0.01);
    assert_near(fraction[0], fraction[1], 0.01); /* on the decimal point wherever they stand */
    assert_near(fraction[1], fraction[2], 0.01);
}

static void test_values_of_a_turned_table_end_together(void **state)
{
    zt_table_content table;
    board *b = opened(state, &table, 4, "");
    table.columns[1].bars = false;
    table.turned = true;
    zt_group *group = list_sound(b, zt_pt_from_mm(170));
    assert_near(zt_rect_right(text_box(b, group, "598.15")),
                zt_rect_right(text_box(b, group, "38")), 0.01);
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_values_stand_on_their_points),
        ON_BOARD(test_bars_are_as_long_as_their_values),
        ON_BOARD(test_heads_repeat_over_text_columns),
        ON_BOARD(test_heat_is_darker_for_greater_values),
        ON_BOARD(test_a_trend_goes_from_lowest_to_highest),
        ON_BOARD(test_a_narrow_place_sets_records),
        ON_BOARD(test_one_row_and_two_hundred),
        ON_BOARD(test_twelve_columns_share_a_page),
        ON_BOARD(test_a_key_row_stands_on_its_ground),
        ON_BOARD(test_a_column_stands_where_it_is_asked),
        ON_BOARD(test_values_of_a_turned_table_end_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
