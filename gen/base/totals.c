#include "base/totals.h"

#include <string.h>

#include "base/arena.h"

/* Traditional forms too: tables from Hong Kong and Taiwan have them. */
zt_total_word zt_total_word_of(zt_arena *arena, zt_str bare)
{
    static const char *const ends[] = {"合计", "总计", "共计", "合計", "總計"};
    static const char all[] = "计 总数 汇总 合计数 总计数 合计值 总合 总和 total totals grandtotal "
                              "grand-total grand_total sum overall total: alltotal";
    static const char sub[] = "subtotal sub-total sub_total subtotals";
    zt_str lower = zt_str_lower(arena, bare);
    if (bare.len == 0)
        return ZT_NO_TOTAL;
    if (zt_str_is(bare, "其中") || zt_str_starts(bare, "其中:") || zt_str_starts(bare, "#其中"))
        return ZT_TOTAL_OF_WHICH;
    if (zt_str_ends(bare, "小计") || zt_str_ends(bare, "小計") || zt_str_in_words(lower, sub))
        return ZT_TOTAL_SUB;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (zt_str_ends(bare, ends[i]))
            return ZT_TOTAL_ALL;
    return zt_str_in_words(lower, all) ? ZT_TOTAL_ALL : ZT_NO_TOTAL;
}

zt_total_word zt_total_words_of(zt_arena *arena, zt_str words)
{
    zt_str lower = zt_str_lower(arena, words);
    if (zt_str_ends(lower, " subtotal"))
        return ZT_TOTAL_SUB;
    return zt_str_ends(lower, " total") || zt_str_ends(lower, " totals") ? ZT_TOTAL_ALL
                                                                         : ZT_NO_TOTAL;
}
