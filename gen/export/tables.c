/* gen/export/tables.c — the data of the figures of a book: which there are, and what their files
   are called. CSV beside the pages and files attached to a PDF have the same. */
#include "base/file_name.h"
#include "export/export.h"

/* Tables are collected while the scene is walked. */
typedef struct table_finder {
    zt_arena *arena;
    zt_data_tables found;
} table_finder;

/* A figure in pieces has its table on each of them. */
static void find_table(void *self, const zt_item *item, double dx, double dy)
{
    table_finder *f = self;
    const zt_group *group = (const zt_group *)item;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_GROUP || !group->table)
        return;
    for (size_t i = 0; group->flow && i < f->found.count; i++)
        if (f->found.items[i] == group->table)
            return;
    ZT_PUSH(f->arena, &f->found, group->table);
}

zt_data_tables zt_book_tables(zt_arena *arena, const zt_book *book)
{
    table_finder f = {.arena = arena};
    zt_visitor visitor = {.self = &f, .enter = find_table};
    for (size_t i = 0; i < book->page_count; i++)
        zt_scene_walk(book->pages[i]->root, &visitor);
    return f.found;
}

/* The number of a table that has no name of its own. */
static const char *table_number(zt_arena *arena, size_t index)
{
    return zt_arena_printf(arena, "%zu", index + 1);
}

/* Whether the name is the number of another table, or that of one before it, where A and a are one
   letter: the later file would take the place of the earlier. */
static bool is_taken(zt_arena *arena, const zt_data_tables *tables, size_t index, const char *name)
{
    for (size_t i = 0; i < tables->count; i++) {
        const char *other = zt_str_copy(arena, tables->items[i]->name).data;
        if (i != index && (zt_file_name_order(table_number(arena, i), name) == 0 ||
                           (i < index && zt_file_name_order(other, name) == 0)))
            return true;
    }
    return false;
}

const char *zt_table_file_name(zt_arena *arena, const zt_data_tables *tables, size_t index)
{
    const char *name = zt_str_copy(arena, tables->items[index]->name).data;
    zt_str character;
    bool own = zt_file_name_check(zt_str_from(name), &character) == ZT_NAME_FINE &&
               !is_taken(arena, tables, index, name);
    return own ? name : table_number(arena, index);
}
