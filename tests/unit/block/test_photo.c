/* Photographs: captions down and across, the credit at the foot, everything in its frame (S0, S3).
 */
#include "board.h"

extern const zt_block_kind zt_block_kind_photo;

static board *opened(void **state, zt_photo *photo)
{
    board *b = *state;
    b->inks[2].name = "photo";
    board_set_style(b, "label", 2, 10.5, 1.755);
    board_set_style(b, "credit", 2, 8.5, 1.5);
    board_style(b, "label")->at_sense = true;
    photo->src = ZT_STR("none.jpg");
    board_use(b, &zt_block_kind_photo, NULL, photo);
    return b;
}

static zt_photo yibin(board *b)
{
    zt_photo photo = {.caption = board_rich(b, "宜宾市东部产业园，重庆市党政代表团在此考察。"),
                      .credit = board_rich(b, "记者 苏思 摄/视觉重庆"),
                      .has_date = true,
                      .brief = true,
                      .writing = ZT_WRITING_VERTICAL};
    assert_true(zt_date_parse(ZT_STR("2021-12-14"), &photo.date, NULL));
    return photo;
}

static const double WIDTH = 142 * 72 / 25.4;

static void test_r74_caption_runs_down_at_the_right(void **state)
{
    zt_photo photo = yibin(*state);
    board *b = opened(state, &photo);
    double height = board_measure(b, WIDTH).height;
    zt_group *group = board_place(b, WIDTH, height);
    board_inside_near(group, WIDTH, height, 0.05);
    assert_string_equal(
        zt_str_slice(board_text(b, board_find(group, "caption").items[0].group), 0, 1000).data,
        "十二月十四日，宜宾市东部产业园，重庆市党政代表团在此考察。");
    zt_rect picture = board_find(group, "picture").items[0].box;
    zt_rect caption = board_ink(&board_find(group, "caption").items[0]);
    zt_rect credit = board_ink(&board_find(group, "credit").items[0]);
    assert_near(picture.w / picture.h, 1.37, 0.001);
    assert_near(picture.h, height, 0.01);
    assert_true(caption.x > zt_rect_right(picture));
    assert_near(zt_rect_foot(credit), height, 0.05); /* ends with the picture, by its ink */
    assert_true(credit.y > zt_rect_foot(caption) - caption.h); /* under the last column */
}

/* The first column is the right-most; the credit stands on the axis of the last. */
static void test_r70_columns_from_the_right(void **state)
{
    zt_photo photo = yibin(*state);
    board *b = opened(state, &photo);
    zt_group *group = board_natural(b, WIDTH);
    const zt_group *caption = board_find(group, "caption").items[0].group;
    const zt_glyphs *first = (const zt_glyphs *)caption->first;
    const zt_glyphs *last = (const zt_glyphs *)caption->last;
    assert_memory_equal(first->text.data, "十二月十四日", first->text.len);
    assert_near(first->origin.x - last->origin.x, 10.5 * 1.755, 0.01);
    zt_rect credit = board_find(group, "credit").items[0].box;
    assert_near(credit.x + credit.w / 2, last->origin.x + caption->dx, 0.01);
}

/* One date, two writings. */
static void test_r110_date_by_direction(void **state)
{
    zt_photo photo = yibin(*state);
    board *b = opened(state, &photo);
    photo.writing = ZT_WRITING_HORIZONTAL;
    photo.credit = board_rich(*state, "记者苏思摄/视觉重庆日报社");
    zt_group *group = board_natural(b, WIDTH);
    zt_str text = board_text(b, board_find(group, "caption").items[0].group);
    assert_memory_equal(text.data, "12月14日，宜宾市", strlen("12月14日，宜宾市"));
    board_inside(group, WIDTH, board_measure(b, WIDTH).height);
    photo.brief = false;
    board_param(b, "writing", "vertical"); /* the template has the last word */
    text = board_text(b, board_find(board_natural(b, WIDTH), "caption").items[0].group);
    assert_memory_equal(text.data, "二〇二一年十二月十四日，", strlen("二〇二一年十二月十四日，"));
}

/* The solidus turns and stays U+002F. */
static void test_r71_solidus_of_a_credit(void **state)
{
    zt_photo photo = yibin(*state);
    board *b = opened(state, &photo);
    zt_group *group = board_natural(b, WIDTH);
    const zt_group *credit = board_find(group, "credit").items[0].group;
    const zt_glyphs *slash = NULL;
    for (const zt_item *item = credit->first; item; item = item->next)
        if (zt_str_is(((const zt_glyphs *)item)->text, "/"))
            slash = (const zt_glyphs *)item;
    assert_non_null(slash);
    assert_true(slash->rotated);
}

static void test_longer_captions_take_columns_from_the_picture(void **state)
{
    zt_photo photo = yibin(*state);
    board *b = opened(state, &photo);
    double before = board_find(board_natural(b, WIDTH), "picture").items[0].box.w;
    photo.caption = board_rich(b, "重庆市党政代表团走进宜宾市科技创新中心，考察院士工作站。");
    zt_group *group = board_natural(b, WIDTH);
    double after = board_find(group, "picture").items[0].box.w;
    assert_near(before - after, 10.5 * 1.755, 0.01);
    board_inside_near(group, WIDTH, board_measure(b, WIDTH).height, 0.05);
    assert_int_equal(zt_diags_count(b->diags), 0);
}

/* Under a small picture the credit goes on in a second line, in the frame. */
static void test_a_credit_under_a_small_picture(void **state)
{
    zt_photo photo = yibin(*state);
    photo.writing = ZT_WRITING_HORIZONTAL;
    photo.credit = board_rich(*state, "记者苏思摄/视觉重庆日报社");
    board *b = opened(state, &photo);
    for (double width = 50; width < 200; width += 7) {
        double height = board_measure(b, width).height;
        zt_group *group = board_place(b, width, height);
        board_inside_near(group, width, height, 0.3); /* the foot of the solidus */
        zt_str said = board_text(b, board_find(group, "credit").items[0].group);
        assert_string_equal(zt_str_slice(said, 0, 1000).data, "记者苏思摄/视觉重庆日报社");
    }
    assert_int_equal(zt_diags_count(b->diags), 0);
}

/* Spare height makes a picture higher where the template says how far; its caption goes down with
   it, and a row of unlike captions keeps its pictures on one line. */
static void test_spare_height_goes_to_the_picture(void **state)
{
    zt_photo photo = yibin(*state), other = photo;
    board *b = opened(state, &photo);
    const double width = 200, ratio = 1.37, tallest = 1.1;
    photo.writing = other.writing = ZT_WRITING_HORIZONTAL;
    photo.credit = other.credit = (zt_rich){0};
    photo.caption = board_rich(b, "在此考察。");
    const zt_photo *both[] = {&photo, &other};
    zt_photo_list all = {both, 2, 2};
    photo.all = other.all = &all;
    zt_extent still = board_measure(b, width);
    assert_near(still.ceiling, still.height, 1e-9);
    board_param(b, "tallest", "1.1");
    zt_extent one = board_measure(b, width);
    zt_group *group = board_place(b, width, one.height);
    assert_near(board_find(group, "picture").items[0].box.h, width / ratio, 0.01);
    group = board_place(b, width, one.ceiling + 50);
    assert_near(board_find(group, "picture").items[0].box.h, width / tallest, 0.01);
    double height = one.height + 45, foot = 0;
    for (size_t i = 0; i < 2; i++) {
        b->block.content = both[i];
        group = board_place(b, width, height);
        zt_rect picture = board_find(group, "picture").items[0].box;
        zt_rect caption = board_find(group, "caption").items[0].box;
        assert_true(picture.h > width / ratio + 1 && picture.h < width / tallest - 1);
        assert_true(i == 0 || picture.h == foot);
        assert_true(caption.y > picture.h && zt_rect_foot(caption) <= height + 0.01);
        foot = picture.h;
    }
    photo.writing = ZT_WRITING_VERTICAL; /* the caption's columns follow from the height */
    b->block.content = &photo;
    zt_extent down = board_measure(b, width);
    assert_near(down.ceiling, down.height, 1e-9);
}

static void test_too_long_a_caption_is_said(void **state)
{
    zt_photo photo = yibin(*state);
    board *b = opened(state, &photo);
    zt_buf text;
    zt_buf_init(&text, b->arena);
    for (int i = 0; i < 40; i++)
        zt_buf_puts(&text, "图说太长排不下，");
    photo.caption = board_rich(b, text.data);
    board_natural(b, WIDTH);
    assert_int_equal(zt_diags_count(b->diags), 1);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "overset");
}

/* A strip that takes the whole width is said, and still leaves a picture that can be drawn. */
static void test_no_picture_without_a_size(void **state)
{
    zt_picture picture = {.width = 300, .height = 200};
    zt_photo photo = yibin(*state);
    board *b = opened(state, &photo);
    photo.picture = &picture;
    photo.crop = (zt_rect){0, 0, 1, 1};
    for (double width = 20; width < 120; width += 10) {
        size_t mark = zt_diags_count(b->diags);
        zt_group *group = board_natural(b, width);
        zt_rect box = board_find(group, "picture").items[0].box;
        assert_true(box.w >= 10.5 && box.h > 0);
        assert_near(box.w / box.h, 1.5, 0.001);
        assert_int_equal(zt_diags_count(b->diags), mark + 1);
        assert_string_equal(zt_diags_at(b->diags, mark)->code, "overset");
    }
}

static void test_no_words_no_strip(void **state)
{
    zt_photo photo = {.writing = ZT_WRITING_VERTICAL};
    board *b = opened(state, &photo);
    zt_group *group = board_natural(b, WIDTH);
    assert_near(board_find(group, "picture").items[0].box.w, WIDTH, 0.01);
    assert_int_equal(board_find(group, "bar").count, 0);
}

int main(void)
{
#define BOARD_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)
    const struct CMUnitTest tests[] = {
        BOARD_TEST(test_r74_caption_runs_down_at_the_right),
        BOARD_TEST(test_r70_columns_from_the_right),
        BOARD_TEST(test_r110_date_by_direction),
        BOARD_TEST(test_r71_solidus_of_a_credit),
        BOARD_TEST(test_longer_captions_take_columns_from_the_picture),
        BOARD_TEST(test_a_credit_under_a_small_picture),
        BOARD_TEST(test_spare_height_goes_to_the_picture),
        BOARD_TEST(test_too_long_a_caption_is_said),
        BOARD_TEST(test_no_picture_without_a_size),
        BOARD_TEST(test_no_words_no_strip)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
