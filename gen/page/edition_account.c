/* The account of an edition's pages: what stands where, for `zhitu dump --stage=pages`. */
#include "page/found_imp.h"

/* A form in words: “up to 36pt over 4 columns, no deck, 3 legs”. */
static const char *form_words(zt_arena *arena, const zt_page_form *form)
{
    zt_buf buf;
    zt_buf_init(&buf, arena);
    zt_buf_puts(&buf, "up to ");
    zt_buf_number(&buf, form->choice.title_max, 1);
    zt_buf_printf(&buf, "pt over %d columns", form->choice.over);
    if (form->choice.short_title)
        zt_buf_puts(&buf, ", short title");
    if (!form->choice.deck)
        zt_buf_puts(&buf, ", no deck");
    if (form->choice.legs > 0)
        zt_buf_printf(&buf, ", %d legs", form->choice.legs);
    return buf.data;
}

/* What a form gives up, by the names of the score. */
static void add_terms(zt_arena *arena, const zt_edition_score *score, const zt_page_form *f,
                      zt_account_terms *terms)
{
    enum { TENTHS = 10 };
    const struct {
        const char *name;
        int count, each;
    } all[] = {{"title-step", f->title_steps, score->title_step},
               {"short-title", f->short_title, score->short_title},
               {"no-deck", f->no_deck, score->no_deck},
               {"resplit", f->resplit, score->resplit},
               {"crop", f->crop, score->crop}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        zt_account_add(arena, terms, all[i].name, all[i].count,
                       (long)all[i].count * all[i].each * TENTHS);
    zt_account_add(arena, terms, "head", f->head > 0, f->head);
    zt_account_add(arena, terms, "leg", f->leg > 0, f->leg);
    zt_account_add(arena, terms, "line", f->text > 0, f->text);
}

static zt_account_item item_of(zt_arena *arena, const zt_edition_score *score,
                               const zt_item_plan *plan)
{
    zt_account_item item = {.kind = plan->item->name,
                            .id = plan->item->id,
                            .at = plan->item->at,
                            .column = plan->frame.column + 1,
                            .line = plan->frame.line, /* as line= is written, from 0 */
                            .columns = plan->frame.cols,
                            .lines = plan->frame.lines,
                            .forms = plan->forms};
    if (!plan->form)
        return item;
    item.form = plan->item->article ? form_words(arena, plan->form) : NULL;
    add_terms(arena, score, plan->form, &item.terms);
    return item;
}

static zt_account_page page_of(zt_arena *arena, const zt_edition_score *score,
                               const zt_edition_plan *plan, const zt_page_plan *page)
{
    zt_account_page out = {.columns = plan->grid.columns, .lines = plan->grid.lines};
    for (size_t i = 0; i < page->item_count; i++) {
        ZT_PUSH(arena, &out.items, item_of(arena, score, &page->items[i]));
        for (size_t k = 0; k < page->items[i].part_count; k++)
            ZT_PUSH(arena, &out.items, item_of(arena, score, &page->items[i].parts[k]));
    }
    zt_account_add(arena, &out.terms, "butt", page->butt > 0, page->butt);
    zt_account_add(arena, &out.terms, "down", page->down > 0, page->down);
    return out;
}

zt_account *zt_edition_account(zt_arena *arena, const zt_edition_look *look,
                               const zt_edition_plan *plan)
{
    zt_account *account = ZT_NEW(arena, zt_account);
    account->root = "edition";
    for (size_t p = 0; p < plan->page_count; p++)
        ZT_PUSH(arena, &account->pages, page_of(arena, &look->score, plan, &plan->pages[p]));
    return account;
}
