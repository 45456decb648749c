/* Key figures in rows: the figure, its words, and at the right the symbols of its picture. All
   symbols of a panel are of one width, so that rows that count alike may be compared. */
#include "block/hero/hero_picture.h"
#include "block/words/slots.h"

/* Points. */
static const double RULE_GAP = ZT_MM(2.6), HEAD_GAP = ZT_MM(3.4), COLUMN_GAP = ZT_MM(3);
static const double PICTURE_GAP = ZT_MM(5), BELOW_GAP = ZT_MM(1.5), KEY_GAP = ZT_MM(1);
static const double BESIDE_LEAST = ZT_MM(100), WORDS_LEAST = ZT_MM(18);
/* A cell is no wider than the first while another line would be needed, nor ever than the last. */
static const double CELL_LEAST = ZT_MM(2.5), CELL_GOOD = ZT_MM(3.6), CELL_MOST = ZT_MM(5);
static const double VESSEL_WIDTH = ZT_MM(12), VESSEL_HEIGHT = ZT_MM(8);
/* Em of the digits: what their em box has above their caps. */
static const double OVER_CAPS = 0.15;
static const char RULE_INK[] = "key";

/* What a template may set. */
typedef struct symbol_rows_params {
    double rule, picture_share;
    zt_gap gap;
    const zt_ink *ink, *lead_ink, *rest_ink, *mid_ink, *dark_ink;
    zt_slot_params slots;
} symbol_rows_params;

/* One figure. Points from the top of the row. */
typedef struct figure_row {
    const zt_figure_entry *entry;
    zt_slot_lines figure;
    zt_wording words, key; /* what a symbol stands for, where that is not said once */
    zt_hero_picture picture;
    double figure_y, words_y, picture_y;
    double height;
} figure_row;

/* The panel arranged at a width; points. */
typedef struct symbol_rows_plan {
    const zt_figures *figures;
    zt_wording head, key;
    double top, head_height; /* of the rule; with what is below */
    bool key_below;          /* no room for it beside the head */
    zt_slot_looks *looks;
    zt_slots slots;
    double figures_width; /* of the widest, with what stands beside it */
    figure_row *rows;
    double *heights;
    double words_x, words_width, picture_x;
    bool beside, words_below;
    const zt_figure_entry *lead;
    zt_gap gap;
} symbol_rows_plan;

/* ---- the symbols ---- */

/* Lines of all pictures together, with so many symbols a line. */
static size_t lines_of(const zt_figures *figures, size_t per_line)
{
    size_t lines = 0;
    for (size_t i = 0; i < figures->count; i++)
        if (figures->figures[i].picture)
            lines += (figures->figures[i].picture->count + per_line - 1) / per_line;
    return lines;
}

/* Of all pictures: most symbols, most cells that the head of a line takes. */
static size_t most_symbols(const zt_figures *figures, double *heads)
{
    size_t most = 0;
    *heads = 0;
    for (size_t i = 0; i < figures->count; i++) {
        const zt_figure_picture *picture = figures->figures[i].picture;
        if (!picture || zt_symbol_find(picture->kind)->vessel)
            continue;
        most = picture->count > most ? picture->count : most;
        *heads = zt_max(*heads, zt_symbol_find(picture->kind)->head_cells);
    }
    return most;
}

/* Symbols a line: of those that make cells of a good size the fewest with which all pictures
   together have the fewest lines. */
static size_t symbols_per_line(const zt_figures *figures, double width, double *cell)
{
    double heads;
    size_t most = most_symbols(figures, &heads);
    size_t low = (size_t)zt_max(1, width / CELL_GOOD - heads);
    size_t high = (size_t)zt_max(1, width / CELL_LEAST - heads);
    low = low < most ? low : most;
    high = high < most ? high : most;
    size_t best = low > 0 ? low : 1;
    for (size_t n = best + 1; n <= high; n++)
        if (lines_of(figures, n) < lines_of(figures, best))
            best = n;
    *cell = zt_min(width / ((double)best + heads), CELL_MOST);
    return best;
}

/* A vessel is one body, of a size of its own. */
static zt_hero_picture picture_of(const zt_figure_entry *entry, double cell, size_t per_line)
{
    const zt_figure_picture *content = entry->picture;
    if (!content)
        return (zt_hero_picture){0};
    const zt_symbol *symbol = zt_symbol_find(content->kind);
    bool vessel = symbol->vessel;
    zt_hero_picture p = {.content = content,
                         .symbol = symbol,
                         .per_line = vessel ? 1 : per_line,
                         .cell_w = vessel ? VESSEL_WIDTH : cell,
                         .cell_h = vessel ? VESSEL_HEIGHT : cell * symbol->aspect};
    p.lines = vessel ? 1 : (content->count + per_line - 1) / per_line;
    size_t longest = content->count < p.per_line ? content->count : p.per_line;
    p.width = p.cell_w * (vessel ? 1 : (double)longest + symbol->head_cells);
    p.height = p.cell_h * (double)p.lines;
    return p;
}

/* ---- plan ---- */

/* main="yes"; else the largest of figures that count alike. */
static const zt_figure_entry *lead_of(const zt_figures *figures)
{
    const zt_figure_entry *largest = NULL;
    for (size_t i = 0; i < figures->count; i++) {
        const zt_figure_entry *entry = &figures->figures[i];
        if (entry->value->main)
            return entry;
        if (figures->key.len && entry->picture &&
            (!largest || entry->picture->count > largest->picture->count))
            largest = entry;
    }
    return largest;
}

/* Whether words have room at the right of figures so wide. */
static bool has_words_room(double width, double figures)
{
    return width - figures - COLUMN_GAP >= WORDS_LEAST;
}

/* A second quantity stands beside its figure where words have room at the right of both; below the
   figure, whose slot then is as wide as the figures alone, where they have it at the right of the
   figure. */
static void set_seconds(symbol_rows_plan *plan, const zt_slot_row *rows, size_t count)
{
    double both = plan->slots.widest, width = plan->slots.width;
    for (size_t i = 0; i < count; i++)
        if (rows[i].figures->beside)
            both = zt_max(both, rows[i].figures->all);
    plan->figures_width = both;
    if (!has_words_room(width, both) && has_words_room(width, plan->slots.widest))
        plan->slots.width = plan->figures_width = plan->slots.widest;
}

/* The figures alone, in a column as wide as the widest; their words and pictures stand beside it.
 */
static void set_figures(symbol_rows_plan *plan, const zt_setting *setting, double width)
{
    size_t count = plan->figures->count;
    zt_figure_entry *bare = ZT_ARRAY(setting->arena, count + 1, zt_figure_entry);
    zt_slot_row *rows = ZT_ARRAY(setting->arena, count + 1, zt_slot_row);
    for (size_t i = 0; i < count; i++) {
        bare[i] = plan->figures->figures[i];
        bare[i].label = (zt_rich){.at = bare[i].label.at};
        bare[i].picture = NULL;
        rows[i] = zt_slot_row_new(setting, plan->looks, bare + i, 1);
    }
    plan->slots = zt_slots_plan(setting, plan->looks, rows, count, width);
    set_seconds(plan, rows, count);
    for (size_t i = 0; i < count; i++) {
        plan->rows[i].entry = &plan->figures->figures[i];
        plan->rows[i].figure = zt_slots_row_plan(setting, &plan->slots, rows[i]);
    }
}

/* Edges of the columns: figures, words, and pictures where all three have room. */
static void set_columns(symbol_rows_plan *plan, const symbol_rows_params *p, double width)
{
    double heads, left = width;
    plan->beside = width >= BESIDE_LEAST && most_symbols(plan->figures, &heads) > 0;
    if (plan->beside)
        left = (1 - p->picture_share) * width - PICTURE_GAP;
    plan->words_x = plan->figures_width + COLUMN_GAP;
    if (plan->beside && left - plan->words_x < WORDS_LEAST) {
        plan->beside = false;
        left = width;
    }
    plan->words_below = left - plan->words_x < WORDS_LEAST;
    if (plan->words_below)
        plan->words_x = 0;
    plan->words_width = left - plan->words_x;
    plan->picture_x = plan->beside ? width - p->picture_share * width : 0;
}

/* One line of words stands on the baseline of its figure, more of them about its middle, and so do
   the first symbols; what would rise above the row moves all of it down. */
static void stack_row(const symbol_rows_plan *plan, figure_row *row)
{
    double digits = zt_digit_height(&plan->looks->figure.look), middle = row->figure.ascent;
    middle -= digits / 2;
    bool one_line = row->words.para && row->words.para->line_count == 1;
    if (plan->words_below)
        row->words_y = row->figure.height + (row->words.para ? BELOW_GAP : 0);
    else if (one_line)
        row->words_y = row->figure.ascent - zt_wording_baseline(&row->words, 0);
    else
        row->words_y = middle - row->words.height / 2;
    double words_foot = row->words_y + row->words.height;
    if (row->key.para)
        words_foot += KEY_GAP + row->key.height;
    row->picture_y = plan->beside ? middle - row->picture.cell_h / 2
                                  : zt_max(row->figure.height, words_foot) + BELOW_GAP;
    /* Their em box stands within the row, whatever is beside it. */
    double size = plan->looks->figure.look.text.size;
    double over = zt_max(OVER_CAPS * size - plan->top - plan->head_height, -row->words_y);
    over = zt_max(0, over);
    if (row->picture.content && plan->beside)
        over = zt_max(over, -row->picture_y);
    row->figure_y = over;
    row->words_y += over;
    row->picture_y += over;
    double foot = row->figure.ascent + ZT_EM_FOOT * size;
    row->height = over + zt_max(zt_max(row->figure.height, foot), words_foot);
    if (row->picture.content)
        row->height = zt_max(row->height, row->picture_y + row->picture.height);
}

static void set_rows(symbol_rows_plan *plan, const zt_block *block, const zt_setting *setting,
                     double width)
{
    zt_look label = zt_block_look(setting, block, "label");
    zt_look key = zt_block_look(setting, block, "key");
    double cell = 0, room = plan->beside ? width - plan->picture_x : width;
    size_t per_line = symbols_per_line(plan->figures, room, &cell);
    for (size_t i = 0; i < plan->figures->count; i++) {
        figure_row *row = &plan->rows[i];
        row->words = zt_wording_rich(setting, &row->entry->label, &label, plan->words_width);
        row->picture = picture_of(row->entry, cell, per_line);
        if (row->picture.content && plan->figures->key.len == 0)
            row->key = zt_wording_plain(setting, row->picture.content->key,
                                        row->picture.content->at, &key, plan->words_width);
        stack_row(plan, row);
        plan->heights[i] = row->height;
    }
}

/* The head, and at its right what a symbol stands for: below the rows where it finds no room. */
static void set_head(symbol_rows_plan *plan, const zt_block *block, const zt_setting *setting,
                     double width)
{
    const symbol_rows_params *p = block->params;
    zt_look head = zt_block_look(setting, block, "head");
    zt_look key = zt_block_look(setting, block, "key");
    plan->head = zt_wording_plain(setting, plan->figures->head, block->at, &head, width);
    plan->key = zt_wording_plain(setting, plan->figures->key, block->at, &key, width);
    plan->top = p->rule > 0 ? p->rule + RULE_GAP : 0;
    if (plan->head.para)
        plan->head_height = plan->head.height + HEAD_GAP;
    double both = COLUMN_GAP;
    if (plan->head.para && plan->key.para)
        both += plan->head.para->max_width + plan->key.para->max_width;
    plan->key_below =
        plan->key.para && (!plan->head.para || both > width || plan->head.para->line_count > 1);
}

/* Points of the panel with such gaps between its rows. */
static double rows_height(const symbol_rows_plan *plan, double gap)
{
    double height = plan->top + plan->head_height;
    for (size_t i = 0; i < plan->figures->count; i++)
        height += plan->heights[i] + (i ? gap : 0);
    if (plan->key_below)
        height += BELOW_GAP + plan->key.height;
    return height;
}

static double first_baseline(const symbol_rows_plan *plan)
{
    double head = zt_wording_baseline(&plan->head, plan->top);
    const figure_row *first = plan->rows;
    return head >= 0 ? head : plan->top + first->figure_y + first->figure.ascent;
}

static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    const symbol_rows_params *p = block->params;
    symbol_rows_plan *own = ZT_NEW(setting->arena, symbol_rows_plan);
    *own = (symbol_rows_plan){
        .figures = block->content, .looks = ZT_NEW(setting->arena, zt_slot_looks), .gap = p->gap};
    if (own->figures->count == 0)
        return (zt_plan){.first_baseline = -1, .own = own};
    own->rows = ZT_ARRAY(setting->arena, own->figures->count, figure_row);
    own->heights = ZT_ARRAY(setting->arena, own->figures->count, double);
    *own->looks = zt_slot_looks_of(block, setting, &p->slots);
    own->lead = lead_of(own->figures);
    set_head(own, block, setting, width);
    set_figures(own, setting, width);
    set_columns(own, p, width);
    set_rows(own, block, setting, width);
    return (zt_plan){
        .extent = {rows_height(own, own->gap.natural), rows_height(own, own->gap.ceiling)},
        .cramped = !zt_slots_fit(&own->slots),
        .first_baseline = first_baseline(own),
        .units = own->heights,
        .unit_count = own->figures->count,
        .own = own};
}

/* ---- place ---- */

static void place_row(const symbol_rows_plan *plan, const zt_block *block,
                      const zt_setting *setting, const figure_row *row, zt_group *into, double y)
{
    const symbol_rows_params *p = block->params;
    zt_hero_inks inks = {.lit = row->entry == plan->lead ? p->lead_ink : p->ink,
                         .rest = p->rest_ink,
                         .mid = p->mid_ink,
                         .hole = zt_setting_ink(setting, "paper"),
                         .dark = p->dark_ink};
    zt_slots_row_place(setting, &row->figure, into, 0, y + row->figure_y);
    zt_wording_place(setting, &row->words, into, "label", ZT_ROLE_P, plan->words_x,
                     y + row->words_y);
    zt_wording_place(setting, &row->key, into, "key", ZT_ROLE_P, plan->words_x,
                     y + row->words_y + row->words.height + KEY_GAP);
    zt_hero_picture_place(&row->picture, setting, &inks, into,
                          (zt_point){plan->picture_x, y + row->picture_y}, 0, 0);
}

/* At the right of the head, on its baseline, or below the rows. */
static void place_key(const symbol_rows_plan *plan, const zt_setting *setting, zt_group *into,
                      double width, double foot)
{
    if (!plan->key.para)
        return;
    double y = zt_wording_baseline(&plan->head, plan->top) - zt_wording_baseline(&plan->key, 0);
    double x = width - plan->key.para->max_width;
    zt_wording_place(setting, &plan->key, into, "key", ZT_ROLE_P, plan->key_below ? 0 : x,
                     plan->key_below ? foot + BELOW_GAP : y);
}

/* Spare height goes to the gaps between rows. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = planned->block;
    const symbol_rows_plan *plan = planned->own;
    const symbol_rows_params *p = block->params;
    size_t count = plan->figures->count;
    into->role = ZT_ROLE_SECT;
    if (count == 0)
        return;
    double spare = height - rows_height(plan, plan->gap.natural);
    double gap = zt_gap_filled(plan->gap, spare, (double)(count - 1));
    zt_group_rule_place(setting, block->at, into, (zt_rect){0, 0, planned->width, p->rule},
                        zt_setting_ink(setting, RULE_INK));
    zt_wording_place(setting, &plan->head, into, "head", ZT_ROLE_H2, 0, plan->top);
    double y = plan->top + plan->head_height;
    for (size_t i = 0; i < count; i++) {
        place_row(plan, block, setting, &plan->rows[i], into, y);
        y += plan->heights[i] + (i + 1 < count ? gap : 0);
    }
    place_key(plan, setting, into, planned->width, y);
}

static const zt_param params[] = {
    {"rule", ZT_PARAM(symbol_rows_params, rule, POINTS), NULL, "0.5pt", "上方的线，0 不画",
     "rule above; 0: none"},
    {"gap", ZT_PARAM(symbol_rows_params, gap, GAP), NULL, "2..3", "两行之间", "between two rows"},
    {"picture-share", ZT_PARAM(symbol_rows_params, picture_share, NUMBER), "0.3..0.7", "0.57",
     "图在右边时占的宽", "part of the width that pictures have at the right"},
    {"ink", ZT_PARAM(symbol_rows_params, ink, INK), NULL, "companion-mid", "符号的油墨",
     "ink of the symbols"},
    {"lead-ink", ZT_PARAM(symbol_rows_params, lead_ink, INK), NULL, "companion",
     "领衔一行的符号的油墨：main，没有则数得最多的",
     "ink of the symbols of the lead: main=, or else the one with most of them"},
    {"rest-ink", ZT_PARAM(symbol_rows_params, rest_ink, INK), NULL, "companion-light",
     "未到的符号的油墨", "ink of the symbols that are still to come"},
    {"mid-ink", ZT_PARAM(symbol_rows_params, mid_ink, INK), NULL, "companion-mid",
     "一行都不算时机车的油墨", "ink of the heads of lines in which none is counted"},
    {"dark-ink", ZT_PARAM(symbol_rows_params, dark_ink, INK), NULL, "key", "轮、轨、树干的油墨",
     "ink of wheels, rails and trunks"},
    ZT_SLOT_PARAMS(symbol_rows_params, slots, "3mm", "1.8mm"),
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"key", "chart-label", "一个符号代表多少", "what a symbol stands for"},
    ZT_SLOT_PARTS("figure-second"),
    {0},
};

extern const zt_block_kind zt_block_kind_figures_rows;
const zt_block_kind zt_block_kind_figures_rows = {
    .name = "figures",
    .variants = "rows",
    .params = {params, sizeof(symbol_rows_params)},
    .parts = parts,
    .zh = "关键数字成行：数字、说明，右边是数得清的符号。",
    .en = "Key figures in rows: figure, words, and at the right symbols that can be counted.",
    .plan = plan,
    .place = place,
};
