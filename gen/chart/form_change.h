/* gen/chart/form_change.h — a small form: this period's bar over that of the one before, with the
   words of the base and the change as a figure. Points, y down. */
#ifndef ZT_FORM_CHANGE_H
#define ZT_FORM_CHANGE_H

#include "chart/chart_words.h"

/* What the form is drawn with, filled by its host. Lengths in points; quantities and looks are
   borrowed. */
typedef struct zt_form_change_params {
    const zt_quantity *value, *change; /* zt_change_gives_base holds of them */
    /* Thickness of a bar; white between bars and words. */
    double bar, gap;
    /* Least white between the words and the change at their right. */
    double between;
    /* Of the base's words; must live until it is drawn. */
    const zt_look *words;
    zt_figure_style figure; /* of the change */
    /* White over its ink below the words; 0 where it may reach up to them. */
    double clear;
    /* Size of type whose descenders the change keeps free. */
    double foot;
    const zt_mark_params *marks; /* hatching of a base that follows from the change */
    const zt_ink *value_ink, *base_ink;
} zt_form_change_params;

/* The form at a width. It holds a copy of its params; what these point to must live until it is
   drawn. */
typedef struct zt_form_change {
    zt_form_change_params params;
    zt_change_base base;
    double width, height;
    double value_bar, base_bar; /* lengths of the bars */
    zt_words words;             /* 去年同期约14.8万人次（推算） */
    const zt_figure *change;
    double words_top;             /* of their first em box */
    double foot;                  /* of the lower bar */
    double change_x, change_base; /* left edge and baseline of the change */
} zt_form_change;

/* The width that the change alone takes. */
double zt_form_change_least(const zt_setting *setting, const zt_form_change_params *params);
/* Words and change in the arena of the setting. Higher in narrow places, where words and change go
   below one another. */
zt_form_change zt_form_change_plan(const zt_setting *setting, const zt_form_change_params *params,
                                   double width);
/* A part “change” with its top left at x, y of `into`. */
void zt_form_change_draw(const zt_form_change *form, const zt_setting *setting, zt_group *into,
                         double x, double y);

#endif
