/* gen/app/fontcheck.c — zhitu fonts: the families that the themes ask for, their lock, their
   cache. It loads every theme that can be found, looks up the faces of all roles, and compares
   them with fonts.lock or writes it. */
#include <string.h>
#include <unistd.h>

#include "app/session.h"
#include "base/file.h"

/* Faces that the themes name, each once. */
typedef struct wanted {
    ZT_VEC(zt_font_entry) list;
} wanted;

/* Adds the face of a role. */
static void want(zt_arena *arena, wanted *w, const zt_font_role *role)
{
    for (size_t i = 0; i < w->list.count; i++)
        if (strcmp(w->list.items[i].family, role->family) == 0 &&
            w->list.items[i].weight == role->weight)
            return;
    zt_font_entry entry = {.family = role->family, .weight = role->weight};
    ZT_PUSH(arena, &w->list, entry);
}

/* Every theme of the template folders, each loaded through the first template. */
static void want_all(zhitu *session, zt_arena *arena, zt_diags *diags, const zt_places *places,
                     wanted *w)
{
    const char **themes, **templates;
    size_t count = zt_template_names(arena, places->dirs, places->dir_count, "theme", &themes);
    size_t with = zt_template_names(arena, places->dirs, places->dir_count, "template", &templates);
    for (size_t i = 0; with && i < count; i++) {
        const zt_template *t =
            zt_session_template(session, diags, places, templates[0], ZT_NOWHERE, themes[i], NULL);
        for (size_t k = 0; t && k < t->theme->font_count; k++)
            want(arena, w, &t->theme->fonts[k]);
    }
}

/* One face a line, columns parted by tabs: what was asked for and what was found. */
static void print_faces(zt_diags *diags, zt_fonts *fonts, const wanted *w, zt_buf *out)
{
    for (size_t i = 0; i < w->list.count; i++) {
        const zt_font_entry *e = &w->list.items[i];
        const zt_face *face = zt_fonts_find(fonts, diags, ZT_NOWHERE, e->family, e->weight);
        if (face)
            zt_buf_printf(out, "%s\t%d\t%s\t%s\t%s#%d\n", e->family, e->weight,
                          zt_face_ps_name(face), zt_face_version(face), zt_face_path(face),
                          zt_face_index(face));
    }
}

/* Where a lock is written that the user wants for that root: there, and not over the program's own.
   True when the folder was made for it. */
static bool make_own_folder(zhitu *session, zt_arena *arena, zt_diags *diags, bool update)
{
    const char *root = session->config.root;
    const char *dir = root ? zt_path_join(arena, root, "fonts") : NULL;
    return dir && update && !zt_dir_exists(dir) && zt_dir_make(diags, dir);
}

/* The arguments of zhitu_check_fonts, for an attempt. */
typedef struct fonts_job {
    zhitu *session;
    bool update;
    void (*sink)(void *self, const char *data, size_t len);
} fonts_job;

/* With a lock the files are held against it and any difference is a finding; without one, or
   with --update, the lock is written for what this machine has. A folder that was made for a
   lock which then could not be written is taken away again. */
static zhitu_status check_fonts(void *self)
{
    const fonts_job *job = self;
    zhitu *session = job->session;
    bool update = job->update;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zt_places places = zt_session_places(session, arena, NULL);
    bool made = make_own_folder(session, arena, diags, update);
    const char *dir = zt_session_font_dir(session, arena, &places);
    bool locked = zt_file_exists(zt_path_join(arena, dir, "fonts.lock"));
    wanted w = {0};
    want_all(session, arena, diags, &places, &w);
    zt_fonts *fonts = zt_session_fonts(session, &places);
    zt_buf out;
    zt_buf_init(&out, arena);
    if (locked && !update) {
        print_faces(diags, fonts, &w, &out);
        zt_fonts_verify(fonts, diags);
    } else if (zt_fonts_lock(fonts, diags, w.list.items, w.list.count)) {
        print_faces(diags, fonts, &w, &out);
    } else if (made) {
        rmdir(dir); /* without a lock in it, it would hide the one that holds now */
    }
    zt_fonts_save_cache(fonts);
    if (out.len)
        job->sink(session->config.self, out.data, out.len);
    zhitu_status status = zt_session_report(session, diags, NULL, false);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_check_fonts(zhitu *session, bool update,
                               void (*sink)(void *self, const char *data, size_t len))
{
    fonts_job job = {session, update, sink};
    return zt_session_attempt(session, NULL, check_fonts, &job);
}
