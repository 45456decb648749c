/* gen/template/icon.h — icons beside the templates: icons/NAME.svg, a small subset of SVG. One
   outline in a square of 24 units, drawn as strokes of one weight; colour and weight are the
   template's (docs/templates.md). */
#ifndef ZT_ICON_H
#define ZT_ICON_H

#include "scene/scene.h"
#include "xml/grammar.h"

/* Side of the square that an icon is drawn in, and the weight that all icons are drawn for. */
#define ZT_ICON_UNITS 24.0
#define ZT_ICON_WEIGHT 1.35

/* One icon, read and checked. Made by zt_icon_read, lives in the arena of the icons that found
   it, and is never changed: all documents of a session share it. */
typedef struct zt_icon {
    const char *name, *path; /* of the file */
    const zt_path *outline;  /* in units */
} zt_icon;

/* The subset of SVG that an icon may use: anything else is refused, not passed over. */
extern const zt_grammar zt_icon_grammar;

/* The icons of some template folders; each is read once. Lives in `arena`. */
typedef struct zt_icons zt_icons;
/* No icon is read yet; `dirs` are looked through in their order and must outlive the result. */
zt_icons *zt_icons_new(zt_arena *arena, const char *const *dirs, size_t dir_count);
/* NULL after a report: unknown-icon at `asked_at` with the nearest and all there are; in the file
   what zt_icon_grammar asks, bad-path, icon-outside. */
const zt_icon *zt_icons_find(zt_icons *icons, zt_diags *diags, zt_str name, zt_pos asked_at);
/* One that has been found before; NULL if it has not. */
const zt_icon *zt_icons_get(const zt_icons *icons, zt_str name);
/* Names in the folders, sorted, each once. */
size_t zt_icons_names(zt_arena *arena, const char *const *dirs, size_t dir_count,
                      const char ***out);
/* Reads the text of one file; NULL after a report. */
const zt_icon *zt_icon_read(zt_arena *arena, zt_diags *diags, const char *name, const char *path,
                            zt_str bytes);

/* Places the icon in a square of `side` with its corner at x, y. `weight` of the strokes in points.
   The left edge of its ink stands at x: side bearings are taken off, as of type. */
void zt_icon_place(const zt_icon *icon, zt_scene *scene, zt_group *into, zt_pos at, zt_point corner,
                   double side, double weight, zt_paint ink);

#endif
