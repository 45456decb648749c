/* From which changes the figure before may be computed, and how it is printed then. Given a value
   and its change; hands on the base with its words, and for check_base.c the reason why there is
   none. Only a growth that was understood whole counts: a base that is guessed would be drawn as if
   it had been reported. */
#include <math.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/calc.h"
#include "model/quantity.h"

/* Why the figure before is not computed, in both languages of the diagnostics; zh NULL: no reason.
 */
typedef struct reason {
    const char *zh, *en;
} reason;

/* Why the phrase is no growth of the value; NULL when it is one. */
static reason of_saying(const zt_quantity *change)
{
    switch (change->says) {
    case ZT_SAYS_LEVEL:
    case ZT_SAYS_FROM_TO:
        return (reason){"说的是到了多少，不是变了多少",
                        "says where it stands, not by how much it changed"};
    case ZT_SAYS_RATE:
        return (reason){"说的是增速、降幅或差额的变化",
                        "is a change of a growth, not of the value"};
    case ZT_SAYS_COMPARISON:
        return (reason){"是与别的对象相比", "compares with another thing"};
    case ZT_SAYS_PROGRESS:
        return (reason){"说的是完成了多少", "says how much of a plan is done"};
    case ZT_SAYS_STATEMENT:
        return (reason){"没有数值", "has no number"};
    case ZT_SAYS_PLAIN:
    case ZT_SAYS_RATIO:
        break;
    }
    return (reason){0};
}

/* Only an exact number in per cent or in 倍 gives a base by division; a decrease of 100% or more
   would divide by zero or less. */
static reason of_number(const zt_quantity *change)
{
    int64_t factor = zt_calc_factor(change->unit);
    if (!change->has_number)
        return (reason){"没有数值", "has no number"};
    if (change->range_to)
        return (reason){"是一个范围", "is a range"};
    if (change->bound != ZT_EXACT || change->approx)
        return (reason){"不是确数", "is not exact"};
    if (factor == 0 || zt_unit_is_points(change->unit))
        return (reason){"不是百分数或倍数", "is not in per cent or 倍"};
    zt_num all = {-factor, 0, ZT_NUM_GIVEN};
    if (zt_num_compare(change->value, all) <= 0)
        return (reason){"减去了全部", "leaves nothing"};
    return (reason){0};
}

/* What the change is against. */
static reason of_basis(const zt_quantity *change)
{
    if (change->other_basis)
        return (reason){"比的不是去年同期、上期、年初或计划", "is against a base without a name"};
    if (change->basis == ZT_BASIS_NONE)
        return (reason){"没有说和什么比，写 basis=", "does not say against what, write basis="};
    if (change->per.len > 0)
        return (reason){"是几年的平均", "is an average over several years"};
    return (reason){0};
}

/* The value that changed must itself be one known number. */
static reason of_value(const zt_quantity *value)
{
    if (!value || !value->has_number || value->range_to || value->status == ZT_MISSING)
        return (reason){"它所说的值不是一个数", "belongs to a value that is not one number"};
    return (reason){0};
}

/* Asks for the reasons in the order in which they explain best: what the phrase says, its number,
   what it compares with, the value that it belongs to. Where the author wrote vs= the base is
   known and the comparison is not asked about. */
bool zt_change_gives_base(const zt_quantity *change, const zt_quantity *value, const char **zh,
                          const char **en)
{
    reason why = of_saying(change);
    if (!why.zh)
        why = of_number(change);
    if (!why.zh && !change->vs_value)
        why = of_basis(change);
    if (!why.zh)
        why = of_value(value);
    *zh = why.zh;
    *en = why.en;
    return !why.zh;
}

/* The figure before as a full number, 148000 of 14.8万人次. vs= wins over what follows from the
   change; a growth of −100 % or less has no base, and gives 0. */
static double base_value(const zt_quantity *value, const zt_quantity *change)
{
    const zt_quantity *vs = change->vs_value;
    if (vs && vs->has_number && vs->unit.len + value->unit.len > 0) {
        double base = zt_num_double(vs->value);
        /* vs="14.8" beside 46.3万人次 is 14.8万人次. */
        return vs->scale == 0 && vs->unit.len == 0 ? base * pow(10, value->scale) : base;
    }
    double growth = zt_num_double(change->value) / (double)zt_calc_factor(change->unit);
    return growth > -1 ? zt_num_double(value->value) / (1 + growth) : 0;
}

/* As the value is printed: with its scale, its unit and its decimals. */
static zt_str base_text(zt_arena *arena, const zt_quantity *value, const zt_quantity *change,
                        double base)
{
    const zt_quantity *vs = change->vs_value;
    zt_str after = zt_str_slice(value->text, value->figure_end, value->text.len);
    if (vs && vs->unit.len > 0)
        return vs->text;
    if (vs)
        return zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(vs->text), ZT_ARG(after)));
    zt_buf buf;
    zt_buf_init(&buf, arena);
    zt_buf_number(&buf, base / pow(10, value->scale), value->printed.decimals);
    zt_buf_str(&buf, after);
    return zt_buf_view(&buf);
}

/* Behind the figure: about 148,000 a year earlier. */
static const char *const english_basis[] = {
    [ZT_BASIS_NONE] = "before",          [ZT_BASIS_YOY] = "a year earlier",
    [ZT_BASIS_MOM] = "a period earlier", [ZT_BASIS_YTD] = "at the beginning of the year",
    [ZT_BASIS_PLAN] = "planned",
};

/* A base that was computed, or that no value of the document states, is about so much. */
zt_change_base zt_change_base_of(zt_arena *arena, const zt_quantity *value,
                                 const zt_quantity *change)
{
    zt_change_base base = {.value = base_value(value, change),
                           .derived = !change->vs_value || !change->vs_value->id};
    zt_str text = base_text(arena, value, change, base.value);
    zt_lang language = change->language;
    bool about = base.derived && !zt_str_starts(text, ZT_IN(language, "约", "about"));
    if (language == ZT_LANG_EN)
        base.words = zt_str_from(zt_arena_printf(arena, "%s%.*s %s%s", about ? "about " : "",
                                                 ZT_ARG(text), english_basis[change->basis],
                                                 base.derived ? " (computed)" : ""));
    else
        base.words = zt_str_from(
            zt_arena_printf(arena, "%s%s%.*s%s", zt_basis_name(change->basis, language),
                            about ? "约" : "", ZT_ARG(text), base.derived ? "（推算）" : ""));
    return base;
}
