/* gen/app/work_findings.c — the findings of a document are judged before they are asked for. */
#include "app/pipeline.h"

bool zt_work_failed(const zt_work *w)
{
    if (w->policy)
        zt_policy_judge(w->policy, w->diags, w->doc, w->source);
    return zt_diags_failed(w->diags);
}

zhitu_status zt_work_report(zt_work *w)
{
    zt_work_failed(w);
    return zt_session_report(w->session, w->diags, w->source, w->job->strict);
}
