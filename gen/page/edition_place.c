/* A page of an edition drawn: furniture, then its items in the order of the document. */
#include "page/page_imp.h"

static zt_scene *new_page(const zt_edition_plan *plan, const zt_setting *setting)
{
    const zt_template *t = setting->template_;
    const zt_page_grid *grid = &plan->grid;
    zt_scene *scene = zt_scene_new(setting->arena, t->page_w, t->page_h);
    scene->bleed = t->bleed;
    scene->marks = t->marks;
    scene->type_area = (zt_rect){grid->x, grid->y, zt_page_grid_width(grid, grid->columns),
                                 grid->lines * grid->line};
    return scene;
}

zt_scene *zt_edition_place(const zt_edition_plan *plan, const zt_setting *setting, size_t page)
{
    zt_setting own = *setting;
    own.scene = new_page(plan, setting);
    zt_page_drawing d = {.plan = plan,
                         .page = &plan->pages[page],
                         .setting = &own,
                         .look = setting->template_->edition,
                         .spare = &plan->account->pages.items[page].spare};
    zt_folio_place(&d, own.scene->root);
    zt_nameplate_place(&d, own.scene->root);
    for (size_t i = 0; i < d.page->item_count; i++) {
        const zt_item_plan *item = &d.page->items[i];
        if (item->item->kind == ZT_EDITION_ARTICLE)
            zt_article_place(&d, item, own.scene->root);
        else
            zt_page_block_place(&d, item, own.scene->root);
    }
    zt_article_rules_place(&d, own.scene->root);
    return own.scene;
}
