/* gen/text/para_imp.h — the character array on which a paragraph is decided (docs/typesetting.md).
   Classes, pairs and breaks run over all style runs; em are of the character's own size. */
#ifndef ZT_PARA_IMP_H
#define ZT_PARA_IMP_H

#include "text/para.h"

/* Classes of characters, as docs/typesetting.md names them at its head. */
typedef enum zt_class {
    ZT_C_HAN,
    /* Wide symbols: break like Han, take no gap. */
    ZT_C_SYM,
    ZT_C_OPEN,
    ZT_C_CLOSE,
    ZT_C_COMMA,
    ZT_C_STOP,
    ZT_C_EXQ,
    ZT_C_DASH,
    ZT_C_ELL,
    ZT_C_CONN,
    ZT_C_DOT,
    ZT_C_SOL,
    ZT_C_PREF,
    ZT_C_SUFF,
    ZT_C_DIG,
    ZT_C_LAT,
    /* U+0020 and its kin: a line may end here. */
    ZT_C_BLANK,
    ZT_C_WIDE_BLANK, /* U+3000 */
    ZT_C_STIFF,      /* U+00A0, U+2009: no break */
    ZT_C_ZERO,       /* U+200B, U+2060, selectors */
    ZT_C_LINE        /* U+000A */
} zt_class;

/* Whether a line may end before a character. */
typedef enum zt_brk {
    ZT_BRK_MAY,
    /* R34 to R37: only when nothing else fits. */
    ZT_BRK_SOFT,
    /* R16: line start or end; dropped as the last resort of R18. */
    ZT_BRK_RULE,
    /* R30 to R33, clusters, bound runs. */
    ZT_BRK_HARD,
    ZT_BRK_MUST /* after U+000A */
} zt_brk;

/* Where a full-width mark has its blank half, along the line. */
typedef enum zt_blank_side { ZT_BLANK_NONE, ZT_BLANK_BEFORE, ZT_BLANK_AFTER } zt_blank_side;

/* How a character stands in a column; NONE in horizontal text. */
typedef enum zt_turn { ZT_TURN_NONE, ZT_TURN_UPRIGHT, ZT_TURN_ROTATED, ZT_TURN_COMBINED } zt_turn;

/* Where a character stands in its word, once zt_chars_find_words has been there. */
typedef enum zt_word_part {
    ZT_WORD_NONE,
    /* A word of one character, or part of a name that no list has. */
    ZT_WORD_SINGLE,
    ZT_WORD_HEAD,
    ZT_WORD_INSIDE,
    /* Inside, but before the second of two words that make one. */
    ZT_WORD_COMPOUND,
    /* Within a part of a name with interpuncts. */
    ZT_WORD_NAME
} zt_word_part;

/* One character with all that is decided about it. Lengths are points, but where a member says em.
 */
typedef struct zt_char {
    /* As typed; the syllable where conjoining Hangul begins one (R133). */
    uint32_t cp;
    /* Bytes into the joined text. */
    uint32_t offset;
    uint32_t run; /* index of the style run */
    uint8_t bytes;
    uint8_t cls; /* zt_class */
    /* zt_brk, of the gap before this character. */
    uint8_t brk;
    /* zt_turn, in vertical text only. */
    uint8_t turn;
    uint8_t word; /* zt_word_part */
    /* Of UAX #9: odd runs right to left. */
    uint8_t level;
    /* Place in imp->items + 1; 0 = set by the Chinese rules. */
    uint16_t item;
    /* Within an item: a line may end before it. */
    bool may_break;
    /* R3: a shared code point used the Chinese way. */
    bool chinese;
    /* zt_blank_side: what a mark can be halved by (R129). */
    uint8_t gives;
    /* Goes on with the cluster of the character before. */
    bool tail;
    /* Lost its blank half already (R12: once only). */
    bool squeezed;
    bool missing; /* no face has it */
    /* Of a number in digits of either width, with its inner signs (R31, R130). */
    bool figure;
    /* A combining mark: belongs to the character before it (R133). */
    bool joins;
    /* Conjoining Hangul that makes no syllable. */
    bool loose;
    /* A break before it is a good one (U+200B). */
    bool preferred;
    const zt_text_style *style;
    const zt_face *face;
    /* Of the glyph against style->size; 1 but for R65. */
    double scale;
    /* Into the paragraph's shaped glyphs. */
    uint32_t glyph, glyph_count;
    double natural; /* em, as shaped */
    /* Em, after fixed widths and squeeze. */
    double advance;
    /* Em, the ink moved right (+) within the advance. */
    double shift;
    /* Em of the advance that stand behind the ink for its ruby. */
    double spread;
    /* Points before this character, natural. */
    double gap;
    double gap_min, gap_max;
    /* A Han-Western gap (R60), even when it is 0 wide. */
    bool gap_place;
    /* Points that R42's last step may give to this place; 0: as much as to any other. */
    double most_given;
    /* R43: nothing may be added before this character. */
    bool no_stretch;
    /* Of a break before it, on the breaker's scale. */
    float penalty;
    /* Set by zt_sums_build, in points: what justification may still take from a mark (R41). */
    double blank;
    /* What it gives up at a line's start and end (R20, R21). */
    double first_trim, last_trim;
    /* Set line by line by justification, points from the line's start. */
    double x, set, ink;
} zt_char;

/* A shaped glyph; em of the character's size. */
typedef struct zt_shaped {
    uint32_t id;
    double dx, dy, advance;
} zt_shaped;

/* Indexes of characters, `end` exclusive. */
typedef struct zt_char_span {
    size_t first, end;
} zt_char_span;

/* Characters of one script other than Han and Latin, of one style and one direction. */
typedef struct zt_item_run {
    zt_char_span chars;
    /* ISO 15924, as a tag: "Tibt". */
    uint32_t script;
} zt_item_run;

/* A small text beside the characters it belongs to. */
typedef struct zt_ruby {
    zt_char_span base;
    struct zt_para_imp *text;
    double width; /* points */
} zt_ruby;

/* A paragraph while it is set. */
typedef struct zt_para_imp {
    zt_arena *arena;
    zt_diags *diags;
    zt_para_style style;
    const zt_run *runs;
    size_t run_count;
    zt_str text; /* joined */
    zt_char *chars;
    size_t count;
    ZT_VEC(zt_shaped) glyphs;
    ZT_VEC(zt_item_run) items;
    /* Some character has a level above 0. */
    bool bidi;
    ZT_VEC(zt_ruby) rubies; /* in the order of the text */
    /* Sums before each character, count + 1 entries, points; built by zt_sums_build. */
    struct zt_sums *sums;
} zt_para_imp;

/* Steps of R41 in their order; the line-end mark (step 1) is always taken, the interpunct fixed. */
enum { ZT_STEP_BLANK, ZT_STEP_BRACKET, ZT_STEP_COMMA, ZT_STEP_GAP, ZT_STEP_STOP, ZT_STEP_COUNT };

/* What a candidate line measures, points. */
typedef struct zt_line_fit {
    double natural;
    double shrink[ZT_STEP_COUNT];
    double stretch_blank, stretch_gap; /* R42 steps 1 and 2 */
    double places;                     /* gaps of R42 step 3 */
    /* Those among them that take only so much (zt_char.most_given), and how much all of them. */
    double capped, most_given;
    /* Without blanks at the ends. */
    zt_char_span ink;
} zt_line_fit;

/* classes.c. By the code point alone; neighbours may change the class later (zt_chars_classify).
 */
zt_class zt_class_of(uint32_t cp);
/* Latin with its accents, Greek and Cyrillic. */
bool zt_is_letter(uint32_t cp);
bool zt_is_close(const zt_char *c);    /* CLOSE COMMA STOP EXQ of R12 */
bool zt_is_run_part(const zt_char *c); /* of a Latin word or a number with its signs */
/* Sets class, `chinese` and `figure` of all characters; the first step of a paragraph. */
void zt_chars_classify(zt_para_imp *imp);
/* Signs that hang on a number, in either width: % ‰ ° ℃ ″ ㎡ (R32, R130). */
bool zt_is_unit_sign(uint32_t cp);
/* The character that carries the marks up to `i`; `i` itself when it is no mark (R133). */
size_t zt_base_of(const zt_para_imp *imp, size_t i);
/* clusters.c: conjoining Hangul into syllables; finds the combining marks (R133). */
void zt_chars_compose(zt_para_imp *imp);
/* The neighbour that has width, or SIZE_MAX. */
size_t zt_chars_before(const zt_para_imp *imp, size_t i);
/* The same to the other side. */
size_t zt_chars_after(const zt_para_imp *imp, size_t i);

/* script.c: runs of other scripts become items; nothing happens where there are none. */
bool zt_is_emoji(uint32_t cp);
/* Finds the runs; characters of Han and Latin are in none. */
void zt_chars_itemise(zt_para_imp *imp);
/* The face of each item: the style's own, else the first fallback that has all of it. */
void zt_items_choose_faces(zt_para_imp *imp);
/* Breaks within items. */
void zt_items_break(zt_para_imp *imp);
/* Puts the characters of a justified line in visual order (UAX #9, L2). */
void zt_line_reorder(zt_para_imp *imp, zt_char_span ink);

/* itemise.c: what Pango finds, one entry a character. */
typedef struct zt_char_script {
    uint32_t script;
    uint8_t level;
    bool may_break; /* before it */
} zt_char_script;
/* False after a report when Pango cannot be had. `right_to_left`: the paragraph's own direction. */
bool zt_pango_itemise(const zt_para_imp *imp, bool right_to_left, zt_char_script *out);

/* missing.c: fallbacks for what a face lacks, true when some took over and must be shaped; then the
   messages about what is still missing. */
bool zt_missing_fall_back(zt_para_imp *imp);
/* Reports what no face has, once a character and paragraph. */
void zt_missing_report(zt_para_imp *imp);
/* "<title> text: ", or "" when nobody said whose text it is. */
const char *zt_owner_of(const zt_para_imp *imp, const zt_text_style *style);

/* shape.c */
bool zt_is_selector(uint32_t cp); /* of a variation (UTS #37) */
/* Where the character stands in the source: along the line its run begins on. */
zt_pos zt_pos_of_char(const zt_para_imp *imp, size_t i);
/* Sets glyphs and natural advances; reports glyph-missing, glyph-fallback and variation-missing.
 */
void zt_chars_shape(zt_para_imp *imp);

/* mark_ink.c: R129, where the ink of a mark stands along its line, em from the start of its box. */
typedef struct zt_ink_reach {
    double from, to;
} zt_ink_reach;
/* False when the glyph has no ink. */
bool zt_ink_along(const zt_para_imp *imp, const zt_char *c, zt_ink_reach *ink);
/* The half that can be taken off, NONE when ink stands in both. */
zt_blank_side zt_blank_side_of(const zt_para_imp *imp, const zt_char *c);
/* What brings a mark no farther from the word it belongs to than from the next, once halved (R1).
 */
double zt_ink_to_its_word(const zt_para_imp *imp, const zt_char *c);
/* Strokes of a dash and dots of an ellipsis that the face leaves gaps between are joined. */
void zt_chars_join_strokes(zt_para_imp *imp);

/* squeeze.c: R10 to R14, then what R20 and R21 take off a line's ends, in points. */
void zt_chars_squeeze(zt_para_imp *imp);
/* Negative where a mark that was halved becomes whole again. */
double zt_start_trim(const zt_para_imp *imp, size_t i);
/* What is taken off at the end of a line that ends with this character. */
double zt_end_trim(const zt_para_imp *imp, size_t i);
/* Points that justification may still take from a mark (R41). */
double zt_mark_blank(const zt_para_imp *imp, size_t i);

/* spacing.c: R60 to R66. */
void zt_chars_space(zt_para_imp *imp);

/* breaks.c: R15 to R18, R30 to R33. bonds.c: R34 to R37. address.c: R131, which overrules the
 * others. */
void zt_chars_break(zt_para_imp *imp);
/* Makes breaks within names, numbers with units and the like dearer. */
void zt_chars_bind(zt_para_imp *imp);
/* Breaks within addresses of the web and of mail, and nowhere else in them. */
void zt_addresses_break(zt_para_imp *imp);

/* sense.c: lines of like length broken at sense; 0 when they cannot all fit. em in points. */
size_t zt_sense_lines(zt_para_imp *imp, double width, double em, zt_char_span **lines);
/* words.c: sets `word`, by maximum probability (unigram); hints part words. */
void zt_chars_find_words(zt_para_imp *imp);
/* foreign_names.c: the names with interpuncts among these words. */
void zt_chars_find_names(zt_para_imp *imp);
/* Cost of a line that ends before `i` in a label or headline; 0 is neutral. */
double zt_sense_penalty(const zt_para_imp *imp, size_t i);

/* measure.c: R41's step of a mark; the last character of a span that is no tail. */
int zt_step_of_mark(const zt_char *c);
/* The last character that has width. */
size_t zt_last_of(const zt_para_imp *imp, zt_char_span ink);
/* Must come after the advances are final and before any line is measured. */
void zt_sums_build(zt_para_imp *imp);
/* The line ends the text, or a forced break ends it. */
bool zt_ends_text(const zt_para_imp *imp, zt_char_span line);
/* In constant time, by the sums. */
zt_line_fit zt_line_measure(const zt_para_imp *imp, zt_char_span line);
/* Points, ends not trimmed: a quick look before the measure. */
double zt_span_width(const zt_para_imp *imp, zt_char_span span);

/* A text that was shaped: the characters are those of no line. */
struct zt_text {
    zt_para_imp *imp;
};
/* para.c: its characters once more, for lines of their own; shares glyphs and sums. */
zt_para_imp *zt_text_copy(zt_arena *arena, zt_diags *diags, const zt_text *text);
/* Of the lines that were set: ink_top, ink_foot, over and under. */
void zt_para_find_ink(zt_para *para);
/* Measured, justified, and put at its place on a line of its own: x from the left of `width`
   points, baseline from the top of the row. */
zt_line zt_line_set(zt_para_imp *imp, zt_char_span span, double width);

/* line_cost.c. What a search has given up so far, each with all before it. */
typedef enum zt_yield {
    ZT_YIELD_NOTHING,
    /* Lines may be half empty. */
    ZT_YIELD_LENGTH,
    /* R16 may be broken (R18). */
    ZT_YIELD_RULES,
    /* Lines may be wider than their measure. */
    ZT_YIELD_WIDTH
} zt_yield;
/* A line shorter than this share of its room is not set while any other way is left. */
#define ZT_SHORTEST_LINE 0.5
/* Em a gap: looser lines are told (R43). */
#define ZT_WORST_STRETCH 0.25
/* Points of the width that lines are set to (R46). */
double zt_measure_of(const zt_para_imp *imp, double width);
/* Points for a line that begins at `first`: the measure without its indent. */
static inline double zt_line_room(const zt_para_imp *imp, size_t first, double measure)
{
    double em = imp->chars[0].style->size;
    return measure - (first == 0 ? imp->style.indent : imp->style.hanging) * em;
}
/* What a line costs in so much room; INFINITY when it cannot be set there. */
double zt_line_cost(const zt_para_imp *imp, zt_char_span line, const zt_line_fit *fit, double room,
                    zt_yield yield);
/* What R42's last step gives to each place, and to each of those that take only so much, when it
   has `spare` points for all of them. */
typedef struct zt_each_gap {
    double free, capped;
} zt_each_gap;
/* The line must have places; em in points. A cap holds up to where the others get 0.25 em: beyond
   it a line is a bad one, and all its places share the rest, lest one of them become a hole. */
zt_each_gap zt_share_of_gaps(const zt_line_fit *fit, double spare, double em);
/* What each gap gets beyond blanks and Han-Western gaps when the line is stretched by `spare`
   points, em; INFINITY when there is none to give it to. */
double zt_line_looseness(const zt_line_fit *fit, double spare, double em);
/* Points of a line that is shrunk as far as it goes. */
static inline double zt_line_least(const zt_line_fit *fit)
{
    double least = fit->natural;
    for (int k = 0; k < ZT_STEP_COUNT; k++)
        least -= fit->shrink[k];
    return least;
}
/* The price of ending a line before `at`, besides that of the line itself. */
double zt_break_cost(const zt_para_imp *imp, size_t at);
/* The start, all places where a line may end, and the end, in their order: at most count + 2. */
size_t zt_break_places(const zt_para_imp *imp, zt_yield yield, size_t *places);

/* breaker.c: the lines of the whole paragraph at one measure; none is empty. */
size_t zt_lines_choose(zt_para_imp *imp, double width, zt_char_span **lines);
/* What has to be given up to set it at that measure, whatever it costs. */
zt_yield zt_lines_yield(const zt_para_imp *imp, double width, zt_arena *scratch);
/* line_report.c: line-start-rule, line-too-wide, loose-line; `rooms`: points of each line. */
void zt_lines_report(zt_para_imp *imp, const zt_char_span *lines, size_t count, const double *rooms,
                     zt_yield yield);

/* justify.c: sets x, set and ink of the line's characters; returns the width as set. */
double zt_line_justify(zt_para_imp *imp, const zt_line_fit *fit, double available, zt_align align,
                       bool last);

/* vertical.c: orientation and forms (R70 to R75). */
void zt_chars_turn(zt_para_imp *imp);
/* The code point whose glyph is wanted in a column; the text keeps its own. */
uint32_t zt_vertical_form(const zt_para_imp *imp, const zt_char *c);
/* Turns marks for which the face had no vertical form; true when they must be shaped anew. */
bool zt_chars_turn_formless(zt_para_imp *imp);
/* Stops and commas for which the face had no vertical form go up and right in their em (R71). */
void zt_chars_lift_stops(zt_para_imp *imp);
/* Digits side by side count as one character of 1 em: run after shaping. Reports tcy-too-wide. */
void zt_chars_combine(zt_para_imp *imp);
/* Width of the characters side by side that begin at `head`, points. */
double zt_combined_width(const zt_para_imp *imp, const zt_char *head);

/* orient.c: the property of UAX #50 alone; then, after shaping, the letter of zt_trace. */
void zt_chars_turn_plain(zt_para_imp *imp);
/* U, R, or the letters of what was transformed. */
char zt_orient_letter(const zt_para_imp *imp, size_t i);

/* ruby.c: sets the small texts and spreads what is narrower than they are. */
void zt_chars_ruby(zt_para_imp *imp);
/* How far ruby goes beyond the top of the em box, in points. */
double zt_ruby_above(const zt_para_imp *imp, zt_char_span ink);
/* The gap above the line does not hold its ruby. */
bool zt_ruby_exceeds_gap(const zt_para_imp *imp, zt_char_span line);
/* R135: the gap above the line does not hold its ruby, so it takes one more step of the grid. */
bool zt_ruby_takes_step(const zt_para_imp *imp, zt_char_span line);
/* Places the ruby of one line, in the frame of zt_line_place. */
void zt_line_ruby(const zt_para_imp *imp, zt_char_span ink, zt_scene *scene, zt_group *group,
                  double x, double y);

/* marks.c: dots and lines of one line, in the frame of zt_line_place (R80, R81); the warning
   line-gap when the leading has no room for what stands between the lines (R82). */
void zt_line_mark(const zt_para_imp *imp, zt_char_span ink, zt_scene *scene, zt_group *group,
                  double x, double y);
/* Reports line-gap, once a paragraph. */
void zt_check_line_gap(const zt_para_imp *imp);
/* How far marks go beyond the foot of the em box, in points. */
double zt_marks_below(const zt_para_imp *imp, zt_char_span ink);

/* prepare.c: classes, shaping, squeeze and gaps of one text, without ruby and breaks. */
zt_para_imp *zt_para_prepare(zt_arena *arena, zt_diags *diags, const zt_run *runs, size_t run_count,
                             const zt_para_style *style);
/* The same of a text of one line that never runs down. */
zt_para_imp *zt_line_prepare(zt_arena *arena, zt_diags *diags, zt_str text,
                             const zt_text_style *style, const zt_para_style *para, zt_pos at);
/* place.c: the glyph runs of one line at (x, y): horizontal text only from the line's start, its
   baseline; vertical: the column's centre line and top. */
void zt_line_place(const zt_para_imp *imp, zt_char_span ink, zt_scene *scene, zt_group *group,
                   double x, double y);

#endif
