/* gen/model/text_limits.c — how much one document may hold. The limits are far above what is
   printed (a whole newspaper page holds some 10,000 characters); they answer an article pasted into
   the wrong element, or a sheet that is no table of facts, at its place and at once instead of
   after minutes of line breaking. */
#include "model/doc.h"

#include <string.h>

/* Characters of one head, of one running text, of anything else, and of the whole document;
   elements of the document. */
enum {
    TITLE_MOST = 200,
    TEXT_MOST = 20000,
    CELL_MOST = 2000,
    DOCUMENT_MOST = 100000,
    ELEMENTS_MOST = 50000,
    /* Of tables: points of a chart, which are drawn and not set as text. */
    ROWS_MOST = 500000
};

/* Which limit holds for an element: that of a head, of running text, or of everything else. */
typedef enum text_sort { TITLE, TEXT, CELL } text_sort;

/* What has been counted so far in the document. */
typedef struct counter {
    zt_diags *diags;
    size_t characters, elements; /* of the document, attributes included */
    size_t rows;                 /* items that came from tables */
    const char *file;            /* the document's own */
} counter;

/* Blanks do not count: they are mostly the file's own indentation. */
static size_t characters_in(zt_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        count += byte > ' ' && (byte & 0xc0) != 0x80; /* the first byte of a character */
    }
    return count;
}

/* By the name of the element. */
static text_sort sort_of(const zt_node *node)
{
    zt_str name = zt_str_from(node->name);
    if (zt_str_is(name, "v") || zt_str_is(name, "item")) /* most of a long table */
        return CELL;
    if (zt_str_in_words(name, "title kicker deck subhead head byline jump credit"))
        return TITLE;
    if (zt_str_in_words(name, "p lead note caption annotation q point event alt source code"))
        return TEXT;
    return CELL;
}

/* The text is refused with the limit that it breaks and with where such a text belongs. */
static void report(const counter *c, text_sort sort, zt_pos at, const char *what, size_t count)
{
    switch (sort) {
    case TITLE:
        zt_report(c->diags, ZT_ERROR, "title-too-long", at,
                  "%s 有 %zu 字，标题一类最多 %d 字；正文应写在 <p> 里",
                  "%s has %zu characters, heads have at most %d; running text belongs in <p>", what,
                  count, (int)TITLE_MOST);
        break;
    case TEXT:
        zt_report(c->diags, ZT_ERROR, "text-too-long", at,
                  "%s 有 %zu 字，一段最多 %d 字；请分段或删减",
                  "%s has %zu characters, a paragraph at most %d; split or shorten it", what, count,
                  (int)TEXT_MOST);
        break;
    case CELL:
        zt_report(c->diags, ZT_ERROR, "cell-too-long", at,
                  "%s 有 %zu 字，一格、一值或一个属性最多 %d 字；这里该是一个名称或数值",
                  "%s has %zu characters, a cell, value or attribute at most %d; a name or a "
                  "figure is meant here",
                  what, count, (int)CELL_MOST);
        break;
    }
}

/* The limit in characters. */
static size_t most_of(text_sort sort)
{
    return sort == TITLE ? TITLE_MOST : sort == TEXT ? TEXT_MOST : CELL_MOST;
}

/* Attributes count as cells: they hold names and figures. */
static void count_attrs(counter *c, const zt_node *node)
{
    for (size_t i = 0; i < node->attr_count; i++) {
        const zt_attr_value *attr = &node->attrs[i];
        size_t count = characters_in(attr->value);
        c->characters += count;
        if (count > CELL_MOST)
            report(c, CELL, attr->value_at, attr->name, count);
    }
}

/* Whether an element has text of its own beside its children. */
static bool holds_text(const zt_node *node)
{
    for (const zt_node *child = node->first; child; child = child->next)
        if (!child->name && characters_in(child->text) > 0)
            return true;
    return false;
}

/* An item of a chart that an import has put in, and not one of the document: its words are those of
   a table. */
static bool is_row(const counter *c, const zt_node *node)
{
    return node->name && strcmp(node->name, "item") == 0 && node->at.file != c->file;
}

/* Returns the characters below. What stands inside a text is a part of it, but for a head that
   leads it. */
static size_t count_node(counter *c, const zt_node *node, bool inside)
{
    if (!node->name) {
        size_t count = characters_in(node->text);
        c->characters += count;
        return count;
    }
    size_t characters = c->characters, elements = c->elements++;
    count_attrs(c, node);
    text_sort sort = sort_of(node);
    bool judged = sort == TITLE || (!inside && (sort == TEXT || holds_text(node)));
    size_t count = 0;
    for (const zt_node *child = node->first; child; child = child->next)
        count += count_node(c, child, inside || judged);
    if (judged && count > most_of(sort))
        report(c, sort, node->at, node->name, count);
    if (!is_row(c, node))
        return count;
    c->rows++;
    c->characters = characters;
    c->elements = elements;
    return 0;
}

/* Checks a whole tree after imports were put in; false after a report. The limit on the document
   is checked last, so that a text that is too long is named first. */
bool zt_text_limits_check(const zt_node *root, zt_diags *diags)
{
    counter c = {.diags = diags, .file = root->at.file};
    count_node(&c, root, false);
    if (c.characters <= DOCUMENT_MOST && c.elements <= ELEMENTS_MOST && c.rows <= ROWS_MOST)
        return true;
    zt_report(
        diags, ZT_ERROR, "too-much-text", root->at,
        "稿件连同导入的表格有 %zu 字、%zu 个元素，上限 %d 字、%d 个；请拆成几份，或只导入要用的行",
        "with its tables the document has %zu characters and %zu elements, the limits are %d "
        "and %d; split it, or import only the rows that are used",
        c.characters, c.elements, (int)DOCUMENT_MOST, (int)ELEMENTS_MOST);
    return false;
}
