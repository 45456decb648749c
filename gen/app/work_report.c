/* gen/app/work_report.c — the pages of a report from its model and template. */
#include "app/pipeline.h"

void zt_work_make_report(zt_work *w, zhitu_stage last)
{
    (void)last;
    zt_report(w->diags, ZT_ERROR, "root-unfinished", w->source->root->at,
              "<report>（多页的报告）还不能排", "<report> cannot be set yet");
}
