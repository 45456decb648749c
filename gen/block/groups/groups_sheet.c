/* A sheet: what a group's points become when the lead figure stands alone and all others in rows.
   Comparable figures come first, so that their bars stand together. */
#include "block/groups/groups_imp.h"

#include "chart/marks.h"

typedef ZT_VEC(zt_sheet_entry) entry_list;

typedef struct sheet_writer {
    const zt_groups_env *env;
    zt_sheet *sheet;
    entry_list entries;
} sheet_writer;

/* ---- which figures compare ---- */

static const zt_quantity *figure_of(const zt_group_cell *cell)
{
    return cell && cell->figure_count == 1 && !cell->whole ? cell->figures[0] : NULL;
}

static bool compare(const zt_groups_env *env, const zt_group_cell *a, const zt_group_cell *b)
{
    const zt_quantity *p = figure_of(a), *q = figure_of(b);
    if (env->sizes.bars == ZT_BARS_NONE || !p || !q || p->kind != ZT_Q_VALUE ||
        q->kind != ZT_Q_VALUE || !p->has_number || !q->has_number || p->range_to || q->range_to)
        return false;
    if (zt_num_double(p->value) <= 0 || zt_num_double(q->value) <= 0)
        return false;
    if (a->point->series.len > 0 || b->point->series.len > 0)
        return zt_str_equal(a->point->series, b->point->series);
    return env->sizes.bars == ZT_BARS_UNIT && p->unit.len > 0 && zt_str_equal(p->unit, q->unit) &&
           zt_str_equal(p->per, q->per);
}

/* Parts of a whole compare by their strip: beside it there are no bars. */
static bool compares_with_lead(const zt_groups_env *env, const zt_sheet *sheet,
                               const zt_group_cell *cell)
{
    return !sheet->has_whole && sheet->lead_cell && cell != sheet->lead_cell &&
           compare(env, sheet->lead_cell, cell);
}

static void find_largest(const zt_groups_env *env, zt_sheet *sheet)
{
    for (size_t i = 0; i < sheet->cell_count; i++) {
        const zt_group_cell *cell = &sheet->cells[i];
        if (!compares_with_lead(env, sheet, cell))
            continue;
        sheet->lead_bar = true;
        sheet->most = zt_max(sheet->most, zt_num_double(figure_of(cell)->value));
    }
    if (sheet->lead_bar)
        sheet->most = zt_max(sheet->most, zt_num_double(figure_of(sheet->lead_cell)->value));
}

/* ---- from cells to entries ---- */

static zt_sheet_entry *add(sheet_writer *w, zt_sheet_kind kind, zt_group_cell *cell)
{
    zt_sheet_entry entry = {
        .kind = kind, .point = cell->point, .cells = cell, .cell_count = 1, .whole = cell->whole};
    ZT_PUSH(w->env->setting->arena, &w->entries, entry);
    return &w->entries.items[w->entries.count - 1];
}

/* A head stands once over all that its point has to say. */
static void add_head(sheet_writer *w, zt_group_cell *cell)
{
    size_t count = w->entries.count;
    if (cell->point->head.len == 0 ||
        (count > 0 && w->entries.items[count - 1].point == cell->point))
        return;
    add(w, ZT_SHEET_HEAD, cell);
}

static void add_cell(sheet_writer *w, zt_group_cell *cell)
{
    add_head(w, cell);
    if (cell->whole) {
        add(w, ZT_SHEET_WHOLE, cell);
    } else if (cell->figure_count == 0) {
        add(w, ZT_SHEET_STATEMENT, cell);
    } else {
        zt_sheet_entry *row = add(w, ZT_SHEET_ROW, cell);
        row->bar = compares_with_lead(w->env, w->sheet, cell);
    }
}

static void add_cells(sheet_writer *w)
{
    zt_sheet *sheet = w->sheet;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sheet->cell_count; i++) {
            zt_group_cell *cell = &sheet->cells[i];
            bool first = compares_with_lead(w->env, sheet, cell);
            if (cell != sheet->lead_cell && first == (round == 0))
                add_cell(w, cell);
        }
}

void zt_sheet_read(const zt_groups_env *env, zt_sheet *sheet, const zt_group_content *group,
                   size_t optional_first)
{
    *sheet = (zt_sheet){0};
    sheet->cell_count = zt_groups_cells(env, group, optional_first, &sheet->cells);
    for (size_t i = 0; i < sheet->cell_count; i++) {
        const zt_group_cell *cell = &sheet->cells[i];
        if (cell->leads && !sheet->lead_cell && !cell->whole)
            sheet->lead_cell = cell;
        sheet->has_whole = sheet->has_whole || cell->whole;
        sheet->figures += cell->whole ? cell->whole->count : cell->figure_count;
    }
    find_largest(env, sheet);
    sheet_writer w = {.env = env, .sheet = sheet};
    add_cells(&w);
    sheet->entries = w.entries.items;
    sheet->count = w.entries.count;
}

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
static void align_digits(const zt_groups_env *env, zt_sheet *sheet)
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

static zt_wording cell_words(const zt_groups_env *env, const zt_group_cell *cell,
                             const zt_look *look, double width)
{
    /* The runs were made in the look of labels; rows have a look of their own. */
    zt_buf text;
    zt_buf_init(&text, env->setting->arena);
    for (size_t i = 0; i < cell->run_count; i++)
        zt_buf_str(&text, cell->runs[i].text);
    return zt_wording_plain(env->setting, zt_buf_view(&text), cell->point->at, look, width);
}

static double digit_height(const zt_look *look)
{
    return zt_face_metrics_of(look->text.face)->digit_height * look->text.size;
}

/* White above and below the digits of a row. */
static double row_pad(const zt_groups_env *env)
{
    return (env->sizes.row_pitch - digit_height(&env->looks.row)) / 2;
}

/* From a row's top to the baseline of its figure. */
static double row_baseline(const zt_groups_env *env)
{
    return row_pad(env) + digit_height(&env->looks.row);
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

static void measure_row(const zt_groups_env *env, zt_sheet_entry *entry)
{
    const zt_groups_sizes *sizes = &env->sizes;
    bool below = stacked(env, entry->width);
    double room = below ? entry->width : entry->width - label_x(env);
    entry->figure = row_figure(env, entry->cells);
    entry->words = cell_words(env, entry->cells, &env->looks.row_label, room);
    double more = entry->words.height - env->looks.row_label.text.size;
    entry->height = sizes->row_pitch + zt_max(0, below ? entry->words.height : more);
    if (entry->bar) /* the bar parts the row from the next as a hairline does */
        entry->height += sizes->bar + sizes->bar_gap - row_pad(env);
}

static void draw_bar(const zt_groups_env *env, const zt_sheet *sheet, const zt_quantity *q,
                     double y, zt_group *into)
{
    zt_rect box = {0, y, sheet->bar_width * zt_num_double(q->value) / sheet->most, env->sizes.bar};
    zt_group *part =
        zt_scene_add_part(env->setting->scene, into, q->at, "bar", ZT_ROLE_ARTIFACT, box);
    zt_chart marks = {.block = env->block, .setting = env->setting};
    zt_mark_bar(&marks, part, q->at, (zt_rect){0, 0, box.w, box.h}, zt_mark_fill_of(q),
                zt_block_ink(env->setting, env->block, "bar-ink"));
}

static void draw_row(const zt_groups_env *env, const zt_sheet *sheet, const zt_sheet_entry *entry,
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
        draw_bar(env, sheet, q, entry->height + extra - env->sizes.bar, into);
}

/* ---- several figures side by side ---- */

/* Cells a line: what the columns of the grid hold, halves of a column each. */
static double figures_x(const zt_sheet_entry *entry, double right, size_t per_line, size_t k)
{
    if (right > 0 && per_line == 4) {
        double first = right / 2, second = (entry->width - right) / 2;
        return k < 2 ? first * (double)k : right + second * (double)(k - 2);
    }
    return entry->width * (double)k / (double)per_line;
}

static size_t figures_per_line(const zt_groups_env *env, const zt_sheet_entry *entry)
{
    double widest = 0;
    for (size_t i = 0; i < entry->cell_count; i++)
        widest = zt_max(widest, row_figure(env, &entry->cells[i])->width);
    for (size_t n = 4; n > 1; n--)
        if (entry->width / (double)n >= widest + env->sizes.column_gap)
            return n;
    return 1;
}

static double figures_room(const zt_groups_env *env, const zt_sheet_entry *entry, double right,
                           size_t per_line, size_t k)
{
    double end = k + 1 < per_line ? figures_x(entry, right, per_line, k + 1) - env->sizes.column_gap
                                  : entry->width;
    return end - figures_x(entry, right, per_line, k);
}

static double figures_line_height(const zt_groups_env *env, const zt_sheet_entry *entry,
                                  double right, size_t first)
{
    size_t per_line = figures_per_line(env, entry);
    double words = 0;
    for (size_t k = 0; k < per_line && first + k < entry->cell_count; k++) {
        double room = figures_room(env, entry, right, per_line, k);
        words = zt_max(
            words, cell_words(env, &entry->cells[first + k], &env->looks.row_label, room).height);
    }
    return digit_height(&env->looks.row) + env->sizes.bar_gap + words;
}

static void measure_figures(const zt_groups_env *env, zt_sheet_entry *entry, double right)
{
    size_t per_line = figures_per_line(env, entry);
    for (size_t first = 0; first < entry->cell_count; first += per_line)
        entry->height +=
            figures_line_height(env, entry, right, first) + (first > 0 ? env->sizes.lead_gap : 0);
    entry->height += env->sizes.lead_gap;
}

static void draw_figures(const zt_groups_env *env, const zt_sheet_entry *entry, double right,
                         zt_group *into)
{
    const zt_setting *setting = env->setting;
    size_t per_line = figures_per_line(env, entry);
    double y = env->sizes.lead_gap, digits = digit_height(&env->looks.row);
    for (size_t i = 0; i < entry->cell_count; i++) {
        zt_group_cell *cell = &entry->cells[i];
        size_t k = i % per_line;
        if (i > 0 && k == 0)
            y += figures_line_height(env, entry, right, i - per_line) + env->sizes.lead_gap;
        double x = figures_x(entry, right, per_line, k);
        const zt_figure *figure = row_figure(env, cell);
        zt_group *part = zt_scene_add_part(
            setting->scene, into, cell->figures[0]->at, "figure-row", ZT_ROLE_LBL,
            (zt_rect){x, y, figure->width, digits + ZT_EM_FOOT * env->looks.row.text.size});
        zt_figure_place(figure, setting, part, 0, digits);
        zt_wording words = cell_words(env, cell, &env->looks.row_label,
                                      figures_room(env, entry, right, per_line, k));
        zt_wording_place(setting, &words, into, "row-label", ZT_ROLE_LBODY, x,
                         y + digits + env->sizes.bar_gap);
    }
}

/* ---- all entries ---- */

static void measure_entry(const zt_groups_env *env, zt_sheet_entry *entry, double right)
{
    double gap = env->sizes.lead_gap;
    entry->height = 0;
    switch (entry->kind) {
    case ZT_SHEET_ROW:
        measure_row(env, entry);
        break;
    case ZT_SHEET_STATEMENT:
        entry->words = cell_words(env, entry->cells, &env->looks.statement, entry->width);
        entry->height = gap + entry->words.height;
        break;
    case ZT_SHEET_HEAD:
        entry->words = zt_wording_plain(env->setting, entry->point->head, entry->point->at,
                                        &env->looks.row_head, entry->width);
        entry->height = gap + entry->words.height;
        break;
    case ZT_SHEET_WHOLE:
        entry->height = gap + zt_whole_height(env, entry->whole, entry->width);
        break;
    case ZT_SHEET_FIGURES:
        measure_figures(env, entry, right);
        break;
    }
}

static void measure_lead(const zt_groups_env *env, zt_sheet *sheet, double width)
{
    const zt_group_cell *cell = sheet->lead_cell;
    sheet->lead_height = 0;
    if (!cell)
        return;
    sheet->lead = cell->set->figures[0];
    sheet->lead_label = cell_words(env, cell, &env->looks.label, width);
    sheet->lead_height = sheet->lead->ascent;
    if (sheet->lead_label.para)
        sheet->lead_height += env->sizes.label_gap + sheet->lead_label.height;
    else
        sheet->lead_height += ZT_EM_FOOT * env->looks.figure.text.size;
    if (sheet->lead_bar)
        sheet->lead_height += env->sizes.bar_gap + env->sizes.bar;
}

/* Wide: figures of one point with a head, or single ones below wholes, stand side by side. */
static void gather_figures(const zt_groups_env *env, zt_sheet *sheet)
{
    zt_sheet_entry *out = ZT_ARRAY(env->setting->arena, sheet->count, zt_sheet_entry);
    size_t count = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        zt_sheet_entry *entry = &sheet->entries[i];
        bool headed = entry->point->head.len > 0 && entry->kind != ZT_SHEET_WHOLE;
        entry->zone = headed || (sheet->has_whole && entry->kind != ZT_SHEET_WHOLE) ? 1 : 0;
        bool gathered = entry->zone == 1 && entry->kind == ZT_SHEET_ROW;
        zt_sheet_entry *last = count > 0 ? &out[count - 1] : NULL;
        if (gathered && last && last->kind == ZT_SHEET_FIGURES &&
            zt_str_equal(last->point->head, entry->point->head) &&
            last->cells + last->cell_count == entry->cells) {
            last->cell_count++;
            continue;
        }
        out[count] = *entry;
        if (gathered) {
            out[count].kind = ZT_SHEET_FIGURES;
            out[count].bar = false;
        }
        count++;
    }
    sheet->entries = out;
    sheet->count = count;
    sheet->lead_bar = false; /* of a lead that is left alone with its bar there is none */
    for (size_t i = 0; i < count; i++)
        sheet->lead_bar = sheet->lead_bar || out[i].bar;
}

/* A hairline between rows, but none below a head, above a statement or where a bar parts them. */
static bool has_rule(const zt_sheet_entry *before, const zt_sheet_entry *entry, bool first_rule)
{
    if (!before)
        return first_rule;
    if (before->bar && entry->bar)
        return false;
    return before->kind != ZT_SHEET_HEAD && entry->kind != ZT_SHEET_WHOLE &&
           entry->kind != ZT_SHEET_STATEMENT;
}

/* Below one another from `y`; hairlines between, none below a head. */
static double stack(const zt_groups_env *env, zt_sheet *sheet, int zone, double right, double x,
                    double width, double y, bool first_rule)
{
    const zt_sheet_entry *before = NULL;
    for (size_t i = 0; i < sheet->count; i++) {
        zt_sheet_entry *entry = &sheet->entries[i];
        if (entry->zone != zone)
            continue;
        entry->x = x;
        entry->width = width;
        measure_entry(env, entry, right);
        entry->rule = has_rule(before, entry, first_rule);
        if (before && before->kind != ZT_SHEET_HEAD &&
            (before->bar ? entry->rule : before->kind != ZT_SHEET_ROW))
            y += env->sizes.lead_gap;
        if (entry->kind == ZT_SHEET_WHOLE && !before && !first_rule)
            entry->height -= env->sizes.lead_gap;
        entry->y = y;
        y += entry->height;
        sheet->rows += entry->kind == ZT_SHEET_ROW;
        before = entry;
    }
    return y;
}

static bool has_zone(const zt_sheet *sheet, int zone)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->entries[i].zone == zone)
            return true;
    return false;
}

static void measure_wide(const zt_groups_env *env, zt_sheet *sheet, double width, double right)
{
    double gap = env->sizes.lead_gap, left = right - env->sizes.cell_gap;
    gather_figures(env, sheet);
    align_digits(env, sheet);
    if (!sheet->lead_cell)
        right = sheet->lift = 0;
    sheet->bar_width = zt_min(left, width - right);
    measure_lead(env, sheet, left);
    double beside = stack(env, sheet, 0, 0, right, width - right, -sheet->lift, false);
    sheet->height = zt_max(sheet->lead_height, beside);
    if (!has_zone(sheet, 1))
        return;
    sheet->height += sheet->height > 0 ? 2 * gap : 0;
    sheet->height = stack(env, sheet, 1, right, 0, width, sheet->height, sheet->height > 0);
}

void zt_sheet_measure(const zt_groups_env *env, zt_sheet *sheet, double width, double right)
{
    sheet->rows = 0;
    sheet->width = width;
    sheet->right = right;
    sheet->bar_width = width;
    if (right > 0) {
        measure_wide(env, sheet, width, right);
        return;
    }
    align_digits(env, sheet);
    measure_lead(env, sheet, width);
    double top = sheet->lead_height;
    bool barred = sheet->lead_bar && sheet->count > 0 && sheet->entries[0].bar;
    if (sheet->count > 0 && top > 0 && !barred)
        top += env->sizes.lead_gap;
    sheet->height = stack(env, sheet, 0, 0, 0, width, top, top > 0 && !barred);
}

static void draw_lead(const zt_groups_env *env, const zt_sheet *sheet, double y, zt_group *into)
{
    const zt_setting *setting = env->setting;
    const zt_quantity *q = sheet->lead_cell->figures[0];
    double ascent = sheet->lead->ascent;
    zt_rect box = {0, y, sheet->lead->width, ascent + ZT_EM_FOOT * env->looks.figure.text.size};
    zt_group *part =
        zt_scene_add_part(setting->scene, into, q->at,
                          q->status == ZT_MISSING ? "missing" : "figure", ZT_ROLE_LBL, box);
    zt_figure_place(sheet->lead, setting, part, 0, ascent);
    zt_wording_place(setting, &sheet->lead_label, into, "label", ZT_ROLE_LBODY, 0,
                     y + ascent + env->sizes.label_gap);
    if (sheet->lead_bar)
        draw_bar(env, sheet, q, y + sheet->lead_height - env->sizes.bar, into);
}

static void draw_entry(const zt_groups_env *env, const zt_sheet *sheet, const zt_sheet_entry *entry,
                       double right, double extra, zt_group *into)
{
    double gap = env->sizes.lead_gap;
    switch (entry->kind) {
    case ZT_SHEET_ROW:
        draw_row(env, sheet, entry, extra, into);
        break;
    case ZT_SHEET_STATEMENT:
        zt_wording_place(env->setting, &entry->words, into, "statement", ZT_ROLE_LBODY, 0,
                         entry->height - entry->words.height);
        break;
    case ZT_SHEET_HEAD:
        zt_wording_place(env->setting, &entry->words, into, "row-head", ZT_ROLE_P, 0, gap);
        break;
    case ZT_SHEET_WHOLE:
        zt_whole_draw(env, entry->whole, entry->width,
                      entry->height - zt_whole_height(env, entry->whole, entry->width), into);
        break;
    case ZT_SHEET_FIGURES:
        draw_figures(env, entry, right, into);
        break;
    }
}

void zt_sheet_draw(const zt_groups_env *env, const zt_sheet *sheet, double y, double extra,
                   zt_group *into)
{
    zt_scene *scene = env->setting->scene;
    double each = sheet->rows > 0 ? extra / (double)sheet->rows : 0;
    double width = sheet->width, right = sheet->right, lift = right > 0 ? sheet->lift : 0;
    zt_group *list = zt_scene_add_part(scene, into, ZT_NOWHERE, "rows", ZT_ROLE_L,
                                       (zt_rect){0, y - lift, width, sheet->height + extra + lift});
    if (sheet->lead_cell)
        draw_lead(env, sheet, lift, list);
    double lower = lift;
    for (size_t i = 0; i < sheet->count; i++) {
        const zt_sheet_entry *entry = &sheet->entries[i];
        double own = entry->kind == ZT_SHEET_ROW ? each : 0;
        zt_rect box = {entry->x, entry->y + lower, entry->width, entry->height + own};
        zt_group *item = zt_scene_add_part(scene, list, entry->point->at, "row", ZT_ROLE_LI, box);
        if (entry->rule && env->sizes.hairline > 0)
            zt_scene_rule(scene, item, entry->point->at, (zt_point){0, 0},
                          (zt_point){entry->width, 0}, env->sizes.hairline,
                          ZT_SOLID(zt_block_ink(env->setting, env->block, "hairline-ink")));
        draw_entry(env, sheet, entry, right, own, item);
        lower += own;
    }
}
