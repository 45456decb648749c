/* Names of plates, and the operators of an EPS: inks, overprint, spots, where things stand. */
#include "outside.h"

#include <stdio.h>

#include "sample_scene.h"

static const zt_ink gold = {.name = "gold", .cmyk = {0, 0.3, 0.8, 0.2}, .spot = "Gold (No. 1)"};
static const zt_ink twin = {.name = "twin", .cmyk = {0, 0.3, 0.8, 0.2}, .spot = "gold no 1"};

/* A page of 100 x 50 points in a book of its own. */
typedef struct press_sample {
    zt_arena *arena;
    zt_scene *page;
    zt_book book;
    zt_export_options options;
    zt_export e;
} press_sample;

static void open_sample(press_sample *s)
{
    s->arena = zt_arena_new();
    s->page = zt_scene_new(s->arena, 100, 50);
    s->book = (zt_book){
        .id = "a", .title = "标题", .pages = &s->page, .page_count = 1, .overprint_below = 24};
    s->options = (zt_export_options){.profile = zt_profile_find(ZT_STR("pdfx4"))};
    s->e = (zt_export){.arena = s->arena,
                       .diags = zt_diags_new(s->arena),
                       .book = &s->book,
                       .options = &s->options};
}

static zt_path *rule(press_sample *s, const zt_ink *ink)
{
    zt_path *path = zt_scene_add_path(s->page, s->page->root, ZT_NOWHERE);
    zt_path_move(path, 10, 20);
    zt_path_line(path, 90, 20);
    path->stroke = ZT_SOLID(ink);
    path->width = 0.5;
    zt_path_done(path);
    return path;
}

static const char *eps_of(press_sample *s)
{
    zt_buf out;
    zt_buf_init(&out, s->arena);
    assert_true(zt_output_write(zt_output_find(ZT_STR("eps")), &s->e, 0, &out));
    return zt_buf_view(&out).data;
}

/* Words of the page alone, without the procedures. */
static const char *body_of(const char *eps)
{
    const char *body = strstr(eps, "%%Page: 1 1");
    assert_non_null(body);
    return body;
}

static void inks_of_an_eps(void **state)
{
    (void)state;
    press_sample s;
    open_sample(&s);
    zt_scene_fill_rect(s.page, s.page->root, ZT_NOWHERE, (zt_rect){5, 6, 10, 20},
                       (zt_paint){&sample_red, 0.5});
    rule(&s, &sample_black);
    rule(&s, &sample_black)->knocks_out = true;
    rule(&s, &gold);
    zt_scene_fill_rect(s.page, s.page->root, ZT_NOWHERE, (zt_rect){1, 1, 2, 2},
                       ZT_SOLID(&zt_ink_paper));
    const char *eps = eps_of(&s), *body = body_of(eps);
    assert_non_null(strstr(body, "0.025 0.5 0.475 0.01 K\n5 6 m\n15 6 l\n15 26 l\n5 26 l\nh\nf\n"));
    assert_non_null(strstr(body, "1 O\n[]0 0.5 L\n10 20 m\n90 20 l\ns\n"));
    assert_non_null(strstr(body, "s\n0 0 0 1 K\n10 20 m\n90 20 l\ns\n"));
    assert_non_null(strstr(body, "s\n1 S1\n10 20 m\n"));
    assert_non_null(strstr(body, "0 0 0 0 K\n1 1 m\n"));
    assert_non_null(strstr(eps, "/S1{false setoverprint[/Separation (Gold \\(No. 1\\))cvn"));
    assert_non_null(strstr(eps, "%%DocumentCustomColors: (Gold \\(No. 1\\))\n"));
    assert_non_null(strstr(eps, "%%BoundingBox: 0 0 100 50\n"));
    assert_non_null(strstr(body, "[1 0 0 -1 0 50 ]concat"));
    zt_arena_drop(s.arena);
}

static void an_eps_holds_the_bleed(void **state)
{
    (void)state;
    press_sample s;
    open_sample(&s);
    s.page->bleed = 8.5;
    rule(&s, &sample_black);
    const char *eps = eps_of(&s);
    assert_non_null(strstr(eps, "%%BoundingBox: 0 0 117 67\n%%HiResBoundingBox: 0 0 117 67 \n"));
    assert_non_null(strstr(eps, "[1 0 0 -1 8.5 58.5 ]concat"));
    zt_arena_drop(s.arena);
}

/* A clip ends with its path; what was in force before is in force again. */
static void clips_of_an_eps(void **state)
{
    (void)state;
    press_sample s;
    open_sample(&s);
    const zt_rect clip = {20, 10, 30, 15};
    rule(&s, &sample_red);
    rule(&s, &sample_black)->clip = &clip;
    rule(&s, &sample_red);
    const char *body = body_of(eps_of(&s));
    assert_non_null(strstr(body, "q\n20 10 30 15 rectclip\n1 O\n10 20 m\n90 20 l\ns\nQ\n"
                                 "10 20 m\n90 20 l\ns\n"));
    zt_arena_drop(s.arena);
}

static void names_of_plates(void **state)
{
    (void)state;
    press_sample s;
    open_sample(&s);
    const zt_output *plates = zt_output_find(ZT_STR("plates"));
    rule(&s, &sample_red);
    assert_int_equal(zt_output_count(plates, s.arena, &s.options, &s.book), 4);
    rule(&s, &gold);
    rule(&s, &twin);
    rule(&s, &gold);
    zt_part_names names = zt_output_parts(plates, s.arena, &s.options, &s.book);
    static const char *const want[] = {"cyan",  "magenta",   "yellow",
                                       "black", "gold-no-1", "gold-no-1-2"};
    assert_int_equal(names.count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(names.items[i], want[i]);
    const zt_option_value process = {"--spots", "process"};
    s.options.values = &process;
    s.options.value_count = 1;
    assert_int_equal(zt_output_count(plates, s.arena, &s.options, &s.book), 4);
    zt_scene *two[] = {s.page, s.page};
    s.book.pages = two;
    s.book.page_count = 2;
    assert_int_equal(zt_output_count(plates, s.arena, &s.options, &s.book), 8);
    zt_arena_drop(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inks_of_an_eps),
        cmocka_unit_test(an_eps_holds_the_bleed),
        cmocka_unit_test(clips_of_an_eps),
        cmocka_unit_test(names_of_plates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
