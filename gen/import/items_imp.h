/* gen/import/items_imp.h — private to import/: what the entries of one import have become while
   they turn into items. items.c makes the rows and leads through the steps; each other step has a
   file and a subject of its own. */
#ifndef ZT_ITEMS_IMP_H
#define ZT_ITEMS_IMP_H

#include "import/rows_imp.h"

/* One figure of an item: its text in the unit of the chart, and where in the file it comes from.
   `given` means that the table has a cell for it, `missing` that this cell says that there is no
   figure. */
typedef struct zt_item_value {
    zt_str text;
    zt_pos at;
    zt_num number; /* for order and sums */
    bool given, missing, own_unit, has_number;
} zt_item_value;

/* What stands beside a value, as its item prints it, and where it comes from. */
typedef struct zt_item_words {
    zt_str text;
    zt_pos at;
} zt_item_words;

/* All that the table has under one key, with a value for each series. `taken` rows make no item
   of their own: they were merged into one of the document, or left out. `index` is the place in
   the table, to which equal rows return. */
typedef struct zt_item_row {
    zt_str key;
    zt_pos at;             /* of the key */
    zt_item_words *words;  /* by target: change, rank, share; NULL: none of them */
    zt_item_value *values; /* one a series */
    bool taken, whole;
    size_t index, line;
} zt_item_row;

/* One import while its entries become items. Lives on the stack of zt_items_fill; after the
   first error (`failed`) reading goes on, so that all faults are found in one run. */
typedef struct zt_item_filler {
    zt_arena *arena; /* of the rows, which end with the import */
    zt_arena *made;  /* of what goes into the document */
    zt_diags *diags;
    zt_node *import;
    const zt_table *table;
    const zt_columns *columns;
    zt_conversion conversion;
    zt_entries entries;
    zt_keys keys, series;
    zt_keys bare;    /* keys without their marks */
    bool *are_names; /* of each of them: the marks tell keys apart, 方案① and 方案② */
    ZT_VEC(zt_item_row) rows;
    size_t series_count;
    ZT_VEC(zt_grid_cell) marked; /* keys that lost a footnote mark */
    size_t others;               /* rows beyond keep= */
    size_t rest;                 /* of them those that rest= adds up; `others` is then 0 */
    size_t twice;                /* keys that stood in the table again */
    bool *dropped;               /* series that are the total of the others */
    bool failed;
} zt_item_filler;

/* ---- item_totals.c: 合计 and 全国 among the rows that they add up ---- */

/* Reports import-sum for each total of the table that its rows do not add up to. Asked while all
   rows are there. */
void zt_item_totals_check(zt_item_filler *f);
/* Takes out rows and series that are the whole of the others. */
void zt_item_totals_leave_out(zt_item_filler *f);
/* Reports import-total for a row that is the sum of the others under another name. */
void zt_item_totals_suspect(zt_item_filler *f);

/* ---- item_merge.c: rows and the items that the document holds ---- */

/* The items that the document itself holds. */
typedef struct zt_inline_items {
    zt_node **items;
    const char **keys;
    size_t count;
    bool closed; /* some wait for their values: only those listed are wanted */
} zt_inline_items;
/* The items that stand in the document beside the import, the first of each key; the model
   reports those that repeat it. Where one of them waits for a figure the list is closed: the
   table fills it and adds nothing. */
zt_inline_items zt_items_inline(zt_item_filler *f);
/* Gives each of them what the table has under its key, and marks the rows as taken. Reports
   key-missing and key-extra. */
void zt_items_merge(zt_item_filler *f, const zt_inline_items *in);
/* A row becomes an <item> of the import's parent. */
void zt_item_add(zt_item_filler *f, const zt_item_row *r);

/* ---- item_keep.c: keep=, rest= and sort= ---- */

/* Marks the rows beyond keep= as taken and lists their keys at the import; with rest= they become
   one row. Reports bad-keep, bad-rest and duplicate-key. */
void zt_items_keep(zt_item_filler *f);
/* By sort=; a rest stays last. */
void zt_items_order(zt_item_filler *f);

#endif
