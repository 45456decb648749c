/* Inks on a grey plate, and inks that are hatched. */
#include "unit/template/template_case.h"

/* Each ink a line of its own, from line 2 on, in the order accent companion mid light panel. */
static const char *inks(template_case *c, const char *accent, const char *companion,
                        const char *mid, const char *light, const char *panel)
{
    return zt_arena_printf(c->arena,
                           "<ink name=\"accent\" cmyk=\"0 0 0 1\" rgb=\"%s\"/>\n"
                           "<ink name=\"companion\" cmyk=\"0 0 0 1\" rgb=\"%s\"/>\n"
                           "<ink name=\"companion-mid\" cmyk=\"0 0 0 1\" rgb=\"%s\"/>\n"
                           "<ink name=\"companion-light\" cmyk=\"0 0 0 1\" rgb=\"%s\"/>\n"
                           "<ink name=\"panel\" cmyk=\"0 0 0 1\" rgb=\"%s\"/>",
                           accent, companion, mid, light, panel);
}

static void test_apart(void **state)
{
    template_case *c = *state;
    assert_non_null(
        case_load_theme(c, inks(c, "#c8202f", "#19313b", "#74878e", "#b7c2c6", "#e9eef0")));
    assert_reports(c, "");
}

/* 67 and 68: the red and a slate of the same grey. */
static void test_accent_and_companion(void **state)
{
    template_case *c = *state;
    assert_non_null(
        case_load_theme(c, inks(c, "#c8202f", "#36505b", "#a8b4b9", "#d3dae1", "#e9eef0")));
    assert_reports(c, "theme-grey 3:43");
    assert_says(c, 0, "“accent”（灰 67）和“companion”（灰 71）",
                "“accent” (grey 67) and “companion”");
}

/* 14 points are too few for unlike meanings, 7 are enough for the light ink. */
static void test_limits(void **state)
{
    template_case *c = *state;
    /* greys 60, 80, 46, 39, 9 */
    case_load_theme(c, inks(c, "#666666", "#333333", "#8a8a8a", "#9c9c9c", "#e8e8e8"));
    assert_reports(c, "theme-grey 4:47");
    assert_says(c, 0, "至少 15 级", "15 points");
}

static void test_panel(void **state)
{
    template_case *c = *state;
    case_load_theme(c, inks(c, "#c8202f", "#19313b", "#74878e", "#d9d9d9", "#fafafa"));
    assert_reports(c, "theme-grey 6:39");
    assert_says(c, 0, "太浅", "too pale");
}

static void test_dark_panel(void **state)
{
    template_case *c = *state;
    case_load_theme(c, inks(c, "#c8202f", "#19313b", "#74878e", "#b7c2c6", "#c6c6c6"));
    assert_reports(c, "theme-grey 6:39; theme-grey 6:39");
    assert_says(c, 0, "太深", "too dark");
}

/* By the share that the lines cover: 0.24 of 0.85 of a grey of 89 is 25. */
static void test_hatched(void **state)
{
    template_case *c = *state;
    const zt_template *t = case_load_theme(
        c, "<ink name=\"accent\" cmyk=\"0 0 0 100\" rgb=\"#1f1c1b\"/>\n"
           "<ink name=\"companion-mid\" cmyk=\"0 0 0 100\" rgb=\"#1f1c1b\" hatch=\"0.24mm "
           "0.85mm\"/>\n<ink name=\"panel\" cmyk=\"0 0 0 8\" rgb=\"#eeeeed\"/>");
    assert_non_null(t);
    assert_reports(c, "");
    const zt_ink *mid = zt_theme_ink(t->theme, ZT_STR("companion-mid"));
    assert_mm(mid->hatch, 0.24);
    assert_mm(mid->pitch, 0.85);
    assert_close(zt_paint_grey(ZT_SOLID(mid)), 25.1, 0.1);
}

static void test_bad_hatch(void **state)
{
    template_case *c = *state;
    case_load_theme(c, "<ink name=\"a\" cmyk=\"0 0 0 100\" hatch=\"0.9mm 0.85mm\"/>\n"
                       "<ink name=\"b\" cmyk=\"0 0 0 100\" hatch=\"0.9mm\"/>");
    assert_reports(c, "bad-length 2:39; bad-length 3:39");
}

/* The papers' themes: what they say about themselves holds. */
static void test_shipped(void **state)
{
    static const char *const themes[] = {"chongqing", "research", "culture", "mono"};
    static const int greys[][5] = {
        {67, 83, 49, 25, 7}, {71, 49, 29, 15, 7}, {59, 80, 40, 20, 7}, {89, 46, 25, 17, 7}};
    static const char *const names[] = {"accent", "companion", "companion-mid", "companion-light",
                                        "panel"};
    template_case *c = *state;
    const char *dirs[] = {ZT_SOURCE_DIR "/templates"};
    zt_pos asked = {"data/doc.xml", 2, 40};
    for (size_t i = 0; i < 4; i++) {
        const zt_template *t =
            zt_template_load(c->arena, c->diags, dirs, 1, "chart-card", asked, themes[i]);
        assert_non_null(t);
        for (int k = 0; k < 5; k++) {
            double grey = zt_paint_grey(ZT_SOLID(zt_theme_ink(t->theme, zt_str_from(names[k]))));
            if (fabs(grey - greys[i][k]) > 0.75)
                fail_msg("%s of %s has a grey of %g, not %d", names[k], themes[i], grey,
                         greys[i][k]);
        }
    }
    assert_reports(c, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(test_apart),      CASE(test_accent_and_companion),
                                       CASE(test_limits),     CASE(test_panel),
                                       CASE(test_dark_panel), CASE(test_hatched),
                                       CASE(test_bad_hatch),  CASE(test_shipped)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
