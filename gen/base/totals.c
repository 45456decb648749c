#include "base/totals.h"

#include <string.h>

#include "base/arena.h"

/* By bytes; a UTF-8 text never ends in the middle of another's character. */
static bool ends_with(zt_str text, const char *end)
{
    size_t len = strlen(end);
    return text.len >= len && memcmp(text.data + text.len - len, end, len) == 0;
}

/* ASCII letters only; a copy in the arena. */
static zt_str lower_case(zt_arena *arena, zt_str text)
{
    zt_str copy = zt_str_copy(arena, text);
    char *data = zt_arena_copy(arena, copy.data, copy.len);
    for (size_t i = 0; i < copy.len; i++)
        if (data[i] >= 'A' && data[i] <= 'Z')
            data[i] = (char)(data[i] - 'A' + 'a');
    return (zt_str){data, copy.len};
}

/* Traditional forms too: tables from Hong Kong and Taiwan have them. */
zt_total_word zt_total_word_of(zt_arena *arena, zt_str bare)
{
    static const char *const ends[] = {"合计", "总计", "共计", "合計", "總計"};
    static const char all[] = "计 总数 汇总 合计数 总计数 合计值 总合 总和 total totals grandtotal "
                              "grand-total grand_total sum overall total: alltotal";
    static const char sub[] = "subtotal sub-total sub_total subtotals";
    zt_str lower = lower_case(arena, bare);
    if (bare.len == 0)
        return ZT_NO_TOTAL;
    if (zt_str_is(bare, "其中") || zt_str_starts(bare, "其中:") || zt_str_starts(bare, "#其中"))
        return ZT_TOTAL_OF_WHICH;
    if (ends_with(bare, "小计") || ends_with(bare, "小計") || zt_str_in_words(lower, sub))
        return ZT_TOTAL_SUB;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends_with(bare, ends[i]))
            return ZT_TOTAL_ALL;
    return zt_str_in_words(lower, all) ? ZT_TOTAL_ALL : ZT_NO_TOTAL;
}

zt_total_word zt_total_words_of(zt_arena *arena, zt_str words)
{
    zt_str lower = lower_case(arena, words);
    if (ends_with(lower, " subtotal"))
        return ZT_TOTAL_SUB;
    return ends_with(lower, " total") || ends_with(lower, " totals") ? ZT_TOTAL_ALL : ZT_NO_TOTAL;
}
