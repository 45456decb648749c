/* gen/import/csv.c — comma and tab separated values (RFC 4180) into a table, each cell with its
   place. Which separator it is was found before (csv_separator.c). It is stricter than many
   programs about quotes: a file whose quotes are broken has its cells in the wrong columns, so
   nothing of it is taken. */
#include "import/import_imp.h"

#include "base/utf8.h"

/* The file while it is read, with the place for messages. */
typedef struct csv_reader {
    zt_arena *arena;
    zt_diags *diags;
    const char *path;
    zt_str text;
    char separator;
    size_t at;
    int line, column;
    zt_table *table;
    ZT_VEC(zt_grid_cell) cells; /* of the line that is being read */
    size_t usual;               /* cells of the line before: most are alike */
    bool failed;
} csv_reader;

/* Behind the last byte. */
static bool at_end(const csv_reader *r)
{
    return r->at >= r->text.len;
}

/* The byte at the reader, NUL at the end. */
static char peek(const csv_reader *r)
{
    return at_end(r) ? '\0' : r->text.data[r->at];
}

/* The place of the reader, for cells and messages. */
static zt_pos here(const csv_reader *r)
{
    return (zt_pos){r->path, r->line, r->column};
}

/* LF, CR LF or a lone CR. */
static bool at_line_end(const csv_reader *r)
{
    return peek(r) == '\n' || peek(r) == '\r';
}

/* One character; CR LF is one. */
static void step(csv_reader *r)
{
    if (at_line_end(r)) {
        bool pair = peek(r) == '\r' && r->at + 1 < r->text.len && r->text.data[r->at + 1] == '\n';
        r->at += pair ? 2 : 1;
        r->line++;
        r->column = 1;
        return;
    }
    zt_utf8_next(r->text, &r->at);
    r->column++;
}

/* Reports csv-malformed once: what follows a broken quote is noise. */
static void refuse(csv_reader *r, zt_pos at, const char *zh, const char *en)
{
    if (!r->failed)
        zt_report(r->diags, ZT_ERROR, "csv-malformed", at, "%s%.0s", "%.0s%s", zh, en);
    r->failed = true;
}

/* True after a report. */
static bool is_nul(csv_reader *r)
{
    if (at_end(r) || peek(r) != '\0')
        return false;
    refuse(r, here(r), "这里是 NUL 字节，文本里不能有；文件可能坏了，或不是文本",
           "here is a NUL byte, which no text has; the file is damaged or no text");
    return true;
}

/* Behind blanks that a quote or the cell's end follows. */
static size_t past_blanks(const csv_reader *r)
{
    size_t at = r->at;
    while (at < r->text.len && (r->text.data[at] == ' ' || r->text.data[at] == '\t') &&
           r->text.data[at] != r->separator)
        at++;
    return at;
}

/* Step by step, so that line and column follow. */
static void skip_to(csv_reader *r, size_t at)
{
    while (r->at < at)
        step(r);
}

/* A cell in quotes, which may hold separators and line ends; the reader stands at the opening one.
 */
static zt_str read_quoted(csv_reader *r)
{
    zt_buf out;
    zt_buf_init(&out, r->arena);
    zt_pos open = here(r);
    step(r);
    for (;;) {
        if (at_end(r)) {
            refuse(r, open, "这里的引号没有配对的后引号", "this quote is never closed");
            return (zt_str){0};
        }
        size_t from = r->at;
        if (is_nul(r))
            return (zt_str){0};
        if (peek(r) != '"') {
            step(r);
        } else {
            step(r);
            if (peek(r) != '"')
                break;
            from = r->at;
            step(r);
        }
        zt_buf_add(&out, r->text.data + from, r->at - from);
    }
    skip_to(r, past_blanks(r));
    if (!at_end(r) && !at_line_end(r) && peek(r) != r->separator)
        refuse(r, here(r), "后引号后面只能是分隔符或行尾；格里的引号要写两个",
               "only a separator or the line's end may follow a closing quote; a quote inside is "
               "written twice");
    return zt_buf_view(&out);
}

/* A cell without quotes, up to the separator or line end. */
static zt_str read_bare(csv_reader *r)
{
    size_t from = r->at;
    while (!at_end(r) && !at_line_end(r) && peek(r) != r->separator) {
        if (is_nul(r))
            return (zt_str){0};
        if (peek(r) == '"') {
            refuse(r, here(r), "引号只能在一格的开头，格里的引号要整格加引号并写两个",
                   "a quote may only begin a cell; a cell with quotes is quoted, they are doubled");
            return (zt_str){0};
        }
        step(r);
    }
    return zt_str_slice(r->text, from, r->at);
}

/* The cells so far become a line; a line with one empty cell has none. Lines beyond the limit
   are limit-cells. */
static void end_line(csv_reader *r)
{
    bool blank = r->cells.count == 1 && r->cells.items[0].text.len == 0;
    if (r->table->lines.count == ZT_TABLE_ROWS) {
        zt_report(r->diags, ZT_ERROR, "limit-cells", here(r), "超过上限 %d 行",
                  "more than the limit of %d lines", ZT_TABLE_ROWS);
        r->failed = true;
        return;
    }
    zt_grid_line line = {r->cells.items, blank ? 0 : r->cells.count, false};
    ZT_PUSH(r->arena, &r->table->lines, line);
    r->usual = r->cells.count;
    r->cells.items = NULL;
    r->cells.count = r->cells.capacity = 0;
}

/* Whether the comma of a number may be that of decimals: 1,5 where semicolons part the columns,
   and 1.234,5 anywhere. Two groups of three, 1,234,567, are thousands. Only cells that are used
   are reported, later. */
static bool has_doubtful_comma(const csv_reader *r, zt_str text)
{
    size_t points = 0, commas = 0, digits = 0;
    bool point_first = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        points += c == '.';
        point_first |= c == ',' && points > 0;
        commas += c == ',';
        digits += c >= '0' && c <= '9';
        if (!(c >= '0' && c <= '9') && c != '.' && c != ',' && !(i == 0 && (c == '-' || c == '+')))
            return false;
    }
    return digits && (point_first || points > 1 || (r->separator == ';' && commas == 1));
}

/* Also decides whether its comma can be one of decimals. */
static void read_cell(csv_reader *r)
{
    size_t quote = past_blanks(r);
    if (quote < r->text.len && r->text.data[quote] == '"')
        skip_to(r, quote);
    zt_grid_cell cell = {.at = here(r)};
    if (r->cells.count == ZT_TABLE_COLUMNS) {
        zt_report(r->diags, ZT_ERROR, "limit-cells", here(r), "一行超过上限 %d 格",
                  "a line has more than the limit of %d cells", ZT_TABLE_COLUMNS);
        r->failed = true;
        return;
    }
    cell.text = zt_cell_trim(peek(r) == '"' ? read_quoted(r) : read_bare(r));
    if (has_doubtful_comma(r, cell.text))
        cell.quirk = ZT_QUIRK_COMMA;
    if (!r->cells.items && r->usual > 0) {
        r->cells.items = ZT_ARRAY(r->arena, r->usual, zt_grid_cell);
        r->cells.capacity = r->usual;
    }
    ZT_PUSH(r->arena, &r->cells, cell);
}

/* A last line without an end is a line; an end behind the last line makes none. */
bool zt_csv_read(zt_arena *arena, zt_diags *diags, const char *path, zt_str text, char separator,
                 const zt_area *area, zt_table *table)
{
    char stated;
    csv_reader r = {.arena = arena, .diags = diags, .path = path, .text = text};
    r.separator = separator;
    r.line = r.column = 1;
    r.table = table;
    if (zt_csv_sep_line(text, &stated) && stated == separator)
        skip_to(&r, zt_csv_sep_line(text, &stated));
    while (!at_end(&r) && !r.failed && r.table->lines.count <= area->bottom) {
        read_cell(&r);
        while (!r.failed && !at_end(&r) && peek(&r) == separator) {
            step(&r);
            read_cell(&r);
        }
        if (!at_end(&r))
            step(&r);
        if (!r.failed)
            end_line(&r);
    }
    return !r.failed;
}
