/* scale-jump: a value a hundred times above or below all the others of its series or column,
   or of the figures with one unit and one label. That
   is how a slip of the unit looks: 355000 among 312 and 286. Steep data have no such gap: sorted by
   size, each value has a neighbour. */
#include "base/unit.h"
#include "model/chart_labels.h"
#include "model/check_imp.h"

#include <stdlib.h>
#include <string.h>

/* A figure with its magnitude, to be sorted by it. Borrowed from the document. */
typedef struct sized {
    double size; /* for comparison only */
    const zt_quantity *q;
} sized;

/* Figures that ought to be of one order of magnitude; all have one unit. */
typedef struct size_list {
    ZT_VEC(sized) all;
    zt_str unit;
    /* Values say their own scales: a thousand times is unit-mismatch there. */
    bool mixed;
} size_list;

/* A gap this wide between neighbours by size is reported; where values say their own scales a gap
   of MISMATCH belongs to unit-mismatch. */
enum { JUMP = 100, MISMATCH = 1000 };

/* A number joins the list when it is known, not zero and in the unit of the first. */
static void add(zt_doc_reader *r, size_list *s, const zt_quantity *q)
{
    if (!zt_chart_has_value(q) || q->value.scaled == 0)
        return;
    if (s->all.count > 0 && !zt_str_equal(s->unit, q->unit))
        return;
    s->unit = q->unit;
    double size = zt_num_double(q->value);
    sized one = {size < 0 ? -size : size, q};
    ZT_PUSH(r->arena, &s->all, one);
}

/* By size; equal ones as they stand in the file, so that the order does not depend on the sort. */
static int by_size(const void *a, const void *b)
{
    const sized *x = a, *y = b;
    if (x->size != y->size)
        return (x->size > y->size) - (x->size < y->size);
    int lines = (x->q->at.line > y->q->at.line) - (x->q->at.line < y->q->at.line);
    return lines ? lines
                 : (x->q->at.column > y->q->at.column) - (x->q->at.column < y->q->at.column);
}

/* scale-jump, at the odd figure. bound="exact" says that the author has looked at it. */
static void report(zt_doc_reader *r, const sized *odd, const sized *near)
{
    if (odd->q->bound_given)
        return;
    bool above = odd->size > near->size;
    zt_report(r->diags, zt_wrong_figure(r), "scale-jump", odd->q->at,
              "“%.*s”与同组的“%.*s”相差一百倍以上（%s%.0s）：单位或小数点是否写错？没有写错就加 "
              "bound=\"exact\"",
              "\"%.*s\" and \"%.*s\" of one group differ by over a hundred times (%.0s%s): is "
              "the unit or the point wrong? If it is right add bound=\"exact\"",
              ZT_ARG(odd->q->text), ZT_ARG(near->q->text), above ? "太大" : "太小",
              above ? "too large" : "too small");
}

/* Near nought a growth may be any small part of another; only what stands far above is a slip. */
static bool may_be_small(const size_list *s)
{
    return zt_unit_class_of(s->unit) == ZT_UNIT_RATIO || s->unit.len == 0;
}

/* Sorts by magnitude and looks for the widest gap between neighbours. The smaller side of the gap
   is the odd one. */
static void judge(zt_doc_reader *r, size_list *s)
{
    sized *all = s->all.items;
    size_t count = s->all.count, split = 0;
    double widest = 0;
    if (count < 2)
        return;
    qsort(all, count, sizeof *all, by_size);
    for (size_t i = 1; i < count; i++)
        if (all[i].size / all[i - 1].size > widest) {
            widest = all[i].size / all[i - 1].size;
            split = i;
        }
    if (widest < JUMP || (s->mixed && widest >= MISMATCH))
        return;
    /* The few are the odd ones; of two values the larger, but of two rates neither: 0.04% and 5%.
     */
    bool rates = zt_unit_class_of(s->unit) == ZT_UNIT_RATIO;
    if (rates && split < 2)
        return;
    if (count - split <= split) {
        for (size_t i = split; i < count; i++)
            report(r, all + i, all + split - 1);
    } else if (!may_be_small(s)) {
        for (size_t i = 0; i < split; i++)
            report(r, all + i, all + split);
    }
}

/* A series on its own: two may differ in size for good reasons. */
static void check_series(zt_doc_reader *r, const zt_chart_data *chart, size_t series)
{
    size_list s = {.mixed = chart->mixed_scales};
    for (size_t i = 0; i < chart->item_count; i++)
        add(r, &s, chart->items[i].values[series]);
    judge(r, &s);
}

/* The steps of a waterfall may be small beside its totals, but not beside one another. */
static void check_waterfall(zt_doc_reader *r, const zt_chart_data *chart)
{
    for (int steps = 0; steps < 2; steps++) {
        size_list s = {.mixed = chart->mixed_scales};
        for (size_t i = 0; i < chart->item_count; i++)
            if (zt_chart_is_step(chart->items[i].values[0]) == (steps == 1))
                add(r, &s, chart->items[i].values[0]);
        judge(r, &s);
    }
}

static void check_chart(zt_doc_reader *r, const zt_chart_data *chart)
{
    if (chart->incomplete || zt_str_is(chart->kind, "bullet")) /* of a measure each */
        return;
    if (zt_str_is(chart->kind, "waterfall")) {
        check_waterfall(r, chart);
        return;
    }
    for (size_t k = 0; k < chart->series_count; k++)
        check_series(r, chart, k);
}

/* Each column on its own. */
static void check_table(zt_doc_reader *r, const zt_table_content *table)
{
    for (size_t column = 0; column < table->column_count; column++) {
        size_list s = {0};
        for (size_t i = 0; i < table->count; i++)
            for (size_t k = 0; k < table->rows[i].count; k++)
                if (table->rows[i].cells[k].column == column)
                    add(r, &s, table->rows[i].cells[k].value);
        judge(r, &s);
    }
}

/* ---- figures set apart, and points of groups ---- */

/* Figures compare when they are of one kind: one unit, and one name for what they count. */
typedef struct kind_of_figure {
    zt_str name, unit;
    size_list sizes;
} kind_of_figure;

/* The kinds of figures met so far; at most MOST_KINDS, further ones are not compared. */
typedef struct kinds {
    zt_doc_reader *r;
    ZT_VEC(kind_of_figure) all;
} kinds;

/* Two figures of a kind prove nothing; three show which is odd. */
enum { FEWEST_ALIKE = 3, MOST_KINDS = 64 };

/* 江北旅客吞吐量 and 天府旅客吞吐量 count one thing; two Han at the end say what it is. */
static zt_str name_of(zt_doc_reader *r, const zt_rich *label)
{
    zt_str text = zt_str_trim(zt_rich_plain(r->arena, label));
    size_t first = text.len;
    for (int i = 0; i < 2 && first > 0; i++) {
        do
            first--;
        while (first > 0 && ((unsigned char)text.data[first] & 0xC0) == 0x80);
        if (((unsigned char)text.data[first] & 0xF0) != 0xE0)
            return (zt_str){0};
    }
    return zt_str_slice(text, first, text.len);
}

/* Adds a value to the figures of its kind, a new kind if none has its name and unit. */
static void add_figure(kinds *k, zt_str name, const zt_quantity *q)
{
    if (!q || q->kind != ZT_Q_VALUE || name.len == 0 || q->unit.len == 0)
        return;
    for (size_t i = 0; i < k->all.count; i++)
        if (zt_str_equal(k->all.items[i].name, name) &&
            zt_str_equal(k->all.items[i].unit, q->unit)) {
            add(k->r, &k->all.items[i].sizes, q);
            return;
        }
    if (k->all.count == MOST_KINDS)
        return;
    kind_of_figure fresh = {.name = name, .unit = q->unit};
    add(k->r, &fresh.sizes, q);
    ZT_PUSH(k->r->arena, &k->all, fresh);
}

/* Judges every kind with enough figures. */
static void judge_kinds(kinds *k)
{
    for (size_t i = 0; i < k->all.count; i++)
        if (k->all.items[i].sizes.all.count >= FEWEST_ALIKE)
            judge(k->r, &k->all.items[i].sizes);
}

/* Key figures compare by the label that ends alike and by unit. */
static void check_figures(zt_doc_reader *r, const zt_figures *figures)
{
    kinds k = {.r = r};
    for (size_t i = 0; i < figures->count; i++)
        add_figure(&k, name_of(r, &figures->figures[i].label), figures->figures[i].value);
    judge_kinds(&k);
}

/* A series says that its figures compare, else the label does. */
static void add_point(kinds *k, const zt_entry_point *point)
{
    for (size_t i = 0; i < point->figure_count; i++) {
        zt_rich label = point->label;
        if (point->label_count)
            label = zt_rich_of(k->r->arena, point->labels[i % point->label_count], point->at);
        zt_str name =
            point->series.len && point->figure_count == 1 ? point->series : name_of(k->r, &label);
        add_figure(k, name, point->figures[i]);
    }
}

/* All points of all groups together: groups often repeat the same kinds of figures. */
static void check_groups(zt_doc_reader *r, const zt_groups *groups)
{
    kinds k = {.r = r};
    for (size_t i = 0; i < groups->count; i++)
        for (size_t p = 0; p < groups->groups[i].point_count; p++)
            add_point(&k, groups->groups[i].points + p);
    judge_kinds(&k);
}

/* Charts, tables, figures and groups; other kinds of block hold no series of figures. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    for (size_t i = 0; i < r->doc->block_count; i++) {
        const zt_content_block *block = &r->doc->blocks[i];
        const zt_chart_data *chart = zt_content_of(block, "chart");
        const zt_table_content *table = zt_content_of(block, "table");
        const zt_figures *figures = zt_content_of(block, "figures");
        const zt_groups *groups = zt_content_of(block, "groups");
        if (figures)
            check_figures(r, figures);
        if (groups)
            check_groups(r, groups);
        if (chart)
            check_chart(r, chart);
        if (table)
            check_table(r, table);
    }
}

const zt_doc_check zt_doc_check_scale = {run};
