/* Small forms below key figures. */
#include "block/words/slot_forms.h"

/* By the size of the labels: white above the form, a bar, white within, a cell of a rank. */
static const double ABOVE = 0.7, BAR = 0.8, GAP = 0.5, CELL = 1;
static const double TRACK = 1.2, TARGET_MOST = ZT_MM(40); /* of the labels; points */
static const double TREND_MOST = ZT_MM(24), TREND_HEIGHT = ZT_MM(5);
/* The change, by the key figure above it; its words and unit, by its digits. */
static const double CHANGE_RATIO = 0.6, WORDS_RATIO = 0.5;

/* Which small form the template asks for and the entry can have: two bars where the base follows
   from the change, else ten cells where a rank is among the first ten. */
zt_slot_form_kind zt_slot_form_of(const zt_slot_looks *looks, const zt_figure_entry *entry)
{
    const char *zh, *en; /* the model has noted why not */
    const zt_quantity *more = entry->more;
    if (entry->trend)
        return ZT_SLOT_TREND;
    if (looks->pictures & ZT_SLOT_PICTURE_CHANGE && more && more->kind == ZT_Q_CHANGE &&
        zt_change_gives_base(more, entry->value, &zh, &en))
        return ZT_SLOT_CHANGE;
    if (looks->pictures & ZT_SLOT_PICTURE_TARGET && zt_form_target_shows(entry->value, more))
        return ZT_SLOT_TARGET;
    if (looks->pictures & ZT_SLOT_PICTURE_RANK &&
        (zt_form_rank_shows(entry->value) || (more && zt_form_rank_shows(more))))
        return ZT_SLOT_RANK;
    return ZT_SLOT_PLAIN;
}

/* The lead figure is in an ink of its own, and its form with it. */
static const zt_ink *ink_of(const zt_slot_looks *looks, const zt_figure_entry *entry)
{
    return entry == looks->lead && looks->lead_ink ? looks->lead_ink : looks->figure.look.ink;
}

/* The rank of the figure itself, else that of the quantity beside it. */
static zt_form_rank plan_rank(const zt_slot_looks *looks, const zt_figure_entry *entry,
                              double width)
{
    bool own = zt_form_rank_shows(entry->value);
    zt_form_rank_params params = {.rank = own ? entry->value : entry->more,
                                  .cell = CELL * looks->label.text.size,
                                  .tick = &looks->tick,
                                  .lit = ink_of(looks, entry),
                                  .within = looks->base_ink,
                                  .empty = looks->empty_ink};
    return zt_form_rank_plan(&params, width);
}

/* Sizes follow from labels and key figures; the change keeps clear of the bars by its headroom. */
static zt_form_change_params change_of(const zt_slot_looks *looks, const zt_figure_entry *entry)
{
    static const zt_mark_params marks = {{1, ZT_PT}, {1, ZT_PT}, {3, ZT_PT}}; /* 0.35 and 1 mm */
    double size = looks->label.text.size, digits = CHANGE_RATIO * looks->figure.look.text.size;
    zt_form_change_params params = {.value = entry->value,
                                    .change = entry->more,
                                    .bar = BAR * size,
                                    .gap = GAP * size,
                                    .between = looks->gap,
                                    .words = &looks->label,
                                    .figure = looks->figure,
                                    .foot = digits,
                                    .marks = &marks,
                                    .value_ink = ink_of(looks, entry),
                                    .base_ink = looks->base_ink};
    params.figure.look = zt_look_at_size(&looks->figure.look, digits);
    params.figure.unit_ratio = WORDS_RATIO;
    params.clear = zt_chart_figure_headroom(&params.figure.look);
    return params;
}

double zt_slot_form_least(const zt_setting *setting, const zt_slot_looks *looks,
                          const zt_figure_entry *entry)
{
    zt_slot_form_kind kind = zt_slot_form_of(looks, entry);
    if (kind != ZT_SLOT_CHANGE)
        return kind == ZT_SLOT_TREND ? ZT_FORM_TREND_WIDTH : 0;
    zt_form_change_params params = change_of(looks, entry);
    return zt_form_change_least(setting, &params);
}

zt_slot_form zt_slot_form_plan(const zt_setting *setting, const zt_slot_looks *looks,
                               const zt_figure_entry *entry, double width)
{
    zt_slot_form form = {.kind = zt_slot_form_of(looks, entry),
                         .above = ABOVE * looks->label.text.size};
    zt_form_change_params change;
    switch (form.kind) {
    case ZT_SLOT_RANK:
        form.rank = plan_rank(looks, entry, width);
        form.height = form.above + form.rank.height;
        break;
    case ZT_SLOT_CHANGE:
        change = change_of(looks, entry);
        form.change = zt_form_change_plan(setting, &change, width);
        form.height = form.above + form.change.height;
        break;
    case ZT_SLOT_TARGET:
        form.target = (zt_form_target_params){
            .value = entry->value,
            .target = entry->more,
            .height = TRACK * looks->label.text.size,
            .bar = entry == looks->lead && looks->lead_ink ? looks->lead_ink : looks->base_ink,
            .track = looks->empty_ink,
            .stroke = looks->label.ink};
        form.width = zt_min(width, TARGET_MOST);
        form.height = form.above + zt_form_target_height(&form.target);
        break;
    case ZT_SLOT_TREND:
        form.trend = entry->trend;
        form.ink = ink_of(looks, entry);
        form.width = zt_clamp(width, ZT_FORM_TREND_LEAST, TREND_MOST);
        form.height = form.above + TREND_HEIGHT;
        break;
    case ZT_SLOT_PLAIN:
        break;
    }
    return form;
}

void zt_slot_form_place(const zt_setting *setting, const zt_slot_form *form, zt_group *into,
                        double y)
{
    if (form->kind == ZT_SLOT_RANK)
        zt_form_rank_draw(&form->rank, setting, into, 0, y + form->above);
    else if (form->kind == ZT_SLOT_CHANGE)
        zt_form_change_draw(&form->change, setting, into, 0, y + form->above);
    else if (form->kind == ZT_SLOT_TARGET)
        zt_form_target_draw(&form->target, setting, into, 0, y + form->above, form->width);
    else if (form->kind == ZT_SLOT_TREND)
        zt_form_trend_draw(form->trend, setting, form->ink, into,
                           (zt_rect){0, y + form->above, form->width, TREND_HEIGHT});
}
