/* tests/unit/text/test_para_property.c — what must hold for any paragraph, over ten thousand
   made from sentences of our own with random figures, marks and Western words: no forbidden line
   start or end, flush lines, sums that agree, gaps within their limits where another break could
   have kept them. */
#include "text/para_imp.h"
#include "unit/text/made_paragraphs.h"

static void check_ends(const zt_para *para, const zt_line *line)
{
    const zt_char *c = para->imp->chars;
    const zt_char *first = &c[line->first], *last = &c[line->end - 1];
    if (line->first > 0) {
        assert_false(zt_is_close(first) && first->chinese);
        assert_false(first->cls == ZT_C_CONN || first->cls == ZT_C_DOT || first->cls == ZT_C_SOL);
        assert_false(first->cls == ZT_C_SUFF || first->tail);
        assert_false(first->cls == ZT_C_DIG && c[line->first - 1].cls == ZT_C_DIG);
    }
    if (line->end < para->imp->count)
        assert_false(last->cls == ZT_C_OPEN || last->cls == ZT_C_PREF);
}

/* Advances and gaps add up to the width; no two characters overlap. */
static void check_sums(const zt_para *para, const zt_line *line)
{
    const zt_char *c = para->imp->chars;
    zt_line_fit fit = zt_line_measure(para->imp, (zt_char_span){line->first, line->end});
    double furthest = 0;
    for (size_t i = fit.ink.first; i < fit.ink.end; i++) {
        assert_true(c[i].set >= -1e-9);
        assert_true(c[i].x >= furthest - 1e-6);
        if (!c[i].tail)
            furthest = c[i].x + c[i].set;
    }
    assert_near(furthest, line->width, 1e-6);
    assert_near(line->width, line->natural + line->adjust, 1e-6);
}

/* Points that the line was stretched at each place beyond blanks and Han-Western gaps, em. */
static double stretch_of(const zt_para *para, const zt_line *line)
{
    zt_line_fit fit = zt_line_measure(para->imp, (zt_char_span){line->first, line->end});
    return fit.places > 0 ? zt_line_looseness(&fit, line->adjust, 10) : 0;
}

/* The lines that the breaker finds when no soft bond may be broken at all. */
static bool fits_without_split(zt_bench *b, const char *text, double measure)
{
    zt_run *run = ZT_NEW(b->arena, zt_run);
    zt_char_span *spans;
    *run = (zt_run){.text = zt_str_from(text), .style = &b->text};
    zt_para_imp *imp = zt_para_prepare(b->arena, b->diags, run, 1, &b->para);
    zt_chars_break(imp);
    for (size_t i = 0; i < imp->count; i++)
        if (imp->chars[i].brk == ZT_BRK_SOFT)
            imp->chars[i].brk = ZT_BRK_HARD;
    zt_sums_build(imp);
    size_t count = zt_lines_choose(imp, measure, &spans);
    for (size_t i = 0; i < count; i++) {
        zt_line_fit fit = zt_line_measure(imp, spans[i]);
        double room = measure - (i == 0 ? b->para.indent * 10 : 0);
        double spare = room - fit.natural - fit.stretch_blank - fit.stretch_gap;
        double least = fit.natural;
        for (int k = 0; k < ZT_STEP_COUNT; k++)
            least -= fit.shrink[k];
        bool last = i + 1 == count;
        if (least > room + 0.1 || (!last && spare > 0.1 * 10 * fit.places))
            return false;
        if (last && fit.ink.end - fit.ink.first < 4) /* a stump is no fit either (R45) */
            return false;
    }
    return true;
}

/* Lines that begin inside a bond of R34 to R37. */
static size_t splits_of(const zt_para *para)
{
    size_t count = 0;
    for (size_t i = 1; i < para->line_count; i++)
        count += para->imp->chars[para->lines[i].first].brk == ZT_BRK_SOFT;
    return count;
}

typedef struct tally {
    size_t lines, loose, splits, needless;
} tally;

static void check_paragraph(zt_bench *b, const zt_para *para, const char *text, double measure,
                            tally *t)
{
    size_t loose = 0;
    for (size_t i = 0; i < para->line_count; i++) {
        const zt_line *line = &para->lines[i];
        check_ends(para, line);
        check_sums(para, line);
        bool last = i + 1 == para->line_count;
        double room = measure - (i == 0 ? b->para.indent * 10 : 0);
        if (!last)
            assert_near(line->width, room, 0.1); /* 0.01 em */
        else
            assert_true(line->width <= room + 1e-6);
        loose += !last && stretch_of(para, line) > 0.25 + 1e-9;
    }
    assert_int_equal(zt_diags_count(b->diags), loose); /* each one said, and nothing else */
    t->loose += loose;
    t->lines += para->line_count;
    if (splits_of(para) > 0) {
        t->splits++;
        t->needless += fits_without_split(b, text, measure);
    }
}

/* The text as the glyph runs say it, without blanks: those vanish where a line ends. */
static zt_str said_by(zt_bench *b, const zt_para *para)
{
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_buf out;
    zt_para_place(para, scene, scene->root, 0, 0, 0, SIZE_MAX);
    zt_buf_init(&out, b->arena);
    for (const zt_item *item = scene->root->first; item; item = item->next) {
        if (item->kind != ZT_ITEM_GLYPHS)
            continue;
        zt_str text = ((const zt_glyphs *)item)->text;
        for (size_t k = 0; k < text.len; k++)
            if (text.data[k] != ' ')
                zt_buf_putc(&out, text.data[k]);
    }
    return zt_buf_view(&out);
}

static void check_vertical(zt_bench *b, const zt_para *para, const char *text, double em)
{
    b->para.vertical = true;
    zt_para *down = set_text(b, text, em);
    b->para.vertical = false;
    assert_true(zt_str_equal(said_by(b, para), said_by(b, down)));
}

/* One paragraph in an arena of its own. */
static void try_paragraph(zt_bench *b, uint32_t *seed, size_t n, tally *t)
{
    static const double measures[] = {13, 16, 20, 27};
    static const zt_punctuation styles[] = {ZT_QUANJIAO, ZT_KAIMING, ZT_BANJIAO};
    static const zt_spacing spacings[] = {ZT_SPACING_NEWS, ZT_SPACING_NEWS, ZT_SPACING_BOOK,
                                          ZT_SPACING_SPACED};
    zt_arena *kept = b->arena;
    zt_diags *said = b->diags;
    b->arena = zt_arena_new();
    b->diags = zt_diags_new(b->arena);
    b->para.punctuation = styles[n % 3];
    b->para.spacing = spacings[n / 3 % 4];
    b->para.indent = n % 5 < 2 ? 0 : 2;
    b->para.shrink_stops = n % 7 == 0;
    const char *text = make_paragraph(b, seed);
    double em = measures[n % 4];
    zt_para *para = set_text(b, text, em);
    check_paragraph(b, para, text, em * 10, t);
    if (n % 8 == 0)
        check_vertical(b, para, text, em);
    zt_arena_drop(b->arena);
    b->arena = kept;
    b->diags = said;
}

static void test_ten_thousand_paragraphs(void **state)
{
    zt_bench *b = *state;
    tally t = {0};
    uint32_t seed = 2463534242u;
    for (size_t n = 0; n < 10000; n++)
        try_paragraph(b, &seed, n, &t);
    print_message("%zu lines: %zu looser than 0.25 em; %zu paragraphs with a split bond, %zu of "
                  "them needless\n",
                  t.lines, t.loose, t.splits, t.needless);
    assert_true(t.lines > 40000);
    assert_true(t.loose * 500 < t.lines); /* two in a thousand, in columns from 13 characters */
    assert_int_equal(t.needless, 0);
}

/* The end of the line that takes as much as fits, soft bonds kept. */
static size_t greedy_end(const zt_para *para, size_t first, double measure)
{
    size_t end = first;
    for (size_t i = first + 1; i <= para->imp->count; i++) {
        if (i < para->imp->count && para->imp->chars[i].brk != ZT_BRK_MAY)
            continue;
        if (end > first && zt_line_measure(para->imp, (zt_char_span){first, i}).natural > measure)
            break;
        end = i;
    }
    return end;
}

static double greedy_stretch(const zt_para *para, double measure)
{
    double worst = 0;
    for (size_t first = 0; first < para->imp->count;) {
        size_t end = greedy_end(para, first, measure);
        zt_line_fit fit = zt_line_measure(para->imp, (zt_char_span){first, end});
        double spare = measure - fit.natural - fit.stretch_blank - fit.stretch_gap;
        if (end < para->imp->count && fit.places > 0)
            worst = zt_max(worst, spare / fit.places / 10);
        first = end;
    }
    return worst;
}

/* The optimum's loosest line is no looser than that of lines filled one after the other. */
static void test_no_looser_than_greedy(void **state)
{
    zt_bench *b = *state;
    uint32_t seed = 88172645u;
    for (size_t n = 0; n < 40; n++) {
        zt_para *para = set_text(b, make_paragraph(b, &seed), 16);
        double worst = 0;
        for (size_t i = 0; i + 1 < para->line_count; i++)
            worst = zt_max(worst, stretch_of(para, &para->lines[i]));
        assert_true(worst <= greedy_stretch(para, 160) + 0.02 || worst < 0.15);
    }
}

static void check_cover(const zt_para *para)
{
    size_t at = 0;
    for (size_t i = 0; i < para->line_count; i++) {
        assert_int_equal(para->lines[i].first, at);
        assert_true(para->lines[i].end > at);
        assert_true(isfinite(para->lines[i].width) && isfinite(para->lines[i].x));
        at = para->lines[i].end;
    }
    assert_int_equal(at, para->char_count);
}

static void test_any_text_in_any_style(void **state)
{
    zt_bench *b = *state;
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    uint32_t seed = 521288629u;
    for (size_t n = 0; n < 1500; n++) {
        const char *text = make_nonsense(b, &seed);
        uint32_t r = next_random(&seed);
        b->para.punctuation = (zt_punctuation)(r % 3);
        b->para.level = (zt_break_level)(r / 3 % 4);
        b->para.spacing = (zt_spacing)(r / 12 % 4);
        b->para.align = (zt_align)(r / 48 % 5);
        b->para.at_sense = r / 240 % 2;
        b->para.vertical = r / 480 % 2;
        b->para.hang = r / 960 % 2;
        b->para.trim_start = r / 1920 % 2;
        b->para.indent = r / 3840 % 3;
        b->text.tracking = r / 11520 % 2 ? 0.1 : 0;
        zt_para *para = set_text(b, text, 1 + r % 17);
        check_cover(para);
        zt_para_place(para, scene, scene->root, 0, 0, 0, SIZE_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_ten_thousand_paragraphs),
                                       BENCH_TEST(test_no_looser_than_greedy),
                                       BENCH_TEST(test_any_text_in_any_style)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
