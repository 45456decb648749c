/* gen/import/rows_imp.h — private to import/: the columns that are wanted, the units that the table
   says, the rows as a chart needs them. */
#ifndef ZT_ROWS_IMP_H
#define ZT_ROWS_IMP_H

#include "base/quoted.h"
#include "import/import_imp.h"

/* ---- column_names.c: names as people write them ---- */

/* For comparing: without blanks of any kind, full-width forms as ASCII. 增速（％） is 增速(%). */
zt_str zt_tight(zt_arena *arena, zt_str text);
/* Whether two names are one by zt_tight. */
bool zt_same_name(zt_arena *arena, zt_str a, zt_str b);
/* One NAME=VALUE of map= or where=. `whole` is both as written, for messages. */
typedef struct zt_name_value {
    /* 'Passengers total' is value without its quotes. */
    zt_str whole, name, value;
} zt_name_value;
/* What stood there: nothing more, a pair, or something that is none. */
typedef enum zt_paired { ZT_PAIR_NONE, ZT_PAIR_READ, ZT_PAIR_WRONG } zt_paired;
/* The next NAME=VALUE of blank-separated ones; either may stand in quotes. */
zt_paired zt_pair_next(zt_arena *arena, zt_str *rest, zt_name_value *pair);

/* ---- keys.c: which names have been seen, in constant time ---- */

/* Names that were seen so far. */
typedef struct zt_keys {
    zt_arena *arena;
    /* Index + 1 of a name, 0: free. */
    size_t *slots;
    size_t capacity;
    ZT_VEC(zt_str) names;
} zt_keys;
/* The number of a name, in the order of first sight; *is_new tells whether this was it. */
size_t zt_keys_of(zt_keys *keys, zt_str name, bool *is_new);
enum { ZT_NO_KEY = -1 };
/* The number of a name, or ZT_NO_KEY. */
ptrdiff_t zt_keys_find(const zt_keys *keys, zt_str name);

/* ---- stated_units.c: where a table says its units ---- */

/* One spelling of a unit: 亿千瓦·时 is 亿千瓦时, ％ is %, km² is 平方公里. */
zt_str zt_unit_canon(zt_arena *arena, zt_str text);
/* `canon` is a unit, with its scale or without. Words that stand behind names as well, 成都(市),
   are none. */
bool zt_is_unit(zt_str canon);
/* 万 alone, as in 人数（万）: of what, the chart says. */
bool zt_is_scale(zt_str canon);
/* % ‰ 个百分点: what rates are given in. */
bool zt_is_rate_unit(zt_str canon);
/* A head, a title or the head of a row, parted: 产值（亿元） is 产值 and 亿元; GDP/亿元 as well. */
typedef struct zt_head {
    zt_str whole; /* tight */
    /* Without the unit, or what stands in brackets at its end. */
    zt_str bare;
    /* Canonical; empty: none is said. */
    zt_str unit;
    /* Of the brackets, when it is no unit that is known. */
    zt_str remark;
} zt_head;
/* The head of a column taken apart: name, unit, remark in brackets. */
zt_head zt_head_part(zt_arena *arena, zt_str text);
/* The units that the lines around a table say, each with the column that it is said of, if any. */
typedef struct zt_claim {
    zt_str of, unit;
    zt_pos at;
} zt_claim;
/* All units that were found about a table. */
typedef struct zt_claims {
    ZT_VEC(zt_claim) list;
} zt_claims;
/* Adds what one line says: 单位：亿元, 计量单位：亿元、%. */
void zt_claims_read(zt_arena *arena, const zt_grid_line *line, zt_claims *claims);
/* 增速, 占比, 城镇化率: given in per cent. 增长额 is an amount. */
bool zt_is_rate_name(zt_str name);
/* Which of them a column has: a rate has that of rates. False when that cannot be told; *unit is
   then empty. */
bool zt_claims_for(zt_arena *arena, const zt_claims *claims, zt_str head, zt_str *unit);
/* 亿元、%: all of them. */
zt_str zt_claims_all(zt_arena *arena, const zt_claims *claims);

/* ---- columns.c ---- */

/* What an item of a chart takes from a table. */
typedef enum zt_target {
    ZT_TO_KEY,
    ZT_TO_V,
    ZT_TO_CHANGE,
    ZT_TO_RANK,
    ZT_TO_SHARE,
    ZT_TARGETS
} zt_target;

/* A column that is wanted, and once it was found, where it is. */
typedef struct zt_mapped_column {
    bool wanted;
    zt_str name; /* as map= says */
    size_t index;
    /* The text of the head's cell. */
    zt_str head;
    zt_str unit; /* canonical; may be empty */
    /* In the head's brackets, no unit that is known. */
    zt_str remark;
    zt_pos at; /* of the head's cell */
    /* Lines above name several units, and which is this column's is not said. */
    bool in_doubt;
} zt_mapped_column;
/* where="指标=GDP 年份=2023" */
typedef struct zt_condition {
    zt_mapped_column column;
    ZT_VEC(zt_str) values; /* any of them */
    /* A row has a value as it is written; else 产值 is 产值(亿元) as well. */
    bool exact;
} zt_condition;
/* All columns that are wanted, and the shape of the table. */
typedef struct zt_columns {
    zt_mapped_column of[ZT_TARGETS];
    ZT_VEC(zt_condition) where;
    /* Whose values name the series. */
    zt_mapped_column series;
    /* Headed 单位: the unit of each row. */
    zt_mapped_column units;
    size_t head_line; /* the first of the head */
    /* Behind the head and a line of units. */
    size_t first_line;
    size_t width; /* cells of the head's lines */
    /* Of the lines around the table. */
    zt_claims claims;
    /* Time across the columns: a row is a series of values. */
    bool across;
    /* With `across`: which columns name the rows; the others hold values. */
    const bool *labels;
} zt_columns;
/* Reads map=, where= and series=; reports bad-map and bad-where. */
bool zt_columns_map(zt_arena *arena, zt_diags *diags, const zt_node *import, zt_columns *columns);
/* Finds the head by the names; reports import-column. */
bool zt_columns_find(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                     const zt_table *table, zt_columns *columns);
/* Whether the head is meant by a name: whole, or without its unit. */
bool zt_head_is(zt_arena *arena, zt_str head, zt_str name);
/* Likewise two lines of the head, joined as UPPER/LOWER. */
zt_str zt_head_text(zt_arena *arena, const zt_table *table, const zt_columns *columns,
                    size_t column);

/* ---- line_kind.c: what a line of the table is ---- */

/* What a line of the table is besides a row of data. */
typedef enum zt_line_kind {
    ZT_LINE_ROW,
    ZT_LINE_BLANK, /* or the head once more */
    ZT_LINE_REMARK
} zt_line_kind;
/* A line with a figure in a wanted column is a row, whatever its words; words alone may be a
 * remark. */
zt_line_kind zt_line_is(zt_arena *arena, const zt_table *table, const zt_columns *columns,
                        size_t line);
/* 合　计, 全市合计, 合计（2市）：, Total; 其中 is a part of the row above. */
bool zt_is_total(zt_arena *arena, zt_str key);
/* 全国, 全市: the whole of the others, when its figure is no less than theirs together. */
bool zt_is_whole(zt_arena *arena, zt_str key);
/* The first cell of the line that is not empty. */
zt_grid_cell zt_first_cell(const zt_table *table, size_t line);

/* ---- entries.c, across.c: one entry for each item and series ---- */

/* One value with all that belongs to it, before names are merged. */
typedef struct zt_import_entry {
    zt_grid_cell key;
    /* Cells of the table; NULL: not wanted. That of the key is `key`. */
    const zt_grid_cell *series, *of[ZT_TARGETS];
    size_t line; /* of the table */
    /* Canonical; empty: that of the column. */
    zt_str unit;
    /* The name of what has this unit. */
    zt_str unit_of;
    zt_pos unit_at;
    bool whole; /* zt_is_whole */
    /* A unit of the row that is not that of its rate: 亿元 before 增速. */
    zt_str foreign;
} zt_import_entry;
/* What was read of a table, in the order of its lines, with what was left out and must be
   reported. */
typedef struct zt_entries {
    ZT_VEC(zt_import_entry) list;
    /* Lines left out, to be reported in one note. */
    ZT_VEC(zt_grid_cell) remarks, totals;
    /* Of those the totals of all rows, with their value. */
    ZT_VEC(zt_import_entry) sums;
} zt_entries;
/* One entry for each line that where= wants. False after where-nothing or import-cell. */
bool zt_entries_down(zt_arena *arena, zt_diags *diags, const zt_node *import, const zt_table *table,
                     zt_columns *columns, zt_entries *entries);
/* Entries along the lines: each line is a series, its columns are the items. Sets `labels`.
   False after import-column, where-nothing, where-several, import-cell or limit-cells. */
bool zt_entries_across(zt_arena *arena, zt_diags *diags, const zt_node *import,
                       const zt_table *table, zt_columns *columns, zt_entries *entries);
/* A head that is a time: 2023年, 2022-06, 2023Q1, 1—5月. */
bool zt_is_time(zt_arena *arena, zt_str head);
/* Conditions that a row fulfils. */
bool zt_row_fits(zt_arena *arena, const zt_table *table, const zt_columns *columns, size_t line);
/* Sets `exact` of each condition; false after where-nothing, when no row can fit. */
bool zt_where_check(zt_arena *arena, zt_diags *diags, const zt_node *import, const zt_table *table,
                    zt_columns *columns);

/* ---- units.c: what a column's figures go through ---- */

/* How the figures of the table become those of the chart. */
typedef struct zt_conversion {
    zt_arena *arena;
    zt_diags *diags;
    const zt_node *import;
    const zt_columns *columns;
    /* To add to the power of ten. */
    int power;
    /* To round to, -1: as they come. */
    int decimals;
    /* Of the chart as it writes it, else of the table; may be empty. */
    zt_str unit;
    /* Canonical: what the table's figures should be in. */
    zt_str expected;
    /* unit= of the import, canonical. */
    zt_str declared;
    bool stated; /* convert= names it */
    /* The chart has a unit, its items need none. */
    bool shared;
    /* Unit-mismatch of a column or row has been reported. */
    bool refused;
    /* Values that rounding changed. */
    size_t rounded;
    /* Bare figures whose unit nobody says. */
    size_t unknown;
    /* The unit of the row of one of these bare figures, which is another column's. */
    zt_str foreign;
    /* The unit beside some figure is 万, 亿元: without it the others mean other sizes. */
    bool scaled;
    /* Figures that have their unit beside them. */
    size_t own;
    zt_pos first; /* of them */
} zt_conversion;
/* From convert=, decimals=, unit= and the chart; reports bad-convert and unit-mismatch. */
bool zt_conversion_read(zt_arena *arena, zt_diags *diags, const zt_node *import,
                        const zt_columns *columns, zt_conversion *conversion);
/* The value of an entry as its item prints it, *own when its unit stands in it. Reports
   unit-mismatch, import-cell and import-decimals. */
bool zt_convert(zt_conversion *conversion, const zt_import_entry *entry, zt_str *text, bool *own);
/* Reports unit-unknown, if it is. */
void zt_conversion_close(const zt_conversion *conversion);
/* The number of a converted text in the chart's unit, for order and sums; false if it is none. */
bool zt_figure_number(const zt_conversion *conversion, zt_str text, zt_num *num);

/* ---- items.c: the entries into the import's parent ---- */

/* Turns the entries into items below the parent of the import. False after a report, and the
   import is then no longer `known`. */
bool zt_items_fill(zt_arena *arena, zt_diags *diags, zt_node *import, const zt_table *table,
                   zt_columns *columns);

#endif
