/* The looks list and bands of groups: points as running text with their key figures in the line,
   in a list hung from discs, in bands beside a big number. */
#include "base/geom.h"
#include "block/groups/arrangement.h"
#include "block/words/rich.h"
#include "model/point_cells.h"

/* What a template sets; the rows below say what each is. */
typedef struct list_params {
    zt_group_params groups;
    zt_numbers spans;
    zt_str count;
    zt_length rule, badge, badge_gap, point_gap, bullet, indent;
} list_params;

static const zt_param params[] = {
    {"rule", ZT_PARAM_EM(list_params, rule, "body"), NULL, "0.5mm", "组上方粗线的粗细，0 为不画",
     "weight of the rule above a group; 0 draws none"},
    ZT_GROUP_PARAMS(list_params, groups, "body"),
    {"spans", ZT_PARAM(list_params, spans, NUMBERS), NULL, NULL,
     "各组横排成行，依次占十二格中的几格，如 3 3 3 3；不写则竖排成栏",
     "groups side by side in rows, each over so many of 12 columns, as in 3 3 3 3; without it they "
     "stand in columns"},
    {"count", ZT_PARAM(list_params, count, TEXT), NULL, NULL,
     "没有统计期时，组题右侧印出条数，其后的量词",
     "measure word: how many points a group lists, at its head's right, where no period stands"},
    {"badge", ZT_PARAM_EM(list_params, badge, "head"), NULL, "8mm", "序号圆的直径，0 为不画",
     "diameter of the number's disc; 0 draws none"},
    {"badge-gap", ZT_PARAM_EM(list_params, badge_gap, "head"), NULL, "3mm", "圆到组题的距离",
     "from the disc to the head"},
    {"text-gap", ZT_PARAM_EM(list_params, groups.head_gap, "body"), NULL, "1.5mm",
     "组题到正文的距离", "from the head to the text"},
    {"point-gap", ZT_PARAM_EM(list_params, point_gap, "body"), NULL, "0.8mm", "两条要点的距离",
     "between two points"},
    {"bullet", ZT_PARAM_EM(list_params, bullet, "body"), NULL, "0.36em", "圆点直径，0 为不画",
     "diameter of the disc before a point; 0 draws none"},
    {"indent", ZT_PARAM_EM(list_params, indent, "body"), NULL, "0.9em", "要点文字的缩进",
     "where the text of a point hangs"},
    {0},
};

static const zt_part_default parts[] = {
    {"title", "section", "整块的小标题", "head of the whole block"},
    {"head", "section", "组题", "head of a group"},
    {"badge", "badge", "圆中的序号", "number in the disc, reversed"},
    {"numeral", "figure-second", "bands 的大数码", "big number of a band"},
    {"period", "period", "统计期", "period at the head's right"},
    {"body", "body", "要点正文", "text of a point"},
    {"inline-figure", "inline-figure", "正文中的数字", "figures in that text"},
    {"strong", "strong", "粗体", "bold in that text"},
    {0},
};

/* From the block's head to the first group. */
static const double TITLE_GAP_MM = 6;
/* A figure in a running line is at most this much larger (docs/typesetting.md, R66). */
static const double INLINE_MOST = 1.5;
/* A point of up to so many lines is ragged and broken at sense; a longer one is running text, and
   is justified where lines hold so many characters. */
static const size_t AT_SENSE_LINES = 3;
static const double JUSTIFIED_FROM = 14;

/* The points of one group. */
typedef struct point_list {
    zt_para **paras;
    const zt_entry_point **points;
    size_t count;
    double x; /* left edge of the discs */
    double height;
} point_list;

/* Groups arranged, each with its broken points, and the looks and measures of both; lengths in
   points. */
typedef struct list_plan {
    zt_groups_arrangement groups;
    /* Of short points and of long ones. */
    zt_look at_sense, running;
    zt_look strong, figure;
    /* Between points; diameter of a disc; from it to the text. */
    double point_gap, bullet, indent;
    const zt_ink *bullet_ink;
    point_list *lists;
} list_plan;

/* ---- style ---- */

/* Figures inside the text have at most INLINE_MOST of its size (R66), even if the template asks for
   more: larger ones would open the lines unevenly. */
static void set_style(list_plan *plan, const zt_setting *setting, const zt_block *block)
{
    const list_params *p = block->params;
    zt_look strong = zt_block_look(setting, block, "strong");
    zt_look figure = zt_block_look(setting, block, "inline-figure");
    plan->running = zt_block_look(setting, block, "body");
    plan->running.para.indent = 0;
    plan->at_sense = plan->running;
    plan->at_sense.para.align = ZT_ALIGN_START;
    plan->at_sense.para.at_sense = true;
    double em = plan->running.text.size;
    plan->strong = zt_look_at_size(&strong, em);
    plan->figure = zt_look_at_size(&figure, zt_min(figure.text.size, INLINE_MOST * em));
    plan->point_gap = zt_points(p->point_gap, em);
    plan->bullet = zt_points(p->bullet, em);
    plan->indent = zt_points(p->indent, em);
    plan->bullet_ink = block->reversed ? &zt_ink_paper : zt_setting_ink(setting, "accent");
}

/* The style of heads: bands have their numbers as big numerals, a list has them in discs. */
static zt_groups_style groups_style(const zt_setting *setting, const zt_block *block, double em)
{
    const list_params *p = block->params;
    bool bands = zt_str_is(zt_str_from(block->variant), "bands");
    zt_groups_style style = zt_groups_style_of(setting, block, &p->groups, em, bands);
    style.head.rule = zt_points(p->rule, em);
    style.head.count = p->count;
    style.head.badge_size = zt_points(p->badge, style.head.head.text.size);
    style.head.badge_gap = zt_points(p->badge_gap, style.head.head.text.size);
    style.title_gap = zt_pt_from_mm(TITLE_GAP_MM);
    return style;
}

/* ---- points ---- */

/* Short points are ragged and broken at sense; a longer one in a wide measure is set anew as
   running text, justified. */
static zt_para *set_point(const list_plan *plan, const zt_rich *text, double measure)
{
    const zt_setting *setting = plan->groups.setting;
    zt_rich_style style = {&plan->at_sense, &plan->strong, &plan->figure};
    zt_para *para = zt_rich_set(setting, text, &style, measure);
    if (para->line_count <= AT_SENSE_LINES || measure < JUSTIFIED_FROM * plan->running.text.size)
        return para;
    style.base = &plan->running;
    return zt_rich_set(setting, text, &style, measure);
}

/* trend-undrawn: running text has no place below a figure. */
static void report_trends(const zt_setting *setting, const zt_group_content *group)
{
    for (size_t i = 0; i < group->point_count; i++)
        if (group->points[i].trend)
            zt_report(setting->diags, ZT_WARNING, "trend-undrawn", group->points[i].trend->at,
                      "这种排法没有画 <trend> 的地方；改用 variant=\"cards\" 或 \"rows\"，或删去它",
                      "this look has no place for a <trend>; use variant=\"cards\" or \"rows\", or "
                      "take it out");
}

/* Bands hang their text from the head's; a list from the group's left edge. */
static void plan_points(list_plan *plan, size_t i)
{
    zt_groups_arrangement *a = &plan->groups;
    zt_arena *arena = a->setting->arena;
    zt_group_unit *unit = &a->units[i];
    const zt_group_content *group = unit->group;
    point_list *list = &plan->lists[i];
    size_t optional = 0;
    report_trends(a->setting, group);
    list->x = a->style.head.numerals ? unit->head.text_x : 0;
    list->paras = ZT_ARRAY(arena, group->point_count, zt_para *);
    list->points = ZT_ARRAY(arena, group->point_count, const zt_entry_point *);
    double measure = zt_group_inner_width(a, unit) - list->x - plan->indent;
    for (size_t k = 0; k < group->point_count; k++) {
        const zt_entry_point *point = &group->points[k];
        if (point->optional && optional++ >= unit->optional_kept)
            continue;
        zt_para *para = set_point(plan, zt_point_running(arena, point), measure);
        list->height += para->height + (list->count > 0 ? plan->point_gap : 0);
        list->points[list->count] = point;
        list->paras[list->count++] = para;
    }
    double gaps = list->count > 1 ? (double)(list->count - 1) * plan->point_gap : 0;
    bool text = list->count > 0 && list->paras[0]->line_count > 0;
    unit->body = (zt_group_body){.height = list->height,
                                 .stretch = (ZT_GROUP_SPARE - 1) * gaps,
                                 .baseline = text ? list->paras[0]->lines[0].baseline : -1};
}

/* The disc stands in the middle of the first line's Han. */
static void draw_disc(const list_plan *plan, const zt_para *para, zt_pos at, zt_group *into)
{
    const zt_look *body = &plan->running;
    const zt_face_metrics *metrics = zt_face_metrics_of(body->text.face);
    zt_scene *scene = plan->groups.setting->scene;
    double radius = plan->bullet / 2;
    if (radius <= 0 || para->line_count == 0)
        return;
    double middle =
        para->lines[0].baseline - (metrics->han_top + metrics->han_foot) / 2 * body->text.size;
    zt_group *part = zt_scene_add_part(scene, into, at, "bullet", ZT_ROLE_ARTIFACT,
                                       (zt_rect){0, middle - radius, 2 * radius, 2 * radius});
    zt_scene_disc(scene, part, at, (zt_point){radius, radius}, radius, ZT_SOLID(plan->bullet_ink));
}

/* Points as items of a list, in the group's frame; `extra` is shared evenly between them. The disc
   is decoration: a reader of the PDF hears an item without it. */
static void draw_body(const void *self, size_t i, double y, double extra, zt_group *into)
{
    const list_plan *plan = self;
    const point_list *list = &plan->lists[i];
    zt_scene *scene = plan->groups.setting->scene;
    double gap = plan->point_gap, indent = plan->indent, row_y = 0;
    if (list->count == 0)
        return;
    if (list->count > 1)
        gap += extra / (double)(list->count - 1);
    double width = list->paras[0]->width;
    zt_group *all = zt_scene_add_part(scene, into, ZT_NOWHERE, "points", ZT_ROLE_L,
                                      (zt_rect){list->x, y, indent + width, list->height + extra});
    for (size_t k = 0; k < list->count; k++) {
        const zt_para *para = list->paras[k];
        zt_pos at = list->points[k]->at;
        zt_group *item = zt_scene_add_part(scene, all, at, "point", ZT_ROLE_LI,
                                           (zt_rect){0, row_y, indent + width, para->height});
        draw_disc(plan, para, at, item);
        zt_group *text = zt_scene_add_part(scene, item, at, "body", ZT_ROLE_LBODY,
                                           (zt_rect){indent, 0, width, para->height});
        zt_para_place(para, scene, text, 0, 0, 0, SIZE_MAX);
        row_y += para->height + gap;
    }
}

/* ---- the block ---- */

/* Fewer groups than one row has spans share all twelve columns. */
static const zt_numbers *spans_for(zt_arena *arena, const zt_numbers *given, size_t groups)
{
    enum { GRID = 12 };
    if (groups == 0 || groups >= given->count || GRID % groups != 0)
        return given;
    double *each = ZT_NEW(arena, double);
    zt_numbers *out = ZT_NEW(arena, zt_numbers);
    *each = (double)(GRID / groups);
    *out = (zt_numbers){.items = each, .count = 1, .at = given->at};
    return out;
}

/* Heads are planned before the points, because bands hang their text from the head's left edge. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    list_plan *own = ZT_NEW(setting->arena, list_plan);
    zt_groups_arrangement *a = &own->groups;
    set_style(own, setting, block);
    zt_groups_style style = groups_style(setting, block, own->running.text.size);
    zt_groups_begin(a, setting, block, &style);
    own->lists = ZT_ARRAY(setting->arena, a->count, point_list);
    const list_params *p = block->params;
    if (p->spans.count > 0)
        zt_groups_in_rows(a, spans_for(setting->arena, &p->spans, a->count), width);
    else
        zt_groups_in_columns(a, width);
    for (size_t i = 0; i < a->count; i++) {
        zt_group_plan_head(a, &a->units[i]);
        plan_points(own, i);
    }
    return zt_groups_end(a, width, draw_body, own);
}

/* All columns, a quarter at least. */
static zt_spans spans(const zt_block *block)
{
    (void)block;
    return (zt_spans){12, 3, 12};
}

const zt_block_kind zt_block_kind_groups_list = {
    .name = "groups",
    .spans = spans,
    .variants = "bands list",
    .takes_columns = true,
    .params = {params, sizeof(list_params)},
    .parts = parts,
    .zh = "分组成果：要点排成列表，或带大数码的条目（bands），数字在正文里。",
    .en = "Achievements in groups: a list, or bands beside big numbers; figures stand in the text.",
    .plan = plan,
    .place = zt_groups_place,
    .optional_count = zt_groups_optional_count,
};
