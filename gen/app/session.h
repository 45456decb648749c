/* gen/app/session.h — what lives as long as a session: places, fonts, templates, callbacks. */
#ifndef ZT_SESSION_H
#define ZT_SESSION_H

#include "base/diag.h"
#include "app/policy.h"
#include "app/project.h"
#include "base/folder.h"
#include "font/font.h"
#include "template/icon.h"
#include "template/template.h"
#include "text/lexicon.h"
#include "zhitu.h"

typedef struct zt_source zt_source;

/* Other inks than the theme's own: the colour of a section, "" or NULL for none; black alone. */
typedef struct zt_inking {
    const char *section;
    bool black;
} zt_inking;

/* Where a document's things are looked for. Filled by zt_session_places in the document's arena;
   dirs are at most five (those of the gallery's samples included), in the order in which they
   are searched. */
typedef struct zt_places {
    /* Below which hrefs must lie. */
    const char *root;
    /* Template folders, first found wins. */
    const char *dirs[5];
    size_t dir_count;
    /* How the themes found there are printed. */
    zt_inking inking;
} zt_places;

/* A template that was read once for all documents of the session; it belongs to the session's
   arena. Only templates without mistakes are kept. */
typedef struct zt_cached_template {
    /* `theme` is "" when not overridden. */
    const char *name, *theme;
    /* The folders: documents of another root look elsewhere. */
    const char *dirs;
    /* As written, "" for the page's own size; one of a frame of a page begins with "=". */
    const char *slot;
    /* Theme of its own where the inks are others. */
    zt_inking inking;
    zt_template *template_;
} zt_cached_template;

/* The fonts of a folder with its lock: documents of another project have their own. */
typedef struct zt_cached_fonts {
    const char *dir;
    zt_fonts *fonts;
} zt_cached_fonts;

/* A file of words for breaking at sense, mapped once a session. */
typedef struct zt_cached_words {
    /* "" when there is no such file. */
    const char *path;
    zt_lexicon *lexicon;
} zt_cached_words;

/* The icons of one list of folders, read when the first document asks for one. */
typedef struct zt_cached_icons {
    const char *dirs; /* template folders */
    zt_icons *icons;
} zt_cached_icons;

/* The names of templates in a list of folders. */
typedef struct zt_cached_names {
    const char *dirs;
    const char **names;
    size_t count;
} zt_cached_names;

/* The project of a root, read once a session when nothing is wrong with it. */
typedef struct zt_cached_project {
    const char *root;
    zt_project *project;
} zt_cached_project;

/* What outlives a document. Everything is kept until the session closes, or until memory runs out
   and all is forgotten (app/attempt.c). */
struct zhitu {
    zhitu_config config;
    /* Of all arenas made for the session. */
    zt_memory *memory;
    zt_arena *arena;
    zhitu_count count;
    /* Path of the document that is worked on; NULL between documents. Lent by the attempt. */
    const char *document;
    /* Of the outputs, opened with the first. */
    zt_folder *folder;
    const char *folder_path;
    ZT_VEC(zt_cached_fonts) fonts;
    ZT_VEC(zt_cached_words) words;
    ZT_VEC(zt_cached_template) templates;
    ZT_VEC(zt_cached_icons) icons;
    ZT_VEC(zt_cached_names) names;
    ZT_VEC(zt_cached_project) projects;
    zt_baseline *baseline; /* NULL: none, or not read yet */
};

/* Runs `run(job)` and returns its status. When memory runs out meanwhile, says out-of-memory (or
   too-large, when one document asked for too much) about `path`, which may be NULL, forgets what
   the session remembered and returns what that amounts to. `session` NULL: ZHITU_ENVIRONMENT. */
zhitu_status zt_session_attempt(zhitu *session, const char *path, zhitu_status (*run)(void *job),
                                void *job);
/* Ends the attempt if a library was refused memory since: asked before anything is said or
   written, for libraries may go on with a part of what they should have. */
void zt_session_demand_memory(const zhitu *session);

/* What a session leaves behind for the next: the cache of fonts, names of files on the disk. */
void zt_session_settle(zhitu *session);
/* Places for a document, or for the current folder when `path` is NULL. In `arena`. */
zt_places zt_session_places(zhitu *session, zt_arena *arena, const char *path);
/* The fonts of those places, made on first use; they live as long as the session. */
zt_fonts *zt_session_fonts(zhitu *session, const zt_places *places);
/* The folder of fonts (fonts.lock in it) for those places; may not exist. */
const char *zt_session_font_dir(zhitu *session, zt_arena *arena, const zt_places *places);
/* The template of that name with its theme, loaded once a session; NULL after a report. `theme`
   takes the place of the template's own, unless it is NULL; so does `slot` of the page's size. */
zt_template *zt_session_template(zhitu *session, zt_diags *diags, const zt_places *places,
                                 const char *name, zt_pos asked_at, const char *theme,
                                 const zt_page_slot *slot);

/* Names of the templates of graphics in those folders, sorted; read once a session. */
size_t zt_session_template_names(zhitu *session, const zt_places *places, const char ***out);
/* The same as zt_session_template without a word about what is wrong: NULL, which is remembered,
   when it cannot be used for that slot. */
zt_template *zt_session_candidate(zhitu *session, const zt_places *places, const char *name,
                                  const char *theme, const zt_page_slot *slot);

/* The project of those places; mistakes in its file are reported to each document. Never NULL. */
const zt_project *zt_session_project(zhitu *session, zt_diags *diags, const zt_places *places);
/* The findings that are known; NULL when none are, or after a report. */
const zt_baseline *zt_session_baseline(zhitu *session, zt_diags *diags);

/* The theme of that name, through the first template there is; NULL after a report. It belongs
   to the session. */
const zt_theme *zt_session_theme(zhitu *session, zt_diags *diags, const zt_places *places,
                                 const char *name);

/* The icons beside those templates; what is read stays for the session. Never NULL, even if
   there are none. */
zt_icons *zt_session_icons(zhitu *session, const zt_places *places);

/* The words between which headlines and labels are broken: words.bin with the templates, in the
   project's folder or in the program's own. Read and verified once a session. NULL after a report
   (words-missing, environment): other words would give other lines. `path` (may be NULL) is where
   it lies. */
zt_lexicon *zt_session_lexicon(zhitu *session, zt_diags *diags, const zt_places *places,
                               const char **path);
/* The folder of outputs, opened once; NULL after a report. */
zt_folder *zt_session_folder(zhitu *session, zt_diags *diags, const char *path);

/* The bytes of the file that a finding points at: the document, else read anew; empty when it is no
   text. */
zt_str zt_session_bytes(zt_arena *arena, zt_pos pos, const zt_source *source);

/* Hands the diagnostics to the session's callback, sorted, at most shown_most (all are counted),
   and returns the status they amount to. `source` lends lines of the document itself. */
/* Sorts the findings, counts them and hands them to the host's callback, with the line of the
   source; the status that they amount to. `strict`: warnings count as errors. `source` may be
   NULL. */
zhitu_status zt_session_report(zhitu *session, zt_diags *diags, const zt_source *source,
                               bool strict);

#endif
