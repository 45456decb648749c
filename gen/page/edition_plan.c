/* The pages of an edition with every item in a frame. Frames are those of the desk; what stands in
   a story without a frame of its own hangs below its heads. Items without one are found room. */
#include "page/found_imp.h"

/* ---- choices of frames by hand ---- */

/* A story that the desk has framed: its headline fills its measure between the sizes of its style.
 */
static zt_article_choice choice_of(const zt_edition_look *look, const zt_doc *doc,
                                   const zt_article *article, zt_grid_rect frame)
{
    const zt_story_style *style = zt_story_style_of(look, article->rank);
    zt_article_choice choice = {
        .over = article->over > 0 && article->over < frame.cols ? article->over : frame.cols,
        .title_min = style->titles[style->title_count - 1],
        .title_max = style->titles[0],
        .deck = true,
        .legs = zt_article_legs(doc, article)};
    return choice;
}

/* ---- frames ---- */

/* Whether a frame lies on the page; else it is told. */
static bool lies_on_page(const zt_setting *setting, const zt_page_grid *grid,
                         const zt_edition_item *item, zt_grid_rect r)
{
    if (zt_grid_rect_holds((zt_grid_rect){0, 0, grid->columns, grid->lines}, r))
        return true;
    zt_report(
        setting->diags, ZT_ERROR, "frame-outside", item->at,
        "<%s> 的框（第 %d 栏起 %d 栏，第 %d 行起 %d 行）超出版心：版心 %d 栏 %d 行，行从 0 数起",
        "the frame of <%s> (from column %d %d columns, from line %d %d lines) goes beyond the "
        "type area: %d columns and %d lines, lines counted from 0",
        item->name, r.column + 1, r.cols, r.line, r.lines, grid->columns, grid->lines);
    return false;
}

static zt_grid_rect frame_of(const zt_setting *setting, const zt_page_grid *grid,
                             const zt_edition_item *item)
{
    const zt_frame *f = &item->frame;
    zt_grid_rect r = {f->column - 1, f->line, f->cols.most, f->lines.most};
    lies_on_page(setting, grid, item, r);
    return r;
}

/* ---- insets ---- */

static zt_inset *add_inset(zt_edition_plan *plan, const zt_edition_item *item, zt_grid_rect frame)
{
    zt_rect r = zt_page_graphic_rect(&plan->grid, item, frame);
    zt_inset *inset = &plan->insets[plan->inset_count++];
    *inset = (zt_inset){.item = item, .frame = frame, .width = r.w, .height = r.h};
    return inset;
}

/* Graphics of an edition, so that there is room for all. */
static size_t count_graphics(const zt_edition *edition)
{
    size_t count = 0;
    for (size_t p = 0; p < edition->page_count; p++)
        for (size_t i = 0; i < edition->pages[p].item_count; i++) {
            const zt_edition_item *item = &edition->pages[p].items[i];
            count += item->kind == ZT_EDITION_GRAPHIC;
            for (size_t k = 0; item->article && k < item->article->item_count; k++)
                count += item->article->items[k].kind == ZT_EDITION_GRAPHIC;
        }
    return count;
}

/* ---- parts of a story ---- */

/* Those without a frame stand one below the other under the heads, as wide as these. */
static void plan_parts(zt_setting *setting, zt_edition_plan *plan, zt_item_plan *story)
{
    const zt_article *article = story->item->article;
    double width = zt_page_grid_width(&plan->grid, story->choice.over);
    zt_heads_plan heads =
        zt_heads_plan_of(setting, &plan->grid, article, &story->choice, width, NULL);
    int line = story->frame.line + heads.lines;
    story->parts = ZT_ARRAY(setting->arena, article->item_count, zt_item_plan);
    for (size_t i = 0; i < article->item_count; i++) {
        const zt_edition_item *item = &article->items[i];
        zt_item_plan *part = &story->parts[story->part_count++];
        *part = (zt_item_plan){.item = item};
        if (zt_frame_is_fixed(&item->frame)) {
            part->frame = frame_of(setting, &plan->grid, item);
        } else {
            int lines = item->frame.lines.most;
            part->frame =
                (zt_grid_rect){story->frame.column, line, story->choice.over,
                               lines > 0 ? lines : zt_page_block_lines(setting, plan, item, width)};
            line += part->frame.lines + 1;
        }
    }
}

/* ---- pages ---- */

static void report_missing(const zt_setting *setting, const zt_edition_item *story,
                           const zt_edition_item *part)
{
    zt_report(
        setting->diags, ZT_ERROR, "frame-missing", story->at,
        "<%s> 没有框，里面的 <%s>（第 %d 行）却有；给 <%s> 写 column、line、cols、lines，或去掉 "
        "<%s> 的 column 和 line，由程序一起安排",
        "<%s> has no frame, though <%s> in it (line %d) has one; give <%s> column, line, cols "
        "and lines, or take column and line off <%s>, so that both are found room",
        story->name, part->name, part->at.line, story->name, part->name);
}

/* What stands on a page: an item, or a part of a story. */
typedef struct standing {
    zt_item_plan *plan;
    const zt_item_plan *story; /* whose part it is; NULL: of none */
} standing;

/* Whether one stands in the other: a part in its story, an item of the page in a story's frame with
   what stands in it itself. */
static bool stands_in(const standing *inner, const standing *outer)
{
    if (inner->story && inner->story == outer->plan)
        return true;
    const zt_grid_rect *own = inner->story ? &inner->story->frame : &inner->plan->frame;
    return !outer->story && outer->plan->item->article &&
           zt_grid_rect_holds(*own, inner->plan->frame) &&
           zt_grid_rect_holds(outer->plan->frame, *own) &&
           !zt_grid_rect_holds(*own, outer->plan->frame);
}

static void check_pair(const zt_setting *setting, const standing *a, const standing *b)
{
    if (!zt_grid_rect_meets(a->plan->frame, b->plan->frame) || stands_in(a, b) || stands_in(b, a))
        return;
    a->plan->misplaced = b->plan->misplaced = true;
    zt_report(setting->diags, ZT_ERROR, "frames-overlap", b->plan->item->at,
              "<%s> 的框与第 %d 行的 <%s> 重叠", "the frame of <%s> overlaps that of line %d, <%s>",
              b->plan->item->name, a->plan->item->at.line, a->plan->item->name);
}

/* Two of them may not share a part of the page, unless one stands in the other. */
static void check_frames(const zt_setting *setting, const zt_page_grid *grid, zt_page_plan *page)
{
    zt_grid_rect whole = {0, 0, grid->columns, grid->lines};
    ZT_VEC(standing) all = {0};
    for (size_t i = 0; i < page->item_count; i++) {
        zt_item_plan *item = &page->items[i];
        item->misplaced = !zt_grid_rect_holds(whole, item->frame);
        ZT_PUSH(setting->arena, &all, ((standing){item, NULL}));
        for (size_t k = 0; k < item->part_count; k++)
            ZT_PUSH(setting->arena, &all, ((standing){&item->parts[k], item}));
    }
    for (size_t i = 0; i < all.count; i++)
        for (size_t k = i + 1; k < all.count; k++)
            check_pair(setting, &all.items[i], &all.items[k]);
}

/* ---- advertisements at the foot ---- */

/* Where the next one at the foot goes: from the left, a new row above when it does not go in. */
typedef struct page_foot {
    int column, line, lines;
} page_foot;

/* An advertisement or a strip whose size is given and which stands at the foot of the page. */
static bool stands_at_foot(const zt_edition_item *item)
{
    const zt_frame *f = &item->frame;
    bool sized = f->cols.most > 0 && f->cols.least == f->cols.most && f->lines.most > 0 &&
                 f->lines.least == f->lines.most;
    return item->kind != ZT_EDITION_ARTICLE && item->where == ZT_AT_FOOT && sized &&
           f->column == 0 && f->line < 0;
}

static zt_grid_rect foot_frame(const zt_setting *setting, const zt_page_grid *grid,
                               const zt_edition_item *item, page_foot *foot)
{
    int cols = item->frame.cols.most, lines = item->frame.lines.most;
    if (foot->column > 0 && foot->column + cols > grid->columns) {
        foot->line -= foot->lines + setting->template_->edition->between;
        foot->column = foot->lines = 0;
    }
    zt_grid_rect r = {foot->column, foot->line - lines, cols, lines};
    foot->column += cols;
    foot->lines = lines > foot->lines ? lines : foot->lines;
    lies_on_page(setting, grid, item, r);
    return r;
}

/* ---- one page ---- */

/* Puts an item into a frame that is given. */
static void plan_item(zt_setting *setting, zt_edition_plan *plan, zt_page_plan *out,
                      const zt_edition_item *item, zt_grid_rect frame)
{
    zt_item_plan *p = &out->items[out->item_count++];
    *p = (zt_item_plan){.item = item, .frame = frame};
    if (item->kind != ZT_EDITION_ARTICLE)
        return;
    p->choice = choice_of(setting->template_->edition, plan->doc, item->article, frame);
    plan_parts(setting, plan, p);
}

/* The first part of a story in a frame of the page: the story then needs one itself. NULL: none. */
static const zt_edition_item *framed_part(const zt_edition_item *item)
{
    for (size_t i = 0; item->article && i < item->article->item_count; i++)
        if (zt_frame_is_fixed(&item->article->items[i].frame))
            return &item->article->items[i];
    return NULL;
}

static void add_insets(zt_edition_plan *plan, zt_item_plan *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].item->kind == ZT_EDITION_GRAPHIC)
            items[i].inset = add_inset(plan, items[i].item, items[i].frame);
        add_insets(plan, items[i].parts, items[i].part_count);
    }
}

/* Whether the page has the columns and lines that an item without a frame asks for at least. */
static bool may_fit(const zt_setting *setting, const zt_page_grid *grid,
                    const zt_edition_item *item)
{
    if (item->frame.cols.least <= grid->columns && item->frame.lines.least <= grid->lines)
        return true;
    zt_report(setting->diags, ZT_ERROR, "frame-outside", item->at,
              "<%s> 写的 cols 或 lines 超出版心：版心 %d 栏 %d 行",
              "cols or lines of <%s> go beyond the type area: %d columns and %d lines", item->name,
              grid->columns, grid->lines);
    return false;
}

/* Items whose frames are given first; the others are found room about them. */
static void plan_page(zt_setting *setting, zt_edition_plan *plan, zt_page_plan *out,
                      const zt_edition_page *page)
{
    page_foot foot = {.line = plan->grid.lines};
    bool framed = true;
    out->page = page;
    out->items = ZT_ARRAY(setting->arena, page->item_count, zt_item_plan);
    for (size_t i = 0; i < page->item_count; i++) {
        const zt_edition_item *item = &page->items[i];
        if (zt_frame_is_fixed(&item->frame))
            plan_item(setting, plan, out, item, frame_of(setting, &plan->grid, item));
        else if (stands_at_foot(item))
            plan_item(setting, plan, out, item, foot_frame(setting, &plan->grid, item, &foot));
        else if (framed_part(item)) {
            report_missing(setting, item, framed_part(item));
            framed = false;
        } else if (!may_fit(setting, &plan->grid, item))
            framed = false;
    }
    zt_page_drawing d = {
        .plan = plan, .page = out, .setting = setting, .look = setting->template_->edition};
    if (framed)
        zt_page_find(&d, out);
    add_insets(plan, out->items, out->item_count);
    check_frames(setting, &plan->grid, out);
}

bool zt_edition_has_faces(const zt_setting *setting, const zt_composition *composition)
{
    const zt_edition_look *look = setting->template_->edition;
    bool all = zt_layout_has_faces(setting, composition->blocks, composition->block_count);
    const zt_style *furniture[] = {
        look->folio.number,    look->folio.date,     look->folio.section,      look->folio.paper,
        look->nameplate.paper, look->nameplate.date, look->nameplate.ear_head, look->nameplate.ear};
    for (size_t i = 0; i < sizeof furniture / sizeof *furniture; i++)
        all = (!furniture[i] || zt_setting_look(setting, furniture[i]->name).text.face) && all;
    for (size_t i = 0; i < look->story_count; i++) {
        const zt_story_style *s = &look->stories[i];
        const zt_style *heads[] = {s->kicker, s->title, s->deck};
        for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
            all = zt_setting_look(setting, heads[k]->name).text.face && all;
    }
    return all;
}

zt_edition_plan *zt_edition_plan_of(zt_setting *setting, const zt_doc *doc,
                                    const zt_composition *composition,
                                    const zt_graphic_setter *setter, int layout)
{
    const zt_template *t = setting->template_;
    zt_edition_plan *plan = ZT_NEW(setting->arena, zt_edition_plan);
    plan->doc = doc;
    plan->composition = composition;
    plan->setter = setter;
    plan->layout = layout;
    plan->grid =
        zt_page_grid_of(t->edition->paper, t->margin, zt_setting_look(setting, "body").text.size);
    plan->page_count = doc->edition->page_count;
    plan->pages = ZT_ARRAY(setting->arena, plan->page_count, zt_page_plan);
    plan->insets = ZT_ARRAY(setting->arena, count_graphics(doc->edition), zt_inset);
    setting->page = zt_page_across_of(t);
    for (size_t p = 0; p < plan->page_count; p++)
        plan_page(setting, plan, &plan->pages[p], &doc->edition->pages[p]);
    plan->whole = true;
    for (size_t p = 0; p < plan->page_count; p++)
        plan->whole = plan->whole && plan->pages[p].item_count == doc->edition->pages[p].item_count;
    plan->account = zt_edition_account(setting->arena, setting->template_->edition, plan);
    return plan;
}
