/* gen/inspect/inspect_overlap.c — ink where one mark overprints another. Areas are rectangles and
   pictures; of type and curves the middle of the box is looked at. */
#include "inspect/inspect_imp.h"
#include "inspect/painted_imp.h"

/* Areas that are kept of a page: the later ones are those that show. */
enum { AREAS_MOST = 20000 };

void zt_inspect_remember(zt_inspector *in, const zt_painted *p)
{
    bool area = p->kind == ZT_PAINTED_IMAGE || p->kind == ZT_PAINTED_SHADING ||
                (p->kind == ZT_PAINTED_FILL && p->size > 0);
    zt_inspect_area one = {p->box, p->colour, p->overprint};
    if (area && in->areas.count < AREAS_MOST)
        ZT_PUSH(in->arena, &in->areas, one);
}

static bool holds(zt_rect box, zt_point at)
{
    return at.x >= box.x && at.x <= zt_rect_right(box) && at.y >= box.y &&
           at.y <= zt_rect_foot(box);
}

/* Inks that lie on one another, from above: what is set stays. */
typedef struct ink_stack {
    double process[4], spots;
    bool set[4];
} ink_stack;

/* In overprint mode 1 the inks of no tint are those of what lies below (8.6.7); spots leave all
   process inks. */
static void add(ink_stack *stack, const zt_colour *colour, bool over)
{
    bool spot = colour->space == ZT_SPACE_SPOT, grey = colour->space == ZT_SPACE_GREY;
    for (size_t i = 0; spot && i < colour->count; i++)
        stack->spots += zt_clamp(colour->value[i], 0, 1);
    for (size_t i = 0; i < 4; i++) {
        double value = 0;
        if (!spot && !grey)
            value = colour->value[i];
        else if (grey && i == 3)
            value = 1 - colour->value[0];
        if (stack->set[i] || (over && (spot || value <= 0)))
            continue;
        stack->process[i] = zt_clamp(value, 0, 1);
        stack->set[i] = true;
    }
}

static bool is_known(const zt_colour *colour)
{
    return colour->count > 0 && (colour->space == ZT_SPACE_CMYK || colour->space == ZT_SPACE_SPOT ||
                                 colour->space == ZT_SPACE_GREY);
}

/* DeviceCMYK overprints in mode 1 alone. */
static bool leaves_inks(const zt_painted *p)
{
    return p->overprint && p->kind != ZT_PAINTED_IMAGE && is_known(&p->colour) &&
           (p->colour.space == ZT_SPACE_SPOT ||
            (p->colour.space == ZT_SPACE_CMYK && p->overprint_mode == 1));
}

/* The inks below a mark, down to what knocks out; the area that adds most of them, or NULL. */
static const zt_inspect_area *look_below(const zt_inspector *in, zt_point at, ink_stack *stack)
{
    const zt_inspect_area *found = NULL;
    for (size_t i = in->areas.count; i > 0; i--) {
        const zt_inspect_area *area = &in->areas.items[i - 1];
        if (!holds(area->box, at))
            continue;
        if (!is_known(&area->colour))
            return found; /* a picture: nobody knows what of it lies there */
        add(stack, &area->colour, area->over);
        found = found ? found : area;
        if (!area->over)
            return found;
    }
    return found;
}

void zt_inspect_overlap(zt_inspector *in, const zt_painted *p)
{
    ink_stack stack = {0};
    zt_point middle = {p->box.x + p->box.w / 2, p->box.y + p->box.h / 2};
    if (!leaves_inks(p))
        return;
    add(&stack, &p->colour, true);
    const zt_inspect_area *below = look_below(in, middle, &stack);
    double ink = 100 * (stack.process[0] + stack.process[1] + stack.process[2] + stack.process[3] +
                        stack.spots);
    if (!below || ink <= in->limits->ink + 0.05)
        return;
    zt_inspect_report(
        in, ZT_ERROR, "pdf-ink-total", &p->box, p->object, "ISO 32000-1, 8.6.7",
        "%s%.0s（%s）叠印在 %s 上，共 %.0f%% 的墨，上限 %.0f%%；改为镂空，或减下面的墨",
        "%.0s%s (%s) overprints %s: %.0f %% of ink in all, the limit is %.0f %%; let it knock out, "
        "or take ink from what lies below",
        zt_inspect_kind_words(p->kind, true), zt_inspect_kind_words(p->kind, false),
        zt_inspect_colour_words(in->arena, &p->colour),
        zt_inspect_colour_words(in->arena, &below->colour), ink, in->limits->ink);
}
