/* A card: cells in rows, all figures of a row on one baseline, all labels at one height below it.
 */
#include "block/groups/groups_imp.h"

/* Height of set text from its first ink to the foot of its last em box. */
static double text_height(const zt_para *para, double size)
{
    if (para->line_count == 0)
        return 0;
    return para->lines[para->line_count - 1].baseline + ZT_EM_FOOT * size - para->ink_top;
}

static double columns_width(const zt_groups_env *env, const zt_card *card, int columns)
{
    return columns * card->column_width + (columns - 1) * env->sizes.cell_gap;
}

/* ---- a missing value after its label ---- */

/* Gap between label and box, and the box's height, in em of the label. */
static const double aside_gap = 0.8;
static const double aside_box = 1.5;

static const zt_figure *aside_figure(const zt_groups_env *env, const zt_group_cell *cell)
{
    const zt_look *label = &env->looks.label;
    double digits = zt_face_metrics_of(label->text.face)->digit_height;
    zt_figure_style style = {
        .look = zt_look_at_size(label, aside_box * label->text.size / digits),
        .unit_ratio = env->sizes.unit_ratio,
        .gap = env->sizes.figure_gap,
        .han_ratio = env->sizes.han_ratio,
        .missing = zt_look_at_size(&env->looks.missing, label->text.size),
    };
    return zt_figure_new(env->setting, cell->figures[0], &style);
}

/* Where a value to come would have a row to itself, it stands on the line of its label: an empty
   box over a label there looks like the lead of a group. */
static bool stands_aside(const zt_groups_env *env, zt_group_cell *cell, size_t row_cells,
                         size_t cells, double width)
{
    if (row_cells != 1 || cells < 2 || cell->figure_count != 1 || cell->whole || cell->change ||
        cell->figures[0]->status != ZT_MISSING)
        return false;
    const zt_para *label = zt_group_cell_para_at(env, cell, width);
    return label->line_count == 1 && label->max_width + aside_gap * env->looks.label.text.size +
                                             aside_figure(env, cell)->width <=
                                         width;
}

static double aside_height(const zt_groups_env *env)
{
    return aside_box * env->looks.label.text.size;
}

/* Label and box on one axis. */
static void draw_aside(const zt_groups_env *env, zt_group_cell *cell, double width, zt_group *into)
{
    zt_scene *scene = env->setting->scene;
    const zt_para *para = zt_group_cell_para_at(env, cell, width);
    const zt_figure *box = aside_figure(env, cell);
    double size = env->looks.label.text.size, height = box->ascent;
    double middle = (ZT_EM_TOP - ZT_EM_FOOT) / 2 * size; /* of the Han above the baseline */
    double y = height / 2 + middle - para->lines[0].baseline;
    zt_group *label = zt_scene_add_part(scene, into, cell->point->at, "label", ZT_ROLE_LBODY,
                                        (zt_rect){0, y, para->max_width, para->height});
    zt_para_place(para, scene, label, 0, 0, 0, SIZE_MAX);
    zt_group *part =
        zt_scene_add_part(scene, into, cell->figures[0]->at, "missing", ZT_ROLE_LBL,
                          (zt_rect){para->max_width + aside_gap * size, 0, box->width, height});
    zt_figure_place(box, env->setting, part, 0, height);
}

/* Height of what stands right below a cell's figures. */
static double label_height(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    if (cell->whole)
        return zt_whole_names_height(env, cell);
    return text_height(zt_group_cell_para_at(env, cell, width), env->looks.label.text.size);
}

/* What a cell adds below the top of its row, whose figures stand `ascent` below it and whose
   pictures begin `label` below them. */
static double cell_height(const zt_groups_env *env, zt_group_cell *cell, double ascent,
                          double label, double width)
{
    const zt_groups_looks *looks = &env->looks;
    if (cell->whole && cell->figure_count == 0)
        return zt_whole_height(env, cell->whole, width);
    if (cell->figure_count == 0)
        return text_height(zt_group_cell_para_at(env, cell, width), looks->statement.text.size);
    if (zt_picture_has(env, cell))
        return ascent + env->sizes.label_gap + label + env->sizes.picture_gap +
               zt_picture_height(env, cell, width);
    double own = label_height(env, cell, width);
    if (own <= 0)
        return ascent + ZT_EM_FOOT * looks->figure.text.size;
    return ascent + env->sizes.label_gap + own;
}

/* The labels over the pictures of a row. */
static double row_label(const zt_groups_env *env, const zt_card *card, size_t first, size_t end,
                        const int *spans)
{
    double label = 0;
    for (size_t i = first; i < end; i++) {
        zt_group_cell *cell = &card->cells[i];
        double width = columns_width(env, card, spans[i - first]);
        if (cell->figure_count > 0 && zt_picture_has(env, cell))
            label = zt_max(label, label_height(env, cell, width));
    }
    return label;
}

static bool breaks_at_will(const zt_group_cell *cell)
{
    for (size_t i = 0; i < cell->run_count; i++)
        for (size_t k = 0; k + 3 <= cell->runs[i].text.len; k++)
            if (zt_str_starts(zt_str_slice(cell->runs[i].text, k, k + 3), "\xE2\x80\x8B"))
                return true;
    return false;
}

/* Labels side by side break alike: where one needs two lines, those that name a place to break
   take two as well. */
static void level_labels(const zt_groups_env *env, zt_card *card, size_t first, size_t end,
                         const int *spans)
{
    size_t most = 1;
    double longest = 0;
    for (size_t i = first; i < end; i++) {
        zt_group_cell *cell = &card->cells[i];
        cell->measure = 0;
        if (cell->figure_count == 0 || cell->whole)
            continue;
        const zt_para *para =
            zt_group_cell_para_at(env, cell, columns_width(env, card, spans[i - first]));
        most = para->line_count > most ? para->line_count : most;
        longest = para->line_count > 1 ? zt_max(longest, para->max_width) : longest;
    }
    for (size_t i = first; most > 1 && i < end; i++) {
        zt_group_cell *cell = &card->cells[i];
        double width = columns_width(env, card, spans[i - first]);
        if (cell->figure_count == 0 || cell->whole || !breaks_at_will(cell) ||
            zt_group_cell_para_at(env, cell, width)->line_count > 1)
            continue;
        double one_line = zt_group_cell_para_at(env, cell, width)->max_width;
        cell->measure = zt_min(longest, one_line - env->looks.label.text.size);
        if (zt_group_cell_para_at(env, cell, width)->line_count > most)
            cell->measure = 0;
    }
}

static double row_ascent(const zt_card *card, size_t first, size_t end)
{
    double ascent = 0;
    for (size_t i = first; i < end; i++)
        ascent = zt_max(ascent, card->cells[i].set->ascent);
    return ascent;
}

static zt_card_row measure_row(const zt_groups_env *env, zt_card *card, size_t first, size_t end,
                               const int *spans)
{
    zt_card_row row = {.first = first, .end = end};
    level_labels(env, card, first, end, spans);
    row.aside = stands_aside(env, &card->cells[first], end - first, card->cell_count,
                             columns_width(env, card, spans[0]));
    if (row.aside) {
        row.height = aside_height(env);
        return row;
    }
    row.ascent = row_ascent(card, first, end);
    row.label = row_label(env, card, first, end, spans);
    for (size_t i = first; i < end; i++) {
        double width = columns_width(env, card, spans[i - first]);
        row.height =
            zt_max(row.height, cell_height(env, &card->cells[i], row.ascent, row.label, width));
    }
    return row;
}

typedef struct row_measure {
    const zt_groups_env *env;
    zt_card *card;
} row_measure;

static double row_height(void *self, size_t first, size_t end, const int *spans)
{
    const row_measure *m = self;
    return measure_row(m->env, m->card, first, end, spans).height;
}

/* The least columns that hold a cell's figures, or a few characters of a statement. */
static int least_columns(const zt_groups_env *env, const zt_card *card, const zt_group_cell *cell)
{
    double need = cell->figure_count
                      ? zt_max(cell->set->width, zt_picture_width(env, cell))
                      : env->sizes.statement_measure * env->looks.statement.text.size;
    int columns = 1;
    while (columns < card->columns && columns_width(env, card, columns) < need)
        columns++;
    return columns;
}

static void set_cells(const zt_groups_env *env, zt_card *card, bool at_lead_size)
{
    for (size_t i = 0; i < card->cell_count; i++)
        zt_group_cell_set(env, &card->cells[i], at_lead_size);
}

/* Figures that stand in one row of equal cells are equals: they take the lead's size, and the
   lead has its ink alone. */
static bool arrange_as_equals(const zt_groups_env *env, zt_card *card)
{
    int count = (int)card->cell_count;
    if (!env->sizes.equal || count > card->columns || card->columns % count != 0)
        return false;
    for (int i = 0; i < count; i++)
        if (card->cells[i].whole || card->cells[i].change)
            return false;
    set_cells(env, card, true);
    int span = card->columns / count;
    for (int i = 0; i < count; i++) {
        if (least_columns(env, card, &card->cells[i]) > span ||
            card->cells[i].set->width > columns_width(env, card, span))
            return false;
        card->slots[i] = (zt_pack_slot){0, i * span, span};
    }
    card->row_count = 1;
    return true;
}

static void pack_cells(const zt_groups_env *env, zt_card *card)
{
    zt_arena *arena = env->setting->arena;
    zt_pack_cell *cells = ZT_ARRAY(arena, card->cell_count, zt_pack_cell);
    set_cells(env, card, false);
    for (size_t i = 0; i < card->cell_count; i++) {
        bool same = i > 0 && card->cells[i].point == card->cells[i - 1].point;
        cells[i].least = least_columns(env, card, &card->cells[i]);
        cells[i].point = i == 0 ? 0 : cells[i - 1].point + (same ? 0 : 1);
    }
    row_measure measure = {env, card};
    zt_pack pack = {cells,      card->cell_count, card->columns, env->sizes.row_gap,
                    row_height, &measure};
    card->cost = zt_pack_rows(arena, &pack, card->slots, &card->row_count);
}

static void measure_rows(const zt_groups_env *env, zt_card *card)
{
    int *spans = ZT_ARRAY(env->setting->arena, card->cell_count, int);
    card->rows = ZT_ARRAY(env->setting->arena, card->row_count, zt_card_row);
    card->height = 0;
    for (size_t r = 0, first = 0, end = 0; r < card->row_count; r++, first = end) {
        for (; end < card->cell_count && card->slots[end].row == r; end++)
            spans[end] = card->slots[end].span;
        card->rows[r] = measure_row(env, card, first, end, &spans[first]);
        card->height += card->rows[r].height + (r > 0 ? env->sizes.row_gap : 0);
    }
}

/* A lead with the picture of its change stands left over the whole height, all others right of it
   in rows of their own. */
static bool arrange_beside(const zt_groups_env *env, zt_card *card, double width)
{
    int span = (card->columns + 1) / 2;
    if (card->cell_count < 2 || card->columns < 2 || !card->cells[0].change)
        return false;
    set_cells(env, card, false);
    double left = columns_width(env, card, span), room = width - left - env->sizes.cell_gap;
    if (least_columns(env, card, &card->cells[0]) > span)
        return false;
    zt_card *rest = ZT_NEW(env->setting->arena, zt_card);
    rest->cells = card->cells + 1;
    rest->cell_count = card->cell_count - 1;
    for (size_t i = 0; i < rest->cell_count; i++)
        if (rest->cells[i].set->width > room)
            return false;
    zt_card_arrange(env, rest, room, card->columns - span);
    card->slots[0] = (zt_pack_slot){0, 0, span};
    card->rows = ZT_NEW(env->setting->arena, zt_card_row);
    card->row_count = 1;
    zt_card_row *row = card->rows;
    *row = (zt_card_row){.end = 1};
    row->ascent = zt_max(row_ascent(card, 0, 1), rest->rows[0].ascent);
    row->label = row_label(env, card, 0, 1, &span);
    row->height = cell_height(env, &card->cells[0], row->ascent, row->label, left);
    card->height = zt_max(row->height, rest->height + row->ascent - rest->rows[0].ascent);
    card->cost = card->height;
    card->rest = rest;
    return true;
}

void zt_card_arrange(const zt_groups_env *env, zt_card *card, double width, int columns)
{
    card->columns = columns;
    card->column_width = zt_column_width(width, columns, env->sizes.cell_gap);
    card->slots = ZT_ARRAY(env->setting->arena, card->cell_count, zt_pack_slot);
    card->row_count = 0;
    card->cost = 0;
    card->rest = NULL;
    if (arrange_beside(env, card, width))
        return;
    bool equals = card->cell_count > 0 && arrange_as_equals(env, card);
    if (!equals && card->cell_count > 0)
        pack_cells(env, card);
    measure_rows(env, card);
    if (equals)
        card->cost = card->height;
}

int zt_card_columns_max(const zt_groups_env *env, double width)
{
    const zt_groups_sizes *sizes = &env->sizes;
    if (sizes->cells > 0)
        return sizes->cells;
    /* No cell is narrower than a character of its label, whatever the template says. A hair of
       tolerance, so that a width computed as a sum of columns holds them all. */
    double least = zt_max(sizes->cell_width, env->looks.label.text.size);
    double columns = (width + sizes->cell_gap + 0.01) / (least + sizes->cell_gap);
    return columns < 1 ? 1 : (int)columns;
}

static const char *figure_part(const zt_group_cell *cell, const zt_quantity *q)
{
    if (q->status == ZT_MISSING)
        return "missing";
    return cell->leads ? "figure" : "figure-second";
}

static void draw_figures(const zt_groups_env *env, const zt_group_cell *cell, double baseline,
                         zt_group *into)
{
    zt_scene *scene = env->setting->scene;
    double x = 0;
    for (size_t i = 0; i < cell->figure_count; i++) {
        const zt_figure *figure = cell->set->figures[i];
        const zt_quantity *q = cell->figures[i];
        double foot = ZT_EM_FOOT * env->looks.figure.text.size * env->shrink;
        zt_rect box = {x, baseline - figure->ascent, figure->width, figure->ascent + foot};
        zt_group *part =
            zt_scene_add_part(scene, into, q->at, figure_part(cell, q), ZT_ROLE_LBL, box);
        zt_figure_place(figure, env->setting, part, 0, figure->ascent);
        x += figure->width + env->sizes.cell_gap;
    }
}

/* What is spare goes between the rows: both sides end on one line. */
static void draw_rest(const zt_groups_env *env, const zt_card *card, double extra, zt_group *into)
{
    double x = columns_width(env, card, card->slots[0].span) + env->sizes.cell_gap;
    double y = card->rows[0].ascent - card->rest->rows[0].ascent;
    double spare = card->height + extra - y - card->rest->height;
    zt_group *part = zt_scene_add_part(
        env->setting->scene, into, card->rest->cells[0].point->at, NULL, ZT_ROLE_NONE,
        (zt_rect){x, 0, columns_width(env, card->rest, card->rest->columns), card->height + extra});
    zt_card_draw(env, card->rest, y, card->rest->row_count > 1 ? zt_max(0, spare) : 0, part);
}

static void draw_label(const zt_groups_env *env, zt_group_cell *cell, double ascent, double width,
                       zt_group *into)
{
    zt_scene *scene = env->setting->scene;
    const zt_para *para = zt_group_cell_para_at(env, cell, width);
    if (para->line_count == 0)
        return;
    double ink_top = cell->figure_count ? ascent + env->sizes.label_gap : 0;
    zt_rect box = {0, ink_top - para->ink_top, width, para->height};
    zt_group *part =
        zt_scene_add_part(scene, into, cell->point->at, cell->figure_count ? "label" : "statement",
                          ZT_ROLE_LBODY, box);
    zt_para_place(para, scene, part, 0, 0, 0, SIZE_MAX);
}

static void draw_cell(const zt_groups_env *env, zt_group_cell *cell, const zt_card_row *row,
                      double width, zt_group *into)
{
    if (row->aside) {
        draw_aside(env, cell, width, into);
    } else if (cell->whole && cell->figure_count == 0) {
        zt_whole_draw(env, cell->whole, width, 0, into);
    } else if (cell->whole) {
        zt_whole_cell_draw(env, cell, row->ascent, width, into);
    } else {
        draw_figures(env, cell, row->ascent, into);
        draw_label(env, cell, row->ascent, width, into);
    }
    if (cell->figure_count > 0 && zt_picture_has(env, cell))
        zt_picture_draw(env, cell, width,
                        row->ascent + env->sizes.label_gap + row->label + env->sizes.picture_gap,
                        into);
}

void zt_card_draw(const zt_groups_env *env, zt_card *card, double y, double extra, zt_group *into)
{
    zt_scene *scene = env->setting->scene;
    double gap = env->sizes.row_gap;
    if (card->row_count == 0)
        return;
    if (card->row_count > 1)
        gap += extra / (double)(card->row_count - 1);
    zt_rect box = {0, y, columns_width(env, card, card->columns), card->height + extra};
    zt_group *list = zt_scene_add_part(scene, into, ZT_NOWHERE, "cells", ZT_ROLE_L, box);
    double row_y = 0;
    for (size_t r = 0; r < card->row_count; r++) {
        const zt_card_row *row = &card->rows[r];
        for (size_t i = row->first; i < row->end; i++) {
            zt_group_cell *cell = &card->cells[i];
            double width = columns_width(env, card, card->slots[i].span);
            double x = card->slots[i].column * (card->column_width + env->sizes.cell_gap);
            zt_group *item = zt_scene_add_part(scene, list, cell->point->at, "cell", ZT_ROLE_LI,
                                               (zt_rect){x, row_y, width, row->height});
            draw_cell(env, cell, row, width, item);
        }
        row_y += row->height + gap;
    }
    if (card->rest)
        draw_rest(env, card, extra, list);
}
