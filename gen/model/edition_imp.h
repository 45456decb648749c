/* gen/model/edition_imp.h — private to model/: the reading of editions. */
#ifndef ZT_EDITION_IMP_H
#define ZT_EDITION_IMP_H

#include "model/content_imp.h"
#include "model/edition.h"

/* Words of at=, in the order of zt_edition_at from ZT_AT_HEAD on. */
#define ZT_EDITION_EDGES "head foot left right"
/* Of a story that says none: behind all that do. */
enum { ZT_RANK_LAST = 1000 };

/* edition.c: the pages of a checked tree; their blocks go to the reader's list. */
zt_edition *zt_edition_read(zt_doc_reader *r, const zt_node *root);
/* edition_jumps.c: 下转6版 on one page and 上接5版 on the other are held against each other, where
   both pages are in the document. Reports jump-unmatched. */
void zt_edition_check_jumps(zt_doc_reader *r, const zt_edition *edition);

/* edition_describe.c: pages, items and heads; blocks are described by their kinds. */
void zt_edition_describe(zt_describer *t, const zt_doc *doc);

#endif
