/* The heads of a story over its columns: kicker, headline, deck, in whole lines of the grid. The
   headline fills its measure by size. */
#include <math.h>

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

/* The headline, or its short form. */
static zt_rich title_text(const zt_setting *setting, const zt_article *article,
                          const zt_article_choice *choice)
{
    if (choice->short_title && article->short_title.len)
        return zt_rich_of(setting->arena, article->short_title, article->title.at);
    return article->title;
}

static void plan_title(const zt_setting *setting, const zt_article_choice *choice,
                       zt_heads_plan *heads)
{
    zt_rich *text = ZT_NEW(setting->arena, zt_rich);
    *text = title_text(setting, heads->article, choice);
    heads->title_look = zt_setting_look(setting, heads->style->title->name);
    if (zt_rich_is_empty(text))
        return;
    zt_title_ask ask = {.text = text,
                        .look = &heads->title_look,
                        .measure = heads->width,
                        .size_min = choice->title_min,
                        .size_max = choice->title_max,
                        .grow = true,
                        .give = GIVE};
    heads->title = zt_title_fit_to(setting, &ask);
}

/* One below the other, from the first em box. */
static void stack(zt_heads_plan *heads)
{
    double size = heads->title.line_count ? heads->title.size : 0, y = heads->kicker.height;
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
                               double width)
{
    const zt_story_style *style = zt_story_style_of(setting->template_->edition, article->rank);
    zt_heads_plan heads = {.article = article, .style = style, .width = width};
    heads.kicker = head_words(setting, &article->kicker, style->kicker, width);
    if (choice->deck)
        heads.deck = head_words(setting, &article->deck, style->deck, width);
    plan_title(setting, choice, &heads);
    stack(&heads);
    if (heads.height <= 0)
        return heads;
    double size = heads.title.line_count ? heads.title.size : 0;
    double needed = heads.height + OWN_AIR * size + style->air * grid->line;
    heads.lines = (int)ceil(needed / grid->line - NEAR);
    heads.above =
        (heads.kicker.para ? ABOVE_KICKER : ABOVE) * (heads.lines * grid->line - heads.height);
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

void zt_heads_place(const zt_setting *setting, const zt_heads_plan *heads, zt_group *into)
{
    double y = heads->above;
    report_over(setting, heads);
    zt_wording_place(setting, &heads->kicker, into, "kicker", ZT_ROLE_P, 0, y);
    if (heads->title.line_count) {
        zt_rect box = {0, y + heads->title_y, heads->width, zt_title_fit_height(&heads->title)};
        zt_group *part = zt_scene_add_part(setting->scene, into, heads->article->title.at, "title",
                                           ZT_ROLE_H1, box);
        zt_title_fit_place(setting, &heads->title, heads->title_look.para.align, box.w, part);
    }
    zt_wording_place(setting, &heads->deck, into, "deck", ZT_ROLE_P, 0, y + heads->deck_y);
}

zt_str zt_article_name(zt_arena *arena, const zt_article *article)
{
    zt_str title = zt_headline_blanks(arena, zt_rich_plain(arena, &article->title));
    if (title.len)
        return title;
    return zt_str_from(article->id ? article->id : "—");
}
