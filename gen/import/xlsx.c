/* One sheet of a spreadsheet (ECMA-376 part 1, 18.2 to 18.4): the parts that hold text, numbers and
   merged cells, and of the styles whether a cell shows per cent. */
#include "import/import_imp.h"

#include <string.h>

/* Cells of a sheet, merged ones counted again. */
enum { MOST_CELLS = 400000 };

typedef struct xlsx_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_zip zip;
    const zt_node *strings; /* <sst>, or NULL */
    ZT_VEC(zt_str) shared;
    ZT_VEC(bool) percent; /* of each cell format */
    zt_str sheet;         /* name */
    zt_table *table;
    size_t spent; /* cells made and merged */
} xlsx_reader;

static void refuse(xlsx_reader *r, const char *part)
{
    zt_report(r->diags, ZT_ERROR, "xlsx-malformed", (zt_pos){r->zip.path, 0, 0},
              "读不了这份 xlsx：缺少 %s，或内容不对",
              "this xlsx cannot be read: no %s, or a bad one", part);
}

/* The root of a part, NULL after a report; an absent part is reported only if `needed`. */
static const zt_node *part(xlsx_reader *r, const char *name, bool needed)
{
    zt_xml_limits limits = zt_xml_limits_default;
    limits.any_namespace = true;
    zt_str bytes;
    zt_found found = zt_zip_read(r->arena, r->diags, &r->zip, name, &bytes);
    if (found == ZT_ABSENT && needed)
        refuse(r, name);
    if (found != ZT_FOUND)
        return NULL;
    const char *path = zt_arena_printf(r->arena, "%s!%s", r->zip.path, name);
    return zt_xml_parse(r->arena, r->diags, path, bytes, &limits)->root;
}

/* ---- which parts ---- */

static bool ends_with(zt_str text, const char *end)
{
    size_t n = strlen(end);
    return text.len >= n && memcmp(text.data + text.len - n, end, n) == 0;
}

/* Targets are relative to xl/, or absolute. */
static const char *target(xlsx_reader *r, const zt_node *relation)
{
    zt_str to = zt_node_attr(relation, "Target", "");
    if (zt_str_starts(to, "/"))
        return zt_str_copy(r->arena, zt_str_slice(to, 1, to.len)).data;
    return zt_arena_printf(r->arena, "xl/%.*s", ZT_ARG(to));
}

static const zt_node *relation(const zt_node *relations, const char *type, zt_str id)
{
    for (const zt_node *n = zt_node_child(relations, "Relationship"); n;
         n = zt_node_sibling(n, "Relationship"))
        if (type ? ends_with(zt_node_attr(n, "Type", ""), type)
                 : zt_str_equal(zt_node_attr(n, "Id", ""), id))
            return n;
    return NULL;
}

/* r:id of a sheet, whatever the prefix is. */
static zt_str relation_id(const zt_node *sheet)
{
    for (size_t i = 0; i < sheet->attr_count; i++)
        if (ends_with(zt_str_from(sheet->attrs[i].name), ":id"))
            return sheet->attrs[i].value;
    return (zt_str){0};
}

static const zt_node *find_sheet(xlsx_reader *r, const zt_node *sheets, zt_str name, zt_pos at)
{
    zt_buf names;
    zt_buf_init(&names, r->arena);
    size_t count = 0;
    for (const zt_node *s = zt_node_child(sheets, "sheet"); s; s = zt_node_sibling(s, "sheet")) {
        if (name.len && zt_str_equal(zt_node_attr(s, "name", ""), name))
            return s;
        zt_buf_puts(&names, count++ ? "、" : "");
        zt_buf_str(&names, zt_node_attr(s, "name", ""));
    }
    zt_str all = zt_buf_view(&names);
    const zt_node *first = zt_node_child(sheets, "sheet");
    if (name.len) {
        zt_report(r->diags, ZT_ERROR, "import-sheet", at, "没有工作表“%.*s”；有：%.*s",
                  "there is no sheet \"%.*s\"; there are: %.*s", ZT_ARG(name), ZT_ARG(all));
        return NULL;
    }
    if (!first)
        refuse(r, "sheet");
    else if (count > 1)
        zt_report(r->diags, ZT_NOTE, "import-sheet", at,
                  "有 %zu 个工作表（%.*s），取了第一个；可用 sheet= 指明",
                  "there are %zu sheets (%.*s), the first is taken; sheet= names another", count,
                  ZT_ARG(all));
    return first;
}

/* ---- text ---- */

/* Text of <si> or <is>: its t and those of its runs, not the phonetic ones. */
static zt_str rich_text(zt_arena *arena, const zt_node *node)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (const zt_node *n = node->first; n; n = n->next) {
        const zt_node *t = zt_node_is(n, "t")   ? n
                           : zt_node_is(n, "r") ? zt_node_child(n, "t")
                                                : NULL;
        for (const zt_node *text = t ? t->first : NULL; text; text = text->next)
            zt_buf_str(&out, text->text);
    }
    return zt_buf_view(&out);
}

static void read_strings(xlsx_reader *r, const zt_node *relations)
{
    const zt_node *at = relation(relations, "/sharedStrings", (zt_str){0});
    const zt_node *root = at ? part(r, target(r, at), false) : NULL;
    for (const zt_node *si = root ? zt_node_child(root, "si") : NULL; si;
         si = zt_node_sibling(si, "si")) {
        zt_str text = rich_text(r->arena, si);
        ZT_PUSH(r->arena, &r->shared, text);
    }
}

static bool format_is_percent(const zt_node *styles, zt_str id)
{
    if (zt_str_is(id, "9") || zt_str_is(id, "10")) /* 0% and 0.00%: ECMA-376, 18.8.30 */
        return true;
    const zt_node *formats = zt_node_child(styles, "numFmts");
    for (const zt_node *f = formats ? zt_node_child(formats, "numFmt") : NULL; f;
         f = zt_node_sibling(f, "numFmt")) {
        zt_str code = zt_node_attr(f, "formatCode", "");
        if (zt_str_equal(zt_node_attr(f, "numFmtId", ""), id))
            return code.len && memchr(code.data, '%', code.len);
    }
    return false;
}

static void read_styles(xlsx_reader *r, const zt_node *relations)
{
    const zt_node *at = relation(relations, "/styles", (zt_str){0});
    const zt_node *root = at ? part(r, target(r, at), false) : NULL;
    const zt_node *formats = root ? zt_node_child(root, "cellXfs") : NULL;
    for (const zt_node *xf = formats ? zt_node_child(formats, "xf") : NULL; xf;
         xf = zt_node_sibling(xf, "xf")) {
        bool percent = format_is_percent(root, zt_node_attr(xf, "numFmtId", "0"));
        ZT_PUSH(r->arena, &r->percent, percent);
    }
}

/* ---- numbers ---- */

typedef struct digits {
    char data[24];
    int count, point; /* digits before the point; may be negative or beyond count */
    bool minus;
} digits;

/* Half up, in decimal. */
static void round_digits(digits *d, int keep)
{
    if (d->count <= keep)
        return;
    bool up = d->data[keep] >= '5';
    d->count = keep;
    int i = keep - 1;
    while (up && i >= 0 && d->data[i] == '9')
        d->data[i--] = '0';
    if (up && i >= 0) {
        d->data[i]++;
    } else if (up) {
        memmove(d->data + 1, d->data, (size_t)keep - 1);
        d->data[0] = '1';
        d->point++;
    }
}

static bool read_digits(zt_str text, digits *d)
{
    size_t at = 0;
    bool point = false;
    *d = (digits){.minus = zt_str_starts(text, "-")};
    for (at = d->minus; at < text.len; at++) {
        char c = text.data[at];
        bool digit = c >= '0' && c <= '9';
        if (!digit && (c != '.' || point))
            break;
        point |= c == '.';
        if (!digit)
            continue;
        if (d->count || c != '0') {
            if (d->count < (int)sizeof d->data)
                d->data[d->count++] = c;
            d->point += !point;
        } else {
            d->point -= point;
        }
    }
    if (at == text.len)
        return at > d->minus;
    if (text.data[at] != 'E' && text.data[at] != 'e')
        return false;
    zt_num power;
    if (!zt_num_parse(zt_str_slice(text, at + 1, text.len), &power) || power.decimals ||
        power.scaled > 18 || power.scaled < -18)
        return false;
    d->point += (int)power.scaled;
    return true;
}

bool zt_xlsx_number(zt_arena *arena, zt_str stored, zt_str *shown)
{
    enum { KEPT = 15, LONGEST = 40 };
    digits d;
    if (!read_digits(zt_str_trim(stored), &d) || d.point > LONGEST || d.point < -LONGEST)
        return false;
    round_digits(&d, KEPT);
    while (d.count && d.data[d.count - 1] == '0')
        d.count--;
    zt_buf out;
    zt_buf_init(&out, arena);
    if (d.minus && d.count)
        zt_buf_putc(&out, '-');
    if (d.point <= 0 || d.count == 0)
        zt_buf_putc(&out, '0');
    for (int i = 0; d.count && i < d.point; i++)
        zt_buf_putc(&out, i < d.count ? d.data[i] : '0');
    if (d.count > d.point && d.count)
        zt_buf_putc(&out, '.');
    for (int i = d.point; d.count && i < d.count; i++)
        zt_buf_putc(&out, i < 0 ? '0' : d.data[i]);
    *shown = zt_buf_view(&out);
    return true;
}

/* 0.212 in a cell that shows per cent is 21.2%. */
static zt_str per_cent(zt_arena *arena, zt_str shown)
{
    zt_num num;
    if (!zt_num_parse(shown, &num) || !zt_num_scale(&num, 2))
        return shown;
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_num_print(&out, num, false);
    zt_buf_putc(&out, '%');
    return zt_buf_view(&out);
}

/* ---- cells ---- */

bool zt_cell_name(zt_str name, size_t *line, size_t *column)
{
    size_t at = 0, letters = 0, number = 0;
    for (; at < name.len && name.data[at] >= 'A' && name.data[at] <= 'Z' && at < 3; at++)
        letters = letters * 26 + (size_t)(name.data[at] - 'A') + 1;
    size_t first = at;
    for (; at < name.len && name.data[at] >= '0' && name.data[at] <= '9' && at - first < 7; at++)
        number = number * 10 + (size_t)(name.data[at] - '0');
    *line = number - 1;
    *column = letters - 1;
    return at == name.len && letters > 0 && number > 0;
}

static zt_pos cell_at(xlsx_reader *r, size_t line, size_t column)
{
    char letters[4] = "";
    int count = 0;
    for (size_t n = column + 1; n > 0 && count < 3; n = (n - 1) / 26)
        letters[count++] = (char)('A' + (n - 1) % 26);
    zt_buf out;
    zt_buf_init(&out, r->arena);
    zt_buf_printf(&out, "%s!%.*s!", r->zip.path, ZT_ARG(r->sheet));
    while (count > 0)
        zt_buf_putc(&out, letters[--count]);
    zt_buf_printf(&out, "%zu", line + 1);
    return (zt_pos){zt_buf_view(&out).data, 0, 0};
}

static void refuse_cell(xlsx_reader *r, zt_pos at, zt_str text)
{
    zt_report(r->diags, ZT_ERROR, "import-cell", at, "单元格的内容“%.*s”读不出来",
              "the cell holds \"%.*s\", which cannot be read", ZT_ARG(text));
}

static zt_str child_text(zt_arena *arena, const zt_node *node, const char *name)
{
    const zt_node *child = zt_node_child(node, name);
    return child ? zt_node_text(arena, child) : (zt_str){0};
}

static bool is_percent(const xlsx_reader *r, const zt_node *c)
{
    zt_num style;
    return zt_num_parse(zt_node_attr(c, "s", ""), &style) && !style.decimals && style.scaled >= 0 &&
           (size_t)style.scaled < r->percent.count && r->percent.items[style.scaled];
}

static zt_str shared_text(const xlsx_reader *r, zt_str index, bool *ok)
{
    zt_num n;
    *ok = zt_num_parse(index, &n) && !n.decimals && n.scaled >= 0 &&
          (size_t)n.scaled < r->shared.count;
    return *ok ? r->shared.items[n.scaled] : index;
}

static bool read_number(xlsx_reader *r, const zt_node *c, zt_str stored, zt_cell *cell)
{
    if (!zt_xlsx_number(r->arena, stored, &cell->text))
        return false;
    if (is_percent(r, c))
        cell->text = per_cent(r->arena, cell->text);
    cell->kind = ZT_CELL_NUMBER;
    return true;
}

static void read_content(xlsx_reader *r, const zt_node *c, zt_cell *cell)
{
    zt_str type = zt_node_attr(c, "t", "n"), stored = child_text(r->arena, c, "v");
    bool ok = true;
    cell->text = stored;
    if (zt_str_is(type, "s")) {
        cell->text = shared_text(r, zt_str_trim(stored), &ok);
    } else if (zt_str_is(type, "inlineStr")) {
        cell->text =
            zt_node_child(c, "is") ? rich_text(r->arena, zt_node_child(c, "is")) : (zt_str){0};
    } else if (zt_str_is(type, "e")) {
        cell->kind = ZT_CELL_ERROR;
    } else if (zt_str_is(type, "b")) {
        cell->kind = ZT_CELL_BOOL;
        cell->text = zt_str_is(zt_str_trim(stored), "0") ? ZT_STR("FALSE") : ZT_STR("TRUE");
    } else if (zt_str_is(type, "n") && stored.len) {
        ok = read_number(r, c, stored, cell);
    } else if (zt_str_is(type, "n") && zt_node_child(c, "f")) {
        cell->kind = ZT_CELL_NOT_COUNTED;
    }
    if (!ok)
        refuse_cell(r, cell->at, stored);
    cell->text = ok ? zt_cell_trim(cell->text) : (zt_str){0};
}

/* ---- the grid ---- */

static bool limit(xlsx_reader *r, zt_pos at)
{
    zt_report(r->diags, ZT_ERROR, "limit-cells", at, "工作表太大：上限 %d 行、%d 列",
              "the sheet is too large, the limits are %d lines and %d columns", ZT_TABLE_ROWS,
              ZT_TABLE_COLUMNS);
    return false;
}

static zt_cell *cell_of(xlsx_reader *r, size_t line, size_t column)
{
    while (r->table->lines.count <= line) {
        zt_line none = {0};
        ZT_PUSH(r->arena, &r->table->lines, none);
    }
    zt_line *l = &r->table->lines.items[line];
    if (l->count <= column) {
        zt_cell *wider = ZT_ARRAY(r->arena, column + 1, zt_cell);
        if (l->count)
            memcpy(wider, l->cells, l->count * sizeof *wider);
        r->spent += column + 1 - l->count;
        for (size_t i = l->count; i <= column; i++)
            wider[i].at = cell_at(r, line, i);
        l->cells = wider;
        l->count = column + 1;
    }
    return l->cells + column;
}

/* The last cell of a line first: its room is made once. */
static bool read_row(xlsx_reader *r, const zt_node *row, size_t line)
{
    size_t column = 0, last = 0, named;
    if (line >= ZT_TABLE_ROWS || r->spent > MOST_CELLS)
        return limit(r, cell_at(r, line, 0));
    for (int pass = 0; pass < 2; pass++, column = 0)
        for (const zt_node *c = zt_node_child(row, "c"); c; c = zt_node_sibling(c, "c"), column++) {
            size_t at = column;
            if (zt_cell_name(zt_node_attr(c, "r", ""), &named, &at))
                column = at;
            if (column >= ZT_TABLE_COLUMNS)
                return limit(r, cell_at(r, line, column));
            last = column > last ? column : last;
            if (pass == 0)
                continue;
            cell_of(r, line, last);
            zt_cell *cell = cell_of(r, line, column);
            read_content(r, c, cell);
        }
    return true;
}

static bool read_rows(xlsx_reader *r, const zt_node *data)
{
    size_t line = 0;
    for (const zt_node *row = zt_node_child(data, "row"); row;
         row = zt_node_sibling(row, "row"), line++) {
        zt_num number;
        if (zt_num_parse(zt_node_attr(row, "r", ""), &number) && !number.decimals &&
            number.scaled > 0)
            line = (size_t)number.scaled - 1;
        if (!read_row(r, row, line))
            return false;
    }
    return true;
}

/* Every cell of a merged range shows the first one's text; what lies outside the lines that were
   read shows nothing to anyone. */
static void merge(xlsx_reader *r, zt_str range)
{
    size_t colon = 0, top, left, bottom, right;
    while (colon < range.len && range.data[colon] != ':')
        colon++;
    if (!zt_cell_name(zt_str_slice(range, 0, colon), &top, &left) ||
        !zt_cell_name(zt_str_slice(range, colon + 1, range.len), &bottom, &right) ||
        top >= r->table->lines.count || right >= ZT_TABLE_COLUMNS)
        return;
    zt_cell shown = zt_table_cell(r->table, top, left);
    for (size_t i = top; i <= bottom && i < r->table->lines.count; i++)
        for (size_t k = left; k <= right && r->spent <= MOST_CELLS; k++) {
            if (i == top && k == left)
                continue;
            r->spent++;
            zt_cell *cell = cell_of(r, i, k);
            zt_pos at = cell->at;
            *cell = shown;
            cell->at = at;
            cell->merged = true;
        }
}

static bool read_sheet(xlsx_reader *r, const zt_node *root)
{
    enum { MOST_MERGED = 5000 };
    const zt_node *data = zt_node_child(root, "sheetData");
    if (!data) {
        refuse(r, "sheetData");
        return false;
    }
    if (!read_rows(r, data))
        return false;
    const zt_node *merged = zt_node_child(root, "mergeCells");
    int count = 0;
    for (const zt_node *m = merged ? zt_node_child(merged, "mergeCell") : NULL;
         m && count < MOST_MERGED; m = zt_node_sibling(m, "mergeCell"), count++)
        merge(r, zt_node_attr(m, "ref", ""));
    return r->spent <= MOST_CELLS || limit(r, cell_at(r, 0, 0));
}

bool zt_xlsx_read(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes, zt_str sheet,
                  zt_pos sheet_at, zt_table *table)
{
    xlsx_reader r = {.arena = arena, .diags = diags, .table = table};
    if (!zt_zip_open(diags, path, bytes, &r.zip))
        return false;
    const zt_node *book = part(&r, "xl/workbook.xml", true);
    const zt_node *relations = book ? part(&r, "xl/_rels/workbook.xml.rels", true) : NULL;
    if (!relations)
        return false;
    const zt_node *sheets = zt_node_child(book, "sheets");
    if (!sheets) {
        refuse(&r, "sheets");
        return false;
    }
    const zt_node *chosen = find_sheet(&r, sheets, sheet, sheet_at);
    if (!chosen)
        return false;
    r.sheet = zt_node_attr(chosen, "name", "");
    const zt_node *at = relation(relations, NULL, relation_id(chosen));
    read_strings(&r, relations);
    read_styles(&r, relations);
    const zt_node *root = part(&r, at ? target(&r, at) : "xl/worksheets/sheet1.xml", true);
    return root && read_sheet(&r, root);
}
