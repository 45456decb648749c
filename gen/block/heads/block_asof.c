/* The day or month up to which a graphic is true: （截至2022年5月）. */
#include "block/heads/heads.h"

static const zt_head_spec spec = {.part = "text", .optical = true, .role = ZT_ROLE_P};

/* The words about the date are the template's, with {} where the date goes. */
static zt_rich date_text(const zt_block *block, const zt_setting *setting)
{
    const zt_date *date = block->content;
    zt_str format = zt_block_word(block, "format");
    zt_buf buf;
    zt_buf_init(&buf, setting->arena);
    zt_date_style style = block->vertical ? ZT_DATE_HAN : setting->template_->theme->date;
    size_t at = 0;
    while (at + 2 <= format.len && !zt_str_is(zt_str_slice(format, at, at + 2), "{}"))
        at++;
    if (at + 2 > format.len)
        at = format.len;
    zt_buf_str(&buf, zt_str_slice(format, 0, at));
    zt_date_print(&buf, *date, style);
    if (at < format.len)
        zt_buf_str(&buf, zt_str_slice(format, at + 2, format.len));
    zt_span *span = ZT_NEW(setting->arena, zt_span);
    *span = (zt_span){.kind = ZT_SPAN_TEXT, .text = zt_buf_view(&buf), .at = block->at};
    return (zt_rich){.spans = span, .count = 1, .at = block->at};
}

static zt_extent measure(const zt_block *block, const zt_setting *setting, double width)
{
    zt_rich text = date_text(block, setting);
    return zt_head_measure(block, setting, &text, &spec, width);
}

static void place(const zt_block *block, const zt_setting *setting, double width, double height,
                  zt_group *into)
{
    zt_rich text = date_text(block, setting);
    zt_head_place(block, setting, &text, &spec, (zt_rect){0, 0, width, height}, into);
}

static const zt_attr params[] = {
    {"format", ZT_ATTR_TEXT, NULL, "（截至{}）", "日期前后的字，{} 处是日期",
     "the words about the date, which stands at {}"},
    {0},
};
static const zt_part_default parts[] = {
    {"text", "asof", "截至 as of"},
    {0},
};

const zt_block_kind zt_block_kind_asof = {
    .name = "asof",
    .params = params,
    .parts = parts,
    .doc = "截至：数据截止的日期。 The date up to which the data hold.",
    .measure = measure,
    .place = place,
};
