/* gen/text/classes.c — what kind of character each one is: the classes at the head of
   docs/typesetting.md, and whether a code point shared with the West is used the Chinese way (R3).
 */
#include "base/utf8.h"
#include "text/para_imp.h"

/* Marks and brackets; ZT_C_LAT when it is none of them. */
static zt_class class_of_mark(uint32_t cp)
{
    switch (cp) {
    case 0x201C:
    case 0x2018:
    case 0xFF08:
    case 0x300A:
    case 0x3008:
    case 0x3010:
    case 0x3014:
    case 0x3016:
    case 0xFF3B:
    case 0xFF5B:
    case 0x300C:
    case 0x300E:
        return ZT_C_OPEN;
    case 0x201D:
    case 0x2019:
    case 0xFF09:
    case 0x300B:
    case 0x3009:
    case 0x3011:
    case 0x3015:
    case 0x3017:
    case 0xFF3D:
    case 0xFF5D:
    case 0x300D:
    case 0x300F:
        return ZT_C_CLOSE;
    case 0xFF0C:
    case 0x3001:
    case 0xFF1B:
    case 0xFF1A:
        return ZT_C_COMMA;
    case 0x3002:
    case 0xFF0E:
    case 0xFF61:
        return ZT_C_STOP;
    case 0xFF01:
    case 0xFF1F:
        return ZT_C_EXQ;
    case 0x2014:
    case 0x2E3A:
    case 0x2015:
        return ZT_C_DASH;
    case 0x2026:
    case 0x22EF:
        return ZT_C_ELL;
    case 0xFF5E:
    case 0x301C:
        return ZT_C_CONN;
    case 0x00B7:
    case 0x2022:
    case 0x2027:
    case 0x30FB:
        return ZT_C_DOT;
    case 0xFF0F:
        return ZT_C_SOL;
    default:
        return ZT_C_LAT;
    }
}

/* Unicode's spaces, line ends and characters without width; ZT_C_LAT when it is none of them. */
static zt_class class_of_blank(uint32_t cp)
{
    if (cp == '\n' || cp == 0x2028 || cp == 0x2029)
        return ZT_C_LINE;
    if (cp == 0x3000)
        return ZT_C_WIDE_BLANK;
    if (cp == 0xA0 || cp == 0x2007 || cp == 0x2009 || cp == 0x202F)
        return ZT_C_STIFF;
    if (cp == ' ' || cp == '\t' || (cp >= 0x2000 && cp <= 0x200A))
        return ZT_C_BLANK;
    if ((cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2060 && cp <= 0x2064) || cp == 0xFEFF ||
        (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF) || cp < ' ')
        return ZT_C_ZERO;
    return ZT_C_LAT;
}

/* Kana, Bopomofo, Hangul, full-width digits and letters: set like Han. */
static bool is_wide_letter(uint32_t cp)
{
    return (cp >= 0x3041 && cp <= 0x31BF && cp != 0x30FB) || (cp >= 0xAC00 && cp <= 0xD7A3) ||
           (cp >= 0xFF10 && cp <= 0xFF19) || (cp >= 0xFF21 && cp <= 0xFF3A) ||
           (cp >= 0xFF41 && cp <= 0xFF5A);
}

/* Letterlike and enclosed forms, arrows, shapes, pictures; not the ASCII-like operators. */
static bool is_symbol(uint32_t cp)
{
    return (cp >= 0x2100 && cp <= 0x21FF) || (cp >= 0x2300 && cp <= 0x27BF) ||
           (cp >= 0x2900 && cp <= 0x2BFF) || (cp >= 0x2E80 && cp <= 0xFFEF) || cp >= 0x1F000;
}

/* From the common to the rare, as every character of a document asks. */
zt_class zt_class_of(uint32_t cp)
{
    if (cp >= '0' && cp <= '9')
        return ZT_C_DIG;
    if (zt_is_han(cp) || is_wide_letter(cp))
        return ZT_C_HAN;
    zt_class cls = class_of_blank(cp);
    if (cls == ZT_C_LAT)
        cls = class_of_mark(cp);
    if (cls == ZT_C_LAT && is_symbol(cp))
        cls = ZT_C_SYM;
    return cls;
}

bool zt_is_letter(uint32_t cp)
{
    return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z') ||
           (cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7) ||
           (cp >= 0x370 && cp <= 0x52F) || (cp >= 0x1E00 && cp <= 0x1FFF);
}

bool zt_is_close(const zt_char *c)
{
    return c->cls == ZT_C_CLOSE || c->cls == ZT_C_COMMA || c->cls == ZT_C_STOP ||
           c->cls == ZT_C_EXQ;
}

bool zt_is_run_part(const zt_char *c)
{
    return c->cls == ZT_C_LAT || c->cls == ZT_C_DIG || c->cls == ZT_C_SUFF || c->cls == ZT_C_PREF;
}

/* Characters without width are looked through. */
size_t zt_chars_before(const zt_para_imp *imp, size_t i)
{
    while (i-- > 0)
        if (imp->chars[i].cls != ZT_C_ZERO)
            return i;
    return SIZE_MAX;
}

/* SIZE_MAX at the end of the text, as on the other side at its beginning. */
size_t zt_chars_after(const zt_para_imp *imp, size_t i)
{
    while (++i < imp->count)
        if (imp->chars[i].cls != ZT_C_ZERO)
            return i;
    return SIZE_MAX;
}

/* The end of a text counts as a line end. */
static zt_class class_at(const zt_para_imp *imp, size_t i)
{
    return i == SIZE_MAX ? ZT_C_LINE : (zt_class)imp->chars[i].cls;
}

/* 0 at the end. */
static uint32_t cp_at(const zt_para_imp *imp, size_t i)
{
    return i == SIZE_MAX ? 0 : imp->chars[i].cp;
}

/* Shared with the West: these need their neighbours to be understood. */
static bool is_shared(uint32_t cp)
{
    return cp == 0x201C || cp == 0x201D || cp == 0x2018 || cp == 0x2019 || cp == 0x2014 ||
           cp == 0x2026 || cp == 0xB7 || cp == 0x2022 || cp == 0x2027;
}

/* +1 Chinese, -1 Western, 0 says nothing: quotes, brackets, digits, blanks. */
static int leaning(const zt_char *c)
{
    if (c->cls == ZT_C_HAN || c->cls == ZT_C_COMMA || c->cls == ZT_C_STOP || c->cls == ZT_C_EXQ)
        return 1;
    return c->cls == ZT_C_LAT && zt_is_letter(c->cp) ? -1 : 0;
}

/* Of the nearest character of the same line that leans to a side. */
static int leaning_left(const zt_para_imp *imp, size_t i)
{
    while (i-- > 0 && imp->chars[i].cls != ZT_C_LINE)
        if (leaning(&imp->chars[i]))
            return leaning(&imp->chars[i]);
    return 0;
}

/* The same to the right: a forced line end ends the search on both sides. */
static int leaning_right(const zt_para_imp *imp, size_t i)
{
    while (++i < imp->count && imp->chars[i].cls != ZT_C_LINE)
        if (leaning(&imp->chars[i]))
            return leaning(&imp->chars[i]);
    return 0;
}

/* One Chinese neighbour is enough, and so is none at all. */
static bool looks_chinese(int left, int right)
{
    return left > 0 || right > 0 || (left == 0 && right == 0);
}

/* U+2019 between letters: a word, no quote. */
static bool is_apostrophe(const zt_para_imp *imp, size_t i)
{
    return imp->chars[i].cp == 0x2019 && i > 0 && i + 1 < imp->count &&
           zt_is_letter(imp->chars[i - 1].cp) && zt_is_letter(imp->chars[i + 1].cp);
}

/* Both quotes of a pair go one way, or a line would hold a wide and a narrow one. */
static void resolve_pair(zt_para_imp *imp, size_t open, size_t close)
{
    int left = leaning_left(imp, open), right = leaning_right(imp, close);
    int inside_first = leaning_right(imp, open), inside_last = leaning_left(imp, close);
    bool chinese = looks_chinese(left, right) || looks_chinese(inside_first, inside_last);
    if (left + right + inside_first + inside_last < 0 && left <= 0 && right <= 0 &&
        inside_first <= 0 && inside_last <= 0)
        chinese = false;
    imp->chars[open].chinese = imp->chars[close].chinese = chinese;
}

/* Pairs by a stack; quotes nested deeper than any text stay as their own neighbours have it. */
static void resolve_quotes(zt_para_imp *imp)
{
    enum { DEPTH = 16 };
    size_t stack[DEPTH], depth = 0;
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        if (c->cp == 0x201C || c->cp == 0x2018) {
            c->chinese = looks_chinese(leaning_left(imp, i), leaning_right(imp, i));
            if (depth < DEPTH)
                stack[depth++] = i;
        } else if ((c->cp == 0x201D || c->cp == 0x2019) && !is_apostrophe(imp, i)) {
            c->chinese = looks_chinese(leaning_left(imp, i), leaning_right(imp, i));
            if (depth > 0 && imp->chars[stack[depth - 1]].cp == c->cp - 1)
                resolve_pair(imp, stack[--depth], i);
        }
    }
}

/* What turns out to be Western becomes ZT_C_LAT, so that no Chinese rule touches it. */
static void resolve_shared(zt_para_imp *imp)
{
    resolve_quotes(imp);
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        bool quote = c->cp >= 0x2018 && c->cp <= 0x201D;
        if (!is_shared(c->cp)) {
            c->chinese = c->cls <= ZT_C_SOL;
            continue;
        }
        if (!quote)
            c->chinese = looks_chinese(leaning_left(imp, i), leaning_right(imp, i));
        if (!c->chinese)
            c->cls = ZT_C_LAT;
    }
}

/* False behind the end. */
static bool is_digit_at(const zt_para_imp *imp, size_t i)
{
    return i < imp->count && imp->chars[i].cp >= '0' && imp->chars[i].cp <= '9';
}

/* The same for full-width digits. */
static bool is_wide_digit_at(const zt_para_imp *imp, size_t i)
{
    return i < imp->count && imp->chars[i].cp >= 0xFF10 && imp->chars[i].cp <= 0xFF19;
}

/* R130: full-width digits keep their width and their place in the line, and are digits all the
   same; so are the signs inside a number of them. A comma may be one between two numbers: three
   digits must follow it. */
static bool is_in_wide_number(const zt_para_imp *imp, size_t i)
{
    uint32_t cp = imp->chars[i].cp;
    if (is_wide_digit_at(imp, i))
        return true;
    if (i == 0 || !is_wide_digit_at(imp, i - 1) || !is_wide_digit_at(imp, i + 1))
        return false;
    if (cp == 0xFF0C)
        return is_wide_digit_at(imp, i + 2) && is_wide_digit_at(imp, i + 3) &&
               !is_wide_digit_at(imp, i + 4);
    return cp == 0xFF0E || cp == 0xFF1A || cp == 0xFF0D || cp == 0xFF0F || cp == '.';
}

/* How many digits stand from `i` on. */
static size_t digits_from(const zt_para_imp *imp, size_t i)
{
    size_t n = 0;
    while (is_digit_at(imp, i + n))
        n++;
    return n;
}

/* How many stand before `i`. */
static size_t digits_until(const zt_para_imp *imp, size_t i)
{
    size_t n = 0;
    while (i > n && is_digit_at(imp, i - n - 1))
        n++;
    return n;
}

/* 12 500: a blank between groups of three is part of the number (R31, R112). */
static bool parts_a_number(const zt_para_imp *imp, size_t i)
{
    size_t before = digits_until(imp, i), after = digits_from(imp, i + 1);
    return before >= 1 && before <= 3 && after == 3;
}

/* R31: what stands between two digits is part of the number. */
static zt_class class_in_number(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    bool before = i > 0 && is_digit_at(imp, i - 1), after = is_digit_at(imp, i + 1);
    if (before && after &&
        (c->cp == '.' || c->cp == ',' || c->cp == ':' || c->cp == '-' || c->cp == '/' ||
         c->cp == 0x2236))
        return ZT_C_DIG;
    /* R112: a thin gap is written on purpose; a blank may be one between two numbers. */
    bool thin = c->cp == 0x2009 && before && after;
    if (thin || ((c->cp == ' ' || c->cp == 0x2009 || c->cp == 0xA0) && parts_a_number(imp, i)))
        return ZT_C_DIG;
    return (zt_class)c->cls;
}

/* R32: signs of currency and arithmetic, No. among them; whether they hang on a number is decided
   by the neighbours. */
static bool is_prefix(uint32_t cp)
{
    return cp == 0xA5 || cp == 0xFFE5 || cp == '$' || cp == 0x20AC || cp == 0xA3 || cp == 0x2116 ||
           cp == '+' || cp == 0x2212 || cp == 0xB1 || cp == 0xFF0D || cp == '-' || cp == 0xFF0B ||
           cp == 0xFF04 || cp == 0xFFE1;
}

/* Squared units of CJK Compatibility: ㍱ … ㏟ (㎡ ㎏ ㎞ ㏄), and ㏿. */
static bool is_squared_unit(uint32_t cp)
{
    return (cp >= 0x3371 && cp <= 0x337A) || (cp >= 0x3380 && cp <= 0x33DF) || cp == 0x33FF;
}

bool zt_is_unit_sign(uint32_t cp)
{
    return cp == '%' || cp == 0xFF05 || cp == 0x2030 || cp == 0x2031 || cp == 0xB0 ||
           cp == 0x2103 || cp == 0x2109 || cp == 0x2032 || cp == 0x2033 || cp == 0xFFE0 ||
           is_squared_unit(cp);
}

/* What the rules between Han and others treat as Han. */
static bool is_hanlike(zt_class cls)
{
    return cls == ZT_C_HAN || cls == ZT_C_SYM;
}

/* Directly after a number with at most three Han to it: 17日, 5万元, 3个月. */
static bool follows_quantity(const zt_para_imp *imp, size_t i)
{
    size_t n = 0;
    while (n < 3 && i > n && imp->chars[i - 1 - n].cls == ZT_C_HAN && !imp->chars[i - 1 - n].figure)
        n++;
    return n > 0 && i > n && imp->chars[i - 1 - n].figure;
}

/* 台/套, 5元/3人, A/B股: Han on one side at least. */
static bool is_solidus_between(zt_class before, zt_class after)
{
    bool left = before == ZT_C_HAN || before == ZT_C_CLOSE;
    bool right = after == ZT_C_HAN || after == ZT_C_OPEN;
    bool west_left = before == ZT_C_DIG || before == ZT_C_LAT || before == ZT_C_SUFF;
    bool west_right = after == ZT_C_DIG || after == ZT_C_LAT;
    return (left && (right || west_right)) || (west_left && right);
}

/* What hangs on numbers, and the marks that are wide only between Han. */
static zt_class class_by_neighbours(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    size_t b = zt_chars_before(imp, i), a = zt_chars_after(imp, i);
    zt_class before = class_at(imp, b), after = class_at(imp, a);
    if ((c->cp == '-' || c->cp == 0x2010) && is_hanlike(before) && is_hanlike(after))
        return ZT_C_CONN;
    if (c->cp == 0x2013 && (is_hanlike(before) || before == ZT_C_DIG) &&
        (is_hanlike(after) || after == ZT_C_DIG))
        return ZT_C_CONN;
    if (c->cp == '/' && is_solidus_between(before, after))
        return ZT_C_SOL;
    if (c->cp == '-' && after == ZT_C_DIG && follows_quantity(imp, i))
        return ZT_C_CONN; /* 17日-18日, 5万元-8万元: the second end of a range, no minus */
    bool figure_before = b != SIZE_MAX && imp->chars[b].figure;
    bool figure_after = a != SIZE_MAX && imp->chars[a].figure;
    if (is_prefix(c->cp) && (figure_after || is_prefix(cp_at(imp, a))) && !figure_before &&
        before != ZT_C_LAT)
        return ZT_C_PREF;
    if (zt_is_unit_sign(c->cp) && (figure_before || before == ZT_C_SUFF))
        return ZT_C_SUFF;
    if (c->cp == 0x2014 && c->chinese && cp_at(imp, b) != 0x2014 && cp_at(imp, a) != 0x2014)
        return ZT_C_CONN;
    return (zt_class)c->cls;
}

/* Three passes, each of which needs the classes of the one before on both sides. */
void zt_chars_classify(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++)
        imp->chars[i].cls = (uint8_t)zt_class_of(imp->chars[i].cp);
    zt_chars_compose(imp);
    resolve_shared(imp);
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        c->cls = (uint8_t)class_in_number(imp, i);
        c->figure = c->cls == ZT_C_DIG || is_in_wide_number(imp, i);
    }
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        c->cls = (uint8_t)class_by_neighbours(imp, i);
        if (c->cls == ZT_C_CONN || c->cls == ZT_C_SOL)
            c->chinese = true;
    }
}
