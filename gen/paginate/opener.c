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

/* A long head is set smaller, down to the floor of its style, to stand in a few lines. */
static zt_look fitted_head(const opener *o, const zt_rich *words, const zt_look *look)
{
    const size_t lines = 3;
    const double step = 2; /* points */
    zt_look out = *look;
    while (out.text.size - step >= look->style->size_min &&
           zt_lines_rich(o->p->setting, words, &out, NULL, o->area.w)->line_count > lines)
        out = zt_look_at_size(look, out.text.size - step);
    return out;
}

static void draw_head(opener *o)
{
    const zt_heading_style *style = &o->p->style->headings[0];
    zt_look look = reversed(o, style->style->name);
    zt_str head = zt_headline_blanks(o->p->arena, o->chapter->head);
    zt_rich words = zt_rich_of(o->p->arena, head, o->chapter->head_at);
    look = fitted_head(o, &words, &look);
    o->y = HEAD * o->height;
    draw_words(o, &words, &look, "heading", ZT_ROLE_H1, o->area.w);
    o->y = zt_max(LEAD * o->height, o->y + LEAD_GAP);
}

/* Returns how far down the ground has to go. */
static double draw_lead(opener *o)
{
    const zt_report_part *lead = lead_of(o->chapter);
    if (!lead)
        return zt_max(GROUND * o->height, o->y - LEAD_GAP + FOOT_GAP);
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
        zt_block_plan(o->p->setting, o->p->report->opener_blocks[part->block], o->area.w);
    zt_plan_place_block(plan, o->p->setting,
                        (zt_rect){o->area.x, o->y, o->area.w, plan->extent.height}, o->into);
    zt_info_of(o->p, part)->plan = plan;
    o->y += plan->extent.height + LIST_GAP;
}

/* The head of a section between its number and its page; a long one takes several lines. */
static zt_para *entry_words(const opener *o, const zt_report_part *section, const zt_look *look,
                            double width)
{
    const double page = 2.5; /* em, of its number */
    double number = zt_info_of(o->p, section)->label.len ? NUMBER_ROOM : 0;
    return zt_lines_plain(o->p->setting, zt_headline_blanks(o->p->arena, section->brief),
                          section->brief_at, look, width - number - page * look->text.size);
}

/* What an entry takes down the list. */
static double entry_height(const opener *o, const zt_report_part *section, double width)
{
    zt_look look = zt_setting_look(o->p->setting, "opener-entry");
    size_t lines = entry_words(o, section, &look, width)->line_count;
    return LIST_PITCH + (lines > 1 ? (double)(lines - 1) * look.para.leading : 0);
}

/* One section with its page, in a frame of the list. */
static void draw_entry(opener *o, const zt_report_part *section, zt_rect frame, double weight)
{
    zt_paginator *p = o->p;
    const zt_part_info *info = zt_info_of(p, section);
    zt_look look = zt_setting_look(p->setting, "opener-entry");
    double base = LIST_PITCH / 2 + (ZT_EM_TOP - 0.5) * look.text.size;
    zt_group *entry =
        zt_scene_add_part(p->scene, o->into, section->head_at, "entry", ZT_ROLE_TOCI, frame);
    zt_group *part = zt_scene_add_part(p->scene, entry, section->head_at, NULL, ZT_ROLE_LINK,
                                       (zt_rect){0, 0, frame.w, frame.h});
    zt_scene_rule(p->scene, part, section->head_at, (zt_point){0, weight / 2},
                  (zt_point){frame.w, weight / 2}, weight,
                  ZT_SOLID(zt_setting_ink(p->setting, "key")));
    zt_str page = info->page == ZT_NO_PAGE ? ZT_STR("0") : zt_page_number(p, info->page);
    if (info->label.len)
        zt_text_place(p->setting->diags, p->scene, part, info->label, &look.text, &look.para,
                      ZT_ALIGN_START, 0, base, section->head_at);
    double room = info->label.len ? NUMBER_ROOM : 0;
    zt_para *words = entry_words(o, section, &look, frame.w);
    zt_lines_place(p->setting, words, &look, part,
                   (zt_point){room, base - ZT_EM_TOP * look.text.size}, look.para.leading);
    zt_text_place(p->setting->diags, p->scene, part, page, &look.text, &look.para, ZT_ALIGN_END,
                  frame.w, base, section->head_at);
    zt_link *link =
        zt_scene_add_link(p->scene, part, section->head_at, (zt_rect){0, 0, frame.w, frame.h});
    link->dest = zt_dest_id(p, section);
}

static size_t section_count(const zt_report_part *chapter)
{
    size_t count = 0;
    for (size_t i = 0; i < chapter->part_count; i++)
        count += chapter->parts[i].kind == ZT_REPORT_SECTION;
    return count;
}

/* Entries a column of the list: as few columns as the room below asks for; 0 when three do not hold
   them, as on a screen: the contents have them all. */
static size_t rows_of(const opener *o, size_t count, size_t *columns)
{
    double room = zt_rect_foot(o->area) - o->y;
    size_t most = room > LIST_PITCH ? (size_t)(room / LIST_PITCH) : 0;
    for (*columns = 1; *columns < ZT_COLUMNS_MOST && *columns * most < count;)
        ++*columns;
    return *columns * most < count ? 0 : (count + *columns - 1) / *columns;
}

static void draw_sections(opener *o)
{
    zt_group *page = o->into;
    size_t columns, at = 0, rows = rows_of(o, section_count(o->chapter), &columns);
    if (rows == 0)
        return;
    double gap = (double)(columns - 1) * LIST_GAP, width = (o->area.w - gap) / (double)columns;
    o->into = zt_scene_add_group(o->p->scene, page, o->chapter->at, 0, 0);
    o->into->role = ZT_ROLE_TOC;
    o->into->item.box = o->area;
    double y = o->y;
    for (size_t i = 0; i < o->chapter->part_count; i++) {
        const zt_report_part *section = &o->chapter->parts[i];
        if (section->kind != ZT_REPORT_SECTION)
            continue;
        bool first = at % rows == 0;
        y = first ? o->y : y;
        zt_rect frame = {o->area.x + (double)(at / rows) * (width + LIST_GAP), y, width,
                         entry_height(o, section, width)};
        draw_entry(o, section, frame, first ? LIST_RULE : HAIRLINE);
        y += frame.h;
        at++;
    }
    o->into = page;
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
