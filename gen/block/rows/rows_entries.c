/* What the cells of a group become when the lead figure stands alone and all others in rows.
   Comparable figures come first, so that their bars stand together. */
#include "block/rows/row_group_imp.h"

typedef ZT_VEC(zt_row_entry) entry_list;

/* State while the entries of one group are made. */
typedef struct entry_writer {
    const zt_rows_style *style;
    zt_row_group *group;
    entry_list entries;
} entry_writer;

/* ---- which figures compare ---- */

/* The one figure of a cell that can be compared with others; NULL of a whole, a statement, or
   several figures. */
static const zt_quantity *figure_of(const zt_point_cell *cell)
{
    return cell && cell->figure_count == 1 && cell->kind != ZT_CELL_WHOLE ? cell->figures[0] : NULL;
}

/* Whether two figures may be drawn to one scale: plain values above zero, no ranges, of one series,
   or where bars="unit" asks for it of one unit and one denominator (per). A bar for anything else
   would compare what does not compare. */
static bool compare(const zt_rows_style *style, const zt_point_cell *a, const zt_point_cell *b)
{
    const zt_quantity *p = figure_of(a), *q = figure_of(b);
    if (style->bars == ZT_ROWS_NO_BARS || !p || !q || p->kind != ZT_Q_VALUE ||
        q->kind != ZT_Q_VALUE || !p->has_number || !q->has_number || p->range_to || q->range_to)
        return false;
    if (zt_num_double(p->value) <= 0 || zt_num_double(q->value) <= 0)
        return false;
    if (a->point->series.len > 0 || b->point->series.len > 0)
        return zt_str_equal(a->point->series, b->point->series);
    return style->bars == ZT_ROWS_UNIT && p->unit.len > 0 && zt_str_equal(p->unit, q->unit) &&
           zt_str_equal(p->per, q->per);
}

/* Parts of a whole compare by their strip: beside it there are no bars. */
static bool compares_with_lead(const zt_rows_style *style, const zt_row_group *group,
                               const zt_point_cell *cell)
{
    return !group->has_whole && group->lead && cell != group->lead &&
           compare(style, group->lead, cell);
}

/* Finds the largest of the figures that compare with the lead, the lead included: it fills the
   width, all others are in proportion. Without any other the lead has no bar, as one bar alone
   tells nothing. */
static void find_largest(const zt_rows_style *style, zt_row_group *group)
{
    for (size_t i = 0; i < group->cell_count; i++) {
        const zt_point_cell *cell = &group->cells[i];
        if (!compares_with_lead(style, group, cell))
            continue;
        group->lead_bar = true;
        group->most = zt_max(group->most, zt_num_double(figure_of(cell)->value));
    }
    if (group->lead_bar)
        group->most = zt_max(group->most, zt_num_double(figure_of(group->lead)->value));
}

/* ---- from cells to entries ---- */

/* A new entry at the end of the list; the pointer holds until the next one is added. */
static zt_row_entry *add(entry_writer *w, zt_row_kind kind, const zt_point_cell *cell)
{
    zt_row_entry entry = {.kind = kind, .cells = cell, .cell_count = 1};
    ZT_PUSH(w->style->setting->arena, &w->entries, entry);
    return &w->entries.items[w->entries.count - 1];
}

/* A head stands once over all that its point has to say. */
static void add_head(entry_writer *w, const zt_point_cell *cell)
{
    size_t count = w->entries.count;
    if (cell->point->head.len == 0 ||
        (count > 0 && w->entries.items[count - 1].cells->point == cell->point))
        return;
    add(w, ZT_ROW_HEAD, cell);
}

/* One entry a cell, by what it holds, with the head of its point before it where that is new. */
static void add_cell(entry_writer *w, const zt_point_cell *cell)
{
    add_head(w, cell);
    if (cell->kind == ZT_CELL_WHOLE) {
        add(w, ZT_ROW_WHOLE, cell);
    } else if (cell->figure_count == 0) {
        add(w, ZT_ROW_STATEMENT, cell);
    } else {
        zt_row_entry *row = add(w, ZT_ROW_FIGURE, cell);
        row->bar = compares_with_lead(w->style, w->group, cell);
    }
}

/* First the cells that compare with the lead, then the others, each in the order of the document;
   the lead itself is drawn apart. */
static void add_cells(entry_writer *w)
{
    zt_row_group *group = w->group;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < group->cell_count; i++) {
            const zt_point_cell *cell = &group->cells[i];
            bool first = compares_with_lead(w->style, group, cell);
            if (cell != group->lead && first == (round == 0))
                add_cell(w, cell);
        }
}

/* The lead is the first cell that the model calls so; a whole never leads here, its parts have a
   strip instead. */
void zt_row_group_read(const zt_rows_style *style, zt_row_group *group, const zt_group_unit *unit)
{
    zt_cell_options options = {.one_figure = true, .optional_kept = unit->optional_kept};
    zt_point_cells cells = zt_point_cells_of(style->setting->arena, unit->group, &options);
    *group = (zt_row_group){.cells = cells.items, .cell_count = cells.count};
    for (size_t i = 0; i < group->cell_count; i++) {
        const zt_point_cell *cell = &group->cells[i];
        bool whole = cell->kind == ZT_CELL_WHOLE;
        if (cell->role == ZT_CELL_LEAD && !group->lead && !whole)
            group->lead = cell;
        group->has_whole = group->has_whole || whole;
        group->figures += cell->figure_count;
    }
    find_largest(style, group);
    entry_writer w = {.style = style, .group = group};
    add_cells(&w);
    group->entries = w.entries.items;
    group->count = w.entries.count;
}

/* Set anew for each factor that is tried: the lead is one figure, and shaping it costs less than
   keeping all sizes. */
const zt_figure *zt_row_lead_figure(const zt_rows_style *style, const zt_row_group *group)
{
    zt_look look = zt_look_at_size(&style->figure, style->figure.text.size * style->shrink);
    zt_figure_style figure = zt_cell_inked_style(&look, 0, &style->missing, &style->label);
    return zt_cell_figure(style->setting, group->lead->figures[0], &figure);
}

/* ---- all entries ---- */

/* Sets an entry in type at its width; its height includes the white above it. `right`: where the
   second column of a wide group begins, 0 for none. */
static void plan_entry(const zt_rows_style *style, zt_row_entry *entry, double right)
{
    const zt_entry_point *point = entry->cells->point;
    entry->height = 0;
    entry->top = style->lead_gap;
    switch (entry->kind) {
    case ZT_ROW_FIGURE:
        zt_row_figure_plan(style, entry);
        break;
    case ZT_ROW_STATEMENT:
        entry->words = zt_row_words(style, entry->cells, &style->statement, entry->width);
        entry->height = entry->top + entry->words.height;
        break;
    case ZT_ROW_HEAD:
        entry->words = zt_wording_plain(style->setting, point->head, point->at, &style->row_head,
                                        entry->width);
        entry->height = entry->top + entry->words.height;
        break;
    case ZT_ROW_WHOLE:
        entry->parts = zt_parts_plan(&style->parts, entry->cells, ZT_PARTS_NAME_FIRST,
                                     &style->row_head, style->bar_gap, entry->width);
        entry->height = entry->top + entry->parts.height;
        break;
    case ZT_ROW_SIDE_BY_SIDE:
        zt_row_slots_plan(style, entry, right);
        break;
    }
}

/* Height of the lead with its label and its bar. A lead without a label keeps the descent of its
   unit free instead. */
static void plan_lead(const zt_rows_style *style, zt_row_group *group, double width)
{
    group->lead_height = 0;
    if (!group->lead)
        return;
    group->lead_label = zt_row_words(style, group->lead, &style->label, width);
    group->lead_height = group->lead_figure->ascent;
    if (group->lead_label.para)
        group->lead_height += style->label_gap + group->lead_label.height;
    else
        group->lead_height += ZT_EM_FOOT * style->figure.text.size;
    group->lead_height += zt_row_picture_height(style, group->lead);
    if (group->lead_bar)
        group->lead_height += style->bar_gap + style->bar + zt_row_air(style);
}

/* Wide: whether an entry stands below the lead, over all columns: figures under a head, and all
   that is no whole beside wholes. */
static bool stands_below(const zt_row_group *group, const zt_row_entry *entry)
{
    return entry->kind != ZT_ROW_WHOLE && (group->has_whole || entry->cells->point->head.len > 0);
}

/* Whether the figure goes on in the line of figures that ends with `last`. */
static bool continues(const zt_row_entry *last, const zt_row_entry *entry)
{
    return last && last->kind == ZT_ROW_SIDE_BY_SIDE &&
           last->cells + last->cell_count == entry->cells &&
           zt_str_equal(last->cells->point->head, entry->cells->point->head);
}

/* Wide: figures below the lead stand side by side, those of one head together. */
static void gather_figures(const zt_rows_style *style, zt_row_group *group)
{
    zt_row_entry *out = ZT_ARRAY(style->setting->arena, group->count, zt_row_entry);
    size_t count = 0;
    group->lead_bar = false; /* a lead that is left alone with its bar has none */
    for (size_t i = 0; i < group->count; i++) {
        zt_row_entry entry = group->entries[i];
        entry.full = stands_below(group, &entry);
        if (entry.full && entry.kind == ZT_ROW_FIGURE) {
            if (continues(count > 0 ? &out[count - 1] : NULL, &entry)) {
                out[count - 1].cell_count++;
                continue;
            }
            entry.kind = ZT_ROW_SIDE_BY_SIDE;
            entry.bar = false;
        }
        group->lead_bar = group->lead_bar || entry.bar;
        out[count++] = entry;
    }
    group->entries = out;
    group->count = count;
}

/* A hairline between rows, but none below a head, above a statement or where a bar parts them. */
static bool has_rule(const zt_row_entry *before, const zt_row_entry *entry, bool first_rule)
{
    if (!before)
        return first_rule;
    if (before->bar && entry->bar)
        return false;
    return before->kind != ZT_ROW_HEAD && entry->kind != ZT_ROW_WHOLE &&
           entry->kind != ZT_ROW_STATEMENT;
}

/* Where a column of entries stands. */
typedef struct column {
    /* The entries that go over all columns. */
    bool full;
    double x, width, y; /* y: of the next entry */
    bool ruled;         /* a hairline above the first */
} column;

/* More white above the entry than its own. */
static double gap_above(const zt_rows_style *style, const zt_row_entry *before,
                        const zt_row_entry *entry)
{
    if (!before || before->kind == ZT_ROW_HEAD)
        return 0;
    bool more = before->bar ? entry->rule : before->kind != ZT_ROW_FIGURE;
    return more ? style->lead_gap : 0;
}

/* Entries below one another; hairlines between, none below a head. Returns the column's foot. */
static double stack(const zt_rows_style *style, zt_row_group *group, double right, column at)
{
    const zt_row_entry *before = NULL;
    for (size_t i = 0; i < group->count; i++) {
        zt_row_entry *entry = &group->entries[i];
        if (entry->full != at.full)
            continue;
        entry->x = at.x;
        entry->width = at.width;
        plan_entry(style, entry, right);
        entry->rule = has_rule(before, entry, at.ruled);
        at.y += gap_above(style, before, entry);
        if (entry->kind == ZT_ROW_WHOLE && !before && !at.ruled) {
            entry->height -= entry->top;
            entry->top = 0;
        }
        entry->y = at.y;
        at.y += entry->height;
        group->rows += entry->kind == ZT_ROW_FIGURE;
        before = entry;
    }
    return at.y;
}

/* Whether some entry goes over all columns of a wide group. */
static bool has_full(const zt_row_group *group)
{
    for (size_t i = 0; i < group->count; i++)
        if (group->entries[i].full)
            return true;
    return false;
}

/* The lead at the left with a second column at its right, what belongs together below both. */
static void plan_wide(const zt_rows_style *style, zt_row_group *group)
{
    double width = group->width, right = group->right, left = right - style->second_gap;
    gather_figures(style, group);
    if (!group->lead)
        right = group->rise = 0;
    group->bar_width = zt_min(left, width - right);
    plan_lead(style, group, left);
    double beside =
        stack(style, group, 0, (column){.x = right, .width = width - right, .y = -group->rise});
    double height = group->height = zt_max(group->lead_height, beside);
    if (!has_full(group))
        return;
    height += height > 0 ? 2 * style->lead_gap : 0;
    column below = {.full = true, .width = width, .y = height, .ruled = height > 0};
    group->height = stack(style, group, right, below);
}

/* A narrow group has its entries below the lead. Where the first of them has a bar, that and the
   lead's bar belong together: no hairline and no gap parts them. */
void zt_row_group_plan(const zt_rows_style *style, zt_row_group *group)
{
    group->bar_width = group->width;
    if (group->right > 0) {
        plan_wide(style, group);
        return;
    }
    plan_lead(style, group, group->width);
    double top = group->lead_height;
    bool barred = group->lead_bar && group->count > 0 && group->entries[0].bar;
    if (group->count > 0 && top > 0 && !barred)
        top += style->lead_gap;
    column all = {.width = group->width, .y = top, .ruled = top > 0 && !barred};
    group->height = stack(style, group, 0, all);
}

/* ---- drawing ---- */

/* Figure, label and bar of the lead, its ink from `y` down. */
static void draw_lead(const zt_rows_style *style, const zt_row_group *group, double y,
                      zt_group *into)
{
    const zt_setting *setting = style->setting;
    const zt_quantity *q = group->lead->figures[0];
    const zt_figure *figure = group->lead_figure;
    zt_rect box = {0, y, figure->width, figure->ascent + ZT_EM_FOOT * style->figure.text.size};
    zt_group *part = zt_scene_add_part(setting->scene, into, q->at,
                                       zt_cell_figure_part(q, "figure"), ZT_ROLE_LBL, box);
    zt_figure_place(figure, setting, part, 0, figure->ascent);
    zt_wording_place(setting, &group->lead_label, into, "label", ZT_ROLE_LBODY, 0,
                     y + figure->ascent + style->label_gap);
    double foot = y + group->lead_height -
                  (group->lead_bar ? style->bar_gap + style->bar + zt_row_air(style) : 0);
    if (zt_row_picture_height(style, group->lead) > 0)
        zt_row_picture_draw(style, group->lead, style->figure.ink, into,
                            (zt_rect){0, foot - ZT_FORM_TREND_HEIGHT, 2 * ZT_FORM_TREND_LEAST,
                                      ZT_FORM_TREND_HEIGHT});
    if (group->lead_bar)
        zt_row_bar_draw(style, group, q, y + group->lead_height - style->bar - zt_row_air(style),
                        into);
}

/* What an entry prints, in its own frame. */
static void draw_entry(const zt_rows_style *style, const zt_row_group *group,
                       const zt_row_entry *entry, double extra, zt_group *into)
{
    switch (entry->kind) {
    case ZT_ROW_FIGURE:
        zt_row_figure_draw(style, group, entry, extra, into);
        break;
    case ZT_ROW_STATEMENT:
        zt_wording_place(style->setting, &entry->words, into, "statement", ZT_ROLE_LBODY, 0,
                         entry->top);
        break;
    case ZT_ROW_HEAD:
        zt_wording_place(style->setting, &entry->words, into, "row-head", ZT_ROLE_P, 0, entry->top);
        break;
    case ZT_ROW_WHOLE:
        zt_parts_draw(&style->parts, &entry->parts, "row-head", entry->top, into);
        break;
    case ZT_ROW_SIDE_BY_SIDE:
        zt_row_slots_draw(style, entry, into);
        break;
    }
}

/* Only rows of one figure take a share of `extra`; all that stands lower moves down by what was
   used above it. The second column may rise above the lead to stand beside the head. */
void zt_row_group_draw(const zt_rows_style *style, const zt_row_group *group, double y,
                       double extra, zt_group *into)
{
    zt_scene *scene = style->setting->scene;
    double each = group->rows > 0 ? extra / (double)group->rows : 0;
    double rise = group->right > 0 ? group->rise : 0, lower = rise;
    zt_rect all = {0, y - rise, group->width, group->height + extra + rise};
    zt_group *list = zt_scene_add_part(scene, into, ZT_NOWHERE, "rows", ZT_ROLE_L, all);
    if (group->lead)
        draw_lead(style, group, rise, list);
    for (size_t i = 0; i < group->count; i++) {
        const zt_row_entry *entry = &group->entries[i];
        zt_pos at = entry->cells->point->at;
        double own = entry->kind == ZT_ROW_FIGURE ? each : 0;
        zt_rect box = {entry->x, entry->y + lower, entry->width, entry->height + own};
        zt_group *item = zt_scene_add_part(scene, list, at, "row", ZT_ROLE_LI, box);
        if (entry->rule)
            zt_scene_rule(scene, item, at, (zt_point){0, 0}, (zt_point){entry->width, 0},
                          style->hairline, ZT_SOLID(style->hairline_ink));
        draw_entry(style, group, entry, own, item);
        lower += own;
    }
}
