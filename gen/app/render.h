/* gen/app/render.h — one document of a job: through its stages, to its files and findings. */
#ifndef ZT_RENDER_H
#define ZT_RENDER_H

#include "app/output_names.h"

/* Renders the document and hands its findings to the session's callbacks; one that gets no memory
   fails alone. `names`: those of the job's files so far; NULL where none can meet another's. */
zhitu_status zt_render_document(zhitu *session, const zhitu_job *job, const char *path,
                                zt_output_names *names);

#endif
