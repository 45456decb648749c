/* The contrast of text with what it stands on. Areas are known by their boxes, in the order of
   painting: what lies under the middle of a run is its ground. */
#include "scene/contrast.h"

/* An area with its screen colour, in the frame of the page. */
typedef struct text_ground {
    zt_rect box;
    zt_rgb rgb;
    bool known; /* false: a photograph */
    /* Its outline, in a frame that lies at dx, dy; NULL: the box itself. */
    const zt_path *path;
    double dx, dy;
} text_ground;

/* A walk over a page, which changes runs. */
typedef struct raiser {
    zt_arena *arena;
    ZT_VEC(text_ground) grounds;
    double least;
    size_t raised;
} raiser;

double zt_contrast(zt_rgb a, zt_rgb b)
{
    double one = zt_rgb_luminance(a), other = zt_rgb_luminance(b);
    return (zt_max(one, other) + 0.05) / (zt_min(one, other) + 0.05);
}

static bool holds(zt_rect box, zt_point p)
{
    return p.x >= box.x && p.x <= zt_rect_right(box) && p.y >= box.y && p.y <= zt_rect_foot(box);
}

/* How often the outline goes round the point, by where a ray to the right is crossed. */
static int turns(zt_point from, zt_point to, zt_point p)
{
    bool up = from.y <= p.y && to.y > p.y, down = to.y <= p.y && from.y > p.y;
    if (!up && !down)
        return 0;
    double x = from.x + (p.y - from.y) / (to.y - from.y) * (to.x - from.x);
    return x <= p.x ? 0 : up ? 1 : -1;
}

static zt_point on_curve(zt_point from, const zt_seg *seg, double t)
{
    double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return (zt_point){a * from.x + b * seg->p[0].x + c * seg->p[1].x + d * seg->p[2].x,
                      a * from.y + b * seg->p[0].y + c * seg->p[1].y + d * seg->p[2].y};
}

/* Filled by the rule of winding numbers (ISO 32000-1, 8.5.3.3.2); a curve is eight lines. */
static bool is_inside(const zt_path *path, zt_point p)
{
    enum { STEPS = 8 };
    zt_point start = {0, 0}, at = {0, 0};
    int winding = 0;
    for (size_t i = 0; i < path->seg_count; i++) {
        const zt_seg *seg = &path->segs[i];
        zt_point from = at;
        if (seg->kind == ZT_SEG_MOVE || seg->kind == ZT_SEG_CLOSE)
            winding += turns(at, start, p);
        if (seg->kind == ZT_SEG_MOVE)
            start = seg->p[0];
        for (int k = 1; seg->kind == ZT_SEG_CURVE && k <= STEPS; k++) {
            zt_point to = on_curve(from, seg, (double)k / STEPS);
            winding += turns(at, to, p);
            at = to;
        }
        if (seg->kind == ZT_SEG_LINE)
            winding += turns(at, seg->p[0], p);
        at = seg->kind == ZT_SEG_CLOSE || seg->kind == ZT_SEG_MOVE ? start
             : seg->kind == ZT_SEG_LINE                            ? seg->p[0]
                                                                   : at;
    }
    return (winding + turns(at, start, p)) != 0;
}

static bool is_ground(const text_ground *g, zt_point p)
{
    return holds(g->box, p) &&
           (!g->path || is_inside(g->path, (zt_point){p.x - g->dx, p.y - g->dy}));
}

/* The last area painted there; paper where there is none. */
static text_ground ground_at(const raiser *r, zt_point p)
{
    for (size_t i = r->grounds.count; i-- > 0;)
        if (is_ground(&r->grounds.items[i], p))
            return r->grounds.items[i];
    return (text_ground){.rgb = {1, 1, 1}, .known = true};
}

static zt_rgb mixed(zt_rgb from, double to, double part)
{
    return (zt_rgb){from.r + (to - from.r) * part, from.g + (to - from.g) * part,
                    from.b + (to - from.b) * part};
}

/* The least part of black (to 0) or white (to 1) that is enough, by halving; more than 1 when none
   is. */
static double part_of(zt_rgb text, zt_rgb below, double to, double least)
{
    double low = 0, high = 1;
    if (zt_contrast(mixed(text, to, 1), below) < least)
        return 2;
    for (int i = 0; i < 20; i++) {
        double middle = (low + high) / 2;
        if (zt_contrast(mixed(text, to, middle), below) < least)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* Colours of files have eight bits: a little more than the least outlasts the rounding. */
static void raise_run(raiser *r, zt_glyphs *run, zt_rgb below)
{
    double least = r->least * 1.02;
    zt_rgb text = zt_paint_rgb(run->paint);
    if (zt_contrast(text, below) >= r->least)
        return;
    double black = part_of(text, below, 0, least), white = part_of(text, below, 1, least);
    zt_ink *ink = ZT_NEW(r->arena, zt_ink);
    *ink = *run->paint.ink;
    ink->rgb = black <= white ? mixed(text, 0, zt_min(black, 1)) : mixed(text, 1, zt_min(white, 1));
    run->paint = ZT_SOLID(ink);
    r->raised++;
}

static void add_ground(raiser *r, text_ground area, double dx, double dy)
{
    area.box.x += dx;
    area.box.y += dy;
    area.dx = dx;
    area.dy = dy;
    ZT_PUSH(r->arena, &r->grounds, area);
}

static void walk(raiser *r, zt_group *group, double dx, double dy);

static void visit(raiser *r, zt_item *item, double dx, double dy)
{
    zt_point middle = {item->box.x + dx + item->box.w / 2, item->box.y + dy + item->box.h / 2};
    if (item->kind == ZT_ITEM_GROUP) {
        zt_group *group = (zt_group *)item;
        walk(r, group, dx + group->dx, dy + group->dy);
    } else if (item->kind == ZT_ITEM_PATH && ((zt_path *)item)->fill.ink) {
        const zt_path *path = (zt_path *)item;
        text_ground area = {
            .box = item->box, .rgb = zt_paint_rgb(path->fill), .known = true, .path = path};
        add_ground(r, area, dx, dy);
    } else if (item->kind == ZT_ITEM_IMAGE) {
        add_ground(r, (text_ground){.box = item->box}, dx, dy);
    } else if (item->kind == ZT_ITEM_GLYPHS && ((zt_glyphs *)item)->paint.ink) {
        text_ground below = ground_at(r, middle);
        if (below.known)
            raise_run(r, (zt_glyphs *)item, below.rgb);
    }
}

static void walk(raiser *r, zt_group *group, double dx, double dy)
{
    for (zt_item *item = group->first; item; item = item->next)
        visit(r, item, dx, dy);
}

size_t zt_scene_raise_contrast(zt_scene *scene, double least)
{
    raiser r = {.arena = scene->arena, .least = least};
    walk(&r, scene->root, scene->root->dx, scene->root->dy);
    return r.raised;
}
