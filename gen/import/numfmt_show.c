/* gen/import/numfmt_show.c — a stored number as its format shows it: the figure that an editor
   sees in the sheet is the one that is printed. It chooses the section of the format, puts the
   digits into its places and tells what the cell is to a reader of the table; where the sheet
   hides something, a minus or all digits, that is said as a quirk. */
#include <string.h>

#include "base/utf8.h"
#include "import/numfmt.h"

enum { KEPT = 15 }; /* what a double keeps of a decimal, and all that a sheet ever shows */

/* ---- which section ---- */

/* Whether the section's condition is met. */
static bool holds(const zt_section *s, double value)
{
    switch (s->relation) {
    case ZT_LESS:
        return value < s->limit;
    case ZT_LESS_OR:
        return value <= s->limit;
    case ZT_EQUAL:
        return value == s->limit;
    case ZT_UNEQUAL:
        return value != s->limit;
    case ZT_MORE_OR:
        return value >= s->limit;
    case ZT_MORE:
        return value > s->limit;
    case ZT_ANY:
        break;
    }
    return true;
}

/* Sections for numbers: the last of four is for text, and so is one with @ behind another. */
static size_t number_sections(const zt_numfmt *format)
{
    size_t count = format->count == ZT_SECTIONS ? ZT_SECTIONS - 1 : format->count;
    while (count > 1 && format->sections[count - 1].class == ZT_FORMAT_TEXT)
        count--;
    return count;
}

/* The section for a number: by its sign, or by conditions where the sections have some.
   *signless: the section writes the sign of a negative number itself, in words, brackets or a
   colour. */
static const zt_section *choose(const zt_numfmt *format, double value, bool *signless)
{
    const zt_section *s = format->sections;
    size_t count = number_sections(format);
    bool conditions = s[0].relation != ZT_ANY || (count > 1 && s[1].relation != ZT_ANY);
    size_t index = 0;
    *signless = false;
    if (conditions && count > 1) {
        bool second = count > 2 && (s[1].relation == ZT_ANY ? value < 0 : holds(s + 1, value));
        index = holds(s, value) ? 0 : second || count == 2 ? 1 : 2;
        *signless =
            index == 1 && s[1].relation == ZT_ANY && s[0].relation == ZT_MORE_OR && s[0].limit == 0;
        *signless |= (s[index].relation == ZT_LESS || s[index].relation == ZT_LESS_OR) &&
                     s[index].limit <= 0;
    } else if (count > 1) {
        index = value < 0 ? 1 : value == 0 && count > 2 ? 2 : 0;
        *signless = index == 1;
    }
    return s + index;
}

/* ---- signs that a section writes by itself ---- */

/* Signs, brackets and triangles by which tables show that a number is negative. */
static bool is_minus(uint32_t c)
{
    return c == '-' || c == 0x2212 || c == 0x2013 || c == 0xFF0D || c == '(' || c == ')' ||
           c == 0xFF08 || c == 0xFF09 || c == 0x25B3 || c == 0x25B2 || c == 0x25BC || c == 0x25BD ||
           c == 0x2193 || c == 0x8D1F; /* △ ▲ ▼ ▽ ↓ 负 */
}

/* Brackets are signs only around figures. */
static bool is_bracket(uint32_t c)
{
    return c == '(' || c == ')' || c == 0xFF08 || c == 0xFF09;
}

/* The words of a literal but for its minus signs; *minus: it had some. */
static void put_words(zt_buf *out, zt_str text, bool signless, bool *minus)
{
    for (size_t at = 0; at < text.len;) {
        size_t first = at;
        uint32_t c = zt_utf8_next(text, &at);
        bool sign = is_minus(c);
        *minus |= sign && c != ')' && c != 0xFF09;
        if (!signless || !sign)
            zt_buf_add(out, text.data + first, at - first);
    }
}

/* ---- a number in its section ---- */

/* One number on its way through its section. */
typedef struct shower {
    const zt_section *section;
    zt_decimal value; /* scaled, without its sign */
    bool signless;
    bool minus_shown;  /* the section's own words say it is negative */
    size_t first, end; /* tokens of the number itself */
} shower;

/* What is replaced by digits. */
static bool is_figure(zt_token_kind kind)
{
    return kind == ZT_TOKEN_DIGIT || kind == ZT_TOKEN_POINT || kind == ZT_TOKEN_GENERAL;
}

/* From the first to the last placeholder; what stands outside are words. */
static void find_figures(shower *s)
{
    s->first = s->end = s->section->tokens.count;
    for (size_t i = 0; i < s->section->tokens.count; i++) {
        if (!is_figure(s->section->tokens.items[i].kind))
            continue;
        if (s->first == s->section->tokens.count)
            s->first = i;
        s->end = i + 1;
    }
}

/* A literal between digits (0!.0 for ten thousands) has a place of its own. */
static bool split_by_words(const shower *s)
{
    for (size_t i = s->first; i < s->end; i++)
        if (!is_figure(s->section->tokens.items[i].kind))
            return true;
    return false;
}

/* Placeholders before the point. */
static int places_before(const shower *s)
{
    int count = 0;
    for (size_t i = s->first; i < s->end; i++) {
        if (s->section->tokens.items[i].kind == ZT_TOKEN_POINT)
            break;
        count += s->section->tokens.items[i].kind == ZT_TOKEN_DIGIT;
    }
    return count;
}

/* Whether the digit at 10^place is shown: a # shows no nought before the first digit and none
   behind the last, a 0 always shows one. */
static bool is_shown(const shower *s, char placeholder, int place)
{
    int top = s->value.count ? s->value.point - 1 : -1;
    int low = s->value.count ? s->value.point - s->value.count : 0;
    return placeholder == '0' || (place >= 0 ? place <= top : place >= low);
}

/* Digits that have no placeholder of their own: a number is never cut at its front. */
static void put_whole_before(zt_buf *out, const shower *s, int place)
{
    for (int i = s->value.point - 1; s->value.count && i > place; i--)
        zt_buf_putc(out, zt_decimal_digit(&s->value, i));
}

/* Placeholder by placeholder from the left; the point only when a decimal follows. Never
   nothing: a number without a shown digit is 0. */
static void put_figures(zt_buf *out, shower *s)
{
    int place = places_before(s) - 1;
    size_t begun = out->len;
    bool point_waits = false, ignored = false;
    if (place >= 0)
        put_whole_before(out, s, place);
    for (size_t i = s->first; i < s->end; i++) {
        const zt_token *t = s->section->tokens.items + i;
        if (t->kind == ZT_TOKEN_POINT) {
            if (places_before(s) == 0)
                put_whole_before(out, s, -1);
            point_waits = true;
        } else if (t->kind != ZT_TOKEN_DIGIT) {
            put_words(out, t->text, false, &ignored);
        } else {
            if (is_shown(s, t->text.data[0], place)) {
                if (out->len == begun && point_waits)
                    zt_buf_putc(out, '0');
                if (point_waits)
                    zt_buf_putc(out, '.');
                point_waits = false;
                zt_buf_putc(out, zt_decimal_digit(&s->value, place));
            }
            place--;
        }
    }
    if (out->len == begun)
        zt_buf_putc(out, '0');
}

/* What stands before or behind the figures; blanks beside them are for the look. */
static void put_around(zt_buf *out, shower *s, size_t first, size_t end, bool minus)
{
    zt_buf words;
    zt_buf_init(&words, out->arena);
    for (size_t i = first; i < end; i++)
        put_words(&words, s->section->tokens.items[i].text, minus && s->signless, &s->minus_shown);
    zt_buf_str(out, zt_cell_trim(zt_buf_view(&words)));
}

/* Words, sign, figures, words. `exact` prints all digits instead of the format's, for decimals=
   to round from. */
static zt_str put_number(zt_arena *arena, shower *s, bool minus, bool exact)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    put_around(&out, s, 0, s->first, minus);
    if (minus && s->value.count)
        zt_buf_putc(&out, '-');
    if (exact)
        zt_decimal_print(&out, &s->value);
    else
        put_figures(&out, s);
    put_around(&out, s, s->end, s->section->tokens.count, minus);
    return zt_buf_view(&out);
}

/* All of the section's words. */
static zt_str words_of(zt_arena *arena, const zt_section *section)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < section->tokens.count; i++)
        zt_buf_str(&out, section->tokens.items[i].text);
    return zt_cell_trim(zt_buf_view(&out));
}

/* A section that shows nought as a dash means that there is no figure. */
static bool is_dash(zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if (!is_minus(c) && c != 0x2014 && c != '/' && c != '?')
            return false;
        if (is_bracket(c))
            return false;
    }
    return text.len > 0;
}

/* A section without digits: words for a number, a dash for nought, or nothing. */
static void show_words(zt_arena *arena, const shower *s, zt_shown *shown)
{
    zt_buf exact;
    zt_buf_init(&exact, arena);
    zt_decimal_print(&exact, &s->value);
    zt_str words = words_of(arena, s->section);
    if (s->value.count == 0 && is_dash(words)) {
        shown->text = ZT_STR("0");
        return;
    }
    shown->text = words;
    if (words.len) {
        shown->kind = ZT_CELL_TEXT;
        return;
    }
    shown->quirk = ZT_QUIRK_BLANK;
    shown->exact = zt_buf_view(&exact);
}

/* The text, and where rounding loses something the exact text beside it. */
static void show_number(zt_arena *arena, shower *s, bool minus, zt_shown *shown)
{
    const zt_section *section = s->section;
    bool whole = section->class == ZT_FORMAT_GENERAL || section->class == ZT_FORMAT_POWER ||
                 section->class == ZT_FORMAT_FRACTION || section->class == ZT_FORMAT_TEXT;
    shown->currency = section->currency;
    find_figures(s);
    if (section->class == ZT_FORMAT_TEXT || section->class == ZT_FORMAT_FRACTION)
        s->first = 0, s->end = section->tokens.count;
    if (section->class == ZT_FORMAT_POWER) { /* E+0 has a digit too */
        for (s->end = s->first; s->end < section->tokens.count; s->end++)
            if (section->tokens.items[s->end].kind == ZT_TOKEN_LITERAL)
                break;
        shown->quirk = ZT_QUIRK_POWER;
    }
    if (whole) {
        shown->text = put_number(arena, s, minus, true);
    } else {
        if (!split_by_words(s))
            shown->exact = put_number(arena, s, minus, true);
        zt_decimal_round(&s->value, section->decimals);
        shown->text = put_number(arena, s, minus, false);
    }
    if (minus && s->signless && !s->minus_shown && !section->coloured && s->value.count)
        shown->quirk = ZT_QUIRK_SIGN;
}

/* A date that no calendar has is shown as the sheet shows it. */
static void show_date(zt_arena *arena, const zt_section *section, bool from_1904, double days,
                      zt_shown *shown)
{
    shown->kind = ZT_CELL_DATE;
    if (zt_numfmt_date(arena, section, from_1904, days, &shown->text))
        return;
    shown->kind = ZT_CELL_ERROR; /* the sheet, too, has nothing to show but its grating */
    shown->text = ZT_STR("#####");
}

/* Percents and thousands move the point before anything is rounded. */
bool zt_numfmt_show(zt_arena *arena, const zt_numfmt *format, bool from_1904, zt_str stored,
                    zt_shown *shown)
{
    shower s = {0};
    *shown = (zt_shown){.kind = ZT_CELL_NUMBER};
    if (!zt_decimal_read(zt_str_trim(stored), &s.value))
        return false;
    zt_decimal_keep(&s.value, KEPT);
    bool minus = s.value.minus && s.value.count;
    double value = zt_decimal_double(&s.value);
    s.section = choose(format, value, &s.signless);
    s.value.minus = false;
    if (s.section->class == ZT_FORMAT_DATE || s.section->class == ZT_FORMAT_TIME) {
        show_date(arena, s.section, from_1904, value, shown);
        return true;
    }
    if (s.value.count)
        s.value.point += 2 * s.section->percents - 3 * s.section->thousands;
    bool dash = s.value.count == 0 && is_dash(words_of(arena, s.section));
    if (s.section->class == ZT_FORMAT_LITERAL || dash)
        show_words(arena, &s, shown);
    else
        show_number(arena, &s, minus, shown);
    return true;
}

zt_str zt_numfmt_show_text(zt_arena *arena, const zt_numfmt *format, zt_str text)
{
    const zt_section *s = format->sections + format->count - 1;
    zt_buf out;
    if (s->class != ZT_FORMAT_TEXT || s->tokens.count < 2)
        return text;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < s->tokens.count; i++)
        zt_buf_str(&out, s->tokens.items[i].kind == ZT_TOKEN_TEXT ? text : s->tokens.items[i].text);
    return zt_buf_view(&out);
}
