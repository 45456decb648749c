/* gen/xml/length.c — lengths as they are written in templates. Millimetres, points, Q and 号
   become points at once; em and per cent stay what they are until the type size is known.
   Everything that reads a length, the grammar's check too, reads it here. */
#include "xml/grammar.h"

#include <string.h>

#include "base/geom.h"
#include "base/num.h"

/* 级, a quarter of a millimetre (JIS Z 8305; CLREQ 2.3.3 字号). */
static const double mm_of_q = 0.25;
/* Points, em or per cent: above 20 m nothing is meant, and coordinates stay printable. */
static const double LONGEST = 60000;

/* Only the names themselves: “五号字” is none. */
double zt_hao_points(zt_str name)
{
    /* The point system of the computer age, GB/T 18358 and the makers' tables. */
    static const struct {
        const char *name;
        double points;
    } sizes[] = {{"初号", 42},  {"小初", 36},  {"一号", 26},   {"小一", 24},
                 {"二号", 22},  {"小二", 18},  {"三号", 16},   {"小三", 15},
                 {"四号", 14},  {"小四", 12},  {"五号", 10.5}, {"小五", 9},
                 {"六号", 7.5}, {"小六", 6.5}, {"七号", 5.5},  {"八号", 5}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (zt_str_is(name, sizes[i].name))
            return sizes[i].points;
    return 0;
}

/* Digits with at most one point between them; *end is the first byte behind. */
static bool read_number(zt_str text, size_t *end, double *out)
{
    size_t at = 0;
    while (at < text.len &&
           ((text.data[at] >= '0' && text.data[at] <= '9') || text.data[at] == '.'))
        at++;
    zt_num num;
    if (at == 0 || text.data[0] == '.' || !zt_num_parse(zt_str_slice(text, 0, at), &num))
        return false;
    *end = at;
    *out = zt_num_double(num);
    return true;
}

/* One sign at most is taken off; a second makes what is left no length. */
zt_str zt_without_sign(zt_str text, bool *negative)
{
    bool minus = text.len > 0 && text.data[0] == '-', plus = text.len > 0 && text.data[0] == '+';
    if (negative)
        *negative = minus;
    return minus || plus ? zt_str_slice(text, 1, text.len) : text;
}

/* The row's own range "low..high", or the usual one of its type. */
zt_range zt_attr_range(const zt_attr *attr)
{
    bool count = attr->type == ZT_ATTR_COUNT, number = attr->type == ZT_ATTR_NUMBER;
    zt_range range = {0, count ? 100 : number ? 1000 : LONGEST};
    if (!attr->values)
        return range;
    zt_str text = zt_str_from(attr->values);
    size_t dots = 0;
    while (dots + 1 < text.len && memcmp(text.data + dots, "..", 2) != 0)
        dots++;
    zt_num num;
    if (zt_num_parse(zt_str_slice(text, 0, dots), &num))
        range.low = zt_num_double(num);
    if (zt_num_parse(zt_str_slice(text, dots + 2, text.len), &num))
        range.high = zt_num_double(num);
    return range;
}

/* A 号 name, or auto. */
static bool parse_named(zt_str text, zt_length *out)
{
    *out = (zt_length){.value = zt_hao_points(text), .unit = ZT_PT};
    if (zt_str_is(text, "auto"))
        out->unit = ZT_AUTO;
    return out->value > 0 || out->unit == ZT_AUTO;
}

/* A number with its unit, which only 0 can do without, else a name: nearly all are numbers. */
bool zt_length_parse(zt_str text, zt_length *out)
{
    static const struct {
        const char *name;
        zt_length_unit unit;
        double factor;
    } units[] = {{"mm", ZT_PT, 72.0 / 25.4},
                 {"pt", ZT_PT, 1},
                 {"em", ZT_EM, 1},
                 {"Q", ZT_PT, mm_of_q * 72.0 / 25.4},
                 {"%", ZT_PERCENT, 1}};
    size_t end;
    double number;
    if (!read_number(text, &end, &number))
        return parse_named(text, out);
    *out = (zt_length){0, ZT_PT};
    zt_str unit = zt_str_slice(text, end, text.len);
    if (unit.len == 0)
        return number <= 0; /* 0 needs no unit */
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!zt_str_is(unit, units[i].name))
            continue;
        *out = (zt_length){number * units[i].factor, units[i].unit};
        return out->value <= LONGEST;
    }
    return false;
}

/* Em and per cent need the `em` of the place that asks, in points. */
bool zt_length_points(zt_length length, double em, double *out)
{
    switch (length.unit) {
    case ZT_PT:
        *out = length.value;
        return true;
    case ZT_EM:
        *out = length.value * em;
        return true;
    case ZT_PERCENT:
        *out = length.value * em / 100;
        return true;
    case ZT_AUTO:
        return false;
    }
    return false;
}
