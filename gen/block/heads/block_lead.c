/* The lead: a paragraph that opens the graphic. */
#include "block/heads/heads.h"

static const zt_head_spec spec = {
    .part = "text", .strong = true, .optical = false, .role = ZT_ROLE_P};

static const zt_part_default parts[] = {
    {"text", "lead", "导语", "lead"},
    {"strong", "strong", "em 与数字", "emphasis and figures"},
    {0},
};

const zt_block_kind zt_block_kind_lead = {
    .name = "lead",
    .parts = parts,
    .zh = "导语：开头的一段文字。",
    .en = "The opening paragraph.",
    .plan = zt_head_block_plan,
    .place = zt_head_place,
    .spec = &spec,
};
