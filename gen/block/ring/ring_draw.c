/* Draws a planned ring. */
#include "block/ring/ring_draw.h"

#include <math.h>

#include "block/ring/ring_gear.h"

/* An arc of up to half a turn about the centre, in pieces of at most 30 degrees. */
static void arc(zt_path *path, zt_point centre, double r, double from, double to)
{
    int pieces = (int)ceil(fabs(to - from) / 30);
    for (int i = 0; i < pieces; i++) {
        double a = from + (to - from) * i / pieces, b = from + (to - from) * (i + 1) / pieces;
        double k = 4.0 / 3 * tan(zt_gear_radians(b - a) / 4) * r;
        zt_point p = zt_gear_point(centre, r, a), q = zt_gear_point(centre, r, b);
        double ca = cos(zt_gear_radians(a)), sa = sin(zt_gear_radians(a));
        double cb = cos(zt_gear_radians(b)), sb = sin(zt_gear_radians(b));
        zt_path_curve(path, (zt_point){p.x + k * ca, p.y + k * sa},
                      (zt_point){q.x - k * cb, q.y - k * sb}, q);
    }
}

/* A straight piece to the point. */
static void line_to(zt_path *path, zt_point p)
{
    zt_path_line(path, p.x, p.y);
}

/* Degrees by which an edge moved sideways by half the gap turns at this radius. */
static double turn(double half_cut, double radius)
{
    return asin(half_cut / radius) / zt_gear_radians(1);
}

/* One sector with its teeth; its straight edges run parallel to those of its neighbours. */
static void draw_sector(const zt_ring_plan *plan, size_t i, zt_group *into, zt_point centre)
{
    const zt_ring *ring = plan->ring;
    const zt_ring_item *item = plan->items + i;
    double step = 360.0 / (double)ring->count, mid = item->angle;
    double half_cut = ZT_RING_CUT / 2;
    double outer = turn(half_cut, plan->radius), inner = turn(half_cut, plan->inner);
    double from = mid - step / 2, to = mid + step / 2, at = from + outer;
    zt_path *path = zt_scene_add_path(ring->setting->scene, into, item->mark.at);
    zt_point start = zt_gear_point(centre, plan->radius, at);
    zt_path_move(path, start.x, start.y);
    for (size_t k = 0; k < item->teeth; k++) {
        double tooth = zt_gear_tooth(ring->count, item->teeth, k, mid);
        double root = zt_gear_root(ring->count, item->teeth);
        double tip = zt_gear_tip(ring->count, item->teeth), top = plan->radius + ZT_RING_TOOTH;
        arc(path, centre, plan->radius, at, tooth - root);
        line_to(path, zt_gear_point(centre, top, tooth - tip));
        arc(path, centre, top, tooth - tip, tooth + tip);
        line_to(path, zt_gear_point(centre, plan->radius, tooth + root));
        at = tooth + root;
    }
    arc(path, centre, plan->radius, at, to - outer);
    line_to(path, zt_gear_point(centre, plan->inner, to - inner));
    arc(path, centre, plan->inner, to - inner, from + inner);
    zt_path_close(path);
    path->fill = ZT_SOLID(zt_setting_deep(ring->setting));
    zt_path_done(path);
}

/* At its height a level line meets the root circle within the item's own sector. */
static bool meets_sector(const zt_ring_plan *plan, const zt_ring_item *item)
{
    const zt_ring *ring = plan->ring;
    double half = 0.45 * 360 / (double)ring->count;
    if (fabs(item->y) >= plan->radius)
        return false;
    double angle = acos(-item->y / plan->radius) / zt_gear_radians(1);
    return fabs((item->side > 0 ? angle : 360 - angle) - item->angle) <= half;
}

/* Level from the sector to the margin; with one kink of 45 degrees when the words had to move. */
static void draw_leader(const zt_ring_plan *plan, const zt_ring_item *item, zt_group *into,
                        zt_point centre)
{
    const zt_ring *ring = plan->ring;
    zt_point from = zt_gear_point(centre, item->reach - ZT_RING_TOOTH / 2, item->angle);
    double y = centre.y + item->y, own = centre.y + item->own;
    double words = item->side > 0 ? ring->width - plan->column : plan->column;
    zt_path *path = zt_scene_add_path(ring->setting->scene, into, item->mark.at);
    if (fabs(y - own) > 0.5 && meets_sector(plan, item)) {
        double x = sqrt(plan->radius * plan->radius - item->y * item->y) - ZT_RING_TOOTH;
        zt_path_move(path, centre.x + item->side * x, y);
    } else if (fabs(y - own) > 0.5) {
        zt_point outer = zt_gear_point(centre, item->reach, item->angle);
        double run = zt_min(fabs(y - own), fabs(words - outer.x));
        zt_path_move(path, from.x, from.y);
        line_to(path, outer);
        zt_path_line(path, outer.x + item->side * run, y);
    } else {
        zt_path_move(path, from.x, y);
    }
    zt_path_line(path, item->side > 0 ? ring->width : 0, y);
    path->stroke = ZT_SOLID(ring->leader_ink);
    path->width = ZT_RING_LEADER;
    zt_path_done(path);
}

/* The number in the middle of its sector, moved out by a sixth of a tooth, in the ink of the paper:
   the label of its item. */
static void draw_number(const zt_ring_plan *plan, size_t i, zt_group *list_item, zt_point centre)
{
    const zt_ring *ring = plan->ring;
    const zt_ring_item *item = plan->items + i;
    zt_look look = ring->no;
    if (item->mark.no.len == 0)
        return;
    look.text.paint = ZT_SOLID(&zt_ink_paper);
    zt_point middle =
        zt_gear_point(centre, (plan->radius + plan->inner) / 2 + ZT_RING_TOOTH / 6, item->angle);
    zt_group *label = zt_scene_add_part(ring->setting->scene, list_item, item->mark.at, "no",
                                        ZT_ROLE_LBL, (zt_rect){middle.x, middle.y, 0, 0});
    zt_wording_centre(ring->setting, item->mark.no, item->mark.at, &look, label, (zt_point){0, 0});
}

/* The number of an item, and its words in the column of its side, hung from their leader; those
   above the ring stand centred at the frame's top. */
static void draw_item(const zt_ring_plan *plan, size_t i, zt_group *into, zt_rect frame,
                      zt_point centre)
{
    const zt_ring *ring = plan->ring;
    const zt_ring_item *item = plan->items + i;
    double width = item->side ? plan->column : ZT_RING_ABOVE * ring->width;
    double x = item->side > 0   ? ring->width - plan->column
               : item->side < 0 ? 0
                                : (ring->width - width) / 2;
    double y = frame.y + (item->side ? centre.y + item->y + ZT_RING_LEADER_GAP : 0);
    zt_scene *scene = ring->setting->scene;
    zt_group *list_item = zt_scene_add_group(scene, into, item->mark.at, 0, 0);
    list_item->role = ZT_ROLE_LI;
    draw_number(plan, i, list_item, (zt_point){centre.x, frame.y + centre.y});
    zt_group *part = zt_scene_add_part(scene, list_item, item->mark.at, ring->part, ZT_ROLE_NONE,
                                       (zt_rect){x, y, width, item->entry.height});
    zt_entry_place(ring->setting, &item->entry, part, 0, 0);
}

/* Leaders first: sectors cover their inner ends. Numbers and words follow in the order of the
   items, which is the order in which they are read. */
void zt_ring_draw(const zt_ring_plan *plan, zt_group *into, zt_rect frame, zt_point centre)
{
    const zt_ring *ring = plan->ring;
    zt_scene *scene = ring->setting->scene;
    zt_pos at = ring->block->at;
    zt_group *lines = zt_scene_add_part(scene, into, at, "leaders", ZT_ROLE_ARTIFACT, frame);
    zt_group *gear = zt_scene_add_part(scene, into, at, "ring", ZT_ROLE_ARTIFACT, frame);
    zt_point middle = {centre.x, frame.y + centre.y};
    for (size_t i = 0; i < ring->count; i++) {
        if (plan->items[i].side)
            draw_leader(plan, plan->items + i, lines, centre);
        draw_sector(plan, i, gear, centre);
    }
    zt_goal_place(ring->setting, ring->goal_looks, &plan->goal, into, middle.x,
                  middle.y - plan->goal.height / 2);
    for (size_t i = 0; i < ring->count; i++)
        draw_item(plan, i, into, frame, centre);
    zt_counts_place(
        ring->setting, &plan->counts, into,
        (zt_point){plan->counts_x, middle.y + plan->gear_foot + plan->counts_gap.natural}, 0);
}
