/* tests/unit/template/template_case.h — loads a template written in the test itself, with the small
   theme of fixtures/ beside it. */
#ifndef TEMPLATE_CASE_H
#define TEMPLATE_CASE_H

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

#include "base/file.h"
#include "base/geom.h"
#include "template/template.h"

#define FIXTURES ZT_TESTS_DIR "/unit/template/fixtures"

typedef struct template_case {
    zt_arena *arena;
    zt_diags *diags;
    char dir[64]; /* of files written by the test */
    zt_template *loaded;
} template_case;

static inline int case_open(void **state)
{
    template_case *c = calloc(1, sizeof *c);
    c->arena = zt_arena_new();
    c->diags = zt_diags_new(c->arena);
    strcpy(c->dir, "/tmp/zhitu-test-XXXXXX");
    assert_non_null(mkdtemp(c->dir));
    *state = c;
    return 0;
}

static inline int case_close(void **state)
{
    template_case *c = *state;
    char **names = zt_dir_list(c->arena, c->dir);
    for (size_t i = 0; names != NULL && names[i] != NULL; i++)
        unlink(zt_path_join(c->arena, c->dir, names[i]));
    rmdir(c->dir);
    zt_arena_drop(c->arena);
    free(c);
    return 0;
}

static inline void case_write(template_case *c, const char *file, const char *xml)
{
    assert_true(zt_file_write(c->diags, zt_path_join(c->arena, c->dir, file), xml, strlen(xml)));
}

static inline zt_template *case_load(template_case *c, const char *name, const char *theme)
{
    const char *dirs[] = {c->dir, FIXTURES};
    zt_pos asked = {"data/doc.xml", 2, 40};
    c->loaded = zt_template_load(c->arena, c->diags, dirs, 2, name, asked, theme);
    zt_diags_sort(c->diags);
    return c->loaded;
}

/* A template t.xml with the page in line 2 and `body` from line 3 on. */
static inline zt_template *case_load_body(template_case *c, const char *body)
{
    case_write(c, "t.xml",
               zt_arena_printf(c->arena,
                               "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"mini\">\n"
                               "<page size=\"100mm 100mm\"/>\n%s\n</template>\n",
                               body));
    return case_load(c, "t", NULL);
}

/* The same for a theme h.xml that inherits from mini; `body` stands from line 2 on. */
static inline zt_template *case_load_theme(template_case *c, const char *body)
{
    case_write(c, "h.xml",
               zt_arena_printf(c->arena,
                               "<theme xmlns=\"urn:zhitu:1\" name=\"h\" from=\"mini\">\n"
                               "%s\n</theme>\n",
                               body));
    case_write(c, "t.xml",
               "<template xmlns=\"urn:zhitu:1\" name=\"t\" theme=\"h\">\n"
               "<page size=\"100mm 100mm\"/><column/>\n</template>\n");
    return case_load(c, "t", NULL);
}

/* Everything reported as "code line:column" joined by "; ", in order of place. */
static inline const char *case_reports(template_case *c)
{
    zt_buf out;
    zt_buf_init(&out, c->arena);
    zt_buf_puts(&out, "");
    for (size_t i = 0; i < zt_diags_count(c->diags); i++) {
        const zt_diag *d = zt_diags_at(c->diags, i);
        zt_buf_printf(&out, "%s%s %d:%d", i > 0 ? "; " : "", d->code, d->pos.line, d->pos.column);
    }
    return out.data;
}

static inline void assert_reports(template_case *c, const char *expected)
{
    assert_string_equal(case_reports(c), expected);
}

static inline void assert_says(template_case *c, size_t i, const char *zh, const char *en)
{
    const zt_diag *d = zt_diags_at(c->diags, i);
    if (strstr(d->zh, zh) == NULL)
        fail_msg("“%s” does not say “%s”", d->zh, zh);
    if (strstr(d->en, en) == NULL)
        fail_msg("“%s” does not say “%s”", d->en, en);
}

/* cmocka's own comparison of numbers is one of floats. */
static inline void assert_close(double found, double expected, double most)
{
    if (!(fabs(found - expected) <= most))
        fail_msg("%.9f is not %.9f", found, expected);
}
/* Points, to a thousandth. */
static inline void assert_points(double found, double expected)
{
    assert_close(found, expected, 0.001);
}
static inline void assert_mm(double found, double expected_mm)
{
    assert_points(found, zt_pt_from_mm(expected_mm));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, case_open, case_close)

#endif
