/* A theme made by hand, a setting and one block on it, for tests of the blocks; and what a test
   asks of the scene. Inks, sizes and fonts are those of the documents' theme. */
#ifndef BOARD_H
#define BOARD_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "block/words/lines.h"
#include "block/words/rich.h"
#include "layout/styles.h"

typedef struct board {
    zt_arena *arena;
    zt_diags *diags;
    zt_font_role fonts[4];
    zt_ink inks[7];
    zt_style styles[64];
    zt_theme theme;
    zt_template template_;
    zt_box_spec place;
    zt_setting setting;
    zt_set sets[8];
    zt_block block;
} board;

static zt_style *board_style(board *b, const char *name)
{
    for (size_t i = 0; i < b->theme.style_count; i++)
        if (strcmp(b->styles[i].name, name) == 0)
            return &b->styles[i];
    fail_msg("no style %s", name);
    return NULL;
}

static void board_set_style(board *b, const char *name, int font, double size, double leading)
{
    zt_style *style = board_style(b, name);
    style->font = &b->fonts[font];
    style->size = style->size_min = style->size_max = size;
    style->leading = style->leading_min = style->leading_max = leading;
}

static void board_make_theme(board *b)
{
    static double steps[] = {1, 2, 3, 5, 8};
    const zt_font_role fonts[] = {{.role = "title", .family = "Noto Serif CJK SC", .weight = 900},
                                  {.role = "body", .family = "Noto Serif CJK SC", .weight = 400},
                                  {.role = "label", .family = "Noto Sans CJK SC", .weight = 400},
                                  {.role = "bold", .family = "Noto Sans CJK SC", .weight = 700}};
    const zt_ink inks[] = {
        {.name = "key", .cmyk = {0, 0, 0, 1}, .rgb = {.12, .11, .11}, .overprint = true},
        {.name = "accent", .cmyk = {0, .92, .82, 0}, .rgb = {.78, .13, .18}},
        {.name = "companion", .cmyk = {.55, 0, 0, .65}, .rgb = {.21, .31, .36}},
        {.name = "companion-mid", .cmyk = {.32, 0, 0, .42}, .rgb = {.42, .51, .54}},
        {.name = "companion-light", .cmyk = {.22, 0, 0, .26}, .rgb = {.69, .73, .75}},
        {.name = "panel", .cmyk = {.06, 0, 0, .06}, .rgb = {.91, .93, .94}},
        {.name = "photo", .cmyk = {.1, 0, 0, .14}, .rgb = {.81, .84, .86}}};
    memcpy(b->fonts, fonts, sizeof fonts);
    memcpy(b->inks, inks, sizeof inks);
    b->theme = (zt_theme){.name = "board",
                          .figure = ZT_FIGURE_MEASURES,
                          .fonts = b->fonts,
                          .font_count = 4,
                          .inks = b->inks,
                          .ink_count = 7,
                          .styles = b->styles,
                          .punctuation = ZT_KAIMING,
                          .level = ZT_BREAK_NORMAL,
                          .spacing = ZT_SPACING_NEWS,
                          .gap_base = zt_pt_from_mm(1.5),
                          .gap_steps = steps,
                          .gap_step_count = 5};
#define BOARD_STYLE(name_, doc_)                                                                   \
    b->styles[b->theme.style_count++] = (zt_style){.name = (name_),                                \
                                                   .font = &b->fonts[2],                           \
                                                   .size = 9,                                      \
                                                   .size_min = 9,                                  \
                                                   .size_max = 9,                                  \
                                                   .leading = 1.5,                                 \
                                                   .leading_min = 1.5,                             \
                                                   .leading_max = 1.5,                             \
                                                   .ink = &b->inks[0],                             \
                                                   .tint = 1};
    ZT_STYLE_NAMES(BOARD_STYLE)
#undef BOARD_STYLE
    board_set_style(b, "title", 0, 36, 1.25);
    board_set_style(b, "kicker", 2, 14, 1.4);
    board_set_style(b, "deck", 2, 12, 1.4);
    board_set_style(b, "section", 3, 17, 1.3);
    board_set_style(b, "strong", 3, 9, 1.5);
    board_set_style(b, "year", 3, 11, 1.2);
    board_set_style(b, "date", 3, 10.5, 1.3);
    board_set_style(b, "hint-head", 3, 22, 1.2);
    board_set_style(b, "body", 1, 9, 1.5);
    board_style(b, "body")->leading_max = 1.6;
    board_style(b, "body")->align = ZT_ALIGN_JUSTIFY;
    board_set_style(b, "credit", 2, 7.5, 1.5);
    board_set_style(b, "note", 2, 7.5, 1.4);
}

static int board_open(void **state)
{
    zt_arena *arena = zt_arena_new();
    board *b = ZT_NEW(arena, board);
    b->arena = arena;
    b->diags = zt_diags_new(arena);
    board_make_theme(b);
    b->template_ = (zt_template){.name = "board", .theme = &b->theme};
    zt_font_options options = {0};
    b->setting = (zt_setting){.arena = arena,
                              .diags = b->diags,
                              .fonts = zt_fonts_new(arena, &options),
                              .template_ = &b->template_,
                              .scene = zt_scene_new(arena, 1000, 1500),
                              .fit = {.leading = 1}};
    b->place = (zt_box_spec){.kind = ZT_BOX_PLACE, .columns = 1, .sets = b->sets};
    *state = b;
    return 0;
}

static int board_close(void **state)
{
    zt_arena_drop(((board *)*state)->arena);
    return 0;
}

static inline void board_use(board *b, const zt_block_kind *kind, const char *variant,
                             const void *content)
{
    b->block = (zt_block){.kind = kind,
                          .name = kind->name,
                          .content = content,
                          .place = &b->place,
                          .variant = variant};
    b->place.set_count = 0;
    zt_block_load(b->arena, b->diags, &b->theme, &b->block);
}

static inline void board_param(board *b, const char *name, const char *value)
{
    const zt_block_kind *kind = b->block.kind;
    zt_param_table more = {0};
    if (kind->more_params)
        more = kind->more_params(&b->block);
    if (!zt_param_find(kind->params.rows, name) && !zt_param_find(more.rows, name))
        fail_msg("%s has no parameter %s", kind->name, name);
    b->sets[b->place.set_count++] = (zt_set){.name = name, .value = zt_str_from(value)};
    zt_block_load(b->arena, b->diags, &b->theme, &b->block);
}

static inline zt_rich board_rich(board *b, const char *text)
{
    zt_span *span = ZT_NEW(b->arena, zt_span);
    *span = (zt_span){.kind = ZT_SPAN_TEXT, .text = zt_str_from(text)};
    return (zt_rich){.spans = span, .count = 1};
}

static zt_extent board_measure(board *b, double width)
{
    return zt_block_plan(&b->setting, &b->block, width)->extent;
}

typedef struct board_seen {
    double sum;
    size_t items;
} board_seen;

static void board_see(void *self, const zt_item *item, double dx, double dy)
{
    board_seen *seen = self;
    seen->items++;
    seen->sum += (double)seen->items * (dx + 2 * dy + 3 * item->box.x + 5 * item->box.y +
                                        7 * item->box.w + 11 * item->box.h);
}

/* What planning made is not used up by placing: a second time gives the same items. */
static void board_place_again(const board *b, const zt_plan *plan, double height,
                              const zt_group *first)
{
    zt_setting setting = b->setting;
    setting.diags = zt_diags_beside(b->diags, b->arena);
    zt_group *again = zt_scene_detached(setting.scene);
    again->block = b->block.name;
    zt_plan_place(plan, &setting, height, again);
    board_seen one = {.items = 0}, two = {.items = 0};
    zt_visitor see_one = {.self = &one, .enter = board_see};
    zt_visitor see_two = {.self = &two, .enter = board_see};
    zt_scene_walk(first, &see_one);
    zt_scene_walk(again, &see_two);
    if (one.items != two.items || fabs(one.sum - two.sum) > 1e-9 * (1 + fabs(one.sum)))
        fail_msg("placed again: %zu items %.6f, then %zu items %.6f", one.items, one.sum, two.items,
                 two.sum);
}

typedef struct board_wanted {
    double wanted; /* a baseline */
    bool found;
} board_wanted;

static void board_see_wanted(void *self, const zt_item *item, double dx, double dy)
{
    board_wanted *line = self;
    const zt_glyphs *run = (const zt_glyphs *)item;
    (void)dx;
    if (item->kind == ZT_ITEM_GLYPHS && !run->vertical && !run->rotated)
        line->found = line->found || fabs(run->origin.y + dy - line->wanted) < 0.01;
}

/* The first baseline that a plan says is one of the block's lines. */
static void board_check_baseline(const zt_plan *plan, const zt_group *group)
{
    board_wanted line = {.wanted = plan->first_baseline};
    zt_visitor visitor = {.self = &line, .enter = board_see_wanted};
    zt_scene_walk(group, &visitor);
    if (plan->first_baseline >= 0 && !line.found)
        fail_msg("no line stands on the first baseline, %.3f", plan->first_baseline);
}

/* A fresh group at the origin with the block placed in it. */
static zt_group *board_place(board *b, double width, double height)
{
    zt_group *group = zt_scene_detached(b->setting.scene);
    group->block = b->block.name;
    const zt_plan *plan = zt_block_plan(&b->setting, &b->block, width);
    zt_plan_place(plan, &b->setting, height, group);
    board_place_again(b, plan, height, group);
    if (fabs(height - plan->extent.height) < 1e-6)
        board_check_baseline(plan, group);
    return group;
}

static inline zt_group *board_natural(board *b, double width)
{
    return board_place(b, width, board_measure(b, width).height);
}

typedef struct board_line {
    double top, baseline, size; /* the highest baseline; of the largest type near it */
} board_line;

static inline void board_see_top(void *self, const zt_item *item, double dx, double dy)
{
    board_line *line = self;
    (void)dx;
    if (item->kind == ZT_ITEM_GLYPHS)
        line->top = zt_min(line->top, ((const zt_glyphs *)item)->origin.y + dy);
}

static inline void board_see_largest(void *self, const zt_item *item, double dx, double dy)
{
    board_line *line = self;
    const zt_glyphs *run = (const zt_glyphs *)item;
    (void)dx;
    if (item->kind != ZT_ITEM_GLYPHS || run->size <= line->size ||
        run->origin.y + dy > line->top + 0.3 * run->size)
        return;
    line->size = run->size;
    line->baseline = run->origin.y + dy;
}

/* Where the plan says that its first line stands, a line is drawn. */
static inline void board_first_line(board *b, double width)
{
    const zt_plan *plan = zt_block_plan(&b->setting, &b->block, width);
    zt_group *group = board_place(b, width, plan->extent.height);
    board_line line = {.top = 1e9};
    zt_visitor top = {.self = &line, .enter = board_see_top};
    zt_visitor largest = {.self = &line, .enter = board_see_largest};
    zt_scene_walk(group, &top);
    zt_scene_walk(group, &largest);
    if (fabs(plan->first_baseline - line.baseline) > 0.01)
        fail_msg("first line at %.3f, said to be at %.3f", line.baseline, plan->first_baseline);
}

static inline void board_inside_near(const zt_group *group, double width, double height,
                                     double near)
{
    zt_rect ink = zt_group_ink(group);
    if (ink.x < -near || ink.y < -near || zt_rect_right(ink) > width + near ||
        zt_rect_foot(ink) > height + near)
        fail_msg("ink %.2f %.2f %.2f %.2f outside %.2f x %.2f", ink.x, ink.y, zt_rect_right(ink),
                 zt_rect_foot(ink), width, height);
}

static void board_add_box(void *self, const zt_item *item, double dx, double dy)
{
    if (item->kind == ZT_ITEM_GROUP)
        return;
    zt_rect *sum = self, box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    *sum = zt_rect_union(*sum, box);
}

/* All boxes (of glyphs: the em box) lie in the frame; strokes reach beyond an em box by a tenth of
   9 pt at most, as the foot of a comma does. */
static inline void board_inside(const zt_group *group, double width, double height)
{
    zt_rect sum = {0};
    zt_visitor visitor = {.self = &sum, .enter = board_add_box};
    zt_scene_walk(group, &visitor);
    const double near = 0.01;
    if (sum.x < -near || sum.y < -near || zt_rect_right(sum) > width + near ||
        zt_rect_foot(sum) > height + near)
        fail_msg("boxes %.2f %.2f %.2f %.2f outside %.2f x %.2f", sum.x, sum.y, zt_rect_right(sum),
                 zt_rect_foot(sum), width, height);
    board_inside_near(group, width, height, 0.9);
}

/* ---- parts of a scene, absolute ---- */

typedef struct board_part {
    const zt_group *group;
    double x, y; /* of its frame */
    zt_rect box;
} board_part;
typedef struct board_parts {
    const char *name;
    board_part items[128];
    size_t count;
} board_parts;

static void board_collect(void *self, const zt_item *item, double dx, double dy)
{
    board_parts *parts = self;
    const zt_group *group = (const zt_group *)item;
    if (item->kind != ZT_ITEM_GROUP || !group->part || strcmp(group->part, parts->name) != 0)
        return;
    assert_true(parts->count < 128);
    zt_rect box = item->box;
    box.x += dx;
    box.y += dy;
    parts->items[parts->count++] = (board_part){group, dx + group->dx, dy + group->dy, box};
}

static inline board_parts board_find(const zt_group *group, const char *name)
{
    board_parts parts = {.name = name};
    zt_visitor visitor = {.self = &parts, .enter = board_collect};
    zt_scene_walk(group, &visitor);
    return parts;
}

/* The ink of a part in the frame of the whole. */
static inline zt_rect board_ink(const board_part *part)
{
    zt_rect ink = zt_group_ink(part->group);
    ink.x += part->x - part->group->dx;
    ink.y += part->y - part->group->dy;
    return ink;
}

static void board_add_text(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    (void)dy;
    if (item->kind == ZT_ITEM_GLYPHS)
        zt_buf_str(self, ((const zt_glyphs *)item)->text);
}

/* All that a group says, in reading order. */
static inline zt_str board_text(board *b, const zt_group *group)
{
    zt_buf buf;
    zt_buf_init(&buf, b->arena);
    zt_visitor visitor = {.self = &buf, .enter = board_add_text};
    zt_scene_walk(group, &visitor);
    return zt_buf_view(&buf);
}

static inline void assert_near(double got, double wanted, double tolerance)
{
    if (fabs(got - wanted) > tolerance)
        fail_msg("%.4f is not within %.4f of %.4f", got, tolerance, wanted);
}

#endif
