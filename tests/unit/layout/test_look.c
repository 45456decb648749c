/* How a part looks: which part names it, what the fit takes off, and a block's parameters. */
#include "unit/template/template_case.h"

#include "layout/block.h"

typedef struct look_case {
    template_case *files;
    zt_setting setting;
    zt_block block;
    zt_box_spec place;
} look_case;

typedef enum side { SIDE_AUTO, SIDE_LEFT, SIDE_RIGHT } side;
typedef struct look_params {
    double axis, ratio;
    zt_length apart;
    zt_gap gap;
    int ticks;
    bool bands;
    side side;
    unsigned pictures;
    zt_str mark;
    const zt_ink *line_ink, *no_ink;
    zt_inks inks;
    zt_numbers spans;
} look_params;
static const zt_param params[] = {
    {"axis", ZT_PARAM(look_params, axis, POINTS), NULL, "0.5mm", "", ""},
    {"apart", ZT_PARAM_EM(look_params, apart, "text"), NULL, "1.5em", "", ""},
    {"gap", ZT_PARAM(look_params, gap, GAP), NULL, "2..5", "", ""},
    {"ratio", ZT_PARAM(look_params, ratio, NUMBER), "0.1..2", "0.78", "", ""},
    {"ticks", ZT_PARAM(look_params, ticks, COUNT), "2..50", "5", "", ""},
    {"bands", ZT_PARAM(look_params, bands, YES), NULL, "yes", "", ""},
    {"side", ZT_PARAM(look_params, side, WORD), "auto left right", "auto", "", ""},
    {"pictures", ZT_PARAM(look_params, pictures, WORDS), "rank change", NULL, "", ""},
    {"mark", ZT_PARAM(look_params, mark, TEXT), NULL, "□", "", ""},
    {"line-ink", ZT_PARAM(look_params, line_ink, INK), "paper", "red", "", ""},
    {"no-ink", ZT_PARAM(look_params, no_ink, INK), NULL, NULL, "", ""},
    {"inks", ZT_PARAM(look_params, inks, INKS), NULL, "red gold", "", ""},
    {"spans", ZT_PARAM(look_params, spans, NUMBERS), NULL, NULL, "", ""},
    {0},
};
typedef struct more_params {
    double thickness;
} more_params;
static const zt_param chart_params[] = {
    {"thickness", ZT_PARAM(more_params, thickness, NUMBER), NULL, "0.61", "", ""},
    {0},
};
static zt_param_table more(const zt_block *block)
{
    (void)block;
    return (zt_param_table){chart_params, sizeof(more_params)};
}
static const zt_part_default parts[] = {
    {"head", "section", "", ""}, {"figure", "note", "", ""}, {"text", "body", "", ""}, {0}};
static const zt_block_kind kind = {
    .name = "groups", .params = {params, sizeof(look_params)}, .parts = parts, .more_params = more};

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

/* The block's parameters when its place sets these. */
static const look_params *loaded(look_case *c, zt_set *sets, size_t count)
{
    c->place.sets = sets;
    c->place.set_count = count;
    zt_block_load(c->files->arena, c->files->diags, c->setting.template_->theme, &c->block);
    return c->block.params;
}

static void test_parameters_without_any_set(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    const look_params *p = loaded(c, NULL, 0);
    const more_params *own = c->block.more;
    assert_mm(p->axis, 0.5);
    assert_points(zt_points(p->apart, 10), 15);
    assert_mm(p->gap.natural, 4);
    assert_mm(p->gap.ceiling, 10);
    assert_points(p->ratio, 0.78);
    assert_points(own->thickness, 0.61); /* of the content's kind */
    assert_int_equal(p->ticks, 5);
    assert_true(p->bands);
    assert_int_equal(p->side, SIDE_AUTO);
    assert_int_equal(p->pictures, 0);
    assert_true(zt_str_is(p->mark, "□"));
    assert_string_equal(p->line_ink->name, "red");
    assert_null(p->no_ink);
    assert_int_equal(p->inks.count, 2);
    assert_string_equal(zt_inks_at(p->inks, 3)->name, "gold");
    assert_int_equal(p->spans.count, 0);
    assert_reports(c->files, "");
}

static void test_parameters_that_are_set(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    zt_set sets[] = {{.name = "axis", .value = ZT_STR("4Q")},
                     {.name = "apart", .value = ZT_STR("80%")},
                     {.name = "bands", .value = ZT_STR("no")},
                     {.name = "side", .value = ZT_STR("right")},
                     {.name = "pictures", .value = ZT_STR("change")},
                     {.name = "thickness", .value = ZT_STR("0.5")},
                     {.name = "spans", .value = ZT_STR("4 8"), .value_at = {"t.xml", 3, 1}},
                     {.name = "line-ink", .value = ZT_STR("paper")}};
    const look_params *p = loaded(c, sets, sizeof sets / sizeof *sets);
    const more_params *own = c->block.more;
    assert_mm(p->axis, 1);
    assert_points(zt_points(p->apart, 10), 8);
    assert_false(p->bands);
    assert_int_equal(p->side, SIDE_RIGHT);
    assert_int_equal(p->pictures, 2);
    assert_points(own->thickness, 0.5);
    assert_int_equal(p->spans.count, 2);
    assert_points(p->spans.items[1], 8);
    assert_int_equal(p->spans.at.line, 3);
    assert_ptr_equal(p->line_ink, &zt_ink_paper);
}

/* The check refuses exactly what the block does not take: the initial stands then. */
static void test_values_that_do_not_suit(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    static const char *const bad[][2] = {
        {"axis", "2em"},         {"axis", "50%"},        {"axis", "auto"},
        {"axis", "-1mm"},        {"axis", "3"},          {"apart", "auto"},
        {"apart", "x"},          {"gap", "2em"},         {"gap", "4"},
        {"ratio", "0.05"},       {"ratio", "2.5"},       {"ratio", "约1"},
        {"ticks", "1"},          {"ticks", "2.5"},       {"ticks", "-3"},
        {"ticks", "1000000000"}, {"bands", "maybe"},     {"side", "up"},
        {"side", "auto left"},   {"pictures", "rank x"}, {"line-ink", "azure"},
        {"inks", "red azure"},   {"inks", ""},           {"spans", "4 x"},
        {"spans", ""},
    };
    const look_params first = *loaded(c, NULL, 0);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        zt_set set = {.name = bad[i][0], .value = zt_str_from(bad[i][1])};
        const zt_param *row = zt_param_find(params, set.name);
        look_params p = first;
        if (zt_param_read(c->files->arena, c->setting.template_->theme, row, set.value, &p))
            fail_msg("%s takes “%s”", bad[i][0], bad[i][1]);
        assert_memory_equal(&p, &first, sizeof p);
        assert_points(loaded(c, &set, 1)->axis, first.axis);
        assert_int_equal(loaded(c, &set, 1)->ticks, first.ticks);
        assert_ptr_equal(loaded(c, &set, 1)->line_ink, first.line_ink);
    }
}

static void test_ink_on_a_reversed_ground(void **state)
{
    look_case *c = *state;
    use_template(c, "<column/>");
    c->block.reversed = true;
    assert_ptr_equal(loaded(c, NULL, 0)->line_ink, &zt_ink_paper);
    zt_set set = {.name = "line-ink", .value = ZT_STR("gold")};
    assert_string_equal(loaded(c, &set, 1)->line_ink->name, "gold");
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
        LOOK(test_parameters_without_any_set),
        LOOK(test_parameters_that_are_set),
        LOOK(test_values_that_do_not_suit),
        LOOK(test_ink_on_a_reversed_ground),
        LOOK(test_gaps_and_inks_of_the_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
