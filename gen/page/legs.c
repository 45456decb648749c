/* The lines of a story's frame that are free for its text: columns from the left, each cut where
   heads and pictures stand. What goes through all columns parts the text into rows of legs, so that
   nobody reads across it. */
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

/* Takes the lines `first` up to `end` from the legs that share any width with the columns. */
static void take(free_lines *f, int column, int cols, int first, int end)
{
    const zt_page_grid *grid = &f->plan->grid;
    const double hair = 0.5; /* points */
    double left = (column - f->frame.column) * (grid->column + grid->gutter);
    double right = left + zt_page_grid_width(grid, cols);
    for (int leg = 0; leg < f->legs; leg++) {
        bool beside =
            leg_x(f, leg) + f->across.column <= left + hair || leg_x(f, leg) >= right - hair;
        for (int line = first < 0 ? 0 : first; !beside && line < end && line < f->frame.lines;
             line++)
            *taken_at(f, leg, line) = true;
    }
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

zt_story_legs zt_legs_of(zt_arena *arena, const zt_edition_plan *plan, const zt_item_plan *story,
                         int head_lines, const zt_grid_rect *holes, size_t hole_count)
{
    const zt_page_grid *grid = &plan->grid;
    free_lines f = {.plan = plan, .frame = story->frame};
    f.legs = story->choice.legs > 0 ? story->choice.legs : story->frame.cols;
    f.across = across_of(grid, story);
    f.taken = ZT_ARRAY(arena, (size_t)(f.legs * f.frame.lines), bool);
    take(&f, f.frame.column, story->choice.over, 0, head_lines);
    for (size_t i = 0; i < hole_count; i++)
        take(&f, holes[i].column, holes[i].cols, holes[i].line - f.frame.line - APART,
             holes[i].line - f.frame.line + holes[i].lines + APART);
    leg_list list = {0};
    for (int line = 0; line < f.frame.lines;) {
        int end = line;
        while (end < f.frame.lines && !is_wall(&f, end))
            end++;
        for (int leg = 0; leg < f.legs; leg++)
            add_leg(arena, &f, leg, line, end, &list);
        line = end + 1;
    }
    zt_story_legs legs = {.items = list.items, .count = list.count};
    for (size_t i = 0; i < list.count; i++)
        legs.lines += list.items[i].lines;
    return legs;
}
