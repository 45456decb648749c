/* The nodes of a document with the names of its entries: 第7条 2021-12-17, 第2组第1条. */
#include "model/doc_imp.h"

#include <stdlib.h>

/* How the entries of a list are called: `before` and `after` stand round the number in Chinese,
   `en` before it in English; `what` is an attribute that says more, such as a date. */
typedef struct entry_name {
    const char *element, *before, *after, *en, *what;
} entry_name;

static const entry_name entry_names[] = {
    {"event", "第", "条", "entry ", "date"}, {"group", "第", "组", "group ", NULL},
    {"point", "第", "条", "point ", NULL},   {"task", "任务 ", "", "task ", NULL},
    {"row", "第", "行", "row ", NULL},       {"cell", "第", "格", "cell ", NULL},
    {"figure", "第", "项", "figure ", NULL}, {"pair", "第", "项", "pair ", "label"},
    {"name", "第", "项", "name ", NULL},     {"q", "第", "条", "quotation ", NULL},
    {"node", "第", "项", "node ", NULL},     {"item", "第", "项", "item ", "key"},
    {"p", "第", "段", "paragraph ", NULL},
};

enum { NAMES = sizeof entry_names / sizeof *entry_names };

/* NAMES when it is no entry. */
static size_t entry_name_of(const zt_node *node)
{
    size_t i = 0;
    while (i < NAMES && !(node->name && zt_node_is(node, entry_names[i].element)))
        i++;
    /* The task of a ledger's row is no entry of its own. */
    return i < NAMES && node->parent && zt_node_is(node->parent, "row") && zt_node_is(node, "task")
               ? NAMES
               : i;
}

/* Of an interval the day that it begins with. */
static zt_str first_day(zt_str date)
{
    for (size_t i = 0; i < date.len; i++)
        if (date.data[i] == '/')
            return zt_str_slice(date, 0, i);
    return date;
}

/* An entry within an entry has both names. */
static void name_entry(zt_arena *arena, const zt_node *node, const entry_name *name, size_t place,
                       zt_origin *origin)
{
    zt_str number = zt_node_attr(node, "no", NULL);
    if (number.len == 0)
        number = zt_str_from(zt_arena_printf(arena, "%zu", place));
    zt_str what = name->what ? zt_node_attr(node, name->what, NULL) : (zt_str){0};
    if (zt_node_is(node, "event"))
        what = first_day(what);
    const char *gap = what.len ? " " : "", *comma = origin->en.len ? ", " : "";
    origin->zh =
        zt_str_from(zt_arena_printf(arena, "%.*s%s%.*s%s%s%.*s", ZT_ARG(origin->zh), name->before,
                                    ZT_ARG(number), name->after, gap, ZT_ARG(what)));
    origin->en = zt_str_from(zt_arena_printf(arena, "%.*s%s%s%.*s%s%.*s", ZT_ARG(origin->en), comma,
                                             name->en, ZT_ARG(number), gap, ZT_ARG(what)));
}

/* The list while the tree is walked; `file` is the path of the nodes around. */
typedef struct origin_list {
    zt_arena *arena;
    const char *file;
    ZT_VEC(zt_origin) list;
} origin_list;

/* A section whose contents are another file's. */
static bool is_fetched(const zt_node *node)
{
    return zt_node_is(node, "section") && zt_node_find(node, "import") != NULL;
}

/* `origin` holds the names of the entry around the node; what is no entry keeps them. */
static void add(origin_list *l, const zt_node *node, zt_origin origin)
{
    size_t index = l->list.count, places[NAMES + 1] = {0};
    ZT_PUSH(l->arena, &l->list, origin);
    for (const zt_node *child = node->first; child; child = child->next) {
        zt_origin next = {.at = child->at, .parent = index, .zh = origin.zh, .en = origin.en};
        size_t name = entry_name_of(child), place = ++places[name];
        if (child->at.file != l->file && !is_fetched(node))
            continue; /* an imported row: its place is no place of this document */
        if (child->name)
            next.id = zt_attr_text(child, "id");
        if (name < NAMES)
            name_entry(l->arena, child, &entry_names[name], place, &next);
        const char *around = l->file;
        l->file = child->at.file;
        add(l, child, next);
        l->file = around;
    }
    l->list.items[index].end = l->list.count;
}

/* An item with its number, to be sorted. */
typedef struct placed_origin {
    zt_pos at;
    size_t index;
} placed_origin;

static int by_place(const void *a, const void *b)
{
    const placed_origin *left = a, *right = b;
    int order = zt_origin_compare(left->at, right->at);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

/* The order of places of a document in several files; NULL where it is that of the list. */
static const size_t *order_of(zt_arena *arena, const origin_list *l)
{
    size_t count = l->list.count;
    bool one = true;
    for (size_t i = 0; i < count; i++)
        one = one && l->list.items[i].at.file == l->list.items[0].at.file;
    if (one)
        return NULL;
    placed_origin *placed = ZT_ARRAY(arena, count, placed_origin);
    size_t *order = ZT_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        placed[i] = (placed_origin){l->list.items[i].at, i};
    qsort(placed, count, sizeof *placed, by_place);
    for (size_t i = 0; i < count; i++)
        order[i] = placed[i].index;
    return order;
}

/* The document's own id names its file, not something to be found on the page. */
zt_origins zt_origins_of(zt_arena *arena, const zt_node *root)
{
    origin_list l = {.arena = arena, .file = root->at.file};
    add(&l, root, (zt_origin){.at = root->at});
    return (zt_origins){l.list.items, l.list.count, order_of(arena, &l)};
}
