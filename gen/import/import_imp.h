/* gen/import/import_imp.h — private to import/: a table of cells and its readers. */
#ifndef ZT_IMPORT_IMP_H
#define ZT_IMPORT_IMP_H

#include "base/arena.h"
#include "base/num.h"
#include "import/import.h"

/* More is no table for a picture, and hostile. */
enum { ZT_TABLE_ROWS = 200000, ZT_TABLE_COLUMNS = 1024 };

/* A CSV file knows text and nothing else; the rest is of spreadsheets. */
typedef enum zt_grid_cell_kind {
    ZT_CELL_TEXT,
    ZT_CELL_NUMBER,
    /* A date, a time or both, as the format shows them: 2022-06-01, 2022年4月, 08:30. */
    ZT_CELL_DATE,
    ZT_CELL_BOOL,  /* TRUE or FALSE */
    ZT_CELL_ERROR, /* #REF! */
    /* A formula that was stored without its result: no text. */
    ZT_CELL_NOT_COUNTED
} zt_grid_cell_kind;

/* Where what the sheet shows and what it stores part. */
typedef enum zt_cell_quirk {
    ZT_QUIRK_NONE,
    /* The format hides the minus, the text has it. */
    ZT_QUIRK_SIGN,
    /* The format shows nothing for this value; no text, `exact` has it. */
    ZT_QUIRK_BLANK,
    /* 1,5 or 1.234,5: the comma may be that of decimals; only in CSV files. */
    ZT_QUIRK_COMMA,
    /* The format shows a power of ten, the text has all digits. */
    ZT_QUIRK_POWER,
} zt_cell_quirk;

/* What few cells have besides their text; empty what there is not. */
typedef struct zt_cell_extra {
    /* Of a number: as stored, in the look of the text, for decimals= to round. Of a hidden cell:
       its text. */
    zt_str exact;
    /* Of a number whose format shows ¥: 元; its text has no sign. */
    zt_str currency;
    /* Raised letters behind the text that it does not hold: footnote a). */
    zt_str mark;
} zt_cell_extra;

/* One cell as its sheet shows it. Small: a table may have some hundred thousand. */
typedef struct zt_grid_cell {
    /* What is shown; blanks at both ends cut, U+3000 as well. */
    zt_str text;
    zt_pos at;
    const zt_cell_extra *extra; /* NULL: none, as of all cells of a CSV file */
    zt_grid_cell_kind kind;
    zt_cell_quirk quirk;
    /* Shows the text of the first cell of a merged range. */
    bool merged;
    /* Had a text, in a hidden line or column; it is left out. */
    bool hidden;
} zt_grid_cell;
/* A line of the table; lines may be of different lengths. */
typedef struct zt_grid_line {
    zt_grid_cell *cells;
    size_t count;
    bool hidden; /* so are all its cells */
} zt_grid_line;
/* A table as it was read, before anything is known about its columns. */
typedef struct zt_table {
    ZT_VEC(zt_grid_line) lines;
    /* Above range=: a title, a line of units. */
    ZT_VEC(zt_grid_line) around;
    /* Of each column the first cell below the limit of lines; NULL: none. */
    zt_pos *beyond;
} zt_table;

/* The cells of range="B3:F20", both ends within. */
typedef struct zt_area {
    size_t top, left, bottom, right;
} zt_area;

/* The cell, or an empty one at the end of its line. */
zt_grid_cell zt_table_cell(const zt_table *table, size_t line, size_t column);
/* The same as the table keeps it; an empty one is made in the arena. */
const zt_grid_cell *zt_table_cell_kept(zt_arena *arena, const zt_table *table, size_t line,
                                       size_t column);
/* What the cell has besides its text. */
zt_cell_extra zt_cell_extra_of(const zt_grid_cell *cell);
/* Blanks, U+3000 and U+00A0 at both ends are cut: office programs leave them. */
zt_str zt_cell_trim(zt_str text);

/* cell.c: the cells that a chart uses are judged, no others. A cell that can be no value (an error,
   a date, a boolean, a footnote mark in a number) is import-cell, and false is given; what is odd
   is reported. `column` is the column's name. */
bool zt_cell_is_value(zt_diags *diags, const zt_grid_cell *cell, zt_str column);
/* The same for a key: only an error value can be none. */
bool zt_cell_is_key(zt_diags *diags, const zt_grid_cell *cell, zt_str column);
/* How tables write that there is no figure; also an empty cell. */
bool zt_cell_is_missing(zt_str text);
/* The text without the footnote marks at its end: ① ¹ * † [1]; all of it if nothing else is there.
   The 2 of m² is no mark. */
zt_str zt_cell_unmarked(zt_str text);
/* A text of several lines in one: a line feed between Han is nothing, else it is a blank. */
zt_str zt_cell_in_line(zt_arena *arena, zt_str text);
/* The first number of `text` cut to decimals that a zt_num holds, for rounding. */
zt_str zt_cell_shorten(zt_arena *arena, zt_str text);
/* A number that was computed, not measured, prints none of its many decimals: without decimals= it
   is import-decimals, and false is given. decimals= rounds values, and no other columns. */
bool zt_cell_decimals(zt_diags *diags, const zt_grid_cell *cell, bool rounded_here);
/* limit-cells, and false, if the column goes on below the lines that are read. */
bool zt_column_is_whole(zt_diags *diags, const zt_table *table, size_t column);
/* Says which lines and columns are hidden in the sheet (import-hidden). */
void zt_hidden_report(zt_arena *arena, zt_diags *diags, const zt_table *table);

/* container.c: the file as a table, by what it is and not only by its name. `area` is what is
   wanted of it; what lies outside need not be readable. */
bool zt_container_read(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                       zt_str bytes, const zt_area *area, zt_table *table);

/* csv.c: RFC 4180 with LF, CR LF or CR; blanks may stand around quotes. `text` is UTF-8. Reports
   csv-malformed (with the place of the quote), limit-cells; false then. Lines below the area are
   not read. */
bool zt_csv_read(zt_arena *arena, zt_diags *diags, const char *path, zt_str text, char separator,
                 const zt_area *area, zt_table *table);
/* csv_separator.c: what stands between the columns: what a first line sep=; says, else the one of
   comma, semicolon, tab and bar that parts most lines alike, `usual` if several do. '\0' after a
   report: they are parted by full-width commas. */
char zt_csv_separator(zt_diags *diags, const char *path, zt_str text, char usual);
/* The bytes of a first line sep=; with its end, 0 if there is none. */
size_t zt_csv_sep_line(zt_str text, char *separator);

/* made_node.c: the last child of `parent`; its place is in the file that was imported, where a
   mistake in it has to be mended. */
zt_node *zt_made_node(zt_arena *arena, zt_node *parent, const char *name, zt_pos at);
/* Gives it an attribute. */
void zt_made_attr(zt_arena *arena, zt_node *node, const char *name, zt_str text);

/* tiles.c: the places that a grid file gives to names, as <tile name= row= column=> in the chart.
   Reports bad-tile, tile-twice; false then. */
bool zt_tiles_fill(zt_arena *arena, zt_diags *diags, zt_node *chart, const char *path,
                   zt_str bytes);

/* zip.c: the members of a container. Reports xlsx-malformed and gives false. */
typedef struct zt_zip {
    zt_str bytes;
    const char *path;
    /* Offset of the central directory. */
    size_t directory;
    size_t count;
    size_t spent; /* bytes unpacked so far */
} zt_zip;
/* Finds the central directory; reports xlsx-malformed when there is none. */
bool zt_zip_open(zt_diags *diags, const char *path, zt_str bytes, zt_zip *zip);
/* Whether a part of a container is there: absent is often no mistake, broken always is one. */
typedef enum zt_found { ZT_FOUND, ZT_ABSENT, ZT_BROKEN } zt_found;
/* Whether the container has a member of that name. */
bool zt_zip_has(const zt_zip *zip, const char *name);
/* Unpacks one member, at most 16 MiB and all of them together at most 32 MiB. */
zt_found zt_zip_read(zt_arena *arena, zt_diags *diags, zt_zip *zip, const char *name, zt_str *out);

/* xlsx.c: the cells of one sheet within the area; `sheet` empty: the first that is not hidden. */
bool zt_xlsx_read(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                  const zt_area *area, zt_str sheet, zt_pos sheet_at, zt_table *table);
/* "B7" to line and column from 0; false if it is none. */
bool zt_cell_name(zt_str name, size_t *line, size_t *column);

#endif
