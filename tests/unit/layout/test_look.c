/* How a part looks: which part names it, what the fit takes off, and a block's parameters. */
#include "unit/template/template_case.h"

#include "layout/block.h"

typedef struct look_case {
    template_case *files;
    zt_setting setting;
    zt_block block;
    zt_box_spec place;
} look_case;

static const zt_param params[] = {
    {"axis", ZT_PARAM_NAMED(LENGTH), NULL, "0.5mm", "", ""},
    {"apart", ZT_PARAM_NAMED(LENGTH), NULL, "1.5em", "", ""},
    {"gap", ZT_PARAM_NAMED(GAP), NULL, "2..5", "", ""},
    {"ratio", ZT_PARAM_NAMED(NUMBER), NULL, "0.78", "", ""},
    {"bands", ZT_PARAM_NAMED(YES), NULL, "yes", "", ""},
    {"line-ink", ZT_PARAM_NAMED(INK), NULL, "red", "", ""},
    {"no-ink", ZT_PARAM_NAMED(INK), NULL, NULL, "", ""},
    {0},
};
static const zt_param chart_params[] = {
    {"thickness", ZT_PARAM_NAMED(NUMBER), NULL, "0.61", "", ""},
    {0},
};
static zt_param_table more(const zt_block *block)
{
    (void)block;
    return (zt_param_table){chart_params, 0};
}
static const zt_part_default parts[] = {
    {"head", "section", "", ""}, {"figure", "note", "", ""}, {"text", "body", "", ""}, {0}};
static const zt_block_kind kind = {
    .name = "groups", .params = {params, 0}, .parts = parts, .more_params = more};

static int open_look(void **state)
{
    void *files = NULL;
    case_open(&files);
    look_case *c = calloc(1, sizeof *c);
    c->files = files;
    static const zt_font_options none = {0};
    c->setting = (zt_setting){.arena = c->files->arena,
                              .diags = c->files->diags,
                              .fonts = zt_fonts_new(c->files->arena, &none),
                              .fit = {.leading = 1}};
    c->block = (zt_block){.kind = &kind, .name = "groups", .place = &c->place};
    *state = c;
    return 0;
}

static int close_look(void **state)
{
    look_case *c = *state;
    void *files = c->files;
    case_close(&files);
    free(c);
    return 0;
}

static void use_template(look_case *c, const char *body)
{
    c->setting.template_ = case_load_body(c->files, body);
    assert_reports(c->files, "");
}

static void test_theme_gives_the_paragraph(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    zt_look look = zt_block_look(&c->setting, &c->block, "text");
    assert_string_equal(look.style->name, "body");
    assert_points(look.text.size, 9);
    assert_points(look.para.leading, 13.5);
    assert_int_equal(look.para.punctuation, ZT_KAIMING);
    assert_int_equal(look.para.level, ZT_BREAK_STRICT);
    assert_int_equal(look.para.spacing, ZT_SPACING_OFF);
    assert_true(look.para.hang);
    assert_true(look.para.trim_start); /* the engine's default, R21 */
    assert_int_equal(look.para.align, ZT_ALIGN_JUSTIFY);
    assert_points(look.para.indent, 2);
    assert_string_equal(look.para.units, "趟 标箱");
    assert_string_equal(look.ink->name, "key");
    assert_string_equal(zt_face_family(look.text.face), "Noto Serif CJK SC");
    assert_int_equal(zt_face_weight(look.text.face), 700);
    assert_int_equal(look.text.fallback_count, 1);
    assert_string_equal(look.text.fallbacks[0].family, "Noto Sans CJK SC");
}

static void test_order_of_parts(void **state)
{
    look_case *c = *state;
    /* The kind's default, when nobody says anything. */
    use_template(c, "<column/>");
    assert_string_equal(zt_block_look(&c->setting, &c->block, "head").style->name, "section");
    /* The theme: style and ink. */
    zt_look look = zt_block_look(&c->setting, &c->block, "figure");
    assert_string_equal(look.style->name, "figure");
    assert_string_equal(look.ink->name, "red");
    /* The template's part stands before the theme's; its style brings its own ink. */
    use_template(c, "<part of=\"groups\" name=\"figure\" style=\"label\"/>"
                    "<part of=\"timeline\" name=\"head\" style=\"year\"/><column/>");
    look = zt_block_look(&c->setting, &c->block, "figure");
    assert_string_equal(look.style->name, "label");
    assert_string_equal(look.ink->name, "key");
    assert_string_equal(zt_block_look(&c->setting, &c->block, "head").style->name, "section");
    /* The place's part stands first; an ink alone leaves the style to the others. */
    const zt_theme *theme = c->setting.template_->theme;
    zt_part gold = {.name = "figure", .ink = zt_theme_ink(theme, ZT_STR("gold"))};
    c->place.parts = &gold;
    c->place.part_count = 1;
    look = zt_block_look(&c->setting, &c->block, "figure");
    assert_string_equal(look.style->name, "label");
    assert_string_equal(look.ink->name, "gold");
}

static void test_reversed_takes_the_paper(void **state)
{
    look_case *c = *state;
    use_template(c, "<style name=\"body\" from=\"body\" tint=\"60%\"/><column/>");
    assert_points(zt_block_look(&c->setting, &c->block, "text").text.paint.tint, 0.6);
    c->block.reversed = true;
    zt_look look = zt_block_look(&c->setting, &c->block, "text");
    assert_ptr_equal(look.ink, &zt_ink_paper);
    assert_ptr_equal(look.text.paint.ink, &zt_ink_paper);
    assert_points(look.text.paint.tint, 1);
    assert_string_equal(zt_block_look(&c->setting, &c->block, "figure").ink->name, "red");
}

static void test_size_gives_way_to_its_floor(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>"); /* body 9, 8 to 10 */
    c->setting.fit.size_steps = 3;
    zt_look look = zt_block_look(&c->setting, &c->block, "text");
    assert_points(look.text.size, 8.25);
    assert_points(look.para.leading, 8.25 * 1.5);
    c->setting.fit.size_steps = 7;
    assert_points(zt_block_look(&c->setting, &c->block, "text").text.size, 8);
    c->setting.fit.size_steps = -2;
    assert_points(zt_block_look(&c->setting, &c->block, "text").text.size, 9.5);
    c->setting.fit.size_steps = -9;
    assert_points(zt_block_look(&c->setting, &c->block, "text").text.size, 10);
}

static void test_leading_gives_way(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>"); /* 1.4, 1.5, 1.6 of 9 pt */
    c->setting.fit.leading = 0;
    assert_points(zt_block_look(&c->setting, &c->block, "text").para.leading, 12.6);
    c->setting.fit.leading = 0.5;
    assert_points(zt_block_look(&c->setting, &c->block, "text").para.leading, 13.05);
    c->setting.fit.leading = 2;
    assert_points(zt_block_look(&c->setting, &c->block, "text").para.leading, 14.4);
}

static void test_another_size_keeps_the_ratio(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    zt_look look = zt_block_look(&c->setting, &c->block, "text");
    zt_look big = zt_look_at_size(&look, 18);
    assert_points(big.text.size, 18);
    assert_points(big.para.leading, 27);
    assert_points(look.text.size, 9);
}

static void test_vertical_block(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    assert_false(zt_block_look(&c->setting, &c->block, "head").para.vertical);
    c->block.vertical = true;
    assert_true(zt_block_look(&c->setting, &c->block, "head").para.vertical);
}

static void test_optional_parts_go_from_the_last(void **state)
{
    look_case *c = *state;
    c->setting.optional_total = 5;
    assert_false(zt_setting_drops(&c->setting, 4));
    c->setting.fit.dropped = 2;
    assert_false(zt_setting_drops(&c->setting, 2));
    assert_true(zt_setting_drops(&c->setting, 3));
    assert_true(zt_setting_drops(&c->setting, 4));
    c->setting.fit.dropped = 5;
    assert_true(zt_setting_drops(&c->setting, 0));
}

static void test_parameters(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    assert_mm(zt_block_length(&c->setting, &c->block, "axis", 9), 0.5);
    assert_points(zt_block_length(&c->setting, &c->block, "apart", 10), 15);
    assert_mm(zt_block_length(&c->setting, &c->block, "gap", 9), 4);
    assert_points(zt_block_number(&c->block, "ratio"), 0.78);
    assert_points(zt_block_number(&c->block, "thickness"), 0.61); /* of the content's kind */
    assert_true(zt_block_yes(&c->block, "bands"));
    assert_string_equal(zt_block_ink(&c->setting, &c->block, "line-ink")->name, "red");
    assert_null(zt_block_ink(&c->setting, &c->block, "no-ink"));
    zt_set sets[] = {{.name = "axis", .value = ZT_STR("80%")},
                     {.name = "bands", .value = ZT_STR("no")},
                     {.name = "thickness", .value = ZT_STR("0.5")},
                     {.name = "line-ink", .value = ZT_STR("paper")}};
    c->place.sets = sets;
    c->place.set_count = 4;
    assert_points(zt_block_length(&c->setting, &c->block, "axis", 10), 8);
    assert_false(zt_block_yes(&c->block, "bands"));
    assert_points(zt_block_number(&c->block, "thickness"), 0.5);
    assert_ptr_equal(zt_block_ink(&c->setting, &c->block, "line-ink"), &zt_ink_paper);
}

static void test_unknown_ink_of_a_parameter(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    zt_set set = {.name = "line-ink", .value = ZT_STR("azure"), .value_at = {"t.xml", 7, 9}};
    c->place.sets = &set;
    c->place.set_count = 1;
    assert_null(zt_block_ink(&c->setting, &c->block, "line-ink"));
    assert_reports(c->files, "unknown-ink 7:9");
}

static void test_gaps_and_inks_of_the_theme(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    assert_mm(zt_setting_gap(&c->setting, 3), 6);
    assert_mm(zt_setting_gap(&c->setting, 1.5), 3);
    assert_string_equal(zt_setting_ink(&c->setting, "gold")->name, "gold");
}

#define LOOK(test) cmocka_unit_test_setup_teardown(test, open_look, close_look)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LOOK(test_theme_gives_the_paragraph),
        LOOK(test_order_of_parts),
        LOOK(test_reversed_takes_the_paper),
        LOOK(test_size_gives_way_to_its_floor),
        LOOK(test_leading_gives_way),
        LOOK(test_another_size_keeps_the_ratio),
        LOOK(test_vertical_block),
        LOOK(test_optional_parts_go_from_the_last),
        LOOK(test_parameters),
        LOOK(test_unknown_ink_of_a_parameter),
        LOOK(test_gaps_and_inks_of_the_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
