/* gen/import/xlsx_imp.h — one xlsx file while it is read. */
#ifndef ZT_XLSX_IMP_H
#define ZT_XLSX_IMP_H

#include "import/import_imp.h"
#include "import/numfmt.h"

/* One file while it is read; parts are read in the order in which they need each other. */
typedef struct zt_xlsx {
    zt_arena *arena;
    zt_diags *diags;
    zt_zip zip;
    /* Of the workbook's part, with its slash: "xl/". */
    const char *folder;
    bool from_1904;
    /* Texts, and the marks behind them. */
    ZT_VEC(zt_grid_cell) shared;
    ZT_VEC(const zt_numfmt *) formats; /* of each cell format */
    zt_str sheet;                      /* its name */
    const zt_area *area;
    zt_table *table;
    size_t spent; /* cells made and merged */
    bool *hidden; /* of each column */
    /* That there are more of them than are read. */
    bool limit_noted;
} zt_xlsx;

/* The root of a part, NULL after a report; an absent part is reported only if `needed`. */
const zt_node *zt_xlsx_part(zt_xlsx *r, const char *name, bool needed);
/* Reports xlsx-malformed for that part. */
void zt_xlsx_refuse(zt_xlsx *r, const char *part);
/* xlsx_text.c: the text of <si> or <is> into the cell. */
void zt_xlsx_text(zt_arena *arena, const zt_node *node, zt_grid_cell *cell);
/* xlsx_text.c: _x000D_ and the like are the characters they stand for. */
zt_str zt_xlsx_unescape(zt_arena *arena, zt_str text);
/* xlsx_styles.c */
void zt_xlsx_styles(zt_xlsx *r, const zt_node *styles);
/* xlsx_sheet.c: <worksheet> into the table. */
bool zt_xlsx_sheet(zt_xlsx *r, const zt_node *root);
/* Excel and others write 1 or true. */
bool zt_xlsx_true(const zt_node *node, const char *attr);
/* A whole number of at most 9 digits; false if it is none. */
bool zt_xlsx_index(zt_str text, size_t *index);

#endif
