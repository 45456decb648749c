/* gen/page/found_copy.c — the copy that a layout loses or wants: in lines of its stories, and in
   sentences; in words, and as a remedy for machines. */
#include "page/found_imp.h"

/* “《…》3 行约 39 字、…”: the stories of a layout that lose or want lines. */
void zt_found_list_stories(const zt_page_search *f, const zt_slice_answer *answer, zt_buf *zh,
                           zt_buf *en)
{
    zt_arena *arena = f->d->setting->arena;
    for (size_t i = 0, n = 0; i < f->count; i++) {
        const zt_shape *shape = &f->forms[i].shapes[answer->cells[i].shape];
        int lines = shape->cut < 0 ? -shape->cut : shape->cut;
        if (lines == 0)
            continue;
        zt_str name = zt_article_name(arena, f->d->plan->doc, f->forms[i].item->article);
        int characters = lines * f->d->plan->grid.characters;
        zt_buf_printf(zh, "%s《%.*s》%d 行约 %d 字", n ? "、" : "", ZT_ARG(name), lines,
                      characters);
        zt_buf_printf(en, "%s“%.*s” %d lines, about %d characters", n ? "; " : "", ZT_ARG(name),
                      lines, characters);
        n++;
    }
}

/* Which sentences would do, after the list of stories. */
void zt_found_list_sentences(const zt_page_search *f, const zt_slice_answer *answer, zt_buf *zh,
                             zt_buf *en)
{
    for (size_t i = 0; i < f->count; i++) {
        zt_loose_sentence out[ZT_FOUND_CUT];
        size_t count = zt_found_sentences(f, answer, i, out);
        if (count > 0)
            zt_sentences_list(f->d, f->forms[i].item->article, out, count, zh, en);
    }
}

/* The same for machines. */
void zt_found_fix_sentences(const zt_page_search *f, const zt_slice_answer *answer,
                            const char *code)
{
    for (size_t i = 0; i < f->count; i++) {
        zt_loose_sentence out[ZT_FOUND_CUT];
        size_t count = zt_found_sentences(f, answer, i, out);
        if (count > 0)
            zt_sentences_fix(f->d, f->forms[i].item->article, code, out, count);
    }
}
