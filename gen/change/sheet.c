/* The change sheet: what was compared, a row for each figure, values that jump, words, the page,
   and boxes to sign in. */
#include <string.h>

#include "change/sheet.h"

#include "base/date.h"
#include "base/utf8.h"

/* The document while it is written. */
typedef struct sheet {
    zt_arena *arena;
    zt_buf *out;
    const zt_diff *diff;
    zt_lang lang;
} sheet;

/* Paths and long words have to fit into a column: a line may break behind their marks, and within
   them. Marks for breaks of the document itself are for other lines and left out. */
static void put_text(const sheet *s, zt_str text)
{
    enum { WORD = 8 };
    static const char mark[] = "\xe2\x80\x8b"; /* U+200B */
    zt_str seen = zt_utf8_seen(s->arena, text);
    zt_buf broken;
    zt_buf_init(&broken, s->arena);
    for (size_t at = 0, run = 0; at < seen.len;) {
        size_t from = at;
        uint32_t c = zt_utf8_next(seen, &at);
        zt_buf_str(&broken, zt_str_slice(seen, from, at));
        run = c < 0x2E80 && c != ' ' ? run + 1 : 0;
        if (at < seen.len && (c == '/' || c == '_' || run == WORD)) {
            zt_buf_puts(&broken, mark);
            run = 0;
        }
    }
    zt_buf_xml(s->out, zt_buf_view(&broken));
}

static void put_cell(const sheet *s, zt_str text)
{
    zt_buf_puts(s->out, "<cell>");
    put_text(s, text);
    zt_buf_puts(s->out, "</cell>");
}

static void put_strong(const sheet *s, zt_str text)
{
    zt_buf_puts(s->out, "<cell>");
    if (text.len) {
        zt_buf_puts(s->out, "<em>");
        put_text(s, text);
        zt_buf_puts(s->out, "</em>");
    }
    zt_buf_puts(s->out, "</cell>");
}

static void open_row(const sheet *s, zt_str head)
{
    zt_buf_puts(s->out, "<row head=\"");
    put_text(s, head);
    zt_buf_puts(s->out, "\">");
}

static void close_row(const sheet *s)
{
    zt_buf_puts(s->out, "</row>\n");
}

static void put_column(const sheet *s, const char *zh, const char *en, bool at_end)
{
    zt_buf_printf(s->out, "<column head=\"%s\"%s/>", ZT_IN(s->lang, zh, en),
                  at_end ? " align=\"end\"" : "");
}

/* A section with a head and without a number. */
static void open_section(const sheet *s, const char *zh, const char *en)
{
    zt_buf_printf(s->out, "<section numbered=\"no\" head=\"%s\">\n", ZT_IN(s->lang, zh, en));
}

static void close_section(const sheet *s)
{
    zt_buf_puts(s->out, "</section>\n");
}

/* ---- what was compared ---- */

/* The file and its day. */
static zt_str state_of(const sheet *s, const char *path, const zt_doc *doc)
{
    zt_buf out;
    zt_buf_init(&out, s->arena);
    zt_buf_puts(&out, path);
    if (doc->has_issue) {
        zt_buf_puts(&out, ZT_IN(s->lang, "，", ", "));
        zt_date_print(&out, (zt_date){doc->issue, doc->issue, false}, ZT_DATE_ISO);
    }
    return zt_buf_view(&out);
}

/* Figures of the new document, and how many of them are as they were. */
static zt_str counted(const sheet *s)
{
    const zt_changes *c = s->diff->changes;
    size_t other = c->list.count - c->counts[ZT_CHANGE_VALUE];
    return zt_str_from(
        zt_arena_printf(s->arena,
                        ZT_IN(s->lang, "新稿%zu个数，%zu处数值改动，%zu处其他改动",
                              "%zu figures in the new one, %zu values changed, %zu other changes"),
                        c->figures, c->counts[ZT_CHANGE_VALUE], other));
}

static zt_str page_words(const sheet *s)
{
    const zt_page_changes *p = s->diff->pages;
    size_t moved = 0, reflowed = 0;
    if (!p)
        return zt_str_from(ZT_IN(s->lang, s->diff->pages_why_zh, s->diff->pages_why_en));
    for (size_t i = 0; i < p->list.count; i++) {
        moved += p->list.items[i].moved || p->list.items[i].resized;
        reflowed += p->list.items[i].reflowed;
    }
    return zt_str_from(zt_arena_printf(
        s->arena,
        ZT_IN(s->lang, "%zu页改为%zu页，%zu行改为%zu行；%zu块移动或改变大小，%zu块重新断行",
              "%zu pages, now %zu; %zu lines, now %zu; %zu blocks moved or of another size, %zu "
              "broken "
              "anew"),
        p->pages_before, p->pages_after, p->lines_before, p->lines_after, moved, reflowed));
}

static void put_fact_row(const sheet *s, const char *zh, const char *en, zt_str text)
{
    open_row(s, zt_str_from(ZT_IN(s->lang, zh, en)));
    put_cell(s, text);
    close_row(s);
}

static void put_head(const sheet *s, const zt_doc *before, const zt_doc *after)
{
    zt_str title = zt_utf8_seen(s->arena, zt_rich_plain(s->arena, &after->title));
    zt_buf_puts(s->out, "<lead>");
    if (title.len)
        put_text(s, title);
    else
        put_text(s, zt_str_from(after->id));
    zt_buf_puts(s->out, "</lead>\n<table float=\"no\" keep=\"yes\"><column/><column/>\n");
    put_fact_row(s, "旧稿", "old", state_of(s, s->diff->before, before));
    put_fact_row(s, "新稿", "new", state_of(s, s->diff->after, after));
    put_fact_row(s, "比较", "compared", counted(s));
    put_fact_row(s, "版面", "pages", page_words(s));
    zt_buf_puts(s->out, "</table>\n");
}

/* ---- figures ---- */

/* The source that the figure names; else where it stands. */
static zt_str source_of(const sheet *s, const zt_change *change)
{
    const zt_quantity *q = change->is;
    zt_pos at = change->at_after;
    const char *name = at.file ? strrchr(at.file, '/') : NULL;
    if (q && q->source.len)
        return q->source;
    name = name ? name + 1 : at.file ? at.file : "";
    return zt_str_from(at.line ? zt_arena_printf(s->arena, "%s:%d", name, at.line)
                               : zt_arena_strdup(s->arena, name));
}

static void put_difference(const sheet *s, const zt_value_change *v)
{
    zt_str difference = zt_value_change_words(s->arena, v, s->lang),
           percent = zt_value_change_percent(s->arena, v);
    zt_buf_puts(s->out, "<cell>");
    if (v->same)
        zt_buf_puts(s->out, ZT_IN(s->lang, "值未变", "same value"));
    else if (v->counted)
        put_text(s, difference);
    else
        zt_buf_puts(s->out, ZT_IN(s->lang, v->why_zh, v->why_en));
    if (percent.len && !v->same) {
        zt_buf_puts(s->out, "<br/>");
        put_text(s, percent);
    }
    if (v->follows)
        zt_buf_puts(s->out, ZT_IN(s->lang, "<br/>随改", "<br/>it follows"));
    zt_buf_puts(s->out, "</cell>");
}

static void put_value(const sheet *s, const zt_change *change)
{
    open_row(s, zt_change_thing(s->arena, change, s->lang));
    put_cell(s, change->said);
    put_strong(s, change->says);
    put_difference(s, &change->value);
    put_cell(s, source_of(s, change));
    put_cell(s, ZT_STR("　"));
    close_row(s);
}

static void put_values(const sheet *s)
{
    const zt_changes *c = s->diff->changes;
    if (c->counts[ZT_CHANGE_VALUE] == 0)
        return;
    open_section(s, "数值", "Figures");
    zt_buf_puts(s->out, "<table float=\"no\" split=\"yes\">");
    put_column(s, "指标与位置", "what and where", false);
    put_column(s, "旧稿", "old", true);
    put_column(s, "新稿", "new", true);
    put_column(s, "差", "change", true);
    put_column(s, "来源或行", "source", false);
    put_column(s, "谁改", "by", false);
    zt_buf_putc(s->out, '\n');
    for (size_t i = 0; i < c->list.count; i++)
        if (c->list.items[i].kind == ZT_CHANGE_VALUE)
            put_value(s, &c->list.items[i]);
    zt_buf_puts(s->out, "</table>\n");
    close_section(s);
}

/* Values ten times their former: another person has to look at them. */
static void put_jumps(const sheet *s)
{
    const zt_changes *c = s->diff->changes;
    open_section(s, "跳得太大的数", "Figures that jump");
    zt_buf_puts(s->out, "<text>");
    if (c->jumps == 0)
        zt_buf_printf(s->out, "<p>%s</p>",
                      ZT_IN(s->lang, "无。没有一个数增到十倍，或减到十分之一。",
                            "None: no figure is ten times its former or a tenth."));
    for (size_t i = 0; i < c->list.count; i++) {
        const zt_change *change = &c->list.items[i];
        if (!change->value.jump)
            continue;
        zt_buf_puts(s->out, "<p>");
        put_text(s, zt_change_thing(s->arena, change, s->lang));
        zt_buf_puts(s->out, ZT_IN(s->lang, "：", ": "));
        put_text(s, change->said);
        zt_buf_puts(s->out, " → ");
        put_text(s, change->says);
        zt_buf_printf(
            s->out,
            ZT_IN(s->lang, "，相差%lld倍，请另一人复核。", ", %lld times: let another check."),
            change->value.times);
        zt_buf_puts(s->out, "</p>\n");
    }
    zt_buf_puts(s->out, "</text>\n");
    close_section(s);
}

/* ---- all else ---- */

static zt_str head_of(const sheet *s, const zt_change *change)
{
    const zt_fact *fact = change->after ? change->after : change->before;
    zt_str name = zt_fact_name(s->arena, fact, s->lang);
    return zt_str_from(zt_arena_printf(s->arena, ZT_IN(s->lang, "%s　%.*s", "%s: %.*s"),
                                       zt_change_name(change->kind, s->lang), ZT_ARG(name)));
}

static void put_other(const sheet *s, const zt_change *change)
{
    zt_str said, says;
    zt_change_excerpts(s->arena, change, &said, &says);
    open_row(s, head_of(s, change));
    if (change->kind == ZT_CHANGE_MOVED) {
        bool near = change->before->parent->twin == change->after->parent;
        put_cell(s, near ? zt_str_from(zt_arena_printf(
                               s->arena, ZT_IN(s->lang, "第%zu", "number %zu"), change->from))
                         : zt_fact_name(s->arena, change->before->parent, s->lang));
        put_strong(s, near ? zt_str_from(zt_arena_printf(
                                 s->arena, ZT_IN(s->lang, "第%zu", "number %zu"), change->to))
                           : zt_fact_name(s->arena, change->after->parent, s->lang));
    } else {
        put_cell(s, said);
        put_strong(s, says);
    }
    close_row(s);
}

static void put_others(const sheet *s)
{
    const zt_changes *c = s->diff->changes;
    if (c->list.count == c->counts[ZT_CHANGE_VALUE])
        return;
    open_section(s, "文字、条目及其他", "Words, entries and all else");
    zt_buf_puts(s->out, "<table float=\"no\" split=\"yes\">");
    put_column(s, "改动与位置", "what and where", false);
    put_column(s, "旧稿", "old", false);
    put_column(s, "新稿", "new", false);
    zt_buf_putc(s->out, '\n');
    for (size_t i = 0; i < c->list.count; i++)
        if (c->list.items[i].kind != ZT_CHANGE_VALUE)
            put_other(s, &c->list.items[i]);
    zt_buf_puts(s->out, "</table>\n");
    close_section(s);
}

/* Three hands of a newspaper (三审三校): who keeps the data, who reads proofs, who answers for the
   page. */
static void put_signatures(const sheet *s)
{
    zt_buf_printf(s->out, "<section numbered=\"no\" keep=\"yes\" head=\"%s\">\n",
                  ZT_IN(s->lang, "签字", "Signatures"));
    zt_buf_puts(s->out, "<table float=\"no\" keep=\"yes\">");
    put_column(s, "数据编辑", "data editor", false);
    put_column(s, "校对", "proof reader", false);
    put_column(s, "值班主任", "editor on duty", false);
    zt_buf_printf(s->out, "<row><cell>%s</cell><cell>%s</cell><cell>%s</cell></row>\n",
                  ZT_IN(s->lang, "数字与来源相符", "figures agree with their sources"),
                  ZT_IN(s->lang, "全部页面看过", "all pages read"),
                  ZT_IN(s->lang, "同意付印", "may be printed"));
    zt_buf_puts(s->out, "<row><cell>　<br/>　<br/>　</cell><cell>　</cell><cell>　</cell></row>\n");
    const char *date = ZT_IN(s->lang, "　　　年　　月　　日　　时", "date 　　　　 time");
    zt_buf_printf(s->out, "<row><cell>%s</cell><cell>%s</cell><cell>%s</cell></row>\n", date, date,
                  date);
    zt_buf_puts(s->out, "</table>\n</section>\n");
}

zt_str zt_change_sheet(zt_arena *arena, const zt_diff *diff, const zt_doc *before,
                       const zt_doc *after, const char *id, zt_lang lang)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    sheet s = {arena, &out, diff, lang};
    zt_buf_printf(&out,
                  "<report xmlns=\"urn:zhitu:1\" id=\"%s\" template=\"report-changes\" lang=\"%s\"",
                  id, ZT_IN(s.lang, "zh-Hans", "en"));
    if (after->has_issue) {
        zt_buf_puts(&out, " issue=\"");
        zt_date_print(&out, (zt_date){after->issue, after->issue, false}, ZT_DATE_ISO);
        zt_buf_putc(&out, '"');
    }
    zt_buf_printf(&out, ">\n<section numbered=\"no\" head=\"%s\">\n",
                  ZT_IN(s.lang, "改动单", "Change sheet"));
    put_head(&s, before, after);
    put_values(&s);
    put_jumps(&s);
    put_others(&s);
    put_signatures(&s);
    zt_buf_puts(&out, "</section>\n</report>\n");
    return zt_buf_view(&out);
}
