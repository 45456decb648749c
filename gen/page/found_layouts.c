/* gen/page/found_layouts.c — the best layout that fills a page with the forms of its items. What
   was counted is set before it is believed: a form whose text does not fill its frame after all is
   struck off, one whose lines cost more is counted anew, and the page is laid out again. */
#include "page/found_imp.h"

enum { ROUNDS = 80 };

/* Whether an item stands in a frame already. */
bool zt_found_is_placed(const zt_page_plan *out, const zt_edition_item *item)
{
    for (size_t i = 0; i < out->item_count; i++)
        if (out->items[i].item == item)
            return true;
    return false;
}

static bool may_use(const zt_page_forms *forms, const zt_shape *shape, zt_copy_play play)
{
    if (shape->width == 0) /* struck off */
        return false;
    if (play == ZT_COPY_FILLS && forms->forms[shape->choice].short_title)
        return false;
    return shape->cut == 0 || play == (shape->cut > 0 ? ZT_COPY_CUT : ZT_COPY_WANTS);
}

/* Fills the items with the shapes that are not struck off; from[i][k] is the form's shape behind
   the k-th of item i. Wanting lines are counted as cut ones. */
static void choose_shapes(zt_page_search *f, zt_copy_play play, size_t **from)
{
    zt_arena *arena = f->d->setting->arena;
    for (size_t i = 0; i < f->count; i++) {
        const zt_page_forms *forms = &f->forms[i];
        zt_shape *shapes = ZT_ARRAY(arena, forms->count, zt_shape);
        from[i] = ZT_ARRAY(arena, forms->count, size_t);
        f->items[i].count = 0;
        f->items[i].shapes = shapes;
        for (size_t k = 0; k < forms->count; k++) {
            zt_shape s = forms->shapes[k];
            if (!may_use(forms, &s, play))
                continue;
            s.cut = s.cut < 0 ? -s.cut : s.cut;
            from[i][f->items[i].count] = k;
            shapes[f->items[i].count++] = s;
        }
    }
}

/* The best layout of these shapes; when the desk asks for another, those that differ as well. */
static zt_slice_answer lay_out(zt_page_search *f, zt_copy_play play)
{
    size_t *from[ZT_SLICE_MOST];
    choose_shapes(f, play, from);
    zt_slice_page page = {.width = f->d->plan->grid.columns,
                          .height = f->d->plan->grid.lines + f->between,
                          .items = f->items,
                          .count = f->count,
                          .fixed = f->fixed,
                          .fixed_count = f->fixed_count,
                          .butt = f->d->look->score.butt * 10,
                          .most_cut = play < ZT_COPY_CUT ? 0 : ZT_FOUND_CUT};
    if (f->others_too && play < ZT_COPY_CUT)
        f->other_count = zt_slice_best_again(f->memory, &page, f->others, ZT_FOUND_LAYOUTS);
    else {
        f->others[0] = zt_slice_solve_again(f->memory, &page);
        f->other_count = f->others[0].found;
    }
    for (size_t k = 0; k < f->other_count; k++)
        for (size_t i = 0; i < f->count; i++)
            f->others[k].cells[i].shape = from[i][f->others[k].cells[i].shape];
    return f->others[0];
}

/* An item where the layout puts it. */
zt_item_plan zt_found_item_plan(const zt_page_search *f, size_t i, const zt_slice_cell *cell)
{
    const zt_page_forms *forms = &f->forms[i];
    const zt_page_form *form = &forms->forms[cell->choice];
    zt_item_plan plan = {.item = forms->item,
                         .frame = {cell->column, cell->row, cell->width, form->lines},
                         .choice = form->choice,
                         .form = form,
                         .forms = forms->count};
    const zt_article *article = forms->item->article;
    if (!article)
        return plan;
    plan.part_count = article->item_count;
    plan.parts = ZT_ARRAY(f->d->setting->arena, plan.part_count, zt_item_plan);
    for (size_t k = 0; k < plan.part_count; k++) {
        const zt_form_part *p = &form->parts[k];
        plan.parts[k] = (zt_item_plan){
            .item = &article->items[k],
            .frame = {cell->column + p->column, cell->row + p->line, p->cols, p->lines}};
    }
    return plan;
}

/* The sentences that an item of a layout loses. */
size_t zt_found_sentences(const zt_page_search *f, const zt_slice_answer *answer, size_t i,
                          zt_loose_sentence *out)
{
    const zt_shape *shape = &f->forms[i].shapes[answer->cells[i].shape];
    const zt_page_form *form = &f->forms[i].forms[shape->choice];
    if (shape->cut <= 0)
        return 0;
    return zt_sentences_of(f->d, f->forms[i].item->article,
                           zt_form_measure(f->d, form, shape->width), shape->cut, out);
}

/* How a story fills its frame where a layout puts it, without what has to go. */
static zt_article_fit fit_at(const zt_page_search *f, const zt_slice_answer *answer, size_t i)
{
    zt_item_plan plan = zt_found_item_plan(f, i, &answer->cells[i]);
    const zt_shape *shape = &f->forms[i].shapes[answer->cells[i].shape];
    if (shape->cut <= 0)
        return zt_article_fit_of(f->d, &plan);
    zt_loose_sentence out[ZT_FOUND_CUT];
    size_t count = zt_found_sentences(f, answer, i, out);
    uint32_t floor = f->forms[i].forms[shape->choice].floor;
    return (zt_article_fit){count ? zt_article_spare_without(f->d, &plan, out, count) : -1, floor};
}

/* Gives a shape the cost of its lines as they were set. Whether that is much more than was counted:
   where columns end, lines are stretched. */
static bool raise_cost(zt_page_search *f, size_t i, size_t shape, uint32_t cost)
{
    enum { MUCH = 30, MANY = 10, RAISES = 12, RAISES_OF_MANY = 4 }; /* three points of the score */
    zt_shape *s = &f->forms[i].shapes[shape];
    zt_page_form *form = &f->forms[i].forms[s->choice];
    int more = s->cut > 0 ? 0 : zt_form_text_cost(cost, form->floor) - form->text;
    int most =
        f->count > MANY ? RAISES_OF_MANY : RAISES; /* then what fills is taken, dear or not */
    if (more < MUCH || f->rounds >= most)
        return false;
    form->text += more;
    s->cost = s->cost + (uint32_t)more < ZT_SLICE_COST ? s->cost + (uint32_t)more : ZT_SLICE_COST;
    return true;
}

/* Sets a story where a layout puts it. One that does not fill its frame is struck off, one that
   costs more than was counted is counted anew: then the layout may not be the best. */
static bool prove_item(zt_page_search *f, const zt_slice_answer *answer, size_t i)
{
    zt_diags *diags = f->d->setting->diags;
    size_t shape = answer->cells[i].shape;
    if (f->proved[i][shape] || !f->forms[i].item->article || f->forms[i].shapes[shape].cut < 0)
        return true;
    size_t mark = zt_diags_mark(diags);
    zt_article_fit fit = fit_at(f, answer, i);
    zt_diags_rewind(diags, mark);
    f->proved[i][shape] = fit.spare == 0;
    if (fit.spare != 0)
        f->forms[i].shapes[shape].width = 0;
    return fit.spare == 0 && !raise_cost(f, i, shape, fit.cost);
}

/* All items of all layouts that were found. */
static bool prove(zt_page_search *f)
{
    bool all = true;
    for (size_t k = 0; k < f->other_count; k++)
        for (size_t i = 0; i < f->count; i++)
            all = prove_item(f, &f->others[k], i) && all;
    return all;
}

static zt_slice_answer lay_out_until_proved(zt_page_search *f, zt_copy_play play)
{
    zt_slice_answer answer = lay_out(f, play);
    f->rounds = 0;
    while (answer.found && !prove(f)) {
        if (++f->rounds == ROUNDS)
            answer.found = false;
        else
            answer = lay_out(f, play);
    }
    return answer;
}

/* The best layout whose stories fill their frames when they are set. Others are looked for when its
   costs are known, so that it is the same whichever of them is asked for, and none is cheaper. */
zt_slice_answer zt_found_lay_out(zt_page_search *f, zt_copy_play play)
{
    f->memory = zt_slice_memory_new(f->d->setting->arena);
    f->others_too = false;
    zt_slice_answer answer = lay_out_until_proved(f, play);
    f->others_too = answer.found && f->d->plan->layout > 1;
    if (f->others_too)
        answer = lay_out_until_proved(f, play);
    zt_slice_memory_drop(f->memory);
    return answer;
}
