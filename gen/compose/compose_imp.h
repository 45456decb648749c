/* gen/compose/compose_imp.h — what the files of this folder share. */
#ifndef ZT_COMPOSE_IMP_H
#define ZT_COMPOSE_IMP_H

#include "compose/compose.h"

/* One part of the document that wants a place. */
typedef struct zt_candidate {
    zt_block *block;
    /* The place or omit that took it, or NULL. */
    const zt_box_spec *claimed_by;
    bool by_id; /* claimed with #id */
} zt_candidate;

/* All blocks that a document offers, before any place has taken one; in document order. */
typedef struct zt_candidates {
    zt_candidate *items;
    size_t count;
    size_t optional_total;
} zt_candidates;

/* Heads, blocks, notes and credits that are there, in document order. */
zt_candidates zt_candidates_of(zt_arena *arena, const zt_doc *doc);

/* One word of a select. */
typedef struct zt_selector {
    /* "groups", or "" with #id, or "*", or "hero": the block that the graphic is about, with
       hero:figures, hero:slope only when it is of that kind. */
    zt_str name;
    zt_str variant; /* of chart:rank */
    zt_str id;      /* of #airports */
    /* Of chart[2], from 1; 0 = any. */
    size_t index;
} zt_selector;
/* False for a word that is no selector; whether its block exists is asked later. */
bool zt_selector_parse(zt_str word, zt_selector *out);
bool zt_selector_is_hero(const zt_selector *selector);
/* `i` is an index of `all`: with [2] the place in document order counts. */
bool zt_selector_matches(const zt_selector *selector, const zt_candidates *all, size_t i);

/* selection.c. Puts a copy with less in the place of the block's content, as keep= says, and
   returns the block of the line that says what is left out, after the note part-kept; NULL when all
   is shown.
 */
zt_block *zt_block_keep(zt_arena *arena, zt_diags *diags, const zt_doc *doc, zt_block *block,
                        zt_selection keep);

/* Variant, sets and parts of a place against the kinds' own tables: each must suit one block at
   least of those in the place. Resolves block->variant. */
void zt_check_place(zt_arena *arena, zt_diags *diags, const zt_template *template_,
                    const zt_box *place);
/* The parts that theme and template style: kind and part must exist. */
void zt_check_parts(zt_arena *arena, zt_diags *diags, const zt_template *template_);

#endif
