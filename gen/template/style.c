/* gen/template/style.c — styles with their inheritance, and the parts that name them. A style's
   from= is another style of its own file, or, when that has none of the name or the name is its
   own, the one of the file below: what a template changes, it changes by name and nowhere else.
   Out come styles with all fields resolved, lengths in points. */
#include "template/reader_imp.h"

#include <string.h>

#include "template/style_names.h"

enum { CHAIN_MOST = 16 };
/* A style and all that it inherits from, nearest first. */
typedef struct style_chain {
    const zt_node *nodes[CHAIN_MOST]; /* the style first, then what it inherits from */
    size_t count;
    bool broken; /* ends at an unknown name or in a loop: what is not found is not its fault */
} style_chain;

/* Which of the files the node stands in: index of r->levels. */
static size_t level_of(const zt_reader *r, const zt_node *node)
{
    size_t level = 0;
    while (r->levels.items[level] != node->parent)
        level++;
    return level;
}

/* The style that from= means: of the node's own file, then of those below; of those below alone
   when it bears the node's own name. */
static const zt_node *parent_style(const zt_reader *r, const zt_node *style)
{
    const zt_attr_value *from = zt_node_find(style, "from");
    if (from == NULL)
        return NULL;
    bool own_name = zt_str_equal(zt_node_attr(style, "name", ""), from->value);
    for (size_t end = level_of(r, style) + (own_name ? 0 : 1); end-- > 0;)
        for (const zt_node *node = zt_read_child(r->levels.items[end], "style"); node != NULL;
             node = zt_read_sibling(node, "style"))
            if (zt_str_equal(zt_node_attr(node, "name", ""), from->value))
                return node;
    return NULL;
}

/* Reports unknown-style with the names that this file and those below define. */
static void report_unknown_parent(zt_reader *r, const zt_node *node)
{
    zt_field from = zt_read_field(r, node, "from");
    ZT_VEC(const char *) known = {0};
    for (size_t level = 0; level <= level_of(r, node); level++) {
        const zt_node *root = r->levels.items[level];
        for (const zt_node *other = zt_read_child(root, "style"); other != NULL;
             other = zt_read_sibling(other, "style"))
            if (other != node)
                ZT_PUSH(r->arena, &known, zt_read_name(r, other, "name"));
    }
    zt_report_unknown(r, ZT_NAME_STYLE, &from, known.items, known.count);
}

/* Reports style-loop, once for each style of the loop. */
static void report_loop(zt_reader *r, const zt_node *style)
{
    zt_report(r->diags, ZT_ERROR, "style-loop", zt_node_attr_at(style, "from"),
              "样式“%.*s”经“%.*s”继承了自己",
              "the style “%.*s” inherits from itself by way of “%.*s”",
              ZT_ARG(zt_node_attr(style, "name", "")), ZT_ARG(zt_node_attr(style, "from", "")));
}

/* The end of a chain: a style without from=, or one whose from= leads nowhere. Each style reports
   its own mistake only, where it is written. */
static void end_chain(zt_reader *r, style_chain *c)
{
    const zt_node *last = c->nodes[c->count - 1];
    c->broken = zt_node_find(last, "from") != NULL;
    if (!c->broken || c->count > 1)
        return;
    if (zt_str_equal(zt_node_attr(last, "name", ""), zt_node_attr(last, "from", "")))
        report_loop(r, last);
    else
        report_unknown_parent(r, last);
}

/* Whether the node is in the chain already. */
static bool holds(const style_chain *c, const zt_node *node)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->nodes[i] == node)
            return true;
    return false;
}

/* Follows from= to its end; reports style-loop. */
static style_chain chain_of(zt_reader *r, const zt_node *style)
{
    style_chain c = {.nodes = {style}, .count = 1};
    for (;;) {
        const zt_node *next = parent_style(r, c.nodes[c.count - 1]);
        if (next == NULL) {
            end_chain(r, &c);
            return c;
        }
        if (holds(&c, next) || c.count == CHAIN_MOST)
            break;
        c.nodes[c.count++] = next;
    }
    c.broken = true;
    if (parent_style(r, c.nodes[c.count - 1]) == style)
        report_loop(r, style);
    else if (c.count == CHAIN_MOST)
        zt_report(r->diags, ZT_ERROR, "style-loop", zt_node_attr_at(style, "from"),
                  "样式“%.*s”的继承超过 %d 层",
                  "the style “%.*s” inherits over more than %d levels",
                  ZT_ARG(zt_node_attr(style, "name", "")), (int)CHAIN_MOST);
    return c;
}

/* The place in the chain where the attribute is written; c->count when nowhere. */
static size_t holder_index(const style_chain *c, const char *attr)
{
    size_t i = 0;
    while (i < c->count && zt_node_find(c->nodes[i], attr) == NULL)
        i++;
    return i;
}

/* The node that has the attribute, else the style itself, whose initial then holds. */
static const zt_node *holder(const style_chain *c, const char *attr)
{
    size_t i = holder_index(c, attr);
    return c->nodes[i < c->count ? i : 0];
}

/* ---- sizes ---- */

/* Reports bad-length: em or % without a size to refer to. */
static void report_relative(zt_reader *r, const zt_field *field)
{
    zt_report(r->diags, ZT_ERROR, "bad-length", field->at,
              "“%.*s”不可用：没有可以参照的字号，或不大于 0",
              "“%.*s” will not do: there is no size it could refer to, or it is not above 0",
              ZT_ARG(field->text));
}

/* A length in points; em and % of `em`. False when malformed, which the grammar check reports. */
static bool relative_length(zt_str text, double em, double *out)
{
    zt_length length;
    return zt_length_parse(text, &length) && zt_length_points(length, em, out);
}

/* The size in points, worked out from the end of the chain up, since em and % refer to the style
   inherited from. What is not above 0 is reported (bad-length) by the style that has it and by
   no heir. */
static double resolve_size(zt_reader *r, const style_chain *c)
{
    double size = 0;
    for (size_t i = c->count; i-- > 0;) {
        if (zt_node_find(c->nodes[i], "size") == NULL)
            continue;
        zt_field field = zt_read_field(r, c->nodes[i], "size");
        double found;
        if (!relative_length(field.text, size, &found))
            continue;
        if (found > 0)
            size = found;
        else if (i == 0)
            report_relative(r, &field);
    }
    return size;
}

/* min= or max= in points. A bound that was inherited bends to a size given later; one that
   stands beside the size must hold with it, else it is bad-range. Without one the size itself. */
static double resolve_bound(zt_reader *r, const style_chain *c, const char *attr, double size)
{
    size_t i = holder_index(c, attr);
    double bound;
    if (i == c->count)
        return size;
    zt_field field = zt_read_field(r, c->nodes[i], attr);
    if (!relative_length(field.text, size, &bound))
        return size;
    bool is_min = strcmp(attr, "min") == 0;
    if (is_min ? bound <= size : bound >= size)
        return bound;
    if (i == 0)
        zt_report(r->diags, ZT_ERROR, "bad-range", field.at,
                  is_min ? "最小字号“%.*s”大于字号" : "最大字号“%.*s”小于字号",
                  is_min ? "the least size “%.*s” is above the size"
                         : "the largest size “%.*s” is below the size",
                  ZT_ARG(field.text));
    return size;
}

/* Multiples of the size; `natural` where nothing is written. Reports bad-leading at the style that
   has it. */
static double resolve_leading(zt_reader *r, const style_chain *c, const char *attr, double size,
                              double natural)
{
    const zt_node *node = holder(c, attr);
    zt_field field = zt_read_field(r, node, attr);
    double leading = 0, points = 0;
    if (field.text.data == NULL)
        return natural;
    if (!zt_number_parse(field.text, &leading) && relative_length(field.text, size, &points))
        leading = size > 0 ? points / size : 1;
    if (leading > 0)
        return leading;
    if (node == c->nodes[0])
        zt_report(r->diags, ZT_ERROR, "bad-leading", field.at,
                  "“%.*s”不是行距：应为字号的倍数或长度，如 1.5、13.6pt",
                  "“%.*s” is no leading: a multiple of the size or a length, as in 1.5, 13.6pt",
                  ZT_ARG(field.text));
    return natural > 0 ? natural : 1;
}

/* ---- one style ---- */

/* In em of the style's own size, from a length in em or points; 0 when there is none, or no size
   to refer to. */
static double resolve_em(zt_reader *r, const style_chain *c, const char *attr, double size)
{
    double points = 0;
    zt_field field = zt_read_field(r, holder(c, attr), attr);
    if (size <= 0 || !relative_length(field.text, size, &points))
        return 0;
    return points / size;
}

/* The same with a sign, which the grammar's lengths have not. */
static double resolve_tracking(zt_reader *r, const style_chain *c, double size)
{
    const zt_node *node = holder(c, "tracking");
    zt_field field = zt_read_field(r, node, "tracking");
    bool minus = zt_str_starts(field.text, "-");
    double points = 0;
    if (field.text.data == NULL || size <= 0)
        return 0;
    if (relative_length(zt_str_slice(field.text, minus ? 1 : 0, field.text.len), size, &points))
        return (minus ? -points : points) / size;
    if (node == c->nodes[0])
        zt_report(r->diags, ZT_ERROR, "bad-length", field.at,
                  "“%.*s”不是字距：应为长度，可为负，如 -0.02em",
                  "“%.*s” is no tracking: a length, perhaps negative, as in -0.02em",
                  ZT_ARG(field.text));
    return 0;
}

/* The tint as a share of the full ink, above 0 up to 1; 1 when none is given. Reports bad-value
   at the style that has it. */
static double resolve_tint(zt_reader *r, const style_chain *c)
{
    const zt_node *node = holder(c, "tint");
    zt_field field = zt_read_field(r, node, "tint");
    zt_length length;
    if (!zt_length_parse(field.text, &length))
        return 1;
    if (length.unit == ZT_PERCENT && length.value > 0 && length.value <= 100)
        return length.value / 100;
    if (node == c->nodes[0])
        zt_report(r->diags, ZT_ERROR, "bad-value", field.at,
                  "“%.*s”不是网点：应为大于 0%% 至 100%% 的百分数，如 30%%",
                  "“%.*s” is no tint: above 0%% to 100%%, as in 30%%", ZT_ARG(field.text));
    return 1;
}

/* justify= is the older way to say align="justify": what is written nearer wins, and both together
   must agree. */
static zt_align resolve_align(zt_reader *r, const style_chain *c)
{
    static const zt_align aligns[] = {ZT_ALIGN_START, ZT_ALIGN_CENTRE, ZT_ALIGN_END,
                                      ZT_ALIGN_JUSTIFY, ZT_ALIGN_SPREAD};
    size_t justify = holder_index(c, "justify"), align = holder_index(c, "align");
    zt_align named = aligns[zt_read_enum(r, holder(c, "align"), "align")];
    if (justify > align || justify == c->count)
        return named;
    bool yes = zt_read_yes(r, c->nodes[justify], "justify");
    if (justify == 0 && align == 0 && yes != (named == ZT_ALIGN_JUSTIFY))
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes",
                  zt_node_attr_at(c->nodes[0], "justify"), "justify 与 align 相矛盾",
                  "justify and align contradict each other");
    if (yes)
        return ZT_ALIGN_JUSTIFY;
    /* justify="no" takes back what was inherited. */
    return named == ZT_ALIGN_JUSTIFY ? ZT_ALIGN_START : named;
}

/* Reports type-too-small, a warning, for a style whose least size is below the theme's floor.
   Said where the size or its least is written: one inherited is said at the style that has it. */
static void check_smallest(zt_reader *r, const zt_node *node, const zt_style *style)
{
    double floor_size = r->theme->limits.type;
    const char *attr = zt_node_find(node, "min") != NULL ? "min" : "size";
    if (style->size_min >= floor_size - 1e-9 || zt_node_find(node, attr) == NULL)
        return;
    zt_buf found, least;
    zt_buf_init(&found, r->arena);
    zt_buf_init(&least, r->arena);
    zt_buf_number(&found, style->size_min, 2);
    zt_buf_number(&least, floor_size, 2);
    zt_report(r->diags, ZT_WARNING, "type-too-small", zt_node_attr_at(node, attr),
              "样式“%s”可小至 %s 磅，低于主题的最小字号 %s 磅",
              "the style “%s” goes down to %s pt, below the theme's floor of %s pt", style->name,
              found.data, least.data);
}

/* Reports leading-too-tight, a warning: running text, which is what is justified, needs a
   quarter em between its lines (R102). Headlines and labels may be tighter. */
static void check_tightest(zt_reader *r, const zt_node *node, const zt_style *style)
{
    const double least = 1.25;
    static const char *const attrs[] = {"leading-min", "leading", "size", "justify", "align"};
    const char *said = NULL;
    for (size_t i = 0; said == NULL && i < sizeof attrs / sizeof *attrs; i++)
        said = zt_node_find(node, attrs[i]) != NULL ? attrs[i] : NULL;
    if (style->align != ZT_ALIGN_JUSTIFY || style->leading_min >= least - 1e-9 || said == NULL ||
        zt_read_field(r, node, said).text.data == NULL) /* refused already */
        return;
    zt_buf found;
    zt_buf_init(&found, r->arena);
    zt_buf_number(&found, style->leading_min, 3);
    zt_report(r->diags, ZT_WARNING, "leading-too-tight", zt_node_attr_at(node, said),
              "样式“%s”的行距可小至字号的 %s 倍；正文应不小于 1.25 倍",
              "the leading of the style “%s” goes down to %s times its size; running text needs "
              "1.25 at least",
              style->name, found.data);
}

void zt_raise_type(const zt_reader *r, zt_style *style)
{
    if (r->theme->look.screen.type <= 0)
        return;
    double least = r->theme->limits.type;
    style->size = zt_max(style->size, least);
    style->size_min = zt_max(style->size_min, least);
    style->size_max = zt_max(style->size_max, style->size);
}

/* Sizes and leading against their floors (R102, R104), and what each style must have, font and
   size, by itself or from what it inherits from: else incomplete-style. */
static void check_style(zt_reader *r, const style_chain *c, const zt_style *style)
{
    bool wants_font = holder_index(c, "font") == c->count;
    bool wants_size = holder_index(c, "size") == c->count;
    if (style->size > 0)
        check_smallest(r, c->nodes[0], style);
    if (style->size > 0)
        check_tightest(r, c->nodes[0], style);
    if (!c->broken && (wants_font || wants_size))
        zt_report(r->diags, ZT_ERROR, "incomplete-style", c->nodes[0]->at,
                  "样式“%s”没有 %s，所继承的样式也没有",
                  "the style “%s” has no %s, nor has what it inherits from", style->name,
                  wants_font && wants_size ? "font, size"
                  : wants_font             ? "font"
                                           : "size");
}

/* Everything inherited, in points and multiples of the size. A mistake is reported at the style
   in which it is written, not at each that inherits it. */
static zt_style resolve_style(zt_reader *r, const zt_node *node)
{
    style_chain c = chain_of(r, node);
    double size = resolve_size(r, &c);
    double leading = resolve_leading(r, &c, "leading", size, 0);
    zt_style style = {.name = zt_read_name(r, node, "name"),
                      .font = zt_read_font(r, holder(&c, "font"), "font"),
                      .size = size,
                      .size_min = resolve_bound(r, &c, "min", size),
                      .size_max = resolve_bound(r, &c, "max", size),
                      .leading = leading,
                      .ink = zt_read_ink(r, holder(&c, "ink"), "ink"),
                      .tint = resolve_tint(r, &c),
                      .align = resolve_align(r, &c),
                      .indent = resolve_em(r, &c, "indent", size),
                      .tracking = resolve_tracking(r, &c, size),
                      .at_sense = zt_read_yes(r, holder(&c, "at-sense"), "at-sense"),
                      .grow = zt_read_yes(r, holder(&c, "grow"), "grow"),
                      .at = node->at};
    if (style.name == NULL)
        style.name = "";
    /* Bounds of leading bend to a leading given later, as those of the size do. */
    double least = resolve_leading(r, &c, "leading-min", size, leading);
    double most = resolve_leading(r, &c, "leading-max", size, leading);
    style.leading_min = least < leading ? least : leading;
    style.leading_max = most > leading ? most : leading;
    if (size > 0)
        zt_raise_type(r, &style);
    check_style(r, &c, &style);
    return style;
}

/* Reports missing-style: block kinds fall back on these names, so every theme has them. */
static void check_names(zt_reader *r)
{
#define STYLE_NAME(name, doc) name,
    static const char *const wanted[] = {ZT_STYLE_NAMES(STYLE_NAME)};
#undef STYLE_NAME
    zt_buf missing;
    zt_buf_init(&missing, r->arena);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        if (zt_theme_style(r->theme, zt_str_from(wanted[i])) == NULL)
            zt_buf_printf(&missing, "%s%s", missing.len > 0 ? " " : "", wanted[i]);
    if (missing.len == 0)
        return;
    size_t level = r->levels.count;
    while (level > 1 && !zt_node_is(r->levels.items[level - 1], "theme"))
        level--;
    const zt_node *root = r->levels.items[level - 1];
    zt_report(r->diags, ZT_ERROR, "missing-style", root->at, "主题缺少样式：%s",
              "the theme lacks these styles: %s", missing.data);
}

/* The newest level first, so that a lookup by name finds the one in force. */
void zt_read_styles(zt_reader *r)
{
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    size_t count = zt_read_merged(r, "style", "name", NULL, &nodes);
    theme->styles = ZT_ARRAY(r->arena, count, zt_style);
    /* The newest first. What is replaced is resolved too, for its mistakes. */
    for (size_t level = r->levels.count; level-- > 0;) {
        const zt_node *root = r->levels.items[level];
        for (const zt_node *node = zt_read_child(root, "style"); node != NULL;
             node = zt_read_sibling(node, "style")) {
            zt_style style = resolve_style(r, node);
            bool in_force = false;
            for (size_t i = 0; i < count; i++)
                in_force = in_force || nodes[i] == node;
            if (in_force)
                theme->styles[theme->style_count++] = style;
        }
    }
    check_names(r);
}

/* ---- parts ---- */

/* A part that changes neither style nor ink says nothing, and is missing-attribute. Parts
   without a name were refused by the grammar check and are left out. *out is replaced, not added
   to. */
size_t zt_read_part_nodes(zt_reader *r, const zt_node *node, zt_part **out)
{
    ZT_VEC(zt_part) parts = {0};
    for (const zt_node *child = zt_read_child(node, "part"); child != NULL;
         child = zt_read_sibling(child, "part")) {
        zt_part part = {.of = zt_read_name(r, child, "of"),
                        .name = zt_read_name(r, child, "name"),
                        .style = zt_read_style(r, child, "style"),
                        .ink = zt_read_ink(r, child, "ink"),
                        .at = child->at};
        if (zt_node_find(child, "style") == NULL && zt_node_find(child, "ink") == NULL)
            zt_report(r->diags, ZT_ERROR, "missing-attribute", child->at,
                      "<part> 须有 style 或 ink", "<part> needs style or ink");
        if (part.name != NULL)
            ZT_PUSH(r->arena, &parts, part);
    }
    *out = parts.items;
    return parts.count;
}

/* Of all levels, the newest first: the first that matches a part wins. */
void zt_read_parts(zt_reader *r)
{
    ZT_VEC(zt_part) all = {0};
    for (size_t level = r->levels.count; level-- > 0;) {
        zt_part *parts;
        size_t count = zt_read_part_nodes(r, r->levels.items[level], &parts);
        for (size_t i = 0; i < count; i++)
            ZT_PUSH(r->arena, &all, parts[i]);
    }
    r->theme->parts = all.items;
    r->theme->part_count = all.count;
}
