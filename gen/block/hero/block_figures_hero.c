/* One key figure as large as the page allows, its words and a second number beside it, a picture of
   whole symbols below it or at its right, the other figures of the panel small at the foot. */
#include "block/hero/hero_picture.h"
#include "block/words/slots.h"

/* Steps of the theme's scale. */
static const zt_gap PART_GAP = {4, 6}; /* between figure, picture and the other figures */
static const double HEAD_GAP = 2;
/* Points. */
static const double KEY_GAP = ZT_MM(2.2), SWATCH_GAP = ZT_MM(1.5), RULE_GAP = ZT_MM(3);
static const double WORDS_LEAST = ZT_MM(38), BESIDE_LEAST = ZT_MM(100), HAIRLINE = ZT_MM(0.12);
static const double BESIDE_GAP = ZT_MM(5);
/* Of the hero's digits: its unit; the second number; the white before its words. */
static const double SWATCH = 1.6; /* width of a sample of an ink by its height */
static const double UNIT_RATIO = 0.4, SECOND_RATIO = 0.56, WORDS_GAP = 0.12;
/* Em of the digits: what their em box has above their caps, which has to stand within the block. */
static const double OVER_CAPS = 0.15;
static const double LAST_SIZE = 24; /* alone in a narrow column */
static const double SIZE_STEP = 2;  /* points, in which the digits are tried */

/* What a template may set. */
typedef struct hero_params {
    int picture_at; /* PICTURE_ */
    double picture_ratio, picture_share;
    bool bleed;
    const zt_ink *lead_ink, *rest_ink, *mid_ink, *dark_ink;
    zt_slot_params slots;
} hero_params;
enum { PICTURE_BELOW, PICTURE_RIGHT };

/* What stands at the right of the hero's digits: words and a second number with digits of its own;
   words alone; nothing. */
typedef enum hero_line { LINE_OF_TWO, LINE_WITH_WORDS, LINE_ALONE } hero_line;

/* The block arranged at a width; points from its top left. */
typedef struct hero_plan {
    const zt_figures *figures;
    const zt_figure_entry *hero;
    hero_line line;
    bool beside;   /* the picture stands at the right */
    double column; /* width of what stands left of it; all of it without */
    zt_wording head;
    double head_height;
    zt_figure *figure, *second;
    zt_wording words, compared, second_words;
    double baseline, figures_foot; /* from the foot of the head */
    double words_x, second_x, digits;
    zt_hero_picture picture;
    double picture_x;
    zt_wording key, lit_words, rest_words;
    double key_height;   /* with the white above it */
    double key_x, key_y; /* of its sentence, from the foot of the picture */
    zt_slot_looks *looks;
    zt_slots slots;
    zt_slot_lines rest; /* the other figures */
    double rest_height; /* with the rule above them; 0: none */
    zt_gap gap;
} hero_plan;

/* ---- which figure ---- */

/* main="yes", else that of the graphic's hero, else the first that is known. */
static const zt_figure_entry *hero_of(const zt_block *block)
{
    const zt_figures *figures = block->content;
    const zt_figure_entry *first = NULL, *found = NULL;
    for (size_t i = 0; i < figures->count; i++) {
        const zt_figure_entry *entry = &figures->figures[i];
        if (entry->value->main)
            return entry;
        if (block->hero && (entry->value == block->hero || entry->more == block->hero))
            found = entry;
        if (!first && entry->value->status != ZT_MISSING)
            first = entry;
    }
    return found ? found : first ? first : figures->figures;
}

/* ---- the digits ---- */

static zt_figure_style figure_style(const zt_block *block, const zt_setting *setting,
                                    const zt_look *look, const zt_ink *ink)
{
    zt_figure_style style = {.look = *look,
                             .unit_ratio = UNIT_RATIO,
                             .small_ink = block->reversed ? NULL : zt_setting_ink(setting, "key"),
                             .missing = zt_block_look(setting, block, "missing")};
    if (ink)
        style.look.text.paint = ZT_SOLID(ink);
    return style;
}

/* A number that stands beside the hero with digits of its own; a phrase of growth is set whole. */
static bool has_digits_of_its_own(const zt_quantity *q)
{
    return q && q->status != ZT_MISSING && (q->kind == ZT_Q_SHARE || q->kind == ZT_Q_VALUE);
}

/* Shapes hero and second at a size; gives the width of both with the least room for words. */
static double set_digits(hero_plan *plan, const zt_block *block, const zt_setting *setting,
                         double size)
{
    const hero_params *p = block->params;
    zt_look look = zt_block_look(setting, block, "hero"), large = zt_look_at_size(&look, size);
    zt_figure_style style = figure_style(block, setting, &large, p->lead_ink);
    plan->digits = size;
    plan->figure = zt_figure_new(setting, plan->hero->value, &style);
    plan->second = NULL;
    double width = plan->figure->width, gap = WORDS_GAP * size;
    if (plan->line == LINE_ALONE)
        return width;
    if (plan->line == LINE_WITH_WORDS)
        return width + gap + WORDS_LEAST;
    zt_look small = zt_look_at_size(&look, SECOND_RATIO * size);
    zt_figure_style second = figure_style(block, setting, &small, NULL);
    plan->second = zt_figure_new(setting, plan->hero->more, &second);
    return width + 2 * gap + WORDS_LEAST + plan->second->width;
}

/* As large as the style allows and the measure holds, with as much beside as leaves it its least
   size; alone in its line it shrinks further, for it is never cut. */
static void fit_digits(hero_plan *plan, const zt_block *block, const zt_setting *setting)
{
    zt_look look = zt_block_look(setting, block, "hero");
    double most = zt_max(look.style->size_max, look.text.size);
    double least = zt_min(look.style->size_min, most);
    int first = plan->beside                              ? LINE_ALONE
                : has_digits_of_its_own(plan->hero->more) ? LINE_OF_TWO
                                                          : LINE_WITH_WORDS;
    for (int line = first; line <= LINE_ALONE; line++) {
        double size = most, floor = line == LINE_ALONE ? zt_min(least, LAST_SIZE) : least;
        plan->line = (hero_line)line;
        while (set_digits(plan, block, setting, size) > plan->column && size > floor)
            size = zt_max(floor, size - SIZE_STEP);
        if (set_digits(plan, block, setting, size) <= plan->column)
            return;
    }
}

/* ---- words ---- */

static zt_str second_label(zt_arena *arena, const zt_quantity *q)
{
    static const char *const said[] = {"目标", "target", NULL};
    if (q->kind == ZT_Q_TARGET && !zt_str_holds_any(q->text, said))
        return zt_str_from(ZT_IN(q->language, "目标", "target"));
    if (q->kind != ZT_Q_SHARE || q->among.len == 0)
        return q->label;
    return zt_str_from(
        zt_arena_printf(arena, ZT_IN(q->language, "占%.*s", "of %.*s"), ZT_ARG(q->among)));
}

/* The words of the label without the comparison that ends them. */
static zt_rich label_of(const zt_figure_entry *entry)
{
    zt_rich label = entry->label;
    if (entry->compare)
        label.count -= label.count > 1 ? 2 : 1; /* with the line end before it */
    return label;
}

/* Of label and comparison, one below the other. */
static double words_height(const hero_plan *plan)
{
    double height = plan->words.height;
    if (plan->compared.para)
        height += (height > 0 ? SWATCH_GAP : 0) + plan->compared.height;
    return height;
}

/* The label, and what has no digits of its own: a change, a target, a share without room. */
static zt_rich text_of(const hero_plan *plan, zt_arena *arena)
{
    static const zt_span line_end = {.kind = ZT_SPAN_BREAK};
    zt_rich text = label_of(plan->hero);
    const zt_quantity *more = plan->hero->more;
    if (!more || plan->second)
        return text;
    zt_str words = second_label(arena, more);
    words = zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(words), ZT_ARG(more->text)));
    zt_rich rest = zt_rich_of(arena, words, more->at);
    return zt_rich_join(arena, &text, &line_end, &rest);
}

/* Where the words begin and how wide they may be: at the right of the digits from the caps down, or
   under them. */
static double words_room(hero_plan *plan)
{
    double gap = WORDS_GAP * plan->digits;
    plan->words_x = plan->line == LINE_ALONE ? 0 : plan->figure->width + gap;
    plan->second_x = plan->column - (plan->second ? plan->second->width : 0);
    return plan->second_x - plan->words_x - (plan->second ? gap : 0);
}

static void set_words(hero_plan *plan, const zt_block *block, const zt_setting *setting)
{
    zt_look label = zt_block_look(setting, block, "hero-label");
    zt_look more = zt_block_look(setting, block, "more");
    double room = words_room(plan);
    zt_rich text = text_of(plan, setting->arena);
    plan->words = zt_wording_rich(setting, &text, &label, room);
    if (plan->hero->compare)
        plan->compared = zt_wording_plain(setting, plan->hero->compare->words,
                                          plan->hero->compare->at, &more, room);
    if (plan->second)
        plan->second_words =
            zt_wording_plain(setting, second_label(setting->arena, plan->hero->more),
                             plan->hero->more->at, &more, zt_max(plan->second->width, WORDS_LEAST));
    double cap = plan->figure->ascent, foot = ZT_EM_FOOT * UNIT_RATIO * plan->digits;
    plan->baseline = cap;
    if (plan->second_words.para)
        plan->baseline = zt_max(cap, plan->second_words.height + SWATCH_GAP + plan->second->ascent);
    plan->figures_foot = plan->baseline + foot;
    if (plan->line == LINE_ALONE)
        plan->figures_foot += SWATCH_GAP + words_height(plan);
    else
        plan->figures_foot = zt_max(plan->figures_foot, plan->baseline - cap + words_height(plan));
    /* The em box of the digits ends within the block, whatever stands below them. */
    plan->figures_foot = zt_max(plan->figures_foot, plan->baseline + ZT_EM_FOOT * plan->digits);
}

/* ---- the other figures ---- */

static void set_rest(hero_plan *plan, const zt_block *block, const zt_setting *setting)
{
    const hero_params *p = block->params;
    const zt_figures *all = plan->figures;
    zt_figure_entry *others = ZT_ARRAY(setting->arena, all->count, zt_figure_entry);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        if (&all->figures[i] != plan->hero)
            others[count++] = all->figures[i];
    if (count == 0)
        return;
    plan->looks = ZT_NEW(setting->arena, zt_slot_looks);
    *plan->looks = zt_slot_looks_of(block, setting, &p->slots);
    size_t columns = block->place->columns > 1 ? (size_t)block->place->columns : 4;
    columns = plan->beside && block->place->columns <= 1 ? 2 : columns;
    zt_slot_row row = zt_slot_row_new(setting, plan->looks, others, count);
    zt_slot_rows lines;
    plan->slots = zt_slots_plan_lines(setting, plan->looks, row, columns, plan->column, &lines);
    zt_slots_equal(&plan->slots, &lines, plan->looks->gap);
    plan->rest = zt_slots_row_plan(setting, &plan->slots, row);
    plan->rest_height = RULE_GAP + plan->rest.height;
}

/* ---- the picture ---- */

/* A square of the ink, its words, and the white behind them. */
static double swatch_width(const zt_wording *words)
{
    return SWATCH * words->height + 3 * SWATCH_GAP + words->para->max_width;
}

/* What stands for what: of a share both inks, then what a symbol is. */
static void set_key(hero_plan *plan, const zt_block *block, const zt_setting *setting)
{
    const zt_figure_picture *content = plan->picture.content;
    zt_look look = zt_block_look(setting, block, "key");
    if (!content)
        return;
    plan->key = zt_wording_plain(setting, content->key, content->at, &look, plan->picture.width);
    plan->key_height = KEY_GAP + plan->key.height;
    plan->key_y = KEY_GAP;
    if (!content->is_share)
        return;
    const zt_quantity *share = plan->hero->more && plan->hero->more->kind == ZT_Q_SHARE
                                   ? plan->hero->more
                                   : plan->hero->value;
    double room = plan->picture.width / 2;
    plan->lit_words = zt_wording_plain(setting, share->text, content->at, &look, room);
    plan->rest_words =
        zt_wording_plain(setting, zt_str_from(ZT_IN(setting->language, "其余", "the rest")),
                         content->at, &look, room);
    double x = swatch_width(&plan->lit_words) + swatch_width(&plan->rest_words);
    if (x + plan->key.para->max_width <= plan->picture.width + 0.01) {
        plan->key_x = x;
        return;
    }
    plan->key_y += plan->lit_words.height + SWATCH_GAP;
    plan->key_height += plan->lit_words.height + SWATCH_GAP;
}

static void set_picture(hero_plan *plan, const zt_block *block, const zt_setting *setting,
                        double width)
{
    const hero_params *p = block->params;
    const zt_figure_picture *content = plan->hero->picture;
    plan->beside = content && p->picture_at == PICTURE_RIGHT && width >= BESIDE_LEAST;
    plan->column = width;
    double room = width;
    if (plan->beside) {
        room = p->picture_share * width;
        plan->column = width - room - BESIDE_GAP;
    }
    plan->picture = zt_hero_picture_plan(content, room, p->picture_ratio * room);
    plan->picture_x = plan->beside ? width - plan->picture.width : 0;
    set_key(plan, block, setting);
}

/* ---- plan ---- */

/* Heights from the foot of the head: of the left column, and of the picture with its key. */
static double column_height(const hero_plan *plan, double gap)
{
    double height = plan->figures_foot;
    if (!plan->beside && plan->picture.content)
        height += gap + plan->picture.height + plan->key_height;
    return plan->rest_height > 0 ? height + gap + plan->rest_height : height;
}

static double hero_height(const hero_plan *plan, double gap)
{
    double height = column_height(plan, gap);
    if (plan->beside)
        height = zt_max(height, plan->picture.height + plan->key_height);
    return plan->head_height + height;
}

static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    hero_plan *own = ZT_NEW(setting->arena, hero_plan);
    *own = (hero_plan){.figures = block->content, .gap = zt_setting_glue(setting, PART_GAP)};
    if (own->figures->count == 0)
        return (zt_plan){.first_baseline = -1, .own = own};
    own->hero = hero_of(block);
    zt_look head = zt_block_look(setting, block, "head");
    own->head = zt_wording_plain(setting, own->figures->head, block->at, &head, width);
    if (own->head.para)
        own->head_height = own->head.height + zt_setting_gap(setting, HEAD_GAP);
    set_picture(own, block, setting, width);
    fit_digits(own, block, setting);
    own->head_height = zt_max(own->head_height, OVER_CAPS * own->digits);
    set_words(own, block, setting);
    set_rest(own, block, setting);
    double first = zt_wording_baseline(&own->head, 0);
    double gaps = own->gap.ceiling - own->gap.natural;
    double natural = hero_height(own, own->gap.natural);
    return (zt_plan){.extent = {natural, natural + 2 * gaps},
                     .first_baseline = first >= 0 ? first : own->head_height + own->baseline,
                     .own = own};
}

/* ---- place ---- */

static zt_hero_inks inks_of(const zt_block *block, const zt_setting *setting)
{
    const hero_params *p = block->params;
    return (zt_hero_inks){.lit = p->lead_ink ? p->lead_ink : zt_setting_ink(setting, "accent"),
                          .rest = p->rest_ink,
                          .mid = p->mid_ink,
                          .dark = p->dark_ink,
                          .hole = zt_setting_ink(setting, "paper")};
}

static void place_digits(const hero_plan *plan, const zt_setting *setting, zt_group *into, double y)
{
    const zt_figure_entry *hero = plan->hero;
    double base = y + plan->baseline, cap = base - plan->figure->ascent;
    zt_group *part =
        zt_scene_add_part(setting->scene, into, hero->at, "hero", ZT_ROLE_P,
                          (zt_rect){0, cap, plan->figure->width, plan->figure->ascent});
    zt_figure_place(plan->figure, setting, part, 0, plan->figure->ascent);
    bool beside = plan->line != LINE_ALONE;
    double below = base + ZT_EM_FOOT * UNIT_RATIO * plan->digits + SWATCH_GAP;
    double words_y = beside ? cap : below;
    zt_wording_place(setting, &plan->words, into, "hero-label", ZT_ROLE_P, plan->words_x, words_y);
    words_y += words_height(plan) - plan->compared.height;
    zt_wording_place(setting, &plan->compared, into, "more", ZT_ROLE_P, plan->words_x, words_y);
    if (!plan->second)
        return;
    double top = base - plan->second->ascent;
    part = zt_scene_add_part(
        setting->scene, into, hero->more->at, "second", ZT_ROLE_P,
        (zt_rect){plan->second_x, top, plan->second->width, plan->second->ascent});
    zt_figure_place(plan->second, setting, part, 0, plan->second->ascent);
    double width = plan->second_words.para ? plan->second_words.para->max_width : 0;
    zt_wording_place(setting, &plan->second_words, into, "more", ZT_ROLE_P,
                     plan->second_x + plan->second->width - width,
                     top - SWATCH_GAP - plan->second_words.height);
}

/* A square of the ink and its words; gives where the next may begin. */
static double place_swatch(const zt_setting *setting, const zt_wording *words, const zt_ink *ink,
                           zt_group *into, double x, double y)
{
    double wide = SWATCH * words->height;
    if (!words->para)
        return x;
    zt_scene_fill_rect(setting->scene, into, words->at, (zt_rect){x, y, wide, words->height},
                       ZT_SOLID(ink));
    zt_wording_place(setting, words, into, "key", ZT_ROLE_P, x + wide + SWATCH_GAP, y);
    return x + swatch_width(words);
}

static void place_picture(const hero_plan *plan, const zt_block *block, const zt_setting *setting,
                          zt_group *into, double width, double y)
{
    const hero_params *p = block->params;
    zt_hero_inks inks = inks_of(block, setting);
    zt_rect across = {plan->picture_x, y, plan->picture.width, plan->picture.height};
    double left = setting->page.left, type = setting->page.right - left;
    double before = 0, after = width - zt_rect_right(across);
    if (p->bleed && !plan->beside && width > type - 1) {
        before = left + setting->page.bleed;
        after += setting->page.width - setting->page.right + setting->page.bleed;
    }
    zt_hero_picture_place(&plan->picture, setting, &inks, into, (zt_point){across.x, y}, before,
                          plan->beside ? 0 : after);
    double foot = zt_rect_foot(across);
    double x = place_swatch(setting, &plan->lit_words, inks.lit, into, across.x, foot + KEY_GAP);
    place_swatch(setting, &plan->rest_words, inks.rest, into, x, foot + KEY_GAP);
    zt_wording_place(setting, &plan->key, into, "key", ZT_ROLE_P, across.x + plan->key_x,
                     foot + plan->key_y);
}

static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = planned->block;
    const hero_plan *plan = planned->own;
    into->role = ZT_ROLE_SECT;
    if (!plan->hero)
        return;
    bool below = !plan->beside && plan->picture.content;
    double count = (below ? 1 : 0) + (plan->rest_height > 0 ? 1 : 0);
    double spare = height - hero_height(plan, plan->gap.natural);
    double gap = count > 0 ? zt_gap_filled(plan->gap, spare, count) : plan->gap.natural;
    zt_wording_place(setting, &plan->head, into, "head", ZT_ROLE_H2, 0, 0);
    double y = plan->head_height;
    place_digits(plan, setting, into, y);
    if (plan->picture.content)
        place_picture(plan, block, setting, into, planned->width,
                      below ? y + plan->figures_foot + gap : y);
    if (plan->rest_height <= 0)
        return;
    double foot =
        zt_max(hero_height(plan, gap), 0); /* the other figures end level with a picture */
    y = foot - plan->rest_height;
    zt_rule_place(setting, block->at, into, (zt_rect){0, y, plan->column, HAIRLINE},
                  zt_setting_ink(setting, "key"));
    zt_slots_row_place(setting, &plan->rest, into, 0, y + RULE_GAP);
}

static const zt_param params[] = {
    {"picture-at", ZT_PARAM(hero_params, picture_at, WORD), "below right", "below",
     "图在数字下面，或在右边", "where the picture stands: below the figure or at its right"},
    {"picture-ratio", ZT_PARAM(hero_params, picture_ratio, NUMBER), "0.1..1.5", "0.3",
     "图的高，比它的宽", "height of the picture by its width, about"},
    {"picture-share", ZT_PARAM(hero_params, picture_share, NUMBER), "0.3..0.7", "0.56",
     "图在右边时占的宽", "its part of the width, where it stands at the right"},
    {"bleed", ZT_PARAM(hero_params, bleed, YES), NULL, "no", "铁轨等横线通到纸边",
     "lines under the symbols run to both edges of the page"},
    {"lead-ink", ZT_PARAM(hero_params, lead_ink, INK), NULL, "accent", "主角数字和图的油墨",
     "ink of the figure and of what it counts"},
    {"rest-ink", ZT_PARAM(hero_params, rest_ink, INK), NULL, "companion-light", "其余符号的油墨",
     "ink of the symbols that are not counted"},
    {"mid-ink", ZT_PARAM(hero_params, mid_ink, INK), NULL, "companion-mid",
     "一行都不算时机车的油墨", "ink of the heads of lines in which none is counted"},
    {"dark-ink", ZT_PARAM(hero_params, dark_ink, INK), NULL, "key", "轮、轨、树干的油墨",
     "ink of wheels, rails and trunks"},
    ZT_SLOT_PARAMS(hero_params, slots, "5mm", "1.8mm"),
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"hero", "figure", "主角的数字", "the hero's digits"},
    {"hero-label", "section", "主角数字的说明", "words beside the hero's digits"},
    {"key", "chart-label", "一个符号代表多少", "what a symbol stands for"},
    ZT_SLOT_PARTS("figure-second"),
    {0},
};

extern const zt_block_kind zt_block_kind_figures_hero;
const zt_block_kind zt_block_kind_figures_hero = {
    .name = "figures",
    .variants = "hero",
    .takes_columns = true,
    .params = {params, sizeof(hero_params)},
    .parts = parts,
    .zh = "一个数字作主角，配一幅数得清的图，其余数字排小。",
    .en = "One figure as the hero, with a picture that can be counted; the others small.",
    .plan = plan,
    .place = place,
};
