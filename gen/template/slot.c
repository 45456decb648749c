/* gen/template/slot.c — the room that a page is asked to fill, and what of a template holds for its
   width. A slot is written in millimetres or in columns and lines of a paper; <when width=> is
   decided before anything else of a template is read, so that styles, pages and boxes may all
   depend on the width. */
#include "template/reader_imp.h"

#include <string.h>

#include "base/geom.h"

/* ---- slots ---- */

/* Behind the sign that parts width and height: x, X or ×; NULL when there is none. */
static const char *find_times(zt_str text, size_t *sign)
{
    for (size_t i = 0; i < text.len; i++) {
        *sign = text.data[i] == 'x' || text.data[i] == 'X'               ? 1
                : i + 1 < text.len && memcmp(text.data + i, "×", 2) == 0 ? 2
                                                                         : 0;
        if (*sign > 0)
            return text.data + i;
    }
    return NULL;
}

/* A whole number of columns or lines, 1 to 999; 0 for anything else. */
static int count_of(zt_str text)
{
    int count = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || count > 99)
            return 0;
        count = count * 10 + (text.data[i] - '0');
    }
    return count;
}

/* What a side of a slot may be, in points: 10 mm to 5 m. */
static bool side_of(zt_str text, zt_str unit, double *out)
{
    char room[40];
    zt_length length;
    if (text.len + unit.len >= sizeof room)
        return false;
    memcpy(room, text.data, text.len);
    memcpy(room + text.len, unit.data ? unit.data : "", unit.len);
    if (!zt_length_parse((zt_str){room, text.len + unit.len}, &length) || length.unit != ZT_PT ||
        length.value < zt_pt_from_mm(10) || length.value > zt_pt_from_mm(5000))
        return false;
    *out = length.value;
    return true;
}

/* The letters behind the number. */
static zt_str unit_of(zt_str text)
{
    size_t i = text.len;
    while (i > 0 && (text.data[i - 1] < '0' || text.data[i - 1] > '9'))
        i--;
    return zt_str_slice(text, i, text.len);
}

bool zt_page_slot_parse(zt_str text, zt_page_slot *out)
{
    *out = (zt_page_slot){.text = text.data};
    size_t sign = 0;
    const char *times = find_times(text, &sign);
    if (times == NULL)
        return side_of(text, (zt_str){0}, &out->width);
    size_t before = (size_t)(times - text.data);
    zt_str width = zt_str_trim(zt_str_slice(text, 0, before));
    zt_str height = zt_str_trim(zt_str_slice(text, before + sign, text.len));
    zt_str unit = unit_of(height);
    if (unit.len == 0) {
        out->columns = count_of(width);
        out->lines = count_of(height);
        return out->columns > 0 && out->lines > 0;
    }
    return side_of(width, unit_of(width).len > 0 ? (zt_str){0} : unit, &out->width) &&
           side_of(height, (zt_str){0}, &out->height);
}

/* That of the slot; reports unknown-paper with those that there are. */
static const zt_paper *paper_asked(zt_reader *r, const zt_page_slot *slot)
{
    zt_buf known;
    zt_buf_init(&known, r->arena);
    for (size_t i = 0; i < r->theme->paper_count; i++) {
        if (strcmp(r->theme->papers[i].name, slot->paper) == 0)
            return &r->theme->papers[i];
        zt_buf_printf(&known, "%s%s", i > 0 ? " " : "", r->theme->papers[i].name);
    }
    zt_report(r->diags, ZT_ERROR, "unknown-paper", slot->paper_at, "主题“%s”没有纸张“%s”；有：%s",
              "the theme “%s” has no paper “%s”; it has: %s", r->theme->name, slot->paper,
              known.len ? known.data : "-");
    return NULL;
}

/* The paper that <page> names, else that of the slot, else the first of the theme; papers have been
   read. */
static const zt_paper *paper_of(zt_reader *r, const zt_node *page, const zt_page_slot *slot)
{
    const zt_paper *named = page != NULL ? zt_read_paper(r, page, "paper") : NULL;
    if (named == NULL && slot->paper != NULL)
        return paper_asked(r, slot);
    return named != NULL || r->theme->paper_count == 0 ? named : r->theme->papers;
}

/* Columns and lines as points. Reports bad-slot for more than the paper has. */
bool zt_page_slot_resolve(zt_reader *r, const zt_node *page, zt_page_slot *slot)
{
    if (slot->columns == 0)
        return true;
    const zt_paper *paper = paper_of(r, page, slot);
    if (paper == NULL)
        return false;
    double one = (paper->area_w - (paper->columns - 1) * paper->gutter) / paper->columns;
    slot->width = slot->columns * one + (slot->columns - 1) * paper->gutter;
    slot->height = slot->lines * paper->line;
    if (slot->columns <= paper->columns && slot->height <= paper->area_h + 1e-6)
        return true;
    zt_report(r->diags, ZT_ERROR, "bad-slot", slot->at,
              "“%s”大于版面“%s”：它有 %d 栏、%d 行；见 zhitu slots %s",
              "“%s” is more than the paper “%s” has: %d columns and %d lines; see zhitu slots %s",
              slot->text, paper->name, paper->columns, (int)(paper->area_h / paper->line + 1e-6),
              paper->name);
    return false;
}

/* ---- widths ---- */

/* "..80mm", "80mm..", "80mm..170mm", "<80mm", ">=80mm": from the first on, up to but not including
   the second, so that neighbouring ranges share no width. Points; an open end is 0 or very large.
 */
static bool parse_widths(zt_str text, zt_widths *out)
{
    const double endless = 1e9;
    *out = (zt_widths){0, endless};
    text = zt_str_trim(text);
    if (text.len > 1 && text.data[0] == '<')
        return side_of(zt_str_slice(text, 1, text.len), (zt_str){0}, &out->most);
    if (text.len > 2 && memcmp(text.data, ">=", 2) == 0)
        return side_of(zt_str_slice(text, 2, text.len), (zt_str){0}, &out->least);
    size_t dots = 0;
    while (dots + 1 < text.len && memcmp(text.data + dots, "..", 2) != 0)
        dots++;
    if (dots + 1 >= text.len || text.len == 2)
        return false;
    zt_str low = zt_str_trim(zt_str_slice(text, 0, dots));
    zt_str high = zt_str_trim(zt_str_slice(text, dots + 2, text.len));
    return (low.len == 0 || side_of(low, (zt_str){0}, &out->least)) &&
           (high.len == 0 || side_of(high, (zt_str){0}, &out->most)) && out->least < out->most;
}

/* Reports bad-width; everything then. */
zt_widths zt_read_widths(zt_reader *r, const zt_node *node)
{
    zt_field field = zt_read_field(r, node, "width");
    zt_widths widths = {0, 1e9};
    if (field.text.data != NULL && !parse_widths(field.text, &widths)) {
        zt_report(
            r->diags, ZT_ERROR, "bad-width", field.at,
            "“%.*s”不是宽度的范围：写作 ..80mm、80mm..170mm、170mm..（含前数，不含后数）",
            "“%.*s” is no range of widths: write ..80mm, 80mm..170mm or 170mm.. (the first is "
            "in it, the second is not)",
            ZT_ARG(field.text));
        widths = (zt_widths){0, 1e9};
    }
    return widths;
}

/* A hair of tolerance: columns of a paper come out of divisions. */
bool zt_widths_hold(const zt_widths *widths, double width)
{
    const double hair = 1e-6;
    return width >= widths->least - hair && width < widths->most - hair;
}

/* The children of a <when> take its place. The tree belongs to the reader's arena and is read
   once, for this width. */
static void unwrap(zt_node *when, zt_node *before)
{
    zt_node *parent = when->parent, *first = when->first, *last = when->last;
    for (zt_node *child = first; child != NULL; child = child->next)
        child->parent = parent;
    if (first != NULL)
        last->next = when->next;
    else
        first = when->next;
    if (before != NULL)
        before->next = first;
    else
        parent->first = first;
    if (parent->last == when)
        parent->last = last != NULL ? last : before;
}

/* Below `node`, which is no <when> of the template itself. */
static void decide_below(zt_reader *r, zt_node *node, double width)
{
    zt_node *before = NULL;
    for (zt_node *child = node->first; child != NULL;) {
        bool conditional =
            child->known && zt_node_is(child, "when") && zt_node_find(child, "width") != NULL;
        zt_widths widths = conditional ? zt_read_widths(r, child) : (zt_widths){0, 1e9};
        bool asks_more = zt_node_find(child, "has") || zt_node_find(child, "lacks");
        if (conditional && !zt_widths_hold(&widths, width)) {
            child->known = false;
        } else if (conditional && !asks_more) {
            zt_node *next = child->first != NULL ? child->first : child->next;
            unwrap(child, before);
            child = next;
            continue;
        } else {
            decide_below(r, child, width);
        }
        before = child;
        child = child->next;
    }
}

/* A <when> of the template itself is a level above it, so that its styles take the place of those
   of one name. */
void zt_decide_widths(zt_reader *r, const zt_node *root, double width)
{
    for (zt_node *child = root->first; child != NULL; child = child->next) {
        if (!child->known || !zt_node_is(child, "when")) {
            decide_below(r, child, width);
            continue;
        }
        zt_widths widths = zt_read_widths(r, child);
        child->known = zt_widths_hold(&widths, width);
        if (!child->known)
            continue;
        decide_below(r, child, width);
        ZT_PUSH(r->arena, &r->levels, child);
    }
}
