/* Mistakes in themes, pages and boxes: each with its code and exact place, all in one run. */
#include "template_case.h"

static void test_unknown_template(void **state)
{
    template_case *c = *state;
    assert_null(case_load(c, "postr", NULL));
    assert_reports(c, "unknown-template 2:40");
    assert_string_equal(zt_diags_at(c->diags, 0)->pos.file, "data/doc.xml");
    assert_says(c, 0, "“poster”", "did you mean “poster”");
}

static void test_a_name_is_no_path(void **state)
{
    template_case *c = *state;
    case_write(c, "t.xml", "<template xmlns=\"urn:zhitu:1\"/>");
    const char *up = zt_arena_printf(c->arena, "../%s/t", zt_path_base(c->dir));
    assert_null(case_load(c, up, NULL));
    assert_reports(c, "unknown-template 2:40");
}

static void test_a_theme_is_no_template(void **state)
{
    template_case *c = *state;
    assert_null(case_load(c, "mini", NULL));
    assert_reports(c, "unknown-template 2:40");
    assert_says(c, 0, "<theme>", "is <theme>, not <template>");
}

static void test_unknown_theme(void **state)
{
    template_case *c = *state;
    case_write(c, "t.xml",
               "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"mimi\">"
               "<page size=\"1mm 1mm\"/><column/></template>");
    assert_null(case_load(c, "t", NULL));
    assert_reports(c, "unknown-theme 1:47");
    assert_says(c, 0, "mini", "“mini”");
}

static void test_unknown_theme_override(void **state)
{
    template_case *c = *state;
    assert_null(case_load(c, "poster", "gone"));
    assert_reports(c, "unknown-theme 0:0");
    assert_says(c, 0, "loop-a loop-b mini mini-child", "loop-a loop-b mini mini-child");
}

static void test_theme_loop(void **state)
{
    template_case *c = *state;
    assert_null(case_load(c, "poster", "loop-a"));
    assert_reports(c, "theme-loop 1:48"); /* loop-b's from= */
}

static void test_bare_theme_lacks_everything(void **state)
{
    template_case *c = *state;
    case_write(
        c, "bare.xml",
        "<theme xmlns=\"urn:zhitu:1\" name=\"bare\">\n"
        "<font role=\"f\" family=\"Noto Sans CJK SC\"/><ink name=\"key\" cmyk=\"0 0 0 100\"/>\n"
        "<style name=\"body\" font=\"f\" size=\"9pt\"/><limits ink=\"240\" rule=\"1pt\" "
        "tint-rule=\"1pt\" type=\"6pt\"/></theme>");
    assert_non_null(case_load_body(c, "<column/>"));
    c->diags = zt_diags_new(c->arena);
    assert_null(case_load(c, "t", "bare"));
    assert_reports(c, "missing-element 1:1; missing-element 1:1; missing-style 1:1; "
                      "missing-attribute 3:41; missing-attribute 3:41");
    bool listed = false;
    for (size_t i = 0; i < zt_diags_count(c->diags); i++) {
        const zt_diag *d = zt_diags_at(c->diags, i);
        if (strcmp(d->code, "missing-style") == 0)
            listed = strstr(d->en, "title kicker") != NULL && strstr(d->en, "body") == NULL &&
                     strstr(d->en, "note credit") != NULL;
    }
    assert_true(listed);
}

static void test_inks_at_fault(void **state)
{
    template_case *c = *state;
    case_load_theme(c, "<ink name=\"a\" cmyk=\"80 80 80 10\"/>\n<ink name=\"b\" cmyk=\"0 0 0\"/>\n"
                       "<ink name=\"c\" cmyk=\"0 0 0 120\"/>\n"
                       "<ink name=\"d\" cmyk=\"0 10 0 0\" rgb=\"#12345\"/>\n"
                       "<ink name=\"e\" cmyk=\"0 10 0 90\" overprint=\"yes\"/>\n"
                       "<ink name=\"paper\" cmyk=\"0 0 0 0\"/>");
    assert_null(c->loaded);
    assert_reports(c, "ink-limit 2:21; bad-cmyk 3:21; bad-cmyk 4:21; bad-rgb 5:36; "
                      "bad-overprint 6:43; reserved-name 7:12");
    assert_says(c, 0, "250%，超过主题的上限 240%", "sums to 250%, above the theme's limit of 240%");
}

static void test_papers_gaps_and_phrases_at_fault(void **state)
{
    template_case *c = *state;
    case_load_theme(c, "<paper name=\"p\" page=\"100mm 2em\" area=\"90mm\" columns=\"0\" "
                       "gutter=\"-1mm\" line=\"5mm\"/>\n"
                       "<paper name=\"q\" page=\"100mm 200mm\" area=\"90mm 210mm\" columns=\"10\" "
                       "gutter=\"10mm\" line=\"5mm\"/>\n"
                       "<gaps base=\"1mm\" steps=\"1 3 2\"/>\n"
                       "<fit order=\"size size\"/>\n"
                       "<font role=\"g\" family=\"F\" fallback=\"plane\"/>\n"
                       "<credit-line source=\"来源\" art=\"{}{}\"/>");
    assert_null(c->loaded);
    assert_reports(c, "bad-length 2:29; bad-length 2:40; bad-number 2:55; bad-length 2:66; "
                      "bad-length 3:42; bad-length 3:75; bad-gap 4:29; repeated-name 5:18; "
                      "unknown-font-role 6:37; bad-credit-line 7:22; bad-credit-line 7:31");
}

static void test_pages(void **state)
{
    static const struct {
        const char *page, *reports;
    } cases[] = {
        {"size=\"100mm 200mm\"", ""},
        {"size=\"100mm\"", "bad-length 2:13"},
        {"size=\"100mm 200mm 3mm\"", "bad-length 2:13"},
        {"size=\"100mm 20em\"", "bad-length 2:19"},
        {"size=\"0mm 20mm\"", "bad-length 2:13"},
        {"size=\"100mm auto\"", "missing-attribute 2:1"},
        {"size=\"100mm 200mm\" max=\"300mm\"", "conflicting-attributes 2:31"},
        {"margin=\"1mm\"", "missing-attribute 2:1"},
        {"size=\"100mm 200mm\" paper=\"board\"", "conflicting-attributes 2:33"},
        {"size=\"100mm 200mm\" columns=\"2\"", "missing-attribute 2:35"},
        {"size=\"100mm 200mm\" gutter=\"2mm\"", "missing-attribute 2:34"},
        {"size=\"100mm 200mm\" columns=\"12\" gutter=\"5mm\" line=\"4.8mm\"", ""},
        {"size=\"100mm 200mm\" columns=\"12\" gutter=\"10mm\"", "bad-length 2:47"},
        {"size=\"100mm 200mm\" lines=\"2\"", "conflicting-attributes 2:33"},
        {"paper=\"board\" gutter=\"5mm\"", "conflicting-attributes 2:29"},
        {"paper=\"bord\"", "unknown-paper 2:14"},
        {"paper=\"board\" columns=\"5\"", "bad-number 2:30"},
        {"paper=\"board\" lines=\"49\"", "bad-number 2:28"},
        {"paper=\"board\" lines=\"48\"", ""},
        {"size=\"100mm 200mm\" margin=\"50mm\"", "bad-length 2:34"},
        {"size=\"100mm 200mm\" margin=\"1mm 2mm 3mm 4mm 5mm\"", "bad-value 2:50"},
    };
    template_case *c = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        c->diags = zt_diags_new(c->arena);
        case_write(c, "t.xml",
                   zt_arena_printf(c->arena,
                                   "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"mini\">\n"
                                   "<page %s/>\n<column/></template>",
                                   cases[i].page));
        const zt_template *t = case_load(c, "t", NULL);
        if (strcmp(case_reports(c), cases[i].reports) != 0)
            fail_msg("<page %s>: %s", cases[i].page, case_reports(c));
        assert_true((t != NULL) == (cases[i].reports[0] == '\0'));
    }
}

static void test_paper_arithmetic(void **state)
{
    template_case *c = *state;
    /* 180 mm in 4 columns with gutters of 4 mm: 42 mm each; 12 lines of 5 mm. */
    case_write(c, "t.xml",
               "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"mini\">"
               "<page paper=\"board\" columns=\"3\" lines=\"12\"/><column/></template>");
    const zt_template *t = case_load(c, "t", NULL);
    assert_mm(t->page_w, 3 * 42 + 2 * 4);
    assert_mm(t->page_h, 60);
    case_write(c, "t.xml",
               "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"mini\">"
               "<page paper=\"board\" columns=\"1\" max=\"200mm\"/><column/></template>");
    t = case_load(c, "t", NULL);
    assert_mm(t->page_w, 42);
    assert_points(t->page_h, 0);
    assert_mm(t->max_h, 200);
}

static void test_boxes_at_fault(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<column gap=\"4\">\n"
                      "<row share=\"3 2 1\"><place select=\"a\"/><place select=\"b\"/></row>\n"
                      "<row share=\"3 x\"><place select=\"a\"/><place select=\"b\"/></row>\n"
                      "<box ground=\"pannel\" inset=\"3 7\" rule=\"1em\" gap=\"5..3\"/>\n"
                      "<grid columns=\"2\"><place select=\"c\" span=\"3\" width=\"3mm\"/></grid>\n"
                      "<place select=\"d\" span=\"2\" min=\"30mm\" max=\"20mm\" stretch=\"-1\"/>\n"
                      "<place select=\"e\"><part name=\"x\"/></place>\n"
                      "<when><place select=\"f\"/></when>\n"
                      "<rule weight=\"0.12mm\" ink=\"red\"/>\n</column>");
    assert_null(c->loaded);
    assert_reports(c, "bad-gap 3:14; bad-share 4:13; bad-share 5:15; unknown-ink 6:14; "
                      "bad-gap 6:31; bad-length 6:40; bad-gap 6:50; bad-span 7:43; "
                      "misplaced-attribute 7:46; misplaced-attribute 8:19; bad-range 8:44; "
                      "bad-number 8:59; missing-attribute 9:19; missing-attribute 10:1; "
                      "rule-too-thin 11:15");
    assert_says(c, 0, "0 1 2 3 5 8", "there are: 0 1 2 3 5 8");
    assert_says(c, 1, "3 份，而此行有 2 件", "holds 3 parts, but the row holds 2 boxes");
}

/* Columns of the page, on a page that has none and on one that has four. */
static void test_columns_of_the_page(void **state)
{
    template_case *c = *state;
    case_load_body(
        c, "<column>\n<row spans=\"2 1\"><place select=\"a\"/><place select=\"b\"/></row>\n"
           "<grid><place select=\"c\"/></grid>\n"
           "<place select=\"d\" pack=\"yes\"/>\n<place select=\"e\" rule=\"1pt\"/></column>");
    assert_reports(c, "no-page-columns 4:13; no-page-columns 5:1; no-page-columns 6:25; "
                      "missing-attribute 7:25");
    c->diags = zt_diags_new(c->arena);
    case_write(c, "t.xml",
               "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"mini\"><page "
               "paper=\"board\"/><column>\n"
               "<row spans=\"3 2\"><place select=\"a\"/><place select=\"b\"/></row>\n"
               "<row spans=\"2 1.5\"><place select=\"c\"/><place select=\"d\"/></row>\n"
               "<row spans=\"2 2\" gap=\"3mm\"><place select=\"e\"/><place select=\"f\"/></row>\n"
               "<grid gutter=\"2mm\"><place select=\"g\" span=\"5\"/></grid>\n"
               "<grid whole=\"yes\"><place select=\"h\"/></grid>\n"
               "<row spans=\"2 2\" whole=\"yes\"><place select=\"i\"/><place select=\"j\"/></row>\n"
               "<row whole=\"yes\"><place select=\"k\"/><place select=\"l\"/></row>"
               "</column></template>");
    assert_null(case_load(c, "t", NULL));
    assert_reports(c, "bad-span 2:13; bad-share 3:15; conflicting-attributes 4:23; "
                      "conflicting-attributes 5:15; bad-span 5:44; conflicting-attributes 6:14; "
                      "conflicting-attributes 7:25");
}

static void test_grammar_and_readers_in_one_run(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<column>\n<plase select=\"x\"/>\n<place select=\"a\" variants=\"v\"/>\n"
                      "<box ground=\"blue\"/>\n<row><rule weight=\"1pt\"/></row>\n</column>");
    assert_null(c->loaded);
    assert_reports(c, "unknown-element 4:1; unknown-attribute 5:19; unknown-ink 6:14; "
                      "misplaced-element 7:6");
}

static void test_spare_belongs_to_the_whole(void **state)
{
    template_case *c = *state;
    case_load_body(c, "<column><column spare=\"gaps\"/></column>");
    assert_reports(c, "unknown-attribute 3:17");
}

static void test_gaps_of_the_scale(void **state)
{
    template_case *c = *state;
    const zt_theme *theme = case_load_body(c, "<column/>")->theme;
    zt_gap gap;
    assert_true(zt_theme_gap(theme, ZT_STR("5"), &gap));
    assert_mm(gap.natural, 10);
    assert_mm(gap.ceiling, 10);
    assert_true(zt_theme_gap(theme, ZT_STR("1..8"), &gap));
    assert_mm(gap.natural, 2);
    assert_mm(gap.ceiling, 16);
    assert_true(zt_theme_gap(theme, ZT_STR("2.5mm..3"), &gap));
    assert_mm(gap.natural, 2.5);
    assert_mm(gap.ceiling, 6);
    assert_true(zt_theme_gap(theme, ZT_STR("0"), &gap));
    assert_points(gap.ceiling, 0);
    gap.natural = 77;
    assert_false(zt_theme_gap(theme, ZT_STR("4"), &gap)); /* no step of the scale */
    assert_false(zt_theme_gap(theme, ZT_STR("3.."), &gap));
    assert_false(zt_theme_gap(theme, ZT_STR("..3"), &gap));
    assert_false(zt_theme_gap(theme, ZT_STR("1em"), &gap));
    assert_false(zt_theme_gap(theme, ZT_STR("8..5"), &gap));
    assert_points(gap.natural, 77);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_unknown_template),
        CASE(test_a_name_is_no_path),
        CASE(test_a_theme_is_no_template),
        CASE(test_unknown_theme),
        CASE(test_unknown_theme_override),
        CASE(test_theme_loop),
        CASE(test_bare_theme_lacks_everything),
        CASE(test_inks_at_fault),
        CASE(test_papers_gaps_and_phrases_at_fault),
        CASE(test_pages),
        CASE(test_paper_arithmetic),
        CASE(test_boxes_at_fault),
        CASE(test_columns_of_the_page),
        CASE(test_grammar_and_readers_in_one_run),
        CASE(test_spare_belongs_to_the_whole),
        CASE(test_gaps_of_the_scale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
