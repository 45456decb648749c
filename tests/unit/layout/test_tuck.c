/* What is tucked into the empty cell of a block stands there whatever height the block gets. */
#include "unit/template/template_case.h"

#include "layout/layout.h"

enum { NATURAL = 100, MOST = 180, CELL = 60 };

/* The content of a host is the height up to which its cell is open. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    (void)setting;
    (void)width;
    zt_extent host = {NATURAL, MOST}, guest = {40, 40};
    return (zt_plan){.extent = block->kind->empty_cell ? host : guest, .first_baseline = -1};
}
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    (void)planned;
    (void)setting;
    (void)height;
    (void)into;
}
static bool empty_cell(const zt_plan *planned, double height, zt_rect *cell)
{
    const double *open_to = planned->block->content;
    *cell = (zt_rect){planned->width / 2, height - CELL, planned->width / 2, CELL};
    return height <= *open_to;
}
static const zt_block_kind host = {
    .name = "timeline", .plan = plan, .place = place, .empty_cell = empty_cell};
static const zt_block_kind guest = {.name = "credits", .plan = plan, .place = place};

static const zt_group *block_named(const zt_setting *setting, const char *name)
{
    const zt_group *found = NULL;
    for (const zt_item *item = setting->scene->root->first; item; item = item->next) {
        const zt_group *group = (const zt_group *)item;
        if (group->block && strcmp(group->block, name) == 0) {
            assert_null(found);
            found = group;
        }
    }
    assert_non_null(found);
    return found;
}

static void check(template_case *c, double open_to, double page, double host_height)
{
    zt_theme theme = {0};
    zt_template template_ = {.theme = &theme, .name = "tuck", .page_w = 200, .page_h = page};
    zt_setting setting = {.arena = c->arena, .diags = c->diags, .template_ = &template_};
    const zt_box_spec all = {.kind = ZT_BOX_COLUMN, .stretch = 1};
    const zt_box_spec at = {.kind = ZT_BOX_PLACE, .stretch = 1};
    const zt_box_spec tucked = {.kind = ZT_BOX_PLACE, .stretch = 1, .tuck = true};
    zt_block blocks[] = {{.kind = &host, .name = "timeline", .content = &open_to, .place = &at},
                         {.kind = &guest, .name = "credits", .place = &tucked}};
    zt_block *of_host[] = {&blocks[0]}, *of_guest[] = {&blocks[1]};
    zt_box places[] = {{.spec = &at, .blocks = of_host, .block_count = 1},
                       {.spec = &tucked, .blocks = of_guest, .block_count = 1}};
    zt_box *children[] = {&places[0], &places[1]};
    zt_box root = {.spec = &all, .children = children, .child_count = 2};
    zt_layout_result result = zt_layout_page(&setting, &root);
    assert_false(result.overset);
    zt_rect outer = block_named(&setting, "timeline")->item.box;
    zt_rect inner = block_named(&setting, "credits")->item.box;
    assert_true(outer.h == host_height);
    assert_true(inner.x == 100 && zt_rect_foot(inner) == host_height);
    assert_true(inner.h == 40);
}

static void test_the_cell_stays_open(void **state)
{
    check(*state, 1000, 150, 150);
}

static void test_spare_height_does_not_close_the_cell(void **state)
{
    check(*state, 120, 150, NATURAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_cell_stays_open, case_open, case_close),
        cmocka_unit_test_setup_teardown(test_spare_height_does_not_close_the_cell, case_open,
                                        case_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
