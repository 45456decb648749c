/* A small line: gaps where a value is missing, dashes on the way to what is not known for certain.
 */
#include "chart/form_trend.h"

#include "chart/marks.h"
#include "chart/scale.h"

static const double LINE = ZT_MM(0.4), DOT = ZT_MM(0.65);

/* The trend in its box. */
typedef struct trend_drawing {
    const zt_trend *trend;
    const zt_setting *setting;
    const zt_ink *ink;
    zt_group *into;
    zt_scale x, y;
} trend_drawing;

static bool is_known(const trend_drawing *d, size_t i)
{
    return i < d->trend->count && zt_chart_has_value(d->trend->values[i]);
}

static zt_point point_of(const trend_drawing *d, size_t i)
{
    return (zt_point){zt_scale_at(&d->x, (double)i),
                      zt_scale_at(&d->y, zt_num_double(d->trend->values[i]->value))};
}

/* Equal values lie in the middle. */
static zt_scale height_scale(const zt_trend *trend, double height)
{
    double low = 0, high = 0;
    bool any = false;
    for (size_t i = 0; i < trend->count; i++) {
        if (!zt_chart_has_value(trend->values[i]))
            continue;
        double value = zt_num_double(trend->values[i]->value);
        low = any ? zt_min(low, value) : value;
        high = any ? zt_max(high, value) : value;
        any = true;
    }
    if (low == high)
        return (zt_scale){.low = low, .high = low, .from = height / 2, .to = height / 2};
    return (zt_scale){.low = low, .high = high, .from = height - DOT, .to = DOT};
}

/* A piece of one kind, from the value `first`; where it ends. */
static size_t draw_stretch(const trend_drawing *d, size_t first)
{
    bool certain = zt_mark_fill_of(d->trend->values[first + 1]) == ZT_MARK_SOLID;
    zt_path *path = zt_scene_add_path(d->setting->scene, d->into, d->trend->at);
    zt_point p = point_of(d, first);
    size_t last = first;
    zt_path_move(path, p.x, p.y);
    while (is_known(d, last + 1) &&
           (zt_mark_fill_of(d->trend->values[last + 1]) == ZT_MARK_SOLID) == certain) {
        p = point_of(d, ++last);
        zt_path_line(path, p.x, p.y);
    }
    zt_mark_line_done(path, d->ink, LINE, !certain);
    return last;
}

static void draw_dot(const trend_drawing *d, size_t i)
{
    zt_scene_disc(d->setting->scene, d->into, d->trend->at, point_of(d, i), DOT, ZT_SOLID(d->ink));
}

void zt_form_trend_draw(const zt_trend *trend, const zt_setting *setting, const zt_ink *ink,
                        zt_group *into, zt_rect box)
{
    trend_drawing d = {.trend = trend, .setting = setting, .ink = ink};
    d.into = zt_scene_add_part(setting->scene, into, trend->at, "trend", ZT_ROLE_ARTIFACT, box);
    d.x = (zt_scale){.low = 0, .high = (double)(trend->count - 1), .from = DOT, .to = box.w - DOT};
    d.y = height_scale(trend, box.h);
    size_t last = trend->count;
    for (size_t i = 0; i < trend->count; i++) {
        if (!is_known(&d, i))
            continue;
        last = i;
        if (!is_known(&d, i + 1) && (i == 0 || !is_known(&d, i - 1)))
            draw_dot(&d, i);
    }
    for (size_t i = 0; i + 1 < trend->count;)
        i = is_known(&d, i) && is_known(&d, i + 1) ? draw_stretch(&d, i) : i + 1;
    if (last < trend->count)
        draw_dot(&d, last);
}
