/* gen/model/dump_imp.h — private to model/: the words of enums, as XML and JSON write them. */
#ifndef ZT_DUMP_IMP_H
#define ZT_DUMP_IMP_H

#include "model/doc.h"

const char *zt_kind_word(zt_quantity_kind kind);
const char *zt_bound_word(zt_bound bound);
const char *zt_status_word(zt_status status);
const char *zt_basis_word(zt_basis basis); /* "" for none */

/* ---- doc_dump.c: text ---- */
/* " name=text" unless it is empty. */
void zt_dump_if(zt_buf *out, const char *name, zt_str text);
void zt_dump_quantity(zt_buf *out, int depth, const char *label, const zt_quantity *q);
/* One line of text with its spans marked, its quantities below; nothing when it is empty. */
void zt_dump_rich(zt_buf *out, int depth, const char *name, const zt_rich *rich);
/* doc_dump_lists.c: ledger, tasks, strip, figures, names, quotes, table; from the head on. */
void zt_dump_list(zt_buf *out, const zt_content_block *block);

/* doc_dump_table.c */
void zt_dump_table(zt_buf *out, const zt_table_content *table);
void zt_json_table(zt_buf *out, const zt_table_content *table);

/* ---- doc_dump_json.c: members of an object; nothing for what is empty ---- */
void zt_json_at(zt_buf *out, zt_pos at);
void zt_json_text(zt_buf *out, const char *name, zt_str text);
void zt_json_rich(zt_buf *out, const char *name, const zt_rich *rich);
void zt_json_quantity(zt_buf *out, const char *name, const zt_quantity *q);
void zt_json_list_open(zt_buf *out, const char *name);
void zt_json_open(zt_buf *out, size_t i); /* the i-th object of a list */
void zt_json_list(zt_buf *out, const zt_content_block *block);

#endif
