/* gen/app/session.c — places, fonts and templates of a session. */
#include "app/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

const char *zhitu_version(void)
{
    return ZT_VERSION;
}

static void make_arena(void *self)
{
    zhitu *session = self;
    session->arena = zt_memory_arena(session->memory);
}

zhitu *zhitu_open(const zhitu_config *config)
{
    zhitu *session = calloc(1, sizeof *session);
    zt_memory *memory = session ? zt_memory_new() : NULL;
    if (!memory) {
        free(session);
        return NULL;
    }
    session->memory = memory;
    session->config = *config;
    if (zt_memory_try(memory, make_arena, session) == ZT_MEMORY_DONE)
        return session;
    zhitu_close(session);
    return NULL;
}

static void save_cache(void *self)
{
    const zhitu *session = self;
    if (session->fonts)
        zt_fonts_save_cache(session->fonts);
}

void zhitu_close(zhitu *session)
{
    if (!session)
        return;
    zt_memory_try(session->memory, save_cache, session); /* a cache that is not saved is no loss */
    zt_memory_drop(session->memory);
    free(session);
}

/* The nearest folder above the document that holds templates/, else the document's own. */
static const char *find_root(zt_arena *arena, const char *path)
{
    char *own = zt_path_dir(arena, path);
    char *dir = zt_path_real(arena, own);
    while (dir) {
        if (zt_dir_exists(zt_path_join(arena, dir, "templates")))
            return dir;
        char *up = zt_path_dir(arena, dir);
        if (strcmp(up, dir) == 0)
            break;
        dir = up;
    }
    return own;
}

static void add_dir(zt_places *places, const char *dir)
{
    if (dir && zt_dir_exists(dir))
        places->dirs[places->dir_count++] = dir;
}

/* Build tree: build/zhitu beside templates/. Installation: bin/zhitu and share/zhitu/. */
static const char *data_folder(const zhitu *session, zt_arena *arena, const char *name)
{
    const zhitu_config *c = &session->config;
    if (c->data_dir)
        return zt_path_join(arena, c->data_dir, name);
    if (!c->program_dir)
        return NULL;
    const char *tries[] = {zt_arena_printf(arena, "%s/../%s", c->program_dir, name),
                           zt_arena_printf(arena, "%s/../share/zhitu/%s", c->program_dir, name)};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (zt_dir_exists(tries[i]))
            return tries[i];
    return NULL;
}

zt_places zt_session_places(zhitu *session, zt_arena *arena, const char *path)
{
    zt_places places = {0};
    if (session->config.root)
        places.root = session->config.root;
    else
        places.root = path ? find_root(arena, path) : ".";
    add_dir(&places, session->config.templates);
    add_dir(&places, zt_path_join(arena, places.root, "templates"));
    add_dir(&places, "templates");
    add_dir(&places, data_folder(session, arena, "templates"));
    return places;
}

const char *zt_session_font_dir(zhitu *session, zt_arena *arena, const zt_places *places)
{
    const char *dirs[] = {zt_path_join(arena, places->root, "fonts"), "fonts",
                          data_folder(session, arena, "fonts")};
    /* The project's own, with or without a lock: files put there must be found. */
    for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
        if (dirs[i] && zt_dir_exists(dirs[i]))
            return dirs[i];
    return dirs[0];
}

zt_fonts *zt_session_fonts(zhitu *session, const zt_places *places)
{
    if (session->fonts)
        return session->fonts;
    zt_arena *arena = session->arena;
    const char *dir = zt_session_font_dir(session, arena, places);
    const char *cache = session->config.cache_dir;
    zt_font_options options = {
        .lock_path = zt_path_join(arena, dir, "fonts.lock"),
        .cache_path = cache ? zt_path_join(arena, cache, "fonts.cache") : NULL,
        .folder = zt_dir_exists(dir) ? dir : NULL,
    };
    session->fonts = zt_fonts_new(arena, &options);
    return session->fonts;
}

/* The folders, for what outlives the document. */
static const char *const *kept_dirs(zt_arena *arena, const zt_places *places)
{
    const char **dirs = ZT_ARRAY(arena, places->dir_count + 1, const char *);
    for (size_t i = 0; i < places->dir_count; i++)
        dirs[i] = zt_arena_strdup(arena, places->dirs[i]);
    return dirs;
}

zt_icons *zt_session_icons(zhitu *session, const zt_places *places)
{
    const char *dir = places->dir_count ? places->dirs[0] : "";
    for (size_t i = 0; i < session->icons.count; i++)
        if (strcmp(session->icons.items[i].dir, dir) == 0)
            return session->icons.items[i].icons;
    zt_arena *arena = session->arena;
    zt_cached_icons row = {zt_arena_strdup(arena, dir),
                           zt_icons_new(arena, kept_dirs(arena, places), places->dir_count)};
    ZT_PUSH(arena, &session->icons, row);
    return row.icons;
}

zt_template *zt_session_template(zhitu *session, zt_diags *diags, const zt_places *places,
                                 const char *name, zt_pos asked_at, const char *theme)
{
    const char *wanted = theme ? theme : "", *dir = places->dir_count ? places->dirs[0] : "";
    for (size_t i = 0; i < session->templates.count; i++) {
        const zt_cached_template *c = &session->templates.items[i];
        if (strcmp(c->name, name) == 0 && strcmp(c->theme, wanted) == 0 && strcmp(c->dir, dir) == 0)
            return c->template_;
    }
    zt_arena *arena = session->arena;
    const char *const *dirs = kept_dirs(arena, places);
    /* The position outlives this document: its file name must too. */
    if (asked_at.file)
        asked_at.file = zt_arena_strdup(arena, asked_at.file);
    zt_template *t = zt_template_load(arena, diags, dirs, places->dir_count,
                                      zt_arena_strdup(arena, name), asked_at, theme);
    if (t) {
        zt_cached_template row = {zt_arena_strdup(arena, name), zt_arena_strdup(arena, wanted),
                                  zt_arena_strdup(arena, dir), t};
        ZT_PUSH(arena, &session->templates, row);
    }
    return t;
}

const zt_theme *zt_session_theme(zhitu *session, zt_diags *diags, const zt_places *places,
                                 const char *name)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    const char **names;
    size_t count = zt_template_names(scratch, places->dirs, places->dir_count, "template", &names);
    const zt_template *t = NULL;
    if (count > 0)
        t = zt_session_template(session, diags, places, names[0], ZT_NOWHERE, name);
    else
        zt_report_env(diags, "cannot-read", ZT_NOWHERE, "找不到模板文件夹；用 --templates 指明",
                      "no folder of templates was found; name it with --templates");
    zt_arena_drop(scratch);
    return t ? t->theme : NULL;
}

zt_lexicon *zt_session_lexicon(zt_arena *arena, const zt_places *places)
{
    const char *found = NULL;
    for (size_t i = 0; i < places->dir_count && !found; i++) {
        const char *path = zt_path_join(arena, places->dirs[i], "words.bin");
        found = zt_file_exists(path) ? path : NULL;
    }
    return zt_lexicon_new(arena, found);
}
