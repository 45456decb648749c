/* Boxes, the walker, and both dumps of a page built by hand. */
#include "cmocka_all.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scene/scene.h"

/* scene/ knows faces by address only, so any object will do. */
struct zt_face {
    const char *name;
};

static const char *face_name(const zt_face *face)
{
    return face->name;
}

static const zt_face serif = {"Serif"};
static const zt_ink black = {.name = "black", .cmyk = {0, 0, 0, 1}, .overprint = true};
static const zt_ink red = {.name = "red", .cmyk = {0, 1, 1, 0}};

typedef struct fixture {
    zt_arena *arena;
    zt_scene *page;
} fixture;

static int begin(void **state)
{
    zt_arena *arena = zt_arena_new();
    fixture *f = ZT_NEW(arena, fixture);
    f->arena = arena;
    f->page = zt_scene_new(arena, 100, 200);
    *state = f;
    return 0;
}

static int end(void **state)
{
    zt_arena_drop(((fixture *)*state)->arena);
    return 0;
}

static void assert_rect(zt_rect got, double x, double y, double w, double h)
{
    const double found[] = {got.x, got.y, got.w, got.h}, wanted[] = {x, y, w, h};
    for (int i = 0; i < 4; i++)
        if (found[i] - wanted[i] > 1e-6 || wanted[i] - found[i] > 1e-6)
            fail_msg("[%g %g %g %g] instead of [%g %g %g %g]", got.x, got.y, got.w, got.h, x, y, w,
                     h);
}

static zt_path *path_of(fixture *f, double width, zt_cap cap)
{
    zt_path *path = zt_scene_add_path(f->page, f->page->root, ZT_NOWHERE);
    path->stroke = ZT_SOLID(&black);
    path->width = width;
    path->cap = cap;
    return path;
}

static void a_flat_rule_ends_at_its_points(void **state)
{
    fixture *f = *state;
    zt_path *rule = path_of(f, 2, ZT_CAP_BUTT);
    zt_path_move(rule, 10, 20);
    zt_path_line(rule, 50, 20);
    zt_path_done(rule);
    assert_rect(rule->item.box, 10, 19, 40, 2);
}

static void a_round_rule_reaches_beyond_them(void **state)
{
    fixture *f = *state;
    zt_path *rule = path_of(f, 2, ZT_CAP_ROUND);
    zt_path_move(rule, 10, 20);
    zt_path_line(rule, 50, 20);
    zt_path_done(rule);
    assert_rect(rule->item.box, 9, 19, 42, 2);
}

static void a_mitred_corner_counts(void **state)
{
    fixture *f = *state;
    zt_path *corner = path_of(f, 2, ZT_CAP_BUTT);
    zt_path_move(corner, 0, 10);
    zt_path_line(corner, 10, 0);
    zt_path_line(corner, 20, 10);
    zt_path_done(corner);
    /* A right angle: the tip stands width / 2 * sqrt 2 above the corner. */
    assert_rect(corner->item.box, -0.70710678, -1.41421356, 21.41421356, 12.12132034);
}

static void a_closed_rectangle_joins_at_its_start(void **state)
{
    fixture *f = *state;
    zt_path *frame = path_of(f, 1, ZT_CAP_BUTT);
    zt_path_rect(frame, (zt_rect){10, 10, 30, 20});
    zt_path_done(frame);
    assert_rect(frame->item.box, 9.5, 9.5, 31, 21);
}

static void a_fill_has_no_stroke_around_it(void **state)
{
    fixture *f = *state;
    zt_scene_disc(f->page, f->page->root, ZT_NOWHERE, (zt_point){50, 60}, 12, ZT_SOLID(&red));
    assert_rect(f->page->root->last->box, 38, 48, 24, 24);
}

/* The middle of a corner's curve lies on its circle; a radius that is too large makes a disc. */
static void corners_are_round(void **state)
{
    fixture *f = *state;
    static const struct {
        zt_rect box;
        double asked, radius;
    } cases[] = {{{10, 20, 40, 30}, 6, 6}, {{-5, 3, 8, 20}, 9, 4}, {{1, 1, 20, 7}, 9, 3.5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_rect r = cases[i].box;
        double radius = cases[i].radius, right = r.x + r.w, foot = r.y + r.h;
        const zt_point centres[] = {{right - radius, r.y + radius},
                                    {right - radius, foot - radius},
                                    {r.x + radius, foot - radius},
                                    {r.x + radius, r.y + radius}};
        zt_path *path = path_of(f, 0, ZT_CAP_BUTT);
        zt_path_round_rect(path, r, cases[i].asked);
        zt_path_done(path);
        assert_rect(path->item.box, r.x, r.y, r.w, r.h);
        assert_int_equal(path->seg_count, 10);
        for (size_t k = 0; k < 4; k++) {
            const zt_point *p = path->segs[2 * k + 2].p, from = *path->segs[2 * k + 1].p;
            double x = (from.x + 3 * p[0].x + 3 * p[1].x + p[2].x) / 8 - centres[k].x,
                   y = (from.y + 3 * p[0].y + 3 * p[1].y + p[2].y) / 8 - centres[k].y;
            assert_true(fabs(sqrt(x * x + y * y) - radius) < 1e-3 * radius);
            assert_true((k < 2 ? x : -x) > 0 && (k == 1 || k == 2 ? y : -y) > 0);
        }
    }
}

static void a_sector_covers_its_quarter(void **state)
{
    fixture *f = *state;
    zt_path *slice = zt_scene_add_path(f->page, f->page->root, ZT_NOWHERE);
    zt_path_sector(slice, (zt_point){50, 50}, 10, 20, 0, 90);
    slice->fill = ZT_SOLID(&red);
    zt_path_done(slice);
    /* From 12 to 3 o'clock: right of and above the centre. */
    assert_rect(slice->item.box, 50, 30, 20, 20);
}

static void a_whole_ring_has_two_contours(void **state)
{
    fixture *f = *state;
    zt_path *ring = zt_scene_add_path(f->page, f->page->root, ZT_NOWHERE);
    zt_path_sector(ring, (zt_point){50, 50}, 10, 20, 0, 360);
    zt_path_done(ring);
    size_t moves = 0;
    for (size_t i = 0; i < ring->seg_count; i++)
        moves += ring->segs[i].kind == ZT_SEG_MOVE;
    assert_int_equal(moves, 2);
    assert_rect(ring->item.box, 30, 30, 40, 40);
}

static void a_curve_reaches_its_turn_not_its_controls(void **state)
{
    fixture *f = *state;
    zt_path *arch = zt_scene_add_path(f->page, f->page->root, ZT_NOWHERE);
    zt_path_move(arch, 0, 40);
    zt_path_curve(arch, (zt_point){0, 0}, (zt_point){40, 0}, (zt_point){40, 40});
    arch->fill = ZT_SOLID(&red);
    zt_path_done(arch);
    assert_rect(arch->item.box, 0, 10, 40, 30); /* y = 40 - 3/4 * 40 at the middle */
}

static void a_clip_bounds_the_box(void **state)
{
    fixture *f = *state;
    static const zt_rect clip = {5, 5, 10, 10};
    zt_path *lines = path_of(f, 1, ZT_CAP_BUTT);
    zt_path_move(lines, 0, 8);
    zt_path_line(lines, 50, 8);
    lines->clip = &clip;
    zt_path_done(lines);
    assert_rect(lines->item.box, 5, 7.5, 10, 1);
}

/* 。 set half wide, then “ set half wide: its glyph stands half an em before its pen. */
static const zt_glyph squeezed[] = {{1, 0, 0, 10, 0}, {2, 10, 0, 5, 3}, {3, 10, 0, 5, 6}};
static const zt_str squeezed_text = {"国。“", 9};

static zt_glyphs *run_at(fixture *f, double x, double y)
{
    return zt_scene_add_glyphs(f->page, f->page->root, (zt_pos){"dir/a.xml", 4, 2}, &serif, 10,
                               (zt_point){x, y}, squeezed, 3, squeezed_text, ZT_SOLID(&black));
}

static void a_run_is_as_wide_as_its_advances(void **state)
{
    assert_rect(run_at(*state, 30, 50)->item.box, 30, 41.2, 20, 10);
}

static void a_turned_run_stands_on_the_left_of_its_line(void **state)
{
    zt_glyphs *run = run_at(*state, 30, 50);
    run->rotated = true;
    zt_glyphs_done(run);
    /* Its baseline runs down from (30, 50), the tops of the letters point right. */
    assert_rect(run->item.box, 28.8, 50, 10, 20);
}

static void a_column_is_an_em_about_its_centre(void **state)
{
    fixture *f = *state;
    static const zt_glyph column[] = {{1, -5, 8.8, 10, 0}, {2, -5, 18.8, 10, 3}};
    zt_glyphs *run =
        zt_scene_add_glyphs(f->page, f->page->root, ZT_NOWHERE, &serif, 10, (zt_point){70, 20},
                            column, 2, (zt_str){"国家", 6}, ZT_SOLID(&black));
    run->vertical = true;
    zt_glyphs_done(run);
    assert_rect(run->item.box, 65, 20, 10, 20);
}

typedef struct trail {
    char text[256];
} trail;

static void note_enter(void *self, const zt_item *item, double dx, double dy)
{
    trail *t = self;
    size_t len = strlen(t->text);
    snprintf(t->text + len, sizeof t->text - len, "%c%d,%d ", "gptil"[item->kind], (int)dx,
             (int)dy);
}

static void note_leave(void *self, const zt_group *group, double dx, double dy)
{
    (void)group;
    trail *t = self;
    size_t len = strlen(t->text);
    snprintf(t->text + len, sizeof t->text - len, "/%d,%d ", (int)dx, (int)dy);
}

static void the_walk_adds_frames_up(void **state)
{
    fixture *f = *state;
    zt_group *outer = zt_scene_add_group(f->page, f->page->root, ZT_NOWHERE, 10, 20);
    zt_group *inner =
        zt_scene_add_part(f->page, outer, ZT_NOWHERE, "head", ZT_ROLE_H1, (zt_rect){5, 6, 7, 8});
    zt_scene_fill_rect(f->page, inner, ZT_NOWHERE, (zt_rect){0, 0, 1, 1}, ZT_SOLID(&red));
    zt_scene_fill_rect(f->page, f->page->root, ZT_NOWHERE, (zt_rect){0, 0, 1, 1}, ZT_SOLID(&red));
    trail t = {""};
    zt_visitor visitor = {&t, note_enter, note_leave};
    zt_scene_walk(f->page->root, &visitor);
    assert_string_equal(t.text, "g0,0 g0,0 g10,20 p15,26 /10,20 /0,0 p0,0 /0,0 ");
}

static zt_book small_book(fixture *f)
{
    zt_group *block = zt_scene_add_part(f->page, f->page->root, (zt_pos){"dir/a.xml", 2, 3}, "head",
                                        ZT_ROLE_H1, (zt_rect){10, 20, 80, 30});
    block->block = "heads";
    block->id = "top";
    zt_scene_add_glyphs(f->page, block, (zt_pos){"dir/a.xml", 4, 2}, &serif, 10, (zt_point){0, 9},
                        squeezed, 3, squeezed_text, (zt_paint){&black, 0.5});
    zt_scene_rule(f->page, block, ZT_NOWHERE, (zt_point){0, 25}, (zt_point){80, 25}, 0.5,
                  ZT_SOLID(&red));
    static zt_scene *pages[1];
    pages[0] = f->page;
    return (zt_book){.id = "a", .pages = pages, .page_count = 1};
}

static void the_text_dump_is_absolute(void **state)
{
    fixture *f = *state;
    zt_book book = small_book(f);
    zt_buf out;
    zt_buf_init(&out, f->arena);
    zt_book_dump(&out, &book, face_name);
    assert_string_equal(
        out.data, "page 1 100 200 type-area [0 0 100 200]\n"
                  "group [0 0 100 200] Document\n"
                  "  group [10 20 80 30] H1 block=\"heads\" part=\"head\" id=\"top\" @a.xml:2:3\n"
                  "    glyphs [10 20.2 20 10] Serif 10 ink=black/0.5+over from 10 29 \"国。“\""
                  " @a.xml:4:2 1@0,0+10 2@10,0+5 3@10,0+5\n"
                  "    path [10 44.75 80 0.5] stroke=red width=0.5 M 10 45 L 90 45\n");
}

static void the_json_hands_block_and_place_down(void **state)
{
    fixture *f = *state;
    zt_book book = small_book(f);
    zt_buf out;
    zt_buf_init(&out, f->arena);
    zt_book_dump_json(&out, &book, face_name);
    assert_string_equal(
        out.data,
        "{\"pages\":[\n{\"width\":100,\"height\":200,\"items\":[\n"
        "{\"kind\":\"group\",\"role\":\"Document\",\"block\":null,\"part\":null,"
        "\"box\":[0,0,100,200],\"ink\":null,\"at\":null},\n"
        "{\"kind\":\"group\",\"role\":\"H1\",\"block\":\"heads\",\"part\":\"head\","
        "\"box\":[10,20,80,30],\"ink\":null,\"at\":\"dir/a.xml:2:3\"},\n"
        "{\"kind\":\"glyphs\",\"role\":\"H1\",\"block\":\"heads\",\"part\":\"head\","
        "\"box\":[10,20.2,20,10],\"ink\":\"black\",\"at\":\"dir/a.xml:4:2\",\"text\":\"国。“\","
        "\"size\":10,\"font\":\"Serif\"},\n"
        "{\"kind\":\"path\",\"role\":\"H1\",\"block\":\"heads\",\"part\":\"head\","
        "\"box\":[10,44.75,80,0.5],\"ink\":\"red\",\"at\":\"dir/a.xml:2:3\"}]}]}\n");
}

/* Two pages with what only books have. */
static zt_book report_book(fixture *f)
{
    static zt_scene *pages[2];
    pages[0] = f->page;
    pages[1] = zt_scene_new(f->arena, 100, 200);
    zt_group *part = zt_scene_add_part(f->page, f->page->root, ZT_NOWHERE, NULL, ZT_ROLE_TOCI,
                                       (zt_rect){0, 10, 100, 12});
    part->flow = 3;
    zt_scene_add_link(f->page, part, ZT_NOWHERE, (zt_rect){0, 0, 100, 12})->dest = "s1";
    zt_scene_add_link(f->page, part, ZT_NOWHERE, (zt_rect){0, 0, 9, 9})->uri = "https://a.cn";
    static const zt_dest dests[] = {{"s1", 1, 20}};
    static const zt_bookmark marks[] = {{"一", 0, 5, 0}, {"二", 1, 20, 1}};
    static const zt_page_labels labels[] = {{0, ZT_PAGE_UNNUMBERED, 1, NULL},
                                            {1, ZT_PAGE_ROMAN_CAPITALS, 1994, "p. "}};
    return (zt_book){.pages = pages,
                     .page_count = 2,
                     .dests = dests,
                     .dest_count = 1,
                     .bookmarks = marks,
                     .bookmark_count = 2,
                     .labels = labels,
                     .label_count = 2};
}

static void the_dumps_show_what_books_have(void **state)
{
    fixture *f = *state;
    zt_book book = report_book(f);
    zt_buf out, json;
    zt_buf_init(&out, f->arena);
    zt_book_dump(&out, &book, face_name);
    assert_string_equal(out.data, "page 1 100 200 type-area [0 0 100 200] label=\"\"\n"
                                  "group [0 0 100 200] Document\n"
                                  "  group [0 10 100 12] TOCI flow=3\n"
                                  "    link [0 10 100 12] dest=\"s1\"\n"
                                  "    link [0 10 9 9] uri=\"https://a.cn\"\n"
                                  "page 2 100 200 type-area [0 0 100 200] label=\"p. MCMXCIV\"\n"
                                  "group [0 0 100 200] Document\n"
                                  "dest id=\"s1\" page 2 20\n"
                                  "bookmark level 0 title=\"一\" page 1 5\n"
                                  "bookmark level 1 title=\"二\" page 2 20\n");
    zt_buf_init(&json, f->arena);
    zt_book_dump_json(&json, &book, face_name);
    assert_non_null(strstr(json.data, "\"height\":200,\"label\":\"p. MCMXCIV\","));
    assert_non_null(strstr(json.data, "\"dest\":\"s1\""));
    assert_non_null(strstr(json.data, "\"dests\":[\n{\"id\":\"s1\",\"page\":2,\"y\":20}],"
                                      "\"bookmarks\":[\n{\"level\":0,\"title\":\"一\",\"page\":1,"
                                      "\"y\":5},\n{\"level\":1,"));
}

static void roman_numbers(void **state)
{
    fixture *f = *state;
    static const struct {
        int number;
        const char *wanted;
    } cases[] = {{1, "i"},
                 {3, "iii"},
                 {4, "iv"},
                 {8, "viii"},
                 {9, "ix"},
                 {14, "xiv"},
                 {40, "xl"},
                 {49, "xlix"},
                 {90, "xc"},
                 {400, "cd"},
                 {888, "dccclxxxviii"},
                 {999, "cmxcix"},
                 {2026, "mmxxvi"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_page_labels labels = {0, ZT_PAGE_ROMAN, cases[i].number - 2, NULL};
        zt_book book = {.labels = &labels, .label_count = 1};
        zt_buf out;
        zt_buf_init(&out, f->arena);
        zt_page_label(&out, &book, 2);
        assert_string_equal(out.data, cases[i].wanted);
    }
    zt_buf plain;
    zt_buf_init(&plain, f->arena);
    zt_page_label(&plain, &(zt_book){0}, 11);
    assert_string_equal(plain.data, "12");
}

static void a_link_to_nothing_is_found(void **state)
{
    fixture *f = *state;
    zt_book book = report_book(f);
    zt_diags *diags = zt_diags_new(f->arena);
    zt_book_check(&book, diags);
    assert_int_equal(zt_diags_count(diags), 0);
    book.dest_count = 0;
    zt_book_check(&book, diags);
    assert_int_equal(zt_diags_count(diags), 1);
    assert_string_equal(zt_diags_at(diags, 0)->code, "dest-unknown");
    assert_non_null(strstr(zt_diags_at(diags, 0)->zh, "s1"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_flat_rule_ends_at_its_points, begin, end),
        cmocka_unit_test_setup_teardown(a_round_rule_reaches_beyond_them, begin, end),
        cmocka_unit_test_setup_teardown(a_mitred_corner_counts, begin, end),
        cmocka_unit_test_setup_teardown(a_closed_rectangle_joins_at_its_start, begin, end),
        cmocka_unit_test_setup_teardown(a_fill_has_no_stroke_around_it, begin, end),
        cmocka_unit_test_setup_teardown(corners_are_round, begin, end),
        cmocka_unit_test_setup_teardown(a_sector_covers_its_quarter, begin, end),
        cmocka_unit_test_setup_teardown(a_whole_ring_has_two_contours, begin, end),
        cmocka_unit_test_setup_teardown(a_curve_reaches_its_turn_not_its_controls, begin, end),
        cmocka_unit_test_setup_teardown(a_clip_bounds_the_box, begin, end),
        cmocka_unit_test_setup_teardown(a_run_is_as_wide_as_its_advances, begin, end),
        cmocka_unit_test_setup_teardown(a_turned_run_stands_on_the_left_of_its_line, begin, end),
        cmocka_unit_test_setup_teardown(a_column_is_an_em_about_its_centre, begin, end),
        cmocka_unit_test_setup_teardown(the_walk_adds_frames_up, begin, end),
        cmocka_unit_test_setup_teardown(the_text_dump_is_absolute, begin, end),
        cmocka_unit_test_setup_teardown(the_json_hands_block_and_place_down, begin, end),
        cmocka_unit_test_setup_teardown(the_dumps_show_what_books_have, begin, end),
        cmocka_unit_test_setup_teardown(roman_numbers, begin, end),
        cmocka_unit_test_setup_teardown(a_link_to_nothing_is_found, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
