/* gen/compose/compose.h — binds a document to a template: which block goes into which place. */
#ifndef ZT_COMPOSE_H
#define ZT_COMPOSE_H

#include "layout/layout.h"
#include "model/doc.h"

/* A document bound to a template. Lives in the arena that zt_compose was given and points into
   both. */
typedef struct zt_composition {
    zt_box *root;
    /* Optional parts of the whole document. */
    size_t optional_total;
    /* In document order: heads, blocks, notes, credits. */
    zt_block **blocks;
    size_t block_count;
    /* The document as it is shown, a copy without what keep= of places leaves out; NULL: all of it.
     */
    const zt_doc *shown;
    /* Of an edition: what each block of the document stands in, in their order, for the page to
       place; NULL for other documents, as `root` is for an edition. */
    zt_box **apart;
} zt_composition;

/* Reports unplaced-block, claimed-twice, unknown-select, unknown-variant, unknown-parameter,
   bad-value, unknown-part (errors) and omitted (note). Never NULL. Lives in `arena`. */
zt_composition *zt_compose(zt_arena *arena, zt_diags *diags, const zt_doc *doc,
                           const zt_template *template_);
/* The same for an edition: its blocks alone, each in the first box of the template that selects it.
 */
zt_composition *zt_compose_apart(zt_arena *arena, zt_diags *diags, const zt_doc *doc,
                                 const zt_template *template_);
/* `zhitu dump --stage=blocks`: the tree of boxes with what stands in them. Text for tests and for
   those who write templates. */
void zt_composition_dump(zt_buf *out, const zt_composition *composition);
/* The same as JSON. */
void zt_composition_dump_json(zt_buf *out, const zt_composition *composition);

#endif
