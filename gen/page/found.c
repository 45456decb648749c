/* gen/page/found.c — a page whose items have no frames: the forms of all of them, the best layout
   that fills the page, and what to say when there is none. What was counted is set before it is
   believed: a form whose text does not fill its frame after all is struck off, and the page is laid
   out anew. */
#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "page/found_imp.h"

enum { ROUNDS = 80, LAYOUTS = 3, RANKS = 3, WEIGHT_LEAD = 6, WEIGHT_SECOND = 3 };

/* A page while its layout is looked for. */
typedef struct finding {
    const zt_page_drawing *d; /* with a shelf */
    const zt_edition_page *page;
    zt_page_plan *out;
    zt_page_forms forms[ZT_SLICE_MOST];
    zt_slice_item items[ZT_SLICE_MOST];
    bool *proved[ZT_SLICE_MOST]; /* [shape]: set, and filled */
    size_t count;
    zt_slice_fixed fixed[ZT_SLICE_FIXED];
    size_t fixed_count;
    bool crowded; /* more than that */
    int between;
    int rounds;                      /* of the layout that is looked for */
    zt_slice_memory *memory;         /* of those rounds */
    zt_slice_answer others[LAYOUTS]; /* the best layouts that differ, by rising cost */
    bool others_too;                 /* layouts that differ from the best are looked for as well */
    size_t other_count;
} finding;

/* ---- what is fixed ---- */

/* A rectangle with the blank below it, which ends where the next one begins. */
static void add_fixed(finding *f, zt_grid_rect r)
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
static void find_fixed(finding *f)
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

static int weight_of(const finding *f, const zt_edition_item *item)
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
static int neighbour_of(const finding *f, const zt_edition_item *item)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->forms[i].item->id && zt_str_is(item->with, f->forms[i].item->id))
            return (int)i;
    return -1;
}

/* Whether an item stands in a frame already. */
static bool is_placed(const zt_page_plan *out, const zt_edition_item *item)
{
    for (size_t i = 0; i < out->item_count; i++)
        if (out->items[i].item == item)
            return true;
    return false;
}

/* Every item without a frame, with its forms. Planning a story's heads and text is a trial. */
static void make_items(finding *f)
{
    zt_diags *diags = f->d->setting->diags;
    for (size_t i = 0; i < f->page->item_count; i++) {
        const zt_edition_item *item = &f->page->items[i];
        if (is_placed(f->out, item) || f->count == ZT_SLICE_MOST)
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

/* ---- layouts ---- */

/* Which shapes a layout may have: those that just fill; those with short headlines as well; and
   then that may be cut, or that may want lines. */
typedef enum copy_play { COPY_FILLS, COPY_SHORT, COPY_CUT, COPY_WANTS } copy_play;

static bool may_use(const zt_page_forms *forms, const zt_shape *shape, copy_play play)
{
    if (shape->width == 0) /* struck off */
        return false;
    if (play == COPY_FILLS && forms->forms[shape->choice].short_title)
        return false;
    return shape->cut == 0 || play == (shape->cut > 0 ? COPY_CUT : COPY_WANTS);
}

/* Fills the items with the shapes that are not struck off; from[i][k] is the form's shape behind
   the k-th of item i. Wanting lines are counted as cut ones. */
static void choose_shapes(finding *f, copy_play play, size_t **from)
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
static zt_slice_answer lay_out(finding *f, copy_play play)
{
    zt_arena *arena = f->d->setting->arena;
    size_t *from[ZT_SLICE_MOST];
    choose_shapes(f, play, from);
    zt_slice_page page = {.width = f->d->plan->grid.columns,
                          .height = f->d->plan->grid.lines + f->between,
                          .items = f->items,
                          .count = f->count,
                          .fixed = f->fixed,
                          .fixed_count = f->fixed_count,
                          .butt = f->d->look->score.butt * 10,
                          .most_cut = play < COPY_CUT ? 0 : ZT_FOUND_CUT};
    if (f->others_too && play < COPY_CUT)
        f->other_count = zt_slice_best(arena, &page, f->others, LAYOUTS);
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
static zt_item_plan plan_of(const finding *f, size_t i, const zt_slice_cell *cell)
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
static size_t sentences_at(const finding *f, const zt_slice_answer *answer, size_t i,
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
static zt_article_fit fit_at(const finding *f, const zt_slice_answer *answer, size_t i)
{
    zt_item_plan plan = plan_of(f, i, &answer->cells[i]);
    const zt_shape *shape = &f->forms[i].shapes[answer->cells[i].shape];
    if (shape->cut <= 0)
        return zt_article_fit_of(f->d, &plan);
    zt_loose_sentence out[ZT_FOUND_CUT];
    size_t count = sentences_at(f, answer, i, out);
    uint32_t floor = f->forms[i].forms[shape->choice].floor;
    return (zt_article_fit){count ? zt_article_spare_without(f->d, &plan, out, count) : -1, floor};
}

/* Gives a shape the cost of its lines as they were set. Whether that is much more than was counted:
   where columns end, lines are stretched. */
static bool raise_cost(finding *f, size_t i, size_t shape, uint32_t cost)
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
static bool prove_item(finding *f, const zt_slice_answer *answer, size_t i)
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
static bool prove(finding *f)
{
    bool all = true;
    for (size_t k = 0; k < f->other_count; k++)
        for (size_t i = 0; i < f->count; i++)
            all = prove_item(f, &f->others[k], i) && all;
    return all;
}

static zt_slice_answer lay_out_until_proved(finding *f, copy_play play)
{
    f->memory = zt_slice_memory_new(f->d->setting->arena);
    zt_slice_answer answer = lay_out(f, play);
    f->rounds = 0;
    while (answer.found && !prove(f)) {
        if (++f->rounds == ROUNDS)
            answer.found = false;
        else
            answer = lay_out(f, play);
    }
    zt_slice_memory_drop(f->memory);
    return answer;
}

/* The best layout whose stories fill their frames when they are set. Others are looked for when its
   costs are known, so that it is the same whichever of them is asked for, and none is cheaper. */
static zt_slice_answer lay_out_proved(finding *f, copy_play play)
{
    f->others_too = false;
    zt_slice_answer best = lay_out_until_proved(f, play);
    if (!best.found || f->d->plan->layout <= 1)
        return best;
    f->others_too = true;
    return lay_out_until_proved(f, play);
}

/* Items in document order, those with frames of their own among them. */
static void take(finding *f, const zt_slice_answer *answer)
{
    zt_arena *arena = f->d->setting->arena;
    zt_item_plan *all = ZT_ARRAY(arena, f->page->item_count, zt_item_plan);
    size_t count = 0, fixed = 0;
    for (size_t i = 0, k = 0; i < f->page->item_count; i++) {
        const zt_edition_item *item = &f->page->items[i];
        if (fixed < f->out->item_count && f->out->items[fixed].item == item)
            all[count++] = f->out->items[fixed++];
        else if (k < f->count && f->forms[k].item == item) {
            all[count++] = plan_of(f, k, &answer->cells[k]);
            k++;
        }
    }
    f->out->items = all;
    f->out->item_count = count;
    f->out->butt = (long)answer->butt;
    f->out->down = (long)answer->depth;
}

/* ---- what is said ---- */

/* “《…》3 行约 39 字、…”: the stories of a layout that lose or want lines. */
static void list_stories(const finding *f, const zt_slice_answer *answer, zt_buf *zh, zt_buf *en)
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
static void list_sentences(const finding *f, const zt_slice_answer *answer, zt_buf *zh, zt_buf *en)
{
    for (size_t i = 0; i < f->count; i++) {
        zt_loose_sentence out[ZT_FOUND_CUT];
        size_t count = sentences_at(f, answer, i, out);
        if (count > 0)
            zt_sentences_list(f->d, f->forms[i].item->article, out, count, zh, en);
    }
}

/* The same for machines. */
static void fix_sentences(const finding *f, const zt_slice_answer *answer, const char *code)
{
    for (size_t i = 0; i < f->count; i++) {
        zt_loose_sentence out[ZT_FOUND_CUT];
        size_t count = sentences_at(f, answer, i, out);
        if (count > 0)
            zt_sentences_fix(f->d, f->forms[i].item->article, code, out, count);
    }
}

/* What has to go, or is wanting: no layout does with less. */
static void report_copy(const finding *f, const zt_slice_answer *answer, copy_play play)
{
    zt_arena *arena = f->d->setting->arena;
    zt_buf zh, en;
    zt_buf_init(&zh, arena);
    zt_buf_init(&en, arena);
    if (play == COPY_CUT) {
        zt_buf_printf(&zh, "第 %d 版排不下：最少须删 %d 行，即", f->page->no, answer->cut);
        zt_buf_printf(&en, "page %d does not hold its copy: at least %d lines have to go, ",
                      f->page->no, answer->cut);
    } else {
        zt_buf_printf(&zh, "第 %d 版排不满：最少还差 %d 行，即", f->page->no, answer->cut);
        zt_buf_printf(&en, "page %d is not filled: at least %d lines are wanting, ", f->page->no,
                      answer->cut);
    }
    list_stories(f, answer, &zh, &en);
    zt_buf_puts(&zh, "（已证明没有更少的办法）");
    zt_buf_puts(&en, " (no layout does with less)");
    if (play == COPY_CUT)
        list_sentences(f, answer, &zh, &en);
    const char *code = play == COPY_CUT ? "page-overset" : "page-underset";
    zt_report(f->d->setting->diags, ZT_ERROR, code, f->page->at, "%s%.0s", "%.0s%s", zh.data,
              en.data);
    if (play == COPY_CUT)
        fix_sentences(f, answer, code);
}

/* A wish of the desk without which the page would be filled. */
static bool report_bound(finding *f)
{
    for (size_t i = 0; i < f->count; i++) {
        zt_slice_item kept = f->items[i];
        const zt_edition_item *item = f->forms[i].item;
        if (item->where == ZT_AT_ANYWHERE && kept.with < 0)
            continue;
        f->items[i].at = 0;
        f->items[i].with = -1;
        bool fills = lay_out_proved(f, COPY_SHORT).found;
        f->items[i].at = kept.at;
        f->items[i].with = kept.with;
        if (!fills)
            continue;
        const char *which = item->where == ZT_AT_ANYWHERE ? "with" : "at";
        zt_report(f->d->setting->diags, ZT_ERROR, "page-bound", item->at,
                  "有 <%s> 的 %s=，第 %d 版排不满；没有它就排得下、排得满",
                  "<%s> has %s=, and with it page %d cannot be filled; without it, it can",
                  item->name, which, f->page->no);
        return true;
    }
    return false;
}

/* An item that fits no frame of the page: its pictures are too large for it, as a rule. */
static bool report_formless(const finding *f)
{
    for (size_t i = 0; i < f->count; i++) {
        if (f->forms[i].count > 0)
            continue;
        const zt_edition_item *item = f->forms[i].item;
        zt_report(
            f->d->setting->diags, ZT_ERROR, "page-bound", item->at,
            "<%s> 在它可占的任何栏宽都排不成：题、图和文字高过版心；请放宽 "
            "cols，或把图片和图表改小、移到稿外",
            "<%s> cannot be set at any width that it may take: its heads, pictures and text are "
            "higher than the page; widen cols, or make its pictures smaller or put them beside it",
            item->name);
        return true;
    }
    return false;
}

/* Whether the copy is about as long as the page; else says by how much it is not, and false. */
static bool room_suits(const finding *f)
{
    int page = f->d->plan->grid.lines + f->between;
    int room = page * f->d->plan->grid.columns, least = 0, most = 0;
    for (size_t i = 0; i < f->fixed_count; i++)
        room -= f->fixed[i].width * f->fixed[i].height;
    for (size_t i = 0; i < f->count; i++) {
        int low = INT_MAX, high = 0;
        for (size_t k = 0; k < f->forms[i].count; k++) {
            const zt_shape *s = &f->forms[i].shapes[k];
            int area = s->width * s->height + s->cut; /* as much as its copy takes */
            low = area < low ? area : low;
            high = area > high ? area : high;
        }
        least += low < INT_MAX ? low : 0;
        most += high;
    }
    if (least <= room && most >= room)
        return true;
    zt_report(f->d->setting->diags, ZT_ERROR, least > room ? "page-overset" : "page-underset",
              f->page->at,
              least > room ? "第 %d 版排不下：至少多出 %d 行栏宽的稿件；请撤下或删短"
                           : "第 %d 版排不满：至少还差 %d 行栏宽的稿件；请加稿，或放大图片",
              least > room
                  ? "page %d does not hold its copy: at least %d lines of a column are over; "
                    "take items away or cut them"
                  : "page %d is not filled: at least %d lines of a column are wanting; add "
                    "copy, or larger pictures",
              f->page->no, least > room ? least - room : room - most);
    return false;
}

/* Nothing fills the page: what is nearest. */
static void report_none(finding *f)
{
    zt_slice_answer cut = lay_out_proved(f, COPY_CUT), wants = lay_out_proved(f, COPY_WANTS);
    bool over = cut.found && (!wants.found || cut.cut <= wants.cut);
    if (cut.found || wants.found)
        report_copy(f, over ? &cut : &wants, over ? COPY_CUT : COPY_WANTS);
    else if (!report_formless(f) && room_suits(f) && !report_bound(f))
        zt_report(f->d->setting->diags, ZT_ERROR, "page-bound", f->page->at,
                  "第 %d 版排不出来：增减 %d 行文字也填不满；请放宽 cols、lines 或 at，或增减稿件",
                  "page %d cannot be laid out: %d lines more or less do not fill it; widen cols, "
                  "lines or at, or add or take away items",
                  f->page->no, ZT_FOUND_CUT);
}

static bool is_briefs(const zt_edition_item *item)
{
    return strcmp(item->name, "briefs") == 0;
}

/* Characters of a story's paragraphs; SIZE_MAX of what is none, or has pictures: it is no brief. */
static size_t brief_length(const zt_page_drawing *d, const zt_edition_item *item)
{
    const zt_article *article = item->article;
    if (!article || article->text == SIZE_MAX || article->item_count > 0 || is_briefs(item))
        return SIZE_MAX;
    const zt_story *story = d->plan->doc->blocks[article->text].content;
    size_t count = 0;
    for (size_t i = 0; i < story->count; i++)
        count += zt_utf8_count(zt_rich_plain(d->setting->arena, &story->items[i].text));
    return count;
}

/* The shortest story that is not in the list; NULL when there is none. */
static const zt_edition_item *next_brief(const zt_page_drawing *d, const zt_page_plan *out,
                                         const zt_edition_item *const *list, size_t count)
{
    const zt_edition_item *found = NULL;
    for (size_t i = 0; i < out->page->item_count; i++) {
        const zt_edition_item *item = &out->page->items[i];
        bool taken = is_placed(out, item) || brief_length(d, item) == SIZE_MAX;
        for (size_t k = 0; k < count; k++)
            taken = taken || list[k] == item;
        if (!taken && (!found || brief_length(d, item) < brief_length(d, found)))
            found = item;
    }
    return found;
}

/* The shortest stories, as many as have to become one item; none when there are not so many. */
static size_t name_briefs(const zt_page_drawing *d, const zt_page_plan *out, size_t wanted,
                          zt_buf *names)
{
    const zt_edition_item **list = ZT_ARRAY(d->setting->arena, wanted, const zt_edition_item *);
    for (size_t i = 0; i < wanted; i++) {
        list[i] = next_brief(d, out, list, i);
        if (!list[i])
            return 0;
        zt_str name = zt_article_name(d->setting->arena, d->plan->doc, list[i]->article);
        zt_buf_printf(names, "%s《%.*s》", i ? "、" : "", ZT_ARG(name));
    }
    return wanted;
}

static bool report_items(const zt_page_drawing *d, const zt_page_plan *out, size_t free)
{
    zt_buf names;
    zt_buf_init(&names, d->setting->arena);
    if (free <= ZT_SLICE_MOST)
        return false;
    size_t wanted = free - ZT_SLICE_MOST + 1; /* become one */
    for (size_t i = 0; i < out->page->item_count; i++)
        if (is_briefs(&out->page->items[i])) {
            wanted = free - ZT_SLICE_MOST; /* go into it */
            break;
        }
    if (name_briefs(d, out, wanted, &names))
        zt_report(d->setting->diags, ZT_ERROR, "page-items", out->page->at,
                  "第 %d 版有 %zu 样东西没有框，最多找得出 %d 样的版式；请把最短的几篇并入一个 "
                  "<briefs>：%s",
                  "page %d has %zu items without a frame, and layouts are found for at most %d; "
                  "put the shortest stories into one <briefs>: %s",
                  out->page->no, free, ZT_SLICE_MOST, names.data);
    else
        zt_report(d->setting->diags, ZT_ERROR, "page-items", out->page->at,
                  "第 %d 版有 %zu 样东西没有框，最多找得出 %d 样的版式；请给其中 %zu 样写上框",
                  "page %d has %zu items without a frame, and layouts are found for at most %d; "
                  "give frames to %zu of them",
                  out->page->no, free, ZT_SLICE_MOST, free - ZT_SLICE_MOST);
    return true;
}

static void report_crowded(const finding *f)
{
    zt_report(
        f->d->setting->diags, ZT_ERROR, "page-items", f->page->at,
        "第 %d 版写定的框多于 %d 个，其余的找不出版式；请给余下的也写上框",
        "page %d has more than %d frames by hand, and no layout is looked for round them; give "
        "frames to the others as well",
        f->page->no, ZT_SLICE_FIXED);
}

/* Whether a story has a short headline: it is set before copy has to go. */
static bool has_short(const finding *f)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->forms[i].item->article && f->forms[i].item->article->short_title.len)
            return true;
    return false;
}

/* The layout that the desk asks for; told when there are not so many. */
static const zt_slice_answer *asked_for(const finding *f)
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
        free += !is_placed(out, &out->page->items[i]);
    if (free == 0 || report_items(d, out, free))
        return;
    finding *f = ZT_NEW(d->setting->arena, finding);
    zt_page_drawing trials = *d;
    trials.shelf = zt_page_shelf_new(d->setting->arena);
    *f = (finding){.d = &trials, .page = out->page, .out = out, .between = d->look->between};
    find_fixed(f);
    make_items(f);
    if (f->crowded)
        report_crowded(f);
    if (zt_diags_severity_count(d->setting->diags, ZT_ERROR) > errors)
        return;
    zt_slice_answer answer = lay_out_proved(f, COPY_FILLS);
    if (!answer.found && has_short(f))
        answer = lay_out_proved(f, COPY_SHORT);
    if (answer.found)
        take(f, asked_for(f));
    else if (answer.sound) /* else frames overlap or leave the page: they are told */
        report_none(f);
}
