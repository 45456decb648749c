/* The lines of a story's frame that are free for its text: columns from the left, each cut where
   heads and pictures stand. What goes through all columns parts the text into rows of legs, so that
   nobody reads across it. */
#include <math.h>

#include "page/page_imp.h"

/* Lines between text and what it stands above or below. */
enum { APART = 1 };
/* Fewer lines than this between two obstacles hold no text. */
enum { LEAST = 2 };

/* The frame while its lines are looked at. */
typedef struct free_lines {
    const zt_edition_plan *plan;
    zt_grid_rect frame;
    int legs;
    zt_char_columns across; /* points */
    bool *taken;            /* of leg, line */
    int least;              /* characters of a line beside a hole */
    zt_arena *arena;
    ZT_VEC(zt_obstacle) obstacles; /* holes with text beside them, in the frame */
    size_t narrow;                 /* the first hole that leaves too little room, counted from 1 */
} free_lines;

static bool *taken_at(free_lines *f, int leg, int line)
{
    return &f->taken[leg * f->frame.lines + line];
}

/* The left edge of a leg from the frame's. */
static double leg_x(const free_lines *f, int leg)
{
    return leg * (f->across.column + f->across.gutter);
}

/* Columns of the frame in points from its left, and the lines `first` up to `end`. */
typedef struct hole_box {
    double left, right;
    int first, end;
} hole_box;

static hole_box box_of(const free_lines *f, int column, int cols, int first, int end)
{
    const zt_page_grid *grid = &f->plan->grid;
    double left = (column - f->frame.column) * (grid->column + grid->gutter);
    return (hole_box){left, left + zt_page_grid_width(grid, cols), first < 0 ? 0 : first,
                      end < f->frame.lines ? end : f->frame.lines};
}

/* Whether the leg shares any width with it. */
static bool shares_width(const free_lines *f, int leg, const hole_box *box)
{
    const double hair = 0.5; /* points */
    double x = leg_x(f, leg);
    return x + f->across.column > box->left + hair && x < box->right - hair;
}

static void take_lines(free_lines *f, int leg, const hole_box *box)
{
    for (int line = box->first; line < box->end; line++)
        *taken_at(f, leg, line) = true;
}

/* Whole characters that the wider side of the box leaves in a leg, a gutter from it. */
static int characters_beside(const free_lines *f, int leg, const hole_box *box)
{
    const zt_page_grid *grid = &f->plan->grid;
    const double slack = 1e-6; /* rounding of sums */
    double left = box->left - grid->gutter - leg_x(f, leg);
    double right = leg_x(f, leg) + f->across.column - box->right - grid->gutter;
    double em = grid->column / grid->characters;
    return (int)floor(zt_max(left, right) / em + slack);
}

/* The lines that the heads go over. */
static void take_heads(free_lines *f, int cols, int lines)
{
    hole_box box = box_of(f, f->frame.column, cols, 0, lines);
    for (int leg = 0; leg < f->legs; leg++)
        if (shares_width(f, leg, &box))
            take_lines(f, leg, &box);
}

/* What stands in the frame: text goes beside it where a leg leaves it room enough. */
static void take_hole(free_lines *f, const zt_grid_rect *r, size_t number)
{
    double gap = f->plan->grid.gutter;
    int line = r->line - f->frame.line;
    hole_box box = box_of(f, r->column, r->cols, line - APART, line + r->lines + APART);
    bool beside = false;
    for (int leg = 0; leg < f->legs && box.first < box.end; leg++) {
        if (!shares_width(f, leg, &box))
            continue;
        int characters = characters_beside(f, leg, &box);
        beside = beside || characters >= f->least;
        if (characters >= f->least)
            continue;
        take_lines(f, leg, &box);
        f->narrow = characters > 0 && f->narrow == 0 ? number : f->narrow;
    }
    zt_obstacle o = {box.left - gap, box.right - box.left + 2 * gap, box.first,
                     box.end - box.first};
    if (beside)
        ZT_PUSH(f->arena, &f->obstacles, o);
}

/* Whether nothing but obstacles stands on the line. */
static bool is_wall(free_lines *f, int line)
{
    for (int leg = 0; leg < f->legs; leg++)
        if (!*taken_at(f, leg, line))
            return false;
    return true;
}

typedef ZT_VEC(zt_story_leg) leg_list;

/* The free stretches of one leg between two walls. */
static void add_leg(zt_arena *arena, free_lines *f, int leg, int first, int end, leg_list *out)
{
    for (int line = first; line < end;) {
        int foot = line;
        while (foot < end && !*taken_at(f, leg, foot))
            foot++;
        if (foot - line >= LEAST)
            ZT_PUSH(arena, out,
                    ((zt_story_leg){leg_x(f, leg), f->across.column, leg, line, foot - line}));
        line = foot + 1;
    }
}

int zt_article_legs(const zt_doc *doc, const zt_article *article)
{
    if (article->text == SIZE_MAX)
        return 0;
    const zt_story *text = doc->blocks[article->text].content;
    return (int)text->columns;
}

/* Legs of the story and the blank between them, points. */
static zt_char_columns across_of(const zt_page_grid *grid, const zt_item_plan *story)
{
    int legs = story->choice.legs > 0 ? story->choice.legs : story->frame.cols;
    if (legs == story->frame.cols)
        return (zt_char_columns){.column = grid->column, .gutter = grid->gutter};
    return zt_columns_of_characters(zt_page_grid_width(grid, story->frame.cols),
                                    grid->column / grid->characters, legs, grid->gutter);
}

double zt_story_leg_width(const zt_page_grid *grid, const zt_item_plan *story)
{
    return across_of(grid, story).column;
}

/* The slots of the legs. A line beside a hole counts as the part of a line that it holds. */
static void make_room(const free_lines *f, zt_story_legs *legs)
{
    const zt_page_grid *grid = &f->plan->grid;
    zt_leg *columns = ZT_ARRAY(f->arena, legs->count + 1, zt_leg);
    double lines = 0;
    for (size_t i = 0; i < legs->count; i++)
        columns[i] = (zt_leg){legs->items[i].x, legs->items[i].width, legs->items[i].line,
                              legs->items[i].lines};
    legs->room = zt_stream_room_of(f->arena, columns, legs->count, f->obstacles.items,
                                   f->obstacles.count, grid->column / grid->characters, f->least);
    for (size_t i = 0; i < legs->room.count; i++)
        lines += legs->room.slots[i].width / f->across.column;
    legs->lines = (int)(lines + 0.5);
}

zt_story_legs zt_legs_of(zt_arena *arena, const zt_edition_plan *plan, const zt_item_plan *story,
                         const zt_leg_wants *wants)
{
    const zt_page_grid *grid = &plan->grid;
    free_lines f = {.plan = plan,
                    .frame = story->frame,
                    .least = wants->least > 1 ? wants->least : 1,
                    .arena = arena};
    f.legs = story->choice.legs > 0 ? story->choice.legs : story->frame.cols;
    f.across = across_of(grid, story);
    f.taken = ZT_ARRAY(arena, (size_t)(f.legs * f.frame.lines), bool);
    take_heads(&f, story->choice.over, wants->head_lines);
    for (size_t i = 0; i < wants->hole_count; i++)
        take_hole(&f, &wants->holes[i], i + 1);
    leg_list list = {0};
    for (int line = 0; line < f.frame.lines;) {
        int end = line;
        while (end < f.frame.lines && !is_wall(&f, end))
            end++;
        for (int leg = 0; leg < f.legs; leg++)
            add_leg(arena, &f, leg, line, end, &list);
        line = end + 1;
    }
    zt_story_legs legs = {.items = list.items,
                          .count = list.count,
                          .obstacles = f.obstacles.items,
                          .obstacle_count = f.obstacles.count,
                          .narrow = f.narrow};
    make_room(&f, &legs);
    return legs;
}
