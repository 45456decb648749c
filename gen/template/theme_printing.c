/* gen/template/theme_printing.c — what a theme says of the press: <printing-condition>, which files
   for the press name, and which of them a page is printed under. */
#include "template/reader_imp.h"

#include "base/file.h"

/* A profile lies beside the theme that names it, or wherever an absolute path says. */
static const char *icc_path(zt_reader *r, const zt_node *node)
{
    const char *name = zt_read_name(r, node, "icc");
    if (name == NULL || node->at.file == NULL)
        return name;
    return zt_path_join(r->arena, zt_path_dir(r->arena, node->at.file), name);
}

void zt_read_printings(zt_reader *r)
{
    static const char *const profiles[] = {"pdfx4", "pdfx1a"};
    static const zt_rendering renderings[] = {ZT_RENDERING_RELATIVE, ZT_RENDERING_PERCEPTUAL};
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    theme->printing_count = zt_read_merged(r, "printing-condition", "name", NULL, &nodes);
    theme->printings = ZT_ARRAY(r->arena, theme->printing_count, zt_printing);
    for (size_t i = 0; i < theme->printing_count; i++)
        theme->printings[i] =
            (zt_printing){.name = zt_read_name(r, nodes[i], "name"),
                          .identifier = zt_read_name(r, nodes[i], "identifier"),
                          .registry = zt_read_name(r, nodes[i], "registry"),
                          .info = zt_read_name(r, nodes[i], "info"),
                          .icc = icc_path(r, nodes[i]),
                          .icc_at = zt_node_attr_at(nodes[i], "icc"),
                          .at = nodes[i]->at,
                          .profile = profiles[zt_read_enum(r, nodes[i], "profile")],
                          .rendering = renderings[zt_read_enum(r, nodes[i], "rendering")],
                          .black_point = zt_read_yes(r, nodes[i], "black-point")};
}

/* Reports unknown-printing. */
const zt_printing *zt_read_printing(zt_reader *r, const zt_node *node)
{
    zt_field field = zt_read_field(r, node, "printing");
    const zt_theme *theme = r->theme;
    if (field.text.data == NULL)
        return NULL;
    const char **known = ZT_ARRAY(r->arena, theme->printing_count, const char *);
    for (size_t i = 0; i < theme->printing_count; i++) {
        known[i] = theme->printings[i].name;
        if (known[i] != NULL && zt_str_is(field.text, known[i]))
            return &theme->printings[i];
    }
    zt_report_unknown(r, ZT_NAME_PRINTING, &field, known, theme->printing_count);
    return NULL;
}

/* What the page says, else its paper, else the first of the theme. */
const zt_printing *zt_printing_of_page(zt_reader *r, const zt_node *page)
{
    const zt_printing *own = zt_read_printing(r, page);
    const zt_paper *paper =
        own == NULL && zt_node_find(page, "paper") != NULL ? zt_read_paper(r, page, "paper") : NULL;
    if (own == NULL && paper != NULL)
        own = paper->printing;
    return own == NULL && r->theme->printing_count > 0 ? r->theme->printings : own;
}
