/* gen/template/size.c — attributes as values: words, counts, lengths in points, gaps of the
   scale. The readers of themes and templates ask here for one attribute of a node and get its
   value, or the grammar's initial one. A value that will not do is reported at its own place,
   once, and a harmless one is handed out, so that reading goes on to the next mistake. */
#include "template/reader_imp.h"

#include <math.h>
#include <string.h>

#include "base/geom.h"
#include "base/num.h"
#include "base/utf8.h"

/* The grammar's row of the attribute. */
static const zt_attr *attr_row(const zt_node *node, const char *attr)
{
    const zt_elem *row = zt_grammar_elem(node);
    for (const zt_attr *a = row ? row->attrs : NULL; a != NULL && a->name != NULL; a++)
        if (a->name[0] == attr[0] && strcmp(a->name, attr) == 0)
            return a;
    return NULL;
}

/* An error already stands at that value: the grammar check complained, or a reader did before. */
static bool is_refused(const zt_reader *r, zt_pos at)
{
    for (size_t i = 0; i < zt_diags_count(r->diags); i++) {
        const zt_diag *d = zt_diags_at(r->diags, i);
        if (d->severity == ZT_ERROR && d->pos.line == at.line && d->pos.column == at.column &&
            zt_str_is(zt_str_from(d->pos.file), at.file))
            return true;
    }
    return false;
}

/* An initial value has no place of its own, so that what is said about it points at the element. */
zt_field zt_read_field(zt_reader *r, const zt_node *node, const char *attr)
{
    const zt_attr_value *value = zt_node_find(node, attr);
    if (value != NULL && is_refused(r, value->value_at))
        return (zt_field){.at = value->value_at};
    if (value != NULL)
        return (zt_field){value->value, value->value_at, true};
    const zt_attr *row = attr_row(node, attr);
    if (row == NULL || row->initial == NULL || strcmp(row->initial, ZT_REQUIRED) == 0)
        return (zt_field){.at = node->at};
    return (zt_field){zt_str_from(row->initial), node->at, false};
}

/* Also moves the column on, so that a mistake in the third word is reported there. */
bool zt_field_word(zt_field *rest, zt_field *word)
{
    zt_str before = rest->text;
    *word = *rest;
    if (rest->text.data == NULL)
        return false;
    bool found = zt_str_word(&rest->text, &word->text);
    if (!rest->given)
        return found;
    const char *word_start = found ? word->text.data : rest->text.data;
    size_t skipped = (size_t)(word_start - before.data);
    size_t used = (size_t)(rest->text.data - before.data);
    word->at.column += (int)zt_utf8_count(zt_str_slice(before, 0, skipped));
    rest->at.column += (int)zt_utf8_count(zt_str_slice(before, 0, used));
    return found;
}

/* A copy in the reader's arena, for values in the tree are not ended by NUL. */
const char *zt_read_name(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    if (field.text.data == NULL)
        return NULL;
    return zt_str_copy(r->arena, field.text).data;
}

bool zt_read_yes(zt_reader *r, const zt_node *node, const char *attr)
{
    return zt_str_is(zt_read_field(r, node, attr).text, "yes");
}

/* The index of the word in a blank-separated list, -1 when it is not there. */
static int place_in_list(const char *list, zt_str word)
{
    zt_str rest = zt_str_from(list), item;
    for (int i = 0; zt_str_word(&rest, &item); i++)
        if (zt_str_equal(item, word))
            return i;
    return -1;
}

/* The order of `values` in the grammar is the order of the C enumeration that the caller maps it
   to. */
int zt_read_enum(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    const zt_attr *row = attr_row(node, attr);
    int place = row ? place_in_list(row->values, field.text) : -1;
    return place < 0 ? 0 : place;
}

/* A word that stands there twice is repeated-name, and counts once. Words that the grammar does
   not know were reported by its check. */
size_t zt_read_enums(zt_reader *r, const zt_node *node, const char *attr, int *out, size_t room)
{
    zt_field rest = zt_read_field(r, node, attr), word;
    const zt_attr *row = attr_row(node, attr);
    size_t count = 0;
    while (row != NULL && zt_field_word(&rest, &word)) {
        int place = place_in_list(row->values, word.text);
        bool repeated = false;
        for (size_t i = 0; i < count; i++)
            repeated = repeated || out[i] == place;
        if (repeated)
            zt_report(r->diags, ZT_ERROR, "repeated-name", word.at, "“%.*s”写了两次",
                      "“%.*s” stands here twice", ZT_ARG(word.text));
        else if (place >= 0 && count < room)
            out[count++] = place;
    }
    return count;
}

/* False also for the marks that stand for a missing number in data: a template has no use for
   them. */
bool zt_number_parse(zt_str text, double *out)
{
    zt_num num;
    if (!zt_num_parse(text, &num) || num.state != ZT_NUM_GIVEN)
        return false;
    *out = zt_num_double(num);
    return true;
}

/* At most 10,000: more columns or lines than that are a slip of the keyboard. A number with
   decimals is refused by the grammar check. */
int zt_read_count(zt_reader *r, const zt_node *node, const char *attr, int least)
{
    enum { MOST = 10000 };
    zt_field field = zt_read_field(r, node, attr);
    double value;
    if (field.text.data == NULL || !zt_number_parse(field.text, &value))
        return least;
    if (value >= least && value <= MOST)
        return (int)value;
    zt_report(r->diags, ZT_ERROR, "bad-number", field.at, "“%.*s”不可用：应为 %d 至 %d 的整数",
              "“%.*s” will not do: a whole number from %d to %d is wanted", ZT_ARG(field.text),
              least, (int)MOST);
    return least;
}

/* No number that a template gives can be negative; where a sign is allowed, it is a SHIFT. */
double zt_read_number(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    double value;
    if (field.text.data == NULL || !zt_number_parse(field.text, &value))
        return 0;
    if (value >= 0)
        return value;
    zt_report(r->diags, ZT_ERROR, "bad-number", field.at, "“%.*s”不可用：不能小于 0",
              "“%.*s” will not do: it cannot be below 0", ZT_ARG(field.text));
    return 0;
}

/* ---- lengths ---- */

/* Points of a length that needs no type size: em and per cent have none here. */
static bool is_absolute(zt_str text, double *points)
{
    zt_length length;
    double zero;
    if (zt_number_parse(text, &zero) && zero == 0) {
        *points = 0;
        return true;
    }
    if (!zt_length_parse(text, &length) || length.unit != ZT_PT || length.value < 0)
        return false;
    *points = length.value;
    return true;
}

/* Reports bad-length. */
bool zt_word_length(zt_reader *r, zt_str word, zt_pos at, double *out)
{
    if (is_absolute(word, out))
        return true;
    zt_report(
        r->diags, ZT_ERROR, "bad-length", at,
        "“%.*s”不是此处可用的长度：应为不小于 0 的 mm、pt、Q 或号，如 12mm、9pt、小五",
        "“%.*s” is no length for this place: mm, pt, Q or a 号 name, not negative, as in 12mm, "
        "9pt, 小五",
        ZT_ARG(word));
    return false;
}

double zt_read_length(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    double points = 0;
    if (field.text.data != NULL)
        zt_word_length(r, field.text, field.at, &points);
    return points;
}

/* The sign is taken off first, for lengths have none; it is put back in points. */
double zt_read_shift(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    bool negative;
    double points = 0;
    if (field.text.data != NULL)
        zt_word_length(r, zt_without_sign(field.text, &negative), field.at, &points);
    return points == 0 ? 0 : negative ? -points : points;
}

/* ---- gaps ---- */

/* What is wrong with a gap; each has a message of its own. */
typedef enum gap_fault { GAP_FINE, GAP_MALFORMED, GAP_NO_STEP, GAP_REVERSED } gap_fault;

/* 0 is always a step. */
static bool is_step(const zt_theme *theme, double value)
{
    if (value == 0)
        return true;
    for (size_t i = 0; i < theme->gap_step_count; i++)
        if (fabs(theme->gap_steps[i] - value) < 1e-9)
            return true;
    return false;
}

/* A step of the scale or a length, in points. */
static gap_fault parse_gap_end(const zt_theme *theme, zt_str text, double *points)
{
    double value;
    if (!zt_number_parse(text, &value))
        return is_absolute(text, points) ? GAP_FINE : GAP_MALFORMED;
    *points = value * theme->gap_base;
    return is_step(theme, value) ? GAP_FINE : GAP_NO_STEP;
}

/* One end, or two with ".." between them: the natural gap and its ceiling. */
static gap_fault parse_gap(const zt_theme *theme, zt_str text, zt_gap *out)
{
    text = zt_str_trim(text);
    size_t dots = text.len;
    for (size_t i = 0; i + 1 < text.len && dots == text.len; i++)
        if (text.data[i] == '.' && text.data[i + 1] == '.')
            dots = i;
    gap_fault fault = parse_gap_end(theme, zt_str_slice(text, 0, dots), &out->natural);
    out->ceiling = out->natural;
    if (fault != GAP_FINE || dots == text.len)
        return fault;
    fault = parse_gap_end(theme, zt_str_slice(text, dots + 2, text.len), &out->ceiling);
    if (fault == GAP_FINE && out->ceiling < out->natural)
        return GAP_REVERSED;
    return fault;
}

/* The same gaps as in templates, for parameters of blocks; says nothing, and *out is untouched
   when false. */
bool zt_theme_gap(const zt_theme *theme, zt_str text, zt_gap *out)
{
    zt_gap gap = {0};
    if (parse_gap(theme, text, &gap) != GAP_FINE)
        return false;
    *out = gap;
    return true;
}

/* Reports bad-gap with the steps of the theme. */
static void report_gap(zt_reader *r, gap_fault fault, const zt_field *field)
{
    zt_buf steps;
    zt_buf_init(&steps, r->arena);
    zt_buf_puts(&steps, "0");
    for (size_t i = 0; i < r->theme->gap_step_count; i++) {
        zt_buf_putc(&steps, ' ');
        zt_buf_number(&steps, r->theme->gap_steps[i], 3);
    }
    switch (fault) {
    case GAP_FINE:
        break;
    case GAP_MALFORMED:
        zt_report(
            r->diags, ZT_ERROR, "bad-gap", field->at,
            "“%.*s”不是间距：应为级数（%s）、长度，或两者的范围，如 3..5、4mm..6mm",
            "“%.*s” is no gap: a step (%s), a length, or a range of them is wanted, as in 3..5, "
            "4mm..6mm",
            ZT_ARG(field->text), steps.data);
        break;
    case GAP_NO_STEP:
        zt_report(r->diags, ZT_ERROR, "bad-gap", field->at,
                  "“%.*s”不在主题的间距级数中；可用：%s，或写成长度",
                  "“%.*s” is no step of the theme's scale; there are: %s, or write a length",
                  ZT_ARG(field->text), steps.data);
        break;
    case GAP_REVERSED:
        zt_report(r->diags, ZT_ERROR, "bad-gap", field->at, "“%.*s”：上限小于自然值",
                  "“%.*s”: the ceiling is below the natural gap", ZT_ARG(field->text));
        break;
    }
}

/* No gap after a report: reading goes on. */
static zt_gap gap_of_field(zt_reader *r, const zt_field *field)
{
    zt_gap gap = {0};
    if (field->text.data == NULL)
        return gap;
    gap_fault fault = parse_gap(r->theme, field->text, &gap);
    report_gap(r, fault, field);
    return gap;
}

zt_gap zt_read_gap(zt_reader *r, const zt_node *node, const char *attr)
{
    zt_field field = zt_read_field(r, node, attr);
    return gap_of_field(r, &field);
}

/* Of a gap with a ceiling only the natural part counts: an inset does not grow. */
void zt_read_sides(zt_reader *r, const zt_node *node, const char *attr, zt_sides_of of,
                   double out[4])
{
    /* Which of the values given serves top, right, bottom and left, as in CSS 2.1, 8.3. */
    static const size_t serves[5][4] = {
        {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    zt_field whole = zt_read_field(r, node, attr), rest = whole, word;
    double values[4] = {0};
    size_t count = 0;
    while (zt_field_word(&rest, &word)) {
        if (count == 4) {
            zt_report(r->diags, ZT_ERROR, "bad-value", word.at,
                      "“%.*s”：至多四个值，依次为上、右、下、左",
                      "“%.*s”: four values at most: top, right, bottom, left", ZT_ARG(whole.text));
            break;
        }
        if (of == ZT_SIDES_GAPS)
            values[count] = gap_of_field(r, &word).natural;
        else
            zt_word_length(r, word.text, word.at, &values[count]);
        count++;
    }
    for (size_t i = 0; i < 4; i++)
        out[i] = values[serves[count][i]];
}

/* Width and height, both above 0, in points. False after bad-length, or when the attribute is
   missing, which the grammar check has said. */
bool zt_read_pair(zt_reader *r, const zt_node *node, const char *attr, double out[2])
{
    zt_field whole = zt_read_field(r, node, attr), rest = whole, word;
    size_t count = 0;
    while (zt_field_word(&rest, &word)) {
        if (count < 2 && !zt_word_length(r, word.text, word.at, &out[count]))
            return false;
        count++;
    }
    if (count == 0)
        return false; /* a missing or empty attribute: the grammar check said so */
    if (count == 2 && out[0] > 0 && out[1] > 0)
        return true;
    zt_report(r->diags, ZT_ERROR, "bad-length", whole.at,
              "“%.*s”不可用：应为两个大于 0 的长度，如 390mm 540mm",
              "“%.*s” will not do: two lengths above 0 are wanted, as in 390mm 540mm",
              ZT_ARG(whole.text));
    return false;
}
