/* gen/import/import.h — <import href=…> in a chart: rows of CSV, TSV and XLSX files become items,
   by column name and by key, before the model reads them. */
#ifndef ZT_IMPORT_H
#define ZT_IMPORT_H

#include "xml/node.h"

/* Which files the imports of a document opened, for the list of what it was made from. */
typedef struct zt_import_files {
    ZT_VEC(const char *) list; /* paths as opened, in document order */
} zt_import_files;

/* Fills every <import> of a checked tree: the items that it yields are put into its parent (data or
   series), with places that point into the file: line and column, or for XLSX the file text
   "x.xlsx!sheet!B7" with line 0. hrefs are relative to the document and must lie in or below
   `root`. Values keep their digits; only convert= and decimals= change them, exactly.
   Reports path-outside-root, import-missing, cannot-read, encoding, encoding-guessed,
   csv-malformed, xlsx-malformed, limit-cells, bad-map, bad-convert, bad-keep, bad-range,
   import-sheet, import-column, unit-mismatch, import-cell, key-missing, key-extra, duplicate-key,
   import-left-out, import-rounded. An import that failed has `known` cleared. */
void zt_import_run(zt_arena *arena, zt_diags *diags, zt_source *source, const char *root,
                   zt_import_files *files);

#endif
