/* Where the groups of a block stand: in columns, balanced and never torn, or in rows on a grid; and
   how spare height is shared among the gaps between them and inside them. */
#include "block/groups/groups_imp.h"

#include <float.h>

/* ---- where each group stands ---- */

static void place_in_columns(zt_groups_arrangement *a, double width)
{
    const zt_box_spec *place = a->env.block->place;
    int columns = place->columns > 0 ? place->columns : 1;
    double gutter = place->gutter.natural;
    if ((size_t)columns > a->count && a->count > 0)
        columns = (int)a->count;
    a->line_count = columns;
    for (size_t i = 0; i < a->count; i++)
        a->units[i].width = zt_column_width(width, columns, gutter);
}

/* After the heights are known. */
static void flow_columns(zt_groups_arrangement *a)
{
    zt_arena *arena = a->env.setting->arena;
    const zt_box_spec *place = a->env.block->place;
    double *heights = ZT_ARRAY(arena, a->count, double);
    int *column = ZT_ARRAY(arena, a->count, int);
    size_t each = (a->count + (size_t)a->line_count - 1) / (size_t)a->line_count;
    for (size_t i = 0; i < a->count; i++) {
        heights[i] = a->units[i].natural;
        column[i] = (int)(i / each);
    }
    if (place->balance)
        zt_flow_columns(arena, heights, a->count, a->env.sizes.group_gap, a->line_count, column);
    for (size_t i = 0; i < a->count; i++) {
        a->units[i].line = column[i];
        a->units[i].x = column[i] * (a->units[i].width + place->gutter.natural);
    }
}

/* The span of a group; the list begins anew at its end. A number that is none takes the grid. */
static int span_of(const zt_groups_arrangement *a, size_t group, int grid)
{
    const zt_numbers *spans = &a->env.params->spans;
    double span = spans->count > 0 ? spans->items[group % spans->count] : grid;
    if (span >= 1 && span <= grid && span == (int)span)
        return (int)span;
    zt_buf said;
    zt_buf_init(&said, a->env.setting->arena);
    zt_buf_number(&said, span, 3);
    zt_report(a->env.setting->diags, ZT_ERROR, "bad-span", spans->at,
              "spans 中的“%s”应为 1 到 %d 的整数",
              "“%s” in spans should be a whole number "
              "from 1 to %d",
              said.data, grid);
    return grid;
}

static void place_in_rows(zt_groups_arrangement *a, double width)
{
    const zt_block *block = a->env.block;
    double gutter = block->place->gutter.natural;
    int grid = a->env.params->grid, used = 0, row = 0;
    double column = zt_column_width(width, grid, gutter);
    for (size_t i = 0; i < a->count; i++) {
        int span = span_of(a, i, grid);
        if (used > 0 && used + span > grid) {
            row++;
            used = 0;
        }
        a->units[i].line = row;
        a->units[i].x = used * (column + gutter);
        a->units[i].width = span * column + (span - 1) * gutter;
        used += span;
    }
    a->line_count = row + 1;
}

/* Cards of rows on a grid: row by row in the order of the data; a group of many figures, and the
   last one of a row that has no company, goes over all columns. */
static void place_on_grid(zt_groups_arrangement *a, double width)
{
    const zt_box_spec *place = a->env.block->place;
    int columns = place->columns > 0 ? place->columns : 1, at = 0, row = 0;
    double gutter = place->gutter.natural, column = zt_column_width(width, columns, gutter);
    for (size_t i = 0; i < a->count; i++) {
        zt_groups_unit *unit = &a->units[i];
        const zt_groups_unit *next = i + 1 < a->count ? &a->units[i + 1] : NULL;
        bool many = columns > 1 && unit->sheet.figures > (size_t)a->env.sizes.wide_above;
        bool next_many = next && next->sheet.figures > (size_t)a->env.sizes.wide_above;
        bool lone = columns > 1 && at == 0 && (!next || next_many);
        unit->wide = many || lone;
        if (many)
            unit->panel = 1; /* its height is known when rows are drawn */
        if (unit->wide && at > 0) {
            row++;
            at = 0;
        }
        unit->line = row;
        unit->x = at * (column + gutter);
        unit->width = unit->wide ? width : column;
        unit->right = (columns / 2 + columns % 2) * (column + gutter);
        at = unit->wide ? columns : at + 1;
        if (at >= columns) {
            row++;
            at = 0;
        }
    }
    a->line_count = a->count > 0 ? a->units[a->count - 1].line + 1 : 0;
}

/* ---- cards: figures of one size, cells of groups below one another on one grid ---- */

static double figure_factor(const zt_groups_arrangement *a)
{
    double factor = 1;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < a->units[i].card.cell_count; k++) {
            const zt_group_cell *cell = &a->units[i].card.cells[k];
            double width = cell->set->width, room = a->units[i].width - a->env.margin;
            bool counts = !a->env.rows || cell == a->units[i].sheet.lead_cell;
            if (counts && !cell->whole && width > room)
                factor = zt_min(factor, room / width);
        }
    return factor;
}

/* One factor for all figures of the block when one of them is wider than its group. */
static void set_figures(zt_groups_arrangement *a)
{
    a->env.shrink = figure_factor(a);
    if (a->env.shrink >= 1)
        return;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < a->units[i].card.cell_count; k++)
            zt_group_cell_set(&a->env, &a->units[i].card.cells[k], false);
}

static double cost_at(zt_groups_arrangement *a, size_t i, int columns)
{
    zt_groups_unit *unit = &a->units[i];
    zt_card_arrange(&a->env, &unit->card, unit->width - a->env.margin, columns);
    return unit->card.cost;
}

/* The columns for the cells of the units from first to end, which have one width: those that cost
   least over all of them. */
static int best_columns(zt_groups_arrangement *a, size_t first, size_t end)
{
    double width = a->units[first].width - a->env.margin;
    int most = zt_card_columns_max(&a->env, width), best = most;
    int least = a->env.sizes.cells > 0 ? most : 1;
    double best_cost = DBL_MAX;
    for (int columns = least; columns <= most; columns++) {
        double cost = 0;
        for (size_t i = first; i < end; i++)
            cost += cost_at(a, i, columns);
        if (cost < best_cost) {
            best_cost = cost;
            best = columns;
        }
    }
    return best;
}

/* The rows of all groups share the edge of their labels. */
static void share_figure_column(zt_groups_arrangement *a)
{
    a->env.figure_column = a->env.sizes.figure_column;
    for (size_t i = 0; i < a->count; i++)
        a->env.figure_column =
            zt_max(a->env.figure_column, zt_sheet_figure_width(&a->env, &a->units[i].sheet));
}

/* Groups below one another keep to one grid, unless another serves one of them better by more
   than half a gap between rows; groups beside one another have grids of their own. */
static void arrange_cards(zt_groups_arrangement *a)
{
    set_figures(a);
    if (a->env.rows) {
        share_figure_column(a);
        return;
    }
    int shared = a->in_rows ? 0 : best_columns(a, 0, a->count);
    for (size_t i = 0; i < a->count; i++) {
        int own = best_columns(a, i, i + 1);
        double own_cost = cost_at(a, i, own);
        if (shared > 0 && shared != own &&
            cost_at(a, i, shared) > own_cost + a->env.sizes.row_gap / 2)
            cost_at(a, i, own);
    }
}

/* ---- heights ---- */

static double gap_capacity(const zt_groups_arrangement *a, size_t gaps)
{
    return (double)gaps * (a->env.sizes.group_gap_max - a->env.sizes.group_gap);
}

/* One column: its natural height, the number of its groups, and what they can take. */
static double column_height(const zt_groups_arrangement *a, int column, size_t *count,
                            double *stretch)
{
    double height = 0;
    *count = 0;
    *stretch = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->units[i].line != column)
            continue;
        height += a->units[i].natural + (*count > 0 ? a->env.sizes.group_gap : 0);
        *stretch += zt_groups_unit_stretch(&a->units[i]);
        ++*count;
    }
    return height;
}

/* One row: as high as its tallest group with what that can take. */
static double row_height(const zt_groups_arrangement *a, int row, double *stretch)
{
    double height = 0, most = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->units[i].line != row)
            continue;
        height = zt_max(height, a->units[i].natural);
        most = zt_max(most, a->units[i].natural + zt_groups_unit_stretch(&a->units[i]));
    }
    *stretch = most - height;
    return height;
}

static void measure_columns(zt_groups_arrangement *a)
{
    for (int c = 0; c < a->line_count; c++) {
        size_t count;
        double stretch, height = column_height(a, c, &count, &stretch);
        double most = height + stretch + gap_capacity(a, count > 0 ? count - 1 : 0);
        a->natural = zt_max(a->natural, height);
        a->ceiling = zt_max(a->ceiling, most);
    }
}

/* Groups of one row: their bodies begin at one height, and the figures of their first rows stand
   on one baseline. */
static void align_row(zt_groups_arrangement *a, int row)
{
    double top = 0, ascent = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->units[i].line != row)
            continue;
        top = zt_max(top, a->units[i].head.height + a->units[i].body_gap);
        ascent = zt_max(ascent, zt_groups_unit_ascent(&a->units[i]));
    }
    for (size_t i = 0; i < a->count; i++) {
        zt_groups_unit *unit = &a->units[i];
        double own = zt_groups_unit_ascent(unit);
        if (unit->line != row || unit->body_gap <= 0)
            continue;
        unit->lead_in = top - unit->head.height - unit->body_gap + (own > 0 ? ascent - own : 0);
        unit->natural += unit->lead_in;
    }
}

static void measure_rows(zt_groups_arrangement *a)
{
    double all = 0;
    for (int r = 0; r < a->line_count; r++) {
        double stretch;
        align_row(a, r);
        a->natural += row_height(a, r, &stretch) + (r > 0 ? a->env.sizes.group_gap : 0);
        all += stretch;
    }
    a->ceiling = a->natural + all + gap_capacity(a, (size_t)a->line_count - 1);
}

static void set_title(zt_groups_arrangement *a, double width)
{
    const zt_groups *content = a->env.content;
    if (content->head.len == 0)
        return;
    a->title =
        zt_plain_set(a->env.setting, content->head, a->env.block->at, &a->env.looks.title, width);
    a->top = a->title->height + a->env.sizes.head_gap;
}

void zt_groups_arrange(zt_groups_arrangement *a, const zt_setting *setting, const zt_block *block,
                       double width)
{
    *a = (zt_groups_arrangement){0};
    zt_groups_env_init(&a->env, setting, block);
    a->count = a->env.content->count;
    a->in_rows = a->env.rows || a->env.params->spans.count > 0;
    a->units = ZT_ARRAY(setting->arena, a->count, zt_groups_unit);
    size_t optional = block->optional_first;
    for (size_t i = 0; i < a->count; i++) {
        a->units[i].group = &a->env.content->groups[i];
        a->units[i].optional_first = optional;
        optional += zt_group_optional(a->units[i].group);
    }
    if (a->count == 0)
        return;
    if (a->env.variant == ZT_GROUPS_CARDS)
        for (size_t i = 0; i < a->count; i++)
            zt_groups_unit_cells(&a->env, &a->units[i]);
    if (a->env.rows)
        place_on_grid(a, width);
    else if (a->in_rows)
        place_in_rows(a, width);
    else
        place_in_columns(a, width);
    if (a->env.variant == ZT_GROUPS_CARDS)
        arrange_cards(a);
    for (size_t i = 0; i < a->count; i++)
        zt_groups_unit_measure(&a->env, &a->units[i]);
    if (a->in_rows) {
        measure_rows(a);
    } else {
        flow_columns(a);
        measure_columns(a);
    }
    set_title(a, width);
    a->natural += a->top;
    a->ceiling = zt_max(a->ceiling + a->top, a->natural);
}

/* ---- drawing ---- */

/* How far beyond its ceiling the gap between groups may go in a column that is shorter than its
   neighbours: columns end on one line (docs/look.md, 3). */
static const double SHORT_COLUMN = 2;

/* Spare height goes to the gaps between groups first, up to their ceiling, then into the groups,
   and what is then left in a short column to the gaps again. */
typedef struct spare_share {
    double gap;    /* between groups, with its share */
    double factor; /* of each unit's stretch */
} spare_share;

static spare_share share_spare(const zt_groups_arrangement *a, double spare, size_t gaps,
                               double stretch)
{
    spare_share share = {a->env.sizes.group_gap, 0};
    double into_gaps = zt_clamp(spare, 0, gap_capacity(a, gaps));
    if (gaps > 0)
        share.gap += into_gaps / (double)gaps;
    if (stretch > 0)
        share.factor = zt_clamp((spare - into_gaps) / stretch, 0, 1);
    double left = spare - into_gaps - share.factor * stretch;
    if (gaps > 0 && left > 0)
        share.gap = zt_min(share.gap + left / (double)gaps,
                           zt_max(share.gap, SHORT_COLUMN * a->env.sizes.group_gap_max));
    return share;
}

static void draw_columns(zt_groups_arrangement *a, double height, zt_group *into)
{
    for (int c = 0; c < a->line_count; c++) {
        size_t count;
        double stretch, natural = column_height(a, c, &count, &stretch), y = a->top;
        spare_share share =
            share_spare(a, height - a->top - natural, count > 0 ? count - 1 : 0, stretch);
        for (size_t i = 0; i < a->count; i++) {
            zt_groups_unit *unit = &a->units[i];
            if (unit->line != c)
                continue;
            zt_groups_unit_draw(&a->env, unit, y, share.factor, into);
            y += unit->natural + share.factor * zt_groups_unit_stretch(unit) + share.gap;
        }
    }
}

static void draw_rows(zt_groups_arrangement *a, double height, zt_group *into)
{
    double all = 0, y = a->top;
    for (int r = 0; r < a->line_count; r++) {
        double stretch;
        row_height(a, r, &stretch);
        all += stretch;
    }
    spare_share share = share_spare(a, height - a->natural, (size_t)a->line_count - 1, all);
    for (int r = 0; r < a->line_count; r++) {
        double stretch, room = row_height(a, r, &stretch) + share.factor * stretch;
        /* All take the same factor, so that their first rows stay aligned; a sum of heights and
           stretches is convex, hence none outgrows the room. */
        for (size_t i = 0; i < a->count; i++) {
            zt_groups_unit *unit = &a->units[i];
            if (unit->line != r)
                continue;
            if (unit->panel > 0) /* to the rule of the next row */
                unit->panel = room + (r + 1 < a->line_count ? share.gap : 0);
            zt_groups_unit_draw(&a->env, unit, y, share.factor, into);
        }
        y += room + share.gap;
    }
}

void zt_groups_arrangement_draw(zt_groups_arrangement *a, double height, zt_group *into)
{
    if (a->count == 0)
        return;
    if (a->in_rows)
        draw_rows(a, height, into);
    else
        draw_columns(a, height, into);
}
