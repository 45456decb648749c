/* Words of the template itself: a slogan, the name of a series. */
#include "block/heads/heads.h"

static const zt_head_spec spec = {
    .part = "text", .strong = false, .optical = false, .role = ZT_ROLE_P};

static const zt_part_default parts[] = {
    {"text", "label", "文字", "the words"},
    {0},
};

const zt_block_kind zt_block_kind_words = {
    .name = "words",
    .parts = parts,
    .apart = true,
    .zh = "模板自己的文字（<words>）。",
    .en = "Words of the template itself (<words>).",
    .plan = zt_head_block_plan,
    .place = zt_head_place,
    .spec = &spec,
};
