/* gen/app/output_names.h — which document of a job writes which file: none may overwrite that of
 * another.
 */
#ifndef ZT_OUTPUT_NAMES_H
#define ZT_OUTPUT_NAMES_H

#include "app/pipeline.h"

/* The files that documents of one job write, or would write. */
typedef struct zt_output_names zt_output_names;

zt_output_names *zt_output_names_new(zt_arena *arena);
/* Adds the outputs of the work, which lists them. Reports `duplicate-output` at its id where an
   earlier document has one of them; A and a are one, as on many a file system. */
void zt_output_names_add(zt_output_names *names, zt_work *work);

#endif
