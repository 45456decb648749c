/* What gives a theme its character: read, inherited, refused. */
#include "unit/template/template_case.h"

#define INKS                                                                                       \
    "<ink name=\"accent\" cmyk=\"0 92 82 0\" rgb=\"#c8202f\"/>\n"                                  \
    "<ink name=\"companion\" cmyk=\"62 10 0 78\" rgb=\"#19313b\"/>\n"

static void test_nothing_said(void **state)
{
    const zt_template *t = case_load_theme(*state, "");
    assert_non_null(t);
    assert_int_equal(t->theme->look.bars.form, ZT_BAR_FULL);
    assert_close(t->theme->look.bars.thickness, 1, 0);
    assert_int_equal(t->theme->look.ramp.count, 0);
    assert_int_equal(t->theme->look.icons, ZT_ICON_LINE);
    assert_int_equal(t->theme->look.section_count, 0);
}

static void test_bars(void **state)
{
    static const struct {
        const char *xml;
        zt_bar_form form;
        double thickness, line, dot; /* millimetres */
    } rows[] = {{"<bars/>", ZT_BAR_FULL, 1, 0.5, 3.4},
                {"<bars form=\"track\" thickness=\"29%\"/>", ZT_BAR_TRACK, 0.5, 0.5, 3.4},
                {"<bars form=\"dot\" line=\"0.8mm\" dot=\"4mm\"/>", ZT_BAR_DOT, 1, 0.8, 4},
                {"<bars form=\"outline\" thickness=\"58%\"/>", ZT_BAR_OUTLINE, 1, 0.5, 3.4}};
    template_case *c = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const zt_template *t = case_load_theme(c, rows[i].xml);
        assert_non_null(t);
        assert_int_equal(t->theme->look.bars.form, rows[i].form);
        assert_close(t->theme->look.bars.thickness, rows[i].thickness, 1e-9);
        assert_mm(t->theme->look.bars.line, rows[i].line);
        assert_mm(t->theme->look.bars.dot, rows[i].dot);
    }
    assert_reports(c, "");
}

static void test_ramps(void **state)
{
    const zt_template *t =
        case_load_theme(*state, INKS "<ramp steps=\"20 60 100\"/>\n<diverging steps=\"30 90\"/>");
    assert_non_null(t);
    const zt_theme_look *look = &t->theme->look;
    assert_int_equal(look->ramp.count, 3);
    assert_close(look->ramp.steps[1], 0.6, 1e-9);
    assert_string_equal(look->ramp.ink->name, "accent");
    assert_string_equal(look->diverging.ink->name, "accent");
    assert_string_equal(look->diverging.minus->name, "companion");
    assert_int_equal(look->diverging.count, 2);
}

/* Each at its word. */
static void test_faults(void **state)
{
    template_case *c = *state;
    case_load_theme(c, "<bars thickness=\"70%\"/>\n"
                       "<ramp ink=\"key\" steps=\"20 20 120\"/>\n"
                       "<diverging plus=\"rot\" minus=\"key\"/>\n"
                       "<icons cut=\"stone\"/>");
    assert_reports(c, "bad-value 2:18; bad-value 3:27; bad-value 3:30; unknown-ink 4:18; "
                      "bad-value 5:13");
}

/* Of the theme alone where it has any: another paper has other sections. */
static void test_sections(void **state)
{
    template_case *c = *state;
    const zt_template *t =
        case_load_theme(c, INKS "<section name=\"经济\" cmyk=\"62 10 0 78\" rgb=\"#19313b\"/>\n"
                                "<section name=\"天气\" cmyk=\"40 0 0 0\" rgb=\"#99ddff\"/>");
    assert_non_null(t);
    assert_int_equal(t->theme->look.section_count, 2);
    assert_string_equal(t->theme->look.sections[0].name, "经济");
    assert_string_equal(t->theme->look.sections[0].ink.name, "accent");
    assert_reports(c, "theme-grey 5:1");
    assert_says(c, 0, "天气", "too pale");
}

/* What the shipped themes say. */
static void test_shipped(void **state)
{
    static const struct {
        const char *name;
        zt_bar_form form;
        zt_icon_cut cut;
        size_t sections;
        double darkest; /* share of the darkest step of the ramp */
    } rows[] = {{"chongqing", ZT_BAR_FULL, ZT_ICON_LINE, 6, 1},
                {"research", ZT_BAR_TRACK, ZT_ICON_TWO_TONE, 6, 1},
                {"culture", ZT_BAR_DOT, ZT_ICON_SEAL, 6, 1},
                {"mono", ZT_BAR_OUTLINE, ZT_ICON_SOLID, 0, 1}};
    template_case *c = *state;
    const char *dirs[] = {ZT_SOURCE_DIR "/templates"};
    zt_pos asked = {"data/doc.xml", 2, 40};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const zt_template *t =
            zt_template_load(c->arena, c->diags, dirs, 1, "chart-card", asked, rows[i].name);
        assert_non_null(t);
        const zt_theme_look *look = &t->theme->look;
        assert_int_equal(look->bars.form, rows[i].form);
        assert_int_equal(look->icons, rows[i].cut);
        assert_int_equal(look->ramp.count, 5);
        assert_close(look->ramp.steps[4], rows[i].darkest, 1e-9);
        assert_int_equal(look->diverging.count, 3);
        assert_int_equal(look->section_count, rows[i].sections);
    }
    assert_reports(c, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(test_nothing_said), CASE(test_bars),
                                       CASE(test_ramps),        CASE(test_faults),
                                       CASE(test_sections),     CASE(test_shipped)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
