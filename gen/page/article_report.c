/* gen/page/article_report.c — what is said of a story that does not suit its frame: by how much,
   and one remedy that holds when it is followed. */
#include <stdio.h>

#include "base/utf8.h"
#include "page/page_imp.h"

/* The first words that it has, for a story without a headline: as many as tell it from others. */
static zt_str first_words(zt_arena *arena, const zt_story *text)
{
    enum { CHARACTERS = 10 };
    zt_str words = {0};
    for (size_t i = 0; words.len == 0 && i < text->count; i++)
        words = zt_str_trim(zt_rich_plain(arena, &text->items[i].text));
    size_t end = 0;
    for (int n = 0; n < CHARACTERS && end < words.len; n++)
        zt_utf8_next(words, &end);
    return end == words.len ? words
                            : zt_str_from(zt_arena_printf(arena, "%.*s……", (int)end, words.data));
}

zt_str zt_article_name(zt_arena *arena, const zt_doc *doc, const zt_article *article)
{
    zt_str name = zt_headline_blanks(arena, zt_rich_plain(arena, &article->title));
    if (name.len == 0 && article->id)
        name = zt_str_from(article->id);
    if (name.len == 0 && article->text != SIZE_MAX)
        name = first_words(arena, doc->blocks[article->text].content);
    return name.len ? name : ZT_STR("—");
}

/* A finding in the making: who it is about, how many lines and what they hold. */
typedef struct telling {
    zt_diags *diags;
    zt_pos at;
    zt_str name;
    int lines, characters, frame;
    const zt_article_state *state;
    const zt_count_range *said; /* the lines of its frame, in the file */
} telling;

/* The lines that were found take the place of those that are written. */
static void fix_lines(const telling *t)
{
    char lines[16];
    snprintf(lines, sizeof lines, "%d", t->state->better);
    if (t->state->better > 0 && t->said->words.len)
        zt_diags_add_change(t->diags, "story-overset", t->said->words_at, t->said->words,
                            zt_str_from(lines));
}

/* A frame lower than its heads, whatever its text. */
static void tell_heads(const telling *t)
{
    int heads = t->state->heads, better = t->state->better;
    if (better > 0)
        zt_report(t->diags, ZT_ERROR, "story-overset", t->at,
                  "《%.*s》的题要 %d 行，框只有 %d 行；请改为 lines=\"%d\"",
                  "the heads of “%.*s” take %d lines, its frame has %d; give it lines=\"%d\"",
                  ZT_ARG(t->name), heads, t->frame, better);
    else
        zt_report(t->diags, ZT_ERROR, "story-overset", t->at,
                  "《%.*s》的题要 %d 行，框只有 %d 行，下面也没有空；请换一处大些的框",
                  "the heads of “%.*s” take %d lines, its frame has %d, and there is no room below "
                  "it; give it a larger frame elsewhere",
                  ZT_ARG(t->name), heads, t->frame);
    fix_lines(t);
}

static void tell_over(const telling *t)
{
    if (t->state->better > 0)
        zt_report(t->diags, ZT_ERROR, "story-overset", t->at,
                  "《%.*s》排不下：多出 %d 行，约 %d 字；删去这些字，或改为 lines=\"%d\"",
                  "“%.*s” does not fit: %d lines, about %d characters, are over; cut them, or give "
                  "it lines=\"%d\"",
                  ZT_ARG(t->name), t->lines, t->characters, t->state->better);
    else
        zt_report(
            t->diags, ZT_ERROR, "story-overset", t->at,
            "《%.*s》排不下：多出 %d 行，约 %d 字，框下也没有空；删去这些字，或换一处大些的框",
            "“%.*s” does not fit: %d lines, about %d characters, are over, and there is no "
            "room below its frame; cut them, or give it a larger frame elsewhere",
            ZT_ARG(t->name), t->lines, t->characters);
    fix_lines(t);
}

static void tell_under(const telling *t)
{
    if (t->state->better == 0 || t->state->better == t->frame)
        zt_report(t->diags, ZT_WARNING, "story-underset", t->at,
                  "《%.*s》没有排满：空 %d 行，约 %d 字；请补写",
                  "“%.*s” does not fill its frame: %d lines, about %d characters, are empty; add "
                  "to it",
                  ZT_ARG(t->name), t->lines, t->characters);
    else
        zt_report(t->diags, ZT_WARNING, "story-underset", t->at,
                  "《%.*s》没有排满：空 %d 行，约 %d 字；补写，或改为 lines=\"%d\"",
                  "“%.*s” does not fill its frame: %d lines, about %d characters, are empty; add "
                  "to it, or give it lines=\"%d\"",
                  ZT_ARG(t->name), t->lines, t->characters, t->state->better);
}

/* Heads that no text follows. */
static void tell_bare(const telling *t)
{
    if (t->state->heads > 0 && t->lines > 0)
        zt_report(t->diags, ZT_WARNING, "story-underset", t->at,
                  "《%.*s》没有正文：空 %d 行，约 %d 字；请写 <text>，或改为 lines=\"%d\"",
                  "“%.*s” has no text: %d lines, about %d characters, are empty; write its <text>, "
                  "or give it lines=\"%d\"",
                  ZT_ARG(t->name), t->lines, t->characters, t->state->better);
    else
        zt_report(t->diags, ZT_WARNING, "story-underset", t->at,
                  "《%.*s》没有正文；请写 <text>，或去掉这一篇",
                  "“%.*s” has no text; write its <text>, or take the story away", ZT_ARG(t->name));
}

void zt_article_report(const zt_page_drawing *d, const zt_item_plan *story,
                       const zt_article_state *state)
{
    const zt_page_grid *grid = &d->plan->grid;
    const zt_article *article = story->item->article;
    double measure = zt_story_leg_width(grid, story) / (grid->column / grid->characters);
    telling t = {.diags = d->setting->diags,
                 .at = article->at,
                 .name = zt_article_name(d->setting->arena, d->plan->doc, article),
                 .lines = state->spare < 0 ? -state->spare : state->spare,
                 .frame = story->frame.lines,
                 .state = state,
                 .said = &story->item->frame.lines};
    t.characters = (int)(t.lines * measure);
    if (state->heads > t.frame)
        tell_heads(&t);
    else if (state->spare < 0)
        tell_over(&t);
    else if (!state->has_text)
        tell_bare(&t);
    else
        tell_under(&t);
}
