/* A card: cells in rows, all figures of a row on one baseline, all labels at one height below it.
 */
#include <math.h>

#include "block/cards/cards_imp.h"

/* Characters in a line of a statement, at least. */
static const double STATEMENT_LEAST = 7;

/* Where the rule between two rows stands in the gap. */
static const double RULE_AT = 0.35;

/* Height of set text from its first ink to the foot of its last em box. */
static double text_height(const zt_cards_style *style, const zt_para *para, double size, bool label)
{
    if (para->line_count == 0)
        return 0;
    if (label && style->line > 0) /* its first baseline is a line below the figures' */
        return style->line - style->label_gap + ZT_EM_FOOT * ZT_CARD_STRONG * size +
               para->lines[para->line_count - 1].baseline - para->lines[0].baseline;
    return para->lines[para->line_count - 1].baseline + ZT_EM_FOOT * size - para->ink_top;
}

/* Width in points of so many neighbouring columns with the gaps between them. */
static double columns_width(const zt_cards_style *style, const zt_card *card, int columns)
{
    return columns * card->column_width + (columns - 1) * style->cell_gap;
}

/* ---- a missing value after its label ---- */

/* Gap between label and box, and the box's height, in em of the label. */
static const double BOX_GAP = 0.8;
static const double BOX = 1.5;

/* The dashed box of a value to come, low enough to stand in a line of labels: its digits are BOX em
   of the label high, whatever the figures of the block are. */
static const zt_figure *box_of(const zt_cards_style *style, const zt_card_cell *cell)
{
    const zt_look *label = &style->label;
    double digits = zt_face_metrics_of(label->text.face)->digit_height;
    zt_look look = zt_look_at_size(label, BOX * label->text.size / digits);
    zt_look missing = zt_look_at_size(&style->missing, label->text.size);
    zt_figure_style figure = zt_cell_figure_style(&look, 0, &missing);
    return zt_figure_new(style->setting, cell->content->figures[0], &figure);
}

/* Where a value to come would have a row to itself, it stands on the line of its label: an empty
   box over a label there looks like the lead of a group. NULL where it does not. */
static const zt_figure *box_in_line(const zt_cards_style *style, const zt_card *card,
                                    const zt_card_row *row, double width)
{
    zt_card_cell *cell = &card->cells[row->first];
    if (row->end - row->first != 1 || card->cell_count < 2 || cell->figure_count != 1 ||
        zt_card_cell_is_whole(cell) || cell->content->change.quantity ||
        cell->content->figures[0]->status != ZT_MISSING)
        return NULL;
    const zt_para *label = zt_card_cell_words(style, cell, width);
    const zt_figure *box = box_of(style, cell);
    double used = label->max_width + BOX_GAP * style->label.text.size + box->width;
    return label->line_count == 1 && used <= width ? box : NULL;
}

/* Label and box on one axis. */
static void draw_in_line(const zt_cards_style *style, const zt_card_cell *cell,
                         const zt_figure *box, zt_group *into)
{
    zt_scene *scene = style->setting->scene;
    const zt_para *para = cell->words;
    double size = style->label.text.size, height = box->ascent;
    double middle = (ZT_EM_TOP - ZT_EM_FOOT) / 2 * size; /* of the Han above the baseline */
    double y = height / 2 + middle - para->lines[0].baseline;
    zt_group *label =
        zt_scene_add_part(scene, into, cell->content->point->at, "label", ZT_ROLE_LBODY,
                          (zt_rect){0, y, para->max_width, para->height});
    zt_para_place(para, scene, label, 0, 0, 0, SIZE_MAX);
    zt_group *part =
        zt_scene_add_part(scene, into, cell->content->figures[0]->at, "missing", ZT_ROLE_LBL,
                          (zt_rect){para->max_width + BOX_GAP * size, 0, box->width, height});
    zt_figure_place(box, style->setting, part, 0, height);
}

/* ---- heights ---- */

/* Height of what stands right below a cell's figures. */
static double label_height(const zt_cards_style *style, zt_card_cell *cell, double width)
{
    if (zt_card_cell_is_whole(cell))
        return cell->parts.names_height;
    return text_height(style, zt_card_cell_words(style, cell, width), style->label.text.size, true);
}

/* What a cell adds below the top of its row, whose figures stand row->ascent below it and whose
   pictures begin row->label below them. */
static double cell_height(const zt_cards_style *style, zt_card_cell *cell, const zt_card_row *row,
                          double width)
{
    if (zt_card_cell_is_whole(cell) && cell->figure_count == 0)
        return zt_card_picture_plan(style, cell, width);
    if (cell->figure_count == 0)
        return text_height(style, zt_card_cell_words(style, cell, width),
                           style->statement.text.size, false);
    if (zt_card_has_picture(style, cell))
        return row->ascent + style->label_gap + row->label + style->picture_gap +
               zt_card_picture_plan(style, cell, width);
    double own = label_height(style, cell, width);
    if (own <= 0)
        return row->ascent + ZT_EM_FOOT * style->figure.text.size;
    return row->ascent + style->label_gap + own;
}

/* Labels side by side break alike: where one needs two lines, those that name a place to break
   take two as well. */
static void level_labels(const zt_cards_style *style, zt_card *card, const zt_card_row *row,
                         const int *spans)
{
    size_t most = 1;
    double longest = 0;
    for (size_t i = row->first; i < row->end; i++) {
        zt_card_cell *cell = &card->cells[i];
        cell->measure = 0;
        if (cell->figure_count == 0 || zt_card_cell_is_whole(cell))
            continue;
        const zt_para *para =
            zt_card_cell_words(style, cell, columns_width(style, card, spans[i - row->first]));
        most = para->line_count > most ? para->line_count : most;
        longest = para->line_count > 1 ? zt_max(longest, para->max_width) : longest;
    }
    for (size_t i = row->first; most > 1 && i < row->end; i++) {
        zt_card_cell *cell = &card->cells[i];
        double width = columns_width(style, card, spans[i - row->first]);
        if (cell->figure_count == 0 || zt_card_cell_is_whole(cell) || !cell->breaks_at_will ||
            zt_card_cell_words(style, cell, width)->line_count > 1)
            continue;
        double one_line = zt_card_cell_words(style, cell, width)->max_width;
        cell->measure = zt_min(longest, one_line - style->label.text.size);
        if (zt_card_cell_words(style, cell, width)->line_count > most)
            cell->measure = 0;
    }
}

/* Finds ascent, label height and height of a row from its cells. Ascent and labels come first,
   because the height of each cell depends on the highest of both in its row. */
static void measure_row(const zt_cards_style *style, zt_card *card, zt_card_row *row,
                        const int *spans)
{
    level_labels(style, card, row, spans);
    row->box = box_in_line(style, card, row, columns_width(style, card, spans[0]));
    row->height = BOX * style->label.text.size;
    if (row->box)
        return;
    row->height = 0;
    for (size_t i = row->first; i < row->end; i++) {
        zt_card_cell *cell = &card->cells[i];
        double width = columns_width(style, card, spans[i - row->first]);
        row->ascent = zt_max(row->ascent, zt_card_cell_ascent(style, cell, width));
        if (cell->figure_count > 0 && zt_card_has_picture(style, cell))
            row->label = zt_max(row->label, label_height(style, cell, width));
    }
    for (size_t i = row->first; i < row->end; i++)
        row->height =
            zt_max(row->height, cell_height(style, &card->cells[i], row,
                                            columns_width(style, card, spans[i - row->first])));
}

/* ---- arrangements ---- */

/* What zt_pack_rows hands back to row_height: the card whose cells it tries. */
typedef struct row_measure {
    const zt_cards_style *style;
    zt_card *card;
} row_measure;

/* For zt_pack_rows, which asks it for each run of cells that it tries as a row; nothing of the row
   is kept. */
static double row_height(void *self, size_t first, size_t end, const int *spans)
{
    const row_measure *m = self;
    zt_card_row row = {.first = first, .end = end};
    measure_row(m->style, m->card, &row, spans);
    return row.height;
}

/* The least columns that hold a cell's figures, or a few characters of a statement. */
static int least_columns(const zt_cards_style *style, const zt_card *card, zt_card_cell *cell)
{
    double need = cell->figure_count ? zt_card_picture_width(style, cell)
                                     : STATEMENT_LEAST * style->statement.text.size;
    int columns = 1;
    while (columns < card->columns && columns_width(style, card, columns) < need)
        columns++;
    return columns;
}

/* Sets all cells of a card at one kind of size: each its own, or all the lead's. */
static void set_cells(const zt_cards_style *style, zt_card *card, bool at_lead_size)
{
    for (size_t i = 0; i < card->cell_count; i++)
        zt_card_cell_set(style, &card->cells[i], at_lead_size);
}

/* Figures that stand in one row of equal cells are equals: they take the lead's size, and the
   lead has its ink alone. */
static bool arrange_as_equals(const zt_cards_style *style, zt_card *card)
{
    int count = (int)card->cell_count;
    if (count == 0 || count > card->columns || card->columns % count != 0)
        return false;
    for (int i = 0; i < count; i++)
        if (zt_card_cell_is_whole(&card->cells[i]) || card->cells[i].content->change.quantity)
            return false;
    set_cells(style, card, true);
    int span = card->columns / count;
    for (int i = 0; i < count; i++) {
        if (least_columns(style, card, &card->cells[i]) > span ||
            card->cells[i].set->width > columns_width(style, card, span))
            return false;
        card->slots[i] = (zt_pack_slot){0, i * span, span};
    }
    card->row_count = 1;
    return true;
}

/* Packs the cells into rows by zt_pack_rows, which keeps their order. Cells of one point have one
   number there, so that a point torn over two rows costs more. */
static void pack_cells(const zt_cards_style *style, zt_card *card)
{
    zt_arena *arena = style->setting->arena;
    zt_pack_cell *cells = ZT_ARRAY(arena, card->cell_count, zt_pack_cell);
    set_cells(style, card, false);
    for (size_t i = 0; i < card->cell_count; i++) {
        bool same = i > 0 && card->cells[i].content->point == card->cells[i - 1].content->point;
        cells[i].least = least_columns(style, card, &card->cells[i]);
        cells[i].point = i == 0 ? 0 : cells[i - 1].point + (same ? 0 : 1);
    }
    row_measure measure = {style, card};
    zt_pack pack = {cells, card->cell_count, card->columns, style->row_gap, row_height, &measure};
    card->cost = zt_pack_rows(arena, &pack, card->slots, &card->row_count);
}

/* The words of a row as they will stand. */
static void keep_words(const zt_cards_style *style, zt_card *card, const zt_card_row *row)
{
    for (size_t i = row->first; i < row->end; i++) {
        zt_card_cell *cell = &card->cells[i];
        double width = columns_width(style, card, card->slots[i].span);
        if (!zt_card_cell_is_whole(cell))
            cell->words = zt_card_cell_words(style, cell, width);
    }
}

/* Measures the rows as the slots have them and keeps the words that hold at the final widths; the
   same cell was broken at many widths while arrangements were tried. */
static void measure_rows(const zt_cards_style *style, zt_card *card)
{
    int *spans = ZT_ARRAY(style->setting->arena, card->cell_count, int);
    card->rows = ZT_ARRAY(style->setting->arena, card->row_count, zt_card_row);
    card->height = 0;
    for (size_t r = 0, first = 0, end = 0; r < card->row_count; r++, first = end) {
        for (; end < card->cell_count && card->slots[end].row == r; end++)
            spans[end] = card->slots[end].span;
        card->rows[r] = (zt_card_row){.first = first, .end = end};
        measure_row(style, card, &card->rows[r], &spans[first]);
        keep_words(style, card, &card->rows[r]);
        card->height += card->rows[r].height + (r > 0 ? style->row_gap : 0);
    }
}

/* A lead with the picture of its change stands left over the whole height, all others right of it
   in rows of their own. */
static bool arrange_beside(const zt_cards_style *style, zt_card *card, double width)
{
    int span = (card->columns + 1) / 2;
    if (card->cell_count < 2 || card->columns < 2 || !card->cells[0].content->change.quantity)
        return false;
    set_cells(style, card, false);
    double left = columns_width(style, card, span), room = width - left - style->cell_gap;
    if (least_columns(style, card, &card->cells[0]) > span)
        return false;
    zt_card *rest = card->rest = ZT_NEW(style->setting->arena, zt_card);
    *rest = (zt_card){.cells = card->cells + 1, .cell_count = card->cell_count - 1};
    for (size_t i = 0; i < rest->cell_count; i++)
        if (rest->cells[i].set->width > room)
            return false;
    zt_card_arrange(style, rest, room, card->columns - span);
    card->slots[0] = (zt_pack_slot){0, 0, span};
    card->rows = ZT_NEW(style->setting->arena, zt_card_row);
    card->row_count = 1;
    zt_card_row *row = card->rows;
    *row = (zt_card_row){.end = 1};
    row->ascent = zt_max(zt_card_cell_ascent(style, &card->cells[0], left), rest->rows[0].ascent);
    row->label = label_height(style, &card->cells[0], left);
    row->height = cell_height(style, &card->cells[0], row, left);
    keep_words(style, card, row);
    card->height = zt_max(row->height, rest->height + row->ascent - rest->rows[0].ascent);
    card->cost = card->height;
    return true;
}

/* Tries the arrangements from the most particular on: a lead with a picture beside the rest, one
   row of equals, then rows by least cost. Slots and rows of an earlier call are replaced; figures
   and broken words are kept with the cells. */
void zt_card_arrange(const zt_cards_style *style, zt_card *card, double width, int columns)
{
    card->columns = columns;
    card->column_width = zt_column_width(width, columns, style->cell_gap);
    card->slots = ZT_ARRAY(style->setting->arena, card->cell_count, zt_pack_slot);
    card->row_count = 0;
    card->cost = 0;
    if (arrange_beside(style, card, width))
        return;
    card->rest = NULL;
    bool equals = arrange_as_equals(style, card);
    if (!equals && card->cell_count > 0)
        pack_cells(style, card);
    measure_rows(style, card);
    if (equals)
        card->cost = card->height;
}

/* What the template says counts, even where it makes cells narrow. */
int zt_card_columns_max(const zt_cards_style *style, double width)
{
    if (style->params->cells > 0)
        return style->params->cells;
    /* No cell is narrower than a character of its label, whatever the template says. A hair of
       tolerance, so that a width computed as a sum of columns holds them all. */
    double least = zt_max(style->cell_width, style->label.text.size);
    double columns = (width + style->cell_gap + 0.01) / (least + style->cell_gap);
    return columns < 1 ? 1 : (int)columns;
}

/* ---- cards side by side ---- */

/* Where a statement beside figures begins: its first baseline on theirs, or of two lines and more a
   line above, as far as there is room. */
static double statement_top(const zt_cards_style *style, const zt_card_cell *cell,
                            const zt_card_row *row)
{
    const zt_para *para = cell->words;
    double first = row->level - (para->line_count > 1 ? style->line : 0);
    while (first - para->lines[0].baseline + para->ink_top < 0)
        first += style->line;
    return first - para->lines[0].baseline;
}

/* Statements beside figures stand on their lines; the row is as high as they then need. */
static void level_statements(const zt_cards_style *style, zt_card *card, size_t r, double level)
{
    zt_card_row *row = &card->rows[r];
    for (size_t i = row->first; i < row->end; i++) {
        const zt_card_cell *cell = &card->cells[i];
        if (cell->figure_count > 0 || zt_card_cell_is_whole(cell) || cell->words->line_count == 0)
            continue;
        row->level = level;
        double last = cell->words->lines[cell->words->line_count - 1].baseline;
        row->height = zt_max(row->height, statement_top(style, cell, row) + last +
                                              ZT_EM_FOOT * style->statement.text.size);
    }
}

/* Whether figures stand in the row; a row of statements has no baseline to share. */
static bool has_figures(const zt_card *card, size_t row)
{
    return row < card->row_count && card->rows[row].ascent > 0;
}

/* Puts white above the figures of row `r` of all cards, so that they stand on one baseline, `least`
   points below the row's top at least. */
static void level_ascents(zt_card *const *cards, size_t count, size_t r, double ascent)
{
    for (size_t i = 0; i < count; i++) {
        if (!has_figures(cards[i], r))
            continue;
        cards[i]->rows[r].height += ascent - cards[i]->rows[r].ascent;
        cards[i]->rows[r].ascent = ascent;
    }
}

/* The highest of what the rows `r` have. */
static double highest(zt_card *const *cards, size_t count, size_t r, bool ascent)
{
    double most = 0;
    for (size_t i = 0; i < count; i++)
        if (r < cards[i]->row_count)
            most = zt_max(most, ascent ? cards[i]->rows[r].ascent : cards[i]->rows[r].height);
    return most;
}

void zt_cards_level(const zt_cards_style *style, zt_card *const *cards, size_t count, double above)
{
    const double near = 0.01; /* points */
    double line = style->line;
    size_t rows = 0;
    for (size_t i = 0; i < count; i++)
        rows = cards[i]->row_count > rows ? cards[i]->row_count : rows;
    for (size_t r = 0; r < rows; r++) {
        double ascent = highest(cards, count, r, true);
        /* Whole lines below what stands above: the head, or the figures of the row before. */
        ascent = ceil((above + ascent) / line - near) * line - above;
        level_ascents(cards, count, r, ascent);
        for (size_t i = 0; i < count; i++)
            if (r < cards[i]->row_count)
                level_statements(style, cards[i], r, ascent);
        double height = highest(cards, count, r, false);
        for (size_t i = 0; i < count; i++)
            if (r + 1 < cards[i]->row_count)
                cards[i]->rows[r].height = height;
        above = height + style->row_gap - ascent;
    }
    for (size_t i = 0; i < count; i++) {
        cards[i]->height = 0;
        for (size_t r = 0; r < cards[i]->row_count; r++)
            cards[i]->height += cards[i]->rows[r].height + (r > 0 ? style->row_gap : 0);
    }
}

/* ---- drawing ---- */

/* The part of the template a cell's figures are of: it names their group in the scene too. */
static const char *figure_part(const zt_card_cell *cell)
{
    return cell->content->role == ZT_CELL_LEAD ? "figure" : "figure-second";
}

/* Figures side by side from the cell's left edge, in as many lines as they need; the baseline of
   the last is at `baseline`. */
static void draw_figures(const zt_cards_style *style, const zt_card_cell *cell, double baseline,
                         double width, zt_group *into)
{
    const char *own = figure_part(cell);
    double x = 0, foot = ZT_EM_FOOT * style->figure.text.size * style->shrink;
    size_t end = 0;
    baseline -= zt_card_cell_ascent(style, cell, width) + style->line_gap;
    for (size_t i = 0; i < cell->figure_count; i++) {
        if (i == end) {
            x = 0;
            baseline += cell->set->ascent + style->line_gap;
            end = zt_card_line_end(style, cell, i, width);
        }
        const zt_figure *figure = cell->set->figures[i];
        const zt_quantity *q = cell->content->figures[i];
        zt_rect box = {x, baseline - figure->ascent, figure->width, figure->ascent + foot};
        zt_group *part = zt_scene_add_part(style->setting->scene, into, q->at,
                                           zt_cell_figure_part(q, own), ZT_ROLE_LBL, box);
        zt_figure_place(figure, style->setting, part, 0, figure->ascent);
        x += figure->width + style->cell_gap;
    }
}

/* Words with the top of their ink label_gap below the figures' baseline, or at the cell's top where
   a statement has no figure above it. */
static void draw_words(const zt_cards_style *style, const zt_card_cell *cell,
                       const zt_card_row *row, double width, zt_group *into)
{
    double ascent = row->ascent;
    const zt_para *para = cell->words;
    if (para->line_count == 0)
        return;
    double ink_top = cell->figure_count ? ascent + style->label_gap : 0;
    double top = ink_top - para->ink_top;
    if (cell->figure_count && style->line > 0)
        top = ascent + style->line - para->lines[0].baseline;
    else if (style->line > 0 && row->level > 0)
        top = statement_top(style, cell, row);
    zt_rect box = {0, top, width, para->height};
    zt_group *part =
        zt_scene_add_part(style->setting->scene, into, cell->content->point->at,
                          cell->figure_count ? "label" : "statement", ZT_ROLE_LBODY, box);
    zt_para_place(para, style->setting->scene, part, 0, 0, 0, SIZE_MAX);
}

/* A cell in its own frame, its row's top at 0: figures, words and what stands below them at the
   heights that the row has for all of its cells. */
static void draw_cell(const zt_cards_style *style, const zt_card_cell *cell, const zt_card_row *row,
                      double width, zt_group *into)
{
    bool whole = zt_card_cell_is_whole(cell);
    double below = row->ascent + style->label_gap + row->label + style->picture_gap;
    if (row->box) {
        draw_in_line(style, cell, row->box, into);
        return;
    }
    if (whole && cell->figure_count > 0) {
        zt_large_parts_place at = {.first = figure_part(cell),
                                   .others = "figure-second",
                                   .baseline = row->ascent,
                                   .label_gap = style->label_gap,
                                   .foot = ZT_EM_FOOT * style->second.text.size};
        zt_large_parts_draw(&style->parts, &cell->parts, &at, into);
    }
    if (!whole) {
        draw_figures(style, cell, row->ascent, width, into);
        draw_words(style, cell, row, width, into);
    }
    if (whole || (cell->figure_count > 0 && zt_card_has_picture(style, cell)))
        zt_card_picture_draw(style, cell, cell->figure_count > 0 ? below : 0, into);
}

/* What is spare goes between the rows: both sides end on one line. */
static void draw_rest(const zt_cards_style *style, const zt_card *card, double extra,
                      zt_group *into)
{
    const zt_card *rest = card->rest;
    double x = columns_width(style, card, card->slots[0].span) + style->cell_gap;
    double y = card->rows[0].ascent - rest->rows[0].ascent;
    double spare = card->height + extra - y - rest->height;
    zt_group *part = zt_scene_add_part(
        style->setting->scene, into, rest->cells[0].content->point->at, NULL, ZT_ROLE_NONE,
        (zt_rect){x, 0, columns_width(style, rest, rest->columns), card->height + extra});
    zt_card_draw(style, rest, y, rest->row_count > 1 ? zt_max(0, spare) : 0, part);
}

/* The rule between two rows. */
static void draw_row_rule(const zt_cards_style *style, zt_group *into, double y, double width)
{
    double weight = style->params->row_rule;
    zt_rect box = {0, y - weight / 2, width, weight};
    zt_group *part = zt_scene_add_part(style->setting->scene, into, into->item.at, "rule",
                                       ZT_ROLE_ARTIFACT, box);
    zt_scene_rule(style->setting->scene, part, into->item.at, (zt_point){0, weight / 2},
                  (zt_point){width, weight / 2}, weight,
                  ZT_SOLID(zt_setting_ink(style->setting, "key")));
}

/* Cells become items of one list, so that a reader of the tagged PDF hears how many there are;
   `extra` is shared evenly by the gaps between rows. */
void zt_card_draw(const zt_cards_style *style, const zt_card *card, double y, double extra,
                  zt_group *into)
{
    zt_scene *scene = style->setting->scene;
    double gap = style->row_gap, row_y = 0;
    if (card->row_count == 0)
        return;
    if (card->row_count > 1)
        gap += extra / (double)(card->row_count - 1);
    zt_rect box = {0, y, columns_width(style, card, card->columns), card->height + extra};
    zt_group *list = zt_scene_add_part(scene, into, ZT_NOWHERE, "cells", ZT_ROLE_L, box);
    for (size_t r = 0; r < card->row_count; r++) {
        const zt_card_row *row = &card->rows[r];
        for (size_t i = row->first; i < row->end; i++) {
            const zt_card_cell *cell = &card->cells[i];
            double width = columns_width(style, card, card->slots[i].span);
            double x = card->slots[i].column * (card->column_width + style->cell_gap);
            zt_group *item = zt_scene_add_part(scene, list, cell->content->point->at, "cell",
                                               ZT_ROLE_LI, (zt_rect){x, row_y, width, row->height});
            draw_cell(style, cell, row, width, item);
        }
        row_y += row->height + gap;
        if (style->params->row_rule > 0 && r + 1 < card->row_count)
            draw_row_rule(style, list, row_y - gap * (1 - RULE_AT), box.w);
    }
    if (card->rest)
        draw_rest(style, card, extra, list);
}
