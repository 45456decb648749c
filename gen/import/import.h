/* gen/import/import.h — <import href=…> in a chart: rows of CSV, TSV and XLSX files become items,
   by column name and by key, before the model reads them. */
#ifndef ZT_IMPORT_H
#define ZT_IMPORT_H

#include "xml/grammar.h"

/* Which files the imports of a document opened, for the list of what it was made from. */
typedef struct zt_import_files {
    /* Paths as opened, in document order. */
    ZT_VEC(const char *) list;
} zt_import_files;

/* Fills every <import> of a checked tree: the items that it yields are put into its parent (data or
   series), with places that point into the file: line and column, or for XLSX the file text
   "x.xlsx!sheet!B7" with line 0. hrefs are relative to the document and must lie in or below
   `root`. Values keep their digits; only convert= and decimals= change them, exactly.
   Reports path-outside-root, import-missing, cannot-read, encoding, encoding-guessed,
   csv-malformed, xlsx-malformed, import-format, limit-cells, limit-series, limit-size; of the
   attributes bad-map, bad-where, bad-convert, bad-keep, bad-rest, bad-range, import-sheet; of the
   table import-column, where-nothing, where-several, unit-mismatch, unit-unknown, import-cell,
   import-decimals, key-missing, key-extra, duplicate-key, series-gap, import-sum, import-total;
   and what it took otherwise than it stands: import-shown, import-not-counted, import-hidden,
   import-left-out, import-rest, import-rounded. An import that failed has `known` cleared. */
void zt_import_run(zt_arena *arena, zt_diags *diags, zt_source *source, const char *root,
                   zt_import_files *files);

/* Fills every <section import=…> of a checked report, before the imports of tables: contents and
   the attributes that it lacks come from the <section> at the root of that file, whose places they
   keep. `grammar` has that root. Reports path-outside-root, import-missing, import-loop, and all
   that is wrong with the files. */
void zt_sections_import(zt_arena *arena, zt_diags *diags, zt_source *source, const char *root,
                        const zt_grammar *grammar, zt_import_files *files);

#endif
