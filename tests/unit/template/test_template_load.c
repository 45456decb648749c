/* Whole templates: what a correct one becomes, and which theme and file it comes from. */
#include "template_case.h"

static void test_poster_is_read_whole(void **state)
{
    template_case *c = *state;
    const zt_template *t = case_load(c, "poster", NULL);
    assert_reports(c, "");
    assert_non_null(t);
    assert_mm(t->page_w, 260);
    assert_mm(t->page_h, 390);
    assert_mm(t->margin[0], 8);
    assert_mm(t->margin[1], 10);
    assert_mm(t->margin[2], 8);
    assert_mm(t->margin[3], 10);
    assert_mm(t->bleed, 3);
    assert_int_equal(t->spare_count, 2);
    assert_int_equal(t->spare[0], ZT_SPARE_GROW);
    assert_int_equal(t->spare[1], ZT_SPARE_GAPS);
    assert_int_equal(t->root->kind, ZT_BOX_COLUMN);
    assert_int_equal(t->root->child_count, 6);
    assert_mm(t->root->gap.natural, 6);
    assert_mm(t->root->gap.ceiling, 10);
}

static void test_box_of_the_poster(void **state)
{
    template_case *c = *state;
    const zt_box_spec *box = case_load(c, "poster", NULL)->root->children[0];
    assert_int_equal(box->kind, ZT_BOX_BOX);
    assert_string_equal(box->ground->name, "red");
    assert_true(box->reversed && box->bleed && box->centre && box->vertical);
    assert_mm(box->inset[0], 6);
    assert_mm(box->inset[1], 2);
    assert_mm(box->inset[2], 6);
    assert_mm(box->inset[3], 2);
    assert_string_equal(box->children[0]->select, "kicker title");
    assert_null(box->children[0]->variant);
    assert_null(box->rule_ink); /* no rule, no ink of it */
}

static void test_row_of_the_poster(void **state)
{
    template_case *c = *state;
    const zt_box_spec *row = case_load(c, "poster", NULL)->root->children[1];
    assert_int_equal(row->align, ZT_FOOT);
    assert_int_equal(row->share_count, 3); /* one a child, 0 for the fixed one */
    assert_points(row->share[0], 0);
    assert_points(row->share[1], 3);
    assert_points(row->share[2], 2);
    assert_mm(row->children[0]->width, 30);
    assert_points(row->children[1]->stretch, 0);
    assert_points(row->children[2]->stretch, 1);
    const zt_box_spec *groups = row->children[1]->children[0];
    assert_string_equal(groups->variant, "bands");
    assert_int_equal(groups->columns, 2);
    assert_mm(groups->gutter.natural, 6);
    assert_true(groups->balance);
    assert_int_equal(groups->part_count, 1);
    assert_null(groups->parts[0].of);
    assert_string_equal(groups->parts[0].ink->name, "gold");
    assert_true(zt_str_is(groups->sets[0].value, "0.5mm"));
    assert_int_equal(groups->sets[0].value_at.line, 13);
    assert_int_equal(groups->sets[0].value_at.column, 65);
}

static void test_grid_rule_when_omit(void **state)
{
    template_case *c = *state;
    zt_box_spec *const *boxes = case_load(c, "poster", NULL)->root->children;
    assert_int_equal(boxes[2]->columns, 3);
    assert_mm(boxes[2]->gutter.natural, 4);
    assert_int_equal(boxes[2]->children[0]->span, 2);
    assert_int_equal(boxes[2]->children[1]->span, 1);
    assert_mm(boxes[2]->children[1]->min, 20);
    assert_mm(boxes[2]->children[1]->max, 40);
    assert_mm(boxes[3]->rule, 0.12);
    assert_string_equal(boxes[3]->rule_ink->name, "key");
    assert_string_equal(boxes[4]->has, "note");
    assert_string_equal(boxes[4]->lacks, "quotes");
    assert_string_equal(boxes[5]->select, "asof");
    assert_string_equal(boxes[5]->why, "题中已有");
}

static void test_theme_of_the_poster(void **state)
{
    template_case *c = *state;
    const zt_theme *theme = case_load(c, "poster", NULL)->theme;
    assert_string_equal(theme->name, "mini");
    assert_int_equal(theme->punctuation, ZT_KAIMING);
    assert_int_equal(theme->level, ZT_BREAK_STRICT);
    assert_int_equal(theme->spacing, ZT_SPACING_OFF);
    assert_true(theme->hang);
    assert_int_equal(theme->fit_count, 2);
    assert_int_equal(theme->fit[1], ZT_FIT_SIZE);
    assert_int_equal(theme->date, ZT_DATE_HAN);
    assert_string_equal(theme->units, "趟 标箱");
    assert_string_equal(theme->credit_art, "制图/{}");
    assert_string_equal(theme->credit_photo, "{}");
    assert_mm(theme->limits.tint_rule, 0.35);
    const zt_font_role *serif = zt_theme_font(theme, ZT_STR("serif"));
    assert_int_equal(serif->weight, 700);
    assert_int_equal(serif->fallback_count, 1);
    assert_string_equal(serif->fallbacks[0].family, zt_theme_font(theme, ZT_STR("plain"))->family);
    assert_int_equal(zt_theme_font(theme, ZT_STR("plain"))->weight, 400);
    /* Parts: the template's stand before the theme's. */
    assert_string_equal(theme->parts[0].style->name, "tiny");
    assert_string_equal(theme->parts[1].ink->name, "red");
}

static void test_inks(void **state)
{
    template_case *c = *state;
    const zt_theme *theme = case_load(c, "poster", NULL)->theme;
    const zt_ink *red = zt_theme_ink(theme, ZT_STR("red")),
                 *gold = zt_theme_ink(theme, ZT_STR("gold"));
    assert_close(red->cmyk[1], 0.92, 1e-12);
    assert_close(red->rgb.r, 200 / 255.0, 1e-12);
    assert_close(red->rgb.b, 47 / 255.0, 1e-12);
    assert_string_equal(gold->spot, "PANTONE 871 C");
    zt_rgb computed = zt_rgb_from_cmyk(gold->cmyk);
    assert_close(gold->rgb.g, computed.g, 1e-12);
    assert_true(computed.g > 0.2 && computed.g < 0.8); /* a middle tone, not a failure's black */
    assert_true(zt_theme_ink(theme, ZT_STR("key"))->overprint);
    assert_ptr_equal(zt_theme_ink(theme, ZT_STR("paper")), &zt_ink_paper);
    assert_null(zt_theme_ink(theme, ZT_STR("azure")));
}

static void test_files_are_listed(void **state)
{
    template_case *c = *state;
    const zt_template *t = case_load(c, "poster", "mini-child");
    assert_int_equal(t->file_count, 3);
    assert_string_equal(zt_path_base(t->files[0]), "poster.xml");
    assert_string_equal(zt_path_base(t->files[1]), "mini-child.xml");
    assert_string_equal(zt_path_base(t->files[2]), "mini.xml");
    assert_string_equal(zt_path_base(t->theme->path), "mini-child.xml");
}

static void test_child_theme_inherits(void **state)
{
    template_case *c = *state;
    const zt_theme *theme = case_load(c, "poster", "mini-child")->theme;
    assert_reports(c, "");
    assert_close(zt_theme_ink(theme, ZT_STR("red"))->cmyk[3], 0.5, 1e-12);
    assert_int_equal(theme->ink_count, 3);
    /* Attribute by attribute: the level is the child's, the rest the parent's. */
    assert_int_equal(theme->level, ZT_BREAK_LOOSE);
    assert_int_equal(theme->punctuation, ZT_KAIMING);
    assert_points(theme->limits.type, 7);
    assert_points(theme->limits.reversed, 10.5);
    assert_close(theme->judgement.slices, 6, 1e-12); /* the child's */
    assert_close(theme->judgement.slice, 3, 1e-12);  /* the parent's */
    assert_close(theme->judgement.apart, 8, 1e-12);  /* nobody's */
    assert_string_equal(theme->credit_art, "图：{}");
    assert_string_equal(theme->credit_source, "资料来源：{}");
    /* 120 % of the parent's 9 pt was overruled by the template's 9.5 pt. */
    assert_points(zt_theme_style(theme, ZT_STR("body"))->size, 9.5);
    assert_string_equal(theme->parts[1].ink->name, "gold");
    assert_string_equal(theme->parts[2].ink->name, "red");
}

static void test_first_folder_wins(void **state)
{
    template_case *c = *state;
    case_write(c, "poster.xml",
               "<template xmlns=\"urn:zhitu:1\" name=\"poster\" theme=\"mini\">"
               "<page size=\"52mm auto\" max=\"480mm\"/><column/></template>");
    const zt_template *t = case_load(c, "poster", NULL);
    assert_mm(t->page_w, 52);
    assert_points(t->page_h, 0);
    assert_mm(t->max_h, 480);
}

static void test_names_in_folders(void **state)
{
    template_case *c = *state;
    case_write(c, "poster.xml", "<template xmlns=\"urn:zhitu:1\"/>");
    case_write(c, "another.xml", "<template xmlns=\"urn:zhitu:1\"/>");
    case_write(c, "broken.xml", "<template");
    case_write(c, "notes.txt", "<template xmlns=\"urn:zhitu:1\"/>");
    const char *dirs[] = {c->dir, FIXTURES, "/nowhere"}, **names;
    assert_int_equal(zt_template_names(c->arena, dirs, 3, "template", &names), 2);
    assert_string_equal(names[0], "another");
    assert_string_equal(names[1], "poster");
    assert_int_equal(zt_template_names(c->arena, dirs, 3, "theme", &names), 4);
    assert_string_equal(names[3], "mini-child");
}

static void test_shipped_theme_is_sound(void **state)
{
    template_case *c = *state;
    case_write(c, "t.xml",
               "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"chongqing\">"
               "<page paper=\"duikai\"/><column/></template>");
    const char *dirs[] = {c->dir, ZT_SOURCE_DIR "/templates"};
    const zt_template *t = zt_template_load(c->arena, c->diags, dirs, 2, "t", ZT_NOWHERE, NULL);
    assert_reports(c, "");
    assert_mm(t->page_w, 350);
    assert_mm(t->page_h, 480);
    const zt_style *body = zt_theme_style(t->theme, ZT_STR("body"));
    assert_points(body->size, 9);
    assert_true(body->size * body->leading > 13.5 && body->size * body->leading < 13.65);
    const zt_style *inline_figure = zt_theme_style(t->theme, ZT_STR("inline-figure"));
    assert_true(inline_figure->size <= 1.5 * body->size); /* R66 */
    assert_true(inline_figure->size_min <= 1.5 * body->size_min);
}

/* A name never leads out of its folder or to a hidden file; a point within it is nothing special.
 */
static void test_names_that_are_none(void **state)
{
    template_case *c = *state;
    static const char text[] = "<template xmlns=\"urn:zhitu:1\" name=\"x.y\" theme=\"chongqing\">"
                               "<page paper=\"duikai\"/><column/></template>";
    case_write(c, ".hidden.xml", text);
    case_write(c, "x.y.xml", text);
    const char *dirs[] = {c->dir, ZT_SOURCE_DIR "/templates"};
    static const char *const none[] = {"", ".hidden", "../card", "/card", "a/b", "a\\b"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        zt_diags *diags = zt_diags_new(c->arena);
        assert_null(zt_template_load(c->arena, diags, dirs, 2, none[i], ZT_NOWHERE, NULL));
        assert_string_equal(zt_diags_at(diags, 0)->code, "unknown-template");
    }
    assert_non_null(zt_template_load(c->arena, c->diags, dirs, 2, "x.y", ZT_NOWHERE, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_poster_is_read_whole),   CASE(test_box_of_the_poster),
        CASE(test_row_of_the_poster),      CASE(test_grid_rule_when_omit),
        CASE(test_theme_of_the_poster),    CASE(test_inks),
        CASE(test_files_are_listed),       CASE(test_child_theme_inherits),
        CASE(test_first_folder_wins),      CASE(test_names_in_folders),
        CASE(test_shipped_theme_is_sound), CASE(test_names_that_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
