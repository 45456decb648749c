/* The day or month up to which a graphic is true: （截至2022年5月）. */
#include "block/heads/heads.h"

typedef struct asof_params {
    zt_str format;
} asof_params;

static const zt_head_spec spec = {.part = "text", .optical = true, .role = ZT_ROLE_P};

/* The words about the date are the template's, with {} where the date goes. */
static zt_rich date_text(const zt_block *block, const zt_setting *setting)
{
    const asof_params *p = block->params;
    const zt_date *date = block->content;
    const zt_theme *theme = setting->template_->theme;
    zt_date_style style = block->vertical ? ZT_DATE_HAN : theme->date;
    zt_buf printed;
    zt_buf_init(&printed, setting->arena);
    zt_date_print(&printed, *date, zt_setting_dates(setting, style));
    zt_str form = zt_form_in(setting->language, p->format, theme->english.asof);
    zt_str words = zt_form_filled(setting->arena, form, zt_buf_view(&printed));
    return zt_rich_of(setting->arena, words, block->at);
}

/* One line with the date in the words of the template. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    zt_rich *text = ZT_NEW(setting->arena, zt_rich);
    *text = date_text(block, setting);
    return zt_head_plan(block, setting, text, &spec, width);
}

static const zt_param params[] = {
    {"format", ZT_PARAM(asof_params, format, TEXT), NULL, "（截至{}）", "日期前后的字，{} 处是日期",
     "the words about the date, which stands at {}"},
    {0},
};
static const zt_part_default parts[] = {
    {"text", "asof", "截至", "as of"},
    {0},
};

const zt_block_kind zt_block_kind_asof = {
    .name = "asof",
    .params = {params, sizeof(asof_params)},
    .parts = parts,
    .zh = "截至：数据截止的日期。",
    .en = "The date up to which the data hold.",
    .plan = plan,
    .place = zt_head_place,
};
