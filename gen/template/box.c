/* gen/template/box.c — the boxes of a template: what arranges, what is painted, what places. Each
   element becomes one zt_box_spec with all lengths in points; what does not suit the element is
   reported at its attribute. */
#include <math.h>

#include "template/reader_imp.h"

/* The kind by the element's name. The grammar allows no other children, so the search always
   ends. */
static zt_box_kind kind_of(const zt_node *node)
{
    static const struct {
        const char *name;
        zt_box_kind kind;
    } kinds[] = {{"column", ZT_BOX_COLUMN}, {"row", ZT_BOX_ROW},     {"grid", ZT_BOX_GRID},
                 {"box", ZT_BOX_BOX},       {"place", ZT_BOX_PLACE}, {"rule", ZT_BOX_RULE},
                 {"omit", ZT_BOX_OMIT},     {"when", ZT_BOX_WHEN},   {"words", ZT_BOX_PLACE},
                 {"picture", ZT_BOX_PLACE}};
    size_t i = 0;
    while (!zt_node_is(node, kinds[i].name))
        i++;
    return kinds[i].kind;
}

/* Columns are asked for on a page that has none. */
static void report_no_columns(zt_reader *r, zt_pos at, const char *attr)
{
    zt_report(r->diags, ZT_ERROR, "no-page-columns", at,
              "%s 以版面的栏计，而 <page> 没有分栏；请写 <page columns=\"12\" gutter=\"5mm\" …>",
              "%s counts columns of the page, but <page> has none; write <page columns=\"12\" "
              "gutter=\"5mm\" …>",
              attr);
}

/* share="3 2": how the width of a row is parted among those children that have none of their
   own. Reports bad-share for what is no number above 0, and when there are not as many parts as
   such children; the row is then parted equally. */
static void read_share(zt_reader *r, const zt_node *node, const char *attr, zt_box_spec *box)
{
    zt_field whole = zt_read_field(r, node, attr), rest = whole, word;
    if (whole.text.data == NULL)
        return;
    ZT_VEC(double) parts = {0};
    while (zt_field_word(&rest, &word)) {
        double part = 0;
        if (!zt_number_parse(word.text, &part) || part <= 0 ||
            (box->in_columns && part != floor(part))) {
            zt_report(
                r->diags, ZT_ERROR, "bad-share", word.at, "“%.*s”不是份数：应为大于 0 的数，如 3 2",
                "“%.*s” is no share: numbers above 0 are wanted, as in 3 2", ZT_ARG(word.text));
            return;
        }
        ZT_PUSH(r->arena, &parts, part);
    }
    size_t flexible = 0;
    for (size_t i = 0; i < box->child_count; i++)
        flexible += box->children[i]->width > 0 ? 0 : 1;
    if (parts.count != flexible) {
        zt_report(
            r->diags, ZT_ERROR, "bad-share", whole.at,
            "“%.*s”有 %zu 份，而此行有 %zu 件（不计有 width 的）",
            "“%.*s” holds %zu parts, but the row holds %zu boxes (those with width= left out)",
            ZT_ARG(whole.text), parts.count, flexible);
        return;
    }
    /* One entry a child, so that readers need not count the fixed ones. */
    box->share_count = box->child_count;
    box->share = ZT_ARRAY(r->arena, box->child_count, double);
    for (size_t i = 0, next = 0; i < box->child_count; i++)
        box->share[i] = box->children[i]->width > 0 ? 0 : parts.items[next++];
}

/* spans="6 3 3" in columns of the page, instead of share= and gap=. Reports conflicting-attributes,
   no-page-columns, and bad-span for more columns than the page has. */
static void read_spans(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    zt_pos at = zt_node_attr_at(node, "spans");
    const char *other = zt_node_find(node, "share") ? "share" : "gap";
    if (zt_node_find(node, other) != NULL)
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, other),
                  "已写 spans，%s 由版面的栏格决定；请删去",
                  "spans= is given, so %s= comes from the columns of the page; delete it", other);
    if (r->grid.columns == 0) {
        report_no_columns(r, at, "spans");
        return;
    }
    box->in_columns = true;
    read_share(r, node, "spans", box);
    double sum = 0;
    for (size_t i = 0; i < box->share_count; i++)
        sum += box->share[i];
    if (sum > r->grid.columns)
        zt_report(r->diags, ZT_ERROR, "bad-span", at, "spans 共 %d 栏，版面只有 %d 栏",
                  "spans= makes %d columns, the page has %d", (int)sum, r->grid.columns);
}

/* Columns of the page are as wide as they are. */
static void check_whole(zt_reader *r, const zt_node *node, const zt_box_spec *box)
{
    if (box->whole && box->in_columns)
        zt_report(
            r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "whole"),
            "各件的宽是版面的栏，不能又取整字；请删去 whole",
            "its boxes are columns of the page and cannot be whole characters as well; delete "
            "whole=");
}

/* A grid has columns of its own, or without columns= those of the page. */
static void read_grid_columns(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    box->gutter = zt_read_gap(r, node, "gutter");
    box->whole = zt_read_yes(r, node, "whole");
    if (zt_node_find(node, "columns") != NULL) {
        box->columns = zt_read_count(r, node, "columns", 1);
        return;
    }
    if (r->grid.columns == 0)
        report_no_columns(r, node->at, "<grid>");
    if (zt_node_find(node, "gutter") != NULL)
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "gutter"),
                  "没有 columns 的 <grid> 用版面的栏格，gutter 由它决定；请删去",
                  "a <grid> without columns= stands on those of the page, whose gutter counts; "
                  "delete it");
    box->in_columns = true;
    box->columns = r->grid.columns;
    check_whole(r, node, box);
}

/* What only rows have. */
static void read_row(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    static const zt_box_align aligns[] = {ZT_TOP, ZT_BASELINE, ZT_FOOT};
    box->align = aligns[zt_read_enum(r, node, "align")];
    box->baseline = zt_read_length(r, node, "baseline");
    box->row_set = zt_read_enum(r, node, "rows") == 1;
    if (zt_node_find(node, "spans") != NULL)
        read_spans(r, node, box);
    else
        read_share(r, node, "share", box);
    box->whole = zt_read_yes(r, node, "whole");
    check_whole(r, node, box);
}

/* span= belongs to a child of a grid, width= to one of a row: elsewhere they are
   misplaced-attribute, and a span wider than its grid is bad-span. Inside <when> it is the
   parent of the <when> that decides, which is not known here. */
static void check_children(zt_reader *r, const zt_node *node, const zt_box_spec *box)
{
    for (const zt_node *child = zt_read_child(node, NULL); child != NULL;
         child = zt_read_sibling(child, NULL)) {
        const zt_attr_value *span = zt_node_find(child, "span"),
                            *width = zt_node_find(child, "width");
        if (span != NULL && box->kind != ZT_BOX_GRID && box->kind != ZT_BOX_WHEN)
            zt_report(r->diags, ZT_ERROR, "misplaced-attribute", span->at,
                      "span 只用于 <grid> 之内，这里是 <%s>",
                      "span belongs inside <grid>; this is <%s>", node->name);
        else if (span != NULL && box->kind == ZT_BOX_GRID &&
                 zt_read_count(r, child, "span", 1) > box->columns)
            zt_report(r->diags, ZT_ERROR, "bad-span", span->value_at, "span=\"%.*s\" 超过了 %d 栏",
                      "span=\"%.*s\" is more than the %d columns", ZT_ARG(span->value),
                      box->columns);
        if (zt_node_is(child, "when"))
            continue; /* its width= is a condition */
        if (width != NULL && box->kind != ZT_BOX_ROW && box->kind != ZT_BOX_WHEN)
            zt_report(r->diags, ZT_ERROR, "misplaced-attribute", width->at,
                      "width 只用于 <row> 之内，这里是 <%s>",
                      "width belongs inside <row>; this is <%s>", node->name);
    }
}

/* What only <box> has: ground, rules, insets, and how what is inside is set. */
static void read_paint(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    box->ground = zt_read_ink(r, node, "ground");
    box->rule = zt_read_length(r, node, "rule");
    box->edge = zt_read_length(r, node, "edge");
    if (box->rule > 0)
        box->rule_ink = zt_read_ink(r, node, "rule-ink");
    if (box->edge > 0)
        box->edge_ink = zt_read_ink(r, node, "edge-ink");
    zt_read_sides(r, node, "inset", ZT_SIDES_GAPS, box->inset);
    box->corner = zt_read_length(r, node, "corner");
    box->reversed = zt_read_yes(r, node, "reversed");
    box->bleed = zt_read_yes(r, node, "bleed");
    box->vertical = zt_read_enum(r, node, "writing") == 1;
    box->centre = zt_read_enum(r, node, "valign") == 1;
}

/* "lead", "key", "highlight+3", "first 4"; false for anything else. */
static bool parse_selection(zt_str text, zt_selection *out)
{
    static const struct {
        const char *word;
        zt_selection_kind kind;
        bool counted;
    } words[] = {{"lead", ZT_SELECT_LEAD, false},
                 {"key", ZT_SELECT_KEY, false},
                 {"highlight+", ZT_SELECT_HIGHLIGHT, true},
                 {"first ", ZT_SELECT_FIRST, true}};
    text = zt_str_trim(text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        double count = 0;
        if (!zt_str_starts(text, words[i].word))
            continue;
        zt_str rest = zt_str_trim(zt_rest_of(text, zt_str_from(words[i].word).len));
        bool good = words[i].counted ? zt_number_parse(rest, &count) && count >= 1 && count <= 99 &&
                                           count == (double)(size_t)count
                                     : rest.len == 0;
        *out = (zt_selection){words[i].kind, (size_t)count};
        return good;
    }
    return false;
}

/* Reports bad-keep; everything is shown then. */
static zt_selection read_selection(zt_reader *r, const zt_node *node)
{
    zt_selection keep = {0};
    zt_field field = zt_read_field(r, node, "keep");
    if (field.text.data == NULL || parse_selection(field.text, &keep))
        return keep;
    zt_report(r->diags, ZT_ERROR, "bad-keep", field.at,
              "“%.*s”不是选法：写作 lead、key、highlight+3 或 first 4",
              "“%.*s” is no selection: write lead, key, highlight+3 or first 4",
              ZT_ARG(field.text));
    return (zt_selection){0};
}

/* pack="yes" with the rule above each block. Reports no-page-columns, and missing-attribute for a
   rule that no pack draws. */
static void read_pack(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    box->pack = zt_read_yes(r, node, "pack");
    if (!box->pack && zt_node_find(node, "rule") != NULL)
        zt_report(r->diags, ZT_ERROR, "missing-attribute", zt_node_attr_at(node, "rule"),
                  "<place> 的 rule 与 pack=\"yes\" 连用；别处用 <box rule=>",
                  "rule= of a <place> goes with pack=\"yes\"; elsewhere use <box rule=>");
    if (!box->pack)
        return;
    if (r->grid.columns == 0)
        report_no_columns(r, zt_node_attr_at(node, "pack"), "pack");
    box->rule = zt_read_length(r, node, "rule");
    box->rule_gap = zt_read_length(r, node, "rule-gap");
    if (box->rule > 0)
        box->rule_ink = zt_theme_ink(r->theme, ZT_STR("key"));
}

/* What a place selects and what it sets for those blocks; composition checks the values, for only
   it knows the blocks. */
static void read_place(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    box->select = zt_read_name(r, node, "select");
    if (box->select == NULL)
        box->select = "";
    box->select_at = zt_node_attr_at(node, "select");
    box->variant = zt_read_name(r, node, "variant");
    box->variant_at = zt_node_attr_at(node, "variant");
    if (zt_node_find(node, "columns") != NULL)
        box->columns = zt_read_count(r, node, "columns", 1);
    box->gutter = zt_read_gap(r, node, "column-gap");
    box->balance = zt_read_yes(r, node, "balance");
    box->tuck = zt_read_yes(r, node, "tuck");
    box->keep = read_selection(r, node);
    read_pack(r, node, box);
    box->part_count = zt_read_part_nodes(r, node, &box->parts);
    ZT_VEC(zt_set) sets = {0};
    for (const zt_node *child = zt_read_child(node, "set"); child != NULL;
         child = zt_read_sibling(child, "set")) {
        zt_field value = zt_read_field(r, child, "value");
        zt_set set = {.name = zt_read_name(r, child, "name"),
                      .value = zt_str_copy(r->arena, value.text),
                      .at = zt_node_attr_at(child, "name"),
                      .value_at = value.at};
        if (set.name != NULL)
            ZT_PUSH(r->arena, &sets, set);
    }
    box->sets = sets.items;
    box->set_count = sets.count;
}

/* A condition that asks nothing is a mistake. */
static void read_when(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    box->has = zt_read_name(r, node, "has");
    box->lacks = zt_read_name(r, node, "lacks");
    if (box->has == NULL && box->lacks == NULL && zt_node_find(node, "width") == NULL)
        zt_report(r->diags, ZT_ERROR, "missing-attribute", node->at,
                  "<when> 须有 has、lacks 或 width", "<when> needs has, lacks or width");
}

/* The attributes of that kind of box alone. */
static void read_own(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    switch (box->kind) {
    case ZT_BOX_COLUMN:
        box->lines = zt_read_yes(r, node, "lines");
        if (box->lines && r->grid.line <= 0)
            zt_report(r->diags, ZT_ERROR, "no-page-lines", zt_node_attr_at(node, "lines"),
                      "<page> 没有行高；请写 <page line=\"4.8mm\" …>",
                      "<page> has no lines; write <page line=\"4.8mm\" …>");
        break;
    case ZT_BOX_ROW:
        read_row(r, node, box);
        break;
    case ZT_BOX_GRID:
        read_grid_columns(r, node, box);
        box->baseline = zt_read_length(r, node, "baseline");
        break;
    case ZT_BOX_BOX:
        read_paint(r, node, box);
        break;
    case ZT_BOX_PLACE:
        if (zt_node_is(node, "words"))
            zt_read_words(r, node, box);
        else if (zt_node_is(node, "picture"))
            zt_read_house_picture(r, node, box);
        else
            read_place(r, node, box);
        break;
    case ZT_BOX_RULE:
        box->rule = zt_read_length(r, node, "weight");
        box->rule_ink = zt_read_ink(r, node, "ink");
        break;
    case ZT_BOX_OMIT:
        box->select = zt_read_name(r, node, "select");
        if (box->select == NULL)
            box->select = "";
        box->select_at = zt_node_attr_at(node, "select");
        box->why = zt_read_name(r, node, "why");
        break;
    case ZT_BOX_WHEN:
        read_when(r, node, box);
        break;
    }
}

/* A column may be measured in characters (R100), em of the style body as in width="13em", for
   then it holds so many of them to a line. In points; 0 when absent. */
static double read_width(zt_reader *r, const zt_node *node)
{
    zt_field field = zt_read_field(r, node, "width");
    const zt_style *body = zt_theme_style(r->theme, ZT_STR("body"));
    zt_length length;
    bool in_em = field.text.data != NULL && zt_length_parse(field.text, &length) &&
                 length.unit == ZT_EM && length.value > 0;
    return in_em && body != NULL ? length.value * body->size : zt_read_length(r, node, "width");
}

/* What every box that takes room may say; what is absent, or not in the grammar of the element,
   takes the usual value. Reports bad-range for a most height below the least. */
static void read_measures(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    box->gap = zt_read_gap(r, node, "gap");
    box->min = zt_read_length(r, node, "min");
    box->max = zt_read_length(r, node, "max");
    box->width = box->kind == ZT_BOX_WHEN ? 0 : read_width(r, node);
    box->span = zt_read_count(r, node, "span", 1);
    zt_field stretch = zt_read_field(r, node, "stretch");
    box->stretch = stretch.text.data != NULL ? zt_read_number(r, node, "stretch") : 1;
    if (box->max > 0 && box->max < box->min)
        zt_report(r->diags, ZT_ERROR, "bad-range", zt_node_attr_at(node, "max"),
                  "最大高度小于最小高度", "the most height is below the least");
}

/* Reports rule-too-thin, a warning. Thin rules in a tint or in several inks break up into dots
   or lose register, for offset presses hold register to about 0.1 mm; solid ones of one ink may
   be thinner. Both limits are the theme's, in points. */
static void check_weight(zt_reader *r, const zt_node *node, const char *attr, double weight,
                         const zt_ink *ink)
{
    const zt_limits *limits = &r->theme->limits;
    if (ink == NULL || weight <= 0)
        return;
    int plates = 0;
    bool tint = false;
    for (size_t i = 0; i < 4; i++) {
        plates += ink->cmyk[i] > 0 ? 1 : 0;
        tint = tint || (ink->cmyk[i] > 0 && ink->cmyk[i] < 1);
    }
    double least = plates > 1 || tint ? limits->tint_rule : limits->rule;
    if (weight >= least - 1e-6)
        return;
    zt_buf found, wanted;
    zt_buf_init(&found, r->arena);
    zt_buf_init(&wanted, r->arena);
    zt_buf_number(&found, zt_mm_from_pt(weight), 2);
    zt_buf_number(&wanted, zt_mm_from_pt(least), 2);
    zt_report(r->diags, ZT_WARNING, "rule-too-thin", zt_node_attr_at(node, attr),
              "线粗 %s 毫米，油墨“%s”印得出的最细线为 %s 毫米",
              "a rule of %s mm: the thinnest that prints in the ink “%s” is %s mm", found.data,
              ink->name, wanted.data);
}

/* The boxes from a node on. A head is expanded with what follows it, which stands beside a head
   that runs down. */
static zt_box_specs read_children(zt_reader *r, const zt_node *node, zt_gap gap)
{
    zt_box_specs out = {0};
    for (; node != NULL && !zt_node_is(node, "head"); node = zt_read_sibling(node, NULL))
        ZT_PUSH(r->arena, &out, zt_read_box(r, node));
    if (node != NULL) {
        zt_box_specs rest = read_children(r, zt_read_sibling(node, NULL), gap);
        zt_read_head(r, node, gap, &rest, &out);
    }
    return out;
}

/* Children first, since a row's shares are counted by them. */
zt_box_spec *zt_read_box(zt_reader *r, const zt_node *node)
{
    zt_box_spec *box = ZT_NEW(r->arena, zt_box_spec);
    box->kind = kind_of(node);
    box->at = node->at;
    read_measures(r, node, box);
    bool holds_boxes = box->kind != ZT_BOX_PLACE;
    zt_box_specs children = {0};
    if (holds_boxes)
        children = read_children(r, zt_read_child(node, NULL), box->gap);
    box->children = children.items;
    box->child_count = children.count;
    read_own(r, node, box);
    if (holds_boxes)
        check_children(r, node, box);
    check_weight(r, node, box->kind == ZT_BOX_RULE ? "weight" : "rule", box->rule, box->rule_ink);
    check_weight(r, node, "edge", box->edge, box->edge_ink);
    return box;
}
