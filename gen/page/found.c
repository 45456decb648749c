/* gen/page/found.c — a page whose items have no frames: what stands on it already, the forms of all
   others, and the layout that is found of them. */
#include "page/found_imp.h"

enum { RANKS = 3, WEIGHT_LEAD = 6, WEIGHT_SECOND = 3 };

/* ---- what is fixed ---- */

/* A rectangle with the blank below it, which ends where the next one begins. */
static void add_fixed(zt_page_search *f, zt_grid_rect r)
{
    int page = f->d->plan->grid.lines + f->between;
    zt_slice_fixed fixed = {r.column, r.line, r.cols, r.lines + f->between};
    if (f->fixed_count == ZT_SLICE_FIXED) {
        f->crowded = true;
        return;
    }
    for (size_t i = 0; i < f->out->item_count; i++) {
        const zt_grid_rect *o = &f->out->items[i].frame;
        bool below = o->line >= r.line + r.lines && o->line < fixed.row + fixed.height;
        if (below && o->column < r.column + r.cols && r.column < o->column + o->cols)
            fixed.height = o->line - r.line;
    }
    if (fixed.row + fixed.height > page)
        fixed.height = page - fixed.row;
    f->fixed[f->fixed_count++] = fixed;
}

/* The frames that are given, but those within others. */
static void find_fixed(zt_page_search *f)
{
    const zt_edition_look *look = f->d->look;
    if (f->page->nameplate.at.line)
        add_fixed(f, (zt_grid_rect){0, 0, f->d->plan->grid.columns,
                                    look->nameplate.lines + 1 - f->between});
    for (size_t i = 0; i < f->out->item_count; i++) {
        bool inside = false;
        for (size_t k = 0; k < f->out->item_count; k++)
            inside = inside ||
                     (k != i && zt_grid_rect_holds(f->out->items[k].frame, f->out->items[i].frame));
        if (!inside)
            add_fixed(f, f->out->items[i].frame);
    }
}

/* ---- the items ---- */

static int weight_of(const zt_page_search *f, const zt_edition_item *item)
{
    int rank = item->article ? item->article->rank : RANKS;
    int weight = rank <= 1 ? WEIGHT_LEAD : rank <= RANKS ? WEIGHT_SECOND : 1;
    int down = f->d->look->score.down > 0 ? f->d->look->score.down : 10;
    weight = weight * 10 / down;
    return weight < ZT_SLICE_WEIGHT ? weight : ZT_SLICE_WEIGHT;
}

static uint8_t edge_of(const zt_edition_item *item)
{
    switch (item->where) {
    case ZT_AT_HEAD:
        return ZT_SLICE_HEAD;
    case ZT_AT_FOOT:
        return ZT_SLICE_FOOT;
    case ZT_AT_LEFT:
        return ZT_SLICE_LEFT;
    case ZT_AT_RIGHT:
        return ZT_SLICE_RIGHT;
    case ZT_AT_ANYWHERE:
        break;
    }
    return item->article && item->article->rank == 1 ? ZT_SLICE_HEAD : 0;
}

/* The item that another has to stand beside; -1: none that is looked for. */
static int neighbour_of(const zt_page_search *f, const zt_edition_item *item)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->forms[i].item->id && zt_str_is(item->with, f->forms[i].item->id))
            return (int)i;
    return -1;
}

/* Every item without a frame, with its forms. Planning a story's heads and text is a trial. */
static void make_items(zt_page_search *f)
{
    zt_diags *diags = f->d->setting->diags;
    for (size_t i = 0; i < f->page->item_count; i++) {
        const zt_edition_item *item = &f->page->items[i];
        if (zt_found_is_placed(f->out, item) || f->count == ZT_SLICE_MOST)
            continue;
        size_t mark = zt_diags_mark(diags);
        f->forms[f->count] = zt_page_forms_of(f->d, item);
        if (item->article)
            zt_diags_rewind(diags, mark);
        f->proved[f->count] = ZT_ARRAY(f->d->setting->arena, f->forms[f->count].count + 1, bool);
        f->count++;
    }
    for (size_t i = 0; i < f->count; i++)
        f->items[i] = (zt_slice_item){.weight = weight_of(f, f->forms[i].item),
                                      .at = edge_of(f->forms[i].item),
                                      .topped = f->forms[i].topped,
                                      .with = neighbour_of(f, f->forms[i].item)};
}

/* ---- the layout ---- */

/* Items in document order, those with frames of their own among them. */
static void take(zt_page_search *f, const zt_slice_answer *answer)
{
    zt_arena *arena = f->d->setting->arena;
    zt_item_plan *all = ZT_ARRAY(arena, f->page->item_count, zt_item_plan);
    size_t count = 0, fixed = 0;
    for (size_t i = 0, k = 0; i < f->page->item_count; i++) {
        const zt_edition_item *item = &f->page->items[i];
        if (fixed < f->out->item_count && f->out->items[fixed].item == item)
            all[count++] = f->out->items[fixed++];
        else if (k < f->count && f->forms[k].item == item) {
            all[count++] = zt_found_item_plan(f, k, &answer->cells[k]);
            k++;
        }
    }
    f->out->items = all;
    f->out->item_count = count;
    f->out->butt = (long)answer->butt;
    f->out->down = (long)answer->depth;
}

/* Whether a story has a short headline: it is set before copy has to go. */
static bool has_short(const zt_page_search *f)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->forms[i].item->article && f->forms[i].item->article->short_title.len)
            return true;
    return false;
}

/* The layout that the desk asks for; told when there are not so many. */
static const zt_slice_answer *asked_for(const zt_page_search *f)
{
    size_t asked = f->d->plan->layout > 1 ? (size_t)f->d->plan->layout : 1;
    if (asked <= f->other_count)
        return &f->others[asked - 1];
    zt_report(f->d->setting->diags, ZT_WARNING, "layouts-few", f->page->at,
              "第 %d 版要第 %zu 种排法，只有 %zu 种排得满；排的是第 %zu 种",
              "layout %2$zu is asked for, but page %1$d has %3$zu that fill it; the one set is "
              "number %4$zu",
              f->page->no, asked, f->other_count, f->other_count);
    return &f->others[f->other_count - 1];
}

void zt_page_find(const zt_page_drawing *d, zt_page_plan *out)
{
    size_t free = 0, errors = zt_diags_severity_count(d->setting->diags, ZT_ERROR);
    for (size_t i = 0; i < out->page->item_count; i++)
        free += !zt_found_is_placed(out, &out->page->items[i]);
    if (free == 0 || zt_found_report_items(d, out, free))
        return;
    zt_page_search *f = ZT_NEW(d->setting->arena, zt_page_search);
    zt_page_drawing trials = *d;
    trials.shelf = zt_page_shelf_new(d->setting->arena);
    *f = (zt_page_search){.d = &trials, .page = out->page, .out = out, .between = d->look->between};
    find_fixed(f);
    make_items(f);
    if (f->crowded)
        zt_found_report_crowded(f);
    if (zt_diags_severity_count(d->setting->diags, ZT_ERROR) > errors)
        return;
    zt_slice_answer answer = zt_found_lay_out(f, ZT_COPY_FILLS);
    if (!answer.found && has_short(f))
        answer = zt_found_lay_out(f, ZT_COPY_SHORT);
    if (answer.found)
        take(f, asked_for(f));
    else if (answer.sound) /* else frames overlap or leave the page: they are told */
        zt_found_report(f);
}
