/* Units of imported figures: converted only as convert= declares, in exact decimals, else equal to
   the chart's, else an error. A column of 人次 under a chart of 万人次 is the slip that costs most.
 */
#include "import/import_imp.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

/* ---- convert= ---- */

static bool split_rule(zt_str word, zt_str *from, zt_str *to)
{
    static const char *const arrows[] = {"→", "->", "=>"};
    for (size_t at = 0; at < word.len; at++)
        for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++)
            if (zt_str_starts(zt_str_slice(word, at, word.len), arrows[i])) {
                *from = zt_str_slice(word, 0, at);
                *to = zt_str_slice(word, at + strlen(arrows[i]), word.len);
                return from->len > 0 && to->len > 0;
            }
    return false;
}

static void split_unit(zt_str text, int *scale, zt_str *unit)
{
    if (zt_unit_split(text, NULL, scale, unit) == text.len)
        return;
    *scale = 0;
    *unit = zt_str_slice(text, zt_scale_prefix(text, scale), text.len);
}

static bool read_rule(zt_diags *diags, zt_pos at, zt_str word, zt_conversion *c)
{
    zt_str from, to, from_unit, to_unit;
    int from_scale, to_scale;
    bool ok = split_rule(word, &from, &to);
    if (ok) {
        split_unit(from, &from_scale, &from_unit);
        split_unit(to, &to_scale, &to_unit);
        ok = zt_str_equal(from_unit, to_unit);
    }
    if (!ok) {
        zt_report(diags, ZT_ERROR, "bad-convert", at,
                  "convert 里的“%.*s”不对；应如 人次→万人次，只换量级，不换单位",
                  "\"%.*s\" in convert is wrong; write it like 人次→万人次: the scale may change, "
                  "the unit may not",
                  ZT_ARG(word));
        return false;
    }
    if (c->unit.len && !zt_str_equal(to, c->unit))
        return true; /* a rule for another chart of the same line */
    c->said = true;
    c->from = from;
    c->unit = to;
    c->power = from_scale - to_scale;
    return true;
}

static void report_head(zt_diags *diags, const zt_column *column, zt_str wanted)
{
    zt_report(diags, ZT_ERROR, "unit-mismatch", column->at,
              "“%.*s”这一列的单位是“%.*s”，本图要“%.*s”；要换算就写 convert=\"%.*s→%.*s\"",
              "the column \"%.*s\" is in \"%.*s\", the chart in \"%.*s\"; to convert write "
              "convert=\"%.*s→%.*s\"",
              ZT_ARG(column->name), ZT_ARG(column->unit), ZT_ARG(wanted), ZT_ARG(column->unit),
              ZT_ARG(wanted));
}

static bool read_rules(zt_diags *diags, const zt_node *import, zt_conversion *c)
{
    zt_str rest = zt_node_attr(import, "convert", ""), word, given = rest;
    zt_pos at = zt_node_attr_at(import, "convert");
    while (!c->said && zt_str_word(&rest, &word))
        if (!read_rule(diags, at, word, c))
            return false;
    if (c->said || given.len == 0)
        return true;
    zt_report(diags, ZT_ERROR, "bad-convert", at, "convert=\"%.*s\" 换算出来的不是本图的单位“%.*s”",
              "convert=\"%.*s\" does not yield the chart's unit \"%.*s\"", ZT_ARG(given),
              ZT_ARG(c->unit));
    return false;
}

/* Of a table the column that takes v: the one that says so, else the second. */
static zt_str column_unit(const zt_node *table)
{
    const zt_node *found = NULL;
    size_t count = 0;
    for (const zt_node *n = table->first; n; n = n->next)
        for (const zt_node *c = zt_node_is(n, "columns") ? n->first : n; c;
             c = zt_node_is(n, "columns") ? c->next : NULL) {
            if (!zt_node_is(c, "column"))
                continue;
            bool says = zt_str_is(zt_node_attr(c, "from", ""), "v");
            if (says || (count == 1 && !found))
                found = c;
            count++;
        }
    return found ? zt_node_attr(found, "unit", "") : (zt_str){0};
}

static zt_str wanted_unit(const zt_node *import)
{
    const zt_node *parent = import->parent;
    while (parent && !zt_node_is(parent, "data") && !zt_node_is(parent, "table"))
        parent = parent->parent;
    if (!parent)
        return (zt_str){0};
    return zt_node_is(parent, "table") ? column_unit(parent) : zt_node_attr(parent, "unit", "");
}

bool zt_conversion_read(zt_diags *diags, const zt_node *import, const zt_column *column,
                        zt_conversion *c)
{
    zt_num decimals;
    c->unit = wanted_unit(import);
    c->shared = c->unit.len > 0;
    c->decimals = -1;
    if (zt_num_parse(zt_node_attr(import, "decimals", ""), &decimals) && decimals.scaled <= 12)
        c->decimals = (int)decimals.scaled;
    if (!read_rules(diags, import, c))
        return false;
    zt_str wanted = c->said ? c->from : c->unit;
    if (column->unit.len && wanted.len && !zt_str_equal(column->unit, wanted)) {
        report_head(diags, column, wanted);
        return false;
    }
    if (c->unit.len == 0)
        c->unit = column->unit;
    return true;
}

/* ---- figures ---- */

bool zt_first_number(zt_str text, zt_num *num, size_t *first, size_t *end)
{
    for (size_t at = 0; at < text.len; zt_utf8_next(text, &at)) {
        *end = zt_number_end(text, at);
        if (*end == at)
            continue;
        *first = at;
        return zt_num_parse(zt_str_slice(text, at, *end), num);
    }
    return false;
}

static void report_cell(zt_diags *diags, const zt_cell *cell, zt_str unit, zt_str wanted)
{
    zt_report(diags, ZT_ERROR, "unit-mismatch", cell->at, "“%.*s”的单位是“%.*s”，本列应为“%.*s”",
              "\"%.*s\" is in \"%.*s\", the column in \"%.*s\"", ZT_ARG(cell->text), ZT_ARG(unit),
              ZT_ARG(wanted));
}

/* The number of a figure in the chart's unit. */
static bool convert_number(const zt_conversion *c, int power, zt_num *num)
{
    if (power) {
        if (!zt_num_scale(num, power))
            return false;
        /* Zeros that the shift brought behind the point were never measured. */
        if (power < 0)
            zt_num_trim(num);
    }
    zt_num exact = *num;
    if (c->decimals >= 0 && !zt_num_round(num, c->decimals, ZT_ROUND_HALF_UP))
        return false;
    *c->rounded += zt_num_compare(exact, *num) != 0;
    return true;
}

/* A unit in the cell itself: that of the chart stays as it is, that of the column is converted. */
static bool judge_unit(zt_diags *diags, const zt_conversion *c, const zt_cell *cell, zt_str unit,
                       bool *as_is)
{
    zt_str wanted = c->said ? c->from : c->unit;
    *as_is = unit.len > 0 && (!c->said || zt_str_equal(unit, c->unit));
    if (unit.len == 0 || wanted.len == 0 || zt_str_equal(unit, c->unit) ||
        zt_str_equal(unit, wanted))
        return true;
    report_cell(diags, cell, unit, wanted);
    return false;
}

/* A cell's figure in the chart's unit: in what is shown, or in all that is stored when decimals=
   rounds it. */
static bool convert_text(zt_arena *arena, zt_diags *diags, const zt_conversion *c,
                         const zt_cell *cell, zt_str *text)
{
    zt_num num;
    size_t first, end;
    if (!zt_first_number(*text, &num, &first, &end))
        return true; /* the model says what it thinks of it, with the cell's place */
    zt_str behind = zt_str_slice(*text, end, text->len), unit;
    int scale;
    /* 以上 and 左右 are no units: only what the table knows is judged here. */
    bool is_unit = zt_unit_split(behind, NULL, &scale, &unit) == behind.len && behind.len;
    bool as_is;
    if (!judge_unit(diags, c, cell, is_unit ? behind : (zt_str){0}, &as_is))
        return false;
    if (as_is && c->decimals < 0)
        return true;
    if (!convert_number(c, as_is ? 0 : c->power, &num)) {
        zt_report(diags, ZT_ERROR, "import-cell", cell->at, "“%.*s”换算后位数太多",
                  "\"%.*s\" has too many digits when converted", ZT_ARG(cell->text));
        return false;
    }
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_str(&out, zt_str_slice(*text, 0, first));
    zt_num_print(&out, num, false);
    zt_buf_str(&out, is_unit && !as_is ? c->unit : behind);
    *text = zt_buf_view(&out);
    return true;
}

bool zt_convert(zt_arena *arena, zt_diags *diags, const zt_conversion *c, const zt_cell *cell,
                zt_str *text)
{
    *text = cell->text;
    if (c->decimals >= 0)
        *text = zt_cell_shorten(arena, cell->exact.len ? cell->exact : cell->text);
    else if (!zt_cell_decimals(diags, cell))
        return false;
    return convert_text(arena, diags, c, cell, text);
}
