/* Styles: inheritance inside a file and over files, units, bounds, and every complaint. */
#include "template_case.h"

static const zt_style *style_of(const template_case *c, const char *name)
{
    const zt_style *style = zt_theme_style(c->loaded->theme, zt_str_from(name));
    assert_non_null(style);
    return style;
}

static void test_lengths_are_resolved(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<style name=\"s\" font=\"plain\" size=\"五号\" min=\"80%\" max=\"12pt\" "
                      "leading=\"21pt\" leading-min=\"1.4\" indent=\"21pt\" tracking=\"-0.02em\" "
                      "tint=\"60%\" grow=\"yes\" at-sense=\"yes\" align=\"centre\"/>\n<column/>");
    assert_reports(c, "");
    const zt_style *s = style_of(c, "s");
    assert_points(s->size, 10.5);
    assert_points(s->size_min, 8.4);
    assert_points(s->size_max, 12);
    assert_points(s->leading, 2);
    assert_points(s->leading_min, 1.4);
    assert_points(s->leading_max, 2);
    assert_points(s->indent, 2);
    assert_points(s->tracking, -0.02);
    assert_points(s->tint, 0.6);
    assert_true(s->grow && s->at_sense);
    assert_int_equal(s->align, ZT_ALIGN_CENTRE);
    assert_string_equal(s->ink->name, "key");
}

static void test_initial_values(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<style name=\"s\" font=\"plain\" size=\"4Q\"/><column/>");
    const zt_style *s = style_of(c, "s");
    assert_mm(s->size, 1);
    assert_points(s->size_min, s->size);
    assert_points(s->size_max, s->size);
    assert_points(s->leading, 1.5);
    assert_int_equal(s->align, ZT_ALIGN_START);
    assert_false(s->at_sense || s->grow);
}

static void test_template_changes_by_name_only(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<style name=\"body\" from=\"body\" size=\"12pt\"/>\n<column/>");
    const zt_style *body = style_of(c, "body");
    assert_points(body->size, 12);
    assert_points(body->size_min, 8);  /* inherited and still below */
    assert_points(body->size_max, 12); /* 10 pt bends to the size given later */
    assert_points(body->leading, 13.5 / 12);
    /* The floor of the leading, 1.4, bends too. */
    assert_points(body->leading_min, 13.5 / 12);
    assert_int_equal(body->align, ZT_ALIGN_JUSTIFY);
    assert_points(body->indent, 2);
    /* The theme's lead comes from the theme's body. */
    assert_points(style_of(c, "lead")->size, 9);
}

static void test_from_another_style_of_the_file(void **state)
{
    template_case *c = *state;
    case_load_body(c,
                   "<style name=\"big\" from=\"body\" size=\"2em\" justify=\"no\"/>\n"
                   "<style name=\"body\" from=\"body\" size=\"8pt\"/>\n"
                   "<style name=\"bigger\" from=\"big\" size=\"150%\" font=\"plain\"/>\n<column/>");
    assert_reports(c, "");
    assert_points(style_of(c, "big")->size, 16); /* of the template's body, order does not matter */
    assert_points(style_of(c, "bigger")->size, 24);
    assert_string_equal(style_of(c, "bigger")->font->role, "plain");
    assert_int_equal(style_of(c, "bigger")->align, ZT_ALIGN_START);
}

static void test_nearer_alignment_holds(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<style name=\"a\" from=\"body\" align=\"end\"/>\n"
                      "<style name=\"b\" from=\"a\" justify=\"yes\"/>\n<column/>");
    assert_int_equal(style_of(c, "a")->align, ZT_ALIGN_END);
    assert_int_equal(style_of(c, "b")->align, ZT_ALIGN_JUSTIFY);
}

static void test_unknown_names(void **state)
{
    template_case *c = *state;
    case_load_body(c,
                   "<style name=\"a\" from=\"bodi\"/>\n"
                   "<style name=\"b\" from=\"body\" ink=\"rad\" font=\"serfi\"/>\n"
                   "<style name=\"c\" from=\"body\" ink=\"ultramarine\"/>\n"
                   "<part of=\"groups\" name=\"head\" style=\"sektion\" ink=\"redd\"/>\n<column/>");
    assert_null(c->loaded);
    assert_reports(c, "unknown-style 3:23; unknown-ink 4:34; unknown-font-role 4:45; "
                      "unknown-ink 5:34; unknown-style 6:38; unknown-ink 6:52");
    assert_says(c, 0, "“body”", "“body”");
    assert_says(c, 1, "“red”", "nearest is “red”");
    assert_says(c, 2, "“serif”", "nearest is “serif”");
    assert_says(c, 3, "key red gold", "there are: key red gold");
    assert_says(c, 4, "“section”", "“section”");
}

static void test_each_style_of_a_loop(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<style name=\"a\" from=\"b\"/>\n"
                      "<style name=\"b\" from=\"c\" size=\"9pt\"/>\n"
                      "<style name=\"c\" from=\"a\" font=\"plain\"/>\n"
                      "<style name=\"d\" from=\"a\"/>\n<column/>");
    assert_null(c->loaded);
    /* d only leads into the loop: mending the others mends it. */
    assert_reports(c, "style-loop 3:23; style-loop 4:23; style-loop 5:23");
    assert_says(c, 0, "“a”经“b”", "“a” inherits from itself by way of “b”");
}

static void test_own_name_without_a_file_below(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<style name=\"new\" from=\"new\" size=\"9pt\"/>\n<column/>");
    assert_reports(c, "style-loop 3:25");
}

static void test_bounds_and_ranges(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<style name=\"a\" from=\"body\" size=\"9pt\" min=\"10pt\"/>\n"
                      "<style name=\"b\" from=\"body\" size=\"9pt\" max=\"8pt\"/>\n"
                      "<style name=\"c\" from=\"body\" leading=\"wide\"/>\n"
                      "<style name=\"d\" from=\"body\" tint=\"2pt\"/>\n"
                      "<style name=\"e\" from=\"body\" justify=\"yes\" align=\"end\"/>\n"
                      "<style name=\"f\" from=\"body\"/>\n<style name=\"f\" from=\"body\"/>\n"
                      "<style name=\"g\" ink=\"red\"/>\n<column/>");
    assert_null(c->loaded);
    assert_reports(c, "bad-range 3:45; bad-range 4:45; bad-leading 5:38; bad-value 6:35; "
                      "conflicting-attributes 7:38; repeated-name 9:14; incomplete-style 10:1");
    assert_says(c, 5, "第 8 行", "line 8");
    assert_says(c, 6, "font, size", "font, size");
}

static void test_small_type_is_a_warning(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<style name=\"a\" from=\"body\" size=\"7pt\" min=\"5.25pt\"/>\n"
                      "<style name=\"b\" from=\"body\" size=\"6pt\"/>\n"
                      "<style name=\"c\" from=\"b\" ink=\"red\"/>\n<column/>");
    assert_non_null(c->loaded);
    /* c says nothing of its own about the size. */
    assert_reports(c, "type-too-small 3:45; type-too-small 4:35");
    assert_says(c, 0, "5.25", "5.25 pt, below the theme's floor of 6.5 pt");
}

/* R100: columns in characters of the body, here 9 pt. */
static void test_r100_width_in_characters(void **state)
{
    template_case *c = *state;
    case_load_body(c,
                   "<column><row><box width=\"13em\"/><box width=\"20mm\"/><box/></row></column>");
    assert_reports(c, "");
    const zt_box_spec *row = c->loaded->root->children[0];
    assert_points(row->children[0]->width, 13 * style_of(c, "body")->size);
    assert_mm(row->children[1]->width, 20);
    case_load_body(c, "<style name=\"body\" from=\"body\" size=\"10pt\"/>"
                      "<column><row><box width=\"27em\"/><box/></row></column>");
    assert_points(c->loaded->root->children[0]->children[0]->width, 270);
}

/* R104: nothing below the theme's floor, here 小六 6.5 pt. */
static void test_r104_smallest_type(void **state)
{
    template_case *c = *state;
    case_load_body(c,
                   "<style name=\"a\" from=\"body\" size=\"小六\" min=\"小六\"/>\n"
                   "<style name=\"b\" from=\"body\" size=\"六号\" min=\"七号\"/>\n"
                   "<style name=\"c\" from=\"body\" size=\"6.25pt\" min=\"6.25pt\"/>\n<column/>");
    assert_reports(c, "type-too-small 4:44; type-too-small 5:48");
}

/* R102: a quarter em between the lines of running text. */
static void test_r102_line_gap(void **state)
{
    template_case *c = *state;
    case_load_body(
        c, "<style name=\"a\" from=\"body\" leading-min=\"1.2\"/>\n"
           "<style name=\"b\" from=\"body\" size=\"10pt\" leading=\"12pt\" leading-min=\"12pt\"/>\n"
           "<style name=\"c\" from=\"body\" size=\"9pt\" leading=\"12pt\" leading-min=\"1.25\"/>\n"
           "<style name=\"d\" from=\"b\" ink=\"red\"/>\n"
           "<style name=\"e\" from=\"body\" justify=\"no\" leading-min=\"1.1\"/>\n<column/>");
    assert_non_null(c->loaded);
    /* 9 on 12 is fine, d says nothing of its own, and e is no running text. */
    assert_reports(c, "leading-too-tight 3:42; leading-too-tight 4:69");
    assert_says(c, 0, "1.2 倍", "1.2 times");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_lengths_are_resolved),
        CASE(test_initial_values),
        CASE(test_template_changes_by_name_only),
        CASE(test_from_another_style_of_the_file),
        CASE(test_nearer_alignment_holds),
        CASE(test_unknown_names),
        CASE(test_each_style_of_a_loop),
        CASE(test_own_name_without_a_file_below),
        CASE(test_bounds_and_ranges),
        CASE(test_small_type_is_a_warning),
        CASE(test_r102_line_gap),
        CASE(test_r104_smallest_type),
        CASE(test_r100_width_in_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
