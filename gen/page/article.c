/* A story in its frame: heads over its columns, what stands in it, its text in the legs that these
   leave, and the rules between them. */
#include "page/page_imp.h"

static const char RULE_INK[] = "key", PANEL_INK[] = "panel";
/* Above a story; how far a rule between columns stops short of the lines beside it. */
static const double STORY_RULE = ZT_MM(0.5), SHORT = ZT_MM(0.8), GUTTER_RULE = ZT_MM(0.12);
/* How far a panel of a story runs into the gutters. */
static const double PANEL_BLEED = ZT_MM(1.4);
/* Lines above a story where its rule stands, in the blank that parts it from what is above. */
static const double RULE_ABOVE = 0.9;

/* Frames, and the items that stand in them. */
typedef struct hole_list {
    ZT_VEC(zt_grid_rect) frames;
    ZT_VEC(const zt_edition_item *) items;
} hole_list;

static void add_hole(zt_arena *arena, hole_list *holes, const zt_item_plan *item)
{
    ZT_PUSH(arena, &holes->frames, item->frame);
    ZT_PUSH(arena, &holes->items, item->item);
}

/* What keeps text away: the parts of the story, and other items of the page that stand in its
   frame. */
static hole_list holes_of(const zt_page_drawing *d, const zt_item_plan *story)
{
    hole_list holes = {0};
    zt_arena *arena = d->setting->arena;
    for (size_t i = 0; i < story->part_count; i++)
        add_hole(arena, &holes, &story->parts[i]);
    for (size_t i = 0; i < d->page->item_count; i++) {
        const zt_item_plan *other = &d->page->items[i];
        if (other != story && zt_grid_rect_meets(story->frame, other->frame) &&
            !zt_grid_rect_holds(other->frame, story->frame))
            add_hole(arena, &holes, other);
    }
    return holes;
}

/* ---- rules ---- */

static zt_group *rule_group(const zt_page_drawing *d, zt_pos at, zt_group *into, zt_rect box)
{
    zt_group *group = zt_scene_add_part(d->setting->scene, into, at, "rule", ZT_ROLE_ARTIFACT, box);
    return group;
}

/* A rule at x over the lines `first` up to `end`. */
static void place_column_rule(const zt_page_drawing *d, double x, int first, int end, zt_pos at,
                              zt_group *into)
{
    double line = d->plan->grid.line, weight = d->look->rule, y = first * line + SHORT;
    zt_group *group = rule_group(
        d, at, into, (zt_rect){x - weight / 2, y, weight, (end - first) * line - 2 * SHORT});
    zt_scene_rule(d->setting->scene, group, at, (zt_point){weight / 2, 0},
                  (zt_point){weight / 2, group->item.box.h}, weight,
                  ZT_SOLID(zt_setting_ink(d->setting, RULE_INK)));
}

/* Whether something with text beside it stands on the line at x. */
static bool is_crossed(const zt_story_legs *legs, double x, int line)
{
    for (size_t i = 0; i < legs->obstacle_count; i++) {
        const zt_obstacle *o = &legs->obstacles[i];
        if (o->row <= line && line < o->row + o->rows && o->x <= x && x <= o->x + o->width)
            return true;
    }
    return false;
}

/* In the middle of the gutter between two neighbouring legs, as far as both have lines and nothing
   stands between them. */
static void rule_between(const zt_page_drawing *d, const zt_story_legs *legs, const zt_story_leg *a,
                         const zt_story_leg *b, zt_pos at, zt_group *into)
{
    int first = a->line > b->line ? a->line : b->line;
    int end = a->line + a->lines < b->line + b->lines ? a->line + a->lines : b->line + b->lines;
    double x = (a->x + a->width + b->x) / 2;
    if (b->column != a->column + 1 || d->look->rule <= 0)
        return;
    for (int line = first, begin = first; line <= end; line++) {
        if (line < end && !is_crossed(legs, x, line))
            continue;
        if (line > begin)
            place_column_rule(d, x, begin, line, at, into);
        begin = line + 1;
    }
}

static void place_column_rules(const zt_page_drawing *d, const zt_story_legs *legs, zt_pos at,
                               zt_group *into)
{
    for (size_t i = 0; i < legs->count; i++)
        for (size_t k = 0; k < legs->count; k++)
            rule_between(d, legs, &legs->items[i], &legs->items[k], at, into);
}

/* Columns over which the rule above the story goes: its own, and those of what stands with it. */
static zt_grid_rect with_neighbours(const zt_page_drawing *d, const zt_item_plan *story)
{
    zt_grid_rect r = story->frame;
    int right = r.column + r.cols;
    for (size_t i = 0; i < d->page->item_count; i++) {
        const zt_item_plan *other = &d->page->items[i];
        const char *id = story->item->id;
        if (!id || !zt_str_is(other->item->with, id))
            continue;
        int end = other->frame.column + other->frame.cols;
        r.column = other->frame.column < r.column ? other->frame.column : r.column;
        right = end > right ? end : right;
    }
    r.cols = right - r.column;
    return r;
}

/* A head over a group of short stories has no text of its own. */
static bool heads_group(const zt_item_plan *item)
{
    const zt_article *article = item->item->article;
    return article && article->text == SIZE_MAX && article->item_count == 0;
}

/* Whether the story stands right below the head of its group, whose rule goes over all of it. */
static bool below_group_head(const zt_page_drawing *d, const zt_grid_rect *story)
{
    for (size_t i = 0; i < d->page->item_count; i++) {
        zt_grid_rect head = d->page->items[i].frame;
        head.line += head.lines;
        head.lines = story->lines;
        if (heads_group(&d->page->items[i]) && head.line == story->line &&
            zt_grid_rect_holds(head, *story))
            return true;
    }
    return false;
}

/* In the blank above a line of the grid. */
static void rule_across(const zt_page_drawing *d, zt_grid_rect below, zt_pos at, zt_group *into)
{
    zt_rect r = zt_grid_rect_on(&d->plan->grid, below);
    zt_rect box = {r.x, r.y - RULE_ABOVE * d->plan->grid.line, r.w, STORY_RULE};
    zt_group *group = rule_group(d, at, into, box);
    zt_rule_place(d->setting, at, group, (zt_rect){0, 0, box.w, box.h},
                  zt_setting_ink(d->setting, RULE_INK));
}

static void place_rules_across(const zt_page_drawing *d, const zt_item_plan *story, zt_group *into)
{
    int above = d->page->page->nameplate.at.line ? d->look->nameplate.lines + 1 : 0;
    zt_grid_rect below = story->frame;
    below.line += below.lines;
    if (story->frame.line > above && !story->item->article->boxed &&
        !below_group_head(d, &story->frame))
        rule_across(d, with_neighbours(d, story), story->item->at, into);
    if (heads_group(story))
        rule_across(d, below, story->item->at, into);
}

/* The gutter between two stories side by side, as far as both go. */
static void rule_beside(const zt_page_drawing *d, const zt_item_plan *a, const zt_item_plan *b,
                        zt_group *into)
{
    const zt_grid_rect *l = &a->frame, *r = &b->frame;
    int first = l->line > r->line ? l->line : r->line;
    int end = l->line + l->lines < r->line + r->lines ? l->line + l->lines : r->line + r->lines;
    if (l->column + l->cols != r->column || end <= first || a->item->article->boxed ||
        b->item->article->boxed)
        return;
    zt_rect at =
        zt_grid_rect_on(&d->plan->grid, (zt_grid_rect){r->column, first, r->cols, end - first});
    double x = at.x - d->plan->grid.gutter / 2;
    zt_group *group =
        rule_group(d, b->item->at, into,
                   (zt_rect){x - GUTTER_RULE / 2, at.y + SHORT, GUTTER_RULE, at.h - 2 * SHORT});
    zt_scene_rule(d->setting->scene, group, b->item->at, (zt_point){GUTTER_RULE / 2, 0},
                  (zt_point){GUTTER_RULE / 2, group->item.box.h}, GUTTER_RULE,
                  ZT_SOLID(zt_setting_ink(d->setting, RULE_INK)));
}

void zt_article_rules_place(const zt_page_drawing *d, zt_group *into)
{
    for (size_t i = 0; i < d->page->item_count; i++)
        for (size_t k = 0; k < d->page->item_count; k++)
            if (d->page->items[i].item->article && d->page->items[k].item->article)
                rule_beside(d, &d->page->items[i], &d->page->items[k], into);
}

/* The ground of a boxed story, a little into the gutters where the page goes on. */
static void place_panel(const zt_page_drawing *d, const zt_item_plan *story, zt_group *into)
{
    zt_rect r = zt_grid_rect_on(&d->plan->grid, story->frame);
    bool left = story->frame.column > 0;
    bool right = story->frame.column + story->frame.cols < d->plan->grid.columns;
    r.x -= left ? PANEL_BLEED : 0;
    r.w += (left ? PANEL_BLEED : 0) + (right ? PANEL_BLEED : 0);
    zt_group *group =
        zt_scene_add_part(d->setting->scene, into, story->item->at, "ground", ZT_ROLE_ARTIFACT, r);
    zt_scene_fill_rect(d->setting->scene, group, story->item->at, (zt_rect){0, 0, r.w, r.h},
                       ZT_SOLID(zt_setting_ink(d->setting, PANEL_INK)));
}

/* ---- the whole ---- */

zt_story_flow *zt_article_flow_of(const zt_page_drawing *d, const zt_item_plan *story)
{
    const zt_article *article = story->item->article;
    const zt_page_grid *grid = &d->plan->grid;
    if (article->text == SIZE_MAX)
        return NULL;
    return zt_page_flow(d, d->plan->composition->blocks[article->text],
                        zt_story_leg_width(grid, story));
}

/* The story with its obstacles, while frames of other heights are tried for its text. */
typedef struct text_trial {
    const zt_page_drawing *d;
    const zt_item_plan *story;
    hole_list holes;
    int head_lines;
    zt_story_flow *text;
} text_trial;

static zt_story_legs legs_at(const text_trial *t, int lines)
{
    zt_item_plan other = *t->story;
    other.frame.lines = lines;
    zt_leg_wants wants = {t->head_lines, t->d->look->least, t->holes.frames.items,
                          t->holes.frames.count};
    return zt_legs_of(t->d->setting->arena, t->d->plan, &other, &wants);
}

/* The text in legs of a frame of so many lines; what stays empty of it, or negative. */
static int try_lines(const text_trial *t, int lines, zt_story_legs *legs)
{
    *legs = legs_at(t, lines);
    return t->text ? zt_story_flow_fill(t->d->setting, t->text, legs->room.slots, legs->room.count)
                   : 0;
}

/* A trial of the story's text below heads of so many lines. */
static text_trial trial_of(const zt_page_drawing *d, const zt_item_plan *story, int head_lines)
{
    return (text_trial){.d = d,
                        .story = story,
                        .holes = holes_of(d, story),
                        .head_lines = head_lines,
                        .text = zt_article_flow_of(d, story)};
}

static zt_heads_plan heads_of(const zt_page_drawing *d, const zt_item_plan *story)
{
    return zt_page_heads(d, story->item->article, &story->choice);
}

/* Lines of a frame that holds the heads and what stands in it. */
static int least_lines(const text_trial *t)
{
    int least = t->head_lines;
    for (size_t i = 0; i < t->holes.frames.count; i++) {
        const zt_grid_rect *hole = &t->holes.frames.items[i];
        int foot = hole->line + hole->lines - t->story->frame.line;
        least = foot > least ? foot : least;
    }
    return least > 1 ? least : 1;
}

/* The frame may grow to the foot of the page, or to what stands below it. */
static int most_lines(const zt_page_drawing *d, const zt_item_plan *story)
{
    const zt_grid_rect *own = &story->frame;
    zt_grid_rect below = {own->column, own->line + own->lines, own->cols, d->plan->grid.lines};
    int most = d->plan->grid.lines - own->line;
    for (size_t i = 0; i < d->page->item_count; i++) {
        const zt_grid_rect *other = &d->page->items[i].frame;
        int free = other->line - d->look->between - own->line;
        if (other->line >= below.line && zt_grid_rect_meets(below, *other) && free < most)
            most = free;
    }
    return most > own->lines ? most : own->lines;
}

/* Lines of the frame that the text would fill best: the lowest that holds it, looked for from where
   the legs would have it. 0: the page has no room for so many. */
static int better_lines(const text_trial *t, int spare, size_t legs)
{
    zt_story_legs unused;
    int least = least_lines(t), most = most_lines(t->d, t->story);
    int lines = legs ? t->story->frame.lines - spare / (int)legs : least;
    for (lines = lines > least ? lines : least; lines <= most; lines++)
        if (try_lines(t, lines, &unused) >= 0)
            return lines;
    return 0;
}

zt_article_fit zt_article_fit_of(const zt_page_drawing *d, const zt_item_plan *story)
{
    text_trial t = trial_of(d, story, heads_of(d, story).lines);
    zt_story_legs legs;
    if (!t.text)
        return (zt_article_fit){0};
    int spare = try_lines(&t, story->frame.lines, &legs);
    return (zt_article_fit){spare, zt_story_flow_cost(t.text)};
}

/* A story without text: what it leaves empty below its heads and pictures. Beside them the desk has
   left it so, as where a headline stands over several stories. */
static int bare_spare(const text_trial *t, zt_story_legs *legs)
{
    *legs = legs_at(t, t->story->frame.lines);
    return least_lines(t) < t->story->frame.lines ? legs->lines : 0;
}

/* Nothing but heads, for which room was found, or not even these. */
static bool is_bare(const text_trial *t)
{
    return !t->text && t->story->part_count == 0 && (t->story->form || t->head_lines == 0);
}

/* Says how the story suits its frame, unless that has to be mended first. */
static void report_fit(const text_trial *t, int spare, size_t legs)
{
    const zt_item_plan *story = t->story;
    zt_article_state state = {.heads = t->head_lines, .spare = spare, .has_text = t->text};
    bool suits = spare == 0 && t->head_lines <= story->frame.lines && !is_bare(t);
    if (story->misplaced || suits)
        return;
    state.better = t->text ? better_lines(t, spare, legs) : least_lines(t);
    zt_article_report(t->d, story, &state);
}

static void report_narrow(const text_trial *t, const zt_story_legs *legs)
{
    if (legs->narrow == 0)
        return;
    const zt_edition_item *hole = t->holes.items.items[legs->narrow - 1];
    int least = t->d->look->least;
    zt_report(
        t->d->setting->diags, ZT_NOTE, "slot-narrow", hole->at,
        "<%s> 旁边不足 %d 字，不排文字：它占了整栏",
        "beside <%s> there is room for fewer than %d characters, and no text stands there: it "
        "takes the whole column",
        hole->name, least);
}

static void place_text(const zt_page_drawing *d, const zt_item_plan *story, int head_lines,
                       zt_group *into)
{
    text_trial t = trial_of(d, story, head_lines);
    zt_story_legs legs, again;
    int spare = t.text ? try_lines(&t, story->frame.lines, &legs) : bare_spare(&t, &legs);
    *d->spare += spare > 0 ? spare : 0;
    report_fit(&t, spare, legs.count);
    if (!t.text)
        return;
    report_narrow(&t, &legs);
    try_lines(&t, story->frame.lines, &again);
    zt_story_flow_place(d->setting, t.text, into);
    place_column_rules(d, &legs, story->item->at, into);
}

/* What its heads give up so that the page is filled. */
static void report_choice(const zt_page_drawing *d, const zt_item_plan *story)
{
    const zt_article *article = story->item->article;
    if (!story->choice.deck && !zt_rich_is_empty(&article->deck))
        zt_report(d->setting->diags, ZT_NOTE, "deck-dropped", article->deck.at,
                  "这一行副题可省，没有排：省去它，全版才排得下或排得满",
                  "this optional deck is left out: without it the page is filled");
    if (story->choice.short_title)
        zt_report(d->setting->diags, ZT_NOTE, "title-short", article->title.at,
                  "题用了短的：%.*s；用它全版才排得下或排得满",
                  "the short headline is set: %.*s; with it the page is filled",
                  ZT_ARG(article->short_title));
}

void zt_article_place(const zt_page_drawing *d, const zt_item_plan *story, zt_group *into)
{
    const zt_article *article = story->item->article;
    zt_rect frame = zt_grid_rect_on(&d->plan->grid, story->frame);
    zt_heads_plan heads = heads_of(d, story);
    report_choice(d, story);
    if (article->boxed)
        place_panel(d, story, into);
    place_rules_across(d, story, into);
    zt_group *group = zt_scene_add_group(d->setting->scene, into, article->at, frame.x, frame.y);
    group->block = "story";
    group->id = article->id;
    group->role = ZT_ROLE_SECT;
    group->item.box = frame;
    zt_heads_place(d->setting, &heads, group);
    place_text(d, story, heads.lines, group);
    zt_layout_hang_bearings(group);
    for (size_t i = 0; i < story->part_count; i++)
        zt_page_block_place(d, &story->parts[i], into);
}
