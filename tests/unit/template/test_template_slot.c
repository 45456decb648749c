/* Slots and widths: what may be written, what size the page takes, which parts of a template are
   there at which width. */
#include "template_case.h"

static zt_template *load_for(template_case *c, const char *page, const char *body, const char *slot)
{
    const char *dirs[] = {c->dir, FIXTURES};
    case_write(c, "t.xml",
               zt_arena_printf(c->arena,
                               "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"mini\">\n"
                               "%s\n%s\n</template>\n",
                               page, body));
    zt_page_slot asked = {0};
    if (slot)
        assert_true(zt_page_slot_parse(zt_str_from(slot), &asked));
    c->loaded = zt_template_load_for(c->arena, c->diags, dirs, 2, "t", ZT_NOWHERE, NULL,
                                     slot ? &asked : NULL);
    zt_diags_sort(c->diags);
    return c->loaded;
}

static void test_slots_as_written(void **state)
{
    (void)state;
    const struct {
        const char *text;
        double w, h;
        int columns, lines;
    } good[] = {{"52mm", 52, 0, 0, 0},
                {"107x240mm", 107, 240, 0, 0},
                {"107mm×240mm", 107, 240, 0, 0},
                {"12.5X30.25mm", 12.5, 30.25, 0, 0},
                {"3x40", 0, 0, 3, 40},
                {" 80mm x 90mm", 80, 90, 0, 0},
                {"1x1", 0, 0, 1, 1}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        zt_page_slot slot;
        zt_str text = zt_str_trim(zt_str_from(good[i].text));
        if (!zt_page_slot_parse(text, &slot))
            fail_msg("%s is refused", good[i].text);
        assert_mm(slot.width, good[i].w);
        assert_mm(slot.height, good[i].h);
        assert_int_equal(slot.columns, good[i].columns);
        assert_int_equal(slot.lines, good[i].lines);
    }
    static const char *const bad[] = {
        "",    "52",  "x",   "52mmx", "x40mm",  "3x",     "3x4x5", "0x4",  "3x0",   "-52mm",
        "2em", "50%", "9mm", "6m",    "1000x4", "52mm x", "auto",  "小五", "52 40", "3.5x40"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        zt_page_slot slot;
        if (zt_page_slot_parse(zt_str_from(bad[i]), &slot))
            fail_msg("%s is taken", bad[i]);
    }
}

#define FAMILY "<page size=\"170mm auto\" max=\"480mm\" width=\"52mm..350mm\" margin=\"8mm\"/>"

static void test_page_takes_the_slot(void **state)
{
    template_case *c = *state;
    zt_template *t = load_for(c, FAMILY, "<column/>", NULL);
    assert_mm(t->page_w, 170);
    assert_points(t->page_h, 0);
    t = load_for(c, FAMILY, "<column/>", "52mm");
    assert_mm(t->page_w, 52);
    assert_points(t->page_h, 0);
    assert_mm(t->max_h, 480);
    t = load_for(c, FAMILY, "<column/>", "350x120mm");
    assert_mm(t->page_w, 350);
    assert_mm(t->page_h, 120);
    /* The first paper of mini: six columns of 240 mm with gutters of 2.28 mm, lines of 4.8 mm. */
    t = load_for(c, FAMILY, "<column/>", "3x40");
    double one = (c->loaded->theme->papers[0].area_w -
                  (c->loaded->theme->papers[0].columns - 1) * c->loaded->theme->papers[0].gutter) /
                 c->loaded->theme->papers[0].columns;
    assert_points(t->page_w, 3 * one + 2 * c->loaded->theme->papers[0].gutter);
    assert_points(t->page_h, 40 * c->loaded->theme->papers[0].line);
    assert_reports(c, "");
}

static void test_fixed_height_in_another_width(void **state)
{
    template_case *c = *state;
    const char *page = "<page size=\"170mm 200mm\" width=\"52mm..350mm\"/>";
    zt_template *t = load_for(c, page, "<column/>", "170mm");
    assert_mm(t->page_h, 200);
    t = load_for(c, page, "<column/>", "107mm");
    assert_points(t->page_h, 0);
    assert_mm(t->max_h, 200);
}

static void test_outside_of_the_widths(void **state)
{
    template_case *c = *state;
    assert_null(load_for(c, FAMILY, "<column/>", "51mm"));
    assert_reports(c, "not-for-this-slot 0:0");
    assert_says(c, 0, "用于 52 到 350 毫米宽，这里是 51 毫米", "widths of 52 to 350 mm, not 51 mm");
}

static void test_one_width_alone(void **state)
{
    template_case *c = *state;
    const char *page = "<page size=\"260mm 390mm\"/>";
    assert_non_null(load_for(c, page, "<column/>", "260mm"));
    assert_null(load_for(c, page, "<column/>", "170mm"));
    assert_reports(c, "not-for-this-slot 0:0");
    assert_says(c, 0, "只有一种宽度，260 毫米", "one width, 260 mm");
}

static void test_more_than_the_paper(void **state)
{
    template_case *c = *state;
    assert_null(load_for(c, FAMILY, "<column/>", "99x2"));
    assert_reports(c, "bad-slot 0:0");
    assert_says(c, 0, "“99x2”大于版面", "is more than the paper");
}

/* The names of the places that are there, joined. */
static const char *places_of(template_case *c, const zt_box_spec *box)
{
    zt_buf out;
    zt_buf_init(&out, c->arena);
    zt_buf_puts(&out, "");
    if (box->kind == ZT_BOX_PLACE)
        zt_buf_puts(&out, box->select);
    for (size_t i = 0; i < box->child_count; i++)
        zt_buf_printf(&out, "%s%s", out.len ? " " : "", places_of(c, box->children[i]));
    return out.data;
}

static const char body[] =
    "<style name=\"title\" from=\"title\" size=\"30pt\" leading=\"1.3\"/>"
    "<when width=\"..80mm\"><page margin=\"3mm\" max=\"240mm\"/>"
    "<style name=\"title\" from=\"title\" size=\"17pt\" min=\"14pt\" max=\"20pt\" "
    "leading=\"1.3\"/></when>"
    "<column><place select=\"title\"/>"
    "<when width=\"..80mm\"><place select=\"a\"/><place select=\"b\"/></when>"
    "<when width=\"80mm..170mm\"><place select=\"c\"/></when>"
    "<when width=\"170mm..\"/>"
    "<row><when width=\"&gt;=107mm\"><place select=\"d\"/></when><place select=\"e\"/></row>"
    "<when width=\"&lt;107mm\" has=\"hint\"><place select=\"f\"/></when>"
    "<place select=\"g\"><when width=\"..80mm\"><set name=\"x\" value=\"1\"/></when>"
    "<set name=\"y\" value=\"2\"/></place></column>";

static void test_parts_for_some_widths(void **state)
{
    template_case *c = *state;
    const struct {
        const char *slot, *places;
        double title, margin, max;
        size_t sets;
    } rows[] = {
        {"52mm", "title a b e f g", 17, 3, 240, 2}, {"79.9mm", "title a b e f g", 17, 3, 240, 2},
        {"80mm", "title c e f g", 30, 8, 480, 1},   {"107mm", "title c d e g", 30, 8, 480, 1},
        {"170mm", "title d e g", 30, 8, 480, 1},    {NULL, "title d e g", 30, 8, 480, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_template *t = load_for(c, FAMILY, body, rows[i].slot);
        assert_reports(c, "");
        assert_string_equal(places_of(c, t->root), rows[i].places);
        assert_points(zt_theme_style(t->theme, ZT_STR("title"))->size, rows[i].title);
        assert_mm(t->margin[3], rows[i].margin);
        assert_mm(t->max_h, rows[i].max);
        assert_int_equal(t->root->children[t->root->child_count - 1]->set_count, rows[i].sets);
    }
}

static void test_names_of_old(void **state)
{
    template_case *c = *state;
    const char *dirs[] = {c->dir, FIXTURES};
    load_for(c, "<also name=\"old-narrow\" slot=\"52mm\"/><also name=\"old\"/>" FAMILY, "<column/>",
             NULL);
    assert_reports(c, "");
    zt_template *t = zt_template_load(c->arena, c->diags, dirs, 2, "old-narrow", ZT_NOWHERE, NULL);
    assert_string_equal(t->name, "t");
    assert_mm(t->page_w, 52);
    t = zt_template_load(c->arena, c->diags, dirs, 2, "old", ZT_NOWHERE, NULL);
    assert_mm(t->page_w, 170);
    /* What is asked for goes before the width of old. */
    zt_page_slot asked;
    assert_true(zt_page_slot_parse(ZT_STR("80mm"), &asked));
    t = zt_template_load_for(c->arena, c->diags, dirs, 2, "old-narrow", ZT_NOWHERE, NULL, &asked);
    assert_mm(t->page_w, 80);
    assert_null(zt_template_load(c->arena, c->diags, dirs, 2, "older", ZT_NOWHERE, NULL));
}

/* Of several that claim a name: the longest that it begins with, else the first by name. What a
   template merely mentions is no claim. */
static void test_who_has_a_name_of_old(void **state)
{
    template_case *c = *state;
    const char *dirs[] = {c->dir, FIXTURES};
    static const struct {
        const char *file, *also;
    } families[] = {{"a", "m-x-y n-x"}, {"b", "m-x-y n-x m-y"}, {"m", "m-x-y"},
                    {"m-x", "m-x-y"},   {"n", "m-z"},           {"z", "solo"}};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        zt_str rest = zt_str_from(families[i].also), word;
        zt_buf also;
        zt_buf_init(&also, c->arena);
        while (zt_str_word(&rest, &word))
            zt_buf_printf(&also, "<also name='%.*s'/>", ZT_ARG(word));
        case_write(c, zt_arena_printf(c->arena, "%s.xml", families[i].file),
                   zt_arena_printf(c->arena,
                                   "<template xmlns=\"urn:zhitu:1\" name=\"%s\" theme=\"mini\">"
                                   "<!-- \"n-x\" \"solo\" -->%s" FAMILY "<column/></template>",
                                   families[i].file, also.data));
    }
    static const struct {
        const char *old, *today;
    } rows[] = {{"m-x-y", "m-x"}, {"m-y", "b"}, {"m-z", "n"}, {"n-x", "a"}, {"solo", "z"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_template *t =
            zt_template_load(c->arena, c->diags, dirs, 2, rows[i].old, ZT_NOWHERE, NULL);
        assert_non_null(t);
        assert_string_equal(t->name, rows[i].today);
    }
    static const char *const none[] = {"-m", "m-", "m-x-", "m-x-y-z", "../m-x", ""};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(zt_template_load(c->arena, c->diags, dirs, 2, none[i], ZT_NOWHERE, NULL));
}

static void test_bad_widths(void **state)
{
    template_case *c = *state;
    static const char *const bad[] = {"80", "80mm", "80mm..52mm", "..", "2em..", "52mm...80mm"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        zt_diags_rewind(c->diags, 0);
        assert_null(load_for(
            c, FAMILY, zt_arena_printf(c->arena, "<column>\n<when width=\"%s\"/></column>", bad[i]),
            "52mm"));
        assert_reports(c, "bad-width 4:14");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(test_slots_as_written),
                                       CASE(test_page_takes_the_slot),
                                       CASE(test_fixed_height_in_another_width),
                                       CASE(test_outside_of_the_widths),
                                       CASE(test_one_width_alone),
                                       CASE(test_more_than_the_paper),
                                       CASE(test_parts_for_some_widths),
                                       CASE(test_names_of_old),
                                       CASE(test_who_has_a_name_of_old),
                                       CASE(test_bad_widths)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
