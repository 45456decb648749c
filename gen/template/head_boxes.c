/* gen/template/head_boxes.c — <head/> of a template becomes boxes: those that the theme's head of
   that name stands for at the width of the graphic. Layout knows nothing of heads, but distances
   from ink to ink that belong to single boxes. What the document lacks takes the distance above it
   along; what a head does not name stands below its last part, for nothing is dropped. */
#include "template/reader_imp.h"

#include <math.h>
#include <string.h>

enum { CHAIN_MOST = 8 };

/* What is asked by one <head/> of a template. */
typedef struct head_ask {
    zt_reader *r;
    const zt_node *node;
    bool centred;
    zt_str without;
    zt_gap gap; /* of the column that it stands in */
    const zt_box_specs *rest;
    /* Of the first head in a graphic: the least top of those that may be used; points. */
    bool first;
    double top, margin; /* the margin that the template says */
    bool down;          /* its parts run down */
} head_ask;

/* Boxes below each other while they are made; `gap` is the distance to the next. */
typedef struct stack {
    zt_box_specs boxes;
    double gap;
    bool open; /* the distance takes spare height */
} stack;

/* ---- which head ---- */

/* The one of a level for this width: the narrowest that holds it, else the one for all widths. */
static const zt_node *head_at(zt_reader *r, const zt_node *level, zt_str name, double width)
{
    const zt_node *found = NULL;
    double best = INFINITY;
    for (const zt_node *node = zt_read_child(level, "head"); node != NULL;
         node = zt_read_sibling(node, "head")) {
        bool limited = zt_node_find(node, "upto") != NULL;
        double upto = limited ? zt_read_length(r, node, "upto") : 1e9;
        if (zt_str_equal(zt_node_attr(node, "name", ""), name) && upto >= width - 1e-6 &&
            upto < best) {
            found = node;
            best = upto;
        }
    }
    return found;
}

/* The newest level that has the head decides; NULL when none has. */
static const zt_node *head_named(zt_reader *r, zt_str name)
{
    for (size_t level = r->levels.count; level-- > 0;) {
        const zt_node *node = zt_node_is(r->levels.items[level], "theme")
                                  ? head_at(r, r->levels.items[level], name, r->sheet->page_w)
                                  : NULL;
        if (node != NULL)
            return node;
    }
    return NULL;
}

/* unknown-head, at the attribute that names it. */
static void report_head(zt_reader *r, const zt_field *name)
{
    ZT_VEC(const char *) known = {0};
    for (size_t level = 0; level < r->levels.count; level++)
        for (const zt_node *node = zt_read_child(r->levels.items[level], "head"); node != NULL;
             node = zt_read_sibling(node, "head"))
            ZT_PUSH(r->arena, &known, zt_read_name(r, node, "name"));
    zt_report_unknown(r, ZT_NAME_HEAD, name, known.items, known.count);
}

/* The head that an attribute names, through those that stand for it. Reports unknown-head and
   head-loop; NULL then. */
static const zt_node *head_of(zt_reader *r, const zt_node *node, const char *attr)
{
    for (int steps = 0; steps < CHAIN_MOST; steps++) {
        zt_field name = zt_read_field(r, node, attr);
        if (name.text.data == NULL)
            return NULL;
        const zt_node *found = head_named(r, name.text);
        if (found == NULL)
            report_head(r, &name);
        if (found == NULL || zt_node_find(found, "as") == NULL)
            return found;
        node = found;
        attr = "as";
    }
    zt_report(r->diags, ZT_ERROR, "head-loop", zt_node_attr_at(node, attr),
              "题头经 as 或 else 回到自己", "the head leads back to itself by way of as or else");
    return NULL;
}

/* ---- styles of its parts ---- */

/* A percentage of `whole`, or a length; 0 when absent. */
static double part_of(zt_reader *r, const zt_node *node, const char *attr, double whole)
{
    zt_field field = zt_read_field(r, node, attr);
    zt_length length;
    if (field.text.data == NULL || !zt_length_parse(field.text, &length))
        return 0;
    return length.unit == ZT_PERCENT ? length.value / 100 * whole : zt_read_length(r, node, attr);
}

/* Font, leading and alignment of a part over those of the style of that name. */
static zt_style *style_of(head_ask *a, const zt_node *node, const char *name)
{
    zt_reader *r = a->r;
    static const zt_align aligns[] = {ZT_ALIGN_START, ZT_ALIGN_CENTRE, ZT_ALIGN_END};
    zt_style *style = ZT_NEW(r->arena, zt_style);
    const zt_style *from = zt_theme_style(r->theme, zt_str_from(name));
    if (from != NULL)
        *style = *from;
    if (zt_node_find(node, "font") != NULL && zt_read_font(r, node, "font") != NULL)
        style->font = zt_read_font(r, node, "font");
    if (zt_node_find(node, "leading") != NULL)
        style->leading = style->leading_min = style->leading_max =
            zt_read_number(r, node, "leading");
    if (zt_node_find(node, "align") != NULL)
        style->align = aligns[zt_read_enum(r, node, "align")];
    if (a->centred && !a->down)
        style->align = ZT_ALIGN_CENTRE;
    return style;
}

/* Of text that is set in one size; the least size of its style holds where the part says none. */
static zt_style *text_style(head_ask *a, const zt_node *node, const char *name)
{
    zt_style *style = style_of(a, node, name);
    if (zt_node_find(node, "size") != NULL)
        style->size = style->size_max = zt_read_length(a->r, node, "size");
    if (zt_node_find(node, "min") != NULL)
        style->size_min = zt_read_length(a->r, node, "min");
    style->size_min = fmin(style->size_min, style->size);
    zt_raise_type(a->r, style);
    return style;
}

/* Of the headline: the sizes between which it is fitted. */
static zt_style *title_style(head_ask *a, const zt_node *node)
{
    zt_reader *r = a->r;
    zt_style *style = style_of(a, node, "title");
    if (zt_node_find(node, "max") != NULL)
        style->size_max = zt_read_length(r, node, "max");
    if (zt_node_find(node, "min") != NULL)
        style->size_min = zt_read_length(r, node, "min");
    double high = part_of(r, node, "high", r->sheet->page_h);
    if (high > 0)
        style->size_max = fmin(style->size_max, high);
    style->size_min = fmin(style->size_min, style->size_max);
    style->size = fmin(fmax(style->size, style->size_min), style->size_max);
    style->grow = true;
    style->fit = part_of(r, node, "fit", 1);
    style->one_least = fmin(zt_read_length(r, node, "one"), style->size_max);
    style->several_most = zt_read_length(r, node, "several");
    style->lines_most = zt_read_count(r, node, "lines", 1);
    return style;
}

/* ---- boxes ---- */

static zt_box_spec *box_new(head_ask *a, zt_box_kind kind, zt_pos at)
{
    zt_box_spec *box = ZT_NEW(a->r->arena, zt_box_spec);
    box->kind = kind;
    box->at = at;
    box->span = 1;
    box->align = ZT_TOP;
    return box;
}

static void add_child(head_ask *a, zt_box_spec *box, zt_box_spec *child)
{
    box->children = zt_arena_grow(a->r->arena, box->children, box->child_count,
                                  box->child_count + 1, sizeof *box->children);
    box->children[box->child_count++] = child;
}

/* A place for blocks of the head; in `style` when that is not NULL. */
static zt_box_spec *place_new(head_ask *a, const zt_node *node, const char *select,
                              const zt_style *style)
{
    zt_box_spec *box = box_new(a, ZT_BOX_PLACE, node->at);
    box->select = select;
    box->select_at = node->at;
    box->stretch = 1;
    if (style == NULL)
        return box;
    box->part_count = 1;
    box->parts = ZT_NEW(a->r->arena, zt_part);
    *box->parts = (zt_part){.name = "text", .style = style, .at = node->at};
    if (zt_node_find(node, "ink") != NULL)
        box->parts->ink = zt_read_ink(a->r, node, "ink");
    return box;
}

/* The date at the right end of a line, without the brackets that it has alone. */
static zt_box_spec *asof_beside(head_ask *a, const zt_node *node)
{
    const zt_node *own = zt_read_child(node->parent, "asof");
    zt_style *style = text_style(a, own != NULL ? own : node, "asof");
    if (own == NULL || zt_node_find(own, "size") == NULL)
        *style = *zt_theme_style(a->r->theme, ZT_STR("asof"));
    style->align = ZT_ALIGN_END;
    zt_box_spec *box = place_new(a, own != NULL ? own : node, "asof", style);
    box->sets = ZT_NEW(a->r->arena, zt_set);
    *box->sets =
        (zt_set){.name = "format", .value = ZT_STR("截至{}"), .at = node->at, .value_at = node->at};
    box->set_count = 1;
    return box;
}

/* Blocks that the template keeps for other places are none of the head. */
static bool is_kept(const head_ask *a, const char *name)
{
    zt_str rest = a->without, word;
    while (zt_str_word(&rest, &word))
        if (zt_str_is(word, name))
            return true;
    return false;
}

/* Running down the date goes on from where the kicker ends. */
static const zt_style *kicker_date(head_ask *a, const zt_style *style)
{
    zt_style *own = ZT_NEW(a->r->arena, zt_style);
    *own = *style;
    own->align = ZT_ALIGN_START;
    return own;
}

/* The kicker, with the date at the right of its line where the head says so. Centred heads have no
   room for it there. */
static zt_box_spec *kicker_line(head_ask *a, const zt_node *node)
{
    zt_box_spec *kicker = place_new(a, node, "kicker", text_style(a, node, "kicker"));
    if (a->centred || is_kept(a, "asof") || zt_read_enum(a->r, node, "with") != 1)
        return kicker;
    zt_box_spec *row = box_new(a, a->down ? ZT_BOX_COLUMN : ZT_BOX_ROW, node->at),
                *date = asof_beside(a, node);
    double gap = zt_pt_from_mm(a->down ? 8 : 3);
    row->gap = (zt_gap){gap, gap};
    row->stretch = 1;
    if (a->down) {
        kicker->stretch = 0; /* the date follows it */
        date->parts->style = kicker_date(a, date->parts->style);
        add_child(a, row, kicker);
        add_child(a, row, date);
        return row;
    }
    row->by_ink = true;
    date->hugs = true;
    add_child(a, row, kicker);
    add_child(a, row, date);
    return row;
}

/* The kicker reversed on a flag as wide as it, the date at the right. */
static zt_box_spec *flag_line(head_ask *a, const zt_node *node)
{
    zt_box_spec *row = box_new(a, ZT_BOX_ROW, node->at), *flag = box_new(a, ZT_BOX_BOX, node->at);
    double pad = zt_read_length(a->r, node, "pad");
    flag->ground = zt_read_ink(a->r, node, "ground");
    flag->reversed = flag->centre = flag->hugs = flag->by_ink = true;
    flag->min = zt_read_length(a->r, node, "height");
    flag->inset[1] = flag->inset[3] = pad;
    add_child(a, flag, place_new(a, node, "kicker", text_style(a, node, "kicker")));
    add_child(a, row, flag);
    row->gap = (zt_gap){pad, pad};
    if (!is_kept(a, "asof")) {
        zt_box_spec *right = box_new(a, ZT_BOX_BOX, node->at);
        right->by_ink = true;
        right->inset[0] = zt_read_length(a->r, node, "below");
        add_child(a, right, asof_beside(a, node));
        add_child(a, row, right);
    }
    return row;
}

static zt_box_spec *rule_new(head_ask *a, const zt_node *node)
{
    zt_box_spec *box = box_new(a, ZT_BOX_RULE, node->at);
    box->rule = zt_read_length(a->r, node, "weight");
    box->rule_ink = zt_read_ink(a->r, node, "ink");
    return box;
}

/* Puts a box below those that are there, by the distance that was read before it. */
static void push(head_ask *a, stack *s, zt_box_spec *box)
{
    box->own_above = s->boxes.count > 0;
    box->above = s->gap;
    box->above_open = s->open;
    s->gap = 0;
    s->open = false;
    ZT_PUSH(a->r->arena, &s->boxes, box);
}

/* One child of the theme's head. */
static void push_part(head_ask *a, stack *s, const zt_node *node)
{
    const char *name = node->name;
    if (strcmp(name, "gap") == 0) {
        s->gap = zt_read_length(a->r, node, "v");
        s->open = zt_read_yes(a->r, node, "stretch");
    } else if (strcmp(name, "rule") == 0) {
        push(a, s, rule_new(a, node));
    } else if (strcmp(name, "flag") == 0) {
        if (!is_kept(a, "kicker"))
            push(a, s, flag_line(a, node));
    } else if (is_kept(a, name)) {
        s->gap = 0;
    } else if (strcmp(name, "kicker") == 0) {
        push(a, s, kicker_line(a, node));
    } else if (strcmp(name, "title") == 0) {
        push(a, s, place_new(a, node, "title", title_style(a, node)));
    } else {
        push(a, s,
             place_new(a, node, zt_arena_strdup(a->r->arena, name), text_style(a, node, name)));
    }
}

/* Whether the head has a part for blocks of that name. */
static bool has_part(const head_ask *a, const zt_node *head, const char *name)
{
    bool date = strcmp(name, "asof") == 0, kicker = strcmp(name, "kicker") == 0;
    const zt_node *flag = zt_read_child(head, "flag"), *own = zt_read_child(head, "kicker");
    if (date && !a->centred &&
        (flag != NULL || (own != NULL && zt_str_is(zt_node_attr(own, "with", ""), "asof"))))
        return true;
    return (kicker && flag != NULL) || zt_read_child(head, name) != NULL;
}

/* Heads of a document that the theme's head does not name; NULL when there are none. */
static zt_box_spec *others_of(head_ask *a, const zt_node *head)
{
    static const char *const names[] = {"kicker", "title", "deck", "lead", "asof"};
    zt_buf select;
    zt_buf_init(&select, a->r->arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!has_part(a, head, names[i]) && !is_kept(a, names[i]))
            zt_buf_printf(&select, "%s%s", select.len > 0 ? " " : "", names[i]);
    if (select.len == 0)
        return NULL;
    zt_box_spec *box = place_new(a, head, select.data, NULL);
    box->gap = (zt_gap){a->r->theme->gap_base, a->r->theme->gap_base};
    return box;
}

/* Parts one below the other, by their distances. */
static void fill_down(head_ask *a, const zt_node *head, zt_box_spec *box, stack *s)
{
    for (const zt_node *node = zt_read_child(head, NULL); node != NULL;
         node = zt_read_sibling(node, NULL))
        push_part(a, s, node);
    box->children = s->boxes.items;
    box->child_count = s->boxes.count;
    box->by_ink = true;
}

/* Parts that run down stand side by side in columns of their own width, a distance apart that is
   one for all; a rule stands upright between them and the contents. */
static void fill_across(head_ask *a, const zt_node *head, zt_box_spec *box)
{
    zt_reader *r = a->r;
    zt_box_spec *row = box_new(a, ZT_BOX_ROW, head->at);
    row->stretch = 1;
    for (const zt_node *node = zt_read_child(head, NULL); node != NULL;
         node = zt_read_sibling(node, NULL)) {
        stack s = {0};
        if (strcmp(node->name, "gap") == 0) {
            double v = zt_read_length(r, node, "v");
            row->gap = (zt_gap){v, v};
        } else if (strcmp(node->name, "rule") == 0) {
            box->rule = zt_read_length(r, node, "weight");
            box->rule_ink = zt_read_ink(r, node, "ink");
            box->upright = true;
        } else {
            push_part(a, &s, node);
        }
        for (size_t i = 0; i < s.boxes.count; i++) {
            s.boxes.items[i]->width = zt_read_length(r, node, "width");
            add_child(a, row, s.boxes.items[i]);
        }
    }
    box->vertical = true;
    add_child(a, box, row);
}

/* What paints and holds the parts of a head. */
static zt_box_spec *holder_of(head_ask *a, const zt_node *head, stack *s)
{
    zt_reader *r = a->r;
    zt_box_spec *box = box_new(a, ZT_BOX_BOX, head->at);
    a->down = zt_read_enum(r, head, "writing") == 1;
    if (a->down)
        fill_across(a, head, box);
    else
        fill_down(a, head, box, s);
    zt_read_sides(r, head, "inset", ZT_SIDES_LENGTHS, box->inset);
    box->ground = zt_read_ink(r, head, "ground");
    box->reversed = box->bleed = box->ground != NULL;
    if (a->first && zt_node_find(head, "top") != NULL)
        box->inset[0] += zt_read_length(r, head, "top") - a->top;
    else if (a->first)
        box->inset[0] += fmax(0, a->margin - a->top);
    return box;
}

/* Above the contents: as high as it is, whatever the page has over. What it does not name stands
   below its last part, on a ground below the ground. */
static void put_above(head_ask *a, const zt_node *head, zt_box_specs *out)
{
    stack s = {0};
    zt_box_spec *box = holder_of(a, head, &s), *others = others_of(a, head);
    box->stretch = 0;
    box->own_below = true;
    box->below = s.gap;
    ZT_PUSH(a->r->arena, out, box);
    if (others != NULL) {
        others->own_above = others->own_below = true;
        others->above = box->ground != NULL ? s.gap : a->r->theme->gap_base;
        others->below = s.gap;
        others->stretch = 0;
        ZT_PUSH(a->r->arena, out, others);
    }
    for (size_t i = 0; i < a->rest->count; i++)
        ZT_PUSH(a->r->arena, out, a->rest->items[i]);
}

/* On a page with columns a head at the side takes whole ones, as near to its width as can be, and
   what follows stands on the others. */
static void take_columns(const zt_reader *r, double *width, double *gap)
{
    const zt_grid_spec *grid = &r->grid;
    double area = r->sheet->page_w - r->sheet->margin[1] - r->sheet->margin[3];
    if (grid->columns < 2 || area <= 0)
        return;
    double step = (area + grid->gutter) / grid->columns;
    double columns = fmin(fmax(1, round((*width + *gap) / step)), grid->columns - 1);
    *gap = grid->gutter;
    *width = columns * step - grid->gutter;
}

/* What stands beside a head begins at the margin, though the type area begins above it for the
   head's sake. A ground keeps reaching to the edge, so the distance is inside it. */
static zt_box_spec *from_margin(head_ask *a, zt_box_spec *rest)
{
    double below = a->first ? fmax(0, a->margin - a->top) : 0;
    if (below <= 0 || rest->child_count == 0)
        return rest;
    zt_box_spec *box = box_new(a, ZT_BOX_BOX, rest->at);
    if (rest->children[0]->kind == ZT_BOX_BOX) {
        *box =
            *rest->children[0]; /* it also stands below the heads that this one may give way to */
        box->inset[0] += below;
        rest->children[0] = box;
        return rest;
    }
    box->inset[0] = below;
    box->stretch = 1;
    add_child(a, box, rest);
    return box;
}

/* Beside all that follows in its column, from the edge of the graphic inwards. */
static void put_beside(head_ask *a, const zt_node *head, bool left, zt_box_specs *out)
{
    zt_reader *r = a->r;
    stack s = {0};
    zt_box_spec *box = holder_of(a, head, &s), *row = box_new(a, ZT_BOX_ROW, head->at),
                *rest = box_new(a, ZT_BOX_COLUMN, head->at);
    double gap = zt_read_length(r, head, "gap");
    box->width = fmax(part_of(r, head, "width", r->sheet->page_w) - r->sheet->margin[left ? 3 : 1],
                      zt_pt_from_mm(5));
    take_columns(r, &box->width, &gap);
    rest->gap = a->gap;
    zt_box_spec *others = others_of(a, head);
    if (others != NULL)
        add_child(a, rest, others);
    for (size_t i = 0; i < a->rest->count; i++)
        add_child(a, rest, a->rest->items[i]);
    rest->stretch = row->stretch = box->stretch = 1;
    row->gap = (zt_gap){gap, gap};
    rest = from_margin(a, rest);
    add_child(a, row, left ? box : rest);
    add_child(a, row, left ? rest : box);
    ZT_PUSH(r->arena, out, row);
}

/* The head without its conditions. */
static void put_plain(head_ask *a, const zt_node *head, zt_box_specs *out)
{
    int side = zt_read_enum(a->r, head, "side");
    if (side == 0)
        put_above(a, head, out);
    else
        put_beside(a, head, side == 1, out);
}

/* The length in em from which on a headline fills its part of the measure at its largest size. */
static double title_from(head_ask *a, const zt_node *head)
{
    zt_reader *r = a->r;
    const zt_node *title = zt_read_child(head, "title");
    double fill = part_of(r, head, "fill", 1);
    if (fill <= 0 || title == NULL)
        return 0;
    double measure = r->sheet->page_w - r->sheet->margin[1] - r->sheet->margin[3];
    double size = title_style(a, title)->size_max;
    return size > 0 ? fill * measure / size : 0;
}

/* The length in em from which on a headline is too long for the head: more characters than it says,
   or than stand one below the other at its least size on the highest page. 0: never. */
static double title_below(head_ask *a, const zt_node *head)
{
    zt_reader *r = a->r;
    const zt_node *title = zt_read_child(head, "title");
    if (!zt_node_find(head, "most") || title == NULL)
        return 0;
    double most = zt_read_count(r, head, "most", 1);
    double size = title_style(a, title)->size_min;
    double height = r->sheet->page_h > 0 ? r->sheet->page_h : r->sheet->max_h;
    bool down = zt_read_enum(r, head, "writing") == 1;
    height -= r->sheet->margin[0] + r->sheet->margin[2];
    if (down && size > 0)
        most = fmin(most, floor(fmax(height, 0) / size));
    return most + 0.5;
}

/* What stands there under a condition, which the caller sets. */
static zt_box_spec *when_new(head_ask *a, const zt_node *head, const zt_box_specs *held)
{
    zt_box_spec *box = box_new(a, ZT_BOX_WHEN, head->at);
    box->children = held->items;
    box->child_count = held->count;
    return box;
}

/* `fits`, with its conditions of the headline, and where the headline is too short or too long for
   it, what `otherwise` holds. */
static void put_by_title(head_ask *a, const zt_node *head, zt_box_spec *fits,
                         const zt_box_specs *otherwise, zt_box_specs *out)
{
    ZT_PUSH(a->r->arena, out, fits);
    if (fits->title_from > 0) {
        zt_box_spec *shorter = when_new(a, head, otherwise);
        shorter->title_below = fits->title_from;
        ZT_PUSH(a->r->arena, out, shorter);
    }
    if (fits->title_below > 0) {
        zt_box_spec *longer = when_new(a, head, otherwise);
        longer->title_from = fits->title_below;
        ZT_PUSH(a->r->arena, out, longer);
    }
}

/* The head where its conditions hold, the one of else= where they do not. Both hold what follows:
   only one of them is there for a document. */
static void put(head_ask *a, const zt_node *head, int depth, zt_box_specs *out)
{
    zt_reader *r = a->r;
    const char *needs = zt_read_name(r, head, "needs");
    double from = title_from(a, head), below = title_below(a, head);
    if (needs == NULL && from <= 0 && below <= 0) {
        put_plain(a, head, out);
        return;
    }
    zt_box_specs inside = {0}, otherwise = {0};
    put_plain(a, head, &inside);
    const zt_node *other = head_of(r, head, "else");
    if (other == NULL || depth == CHAIN_MOST) {
        zt_report(r->diags, ZT_ERROR, other == NULL ? "missing-attribute" : "head-loop", head->at,
                  "题头有 needs、fill 或 most 时须有 else，且不能回到自己",
                  "a head with needs, fill or most needs else, which may not lead back to it");
        return;
    }
    put(a, other, depth + 1, &otherwise);
    zt_box_spec *fits = when_new(a, head, &inside);
    fits->title_from = from;
    fits->title_below = below;
    if (needs == NULL) {
        put_by_title(a, head, fits, &otherwise, out);
        return;
    }
    zt_box_specs held = {0};
    put_by_title(a, head, fits, &otherwise, &held);
    zt_box_spec *has = held.count > 1 ? when_new(a, head, &held) : fits;
    zt_box_spec *lacks = when_new(a, head, &otherwise);
    has->has = needs;
    lacks->lacks = needs;
    ZT_PUSH(r->arena, out, has);
    ZT_PUSH(r->arena, out, lacks);
}

/* The next head that the chain may come to, where this one has conditions; NULL at its end. */
static const zt_node *next_head(zt_reader *r, const zt_node *head)
{
    bool goes_on = zt_node_find(head, "needs") != NULL || zt_node_find(head, "fill") != NULL ||
                   zt_node_find(head, "most") != NULL;
    return goes_on && zt_node_find(head, "else") != NULL ? head_of(r, head, "else") : NULL;
}

/* The least distance from the upper edge of all heads that the chain may come to; `margin` where
   one says nothing. */
static double least_top(zt_reader *r, const zt_node *head, double margin)
{
    double top = INFINITY;
    for (int steps = 0; head != NULL && steps < CHAIN_MOST; steps++) {
        bool says = zt_node_find(head, "top") != NULL;
        top = fmin(top, says ? zt_read_length(r, head, "top") : margin);
        head = next_head(r, head);
    }
    return top < INFINITY ? top : margin;
}

/* Whether all heads that the chain may come to begin with a rule. */
static bool starts_with_rule(zt_reader *r, const zt_node *head)
{
    for (int steps = 0; head != NULL && steps < CHAIN_MOST; steps++) {
        const zt_node *first = zt_read_child(head, NULL);
        if (first == NULL || !zt_node_is(first, "rule"))
            return false;
        head = next_head(r, head);
    }
    return true;
}

/* A theme without any head has its heads one below the other, two steps apart. */
static void put_stack(head_ask *a, zt_box_specs *out)
{
    static const char *const names[] = {"kicker", "title", "deck", "lead", "asof"};
    zt_box_spec *column = box_new(a, ZT_BOX_COLUMN, a->node->at);
    double gap = 2 * a->r->theme->gap_base;
    column->gap = (zt_gap){gap, gap};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!is_kept(a, names[i]))
            add_child(a, column, place_new(a, a->node, names[i], NULL));
    ZT_PUSH(a->r->arena, out, column);
    for (size_t i = 0; i < a->rest->count; i++)
        ZT_PUSH(a->r->arena, out, a->rest->items[i]);
}

void zt_read_head(zt_reader *r, const zt_node *node, zt_gap gap, const zt_box_specs *rest,
                  zt_box_specs *out)
{
    head_ask a = {.r = r,
                  .node = node,
                  .centred = zt_read_enum(r, node, "align") == 1,
                  .without = zt_node_attr(node, "without", ""),
                  .gap = gap,
                  .rest = rest};
    if (zt_read_last(r, "head") == NULL) {
        put_stack(&a, out);
        return;
    }
    const zt_node *head = head_of(r, node, "name");
    if (head == NULL) {
        for (size_t i = 0; i < rest->count; i++)
            ZT_PUSH(r->arena, out, rest->items[i]);
        return;
    }
    const zt_node *column = node->parent;
    /* The column of the page, in the template itself or in its <when width=>. */
    a.first = r->sheet->for_root == ZT_ROOT_GRAPHIC && column == zt_read_last(r, "column") &&
              zt_read_child(column, NULL) == node;
    /* A graphic without margins stands on a page that leaves them. */
    a.first = a.first && r->sheet->margin[0] > 0;
    /* The em boxes of large type begin above its ink: there is room for that. */
    const double room = zt_pt_from_mm(1.5);
    a.margin = r->sheet->margin[0];
    if (a.first) {
        double top = least_top(r, head, r->sheet->margin[0]);
        a.top = r->sheet->margin[0] = starts_with_rule(r, head) ? top : fmax(0, top - room);
    }
    put(&a, head, 0, out);
}
