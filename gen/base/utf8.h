/* gen/base/utf8.h — the only place that decodes UTF-8. */
#ifndef ZT_UTF8_H
#define ZT_UTF8_H

#include "base/str.h"

/* Reads one code point at data[*at] and moves *at on; U+FFFD and one byte on bad input.
   Needs *at < len. */
uint32_t zt_utf8_next(zt_str text, size_t *at);
/* Bytes of the code point written to out (room for 4); 0 for a surrogate or above U+10FFFF. */
size_t zt_utf8_put(char *out, uint32_t code_point);
size_t zt_utf8_count(zt_str text); /* code points */
/* Index of the first byte that is not valid UTF-8 (no overlongs, no surrogates), or len. */
size_t zt_utf8_valid_prefix(zt_str text);

/* What may be shown and written to a log: bytes that are no UTF-8, and control characters but the
   tab, are U+FFFD. The text itself when nothing has to change. */
const char *zt_utf8_printable(zt_arena *arena, const char *text);

/* Han ideographs (all blocks to extension H, compatibility, 〇 々). */
bool zt_is_han(uint32_t c);
bool zt_utf8_holds_han(zt_str text);
/* Never seen, whatever stands beside it: joiners, marks of direction, soft hyphens, selectors, the
   zero-width blank (Default_Ignorable_Code_Point where it is in use). */
bool zt_is_ignorable(uint32_t c);
/* The text without them; the text itself where it has none. */
zt_str zt_utf8_seen(zt_arena *arena, zt_str text);
/* Columns that a terminal gives to the character: 2 for Han and full-width forms. */
int zt_terminal_width(uint32_t c);

#endif
