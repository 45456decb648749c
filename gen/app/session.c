/* gen/app/session.c — places, fonts, templates, icons and words of a session: all that outlives
   a document and is read once. Places are found from the document's own folder upwards; only
   behind them come the current folder and what is installed with the program. What is kept is
   kept by the folders that it came from, so that documents of several projects do not mix. */
#include "app/session.h"

#include "template/theme_inking.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

const char *zhitu_version(void)
{
    return ZT_VERSION;
}

/* For zt_memory_try: the first arena may fail as well. */
static void make_arena(void *self)
{
    zhitu *session = self;
    session->arena = zt_memory_arena(session->memory);
}

/* NULL only for want of memory. The struct of the configuration is copied, the texts in it are
   borrowed for as long as the session lasts. */
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

/* For zt_memory_try: a cache that cannot be saved is no error. */
static void settle(void *self)
{
    const zhitu *session = self;
    for (size_t i = 0; i < session->fonts.count; i++)
        zt_fonts_save_cache(session->fonts.items[i].fonts);
    if (session->folder)
        zt_folder_settle(session->folder);
}

void zt_session_settle(zhitu *session)
{
    zt_memory_try(session->memory, settle, session); /* a cache that is not saved is no loss */
}

/* The cache of fonts is saved here, once for all documents. */
void zhitu_close(zhitu *session)
{
    if (!session)
        return;
    zt_session_settle(session);
    zt_memory_drop(session->memory);
    free(session);
}

/* The nearest folder above the document that holds zhitu.xml or templates/, else the document's
 * own.
 */
static const char *find_root(zt_arena *arena, const char *path)
{
    char *own = zt_path_dir(arena, path);
    char *dir = zt_path_real(arena, own);
    while (dir) {
        if (zt_file_exists(zt_path_join(arena, dir, ZT_PROJECT_FILE)) ||
            zt_dir_exists(zt_path_join(arena, dir, "templates")))
            return dir;
        char *up = zt_path_dir(arena, dir);
        if (strcmp(up, dir) == 0)
            break;
        dir = up;
    }
    return own;
}

/* Folders that do not exist are not asked again. */
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

/* From the nearest to the farthest: what a user names goes before the project, the project before
   the program. */
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

/* The project's folder, the current folder's, then the program's; the project's name when none
   is there, for a lock that is to be written. */
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

/* What a shell takes for one word, whatever stands in it. */
static void put_quoted(zt_buf *out, const char *text)
{
    zt_buf_putc(out, '\'');
    for (; *text; text++)
        if (*text == '\'')
            zt_buf_puts(out, "'\\''");
        else
            zt_buf_putc(out, *text);
    zt_buf_putc(out, '\'');
}

/* The command that records the fonts of these places, wherever it is called. */
static const char *update_command(zhitu *session, const zt_places *places)
{
    zt_arena *arena = session->arena;
    const char *root = zt_path_real(arena, places->root);
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, "zhitu fonts --update --root ");
    put_quoted(&out, root ? root : places->root);
    if (session->config.templates) {
        const char *templates = zt_path_real(arena, session->config.templates);
        zt_buf_puts(&out, " --templates ");
        put_quoted(&out, templates ? templates : session->config.templates);
    }
    return out.data;
}

/* One for each real folder: links to one folder share their faces, and no file is opened twice. */
zt_fonts *zt_session_fonts(zhitu *session, const zt_places *places)
{
    zt_arena *arena = session->arena;
    const char *found = zt_session_font_dir(session, arena, places);
    const char *real = zt_path_real(arena, found), *dir = real ? real : found;
    for (size_t i = 0; i < session->fonts.count; i++)
        if (strcmp(session->fonts.items[i].dir, dir) == 0)
            return session->fonts.items[i].fonts;
    const char *cache = session->config.cache_dir;
    zt_font_options options = {
        .lock_path = zt_path_join(arena, found, "fonts.lock"),
        .cache_path = cache ? zt_path_join(arena, cache, "fonts.cache") : NULL,
        .folder = real,
        .update_command = update_command(session, places),
    };
    zt_cached_fonts row = {dir, zt_fonts_new(arena, &options)};
    ZT_PUSH(arena, &session->fonts, row);
    return row.fonts;
}

/* The folders, for what outlives the document. */
static const char *const *kept_dirs(zt_arena *arena, const zt_places *places)
{
    const char **dirs = ZT_ARRAY(arena, places->dir_count + 1, const char *);
    for (size_t i = 0; i < places->dir_count; i++)
        dirs[i] = zt_arena_strdup(arena, places->dirs[i]);
    return dirs;
}

/* All folders as one word, to tell one list of them from another. */
static const char *key_of(zt_arena *arena, const zt_places *places)
{
    zt_buf key;
    zt_buf_init(&key, arena);
    zt_buf_puts(&key, "");
    for (size_t i = 0; i < places->dir_count; i++) {
        zt_buf_puts(&key, places->dirs[i]);
        zt_buf_putc(&key, '\n');
    }
    return key.len ? key.data : "";
}

/* Documents with the same folders share what was read. */
zt_icons *zt_session_icons(zhitu *session, const zt_places *places)
{
    zt_arena *scratch = zt_arena_beside(session->arena), *arena = session->arena;
    const char *key = key_of(scratch, places);
    zt_icons *icons = NULL;
    for (size_t i = 0; i < session->icons.count && !icons; i++)
        if (strcmp(session->icons.items[i].dirs, key) == 0)
            icons = session->icons.items[i].icons;
    if (!icons) {
        icons = zt_icons_new(arena, kept_dirs(arena, places), places->dir_count);
        zt_cached_icons row = {zt_arena_strdup(arena, key), icons};
        ZT_PUSH(arena, &session->icons, row);
    }
    zt_arena_drop(scratch);
    return icons;
}

/* One that was read in this session, from the same folders. */
static const zt_cached_template *find_template(const zhitu *session,
                                               const zt_cached_template *wanted)
{
    for (size_t i = 0; i < session->templates.count; i++) {
        const zt_cached_template *c = &session->templates.items[i];
        if (strcmp(c->name, wanted->name) == 0 && strcmp(c->theme, wanted->theme) == 0 &&
            strcmp(c->slot, wanted->slot) == 0 && strcmp(c->dirs, wanted->dirs) == 0 &&
            c->inking.black == wanted->inking.black &&
            strcmp(c->inking.section, wanted->inking.section) == 0)
            return c;
    }
    return NULL;
}

/* A copy that outlives the document that asks. */
static const zt_page_slot *kept_slot(zt_arena *arena, const zt_page_slot *slot)
{
    if (!slot)
        return NULL;
    zt_page_slot *kept = ZT_NEW(arena, zt_page_slot);
    *kept = *slot;
    kept->text = zt_arena_strdup(arena, slot->text);
    if (slot->at.file)
        kept->at.file = zt_arena_strdup(arena, slot->at.file);
    kept->paper = slot->paper ? zt_arena_strdup(arena, slot->paper) : NULL;
    if (slot->paper_at.file)
        kept->paper_at.file = zt_arena_strdup(arena, slot->paper_at.file);
    return kept;
}

/* What is asked for, by which it is found again. */
static zt_cached_template asked_template(zt_arena *scratch, const zt_places *places,
                                         const char *name, const char *theme,
                                         const zt_page_slot *slot)
{
    return (zt_cached_template){
        .name = name,
        .theme = theme ? theme : "",
        .dirs = key_of(scratch, places),
        .slot = slot ? zt_arena_printf(scratch, "%s%s%s%s", slot->frame ? "=" : "", slot->text,
                                       slot->paper ? "@" : "", slot->paper ? slot->paper : "")
                     : "",
        .inking = {places->inking.section ? places->inking.section : "", places->inking.black}};
}

/* The section first: its colour has a grey as well. */
static void ink(zt_theme *theme, zt_inking inking)
{
    if (*inking.section)
        zt_theme_take_section(theme, inking.section);
    if (inking.black)
        zt_theme_take_black(theme);
}

/* Reads it; what comes of it is kept by what was asked for. */
static zt_template *load_template(zhitu *session, zt_diags *diags, const zt_places *places,
                                  const zt_cached_template *wanted, zt_pos asked_at,
                                  const zt_page_slot *slot, bool keep_failed)
{
    zt_arena *arena = session->arena;
    /* The position outlives this document: its file name must too. */
    if (asked_at.file)
        asked_at.file = zt_arena_strdup(arena, asked_at.file);
    const char *theme = *wanted->theme ? zt_arena_strdup(arena, wanted->theme) : NULL;
    zt_template *t = zt_template_load_for(arena, diags, kept_dirs(arena, places), places->dir_count,
                                          zt_arena_strdup(arena, wanted->name), asked_at, theme,
                                          kept_slot(arena, slot));
    zt_cached_template row = {
        .name = zt_arena_strdup(arena, wanted->name),
        .theme = zt_arena_strdup(arena, wanted->theme),
        .dirs = zt_arena_strdup(arena, wanted->dirs),
        .slot = zt_arena_strdup(arena, wanted->slot),
        .inking = {zt_arena_strdup(arena, wanted->inking.section), wanted->inking.black},
        .template_ = t};
    if (t)
        ink(t->theme, row.inking);
    if (t || keep_failed)
        ZT_PUSH(arena, &session->templates, row);
    return t;
}

/* One that failed is not taken from memory: each document is told what is wrong with its template.
   `theme` NULL: the template's own. */
zt_template *zt_session_template(zhitu *session, zt_diags *diags, const zt_places *places,
                                 const char *name, zt_pos asked_at, const char *theme,
                                 const zt_page_slot *slot)
{
    zt_arena *scratch = zt_arena_beside(session->arena);
    zt_cached_template wanted = asked_template(scratch, places, name, theme, slot);
    const zt_cached_template *found = find_template(session, &wanted);
    zt_template *t = found && found->template_
                         ? found->template_
                         : load_template(session, diags, places, &wanted, asked_at, slot, false);
    zt_arena_drop(scratch);
    return t;
}

zt_template *zt_session_candidate(zhitu *session, const zt_places *places, const char *name,
                                  const char *theme, const zt_page_slot *slot)
{
    zt_arena *scratch = zt_arena_beside(session->arena);
    zt_cached_template wanted = asked_template(scratch, places, name, theme, slot);
    const zt_cached_template *found = find_template(session, &wanted);
    zt_template *t = found ? found->template_
                           : load_template(session, zt_diags_new(scratch), places, &wanted,
                                           ZT_NOWHERE, slot, true);
    zt_arena_drop(scratch);
    return t && t->for_root == ZT_ROOT_GRAPHIC ? t : NULL;
}

size_t zt_session_template_names(zhitu *session, const zt_places *places, const char ***out)
{
    zt_arena *arena = session->arena, *scratch = zt_arena_beside(arena);
    const char *key = key_of(scratch, places);
    zt_cached_names *found = NULL;
    for (size_t i = 0; i < session->names.count && !found; i++)
        if (strcmp(session->names.items[i].dirs, key) == 0)
            found = &session->names.items[i];
    if (!found) {
        zt_cached_names row = {.dirs = zt_arena_strdup(arena, key)};
        row.count =
            zt_template_names(arena, places->dirs, places->dir_count, "template", &row.names);
        ZT_PUSH(arena, &session->names, row);
        found = &session->names.items[session->names.count - 1];
    }
    zt_arena_drop(scratch);
    *out = found->names;
    return found->count;
}

/* A theme is read through any template, since only templates are read alone. */
const zt_theme *zt_session_theme(zhitu *session, zt_diags *diags, const zt_places *places,
                                 const char *name)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    const char **names;
    size_t count = zt_template_names(scratch, places->dirs, places->dir_count, "template", &names);
    const zt_template *t = NULL;
    if (count > 0)
        t = zt_session_template(session, diags, places, names[0], ZT_NOWHERE, name, NULL);
    else
        zt_report_env(diags, "cannot-read", ZT_NOWHERE, "找不到模板文件夹；用 --templates 指明",
                      "no folder of templates was found; name it with --templates");
    zt_arena_drop(scratch);
    return t ? t->theme : NULL;
}

/* "" when no folder has them. */
static const char *find_words(zt_arena *arena, const zt_places *places)
{
    for (size_t i = 0; i < places->dir_count; i++) {
        const char *path = zt_path_join(arena, places->dirs[i], "words.bin");
        if (zt_file_exists(path))
            return path;
    }
    return "";
}

/* Once a session and path. */
static zt_cached_words *read_words(zhitu *session, const char *path)
{
    zt_arena *arena = session->arena;
    for (size_t i = 0; i < session->words.count; i++)
        if (strcmp(session->words.items[i].path, path) == 0)
            return &session->words.items[i];
    const char *kept = zt_arena_strdup(arena, path);
    zt_cached_words row = {kept, zt_lexicon_new(arena, kept)};
    ZT_PUSH(arena, &session->words, row);
    return &session->words.items[session->words.count - 1];
}

/* A damaged file is an error and not a reason to go on with the short list built in: the same
   document would break its lines in another way here than elsewhere. */
zt_lexicon *zt_session_lexicon(zhitu *session, zt_diags *diags, const zt_places *places,
                               const char **path)
{
    zt_arena *scratch = zt_arena_beside(session->arena);
    const zt_cached_words *words = read_words(session, find_words(scratch, places));
    zt_arena_drop(scratch);
    if (path)
        *path = *words->path ? words->path : NULL;
    if (zt_lexicon_is_whole(words->lexicon))
        return words->lexicon;
    if (*words->path)
        zt_report_env(diags, "words-missing", (zt_pos){words->path, 0, 0},
                      "断行用的词表读不出或已损坏；重新安装，或用 scripts/generate-words 重做",
                      "the words for line breaks cannot be read or are damaged; install the file "
                      "again, or make it with scripts/generate-words");
    else
        zt_report_env(diags, "words-missing", ZT_NOWHERE,
                      "模板文件夹里没有 words.bin（断行用的词表）；它和模板一同安装",
                      "there is no words.bin (the words for line breaks) in the template folders; "
                      "it is installed with the templates");
    return NULL;
}

/* Opened anew when it was moved or taken away meanwhile. */
zt_folder *zt_session_folder(zhitu *session, zt_diags *diags, const char *path)
{
    if (session->folder && strcmp(session->folder_path, path) == 0 &&
        zt_folder_is_there(session->folder))
        return session->folder;
    if (session->folder)
        zt_folder_settle(session->folder);
    session->folder = zt_folder_open(session->arena, diags, path);
    session->folder_path = zt_arena_strdup(session->arena, path);
    return session->folder;
}

zhitu_count zhitu_counted(const zhitu *session)
{
    return session ? session->count : (zhitu_count){0};
}
