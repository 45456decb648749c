/* gen/solve/board.c — rows of a board: a shortest path over the places at which a row may end, and
   for each row all ways to share the columns out. Items keep their order. What a fault is worth is
   stated here; docs/templates.md says it in words. */
#include "solve/board.h"

#include <string.h>

/* Prices, in squares of a tenth of a millimetre. */
enum {
    FROM_PREFERRED = 5000,    /* a column away from what suits the item: as 7 mm of unlike height */
    FROM_WEIGHT = 5000,       /* a column away from its part of the weight of the row */
    ODD_SPAN = 900,           /* a span that is no 2 3 4 6 12, but in a row of two */
    EMPTY_COLUMN = 1000000,   /* a column that the last row leaves empty, squared */
    EMPTY_QUARTER = 10000000, /* a last row of less than three quarters */
    EMPTY_AREA = 1000000, /* each per cent of its area beyond EMPTY_MOST that a row leaves empty */
    EMPTY_MOST = 15
};
/* A row before the last that leaves columns empty: only where nothing else can be. */
static const int64_t TORN_ROW = 1000000000000;

enum { COLUMNS_MOST = 64 };

/* Spans that part twelve columns well. Boards of other counts have none that are better. */
static bool is_odd(const zt_board *board, size_t count, int span)
{
    bool even = span == 2 || span == 3 || span == 4 || span == 6 || span == 12;
    return board->columns == 12 && count != 2 && !even;
}

static int64_t square(int64_t a)
{
    return a * a;
}

/* The height of the row: that of its tallest item. */
static int64_t row_height(const zt_board *board, size_t first, size_t end, const int *spans)
{
    int64_t height = 0;
    for (size_t i = first; i < end; i++) {
        int64_t own = board->items[i].height[spans[i - first]];
        height = own > height ? own : height;
    }
    return height;
}

/* What an item of unlike height costs: a quarter of the square as far as it can grow, the whole
   square of what stays empty below it. */
static int64_t height_cost(const zt_board_item *item, int span, int64_t height)
{
    int64_t grown = item->ceiling[span] - item->height[span];
    int64_t lacks = height - item->height[span];
    return lacks <= grown ? square(lacks) / 4 : square(grown) / 4 + square(lacks - grown);
}

/* How far the spans are from what suits the items, and from their weights. */
static int64_t span_cost(const zt_board *board, size_t first, size_t end, const int *spans, int sum)
{
    int64_t cost = 0, weight = 0;
    for (size_t i = first; i < end; i++)
        weight += board->items[i].weight;
    for (size_t i = first; i < end; i++) {
        const zt_board_item *item = &board->items[i];
        int span = spans[i - first];
        /* In hundredths of a column, as parts are seldom whole. */
        int64_t part = item->weight * 100 * sum / weight;
        cost += FROM_PREFERRED * square(span - item->preferred);
        cost += FROM_WEIGHT * square(span * 100 - part) / 10000;
        cost += is_odd(board, end - first, span) ? ODD_SPAN : 0;
    }
    return cost;
}

/* What is not filled: columns, and area below items that cannot grow to the height of the row. */
static int64_t empty_cost(const zt_board *board, size_t first, size_t end, const int *spans,
                          int sum, bool last)
{
    int64_t height = row_height(board, first, end, spans), empty = 0, cost = 0;
    int missing = board->columns - sum;
    for (size_t i = first; i < end; i++) {
        int64_t ceiling = board->items[i].ceiling[spans[i - first]];
        empty += height > ceiling ? (height - ceiling) * spans[i - first] : 0;
    }
    int64_t percent = height > 0 ? empty * 100 / (height * sum) : 0;
    if (percent > EMPTY_MOST)
        cost += EMPTY_AREA * (percent - EMPTY_MOST);
    if (missing > 0)
        cost += last ? EMPTY_COLUMN * square(missing) : TORN_ROW * missing;
    if (missing * 4 > board->columns)
        cost += EMPTY_QUARTER;
    return cost;
}

int64_t zt_board_row_cost(const zt_board *board, size_t first, size_t end, const int *spans,
                          bool last)
{
    int64_t height = row_height(board, first, end, spans), cost = 0;
    int sum = 0;
    for (size_t i = first; i < end; i++) {
        sum += spans[i - first];
        cost += height_cost(&board->items[i], spans[i - first], height);
    }
    return cost + span_cost(board, first, end, spans, sum) +
           empty_cost(board, first, end, spans, sum, last);
}

/* ---- one row ---- */

/* The spans of one row while they are chosen. */
typedef struct row_search {
    const zt_board *board;
    size_t first, end;
    bool last;
    int spans[COLUMNS_MOST], best[COLUMNS_MOST];
    int64_t cost; /* of the best; < 0: none yet */
} row_search;

/* Gives item `i` and those behind it each span that leaves the others what they need. */
static void choose_spans(row_search *s, size_t i, int left)
{
    if (i == s->end) {
        int64_t cost = zt_board_row_cost(s->board, s->first, s->end, s->spans, s->last);
        if (s->cost < 0 || cost < s->cost) {
            s->cost = cost;
            memcpy(s->best, s->spans, sizeof s->best);
        }
        return;
    }
    const zt_board_item *item = &s->board->items[i];
    int need = 0;
    for (size_t k = i + 1; k < s->end; k++)
        need += s->board->items[k].least;
    for (int span = item->least; span <= item->most && span + need <= left; span++) {
        s->spans[i - s->first] = span;
        choose_spans(s, i + 1, left - span);
    }
}

/* The best spans of a row; false when its items do not stand side by side. */
static bool solve_row(row_search *s)
{
    int need = 0;
    for (size_t i = s->first; i < s->end; i++)
        need += s->board->items[i].least;
    s->cost = -1;
    if (need <= s->board->columns)
        choose_spans(s, s->first, s->board->columns);
    return s->cost >= 0;
}

/* ---- all rows ---- */

/* The cheapest way to set the items before one place: where its last row begins, with its spans. */
typedef struct board_break {
    int64_t cost; /* < 0: none yet */
    size_t first;
    int spans[COLUMNS_MOST];
} board_break;

/* Tries every row that may end before item `end`, from the longest down. */
static void end_row(const zt_board *board, board_break *best, size_t end)
{
    size_t most = (size_t)board->columns < end ? (size_t)board->columns : end;
    best[end].cost = -1;
    for (size_t first = end - most; first < end; first++) {
        row_search s = {.board = board, .first = first, .end = end, .last = end == board->count};
        if (!solve_row(&s))
            continue;
        int64_t cost = best[first].cost + s.cost;
        if (best[end].cost >= 0 && cost >= best[end].cost)
            continue;
        best[end].cost = cost;
        best[end].first = first;
        memcpy(best[end].spans, s.best, sizeof s.best);
    }
}

int64_t zt_board_solve(zt_arena *arena, const zt_board *board, zt_board_slot *slots, size_t *rows)
{
    zt_assert(board->columns >= 1 && board->columns <= COLUMNS_MOST);
    board_break *best = ZT_ARRAY(arena, board->count + 1, board_break);
    for (size_t end = 1; end <= board->count; end++)
        end_row(board, best, end);
    *rows = 0;
    for (size_t end = board->count; end > 0; end = best[end].first)
        ++*rows;
    size_t row = *rows;
    for (size_t end = board->count; end > 0; end = best[end].first) {
        int column = 0;
        row--;
        for (size_t i = best[end].first; i < end; i++) {
            int span = best[end].spans[i - best[end].first];
            slots[i] = (zt_board_slot){row, column, span};
            column += span;
        }
    }
    return best[board->count].cost;
}
