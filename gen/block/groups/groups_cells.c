/* From the points of a group to cells: which figures are set apart, and which words stand below. */
#include "block/groups/groups_imp.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

typedef ZT_VEC(zt_group_cell) cell_list;

typedef struct cell_writer {
    const zt_groups_env *env;
    zt_arena *arena;
    const zt_quantity *lead;
    cell_list cells;
} cell_writer;

static bool starts(zt_str text, size_t at, zt_str part)
{
    return part.len > 0 && at + part.len <= text.len &&
           memcmp(text.data + at, part.data, part.len) == 0;
}

/* Two ranks of one sentence lead together (分列全国第二、第三), but a place within the first ten
   does not lead with a place. */
static bool shares_lead(const cell_writer *w, const zt_entry_point *point, const zt_quantity *q)
{
    const zt_quantity *lead = w->lead;
    if (q == lead)
        return true;
    if (!lead || lead->kind != ZT_Q_RANK || q->kind != ZT_Q_RANK ||
        !zt_str_equal(lead->within, q->within))
        return false;
    for (size_t i = 0; i < point->figure_count; i++)
        if (point->figures[i] == lead)
            return true;
    return false;
}

/* The group's lead, unless its value is missing: then the first figure that is there. */
static const zt_quantity *lead_of(const zt_group_content *group)
{
    if (group->lead && group->lead->status != ZT_MISSING)
        return group->lead;
    for (size_t i = 0; i < group->point_count; i++)
        for (size_t k = 0; k < group->points[i].figure_count; k++)
            if (group->points[i].figures[k]->status != ZT_MISSING)
                return group->points[i].figures[k];
    return NULL;
}

/* The bound that the words of the phrase itself give. */
static zt_bound own_bound(zt_arena *arena, const zt_quantity *q)
{
    zt_quantity own = {0};
    zt_diags *unheard = zt_diags_new(arena);
    if (!zt_quantity_parse(arena, unheard, q->kind, q->text, NULL, &own))
        return q->bound;
    return own.bound;
}

const zt_quantity *zt_groups_apart(zt_arena *arena, const zt_entry_point *point,
                                   const zt_quantity *q)
{
    if (q->kind != ZT_Q_VALUE || q->bound == ZT_EXACT || q->figure_first > 0 || !q->has_number ||
        own_bound(arena, q) == q->bound)
        return q;
    zt_str words = {0};
    for (size_t i = 0; i < point->figure_count && point->figures[i] != q; i++)
        if (point->figures[i]->bound == q->bound && point->figures[i]->figure_first > 0)
            words = zt_str_slice(point->figures[i]->text, 0, point->figures[i]->figure_first);
    if (words.len == 0)
        return q;
    zt_quantity *apart = ZT_NEW(arena, zt_quantity);
    *apart = *q;
    apart->text = zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(words), ZT_ARG(q->text)));
    apart->figure_first += words.len;
    apart->figure_end += words.len;
    return apart;
}

static zt_group_cell *add_cell(cell_writer *w, const zt_entry_point *point, const zt_quantity *q,
                               size_t room)
{
    zt_group_cell cell = {.point = point};
    cell.figures = ZT_ARRAY(w->arena, room, const zt_quantity *);
    if (q) {
        cell.figures[cell.figure_count++] = zt_groups_apart(w->arena, point, q);
        cell.leads = shares_lead(w, point, q);
    }
    ZT_PUSH(w->arena, &w->cells, cell);
    return &w->cells.items[w->cells.count - 1];
}

typedef ZT_VEC(zt_run) run_list;

static void push_run(zt_arena *arena, run_list *runs, zt_str text, const zt_look *look, zt_pos at,
                     bool bound)
{
    if (text.len == 0)
        return;
    zt_run run = {.text = text, .style = &look->text, .at = at, .bound = bound};
    ZT_PUSH(arena, runs, run);
}

/* The words of a label with the figures that it names in bold. */
static void push_label(cell_writer *w, run_list *runs, zt_str label, const zt_entry_point *point,
                       const zt_quantity *apart)
{
    const zt_groups_looks *looks = &w->env->looks;
    zt_pos at = point->label.at;
    size_t plain = 0;
    for (size_t i = 0; i < label.len; i++) {
        for (size_t k = 0; k < point->figure_count; k++) {
            zt_str text = point->figures[k]->text;
            if (point->figures[k] == apart || !starts(label, i, text))
                continue;
            push_run(w->arena, runs, zt_str_slice(label, plain, i), &looks->label, at, false);
            push_run(w->arena, runs, zt_str_slice(label, i, i + text.len), &looks->label_strong, at,
                     true);
            plain = i + text.len;
            i = plain - 1;
            break;
        }
    }
    push_run(w->arena, runs, zt_str_slice(label, plain, label.len), &looks->label, at, false);
}

static void set_label(cell_writer *w, zt_group_cell *cell, const zt_str *parts, size_t count)
{
    run_list runs = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            push_run(w->arena, &runs, ZT_STR("\n"), &w->env->looks.label, cell->point->label.at,
                     false);
        push_label(w, &runs, parts[i], cell->point, cell->figures[0]);
    }
    cell->runs = runs.items;
    cell->run_count = runs.count;
}

static void set_words(cell_writer *w, zt_group_cell *cell, zt_str words)
{
    set_label(w, cell, &words, words.len > 0 ? 1 : 0);
}

/* 同比增长 in 同比增长212%: the phrase brings its own label. 约 and 超 are no label. */
static size_t own_words(const zt_quantity *q)
{
    if (q->kind != ZT_Q_CHANGE && q->kind != ZT_Q_SHARE)
        return 0;
    zt_str before = zt_str_slice(q->text, 0, q->figure_first);
    return zt_before_prefix(before) == before.len ? 0 : before.len;
}

static void add_with_own_words(cell_writer *w, const zt_entry_point *point, const zt_quantity *q,
                               size_t words)
{
    zt_quantity *bare = ZT_NEW(w->arena, zt_quantity);
    *bare = *q;
    bare->text = zt_str_slice(q->text, words, q->text.len);
    bare->figure_first -= words;
    bare->figure_end -= words;
    zt_group_cell *cell = add_cell(w, point, bare, 1);
    cell->leads = shares_lead(w, point, q);
    set_words(w, cell, zt_str_slice(q->text, 0, words));
}

/* The figure of a point that is set apart: the lead if it is here, else the first. */
static const zt_quantity *first_figure(const cell_writer *w, const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++)
        if (point->figures[i] == w->lead)
            return point->figures[i];
    return point->figures[0];
}

/* Growth that two bars can show beside the value it belongs to. */
static bool is_pictured(const cell_writer *w, const zt_quantity *q, const zt_quantity *value)
{
    const char *zh, *en; /* the model has noted why not */
    return w->env->sizes.picture_change && !w->env->rows && q->kind == ZT_Q_CHANGE &&
           q->of_value == value && zt_change_gives_base(q, value, &zh, &en);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether the label names the figure: 2 does not stand in 第12位. */
static bool names_figure(zt_str label, zt_str text)
{
    for (size_t i = 0; text.len > 0 && i + text.len <= label.len; i++) {
        size_t end = i + text.len;
        bool longer = (i > 0 && is_digit(text.data[0]) &&
                       (is_digit(label.data[i - 1]) || label.data[i - 1] == '.')) ||
                      (end < label.len && is_digit(text.data[text.len - 1]) &&
                       (is_digit(label.data[end]) || label.data[end] == '.'));
        if (starts(label, i, text) && !longer)
            return true;
    }
    return false;
}

/* 居全国 of “90件，居全国第2”: what the sentence says just before a figure. */
static zt_str words_before(const zt_entry_point *point, const zt_quantity *q)
{
    static const char marks[] = "，。；：、！？,;（）“”　";
    for (size_t i = 1; i < point->text.count; i++) {
        const zt_span *before = &point->text.spans[i - 1];
        if (point->text.spans[i].quantity != q || before->kind != ZT_SPAN_TEXT)
            continue;
        size_t from = 0;
        for (size_t at = 0; at < before->text.len;) {
            size_t first = at;
            zt_utf8_next(before->text, &at);
            if (zt_str_holds((zt_str){marks, sizeof marks - 1},
                             zt_str_slice(before->text, first, at)))
                from = at;
        }
        return zt_str_trim(zt_str_slice(before->text, from, before->text.len));
    }
    return (zt_str){0};
}

/* Label and figures do not pair off: one figure is set apart, those that the label names are bold
   in it. What it does not name must not be lost: it gets a cell by its own words or stands beside.
 */
static void add_under_one_label(cell_writer *w, const zt_entry_point *point, zt_str label)
{
    const zt_quantity *main = first_figure(w, point);
    size_t at = w->cells.count;
    zt_group_cell *first = add_cell(w, point, main, point->figure_count);
    if (main->label.len > 0)
        set_words(w, first, main->label);
    else
        set_label(w, first, point->labels, point->label_count);
    for (size_t i = 0; i < point->figure_count; i++) {
        const zt_quantity *q = point->figures[i];
        if (q == main || names_figure(label, q->text))
            continue;
        size_t words = own_words(q);
        zt_group_cell *cell = &w->cells.items[at];
        if (!cell->change && is_pictured(w, q, main))
            cell->change = q;
        else if (q->label.len > 0)
            set_words(w, add_cell(w, point, q, 1), q->label);
        else if (words > 0)
            add_with_own_words(w, point, q, words);
        else if (w->env->rows) /* a row holds one figure */
            set_words(w, add_cell(w, point, q, 1), words_before(point, q));
        else
            cell->figures[cell->figure_count++] = q;
    }
}

/* The lead among the parts of a whole is set apart as well, by its own words or by both names. */
static void add_lead_of_parts(cell_writer *w, const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++) {
        const zt_quantity *q = point->figures[i];
        size_t whole = i / point->part_count;
        if (q != w->lead || (!w->env->rows && q->label.len == 0))
            continue;
        zt_str words = q->label;
        zt_str name = whole < point->label_count ? point->labels[whole] : (zt_str){0};
        if (words.len == 0)
            words = zt_str_from(zt_arena_printf(
                w->arena, "%.*s%.*s", ZT_ARG(point->parts[i % point->part_count]), ZT_ARG(name)));
        set_words(w, add_cell(w, point, q, 1), words);
    }
}

static void add_wholes(cell_writer *w, const zt_entry_point *point)
{
    add_lead_of_parts(w, point);
    for (size_t i = 0; i < point->figure_count / point->part_count; i++) {
        const zt_whole *whole = zt_whole_new(w->env, point, i);
        zt_group_cell *cell = add_cell(w, point, NULL, 1);
        cell->whole = whole;
        cell->figures = whole->figures;
        cell->figure_count = w->env->sizes.small_parts && !w->env->rows ? 0 : whole->count;
        set_words(w, cell, whole->name);
    }
}

/* Without a label the sentence stands below. The figure that it begins with is not said twice. */
static void add_sentence(cell_writer *w, const zt_entry_point *point)
{
    zt_group_cell *cell = add_cell(w, point, first_figure(w, point), 1);
    zt_rich rest = point->text;
    if (rest.count > 1 && rest.spans[0].quantity == cell->figures[0]) {
        rest.spans++;
        rest.count--;
    }
    zt_rich_style style = {.base = &w->env->looks.label, .strong = &w->env->looks.label_strong};
    cell->run_count = zt_rich_runs(w->env->setting, &rest, &style, &cell->runs);
}

static void add_statement(cell_writer *w, const zt_entry_point *point)
{
    zt_group_cell *cell = add_cell(w, point, NULL, 1);
    const zt_look *look = &w->env->looks.statement;
    zt_rich_style style = {.base = look, .strong = look, .figure = look};
    cell->run_count = zt_rich_runs(w->env->setting, &point->text, &style, &cell->runs);
}

/* One label for each figure: its own, else that of the point in its place. */
static bool pairs_off(const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++)
        if (point->figures[i]->label.len == 0 && point->label_count != point->figure_count)
            return false;
    return true;
}

static void add_point(cell_writer *w, const zt_entry_point *point)
{
    if (point->part_count > 0) {
        add_wholes(w, point);
        return;
    }
    if (point->figure_count == 0) {
        add_statement(w, point);
        return;
    }
    if (pairs_off(point)) {
        for (size_t i = 0; i < point->figure_count; i++) {
            const zt_quantity *q = point->figures[i];
            set_words(w, add_cell(w, point, q, 1), q->label.len > 0 ? q->label : point->labels[i]);
        }
        return;
    }
    if (zt_rich_is_empty(&point->label))
        add_sentence(w, point);
    else
        add_under_one_label(w, point, zt_rich_plain(w->arena, &point->label));
}

/* The lead first, then what else its point says, then the other points as they come. */
static int order_of(const zt_group_cell *cell, const zt_entry_point *lead_point)
{
    if (cell->point != lead_point)
        return 2;
    return cell->leads ? 0 : 1;
}

static zt_group_cell *lead_first(const cell_writer *w)
{
    const zt_entry_point *lead_point = NULL;
    for (size_t i = 0; i < w->cells.count; i++)
        if (w->cells.items[i].leads && !lead_point)
            lead_point = w->cells.items[i].point;
    zt_group_cell *sorted = ZT_ARRAY(w->arena, w->cells.count, zt_group_cell);
    size_t count = 0;
    for (int order = 0; order <= 2; order++)
        for (size_t i = 0; i < w->cells.count; i++)
            if (order_of(&w->cells.items[i], lead_point) == order)
                sorted[count++] = w->cells.items[i];
    return sorted;
}

/* When the lead's point was optional and is dropped, the first figure left leads. */
static void ensure_lead(cell_writer *w)
{
    zt_group_cell *first = NULL;
    for (size_t i = 0; i < w->cells.count; i++) {
        zt_group_cell *cell = &w->cells.items[i];
        if (cell->leads)
            return;
        if (!first && cell->figure_count > 0 && cell->figures[0]->status != ZT_MISSING)
            first = cell;
    }
    if (first)
        first->leads = true;
}

/* 前十 beside 第二 and 第三: Han figures of one group are of one size; the ink tells who leads. */
static void level_ranks(cell_writer *w)
{
    bool ranks = w->lead && w->lead->kind == ZT_Q_RANK;
    for (size_t i = 0; ranks && i < w->cells.count; i++) {
        zt_group_cell *cell = &w->cells.items[i];
        cell->as_large =
            !cell->whole && cell->figure_count == 1 && cell->figures[0]->kind == ZT_Q_RANK;
    }
}

size_t zt_groups_cells(const zt_groups_env *env, const zt_group_content *group,
                       size_t optional_first, zt_group_cell **out)
{
    cell_writer w = {.env = env, .arena = env->setting->arena, .lead = lead_of(group)};
    for (size_t i = 0; i < group->point_count; i++) {
        const zt_entry_point *point = &group->points[i];
        if (point->optional && zt_setting_drops(env->setting, optional_first++))
            continue;
        add_point(&w, point);
    }
    ensure_lead(&w);
    level_ranks(&w);
    *out = env->rows ? w.cells.items : lead_first(&w);
    return w.cells.count;
}

static zt_look figure_look(const zt_groups_env *env, const zt_group_cell *cell, bool at_lead_size)
{
    const zt_look *look = cell->leads ? &env->looks.figure : &env->looks.second;
    double size = at_lead_size || cell->as_large ? env->looks.figure.text.size : look->text.size;
    if (cell->change)
        size *= env->sizes.lead_ratio;
    return zt_look_at_size(look, size * env->shrink);
}

/* A box for a missing value is as high as a Han figure would be, not as high as digits. */
static const zt_figure *figure_at(const zt_groups_env *env, const zt_quantity *q,
                                  const zt_figure_style *style)
{
    zt_figure_style low = *style;
    if (q->status != ZT_MISSING)
        return zt_figure_new(env->setting, q, style);
    low.look = zt_look_at_size(&style->look, style->look.text.size * style->han_ratio);
    return zt_figure_new(env->setting, q, &low);
}

static void set_figures(const zt_groups_env *env, const zt_group_cell *cell, bool at_lead_size,
                        zt_cell_figures *set)
{
    const zt_groups_sizes *sizes = &env->sizes;
    zt_look look = figure_look(env, cell, at_lead_size);
    zt_figure_style style = {
        .look = look,
        .unit_ratio = sizes->unit_ratio,
        .gap = sizes->figure_gap,
        .han_ratio = sizes->han_ratio,
        .small_ink = look.ink == env->looks.label.ink ? NULL : env->looks.label.ink,
        .missing = env->looks.missing,
    };
    *set = (zt_cell_figures){.shrink = env->shrink};
    set->figures = ZT_ARRAY(env->setting->arena, cell->figure_count, const zt_figure *);
    for (size_t i = 0; i < cell->figure_count; i++) {
        set->figures[i] = figure_at(env, cell->figures[i], &style);
        set->width += set->figures[i]->width + (i > 0 ? sizes->cell_gap : 0);
        set->ascent = zt_max(set->ascent, set->figures[i]->ascent);
    }
}

/* Many arrangements are tried with the same figures: each size is shaped once. */
void zt_group_cell_set(const zt_groups_env *env, zt_group_cell *cell, bool at_lead_size)
{
    zt_cell_figures *set = &cell->sizes[at_lead_size ? 1 : 0];
    if (!set->figures || set->shrink < env->shrink || set->shrink > env->shrink)
        set_figures(env, cell, at_lead_size, set);
    cell->set = set;
}

/* What stands on one line in a wider measure stands so in this one, if it is no wider. */
static bool serves(const zt_group_cell_para *set, double width)
{
    if (set->para->line_count > 1)
        return set->width >= width && set->width <= width;
    return set->width >= width && set->para->max_width <= width;
}

zt_para *zt_group_cell_para_at(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    const zt_look *look = cell->figure_count ? &env->looks.label : &env->looks.statement;
    width = zt_min(width, env->sizes.label_measure * look->text.size);
    if (cell->measure > 0)
        width = zt_min(width, cell->measure);
    for (size_t i = 0; i < cell->paras.count; i++)
        if (serves(&cell->paras.items[i], width))
            return cell->paras.items[i].para;
    zt_group_cell_para set = {width,
                              zt_para_break(env->setting->arena, env->setting->diags, cell->runs,
                                            cell->run_count, &look->para, width)};
    ZT_PUSH(env->setting->arena, &cell->paras, set);
    return set.para;
}
