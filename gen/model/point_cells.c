/* From the points of a group to its cells: which figures are set apart, which words go with each,
   and who leads. */
#include "model/point_cells.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

typedef ZT_VEC(zt_point_cell) cell_list;
typedef ZT_VEC(zt_span) span_list;

/* State while the cells of one group are made; the list is handed over at the end. */
typedef struct cell_writer {
    zt_arena *arena;
    const zt_cell_options *options;
    /* Of the group; NULL when it has no figure that is there. */
    const zt_quantity *lead;
    cell_list cells;
} cell_writer;

/* ASCII digits alone: phrases keep the digits that they were written with. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether the phrase of a figure stands at byte `at` of a label, by itself: 2 does not stand in
   第12位. */
static bool stands_at(zt_str label, size_t at, zt_str text)
{
    size_t end = at + text.len;
    if (text.len == 0 || end > label.len || memcmp(label.data + at, text.data, text.len) != 0)
        return false;
    bool before = at > 0 && is_digit(text.data[0]) &&
                  (is_digit(label.data[at - 1]) || label.data[at - 1] == '.');
    bool after = end < label.len && is_digit(text.data[text.len - 1]) &&
                 (is_digit(label.data[end]) || label.data[end] == '.');
    return !before && !after;
}

/* ---- a figure as it stands apart ---- */

/* In 分别超23万人次、200万人次 the first words hold for the second value too, whose bound= says so.
   Beside each other both are read in one breath; set apart, the second needs the words itself. A
   value whose own words give its bound keeps them. */
const zt_quantity *zt_figure_apart(zt_arena *arena, const zt_entry_point *point,
                                   const zt_quantity *q)
{
    if (q->kind != ZT_Q_VALUE || q->bound == ZT_EXACT || q->figure_first > 0 || !q->has_number ||
        q->own_bound == q->bound)
        return q;
    zt_str words = {0};
    for (size_t i = 0; i < point->figure_count && point->figures[i] != q; i++)
        if (point->figures[i]->bound == q->bound && point->figures[i]->figure_first > 0)
            words = zt_str_slice(point->figures[i]->text, 0, point->figures[i]->figure_first);
    if (words.len == 0)
        return q;
    zt_quantity *worded = ZT_NEW(arena, zt_quantity);
    *worded = *q;
    worded->text = zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(words), ZT_ARG(q->text)));
    worded->figure_first += words.len;
    worded->figure_end += words.len;
    return worded;
}

/* 同比增长 in 同比增长212%: a change or a share brings its own label; its bytes, 0 without one. 约
   and 超 right before the number are no label: they belong to it and stay with it. */
static size_t own_label(const zt_quantity *q)
{
    if (q->kind != ZT_Q_CHANGE && q->kind != ZT_Q_SHARE)
        return 0;
    zt_str before = zt_str_slice(q->text, 0, q->figure_first);
    for (size_t at = 0; at < before.len; zt_utf8_next(before, &at))
        if (zt_before_prefix(zt_str_slice(before, at, before.len)) == before.len - at)
            return at;
    return before.len;
}

/* The phrase without its first `words` bytes. */
static const zt_quantity *without_label(zt_arena *arena, const zt_quantity *q, size_t words)
{
    zt_quantity *bare = ZT_NEW(arena, zt_quantity);
    *bare = *q;
    bare->text = zt_str_slice(q->text, words, q->text.len);
    bare->figure_first -= words;
    bare->figure_end -= words;
    return bare;
}

/* ---- who leads ---- */

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

/* Two ranks of one sentence lead together (分列全国第二、第三), but a place within the first ten
   does not lead with a place: they do not say the same. */
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

/* The figure of a point that is set apart: the lead if it is here, else the first. */
static const zt_quantity *first_figure(const cell_writer *w, const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++)
        if (point->figures[i] == w->lead)
            return point->figures[i];
    return point->figures[0];
}

/* ---- cells ---- */

/* A cell of the figure, which may get more up to `room`; NULL: of none yet. */
static zt_point_cell *add_cell(cell_writer *w, const zt_entry_point *point, const zt_quantity *q,
                               size_t room)
{
    zt_point_cell cell = {.point = point};
    cell.figures = ZT_ARRAY(w->arena, room, const zt_quantity *);
    if (q) {
        cell.figures[cell.figure_count++] = zt_figure_apart(w->arena, point, q);
        cell.role = shares_lead(w, point, q) ? ZT_CELL_LEAD : ZT_CELL_FURTHER;
    }
    ZT_PUSH(w->arena, &w->cells, cell);
    return &w->cells.items[w->cells.count - 1];
}

/* Empty pieces of text are left out, so that no run without characters reaches the page. */
static void add_span(cell_writer *w, span_list *spans, zt_span span)
{
    if (span.text.len > 0 || span.kind == ZT_SPAN_BREAK)
        ZT_PUSH(w->arena, spans, span);
}

/* The figure of the point that the label names at byte `at`, but not the one set apart above it. */
static const zt_quantity *named_at(const zt_point_cell *cell, zt_str label, size_t at)
{
    const zt_entry_point *point = cell->point;
    for (size_t k = 0; k < point->figure_count; k++)
        if (point->figures[k] != cell->figures[0] && stands_at(label, at, point->figures[k]->text))
            return point->figures[k];
    return NULL;
}

/* A label as spans: plain words, and the figures that it names. */
static void add_label(cell_writer *w, span_list *spans, const zt_point_cell *cell, zt_str label)
{
    zt_pos at = cell->point->label.at;
    size_t plain = 0;
    for (size_t i = 0; i < label.len; i++) {
        const zt_quantity *q = named_at(cell, label, i);
        if (!q)
            continue;
        add_span(w, spans, (zt_span){.text = zt_str_slice(label, plain, i), .at = at});
        plain = i + q->text.len;
        add_span(w, spans,
                 (zt_span){.kind = ZT_SPAN_QUANTITY,
                           .text = zt_str_slice(label, i, plain),
                           .quantity = q,
                           .at = at});
        i = plain - 1;
    }
    add_span(w, spans, (zt_span){.text = zt_str_slice(label, plain, label.len), .at = at});
}

/* Several labels of one cell begin a line each. */
static void set_labels(cell_writer *w, zt_point_cell *cell, const zt_str *labels, size_t count)
{
    span_list spans = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            add_span(w, &spans, (zt_span){.kind = ZT_SPAN_BREAK, .at = cell->point->label.at});
        add_label(w, &spans, cell, labels[i]);
    }
    cell->words = (zt_rich){spans.items, spans.count, cell->point->label.at};
}

/* One label for the cell; an empty one leaves it without words. */
static void set_label(cell_writer *w, zt_point_cell *cell, zt_str label)
{
    set_labels(w, cell, &label, label.len > 0 ? 1 : 0);
}

/* The phrase is parted: its words go below as the label, the rest is the figure. The role is that
   of the whole phrase, for the copy is not the lead itself. */
static void add_by_own_label(cell_writer *w, const zt_entry_point *point, const zt_quantity *q,
                             size_t words)
{
    zt_point_cell *cell = add_cell(w, point, without_label(w->arena, q, words), 1);
    cell->role = shares_lead(w, point, q) ? ZT_CELL_LEAD : ZT_CELL_FURTHER;
    set_label(w, cell, zt_str_slice(q->text, 0, words));
}

/* ---- a change beside the value before it ---- */

/* Keeps the change with the value before it, which follows from the first figure of the cell. */
static void set_change(cell_writer *w, zt_point_cell *cell, const zt_quantity *q)
{
    cell->change = (zt_cell_change){q, zt_change_base_of(w->arena, cell->figures[0], q)};
}

/* Growth that two bars can show beside the value it belongs to. */
static bool is_drawn(const cell_writer *w, const zt_quantity *q, const zt_quantity *value)
{
    const char *zh, *en; /* check_base.c has noted why not */
    return w->options->change_drawn && !w->options->one_figure && q->kind == ZT_Q_CHANGE &&
           q->of_value == value && zt_change_gives_base(q, value, &zh, &en);
}

/* ---- figures under one label ---- */

/* Whether the label names the figure anywhere. */
static bool names_figure(zt_str label, zt_str text)
{
    for (size_t i = 0; i < label.len; i++)
        if (stands_at(label, i, text))
            return true;
    return false;
}

/* 居全国 of “90件，居全国第2”: what the sentence says just before a figure, from the last mark on.
 */
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

/* A figure without words of its own. Where the one set apart has its own label, the labels of the
   point are those of the first such figure, and it begins a cell; else it stands in the first. */
static void add_beside(cell_writer *w, const zt_entry_point *point, size_t *beside,
                       const zt_quantity *q)
{
    if (*beside == 0) {
        zt_point_cell *cell = add_cell(w, point, q, point->figure_count);
        set_labels(w, cell, point->labels, point->label_count);
        *beside = w->cells.count;
    } else if (w->options->one_figure) {
        set_label(w, add_cell(w, point, q, 1), words_before(point, q));
    } else {
        zt_point_cell *cell = &w->cells.items[*beside - 1];
        cell->figures[cell->figure_count++] = q;
    }
}

/* Label and figures do not pair off: one figure is set apart, those that the label names are bold
   in it. What it does not name must not be lost: it gets a cell by its own words or stands beside.
 */
static void add_under_one_label(cell_writer *w, const zt_entry_point *point, zt_str label)
{
    const zt_quantity *main = first_figure(w, point);
    bool own = main->label.len > 0;
    size_t at = w->cells.count + 1, beside = own ? 0 : at; /* counted from 1: 0 is none */
    zt_point_cell *first = add_cell(w, point, main, point->figure_count);
    if (own)
        set_label(w, first, main->label);
    else
        set_labels(w, first, point->labels, point->label_count);
    for (size_t i = 0; i < point->figure_count; i++) {
        const zt_quantity *q = point->figures[i];
        if (q == main || (!own && names_figure(label, q->text)))
            continue;
        size_t words = own_label(q);
        zt_point_cell *cell = &w->cells.items[at - 1];
        if (!cell->change.quantity && is_drawn(w, q, main))
            set_change(w, cell, q);
        else if (q->label.len > 0)
            set_label(w, add_cell(w, point, q, 1), q->label);
        else if (words > 0)
            add_by_own_label(w, point, q, words);
        else
            add_beside(w, point, &beside, q);
    }
}

/* ---- the parts of a whole ---- */

/* The lead among the parts is set apart as well, by its own words or by both names: a row has no
   other place for it; side by side its words ask for one. */
static void add_lead_of_parts(cell_writer *w, const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++) {
        const zt_quantity *q = point->figures[i];
        size_t whole = i / point->part_count;
        if (q != w->lead || (!w->options->one_figure && q->label.len == 0))
            continue;
        zt_str words = q->label;
        zt_str name = whole < point->label_count ? point->labels[whole] : (zt_str){0};
        if (words.len == 0)
            words = zt_str_from(zt_arena_printf(
                w->arena, "%.*s%.*s", ZT_ARG(point->parts[i % point->part_count]), ZT_ARG(name)));
        set_label(w, add_cell(w, point, q, 1), words);
    }
}

/* A whole for each run of as many figures as there are parts; figures left over at the end have
   been reported (parts-mismatch). Its label stands once for all of its parts. */
static void add_wholes(cell_writer *w, const zt_entry_point *point)
{
    size_t parts = point->part_count;
    add_lead_of_parts(w, point);
    for (size_t i = 0; i < point->figure_count / parts; i++) {
        zt_point_cell *cell = add_cell(w, point, NULL, parts);
        cell->kind = ZT_CELL_WHOLE;
        cell->part_names = point->parts;
        for (size_t k = 0; k < parts; k++)
            cell->figures[k] = zt_figure_apart(w->arena, point, point->figures[i * parts + k]);
        cell->figure_count = parts;
        set_label(w, cell, i < point->label_count ? point->labels[i] : (zt_str){0});
    }
}

/* ---- points ---- */

/* Without a label the sentence goes with its figure. The figure that it begins with is not said
   twice. */
static void add_sentence(cell_writer *w, const zt_entry_point *point)
{
    zt_point_cell *cell = add_cell(w, point, first_figure(w, point), 1);
    cell->kind = ZT_CELL_SENTENCE;
    cell->words = point->text;
    if (point->text.count > 1 && point->text.spans[0].quantity == cell->figures[0]) {
        cell->words.spans++;
        cell->words.count--;
    }
}

/* A point without any figure is words alone. */
static void add_statement(cell_writer *w, const zt_entry_point *point)
{
    zt_point_cell *cell = add_cell(w, point, NULL, 1);
    cell->kind = ZT_CELL_STATEMENT;
    cell->words = point->text;
}

/* One label for each figure: its own, else that of the point in its place. */
static bool pairs_off(const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++)
        if (point->figures[i]->label.len == 0 && point->label_count != point->figure_count)
            return false;
    return true;
}

/* Each figure with its own label in a cell of its own. */
static void add_pairs(cell_writer *w, const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++) {
        const zt_quantity *q = point->figures[i];
        set_label(w, add_cell(w, point, q, 1), q->label.len > 0 ? q->label : point->labels[i]);
    }
}

/* Figures without a sentence around them, of which one has a label: no words but that say it. */
static bool has_bare_label(const zt_entry_point *point)
{
    bool labelled = false;
    for (size_t i = 0; i < point->figure_count; i++)
        labelled = labelled || point->figures[i]->label.len > 0;
    return labelled && !zt_point_has_words(point);
}

/* The forms from the most particular on: parts, no figure, a label each, a sentence, one label for
   several figures. */
static void add_point(cell_writer *w, const zt_entry_point *point)
{
    size_t first = w->cells.count;
    if (point->part_count > 0)
        add_wholes(w, point);
    else if (point->figure_count == 0)
        add_statement(w, point);
    else if (pairs_off(point))
        add_pairs(w, point);
    else if (zt_rich_is_empty(&point->label) && !has_bare_label(point))
        add_sentence(w, point);
    else
        add_under_one_label(w, point, zt_rich_plain(w->arena, &point->label));
    if (w->cells.count > first)
        w->cells.items[first].trend = point->trend;
}

/* ---- all cells of a group ---- */

/* A figure that can be set as large as a lead's. */
static bool has_large_figure(const cell_writer *w, const zt_point_cell *cell)
{
    bool small = cell->kind == ZT_CELL_WHOLE && w->options->parts_small && !w->options->one_figure;
    return cell->figure_count > 0 && !small && cell->figures[0]->status != ZT_MISSING;
}

/* When the lead's point was optional and is dropped, the first figure left leads. */
static void ensure_lead(cell_writer *w)
{
    zt_point_cell *first = NULL;
    for (size_t i = 0; i < w->cells.count; i++) {
        zt_point_cell *cell = &w->cells.items[i];
        if (cell->role == ZT_CELL_LEAD)
            return;
        if (!first && has_large_figure(w, cell))
            first = cell;
    }
    if (first)
        first->role = ZT_CELL_LEAD;
}

/* 前十 beside 第二 and 第三: Han figures of one group are of one size; the ink tells who leads. */
static void level_ranks(cell_writer *w)
{
    bool ranks = w->lead && w->lead->kind == ZT_Q_RANK;
    for (size_t i = 0; ranks && i < w->cells.count; i++) {
        zt_point_cell *cell = &w->cells.items[i];
        if (cell->role == ZT_CELL_FURTHER && cell->kind != ZT_CELL_WHOLE &&
            cell->figure_count == 1 && cell->figures[0]->kind == ZT_Q_RANK)
            cell->role = ZT_CELL_RANK;
    }
}

/* The lead first, then what else its point says, then the other points as they come. */
static int order_of(const zt_point_cell *cell, const zt_entry_point *lead_point)
{
    if (cell->point != lead_point)
        return 2;
    return cell->role == ZT_CELL_LEAD ? 0 : 1;
}

/* The cells in the order of order_of; those of one class keep the order in which they are written.
 */
static zt_point_cell *lead_first(const cell_writer *w)
{
    const zt_entry_point *lead_point = NULL;
    for (size_t i = 0; i < w->cells.count; i++)
        if (w->cells.items[i].role == ZT_CELL_LEAD && !lead_point)
            lead_point = w->cells.items[i].point;
    zt_point_cell *sorted = ZT_ARRAY(w->arena, w->cells.count, zt_point_cell);
    size_t count = 0;
    for (int order = 0; order <= 2; order++)
        for (size_t i = 0; i < w->cells.count; i++)
            if (order_of(&w->cells.items[i], lead_point) == order)
                sorted[count++] = w->cells.items[i];
    return sorted;
}

/* Which cell leads is settled after all are made: the point of the lead may be among those dropped,
   and ranks are levelled against the lead that is left. */
zt_point_cells zt_point_cells_of(zt_arena *arena, const zt_group_content *group,
                                 const zt_cell_options *options)
{
    cell_writer w = {.arena = arena, .options = options, .lead = lead_of(group)};
    size_t optional = 0;
    for (size_t i = 0; i < group->point_count; i++) {
        const zt_entry_point *point = &group->points[i];
        if (point->optional && optional++ >= options->optional_kept)
            continue;
        add_point(&w, point);
    }
    ensure_lead(&w);
    level_ranks(&w);
    return (zt_point_cells){options->one_figure ? w.cells.items : lead_first(&w), w.cells.count};
}

/* The words in one piece in the arena, for comparing and for dumps; breaks at sense are left in. */
zt_str zt_point_cell_text(zt_arena *arena, const zt_point_cell *cell)
{
    zt_buf text;
    zt_buf_init(&text, arena);
    for (size_t i = 0; i < cell->words.count; i++) {
        const zt_span *span = &cell->words.spans[i];
        if (span->kind == ZT_SPAN_BREAK)
            zt_buf_putc(&text, '\n');
        else
            zt_buf_str(&text, span->text);
    }
    return zt_buf_view(&text);
}

size_t zt_group_optional(const zt_group_content *group)
{
    size_t count = 0;
    for (size_t i = 0; i < group->point_count; i++)
        count += group->points[i].optional ? 1 : 0;
    return count;
}

/* ---- a point as running text ---- */

/* Han and Latin letters count as words; digits, brackets and marks between figures do not. */
bool zt_point_has_words(const zt_entry_point *point)
{
    for (size_t i = 0; i < point->text.count; i++) {
        zt_str words = point->text.spans[i].text;
        for (size_t at = 0; point->text.spans[i].kind == ZT_SPAN_TEXT && at < words.len;) {
            uint32_t c = zt_utf8_next(words, &at);
            if (zt_is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
                return true;
        }
    }
    return false;
}

/* The words of a point that is nothing but figures, as they go into its running text. */
typedef struct running_writer {
    zt_arena *arena;
    const zt_entry_point *point;
    span_list spans;
} running_writer;

/* A plain span; nothing for empty words. */
static void run_words(running_writer *w, zt_str words, zt_pos at)
{
    if (words.len > 0)
        ZT_PUSH(w->arena, &w->spans, ((zt_span){.kind = ZT_SPAN_TEXT, .text = words, .at = at}));
}

/* A figure behind its words. 规划2035 and 12家 would read as one number: a colon parts them. */
static void run_figure(running_writer *w, const zt_span *figure)
{
    size_t count = w->spans.count;
    zt_str before = count > 0 ? w->spans.items[count - 1].text : (zt_str){0};
    if (before.len > 0 && is_digit(before.data[before.len - 1]) && figure->text.len > 0 &&
        is_digit(figure->text.data[0]))
        run_words(w, ZT_STR("："), figure->at);
    ZT_PUSH(w->arena, &w->spans, *figure);
}

/* The name of a part before its figure, unless the figure's own label says it: 住院 2100家. */
static void run_part(running_writer *w, size_t figure, zt_pos at)
{
    zt_str own = w->point->figures[figure]->label;
    zt_str name = w->point->parts[figure % w->point->part_count];
    if (!zt_str_holds(own, name))
        run_words(w, name, at);
    run_words(w, own, at);
}

/* Labels that do not go with one figure each stand before all: 机构、床位：2家、30张、8床. */
static void run_labels(running_writer *w, size_t first, size_t count, zt_pos at)
{
    for (size_t i = first; i < first + count; i++) {
        run_words(w, i > first ? ZT_STR("、") : (zt_str){0}, at);
        run_words(w, w->point->labels[i], at);
    }
    run_words(w, count > 0 ? ZT_STR("：") : (zt_str){0}, at);
}

/* Before figure number `figure`: the label of its whole (定点机构：住院2100家、门诊3600家) or of
   all wholes before the first, then the name of the part. */
static void run_whole(running_writer *w, size_t figure, zt_pos at)
{
    const zt_entry_point *point = w->point;
    bool one_each = point->label_count * point->part_count == point->figure_count;
    if (one_each && figure % point->part_count == 0)
        run_labels(w, figure / point->part_count, 1, at);
    else if (!one_each && figure == 0)
        run_labels(w, 0, point->label_count, at);
    run_part(w, figure, at);
}

/* Before figure number `figure` of a point without parts: its own label and that of its point. */
static void run_label(running_writer *w, size_t figure, zt_pos at)
{
    const zt_entry_point *point = w->point;
    zt_str own = point->figures[figure]->label;
    bool pairs = point->label_count == point->figure_count;
    if (!pairs && figure == 0 && (point->label_count > 1 || own.len > 0))
        run_labels(w, 0, point->label_count, at);
    else if (own.len == 0 && (pairs || figure == 0) && point->label_count > 0)
        run_words(w, point->labels[figure], at);
    run_words(w, own, at);
}

/* A point that has words prints as it is written. One that is nothing but figures gets the words of
   its labels between them, in the arena. */
const zt_rich *zt_point_running(zt_arena *arena, const zt_entry_point *point)
{
    if (point->figure_count == 0 || zt_point_has_words(point))
        return &point->text;
    running_writer w = {.arena = arena, .point = point};
    size_t figure = 0;
    for (size_t i = 0; i < point->text.count; i++) {
        const zt_span *span = &point->text.spans[i];
        if (span->kind == ZT_SPAN_QUANTITY && figure < point->figure_count) {
            if (point->part_count > 0)
                run_whole(&w, figure, span->at);
            else
                run_label(&w, figure, span->at);
            figure++;
            run_figure(&w, span);
        } else {
            ZT_PUSH(arena, &w.spans, *span);
        }
    }
    zt_rich *worded = ZT_NEW(arena, zt_rich);
    *worded = (zt_rich){w.spans.items, w.spans.count, point->text.at};
    return worded;
}
