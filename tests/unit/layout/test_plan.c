/* Plans: made once, kept over the trials of a page, placed as they were made; and the spare height
   of a page shared in the order of spare=. */
#include "unit/template/template_case.h"

#include "layout/layout.h"

enum { LINES = 10, OPTIONAL_MOST = 800 };

static const zt_part_default parts[] = {{"text", "body", "", ""}, {0}};

/* A block of ten lines in the style `body`; its optional parts are 10 points high each. */
typedef struct counted {
    int plans, places;
    size_t optional;
} counted;

static size_t optional_count(const zt_block *block)
{
    return ((const counted *)block->content)->optional;
}

static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    counted *c = (counted *)(uintptr_t)block->content;
    double felt[4];
    (void)width;
    c->plans++;
    zt_block_felt(setting, block, felt);
    double height = LINES * felt[0] * felt[1] + 10 * ((double)c->optional - felt[2]);
    zt_report(setting->diags, ZT_WARNING, "said", block->at, "一次", "once");
    return (zt_plan){.extent = {height, height}, .first_baseline = felt[0], .own = c};
}

static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    assert_non_null(setting->scene);
    assert_true(planned->width > 0 && height > 0);
    ((counted *)(uintptr_t)planned->own)->places++;
    (void)into;
}

static const zt_block_kind text = {
    .name = "text", .parts = parts, .plan = plan, .place = place, .optional_count = optional_count};
/* The same, but its style has no room for anything. */
static const zt_part_default stiff_parts[] = {{"text", "stiff", "", ""}, {0}};
static const zt_block_kind stiff = {
    .name = "stiff", .parts = stiff_parts, .plan = plan, .place = place};

/* Two blocks one below the other, 20 to 40 points apart, on a page 300 wide. */
typedef struct page {
    zt_font_role font;
    zt_style styles[2];
    zt_theme theme;
    zt_template template_;
    zt_setting setting;
    counted counts[2];
    zt_block blocks[2];
    zt_layout_result result;
} page;

static void page_init(page *p, template_case *c, double height)
{
    *p = (page){.styles = {{.name = "body",
                            .size = 10,
                            .size_min = 8,
                            .size_max = 12,
                            .leading = 1.5,
                            .leading_min = 1.2,
                            .leading_max = 1.8},
                           {.name = "stiff",
                            .size = 10,
                            .size_min = 10,
                            .size_max = 10,
                            .leading = 1.5,
                            .leading_min = 1.5,
                            .leading_max = 1.5}},
                .theme = {.style_count = 2,
                          .fit = {ZT_FIT_LEADING, ZT_FIT_OPTIONAL, ZT_FIT_SIZE},
                          .fit_count = 3}};
    p->theme.styles = p->styles;
    p->template_ = (zt_template){.name = "plan", .page_w = 300, .page_h = height};
    p->template_.theme = &p->theme;
    p->setting = (zt_setting){.arena = c->arena, .diags = c->diags, .template_ = &p->template_};
    p->blocks[0] = (zt_block){.kind = &text, .name = "text", .content = &p->counts[0]};
    p->blocks[1] = (zt_block){.kind = &stiff, .name = "stiff", .content = &p->counts[1]};
}

static void page_set(page *p)
{
    static const zt_box_spec column = {
        .kind = ZT_BOX_COLUMN, .stretch = 1, .gap = {.natural = 20, .ceiling = 40}};
    static const zt_box_spec at = {.kind = ZT_BOX_PLACE, .stretch = 1};
    zt_block *of[] = {&p->blocks[0], &p->blocks[1]};
    zt_box places[] = {{.spec = &at, .blocks = &of[0], .block_count = 1},
                       {.spec = &at, .blocks = &of[1], .block_count = 1}};
    zt_box *children[] = {&places[0], &places[1]};
    zt_box root = {.spec = &column, .children = children, .child_count = 2};
    p->blocks[0].place = p->blocks[1].place = &at;
    p->setting.optional_total = p->counts[0].optional;
    p->result = zt_layout_page(&p->setting, &root);
}

static void spare(page *p, zt_spare_step a, zt_spare_step b, zt_spare_step c, size_t count)
{
    p->template_.spare[0] = a;
    p->template_.spare[1] = b;
    p->template_.spare[2] = c;
    p->template_.spare_count = count;
}

/* ---- plans ---- */

static void test_what_fits_is_planned_once(void **state)
{
    page p;
    page_init(&p, *state, 330);
    page_set(&p);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(p.counts[i].plans, 1);
        assert_int_equal(p.counts[i].places, 1);
    }
}

static void test_what_the_ladder_does_not_touch_is_planned_once(void **state)
{
    page p;
    page_init(&p, *state, 285);
    page_set(&p);
    assert_false(p.result.overset);
    assert_true(p.result.fit.leading < 1);
    assert_true(p.counts[0].plans > 1); /* its leading was tried */
    assert_int_equal(p.counts[1].plans, 1);
    assert_int_equal(p.counts[0].places, 1);
}

static void test_planning_is_heard_once(void **state)
{
    template_case *c = *state;
    page p;
    page_init(&p, c, 285);
    page_set(&p);
    size_t said = 0;
    for (size_t i = 0; i < zt_diags_count(c->diags); i++)
        said += strcmp(zt_diags_at(c->diags, i)->code, "said") == 0;
    assert_int_equal(said, 2); /* one a block, whatever was tried */
}

/* A page over by 400 of 800 optional parts: found by halving. */
static void test_many_optional_parts_take_few_plans(void **state)
{
    page p;
    page_init(&p, *state, 4300);
    p.counts[0].optional = OPTIONAL_MOST;
    page_set(&p);
    assert_false(p.result.overset);
    assert_true(p.result.fit.dropped > 390 && p.result.fit.dropped < 410);
    assert_true(p.counts[0].plans < 24);
    assert_int_equal(p.counts[1].plans, 1);
}

static void test_plans_under_fits_felt_alike_are_one(void **state)
{
    page p;
    page_init(&p, *state, 330);
    double a[4], b[4];
    assert_int_equal(zt_block_felt_count(&p.blocks[1]), 4);
    p.setting.fit = (zt_fit){.leading = 1};
    zt_block_felt(&p.setting, &p.blocks[1], a);
    p.setting.fit = (zt_fit){.leading = 0, .size_steps = 5};
    zt_block_felt(&p.setting, &p.blocks[1], b);
    assert_memory_equal(a, b, sizeof a);
    zt_block_felt(&p.setting, &p.blocks[0], b);
    assert_memory_not_equal(a, b, sizeof a);
}

/* ---- spare height: natural 320, with the gap at its ceiling 340; leading gives 30 more, sizes
   from there 36 ---- */

static void check(template_case *c, double height, double leading, double steps, double slack)
{
    page p;
    page_init(&p, c, height);
    spare(&p, ZT_SPARE_GAPS, ZT_SPARE_LEADING, ZT_SPARE_GROW, 3);
    page_set(&p);
    assert_false(p.result.overset);
    if (fabs(p.result.fit.leading - leading) > 0.04 || fabs(p.result.fit.size_steps - steps) > 1 ||
        fabs(p.result.slack - slack) > 0.5)
        fail_msg("%.0f: leading %.3f size-steps %.1f slack %.2f", height, p.result.fit.leading,
                 p.result.fit.size_steps, p.result.slack);
}

static void test_gaps_then_leading_then_sizes(void **state)
{
    check(*state, 330, 1, 0, 0);
    check(*state, 340, 1, 0, 0);
    check(*state, 355, 1.5, 0, 0);
    check(*state, 370, 2, 0, 0);
    check(*state, 388, 2, -4, 0);
    check(*state, 406, 2, -8, 0);
    check(*state, 450, 2, -8, 44);
}

static void test_gaps_alone_by_default(void **state)
{
    page p;
    page_init(&p, *state, 400);
    page_set(&p);
    assert_true(p.result.fit.leading == 1 && p.result.fit.size_steps == 0);
    assert_true(fabs(p.result.slack - 60) < 0.01);
}

static void test_what_stands_before_the_gaps_takes_all_it_can(void **state)
{
    page p;
    page_init(&p, *state, 340);
    spare(&p, ZT_SPARE_GROW, ZT_SPARE_GAPS, ZT_SPARE_LEADING, 3);
    page_set(&p);
    assert_true(p.result.fit.leading == 1);
    assert_true(p.result.fit.size_steps == -5); /* 18.75 of the 20; the gap takes the rest */
    assert_true(p.result.slack < 0.01);
}

static void test_no_page_grows_over_its_foot(void **state)
{
    static const zt_spare_step orders[][3] = {
        {ZT_SPARE_GAPS, ZT_SPARE_LEADING, ZT_SPARE_GROW},
        {ZT_SPARE_LEADING, ZT_SPARE_GROW, ZT_SPARE_GAPS},
        {ZT_SPARE_GROW, ZT_SPARE_GAPS, ZT_SPARE_LEADING},
        {ZT_SPARE_GAPS, ZT_SPARE_GROW, ZT_SPARE_LEADING},
    };
    for (size_t k = 0; k < sizeof orders / sizeof *orders; k++)
        for (double height = 321; height < 420; height += 3.7) {
            page p;
            page_init(&p, *state, height);
            spare(&p, orders[k][0], orders[k][1], orders[k][2], 3);
            page_set(&p);
            assert_false(p.result.overset);
            /* Each order fills what all three can take together. */
            assert_true(p.result.slack < 0.5 || height > 405);
        }
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, case_open, case_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_what_fits_is_planned_once),
        CASE(test_what_the_ladder_does_not_touch_is_planned_once),
        CASE(test_planning_is_heard_once),
        CASE(test_many_optional_parts_take_few_plans),
        CASE(test_plans_under_fits_felt_alike_are_one),
        CASE(test_gaps_then_leading_then_sizes),
        CASE(test_gaps_alone_by_default),
        CASE(test_what_stands_before_the_gaps_takes_all_it_can),
        CASE(test_no_page_grows_over_its_foot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
