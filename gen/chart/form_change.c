/* This period against the one before: two bars on one scale, the words of the base, the change. */
#include "chart/form_change.h"

#include "chart/marks.h"

/* The marks of charts ask for a chart: this is one without data, which gives them setting, hatching
   and em. */
static zt_chart host_of(const zt_setting *setting, const zt_form_change_params *params)
{
    return (zt_chart){.setting = setting, .marks = params->marks, .em = params->words->text.size};
}

/* The bars and words adapt to any width, the figure of the change does not. */
double zt_form_change_least(const zt_setting *setting, const zt_form_change_params *params)
{
    return zt_figure_new(setting, params->change, &params->figure)->width;
}

/* Both bars on one scale; the longer one takes the whole width. */
static void plan_bars(zt_form_change *form)
{
    double now = zt_num_double(form->params.value->value), base = form->base.value;
    double most = zt_max(now, base);
    form->value_bar = most > 0 ? form->width * now / most : 0;
    form->base_bar = most > 0 ? form->width * base / most : 0;
}

/* Justified words in two or three short lines would show gaps: they are set ragged. */
static zt_align ragged(zt_align align)
{
    return align == ZT_ALIGN_JUSTIFY ? ZT_ALIGN_START : align;
}

/* Words of the base at the full width, and the change as a figure. */
static void set_words(zt_form_change *form, const zt_setting *setting)
{
    const zt_form_change_params *p = &form->params;
    zt_chart host = host_of(setting, p);
    form->words = zt_words_new(&host, form->base.words, p->words, p->change->at, form->width,
                               ragged(p->words->para.align));
    form->change = zt_figure_new(setting, p->change, &p->figure);
}

/* Where words and change stand: the words below both bars and the change at their right, if the
   lower bar leaves room above it; else the words between the bars and the change right of the
   lower one; else the change on a line of its own. */
static void arrange(zt_form_change *form)
{
    const zt_form_change_params *p = &form->params;
    const zt_figure *change = form->change;
    double room = form->width - p->between - change->width, below = ZT_EM_FOOT * p->foot;
    form->change_x = form->width - change->width;
    form->foot = 2 * p->bar + p->gap / 2;
    form->words_top = form->foot + p->gap;
    form->change_base = form->words_top + ZT_EM_TOP * p->words->text.size;
    if (zt_max(form->base_bar, form->words.width) <= room &&
        change->ascent <= form->change_base - p->bar - p->gap / 2) {
        form->height = zt_max(form->words_top + form->words.height, form->change_base + below);
        return;
    }
    if (form->base_bar <= room && change->ascent + p->clear <= p->bar + p->gap) {
        form->words_top = p->bar + p->gap;
        form->foot = form->words_top + form->words.height + p->gap + p->bar;
        form->change_base = form->foot;
    } else {
        form->change_base = form->words_top + form->words.height + p->gap + change->ascent;
        form->change_x = 0;
    }
    form->height = form->change_base + below;
}

/* The base is the value of the period before, as zt_change_base_of finds it; a computed one says so
   in its words. */
zt_form_change zt_form_change_plan(const zt_setting *setting, const zt_form_change_params *params,
                                   double width)
{
    zt_form_change form = {.params = *params,
                           .base = zt_change_base_of(setting->arena, params->value, params->change),
                           .width = width};
    plan_bars(&form);
    set_words(&form, setting);
    arrange(&form);
    return form;
}

/* A base that is printed nowhere else is an estimate: its bar is hatched. */
static void draw_bars(const zt_form_change *form, const zt_setting *setting, zt_group *into)
{
    const zt_form_change_params *p = &form->params;
    zt_chart host = host_of(setting, p);
    zt_group *bars = zt_scene_add_part(setting->scene, into, p->change->at, "bars",
                                       ZT_ROLE_ARTIFACT, (zt_rect){0, 0, form->width, form->foot});
    zt_mark_value_bar(&host, bars, p->value->at, (zt_rect){0, 0, form->value_bar, p->bar},
                      ZT_MARK_END_RIGHT, zt_mark_fill_of(p->value), p->value_ink);
    zt_mark_value_bar(&host, bars, p->change->at,
                      (zt_rect){0, form->foot - p->bar, form->base_bar, p->bar}, ZT_MARK_END_RIGHT,
                      form->base.derived ? ZT_MARK_HATCHED : ZT_MARK_SOLID, p->base_ink);
}

/* Words at the edge, or about the middle, that their alignment names. */
static void place_words(const zt_form_change *form, const zt_setting *setting, zt_group *into)
{
    zt_chart host = host_of(setting, &form->params);
    zt_align align = form->words.align;
    double x = align == ZT_ALIGN_CENTRE ? form->width / 2 : align == ZT_ALIGN_END ? form->width : 0;
    zt_group *part =
        zt_scene_add_part(setting->scene, into, form->params.change->at, "label", ZT_ROLE_SPAN,
                          (zt_rect){0, form->words_top, form->width, form->words.height});
    zt_words_place(&host, &form->words, part, x, 0);
}

/* Value, words and change are read as text, and all that the bars show is in them. */
void zt_form_change_draw(const zt_form_change *form, const zt_setting *setting, zt_group *into,
                         double x, double y)
{
    zt_pos at = form->params.change->at;
    const zt_figure *change = form->change;
    zt_group *part = zt_scene_add_part(setting->scene, into, at, "change", ZT_ROLE_P,
                                       (zt_rect){x, y, form->width, form->height});
    draw_bars(form, setting, part);
    place_words(form, setting, part);
    zt_group *figure =
        zt_scene_add_part(setting->scene, part, at, "figure-second", ZT_ROLE_SPAN,
                          (zt_rect){form->change_x, form->change_base - change->ascent,
                                    change->width, change->ascent});
    zt_figure_place(change, setting, figure, 0, change->ascent);
}
