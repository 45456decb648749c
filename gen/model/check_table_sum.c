/* sum-mismatch in a table: a row or a column whose head says that it is a total, 合计, 小计,
   奖牌总数, is what the others add up to, within their rounding. Along one axis stand members, some
   of them totals; across it lie lines (of a total row the columns). Which members a total is of,
   the majority of its lines decides; where none does, all of them, or those next to it. What has no
   sum (rates, prices, mixed units, ranges, hedged and missing figures) is not judged. */
#include "base/totals.h"
#include "base/unit.h"
#include "base/utf8.h"
#include "model/calc.h"
#include "model/check_imp.h"
#include "model/quantity_imp.h"

#include <string.h>

/* What a cell holds: nothing, a value that is missing, words, a number that is not exact, an exact
   one. */
typedef enum state { NOTHING, MISSING, TEXT, OPEN, EXACT } state;

/* A cell of the table as the sums see it. `rounding` is half a unit of the last digit printed, in
   the same scale as `value`. */
typedef struct table_figure {
    state state;
    zt_ratio value, rounding;
    zt_str unit, text;
    zt_pos at;
    int scale, decimals;
    /* bound="exact": the author has looked at it. */
    bool sure;
} table_figure;

/* What a row or column is: a part, the total of all, a subtotal, perhaps a total, a break between
   parts of the table, or not to be summed. */
typedef enum part_kind { PART, ALL, SUB, WEAK, BREAK, OUT } part_kind;

/* A row or a column, with its head and the range of members that one wider heading covers. */
typedef struct table_member {
    part_kind kind;
    zt_str head;
    /* Of the heads that stand over it together. */
    size_t first, end;
} table_member;

/* All cells with the rows and columns; of_which: the axis has an 其中 (“of which”), whose parts
   need not be complete, so its totals are not judged. */
typedef struct grid {
    zt_doc_reader *r;
    const zt_table_content *table;
    table_figure *cells; /* row by row */
    table_member *rows, *columns;
    bool row_of_which, column_of_which;
} grid;

/* One direction of adding: `members` are added up along each of the `lines`. down: members are
   rows and lines are columns. */
typedef struct axis {
    const grid *g;
    table_member *members;
    const table_member *lines;
    size_t count, line_count;
    bool down;
} axis;

/* More totals than this in one table, or more sets of parts for one total, are not tried: the work
   would grow with the square of the table. */
enum { MOST_TOTALS = 16, MOST_CANDIDATES = 66 };

/* The cell of member i in a line, whichever way the axis runs. */
static const table_figure *at(const axis *a, size_t i, size_t line)
{
    size_t row = a->down ? i : line, column = a->down ? line : i;
    return a->g->cells + row * a->g->table->column_count + column;
}

/* ---- heads ---- */

/* 合　计（2市）： is 合计. */
static zt_str bare_head(zt_arena *arena, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    int depth = 0;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = zt_utf8_next(text, &i);
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFEE0;
        if (c == '(' || c == '[')
            depth++;
        else if (c == ')' || c == ']')
            depth -= depth > 0;
        else if (depth == 0 && c > ' ' && c != 0xA0 && c != 0x3000 && c != 0x200B)
            zt_buf_utf8(&out, c);
    }
    zt_str bare = zt_buf_view(&out);
    while (bare.len && (bare.data[bare.len - 1] == ':' || bare.data[bare.len - 1] == '*'))
        bare.len--;
    return bare;
}

/* 进出口总额, 企业总数 may be of the columns beside it, or a thing of its own. */
static bool is_weak(zt_str bare)
{
    static const char *const ends[] = {"总数", "总额", "总量", "总值", "總數", "總額", "總量"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (zt_str_ends(bare, ends[i]))
            return true;
    return false;
}

/* What a head says its row or column is; sets *of_which when it says 其中. */
static part_kind kind_of(zt_arena *arena, zt_str head, bool *of_which)
{
    zt_str bare = bare_head(arena, head);
    zt_total_word word = zt_total_word_of(arena, bare);
    if (word == ZT_NO_TOTAL)
        word = zt_total_words_of(arena, head);
    *of_which |= word == ZT_TOTAL_OF_WHICH;
    return word == ZT_TOTAL_ALL ? ALL : word == ZT_TOTAL_SUB ? SUB : is_weak(bare) ? WEAK : PART;
}

/* Heads of columns whose figures cannot be added: rates, averages, ranks. */
static bool has_no_sum(zt_str head)
{
    static const char *const words[] = {
        "率",   "均",   "比",    "价",    "速",   "指数",   "密度", "系数", "排名",  "名次", "位次",
        "排位", "序号", "年龄",  "年份",  "编号", "得分",   "增长", "增幅", "倍",    "Rank", "rank",
        "rate", "Rate", "ratio", "price", "mean", "verage", "Year", "year", "index", NULL};
    return zt_str_holds_any(head, words);
}

/* Ratios, temperatures, speeds, ages and anything per something cannot be added. */
static bool unit_has_sum(zt_str unit)
{
    static const char *const per[] = {"/", "／", "每", NULL};
    zt_unit_class class = zt_unit_class_of(unit);
    return class != ZT_UNIT_RATIO && class != ZT_UNIT_TEMPERATURE && class != ZT_UNIT_SPEED &&
           class != ZT_UNIT_ANGLE && class != ZT_UNIT_SOUND && !zt_str_is(unit, "岁") &&
           !zt_str_holds_any(unit, per);
}

/* ---- cells ---- */

/* A count, 12家, has no rounding. */
static bool rounding_of(int scale, int decimals, zt_ratio *out)
{
    if (scale == 0 && decimals == 0)
        return zt_ratio_of((zt_num){0, 0, ZT_NUM_GIVEN}, out);
    zt_num half = {5, decimals + 1, ZT_NUM_GIVEN};
    return decimals < 12 && zt_num_scale(&half, scale) && zt_ratio_of(half, out);
}

/* An exact number with its interval of rounding; OPEN where it has too many digits to add. */
static void fill_number(table_figure *f, zt_num value, int decimals, int scale)
{
    f->scale = scale;
    f->decimals = decimals;
    f->state =
        zt_ratio_of(value, &f->value) && rounding_of(scale, decimals, &f->rounding) ? EXACT : OPEN;
}

/* From a cell that is marked up or was read as a value. The scale of the column counts where the
   cell has none. */
static void fill_quantity(table_figure *f, const zt_quantity *q, int scale)
{
    f->unit = q->unit;
    f->text = q->text;
    f->at = q->at;
    f->sure = q->bound_given && q->bound == ZT_EXACT;
    if (q->status == ZT_MISSING)
        f->state = MISSING;
    else if (q->kind != ZT_Q_VALUE || !zt_is_exact(q))
        f->state = OPEN;
    else
        fill_number(f, q->value, q->printed.decimals, q->scale ? q->scale : scale);
}

/* A number that is not marked up is read as the column says. */
static void fill_text(grid *g, table_figure *f, const zt_table_entry *cell, int scale, zt_str unit)
{
    zt_num number;
    f->text = zt_str_trim(zt_rich_plain(g->r->arena, &cell->text));
    f->at = cell->at;
    f->unit = unit;
    f->state = f->text.len ? TEXT : MISSING;
    if (zt_num_parse(f->text, &number)) {
        int decimals = number.decimals;
        f->state = OPEN;
        if (zt_num_scale(&number, scale))
            fill_number(f, number, decimals, scale);
    }
}

/* Cells of one row. A cell over several columns belongs to none of them. */
static void fill_row(grid *g, size_t row)
{
    const zt_table_line *line = g->table->rows + row;
    size_t width = g->table->column_count;
    for (size_t i = 0; i < line->count; i++) {
        const zt_table_entry *cell = line->cells + i;
        if (cell->column >= width)
            continue;
        table_figure *f = g->cells + row * width + cell->column;
        zt_str unit = g->table->columns[cell->column].unit;
        int scale = 0;
        zt_unit_split(unit, g->r->options.units, &scale, &unit);
        if (cell->span > 1)
            f->state = TEXT;
        else if (cell->value)
            fill_quantity(f, cell->value, scale);
        else
            fill_text(g, f, cell, scale, unit);
    }
}

/* The head of a row, or its first cell when that holds words. */
static zt_str head_of_row(const grid *g, const zt_table_line *row)
{
    const zt_rich *head = &row->head;
    if (zt_rich_is_empty(head) && row->count && !row->cells[0].value)
        head = &row->cells[0].text;
    return zt_rich_plain(g->r->arena, head);
}

/* Rows as members; a band across the table ends what is above it. */
static void read_rows(grid *g)
{
    for (size_t i = 0; i < g->table->count; i++) {
        table_member *m = g->rows + i;
        m->head = head_of_row(g, g->table->rows + i);
        m->kind = g->table->rows[i].band ? BREAK : kind_of(g->r->arena, m->head, &g->row_of_which);
        m->end = g->table->count;
        fill_row(g, i);
    }
}

/* The first figure of a column says what it holds. */
static zt_str unit_of_column(const grid *g, size_t column, bool *any)
{
    for (size_t i = 0; i < g->table->count; i++) {
        const table_figure *f = g->cells + i * g->table->column_count + column;
        if (f->state == OPEN || f->state == EXACT) {
            *any = true;
            return f->unit;
        }
    }
    *any = false;
    return (zt_str){0};
}

/* Columns as members. One without figures, or of figures that have no sum, is out; columns under
   one heading add up among themselves. */
static void read_columns(grid *g)
{
    const zt_table_content *table = g->table;
    for (size_t i = 0; i < table->column_count; i++) {
        table_member *m = g->columns + i;
        bool any;
        m->head = zt_rich_plain(g->r->arena, &table->columns[i].head);
        m->kind = kind_of(g->r->arena, m->head, &g->column_of_which);
        m->end = table->column_count;
        zt_str unit = unit_of_column(g, i, &any);
        if (!any || !unit_has_sum(unit) || (m->kind == PART && has_no_sum(m->head)))
            m->kind = OUT;
        for (size_t k = 0; k < table->span_count; k++)
            if (i >= table->spans[k].first && i < table->spans[k].end) {
                m->first = table->spans[k].first;
                m->end = table->spans[k].end;
            }
    }
}

/* ---- sums ---- */

/* How a total compares with the sum of a set: not judged, within rounding, or off. */
typedef enum sum_verdict { UNKNOWN, FITS, OFF } sum_verdict;

/* Whether the sum is the total within the rounding of all. */
static bool is_sum(const table_figure *total, zt_ratio sum, zt_ratio rounding, bool *known)
{
    zt_ratio off, open;
    *known = zt_ratio_subtract(sum, total->value, &off) &&
             zt_ratio_add(rounding, total->rounding, &open);
    if (!*known)
        return false;
    if (off.num < 0)
        off.num = -off.num;
    *known = zt_ratio_subtract(off, open, &off);
    return *known && off.num <= 0;
}

/* Parts may be those of several breakdowns, one behind the other: by sex, then by age. */
static sum_verdict judge(const axis *a, const bool *set, size_t line, const table_figure *total,
                         zt_ratio *sum)
{
    zt_ratio run = {0, 1}, rounding = {0, 1};
    size_t parts = 0, run_parts = 0;
    bool known = true, closed = false;
    *sum = run;
    for (size_t i = 0; i < a->count; i++) {
        const table_figure *f = at(a, i, line);
        if (!set[i])
            continue;
        if (f->state != EXACT || f->value.num < 0 || !zt_str_equal(f->unit, total->unit) ||
            !zt_ratio_add(run, f->value, &run) || !zt_ratio_add(*sum, f->value, sum) ||
            !zt_ratio_add(rounding, f->rounding, &rounding))
            return UNKNOWN;
        parts++;
        closed = ++run_parts > 1 && is_sum(total, run, rounding, &known);
        if (!known)
            return UNKNOWN;
        bool next_run = closed && a->down && f->value.num > 0;
        for (size_t k = i + 1; next_run && k < a->count; k++)
            next_run = !set[k] || at(a, k, line)->value.num > 0; /* noughts close it as well */
        if (next_run) {
            run = rounding = (zt_ratio){0, 1};
            run_parts = 0;
        }
    }
    return parts < 2 ? UNKNOWN : closed ? FITS : OFF;
}

/* ---- which members a total is of ---- */

/* Sets of members that a total may be of; sets[k][i] tells whether member i belongs to set k. */
typedef struct candidates {
    bool *sets[MOST_CANDIDATES];
    size_t count;
} candidates;

/* Only plain parts under the same wider heading. */
static bool may_be_part(const axis *a, size_t i, size_t total)
{
    const table_member *t = a->members + total;
    return a->members[i].kind == PART && i >= t->first && i < t->end;
}

/* Adds the parts from first up to end as a set. Fewer than two make no sum; nothing is added past
   MOST_CANDIDATES. */
static void add_set(const axis *a, candidates *c, size_t first, size_t end, size_t total)
{
    if (c->count == MOST_CANDIDATES)
        return;
    bool *set = ZT_ARRAY(a->g->r->arena, a->count + 1, bool);
    size_t parts = 0;
    for (size_t i = first; i < end; i++) {
        set[i] = may_be_part(a, i, total);
        parts += set[i];
    }
    if (parts > 1)
        c->sets[c->count++] = set;
}

/* A total or a break ends the run of parts beside it. */
static bool ends_run(const axis *a, size_t i)
{
    part_kind kind = a->members[i].kind;
    return kind == BREAK || kind == ALL || kind == SUB || kind == WEAK;
}

/* The sets in the order in which they are preferred. Where the table has one total it is most
   likely of all parts; otherwise of the run before or behind it. */
static candidates find_sets(const axis *a, size_t t, bool one)
{
    candidates c = {.count = 0};
    size_t first = t, end = t + 1;
    while (first > a->members[t].first && !ends_run(a, first - 1))
        first--;
    while (end < a->members[t].end && !ends_run(a, end))
        end++;
    bool sub = a->members[t].kind == SUB;
    if (one && !sub)
        add_set(a, &c, 0, a->count, t);
    add_set(a, &c, first, t, t);
    add_set(a, &c, t + 1, end, t);
    if (!one && !sub)
        add_set(a, &c, 0, a->count, t);
    /* A column before the parts may be no part; a row that is left out is what is looked for. */
    for (size_t i = first + 1; !a->down && i + 1 < t; i++)
        add_set(a, &c, i, t, t);
    for (size_t i = end; !a->down && i > t + 3; i--)
        add_set(a, &c, t + 1, i - 1, t);
    return c;
}

/* ---- the check ---- */

/* sum-mismatch at the total. The sum is printed with as many decimals as it takes to be exact, six
   at most. */
static void report(const axis *a, const table_figure *total, size_t t, zt_ratio sum)
{
    zt_doc_reader *r = a->g->r;
    zt_buf is;
    zt_num num;
    zt_buf_init(&is, r->arena);
    int decimals = total->decimals;
    while (decimals < 6 && zt_ratio_round(sum, total->scale, decimals, ZT_ROUND_HALF_UP, &num)) {
        zt_ratio exact;
        if (zt_num_scale(&num, total->scale) && zt_ratio_of(num, &exact) && exact.num == sum.num &&
            exact.den == sum.den)
            break;
        decimals++;
    }
    if (zt_ratio_round(sum, total->scale, decimals, ZT_ROUND_HALF_UP, &num))
        zt_num_print(&is, num, false);
    zt_report(r->diags, zt_wrong_figure(r), "sum-mismatch", total->at,
              "“%.*s”这一%s%.0s写的是“%.*s”，各部分加起来是 "
              "%s；请核对哪一个数错了，都没有错（有重复的或没有列出的）就写 <v bound=\"exact\">",
              "\"%.*s\", a total of the %.0s%s, is \"%.*s\", its parts add up to %s; which figure "
              "is wrong? If none is (some count twice, or are not listed) write "
              "<v bound=\"exact\">",
              ZT_ARG(a->members[t].head), a->down ? "行" : "栏", a->down ? "column" : "row",
              ZT_ARG(total->text), is.len ? is.data : "?");
}

/* A total is judged in the lines whose cell is an exact number. */
static bool is_judged(const axis *a, size_t t, size_t line)
{
    part_kind kind = a->lines[line].kind;
    return kind != BREAK && kind != OUT && at(a, t, line)->state == EXACT;
}

/* Whether the lines agree well enough that this member is a total of the set. A head that only may
   be a total needs at least one line that fits. */
static bool is_total_of(const axis *a, size_t t, size_t votes, size_t judged)
{
    return a->members[t].kind != WEAK || (votes > 1 && 2 * votes > judged);
}

/* Each set of parts is tried on all lines; the one that fits most lines is taken to be meant, and
   the lines that it does not fit are reported. */
static void check_total(const axis *a, size_t t, bool one)
{
    candidates c = find_sets(a, t, one);
    size_t best = 0, most = 0, judged = 0;
    zt_ratio sum;
    for (size_t k = 0; k < c.count; k++) {
        size_t votes = 0, known = 0;
        for (size_t line = 0; line < a->line_count; line++) {
            sum_verdict v =
                is_judged(a, t, line) ? judge(a, c.sets[k], line, at(a, t, line), &sum) : UNKNOWN;
            votes += v == FITS;
            known += v != UNKNOWN;
        }
        if (votes > most || (votes == most && judged == 0)) {
            most = votes;
            judged = known;
            best = k;
        }
    }
    for (size_t line = 0; judged && is_total_of(a, t, most, judged) && line < a->line_count; line++)
        if (is_judged(a, t, line) && !at(a, t, line)->sure &&
            judge(a, c.sets[best], line, at(a, t, line), &sum) == OFF)
            report(a, at(a, t, line), t, sum);
}

/* All totals of one direction. An axis with 其中 is left alone. */
static void check_axis(const axis *a, bool of_which)
{
    size_t totals = 0;
    for (size_t i = 0; i < a->count; i++)
        totals += a->members[i].kind == ALL || a->members[i].kind == WEAK;
    for (size_t i = 0; i < a->count && !of_which; i++) {
        part_kind kind = a->members[i].kind;
        if (kind == SUB || ((kind == ALL || kind == WEAK) && totals <= MOST_TOTALS))
            check_total(a, i, totals == 1);
    }
}

/* Reads the table once and judges it down and across. */
static void check_table(zt_doc_reader *r, const zt_table_content *table)
{
    grid g = {.r = r, .table = table};
    g.cells = ZT_ARRAY(r->arena, table->count * table->column_count + 1, table_figure);
    g.rows = ZT_ARRAY(r->arena, table->count + 1, table_member);
    g.columns = ZT_ARRAY(r->arena, table->column_count + 1, table_member);
    read_rows(&g);
    read_columns(&g);
    axis down = {&g, g.rows, g.columns, table->count, table->column_count, true};
    axis across = {&g, g.columns, g.rows, table->column_count, table->count, false};
    check_axis(&down, g.row_of_which);
    check_axis(&across, g.column_of_which);
}

/* Every table of the document. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    for (size_t i = 0; i < r->doc->block_count; i++) {
        const zt_table_content *table = zt_content_of(&r->doc->blocks[i], "table");
        if (table)
            check_table(r, table);
    }
}

const zt_doc_check zt_doc_check_table_sum = {run};
