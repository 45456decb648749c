/* gen/text/lexicon.h — the words between which headlines and labels are broken (R91). */
#ifndef ZT_LEXICON_H
#define ZT_LEXICON_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* What a lexicon gives for a word it does not know. */
#define ZT_WORD_UNKNOWN 0

/* The words of one session; not shared between threads, for it is read on first use. */
typedef struct zt_lexicon zt_lexicon;

/* Words of `path`, a words.bin of scripts/generate-words, read when the first word is asked for.
   NULL, or a file that is none: the short list built in. */
zt_lexicon *zt_lexicon_new(zt_arena *arena, const char *path);
/* Reads it, if that has not been done: the file is there, and as it was made. */
bool zt_lexicon_is_whole(zt_lexicon *lexicon);
/* The cost of a word of one to four Han: 14 ln(1 / its share of all words), 1 to 255, less for
   more frequent ones; ZT_WORD_UNKNOWN if it is none. `lexicon` NULL asks the list built in. */
int zt_lexicon_cost(zt_lexicon *lexicon, zt_str word);

#endif
