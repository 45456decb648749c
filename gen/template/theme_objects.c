/* gen/template/theme_objects.c — how a theme sets key figures and rules groups: <figure> and
   <group-rule>, attribute by attribute over all levels, with the values of the house where no level
   says anything. */
#include "template/reader_imp.h"

/* The number that the newest level gives; `usual` when none does. */
static double number_of(zt_reader *r, const char *element, const char *attr, double usual)
{
    const zt_node *node = zt_read_holder(r, element, attr);
    return node != NULL && zt_node_find(node, attr) != NULL ? zt_read_number(r, node, attr) : usual;
}

/* The same of a length, in points. */
static double length_of(zt_reader *r, const char *element, const char *attr, double usual)
{
    const zt_node *node = zt_read_holder(r, element, attr);
    return node != NULL && zt_node_find(node, attr) != NULL ? zt_read_length(r, node, attr) : usual;
}

void zt_read_figure_measures(zt_reader *r)
{
    zt_figure_measures *out = &r->theme->figure;
    *out = (zt_figure_measures)ZT_FIGURE_MEASURES;
    if (zt_read_last(r, "figure") == NULL)
        return;
    const struct {
        const char *attr;
        double *out;
    } numbers[] = {{"unit-gap", &out->unit_gap},
                   {"percent-gap", &out->percent_gap},
                   {"prefix-gap", &out->prefix_gap},
                   {"unit-ratio", &out->unit},
                   {"percent-ratio", &out->percent},
                   {"han-ratio", &out->han},
                   {"dash", &out->dash}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        *numbers[i].out = number_of(r, "figure", numbers[i].attr, *numbers[i].out);
    out->least = length_of(r, "figure", "least", out->least);
    out->plain = length_of(r, "figure", "plain", out->plain);
}

/* The ink that the newest level names, else the one of that name in the theme; NULL after a
   report or when the theme has none. */
static const zt_ink *ink_of(zt_reader *r, const char *attr, const char *usual)
{
    const zt_node *node = zt_read_holder(r, "group-rule", attr);
    if (node != NULL && zt_node_find(node, attr) != NULL)
        return zt_read_ink(r, node, attr);
    return zt_theme_ink(r->theme, zt_str_from(usual));
}

void zt_read_group_rule(zt_reader *r)
{
    static const zt_group_rule_form forms[] = {ZT_GROUP_RULE_FULL, ZT_GROUP_RULE_TAB,
                                               ZT_GROUP_RULE_NONE};
    zt_group_rule *out = &r->theme->group_rule;
    const zt_node *form = zt_read_holder(r, "group-rule", "form");
    out->form = form != NULL ? forms[zt_read_enum(r, form, "form")] : ZT_GROUP_RULE_FULL;
    bool thin = out->form == ZT_GROUP_RULE_TAB;
    out->weight = length_of(r, "group-rule", "weight", zt_pt_from_mm(thin ? 0.18 : 0.5));
    out->tab_w = length_of(r, "group-rule", "tab-width", zt_pt_from_mm(9));
    out->tab_h = length_of(r, "group-rule", "tab-height", zt_pt_from_mm(1.2));
    out->ink = ink_of(r, "ink", "key");
    out->tab_ink = ink_of(r, "tab-ink", "accent");
}
