/* gen/model/directions.h — the verbs of change that news uses, each with its sign and its kind. The
   table is closed: a verb that is not in it is an error, never a guess. */
#ifndef ZT_DIRECTIONS_H
#define ZT_DIRECTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* What moves: the value, its growth, a loss, a place, or a distance to something else. Only
   ZT_DIR_MOVE makes a change that may be calculated with. */
typedef enum zt_direction_kind {
    ZT_DIR_MOVE, /* 增长, 下调: the value itself */
    /* 放缓, 收窄, 少增: a change of a change, or of a distance. */
    ZT_DIR_RATE,
    /* 减亏, 增亏: of a loss, which the value need not be. */
    ZT_DIR_LOSS,
    /* 前移, 后退: places of a ranking. */
    ZT_DIR_PLACES,
    /* 高于, 快: against another thing, or against an earlier time. */
    ZT_DIR_COMPARE
} zt_direction_kind;

/* One word of the table; `word` points into it. */
typedef struct zt_direction {
    zt_str word;
    int sign; /* +1 or −1 */
    zt_direction_kind kind;
    /* 高于全国: the other thing stands between the word and the number. */
    bool takes_name;
} zt_direction;

/* The longest of them at the start of `text`; false when none stands there. */
bool zt_direction_at(zt_str text, zt_direction *out);
/* Whether one of two characters or more stands anywhere in `text`. */
bool zt_direction_within(zt_str text);
/* The known word nearest to `word`; empty when none is near. */
zt_str zt_direction_nearest(zt_str word);

/* For tests: visits all. */
typedef void zt_direction_visit(void *context, const zt_direction *direction);
void zt_each_direction(zt_direction_visit *visit, void *context);

#endif
