/* gen/block/words/rich.h — inline text of the model turned into paragraphs. */
#ifndef ZT_RICH_H
#define ZT_RICH_H

#include "layout/block.h"
#include "model/doc.h"

/* In which looks inline text is set. All are borrowed and must outlive the paragraph. */
typedef struct zt_rich_style {
    const zt_look *base; /* plain text */
    /* em, and figures when `figure` is NULL; NULL = as base. */
    const zt_look *strong;
    /* Digits of quantities; unit and words stay at text size (R66). */
    const zt_look *figure;
} zt_rich_style;

/* Runs for zt_para_break; sub and sup at 0.62 of the size, R66 gaps are the engine's. */
size_t zt_rich_runs(const zt_setting *setting, const zt_rich *rich, const zt_rich_style *style,
                    zt_run **out);
/* A paragraph of the runs, in the arena of the setting. */
zt_para *zt_rich_set(const zt_setting *setting, const zt_rich *rich, const zt_rich_style *style,
                     double width);
/* The same for a plain attribute text. */
zt_para *zt_plain_set(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                      double width);

#endif
