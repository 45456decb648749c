/* gen/template/theme_look.h — what gives a theme its character beside inks and styles: how bars are
   drawn, the steps of maps and tables of heat, the cut of icons, the colours of sections. */
#ifndef ZT_THEME_LOOK_H
#define ZT_THEME_LOOK_H

#include "base/ink.h"
#include "base/pos.h"

#include <stddef.h>

/* <bars form="full track dot outline">: the whole bar; a thin one, on a track where the base is a
   whole; a line that ends in a dot; a bar whose estimate is an outline and no hatching. */
typedef enum zt_bar_form { ZT_BAR_FULL, ZT_BAR_TRACK, ZT_BAR_DOT, ZT_BAR_OUTLINE } zt_bar_form;
/* How bars are drawn in the room that their block gives them. */
typedef struct zt_bar_look {
    zt_bar_form form;
    /* Of that room, above 0 to 1: bars are centred in it. */
    double thickness;
    double line, dot; /* points: of form dot, its line and the diameter of its dot at most */
    /* Of bars that do not stand out, instead of companion-mid; NULL: that. */
    const zt_ink *muted;
} zt_bar_look;

/* <ramp> or one side of <diverging>: one ink in shares that rise. */
typedef struct zt_ramp_look {
    const zt_ink *ink, *minus; /* minus: NULL of a ramp, the other side of a diverging one */
    const double *steps;       /* 0 to 1 */
    size_t count;              /* 0: the theme says nothing */
} zt_ramp_look;

/* <icons cut="line two-tone seal solid">: strokes; strokes on a disc of the panel; the first
   character of the head reversed in a square; strokes reversed in a square. */
typedef enum zt_icon_cut {
    ZT_ICON_LINE,
    ZT_ICON_TWO_TONE,
    ZT_ICON_SEAL,
    ZT_ICON_SOLID
} zt_icon_cut;

/* <section name="经济" cmyk=…>: the ink that stands for the accent in graphics of that section. */
typedef struct zt_section_ink {
    const char *name;
    zt_ink ink; /* its name is that of the accent */
    zt_pos at;
} zt_section_ink;

/* <screen width="108mm" pixels="1080" …>: graphics are read on a screen, as pictures of one width.
 */
typedef struct zt_screen_look {
    double width;  /* of the page, points; 0: the theme is for paper */
    double pixels; /* across */
    double type;   /* the smallest, in pixels; 0: as on paper */
    double high;   /* of one file, in pixels; 0: any */
    double most; /* of a page that is as high as its contents, points; 0: what the template says */
} zt_screen_look;

/* All of it. Filled by theme_look.c. */
typedef struct zt_theme_look {
    zt_screen_look screen;
    zt_bar_look bars;
    zt_ramp_look ramp, diverging;
    zt_icon_cut icons;
    const zt_section_ink *sections;
    size_t section_count;
} zt_theme_look;

#endif
