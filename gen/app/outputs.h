/* gen/app/outputs.h — what a job asks of the outputs. */
#ifndef ZT_OUTPUTS_H
#define ZT_OUTPUTS_H

#include "base/arena.h"
#include "export/export.h"
#include "zhitu.h"

typedef ZT_VEC(const zt_output *) zt_output_list;

/* True when zhitu_job_fault finds nothing; the two below want such a job. */
bool zt_job_is_sound(const zhitu_job *job);
/* The outputs that the job names, each once and in its order, or the usual ones when it names
   none. The list lives in `arena`. */
zt_output_list zt_job_outputs(zt_arena *arena, const zhitu_job *job);
/* The profile and the values of the job, checked; borrowed from the job. */
zt_export_options zt_job_options(zt_arena *arena, const zhitu_job *job);

#endif
