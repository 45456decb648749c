/* tests/unit/text/para_help.h — a face, a style and short ways to ask the line builder. */
#ifndef ZT_PARA_HELP_H
#define ZT_PARA_HELP_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "text/lexicon.h"
#include "text/para.h"

typedef struct zt_bench {
    zt_arena *arena;
    zt_diags *diags;
    zt_fonts *fonts;
    zt_text_style text; /* Noto Serif CJK SC, 10 pt: 1 em is 10 points */
    zt_text_style sans;
    zt_para_style para;
} zt_bench;

static inline int bench_open(void **state)
{
    zt_arena *arena = zt_arena_new();
    zt_bench *b = ZT_NEW(arena, zt_bench);
    b->arena = arena;
    b->diags = zt_diags_new(arena);
    b->fonts = zt_fonts_new(arena, NULL);
    b->text.face = zt_fonts_find(b->fonts, b->diags, ZT_NOWHERE, "Noto Serif CJK SC", 400);
    b->sans.face = zt_fonts_find(b->fonts, b->diags, ZT_NOWHERE, "Noto Sans CJK SC", 700);
    b->text.size = b->sans.size = 10;
    b->para = zt_para_style_default;
    *state = b;
    return b->text.face && b->sans.face ? 0 : -1;
}

static inline int bench_close(void **state)
{
    zt_arena_drop(((zt_bench *)*state)->arena);
    return 0;
}

/* One more fallback of the text. */
static inline void bench_fall_back(zt_bench *b, const char *family, int weight)
{
    zt_fallback *list = ZT_ARRAY(b->arena, b->text.fallback_count + 1, zt_fallback);
    if (b->text.fallback_count)
        memcpy(list, b->text.fallbacks, b->text.fallback_count * sizeof *list);
    list[b->text.fallback_count] = (zt_fallback){family, weight, ZT_NOWHERE};
    b->text.fallbacks = list;
    b->text.fallback_count++;
    b->text.fonts = b->fonts;
}

static inline zt_para *set_text(zt_bench *b, const char *text, double em)
{
    zt_run run = {.text = zt_str_from(text), .style = &b->text, .at = {"t.xml", 3, 7}};
    return zt_para_break(b->arena, b->diags, &run, 1, &b->para, em * 10);
}

/* Advances in em after fixed widths and squeeze: "1 0.5 1". */
static inline const char *widths(zt_bench *b, const char *text)
{
    zt_trace trace = zt_para_trace(set_text(b, text, 100));
    zt_buf out;
    zt_buf_init(&out, b->arena);
    for (size_t i = 0; i < trace.count; i++) {
        if (i)
            zt_buf_putc(&out, ' ');
        zt_buf_number(&out, trace.advances[i], 3);
    }
    return out.data;
}

/* Breaks before each character but the first: '/' may, 'p' soft, 'x' must not. */
static inline const char *breaks(zt_bench *b, const char *text)
{
    zt_trace trace = zt_para_trace(set_text(b, text, 100));
    return trace.count ? trace.breaks + 1 : "";
}

static inline zt_str line_text(const zt_bench *b, const char *text, const zt_line *line)
{
    zt_str s = zt_str_from(text);
    size_t at = 0, first = 0, i = 0;
    for (; i < line->end && at < s.len; i++) {
        if (i == line->first)
            first = at;
        zt_utf8_next(s, &at);
    }
    (void)b;
    return zt_str_slice(s, first, at);
}

/* The lines of a text set `em` wide, parted by '|'. */
static inline const char *lines(zt_bench *b, const char *text, double em)
{
    zt_para *para = set_text(b, text, em);
    zt_buf out;
    zt_buf_init(&out, b->arena);
    for (size_t i = 0; i < para->line_count; i++) {
        if (i)
            zt_buf_putc(&out, '|');
        zt_buf_str(&out, line_text(b, text, &para->lines[i]));
    }
    return out.data ? out.data : "";
}

/* Width of a text on one line of its own, em: with the ends trimmed. */
static inline double width_em(zt_bench *b, const char *text)
{
    return zt_text_width(b->diags, b->arena, zt_str_from(text), &b->text, &b->para, ZT_NOWHERE) /
           b->text.size;
}

static inline void assert_near(double got, double wanted, double by)
{
    if (fabs(got - wanted) > by)
        fail_msg("%.4f is not %.4f", got, wanted);
}

/* Labels and headlines: broken at sense, with the words of the project. */
static inline int bench_open_sense(void **state)
{
    int failed = bench_open(state);
    zt_bench *b = *state;
    b->para.at_sense = true;
    b->para.align = ZT_ALIGN_START;
    b->para.punctuation = ZT_KAIMING;
    b->para.lexicon = zt_lexicon_new(b->arena, ZT_SOURCE_DIR "/templates/words.bin");
    return failed;
}
#define SENSE_TEST(f) cmocka_unit_test_setup_teardown(f, bench_open_sense, bench_close)

#define BENCH_TEST(f) cmocka_unit_test_setup_teardown(f, bench_open, bench_close)

#endif
