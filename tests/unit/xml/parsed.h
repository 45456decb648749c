/* tests/unit/xml/parsed.h — a text parsed for a test, with what was said about it. */
#ifndef ZT_TEST_PARSED_H
#define ZT_TEST_PARSED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xml/grammar.h"

#define NS "xmlns=\"urn:zhitu:1\""

typedef struct parsed {
    zt_arena *arena;
    zt_diags *diags;
    zt_source *source;
    zt_node *root;
} parsed;

static inline parsed parse_bytes(const char *data, size_t len, const zt_xml_limits *limits)
{
    parsed p = {.arena = zt_arena_new()};
    p.diags = zt_diags_new(p.arena);
    p.source = zt_xml_parse(p.arena, p.diags, "t.xml", (zt_str){data, len}, limits);
    p.root = p.source->root;
    return p;
}

static inline parsed parse(const char *text)
{
    return parse_bytes(text, strlen(text), NULL);
}

static inline void drop(parsed *p)
{
    zt_arena_drop(p->arena);
}

/* The i-th finding has this code and place. */
#define assert_said(p, i, code_, line_, column_)                                                   \
    do {                                                                                           \
        assert_true(zt_diags_count((p).diags) > (i));                                              \
        const zt_diag *said_ = zt_diags_at((p).diags, (i));                                        \
        assert_string_equal(said_->code, (code_));                                                 \
        assert_int_equal(said_->pos.line, (line_));                                                \
        assert_int_equal(said_->pos.column, (column_));                                            \
    } while (0)

#define assert_at(pos_, line_, column_)                                                            \
    do {                                                                                           \
        assert_int_equal((pos_).line, (line_));                                                    \
        assert_int_equal((pos_).column, (column_));                                                \
    } while (0)

#define assert_str(str_, text_)                                                                    \
    do {                                                                                           \
        assert_int_equal((str_).len, strlen(text_));                                               \
        assert_memory_equal((str_).data, (text_), strlen(text_));                                  \
    } while (0)

#endif
