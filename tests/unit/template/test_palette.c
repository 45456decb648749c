/* The inks of the theme: which keys have one of their own, and whether the palette is told apart by
   readers who do not see all colours. */
#include "unit/template/template_case.h"

/* What a reader without red, green or blue cones sees of a linear colour: G. M. Machado, M. M.
   Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
   Deficiency", 2009, severity 1. */
static const double blind[3][9] = {
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}};

static double linear(double v)
{
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double lab_root(double t)
{
    return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

/* L*a*b* of the ink as that reader sees it. */
static void see(const zt_ink *ink, const double m[9], double lab[3])
{
    double in[3] = {linear(ink->rgb.r), linear(ink->rgb.g), linear(ink->rgb.b)}, out[3];
    for (int i = 0; i < 3; i++)
        out[i] = zt_clamp(m[3 * i] * in[0] + m[3 * i + 1] * in[1] + m[3 * i + 2] * in[2], 0, 1);
    double x = lab_root((0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.9505);
    double y = lab_root(0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2]);
    double z = lab_root((0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.089);
    lab[0] = 116 * y - 16;
    lab[1] = 500 * (x - y);
    lab[2] = 200 * (y - z);
}

/* Any two inks of the palette differ by 10 at least (CIE 1976) for each of the three readers. */
static void test_palette_for_the_colour_blind(void **state)
{
    static const char *const names[] = {"accent", "companion", "companion-mid", "companion-light",
                                        "panel"};
    template_case *c = *state;
    const char *dirs[] = {ZT_SOURCE_DIR "/templates"};
    zt_pos asked = {"data/doc.xml", 2, 40};
    const zt_template *card =
        zt_template_load(c->arena, c->diags, dirs, 1, "chart-card", asked, NULL);
    assert_non_null(card);
    for (int way = 0; way < 3; way++)
        for (int i = 0; i < 5; i++)
            for (int k = 0; k < i; k++) {
                double a[3], b[3], sum = 0;
                see(zt_theme_ink(card->theme, zt_str_from(names[i])), blind[way], a);
                see(zt_theme_ink(card->theme, zt_str_from(names[k])), blind[way], b);
                for (int n = 0; n < 3; n++)
                    sum += (a[n] - b[n]) * (a[n] - b[n]);
                if (sqrt(sum) < 10)
                    fail_msg("%s and %s differ by %.1f in way %d", names[i], names[k], sqrt(sum),
                             way);
            }
}

/* By the name of an ink, by a recipe, in the template over the theme. */
static void test_inks_of_keys(void **state)
{
    const zt_template *t = case_load_body(
        *state, "<ink key=\"优\" name=\"key\"/><ink key=\"良\" cmyk=\"0 40 90 0\"/><column/>");
    assert_non_null(t);
    assert_int_equal(t->theme->key_ink_count, 2);
    assert_string_equal(t->theme->key_inks[0].key, "优");
    assert_ptr_equal(t->theme->key_inks[0].ink, zt_theme_ink(t->theme, ZT_STR("key")));
    assert_true(t->theme->key_inks[1].ink->cmyk[2] > 0.89);
}

/* Neither a name that is none nor an ink without a recipe. */
static void test_bad_inks_of_keys(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<ink key=\"优\" name=\"purple\"/><ink key=\"良\"/><column/>");
    bool unknown = false, missing = false;
    for (size_t i = 0; i < zt_diags_count(c->diags); i++) {
        unknown |= strcmp(zt_diags_at(c->diags, i)->code, "unknown-ink") == 0;
        missing |= strcmp(zt_diags_at(c->diags, i)->code, "missing-attribute") == 0;
    }
    assert_true(unknown && missing);
}

#define IN_CASE(test_) cmocka_unit_test_setup_teardown(test_, case_open, case_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_CASE(test_palette_for_the_colour_blind),
        IN_CASE(test_inks_of_keys),
        IN_CASE(test_bad_inks_of_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
