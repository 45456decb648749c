/* Chinese-in-english: Chinese in what a document in English says itself. It is printed as it
   stands, since names may be given so; but a word that was left from the Chinese draft is told. */
#include "model/check_imp.h"

#include "base/utf8.h"

/* The first place with Han, how many there are, and its first words. */
typedef struct han_search {
    zt_pos first;
    zt_str words;
    size_t count;
} han_search;

/* From the first ideograph on, up to eight. */
static zt_str han_of(zt_str text, size_t *at)
{
    enum { SHOWN = 8 };
    size_t next = 0, end = 0;
    int count = 0;
    *at = text.len;
    while (next < text.len && count < SHOWN) {
        size_t before = next;
        bool han = zt_is_han(zt_utf8_next(text, &next));
        if (han && count == 0)
            *at = before;
        if (!han && count > 0)
            break;
        count += han;
        end = next;
    }
    return count > 0 ? zt_str_slice(text, *at, end) : (zt_str){0};
}

static bool is_before(zt_pos a, zt_pos b)
{
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

/* The first in the order of the file, whether a text or an attribute. */
static void add(han_search *s, zt_pos at, zt_str words)
{
    if (s->count++ == 0 || is_before(at, s->first)) {
        s->first = at;
        s->words = words;
    }
}

static void look(void *context, const zt_node *text)
{
    size_t at;
    zt_str words = han_of(text->text, &at);
    if (words.len > 0)
        add(context, zt_place_in(text, at), words);
}

/* Attributes of words that are printed; names of files, keys of sections and dates are none. */
static void look_at_attributes(han_search *s, const zt_node *node)
{
    static const char *const printed[] = {"label", "key",    "head", "unit",
                                          "title", "kicker", "name"};
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
        const zt_attr_value *attr = zt_node_find(node, printed[i]);
        size_t at;
        zt_str words = attr ? han_of(attr->value, &at) : (zt_str){0};
        if (words.len > 0)
            add(s, attr->value_at, words);
    }
    for (const zt_node *child = zt_known_child(node, NULL); child;
         child = zt_known_sibling(child, NULL))
        look_at_attributes(s, child);
}

static void run(zt_doc_reader *r, const zt_node *root)
{
    han_search s = {0};
    if (r->doc->language != ZT_LANG_EN)
        return;
    zt_each_text(root, look, &s);
    look_at_attributes(&s, root);
    if (s.count > 0)
        zt_report(r->diags, ZT_NOTE, "chinese-in-english", s.first,
                  "英文稿里有中文“%.*s”，这样的共 %zu 处；会照原样印出，不是专名就译出",
                  "Chinese, “%.*s”, in a document in English, in %zu places; it is printed as it "
                  "stands: translate it unless it is a name",
                  ZT_ARG(s.words), s.count);
}

const zt_doc_check zt_doc_check_han = {run};
