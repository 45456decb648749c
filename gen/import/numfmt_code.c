/* Number format codes (ECMA-376 part 1, 18.8.31) as sections of tokens, and the built-in ones
   (18.8.30, with the list of zh-cn). */
#include <string.h>

#include "base/utf8.h"
#include "import/numfmt.h"

const char *zt_numfmt_builtin(unsigned id)
{
    static const char *const codes[] = {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        /* The sign of the currency is the computer's: it is not in the file. */
        [5] = "#,##0;-#,##0",
        [6] = "#,##0;[Red]-#,##0",
        [7] = "#,##0.00;-#,##0.00",
        [8] = "#,##0.00;[Red]-#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ?\?/?\?",
        [14] = "yyyy/m/d",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "yyyy/m/d h:mm",
        [27] = "yyyy\"年\"m\"月\"",
        [28] = "m\"月\"d\"日\"",
        [29] = "m\"月\"d\"日\"",
        [30] = "m-d-yy",
        [31] = "yyyy\"年\"m\"月\"d\"日\"",
        [32] = "h\"时\"mm\"分\"",
        [33] = "h\"时\"mm\"分\"ss\"秒\"",
        [34] = "上午/下午h\"时\"mm\"分\"",
        [35] = "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        [36] = "yyyy\"年\"m\"月\"",
        [37] = "#,##0_);(#,##0)",
        [38] = "#,##0_);[Red](#,##0)",
        [39] = "#,##0.00_);(#,##0.00)",
        [40] = "#,##0.00_);[Red](#,##0.00)",
        [41] = "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        [42] = "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        [43] = "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        [44] = "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
        [49] = "@",
        [50] = "yyyy\"年\"m\"月\"",
        [51] = "m\"月\"d\"日\"",
        [52] = "yyyy\"年\"m\"月\"",
        [53] = "m\"月\"d\"日\"",
        [54] = "m\"月\"d\"日\"",
        [55] = "上午/下午h\"时\"mm\"分\"",
        [56] = "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        [57] = "yyyy\"年\"m\"月\"",
        [58] = "m\"月\"d\"日\"",
    };
    const char *code = id < sizeof codes / sizeof *codes ? codes[id] : NULL;
    return code ? code : "General";
}

/* A code while it is read, section by section. */
typedef struct code_reader {
    zt_arena *arena;
    zt_str code;
    size_t at;
    zt_section *section;
} code_reader;

/* Whatever the case of ASCII letters. */
static bool starts(zt_str text, size_t at, const char *word)
{
    size_t n = strlen(word);
    if (at > text.len || text.len - at < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (zt_lower(text.data[at + i]) != zt_lower(word[i]))
            return false;
    return true;
}

/* Passes the word when it is there. */
static bool next_is(code_reader *r, const char *word)
{
    if (!starts(r->code, r->at, word))
        return false;
    r->at += strlen(word);
    return true;
}

/* A token of those bytes of the code. */
static void add(code_reader *r, zt_token_kind kind, size_t first, size_t end)
{
    zt_token token = {kind, zt_str_slice(r->code, first, end)};
    ZT_PUSH(r->arena, &r->section->tokens, token);
}

/* ---- brackets: colours, conditions, currencies, elapsed time ---- */

/* One letter again and again. */
static bool all_of(zt_str text, char letter)
{
    for (size_t i = 0; i < text.len; i++)
        if (zt_lower(text.data[i]) != letter)
            return false;
    return text.len > 0;
}

/* Which currency a sign means; of ¥ the locale decides. */
static zt_str currency_of(zt_str sign, zt_str locale)
{
    static const char *const signs[][2] = {
        {"¥", "元"},     {"￥", "元"},     {"CNY", "元"},   {"RMB", "元"},   {"US$", "美元"},
        {"USD", "美元"}, {"HK$", "港元"},  {"HKD", "港元"}, {"$", "美元"},   {"€", "欧元"},
        {"EUR", "欧元"}, {"£", "英镑"},    {"GBP", "英镑"}, {"JPY", "日元"}, {"JP¥", "日元"},
        {"₩", "韩元"},   {"NT$", "新台币"}};
    sign = zt_str_trim(sign);
    bool yen = zt_str_is(locale, "411");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (zt_str_is(sign, signs[i][0]))
            return zt_str_from(yen && i < 2 ? "日元" : signs[i][1]);
    return (zt_str){0};
}

/* A sign of currency says the unit and is not printed; all else is. */
static void literal(code_reader *r, size_t first, size_t end, zt_str locale)
{
    zt_str text = zt_str_slice(r->code, first, end), currency = currency_of(text, locale);
    if (currency.len)
        r->section->currency = currency;
    else if (end > first)
        add(r, ZT_TOKEN_LITERAL, first, end);
}

/* [$¥-804]: the sign, and the locale in hexadecimal. */
static void read_currency(code_reader *r, size_t first, size_t end)
{
    size_t dash = first;
    while (dash < end && r->code.data[dash] != '-')
        dash++;
    zt_str locale = dash < end ? zt_str_slice(r->code, dash + 1, end) : (zt_str){0};
    if (locale.len > 3)
        locale = zt_str_slice(locale, locale.len - 3, locale.len);
    literal(r, first, dash, locale);
}

/* [>=10000]: which numbers the section is for. */
static bool read_condition(code_reader *r, zt_str text)
{
    static const struct {
        const char *sign;
        zt_relation relation;
    } signs[] = {{"<=", ZT_LESS_OR}, {"<>", ZT_UNEQUAL}, {">=", ZT_MORE_OR},
                 {"<", ZT_LESS},     {">", ZT_MORE},     {"=", ZT_EQUAL}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        zt_decimal limit;
        if (!zt_str_starts(text, signs[i].sign))
            continue;
        if (!zt_decimal_read(zt_str_trim(zt_str_slice(text, strlen(signs[i].sign), text.len)),
                             &limit))
            return false;
        r->section->relation = signs[i].relation;
        r->section->limit = zt_decimal_double(&limit);
        return true;
    }
    return false;
}

/* Colours, which show minus signs in some tables. */
static bool is_colour(zt_str text)
{
    static const char *const names[] = {"black", "blue",   "cyan",  "green", "magenta", "red",
                                        "white", "yellow", "color", "红",    "蓝",      "绿",
                                        "黄",    "黑",     "白",    "青",    "洋红",    "颜色"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (starts(text, 0, names[i]))
            return true;
    return false;
}

/* By what stands inside: currency, elapsed time, colour, condition. */
static void read_bracket(code_reader *r)
{
    size_t first = ++r->at;
    while (r->at < r->code.len && r->code.data[r->at] != ']')
        r->at++;
    size_t end = r->at;
    r->at += r->at < r->code.len;
    zt_str text = zt_str_slice(r->code, first, end);
    if (zt_str_starts(text, "$"))
        read_currency(r, first + 1, end);
    else if (all_of(text, 'h'))
        add(r, ZT_TOKEN_ELAPSED_HOURS, first, end);
    else if (all_of(text, 'm'))
        add(r, ZT_TOKEN_ELAPSED_MINUTES, first, end);
    else if (all_of(text, 's'))
        add(r, ZT_TOKEN_ELAPSED_SECONDS, first, end);
    else if (is_colour(text))
        r->section->coloured = true;
    else
        read_condition(r, text); /* what is none, as [DBNum1], changes the look of figures only */
}

/* ---- tokens ---- */

/* h and s decide whether m means minutes, beside them. */
static bool after_hour(const zt_section *s)
{
    for (size_t i = s->tokens.count; i-- > 0;) {
        zt_token_kind kind = s->tokens.items[i].kind;
        if (kind == ZT_TOKEN_HOUR || kind == ZT_TOKEN_ELAPSED_HOURS)
            return true;
        if (kind != ZT_TOKEN_LITERAL && kind != ZT_TOKEN_NOON)
            return false;
    }
    return false;
}

/* m right before s means minutes. */
static void minutes_before(zt_section *s)
{
    for (size_t i = s->tokens.count; i-- > 0;) {
        zt_token *t = s->tokens.items + i;
        if (t->kind == ZT_TOKEN_MONTH)
            t->kind = ZT_TOKEN_MINUTE;
        if (t->kind != ZT_TOKEN_LITERAL)
            return;
    }
}

/* A run of one letter; how long it is decides how the part is printed. */
static bool read_date_letters(code_reader *r)
{
    size_t first = r->at;
    char letter = zt_lower(r->code.data[r->at]);
    if (!strchr("ymdhsaeb", letter) || letter == '\0')
        return false;
    while (r->at < r->code.len && zt_lower(r->code.data[r->at]) == letter)
        r->at++;
    size_t count = r->at - first;
    if (letter == 'a' && count < 3) {
        r->at = first;
        return false;
    }
    if (letter == 's')
        minutes_before(r->section);
    zt_token_kind kind = letter == 'm'   ? after_hour(r->section) ? ZT_TOKEN_MINUTE : ZT_TOKEN_MONTH
                         : letter == 'd' ? count > 2 ? ZT_TOKEN_WEEKDAY : ZT_TOKEN_DAY
                         : letter == 'h' ? ZT_TOKEN_HOUR
                         : letter == 's' ? ZT_TOKEN_SECOND
                         : letter == 'a' ? ZT_TOKEN_WEEKDAY
                                         : ZT_TOKEN_YEAR;
    add(r, kind, first, r->at);
    return true;
}

/* Words that stand without quotes. */
static bool read_word(code_reader *r)
{
    static const struct {
        const char *word;
        zt_token_kind kind;
    } words[] = {{"General", ZT_TOKEN_GENERAL}, {"G/通用格式", ZT_TOKEN_GENERAL},
                 {"AM/PM", ZT_TOKEN_NOON},      {"A/P", ZT_TOKEN_NOON},
                 {"上午/下午", ZT_TOKEN_NOON},  {"E+", ZT_TOKEN_POWER},
                 {"E-", ZT_TOKEN_POWER}};
    size_t first = r->at;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (next_is(r, words[i].word)) {
            add(r, words[i].kind, first, r->at);
            return true;
        }
    return false;
}

/* A literal in quotes. */
static void read_quoted(code_reader *r)
{
    size_t first = ++r->at;
    while (r->at < r->code.len && r->code.data[r->at] != '"')
        r->at++;
    literal(r, first, r->at, (zt_str){0});
    r->at += r->at < r->code.len;
}

/* The character behind \ or ! is itself; behind _ its width is left free, behind * it fills. */
static void read_escaped(code_reader *r)
{
    bool shown = r->code.data[r->at] == '\\' || r->code.data[r->at] == '!';
    size_t first = ++r->at;
    if (r->at >= r->code.len)
        return;
    zt_utf8_next(r->code, &r->at);
    if (shown)
        literal(r, first, r->at, (zt_str){0});
}

/* One character: a placeholder, a sign or itself. */
static void read_sign(code_reader *r)
{
    size_t first = r->at;
    char c = r->code.data[r->at];
    zt_utf8_next(r->code, &r->at);
    if (c == '0' || c == '#' || c == '?')
        add(r, ZT_TOKEN_DIGIT, first, r->at);
    else if (c == '.')
        add(r, ZT_TOKEN_POINT, first, r->at);
    else if (c == '%')
        add(r, ZT_TOKEN_PERCENT, first, r->at);
    else if (c == '@')
        add(r, ZT_TOKEN_TEXT, first, r->at);
    else if (c == '/')
        add(r, ZT_TOKEN_FRACTION, first, r->at);
    else if (c == ',')
        add(r, ZT_TOKEN_LITERAL, first, first); /* empty: what a comma means is found afterwards */
    else
        literal(r, first, r->at, (zt_str){0});
}

/* From the special to the general. */
static void read_token(code_reader *r)
{
    char c = r->code.data[r->at];
    if (c == '"')
        read_quoted(r);
    else if (c == '[')
        read_bracket(r);
    else if (c == '\\' || c == '!' || c == '_' || c == '*')
        read_escaped(r);
    else if (!read_word(r) && !read_date_letters(r))
        read_sign(r);
}

/* ---- classes ---- */

/* Commas are empty literals until count_commas has told them apart. */
static bool is_comma(const zt_token *t)
{
    return t->kind == ZT_TOKEN_LITERAL && t->text.len == 0;
}

/* Tokens of a range of kinds. */
static size_t count_kind(const zt_section *s, zt_token_kind from, zt_token_kind to)
{
    size_t count = 0;
    for (size_t i = 0; i < s->tokens.count; i++)
        count += s->tokens.items[i].kind >= from && s->tokens.items[i].kind <= to;
    return count;
}

/* Commas between digits group, behind the last digit before the point or the end they divide. */
static void count_commas(zt_section *s)
{
    size_t kept = 0;
    int run = 0;
    bool digits = false;
    for (size_t i = 0; i < s->tokens.count; i++) {
        zt_token t = s->tokens.items[i];
        if (is_comma(&t)) {
            run += digits;
            continue;
        }
        if (t.kind == ZT_TOKEN_DIGIT && run)
            s->grouped = true;
        else if (run)
            s->thousands += run;
        run = 0;
        digits = t.kind == ZT_TOKEN_DIGIT;
        s->tokens.items[kept++] = t;
    }
    s->thousands += run;
    s->tokens.count = kept;
}

/* Placeholders behind the first point; a second point is a character. */
static void count_decimals(zt_section *s)
{
    bool point = false;
    for (size_t i = 0; i < s->tokens.count; i++) {
        zt_token *t = s->tokens.items + i;
        if (t->kind == ZT_TOKEN_POINT && point)
            t->kind = ZT_TOKEN_LITERAL;
        point |= t->kind == ZT_TOKEN_POINT;
        s->decimals += point && t->kind == ZT_TOKEN_DIGIT;
        s->percents += t->kind == ZT_TOKEN_PERCENT;
    }
}

/* What the section shows, by its tokens. */
static zt_numfmt_class class_of(const zt_section *s)
{
    size_t digits = count_kind(s, ZT_TOKEN_DIGIT, ZT_TOKEN_DIGIT);
    if (count_kind(s, ZT_TOKEN_YEAR, ZT_TOKEN_WEEKDAY))
        return ZT_FORMAT_DATE;
    if (count_kind(s, ZT_TOKEN_HOUR, ZT_TOKEN_ELAPSED_SECONDS))
        return ZT_FORMAT_TIME;
    if (count_kind(s, ZT_TOKEN_GENERAL, ZT_TOKEN_GENERAL))
        return ZT_FORMAT_GENERAL;
    if (digits && count_kind(s, ZT_TOKEN_POWER, ZT_TOKEN_POWER))
        return ZT_FORMAT_POWER;
    if (digits && count_kind(s, ZT_TOKEN_FRACTION, ZT_TOKEN_FRACTION))
        return ZT_FORMAT_FRACTION;
    if (count_kind(s, ZT_TOKEN_TEXT, ZT_TOKEN_TEXT))
        return ZT_FORMAT_TEXT;
    if (!digits)
        return ZT_FORMAT_LITERAL;
    return s->percents ? ZT_FORMAT_PERCENT : ZT_FORMAT_NUMBER;
}

/* A fifth section and all behind it are not read. What each section makes of a number is settled
   here, so that cells are shown without another look at the code. */
void zt_numfmt_read(zt_arena *arena, zt_str code, zt_numfmt *format)
{
    code_reader r = {.arena = arena, .code = code};
    *format = (zt_numfmt){.count = 1};
    r.section = format->sections;
    while (r.at < code.len) {
        if (code.data[r.at] != ';') {
            read_token(&r);
            continue;
        }
        r.at++;
        if (format->count == ZT_SECTIONS)
            break;
        r.section = format->sections + format->count++;
    }
    for (size_t i = 0; i < format->count; i++) {
        count_commas(format->sections + i);
        count_decimals(format->sections + i);
        format->sections[i].class = class_of(format->sections + i);
    }
    if (code.len == 0)
        format->sections[0].class = ZT_FORMAT_GENERAL;
}
