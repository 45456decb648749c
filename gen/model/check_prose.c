/* The running text as a sub-editor reads it: half-width marks, straight quotes, blanks and dashes
   that came with the manuscript, texts that break off or stand there twice. Warnings only. */
#include "model/check_imp.h"

#include "base/arena.h"
#include "base/utf8.h"

typedef struct prose {
    zt_doc_reader *r;
    uint32_t dash[2]; /* the first line and the first wave that joins a range; 0: none yet */
    bool in_head;     /* where a blank stands for a comma, or parts what is listed */
    bool in_names;    /* （记者 某某 通讯员 某某）: blanks part the persons */
    zt_names seen;    /* texts of points, paragraphs and events */
} prose;

/* A character with its neighbours. */
typedef struct spot {
    uint32_t before, at, after;
    zt_pos pos;
} spot;

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2500 || c == '~' ||
           c == 0xFF5E || c == 0x301C || c == 0xFF0D;
}

static void check_mark(prose *p, const spot *s)
{
    static const char halves[] = ",;:?!";
    static const char *const wide[] = {"，", "；", "：", "？", "！"};
    for (size_t i = 0; i < sizeof halves - 1; i++)
        if (s->at == (unsigned char)halves[i] && zt_is_han(s->before) && zt_is_han(s->after))
            zt_report(p->r->diags, ZT_WARNING, "punct-halfwidth", s->pos,
                      "汉字之间用了半角“%c”，应为“%s”",
                      "half-width \"%c\" between Han characters, expected \"%s\"", halves[i],
                      wide[i]);
}

static void check_quote(prose *p, const spot *s)
{
    bool beside_han = zt_is_han(s->before) || zt_is_han(s->after);
    if ((s->at != '"' && s->at != '\'') || !beside_han)
        return;
    zt_report(p->r->diags, ZT_WARNING, "quote-straight", s->pos,
              "中文里用了直引号“%c”，应为 “ ” 或 ‘ ’",
              "straight quote \"%c\" in Chinese text, expected “ ” or ‘ ’", (char)s->at);
}

static void check_blank(prose *p, const spot *s)
{
    if (s->at == ' ' && !p->in_head && !p->in_names && zt_is_han(s->before) && zt_is_han(s->after))
        zt_report(p->r->diags, ZT_WARNING, "space-in-cjk", s->pos,
                  "汉字之间有半角空格；要空一格就用全角空格",
                  "a blank between Han characters; where a gap is meant use U+3000");
}

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
    zt_report(p->r->diags, ZT_WARNING, "dash-mixed", s->pos,
              "起讫的连接号前面用的是 U+%04X，这里是 U+%04X；全文用一种",
              "ranges are joined by U+%04X before and by U+%04X here; use one", (unsigned)*first,
              (unsigned)s->at);
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

static void read_text(prose *p, const zt_node *node)
{
    zt_str text = node->text;
    spot s = {.pos = node->at};
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        s.at = zt_utf8_next(text, &at);
        s.after = peek(text, at);
        if (s.at == 0xFF08 || s.at == 0xFF09)
            p->in_names = s.at == 0xFF08 && holds_names(zt_str_slice(text, at, text.len));
        check_mark(p, &s);
        check_quote(p, &s);
        check_blank(p, &s);
        if (is_dash(s.at) && !joins_long_numbers(text, from, at))
            check_dash(p, &s);
        bool line = s.at == '\n';
        s.pos.line += line;
        s.pos.column = line ? 1 : s.pos.column + 1;
        s.before = s.at;
    }
}

/* ---- whole texts ---- */

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

static bool is_head(const zt_node *node)
{
    static const char *const names[] = {"kicker", "title",   "deck",   "head", "caption",
                                        "credit", "subhead", "byline", "jump"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zt_node_is(node, names[i]))
            return true;
    return false;
}

static void walk(prose *p, const zt_node *node)
{
    static const char *const whole[] = {"point", "p", "event"};
    bool was_in_head = p->in_head;
    p->in_head |= is_head(node);
    for (const zt_node *child = node->first; child; child = child->next) {
        if (!child->name)
            read_text(p, child);
        /* asof and source hold dates and names of files as they are. */
        else if (child->known && !zt_node_is(child, "asof") && !zt_node_is(child, "source"))
            walk(p, child);
    }
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (zt_node_is(node, whole[i])) {
            zt_str text = zt_str_trim(zt_node_text(p->r->arena, node));
            check_end(p, node, text);
            check_twice(p, node, text);
        }
    p->in_head = was_in_head;
}

static void run(zt_doc_reader *r, const zt_node *root)
{
    prose p = {.r = r};
    walk(&p, root);
}

const zt_doc_check zt_doc_check_prose = {run};
