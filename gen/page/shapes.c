/* gen/page/shapes.c — the forms that an item can take, as shapes of columns and lines: for a story
   each width, headline, deck, place of its photographs and number of optional paragraphs with which
   its text just fills its frame. */
#include <limits.h>
#include <stdlib.h>

#include "page/found_imp.h"

/* Costs are counted in tenths of the template's score, so that a weight of one is one a line. */
enum { TENTHS = 10, ROWS_MOST = 1024, LEAST_LEG = 4 };
/* Heads over all but one column, and a headline that leaves half of its measure empty: small faults
   of the eye, in tenths. */
enum { OVER_COST = 20, LOOSE_HEAD_COST = 50, LONG_LEG_COST = 60, SHORT_LEG_COST = 80 };

/* ---- lines of a story's text at one measure ---- */

/* What every count of lines costs, tenths; -1: not to be had. */
typedef struct text_ways {
    int least, most;
    uint32_t floor; /* the least that any count costs, on the scale of zt_text_flow */
    int cost[ROWS_MOST + 1];
} text_ways;

/* From the breaker's scale: a line stretched by 0.12 em costs a point, one by 0.25 em fourteen. */
int zt_form_text_cost(uint32_t cost, uint32_t floor)
{
    enum { HUNDREDTHS = 500, MOST = 10000 };
    uint32_t tenths = cost > floor ? (cost - floor) / HUNDREDTHS : 0;
    return tenths < MOST ? (int)tenths : MOST;
}

/* Of a form's legs at a width of columns. */
static text_ways *ways_at(const zt_page_drawing *d, const zt_item_plan *story)
{
    text_ways *w = ZT_NEW(d->setting->arena, text_ways);
    const zt_story_flow *text = zt_article_flow_of(d, story);
    zt_stream_ways ways = {.costs = &(uint32_t){0}, .count = 1};
    if (text)
        ways = zt_story_flow_ways(d->setting, text);
    uint32_t least = ZT_NEVER;
    for (size_t i = 0; i < ways.count; i++)
        least = ways.costs[i] < least ? ways.costs[i] : least;
    for (int n = 0; n <= ROWS_MOST; n++)
        w->cost[n] = -1;
    w->least = ROWS_MOST + 1;
    w->floor = least;
    for (size_t i = 0; i < ways.count; i++) {
        int lines = ways.least + (int)i;
        if (ways.costs[i] == ZT_NEVER || lines > ROWS_MOST)
            continue;
        w->cost[lines] = zt_form_text_cost(ways.costs[i], least);
        w->least = lines < w->least ? lines : w->least;
        w->most = lines;
    }
    return w;
}

/* ---- forms ---- */

typedef ZT_VEC(zt_shape) shape_list;
typedef ZT_VEC(zt_page_form) form_list;

typedef struct form_maker {
    const zt_page_drawing *d;
    const zt_edition_item *item;
    const zt_story_style *style;
    int width; /* columns */
    shape_list shapes;
    form_list forms;
    text_ways *ways[2]; /* at a column, and at other legs: made when first asked for */
    int legs;           /* of ways[1] */
} form_maker;

/* Keeps a form when no cheaper one has its width, height and cut; those with the short headline
   apart, since they are not always asked for. */
static void keep_form(form_maker *m, const zt_page_form *form, int cost)
{
    zt_arena *arena = m->d->setting->arena;
    zt_shape shape = {.width = m->width,
                      .height = form->lines + m->d->look->between,
                      .cut = form->cut,
                      .cost = (uint32_t)(cost < ZT_SLICE_COST ? cost : ZT_SLICE_COST),
                      .choice = (uint32_t)m->forms.count};
    for (size_t i = 0; i < m->shapes.count; i++) {
        zt_shape *s = &m->shapes.items[i];
        bool alike = m->forms.items[s->choice].short_title == form->short_title;
        if (!alike || s->width != shape.width || s->height != shape.height || s->cut != shape.cut)
            continue;
        if (shape.cost < s->cost) {
            *s = shape;
            ZT_PUSH(arena, &m->forms, *form);
        }
        return;
    }
    ZT_PUSH(arena, &m->shapes, shape);
    ZT_PUSH(arena, &m->forms, *form);
}

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

double zt_form_measure(const zt_page_drawing *d, const zt_page_form *form, int width)
{
    zt_item_plan story = {.frame = {.cols = width}, .choice = form->choice};
    return zt_story_leg_width(&d->plan->grid, &story);
}

/* The text ways of a form's legs. */
static const text_ways *ways_of(form_maker *m, const zt_page_form *form)
{
    bool own = form->choice.legs > 0;
    int legs = form->choice.legs * ZT_SLICE_COLUMNS + m->width;
    if (m->ways[own] && (!own || m->legs == legs))
        return m->ways[own];
    m->legs = own ? legs : m->legs;
    zt_item_plan story = {.item = m->item, .frame = {0, 0, m->width, 1}, .choice = form->choice};
    m->ways[own] = ways_at(m->d, &story);
    return m->ways[own];
}

/* What a form gives up by the score, tenths. */
static int form_cost(const form_maker *m, const zt_page_form *f)
{
    const zt_edition_score *s = &m->d->look->score;
    int cost = f->title_steps * s->title_step + f->short_title * s->short_title +
               f->no_deck * s->no_deck + f->resplit * s->resplit + f->crop * s->crop;
    return cost * TENTHS;
}

static int head_cost(const form_maker *m, const zt_page_form *f, const zt_heads_plan *heads)
{
    bool loose = heads->title.line_count == 1 && heads->title.lines[0].ink.w < 0.5 * heads->width;
    return (f->choice.over < m->width ? OVER_COST : 0) + (loose ? LOOSE_HEAD_COST : 0);
}

/* Legs that are longer or shorter than the style likes. */
static int leg_cost(const form_maker *m, int lines)
{
    int most = m->style->leg_most > 0 ? m->style->leg_most : 60;
    int least = m->style->leg_least > 0 ? m->style->leg_least : 8;
    return lines > most ? LONG_LEG_COST + (lines - most) * 5 : lines < least ? SHORT_LEG_COST : 0;
}

/* The free lines of a story of so many lines. */
static int free_lines(const form_maker *m, const zt_page_form *f, int head_lines, int lines)
{
    zt_arena *arena = m->d->setting->arena;
    size_t count = m->item->article->item_count;
    zt_grid_rect *holes = ZT_ARRAY(arena, count, zt_grid_rect);
    for (size_t i = 0; i < count; i++)
        holes[i] = (zt_grid_rect){f->parts[i].column, f->parts[i].line, f->parts[i].cols,
                                  f->parts[i].lines};
    zt_item_plan story = {.item = m->item, .frame = {0, 0, m->width, lines}, .choice = f->choice};
    zt_leg_wants wants = {head_lines, m->d->look->least, holes, count};
    return zt_legs_of(arena, m->d->plan, &story, &wants).lines;
}

/* All heights in which the text of a form just fills its legs, or is too long by no more than may
   be cut. Below heads and pictures a frame grows by a line of each leg. */
static void add_heights(form_maker *m, const zt_page_form *base, const zt_heads_plan *heads)
{
    const text_ways *w = ways_of(m, base);
    int legs = base->choice.legs > 0 ? base->choice.legs : m->width;
    int foot = heads->lines, most = m->d->plan->grid.lines;
    for (size_t i = 0; i < m->item->article->item_count; i++) {
        int end = base->parts[i].line + base->parts[i].lines;
        foot = end > foot ? end : foot;
    }
    bool has_text = m->item->article->text != SIZE_MAX; /* else heads and pictures are all */
    int first = foot + (has_text ? LEAST_LEG : 0), cost = form_cost(m, base);
    int room = first <= most ? free_lines(m, base, heads->lines, first) : 0;
    for (int lines = first; lines <= most; lines++, room += legs) {
        zt_page_form form = *base;
        form.lines = lines;
        form.cut = room < w->least ? w->least - room : room > w->most ? w->most - room : 0;
        bool far = form.cut > ZT_FOUND_CUT || form.cut < -ZT_FOUND_CUT;
        if (room > ROWS_MOST || room < (has_text ? 1 : 0) || lines < 1 || far ||
            (!form.cut && w->cost[room] < 0))
            continue;
        int set = form.cut > 0 ? w->least : form.cut < 0 ? w->most : room, text = w->cost[set];
        form.text = text;
        form.floor = w->floor;
        form.head = head_cost(m, base, heads);
        form.leg = leg_cost(m, lines - heads->lines);
        keep_form(m, &form, cost + text + form.head + form.leg);
    }
}

/* ---- parts: photographs and panels of a story ---- */

/* Columns that a part takes in a story of that width; 0: it does not go in. */
static int part_columns(const form_maker *m, const zt_edition_item *part)
{
    int most = part->frame.cols.most, least = part->frame.cols.least;
    if (most == 0)
        most = part->kind == ZT_EDITION_BLOCK && m->style->rank_first > 1 ? 2 : 3;
    most = most < m->width ? most : m->width;
    return most < least ? 0 : most;
}

/* Lines of a part at so many columns, cropped by so many; 0: it cannot be. */
static int part_lines(const form_maker *m, const zt_edition_item *part, int cols, int crop)
{
    int lines = part->frame.lines.most;
    double width = zt_page_grid_width(&m->d->plan->grid, cols);
    if (lines == 0)
        lines = zt_page_block_lines(m->d->setting, m->d->plan, part, width) - crop;
    return lines < 2 ? 0 : lines;
}

/* The parts under the heads from the right to the left, and in rows one below the other. False when
   one does not go in. */
static bool put_parts(const form_maker *m, zt_page_form *form, int head_lines, int crop)
{
    const zt_article *article = m->item->article;
    zt_form_part *parts = ZT_ARRAY(m->d->setting->arena, article->item_count, zt_form_part);
    int line = head_lines, right = m->width, highest = 0;
    for (size_t i = 0; i < article->item_count; i++) {
        int cols = part_columns(m, &article->items[i]);
        int lines = cols ? part_lines(m, &article->items[i], cols, crop) : 0;
        if (lines == 0)
            return false;
        if (cols > right) {
            line += highest + 1;
            right = m->width;
            highest = 0;
        }
        parts[i] = (zt_form_part){right - cols, line, cols, lines};
        right -= cols;
        highest = lines > highest ? lines : highest;
    }
    form->parts = parts;
    return true;
}

/* The forms of a story with one headline: cropped or not. */
static void add_crops(form_maker *m, zt_page_form form, const zt_heads_plan *heads)
{
    int most = m->item->article->item_count > 0 ? m->style->crop : 0;
    for (int crop = 0; crop <= most; crop++) {
        form.crop = crop * (int)m->item->article->item_count;
        if (put_parts(m, &form, heads->lines, crop))
            add_heights(m, &form, heads);
    }
}

/* ---- heads ---- */

/* Steps from the largest size down to the one that was found. */
static int steps_to(const zt_story_style *style, double size)
{
    int steps = 0;
    while ((size_t)steps + 1 < style->title_count && style->titles[steps] > size + 0.01)
        steps++;
    return steps;
}

/* Legs that the desk asks for, where lines would not be shorter than beside a picture. */
static void add_asked_legs(form_maker *m, zt_page_form form, const zt_heads_plan *heads)
{
    const zt_page_grid *grid = &m->d->plan->grid;
    double em = grid->column / grid->characters;
    if (zt_form_measure(m->d, &form, m->width) >= m->d->look->least * em)
        add_crops(m, form, heads);
}

/* Other legs than columns, when the template has them: as many as make one of its measures. */
static void add_legs(form_maker *m, zt_page_form form, const zt_heads_plan *heads)
{
    const zt_page_grid *grid = &m->d->plan->grid;
    form.resplit = 0;
    form.choice.legs = zt_article_legs(m->d->plan->doc, m->item->article);
    if (form.choice.legs > 0) {
        add_asked_legs(m, form, heads);
        return;
    }
    add_crops(m, form, heads);
    double width = zt_page_grid_width(grid, m->width);
    for (int legs = m->width - 1; legs >= 1 && m->item->article->item_count == 0; legs--) {
        zt_char_columns c =
            zt_columns_of_characters(width, grid->column / grid->characters, legs, grid->gutter);
        bool listed = false;
        for (size_t i = 0; i < m->d->look->leg_count; i++)
            listed = listed || m->d->look->legs[i] == c.characters;
        if (!listed || form.choice.over < m->width)
            continue;
        form.choice.legs = legs;
        form.resplit = 1;
        add_crops(m, form, heads);
    }
}

/* A headline of at most each size of the style; what gives the lines of a larger one is no other.
   `apart`: what it keeps from its neighbour, em. Whether any size holds it. */
static bool add_sizes_apart(form_maker *m, zt_page_form form, double apart)
{
    const zt_article *article = m->item->article;
    const zt_story_style *style = m->style;
    int last = -1;
    for (size_t k = 0; k < style->title_count; k++) {
        form.choice.title_max = style->titles[k];
        form.choice.title_min = style->titles[style->title_count - 1];
        form.choice.title_apart = apart * style->titles[k];
        zt_heads_plan heads = zt_page_heads(m->d, article, &form.choice);
        bool fits = heads.title.over == 0 && heads.title.condense >= 1 &&
                    (int)heads.title.line_count <= style->title_lines_most;
        if (!fits || heads.lines == last)
            continue;
        last = heads.lines;
        form.title_steps = heads.title.line_count ? steps_to(style, heads.title.size) : 0;
        add_legs(m, form, &heads);
    }
    return last >= 0;
}

/* Two headlines on one level are read as one where the first runs up to its neighbour; so it keeps
   half an em free, unless it goes over the page, ends before text of its own, or has no other
   form. */
static void add_sizes(form_maker *m, zt_page_form form)
{
    const double apart = 0.5; /* em */
    bool alone = form.choice.over == m->d->plan->grid.columns || form.choice.over < m->width;
    if (alone || !add_sizes_apart(m, form, apart))
        add_sizes_apart(m, form, 0);
}

/* The headline as it is, and its short form. */
static void add_titles(form_maker *m, zt_page_form form)
{
    add_sizes(m, form);
    form.choice.short_title = m->item->article->short_title.len > 0;
    form.short_title = form.choice.short_title;
    if (form.choice.short_title)
        add_sizes(m, form);
}

static void add_width(form_maker *m)
{
    const zt_article *article = m->item->article;
    for (int over = 0; over < (m->width > 2 && m->style->over & ZT_HEADS_OVER_ALL_BUT_1 ? 2 : 1);
         over++)
        for (int deck = 1; deck >= (article->deck_optional && article->deck.at.line ? 0 : 1);
             deck--) {
            zt_page_form form = {.choice = {.over = m->width - over, .deck = deck == 1}};
            form.no_deck = !deck;
            add_titles(m, form);
        }
}

static void add_story(form_maker *m)
{
    const zt_count_range *wish = &m->item->frame.cols;
    int least = wish->least > 0 ? wish->least : m->style->cols_least;
    int most = wish->most > 0 ? wish->most : m->style->cols_most;
    most = clamp(most, 1, m->d->plan->grid.columns);
    for (m->width = clamp(least, 1, most); m->width <= most; m->width++)
        add_width(m);
}

/* ---- graphics and panels ---- */

static void report_size(const zt_page_drawing *d, const zt_edition_item *item)
{
    zt_report(d->setting->diags, ZT_ERROR, "frame-missing", item->at,
              "<%s> 没有写占几栏几行；请写 cols 和 lines，如 cols=\"3\" lines=\"40\"",
              "<%s> does not say how many columns and lines it takes; give it cols and lines, as "
              "cols=\"3\" lines=\"40\"",
              item->name);
}

/* The fewest lines that a graphic can be set in; those of the highest frame where it cannot: then
   it is told when it is set. */
static int graphic_low(const form_maker *m, int low, int high)
{
    int least = zt_graphic_lines(m->d->plan, m->item, m->width, low, high);
    return least ? least : high;
}

/* A graphic is set for its frame: every size that the desk allows costs the same. */
static void add_block(form_maker *m)
{
    const zt_frame *f = &m->item->frame;
    const zt_page_grid *grid = &m->d->plan->grid;
    bool measured = m->item->kind == ZT_EDITION_BLOCK && f->lines.most == 0;
    if (f->cols.most == 0 || (f->lines.most == 0 && !measured)) {
        report_size(m->d, m->item);
        return;
    }
    int most = clamp(f->cols.most, 1, grid->columns);
    for (m->width = clamp(f->cols.least, 1, most); m->width <= most; m->width++) {
        int low = f->lines.least, high = f->lines.most;
        if (measured)
            low = high = zt_page_block_lines(m->d->setting, m->d->plan, m->item,
                                             zt_page_grid_width(grid, m->width));
        low = clamp(low, 1, grid->lines);
        high = clamp(high, 1, grid->lines);
        if (low < high && m->item->kind == ZT_EDITION_GRAPHIC)
            low = graphic_low(m, low, high);
        for (int lines = low; lines <= high; lines++)
            keep_form(m, &(zt_page_form){.lines = lines}, 0);
    }
}

zt_page_forms zt_page_forms_of(const zt_page_drawing *d, const zt_edition_item *item)
{
    form_maker m = {.d = d, .item = item};
    zt_page_forms out = {.item = item, .topped = item->kind != ZT_EDITION_ARTICLE};
    if (item->kind == ZT_EDITION_ARTICLE) {
        m.style = zt_story_style_of(d->look, item->article->rank);
        add_story(&m);
    } else
        add_block(&m);
    out.shapes = m.shapes.items;
    out.count = m.shapes.count;
    out.forms = m.forms.items;
    return out;
}
