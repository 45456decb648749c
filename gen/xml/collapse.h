/* gen/xml/collapse.h — white space of running text that comes in pieces. */
#ifndef ZT_COLLAPSE_H
#define ZT_COLLAPSE_H

#include "base/str.h"

/* Zeroed at the start of a text. Blanks wait until the next character shows what they become:
   a run that holds a line feed vanishes between Han or full-width characters, every other run is
   one U+0020. Nothing is put before the first character. U+3000 is a character like others. */
typedef struct zt_collapse {
    /* Last character put out; 0 at the start. */
    uint32_t before;
    /* A run waits; it holds a line feed. */
    bool blank, line;
} zt_collapse;

/* Adds the piece to `out`; blanks at its end wait for the next piece. */
void zt_collapse_add(zt_collapse *state, zt_str text, zt_buf *out);
/* What the waiting run becomes before `next`: true for one U+0020. The run is over then. */
bool zt_collapse_space_before(zt_collapse *state, uint32_t next);
/* True for characters between which a line feed is nothing. */
bool zt_is_wide(uint32_t c);

#endif
