/* gen/template/report_style.c — the part of a template that is for reports, read into its structs.
   Masters may change one another; a style that reports need and the theme lacks is unknown-style.
 */
#include "template/report_style.h"

#include <stddef.h>
#include <string.h>

#include "template/reader_imp.h"

/* A row for a style that reports are set in. */
typedef struct needed_style {
    const char *name;
    size_t field;
} needed_style;
#define NEEDED(name, field)                                                                        \
    {                                                                                              \
        name, offsetof(zt_report_styles, field)                                                    \
    }
static const needed_style needed_styles[] = {NEEDED("report-body", body),
                                             NEEDED("running", running),
                                             NEEDED("folio", folio),
                                             NEEDED("figure-number", number),
                                             NEEDED("figure-caption", caption),
                                             NEEDED("figure-source", source),
                                             NEEDED("table-caption", table_caption),
                                             NEEDED("continued", continued),
                                             NEEDED("footnote", note),
                                             NEEDED("toc-head", toc_head),
                                             NEEDED("toc-chapter", toc_chapter),
                                             NEEDED("toc-section", toc_section),
                                             NEEDED("list-entry", entry),
                                             NEEDED("index-letter", letter),
                                             NEEDED("part-head", part)};

/* Text of an attribute as a view that lives as long as the template. */
static zt_str text_of(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    return field.text.data ? zt_str_copy(r->arena, field.text) : (zt_str){0};
}

/* Whether a word of an ENUMS attribute is there. */
static bool has_word(zt_reader *r, const zt_node *node, const char *attr, const char *word)
{
    return zt_str_in_words(zt_str_from(word), text_of(r, node, attr).data);
}

/* ---- places ---- */

/* A column of the places as written, and one that takes all the rest. */
static zt_box_spec *read_places(zt_reader *r, const zt_node *root)
{
    ZT_VEC(zt_box_spec *) places = {0};
    for (const zt_node *n = zt_read_child(root, "place"); n; n = zt_read_sibling(n, "place"))
        ZT_PUSH(r->arena, &places, zt_read_box(r, n));
    zt_box_spec *rest = ZT_NEW(r->arena, zt_box_spec);
    *rest = (zt_box_spec){.kind = ZT_BOX_PLACE,
                          .at = root->at,
                          .select = "*",
                          .select_at = root->at,
                          .stretch = 1,
                          .span = 1};
    ZT_PUSH(r->arena, &places, rest);
    zt_box_spec *column = ZT_NEW(r->arena, zt_box_spec);
    *column = (zt_box_spec){.kind = ZT_BOX_COLUMN,
                            .at = root->at,
                            .stretch = 1,
                            .span = 1,
                            .children = places.items,
                            .child_count = places.count};
    return column;
}

/* ---- masters ---- */

static zt_running_line read_line(zt_reader *r, const zt_node *node)
{
    static const char *const sides[] = {"outer", "inner", "left", "centre", "right"};
    zt_running_line line = {.foot = has_word(r, node, "at", "foot"),
                            .baseline = zt_read_length(r, node, "baseline"),
                            .inset = zt_read_length(r, node, "inset"),
                            .on_left = has_word(r, node, "on", "left"),
                            .on_right = has_word(r, node, "on", "right"),
                            .text = zt_str_trim(zt_node_text(r->arena, node)),
                            .style = zt_read_style(r, node, "style"),
                            .at = node->at};
    for (int i = 0; i < 5; i++)
        if (has_word(r, node, "at", sides[i]))
            line.side = (zt_page_side)i;
    return line;
}

static void read_lines(zt_reader *r, const zt_node *node, zt_master *out)
{
    ZT_VEC(zt_running_line) lines = {0};
    for (const zt_node *n = zt_read_child(node, "running"); n; n = zt_read_sibling(n, "running"))
        ZT_PUSH(r->arena, &lines, read_line(r, n));
    if (lines.count == 0)
        return;
    out->lines = lines.items;
    out->line_count = lines.count;
}

/* What a master of that name says; an empty one before it is read. */
static zt_master inherited(zt_reader *r, const zt_node *node, const zt_report_style *style)
{
    zt_master none = {.columns = 1};
    const char *from = zt_read_name(r, node, "from");
    for (size_t i = 0; from && i < style->master_count; i++)
        if (strcmp(style->masters[i].name, from) == 0)
            return style->masters[i];
    if (from)
        zt_report(r->diags, ZT_ERROR, "unknown-master", zt_node_attr_at(node, "from"),
                  "前面没有母版“%s”", "there is no master “%s” before this one", from);
    return none;
}

static zt_master read_master(zt_reader *r, const zt_node *node, const zt_report_style *style)
{
    zt_master out = inherited(r, node, style);
    const zt_node *column = zt_read_child(node, "column"), *stream = zt_read_child(node, "stream");
    out.name = zt_read_name(r, node, "name");
    out.of = zt_read_name(r, node, "of");
    out.first = zt_read_yes(r, node, "first");
    out.column = column ? zt_read_box(r, column) : NULL;
    if (zt_read_child(node, "place"))
        out.places = read_places(r, node);
    if (zt_node_find(node, "rule")) {
        out.rule = zt_read_length(r, node, "rule");
        out.rule_at = zt_read_length(r, node, "rule-at");
    }
    read_lines(r, node, &out);
    if (stream) {
        out.columns = zt_read_count(r, stream, "columns", 1);
        out.gutter = zt_read_length(r, stream, "gutter");
    }
    return out;
}

/* A master may name only those above it. */
static void read_masters(zt_reader *r, const zt_node *root, zt_report_style *style)
{
    ZT_VEC(zt_master) masters = {0};
    for (const zt_node *n = zt_read_child(root, "master"); n; n = zt_read_sibling(n, "master")) {
        zt_master master = read_master(r, n, style);
        ZT_PUSH(r->arena, &masters, master);
        style->masters = masters.items;
        style->master_count = masters.count;
    }
}

/* The last that names the part, else the last that names none and is for all pages. */
const zt_master *zt_report_master(const zt_report_style *style, const char *part, bool first)
{
    const zt_master *named = NULL, *usual = NULL;
    for (size_t i = 0; i < style->master_count; i++) {
        const zt_master *m = &style->masters[i];
        bool is_for = m->of && zt_str_in_words(zt_str_from(part), m->of);
        if (is_for && (!m->first || first))
            named = m;
        if (!m->of && !m->first)
            usual = m;
    }
    return named ? named : usual;
}

/* ---- heads, floats, notes, numbers, score ---- */

/* Heads of chapters and sections go over all columns when over= says nothing. */
static bool spans(int over, int level)
{
    enum { ALL = 1, COLUMN = 2, SPANNING_LEVELS = 2 };
    return over == ALL || (over != COLUMN && level <= SPANNING_LEVELS);
}

static void read_heading(zt_reader *r, const zt_node *node, zt_report_style *style)
{
    int level = zt_read_count(r, node, "level", 1);
    if (level < 1 || level > ZT_HEADINGS)
        return;
    style->headings[level - 1] =
        (zt_heading_style){.style = zt_read_style(r, node, "style"),
                           .number_style = zt_read_style(r, node, "number-style"),
                           .number = text_of(r, node, "number"),
                           .han = zt_read_enum(r, node, "digits") == 1,
                           .lines = zt_read_count(r, node, "lines", 1),
                           .spans = spans(zt_read_enum(r, node, "over"), level),
                           .opener = zt_read_yes(r, node, "opener"),
                           .begin = (zt_page_begin)zt_read_enum(r, node, "begin"),
                           .ground = zt_read_ink(r, node, "ground"),
                           .rule_ink = zt_read_ink(r, node, "rule-ink"),
                           .rule = zt_read_length(r, node, "rule")};
}

/* All levels must be told: a head without a style cannot be set. */
static void read_headings(zt_reader *r, const zt_node *root, zt_report_style *style)
{
    for (const zt_node *n = zt_read_child(root, "heading"); n; n = zt_read_sibling(n, "heading"))
        read_heading(r, n, style);
    for (int i = 0; i < ZT_HEADINGS; i++)
        if (!style->headings[i].style)
            zt_report(r->diags, ZT_ERROR, "missing-element", root->at,
                      "报告的模板缺少 <heading level=\"%d\">",
                      "a template of reports lacks <heading level=\"%d\">", i + 1);
}

static void read_float(zt_reader *r, const zt_node *root, zt_report_style *style)
{
    const zt_node *node = zt_read_child(root, "float");
    style->floats.select = style->wide = "";
    if (!node)
        return;
    int ends[2];
    size_t count = zt_read_enums(r, node, "at", ends, 2);
    style->floats = (zt_float_style){.select = zt_read_name(r, node, "select"),
                                     .at_foot = count > 0 && ends[count - 1] == 1,
                                     .most = zt_read_count(r, node, "most", 1),
                                     .late = zt_read_count(r, node, "late", 0),
                                     .bar = zt_read_length(r, node, "bar"),
                                     .bar_ink = zt_read_ink(r, node, "bar-ink")};
    const char *wide = zt_read_name(r, node, "wide");
    style->wide = wide ? wide : "";
}

static void read_note(zt_reader *r, const zt_node *root, zt_report_style *style)
{
    const zt_node *node = zt_read_child(root, "note");
    style->note = (zt_note_style){
        .rule = ZT_MM(25), .weight = ZT_MM(0.12), .gap = ZT_MM(2), .hanging = ZT_MM(4.4)};
    if (!node)
        return;
    style->note = (zt_note_style){.rule = zt_read_length(r, node, "rule"),
                                  .weight = zt_read_length(r, node, "weight"),
                                  .gap = zt_read_length(r, node, "gap"),
                                  .hanging = zt_read_length(r, node, "hanging")};
}

/* One <number> may be for several things. */
static void read_number(zt_reader *r, const zt_node *node, zt_number_style *number)
{
    zt_str style = text_of(r, node, "style");
    if (has_word(r, node, "of", "page")) {
        number->front_roman = zt_read_enum(r, node, "front") == 1;
        number->body = zt_read_count(r, node, "body", 0);
    }
    bool by_section = zt_read_enum(r, node, "by") == 1;
    if (has_word(r, node, "of", "chart") || has_word(r, node, "of", "photo")) {
        number->figure = style;
        number->by_section = by_section;
    }
    if (has_word(r, node, "of", "table"))
        number->table = style;
    if (has_word(r, node, "of", "appendix"))
        number->appendix = style;
}

static void read_numbers(zt_reader *r, const zt_node *root, zt_report_style *style)
{
    style->number = (zt_number_style){
        .figure = ZT_STR("图{}"), .table = ZT_STR("表{}"), .appendix = ZT_STR("表A-{}")};
    for (const zt_node *n = zt_read_child(root, "number"); n; n = zt_read_sibling(n, "number"))
        read_number(r, n, &style->number);
}

static void read_score(zt_reader *r, const zt_node *root, zt_report_style *style)
{
    const zt_node *node = zt_read_child(root, "score");
    style->score = (zt_page_score){4, 25, 30, 6, 8, 5};
    if (node)
        style->score = (zt_page_score){.shortness = zt_read_count(r, node, "short", 0),
                                       .late = zt_read_count(r, node, "late", 0),
                                       .alone = zt_read_count(r, node, "alone", 0),
                                       .split = zt_read_count(r, node, "split", 0),
                                       .line_less = zt_read_count(r, node, "line-less", 0),
                                       .line_more = zt_read_count(r, node, "line-more", 0)};
}

/* ---- styles ---- */

static void read_needed(zt_reader *r, const zt_node *root, zt_report_style *style)
{
    for (size_t i = 0; i < sizeof needed_styles / sizeof *needed_styles; i++) {
        const needed_style *needed = &needed_styles[i];
        const zt_style *found = zt_theme_style(r->theme, zt_str_from(needed->name));
        if (!found)
            zt_report(r->diags, ZT_ERROR, "unknown-style", root->at, "报告的模板须有样式“%s”",
                      "a template of reports needs the style “%s”", needed->name);
        memcpy((char *)&style->styles + needed->field, &found, sizeof found);
    }
}

const zt_report_style *zt_read_report_style(zt_reader *r, const zt_node *root)
{
    zt_report_style *style = ZT_NEW(r->arena, zt_report_style);
    const zt_node *page = zt_read_child(root, "page");
    style->facing = page && zt_read_yes(r, page, "facing");
    style->line = page ? zt_read_length(r, page, "line") : 0;
    if (page && style->line <= 0)
        zt_report(r->diags, ZT_ERROR, "missing-attribute", page->at,
                  "报告的 <page> 须有 line（行高）", "<page> of a report needs line=");
    read_masters(r, root, style);
    if (!zt_report_master(style, "section", false))
        zt_report(r->diags, ZT_ERROR, "missing-element", root->at,
                  "报告的模板至少要有一个不写 of 的 <master>",
                  "a template of reports needs a <master> without of=");
    read_headings(r, root, style);
    read_float(r, root, style);
    read_note(r, root, style);
    read_numbers(r, root, style);
    read_score(r, root, style);
    read_needed(r, root, style);
    style->places = read_places(r, root);
    return style;
}
