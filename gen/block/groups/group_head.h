/* gen/block/groups/group_head.h — the line that opens a group, in every look that groups have: a
   rule above, the icon, the number in a disc or as a big numeral, the head, and at the right the
   period. Points, from the group's top left, the column of icons not counted; y down. */
#ifndef ZT_GROUP_HEAD_H
#define ZT_GROUP_HEAD_H

#include "block/words/wording.h"
#include "model/doc.h"

/* What the heads of all groups of a block share. */
typedef struct zt_group_head_style {
    /* The plan's: it has a scene when heads are drawn. */
    const zt_setting *setting;
    /* `numeral` is read where `numerals` is set. */
    zt_look head, badge, period, numeral;
    /* Weight of the rule, 0 for none; white below it. */
    double rule, rule_gap;
    /* Diameter of the disc, 0 for none; from it to the head. */
    double badge_size, badge_gap;
    /* From the big numeral to the head. */
    double numeral_gap;
    /* The number stands as a big numeral, not in a disc. */
    bool numerals;
    /* Width of the widest big numeral of the block. */
    double numeral_width;
    bool icons; /* drawn: zt_group_heads_have_icons */
    /* In the head line; else in a column of its own at the left. */
    bool icon_at_head;
    /* Side of its square; width of the column; its strokes. */
    double icon, icon_column, icon_line;
    const zt_ink *rule_ink, *badge_ink, *number_ink, *icon_ink;
    /* Measure word of the number of points, printed where no period stands. */
    zt_str count;
} zt_group_head_style;

/* A head at a width. The paragraph lies in the arena of the setting. */
typedef struct zt_group_head {
    zt_para *para; /* NULL without head text */
    zt_str period; /* as printed; empty if none */
    double period_width;
    /* Left edge of the head's text. */
    double text_x;
    /* Top of the head line, below the rule. */
    double top;
    double baseline; /* of its first line */
    double period_baseline;
    double height; /* of all, rule included */
    /* What of the height a period below the head takes. */
    double below;
    /* What an icon takes at the right end, with the white before it; the kind may leave it out. */
    double right;
    bool bare; /* without its icon */
} zt_group_head;

/* Looks and inks of the block's parts, and the sizes that no template sets: the rest, from `rule`
   on, is 0 and the kind's to fill in. `numerals`: see there. */
zt_group_head_style zt_group_head_style_of(const zt_setting *setting, const zt_block *block,
                                           bool numerals);
/* Icons are drawn when all groups of the content have one that was found. */
bool zt_group_heads_have_icons(const zt_setting *setting, const zt_groups *content);
/* The key ink, on a reversed ground that of the paper. */
const zt_ink *zt_group_key_ink(const zt_setting *setting, const zt_block *block);
/* Words in narrow columns are never justified; they break where the sense does. */
void zt_look_at_sense(zt_look *look);
/* What icons take at the right end of heads and of the figures below, with the white before them; 0
   where they stand elsewhere. */
double zt_group_head_reserve(const zt_group_head_style *style);
/* The column of icons at the left of each group; 0 without one. */
double zt_group_head_margin(const zt_group_head_style *style);

/* `width` is without the column of icons. Reports nothing but missing glyphs. */
zt_group_head zt_group_head_plan(const zt_group_head_style *style, const zt_group_content *group,
                                 double width);
/* `into` has its origin at the group's top left. */
void zt_group_head_draw(const zt_group_head_style *style, const zt_group_content *group,
                        const zt_group_head *head, double width, zt_group *into);
/* Baseline of its first line of type; negative when it has none. */
double zt_group_head_baseline(const zt_group_head_style *style, const zt_group_content *group,
                              const zt_group_head *head);

#endif
