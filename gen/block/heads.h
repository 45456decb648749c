/* gen/block/heads.h — heads and notes that are one paragraph in one style: kicker, deck, lead, as
   of, note. Horizontal, or running down in a box with writing="vertical". */
#ifndef ZT_HEADS_H
#define ZT_HEADS_H

#include "block/rich.h"

/* What the height counts. By ink (R126) two heads on a band stand as far apart as the gap says and
   the pair is centred as the eye sees it; running text is counted by em boxes. */
typedef enum zt_head_box { ZT_HEAD_INK, ZT_HEAD_EM } zt_head_box;

/* `part` is the kind's only text part; a part "strong" is asked when `strong` says so. */
typedef struct zt_head_spec {
    const char *part;
    bool strong;
    zt_head_box box;
    zt_role role;
} zt_head_spec;

zt_extent zt_head_measure(const zt_block *block, const zt_setting *setting, const zt_rich *rich,
                          const zt_head_spec *spec, double width);
/* `frame` is the block's: origin 0, 0. */
void zt_head_place(const zt_block *block, const zt_setting *setting, const zt_rich *rich,
                   const zt_head_spec *spec, zt_rect frame, zt_group *into);

#endif
