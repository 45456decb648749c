/* What stands on every page: the folio over the type area; on a front page the nameplate. */
#include "page/page_imp.h"

static const char RULE_INK[] = "key";
/* Above the type area: baseline of the number; tops of the two rules below it. */
static const double BASELINE = ZT_MM(7.2), RULE = ZT_MM(4.6), HAIRLINE = ZT_MM(3.8);
static const double RULE_WEIGHT = ZT_MM(0.5), HAIRLINE_WEIGHT = ZT_MM(0.12);
/* From the number to date and editors, and from the one to the other. */
static const double BESIDE = ZT_MM(4), LINE = ZT_MM(4.6);

/* One line of the folio. */
static double put(const zt_page_drawing *d, zt_group *into, zt_str text, const zt_style *style,
                  zt_align align, double x, double y, zt_pos at)
{
    zt_look look = zt_setting_look(d->setting, style->name);
    if (text.len == 0)
        return 0;
    return zt_text_place(d->setting->diags, d->setting->scene, into, text, &look.text, &look.para,
                         align, x, y, at);
}

/* 2021年12月15日　星期三: the weekday is computed. Empty without a date. */
static zt_str date_words(const zt_page_drawing *d)
{
    static const char *const weekdays[] = {"日", "一", "二", "三", "四", "五", "六"};
    const zt_doc *doc = d->plan->doc;
    zt_buf out;
    zt_buf_init(&out, d->setting->arena);
    if (!doc->has_issue)
        return (zt_str){0};
    if (doc->language == ZT_LANG_EN) {
        zt_buf_printf(&out, "%s, ", zt_weekday_name(zt_day_weekday(doc->issue)));
        zt_date_print(&out, (zt_date){doc->issue, doc->issue, false}, ZT_DATE_ENGLISH);
        return zt_buf_view(&out);
    }
    zt_date_print(&out, (zt_date){doc->issue, doc->issue, false}, ZT_DATE_ARABIC);
    zt_buf_printf(&out, "　星期%s", weekdays[zt_day_weekday(doc->issue)]);
    return zt_buf_view(&out);
}

/* Who answers for the page: 编辑 …　美编 …, each at the place of its name. */
static void put_editors(const zt_page_drawing *d, zt_group *into, double x, double y)
{
    const zt_edition_page *page = d->page->page;
    zt_arena *arena = d->setting->arena;
    const zt_style *style = d->look->folio.date;
    zt_look look = zt_setting_look(d->setting, style->name);
    if (page->edit.len) {
        zt_str words = zt_str_from(zt_arena_printf(
            arena, ZT_IN(d->setting->language, "编辑 %.*s", "Editor: %.*s"), ZT_ARG(page->edit)));
        x += put(d, into, words, style, ZT_ALIGN_START, x, y, page->edit_at) + look.text.size;
    }
    if (page->art.len) {
        zt_str words = zt_str_from(zt_arena_printf(
            arena, ZT_IN(d->setting->language, "美编 %.*s", "Design: %.*s"), ZT_ARG(page->art)));
        put(d, into, words, style, ZT_ALIGN_START, x, y, page->art_at);
    }
}

static void put_rules(const zt_page_drawing *d, zt_group *into, double width, double top)
{
    const zt_ink *ink = zt_setting_ink(d->setting, RULE_INK);
    zt_pos at = d->page->page->folio_at;
    zt_group *rules = zt_scene_add_part(d->setting->scene, into, at, "rule", ZT_ROLE_ARTIFACT,
                                        (zt_rect){0, top - RULE, width, RULE});
    zt_rule_place(d->setting, at, rules, (zt_rect){0, 0, width, RULE_WEIGHT}, ink);
    zt_rule_place(d->setting, at, rules, (zt_rect){0, RULE - HAIRLINE, width, HAIRLINE_WEIGHT},
                  ink);
}

void zt_folio_place(const zt_page_drawing *d, zt_group *into)
{
    const zt_edition_page *page = d->page->page;
    const zt_folio_look *look = &d->look->folio;
    const zt_page_grid *grid = &d->plan->grid;
    double width = zt_page_grid_width(grid, grid->columns), y = grid->y - BASELINE;
    /* A front page says all this in its nameplate, unless there are names to be printed. */
    if (page->nameplate.at.line && page->section.len + page->edit.len + page->art.len == 0)
        return;
    zt_group *group = zt_scene_add_group(d->setting->scene, into, page->folio_at, grid->x, 0);
    group->block = "folio";
    group->role = ZT_ROLE_ARTIFACT;
    group->item.box = (zt_rect){grid->x, 0, width, grid->y};
    zt_str no = zt_str_from(zt_arena_printf(d->setting->arena, "%d", page->no));
    double x = put(d, group, no, look->number, ZT_ALIGN_START, 0, y, page->at) + BESIDE;
    put(d, group, date_words(d), look->date, ZT_ALIGN_START, x, y - LINE, page->folio_at);
    put_editors(d, group, x, y);
    put(d, group, page->section, look->section, ZT_ALIGN_CENTRE, width / 2, y, page->at);
    if (look->name)
        put(d, group, zt_str_from(look->name), look->paper, ZT_ALIGN_END, width, y, page->folio_at);
    put_rules(d, group, width, grid->y);
}

/* ---- the nameplate ---- */

/* Part of the width that the ear takes; blank between the parts. */
static const double EAR = 0.27, APART = ZT_MM(5);
static const double PLATE_RULE = ZT_MM(0.7);
/* From the top of the one rule below the nameplate to the other. */
static const double PLATE_RULES = ZT_MM(1.3);
/* The frame of the ear: from the top of the plate, its weight, blank within. */
static const double EAR_TOP = ZT_MM(1.6), EAR_EDGE = ZT_MM(0.35), EAR_INSET = ZT_MM(3);
static const double LINE_APART = 1.5; /* of the size of the lines beside the name */

/* Paragraphs one below the other; the foot of the last. */
static double put_lines(const zt_page_drawing *d, zt_group *into, const zt_rich *lines,
                        size_t count, const zt_style *style, double x, double y, double width)
{
    zt_look look = zt_setting_look(d->setting, style->name);
    for (size_t i = 0; i < count; i++) {
        zt_wording words = zt_wording_rich(d->setting, &lines[i], &look, width);
        zt_wording_place(d->setting, &words, into, "line", ZT_ROLE_P, x, y);
        y += words.height + (LINE_APART - 1) * look.text.size;
    }
    return y;
}

/* The ear in its frame: its head, and what the paper has inside. Lines below the frame are told. */
static void put_ear(const zt_page_drawing *d, zt_group *into, zt_rect box)
{
    const zt_nameplate *plate = &d->page->page->nameplate;
    const zt_nameplate_look *look = &d->look->nameplate;
    double x = box.x + EAR_INSET, width = box.w - 2 * EAR_INSET, y = box.y + EAR_INSET;
    zt_look head = zt_setting_look(d->setting, look->ear_head->name);
    zt_look line = zt_setting_look(d->setting, look->ear->name);
    zt_wording words = zt_wording_plain(d->setting, plate->ear_head, plate->at, &head, width);
    zt_page_frame_place(d, box, EAR_EDGE, plate->at, into);
    zt_wording_place(d->setting, &words, into, "ear-head", ZT_ROLE_P, x, y);
    y += words.height > 0 ? words.height + head.text.size / 2 : 0;
    y = put_lines(d, into, plate->points, plate->point_count, look->ear, x, y, width);
    if (y - (LINE_APART - 1) * line.text.size > box.y + box.h)
        zt_report(d->setting->diags, ZT_ERROR, "overset", plate->at,
                  "报眼的字超出了它的框；请少写几行，或写短些",
                  "the words of the ear go beyond its frame; write fewer lines, or shorter ones");
}

/* Date and lines beside the name, behind a rule. */
static void put_beside(const zt_page_drawing *d, zt_group *into, double x, double right,
                       double foot)
{
    const zt_nameplate *plate = &d->page->page->nameplate;
    const zt_style *style = d->look->nameplate.date;
    zt_look date = zt_setting_look(d->setting, style->name);
    double size = date.text.size, y = EAR_TOP + EAR_INSET;
    zt_scene_rule(d->setting->scene, into, plate->at, (zt_point){x, EAR_TOP}, (zt_point){x, foot},
                  HAIRLINE_WEIGHT, ZT_SOLID(zt_setting_ink(d->setting, RULE_INK)));
    x += APART;
    put(d, into, date_words(d), style, ZT_ALIGN_START, x, y + ZT_EM_TOP * size,
        d->page->page->folio_at);
    put_lines(d, into, plate->lines, plate->line_count, style, x, y + LINE_APART * size,
              zt_max(right - x - APART, size));
}

static void put_plate_rules(const zt_page_drawing *d, zt_group *into, double width, double y)
{
    const zt_ink *ink = zt_setting_ink(d->setting, RULE_INK);
    zt_pos at = d->page->page->nameplate.at;
    zt_rule_place(d->setting, at, into, (zt_rect){0, y, width, PLATE_RULE}, ink);
    zt_rule_place(d->setting, at, into, (zt_rect){0, y + PLATE_RULES, width, HAIRLINE_WEIGHT}, ink);
}

void zt_nameplate_place(const zt_page_drawing *d, zt_group *into)
{
    const zt_nameplate *plate = &d->page->page->nameplate;
    const zt_nameplate_look *look = &d->look->nameplate;
    const zt_page_grid *grid = &d->plan->grid;
    if (plate->at.line == 0 || look->lines == 0)
        return;
    double width = zt_page_grid_width(grid, grid->columns), height = look->lines * grid->line;
    double ear = plate->point_count ? EAR * width : 0;
    zt_group *group = zt_scene_add_group(d->setting->scene, into, plate->at, grid->x, grid->y);
    group->block = "nameplate";
    group->role = ZT_ROLE_SECT;
    group->item.box = (zt_rect){grid->x, grid->y, width, height};
    zt_look name = zt_setting_look(d->setting, look->paper->name);
    double foot = height - 2 * APART / 2;
    double x = zt_text_place(d->setting->diags, d->setting->scene, group, zt_str_from(look->name),
                             &name.text, &name.para, ZT_ALIGN_START, 0,
                             (foot + (2 * ZT_EM_TOP - 1) * name.text.size) / 2, plate->at) +
               APART;
    put_beside(d, group, x, width - ear, foot);
    if (ear > 0)
        put_ear(d, group, (zt_rect){width - ear, EAR_TOP, ear, foot - EAR_TOP});
    put_plate_rules(d, group, width, height - APART / 2);
}
