/* gen/export/export_imp.h — what all outputs share, private to export/. */
#ifndef ZT_EXPORT_IMP_H
#define ZT_EXPORT_IMP_H

#include "export/export.h"

/* True after a report when the book holds what no output can paint yet (photographs). */
bool zt_export_refuses(zt_diags *diags, const zt_book *book);

#endif
