/* gen/model/rich_text.h — running words with values, emphasis, notes and references in them. */
#ifndef ZT_RICH_TEXT_H
#define ZT_RICH_TEXT_H

#include "base/arena.h"
#include "model/quantity.h"

/* Inline text, flattened: each span is printed as `text`. */
typedef enum zt_span_kind {
    ZT_SPAN_TEXT,
    ZT_SPAN_QUANTITY,
    ZT_SPAN_BREAK,
    /* Of reports: a reference whose words are known when pages are, and the mark of a note. Before
       such a text is set, both are replaced by texts (paginate/). */
    ZT_SPAN_SEE,
    ZT_SPAN_NOTE
} zt_span_kind;
/* <em mark=…>: marks between the lines instead of bold (R80, R81). */
typedef enum zt_em_line { ZT_EM_NO_LINE, ZT_EM_PROPER, ZT_EM_TITLE } zt_em_line;
/* A piece of inline text with one look. `text` points into the source or into the arena of the
   document; a break has none. */
typedef struct zt_span {
    zt_span_kind kind;
    zt_str text; /* of a quantity: its phrase */
    const zt_quantity *quantity;
    bool em, sub, sup;
    bool mark;          /* of a note: what is superior is never smaller than the theme prints */
    bool tcy;           /* 纵中横 */
    bool dots;          /* 着重号 */
    zt_em_line em_line; /* 专名号, 书名号 */
    /* Number of the marked em that the span belongs to, from 1 through the text; 0 = unmarked. A
       mark runs on over all spans of one number. */
    size_t item;
    zt_str ruby;                    /* rt=; empty = none */
    const struct zt_see *see;       /* of SEE */
    const struct zt_footnote *note; /* of NOTE */
    zt_pos at;
} zt_span;
/* Emphasis that shows in the face: an em without marks. */
bool zt_span_is_strong(const zt_span *span);
/* Inline text of one element. */
typedef struct zt_rich {
    /* Leading and trailing blanks trimmed, source line feeds collapsed. */
    zt_span *spans;
    size_t count;
    zt_pos at;
} zt_rich;
/* True when nothing of it prints. */
bool zt_rich_is_empty(const zt_rich *rich);
/* Plain text as one span; empty text gives an empty one. */
zt_rich zt_rich_of(zt_arena *arena, zt_str text, zt_pos at);
/* Both in new spans, `between` (or NULL) parting them unless one of the two is empty. The place is
   that of the first which is not. */
zt_rich zt_rich_join(zt_arena *arena, const zt_rich *first, const zt_span *between,
                     const zt_rich *second);
/* Breaks become a blank. */
zt_str zt_rich_plain(zt_arena *arena, const zt_rich *rich);
/* A headline's text with its bars as U+3000: a bar stands for the blank between parts (R91). */
zt_str zt_headline_blanks(zt_arena *arena, zt_str text);

/* Whether the text ends with a full stop, a question or an exclamation, perhaps quoted. */
bool zt_ends_sentence(zt_str text);

/* What a <see> prints of its target. */
typedef enum zt_see_show { ZT_SEE_NUMBER, ZT_SEE_PAGE, ZT_SEE_BOTH, ZT_SEE_TITLE } zt_see_show;
/* <see>: a reference to a figure, a table or a section. */
typedef struct zt_see {
    zt_str to; /* its id */
    zt_see_show show;
    zt_pos at, to_at;
} zt_see;
/* <fn>: a note at the foot of the page, or the mark of one again. */
typedef struct zt_footnote {
    const char *id; /* or NULL */
    zt_str ref;     /* the id of a note of the same page; empty: a note of its own */
    zt_rich text;
    zt_pos at;
} zt_footnote;

#endif
