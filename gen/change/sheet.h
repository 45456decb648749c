/* gen/change/sheet.h — the change sheet (改动单): a comparison as a document of its own, a report
   that the program sets like any other, with room for signatures. */
#ifndef ZT_CHANGE_SHEET_H
#define ZT_CHANGE_SHEET_H

#include "change/say.h"

/* The document, as XML for the template report-changes; `id` is that of its outputs. */
zt_str zt_change_sheet(zt_arena *arena, const zt_diff *diff, const zt_doc *before,
                       const zt_doc *after, const char *id, zt_lang lang);

#endif
