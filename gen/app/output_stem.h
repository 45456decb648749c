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
/* What is known of a document before it is made; "" or NULL: it does not say. */
typedef struct zt_stem_facts {
    const char *id, *template_name, *slot, *lang;
} zt_stem_facts;
/* What names of files have behind what is known of them before the document is made. */
typedef enum zt_stem_rest {
    ZT_REST_PAGES, /* numbers of pages, names of tables */
    ZT_REST_PARTS, /* these, and any words behind a dash: parts of pages */
    ZT_REST_ANY    /* anything: the name is known up to there */
} zt_stem_rest;
typedef struct zt_stem_ahead {
    const char *text; /* NULL: not even its document's id is known */
    zt_stem_rest rest;
} zt_stem_ahead;
/* The same before the document is made, {n} left as it is; ZT_REST_ANY where a template is chosen,
   or a page or theme is the template's own, or the project may say it. */
zt_stem_ahead zt_output_stem_ahead(zt_arena *arena, const zhitu_job *job,
                                   const zt_stem_facts *facts);
/* bad-output-name where all stages are through and the pattern made no name of a file. */
void zt_stem_report(const zt_work *w);

#endif
