/* Small multiples: one scale in all panels or each its own, every series named, every value of bars
   printed; from a slot to a board. */
#include "chart_ask.h"

#include "chart/facet_values.h"

#include "labels/meet.h"
#include "model/chart_time_imp.h"

static const double widths[] = {46, 97, 156, 350};
static const char *const heads[] = {
    "重庆江北国际机场", "双流", "ABC Airport", "绵阳", "五桥", NULL};

/* Five series over years. */
static chart_case facets(board *b, const char *kind, size_t items, double (*value)(size_t, size_t))
{
    chart_case c = chart_new(b, kind, "万人次", 4, heads);
    c.data.facet = true;
    for (size_t i = 0; i < items; i++) {
        const char *values[5];
        for (size_t s = 0; s < 5; s++)
            values[s] = zt_arena_printf(b->arena, "%.1f", value(s, i));
        chart_item(&c, zt_arena_printf(b->arena, "%zu年", 2001 + i), values);
    }
    return c;
}

static double mixed(size_t series, size_t item)
{
    return (double)((series * 7 + item * 11) % 23) + 1;
}

static double growing(size_t series, size_t item)
{
    return (series == 0 ? 1 : series == 1 ? 10 : 400) * (double)(item + 1);
}

static void assert_heads(chart_case *c, const zt_group *group)
{
    zt_str said = board_text(c->board, group);
    for (size_t s = 0; s < 5; s++)
        if (occurrences(said, heads[s]) == 0)
            fail_msg("“%s” was dropped from “%.*s”", heads[s], ZT_ARG(said));
}

/* The years of the data as times, so that columns have an axis. */
static void set_years(chart_case *c)
{
    size_t count = c->data.item_count;
    zt_chart_time *time = ZT_NEW(c->board->arena, zt_chart_time);
    *time = (zt_chart_time){.unit = ZT_TIME_YEAR, .plain = true, .has_year = true};
    time->at = ZT_ARRAY(c->board->arena, count, double);
    time->first = ZT_ARRAY(c->board->arena, count, double);
    time->end = ZT_ARRAY(c->board->arena, count, double);
    time->jumps = ZT_ARRAY(c->board->arena, count, bool);
    for (size_t i = 0; i < count; i++) {
        time->first[i] = 11323 + 365 * (double)i;
        time->at[i] = time->first[i] + 182.5;
        time->end[i] = time->first[i] + 365;
    }
    c->data.time = time;
}

static void test_nothing_is_lost_or_overlaps(void **state)
{
    static const char *const kinds[] = {"line", "step", "area", "column", "bar"};
    static const size_t counts[] = {2, 7, 31};
    for (size_t k = 0; k < 5; k++)
        for (size_t n = 0; n < 3; n++)
            for (size_t w = 0; w < 4; w++) {
                if (!zt_chart_kind_find(zt_str_from(kinds[k])))
                    continue;
                chart_case c = facets(*state, kinds[k], counts[n], mixed);
                if (k < 4)
                    set_years(&c);
                const zt_group *group = assert_sound(&c, widths[w]);
                assert_heads(&c, group);
                if (k == 4)
                    assert_all_said(&c, group);
            }
}

/* Columns without times have their values, standing or lying down. */
static void test_columns_of_names_have_their_values(void **state)
{
    static const size_t counts[] = {1, 4, 12};
    for (size_t n = 0; n < 3; n++)
        for (size_t w = 0; w < 4; w++) {
            chart_case c = facets(*state, "column", counts[n], mixed);
            c.data.items[0].key = ZT_STR("川渝高竹新区产业园北片");
            assert_all_said(&c, assert_sound(&c, widths[w]));
        }
}

/* Heights of all columns, panel by panel. */
static void assert_heights(chart_case *c, double width, bool own)
{
    paths marks = paths_of(assert_sound(c, width), "marks");
    size_t items = c->data.item_count;
    assert_int_equal(marks.count, 5 * items);
    double unit = marks.items[0]->item.box.h / growing(0, 0);
    for (size_t k = 0; k < marks.count; k++) {
        if (own && k % items == 0)
            unit = marks.items[k]->item.box.h / growing(k / items, 0);
        double wanted = unit * growing(k / items, k % items);
        assert_near(marks.items[k]->item.box.h, wanted, wanted / 1000);
    }
}

static void test_columns_are_on_one_scale(void **state)
{
    for (size_t w = 0; w < 4; w++) {
        chart_case c = facets(*state, "column", 4, growing);
        set_years(&c);
        assert_heights(&c, widths[w], false);
        c.data.own_scales = true;
        assert_heights(&c, widths[w], true);
    }
}

static void test_scales_are_said(void **state)
{
    chart_case c = facets(*state, "line", 4, growing);
    assert_int_equal(occurrences(board_text(c.board, assert_sound(&c, 97)), "各图同一标尺"), 1);
    c.data.own_scales = true;
    assert_int_equal(occurrences(board_text(c.board, assert_sound(&c, 97)), "各图标尺不同"), 1);
}

/* A series without values keeps its panel; a standing that has no word there is in the note. */
static void test_missing(void **state)
{
    chart_case c = facets(*state, "line", 3, growing);
    for (size_t i = 0; i < 3; i++) {
        chart_status(&c.data.items[i], 1, ZT_MISSING);
        ((zt_quantity *)(uintptr_t)c.data.items[i].values[1])->text = ZT_STR("待补");
    }
    chart_status(&c.data.items[1], 3, ZT_FORECAST);
    for (size_t w = 0; w < 4; w++) {
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_heads(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
        assert_int_equal(occurrences(board_text(c.board, group), "预测"), 1);
    }
}

/* Columns side by side and lines over them are on one scale, which takes in both. */
static void test_combined_on_one_scale(void **state)
{
    static const bool as_line[] = {false, true, false, true, false};
    for (size_t w = 0; w < 4; w++) {
        chart_case c = facets(*state, "column", 4, growing);
        c.data.facet = false;
        c.data.as_line = as_line;
        set_years(&c);
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_heads(&c, group);
        paths marks = paths_of(group, "marks");
        double unit = marks.items[0]->item.box.h / growing(0, 0);
        for (size_t k = 0; k < 12; k++) {
            double wanted = unit * growing(2 * (k / 4), k % 4);
            assert_near(marks.items[k]->item.box.h, wanted, wanted / 1000);
        }
        /* The first line: from its first to its last value, its stroke and caps aside. */
        const zt_path *line = marks.items[12];
        double rise = line->segs[0].p[0].y - line->segs[line->seg_count - 1].p[0].y;
        assert_near(rise, unit * (growing(1, 3) - growing(1, 0)), 0.001 * rise + 0.001);
    }
}

/* An annotation of an item is numbered in each panel, and its words stand once below all. */
static void test_annotations_are_numbered(void **state)
{
    for (size_t w = 0; w < 4; w++) {
        chart_case c = facets(*state, "area", 7, mixed);
        zt_str key = ZT_STR("2003年");
        zt_annotation note = {.of = key, .keys = &key, .key_count = 1};
        set_years(&c);
        note.text = board_rich(c.board, "新线开通");
        c.data.annotations = &note;
        c.data.annotation_count = 1;
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_int_equal(occurrences(board_text(c.board, group), "新线开通"), 1);
        size_t rings = 0;
        boxes all = {.count = 0};
        zt_visitor visitor = {.self = &all, .enter = collect_glyphs};
        zt_scene_walk(group, &visitor);
        for (size_t i = 0; i < all.count; i++)
            rings += zt_str_is(all.texts[i], "1");
        assert_int_equal(rings, 6); /* five panels and the list */
    }
}

/* Each number has two discs in the layer of words, the ink below the paper: those of ink are apart
   and within the width. */
static void assert_rings_apart(const zt_group *group, double width)
{
    paths all = paths_of(group, "labels");
    assert_int_equal(all.count, 2 * 2 * 6); /* five panels and the list */
    for (size_t i = 0; i < all.count; i += 2) {
        zt_rect a = all.items[i]->item.box;
        a.x += all.dx[i], a.y += all.dy[i];
        assert_true(a.x > -0.01 && zt_rect_right(a) < width + 0.01);
        for (size_t k = 0; k < i; k += 2) {
            zt_rect b = all.items[k]->item.box;
            b.x += all.dx[k], b.y += all.dy[k];
            assert_false(zt_rects_meet(a, b));
        }
    }
}

/* Numbers of one item, of items side by side and of the last one stand apart and in the frame. */
static void test_numbers_keep_off_each_other(void **state)
{
    static const char *const years[][2] = {
        {"2007年", "2007年"}, {"2006年", "2007年"}, {"2001年", "2001年"}, {"2004年", "2005年"}};
    for (size_t k = 0; k < 16; k++) {
        chart_case c = facets(*state, k % 2 ? "step" : "line", 7, mixed);
        zt_str keys[2];
        zt_annotation notes[2];
        set_years(&c);
        for (size_t i = 0; i < 2; i++) {
            keys[i] = zt_str_from(years[k / 4][i]);
            notes[i] = (zt_annotation){.of = keys[i], .keys = &keys[i], .key_count = 1};
            notes[i].text = board_rich(c.board, i == 0 ? "新线开通" : "停运");
        }
        c.data.annotations = notes;
        c.data.annotation_count = 2;
        const zt_group *group = assert_sound(&c, widths[k % 4]);
        assert_rings_apart(group, zt_pt_from_mm(widths[k % 4]));
    }
}

/* Last values of nought stand beside the foot of the plot, where labels of time may reach. */
static void test_last_values_of_nought(void **state)
{
    static const char *const kinds[] = {"line", "step", "area"};
    static const double wide[] = {97, 107, 156, 210, 266};
    for (size_t k = 0; k < 3; k++)
        for (size_t w = 0; w < 5; w++)
            for (size_t n = 3; n < 8; n++) {
                chart_case c = chart_new(*state, kinds[k], "列", 0, heads);
                zt_doc doc = {0};
                c.data.facet = true;
                for (size_t i = 0; i < n; i++) {
                    const char *v = i + 1 == n ? "0.00列" : i % 2 ? "0.03列" : "0.01列";
                    chart_item(&c,
                               zt_arena_printf(c.board->arena, "%zuQ%zu", 2016 + (i + 2) / 4,
                                               (i + 2) % 4 + 1),
                               (const char *[]){v, "0.00列", v, "0.02列", v});
                }
                zt_chart_time_read(c.board->arena, &doc, &c.data);
                assert_heads(&c, assert_sound(&c, wide[w]));
            }
}

/* How many paths were drawn for an annotation in the fifth line; 2 an arrow: its line, its point.
 */
static void count_arrows(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx, (void)dy;
    *(size_t *)self += item->kind == ZT_ITEM_PATH && item->at.line == 5;
}

static size_t arrow_paths(const zt_group *group)
{
    size_t count = 0;
    zt_scene_walk(group, &(zt_visitor){.self = &count, .enter = count_arrows});
    return count;
}

/* An arrow from mark to mark stands in every panel whose series has both values, once where all are
   combined; without words it has no number. */
static void test_arrows_in_panels(void **state)
{
    static const char *const kinds[] = {"line", "step", "area", "column"};
    static const bool as_line[] = {false, true, false, false, false};
    for (size_t w = 1; w < 4; w++)
        for (size_t k = 0; k < 4; k++)
            for (int combined = 0; combined < (k == 3 ? 2 : 1); combined++) {
                chart_case c = facets(*state, kinds[k], 6, mixed);
                set_years(&c);
                c.data.items[4].values[2] = chart_quantity(c.board, "");
                if (combined) {
                    c.data.facet = false;
                    c.data.as_line = as_line;
                }
                c.data.annotations = ZT_NEW(c.board->arena, zt_annotation);
                *c.data.annotations = (zt_annotation){.of = c.data.items[4].key,
                                                      .keys = &c.data.items[4].key,
                                                      .key_count = 1,
                                                      .at = {"t", 5, 1},
                                                      .has_from = true,
                                                      .from = 1};
                c.data.annotation_count = 1;
                assert_true(zt_chart_check(&c.data, c.board->diags));
                size_t bare = arrow_paths(assert_sound(&c, widths[w]));
                assert_int_equal(bare, combined ? 2 : 8);
                /* With words each panel has the number with its ring: two discs more. */
                c.data.annotations[0].text = board_rich(*state, "三年间");
                size_t numbered = arrow_paths(assert_sound(&c, widths[w]));
                assert_int_equal(numbered, bare + (combined ? 4 : 12));
            }
}

/* An arrow that has both its values in no panel is told of: by an error where they are not in the
   data, by a warning where one is missing yet. One panel that has both is enough. */
static void test_an_arrow_that_no_panel_draws(void **state)
{
    static const bool as_line[] = {false, true, false, false, false};
    enum { NO_VALUE, OPEN, APART, ONE_PANEL, EACH_END, CASES };
    for (int combined = 0; combined < 2; combined++)
        for (int what = 0; what < CASES; what++) {
            chart_case c = facets(*state, "column", 6, mixed);
            zt_diags *diags = c.board->diags;
            set_years(&c);
            c.data.facet = !combined;
            c.data.as_line = combined ? as_line : NULL;
            for (size_t s = 0; s < 5; s++)
                c.data.items[4].values[s] = what == OPEN ? chart_quantity(c.board, "") : NULL;
            if (what == ONE_PANEL)
                c.data.items[4].values[3] = chart_quantity(c.board, "7");
            if (what == APART) { /* of another series than the open one */
                c.data.items[4].values[0] = chart_quantity(c.board, "");
                c.data.items[1].values[0] = NULL;
            }
            if (what == EACH_END) { /* one end in the first panel, the other in the last */
                c.data.items[4].values[0] = chart_quantity(c.board, "7");
                c.data.items[1].values[0] = NULL;
            }
            c.data.annotations = ZT_NEW(c.board->arena, zt_annotation);
            *c.data.annotations = (zt_annotation){.of = c.data.items[4].key,
                                                  .keys = &c.data.items[4].key,
                                                  .key_count = 1,
                                                  .has_from = true,
                                                  .from = 1};
            c.data.annotation_count = 1;
            size_t mark = zt_diags_mark(diags);
            chart_use(&c);
            board_natural(c.board, zt_pt_from_mm(156));
            bool said = what < ONE_PANEL || (what == EACH_END && !combined);
            bool open = what == OPEN || (what == APART && combined);
            assert_int_equal(zt_diags_count(diags) > mark, said);
            if (said) {
                assert_string_equal(zt_diags_at(diags, mark)->code, "guide-refused");
                assert_int_equal(zt_diags_at(diags, mark)->severity, open ? ZT_WARNING : ZT_ERROR);
            }
            zt_diags_rewind(diags, mark);
        }
}

/* Among combined series a line stands for an item before the columns do, where it has a value. */
static void test_which_series_stands_for_an_item(void **state)
{
    static const bool as_line[] = {false, true, false, false, false};
    board *b = *state;
    chart_case c = facets(b, "column", 3, mixed);
    c.data.facet = false;
    c.data.as_line = as_line;
    c.data.items[1].values[1] = chart_quantity(b, "");
    for (size_t s = 0; s < 5; s++)
        c.data.items[2].values[s] = chart_quantity(b, "");
    chart_use(&c);
    zt_chart chart = zt_chart_host(&b->block, &b->setting, &c.data);
    const zt_facets_plan *plan = zt_facets_plan_new(&chart, zt_pt_from_mm(97));
    assert_int_equal(zt_facet_series_at(plan, 0, 0), 1);
    assert_int_equal(zt_facet_series_at(plan, 0, 1), 0);
    assert_int_equal(zt_facet_series_at(plan, 0, 2), 5);
}

/* Each value has a place clear of the others or is counted by a finding; of those that label= does
   not ask for none is printed. */
static void test_values_that_are_asked_for(void **state)
{
    static const char *const kinds[] = {"line", "step", "area", "column"};
    static const bool as_line[] = {false, true, false, true, false};
    size_t printed = 0, all = 0;
    for (size_t k = 0; k < 4; k++)
        for (size_t w = 0; w < 4; w++)
            for (size_t way = 0; way < (k == 3 ? 8 : 4); way++) {
                chart_case c = facets(*state, kinds[k], 9, mixed);
                bool *wanted = ZT_ARRAY(c.board->arena, 45, bool);
                size_t asked = 0, found = 0, mark = zt_diags_mark(c.board->diags);
                set_years(&c);
                c.data.facet = way < 4;
                c.data.as_line = way < 4 ? NULL : as_line;
                for (size_t i = 0; i < 45; i++)
                    asked += wanted[i] = way % 4 == 3 || (i * 7 + k + w) % (3 + way) == 0;
                c.data.wanted = wanted;
                assert_true(zt_chart_check(&c.data, c.board->diags));
                const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
                boxes texts = {.count = 0};
                zt_scene_walk(group, &(zt_visitor){.self = &texts, .enter = collect_glyphs});
                for (size_t i = 0; i < texts.count; i++)
                    found += zt_str_holds(texts.texts[i], ZT_STR("."));
                zt_chart chart = zt_chart_host(&c.board->block, &c.board->setting, &c.data);
                const zt_facets_plan *plan = zt_facets_plan_new(&chart, zt_pt_from_mm(widths[w]));
                size_t lost = zt_facet_texts_lost(plan);
                assert_int_equal(found + lost, asked);
                bool said = false;
                for (size_t i = mark; i < zt_diags_count(c.board->diags); i++)
                    said = said ||
                           strcmp(zt_diags_at(c.board->diags, i)->code, "values-unprinted") == 0;
                assert_true(said == (lost > 0));
                zt_diags_rewind(c.board->diags, mark);
                printed += found;
                all += asked;
            }
    assert_true(printed * 5 > all * 3); /* 962 of 1506: all have no room in panels of a slot */
}

/* Bars of a theme that draws dots end in them: the values keep off, and nothing leaves its frame.
 */
static void test_bars_as_the_theme_draws_them(void **state)
{
    static const char *const kinds[] = {"bar", "column"};
    board *b = *state;
    zt_bar_look kept = b->theme.look.bars;
    for (size_t w = 0; w < 4; w++)
        for (size_t k = 0; k < 2; k++) {
            chart_case c = facets(b, kinds[k], 4, mixed);
            c.data.items[1].values[1] = chart_quantity(b, "-9.5");
            size_t full = paths_of(assert_sound(&c, widths[w]), "marks").count;
            b->theme.look.bars =
                (zt_bar_look){.form = ZT_BAR_DOT, .dot = ZT_MM(3), .line = ZT_MM(0.5)};
            const zt_group *group = assert_sound(&c, widths[w]);
            paths marks = paths_of(group, "marks");
            b->theme.look.bars = kept;
            assert_int_equal(marks.count, 2 * full);
            boxes type = {.count = 0};
            zt_scene_walk(group, &(zt_visitor){.self = &type, .enter = collect_glyphs});
            for (size_t i = 0; i < marks.count; i++)
                for (size_t t = 0; t < type.count; t++) {
                    zt_rect box = marks.items[i]->item.box, words = type.items[t];
                    box.x += marks.dx[i];
                    box.y += marks.dy[i];
                    words.y += words.h / 5; /* the em box is higher than digits */
                    words.h *= 0.6;
                    assert_false(zt_rects_meet(box, words));
                }
        }
}

static void test_what_is_refused(void **state)
{
    static const char *const one[] = {"甲", NULL}, *const value[] = {"3"};
    chart_case tiles = facets(*state, "treemap", 3, growing);
    assert_check_refuses(&tiles, "facet-kind");
    chart_case alone = chart_new(*state, "line", "", 0, one);
    chart_item(&alone, "2001年", value);
    alone.data.facet = true;
    assert_check_refuses(&alone, "facet-count");
    chart_case cut = facets(*state, "line", 3, growing);
    cut.data.broken = true;
    assert_check_refuses(&cut, "broken-refused");
    static const bool as_line[] = {false, true, false, true, false};
    chart_case lines = facets(*state, "line", 3, growing);
    lines.data.facet = false;
    lines.data.as_line = as_line;
    assert_check_refuses(&lines, "combined-refused");
}

#define FACET_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FACET_TEST(test_nothing_is_lost_or_overlaps),
        FACET_TEST(test_columns_of_names_have_their_values),
        FACET_TEST(test_columns_are_on_one_scale),
        FACET_TEST(test_scales_are_said),
        FACET_TEST(test_missing),
        FACET_TEST(test_combined_on_one_scale),
        FACET_TEST(test_annotations_are_numbered),
        FACET_TEST(test_numbers_keep_off_each_other),
        FACET_TEST(test_last_values_of_nought),
        FACET_TEST(test_arrows_in_panels),
        FACET_TEST(test_which_series_stands_for_an_item),
        FACET_TEST(test_an_arrow_that_no_panel_draws),
        FACET_TEST(test_values_that_are_asked_for),
        FACET_TEST(test_bars_as_the_theme_draws_them),
        FACET_TEST(test_what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
