/* gen/template/template_names.c — definitions by name over all levels, and what to say about
   names that nothing defines. A theme may inherit from another and a template changes its theme:
   of definitions with one name the last in that order is in force. Readers ask here which nodes
   count, and what an attribute names. */
#include "template/reader_imp.h"

#include "base/near.h"

/* Two formats each: with the nearest name, and with the list of all. */
typedef struct complaint {
    const char *code, *zh_near, *en_near, *zh_list, *en_list;
} complaint;

static const complaint complaints[] = {
    [ZT_NAME_HEAD] = {"unknown-head", "主题里没有题头“%.*s”；最接近的是“%s”",
                      "the theme has no head “%.*s”; the nearest is “%s”",
                      "主题里没有题头“%.*s”；已有：%s",
                      "the theme has no head “%.*s”; there are: %s"},
    [ZT_NAME_INK] = {"unknown-ink", "主题里没有油墨“%.*s”；最接近的是“%s”",
                     "the theme has no ink “%.*s”; the nearest is “%s”",
                     "主题里没有油墨“%.*s”；已有：%s",
                     "the theme has no ink “%.*s”; there are: %s"},
    [ZT_NAME_STYLE] = {"unknown-style", "没有样式“%.*s”；最接近的是“%s”",
                       "there is no style “%.*s”; the nearest is “%s”", "没有样式“%.*s”；已有：%s",
                       "there is no style “%.*s”; there are: %s"},
    [ZT_NAME_FONT_ROLE] = {"unknown-font-role", "主题里没有字体用途“%.*s”；最接近的是“%s”",
                           "the theme has no font role “%.*s”; the nearest is “%s”",
                           "主题里没有字体用途“%.*s”；已有：%s",
                           "the theme has no font role “%.*s”; there are: %s"},
    [ZT_NAME_PAPER] = {"unknown-paper", "主题里没有版面“%.*s”；最接近的是“%s”",
                       "the theme has no paper “%.*s”; the nearest is “%s”",
                       "主题里没有版面“%.*s”；已有：%s",
                       "the theme has no paper “%.*s”; there are: %s"},
    [ZT_NAME_PRINTING] = {"unknown-printing", "主题里没有印刷条件“%.*s”；最接近的是“%s”",
                          "the theme has no printing condition “%.*s”; the nearest is “%s”",
                          "主题里没有印刷条件“%.*s”；已有：%s",
                          "the theme has no printing condition “%.*s”; there are: %s"},
};

/* The nearest name alone if one is near, as it is nearly always what was meant; else all that
   there are. */
void zt_report_unknown(zt_reader *r, zt_name_kind kind, const zt_field *name,
                       const char *const *known, size_t count)
{
    const complaint *c = &complaints[kind];
    const char *nearest = zt_nearest(name->text, known, count);
    if (nearest != NULL) {
        zt_report(r->diags, ZT_ERROR, c->code, name->at, c->zh_near, c->en_near, ZT_ARG(name->text),
                  nearest);
        return;
    }
    zt_buf list;
    zt_buf_init(&list, r->arena);
    for (size_t i = 0; i < count; i++)
        if (known[i] != NULL) /* one whose own name was refused */
            zt_buf_printf(&list, "%s%s", list.len > 0 ? " " : "", known[i]);
    zt_report(r->diags, ZT_ERROR, c->code, name->at, c->zh_list, c->en_list, ZT_ARG(name->text),
              list.len > 0 ? list.data : "-");
}

/* ---- lookups in a theme ---- */

/* The ink "paper" is that of unprinted paper: every theme has it without defining it. */
const zt_ink *zt_theme_ink(const zt_theme *theme, zt_str name)
{
    for (size_t i = 0; i < theme->ink_count; i++)
        if (zt_str_is(name, theme->inks[i].name))
            return &theme->inks[i];
    return zt_str_is(name, zt_ink_paper.name) ? &zt_ink_paper : NULL;
}

const zt_style *zt_theme_style(const zt_theme *theme, zt_str name)
{
    for (size_t i = 0; i < theme->style_count; i++)
        if (zt_str_is(name, theme->styles[i].name))
            return &theme->styles[i];
    return NULL;
}

const zt_font_role *zt_theme_font(const zt_theme *theme, zt_str role)
{
    for (size_t i = 0; i < theme->font_count; i++)
        if (zt_str_is(role, theme->fonts[i].role))
            return &theme->fonts[i];
    return NULL;
}

/* NULL if unknown. */
static const zt_paper *paper_named(const zt_theme *theme, zt_str name)
{
    for (size_t i = 0; i < theme->paper_count; i++)
        if (zt_str_is(name, theme->papers[i].name))
            return &theme->papers[i];
    return NULL;
}

/* ---- attributes that name something ---- */

#define COLLECT_NAMES(r_, count_, name_of_i)                                                       \
    size_t known_count = (count_);                                                                 \
    const char **known = ZT_ARRAY((r_)->arena, known_count, const char *);                         \
    for (size_t i = 0; i < known_count; i++)                                                       \
    known[i] = (name_of_i)

/* NULL means that the attribute says nothing usable, so that what the reader has stays in force. */
const zt_ink *zt_read_ink(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    if (field.text.data == NULL)
        return NULL;
    const zt_ink *ink = zt_theme_ink(r->theme, field.text);
    if (ink != NULL)
        return ink;
    COLLECT_NAMES(r, r->theme->ink_count, r->theme->inks[i].name);
    zt_report_unknown(r, ZT_NAME_INK, &field, known, known_count);
    return NULL;
}

const zt_style *zt_read_style(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    if (field.text.data == NULL)
        return NULL;
    const zt_style *style = zt_theme_style(r->theme, field.text);
    if (style != NULL)
        return style;
    COLLECT_NAMES(r, r->theme->style_count, r->theme->styles[i].name);
    zt_report_unknown(r, ZT_NAME_STYLE, &field, known, known_count);
    return NULL;
}

/* `name` may be one word of a longer value; the report stands at that word. */
const zt_font_role *zt_font_named(zt_reader *r, const zt_field *name)
{
    const zt_font_role *font = zt_theme_font(r->theme, name->text);
    if (font != NULL)
        return font;
    COLLECT_NAMES(r, r->theme->font_count, r->theme->fonts[i].role);
    zt_report_unknown(r, ZT_NAME_FONT_ROLE, name, known, known_count);
    return NULL;
}

const zt_font_role *zt_read_font(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    return field.text.data == NULL ? NULL : zt_font_named(r, &field);
}

const zt_paper *zt_read_paper(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    if (field.text.data == NULL)
        return NULL;
    const zt_paper *paper = paper_named(r->theme, field.text);
    if (paper != NULL)
        return paper;
    COLLECT_NAMES(r, r->theme->paper_count, r->theme->papers[i].name);
    zt_report_unknown(r, ZT_NAME_PAPER, &field, known, known_count);
    return NULL;
}

/* ---- children over all levels ---- */

/* Skips what the grammar check refused: nobody reads it. */
static const zt_node *known_from(const zt_node *node, const char *name)
{
    while (node != NULL && !node->known)
        node = zt_node_sibling(node, name);
    return node;
}

const zt_node *zt_read_child(const zt_node *node, const char *name)
{
    return known_from(zt_node_child(node, name), name);
}

const zt_node *zt_read_sibling(const zt_node *node, const char *name)
{
    return known_from(zt_node_sibling(node, name), name);
}

/* From the template upwards through its themes: the first level that has the element decides. */
const zt_node *zt_read_last(const zt_reader *r, const char *name)
{
    for (size_t level = r->levels.count; level-- > 0;) {
        const zt_node *node = zt_read_child(r->levels.items[level], name);
        if (node != NULL)
            return node;
    }
    return NULL;
}

/* A level that has the element without the attribute leaves the attribute to the level below it. */
const zt_node *zt_read_holder(const zt_reader *r, const char *name, const char *attr)
{
    for (size_t level = r->levels.count; level-- > 0;) {
        const zt_node *node = zt_read_child(r->levels.items[level], name);
        if (node != NULL && zt_node_find(node, attr) != NULL)
            return node;
    }
    return zt_read_last(r, name);
}

/* A definition of a later level takes the place of the earlier one in the list, so that the
   order is that of the first level that names it. Nodes without a key are not held against each
   other in reports, since the grammar check has complained about them. */
size_t zt_read_merged(zt_reader *r, const char *name, const char *key, const char *without,
                      const zt_node ***out)
{
    ZT_VEC(const zt_node *) found = {0};
    for (size_t level = 0; level < r->levels.count; level++) {
        const zt_node *root = r->levels.items[level];
        for (const zt_node *node = zt_read_child(root, name); node != NULL;
             node = zt_read_sibling(node, name)) {
            if (without && zt_node_find(node, without))
                continue;
            zt_str value = zt_node_attr(node, key, "");
            size_t i = 0;
            while (i < found.count && !zt_str_equal(zt_node_attr(found.items[i], key, ""), value))
                i++;
            if (i == found.count)
                ZT_PUSH(r->arena, &found, node);
            else if (found.items[i]->parent == root && value.len > 0)
                zt_report(r->diags, ZT_ERROR, "repeated-name", zt_node_attr_at(node, key),
                          "“%.*s”已在第 %d 行定义", "“%.*s” is already defined in line %d",
                          ZT_ARG(value), found.items[i]->at.line);
            else
                found.items[i] = node;
        }
    }
    *out = found.items;
    return found.count;
}
