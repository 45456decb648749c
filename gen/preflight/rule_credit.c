/* gen/preflight/rule_credit.c — photographs without the name of who took them. */
#include "preflight/preflight.h"

/* <photo by=…/> among the document's credits. */
static bool has_credit_for_all(const zt_doc *doc)
{
    for (size_t i = 0; i < doc->credit_count; i++)
        if (zt_str_is(zt_str_from(doc->credits[i].role), "photo"))
            return true;
    return false;
}

/* Reports credit-missing. */
static void inspect(const zt_inspection *in)
{
    if (has_credit_for_all(in->doc))
        return;
    for (size_t i = 0; i < in->doc->block_count; i++) {
        const zt_content_block *block = &in->doc->blocks[i];
        if (!zt_str_is(zt_str_from(block->name), "photo"))
            continue;
        const zt_photo *photo = block->content;
        if (!zt_rich_is_empty(&photo->credit))
            continue;
        /* Who will have taken a picture that is still to come may not be known yet. */
        zt_report(in->diags, photo->picture ? ZT_WARNING : ZT_NOTE, "credit-missing", photo->at,
                  "照片没有署名；写 <credit>记者 某某 摄</credit>，或在 credits 里写 <photo by=…/>",
                  "the photo has no credit; write <credit>, or <photo by=…/> in credits for all");
    }
}

const zt_rule zt_rule_credit = {
    "credit-missing",
    "每张照片有署名，或全篇有摄影署名",
    "each photo has a credit, or the document one for all",
    "Copyright Law of the PRC, article 10: the author's right to be named",
    inspect,
    true};
