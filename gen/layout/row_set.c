/* gen/layout/row_set.c — neighbours that share heads and rows of baselines. Blocks say in their
   plans which of their lines may be shared (zt_shared_line); here lines of one kind and number are
   brought to one height, which is that of the lowest of them: the white that the others lack is put
   above theirs. Blocks know nothing of it: what they have painted below such a place is moved down
   afterwards, and what reaches over it grows. */
#include <math.h>

#include "layout/layout_imp.h"

/* ---- which lines are shared ---- */

/* A line of one neighbour. Points from the top of the row, before anything was moved. */
typedef struct held_line {
    zt_cell *cell;
    size_t neighbour, index; /* of the cell's lines */
    /* Place in the order that all neighbours share; < 0: it is not shared. */
    int rank;
    double y;
} held_line;

/* The lines of all neighbours, and how far each neighbour has been moved down so far. */
typedef struct row_set {
    zt_arena *arena;
    ZT_VEC(held_line) lines;
    double *moved;
} row_set;

/* Ranks: head, deck, top of the picture, then figures and labels by rows, then entries by rows. */
enum { RANK_ROWS = 3, RANK_ENTRIES = 1000 };

/* Counts the rows of one neighbour from its top down. */
typedef struct counted {
    int figures, entries, last;
} counted;

/* The rank of a line; one that stands out of order is not shared, as below a second head. */
static int rank_of(counted *c, zt_shared_kind kind)
{
    int rank = (int)kind;
    if (kind == ZT_SHARED_FIGURE)
        rank = RANK_ROWS + 2 * c->figures++;
    else if (kind == ZT_SHARED_LABEL)
        rank = RANK_ROWS + 2 * (c->figures > 0 ? c->figures - 1 : 0) + 1;
    else if (kind == ZT_SHARED_ENTRY)
        rank = RANK_ENTRIES + c->entries++;
    if (rank <= c->last)
        return -1;
    c->last = rank;
    return rank;
}

/* Whether the box hands its children down one after the other from its top. */
static bool is_stack(const zt_cell *cell)
{
    if (cell->plan)
        return false;
    zt_box_kind kind = cell->box->spec->kind;
    return kind == ZT_BOX_COLUMN || kind == ZT_BOX_BOX || kind == ZT_BOX_PLACE;
}

/* White above the children of a box. */
static double inset_of(const zt_cell *cell)
{
    return cell->box->spec->kind == ZT_BOX_BOX ? cell->box->spec->inset[0] : 0;
}

/* Lines of a neighbour, through the boxes that stack them. */
static void gather(row_set *set, zt_cell *cell, size_t neighbour, counted *c, double y)
{
    if (cell->plan) {
        for (size_t i = 0; i < cell->plan->shared_count; i++) {
            const zt_shared_line *line = &cell->plan->shared[i];
            held_line held = {cell, neighbour, i, rank_of(c, line->kind), y + line->y};
            ZT_PUSH(set->arena, &set->lines, held);
        }
        return;
    }
    if (!is_stack(cell))
        return;
    y += inset_of(cell);
    for (size_t i = 0; i < cell->child_count; i++) {
        gather(set, cell->children[i], neighbour, c, y);
        y += cell->children[i]->extent.height + cell->gap.natural;
    }
}

/* ---- heights ---- */

/* Where a line of this rank is to stand: as low as the lowest of them, and whole lines below the
   first of all. */
static double height_of(const row_set *set, int rank, double first, double line)
{
    double y = -1;
    for (size_t i = 0; i < set->lines.count; i++) {
        const held_line *held = &set->lines.items[i];
        if (held->rank == rank)
            y = zt_max(y, held->y + set->moved[held->neighbour]);
    }
    const double near = 0.01; /* points */
    if (line > 0 && first >= 0 && rank != ZT_SHARED_TOP)
        y = first + ceil((y - first) / line - near) * line;
    return y;
}

/* The next rank above `rank`; -1 when there is none. */
static int next_rank(const row_set *set, int rank)
{
    int next = -1;
    for (size_t i = 0; i < set->lines.count; i++) {
        int own = set->lines.items[i].rank;
        if (own > rank && (next < 0 || own < next))
            next = own;
    }
    return next;
}

/* Notes how far a line moves, for its block: without what its neighbours above it in one column
   moved it already. */
static void keep_shift(const row_set *set, const held_line *held, double *before, double shift)
{
    zt_cell *cell = held->cell;
    if (!cell->shifts)
        cell->shifts = ZT_ARRAY(set->arena, cell->plan->shared_count, double);
    if (held->index == 0)
        *before = set->moved[held->neighbour];
    cell->shifts[held->index] = shift - *before;
}

/* Adds what the blocks of a neighbour grew by to all boxes around them. Returns it. */
static double add_heights(zt_cell *cell)
{
    double more = cell->plan ? zt_cell_shift(cell) : 0;
    for (size_t i = 0; is_stack(cell) && i < cell->child_count; i++)
        more += add_heights(cell->children[i]);
    bool held = cell->plan && zt_cell_is_held(cell);
    cell->extent.height += more;
    cell->extent.ceiling = held ? cell->extent.height : cell->extent.ceiling + more;
    return more;
}

/* Moves one neighbour's lines in their order: those that are shared to their heights, the others
   with those above them. */
static void move_neighbour(row_set *set, size_t neighbour, const double *heights)
{
    double before = 0;
    for (size_t i = 0; i < set->lines.count; i++) {
        held_line *held = &set->lines.items[i];
        if (held->neighbour != neighbour)
            continue;
        double moved = set->moved[neighbour];
        double shift = held->rank < 0 ? moved : heights[i] - held->y;
        keep_shift(set, held, &before, shift);
        set->moved[neighbour] = shift;
    }
}

/* The height of every shared line, rank after rank, as each pushes down what follows. */
static double *find_heights(row_set *set, double line)
{
    double *heights = ZT_ARRAY(set->arena, set->lines.count + 1, double), first = -1;
    for (int rank = next_rank(set, -1); rank >= 0; rank = next_rank(set, rank)) {
        double y = height_of(set, rank, first, line);
        first = first < 0 ? y : first;
        for (size_t i = 0; i < set->lines.count; i++) {
            const held_line *held = &set->lines.items[i];
            if (held->rank != rank)
                continue;
            heights[i] = y;
            set->moved[held->neighbour] = y - held->y;
        }
    }
    return heights;
}

void zt_row_set_align(const zt_setting *setting, zt_cell *row, double line)
{
    row_set set = {.arena = setting->arena};
    for (size_t i = 0; i < row->child_count; i++) {
        counted c = {.last = -1};
        gather(&set, row->children[i], i, &c, 0);
    }
    if (set.lines.count == 0)
        return;
    set.moved = ZT_ARRAY(setting->arena, row->child_count, double);
    const double *heights = find_heights(&set, line);
    for (size_t i = 0; i < row->child_count; i++)
        set.moved[i] = 0;
    for (size_t i = 0; i < row->child_count; i++) {
        move_neighbour(&set, i, heights);
        add_heights(row->children[i]);
    }
}

/* ---- what has been painted ---- */

double zt_cell_shift(const zt_cell *block)
{
    size_t count = block->plan->shared_count;
    return block->shifts && count > 0 ? block->shifts[count - 1] : 0;
}

bool zt_cell_is_held(const zt_cell *block)
{
    for (size_t i = 0; block->shifts && i < block->plan->shared_count; i++)
        if (block->plan->shared[i].kind >= ZT_SHARED_FIGURE)
            return true;
    return false;
}

/* How far what stands at y moves down, y from the block's top. */
static double shift_at(const zt_cell *block, double y)
{
    const double near = 0.01; /* points */
    double shift = 0;
    for (size_t i = 0; i < block->plan->shared_count; i++)
        if (block->plan->shared[i].cut <= y + near)
            shift = block->shifts[i];
    return shift;
}

/* The same of what ends there: it does not yet belong to what begins at that height. */
static double shift_above(const zt_cell *block, double y)
{
    const double less = 0.02; /* points */
    return shift_at(block, y - less);
}

/* Moves the top and the foot of a rectangle, which may differ. `y0`: from its frame to the block's.
 */
static void shift_rect(const zt_cell *block, double y0, zt_rect *r)
{
    double top = shift_at(block, y0 + r->y);
    double foot = zt_max(top, shift_above(block, y0 + zt_rect_foot(*r)));
    r->y += top;
    r->h += foot - top;
}

/* Each point of an outline by itself, so that what reaches over a line grows. */
static void shift_path(const zt_cell *block, double y0, zt_path *path)
{
    double top = shift_at(block, y0 + path->item.box.y), end = zt_rect_foot(path->item.box);
    double foot = zt_max(top, shift_above(block, y0 + end));
    for (size_t i = 0; i < path->seg_count; i++)
        for (int k = 0; k < 3; k++)
            path->segs[i].p[k].y += zt_clamp(shift_at(block, y0 + path->segs[i].p[k].y), top, foot);
    if (path->clip) {
        zt_rect *clip = ZT_NEW(path->arena, zt_rect);
        *clip = *path->clip;
        shift_rect(block, y0, clip);
        path->clip = clip;
    }
    shift_rect(block, y0, &path->item.box);
}

/* Type moves as its baseline does. */
static double shift_run(const zt_cell *block, double y0, zt_glyphs *run)
{
    double shift = shift_at(block, y0 + run->origin.y);
    run->origin.y += shift;
    run->item.box.y += shift;
    return shift;
}

/* How far the highest and the lowest thing in a group moved. */
typedef struct moved_by {
    double top, foot;
} moved_by;

static moved_by shift_group(const zt_cell *block, double y0, zt_group *group);

/* One item of a group; whole ones move by one distance. */
static moved_by shift_item(const zt_cell *block, double y0, zt_item *item)
{
    double shift = shift_at(block, y0 + item->box.y);
    switch (item->kind) {
    case ZT_ITEM_GROUP:
        return shift_group(block, y0, (zt_group *)item);
    case ZT_ITEM_PATH: {
        zt_rect was = item->box;
        shift_path(block, y0, (zt_path *)item);
        return (moved_by){item->box.y - was.y, zt_rect_foot(item->box) - zt_rect_foot(was)};
    }
    case ZT_ITEM_GLYPHS:
        shift = shift_run(block, y0, (zt_glyphs *)item);
        break;
    case ZT_ITEM_IMAGE:
    case ZT_ITEM_LINK:
        item->box.y += shift;
        break;
    }
    return (moved_by){shift, shift};
}

/* What is inside moves in its own frame; the group's box then holds it as before. */
static moved_by shift_group(const zt_cell *block, double y0, zt_group *group)
{
    moved_by all = {0, 0};
    for (zt_item *item = group->first; item; item = item->next) {
        moved_by one = shift_item(block, y0 + group->dy, item);
        all.top = item == group->first ? one.top : zt_min(all.top, one.top);
        all.foot = zt_max(all.foot, one.foot);
    }
    group->item.box.y += all.top;
    group->item.box.h += all.foot - all.top;
    return all;
}

void zt_row_set_shift(const zt_cell *block, zt_group *into)
{
    if (!block->shifts || zt_cell_shift(block) <= 0)
        return;
    for (zt_item *item = into->first; item; item = item->next)
        shift_item(block, 0, item);
}
