/* Groups as cards, bands and lists: properties of what is placed, found by walking the scene. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "groups_fixture.h"

#define MM(x) ((x)*72.0 / 25.4)

static int open_fixture(void **state)
{
    static const fixture empty;
    fixture *f = test_malloc(sizeof *f);
    *f = empty;
    fixture_init(f);
    *state = f;
    return 0;
}
static int close_fixture(void **state)
{
    fixture *f = *state;
    zt_arena_drop(f->arena);
    test_free(f);
    return 0;
}

/* ---- what was placed, with absolute places ---- */
typedef struct run {
    zt_rect box;
    double ink_x; /* where the ink begins, the side bearing left out */
    double baseline, size;
    zt_str text;
    const char *part; /* of the nearest group with a part */
    int cell, group;  /* counted in order */
    const zt_ink *ink;
} run;
typedef struct seen {
    run runs[256];
    size_t run_count;
    zt_rect cells[64], groups[8];
    int cell_count, group_count;
    const char *parts[32];
    int depth;
    zt_rect paths;
} seen;

static double ink_left(const zt_glyphs *glyphs)
{
    double left = zt_rect_right(glyphs->item.box);
    for (size_t i = 0; i < glyphs->glyph_count; i++) {
        zt_rect ink;
        if (zt_face_ink(glyphs->face, glyphs->glyphs[i].id, &ink))
            left = zt_min(left, glyphs->origin.x + glyphs->glyphs[i].x + ink.x * glyphs->size);
    }
    return left;
}

static void see(void *self, const zt_item *item, double dx, double dy)
{
    seen *s = self;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (item->kind == ZT_ITEM_GROUP) {
        const zt_group *group = (const zt_group *)item;
        s->parts[s->depth + 1] = group->part ? group->part : s->parts[s->depth];
        s->depth++;
        if (group->part && strcmp(group->part, "cell") == 0)
            s->cells[s->cell_count++] = box;
        if (group->part && strcmp(group->part, "group") == 0)
            s->groups[s->group_count++] = box;
    } else if (item->kind == ZT_ITEM_GLYPHS) {
        const zt_glyphs *glyphs = (const zt_glyphs *)item;
        assert_true(s->run_count < 256);
        s->runs[s->run_count++] = (run){box,
                                        ink_left(glyphs) + dx,
                                        glyphs->origin.y + dy,
                                        glyphs->size,
                                        glyphs->text,
                                        s->parts[s->depth],
                                        s->cell_count - 1,
                                        s->group_count - 1,
                                        glyphs->paint.ink};
    } else {
        s->paths = zt_rect_union(s->paths, box);
    }
}
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    (void)group, (void)dx, (void)dy;
    ((seen *)self)->depth--;
}
static seen *walk(fixture *f, const zt_group *into)
{
    seen *s = ZT_NEW(f->arena, seen);
    zt_visitor visitor = {s, see, leave};
    zt_scene_walk(into, &visitor);
    return s;
}

static bool is_part(const run *r, const char *part)
{
    return r->part && strcmp(r->part, part) == 0;
}
static bool is_figure(const run *r)
{
    return is_part(r, "figure") || is_part(r, "figure-second");
}
static bool near(double a, double b)
{
    return a - b < 0.01 && b - a < 0.01;
}
static const run *find_run(const seen *s, const char *text)
{
    for (size_t i = 0; i < s->run_count; i++)
        if (s->runs[i].text.len >= strlen(text) &&
            memcmp(s->runs[i].text.data, text, strlen(text)) == 0)
            return &s->runs[i];
    return NULL;
}
/* The text of all runs, joined. */
static zt_str all_text(fixture *f, const seen *s)
{
    zt_buf buf;
    zt_buf_init(&buf, f->arena);
    for (size_t i = 0; i < s->run_count; i++)
        zt_buf_str(&buf, s->runs[i].text);
    return zt_buf_view(&buf);
}
static bool says(zt_str text, const char *words)
{
    return text.data && strstr(text.data, words) != NULL;
}

static seen *set(fixture *f, double width, double spare)
{
    zt_extent e = zt_block_plan(&f->setting, &f->block, width)->extent;
    double height = e.height + spare * (e.ceiling - e.height);
    assert_true(e.ceiling >= e.height);
    seen *s = walk(f, place_block(f, width, height));
    assert_int_equal(zt_diags_severity_count(f->diags, ZT_ERROR), 0);
    return s;
}

static void assert_inside(const seen *s, double width, double height)
{
    for (size_t i = 0; i < s->run_count; i++) {
        const run *r = &s->runs[i];
        assert_true(r->ink_x >= -0.03);
        assert_true(zt_rect_right(r->box) <= width + 0.03);
        assert_true(r->box.y >= -0.01 && zt_rect_foot(r->box) <= height + 0.01);
    }
    assert_true(s->paths.x >= -0.01 && zt_rect_right(s->paths) <= width + 0.01);
    assert_true(s->paths.y >= -0.01 && zt_rect_foot(s->paths) <= height + 0.01);
}

static void test_nothing_leaves_the_frame(void **state)
{
    fixture *f = *state;
    const char *variants[] = {"cards", "rows", "bands", "list"};
    const double widths[] = {MM(60), MM(91), MM(149), MM(244)};
    add_board(f);
    for (size_t v = 0; v < 4; v++)
        for (size_t w = 0; w < 4; w++) {
            set_variant(f, variants[v]);
            zt_extent e = zt_block_plan(&f->setting, &f->block, widths[w])->extent;
            assert_inside(set(f, widths[w], 0), widths[w], e.height);
            assert_inside(set(f, widths[w], 1), widths[w], e.ceiling);
        }
}

static void test_figures_of_a_row_share_baseline_and_labels_their_height(void **state)
{
    fixture *f = *state;
    add_board(f);
    seen *s = set(f, MM(149), 0.5);
    int compared = 0;
    for (size_t i = 0; i < s->run_count; i++)
        for (size_t k = i + 1; k < s->run_count; k++) {
            const run *a = &s->runs[i], *b = &s->runs[k];
            if (a->cell < 0 || b->cell < 0 || !near(s->cells[a->cell].y, s->cells[b->cell].y))
                continue;
            if (is_figure(a) && is_figure(b)) {
                assert_true(near(a->baseline, b->baseline));
                compared++;
            }
        }
    assert_true(compared > 20);
    const run *lead = find_run(s, "参保人员"), *other = find_run(s, "同比增长");
    assert_non_null(lead);
    assert_non_null(other);
    assert_true(near(lead->baseline, other->baseline));
    assert_true(near(find_run(s, "重庆江北机场")->baseline, find_run(s, "中欧班列")->baseline));
}

static void test_each_number_is_printed_once(void **state)
{
    fixture *f = *state;
    add_board(f);
    seen *s = set(f, MM(149), 0);
    const char *numbers[] = {"300", "440", "1054.5", "40",   "12",  "26",   "4",    "39",
                             "311", "16",  "41",     "46.3", "212", "第二", "第三", "前十"};
    for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
        int found = 0;
        for (size_t i = 0; i < s->run_count; i++)
            if (is_figure(&s->runs[i]) && zt_str_is(s->runs[i].text, numbers[n]))
                found++;
        assert_int_equal(found, 1);
    }
    assert_true(says(all_text(f, s), "待补"));
}

static void test_the_lead_opens_its_group_in_the_accent(void **state)
{
    fixture *f = *state;
    add_board(f);
    seen *s = set(f, MM(149), 0);
    const run *lead = find_run(s, "1054.5"), *other = find_run(s, "40");
    assert_string_equal(lead->ink->name, "accent");
    assert_string_equal(other->ink->name, "key");
    assert_true(lead->box.x < other->box.x);
    assert_true(is_part(lead, "figure") && is_part(other, "figure-second"));
    /* Two ranks of one sentence lead together; a place within the first ten does not. */
    assert_string_equal(find_run(s, "第三")->ink->name, "accent");
    assert_string_equal(find_run(s, "前十")->ink->name, "key");
}

static void test_a_missing_value_never_leads(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "1", "枢纽");
    add_point(f, g, "中欧班列开行：[]", "开行数据", false);
    add_point(f, g, "吞吐量列全国[#第二]", "全国位次", false);
    seen *s = set(f, MM(149), 0);
    assert_string_equal(find_run(s, "待补")->part, "missing");
    assert_string_equal(find_run(s, "第二")->ink->name, "accent");
    assert_true(find_run(s, "第二")->box.x < find_run(s, "待补")->box.x);
}

static void test_another_figure_leads_when_the_lead_is_dropped(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "1", "枢纽");
    add_point(f, g, "新开[20条]", "航线", false);
    add_point(f, g, "开行[!30对]", "动车组", true);
    f->setting.optional_total = f->setting.fit.dropped = 1;
    assert_string_equal(find_run(set(f, MM(149), 0), "20")->ink->name, "accent");
}

static void test_a_period_of_dates_is_printed_as_the_theme_does(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "1", "枢纽");
    g->period = ZT_STR("2022-01/2022-05");
    seen *s = set(f, MM(149), 0);
    assert_true(says(all_text(f, s), "2022年1—5月"));
    assert_true(near(zt_rect_right(find_run(s, "2022年")->box), MM(149)));
}

static void test_a_period_without_room_stands_below(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "1", "加快共建国际性枢纽");
    add_point(f, g, "开行[30对]", "动车组", false);
    double without = zt_block_plan(&f->setting, &f->block, MM(66))->extent.height;
    g->period = ZT_STR("2022-01/2022-05");
    seen *s = set(f, MM(66), 0);
    const run *head = find_run(s, "加快共建"), *period = find_run(s, "2022年");
    assert_true(period->box.y >= zt_rect_foot(head->box) - 0.01);
    assert_true(zt_rect_foot(period->box) < find_run(s, "30")->baseline - 34 * 0.74);
    assert_true(zt_block_plan(&f->setting, &f->block, MM(66))->extent.height < without + 9);
}

static void test_a_long_point_is_justified_and_a_short_one_is_not(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "1", "枢纽");
    add_point(
        f, g,
        "两座机场的旅客吞吐量分列全国前茅，货邮量也都保持在全国前列，中欧班列开行数量继续增长，"
        "西部陆海新通道通达更多国家和地区的港口，两地铁路公交化运营越来越方便群众往来出行，"
        "多式联运的货物也越来越多",
        NULL, false);
    add_point(f, g, "功能性金融机构向两地布局，支持实体经济发展更有力", NULL, false);
    set_variant(f, "list");
    seen *s = set(f, MM(60), 0);
    /* A measure of whole characters (R46) may end a little before the frame. */
    double right = zt_rect_right(find_run(s, "两座机场")->box);
    assert_true(near(zt_rect_right(find_run(s, "货邮量也")->box), right));
    assert_true(right > MM(60) - 10.5);
    assert_true(zt_rect_right(find_run(s, "功能性")->box) < right - 9);
}

static void test_a_statement_hangs_from_the_figures_ink(void **state)
{
    fixture *f = *state;
    add_board(f);
    seen *s = set(f, MM(149), 0);
    const run *four = NULL, *words = find_run(s, "推动功能性");
    for (size_t i = 0; i < s->run_count; i++)
        if (is_figure(&s->runs[i]) && zt_str_is(s->runs[i].text, "4"))
            four = &s->runs[i];
    assert_non_null(four);
    assert_non_null(words);
    const zt_face *bold = zt_fonts_find(f->fonts, f->diags, ZT_NOWHERE, "Noto Sans CJK SC", 700);
    const zt_face_metrics *m = zt_face_metrics_of(bold);
    assert_true(near(four->baseline - m->digit_height * four->size,
                     words->baseline - m->han_top * words->size));
}

static void test_a_figure_the_label_names_is_bold_there(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "3", "西部科学城");
    add_point(f, g, "[40个]项目总投资[!1054.5亿元]", "40个重大项目涉及总投资", false);
    seen *s = set(f, MM(100), 0);
    const run *named = find_run(s, "40个");
    assert_non_null(named);
    assert_true(is_part(named, "label"));
    assert_true(named->size > find_run(s, "重大项目")->size);
    assert_true(is_figure(find_run(s, "1054.5")));
}

static void test_a_figure_no_label_names_is_not_lost(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "1", "开放");
    add_point(f, g, "[5700家]机构、[5.56万家]药店", "定点机构", false);
    seen *s = set(f, MM(149), 0);
    assert_true(is_figure(find_run(s, "5700")));
    assert_true(is_figure(find_run(s, "5.56")));
}

static void test_without_a_label_the_sentence_stands_below(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "1", "制造");
    add_point(f, g, "[300余家]企业配套", NULL, false);
    add_point(f, g, "投运汽车[440辆]上路", NULL, false);
    seen *s = set(f, MM(149), 0);
    zt_str text = all_text(f, s);
    assert_true(says(text, "300余家企业配套")); /* said once */
    assert_true(says(text, "440辆投运汽车440辆上路"));
}

static void test_all_figures_shrink_together(void **state)
{
    fixture *f = *state;
    add_board(f);
    set_param(f, "cells", "1");
    seen *wide = set(f, MM(149), 0);
    double lead = find_run(wide, "1054.5")->size, second = find_run(wide, "440")->size;
    seen *narrow = set(f, MM(36), 0);
    double factor = find_run(narrow, "1054.5")->size / lead;
    assert_true(factor < 0.8);
    assert_true(near(find_run(narrow, "440")->size / second, factor));
    assert_inside(narrow, MM(36), 1e6);
}

/* A template that asks for cells of no width gets cells all the same. */
static void test_no_least_of_a_cell(void **state)
{
    fixture *f = *state;
    add_board(f);
    set_param(f, "cell-width", "0mm");
    zt_extent e = zt_block_plan(&f->setting, &f->block, MM(149))->extent;
    assert_inside(set(f, MM(149), 0), MM(149), e.height);
}

static void test_columns_balance_and_end_on_one_line(void **state)
{
    fixture *f = *state;
    add_board(f);
    f->place.columns = 2;
    f->place.gutter.natural = MM(6);
    zt_extent e = zt_block_plan(&f->setting, &f->block, MM(244))->extent;
    seen *s = walk(f, place_block(f, MM(244), e.height));
    double feet[2] = {0, 0};
    for (int g = 0; g < s->group_count; g++) {
        int column = s->groups[g].x > MM(60) ? 1 : 0;
        assert_true(near(s->groups[g].x, column * MM(125)));
        feet[column] = zt_max(feet[column], zt_rect_foot(s->groups[g]));
    }
    assert_true(feet[0] > 0 && feet[1] > 0);
    assert_true(near(zt_max(feet[0], feet[1]), e.height));
    /* Its gaps may not reach that far, but never so that a third of the column stays empty. */
    assert_true(zt_min(feet[0], feet[1]) > 0.66 * e.height);
}

static void test_rows_follow_the_spans(void **state)
{
    fixture *f = *state;
    add_board(f);
    f->place.gutter.natural = MM(7.5);
    set_param(f, "spans", "4 4 4 3 9");
    seen *s = set(f, MM(288), 0.5);
    assert_int_equal(s->group_count, 5);
    assert_true(near(s->groups[0].y, s->groups[1].y) && near(s->groups[1].y, s->groups[2].y));
    assert_true(near(s->groups[3].y, s->groups[4].y) && s->groups[3].y > s->groups[0].y);
    assert_true(near(s->groups[1].x, MM(98.5)));
    assert_true(near(s->groups[4].x, MM(73.875)));
    assert_true(near(s->groups[3].w, MM(66.375)) && near(s->groups[4].w, MM(214.125)));
}

static void test_a_bad_span_is_reported(void **state)
{
    fixture *f = *state;
    add_board(f);
    set_param(f, "spans", "4 13");
    const zt_plan *plan = zt_block_plan(&f->setting, &f->block, MM(288));
    assert_true(zt_diags_failed(plan->said));
    assert_string_equal(zt_diags_at(plan->said, 0)->code, "bad-span");
}

static void test_spare_height_goes_between_the_groups(void **state)
{
    fixture *f = *state;
    add_board(f);
    zt_extent e = zt_block_plan(&f->setting, &f->block, MM(149))->extent;
    assert_true(e.ceiling > e.height + 4 * MM(4));
    seen *s = walk(f, place_block(f, MM(149), e.ceiling));
    assert_true(near(zt_rect_foot(s->groups[4]), e.ceiling));
    double foot = 0;
    for (size_t i = 0; i < s->run_count; i++)
        foot = zt_max(foot, zt_rect_foot(s->runs[i].box));
    assert_true(near(foot, e.ceiling));
    seen *t = walk(f, place_block(f, MM(149), e.height + 12));
    for (int g = 1; g < 5; g++)
        assert_true(near(t->groups[g].y - zt_rect_foot(t->groups[g - 1]), MM(7) + 3));
}

static void test_optional_points_go_last_first(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "1", "交通");
    add_point(f, g, "[30对]动车组", "动车组", true);
    add_point(f, g, "[6件]业务", "业务", false);
    g = add_group(f, "2", "户籍");
    add_point(f, g, "[8笔]业务", "迁移", true);
    add_point(f, g, "[9份]材料", "材料", true);
    f->setting.optional_total = 5; /* one more before this block, one after it */
    f->block.optional_first = 1;
    assert_int_equal(f->block.kind->optional_count(&f->block), 3);
    f->setting.fit.dropped = 2;
    zt_str text = all_text(f, set(f, MM(149), 0));
    assert_true(says(text, "30对") && says(text, "8笔") && !says(text, "9份"));
    set_variant(f, "list");
    f->setting.fit.dropped = 4;
    text = all_text(f, set(f, MM(149), 0));
    assert_true(!says(text, "30对") && says(text, "6件") && !says(text, "8笔"));
}

static void test_a_list_hangs_its_text_and_enlarges_its_figures(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "5", "国际都市");
    add_point(f, g,
              "前[5个月]跨省异地就医直接结算[46.3万人次]，[^同比增长212%]，两地群众办事更加方便",
              NULL, false);
    set_variant(f, "list");
    seen *s = set(f, MM(60), 0);
    const run *figure = find_run(s, "46.3");
    assert_true(figure->size > 9 && figure->size <= 9 * 1.5);
    assert_string_equal(figure->ink->name, "accent");
    double left = 1e9;
    for (size_t i = 0; i < s->run_count; i++)
        if (is_part(&s->runs[i], "body"))
            left = zt_min(left, s->runs[i].box.x);
    assert_true(left > 6); /* text hangs beside its disc */
    assert_true(find_run(s, "国际都市")->box.y < figure->box.y);
}

static void test_a_figure_in_a_line_is_at_most_half_larger(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "5", "国际都市");
    add_point(f, g, "直接结算[46.3万人次]", NULL, false);
    set_variant(f, "bands");
    for (size_t i = 0; i < f->theme.style_count; i++)
        if (strcmp(f->theme.styles[i].name, "inline-figure") == 0)
            f->theme.styles[i].size = f->theme.styles[i].size_max = 30;
    assert_true(near(find_run(set(f, MM(60), 0), "46.3")->size, 13.5));
}

static void test_digits_stand_in_the_middle_of_their_disc(void **state)
{
    fixture *f = *state;
    add_group(f, "1", "一");
    add_group(f, "12", "十二");
    seen *s = set(f, MM(100), 0);
    for (int g = 0; g < 2; g++) {
        const run *r = find_run(s, g == 0 ? "1" : "12");
        const zt_face *bold =
            zt_fonts_find(f->fonts, f->diags, ZT_NOWHERE, "Noto Sans CJK SC", 700);
        double ink_middle = r->baseline - zt_face_metrics_of(bold)->digit_height / 2 * r->size;
        double disc_middle = s->groups[g].y + MM(0.5) + MM(3) + MM(4);
        assert_true(ink_middle - disc_middle < 0.2 && disc_middle - ink_middle < 0.2);
        /* The disc's middle is at 4 mm; 1 leans by its own side bearings. */
        double text_middle = r->box.x + r->box.w / 2;
        assert_true(text_middle > MM(4) - 1 && text_middle < MM(4) + 1);
    }
}

/* Roles in reading order: a group is a section with its head, then a list of figure and label. */
typedef struct roles {
    zt_role order[256];
    size_t count;
} roles;
static void note_role(void *self, const zt_item *item, double dx, double dy)
{
    roles *r = self;
    (void)dx, (void)dy;
    if (item->kind == ZT_ITEM_GROUP && ((const zt_group *)item)->role != ZT_ROLE_NONE)
        r->order[r->count++] = ((const zt_group *)item)->role;
}

static void test_reading_order_is_head_figure_label(void **state)
{
    fixture *f = *state;
    zt_group_content *g = add_group(f, "2", "制造业");
    g->period = ZT_STR("今年1—5月");
    add_point(f, g, "[300余家]企业", "配套企业", false);
    add_point(f, g, "协同布局", NULL, false);
    zt_extent e = zt_block_plan(&f->setting, &f->block, MM(149))->extent;
    roles r = {0};
    zt_visitor visitor = {&r, note_role, NULL};
    zt_scene_walk(place_block(f, MM(149), e.height), &visitor);
    const zt_role expected[] = {ZT_ROLE_SECT,  ZT_ROLE_ARTIFACT, ZT_ROLE_H2,   ZT_ROLE_SPAN,
                                ZT_ROLE_P,     ZT_ROLE_L,        ZT_ROLE_LI,   ZT_ROLE_LBL,
                                ZT_ROLE_LBODY, ZT_ROLE_LI,       ZT_ROLE_LBODY};
    assert_int_equal(r.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < r.count; i++)
        assert_int_equal(r.order[i], expected[i]);
}

/* A part's box holds its glyphs up and down; sideways but for side bearings. */
static void hold(void *self, const zt_item *item, double dx, double dy)
{
    (void)self, (void)dx, (void)dy;
    if (item->kind != ZT_ITEM_GROUP)
        return;
    const zt_group *group = (const zt_group *)item;
    if (!group->part || strcmp(group->part, "group") == 0)
        return;
    for (const zt_item *i = group->first; i; i = i->next) {
        if (i->kind != ZT_ITEM_GLYPHS)
            continue;
        const zt_glyphs *glyphs = (const zt_glyphs *)i;
        const zt_face_metrics *m = zt_face_metrics_of(glyphs->face);
        double top = m->digit_height * glyphs->size;
        assert_true(glyphs->origin.y - top >= -0.05 * glyphs->size);
        assert_true(glyphs->origin.y <= group->item.box.h + 0.01);
        assert_true(ink_left(glyphs) >= -0.03);
        assert_true(zt_rect_right(glyphs->item.box) <= group->item.box.w + 0.03);
    }
}

static void test_parts_hold_their_ink(void **state)
{
    fixture *f = *state;
    const char *variants[] = {"cards", "rows", "bands", "list"};
    add_board(f);
    for (size_t v = 0; v < 4; v++) {
        set_variant(f, variants[v]);
        zt_extent e = zt_block_plan(&f->setting, &f->block, MM(149))->extent;
        zt_visitor visitor = {f, hold, NULL};
        zt_scene_walk(place_block(f, MM(149), e.height), &visitor);
    }
}

static void test_groups_of_a_row_share_their_first_baseline(void **state)
{
    fixture *f = *state;
    add_board(f);
    f->place.gutter.natural = MM(7.5);
    set_param(f, "spans", "4 4 4 3 9");
    seen *s = set(f, MM(288), 0.7);
    double first = find_run(s, "300")->baseline;
    assert_true(near(first, find_run(s, "第二")->baseline));
    assert_true(near(first, find_run(s, "1054.5")->baseline));
    assert_true(near(find_run(s, "外债便利化")->baseline, find_run(s, "参保人员")->baseline));
}

static void test_the_block_may_have_a_head(void **state)
{
    fixture *f = *state;
    add_board(f);
    double without = zt_block_plan(&f->setting, &f->block, MM(149))->extent.height;
    f->groups.head = ZT_STR("共建成果");
    seen *s = set(f, MM(149), 0);
    assert_true(is_part(find_run(s, "共建成果"), "title"));
    assert_true(zt_block_plan(&f->setting, &f->block, MM(149))->extent.height > without + 17);
    assert_true(s->groups[0].y > 17);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_nothing_leaves_the_frame),
        TEST(test_figures_of_a_row_share_baseline_and_labels_their_height),
        TEST(test_each_number_is_printed_once),
        TEST(test_the_lead_opens_its_group_in_the_accent),
        TEST(test_a_statement_hangs_from_the_figures_ink),
        TEST(test_a_figure_the_label_names_is_bold_there),
        TEST(test_a_figure_no_label_names_is_not_lost),
        TEST(test_without_a_label_the_sentence_stands_below),
        TEST(test_all_figures_shrink_together),
        TEST(test_no_least_of_a_cell),
        TEST(test_columns_balance_and_end_on_one_line),
        TEST(test_rows_follow_the_spans),
        TEST(test_a_bad_span_is_reported),
        TEST(test_spare_height_goes_between_the_groups),
        TEST(test_optional_points_go_last_first),
        TEST(test_a_list_hangs_its_text_and_enlarges_its_figures),
        TEST(test_reading_order_is_head_figure_label),
        TEST(test_parts_hold_their_ink),
        TEST(test_groups_of_a_row_share_their_first_baseline),
        TEST(test_the_block_may_have_a_head),
        TEST(test_a_figure_in_a_line_is_at_most_half_larger),
        TEST(test_a_missing_value_never_leads),
        TEST(test_another_figure_leads_when_the_lead_is_dropped),
        TEST(test_a_period_of_dates_is_printed_as_the_theme_does),
        TEST(test_a_long_point_is_justified_and_a_short_one_is_not),
        TEST(test_a_period_without_room_stands_below),
        TEST(test_digits_stand_in_the_middle_of_their_disc),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
