/* A grid of names or slogans in the order written: columns of one width, filled row by row. */
#include "block/words/wording.h"

#include <math.h>
#include <string.h>

static const double LABEL_GAP = ZT_MM(1.2); /* from a slogan to the words below it */
static const double RULE = 0.5;             /* points, over the first row */
static const double HAIRLINE = ZT_MM(0.12); /* between rows */
static const char RULE_INK[] = "key";

/* What a template may set of a list of names. */
typedef struct names_params {
    zt_gap row, pad;
    bool numbers, justify;
} names_params;

/* The grid arranged at a width; lengths in points. */
typedef struct names_plan {
    const zt_name_list *list;
    zt_wording head;
    double head_height; /* with what stands below it */
    size_t columns, rows;
    double column, gutter, pad, *heights; /* of the rows, pads included */
    zt_wording *cells;
    /* What em stresses, large over the rest; NULL in a plain list. */
    zt_wording *slogans;
    zt_gap row;
    double number_width;
    double width, step; /* from column to column */
    /* The last column ends flush right, rules run through. */
    bool justify;
    double head_y;
    /* From a slogan to what it is about. */
    double label_gap;
    zt_look name, strong, number, slogan;
} names_plan;

/* Points of the largest number, so that all names begin at one edge. */
static double widest_number(const names_plan *plan, const zt_setting *setting)
{
    zt_str last = zt_str_from(zt_arena_printf(setting->arena, "%zu", plan->list->count));
    return zt_text_width(setting->diags, setting->arena, last, &plan->number.text,
                         &plan->number.para, ZT_NOWHERE);
}

/* Whether the variant sets what <em> stresses large. */
static bool has_slogans(const zt_block *block)
{
    return block->variant && strcmp(block->variant, "slogans") == 0;
}

/* The spans of one kind: those that em stresses, or the others. */
static zt_rich spans_of(const zt_setting *setting, const zt_rich *name, bool stressed)
{
    zt_rich out = {.at = name->at};
    out.spans = ZT_ARRAY(setting->arena, name->count + 1, zt_span);
    for (size_t i = 0; i < name->count; i++) {
        if (zt_span_is_strong(&name->spans[i]) != stressed)
            continue;
        zt_span *span = &out.spans[out.count++];
        *span = name->spans[i];
        span->em = false;
    }
    return out;
}

/* As many columns as hold the longest name in one line, at most what the place asks for. */
static size_t column_count(const names_plan *plan, const zt_block *block, const zt_setting *setting,
                           double width)
{
    double longest = 0;
    size_t most = block->place->columns > 1 ? (size_t)block->place->columns : 1;
    if (block->place->pack && block->place->columns == 0)
        most = (size_t)zt_max(1, zt_page_columns_of(&setting->page, width));
    for (size_t i = 0; has_slogans(block) && i < plan->list->count; i++) {
        zt_rich slogan = spans_of(setting, &plan->list->names[i], true);
        const zt_rich *said = zt_rich_is_empty(&slogan) ? &plan->list->names[i] : &slogan;
        longest = zt_max(longest, zt_wording_natural(setting, said, &plan->slogan));
    }
    for (size_t i = 0; !has_slogans(block) && i < plan->list->count; i++)
        longest = zt_max(longest, zt_wording_strong(setting, &plan->list->names[i], &plan->name,
                                                    &plan->strong, INFINITY)
                                      .para->max_width);
    while (most > 1 &&
           zt_column_width(width, (int)most, plan->gutter) - plan->number_width < longest)
        most--;
    if (!block->place->pack || plan->list->count == 0)
        return most;
    /* Packed: rows of like length. */
    size_t rows = (plan->list->count + most - 1) / most;
    return (plan->list->count + rows - 1) / rows;
}

/* “两地认” large, what it is about below. A name without em is all slogan. */
static double set_slogan(names_plan *plan, const zt_setting *setting, size_t i, double width)
{
    const zt_rich *name = &plan->list->names[i];
    zt_rich slogan = spans_of(setting, name, true), rest = spans_of(setting, name, false);
    if (zt_rich_is_empty(&slogan)) {
        slogan = rest;
        rest = (zt_rich){.at = name->at};
    }
    plan->slogans[i] = zt_wording_rich(setting, &slogan, &plan->slogan, width);
    plan->cells[i] = zt_wording_rich(setting, &rest, &plan->name, width);
    double height = plan->slogans[i].height + plan->cells[i].height;
    return plan->cells[i].para ? height + plan->label_gap : height;
}

/* Breaks one name in its cell; returns its height. */
static double set_cell(names_plan *plan, const zt_setting *setting, size_t i, double width)
{
    if (plan->slogans)
        return set_slogan(plan, setting, i, width);
    plan->cells[i] =
        zt_wording_strong(setting, &plan->list->names[i], &plan->name, &plan->strong, width);
    return plan->cells[i].height;
}

/* From column to column. Where the list is justified the last column ends flush right. */
static double column_step(const names_plan *plan)
{
    double widest = 0;
    if (!plan->justify || plan->columns < 2)
        return plan->column + plan->gutter;
    for (size_t i = plan->columns - 1; i < plan->list->count; i += plan->columns)
        if (plan->cells[i].para)
            widest = zt_max(widest, plan->cells[i].para->max_width + plan->number_width);
    if (widest <= 0)
        return plan->column + plan->gutter;
    return (plan->width - widest) / (double)(plan->columns - 1);
}

/* As many columns as hold the names, then the heights of rows. */
static names_plan plan_names(const zt_block *block, const zt_setting *setting, double width)
{
    const names_params *p = block->params;
    names_plan plan = {.list = block->content,
                       .name = zt_block_look(setting, block, "name"),
                       .strong = zt_block_look(setting, block, "strong"),
                       .number = zt_block_look(setting, block, "number"),
                       .slogan = zt_block_look(setting, block, "slogan"),
                       .label_gap = LABEL_GAP,
                       .gutter = block->place->pack ? zt_setting_gutter(setting, block->place)
                                                    : block->place->gutter.natural,
                       .pad = p->pad.natural,
                       .row = p->row};
    zt_look head = zt_block_look(setting, block, "head");
    size_t count = plan.list->count;
    plan.head = zt_wording_plain(setting, plan.list->head, block->at, &head, width);
    plan.justify = p->justify;
    if (plan.head.para)
        plan.head_height = plan.head.height + 2 * plan.pad;
    plan.head_y = plan.head.para && plan.justify ? plan.pad : 0;
    plan.head_height += plan.head_y;
    if (p->numbers)
        plan.number_width = widest_number(&plan, setting) + plan.name.text.size / 2;
    plan.columns = column_count(&plan, block, setting, width);
    plan.column = zt_column_width(width, (int)plan.columns, plan.gutter);
    plan.rows = (count + plan.columns - 1) / plan.columns;
    plan.heights = ZT_ARRAY(setting->arena, plan.rows + 1, double);
    plan.cells = ZT_ARRAY(setting->arena, count + 1, zt_wording);
    if (has_slogans(block))
        plan.slogans = ZT_ARRAY(setting->arena, count + 1, zt_wording);
    for (size_t i = 0; i < count; i++) {
        double *row = &plan.heights[i / plan.columns];
        double room = zt_max(plan.column - plan.number_width, plan.name.text.size);
        double height = set_cell(&plan, setting, i, room);
        *row = zt_max(*row, zt_max(height + 2 * plan.pad, plan.row.natural));
    }
    plan.width = width;
    plan.step = column_step(&plan);
    return plan;
}

/* Points of head and rows. */
static double names_height(const names_plan *plan)
{
    double height = plan->head_height;
    for (size_t r = 0; r < plan->rows; r++)
        height += plan->heights[r];
    return height;
}

/* Where the words of a cell begin in a row of this height: slogans under the pad, names in the
   middle. */
static double cell_top(const names_plan *plan, size_t i, double height)
{
    return plan->slogans ? plan->pad : (height - plan->cells[i].height) / 2;
}

/* The head's, else that of the highest name of the first row. */
static double first_baseline(const names_plan *plan)
{
    zt_first_line first = ZT_NO_LINE;
    zt_wording_first(&first, &plan->head, plan->head_y);
    if (first.baseline >= 0)
        return first.baseline;
    for (size_t i = 0; i < plan->columns && i < plan->list->count; i++) {
        double y = plan->head_height + cell_top(plan, i, plan->heights[0]);
        const zt_wording *words = plan->slogans ? plan->slogans : plan->cells;
        zt_wording_first(&first, &words[i], y);
    }
    return first.baseline;
}

/* The head and the first lines of all rows stand on one height with those of neighbours. */
static void share_lines(zt_arena *arena, const names_plan *plan, zt_plan *out)
{
    zt_shared_line *lines = ZT_ARRAY(arena, plan->rows + 1, zt_shared_line);
    size_t count = 0;
    if (plan->head.para)
        lines[count++] =
            (zt_shared_line){ZT_SHARED_HEAD, 0, zt_wording_baseline(&plan->head, plan->head_y)};
    double y = plan->head_height;
    for (size_t r = 0; r < plan->rows; r++) {
        zt_first_line first = ZT_NO_LINE;
        const zt_wording *words = plan->slogans ? plan->slogans : plan->cells;
        for (size_t i = r * plan->columns; i < (r + 1) * plan->columns && i < plan->list->count;
             i++)
            zt_wording_first(&first, &words[i], y + cell_top(plan, i, plan->heights[r]));
        if (first.baseline >= 0)
            lines[count++] = (zt_shared_line){ZT_SHARED_ENTRY, y, first.baseline};
        y += plan->heights[r];
    }
    out->shared = lines;
    out->shared_count = count;
}

/* Names stand on four columns of twelve; slogans want more. */
static zt_spans spans(const zt_block *block)
{
    return has_slogans(block) ? (zt_spans){6, 4, 12} : (zt_spans){4, 3, 12};
}

/* Spare height makes rows higher, up to their ceiling. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    names_plan *own = ZT_NEW(setting->arena, names_plan);
    *own = plan_names(block, setting, width);
    double natural = names_height(own);
    double more = (own->row.ceiling - own->row.natural) * (double)own->rows;
    zt_plan out = {.extent = {natural, natural + zt_max(0, more)},
                   .first_baseline = first_baseline(own),
                   .units = own->heights,
                   .unit_count = own->rows,
                   .own = own};
    share_lines(setting->arena, own, &out);
    return out;
}

/* Draws a name with its number in its cell. */
static void place_name(const zt_setting *setting, const names_plan *plan, size_t i, zt_group *into,
                       zt_rect box)
{
    zt_pos at = plan->list->names[i].at;
    zt_group *cell = zt_scene_add_part(setting->scene, into, at, "name", ZT_ROLE_LI, box);
    double top = cell_top(plan, i, box.h);
    if (plan->slogans) {
        const zt_wording *slogan = &plan->slogans[i], *rest = &plan->cells[i];
        zt_wording_place(setting, slogan, cell, "slogan", ZT_ROLE_SPAN, plan->number_width, top);
        zt_wording_place(setting, rest, cell, "text", ZT_ROLE_SPAN, plan->number_width,
                         top + slogan->height + plan->label_gap);
    }
    if (plan->number_width > 0) {
        zt_str number = zt_str_from(zt_arena_printf(setting->arena, "%zu", i + 1));
        zt_text_place(setting->diags, setting->scene, cell, number, &plan->number.text,
                      &plan->number.para, ZT_ALIGN_END,
                      plan->number_width - plan->name.text.size / 2,
                      top + ZT_EM_TOP * (plan->slogans ? plan->slogan : plan->name).text.size, at);
    }
    if (!plan->slogans)
        zt_wording_place(setting, &plan->cells[i], cell, "text", ZT_ROLE_SPAN, plan->number_width,
                         top);
}

/* Head, rules and cells row by row. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = planned->block;
    const names_plan *plan = planned->own;
    double width = planned->width;
    double most = plan->row.ceiling - plan->row.natural;
    double each = plan->rows ? (height - names_height(plan)) / (double)plan->rows : 0;
    each = zt_clamp(each, 0, zt_max(0, most));
    double y = plan->head_height;
    const zt_ink *ink = zt_setting_ink(setting, RULE_INK);
    bool headed = plan->justify && plan->head.para; /* the rule stands above the head */
    into->role = ZT_ROLE_SECT;
    if (headed)
        zt_group_rule_place(setting, block->at, into, (zt_rect){0, 0, width, RULE}, ink);
    zt_wording_place(setting, &plan->head, into, "head", ZT_ROLE_H2, 0, plan->head_y);
    for (size_t i = 0; i < plan->list->count; i++) {
        size_t row = i / plan->columns, column = i % plan->columns;
        double h = plan->heights[row] + each, x = (double)column * plan->step;
        zt_rect line = {x, y, plan->justify ? width : plan->column,
                        row == 0 && !headed ? RULE : HAIRLINE};
        bool parted = plan->justify ? column == 0 : !block->place->pack || plan->columns == 1;
        if (parted)
            zt_rule_place(setting, block->at, into, line, ink);
        place_name(setting, plan, i, into, (zt_rect){x, y, zt_min(plan->column, width - x), h});
        if (column + 1 == plan->columns)
            y += h;
    }
}

static const zt_param params[] = {
    {"row", ZT_PARAM(names_params, row, GAP), NULL, "6mm..9mm", "行的最小高，和有余时的上限",
     "least height of a row, and its ceiling when there is room"},
    {"pad", ZT_PARAM(names_params, pad, GAP), NULL, "1", "行的上下余白", "above and below a name"},
    {"numbers", ZT_PARAM(names_params, numbers, YES), NULL, "no", "名前加序号",
     "a number before each name"},
    {"justify", ZT_PARAM(names_params, justify, YES), NULL, "no", "末栏齐右，线通栏，题上加线",
     "the last column ends flush right, rules run through, one above the head"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"number", "chart-value", "序号", "number"},
    {"name", "label", "名称", "name"},
    {"strong", "strong", "名称中的粗体", "bold in a name"},
    {"slogan", "statement", "口号，em 的文字", "a slogan: what em stresses"},
    {0},
};

const zt_block_kind zt_block_kind_names = {
    .name = "names",
    .takes_columns = true,
    .spans = spans,
    .variants = "list slogans",
    .params = {params, sizeof(names_params)},
    .parts = parts,
    .zh = "名单：照稿件次序逐行排成格；slogans 把 em 排大在上。",
    .en = "A grid of names in the order written; slogans sets what em stresses large.",
    .plan = plan,
    .place = place,
};
