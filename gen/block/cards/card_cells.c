/* The cells of a group (model/point_cells.h) set in type: their figures at a size, their words at a
   width. Many arrangements are tried with the same cells, so each is shaped once. */
#include "block/cards/cards_imp.h"

static const double LABEL_MOST = 24; /* characters in a line of words */

/* ---- words ---- */

/* A label with the figures it names in bold, each unbroken. */
static void set_label_runs(const zt_cards_style *style, zt_card_cell *cell)
{
    const zt_rich *words = &cell->content->words;
    cell->runs = ZT_ARRAY(style->setting->arena, words->count, zt_run);
    cell->run_count = words->count;
    for (size_t i = 0; i < words->count; i++) {
        const zt_span *span = &words->spans[i];
        bool figure = span->kind == ZT_SPAN_QUANTITY;
        cell->runs[i] = (zt_run){.text = span->kind == ZT_SPAN_BREAK ? ZT_STR("\n") : span->text,
                                 .style = figure ? &style->label_strong.text : &style->label.text,
                                 .at = span->at,
                                 .bound = figure};
    }
}

/* A sentence below its figure and a statement are set as their spans ask. */
static void set_runs(const zt_cards_style *style, zt_card_cell *cell)
{
    const zt_point_cell *content = cell->content;
    const zt_look *look = &style->statement;
    zt_rich_style rich = {.base = look, .strong = look, .figure = look};
    if (content->kind == ZT_CELL_SENTENCE)
        rich = (zt_rich_style){.base = &style->label, .strong = &style->label_strong};
    if (content->kind == ZT_CELL_SENTENCE || content->kind == ZT_CELL_STATEMENT)
        cell->run_count = zt_rich_runs(style->setting, &content->words, &rich, &cell->runs);
    else
        set_label_runs(style, cell);
    for (size_t i = 0; i < cell->run_count; i++)
        cell->breaks_at_will |= zt_str_holds(cell->runs[i].text, ZT_STR("\xE2\x80\x8B"));
}

/* What stands on one line in a wider measure stands so in this one, if it is no wider. */
static bool serves(const zt_cell_lines *lines, double width)
{
    if (lines->para->line_count > 1)
        return lines->width >= width && lines->width <= width;
    return lines->width >= width && lines->para->max_width <= width;
}

/* Lines hold LABEL_MOST characters at most, however wide the cell. What was broken before is reused
   wherever it is the same. */
const zt_para *zt_card_cell_words(const zt_cards_style *style, zt_card_cell *cell, double width)
{
    const zt_look *look = cell->figure_count ? &style->label : &style->statement;
    width = zt_min(width, LABEL_MOST * look->text.size);
    if (cell->measure > 0)
        width = zt_min(width, cell->measure);
    for (size_t i = 0; i < cell->lines.count; i++)
        if (serves(&cell->lines.items[i], width))
            return cell->lines.items[i].para;
    zt_cell_lines lines = {width, zt_para_break(style->setting->arena, style->setting->diags,
                                                cell->runs, cell->run_count, &look->para, width)};
    ZT_PUSH(style->setting->arena, &cell->lines, lines);
    return lines.para;
}

/* ---- figures ---- */

/* The look of a cell's figures: the lead's for the lead and for a rank, which is as large as a
   lead; else the second one. A figure with the picture of its change grows by lead-ratio. All are
   smaller by the one factor `shrink` of the block, so that equals stay equal. */
static zt_look figure_look(const zt_cards_style *style, const zt_card_cell *cell, bool at_lead_size)
{
    zt_cell_role role = cell->content->role;
    const zt_look *look = role == ZT_CELL_LEAD ? &style->figure : &style->second;
    double size = at_lead_size || role == ZT_CELL_RANK ? style->figure.text.size : look->text.size;
    if (cell->content->change.quantity)
        size *= style->params->lead_ratio;
    return zt_look_at_size(look, size * style->shrink);
}

/* Shapes the figures of a cell at one size and adds up their width, side by side with the gap of
   cells between them. Small words keep the label's ink where the digits have one of their own. */
static void set_figures(const zt_cards_style *style, const zt_card_cell *cell, bool at_lead_size,
                        zt_cell_figures *set)
{
    const zt_point_cell *content = cell->content;
    zt_look look = figure_look(style, cell, at_lead_size);
    zt_figure_style figure = zt_cell_inked_style(&look, 0, &style->missing, &style->label);
    *set = (zt_cell_figures){.shrink = style->shrink};
    set->figures = ZT_ARRAY(style->setting->arena, cell->figure_count, const zt_figure *);
    for (size_t i = 0; i < cell->figure_count; i++) {
        set->figures[i] = zt_cell_figure(style->setting, content->figures[i], &figure);
        set->width += set->figures[i]->width + (i > 0 ? style->cell_gap : 0);
        set->widest = zt_max(set->widest, set->figures[i]->width);
        set->ascent = zt_max(set->ascent, set->figures[i]->ascent);
    }
}

/* As many as the width holds, at least one. */
size_t zt_card_line_end(const zt_cards_style *style, const zt_card_cell *cell, size_t first,
                        double width)
{
    const double hair = 0.01; /* points: widths are sums of columns */
    double used = cell->set->figures[first]->width;
    size_t end = first + 1;
    for (; end < cell->figure_count; end++) {
        used += style->cell_gap + cell->set->figures[end]->width;
        if (used > width + hair)
            break;
    }
    return end;
}

double zt_card_cell_ascent(const zt_cards_style *style, const zt_card_cell *cell, double width)
{
    double further = 0;
    if (zt_card_cell_is_whole(cell) || cell->figure_count == 0)
        return cell->set->ascent;
    for (size_t at = zt_card_line_end(style, cell, 0, width); at < cell->figure_count;
         at = zt_card_line_end(style, cell, at, width))
        further += cell->set->ascent + style->line_gap;
    return cell->set->ascent + further;
}

/* Shapes anew only when this size was never set or the block's factor has changed since. Of a whole
   the names are set once more with the figures they stand under. */
void zt_card_cell_set(const zt_cards_style *style, zt_card_cell *cell, bool at_lead_size)
{
    zt_cell_figures *set = &cell->sizes[at_lead_size ? 1 : 0];
    if (!set->figures || set->shrink < style->shrink || set->shrink > style->shrink)
        set_figures(style, cell, at_lead_size, set);
    cell->set = set;
    if (zt_card_cell_is_whole(cell) && cell->figure_count > 0 &&
        cell->parts.figures != set->figures)
        cell->parts = zt_large_parts_new(&style->parts, cell->content, set->figures, &style->label);
}

/* The contents come from the model, which decides what is figure and what is label; here they only
   get their type. Parts of a whole that are drawn small have no large figures. */
zt_card_cell *zt_card_cells(const zt_cards_style *style, const zt_group_unit *unit, size_t *count)
{
    bool small = style->parts_small;
    zt_cell_options options = {.change_drawn = style->params->pictures & ZT_CARDS_CHANGE,
                               .parts_small = small,
                               .optional_kept = unit->optional_kept};
    zt_point_cells contents = zt_point_cells_of(style->setting->arena, unit->group, &options);
    zt_card_cell *cells = ZT_ARRAY(style->setting->arena, contents.count, zt_card_cell);
    for (size_t i = 0; i < contents.count; i++) {
        const zt_point_cell *content = &contents.items[i];
        bool none = small && content->kind == ZT_CELL_WHOLE;
        cells[i] =
            (zt_card_cell){.content = content, .figure_count = none ? 0 : content->figure_count};
        set_runs(style, &cells[i]);
        zt_card_cell_set(style, &cells[i], false);
    }
    *count = contents.count;
    return cells;
}
