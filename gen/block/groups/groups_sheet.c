/* A sheet: what a group's points become when the lead figure stands alone and all others in rows.
   Comparable figures come first, so that their bars stand together. */
#include "block/groups/groups_imp.h"

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
    zt_sheet_entry entry = {.kind = kind, .point = cell->point, .cells = cell, .cell_count = 1};
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

/* ---- all entries ---- */

static void measure_entry(const zt_groups_env *env, zt_sheet_entry *entry, double right)
{
    entry->height = 0;
    entry->top = env->sizes.lead_gap;
    switch (entry->kind) {
    case ZT_SHEET_ROW:
        zt_sheet_row_measure(env, entry);
        break;
    case ZT_SHEET_STATEMENT:
        entry->words = zt_sheet_words(env, entry->cells, &env->looks.statement, entry->width);
        entry->height = entry->top + entry->words.height;
        break;
    case ZT_SHEET_HEAD:
        entry->words = zt_wording_plain(env->setting, entry->point->head, entry->point->at,
                                        &env->looks.row_head, entry->width);
        entry->height = entry->top + entry->words.height;
        break;
    case ZT_SHEET_WHOLE:
        entry->height = entry->top + zt_whole_height(env, entry->cells->whole, entry->width);
        break;
    case ZT_SHEET_FIGURES:
        zt_sheet_beside_measure(env, entry, right);
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
    sheet->lead_label = zt_sheet_words(env, cell, &env->looks.label, width);
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
        if (entry->kind == ZT_SHEET_WHOLE && !before && !first_rule) {
            entry->height -= entry->top;
            entry->top = 0;
        }
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
    zt_sheet_align_digits(env, sheet);
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
    zt_sheet_align_digits(env, sheet);
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
        zt_sheet_bar_draw(env, sheet, q, y + sheet->lead_height - env->sizes.bar, into);
}

static void draw_entry(const zt_groups_env *env, const zt_sheet *sheet, const zt_sheet_entry *entry,
                       double extra, zt_group *into)
{
    switch (entry->kind) {
    case ZT_SHEET_ROW:
        zt_sheet_row_draw(env, sheet, entry, extra, into);
        break;
    case ZT_SHEET_STATEMENT:
        zt_wording_place(env->setting, &entry->words, into, "statement", ZT_ROLE_LBODY, 0,
                         entry->top);
        break;
    case ZT_SHEET_HEAD:
        zt_wording_place(env->setting, &entry->words, into, "row-head", ZT_ROLE_P, 0, entry->top);
        break;
    case ZT_SHEET_WHOLE:
        zt_whole_draw(env, entry->cells->whole, entry->width, entry->top, into);
        break;
    case ZT_SHEET_FIGURES:
        zt_sheet_beside_draw(env, entry, into);
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
                          ZT_SOLID(env->params->hairline_ink));
        draw_entry(env, sheet, entry, own, item);
        lower += own;
    }
}
