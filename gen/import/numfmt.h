/* gen/import/numfmt.h — what a spreadsheet shows of a stored number (ECMA-376 part 1, 18.8.30
   and 18.8.31). */
#ifndef ZT_NUMFMT_H
#define ZT_NUMFMT_H

#include "import/import_imp.h"

/* ---- decimal.c: decimals longer than a zt_num, exact ---- */

/* An exact decimal: the digits, and where the point stands among them. Value = 0.d1d2d3… ×
   10^point. */
typedef struct zt_decimal {
    /* The first is not 0; none for nought. */
    char digits[40];
    int count;
    /* Digits before the point; may be negative or beyond count. */
    int point;
    bool minus;
} zt_decimal;

/* Sign, digits, one point, an exponent of at most 40: what a cell stores. */
bool zt_decimal_read(zt_str text, zt_decimal *d);
/* Keeps so many digits, or decimals; half goes away from nought. */
void zt_decimal_keep(zt_decimal *d, int digits);
/* Rounds to so many places behind the point, half away from zero as spreadsheets do. */
void zt_decimal_round(zt_decimal *d, int decimals);
/* All digits, without a sign and without zeros at the end. */
void zt_decimal_print(zt_buf *out, const zt_decimal *d);
/* The digit at 10^place. */
char zt_decimal_digit(const zt_decimal *d, int place);
/* Approximately: to compare and for the time of day. */
double zt_decimal_double(const zt_decimal *d);

/* ---- numfmt_code.c: the sections of a code ---- */

/* Pieces of a format code (ECMA-376 part 1, 18.8.31). */
typedef enum zt_token_kind {
    ZT_TOKEN_LITERAL,
    /* 0 # ?; the character is the text. */
    ZT_TOKEN_DIGIT,
    ZT_TOKEN_POINT,
    ZT_TOKEN_PERCENT,
    ZT_TOKEN_GENERAL,
    ZT_TOKEN_TEXT,     /* @ */
    ZT_TOKEN_FRACTION, /* / between digits */
    ZT_TOKEN_POWER,    /* E+ */
    ZT_TOKEN_YEAR,
    ZT_TOKEN_MONTH,
    /* Of the month; of the week from three letters up. */
    ZT_TOKEN_DAY,
    ZT_TOKEN_WEEKDAY, /* aaa, aaaa */
    ZT_TOKEN_HOUR,
    ZT_TOKEN_MINUTE,
    ZT_TOKEN_SECOND,
    ZT_TOKEN_NOON, /* AM/PM, 上午/下午 */
    ZT_TOKEN_ELAPSED_HOURS,
    ZT_TOKEN_ELAPSED_MINUTES,
    ZT_TOKEN_ELAPSED_SECONDS
} zt_token_kind;

/* A piece of a format code, borrowed from it. */
typedef struct zt_token {
    zt_token_kind kind;
    zt_str text;
} zt_token;

/* What a section makes of a number, which decides what the cell is to the reader of the table. */
typedef enum zt_numfmt_class {
    ZT_FORMAT_GENERAL,
    ZT_FORMAT_NUMBER,
    ZT_FORMAT_PERCENT,
    ZT_FORMAT_DATE,
    ZT_FORMAT_TIME, /* without a date */
    ZT_FORMAT_TEXT,
    ZT_FORMAT_POWER,
    ZT_FORMAT_FRACTION,
    /* Words or nothing, whatever the number is. */
    ZT_FORMAT_LITERAL
} zt_numfmt_class;

/* For which numbers a section is meant. */
typedef enum zt_relation {
    ZT_ANY,
    ZT_LESS,
    ZT_LESS_OR,
    ZT_EQUAL,
    ZT_UNEQUAL,
    ZT_MORE_OR,
    ZT_MORE
} zt_relation;

/* What the code says for one range of numbers. */
typedef struct zt_section {
    ZT_VEC(zt_token) tokens;
    zt_numfmt_class class;
    zt_relation relation; /* [>=10000] */
    double limit;
    bool coloured, grouped;
    /* Commas behind the last digit: each divides by 1000. */
    int thousands;
    int percents;    /* each multiplies by 100 */
    int decimals;    /* places behind the point */
    zt_str currency; /* 元 for ¥; empty if none */
} zt_section;

enum { ZT_SECTIONS = 4 };
/* A format code of up to four sections: by sign, or by conditions; the fourth is for texts. */
typedef struct zt_numfmt {
    zt_section sections[ZT_SECTIONS];
    size_t count; /* at least 1 */
} zt_numfmt;

/* Never fails: what it does not understand is printed as it stands, as spreadsheets do. */
void zt_numfmt_read(zt_arena *arena, zt_str code, zt_numfmt *format);
/* The code of a built-in format as a Chinese Excel has it; "General" for a number that has none. */
const char *zt_numfmt_builtin(unsigned id);

/* ---- numfmt_show.c ---- */

/* A number as its cell shows it. */
typedef struct zt_shown {
    zt_str text, exact, currency;
    zt_grid_cell_kind kind;
    zt_cell_quirk quirk;
} zt_shown;

/* False if what is stored is no number. */
bool zt_numfmt_show(zt_arena *arena, const zt_numfmt *format, bool from_1904, zt_str stored,
                    zt_shown *shown);
/* A text in its format: @"市" puts words around it. */
zt_str zt_numfmt_show_text(zt_arena *arena, const zt_numfmt *format, zt_str text);

/* ---- numfmt_date.c ---- */

/* What the section shows of so many days since the beginning of its calendar; false for days that
   no calendar has. */
bool zt_numfmt_date(zt_arena *arena, const zt_section *section, bool from_1904, double days,
                    zt_str *text);
/* The days of 2022-06-01, 2022-06-01T08:30:00 or T08:30 (ISO 8601, as a cell of type d holds them).
 */
bool zt_days_read(zt_str iso, bool from_1904, double *days, zt_numfmt_class *class);

#endif
