/* Lines placed one by one, and the ink of a group measured from its outlines. */
#include "block/words/lines.h"

#include "text/run_ink.h"

/* Points from the top of the first em box to the foot of the last; 0 without lines. */
double zt_em_height(size_t lines, double size, double leading)
{
    return lines ? (double)(lines - 1) * leading + size : 0;
}

/* The middle of the em boxes is that of the ink (R126), so that both blanks are alike. */
void zt_plan_blanks(zt_plan *plan, const zt_look *look, double size)
{
    const zt_face_metrics *metrics = zt_face_metrics_of(look->text.face);
    double blank = (1 - (metrics->han_top - metrics->han_foot)) / 2 * size;
    plan->blank_top = plan->blank_foot = zt_max(blank, 0);
}

/* The greatest leading that the style allows, in points. */
double zt_leading_most(const zt_look *look)
{
    return zt_max(look->para.leading, look->style->leading_max * look->text.size);
}

/* Draws lines at a leading of their own, the first em box at top_left. */
void zt_lines_place(const zt_setting *setting, const zt_para *para, const zt_look *look,
                    zt_group *into, zt_point top_left, double leading)
{
    double above = (look->para.leading - look->text.size) / 2;
    for (size_t i = 0; i < para->line_count; i++)
        zt_para_place(para, setting->scene, into, top_left.x,
                      top_left.y - above + (double)i * leading, i, i + 1);
}

/* The first baseline below the top of the first em box; negative without text or where it runs
   down. */
double zt_lines_baseline(const zt_para *para, const zt_look *look)
{
    double above = (look->para.leading - look->text.size) / 2;
    size_t i = 0;
    while (para && i < para->line_count && para->lines[i].end == para->lines[i].first)
        i++;
    if (!para || i == para->line_count || look->para.vertical)
        return -1;
    return para->lines[i].baseline - above;
}

/* Keeps the baseline of the largest type on the first line: blocks beside each other are aligned
   by it. */
void zt_first_line_add(zt_first_line *line, double baseline, double size)
{
    const double same_line = 0.3; /* em */
    if (baseline < 0)
        return;
    line->top = line->top < 0 ? baseline : zt_min(line->top, baseline);
    bool out = line->size > 0 && line->baseline > line->top + same_line * line->size;
    if (out || (size > line->size && baseline <= line->top + same_line * size)) {
        line->baseline = baseline;
        line->size = size;
    }
}

/* A copy of the look that lives as long as the paragraph. */
static const zt_look *kept(const zt_setting *setting, const zt_look *look)
{
    zt_look *copy = ZT_NEW(setting->arena, zt_look);
    *copy = *look;
    return copy;
}

/* A text of one look, broken at a width. */
zt_para *zt_lines_plain(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                        double width)
{
    return zt_plain_set(setting, text, at, kept(setting, look), width);
}

/* Inline text, broken at a width, with <em> in `strong` where that is given. */
zt_para *zt_lines_rich(const zt_setting *setting, const zt_rich *rich, const zt_look *base,
                       const zt_look *strong, double width)
{
    zt_rich_style style = {.base = kept(setting, base)};
    if (strong)
        style.strong = kept(setting, strong);
    return zt_rich_set(setting, rich, &style, width);
}

/* R40 for narrow measures; what is ragged keeps its words whole. */
zt_para *zt_lines_running(const zt_setting *setting, const zt_rich *rich, const zt_look *base,
                          const zt_look *strong, double width)
{
    const double least = 14; /* em */
    zt_look look = *base;
    if (look.para.align == ZT_ALIGN_JUSTIFY && !look.para.vertical &&
        width < least * look.text.size - 1e-6)
        look.para.align = ZT_ALIGN_START;
    look.para.by_words = look.para.align == ZT_ALIGN_START && !look.para.at_sense;
    return zt_lines_rich(setting, rich, &look, strong, width);
}

/* The ink of what was walked through so far. */
typedef struct ink_sum {
    zt_rect ink;
} ink_sum;

/* Joins a box to the ink. */
static void add_rect(ink_sum *sum, zt_rect r)
{
    sum->ink = zt_rect_union(sum->ink, r);
}

/* Joins what an item paints. */
static void add_item(void *self, const zt_item *item, double dx, double dy)
{
    ink_sum *sum = self;
    zt_rect ink;
    switch (item->kind) {
    case ZT_ITEM_GROUP:
    case ZT_ITEM_LINK:
        break;
    case ZT_ITEM_GLYPHS:
        ink = zt_run_ink((const zt_glyphs *)item);
        add_rect(sum, (zt_rect){ink.x + dx, ink.y + dy, ink.w, ink.h});
        break;
    case ZT_ITEM_PATH:
    case ZT_ITEM_IMAGE:
        add_rect(sum, (zt_rect){item->box.x + dx, item->box.y + dy, item->box.w, item->box.h});
        break;
    }
}

/* The box of all ink below a group, in the frame of its parent. */
zt_rect zt_group_ink(const zt_group *group)
{
    ink_sum sum = {0};
    zt_visitor visitor = {.self = &sum, .enter = add_item};
    zt_scene_walk(group, &visitor);
    return sum.ink;
}

/* Ink is found by drawing on a sheet that is thrown away: planning has no scene. */
zt_rect zt_para_ink(const zt_setting *setting, const zt_para *para, size_t first, size_t end)
{
    zt_arena *scratch = zt_arena_beside(setting->arena);
    zt_scene *sheet = zt_scene_new(scratch, 0, 0);
    zt_para_place(para, sheet, sheet->root, 0, 0, first, end);
    zt_rect ink = zt_group_ink(sheet->root);
    zt_arena_drop(scratch);
    return ink;
}

/* The box of a text's ink about its baseline's start. */
zt_rect zt_text_ink(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look)
{
    zt_arena *scratch = zt_arena_beside(setting->arena);
    zt_scene *sheet = zt_scene_new(scratch, 0, 0);
    zt_text_place(setting->diags, sheet, sheet->root, text, &look->text, &look->para,
                  ZT_ALIGN_START, 0, 0, at);
    zt_rect ink = zt_group_ink(sheet->root);
    zt_arena_drop(scratch);
    return ink;
}

/* A gap that takes its share of the spare height, up to its ceiling. */
double zt_gap_filled(zt_gap gap, double spare, double count)
{
    if (count <= 0)
        return gap.natural;
    return zt_clamp(gap.natural + spare / count, gap.natural, zt_max(gap.natural, gap.ceiling));
}

/* A horizontal rule that fills the box; nothing when it has no height. */
void zt_rule_place(const zt_setting *setting, zt_pos at, zt_group *into, zt_rect box,
                   const zt_ink *ink)
{
    double y = box.y + box.h / 2;
    if (box.h > 0)
        zt_scene_rule(setting->scene, into, at, (zt_point){box.x, y},
                      (zt_point){zt_rect_right(box), y}, box.h, ZT_SOLID(ink));
}

void zt_group_rule_place(const zt_setting *setting, zt_pos at, zt_group *into, zt_rect box,
                         const zt_ink *ink)
{
    const zt_group_rule *rule = &setting->template_->theme->group_rule;
    if (rule->form == ZT_GROUP_RULE_NONE || box.h <= 0)
        return;
    if (rule->form == ZT_GROUP_RULE_TAB) {
        box.h = zt_min(box.h, rule->weight);
        zt_rule_place(setting, at, into, box, rule->ink ? rule->ink : ink);
        zt_rect tab = {box.x, box.y, zt_min(box.w, rule->tab_w), rule->tab_h};
        zt_scene_fill_rect(setting->scene, into, at, tab,
                           ZT_SOLID(rule->tab_ink ? rule->tab_ink : ink));
        return;
    }
    zt_rule_place(setting, at, into, box, ink);
}

/* Half the height of capitals, in points: marks beside a line are centred on it. */
double zt_half_cap(const zt_look *look)
{
    return zt_face_metrics_of(look->text.face)->cap_height * look->text.size / 2;
}

/* The height of digits, in points. */
double zt_digit_height(const zt_look *look)
{
    return zt_face_metrics_of(look->text.face)->digit_height * look->text.size;
}

/* The face and ink of `strong` at the size of `base`. */
zt_look zt_strong_in(const zt_look *strong, const zt_look *base)
{
    zt_look look = *base;
    look.text.face = strong->text.face;
    look.text.fallbacks = strong->text.fallbacks;
    look.text.fallback_count = strong->text.fallback_count;
    look.text.paint = strong->text.paint;
    return look;
}
