/* The structure tree: what stands between, what rows of a table cover, levels of heads, and that no
   scene whatever gives a tree that a reader cannot walk. */
#include "cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "scene/tag_tree.h"

static const zt_ink black = {.name = "black", .cmyk = {0, 0, 0, 1}};

/* A page on which groups are hung and words are said. */
typedef struct page_of_words {
    zt_arena *arena;
    zt_scene *scene;
    zt_book book;
    zt_scene *pages[1];
} page_of_words;

static int begin(void **state)
{
    zt_arena *arena = zt_arena_new();
    page_of_words *p = ZT_NEW(arena, page_of_words);
    p->arena = arena;
    p->scene = p->pages[0] = zt_scene_new(arena, 200, 100);
    p->book = (zt_book){.title = "试", .lang = "zh-CN", .pages = p->pages, .page_count = 1};
    *state = p;
    return 0;
}

static int end(void **state)
{
    zt_arena_drop(((page_of_words *)*state)->arena);
    return 0;
}

static zt_group *part(page_of_words *p, zt_group *parent, zt_role role, double x, double width)
{
    return zt_scene_add_part(p->scene, parent ? parent : p->scene->root, ZT_NOWHERE, NULL, role,
                             (zt_rect){x, 0, width, 10});
}

static void word(page_of_words *p, zt_group *group, const char *text)
{
    zt_scene_add_glyphs(p->scene, group, ZT_NOWHERE, NULL, 10, (zt_point){0, 0}, NULL, 0,
                        zt_str_from(text), ZT_SOLID(&black));
}

static zt_group *said(page_of_words *p, zt_group *parent, zt_role role, double x, const char *text)
{
    zt_group *group = part(p, parent, role, x, 20);
    if (text)
        word(p, group, text);
    return group;
}

static void assert_read(page_of_words *p, const char *wanted)
{
    zt_buf out;
    zt_buf_init(&out, p->arena);
    zt_book_read_aloud(&out, &p->book);
    zt_str text = zt_buf_view(&out);
    if (!zt_str_is(text, wanted))
        fail_msg("read\n%.*swanted\n%s", (int)text.len, text.data, wanted);
}

/* ---- what stands between ---- */

static void labels_and_bodies_make_items(void **state)
{
    page_of_words *p = *state;
    zt_group *list = part(p, NULL, ZT_ROLE_L, 0, 100);
    said(p, list, ZT_ROLE_LBL, 0, "40个");
    said(p, list, ZT_ROLE_LBODY, 20, "重大项目");
    said(p, list, ZT_ROLE_LBL, 0, "12家");
    said(p, list, ZT_ROLE_LBODY, 20, "高新区");
    assert_read(p, "文档 试\n列表，2项\n  · 40个 重大项目\n  · 12家 高新区\n");
}

static void items_without_list_are_one_list(void **state)
{
    page_of_words *p = *state;
    zt_group *sect = part(p, NULL, ZT_ROLE_SECT, 0, 100);
    said(p, sect, ZT_ROLE_LI, 0, "江津");
    said(p, sect, ZT_ROLE_LI, 20, "合川");
    said(p, sect, ZT_ROLE_P, 40, "另有");
    said(p, sect, ZT_ROLE_LI, 60, "永川");
    assert_read(p, "文档 试\n列表，2项\n  · 江津\n  · 合川\n另有\n列表，1项\n  · 永川\n");
}

/* What stands behind the body of an item belongs to that body, a second label or body too. */
static void an_item_has_one_body(void **state)
{
    page_of_words *p = *state;
    zt_group *item = part(p, part(p, NULL, ZT_ROLE_L, 0, 100), ZT_ROLE_LI, 0, 100);
    said(p, item, ZT_ROLE_LBL, 0, "12家");
    said(p, item, ZT_ROLE_SPAN, 0, "国家级");
    said(p, item, ZT_ROLE_LBL, 0, "26家");
    said(p, item, ZT_ROLE_LBODY, 0, "结成联盟");
    assert_read(p, "文档 试\n列表，1项\n  ·\n    12家\n    国家级\n    26家\n    结成联盟\n");
}

static void text_in_a_section_is_a_paragraph(void **state)
{
    page_of_words *p = *state;
    zt_group *sect = part(p, NULL, ZT_ROLE_SECT, 0, 100);
    word(p, sect, "一句");
    word(p, sect, "话。");
    said(p, sect, ZT_ROLE_H2, 0, "小标题");
    word(p, sect, "又一句。");
    assert_read(p, "文档 试\n一句话。\n标题1 小标题\n又一句。\n");
}

/* ---- tables ---- */

/* A row with fewer cells covers the columns that it stands over. */
static void short_rows_cover_their_columns(void **state)
{
    page_of_words *p = *state;
    zt_group *table = part(p, NULL, ZT_ROLE_TABLE, 0, 100);
    zt_group *heads = part(p, table, ZT_ROLE_TR, 5, 100);
    said(p, heads, ZT_ROLE_TH, 20, "任务书");
    said(p, heads, ZT_ROLE_TH, 40, "成绩单");
    zt_group *row = part(p, table, ZT_ROLE_TR, 5, 100);
    said(p, row, ZT_ROLE_TH, 0, "一条链");
    said(p, row, ZT_ROLE_TD, 20, "打造");
    said(p, row, ZT_ROLE_TD, 40, "加快");
    said(p, row, ZT_ROLE_TD, 60, "70万");
    zt_group *empty = part(p, table, ZT_ROLE_TR, 5, 100);
    said(p, empty, ZT_ROLE_TH, 0, "一张网");
    said(p, empty, ZT_ROLE_TD, 20, NULL);
    said(p, empty, ZT_ROLE_TD, 60, "2万");
    assert_read(p, "文档 试\n表格，3行4列\n  空；任务书；成绩单\n"
                   "  一条链；任务书 打造；成绩单 加快；成绩单 70万\n"
                   "  一张网；任务书 空；成绩单 2万\n");
}

/* Where cells do not stand side by side they are counted; the last covers what is left. */
static void rows_one_below_the_other_are_counted(void **state)
{
    page_of_words *p = *state;
    zt_group *table = part(p, NULL, ZT_ROLE_TABLE, 0, 100);
    zt_group *row = part(p, table, ZT_ROLE_TR, 0, 100);
    said(p, row, ZT_ROLE_TH, 0, "甲");
    said(p, row, ZT_ROLE_TD, 0, "1");
    said(p, row, ZT_ROLE_TD, 0, "2");
    said(p, part(p, table, ZT_ROLE_TR, 0, 100), ZT_ROLE_TH, 0, "乙");
    assert_read(p, "文档 试\n表格，2行3列\n  甲；1；2\n  乙\n");
}

/* ---- heads ---- */

static void heads_leave_no_level_out(void **state)
{
    page_of_words *p = *state;
    said(p, NULL, ZT_ROLE_H2, 0, "甲");
    said(p, NULL, ZT_ROLE_H4, 0, "乙");
    said(p, NULL, ZT_ROLE_H4, 0, "丙");
    said(p, NULL, ZT_ROLE_H3, 0, "丁");
    said(p, NULL, ZT_ROLE_H2, 0, "戊");
    assert_read(p, "文档 试\n标题1 甲\n标题2 乙\n标题2 丙\n标题2 丁\n标题1 戊\n");
}

/* ---- whatever is painted ---- */

static void hear(void *self, const zt_item *item, double dx, double dy)
{
    zt_tag_tree *tree = self;
    if (item->kind == ZT_ITEM_GROUP)
        zt_tag_tree_enter(tree, (const zt_group *)item, dx, dy);
    else if (item->kind == ZT_ITEM_GLYPHS) {
        zt_element *element = zt_tag_tree_of(tree, item);
        if (element)
            zt_element_hold(tree, element, ZT_KID_CONTENT, 0);
    }
}

static void heard(void *self, const zt_group *group, double dx, double dy)
{
    (void)group;
    (void)dx;
    (void)dy;
    zt_tag_tree_leave(self);
}

static zt_tag_tree *tree_of(page_of_words *p)
{
    zt_tag_tree *tree = zt_tag_tree_new(p->arena, &p->book);
    zt_visitor visitor = {tree, hear, heard};
    zt_tag_tree_page(tree, 0);
    zt_scene_walk(p->scene->root, &visitor);
    zt_tag_tree_end(tree);
    return tree;
}

/* Words in it, counted; every child may stand where it stands, text where text may. */
static size_t assert_sound(const zt_element *element)
{
    size_t found = 0, bodies = 0;
    for (size_t i = 0; i < element->kids.count; i++) {
        const zt_element_kid *kid = &element->kids.items[i];
        if (kid->kind == ZT_KID_CONTENT) {
            assert_true(zt_role_holds_text(element->role));
            found++;
            continue;
        }
        assert_ptr_equal(kid->element->parent, element);
        assert_int_equal(zt_role_between(element->role, kid->element->role), ZT_ROLE_NONE);
        if (element->role == ZT_ROLE_LI && kid->element->role == ZT_ROLE_LBL)
            assert_int_equal(i, 0);
        bodies += kid->element->role == ZT_ROLE_LBODY;
        found += assert_sound(kid->element);
    }
    assert_true(bodies <= 1);
    return found;
}

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* Groups of any role in groups of any role, words in one of three. */
static size_t grow(page_of_words *p, zt_group *parent, int depth, bool silent, unsigned *seed)
{
    size_t words = 0;
    for (unsigned i = 0, count = next(seed) % 4; i < count; i++) {
        zt_role role = (zt_role)(next(seed) % (ZT_ROLE_ARTIFACT + 1));
        bool quiet = silent || role == ZT_ROLE_ARTIFACT;
        zt_group *group = part(p, parent, role, (double)(next(seed) % 50), 20);
        if (next(seed) % 3 == 0) {
            word(p, group, "字");
            words += !quiet;
        }
        if (depth > 0)
            words += grow(p, group, depth - 1, quiet, seed);
    }
    return words;
}

static void no_scene_gives_an_unsound_tree(void **state)
{
    size_t all = 0;
    for (unsigned seed = 1; seed <= 3000; seed++) {
        page_of_words *p;
        unsigned at = seed;
        begin((void **)&p);
        size_t words = grow(p, NULL, 5, false, &at);
        assert_int_equal(assert_sound(tree_of(p)->document), words);
        all += words;
        end((void **)&p);
    }
    assert_true(all > 10000);
    (void)state;
}

/* ---- what it cannot mend ---- */

static void a_figure_needs_words(void **state)
{
    page_of_words *p = *state;
    zt_group *figure = said(p, NULL, ZT_ROLE_FIGURE, 0, "37%");
    zt_tag_tree_fault fault;
    assert_false(zt_tag_tree_holds(tree_of(p), &fault));
    assert_int_equal(fault.element->role, ZT_ROLE_FIGURE);
    figure->alt = "占全国37%";
    assert_true(zt_tag_tree_holds(tree_of(p), &fault));
    p->book.title = "";
    assert_false(zt_tag_tree_holds(tree_of(p), &fault));
    p->book.title = "试";
    p->book.lang = NULL;
    assert_false(zt_tag_tree_holds(tree_of(p), &fault));
}

static void a_paragraph_in_a_line_is_a_fault(void **state)
{
    page_of_words *p = *state;
    said(p, part(p, NULL, ZT_ROLE_SPAN, 0, 100), ZT_ROLE_P, 0, "段");
    zt_tag_tree_fault fault;
    assert_false(zt_tag_tree_holds(tree_of(p), &fault));
    assert_int_equal(fault.element->role, ZT_ROLE_P);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(labels_and_bodies_make_items, begin, end),
        cmocka_unit_test_setup_teardown(items_without_list_are_one_list, begin, end),
        cmocka_unit_test_setup_teardown(an_item_has_one_body, begin, end),
        cmocka_unit_test_setup_teardown(text_in_a_section_is_a_paragraph, begin, end),
        cmocka_unit_test_setup_teardown(short_rows_cover_their_columns, begin, end),
        cmocka_unit_test_setup_teardown(rows_one_below_the_other_are_counted, begin, end),
        cmocka_unit_test_setup_teardown(heads_leave_no_level_out, begin, end),
        cmocka_unit_test(no_scene_gives_an_unsound_tree),
        cmocka_unit_test_setup_teardown(a_figure_needs_words, begin, end),
        cmocka_unit_test_setup_teardown(a_paragraph_in_a_line_is_a_fault, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
