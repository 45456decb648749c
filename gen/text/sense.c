/* gen/text/sense.c — labels and headlines: as few lines as fit, the longest as short as can be,
   parted where the sense parts (R37, R91, R92). */
#include <math.h>

#include "text/para_imp.h"

/* A line between two nodes: the square of its length in em, INFINITY when it does not fit, and its
   characters, as far as that matters: 3 are as good as more. */
typedef struct sense_line {
    double square;
    size_t chars;
} sense_line;

/* One stretch of text without forced lines. The cost of a set of lines is the sum of the squares
   of their lengths in em, which is least when they are alike, and the price of each break in the
   same unit: two lines that differ by d em cost d * d / 2 more than equal ones. */
typedef struct sense {
    zt_para_imp *imp;
    double width, em;
    size_t *nodes, node_count;
    double *prices; /* of a break at each node */
    /* The lines that end at node n, from the shortest on, are reached[n] up to reached[n + 1]; they
       are measured once, for all rows. */
    ZT_VEC(sense_line) lines;
    size_t *reached;
    double *best; /* [line][node] */
    size_t *from;
    size_t rows;
    bool has_words; /* looked for, because something has to be broken */
} sense;

#define COST_SOFT 0.2     /* of a bond of R34 to R37, on the scale of bonds.c */
#define FIRM_BOND 900.0F  /* another line is better than to break it */
#define COST_STUMP 60.0   /* a line of one or two characters that is not the first (R92) */
#define COST_SINGLE 180.0 /* any line of one: 2 and 2 are better than 1 and 3 */
enum {
    MORE_LINES = 2, /* tried beyond the fewest, when those would break a bond or a word */
    LONGEST = 400   /* characters: no label; such a text goes to the breaker of paragraphs */
};

/* Characters that count for a line's length; marks and blanks do not. */
static size_t ink_chars(const sense *s, zt_char_span ink)
{
    size_t count = 0;
    for (size_t i = ink.first; i < ink.end; i++) {
        const zt_char *c = &s->imp->chars[i];
        count +=
            c->cls == ZT_C_HAN || c->cls == ZT_C_SYM || c->cls == ZT_C_LAT || c->cls == ZT_C_DIG;
    }
    return count;
}

/* The price of a break in square em. */
static double cost_of_break_at(const sense *s, size_t at)
{
    const zt_char *c = &s->imp->chars[at];
    if (c->brk == ZT_BRK_SOFT)
        return COST_SOFT * (double)c->penalty;
    return zt_sense_penalty(s->imp, at);
}

/* `far` when no line that begins before it can fit either. */
static sense_line line_of(const sense *s, zt_char_span line, bool *far)
{
    zt_line_fit fit = zt_line_measure(s->imp, line);
    double indent = line.first == 0 ? s->imp->style.indent : s->imp->style.hanging;
    double room = s->width - indent * s->em;
    *far = fit.natural > s->width + 2 * s->em; /* more than trimmed ends could give back */
    if (fit.natural > room + 1e-6)
        return (sense_line){INFINITY, 0};
    double em = fit.natural / s->em;
    size_t chars = ink_chars(s, fit.ink);
    return (sense_line){em * em, chars < 3 ? chars : 3};
}

/* What a line costs beside its length for being too short. */
static double cost_of_stump(const sense_line *line, bool is_first)
{
    if (line->chars == 1)
        return COST_SINGLE;
    return is_first || line->chars > 2 ? 0 : COST_STUMP;
}

/* The nodes of one stretch with their prices; words are looked for at the first time only. */
static void collect(sense *s, zt_char_span text)
{
    if (!s->has_words) {
        zt_chars_find_words(s->imp);
        zt_chars_find_names(s->imp);
    }
    s->has_words = true;
    s->node_count = 0;
    s->prices[0] = 0;
    s->nodes[s->node_count++] = text.first;
    for (size_t i = text.first + 1; i < text.end; i++) {
        if (s->imp->chars[i].brk != ZT_BRK_MAY && s->imp->chars[i].brk != ZT_BRK_SOFT)
            continue;
        s->prices[s->node_count] = cost_of_break_at(s, i);
        s->nodes[s->node_count++] = i;
    }
    s->prices[s->node_count] = 0;
    s->nodes[s->node_count++] = text.end;
}

/* All lines that may fit, for each node at which one can end. */
static void measure_lines(sense *s)
{
    s->lines.count = 0;
    s->reached = ZT_ARRAY(s->imp->arena, s->node_count + 1, size_t);
    for (size_t n = 1; n < s->node_count; n++) {
        bool far = false;
        s->reached[n] = s->lines.count;
        for (size_t m = n; m-- > 0 && !far;) {
            sense_line line = line_of(s, (zt_char_span){s->nodes[m], s->nodes[n]}, &far);
            ZT_PUSH(s->imp->arena, &s->lines, line);
        }
    }
    s->reached[s->node_count] = s->lines.count;
}

/* Row r: the best r + 1 lines that end at each node. None of them is empty, so no line of any row
   ends where the text begins. */
static void fill_row(sense *s, size_t row)
{
    s->best[row * s->node_count] = INFINITY;
    for (size_t n = 1; n < s->node_count; n++) {
        double *cell = &s->best[row * s->node_count + n];
        *cell = INFINITY;
        for (size_t i = s->reached[n], m = n; i < s->reached[n + 1]; i++) {
            m--;
            double before = row ? s->best[(row - 1) * s->node_count + m] : m ? INFINITY : 0;
            const sense_line *line = &s->lines.items[i];
            double cost = line->square + before + s->prices[n];
            if (row || n + 1 < s->node_count) /* a single line is no stump */
                cost += cost_of_stump(line, row == 0);
            if (cost < *cell) {
                *cell = cost;
                s->from[row * s->node_count + n] = m;
            }
        }
    }
}

/* By the natural width; a set of so few lines may still not exist. */
static size_t fewest_lines(const sense *s)
{
    double natural = 0;
    zt_char_span all = {s->nodes[0], s->nodes[s->node_count - 1]};
    natural = zt_line_measure(s->imp, all).natural;
    double lines = ceil(natural / s->width - 1e-6);
    return lines < 1 ? 1 : (size_t)lines;
}

/* A hair more for each line, so that of equal sets the shorter wins. */
static double total_of(const sense *s, size_t lines)
{
    double cost = s->best[(lines - 1) * s->node_count + s->node_count - 1];
    return isinf(cost) ? cost : cost + 1e-3 * (double)lines;
}

/* How many firm bonds and words the best set of `lines` lines breaks. */
static size_t bonds_broken(const sense *s, size_t lines)
{
    size_t n = s->node_count - 1, count = 0;
    for (size_t row = lines; row-- > 0;) {
        n = s->from[row * s->node_count + n];
        const zt_char *c = &s->imp->chars[s->nodes[n]];
        bool bond = c->brk == ZT_BRK_SOFT && c->penalty >= FIRM_BOND;
        bool word = (c->word == ZT_WORD_INSIDE || c->word == ZT_WORD_NAME) && !c->preferred;
        count += n > 0 && (bond || word);
    }
    return count;
}

/* The least count of lines that fits; one or two more where that spares a bond. 0 = none. */
static size_t choose_count(sense *s)
{
    size_t chosen = 0, broken = 0, limit = s->rows;
    measure_lines(s);
    for (size_t lines = 1; lines <= limit; lines++) {
        fill_row(s, lines - 1);
        if (isinf(total_of(s, lines)))
            continue;
        if (!chosen)
            limit = lines + MORE_LINES < limit ? lines + MORE_LINES : limit;
        size_t count = bonds_broken(s, lines);
        if (!chosen || count < broken) {
            chosen = lines;
            broken = count;
        }
        if (broken == 0)
            break;
    }
    return chosen;
}

/* Appends the lines of one stretch; false when they do not fit. */
static bool set_stretch(sense *s, zt_char_span text, zt_char_span *out, size_t *count)
{
    bool far;
    if (!isinf(line_of(s, text, &far).square)) {
        out[(*count)++] = text;
        return true;
    }
    collect(s, text);
    s->rows = fewest_lines(s) * 2 + MORE_LINES + 4;
    if (s->rows > s->node_count)
        s->rows = s->node_count;
    s->best = ZT_ARRAY(s->imp->arena, s->rows * s->node_count, double);
    s->from = ZT_ARRAY(s->imp->arena, s->rows * s->node_count, size_t);
    size_t lines = choose_count(s), n = s->node_count - 1;
    if (lines == 0)
        return false;
    for (size_t row = lines; row-- > 0;) {
        size_t m = s->from[row * s->node_count + n];
        out[*count + row] = (zt_char_span){s->nodes[m], s->nodes[n]};
        n = m;
    }
    *count += lines;
    return true;
}

/* Stretch by stretch between forced line ends. */
size_t zt_sense_lines(zt_para_imp *imp, double width, double em, zt_char_span **lines)
{
    sense s = {.imp = imp, .width = width, .em = em};
    size_t count = 0;
    if (imp->count > LONGEST)
        return 0;
    s.nodes = ZT_ARRAY(imp->arena, imp->count + 2, size_t);
    s.prices = ZT_ARRAY(imp->arena, imp->count + 2, double);
    *lines = ZT_ARRAY(imp->arena, imp->count + 1, zt_char_span);
    for (size_t first = 0; first < imp->count;) {
        size_t end = first + 1;
        while (end < imp->count && imp->chars[end].brk != ZT_BRK_MUST)
            end++;
        if (!set_stretch(&s, (zt_char_span){first, end}, *lines, &count))
            return 0;
        first = end;
    }
    return count;
}
