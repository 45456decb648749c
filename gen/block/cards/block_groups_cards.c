/* The look cards of groups: key figures over their labels, side by side, groups in columns or in
   rows on a grid. */
#include <float.h>
#include <math.h>

#include "base/geom.h"
#include "block/cards/cards_imp.h"

static const zt_param params[] = {
    ZT_GROUP_PARAMS(zt_cards_params, groups, "label"),
    ZT_GROUP_HEAD_GAP(zt_cards_params, groups, "label"),
    {"badge", ZT_PARAM_EM(zt_cards_params, badge, "head"), NULL, "8mm", "序号圆的直径，0 为不画",
     "diameter of the number's disc; 0 draws none"},
    {"badge-gap", ZT_PARAM_EM(zt_cards_params, badge_gap, "head"), NULL, "3mm", "圆到组题的距离",
     "from the disc to the head"},
    {"row-gap", ZT_PARAM_EM(zt_cards_params, row_gap, "label"), NULL, "6mm", "一组内两排数字的距离",
     "between two rows of figures of a group"},
    {"label-gap", ZT_PARAM_EM(zt_cards_params, label_gap, "label"), NULL, "3.5mm",
     "数字基线到说明文字的距离", "from the figures' baseline to the ink of their labels"},
    {"cells", ZT_PARAM(zt_cards_params, cells, COUNT), "0..60", "0", "一排分几格，0 为按格宽自定",
     "columns of a row of figures; 0 decides by cell-width"},
    {"cell-width", ZT_PARAM_EM(zt_cards_params, cell_width, "label"), NULL, "30mm",
     "一格的最小宽度", "least width of a cell"},
    {"spans", ZT_PARAM(zt_cards_params, spans, NUMBERS), NULL, NULL,
     "各组横排成行，依次占十二格中的几格，如 4 4 4 3 9；不写则竖排成栏",
     "groups side by side in rows, each over so many of 12 columns, as in 4 4 4 3 9; without it "
     "they stand in columns"},
    {"part-figures", ZT_PARAM(zt_cards_params, part_figures, WORD), "large small", "large",
     "整体各部分的数字排成大字，还是排成条下的一行",
     "figures of the parts of a whole large over their marks, or in a line above them"},
    {"square-least", ZT_PARAM_EM(zt_cards_params, square_least, "row-label"), NULL, "0mm",
     "方块可收窄到多少，好排成通栏一行；0mm：总是正方",
     "how narrow the squares of parts may become to stand in one row; 0mm: always square"},
    {"part-ink", ZT_PARAM(zt_cards_params, part_ink, INK), NULL, "companion", "第一部分的油墨",
     "ink of the first part"},
    {"rest-ink", ZT_PARAM(zt_cards_params, rest_ink, INK), NULL, "companion-light",
     "第二部分的油墨", "ink of the second"},
    {"pictures", ZT_PARAM(zt_cards_params, pictures, WORDS), "rank change target share heat", NULL,
     "格内的小图：rank 名次的十格，change 今年与去年的两条，target 完成目标的进度，share "
     "占比的一条，heat 同一单位的数字按大小分五级深浅",
     "small pictures in cells: ten cells for a rank, two bars for a change, a bar on the way to "
     "its target, a strip for a share, of figures of one unit a cell as dark as the value"},
    {"picture-gap", ZT_PARAM_EM(zt_cards_params, picture_gap, "row-label"), NULL, "2mm",
     "说明与小图之间", "from a label to its picture"},
    {"picture-bar", ZT_PARAM_EM(zt_cards_params, picture_bar, "row-label"), NULL, "5mm",
     "change 两条的粗细", "thickness of the two bars"},
    {"lead-ratio", ZT_PARAM(zt_cards_params, lead_ratio, NUMBER), NULL, "1",
     "有 change 小图的数字放大几倍", "how much larger a figure with the picture of its change is"},
    {"within-ink", ZT_PARAM(zt_cards_params, within_ink, INK), NULL, "companion-light",
     "“前十”各格的油墨", "ink of the cells of 前十"},
    {"rows", ZT_PARAM(zt_cards_params, rows, WORD), "free set", "free",
     "set：相邻各组逐排对齐，数字同基线，说明同高，在版面的行格上；不写 spans 则按分量定各组的宽",
     "set: neighbours share rows, figures on one baseline, labels at one height, on the lines of "
     "the page; without spans= groups get their widths by weight"},
    {"row-rule", ZT_PARAM(zt_cards_params, row_rule, POINTS), NULL, "0mm",
     "两排数字之间的线，0 不画", "rule between two rows of figures; 0: none"},
    {"hatch-pitch", ZT_PARAM_EM(zt_cards_params, hatch_pitch, "label"), "0.3..200", "1mm",
     "斜线间隔", "from hatch line to hatch line"},
    {0},
};

static const zt_part_default parts[] = {
    {"title", "section", "整块的小标题", "head of the whole block"},
    {"head", "section", "组题", "head of a group"},
    {"badge", "badge", "圆中的序号", "number in the disc, reversed"},
    {"period", "period", "统计期", "period at the head's right"},
    {"figure", "figure", "领头数字", "lead figure of a group"},
    {"figure-second", "figure-second", "其他数字", "the other figures"},
    {"missing", "missing", "待补", "missing value"},
    {"label", "label", "数字下的说明", "words under a figure"},
    {"strong", "strong", "说明中的数字", "figures in those words"},
    {"part", "chart-value", "各部分的值", "value of a part"},
    {"row-label", "label", "各部分的名称", "name of a part"},
    {"tick", "tick", "名次格下的数", "numbers below the cells of a rank"},
    {"statement", "statement", "无数字的要点", "a point without a figure"},
    {0},
};

/* Between two cells; between the words and bars of a change, and of parts. */
static const double CELL_GAP_MM = 4.5;
static const double BAR_GAP_MM = 1.6;

/* Groups arranged, each with its card; kept in the arena of the setting. */
typedef struct cards_plan {
    zt_groups_arrangement groups;
    zt_cards_style style;
    zt_card *cards; /* of each group */
} cards_plan;

/* ---- style ---- */

/* Fills the looks and inks of the block's parts. A figure inside a label is set 1.15 times the
   label's size. Labels and statements are broken at sense and never justified: the columns are too
   narrow for it. */
static void set_looks(zt_cards_style *style, const zt_block *block)
{
    const zt_setting *setting = style->setting;
    zt_look strong = zt_block_look(setting, block, "strong");
    style->figure = zt_block_look(setting, block, "figure");
    style->second = zt_block_look(setting, block, "figure-second");
    style->missing = zt_block_look(setting, block, "missing");
    style->label = zt_block_look(setting, block, "label");
    style->statement = zt_block_look(setting, block, "statement");
    style->tick = zt_block_look(setting, block, "tick");
    style->label_strong = zt_look_at_size(&strong, style->label.text.size * ZT_CARD_STRONG);
    style->parts = zt_parts_style_of(setting, block);
    zt_look_at_sense(&style->label);
    zt_look_at_sense(&style->statement);
    style->base_ink = zt_setting_ink(setting, "companion-mid");
    style->empty_ink = zt_setting_ink(setting, "panel");
}

/* Turns the template's lengths into points. An em is that of the part each length belongs to:
   labels for the cells, the names of parts for pictures and squares. */
static zt_cards_style style_of(const zt_setting *setting, const zt_block *block)
{
    const zt_cards_params *p = block->params;
    zt_cards_style style = {.setting = setting, .params = p, .shrink = 1};
    style.parts_small = p->part_figures == ZT_CARDS_SMALL;
    set_looks(&style, block);
    double em = style.label.text.size, part = style.parts.name.text.size;
    style.row_gap = zt_points(p->row_gap, em);
    style.label_gap = style.line_gap = zt_points(p->label_gap, em);
    style.cell_width = zt_points(p->cell_width, em);
    style.cell_gap = zt_pt_from_mm(CELL_GAP_MM);
    if (p->rows == ZT_CARDS_ROWS_SET) {
        const zt_grid_spec *grid = &setting->page.grid;
        style.line = grid->line > 0 ? grid->line : style.label.para.leading;
        style.cell_gap = grid->columns > 0 ? grid->gutter : style.cell_gap;
    }
    style.picture_gap = zt_points(p->picture_gap, part);
    style.picture_bar = zt_points(p->picture_bar, part);
    style.bar_gap = zt_pt_from_mm(BAR_GAP_MM);
    style.parts.marks.square_least = zt_points(p->square_least, part);
    style.parts.marks.first = p->part_ink;
    style.parts.marks.second = p->rest_ink;
    style.marks = zt_cell_marks(p->hatch_pitch);
    return style;
}

/* ---- cells ---- */

/* Width of a group's body in points: that of its column or span without the column of icons. */
static double room_of(const cards_plan *plan, size_t i)
{
    return zt_group_inner_width(&plan->groups, &plan->groups.units[i]);
}

/* The cells of all groups, by the style in force. */
static void read_cells(cards_plan *plan)
{
    for (size_t i = 0; i < plan->groups.count; i++)
        plan->cards[i].cells =
            zt_card_cells(&plan->style, &plan->groups.units[i], &plan->cards[i].cell_count);
}

/* Whether the large figures of each whole stand side by side in its group. */
static bool parts_have_room(const cards_plan *plan)
{
    for (size_t i = 0; i < plan->groups.count; i++)
        for (size_t k = 0; k < plan->cards[i].cell_count; k++) {
            zt_card_cell *cell = &plan->cards[i].cells[k];
            if (zt_card_cell_is_whole(cell) && cell->figure_count > 0 &&
                zt_card_picture_width(&plan->style, cell) > room_of(plan, i))
                return false;
        }
    return true;
}

/* ---- figures of one size, cells of groups below one another on one grid ---- */

/* At most 1: what makes the widest figure fit its group; several of one cell may stand in lines. */
static double figure_factor(const cards_plan *plan)
{
    double factor = 1;
    for (size_t i = 0; i < plan->groups.count; i++)
        for (size_t k = 0; k < plan->cards[i].cell_count; k++) {
            const zt_card_cell *cell = &plan->cards[i].cells[k];
            double width = cell->set->widest, room = room_of(plan, i);
            if (!zt_card_cell_is_whole(cell) && width > room)
                factor = zt_min(factor, room / width);
        }
    return factor;
}

/* One factor for all figures of the block when one of them is wider than its group. */
static void set_figures(cards_plan *plan)
{
    plan->style.shrink = figure_factor(plan);
    for (size_t i = 0; plan->style.shrink < 1 && i < plan->groups.count; i++)
        for (size_t k = 0; k < plan->cards[i].cell_count; k++)
            zt_card_cell_set(&plan->style, &plan->cards[i].cells[k], false);
}

/* Where a whole has no room for large figures, not even for shrunk ones, all wholes of the block
   have small ones. */
static void set_parts(cards_plan *plan)
{
    if (parts_have_room(plan))
        return;
    plan->style.parts_small = true;
    plan->style.shrink = 1;
    read_cells(plan);
    set_figures(plan);
}

/* Arranges the cells of group `i` on so many columns and returns what that costs, in points of
   height; the card keeps the last arrangement that was tried. */
static double cost_at(cards_plan *plan, size_t i, int columns)
{
    zt_card_arrange(&plan->style, &plan->cards[i], room_of(plan, i), columns);
    return plan->cards[i].cost;
}

/* The columns for the cells of the groups from first to end, which have one width: those that cost
   least over all of them. */
static int best_columns(cards_plan *plan, size_t first, size_t end)
{
    int most = zt_card_columns_max(&plan->style, room_of(plan, first)), best = most;
    int least = plan->style.params->cells > 0 ? most : 1;
    double best_cost = DBL_MAX;
    for (int columns = least; columns <= most; columns++) {
        double cost = 0;
        for (size_t i = first; i < end; i++)
            cost += cost_at(plan, i, columns);
        if (cost < best_cost) {
            best_cost = cost;
            best = columns;
        }
    }
    return best;
}

/* Groups below one another keep to one grid, unless another serves one of them better by more
   than half a gap between rows; groups beside one another have grids of their own. */
static void arrange_cards(cards_plan *plan)
{
    const zt_groups_arrangement *a = &plan->groups;
    int shared = a->in_rows || a->count == 0 ? 0 : best_columns(plan, 0, a->count);
    for (size_t i = 0; i < a->count; i++) {
        int own = best_columns(plan, i, i + 1);
        double own_cost = cost_at(plan, i, own);
        if (shared > 0 && shared != own &&
            cost_at(plan, i, shared) > own_cost + plan->style.row_gap / 2)
            cost_at(plan, i, own);
    }
}

/* White below the cards of a row, so that the next row stands whole lines below. `top`: where the
   cards begin. */
static void end_on_line(const cards_plan *plan, zt_card *const *cards, size_t count, double top)
{
    const double near = 0.01; /* points */
    double line = plan->style.line, height = 0;
    for (size_t i = 0; i < count; i++)
        height = zt_max(height, cards[i]->height);
    double pitch = top + height + plan->groups.style.group_gap;
    for (size_t i = 0; i < count; i++)
        cards[i]->height += ceil(pitch / line - near) * line - pitch;
}

/* Groups of one row side by side share the rows of their cards. */
static void level_row(cards_plan *plan, int line)
{
    zt_groups_arrangement *a = &plan->groups;
    zt_card **cards = ZT_ARRAY(plan->style.setting->arena, a->count, zt_card *);
    size_t count = 0;
    double below = 0, top = 0;
    for (size_t i = 0; i < a->count; i++) {
        const zt_group_unit *unit = &a->units[i];
        if (unit->line != line)
            continue;
        cards[count++] = &plan->cards[i];
        below = zt_max(below, unit->head.height - unit->head.baseline);
        top = zt_max(top, unit->head.height);
    }
    zt_cards_level(&plan->style, cards, count, below + a->style.head_gap);
    if (line + 1 < a->line_count)
        end_on_line(plan, cards, count, top + a->style.head_gap);
}

/* What the arrangement of groups has to know of a card: its height, how far the gaps between its
   rows may grow, and the baseline by which the cards of one row are aligned. */
static void set_body(cards_plan *plan, size_t i)
{
    const zt_card *card = &plan->cards[i];
    size_t gaps = card->row_count > 1 ? card->row_count - 1 : 0;
    double ascent = card->row_count > 0 ? card->rows[0].ascent : 0;
    plan->groups.units[i].body =
        (zt_group_body){.height = card->height,
                        .stretch = (ZT_GROUP_SPARE - 1) * (double)gaps * plan->style.row_gap,
                        .ascent = ascent,
                        .baseline = ascent > 0 ? ascent : -1};
}

/* ---- spans of groups ---- */

/* Columns of twelve that suit a group, that it needs and that it can fill: two to three of its
   cells. A group alone takes all. */
enum { GRID = 12 };
static const zt_spans GROUP_SPANS = {3, 2, 6};

/* The height of group `i` at a span, in tenths of a millimetre; a page and more where something in
   it is too wide. */
static int64_t height_at(cards_plan *plan, size_t i, int span, double column)
{
    enum { TOO_NARROW = 20000 };
    zt_groups_arrangement *a = &plan->groups;
    size_t errors = zt_diags_severity_count(a->setting->diags, ZT_ERROR);
    a->units[i].width = span * column + (span - 1) * zt_setting_gutter(a->setting, a->block->place);
    zt_group_plan_head(a, &a->units[i]);
    cost_at(plan, i, best_columns(plan, i, i + 1));
    if (zt_diags_severity_count(a->setting->diags, ZT_ERROR) > errors)
        return TOO_NARROW;
    double points = a->units[i].head.height + a->style.head_gap + plan->cards[i].height;
    return (int64_t)(zt_mm_from_pt(points) * 10 + 0.5);
}

/* A group at all spans that it may take. */
static zt_board_item item_of(cards_plan *plan, size_t i, double column)
{
    int64_t *heights = ZT_ARRAY(plan->style.setting->arena, GRID + 1, int64_t);
    int most = plan->groups.count == 1 ? GRID : GROUP_SPANS.most;
    for (int s = GROUP_SPANS.least; s <= most; s++)
        heights[s] = height_at(plan, i, s, column);
    return (zt_board_item){.preferred = GROUP_SPANS.preferred,
                           .least = GROUP_SPANS.least,
                           .most = most,
                           .weight = (int64_t)plan->cards[i].cell_count + 1,
                           .height = heights,
                           .ceiling = heights};
}

/* rows="set" without spans: rows of all twelve columns, groups of a row as nearly of one height as
   can be. */
static const zt_numbers *found_spans(const cards_plan *own, double width)
{
    /* Widths that are only tried must report nothing. */
    cards_plan *plan = ZT_NEW(own->style.setting->arena, cards_plan);
    zt_setting *setting = ZT_NEW(own->style.setting->arena, zt_setting);
    zt_groups_arrangement *a = &plan->groups;
    zt_arena *arena = own->style.setting->arena;
    *plan = *own;
    *setting = *own->style.setting;
    setting->diags = zt_diags_beside(setting->diags, arena);
    plan->style.setting = plan->style.parts.setting = a->setting = a->style.head.setting = setting;
    plan->cards = ZT_ARRAY(arena, a->count, zt_card);
    read_cells(plan);
    double column = zt_column_width(width, GRID, zt_setting_gutter(a->setting, a->block->place));
    zt_board_item *items = ZT_ARRAY(arena, a->count, zt_board_item);
    for (size_t i = 0; i < a->count; i++)
        items[i] = item_of(plan, i, column);
    zt_board board = {items, a->count, GRID};
    zt_board_slot *slots = ZT_ARRAY(arena, a->count, zt_board_slot);
    size_t rows;
    zt_board_solve(arena, &board, slots, &rows);
    double *spans = ZT_ARRAY(arena, a->count, double);
    for (size_t i = 0; i < a->count; i++)
        spans[i] = slots[i].span;
    zt_numbers *out = ZT_NEW(arena, zt_numbers);
    *out = (zt_numbers){.items = spans, .count = a->count, .at = a->block->at};
    return out;
}

/* ---- the block ---- */

/* For zt_groups_end: the cells of one group below its head. */
static void draw_body(const void *self, size_t i, double y, double extra, zt_group *into)
{
    const cards_plan *plan = self;
    zt_card_draw(&plan->style, &plan->cards[i], y, extra, into);
}

/* The steps of all figures of the unit that comes first. */
static void set_heat(cards_plan *plan)
{
    double low = INFINITY, high = -INFINITY;
    zt_str unit = {0};
    for (size_t i = 0; i < plan->groups.count; i++)
        for (size_t k = 0; k < plan->cards[i].cell_count; k++) {
            const zt_card_cell *cell = &plan->cards[i].cells[k];
            if (cell->figure_count == 1 && !zt_card_cell_is_whole(cell))
                zt_form_heat_reach(cell->content->figures[0], &unit, &low, &high);
        }
    plan->style.heat = zt_form_heat_new(unit, low, high);
}

/* Reads the cells before the groups get their places, since cells do not depend on the width; heads
   come last, as a head says nothing about where its group stands. Reports bad-span through
   zt_groups_in_rows. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    const zt_cards_params *p = block->params;
    cards_plan *own = ZT_NEW(setting->arena, cards_plan);
    zt_groups_arrangement *a = &own->groups;
    own->style = style_of(setting, block);
    zt_groups_style style =
        zt_groups_style_of(setting, block, &p->groups, own->style.label.text.size, false);
    style.head.badge_size = zt_points(p->badge, style.head.head.text.size);
    style.head.badge_gap = zt_points(p->badge_gap, style.head.head.text.size);
    zt_groups_begin(a, setting, block, &style);
    own->cards = ZT_ARRAY(setting->arena, a->count, zt_card);
    read_cells(own);
    set_heat(own);
    bool packed = p->rows == ZT_CARDS_ROWS_SET && p->spans.count == 0 && a->count > 0;
    if (p->spans.count > 0 || packed)
        zt_groups_in_rows(a, packed ? found_spans(own, width) : &p->spans, width);
    else
        zt_groups_in_columns(a, width);
    set_figures(own);
    set_parts(own);
    arrange_cards(own);
    for (size_t i = 0; i < a->count; i++)
        zt_group_plan_head(a, &a->units[i]);
    for (int line = 0; own->style.line > 0 && line < a->line_count; line++)
        level_row(own, line);
    for (size_t i = 0; i < a->count; i++)
        set_body(own, i);
    zt_plan out = zt_groups_end(a, width, draw_body, own);
    if (own->style.line > 0) /* lines of the page do not stretch */
        out.extent.ceiling = out.extent.height;
    return out;
}

/* All columns, a third at least. */
static zt_spans spans(const zt_block *block)
{
    (void)block;
    return (zt_spans){12, 4, 12};
}

const zt_block_kind zt_block_kind_groups_cards = {
    .name = "groups",
    .spans = spans,
    .variants = "cards",
    .by_default = true,
    .takes_columns = true,
    .params = {params, sizeof(zt_cards_params)},
    .parts = parts,
    .zh = "分组成果：数字排成卡片，说明在下。",
    .en = "Achievements in groups: cards of key figures over their labels.",
    .plan = plan,
    .place = zt_groups_place,
    .optional_count = zt_groups_optional_count,
};
