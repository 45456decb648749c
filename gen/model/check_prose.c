/* The running text as a sub-editor reads it: half-width marks, straight quotes, blanks and dashes
   that came with the manuscript, texts that break off or stand there twice. Warnings only. */
#include "model/check_imp.h"

#include <string.h>

#include "base/arena.h"
#include "base/unit.h"
#include "base/utf8.h"
#include "model/quantity_imp.h"

/* State of the walk through the document; in_head, in_names and in_figure hold for the element
   that is open. */
typedef struct prose {
    zt_doc_reader *r;
    /* The first line and the first wave that joins a range; 0: none yet. */
    uint32_t dash[2];
    /* Where a blank stands for a comma, or parts what is listed. */
    bool in_head;
    /* （记者 某某 通讯员 某某）: blanks part the persons. */
    bool in_names;
    /* v, change …: their signs are set right as they are read. */
    bool in_figure;
    /* Texts of points, paragraphs and events. */
    zt_names seen;
} prose;

/* Stands for an element beside the text. */
enum { OBJECT = 0xFFFC };

/* A character with its neighbours; 0: there is none. `pos` is its place in the file. */
typedef struct spot {
    uint32_t before, at, after;
    zt_pos pos;
} spot;

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Marks that look alike are reported by their names (GB/T 15834-2011, 4.13). */
typedef struct dash {
    uint32_t code;
    const char *mark, *zh, *en;
} dash;
static const dash dashes[] = {
    {'-', "-", "半角连字符", "hyphen"},          {0x2013, "–", "短横线", "en dash"},
    {0x2014, "—", "一字线", "em dash"},          {0x2015, "―", "横线", "horizontal bar"},
    {0x2500, "─", "制表线", "box line"},         {'~', "~", "半角浪纹线", "tilde"},
    {0xFF5E, "～", "浪纹线", "wide tilde"},      {0x301C, "〜", "浪线", "wave dash"},
    {0xFF0D, "－", "全角连字符", "wide hyphen"},
};

/* The row for a character, or NULL when it joins nothing. */
static const dash *dash_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (dashes[i].code == c)
            return dashes + i;
    return NULL;
}

static bool is_dash(uint32_t c)
{
    return dash_of(c) != NULL;
}

/* Straight and curly quotes, single and double. */
static bool is_quote(uint32_t c)
{
    return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201D);
}

/* ，。、；：？！ and brackets and quotes of Chinese text; none of them has a blank beside it. */
static bool is_wide_mark(uint32_t c)
{
    return (c >= 0x3001 && c <= 0x3011 && c != 0x3005 && c != 0x3006 && c != 0x3007) ||
           (c >= 0x3014 && c <= 0x301B) || c == 0xFF01 || c == 0xFF08 || c == 0xFF09 ||
           c == 0xFF0C || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

/* Signs that follow their number at once (GB 3101-1993, 3.4 leaves a gap before letters only). */
static bool is_number_sign(uint32_t c)
{
    return c == '%' || c == 0xFF05 || c == 0x2030 || c == 0x2031 || c == 0x2103 || c == 0xB0;
}

/* 说:"好",行吗? — behind a Han character or what quotes it. */
static void check_mark(prose *p, const spot *s)
{
    static const char halves[] = ",;:?!";
    static const char *const wide[] = {"，", "；", "：", "？", "！"};
    bool in_chinese = zt_is_han(s->before) || (is_quote(s->before) && zt_is_han(s->after)) ||
                      (is_wide_mark(s->before) && zt_is_han(s->after));
    for (size_t i = 0; i < sizeof halves - 1; i++)
        if (s->at == (unsigned char)halves[i] && in_chinese) {
            zt_report(p->r->diags, ZT_WARNING, "punct-halfwidth", s->pos,
                      "汉字后面用了半角“%c”，应为“%s”",
                      "half-width \"%c\" behind a Han character, expected \"%s\"", halves[i],
                      wide[i]);
            zt_diags_add_change(p->r->diags, "punct-halfwidth", s->pos, (zt_str){halves + i, 1},
                                zt_str_from(wide[i]));
        }
}

/* quote-straight: beside a Han character, or full-width, a straight quote is a slip (GB/T
   15834-2011, 4.8). In an English passage it may stand. */
static void check_quote(prose *p, const spot *s)
{
    bool beside_han = zt_is_han(s->before) || zt_is_han(s->after);
    bool wide = s->at == 0xFF02 || s->at == 0xFF07; /* ＂ ＇ */
    bool plain = s->at == '"' || s->at == '\'' || s->at == '`';
    if (!wide && (!plain || !beside_han))
        return;
    char sign[5] = {0};
    zt_utf8_put(sign, s->at);
    zt_report(p->r->diags, ZT_WARNING, "quote-straight", s->pos,
              "中文里用了直引号“%s”，应为 “ ” 或 ‘ ’",
              "straight quote \"%s\" in Chinese text, expected “ ” or ‘ ’", sign);
}

/* Lines of dashes and dots that join or break off Han text: 甲 — 乙, 甲 …… */
static bool is_line(uint32_t c)
{
    return c == 0x2014 || c == 0x2015 || c == 0x2026 || c == 0xFF5E || c == 0x301C;
}

/* 好 ! stands for 好！ */
static bool is_half_mark(uint32_t c)
{
    return c == ',' || c == ';' || c == ':' || c == '?' || c == '!';
}

/* Blanks that separate what is listed stand between words, never beside a mark. */
static bool is_blank_at_mark(const prose *p, const spot *s)
{
    bool english = p->r->doc->language == ZT_LANG_EN; /* −8 °C */
    bool quote_before = is_quote(s->before) && s->before > 0x2000;
    bool quote_after = is_quote(s->after) && s->after > 0x2000;
    return is_wide_mark(s->before) || is_wide_mark(s->after) ||
           (quote_before && zt_is_han(s->after)) || (quote_after && zt_is_han(s->before)) ||
           (!english && is_number_sign(s->after) && (is_digit(s->before) || s->before == OBJECT)) ||
           (is_number_sign(s->before) && zt_is_han(s->after)) ||
           (is_line(s->before) && zt_is_han(s->after)) ||
           (is_line(s->after) && zt_is_han(s->before)) ||
           (is_half_mark(s->after) && zt_is_han(s->before));
}

/* space-at-mark: the gap beside a mark is made by the layout, not by a blank. */
static void report_blank(prose *p, const spot *s)
{
    zt_report(p->r->diags, ZT_WARNING, "space-at-mark", s->pos,
              "标点或单位符号旁边有半角空格；删去", "a blank beside a mark or a sign; delete it");
}

/* Blanks are judged by their neighbours. Between two Han characters they are allowed in heads,
   where they stand for a comma, and in lists of reporters. */
static void check_blank(prose *p, const spot *s)
{
    if (s->at != ' ' || s->before == 0 || s->after == 0)
        return;
    if (!p->in_head && !p->in_names && zt_is_han(s->before) && zt_is_han(s->after))
        zt_report(p->r->diags, ZT_WARNING, "space-in-cjk", s->pos,
                  "汉字之间有半角空格；要空一格就用全角空格",
                  "a blank between Han characters; where a gap is meant use the full-width blank "
                  "(U+3000)");
    else if (is_blank_at_mark(p, s))
        report_blank(p, s);
}

/* dash-mixed: the first line and the first wave of the document set the form; a later one that
   differs is reported. Both forms may stand in one document, since they mean different things. */
static void check_dash(prose *p, const spot *s)
{
    if (!is_dash(s->at) || !is_digit(s->before) || !is_digit(s->after))
        return;
    /* A line joins dates and places, a wave amounts (GB/T 15834-2011, 4.13): each has one form. */
    uint32_t *first = p->dash + (s->at == '~' || s->at == 0xFF5E || s->at == 0x301C);
    if (*first == 0)
        *first = s->at;
    if (*first == s->at)
        return;
    const dash *before = dash_of(*first), *here = dash_of(s->at);
    zt_report(p->r->diags, ZT_WARNING, "dash-mixed", s->pos,
              "起讫的连接号前面用的是“%s”（%s%.0s），这里是“%s”（%s%.0s）；全文用一种",
              "ranges are joined by “%s” (%.0s%s) before and by “%s” (%.0s%s) here; use one",
              before->mark, before->zh, before->en, here->mark, here->zh, here->en);
    zt_diags_add_change(p->r->diags, "dash-mixed", s->pos, zt_str_from(here->mark),
                        zt_str_from(before->mark));
}

static uint32_t peek(zt_str text, size_t at)
{
    return at < text.len ? zt_utf8_next(text, &at) : 0;
}

/* 023-6311 and 2022-05 are no ranges: a hyphen between long numbers is left alone. */
static bool joins_long_numbers(zt_str text, size_t first, size_t end)
{
    size_t before = 0, after = 0;
    while (before < first && is_digit((unsigned char)text.data[first - 1 - before]))
        before++;
    while (end + after < text.len && is_digit((unsigned char)text.data[end + after]))
        after++;
    return text.data[first] == '-' && (before > 2 || after > 2);
}

/* R113: 低至-8℃. A figure in v has its sign set right as it is read. */
static void check_minus(prose *p, const spot *s, zt_str text, size_t first)
{
    bool latin = (s->before >= 'a' && s->before <= 'z') || (s->before >= 'A' && s->before <= 'Z');
    if (p->in_figure || (s->at != '-' && s->at != 0xFF0D && s->at != 0xFE63) ||
        !is_digit(s->after) || is_digit(s->before) || latin || s->before == OBJECT ||
        s->before == '-' || zt_joins_numbers(text, first, NULL))
        return;
    zt_report(p->r->diags, ZT_WARNING, "minus-hyphen", s->pos, "负号用了“%s”，应为“−”（U+2212）",
              "a minus is typed as \"%s\", expected − (U+2212)", s->at == '-' ? "-" : "－");
    zt_diags_add_change(p->r->diags, "minus-hyphen", s->pos, zt_str_from(s->at == '-' ? "-" : "－"),
                        ZT_STR("−"));
}

/* R114: 5~8万, 5-8万; 2022-05 and 023-6311 are left alone. */
static bool check_range(prose *p, const spot *s, zt_str text, size_t first, size_t end)
{
    if ((s->at != '~' && s->at != '-') || !is_digit(s->after) ||
        !zt_joins_numbers(text, first, NULL) || joins_long_numbers(text, first, end))
        return false;
    size_t behind = zt_number_end(text, end);
    if (s->at == '-' && zt_unit_end(zt_str_slice(text, behind, text.len), NULL) == 0)
        return false;
    bool english = p->r->doc->language == ZT_LANG_EN;
    zt_report(p->r->diags, ZT_WARNING, "range-ascii", s->pos, "起讫用了半角“%c”，应为 %s",
              "a range is joined by \"%c\", expected %s", (char)s->at, english ? "–" : "— / ～");
    return true;
}

/* Digits of figures are half-width; a row of them is reported once. */
static void check_wide_digit(prose *p, const spot *s)
{
    bool wide = (s->at >= 0xFF10 && s->at <= 0xFF19) || (s->at == 0xFF05 && is_digit(s->before));
    bool goes_on = (s->before >= 0xFF10 && s->before <= 0xFF19) || s->before == 0xFF0E;
    if (wide && !goes_on && !p->in_figure)
        zt_report(p->r->diags, ZT_WARNING, "digits-fullwidth", s->pos, "全角数字，应为半角",
                  "full-width digits, expected half-width ones");
}

/* After an opening bracket: whether what it holds names reporters, who lead it. A bracket need not
   be closed: it is not read to the end of the text. */
static bool holds_names(zt_str rest)
{
    static const char *const posts[] = {"记者", "通讯员", "实习生"};
    enum { NEAR = 300 }; /* bytes */
    rest = zt_str_slice(rest, 0, rest.len < NEAR ? rest.len : NEAR);
    for (; rest.len && !zt_str_starts(rest, "）"); rest = zt_str_slice(rest, 1, rest.len))
        for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
            if (zt_str_starts(rest, posts[i]))
                return true;
    return false;
}

/* One pass over a text with the characters before and behind. An element beside the text counts as
   a character (OBJECT), so that a blank before <v> is not taken for the end of the text. */
static void read_text(prose *p, const zt_node *node)
{
    zt_str text = node->text;
    zt_text_walk walk = zt_text_walk_of(text, node->at, node->written);
    spot s = {.before = node->parent->first != node ? OBJECT : 0};
    while (walk.at < text.len) {
        size_t from = walk.at, at;
        s.pos = walk.pos;
        s.at = zt_text_walk_next(&walk);
        at = walk.at;
        s.after = at < text.len ? peek(text, at) : node->next ? OBJECT : 0;
        if (s.at == 0xFF08 || s.at == 0xFF09)
            p->in_names = s.at == 0xFF08 && holds_names(zt_str_slice(text, at, text.len));
        check_mark(p, &s);
        check_quote(p, &s);
        check_blank(p, &s);
        check_minus(p, &s, text, from);
        bool reported = check_range(p, &s, text, from, at);
        check_wide_digit(p, &s);
        if (!reported && is_dash(s.at) && !joins_long_numbers(text, from, at))
            check_dash(p, &s);
        s.before = s.at;
    }
}

/* Heads, labels and keys, those of imported cells too: words on the page as texts are. */
static void read_label(prose *p, const zt_attr_value *attr)
{
    static const char *const printed[] = {"head", "label", "key", "left", "right", "before", "by"};
    bool is_printed = false;
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++)
        is_printed = is_printed || strcmp(attr->name, printed[i]) == 0;
    zt_text_walk walk = zt_text_walk_of(attr->value, attr->value_at, attr->written);
    spot s = {0};
    while (is_printed && walk.at < walk.text.len) {
        s.pos = walk.pos;
        s.at = zt_text_walk_next(&walk);
        s.after = peek(walk.text, walk.at);
        check_mark(p, &s);
        check_quote(p, &s);
        if (s.at == ' ' && s.before && s.after && is_blank_at_mark(p, &s))
            report_blank(p, &s);
        s.before = s.at;
    }
}

/* ---- whole texts ---- */

/* truncated: a text that ends in an ellipsis or with an open quotation mark has probably been cut
   off in copying. */
static void check_end(prose *p, const zt_node *node, zt_str text)
{
    int open = 0;
    uint32_t c = 0;
    for (size_t at = 0; at < text.len;) {
        c = zt_utf8_next(text, &at);
        open += (c == 0x201C) - (c == 0x201D);
    }
    if (c != 0x2026 && open <= 0)
        return;
    zt_report(p->r->diags, ZT_WARNING, "truncated", zt_text_at(node), "这段话像是没有完：%s",
              "this text seems to break off: %s", open > 0 ? "“ …" : "…");
}

/* duplicate-text: two points or paragraphs with the same words; the line of the first is named. */
static void check_twice(prose *p, const zt_node *node, zt_str text)
{
    enum { SHORTEST = 12 }; /* shorter ones repeat by chance */
    if (zt_utf8_count(text) < SHORTEST)
        return;
    const zt_named *earlier = zt_names_find(&p->seen, text);
    if (earlier)
        zt_report(p->r->diags, ZT_WARNING, "duplicate-text", zt_text_at(node),
                  "这段话与第 %d 行的完全一样", "this text stands in line %d already",
                  earlier->at.line);
    else
        zt_names_add(p->r->arena, &p->seen, text, node->at, NULL);
}

/* Elements that are set as headings, where blanks and missing full stops are customary. */
static bool is_head(const zt_node *node)
{
    static const char *const names[] = {"kicker", "title",   "deck",   "head", "caption",
                                        "credit", "subhead", "byline", "jump"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zt_node_is(node, names[i]))
            return true;
    return false;
}

/* Enters an element with its own in_head and in_figure, and restores those of its parent. */
static void walk(prose *p, const zt_node *node)
{
    static const char *const whole[] = {"point", "p", "event"};
    bool was_in_head = p->in_head, was_in_figure = p->in_figure;
    p->in_figure |= zt_quantity_of(p->r, node) != NULL;
    p->in_head |= is_head(node);
    for (size_t i = 0; i < node->attr_count; i++)
        read_label(p, &node->attrs[i]);
    for (const zt_node *child = node->first; child; child = child->next) {
        if (!child->name)
            read_text(p, child);
        /* asof, source and code hold dates, names of files and XML as they are. */
        else if (child->known && !zt_node_is(child, "asof") && !zt_node_is(child, "source") &&
                 !zt_node_is(child, "code"))
            walk(p, child);
    }
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (zt_node_is(node, whole[i])) {
            zt_str text = zt_str_trim(zt_node_text(p->r->arena, node));
            check_end(p, node, text);
            check_twice(p, node, text);
        }
    p->in_head = was_in_head;
    p->in_figure = was_in_figure;
}

/* Walks the whole document once. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    prose p = {.r = r};
    walk(&p, root);
}

const zt_doc_check zt_doc_check_prose = {run};
