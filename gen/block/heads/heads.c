/* Heads that are one paragraph: broken, measured by ink or em, placed with an optical left edge. */
#include "block/heads/heads.h"

#include "block/words/lines.h"

/* Points that a head which runs down can stand in without harm: it hangs from the top. */
static const double ANY_HEIGHT = 1e6;

/* The paragraph of a head in its look. */
typedef struct head_text {
    zt_look look;
    zt_para *para;
} head_text;

/* Breaks the paragraph at a measure: the width across, the height where it runs down. */
static head_text set_head(const zt_block *block, const zt_setting *setting, const zt_rich *rich,
                          const zt_head_spec *spec, double measure)
{
    head_text text = {.look = zt_block_look(setting, block, spec->part)};
    text.look.para.vertical = block->vertical;
    text.look.para.ruby_outside = !block->vertical; /* head_height holds it */
    zt_look strong;
    if (spec->strong) {
        strong = zt_block_look(setting, block, "strong");
        strong = zt_strong_in(&strong, &text.look);
    }
    text.para = zt_lines_running(setting, rich, &text.look, spec->strong ? &strong : NULL, measure);
    return text;
}

/* Points of its lines with the ruby and marks beyond them. */
static double head_height(const head_text *text)
{
    const zt_para *para = text->para;
    if (para->line_count == 0)
        return 0;
    return para->over + para->under +
           zt_em_height(para->line_count, text->look.text.size, text->look.para.leading);
}

/* Columns that run down find their height by how many of them fit the width. */
static zt_extent extent_down(const head_text *text, double width)
{
    if (text->para->line_count == 0)
        return (zt_extent){0};
    double pitch = text->look.para.leading, size = text->look.text.size;
    double columns = 1;
    while (zt_em_height((size_t)columns + 1, size, pitch) <= width)
        columns++;
    double length = text->para->max_width / columns;
    /* One character more in each column than an even share: a break seldom falls evenly. */
    return (zt_extent){columns > 1 ? length + size : length, ANY_HEIGHT};
}

/* Across, the paragraph as it is placed; down, in one column: it is broken for the height that it
   gets. */
typedef struct head_plan {
    const zt_head_spec *spec;
    const zt_rich *rich;
    head_text text;
} head_plan;

/* The plan of a head that is one paragraph. */
zt_plan zt_head_plan(const zt_block *block, const zt_setting *setting, const zt_rich *rich,
                     const zt_head_spec *spec, double width)
{
    head_plan *own = ZT_NEW(setting->arena, head_plan);
    double measure = block->vertical ? ANY_HEIGHT : width;
    *own = (head_plan){spec, rich, set_head(block, setting, rich, spec, measure)};
    if (block->vertical)
        return (zt_plan){
            .extent = extent_down(&own->text, width), .first_baseline = -1, .own = own};
    const zt_para *para = own->text.para;
    double height = head_height(&own->text), first = zt_lines_baseline(para, &own->text.look);
    zt_plan plan = {.extent = {height, height},
                    .first_baseline = first < 0 ? first : para->over + first,
                    .line_width = para->max_width,
                    .own = own};
    zt_plan_blanks(&plan, &own->text.look, own->text.look.text.size);
    return plan;
}

/* Lines from the top; where the head is flush left its ink stands on the edge. */
static void place_horizontal(const zt_setting *setting, const head_text *text,
                             const zt_head_spec *spec, zt_group *into)
{
    const zt_para *para = text->para;
    const zt_look *look = &text->look;
    double top = para->over - (look->para.leading - look->text.size) / 2;
    bool optical = spec->optical && look->para.align == ZT_ALIGN_START;
    for (size_t i = 0; i < para->line_count; i++) {
        double x = optical ? -zt_para_ink(setting, para, i, i + 1).x : 0;
        zt_para_place(para, setting->scene, into, x, top + (double)i * look->para.leading, i,
                      i + 1);
    }
}

/* Columns in the middle of the width, the first one's ink hanging from the top. */
static void place_vertical(const zt_setting *setting, const head_text *text, zt_rect frame,
                           zt_group *into)
{
    const zt_para *para = text->para;
    double x = (frame.w - para->height) / 2;
    zt_para_place(para, setting->scene, into, x, -zt_para_ink(setting, para, 0, 1).y, 0, SIZE_MAX);
}

/* Draws the head as a part of its role. */
void zt_head_place(const zt_plan *plan, const zt_setting *setting, double height, zt_group *into)
{
    const head_plan *own = plan->own;
    const zt_head_spec *spec = own->spec;
    bool vertical = plan->block->vertical;
    if (own->text.para->line_count == 0)
        return;
    zt_rect box = {0, 0, plan->width, vertical ? height : head_height(&own->text)};
    zt_group *part =
        zt_scene_add_part(setting->scene, into, own->rich->at, spec->part, spec->role, box);
    if (!vertical) {
        place_horizontal(setting, &own->text, spec, part);
        return;
    }
    head_text text = set_head(plan->block, setting, own->rich, spec, height);
    place_vertical(setting, &text, box, part);
}

/* Puts a text into the {} of a form; a form without them is followed by the text. */
zt_str zt_form_filled(zt_arena *arena, zt_str form, zt_str text)
{
    zt_buf buf;
    bool filled = false;
    zt_buf_init(&buf, arena);
    for (size_t at = 0; at < form.len; at++) {
        bool hole = at + 1 < form.len && form.data[at] == '{' && form.data[at + 1] == '}';
        if (!hole) {
            zt_buf_putc(&buf, form.data[at]);
            continue;
        }
        zt_buf_str(&buf, text);
        filled = true;
        at++;
    }
    if (!filled)
        zt_buf_str(&buf, text);
    return zt_buf_view(&buf);
}

/* The plan of a block whose kind says all by its spec. */
zt_plan zt_head_block_plan(const zt_block *block, const zt_setting *setting, double width)
{
    return zt_head_plan(block, setting, block->content, block->kind->spec, width);
}
