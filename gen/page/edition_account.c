/* The account of an edition's pages: what stands where, for `zhitu dump --stage=pages`. */
#include "page/page_imp.h"

static zt_account_item item_of(const zt_item_plan *plan)
{
    return (zt_account_item){.kind = plan->item->name,
                             .id = plan->item->id,
                             .at = plan->item->at,
                             .column = plan->frame.column + 1,
                             .line = plan->frame.line + 1,
                             .columns = plan->frame.cols,
                             .lines = plan->frame.lines};
}

static zt_account_page page_of(zt_arena *arena, const zt_edition_plan *plan,
                               const zt_page_plan *page)
{
    zt_account_page out = {.columns = plan->grid.columns, .lines = plan->grid.lines};
    for (size_t i = 0; i < page->item_count; i++) {
        ZT_PUSH(arena, &out.items, item_of(&page->items[i]));
        for (size_t k = 0; k < page->items[i].part_count; k++)
            ZT_PUSH(arena, &out.items, item_of(&page->items[i].parts[k]));
    }
    return out;
}

zt_account *zt_edition_account(zt_arena *arena, const zt_edition_plan *plan)
{
    zt_account *account = ZT_NEW(arena, zt_account);
    account->root = "edition";
    for (size_t p = 0; p < plan->page_count; p++)
        ZT_PUSH(arena, &account->pages, page_of(arena, plan, &plan->pages[p]));
    return account;
}
