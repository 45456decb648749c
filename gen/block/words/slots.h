/* gen/block/words/slots.h — key figures over their labels in slots whose left edges all rows share:
   of ledgers and panels. Points, y down. */
#ifndef ZT_SLOTS_H
#define ZT_SLOTS_H

#include "block/words/wording.h"
#include "chart/figure.h"

/* Looks and gaps of figures in slots, points; filled by zt_slot_looks_of, borrowed by slots and
   rows. */
typedef struct zt_slot_looks {
    zt_figure_style figure;
    /* Look of the words under the figure; of the second quantity beside it. */
    zt_look label, more;
    /* From the figure's baseline to the label's first em box. */
    double label_gap;
    double gap;        /* least between two slots */
    unsigned pictures; /* small forms below figures (slot_forms.h) */
    /* Inks of the forms: of the base and 前十; of cells that are not lit. */
    const zt_ink *base_ink, *empty_ink;
    /* Numbers below the cells of a rank. */
    zt_look tick;
    /* The one figure in an ink of its own; NULL: none. */
    const zt_figure_entry *lead;
    const zt_ink *lead_ink;
} zt_slot_looks;
/* What a template may <set> of slots; unit-ratio by the size of the digits. */
typedef struct zt_slot_params {
    double gap, label_gap, unit_ratio;
    /* Bits in the order of its words. */
    unsigned pictures;
} zt_slot_params;
enum { ZT_SLOT_PICTURE_RANK = 1, ZT_SLOT_PICTURE_CHANGE = 2, ZT_SLOT_PICTURE_TARGET = 4 };
/* Rows for the table of a block that sets figures in slots, its struct S holding them as `in`. */
/* clang-format off */
#define ZT_SLOT_PARAMS(S, in, gap_, label_gap_) \
    {"slot-gap", ZT_PARAM(S, in.gap, POINTS), NULL, gap_, "数字之间的最小空", "least gap between figures"}, \
    {"label-gap", ZT_PARAM(S, in.label_gap, POINTS), NULL, label_gap_, "数字与说明之间", \
     "between figure and label"}, \
    {"unit-ratio", ZT_PARAM(S, in.unit_ratio, NUMBER), NULL, "0", "单位与数字的字号之比，0 依主题", "size of units by digits; 0: as the theme has it"}, \
    {"pictures", ZT_PARAM(S, in.pictures, WORDS), "rank change target", NULL, \
     "小图：rank 名次的十格，change 今年与去年的两条，target 目标前的一条", \
     "small pictures: ten cells for a rank, two bars for a change, a bar towards a target"}
#define ZT_SLOT_PARTS(figure_) \
    {"figure", figure_, "数字", "key figure"}, \
    {"more", "chart-value", "数字旁的第二个量", "second quantity"}, \
    {"label", "label", "数字的说明", "words under a figure"}, \
    {"tick", "tick", "名次格下的数", "numbers below the cells of a rank"}, \
    {"missing", "missing", "待补", "missing value"}
/* clang-format on */
zt_slot_looks zt_slot_looks_of(const zt_block *block, const zt_setting *setting,
                               const zt_slot_params *params);

/* Rows of figures whose slots share their left edges. */
typedef struct zt_slots {
    const zt_slot_looks *looks;
    /* Figures side by side; more go to further lines of the row. */
    size_t per_line;
    double *x;     /* left edge of each slot */
    double width;  /* of all */
    double widest; /* of all figures alone */
} zt_slots;
/* An entry with its figure shaped, and what it takes, however many columns are tried. */
typedef struct zt_slot_figure {
    const zt_figure_entry *entry;
    const zt_figure *figure; /* in the ink it is drawn with */
    /* What was before it; with the figure; with the second quantity. Widths. */
    double before, alone, all;
    double label; /* in one line */
    /* The second quantity stands beside the figure, in no form below. */
    bool beside;
} zt_slot_figure;
/* The figures of one row, borrowed: of a ledger's row, or of a whole panel. */
typedef struct zt_slot_row {
    const zt_slot_figure *figures;
    size_t count;
} zt_slot_row;
/* Shapes every figure once, in the arena of the setting. */
zt_slot_row zt_slot_row_new(const zt_setting *setting, const zt_slot_looks *looks,
                            const zt_figure_entry *entries, size_t count);
/* At most `most` entries of a row from `first` on. */
zt_slot_row zt_slot_row_part(zt_slot_row row, size_t first, size_t most);
/* Finds edges with which no figure of any row meets its neighbour. */
zt_slots zt_slots_plan(const zt_setting *setting, const zt_slot_looks *looks,
                       const zt_slot_row *rows, size_t row_count, double width);
/* Lines of slots, no more figures in each than stand side by side. */
typedef struct zt_slot_rows {
    zt_slot_row *items;
    size_t count;
} zt_slot_rows;
/* The same for one row in lines of at most `columns` figures, one at least; gives the lines, in the
   arena of the setting. */
zt_slots zt_slots_plan_lines(const zt_setting *setting, const zt_slot_looks *looks, zt_slot_row all,
                             size_t columns, double width, zt_slot_rows *lines);
/* Makes the slots columns of one width; false, and nothing changes, where a figure has no room in
   its own with what stands beside it. The last of a line runs on over empty slots. */
bool zt_slots_equal(zt_slots *slots, const zt_slot_rows *lines, double gap);
/* False when some figure is wider than all of its row. */
bool zt_slots_fit(const zt_slots *slots);

/* A row in its slots, its labels broken at the room that they have there: in as many lines as its
   figures need. It may be placed any number of times. */
typedef struct zt_slot_lines {
    const zt_slot_looks *looks;
    struct zt_slot_line *lines;
    size_t count;
    double ascent; /* from the top to the baseline of its first figures */
    double height; /* all lines with the gaps between them; 0 without figures */
} zt_slot_lines;
/* In the arena of the setting. */
zt_slot_lines zt_slots_row_plan(const zt_setting *setting, const zt_slots *slots, zt_slot_row row);
/* Baselines of its figures and labels when it stands at y of the block, for neighbours to share:
   two a line, appended to `out`; returns their count, at most twice row->count. */
size_t zt_slots_row_shared(const zt_slot_lines *row, double y, zt_shared_line *out);
/* The last figure of the row, where a chart shows its second quantity and both stand in one line
   (model/charted.c): `end` is to the right of that quantity, at half the height of its digits, from
   the top left of the row. False for any other row. */
bool zt_slots_row_charted(const zt_slot_lines *row, zt_point *end);
/* With its top left at x, y of `into`. */
void zt_slots_row_place(const zt_setting *setting, const zt_slot_lines *row, zt_group *into,
                        double x, double y);

#endif
