/* What parts the columns of a text table: Excel writes commas, in half of Europe semicolons, and
   tabs as "Unicode text"; a first line sep=; is its own way to say so. */
#include "base/utf8.h"
#include "import/import_imp.h"

/* Characters that a line sep= may name. */
static bool is_mark(char c)
{
    static const char marks[] = ",;\t|:!#$%&*+/<>?@\\^_`~ ";
    for (const char *mark = marks; *mark; mark++)
        if (c == *mark)
            return true;
    return false;
}

/* Excel's own line, with quotes round it or not. */
size_t zt_csv_sep_line(zt_str text, char *separator)
{
    size_t at = zt_str_starts(text, "\"sep=") ? 5 : zt_str_starts(text, "sep=") ? 4 : 0;
    if (at == 0 || at >= text.len || !is_mark(text.data[at]))
        return 0;
    *separator = text.data[at++];
    if (text.data[0] == '"' && at < text.len && text.data[at] == '"')
        at++;
    if (at < text.len && text.data[at] == '\r')
        at++;
    if (at < text.len && text.data[at] == '\n')
        at++;
    bool whole = at == text.len || text.data[at - 1] == '\n' || text.data[at - 1] == '\r';
    return whole ? at : 0;
}

/* Columns of the lines that a mark would part. */
enum { LINES = 200, WIDEST = 64 };

/* How well a mark parts the first lines. */
typedef struct parting {
    size_t lines[WIDEST]; /* how many have so many columns */
    size_t support;       /* of the most frequent count above 1 */
    size_t columns;
} parting;

/* The columns of one record, and where the next begins. */
static size_t columns_of(zt_str text, uint32_t mark, size_t *at)
{
    size_t columns = 1;
    bool quoted = false, begins = true;
    while (*at < text.len) {
        uint32_t c = zt_utf8_next(text, at);
        if (c == '"' && (begins || quoted))
            quoted = !quoted;
        else if (!quoted && (c == '\n' || c == '\r'))
            break;
        else if (!quoted && c == mark)
            columns++;
        begins = c == mark || (begins && c == ' ');
    }
    return columns;
}

/* Counts columns of the first LINES records. */
static parting try_mark(zt_str text, uint32_t mark)
{
    parting p = {0};
    size_t at = 0;
    for (size_t i = 0; i < LINES && at < text.len; i++) {
        size_t columns = columns_of(text, mark, &at);
        p.lines[columns < WIDEST ? columns : WIDEST - 1]++;
    }
    for (size_t i = 2; i < WIDEST; i++)
        if (p.lines[i] > p.support) {
            p.support = p.lines[i];
            p.columns = i;
        }
    return p;
}

/* More lines with one count, then more columns. */
static bool is_better(const parting *a, const parting *b)
{
    return a->support != b->support ? a->support > b->support : a->columns > b->columns;
}

/* Another mark than the usual one must part more lines to be believed. */
char zt_csv_separator(zt_diags *diags, const char *path, zt_str text, char usual)
{
    static const char marks[] = ",\t;|";
    char best = usual;
    if (zt_csv_sep_line(text, &best))
        return best;
    parting most = try_mark(text, (unsigned char)usual);
    for (const char *mark = marks; *mark; mark++) {
        parting p = try_mark(text, (unsigned char)*mark);
        if (p.support > most.support && is_better(&p, &most)) {
            most = p;
            best = *mark;
        }
    }
    parting wide = try_mark(text, 0xFF0C); /* ， */
    if (most.support >= 2 || wide.support < 2)
        return best;
    zt_report(diags, ZT_ERROR, "csv-malformed", (zt_pos){path, 1, 1},
              "列与列之间是全角逗号“，”；请改成半角逗号“,”",
              "the columns are parted by full-width commas; write \",\" between them");
    return '\0';
}
