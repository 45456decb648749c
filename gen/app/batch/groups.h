/* gen/app/batch/groups.h — documents whose files could have one name, though their ids differ: an
   edition "a" of several pages writes a-p01.png, and so does the graphic of the id "a-p01"; a table
   of "a" lies in a.NAME.csv. Only when both are set is it known whether they do, so that they are
   made one after the other by one process, which sees it (app/output_names.h). */
#ifndef ZT_GROUPS_H
#define ZT_GROUPS_H

#include "base/arena.h"

/* For each stem the first of its group, which for most is itself. A NULL stem is not known, and
   stands alone. */
size_t *zt_group_leaders(zt_arena *arena, const char *const *stems, size_t count);

#endif
