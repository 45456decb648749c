/* gen/base/diag.h — what the program has to say about its input. Collected, never printed here. */
#ifndef ZT_DIAG_H
#define ZT_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pos.h"
#include "base/str.h"

typedef struct zt_arena zt_arena;
/* How grave a finding is. An error stops the document between two stages, a warning stops it with
   --strict, a note never. */
typedef enum zt_severity { ZT_NOTE, ZT_WARNING, ZT_ERROR } zt_severity;
/* Whose fault it is decides the exit status: 1 for input, 3 for the environment. */
typedef enum zt_blame { ZT_BLAME_INPUT, ZT_BLAME_ENVIRONMENT } zt_blame;
/* The language of messages; findings always hold both. */
typedef enum zt_lang { ZT_LANG_ZH, ZT_LANG_EN } zt_lang;
/* Of a pair of texts or formats the one in that language. For words that the program puts into a
   document by itself it is the language of the document, whoever reads the messages. */
#define ZT_IN(language, zh, en) ((language) == ZT_LANG_EN ? (en) : (zh))

/* What is to be changed in the file. With nothing to put: words that have to go, somewhere in the
   element that begins at `in`. Else words to put in the place of those that stand just at `in`; at
   the "<" of an element they are its name, which changes in both of its tags. Or the element that
   begins there goes, with all that it holds; then `words` are its name. */
typedef struct zt_fix {
    zt_pos in;
    const char *words, *put;
    bool element;
} zt_fix;

/* Whether a finding counts, or is set aside: accepted in the document, known before (--baseline),
   or of a code that is switched off. */
typedef enum zt_standing {
    ZT_STANDING_COUNTS,
    ZT_STANDING_ACCEPTED,
    ZT_STANDING_KNOWN,
    ZT_STANDING_OFF
} zt_standing;

/* One finding. Its texts lie in the arena of its list. */
typedef struct zt_diag {
    zt_severity severity;
    zt_standing standing;
    bool judged;     /* by zt_diags_judge */
    const char *why; /* it is accepted; NULL otherwise */
    const char *key; /* by which it can be known the next time; NULL: it cannot, or none is asked */
    zt_blame blame;
    size_t fix_count;
    const zt_fix *fixes; /* what, taken out together, mends it */
    const char *code;    /* plain words with hyphens, stable: "not-a-number" */
    /* Where in the user's file; ZT_NOWHERE for findings about the run itself. */
    zt_pos pos;
    size_t page;         /* of the book, from 1; 0: it is about no single page */
    const char *zh, *en; /* finished messages, both languages */
} zt_diag;

typedef struct zt_diags zt_diags;

/* An empty list; it and the texts of its findings live in `arena`. */
zt_diags *zt_diags_new(zt_arena *arena);
/* A list for trying what a hint proposes: findings have a code and no words, and who reports them
   seeks no hint in turn. So trials never nest. */
zt_diags *zt_diags_new_trial(zt_arena *arena);
/* Whether it was made by zt_diags_new_trial. */
bool zt_diags_is_trial(const zt_diags *diags);
/* A library was refused memory: see zt_arena_exhausted. */
_Noreturn void zt_diags_exhausted(const zt_diags *diags);
/* For what is needed only to say something: an arena beside that of the findings. */
zt_arena *zt_diags_scratch(const zt_diags *diags);

/* `zh` and `en` are two printf formats that take the same arguments in the same order.
   Each message says what was found, what was expected and, where it can, the nearest name. */
void zt_report(zt_diags *diags, zt_severity severity, const char *code, zt_pos pos, const char *zh,
               const char *en, ...) __attribute__((format(printf, 5, 7), format(printf, 6, 7)));
/* The same for the environment: no such file, no permission, disk full, font not installed. */
void zt_report_env(zt_diags *diags, const char *code, zt_pos pos, const char *zh, const char *en,
                   ...) __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/* Findings from now on are about that page of a book, from 1; 0: about none. */
void zt_diags_on_page(zt_diags *diags, size_t page);

/* An empty list of the same manner in an arena of its own, for work whose findings count only when
   it is used. */
zt_diags *zt_diags_beside(const zt_diags *diags, zt_arena *arena);
/* Adds copies of all findings of such a list. */
void zt_diags_merge(zt_diags *diags, const zt_diags *kept);

/* Findings in the list, without those that were suppressed. */
size_t zt_diags_count(const zt_diags *diags);
/* In the order of report; sorted by zt_diags_sort. */
const zt_diag *zt_diags_at(const zt_diags *diags, size_t i);
/* Calls `judge` once for each finding that it was not called for yet; it may change the severity,
   the standing and why. */
void zt_diags_judge(zt_diags *diags, void (*judge)(void *self, zt_diag *d), void *self);
/* All that count of that severity, listed or suppressed. */
size_t zt_diags_severity_count(const zt_diags *diags, zt_severity severity);
bool zt_diags_failed(const zt_diags *diags); /* holds an error that counts */
/* Findings of that code below `severity` are raised to it. */
void zt_diags_raise(zt_diags *diags, const char *code, zt_severity severity);
/* Words that have to go so that the finding reported last, of that code, is mended. */
void zt_diags_add_fix(zt_diags *diags, const char *code, zt_pos in, zt_str words);
/* The words at `at` have to become others: the same for one word, or the name of an element. */
void zt_diags_add_change(zt_diags *diags, const char *code, zt_pos at, zt_str words, zt_str put);
/* The element of that name that begins at `at` has to go as well. */
void zt_diags_add_removal(zt_diags *diags, const char *code, zt_pos at, const char *name);
/* A finding of another list, at `pos`; not a second time when its code and words are there. */
void zt_diags_repeat(zt_diags *diags, const zt_diag *d, zt_pos pos);
/* By file, line, column; stable. A second equal code at an equal place is dropped. */
void zt_diags_sort(zt_diags *diags);
/* A mark to which zt_diags_rewind takes back what was reported since (trial layouts). */
size_t zt_diags_mark(const zt_diags *diags);
/* Findings beyond the five thousandth are counted, not kept. */
size_t zt_diags_suppressed(const zt_diags *diags, zt_severity severity);
/* Removes what was reported after that mark, errors too: a layout that was only tried leaves no
   trace. */
void zt_diags_rewind(zt_diags *diags, size_t mark);

#endif
