/* tests/unit/font/font_help.h — a session of fonts for one test. */
#ifndef ZT_FONT_HELP_H
#define ZT_FONT_HELP_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "font/font_imp.h"

typedef struct zt_session {
    zt_arena *arena;
    zt_diags *diags;
    char folder[64]; /* a fresh one */
} zt_session;

static inline int session_open(void **state)
{
    zt_session *s = test_calloc(1, sizeof *s);
    s->arena = zt_arena_new();
    s->diags = zt_diags_new(s->arena);
    strcpy(s->folder, "/tmp/zt-font-XXXXXX");
    *state = s;
    return mkdtemp(s->folder) ? 0 : -1;
}

static inline int session_close(void **state)
{
    zt_session *s = *state;
    char path[128];
    static const char *const names[] = {"lock", "cache", "copy.ttc"};
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", s->folder, names[i]);
        unlink(path);
    }
    rmdir(s->folder);
    zt_arena_drop(s->arena);
    test_free(s);
    return 0;
}

static inline const char *in_folder(zt_session *s, const char *name)
{
    return zt_arena_printf(s->arena, "%s/%s", s->folder, name);
}

static inline zt_fonts *fonts_with(zt_session *s, bool lock, bool cache)
{
    zt_font_options options = {.lock_path = lock ? in_folder(s, "lock") : NULL,
                               .cache_path = cache ? in_folder(s, "cache") : NULL};
    return zt_fonts_new(s->arena, &options);
}

static inline const zt_face *find_serif(zt_session *s, zt_fonts *fonts)
{
    return zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "Noto Serif CJK SC", 400);
}

static inline void write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

#define SESSION_TEST(f) cmocka_unit_test_setup_teardown(f, session_open, session_close)

#endif
