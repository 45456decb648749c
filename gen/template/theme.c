/* gen/template/theme.c — a theme's papers, fonts, punctuation, gaps, limits and phrases,
   each from the level that defined it last. What a theme lacks, or says so that it cannot be
   used, is reported at its place; the fields are then left at something harmless. */
#include "base/utf8.h"
#include "template/reader_imp.h"

#include <string.h>

/* Reports bad-length for a type area larger than its page, and for gutters that fill it. */
void zt_read_papers(zt_reader *r)
{
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    zt_read_printings(r); /* papers name them */
    theme->paper_count = zt_read_merged(r, "paper", "name", NULL, &nodes);
    theme->papers = ZT_ARRAY(r->arena, theme->paper_count, zt_paper);
    for (size_t i = 0; i < theme->paper_count; i++) {
        zt_paper *paper = &theme->papers[i];
        double page[2] = {0}, area[2] = {0};
        bool page_good = zt_read_pair(r, nodes[i], "page", page);
        bool sized = zt_read_pair(r, nodes[i], "area", area) && page_good;
        *paper = (zt_paper){.name = zt_read_name(r, nodes[i], "name"),
                            .page_w = page[0],
                            .page_h = page[1],
                            .area_w = area[0],
                            .area_h = area[1],
                            .gutter = zt_read_length(r, nodes[i], "gutter"),
                            .line = zt_read_length(r, nodes[i], "line"),
                            .columns = zt_read_count(r, nodes[i], "columns", 1),
                            .printing = zt_read_printing(r, nodes[i])};
        if (sized && (area[0] > page[0] || area[1] > page[1]))
            zt_report(r->diags, ZT_ERROR, "bad-length", zt_node_attr_at(nodes[i], "area"),
                      "版心大于成品尺寸", "the type area is larger than the page");
        if (sized && paper->gutter * (paper->columns - 1) >= area[0])
            zt_report(r->diags, ZT_ERROR, "bad-length", zt_node_attr_at(nodes[i], "gutter"),
                      "%d 栏的栏间距占满了版心", "the gutters of %d columns fill the type area",
                      paper->columns);
    }
}

/* fallback="label tibetan": roles in the order in which their faces are tried for what this one
   lacks. An unknown role is unknown-font-role and left out. */
static void read_fallbacks(zt_reader *r, const zt_node *node, zt_font_role *font)
{
    ZT_VEC(zt_fallback) list = {0};
    zt_field rest = zt_read_field(r, node, "fallback"), word;
    while (zt_field_word(&rest, &word)) {
        const zt_font_role *other = zt_font_named(r, &word);
        if (other == NULL)
            continue;
        zt_fallback face = {.family = other->family, .weight = other->weight, .at = other->at};
        ZT_PUSH(r->arena, &list, face);
    }
    font->fallbacks = list.items;
    font->fallback_count = list.count;
}

/* All roles first: a fallback may name one that stands below. */
static void read_fonts(zt_reader *r)
{
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    theme->font_count = zt_read_merged(r, "font", "role", NULL, &nodes);
    theme->fonts = ZT_ARRAY(r->arena, theme->font_count, zt_font_role);
    for (size_t i = 0; i < theme->font_count; i++)
        theme->fonts[i] = (zt_font_role){.role = zt_read_name(r, nodes[i], "role"),
                                         .family = zt_read_name(r, nodes[i], "family"),
                                         .weight = zt_read_count(r, nodes[i], "weight", 1),
                                         .at = nodes[i]->at};
    for (size_t i = 0; i < theme->font_count; i++)
        read_fallbacks(r, nodes[i], &theme->fonts[i]);
}

/* ---- single elements ---- */

/* The theme's own root, at which things are missed: levels may end with a template. */
static const zt_node *theme_root(const zt_reader *r)
{
    size_t level = r->levels.count;
    while (level > 1 && !zt_node_is(r->levels.items[level - 1], "theme"))
        level--;
    return r->levels.items[level - 1];
}

/* Reports missing-element when no level has it. */
static bool has_element(zt_reader *r, const char *name)
{
    if (zt_read_last(r, name) != NULL)
        return true;
    zt_report(r->diags, ZT_ERROR, "missing-element", theme_root(r)->at, "主题缺少 <%s>",
              "the theme has no <%s>", name);
    return false;
}

/* Attribute by attribute: a theme may change one and inherit the others. */
static void read_punctuation(zt_reader *r)
{
    static const zt_punctuation styles[] = {ZT_QUANJIAO, ZT_KAIMING, ZT_BANJIAO};
    static const zt_break_level levels[] = {ZT_BREAK_NONE, ZT_BREAK_LOOSE, ZT_BREAK_NORMAL,
                                            ZT_BREAK_STRICT};
    static const zt_spacing spacings[] = {ZT_SPACING_OFF, ZT_SPACING_NEWS, ZT_SPACING_SPACED,
                                          ZT_SPACING_BOOK};
    static const char *const name = "punctuation";
    zt_theme *theme = r->theme;
    if (!has_element(r, name))
        return;
    theme->punctuation = styles[zt_read_enum(r, zt_read_holder(r, name, "style"), "style")];
    theme->level = levels[zt_read_enum(r, zt_read_holder(r, name, "level"), "level")];
    theme->spacing = spacings[zt_read_enum(r, zt_read_holder(r, name, "spacing"), "spacing")];
    theme->column_quotes =
        zt_read_enum(r, zt_read_holder(r, name, "column-quotes"), "column-quotes") == 1
            ? ZT_QUOTES_SINGLE_OUTER
            : ZT_QUOTES_DOUBLE_OUTER;
    theme->hang = zt_read_yes(r, zt_read_holder(r, name, "hang"), "hang");
    theme->hang_quotes = zt_read_length(r, zt_read_holder(r, name, "hang-quotes"), "hang-quotes");
    theme->shrink_stops = zt_read_yes(r, zt_read_holder(r, name, "shrink-stops"), "shrink-stops");
}

/* Reports bad-gap for steps that do not rise. */
static void read_gap_scale(zt_reader *r)
{
    zt_theme *theme = r->theme;
    if (!has_element(r, "gaps"))
        return;
    const zt_node *node = zt_read_last(r, "gaps");
    theme->gap_base = zt_read_length(r, node, "base");
    zt_field rest = zt_read_field(r, node, "steps"), word;
    ZT_VEC(double) steps = {0};
    while (zt_field_word(&rest, &word)) {
        double last = steps.count > 0 ? steps.items[steps.count - 1] : 0, step = 0;
        if (zt_number_parse(word.text, &step) && step > last)
            ZT_PUSH(r->arena, &steps, step);
        else
            zt_report(r->diags, ZT_ERROR, "bad-gap", word.at,
                      "“%.*s”不可用：级数应为由小到大的正数，如 1 2 3 5 8",
                      "“%.*s” will not do: steps are rising numbers above 0, as in 1 2 3 5 8",
                      ZT_ARG(word.text));
    }
    theme->gap_steps = steps.items;
    theme->gap_step_count = steps.count;
}

/* The element that has the limit; reports a limit that no level gives. */
static const zt_node *limit_holder(zt_reader *r, const char *attr)
{
    const zt_node *node = zt_read_holder(r, "limits", attr);
    if (zt_node_find(node, attr) == NULL)
        zt_report(r->diags, ZT_ERROR, "missing-attribute", node->at, "<limits> 缺少 %s",
                  "<limits> has no %s", attr);
    return node;
}

/* The limits of print. Reports missing-attribute for those that no level gives; those of
   photographs and ruby may be absent. Lengths are points, ink is per cent of all plates
   together. */
static void read_limits(zt_reader *r)
{
    zt_limits *limits = &r->theme->limits;
    if (!has_element(r, "limits"))
        return;
    limits->ink = zt_read_number(r, limit_holder(r, "ink"), "ink");
    limits->ppi = zt_read_number(r, zt_read_holder(r, "limits", "ppi"), "ppi");
    limits->ppi_least = zt_read_number(r, zt_read_holder(r, "limits", "ppi-least"), "ppi-least");
    const struct {
        const char *attr;
        double *out;
    } lengths[] = {{"rule", &limits->rule},
                   {"tint-rule", &limits->tint_rule},
                   {"type", &limits->type},
                   {"reversed", &limits->reversed},
                   {"reversed-multi", &limits->reversed_multi}};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        *lengths[i].out = zt_read_length(r, limit_holder(r, lengths[i].attr), lengths[i].attr);
    limits->ruby = zt_read_length(r, zt_read_holder(r, "limits", "ruby"), "ruby");
    limits->overprint = zt_read_length(r, zt_read_holder(r, "limits", "overprint"), "overprint");
}

/* The order in which a page that is too long gives way. */
static void read_fit(zt_reader *r)
{
    static const zt_fit_step steps[] = {ZT_FIT_LEADING, ZT_FIT_OPTIONAL, ZT_FIT_SIZE};
    const zt_node *node = zt_read_last(r, "fit");
    int order[3] = {0, 1, 2};
    size_t count = node ? zt_read_enums(r, node, "order", order, 3) : 3;
    for (size_t i = 0; i < count; i++)
        r->theme->fit[i] = steps[order[i]];
    r->theme->fit_count = count;
}

/* Reports bad-credit-line: exactly one {} for the name. */
static const char *credit_format(zt_reader *r, const char *element, const char *attr,
                                 const char *usual)
{
    const zt_node *node = zt_read_holder(r, element, attr);
    if (node == NULL)
        return usual;
    zt_field field = zt_read_field(r, node, attr);
    const char *text = zt_read_name(r, node, attr);
    const char *hole = strstr(text, "{}");
    if (hole == NULL || strstr(hole + 1, "{}") != NULL)
        zt_report(r->diags, ZT_ERROR, "bad-credit-line", field.at,
                  "“%s”不可用：须有一处 {}，排名称",
                  "“%s” will not do: it needs one {} for the name", text);
    return text;
}

/* What no theme states is worded as most papers word it. */
static void read_english(zt_reader *r)
{
    zt_english *e = &r->theme->english;
    const struct {
        const char **out, *attr, *usual;
    } rows[] = {
        {&e->source, "source", "Source: {}"},   {&e->compiled, "compiled", "Compiled by {}"},
        {&e->art, "art", "Graphic by {}"},      {&e->photo, "photo", "Photograph by {}"},
        {&e->edit, "edit", "Edited by {}"},     {&e->asof, "asof", "Data as of {}"},
        {&e->chapter, "chapter", "Chapter {}"}, {&e->figure, "figure", "Figure {}"},
        {&e->table, "table", "Table {}"},       {&e->appendix, "appendix", "Table A-{}"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        *rows[i].out = credit_format(r, "english", rows[i].attr, rows[i].usual);
}

zt_str zt_form_in(zt_lang language, zt_str form, const char *english)
{
    bool other = language == ZT_LANG_EN && zt_utf8_holds_han(form);
    return other ? zt_str_from(english) : form;
}

/* How dates and credits are worded, and the units of the house. */
static void read_phrases(zt_reader *r)
{
    read_english(r);
    static const zt_date_style dates[] = {ZT_DATE_ARABIC, ZT_DATE_HAN, ZT_DATE_ISO};
    zt_theme *theme = r->theme;
    const zt_node *date = zt_read_last(r, "date"), *units = zt_read_last(r, "units");
    theme->date = dates[date ? zt_read_enum(r, date, "style") : 0];
    theme->units = units ? zt_node_text(r->arena, units).data : NULL;
    theme->credit_source = credit_format(r, "credit-line", "source", "{}");
    theme->credit_compiled = credit_format(r, "credit-line", "compiled", "{}");
    theme->credit_art = credit_format(r, "credit-line", "art", "{}");
    theme->credit_photo = credit_format(r, "credit-line", "photo", "{}");
    theme->credit_edit = credit_format(r, "credit-line", "edit", "{}");
}

/* What the theme does not state stays as it is for all. */
static void read_judgement(zt_reader *r)
{
    zt_form_limits *limits = &r->theme->judgement;
    *limits = (zt_form_limits)ZT_FORM_LIMITS;
    const struct {
        const char *attr;
        double *out;
    } rows[] = {{"difference", &limits->difference}, {"slices", &limits->slices},
                {"slice", &limits->slice},           {"apart", &limits->apart},
                {"lines", &limits->lines},           {"columns", &limits->columns}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (zt_read_last(r, "judgement"))
            *rows[i].out =
                zt_read_number(r, zt_read_holder(r, "judgement", rows[i].attr), rows[i].attr);
}

/* The order matters: limits come before the inks that they judge, and fonts before what names
   their roles. */
void zt_read_theme(zt_reader *r)
{
    read_judgement(r);
    read_limits(r); /* inks and styles are judged by them */
    read_gap_scale(r);
    zt_read_papers(r);
    read_fonts(r);
    zt_read_inks(r);
    zt_read_theme_look(r);
    read_punctuation(r);
    read_fit(r);
    read_phrases(r);
    zt_read_figure_measures(r);
    zt_read_group_rule(r);
}
