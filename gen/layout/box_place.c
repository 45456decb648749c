/* gen/layout/box_place.c — frames from the top down, spare height shared out like glue. Given
   measured cells and the frame of the page; draws each block into a group of its own, or without a
   setting only finds slack and first baselines. */
#include <math.h>
#include <stdint.h>

#include "layout/layout_imp.h"

#include "layout/block.h"

/* What a child may take of the spare height of its column. */
static double capacity_of(const zt_cell *child)
{
    double stretch = child->box && child->box->spec->stretch >= 0 ? child->box->spec->stretch : 1;
    return (child->extent.ceiling - child->extent.height) * stretch;
}

/* Keeps the greatest height that some column could not use. */
static void note_slack(zt_placing *placing, double slack)
{
    placing->slack = zt_max(placing->slack, slack);
}

/* How far a child of a column on lines moves down when gaps and blocks above it have grown by
   `more`: whole lines, where it has any. */
static double whole_lines_of(const zt_placing *placing, const zt_cell *child, double more)
{
    const double near = 0.01; /* points */
    double line = placing->line;
    return line > 0 && zt_cell_baseline(child) >= 0 ? floor(more / line + near) * line : more;
}

/* lines="yes": as place_down, but what is spare moves children by whole lines; a child grows up to
   the natural gap before the next. */
static void place_on_lines(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into)
{
    double gap_capacity = cell->gap.ceiling - cell->gap.natural;
    double capacity = cell->child_count > 1 ? (double)(cell->child_count - 1) * gap_capacity : 0;
    for (size_t i = 0; i < cell->child_count; i++)
        capacity += capacity_of(cell->children[i]);
    double spare = zt_max(frame.h - cell->extent.height, 0);
    double part = capacity > 0 ? zt_min(spare / capacity, 1) : 0, more = 0, y = 0;
    note_slack(placing, spare - part * capacity);
    for (size_t i = 0; i < cell->child_count; i++) {
        const zt_cell *child = cell->children[i];
        double moved = whole_lines_of(placing, child, more), h = child->extent.height;
        y += cell->drops[i];
        more += part * capacity_of(child);
        double room = i + 1 < cell->child_count ? whole_lines_of(placing, cell->children[i + 1],
                                                                 more + part * gap_capacity)
                                                : spare;
        double grown = zt_clamp(part * capacity_of(child), 0, zt_max(room - moved, 0));
        double top = frame.y + y + moved, first = zt_cell_baseline(child);
        if (placing->first_line <= 0 && first >= 0)
            placing->first_line = top + first;
        zt_cell_place(placing, child, (zt_rect){frame.x, top, child->width, h + grown}, into);
        y += h + cell->gap.natural;
        more += part * gap_capacity;
    }
}

/* Gaps and children take part in the spare height in proportion to what each can use. */
static void place_down(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into)
{
    if (cell->drops) {
        place_on_lines(placing, cell, frame, into);
        return;
    }
    double natural = cell->foot, capacity = 0;
    for (size_t i = 0; i < cell->child_count; i++) {
        zt_gap gap = zt_cell_gap(cell, i);
        natural += gap.natural + cell->children[i]->extent.height;
        capacity += gap.ceiling - gap.natural + capacity_of(cell->children[i]);
    }
    double spare = zt_max(frame.h - natural, 0);
    double part = capacity > 0 ? zt_min(spare / capacity, 1) : 0;
    bool centre = cell->box && cell->box->spec->centre;
    double left = spare - part * capacity, y = frame.y + (centre ? left / 2 : 0);
    if (!centre)
        note_slack(placing, left);
    for (size_t i = 0; i < cell->child_count; i++) {
        const zt_cell *child = cell->children[i];
        zt_gap gap = zt_cell_gap(cell, i);
        double h = child->extent.height + part * capacity_of(child);
        y += gap.natural + part * (gap.ceiling - gap.natural);
        zt_cell_place(placing, child, (zt_rect){frame.x, y, cell->children[i]->width, h}, into);
        y += h;
    }
}

/* A child of a row takes the row's height as far as it can use it; align says where it stands. */
static void place_beside(zt_placing *placing, const zt_cell *child, zt_box_align align,
                         zt_rect frame, zt_group *into)
{
    bool ground = child->box && child->box->spec->kind == ZT_BOX_BOX;
    double h =
        ground ? frame.h : zt_min(frame.h, zt_max(child->extent.ceiling, child->extent.height));
    double y = align == ZT_FOOT ? frame.y + frame.h - h : frame.y;
    if (align != ZT_FOOT)
        note_slack(placing, frame.h - h);
    double slack = placing->slack;
    zt_cell_place(placing, child, (zt_rect){frame.x, y, child->width, h}, into);
    /* A head at the side is a coloured column of the page, or one of words that run down it,
       however short its words are. */
    const zt_box_spec *head = ground ? child->box->spec : NULL;
    if (head && (head->vertical || (head->reversed && head->bleed)))
        placing->slack = slack;
}

/* Children side by side, each as high as it can use. */
static void place_row(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into)
{
    for (size_t i = 0; i < cell->child_count; i++) {
        double drop = cell->drops ? cell->drops[i] : 0;
        place_beside(placing, cell->children[i], cell->box->spec->align,
                     (zt_rect){frame.x + cell->xs[i], frame.y + drop, 0, frame.h - drop}, into);
    }
}

/* Each row of the grid gets its part of the spare height as in a column. */
static void place_grid(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into)
{
    double capacity = cell->extent.ceiling - cell->extent.height;
    double part = capacity > 0 ? zt_clamp((frame.h - cell->extent.height) / capacity, 0, 1) : 0;
    double y = frame.y;
    for (size_t first = 0, end; first < cell->child_count; first = end) {
        zt_extent row = zt_cell_grid_row(cell, first, &end);
        double h = row.height + part * (row.ceiling - row.height);
        for (size_t i = first; i < end; i++)
            place_beside(placing, cell->children[i], cell->box->spec->align,
                         (zt_rect){frame.x + cell->xs[i], y, 0, h}, into);
        y += h + cell->gap.natural + part * (cell->gap.ceiling - cell->gap.natural);
    }
}

/* A bleeding ground runs to the trim, and beyond it by the bleed, on each side where its box
   touches the type area: its content keeps the grid. */
static const double touching = 0.5; /* points */

/* The page across, as blocks may ask about it while they are planned. */
zt_page_across zt_page_across_of(const zt_template *t)
{
    zt_page_across page = {t->page_w, t->bleed, t->margin[3], t->page_w - t->margin[1], t->grid};
    if (t->for_root != ZT_ROOT_GRAPHIC)
        page.grid = (zt_grid_spec){0}; /* their pages have grids of their own */
    return page;
}

void zt_setting_bleed_across(const zt_setting *setting, double left, zt_rect *rect)
{
    const zt_page_across *page = &setting->page;
    double right = zt_rect_right(*rect);
    if (left + right >= page->right - touching)
        right = page->width + page->bleed - left;
    if (left + rect->x <= page->left + touching)
        rect->x = -page->bleed - left;
    rect->w = right - rect->x;
}

/* The ground of a box: its frame, or out to the bleed where the box touches the type area. */
static zt_rect ground_rect(const zt_setting *setting, const zt_box_spec *spec, zt_rect frame)
{
    const zt_scene *scene = setting->scene;
    double top = frame.y, foot = zt_rect_foot(frame);
    if (!spec->bleed)
        return frame;
    zt_setting_bleed_across(setting, 0, &frame);
    if (top <= scene->type_area.y + touching)
        top = -scene->bleed;
    if (foot >= zt_rect_foot(scene->type_area) - touching)
        foot = scene->height + scene->bleed;
    return (zt_rect){frame.x, top, frame.w, foot - top};
}

/* Ground, edge and rule of a box, which no reader needs to hear of. */
static void draw_ground(const zt_setting *setting, const zt_box_spec *spec, zt_rect frame,
                        zt_group *into)
{
    zt_scene *scene = setting->scene;
    if (!spec->ground && spec->rule <= 0 && spec->edge <= 0)
        return;
    zt_rect rect = ground_rect(setting, spec, frame);
    zt_group *group = zt_scene_add_group(scene, into, spec->at, 0, 0);
    group->part = "ground";
    group->role = ZT_ROLE_ARTIFACT;
    group->item.box = rect;
    if (spec->ground || spec->edge > 0) {
        zt_path *path = zt_scene_add_path(scene, group, spec->at);
        if (spec->corner > 0)
            zt_path_round_rect(path, rect, spec->corner);
        else
            zt_path_rect(path, rect);
        if (spec->ground)
            path->fill = ZT_SOLID(spec->ground);
        if (spec->edge > 0) {
            path->stroke = ZT_SOLID(spec->edge_ink);
            path->width = spec->edge;
        }
        zt_path_done(path);
    }
    if (spec->rule > 0 && spec->upright)
        zt_scene_rule(scene, group, spec->at, (zt_point){rect.x + spec->rule / 2, rect.y},
                      (zt_point){rect.x + spec->rule / 2, zt_rect_foot(rect)}, spec->rule,
                      ZT_SOLID(spec->rule_ink));
    else if (spec->rule > 0)
        zt_scene_rule(scene, group, spec->at, (zt_point){rect.x, rect.y + spec->rule / 2},
                      (zt_point){zt_rect_right(rect), rect.y + spec->rule / 2}, spec->rule,
                      ZT_SOLID(spec->rule_ink));
}

/* A box with its ground; the content keeps the inset. */
static void place_box(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into)
{
    const zt_box_spec *spec = cell->box->spec;
    if (placing->setting)
        draw_ground(placing->setting, spec, frame, into);
    zt_rect inner = {frame.x + spec->inset[3], frame.y + spec->inset[0],
                     frame.w - spec->inset[1] - spec->inset[3],
                     frame.h - spec->inset[0] - spec->inset[2]};
    place_down(placing, cell, inner, into);
}

/* Optical edges: large type stands with its ink on the frame, so that the side bearing of its first
   and last glyph hangs out. The run's box leaves out what hangs; more than a
   bearing stays, and is found by the checks. */
static void trim_bearings(void *self, const zt_item *item, double dx, double dy)
{
    const zt_rect *frame = self;
    const double bearing = 0.3; /* em; Han and digits 0.08, the half-width opening bracket 0.25 */
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    zt_glyphs *run = (zt_glyphs *)(uintptr_t)item; /* the layout made it and may finish it */
    zt_rect *box = &run->item.box;
    double most = bearing * run->size;
    double left = -(box->x + dx), right = zt_rect_right(*box) + dx - frame->w;
    double top = -(box->y + dy), foot = zt_rect_foot(*box) + dy - frame->h;
    if (left > 0 && left <= most) {
        box->x += left;
        box->w -= left;
    }
    if (right > 0 && right <= most)
        box->w -= right;
    if (run->vertical && top > 0 && top <= most) {
        box->y += top;
        box->h -= top;
    }
    if (run->vertical && foot > 0 && foot <= most)
        box->h -= foot;
}

/* Whether the block's empty cell still holds what was tucked into it, in a frame of this height. */
static bool has_room(const zt_cell *cell, zt_rect frame, zt_rect *room)
{
    return zt_plan_empty_cell(cell->plan, frame.h, room) &&
           cell->tucked->extent.height <= room->h + 0.01;
}

/* Spare height may close the cell: then the block keeps the height at which it was measured to have
   one. */
static double height_with_room(zt_placing *placing, const zt_cell *cell, zt_rect frame)
{
    zt_rect room;
    if (!cell->tucked || has_room(cell, frame, &room))
        return frame.h;
    note_slack(placing, frame.h - cell->extent.height);
    return cell->extent.height;
}

/* Draws what was put into the empty cell of a block, at the foot of that cell. */
static void place_tucked(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into)
{
    zt_rect room;
    if (!cell->tucked)
        return;
    bool found = has_room(cell, frame, &room);
    zt_assert(found);
    double h = cell->tucked->extent.height;
    zt_rect foot = {frame.x + room.x, frame.y + zt_rect_foot(room) - h, room.w, h};
    zt_cell_place(placing, cell->tucked, foot, into);
}

/* Keeps the highest first baseline of all blocks. */
static void note_baseline(zt_placing *placing, const zt_cell *cell, double y)
{
    double first = cell->plan->first_baseline;
    if (cell->shifts && cell->plan->shared_count > 0 && first >= 0)
        first += cell->shifts[0]; /* its first shared line is its first line */
    if (first >= 0 && (placing->baseline < 0 || y + first < placing->baseline))
        placing->baseline = y + first;
}

/* The group of a block, named by it. */
static zt_group *block_group(const zt_setting *setting, const zt_block *block, zt_rect frame,
                             zt_group *into)
{
    zt_group *group = zt_scene_add_group(setting->scene, into, block->at, frame.x, frame.y);
    group->block = block->name;
    group->id = block->id;
    group->alt = block->alt;
    group->item.box = frame;
    return group;
}

/* Cuts off the boxes what only hangs out of the frame. */
void zt_layout_hang_bearings(const zt_group *group)
{
    zt_group own = *group; /* as if it stood at the origin */
    own.dx = own.dy = 0;
    zt_rect inside = {0, 0, group->item.box.w, group->item.box.h};
    zt_visitor trim = {.self = &inside, .enter = trim_bearings};
    zt_scene_walk(&own, &trim);
}

zt_group *zt_plan_place_block(const zt_plan *plan, const zt_setting *setting, zt_rect frame,
                              zt_group *into)
{
    zt_group *group = block_group(setting, plan->block, frame, into);
    zt_plan_place(plan, setting, frame.h, group);
    zt_layout_hang_bearings(group);
    return group;
}

/* What planning had to say is said with the first part. */
zt_group *zt_plan_place_part(const zt_plan *plan, const zt_setting *setting, size_t first,
                             size_t end, zt_rect frame, zt_group *into)
{
    zt_group *group = block_group(setting, plan->block, frame, into);
    plan->setting->scene = setting->scene;
    plan->setting->diags = setting->diags;
    if (first == 0)
        zt_diags_merge(setting->diags, plan->said);
    plan->block->kind->place_part(plan, plan->setting, first, end, group);
    zt_layout_hang_bearings(group);
    return group;
}

/* Draws a block of a row set: its rows stand where those of its neighbours do, so what is spare is
   the row's; a picture takes what is left below its heads. */
static void place_shifted(const zt_setting *setting, const zt_cell *cell, zt_rect frame,
                          zt_group *into)
{
    zt_rect own = frame;
    own.h = zt_cell_is_held(cell) ? cell->plan->extent.height : frame.h - zt_cell_shift(cell);
    zt_group *group = zt_plan_place_block(cell->plan, setting, own, into);
    zt_row_set_shift(cell, group);
    group->item.box.h = frame.h;
}

/* Draws a block, and what is tucked into it. */
static void place_block(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into)
{
    const zt_setting *setting = placing->setting;
    frame.h = height_with_room(placing, cell, frame);
    if (!setting) {
        note_baseline(placing, cell, frame.y);
        return;
    }
    if (cell->shifts) {
        place_shifted(setting, cell, frame, into);
        return;
    }
    zt_plan_place_block(cell->plan, setting, frame, into);
    place_tucked(placing, cell, frame, into);
}

/* A rule between blocks. */
static void place_rule(const zt_setting *setting, const zt_box_spec *spec, zt_rect frame,
                       zt_group *into)
{
    zt_group *group = zt_scene_add_group(setting->scene, into, spec->at, 0, 0);
    group->part = "rule";
    group->role = ZT_ROLE_ARTIFACT;
    group->item.box = frame;
    double y = frame.y + spec->rule / 2;
    zt_scene_rule(setting->scene, group, spec->at, (zt_point){frame.x, y},
                  (zt_point){zt_rect_right(frame), y}, spec->rule, ZT_SOLID(spec->rule_ink));
}

/* Draws a cell in its frame, whatever it holds. */
void zt_cell_place(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into)
{
    if (cell->plan) {
        place_block(placing, cell, frame, into);
        return;
    }
    switch (cell->box->spec->kind) {
    case ZT_BOX_COLUMN:
    case ZT_BOX_PLACE:
        place_down(placing, cell, frame, into);
        break;
    case ZT_BOX_ROW:
        place_row(placing, cell, frame, into);
        break;
    case ZT_BOX_GRID:
        place_grid(placing, cell, frame, into);
        break;
    case ZT_BOX_BOX:
        place_box(placing, cell, frame, into);
        break;
    case ZT_BOX_RULE:
        if (placing->setting)
            place_rule(placing->setting, cell->box->spec, frame, into);
        break;
    case ZT_BOX_OMIT:
    case ZT_BOX_WHEN:
        zt_assert_failed(__FILE__, __LINE__, "compose/ resolves omit and when");
    }
}

/* ---- placed without a setting: nothing is drawn ---- */

/* Places the cell in a frame of that height without drawing, as spare height is only known once
   every column has shared it out. */
double zt_cell_slack(const zt_cell *cell, double height)
{
    zt_placing dry = {.baseline = -1};
    zt_cell_place(&dry, cell, (zt_rect){0, 0, cell->width, height}, NULL);
    return dry.slack;
}

/* Places the cell at its natural height without drawing; what lies in it decides by where it comes
   to stand. */
double zt_cell_baseline(const zt_cell *cell)
{
    zt_placing dry = {.baseline = -1};
    zt_cell_place(&dry, cell, (zt_rect){0, 0, cell->width, cell->extent.height}, NULL);
    return dry.baseline;
}
