/* Figures of a sheet: in rows beside their labels, digits below digits, with their bars; or several
   side by side over their labels. */
#include "block/groups/groups_imp.h"

#include "chart/marks.h"

/* ---- rows ---- */

static zt_figure_style row_style(const zt_groups_env *env)
{
    return (zt_figure_style){.look = env->looks.row,
                             .unit_ratio = env->sizes.row_unit_ratio,
                             .gap = env->sizes.figure_gap,
                             .han_ratio = env->sizes.han_ratio,
                             .missing = env->looks.missing};
}

static const zt_figure *row_figure(const zt_groups_env *env, const zt_group_cell *cell)
{
    zt_figure_style style = row_style(env);
    if (cell->figures[0]->status == ZT_MISSING)
        style.look = zt_look_at_size(&style.look, style.look.text.size * style.han_ratio);
    return zt_figure_new(env->setting, cell->figures[0], &style);
}

double zt_sheet_figure_width(const zt_groups_env *env, const zt_sheet *sheet)
{
    double widest = 0;
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->entries[i].kind == ZT_SHEET_ROW)
            widest = zt_max(widest, row_figure(env, sheet->entries[i].cells)->width);
    return widest;
}

/* Width of the digits before the decimal point; negative when words stand before them. */
static double whole_digits(const zt_groups_env *env, const zt_quantity *q)
{
    size_t end = q->figure_first;
    if (q->figure_first > 0)
        return -1;
    while (end < q->figure_end && q->text.data[end] != '.')
        end++;
    return zt_text_width(env->setting->diags, env->setting->arena, zt_str_slice(q->text, 0, end),
                         &env->looks.row.text, &env->looks.row.para, q->at);
}

/* Comparable figures of one scale stand with their decimal points below one another. */
void zt_sheet_align_digits(const zt_groups_env *env, zt_sheet *sheet)
{
    double most = 0;
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->entries[i].bar) {
            double digits = whole_digits(env, sheet->entries[i].cells->figures[0]);
            if (digits < 0)
                return;
            most = zt_max(most, digits);
        }
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->entries[i].bar)
            sheet->entries[i].shift = most - whole_digits(env, sheet->entries[i].cells->figures[0]);
}

zt_wording zt_sheet_words(const zt_groups_env *env, const zt_group_cell *cell, const zt_look *look,
                          double width)
{
    /* The runs were made in the look of labels; rows have a look of their own. */
    zt_buf text;
    zt_buf_init(&text, env->setting->arena);
    for (size_t i = 0; i < cell->run_count; i++)
        zt_buf_str(&text, cell->runs[i].text);
    return zt_wording_plain(env->setting, zt_buf_view(&text), cell->point->at, look, width);
}

/* White above and below the digits of a row. */
static double row_pad(const zt_groups_env *env)
{
    return (env->sizes.row_pitch - zt_digit_height(&env->looks.row)) / 2;
}

/* From a row's top to the baseline of its figure. */
static double row_baseline(const zt_groups_env *env)
{
    return row_pad(env) + zt_digit_height(&env->looks.row);
}

static double label_x(const zt_groups_env *env)
{
    return env->figure_column + env->sizes.column_gap;
}

/* Words of fewer characters a line stand below their figure. */
static bool stacked(const zt_groups_env *env, double width)
{
    const double least = 5;
    return width - label_x(env) < least * env->looks.row_label.text.size;
}

void zt_sheet_row_measure(const zt_groups_env *env, zt_sheet_entry *entry)
{
    const zt_groups_sizes *sizes = &env->sizes;
    bool below = stacked(env, entry->width);
    double room = below ? entry->width : entry->width - label_x(env);
    entry->figure = row_figure(env, entry->cells);
    entry->words = zt_sheet_words(env, entry->cells, &env->looks.row_label, room);
    double more = entry->words.height - env->looks.row_label.text.size;
    entry->height = sizes->row_pitch + zt_max(0, below ? entry->words.height : more);
    if (entry->bar) /* the bar parts the row from the next as a hairline does */
        entry->height += sizes->bar + sizes->bar_gap - row_pad(env);
}

void zt_sheet_bar_draw(const zt_groups_env *env, const zt_sheet *sheet, const zt_quantity *q,
                       double y, zt_group *into)
{
    zt_rect box = {0, y, sheet->bar_width * zt_num_double(q->value) / sheet->most, env->sizes.bar};
    zt_group *part =
        zt_scene_add_part(env->setting->scene, into, q->at, "bar", ZT_ROLE_ARTIFACT, box);
    zt_chart marks = {.block = env->block,
                      .setting = env->setting,
                      .marks = &env->params->marks,
                      .em = env->looks.label.text.size};
    zt_mark_bar(&marks, part, q->at, (zt_rect){0, 0, box.w, box.h}, zt_mark_fill_of(q),
                env->params->bar_ink);
}

void zt_sheet_row_draw(const zt_groups_env *env, const zt_sheet *sheet, const zt_sheet_entry *entry,
                       double extra, zt_group *into)
{
    const zt_setting *setting = env->setting;
    const zt_look *label = &env->looks.row_label;
    const zt_quantity *q = entry->cells->figures[0];
    double base = row_baseline(env) + (entry->bar ? extra : extra / 2),
           ascent = entry->figure->ascent;
    zt_rect box = {entry->shift, base - ascent, entry->figure->width,
                   ascent + ZT_EM_FOOT * env->looks.row.text.size};
    zt_group *part =
        zt_scene_add_part(setting->scene, into, q->at,
                          q->status == ZT_MISSING ? "missing" : "figure-row", ZT_ROLE_LBL, box);
    zt_figure_place(entry->figure, setting, part, 0, ascent);
    bool below = stacked(env, entry->width);
    double top = below ? base + row_pad(env) / 2 : base - ZT_EM_TOP * label->text.size;
    zt_wording_place(setting, &entry->words, into, "row-label", ZT_ROLE_LBODY,
                     below ? 0 : label_x(env), top);
    if (entry->bar)
        zt_sheet_bar_draw(env, sheet, q, entry->height + extra - env->sizes.bar, into);
}

/* ---- several figures side by side ---- */

/* Cells a line: what the columns of the grid hold, halves of a column each. */
static double beside_x(const zt_sheet_entry *entry, double right, size_t per_line, size_t k)
{
    if (right > 0 && per_line == 4) {
        double first = right / 2, second = (entry->width - right) / 2;
        return k < 2 ? first * (double)k : right + second * (double)(k - 2);
    }
    return entry->width * (double)k / (double)per_line;
}

static double beside_room(const zt_groups_env *env, const zt_sheet_entry *entry, double right,
                          size_t per_line, size_t k)
{
    double end = k + 1 < per_line ? beside_x(entry, right, per_line, k + 1) - env->sizes.column_gap
                                  : entry->width;
    return end - beside_x(entry, right, per_line, k);
}

/* Up to four a line. */
static size_t beside_per_line(const zt_groups_env *env, const zt_sheet_entry *entry)
{
    double widest = 0;
    for (size_t i = 0; i < entry->cell_count; i++)
        widest = zt_max(widest, entry->beside[i].figure->width);
    for (size_t n = 4; n > 1; n--)
        if (entry->width / (double)n >= widest + env->sizes.column_gap)
            return n;
    return 1;
}

void zt_sheet_beside_measure(const zt_groups_env *env, zt_sheet_entry *entry, double right)
{
    double digits = zt_digit_height(&env->looks.row), words = 0;
    entry->beside = ZT_ARRAY(env->setting->arena, entry->cell_count, zt_sheet_beside);
    for (size_t i = 0; i < entry->cell_count; i++)
        entry->beside[i].figure = row_figure(env, &entry->cells[i]);
    size_t per_line = beside_per_line(env, entry);
    for (size_t i = 0; i < entry->cell_count; i++) {
        zt_sheet_beside *one = &entry->beside[i];
        size_t k = i % per_line;
        if (k == 0) {
            entry->height +=
                (i > 0 ? digits + env->sizes.bar_gap + words : 0) + env->sizes.lead_gap;
            words = 0;
        }
        one->x = beside_x(entry, right, per_line, k);
        one->y = entry->height;
        one->words = zt_sheet_words(env, &entry->cells[i], &env->looks.row_label,
                                    beside_room(env, entry, right, per_line, k));
        words = zt_max(words, one->words.height);
    }
    entry->height += digits + env->sizes.bar_gap + words;
}

void zt_sheet_beside_draw(const zt_groups_env *env, const zt_sheet_entry *entry, zt_group *into)
{
    const zt_setting *setting = env->setting;
    double digits = zt_digit_height(&env->looks.row);
    for (size_t i = 0; i < entry->cell_count; i++) {
        const zt_sheet_beside *one = &entry->beside[i];
        zt_rect box = {one->x, one->y, one->figure->width,
                       digits + ZT_EM_FOOT * env->looks.row.text.size};
        zt_group *part = zt_scene_add_part(setting->scene, into, entry->cells[i].figures[0]->at,
                                           "figure-row", ZT_ROLE_LBL, box);
        zt_figure_place(one->figure, setting, part, 0, digits);
        zt_wording_place(setting, &one->words, into, "row-label", ZT_ROLE_LBODY, one->x,
                         one->y + digits + env->sizes.bar_gap);
    }
}
