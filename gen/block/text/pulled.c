/* gen/block/text/pulled.c — a figure of a text pulled out of it: large between its head and its
   first line, its words beside it. */
#include "block/text/pulled.h"

/* Points: from the head to the digits, from these to the words beside them, and to the text. */
static const double ABOVE = ZT_MM(3.2), BESIDE = ZT_MM(3), BELOW = ZT_MM(3.4);
static const double WORDS_LEAST =
    ZT_MM(14); /* less room beside the digits: the words stand below */

/* main="yes", else none: which number a text is about is the author's to say. */
static const zt_quantity *main_of(const zt_story *story)
{
    for (size_t i = 0; i < story->count; i++)
        for (size_t k = 0; k < story->items[i].text.count; k++) {
            const zt_quantity *q = story->items[i].text.spans[k].quantity;
            if (q && q->main)
                return q;
        }
    return NULL;
}

static zt_figure_style style_of(const zt_block *block, const zt_setting *setting)
{
    zt_figure_style style = {.look = zt_block_look(setting, block, "figure"),
                             .small_ink = block->reversed ? NULL : zt_setting_ink(setting, "key"),
                             .missing = zt_block_look(setting, block, "missing")};
    if (block->key)
        style.look.text.paint = ZT_SOLID(zt_setting_ink(setting, "accent"));
    return style;
}

/* The last line of the words stands on the baseline of the digits, where they stand beside these;
   they may be higher than the digits. */
static void set_heights(zt_pulled *pulled)
{
    double foot = ZT_EM_FOOT * pulled->words.look.text.size;
    double above = pulled->words.height - foot;
    pulled->baseline = pulled->figure->ascent;
    if (!pulled->words.para)
        foot = 0;
    else if (pulled->words_x > 0)
        pulled->baseline = zt_max(pulled->baseline, above);
    else
        foot = ABOVE / 2 + pulled->words.height;
    pulled->words_y = pulled->words_x > 0 ? pulled->baseline - above : pulled->baseline + ABOVE / 2;
    pulled->height = ABOVE + pulled->baseline + foot + BELOW;
}

/* Words of one long line are set in two, as high as the digits beside them. */
static zt_wording words_of(const zt_setting *setting, const zt_quantity *q, const zt_look *look,
                           double width)
{
    const double most = 8, part = 0.62; /* em; of the line */
    zt_wording words = zt_wording_plain(setting, q->label, q->at, look, width);
    bool one = words.para && words.para->line_count == 1;
    if (!one || words.para->max_width < most * look->text.size)
        return words;
    return zt_wording_plain(setting, q->label, q->at, look, part * words.para->max_width);
}

zt_pulled zt_pulled_plan(const zt_block *block, const zt_setting *setting, double width)
{
    const zt_quantity *q = main_of(block->content);
    if (!q)
        return (zt_pulled){0};
    zt_figure_style style = style_of(block, setting);
    zt_look look = zt_block_look(setting, block, "figure-label");
    zt_pulled pulled = {.quantity = q,
                        .figure = zt_figure_within(setting, q, &style, width, look.text.size)};
    double x = pulled.figure->width + BESIDE, beside = width - x;
    pulled.words_x = beside >= WORDS_LEAST ? x : 0;
    pulled.words = words_of(setting, q, &look, pulled.words_x > 0 ? beside : width);
    set_heights(&pulled);
    return pulled;
}

void zt_pulled_place(const zt_pulled *pulled, const zt_setting *setting, zt_group *into, double y)
{
    const zt_figure *figure = pulled->figure;
    if (!figure)
        return;
    y += ABOVE;
    double top = y + pulled->baseline - figure->ascent;
    zt_group *part = zt_scene_add_part(setting->scene, into, pulled->quantity->at, "figure",
                                       ZT_ROLE_P, (zt_rect){0, top, figure->width, figure->ascent});
    zt_figure_place(figure, setting, part, 0, figure->ascent);
    zt_wording_place(setting, &pulled->words, into, "figure-label", ZT_ROLE_P, pulled->words_x,
                     y + pulled->words_y);
}
