/* gen/page/shelf.c — what trials have planned of the stories of a page: a layout is looked for in
   rounds, and each of them asks again for the heads and the text of the same stories. */
#include "page/page_imp.h"

/* Heads of one story over some columns. */
typedef struct shelf_heads {
    double width;
    zt_article_choice choice;
    zt_heads_plan plan;
} shelf_heads;

/* Text shaped for legs of one width. */
typedef struct shelf_flow {
    const zt_block *block;
    zt_story_flow *flow; /* its column is that width */
    double width;
} shelf_flow;

/* Lines of a headline, or of its short form, in all sizes and breaks that were tried. */
typedef struct shelf_title {
    const zt_article *article;
    bool short_title;
    zt_title_memory *memory;
} shelf_title;

struct zt_page_shelf {
    ZT_VEC(shelf_title) titles;
    ZT_VEC(shelf_heads) heads;
    ZT_VEC(shelf_flow) flows;
};

zt_page_shelf *zt_page_shelf_new(zt_arena *arena)
{
    return ZT_NEW(arena, zt_page_shelf);
}

/* Whether both give the same heads; how the text stands in legs is no matter of theirs. */
static bool is_like(const zt_article_choice *a, const zt_article_choice *b)
{
    return a->over == b->over && a->title_min == b->title_min && a->title_max == b->title_max &&
           a->title_apart == b->title_apart && a->short_title == b->short_title &&
           a->deck == b->deck;
}

static zt_title_memory *title_of(const zt_page_drawing *d, const zt_article *article,
                                 bool short_title)
{
    if (!d->shelf)
        return NULL;
    for (size_t i = 0; i < d->shelf->titles.count; i++) {
        const shelf_title *t = &d->shelf->titles.items[i];
        if (t->article == article && t->short_title == short_title)
            return t->memory;
    }
    zt_arena *arena = d->setting->arena;
    shelf_title t = {article, short_title, zt_title_memory_new(arena)};
    ZT_PUSH(arena, &d->shelf->titles, t);
    return t.memory;
}

zt_heads_plan zt_page_heads(const zt_page_drawing *d, const zt_article *article,
                            const zt_article_choice *choice)
{
    double width = zt_page_grid_width(&d->plan->grid, choice->over);
    for (size_t i = 0; d->shelf && i < d->shelf->heads.count; i++) {
        const shelf_heads *h = &d->shelf->heads.items[i];
        if (h->plan.article == article && h->width == width && is_like(&h->choice, choice))
            return h->plan;
    }
    zt_heads_plan plan = zt_heads_plan_of(d->setting, &d->plan->grid, article, choice, width,
                                          title_of(d, article, choice->short_title));
    if (d->shelf)
        ZT_PUSH(d->setting->arena, &d->shelf->heads, ((shelf_heads){width, *choice, plan}));
    return plan;
}

zt_story_flow *zt_page_flow(const zt_page_drawing *d, const zt_block *block, double width)
{
    const zt_story_flow *like = NULL;
    for (size_t i = 0; d->shelf && i < d->shelf->flows.count; i++) {
        const shelf_flow *f = &d->shelf->flows.items[i];
        if (f->block == block && f->width == width)
            return f->flow;
        like = f->block == block ? f->flow : like;
    }
    zt_story_flow *flow = zt_story_flow_of(d->setting, block, d->plan->grid.line, width, like);
    if (d->shelf)
        ZT_PUSH(d->setting->arena, &d->shelf->flows, ((shelf_flow){block, flow, width}));
    return flow;
}
