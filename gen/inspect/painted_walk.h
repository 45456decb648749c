/* gen/inspect/painted_walk.h — a page on the way through its operators: the state that they change.
   Private to inspect/. */
#ifndef ZT_PAINTED_WALK_H
#define ZT_PAINTED_WALK_H

#include "inspect/painted_imp.h"

/* The state of text (9.3). */
typedef struct zt_text_state {
    const zt_pdf_face *face;
    double size, spacing, word_spacing, scale, leading, rise;
    int mode; /* 3: invisible */
} zt_text_state;

/* Forms in forms. */
enum { ZT_FORMS_DEEP = 12 };

/* What fills or strokes. */
typedef struct zt_brush {
    zt_space space;
    zt_colour colour;
    /* The tile that has colours of its own, or 0. */
    zt_pdf_object tile;
    bool overprints, clear; /* less than opaque */
} zt_brush;

/* What q saves. */
typedef struct zt_paint_state {
    zt_matrix ctm;
    zt_brush fill, stroke;
    int mode; /* of overprint */
    double width;
    bool transparent; /* blended, masked, in a group */
    zt_rect clip;
    zt_text_state text;
} zt_paint_state;

/* A path as far as it is known: the boxes of its outlines, and these in straight pieces. */
typedef struct zt_path_boxes {
    ZT_VEC(zt_rect) boxes;
    zt_rect now;
    bool open, all_boxes; /* every outline is a rectangle along the axes */
    bool clips;
    ZT_VEC(zt_point) points;
    ZT_VEC(size_t) ends;
    bool crowded; /* there were more points than are kept */
} zt_path_boxes;

/* A form that was unpacked, by the number of its object. */
typedef struct zt_form_data {
    int number;
    zt_str data;
} zt_form_data;
/* The inks of a picture by the number of its object. */
typedef struct zt_known_picture {
    int number;
    zt_picture_inks inks;
} zt_known_picture;
/* A face by the number of its object; without one by its name in the resources of `owner`. */
typedef struct zt_known_face {
    int number, owner;
    zt_str name;
    const zt_pdf_face *face;
} zt_known_face;

/* A page on the way. */
typedef struct zt_walker zt_walker;
struct zt_walker {
    zt_pdf_source *source;
    zt_arena *arena;
    zt_painted_sink sink;
    void *self;
    /* What fills a box in tiles. */
    void (*tile_painter)(zt_walker *w, zt_pdf_object pattern, zt_rect box);
    /* What a Type3 font paints for codes. */
    void (*glyph_painter)(zt_walker *w, zt_str codes);
    zt_paint_state now;
    ZT_VEC(zt_paint_state) saved;
    /* States that the form has not saved itself, and those too many to be saved: Q brings neither
       back. */
    size_t outer, unsaved;
    zt_path_boxes path;
    zt_matrix text, line;
    /* The matrix that the page or the form began with: patterns stand in it. */
    zt_matrix base;
    /* Inside a tile: the box that it fills. */
    const zt_rect *tile;
    /* The form on the way, and the one whose resources it has; 0 is the page. */
    int object, owner;
    /* DeviceRGB has a profile by the resources (8.6.5.6). */
    bool managed_rgb;
    /* The forms and tiles that it is in. */
    int inside[ZT_FORMS_DEEP];
    size_t depth;
    size_t operators;
    /* Points of outlines that were handed on. */
    size_t points;
    /* A limit was reached: not all was looked at; marks whose numbers are none were left out. */
    bool cut, lost;
    ZT_VEC(zt_form_data) forms;
    ZT_VEC(zt_known_face) faces;
    ZT_VEC(zt_known_picture) pictures;
};

/* painted_mark.c: the mark, handed to the sink within what clips it. */
void zt_walk_hand(zt_walker *w, zt_painted mark);
/* The same by one of the two brushes; and the tile that fills it. */
void zt_walk_paint(zt_walker *w, zt_painted mark, const zt_brush *brush);
/* An entry of a dictionary of the resources by the name that an operator gives. */
zt_pdf_object zt_walk_resource(zt_walker *w, zt_pdf_object resources, const char *kind,
                               zt_str name);
/* painted_path.c: operators of paths; false where it is none. */
bool zt_walk_path(zt_walker *w, const zt_content_stream *c);
void zt_walk_path_clear(zt_walker *w);
/* Marks from now on are seen within that box alone. */
void zt_walk_clip(zt_walker *w, zt_rect box);
/* painted_text.c: operators of text; false where it is none. */
bool zt_walk_text(zt_walker *w, const zt_content_stream *c, zt_pdf_object resources);
/* The font of text from now on. */
void zt_walk_face(zt_walker *w, zt_pdf_object font, zt_str name);

#endif
