/* gen/app/work_graphic.c — the page of a graphic from its model and template. */
#include <string.h>

#include "app/pipeline.h"
#include "block/blocks.h"
#include "layout/layout.h"

/* Faces come first, for without them no text can be measured; then the layout, then the checks
   of the finished page. */
static void make_page(zt_work *w)
{
    zt_setting setting;
    if (!zt_work_setting(w, &setting) ||
        !zt_layout_has_faces(&setting, w->composition->blocks, w->composition->block_count))
        return;
    w->layout = zt_work_layout(w, &setting);
    zt_work_tell_least_width(w);
    w->book = zt_work_book(w);
    w->book->pages = ZT_ARRAY(w->arena, 1, zt_scene *);
    w->book->pages[0] = setting.scene;
    w->book->page_count = 1;
    zt_work_inspect(w);
}

/* For the gallery, which shows every look of one content without a template for each. A variant
   may be drawn by a kind of block of its own, whose looks must then be read anew. */
static void change_variant(zt_work *w)
{
    for (size_t i = 0; i < w->composition->block_count; i++) {
        zt_block *block = w->composition->blocks[i];
        if (strcmp(block->kind->name, w->variant_of) != 0)
            continue;
        const zt_block_kind *kind =
            zt_block_kind_with(zt_str_from(w->variant_of), zt_str_from(w->variant));
        block->variant = w->variant;
        if (!kind || kind == block->kind)
            continue;
        block->kind = kind;
        zt_block_load(w->arena, w->diags, w->template_->theme, block);
    }
}

/* A graphic: blocks in their boxes, then the page. */
void zt_work_make_graphic(zt_work *w, zhitu_stage last)
{
    if (zt_work_is_auto(w))
        zt_work_choose(w);
    if (zt_work_failed(w))
        return;
    w->composition = zt_compose(w->arena, w->diags, w->doc, w->template_);
    if (w->variant)
        change_variant(w);
    if (last == ZHITU_BLOCKS || zt_work_failed(w))
        return;
    make_page(w);
}
