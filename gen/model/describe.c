/* The two forms of a description: indented text, and JSON. The walk over the model calls these
   functions without knowing the form; where it lists what is printed instead, each hands its
   content to prints.c and writes nothing. */
#include "model/describe.h"

#include <string.h>

#include "base/json.h"
#include "model/prints_imp.h"

/* ---- JSON ---- */

/* The name of a member; nothing for an element of a list, which stands on a line of its own. */
static void key(zt_describer *t, const char *name)
{
    zt_json_key(t->out, t->lists & 1 ? NULL : name);
}

/* Opens an object or a list in JSON. `lists` holds one bit for each open bracket, lowest
   innermost: 1 for a list, whose elements have no name. */
static void enter(zt_describer *t, const char *name, bool list)
{
    const char *last = t->out->len ? t->out->data + t->out->len - 1 : "";
    char bracket = list ? '[' : '{';
    if (*last && t->lists & 1 && *last != '[')
        zt_json_open_line(t->out, NULL, bracket);
    else
        zt_json_open(t->out, *last && !(t->lists & 1) ? name : NULL, bracket);
    t->lists = t->lists << 1 | list;
}

/* Closes the innermost bracket. */
static void leave(zt_describer *t)
{
    zt_json_close(t->out, t->lists & 1 ? ']' : '}');
    t->lists >>= 1;
}

/* ---- text ---- */

/* Ends the line of the text form, if one is open. */
static void end_line(zt_describer *t)
{
    if (t->line_open)
        zt_buf_putc(t->out, '\n');
    t->line_open = false;
}

/* Begins a line of the text form, indented by depth, with the place in the file behind the name.
 */
static void new_line(zt_describer *t, const char *name, zt_pos at)
{
    end_line(t);
    for (int i = 0; i < t->depth; i++)
        zt_buf_puts(t->out, "  ");
    zt_buf_puts(t->out, name);
    if (at.line)
        zt_buf_printf(t->out, " %d:%d", at.line, at.column);
    t->line_open = true;
}

/* " name=" behind the element, or "name " on a line of its own when the element's is closed. */
static void attribute(zt_describer *t, const char *name)
{
    if (t->json) {
        key(t, name);
        return;
    }
    if (t->line_open) {
        zt_buf_printf(t->out, " %s=", name);
        return;
    }
    new_line(t, name, (zt_pos){0});
    zt_buf_putc(t->out, ' ');
}

/* Whether a text may stand without quotes in the text form. */
static bool is_plain(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] == ' ' || text.data[i] == '"' || text.data[i] == '\n')
            return false;
    return true;
}

/* ---- both ---- */

/* Opens an element under another name: a value that is the “figure” of its goal. With prints set
   the walk collects what is printed and writes no description. */
void zt_describe_open_as(zt_describer *t, const char *name, const char *element, zt_pos at)
{
    if (t->prints) {
        zt_prints_open(t->prints, element, at);
        return;
    }
    if (t->json) {
        enter(t, name, false);
        zt_describe_word(t, "element", element);
        if (!at.line)
            return;
        key(t, "at");
        zt_buf_printf(t->out, "\"%d:%d\"", at.line, at.column);
        return;
    }
    bool same = strcmp(name, element) == 0;
    new_line(t, name, same ? at : (zt_pos){0});
    if (!same)
        zt_buf_printf(t->out, " %s %d:%d", element, at.line, at.column);
    t->depth++;
}

/* Opens an element under its own name. */
void zt_describe_open(zt_describer *t, const char *element, zt_pos at)
{
    zt_describe_open_as(t, element, element, at);
}

/* Closes the innermost element. */
void zt_describe_close(zt_describer *t)
{
    if (t->prints) {
        zt_prints_close(t->prints);
        return;
    }
    if (t->json) {
        leave(t);
        return;
    }
    end_line(t);
    t->depth--;
}

/* Opens a list; only JSON shows it, the text form indents its elements directly. */
void zt_describe_list(zt_describer *t, const char *name)
{
    if (t->json)
        enter(t, name, true);
}

void zt_describe_list_end(zt_describer *t)
{
    if (t->json)
        leave(t);
}

/* A text; nothing when it is empty, so that dumps stay short. */
void zt_describe_text(zt_describer *t, const char *name, zt_str text)
{
    zt_describe_text_at(t, name, text, ZT_NOWHERE);
}

/* JSON quotes every text; in a dump only a text that would be misread without quotes has them. A
   list of prints takes it with its place. */
void zt_describe_text_at(zt_describer *t, const char *name, zt_str text, zt_pos at)
{
    if (t->prints && text.len) {
        zt_prints_text(t->prints, name, text, at);
        return;
    }
    if (text.len == 0)
        return;
    attribute(t, name);
    if (t->json || !is_plain(text))
        zt_buf_json(t->out, text);
    else
        zt_buf_str(t->out, text);
}

/* A word that is not printed on the page (id, kind): collecting what is printed skips it. */
void zt_describe_word(zt_describer *t, const char *name, const char *text)
{
    if (t->prints)
        return; /* for programs: an id, a kind */
    zt_describe_text(t, name, zt_str_from(text));
}

/* A flag, shown only where it is set. */
void zt_describe_flag(zt_describer *t, const char *name, bool flag)
{
    if (t->prints) {
        zt_prints_flag(t->prints, name, flag);
        return;
    }
    if (!flag)
        return;
    if (t->json) {
        key(t, name);
        zt_buf_puts(t->out, "true");
    } else {
        zt_buf_printf(t->out, " %s", name);
    }
}

/* A whole number, shown only where it is not 0. */
void zt_describe_int(zt_describer *t, const char *name, int number)
{
    if (t->prints)
        return;
    if (!number)
        return;
    attribute(t, name);
    zt_buf_printf(t->out, "%d", number);
}

/* A decimal. In JSON it is a string, since a reader of JSON would round it as a double. */
void zt_describe_num(zt_describer *t, const char *name, zt_num num)
{
    if (t->prints)
        return;
    attribute(t, name);
    const char *quote = t->json ? "\"" : "";
    zt_buf_puts(t->out, quote);
    /* JSON is for programs: their minus is ASCII's. */
    bool ascii_minus = t->json && num.scaled < 0;
    if (ascii_minus) {
        zt_buf_putc(t->out, '-');
        num.scaled = -num.scaled;
    }
    zt_num_print(t->out, num, false);
    zt_buf_puts(t->out, quote);
}

/* A date in ISO 8601, an interval with a slash. */
void zt_describe_date(zt_describer *t, const char *name, zt_date date)
{
    if (t->prints) {
        zt_prints_date(t->prints, date);
        return;
    }
    attribute(t, name);
    const char *quote = t->json ? "\"" : "";
    zt_buf_puts(t->out, quote);
    zt_date_print(t->out, date, ZT_DATE_ISO);
    zt_buf_puts(t->out, quote);
}

/* ---- inline text ---- */

/* The word for a line beside emphasised text, NULL for none. */
static const char *em_line_word(zt_em_line line)
{
    static const char *const words[] = {
        [ZT_EM_NO_LINE] = NULL, [ZT_EM_PROPER] = "proper", [ZT_EM_TITLE] = "title"};
    return words[line];
}

/* One span with all its marks, for JSON; `meaning` asks for what its quantity means as well. */
static void describe_span(zt_describer *t, const zt_span *span, bool meaning)
{
    static const char *const elements[] = {[ZT_SPAN_TEXT] = "text",
                                           [ZT_SPAN_QUANTITY] = "quantity",
                                           [ZT_SPAN_BREAK] = "br",
                                           [ZT_SPAN_SEE] = "see",
                                           [ZT_SPAN_NOTE] = "fn"};
    zt_describe_open(t, elements[span->kind], span->at);
    zt_describe_text(t, "text", span->text);
    zt_describe_flag(t, "em", span->em);
    zt_describe_flag(t, "sub", span->sub);
    zt_describe_flag(t, "sup", span->sup);
    zt_describe_flag(t, "tcy", span->tcy);
    zt_describe_flag(t, "dots", span->dots);
    zt_describe_word(t, "line", em_line_word(span->em_line));
    zt_describe_text(t, "ruby", span->ruby);
    if (meaning && span->kind == ZT_SPAN_QUANTITY)
        zt_describe_quantity(t, NULL, span->quantity);
    zt_describe_close(t);
}

static const char *show_word(zt_see_show show)
{
    static const char *const words[] = {[ZT_SEE_NUMBER] = "number",
                                        [ZT_SEE_PAGE] = "page",
                                        [ZT_SEE_BOTH] = "both",
                                        [ZT_SEE_TITLE] = "title"};
    return words[show];
}

/* [dots], [proper 2]: the marks of an em and its number; [tcy]; [ruby chóng qìng]. */
static void put_span_extras(zt_buf *out, const zt_span *span)
{
    if (span->dots)
        zt_buf_printf(out, "[dots %zu]", span->item);
    if (em_line_word(span->em_line))
        zt_buf_printf(out, "[%s %zu]", em_line_word(span->em_line), span->item);
    if (span->tcy)
        zt_buf_puts(out, "[tcy]");
    if (span->ruby.len)
        zt_buf_printf(out, "[ruby %.*s]", ZT_ARG(span->ruby));
    if (span->kind == ZT_SPAN_SEE)
        zt_buf_printf(out, "[see %.*s %s]", ZT_ARG(span->see->to), show_word(span->see->show));
    if (span->kind == ZT_SPAN_NOTE && span->note->ref.len)
        zt_buf_printf(out, "[fn ref %.*s]", ZT_ARG(span->note->ref));
}

/* One line of text with its spans marked: {…} a quantity, *…* emphasis, / a break. */
static void put_line(zt_buf *out, const zt_rich *rich)
{
    for (size_t i = 0; i < rich->count; i++) {
        const zt_span *span = rich->spans + i;
        const char *mark = span->em ? "*" : span->sub ? "_" : span->sup ? "^" : "";
        put_span_extras(out, span);
        bool quantity = span->kind == ZT_SPAN_QUANTITY;
        zt_buf_puts(out, mark);
        zt_buf_puts(out, quantity ? "{" : span->kind == ZT_SPAN_BREAK ? "/" : "");
        zt_buf_str(out, span->text);
        zt_buf_puts(out, quantity ? "}" : "");
        zt_buf_puts(out, mark);
        if (span->kind == ZT_SPAN_NOTE && span->note->ref.len == 0) {
            zt_buf_puts(out, "[fn ");
            put_line(out, &span->note->text);
            zt_buf_puts(out, "]");
        }
    }
}

/* A list of spans; `meaning` asks for the quantities in them as well. */
static void describe_json(zt_describer *t, const char *name, const zt_rich *rich, bool meaning)
{
    zt_describe_list(t, name);
    for (size_t i = 0; i < rich->count; i++)
        describe_span(t, rich->spans + i, meaning);
    zt_describe_list_end(t);
}

/* A line of its own with the whole text, its looks as marks. */
static void describe_line(zt_describer *t, const char *name, const zt_rich *rich)
{
    new_line(t, name, rich->at);
    zt_buf_putc(t->out, ' ');
    put_line(t->out, rich);
    end_line(t);
}

/* Nothing in a list of prints: what the cells of a group print is listed by zt_cells_print, once
   for each way in which it may be printed. */
void zt_describe_words(zt_describer *t, const char *name, const zt_rich *rich)
{
    if (t->prints || rich->count == 0)
        return;
    if (t->json)
        describe_json(t, name, rich, false);
    else
        describe_line(t, name, rich);
}

/* Inline text: one line in the text form with its quantities below, a list of spans in JSON. */
void zt_describe_rich(zt_describer *t, const char *name, const zt_rich *rich)
{
    if (t->prints) {
        zt_prints_rich(t->prints, name, rich);
        return;
    }
    if (rich->count == 0)
        return;
    if (t->json) {
        describe_json(t, name, rich, true);
        return;
    }
    describe_line(t, name, rich);
    t->depth++;
    for (size_t i = 0; i < rich->count; i++)
        if (rich->spans[i].kind == ZT_SPAN_QUANTITY)
            zt_describe_quantity(t, NULL, rich->spans[i].quantity);
    t->depth--;
}
