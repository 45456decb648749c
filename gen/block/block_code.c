/* Lines of another language on a ground: each begins where it is indented, and what is too long for
   the measure goes on below, hanging a step behind its beginning. */
#include "block/words/wording.h"

#include <string.h>

static const char PANEL_INK[] = "panel";
/* Of one blank of indent, and of what goes on below; em. */
static const double BLANK = 0.5, HANGING = 1;

/* What a template may set of it. */
typedef struct code_params {
    double inset;
} code_params;

/* The lines arranged at a width; lengths in points. */
typedef struct code_plan {
    const zt_code *code;
    zt_look text;
    zt_para **lines;
    double *heights; /* of each line, with its leading */
    double inset;
} code_plan;

/* Where a line that is too long may end: behind marks that end something, before a tag. */
static zt_str with_breaks(zt_arena *arena, zt_str words)
{
    static const char may_break[] = "\xe2\x80\x8b"; /* U+200B, which is never seen */
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < words.len; i++) {
        char c = words.data[i], next = i + 1 < words.len ? words.data[i + 1] : ' ';
        zt_buf_putc(&out, c);
        if ((c && strchr(">/;=", c) && !strchr("<>/;= ", next)) || (next == '<' && c != ' '))
            zt_buf_puts(&out, may_break);
    }
    return zt_buf_view(&out);
}

/* A line at its own indent; NULL for an empty one. */
static zt_para *set_line(const zt_setting *setting, const code_plan *plan, const zt_block *block,
                         const zt_code_line *line, double width)
{
    zt_look look = plan->text;
    double begin = BLANK * (double)line->indent;
    look.para.indent = begin;
    look.para.hanging = begin + HANGING;
    look.para.align = ZT_ALIGN_START;
    look.para.at_sense = false;
    look.para.spacing = ZT_SPACING_OFF;
    if (line->text.len == 0)
        return NULL;
    zt_str words = with_breaks(setting->arena, line->text);
    return zt_lines_plain(setting, words, block->at, &look, width);
}

/* Of so many lines with the ground's inset above and below them. */
static double lines_height(const code_plan *plan, size_t first, size_t end)
{
    double height = 2 * plan->inset - (plan->text.para.leading - plan->text.text.size);
    for (size_t i = first; i < end; i++)
        height += plan->heights[i];
    return height;
}

/* Natural heights of the lines with the ground's inset above the first and below the last. */
static zt_plan plan_code(const zt_block *block, const zt_setting *setting, double width)
{
    const code_params *params = block->params;
    const zt_code *code = block->content;
    code_plan *plan = ZT_NEW(setting->arena, code_plan);
    *plan = (code_plan){.code = code,
                        .text = zt_block_look(setting, block, "text"),
                        .lines = ZT_ARRAY(setting->arena, code->count + 1, zt_para *),
                        .heights = ZT_ARRAY(setting->arena, code->count + 1, double),
                        .inset = params->inset};
    double leading = plan->text.para.leading;
    for (size_t i = 0; i < code->count; i++) {
        plan->lines[i] =
            set_line(setting, plan, block, code->lines + i, zt_max(0, width - 2 * plan->inset));
        size_t count = plan->lines[i] ? plan->lines[i]->line_count : 1;
        plan->heights[i] = leading * (double)count;
    }
    double height = lines_height(plan, 0, code->count);
    return (zt_plan){.extent = {height, height},
                     .first_baseline = plan->inset + ZT_EM_TOP * plan->text.text.size,
                     .units = plan->heights,
                     .unit_count = code->count,
                     .own = plan};
}

/* So many lines on their ground, from the top of `into`. */
static void place_lines(const zt_plan *planned, const zt_setting *setting, size_t first, size_t end,
                        zt_group *into)
{
    const code_plan *plan = planned->own;
    zt_pos at = planned->block->at;
    double leading = plan->text.para.leading, y = plan->inset;
    zt_rect ground = {0, 0, planned->width, lines_height(plan, first, end)};
    if (plan->inset > 0) {
        zt_group *panel =
            zt_scene_add_part(setting->scene, into, at, "panel", ZT_ROLE_ARTIFACT, ground);
        zt_scene_fill_rect(setting->scene, panel, at, ground,
                           ZT_SOLID(zt_setting_ink(setting, PANEL_INK)));
    }
    zt_group *text = zt_scene_add_part(setting->scene, into, at, "text", ZT_ROLE_CODE, ground);
    for (size_t i = first; i < end; i++) {
        if (plan->lines[i])
            zt_lines_place(setting, plan->lines[i], &plan->text, text, (zt_point){plan->inset, y},
                           leading);
        y += plan->heights[i];
    }
}

static double part_height(const zt_plan *planned, size_t first, size_t end)
{
    return lines_height(planned->own, first, end);
}

/* The height that is spare stays below: lines of code are not opened. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    (void)height;
    const code_plan *plan = planned->own;
    place_lines(planned, setting, 0, plan->code->count, into);
}

static const zt_param params[] = {
    {"inset", ZT_PARAM(code_params, inset, POINTS), NULL, "2.5mm", "底色内的余白，0 不铺底",
     "inset of the panel; 0: none"},
    {0},
};
static const zt_part_default parts[] = {
    {"text", "label", "各行", "the lines"},
    {0},
};

const zt_block_kind zt_block_kind_code = {
    .name = "code",
    .params = {params, sizeof(code_params)},
    .parts = parts,
    .zh = "照原样的行，如 XML：保留缩进，过长的在下面接着排。",
    .en = "Lines to the letter, as XML: indents are kept, what is too long goes on below.",
    .plan = plan_code,
    .place = place,
    .part_height = part_height,
    .place_part = place_lines,
};
