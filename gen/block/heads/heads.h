/* gen/block/heads/heads.h — heads and notes that are one paragraph in one style: kicker, deck,
   lead, as of, note. Horizontal, or running down in a box with writing="vertical". */
#ifndef ZT_HEADS_H
#define ZT_HEADS_H

#include "block/words/rich.h"

/* `part` is the kind's only text part; a part "strong" is asked when `strong` says so. Heights go
   from the first em box to the last: its middle is that of the Han ink (R126), so that a head on a
   band stands in its optical middle. */
typedef struct zt_head_spec {
    const char *part;
    bool strong;
    /* Display lines begin with their ink on the edge, running text keeps its grid. */
    bool optical;
    zt_role role;
} zt_head_spec;

/* Keeps `rich` and `spec`. */
zt_plan zt_head_plan(const zt_block *block, const zt_setting *setting, const zt_rich *rich,
                     const zt_head_spec *spec, double width);
/* Places such a plan. */
void zt_head_place(const zt_plan *plan, const zt_setting *setting, double height, zt_group *into);

/* A form of the house or template, as “资料来源：{}”, with the text where {} stands, else at its
   end. Lives in the arena. */
zt_str zt_form_filled(zt_arena *arena, zt_str form, zt_str text);

/* For a kind whose content is the head's zt_rich and whose `spec` is a zt_head_spec; placed by
   zt_head_place. */
zt_plan zt_head_block_plan(const zt_block *block, const zt_setting *setting, double width);

#endif
