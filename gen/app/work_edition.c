/* gen/app/work_edition.c — the pages of an edition from its model and template. */
#include "app/pipeline.h"

void zt_work_make_edition(zt_work *w, zhitu_stage last)
{
    (void)last;
    zt_report(w->diags, ZT_ERROR, "root-unfinished", w->source->root->at,
              "<edition>（报纸的版面）还不能排", "<edition> cannot be set yet");
}
