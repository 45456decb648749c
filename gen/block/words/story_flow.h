/* gen/block/words/story_flow.h — the text of a story round what stands in it: lines in slots of one
   grid, of newspaper stories and of texts round a photograph. Points and lines of one frame. */
#ifndef ZT_STORY_FLOW_H
#define ZT_STORY_FLOW_H

#include "layout/block.h"
#include "layout/stream.h"

/* Of a paragraph, em, whatever its style says. */
#define ZT_STORY_INDENT 2.0

/* The looks of the parts of a text under the fit in force; bold has size and indent of its
   paragraph. */
typedef struct zt_story_looks {
    zt_look text, strong, subhead, byline, jump;
} zt_story_looks;
zt_story_looks zt_story_looks_of(const zt_setting *setting, const zt_block *block);

/* Shaped once, filled into slots as often as one likes; in the arena of the setting. */
typedef struct zt_story_flow zt_story_flow;
/* Of a block of text: lines `line` apart, words that take whole lines broken at `column`. `like`:
   the same block with lines as far apart at another column, or NULL; what it has shaped serves both
   and is told of once. */
zt_story_flow *zt_story_flow_of(const zt_setting *setting, const zt_block *block, double line,
                                double column, const zt_story_flow *like);
/* Lines that stay empty; negative: that are over. Slots are kept. */
int zt_story_flow_fill(const zt_setting *setting, zt_story_flow *flow, const zt_slot *slots,
                       size_t count);
/* What the fill costs, on the scale of zt_text_flow; ZT_NEVER when there is none. */
uint32_t zt_story_flow_cost(const zt_story_flow *flow);
/* What every count of lines costs at that column. */
zt_stream_ways zt_story_flow_ways(const zt_setting *setting, const zt_story_flow *flow);
/* Lines that words take as a paragraph of the block at a measure. */
int zt_story_lines_of(const zt_setting *setting, const zt_block *block, zt_str words, double line,
                      double measure);
/* Draws the fill; its frame is that of the slots. Reports paragraph-dropped. */
void zt_story_flow_place(const zt_setting *setting, const zt_story_flow *flow, zt_group *into);

#endif
