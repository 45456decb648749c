/* gen/change/fact.h — a document as a tree of what it says, to be compared with another state of
   it. Imports are expanded, so that a cell of a table is an element like one that was written;
   figures are those that the model understood. */
#ifndef ZT_FACT_H
#define ZT_FACT_H

#include "model/doc.h"

/* An element with what it says itself. Emphasis and its like belong to the words around them; all
   other elements are facts of their own. Lives in the arena of the comparison and points into the
   document. */
typedef struct zt_fact zt_fact;
struct zt_fact {
    const zt_node *node;
    /* What was understood of its phrase; NULL where it holds no figure. */
    const zt_quantity *quantity;
    zt_fact *parent;
    zt_fact **kids;
    size_t kid_count;
    const char *id; /* or NULL */
    /* What its author calls it: key=, head=, date=, label= …; empty without. */
    zt_str key;
    /* Its running text, U+FFFC where a fact stands in it; and the same with emphasis marked. */
    zt_str words, marked;
    /* All that it says as one text, with that of the facts in it. */
    zt_str full;
    /* `full` without its digits: the same before and after a figure changed. */
    zt_str skeleton;
    /* Of a fact in running text: the words before and behind it, up to the next fact. */
    zt_str before, behind;
    uint64_t hash; /* of all, attributes too */
    size_t place;  /* among its siblings of the same name, from 0 */
    size_t order;  /* among all, from 0 */
    zt_fact *twin; /* in the other document; NULL = none */
};

/* The tree of a document that was read; `root` is its source's. */
zt_fact *zt_fact_tree(zt_arena *arena, const zt_doc *doc, const zt_node *root);
/* Whether it is a figure of running text or a cell: known by where it stands, not by what it says.
 */
bool zt_fact_is_figure(const zt_fact *fact);
/* Binds the facts of two trees to each other: by id, by what they say, by key, by their words
   without figures, by likeness, by place. */
void zt_facts_pair(zt_arena *arena, zt_fact *before, zt_fact *after);

#endif
