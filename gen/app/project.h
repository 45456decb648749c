/* gen/app/project.h — zhitu.xml at the root of a project: what its documents take where neither
   they nor the command line say otherwise. */
#ifndef ZT_PROJECT_H
#define ZT_PROJECT_H

#include "base/pos.h"
#include "model/house_list.h"
#include "xml/grammar.h"
#include "zhitu.h"

/* NULL for what it does not say. Belongs to the session. */
typedef struct zt_project {
    const char *path; /* of its file; NULL: the project has none */
    const char *template_name, *theme, *paper, *profile, *formats;
    zt_pos template_at, paper_at;
    /* The list that house= names, and its file; NULL: there is none, or it could not be read. */
    const zt_house_list *house;
    const char *house_path;
    const zhitu_code_level *levels;
    size_t level_count;
} zt_project;

/* The name of its file. */
#define ZT_PROJECT_FILE "zhitu.xml"

/* What may be written in it. */
extern const zt_grammar zt_project_grammar;

/* Reads that of a folder; one without a path when there is none. `themes` are those that there are.
   Reports what the grammar does, what zt_house_list_read does, bad-value, unknown-theme,
   unknown-code and level-refused. */
zt_project *zt_project_read(zt_arena *arena, zt_diags *diags, const char *root,
                            const char *const *themes, size_t theme_count);

#endif
