/* Places without values: strips of equal cells in which the place is lit, so that no length stands
   for a number that is not known. 前十 lights all ten. */
#include "chart/annotation.h"
#include "chart/marks.h"
#include "chart/chart_words.h"

#include "base/utf8.h"

/* In points, or shares of what is named. */
static const double CELL = ZT_MM(5.8);         /* height of a cell */
static const double CELL_MOST = ZT_MM(7);      /* the same when there is height to spare */
static const double CELL_GAP = ZT_MM(1);       /* from cell to cell */
static const double STRIP_GAP = ZT_MM(4);      /* from a strip to the next */
static const double STRIP_GAP_MOST = ZT_MM(7); /* the same when there is height to spare */
static const double HEAD_GAP = ZT_MM(1.6);     /* from the place to the cells */
static const double LABEL_GAP = ZT_MM(2.2);    /* from the place to its name */
static const double PAIR_LEAST = ZT_MM(40); /* least width of each when two items share a strip */
static const char PANEL[] = "panel";        /* ink: cells that are not lit */
static const char WITHIN[] = "companion-light"; /* ink: cells of 前十 */
static const char OTHERS[] = "companion";       /* ink: places that are not highlighted */

typedef struct ladder_params {
    int strip_cells;
    double digits;
} ladder_params;

static const zt_param rows[] = {{"strip-cells", ZT_PARAM(ladder_params, strip_cells, COUNT),
                                 "3..100", "10", "一条的格数", "cells of a strip"},
                                {"digits", ZT_PARAM(ladder_params, digits, NUMBER), NULL, "0.8",
                                 "名次的字号占关键数字", "size of places, of the figure"},
                                {0}};

enum { MOST_PER_STRIP = 2 };

typedef struct ladder_place {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* the rank, or a missing value */
    size_t place;                /* 0: not known */
    bool within;                 /* 前十: one of the first so many */
    const zt_figure *figure;
    double middle; /* of the figure's ink, above its baseline */
    zt_words label;
} ladder_place;

typedef struct ladder_strip {
    size_t first, count; /* its items */
    double head;         /* height of places and names over the cells */
} ladder_strip;

typedef struct ladder_plan {
    const zt_chart *chart;
    double width;
    ladder_place *places;
    size_t place_count;
    ladder_strip *strips;
    size_t strip_count;
    size_t cells;
    double cell_gap, cell_width;
    double cell, cell_max; /* heights */
    double gap, gap_max;
    double head_gap, label_gap;
    zt_look plain, lit; /* of the numbers in the cells */
    bool below;         /* cells too narrow for numbers: the ends and the places stand under them */
    bool stacked;       /* names under their places */
    double numbers;     /* height of numbers under the cells */
    double top;         /* headroom of the first strip's places */
    zt_note_list notes;
} ladder_plan;

static bool is_han_figure(zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19))
            return false;
    }
    return true;
}

/* Takes the place out of an item: its rank= or, without one, a missing value. The place stays 0
   where no number is known, and then no cell is lit. */
static void read_place(ladder_place *s, const zt_chart_item *item)
{
    s->item = item;
    s->quantity = item->rank ? item->rank : zt_chart_first_value(item);
    if (!item->rank || !zt_chart_has_value(item->rank))
        return;
    double place = zt_num_double(item->rank->printed);
    s->place = place >= 1 ? (size_t)place : 0;
    s->within = zt_rank_is_within(item->rank);
}

/* Two places of one strip: both shown by cells of their own. */
static bool may_share(const ladder_plan *plan, const ladder_place *a, const ladder_place *b)
{
    double each = (plan->width - plan->label_gap) / MOST_PER_STRIP;
    return a->place && b->place && !a->within && !b->within && a->place != b->place &&
           a->place <= plan->cells && b->place <= plan->cells && each >= PAIR_LEAST;
}

/* Two items share a strip where both can be shown in it: this halves the height of a long ladder.
 */
static void plan_strips(ladder_plan *plan)
{
    plan->strips = ZT_ARRAY(plan->chart->setting->arena, plan->place_count, ladder_strip);
    for (size_t i = 0; i < plan->place_count; i++) {
        bool pair =
            i + 1 < plan->place_count && may_share(plan, &plan->places[i], &plan->places[i + 1]);
        plan->strips[plan->strip_count++] = (ladder_strip){i, pair ? 2 : 1, 0};
        i += pair;
    }
}

/* Width of one item's head in points: the strip's own, or half of it less a gap when two share it.
 */
static double column_width(const ladder_plan *plan, const ladder_strip *s)
{
    return (plan->width - (double)(s->count - 1) * plan->label_gap) / (double)s->count;
}

/* Single places in the accent, all of them unless some are highlighted; 前十 in black. */
static bool in_accent(const ladder_plan *plan, const ladder_place *s)
{
    if (zt_chart_has_highlight(plan->chart->data))
        return s->item->highlight;
    return !s->within;
}

/* Sets the place as a key figure and finds the middle of its ink, by which the name beside it is
   centred: Han figures (第二) reach below the baseline, digits do not. */
static void plan_figure(ladder_plan *plan, ladder_place *s)
{
    const ladder_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "figure");
    double size = look.text.size * p->digits;
    zt_look sized = zt_look_at_size(&look, size);
    const zt_ink *ink = in_accent(plan, s) ? chart->params->accent : look.ink;
    zt_figure_style style = zt_chart_figure_style(chart, sized, ink);
    s->figure = zt_figure_new(chart->setting, s->quantity, &style);
    bool missing = s->quantity->status == ZT_MISSING;
    const zt_face_metrics *metrics = zt_face_metrics_of(sized.text.face);
    bool han = !missing && is_han_figure(s->quantity->text);
    double foot = han ? metrics->han_foot * size * chart->setting->template_->theme->figure.han : 0;
    s->middle = (s->figure->ascent + foot) / 2;
}

/* Names stand at the right of their places, under all of them when one has no room there. */
static void plan_heads(ladder_plan *plan)
{
    zt_look look = zt_chart_look(plan->chart, "label");
    for (size_t k = 0; k < plan->strip_count; k++)
        for (size_t i = plan->strips[k].first, n = 0; n < plan->strips[k].count; i++, n++) {
            double room = column_width(plan, &plan->strips[k]) - plan->places[i].figure->width;
            plan->stacked = plan->stacked || room - plan->label_gap < 6 * look.text.size;
        }
    for (size_t k = 0; k < plan->strip_count; k++) {
        ladder_strip *s = &plan->strips[k];
        for (size_t i = s->first, n = 0; n < s->count; i++, n++) {
            ladder_place *st = &plan->places[i];
            double room = column_width(plan, s);
            if (!plan->stacked)
                room -= st->figure->width + plan->label_gap;
            zt_str word = zt_chart_item_label(plan->chart, st->item).words;
            zt_str text = zt_str_from(zt_arena_printf(
                plan->chart->setting->arena,
                word.len ? ZT_CHART_IN(plan->chart, "%.*s（%.*s）", "%.*s (%.*s)") : "%.*s%.*s",
                ZT_ARG(st->item->key), ZT_ARG(word)));
            st->label = zt_words_new(plan->chart, text, &look, st->item->at, room, ZT_ALIGN_START);
            double figure = 2 * (st->figure->ascent - st->middle), label = st->label.height;
            double both = plan->stacked ? figure + plan->head_gap + label : zt_max(figure, label);
            s->head = zt_max(s->head, both);
        }
    }
}

/* The em boxes of places keep within the frame at its top too. */
static void plan_top(ladder_plan *plan)
{
    const ladder_params *p = plan->chart->own;
    zt_look look = zt_chart_look(plan->chart, "figure");
    double size = look.text.size * p->digits;
    look = zt_look_at_size(&look, size);
    const ladder_strip *s = &plan->strips[0];
    for (size_t n = 0; n < s->count; n++) {
        const ladder_place *st = &plan->places[s->first + n];
        double above = st->figure->ascent + zt_chart_figure_headroom(&look) - st->middle;
        double room = plan->stacked ? st->figure->ascent - st->middle : s->head / 2;
        plan->top = zt_max(plan->top, above - room);
    }
}

/* Cells take the whole width in equal parts. Where a number would not stand in its cell, places and
   ends are printed under the cells instead. */
static void plan_cells(ladder_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double count = (double)plan->cells;
    plan->cell_gap = zt_min(CELL_GAP, 0.2 * plan->width / count);
    plan->cell_width = (plan->width - (count - 1) * plan->cell_gap) / count;
    plan->cell = CELL;
    plan->cell_max = zt_max(plan->cell, CELL_MOST);
    plan->plain = zt_chart_look(chart, "label");
    zt_look lit = zt_chart_inked(zt_chart_look(chart, "name"), &zt_ink_paper);
    double least = chart->setting->template_->theme->limits.reversed_multi;
    plan->lit = zt_look_at_size(&lit, zt_max(lit.text.size, least));
    zt_mark_text widest = zt_mark_text_new(chart, ZT_STR("00"), &plan->lit, chart->data->kind_at);
    for (size_t i = 0; i < plan->place_count; i++) {
        char *place = zt_arena_printf(chart->setting->arena, "%zu", plan->places[i].place);
        zt_mark_text text =
            zt_mark_text_new(chart, zt_str_from(place), &plan->lit, chart->data->kind_at);
        widest.width = zt_max(widest.width, text.width);
    }
    plan->below = widest.width > plan->cell_width || plan->lit.text.size > plan->cell;
    plan->numbers = plan->below ? 1.3 * plan->plain.text.size : 0;
}

/* Figures first, since their widths decide where the names stand; cells do not depend on either. */
static ladder_plan *ladder_plan_new(const zt_chart *chart, double width)
{
    const ladder_params *p = chart->own;
    ladder_plan *plan = ZT_NEW(chart->setting->arena, ladder_plan);
    *plan = (ladder_plan){.chart = chart, .width = width, .place_count = chart->data->item_count};
    plan->cells = (size_t)p->strip_cells;
    plan->gap = STRIP_GAP;
    plan->gap_max = zt_max(plan->gap, STRIP_GAP_MOST);
    plan->head_gap = HEAD_GAP;
    plan->label_gap = LABEL_GAP;
    plan->places = ZT_ARRAY(chart->setting->arena, plan->place_count, ladder_place);
    for (size_t i = 0; i < plan->place_count; i++) {
        read_place(&plan->places[i], &chart->data->items[i]);
        plan_figure(plan, &plan->places[i]);
    }
    plan_strips(plan);
    plan_heads(plan);
    plan_top(plan);
    plan_cells(plan);
    plan->notes = zt_note_list_new(chart, width);
    return plan;
}

/* All that does not grow. */
static double fixed_height(const ladder_plan *plan)
{
    double height = plan->top + plan->notes.height;
    for (size_t k = 0; k < plan->strip_count; k++)
        height += plan->strips[k].head + plan->head_gap + plan->numbers;
    return height;
}

/* Cells grow to their ceiling, gaps between strips to theirs; names and figures keep their size. */
static zt_chart_plan ladder_plan_chart(const zt_chart *chart, double width)
{
    const ladder_plan *plan = ladder_plan_new(chart, width);
    double strips = (double)plan->strip_count, fixed = fixed_height(plan);
    return (zt_chart_plan){
        .extent = {fixed + strips * plan->cell + (strips - 1) * plan->gap,
                   fixed + strips * plan->cell_max + (strips - 1) * plan->gap_max},
        .own = plan};
}

/* Places with their names over a strip whose head begins at `top`, each at the left edge of its own
   column. */
static void draw_head(const ladder_plan *plan, zt_group *into, const ladder_strip *s, double top)
{
    const zt_chart *chart = plan->chart;
    for (size_t n = 0; n < s->count; n++) {
        const ladder_place *st = &plan->places[s->first + n];
        double x = (double)n * (column_width(plan, s) + plan->label_gap);
        if (plan->stacked) {
            zt_figure_place(st->figure, chart->setting, into, x, top + st->figure->ascent);
            zt_words_place(chart, &st->label, into, x, top + s->head - st->label.height);
            continue;
        }
        double middle = top + s->head / 2;
        zt_figure_place(st->figure, chart->setting, into, x, middle + st->middle);
        zt_words_centre(chart, &st->label, into, x + st->figure->width + plan->label_gap, middle);
    }
}

/* The item whose place this cell shows; NULL when it is an empty one. */
static const ladder_place *place_at(const ladder_plan *plan, const ladder_strip *s, size_t number)
{
    for (size_t n = 0; n < s->count; n++) {
        const ladder_place *st = &plan->places[s->first + n];
        if (st->place == number || (st->within && number <= st->place))
            return st;
    }
    return NULL;
}

/* What cell i stands for: i + 1; but a place beyond the last cell takes the last one, and the cell
   before it is left out for the gap, told by an ellipsis. 0: the ellipsis. */
static size_t number_of(const ladder_plan *plan, const ladder_strip *s, size_t cell)
{
    size_t place = plan->places[s->first].place;
    if (place <= plan->cells || cell + 2 < plan->cells)
        return cell + 1;
    return cell + 1 == plan->cells ? place : 0;
}

/* A cell that is lit for nobody has the ground's ink; one of 前十 a quiet one unless it is
   highlighted, since its place among the ten is not known. */
static const zt_ink *cell_ink(const ladder_plan *plan, const ladder_place *lit)
{
    if (!lit)
        return zt_setting_ink(plan->chart->setting, PANEL);
    if (in_accent(plan, lit))
        return plan->chart->params->accent;
    return lit->within ? zt_setting_ink(plan->chart->setting, WITHIN)
                       : zt_setting_ink(plan->chart->setting, OTHERS);
}

/* The number in or under a cell; an ellipsis for the cells that are left out (number 0). */
static zt_mark_text number_text(const ladder_plan *plan, size_t number, const zt_look *look)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_str text = number ? zt_str_from(zt_arena_printf(arena, "%zu", number)) : ZT_STR("…");
    return zt_mark_text_new(plan->chart, text, look, plan->chart->data->kind_at);
}

/* Left edge of a cell. */
static double cell_x(const ladder_plan *plan, size_t cell)
{
    return (double)cell * (plan->cell_width + plan->cell_gap);
}

/* All cells of a strip with their numbers, unless these stand under the cells. The fill tells how
   sure a place is, as in every chart (marks.h). */
static void draw_cells(const ladder_plan *plan, zt_group *into, zt_group *labels,
                       const ladder_strip *s, double top)
{
    const zt_chart *chart = plan->chart;
    for (size_t i = 0; i < plan->cells; i++) {
        size_t number = number_of(plan, s, i);
        const ladder_place *lit = number ? place_at(plan, s, number) : NULL;
        zt_rect cell = {cell_x(plan, i), top, plan->cell_width, plan->cell};
        zt_mark_fill fill = lit ? zt_mark_fill_of(lit->quantity) : ZT_MARK_SOLID;
        if (number)
            zt_mark_bar(chart, into, plan->places[s->first].item->at, cell, fill,
                        cell_ink(plan, lit));
        if (plan->below)
            continue;
        bool reversed = lit && (in_accent(plan, lit) || !lit->within);
        if (fill == ZT_MARK_HATCHED) /* the number stands on a plate of the ground */
            zt_scene_fill_rect(chart->setting->scene, into, lit->item->at,
                               (zt_rect){cell.x + 0.3 * cell.w, cell.y + 0.15 * cell.h,
                                         0.4 * cell.w, 0.7 * cell.h},
                               ZT_SOLID(&zt_ink_paper));
        reversed = reversed && fill == ZT_MARK_SOLID;
        zt_mark_text text = number_text(plan, number, reversed ? &plan->lit : &plan->plain);
        zt_mark_text_centre(chart, &text, labels, ZT_ALIGN_CENTRE, cell.x + cell.w / 2,
                            top + plan->cell / 2);
    }
}

/* Under narrow cells: the places first, then the ends where they keep clear of them. */
static void draw_numbers(const ladder_plan *plan, zt_group *into, const ladder_strip *s, double y)
{
    const zt_chart *chart = plan->chart;
    zt_look strong = zt_chart_strong(chart, &plan->plain);
    double taken[MOST_PER_STRIP + 2][2];
    size_t count = 0;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < plan->cells; i++) {
            size_t number = number_of(plan, s, i);
            const ladder_place *lit = number ? place_at(plan, s, number) : NULL;
            bool is_place = lit && lit->place == number && !lit->within;
            bool is_end = !is_place && (i == 0 || i + 1 == plan->cells);
            if (!(round == 0 ? is_place : is_end))
                continue;
            zt_mark_text text = number_text(plan, number, is_place ? &strong : &plan->plain);
            double middle = cell_x(plan, i) + plan->cell_width / 2;
            double x = zt_clamp(middle - text.width / 2, 0, plan->width - text.width);
            bool free = true;
            for (size_t k = 0; k < count; k++)
                free = free && (x + text.width < taken[k][0] || x > taken[k][1]);
            if (!free)
                continue;
            taken[count][0] = x - text.look.text.size / 3;
            taken[count++][1] = x + text.width + text.look.text.size / 3;
            zt_mark_text_baseline(chart, &text, into, ZT_ALIGN_START, x,
                                  y + 1.1 * plan->plain.text.size);
        }
}

/* Spare height goes to the gaps between strips first, then to the cells. The plan is copied, as it
   may be drawn again at another height. */
static void ladder_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    ladder_plan plan = *(const ladder_plan *)planned->own;
    const zt_chart *chart = plan.chart;
    double width = plan.width;
    double strips = (double)plan.strip_count;
    double spare = height - fixed_height(&plan) - strips * plan.cell - (strips - 1) * plan.gap;
    if (plan.strip_count > 1) {
        double wider = zt_clamp(spare / (strips - 1), 0, plan.gap_max - plan.gap);
        plan.gap += wider;
        spare -= wider * (strips - 1);
    }
    plan.cell += zt_clamp(spare / strips, 0, plan.cell_max - plan.cell);
    zt_group *cells = zt_mark_layer(chart, into, "cells", width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", width, height);
    double y = plan.top;
    for (size_t k = 0; k < plan.strip_count; k++) {
        const ladder_strip *s = &plan.strips[k];
        draw_head(&plan, labels, s, y);
        y += s->head + plan.head_gap;
        draw_cells(&plan, cells, labels, s, y);
        y += plan.cell;
        if (plan.below)
            draw_numbers(&plan, labels, s, y);
        y += plan.numbers + (k + 1 < plan.strip_count ? plan.gap : 0);
    }
    zt_note_list_place(chart, &plan.notes, labels, y);
}

/* Reports ladder-without-ranks (error) for each item without a place, unless its value is still to
   come: a ladder would show nothing of it. */
static bool ladder_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_chart_check_items(data, diags, "ladder");
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_chart_item *item = &data->items[i];
        const zt_quantity *value = zt_chart_first_value(item);
        if (item->rank || (value && value->status == ZT_MISSING))
            continue;
        zt_report(diags, ZT_ERROR, "ladder-without-ranks", item->at,
                  "“%.*s”没有名次；ladder 只画名次，有数值应改用 rank 或 bar",
                  "“%.*s” has no rank; a ladder draws places alone, for values use rank or bar",
                  ZT_ARG(item->key));
        good = false;
    }
    return good;
}

const zt_chart_kind zt_chart_kind_ladder = {
    .name = "ladder",
    .spans = {4, 3, 12},
    .params = {rows, sizeof(ladder_params)},
    .zh = "名次图：只有名次没有数值时，在等宽的格里点亮名次；“前十”点亮全部十格",
    .en = "Places without values: the place is lit on a ladder of equal cells, top ten lights all "
          "ten",
    .check = ladder_check,
    .plan = ladder_plan_chart,
    .draw = ladder_draw,
};
