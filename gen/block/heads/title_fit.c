/* Size, blank and spacing of a headline from its measure. The ink is measured, not the advances, so
   that both edges are flush; ink grows in proportion to the size, which makes one trial enough. */
#include "block/heads/title_fit.h"

#include "base/utf8.h"
#include "block/words/lines.h"

static const double TIGHTEST = -0.03; /* em; Han do not touch yet (R93) */
/* Wider than any page: a line that is never broken. */
static const double UNBROKEN = 1e6;

/* The runs of one line, and which code points of the whole headline they hold. */
typedef struct run_list {
    zt_run *runs;
    size_t count;
    size_t first, end;
} run_list;

/* One way to set a line. */
typedef struct manner {
    double size, blank, tracking; /* points, em, em */
} manner;

/* Closing quotes, behind which a headline keeps a little white. */
static bool is_closing_quote(uint32_t c)
{
    return c == 0x201D || c == 0x2019;
}

/* What stands between the halves of a headline, and a forced break. */
static bool is_blank(uint32_t c)
{
    return c == 0x3000 || c == ' ' || c == '\n';
}

typedef ZT_VEC(run_list) line_lists;

/* A line that was set, and a headline that was broken: both are asked for again and again while a
   place is looked for. */
typedef struct set_before {
    size_t first, end;
    manner manner;
    zt_title_line line;
} set_before;
typedef struct broken_before {
    double measure, size, tracking;
    line_lists lists;
    size_t over;
} broken_before;

struct zt_title_memory {
    ZT_VEC(set_before) lines;
    ZT_VEC(broken_before) breaks;
};

zt_title_memory *zt_title_memory_new(zt_arena *arena)
{
    return ZT_NEW(arena, zt_title_memory);
}

/* Characters of all runs. */
static size_t code_points(run_list list)
{
    size_t sum = 0;
    for (size_t i = 0; i < list.count; i++)
        sum += zt_utf8_count(list.runs[i].text);
    return sum;
}

/* A run of part of the text, from byte `first` up to `end`. */
static zt_run cut_run(const zt_run *run, size_t first, size_t end)
{
    zt_run piece = *run;
    piece.text = zt_str_slice(run->text, first, end);
    return piece;
}

/* The code points from `first` to `end` of the joined text. */
static run_list slice(zt_arena *arena, run_list list, size_t first, size_t end)
{
    run_list out = {.runs = ZT_ARRAY(arena, list.count, zt_run), .first = first, .end = end};
    size_t seen = 0;
    for (size_t i = 0; i < list.count; i++) {
        zt_str text = list.runs[i].text;
        size_t at = 0, from = SIZE_MAX, to = 0;
        for (; at < text.len; seen++) {
            size_t here = at;
            zt_utf8_next(text, &at);
            if (seen < first || seen >= end)
                continue;
            from = from < here ? from : here;
            to = at;
        }
        if (from != SIZE_MAX)
            out.runs[out.count++] = cut_run(&list.runs[i], from, to);
    }
    return out;
}

/* The character with that number in the joined text; 0 beyond the end. */
static uint32_t code_point_at(run_list list, size_t index)
{
    for (size_t i = 0; i < list.count; i++) {
        for (size_t at = 0; at < list.runs[i].text.len; index--) {
            uint32_t c = zt_utf8_next(list.runs[i].text, &at);
            if (index == 0)
                return c;
        }
    }
    return 0;
}

/* Without the blanks at both ends: a blank stands between halves, not beside a break. */
static run_list trimmed(zt_arena *arena, run_list list, size_t first, size_t end)
{
    while (first < end && is_blank(code_point_at(list, first)))
        first++;
    while (end > first && is_blank(code_point_at(list, end - 1)))
        end--;
    return slice(arena, list, first, end);
}

/* ---- one line in one manner ---- */

/* The style of one character in a manner: its size in proportion, blanks of their own width,
   tracking. */
static const zt_text_style *dressed(const zt_setting *setting, const zt_title_ask *ask,
                                    const zt_run *run, uint32_t c, const manner *m)
{
    zt_text_style *style = ZT_NEW(setting->arena, zt_text_style);
    *style = *run->style;
    style->size *= m->size / ask->look->text.size;
    style->rise *= m->size / ask->look->text.size;
    style->beside *= m->size / ask->look->text.size;
    style->tracking += m->tracking;
    if (c == 0x3000)
        style->size *= m->blank;
    if (is_closing_quote(c))
        style->tracking += ask->give.quote_gap;
    return style;
}

/* Characters that get a run of their own because their width or tracking differs. */
static bool stands_apart(uint32_t c)
{
    return c == 0x3000 || is_closing_quote(c);
}

/* Each run once more, with the full-width blanks and the closing quotes in runs of their own. */
static run_list dress(const zt_setting *setting, const zt_title_ask *ask, run_list list,
                      const manner *m)
{
    run_list out = {.runs = ZT_ARRAY(setting->arena, code_points(list), zt_run)};
    for (size_t i = 0; i < list.count; i++) {
        const zt_run *run = &list.runs[i];
        for (size_t at = 0; at < run->text.len;) {
            size_t first = at;
            uint32_t c = zt_utf8_next(run->text, &at);
            while (!stands_apart(c) && at < run->text.len) {
                size_t next = at;
                if (stands_apart(zt_utf8_next(run->text, &next)))
                    break;
                at = next;
            }
            zt_run piece = cut_run(run, first, at);
            piece.style = dressed(setting, ask, run, c, m);
            out.runs[out.count++] = piece;
        }
    }
    return out;
}

/* R93: brackets, quotes and commas take half an em in a headline, whatever the text does. */
static zt_para_style headline_style(const zt_look *look)
{
    zt_para_style style = look->para;
    if (style.punctuation == ZT_QUANJIAO)
        style.punctuation = ZT_KAIMING;
    style.ruby_outside = !style.vertical; /* each line is measured by its ink */
    return style;
}

/* How a single line is set: at its own leading, from the start, without indent. */
static zt_para_style plain_line(const zt_title_ask *ask, double size)
{
    zt_para_style style = headline_style(ask->look);
    style.leading *= size / ask->look->text.size;
    style.align = ZT_ALIGN_START;
    style.indent = style.hanging = 0;
    style.at_sense = false;
    return style;
}

static const set_before *line_before(const zt_title_ask *ask, const run_list *list, const manner *m)
{
    for (size_t i = 0; ask->memory && i < ask->memory->lines.count; i++) {
        const set_before *b = &ask->memory->lines.items[i];
        if (b->first == list->first && b->end == list->end && b->manner.size == m->size &&
            b->manner.blank == m->blank && b->manner.tracking == m->tracking)
            return b;
    }
    return NULL;
}

/* One line in one manner, with the box of its ink. */
static zt_title_line set_line(const zt_setting *setting, const zt_title_ask *ask, run_list list,
                              const manner *m)
{
    const set_before *before = line_before(ask, &list, m);
    if (before)
        return before->line;
    run_list runs = dress(setting, ask, list, m);
    zt_para_style style = plain_line(ask, m->size);
    zt_title_line line = {.para = zt_para_break(setting->arena, setting->diags, runs.runs,
                                                runs.count, &style, UNBROKEN)};
    line.ink = zt_para_ink(setting, line.para, 0, SIZE_MAX);
    /* Running down the blank above 一 is nearly half a character: it is no bearing to be cut. */
    const double bearing = 0.25; /* em */
    double above = style.vertical ? zt_max(0, line.ink.y - bearing * m->size) : 0;
    line.ink.y -= above;
    line.ink.h += above;
    if (ask->memory)
        ZT_PUSH(setting->arena, &ask->memory->lines,
                ((set_before){list.first, list.end, *m, line}));
    return line;
}

/* The length of a line's ink in one manner, along the line. */
static double extent(const zt_setting *setting, const zt_title_ask *ask, run_list list,
                     const manner *m)
{
    const double bearings = 0.2; /* em, of both ends; more is a blank that has no ink */
    zt_title_line line = set_line(setting, ask, list, m);
    if (ask->look->para.vertical)
        return line.ink.h;
    return zt_max(line.ink.w, line.para->max_width - bearings * m->size);
}

/* Where between `low` and `high` the wanted value lies, as a part of the way. */
static double part_of_way(double low, double high, double wanted)
{
    return high > low ? zt_clamp((wanted - low) / (high - low), 0, 1) : 0;
}

/* The largest manner in which the line keeps within the measure: first the blank gives, then the
   size. A line that is to fill its measure and is short of it at the largest size is spaced. */
static manner fit_line(const zt_setting *setting, const zt_title_ask *ask, run_list list)
{
    const zt_title_give *give = &ask->give;
    manner wide = {ask->size_max, give->blank_max, 0}, tight = {ask->size_max, give->blank_min, 0};
    double wide_len = extent(setting, ask, list, &wide);
    if (wide_len <= ask->measure) {
        if (!ask->grow)
            return wide;
        manner spread = wide;
        spread.tracking = give->tracking_max;
        double spread_len = extent(setting, ask, list, &spread);
        if (spread_len >= ask->measure)
            wide.tracking = spread.tracking * part_of_way(wide_len, spread_len, ask->measure);
        return wide;
    }
    bool gives = give->blank_min < give->blank_max;
    double tight_len = gives ? extent(setting, ask, list, &tight) : wide_len;
    if (tight_len > ask->measure)
        tight.size *= ask->measure / tight_len;
    else
        tight.blank +=
            (give->blank_max - give->blank_min) * part_of_way(tight_len, wide_len, ask->measure);
    return tight;
}

/* ---- several lines ---- */

/* The lines the headline asks for by itself (<br/>). */
static line_lists forced_lines(zt_arena *arena, run_list all)
{
    line_lists out = {0};
    size_t count = code_points(all), first = 0;
    for (size_t i = 0; i <= count; i++) {
        if (i < count && code_point_at(all, i) != '\n')
            continue;
        run_list line = trimmed(arena, all, first, i);
        if (line.count)
            ZT_PUSH(arena, &out, line);
        first = i + 1;
    }
    return out;
}

/* Most lines of a headline. */
static size_t lines_most(const zt_title_ask *ask)
{
    return ask->lines_most > 0 ? ask->lines_most : 2;
}

static const broken_before *break_before(const zt_title_ask *ask, double size, double tracking)
{
    for (size_t i = 0; ask->memory && i < ask->memory->breaks.count; i++) {
        const broken_before *b = &ask->memory->breaks.items[i];
        if (b->measure == ask->measure && b->size == size && b->tracking == tracking)
            return b;
    }
    return NULL;
}

/* Broken at sense at a size, which is the smallest unless the headline may be larger in several
   lines. */
static line_lists broken_lines(const zt_setting *setting, const zt_title_ask *ask, run_list all,
                               double size, double tracking, size_t *over)
{
    const broken_before *before = break_before(ask, size, tracking);
    if (before) {
        *over = before->over;
        return before->lists;
    }
    zt_look small = zt_look_at_size(ask->look, size);
    manner m = {size, ask->give.blank_min, tracking};
    run_list runs = dress(setting, ask, all, &m);
    zt_para_style style = headline_style(&small);
    style.at_sense = true;
    style.indent = style.hanging = 0;
    zt_para *para =
        zt_para_break(setting->arena, setting->diags, runs.runs, runs.count, &style, ask->measure);
    line_lists out = {0};
    *over = 0;
    for (size_t i = 0; i < para->line_count; i++) {
        const zt_line *line = &para->lines[i];
        if (out.count >= lines_most(ask))
            *over += line->end - line->first;
        run_list list = trimmed(setting->arena, all, line->first, line->end);
        if (list.count)
            ZT_PUSH(setting->arena, &out, list);
    }
    if (ask->memory)
        ZT_PUSH(setting->arena, &ask->memory->breaks,
                ((broken_before){ask->measure, size, tracking, out, *over}));
    return out;
}

/* The one size at which the longest of the lines still keeps within the measure. */
static manner fit_lines(const zt_setting *setting, const zt_title_ask *ask, const line_lists *lines,
                        double tracking)
{
    double most = ask->several_most > 0 ? zt_min(ask->several_most, ask->size_max) : ask->size_max;
    manner m = {most, ask->give.blank_min, tracking};
    double longest = 0;
    for (size_t i = 0; i < lines->count; i++)
        longest = zt_max(longest, extent(setting, ask, lines->items[i], &m));
    if (longest > ask->measure)
        m.size *= ask->measure / longest;
    return m;
}

/* Sets all lines in the manner that was found. */
static zt_title_fit finish(const zt_setting *setting, const zt_title_ask *ask,
                           const line_lists *lists, const manner *m)
{
    zt_title_fit fit = {.condense = 1, .size = m->size, .pitch = plain_line(ask, m->size).leading};
    fit.lines = ZT_ARRAY(setting->arena, lists->count, zt_title_line);
    for (size_t i = 0; i < lists->count; i++)
        fit.lines[fit.line_count++] = set_line(setting, ask, lists->items[i], m);
    return fit;
}

/* The headline's text as runs, its bars turned into full-width blanks. */
static run_list all_runs(const zt_setting *setting, const zt_title_ask *ask)
{
    run_list all = {0};
    zt_rich_style style = {.base = ask->look}; /* dress gives each run a style that lasts */
    all.count = zt_rich_runs(setting, ask->text, &style, &all.runs);
    for (size_t i = 0; i < all.count; i++)
        all.runs[i].text = zt_headline_blanks(setting->arena, all.runs[i].text);
    return all;
}

/* R93: at its smallest size a headline may be set a little tighter before it is broken. */
static bool tightened(const zt_setting *setting, const zt_title_ask *ask, const line_lists *lines,
                      manner *m)
{
    manner tight = {ask->size_min, ask->give.blank_min, TIGHTEST};
    manner plain = {ask->size_min, ask->give.blank_min, 0};
    double part = 0;
    for (size_t i = 0; i < lines->count; i++) {
        double low = extent(setting, ask, lines->items[i], &tight);
        double high = extent(setting, ask, lines->items[i], &plain);
        if (low > ask->measure)
            return false;
        if (high > ask->measure)
            part = zt_max(part, 1 - part_of_way(low, high, ask->measure));
    }
    *m = plain;
    m->tracking = TIGHTEST * part;
    return true;
}

/* R94, the last resort before the error: two lines at the smallest size, glyphs not below 0.9 of
   their width. False when even that is too long. */
static bool condensed(const zt_setting *setting, const zt_title_ask *ask, run_list all,
                      zt_title_fit *fit)
{
    const double narrowest = 0.9;
    zt_title_ask wide = *ask;
    size_t over = 0;
    wide.measure = ask->measure / narrowest;
    line_lists lists = broken_lines(setting, &wide, all, ask->size_min, TIGHTEST, &over);
    if (over > 0 || ask->look->para.vertical)
        return false;
    manner m = {ask->size_min, ask->give.blank_min, TIGHTEST};
    *fit = finish(setting, ask, &lists, &m);
    double longest = 0;
    for (size_t i = 0; i < fit->line_count; i++)
        longest = zt_max(longest, fit->lines[i].ink.w);
    fit->condense = zt_clamp(ask->measure / longest, narrowest, 1);
    for (size_t i = 0; i < fit->line_count; i++) {
        fit->lines[i].ink.x *= fit->condense;
        fit->lines[i].ink.w *= fit->condense;
    }
    return true;
}

/* Whether a line begins a quotation or a bracket that only the next one closes: “双 / 核” is torn.
 */
static bool tears_quotes(const line_lists *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        int open = 0;
        for (size_t k = 0, count = code_points(lines->items[i]); k < count; k++) {
            uint32_t c = code_point_at(lines->items[i], k);
            open += c == 0x201C || c == 0x2018 || c == 0x300A || c == 0xFF08;
            open -= c == 0x201D || c == 0x2019 || c == 0x300B || c == 0xFF09;
        }
        if (open != 0)
            return true;
    }
    return false;
}

/* Several lines of a headline that is too long for one of some size: of the ways to break it from
   that size down the one in which it is largest; one that tears a quotation only where there is no
   other. False when it cannot be broken, or into more lines
   than it may have at its smallest size. */
static bool several_lines(const zt_setting *setting, const zt_title_ask *ask, run_list all,
                          line_lists *out)
{
    size_t mark = zt_diags_mark(setting->diags);
    double best = 0;
    bool best_tears = true;
    for (double size = ask->one_least; size >= ask->size_min - 1e-6; size -= 1) {
        size_t over = 0;
        line_lists lists = broken_lines(setting, ask, all, size, 0, &over);
        if (over > 0)
            continue;
        bool tears = tears_quotes(&lists);
        double found = lists.count > 1 ? fit_lines(setting, ask, &lists, 0).size : 0;
        if (found > 0 &&
            (best_tears && !tears ? true : tears == best_tears && found > best + 0.01)) {
            best = found;
            best_tears = tears;
            *out = lists;
        }
        if (lists.count <= 2 && (!best_tears || lists.count <= 1))
            break;
    }
    zt_diags_rewind(setting->diags, mark);
    return best > 0;
}

/* One line if it holds the headline at a size of its style; then the lines that <br/> asks for;
   then a little tighter; then broken at sense; then condensed. What is still over is counted. */
zt_title_fit zt_title_fit_to(const zt_setting *setting, const zt_title_ask *ask)
{
    run_list all = all_runs(setting, ask);
    line_lists lists = forced_lines(setting->arena, all);
    if (lists.count == 0)
        return (zt_title_fit){0};
    manner m = lists.count == 1 ? fit_line(setting, ask, lists.items[0])
                                : fit_lines(setting, ask, &lists, 0);
    if (lists.count == 1 && m.size < ask->one_least && several_lines(setting, ask, all, &lists)) {
        m = fit_lines(setting, ask, &lists, 0);
        return finish(setting, ask, &lists, &m);
    }
    if (m.size >= ask->size_min)
        return finish(setting, ask, &lists, &m);
    if (tightened(setting, ask, &lists, &m))
        return finish(setting, ask, &lists, &m);
    size_t over = 0;
    double tracking = 0;
    lists = broken_lines(setting, ask, all, ask->size_min, tracking, &over);
    if (over > 0) {
        over = 0;
        tracking = TIGHTEST;
        lists = broken_lines(setting, ask, all, ask->size_min, tracking, &over);
    }
    zt_title_fit fit;
    if (over > 0 && condensed(setting, ask, all, &fit))
        return fit;
    m = fit_lines(setting, ask, &lists, tracking);
    fit = finish(setting, ask, &lists, &m);
    fit.over = over;
    return fit;
}

/* Points from the first em box to the last, with room for ruby over each line. */
double zt_title_fit_height(const zt_title_fit *fit)
{
    if (fit->line_count == 0)
        return 0;
    double height = zt_em_height(fit->line_count, fit->size, fit->pitch);
    for (size_t i = 0; i < fit->line_count; i++)
        height += zt_title_room_above(fit, i);
    return height;
}

/* Points that a line needs over it beyond its leading, for ruby. */
double zt_title_room_above(const zt_title_fit *fit, size_t line)
{
    double over = fit->lines[line].para->over, gap = line > 0 ? fit->pitch - fit->size : 0;
    return zt_max(0, over - gap);
}

/* The length of the longest line at the smallest size: a band that is shorter cannot hold it. */
double zt_title_least_length(const zt_setting *setting, const zt_title_ask *ask)
{
    manner m = {ask->size_min, ask->give.blank_min, 0};
    line_lists lists = forced_lines(setting->arena, all_runs(setting, ask));
    double longest = 0;
    for (size_t i = 0; i < lists.count; i++)
        longest = zt_max(longest, extent(setting, ask, lists.items[i], &m));
    return longest;
}

double zt_title_fit_start(zt_align align, double start, double spare)
{
    switch (align) {
    case ZT_ALIGN_CENTRE:
        return start + spare / 2;
    case ZT_ALIGN_END:
        return start + spare;
    case ZT_ALIGN_START:
    case ZT_ALIGN_JUSTIFY:
    case ZT_ALIGN_SPREAD:
        break;
    }
    return start;
}

/* Lines one below the other; each begins with its ink on the edge. A line that is condensed stands
   in a group of its own. */
void zt_title_fit_place(const zt_setting *setting, const zt_title_fit *fit, zt_align align,
                        double width, zt_group *into)
{
    double top = -(fit->pitch - fit->size) / 2; /* nothing of the leading above the em box */
    for (size_t i = 0; i < fit->line_count; i++) {
        const zt_title_line *line = &fit->lines[i];
        double x = zt_title_fit_start(align, -line->ink.x, width - line->ink.w);
        top += zt_title_room_above(fit, i);
        double y = top + (double)i * fit->pitch;
        if (fit->condense >= 1) {
            zt_para_place(line->para, setting->scene, into, x, y, 0, SIZE_MAX);
            continue;
        }
        zt_group *narrow = zt_scene_add_group(setting->scene, into, into->item.at, x, y);
        zt_para_place(line->para, setting->scene, narrow, 0, 0, 0, SIZE_MAX);
        zt_scene_condense(setting->scene, narrow->first, 0, fit->condense);
    }
}
