/* The deck: the facts below the headline. */
#include "block/heads/heads.h"

static const zt_head_spec spec = {
    .part = "text", .strong = false, .optical = true, .role = ZT_ROLE_P};

static const zt_part_default parts[] = {
    {"text", "deck", "副题", "deck"},
    {0},
};

const zt_block_kind zt_block_kind_deck = {
    .name = "deck",
    .parts = parts,
    .zh = "副题：标题下方，可按意思断行。",
    .en = "Facts below the headline.",
    .plan = zt_head_block_plan,
    .place = zt_head_place,
    .spec = &spec,
};
