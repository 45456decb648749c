/* gen/xml/grammar_imp.h — private to xml/: what the checker and the two writers share. */
#ifndef ZT_GRAMMAR_IMP_H
#define ZT_GRAMMAR_IMP_H

#include "xml/grammar.h"

/* The row of a def; NULL only for a table that names what it does not hold. */
const zt_elem *zt_grammar_def(const zt_grammar *grammar, const char *def);
/* A child row's def without the mark of a shared place. */
const char *zt_child_def(const zt_child *child);
/* Whether it may stand in the place of the row before it. */
bool zt_child_shares_place(const zt_child *child);
/* Rows before the end mark. */
size_t zt_child_count(const zt_elem *elem);
size_t zt_attr_count(const zt_elem *elem);
/* Its initial value is ZT_REQUIRED. */
bool zt_attr_is_required(const zt_attr *attr);

/* Reports what is wrong with one attribute's value; true if nothing is. */
bool zt_attr_check(const zt_attr *attr, const zt_node *node, const zt_attr_value *given,
                   zt_diags *diags);

/* The pattern of a type for XML Schema, whole text; NULL for types that need none. */
const char *zt_attr_pattern(zt_attr_type type);

#endif
