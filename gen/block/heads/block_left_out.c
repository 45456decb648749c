/* The line that says what keep= of a place leaves out, below what it shows. */
#include "block/heads/heads.h"

static const zt_head_spec spec = {
    .part = "text", .strong = true, .optical = false, .role = ZT_ROLE_NOTE};

static const zt_part_default parts[] = {
    {"text", "label", "略去了什么", "what is left out"},
    {"strong", "strong", "em 与数字", "emphasis and figures"},
    {0},
};

const zt_block_kind zt_block_kind_left_out = {
    .name = "left-out",
    .parts = parts,
    .apart = true,
    .zh = "选排时略去了什么。",
    .en = "What keep= leaves out.",
    .plan = zt_head_block_plan,
    .place = zt_head_place,
    .spec = &spec,
};
