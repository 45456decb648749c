/* gen/model/doc_imp.h — private to model/: what the readers of a document share. */
#ifndef ZT_DOC_IMP_H
#define ZT_DOC_IMP_H

#include "base/arena.h"
#include "model/chart_data.h"
#include "model/doc.h"

/* ---- names.c: a map from text to what carries that name ---- */
/* A name, where it was first used, and what carries it. */
typedef struct zt_named {
    zt_str key;
    zt_pos at;
    void *value;
} zt_named;
/* A hash table that keeps its order. Entries and slots lie in the arena of the caller; keys are
   not copied and must outlive it. */
typedef struct zt_names {
    ZT_VEC(zt_named) list; /* in the order of adding */
    /* Index + 1 into list; 0 = free. */
    size_t *slots;
    size_t slot_count;
} zt_names;
/* The entry of that key, or NULL. Valid until the next add. */
const zt_named *zt_names_find(const zt_names *names, zt_str key);
/* Adds; the key must not be there yet. */
void zt_names_add(zt_arena *arena, zt_names *names, zt_str key, zt_pos at, void *value);
/* The nearest key that has a value, or NULL. */
const char *zt_names_nearest(zt_arena *arena, const zt_names *names, zt_str key);

/* ---- quantities.c: what was read for an element ---- */
typedef struct zt_node_quantity {
    const zt_node *node; /* NULL: free */
    zt_quantity *quantity;
} zt_node_quantity;
/* By the node's address, for a document has several quantities a line and each is asked for many
   times; slots are a power of two. */
typedef struct zt_node_quantities {
    zt_node_quantity *slots;
    size_t slot_count, count;
} zt_node_quantities;

/* The units that were known at the element asked for last, with the unit= that made them. */
typedef struct zt_units_found {
    zt_str own, shared;
    const char *list; /* NULL: none was asked for */
} zt_units_found;

/* ---- the reader ---- */
/* State while a document is read. The reader lives as long as zt_doc_read; what it allocates
   belongs to the document. */
typedef struct zt_doc_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_doc *doc;
    zt_model_options options;
    /* value: the zt_quantity, NULL for other elements. */
    zt_names ids;
    zt_node_quantities elements;
    zt_units_found units_at;
    /* The rank and the change that stand beside a value. */
    zt_names companions;
    /* Values with calc=, and how far the evaluation of each is (derive.c). */
    zt_names calcs;
    /* Of an edition: its blocks, in their order. */
    ZT_VEC(zt_content_block) blocks;
    ZT_VEC(const zt_quantity *) quantities;
    ZT_VEC(const zt_picture *) pictures;
    ZT_VEC(const zt_see *) sees;       /* of a report */
    ZT_VEC(const zt_footnote *) notes; /* likewise */
} zt_doc_reader;

/* quantities.c: first pass, all values of the tree. */
void zt_read_quantities(zt_doc_reader *r, const zt_node *root);
/* charted.c: which of them a chart of the document shows alone; after they were read. */
void zt_mark_charted(zt_doc_reader *r, const zt_node *root);
/* The quantity of an element, or NULL. */
zt_quantity *zt_quantity_of(const zt_doc_reader *r, const zt_node *node);
/* Units of theme and document for a phrase in this element. */
const char *zt_units_at(zt_doc_reader *r, const zt_node *node);
/* Reports asof-after-issue if the date in attribute `attr` lies behind the document's issue. */
void zt_check_asof(zt_doc_reader *r, zt_date date, zt_pos at);

/* The value of that id, or NULL. */
zt_quantity *zt_find_quantity(const zt_doc_reader *r, zt_str id);
/* An id, or a phrase in the units of this element: vs= and total=. NULL after reporting
   unknown-ref or not-a-number, or when the attribute is absent. */
const zt_quantity *zt_quantity_or_id(zt_doc_reader *r, const zt_node *node, const char *attr);
/* Reports unknown-ref for an id in attribute `attr`, with the nearest. */
void zt_report_unknown_id(zt_doc_reader *r, const char *attr, zt_str id, zt_pos at);

/* derive.c: a value with calc= is announced while the tree is walked … */
void zt_calc_announce(zt_doc_reader *r, const zt_node *node, zt_quantity *q);
/* … and evaluated when all ids are known. Reports calc-loop, calc-operand, calc-units,
   calc-limit, calc-differs and what zt_calc_eval reports. */
void zt_calc_all(zt_doc_reader *r);

/* chart_keys.c: reports that a word in attribute `attr` names none of `items` and `series`, either
   of which may be NULL: the nearest of them, or else those that there are. */
void zt_report_no_key(zt_doc_reader *r, const char *code, const char *attr, zt_str word, zt_pos at,
                      const zt_names *items, const zt_names *series);

/* doc_parts.c: the kind of block that an element is, NULL for others. */
const struct zt_content_kind *zt_content_kind_find(const char *name);
/* One block as its kind reads it. */
zt_content_block zt_read_block(zt_doc_reader *r, const zt_node *node,
                               const struct zt_content_kind *kind);
/* Kicker, title, deck, lead and date of the children of a node into the document. */
void zt_read_heads(zt_doc_reader *r, const zt_node *node);
/* Its blocks, in the order of the node. */
void zt_read_blocks(zt_doc_reader *r, const zt_node *node);
/* hero.c: the block that a graphic is about. Reports two-heroes; misplaced-attribute in documents
   that are none. */
void zt_hero_find(zt_doc_reader *r, const zt_node *root);
/* “title”, “weight” …; NULL without a hero. */
const char *zt_hero_word(zt_hero_cause cause);
/* <note>s and <credits> of a node. */
void zt_read_feet(zt_doc_reader *r, const zt_node *node);
/* report_doc.c: the parts of a <report> with its blocks. Reports see-unknown and float-unseen. */
void zt_read_report(zt_doc_reader *r, const zt_node *root);

/* checks.c: all of them (check_imp.h), once all values have the scale of their charts. */
void zt_check_all(zt_doc_reader *r, const zt_node *root);

/* origins.c: all nodes, with the names of the entries. */
zt_origins zt_origins_of(zt_arena *arena, const zt_node *root);

/* inline.c */
zt_rich zt_rich_read(zt_doc_reader *r, const zt_node *node);
/* The quantity that a ref shows; reports unknown-ref and gives NULL. */
const zt_quantity *zt_ref_resolve(zt_doc_reader *r, const zt_node *ref);

/* chart_data.c */
zt_chart_data *zt_chart_read(zt_doc_reader *r, const zt_node *node);

/* alt.c: alternative text from the data. */
zt_str zt_alt_of_chart(zt_arena *arena, const zt_chart_data *chart, zt_str subject);
zt_str zt_alt_of_doc(zt_arena *arena, const zt_doc *doc);

/* hedges.c: R120, note decimals-mixed and warning percent-mixed. */
void zt_check_series(zt_diags *diags, const zt_chart_data *chart);

/* ---- known_nodes.c: questions to checked nodes ---- */
/* First known child of that name (NULL: any), and the next. */
const zt_node *zt_known_child(const zt_node *node, const char *name);
const zt_node *zt_known_sibling(const zt_node *node, const char *name);
/* True for "yes"; absent and "no" are false. */
bool zt_attr_yes(const zt_node *node, const char *attr);
/* A NUL-terminated value, or NULL when absent. */
const char *zt_attr_text(const zt_node *node, const char *attr);
/* The place of the value in a blank-separated list; 0 when absent or none of them. */
int zt_attr_index(const zt_node *node, const char *attr, const char *list);
/* Reports count-declared if attribute `attr` states another count than `found`. `what_zh`,
   `what_en`: the thing counted. */
void zt_check_declared(zt_doc_reader *r, const zt_node *node, const char *attr, size_t found,
                       const char *what_zh, const char *what_en);
/* The same for the count of a part of a structure: 四通道 lists four. */
void zt_check_node_count(zt_doc_reader *r, const zt_node *node, const zt_node_entry *entry);
/* Of the first visible character of a node's text; the node's own when it has none. */
zt_pos zt_text_at(const zt_node *node);

#endif
