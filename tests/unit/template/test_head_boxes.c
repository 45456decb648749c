/* <head/> of a template: the boxes that the theme's head stands for, at the width of the graphic.
 */
#include "unit/template/template_case.h"

/* A theme with `heads` and a graphic so wide, whose column is `<head …/>` and a place. */
static zt_template *load(template_case *c, int width_mm, const char *heads, const char *ask)
{
    case_write(
        c, "h.xml",
        zt_arena_printf(c->arena,
                        "<theme xmlns=\"urn:zhitu:1\" name=\"h\" from=\"mini\">\n%s\n</theme>\n",
                        heads));
    case_write(
        c, "t.xml",
        zt_arena_printf(c->arena,
                        "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"h\">\n"
                        "<page size=\"%dmm 100mm\" margin=\"7mm 5mm 5mm 5mm\"/>\n"
                        "<column gap=\"4mm\">%s<place select=\"*\"/></column>\n</template>\n",
                        width_mm, ask));
    return case_load(c, "t", NULL);
}

#define BAR                                                                                        \
    "<head name=\"bar\" top=\"8mm\"><rule weight=\"1.2mm\" ink=\"key\"/><gap v=\"2.4mm\"/>"        \
    "<kicker size=\"11pt\" with=\"asof\"/><gap v=\"3.6mm\"/>"                                      \
    "<title max=\"62pt\" one=\"24pt\" several=\"34pt\" min=\"18pt\"/><gap v=\"3.4mm\"/>"           \
    "<deck size=\"10pt\"/><gap v=\"5.6mm\"/></head>"

/* Every distance of the theme stands at the box below it; the last one at the head's foot. */
static void test_distances(void **state)
{
    template_case *c = *state;
    const zt_template *t = load(c, 170, BAR, "<head name=\"bar\"/>");
    assert_reports(c, "");
    assert_mm(t->margin[0], 8);
    assert_int_equal(t->root->child_count, 3);
    const zt_box_spec *head = t->root->children[0];
    assert_true(head->by_ink && head->own_below);
    assert_mm(head->below, 5.6);
    assert_points(head->stretch, 0);
    assert_int_equal(head->child_count, 4);
    const double above[] = {2.4, 3.6, 3.4};
    for (size_t i = 1; i < 4; i++) {
        assert_true(head->children[i]->own_above);
        assert_mm(head->children[i]->above, above[i - 1]);
    }
    assert_int_equal(head->children[0]->kind, ZT_BOX_RULE);
    const zt_box_spec *line = head->children[1];
    assert_int_equal(line->kind, ZT_BOX_ROW);
    assert_string_equal(line->children[0]->select, "kicker");
    assert_string_equal(line->children[1]->select, "asof");
    assert_true(line->children[1]->hugs);
    const zt_style *title = head->children[2]->parts->style;
    assert_points(title->size_max, 62);
    assert_points(title->one_least, 24);
    assert_points(title->several_most, 34);
    assert_true(title->grow);
}

/* What the head does not name is placed all the same, unless the template keeps it. */
static void test_nothing_is_lost(void **state)
{
    template_case *c = *state;
    const zt_template *t = load(c, 170, BAR, "<head name=\"bar\"/>");
    assert_string_equal(t->root->children[1]->select, "lead");
    assert_mm(t->root->children[1]->below, 5.6);
    t = load(c, 170, BAR, "<head name=\"bar\" without=\"lead deck\"/>");
    assert_int_equal(t->root->children[0]->child_count, 3);
    assert_string_equal(t->root->children[1]->select, "*");
    t = load(c, 170, BAR, "<head name=\"bar\" align=\"centre\"/>");
    const zt_box_spec *head = t->root->children[0];
    assert_int_equal(head->children[1]->kind, ZT_BOX_PLACE);
    assert_string_equal(t->root->children[1]->select, "lead asof");
    assert_int_equal(head->children[2]->parts->style->align, ZT_ALIGN_CENTRE);
}

/* One name, several widths: the narrowest that holds the graphic. */
static void test_by_width(void **state)
{
    static const char *const heads =
        "<head name=\"default\" as=\"bar\"/>" BAR
        "<head name=\"bar\" upto=\"60mm\"><title max=\"24pt\"/></head>"
        "<head name=\"bar\" upto=\"120mm\"><title max=\"40pt\"/></head>";
    static const struct {
        int width;
        double max;
    } cases[] = {{52, 24}, {60, 24}, {61, 40}, {107, 40}, {121, 62}, {350, 62}};
    template_case *c = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const zt_template *t = load(c, cases[i].width, heads, "<head/>");
        const zt_box_spec *head = t->root->children[0];
        const zt_box_spec *title = head->child_count > 3 ? head->children[2] : head->children[0];
        assert_points(title->parts->style->size_max, cases[i].max);
        /* Where type comes first, its em box has room above the ink: margin and inset together. */
        assert_mm(t->margin[0] + head->inset[0], cases[i].width > 120 ? 8 : 7);
        assert_true((head->inset[0] > 0) == (cases[i].width <= 120));
    }
}

/* A head that needs something, and the one that stands for it otherwise. */
static void test_conditions(void **state)
{
    template_case *c = *state;
    const zt_template *t = load(c, 170,
                                BAR "<head name=\"band\" ground=\"key\" fill=\"85%\" else=\"bar\">"
                                    "<title max=\"72pt\"/></head>",
                                "<head name=\"band\"/>");
    assert_reports(c, "");
    assert_int_equal(t->root->child_count, 2);
    const zt_box_spec *yes = t->root->children[0], *no = t->root->children[1];
    assert_int_equal(yes->kind, ZT_BOX_WHEN);
    assert_close(yes->title_from, 0.85 * zt_pt_from_mm(160) / 72, 0.001);
    assert_close(no->title_below, yes->title_from, 0);
    assert_true(yes->children[0]->bleed && yes->children[0]->reversed);
    assert_false(no->children[0]->bleed);
    /* What follows the head is in both. */
    assert_ptr_equal(yes->children[2], no->children[2]);
    /* On a ground there is no small type: it stands below. */
    assert_string_equal(yes->children[1]->select, "kicker deck lead asof");
    t = load(c, 170,
             BAR "<head name=\"flag\" needs=\"kicker\" else=\"bar\"><flag height=\"8mm\" "
                 "ground=\"key\"/></head>",
             "<head name=\"flag\"/>");
    assert_string_equal(t->root->children[0]->has, "kicker");
    assert_string_equal(t->root->children[1]->lacks, "kicker");
}

/* A headline that is too long for a head that runs down: by its count, and in a slot of fixed
   height by what stands in it at the least size. Each document has one of the heads. */
static void test_too_long(void **state)
{
    static const struct {
        const char *more;
        int most;
    } cases[] = {{"", 9},
                 {"", 40},
                 {" needs=\"kicker\"", 9},
                 {" fill=\"50%\"", 11},
                 {" needs=\"deck\" fill=\"50%\"", 8}};
    template_case *c = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *heads = zt_arena_printf(
            c->arena,
            BAR
            "<head name=\"v\" side=\"right\" width=\"30mm\" writing=\"vertical\" "
            "most=\"%d\"%s else=\"bar\"><title width=\"15mm\" max=\"40pt\" min=\"20pt\"/></head>",
            cases[i].most, cases[i].more);
        const zt_template *t = load(c, 170, heads, "<head name=\"v\"/>");
        assert_reports(c, "");
        bool needs = strstr(cases[i].more, "needs") != NULL;
        bool fills = strstr(cases[i].more, "fill") != NULL;
        const zt_box_spec *level = needs ? t->root->children[0] : t->root;
        assert_int_equal(level->child_count, fills ? 3 : 2);
        assert_int_equal(t->root->child_count, needs ? 2 : fills ? 3 : 2);
        const zt_box_spec *yes = level->children[0], *no = level->children[level->child_count - 1];
        /* 100 mm less 7 mm above and 5 mm below */
        assert_close(yes->title_below, cases[i].most > 12 ? 12.5 : cases[i].most + 0.5, 1e-9);
        assert_close(no->title_from, yes->title_below, 0);
        assert_close(no->title_below, 0, 0);
        if (fills)
            assert_close(level->children[1]->title_below, yes->title_from, 0);
        if (needs)
            assert_non_null(t->root->children[1]->lacks);
        assert_int_equal(yes->children[0]->kind, ZT_BOX_ROW);
        assert_int_not_equal(no->children[0]->kind, ZT_BOX_ROW);
    }
}

/* One at the side takes its column's contents beside it. */
static void test_beside(void **state)
{
    template_case *c = *state;
    const zt_template *t = load(c, 200,
                                "<head name=\"block\" side=\"left\" width=\"20%\" gap=\"6mm\" "
                                "ground=\"key\"><title max=\"40pt\"/></head>",
                                "<head name=\"block\"/>");
    assert_reports(c, "");
    const zt_box_spec *row = t->root->children[0];
    assert_int_equal(row->kind, ZT_BOX_ROW);
    assert_mm(row->children[0]->width, 40 - 5);
    /* The type area begins above the margin for the blank of the title; the contents at the margin.
     */
    const zt_box_spec *rest = row->children[1];
    assert_int_equal(rest->kind, ZT_BOX_BOX);
    assert_close(t->margin[0] + rest->inset[0], zt_pt_from_mm(7), 0.001);
    rest = rest->children[0];
    assert_mm(rest->gap.natural, 4);
    assert_int_equal(rest->child_count, 2);
    assert_string_equal(rest->children[0]->select, "kicker deck lead asof");
}

/* A ground beside it reaches to the edge, and what stands on it begins at the margin; below the
   head that stands for it otherwise the same ground is as it is written. */
static void test_ground_beside(void **state)
{
    template_case *c = *state;
    const zt_template *t = load(c, 200,
                                "<head name=\"block\" side=\"left\" width=\"20%\" gap=\"6mm\" "
                                "ground=\"key\" needs=\"kicker\" else=\"plain\"><title/></head>"
                                "<head name=\"plain\"><title/></head>",
                                "<head name=\"block\" without=\"kicker deck lead asof\"/>"
                                "<box ground=\"key\" bleed=\"yes\" inset=\"1mm 0 0 0\">"
                                "<place select=\"hint\"/></box>");
    assert_reports(c, "");
    const zt_box_spec *yes = t->root->children[0], *no = t->root->children[1];
    const zt_box_spec *beside = yes->children[0]->children[1]->children[0];
    const zt_box_spec *below = no->children[no->child_count - 2];
    assert_true(beside->bleed && below->bleed);
    assert_close(t->margin[0] + beside->inset[0], zt_pt_from_mm(7 + 1), 0.001);
    assert_close(below->inset[0], zt_pt_from_mm(1), 0.001);
}

/* Parts that run down stand side by side, the rule between them and the contents. */
static void test_down(void **state)
{
    template_case *c = *state;
    const zt_template *t =
        load(c, 200,
             "<head name=\"v\" side=\"right\" width=\"28mm\" writing=\"vertical\">"
             "<rule weight=\"0.35mm\" ink=\"key\"/><kicker width=\"8mm\" with=\"asof\"/>"
             "<gap v=\"2mm\"/><title width=\"12mm\" max=\"54pt\"/></head>",
             "<head name=\"v\"/>");
    assert_reports(c, "");
    const zt_box_spec *row = t->root->children[0], *box = row->children[1];
    assert_string_equal(row->children[0]->children[0]->select, "deck lead");
    assert_true(box->vertical && box->upright);
    assert_mm(box->rule, 0.35);
    const zt_box_spec *columns = box->children[0];
    assert_int_equal(columns->child_count, 2);
    assert_mm(columns->gap.natural, 2);
    assert_mm(columns->children[1]->width, 12);
    assert_string_equal(columns->children[0]->children[1]->select, "asof");
}

/* A theme that was written before there were heads. */
static void test_theme_without_heads(void **state)
{
    template_case *c = *state;
    const zt_template *t = load(c, 170, "", "<head name=\"band\" without=\"lead\"/>");
    assert_reports(c, "");
    const zt_box_spec *column = t->root->children[0];
    assert_int_equal(column->child_count, 4);
    assert_string_equal(column->children[1]->select, "title");
    assert_mm(t->margin[0], 7);
}

static void test_faults(void **state)
{
    static const struct {
        const char *heads, *ask, *code;
    } cases[] = {
        {BAR, "<head name=\"bra\"/>", "unknown-head 3:31"},
        {"<head name=\"default\" as=\"bar\"/>", "<head/>", "unknown-head 2:26"},
        {"<head name=\"a\" as=\"b\"/><head name=\"b\" as=\"a\"/>", "<head name=\"a\"/>",
         "head-loop 2:43"},
        {"<head name=\"a\" fill=\"85%\"><title max=\"40pt\"/></head>", "<head name=\"a\"/>",
         "missing-attribute 2:1"},
        {"<head name=\"a\" most=\"9\"><title max=\"40pt\"/></head>", "<head name=\"a\"/>",
         "missing-attribute 2:1"},
        {"<head name=\"a\" needs=\"deck\" else=\"a\"><title max=\"40pt\"/></head>",
         "<head name=\"a\"/>", "head-loop 2:1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        template_case *c;
        case_open((void **)&c);
        assert_null(load(c, 170, cases[i].heads, cases[i].ask));
        assert_reports(c, cases[i].code);
        case_close((void **)&c);
    }
    (void)state;
}

/* Key figures and the rule of groups: of the house, then attribute by attribute. */
static void test_figure_and_group_rule(void **state)
{
    template_case *c = *state;
    const zt_theme *theme = load(c, 100, "", "")->theme;
    assert_close(theme->figure.unit_gap, 0.10, 0);
    assert_close(theme->figure.percent, 0.60, 0);
    assert_int_equal(theme->group_rule.form, ZT_GROUP_RULE_FULL);
    assert_mm(theme->group_rule.weight, 0.5);
    theme = load(c, 100,
                 "<figure unit-gap=\"0.2\" least=\"8pt\"/>"
                 "<group-rule form=\"tab\" tab-width=\"7mm\" tab-ink=\"key\"/>",
                 "")
                ->theme;
    assert_close(theme->figure.unit_gap, 0.2, 0);
    assert_points(theme->figure.least, 8);
    assert_close(theme->figure.prefix_gap, 0.12, 0);
    assert_int_equal(theme->group_rule.form, ZT_GROUP_RULE_TAB);
    assert_mm(theme->group_rule.weight, 0.18);
    assert_mm(theme->group_rule.tab_w, 7);
    assert_string_equal(theme->group_rule.tab_ink->name, "key");
}

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(test_distances),
                                       CASE(test_nothing_is_lost),
                                       CASE(test_by_width),
                                       CASE(test_conditions),
                                       CASE(test_too_long),
                                       CASE(test_beside),
                                       CASE(test_ground_beside),
                                       CASE(test_down),
                                       CASE(test_theme_without_heads),
                                       CASE(test_faults),
                                       CASE(test_figure_and_group_rule)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
