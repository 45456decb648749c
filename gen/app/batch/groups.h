/* gen/app/batch/groups.h — documents whose files could have one name, though their ids differ: an
   edition "a" of several pages writes a-p01.png, and so does the graphic of the id "a-p01"; a plate
   of "a" is a-cyan.png, a table a.NAME.csv; and with --name '{id}-{theme}' "a" may be anything that
   begins with "a-". Only when both are set is it known whether they do, so that they are made one
   after the other by one process, which sees it (app/output_names.h). */
#ifndef ZT_GROUPS_H
#define ZT_GROUPS_H

#include "app/output_stem.h"

/* For each stem the first of its group, which for most is itself. Of those of which nothing is
   known two of one owner, which stand together, may be one then, and are of one group. */
size_t *zt_group_leaders(zt_arena *arena, const zt_stem_ahead *stems, const size_t *owners,
                         size_t count);
/* The first of those before it that have the same stem; itself for most, and for each that is not
   known to its end. */
size_t *zt_stem_twins(zt_arena *arena, const zt_stem_ahead *stems, size_t count);

#endif
