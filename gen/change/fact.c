/* The facts of a document from its tree. */
#include "change/fact.h"

#include <string.h>

#include "base/utf8.h"

/* U+FFFC, which no document holds: an object stands here. */
#define OBJECT "\xef\xbf\xbc"

/* ---- running text ---- */

/* Marks of running text: what is in them belongs to the words around. */
static const char *mark_of(const zt_node *node)
{
    static const char *const names[] = {"em", "sub", "sup", "tcy", "ruby", "br"};
    static const char *const marks[] = {"*", "_", "^", "=", "~", "/"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zt_node_is(node, names[i]))
            return marks[i];
    return NULL;
}

/* While an element's facts are collected. */
typedef struct fact_reader {
    zt_arena *arena;
    const zt_doc *doc;
} fact_reader;

/* The words of an element while they are gathered. */
typedef struct word_list {
    zt_buf words, marked, full;
    bool texts; /* there are words of its own */
    ZT_VEC(zt_fact *) kids;
} word_list;

static zt_fact *read_fact(const fact_reader *r, const zt_node *node, zt_fact *parent);

static void add_text(const fact_reader *r, word_list *w, zt_str text)
{
    zt_str seen = zt_text_collapse(r->arena, text);
    zt_buf_str(&w->words, seen);
    zt_buf_str(&w->marked, seen);
    zt_buf_str(&w->full, seen);
    w->texts |= seen.len > 0;
}

/* A fact within words; what is printed of a reference is that of its figure. */
static void add_fact(const fact_reader *r, word_list *w, const zt_node *node, zt_fact *parent)
{
    zt_fact *kid = read_fact(r, node, parent);
    ZT_PUSH(r->arena, &w->kids, kid);
    zt_buf_puts(&w->words, OBJECT);
    zt_buf_puts(&w->marked, OBJECT);
    zt_buf_str(&w->full, kid->full);
}

/* Attributes of emphasis (the line beside it, the reading above it) are part of its mark. */
static void open_mark(word_list *w, const char *mark, const zt_node *node)
{
    zt_buf_puts(&w->marked, mark);
    w->texts = true;
    for (size_t i = 0; i < node->attr_count; i++)
        zt_buf_printf(&w->marked, "[%s %.*s]", node->attrs[i].name, ZT_ARG(node->attrs[i].value));
}

/* What stands in the element. White space between elements of a list says nothing. */
static void gather(const fact_reader *r, word_list *w, const zt_node *node, zt_fact *parent)
{
    const zt_elem *row = node->row;
    bool words = !row || row->content == ZT_MIXED || row->content == ZT_TEXT_ONLY;
    for (const zt_node *child = node->first; child; child = child->next) {
        const char *mark = child->name ? mark_of(child) : NULL;
        if (!child->name && (words || zt_str_trim(child->text).len > 0)) {
            add_text(r, w, child->text);
        } else if (mark) {
            open_mark(w, mark, child);
            gather(r, w, child, parent);
            zt_buf_puts(&w->marked, mark);
        } else if (child->name) {
            add_fact(r, w, child, parent);
        }
    }
}

/* ---- what an element is called, and what it amounts to ---- */

/* The first attribute that names it for its author. */
static zt_str key_of(const zt_node *node)
{
    static const char *const names[] = {"key", "head", "date", "label", "series", "name"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        zt_str value = zt_str_trim(zt_node_attr(node, names[i], ""));
        if (value.len > 0)
            return value;
    }
    return (zt_str){0};
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t hash_bytes(uint64_t hash, zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * 0x100000001B3u;
    return (hash ^ 0xFF) * 0x100000001B3u;
}

static uint64_t hash_of(const zt_fact *fact)
{
    uint64_t hash = hash_bytes(0xCBF29CE484222325u, zt_str_from(fact->node->name));
    for (size_t i = 0; i < fact->node->attr_count; i++) {
        hash = hash_bytes(hash, zt_str_from(fact->node->attrs[i].name));
        hash = hash_bytes(hash, fact->node->attrs[i].value);
    }
    hash = hash_bytes(hash, fact->marked);
    for (size_t i = 0; i < fact->kid_count; i++)
        hash = (hash ^ fact->kids[i]->hash) * 0x100000001B3u;
    return hash;
}

static zt_str without_digits(zt_arena *arena, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < text.len; i++)
        if (!(text.data[i] >= '0' && text.data[i] <= '9') && !strchr(".,%", text.data[i]))
            zt_buf_putc(&out, text.data[i]);
    return zt_buf_view(&out);
}

/* The words round each fact of running text, and its number among those of its name. */
static void place_kids(zt_arena *arena, zt_fact *fact)
{
    zt_str rest = fact->words, before = {0};
    for (size_t i = 0; i < fact->kid_count; i++) {
        const char *mark = rest.len ? strstr(rest.data, OBJECT) : NULL;
        size_t at = mark ? (size_t)(mark - rest.data) : rest.len;
        before = zt_str_slice(rest, 0, at);
        if (i > 0)
            fact->kids[i - 1]->behind = zt_str_copy(arena, before);
        fact->kids[i]->before = zt_str_copy(arena, before);
        rest = zt_rest_of(rest, mark ? at + sizeof OBJECT - 1 : rest.len);
    }
    if (fact->kid_count > 0)
        fact->kids[fact->kid_count - 1]->behind = zt_str_copy(arena, rest);
    for (size_t i = 0; i < fact->kid_count; i++) {
        fact->kids[i]->order = i;
        for (size_t k = i; k-- > 0;)
            if (strcmp(fact->kids[k]->node->name, fact->kids[i]->node->name) == 0) {
                fact->kids[i]->place = fact->kids[k]->place + 1;
                break;
            }
    }
}

/* ---- the tree ---- */

/* A figure counts as it is printed: the one that calc= gives is nowhere else. */
static void take_words(const fact_reader *r, zt_fact *fact, word_list *w)
{
    if (w->texts) { /* a list says what its entries say */
        fact->words = zt_str_trim(zt_buf_view(&w->words));
        fact->marked = zt_str_trim(zt_buf_view(&w->marked));
    }
    fact->full = zt_str_trim(zt_buf_view(&w->full));
    if (fact->quantity && !zt_node_is(fact->node, "ref"))
        fact->full = fact->quantity->text;
    fact->skeleton = without_digits(r->arena, fact->full);
}

static zt_fact *read_fact(const fact_reader *r, const zt_node *node, zt_fact *parent)
{
    zt_fact *fact = ZT_NEW(r->arena, zt_fact);
    fact->node = node;
    fact->parent = parent;
    fact->quantity = zt_doc_quantity(r->doc, node);
    zt_str id = zt_node_attr(node, "id", "");
    fact->id = id.len && parent ? zt_str_copy(r->arena, id).data : NULL;
    fact->key = key_of(node);
    word_list w = {0};
    zt_buf_init(&w.words, r->arena);
    zt_buf_init(&w.marked, r->arena);
    zt_buf_init(&w.full, r->arena);
    gather(r, &w, node, fact);
    fact->kids = w.kids.items;
    fact->kid_count = w.kids.count;
    take_words(r, fact, &w);
    place_kids(r->arena, fact);
    fact->hash = hash_of(fact);
    return fact;
}

zt_fact *zt_fact_tree(zt_arena *arena, const zt_doc *doc, const zt_node *root)
{
    return read_fact(&(fact_reader){arena, doc}, root, NULL);
}

bool zt_fact_is_figure(const zt_fact *fact)
{
    return fact->key.len == 0 && zt_str_in_words(zt_str_from(fact->node->name),
                                                 "v change rank share target ref cell see fn");
}
