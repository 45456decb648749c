/* source-missing: credits that name no source, in a graphic of figures. A story in photographs has
   only who took them. */
#include "model/check_imp.h"

#include <string.h>

/* A source among the credits, or source= on any value. */
static bool names_source(const zt_doc *doc)
{
    for (size_t i = 0; i < doc->credit_count; i++)
        if (strcmp(doc->credits[i].role, "source") == 0)
            return true;
    for (size_t i = 0; i < doc->quantity_count; i++)
        if (doc->quantities[i]->source.len > 0)
            return true;
    return false;
}

/* A document without credits is a draft; one without quantities needs no source. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    const zt_doc *doc = r->doc;
    if (doc->credit_count == 0 || doc->quantity_count == 0 || names_source(doc))
        return;
    zt_report(r->diags, ZT_WARNING, "source-missing", doc->credits_at,
              "有 %zu 个数量，却没有写明资料来源；在 <credits> 里加 <source>",
              "%zu quantities and no source for them; add <source> to <credits>",
              doc->quantity_count);
}

const zt_doc_check zt_doc_check_source = {run};
