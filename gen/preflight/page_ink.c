/* gen/preflight/page_ink.c — type and strokes that overprint, on areas; areas by themselves. Type
   is asked at points inside its glyphs, not of its boxes. */
#include "preflight/page_ink.h"

#include <math.h>

#include "font/font.h"

/* Points across and down of a glyph or an area that are asked. */
enum { ACROSS = 24, CHORDS = 8 };

/* ---- glyphs ---- */

/* An outline while a point is held against it: em, y up. */
typedef struct glyph_probe {
    zt_point at, start, pen;
    int winding;
} glyph_probe;

static void wind(glyph_probe *q, zt_point to)
{
    zt_point a = q->pen;
    q->pen = to;
    if ((a.y <= q->at.y) == (to.y <= q->at.y))
        return;
    if (a.x + (q->at.y - a.y) / (to.y - a.y) * (to.x - a.x) > q->at.x)
        q->winding += a.y < to.y ? 1 : -1;
}

static void close(void *self)
{
    glyph_probe *q = self;
    wind(q, q->start);
}

static void move(void *self, double x, double y)
{
    glyph_probe *q = self;
    wind(q, q->start);
    q->start = q->pen = (zt_point){x, y};
}

static void line(void *self, double x, double y)
{
    wind(self, (zt_point){x, y});
}

static void curve(void *self, double x1, double y1, double x2, double y2, double x, double y)
{
    glyph_probe *q = self;
    zt_point a = q->pen;
    for (int i = 1; i <= CHORDS; i++) {
        double t = (double)i / CHORDS, u = 1 - t;
        double w[4] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
        wind(q, (zt_point){w[0] * a.x + w[1] * x1 + w[2] * x2 + w[3] * x,
                           w[0] * a.y + w[1] * y1 + w[2] * y2 + w[3] * y});
    }
}

static bool glyph_holds(const zt_face *face, uint32_t glyph, zt_point at)
{
    glyph_probe q = {.at = at};
    const zt_outline_sink sink = {&q, move, line, curve, close};
    zt_face_outline(face, glyph, &sink);
    close(&q);
    return q.winding != 0;
}

/* From em about the origin of a glyph to the page. */
static zt_point on_page(const zt_inked *over, const zt_glyph *glyph, zt_point em)
{
    const zt_glyphs *run = (const zt_glyphs *)over->item;
    double x = glyph->x + em.x * run->size * zt_glyphs_scale(run), y = glyph->y - em.y * run->size;
    zt_point at = run->rotated ? (zt_point){-y, x} : (zt_point){x, y};
    return (zt_point){run->origin.x + over->dx + at.x, run->origin.y + over->dy + at.y};
}

/* Back from the page to em about the origin of a glyph. */
static zt_point in_em(const zt_inked *one, const zt_glyph *glyph, zt_point page)
{
    const zt_glyphs *run = (const zt_glyphs *)one->item;
    zt_point at = {page.x - one->dx - run->origin.x, page.y - one->dy - run->origin.y};
    zt_point flat = run->rotated ? (zt_point){at.y, -at.x} : at;
    return (zt_point){(flat.x - glyph->x) / run->size / zt_glyphs_scale(run),
                      (glyph->y - flat.y) / run->size};
}

/* Whether list[below] is seen at the point: of type one of its glyphs. */
static bool is_seen_at(const zt_inked_list *list, size_t below, size_t over, zt_point at)
{
    const zt_inked *one = &list->items[below];
    if (!zt_inked_is_seen(list, below, over, at))
        return false;
    const zt_glyphs *run = (const zt_glyphs *)one->item;
    bool holds = one->item->kind != ZT_ITEM_GLYPHS;
    for (size_t i = 0; !holds && i < run->glyph_count; i++)
        holds = glyph_holds(run->face, run->glyphs[i].id, in_em(one, &run->glyphs[i], at));
    return holds;
}

/* The em box of a glyph, a little more than what most glyphs fill. */
static bool glyph_meets(const zt_inked_list *list, size_t over, size_t below, const zt_glyph *glyph,
                        zt_point *where)
{
    const zt_glyphs *run = (const zt_glyphs *)list->items[over].item;
    for (int i = 0; i < ACROSS * ACROSS; i++) {
        zt_point em = {(i % ACROSS + 0.5) / ACROSS, 0.88 - (i / ACROSS + 0.5) / ACROSS};
        *where = on_page(&list->items[over], glyph, em);
        if (glyph_holds(run->face, glyph->id, em) && is_seen_at(list, below, over, *where))
            return true;
    }
    return false;
}

static bool apart(zt_rect a, zt_rect b)
{
    return a.x >= zt_rect_right(b) || b.x >= zt_rect_right(a) || a.y >= zt_rect_foot(b) ||
           b.y >= zt_rect_foot(a);
}

bool zt_page_ink_meets(const zt_inked_list *list, size_t over, size_t below, zt_point *where)
{
    const zt_inked *one = &list->items[over];
    if (apart(one->box, list->items[below].box))
        return false;
    if (one->stroke)
        return zt_inked_meet(list, over, below, where);
    const zt_glyphs *run = (const zt_glyphs *)one->item;
    for (size_t i = 0; one->item->kind == ZT_ITEM_GLYPHS && i < run->glyph_count; i++)
        if (glyph_meets(list, over, below, &run->glyphs[i], where))
            return true;
    return false;
}

/* ---- areas ---- */

/* Whether anything of an area is seen; type and strokes are. */
static bool is_seen(const zt_inked_list *list, size_t i, zt_point *where)
{
    zt_rect box = list->items[i].box;
    *where = (zt_point){box.x + box.w / 2, box.y + box.h / 2};
    if (list->items[i].item->kind != ZT_ITEM_PATH || list->items[i].stroke)
        return true;
    for (int k = 0; k < ACROSS * ACROSS; k++) {
        *where = (zt_point){box.x + (k % ACROSS + 0.5) / ACROSS * box.w,
                            box.y + (k / ACROSS + 0.5) / ACROSS * box.h};
        if (zt_inked_is_seen(list, i, i, *where))
            return true;
    }
    return false;
}

/* Only what would be more than the most so far is looked at closely. */
zt_page_ink zt_page_ink_most(zt_arena *arena, const zt_scene *page, double size)
{
    zt_inked_list list = zt_inked_of(arena, page, size);
    zt_page_ink most = {0};
    zt_point where;
    for (size_t i = 0; i < list.count; i++) {
        const zt_inked *over = &list.items[i];
        double alone = zt_inked_ink(over, NULL);
        if (over->paint.ink && alone > most.sum && is_seen(&list, i, &where))
            most = (zt_page_ink){alone, over, NULL, where};
        for (size_t k = 0; over->over && k < i; k++) {
            double sum = zt_inked_ink(over, &list.items[k]);
            if (!list.items[k].over && list.items[k].paint.ink && sum > most.sum &&
                zt_page_ink_meets(&list, i, k, &where))
                most = (zt_page_ink){sum, over, &list.items[k], where};
        }
    }
    return most;
}
