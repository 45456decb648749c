/* gen/app/output_stem.h — how the files of a document are called: by its id, or by a pattern of the
   job, {id}-{template}-{slot}. */
#ifndef ZT_OUTPUT_STEM_H
#define ZT_OUTPUT_STEM_H

#include "app/pipeline.h"

/* What a pattern may name, blank-separated, for messages. */
#define ZT_STEM_NAMES "{id} {template} {theme} {slot} {lang} {profile} {n}"

/* Whether the pattern names only these, {id} among them, and the rest of it may stand in the name
   of a file. */
bool zt_stem_is_sound(const char *pattern);
/* Without extension, in the arena of the document. `index` counts the files of one output from 0,
   `count` is how many there are: -p01 follows where the pattern has no {n}. NULL where there is no
   name yet, since a stage failed, or where it is no name of a file (zt_stem_report says so). */
const char *zt_output_stem(const zt_work *w, size_t index, size_t count);
/* bad-output-name where all stages are through and the pattern made no name of a file. */
void zt_stem_report(const zt_work *w);

#endif
