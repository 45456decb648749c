/* gen/change/say.h — a comparison as text for a terminal and as JSON for programs. */
#ifndef ZT_CHANGE_SAY_H
#define ZT_CHANGE_SAY_H

#include "change/change.h"
#include "change/page_change.h"

/* What was compared, as it is told. */
typedef struct zt_diff {
    const char *before, *after; /* as the user named them */
    /* Files of the old document lie below this folder, which stands for `shown` (git:HEAD~1:);
       NULL: they are named as they lie. */
    const char *folder, *shown;
    const zt_changes *changes;
    const zt_page_changes *pages;            /* NULL: pages were not compared */
    const char *pages_why_zh, *pages_why_en; /* why not */
} zt_diff;

/* The file of a place, as it is told. */
const char *zt_diff_file(zt_arena *arena, const zt_diff *diff, zt_pos at);
/* Whether anything differs. */
bool zt_diff_differs(const zt_diff *diff);
/* A line for each change, then what they amount to. */
void zt_diff_text(zt_arena *arena, zt_buf *out, const zt_diff *diff, zt_lang lang);
/* One object; docs/changes.md says what its members mean. */
void zt_diff_json(zt_arena *arena, zt_buf *out, const zt_diff *diff);

#endif
