/* Row sets: what neighbours share, what moves and what grows; columns of the page that a row shares
   out. */
#include "unit/template/template_case.h"

#include "layout/layout.h"

enum { BLOCKS = 3, LINES_MOST = 6 };

/* A block of lines, each drawn as a rule as high as a point at its y, with an axis from its first
   line to its foot. */
typedef struct lined {
    zt_shared_line lines[LINES_MOST];
    size_t count;
    double height, ceiling;
} lined;

static zt_plan plan_lined(const zt_block *block, const zt_setting *setting, double width)
{
    const lined *own = block->content;
    (void)setting, (void)width;
    return (zt_plan){.extent = {own->height, zt_max(own->height, own->ceiling)},
                     .first_baseline = own->count > 0 ? own->lines[0].y : -1,
                     .shared = own->lines,
                     .shared_count = own->count,
                     .own = own};
}

static void place_lined(const zt_plan *plan, const zt_setting *setting, double height,
                        zt_group *into)
{
    const lined *own = plan->own;
    zt_paint paint = {0};
    for (size_t i = 0; i < own->count; i++) {
        zt_group *part = zt_scene_add_part(setting->scene, into, plan->block->at, "line",
                                           ZT_ROLE_NONE, (zt_rect){0, own->lines[i].y, 5, 1});
        zt_scene_fill_rect(setting->scene, part, plan->block->at, (zt_rect){0, 0, 5, 1}, paint);
    }
    if (own->count > 0)
        zt_scene_fill_rect(setting->scene, into, plan->block->at,
                           (zt_rect){0, own->lines[0].y, 1, height - own->lines[0].y}, paint);
}

static const zt_block_kind lined_kind = {.name = "lined", .plan = plan_lined, .place = place_lined};

/* What was drawn of each block: tops of its lines, and its axis. */
typedef struct drawn {
    double y[BLOCKS][LINES_MOST], axis_top[BLOCKS], axis_foot[BLOCKS], x[BLOCKS], w[BLOCKS];
    size_t count[BLOCKS], blocks;
} drawn;

static void see(void *self, const zt_item *item, double dx, double dy)
{
    drawn *d = self;
    const zt_group *group = (const zt_group *)item;
    if (item->kind == ZT_ITEM_GROUP && group->block) {
        d->x[d->blocks] = item->box.x + dx;
        d->w[d->blocks++] = item->box.w;
    }
    if (item->kind != ZT_ITEM_PATH)
        return;
    size_t b = d->blocks - 1;
    if (item->box.h <= 1.01) {
        d->y[b][d->count[b]++] = item->box.y + dy;
    } else {
        d->axis_top[b] = item->box.y + dy;
        d->axis_foot[b] = zt_rect_foot(item->box) + dy;
    }
}

static drawn set(template_case *files, const lined *contents, const double *shares, size_t count,
                 zt_box_spec row_spec, double line)
{
    zt_block blocks[BLOCKS];
    zt_block *held[BLOCKS];
    zt_box boxes[BLOCKS];
    zt_box *children[BLOCKS];
    zt_box_spec place = {.kind = ZT_BOX_PLACE, .stretch = 1};
    for (size_t i = 0; i < count; i++) {
        blocks[i] = (zt_block){.kind = &lined_kind, .name = "lined", .content = &contents[i]};
        held[i] = &blocks[i];
        boxes[i] =
            (zt_box){.spec = &place, .share = shares[i], .blocks = &held[i], .block_count = 1};
        children[i] = &boxes[i];
    }
    row_spec.kind = ZT_BOX_ROW;
    zt_box row = {.spec = &row_spec, .children = children, .child_count = count, .share = 1};
    zt_box_spec column_spec = {.kind = ZT_BOX_COLUMN, .stretch = 1};
    zt_box *only[] = {&row};
    zt_box root = {.spec = &column_spec, .children = only, .child_count = 1, .share = 1};
    files->loaded->grid = (zt_grid_spec){12, 6, line};
    zt_setting setting = {.arena = files->arena,
                          .diags = files->diags,
                          .template_ = files->loaded,
                          .fit = {.leading = 1}};
    assert_false(zt_layout_page(&setting, &root).overset);
    drawn d = {0};
    zt_visitor visitor = {.self = &d, .enter = see};
    zt_scene_walk(setting.scene->root, &visitor);
    return d;
}

static const double equal[] = {1, 1, 1};

/* Heads on one height, then figures, then labels; the axis grows by what was put in between. */
static void test_lines_are_shared(void **state)
{
    template_case *files = *state;
    case_load_body(files, "<column/>");
    const lined contents[] = {
        {{{ZT_SHARED_HEAD, 0, 10}, {ZT_SHARED_FIGURE, 15, 40}, {ZT_SHARED_LABEL, 41, 52}},
         3,
         60,
         0},
        {{{ZT_SHARED_HEAD, 0, 18}, {ZT_SHARED_FIGURE, 20, 30}, {ZT_SHARED_LABEL, 31, 50}},
         3,
         60,
         0},
        {{{ZT_SHARED_FIGURE, 0, 12}, {ZT_SHARED_LABEL, 13, 20}}, 2, 25, 0}};
    drawn d = set(files, contents, equal, 3, (zt_box_spec){.row_set = true, .stretch = 1}, 0);
    assert_points(d.y[0][0], d.y[1][0]);
    for (int k = 1; k < 3; k++) {
        assert_points(d.y[0][k], d.y[1][k]);
        assert_points(d.y[2][k - 1], d.y[1][k]);
    }
    /* The lowest of each stays where it can: head 18; figure 40 + 8; label 20 below that. */
    assert_points(d.y[0][1] - d.y[0][0], 30);
    assert_points(d.y[0][2] - d.y[0][1], 20);
    assert_points(d.axis_top[0], d.y[0][0]);
    assert_points(d.axis_foot[0] - d.y[0][0], 50 + 8); /* 60 - 52 below the last line */
    drawn free = set(files, contents, equal, 3, (zt_box_spec){.stretch = 1}, 0);
    assert_points(free.y[1][0] - free.y[0][0], 8);
}

/* Whole lines of the page below the first of all; the top of a picture need not be on one. */
static void test_on_lines(void **state)
{
    template_case *files = *state;
    case_load_body(files, "<column/>");
    const lined contents[] = {
        {{{ZT_SHARED_HEAD, 0, 10}, {ZT_SHARED_DECK, 12, 21}, {ZT_SHARED_TOP, 25, 33}}, 3, 70, 200},
        {{{ZT_SHARED_HEAD, 0, 7}, {ZT_SHARED_ENTRY, 9, 16.5}, {ZT_SHARED_ENTRY, 20, 29}},
         3,
         40,
         0}};
    const double line = 13.6;
    drawn d = set(files, contents, equal, 2, (zt_box_spec){.row_set = true, .stretch = 1}, line);
    double first = d.y[0][0];
    assert_points(d.y[1][0], first);
    assert_points(d.y[0][1] - first, line);
    assert_points(d.y[0][2] - d.y[0][1], 12);
    assert_points(d.y[1][1] - first, line);
    assert_points(d.y[1][2] - first, 2 * line);
}

/* A second head, below the figures, is no head of the row: it goes with what stands above it. */
static void test_out_of_order(void **state)
{
    template_case *files = *state;
    case_load_body(files, "<column/>");
    const lined contents[] = {
        {{{ZT_SHARED_FIGURE, 0, 20}, {ZT_SHARED_HEAD, 25, 35}, {ZT_SHARED_FIGURE, 40, 50}},
         3,
         60,
         0},
        {{{ZT_SHARED_HEAD, 0, 9}, {ZT_SHARED_FIGURE, 12, 30}}, 2, 40, 0}};
    drawn d = set(files, contents, equal, 2, (zt_box_spec){.row_set = true, .stretch = 1}, 0);
    assert_points(d.y[0][0], d.y[1][1]);
    assert_points(d.y[0][1] - d.y[0][0], 15);
    assert_points(d.y[0][2] - d.y[0][1], 15);
}

/* 100 mm in 12 columns with gutters of 6 points: spans add up, what is left out goes to the others.
 */
static void test_spans(void **state)
{
    template_case *files = *state;
    case_load_body(files, "<column/>");
    const lined contents[BLOCKS] = {{.height = 10}, {.height = 10}, {.height = 10}};
    double width = zt_pt_from_mm(100), one = (width - 11 * 6) / 12;
    static const struct {
        double shares[BLOCKS];
        size_t count;
        int wanted[BLOCKS];
    } cases[] = {{{6, 3, 3}, 3, {6, 3, 3}}, {{6, 3}, 2, {8, 4}}, {{5, 4}, 2, {7, 5}},
                 {{1, 1}, 2, {6, 6}},       {{7}, 1, {12}},      {{20, 1, 1}, 3, {10, 1, 1}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        drawn d = set(files, contents, cases[i].shares, cases[i].count,
                      (zt_box_spec){.in_columns = true, .stretch = 1}, 0);
        double x = 0;
        for (size_t k = 0; k < cases[i].count; k++) {
            assert_points(d.x[k], x);
            assert_points(d.w[k], cases[i].wanted[k] * one + (cases[i].wanted[k] - 1) * 6);
            x += d.w[k] + 6;
        }
        assert_points(x - 6, width);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_lines_are_shared, case_open, case_close),
        cmocka_unit_test_setup_teardown(test_on_lines, case_open, case_close),
        cmocka_unit_test_setup_teardown(test_out_of_order, case_open, case_close),
        cmocka_unit_test_setup_teardown(test_spans, case_open, case_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
