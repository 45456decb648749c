/* Bars by the standing of their value, hatching, open ends, centred lines of text. */
#include "chart/marks.h"

#include "chart/figure.h"
#include "chart/ticks.h"

#include "base/utf8.h"

#include <string.h>

/* One line of text, measured; it is drawn later at any place. */
zt_mark_text zt_mark_text_new(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at)
{
    const zt_setting *setting = chart->setting;
    zt_mark_text mark = {.text = text, .look = *look, .at = at};
    if (text.len > 0)
        mark.width =
            zt_text_width(setting->diags, setting->arena, text, &look->text, &look->para, at);
    return mark;
}

/* Between the word of a slot and its edge, and the height of a slot, of the type size. */
static const double slot_inset = 0.3, slot_height = 1.32;
/* Of an upright one: between its characters and its sides, and from character to character. */
static const double upright_inset = 0.08, upright_step = 1.05;

/* The value of a mark, a dash where there is none, a slot where it is missing. */
zt_mark_text zt_mark_value_new(const zt_chart *chart, const zt_quantity *quantity, zt_str text,
                               const zt_look *look, zt_pos at)
{
    if (!quantity)
        return zt_mark_text_new(chart, ZT_STR("—"), look, at);
    if (quantity->status != ZT_MISSING)
        return zt_mark_text_new(chart, text, look, quantity->at);
    zt_look missing = zt_chart_look(chart, "missing");
    double size = zt_min(missing.text.size, 0.9 * look->text.size);
    missing = zt_look_at_size(&missing, zt_max(size, missing.style->size_min));
    zt_mark_text mark = zt_mark_text_new(chart, quantity->text, &missing, quantity->at);
    mark.slot = true;
    mark.width += 2 * slot_inset * missing.text.size;
    return mark;
}

void zt_mark_said(const zt_chart *chart, size_t item, size_t series, const zt_ink *ink,
                  zt_mark_text *value, zt_mark_text *words)
{
    const zt_chart_item *from = &chart->data->items[item];
    zt_look look = zt_chart_look(chart, "value"), plain = zt_chart_look(chart, "label");
    if (ink)
        look = zt_chart_inked(look, ink);
    zt_chart_label label = zt_chart_label_at(chart, item, series);
    *value = zt_mark_value_new(chart, from->values ? from->values[series] : NULL, label.value,
                               &look, from->at);
    *words = zt_mark_text_new(chart, label.words, &plain, value->at);
}

void zt_mark_text_resize(zt_mark_text *text, double size)
{
    text->width *= size / text->look.text.size;
    text->look = zt_look_at_size(&text->look, size);
}

zt_mark_text zt_mark_text_upright(zt_mark_text text)
{
    if (!text.slot)
        return text;
    text.upright = true;
    text.width = (1 + 2 * upright_inset) * text.look.text.size;
    return text;
}

/* Code points, each of which takes one place of an upright slot. */
static size_t character_count(zt_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; count++)
        zt_utf8_next(text, &at);
    return count;
}

/* Points that the line takes. */
double zt_mark_text_height(const zt_mark_text *text)
{
    if (text->upright)
        return ((double)character_count(text->text) * upright_step + 2 * upright_inset) *
               text->look.text.size;
    return (text->slot ? slot_height : 1.1) * text->look.text.size;
}

/* The dashed edge about the word, and x of the word within it. */
static double draw_slot(const zt_chart *chart, const zt_mark_text *text, zt_group *into,
                        zt_align align, double x, double middle)
{
    double size = text->look.text.size, height = slot_height * size, left = x;
    if (align == ZT_ALIGN_END)
        left -= text->width;
    else if (align == ZT_ALIGN_CENTRE)
        left -= text->width / 2;
    double line = zt_max(chart->setting->template_->theme->limits.rule, 0.05 * size);
    zt_dashed_box(chart->setting->scene, into, text->at,
                  (zt_rect){left, middle - height / 2, text->width, height}, line, text->look.ink);
    return left + slot_inset * size;
}

/* Height of the middle of the ink above the baseline. */
static double ink_middle(const zt_mark_text *text)
{
    const zt_face_metrics *metrics = zt_face_metrics_of(text->look.text.face);
    bool han = zt_utf8_holds_han(text->text);
    double twice = han ? metrics->han_top + metrics->han_foot : metrics->digit_height;
    return twice / 2 * text->look.text.size;
}

/* Draws the line with its baseline at y. */
void zt_mark_text_baseline(const zt_chart *chart, const zt_mark_text *text, zt_group *into,
                           zt_align align, double x, double y)
{
    const zt_setting *setting = chart->setting;
    if (text->slot) {
        x = draw_slot(chart, text, into, align, x, y - ink_middle(text));
        align = ZT_ALIGN_START;
    }
    if (text->text.len > 0)
        zt_text_place(setting->diags, setting->scene, into, text->text, &text->look.text,
                      &text->look.para, align, x, y, text->at);
}

/* The characters of a slot one below the other, about x and y, in its dashed edge. */
static void draw_upright(const zt_chart *chart, const zt_mark_text *text, zt_group *into,
                         zt_align align, double x, double y)
{
    double size = text->look.text.size, height = zt_mark_text_height(text);
    double left = align == ZT_ALIGN_START ? x
                  : align == ZT_ALIGN_END ? x - text->width
                                          : x - text->width / 2;
    double line = zt_max(chart->setting->template_->theme->limits.rule, 0.05 * size);
    zt_dashed_box(chart->setting->scene, into, text->at,
                  (zt_rect){left, y - height / 2, text->width, height}, line, text->look.ink);
    zt_mark_text one = *text;
    one.slot = one.upright = false;
    double middle = y - height / 2 + (upright_inset + upright_step / 2) * size;
    for (size_t at = 0, from = 0; at < text->text.len; from = at) {
        zt_utf8_next(text->text, &at);
        one.text = (zt_str){text->text.data + from, at - from};
        zt_mark_text_centre(chart, &one, into, ZT_ALIGN_CENTRE, left + text->width / 2, middle);
        middle += upright_step * size;
    }
}

/* Draws the line with the middle of its ink at y. */
void zt_mark_text_centre(const zt_chart *chart, const zt_mark_text *text, zt_group *into,
                         zt_align align, double x, double y)
{
    if (text->upright)
        draw_upright(chart, text, into, align, x, y);
    else if (text->text.len > 0)
        zt_mark_text_baseline(chart, text, into, align, x, y + ink_middle(text));
}

/* What is known is solid; estimates are hatched, forecasts and targets outlined. */
zt_mark_fill zt_mark_fill_of(const zt_quantity *quantity)
{
    switch (quantity->status) {
    case ZT_ESTIMATE:
    case ZT_COMPUTED:
        return ZT_MARK_HATCHED;
    case ZT_FORECAST:
    case ZT_TARGET:
        return ZT_MARK_OUTLINED;
    case ZT_ACTUAL:
    case ZT_MISSING:
    case ZT_REVISED:
        break;
    }
    return ZT_MARK_SOLID;
}

/* The same for a swatch, outlined where no value is drawn. */
zt_mark_fill zt_mark_key_of(const zt_quantity *quantity)
{
    return zt_chart_has_value(quantity) ? zt_mark_fill_of(quantity) : ZT_MARK_OUTLINED;
}

/* The edge of a bar, drawn inside, so that the bar keeps its length. */
static void outline(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect, double width,
                    const zt_ink *ink, double dash)
{
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    double in = zt_min(width, zt_min(rect.w, rect.h)) / 2;
    zt_path_rect(path, (zt_rect){rect.x + in, rect.y + in, rect.w - 2 * in, rect.h - 2 * in});
    path->stroke = ZT_SOLID(ink);
    path->width = 2 * in;
    path->dash[0] = path->dash[1] = dash;
    zt_path_done(path);
}

/* Lines from the left or top edge to the top or right edge of the rectangle, at 45 degrees. */
static void hatch(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect, const zt_ink *ink)
{
    double pitch = zt_chart_points(chart, chart->marks->hatch_pitch) * 1.4142135623730951;
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    zt_rect *clip = ZT_NEW(chart->setting->arena, zt_rect);
    *clip = rect;
    for (double d = pitch / 2; d < rect.w + rect.h; d += pitch) {
        double low = zt_max(0, d - rect.h), high = zt_min(d, rect.w);
        zt_path_move(path, rect.x + low, rect.y + d - low);
        zt_path_line(path, rect.x + high, rect.y + d - high);
    }
    path->stroke = ZT_SOLID(ink);
    path->width = zt_chart_points(chart, chart->marks->hatch_line);
    path->clip = clip;
    zt_path_done(path);
    path->item.box = rect; /* the clip cuts the slanted ends of the lines */
}

static const zt_bar_look *bars_of(const zt_setting *setting)
{
    return &setting->template_->theme->look.bars;
}

/* A bar in one of the three fills. */
void zt_mark_bar(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect, zt_mark_fill fill,
                 const zt_ink *ink)
{
    double line = zt_chart_points(chart, chart->marks->outline);
    switch (fill) {
    case ZT_MARK_SOLID:
        zt_scene_fill_rect(chart->setting->scene, into, at, rect, ZT_SOLID(ink));
        break;
    case ZT_MARK_HATCHED:
        if (bars_of(chart->setting)->form != ZT_BAR_OUTLINE)
            hatch(chart, into, at, rect, ink);
        outline(chart, into, at, rect, line, ink, 0);
        break;
    case ZT_MARK_OUTLINED:
        outline(chart, into, at, rect, line, ink, 2.5 * line);
        break;
    }
}

/* ---- bars by the theme ---- */

/* Of a dot, by the room of its bar; of an estimate, the dashes of its line, points. */
static const double DOT_SHARE = 0.84, DASH_ON = ZT_MM(1.2), DASH_OFF = ZT_MM(0.9);

static bool is_lying(zt_mark_end end)
{
    return end == ZT_MARK_END_RIGHT || end == ZT_MARK_END_LEFT;
}

zt_rect zt_mark_thinned(const zt_setting *setting, zt_rect rect, zt_mark_end end)
{
    double thickness = bars_of(setting)->thickness;
    if (thickness <= 0 || thickness >= 1)
        return rect;
    if (is_lying(end))
        return (zt_rect){rect.x, rect.y + rect.h * (1 - thickness) / 2, rect.w, rect.h * thickness};
    return (zt_rect){rect.x + rect.w * (1 - thickness) / 2, rect.y, rect.w * thickness, rect.h};
}

double zt_mark_reach(const zt_setting *setting, double thick)
{
    const zt_bar_look *look = bars_of(setting);
    return look->form == ZT_BAR_DOT ? zt_min(look->dot, DOT_SHARE * thick) / 2 : 0;
}

/* From zero to a dot; dashed and open for what is not known for certain. */
static void draw_dot(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect,
                     zt_mark_end end, zt_mark_fill fill, const zt_ink *ink)
{
    zt_scene *scene = chart->setting->scene;
    double middle_x = rect.x + rect.w / 2, middle_y = rect.y + rect.h / 2;
    double radius = zt_mark_reach(chart->setting, is_lying(end) ? rect.h : rect.w);
    zt_point tip = {middle_x, middle_y}, zero = tip;
    if (is_lying(end)) {
        tip.x = end == ZT_MARK_END_RIGHT ? zt_rect_right(rect) : rect.x;
        zero.x = end == ZT_MARK_END_RIGHT ? rect.x : zt_rect_right(rect);
    } else {
        tip.y = end == ZT_MARK_END_TOP ? rect.y : zt_rect_foot(rect);
        zero.y = end == ZT_MARK_END_TOP ? zt_rect_foot(rect) : rect.y;
    }
    zt_path *line = zt_scene_add_path(scene, into, at);
    zt_path_move(line, zero.x, zero.y);
    zt_path_line(line, tip.x, tip.y);
    line->stroke = ZT_SOLID(ink);
    line->width = bars_of(chart->setting)->line;
    line->dash[0] = fill == ZT_MARK_SOLID ? 0 : DASH_ON;
    line->dash[1] = fill == ZT_MARK_SOLID ? 0 : DASH_OFF;
    zt_path_done(line);
    if (fill == ZT_MARK_SOLID)
        zt_scene_disc(scene, into, at, tip, radius, ZT_SOLID(ink));
    else
        zt_mark_open_end(chart, into, at, tip, radius, ink);
}

void zt_mark_value_bar(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect,
                       zt_mark_end end, zt_mark_fill fill, const zt_ink *ink)
{
    const zt_bar_look *look = bars_of(chart->setting);
    if (look->muted && strcmp(ink->name, "companion-mid") == 0)
        ink = look->muted;
    if (look->form == ZT_BAR_DOT)
        draw_dot(chart, into, at, rect, end, fill, ink);
    else
        zt_mark_bar(chart, into, at, zt_mark_thinned(chart->setting, rect, end), fill, ink);
}

/* A paper ring at the end of a bar says that the figure is not exact. */
void zt_mark_open_end(const zt_chart *chart, zt_group *into, zt_pos at, zt_point end, double radius,
                      const zt_ink *ink)
{
    zt_path *ring = zt_scene_add_path(chart->setting->scene, into, at);
    zt_path_circle(ring, end.x, end.y, radius);
    ring->fill = ZT_SOLID(&zt_ink_paper);
    ring->stroke = ZT_SOLID(ink);
    ring->width = zt_chart_points(chart, chart->marks->outline);
    zt_path_done(ring);
}

double zt_mark_ring_edge(const zt_chart *chart)
{
    return zt_chart_points(chart, chart->marks->outline) / 2;
}

/* Full ink is for what is known. */
void zt_mark_dot(const zt_chart *chart, zt_group *into, const zt_quantity *quantity, zt_point at,
                 double radius, const zt_ink *ink)
{
    if (zt_chart_is_open(quantity) || zt_mark_fill_of(quantity) != ZT_MARK_SOLID)
        zt_mark_open_end(chart, into, quantity->at, at, radius, ink);
    else
        zt_scene_disc(chart->setting->scene, into, quantity->at, at, radius, ZT_SOLID(ink));
}

void zt_mark_rule(const zt_chart *chart, zt_group *into, zt_point from, zt_point to, double width)
{
    zt_scene_rule(chart->setting->scene, into, chart->data->kind_at, from, to, width,
                  ZT_SOLID(chart->axis_ink));
}

/* The value at which a broken axis begins: two steps below the least value, or 0 for none. */
double zt_mark_cut(const zt_chart_data *data)
{
    double low = 0, high = 0;
    bool any = false;
    for (size_t i = 0; data->broken && i < data->item_count; i++)
        for (size_t k = 0; k < data->series_count; k++) {
            const zt_quantity *q = data->items[i].values[k];
            double value = zt_chart_value(data, q);
            if (!zt_chart_has_value(q))
                continue;
            low = any ? zt_min(low, value) : value;
            high = any ? zt_max(high, value) : value;
            any = true;
        }
    if (low <= 0 || high <= low)
        return 0;
    zt_ticks ticks = zt_ticks_choose(low, high, 4, ZT_TICKS_COVER);
    return zt_max(0, ((double)ticks.first - 2) * zt_num_double(ticks.step));
}

/* Of the two edges of a break, in points. */
static const double BREAK_WIDTH = ZT_MM(1);

/* A point of a bar as seen along it: `along` from its foot, `across` its thickness. */
static zt_point along_bar(zt_rect bar, zt_mark_way way, double along, double across)
{
    if (way == ZT_MARK_UP)
        return (zt_point){bar.x + across, zt_rect_foot(bar) - along};
    return (zt_point){bar.x + along, zt_rect_foot(bar) - across};
}

/* A slanting gap across a bar near its foot says that the axis is broken. */
void zt_mark_break(const zt_chart *chart, zt_group *into, zt_rect bar, zt_mark_way way)
{
    double length = way == ZT_MARK_UP ? bar.h : bar.w, thick = way == ZT_MARK_UP ? bar.w : bar.h;
    double width = BREAK_WIDTH, slant = zt_min(width, thick / 4);
    double at = length < 3 * width ? zt_min(width, length / 2) : 2 * width;
    const zt_point corners[4] = {along_bar(bar, way, at - slant / 2, 0),
                                 along_bar(bar, way, at + slant / 2, thick),
                                 along_bar(bar, way, at + slant / 2 - width / 2, thick),
                                 along_bar(bar, way, at - slant / 2 - width / 2, 0)};
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, chart->data->kind_at);
    zt_path_move(path, corners[0].x, corners[0].y);
    for (int i = 1; i < 4; i++)
        zt_path_line(path, corners[i].x, corners[i].y);
    zt_path_close(path);
    path->fill = ZT_SOLID(&zt_ink_paper);
    zt_path_done(path);
}

/* A group of its own for one kind of marks, over the whole plot, so that an editor can tell them
   apart. */
zt_group *zt_mark_layer(const zt_chart *chart, zt_group *into, const char *layer, double width,
                        double height)
{
    zt_group *group = zt_scene_add_part(chart->setting->scene, into, chart->block->at, layer,
                                        ZT_ROLE_NONE, (zt_rect){0, 0, width, height});
    group->layer = layer;
    return group;
}

/* Round ends join the pieces of a solid line; they would close the gaps of a dashed one. */
void zt_mark_line_done(zt_path *path, const zt_ink *ink, double width, bool dashed)
{
    path->stroke = ZT_SOLID(ink);
    path->width = width;
    path->cap = dashed ? ZT_CAP_BUTT : ZT_CAP_ROUND;
    path->dash[0] = path->dash[1] = dashed ? 2 * width : 0;
    zt_path_done(path);
}
