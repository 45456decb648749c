/* The house list of a paper, and documents held against it. */
#include "model/house_list.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "xml/node.h"

/* ---- its file ---- */

static const zt_attr name_attrs[] = {
    {"title", ZT_ATTR_NAMES, NULL, ZT_REQUIRED, "职务，前后紧接姓名；几个以空格分开",
     "titles that stand at once before or behind the name, blank-separated"},
    {0}};
static const zt_attr term_attrs[] = {
    {"not", ZT_ATTR_NAMES, NULL, ZT_REQUIRED, "不用的写法，以空格分开",
     "forms that are not used, blank-separated"},
    {"except", ZT_ATTR_NAMES, NULL, NULL, "含有它而不算的词，以空格分开",
     "longer words in which it may stand, blank-separated"},
    {0}};
static const zt_attr avoid_attrs[] = {
    {"use", ZT_ATTR_TEXT, NULL, NULL, "改用什么", "what to write instead"},
    {"why", ZT_ATTR_TEXT, NULL, NULL, "为什么不用", "why it is avoided"},
    {"except", ZT_ATTR_NAMES, NULL, NULL, "含有它而不算的词，以空格分开",
     "longer words in which it may stand, blank-separated"},
    {0}};
static const zt_child house_children[] = {{"name", 0, 0}, {"|term", 0, 0}, {"|avoid", 0, 0}, {0}};

static const zt_elem elems[] = {
    {"house", "house", ZT_ELEMENTS, false, house_children, NULL, "一家报纸的用词",
     "the words of a paper"},
    {"name", "name", ZT_TEXT_ONLY, false, NULL, name_attrs, "一个人的姓名", "the name of a person"},
    {"term", "term", ZT_TEXT_ONLY, false, NULL, term_attrs, "本报的写法",
     "a term as the paper writes it"},
    {"avoid", "avoid", ZT_TEXT_ONLY, false, NULL, avoid_attrs, "本报不用的词",
     "a word that the paper does not use"}};
static const char *const roots[] = {"house", NULL};

const zt_grammar zt_house_grammar = {
    .name = "house", .elems = elems, .elem_count = sizeof elems / sizeof *elems, .roots = roots};

/* ---- its entries ---- */

typedef enum entry_kind { NAME, TERM, AVOID } entry_kind;

/* Words of an attribute. */
typedef struct house_words {
    zt_str *items;
    size_t count;
} house_words;

typedef struct house_entry {
    entry_kind kind;
    zt_str word;
    house_words others; /* titles of a name, forms of a term */
    house_words except;
    zt_str use, why;
    zt_pos at;
} house_entry;

struct zt_house_list {
    ZT_VEC(house_entry) entries;
};

static house_words words_of(zt_arena *arena, const zt_node *node, const char *attr)
{
    ZT_VEC(zt_str) words = {0};
    zt_str text = zt_node_attr(node, attr, ""), *parts;
    size_t count = zt_str_split(arena, text, ' ', &parts);
    for (size_t i = 0; i < count; i++)
        if (zt_str_trim(parts[i]).len > 0)
            ZT_PUSH(arena, &words, zt_str_trim(parts[i]));
    return (house_words){words.items, words.count};
}

static zt_str text_in(const zt_node *node)
{
    return node->first && !node->first->name ? zt_str_trim(node->first->text) : (zt_str){0};
}

/* Reports empty-text. */
static void read_entry(zt_house_list *list, zt_arena *arena, zt_diags *diags, const zt_node *node)
{
    house_entry e = {.word = text_in(node), .at = node->at};
    e.kind = zt_node_is(node, "name") ? NAME : zt_node_is(node, "term") ? TERM : AVOID;
    e.others = words_of(arena, node, e.kind == NAME ? "title" : "not");
    e.except = words_of(arena, node, "except");
    e.use = zt_str_trim(zt_node_attr(node, "use", ""));
    e.why = zt_str_trim(zt_node_attr(node, "why", ""));
    if (e.word.len > 0)
        ZT_PUSH(arena, &list->entries, e);
    else
        zt_report(diags, ZT_ERROR, "empty-text", node->at, "<%s> 里没有字；写上这个词",
                  "<%s> is empty; write the word", node->name);
}

zt_house_list *zt_house_list_read(zt_arena *arena, zt_diags *diags, const char *path, zt_pos at)
{
    zt_xml_limits limits = zt_xml_limits_default;
    limits.grammar = &zt_house_grammar;
    if (!zt_file_exists(path)) {
        zt_report_env(diags, "cannot-read", at, "没有用词表“%s”；路径从 zhitu.xml 所在的文件夹算起",
                      "there is no list “%s”; its path begins at the folder of zhitu.xml", path);
        return NULL;
    }
    zt_source *source = zt_xml_read(arena, diags, path, &limits);
    if (!source || !source->root)
        return NULL;
    zt_grammar_check(&zt_house_grammar, source->root, diags);
    zt_house_list *list = ZT_NEW(arena, zt_house_list);
    for (const zt_node *node = zt_node_child(source->root, NULL); node;
         node = zt_node_sibling(node, NULL))
        if (node->known)
            read_entry(list, arena, diags, node);
    return list;
}

/* ---- documents ---- */

/* A text of the document with where it stands. */
typedef struct printed {
    const zt_house_list *list;
    zt_diags *diags;
    zt_str text;
    zt_pos at;
    zt_str written;
} printed;

/* The place in the file of byte `at` of the text. */
static zt_pos place_in(const printed *p, size_t at)
{
    zt_text_walk walk = zt_text_walk_of(p->text, p->at, p->written);
    while (walk.at < at && zt_text_walk_next(&walk))
        continue;
    return walk.pos;
}

/* The next place of the word from `from` on; false: there is none. */
static bool find(zt_str text, zt_str word, size_t from, size_t *at)
{
    for (*at = from; word.len > 0 && *at + word.len <= text.len; ++*at)
        if (memcmp(text.data + *at, word.data, word.len) == 0)
            return true;
    return false;
}

/* Whether the word at that place is part of a longer one. */
static bool lies_in(zt_str text, zt_str longer, zt_str word, size_t at)
{
    size_t place;
    for (size_t from = 0; find(text, longer, from, &place); from = place + 1)
        if (longer.len > word.len && place <= at && at + word.len <= place + longer.len)
            return true;
    return false;
}

/* A name or term of the list is right, whatever stands in it. */
static bool is_excepted(const printed *p, const house_entry *e, zt_str word, size_t at)
{
    bool is = false;
    for (size_t i = 0; i < p->list->entries.count && !is; i++) {
        const house_entry *other = &p->list->entries.items[i];
        is = other->kind != AVOID && lies_in(p->text, other->word, word, at);
    }
    for (size_t i = 0; i < e->except.count && !is; i++)
        is = lies_in(p->text, e->except.items[i], word, at);
    return is;
}

/* file:line of an entry. */
static const char *line_of(const printed *p, const house_entry *e)
{
    return zt_arena_printf(zt_diags_scratch(p->diags), "%s:%d", zt_path_base(e->at.file),
                           e->at.line);
}

static void check_term(const printed *p, const house_entry *e, zt_str form)
{
    size_t at;
    for (size_t from = 0; find(p->text, form, from, &at); from = at + form.len) {
        if (is_excepted(p, e, form, at))
            continue;
        zt_pos pos = place_in(p, at);
        zt_report(p->diags, ZT_WARNING, "term-variant", pos, "“%.*s”本报写作“%.*s”（%s）",
                  "“%.*s” is “%.*s” in this paper (%s)", ZT_ARG(form), ZT_ARG(e->word),
                  line_of(p, e));
        zt_diags_add_change(p->diags, "term-variant", pos, form, e->word);
    }
}

static void report_avoided(const printed *p, const house_entry *e, zt_pos pos)
{
    zt_arena *arena = zt_diags_scratch(p->diags);
    const char *zh = "", *en = "";
    if (e->use.len) {
        zh = zt_arena_printf(arena, "，改用“%.*s”", ZT_ARG(e->use));
        en = zt_arena_printf(arena, "; write “%.*s”", ZT_ARG(e->use));
    }
    if (e->why.len) {
        zh = zt_arena_printf(arena, "%s：%.*s", zh, ZT_ARG(e->why));
        en = zt_arena_printf(arena, "%s: %.*s", en, ZT_ARG(e->why));
    }
    zt_report(p->diags, ZT_WARNING, "word-avoided", pos, "“%.*s”本报不用%s%.0s（%s）",
              "“%.*s” is not used in this paper%.0s%s (%s)", ZT_ARG(e->word), zh, en,
              line_of(p, e));
    if (e->use.len)
        zt_diags_add_change(p->diags, "word-avoided", pos, e->word, e->use);
}

static void check_avoided(const printed *p, const house_entry *e)
{
    size_t at;
    for (size_t from = 0; find(p->text, e->word, from, &at); from = at + e->word.len)
        if (!is_excepted(p, e, e->word, at))
            report_avoided(p, e, place_in(p, at));
}

/* ---- names ---- */

static bool is_han(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/* Whether the text is the name but for one Han character; of two characters the surname is the
   same, for two names with nothing but a given name in common are two persons. */
static bool is_near(zt_str text, zt_str name)
{
    size_t a = 0, b = 0, differs = 0, count = 0;
    bool surname = true;
    for (; a < text.len && b < name.len; count++) {
        uint32_t is = zt_utf8_next(text, &a), wanted = zt_utf8_next(name, &b);
        if (!is_han(is) || !is_han(wanted))
            return false;
        differs += is != wanted;
        surname = surname && (count > 0 || is == wanted);
    }
    return a == text.len && b == name.len && differs == 1 && (surname || count > 2);
}

/* Whether any entry has that name. */
static bool is_listed(const zt_house_list *list, zt_str name)
{
    for (size_t i = 0; i < list->entries.count; i++)
        if (list->entries.items[i].kind == NAME && zt_str_equal(list->entries.items[i].word, name))
            return true;
    return false;
}

/* The words of so many bytes there, whole characters; empty where the text has none. */
static zt_str words_at(zt_str text, size_t from, size_t characters)
{
    size_t at = from;
    for (size_t i = 0; i < characters; i++) {
        if (at >= text.len)
            return (zt_str){0};
        zt_utf8_next(text, &at);
    }
    return zt_str_slice(text, from, at);
}

/* Where so many characters before `end` begin; SIZE_MAX where there are fewer. */
static size_t characters_before(zt_str text, size_t end, size_t characters)
{
    for (; characters > 0; characters--) {
        if (end == 0)
            return SIZE_MAX;
        do
            end--;
        while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80);
    }
    return end;
}

static void check_person(const printed *p, const house_entry *e, zt_str title, size_t from)
{
    zt_str found = words_at(p->text, from, zt_utf8_count(e->word));
    if (!is_near(found, e->word) || is_listed(p->list, found))
        return;
    zt_report(p->diags, ZT_WARNING, "name-suspect", place_in(p, from),
              "“%.*s”与“%.*s”只差一字，职务同是“%.*s”（%s）；核对姓名，另有其人就加进表里",
              "“%.*s” differs from “%.*s” in one character, and both are “%.*s” (%s); look at the "
              "name, or add it to the list",
              ZT_ARG(found), ZT_ARG(e->word), ZT_ARG(title), line_of(p, e));
}

/* Before the title or behind it: 局长罗蔺, 罗蔺局长. */
static void check_name(const printed *p, const house_entry *e, zt_str title)
{
    size_t at;
    for (size_t from = 0; find(p->text, title, from, &at); from = at + title.len) {
        size_t before = characters_before(p->text, at, zt_utf8_count(e->word));
        if (before != SIZE_MAX)
            check_person(p, e, title, before);
        check_person(p, e, title, at + title.len);
    }
}

/* ---- the whole ---- */

static void check_text(const printed *p)
{
    for (size_t i = 0; i < p->list->entries.count; i++) {
        const house_entry *e = &p->list->entries.items[i];
        if (e->kind == AVOID)
            check_avoided(p, e);
        for (size_t k = 0; k < e->others.count && e->kind != AVOID; k++)
            e->kind == NAME ? check_name(p, e, e->others.items[k])
                            : check_term(p, e, e->others.items[k]);
    }
}

static bool is_text_attr(const zt_node *node, const char *name)
{
    const zt_attr *row = node->row ? node->row->attrs : NULL;
    while (row && row->name && strcmp(row->name, name) != 0)
        row++;
    return row && row->name && row->type == ZT_ATTR_TEXT;
}

static void check_node(const zt_house_list *list, zt_diags *diags, const zt_node *node)
{
    for (size_t i = 0; i < node->attr_count; i++) {
        const zt_attr_value *a = &node->attrs[i];
        if (is_text_attr(node, a->name))
            check_text(&(printed){list, diags, a->value, a->value_at, a->written});
    }
    for (const zt_node *child = node->first; child; child = child->next) {
        if (!child->name)
            check_text(&(printed){list, diags, child->text, child->at, child->written});
        else if (child->known && !zt_node_is(child, "accept"))
            check_node(list, diags, child);
    }
}

void zt_house_list_check(const zt_house_list *list, zt_diags *diags, const zt_node *root)
{
    check_node(list, diags, root);
}
