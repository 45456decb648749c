/* gen/preflight/rule_grey_type.c — type and the area it stands on that a grey plate, the twin in
   black alone, or a reader who sees no colours cannot tell apart. */
#include "preflight/preflight.h"
#include "scene/overprint.h"

#include <math.h>
#include <stdlib.h>

/* In points of grey, 0 paper to 100 black, between type and its ground. */
static const double APART = 30;
/* Points along the middle of a run that are looked at. */
enum { ALONG = 5 };

/* The area that is seen at the point below list[over]; NULL: paper, or a photograph. */
static const zt_inked *ground_at(const zt_inked_list *list, size_t over, zt_point at)
{
    for (size_t i = over; i > 0; i--) {
        const zt_inked *one = &list->items[i - 1];
        if (one->item->kind != ZT_ITEM_GLYPHS && !one->stroke && zt_inked_holds(one, at))
            return one->paint.ink ? one : NULL;
    }
    return NULL;
}

/* Strokes of hatching are told from type by their form. */
static bool is_plain(const zt_inked *ground)
{
    return ground && ground->item->kind == ZT_ITEM_PATH && ground->paint.ink->hatch <= 0;
}

/* The plain area on which at least half of the run stands, seen in one grey; or NULL. */
static const zt_inked *ground_of(const zt_inked_list *list, size_t run)
{
    zt_rect box = list->items[run].box;
    const zt_inked *most = NULL;
    int count = 0;
    for (int i = 0; i < ALONG; i++) {
        zt_point at = {box.x + box.w * (i + 0.5) / ALONG, box.y + box.h / 2};
        const zt_inked *ground = ground_at(list, run, at);
        if (is_plain(ground) && (!most || ground == most)) {
            most = ground;
            count++;
        }
    }
    return 2 * count > ALONG ? most : NULL;
}

/* Reports grey-type: the words, the ink that they stand on, both greys and where that is written.
 */
static void report(const zt_inspection *in, const zt_inked *type, const zt_inked *ground)
{
    int own = (int)lround(zt_paint_grey(type->paint)),
        below = (int)lround(zt_paint_grey(ground->paint)), line = ground->item->at.line;
    zt_report(in->diags, ZT_WARNING, "grey-type", type->item->at,
              "“%.*s”（%s，灰 %d）压在“%s”（灰 %d，第 %d 行）上，印成灰色只差 %d 级，读不清；"
              "至少差 %.0f 级：换一种底，或换字的颜色",
              "“%.*s” (%s, grey %d) stands on “%s” (grey %d, line %d): in grey they are %d points "
              "apart and cannot be read; %.0f are needed: take another ground, or another colour "
              "of type",
              ZT_ARG(((const zt_glyphs *)type->item)->text), type->paint.ink->name, own,
              ground->paint.ink->name, below, line, abs(own - below), APART);
}

static void inspect(const zt_inspection *in)
{
    zt_inked_list list = zt_inked_of(in->scene->arena, in->scene, 0);
    for (size_t i = 0; i < list.count; i++) {
        const zt_inked *type = &list.items[i];
        if (type->item->kind != ZT_ITEM_GLYPHS || !type->paint.ink)
            continue;
        const zt_inked *ground = ground_of(&list, i);
        if (ground && fabs(zt_paint_grey(type->paint) - zt_paint_grey(ground->paint)) < APART)
            report(in, type, ground);
    }
}

const zt_rule zt_rule_grey_type = {
    "grey-type",
    "字和它的底印成灰色也分得开，相差至少 30 级",
    "type is at least 30 points of grey from the area it stands on",
    "newspapers' ad specifications: text on tints of 30 % at most; ITU-R BT.601",
    inspect,
    false};
