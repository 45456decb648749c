/* Where the groups of a block stand, and how spare height is shared among them. */
#include "block/groups/arrangement.h"

#include "base/geom.h"
#include "model/point_cells.h"

/* Columns of the grid that spans= counts. */
enum { GRID = 12 };
/* How far beyond its ceiling the gap between groups may go in a column that is shorter than its
   neighbours, so that columns end on one line. */
static const double SHORT_COLUMN = 2;

/* Weight of the rule above a group; diameter of its number's disc; white behind disc and numeral.
 */
static const double RULE_MM = 0.5;
static const double BADGE_MM = 8;
static const double NUMBER_GAP_MM = 3;

/* Gaps are in em of the part each look of groups names; discs and rules have the sizes of this file
   unless a kind sets them after this call. */
zt_groups_style zt_groups_style_of(const zt_setting *setting, const zt_block *block,
                                   const zt_group_params *params, double em, bool numerals)
{
    zt_groups_style style = {.head = zt_group_head_style_of(setting, block, numerals)};
    style.head.rule = zt_pt_from_mm(RULE_MM);
    style.head.rule_gap = params->rule_gap.natural;
    style.head.badge_size = zt_pt_from_mm(BADGE_MM);
    style.head.badge_gap = style.head.numeral_gap = zt_pt_from_mm(NUMBER_GAP_MM);
    style.title_gap = style.head_gap = zt_points(params->head_gap, em);
    style.group_gap = zt_points(params->group_gap, em);
    style.group_gap_max = zt_max(style.group_gap, zt_points(params->group_gap_max, em));
    style.panel = zt_setting_ink(setting, "panel");
    return style;
}

size_t zt_groups_optional_count(const zt_block *block)
{
    const zt_groups *content = block->content;
    size_t count = 0;
    for (size_t i = 0; i < content->count; i++)
        count += zt_group_optional(&content->groups[i]);
    return count;
}

/* The last optional parts of a document are dropped first, so a group keeps its first ones. */
static size_t kept_optional(const zt_setting *setting, const zt_group_content *group, size_t first)
{
    size_t count = zt_group_optional(group), kept = 0;
    while (kept < count && !zt_setting_drops(setting, first + kept))
        kept++;
    return kept;
}

/* Optional points are numbered through the document, so that the fit may drop the last ones of all
   blocks first. Of each group only the number that is kept is counted here. */
void zt_groups_begin(zt_groups_arrangement *a, const zt_setting *setting, const zt_block *block,
                     const zt_groups_style *style)
{
    const zt_groups *content = block->content;
    *a = (zt_groups_arrangement){.setting = setting,
                                 .block = block,
                                 .content = content,
                                 .style = *style,
                                 .margin = zt_group_head_margin(&style->head),
                                 .count = content->count};
    a->units = ZT_ARRAY(setting->arena, a->count, zt_group_unit);
    size_t optional = block->optional_first;
    for (size_t i = 0; i < a->count; i++) {
        zt_group_unit *unit = &a->units[i];
        unit->group = &content->groups[i];
        unit->optional_first = optional;
        unit->optional_kept = kept_optional(setting, unit->group, optional);
        optional += zt_group_optional(unit->group);
    }
}

/* What the column of icons leaves. */
double zt_group_inner_width(const zt_groups_arrangement *a, const zt_group_unit *unit)
{
    return unit->width - a->margin;
}

/* ---- where each group stands ---- */

/* No more columns than groups: an empty column would look like a mistake. Which group stands in
   which column is decided when heights are known. */
void zt_groups_in_columns(zt_groups_arrangement *a, double width)
{
    const zt_box_spec *place = a->block->place;
    int columns = place->columns > 0 ? place->columns : 1;
    double gutter = zt_setting_gutter(a->setting, place);
    if ((size_t)columns > a->count && a->count > 0)
        columns = (int)a->count;
    a->line_count = columns;
    for (size_t i = 0; i < a->count; i++)
        a->units[i].width = zt_column_width(width, columns, gutter);
}

/* After the heights are known. */
static void flow_columns(zt_groups_arrangement *a)
{
    zt_arena *arena = a->setting->arena;
    const zt_box_spec *place = a->block->place;
    double *heights = ZT_ARRAY(arena, a->count, double);
    int *column = ZT_ARRAY(arena, a->count, int);
    size_t each = (a->count + (size_t)a->line_count - 1) / (size_t)a->line_count;
    for (size_t i = 0; i < a->count; i++) {
        heights[i] = a->units[i].natural;
        column[i] = (int)(i / each);
    }
    if (place->balance)
        zt_flow_columns(arena, heights, a->count, a->style.group_gap, a->line_count, column);
    for (size_t i = 0; i < a->count; i++) {
        a->units[i].line = column[i];
        a->units[i].x = column[i] * (a->units[i].width + zt_setting_gutter(a->setting, place));
    }
}

/* The span of a group; the list begins anew at its end. A number that is none takes the grid. */
static int span_of(const zt_groups_arrangement *a, const zt_numbers *spans, size_t group)
{
    double span = spans->items[group % spans->count];
    if (span >= 1 && span <= GRID && span == (int)span)
        return (int)span;
    zt_buf said;
    zt_buf_init(&said, a->setting->arena);
    zt_buf_number(&said, span, 3);
    zt_report(a->setting->diags, ZT_ERROR, "bad-span", spans->at,
              "spans 中的“%s”应为 1 到 %d 的整数",
              "“%s” in spans should be a whole number "
              "from 1 to %d",
              said.data, GRID);
    return GRID;
}

/* A group that does not fit what is left of the 12 columns begins a new row. Positions are exact
   sums of columns and gutters, so that edges of rows one below the other agree. */
void zt_groups_in_rows(zt_groups_arrangement *a, const zt_numbers *spans, double width)
{
    double gutter = zt_setting_gutter(a->setting, a->block->place);
    int used = 0, row = 0;
    double column = zt_column_width(width, GRID, gutter);
    a->in_rows = true;
    for (size_t i = 0; i < a->count; i++) {
        int span = span_of(a, spans, i);
        if (used > 0 && used + span > GRID) {
            row++;
            used = 0;
        }
        a->units[i].line = row;
        a->units[i].x = used * (column + gutter);
        a->units[i].width = span * column + (span - 1) * gutter;
        used += span;
    }
    a->line_count = row + 1;
}

/* ---- one group ---- */

void zt_group_plan_head(const zt_groups_arrangement *a, zt_group_unit *unit)
{
    unit->head = zt_group_head_plan(&a->style.head, unit->group, zt_group_inner_width(a, unit));
}

/* A period below the head stands in the gap to the body, half of which stays free. */
static void end_unit(const zt_groups_arrangement *a, zt_group_unit *unit)
{
    const zt_group_head_style *head = &a->style.head;
    double gap = a->style.head_gap;
    if (unit->body.height <= 0 || unit->head.height <= 0)
        gap = 0;
    unit->body_gap = zt_max(gap / 2, gap - unit->head.below);
    unit->natural = unit->head.height + unit->body_gap + unit->body.height;
    if (head->numerals)
        unit->natural = zt_max(unit->natural, unit->head.top + head->numeral.text.size);
    unit->head_stretch = (ZT_GROUP_SPARE - 1) * gap;
    unit->natural += a->style.foot;
}

/* All that a group can take beyond its natural height: the gap below its head and those of its
   body. */
static double stretch_of(const zt_group_unit *unit)
{
    return unit->head_stretch + unit->body.stretch;
}

/* The ground may run to the edges of the page, so that what stands on it keeps the grid. */
static void draw_panel(const zt_groups_arrangement *a, const zt_group_unit *unit, double height,
                       double left, zt_group *into)
{
    zt_scene *scene = a->setting->scene;
    zt_rect rect = {0, 0, unit->width, height};
    zt_setting_bleed_across(a->setting, left, &rect);
    zt_group *part =
        zt_scene_add_part(scene, into, unit->group->at, "panel", ZT_ROLE_ARTIFACT, rect);
    zt_scene_fill_rect(scene, part, unit->group->at, (zt_rect){0, 0, rect.w, rect.h},
                       ZT_SOLID(a->style.panel));
}

/* `factor` of the unit's stretch is used, `panel` is the height of its ground. */
static void draw_unit(const zt_groups_arrangement *a, size_t i, double y, double factor,
                      double panel, zt_group *into)
{
    const zt_group_unit *unit = &a->units[i];
    const zt_group_content *group = unit->group;
    zt_scene *scene = a->setting->scene;
    double extra = factor * unit->body.stretch, top = factor * unit->head_stretch;
    double inner = zt_group_inner_width(a, unit);
    zt_rect box = {unit->x, y, unit->width, unit->natural + top + extra};
    zt_group *part = zt_scene_add_part(scene, into, group->at, "group", ZT_ROLE_SECT, box);
    part->id = group->id;
    if (panel > 0)
        draw_panel(a, unit, panel, into->dx + unit->x,
                   part); /* a block lies right below the page */
    if (a->margin > 0)
        part = zt_scene_add_part(scene, part, group->at, NULL, ZT_ROLE_NONE,
                                 (zt_rect){a->margin, 0, inner, box.h});
    zt_group_head_draw(&a->style.head, group, &unit->head, inner, part);
    top += unit->head.height + unit->body_gap + unit->lead_in;
    a->draw_body(a->own, i, top, extra, part);
}

/* ---- heights ---- */

/* What so many gaps between groups can take from their natural size to the most. */
static double gap_capacity(const zt_groups_arrangement *a, size_t gaps)
{
    return (double)gaps * (a->style.group_gap_max - a->style.group_gap);
}

/* One column: its natural height, the number of its groups, and what they can take. */
static double column_height(const zt_groups_arrangement *a, int column, size_t *count,
                            double *stretch)
{
    double height = 0;
    *count = 0;
    *stretch = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->units[i].line != column)
            continue;
        height += a->units[i].natural + (*count > 0 ? a->style.group_gap : 0);
        *stretch += stretch_of(&a->units[i]);
        ++*count;
    }
    return height;
}

/* One row: as high as its tallest group with what that can take. */
static double row_height(const zt_groups_arrangement *a, int row, double *stretch)
{
    double height = 0, most = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->units[i].line != row)
            continue;
        height = zt_max(height, a->units[i].natural);
        most = zt_max(most, a->units[i].natural + stretch_of(&a->units[i]));
    }
    *stretch = most - height;
    return height;
}

/* The highest column gives the natural height; the one that can grow most gives the ceiling, since
   spare height is shared in each column apart. */
static void measure_columns(zt_groups_arrangement *a)
{
    for (int c = 0; c < a->line_count; c++) {
        size_t count;
        double stretch, height = column_height(a, c, &count, &stretch);
        double most = height + stretch + gap_capacity(a, count > 0 ? count - 1 : 0);
        a->natural = zt_max(a->natural, height);
        a->ceiling = zt_max(a->ceiling, most);
    }
}

/* Groups of one row: their bodies begin at one height, and the figures of their first rows stand
   on one baseline. */
static void align_row(zt_groups_arrangement *a, int row)
{
    double top = 0, ascent = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->units[i].line != row)
            continue;
        top = zt_max(top, a->units[i].head.height + a->units[i].body_gap);
        ascent = zt_max(ascent, a->units[i].body.ascent);
    }
    for (size_t i = 0; i < a->count; i++) {
        zt_group_unit *unit = &a->units[i];
        double own = unit->body.ascent;
        if (unit->line != row || unit->body_gap <= 0)
            continue;
        unit->lead_in = top - unit->head.height - unit->body_gap + (own > 0 ? ascent - own : 0);
        unit->natural += unit->lead_in;
    }
}

/* Rows add up, and so do what they can take: all groups of a row grow together. */
static void measure_rows(zt_groups_arrangement *a)
{
    double all = 0;
    for (int r = 0; r < a->line_count; r++) {
        double stretch;
        align_row(a, r);
        a->natural += row_height(a, r, &stretch) + (r > 0 ? a->style.group_gap : 0);
        all += stretch;
    }
    a->ceiling = a->natural + all + gap_capacity(a, (size_t)a->line_count - 1);
}

/* ---- the plan ---- */

/* The head of the whole block, in the arena of the setting; groups begin below it. */
static void set_title(zt_groups_arrangement *a, double width)
{
    if (a->content->head.len == 0)
        return;
    a->title_look = zt_block_look(a->setting, a->block, "title");
    a->title = zt_plain_set(a->setting, a->content->head, a->block->at, &a->title_look, width);
    a->top = a->title->height + a->style.title_gap;
}

/* That of the block's head, else the highest of its groups' first lines. */
static double first_baseline(const zt_groups_arrangement *a)
{
    double first = -1;
    if (a->title && a->title->line_count > 0)
        return a->title->lines[0].baseline;
    for (size_t i = 0; i < a->count; i++) {
        const zt_group_unit *unit = &a->units[i];
        bool top = a->in_rows ? unit->line == 0 : i == 0 || unit->line != a->units[i - 1].line;
        double own = zt_group_head_baseline(&a->style.head, unit->group, &unit->head);
        if (own < 0 && unit->body.baseline >= 0)
            own = unit->head.height + unit->body_gap + unit->lead_in + unit->body.baseline;
        if (top && own >= 0 && (first < 0 || own < first))
            first = own;
    }
    return first;
}

/* Groups below one another may part, and rows of groups. */
static void set_units(const zt_groups_arrangement *a, zt_plan *plan)
{
    if (!a->in_rows && a->line_count > 1)
        return;
    size_t count = a->in_rows ? (size_t)a->line_count : a->count;
    double *heights = ZT_ARRAY(a->setting->arena, count, double), stretch;
    for (size_t i = 0; i < count; i++)
        heights[i] = a->in_rows ? row_height(a, (int)i, &stretch) : a->units[i].natural;
    plan->units = heights;
    plan->unit_count = count;
}

/* Ends every group, then finds lines and heights. A block without groups has no height and no
   baseline. */
zt_plan zt_groups_end(zt_groups_arrangement *a, double width, zt_draw_body *draw_body,
                      const void *own)
{
    a->draw_body = draw_body;
    a->own = own;
    if (a->count == 0)
        return (zt_plan){.first_baseline = -1, .own = a};
    for (size_t i = 0; i < a->count; i++)
        end_unit(a, &a->units[i]);
    if (a->in_rows) {
        measure_rows(a);
    } else {
        flow_columns(a);
        measure_columns(a);
    }
    set_title(a, width);
    a->natural += a->top;
    a->ceiling = zt_max(a->ceiling + a->top, a->natural);
    zt_plan plan = {
        .extent = {a->natural, a->ceiling}, .first_baseline = first_baseline(a), .own = a};
    set_units(a, &plan);
    return plan;
}

/* ---- drawing ---- */

/* Spare height goes to the gaps between groups first, up to their ceiling, then into the groups,
   and what is then left in a short column to the gaps again. */
typedef struct spare_share {
    double gap;    /* between groups, with its share */
    double factor; /* of each unit's stretch */
} spare_share;

/* Shares `spare` points among so many gaps and groups that can take `stretch` together; below the
   natural height nothing shrinks, gaps stay natural. */
static spare_share share_spare(const zt_groups_arrangement *a, double spare, size_t gaps,
                               double stretch)
{
    spare_share share = {a->style.group_gap, 0};
    double into_gaps = zt_clamp(spare, 0, gap_capacity(a, gaps));
    if (gaps > 0)
        share.gap += into_gaps / (double)gaps;
    if (stretch > 0)
        share.factor = zt_clamp((spare - into_gaps) / stretch, 0, 1);
    double left = spare - into_gaps - share.factor * stretch;
    if (gaps > 0 && left > 0)
        share.gap = zt_min(share.gap + left / (double)gaps,
                           zt_max(share.gap, SHORT_COLUMN * a->style.group_gap_max));
    return share;
}

/* Each column shares what is spare for itself, so that all of them end on one line as far as their
   gaps allow. */
static void draw_columns(const zt_groups_arrangement *a, double height, zt_group *into)
{
    for (int c = 0; c < a->line_count; c++) {
        size_t count;
        double stretch, natural = column_height(a, c, &count, &stretch), y = a->top;
        spare_share share =
            share_spare(a, height - a->top - natural, count > 0 ? count - 1 : 0, stretch);
        for (size_t i = 0; i < a->count; i++) {
            const zt_group_unit *unit = &a->units[i];
            if (unit->line != c)
                continue;
            draw_unit(a, i, y, share.factor, 0, into);
            y += unit->natural + share.factor * stretch_of(unit) + share.gap;
        }
    }
}

/* What is spare is shared once for all rows, and within a row by one factor. */
static void draw_rows(const zt_groups_arrangement *a, double height, zt_group *into)
{
    double all = 0, y = a->top;
    for (int r = 0; r < a->line_count; r++) {
        double stretch;
        row_height(a, r, &stretch);
        all += stretch;
    }
    spare_share share = share_spare(a, height - a->natural, (size_t)a->line_count - 1, all);
    for (int r = 0; r < a->line_count; r++) {
        double stretch, room = row_height(a, r, &stretch) + share.factor * stretch;
        /* All take the same factor, so that their first rows stay aligned; a sum of heights and
           stretches is convex, hence none outgrows the room. */
        for (size_t i = 0; i < a->count; i++) {
            /* A ground ends at the rule of the next row. */
            double ground = room + (r + 1 < a->line_count ? share.gap : 0);
            if (a->units[i].line == r)
                draw_unit(a, i, y, share.factor, a->units[i].panel ? ground : 0, into);
        }
        y += room + share.gap;
    }
}

/* The block's head first, then its groups in the order of the document whichever way they stand. */
void zt_groups_place(const zt_plan *plan, const zt_setting *setting, double height, zt_group *into)
{
    const zt_groups_arrangement *a = plan->own;
    (void)setting; /* the plan's, which the arrangement holds */
    if (a->title) {
        zt_group *part =
            zt_scene_add_part(a->setting->scene, into, a->block->at, "title", ZT_ROLE_H2,
                              (zt_rect){0, 0, a->title->width, a->title->height});
        zt_para_place(a->title, a->setting->scene, part, 0, 0, 0, SIZE_MAX);
    }
    if (a->count == 0)
        return;
    if (a->in_rows)
        draw_rows(a, height, into);
    else
        draw_columns(a, height, into);
}
