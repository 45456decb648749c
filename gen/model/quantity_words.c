/* The words that belong to a quantity: how the vocabulary calls it, what it prints of its standing,
   whether a rank says more than a place. */
#include "model/quantity_imp.h"

#include "base/arena.h"
#include "base/unit.h"

const char *zt_quantity_element(zt_quantity_kind kind)
{
    static const char *const words[] = {"v", "change", "rank", "share", "target"};
    return words[kind];
}

const char *zt_basis_word(zt_basis basis)
{
    static const char *const words[] = {"", "yoy", "mom", "ytd", "plan"};
    return words[basis];
}

const char *zt_basis_name(zt_basis basis, zt_lang lang)
{
    static const char *const words[][2] = {
        [ZT_BASIS_NONE] = {"基数", "its base"},
        [ZT_BASIS_YOY] = {"去年同期", "last year's"},
        [ZT_BASIS_MOM] = {"上期", "the last period's"},
        [ZT_BASIS_YTD] = {"年初", "the year's first"},
        [ZT_BASIS_PLAN] = {"计划", "the plan's"},
    };
    return words[basis][lang == ZT_LANG_EN];
}

zt_str zt_bare_phrase(const zt_quantity *quantity)
{
    return quantity->labelled ? quantity->bare : quantity->text;
}

zt_str zt_missing_word(zt_lang language)
{
    return language == ZT_LANG_EN ? ZT_STR("to come") : ZT_STR("待补");
}

const char *zt_computed_word(zt_lang language)
{
    return ZT_IN(language, "推算", "computed");
}

zt_str zt_unit_behind(zt_arena *arena, zt_lang language, zt_str unit)
{
    bool word = unit.len > 0 && ((unit.data[0] >= 'A' && unit.data[0] <= 'Z') ||
                                 (unit.data[0] >= 'a' && unit.data[0] <= 'z'));
    if (language != ZT_LANG_EN || !word)
        return unit;
    return zt_str_from(zt_arena_printf(arena, " %.*s", ZT_ARG(unit)));
}

zt_str zt_scale_behind(zt_arena *arena, zt_lang language, int power)
{
    const char *english = zt_scale_name(power);
    if (language != ZT_LANG_EN || !*english)
        return zt_str_from(zt_scale_word(power));
    return zt_str_from(zt_arena_printf(arena, " %s", english));
}

bool zt_unit_is_points(zt_str unit)
{
    static const char *const words[] = {"个百分点", "百分点", "percentage points",
                                        "percentage point", "points"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_is(unit, words[i]))
            return true;
    return false;
}

zt_str zt_points_unit(zt_lang language)
{
    return language == ZT_LANG_EN ? ZT_STR("percentage points") : ZT_STR("个百分点");
}

/* A figure that was computed from calc= is 推算 whatever its status says: readers must see that no
   source states it. */
zt_str zt_status_word(const zt_quantity *quantity)
{
    static const char *const words[][2] = {
        [ZT_ESTIMATE] = {"估计", "estimate"}, [ZT_COMPUTED] = {"推算", "computed"},
        [ZT_FORECAST] = {"预测", "forecast"}, [ZT_TARGET] = {"目标", "target"},
        [ZT_REVISED] = {NULL, NULL},
    };
    static const char *const own[] = {"预计",     "预测",     "推算",     "估计",
                                      "estimate", "forecast", "expected", "projected"};
    if (!quantity)
        return (zt_str){0};
    zt_str computed = zt_str_from(zt_computed_word(quantity->language));
    if (quantity->derived)
        return zt_str_holds(quantity->bare, computed) ? (zt_str){0} : computed;
    const char *word = words[quantity->status][quantity->language == ZT_LANG_EN];
    zt_str text = word ? zt_bare_phrase(quantity) : (zt_str){0};
    for (size_t i = 0; word && i < sizeof own / sizeof *own; i++)
        if (zt_str_holds(text, zt_str_from(own[i])))
            return (zt_str){0};
    return word ? zt_str_from(word) : (zt_str){0};
}

bool zt_rank_is_within(const zt_quantity *rank)
{
    return rank->within.len > 0 || zt_str_starts(rank->text, "前");
}

/* Whether a rank is the place that the item has in its list: then it need not be printed beside
   it. */
bool zt_rank_is_place(const zt_quantity *rank, size_t place)
{
    return rank->tie || (rank->has_number && rank->printed.decimals == 0 &&
                         rank->printed.scaled == (long long)place);
}

/* Only such may be computed with. */
bool zt_is_exact(const zt_quantity *q)
{
    return q && q->has_number && q->status != ZT_MISSING && !q->approx && q->bound == ZT_EXACT &&
           !q->range_to;
}
