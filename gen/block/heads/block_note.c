/* A note at the foot of a graphic. */
#include "block/heads/heads.h"

static const zt_head_spec spec = {
    .part = "text", .strong = true, .optical = false, .role = ZT_ROLE_NOTE};

static const zt_part_default parts[] = {
    {"text", "note", "注", "note"},
    {"strong", "strong", "em 与数字", "emphasis and figures"},
    {0},
};

const zt_block_kind zt_block_kind_note = {
    .name = "note",
    .parts = parts,
    .zh = "注：图下的说明。",
    .en = "A note at the foot.",
    .plan = zt_head_block_plan,
    .place = zt_head_place,
    .spec = &spec,
};
