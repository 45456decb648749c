/* The lead: a paragraph that opens the graphic. */
#include "block/heads.h"

static const zt_head_spec spec = {
    .part = "text", .strong = true, .optical = false, .role = ZT_ROLE_P};

static zt_extent measure(const zt_block *block, const zt_setting *setting, double width)
{
    return zt_head_measure(block, setting, block->content, &spec, width);
}

static void place(const zt_block *block, const zt_setting *setting, double width, double height,
                  zt_group *into)
{
    zt_head_place(block, setting, block->content, &spec, (zt_rect){0, 0, width, height}, into);
}

static const zt_part_default parts[] = {
    {"text", "lead", "导语 lead"},
    {"strong", "strong", "em 与数字 emphasis and figures"},
    {0},
};

const zt_block_kind zt_block_kind_lead = {
    .name = "lead",
    .parts = parts,
    .doc = "导语：开头的一段文字。 The opening paragraph.",
    .measure = measure,
    .place = place,
};
