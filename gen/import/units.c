/* gen/import/units.c — units of imported figures: converted only as convert= declares, in exact
   decimals, else equal to the chart's, else an error. A column of 人次 under a chart of 万人次 is
   the slip that costs most, so a column whose unit nobody says is reported as well. It is given
   what chart, import and table say of the unit, and hands on each figure as its item prints it. */
#include "import/rows_imp.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

/* ---- convert= ---- */

/* 人次→万人次, with any of the arrows that people type, into its two sides. False when one of them
   is empty. */
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

/* A canonical text into its scale, a power of ten, and its unit: 万人次 is 4 and 人次. A unit that
   no table knows is taken as it is. */
static void split_unit(zt_str text, int *scale, zt_str *unit)
{
    if (zt_unit_split(text, NULL, scale, unit) == text.len)
        return;
    *scale = 0;
    *unit = zt_str_slice(text, zt_scale_prefix(text, scale), text.len);
}

/* Whether only the scale differs, so that a shift of the decimal point leads from one to the
   other. */
static bool same_base(zt_str a, zt_str b)
{
    zt_str base_a, base_b;
    int scale;
    split_unit(a, &scale, &base_a);
    split_unit(b, &scale, &base_b);
    return zt_str_equal(base_a, base_b);
}

/* One rule of convert=. The scale may change and the unit may not, for then the conversion is
   exact; anything else is bad-convert. A rule that leads to another unit than the chart's is
   passed over: one line may serve several charts. */
static bool read_rule(zt_conversion *c, zt_pos at, zt_str word)
{
    zt_str from, to, unit;
    int from_scale, to_scale;
    bool ok = split_rule(word, &from, &to);
    if (ok) {
        from = zt_unit_canon(c->arena, from);
        to = zt_unit_canon(c->arena, to);
        split_unit(from, &from_scale, &unit);
        split_unit(to, &to_scale, &unit);
        ok = same_base(from, to);
    }
    if (!ok) {
        zt_report(c->diags, ZT_ERROR, "bad-convert", at,
                  "convert 里的“%.*s”不对；应如 人次→万人次，只换量级，不换单位",
                  "\"%.*s\" in convert is wrong; write it like 人次→万人次: the scale may change, "
                  "the unit may not",
                  ZT_ARG(word));
        return false;
    }
    if (c->unit.len && !zt_str_equal(to, c->expected))
        return true; /* a rule for another chart of the same line */
    c->stated = true;
    c->power = from_scale - to_scale;
    if (c->unit.len == 0)
        c->unit = to;
    c->expected = from;
    return true;
}

/* The first rule that leads to the chart's unit. */
static bool read_rules(zt_conversion *c)
{
    zt_str rest = zt_node_attr(c->import, "convert", ""), word, given = rest;
    zt_pos at = zt_node_attr_at(c->import, "convert");
    while (!c->stated && zt_str_word(&rest, &word))
        if (!read_rule(c, at, word))
            return false;
    if (c->stated || given.len == 0)
        return true;
    zt_report(c->diags, ZT_ERROR, "bad-convert", at,
              "convert=\"%.*s\" 换算出来的不是本图的单位“%.*s”",
              "convert=\"%.*s\" does not yield the chart's unit \"%.*s\"", ZT_ARG(given),
              ZT_ARG(c->unit));
    return false;
}

/* ---- what the chart wants ---- */

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

/* Of the <data> or the column of the <table> that the import stands in; empty when it says none.
 */
static zt_str wanted_unit(const zt_node *import)
{
    const zt_node *parent = import->parent;
    while (parent && !zt_node_is(parent, "data") && !zt_node_is(parent, "table"))
        parent = parent->parent;
    if (!parent)
        return (zt_str){0};
    return zt_node_is(parent, "table") ? column_unit(parent) : zt_node_attr(parent, "unit", "");
}

/* ---- what the table says ---- */

/* Reports unit-mismatch, once an import. The hint is one that works: a conversion where only the
   scale differs, else another column or other rows. */
static void report_unit(zt_conversion *c, zt_pos at, zt_str name, zt_str unit)
{
    zt_str to = zt_unit_canon(c->arena, c->unit);
    const char *zh = c->stated ? "convert 从“" : "本图要“",
               *en = c->stated ? "convert is from" : "the chart in";
    if (c->refused)
        return;
    c->refused = true;
    if (same_base(unit, to))
        zt_report(c->diags, ZT_ERROR, "unit-mismatch", at,
                  "“%.*s”的单位是“%.*s”，%.0s%s%.*s”；要换算就写 convert=\"%.*s→%.*s\"",
                  "\"%.*s\" is in \"%.*s\", %s%.0s \"%.*s\"; to convert write "
                  "convert=\"%.*s→%.*s\"",
                  ZT_ARG(name), ZT_ARG(unit), en, zh, ZT_ARG(c->expected), ZT_ARG(unit),
                  ZT_ARG(to));
    else
        zt_report(
            c->diags, ZT_ERROR, "unit-mismatch", at,
            "“%.*s”的单位是“%.*s”，%.0s%s%.*s”，不是一回事；另取一列，或用 where= 选出单位是它的行",
            "\"%.*s\" is in \"%.*s\", %s%.0s \"%.*s\", which is another thing; take another "
            "column, or choose rows in that unit with where=",
            ZT_ARG(name), ZT_ARG(unit), en, zh, ZT_ARG(c->expected));
}

/* Reports unit-mismatch once an import. */
static void report_rows(zt_conversion *c, const zt_import_entry *entry)
{
    if (c->refused)
        return;
    c->refused = true;
    zt_report(c->diags, ZT_ERROR, "unit-mismatch", entry->unit_at,
              "“%.*s”这一行的单位是“%.*s”，前面的是“%.*s”；单位不同的行不能同在一图，用 where= "
              "选出同一单位的",
              "the row \"%.*s\" is in \"%.*s\", those before it in \"%.*s\"; rows of different "
              "units cannot share a chart, choose those of one unit with where=",
              ZT_ARG(entry->unit_of), ZT_ARG(entry->unit), ZT_ARG(c->expected));
}

/* Whether lines around the table name the unit. */
static bool is_claimed(const zt_conversion *c, zt_str unit)
{
    for (size_t i = 0; i < c->columns->claims.list.count; i++)
        if (zt_str_equal(c->columns->claims.list.items[i].unit, unit))
            return true;
    return false;
}

/* Lines above the table name several units, and it is not said which is this column's: that is
   enough if the one wanted is among them, else it is unit-mismatch. */
static bool judge_claims(zt_conversion *c, const zt_mapped_column *v)
{
    if (!v->in_doubt || c->expected.len == 0 || c->declared.len || is_claimed(c, c->expected))
        return true;
    zt_str all = zt_claims_all(c->arena, &c->columns->claims);
    zt_report(c->diags, ZT_ERROR, "unit-mismatch", c->columns->claims.list.items[0].at,
              "表上写的单位有“%.*s”，没有“%.*s”；把这一列的单位写进表头，或写 import 的 unit=",
              "the table names the units \"%.*s\", not \"%.*s\"; write that of the column into its "
              "head, or say unit= in the import",
              ZT_ARG(all), ZT_ARG(c->expected));
    return false;
}

/* 旅客（箱只）under map="v=旅客": brackets behind the name may hold a unit that is not known here.
   As nobody can tell, it is unit-mismatch, unless the name is given whole. */
static bool judge_remark(zt_conversion *c, const zt_mapped_column *v)
{
    zt_str remark = zt_unit_canon(c->arena, v->remark);
    if (remark.len == 0 || v->unit.len || c->expected.len == 0 || c->declared.len ||
        zt_str_equal(remark, c->expected))
        return true;
    zt_report(c->diags, ZT_ERROR, "unit-mismatch", v->at,
              "列“%.*s”后的“（%.*s）”不是已知的单位，也不是“%.*s”；若不是单位，把列名写全：v=%s",
              "behind \"%.*s\" stands (%.*s), neither a known unit nor \"%.*s\"; if it is no unit, "
              "name the column whole: v=%s",
              ZT_ARG(v->name), ZT_ARG(v->remark), ZT_ARG(c->expected),
              zt_name_written(c->arena, v->head));
    return false;
}

/* unit= of the import must not contradict the table. */
static bool judge_declared(zt_conversion *c, zt_str stated, zt_pos at)
{
    if (c->declared.len == 0 || stated.len == 0 || zt_str_equal(c->declared, stated))
        return true;
    zt_report(c->diags, ZT_ERROR, "unit-mismatch", zt_node_attr_at(c->import, "unit"),
              "unit=\"%.*s\"，而表里（第 %d 行）写的是“%.*s”",
              "unit=\"%.*s\", but the table says (line %d) \"%.*s\"", ZT_ARG(c->declared), at.line,
              ZT_ARG(stated));
    c->refused = true;
    return false;
}

/* What the chart wants is settled first, then whether the table agrees. Without a unit in the
   chart the table's own is taken over. */
bool zt_conversion_read(zt_arena *arena, zt_diags *diags, const zt_node *import,
                        const zt_columns *columns, zt_conversion *c)
{
    const zt_mapped_column *v = columns->of + ZT_TO_V;
    zt_num decimals;
    *c = (zt_conversion){.arena = arena, .diags = diags, .import = import, .columns = columns};
    c->unit = wanted_unit(import);
    c->expected = zt_unit_canon(arena, c->unit);
    c->declared = zt_unit_canon(arena, zt_node_attr(import, "unit", ""));
    c->shared = c->unit.len > 0;
    c->decimals = -1;
    if (zt_num_parse(zt_node_attr(import, "decimals", ""), &decimals) && decimals.scaled <= 12)
        c->decimals = (int)decimals.scaled;
    if (!read_rules(c))
        return false;
    if (!v->wanted)
        return true;
    return judge_declared(c, v->unit, v->at) && judge_claims(c, v) && judge_remark(c, v);
}

/* ---- figures ---- */

/* A cell's figure, parted: 近 421 万人次 以上. */
typedef struct cell_figure {
    zt_str before, number, infix, after, left;
    zt_str unit, written; /* with its scale: canonical; as it stands */
    bool range;
    bool scaled; /* the infix stands between scale and unit: 6万余件 */
} cell_figure;

/* Digits and signs that tables have in full width. */
static uint32_t half_width(uint32_t c)
{
    bool wide =
        (c >= 0xFF10 && c <= 0xFF19) || c == 0xFF05 || c == 0xFF0B || c == 0xFF0C || c == 0xFF0E;
    return wide ? c - 0xFEE0 : c;
}

/* Hyphens and minus signs that tables use for minus. */
static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

/* Of either width. */
static bool is_digit(uint32_t c)
{
    c = half_width(c);
    return c >= '0' && c <= '9';
}

/* ASCII digits with at most one point between them, as most cells of a long table are: all of it is
   the number, and none of the words and signs round a figure has to be looked for. */
static bool is_plain(zt_str text)
{
    size_t points = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool point = text.data[i] == '.' && i > 0 && i + 1 < text.len;
        if (!point && (text.data[i] < '0' || text.data[i] > '9'))
            return false;
        points += point;
    }
    return text.len > 0 && points <= 1;
}

/* Digits and signs in half width, one kind of minus, no blanks but between two digits, where
   they part thousands. Plain digits are lent, anything else is in the arena. */
static zt_str clean(zt_arena *arena, zt_str text)
{
    if (is_plain(text))
        return text;
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        size_t next = at;
        uint32_t then = at < text.len ? zt_utf8_next(text, &next) : 0;
        bool behind_digit = out.len && is_digit((unsigned char)out.data[out.len - 1]);
        bool blank =
            c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || c == 0x2009 || c == 0x202F;
        if (blank && !(behind_digit && is_digit(then)))
            continue;
        if (is_dash(c) && is_digit(then) && !behind_digit)
            c = 0x2212;
        zt_buf_utf8(&out, half_width(c));
    }
    return zt_buf_view(&out);
}

/* 5-7, 5至7, 5—7: two figures where one was asked for. */
static bool is_range(zt_str rest)
{
    static const char *const words[] = {"至", "到", "~", "～", "〜", "—", "–", "-", "−", "―"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (zt_str_starts(rest, words[i]) && zt_number_end(rest, size) > size)
            return true;
    }
    return false;
}

/* How many ASCII digits stand there. */
static size_t digits_at(zt_str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.data[end] >= '0' && text.data[end] <= '9')
        end++;
    return end - at;
}

/* 2022年, 2022年6月1日, 6月1日, 2022/6/1, 08:30: a time, of no length. */
static bool is_date(zt_str text)
{
    size_t first = digits_at(text, 0), second;
    zt_str rest = zt_str_slice(text, first, text.len);
    bool year = first == 4 && (text.data[0] == '1' || text.data[0] == '2');
    if (zt_str_starts(rest, "年"))
        return year && (rest.len == 3 || digits_at(rest, 3) > 0);
    if (zt_str_starts(rest, "月"))
        return first > 0 && first < 3 && digits_at(rest, 3) > 0;
    if (rest.len < 2 || !strchr("/.-:", rest.data[0]))
        return false;
    second = digits_at(rest, 1);
    bool again = 1 + second < rest.len && rest.data[1 + second] == rest.data[0];
    if (rest.data[0] == ':')
        return first < 3 && first > 0 && second == 2 && (rest.len == 3 || again);
    return year && second > 0 && second < 3 && again;
}

/* The first bytes, cut off. */
static zt_str cut(zt_str *rest, size_t size)
{
    zt_str part = zt_str_slice(*rest, 0, size);
    *rest = zt_str_slice(*rest, size, rest->len);
    return part;
}

/* The longest unit at the start, known or the one that is expected. */
static size_t unit_end(zt_arena *arena, zt_str rest, zt_str expected)
{
    int scale;
    zt_str unit;
    size_t end = zt_unit_split(rest, NULL, &scale, &unit);
    for (size_t i = rest.len; i > end; i--) {
        zt_str canon = zt_unit_canon(arena, zt_str_slice(rest, 0, i));
        if (zt_is_unit(canon) || (expected.len && zt_str_equal(canon, expected)))
            return i;
    }
    return end;
}

/* False when it begins with no figure. */
static bool part_figure(zt_arena *arena, zt_str text, zt_str expected, cell_figure *f)
{
    zt_str rest = text;
    size_t words = 0, size;
    if (is_plain(text)) {
        *f = (cell_figure){.number = text};
        return true;
    }
    while ((size = zt_before_prefix(zt_str_slice(rest, words, rest.len))) > 0)
        words += size;
    *f = (cell_figure){.before = cut(&rest, words)};
    f->number = cut(&rest, zt_number_end(rest, 0));
    if (f->number.len == 0)
        return false;
    f->range = is_range(rest);
    int power;
    zt_str scale = cut(&rest, zt_scale_prefix(rest, &power));
    f->infix = cut(&rest, zt_infix_prefix(rest));
    if (f->infix.len == 0) {
        rest = zt_str_slice(text, (size_t)(f->number.data - text.data) + f->number.len, text.len);
        f->written = cut(&rest, unit_end(arena, rest, expected));
    } else { /* 6万余件: the scale stands before the infix */
        zt_str unit = cut(&rest, unit_end(arena, rest, expected));
        f->written = zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(scale), ZT_ARG(unit)));
        f->scaled = scale.len > 0;
    }
    f->unit = zt_unit_canon(arena, f->written);
    f->after = cut(&rest, zt_after_prefix(rest));
    f->left = rest;
    return true;
}

/* For order and sums only: what is printed keeps its own digits. */
bool zt_figure_number(const zt_conversion *c, zt_str text, zt_num *num)
{
    cell_figure f;
    int own, chart;
    zt_str unit;
    if (!part_figure(c->arena, clean(c->arena, text), c->expected, &f) ||
        !zt_num_parse(f.number, num))
        return false;
    if (f.unit.len == 0)
        return true;
    split_unit(f.unit, &own, &unit);
    split_unit(zt_unit_canon(c->arena, c->unit), &chart, &unit);
    return zt_num_scale(num, own - chart);
}

/* The number of a figure in the chart's unit. */
static bool convert_number(zt_conversion *c, int power, zt_num *num)
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
    c->rounded += zt_num_compare(exact, *num) != 0;
    return true;
}

/* Reports import-cell; returns false. */
static bool refuse(zt_conversion *c, const zt_grid_cell *cell, const char *zh, const char *en)
{
    zt_report(c->diags, ZT_ERROR, "import-cell", cell->at, "“%.*s”%s%.0s", "\"%.*s\" %.0s%s",
              ZT_ARG(cell->text), zh, en);
    return false;
}

/* The unit that the table says of a bare figure, against the one that is expected. */
static bool judge_source(zt_conversion *c, const zt_import_entry *entry)
{
    const zt_mapped_column *v = c->columns->of + ZT_TO_V;
    zt_str unit = entry->unit.len ? entry->unit : v->unit;
    if (entry->unit.len && !judge_declared(c, entry->unit, entry->unit_at))
        return false;
    if (unit.len == 0)
        unit = c->declared;
    if (unit.len == 0 && zt_str_equal(zt_unit_canon(c->arena, v->remark), c->expected))
        unit = c->expected;
    if (unit.len == 0) {
        if (c->unknown++ == 0)
            c->first = entry->of[ZT_TO_V]->at;
        if (c->foreign.len == 0)
            c->foreign = entry->foreign;
        return true;
    }
    if (c->expected.len == 0) {
        c->expected = c->unit = unit;
        return true;
    }
    if (zt_is_scale(unit)) { /* 人数（万） under 万人 */
        int scale;
        zt_str base;
        split_unit(c->expected, &scale, &base);
        unit = zt_str_from(zt_arena_printf(c->arena, "%.*s%.*s", ZT_ARG(unit), ZT_ARG(base)));
    }
    if (zt_str_equal(unit, c->expected))
        return true;
    if (entry->unit.len && !c->shared && !c->stated)
        report_rows(c, entry);
    else if (entry->unit.len)
        report_unit(c, entry->unit_at, entry->unit_of, unit);
    else
        report_unit(c, v->at, v->name, unit);
    return false;
}

/* Reports unit-mismatch, with the conversion that would mend it where only the scale differs. */
static void report_own(zt_conversion *c, const zt_grid_cell *cell, zt_str unit, zt_str wanted)
{
    if (!c->stated && same_base(unit, wanted))
        zt_report(c->diags, ZT_ERROR, "unit-mismatch", cell->at,
                  "“%.*s”的单位是“%.*s”，本列应为“%.*s”；要换算就写 convert=\"%.*s→%.*s\"",
                  "\"%.*s\" is in \"%.*s\", the column in \"%.*s\"; to convert write "
                  "convert=\"%.*s→%.*s\"",
                  ZT_ARG(cell->text), ZT_ARG(unit), ZT_ARG(wanted), ZT_ARG(unit), ZT_ARG(wanted));
    else
        zt_report(c->diags, ZT_ERROR, "unit-mismatch", cell->at,
                  "“%.*s”的单位是“%.*s”，本列应为“%.*s”",
                  "\"%.*s\" is in \"%.*s\", the column in \"%.*s\"", ZT_ARG(cell->text),
                  ZT_ARG(unit), ZT_ARG(wanted));
}

/* A unit in the cell itself: that of the chart stays as it is, that of the column is converted. */
static bool judge_own(zt_conversion *c, const zt_grid_cell *cell, const zt_import_entry *entry,
                      zt_str unit, bool *as_is)
{
    const zt_mapped_column *v = c->columns->of + ZT_TO_V;
    zt_str chart = zt_unit_canon(c->arena, c->unit), wanted = c->expected;
    int scale;
    if (wanted.len == 0)
        wanted = entry->unit.len ? entry->unit : v->unit;
    zt_str base, given;
    split_unit(wanted, &scale, &base);
    split_unit(unit, &scale, &given);
    c->scaled |= scale != 0;
    *as_is = true;
    if (wanted.len == 0 || zt_str_equal(unit, chart))
        return true;
    if (given.len == 0) { /* 6万 in a column of 万人次 or 人次 */
        unit = zt_str_from(zt_arena_printf(c->arena, "%.*s%.*s", ZT_ARG(unit), ZT_ARG(base)));
        if (zt_str_equal(unit, chart) || zt_str_equal(unit, wanted))
            return true;
    }
    *as_is = !c->stated;
    if (zt_str_equal(unit, wanted))
        return true;
    report_own(c, cell, unit, wanted);
    return false;
}

/* 元 is the unit of 亿元 and 元/人, not of 亿美元. */
static bool is_in_currency(zt_str unit, zt_str currency)
{
    static const char *const others[] = {"美", "港", "日", "欧", "韩", "澳", "加"};
    for (size_t at = 0; at + currency.len <= unit.len; at++) {
        bool other = false;
        if (memcmp(unit.data + at, currency.data, currency.len) != 0)
            continue;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            other |= at >= 3 && zt_str_is(currency, "元") &&
                     memcmp(unit.data + at - 3, others[i], 3) == 0;
        if (!other)
            return true;
    }
    return false;
}

/* A currency that the number's format shows is its unit where nothing else says one; it must not
   be another than what is said. */
static bool judge_currency(zt_conversion *c, const zt_import_entry *entry, zt_str *text)
{
    const zt_grid_cell *cell = entry->of[ZT_TO_V];
    zt_str wanted = c->expected.len   ? c->expected
                    : entry->unit.len ? entry->unit
                    : c->declared.len ? c->declared
                                      : c->columns->of[ZT_TO_V].unit;
    zt_str currency = zt_cell_extra_of(cell).currency;
    if (currency.len == 0 || (wanted.len && is_in_currency(wanted, currency)))
        return true;
    if (wanted.len == 0) {
        *text = zt_str_from(zt_arena_printf(c->arena, "%.*s%.*s", ZT_ARG(*text), ZT_ARG(currency)));
        return true;
    }
    zt_report(c->diags, ZT_ERROR, "unit-mismatch", cell->at,
              "“%.*s”的格式显示的是%.*s，本列应为“%.*s”",
              "the format of \"%.*s\" shows the currency %.*s, the column is in \"%.*s\"",
              ZT_ARG(cell->text), ZT_ARG(currency), ZT_ARG(wanted));
    return false;
}

/* The figure anew, around a converted number. */
static zt_str joined(zt_conversion *c, const cell_figure *f, zt_num num, zt_str unit)
{
    zt_buf out;
    zt_buf_init(&out, c->arena);
    zt_buf_str(&out, f->before);
    zt_num_print(&out, num, false);
    zt_buf_str(&out, f->infix);
    zt_buf_str(&out, unit);
    zt_buf_str(&out, f->after);
    return zt_buf_view(&out);
}

/* The figure with its number in plain digits and all else as it stood. */
static zt_str respelled(zt_conversion *c, zt_str text, const cell_figure *f, zt_num num)
{
    zt_buf out;
    zt_buf_init(&out, c->arena);
    zt_buf_str(&out, f->before);
    zt_num_print(&out, num, false);
    zt_buf_str(&out, zt_str_slice(text, f->before.len + f->number.len, text.len));
    return zt_buf_view(&out);
}

/* What is printed of a cell: as it stands, respelled, or converted, never guessed. */
bool zt_convert(zt_conversion *c, const zt_import_entry *entry, zt_str *text, bool *own)
{
    const zt_grid_cell *cell = entry->of[ZT_TO_V];
    zt_str exact = zt_cell_extra_of(cell).exact;
    cell_figure f;
    zt_num num;
    *own = false;
    *text = clean(c->arena, cell->text);
    if (c->decimals >= 0)
        *text = zt_cell_shorten(c->arena, clean(c->arena, exact.len ? exact : cell->text));
    else if (!zt_cell_decimals(c->diags, cell, true))
        return false;
    if (!judge_currency(c, entry, text))
        return false;
    if (is_date(*text))
        return refuse(c, cell, "是日期或时间，不是数", "is a date or a time, not a figure");
    if (!part_figure(c->arena, *text, c->expected, &f)) {
        if (c->power || c->decimals >= 0)
            return refuse(c, cell, "开头不是数，不能换算或舍入",
                          "does not begin with a figure, so it cannot be converted or rounded");
        return true; /* the model says what it thinks of it, with the cell's place */
    }
    if (f.range)
        return refuse(c, cell, "是两个数（还是日期？）；一格只能有一个数",
                      "is two figures (or a date?); a cell holds one");
    bool as_is = false;
    *own = f.unit.len > 0;
    c->own += *own;
    if (*own ? !judge_own(c, cell, entry, f.unit, &as_is) : !judge_source(c, entry))
        return false;
    int power = as_is ? 0 : c->power;
    if (power == 0 && c->decimals < 0) { /* 1,612.4 is 1612.4 */
        if (zt_num_parse(f.number, &num))
            *text = respelled(c, *text, &f, num);
        return true;
    }
    if (f.left.len || f.scaled)
        return refuse(c, cell, "只懂开头的数，不能换算或舍入",
                      "is only understood at its beginning, so it cannot be converted or rounded");
    if (!zt_num_parse(f.number, &num) || !convert_number(c, power, &num))
        return refuse(c, cell, "换算后位数太多", "has too many digits when converted");
    *text = joined(c, &f, num, !*own ? (zt_str){0} : as_is ? f.written : c->unit);
    return true;
}

/* ---- what nobody says ---- */

/* One finding for the column, in the words that fit why its unit is not known. */
void zt_conversion_close(const zt_conversion *c)
{
    const zt_mapped_column *v = c->columns->of + ZT_TO_V;
    bool doubtful = (v->in_doubt || (v->remark.len && v->unit.len == 0)) && c->declared.len == 0;
    if (c->unknown == 0 || c->stated || c->declared.len ||
        !(c->shared || doubtful || c->own || c->foreign.len))
        return;
    zt_pos at = v->at.file ? v->at : c->first;
    if (v->in_doubt)
        zt_report(c->diags, ZT_WARNING, "unit-unknown", at,
                  "表上写的单位有“%.*s”，没有说“%.*s”是哪一个；把单位写进表头，或写在 import 的 "
                  "unit= 里",
                  "the table names the units \"%.*s\" and does not say which is that of \"%.*s\"; "
                  "write it into the head, or as unit= in the import",
                  ZT_ARG(zt_claims_all(c->arena, &c->columns->claims)), ZT_ARG(v->name));
    else if (c->foreign.len && !c->shared)
        zt_report(c->diags, ZT_WARNING, "unit-unknown", at,
                  "“%.*s”没有写单位（各行的“%.*s”不是它的）；写进表头，或写 import 的 unit=，如 "
                  "unit=\"%%\"",
                  "\"%.*s\" has no unit (\"%.*s\" of the rows is not its own); write it into the "
                  "head, or as unit= in the import, such as unit=\"%%\"",
                  ZT_ARG(v->name), ZT_ARG(c->foreign));
    else if (c->own && !c->shared)
        zt_report(
            c->diags, c->scaled ? ZT_ERROR : ZT_WARNING, "unit-unknown", c->first,
            "“%.*s”一列有的值写明单位，有 %zu 个没有（这是第一个）；都一样就在 import 里写 "
            "unit=，不一样就在表里各自写明",
            "in the column \"%.*s\" some figures say their unit and %zu do not, of which this "
            "is the first; if all are alike, write unit= in the import, else the unit beside each",
            ZT_ARG(v->name), c->unknown);
    else if (c->shared)
        zt_report(
            c->diags, ZT_WARNING, "unit-unknown", at,
            "表里没有说“%.*s”用什么单位，当作“%.*s”；属实就在 import 里写 unit=\"%.*s\"，"
            "或在表头写明",
            "the table does not say in what \"%.*s\" is given; taken as \"%.*s\". If so, write "
            "unit=\"%.*s\" in the import, or the unit into the head",
            ZT_ARG(v->name), ZT_ARG(c->unit), ZT_ARG(c->unit));
    else
        zt_report(
            c->diags, ZT_WARNING, "unit-unknown", at,
            "“%.*s”后的“（%.*s）”不是已知的单位，没有印出；是单位就写在 <data> 的 unit= 里，"
            "不是就把列名写全：v=%s",
            "behind \"%.*s\" stands (%.*s), which is no known unit and is not printed; if it is "
            "one, write it as unit= of <data>; if not, name the column whole: v=%s",
            ZT_ARG(v->name), ZT_ARG(v->remark), zt_name_written(c->arena, v->head));
}
