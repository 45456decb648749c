/* gen/app/session_project.c — what a session keeps of the project's file and of the baseline. */
#include <string.h>

#include "app/session.h"

/* Themes that a project may name. */
static size_t theme_names(zt_arena *arena, const zt_places *places, const char ***out)
{
    return zt_template_names(arena, places->dirs, places->dir_count, "theme", out);
}

const zt_project *zt_session_project(zhitu *session, zt_diags *diags, const zt_places *places)
{
    zt_arena *arena = session->arena, *scratch = zt_arena_beside(arena);
    for (size_t i = 0; i < session->projects.count; i++)
        if (strcmp(session->projects.items[i].root, places->root) == 0)
            return session->projects.items[i].project;
    const char **themes;
    size_t count = theme_names(scratch, places, &themes), before = zt_diags_mark(diags);
    zt_cached_project row = {zt_arena_strdup(arena, places->root), NULL};
    row.project = zt_project_read(arena, diags, row.root, themes, count);
    zt_arena_drop(scratch);
    if (zt_diags_mark(diags) == before)
        ZT_PUSH(arena, &session->projects, row);
    return row.project;
}

const zt_baseline *zt_session_baseline(zhitu *session, zt_diags *diags)
{
    const char *path = session->config.baseline;
    size_t before = zt_diags_mark(diags);
    if (session->baseline || !path)
        return session->baseline;
    zt_baseline *read = zt_baseline_read(session->arena, diags, path);
    if (zt_diags_mark(diags) == before)
        session->baseline = read;
    return read;
}
