/* The table as a RELAX NG schema (XML syntax), for editors and for CI. It accepts what the checker
   accepts, but for what RELAX NG cannot say: days that a month does not have, reversed intervals,
   and empty values that are blank. */
#include "xml/grammar_imp.h"

#include <string.h>

/* Two blanks a level. */
static void pad(zt_buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        zt_buf_puts(out, "  ");
}

/* The name of a define: grammar and def; "/" is not allowed in a name. */
static void put_define_name(zt_buf *out, const zt_grammar *grammar, const char *def)
{
    zt_buf_puts(out, grammar->name);
    zt_buf_putc(out, '.');
    for (; *def; def++)
        zt_buf_putc(out, *def == '/' ? '.' : *def);
}

/* A value as a pattern of XML Schema, part 2, appendix F. */
static void put_pattern(zt_buf *out, int depth, const char *pattern)
{
    pad(out, depth);
    zt_buf_puts(out, "<data type=\"string\"><param name=\"pattern\">");
    zt_buf_xml(out, zt_str_from(pattern));
    zt_buf_puts(out, "</param></data>\n");
}

/* A count with a range of its own. */
static void put_range(zt_buf *out, int depth, const zt_attr *attr)
{
    zt_range range = zt_attr_range(attr);
    pad(out, depth);
    zt_buf_puts(out, "<data type=\"integer\"><param name=\"pattern\">");
    zt_buf_xml(out, zt_str_from(zt_attr_pattern(attr->type)));
    zt_buf_printf(out,
                  "</param><param name=\"minInclusive\">%d</param>"
                  "<param name=\"maxInclusive\">%d</param></data>\n",
                  (int)range.low, (int)range.high);
}

/* One of the blank-separated words. */
static void put_words(zt_buf *out, int depth, const char *list)
{
    pad(out, depth);
    zt_buf_puts(out, "<choice>");
    zt_str rest = zt_str_from(list), word;
    while (zt_str_word(&rest, &word)) {
        zt_buf_puts(out, "<value type=\"string\">");
        zt_buf_xml(out, word);
        zt_buf_puts(out, "</value>");
    }
    zt_buf_puts(out, "</choice>\n");
}

/* What an attribute may be; types without a pattern are any text and left to the checker. */
static void put_value(zt_buf *out, int depth, const zt_attr *attr)
{
    const char *pattern = zt_attr_pattern(attr->type);
    if (attr->type == ZT_ATTR_COUNT && attr->values) {
        put_range(out, depth, attr);
    } else if (pattern) {
        put_pattern(out, depth, pattern);
    } else if (attr->type == ZT_ATTR_ENUM) {
        put_words(out, depth, attr->values);
    } else if (attr->type == ZT_ATTR_YES) {
        put_words(out, depth, "yes no");
    } else if (attr->type == ZT_ATTR_ENUMS) {
        pad(out, depth);
        zt_buf_puts(out, "<list><oneOrMore>\n");
        put_words(out, depth + 1, attr->values);
        pad(out, depth);
        zt_buf_puts(out, "</oneOrMore></list>\n");
    } else {
        pad(out, depth);
        zt_buf_puts(out, "<text/>\n");
    }
}

/* An attribute, in <optional> unless it must be there. */
static void put_attr(zt_buf *out, int depth, const zt_attr *attr)
{
    bool required = zt_attr_is_required(attr);
    if (!required) {
        pad(out, depth++);
        zt_buf_puts(out, "<optional>\n");
    }
    pad(out, depth);
    zt_buf_printf(out, "<attribute name=\"%s\">\n", attr->name);
    put_value(out, depth + 1, attr);
    pad(out, depth);
    zt_buf_puts(out, "</attribute>\n");
    if (!required) {
        pad(out, depth - 1);
        zt_buf_puts(out, "</optional>\n");
    }
}

/* A reference to the child's define, inside of the element `around` (oneOrMore and the like; NULL:
   none). */
static void put_ref(zt_buf *out, int depth, const zt_grammar *grammar, const zt_child *child,
                    const char *around)
{
    pad(out, depth);
    if (around)
        zt_buf_printf(out, "<%s>", around);
    zt_buf_puts(out, "<ref name=\"");
    put_define_name(out, grammar, zt_child_def(child));
    zt_buf_puts(out, "\"/>");
    if (around)
        zt_buf_printf(out, "</%s>", around);
    zt_buf_putc(out, '\n');
}

/* min to max of one child. */
static void put_child(zt_buf *out, int depth, const zt_grammar *grammar, const zt_child *child)
{
    pad(out, depth);
    zt_buf_puts(out, "<group>\n");
    for (int i = 0; i < child->min; i++)
        put_ref(out, depth + 1, grammar, child, NULL);
    if (child->max == 0)
        put_ref(out, depth + 1, grammar, child, "zeroOrMore");
    for (int i = child->min; i < child->max; i++)
        put_ref(out, depth + 1, grammar, child, "optional");
    pad(out, depth);
    zt_buf_puts(out, "</group>\n");
}

/* Any number of them, none included. */
static bool is_free(const zt_child *child)
{
    return child->min == 0 && child->max == 0;
}

/* Children of one place come in any order: a plain choice when none is counted. */
static void put_place(zt_buf *out, int depth, const zt_grammar *grammar, const zt_child *first,
                      size_t count)
{
    bool all_free = true;
    for (size_t i = 0; i < count; i++)
        all_free &= is_free(first + i);
    if (count == 1) {
        put_child(out, depth, grammar, first);
        return;
    }
    pad(out, depth);
    zt_buf_puts(out, all_free ? "<zeroOrMore><choice>\n" : "<interleave>\n");
    for (size_t i = 0; i < count; i++)
        if (all_free)
            put_ref(out, depth + 1, grammar, first + i, NULL);
        else
            put_child(out, depth + 1, grammar, first + i);
    pad(out, depth);
    zt_buf_puts(out, all_free ? "</choice></zeroOrMore>\n" : "</interleave>\n");
}

/* An ordered list is a sequence of its places; any other is one place. */
static void put_children(zt_buf *out, int depth, const zt_grammar *grammar, const zt_elem *elem)
{
    size_t count = zt_child_count(elem), first = 0;
    if (!elem->ordered) {
        if (count)
            put_place(out, depth, grammar, elem->children, count);
        return;
    }
    for (size_t i = 1; i <= count; i++) {
        if (i < count && zt_child_shares_place(elem->children + i))
            continue;
        put_place(out, depth, grammar, elem->children + first, i - first);
        first = i;
    }
}

/* What may stand inside of the element. */
static void put_content(zt_buf *out, const zt_grammar *grammar, const zt_elem *elem)
{
    bool children = zt_child_count(elem) > 0;
    switch (elem->content) {
    case ZT_EMPTY:
        zt_buf_puts(out, "      <empty/>\n");
        break;
    case ZT_TEXT_ONLY:
        zt_buf_puts(out, "      <text/>\n");
        break;
    case ZT_ELEMENTS:
        put_children(out, 3, grammar, elem);
        if (!children)
            zt_buf_puts(out, "      <empty/>\n");
        break;
    case ZT_MIXED:
        zt_buf_puts(out, children ? "      <mixed>\n" : "      <text/>\n");
        put_children(out, 4, grammar, elem);
        zt_buf_puts(out, children ? "      </mixed>\n" : "");
        break;
    }
}

/* One <define>, with its Chinese line as documentation for editors that show it. */
static void put_elem(zt_buf *out, const zt_grammar *grammar, const zt_elem *elem)
{
    zt_buf_puts(out, "  <define name=\"");
    put_define_name(out, grammar, elem->def);
    zt_buf_printf(out, "\">\n    <element name=\"%s\">\n      <a:documentation>", elem->name);
    zt_buf_xml(out, zt_str_from(elem->zh));
    zt_buf_puts(out, "</a:documentation>\n");
    for (const zt_attr *attr = elem->attrs; attr && attr->name; attr++)
        put_attr(out, 3, attr);
    put_content(out, grammar, elem);
    zt_buf_puts(out, "    </element>\n  </define>\n");
}

/* One schema for all grammars, whose roots are the choices of <start>. */
void zt_grammar_write_rng(zt_buf *out, const zt_grammar *const *grammars, size_t count)
{
    zt_buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<!-- Written from the grammar tables; do not edit. -->\n"
                     "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
                     "         xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
                     "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\"\n"
                     "         ns=\"urn:zhitu:1\">\n"
                     "  <start>\n    <choice>\n");
    for (size_t i = 0; i < count; i++)
        for (const char *const *root = grammars[i]->roots; *root; root++) {
            zt_buf_puts(out, "      <ref name=\"");
            put_define_name(out, grammars[i], *root);
            zt_buf_puts(out, "\"/>\n");
        }
    zt_buf_puts(out, "    </choice>\n  </start>\n");
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; zt_grammar_row(grammars[i], k); k++)
            put_elem(out, grammars[i], zt_grammar_row(grammars[i], k));
    zt_buf_puts(out, "</grammar>\n");
}
