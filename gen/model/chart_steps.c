/* Shares of steps: exact fractions, rounded once to one decimal. */
#include "model/chart_steps.h"

#include "base/ratio.h"
#include "model/quantity_imp.h"

/* The value of a step that can be computed with; NULL otherwise. */
static const zt_quantity *exact(const zt_chart_data *data, size_t item)
{
    const zt_quantity *q = data->items[item].values ? data->items[item].values[0] : NULL;
    return zt_is_exact(q) && q->status == ZT_ACTUAL ? q : NULL;
}

/* Adds 占首步42.0% to what is said. More than the whole is no share and is left out; what rounds to
   none is 不足0.1%. */
static void add_share(zt_buf *out, const char *zh, const char *en, const zt_quantity *part,
                      const zt_quantity *whole)
{
    zt_ratio a, b, share;
    zt_num num;
    if (!part || !whole || zt_num_compare(part->value, whole->value) > 0 ||
        !zt_ratio_of(part->value, &a) || !zt_ratio_of(whole->value, &b) ||
        !zt_ratio_divide(a, b, &share) || !zt_ratio_round(share, -2, 1, ZT_ROUND_HALF_UP, &num))
        return;
    bool english = part->language == ZT_LANG_EN;
    zt_buf_printf(out, "%s%s", out->len ? (english ? ", " : "，") : "", english ? "" : zh);
    if (num.scaled == 0 && part->value.scaled != 0)
        zt_buf_puts(out, english ? "under 0.1" : "不足0.1");
    else
        zt_num_print(out, num, true);
    zt_buf_printf(out, "%%%s", english ? en : "");
}

zt_str zt_chart_step_words(zt_arena *arena, const zt_chart_data *data, size_t item)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    if (item == 0)
        return (zt_str){0};
    add_share(&out, "占首步", " of the first step", exact(data, item), exact(data, 0));
    if (item > 1)
        add_share(&out, "占上步", " of the step before", exact(data, item), exact(data, item - 1));
    return zt_buf_view(&out);
}

zt_str zt_chart_steps_note(zt_arena *arena, const zt_chart_data *data)
{
    for (size_t i = 0; i < data->item_count; i++)
        if (zt_chart_step_words(arena, data, i).len > 0)
            return zt_str_from(
                ZT_IN(data->language, "占比据此计算", "Shares are computed from the data"));
    return (zt_str){0};
}
