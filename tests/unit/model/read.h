/* tests/unit/model/read.h — a document read for a test, with what was said about it. */
#ifndef ZT_TEST_READ_H
#define ZT_TEST_READ_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "model/chart_data.h"
#include "model/doc.h"

typedef struct reading {
    zt_arena *arena;
    zt_diags *diags;
    zt_doc *doc;
} reading;

/* `body`: what stands between <graphic …> in line 1 and its end; it begins in column 1 of line 2.
 */
static inline reading read_body(const char *body, const zt_model_options *options)
{
    reading r = {.arena = zt_arena_new()};
    r.diags = zt_diags_new(r.arena);
    char *text = zt_arena_printf(
        r.arena, "<graphic xmlns=\"urn:zhitu:1\" id=\"x\" issue=\"2022-06-26\">\n%s</graphic>",
        body);
    zt_source *source = zt_xml_parse(r.arena, r.diags, "t.xml", zt_str_from(text), NULL);
    if (source->root)
        zt_grammar_check(&zt_data_grammar, source->root, r.diags);
    r.doc = zt_doc_read(r.arena, r.diags, source, options);
    return r;
}

static inline void drop(reading *r)
{
    zt_arena_drop(r->arena);
}

static inline const char *plain(const reading *r, const zt_rich *rich)
{
    return zt_rich_plain(r->arena, rich).data;
}

#define assert_str(str_, text_)                                                                    \
    do {                                                                                           \
        assert_int_equal((str_).len, strlen(text_));                                               \
        assert_memory_equal((str_).data, (text_), strlen(text_));                                  \
    } while (0)

#define assert_silent(r_)                                                                          \
    do {                                                                                           \
        if (zt_diags_count((r_).diags))                                                            \
            fail_msg("%s", zt_diags_at((r_).diags, 0)->zh);                                        \
    } while (0)

#endif
