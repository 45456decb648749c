/* The look rows of groups: a lead figure over its label, then rows figure │ label on one pitch. The
   groups stand row by row on the columns of the place; one of many figures goes over all of them on
   a ground of its own, its rows in two columns. */
#include <math.h>

#include "base/geom.h"
#include "block/rows/row_group_imp.h"

static const zt_param params[] = {
    ZT_GROUP_PARAMS(zt_rows_params, groups, "row-label"),
    ZT_GROUP_HEAD_GAP(zt_rows_params, groups, "row-label"),
    {"label-gap", ZT_PARAM_EM(zt_rows_params, label_gap, "label"), NULL, "3.5mm",
     "数字基线到说明文字的距离", "from the figures' baseline to the ink of their labels"},
    {"icon", ZT_PARAM_EM(zt_rows_params, icon, "row-label"), NULL, "11mm",
     "图标的边长，0 为不画；各组都有图标才画",
     "side of the icons, 0 for none; drawn when all groups have one"},
    {"icon-at", ZT_PARAM(zt_rows_params, icon_at, WORD), "margin head", "margin",
     "图标在左侧一栏，还是在组题行内",
     "icons in a column of their own at the left, or in the head line"},
    {"icon-column", ZT_PARAM_EM(zt_rows_params, icon_column, "row-label"), NULL, "14mm",
     "图标一栏的宽度", "width of the icons' column"},
    {"icon-line", ZT_PARAM_EM(zt_rows_params, icon_line, "row-label"), NULL, "0.62mm", "图标的线宽",
     "weight of the icons' strokes"},
    {"lead-gap", ZT_PARAM_EM(zt_rows_params, lead_gap, "row-label"), NULL, "1.8mm",
     "领头数字的说明到第一行", "from the lead's label to the first row"},
    {"row-pitch", ZT_PARAM_EM(zt_rows_params, row_pitch, "row-label"), NULL, "7mm", "行距",
     "from row to row"},
    {"figure-column", ZT_PARAM_EM(zt_rows_params, figure_column, "row-label"), NULL, "23.5mm",
     "数字一栏的最小宽度", "least width of the column of figures"},
    {"column-gap", ZT_PARAM_EM(zt_rows_params, column_gap, "row-label"), NULL, "2mm",
     "数字与说明两栏之间", "between figures and labels"},
    {"bars", ZT_PARAM(zt_rows_params, bars, WORD), "none series unit", "none",
     "一组内画条的数字：series 同一系列；unit 另加单位相同的",
     "figures of a group drawn as bars: those of one series, or of one unit as well"},
    {"bar", ZT_PARAM_EM(zt_rows_params, bar, "row-label"), NULL, "2mm", "条的粗细",
     "thickness of those bars"},
    {"bar-gap", ZT_PARAM_EM(zt_rows_params, bar_gap, "row-label"), NULL, "1.6mm", "文字与条之间",
     "between words and bars"},
    {"strip", ZT_PARAM_EM(zt_rows_params, strip, "row-label"), NULL, "3.8mm",
     "整体各部分长条的粗细", "thickness of the strip of a whole's parts"},
    {"pictures", ZT_PARAM(zt_rows_params, pictures, WORDS), "target heat", NULL,
     "行内的小图：target 完成目标的进度，heat 同一单位的数字按大小分五级深浅",
     "small pictures in rows: a bar on the way to its target; of figures of one unit a cell as "
     "dark "
     "as the value, in five steps"},
    {0},
};

static const zt_part_default parts[] = {
    {"title", "section", "整块的小标题", "head of the whole block"},
    {"head", "section", "组题", "head of a group"},
    {"badge", "badge", "圆中的序号", "number in the disc, reversed"},
    {"period", "period", "统计期", "period at the head's right"},
    {"figure", "figure", "领头数字", "lead figure of a group"},
    {"missing", "missing", "待补", "missing value"},
    {"label", "label", "领头数字下的说明", "words under the lead figure"},
    {"figure-row", "chart-value", "行中的数字", "figure of a row"},
    {"row-label", "label", "行中的说明", "words beside it"},
    {"row-head", "strong", "几个数字共有的题", "head over several figures"},
    {"part", "chart-value", "各部分的值", "value of a part"},
    {"tick", "tick", "各部分的值的单位", "unit of such a value"},
    {"statement", "statement", "无数字的要点", "a point without a figure"},
    {0},
};

/* Least white between the columns of a wide group; hairline above a row; most from row to row. */
static const double SECOND_GAP_MM = 4.5;
static const double HAIRLINE_MM = 0.12;
static const double PITCH_MOST_MM = 8;
/* From hatch line to hatch line of estimates. */
static const double HATCH_PITCH_MM = 1;
/* A group of more figures goes over all columns. */
enum { WIDE_ABOVE = 5 };

/* Groups arranged, each with its rows; kept in the arena of the setting. */
typedef struct rows_plan {
    zt_groups_arrangement groups;
    zt_rows_style style;
    zt_row_group *rows; /* of each group */
} rows_plan;

/* ---- style ---- */

/* The look of a part whose words stand in narrow columns. */
static zt_look look_at_sense(const zt_setting *setting, const zt_block *block, const char *part)
{
    zt_look look = zt_block_look(setting, block, part);
    zt_look_at_sense(&look);
    return look;
}

/* The looks and inks of all parts. */
static void set_looks(zt_rows_style *style)
{
    const zt_setting *setting = style->setting;
    const zt_block *block = style->block;
    style->figure = zt_block_look(setting, block, "figure");
    style->missing = zt_block_look(setting, block, "missing");
    style->row = zt_block_look(setting, block, "figure-row");
    style->label = look_at_sense(setting, block, "label");
    style->row_label = look_at_sense(setting, block, "row-label");
    style->row_head = look_at_sense(setting, block, "row-head");
    style->statement = look_at_sense(setting, block, "statement");
    style->parts = zt_parts_style_of(setting, block);
    style->hairline_ink = zt_setting_ink(setting, "key");
    style->bar_ink = zt_setting_ink(setting, "companion-mid");
}

/* Lengths of the template in points; an em is that of the row labels, for the lead's label that of
   the lead's. */
static zt_rows_style style_of(const zt_setting *setting, const zt_block *block)
{
    const zt_rows_params *p = block->params;
    zt_rows_style style = {
        .setting = setting, .block = block, .bars = p->bars, .pictures = p->pictures, .shrink = 1};
    set_looks(&style);
    double em = style.row_label.text.size;
    style.label_gap = zt_points(p->label_gap, style.label.text.size);
    style.lead_gap = zt_points(p->lead_gap, em);
    style.pitch = zt_points(p->row_pitch, em);
    style.pitch_max = zt_max(style.pitch, zt_pt_from_mm(PITCH_MOST_MM));
    style.figure_column = zt_points(p->figure_column, em);
    style.column_gap = zt_points(p->column_gap, em);
    style.second_gap = zt_pt_from_mm(SECOND_GAP_MM);
    style.bar = zt_points(p->bar, em);
    style.bar_gap = zt_points(p->bar_gap, em);
    style.hairline = zt_pt_from_mm(HAIRLINE_MM);
    style.parts.marks.strip = zt_points(p->strip, em);
    style.marks = zt_cell_marks((zt_length){.value = zt_pt_from_mm(HATCH_PITCH_MM), .unit = ZT_PT});
    return style;
}

/* The style of heads: icons are drawn only when every group has one and their side is not 0. */
static zt_groups_style groups_style(const zt_setting *setting, const zt_block *block,
                                    const zt_rows_style *rows)
{
    const zt_rows_params *p = block->params;
    double em = rows->row_label.text.size;
    zt_groups_style style = zt_groups_style_of(setting, block, &p->groups, em, false);
    style.head.icon = zt_points(p->icon, em);
    style.head.icons = style.head.icons && style.head.icon > 0;
    style.head.icon_at_head = p->icon_at == ZT_ROWS_ICON_HEAD;
    style.head.icon_column = zt_points(p->icon_column, em);
    style.head.icon_line = zt_points(p->icon_line, em);
    return style;
}

/* ---- where groups stand ---- */

/* Row by row in the order of the data. A group of many figures, and the last one of a row that has
   no company, goes over all columns. */
static void place_groups(rows_plan *plan, double width)
{
    zt_groups_arrangement *a = &plan->groups;
    const zt_box_spec *place = a->block->place;
    int columns = place->columns > 0 ? place->columns : 1, at = 0, row = 0;
    double gutter = place->gutter.natural, column = zt_column_width(width, columns, gutter);
    a->in_rows = true;
    for (size_t i = 0; i < a->count; i++) {
        zt_group_unit *unit = &a->units[i];
        zt_row_group *rows = &plan->rows[i];
        bool last = i + 1 == a->count;
        bool many = columns > 1 && rows->figures > WIDE_ABOVE;
        bool next_many = !last && rows[1].figures > WIDE_ABOVE;
        rows->wide = many || (columns > 1 && at == 0 && (last || next_many));
        unit->panel = many;
        if (rows->wide && at > 0) {
            row++;
            at = 0;
        }
        unit->line = row;
        unit->x = at * (column + gutter);
        unit->width = rows->wide ? width : column;
        if (rows->wide)
            rows->right = (columns / 2 + columns % 2) * (column + gutter) - a->margin;
        at = rows->wide ? columns : at + 1;
        if (at >= columns) {
            row++;
            at = 0;
        }
    }
    a->line_count = a->count > 0 ? a->units[a->count - 1].line + 1 : 0;
}

/* The steps of all figures of the unit that comes first. */
static void set_heat(rows_plan *plan)
{
    double low = INFINITY, high = -INFINITY;
    zt_str unit = {0};
    for (size_t i = 0; i < plan->groups.count; i++)
        for (size_t k = 0; k < plan->rows[i].cell_count; k++) {
            const zt_point_cell *cell = &plan->rows[i].cells[k];
            if (cell->figure_count > 0 && cell->kind != ZT_CELL_WHOLE)
                zt_form_heat_reach(cell->figures[0], &unit, &low, &high);
        }
    plan->style.heat = zt_form_heat_new(unit, low, high);
}

/* One factor for all lead figures when one of them is wider than its group. */
static void set_leads(rows_plan *plan)
{
    const zt_groups_arrangement *a = &plan->groups;
    for (int round = 0; round < 2; round++) {
        double factor = 1;
        for (size_t i = 0; i < a->count; i++) {
            zt_row_group *rows = &plan->rows[i];
            double room = zt_group_inner_width(a, &a->units[i]);
            room -= rows->wide ? 0 : zt_group_head_reserve(&a->style.head);
            if (!rows->lead)
                continue;
            rows->lead_figure = zt_row_lead_figure(&plan->style, rows);
            if (rows->lead_figure->width > room)
                factor = zt_min(factor, room / rows->lead_figure->width);
        }
        if (round > 0 || factor >= 1)
            return;
        plan->style.shrink = factor;
    }
}

/* The rows of all groups share the edge of their labels. */
static void share_figure_column(rows_plan *plan)
{
    for (size_t i = 0; i < plan->groups.count; i++)
        plan->style.figure_column =
            zt_max(plan->style.figure_column, zt_row_figures_width(&plan->style, &plan->rows[i]));
}

/* The second column of a wide group begins beside the head, if this leaves it free. */
static void plan_group(rows_plan *plan, size_t i)
{
    zt_groups_arrangement *a = &plan->groups;
    const zt_rows_style *style = &plan->style;
    zt_group_unit *unit = &a->units[i];
    zt_row_group *rows = &plan->rows[i];
    zt_group_plan_head(a, unit);
    /* Rows stand at the right of a wide group, where the icon would be. */
    unit->head.bare = rows->wide && zt_group_head_reserve(&a->style.head) > 0;
    const zt_group_head *head = &unit->head;
    bool free = head->para && head->period.len == 0 &&
                head->text_x + head->para->max_width <= rows->right - style->second_gap;
    rows->rise = free ? head->height - head->top + a->style.head_gap : 0;
    rows->width = zt_group_inner_width(a, unit);
    zt_row_group_plan(style, rows);
    unit->body = (zt_group_body){.height = rows->height,
                                 .stretch = (double)rows->rows * (style->pitch_max - style->pitch),
                                 .ascent = rows->lead ? rows->lead_figure->ascent : 0,
                                 .baseline = rows->lead ? rows->lead_figure->ascent : -1};
}

/* ---- the block ---- */

/* For zt_groups_end: lead and rows of one group below its head. */
static void draw_body(const void *self, size_t i, double y, double extra, zt_group *into)
{
    const rows_plan *plan = self;
    zt_row_group_draw(&plan->style, &plan->rows[i], y, extra, into);
}

/* Groups are read first, because the number of their figures decides which go over all columns; the
   column of figures is as wide as the widest of the block, so it must be known before any group is
   planned. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    rows_plan *own = ZT_NEW(setting->arena, rows_plan);
    zt_groups_arrangement *a = &own->groups;
    own->style = style_of(setting, block);
    zt_groups_style style = groups_style(setting, block, &own->style);
    zt_groups_begin(a, setting, block, &style);
    own->rows = ZT_ARRAY(setting->arena, a->count, zt_row_group);
    for (size_t i = 0; i < a->count; i++)
        zt_row_group_read(&own->style, &own->rows[i], &a->units[i]);
    set_heat(own);
    place_groups(own, width);
    set_leads(own);
    share_figure_column(own);
    for (size_t i = 0; i < a->count; i++)
        plan_group(own, i);
    return zt_groups_end(a, width, draw_body, own);
}

/* All columns, a third at least. */
static zt_spans spans(const zt_block *block)
{
    (void)block;
    return (zt_spans){12, 4, 12};
}

const zt_block_kind zt_block_kind_groups_rows = {
    .name = "groups",
    .spans = spans,
    .variants = "rows",
    .takes_columns = true,
    .params = {params, sizeof(zt_rows_params)},
    .parts = parts,
    .zh = "分组成果：领头数字之下逐行排“数字 │ 说明”。",
    .en = "Achievements in groups: a lead figure, then rows figure │ label.",
    .plan = plan,
    .place = zt_groups_place,
    .optional_count = zt_groups_optional_count,
};
