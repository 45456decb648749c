/* SVG as other programs read it. */
#include "outside.h"

static void save_svg(outside *o, const char *name, const char *how)
{
    const zt_option_value value = {"--svg-text", how};
    zt_export_options options = sample_options("screen");
    options.values = &value;
    options.value_count = 1;
    outside_save(o, name, sample_write(o->sample, "svg", &options));
}

static void both_kinds_are_well_formed(void **state)
{
    outside *o = *state;
    save_svg(o, "text.svg", "text");
    save_svg(o, "paths.svg", "paths");
    assert_says(o, "xmllint --noout --nonet text.svg paths.svg", "");
    assert_says(o, "grep -c '<text' paths.svg || true", "0\n");
    assert_says(o, "grep -c '<use' text.svg || true", "0\n");
}

static void the_text_is_text(void **state)
{
    outside *o = *state;
    save_svg(o, "a.svg", "text");
    assert_says(
        o, "xmllint --xpath '//*[local-name()=\"text\"]' a.svg | sed 's/<[^>]*>//g'",
        "“双核”联动 成效显著\n累计开行货运班列2.35万列，\nCO2与km\\(a)\n2.35\nGDP 5.1%\n竖排三字\n"
        "航空 14.6%\n");
    assert_says(o, "xmllint --xpath 'string(//*[local-name()=\"g\" and @id=\"share\"]/*[1])' a.svg",
                "客运量占比：航空 14.6%，其余 85.4%\n");
}

static void every_character_has_its_place(void **state)
{
    outside *o = *state;
    save_svg(o, "a.svg", "text");
    /* The justified line: 0.137 pt more than an em from one to the next. One position each: many
       programs pass over lists. */
    assert_succeeds(
        o, "grep -q '<tspan x=\"0\" y=\"8.37\" letter-spacing=\"0.137\">累计开行货运班列2.35"
           "万列，</tspan>' a.svg");
    assert_fails(o, "grep -qE ' [xy]=\"[^\"]* ' a.svg");
    /* The column: each character alone, centred on x = 205, an em below the last. */
    assert_succeeds(
        o,
        "grep -q '<tspan x=\"199\" y=\"10.56\">竖</tspan><tspan x=\"199\" y=\"22.56\">排' a.svg");
    assert_succeeds(o, "grep -q 'transform=\"translate(225.25 4.5) rotate(90)\"' a.svg");
}

/* Runs of one line are one <text>, whatever their type; upright and turned runs of a column too. */
static void a_line_is_one_text(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    s->page = zt_scene_new(s->arena, 200, 100);
    s->book.pages[0] = s->page;
    zt_scene_line_begin(s->page);
    sample_text(s, s->page->root, s->sans, 13, (zt_point){10, 40}, "增长", ZT_SOLID(&sample_red));
    sample_text(s, s->page->root, s->serif, 34, (zt_point){40, 40}, "212", ZT_SOLID(&sample_black));
    sample_text(s, s->page->root, s->sans, 13, (zt_point){95, 40}, "%", ZT_SOLID(&sample_red));
    zt_scene_line_end(s->page);
    zt_scene_line_begin(s->page);
    sample_column(s, s->page->root, (zt_point){180, 10}, "降至");
    zt_glyphs *turned = sample_text(s, s->page->root, s->serif, 12, (zt_point){176, 36}, "2.5%",
                                    ZT_SOLID(&sample_black));
    turned->rotated = true;
    zt_glyphs_done(turned);
    zt_scene_line_end(s->page);
    save_svg(o, "a.svg", "text");
    assert_says(o, "xmllint --xpath '//*[local-name()=\"text\"]' a.svg | sed 's/<[^>]*>//g'",
                "增长212%\n降至2.5%\n");
    assert_succeeds(o, "grep -q '<tspan x=\"40\" y=\"40\" font-family=\"Noto Serif CJK SC\" "
                       "font-weight=\"400\" font-size=\"34\" fill=\"#1f1c1c\">212</tspan><tspan "
                       "x=\"95\" y=\"40\">%' a.svg");
    /* Turned digits beside upright Han cannot be text; they are there to be found. */
    assert_says(o, "grep -o '<use' a.svg | wc -l", "4\n");
}

static void ids_are_unique(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    for (int i = 0; i < 3; i++) {
        zt_group *group = zt_scene_add_part(s->page, s->page->root, ZT_NOWHERE, NULL, ZT_ROLE_P,
                                            (zt_rect){0, 0, 10, 10});
        group->block = "groups";
        group->id = i == 1 ? "share" : NULL; /* the chart has that id already */
    }
    save_svg(o, "a.svg", "text");
    assert_says(o, "grep -oE ' id=\"[^\"]*\"' a.svg | sort",
                " id=\"clip\"\n id=\"groups\"\n id=\"groups-2\"\n id=\"share\"\n id=\"share-2\"\n");
}

/* A glyph that no viewer would choose for the character: here that of another character. */
static void foreign_glyphs_are_outlines_over_silent_text(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    s->page = zt_scene_new(s->arena, 60, 20);
    zt_glyphs *run = sample_text(s, s->page->root, s->serif, 12, (zt_point){5, 15}, "国“家",
                                 ZT_SOLID(&sample_black));
    zt_glyph *glyphs = ZT_ARRAY(s->arena, 3, zt_glyph);
    memcpy(glyphs, run->glyphs, 3 * sizeof *glyphs);
    glyphs[1].id = zt_face_glyph(s->serif, 0x300e);
    run->glyphs = glyphs;
    s->book.pages[0] = s->page;
    save_svg(o, "a.svg", "text");
    assert_says(o, "xmllint --noout a.svg && grep -o '<use' a.svg | wc -l", "1\n");
    assert_succeeds(
        o, "grep -q '国</tspan><tspan [^>]*fill=\"none\">“</tspan><tspan [^>]*\">家' a.svg");
}

static void the_size_is_in_millimetres(void **state)
{
    outside *o = *state;
    save_svg(o, "a.svg", "text");
    assert_succeeds(
        o, "grep -q 'width=\"91.722mm\" height=\"77.611mm\" viewBox=\"0 0 260 220\"' a.svg");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, outside_begin, outside_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(both_kinds_are_well_formed),
        TEST(the_text_is_text),
        TEST(every_character_has_its_place),
        TEST(a_line_is_one_text),
        TEST(ids_are_unique),
        TEST(foreign_glyphs_are_outlines_over_silent_text),
        TEST(the_size_is_in_millimetres),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
