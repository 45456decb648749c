/* Values of attributes against their types, and the patterns that say the same to RELAX NG: both
   are in one file so that neither changes alone. */
#include "xml/grammar_imp.h"

#include <string.h>

#include "base/date.h"
#include "base/file_name.h"
#include "base/near.h"
#include "base/num.h"

/* The characters of base/file_name.h. */
#define STEM_HAN                                                                                   \
    "\u3005-\u3007\u303B\u3400-\u4DBF\u4E00-\u9FFF\U00020000-\U0002F7FF\U00030000-\U000323AF"
#define STEM_LAST "A-Za-z0-9_" STEM_HAN
#define HAO "初号|小初|一号|小一|二号|小二|三号|小三|四号|小四|五号|小五|六号|小六|七号|八号"
/* The parts that patterns are made of, in the syntax of XML Schema. */
#define NUMBER "[0-9]+(\\.[0-9]+)?"
#define LENGTH "(" NUMBER "(mm|pt|em|Q|%)|0+(\\.0+)?|auto|" HAO ")"
#define STEP "(" NUMBER "|" LENGTH ")"
#define YEAR "[0-9]{4}"
#define MONTH YEAR "-(0[1-9]|1[0-2])"
#define DAY MONTH "-(0[1-9]|[12][0-9]|3[01])"
#define HOUR "(T([01][0-9]|2[0-3]):[0-5][0-9])"

/* For editors that check while one types. What a pattern cannot say, such as a date that does not
   exist or the limits of a number, is left to the checks below. Types that XML Schema has lists or
   words for need no pattern. */
const char *zt_attr_pattern(zt_attr_type type)
{
    switch (type) {
    case ZT_ATTR_TEXT:
    case ZT_ATTR_ENUM:
    case ZT_ATTR_ENUMS:
    case ZT_ATTR_YES:
        return NULL;
    case ZT_ATTR_NAME:
        return "\\S+";
    case ZT_ATTR_STEM:
        return "[" STEM_LAST "]([.\\-" STEM_LAST "]{0,98}[\\-" STEM_LAST "])?";
    case ZT_ATTR_NAMES:
        return "\\s*\\S+(\\s+\\S+)*\\s*";
    case ZT_ATTR_COUNT:
        return "[0-9]{1,9}";
    case ZT_ATTR_NUMBER:
        return "[+\\-]?" NUMBER;
    case ZT_ATTR_DATE:
        return YEAR "|" MONTH "|" DAY;
    case ZT_ATTR_DAY:
        return DAY;
    case ZT_ATTR_DATES:
        return YEAR "(/" YEAR ")?|" MONTH "(/" MONTH ")?|" DAY "(/" DAY ")?";
    case ZT_ATTR_TIMES:
        return YEAR "(/" YEAR ")?|" MONTH "(/" MONTH ")?|" DAY "(/" DAY ")?|" DAY HOUR "(/" DAY HOUR
                    ")?";
    case ZT_ATTR_LENGTH:
        return LENGTH;
    case ZT_ATTR_LENGTHS:
        return "\\s*" LENGTH "(\\s+" LENGTH ")*\\s*";
    case ZT_ATTR_SHIFT:
        return "[+\\-]?" LENGTH;
    case ZT_ATTR_GAP:
        return STEP "(\\.\\." STEP ")?";
    case ZT_ATTR_FILE:
        return "[^/:][^:]*";
    }
    return NULL;
}

/* One attribute while its value is checked; every check below returns true when nothing is wrong,
   and reports otherwise. */
typedef struct checked_value {
    const zt_attr *attr;
    const zt_node *node;
    const zt_attr_value *given;
    zt_diags *diags;
} checked_value;

/* S of XML 1.0 (production 3) anywhere. */
static bool has_blank(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr(" \t\r\n", text.data[i]))
            return true;
    return false;
}

/* ---- words out of a list ---- */

/* The word of `list` that was probably meant, or NULL; in `arena`. */
static const char *nearest_word(zt_arena *arena, zt_str word, const char *list)
{
    ZT_VEC(const char *) words = {0};
    zt_str rest = zt_str_from(list), next;
    while (zt_str_word(&rest, &next)) {
        const char *copy = zt_str_copy(arena, next).data;
        ZT_PUSH(arena, &words, copy);
    }
    return zt_nearest(word, words.items, words.count);
}

/* Reports bad-value with the words allowed; returns false. */
static bool bad_word(const checked_value *v, zt_str word, const char *list)
{
    zt_arena *scratch = zt_diags_scratch(v->diags);
    const char *near = nearest_word(scratch, word, list);
    if (near) {
        zt_report(v->diags, ZT_ERROR, "bad-value", v->given->value_at,
                  "%s 不能是“%.*s”，是否想写 %s？可用：%s",
                  "%s cannot be \"%.*s\", did you mean %s? Allowed: %s", v->attr->name,
                  ZT_ARG(word), near, list);
        zt_diags_add_change(v->diags, "bad-value", v->given->value_at, word, zt_str_from(near));
    } else {
        zt_report(v->diags, ZT_ERROR, "bad-value", v->given->value_at, "%s 不能是“%.*s”；可用：%s",
                  "%s cannot be \"%.*s\"; allowed: %s", v->attr->name, ZT_ARG(word), list);
    }
    zt_arena_drop(scratch);
    return false;
}

/* A value with a blank inside is no word, even when both halves are. */
static bool is_listed(zt_str word, const char *list)
{
    return word.len > 0 && !has_blank(word) && zt_str_in_words(word, list);
}

/* Exactly one of the blank-separated `list`. */
static bool check_enum(const checked_value *v, const char *list)
{
    return is_listed(v->given->value, list) || bad_word(v, v->given->value, list);
}

/* Each word of the value is in the list; all that are not are reported. */
static bool check_enums(const checked_value *v)
{
    bool ok = true;
    zt_str rest = v->given->value, word;
    while (zt_str_word(&rest, &word))
        if (!is_listed(word, v->attr->values))
            ok = bad_word(v, word, v->attr->values);
    return ok;
}

/* ---- names, numbers, lengths ---- */

/* Reports bad-value: an id with a blank could not be named in a list of ids. */
static bool check_name(const checked_value *v)
{
    if (!has_blank(v->given->value))
        return true;
    zt_report(v->diags, ZT_ERROR, "bad-value", v->given->value_at,
              "%s=“%.*s” 是一个名字，不能有空格", "%s=\"%.*s\" is a name and cannot hold blanks",
              v->attr->name, ZT_ARG(v->given->value));
    return false;
}

/* Reports bad-file-name with what keeps the name from being one. */
static void report_stem(const checked_value *v, zt_name_fault fault, zt_str character)
{
    static const char *const zh[] = {
        [ZT_NAME_LONG] = "最多 100 个字符，其中汉字至多 80 个",
        [ZT_NAME_CHARACTER] = "只能用汉字、半角字母和数字、_、-，中间可用 .",
        [ZT_NAME_START] = "不能以 . 或 - 开头",
        [ZT_NAME_END] = "不能以 . 结尾",
        [ZT_NAME_RESERVED] = "是 Windows 保留的设备名，换一个",
    };
    static const char *const en[] = {
        [ZT_NAME_LONG] = "at most 100 characters, 80 if they are Han",
        [ZT_NAME_CHARACTER] = "it takes Han, letters and digits of ASCII, _ and -, with . inside",
        [ZT_NAME_START] = "neither . nor - leads it",
        [ZT_NAME_END] = "it does not end with .",
        [ZT_NAME_RESERVED] = "a device of Windows has that name; take another",
    };
    if (fault == ZT_NAME_CHARACTER)
        zt_report(v->diags, ZT_ERROR, "bad-file-name", v->given->value_at,
                  "%s 是输出文件的名字，不能有“%.*s”：%s%.0s",
                  "%s names the files written and cannot hold “%.*s”: %.0s%s", v->attr->name,
                  ZT_ARG(character), zh[fault], en[fault]);
    else
        zt_report(v->diags, ZT_ERROR, "bad-file-name", v->given->value_at,
                  "%s 是输出文件的名字：%s%.0s", "%s names the files written: %.0s%s",
                  v->attr->name, zh[fault], en[fault]);
}

/* The rules of base/file_name.h. */
static bool check_stem(const checked_value *v)
{
    zt_str character;
    zt_name_fault fault = zt_file_name_check(v->given->value, &character);
    if (fault != ZT_NAME_FINE)
        report_stem(v, fault, character);
    return fault == ZT_NAME_FINE;
}

/* How many ASCII digits stand from `at` on. */
static size_t count_digits(zt_str text, size_t at)
{
    size_t from = at;
    while (at < text.len && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    return at - from;
}

/* Sign, digits, and decimals behind a point: NUMBER with a sign, as the pattern says. */
static bool is_number(zt_str text)
{
    size_t at = text.len > 0 && (text.data[0] == '-' || text.data[0] == '+');
    size_t whole = count_digits(text, at);
    at += whole;
    if (whole == 0 || at == text.len)
        return whole > 0;
    size_t places = text.data[at] == '.' ? count_digits(text, at + 1) : 0;
    return places > 0 && at + 1 + places == text.len;
}

/* Reports bad-number. */
static bool check_number(const checked_value *v)
{
    if (is_number(v->given->value))
        return true;
    zt_report(v->diags, ZT_ERROR, "bad-number", v->given->value_at,
              "%s=“%.*s” 不是数，应如 1.5（半角数字，不带单位）",
              "%s=\"%.*s\" is no number, write it like 1.5, without a unit", v->attr->name,
              ZT_ARG(v->given->value));
    return false;
}

/* Nine digits keep it within an int; a row with a range of its own is held to that. */
static bool check_count(const checked_value *v)
{
    zt_num num;
    zt_str text = v->given->value;
    zt_range range = v->attr->values ? zt_attr_range(v->attr) : (zt_range){0, 999999999};
    bool whole = count_digits(text, 0) == text.len && text.len <= 9 && zt_num_parse(text, &num);
    if (whole && zt_num_double(num) >= range.low && zt_num_double(num) <= range.high)
        return true;
    if (v->attr->values)
        zt_report(v->diags, ZT_ERROR, "bad-number", v->given->value_at,
                  "%s=“%.*s” 应是 %d 到 %d 的整数",
                  "%s=\"%.*s\" should be a whole number from %d to %d", v->attr->name, ZT_ARG(text),
                  (int)range.low, (int)range.high);
    else
        zt_report(v->diags, ZT_ERROR, "bad-number", v->given->value_at,
                  "%s=“%.*s” 不是个数，应是从 0 起的整数", "%s=\"%.*s\" is no whole number from 0",
                  v->attr->name, ZT_ARG(text));
    return false;
}

/* Reports bad-length with the accepted forms; returns false. */
static bool bad_length(const checked_value *v)
{
    zt_report(v->diags, ZT_ERROR, "bad-length", v->given->value_at,
              "%s=“%.*s” 不是长度，应如 12mm、9.5pt、2em、4Q 或 小五",
              "%s=\"%.*s\" is no length, write it like 12mm, 9.5pt, 2em, 4Q or 小五", v->attr->name,
              ZT_ARG(v->given->value));
    return false;
}

/* Blank-separated lengths; the first bad one is reported for all. */
static bool check_lengths(const checked_value *v)
{
    zt_length length;
    zt_str rest = v->given->value, word;
    while (zt_str_word(&rest, &word))
        if (!zt_length_parse(word, &length))
            return bad_length(v);
    return true;
}

static bool check_length(const checked_value *v)
{
    zt_length length;
    return zt_length_parse(v->given->value, &length) || bad_length(v);
}

/* A length behind a sign. */
static bool check_shift(const checked_value *v)
{
    zt_length length;
    return zt_length_parse(zt_without_sign(v->given->value, NULL), &length) || bad_length(v);
}

/* A gap: a number of steps without a sign, or a length. */
static bool is_step(zt_str text)
{
    zt_length length;
    bool plain = text.len > 0 && text.data[0] != '-' && text.data[0] != '+' && is_number(text);
    return plain || zt_length_parse(text, &length);
}

/* One gap, or two with ".." between them. */
static bool check_gap(const checked_value *v)
{
    zt_str text = v->given->value;
    const char *dots = strstr(text.data, "..");
    size_t first = dots ? (size_t)(dots - text.data) : text.len;
    if (is_step(zt_str_slice(text, 0, first)) &&
        (!dots || is_step(zt_str_slice(text, first + 2, text.len))))
        return true;
    zt_report(v->diags, ZT_ERROR, "bad-length", v->given->value_at,
              "%s=“%.*s” 不是间距，应如 3、3..5 或 2mm",
              "%s=\"%.*s\" is no gap, write 3, 3..5 or 2mm", v->attr->name,
              ZT_ARG(v->given->value));
    return false;
}

/* Reports bad-value: absolute paths and addresses would tie a document to one machine. */
static bool check_file(const checked_value *v)
{
    zt_str text = v->given->value;
    if (text.data[0] != '/' && !memchr(text.data, ':', text.len))
        return true;
    zt_report(v->diags, ZT_ERROR, "bad-value", v->given->value_at,
              "%s=“%.*s” 应是相对本文件的路径，不能是绝对路径或网址",
              "%s=\"%.*s\" must be a path relative to this file, neither absolute nor an address",
              v->attr->name, ZT_ARG(text));
    return false;
}

/* ---- dates ---- */

static bool parse_date(zt_attr_type type, zt_str text, zt_date *out, bool *reversed)
{
    return type == ZT_ATTR_TIMES ? zt_moment_parse(text, out, reversed)
                                 : zt_date_parse(text, out, reversed);
}

/* Whether an hour may stand behind a day, or its minute behind the hour, with that between them:
   15日—18日 are two days, and 下午3时 is not 3:00. */
static bool parts_time(zt_str between, bool minute)
{
    zt_str words = zt_str_trim(between);
    return minute ? zt_str_in_words(words, ": ： 时 点")
                  : between.len > 0 && (words.len == 0 || zt_str_in_words(words, "T 日 号"));
}

/* 24:00 is the first minute of the day that follows. */
static void print_time(zt_buf *out, const int *parts)
{
    zt_day day = {parts[0], parts[1], parts[2], 0};
    zt_day real = zt_day_from_number(zt_day_number(day));
    int hour = parts[3];
    if (hour == 24 && parts[4] == 0 && real.month == day.month && real.day == day.day) {
        day = zt_day_from_number(zt_day_number(day) + 1);
        hour = 0;
    }
    zt_buf_printf(out, "%04d-%02d-%02dT%02d:%02d", day.year, day.month, day.day, hour, parts[4]);
}

/* 2026/1/1, 2026.1.1, 2026年1月1日, and where hours may be said 2026-1-1 8:30 and 2026年1月1日8时,
   as ISO, for the message; false when it is nothing like it. */
static bool guess_date(zt_buf *out, zt_str text, zt_attr_type type)
{
    int parts[5] = {0};
    size_t count = 0, end = 0, most = type == ZT_ATTR_TIMES ? 5 : 3;
    for (size_t at = 0; at < text.len;) {
        size_t digits = count_digits(text, at);
        if (digits == 0) {
            at++;
            continue;
        }
        if (count == most || digits > 4 || (count > 0 && digits > 2) ||
            (count > 2 && !parts_time(zt_str_slice(text, end, at), count == 4)))
            return false;
        for (size_t i = at; i < at + digits; i++)
            parts[count] = parts[count] * 10 + (text.data[i] - '0');
        count++;
        at += digits;
        end = at;
    }
    zt_str rest = zt_str_trim(zt_str_slice(text, end, text.len));
    if (count > 3 && rest.len > 0 && !zt_str_in_words(rest, "时 点 时整 分"))
        return false;
    if (parts[0] < 1000 || (type == ZT_ATTR_DAY && count < 3))
        return false;
    zt_date date;
    if (count > 3)
        print_time(out, parts);
    else
        zt_buf_printf(out, "%04d", parts[0]);
    for (size_t i = 1; i < count && count <= 3; i++)
        zt_buf_printf(out, "-%02d", parts[i]);
    return parse_date(type, zt_buf_view(out), &date, NULL) && !zt_str_equal(zt_buf_view(out), text);
}

/* Reports bad-date with the date that was probably meant, or with `form`. */
static bool bad_date(const checked_value *v, const char *form)
{
    zt_arena *scratch = zt_diags_scratch(v->diags);
    zt_buf guess;
    zt_buf_init(&guess, scratch);
    bool guessed = guess_date(&guess, v->given->value, v->attr->type);
    zt_report(v->diags, ZT_ERROR, "bad-date", v->given->value_at,
              "<%s> 的 %s=“%.*s” 不是日期，应写作 %s", "<%s> %s=\"%.*s\" is no date, write %s",
              v->node->name, v->attr->name, ZT_ARG(v->given->value), guessed ? guess.data : form);
    zt_arena_drop(scratch);
    return false;
}

/* Reports bad-date or date-reversed. `interval`: two dates with a slash are allowed; `whole_day`:
   the day must be there. */
static bool check_date(const checked_value *v, bool interval, bool whole_day, const char *form)
{
    zt_date date;
    bool reversed;
    zt_str text = v->given->value;
    if (!parse_date(v->attr->type, text, &date, &reversed) || (date.range && !interval) ||
        (whole_day && date.from.day == 0))
        return bad_date(v, form);
    if (!reversed)
        return true;
    zt_report(v->diags, ZT_ERROR, "date-reversed", v->given->value_at, "%s=“%.*s” 的终点早于起点",
              "%s=\"%.*s\" ends before it begins", v->attr->name, ZT_ARG(text));
    return false;
}

/* Reports empty-attribute; only free text may be empty. */
static bool check_empty(const checked_value *v)
{
    bool blank = zt_str_trim(v->given->value).len == 0;
    if (v->attr->type == ZT_ATTR_TEXT || !blank)
        return true;
    zt_report(v->diags, ZT_ERROR, "empty-attribute", v->given->value_at,
              "属性 %s 是空的；要么写值，要么删去",
              "the attribute %s is empty; give a value or delete it", v->attr->name);
    return false;
}

/* One finding a value at most, at the value's first character: empty-attribute, bad-value,
   bad-date, date-reversed, bad-length, bad-number or bad-file-name, by the type. */
bool zt_attr_check(const zt_attr *attr, const zt_node *node, const zt_attr_value *given,
                   zt_diags *diags)
{
    checked_value v = {attr, node, given, diags};
    if (!check_empty(&v))
        return false;
    switch (attr->type) {
    case ZT_ATTR_TEXT:
    case ZT_ATTR_NAMES:
        return true;
    case ZT_ATTR_NAME:
        return check_name(&v);
    case ZT_ATTR_STEM:
        return check_stem(&v);
    case ZT_ATTR_ENUM:
        return check_enum(&v, attr->values);
    case ZT_ATTR_ENUMS:
        return check_enums(&v);
    case ZT_ATTR_YES:
        return check_enum(&v, "yes no");
    case ZT_ATTR_COUNT:
        return check_count(&v);
    case ZT_ATTR_NUMBER:
        return check_number(&v);
    case ZT_ATTR_DATE:
        return check_date(&v, false, false, "YYYY-MM-DD, YYYY-MM, YYYY");
    case ZT_ATTR_DAY:
        return check_date(&v, false, true, "YYYY-MM-DD");
    case ZT_ATTR_DATES:
        return check_date(&v, true, false, "YYYY-MM-DD[/YYYY-MM-DD]");
    case ZT_ATTR_TIMES:
        return check_date(&v, true, false,
                          "YYYY-MM-DD[/YYYY-MM-DD], YYYY-MM-DDTHH:MM[/YYYY-MM-DDTHH:MM]");
    case ZT_ATTR_LENGTH:
        return check_length(&v);
    case ZT_ATTR_LENGTHS:
        return check_lengths(&v);
    case ZT_ATTR_SHIFT:
        return check_shift(&v);
    case ZT_ATTR_GAP:
        return check_gap(&v);
    case ZT_ATTR_FILE:
        return check_file(&v);
    }
    return true;
}
