/* gen/app/verdict.c — what a document's findings amount to: which of them a final version raises
   to errors, and whether the document may be published: never with an error, and with --strict
   never with a warning. Decided once, after all stages and before anything is written. */
#include "app/verdict.h"

/* Content that is not printed, or printed by a guess. In drafts it is reported, each finding in its
   own measure; no final version leaves the house with one, nor as a file that its plant refuses. */
static const char *const losses[] = {"omitted",       "encoding-guessed", "empty-page",
                                     "photo-missing", "advert-missing",   "words-missing",
                                     "profile-unmet"};

/* Only in a final version: a draft is printed with its gaps. */
void zt_verdict_raise(zt_diags *diags, const zhitu_job *job)
{
    for (size_t i = 0; job->final && i < sizeof losses / sizeof *losses; i++)
        zt_diags_raise(diags, losses[i], ZT_ERROR);
}

bool zt_verdict_passes(const zt_diags *diags, const zhitu_job *job)
{
    return !zt_diags_failed(diags) &&
           !(job->strict && zt_diags_severity_count(diags, ZT_WARNING) > 0);
}
