/* gen/page/sentences.c — lines that have to go, as sentences: each is taken out and its paragraph
   broken again; then the fewest characters that free just so many lines are found. */
#include <string.h>

#include "base/utf8.h"
#include "page/found_imp.h"

enum { LINES_MOST = ZT_FOUND_CUT, NONE = 1 << 28 };

typedef ZT_VEC(zt_loose_sentence) sentence_list;

/* Lines that words take as a paragraph of the story's text; `measure` in points. */
static int lines_of(const zt_page_drawing *d, const zt_article *article, zt_str words,
                    double measure)
{
    return zt_story_lines_of(d->setting, d->plan->composition->blocks[article->text], words,
                             d->plan->grid.line, measure);
}

/* ---- where sentences end ---- */

/* How many bytes of closing marks stand there. */
static size_t closing_at(zt_str words, size_t at)
{
    static const char *const after[] = {"”", "’", "）", "》", "\"", ")"};
    for (size_t k = 0; k < sizeof after / sizeof *after; k++)
        if (zt_str_starts(zt_str_slice(words, at, words.len), after[k]))
            return strlen(after[k]);
    return 0;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The letters right before a full stop: one alone, or a title, is a short form. */
static bool is_short_form(zt_str words, size_t stop)
{
    size_t from = stop;
    while (from > 0 && (is_capital(words.data[from - 1]) ||
                        (words.data[from - 1] >= 'a' && words.data[from - 1] <= 'z')))
        from--;
    return (stop - from == 1 && is_capital(words.data[from])) ||
           zt_str_in_words(zt_str_slice(words, from, stop), "Mr Mrs Ms Dr Prof St No Fig vs");
}

/* Behind a mark of English: a blank, and something other than a small letter, for “e.g. ports” goes
   on; or the end. */
static bool ends_in_english(zt_str words, size_t mark)
{
    size_t at = mark + 1, closing;
    if (words.data[mark] == '.' && is_short_form(words, mark))
        return false;
    while ((closing = closing_at(words, at)) > 0)
        at += closing;
    if (at >= words.len)
        return true;
    return words.data[at] == ' ' && at + 1 < words.len &&
           !(words.data[at + 1] >= 'a' && words.data[at + 1] <= 'z');
}

/* How many bytes the mark has that ends a sentence there; 0: none does. */
static size_t end_mark(zt_str words, size_t at)
{
    static const char *const marks[] = {"。", "！", "？"};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (zt_str_starts(zt_str_slice(words, at, words.len), marks[k]))
            return strlen(marks[k]);
    return strchr(".!?", words.data[at]) && words.data[at] && ends_in_english(words, at) ? 1 : 0;
}

/* Where the sentence that begins there ends: after its mark and the quotation marks behind it, in
   English after the blank too, so that what is left begins with a word. */
static size_t sentence_end(zt_str words, size_t at)
{
    while (at < words.len) {
        size_t mark = end_mark(words, at), closing;
        if (mark == 0) {
            (void)zt_utf8_next(words, &at);
            continue;
        }
        at += mark;
        while ((closing = closing_at(words, at)) > 0)
            at += closing;
        return mark == 1 && at < words.len && words.data[at] == ' ' ? at + 1 : at;
    }
    return words.len;
}

/* ---- what goes ---- */

/* Adds the sentences `number` to `last`, bytes `at` to `end` of the words, when they shorten the
   paragraph, which has `whole` lines. */
static void add_cut(const zt_page_drawing *d, const zt_article *article, double measure,
                    zt_str words, int whole, zt_loose_sentence s, size_t end, sentence_list *out)
{
    zt_arena *arena = d->setting->arena;
    zt_buf rest;
    zt_buf_init(&rest, arena);
    zt_buf_add(&rest, words.data, s.at);
    zt_buf_add(&rest, words.data + end, words.len - end);
    s.words = zt_str_slice(words, s.at, end);
    s.characters = (int)zt_utf8_count(s.words);
    s.lines = whole - lines_of(d, article, zt_buf_view(&rest), measure);
    if (s.lines > 0)
        ZT_PUSH(arena, out, s);
}

/* The sentences of a paragraph that shorten it, each alone and with all that follow. */
static void add_sentences(const zt_page_drawing *d, const zt_article *article, double measure,
                          const zt_rich *text, int paragraph, sentence_list *out)
{
    zt_str words = zt_rich_plain(d->setting->arena, text);
    int whole = lines_of(d, article, words, measure), count = 0, number = 0;
    for (size_t at = 0; at < words.len; at = sentence_end(words, at))
        count++;
    for (size_t at = 0; at < words.len; at = sentence_end(words, at)) {
        number++;
        zt_loose_sentence s = {.paragraph = paragraph, .number = number, .last = number, .at = at};
        add_cut(d, article, measure, words, whole, s, sentence_end(words, at), out);
        s.last = count;
        if (number < count)
            add_cut(d, article, measure, words, whole, s, words.len, out);
    }
}

static sentence_list sentences_of(const zt_page_drawing *d, const zt_article *article,
                                  double measure)
{
    sentence_list list = {0};
    const zt_story *story = d->plan->doc->blocks[article->text].content;
    int paragraph = 0;
    for (size_t i = 0; i < story->count; i++) {
        const zt_story_item *item = &story->items[i];
        if (item->kind != ZT_STORY_P)
            continue;
        paragraph++;
        if (!item->optional)
            add_sentences(d, article, measure, &item->text, paragraph, &list);
    }
    return list;
}

/* A search for the fewest characters: best[n] frees n lines with sentences of the paragraphs so
 * far. */
typedef struct cut_search {
    const sentence_list *list;
    int lines;
    int best[LINES_MOST + 1];
    size_t *last; /* [end of a paragraph's sentences][lines]: the one that was taken, plus 1 */
} cut_search;

static size_t *taken(const cut_search *x, size_t end, int lines)
{
    return &x->last[end * (LINES_MOST + 1) + (size_t)lines];
}

/* Where the sentences of one paragraph begin, or end. */
static size_t paragraph_first(const sentence_list *list, size_t end)
{
    size_t first = end;
    while (first > 0 && list->items[first - 1].paragraph == list->items[end - 1].paragraph)
        first--;
    return first;
}

static size_t paragraph_end(const sentence_list *list, size_t first)
{
    size_t end = first;
    while (end < list->count && list->items[end].paragraph == list->items[first].paragraph)
        end++;
    return end;
}

/* One cut at most of each paragraph, for those of one change what the others free. */
static void search_lines(cut_search *x)
{
    for (int n = 1; n <= x->lines; n++)
        x->best[n] = NONE;
    for (size_t i = 0, end; i < x->list->count; i = end) {
        int before[LINES_MOST + 1];
        memcpy(before, x->best, sizeof before);
        end = paragraph_end(x->list, i);
        for (int n = 1; n <= x->lines; n++)
            for (size_t k = i; k < end; k++) {
                const zt_loose_sentence *s = &x->list->items[k];
                int rest = n - s->lines;
                if (rest < 0 || before[rest] + s->characters >= x->best[n])
                    continue;
                x->best[n] = before[rest] + s->characters;
                *taken(x, end, n) = k + 1;
            }
    }
}

size_t zt_sentences_of(const zt_page_drawing *d, const zt_article *article, double measure,
                       int lines, zt_loose_sentence *out)
{
    if (article->text == SIZE_MAX || lines < 1 || lines > LINES_MOST)
        return 0;
    sentence_list list = sentences_of(d, article, measure);
    cut_search x = {.list = &list, .lines = lines};
    x.last = ZT_ARRAY(d->setting->arena, (list.count + 1) * (LINES_MOST + 1), size_t);
    search_lines(&x);
    size_t count = 0;
    for (size_t end = list.count; end > 0 && x.best[lines] < NONE;) {
        size_t k = *taken(&x, end, lines);
        end = paragraph_first(&list, end);
        if (k == 0)
            continue;
        out[count++] = list.items[k - 1];
        lines -= list.items[k - 1].lines;
    }
    return count;
}

void zt_sentences_list(const zt_page_drawing *d, const zt_article *article,
                       const zt_loose_sentence *all, size_t count, zt_buf *zh, zt_buf *en)
{
    zt_str name = zt_article_name(d->setting->arena, d->plan->doc, article);
    zt_buf_printf(zh, "；《%.*s》删", ZT_ARG(name));
    zt_buf_printf(en, "; of “%.*s” cut", ZT_ARG(name));
    for (size_t i = count; i-- > 0;) { /* found from the last on */
        const zt_loose_sentence *s = &all[i];
        bool one = s->number == s->last;
        zt_buf_printf(zh, one ? " p[%d] 第 %d 句" : " p[%d] 第 %d 至 %d 句", s->paragraph,
                      s->number, s->last);
        zt_buf_printf(en, one ? " sentence %d" : " sentences %d to %d", s->number, s->last);
        zt_buf_printf(zh, "“%.*s”（%d 字）", ZT_ARG(s->words), s->characters);
        zt_buf_printf(en, " of p[%d] “%.*s” (%d characters)", s->paragraph, ZT_ARG(s->words),
                      s->characters);
    }
    zt_buf_puts(zh, "恰好");
    zt_buf_puts(en, ", which just does");
}

/* The n-th paragraph, counted from 1. */
static const zt_story_item *paragraph_of(const zt_page_drawing *d, const zt_article *article, int n)
{
    const zt_story *story = d->plan->doc->blocks[article->text].content;
    size_t i = 0;
    for (int count = story->items[0].kind == ZT_STORY_P; count < n;)
        count += story->items[++i].kind == ZT_STORY_P;
    return &story->items[i];
}

void zt_sentences_fix(const zt_page_drawing *d, const zt_article *article, const char *code,
                      const zt_loose_sentence *all, size_t count)
{
    for (size_t i = count; i-- > 0;) /* found from the last on */
        zt_diags_add_fix(d->setting->diags, code, paragraph_of(d, article, all[i].paragraph)->at,
                         all[i].words);
}

/* ---- the story without them ---- */

/* The paragraph without a sentence, in one plain span: for counting its lines alone. */
static zt_rich without(zt_arena *arena, const zt_rich *text, const zt_loose_sentence *s)
{
    zt_str words = zt_rich_plain(arena, text);
    zt_buf rest;
    zt_buf_init(&rest, arena);
    zt_buf_add(&rest, words.data, s->at);
    zt_buf_add(&rest, words.data + s->at + s->words.len, words.len - s->at - s->words.len);
    zt_rich out = *text;
    out.spans = ZT_NEW(arena, zt_span);
    out.spans[0] = (zt_span){.kind = ZT_SPAN_TEXT, .text = zt_buf_view(&rest), .at = text->at};
    out.count = out.spans[0].text.len > 0;
    return out;
}

static const zt_story *story_without(zt_arena *arena, const zt_story *story,
                                     const zt_loose_sentence *all, size_t count)
{
    zt_story *own = ZT_NEW(arena, zt_story);
    *own = *story;
    own->items = ZT_ARRAY(arena, story->count, zt_story_item);
    own->count = 0;
    int paragraph = 0;
    for (size_t i = 0; i < story->count; i++) {
        zt_story_item item = story->items[i];
        paragraph += item.kind == ZT_STORY_P;
        bool empty = false;
        for (size_t k = 0; k < count; k++)
            if (item.kind == ZT_STORY_P && all[k].paragraph == paragraph) {
                item.text = without(arena, &story->items[i].text, &all[k]);
                empty = item.text.count == 0;
            }
        if (!empty)
            own->items[own->count++] = item;
    }
    return own;
}

int zt_article_spare_without(const zt_page_drawing *d, const zt_item_plan *item,
                             const zt_loose_sentence *all, size_t count)
{
    zt_arena *arena = d->setting->arena;
    size_t text = item->item->article->text;
    zt_composition composition = *d->plan->composition;
    zt_block *block = ZT_NEW(arena, zt_block);
    zt_block **blocks = ZT_ARRAY(arena, composition.block_count, zt_block *);
    for (size_t i = 0; i < composition.block_count; i++)
        blocks[i] = composition.blocks[i];
    *block = *blocks[text];
    block->content = story_without(arena, block->content, all, count);
    blocks[text] = block;
    composition.blocks = blocks;
    zt_edition_plan plan = *d->plan;
    plan.composition = &composition;
    zt_page_drawing own = *d;
    own.plan = &plan;
    return zt_article_fit_of(&own, item).spare;
}
