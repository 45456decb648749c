/* gen/block/words/wording.h — a short text in a cell: its look, its lines, its height; and a grid
   slot that holds a key figure over its label. Shared by ledger, tasks, strip, figures, names,
   quotes.
 */
#ifndef ZT_WORDING_H
#define ZT_WORDING_H

#include "block/words/lines.h"
#include "chart/figure.h"

/* A short text set at a width, in the arena of the setting. It may be placed any number of times.
 */
typedef struct zt_wording {
    zt_look look;
    zt_para *para; /* NULL: nothing to print */
    /* Height of its em boxes, in points: 0 without text. */
    double height;
    zt_pos at;
} zt_wording;

/* Labels are ragged and broken at sense whatever the style says of running text. */
zt_wording zt_wording_rich(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                           double width);
/* The same with the look's indent and hanging kept: marks may hang before the lines' edge. */
zt_wording zt_wording_hung(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                           double width);
/* The same with em in the face and ink of `strong`. */
zt_wording zt_wording_strong(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                             const zt_look *strong, double width);
/* The same for plain text; empty text gives an empty wording. */
zt_wording zt_wording_plain(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                            double width);
/* A part with its first em box at x, y of `into`. */
void zt_wording_place(const zt_setting *setting, const zt_wording *cell, zt_group *into,
                      const char *part, zt_role role, double x, double y);
/* Its first baseline when it is placed at y; negative without text. */
double zt_wording_baseline(const zt_wording *cell, double y);
/* Adds it to a first line. */
void zt_wording_first(zt_first_line *line, const zt_wording *cell, double y);
/* Width that the text would take in one line; the longest piece between forced breaks. */
double zt_wording_natural(const zt_setting *setting, const zt_rich *rich, const zt_look *look);
/* Digits or Han of one line centred about a point by their ink. */
void zt_wording_centre(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                       zt_group *into, zt_point middle);

/* ---- slots of key figures ---- */

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
enum { ZT_SLOT_PICTURE_RANK = 1, ZT_SLOT_PICTURE_CHANGE = 2 };
/* Rows for the table of a block that sets figures in slots, its struct S holding them as `in`. */
/* clang-format off */
#define ZT_SLOT_PARAMS(S, in, gap_, label_gap_) \
    {"slot-gap", ZT_PARAM(S, in.gap, POINTS), NULL, gap_, "数字之间的最小空", "least gap between figures"}, \
    {"label-gap", ZT_PARAM(S, in.label_gap, POINTS), NULL, label_gap_, "数字与说明之间", \
     "between figure and label"}, \
    {"unit-ratio", ZT_PARAM(S, in.unit_ratio, NUMBER), NULL, "0.46", "单位与数字的字号之比", "size of units by digits"}, \
    {"pictures", ZT_PARAM(S, in.pictures, WORDS), "rank change", NULL, \
     "小图：rank 名次的十格，change 今年与去年的两条", \
     "small pictures: ten cells for a rank, two bars for a change"}
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
/* What an entry takes: shaped once, however many columns are tried. */
typedef struct zt_slot_size {
    /* What was before it; with the figure; with the second quantity. */
    double before, alone, all;
    double ascent; /* of the figure */
    double label;  /* in one line */
    /* The second quantity stands beside the figure, in no form below. */
    bool beside;
} zt_slot_size;
/* The figures of one row with their sizes, borrowed: of a ledger's row, or of a whole panel. */
typedef struct zt_slot_row {
    const zt_figure_entry *figures;
    const zt_slot_size *sizes;
    size_t count;
} zt_slot_row;
/* Shapes every figure once; sizes in the arena of the setting. */
zt_slot_row zt_slot_row_new(const zt_setting *setting, const zt_slot_looks *looks,
                            const zt_figure_entry *figures, size_t count);
/* At most `most` entries of a row from `first` on. */
zt_slot_row zt_slot_row_part(zt_slot_row row, size_t first, size_t most);
/* Finds edges with which no figure of any row meets its neighbour. */
zt_slots zt_slots_plan(const zt_setting *setting, const zt_slot_looks *looks,
                       const zt_slot_row *rows, size_t row_count, double width);
/* False when some figure is wider than all of its row. */
bool zt_slots_fit(const zt_slots *slots);
/* From the row's top to the baseline of its first figures. */
double zt_slots_ascent(const zt_slots *slots, zt_slot_row row);
/* All lines of the row with the gaps between them. */
double zt_slots_row_height(const zt_setting *setting, const zt_slots *slots, zt_slot_row row);
/* With its top left at x, y of `into`; draws what zt_slots_row_height measured. */
void zt_slots_row_place(const zt_setting *setting, const zt_slots *slots, zt_slot_row row,
                        zt_group *into, double x, double y);

#endif
