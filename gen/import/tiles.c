/* gen/import/tiles.c — a grid of tiles: a name, a row and a column on each line, parted by blanks.
   What begins with # is a remark. */
#include "import/import_imp.h"

#include "base/utf8.h"

/* Beyond it nothing is a picture on a page. */
enum { MOST = 99, TILES_MOST = 1000 };

/* A grid while its lines are read. */
typedef struct tile_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_node *chart;
    const char *path;
    int line;
    size_t count;
    bool good;
} tile_reader;

/* The last word of a line, taken off it with the blanks before it. */
static zt_str last_word(zt_str *line)
{
    size_t from = line->len;
    while (from > 0 && line->data[from - 1] != ' ' && line->data[from - 1] != '\t')
        from--;
    zt_str word = zt_str_slice(*line, from, line->len);
    *line = zt_cell_trim(zt_str_slice(*line, 0, from));
    return word;
}

/* A whole number from 0 to MOST. */
static bool read_place(zt_str word, int *place)
{
    zt_num num;
    if (!zt_num_parse(word, &num) || num.decimals > 0 || num.scaled < 0 || num.scaled > MOST)
        return false;
    *place = (int)num.scaled;
    return true;
}

/* Reports bad-tile at the line. */
static void report_line(tile_reader *r, zt_str line)
{
    zt_report(
        r->diags, ZT_ERROR, "bad-tile", (zt_pos){r->path, r->line, 1},
        "“%.*s”不是“名称 行 列”；行和列是 0 到 %d 的整数，如 万州 2 6",
        "\"%.*s\" is not NAME ROW COLUMN; both are whole numbers from 0 to %d, as in 万州 2 6",
        ZT_ARG(line), MOST);
    r->good = false;
}

/* Reports tile-twice for a name or a place that has stood before. */
static bool is_new(tile_reader *r, zt_str name, zt_str row, zt_str column)
{
    for (const zt_node *n = zt_node_child(r->chart, "tile"); n; n = zt_node_sibling(n, "tile")) {
        bool same_name = zt_str_equal(zt_node_attr(n, "name", ""), name);
        bool same_place = zt_str_equal(zt_node_attr(n, "row", ""), row) &&
                          zt_str_equal(zt_node_attr(n, "column", ""), column);
        if (!same_name && !same_place)
            continue;
        zt_report(r->diags, ZT_ERROR, "tile-twice", (zt_pos){r->path, r->line, 1},
                  "“%.*s”与第 %d 行同名或同位置；每个名称、每个位置只能有一格",
                  "“%.*s” has the name or the place of line %d; a name and a place have one tile",
                  ZT_ARG(name), n->at.line);
        r->good = false;
        return false;
    }
    return true;
}

/* One line; blank ones and remarks are nothing. */
static void read_line(tile_reader *r, zt_str line)
{
    zt_str rest = zt_cell_trim(zt_str_trim(line)), name = rest;
    int row = 0, column = 0;
    if (rest.len == 0 || rest.data[0] == '#')
        return;
    zt_str last = last_word(&name), before = last_word(&name);
    if (!read_place(last, &column) || !read_place(before, &row) || name.len == 0) {
        report_line(r, rest);
        return;
    }
    if (r->count == TILES_MOST) {
        zt_report(r->diags, ZT_ERROR, "limit-cells", (zt_pos){r->path, r->line, 1},
                  "一张图最多 %d 格", "a chart has at most %d tiles", TILES_MOST);
        r->good = false;
        return;
    }
    zt_str row_text = zt_str_from(zt_arena_printf(r->arena, "%d", row));
    zt_str column_text = zt_str_from(zt_arena_printf(r->arena, "%d", column));
    if (!is_new(r, name, row_text, column_text))
        return;
    zt_node *tile = zt_made_node(r->arena, r->chart, "tile", (zt_pos){r->path, r->line, 1});
    zt_made_attr(r->arena, tile, "name", name);
    zt_made_attr(r->arena, tile, "row", row_text);
    zt_made_attr(r->arena, tile, "column", column_text);
    r->count++;
}

bool zt_tiles_fill(zt_arena *arena, zt_diags *diags, zt_node *chart, const char *path, zt_str bytes)
{
    tile_reader r = {.arena = arena, .diags = diags, .chart = chart, .path = path, .good = true};
    size_t valid = zt_utf8_valid_prefix(bytes);
    if (valid < bytes.len) {
        zt_report(diags, ZT_ERROR, "encoding", (zt_pos){path, 1, 1},
                  "不是 UTF-8：第 %zu 字节；请另存为 UTF-8",
                  "not UTF-8 at byte %zu; save it as UTF-8", valid);
        return false;
    }
    if (zt_str_starts(bytes, "\xEF\xBB\xBF"))
        bytes = zt_str_slice(bytes, 3, bytes.len);
    for (size_t at = 0; at < bytes.len;) {
        size_t end = at;
        while (end < bytes.len && bytes.data[end] != '\n')
            end++;
        r.line++;
        read_line(&r, zt_str_slice(bytes, at, end));
        at = end + 1;
    }
    return r.good;
}
