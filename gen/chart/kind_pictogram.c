/* A pictogram: a value is so many whole icons, each of which stands for a round number. The value
   itself is printed at the end. */
#include "chart/pictogram_imp.h"

#include "chart/whole.h"
#include "model/chart_icons.h"

/* In points, or shares of what is named. */
static const double WEIGHT = ZT_MM(0.36);   /* of the strokes of icons */
static const double HAIRLINE = ZT_MM(0.25); /* a value that is rounded to no icon */
static const double GROWTH = 2;             /* of the white between rows */
enum { ICONS_MOST = 200 };                  /* of one value */

/* White between rows is all that grows. */
static zt_chart_plan pictogram_plan(const zt_chart *chart, double width)
{
    const zt_pictogram_plan *plan = zt_pictogram_plan_new(chart, width);
    double height = plan->lead + plan->notes.height, gaps = 0;
    for (size_t i = 0; i < plan->count; i++) {
        height += zt_pictogram_row_height(plan, &plan->rows[i]);
        gaps += zt_pictogram_gap(plan, i);
    }
    return (zt_chart_plan){.extent = {height + gaps, height + GROWTH * gaps}, .own = plan};
}

/* Of a single series highlighted items in the accent; what is not known for certain is light. */
static const zt_ink *ink_of(const zt_chart *chart, const zt_pictogram_row *row)
{
    if (zt_mark_fill_of(row->quantity) != ZT_MARK_SOLID)
        return chart->params->third;
    return zt_series_ink(chart, &chart->data->items[row->item], row->series);
}

/* One icon in its square; a disc where the document names none. */
static void draw_icon(const zt_chart *chart, zt_group *into, const zt_pictogram_row *row,
                      zt_rect square)
{
    const zt_setting *setting = chart->setting;
    const zt_icon *icon = setting->icons ? zt_icons_get(setting->icons, chart->data->icon) : NULL;
    zt_paint paint = ZT_SOLID(ink_of(chart, row));
    if (icon)
        zt_icon_place(icon, setting->scene, into, row->quantity->at, (zt_point){square.x, square.y},
                      square.w, WEIGHT, paint);
    else
        zt_scene_disc(setting->scene, into, row->quantity->at,
                      (zt_point){square.x + square.w / 2, square.y + square.w / 2}, 0.45 * square.w,
                      paint);
}

/* All icons of a row from `top` down; a hairline for a value of which none is left. */
static void draw_icons(const zt_pictogram_plan *plan, zt_group *into, const zt_pictogram_row *row,
                       double top)
{
    double step = plan->icon + ZT_PICTOGRAM_GAP;
    for (size_t i = 0; i < row->icons; i++)
        draw_icon(plan->chart, into, row,
                  (zt_rect){plan->left + step * (double)(i % plan->per_line),
                            top + step * (double)(i / plan->per_line), plan->icon, plan->icon});
    double length = plan->stacked ? plan->icon : HAIRLINE;
    double height = plan->stacked ? HAIRLINE : plan->icon;
    if (row->icons == 0 && zt_chart_value(plan->chart->data, row->quantity) > 0)
        zt_scene_fill_rect(plan->chart->setting->scene, into, row->quantity->at,
                           (zt_rect){plan->left, top, length, height},
                           ZT_SOLID(ink_of(plan->chart, row)));
}

/* Value, word and numbers from x on. */
static void draw_said(const zt_pictogram_plan *plan, zt_group *into, const zt_pictogram_row *row,
                      double x, double y)
{
    const zt_chart *chart = plan->chart;
    double word = row->word.width > 0 ? ZT_PICTOGRAM_NEAR / 2 + row->word.width : 0;
    zt_mark_text_centre(chart, &row->value, into, ZT_ALIGN_START, x, y);
    zt_mark_text_centre(chart, &row->word, into, ZT_ALIGN_START,
                        x + row->value.width + ZT_PICTOGRAM_NEAR / 2, y);
    zt_pictogram_numbers_place(plan, row, into, x + row->value.width + word, y);
}

/* Name and value beside the icons, on the first and the last line of them; or both over these. */
static void draw_words(const zt_pictogram_plan *plan, zt_group *into, const zt_pictogram_row *row,
                       double top, double icons)
{
    const zt_chart *chart = plan->chart;
    double step = plan->icon + ZT_PICTOGRAM_GAP;
    size_t lines = zt_pictogram_lines(plan, row), last = row->icons - (lines - 1) * plan->per_line;
    zt_words_place(chart, &row->head, into, 0, top);
    if (plan->stacked) {
        double line = zt_pictogram_line(plan, row), foot = icons - ZT_PICTOGRAM_GAP;
        zt_words_place(chart, &row->name, into, 0, foot - row->name.height);
        double middle = foot - line / 2, x = plan->width - zt_pictogram_said_width(plan, row);
        draw_said(plan, into, row, x, middle);
        return;
    }
    zt_words_centre(chart, &row->name, into, 0,
                    zt_max(icons + plan->icon / 2, icons + row->name.height / 2));
    double x = plan->left + step * (double)last - ZT_PICTOGRAM_GAP + ZT_PICTOGRAM_NEAR;
    double y = icons + step * (double)(lines - 1) + plan->icon / 2;
    x = row->icons > 0 ? x : plan->left + ZT_PICTOGRAM_NEAR;
    y = zt_max(y, icons + zt_pictogram_line(plan, row) / 2);
    draw_said(plan, into, row, x, y);
}

/* The key, the rows, annotations. */
static void pictogram_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_pictogram_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double natural = planned->extent.height,
           gaps = (planned->extent.ceiling - natural) / (GROWTH - 1);
    double grown = gaps > 0 ? zt_clamp(1 + (height - natural) / gaps, 1, GROWTH) : 1;
    double y = plan->lead;
    zt_group *icons = zt_mark_layer(chart, into, "icons", plan->width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_words_place(chart, &plan->key, labels, 0, 0);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_pictogram_row *row = &plan->rows[i];
        y += grown * zt_pictogram_gap(plan, i);
        double top = y + zt_pictogram_row_lead(plan, row);
        draw_icons(plan, icons, row, top);
        draw_words(plan, labels, row, y, top);
        y += zt_pictogram_row_height(plan, row);
    }
    zt_note_list_place(chart, &plan->notes, labels, y);
}

/* Reports too-many-icons when a value would take more of them than can be counted. */
static bool check_count(const zt_chart_data *data, zt_diags *diags)
{
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values ? data->items[i].values[s] : NULL;
            size_t icons = zt_chart_icon_count(data, q);
            if (icons <= ICONS_MOST)
                continue;
            zt_report(
                diags, ZT_ERROR, "too-many-icons", data->each_at,
                "“%.*s”要画 %zu 个图标，最多 %d 个；each= 应写大一些，或删去，由程序取整数",
                "“%.*s” would take %zu icons, at most %d can be drawn; raise each=, or take it "
                "out, and a round number is chosen",
                ZT_ARG(data->items[i].key), icons, ICONS_MOST);
            return false;
        }
    return true;
}

/* Reports no-items, rank-without-values, should-be-bars, too-many-icons. */
static bool pictogram_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "pictogram") &&
           zt_chart_check_values(data, diags, "pictogram") && zt_whole_check_signs(data, diags) &&
           check_count(data, diags);
}

const zt_chart_kind zt_chart_kind_pictogram = {
    .name = "pictogram",
    .spans = {4, 3, 12},
    .zh = "象形图：数量画成整个的图标（icon=），一个图标代表一个整数（each=），真实数值印在行末",
    .en = "Amounts as whole icons (icon=), each of which stands for a round number (each=); the "
          "value "
          "at the end of its row",
    .ties_notes = true,
    .check = pictogram_check,
    .plan = pictogram_plan,
    .draw = pictogram_draw,
};
