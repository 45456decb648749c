/* gen/paginate/opener.c — the page before a chapter: number, head and lead on a ground, key figures
   and the list of its sections below. Heights are shares of the page, so that they serve A4 and
   screens alike. */
#include "paginate/paginate_imp.h"

#include <string.h>

static const double NUMBER = 0.235, RULE = 0.255, HEAD = 0.275, LEAD = 0.435, GROUND = 0.6,
                    FIGURES = 0.645, LEAD_WIDTH = 0.72;
static const double RULE_LENGTH = ZT_MM(40), LEAD_GAP = ZT_MM(10), FOOT_GAP = ZT_MM(12),
                    LIST_GAP = ZT_MM(10), LIST_PITCH = ZT_MM(8.7), LIST_RULE = 0.5,
                    HAIRLINE = ZT_MM(0.12), NUMBER_ROOM = ZT_MM(14);

/* The page while it is drawn. */
typedef struct opener {
    zt_paginator *p;
    const zt_report_part *chapter;
    zt_rect area;
    double height; /* of the page */
    zt_group *into;
    double y; /* below what was drawn */
} opener;

static const zt_report_part *lead_of(const zt_report_part *chapter)
{
    for (size_t i = 0; i < chapter->part_count; i++)
        if (chapter->parts[i].kind == ZT_REPORT_LEAD)
            return &chapter->parts[i];
    return NULL;
}

/* A look that is legible on the ground. */
static zt_look reversed(const opener *o, const char *style)
{
    zt_look look = zt_setting_look(o->p->setting, style);
    if (o->p->style->headings[0].ground) {
        look.text.paint = ZT_SOLID(&zt_ink_paper);
        look.ink = &zt_ink_paper;
    }
    return look;
}

/* Lines of text with the top of the first em box at o->y, which goes below them. */
static void draw_words(opener *o, const zt_rich *words, const zt_look *look, const char *part,
                       zt_role role, double width)
{
    zt_para *para = zt_lines_rich(o->p->setting, words, look, NULL, width);
    double height = zt_em_height(para->line_count, look->text.size, look->para.leading);
    zt_group *group = zt_scene_add_part(o->p->scene, o->into, words->at, part, role,
                                        (zt_rect){o->area.x, o->y, width, height});
    zt_lines_place(o->p->setting, para, look, group, (zt_point){0, 0}, look->para.leading);
    o->y += height;
}

/* 第二章 with the accent rule below it. */
static void draw_number(opener *o)
{
    const zt_heading_style *style = &o->p->style->headings[0];
    const zt_part_info *info = zt_info_of(o->p, o->chapter);
    const zt_style *number = style->number_style ? style->number_style : style->style;
    zt_look look = reversed(o, number->name);
    double base = NUMBER * o->height;
    if (info->label.len == 0)
        return;
    zt_rect box = {o->area.x, base - look.text.size, o->area.w, 1.2 * look.text.size};
    zt_group *part =
        zt_scene_add_part(o->p->scene, o->into, o->chapter->head_at, "number", ZT_ROLE_P, box);
    zt_text_place(o->p->setting->diags, o->p->scene, part, info->label, &look.text, &look.para,
                  ZT_ALIGN_START, 0, base - box.y, o->chapter->head_at);
    if (style->rule > 0)
        zt_scene_fill_rect(
            o->p->scene,
            zt_scene_add_part(o->p->scene, o->into, o->chapter->head_at, "rule", ZT_ROLE_ARTIFACT,
                              (zt_rect){o->area.x, RULE * o->height, RULE_LENGTH, style->rule}),
            o->chapter->head_at, (zt_rect){0, 0, RULE_LENGTH, style->rule},
            ZT_SOLID(style->rule_ink));
}

static void draw_head(opener *o)
{
    const zt_heading_style *style = &o->p->style->headings[0];
    zt_look look = reversed(o, style->style->name);
    zt_str head = zt_headline_blanks(o->p->arena, o->chapter->head);
    zt_rich words = zt_rich_of(o->p->arena, head, o->chapter->head_at);
    o->y = HEAD * o->height;
    draw_words(o, &words, &look, "heading", ZT_ROLE_H1, o->area.w);
    o->y = zt_max(LEAD * o->height, o->y + LEAD_GAP);
}

/* Returns how far down the ground has to go. */
static double draw_lead(opener *o)
{
    const zt_report_part *lead = lead_of(o->chapter);
    if (!lead)
        return GROUND * o->height;
    zt_look look = reversed(o, "opener-lead");
    zt_rich words = zt_resolve(o->p, &lead->lead, NULL);
    draw_words(o, &words, &look, "lead", ZT_ROLE_P, LEAD_WIDTH * o->area.w);
    return zt_max(GROUND * o->height, o->y + FOOT_GAP);
}

/* To the trim and beyond it by the bleed. */
static void draw_ground(opener *o, double foot)
{
    const zt_heading_style *style = &o->p->style->headings[0];
    const zt_scene *scene = o->p->scene;
    double bleed = scene->bleed;
    if (!style->ground)
        return;
    zt_rect rect = {-bleed, -bleed, scene->width + 2 * bleed, foot + bleed};
    zt_group *group = zt_scene_add_part(o->p->scene, o->p->scene->root, o->chapter->head_at,
                                        "ground", ZT_ROLE_ARTIFACT, rect);
    zt_scene_fill_rect(o->p->scene, group, o->chapter->head_at, (zt_rect){0, 0, rect.w, rect.h},
                       ZT_SOLID(style->ground));
}

static void draw_figures(opener *o)
{
    const zt_report_part *part = zt_opener_figures(o->p, o->chapter);
    if (!part)
        return;
    const zt_plan *plan =
        zt_block_plan(o->p->setting, o->p->report->blocks[part->block], o->area.w);
    zt_plan_place_block(plan, o->p->setting,
                        (zt_rect){o->area.x, o->y, o->area.w, plan->extent.height}, o->into);
    zt_info_of(o->p, part)->plan = plan;
    o->y += plan->extent.height + LIST_GAP;
}

/* One section with its page. */
static void draw_entry(opener *o, const zt_report_part *section, bool first)
{
    zt_paginator *p = o->p;
    const zt_part_info *info = zt_info_of(p, section);
    zt_look look = zt_setting_look(p->setting, "opener-entry");
    double weight = first ? LIST_RULE : HAIRLINE;
    double base = LIST_PITCH / 2 + (ZT_EM_TOP - 0.5) * look.text.size;
    zt_group *part = zt_scene_add_part(p->scene, o->into, section->head_at, "entry", ZT_ROLE_TOCI,
                                       (zt_rect){o->area.x, o->y, o->area.w, LIST_PITCH});
    zt_scene_rule(p->scene, part, section->head_at, (zt_point){0, weight / 2},
                  (zt_point){o->area.w, weight / 2}, weight,
                  ZT_SOLID(zt_setting_ink(p->setting, "key")));
    zt_str page = info->page == ZT_NO_PAGE ? ZT_STR("0") : zt_page_number(p, info->page);
    if (info->label.len)
        zt_text_place(p->setting->diags, p->scene, part, info->label, &look.text, &look.para,
                      ZT_ALIGN_START, 0, base, section->head_at);
    zt_text_place(p->setting->diags, p->scene, part, zt_headline_blanks(p->arena, section->brief),
                  &look.text, &look.para, ZT_ALIGN_START, NUMBER_ROOM, base, section->head_at);
    zt_text_place(p->setting->diags, p->scene, part, page, &look.text, &look.para, ZT_ALIGN_END,
                  o->area.w, base, section->head_at);
    zt_link *link =
        zt_scene_add_link(p->scene, part, section->head_at, (zt_rect){0, 0, o->area.w, LIST_PITCH});
    link->dest = zt_dest_id(p, section);
    o->y += LIST_PITCH;
}

static void draw_sections(opener *o)
{
    bool first = true;
    for (size_t i = 0; i < o->chapter->part_count; i++)
        if (o->chapter->parts[i].kind == ZT_REPORT_SECTION) {
            draw_entry(o, &o->chapter->parts[i], first);
            first = false;
        }
}

/* The ground is drawn first, though its height follows from the lead: words are planned twice, for
   they are few. */
void zt_draw_opener(zt_paginator *p, const zt_page *page, size_t index)
{
    zt_rect area = zt_type_area(p, index);
    opener o = {p, page->opener, area, p->scene->height, NULL, 0};
    zt_scene *real = p->scene;
    zt_scene *trial = zt_scene_new(p->arena, real->width, real->height);
    p->scene = p->drawing->scene = trial;
    o.into = trial->root;
    draw_head(&o);
    double foot = draw_lead(&o);
    p->scene = p->drawing->scene = real;
    draw_ground(&o, foot);
    o.into = real->root;
    draw_number(&o);
    draw_head(&o);
    draw_lead(&o);
    o.y = zt_max(FIGURES * o.height, foot + FOOT_GAP);
    draw_figures(&o);
    draw_sections(&o);
}
