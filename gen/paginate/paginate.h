/* gen/paginate/paginate.h — a report as pages: its parts become a stream of units, the stream is
   broken into pages, figures float, numbers and references settle, and each page becomes a scene.
 */
#ifndef ZT_PAGINATE_H
#define ZT_PAGINATE_H

#include "layout/account.h"
#include "layout/block.h"
#include "model/report.h"
#include "template/report_style.h"

/* A report on its way to its pages; filled by the caller, borrowed. `setting` has no scene. */
typedef struct zt_pagination {
    zt_setting *setting;
    const zt_doc *doc;
    /* Blocks of the body by their place in doc->blocks; NULL for those of the cover. */
    zt_block *const *blocks;
    /* The same as they are set on the opening pages of chapters. */
    zt_block *const *opener_blocks;
    /* The cover, set as a graphic; NULL without one. */
    zt_scene *cover;
} zt_pagination;

/* What became of it; all in the arena of the setting. */
typedef struct zt_paginated {
    zt_scene **pages;
    size_t page_count;
    zt_account *account; /* how they came about */
    /* Heads for the outline, in order; `level` from 1. */
    zt_bookmark *bookmarks;
    size_t bookmark_count;
    zt_dest *dests;
    size_t dest_count;
    zt_page_labels *labels;
    size_t label_count;
    int passes; /* until pages and references agreed */
} zt_paginated;

/* Makes all pages. Reports float-late, see-*, toc-unsettled, page-short, table-row-high,
   block-too-high. */
zt_paginated zt_paginate(const zt_pagination *report);

#endif
