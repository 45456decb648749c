/* gen/page/page.h — the pages of an edition: items in frames of the paper's grid, then scenes. A
   plan says which graphics have to be set at which size; once they are, the pages are drawn. */
#ifndef ZT_PAGE_H
#define ZT_PAGE_H

#include "compose/compose.h"
#include "layout/account.h"
#include "model/edition.h"
#include "template/edition_look.h"

/* The grid of a paper on its sheet. Points from the sheet's top left. Columns are whole characters
   of the body's size (R46); what is over goes to the gutters. */
typedef struct zt_page_grid {
    double x, y; /* of the type area */
    double column, gutter, line;
    int columns, lines;
    int characters; /* of one column */
} zt_page_grid;
/* `margin` of the sheet: top right bottom left; `size` of the body's characters. */
zt_page_grid zt_page_grid_of(const zt_paper *paper, const double margin[4], double size);
/* So many columns with the gutters between them, points. */
double zt_page_grid_width(const zt_page_grid *grid, int columns);

/* A rectangle of the grid: columns and lines, both from 0. */
typedef struct zt_grid_rect {
    int column, line, cols, lines;
} zt_grid_rect;
/* Its rectangle on the sheet. */
zt_rect zt_grid_rect_on(const zt_page_grid *grid, zt_grid_rect r);
/* The same from where the type of its first line begins to where that of its last line ends. */
zt_rect zt_grid_type_rect_on(const zt_page_grid *grid, zt_grid_rect r);
/* Whether they share a column and a line. */
bool zt_grid_rect_meets(zt_grid_rect a, zt_grid_rect b);
/* Whether `b` lies in `a`. */
bool zt_grid_rect_holds(zt_grid_rect a, zt_grid_rect b);

/* A graphic that stands on the page: what has to be set, and once app/ has done so, the page it is
   drawn on. */
typedef struct zt_inset {
    const zt_edition_item *item;
    zt_grid_rect frame;
    double width, height; /* points */
    /* Filled by who sets it; NULL: it could not be set, which was reported. */
    zt_scene *scene;
    const char *id, *alt; /* of the document */
} zt_inset;

/* Who sets graphics. */
typedef struct zt_graphic_setter {
    void *self;
    /* Whether that of the item can be set in a rectangle of so many points; says nothing. */
    bool (*fits)(void *self, const zt_edition_item *item, double width, double height);
} zt_graphic_setter;

/* The pages with their items in frames. Lives in the arena of its setting. */
typedef struct zt_edition_plan {
    const zt_doc *doc;
    const zt_composition *composition;
    const zt_graphic_setter *setter;
    zt_page_grid grid;
    struct zt_page_plan *pages;
    size_t page_count;
    zt_inset *insets;
    size_t inset_count;
    zt_account *account; /* a page for each; costs in tenths of the score */
    int layout;          /* of pages that are found: 1 the best, 2 and 3 others that differ */
    bool whole;          /* every item stands in a frame; else it was reported what is in the way */
} zt_edition_plan;

/* Finds the faces that pages are set in; false after a report. */
bool zt_edition_has_faces(const zt_setting *setting, const zt_composition *composition);
/* Puts all items into frames; `setter` is asked for the height of graphics that have no frame and
   may be of several. Reports frame-missing, frame-outside, frames-overlap and, of pages that are
   found, page-items, page-overset, page-underset, page-bound and layouts-few; `layout` is which of
   the best layouts they get. */
zt_edition_plan *zt_edition_plan_of(zt_setting *setting, const zt_doc *doc,
                                    const zt_composition *composition,
                                    const zt_graphic_setter *setter, int layout);
/* Of a graphic that could not be set: reports graphic-frame with the lines, or else the columns, in
   which it can; nothing when there are none, for then it is not for its frame. */
void zt_edition_tell_frame(const zt_edition_plan *plan, const zt_setting *setting,
                           const zt_inset *inset);
/* Draws one page, and adds to its account the lines that stay empty. Reports story-overset,
 * story-underset, overset and what blocks have to say. */
zt_scene *zt_edition_place(const zt_edition_plan *plan, const zt_setting *setting, size_t page);

#endif
