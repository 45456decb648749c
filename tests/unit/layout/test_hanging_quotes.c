/* Large quotation marks hang before the edge where the placed page has room for them (R93). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/layout_imp.h"
#include "unit/text/para_help.h"

enum { EDGE = 60 };

/* A page with one block whose text begins at x = 60. */
typedef struct sheet {
    zt_bench *b;
    zt_scene *scene;
    zt_group *block;
} sheet;

static sheet sheet_of(zt_bench *b)
{
    sheet s = {b, zt_scene_new(b->arena, 400, 300), NULL};
    s.block = zt_scene_add_part(s.scene, s.scene->root, ZT_NOWHERE, NULL, ZT_ROLE_SECT,
                                (zt_rect){EDGE, 40, 200, 200});
    s.block->block = "names";
    b->text.size = 20;
    b->para.hang_quotes = 14;
    b->para.align = ZT_ALIGN_START;
    b->para.punctuation = ZT_KAIMING;
    b->para.leading = 30;
    return s;
}

/* Sets a text in the block, y from its top; its first run. */
static const zt_glyphs *set(sheet *s, const char *text, double x, double y)
{
    zt_item *last = s->block->last;
    zt_para_place(set_text(s->b, text, 20), s->scene, s->block, x, y, 0, SIZE_MAX);
    return (const zt_glyphs *)(last ? last->next : s->block->first);
}

static void fill(sheet *s, zt_group *into, zt_rect box)
{
    static const zt_ink ink = {0};
    zt_scene_fill_rect(s->scene, into, ZT_NOWHERE, box, ZT_SOLID(&ink));
}

/* What follows the mark stands on the edge, and so does the box. */
static void test_marks_hang(void **state)
{
    sheet s = sheet_of(*state);
    const zt_glyphs *hung = set(&s, "“两地”通", 0, 0), *plain = set(&s, "两地通", 0, 30);
    double width = hung->item.box.w;
    assert_near(hung->may_hang, 10, 1e-6);
    assert_near(plain->may_hang, 0, 1e-6);
    zt_quotes_hang(s.scene);
    assert_near(hung->origin.x, -10, 1e-6);
    assert_near(hung->item.box.x, 0, 1e-6);
    assert_near(hung->item.box.w, width - 10, 1e-6);
    assert_near(plain->origin.x, 0, 1e-6);
}

/* A head that was moved until the ink of its mark stood on the edge: the bearing counts. */
static void test_bearings_count(void **state)
{
    sheet s = sheet_of(*state);
    const zt_glyphs *hung = set(&s, "“两地”通", -5.5, 0);
    double right = zt_rect_right(hung->item.box);
    zt_quotes_hang(s.scene);
    assert_near(hung->origin.x, -10, 1e-6);
    assert_near(hung->item.box.x, 0, 1e-6);
    assert_near(zt_rect_right(hung->item.box), right - 4.5, 1e-6);
}

/* All runs of the line move with it. */
static void test_the_line_moves(void **state)
{
    sheet s = sheet_of(*state);
    zt_text_style bold = s.b->sans;
    bold.size = 20;
    const zt_run runs[] = {{.text = ZT_STR("“两地"), .style = &s.b->text},
                           {.text = ZT_STR("通”"), .style = &bold}};
    zt_para *para = zt_para_break(s.b->arena, s.b->diags, runs, 2, &s.b->para, 200);
    zt_para_place(para, s.scene, s.block, 0, 0, 0, SIZE_MAX);
    const zt_glyphs *first = (const zt_glyphs *)s.block->first, *second = zt_glyphs_next(first);
    double x = second->origin.x;
    zt_quotes_hang(s.scene);
    assert_near(second->origin.x, x - 10, 1e-6);
    assert_near(second->item.box.x, x - 10, 1e-6);
}

/* Not in text sizes, not a title mark, not where lines are centred, justified or indented. */
static void test_what_may_hang(void **state)
{
    sheet s = sheet_of(*state);
    assert_near(set(&s, "《纲要》出", 0, 0)->may_hang, 0, 1e-6);
    assert_near(set(&s, "“", 0, 0)->may_hang, 0, 1e-6);
    s.b->para.indent = 1;
    assert_near(set(&s, "“两地”通", 0, 0)->may_hang, 0, 1e-6);
    s.b->para.hanging = 1;
    assert_near(set(&s, "“两地”通", 0, 0)->may_hang, 10, 1e-6);
    s.b->para.align = ZT_ALIGN_CENTRE;
    assert_near(set(&s, "“两地”通", 0, 0)->may_hang, 0, 1e-6);
    s.b->para.align = ZT_ALIGN_JUSTIFY;
    assert_near(set(&s, "“两地”通", 0, 0)->may_hang, 0, 1e-6);
    s.b->para.at_sense = true;
    assert_near(set(&s, "“两地”通", 0, 0)->may_hang, 10, 1e-6);
    s.b->text.size = 13.5;
    assert_near(set(&s, "“两地”通", 0, 0)->may_hang, 0, 1e-6);
    s.b->para.hang_quotes = 0;
    s.b->text.size = 40;
    assert_near(set(&s, "“两地”通", 0, 0)->may_hang, 0, 1e-6);
}

/* What stands to the left, the ground's edge, the trim: each keeps the mark in. */
static void test_room_is_asked_for(void **state)
{
    static const struct {
        zt_rect box; /* on the page; w 0: nothing */
        double x;    /* of the text in its block */
        bool hangs;
    } cases[] = {
        {{0, 0, 0, 0}, 0, true},
        {{20, 30, 26, 100}, 0, true},      /* ends 14 before: 10 and 3 of white */
        {{20, 30, 28, 100}, 0, false},     /* 12 before */
        {{20, 71, 38, 100}, 0, true},      /* beside the next line */
        {{20, 30, 300, 100}, 0, true},     /* a ground that reaches far enough */
        {{48, 30, 300, 100}, 0, false},    /* one that ends behind the mark */
        {{0, 0, 0, 0}, 17.5 - EDGE, true}, /* 7.5 to the trim */
        {{0, 0, 0, 0}, 16.5 - EDGE, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sheet s = sheet_of(*state);
        if (cases[i].box.w > 0)
            fill(&s, s.scene->root, cases[i].box);
        const zt_glyphs *run = set(&s, "“两地”通", cases[i].x, 0);
        zt_quotes_hang(s.scene);
        assert_near(run->origin.x, cases[i].x - (cases[i].hangs ? 10 : 0), 1e-6);
    }
}

/* Lines of one size in a block: one that cannot hang keeps the others in; another size does not. */
static void test_all_or_none(void **state)
{
    sheet s = sheet_of(*state);
    fill(&s, s.scene->root, (zt_rect){20, 42, 36, 20});
    const zt_glyphs *kept = set(&s, "“两地”通", 0, 0), *free = set(&s, "“一卡”通", 0, 60);
    s.b->text.size = 30;
    const zt_glyphs *larger = set(&s, "“一次”办", 0, 120);
    zt_quotes_hang(s.scene);
    assert_near(kept->origin.x, 0, 1e-6);
    assert_near(free->origin.x, 0, 1e-6);
    assert_near(larger->origin.x, -15, 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(test_marks_hang),        BENCH_TEST(test_bearings_count),
        BENCH_TEST(test_the_line_moves),    BENCH_TEST(test_what_may_hang),
        BENCH_TEST(test_room_is_asked_for), BENCH_TEST(test_all_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
