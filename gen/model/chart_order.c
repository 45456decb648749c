/* Items in the order of their values: for sort=, and for keep= which takes the first of them. */
#include "model/chart_order_imp.h"

#include <stdlib.h>

/* An item with its index in the file, which decides between equals: qsort is not stable. */
typedef struct placed_item {
    /* That of the first series; NULL when it is no number. */
    const zt_quantity *q;
    size_t index;
    int direction;
} placed_item;

/* For qsort. */
static int compare_items(const void *a, const void *b)
{
    const placed_item *x = a, *y = b;
    int by_value = 0;
    if (x->q && y->q)
        by_value = zt_num_compare(x->q->value, y->q->value) * x->direction;
    else if (x->q || y->q)
        by_value = x->q ? -1 : 1;
    return by_value ? by_value : (x->index > y->index) - (x->index < y->index);
}

size_t *zt_chart_order(zt_arena *arena, const zt_chart_item *items, size_t count, bool rising)
{
    placed_item *placed = ZT_ARRAY(arena, count, placed_item);
    size_t *order = ZT_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        const zt_quantity *q = items[i].values[0];
        placed[i] = (placed_item){q && q->has_number ? q : NULL, i, rising ? 1 : -1};
    }
    if (count)
        qsort(placed, count, sizeof *placed, compare_items);
    for (size_t i = 0; i < count; i++)
        order[i] = placed[i].index;
    return order;
}
