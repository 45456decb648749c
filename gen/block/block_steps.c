/* A process: steps with a mark each, tied by arrows in the order of doing; side by side in rows, or
   one below the other. Where rows follow one another the arrow leaves the last mark at the right,
   goes back through the white between the rows, and enters the first mark of the next from above:
   every row reads from the left. */
#include <math.h>
#include <string.h>

#include "block/groups/group_head.h"
#include "block/groups/group_icon.h"
#include "block/words/entry.h"

static const double DISC = 1.95;            /* of the ink height of its digit */
static const double DISC_HOLDS = 0.78;      /* of its diameter: the widest number in a disc */
static const double TAB_INSET = 0.4;        /* em, at both ends of a number that no disc holds */
static const double GUTTER = ZT_MM(4);      /* between steps where neither place nor page say */
static const double MARK_GAP = ZT_MM(2);    /* from a number to the icon beside it */
static const double ARROW_GAP = ZT_MM(1.5); /* white at both ends of an arrow */
static const double ARROW_HEAD = ZT_MM(1.2);
static const double ARROW_LEAST = ZT_MM(4); /* its length */
static const double ICON_LINE = ZT_MM(0.6);

/* What a template may set of steps. */
typedef struct steps_params {
    zt_length least;
    zt_length icon;
    double line, mark_gap;
    zt_gap apart;
    zt_gap gap;
    const zt_ink *arrow;
} steps_params;

/* A step at its width. */
typedef struct step_cell {
    zt_str no;
    zt_rect ink;       /* of its number, about the start of the baseline */
    double mark_width; /* of number and icon together */
    double width;
    zt_entry entry;
} step_cell;

/* Steps arranged at a width; points. */
typedef struct steps_plan {
    const zt_block *block;
    const zt_setting *setting;
    const zt_steps *content;
    const steps_params *params;
    zt_look no, keyword, text, statement;
    zt_wording title;
    double top; /* of the first row */
    double width;
    bool down;
    /* A number in a disc, or where one is wider in a tab; 0 where no step has a number. */
    double disc;
    bool tabs;
    /* Of the drawing; of the icon with its ground; height of marks. */
    double side, icon, mark;
    int columns;
    size_t rows;
    double column, gutter;
    zt_gap apart; /* between rows */
    step_cell *cells;
    double *heights; /* of the rows */
} steps_plan;

/* ---- marks ---- */

/* Its number as written; where no step has a mark of any kind they are counted from 1. */
static zt_str number_of(const steps_plan *plan, size_t i)
{
    const zt_steps *content = plan->content;
    if (content->has_numbers || content->has_icons)
        return content->steps[i].no;
    return zt_str_from(zt_arena_printf(plan->setting->arena, "%zu", i + 1));
}

/* Whether all icons that are asked for have been found: what was not has been reported. */
static bool has_icons(const zt_setting *setting, const zt_steps *content)
{
    for (size_t i = 0; i < content->count; i++)
        if (!setting->icons || !zt_icons_get(setting->icons, content->steps[i].icon))
            return false;
    return true;
}

static double number_width(const steps_plan *plan, const step_cell *cell)
{
    if (cell->no.len == 0)
        return 0;
    return plan->tabs ? zt_max(plan->disc, cell->ink.w + 2 * TAB_INSET * plan->no.text.size)
                      : plan->disc;
}

/* Sizes of all marks: one form for all numbers, the tab as soon as one is wider than a disc. */
static void plan_marks(steps_plan *plan)
{
    size_t count = plan->content->count;
    for (size_t i = 0; i < count; i++) {
        step_cell *cell = plan->cells + i;
        cell->no = number_of(plan, i);
        if (cell->no.len == 0)
            continue;
        cell->ink = zt_text_ink(plan->setting, cell->no, plan->content->steps[i].at, &plan->no);
        plan->disc = DISC * zt_digit_height(&plan->no);
        plan->tabs = plan->tabs || cell->ink.w > DISC_HOLDS * plan->disc;
    }
    if (has_icons(plan->setting, plan->content)) {
        plan->side = zt_points(plan->params->icon, plan->keyword.text.size);
        plan->icon = zt_group_icon_size(plan->setting, plan->side);
    }
    plan->mark = zt_max(plan->disc, plan->icon);
    for (size_t i = 0; i < count; i++) {
        double number = number_width(plan, plan->cells + i);
        double between = number > 0 && plan->icon > 0 ? MARK_GAP : 0;
        plan->cells[i].mark_width = number + between + plan->icon;
    }
}

static double widest_mark(const steps_plan *plan)
{
    double most = 0;
    for (size_t i = 0; i < plan->content->count; i++)
        most = zt_max(most, plan->cells[i].mark_width);
    return most;
}

/* ---- the arrangement ---- */

/* Where rows follow one another, the arrow that leads back runs down in this at the right. */
static double channel(const steps_plan *plan)
{
    return plan->rows > 1 && !plan->down ? 2 * ARROW_GAP : 0;
}

/* The most columns in which words have their least width and arrows theirs, rows as full as each
   other as can be. A column alone is the form that goes down. */
static void choose_columns(steps_plan *plan)
{
    size_t count = plan->content->count;
    double least = zt_max(zt_points(plan->params->least, plan->text.text.size),
                          widest_mark(plan) + ARROW_LEAST + 2 * ARROW_GAP - plan->gutter);
    int most = plan->block->place->columns > 0 ? plan->block->place->columns : (int)count;
    plan->columns = most < (int)count ? most : (int)count;
    for (;; plan->columns--) {
        plan->rows = (count + (size_t)plan->columns - 1) / (size_t)plan->columns;
        plan->column = zt_column_width(plan->width - channel(plan), plan->columns, plan->gutter);
        if (plan->columns == 1 || plan->column >= least)
            break;
    }
    plan->columns = (int)((count + plan->rows - 1) / plan->rows);
    plan->column = zt_column_width(plan->width - channel(plan), plan->columns, plan->gutter);
    plan->down = plan->columns == 1;
}

/* The last step of the last row takes what is left of it. */
static double cell_width(const steps_plan *plan, size_t i)
{
    if (plan->down)
        return plan->width - widest_mark(plan) - plan->params->mark_gap;
    size_t column = i % (size_t)plan->columns;
    double x = (double)column * (plan->column + plan->gutter);
    return i + 1 == plan->content->count ? plan->width - channel(plan) - x : plan->column;
}

static zt_entry entry_of(const steps_plan *plan, size_t i)
{
    const zt_step *step = plan->content->steps + i;
    zt_entry_text text = {.head = step->head, .at = step->at, .texts = &step->text, .count = 1};
    zt_entry_style style = {.head = &plan->keyword,
                            .text = step->head.len ? &plan->text : &plan->statement,
                            .align = ZT_ALIGN_START,
                            .head_gap = plan->params->gap.natural,
                            .part = "text"};
    return zt_entry_make(plan->setting, &text, &style, plan->cells[i].width);
}

/* Down, the first line of words stands on the middle of its mark, where the mark is higher. */
static double words_top(const steps_plan *plan, const step_cell *cell)
{
    if (!plan->down)
        return plan->mark + plan->params->mark_gap;
    const zt_wording *first = cell->entry.head.para ? &cell->entry.head : cell->entry.texts;
    double line = first->para ? first->look.text.size : 0;
    return zt_max(0, (plan->mark - line) / 2);
}

/* Words of all steps, and the heights of the rows that hold them. */
static void plan_words(steps_plan *plan)
{
    for (size_t i = 0; i < plan->content->count; i++) {
        step_cell *cell = plan->cells + i;
        cell->width = zt_max(cell_width(plan, i), plan->text.text.size);
        cell->entry = entry_of(plan, i);
        double height = zt_max(plan->mark, words_top(plan, cell) + cell->entry.height);
        double *row = plan->heights + i / (size_t)plan->columns;
        *row = zt_max(*row, height);
    }
}

/* Between rows there is room for an arrow: down from mark to mark, or back from the right. */
static zt_gap gap_between(const steps_plan *plan)
{
    double room = plan->down ? 0 : 3 * ARROW_GAP + ARROW_LEAST;
    for (size_t i = 0; plan->down && i + 1 < plan->content->count; i++)
        room = zt_max(room, plan->mark + 2 * ARROW_GAP + ARROW_LEAST - plan->heights[i]);
    zt_gap apart = plan->params->apart;
    return (zt_gap){zt_max(apart.natural, room), zt_max(apart.ceiling, room)};
}

static double steps_height(const steps_plan *plan, double apart)
{
    double height = plan->top + (double)(plan->rows - 1) * apart;
    for (size_t r = 0; r < plan->rows; r++)
        height += plan->heights[r];
    return height;
}

/* Looks, head, marks. */
static steps_plan *begin(const zt_block *block, const zt_setting *setting, double width)
{
    steps_plan *plan = ZT_NEW(setting->arena, steps_plan);
    *plan = (steps_plan){.block = block,
                         .setting = setting,
                         .content = block->content,
                         .params = block->params,
                         .no = zt_block_look(setting, block, "no"),
                         .keyword = zt_block_look(setting, block, "keyword"),
                         .text = zt_block_look(setting, block, "text"),
                         .statement = zt_block_look(setting, block, "statement"),
                         .gutter = zt_setting_gutter(setting, block->place),
                         .width = width};
    zt_look head = zt_block_look(setting, block, "head");
    plan->title = zt_wording_plain(setting, plan->content->head, block->at, &head, width);
    if (plan->title.para)
        plan->top = plan->title.height + plan->params->apart.natural;
    if (plan->gutter <= 0)
        plan->gutter = GUTTER;
    plan->cells = ZT_ARRAY(setting->arena, plan->content->count + 1, step_cell);
    plan->heights = ZT_ARRAY(setting->arena, plan->content->count + 1, double);
    plan->no.text.paint =
        ZT_SOLID(block->reversed ? zt_setting_ink(setting, "key") : &zt_ink_paper);
    plan_marks(plan);
    return plan;
}

/* Spare height goes to the gaps between rows. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    steps_plan *own = begin(block, setting, width);
    if (own->content->count == 0)
        return (zt_plan){.first_baseline = -1, .own = own};
    if (strcmp(block->variant, "down") == 0) {
        own->down = true;
        own->columns = 1;
        own->rows = own->content->count;
    } else {
        choose_columns(own);
    }
    plan_words(own);
    own->apart = gap_between(own);
    double natural = steps_height(own, own->apart.natural);
    return (zt_plan){.extent = {natural, steps_height(own, own->apart.ceiling)},
                     .first_baseline = zt_wording_baseline(&own->title, 0),
                     .own = own};
}

/* ---- drawing ---- */

/* The number reversed in its disc or tab, centred by its ink. */
static void draw_number(const steps_plan *plan, const step_cell *cell, zt_pos at, zt_group *into)
{
    const zt_setting *setting = plan->setting;
    double width = number_width(plan, cell), middle = plan->mark / 2;
    if (cell->no.len == 0)
        return;
    zt_rect box = {0, middle - plan->disc / 2, width, plan->disc};
    zt_group *part = zt_scene_add_part(setting->scene, into, at, "no", ZT_ROLE_LBL, box);
    zt_point centre = {box.w / 2, box.h / 2};
    zt_paint ground = ZT_SOLID(zt_group_key_ink(setting, plan->block));
    if (plan->tabs)
        zt_scene_fill_rect(setting->scene, part, at, (zt_rect){0, 0, box.w, box.h}, ground);
    else
        zt_scene_disc(setting->scene, part, at, centre, plan->disc / 2, ground);
    zt_wording_centre(setting, cell->no, at, &plan->no, part, centre);
}

static void draw_mark(const steps_plan *plan, size_t i, zt_group *into)
{
    const step_cell *cell = plan->cells + i;
    const zt_step *step = plan->content->steps + i;
    draw_number(plan, cell, step->at, into);
    if (plan->icon <= 0)
        return;
    zt_group_icon icon = {.setting = plan->setting,
                          .name = step->icon,
                          .head = step->head.len ? step->head
                                                 : zt_rich_plain(plan->setting->arena, &step->text),
                          .at = step->icon_at,
                          .head_at = step->at,
                          .side = plan->side,
                          .line = ICON_LINE,
                          .ink = zt_group_key_ink(plan->setting, plan->block)};
    zt_group_icon_draw(&icon, into, cell->mark_width - plan->icon, (plan->mark - plan->icon) / 2);
}

/* A step in its box: its mark above its words, or before them. */
static void draw_step(const steps_plan *plan, size_t i, zt_group *into, zt_rect box)
{
    zt_group *step = zt_scene_add_part(plan->setting->scene, into, plan->content->steps[i].at,
                                       "step", ZT_ROLE_LI, box);
    double x = plan->down ? widest_mark(plan) + plan->params->mark_gap : 0;
    draw_mark(plan, i, step);
    zt_entry_place(plan->setting, &plan->cells[i].entry, step, x, words_top(plan, plan->cells + i));
}

/* A line through the points, with an open head at the last. */
static void draw_arrow(const steps_plan *plan, zt_group *into, const zt_point *points, size_t count)
{
    zt_scene *scene = plan->setting->scene;
    zt_pos at = plan->block->at;
    zt_rect none = {0};
    zt_group *part = zt_scene_add_part(scene, into, at, "arrow", ZT_ROLE_ARTIFACT, none);
    zt_path *path = zt_scene_add_path(scene, part, at);
    zt_point end = points[count - 1], before = points[count - 2];
    double dx = end.x > before.x ? 1 : 0, dy = end.y > before.y ? 1 : 0;
    zt_path_move(path, points[0].x, points[0].y);
    for (size_t i = 1; i < count; i++)
        zt_path_line(path, points[i].x, points[i].y);
    zt_path_move(path, end.x - ARROW_HEAD * (dx + dy), end.y - ARROW_HEAD * (dx + dy));
    zt_path_line(path, end.x, end.y);
    zt_path_line(path, end.x - ARROW_HEAD * (dx - dy), end.y - ARROW_HEAD * (dy - dx));
    path->stroke = ZT_SOLID(plan->params->arrow);
    path->width = plan->params->line;
    zt_path_done(path);
}

/* From the mark of step `i` to that of the next one in its row, or in the next row. `from` and `to`
   are the corners of the two boxes. */
static void draw_arrow_between(const steps_plan *plan, size_t i, zt_group *into, zt_point from,
                               zt_point to)
{
    const step_cell *cell = plan->cells + i;
    double middle = plan->mark / 2, y = from.y + middle;
    double start = from.x + cell->mark_width + ARROW_GAP;
    if (plan->down) {
        double x = widest_mark(plan) / 2;
        zt_point line[] = {{x, from.y + plan->mark + ARROW_GAP}, {x, to.y - ARROW_GAP}};
        draw_arrow(plan, into, line, 2);
    } else if (from.y == to.y) {
        zt_point line[] = {{start, y}, {to.x - ARROW_GAP, y}};
        draw_arrow(plan, into, line, 2);
    } else {
        double right = plan->width - plan->params->line / 2;
        double back = to.y - ARROW_GAP - ARROW_LEAST;
        double x = to.x + plan->cells[i + 1].mark_width / 2;
        zt_point line[] = {{start, y}, {right, y}, {right, back}, {x, back}, {x, to.y - ARROW_GAP}};
        draw_arrow(plan, into, line, 5);
    }
}

/* Where step `i` stands with such gaps between the rows. */
static zt_rect box_of(const steps_plan *plan, size_t i, double apart)
{
    size_t row = i / (size_t)plan->columns, column = i % (size_t)plan->columns;
    double y = plan->top;
    for (size_t r = 0; r < row; r++)
        y += plan->heights[r] + apart;
    double width = plan->down ? plan->width : plan->cells[i].width;
    return (zt_rect){(double)column * (plan->column + plan->gutter), y, width, plan->heights[row]};
}

static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const steps_plan *plan = planned->own;
    size_t count = plan->content->count;
    if (count == 0)
        return;
    double spare = height - steps_height(plan, plan->apart.natural);
    double apart = zt_gap_filled(plan->apart, spare, (double)(plan->rows - 1));
    into->role = ZT_ROLE_SECT;
    zt_wording_place(setting, &plan->title, into, "head", ZT_ROLE_H2, 0, 0);
    zt_group *list = zt_scene_add_part(setting->scene, into, plan->block->at, "steps", ZT_ROLE_L,
                                       (zt_rect){0, 0, plan->width, height});
    for (size_t i = 0; i < count; i++) {
        zt_rect box = box_of(plan, i, apart);
        draw_step(plan, i, list, box);
        if (i + 1 == count)
            continue;
        zt_rect next = box_of(plan, i + 1, apart);
        draw_arrow_between(plan, i, list, (zt_point){box.x, box.y}, (zt_point){next.x, next.y});
    }
}

static const zt_param params[] = {
    {"least", ZT_PARAM_EM(steps_params, least, "text"), NULL, "10em",
     "一步至少多宽，不够就少排几列", "least width of a step: fewer side by side below it"},
    {"icon", ZT_PARAM_EM(steps_params, icon, "keyword"), NULL, "11mm", "图标边长",
     "side of an icon"},
    {"line", ZT_PARAM(steps_params, line, POINTS), NULL, "0.35mm", "箭头线粗",
     "weight of the arrows"},
    {"mark-gap", ZT_PARAM(steps_params, mark_gap, POINTS), NULL, "2.5mm", "序号或图标到文字",
     "from number or icon to the words"},
    {"apart", ZT_PARAM(steps_params, apart, GAP), NULL, "3..5", "两行之间", "between rows"},
    {"gap", ZT_PARAM(steps_params, gap, GAP), NULL, "1", "关键词到句子",
     "from the keyword to the sentence"},
    {"arrow-ink", ZT_PARAM(steps_params, arrow, INK), NULL, "accent", "箭头用墨",
     "ink of the arrows"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"no", "badge", "序号", "number"},
    {"keyword", "chart-title", "关键词", "keyword"},
    {"text", "label", "句子", "sentence"},
    {"statement", "statement", "没有关键词的句子", "sentence without a keyword"},
    {0},
};

const zt_block_kind zt_block_kind_steps = {
    .name = "steps",
    .spans = zt_spans_wide,
    .takes_columns = true,
    .variants = "across down",
    .params = {params, sizeof(steps_params)},
    .parts = parts,
    .zh = "流程：across 由左到右，排不下就几行，箭头从行末绕回下一行；down 逐行而下。",
    .en = "A process: across in rows, the arrow leading back from the end of each; or down.",
    .plan = plan,
    .place = place,
};
