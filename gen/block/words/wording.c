/* Short texts in cells. */
#include "block/words/wording.h"

#include <math.h>

/* Labels are never justified, and broken at sense. */
static zt_look ragged(const zt_look *look)
{
    zt_look out = *look;
    if (out.para.align == ZT_ALIGN_JUSTIFY)
        out.para.align = ZT_ALIGN_START;
    out.para.at_sense = true;
    out.para.indent = 0;
    return out;
}

/* A paragraph as a wording; none when it has no lines. */
static zt_wording wording_of(const zt_look *look, zt_para *para, zt_pos at)
{
    zt_wording cell = {.look = *look, .para = para, .at = at};
    if (para && para->line_count == 0)
        cell.para = NULL;
    if (cell.para)
        cell.height = zt_em_height(para->line_count, look->text.size, look->para.leading);
    return cell;
}

/* A wording of inline text; empty text makes none. */
static zt_wording set_rich(const zt_setting *setting, const zt_rich *rich, const zt_look *own,
                           const zt_look *strong, double width)
{
    if (zt_rich_is_empty(rich))
        return (zt_wording){.look = *own};
    return wording_of(own, zt_lines_rich(setting, rich, own, strong, width), rich->at);
}

/* Inline text as a label. */
zt_wording zt_wording_rich(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                           double width)
{
    zt_look own = ragged(look);
    return set_rich(setting, rich, &own, NULL, width);
}

/* The same with the indent of the look. */
zt_wording zt_wording_hung(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                           double width)
{
    zt_look own = ragged(look);
    own.para.indent = look->para.indent;
    return set_rich(setting, rich, &own, NULL, width);
}

/* The same with <em> in the look `strong`. */
zt_wording zt_wording_strong(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                             const zt_look *strong, double width)
{
    zt_look own = ragged(look);
    zt_look bold = zt_strong_in(strong, &own);
    return set_rich(setting, rich, &own, &bold, width);
}

/* A text of one look as a label. */
zt_wording zt_wording_plain(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                            double width)
{
    zt_look own = ragged(look);
    if (text.len == 0)
        return (zt_wording){.look = own};
    return wording_of(&own, zt_lines_plain(setting, text, at, &own, width), at);
}

/* Draws it as a part of the scene; nothing when it is empty. */
void zt_wording_place(const zt_setting *setting, const zt_wording *cell, zt_group *into,
                      const char *part, zt_role role, double x, double y)
{
    if (!cell->para)
        return;
    zt_rect box = {x, y, cell->para->width, cell->height};
    zt_group *group = zt_scene_add_part(setting->scene, into, cell->at, part, role, box);
    zt_lines_place(setting, cell->para, &cell->look, group, (zt_point){0, 0},
                   cell->look.para.leading);
}

/* The first baseline when its top is at y; negative when it has none. */
double zt_wording_baseline(const zt_wording *cell, double y)
{
    double baseline = zt_lines_baseline(cell->para, &cell->look);
    return baseline < 0 ? baseline : y + baseline;
}

/* Offers that baseline as the block's first. */
void zt_wording_first(zt_first_line *line, const zt_wording *cell, double y)
{
    zt_first_line_add(line, zt_wording_baseline(cell, y), cell->look.text.size);
}

/* Points that the text takes in one line, or its longest line between forced breaks. */
double zt_wording_natural(const zt_setting *setting, const zt_rich *rich, const zt_look *look)
{
    zt_look own = ragged(look);
    own.para.align = ZT_ALIGN_START;
    if (zt_rich_is_empty(rich))
        return 0;
    return zt_lines_rich(setting, rich, &own, NULL, INFINITY)->max_width;
}

/* Draws a text with the middle of its ink at a point. */
void zt_wording_centre(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                       zt_group *into, zt_point middle)
{
    zt_rect ink = zt_text_ink(setting, text, at, look);
    zt_text_place(setting->diags, setting->scene, into, text, &look->text, &look->para,
                  ZT_ALIGN_START, middle.x - ink.x - ink.w / 2, middle.y - ink.y - ink.h / 2, at);
}
