/* Fills of parts: the inks of the chart first, the darkest beside the lightest, then patterns. A
   page may be printed in colour or in grey, and a part must be told from its neighbours in both;
   so a fill is chosen by the grey that it leaves, after the neighbours are known. */
#include "chart/fills.h"

#include <math.h>

static const double GREY_APART = 12;         /* of neighbours, in points of 100 */
static const double DOT_PITCH = ZT_MM(1.2);  /* from dot to dot, both ways */
static const double DOT_RADIUS = ZT_MM(0.3); /* prints as a dot on newsprint */
static const double HATCH_SHARE = 0.36;      /* covered: lines of 0.4 mm every 1.1 mm */
static const double CROSS_SHARE = 0.6;       /* the same both ways */
static const double DOTS_SHARE = 0.2;        /* of dots that wide */
static const char PANEL[] = "panel";         /* ink of the lightest part */
static const double DARK = 45, LIGHT = 65;   /* grey of grounds for white and for black type */

/* The part of an area that a pattern covers with ink, 0 to 1. */
static double covered(zt_fill_pattern pattern)
{
    switch (pattern) {
    case ZT_FILL_HATCH:
        return HATCH_SHARE;
    case ZT_FILL_DOTS:
        return DOTS_SHARE;
    case ZT_FILL_CROSS:
        return CROSS_SHARE;
    case ZT_FILL_PLAIN:
        break;
    }
    return 1;
}

double zt_fill_grey(zt_part_fill fill)
{
    /* lines of a pattern are solid, whatever the areas of its ink */
    zt_ink solid = *fill.ink;
    solid.hatch = fill.pattern == ZT_FILL_PLAIN ? solid.hatch : 0;
    return 100 - covered(fill.pattern) * zt_paint_grey(ZT_SOLID(&solid));
}

/* The first fill that is left and stands off from both neighbours; else the one that does so
   best. Greys are of 0 to 100, infinite where there is no neighbour; the accent, fill 0, is
   never given. */
static size_t next_fill(const zt_part_fill *fills, const bool *used, double before, double after)
{
    size_t best = 0;
    double most = -1;
    for (size_t i = 1; i < ZT_FILLS_MOST; i++) {
        double grey = zt_fill_grey(fills[i]);
        double apart = zt_min(fabs(grey - before), fabs(grey - after));
        if (used[i])
            continue;
        if (apart >= GREY_APART)
            return i;
        if (apart > most) {
            most = apart;
            best = i;
        }
    }
    return best;
}

/* The part in the accent: the first that leads. `count` when none does. */
static size_t accented(size_t count, const bool *lead)
{
    size_t i = 0;
    while (lead && i < count && !lead[i])
        i++;
    return i;
}

/* The ink that the theme gives the key of a part: parts are the series where there are several,
   else the items. NULL for none. */
static const zt_ink *own_ink(const zt_chart *chart, size_t count, size_t part)
{
    const zt_chart_data *data = chart->data;
    if (data->series_count > 1)
        return count == data->series_count ? zt_chart_key_ink(chart, data->series[part], NULL)
                                           : NULL;
    return count == data->item_count ? zt_chart_key_ink(chart, data->items[part].key, NULL) : NULL;
}

/* Fills in the inks of keys are given away before any other; the others keep off them. */
static void take_keys(const zt_chart *chart, const zt_part_fill *fills, size_t count, bool *used,
                      zt_part_fill *made)
{
    for (size_t i = 0; i < count; i++) {
        made[i] = (zt_part_fill){own_ink(chart, count, i), ZT_FILL_PLAIN};
        for (size_t k = 0; made[i].ink && k < ZT_FILLS_MOST; k++)
            used[k] = used[k] || (fills[k].ink == made[i].ink && fills[k].pattern == ZT_FILL_PLAIN);
    }
}

/* The accent is kept for its part and the part before it looks ahead to it; when all other fills
   are given they begin again. */
zt_part_fill *zt_fills_new(const zt_chart *chart, size_t count, const bool *lead)
{
    const zt_chart_params *p = chart->params;
    const zt_ink *panel = zt_setting_ink(chart->setting, PANEL);
    const zt_part_fill fills[ZT_FILLS_MOST] = {
        {p->accent, ZT_FILL_PLAIN}, {p->second, ZT_FILL_PLAIN}, {p->third, ZT_FILL_PLAIN},
        {panel, ZT_FILL_PLAIN},     {p->rest, ZT_FILL_HATCH},   {p->second, ZT_FILL_DOTS},
        {p->rest, ZT_FILL_PLAIN},   {p->second, ZT_FILL_CROSS}};
    zt_part_fill *made = ZT_ARRAY(chart->setting->arena, count + 1, zt_part_fill);
    bool used[ZT_FILLS_MOST] = {false}, taken[ZT_FILLS_MOST] = {false};
    size_t first = accented(count, lead), at_first = 1;
    take_keys(chart, fills, count, taken, made);
    for (size_t k = 0; k < ZT_FILLS_MOST; k++) {
        used[k] = taken[k];
        at_first += taken[k] && k > 0;
    }
    size_t given = at_first;
    double accent = zt_fill_grey(fills[0]), before = INFINITY;
    for (size_t i = 0; i < count; i++) {
        double after = i + 1 == first ? accent : INFINITY;
        size_t at = 0;
        if (i + 1 < count && made[i + 1].ink)
            after = zt_fill_grey(made[i + 1]);
        if (!made[i].ink && (i != first || taken[0])) {
            at = next_fill(fills, used, before, after);
            used[at] = true;
            given++;
        }
        if (!made[i].ink)
            made[i] = fills[at];
        before = zt_fill_grey(made[i]);
        for (size_t k = 0; given >= ZT_FILLS_MOST && k < ZT_FILLS_MOST; k++)
            used[k] = taken[k];
        given = given >= ZT_FILLS_MOST ? at_first : given;
    }
    return made;
}

bool zt_fill_look(const zt_chart *chart, zt_part_fill fill, zt_mark_fill way, zt_look *look)
{
    double grey = zt_fill_grey(fill);
    if (way == ZT_MARK_OUTLINED)
        return true;
    bool lines = way == ZT_MARK_HATCHED || fill.pattern != ZT_FILL_PLAIN || fill.ink->hatch > 0;
    if (lines || (grey > DARK && grey < LIGHT))
        return false;
    if (grey >= LIGHT) {
        if (look->ink->paper)
            *look = zt_chart_inked(*look, chart->axis_ink);
        return true;
    }
    double least = chart->setting->template_->theme->limits.reversed_multi;
    *look = zt_look_at_size(look, zt_max(look->text.size, least));
    *look = zt_chart_inked(*look, &zt_ink_paper);
    return true;
}

/* ---- patterns ---- */

/* A path that shows within the rectangle alone; the caller traces and ends it. */
static zt_path *clipped(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect)
{
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    zt_rect *clip = ZT_NEW(chart->setting->arena, zt_rect);
    *clip = rect;
    path->clip = clip;
    return path;
}

/* Falling lines at 45 degrees; with the rising ones of a hatched mark they cross. */
static void falling_lines(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect,
                          const zt_ink *ink)
{
    double pitch = zt_chart_points(chart, chart->marks->hatch_pitch) * 1.4142135623730951;
    zt_path *path = clipped(chart, into, at, rect);
    for (double d = pitch / 2; d < rect.w + rect.h; d += pitch) {
        double low = zt_max(0, d - rect.h), high = zt_min(d, rect.w);
        zt_path_move(path, rect.x + rect.w - low, rect.y + d - low);
        zt_path_line(path, rect.x + rect.w - high, rect.y + d - high);
    }
    path->stroke = ZT_SOLID(ink);
    path->width = zt_chart_points(chart, chart->marks->hatch_line);
    zt_path_done(path);
    path->item.box = rect; /* the clip cuts the slanted ends of the lines */
}

/* Dots in rows and columns, as many as lie whole within the rectangle, in its middle. */
static void dots(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect, const zt_ink *ink)
{
    double outline = zt_chart_points(chart, chart->marks->outline);
    int across = (int)((rect.w - 2 * DOT_RADIUS - 2 * outline) / DOT_PITCH) + 1;
    int down = (int)((rect.h - 2 * DOT_RADIUS - 2 * outline) / DOT_PITCH) + 1;
    double x = rect.x + (rect.w - (across - 1) * DOT_PITCH) / 2;
    double y = rect.y + (rect.h - (down - 1) * DOT_PITCH) / 2;
    if (rect.w < 2 * (DOT_RADIUS + outline) || rect.h < 2 * (DOT_RADIUS + outline))
        return;
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    for (int row = 0; row < down; row++)
        for (int column = 0; column < across; column++)
            zt_path_circle(path, x + column * DOT_PITCH, y + row * DOT_PITCH, DOT_RADIUS);
    path->fill = ZT_SOLID(ink);
    zt_path_done(path);
}

/* The edge, drawn inside, so that the area keeps its length. */
static void edge(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect, const zt_ink *ink)
{
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    double line = zt_chart_points(chart, chart->marks->outline);
    double in = zt_min(line, zt_min(rect.w, rect.h)) / 2;
    zt_path_rect(path, (zt_rect){rect.x + in, rect.y + in, rect.w - 2 * in, rect.h - 2 * in});
    path->stroke = ZT_SOLID(ink);
    path->width = 2 * in;
    zt_path_done(path);
}

void zt_fill_bar(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect, zt_mark_fill way,
                 zt_part_fill fill)
{
    if (way == ZT_MARK_SOLID && fill.pattern == ZT_FILL_DOTS) {
        dots(chart, into, at, rect, fill.ink);
        edge(chart, into, at, rect, fill.ink);
        return;
    }
    if (way == ZT_MARK_SOLID && fill.pattern != ZT_FILL_PLAIN)
        way = ZT_MARK_HATCHED;
    zt_mark_bar(chart, into, at, rect, way, fill.ink);
    if (way == ZT_MARK_HATCHED && fill.pattern == ZT_FILL_CROSS)
        falling_lines(chart, into, at, rect, fill.ink);
}

void zt_fill_value_bar(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect,
                       zt_mark_end end, zt_mark_fill way, zt_part_fill fill)
{
    if (fill.pattern == ZT_FILL_PLAIN)
        zt_mark_value_bar(chart, into, at, rect, end, way, fill.ink);
    else
        zt_fill_bar(chart, into, at, zt_mark_thinned(chart->setting, rect, end), way, fill);
}

/* ---- names ---- */

/* A line that is full goes on below. */
zt_part_names zt_part_names_new(const zt_chart *chart, const zt_str *names, const zt_pos *at,
                                size_t count, const zt_part_fill *fills, double width)
{
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    zt_arena *arena = chart->setting->arena;
    zt_part_names list = {.fills = fills, .count = count, .swatch = 0.8 * look.text.size};
    double x = 0, y = 0, high = 0, before = 1.4 * list.swatch;
    list.names = ZT_ARRAY(arena, count + 1, zt_words);
    list.at = ZT_ARRAY(arena, count + 1, zt_point);
    for (size_t i = 0; i < count; i++) {
        const zt_look *own = fills[i].ink == chart->params->accent ? &strong : &look;
        list.names[i] = zt_words_new(chart, names[i], own, at ? at[i] : chart->data->kind_at,
                                     width - before, ZT_ALIGN_START);
        if (x > 0 && x + before + list.names[i].width > width) {
            x = 0;
            y += high + 0.3 * look.text.size;
            high = 0;
        }
        list.at[i] = (zt_point){x, y + (look.text.size - list.swatch) / 2};
        x += before + list.names[i].width + 1.5 * list.swatch;
        high = zt_max(high, list.names[i].height);
    }
    list.height = count > 0 ? y + high + 0.5 * look.text.size : 0;
    return list;
}

void zt_part_names_place(const zt_chart *chart, const zt_part_names *list, zt_group *into, double y)
{
    double size = list->swatch / 0.8;
    for (size_t i = 0; i < list->count; i++) {
        zt_point at = list->at[i];
        zt_fill_bar(chart, into, chart->data->kind_at,
                    (zt_rect){at.x, y + at.y, list->swatch, list->swatch}, ZT_MARK_SOLID,
                    list->fills[i]);
        zt_words_place(chart, &list->names[i], into, at.x + 1.4 * list->swatch,
                       y + at.y - (size - list->swatch) / 2);
    }
}
