/* gen/template/theme.c — a theme's papers, fonts, inks, punctuation, gaps, limits and phrases,
   each from the level that defined it last. What a theme lacks, or says so that it cannot be
   used, is reported at its place; the fields are then left at something harmless. */
#include "template/reader_imp.h"

#include <string.h>

/* Width and height, both above 0, in points. False after bad-length, or when the attribute is
   missing, which the grammar check has said. */
static bool is_positive_pair(zt_reader *r, const zt_node *node, const char *attr, double out[2])
{
    zt_field whole = zt_read_field(r, node, attr), rest = whole, word;
    size_t count = 0;
    while (zt_field_word(&rest, &word)) {
        if (count < 2 && !zt_word_length(r, word.text, word.at, &out[count]))
            return false;
        count++;
    }
    if (count == 0)
        return false; /* a missing or empty attribute: the grammar check said so */
    if (count == 2 && out[0] > 0 && out[1] > 0)
        return true;
    zt_report(r->diags, ZT_ERROR, "bad-length", whole.at,
              "“%.*s”不可用：应为两个大于 0 的长度，如 390mm 540mm",
              "“%.*s” will not do: two lengths above 0 are wanted, as in 390mm 540mm",
              ZT_ARG(whole.text));
    return false;
}

/* Reports bad-length for a type area larger than its page, and for gutters that fill it. */
void zt_read_papers(zt_reader *r)
{
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    theme->paper_count = zt_read_merged(r, "paper", "name", NULL, &nodes);
    theme->papers = ZT_ARRAY(r->arena, theme->paper_count, zt_paper);
    for (size_t i = 0; i < theme->paper_count; i++) {
        zt_paper *paper = &theme->papers[i];
        double page[2] = {0}, area[2] = {0};
        bool page_good = is_positive_pair(r, nodes[i], "page", page);
        bool sized = is_positive_pair(r, nodes[i], "area", area) && page_good;
        *paper = (zt_paper){.name = zt_read_name(r, nodes[i], "name"),
                            .page_w = page[0],
                            .page_h = page[1],
                            .area_w = area[0],
                            .area_h = area[1],
                            .gutter = zt_read_length(r, nodes[i], "gutter"),
                            .line = zt_read_length(r, nodes[i], "line"),
                            .columns = zt_read_count(r, nodes[i], "columns", 1)};
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

/* ---- inks ---- */

/* Per cent of the four process inks as 0 to 1; reports bad-cmyk. */
static bool read_cmyk(zt_reader *r, const zt_node *node, double out[4])
{
    zt_field whole = zt_read_field(r, node, "cmyk"), rest = whole, word;
    size_t count = 0;
    bool good = true;
    if (whole.text.data == NULL)
        return false;
    while (zt_field_word(&rest, &word)) {
        double value = -1;
        good = good && zt_number_parse(word.text, &value) && value >= 0 && value <= 100;
        if (good && count < 4)
            out[count] = value / 100;
        count++;
    }
    if (good && count == 4)
        return true;
    zt_report(r->diags, ZT_ERROR, "bad-cmyk", whole.at,
              "“%.*s”不是油墨配方：应为青、品、黄、黑四个 0 至 100 的数，如 0 92 82 0",
              "“%.*s” is no recipe: C, M, Y and K from 0 to 100 are wanted, as in 0 92 82 0",
              ZT_ARG(whole.text));
    return false;
}

/* -1 for any other character. */
static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* The screen colour: as it is stated, #c8202f, else worked out from the recipe (base/ink.h).
   Reports bad-rgb. */
static zt_rgb read_rgb(zt_reader *r, const zt_node *node, const double cmyk[4])
{
    zt_field field = zt_read_field(r, node, "rgb");
    if (field.text.data == NULL)
        return zt_rgb_from_cmyk(cmyk);
    double parts[3] = {0};
    bool good = field.text.len == 7 && field.text.data[0] == '#';
    for (size_t i = 0; good && i < 3; i++) {
        int high = hex_digit(field.text.data[1 + 2 * i]),
            low = hex_digit(field.text.data[2 + 2 * i]);
        good = high >= 0 && low >= 0;
        parts[i] = (16 * high + low) / 255.0;
    }
    if (!good)
        zt_report(r->diags, ZT_ERROR, "bad-rgb", field.at,
                  "“%.*s”不是屏幕色：应为 # 加六位十六进制数，如 #c8202f",
                  "“%.*s” is no screen colour: # and six hexadecimal digits, as in #c8202f",
                  ZT_ARG(field.text));
    return (zt_rgb){parts[0], parts[1], parts[2]};
}

/* Reports ink-limit, bad-overprint and reserved-name. Overprinting a coloured ink would change its
   colour by what lies below. */
static void check_ink(zt_reader *r, const zt_node *node, const zt_ink *ink)
{
    double limit = r->theme->limits.ink, sum = zt_paint_coverage(ZT_SOLID(ink));
    zt_pos at = zt_node_attr_at(node, "cmyk");
    if (limit > 0 && sum > limit + 1e-6) {
        zt_buf found, most;
        zt_buf_init(&found, r->arena);
        zt_buf_init(&most, r->arena);
        zt_buf_number(&found, sum, 1);
        zt_buf_number(&most, limit, 1);
        zt_report(r->diags, ZT_ERROR, "ink-limit", at, "油墨“%s”总墨量 %s%%，超过主题的上限 %s%%",
                  "the ink “%s” sums to %s%%, above the theme's limit of %s%%", ink->name,
                  found.data, most.data);
    }
    if (ink->overprint && ink->cmyk[0] + ink->cmyk[1] + ink->cmyk[2] > 0)
        zt_report(r->diags, ZT_ERROR, "bad-overprint", zt_node_attr_at(node, "overprint"),
                  "油墨“%s”含彩色，不能叠印：只有单黑可以叠印",
                  "the ink “%s” holds colours and cannot overprint: only K alone can", ink->name);
    if (strcmp(ink->name, zt_ink_paper.name) == 0)
        zt_report(r->diags, ZT_ERROR, "reserved-name", zt_node_attr_at(node, "name"),
                  "“%s”是纸白，不能另行定义", "“%s” is the paper itself and cannot be defined",
                  ink->name);
}

/* hatch="0.22mm 0.85mm": lines of that weight, from line to line. Reports bad-length. */
static void read_hatch(zt_reader *r, const zt_node *node, zt_ink *ink)
{
    double lines[2] = {0};
    if (zt_node_find(node, "hatch") == NULL || !is_positive_pair(r, node, "hatch", lines))
        return;
    if (lines[1] > lines[0]) {
        ink->hatch = lines[0];
        ink->pitch = lines[1];
        return;
    }
    zt_report(r->diags, ZT_ERROR, "bad-length", zt_node_attr_at(node, "hatch"),
              "斜线比间隔还宽；应先写线宽，再写较大的间隔，如 0.22mm 0.85mm",
              "hatch lines as wide as their pitch; write the weight, then the larger pitch, as in "
              "0.22mm 0.85mm");
}

/* Recipe and screen colour of an ink. Reports what is wrong with them. */
static void read_recipe(zt_reader *r, const zt_node *node, zt_ink *ink)
{
    if (zt_node_find(node, "cmyk") == NULL) {
        zt_report(r->diags, ZT_ERROR, "missing-attribute", node->at,
                  "油墨要有配方：写 cmyk=，或用 key= 和 name= 指定已有的油墨",
                  "an ink needs a recipe: write cmyk=, or name an ink by key= and name=");
        return;
    }
    bool good = read_cmyk(r, node, ink->cmyk);
    ink->rgb = read_rgb(r, node, ink->cmyk);
    ink->spot = zt_read_name(r, node, "spot");
    ink->overprint = zt_read_yes(r, node, "overprint");
    read_hatch(r, node, ink);
    if (good)
        check_ink(r, node, ink);
}

/* An ink with a mistake stays in the list, so that its users are not reported as well. */
static void read_inks(zt_reader *r)
{
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    size_t count = zt_read_merged(r, "ink", "name", "key", &nodes);
    theme->inks = ZT_ARRAY(r->arena, count, zt_ink);
    theme->ink_count = count;
    for (size_t i = 0; i < count; i++) {
        zt_ink *ink = &theme->inks[i];
        ink->name = zt_read_name(r, nodes[i], "name");
        if (ink->name == NULL) {
            ink->name = "";
            zt_report(r->diags, ZT_ERROR, "missing-attribute", nodes[i]->at,
                      "油墨要有名字：写 name=", "an ink needs a name: write name=");
        }
        read_recipe(r, nodes[i], ink);
    }
    zt_check_greys(r, nodes);
}

/* Inks of keys: one of the palette by its name, or of its own recipe under the name of the key. */
static void read_key_inks(zt_reader *r)
{
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    size_t count = zt_read_merged(r, "ink", "key", NULL, &nodes);
    theme->key_inks = ZT_ARRAY(r->arena, count, zt_key_ink);
    for (size_t i = 0; i < count; i++) {
        zt_str key = zt_str_trim(zt_node_attr(nodes[i], "key", NULL));
        zt_key_ink *own = &theme->key_inks[theme->key_ink_count];
        if (key.len == 0)
            continue;
        own->key = zt_arena_printf(r->arena, "%.*s", ZT_ARG(key));
        if (zt_node_find(nodes[i], "cmyk") == NULL && zt_node_find(nodes[i], "name") != NULL) {
            own->ink = zt_read_ink(r, nodes[i], "name");
        } else {
            zt_ink *ink = ZT_NEW(r->arena, zt_ink);
            ink->name = own->key;
            read_recipe(r, nodes[i], ink);
            own->ink = ink;
        }
        theme->key_ink_count += own->ink != NULL;
    }
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
static const char *credit_format(zt_reader *r, const char *attr)
{
    const zt_node *node = zt_read_holder(r, "credit-line", attr);
    if (node == NULL)
        return "{}";
    zt_field field = zt_read_field(r, node, attr);
    const char *text = zt_read_name(r, node, attr);
    const char *hole = strstr(text, "{}");
    if (hole == NULL || strstr(hole + 1, "{}") != NULL)
        zt_report(r->diags, ZT_ERROR, "bad-credit-line", field.at,
                  "“%s”不可用：须有一处 {}，排名称",
                  "“%s” will not do: it needs one {} for the name", text);
    return text;
}

/* How dates and credits are worded, and the units of the house. */
static void read_phrases(zt_reader *r)
{
    static const zt_date_style dates[] = {ZT_DATE_ARABIC, ZT_DATE_HAN, ZT_DATE_ISO};
    zt_theme *theme = r->theme;
    const zt_node *date = zt_read_last(r, "date"), *units = zt_read_last(r, "units");
    theme->date = dates[date ? zt_read_enum(r, date, "style") : 0];
    theme->units = units ? zt_node_text(r->arena, units).data : NULL;
    theme->credit_source = credit_format(r, "source");
    theme->credit_compiled = credit_format(r, "compiled");
    theme->credit_art = credit_format(r, "art");
    theme->credit_photo = credit_format(r, "photo");
    theme->credit_edit = credit_format(r, "edit");
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
    read_inks(r);
    read_key_inks(r);
    read_punctuation(r);
    read_fit(r);
    read_phrases(r);
    zt_read_figure_measures(r);
    zt_read_group_rule(r);
}
