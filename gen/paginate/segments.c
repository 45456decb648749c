/* gen/paginate/segments.c — the units of a stream in segments of equal columns. */
#include "paginate/paginate_imp.h"

static zt_segment *new_segment(zt_paginator *p, zt_stream *s, int columns)
{
    zt_segment *segment = ZT_NEW(p->arena, zt_segment);
    segment->columns = columns;
    ZT_PUSH(p->arena, &s->segments, segment);
    return segment;
}

static zt_segment *last_segment(const zt_stream *s)
{
    return s->segments.count ? s->segments.items[s->segments.count - 1] : NULL;
}

zt_segment *zt_segment_for(zt_paginator *p, zt_stream *s, int columns)
{
    zt_segment *last = last_segment(s);
    if (last && last->columns == 0)
        last->columns = columns;
    bool closed = last && last->units.count == 1 && last->units.items[0].may_wait;
    return last && last->columns == columns && !last->alone && !closed ? last
                                                                       : new_segment(p, s, columns);
}

/* Heads that span begin a segment; further ones stand below the first. */
void zt_add_unit(zt_paginator *p, zt_stream *s, zt_unit unit)
{
    if (unit.alone) {
        zt_segment *page = last_segment(s);
        if (!page || page->columns > 0)
            page = new_segment(p, s, unit.columns);
        page->columns = unit.columns;
        page->alone = true;
        ZT_PUSH(p->arena, &page->units, unit);
        return;
    }
    if (unit.may_wait && last_segment(s) && last_segment(s)->columns > 0)
        new_segment(p, s, unit.columns);
    if (!unit.spans) {
        ZT_PUSH(p->arena, &zt_segment_for(p, s, unit.columns)->units, unit);
        return;
    }
    zt_segment *last = last_segment(s);
    if (!last || last->columns > 0)
        last = new_segment(p, s, 0);
    ZT_PUSH(p->arena, &last->heads, unit);
}

void zt_lift_heads(zt_paginator *p, zt_stream *s, int columns)
{
    zt_segment *last = last_segment(s);
    if (!last || last->columns == 0 || last->columns == columns)
        return;
    size_t first = last->units.count;
    while (first > 0 && last->units.items[first - 1].head)
        first--;
    if (first == last->units.count)
        return;
    zt_segment *next = new_segment(p, s, 0);
    for (size_t i = first; i < last->units.count; i++)
        ZT_PUSH(p->arena, &next->heads, last->units.items[i]);
    last->units.count = first;
    for (size_t i = 0; i < last->floats.count;
         i++) /* written behind heads that stand here no more */
        if (last->floats.items[i].mention >= first)
            last->floats.items[i].mention = first > 0 ? first - 1 : 0;
}
