/* Running text: columns on one grid, whatever there is of it and however wide the place. */
#include "block/words/running.h"
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_text;

static const char sentence[] =
    "两地交通部门签下三年行动方案，又排出当年的重点任务，省际高速公路和高铁一同推进；广安与渝北合建"
    "高竹新区，往日的断头路正在变成南北大通道。";

/* The foot of a comma of 9 pt. */
static zt_group *sound(board *b, double width)
{
    return list_sound_near(b, width, 0.9);
}

static zt_story_item item(board *b, zt_story_kind kind, const char *text)
{
    return (zt_story_item){.kind = kind, .text = board_rich(b, text)};
}

static zt_story *story_of(board *b, size_t paragraphs, size_t columns)
{
    zt_story *story = ZT_NEW(b->arena, zt_story);
    story->items = ZT_ARRAY(b->arena, 2 * paragraphs + 3, zt_story_item);
    story->columns = columns;
    story->items[story->count++] = item(b, ZT_STORY_BYLINE, "本报记者 陈国栋");
    for (size_t i = 0; i < paragraphs; i++) {
        if (i % 4 == 2)
            story->items[story->count++] = item(b, ZT_STORY_SUBHEAD, "铁路公路并进　断头路变通途");
        story->items[story->count++] = item(b, ZT_STORY_P, sentence + (i % 3) * 3 * 7);
    }
    story->items[story->count++] =
        (zt_story_item){.kind = ZT_STORY_JUMP, .to = ZT_STR("5"), .jump = ZT_STR("（下转5版）")};
    board_use(b, &zt_block_kind_text, NULL, story);
    b->place.columns = 0;
    b->place.gutter = (zt_gap){0, 0};
    return story;
}

typedef struct baselines {
    double y[2048], x[2048];
    size_t count;
} baselines;

static void collect_baseline(void *self, const zt_item *thing, double dx, double dy)
{
    baselines *all = self;
    if (thing->kind != ZT_ITEM_GLYPHS)
        return;
    const zt_glyphs *run = (const zt_glyphs *)thing;
    if (run->size != 9 || zt_str_starts(run->text, "（下转"))
        return;
    all->x[all->count] = run->origin.x + dx;
    all->y[all->count++] = run->origin.y + dy;
}

static void assert_on_grid(board *b, const zt_group *group, double first, double leading)
{
    baselines *all = ZT_NEW(b->arena, baselines);
    zt_visitor visitor = {.self = all, .enter = collect_baseline};
    zt_scene_walk(group, &visitor);
    assert_true(all->count > 0);
    for (size_t i = 0; i < all->count; i++) {
        double lines = (all->y[i] - first) / leading;
        if (fabs(lines - round(lines)) > 1e-6)
            fail_msg("a baseline at %.3f is off the grid %.3f + n x %.3f", all->y[i], first,
                     leading);
    }
}

static void test_one_or_forty_paragraphs_in_any_width(void **state)
{
    static const double widths[] = {46, 99, 170, 334};
    board *b = *state;
    for (size_t paragraphs = 1; paragraphs <= 40; paragraphs += 13)
        for (size_t columns = 0; columns <= 6; columns += 2)
            for (size_t w = 0; w < 4; w++) {
                story_of(b, paragraphs, columns);
                zt_group *group = sound(b, zt_pt_from_mm(widths[w]));
                assert_int_equal(board_find(group, "text").count, paragraphs);
                list_says(b, group, "□本报记者");
                list_says(b, group, "（下转5版）");
                assert_on_grid(b, group, 0.88 * 9, 13.5);
            }
}

static size_t column_count(board *b, double mm)
{
    zt_group *group = board_natural(b, zt_pt_from_mm(mm));
    baselines *all = ZT_NEW(b->arena, baselines);
    zt_visitor visitor = {.self = all, .enter = collect_baseline};
    zt_scene_walk(group, &visitor);
    size_t columns = 0;
    double left = -100;
    for (size_t i = 0; i < all->count; i++) /* lines begin on the left edge or with an indent */
        if (all->x[i] > left + 100) {
            left = all->x[i];
            columns++;
        }
    return columns;
}

static void test_how_many_columns(void **state)
{
    board *b = *state;
    static const struct {
        size_t data;
        int place;
        double mm;
        size_t columns;
    } rows[] = {
        {0, 0, 46, 1},  {0, 0, 224, 4}, {3, 0, 224, 3},
        {4, 0, 224, 4}, {4, 0, 99, 2},  /* narrower than 13 characters: fewer */
        {1, 0, 224, 3},                 /* wider than 24: more */
        {4, 2, 224, 2}, {0, 6, 224, 6}, /* the template's word counts */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        story_of(b, 12, rows[i].data);
        b->place.columns = rows[i].place;
        size_t found = column_count(b, rows[i].mm);
        if (found != rows[i].columns)
            fail_msg("row %zu: %zu columns, expected %zu", i, found, rows[i].columns);
    }
    story_of(b, 1, 4); /* three lines are no four columns */
    b->place.columns = 0;
    assert_int_equal(column_count(b, 224), 1);
}

static void test_subheads_span_the_columns(void **state)
{
    board *b = *state;
    double width = zt_pt_from_mm(170);
    story_of(b, 10, 3);
    board_param(b, "subheads", "span");
    zt_group *group = sound(b, width);
    board_parts heads = board_find(group, "subhead");
    assert_int_equal(heads.count, 2);
    for (size_t i = 0; i < heads.count; i++)
        assert_near(heads.items[i].box.w, width, 1e-6);
    assert_on_grid(b, group, 0.88 * 9, 13.5);
}

/* Lines but the last that do not end with the measure, whole characters of 9 pt. */
static size_t short_lines(board *b, const zt_look *look, double em)
{
    zt_rich rich = board_rich(b, sentence);
    zt_para *para = zt_lines_running(&b->setting, &rich, look, NULL, em * 9);
    size_t count = 0;
    for (size_t i = 0; i + 1 < para->line_count; i++)
        count += fabs(para->lines[i].width - floor(em) * 9) > 0.1;
    return count;
}

static void test_narrow_text_is_ragged(void **state)
{
    board *b = *state;
    zt_look body = zt_setting_look(&b->setting, "body");
    assert_true(short_lines(b, &body, 10) > 0);
    assert_true(short_lines(b, &body, 13.9) > 0);
    assert_int_equal(short_lines(b, &body, 14), 0);
    assert_int_equal(short_lines(b, &body, 21.5), 0);
    body.para.vertical = true; /* columns are as long as they are */
    zt_rich rich = board_rich(b, sentence);
    zt_para *down = zt_lines_running(&b->setting, &rich, &body, NULL, 12 * 9);
    for (size_t i = 0; i + 1 < down->line_count; i++)
        assert_near(down->lines[i].width, 12 * 9, 0.1);
}

/* Twice as much white above a head as below it, the gap between lines included, in any lines. */
static void test_white_about_a_head(void **state)
{
    (void)state;
    zt_look text = {.text = {.size = 10}, .para = {.leading = 15}};
    for (int rows = 3; rows <= 6; rows++)
        for (double height = 12; height <= 24; height += 4) {
            double drop = zt_running_head_drop(&text, rows, 15, height);
            double below = (rows - 1) * 15 + 10 - height - drop;
            assert_near(drop + 5, 2 * (below + 5), 1e-9);
        }
    assert_near(zt_running_head_drop(&text, 1, 15, 14), 0, 1e-9); /* too little to share */
}

static void test_an_ornament_is_not_doubled(void **state)
{
    board *b = *state;
    static const char *const own[] = {"□本报记者 陈国栋", "■本报记者 陈国栋"};
    for (size_t i = 0; i < 2; i++) {
        zt_story *story = story_of(b, 3, 1);
        story->items[0] = item(b, ZT_STORY_BYLINE, own[i]);
        zt_group *group = board_natural(b, 300);
        assert_true(zt_str_is(board_text(b, board_find(group, "byline").items[0].group), own[i]));
    }
    story_of(b, 3, 1);
    board_param(b, "ornament", "none");
    zt_group *group = board_natural(b, 300);
    assert_true(
        zt_str_is(board_text(b, board_find(group, "byline").items[0].group), "本报记者 陈国栋"));
}

/* The last line of the text has room for the jump, or it gets a line of its own. */
static void test_the_jump_joins_the_last_line(void **state)
{
    board *b = *state;
    for (int chars = 14; chars <= 30; chars++) {
        zt_story *story = story_of(b, 2, 1);
        double width = chars * 9;
        zt_group *group = sound(b, width);
        board_parts texts = board_find(group, "text"), jump = board_find(group, "jump");
        zt_rect last = board_ink(&texts.items[texts.count - 1]), ink = board_ink(&jump.items[0]);
        assert_near(zt_rect_right(ink), floor(width / 9) * 9, 5);
        assert_true(ink.y > last.y);
        assert_true(story->count == 4);
    }
}

static void test_it_comes_from_another_page(void **state)
{
    board *b = *state;
    zt_story *story = story_of(b, 4, 2);
    story->items[0] = (zt_story_item){.kind = ZT_STORY_JUMP,
                                      .from = ZT_STR("1"),
                                      .jump = ZT_STR("（上接1版）"),
                                      .text = board_rich(b, "全体会议闭幕")};
    zt_group *group = sound(b, zt_pt_from_mm(107));
    list_says(b, group, "（上接1版）");
    list_says(b, group, "全体会议闭幕");
    board_parts jump = board_find(group, "jump"), texts = board_find(group, "text");
    assert_true(zt_rect_foot(board_ink(&jump.items[0])) < board_ink(&texts.items[0]).y);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_one_or_forty_paragraphs_in_any_width),
        CASE(test_how_many_columns),
        CASE(test_subheads_span_the_columns),
        CASE(test_narrow_text_is_ragged),
        CASE(test_white_about_a_head),
        CASE(test_an_ornament_is_not_doubled),
        CASE(test_the_jump_joins_the_last_line),
        CASE(test_it_comes_from_another_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
