/* tests/unit/block/groups_fixture.h — a theme in memory, groups written in a short form, and a walk
   over what a block placed. */
#ifndef ZT_GROUPS_FIXTURE_H
#define ZT_GROUPS_FIXTURE_H

#include <string.h>

#include "block/blocks.h"
#include "layout/block.h"
#include "model/doc.h"
#include "template/style_names.h"

typedef struct fixture {
    zt_arena *arena;
    zt_diags *diags;
    zt_fonts *fonts;
    zt_ink inks[6];
    zt_font_role roles[3];
    zt_theme theme;
    zt_template template_;
    zt_setting setting;
    zt_box_spec place;
    zt_set sets[8];
    zt_groups groups;
    zt_block block;
} fixture;

typedef struct size_of_style {
    const char *name;
    int role; /* 0 Serif Regular, 1 Sans Regular, 2 Sans Bold */
    double size, leading;
    const char *ink;
} size_of_style;

/* As the tall comp has them; all others are body text. */
static const size_of_style sizes_of_styles[] = {
    {"section", 2, 17, 1.3, "key"},     {"badge", 2, 15, 1, "key"},
    {"period", 1, 9, 1.4, "key"},       {"figure", 2, 46, 1, "accent"},
    {"figure-second", 2, 34, 1, "key"}, {"missing", 2, 15, 1, "key"},
    {"label", 1, 9.5, 1.5, "key"},      {"statement", 2, 17, 1.15, "key"},
    {"strong", 2, 9, 1.5, "key"},       {"inline-figure", 2, 13, 1.5, "accent"},
    {"body", 0, 9, 1.5, "key"},
};

static inline const zt_ink *ink_named(const fixture *f, const char *name)
{
    return strcmp(name, "accent") == 0 ? &f->inks[1] : &f->inks[0];
}

static inline zt_style style_named(const fixture *f, const char *name)
{
    size_of_style s = {name, 0, 9, 1.5, "key"};
    for (size_t i = 0; i < sizeof sizes_of_styles / sizeof *sizes_of_styles; i++)
        if (strcmp(sizes_of_styles[i].name, name) == 0)
            s = sizes_of_styles[i];
    return (zt_style){.name = name,
                      .font = &f->roles[s.role],
                      .size = s.size,
                      .size_min = s.size * 0.8,
                      .size_max = s.size,
                      .leading = s.leading,
                      .leading_min = s.leading * 0.95,
                      .leading_max = s.leading,
                      .ink = ink_named(f, s.ink),
                      .tint = 1,
                      .align = s.role == 0 ? ZT_ALIGN_JUSTIFY : ZT_ALIGN_START};
}

static inline void init_theme(fixture *f)
{
    f->inks[0] = (zt_ink){.name = "key", .cmyk = {0, 0, 0, 1}, .rgb = {0.11, 0.1, 0.1}};
    f->inks[1] =
        (zt_ink){.name = "accent", .cmyk = {0, 0.95, 0.8, 0.18}, .rgb = {0.69, 0.12, 0.18}};
    f->inks[2] = (zt_ink){.name = "panel", .cmyk = {0, 0, 0, 0.06}, .rgb = {0.94, 0.94, 0.94}};
    f->inks[3] = (zt_ink){.name = "companion", .cmyk = {0, 0, 0, 0.7}, .rgb = {0.4, 0.4, 0.4}};
    f->inks[4] = (zt_ink){.name = "companion-mid", .cmyk = {0, 0, 0, 0.5}, .rgb = {0.6, 0.6, 0.6}};
    f->inks[5] =
        (zt_ink){.name = "companion-light", .cmyk = {0, 0, 0, 0.3}, .rgb = {0.8, 0.8, 0.8}};
    f->roles[0] = (zt_font_role){.role = "body", .family = "Noto Serif CJK SC", .weight = 400};
    f->roles[1] = (zt_font_role){.role = "label", .family = "Noto Sans CJK SC", .weight = 400};
    f->roles[2] = (zt_font_role){.role = "figure", .family = "Noto Sans CJK SC", .weight = 700};
    zt_theme *t = &f->theme;
    *t = (zt_theme){.name = "test",
                    .figure = ZT_FIGURE_MEASURES,
                    .fonts = f->roles,
                    .font_count = 3,
                    .inks = f->inks,
                    .ink_count = 6,
                    .punctuation = ZT_KAIMING,
                    .level = ZT_BREAK_NORMAL,
                    .spacing = ZT_SPACING_NEWS,
                    .gap_base = 4.25};
#define COUNT(name_, doc_) +1
    t->style_count = 0 ZT_STYLE_NAMES(COUNT);
#undef COUNT
    t->styles = ZT_ARRAY(f->arena, t->style_count, zt_style);
    size_t i = 0;
#define ADD(name_, doc_) t->styles[i++] = style_named(f, name_);
    ZT_STYLE_NAMES(ADD)
#undef ADD
}

static inline void set_variant(fixture *f, const char *variant)
{
    f->block.variant = variant;
    f->block.kind = zt_block_kind_with(ZT_STR("groups"), zt_str_from(variant));
    zt_block_load(f->arena, f->diags, &f->theme, &f->block);
}

static inline void fixture_init(fixture *f)
{
    *f = (fixture){.arena = zt_arena_new()};
    f->diags = zt_diags_new(f->arena);
    f->fonts = zt_fonts_new(f->arena, &(zt_font_options){0});
    init_theme(f);
    f->template_ = (zt_template){.name = "test", .theme = &f->theme};
    f->place = (zt_box_spec){.kind = ZT_BOX_PLACE, .columns = 1, .balance = true, .sets = f->sets};
    f->setting = (zt_setting){.arena = f->arena,
                              .diags = f->diags,
                              .fonts = f->fonts,
                              .template_ = &f->template_,
                              .scene = zt_scene_new(f->arena, 1000, 2000),
                              .fit = {.leading = 1},
                              .draft = true};
    f->groups.groups = ZT_ARRAY(f->arena, 8, zt_group_content);
    f->block = (zt_block){.name = "groups", .content = &f->groups, .place = &f->place};
    set_variant(f, "cards");
}

static inline void set_param(fixture *f, const char *name, const char *value)
{
    f->sets[f->place.set_count++] = (zt_set){.name = name, .value = zt_str_from(value)};
    zt_block_load(f->arena, f->diags, &f->theme, &f->block);
}

/* 46.3万人次: the digits are the figure; 第二: its last character. */
static inline const zt_quantity *quantity(fixture *f, zt_str text, zt_quantity_kind kind)
{
    zt_quantity *q = ZT_NEW(f->arena, zt_quantity);
    *q = (zt_quantity){.kind = kind, .text = text, .has_number = true};
    if (text.len == 0) {
        q->text = ZT_STR("待补");
        q->status = ZT_MISSING;
        q->has_number = false;
        return q;
    }
    size_t first = 0;
    while (first < text.len && (text.data[first] < '0' || text.data[first] > '9'))
        first++;
    size_t end = first;
    while (end < text.len &&
           ((text.data[end] >= '0' && text.data[end] <= '9') || text.data[end] == '.'))
        end++;
    q->figure_first = end > first ? first : 0;
    q->figure_end = end > first ? end : text.len;
    return q;
}

/* Text in which [46.3万人次] is a value, [#第二] a rank, [^同比增长212%] a change, [] a missing
   value, and [!…] the main one. */
static inline void add_point(fixture *f, zt_group_content *group, const char *text,
                             const char *label, bool optional)
{
    zt_entry_point *points = ZT_ARRAY(f->arena, group->point_count + 1, zt_entry_point);
    for (size_t i = 0; i < group->point_count; i++)
        points[i] = group->points[i];
    zt_entry_point *p = &points[group->point_count++];
    group->points = points;
    p->optional = optional;
    p->text.spans = ZT_ARRAY(f->arena, 16, zt_span);
    p->figures = ZT_ARRAY(f->arena, 8, const zt_quantity *);
    if (label) {
        p->label.spans = ZT_NEW(f->arena, zt_span);
        p->label.spans[0] = (zt_span){.text = zt_str_from(label)};
        p->label.count = 1;
        p->label_count = zt_str_split(f->arena, zt_str_from(label), '|', &p->labels);
    }
    while (*text) {
        zt_span *span = &p->text.spans[p->text.count++];
        if (*text != '[') {
            size_t len = strcspn(text, "[");
            span->text = (zt_str){text, len};
            text += len;
            continue;
        }
        text++;
        bool main = *text == '!';
        text += main ? 1 : 0;
        zt_quantity_kind kind = *text == '#' ? ZT_Q_RANK : *text == '^' ? ZT_Q_CHANGE : ZT_Q_VALUE;
        text += kind == ZT_Q_VALUE ? 0 : 1;
        size_t len = strcspn(text, "]");
        const zt_quantity *q = quantity(f, (zt_str){text, len}, kind);
        *span = (zt_span){.kind = ZT_SPAN_QUANTITY, .text = q->text, .quantity = q};
        p->figures[p->figure_count++] = q;
        if (main || !group->lead)
            group->lead = q;
        text += len + 1;
    }
}

static inline zt_group_content *add_group(fixture *f, const char *no, const char *head)
{
    zt_group_content *group = &f->groups.groups[f->groups.count++];
    group->no = zt_str_from(no);
    group->head = zt_str_from(head);
    return group;
}

/* The five groups of the dual-core board. */
static inline void add_board(fixture *f)
{
    zt_group_content *g = add_group(f, "1", "加快共建国际性综合交通枢纽");
    g->period = ZT_STR("今年1—5月");
    add_point(
        f, g, "两座机场旅客吞吐量分列全国[#第二]、[#第三]",
        "重庆江北机场\xE2\x80\x8B旅客吞吐量全国位次|成都双流机场\xE2\x80\x8B旅客吞吐量全国位次",
        false);
    add_point(f, g, "货邮量都保持在全国[#前十]", "江北、双流两场\xE2\x80\x8B货邮量全国位次", false);
    add_point(f, g, "中欧班列（成渝）：[]", "中欧班列（成渝）\xE2\x80\x8B开行数据", false);
    g = add_group(f, "2", "加快共建世界级先进制造业集群");
    add_point(f, g, "[300余家]零部件企业为对方的整车配套",
              "零部件企业参与对方整车配套，\xE2\x80\x8B推动培育世界级汽车产业集群", false);
    add_point(f, g, "已投营氢燃料电池汽车[440辆]",
              "氢燃料电池汽车投营，\xE2\x80\x8B协同建设成渝氢走廊、电走廊", false);
    g = add_group(f, "3", "加快共建西部科学城");
    add_point(f, g, "[40个]重大项目正加快实施，涉及总投资[!1054.5亿元]",
              "科技创新中心\xE2\x80\x8B重大项目|重大项目涉及总投资，\xE2\x80\x8B正加快实施", false);
    add_point(f, g, "[12家]国家级高新区、[26家]省（市）级高新区", "国家级高新区|省（市）级高新区",
              false);
    g = add_group(f, "4", "加快共建西部金融中心");
    add_point(f, g, "[4项]外债便利化试点落地", "外债便利化试点，\xE2\x80\x8B两地共同争取落地",
              false);
    add_point(f, g, "推动功能性金融机构\xE2\x80\x8B布局成渝", NULL, false);
    g = add_group(f, "5", "加快共建现代化国际都市");
    add_point(f, g, "[39项]便捷生活行动任务、[311项]事项持续落地",
              "便捷生活行动任务\xE2\x80\x8B持续落地|“川渝通办”政务\xE2\x80\x8B服务事项持续落地",
              false);
    add_point(f, g, "三甲公立综合医院协同开展[16项]临床检验、[41项]医学影像检查",
              "三甲公立综合医院\xE2\x80\x8B临床检验协同开展|"
              "三甲公立综合医院\xE2\x80\x8B医学影像检查协同开展",
              false);
    add_point(f, g, "跨省异地就医直接结算[!46.3万人次]，[^同比增长212%]",
              "参保人员跨省异地就医\xE2\x80\x8B直接结算", false);
}

static inline zt_group *place_block(fixture *f, double width, double height)
{
    zt_group *into = zt_scene_add_group(f->setting.scene, f->setting.scene->root, ZT_NOWHERE, 0, 0);
    into->block = "groups";
    into->item.box = (zt_rect){0, 0, width, height};
    zt_plan_place(zt_block_plan(&f->setting, &f->block, width), &f->setting, height, into);
    return into;
}

#endif
