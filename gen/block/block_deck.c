/* The deck: the facts below the headline. */
#include "block/heads.h"

static const zt_head_spec spec = {
    .part = "text", .strong = false, .optical = true, .role = ZT_ROLE_P};

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
    {"text", "deck", "副题 deck"},
    {0},
};

const zt_block_kind zt_block_kind_deck = {
    .name = "deck",
    .parts = parts,
    .doc = "副题：标题下方，可按意思断行。 Facts below the headline.",
    .measure = measure,
    .place = place,
};
