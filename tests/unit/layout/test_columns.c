/* Columns of whole characters (R100) and baselines side by side (R103). */
#include "unit/template/template_case.h"

#include "layout/layout.h"

static void assert_split(double width, double size, int columns, double gutter,
                         zt_char_columns wanted)
{
    zt_char_columns got = zt_columns_of_characters(width, size, columns, gutter);
    assert_int_equal(got.characters, wanted.characters);
    assert_points(got.column, wanted.column);
    assert_points(got.gutter, wanted.gutter);
    assert_points(got.spare, wanted.spare);
}

/* n columns of 13 characters, one apart, into m. */
static void assert_resplit(int n, int m, int characters, int spare)
{
    double width = 13 * n + n - 1;
    double gutter = m > 1 ? 1 + (double)spare / (m - 1) : 1;
    assert_split(width, 1, m, 1,
                 (zt_char_columns){characters, gutter, characters, m > 1 ? 0 : spare});
}

static void test_r100_resplit(void **state)
{
    (void)state;
    assert_resplit(1, 1, 13, 0);
    assert_resplit(2, 1, 27, 0); /* one column across two: 27 characters */
    assert_resplit(3, 2, 20, 0); /* (41 - 1) / 2 */
    assert_resplit(4, 3, 17, 2); /* (55 - 2) / 3 = 17, 2 over: gaps of 2 */
    assert_resplit(5, 4, 16, 2); /* (69 - 3) / 4 = 16, 2 over */
    assert_resplit(8, 5, 21, 2); /* (111 - 4) / 5 = 21, 2 over */
    assert_resplit(2, 3, 8, 1);
}

/* 对开: 8 columns of 13 characters of 小五 with gutters of 2.83 mm fill 350 mm. */
static void test_r100_broadsheet(void **state)
{
    (void)state;
    double gutter = zt_pt_from_mm(2.83), width = zt_pt_from_mm(350);
    zt_char_columns page = zt_columns_of_characters(width, 9, 8, gutter);
    assert_int_equal(page.characters, 13);
    assert_points(page.column, 117);
    assert_float_equal(page.gutter, gutter, 0.1);
    /* R46: 20.37 em hold 20; a box narrower than one character holds one. */
    assert_split(20.37 * 9, 9, 1, 0, (zt_char_columns){180, 0, 20, 0.37 * 9});
    assert_split(6, 9, 1, 0, (zt_char_columns){9, 0, 1, -3});
}

/* ---- a block that sets one line of its content `drop` points below its top ---- */

typedef struct word {
    double drop, height;
    const zt_face *face; /* NULL: no text */
} word;

static zt_plan plan_word(const zt_block *block, const zt_setting *setting, double width)
{
    const word *w = block->content;
    (void)setting;
    (void)width;
    return (zt_plan){
        .extent = {w->height, w->height}, .first_baseline = w->face ? w->drop : -1, .own = w};
}

static void place_word(const zt_plan *plan, const zt_setting *setting, double height,
                       zt_group *into)
{
    const word *w = plan->own;
    (void)height;
    if (!w->face)
        return;
    for (int line = 1; line >= 0; line--) {
        zt_glyph *glyph = ZT_NEW(setting->arena, zt_glyph);
        glyph->id = zt_face_glyph(w->face, 0x6C49);
        glyph->advance = 10;
        zt_scene_add_glyphs(setting->scene, into, plan->block->at, w->face, 10,
                            (zt_point){0, w->drop + 15 * line}, glyph, 1, ZT_STR("汉"),
                            (zt_paint){0});
    }
}

static const zt_block_kind word_kind = {.name = "word", .plan = plan_word, .place = place_word};

typedef struct row_case {
    zt_box_spec row, place[3];
    zt_box boxes[4];
    zt_box *children[3];
    zt_block blocks[3];
    zt_block *held[3];
} row_case;

static void build_row(row_case *c, const word *words, zt_box_align align)
{
    *c = (row_case){.row = {.kind = ZT_BOX_ROW, .align = align, .stretch = 1}};
    for (size_t i = 0; i < 3; i++) {
        c->blocks[i] = (zt_block){.kind = &word_kind, .name = "word", .content = &words[i]};
        c->held[i] = &c->blocks[i];
        c->place[i] = (zt_box_spec){.kind = ZT_BOX_PLACE, .stretch = 1};
        c->boxes[i] =
            (zt_box){.spec = &c->place[i], .share = 1, .blocks = &c->held[i], .block_count = 1};
        c->children[i] = &c->boxes[i];
    }
    c->boxes[3] = (zt_box){.spec = &c->row, .children = c->children, .child_count = 3};
}

typedef struct tops {
    double baseline[8], group[8];
    size_t lines, groups;
} tops;

static void see(void *self, const zt_item *item, double dx, double dy)
{
    tops *t = self;
    (void)dx;
    if (item->kind == ZT_ITEM_GROUP && ((const zt_group *)item)->block)
        t->group[t->groups++] = item->box.y + dy;
    else if (item->kind == ZT_ITEM_GLYPHS)
        t->baseline[t->lines++] = ((const zt_glyphs *)item)->origin.y + dy;
}

static tops set_row(template_case *files, const row_case *c)
{
    zt_setting setting = {.arena = files->arena,
                          .diags = files->diags,
                          .template_ = files->loaded,
                          .fit = {.leading = 1}};
    zt_layout_result result = zt_layout_page(&setting, &c->boxes[3]);
    assert_false(result.overset);
    tops t = {0};
    zt_visitor visitor = {.self = &t, .enter = see};
    zt_scene_walk(setting.scene->root, &visitor);
    return t;
}

static const zt_face *any_face(template_case *files)
{
    static const zt_font_options none = {0};
    zt_fonts *fonts = zt_fonts_new(files->arena, &none);
    return zt_fonts_find(fonts, files->diags, ZT_NOWHERE, "Noto Serif CJK SC", 400);
}

static void test_r103_first_baselines_align(void **state)
{
    template_case *files = *state;
    case_load_body(files, "<column/>");
    const zt_face *face = any_face(files);
    assert_non_null(face);
    const word words[] = {{30, 50, face}, {12, 40, face}, {18.5, 60, face}};
    row_case c;
    build_row(&c, words, ZT_BASELINE);
    tops t = set_row(files, &c);
    assert_int_equal(t.lines, 6); /* each block draws its second line first */
    for (size_t i = 1; i < 6; i += 2)
        assert_points(t.baseline[i], t.baseline[1]);
    build_row(&c, words, ZT_TOP);
    t = set_row(files, &c);
    assert_points(t.baseline[1] - t.baseline[3], 18);
}

/* On a line grid what follows in each column begins on a line again: text of one style falls on the
   same baselines, whatever stands above it and however large the gap. */
static void test_r103_line_grid(void **state)
{
    template_case *files = *state;
    case_load_body(files, "<column/>");
    const zt_face *face = any_face(files);
    const double line = 13.6;
    const word words[] = {{12, 41, face}, {12, 27.2, face}, {12, 60, face}};
    row_case c;
    build_row(&c, words, ZT_TOP);
    c.row.baseline = line;
    for (int second = 0; second < 2; second++) { /* the same word below each, after a gap of 5 */
        zt_block *pair[2] = {&c.blocks[second * 2], &c.blocks[1]};
        c.boxes[second].blocks = ZT_ARRAY(files->arena, 2, zt_block *);
        c.boxes[second].blocks[0] = pair[0];
        c.boxes[second].blocks[1] = pair[1];
        c.boxes[second].block_count = 2;
        c.place[second].gap = (zt_gap){5, 9};
    }
    c.boxes[3].child_count = 2;
    tops t = set_row(files, &c);
    assert_int_equal(t.lines, 8);
    for (size_t i = 0; i < 8; i++) {
        double below = t.baseline[i] - t.baseline[1] - (i % 2 ? 0 : 15);
        assert_points(below, round(below / line) * line);
    }
    assert_points(t.baseline[3] - t.baseline[1], 5 * line); /* 41 takes 4 lines, the gap one */
    assert_points(t.baseline[7] - t.baseline[5], 6 * line); /* 60 takes 5 */
}

/* What holds no text stays at the top. */
static void test_r103_without_text(void **state)
{
    template_case *files = *state;
    case_load_body(files, "<column/>");
    const zt_face *face = any_face(files);
    const word words[] = {{30, 50, face}, {0, 40, NULL}, {20, 60, face}};
    row_case c;
    build_row(&c, words, ZT_BASELINE);
    tops t = set_row(files, &c);
    assert_int_equal(t.lines, 4);
    assert_points(t.baseline[1], t.baseline[3]);
    assert_points(t.group[1], t.group[0]);
    assert_points(t.group[2] - t.group[0], 10);
}

static void test_column_width(void **state)
{
    (void)state;
    /* 对开: 350 mm in 8 columns with 2.83 mm between them. */
    assert_points(zt_column_width(350, 8, 2.83), 41.27375);
    assert_points(8 * zt_column_width(350, 8, 2.83) + 7 * 2.83, 350);
    assert_points(zt_column_width(100, 1, 30), 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_r100_resplit),
        cmocka_unit_test(test_r100_broadsheet),
        cmocka_unit_test(test_column_width),
        cmocka_unit_test_setup_teardown(test_r103_first_baselines_align, case_open, case_close),
        cmocka_unit_test_setup_teardown(test_r103_line_grid, case_open, case_close),
        cmocka_unit_test_setup_teardown(test_r103_without_text, case_open, case_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
