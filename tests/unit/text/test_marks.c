/* tests/unit/text/test_marks.c — dots, lines and ruby between the lines, and the room they need
   (R80 to R82). */
#include "unit/text/para_help.h"

enum { MOST = 32 };

/* All parts of one name below the root, in drawing order. */
static size_t parts_named(const zt_scene *scene, const char *name, const zt_group **out)
{
    size_t count = 0;
    for (const zt_item *item = scene->root->first; item; item = item->next) {
        const zt_group *group = (const zt_group *)item;
        if (item->kind == ZT_ITEM_GROUP && group->part && strcmp(group->part, name) == 0 &&
            count < MOST)
            out[count++] = group;
    }
    return count;
}

static zt_rect absolute(const zt_group *part, const zt_item *item)
{
    return (zt_rect){item->box.x + part->dx, item->box.y + part->dy, item->box.w, item->box.h};
}

static zt_para *set_runs(zt_bench *b, const zt_run *runs, size_t count, double em)
{
    return zt_para_break(b->arena, b->diags, runs, count, &b->para, em * 10);
}

static zt_scene *placed(zt_bench *b, const zt_para *para)
{
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_para_place(para, scene, scene->root, 100, 50, 0, SIZE_MAX);
    return scene;
}

static zt_run marked(zt_bench *b, const char *text, zt_marks marks)
{
    return (zt_run){.text = zt_str_from(text), .style = &b->text, .marks = marks};
}

static void test_r80_one_dot_for_each_han(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.leading = 16;
    zt_run run = marked(b, "必须，ab做到", (zt_marks){.dots = true, .item = 1});
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
    assert_int_equal(parts_named(scene, "emphasis-dots", parts), 1);
    size_t dots = 0;
    double x[] = {105, 115, 0, 0};
    for (const zt_item *item = parts[0]->first; item; item = item->next, dots++) {
        zt_rect dot = absolute(parts[0], item);
        if (dots < 2)
            assert_near(dot.x + dot.w / 2, x[dots], 0.01); /* centred below the character */
        assert_near(dot.y, 61.8 + 0.74 + 1, 0.05);         /* 0.1 em clear of its ink */
    }
    assert_int_equal(dots, 4); /* none on the comma, none on Latin */
    assert_int_equal(zt_diags_count(b->diags), 0);
}

static void test_r80_centred_when_letter_spaced(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.leading = 16;
    b->text.tracking = 0.5;
    zt_run run = marked(b, "双核", (zt_marks){.dots = true, .item = 1});
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
    parts_named(scene, "emphasis-dots", parts);
    zt_rect second = absolute(parts[0], parts[0]->first->next);
    assert_near(second.x + second.w / 2, 100 + 15 + 5, 0.01);
}

static void test_r80_right_of_a_column(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.vertical = true;
    b->para.leading = 20;
    zt_run run = marked(b, "双核", (zt_marks){.dots = true, .item = 1});
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
    assert_int_equal(parts_named(scene, "emphasis-dots", parts), 1);
    zt_rect first = absolute(parts[0], parts[0]->first);
    assert_true(first.x >= 110 + 4.5 && first.x + first.w <= 120);
    assert_near(first.y + first.h / 2, 55, 0.01);
}

static void test_r81_a_line_for_each_item(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.leading = 16;
    zt_run runs[] = {marked(b, "重", (zt_marks){.line = ZT_MARK_STRAIGHT, .item = 1}),
                     marked(b, "庆", (zt_marks){.line = ZT_MARK_STRAIGHT, .item = 1}),
                     marked(b, "成都", (zt_marks){.line = ZT_MARK_STRAIGHT, .item = 2})};
    zt_scene *scene = placed(b, set_runs(b, runs, 3, 20));
    assert_int_equal(parts_named(scene, "proper-noun-line", parts), 2);
    zt_rect first = absolute(parts[0], parts[0]->first);
    zt_rect second = absolute(parts[1], parts[1]->first);
    assert_near(first.w, 19, 0.01);                         /* unbroken over both runs */
    assert_near(second.x - (first.x + first.w), 1.0, 0.01); /* 0.1 em between two items */
    assert_true(first.y > 61.8);
}

static void test_r81_wavy_for_titles(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.leading = 16;
    zt_run run = marked(b, "规划纲要", (zt_marks){.line = ZT_MARK_WAVY, .item = 1});
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
    assert_int_equal(parts_named(scene, "title-line", parts), 1);
    const zt_path *path = (const zt_path *)parts[0]->first;
    assert_true(path->seg_count > 8);
    assert_int_equal(path->segs[1].kind, ZT_SEG_CURVE);
    assert_near(path->segs[path->seg_count - 1].p[2].y, path->segs[0].p[0].y, 1e-6);
}

static void test_r81_left_of_a_column(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.vertical = true;
    b->para.leading = 20;
    zt_run run = marked(b, "宜宾", (zt_marks){.dots = true, .line = ZT_MARK_STRAIGHT, .item = 1});
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
    assert_int_equal(parts_named(scene, "proper-noun-line", parts), 1);
    zt_rect line = absolute(parts[0], parts[0]->first);
    assert_true(line.x + line.w < 110 - 4.5);
    assert_true(line.h > line.w);
}

/* In a line both stand below: the line next to the text, the dots outside. */
static void test_r81_dots_outside_the_line(void **state)
{
    zt_bench *b = *state;
    const zt_group *lines[MOST], *dots[MOST];
    b->para.leading = 20;
    zt_run run = marked(b, "宜宾", (zt_marks){.dots = true, .line = ZT_MARK_WAVY, .item = 1});
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
    assert_int_equal(parts_named(scene, "title-line", lines), 1);
    assert_int_equal(parts_named(scene, "emphasis-dots", dots), 1);
    zt_rect line = absolute(lines[0], lines[0]->first), dot = absolute(dots[0], dots[0]->first);
    assert_true(dot.y > line.y + line.h);
}

/* A marked text that goes on in the next line keeps its marks there. */
static void test_r81_over_two_lines(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.leading = 16;
    zt_run run = marked(b, "一二三四五六七八九十一二三四五",
                        (zt_marks){.line = ZT_MARK_STRAIGHT, .item = 1});
    placed(b, set_runs(b, &run, 1, 10));
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 10));
    assert_int_equal(parts_named(scene, "proper-noun-line", parts), 2);
    assert_near(parts[1]->dy - parts[0]->dy, 16, 0.01);
}

static zt_run with_ruby(zt_bench *b, const char *text, const char *ruby)
{
    return (zt_run){
        .text = zt_str_from(text), .style = &b->text, .bound = true, .ruby = zt_str_from(ruby)};
}

static void test_r82_ruby_on_each_character(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.leading = 16;
    zt_run run = with_ruby(b, "郫都", "pí dū");
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
    assert_int_equal(parts_named(scene, "ruby", parts), 2);
    const zt_glyphs *first = (const zt_glyphs *)parts[0]->first;
    assert_near(first->size, 5, 1e-9);
    assert_memory_equal(first->text.data, "pí", 3);
    for (size_t i = 0; i < 2; i++) /* centred on its character */
        assert_near(parts[i]->item.box.x + parts[i]->item.box.w / 2, 105 + 10 * (double)i, 0.05);
    /* R135: the first line takes one more step of the grid for it */
    assert_near(parts[0]->item.box.y + parts[0]->item.box.h, 61.8 + 16 - 8.8, 1.1);
    assert_int_equal(zt_diags_count(b->diags), 0);
}

static zt_para *ruby_on_second_line(zt_bench *b, double leading)
{
    zt_run *runs = ZT_ARRAY(b->arena, 2, zt_run);
    b->para.leading = leading;
    runs[0] = (zt_run){.text = ZT_STR("一二三四五六七八九十"), .style = &b->text};
    runs[1] = with_ruby(b, "郫都", "pí dū");
    return set_runs(b, runs, 2, 10);
}

/* A gap that holds the ruby stays; a narrower one gives the line a step more, which is empty. */
static void test_r135_a_step_of_the_grid(void **state)
{
    zt_bench *b = *state;
    assert_int_equal(ruby_on_second_line(b, 16)->line_count, 2);
    zt_para *para = ruby_on_second_line(b, 13.5);
    assert_int_equal(para->line_count, 3);
    assert_int_equal(para->lines[1].first, para->lines[1].end);
    assert_near(para->lines[2].baseline - para->lines[0].baseline, 27, 1e-9);
    assert_near(para->height, 3 * 13.5, 1e-9);
    zt_run run = with_ruby(b, "郫都", "pí dū");
    b->para.ruby_outside = true; /* a head makes room itself */
    para = set_runs(b, &run, 1, 20);
    assert_int_equal(para->line_count, 1);
    assert_near(para->over, 6, 1e-9);
}

/* Half the base, but never below the floor of the paper. */
static void test_r135_size(void **state)
{
    zt_bench *b = *state;
    static const double sizes[][3] = {{10, 0, 5}, {9, 5.5, 5.5}, {9, 5, 5}, {14, 5.5, 7}};
    for (size_t i = 0; i < 4; i++) {
        const zt_group *parts[MOST];
        b->text.size = sizes[i][0];
        b->para.ruby_least = sizes[i][1];
        zt_run run = with_ruby(b, "郫都", "pí dū");
        zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
        assert_int_equal(parts_named(scene, "ruby", parts), 2);
        assert_near(((const zt_glyphs *)parts[0]->first)->size, sizes[i][2], 1e-9);
    }
}

/* Wider than its base: the base is spread, and what follows does not touch it. */
static void test_r82_ruby_wider_than_its_base(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.leading = 16;
    zt_run runs[] = {with_ruby(b, "重庆", "一座山水之城"),
                     {.text = ZT_STR("好"), .style = &b->text}};
    zt_scene *scene = placed(b, set_runs(b, runs, 2, 20));
    assert_int_equal(parts_named(scene, "ruby", parts), 1);
    zt_rect box = parts[0]->item.box;
    assert_near(box.w, 30, 0.01);
    const zt_glyphs *base = (const zt_glyphs *)scene->root->first;
    assert_int_equal(base->glyph_count, 2);
    double middle = base->origin.x + (base->glyphs[0].x + base->glyphs[1].x + 10) / 2;
    assert_near(middle, box.x + box.w / 2, 0.01);
    assert_true(base->glyphs[1].x - base->glyphs[0].x > 15);
}

static void test_r82_ruby_right_of_a_column(void **state)
{
    zt_bench *b = *state;
    const zt_group *parts[MOST];
    b->para.vertical = true;
    b->para.leading = 20;
    zt_run run = with_ruby(b, "郫都", "区名");
    zt_scene *scene = placed(b, set_runs(b, &run, 1, 20));
    assert_int_equal(parts_named(scene, "ruby", parts), 1);
    assert_near(parts[0]->item.box.x, 116, 0.01); /* clear of the column */
    assert_near(parts[0]->item.box.y + parts[0]->item.box.h / 2, 60, 0.01);
}

static void warned(zt_bench *b, zt_run run, double leading, size_t count)
{
    size_t before = zt_diags_count(b->diags);
    b->para.leading = leading;
    set_runs(b, &run, 1, 20);
    assert_int_equal(zt_diags_count(b->diags) - before, count);
    if (count) {
        const zt_diag *d = zt_diags_at(b->diags, before);
        assert_string_equal(d->code, "line-gap");
        assert_int_equal(d->severity, ZT_WARNING);
    }
}

static void test_r82_room_between_lines(void **state)
{
    zt_bench *b = *state;
    zt_run dots = marked(b, "双核", (zt_marks){.dots = true, .item = 1});
    warned(b, dots, 14.9, 1);
    warned(b, dots, 15, 0);
    dots.ruby = ZT_STR("注音"); /* above and below */
    warned(b, dots, 16, 1);
    warned(b, dots, 16.25, 0);
    b->para.vertical = true; /* both right of the column */
    warned(b, dots, 15, 0);
    dots.marks.line = ZT_MARK_STRAIGHT; /* left of it */
    warned(b, dots, 16, 1);
    warned(b, (zt_run){.text = ZT_STR("双核"), .style = &b->text}, 11, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_r80_one_dot_for_each_han),
                                       BENCH_TEST(test_r80_centred_when_letter_spaced),
                                       BENCH_TEST(test_r80_right_of_a_column),
                                       BENCH_TEST(test_r81_a_line_for_each_item),
                                       BENCH_TEST(test_r81_wavy_for_titles),
                                       BENCH_TEST(test_r81_left_of_a_column),
                                       BENCH_TEST(test_r81_dots_outside_the_line),
                                       BENCH_TEST(test_r81_over_two_lines),
                                       BENCH_TEST(test_r82_ruby_on_each_character),
                                       BENCH_TEST(test_r135_a_step_of_the_grid),
                                       BENCH_TEST(test_r135_size),
                                       BENCH_TEST(test_r82_ruby_wider_than_its_base),
                                       BENCH_TEST(test_r82_ruby_right_of_a_column),
                                       BENCH_TEST(test_r82_room_between_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
