/* gen/scene/tag_tree_end.c — what can be said of a structure only when all is told: the data of
   figures, tables whose rows all have their columns, levels of heads, and whether the whole holds.
 */
#include <math.h>
#include <string.h>

#include "scene/tag_tree_imp.h"

static bool has_words(const char *text)
{
    return text && *text;
}

/* ---- the data of a figure ---- */

/* A table with more cells is not told: its figure has the alternative text. */
enum { MOST_CELLS = 1000 };

/* A new element as the last kid of one on the same page. */
static zt_element *kid_of(zt_tag_tree *tree, zt_element *parent, zt_role role)
{
    zt_element *kid = zt_element_new(tree, role, parent->page);
    zt_element_adopt(tree, parent, kid);
    return kid;
}

/* The same as the first. */
static zt_element *first_kid_of(zt_tag_tree *tree, zt_element *parent, zt_role role)
{
    zt_element *kid = kid_of(tree, parent, role);
    zt_element_kid *kids = parent->kids.items, last = kids[parent->kids.count - 1];
    memmove(kids + 1, kids, (parent->kids.count - 1) * sizeof *kids);
    kids[0] = last;
    return kid;
}

/* A cell says its words as its actual text (14.9.4): nothing on the page is its content. */
static void add_cell(zt_tag_tree *tree, zt_element *row, zt_str text, const char *scope)
{
    zt_element *cell = kid_of(tree, row, scope ? ZT_ROLE_TH : ZT_ROLE_TD);
    cell->text = text;
    cell->scope = scope;
}

/* The table below its figure: for readers that go into a figure; to the others the figure's
   alternative text says the same. */
static void add_table(zt_tag_tree *tree, zt_element *figure, const zt_data_table *data)
{
    if (data->row_count == 0 || (data->row_count + 1) * data->column_count > MOST_CELLS)
        return;
    zt_element *table = kid_of(tree, figure, ZT_ROLE_TABLE);
    zt_element *row = kid_of(tree, table, ZT_ROLE_TR);
    for (size_t k = 0; k < data->column_count; k++)
        add_cell(tree, row, data->heads[k], "Column");
    for (size_t i = 0; i < data->row_count; i++) {
        row = kid_of(tree, table, ZT_ROLE_TR);
        for (size_t k = 0; k < data->column_count; k++)
            add_cell(tree, row, zt_data_table_cell(data, i, k), k == 0 ? "Row" : NULL);
    }
}

/* ---- tables ---- */

/* Whether all kids of an element are elements of that role. */
static bool holds_only(const zt_element *element, zt_role role)
{
    for (size_t i = 0; i < element->kids.count; i++)
        if (element->kids.items[i].kind != ZT_KID_ELEMENT ||
            element->kids.items[i].element->role != role)
            return false;
    return element->kids.count > 0;
}

/* The columns of a table: left edges of the cells of its longest row, from the row's own. */
typedef struct table_columns {
    const double *left;
    size_t count;
    /* Edges grow from cell to cell: where they do not, cells are counted instead. */
    bool known;
} table_columns;

static double cell_left(const zt_element *row, size_t k)
{
    return row->kids.items[k].element->box.x - row->box.x;
}

/* Whether a row was painted cell beside cell. */
static bool runs_right(const zt_element *row)
{
    for (size_t k = 0; k < row->kids.count; k++) {
        const zt_element *cell = row->kids.items[k].element;
        if (!cell->group || !row->group || (k && cell_left(row, k) <= cell_left(row, k - 1)))
            return false;
    }
    return true;
}

/* Of the longest row; the first of several. */
static table_columns columns_of(zt_tag_tree *tree, const zt_element *table)
{
    const zt_element *longest = NULL;
    for (size_t i = 0; i < table->kids.count; i++) {
        const zt_element *row = table->kids.items[i].element;
        if (!longest || row->kids.count > longest->kids.count)
            longest = row;
    }
    table_columns c = {.count = longest ? longest->kids.count : 0};
    c.known = longest && runs_right(longest);
    double *left = ZT_ARRAY(tree->arena, c.count + 1, double);
    for (size_t k = 0; c.known && k < c.count; k++)
        left[k] = cell_left(longest, k);
    c.left = left;
    return c;
}

/* The column that begins nearest to x. */
static size_t column_near(const table_columns *c, double x)
{
    size_t best = 0;
    for (size_t k = 1; k < c->count; k++)
        if (fabs(c->left[k] - x) < fabs(c->left[best] - x))
            best = k;
    return best;
}

/* In which column each cell of a row begins; false where two would begin in one. */
static bool columns_of_row(const table_columns *c, const zt_element *row, size_t *begins)
{
    if (!c->known || !runs_right(row))
        return false;
    for (size_t k = 0; k < row->kids.count; k++) {
        begins[k] = column_near(c, cell_left(row, k));
        if (k && begins[k] <= begins[k - 1])
            return false;
    }
    return true;
}

/* A row that begins right of the first column has an empty cell before; it is no head. */
static void add_empty_cell(zt_tag_tree *tree, zt_element *row, size_t span)
{
    first_kid_of(tree, row, ZT_ROLE_TD)->span = span;
}

/* Each cell goes on to the next one, the last to the end of the row. */
static void level_row(zt_tag_tree *tree, const table_columns *c, zt_element *row)
{
    size_t count = row->kids.count;
    if (count == 0 || count >= c->count)
        return;
    size_t *begins = ZT_ARRAY(tree->arena, count + 1, size_t);
    if (!columns_of_row(c, row, begins))
        for (size_t k = 0; k < count; k++)
            begins[k] = k;
    begins[count] = c->count;
    for (size_t k = 0; k < count; k++)
        row->kids.items[k].element->span = begins[k + 1] - begins[k];
    if (begins[0] > 0)
        add_empty_cell(tree, row, begins[0]);
}

/* What a head is over: its row where other things than heads stand in it, else its column. */
static void add_scopes(const zt_element *row)
{
    const char *scope = holds_only(row, ZT_ROLE_TH) ? "Column" : "Row";
    for (size_t k = 0; k < row->kids.count; k++) {
        zt_element *cell = row->kids.items[k].element;
        if (cell->role == ZT_ROLE_TH && !cell->scope)
            cell->scope = scope;
    }
}

/* Kids `first` to `end` of a table go into a new element of its own. */
static void group_rows(zt_tag_tree *tree, zt_element *table, const zt_element_kid *rows,
                       size_t first, size_t end, zt_role role)
{
    zt_element *group = zt_element_new(tree, role, rows[first].element->page);
    zt_element_adopt(tree, table, group);
    for (size_t i = first; i < end; i++)
        zt_element_adopt(tree, group, rows[i].element);
}

/* Rows of heads alone that lead a table are its THead, all others its TBody (14.8.4.3.4); where
   there is no such row, or no other, the table stays as it is. */
static void add_row_groups(zt_tag_tree *tree, zt_element *table, size_t heads)
{
    const zt_element_kid *rows = table->kids.items;
    size_t count = table->kids.count;
    if (heads == 0 || heads == count)
        return;
    table->kids.items = NULL;
    table->kids.count = table->kids.capacity = 0;
    group_rows(tree, table, rows, 0, heads, ZT_ROLE_THEAD);
    group_rows(tree, table, rows, heads, count, ZT_ROLE_TBODY);
}

static void finish_table(zt_tag_tree *tree, zt_element *table)
{
    size_t heads = 0, count = table->kids.count;
    if (!holds_only(table, ZT_ROLE_TR))
        return;
    while (heads < count && holds_only(table->kids.items[heads].element, ZT_ROLE_TH))
        heads++;
    table_columns c = columns_of(tree, table);
    for (size_t i = 0; i < count; i++) {
        add_scopes(table->kids.items[i].element);
        level_row(tree, &c, table->kids.items[i].element);
    }
    add_row_groups(tree, table, heads);
}

/* ---- heads ---- */

/* The heads that are open above the one that is read. */
typedef struct open_heads {
    int levels[7], depth;
} open_heads;

/* Heads keep their order of rank; a rank that the document does not use leaves no gap. */
static void level_heads(open_heads *open, zt_element *element)
{
    int level = zt_role_head_level(element->role);
    if (level) {
        while (open->depth && open->levels[open->depth - 1] >= level)
            open->depth--;
        open->levels[open->depth++] = level;
        element->role = (zt_role)(ZT_ROLE_H1 + open->depth - 1);
    }
    for (size_t i = 0; i < element->kids.count; i++)
        if (element->kids.items[i].kind == ZT_KID_ELEMENT)
            level_heads(open, element->kids.items[i].element);
}

/* What the author says of the whole stands before all that it holds. */
static void add_words(zt_tag_tree *tree)
{
    if (has_words(tree->book->alt))
        first_kid_of(tree, tree->document, ZT_ROLE_P)->text = zt_str_from(tree->book->alt);
}

void zt_tag_tree_end(zt_tag_tree *tree)
{
    zt_tag_tree_place_rest(tree);
    add_words(tree);
    size_t painted = tree->elements.count;
    for (size_t i = 0; i < painted; i++) {
        zt_element *element = tree->elements.items[i];
        if (element->group && element->group->table)
            add_table(tree, element, element->group->table);
    }
    size_t count = tree->elements.count;
    for (size_t i = 0; i < count; i++)
        if (tree->elements.items[i]->role == ZT_ROLE_TABLE)
            finish_table(tree, tree->elements.items[i]);
    level_heads(&(open_heads){0}, tree->document);
}

/* ---- whether it holds ---- */

static bool fault_of(zt_tag_tree_fault *fault, const zt_element *element, const char *zh,
                     const char *en)
{
    *fault = (zt_tag_tree_fault){element, zh, en};
    return false;
}

/* Columns that the cells of a row cover. */
static size_t width_of(const zt_element *row)
{
    size_t width = 0;
    for (size_t k = 0; k < row->kids.count; k++)
        width += row->kids.items[k].kind == ZT_KID_ELEMENT && row->kids.items[k].element->span
                     ? row->kids.items[k].element->span
                     : 1;
    return width;
}

/* All rows of a table, in a head or a body or not, cover as many columns (7.5). */
static bool is_regular(const zt_element *table, size_t *width)
{
    for (size_t i = 0; i < table->kids.count; i++) {
        const zt_element_kid *kid = &table->kids.items[i];
        if (kid->kind != ZT_KID_ELEMENT)
            return false;
        if (kid->element->role == ZT_ROLE_TR) {
            size_t own = width_of(kid->element);
            if (*width && own != *width)
                return false;
            *width = own;
        } else if (kid->element->role != ZT_ROLE_CAPTION && !is_regular(kid->element, width)) {
            return false;
        }
    }
    return true;
}

/* One element under its parent; ISO 14289-1 names the clauses. */
static bool element_holds(const zt_element *element, zt_tag_tree_fault *fault)
{
    const zt_element *parent = element->parent;
    size_t width = 0;
    if (element->role == ZT_ROLE_FIGURE && (!element->group || !has_words(element->group->alt)))
        return fault_of(fault, element, "图没有替代文字（7.3）",
                        "a figure without alternative text (7.3)");
    if (parent && zt_role_is_inline(parent->role) && parent->role != ZT_ROLE_NOTE &&
        parent->role != ZT_ROLE_FIGURE && !zt_role_is_inline(element->role))
        return fault_of(fault, element, "行内的元素中有整段的元素（7.1）",
                        "a block within an element of a line (7.1)");
    if (element->role == ZT_ROLE_TABLE && !is_regular(element, &width))
        return fault_of(fault, element, "表的各行列数不同（7.5）",
                        "rows of a table with different columns (7.5)");
    return true;
}

static bool all_hold(const zt_element *element, zt_tag_tree_fault *fault)
{
    if (!element_holds(element, fault))
        return false;
    for (size_t i = 0; i < element->kids.count; i++)
        if (element->kids.items[i].kind == ZT_KID_ELEMENT &&
            !all_hold(element->kids.items[i].element, fault))
            return false;
    return true;
}

bool zt_tag_tree_holds(const zt_tag_tree *tree, zt_tag_tree_fault *fault)
{
    if (!has_words(tree->book->title))
        return fault_of(fault, NULL, "没有标题（7.1）", "no title (7.1)");
    if (!has_words(tree->book->lang))
        return fault_of(fault, NULL, "没有说明语言（7.2）", "no language (7.2)");
    return all_hold(tree->document, fault);
}
