/* gen/block/words/lines.h — lines of a paragraph set at a pitch of the block's own, and what a
   group really inks. Points, y down. */
#ifndef ZT_LINES_H
#define ZT_LINES_H

#include "block/words/rich.h"

/* From the em box of the first line to that of the last: nothing of the leading outside it. */
double zt_em_height(size_t lines, double size, double leading);
/* The blank above and below the ink of Han in lines whose extent goes from the first em box to the
   last; nothing where ruby stands over them. */
void zt_plan_blanks(zt_plan *plan, const zt_look *look, double size);
/* The widest leading the style allows, in points, never less than the one in force. */
double zt_leading_most(const zt_look *look);
/* The paragraph that was broken in `look`, its first em box at `top_left`, lines `leading` apart.
 */
void zt_lines_place(const zt_setting *setting, const zt_para *para, const zt_look *look,
                    zt_group *into, zt_point top_left, double leading);
/* From the first em box of lines so placed to the baseline of the first with text, past the steps
   that ruby takes (R135). Negative without text, and in columns that run down. */
double zt_lines_baseline(const zt_para *para, const zt_look *look);
/* The first line of what stands side by side: the upper one, with what is larger and stands hardly
   lower, as a head does beside the digit of its badge. Begins as ZT_NO_LINE. */
typedef struct zt_first_line {
    /* The upper baseline; negative while there is none. */
    double top;
    /* Of the largest type in that line. */
    double baseline, size;
} zt_first_line;
#define ZT_NO_LINE ((zt_first_line){-1, -1, 0})
/* A negative baseline is none. */
void zt_first_line_add(zt_first_line *line, double baseline, double size);
/* As zt_plain_set and zt_rich_set, for looks that live no longer than the caller: a paragraph keeps
   its styles until it is placed. `strong` may be NULL. */
zt_para *zt_lines_plain(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                        double width);
/* The same of inline text; <em> takes the face and ink of `strong`, which may be NULL. */
zt_para *zt_lines_rich(const zt_setting *setting, const zt_rich *rich, const zt_look *base,
                       const zt_look *strong, double width);
/* Running text of a graphic: as zt_lines_rich, but what the look justifies is ragged in a measure
   of less than 14 em, whose few gaps would become holes; what is ragged is broken between words. */
zt_para *zt_lines_running(const zt_setting *setting, const zt_rich *rich, const zt_look *base,
                          const zt_look *strong, double width);
/* The union of all that is painted below `group`, in the frame that holds the group: outlines of
   glyphs, not their em boxes. Empty (w and h 0) when nothing is. */
zt_rect zt_group_ink(const zt_group *group);
/* The same of the lines `first` to `end` of a paragraph placed at 0, 0, and of a line of text whose
   pen starts at 0, 0. */
zt_rect zt_para_ink(const zt_setting *setting, const zt_para *para, size_t first, size_t end);
/* About the start of its baseline, y down, points. */
zt_rect zt_text_ink(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look);
/* The gap, up to its ceiling, with which `count` of them take up what is spare. */
double zt_gap_filled(zt_gap gap, double spare, double count);
/* A horizontal rule that fills `box`, none without height. */
void zt_rule_place(const zt_setting *setting, zt_pos at, zt_group *into, zt_rect box,
                   const zt_ink *ink);
/* The rule over a group, a list or a panel, in the form that the theme has for all of them; `box`
   is what it fills where it is a full one. A tab hangs from its top into the white below. */
void zt_group_rule_place(const zt_setting *setting, zt_pos at, zt_group *into, zt_rect box,
                         const zt_ink *ink);
/* Half the height of a capital of the style: the optical middle of a line of figures. */
double zt_half_cap(const zt_look *look);
/* Ink of a digit above the baseline. */
double zt_digit_height(const zt_look *look);
/* Bold inside `base`: the part's face and ink at the size of the text around it. */
zt_look zt_strong_in(const zt_look *strong, const zt_look *base);

#endif
