/* Any text as the expression of calc=, over a few operands of every unit. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/calc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool find(void *context, zt_str name, zt_pos at, zt_calc_value *out)
{
    static const zt_calc_value known[] = {
        {.value = {463000, 1}, .unit = {"人次", 6}, .scale = 4, .decimals = 1},
        {.value = {9200000, 1}, .unit = {"元", 3}, .approx = true},
        {.value = {106, 5}, .unit = {"%", 1}},
        {.value = {0, 1}},
        {.value = {INT64_MAX, 3}, .unit = {"元", 3}, .per = {"人次", 6}},
        {.missing = true},
    };
    size_t i = name.len ? (unsigned char)name.data[0] - (size_t)'a' : 0;
    if (i >= sizeof known / sizeof *known) {
        zt_report(context, ZT_ERROR, "unknown-ref", at, "无", "none");
        return false;
    }
    *out = known[i];
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zt_str text = {(const char *)data, size};
    if (zt_utf8_valid_prefix(text) != text.len)
        return 0;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_calc calc = {diags, "趟", find, diags};
    zt_calc_value out;
    bool good = zt_calc_eval(&calc, text, (zt_pos){"t.xml", 1, 1}, &out);
    zt_assert(good == (zt_diags_count(diags) == 0));
    zt_assert(good || zt_diags_count(diags) == 1);
    if (good && !out.missing) {
        zt_num num;
        zt_assert(out.value.den > 0);
        if (zt_ratio_round(out.value, out.scale, 2, ZT_ROUND_HALF_UP, &num))
            zt_num_compare(num, num);
    }
    zt_arena_drop(arena);
    return 0;
}
