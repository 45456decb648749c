/* gen/xml/grammar_schema.c — the table as a JSON Schema (2020-12), for programs and language models
   that write documents. An element of XML is there an object of "element", "attributes" (all of
   them texts) and "children" (elements, and texts where words may stand), so that every document
   has one form and back. It says all that RELAX NG says but for the order of children, which is
   told in "x-order", and has the words of the manual and examples beside each element. */
#include "xml/grammar_imp.h"

#include <string.h>

#include "base/json.h"

/* "#/$defs/data.chart": grammar and def; "/" would part the pointer. */
static const char *def_name(zt_arena *arena, const zt_grammar *grammar, const char *def)
{
    char *name = zt_arena_printf(arena, "%s.%s", grammar->name, def);
    for (char *p = name; *p; p++)
        *p = *p == '/' ? '.' : *p;
    return name;
}

static void put_ref(zt_arena *arena, zt_buf *out, const char *key, const zt_grammar *grammar,
                    const char *def)
{
    zt_json_open(out, key, '{');
    zt_json_word(out, "$ref", zt_arena_printf(arena, "#/$defs/%s", def_name(arena, grammar, def)));
    zt_json_close(out, '}');
}

/* Both languages: who reads it may be either. */
static void put_description(zt_arena *arena, zt_buf *out, const char *zh, const char *en)
{
    zt_json_word(out, "description", zt_arena_printf(arena, "%s / %s", zh, en));
}

static void put_enum(zt_buf *out, const char *list)
{
    zt_str rest = zt_str_from(list), word;
    zt_json_open(out, "enum", '[');
    while (zt_str_word(&rest, &word))
        zt_json_string(out, NULL, word);
    zt_json_close(out, ']');
}

/* Words of a list, in any number: "(?:a|b)(?: (?:a|b))*". */
static const char *list_pattern(zt_arena *arena, const char *list)
{
    zt_buf words;
    zt_buf_init(&words, arena);
    for (const char *p = list; *p; p++)
        zt_buf_putc(&words, *p == ' ' ? '|' : *p);
    return zt_arena_printf(arena, "^\\s*(?:%s)(?:\\s+(?:%s))*\\s*$", words.data, words.data);
}

/* Numbers are texts in XML; their range is told beside the pattern. */
static void put_range(zt_buf *out, const zt_attr *attr)
{
    if (!attr->values || (attr->type != ZT_ATTR_COUNT && attr->type != ZT_ATTR_NUMBER))
        return;
    zt_range range = zt_attr_range(attr);
    zt_json_number(out, "x-minimum", range.low, 6);
    zt_json_number(out, "x-maximum", range.high, 6);
}

static void put_attr(zt_arena *arena, zt_buf *out, const zt_attr *attr)
{
    const char *pattern = zt_attr_pattern(attr->type);
    zt_json_open_line(out, attr->name, '{');
    zt_json_word(out, "type", "string");
    put_description(arena, out, attr->zh, attr->en);
    if (attr->type == ZT_ATTR_ENUM || attr->type == ZT_ATTR_YES)
        put_enum(out, attr->type == ZT_ATTR_YES ? "yes no" : attr->values);
    else if (attr->type == ZT_ATTR_ENUMS)
        zt_json_word(out, "pattern", list_pattern(arena, attr->values));
    else if (pattern)
        zt_json_word(out, "pattern", zt_arena_printf(arena, "^(?:%s)$", pattern));
    put_range(out, attr);
    if (attr->initial && !zt_attr_is_required(attr))
        zt_json_word(out, "default", attr->initial);
    zt_json_close(out, '}');
}

/* Names in `list` of the attributes that must be there; false when there are none. */
static bool put_required(zt_buf *out, const zt_elem *elem)
{
    bool any = false;
    for (const zt_attr *attr = elem->attrs; attr && attr->name; attr++) {
        if (!zt_attr_is_required(attr))
            continue;
        if (!any)
            zt_json_open(out, "required", '[');
        zt_json_word(out, NULL, attr->name);
        any = true;
    }
    if (any)
        zt_json_close(out, ']');
    return any;
}

/* Whether some must be there. */
static bool put_attrs(zt_arena *arena, zt_buf *out, const zt_elem *elem)
{
    zt_json_open_line(out, "attributes", '{');
    zt_json_word(out, "type", "object");
    zt_json_open(out, "properties", '{');
    for (const zt_attr *attr = elem->attrs; attr && attr->name; attr++)
        put_attr(arena, out, attr);
    zt_json_close(out, '}');
    bool required = put_required(out, elem);
    zt_json_flag(out, "additionalProperties", false);
    zt_json_close(out, '}');
    return required;
}

/* ---- children ---- */

/* The name chooses the definition: what is wrong within an element is told of it alone, and a judge
   need not try one element as every other. {"if": its name, "then": its definition}. */
static void put_choice(zt_arena *arena, zt_buf *out, const zt_grammar *grammar, const char *def)
{
    zt_json_open(out, NULL, '{');
    zt_json_open(out, "if", '{');
    zt_json_word(out, "type", "object"); /* a text is not one, and would pass */
    zt_json_open(out, "properties", '{');
    zt_json_open(out, "element", '{');
    zt_json_word(out, "const", zt_grammar_def(grammar, def)->name);
    zt_json_close(out, '}');
    zt_json_close(out, '}');
    zt_json_close(out, '}');
    put_ref(arena, out, "then", grammar, def);
    zt_json_close(out, '}');
}

/* What an element of several may be called. */
static void put_names(zt_buf *out, const char *const *names, size_t count)
{
    zt_json_open(out, "properties", '{');
    zt_json_open(out, "element", '{');
    zt_json_open(out, "enum", '[');
    for (size_t i = 0; i < count; i++)
        zt_json_word(out, NULL, names[i]);
    zt_json_close(out, ']');
    zt_json_close(out, '}');
    zt_json_close(out, '}');
}

/* What a child may be: one of the elements, or a text. */
static void put_items(zt_arena *arena, zt_buf *out, const zt_grammar *grammar, const zt_elem *elem)
{
    bool text = elem->content == ZT_TEXT_ONLY || elem->content == ZT_MIXED;
    size_t count = zt_child_count(elem);
    const char **names = ZT_ARRAY(arena, count + 1, const char *);
    zt_json_open(out, "items", '{');
    zt_json_open(out, "type", '[');
    if (text)
        zt_json_word(out, NULL, "string");
    if (count > 0)
        zt_json_word(out, NULL, "object");
    zt_json_close(out, ']');
    if (count > 0) {
        for (size_t i = 0; i < count; i++)
            names[i] = zt_grammar_def(grammar, zt_child_def(elem->children + i))->name;
        put_names(out, names, count);
        zt_json_open(out, "required", '[');
        zt_json_word(out, NULL, "element");
        zt_json_close(out, ']');
        zt_json_open(out, "allOf", '[');
        for (size_t i = 0; i < count; i++)
            put_choice(arena, out, grammar, zt_child_def(elem->children + i));
        zt_json_close(out, ']');
    }
    zt_json_close(out, '}');
}

/* How often a child stands there, by its name: two defs of one name never share a parent. */
static bool put_counts(zt_buf *out, const zt_grammar *grammar, const zt_elem *elem)
{
    bool any = false, needed = false;
    for (size_t i = 0; i < zt_child_count(elem); i++) {
        const zt_child *child = elem->children + i;
        if (child->min == 0 && child->max == 0)
            continue;
        if (!any)
            zt_json_open(out, "allOf", '[');
        any = true;
        needed = needed || child->min > 0;
        zt_json_open(out, NULL, '{');
        zt_json_open(out, "contains", '{');
        zt_json_word(out, "type", "object");
        zt_json_open(out, "properties", '{');
        zt_json_open(out, "element", '{');
        zt_json_word(out, "const", zt_grammar_def(grammar, zt_child_def(child))->name);
        zt_json_close(out, '}');
        zt_json_close(out, '}');
        zt_json_close(out, '}');
        zt_json_int(out, "minContains", child->min);
        if (child->max > 0)
            zt_json_int(out, "maxContains", child->max);
        zt_json_close(out, '}');
    }
    if (any)
        zt_json_close(out, ']');
    return needed;
}

/* Names in the order in which they stand; those that share a place are one word with bars. */
static void put_order(zt_arena *arena, zt_buf *out, const zt_grammar *grammar, const zt_elem *elem)
{
    zt_buf place;
    zt_buf_init(&place, arena);
    if (!elem->ordered || zt_child_count(elem) == 0)
        return;
    zt_json_open(out, "x-order", '[');
    for (size_t i = 0; i < zt_child_count(elem); i++) {
        const zt_child *child = elem->children + i;
        bool shares = i > 0 && zt_child_shares_place(child);
        if (i > 0 && !shares) {
            zt_json_string(out, NULL, zt_buf_view(&place));
            zt_buf_init(&place, arena);
        }
        zt_buf_printf(&place, "%s%s", shares ? "|" : "",
                      zt_grammar_def(grammar, zt_child_def(child))->name);
    }
    zt_json_string(out, NULL, zt_buf_view(&place));
    zt_json_close(out, ']');
}

/* Whether some child must be there. */
static bool put_children(zt_arena *arena, zt_buf *out, const zt_grammar *grammar,
                         const zt_elem *elem)
{
    bool none =
        elem->content == ZT_EMPTY || (elem->content == ZT_ELEMENTS && zt_child_count(elem) == 0);
    zt_json_open_line(out, "children", '{');
    zt_json_word(out, "type", "array");
    if (none)
        zt_json_int(out, "maxItems", 0);
    else
        put_items(arena, out, grammar, elem);
    bool needed = !none && put_counts(out, grammar, elem);
    put_order(arena, out, grammar, elem);
    zt_json_close(out, '}');
    return needed;
}

/* One definition. */
static void put_elem(zt_arena *arena, zt_buf *out, const zt_grammar *grammar, const zt_elem *elem,
                     const zt_schema_examples *examples)
{
    zt_json_open_line(out, def_name(arena, grammar, elem->def), '{');
    zt_json_word(out, "title", elem->name);
    put_description(arena, out, elem->zh, elem->en);
    zt_json_word(out, "type", "object");
    zt_json_open(out, "properties", '{');
    zt_json_open(out, "element", '{');
    zt_json_word(out, "const", elem->name);
    zt_json_close(out, '}');
    bool attrs = put_attrs(arena, out, elem);
    bool children = put_children(arena, out, grammar, elem);
    zt_json_close(out, '}');
    zt_json_open(out, "required", '[');
    zt_json_word(out, NULL, "element");
    if (attrs)
        zt_json_word(out, NULL, "attributes");
    if (children)
        zt_json_word(out, NULL, "children");
    zt_json_close(out, ']');
    zt_json_flag(out, "additionalProperties", false);
    if (examples)
        examples->put(examples->self, out, elem);
    zt_json_close(out, '}');
}

/* Roots of all grammars; two grammars never share the name of one. */
static void put_roots(zt_arena *arena, zt_buf *out, const zt_grammar *const *grammars, size_t count)
{
    size_t all = 0;
    for (size_t i = 0; i < count; i++)
        for (const char *const *root = grammars[i]->roots; *root; root++)
            all++;
    const char **names = ZT_ARRAY(arena, all, const char *);
    all = 0;
    for (size_t i = 0; i < count; i++)
        for (const char *const *root = grammars[i]->roots; *root; root++)
            names[all++] = zt_grammar_def(grammars[i], *root)->name;
    zt_json_word(out, "type", "object");
    put_names(out, names, all);
    zt_json_open(out, "required", '[');
    zt_json_word(out, NULL, "element");
    zt_json_close(out, ']');
    zt_json_open_line(out, "allOf", '[');
    for (size_t i = 0; i < count; i++)
        for (const char *const *root = grammars[i]->roots; *root; root++)
            put_choice(arena, out, grammars[i], *root);
    zt_json_close(out, ']');
}

void zt_grammar_write_schema(zt_arena *arena, zt_buf *out, const zt_grammar *const *grammars,
                             size_t count, const zt_schema_examples *examples)
{
    zt_json_open(out, NULL, '{');
    zt_json_word(out, "$schema", "https://json-schema.org/draft/2020-12/schema");
    zt_json_word(out, "$id", "urn:zhitu:1:json-schema");
    zt_json_word(out, "title", "zhitu");
    put_description(
        arena, out,
        "稿件、模板、主题、项目文件的 XML 写成 JSON：元素是 element、attributes、children；"
        "命名空间 urn:zhitu:1；有次序的子元素见 x-order",
        "XML of documents, templates, themes and projects as JSON: an element is element, "
        "attributes "
        "and children; namespace urn:zhitu:1; where children have an order it is in x-order");
    put_roots(arena, out, grammars, count);
    zt_json_open_line(out, "$defs", '{');
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; zt_grammar_row(grammars[i], k); k++)
            put_elem(arena, out, grammars[i], zt_grammar_row(grammars[i], k), examples);
    zt_json_close(out, '}');
    if (examples)
        examples->put(examples->self, out, NULL);
    zt_json_close(out, '}');
    zt_buf_putc(out, '\n');
}

/* Texts as a reader gets them: runs of blanks with a line feed are one. Blank ones between elements
   are none. */
static void put_node(zt_arena *arena, zt_buf *out, const zt_node *node)
{
    if (!node->name) {
        zt_str text = zt_text_collapse(arena, node->text);
        if (zt_str_trim(text).len > 0)
            zt_json_string(out, NULL, text);
        return;
    }
    zt_json_open(out, NULL, '{');
    zt_json_word(out, "element", node->name);
    if (node->attr_count > 0) {
        zt_json_open(out, "attributes", '{');
        for (size_t i = 0; i < node->attr_count; i++)
            zt_json_string(out, node->attrs[i].name, node->attrs[i].value);
        zt_json_close(out, '}');
    }
    if (node->first) {
        zt_json_open(out, "children", '[');
        for (const zt_node *child = node->first; child; child = child->next)
            put_node(arena, out, child);
        zt_json_close(out, ']');
    }
    zt_json_close(out, '}');
}

void zt_node_write_instance(zt_arena *arena, zt_buf *out, const zt_node *node)
{
    put_node(arena, out, node);
}
