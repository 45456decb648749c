/* Planning a histogram. Items whose keys are classes are counts of these; other items are
   observations, which are counted here in classes of a round width. Where widths differ, heights
   are counts by width, so that areas compare. */
#include "chart/histogram_imp.h"

#include "chart/legend.h"
#include "chart/observations.h"
#include "labels/leaders.h"
#include "labels/spread.h"

#include <math.h>
#include <string.h>

/* In points, or shares of what is named. */
static const double PLOT = ZT_MM(32), PLOT_MOST = ZT_MM(52); /* of the columns alone */
static const double COLUMN_LEAST = ZT_MM(2.6);               /* of a class of observations */
enum { NAME_LINES = 2 };                                     /* of a class */
enum { LIMIT_MOST = 9999 }; /* widths in a limit: four digits on the axis */
enum { CLASSES_MOST = 20, CLASSES_LEAST = 5, NAMES_MOST = 12, LEVELS_MOST = 5 };

/* ---- classes as written ---- */

/* What stands between the limits of a class, and what makes one open. */
static const char *const dashes[] = {"—", "–", "-", "~", "～", "至", "到", "−", "－"};
static const char *const aboves[] = {"及以上", "以上", "+", "＋", " or more", " and over"};
static const char *const belows[] = {"以下", "以内", " or less", " and under"};

/* What of these begins a text; its bytes, 0 for none. */
static size_t begins(zt_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (zt_str_starts(text, words[i]))
            return zt_str_from(words[i]).len;
    return 0;
}

/* The limits that a key names; infinite where it is open. */
static bool read_class(zt_str key, double *low, double *high)
{
    zt_num num;
    size_t end = zt_number_end(key, 0);
    if (end == 0 || !zt_num_parse(zt_str_slice(key, 0, end), &num))
        return false;
    *low = zt_num_double(num);
    *high = INFINITY;
    for (size_t at = end; at < key.len; at++) {
        zt_str rest = zt_rest_of(key, at);
        size_t dash = begins(rest, dashes, sizeof dashes / sizeof *dashes);
        size_t after = at + dash, to = dash ? zt_number_end(key, after) : 0;
        if (dash && to > after && zt_num_parse(zt_str_slice(key, after, to), &num)) {
            *high = zt_num_double(num);
            return *high >= *low;
        }
        if (begins(rest, aboves, sizeof aboves / sizeof *aboves))
            return true;
        if (begins(rest, belows, sizeof belows / sizeof *belows)) {
            *high = *low;
            *low = -INFINITY;
            return true;
        }
    }
    return false;
}

/* A class ends where the next one begins: 0—14 and 15—59 leave no gap but that of whole numbers.
   An open class at the end is as wide as the one before it; one at the begin reaches to 0, or is
   as wide as the next. */
bool zt_histogram_limits(const zt_chart_data *data, double *limits, bool *open)
{
    double before = -INFINITY, low = 0, high = 0, whole = 0;
    size_t count = data->item_count;
    if (count < 2 || data->series_count != 1)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!read_class(data->items[i].key, &low, &high) || (isinf(low) && i > 0) ||
            (isinf(high) && i + 1 < count))
            return false;
        if (i > 0 && (low < before || low > before + 1 + 1e-9 || (i > 1 && low <= limits[i - 1])))
            return false;
        /* 0—14, 15—59 are of whole numbers: each includes its high limit */
        whole = i > 0 ? low - before : whole;
        limits[i] = low;
        before = high;
    }
    *open = isinf(high);
    if (isinf(limits[0]))
        limits[0] = limits[1] > 0 ? 0 : limits[1] - (count > 2 ? limits[2] - limits[1] : 1);
    limits[count] = *open ? 2 * limits[count - 1] - limits[count - 2] : high + whole;
    return limits[1] > limits[0] && limits[count] > limits[count - 1];
}

/* The classes of counts that are given. */
static void set_given(zt_histogram_plan *plan, const double *limits)
{
    const zt_chart_data *data = plan->chart->data;
    plan->count = data->item_count;
    plan->classes = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_histogram_class);
    double first = limits[1] - limits[0];
    for (size_t i = 0; i < plan->count; i++) {
        zt_histogram_class *c = &plan->classes[i];
        c->item = &data->items[i];
        c->low = limits[i];
        c->high = limits[i + 1];
        c->count = zt_chart_value(data, zt_chart_first_value(c->item));
        c->lit = c->item->highlight;
        plan->uneven = plan->uneven || fabs(c->high - c->low - first) > 1e-9 * first;
    }
}

/* ---- classes of observations ---- */

/* The step of so many tenths of its leading digit. */
static zt_num make_step(int tenths, int power)
{
    zt_num step = {.scaled = tenths, .decimals = 1};
    if (power < 0)
        step.decimals -= power;
    else if (!zt_num_scale(&step, power))
        step = (zt_num){.scaled = INT64_C(1000000000000)};
    zt_num_trim(&step);
    return step;
}

/* Of a range of two values: the least round width, 1, 2, 2.5 or 5 times a power of ten and no finer
   than the values are written, with at most so many classes, whose limits have four digits at most.
 */
static zt_ticks choose_classes(const zt_observations *range, size_t most)
{
    static const int tenths[] = {10, 20, 25, 50};
    double low = range->values[0].value, high = range->values[1].value;
    for (int power = -range->decimals; power < 16; power++)
        for (int i = 0; i < 4; i++) {
            zt_num step = make_step(tenths[i], power);
            double width = zt_num_double(step);
            if (step.decimals > range->decimals)
                continue;
            double first = floor(low / width + 1e-9), last = floor(high / width + 1e-9);
            if (last - first + 1 <= (double)most && fabs(first) <= LIMIT_MOST &&
                fabs(last + 1) <= LIMIT_MOST)
                return (zt_ticks){
                    .step = step, .first = (int64_t)first, .count = (size_t)(last - first) + 2};
        }
    return (zt_ticks){.step = {.scaled = 1}, .count = 2};
}

/* What classes must reach: the least and the greatest observation, of all panels where this is one
   of several, and how many there are in the fullest. */
static zt_observations range_of(const zt_histogram_plan *plan, const zt_observations *own)
{
    zt_chart whole = *plan->chart;
    zt_observations range = {.values = ZT_ARRAY(whole.setting->arena, 2, zt_observation),
                             .count = own->count,
                             .decimals = own->decimals};
    range.values[0] = own->values[0];
    range.values[1] = own->values[own->count - 1];
    whole.data = whole.all;
    for (size_t s = 0; whole.all && s < whole.all->series_count; s++) {
        zt_observations other = zt_observations_new(&whole, s);
        if (other.count == 0)
            continue;
        zt_observation low = other.values[0], high = other.values[other.count - 1];
        range.values[0] = low.value < range.values[0].value ? low : range.values[0];
        range.values[1] = high.value > range.values[1].value ? high : range.values[1];
        range.count = other.count > range.count ? other.count : range.count;
        range.decimals = other.decimals > range.decimals ? other.decimals : range.decimals;
    }
    return range;
}

/* Observations in their classes; a value at a limit belongs to the higher one. */
static void set_counted(zt_histogram_plan *plan, const zt_observations *all)
{
    zt_observations range = range_of(plan, all);
    double fit = floor(plan->width / COLUMN_LEAST), wish = ceil(2 * sqrt((double)range.count));
    double most = zt_clamp(zt_min(fit, wish), CLASSES_LEAST, CLASSES_MOST);
    zt_ticks ticks = choose_classes(&range, (size_t)most);
    double step = zt_num_double(ticks.step);
    plan->x.ticks = ticks;
    plan->count = ticks.count - 1;
    plan->classes = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_histogram_class);
    for (size_t i = 0; i < plan->count; i++) {
        plan->classes[i].low = step * (double)(ticks.first + (int64_t)i);
        plan->classes[i].high = plan->classes[i].low + step;
    }
    for (size_t i = 0; i < all->count; i++) {
        double at = floor(all->values[i].value / step + 1e-9) - (double)ticks.first;
        zt_histogram_class *c = &plan->classes[(size_t)zt_clamp(at, 0, (double)plan->count - 1)];
        c->count++;
        c->lit = c->lit || all->values[i].item->highlight;
    }
}

/* ---- across ---- */

/* A number of an axis. */
static zt_mark_text number_text(const zt_chart *chart, double value, const char *behind)
{
    zt_look look = zt_chart_look(chart, "tick");
    zt_buf text;
    zt_buf_init(&text, chart->setting->arena);
    zt_buf_number(&text, value, 4);
    zt_buf_puts(&text, behind);
    return zt_mark_text_new(chart, zt_buf_view(&text), &look, chart->data->kind_at);
}

/* Numbers at the limits: round ones of observations, those of the keys of given classes; none at
   an open end. */
static void set_numbers(zt_histogram_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    bool unit =
        plan->raw && zt_unit_is_per_cent(chart->data) && !zt_chart_unit_is_told(arena, chart->data);
    if (plan->raw) {
        plan->x = zt_tick_texts_of(chart, plan->x.ticks, (zt_str){0});
    } else {
        plan->x.size = zt_chart_look(chart, "tick").text.size;
        plan->x.texts = ZT_ARRAY(arena, plan->count + 1, zt_mark_text);
        for (size_t i = 0; i < plan->count; i++)
            plan->x.texts[i] = number_text(chart, plan->classes[i].low, "");
        if (!plan->open)
            plan->x.texts[plan->count] =
                number_text(chart, plan->classes[plan->count - 1].high, "");
    }
    zt_mark_text *last = &plan->x.texts[plan->count];
    if (unit)
        *last = zt_mark_text_new(chart,
                                 zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(last->text),
                                                             ZT_ARG(chart->data->unit))),
                                 &last->look, chart->data->kind_at);
}

/* x of all classes: between the axis, if any, and the right edge, with room for half a number at
   both ends. */
static void set_across(zt_histogram_plan *plan)
{
    double first = ZT_CHART_AXIS_LINE / 2, last = first;
    if (plan->x.texts) {
        size_t end = plan->open ? plan->count - 1 : plan->count;
        first = zt_max(first, plan->x.texts[0].width / 2);
        last = zt_max(last, plan->x.texts[end].width / 2);
    }
    double left = plan->has_axis ? plan->up.widest + ZT_HISTOGRAM_GAP : 0;
    plan->across = (zt_scale){.low = plan->classes[0].low,
                              .high = plan->classes[plan->count - 1].high,
                              .from = zt_max(left, first),
                              .to = plan->width - last};
    for (size_t i = 0; i < plan->count; i++) {
        zt_histogram_class *c = &plan->classes[i];
        c->left = zt_scale_at(&plan->across, c->low);
        c->right = zt_scale_at(&plan->across, c->high);
    }
}

/* The keys of given classes under their columns; false where one has no room. */
static bool set_names(zt_histogram_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_diags *diags = chart->setting->diags;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    size_t mark = zt_diags_mark(diags);
    double height = 0;
    bool good = true;
    for (size_t i = 0; good && i < plan->count; i++) {
        zt_histogram_class *c = &plan->classes[i];
        double limit = c->right - c->left - ZT_HISTOGRAM_GAP;
        good = limit > 2 * look.text.size;
        if (!good)
            break;
        c->name = zt_words_new(chart, c->item->key, c->lit ? &strong : &look, c->item->at, limit,
                               ZT_ALIGN_CENTRE);
        good = c->name.width <= limit && c->name.para->line_count <= NAME_LINES;
        height = zt_max(height, c->name.height);
    }
    if (!good || zt_diags_mark(diags) != mark) {
        zt_diags_rewind(diags, mark);
        for (size_t i = 0; i < plan->count; i++)
            plan->classes[i].name = (zt_words){0};
        return false;
    }
    plan->feet = height + ZT_HISTOGRAM_GAP;
    return true;
}

/* Names of the classes, else numbers at their limits, as many as keep clear of each other. */
static void plan_across(zt_histogram_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    if (!plan->raw) {
        set_across(plan);
        if (set_names(plan))
            return;
    }
    set_numbers(plan);
    set_across(plan);
    size_t count = plan->count + (plan->open ? 0 : 1);
    zt_label *labels = ZT_ARRAY(arena, count, zt_label);
    plan->keep = ZT_ARRAY(arena, plan->count + 1, bool);
    for (size_t i = 0; i < count; i++)
        labels[i] = (zt_label){.wanted = i < plan->count ? plan->classes[i].left
                                                         : plan->classes[i - 1].right,
                               .size = plan->x.texts[i].width};
    zt_labels_thin(labels, count, plan->x.size / 2, plan->keep);
    plan->feet = ZT_CHART_TICK + 1.4 * plan->x.size;
}

/* ---- up ---- */

/* Value and word of a class; what is counted here is bold where it is lit. */
static void set_value(zt_histogram_plan *plan, size_t i)
{
    const zt_chart *chart = plan->chart;
    zt_histogram_class *c = &plan->classes[i];
    const zt_ink *ink = c->lit ? chart->params->accent : NULL;
    zt_look look = zt_chart_look(chart, "value");
    if (ink)
        look = zt_chart_inked(look, ink);
    if (c->item)
        zt_mark_said(chart, (size_t)(c->item - chart->data->items), 0, ink, &c->value, &c->word);
    else if (c->count > 0)
        c->value = zt_mark_text_new(
            chart, zt_str_from(zt_arena_printf(chart->setting->arena, "%.0f", c->count)), &look,
            chart->data->kind_at);
    c->value = zt_mark_text_upright(c->value);
}

/* Whether every value has room over its column. */
static bool values_fit(const zt_histogram_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        const zt_histogram_class *c = &plan->classes[i];
        if (zt_max(c->value.width, c->word.width) + ZT_HISTOGRAM_GAP / 2 > c->right - c->left)
            return false;
    }
    return true;
}

/* Takes the values from the columns: an axis tells them; where areas carry them, words do. */
static void drop_values(zt_histogram_plan *plan)
{
    const zt_chart *chart = plan->chart;
    plan->has_axis = !plan->uneven;
    for (size_t i = 0; i < plan->count; i++)
        if (!plan->classes[i].value.slot)
            plan->classes[i].value = plan->classes[i].word = (zt_mark_text){0};
    if (plan->has_axis)
        plan->up = zt_tick_texts_new(chart, 0, plan->most, 5);
    plan->unsaid = zt_observations_unsaid(chart);
}

/* Values over the columns, else read off an axis, or told below. */
static void plan_up(zt_histogram_plan *plan, zt_histogram_alike alike)
{
    double first = plan->classes[0].high - plan->classes[0].low;
    for (size_t i = 0; i < plan->count; i++) {
        zt_histogram_class *c = &plan->classes[i];
        c->height = plan->uneven ? c->count * first / (c->high - c->low) : c->count;
        plan->most = zt_max(plan->most, c->height);
        set_value(plan, i);
    }
    plan->most = zt_max(plan->most, alike.most);
    plan_across(plan);
    if (alike.axis || !values_fit(plan)) {
        drop_values(plan);
        plan_across(plan);
    }
    if (plan->has_axis)
        plan->most = zt_max(plan->most, plan->up.high);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_histogram_class *c = &plan->classes[i];
        double value = c->value.text.len > 0 ? zt_mark_text_height(&c->value) : 0;
        double word = c->word.width > 0 ? zt_mark_text_height(&c->word) : 0;
        plan->value = zt_max(plan->value, value + word);
    }
    plan->value = zt_max(plan->value, plan->has_axis ? plan->up.size / 2 : 0);
}

/* ---- named observations ---- */

/* The class that an observation was counted in. */
static size_t class_of(const zt_histogram_plan *plan, double value)
{
    size_t i = 0;
    while (i + 1 < plan->count && value >= plan->classes[i].high - 1e-9 * fabs(value))
        i++;
    return i;
}

/* Adds a named observation, once. */
static void add_name(zt_histogram_plan *plan, const zt_observation *o)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    for (size_t i = 0; i < plan->name_count; i++)
        if (plan->names[i].item == o->item)
            return;
    if (plan->name_count == NAMES_MOST)
        return;
    zt_str value = zt_chart_label_at(chart, o->index, 0).value;
    const char *text =
        zt_arena_printf(chart->setting->arena, "%.*s %.*s", ZT_ARG(o->item->key), ZT_ARG(value));
    zt_histogram_name *name = &plan->names[plan->name_count++];
    *name = (zt_histogram_name){.item = o->item, .of = class_of(plan, o->value)};
    name->x = (plan->classes[name->of].left + plan->classes[name->of].right) / 2;
    name->text = zt_mark_text_new(chart, zt_str_from(text), o->item->highlight ? &strong : &look,
                                  o->item->at);
}

/* The median, whose line is its own. */
static void add_median(zt_histogram_plan *plan, const zt_observations *all)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    double value = zt_observations_quantile(all, 0.5);
    zt_str said = zt_observations_print(chart, all, value);
    const char *text = zt_arena_printf(
        chart->setting->arena, ZT_CHART_IN(chart, "中位数 %.*s", "Median %.*s"), ZT_ARG(said));
    zt_histogram_name *name = &plan->names[plan->name_count++];
    *name = (zt_histogram_name){.median = true, .of = class_of(plan, value)};
    name->x = zt_clamp(zt_scale_at(&plan->across, value), plan->across.from, plan->across.to);
    name->text = zt_mark_text_new(chart, zt_str_from(text), &look, chart->data->kind_at);
}

/* Levels over the columns for all of them; the text of the median begins behind its line, the
   others stand about theirs. What finds no level, or is wider than the plot, is told below. */
static void hang_names(zt_histogram_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_hung_label *labels = ZT_ARRAY(arena, plan->name_count + 1, zt_hung_label);
    size_t count = 0, *of = ZT_ARRAY(arena, plan->name_count + 1, size_t);
    for (size_t i = 0; i < plan->name_count; i++) {
        zt_histogram_name *name = &plan->names[i];
        double width = name->text.width;
        double left = name->median ? name->x + ZT_HISTOGRAM_GAP : name->x - width / 2;
        if (name->median && left + width > plan->width)
            left = name->x - ZT_HISTOGRAM_GAP - width;
        name->level = ZT_LEVEL_NONE;
        name->left = zt_clamp(left, 0, zt_max(0, plan->width - width));
        plan->level = zt_max(plan->level, 1.25 * name->text.look.text.size);
        if (width > plan->width)
            continue;
        of[count] = i;
        labels[count++] =
            (zt_hung_label){.anchor = name->x, .from = name->left, .to = name->left + width};
    }
    plan->levels = zt_labels_hang(arena, labels, count, ZT_HISTOGRAM_GAP, LEVELS_MOST);
    for (size_t i = 0; i < count; i++)
        plan->names[of[i]].level = labels[i].level;
}

/* Highlighted observations, the least and the greatest, and the median. */
static void plan_names(zt_histogram_plan *plan, const zt_observations *all)
{
    plan->names = ZT_ARRAY(plan->chart->setting->arena, NAMES_MOST + 1, zt_histogram_name);
    for (size_t i = 0; i < all->count; i++)
        if (all->values[i].item->highlight)
            add_name(plan, &all->values[i]);
    if (all->count > 2) {
        if (all->values[0].value < all->values[all->count - 1].value) {
            add_name(plan, &all->values[0]);
            add_name(plan, &all->values[all->count - 1]);
        }
        add_median(plan, all);
    }
    hang_names(plan);
}

/* ---- in words ---- */

/* Adds a text behind the others. */
static void tell(zt_histogram_plan *plan, const char *text, zt_pos at)
{
    const char *parted = zt_arena_printf(plan->chart->setting->arena, "%s%s",
                                         zt_foot_list_mark(plan->chart, &plan->told), text);
    zt_foot_list_add(&plan->told, zt_str_from(parted), at);
}

/* How many there are and how wide the classes, names without a level, values that areas carry. */
static void plan_told(zt_histogram_plan *plan, const zt_observations *all)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    zt_pos at = chart->data->kind_at;
    plan->told = zt_foot_list_new(chart, plan->count + NAMES_MOST + 4);
    if (plan->raw && all->count > 0) {
        zt_buf step;
        zt_buf_init(&step, arena);
        zt_num_print_grouped(&step, plan->x.ticks.step, ZT_GROUP_NONE);
        tell(plan,
             zt_arena_printf(
                 arena, ZT_CHART_IN(chart, "n=%zu，每柱宽%.*s", "n=%zu, each column is %.*s wide"),
                 all->count, ZT_ARG(zt_buf_view(&step))),
             at);
    }
    if (plan->uneven)
        tell(plan,
             ZT_CHART_IN(chart, "各段宽窄不一，以面积表示数值",
                         "classes differ in width: areas show the values"),
             at);
    bool values = plan->uneven && plan->unsaid;
    for (size_t i = 0; values && i < plan->count; i++) {
        const zt_histogram_class *c = &plan->classes[i];
        zt_str value = zt_chart_item_label(chart, c->item).value;
        tell(plan,
             zt_arena_printf(arena, ZT_CHART_IN(chart, "%.*s（%.*s）", "%.*s (%.*s)"),
                             ZT_ARG(c->item->key), ZT_ARG(value)),
             c->item->at);
    }
    bool median = false;
    for (size_t i = 0; i < plan->name_count; i++) {
        const zt_histogram_name *name = &plan->names[i];
        median = median || name->median;
        if (name->level == ZT_LEVEL_NONE)
            tell(plan, zt_arena_printf(arena, "%.*s", ZT_ARG(name->text.text)), name->text.at);
    }
    if (median)
        tell(plan, ZT_CHART_IN(chart, "中位数为推算", "the median is computed"), at);
    zt_foot_list_set(chart, &plan->told, plan->width);
}

/* 区县数；横轴单位：元, Number of counties; across: yuan. */
static zt_str counted_words(const zt_chart *chart, zt_str key, zt_str unit)
{
    zt_arena *arena = chart->setting->arena;
    if (chart->data->language == ZT_LANG_EN)
        return zt_str_from(zt_arena_printf(arena, "%s%.*s%s%.*s", key.len ? "Number: " : "Number",
                                           ZT_ARG(key), unit.len ? "; across, " : "",
                                           ZT_ARG(unit)));
    return zt_str_from(zt_arena_printf(arena, "%.*s%s%s%.*s", ZT_ARG(key),
                                       key.len > 0 ? "数" : "个数", unit.len > 0 ? "；横轴" : "",
                                       ZT_ARG(unit)));
}

/* What the columns count, over them at the left: 区县数. */
static void plan_head(zt_histogram_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    zt_str key = chart->data->key_name, unit = zt_chart_unit_line(arena, chart->data);
    zt_look look = zt_chart_look(chart, "tick");
    zt_str text = unit;
    if (plan->raw)
        text = counted_words(chart, key, unit);
    plan->head = zt_mark_text_new(chart, text, &look, chart->data->kind_at);
    plan->head_height = plan->head.width > 0 ? 1.5 * look.text.size : 0;
}

/* From all that is no column. */
static void set_heights(zt_histogram_plan *plan)
{
    double fixed = plan->head_height + (double)plan->levels * plan->level + plan->value +
                   plan->feet + plan->told.height + plan->notes.height;
    plan->height = fixed + (plan->count > 0 ? PLOT : 0);
    plan->height_max = fixed + (plan->count > 0 ? PLOT_MOST : 0);
}

/* One class at least; its height and limits are those of nothing where no value is known. */
zt_histogram_plan *zt_histogram_plan_new(const zt_chart *chart, double width,
                                         zt_histogram_alike alike)
{
    zt_histogram_plan *plan = ZT_NEW(chart->setting->arena, zt_histogram_plan);
    double *limits = ZT_ARRAY(chart->setting->arena, chart->data->item_count + 1, double);
    zt_observations all = {0};
    *plan = (zt_histogram_plan){.chart = chart, .width = width};
    plan->raw = !zt_histogram_limits(chart->data, limits, &plan->open);
    if (plan->raw) {
        all = zt_observations_new(chart, 0);
        plan->open = false;
        plan->unsaid = zt_observations_unsaid(chart);
        if (all.count > 0)
            set_counted(plan, &all);
    } else {
        set_given(plan, limits);
    }
    if (plan->count > 0) {
        plan_up(plan, alike);
        plan_head(plan);
    }
    if (plan->raw && all.count > 0)
        plan_names(plan, &all);
    plan_told(plan, &all);
    plan->notes = zt_note_list_new(chart, width);
    set_heights(plan);
    return plan;
}

/* Heights, and so equal lengths for equal counts, are the same where all that stands over and under
   the columns is; what is told below is at the foot of each. */
void zt_histogram_make_alike(zt_chart_plan *panels, size_t count)
{
    zt_histogram_alike alike = {0};
    zt_histogram_plan **plans = NULL;
    double level = 0, value = 0, feet = 0, head = 0, foot = 0;
    size_t levels = 0;
    for (size_t i = 0; i < count; i++) {
        const zt_histogram_plan *plan = panels[i].own;
        if (!plan)
            continue;
        if (!plan->chart->all)
            return;
        if (!plans)
            plans = ZT_ARRAY(plan->chart->setting->arena, count, zt_histogram_plan *);
        alike.axis = alike.axis || plan->has_axis;
        alike.most = zt_max(alike.most, plan->most);
    }
    for (size_t i = 0; i < count; i++) {
        const zt_histogram_plan *old = panels[i].own;
        if (!old)
            continue;
        zt_histogram_plan *plan = plans[i] = zt_histogram_plan_new(old->chart, old->width, alike);
        levels = plan->levels > levels ? plan->levels : levels;
        level = zt_max(level, plan->level);
        value = zt_max(value, plan->value);
        feet = zt_max(feet, plan->feet);
        head = zt_max(head, plan->head_height);
        foot = zt_max(foot, plan->told.height);
    }
    for (size_t i = 0; i < count; i++) {
        zt_histogram_plan *plan = plans ? plans[i] : NULL;
        if (!plan)
            continue;
        plan->levels = levels;
        plan->level = level;
        plan->value = value;
        plan->feet = feet;
        plan->head_height = head;
        plan->told.height = foot;
        set_heights(plan);
        panels[i] = (zt_chart_plan){
            .extent = {plan->height, plan->height_max}, .own = plan, .unsaid = plan->unsaid};
    }
}
