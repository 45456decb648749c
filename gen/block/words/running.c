/* Running text in columns: units of the grid from paragraphs and heads, then lines in their places.
 */
#include "block/words/running.h"

#include <math.h>

/* Em of the text: what a head needs below it at the top of a column, where its lines are not set
   apart from what is above. */
static const double AIR = 0.25;

/* Lines of the grid that a head with its white takes; at least one. */
int zt_running_head_rows(const zt_look *text, double height, double space)
{
    const double near = 1e-6;
    return (int)zt_max(ceil((height + space) / text->para.leading - near), 1);
}

/* Points of the item's own lines. */
static double item_height(const zt_running_item *item)
{
    return zt_em_height(item->para->line_count, item->look.text.size, item->look.para.leading);
}

/* Room for it, and a character's blank, after the last line of the paragraph before. */
static bool fits_beside(const zt_running *r, const zt_running_item *before,
                        const zt_running_item *item)
{
    if (before->head || before->para->line_count == 0 || item->para->line_count != 1)
        return false;
    const zt_line *line = &before->para->lines[before->para->line_count - 1];
    return line->x + line->width + r->text.text.size + item->para->max_width <= r->column;
}

/* Units of an item: a head is one, a paragraph one a line. */
static size_t unit_count(const zt_running_item *item)
{
    if (item->para->line_count == 0)
        return 0;
    return item->head || item->joins ? 1 : item->para->line_count;
}

/* The unit of a head; at the top of a column it keeps less white above. */
static void add_head(zt_running *r, const zt_running_item *item, zt_flow_unit *unit)
{
    double height = item_height(item);
    unit->rows = zt_running_head_rows(&r->text, height, item->space);
    unit->rows_at_top =
        zt_running_head_rows(&r->text, height, zt_min(item->space, AIR * r->text.text.size));
    unit->stretch = item->stretch;
    unit->alike = item->alike;
}

/* An empty line is the step of the grid that the ruby of the next one takes (R135). */
static bool is_step(const zt_line *line)
{
    return line->end == line->first;
}

/* No first or last line of a paragraph alone at a column's foot or head, and no step without its
   line. */
static void add_paragraph(const zt_running_item *item, zt_flow_unit *units)
{
    const zt_para *para = item->para;
    size_t lines = 0, line = 0;
    for (size_t k = 0; k < para->line_count; k++)
        lines += !is_step(&para->lines[k]);
    for (size_t k = 0; k < para->line_count; k++) {
        bool after_step = k > 0 && is_step(&para->lines[k - 1]);
        bool kept = line == 1 || (line > 0 && line + 1 == lines);
        units[k] = (zt_flow_unit){.rows = 1, .rows_at_top = 1, .with_previous = kept || after_step};
        line += !is_step(&para->lines[k]);
    }
}

/* The units of an item; what follows a head stays with it. */
static void add_item(zt_running *r, size_t i, bool after_head)
{
    const zt_running_item *item = &r->items[i];
    zt_flow_unit *units = r->units + r->first[i];
    if (item->head) {
        add_head(r, item, units);
    } else if (item->joins) {
        int rows = i > 0 && fits_beside(r, item - 1, item) ? 0 : 1;
        *units = (zt_flow_unit){.rows = rows, .rows_at_top = rows, .with_previous = true};
    } else {
        add_paragraph(item, units);
    }
    units->with_previous |= after_head;
    units->begins = item->begins_column && i > 0;
}

/* Distributes the items over the columns. Measures are points; rows are lines of the grid. */
zt_running zt_running_plan(const zt_setting *setting, const zt_running_item *items, size_t count,
                           const zt_look *text, int columns, double column, double gutter)
{
    zt_running r = {.items = items,
                    .count = count,
                    .text = *text,
                    .columns = columns,
                    .column = column,
                    .gutter = gutter};
    r.first = ZT_ARRAY(setting->arena, count + 1, size_t);
    for (size_t i = 0; i < count; i++)
        r.first[i + 1] = r.first[i] + unit_count(&items[i]);
    size_t units = r.first[count];
    r.units = ZT_ARRAY(setting->arena, units + 1, zt_flow_unit);
    r.slots = ZT_ARRAY(setting->arena, units + 1, zt_flow_slot);
    bool after_head = false;
    for (size_t i = 0; i < count; i++) {
        if (r.first[i + 1] == r.first[i])
            continue;
        add_item(&r, i, after_head);
        after_head = items[i].head;
    }
    r.rows = zt_flow_lines(setting->arena, r.units, units, columns, r.slots);
    return r;
}

/* Points of the longest column at a leading. */
double zt_running_height(const zt_running *running, double leading)
{
    return zt_em_height((size_t)running->rows, running->text.text.size, leading);
}

/* The leading at which so many rows fill the height, between natural and greatest. */
double zt_running_leading(const zt_look *text, int rows, double height)
{
    double low = text->para.leading, high = zt_leading_most(text);
    if (rows < 2)
        return low;
    return zt_clamp((height - text->text.size) / (rows - 1), low, zt_max(low, high));
}

/* The first baseline below the top, negative without any text. */
double zt_running_baseline(const zt_running *running)
{
    size_t i = 0;
    while (i < running->count && running->first[i + 1] == running->first[i])
        i++;
    if (i == running->count)
        return -1;
    const zt_running_item *item = &running->items[i];
    if (item->head)
        return zt_lines_baseline(item->para, &item->look);
    bool step = is_step(&item->para->lines[0]);
    return ZT_EM_TOP * running->text.text.size + (step ? running->text.para.leading : 0);
}

/* The left edge of a column. */
static double column_x(const zt_running *r, int column)
{
    return column * (r->column + r->gutter);
}

/* The column's part of the frame when the item stands in one, else the whole. */
static zt_rect item_box(const zt_running *r, size_t i, zt_point origin, double leading)
{
    const zt_flow_slot *first = &r->slots[r->first[i]], *last = &r->slots[r->first[i + 1] - 1];
    double size = r->text.text.size;
    if (first->column != last->column)
        return (zt_rect){origin.x, origin.y, column_x(r, r->columns - 1) + r->column,
                         zt_running_height(r, leading)};
    int rows = last->row + last->rows - first->row;
    int row = rows > 0 ? first->row : first->row - 1;
    double height = zt_em_height(rows > 0 ? (size_t)rows : 1, size, leading);
    if (r->items[i].head)
        height = zt_max(height, item_height(&r->items[i]));
    return (zt_rect){origin.x + column_x(r, first->column), origin.y + row * leading, r->column,
                     height};
}

/* Ruby over the first line is of the part, though it stands above the line's own em boxes. */
static zt_rect with_ruby(const zt_running_item *item, zt_rect box)
{
    if (!item->look.para.ruby_outside)
        return box;
    double room = zt_ruby_room(&item->look.para, item->look.text.size);
    return (zt_rect){box.x, box.y - room, box.w, box.h + room};
}

/* How far a head stands below the top of its rows: of the white between it and its neighbours' em
   boxes, what lies between lines included, two thirds are above it. */
double zt_running_head_drop(const zt_look *text, int rows, double leading, double height)
{
    const double above = 2.0 / 3;
    double between = leading - text->text.size;
    double spare = zt_em_height((size_t)rows, text->text.size, leading) - height;
    return zt_max(above * (spare + 2 * between) - between, 0);
}

/* A head stands in whole lines of the grid, nearer to the text below than to that above; at the top
   of a column it hangs from the first line. */
static void place_head(const zt_setting *setting, const zt_running *r, size_t i, zt_group *part,
                       double leading)
{
    const zt_running_item *item = &r->items[i];
    const zt_flow_slot *slot = &r->slots[r->first[i]];
    double drop = zt_running_head_drop(&r->text, slot->rows, leading, item_height(item));
    if (slot->row == 0)
        drop = 0;
    zt_lines_place(setting, item->para, &item->look, part, (zt_point){0, drop},
                   item->look.para.leading);
}

/* Places line `line` of item i with its baseline on the grid: `at` is the top left of its row in
   the frame of the part. */
static void place_line(const zt_setting *setting, const zt_running *r, size_t i, size_t line,
                       zt_group *part, zt_point at)
{
    const zt_running_item *item = &r->items[i];
    /* All share the grid's baselines, whatever their size. */
    double baseline = ZT_EM_TOP * r->text.text.size;
    zt_para_place(item->para, setting->scene, part, at.x,
                  at.y + baseline - item->para->lines[0].baseline, line, line + 1);
}

/* Each line on the row of its slot: one paragraph may stand in two columns. */
static void place_lines(const zt_setting *setting, const zt_running *r, size_t i, zt_group *part,
                        zt_point origin, double leading)
{
    size_t units = r->first[i + 1] - r->first[i];
    for (size_t k = 0; k < units; k++) {
        const zt_flow_slot *slot = &r->slots[r->first[i] + k];
        int row = slot->rows > 0 ? slot->row : slot->row - 1;
        place_line(setting, r, i, k, part,
                   (zt_point){origin.x + column_x(r, slot->column) - part->dx,
                              origin.y + row * leading - part->dy});
    }
}

/* Each item is a part of its own in the scene, whichever columns its lines stand in. Items of no
   lines leave no part. */
void zt_running_place(const zt_setting *setting, const zt_running *running, zt_group *into,
                      zt_point origin, double leading)
{
    for (size_t i = 0; i < running->count; i++) {
        const zt_running_item *item = &running->items[i];
        if (running->first[i + 1] == running->first[i])
            continue;
        zt_rect box = with_ruby(item, item_box(running, i, origin, leading));
        zt_group *part =
            zt_scene_add_part(setting->scene, into, item->at, item->part, item->role, box);
        if (item->head)
            place_head(setting, running, i, part, leading);
        else
            place_lines(setting, running, i, part, origin, leading);
    }
}
