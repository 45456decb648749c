/* The checker: one walk over the tree beside the table. It goes on after every mistake, and guesses
   what an unknown name was meant to be so that mistakes inside it are found in the same run. */
#include "xml/grammar_imp.h"

#include <string.h>

#include "base/near.h"
#include "base/utf8.h"

/* The one walk over the tree; scratch is for messages and goes when it ends. */
typedef struct checker {
    const zt_grammar *grammar;
    zt_diags *diags;
    zt_arena *scratch;
    const zt_elem *root; /* NULL: of no known name */
} checker;

/* What has been seen among the children of one element; a slot for each row of its list. */
typedef struct seen {
    int *counts;
    zt_pos *first;
    bool *excused;   /* a misspelt child was probably meant: not missing as well */
    int place;       /* the furthest place reached in an ordered list */
    const char *who; /* and the name that reached it */
} seen;

/* ---- the table ---- */

/* The first table is the grammar's own, the others follow in their order. */
const zt_elem *zt_grammar_row(const zt_grammar *grammar, size_t i)
{
    if (i < grammar->elem_count)
        return grammar->elems + i;
    i -= grammar->elem_count;
    for (const zt_elem_rows *const *rows = grammar->more; rows && *rows; rows++) {
        if (i < (*rows)->count)
            return (*rows)->elems + i;
        i -= (*rows)->count;
    }
    return NULL;
}

/* The row of a def among `count` rows. */
static const zt_elem *find_def(const zt_elem *elems, size_t count, const char *def)
{
    for (size_t i = 0; i < count; i++)
        if (elems[i].def[0] == def[0] && strcmp(elems[i].def, def) == 0)
            return elems + i;
    return NULL;
}

/* By walking: a table has some two hundred rows and a document asks once an element. */
const zt_elem *zt_grammar_def(const zt_grammar *grammar, const char *def)
{
    const zt_elem *found = find_def(grammar->elems, grammar->elem_count, def);
    for (const zt_elem_rows *const *rows = grammar->more; !found && rows && *rows; rows++)
        found = find_def((*rows)->elems, (*rows)->count, def);
    return found;
}

const char *zt_child_def(const zt_child *child)
{
    return child->def[0] == '|' ? child->def + 1 : child->def;
}

bool zt_child_shares_place(const zt_child *child)
{
    return child->def[0] == '|';
}

size_t zt_child_count(const zt_elem *elem)
{
    size_t count = 0;
    while (elem->children && elem->children[count].def)
        count++;
    return count;
}

size_t zt_attr_count(const zt_elem *elem)
{
    size_t count = 0;
    while (elem->attrs && elem->attrs[count].name)
        count++;
    return count;
}

bool zt_attr_is_required(const zt_attr *attr)
{
    return attr->initial && strcmp(attr->initial, ZT_REQUIRED) == 0;
}

/* The row of a child; a child that the table does not hold is our own mistake. */
static const zt_elem *child_elem(const zt_grammar *grammar, const zt_child *child)
{
    const zt_elem *elem = zt_grammar_def(grammar, zt_child_def(child));
    zt_assert(elem);
    return elem;
}

/* A def ends with the name as it is written, "row" as well as "ledger/row", so that only the row of
   the child that is meant is looked for. */
static bool is_named(const zt_child *child, const char *name)
{
    const char *def = zt_child_def(child), *slash = strrchr(def, '/');
    const char *own = slash ? slash + 1 : def;
    return own[0] == name[0] && strcmp(own, name) == 0;
}

/* The child row of that name; its index goes to *row. */
static const zt_elem *find_child(const zt_grammar *grammar, const zt_elem *parent, const char *name,
                                 size_t *row)
{
    for (size_t i = 0; parent->children && parent->children[i].def; i++)
        if (is_named(parent->children + i, name)) {
            *row = i;
            return child_elem(grammar, parent->children + i);
        }
    return NULL;
}

/* The row of a root element of that name, NULL for any other. */
static const zt_elem *find_root(const zt_grammar *grammar, const char *name)
{
    for (const char *const *root = grammar->roots; *root; root++) {
        const zt_elem *elem = zt_grammar_def(grammar, *root);
        if (elem && strcmp(elem->name, name) == 0)
            return elem;
    }
    return NULL;
}

const zt_elem *zt_grammar_elem(const zt_node *node)
{
    for (const zt_node *at = node; at; at = at->parent)
        if (!at->known)
            return NULL;
    return node ? node->row : NULL;
}

/* ---- attributes ---- */

/* The row of that attribute, NULL when the element has none. */
static const zt_attr *find_attr(const zt_elem *elem, const char *name)
{
    for (const zt_attr *attr = elem->attrs; attr && attr->name; attr++)
        if (attr->name[0] == name[0] && strcmp(attr->name, name) == 0)
            return attr;
    return NULL;
}

/* Names of all attributes of the element, parted by blanks, in `scratch`. */
static const char *list_attrs(const checker *c, const zt_elem *elem)
{
    zt_buf out;
    zt_buf_init(&out, c->scratch);
    for (const zt_attr *attr = elem->attrs; attr && attr->name; attr++)
        zt_buf_printf(&out, "%s%s", out.len ? " " : "", attr->name);
    return zt_buf_view(&out).data;
}

/* The attribute that was probably meant, or NULL. */
static const char *nearest_attr(const checker *c, const zt_elem *elem, const char *name)
{
    size_t count = zt_attr_count(elem);
    const char **names = ZT_ARRAY(c->scratch, count, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = elem->attrs[i].name;
    return zt_nearest(zt_str_from(name), names, count);
}

/* The only required attribute that the element lacks: another one was written in its place. */
static const char *missing_attr(const zt_node *node, const zt_elem *elem)
{
    const char *missing = NULL;
    for (const zt_attr *attr = elem->attrs; attr && attr->name; attr++) {
        if (!zt_attr_is_required(attr) || zt_node_find(node, attr->name))
            continue;
        if (missing)
            return NULL;
        missing = attr->name;
    }
    return missing;
}

/* Reports unknown-attribute with the nearest name, or with all names when none is near. */
static void unknown_attr(const checker *c, const zt_elem *elem, const zt_attr_value *given,
                         const char *near)
{
    if (near) {
        zt_report(c->diags, ZT_ERROR, "unknown-attribute", given->at,
                  "<%s> 没有属性 %s；是否想写 %s？", "<%s> has no attribute %s; did you mean %s?",
                  elem->name, given->name, near);
        zt_diags_add_change(c->diags, "unknown-attribute", given->at, zt_str_from(given->name),
                            zt_str_from(near));
    } else if (zt_attr_count(elem) == 0) {
        zt_report(c->diags, ZT_ERROR, "unknown-attribute", given->at, "<%s> 不带属性，却写了 %s",
                  "<%s> takes no attributes, found %s", elem->name, given->name);
    } else {
        zt_report(c->diags, ZT_ERROR, "unknown-attribute", given->at,
                  "<%s> 没有属性 %s；可用的有：%s", "<%s> has no attribute %s; it takes: %s",
                  elem->name, given->name, list_attrs(c, elem));
    }
}

/* Whether the name stands in the blank-separated list of names that were probably misspelt: a
   required attribute that is there under a wrong name is one mistake, not two. */
static bool is_excused(zt_str excused, const char *name)
{
    return zt_str_in_words(zt_str_from(name), excused.data ? excused.data : "");
}

/* Reports unknown-attribute, what zt_attr_check finds, and missing-attribute. */
static void check_attrs(const checker *c, const zt_node *node, const zt_elem *elem)
{
    zt_buf excused;
    zt_buf_init(&excused, c->scratch);
    for (size_t i = 0; i < node->attr_count; i++) {
        const zt_attr_value *given = node->attrs + i;
        const zt_attr *attr = find_attr(elem, given->name);
        if (attr) {
            zt_attr_check(attr, node, given, c->diags);
            continue;
        }
        const char *near = nearest_attr(c, elem, given->name);
        near = near ? near : missing_attr(node, elem);
        unknown_attr(c, elem, given, near);
        if (near)
            zt_buf_printf(&excused, " %s", near);
    }
    for (const zt_attr *attr = elem->attrs; attr && attr->name; attr++)
        if (zt_attr_is_required(attr) && !zt_node_find(node, attr->name) &&
            !is_excused(zt_buf_view(&excused), attr->name))
            zt_report(c->diags, ZT_ERROR, "missing-attribute", node->at, "<%s> 缺少属性 %s（%s）",
                      "<%s> lacks the attribute %s (%s)", elem->name, attr->name, attr->zh);
}

/* ---- children ---- */

static void check_element(const checker *c, zt_node *node, const zt_elem *elem);

/* Text where only elements may stand; the place is that of its first visible character. */
static void check_no_text(const checker *c, const zt_node *text, const zt_elem *elem)
{
    zt_pos at = text->at;
    size_t i = 0;
    for (; i < text->text.len && zt_is_blank(text->text.data[i]); i++) {
        bool line = text->text.data[i] == '\n';
        at.line += line;
        at.column = line ? 1 : at.column + 1;
    }
    if (i == text->text.len)
        return;
    size_t end = i;
    for (int shown = 0; shown < 12 && end < text->text.len; shown++)
        zt_utf8_next(text->text, &end);
    zt_str found = zt_str_trim(zt_str_slice(text->text, i, end));
    zt_report(c->diags, ZT_ERROR, "unexpected-text", at, "<%s> 里不能直接写文字“%.*s”",
              "<%s> holds no text of its own, found \"%.*s\"", elem->name, ZT_ARG(found));
}

/* The elements that may stand in `parent`, as <a> <b>, in `scratch`. */
static const char *list_children(const checker *c, const zt_elem *parent)
{
    zt_buf out;
    zt_buf_init(&out, c->scratch);
    size_t count = zt_child_count(parent);
    for (size_t i = 0; i < count; i++)
        zt_buf_printf(&out, "%s<%s>", i ? " " : "",
                      child_elem(c->grammar, parent->children + i)->name);
    return count ? zt_buf_view(&out).data : "";
}

typedef ZT_VEC(const zt_elem *) elems;

static bool holds(const elems *list, const zt_elem *elem)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == elem)
            return true;
    return false;
}

/* The root and all that may stand below it, at any depth. */
static elems elems_below(const checker *c)
{
    elems found = {0};
    ZT_PUSH(c->scratch, &found, c->root);
    for (size_t i = 0; i < found.count; i++)
        for (size_t k = 0; k < zt_child_count(found.items[i]); k++) {
            const zt_elem *child = child_elem(c->grammar, found.items[i]->children + k);
            if (!holds(&found, child))
                ZT_PUSH(c->scratch, &found, child);
        }
    return found;
}

static void put_parent(const checker *c, zt_buf *out, const zt_elem *elem, const char *name)
{
    size_t row;
    if (find_child(c->grammar, elem, name, &row))
        zt_buf_printf(out, "%s<%s>", out->len ? " " : "", elem->name);
}

/* The elements that may hold one called `name`: those that this root may have, since what is told
   should work when followed; where it has none, those of others. */
static const char *list_parents(const checker *c, const char *name)
{
    zt_buf out;
    zt_buf_init(&out, c->scratch);
    elems below = elems_below(c);
    const zt_elem *elem;
    for (size_t i = 0; (elem = zt_grammar_row(c->grammar, i)) != NULL; i++)
        if (holds(&below, elem))
            put_parent(c, &out, elem, name);
    for (size_t i = 0; !out.len && (elem = zt_grammar_row(c->grammar, i)) != NULL; i++)
        put_parent(c, &out, elem, name);
    return out.len ? zt_buf_view(&out).data : "";
}

/* The only element called `name`; NULL when there is none or several. */
static const zt_elem *only_elem(const zt_grammar *grammar, const char *name, size_t *count)
{
    const zt_elem *found = NULL, *elem;
    *count = 0;
    for (size_t i = 0; (elem = zt_grammar_row(grammar, i)) != NULL; i++)
        if (strcmp(elem->name, name) == 0 && ++*count == 1)
            found = elem;
    return *count == 1 ? found : NULL;
}

/* By the name as it is written, wherever it may stand: to tell a misplaced element from a
   mistyped one. */
bool zt_grammar_knows(const zt_grammar *grammar, zt_str name)
{
    const zt_elem *elem;
    for (size_t i = 0; (elem = zt_grammar_row(grammar, i)) != NULL; i++)
        if (zt_str_is(name, elem->name))
            return true;
    return false;
}

/* The child of `parent` that was probably meant, or NULL. */
static const char *nearest_child(const checker *c, const zt_elem *parent, const char *name)
{
    size_t count = zt_child_count(parent);
    const char **names = ZT_ARRAY(c->scratch, count, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = child_elem(c->grammar, parent->children + i)->name;
    return zt_nearest(zt_str_from(name), names, count);
}

/* The same among all elements of the grammar. */
static const char *nearest_of_all(const checker *c, const char *name)
{
    ZT_VEC(const char *) names = {0};
    const zt_elem *elem;
    for (size_t i = 0; (elem = zt_grammar_row(c->grammar, i)) != NULL; i++)
        ZT_PUSH(c->scratch, &names, elem->name);
    return zt_nearest(zt_str_from(name), names.items, names.count);
}

/* The remedy of the finding that was just reported. */
static void rename_to(const checker *c, const char *code, const zt_node *node, const char *name)
{
    zt_diags_add_change(c->diags, code, node->at, zt_str_from(node->name), zt_str_from(name));
}

/* Reports misplaced-element: known, but not in this parent. `near` is a child of the parent with a
   similar name, or NULL. */
static void report_misplaced(const checker *c, const zt_node *node, const zt_elem *parent,
                             const char *near)
{
    if (near) {
        zt_report(c->diags, ZT_ERROR, "misplaced-element", node->at,
                  "<%s> 不能放在 <%s> 里；是否想写 <%s>？（<%s> 属于 %s）",
                  "<%s> cannot stand in <%s>; did you mean <%s>? (<%s> belongs in %s)", node->name,
                  parent->name, near, node->name, list_parents(c, node->name));
        rename_to(c, "misplaced-element", node, near);
    } else {
        zt_report(c->diags, ZT_ERROR, "misplaced-element", node->at,
                  "<%s> 不能放在 <%s> 里；它属于 %s", "<%s> cannot stand in <%s>; it belongs in %s",
                  node->name, parent->name, list_parents(c, node->name));
    }
}

/* Reports unknown-element with the nearest name or with all that may stand here. */
static void report_unknown(const checker *c, const zt_node *node, const zt_elem *parent,
                           const char *near)
{
    if (near) {
        zt_report(c->diags, ZT_ERROR, "unknown-element", node->at, "没有元素 <%s>；是否想写 <%s>？",
                  "no element <%s>; did you mean <%s>?", node->name, near);
        rename_to(c, "unknown-element", node, near);
    } else if (zt_child_count(parent) == 0) {
        zt_report(c->diags, ZT_ERROR, "unknown-element", node->at,
                  "没有元素 <%s>；<%s> 里不能有元素", "no element <%s>; <%s> holds no elements",
                  node->name, parent->name);
    } else {
        zt_report(c->diags, ZT_ERROR, "unknown-element", node->at,
                  "没有元素 <%s>；<%s> 里可以有：%s", "no element <%s>; <%s> may hold: %s",
                  node->name, parent->name, list_children(c, parent));
    }
}

/* A child that its parent does not know: elsewhere at home, misspelt, or unheard of. */
static void check_stray(const checker *c, zt_node *node, const zt_elem *parent, const seen *s)
{
    size_t homes, row = 0;
    const zt_elem *meant = only_elem(c->grammar, node->name, &homes);
    const char *near = nearest_child(c, parent, node->name);
    if (near) { /* <credit> in <graphic> is a mistyped <credits>, though <photo> has a <credit> */
        meant = find_child(c->grammar, parent, near, &row);
        s->excused[row] = true;
    }
    if (homes > 0)
        report_misplaced(c, node, parent, near);
    else
        report_unknown(c, node, parent, near ? near : nearest_of_all(c, node->name));
    if (meant)
        check_element(c, node, meant);
    node->known = false;
}

/* The place of a row in an ordered list; rows marked "|" share that of the row before. */
static int place_of(const zt_elem *parent, size_t row)
{
    int place = 0;
    for (size_t i = 1; i <= row; i++)
        place += !zt_child_shares_place(parent->children + i);
    return place;
}

/* Reports wrong-order; an element that comes too late does not move the place on, so that each is
   said once. */
static void check_order(const checker *c, const zt_node *node, const zt_elem *parent, size_t row,
                        seen *s)
{
    int place = place_of(parent, row);
    if (!parent->ordered)
        return;
    if (place < s->place) {
        zt_report(c->diags, ZT_ERROR, "wrong-order", node->at, "<%s> 应放在 <%s> 之前",
                  "<%s> must come before <%s>", node->name, s->who);
        return;
    }
    s->place = place;
    s->who = node->name;
}

/* Reports repeated-element with the place of the first. A repeated child is checked inside as well
   but not `known`: readers leave it out. */
static void check_child(const checker *c, zt_node *node, const zt_elem *parent, seen *s)
{
    size_t row = 0;
    const zt_elem *elem = find_child(c->grammar, parent, node->name, &row);
    if (!elem) {
        check_stray(c, node, parent, s);
        return;
    }
    int max = parent->children[row].max;
    if (s->counts[row]++ == 0)
        s->first[row] = node->at;
    bool repeated = max > 0 && s->counts[row] > max;
    if (repeated)
        zt_report(c->diags, ZT_ERROR, "repeated-element", node->at,
                  "<%s> 里最多有 %d 个 <%s>，第一个在第 %d 行",
                  "<%s> holds at most %d <%s>, the first is in line %d", parent->name, max,
                  node->name, s->first[row].line);
    else
        check_order(c, node, parent, row, s);
    check_element(c, node, elem);
    node->known = !repeated;
}

/* Reports missing-element for rows with fewer children than `min`. `s` NULL: the element has no
   children at all. */
static void check_missing(const checker *c, const zt_node *node, const zt_elem *elem, const seen *s)
{
    size_t count = zt_child_count(elem);
    for (size_t i = 0; i < count; i++) {
        const zt_child *child = elem->children + i;
        int found = s ? s->counts[i] : 0;
        if (found >= child->min || (s && s->excused[i]))
            continue;
        zt_report(c->diags, ZT_ERROR, "missing-element", node->at,
                  "<%s> 里缺少 <%s>：至少 %d 个，现有 %d 个",
                  "<%s> lacks <%s>: at least %d expected, %d found", elem->name,
                  child_elem(c->grammar, child)->name, child->min, found);
    }
}

/* The children of one element, with what was seen of each row. */
static void check_content(const checker *c, zt_node *node, const zt_elem *elem)
{
    if (!zt_node_child(node, NULL)) {
        check_missing(c, node, elem, NULL);
        return;
    }
    size_t count = zt_child_count(elem);
    seen s = {
        .counts = ZT_ARRAY(c->scratch, count, int),
        .first = ZT_ARRAY(c->scratch, count, zt_pos),
        .excused = ZT_ARRAY(c->scratch, count, bool),
        .place = -1,
    };
    for (zt_node *child = zt_node_child(node, NULL); child; child = zt_node_sibling(child, NULL))
        check_child(c, child, elem, &s);
    check_missing(c, node, elem, &s);
}

/* An element that has its row: attributes, stray text, children. */
static void check_element(const checker *c, zt_node *node, const zt_elem *elem)
{
    node->known = true;
    node->row = elem;
    check_attrs(c, node, elem);
    if (elem->content == ZT_EMPTY || elem->content == ZT_ELEMENTS)
        for (zt_node *child = node->first; child; child = child->next)
            if (!child->name)
                check_no_text(c, child, elem);
    check_content(c, node, elem);
}

/* A wrong root ends the check: below it nothing could be judged. */
static void check_root(const checker *c, zt_node *root)
{
    const zt_elem *elem = find_root(c->grammar, root->name);
    if (elem) {
        checker within = *c;
        within.root = elem;
        check_element(&within, root, elem);
        return;
    }
    root->known = false;
    zt_buf names;
    zt_buf_init(&names, c->scratch);
    for (const char *const *name = c->grammar->roots; *name; name++)
        zt_buf_printf(&names, "%s<%s>", names.len ? " " : "", *name);
    size_t homes;
    only_elem(c->grammar, root->name, &homes);
    zt_report(c->diags, ZT_ERROR, homes ? "misplaced-element" : "unknown-element", root->at,
              "根元素是 <%s>，应为 %s", "the root element is <%s>, expected %s", root->name,
              zt_buf_view(&names).data);
}

/* What was reported is counted by a mark, since findings of earlier files are in the same list. */
bool zt_grammar_check(const zt_grammar *grammar, zt_node *root, zt_diags *diags)
{
    if (!root)
        return false;
    size_t before = zt_diags_mark(diags);
    checker c = {grammar, diags, zt_diags_scratch(diags), NULL};
    check_root(&c, root);
    zt_arena_drop(c.scratch);
    return zt_diags_mark(diags) == before;
}
