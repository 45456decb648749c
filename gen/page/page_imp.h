/* gen/page/page_imp.h — private to page/: items of a page between planning and placing. Points;
   lines and columns of the grid where a member says so. */
#ifndef ZT_PAGE_IMP_H
#define ZT_PAGE_IMP_H

#include "block/heads/title_fit.h"
#include "block/words/story_flow.h"
#include "block/words/wording.h"
#include "layout/stream.h"
#include "page/page.h"

/* How a story stands in its frame: given by the desk, or one of the shapes that were counted. */
typedef struct zt_article_choice {
    int over;         /* columns that the heads go over */
    double title_min; /* the headline is fitted between these sizes, points */
    double title_max;
    double
        title_apart; /* points that its lines keep from the right edge, where another may stand */
    bool short_title, deck;
    int legs; /* columns of text; 0: those of the grid */
} zt_article_choice;

/* An item of a page, or of a story on it, with its frame. */
typedef struct zt_item_plan zt_item_plan;
struct zt_item_plan {
    const zt_edition_item *item;
    zt_grid_rect frame; /* on the page */
    zt_inset *inset;    /* of a graphic */
    /* Of a story. */
    zt_article_choice choice;
    zt_item_plan *parts; /* what stands in it, in document order */
    size_t part_count;
    /* Its frame leaves the page or meets another: told, and to be mended before what it holds. */
    bool misplaced;
    /* The form that was chosen of so many, when its frame was found; else NULL. */
    const struct zt_page_form *form;
    size_t forms;
};

/* A page with all its items in frames. */
typedef struct zt_page_plan {
    const zt_edition_page *page;
    zt_item_plan *items;
    size_t item_count;
    /* Of a layout that was found, tenths of the score: headlines side by side, and how low items of
       weight stand. */
    long butt, down;
} zt_page_plan;

/* What drawing a page needs. */
typedef struct zt_page_drawing {
    const zt_edition_plan *plan;
    const zt_page_plan *page;
    const zt_setting *setting; /* with a scene */
    const zt_edition_look *look;
    long *spare; /* lines of its stories that stay empty, added up */
    /* Where trials keep what they have planned; NULL when the page is drawn, for what is planned
       then is told of. */
    struct zt_page_shelf *shelf;
} zt_page_drawing;

/* ---- heads.c: kicker, headline, deck over some columns ---- */
typedef struct zt_heads_plan {
    const zt_article *article;
    const zt_story_style *style;
    zt_wording kicker, deck;
    /* The reversed name of a series before the kicker; the kicker's place beside it, and the height
       of both. */
    zt_wording tag;
    double tag_width, kicker_x, kicker_y, kicker_height;
    zt_look title_look;
    zt_title_fit title; /* no lines: none */
    double width;
    /* Of the em boxes from the first to the last; blank above them when they stand in `lines`. */
    double height, above;
    double title_y, deck_y; /* from the first em box */
    int lines;              /* of the grid */
} zt_heads_plan;
/* `memory`: what was set of the headline before; NULL: nothing. */
zt_heads_plan zt_heads_plan_of(const zt_setting *setting, const zt_page_grid *grid,
                               const zt_article *article, const zt_article_choice *choice,
                               double width, zt_title_memory *memory);
/* Its first line at the top of `into`. */
void zt_heads_place(const zt_setting *setting, const zt_heads_plan *heads, zt_group *into);

/* ---- graphic_frame.c ---- */
/* The fewest lines, of `low` to `high`, in which the graphic of an item can be set at a width of
   columns; 0: none. */
int zt_graphic_lines(const zt_edition_plan *plan, const zt_edition_item *item, int cols, int low,
                     int high);

/* ---- legs.c: the free lines of a story's frame ---- */
/* Columns that the desk asks for a story's text; 0: those of the grid. */
int zt_article_legs(const zt_doc *doc, const zt_article *article);
/* A stretch of lines that text may fill, in the order of reading. */
typedef struct zt_story_leg {
    double x, width; /* points, from the frame's left */
    int column;      /* of the text, from 0 */
    int line, lines; /* from the frame's top */
} zt_story_leg;
typedef struct zt_story_legs {
    zt_story_leg *items;
    size_t count;
    zt_stream_room room; /* their slots, in the frame */
    int lines;           /* that these hold, in lines of a whole leg */
    /* What stands in them with text beside it, in the frame. */
    const zt_obstacle *obstacles;
    size_t obstacle_count;
    /* The first hole that leaves some room beside it in a leg, but less than lines want; counted
       from 1, 0: none. */
    size_t narrow;
} zt_story_legs;
/* What is taken off a frame. */
typedef struct zt_leg_wants {
    int head_lines;            /* over the columns of the story's choice */
    int least;                 /* characters of a line beside a hole */
    const zt_grid_rect *holes; /* what stands in it, in the grid of the page */
    size_t hole_count;
} zt_leg_wants;
/* The frame without its heads and without what stands in it. */
zt_story_legs zt_legs_of(zt_arena *arena, const zt_edition_plan *plan, const zt_item_plan *story,
                         const zt_leg_wants *wants);

/* Of a leg of the story, points. */
double zt_story_leg_width(const zt_page_grid *grid, const zt_item_plan *story);

/* ---- shelf.c ---- */
typedef struct zt_page_shelf zt_page_shelf;
zt_page_shelf *zt_page_shelf_new(zt_arena *arena);
/* The heads of a story over the columns of the choice. */
zt_heads_plan zt_page_heads(const zt_page_drawing *d, const zt_article *article,
                            const zt_article_choice *choice);
/* The text of a block in legs of a width, points. */
zt_story_flow *zt_page_flow(const zt_page_drawing *d, const zt_block *block, double width);

/* ---- article.c ---- */
/* The text of a story, shaped for its measure; NULL without one. */
zt_story_flow *zt_article_flow_of(const zt_page_drawing *d, const zt_item_plan *story);

/* ---- article.c, page_block.c ---- */
/* Rules between stories side by side. */
void zt_article_rules_place(const zt_page_drawing *d, zt_group *into);
void zt_article_place(const zt_page_drawing *d, const zt_item_plan *story, zt_group *into);
/* How a story fills its frame. */
typedef struct zt_article_fit {
    int spare;     /* lines that stay empty; negative: that are over */
    uint32_t cost; /* of its lines, on the scale of zt_text_flow */
} zt_article_fit;
/* The story set in its frame, and not drawn. */
zt_article_fit zt_article_fit_of(const zt_page_drawing *d, const zt_item_plan *story);
/* A line of that weight along the inner side of a box. */
void zt_page_frame_place(const zt_page_drawing *d, zt_rect box, double weight, zt_pos at,
                         zt_group *into);
/* Where a graphic stands in its frame of the grid, points on the sheet: all of it, or what a box
   leaves. */
zt_rect zt_page_graphic_rect(const zt_page_grid *grid, const zt_edition_item *item,
                             zt_grid_rect frame);
/* A photograph, a panel, a graphic or an advertisement. */
void zt_page_block_place(const zt_page_drawing *d, const zt_item_plan *item, zt_group *into);
/* Lines that a block without a frame of its own takes at that width. */
int zt_page_block_lines(const zt_setting *setting, const zt_edition_plan *plan,
                        const zt_edition_item *item, double width);

/* ---- furniture.c ---- */
void zt_folio_place(const zt_page_drawing *d, zt_group *into);
void zt_nameplate_place(const zt_page_drawing *d, zt_group *into);

/* edition_account.c: a page for each page, its items in the order of the document. */
zt_account *zt_edition_account(zt_arena *arena, const zt_edition_look *look,
                               const zt_edition_plan *plan);

/* ---- article_report.c ---- */
/* How a story suits its frame. */
typedef struct zt_article_state {
    int heads;     /* lines that its heads take */
    int spare;     /* lines that stay empty; negative: that are over */
    int better;    /* lines of a frame that would suit it; 0: the page has no room for them */
    bool has_text; /* else it is heads and pictures alone */
} zt_article_state;
/* Reports story-overset and story-underset; one remedy for all that is wrong. */
void zt_article_report(const zt_page_drawing *d, const zt_item_plan *story,
                       const zt_article_state *state);
/* A story's name in messages: its headline, its id, or the words that it begins with. */
zt_str zt_article_name(zt_arena *arena, const zt_doc *doc, const zt_article *article);

#endif
