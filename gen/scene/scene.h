/* gen/scene/scene.h — a page as data: the narrow waist between everything that decides and
   everything that writes. Points, origin at the trim's top left, y down; items lie in the frame of
   their group, whose dx and dy carry it into its parent's. Reading order is document order. */
#ifndef ZT_SCENE_H
#define ZT_SCENE_H

#include "base/arena.h"
#include "base/data_table.h"
#include "base/diag.h"
#include "base/geom.h"
#include "base/ink.h"
#include "base/pos.h"
#include "base/printing.h"
#include "base/role.h"
#include "base/str.h"
#include "image/picture.h"

typedef struct zt_face zt_face;

/* What an item is; the struct that begins with its zt_item follows from it. */
typedef enum zt_item_kind {
    ZT_ITEM_GROUP,
    ZT_ITEM_PATH,
    ZT_ITEM_GLYPHS,
    ZT_ITEM_IMAGE,
    ZT_ITEM_LINK
} zt_item_kind;

/* The common head of groups, paths, runs, images and links, so that they stand in one list. */
typedef struct zt_item zt_item;
struct zt_item {
    zt_item_kind kind;
    /* The XML that asked for it. */
    zt_pos at;
    /* In the frame of the group that holds it. */
    zt_rect box;
    zt_item *next; /* drawn after */
};

/* What stands on each page at its head or foot. */
typedef enum zt_page_part { ZT_PAGE_NO_PART, ZT_PAGE_HEADER, ZT_PAGE_FOOTER } zt_page_part;
/* Items that share a frame, and what is said about all of them. */
typedef struct zt_group {
    /* Box in its parent's frame: set by the layout, not the sum of what is inside. */
    zt_item item;
    /* Block name ("groups"), on the group of a block; else NULL. */
    const char *block;
    /* Part name ("head", "axis"); else NULL. */
    const char *part;
    /* The id of the element that it was painted for; else NULL. */
    const char *id;
    /* "bars", "labels", "axis", "credits": named layers; else NULL. */
    const char *layer;
    zt_role role;
    /* Alternative text of a figure; else NULL. */
    const char *alt;
    /* What is said for the words in it, where signs alone say it to the eye: 由半年调整为 for
       半年→; else NULL. Only of groups with a role. */
    const char *said;
    /* The data that a figure shows; else NULL. Borrowed from the document. */
    const zt_data_table *table;
    /* BCP 47 where it differs from the document; else NULL. */
    const char *lang;
    /* Groups of one number in a book are pieces of one element for a reader: a paragraph over two
       columns, a section over ten pages. 0: whole in itself. The element has the role of its first
       piece and stands where that was painted; a piece without items, an anchor, says that it
       stands there instead: a note after its call, a figure at its mention. */
    uint32_t flow;
    /* A line that each page has at its head or foot, which a reader passes over. */
    zt_page_part page_part;
    /* Moved by an <adjust>: it may then stand out of its block's frame, if the art desk wants so.
     */
    bool moved;
    double dx, dy;
    zt_item *first, *last;
} zt_group;

/* Steps of an outline, as in PDF. */
typedef enum zt_seg_kind { ZT_SEG_MOVE, ZT_SEG_LINE, ZT_SEG_CURVE, ZT_SEG_CLOSE } zt_seg_kind;
/* A step of an outline, in the frame of its path. */
typedef struct zt_seg {
    zt_seg_kind kind;
    /* MOVE, LINE: p[0]; CURVE: two controls and the end. */
    zt_point p[3];
} zt_seg;

/* Mitred joins longer than this many widths are bevelled, the same in every output (PDF's default).
 */
#define ZT_MITER_LIMIT 10.0

/* How the ends of a stroke look. */
typedef enum zt_cap { ZT_CAP_BUTT, ZT_CAP_ROUND } zt_cap;
/* An outline with its fill and stroke; painted fill first. */
typedef struct zt_path {
    /* box: of the ink, with the stroke. */
    zt_item item;
    zt_seg *segs;
    size_t seg_count, seg_capacity;
    zt_paint fill, stroke;
    /* The stroke does not overprint, though its ink would (scene/overprint.h). */
    bool knocks_out;
    double width; /* of the stroke */
    /* Ends of the stroke, and its joins: round with ZT_CAP_ROUND, mitred with ZT_CAP_BUTT. */
    zt_cap cap;
    /* On, off; 0 0 = solid. */
    double dash[2];
    /* One rectangle in the same frame, or NULL (hatching). */
    const zt_rect *clip;
    zt_arena *arena;
} zt_path;

/* A glyph of a run where it stands. */
typedef struct zt_glyph {
    /* Number of the glyph in the face; 0, the glyph of what a face lacks, never reaches a scene. */
    uint32_t id;
    /* Its own origin (baseline, left) from the run's origin, also in a vertical run, where x is
       about -advance width / 2: outputs paint all runs alike. */
    double x, y;
    /* The advance as set, after squeeze and justification; in a vertical run downwards. */
    double advance;
    /* Byte offset into the run's text. */
    uint32_t cluster;
} zt_glyph;

/* A run: glyphs of one face, size and ink on one line. */
typedef struct zt_glyphs {
    /* box: advances x (-0.12 .. 0.88) em about the baseline, from the origin on; of a vertical run
       1 em about the centre line x advances, of superiors and inferiors that of the text they hang
       on: their figures stand within it. */
    zt_item item;
    const zt_face *face;
    double size;
    /* Of superiors and inferiors: size of the text they hang on, and how far they stand above its
       baseline; `beside` 0: neither. */
    double beside, rise;
    /* Where and how the run stands. */
    zt_point origin; /* baseline start, in the group's frame */
    /* Turned 90 degrees clockwise about the origin (R70). */
    bool rotated;
    /* Width of the glyphs to their own, 0.9 .. 1; 0 stands for 1 (R94). */
    double condense;
    /* Upright glyphs that run down: origin is the column's centre line. */
    bool vertical;
    /* How far the line may stand out to the left, so that an opening quotation mark hangs before
       the edge of its text, points; 0: not at all. Of the first run of a line. */
    double may_hang;
    /* Runs of one number, one after another in a group, are one line to a reader, in the order of
       the text, whatever their faces and sizes; 0: alone. */
    uint32_t line;
    /* What is painted and what it says: outputs draw the glyphs and never shape the text again. */
    const zt_glyph *glyphs;
    size_t glyph_count;
    /* What it says, for ToUnicode and reading; clusters point into it. Without characters that are
       never seen (zt_is_ignorable). */
    zt_str text;
    zt_paint paint;
} zt_glyphs;

/* A photograph in its box; the picture belongs to the arena that it was read into. */
typedef struct zt_image {
    /* box: what is seen of it. */
    zt_item item;
    const zt_picture *picture;
    /* The part of the upright picture that fills the box, of 0 .. 1. */
    zt_rect crop;
} zt_image;

/* An area that leads to an address or to a place of the book; it paints nothing. */
typedef struct zt_link {
    zt_item item;
    const char *uri; /* NULL: leads into the book */
    /* The id of one of the book's dests; NULL: leads out of it. */
    const char *dest;
} zt_link;

/* The columns over the type area and the lines that a designer sees with --grid; it is never
   printed. Points. */
typedef struct zt_scene_grid {
    int columns; /* 0: the page has none */
    double gutter;
    /* Distance of its lines, 0 for none, and the first of them from the trim's top. */
    double line, first;
} zt_scene_grid;

/* What files for the press have outside the bleed: lines where the page is cut, crosses where the
   plates meet. */
enum { ZT_MARK_CROP = 1, ZT_MARK_REGISTER = 2 };

/* One page. Everything in it lives in `arena`. */
typedef struct zt_scene {
    zt_arena *arena;
    /* Outputs add the bleed themselves. */
    double width, height; /* trim, points */
    /* Beyond the trim on each side; 0 = none. */
    double bleed;
    unsigned marks; /* ZT_MARK_CROP | ZT_MARK_REGISTER; outputs for the press draw them */
    zt_rect type_area;
    zt_scene_grid grid;
    zt_group *root; /* role Document */
    /* While the scene is built: the line that new runs belong to, and how often it was begun. */
    uint32_t line_count, line_depth;
} zt_scene;

/* An entry of the outline that viewers show beside the pages. */
typedef struct zt_bookmark {
    const char *title;
    size_t page;
    /* On that page, points from the trim's top. */
    double y;
    /* 0: stands at the top; an entry lies below the nearest one before it of a lower level. */
    size_t level;
} zt_bookmark;

/* A place of the book that links lead to. */
typedef struct zt_dest {
    const char *id; /* no two of a book are equal */
    size_t page;
    /* On that page, points from the trim's top. */
    double y;
} zt_dest;

/* How the number of a page is printed: 12, xii, XII, or not at all. */
typedef enum zt_page_style {
    ZT_PAGE_DECIMAL,
    ZT_PAGE_ROMAN,
    ZT_PAGE_ROMAN_CAPITALS,
    ZT_PAGE_UNNUMBERED
} zt_page_style;

/* The numbering of the pages from `first` to the next of its kind: prefix, then start, start + 1
   and so on in that style. */
typedef struct zt_page_labels {
    size_t first;
    zt_page_style style;
    int start;          /* 1 or more */
    const char *prefix; /* "A-"; NULL: none */
} zt_page_labels;

/* The pages of a document with what its files say about it. Texts and pages are borrowed from the
   document's arena. */
typedef struct zt_book zt_book;
struct zt_book {
    const char *id, *title, *lang, *subject;
    /* The document's file as the user named it; NULL: none. */
    const char *path;
    /* The author's words for who does not see the pages, read before all else; NULL: none. */
    const char *alt;
    /* ISO date of the metadata, or NULL. */
    const char *date;
    /* What its pages are printed on, or NULL where the theme says nothing of any press. Borrowed
       from the template. */
    const zt_printing *printing;
    /* Limits of the theme: all inks together in per cent, 0 = none; type of black overprints below
       that size in points, 0 = of any size. */
    double ink_limit, overprint_below;
    zt_scene **pages;
    size_t page_count;
    /* In the order of the pages. */
    const zt_bookmark *bookmarks;
    size_t bookmark_count;
    /* In any order. */
    const zt_dest *dests;
    size_t dest_count;
    /* In the order of the pages; without any, pages are numbered from 1. */
    const zt_page_labels *labels;
    size_t label_count;
    /* Even and odd pages lie side by side, the first alone at the right. */
    bool facing;
    /* The data of its figures go along in files that can hold others. */
    bool attaches_data;
    /* The same document for screens, in several widths, the widest first: made only for outputs
       that ask for them (zt_output.for_screens); NULL: none. */
    const zt_book *const *twins;
    size_t twin_count;
    /* For screens: pictures have so many pixels across, and are cut between blocks when they are
       higher than `high`; 0: neither. */
    double pixels, high;
};

/* An empty page of that trim, in points; its type area is the whole trim until the layout sets it.
 */
zt_scene *zt_scene_new(zt_arena *arena, double width, double height);

/* Appends; the new group's frame is its parent's moved by dx, dy. */
zt_group *zt_scene_add_group(zt_scene *scene, zt_group *parent, zt_pos at, double dx, double dy);
/* A group for a block or a part; box in the parent's frame, the frame's origin at the box's. */
zt_group *zt_scene_add_part(zt_scene *scene, zt_group *parent, zt_pos at, const char *part,
                            zt_role role, zt_rect box);
/* Makes a group of another page, or one that is detached, the last of `parent`, its frame moved by
   dx, dy; both pages must live in one arena. */
void zt_scene_adopt(zt_group *parent, zt_group *group, double dx, double dy);
/* A detached group for trial placement: same arena, in no page. */
zt_group *zt_scene_detached(zt_scene *scene);

/* An empty path; add segments, then set fill or stroke and width, then call zt_path_done. */
zt_path *zt_scene_add_path(zt_scene *scene, zt_group *parent, zt_pos at);
/* Begins an outline at that point of the frame. */
void zt_path_move(zt_path *path, double x, double y);
/* A straight step; a move must have come before, as for curves. */
void zt_path_line(zt_path *path, double x, double y);
/* A cubic Bezier curve by its two control points and its end. */
void zt_path_curve(zt_path *path, zt_point c1, zt_point c2, zt_point end);
/* Back to the start of the outline. */
void zt_path_close(zt_path *path);
/* A closed outline, clockwise from its top left. */
void zt_path_rect(zt_path *path, zt_rect rect);
/* The same with round corners of that radius, or of half the shorter side if that is less. */
void zt_path_round_rect(zt_path *path, zt_rect rect, double radius);
/* A closed outline of four curves; off by less than 0.03 % of the radius. */
void zt_path_circle(zt_path *path, double cx, double cy, double r);
/* A ring sector, angles in degrees clockwise from 12 o'clock; inner radius 0 makes a wedge. */
void zt_path_sector(zt_path *path, zt_point centre, double inner, double outer, double from_deg,
                    double to_deg);
void zt_path_done(zt_path *path); /* computes the box; call once, last */

/* Common shapes, done. */
void zt_scene_fill_rect(zt_scene *scene, zt_group *parent, zt_pos at, zt_rect rect, zt_paint fill);
/* A straight line with flat ends, `width` points thick, the points at its middle. */
void zt_scene_rule(zt_scene *scene, zt_group *parent, zt_pos at, zt_point from, zt_point to,
                   double width, zt_paint stroke);
/* A filled circle. */
void zt_scene_disc(zt_scene *scene, zt_group *parent, zt_pos at, zt_point centre, double r,
                   zt_paint fill);

/* A picture, kept by reference; `crop` {0, 0, 1, 1} shows it whole. */
zt_image *zt_scene_add_image(zt_scene *scene, zt_group *parent, zt_pos at,
                             const zt_picture *picture, zt_rect crop, zt_rect box);
/* A link over that box of its parent's frame; the caller says where it leads. */
zt_link *zt_scene_add_link(zt_scene *scene, zt_group *parent, zt_pos at, zt_rect box);
/* Whether less than all of the picture is seen. */
bool zt_image_is_cropped(const zt_image *image);
/* Where all of the picture would lie, in the frame of the box. */
zt_rect zt_image_whole(const zt_image *image);
/* Pixels an inch as printed, the lesser of across and down. */
double zt_image_ppi(const zt_image *image);
/* A glyph run; glyphs and text are kept by reference and must live in the scene's arena. */
zt_glyphs *zt_scene_add_glyphs(zt_scene *scene, zt_group *parent, zt_pos at, const zt_face *face,
                               double size, zt_point origin, const zt_glyph *glyphs, size_t count,
                               zt_str text, zt_paint paint);
/* Runs added between the two are one line. Within an open line they change nothing: a phrase that
   is made of several small lines is begun around them. */
void zt_scene_line_begin(zt_scene *scene);
/* Ends the line that the matching begin opened. */
void zt_scene_line_end(zt_scene *scene);
/* The run that goes on with the line of this one, or NULL. */
const zt_glyphs *zt_glyphs_next(const zt_glyphs *run);
/* The factor by which the run's glyphs are narrower than drawn in the face. */
static inline double zt_glyphs_scale(const zt_glyphs *run)
{
    return run->condense > 0 ? run->condense : 1;
}
/* Condenses all horizontal runs from `first` on among its neighbours, about the abscissa x of their
   frame: places, advances, glyphs. */
void zt_scene_condense(zt_scene *scene, zt_item *first, double x, double factor);
/* Call after setting rotated or vertical: computes the box anew. */
void zt_glyphs_done(zt_glyphs *run);

/* Depth first in document order. `enter` is called for every item with the absolute offset of the
   frame that it lies in (of a group: its parent's, as its box); for groups `leave` follows after
   their items. Either may be NULL. */
typedef struct zt_visitor {
    void *self;
    void (*enter)(void *self, const zt_item *item, double dx, double dy);
    void (*leave)(void *self, const zt_group *group, double dx, double dy);
} zt_visitor;
/* Walks a group with all that it holds; the group itself is entered first. */
void zt_scene_walk(const zt_group *group, const zt_visitor *visitor);

/* The printed number of a page, from 0: "12", "iv", "A-3"; "" where it has none. */
void zt_page_label(zt_buf *out, const zt_book *book, size_t page);
/* NULL when no place of the book has the id. */
const zt_dest *zt_book_dest(const zt_book *book, const char *id);
/* In which the program's own words in a file of the book are: English where the book is. */
zt_lang zt_book_language(const zt_book *book);
/* Reports dest-unknown for each link that leads to no place of the book: our own mistake, since
   what documents refer to is looked for before. */
void zt_book_check(const zt_book *book, zt_diags *diags);

/* Text dump with coordinates to 0.01 pt, absolute; and the JSON of `zhitu dump --stage=scene`:
   {"pages":[{"width","height","items":[{"kind","role","block","part","box":[x,y,w,h],"ink","at",
   "text","size","font"}]}]}; an image has "file", "pixels", "orientation", "ppi", a link "uri" or
   "dest". block and part are inherited from the nearest group that has them. Pages of a book with
   labels have a "label", a book with an outline or dests has "bookmarks" and "dests". `face_name`
   turns a face into its name (scene/ does not know fonts). */
void zt_book_dump(zt_buf *out, const zt_book *book, const char *(*face_name)(const zt_face *));
void zt_book_dump_json(zt_buf *out, const zt_book *book, const char *(*face_name)(const zt_face *));

#endif
