/* Slots of columns: as many as items, or as time has between the first and the last; their names as
   written, as round times, broken at sense, or thinned. */
#include "chart/column_slots.h"

#include "labels/spread.h"

#include <math.h>

static const double SLOT_LEAST = ZT_MM(1.6); /* of slots that time leaves empty */
static const double LABEL_GAP = ZT_MM(1.6);  /* from the plot to the names under it, points */

double zt_column_slots_middle(const zt_column_slots *slots, size_t item)
{
    return slots->left + ((double)slots->places[item] + 0.5) * slots->slot;
}

double zt_column_slots_right(const zt_column_slots *slots)
{
    return slots->left + slots->width;
}

void zt_column_slots_lay(zt_column_slots *slots, double left, double slot)
{
    slots->left = left;
    slots->slot = slot;
    slots->width = slot * (double)slots->count;
}

/* Days of a unit on average, so that whole units can be counted; months and years differ among
   themselves by less than half a unit in any distance that a chart shows. 0: there is none. */
static double unit_days(zt_time_unit unit)
{
    static const double days[] = {[ZT_TIME_DAY] = 1,           [ZT_TIME_WEEK] = 7,
                                  [ZT_TIME_MONTH] = 30.436875, [ZT_TIME_QUARTER] = 91.310625,
                                  [ZT_TIME_HALF] = 182.62125,  [ZT_TIME_YEAR] = 365.2425};
    return days[unit];
}

static size_t common_divisor(size_t a, size_t b)
{
    while (b > 0) {
        size_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Empty slots say that time is left out, so that distances are true, while they are no more than
   the items themselves or wide enough for a column; beyond that a break in the base line says it. A
   slot is the largest step of whole units that every distance is a multiple of, so that a year of
   months is twelve slots whatever days it has. */
void zt_column_slots_begin(zt_column_slots *slots, const zt_chart *chart, double whole)
{
    const zt_chart_data *data = chart->data;
    *slots = (zt_column_slots){.chart = chart, .whole = whole, .items = data->item_count};
    const zt_chart_time *time = data->time;
    slots->count = slots->items;
    slots->places = ZT_ARRAY(slots->chart->setting->arena, slots->items, size_t);
    for (size_t i = 0; i < slots->items; i++)
        slots->places[i] = i;
    if (!time || data->even || slots->items < 3)
        return;
    double unit = time->plain ? unit_days(time->unit) : 0;
    unit = unit > 0 ? unit : zt_time_least_step(time, slots->items);
    size_t *units = ZT_ARRAY(slots->chart->setting->arena, slots->items, size_t), step = 0;
    for (size_t i = 1; i < slots->items; i++) {
        units[i] = units[i - 1] +
                   (size_t)floor((time->at[i] - time->at[0]) / unit - (double)units[i - 1] + 0.5);
        step = common_divisor(step, units[i] - units[i - 1]);
    }
    size_t most = (size_t)(slots->whole / SLOT_LEAST);
    most = most > 2 * slots->items ? most : 2 * slots->items;
    if (step == 0 || units[slots->items - 1] / step + 1 > most)
        return;
    slots->count = units[slots->items - 1] / step + 1;
    for (size_t i = 0; i < slots->items; i++)
        slots->places[i] = units[i] / step;
}

/* ---- names ---- */

/* The middle of a name `width` wide, moved in where it would leave the plot. */
static double clamped_middle(const zt_column_slots *slots, size_t i, double width)
{
    return zt_clamp(zt_column_slots_middle(slots, i), width / 2, slots->whole - width / 2);
}

/* Narrow slots hold two lines of two characters or more, wider ones up to four. */
static bool breaks_well(const zt_column_slots *slots, const zt_look *look, double limit)
{
    double size = look->text.size, lines = limit < 4 * size ? 1.9 : 3.5;
    for (size_t i = 0; i < slots->items; i++) {
        const zt_chart_item *item = &slots->chart->data->items[i];
        double width = zt_mark_text_new(slots->chart, item->key, look, item->at).width;
        if (width > limit && (limit < 2 * size || width > lines * limit ||
                              !zt_words_break_well(slots->chart, item->key, look, item->at, limit)))
            return false;
    }
    return true;
}

/* Each on one line in its slot. */
static bool fit_as_written(const zt_column_slots *slots, const zt_look *look, double limit)
{
    for (size_t i = 0; i < slots->items; i++) {
        const zt_chart_item *item = &slots->chart->data->items[i];
        if (zt_mark_text_new(slots->chart, item->key, look, item->at).width > limit)
            return false;
    }
    return true;
}

/* Times that do not stand in their slots as written: 2016 17 18, or round ones. */
static bool plan_times(zt_column_slots *slots)
{
    const zt_chart *chart = slots->chart;
    double *xs = ZT_ARRAY(chart->setting->arena, slots->items, double);
    if (!chart->data->time)
        return false;
    for (size_t i = 0; i < slots->items; i++)
        xs[i] = zt_column_slots_middle(slots, i);
    slots->axis = (zt_time_axis){.chart = chart,
                                 .left = slots->left,
                                 .right = zt_column_slots_right(slots),
                                 .reach_end = slots->whole,
                                 .at = chart->data->time->at,
                                 .xs = xs,
                                 .points = slots->items};
    slots->timed = zt_time_axis_plan(&slots->axis);
    return slots->timed;
}

/* Labels too long for their slots stand on one line, as many as keep clear of each other. */
static void thin_names(zt_column_slots *slots, const zt_look *look)
{
    zt_arena *arena = slots->chart->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, slots->items, zt_label);
    bool *keep = ZT_ARRAY(arena, slots->items, bool);
    double limit = slots->whole / 2 - look->text.size / 2;
    for (size_t i = 0; i < slots->items; i++) {
        const zt_chart_item *item = &slots->chart->data->items[i];
        zt_words words =
            zt_words_new(slots->chart, item->key, look, item->at, limit, ZT_ALIGN_CENTRE);
        double middle = clamped_middle(slots, i, words.width);
        slots->names[i] = (zt_column_name){words, middle};
        labels[i] = (zt_label){.wanted = middle, .size = words.width};
    }
    zt_labels_thin(labels, slots->items, look->text.size / 2, keep);
    for (size_t i = 0; i < slots->items; i++)
        if (!keep[i])
            slots->names[i].words = (zt_words){0};
}

/* Names that run down in their slots; false where they would touch. */
static bool set_names_down(zt_column_slots *slots, const zt_look *look)
{
    for (size_t i = 0; i < slots->items; i++) {
        const zt_chart_item *item = &slots->chart->data->items[i];
        zt_words words = zt_words_down(slots->chart, item->key, look, item->at, slots->slot);
        if (!words.para && item->key.len > 0)
            return false;
        slots->names[i] = (zt_column_name){words, zt_column_slots_middle(slots, i)};
    }
    return true;
}

/* Names in their slots: as written, else round times where the keys are times, else broken at
   sense, else running down, else thinned on one line. */
void zt_column_slots_name(zt_column_slots *slots, bool strong_too)
{
    const zt_chart *chart = slots->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double limit = slots->slot - look.text.size / 3, height = 0;
    slots->names = ZT_ARRAY(chart->setting->arena, slots->items, zt_column_name);
    if (!fit_as_written(slots, &strong, limit) && plan_times(slots)) {
        slots->height = slots->axis.height;
        return;
    }
    if (breaks_well(slots, &strong, limit))
        for (size_t i = 0; i < slots->items; i++) {
            const zt_chart_item *item = &chart->data->items[i];
            const zt_look *own = item->highlight && strong_too ? &strong : &look;
            slots->names[i] = (zt_column_name){
                zt_words_new(chart, item->key, own, item->at, limit, ZT_ALIGN_CENTRE),
                zt_column_slots_middle(slots, i)};
        }
    else if (!set_names_down(slots, &look))
        thin_names(slots, &look);
    for (size_t i = 0; i < slots->items; i++)
        height = zt_max(height, slots->names[i].words.height);
    slots->height = LABEL_GAP + height;
}

bool zt_column_slots_all_named(const zt_column_slots *slots)
{
    for (size_t i = 0; !slots->timed && i < slots->items; i++)
        if (!slots->names[i].words.para)
            return false;
    return true;
}

/* ---- drawing ---- */

/* An empty slot between two items tells the gap itself; a break would say it twice. */
static bool jumps(const zt_column_slots *slots, size_t item)
{
    const zt_chart_time *time = slots->chart->data->time;
    return time && item > 0 && time->jumps[item] &&
           slots->places[item] == slots->places[item - 1] + 1;
}

void zt_column_slots_draw(const zt_column_slots *slots, zt_group *strokes, zt_group *words,
                          double zero, double foot)
{
    for (size_t i = 1; i < slots->items; i++)
        if (jumps(slots, i))
            zt_time_break(
                slots->chart, strokes,
                (zt_column_slots_middle(slots, i - 1) + zt_column_slots_middle(slots, i)) / 2,
                zero);
    if (slots->timed) {
        zt_time_axis_draw(&slots->axis, strokes, words, foot);
        return;
    }
    for (size_t i = 0; i < slots->items; i++)
        zt_words_place(slots->chart, &slots->names[i].words, words, slots->names[i].x,
                       foot + LABEL_GAP);
}
