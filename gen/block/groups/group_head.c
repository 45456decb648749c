/* The line that opens a group: rule above, number in a disc or as a numeral, head, period. */
#include "block/groups/group_head.h"

#include "block/groups/group_icon.h"

#include "base/date.h"
#include "base/utf8.h"

/* The number fills its disc up to this part of the radius, so that 10 stands in the disc of 1. */
static const double DISC_FILL = 0.82;
/* Least distance of the period from the head, in em of the period. */
static const double PERIOD_GAP = 0.4;

/* Side of an icon, width of its column, weight of its strokes. */
static const double ICON_MM = 11;
static const double ICON_COLUMN_MM = 14;
static const double ICON_LINE_MM = 0.62;
/* White between a head and an icon at its right end. */
static const double ICON_GAP_MM = 2;

/* ---- style ---- */

/* All or none: one that was not found leaves out all. */
bool zt_group_heads_have_icons(const zt_setting *setting, const zt_groups *content)
{
    for (size_t i = 0; i < content->count; i++)
        if (!zt_icons_get(setting->icons, content->groups[i].icon))
            return false;
    return content->count > 0;
}

/* In the column at the left, in the head line, or at its right end as the theme has it. */
static bool is_icon_at_right(const zt_group_head_style *style)
{
    return style->icons && !style->icon_at_head && zt_group_icon_at_right(style->setting);
}

double zt_group_head_margin(const zt_group_head_style *style)
{
    bool column = style->icons && !style->icon_at_head && !is_icon_at_right(style);
    return column ? style->icon_column : 0;
}

double zt_group_head_reserve(const zt_group_head_style *style)
{
    return is_icon_at_right(style)
               ? zt_group_icon_size(style->setting, style->icon) + zt_pt_from_mm(ICON_GAP_MM)
               : 0;
}

/* Ink width of the widest number of the block. */
static double numeral_width(const zt_setting *setting, const zt_look *look,
                            const zt_groups *content)
{
    double widest = 0;
    for (size_t i = 0; i < content->count; i++) {
        const zt_group_content *group = &content->groups[i];
        if (group->no.len > 0)
            widest = zt_max(widest, zt_text_width(setting->diags, setting->arena, group->no,
                                                  &look->text, &look->para, group->at) -
                                        zt_text_bearing(&look->text, group->no));
    }
    return widest;
}

const zt_ink *zt_group_key_ink(const zt_setting *setting, const zt_block *block)
{
    return block->reversed ? &zt_ink_paper : zt_setting_ink(setting, "key");
}

void zt_look_at_sense(zt_look *look)
{
    if (look->para.align == ZT_ALIGN_JUSTIFY)
        look->para.align = ZT_ALIGN_START;
    look->para.indent = 0;
    look->para.at_sense = true;
}

/* What does not change between the heads of a block is looked up once here. */
zt_group_head_style zt_group_head_style_of(const zt_setting *setting, const zt_block *block,
                                           bool numerals)
{
    zt_group_head_style style = {.setting = setting,
                                 .head = zt_block_look(setting, block, "head"),
                                 .badge = zt_block_look(setting, block, "badge"),
                                 .period = zt_block_look(setting, block, "period"),
                                 .numerals = numerals};
    zt_look_at_sense(&style.head);
    style.rule_ink = style.badge_ink = zt_group_key_ink(setting, block);
    /* The number is what the disc is not: on a reversed ground the two change places. */
    style.number_ink = block->reversed ? zt_setting_ink(setting, "key") : &zt_ink_paper;
    style.icon_ink = zt_setting_ink(setting, "key");
    style.icons = zt_group_heads_have_icons(setting, block->content);
    style.icon = zt_pt_from_mm(ICON_MM);
    style.icon_column = zt_pt_from_mm(ICON_COLUMN_MM);
    style.icon_line = zt_pt_from_mm(ICON_LINE_MM);
    if (!numerals)
        return style;
    style.numeral = zt_block_look(setting, block, "numeral");
    style.numeral_width = numeral_width(setting, &style.numeral, block->content);
    return style;
}

/* ---- the line ---- */

/* A number in a disc: not where the look has big numerals, nor where the template sets the disc to
   0. */
static bool has_badge(const zt_group_head_style *style, const zt_group_content *group)
{
    return group->no.len > 0 && style->badge_size > 0 && !style->numerals;
}

/* A number set as a big numeral beside the text: the look bands. */
static bool has_numeral(const zt_group_head_style *style, const zt_group_content *group)
{
    return group->no.len > 0 && style->numerals;
}

/* What the rule above takes with the white below it, in points; 0 where none is drawn. */
static double rule_height(const zt_group_head_style *style)
{
    return style->rule > 0 ? style->rule + style->rule_gap : 0;
}

/* Distance from a baseline up to the middle of the Han ink. */
static double han_middle(const zt_look *look)
{
    const zt_face_metrics *metrics = zt_face_metrics_of(look->text.face);
    return (metrics->han_top + metrics->han_foot) / 2 * look->text.size;
}

/* A period given as dates is printed as the theme prints dates; words stand as they are. Without
   one the template may have the points counted there. */
static zt_str printed_period(const zt_group_head_style *style, const zt_group_content *group)
{
    zt_str count = style->count;
    const zt_setting *setting = style->setting;
    if (group->period.len == 0 && count.len > 0 && setting->language == ZT_LANG_EN)
        return zt_str_from(zt_arena_printf(setting->arena, "%zu %s", group->point_count,
                                           group->point_count == 1 ? "item" : "items"));
    if (group->period.len == 0 && count.len > 0)
        return zt_str_from(
            zt_arena_printf(setting->arena, "%zu%.*s", group->point_count, ZT_ARG(count)));
    zt_date date;
    bool reversed;
    if (!zt_date_parse(group->period, &date, &reversed))
        return group->period;
    zt_buf buf;
    zt_buf_init(&buf, setting->arena);
    zt_date_print(&buf, date, zt_setting_dates(setting, setting->template_->theme->date));
    return zt_buf_view(&buf);
}

/* Beside the head, unless the head would need one line more: then below it. */
static bool set_head_text(const zt_group_head_style *style, const zt_group_content *group,
                          zt_group_head *head, double width)
{
    const zt_look *look = &style->head, *period = &style->period;
    double room = width - head->text_x;
    if (group->head.len == 0)
        return false;
    const zt_para *alone = head->para =
        zt_plain_set(style->setting, group->head, group->at, look, room);
    if (head->period.len == 0)
        return false;
    double beside = room - PERIOD_GAP * period->text.size - head->period_width;
    if (alone->max_width <= beside)
        return false;
    /* A narrower measure that costs no line keeps the period on the head's line. */
    if (beside > 0) {
        zt_para *narrow = zt_plain_set(style->setting, group->head, group->at, look, beside);
        if (narrow->line_count <= alone->line_count && narrow->max_width <= beside) {
            head->para = narrow;
            return false;
        }
    }
    return true;
}

/* Puts disc, icon and first line of the head on one axis: the middle of the Han ink lies in the
   middle of the highest of them. Further lines of the head hang below; a period without room beside
   it gets a line of its own. */
zt_group_head zt_group_head_plan(const zt_group_head_style *style, const zt_group_content *group,
                                 double width)
{
    const zt_look *look = &style->head;
    zt_group_head head = {.top = rule_height(style), .right = zt_group_head_reserve(style)};
    width -= head.right;
    double disc = has_badge(style, group) ? style->badge_size : 0;
    if (disc > 0)
        head.text_x = disc + style->badge_gap;
    if (has_numeral(style, group))
        head.text_x = style->numeral_width + style->numeral_gap;
    if (style->icons && style->icon_at_head) {
        disc = zt_max(disc, style->icon);
        head.text_x = zt_max(head.text_x, style->icon_column);
    }

    head.period = printed_period(style, group);
    head.period_width = zt_text_width(style->setting->diags, style->setting->arena, head.period,
                                      &style->period.text, &style->period.para, group->at);
    bool below = set_head_text(style, group, &head, width);
    bool has_text = head.para || head.period.len > 0;
    if (!has_text && disc == 0) {
        head.height = head.top;
        return head;
    }
    double line = zt_max(disc, has_text ? look->text.size : 0);
    size_t more = head.para && head.para->line_count > 1 ? head.para->line_count - 1 : 0;
    head.baseline = head.top + line / 2 + han_middle(look);
    double foot = head.baseline + (double)more * look->para.leading;
    head.period_baseline = head.baseline;
    head.height = zt_max(head.top + line, foot + ZT_EM_FOOT * look->text.size);
    if (below) {
        double foot_before = head.height, size = style->period.text.size;
        head.period_baseline = head.height + (PERIOD_GAP + ZT_EM_TOP) * size;
        head.height = head.period_baseline + ZT_EM_FOOT * size;
        head.below = head.height - foot_before;
    }
    return head;
}

/* Ink of a line of digits about its pen start: y up from the baseline. */
static zt_rect number_ink(const zt_text_style *style, zt_str text)
{
    zt_rect all = {0};
    double pen = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t glyph = zt_face_glyph(style->face, zt_utf8_next(text, &at));
        zt_rect ink;
        if (zt_face_ink(style->face, glyph, &ink)) {
            ink.x += pen;
            all = zt_rect_union(all, ink);
        }
        pen += zt_face_advance(style->face, glyph) + style->tracking;
    }
    return (zt_rect){all.x * style->size, all.y * style->size, all.w * style->size,
                     all.h * style->size};
}

/* Half the diagonal of the ink against the radius: the same disc for one digit and for two. */
static bool fits_disc(zt_rect ink, double radius)
{
    double w = ink.w / 2, h = ink.h / 2, r = DISC_FILL * radius;
    return w * w + h * h <= r * r;
}

/* The number shrinks in steps of a quarter point until it stands in the disc, so that 10 and 9 have
   discs of one size. It is centred by its ink, not by its advance: a 1 would stand off the middle.
 */
static void draw_badge(const zt_group_head_style *style, const zt_group_content *group,
                       double middle, zt_group *into)
{
    zt_scene *scene = style->setting->scene;
    double radius = style->badge_size / 2;
    zt_group *part = zt_scene_add_part(scene, into, group->at, "badge", ZT_ROLE_SPAN,
                                       (zt_rect){0, middle - radius, 2 * radius, 2 * radius});
    zt_look look = style->badge;
    zt_rect ink = number_ink(&look.text, group->no);
    while (!fits_disc(ink, radius) && look.text.size > 1) {
        look = zt_look_at_size(&look, look.text.size - 0.25);
        ink = number_ink(&look.text, group->no);
    }
    look.text.paint = ZT_SOLID(style->number_ink);
    zt_scene_disc(scene, part, group->at, (zt_point){radius, radius}, radius,
                  ZT_SOLID(style->badge_ink));
    zt_text_place(style->setting->diags, scene, part, group->no, &look.text, &look.para,
                  ZT_ALIGN_START, radius - ink.x - ink.w / 2, radius + ink.y + ink.h / 2,
                  group->at);
}

/* The big numeral of a band: its ink hangs from the top of the head's ink, at the left edge. */
static void draw_numeral(const zt_group_head_style *style, const zt_group_content *group,
                         const zt_group_head *head, zt_group *into)
{
    const zt_look *look = &style->numeral;
    zt_scene *scene = style->setting->scene;
    zt_rect ink = number_ink(&look->text, group->no);
    double top =
        head->baseline - zt_face_metrics_of(style->head.text.face)->han_top * style->head.text.size;
    zt_rect box = {0, top, style->numeral_width, ink.h};
    zt_group *part = zt_scene_add_part(scene, into, group->at, "numeral", ZT_ROLE_SPAN, box);
    zt_text_place(style->setting->diags, scene, part, group->no, &look->text, &look->para,
                  ZT_ALIGN_START, -ink.x, ink.y + ink.h, group->at);
}

/* At the right edge on the head's baseline; below the head at the edge of its text. */
static void draw_period(const zt_group_head_style *style, const zt_group_content *group,
                        const zt_group_head *head, double width, zt_group *into)
{
    const zt_look *look = &style->period;
    double size = look->text.size;
    bool below = head->period_baseline > head->baseline;
    double x = below ? head->text_x : width - head->right - head->period_width;
    zt_rect box = {x, head->period_baseline - ZT_EM_TOP * size, head->period_width, size};
    zt_group *part =
        zt_scene_add_part(style->setting->scene, into, group->at, "period", ZT_ROLE_P, box);
    zt_text_place(style->setting->diags, style->setting->scene, part, head->period, &look->text,
                  &look->para, ZT_ALIGN_START, 0, ZT_EM_TOP * size, group->at);
}

/* Over the whole group: the column of icons, if there is one, hangs out to the left. */
static void draw_rule(const zt_group_head_style *style, const zt_group_content *group, double width,
                      zt_group *into)
{
    double weight = style->rule, margin = zt_group_head_margin(style);
    if (weight <= 0)
        return;
    zt_rect box = {-margin, 0, margin + width, weight};
    zt_group *part =
        zt_scene_add_part(style->setting->scene, into, group->at, "rule", ZT_ROLE_ARTIFACT, box);
    zt_group_rule_place(style->setting, group->at, part, (zt_rect){0, 0, box.w, weight},
                        style->rule_ink);
}

/* In the column the square's upper edge, less what its ink keeps from it, meets the head's ink; in
   the head line its middle that of the Han. */
static void draw_icon(const zt_group_head_style *style, const zt_group_content *group,
                      const zt_group_head *head, double width, zt_group *into)
{
    static const double keeps = 1.825; /* units from the square to the ink of a full icon */
    const zt_look *look = &style->head;
    const zt_setting *setting = style->setting;
    double size = zt_group_icon_size(setting, style->icon);
    if (!style->icons || head->bare)
        return;
    bool ground = setting->template_->theme->look.icons != ZT_ICON_LINE;
    double top = head->baseline - zt_face_metrics_of(look->text.face)->han_top * look->text.size;
    double x = -zt_group_head_margin(style);
    if (is_icon_at_right(style))
        x = width - size;
    if (style->icon_at_head)
        top = head->baseline - han_middle(look) - size / 2;
    else if (is_icon_at_right(style)) /* hangs below the rule as the head does */
        top = head->top;
    else
        top -= ground ? 0 : keeps / ZT_ICON_UNITS * style->icon;
    zt_group_icon icon = {.setting = setting,
                          .name = group->icon,
                          .head = group->head,
                          .at = group->icon_at,
                          .head_at = group->at,
                          .side = style->icon,
                          .line = style->icon_line,
                          .ink = style->icon_ink};
    zt_group_icon_draw(&icon, into, x, top);
}

/* Heads are headings of the second level in the tagged PDF; rule and icon are decoration. The head
   line has a frame of its own, hence the baselines counted from `top`. */
void zt_group_head_draw(const zt_group_head_style *style, const zt_group_content *group,
                        const zt_group_head *head, double width, zt_group *into)
{
    zt_scene *scene = style->setting->scene;
    draw_rule(style, group, width, into);
    draw_icon(style, group, head, width, into);
    zt_rect box = {0, head->top, width, head->height - head->top};
    zt_group *line = zt_scene_add_part(scene, into, group->at, "head", ZT_ROLE_H2, box);
    zt_group_head inside = *head;
    inside.baseline -= head->top;
    inside.period_baseline -= head->top;
    double disc = style->badge_size / 2;
    if (has_badge(style, group))
        draw_badge(style, group, head->para ? inside.baseline - han_middle(&style->head) : disc,
                   line);
    if (has_numeral(style, group))
        draw_numeral(style, group, &inside, line);
    if (head->para && head->para->line_count > 0)
        zt_para_place(head->para, scene, line, head->text_x,
                      inside.baseline - head->para->lines[0].baseline, 0, SIZE_MAX);
    if (head->period.len > 0)
        draw_period(style, group, head, width, into);
}

/* A head without words is aligned by its period, else by the digit in its disc. */
double zt_group_head_baseline(const zt_group_head_style *style, const zt_group_content *group,
                              const zt_group_head *head)
{
    if (head->para && head->para->line_count > 0)
        return head->baseline;
    if (head->period.len > 0)
        return head->period_baseline;
    if (!has_badge(style, group))
        return -1;
    zt_rect ink = number_ink(&style->badge.text, group->no);
    return head->top + style->badge_size / 2 + ink.y + ink.h / 2;
}
