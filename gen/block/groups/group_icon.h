/* gen/block/groups/group_icon.h — the icon of a group, or of a step, in the cut of the theme
 * (<icons cut=>). */
#ifndef ZT_GROUP_ICON_H
#define ZT_GROUP_ICON_H

#include "block/words/wording.h"
#include "model/doc.h"

/* An icon with its place: `side` is that of a drawn icon, cuts with a ground have their own. */
typedef struct zt_group_icon {
    const zt_setting *setting; /* the plan's */
    /* Of the icon; and the head beside it, whose first character a seal shows. */
    zt_str name, head;
    zt_pos at, head_at;
    double side, line; /* points */
    const zt_ink *ink; /* of strokes on paper */
} zt_group_icon;

/* Whether the theme hangs icons at the right end of heads, so that they need no column. */
bool zt_group_icon_at_right(const zt_setting *setting);
/* Width and height that the icon of that side takes. */
double zt_group_icon_size(const zt_setting *setting, double side);
/* Draws it with its ink's, or its ground's, top left at x, y of `into`. The seal shows the first
   character of the group's head, for the eye alone: a reader hears the head. */
void zt_group_icon_draw(const zt_group_icon *icon, zt_group *into, double x, double y);

#endif
