/* gen/base/quoted.h — names in a list of words: in quotes where they hold blanks, 'New York'. */
#ifndef ZT_QUOTED_H
#define ZT_QUOTED_H

#include "base/str.h"

/* As lists of names, map= and where= take it: in quotes where it holds a blank, a sign of equality
   or a quote. */
const char *zt_name_written(zt_arena *arena, zt_str name);
/* The first names of a list as zt_name_written, for a message; …… where there are more. */
const char *zt_names_shown(zt_arena *arena, const zt_str *names, size_t count);
/* A whole attribute that is one name, in quotes or not. */
zt_str zt_name_unquoted(zt_arena *arena, zt_str text);
/* The next of blank-separated names; one whose quote is not closed ends at the blank. */
bool zt_name_next(zt_arena *arena, zt_str *rest, zt_str *name);
/* The quoted text at the start of `text`: its bytes with the quotes, 0 if they are not closed;
 *opens tells whether any quote stands there. */
size_t zt_quoted_prefix(zt_arena *arena, zt_str text, bool *opens, zt_str *value);

#endif
