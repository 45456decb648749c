/* Entries that hold figures: rows beside their labels, digits below digits, with their bars;
   several figures side by side over their labels. */
#include "block/rows/row_group_imp.h"

static const double PICTURE_BESIDE = 6; /* characters a label keeps beside a picture */
static const double STACKED_BELOW = 5;  /* characters a line: narrower labels stand below */
enum { SLOTS_MOST = 4 /* figures side by side */ };

/* ---- rows ---- */

/* The figure of a row; its units are larger by the digits than under a lead, since row figures are
   small already. */
static const zt_figure *row_figure(const zt_rows_style *style, const zt_point_cell *cell)
{
    zt_figure_style figure = zt_cell_figure_style(&style->row, 0, &style->missing);
    return zt_cell_figure(style->setting, cell->figures[0], &figure);
}

/* Of the widest figure that stands beside its label; the column that all groups share is at least
   so wide. */
double zt_row_figures_width(const zt_rows_style *style, const zt_row_group *group)
{
    double widest = 0;
    for (size_t i = 0; i < group->count; i++)
        if (group->entries[i].kind == ZT_ROW_FIGURE)
            widest = zt_max(widest, row_figure(style, group->entries[i].cells)->width);
    return widest;
}

/* White above and below the digits of a row. */
static double row_pad(const zt_rows_style *style)
{
    return (style->pitch - zt_digit_height(&style->row)) / 2;
}

/* Below a bar there is twice the white that is above it, so that it belongs to its own text: so
   much more than the white over the digits of the next row. A full page takes it back with the
   leading. */
double zt_row_air(const zt_rows_style *style)
{
    static const double least = ZT_MM(2.4);
    double air = zt_max(least, 2 * style->bar_gap) - zt_min(row_pad(style), style->lead_gap);
    return zt_max(0, air) * zt_clamp(style->setting->fit.leading, 0, 1);
}

/* From a row's top to the baseline of its figure. */
static double row_baseline(const zt_rows_style *style)
{
    return row_pad(style) + zt_digit_height(&style->row);
}

/* Left edge of the labels, which all rows of the block share. */
static double label_x(const zt_rows_style *style)
{
    return style->figure_column + style->column_gap;
}

/* Labels in so narrow a column stand below their figures. */
static bool stacked(const zt_rows_style *style, double width)
{
    return width - label_x(style) < STACKED_BELOW * style->row_label.text.size;
}

/* What the value of the cell is on its way to; NULL without a target in its point. */
static const zt_quantity *target_of(const zt_rows_style *style, const zt_point_cell *cell)
{
    for (size_t i = 0; style->pictures & ZT_ROWS_TARGET && i < cell->point->figure_count; i++)
        if (cell->figure_count > 0 &&
            zt_form_target_shows(cell->figures[0], cell->point->figures[i]))
            return cell->point->figures[i];
    return NULL;
}

static bool has_heat(const zt_rows_style *style, const zt_point_cell *cell)
{
    return style->pictures & ZT_ROWS_HEAT && cell->figure_count > 0 &&
           zt_form_heat_shows(&style->heat, cell->figures[0]);
}

static bool has_picture(const zt_rows_style *style, const zt_point_cell *cell)
{
    return cell->trend || target_of(style, cell) || has_heat(style, cell);
}

double zt_row_picture_height(const zt_rows_style *style, const zt_point_cell *cell)
{
    return has_picture(style, cell) ? style->bar_gap + ZT_FORM_TREND_HEIGHT : 0;
}

void zt_row_picture_draw(const zt_rows_style *style, const zt_point_cell *cell, const zt_ink *ink,
                         zt_group *into, zt_rect box)
{
    const zt_quantity *target = target_of(style, cell);
    if (cell->trend) {
        zt_form_trend_draw(cell->trend, style->setting, ink, into, box);
    } else if (target) {
        zt_form_target_params params = {.value = cell->figures[0],
                                        .target = target,
                                        .height = box.h,
                                        .bar = ink,
                                        .track = zt_setting_ink(style->setting, "panel"),
                                        .stroke = style->row_label.ink};
        params.height *= box.h / zt_form_target_height(&params); /* the stroke stands out of it */
        zt_form_target_draw(&params, style->setting, into, box.x, box.y, box.w);
    } else if (has_heat(style, cell)) {
        box.w = zt_min(box.w, ZT_FORM_HEAT_WIDTH);
        zt_form_heat_draw(&style->heat, cell->figures[0], cell->figures[0]->at, style->setting,
                          into, box);
    }
}

/* A picture stands at the right end of its row where the label keeps its measure, else below. */
static bool picture_fits(const zt_rows_style *style, const zt_row_entry *entry)
{
    double room = entry->width - label_x(style) - ZT_FORM_TREND_WIDTH - style->column_gap;
    return has_picture(style, entry->cells) && !stacked(style, entry->width) &&
           room >= PICTURE_BESIDE * style->row_label.text.size;
}

/* At the right of the digits, or below the label. */
static void place_picture(const zt_rows_style *style, zt_row_entry *entry, bool beside)
{
    bool below = stacked(style, entry->width);
    double left = below ? 0 : label_x(style), height = ZT_FORM_TREND_HEIGHT;
    if (!has_picture(style, entry->cells))
        return;
    if (beside) {
        double middle = row_baseline(style) - zt_digit_height(&style->row) / 2;
        entry->picture = (zt_rect){entry->width - ZT_FORM_TREND_WIDTH, middle - height / 2,
                                   ZT_FORM_TREND_WIDTH, height};
        return;
    }
    double foot = row_baseline(style) + entry->words.height - style->row_label.text.size;
    if (below)
        foot += row_pad(style) / 2 + style->row_label.text.size;
    entry->picture = (zt_rect){left, foot + style->bar_gap + ZT_EM_FOOT * style->row.text.size,
                               zt_min(entry->width - left, ZT_FORM_TREND_WIDTH), height};
}

/* A row is one pitch high; a label of more lines makes it higher by these. Its bar replaces the
   white below the digits. */
void zt_row_figure_plan(const zt_rows_style *style, zt_row_entry *entry)
{
    bool below = stacked(style, entry->width);
    double room = below ? entry->width : entry->width - label_x(style);
    bool beside = picture_fits(style, entry);
    room -= beside ? ZT_FORM_TREND_WIDTH + style->column_gap : 0;
    entry->figure = row_figure(style, entry->cells);
    entry->words = zt_row_words(style, entry->cells, &style->row_label, room);
    double more = entry->words.height - style->row_label.text.size;
    entry->height = style->pitch + zt_max(0, below ? entry->words.height : more);
    place_picture(style, entry, beside);
    entry->height += beside ? 0 : zt_row_picture_height(style, entry->cells);
    if (entry->bar) /* the bar parts the row from the next as a hairline does */
        entry->height += style->bar + style->bar_gap - row_pad(style) + zt_row_air(style);
}

/* An estimate is hatched as in charts (marks.h), so that bars in rows tell the same. */
void zt_row_bar_draw(const zt_rows_style *style, const zt_row_group *group, const zt_quantity *q,
                     double y, zt_group *into)
{
    double longest = group->bar_width - zt_mark_reach(style->setting, style->bar);
    zt_rect box = {0, y, longest * zt_num_double(q->value) / group->most, style->bar};
    zt_group *part =
        zt_scene_add_part(style->setting->scene, into, q->at, "bar", ZT_ROLE_ARTIFACT, box);
    zt_chart marks = {.block = style->block,
                      .setting = style->setting,
                      .marks = &style->marks,
                      .em = style->label.text.size};
    /* The longest is a whole for the others: what they lack to it lies on a track. */
    if (style->setting->template_->theme->look.bars.form == ZT_BAR_TRACK && box.w < longest)
        zt_scene_fill_rect(
            style->setting->scene, part, q->at,
            zt_mark_thinned(style->setting, (zt_rect){0, 0, longest, box.h}, ZT_MARK_END_RIGHT),
            ZT_SOLID(zt_setting_ink(style->setting, "panel")));
    zt_mark_value_bar(&marks, part, q->at, (zt_rect){0, 0, box.w, box.h}, ZT_MARK_END_RIGHT,
                      zt_mark_fill_of(q), style->bar_ink);
}

/* Figure and first line of the label share a baseline; what the row has gained goes half above it,
   but above a bar all of it, so that the bar stays below its figure. */
void zt_row_figure_draw(const zt_rows_style *style, const zt_row_group *group,
                        const zt_row_entry *entry, double extra, zt_group *into)
{
    const zt_setting *setting = style->setting;
    const zt_look *label = &style->row_label;
    const zt_quantity *q = entry->cells->figures[0];
    double base = row_baseline(style) + (entry->bar ? extra : extra / 2),
           ascent = entry->figure->ascent;
    zt_rect box = {0, base - ascent, entry->figure->width,
                   ascent + ZT_EM_FOOT * style->row.text.size};
    zt_group *part = zt_scene_add_part(setting->scene, into, q->at,
                                       zt_cell_figure_part(q, "figure-row"), ZT_ROLE_LBL, box);
    zt_figure_place(entry->figure, setting, part, 0, ascent);
    bool below = stacked(style, entry->width);
    double top = below ? base + row_pad(style) / 2 : base - ZT_EM_TOP * label->text.size;
    zt_wording_place(setting, &entry->words, into, "row-label", ZT_ROLE_LBODY,
                     below ? 0 : label_x(style), top);
    if (entry->picture.w > 0) {
        zt_rect picture = entry->picture;
        picture.y += entry->bar ? extra : extra / 2;
        zt_row_picture_draw(style, entry->cells, style->row.ink, into, picture);
    }
    if (entry->bar)
        zt_row_bar_draw(style, group, q, entry->height + extra - style->bar - zt_row_air(style),
                        into);
}

/* ---- several figures side by side ---- */

/* Cells a line: what the columns of the grid hold, halves of a column each. */
static double slot_x(const zt_row_entry *entry, double right, size_t per_line, size_t k)
{
    if (right > 0 && per_line == 4) {
        double first = right / 2, second = (entry->width - right) / 2;
        return k < 2 ? first * (double)k : right + second * (double)(k - 2);
    }
    return entry->width * (double)k / (double)per_line;
}

/* Width for the words under figure `k`: to the next figure of its line less the gap, or to the
   right edge. */
static double slot_room(const zt_rows_style *style, const zt_row_entry *entry, double right,
                        size_t per_line, size_t k)
{
    double end =
        k + 1 < per_line ? slot_x(entry, right, per_line, k + 1) - style->column_gap : entry->width;
    return end - slot_x(entry, right, per_line, k);
}

/* As many as the widest figure lets stand in a line. */
static size_t slots_per_line(const zt_rows_style *style, const zt_row_entry *entry)
{
    double widest = 0;
    for (size_t i = 0; i < entry->cell_count; i++)
        widest = zt_max(widest, entry->slots[i].figure->width);
    for (size_t n = SLOTS_MOST; n > 1; n--)
        if (entry->width / (double)n >= widest + style->column_gap)
            return n;
    return 1;
}

/* Fills lines of slots; each line is as high as its tallest label. A second column's left edge is
   kept where four stand in a line, so that figures align with the rows above. */
void zt_row_slots_plan(const zt_rows_style *style, zt_row_entry *entry, double right)
{
    double digits = zt_digit_height(&style->row), words = 0;
    entry->slots = ZT_ARRAY(style->setting->arena, entry->cell_count, zt_row_slot);
    for (size_t i = 0; i < entry->cell_count; i++)
        entry->slots[i].figure = row_figure(style, &entry->cells[i]);
    size_t per_line = slots_per_line(style, entry);
    for (size_t i = 0; i < entry->cell_count; i++) {
        zt_row_slot *one = &entry->slots[i];
        size_t k = i % per_line;
        if (k == 0) {
            entry->height += (i > 0 ? digits + style->bar_gap + words : 0) + style->lead_gap;
            words = 0;
        }
        one->x = slot_x(entry, right, per_line, k);
        one->y = entry->height;
        one->words = zt_row_words(style, &entry->cells[i], &style->row_label,
                                  slot_room(style, entry, right, per_line, k));
        one->picture = one->words.height;
        words = zt_max(words, one->picture + zt_row_picture_height(style, &entry->cells[i]));
    }
    entry->height += digits + style->bar_gap + words;
}

/* Every figure on the top of its slot, its label below. */
void zt_row_slots_draw(const zt_rows_style *style, const zt_row_entry *entry, zt_group *into)
{
    const zt_setting *setting = style->setting;
    double digits = zt_digit_height(&style->row);
    for (size_t i = 0; i < entry->cell_count; i++) {
        const zt_row_slot *one = &entry->slots[i];
        zt_rect box = {one->x, one->y, one->figure->width,
                       digits + ZT_EM_FOOT * style->row.text.size};
        zt_group *part = zt_scene_add_part(setting->scene, into, entry->cells[i].figures[0]->at,
                                           "figure-row", ZT_ROLE_LBL, box);
        zt_figure_place(one->figure, setting, part, 0, digits);
        zt_wording_place(setting, &one->words, into, "row-label", ZT_ROLE_LBODY, one->x,
                         one->y + digits + style->bar_gap);
        if (has_picture(style, &entry->cells[i]))
            zt_row_picture_draw(style, &entry->cells[i], style->row.ink, into,
                                (zt_rect){one->x,
                                          one->y + digits + 2 * style->bar_gap + one->picture,
                                          ZT_FORM_TREND_LEAST, ZT_FORM_TREND_HEIGHT});
    }
}
