/* The kicker: the line above the headline that sets the scene. */
#include "block/heads/heads.h"

static const zt_head_spec spec = {
    .part = "text", .strong = false, .optical = true, .role = ZT_ROLE_P};

static const zt_part_default parts[] = {
    {"text", "kicker", "引题", "kicker"},
    {0},
};

const zt_block_kind zt_block_kind_kicker = {
    .name = "kicker",
    .parts = parts,
    .zh = "引题：标题上方的一行。",
    .en = "The line above the headline.",
    .plan = zt_head_block_plan,
    .place = zt_head_place,
    .spec = &spec,
};
