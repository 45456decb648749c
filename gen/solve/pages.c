/* gen/solve/pages.c — breaks of pages as a shortest path. A state is what a column begins with: a
   unit, the figures placed so far, the column of its page. Its ways lead to every unit with which
   the next column may begin; the cheapest way to each state is kept, states are settled in the
   order of their units. */
#include "solve/pages.h"

#include <limits.h>
#include <string.h>

enum {
    LESS_MOST = 8, /* paragraphs of one column that are set a line shorter */
    MORE_MOST = 4, /* and longer: a column that lacks more stays short */
    SCORE_MOST = 1 << 20,
    TORN = 1 << 28, /* dearer than any pages that hold without it */
    NONE = UINT32_MAX
};

/* Where a column begins. */
typedef struct pages_state {
    size_t unit;
    uint32_t figure;       /* the first that is not placed */
    int16_t head;          /* lines that figures across took at the page's head */
    uint8_t column, right; /* of its page */
    bool opening;          /* on the first page */
    bool settled;
    int64_t cost;
    uint32_t from, next; /* the state of the column before; the next one of the same unit */
    zt_pages_column way; /* the column that led here */
} pages_state;

/* The cheapest paragraphs that lie whole in a column, by rising cost. */
typedef struct spare_list {
    int cost[LESS_MOST];
    uint32_t group[LESS_MOST];
    int count, most;
} spare_list;

/* A column while it is filled. */
typedef struct filling {
    size_t first, end;
    int used, notes, split, torn;
    spare_list less, more;
} filling;

typedef struct search {
    const zt_pages_stream *s;
    zt_arena *arena;
    bool tears;   /* ZT_TEAR_NEVER may be broken */
    int64_t most; /* no way that costs more is followed */
    ZT_VEC(pages_state) states;
    uint32_t *of_unit;               /* the list of states of each unit */
    uint32_t *mentioned;             /* figures mentioned before each unit */
    size_t *group_first, *group_end; /* units of each group */
} search;

/* Lines of a column on the page of a state. */
static int column_rows(const search *x, const pages_state *from)
{
    bool fewer = from->opening && x->s->first_rows;
    int taken = from->opening && x->s->first_taken ? x->s->first_taken[from->column] : 0;
    return (fewer ? x->s->first_rows : x->s->rows) - from->head - taken;
}

static zt_tear tear_of(const search *x, size_t unit)
{
    return unit < x->s->unit_count ? (zt_tear)x->s->units[unit].tear : ZT_TEAR_PAGE;
}

/* No page begins with it, and none of its columns but within the page. */
static bool holds_on(const search *x, size_t unit, bool page_ends)
{
    zt_tear tear = tear_of(x, unit);
    return tear == ZT_TEAR_NEVER || (page_ends && tear == ZT_TEAR_INSIDE);
}

/* A column or page has to end there, full or not. */
static bool ends_at(const search *x, size_t unit)
{
    return tear_of(x, unit) >= ZT_TEAR_COLUMN;
}

static int square_price(const search *x, int lines)
{
    return x->s->score.room * lines * lines;
}

/* ---- states ---- */

/* The state of that key, new and never reached when there was none. */
static pages_state *state_at(search *x, const pages_state *key)
{
    for (uint32_t i = x->of_unit[key->unit]; i != NONE; i = x->states.items[i].next) {
        pages_state *t = &x->states.items[i];
        if (t->figure == key->figure && t->column == key->column && t->right == key->right &&
            t->head == key->head && t->opening == key->opening)
            return t;
    }
    pages_state fresh = *key;
    fresh.cost = INT64_MAX;
    fresh.settled = false;
    fresh.next = x->of_unit[key->unit];
    x->of_unit[key->unit] = (uint32_t)x->states.count;
    ZT_PUSH(x->arena, &x->states, fresh);
    return &x->states.items[x->states.count - 1];
}

/* A way to a state; the first of equal cost stays. */
static void relax(search *x, uint32_t from, const pages_state *key, int64_t cost,
                  zt_pages_column way)
{
    if (cost > x->most)
        return;
    pages_state *t = state_at(x, key);
    if (cost >= t->cost)
        return;
    t->cost = cost;
    t->from = from;
    t->way = way;
}

/* What figures cost that are mentioned on a page or before it and do not stand yet. */
static int64_t late_price(const search *x, size_t unit, uint32_t figure)
{
    int64_t waiting = (int64_t)x->mentioned[unit] - figure;
    return waiting > 0 ? x->s->score.late * waiting : 0;
}

/* Goes to the next page. A figure does not stand on a page before that of its mention. */
static void turn_page(search *x, uint32_t from, pages_state key, int64_t cost, zt_pages_column way)
{
    if (key.figure > x->mentioned[key.unit])
        return;
    key.column = 0;
    key.right = !x->states.items[from].right;
    key.head = 0;
    key.opening = false;
    relax(x, from, &key, cost + late_price(x, key.unit, key.figure), way);
}

static bool is_done(const search *x, const pages_state *t)
{
    return t->unit == x->s->unit_count && t->figure == x->s->figure_count;
}

/* ---- one column ---- */

/* Into a list of the cheapest. */
static void keep_cheap(spare_list *list, int cost, uint32_t group)
{
    if (cost >= ZT_PAGES_NEVER)
        return;
    int at = list->count < list->most ? list->count++ : list->most;
    if (at == list->most && cost >= list->cost[--at])
        return;
    for (; at > 0 && list->cost[at - 1] > cost; at--) {
        list->cost[at] = list->cost[at - 1];
        list->group[at] = list->group[at - 1];
    }
    list->cost[at] = cost;
    list->group[at] = group;
}

/* A unit more. */
static void fill_unit(const search *x, filling *f)
{
    const zt_pages_unit *unit = &x->s->units[f->end];
    f->used += f->end == f->first ? unit->rows_at_top : unit->rows;
    if (unit->note > 0 && f->notes == 0)
        f->used += x->s->note_rule;
    f->notes += unit->note;
    f->used += unit->note;
    f->end++;
    if (unit->group == 0)
        return;
    uint32_t g = unit->group - 1;
    if (x->group_end[g] == f->end && x->group_first[g] >= f->first) {
        keep_cheap(&f->less, x->s->groups[g].less, g);
        keep_cheap(&f->more, x->s->groups[g].more, g);
    }
}

/* Paragraphs that are set a line longer or shorter when so many lines are spare (below 0: over):
   their count, and what is added to *cost. -1 when it does not hold. A column that ends short costs
   more for each line, so lines are taken as long as they are cheaper. */
static int paragraphs_changed(const search *x, const filling *f, int spare, bool ended,
                              int64_t *cost)
{
    int n = 0;
    if (spare < 0) {
        for (; n < -spare && n < f->less.count; n++)
            *cost += f->less.cost[n];
        return n == -spare ? n : -1;
    }
    for (; !ended && n < spare && n < f->more.count; n++) {
        int saved = square_price(x, spare - n) - square_price(x, spare - n - 1);
        if (f->more.cost[n] >= saved)
            break;
        *cost += f->more.cost[n];
    }
    return n;
}

/* Whether the column's end tears what holds together: the break is none, or leaves a line of a
   paragraph alone. */
static bool tears_at_end(const search *x, const filling *f, bool page_ends)
{
    bool alone = f->end == f->first + 1 && x->s->units[f->first].inner;
    return alone || holds_on(x, f->end, page_ends);
}

/* What the break at the column's end costs; -1 where none may be. */
static int64_t break_price(const search *x, const filling *f, bool page_ends)
{
    if (tears_at_end(x, f, page_ends))
        return x->tears ? TORN : -1;
    return tear_of(x, f->end) == ZT_TEAR_SPLIT ? x->s->score.split : 0;
}

/* The column of a filling with `rows` lines for its units: cost, or -1, and its lines. */
static int64_t column_price(const search *x, const filling *f, int rows, bool last,
                            zt_pages_column *way)
{
    int64_t cost = break_price(x, f, way->column + 1 == x->s->columns);
    bool ended = last || (f->end > f->first && ends_at(x, f->end));
    int spare = rows - f->used, changed = cost < 0 ? -1 : 0;
    if (changed == 0)
        changed = paragraphs_changed(x, f, spare, ended, &cost);
    if (changed < 0)
        return -1;
    spare = spare < 0 ? 0 : spare - changed;
    if (!ended)
        cost += square_price(x, spare);
    way->first = f->first;
    way->end = f->end;
    way->spare = spare;
    return cost;
}

/* ---- the ways from one state ---- */

/* A step: from a state, with its figures across and its own chosen. */
typedef struct step {
    uint32_t from;
    pages_state at;      /* the column, head and figures counted */
    uint32_t first, own; /* figures of this column: first, and first of its own */
    uint32_t end;        /* of its own */
    int rows;            /* for units */
    int64_t cost;        /* so far */
} step;

/* Ends the column of a step with the units of `f`. */
static void end_column(search *x, const step *t, const filling *f)
{
    bool page_ends = t->at.column + 1 == x->s->columns;
    if (tears_at_end(x, f, page_ends) && !x->tears)
        return;
    pages_state key = t->at;
    key.unit = f->end;
    key.figure = t->end;
    bool done = is_done(x, &key);
    zt_pages_column way = {.first_figure = t->first, .end_figure = t->end, .column = key.column};
    int64_t cost = column_price(x, f, t->rows, done, &way);
    if (cost < 0)
        return;
    way.used = column_rows(x, &t->at) - way.spare;
    if (f->end == f->first)
        cost += x->s->score.alone;
    if (done && key.column == 0 && way.used + key.head < ZT_PAGES_THIN)
        cost += x->s->score.thin;
    if (done || key.column + 1 == x->s->columns) {
        turn_page(x, t->from, key, t->cost + cost, way);
        return;
    }
    key.column++;
    relax(x, t->from, &key, t->cost + cost, way);
}

/* All ends of a column that holds so many figures. */
static void fill_column(search *x, const step *t)
{
    filling f = {.first = t->at.unit, .end = t->at.unit};
    f.less.most = LESS_MOST;
    f.more.most = MORE_MOST;
    if (t->end > t->own && tear_of(x, f.first) != ZT_TEAR_NEVER)
        end_column(x, t, &f);
    while (f.end < x->s->unit_count && (f.end == f.first || !ends_at(x, f.end))) {
        fill_unit(x, &f);
        if (f.used > t->rows + LESS_MOST)
            break;
        end_column(x, t, &f);
    }
}

/* Whether the column may begin with the unit of its state. */
static bool may_stand(const search *x, const pages_state *at)
{
    zt_tear tear = tear_of(x, at->unit);
    if (tear < ZT_TEAR_PAGE || at->unit == x->s->unit_count)
        return true;
    bool side = tear == ZT_TEAR_PAGE || (tear == ZT_TEAR_RIGHT) == (at->right != 0);
    return at->column == 0 && side;
}

/* The column with none, one, … of its own figures. */
static void choose_own(search *x, step t)
{
    const zt_pages_stream *s = x->s;
    bool stands = may_stand(x, &t.at);
    t.own = t.end = t.at.figure;
    for (int n = 0; t.rows >= 0; n++) {
        if (stands)
            fill_column(x, &t);
        bool more = n < s->most && t.end < s->figure_count;
        if (!more || (s->columns > 1 && s->figures[t.end].across))
            break;
        t.rows -= s->figures[t.end++].rows;
        if (!stands && t.rows >= 0) { /* figures alone, before what has to stand elsewhere */
            filling none = {.first = t.at.unit, .end = t.at.unit};
            end_column(x, &t, &none);
        }
    }
}

/* The rest of the page stays empty: free before what begins a page, else at the price of its lines.
 */
static void leave_page(search *x, const step *t, int64_t price)
{
    zt_pages_column way = {.first = t->at.unit,
                           .end = t->at.unit,
                           .first_figure = t->first,
                           .end_figure = t->at.figure,
                           .column = t->at.column,
                           .spare = t->rows};
    way.used = column_rows(x, &t->at) - t->rows;
    if (tear_of(x, t->at.unit) == ZT_TEAR_INSIDE && t->at.unit > 0) { /* it leaves its page */
        if (!x->tears)
            return;
        price += TORN;
    }
    bool free = tear_of(x, t->at.unit) >= ZT_TEAR_PAGE;
    int left = x->s->columns - t->at.column;
    int64_t cost = free ? 0 : (int64_t)square_price(x, t->rows) * left;
    turn_page(x, t->from, t->at, t->cost + price + cost, way);
}

/* Whether a figure has room at the head of all columns. */
static bool across_fits(const search *x, const pages_state *at, int rows)
{
    pages_state column = *at;
    for (int i = 0; i < x->s->columns; i++) {
        column.column = (uint8_t)i;
        if (rows > column_rows(x, &column))
            return false;
    }
    return true;
}

/* A page begins: with none, one, … figures across its head. */
static void begin_page(search *x, step t)
{
    const zt_pages_stream *s = x->s;
    choose_own(x, t);
    for (int n = 0; n < s->most && s->columns > 1 && t.at.figure < s->figure_count; n++) {
        const zt_pages_figure *figure = &s->figures[t.at.figure];
        if (!figure->across || !across_fits(x, &t.at, figure->rows))
            return;
        t.at.figure++;
        t.at.head = (int16_t)(t.at.head + figure->rows);
        t.rows -= figure->rows;
        leave_page(x, &t, s->score.alone);
        if (t.rows > 0)
            choose_own(x, t);
    }
}

/* All ways from a state. */
static void settle(search *x, uint32_t i)
{
    pages_state at = x->states.items[i];
    step t = {
        .from = i, .at = at, .first = at.figure, .rows = column_rows(x, &at), .cost = at.cost};
    if (is_done(x, &at))
        return;
    if (at.column > 0) {
        leave_page(x, &t, 0);
        choose_own(x, t);
        return;
    }
    begin_page(x, t);
    if (!may_stand(x, &at)) /* a blank page, and the unit stands on the right side */
        leave_page(x, &t, x->s->score.blank);
    else if (at.opening && x->s->first_rows)
        leave_page(x, &t, 0);
}

/* The state of a unit to settle next: figures in order, a page's later columns before the pages
   that they leave for, the wrong side before the blank page that it leads to. */
static uint32_t next_state(const search *x, size_t unit)
{
    uint32_t best = NONE;
    for (uint32_t i = x->of_unit[unit]; i != NONE; i = x->states.items[i].next) {
        const pages_state *t = &x->states.items[i];
        if (t->settled)
            continue;
        const pages_state *b = best == NONE ? NULL : &x->states.items[best];
        bool sooner = !b || t->figure < b->figure ||
                      (t->figure == b->figure &&
                       (t->column > b->column ||
                        (t->column == b->column &&
                         (t->opening > b->opening ||
                          (t->opening == b->opening && may_stand(x, t) < may_stand(x, b))))));
        if (sooner)
            best = i;
    }
    return best;
}

static void run(search *x)
{
    for (size_t unit = 0; unit <= x->s->unit_count; unit++)
        for (uint32_t i = next_state(x, unit); i != NONE; i = next_state(x, unit)) {
            x->states.items[i].settled = true;
            settle(x, i);
        }
}

/* ---- the answer ---- */

/* The cheapest state at which all is placed. */
static uint32_t last_state(const search *x)
{
    uint32_t best = NONE;
    for (uint32_t i = x->of_unit[x->s->unit_count]; i != NONE; i = x->states.items[i].next) {
        const pages_state *t = &x->states.items[i];
        if (!is_done(x, t) || t->cost == INT64_MAX)
            continue;
        if (best == NONE || t->cost < x->states.items[best].cost)
            best = i;
    }
    return best;
}

/* Sets the paragraphs of a column longer or shorter, as its price was found. */
static void set_changes(const search *x, zt_pages_answer *answer, size_t i)
{
    const zt_pages_column *way = &answer->columns[i];
    bool last = i + 1 == answer->column_count, page_ends = last || way[1].column == 0;
    filling f = {.first = way->first, .end = way->first};
    f.less.most = LESS_MOST;
    f.more.most = MORE_MOST;
    while (f.end < way->end)
        fill_unit(x, &f);
    int figures = way->used + way->spare; /* all lines of the column */
    for (size_t k = way->first_figure; k < way->end_figure; k++)
        if (x->s->columns == 1 || !x->s->figures[k].across)
            figures -= x->s->figures[k].rows;
    int64_t cost = 0;
    bool ended = last || (f.end > f.first && ends_at(x, f.end));
    int spare = figures - f.used;
    int n = paragraphs_changed(x, &f, spare, ended, &cost);
    for (int k = 0; k < n; k++)
        answer->change[spare < 0 ? f.less.group[k] : f.more.group[k]] = spare < 0 ? -1 : 1;
    answer->torn += tears_at_end(x, &f, page_ends);
    answer->short_lines += ended ? 0 : way->spare;
}

/* Numbers the pages and says how late figures come. */
static void count_pages(const search *x, zt_pages_answer *answer)
{
    for (size_t i = 0, page = 0; i < answer->column_count; i++) {
        zt_pages_column *way = &answer->columns[i];
        page += i > 0 && way->column == 0;
        way->page = (int)page;
        answer->pages = way->page + 1;
    }
    for (size_t i = 0; i < x->s->figure_count; i++) {
        int mention = 0, stands = 0;
        for (size_t k = 0; k < answer->column_count; k++) {
            const zt_pages_column *way = &answer->columns[k];
            if (x->s->figures[i].mention >= way->first && x->s->figures[i].mention < way->end)
                mention = way->page;
            if (i >= way->first_figure && i < way->end_figure)
                stands = way->page;
        }
        int late = stands > mention ? stands - mention : 0;
        answer->late += late;
        answer->latest = late > answer->latest ? late : answer->latest;
    }
}

static zt_pages_answer answer_of(search *x, uint32_t last, zt_arena *arena)
{
    zt_pages_answer answer = {.found = true, .cost = x->states.items[last].cost};
    for (uint32_t i = last; x->states.items[i].from != NONE; i = x->states.items[i].from)
        answer.column_count++;
    answer.columns = ZT_ARRAY(arena, answer.column_count, zt_pages_column);
    answer.change = ZT_ARRAY(arena, x->s->group_count, int8_t);
    size_t k = answer.column_count;
    for (uint32_t i = last; x->states.items[i].from != NONE; i = x->states.items[i].from)
        answer.columns[--k] = x->states.items[i].way;
    for (size_t i = 0; i < answer.column_count; i++)
        set_changes(x, &answer, i);
    count_pages(x, &answer);
    return answer;
}

/* ---- the input ---- */

static bool score_holds(const zt_pages_score *s)
{
    const int all[] = {s->room, s->late, s->alone, s->split, s->thin, s->blank};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i] < 0 || all[i] > SCORE_MOST)
            return false;
    return s->room <= SCORE_MOST / ZT_PAGES_ROWS;
}

static bool sizes_hold(const zt_pages_stream *s)
{
    for (int i = 0; s->first_taken && i < s->columns && i < ZT_PAGES_COLUMNS; i++)
        if (s->first_taken[i] < 0 || s->first_taken[i] > s->rows)
            return false;
    return s->rows >= 1 && s->rows <= ZT_PAGES_ROWS && s->first_rows >= 0 &&
           s->first_rows <= s->rows && s->columns >= 1 && s->columns <= ZT_PAGES_COLUMNS &&
           s->note_rule >= 0 && s->note_rule <= ZT_PAGES_ROWS && s->most >= 0 &&
           s->most <= ZT_PAGES_FIGURES && s->figure_count <= ZT_PAGES_FIGURES_MOST &&
           s->unit_count < UINT32_MAX / 2 && score_holds(&s->score);
}

/* Whether a unit is one, a line of a paragraph takes room, and it goes into an empty column. */
static bool unit_holds(const zt_pages_stream *s, const zt_pages_unit *u)
{
    int least = u->rows_at_top + u->note + (u->note > 0 ? s->note_rule : 0);
    int few = u->group ? 1 : 0;
    return u->rows >= few && u->rows_at_top >= few && u->note >= 0 && u->tear <= ZT_TEAR_RIGHT &&
           u->group <= s->group_count && least <= s->rows;
}

static bool figure_holds(const zt_pages_stream *s, size_t i)
{
    const zt_pages_figure *f = &s->figures[i];
    return f->rows >= 0 && f->rows <= s->rows && f->mention < s->unit_count &&
           (i == 0 || f[-1].mention <= f->mention);
}

/* The units of each group; false where one is not in a row. */
static bool find_groups(search *x)
{
    x->group_first = ZT_ARRAY(x->arena, x->s->group_count, size_t);
    x->group_end = ZT_ARRAY(x->arena, x->s->group_count, size_t);
    for (size_t i = 0; i < x->s->unit_count; i++) {
        if (x->s->units[i].group == 0)
            continue;
        size_t g = x->s->units[i].group - 1;
        if (x->group_end[g] == 0)
            x->group_first[g] = i;
        else if (x->group_end[g] != i)
            return false;
        x->group_end[g] = i + 1;
    }
    for (size_t g = 0; g < x->s->group_count; g++)
        if (x->s->groups[g].less < 0 || x->s->groups[g].more < 0)
            return false;
    return true;
}

/* What is wrong with the input; SIZE_MAX when nothing is. */
static size_t fault(const zt_pages_stream *s)
{
    if (!sizes_hold(s))
        return 0;
    for (size_t i = 0; i < s->unit_count; i++)
        if (!unit_holds(s, &s->units[i]))
            return i;
    for (size_t i = 0; i < s->figure_count; i++)
        if (!figure_holds(s, i))
            return s->unit_count + i;
    return SIZE_MAX;
}

static void prepare(search *x)
{
    size_t n = x->s->unit_count;
    x->of_unit = ZT_ARRAY(x->arena, n + 1, uint32_t);
    memset(x->of_unit, 0xff, (n + 1) * sizeof *x->of_unit); /* NONE */
    x->mentioned = ZT_ARRAY(x->arena, n + 1, uint32_t);
    uint32_t f = 0;
    for (size_t i = 0; i <= n; i++) {
        while (f < x->s->figure_count && x->s->figures[f].mention < i)
            f++;
        x->mentioned[i] = f;
    }
}

/* The cheapest pages that cost at most so much. No cost is below 0: what is found is the cheapest
   of all. */
static bool search_pages(zt_arena *arena, const zt_pages_stream *s, bool tears, int64_t most,
                         zt_pages_answer *answer)
{
    zt_arena *scratch = zt_arena_beside(arena);
    search x = {.s = s, .arena = scratch, .tears = tears, .most = most};
    prepare(&x);
    bool sound = find_groups(&x);
    if (sound) {
        pages_state start = {.right = !s->left, .opening = true};
        relax(&x, NONE, &start, 0, (zt_pages_column){0});
        run(&x);
        uint32_t last = last_state(&x);
        answer->found = last != NONE;
        if (answer->found)
            *answer = answer_of(&x, last, arena);
    }
    zt_arena_drop(scratch);
    return sound;
}

/* Most pages are cheap, and the search is short when it follows nothing dear; what must not be torn
   is torn only when nothing else holds. */
zt_pages_answer zt_pages_solve(zt_arena *arena, const zt_pages_stream *stream)
{
    zt_pages_stream s = *stream;
    zt_pages_answer answer = {.stuck = fault(&s)};
    if (answer.stuck != SIZE_MAX)
        return answer;
    answer.stuck = 0;
    if (s.most == 0)
        s.most = ZT_PAGES_FIGURES;
    const int64_t most[] = {64, 512, 4096, 32768, TORN - 1, INT64_MAX - 1};
    const size_t tries = sizeof most / sizeof *most;
    for (size_t i = 0; i < tries && !answer.found; i++)
        if (!search_pages(arena, &s, i + 1 == tries, most[i], &answer))
            break;
    return answer;
}
