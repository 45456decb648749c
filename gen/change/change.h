/* gen/change/change.h — what differs between two states of a document: in what it says, and on its
   pages. Nothing here knows where the two came from, nor how a change is shown. */
#ifndef ZT_CHANGE_H
#define ZT_CHANGE_H

#include "base/diag.h"
#include "change/fact.h"
#include "change/value_change.h"
#include "scene/scene.h"

/* What kind of thing changed. */
typedef enum zt_change_kind {
    ZT_CHANGE_VALUE,   /* a figure that the model understands */
    ZT_CHANGE_NUMBER,  /* digits in running text: nothing is computed from them */
    ZT_CHANGE_TITLE,   /* kicker, title, deck */
    ZT_CHANGE_TEXT,    /* other words */
    ZT_CHANGE_DATE,    /* asof, issue, date, period … */
    ZT_CHANGE_SOURCE,  /* where figures come from, and who made it */
    ZT_CHANGE_SETTING, /* what is not printed itself: template, order, basis … */
    ZT_CHANGE_MARKUP,  /* emphasis of the same words */
    ZT_CHANGE_PICTURE, /* another photograph in a file of the same name */
    ZT_CHANGE_ADDED,
    ZT_CHANGE_GONE,
    ZT_CHANGE_MOVED, /* the same entry at another place */
    ZT_CHANGE_KINDS
} zt_change_kind;

/* One difference. Texts live in the arena of the comparison or point into the documents. */
typedef struct zt_change {
    zt_change_kind kind;
    /* The element that it is about; NULL of one that was added, or has gone. */
    const zt_fact *before, *after;
    const char *attr; /* or NULL */
    /* Of VALUE: which of several figures of the element, as the series; else empty. */
    zt_str part;
    /* Of VALUE: what was understood of both; NULL where only their words are known. */
    const zt_quantity *was, *is;
    /* Where it stands in either file; line 0 where it does not. */
    zt_pos at_before, at_after;
    /* What it said and says; of MOVED all that the entry says. */
    zt_str said, says;
    zt_value_change value; /* of VALUE */
    /* Of MOVED: its number among its like, from 1, and the lists that it went from and to. */
    size_t from, to;
} zt_change;

/* All differences of what the documents say, in the order of the new one; what has gone stands
   where it would have stood. */
typedef struct zt_changes {
    ZT_VEC(zt_change) list;
    zt_fact *before, *after;
    size_t counts[ZT_CHANGE_KINDS];
    size_t figures; /* of the new document */
    size_t jumps;   /* values ten times the former or a tenth */
} zt_changes;

/* Compares two documents that were read without errors. */
zt_changes *zt_changes_of(zt_arena *arena, const zt_doc *before, const zt_doc *after);
/* "value", "added": for programs; and for readers. */
const char *zt_change_word(zt_change_kind kind);
const char *zt_change_name(zt_change_kind kind, zt_lang lang);
/* Where a fact stands, in the words of the document: 加快共建西部科学城 · 第1条. */
zt_str zt_fact_place(zt_arena *arena, const zt_fact *fact, zt_lang lang);
/* The last steps of it, at least one with a name: what a reader would call the thing. */
zt_str zt_fact_name(zt_arena *arena, const zt_fact *fact, zt_lang lang);
/* The same of a change, down to which figure of the element it is about. */
zt_str zt_change_place(zt_arena *arena, const zt_change *change, zt_lang lang);
zt_str zt_change_thing(zt_arena *arena, const zt_change *change, zt_lang lang);
/* The figures and words of a text around what differs, with “…” for the rest. */
void zt_change_excerpts(zt_arena *arena, const zt_change *change, zt_str *said, zt_str *says);

#endif
