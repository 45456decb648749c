/* The timeline: every event once and whole, nodes at their dates, columns, rows, bands, day scale.
 */
#include "board.h"

#include <stdlib.h>

#include "block/timeline/timeline_imp.h"

extern const zt_block_kind zt_block_kind_timeline;

typedef struct sample {
    const char *iso, *printed;
    bool key;
    const char *text;
} sample;

static const sample samples[] = {
    {"2020-01-03", "2020年1月3日", true,
     "中央财经委员会第六次会议作出重大决策部署，推动成渝地区双城经济圈建设，会议提出强化重庆和成都"
     "的中心城市带动作用。"},
    {"2020-10-16", "2020年10月16日", false,
     "会议审议《成渝地区双城经济圈建设规划纲要》，要求突出重庆、成都的协同带动，以点带面、均衡发展"
     "，"
     "与周边市县形成一体化发展的都市圈。"},
    {"2021-05-27", "2021年5月27日", false,
     "川渝党政联席会议第三次会议在重庆市永川区召开，听取“双核”联动行动方案有关情况说明。"},
    {"2021-10-20", "2021年10月20日", true,
     "规划纲要印发：到2025年，两市发展能级显著提升，区域带动力和国际竞争力明显增强；到2035年，进入"
     "现代化国际都市行列。"},
    {"2021-11-22", "2021年11月22日", false, "协调会议第四次会议以视频方式召开。"},
    {"2021-12-14", "2021年12月14日", false,
     "联席会议第四次会议在宜宾市召开，强调进一步做强“双核”，提升重庆主城都市区和成都市发展能级，增"
     "强"
     "核心功能和辐射作用。"},
    {"2021-12-17/2021-12-18", "2021年12月17日—18日", true,
     "成都市党政代表团来渝考察，双方签署合作协议，以及5个子协议。"},
    {"2022-03-07", "2022年3月7日", true,
     "渝、川、蓉三方发展改革部门牵头组建专项工作组，科技、经济信息、规划自然资源、交通、商务、文化"
     "旅游、金融监管等部门为成员单位。"},
    {"2022-04-28", "2022年4月28日", false,
     "专项工作组以视频连线方式召开第一次会议，听取推进情况汇报，审议工作规则和年度重点任务。"},
    {"2022-06-18", "2022年6月18日", false, "协调会议第五次会议以视频方式召开。"},
    {"2022-06-24", "2022年6月24日", false,
     "领导小组召开会议，强调推进重庆主城都市区和成都市联动联建，增强产业引领、科技创新、门户枢纽、"
     "综合服务功能。"},
};
enum { SAMPLES = sizeof samples / sizeof *samples };

static const double tall = 84.2 * 72 / 25.4, wide = 288 * 72 / 25.4;

static board *opened(void **state, zt_timeline *content, int columns)
{
    board *b = *state;
    *content = (zt_timeline){.head = ZT_STR("大事记"), .group_by = ZT_BY_YEAR, .count = SAMPLES};
    content->events = ZT_ARRAY(b->arena, SAMPLES, zt_event);
    for (size_t i = 0; i < SAMPLES; i++) {
        zt_event *event = &content->events[i];
        event->key = samples[i].key;
        event->text = board_rich(b, samples[i].text);
        assert_true(zt_date_parse(zt_str_from(samples[i].iso), &event->date, NULL));
    }
    board_use(b, &zt_block_kind_timeline, "axis-left", content);
    b->place.columns = columns;
    b->place.gutter = (zt_gap){zt_pt_from_mm(7.5), zt_pt_from_mm(7.5)};
    return b;
}

static double measure_for(int columns)
{
    return columns == 1 ? tall : columns == 2 ? 1.8 * tall : wide;
}

/* `banded`: bands say the years, so dates need not. */
static void expect_every_event(board *b, const zt_group *group, bool banded)
{
    size_t year = banded ? strlen("2020年") : 0;
    board_parts dates = board_find(group, "date"), texts = board_find(group, "text");
    assert_int_equal(dates.count, SAMPLES);
    assert_int_equal(texts.count, SAMPLES);
    for (size_t i = 0; i < SAMPLES; i++) {
        assert_true(zt_str_is(board_text(b, dates.items[i].group), samples[i].printed + year));
        assert_true(zt_str_is(board_text(b, texts.items[i].group), samples[i].text));
    }
}

static void test_every_event_once_inside_the_frame(void **state)
{
    static const char *const rows[] = {"free", "aligned"};
    for (int columns = 1; columns <= 4; columns++) {
        for (int r = 0; r < 2; r++) {
            zt_timeline content;
            board *b = opened(state, &content, columns);
            board_param(b, "rows", rows[r]);
            board_param(b, "bands", columns > 2 ? "no" : "yes");
            double width = measure_for(columns);
            zt_extent extent = board_measure(b, width);
            board_first_line(b, width);
            assert_true(extent.ceiling > extent.height);
            double heights[] = {extent.height, (extent.height + extent.ceiling) / 2, extent.ceiling,
                                extent.ceiling + 40};
            for (size_t i = 0; i < 4; i++) {
                zt_group *group = board_place(b, width, heights[i]);
                expect_every_event(b, group, columns <= 2);
                board_inside(group, width, heights[i]);
            }
        }
    }
    assert_int_equal(zt_diags_count(((board *)*state)->diags), 0);
}

static void test_entries_of_a_column_do_not_overlap(void **state)
{
    for (int columns = 1; columns <= 4; columns++) {
        zt_timeline content;
        board *b = opened(state, &content, columns);
        board_param(b, "rows", columns % 2 ? "free" : "aligned");
        zt_group *group = board_natural(b, measure_for(columns));
        board_parts entries = board_find(group, "entry");
        double gap = zt_pt_from_mm(3) - 0.01;
        for (size_t i = 1; i < entries.count; i++) {
            zt_rect a = entries.items[i - 1].box, o = entries.items[i].box;
            assert_true(o.x > zt_rect_right(a) || o.y >= zt_rect_foot(a) + gap);
        }
    }
}

/* The first disc of a node stands at half the height of a capital over the date's baseline. */
static void test_nodes_are_centred_on_their_dates(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 4);
    board_param(b, "rows", "aligned");
    zt_group *group = board_natural(b, wide);
    board_parts nodes = board_find(group, "node"), dates = board_find(group, "date");
    assert_int_equal(nodes.count, SAMPLES);
    for (size_t i = 0; i < SAMPLES; i++) {
        const zt_group *line = dates.items[i].group;
        const zt_glyphs *run = (const zt_glyphs *)line->first;
        while (run->item.kind == ZT_ITEM_GROUP)
            run = (const zt_glyphs *)((const zt_group *)(const void *)run)->first;
        double cap = zt_face_metrics_of(run->face)->cap_height * run->size;
        double middle = dates.items[i].y + run->origin.y - cap / 2;
        zt_rect disc = nodes.items[i].group->first->box;
        assert_near(nodes.items[i].y + disc.y + disc.h / 2, middle, 0.05);
        double diameter = samples[i].key && !content.events[i].date.range ? 3.8 : 2.6;
        assert_near(disc.w, zt_pt_from_mm(diameter), 0.05);
    }
}

static void test_a_range_is_two_discs_and_one_date(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    board_parts nodes = board_find(board_natural(b, tall), "node");
    for (size_t i = 0; i < SAMPLES; i++) {
        const zt_item *disc = nodes.items[i].group->first;
        assert_true((disc->next != NULL) == content.events[i].date.range);
        if (disc->next)
            assert_near(disc->next->box.y - disc->box.y, zt_pt_from_mm(3.2), 0.01);
    }
}

static void test_only_key_events_take_the_accent(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    zt_group *group = board_natural(b, tall);
    board_parts nodes = board_find(group, "node"), dates = board_find(group, "date");
    for (size_t i = 0; i < SAMPLES; i++) {
        const zt_path *disc = (const zt_path *)nodes.items[i].group->first;
        const zt_glyphs *run = (const zt_glyphs *)dates.items[i].group->first;
        assert_string_equal(disc->fill.ink->name, samples[i].key ? "accent" : "paper");
        assert_string_equal(run->paint.ink->name, samples[i].key ? "accent" : "key");
    }
}

static void test_one_band_a_year(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    zt_group *group = board_natural(b, tall);
    board_parts bands = board_find(group, "band"), years = board_find(group, "year");
    static const char *const printed[] = {"2020年", "2021年", "2022年"};
    assert_int_equal(bands.count, 3);
    assert_int_equal(years.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_true(zt_str_is(board_text(b, years.items[i].group), printed[i]));
        assert_near(bands.items[i].box.w, tall, 0.01);
    }
    board_param(b, "bands", "no");
    assert_int_equal(board_find(board_natural(b, tall), "band").count, 0);
}

static void test_the_text_takes_whole_characters(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    board_parts entries = board_find(board_natural(b, tall), "entry");
    assert_near(entries.items[0].box.w, 24 * 9, 1e-6); /* as on the tall board */
    assert_near(zt_rect_right(entries.items[0].box), tall, 0.01);
}

/* Gaps are equal, and the last line ends on the foot until they reach their ceiling. */
static void test_spare_height_goes_to_equal_gaps(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    board_param(b, "bands", "no");
    zt_extent extent = board_measure(b, tall);
    for (int step = 0; step <= 4; step++) {
        double height = extent.height + (extent.ceiling - extent.height) * step / 4;
        board_parts entries = board_find(board_place(b, tall, height), "entry");
        double gap = entries.items[1].box.y - zt_rect_foot(entries.items[0].box);
        for (size_t i = 2; i < entries.count; i++)
            assert_near(entries.items[i].box.y - zt_rect_foot(entries.items[i - 1].box), gap, 0.01);
        assert_near(zt_rect_foot(entries.items[SAMPLES - 1].box), height, 0.01);
        assert_true(gap <= zt_pt_from_mm(7.5) + 0.01);
    }
}

static void test_aligned_rows_share_their_tops(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 4);
    board_param(b, "rows", "aligned");
    board_param(b, "bands", "no");
    board_parts entries = board_find(board_natural(b, wide), "entry");
    for (size_t i = 0; i < SAMPLES; i++) {
        assert_near(entries.items[i].box.y, entries.items[i % 3].box.y, 1e-6);
        assert_near(entries.items[i].box.x, entries.items[i / 3 * 3].box.x, 1e-6);
    }
    assert_int_equal(board_find(board_natural(b, wide), "axis").count, 4);
}

static void test_balanced_columns_end_on_one_line(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 2);
    double width = measure_for(2);
    zt_extent extent = board_measure(b, width);
    double height = extent.height + 20;
    board_parts entries = board_find(board_place(b, width, height), "entry");
    size_t ends = 0;
    for (size_t i = 0; i < SAMPLES; i++)
        if (i + 1 == SAMPLES || entries.items[i + 1].box.x > entries.items[i].box.x) {
            assert_near(zt_rect_foot(entries.items[i].box), height, 12);
            ends++;
        }
    assert_int_equal(ends, 2);
}

/* Marks stand at their days: 289 days from the first to the second event, 223 to the third. */
static void test_strip_is_true_to_the_day(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 4);
    content.scale = ZT_TIME_HYBRID;
    zt_group *group = board_natural(b, wide);
    board_parts strip = board_find(group, "strip");
    assert_int_equal(strip.count, 1);
    double middles[SAMPLES], days[SAMPLES];
    size_t count = 0;
    long new_year = zt_day_number((zt_day){2020, 1, 1, 0});
    for (size_t i = 0; i < SAMPLES; i++)
        days[i] = (double)(zt_day_number(content.events[i].date.from) - new_year);
    for (const zt_item *item = strip.items[0].group->first; item; item = item->next)
        if (item->box.w < 4)
            middles[count++] = item->box.x + item->box.w / 2;
    assert_int_equal(count, SAMPLES);
    zt_rect box = strip.items[0].box;
    double day = box.w / 912; /* 2020-01-01 to 2022-06-30 */
    for (size_t i = 0; i < SAMPLES; i++) {
        double nearest = 1e9;
        for (size_t k = 0; k < SAMPLES; k++)
            nearest = zt_min(nearest, fabs(middles[k] - box.x - days[i] * day));
        assert_true(nearest <= 0.5 * day + 0.01);
    }
    assert_near(zt_rect_right(box), wide, 0.01);
    assert_int_equal(board_find(group, "strip-note").count, 1);
    board_inside(group, wide, board_measure(b, wide).height);
}

static void test_strip_needs_the_room(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    content.scale = ZT_TIME_HYBRID;
    assert_int_equal(board_find(board_natural(b, tall), "strip").count, 0);
    assert_int_equal(zt_diags_count(b->diags), 0);
    board_param(b, "calendar", "yes");
    content.head = ZT_STR("从二〇一九年十一月到二〇二二年六月的大事记长题");
    assert_int_equal(board_find(board_natural(b, tall), "strip").count, 0);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "strip-crowded");
}

static void test_roles_of_a_list(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    zt_group *group = board_natural(b, tall);
    assert_int_equal(board_find(group, "head").items[0].group->role, ZT_ROLE_H2);
    assert_int_equal(board_find(group, "entry").items[0].group->role, ZT_ROLE_LI);
    assert_int_equal(board_find(group, "date").items[0].group->role, ZT_ROLE_LBL);
    assert_int_equal(board_find(group, "text").items[0].group->role, ZT_ROLE_LBODY);
    assert_int_equal(board_find(group, "axis").items[0].group->role, ZT_ROLE_ARTIFACT);
}

/* ---- horizontal, and true to the day ---- */

static const double board_width = 334 * 72 / 25.4;

/* `count` events, `step` days apart, with texts of unlike length. */
static board *many(void **state, zt_timeline *content, const char *variant, size_t count, long step)
{
    board *b = opened(state, content, 1);
    content->count = count;
    content->events = ZT_ARRAY(b->arena, count, zt_event);
    for (size_t i = 0; i < count; i++) {
        zt_event *event = &content->events[i];
        zt_day day = zt_day_from_number(zt_day_number((zt_day){2020, 1, 3, 0}) + (long)i * step);
        event->date = (zt_date){.from = day, .to = day};
        event->key = i % 3 == 0;
        event->text = board_rich(b, samples[i % SAMPLES].text);
    }
    b->block.variant = variant;
    return b;
}

static void expect_apart(board_parts parts)
{
    const double near = 0.01;
    for (size_t i = 0; i < parts.count; i++)
        for (size_t k = 0; k < i; k++) {
            zt_rect a = parts.items[i].box, o = parts.items[k].box;
            assert_true(a.x >= zt_rect_right(o) - near || o.x >= zt_rect_right(a) - near ||
                        a.y >= zt_rect_foot(o) - near || o.y >= zt_rect_foot(a) - near);
        }
}

/* Any number of events on any number of days: all there, whole, inside, apart. */
static void test_every_form_keeps_events_whole_and_apart(void **state)
{
    static const char *const variants[] = {"axis-left", "horizontal"};
    static const char *const scales[] = {"even", "time", "hybrid"};
    static const struct {
        size_t count;
        long step;
    } cases[] = {{1, 0}, {2, 400}, {3, 1}, {11, 80}, {6, 0}, {40, 22}, {11, 3650}, {12, 8}};
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++)
        for (int form = 0; form < 6; form++) {
            zt_timeline content;
            board *b = many(state, &content, variants[form % 2], cases[n].count, cases[n].step);
            board_param(b, "scale", scales[form / 2]);
            zt_extent extent = board_measure(b, board_width);
            board_first_line(b, board_width);
            for (int more = 0; more < 3; more++) {
                double height = extent.height + more * 0.7 * (extent.ceiling - extent.height);
                zt_group *group = board_place(b, board_width, height);
                assert_int_equal(board_find(group, "date").count, cases[n].count);
                assert_int_equal(board_find(group, "node").count, cases[n].count);
                board_inside(group, board_width, height);
                expect_apart(board_find(group, "entry"));
            }
        }
}

/* Sides alternate; poles stand at even steps, each text right of its own. */
static void test_horizontal_entries_alternate(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    b->block.variant = "horizontal";
    zt_group *group = board_natural(b, board_width);
    expect_every_event(b, group, true);
    board_parts entries = board_find(group, "entry"), nodes = board_find(group, "node");
    double step = entries.items[1].box.x - entries.items[0].box.x;
    for (size_t i = 0; i < SAMPLES; i++) {
        zt_rect entry = entries.items[i].box, node = nodes.items[i].box;
        assert_near(entry.x, entries.items[0].box.x + (double)i * step, 0.01);
        assert_true(node.x < entry.x);
        assert_true(i % 2 == 0 ? zt_rect_foot(entry) < node.y + node.h : entry.y > node.y);
        assert_near(entry.y, entries.items[i % 2].box.y, 0.01);
    }
    assert_int_equal(board_find(group, "band").count, 3);
}

/* Folded rows begin with the name of their year again. */
static void test_a_narrow_axis_is_folded(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    b->block.variant = "horizontal";
    zt_group *group = board_natural(b, 95 * 72 / 25.4);
    expect_every_event(b, group, true);
    expect_apart(board_find(group, "entry"));
    board_parts years = board_find(group, "year");
    double last_row = years.items[years.count - 1].box.y;
    assert_true(last_row > years.items[0].box.y + 100);
    assert_true(zt_str_is(board_text(b, years.items[0].group), "2020年"));
    assert_true(years.count > 3); /* rows that begin within a year name it again */
    assert_true(zt_str_is(board_text(b, years.items[years.count - 1].group), "2022年"));
}

/* Leaders begin where the day is: 912 days over the calendar's height. */
static void test_leaders_begin_at_their_days(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 1);
    board_param(b, "scale", "time");
    double height = board_measure(b, tall * 2).ceiling;
    zt_group *group = board_place(b, tall * 2, height);
    zt_rect strip = board_find(group, "strip").items[0].box;
    board_parts leaders = board_find(group, "leaders");
    assert_int_equal(leaders.count, 1);
    long new_year = zt_day_number((zt_day){2020, 1, 1, 0});
    size_t i = 0;
    for (const zt_item *item = leaders.items[0].group->first; item; item = item->next, i++) {
        zt_date date = content.events[i].date;
        double days = (double)(zt_day_number(date.from) + zt_day_number(date.to)) / 2;
        double wanted = strip.y + (days - (double)new_year) / 912 * strip.h;
        assert_near(((const zt_path *)item)->segs[0].p[0].y, wanted, 1.5);
    }
    assert_int_equal(i, SAMPLES);
    expect_every_event(b, group, false);
    assert_int_equal(board_find(group, "band").count, 0);
}

/* Columns have no one axis: even steps and the strip, and a warning. */
static void test_true_distances_need_one_axis(void **state)
{
    zt_timeline content;
    board *b = opened(state, &content, 4);
    content.scale = ZT_TIME_TIME;
    zt_group *group = board_natural(b, wide);
    expect_every_event(b, group, true);
    assert_int_equal(board_find(group, "strip").count, 1);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "scale-crowded");
}

/* So has a folded axis, unless its place wants no strip. */
static void test_a_folded_axis_has_the_strip_it_asks_for(void **state)
{
    zt_timeline content;
    board *b = many(state, &content, "horizontal", 30, 20);
    content.scale = ZT_TIME_TIME;
    zt_group *group = board_natural(b, wide);
    assert_int_equal(board_find(group, "entry").count, 30);
    assert_int_equal(board_find(group, "strip").count, 1);
    board_param(b, "calendar", "no");
    assert_int_equal(board_find(board_natural(b, wide), "strip").count, 0);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "scale-crowded");
}

static void test_bands_by_quarter_and_month(void **state)
{
    static const struct {
        zt_time_group by;
        const char *names;
    } cases[] = {
        {ZT_BY_QUARTER, "2020年一季度2020年四季度2021年二季度2021年四季度2022年一季度2022年二季度"},
        {ZT_BY_MONTH, "2020年1月2020年10月2021年5月2021年10月2021年11月2021年12月2022年3月"
                      "2022年4月2022年6月"}};
    for (size_t n = 0; n < 2; n++) {
        zt_timeline content;
        board *b = opened(state, &content, 1);
        content.group_by = cases[n].by;
        board_parts years = board_find(board_natural(b, tall), "year");
        zt_buf names;
        zt_buf_init(&names, b->arena);
        for (size_t i = 0; i < years.count; i++)
            zt_buf_str(&names, board_text(b, years.items[i].group));
        assert_true(zt_str_is(zt_buf_view(&names), cases[n].names));
    }
}

/* All that is printed as dates, one after the other. */
static zt_str dates_of(board *b, zt_group *group)
{
    board_parts dates = board_find(group, "date");
    zt_buf all;
    zt_buf_init(&all, b->arena);
    for (size_t i = 0; i < dates.count; i++) {
        zt_buf_str(&all, board_text(b, dates.items[i].group));
        zt_buf_putc(&all, ' ');
    }
    return zt_buf_view(&all);
}

static void test_dates_leave_out_what_their_band_says(void **state)
{
    static const struct {
        zt_time_group by;
        const char *first, *range;
    } cases[] = {{ZT_BY_NOTHING, "2020年1月3日 ", " 2021年12月17日—18日 "},
                 {ZT_BY_YEAR, "1月3日 ", " 12月17日—18日 "},
                 {ZT_BY_QUARTER, "1月3日 ", " 12月17日—18日 "},
                 {ZT_BY_MONTH, "3日 ", " 17日—18日 "}};
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        zt_timeline content;
        board *b = opened(state, &content, 1);
        content.group_by = cases[n].by;
        const char *dates = zt_str_copy(b->arena, dates_of(b, board_natural(b, tall))).data;
        assert_true(strncmp(dates, cases[n].first, strlen(cases[n].first)) == 0);
        assert_non_null(strstr(dates, cases[n].range));
        board_param(b, "bands", "no"); /* nothing is said by bands that are not drawn */
        dates = zt_str_copy(b->arena, dates_of(b, board_natural(b, tall))).data;
        assert_true(strncmp(dates, "2020年1月3日 ", strlen("2020年1月3日 ")) == 0);
    }
}

static int by_place(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Four hours of two days, at even distances in time. */
static void test_hours_of_days_stand_true_to_time(void **state)
{
    static const char *const times[] = {"2022-09-15T06:00", "2022-09-15T12:00", "2022-09-15T18:00",
                                        "2022-09-16T00:00"};
    zt_timeline content;
    board *b = opened(state, &content, 1);
    content.count = 4;
    for (size_t i = 0; i < 4; i++)
        assert_true(zt_moment_parse(zt_str_from(times[i]), &content.events[i].date, NULL));
    content.group_by = ZT_BY_DAY;
    zt_group *group = board_natural(b, tall);
    assert_int_equal(board_find(group, "band").count, 2);
    assert_true(zt_str_is(dates_of(b, group), "6时 12时 18时 0时 "));
    board_use(b, b->block.kind, "horizontal", &content);
    content.group_by = ZT_BY_NOTHING;
    content.scale = ZT_TIME_TIME;
    zt_rect strip = board_find(board_natural(b, wide), "strip").items[0].box;
    const zt_group *drawn = board_find(board_natural(b, wide), "strip").items[0].group;
    double middles[4];
    size_t count = 0;
    for (const zt_item *item = drawn->first; item; item = item->next)
        if (item->box.w < 4 && count < 4)
            middles[count++] = item->box.x + item->box.w / 2;
    assert_int_equal(count, 4);
    qsort(middles, 4, sizeof *middles, by_place);
    for (size_t i = 1; i < 4; i++) /* a quarter of a day each, of two days */
        assert_near(middles[i] - middles[i - 1], strip.w / 8, 0.3);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_every_event_once_inside_the_frame),
        CASE(test_entries_of_a_column_do_not_overlap),
        CASE(test_nodes_are_centred_on_their_dates),
        CASE(test_a_range_is_two_discs_and_one_date),
        CASE(test_only_key_events_take_the_accent),
        CASE(test_one_band_a_year),
        CASE(test_the_text_takes_whole_characters),
        CASE(test_spare_height_goes_to_equal_gaps),
        CASE(test_aligned_rows_share_their_tops),
        CASE(test_balanced_columns_end_on_one_line),
        CASE(test_strip_is_true_to_the_day),
        CASE(test_strip_needs_the_room),
        CASE(test_roles_of_a_list),
        CASE(test_every_form_keeps_events_whole_and_apart),
        CASE(test_horizontal_entries_alternate),
        CASE(test_a_narrow_axis_is_folded),
        CASE(test_leaders_begin_at_their_days),
        CASE(test_true_distances_need_one_axis),
        CASE(test_a_folded_axis_has_the_strip_it_asks_for),
        CASE(test_bands_by_quarter_and_month),
        CASE(test_dates_leave_out_what_their_band_says),
        CASE(test_hours_of_days_stand_true_to_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
