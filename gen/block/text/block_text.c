/* Running text: a head, what continues it from another page, then columns on one line grid with
   subheads, the byline and the jump to another page. */
#include "block/text/pulled.h"
#include "block/text/text_imp.h"
#include "block/words/byline.h"
#include "block/words/running.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

typedef enum subheads { SUBHEADS_COLUMN, SUBHEADS_SPAN } subheads;
/* Characters a line where neither data nor template says how many columns there are (R100). */
static const double LEAST_CHARACTERS = 13, GOOD_CHARACTERS = 17, MOST_CHARACTERS = 24;
static const int LEAST_LINES = 4;        /* of a column; fewer columns below it */
static const double GUTTER = 2;          /* em, where the place has no column-gap */
static const double SUBHEAD_SPACE = 0.6; /* of the pitch of the lines: above and below a subhead */
static const double HEAD_GAP = 2;        /* below the heads, steps of the theme's scale */
static const double FROM_RULE = ZT_MM(0.5); /* above a continuation */
static const char RULE_INK[] = "key";

/* What a template may <set> of running text; the rule is a weight in points. */
typedef struct text_params {
    subheads subheads;
    zt_text_photo photo;
    zt_str ornament;
    double column_rule;
    bool pull;
} text_params;

/* What lies between two subheads that span the columns. */
typedef struct section {
    zt_wording head; /* or nothing */
    int head_rows;
    zt_running running;
} section;

/* A story at a width: its columns and its sections one below the other. Lengths in points, heights
   in lines of the text; kept in the arena of the setting. */
typedef struct text_plan {
    const zt_story *story;
    zt_story_looks looks;
    /* Across the columns, above the text. */
    zt_wording head, from, from_page;
    double from_rule, gap;
    zt_pulled pulled;
    double over; /* above the first lines, for their ruby */
    int columns;
    double column, gutter;
    double width;
    section *sections;
    size_t section_count;
    int rows; /* of all sections */
    /* With a photograph in it: instead of sections. */
    zt_text_round round;
} text_plan;

/* ---- columns ---- */

/* Whole characters that a line holds when the text stands in so many columns. */
static int characters_in(const text_plan *plan, int columns)
{
    return zt_columns_of_characters(plan->width, plan->looks.text.text.size, columns, plan->gutter)
        .characters;
}

/* The template's word counts; the data's as far as lines keep a fair measure, which else decides.
 */
static int wished_columns(const zt_block *block, const zt_setting *setting, const text_plan *plan)
{
    if (setting->template_->theme->look.screen.width > 0)
        return 1; /* a reader would scroll back for each further one */
    if (block->place->columns > 0)
        return block->place->columns;
    const double least = LEAST_CHARACTERS, most = MOST_CHARACTERS, wished = GOOD_CHARACTERS;
    int fewest = 1, columns = 1;
    while (characters_in(plan, fewest) > most && characters_in(plan, fewest + 1) >= least)
        fewest++;
    int largest = fewest;
    while (characters_in(plan, largest + 1) >= least)
        largest++;
    if (plan->story->columns > 0) {
        int given = (int)zt_min((double)plan->story->columns, largest);
        return given > fewest ? given : fewest;
    }
    for (columns = fewest; columns < largest; columns++)
        if (fabs(characters_in(plan, columns) - wished) <=
            fabs(characters_in(plan, columns + 1) - wished))
            break;
    return columns;
}

/* Columns of whole characters (R100); a single one takes all of the width instead, since nothing
   has to align beside it. */
static void divide(text_plan *plan, int columns, double gutter)
{
    zt_char_columns even =
        zt_columns_of_characters(plan->width, plan->looks.text.text.size, columns, gutter);
    plan->columns = columns;
    plan->column = columns > 1 ? even.column : plan->width;
    plan->gutter = columns > 1 ? even.gutter : 0;
}

/* ---- items ---- */

/* A paragraph at the width of a column, with bold where the text has it. */
static zt_running_item paragraph(const zt_setting *setting, const text_plan *plan,
                                 const zt_story_item *item)
{
    const zt_story_looks *looks = &plan->looks;
    return (zt_running_item){
        .para = zt_lines_running(setting, &item->text, &looks->text, &looks->strong, plan->column),
        .look = looks->text,
        .part = "text",
        .role = ZT_ROLE_P,
        .at = item->at};
}

/* A subhead within its column. An empty one keeps its lines: a page with a hole shows that
   something is missing. */
static zt_running_item subhead(const zt_setting *setting, const text_plan *plan,
                               const zt_story_item *item)
{
    zt_wording words = zt_wording_rich(setting, &item->text, &plan->looks.subhead, plan->column);
    return (zt_running_item){
        .para = words.para ? words.para
                           : zt_lines_plain(setting, (zt_str){0}, item->at, &words.look, 0),
        .look = words.look,
        .part = "subhead",
        .role = ZT_ROLE_H3,
        .at = item->at,
        .head = true,
        .stretch = 1,
        .alike = true,
        .space = SUBHEAD_SPACE * plan->looks.text.para.leading};
}

/* The byline stands in lines of its own, indented as a paragraph is, unless the names would then
   break. */
static zt_running_item byline(const zt_block *block, const zt_setting *setting,
                              const text_plan *plan, const zt_story_item *item)
{
    const text_params *p = block->params;
    zt_rich rich = zt_byline_words(setting, p->ornament, &item->text);
    zt_look look = plan->looks.byline;
    double in_text = plan->looks.text.para.indent * plan->looks.text.text.size;
    zt_para *line = zt_lines_rich(setting, &rich, &look, NULL, INFINITY);
    /* Names that just fill a line are not broken for the indent's sake. */
    if (in_text + line->max_width <= plan->column || line->max_width > plan->column)
        look.para.indent = look.para.hanging = in_text / look.text.size;
    return (zt_running_item){.para = zt_lines_rich(setting, &rich, &look, NULL, plan->column),
                             .look = look,
                             .part = "byline",
                             .role = ZT_ROLE_P,
                             .at = item->at,
                             .head = true,
                             .stretch = 1};
}

/* At the end of the last line where it has room, else in a line of its own. */
static zt_running_item jump_to(const zt_setting *setting, const text_plan *plan,
                               const zt_story_item *item)
{
    zt_look look = plan->looks.jump;
    look.para.align = ZT_ALIGN_END;
    return (zt_running_item){.para =
                                 zt_lines_plain(setting, item->jump, item->at, &look, plan->column),
                             .look = look,
                             .part = "jump",
                             .role = ZT_ROLE_P,
                             .at = item->at,
                             .joins = true};
}

/* What an item of the story becomes in a column; the words that lead on from another page stand
   above all columns and are none. */
static zt_running_item item_of(const zt_block *block, const zt_setting *setting,
                               const text_plan *plan, const zt_story_item *item)
{
    switch (item->kind) {
    case ZT_STORY_P:
        break;
    case ZT_STORY_SUBHEAD:
        return subhead(setting, plan, item);
    case ZT_STORY_BYLINE:
        return byline(block, setting, plan, item);
    case ZT_STORY_JUMP:
        return jump_to(setting, plan, item);
    }
    return paragraph(setting, plan, item);
}

/* ---- the plan ---- */

/* The words that say from which page a text continues. */
static bool is_from(const zt_story_item *item)
{
    return item->kind == ZT_STORY_JUMP && item->from.len > 0;
}

/* Whether the item is a subhead that goes over all columns. */
static bool spans(const zt_block *block, const zt_story_item *item)
{
    const text_params *p = block->params;
    return item->kind == ZT_STORY_SUBHEAD && p->subheads == SUBHEADS_SPAN;
}

/* Everything from one spanning subhead to the next runs over the columns by itself, so that nobody
   reads past the subhead. */
static void plan_section(const zt_block *block, const zt_setting *setting, text_plan *plan,
                         size_t first, size_t end)
{
    const zt_story_item *items = plan->story->items;
    section *s = &plan->sections[plan->section_count++];
    const zt_look *text = &plan->looks.text;
    if (spans(block, &items[first])) {
        s->head = zt_wording_rich(setting, &items[first].text, &plan->looks.subhead, plan->width);
        double space = SUBHEAD_SPACE * text->para.leading;
        s->head_rows =
            zt_running_head_rows(text, s->head.height, plan->section_count > 1 ? space : 0);
        first++;
    }
    zt_running_item *out = ZT_ARRAY(setting->arena, end - first + 1, zt_running_item);
    size_t count = 0;
    for (size_t i = first; i < end; i++)
        if (!is_from(&items[i]))
            out[count++] = item_of(block, setting, plan, &items[i]);
    s->running =
        zt_running_plan(setting, out, count, text, plan->columns, plan->column, plan->gutter);
    plan->rows += s->head_rows + s->running.rows;
}

/* Sections in their order; without spanning subheads there is one. Called again for each number of
   columns that is tried. */
static void plan_sections(const zt_block *block, const zt_setting *setting, text_plan *plan)
{
    const zt_story *story = plan->story;
    plan->sections = ZT_ARRAY(setting->arena, story->count, section);
    plan->section_count = 0;
    plan->rows = 0;
    for (size_t first = 0, end; first < story->count; first = end) {
        for (end = first + 1; end < story->count && !spans(block, &story->items[end]);)
            end++;
        plan_section(block, setting, plan, first, end);
    }
}

/* Whether small texts stand over words of a paragraph. */
static bool has_ruby(const zt_story *story)
{
    for (size_t i = 0; i < story->count; i++)
        for (size_t k = 0; k < story->items[i].text.count; k++)
            if (story->items[i].kind == ZT_STORY_P && story->items[i].text.spans[k].ruby.len > 0)
                return true;
    return false;
}

/* R135: where words have ruby the grid opens until each gap holds it, so that all lines are equally
   far apart and those of all columns meet, and room is left over the first ones. */
static void make_room_for_ruby(text_plan *plan)
{
    if (!has_ruby(plan->story))
        return;
    zt_look *text = &plan->looks.text;
    plan->over = zt_ruby_room(&text->para, text->text.size);
    text->para.leading = zt_max(text->para.leading, text->text.size + plan->over);
    text->para.ruby_outside = true;
}

/* What stands across the columns: the head; the page it comes from with the words that lead on. */
static void plan_heads(const zt_block *block, const zt_setting *setting, text_plan *plan)
{
    zt_look head = zt_block_look(setting, block, "head");
    plan->gap = zt_setting_gap(setting, HEAD_GAP);
    plan->head = zt_wording_plain(setting, plan->story->head, block->at, &head, plan->width);
    if (((const text_params *)block->params)->pull)
        plan->pulled = zt_pulled_plan(block, setting, plan->width);
    for (size_t i = 0; i < plan->story->count; i++) {
        const zt_story_item *item = &plan->story->items[i];
        if (!is_from(item))
            continue;
        plan->from_page =
            zt_wording_plain(setting, item->jump, item->at, &plan->looks.jump, plan->width);
        double room = plan->width - plan->from_page.para->max_width - plan->looks.jump.text.size;
        plan->from = zt_wording_rich(setting, &item->text, &plan->looks.subhead, room);
        plan->from_rule = FROM_RULE;
    }
}

/* The photograph in the columns; words that lead on from another page stand at their head. */
static void plan_round(const zt_block *block, const zt_setting *setting, text_plan *plan)
{
    const text_params *p = block->params;
    zt_text_columns columns = {.count = plan->columns,
                               .width = plan->column,
                               .gutter = plan->gutter,
                               .all = plan->width,
                               .line = plan->looks.text.para.leading,
                               .em = plan->looks.text.text.size};
    plan->from = plan->from_page = (zt_wording){0};
    plan->round = zt_text_round_plan(block, setting, &columns, p->photo);
}

/* Looks and heads first, then columns, then their sections; fewer columns are tried while too few
   lines would stand in each. */
static text_plan plan_text(const zt_block *block, const zt_setting *setting, double width)
{
    text_plan plan = {
        .story = block->content, .looks = zt_story_looks_of(setting, block), .width = width};
    double gutter = block->place->gutter.natural;
    double size = plan.looks.text.text.size;
    if (gutter <= 0)
        gutter = GUTTER * size;
    plan.gutter = gutter;
    make_room_for_ruby(&plan);
    plan_heads(block, setting, &plan);
    int columns = wished_columns(block, setting, &plan), least = LEAST_LINES;
    divide(&plan, columns, gutter);
    if (block->inside) {
        plan_round(block, setting, &plan);
        return plan;
    }
    plan_sections(block, setting, &plan);
    /* A few lines in many columns are no columns. */
    while (block->place->columns == 0 && columns > 1 && plan.rows < least) {
        divide(&plan, --columns, gutter);
        plan_sections(block, setting, &plan);
    }
    return plan;
}

/* ---- heights ---- */

/* What leads on from another page, with its rule and the gap below; 0 for a text that begins here.
 */
static double from_height(const text_plan *plan)
{
    if (!plan->from_page.para)
        return 0;
    double rule = plan->from_rule > 0 ? plan->from_rule + plan->gap / 2 : 0;
    return rule + zt_max(plan->from.height, plan->from_page.height) + plan->gap;
}

/* The head with what is below it: the gap, unless a figure keeps its own. */
static double head_height(const text_plan *plan)
{
    double gap = plan->pulled.figure ? 0 : plan->gap;
    return plan->head.para ? plan->head.height + gap : 0;
}

/* All that stands above the columns. */
static double heads_height(const text_plan *plan)
{
    return head_height(plan) + plan->pulled.height + from_height(plan) + plan->over;
}

/* Height of all sections on one grid whose lines are `leading` apart. */
static double height_at(const text_plan *plan, double leading)
{
    if (plan->round.photo)
        return heads_height(plan) + zt_text_round_height(&plan->round);
    return heads_height(plan) +
           zt_em_height((size_t)plan->rows, plan->looks.text.text.size, leading);
}

/* ---- the first line ---- */

/* How far the words about the page stand below the top of what leads on: on its first baseline. */
static double page_drop(const text_plan *plan)
{
    double own = zt_wording_baseline(&plan->from_page, 0);
    double beside = zt_wording_baseline(&plan->from, 0);
    return zt_max(beside - own, 0);
}

/* From the top of the continuation, its rule above it, to its baseline. */
static double from_baseline(const text_plan *plan, double y)
{
    double rule = plan->from_rule > 0 ? plan->from_rule + plan->gap / 2 : 0;
    if (plan->from.para)
        return zt_wording_baseline(&plan->from, y + rule);
    return zt_wording_baseline(&plan->from_page, y + rule);
}

/* The first of head, continuation, spanning subhead and text that there is. */
static double first_baseline(const text_plan *plan)
{
    double first = zt_wording_baseline(&plan->head, 0);
    if (first < 0 && plan->pulled.figure)
        return -1; /* digits stand in it */
    if (first < 0)
        first = from_baseline(plan, 0);
    if (first < 0 && plan->section_count > 0)
        first = zt_wording_baseline(&plan->sections[0].head, heads_height(plan));
    if (plan->round.photo && first < 0)
        return -1; /* a picture stands in its first line */
    if (first >= 0 || plan->section_count == 0)
        return first;
    first = zt_running_baseline(&plan->sections[0].running);
    return first < 0 ? first : heads_height(plan) + first;
}

/* Lines of the grid, heads between them whole. */
static void add_units(const text_plan *plan, const zt_setting *setting, zt_plan *out)
{
    double pitch = plan->looks.text.para.leading;
    size_t count = 0;
    for (size_t i = 0; i < plan->section_count; i++)
        count += 1 + plan->sections[i].running.first[plan->sections[i].running.count];
    double *units = ZT_ARRAY(setting->arena, count, double);
    for (size_t i = 0; i < plan->section_count; i++) {
        const section *s = &plan->sections[i];
        if (s->head_rows > 0)
            units[out->unit_count++] = s->head_rows * pitch;
        for (size_t k = 0; k < s->running.first[s->running.count]; k++)
            units[out->unit_count++] = s->running.units[k].rows * pitch;
    }
    out->units = units;
}

/* Natural at the style's leading, at most at its largest: only the grid opens, columns and lines
   stay. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    text_plan *own = ZT_NEW(setting->arena, text_plan);
    *own = plan_text(block, setting, width);
    double natural = height_at(own, own->looks.text.para.leading);
    double most = height_at(own, zt_leading_most(&own->looks.text));
    zt_plan out = {.extent = {natural, zt_max(natural, most)},
                   .first_baseline = first_baseline(own),
                   .own = own};
    add_units(own, setting, &out);
    return out;
}

/* ---- placing ---- */

/* Rule, words and page across the columns; the page stands at the right of the words. */
static void place_from(const zt_setting *setting, const text_plan *plan, zt_group *into, double y)
{
    const zt_wording *page = &plan->from_page;
    if (!page->para)
        return;
    if (plan->from_rule > 0) {
        zt_rule_place(setting, page->at, into, (zt_rect){0, y, plan->width, plan->from_rule},
                      zt_setting_ink(setting, RULE_INK));
        y += plan->from_rule + plan->gap / 2;
    }
    /* Beside a head it stands at the right, on its first baseline. */
    zt_wording_place(setting, &plan->from, into, "subhead", ZT_ROLE_H2, 0, y);
    double x = plan->from.para ? plan->width - page->para->max_width : 0;
    zt_wording_place(setting, page, into, "jump", ZT_ROLE_P, x,
                     y + (plan->from.para ? page_drop(plan) : 0));
}

/* Hairlines in the middle of the gutters of one section, as high as its text. */
static void place_rules(const zt_block *block, const zt_setting *setting, const text_plan *plan,
                        zt_group *into, double y, double height)
{
    const text_params *p = block->params;
    double weight = p->column_rule;
    for (int k = 1; weight > 0 && k < plan->columns; k++) {
        double x = k * (plan->column + plan->gutter) - plan->gutter / 2;
        zt_scene_rule(setting->scene, into, block->at, (zt_point){x, y}, (zt_point){x, y + height},
                      weight, ZT_SOLID(zt_setting_ink(setting, RULE_INK)));
    }
}

/* All sections on one grid: rows are counted through, so that lines of both sides of a spanning
   subhead stay on it. */
static void place_sections(const zt_block *block, const zt_setting *setting, const text_plan *plan,
                           zt_group *into, double y, double leading)
{
    int row = 0;
    for (size_t i = 0; i < plan->section_count; i++) {
        const section *s = &plan->sections[i];
        double drop =
            zt_running_head_drop(&plan->looks.text, s->head_rows, leading, s->head.height);
        zt_wording_place(setting, &s->head, into, "subhead", ZT_ROLE_H3, 0,
                         y + row * leading + (row ? drop : 0));
        row += s->head_rows;
        place_rules(block, setting, plan, into, y + row * leading,
                    zt_running_height(&s->running, leading));
        zt_running_place(setting, &s->running, into, (zt_point){0, y + row * leading}, leading);
        row += s->running.rows;
    }
}

/* Heads keep their height; what is spare opens the grid up to the style's largest leading. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = planned->block;
    const text_plan *plan = planned->own;
    double heads = heads_height(plan);
    double leading = zt_running_leading(&plan->looks.text, plan->rows, height - heads);
    into->role = ZT_ROLE_SECT;
    zt_wording_place(setting, &plan->head, into, "head", ZT_ROLE_H2, 0, 0);
    zt_pulled_place(&plan->pulled, setting, into, head_height(plan));
    if (plan->round.photo) {
        zt_text_round_place(&plan->round, setting, block->at, heads, into);
        return;
    }
    place_from(setting, plan, into, heads - plan->over - from_height(plan));
    place_sections(block, setting, plan, into, heads, leading);
}

/* The first photograph of its place, when the template says at which side. */
static bool takes(const zt_block *block, const zt_block *other)
{
    const text_params *p = block->params;
    return p->photo != ZT_TEXT_PHOTO_NONE && strcmp(other->name, "photo") == 0;
}

static const zt_param params[] = {
    {"photo", ZT_PARAM(text_params, photo, WORD), "none left right", "none",
     "同一处的照片排在正文里，文字绕排：在左还是在右",
     "a photograph of the same place stands in the text, which runs round it: at which side"},
    {"subheads", ZT_PARAM(text_params, subheads, WORD), "column span", "column",
     "小标题在栏中，或横跨各栏", "subheads in the column, or across all"},
    {"ornament", ZT_PARAM(text_params, ornament, TEXT), NULL, "□", "记者署名前的饰符，none 为不用",
     "ornament before the byline, none for no ornament"},
    {"column-rule", ZT_PARAM(text_params, column_rule, POINTS), NULL, "0mm", "栏间的细线",
     "hairline between columns"},
    {"pull", ZT_PARAM(text_params, pull, YES), NULL, "no",
     "正文中 main=\"yes\" 的数字另在题下排大，label 在旁",
     "the number with main= of the text is set large below its head as well, its label beside it"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"text", "body", "正文", "text"},
    {"strong", "strong", "正文中的粗体", "bold in the text"},
    {"subhead", "year", "小标题", "subhead"},
    {"byline", "label", "记者署名", "byline"},
    {"jump", "label", "上接、下转", "continued from, on"},
    {"figure", "figure-second", "提出的数字", "the figure that is set apart"},
    {"figure-label", "label", "它旁边的文字", "the words beside it"},
    {"missing", "missing", "待补", "missing value"},
    {0},
};

/* A third of the columns. */
static zt_spans text_spans(const zt_block *block)
{
    (void)block;
    return (zt_spans){4, 3, 12};
}

const zt_block_kind zt_block_kind_text = {
    .name = "text",
    .spans = text_spans,
    .takes_columns = true,
    .takes = takes,
    .params = {params, sizeof(text_params)},
    .parts = parts,
    .zh = "正文：分栏，各栏同一行距，末行齐平。",
    .en = "Running text in columns on one line grid.",
    .plan = plan,
    .place = place,
};
