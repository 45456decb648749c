/* relative-year: 今年, 去年, 本月 mean the year and the month of the paper. What the figures beside
   them, the entry or the document are dated must agree: in January 今年 is easily left over. */
#include "model/check_imp.h"

#include <string.h>

#include "base/utf8.h"

/* A word that means a year or a month counted from the issue, and by how much it is off. */
typedef struct relative {
    const char *word;
    int years, months;
    /* Of the month, not of the year. */
    bool month;
} relative;

static const relative words[] = {
    {"今年", 0, 0, false}, {"去年", -1, 0, false},  {"前年", -2, 0, false},
    {"明年", 1, 0, false}, {"后年", 2, 0, false},   {"本月", 0, 0, true},
    {"上月", 0, -1, true}, {"上个月", 0, -1, true}, {"下月", 0, 1, true},
};

/* 以前年份 holds a 前年 that is none. */
static const relative *word_at(zt_str text, size_t at)
{
    const size_t len = sizeof "年" - 1;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!zt_str_starts(zt_rest_of(text, at), words[i].word))
            continue;
        zt_str before = at >= len ? zt_str_slice(text, at - len, at) : (zt_str){0};
        zt_str behind = zt_rest_of(text, at + strlen(words[i].word));
        bool part = zt_str_is(before, "之") || zt_str_is(before, "以") || zt_str_is(before, "此") ||
                    zt_str_starts(behind, "份");
        return part ? NULL : words + i;
    }
    return NULL;
}

/* The year, or year and month, that the word means in a paper of this date. */
static zt_day resolve(const relative *word, zt_day issue)
{
    zt_day day = {issue.year + word->years, 0, 0, 0};
    if (!word->month)
        return day;
    int month = issue.year * 12 + issue.month - 1 + word->months;
    return (zt_day){month / 12, month % 12 + 1, 0, 0};
}

/* Whether a date lies in what was meant; where one has no month only the years are compared. */
static bool agrees(zt_day meant, zt_day dated)
{
    return meant.year == dated.year &&
           (meant.month == 0 || dated.month == 0 || meant.month == dated.month);
}

/* The end of the period that an attribute names; false without a readable one. */
static bool date_of(const zt_node *node, const char *attr, zt_day *out)
{
    zt_date date;
    zt_str text = zt_node_attr(node, attr, NULL);
    if (text.len == 0 || !zt_date_parse(text, &date, NULL))
        return false;
    *out = date.to;
    return true;
}

/* 今年（2021年）: the year that stands right behind. */
static bool year_behind(zt_str text, size_t at, zt_day *out)
{
    static const char *const leads[] = {"（", "(", "即", ""};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        zt_num num;
        size_t from = at + strlen(leads[i]), end;
        if (!zt_str_starts(zt_rest_of(text, at), leads[i]))
            continue;
        end = zt_number_end(text, from);
        if (end - from == 4 && zt_num_parse(zt_str_slice(text, from, end), &num) &&
            zt_str_starts(zt_rest_of(text, end), "年")) {
            *out = (zt_day){(int)num.scaled, 0, 0, 0};
            return true;
        }
    }
    return false;
}

/* Whether a sentence ends within the text: 。 or ；. */
static bool ends_sentence(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (zt_str_starts(zt_rest_of(text, i), "。") || zt_str_starts(zt_rest_of(text, i), "；"))
            return true;
    return false;
}

/* The figure that follows in the same sentence, then what holds both, then the document. Only 今年
   and 本月 are judged by the wider ones: 去年同期 beside this year's figure is no slip. */
static bool dated(const zt_doc_reader *r, const zt_node *text, size_t behind, const relative *word,
                  zt_day *out)
{
    const zt_node *next = text->next;
    if (year_behind(text->text, behind, out))
        return true;
    if (next && next->name && !ends_sentence(zt_rest_of(text->text, behind)) &&
        (date_of(next, "period", out) || date_of(next, "asof", out)))
        return true;
    if (word->years != 0 || word->months != 0)
        return false;
    for (const zt_node *node = text->parent; node; node = node->parent)
        if (date_of(node, "period", out) || date_of(node, "asof", out) ||
            (zt_node_is(node, "event") && date_of(node, "date", out)))
            return true;
    if (r->doc->has_asof)
        *out = r->doc->asof.to;
    return r->doc->has_asof;
}

/* A date as the diagnostic writes it, ISO 8601. */
static void print(zt_buf *out, zt_day day)
{
    zt_date_print(out, (zt_date){day, day, false}, ZT_DATE_ISO);
}

/* relative-year: a warning, since the figure beside the word need not be of that year. */
static void judge(zt_doc_reader *r, const zt_node *text, size_t at, const relative *word)
{
    zt_day meant = resolve(word, r->doc->issue), is;
    if (!dated(r, text, at + strlen(word->word), word, &is) || agrees(meant, is))
        return;
    zt_buf a, b;
    zt_buf_init(&a, r->arena);
    zt_buf_init(&b, r->arena);
    print(&a, meant);
    print(&b, is);
    zt_report(r->diags, ZT_WARNING, "relative-year", zt_place_in(text, at),
              "“%s”按见报日期是 %s，可这里的数据或条目是 %s",
              "by the date of the paper \"%s\" is %s, but the figures or the entry here are of %s",
              word->word, a.data, b.data);
}

/* Every relative word of a text. */
static void read_text(void *context, const zt_node *text)
{
    zt_doc_reader *r = context;
    for (size_t at = 0; at < text->text.len;) {
        bool ascii = (unsigned char)text->text.data[at] < 0x80; /* no word begins so */
        const relative *word = ascii ? NULL : word_at(text->text, at);
        if (word)
            judge(r, text, at, word);
        zt_utf8_next(text->text, &at);
    }
}

/* Without the date of the issue no word can be resolved. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    if (r->doc->has_issue)
        zt_each_text(root, read_text, r);
}

const zt_doc_check zt_doc_check_year = {run};
