/* gen/inspect/inspect_overlap.c — what a mark makes with what lies below it: ink of both where it
   overprints, type that is hard to read. */
#include "inspect/inspect_ground.h"
#include "inspect/painted_imp.h"

/* DeviceCMYK overprints in mode 1 alone. */
static bool leaves_inks(const zt_painted *p)
{
    return p->overprint && p->kind != ZT_PAINTED_IMAGE && zt_ink_is_known(&p->colour) &&
           (p->colour.space == ZT_SPACE_SPOT ||
            (p->colour.space == ZT_SPACE_CMYK && p->overprint_mode == 1));
}

/* What makes the most ink with a mark. */
typedef struct most_ink {
    double sum;
    const zt_inspect_area *below;
    zt_colour colour; /* of it, there */
} most_ink;

static most_ink look_below(zt_inspector *in, const zt_painted *p)
{
    most_ink most = {0};
    zt_point points[ZT_GROUND_POINTS];
    zt_ground_gather(in, p);
    for (size_t i = 0, count = in->below.count ? zt_ground_points(in, p, points) : 0; i < count;
         i++) {
        zt_ink_stack stack = {0};
        zt_colour colour;
        bool known;
        zt_ink_stack_add(&stack, &p->colour, true);
        const zt_inspect_area *below = zt_ground_below(in, points[i], &stack, &colour, &known);
        if (below && zt_ink_stack_sum(&stack) > most.sum)
            most = (most_ink){zt_ink_stack_sum(&stack), below, colour};
    }
    return most;
}

void zt_inspect_overlap(zt_inspector *in, const zt_painted *p)
{
    if (!leaves_inks(p))
        return;
    most_ink most = look_below(in, p);
    if (!most.below || most.sum <= in->limits->ink + 0.05)
        return;
    bool picture = most.below->fields;
    zt_inspect_report(
        in, ZT_ERROR, "pdf-ink-total", &p->box, p->object, "ISO 32000-1, 8.6.7",
        "%s%.0s（%s）叠印在%s%.0s %s 上，共 %.0f%% 的墨，上限 %.0f%%；改为镂空，或减下面的墨",
        "%.0s%s (%s) overprints %.0s%s%s: %.0f %% of ink in all, the limit is %.0f %%; let it "
        "knock out, or take ink from what lies below",
        zt_inspect_kind_words(p->kind, true), zt_inspect_kind_words(p->kind, false),
        zt_inspect_colour_words(in->arena, &p->colour), picture ? "图片" : "",
        picture ? "a picture of " : "", zt_inspect_colour_words(in->arena, &most.colour), most.sum,
        in->limits->ink);
}

/* ---- type ---- */

/* Points of type of which the ground is known, and how many are on one that is too dark or, for
   white, too light; the ground of the first such point. */
typedef struct type_ground {
    size_t known, bad;
    double darkness;
} type_ground;

static type_ground ground_of(zt_inspector *in, const zt_painted *p, bool white)
{
    type_ground found = {0};
    zt_point points[ZT_GROUND_POINTS];
    double limit = in->limits->ground / 100;
    zt_ground_gather(in, p);
    for (size_t i = 0, count = in->below.count ? zt_ground_points(in, p, points) : 0; i < count;
         i++) {
        zt_ink_stack stack = {0};
        zt_colour colour;
        bool known;
        if (!zt_ground_below(in, points[i], &stack, &colour, &known) || !known || stack.spots > 0)
            continue;
        double darkness = zt_ink_stack_darkness(&stack);
        bool bad = white ? darkness < limit - 0.005 : darkness > limit + 0.005;
        if (bad && found.bad == 0)
            found.darkness = darkness;
        found.known++;
        found.bad += bad;
    }
    return found;
}

void zt_inspect_type_ground(zt_inspector *in, const zt_painted *p)
{
    const double large = 14; /* points: bold enough to be read on any ground */
    static const char source[] = "rules for newspaper advertisements, 30 %";
    zt_ink_stack own = {0};
    if (p->size >= large || !zt_ink_is_known(&p->colour) || p->colour.space == ZT_SPACE_SPOT)
        return;
    zt_ink_stack_add(&own, &p->colour, false);
    bool white = zt_ink_stack_sum(&own) <= 0, dark = zt_ink_stack_darkness(&own) >= 0.85;
    type_ground ground = white || dark ? ground_of(in, p, white) : (type_ground){0};
    if (ground.bad == 0 || 2 * ground.bad < ground.known)
        return;
    if (white)
        zt_inspect_report(in, ZT_WARNING, "pdf-type-ground", &p->box, p->object, source,
                          "%.1f 点的反白字（%.*s）底太浅（%.0f%%），读不清；底至少 %.0f%%",
                          "reversed type of %.1f pt (%.*s) stands on a ground too light (%.0f %%); "
                          "it needs %.0f %% at least",
                          p->size, ZT_ARG(p->face->name), 100 * ground.darkness,
                          in->limits->ground);
    else
        zt_inspect_report(in, ZT_WARNING, "pdf-type-ground", &p->box, p->object, source,
                          "%.1f 点的黑字（%.*s）底太深（%.0f%%），读不清；底至多 %.0f%%",
                          "black type of %.1f pt (%.*s) stands on a ground too dark (%.0f %%); "
                          "it may have %.0f %% at most",
                          p->size, ZT_ARG(p->face->name), 100 * ground.darkness,
                          in->limits->ground);
}
