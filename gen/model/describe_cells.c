/* The cells of a group described: in dumps, and as words that the page is held against. */
#include "model/content_imp.h"

#include "model/point_cells.h"
#include "model/prints_imp.h"

/* The forms in which a template may ask for cells. A form is described where it says more than the
   first. */
typedef struct cell_form {
    const char *list, *element;
    zt_cell_options options;
    zt_print_way way;
} cell_form;
enum { FORMS = 3 };
static const cell_form forms[FORMS] = {
    {"cells", "cell", {.optional_kept = SIZE_MAX}, ZT_PRINT_LABELS},
    {"rows", "row", {.one_figure = true, .optional_kept = SIZE_MAX}, ZT_PRINT_ROWS},
    {"bars", "cell-with-bars", {.change_drawn = true, .optional_kept = SIZE_MAX}, ZT_PRINT_BARS},
};

/* ---- dumps ---- */

/* Words of two cells compared as they print. */
static bool same_words(zt_arena *arena, const zt_point_cell *a, const zt_point_cell *b)
{
    return zt_str_equal(zt_point_cell_text(arena, a), zt_point_cell_text(arena, b));
}

/* Two cells that say the same of the same point, whatever else the options have changed. */
static bool same_cell(zt_arena *arena, const zt_point_cell *a, const zt_point_cell *b)
{
    bool same = a->point == b->point && a->kind == b->kind && a->role == b->role &&
                a->figure_count == b->figure_count && a->change.quantity == b->change.quantity &&
                same_words(arena, a, b);
    for (size_t i = 0; same && i < a->figure_count; i++)
        same = zt_str_equal(a->figures[i]->text, b->figures[i]->text);
    return same;
}

/* Forms are compared as wholes: a dump that repeats one would only be longer. */
static bool same_cells(zt_arena *arena, const zt_point_cells *a, const zt_point_cells *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = same_cell(arena, &a->items[i], &b->items[i]);
    return same;
}

/* A figure with the part that it is of, if any. */
static void describe_figure(zt_describer *t, const zt_point_cell *cell, size_t i)
{
    zt_describe_open(t, "figure", cell->figures[i]->at);
    if (cell->part_names)
        zt_describe_text(t, "part", cell->part_names[i]);
    zt_describe_text(t, "text", cell->figures[i]->text);
    zt_describe_close(t);
}

/* The change with the base that bars are drawn for; nothing where a cell has none. */
static void describe_change(zt_describer *t, const zt_cell_change *change)
{
    if (!change->quantity)
        return;
    zt_describe_open(t, "change", change->quantity->at);
    zt_describe_text(t, "text", change->quantity->text);
    zt_describe_text(t, "base", change->base.words);
    zt_describe_flag(t, "derived", change->base.derived);
    zt_describe_close(t);
}

/* One cell with all that it prints. */
static void describe_cell(zt_describer *t, const char *element, const zt_point_cell *cell)
{
    static const char *const kinds[] = {"figures", "sentence", "statement", "whole"};
    static const char *const roles[] = {NULL, "lead", "rank"};
    zt_describe_open(t, element, cell->point->at);
    zt_describe_word(t, "kind", kinds[cell->kind]);
    zt_describe_word(t, "role", roles[cell->role]);
    zt_describe_list(t, "figures");
    for (size_t i = 0; i < cell->figure_count; i++)
        describe_figure(t, cell, i);
    zt_describe_list_end(t);
    zt_describe_words(t, "words", &cell->words);
    describe_change(t, &cell->change);
    zt_describe_close(t);
}

/* The first form always, another one only where it differs from it. */
void zt_cells_describe(zt_describer *t, const zt_group_content *group)
{
    zt_arena *arena = t->out->arena;
    zt_point_cells first = {0};
    for (size_t f = 0; f < FORMS; f++) {
        zt_point_cells cells = zt_point_cells_of(arena, group, &forms[f].options);
        if (f == 0)
            first = cells;
        else if (same_cells(arena, &first, &cells))
            continue;
        zt_describe_list(t, forms[f].list);
        for (size_t i = 0; i < cells.count; i++)
            describe_cell(t, forms[f].element, &cells.items[i]);
        zt_describe_list_end(t);
    }
}

/* ---- alternative text ---- */

/* The lead with its words in brackets. A lead that is a whole adds nothing. */
void zt_cells_alt(const zt_alt *alt, const zt_group_content *group)
{
    zt_point_cells cells = zt_point_cells_of(alt->arena, group, &forms[0].options);
    const zt_point_cell *lead = cells.count > 0 ? &cells.items[0] : NULL;
    if (!lead || lead->role != ZT_CELL_LEAD || lead->kind == ZT_CELL_WHOLE)
        return;
    zt_alt_say(alt, "（", " (");
    if (lead->kind == ZT_CELL_SENTENCE) {
        zt_alt_rich(alt, &lead->point->text);
    } else {
        zt_alt_rich(alt, &lead->words);
        if (!zt_rich_is_empty(&lead->words))
            zt_alt_separate(alt, lead->figures[0]->text);
        for (size_t i = 0; i < lead->figure_count; i++) {
            if (i)
                zt_alt_say(alt, "、", ", ");
            zt_buf_str(alt->out, lead->figures[i]->text);
        }
    }
    zt_alt_say(alt, "）", ")");
}

/* ---- what has to stand on the page ---- */

/* What the page must hold of a cell: its figures, the names of parts, each line of its words, and
   the base of a change. */
static void print_cell(zt_prints_reader *r, zt_arena *arena, const zt_point_cell *cell)
{
    static const char *const what[] = {"label", "point", "point", "label"};
    zt_str *lines, text = zt_point_cell_text(arena, cell);
    size_t count = zt_str_split(arena, text, '\n', &lines);
    for (size_t i = 0; i < cell->figure_count; i++)
        zt_prints_quantity(r, cell->figures[i]);
    for (size_t i = 0; cell->part_names && i < cell->figure_count; i++)
        zt_prints_words(r, "parts", cell->part_names[i], cell->point->at);
    for (size_t i = 0; i < count; i++)
        zt_prints_words(r, what[cell->kind], lines[i], cell->words.at);
    if (!cell->change.quantity)
        return;
    zt_prints_quantity(r, cell->change.quantity);
    zt_prints_words(r, "change", cell->change.base.words, cell->change.quantity->at);
}

/* By place in the source, since a cell may hold a copy whose text has been changed. */
static bool holds_figure(const zt_point_cell *cell, const zt_quantity *q)
{
    for (size_t i = 0; i < cell->figure_count; i++)
        if (cell->figures[i]->at.line == q->at.line && cell->figures[i]->at.column == q->at.column)
            return true;
    for (size_t i = 0; i < cell->words.count; i++)
        if (cell->words.spans[i].quantity == q)
            return true;
    return cell->change.quantity == q;
}

/* A point while its ways of being printed are listed. Borrowed, for the length of one call. */
typedef struct point_printing {
    zt_prints_reader *r;
    zt_arena *arena;
    const zt_entry_point *point;
    const zt_point_cells *cells; /* of the whole group */
} point_printing;

/* Whether some cell of the point prints these words, perhaps among others. */
static bool any_holds_words(const point_printing *p, zt_str words)
{
    for (size_t i = 0; i < p->cells->count; i++)
        if (p->cells->items[i].point == p->point &&
            zt_str_holds(zt_point_cell_text(p->arena, &p->cells->items[i]), words))
            return true;
    return false;
}

/* Whether some cell of the point prints the figure, set apart or inside a label. */
static bool any_holds_figure(const point_printing *p, const zt_quantity *q)
{
    for (size_t i = 0; i < p->cells->count; i++)
        if (p->cells->items[i].point == p->point && holds_figure(&p->cells->items[i], q))
            return true;
    return any_holds_words(p, q->text); /* of a label that names it inside another number */
}

/* What no cell holds is asked for all the same, so that it cannot get lost on the way to the cells:
   a label over figures that have labels of their own. */
static void print_left_out(const point_printing *p)
{
    const zt_entry_point *point = p->point;
    for (size_t i = 0; i < point->figure_count; i++) {
        const zt_quantity *q = point->figures[i];
        if (!any_holds_figure(p, q))
            zt_prints_quantity(p->r, q);
        if (q->label.len > 0 && !any_holds_words(p, q->label))
            zt_prints_words(p->r, "label", q->label, q->at);
    }
    for (size_t i = 0; i < point->label_count; i++)
        if (!any_holds_words(p, point->labels[i]))
            zt_prints_words(p->r, "label", point->labels[i], point->label.at);
}

/* Labels make the difference: without one the sentence is all that a point can print. */
static bool has_ways(const zt_entry_point *point)
{
    bool labelled = point->label_count > 0 || point->part_count > 0;
    for (size_t i = 0; i < point->figure_count; i++)
        labelled = labelled || point->figures[i]->label.len > 0;
    return labelled;
}

/* A sentence says all by itself. What is nothing but figures is no sentence without the labels and
   the names of its parts. */
static void print_running(zt_prints_reader *r, zt_arena *arena, const zt_entry_point *point)
{
    const zt_rich *running = zt_point_running(arena, point);
    zt_prints_rich(r, "text", running);
    if (zt_point_has_words(point))
        return;
    zt_str said = zt_rich_plain(arena, running);
    for (size_t i = 0; i < point->label_count; i++)
        if (!zt_str_holds(said, point->labels[i]))
            zt_prints_words(r, "label", point->labels[i], point->label.at);
    for (size_t i = 0; i < point->part_count; i++)
        zt_prints_words(r, "parts", point->parts[i], point->at);
}

/* The point in each form that a page may choose, then as a sentence: one of these has to be found,
   never all. */
static void print_point(zt_prints_reader *r, zt_arena *arena, const zt_entry_point *point,
                        const zt_point_cells *cells)
{
    zt_prints_open(r, "point", point->at);
    zt_prints_flag(r, "optional", point->optional);
    bool ways = has_ways(point);
    for (size_t f = 0; ways && f < FORMS; f++) {
        point_printing p = {r, arena, point, &cells[f]};
        zt_prints_way(r, forms[f].way);
        zt_prints_words(r, "head", point->head, point->at);
        for (size_t i = 0; i < cells[f].count; i++)
            if (cells[f].items[i].point == point)
                print_cell(r, arena, &cells[f].items[i]);
        print_left_out(&p);
    }
    if (ways)
        zt_prints_way(r, ZT_PRINT_SENTENCE);
    print_running(r, arena, point);
    zt_prints_close(r);
}

/* The cells of each form are made once for the group, since the lead of a point depends on the
   others. */
void zt_cells_print(zt_describer *t, const zt_group_content *group)
{
    zt_arena *arena = t->out->arena;
    zt_point_cells cells[FORMS];
    for (size_t f = 0; f < FORMS; f++)
        cells[f] = zt_point_cells_of(arena, group, &forms[f].options);
    for (size_t i = 0; i < group->point_count; i++)
        print_point(t->prints, arena, &group->points[i], cells);
}
