/* gen/solve/slicing_imp.h — the search behind slicing.h, for the files that share it. */
#ifndef ZT_SLICING_IMP_H
#define ZT_SLICING_IMP_H

#include "solve/slicing.h"

/* A set of items, one bit each. */
typedef uint32_t zt_slice_set;

/* The first item of a set, which holds one. */
static inline int zt_slice_lowest(zt_slice_set set)
{
    return __builtin_ctz(set);
}

static inline int32_t zt_slice_max(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static inline int32_t zt_slice_min(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Costs are kept above the sum of the items' cheapest shapes, and a line of cut is dearer than all
   costs of a page. 12 x (20,000 + 32 x 512) + 11 x 4,000 is below it, and 256 lines are below
   never. */
enum { ZT_SLICE_LINE = 1 << 19, ZT_SLICE_NEVER = 1 << 28 };

/* The least cost of each height from `low` on, for some items in some columns. */
typedef struct zt_slice_heights {
    int32_t *cost;
    int16_t low, count;
    int32_t least; /* of the costs */
} zt_slice_heights;

/* How a box of items is cut last; an item or a group is of each kind. */
typedef enum zt_slice_kind { ZT_SLICE_ALL, ZT_SLICE_ROWS, ZT_SLICE_STACKS } zt_slice_kind;
enum { ZT_SLICE_KINDS = 3 };

/* Boxes that end on one edge of a fixed rectangle or of the page, and reach up or down from it. */
typedef struct zt_slice_family {
    int edge; /* line */
    bool up;
    /* [first column x columns + end column - 1]: made when first asked for. */
    struct zt_slice_interval **intervals;
} zt_slice_family;

enum { ZT_SLICE_FREE = -1 };
/* Some items in some columns at some height: alone, or with fixed rectangles in a box of a
   family. */
typedef struct zt_slice_box {
    int family; /* ZT_SLICE_FREE: alone */
    int first, end, row, height;
    zt_slice_set set;
    zt_slice_kind kind;
} zt_slice_box;

/* A box cut in two, and what that adds to the cost of both. */
typedef struct zt_slice_parts {
    zt_slice_box a, b;
    int32_t extra;
} zt_slice_parts;

/* Costs are added in blocks: lists of heights stand between so many that are never. */
enum { ZT_SLICE_BLOCK = 8 };
enum { ZT_SLICE_EDGES = 2 * ZT_SLICE_FIXED + 2 };

/* One part above another at one width: the heights in low .. high that are kept, and the cost up to
   which one is followed. */
typedef struct zt_slice_above {
    const zt_slice_heights *top, *foot;
    int32_t weight; /* of foot's items, for each line of top */
    int low, high;
    int32_t most;
} zt_slice_above;

/* slicing_lanes.c: the innermost loops. */
typedef struct zt_slice_lanes {
    /* to[i] = min(to[i], a[i] + b[i] + plus) */
    void (*both)(int32_t *to, const int32_t *a, const int32_t *b, int32_t plus, int count);
    /* to[i] = min(to[i], a[i] + plus) */
    void (*one)(int32_t *to, const int32_t *a, int32_t plus, int count);
    /* As both; up to a block behind the last is written to, and the lists go on so far. */
    void (*beside)(int32_t *to, const int32_t *a, const int32_t *b, int32_t plus, int count);
    /* to[height] = the least of what it is and of both parts; up to a block behind `high` is
       written to. */
    void (*above)(const zt_slice_above *job, int32_t *to);
} zt_slice_lanes;
/* The quickest on this processor. */
const zt_slice_lanes *zt_slice_lanes_here(void);
/* Those of any processor; for tests. */
const zt_slice_lanes *zt_slice_lanes_plain(void);

typedef struct zt_slice_trial zt_slice_trial;
typedef struct zt_slicing {
    const zt_slice_page *page;
    const zt_slice_lanes *lanes;
    zt_arena *arena;
    /* Of the searches since the tables were made: how many, which items have become dearer and in
       which search last, and the boxes that were found again. */
    int search;
    zt_slice_set changed;
    int changed_in[ZT_SLICE_MOST];
    struct zt_slice_known *known;
    zt_slice_trial *trial;              /* NULL: what is found stays */
    zt_slice_item items[ZT_SLICE_MOST]; /* those at the left first, then those at the right */
    size_t from[ZT_SLICE_MOST];         /* where each stands in the page's list */
    int32_t base;                       /* the sum of the cheapest shapes */
    int32_t cheapest[ZT_SLICE_MOST];
    int32_t most; /* nothing dearer is followed */
    zt_slice_set full, head, foot, left, right, topped;
    zt_slice_set groups[ZT_SLICE_MOST]; /* that stand together */
    size_t group_count;
    int free_area;
    int32_t *weight;          /* [set] */
    int32_t *least, *largest; /* [set]: area of its items */
    int32_t *least_in;        /* [set x (columns + 1) + width]: of shapes that go into that width */
    /* Layouts of one set of items at one width, by their last cut: a table of each kind
       [set x (columns + 1) + width]. */
    zt_slice_heights *tables[ZT_SLICE_KINDS];
    /* What lies around a box costs at least: [set around it x (columns + 1) + width], by the lines
       of the page above and below it. NULL: not known. */
    zt_slice_heights *outside;
    uint32_t *outside_widths; /* bits of those that it has [set] */
    struct outside_bench *outside_bench;
    uint32_t *widths; /* [set x 3 + …]: bits of the widths that all, rows, stacks have */
    zt_slice_family families[2 * ZT_SLICE_EDGES];
    size_t family_count;
    int32_t *room; /* where heights are built, see zt_slice_keep */
    size_t room_left;
} zt_slicing;

/* slicing.c */
/* The costs of all boxes up to `most` above the cheapest shapes; NULL when the page cannot be
   filled whatever it costs. It lives in the arena. */
zt_slicing *zt_slice_open(zt_arena *arena, const zt_slice_page *page, int32_t most);

/* slicing_free.c, slicing_boxes.c */
/* Costs of all heights for all sets in boxes without fixed rectangles. */
void zt_slice_fill(zt_slicing *s);
/* Keeps costs[low .. high], without what is never reached at its ends. */
zt_slice_heights zt_slice_keep(zt_slicing *s, const int32_t *costs, int low, int high);
/* Never where the height is not there. */
int32_t zt_slice_cost_at(const zt_slice_heights *heights, int height);
/* What joining two parts in a row costs. */
int32_t zt_slice_butt(const zt_slicing *s, zt_slice_set a, zt_slice_set b);
/* Whether one may lie above the other. */
bool zt_slice_may_stack(const zt_slicing *s, zt_slice_set top, zt_slice_set foot);
/* Whether a may stand left of b. */
bool zt_slice_may_stand_left(const zt_slicing *s, zt_slice_set a, zt_slice_set b);
/* Whether a cut may part these items: not those that stand together. */
bool zt_slice_may_part(const zt_slicing *s, zt_slice_set set, zt_slice_set a);
zt_slice_heights *zt_slice_heights_of(const zt_slicing *s, zt_slice_kind kind, zt_slice_set set,
                                      int width);
/* Whether these are all the items that stand together. */
bool zt_slice_is_group(const zt_slicing *s, zt_slice_set set);
/* What a shape of an item costs above the item's cheapest, with its cut lines; NEVER where it is
   cut by more than the page may be. */
int32_t zt_slice_shape_cost(const zt_slicing *s, size_t item, const zt_shape *shape);
/* Into costs[low .. high], the least of each height of an item at a width. */
void zt_slice_fill_item(const zt_slicing *s, size_t item, int width, int low, int high,
                        int32_t *costs);
/* Heights that such items can have in a box of so many columns and such an area beside them. */
void zt_slice_window(const zt_slicing *s, zt_slice_set set, int width, int *low, int *high);

/* slicing_outside.c */
/* Finds what the items of a set cost around all others; those of all its parts were found. */
void zt_slice_look_outside(zt_slicing *s, zt_slice_set cut);
/* What all other items cost at least around a box of that size with these. */
int32_t zt_slice_outside(const zt_slicing *s, zt_slice_set inside, int width, int height);

/* slicing_fixed.c */
/* The families of boxes that may hold fixed rectangles. */
void zt_slice_prepare_fixed(zt_slicing *s);
/* Costs of all heights of boxes of a family between two columns. */
zt_slice_heights zt_slice_fixed_heights(zt_slicing *s, size_t family, int first, int end,
                                        zt_slice_set set);
/* The height up to which no fixed rectangle lies beyond a box of that height. */
int zt_slice_reach(zt_slicing *s, size_t family, int first, int end, int height);
/* Bits of the columns at which an upright cut parts such a box of some height. */
uint32_t zt_slice_cuts(zt_slicing *s, size_t family, int first, int end);
/* Whether that box holds items alone. */
bool zt_slice_is_free(zt_slicing *s, size_t family, int first, int end, int height);
/* Which family that is; their count when there is none. */
size_t zt_slice_family_at(const zt_slicing *s, int edge, bool up);
/* The family of the whole page: all boxes that end on its last line. */
size_t zt_slice_whole(const zt_slicing *s);

/* slicing_parts.c */
/* The first of the cheapest ways to part a box, if it costs at most *limit; `floor`: nothing is
   cheaper. *limit becomes its cost, or one more. */
bool zt_slice_part(zt_slicing *s, const zt_slice_box *box, int32_t floor, int32_t *limit,
                   zt_slice_parts *out);
/* What a box costs, where that is at most `limit`; else something above it. */
int32_t zt_slice_cost(zt_slicing *s, const zt_slice_box *box, int32_t limit);
/* The whole page. */
zt_slice_box zt_slice_page_box(zt_slicing *s);

/* slicing_known.c */
enum { ZT_SLICE_UNKNOWN = -1 };
/* In which search the box of a key was found again; UNKNOWN: in none. */
void zt_slice_know(zt_slicing *s, uint64_t key, int search);
int zt_slice_known_in(const zt_slicing *s, uint64_t key);

/* slicing_trial.c */
/* Until the end of the trial some items have other shapes, none of them cheaper. */
void zt_slice_trial_begin(zt_slicing *s, zt_slice_set items);
void zt_slice_trial_end(zt_slicing *s);
/* Told before a cost of a set changes, before a box of it is known, and when its heights in an
   interval are made. */
void zt_slice_trial_cost(zt_slicing *s, zt_slice_set set, int32_t *at);
void zt_slice_trial_known(zt_slicing *s, zt_slice_set set, uint64_t key, int search);
void zt_slice_trial_heights(zt_slicing *s, zt_slice_set set, zt_slice_heights *at, uint8_t *empty);

/* slicing_trace.c */
/* The layout behind the cost of the whole page. */
void zt_slice_trace(zt_slicing *s, zt_slice_answer *answer);

#endif
