/* The heads of a story over its columns: kicker, headline, deck, in whole lines of the grid. The
   headline fills its measure by size. */
#include <math.h>
#include <string.h>

#include "page/page_imp.h"

/* Between the em boxes, in em of the headline; more above it than below, as the kicker belongs to
   all that follows. */
static const double KICKER_GAP = 0.28, DECK_GAP = 0.09;
/* Blank that a headline wants above and below together, beside the air of its style. */
static const double OWN_AIR = 0.22;
/* Of the blank left over: above heads that begin with the headline, with the kicker. */
static const double ABOVE = 0.3, ABOVE_KICKER = 0.05;
/* Lines: a head that is higher by so little does not take one more. */
static const double NEAR = 0.06;
/* em: one between the halves of a headline, as its size fills the measure; spacing at most 2 %. */
static const zt_title_give GIVE = {
    .blank_min = 1, .blank_max = 1, .quote_gap = 0.05, .tracking_max = 0.02};

static zt_wording head_words(const zt_setting *setting, const zt_rich *rich, const zt_style *style,
                             double width)
{
    zt_look look = zt_setting_look(setting, style->name);
    return zt_rich_is_empty(rich) ? (zt_wording){0} : zt_wording_rich(setting, rich, &look, width);
}

/* The tag of a series: its height, blank at its sides, and what parts it from the kicker. */
static const double TAG_HEIGHT = ZT_MM(6.4), TAG_SIDE = ZT_MM(2.6), TAG_GAP = ZT_MM(3);
/* em: a kicker with less room beside its tag stands below it. */
static const double TAG_BESIDE = 8;
static const char TAG_INK[] = "accent";

/* The kicker from the span `first` on, without the blank that parted it from what was before. */
static zt_rich kicker_rest(const zt_rich *kicker, size_t first, zt_arena *arena)
{
    zt_rich rest = {.spans = kicker->spans + first, .count = kicker->count - first};
    if (rest.count == 0)
        return rest;
    rest.at = rest.spans->at;
    if (rest.spans->kind == ZT_SPAN_BREAK)
        return kicker_rest(kicker, first + 1, arena);
    static const char blank[] = "　";
    zt_span *own = zt_arena_grow(arena, rest.spans, rest.count, rest.count + 1, sizeof *own);
    while (own->text.len >= sizeof blank - 1 && !memcmp(own->text.data, blank, sizeof blank - 1))
        own->text = zt_str_slice(own->text, sizeof blank - 1, own->text.len);
    rest.spans = own;
    return rest;
}

/* The <em> that a kicker begins with, reversed; returns what follows it. */
static zt_rich plan_tag(const zt_setting *setting, zt_heads_plan *heads)
{
    const zt_rich *kicker = &heads->article->kicker;
    size_t strong = 0;
    while (strong < kicker->count && zt_span_is_strong(&kicker->spans[strong]))
        strong++;
    if (strong == 0 || !heads->style->tag)
        return *kicker;
    zt_rich tag = {.spans = kicker->spans, .count = strong, .at = kicker->at};
    heads->tag = head_words(setting, &tag, heads->style->tag, heads->width - 2 * TAG_SIDE);
    if (!heads->tag.para)
        return *kicker;
    heads->tag_width = heads->tag.para->max_width + 2 * TAG_SIDE;
    heads->kicker_height = zt_max(TAG_HEIGHT, heads->tag.height);
    return kicker_rest(kicker, strong, setting->arena);
}

/* The kicker; where the template has a tag, beside it, or below it where that leaves little room.
 */
static void plan_kicker(const zt_setting *setting, zt_heads_plan *heads)
{
    zt_rich words = plan_tag(setting, heads);
    const zt_style *style = heads->style->kicker;
    double size = zt_setting_look(setting, style->name).text.size;
    double beside = heads->tag_width + TAG_GAP;
    if (heads->tag.para && heads->width - beside >= TAG_BESIDE * size) {
        heads->kicker_x = beside;
        heads->kicker_y = zt_max(0, (heads->kicker_height - size) / 2);
    } else if (heads->tag.para) {
        heads->kicker_y = heads->kicker_height + size / 2;
    }
    heads->kicker = head_words(setting, &words, style, heads->width - heads->kicker_x);
    if (heads->kicker.para)
        heads->kicker_height = zt_max(heads->kicker_height, heads->kicker_y + heads->kicker.height);
}

/* The headline, or its short form. */
static zt_rich title_text(const zt_setting *setting, const zt_article *article,
                          const zt_article_choice *choice)
{
    if (choice->short_title && article->short_title.len)
        return zt_rich_of(setting->arena, article->short_title, article->title.at);
    return article->title;
}

static void plan_title(const zt_setting *setting, const zt_article_choice *choice,
                       zt_title_memory *memory, zt_heads_plan *heads)
{
    zt_rich *text = ZT_NEW(setting->arena, zt_rich);
    *text = title_text(setting, heads->article, choice);
    heads->title_look = zt_setting_look(setting, heads->style->title->name);
    if (zt_rich_is_empty(text))
        return;
    zt_title_ask ask = {.text = text,
                        .look = &heads->title_look,
                        .measure = heads->width - choice->title_apart,
                        .size_min = choice->title_min,
                        .size_max = choice->title_max,
                        .grow = true,
                        .give = GIVE,
                        .memory = memory};
    heads->title = zt_title_fit_to(setting, &ask);
}

/* One below the other, from the first em box. */
static void stack(zt_heads_plan *heads)
{
    double size = heads->title.line_count ? heads->title.size : 0, y = heads->kicker_height;
    if (heads->title.line_count) {
        y += y > 0 ? KICKER_GAP * size : 0;
        heads->title_y = y;
        y += zt_title_fit_height(&heads->title);
    }
    if (heads->deck.para) {
        y += y > 0 ? DECK_GAP * size : 0;
        heads->deck_y = y;
        y += heads->deck.height;
    }
    heads->height = y;
}

zt_heads_plan zt_heads_plan_of(const zt_setting *setting, const zt_page_grid *grid,
                               const zt_article *article, const zt_article_choice *choice,
                               double width, zt_title_memory *memory)
{
    const zt_story_style *style = zt_story_style_of(setting->template_->edition, article->rank);
    zt_heads_plan heads = {.article = article, .style = style, .width = width};
    plan_kicker(setting, &heads);
    if (choice->deck)
        heads.deck = head_words(setting, &article->deck, style->deck, width);
    plan_title(setting, choice, memory, &heads);
    stack(&heads);
    if (heads.height <= 0)
        return heads;
    double size = heads.title.line_count ? heads.title.size : 0;
    double needed = heads.height + OWN_AIR * size + style->air * grid->line;
    heads.lines = (int)ceil(needed / grid->line - NEAR);
    heads.above = (heads.kicker_height > 0 ? ABOVE_KICKER : ABOVE) *
                  (heads.lines * grid->line - heads.height);
    return heads;
}

/* A headline that cannot be fitted: what two lines at the smallest size cannot hold. */
static void report_over(const zt_setting *setting, const zt_heads_plan *heads)
{
    if (heads->title.over > 0)
        zt_report(setting->diags, ZT_ERROR, "overset", heads->article->title.at,
                  "标题按最小字号排两行仍多出 %zu 字；请缩短标题，或给它更多的栏",
                  "at its smallest size the headline is %zu characters more than two lines hold; "
                  "shorten it, or give it more columns",
                  heads->title.over);
    if (heads->title.condense < 1 && heads->title.line_count)
        zt_report(setting->diags, ZT_NOTE, "title-condensed", heads->article->title.at,
                  "标题排两行仍嫌长，字宽压缩到 %d%%",
                  "the headline is too long for two lines: its glyphs are condensed to %d%%",
                  (int)(heads->title.condense * 100 + 0.5));
}

static void place_tag(const zt_setting *setting, const zt_heads_plan *heads, zt_group *into,
                      double y)
{
    double height = zt_max(TAG_HEIGHT, heads->tag.height);
    if (!heads->tag.para)
        return;
    zt_rect box = {0, y, heads->tag_width, height};
    zt_group *ground =
        zt_scene_add_part(setting->scene, into, heads->tag.at, "ground", ZT_ROLE_ARTIFACT, box);
    zt_scene_fill_rect(setting->scene, ground, heads->tag.at, (zt_rect){0, 0, box.w, box.h},
                       ZT_SOLID(zt_setting_ink(setting, TAG_INK)));
    zt_wording_place(setting, &heads->tag, into, "tag", ZT_ROLE_P, TAG_SIDE,
                     y + (height - heads->tag.height) / 2);
}

void zt_heads_place(const zt_setting *setting, const zt_heads_plan *heads, zt_group *into)
{
    double y = heads->above;
    report_over(setting, heads);
    place_tag(setting, heads, into, y);
    zt_wording_place(setting, &heads->kicker, into, "kicker", ZT_ROLE_P, heads->kicker_x,
                     y + heads->kicker_y);
    if (heads->title.line_count) {
        zt_rect box = {0, y + heads->title_y, heads->width, zt_title_fit_height(&heads->title)};
        zt_group *part = zt_scene_add_part(setting->scene, into, heads->article->title.at, "title",
                                           ZT_ROLE_H1, box);
        zt_title_fit_place(setting, &heads->title, heads->title_look.para.align, box.w, part);
    }
    zt_wording_place(setting, &heads->deck, into, "deck", ZT_ROLE_P, 0, y + heads->deck_y);
}
