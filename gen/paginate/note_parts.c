/* gen/paginate/note_parts.c — notes that are too long to stand with the line that calls them: the
   lines behind it carry the rest, a few each, so that a note is torn where its text is.
 */
#include "paginate/paginate_imp.h"

/* Puts parts before the notes that a unit has already. */
static void carry(zt_paginator *p, zt_unit *unit, zt_note_parts *parts)
{
    for (size_t i = 0; i < unit->note_count; i++)
        ZT_PUSH(p->arena, parts, unit->notes[i]);
    unit->notes = parts->items;
    unit->note_count = parts->count;
    *parts = (zt_note_parts){0};
}

/* The lines of all notes of a unit. */
static size_t count_lines(zt_paginator *p, const zt_unit *unit, double width)
{
    size_t lines = 0;
    for (size_t i = 0; i < unit->note_count; i++) {
        zt_note_part *part = &unit->notes[i];
        size_t all = zt_note_lines(p, part->info, width);
        part->end = part->end < all ? part->end : all;
        lines += part->end - part->first;
    }
    return lines;
}

/* Leaves `most` lines of notes to a unit; of those behind it each carries `each`, the last what is
   left. */
static void spread(zt_paginator *p, zt_unit *unit, const zt_unit *last, size_t most, size_t each)
{
    const zt_note_part *notes = unit->notes;
    size_t count = unit->note_count, room = most;
    zt_note_parts parts = {0};
    unit->note_count = 0;
    for (size_t i = 0; i < count; i++)
        for (zt_note_part rest = notes[i]; rest.first < rest.end;) {
            if (room == 0) {
                carry(p, unit++, &parts);
                room = unit == last ? SIZE_MAX : each;
            }
            size_t lines = rest.end - rest.first, taken = lines < room ? lines : room;
            zt_note_part part = {rest.info, rest.first, rest.first + taken};
            ZT_PUSH(p->arena, &parts, part);
            rest.first += taken;
            room -= taken;
        }
    carry(p, unit, &parts);
}

void zt_part_notes(zt_paginator *p, zt_segment *g)
{
    zt_look look = zt_setting_look(p->setting, p->style->styles.note->name);
    double half = p->rows / 2 * p->style->line, width = zt_text_column(p, g->columns);
    size_t most = (size_t)(half / look.para.leading), count = g->units.count;
    for (size_t i = 0; i + 1 < count; i++) {
        zt_unit *unit = &g->units.items[i];
        size_t lines = unit->note_count > 0 ? count_lines(p, unit, width) : 0;
        if (lines <= most || most == 0)
            continue;
        size_t behind = count - 1 - i, each = (lines - most + behind - 1) / behind;
        spread(p, unit, &g->units.items[count - 1], most, each);
    }
}
