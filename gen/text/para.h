/* gen/text/para.h — paragraphs of Chinese text: shaped once, decided on one character array over
   all style runs, broken by an optimum, justified, and turned into glyph runs of the scene.
   Specification: docs/typesetting.md. Points; y down. */
#ifndef ZT_PARA_H
#define ZT_PARA_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/ink.h"
#include "base/str.h"
#include "font/font.h"
#include "scene/scene.h"

/* Widths of marks. */
typedef enum zt_punctuation { ZT_QUANJIAO, ZT_KAIMING, ZT_BANJIAO } zt_punctuation; /* R13 */
/* Which characters may not begin or end a line. */
typedef enum zt_break_level {
    ZT_BREAK_NONE,
    ZT_BREAK_LOOSE,
    /* CLREQ's: normal, but a solidus may end a line. */
    ZT_BREAK_BASIC,
    ZT_BREAK_NORMAL,
    ZT_BREAK_STRICT
} zt_break_level; /* R16, in the order of what they forbid */
/* The gap between Han and Western letters or digits. */
typedef enum zt_spacing {
    ZT_SPACING_OFF,
    ZT_SPACING_NEWS,
    ZT_SPACING_SPACED,
    ZT_SPACING_BOOK
} zt_spacing; /* R60 */
/* How lines stand in the measure; SPREAD opens the gaps of every line, the last too (R44). */
typedef enum zt_align {
    ZT_ALIGN_START,
    ZT_ALIGN_CENTRE,
    ZT_ALIGN_END,
    ZT_ALIGN_JUSTIFY,
    ZT_ALIGN_SPREAD
} zt_align;

/* A face that may supply what the style's own lacks; opened only when it is needed. */
typedef struct zt_fallback {
    const char *family;
    int weight;
    /* Where the theme declares it. */
    zt_pos at;
} zt_fallback;

/* R71: which corner brackets the outer quotation marks of a column take. */
typedef enum zt_column_quotes {
    ZT_QUOTES_DOUBLE_OUTER, /* “ is ﹃, ‘ is ﹁ */
    ZT_QUOTES_SINGLE_OUTER  /* “ is ﹁, ‘ is ﹃ */
} zt_column_quotes;

/* Marks between the lines (R80, R81). */
typedef enum zt_mark_line { ZT_MARK_NO_LINE, ZT_MARK_STRAIGHT, ZT_MARK_WAVY } zt_mark_line;
/* What a run asks for between the lines. In columns dots and lines stand beside the text. */
typedef struct zt_marks {
    bool dots;         /* 着重号: one for each Han */
    zt_mark_line line; /* 专名号, 书名号 */
    /* Runs of one name or title share a number and one line; 0 = none. */
    size_t item;
} zt_marks;

/* How one run of characters looks. */
typedef struct zt_text_style {
    const zt_face *face;
    /* In the theme's order; their use is reported as a note. */
    const zt_fallback *fallbacks;
    size_t fallback_count;
    /* Where the fallbacks are found; NULL without any. */
    zt_fonts *fonts;
    /* Whose text it is, for messages; NULL = unknown. */
    const char *block, *part;
    /* Names in a final version: no form may differ (R134). */
    bool exact;
    double size; /* points */
    /* Em, added after each character. */
    double tracking;
    /* Points above the baseline (sup, sub). */
    double rise;
    /* Of a raised or lowered text: the size of the text that it hangs on; else 0. */
    double beside;
    zt_paint paint;
} zt_text_style;

/* Text of one style. The text is borrowed and must outlive the paragraph. */
typedef struct zt_run {
    /* UTF-8; U+000A forces a line; U+200B allows a break, U+2060 forbids one. */
    zt_str text;
    const zt_text_style *style;
    zt_pos at;
    /* No break inside (a figure with its unit). */
    bool bound;
    /* 纵中横: in a column its characters stand side by side in one em (R72). */
    bool tcy;
    zt_marks marks;
    /* Set small over the run, or right of it; one blank-separated word for each character, or
       one text for all of it. */
    zt_str ruby;
} zt_run;

/* What holds for a whole paragraph. Lengths are points unless a member says em. */
typedef struct zt_para_style {
    /* Points from baseline to baseline, the same for all lines. */
    double leading;
    zt_punctuation punctuation;
    zt_break_level level;
    zt_spacing spacing;
    zt_align align;
    /* Where lines begin: the first line, in em of the first run. */
    double indent;
    double hanging; /* all other lines, em */
    bool hang;      /* R22 */
    /* Points: from this size on an opening quotation mark that begins a line may hang out to the
       left where the page has room (zt_glyphs.may_hang); 0: none (R93). */
    double hang_quotes;
    /* R21: half-width opening mark at line start. */
    bool trim_start;
    /* Labels and headlines: lines of like length, broken at sense (R37, R92). */
    bool at_sense;
    /* Running text that is not justified: lines as even as can be that end between words, clauses
       before them; the last line is as long as it comes. */
    bool by_words;
    /* Columns right to left; width is then the column's height. */
    bool vertical;
    /* R41 step 7: 。！？ may give up their blank as well. */
    bool shrink_stops;
    /* Points: no ruby is smaller (R135); 0: half the base, whatever it is. */
    double ruby_least;
    /* The first line's ruby may stand out over the paragraph: see `over`. */
    bool ruby_outside;
    zt_column_quotes column_quotes;
    /* In columns the property of UAX #50 alone; to compare with. */
    bool plain_orientation;
    /* Further units, blank-separated, or NULL (R34). */
    const char *units;
    /* Words for at_sense; NULL: a short list built in (R91). */
    struct zt_lexicon *lexicon;
} zt_para_style;
/* quanjiao, normal, news, justify, trim_start; leading 1.5 x 9 pt. */
extern const zt_para_style zt_para_style_default;
/* Points over the em boxes of characters of `size` points that ruby takes (R135). */
double zt_ruby_room(const zt_para_style *style, double size);

/* One without characters is the step of the grid that the ruby of the next line takes (R135). */
typedef struct zt_line {
    /* From the paragraph's top; vertical: centre line from the right edge. */
    double baseline;
    /* Where the line begins (alignment, indent). */
    double x;
    /* As set, after justification. */
    double width;
    double natural; /* before justification */
    /* Code points of the joined text; end exclusive. */
    size_t first, end;
    /* Points added to (+) or taken from (-) the natural width. */
    double adjust;
    /* Of a paragraph set over slots: the index of its slot. */
    size_t slot;
} zt_line;

/* A paragraph at a width. Belongs to the arena it was made in; it may be placed any number of
   times. */
typedef struct zt_para {
    /* From the top down; in columns from the right to the left. */
    zt_line *lines;
    size_t line_count;
    double width;     /* the measure given */
    double max_width; /* of the widest line */
    /* line_count x leading; vertical: the same, horizontally. */
    double height;
    /* From the paragraph's top: the first line's ink top, the last line's foot, by the Han ink
       box of the largest run on the line (digits: cap height). */
    double ink_top, ink_foot;
    /* How far ruby stands out over the first line's em boxes, and dots and lines below the last
       one's; 0 in columns. */
    double over, under;
    size_t char_count;
    /* Set over slots: lines keep to their slots' places, in the frame of the slots. */
    bool on_slots;
    const struct zt_para_imp *imp; /* glyphs of the lines */
} zt_para;

/* Breaks the runs into lines at most `width` points wide, INFINITY for one line (a last resort may
   exceed it: reported as `line-too-wide`). The result lives in `arena`. The first baseline lies at
   (leading - size) / 2 + 0.88 size, with the size of the first run. Reports `glyph-missing` with
   character, code point, place and fonts tried, and `glyph-fallback` as a note. Never returns NULL;
   no runs, no lines. */
zt_para *zt_para_break(zt_arena *arena, zt_diags *diags, const zt_run *runs, size_t run_count,
                       const zt_para_style *style, double width);
/* Adds the glyph runs to `group` with the paragraph's top left at (x, y); lines from first to end
   (end exclusive; SIZE_MAX = all), the first of them at y. Of a paragraph on slots (x, y) is the
   origin of their frame, whichever lines are placed. */
void zt_para_place(const zt_para *para, zt_scene *scene, zt_group *group, double x, double y,
                   size_t first, size_t end);

/* Text over slots: a paragraph whose lines stand in places of unlike width, in several columns.
   A paragraph is shaped once; then every count of lines it can take, and what each costs, is asked
   for as often as one likes; then the lines are set. Costs are hundredths of the breaker's scale
   (1000: a line stretched by 0.08 em a gap, which is good; 70000: one by 0.25, which is not),
   saturating below ZT_NEVER; the same on every machine. Gaps are priced, never barred. */
#define ZT_NEVER UINT32_MAX

/* A paragraph with its glyphs and all places where it may be broken: what no measure changes. Lives
   in the arena it was shaped in, borrows the texts of its runs, and is never changed again. */
typedef struct zt_text zt_text;
/* Reports glyph-missing and glyph-fallback, as zt_para_break. Never NULL. */
zt_text *zt_text_shape(zt_arena *arena, zt_diags *diags, const zt_run *runs, size_t run_count,
                       const zt_para_style *style);
/* Its lines may stand in slots. Not so what runs down, is broken at sense, or has ruby that takes a
   step of the grid: such a paragraph is a block of its own. */
bool zt_text_flows(const zt_text *text);
/* As zt_para_break. The paragraph lives in `arena` and needs `text` as long as it is placed. */
zt_para *zt_text_break(zt_arena *arena, zt_diags *diags, const zt_text *text, double width);

/* What a slot is beside a place for a line. */
enum {
    /* Of its column: the last line of a paragraph of several does not stand there. */
    ZT_SLOT_FIRST = 1,
    /* Of its column: nor does the first line here. */
    ZT_SLOT_LAST = 2,
    /* Something stands beside it in the column: its line may be half empty. */
    ZT_SLOT_NARROW = 4
};
/* Room for one line: points in the frame of all slots of a text, whose rows are as high as the
   leading of its paragraphs. Slots are ordered as they are read. */
typedef struct zt_slot {
    double x, width;
    /* From 0; rows count from the top of the frame. */
    uint16_t column, row;
    uint8_t flags;
} zt_slot;

/* All places at once where a paragraph may end, from all where it may begin.
   before[j], j = 0 … count: the least cost of all that stands before it when its first line takes
   slot j (j = count: there is no room left); after[j]: the least cost when its last line took slot
   j - 1, so that what follows begins in slot j. Both have count + 1 entries, ZT_NEVER where it
   cannot be; begun[j], unless begun is NULL: the slot of its first line in that way, where after[j]
   is not ZT_NEVER. A text without characters leaves all as it is. The text must flow. */
void zt_text_flow(const zt_text *text, const zt_slot *slots, size_t count, const uint32_t *before,
                  uint32_t *after, uint32_t *begun, zt_arena *scratch);

/* One count of lines that a paragraph can take, and what it costs. */
typedef struct zt_way {
    int lines;
    uint32_t cost;
} zt_way;
/* From the fewest lines on: for a newspaper's paragraph the cheapest lies one or two above. */
enum { ZT_WAYS_MOST = 6 };
/* Every count of lines at one width (points) up to five more than the fewest, in ascending order;
   none only of a text without characters. A count in between may be missing. */
size_t zt_text_ways(const zt_text *text, double width, zt_way out[ZT_WAYS_MOST], zt_arena *scratch);

/* The cheapest lines that take exactly the slots `first` … `first + lines - 1`; NULL when there are
   none. Each line's x and baseline are in the frame of the slots. Reports as zt_para_break. */
zt_para *zt_text_set(zt_arena *arena, zt_diags *diags, const zt_text *text, const zt_slot *slots,
                     size_t first, size_t lines);

/* Em that each gap of the loosest line gets beyond blanks and Han-Western gaps; lines that end a
   text are never stretched. Above 0.25 (R43) loose-line tells of it. */
double zt_para_loosest(const zt_para *para);

/* One line, never broken: its width in points with the start blank of an opening mark and the end
   blank of a mark taken off. */
double zt_text_width(zt_diags *diags, zt_arena *scratch, zt_str text, const zt_text_style *style,
                     const zt_para_style *para, zt_pos at);
/* One line set at baseline (x, y), aligned START, CENTRE or END about x. Returns its width. */
double zt_text_place(zt_diags *diags, zt_scene *scene, zt_group *group, zt_str text,
                     const zt_text_style *style, const zt_para_style *para, zt_align align,
                     double x, double y, zt_pos at);
/* R125: a value of a column. Each digit stands in a cell as wide as the widest digit of its face,
   as Serif has no figures of one width; the column is aligned where its whole numbers end. */
typedef struct zt_value {
    /* 46.3, −8%, —; one line, never broken. */
    zt_str text;
    const zt_text_style *style;
    const zt_para_style *para;
    zt_pos at;
} zt_value;
/* The two sides of a value that is set on its decimal point. */
typedef struct zt_value_extent {
    double
        before; /* points left of the axis: sign and whole number; all of a text without digits */
    /* Points right of it: decimal point, decimals, unit. */
    double after;
} zt_value_extent;
/* What one value needs on both sides, in its own style. */
zt_value_extent zt_value_measure(zt_diags *diags, zt_arena *scratch, const zt_value *value);
/* What a column needs that holds both. */
zt_value_extent zt_value_join(zt_value_extent a, zt_value_extent b);
/* Sets it with its axis at x, its baseline at y. */
zt_value_extent zt_value_place(zt_diags *diags, zt_scene *scene, zt_group *group,
                               const zt_value *value, double x, double y);
/* Left side bearing of the first glyph in points: what an optical left edge takes off. 0 when the
   face lacks the character. */
double zt_text_bearing(const zt_text_style *style, zt_str text);

/* For tests and `zhitu typeset`: what was decided, one entry a code point of the joined text. */
typedef struct zt_trace {
    size_t count;
    const uint32_t *code_points;
    const char
        *breaks; /* per gap before i: '/' may, 'x' must not, 'p' only when nothing else fits */
    /* Em, after squeeze and fixed widths, before justification. */
    const double *advances;
    /* Em, extra Han-Latin space before i. */
    const double *gaps;
    /* U upright, R rotated, T side by side, V vertical form; all U when horizontal. */
    const char *orient;
} zt_trace;
/* The decisions about a paragraph, borrowed from it. */
zt_trace zt_para_trace(const zt_para *para);
/* The same as the lines set it: what the marks at their ends give up (R20, R21) is off the
   advances, blanks that vanish at a break are 0 wide and a gap at a line's start is gone, so that
   the natural width of a line is the sum of its advances and gaps. */
zt_trace zt_para_trace_lines(const zt_para *para);

#endif
