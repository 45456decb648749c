/* Icon files: every icon that ships is sound; what is not of the subset is refused at its place. */
#include "template_case.h"

#include "template/icon.h"

#define SVG(attrs, body)                                                                           \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" fill=\"none\" "               \
    "stroke=\"currentColor\" stroke-width=\"1.35\" stroke-linecap=\"round\" "                      \
    "stroke-linejoin=\"round\"" attrs ">" body "</svg>"

static void refuse(template_case *c, const char *text, const char *code)
{
    zt_diags *diags = zt_diags_new(c->arena);
    assert_null(zt_icon_read(c->arena, diags, "x", "x.svg", zt_str_from(text)));
    assert_true(zt_diags_count(diags) > 0);
    assert_string_equal(zt_diags_at(diags, 0)->code, code);
    assert_true(zt_diags_at(diags, 0)->pos.line > 0);
}

static void only_strokes_on_24_units(void **state)
{
    template_case *c = *state;
    refuse(c, SVG("", "<circle r=\"2\"/>"), "unknown-element");
    refuse(c, SVG(" id=\"a\"", "<path d=\"M3 3h9\"/>"), "unknown-attribute");
    refuse(c, SVG("", "<path d=\"M3 3 T9 9\"/>"), "bad-path");
    refuse(c, SVG("", "<path d=\"M3 3h21\"/>"), "icon-outside");
    refuse(c, SVG("", ""), "missing-element");
    refuse(c, "<svg viewBox=\"0 0 24 24\"><path d=\"M3 3h9\"/></svg>", "wrong-namespace");
    /* sound but for its namespace: found by fuzzing */
    refuse(c,
           "<svg xmlns=\"urn:x\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" "
           "stroke-width=\"1.35\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"
           "<path d=\"M3 3h18v18\"/></svg>",
           "wrong-namespace");
    refuse(c, "<svg xmlns=\"http://www.w3.org/2000/svg\"", "not-well-formed");
}

static void a_bad_path_is_shown_at_its_column(void **state)
{
    template_case *c = *state;
    const char *text = SVG("", "\n<path d=\"M3 3 T9 9\"/>");
    assert_null(zt_icon_read(c->arena, c->diags, "x", "x.svg", zt_str_from(text)));
    assert_int_equal(zt_diags_at(c->diags, 0)->pos.line, 2);
    assert_int_equal(zt_diags_at(c->diags, 0)->pos.column, 15);
}

static void every_icon_that_ships_is_read_once(void **state)
{
    template_case *c = *state;
    const char *dirs[] = {ZT_TESTS_DIR "/../templates"};
    const char **names;
    size_t count = zt_icons_names(c->arena, dirs, 1, &names);
    assert_true(count >= 80);
    zt_icons *icons = zt_icons_new(c->arena, dirs, 1);
    for (size_t i = 0; i < count; i++) {
        zt_str name = zt_str_from(names[i]);
        const zt_icon *icon = zt_icons_find(icons, c->diags, name, ZT_NOWHERE);
        assert_non_null(icon);
        assert_ptr_equal(icon, zt_icons_get(icons, name));
        /* one optical size: the longer side of the ink fills 17 to 21.5 of the 24 units */
        zt_rect ink = icon->outline->item.box;
        double side = zt_max(ink.w, ink.h);
        if (side < 17 || side > 21.5)
            fail_msg("%s: %g units", names[i], side);
    }
    assert_int_equal(zt_diags_count(c->diags), 0);
}

static void a_name_is_no_way_out_of_the_folder(void **state)
{
    template_case *c = *state;
    const char *dirs[] = {ZT_TESTS_DIR "/../templates"};
    zt_icons *icons = zt_icons_new(c->arena, dirs, 1);
    assert_null(zt_icons_find(icons, c->diags, ZT_STR("../icons/train"), ZT_NOWHERE));
    assert_string_equal(zt_diags_at(c->diags, 0)->code, "unknown-icon");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(only_strokes_on_24_units, case_open, case_close),
        cmocka_unit_test_setup_teardown(a_bad_path_is_shown_at_its_column, case_open, case_close),
        cmocka_unit_test_setup_teardown(every_icon_that_ships_is_read_once, case_open, case_close),
        cmocka_unit_test_setup_teardown(a_name_is_no_way_out_of_the_folder, case_open, case_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
