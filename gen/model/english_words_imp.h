/* gen/model/english_words_imp.h — private to model/: the phrases of documents in English. They
   print as they are written; what is understood of them is the same as of Chinese ones. */
#ifndef ZT_ENGLISH_WORDS_IMP_H
#define ZT_ENGLISH_WORDS_IMP_H

#include "model/phrase_words_imp.h"

/* Letters of ASCII are compared without case. All take blanks before what they take. */
/* The longest of the words or phrases, parted by "|", that stands here as a whole word; its index
   in *which, which may be NULL. */
bool zt_english_take(zt_cursor *c, const char *words, int *which);
/* Whether one of them stands anywhere behind the cursor. */
bool zt_english_ahead(const zt_cursor *c, const char *words);
/* about 4,612.4 million tonnes or more; 5–6 billion yuan per year; a third is none. */
bool zt_english_amount(zt_cursor *c, zt_amount *out);
/* The same of a rank, without a unit: 2nd, second, No. 2. */
bool zt_english_ordinal(zt_cursor *c, zt_amount *out);
/* half, a third, two thirds, one in five, as per cent. */
bool zt_english_part(zt_cursor *c, zt_amount *out);
/* One to twelve, and nothing else. */
bool zt_english_count(zt_str text, long long *out);
/* Words without a digit up to the end, of which the first is one of `words`; the end is taken. */
bool zt_english_tail(zt_cursor *c, const char *words);

/* The phrase of a document in English, by its kind; false after a report. */
bool zt_english_read(zt_arena *arena, zt_diags *diags, zt_quantity *q);

#endif
