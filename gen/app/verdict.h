/* gen/app/verdict.h — what a document's findings amount to. */
#ifndef ZT_VERDICT_H
#define ZT_VERDICT_H

#include "base/diag.h"
#include "zhitu.h"

/* In a final version what is lost or guessed is an error, whichever stage noticed it. Call it
   before the findings are counted or shown; twice does no harm. */
void zt_verdict_raise(zt_diags *diags, const zhitu_job *job);
/* The document may be published: no error, and under `strict` no warning. */
bool zt_verdict_passes(const zt_diags *diags, const zhitu_job *job);

#endif
