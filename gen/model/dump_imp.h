/* gen/model/dump_imp.h — private to model/: the words of enums, as XML and JSON write them. */
#ifndef ZT_DUMP_IMP_H
#define ZT_DUMP_IMP_H

#include "model/quantity.h"

const char *zt_kind_word(zt_quantity_kind kind);
const char *zt_bound_word(zt_bound bound);
const char *zt_status_word(zt_status status);
const char *zt_basis_word(zt_basis basis); /* "" for none */

#endif
