/* tests/tools/solve/made_pages.c — newspaper pages by lot: items with heads, decks, photographs,
   text of paragraphs that take a line less or more, graphics of one size, advertisements. */
#include "solve_tools.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 8, LINES = 100, MEASURES = 6, PARAGRAPHS = 40, SHAPES = 6000 };
static const int measure_of[MEASURES] = {13, 20, 27, 34, 41, 55};
/* Of a hundred paragraphs, how many take a line less and more at each measure (pages of real copy).
 */
static const int less_percent[MEASURES] = {9, 3, 1, 1, 0, 0};
static const int more_percent[MEASURES] = {13, 29, 30, 25, 16, 10};
static const int sizes[] = {60, 48, 42, 36, 32, 26, 22, 18, 16};

/* A story: its lines at each measure, and what stands over them. */
typedef struct made_story {
    int least[MEASURES], natural[MEASURES], most[MEASURES];
    int head;                       /* characters */
    int photo_columns, photo_lines; /* 0: none */
    int rank;
} made_story;

static int up(int a, int b)
{
    return (a + b - 1) / b;
}

static made_story make_story(lots *l, int rank)
{
    made_story s = {.head = 8 + lot(l, 11), .rank = rank};
    int characters = rank == 0 ? 900 + lot(l, 900) : 250 + lot(l, 1100);
    while (characters > 0) {
        int paragraph = 40 + lot(l, 180);
        paragraph = paragraph < characters ? paragraph : characters;
        characters -= paragraph;
        for (int m = 0; m < MEASURES; m++) {
            int lines = up(paragraph + 2, measure_of[m]);
            s.natural[m] += lines;
            s.least[m] += lines - (lines > 1 && lot(l, 100) < less_percent[m]);
            s.most[m] += lines + (lot(l, 100) < more_percent[m]);
        }
    }
    if (rank == 0 || lot(l, 4) == 0) {
        s.photo_columns = rank == 0 ? 3 : 1 + lot(l, 2);
        s.photo_lines = s.photo_columns == 3 ? 18 : s.photo_columns == 2 ? 13 : 9;
    }
    return s;
}

typedef struct shape_list {
    zt_shape *shapes;
    size_t count;
} shape_list;

/* Keeps the cheapest of each width, height and cut. */
static void keep_shape(shape_list *list, zt_shape shape)
{
    if (shape.height < 5 || shape.height > LINES || shape.width > COLUMNS)
        return;
    for (size_t i = 0; i < list->count; i++) {
        zt_shape *s = &list->shapes[i];
        if (s->width == shape.width && s->height == shape.height && s->cut == shape.cut) {
            if (shape.cost < s->cost)
                *s = shape;
            return;
        }
    }
    if (list->count < SHAPES)
        list->shapes[list->count++] = shape;
}

/* Text in `legs` columns of a measure under a head of so many lines over some of them. */
static void add_bodies(const made_story *s, int width, int legs, int m, int head_legs, int head,
                       int cost, int most_cut, shape_list *out)
{
    int play = s->photo_columns;
    for (int crop = -play; crop <= play; crop++)
        for (int lines = s->least[m] - most_cut; lines <= s->most[m]; lines++) {
            int cut = lines < s->least[m] ? s->least[m] - lines : 0;
            int off = abs((cut ? s->least[m] : lines) - s->natural[m]);
            int photo = s->photo_columns * (s->photo_lines + crop);
            int area = lines + photo + head_legs * head, height = up(area, legs);
            int early = height * legs - area, leg = height - head;
            bool beside = s->photo_columns > legs - head_legs;
            if (early > 1 || leg < 4 ||
                (photo && height - (beside ? head : 0) < s->photo_lines + crop))
                continue;
            int price = cost + 20 * off + 10 * abs(crop) + 120 * early;
            price += leg > 60 ? 60 + (leg - 60) * 5 : leg < 8 ? 80 : 0;
            price += width == 1 && height > 45 ? 80 : 0;
            keep_shape(out, (zt_shape){width, height, cut, (uint32_t)price, (uint32_t)lines});
        }
}

/* Every head, split and body at a width. */
static void add_forms(const made_story *s, int width, int most_cut, shape_list *out)
{
    static const int splits[][3] = {{1, 1, 0}, {2, 2, 0}, {2, 1, 2}, {3, 3, 0}, {3, 2, 1},
                                    {4, 4, 0}, {4, 2, 2}, {5, 5, 0}, {5, 2, 3}, {6, 6, 0},
                                    {6, 4, 1}, {6, 3, 2}, {7, 7, 0}, {8, 8, 0}, {8, 4, 2}};
    static const int wanted[] = {2, 4, 5, 6, 6, 7};
    int first = wanted[s->rank < 6 ? s->rank : 5];
    if (s->photo_columns > width || (s->rank == 0 && width < 3))
        return;
    for (int k = first - 1; k <= first + 2 && k < 9; k++)
        for (int deck = 0; deck < 2; deck++)
            for (int over = 0; over < (width < 3 ? 1 : 2); over++) {
                int columns = width - over, points = columns * 125 - 8, ems = s->head * sizes[k];
                int lines = up(ems, points), most = width == 1 ? 3 : 2;
                if (lines > most)
                    continue;
                int cost = abs(k - first) * 30 + (deck ? 0 : 20) + over * 20 +
                           (lines == 1 && ems * 2 < points ? 50 : 0) + (lines == most ? 10 : 0);
                int rows = up(lines * sizes[k] * 115 + (deck ? 2000 : 0), 1360) + 1;
                for (size_t i = 0; i < sizeof splits / sizeof *splits; i++) {
                    bool plain = splits[i][1] == width;
                    if (splits[i][0] != width || (!plain && (s->photo_columns || over)))
                        continue;
                    add_bodies(s, width, splits[i][1], splits[i][2], plain ? columns : splits[i][1],
                               rows, cost + (plain ? 0 : 30), most_cut, out);
                }
            }
}

static int wanted_area(const made_story *s)
{
    return s->natural[0] + s->photo_columns * s->photo_lines +
           (s->rank == 0  ? 30
            : s->rank < 3 ? 14
                          : 7);
}

static const zt_slice_fixed feet[][2] = {
    {{0, 83, 8, 17}, {0, 0, 0, 0}},   {{4, 76, 4, 24}, {0, 0, 0, 0}},
    {{0, 80, 3, 20}, {5, 80, 3, 20}}, {{0, 96, 8, 4}, {0, 0, 0, 0}},
    {{0, 0, 0, 0}, {0, 0, 0, 0}},     {{6, 0, 2, 14}, {0, 83, 8, 17}},
    {{0, 30, 2, 25}, {0, 0, 0, 0}}};
static const size_t feet_counts[] = {1, 1, 2, 1, 0, 2, 1};

/* What a page is made of, until its copy is within a share of its room. */
typedef struct page_draft {
    made_story stories[ZT_SLICE_MOST];
    int graphic[ZT_SLICE_MOST][2]; /* columns and lines, or 0 */
    int kind;
} page_draft;

static int draft_page(page_draft *d, lots *l, size_t count, int kinds)
{
    static const int graphics[][2] = {{3, 40}, {2, 30}, {4, 24}, {3, 24}};
    memset(d, 0, sizeof *d);
    d->kind = lot(l, kinds);
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == 3 && count > 4 && lot(l, 2)) {
            memcpy(d->graphic[i], graphics[lot(l, 4)], sizeof d->graphic[i]);
            sum += d->graphic[i][0] * d->graphic[i][1];
            continue;
        }
        d->stories[i] = make_story(l, (int)i);
        sum += wanted_area(&d->stories[i]);
    }
    return sum;
}

static int room_of(int kind)
{
    int room = COLUMNS * LINES;
    for (size_t i = 0; i < feet_counts[kind]; i++)
        room -= feet[kind][i].width * feet[kind][i].height;
    return room;
}

zt_slice_page make_page(zt_arena *arena, uint64_t seed, size_t count, int off_percent, int most_cut,
                        bool heads)
{
    lots l = {seed * 6271 + count};
    page_draft d;
    int sum = draft_page(&d, &l, count, heads ? 7 : 5);
    while (abs(sum - room_of(d.kind)) * 100 > off_percent * room_of(d.kind))
        sum = draft_page(&d, &l, count, heads ? 7 : 5);
    zt_slice_item *items = ZT_ARRAY(arena, count, zt_slice_item);
    for (size_t i = 0; i < count; i++) {
        shape_list list = {ZT_ARRAY(arena, SHAPES, zt_shape), 0};
        if (d.graphic[i][0])
            keep_shape(&list, (zt_shape){d.graphic[i][0], d.graphic[i][1], 0, 0, 0});
        for (int w = 1; !d.graphic[i][0] && w <= COLUMNS; w++)
            add_forms(&d.stories[i], w, most_cut, &list);
        items[i] = (zt_slice_item){.shapes = list.shapes,
                                   .count = list.count,
                                   .weight = d.graphic[i][0] ? 2
                                             : i == 0        ? 6
                                             : i < 3         ? 3
                                                             : 1,
                                   .at = i == 0 ? ZT_SLICE_HEAD : 0,
                                   .topped = d.graphic[i][0] || d.stories[i].photo_columns,
                                   .with = -1};
    }
    return (zt_slice_page){.width = COLUMNS,
                           .height = LINES,
                           .items = items,
                           .count = count,
                           .fixed = feet[d.kind],
                           .fixed_count = feet_counts[d.kind],
                           .butt = 60,
                           .most_cut = most_cut};
}
