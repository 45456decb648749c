/* gen/text/ruby.c — small texts over a line or right of a column: pinyin, glosses. One word for
   each character where their counts agree, else one text over all of them, centred; the base is
   spread evenly where it is narrower. */
#include "text/para_imp.h"

#define RUBY_SIZE 0.5 /* of the text it stands beside (CLREQ 3.3.1) */
#define RUBY_LIFT 0.1 /* em of the text: the foot of a p stays clear of the heaviest Han below */
#define RUBY_GAP 0.25 /* em of the ruby, at least, between two neighbours */

/* Points; never below the limit of the theme (R135). */
static double small_size(const zt_para_imp *imp, const zt_text_style *base)
{
    return zt_max(base->size * RUBY_SIZE, imp->style.ruby_least);
}

/* Points from the first to the last character, gaps included. */
static double width_of_base(const zt_para_imp *imp, zt_char_span base)
{
    double width = 0;
    for (size_t i = base.first; i < base.end; i++)
        width += (i > base.first ? imp->chars[i].gap : 0) +
                 imp->chars[i].advance * imp->chars[i].style->size;
    return width;
}

/* The text as a line of its own that is never broken. */
static zt_para_imp *set_small(zt_para_imp *imp, const zt_run *base, zt_str text, double *width)
{
    zt_text_style *style = ZT_NEW(imp->arena, zt_text_style);
    zt_run *run = ZT_NEW(imp->arena, zt_run);
    zt_para_style para = imp->style;
    *style = *base->style;
    style->size = small_size(imp, base->style);
    style->tracking = 0;
    *run = (zt_run){.text = text, .style = style, .at = base->at};
    para.indent = para.hanging = 0;
    zt_para_imp *small = zt_para_prepare(imp->arena, imp->diags, run, 1, &para);
    zt_sums_build(small);
    zt_line_fit fit = zt_line_measure(small, (zt_char_span){0, small->count});
    *width = zt_line_justify(small, &fit, fit.natural, ZT_ALIGN_START, true);
    return small;
}

/* Space on both sides of each character, so that base and ruby stay centred on each other. */
static void spread(zt_para_imp *imp, zt_char_span base, double extra)
{
    double each = extra / (double)(base.end - base.first);
    for (size_t i = base.first; i < base.end; i++) {
        zt_char *c = &imp->chars[i];
        c->advance += each / c->style->size;
        c->shift += each / 2 / c->style->size;
        c->spread = each / 2 / c->style->size;
    }
}

/* The base is spread where the ruby with its distance to the next is wider. */
static void add_ruby(zt_para_imp *imp, zt_char_span base, zt_str text)
{
    zt_ruby ruby = {.base = base};
    const zt_run *run = &imp->runs[imp->chars[base.first].run];
    ruby.text = set_small(imp, run, text, &ruby.width);
    double room = ruby.width + RUBY_GAP * small_size(imp, run->style);
    double have = width_of_base(imp, base);
    if (ruby.width > have)
        spread(imp, base, room - have);
    ZT_PUSH(imp->arena, &imp->rubies, ruby);
}

/* Blank-separated. */
static size_t word_count(zt_str text)
{
    zt_str word;
    size_t count = 0;
    while (zt_str_word(&text, &word))
        count++;
    return count;
}

/* One word a character when the counts agree; any other count is one text over all. */
static void set_run(zt_para_imp *imp, zt_char_span base)
{
    zt_str text = imp->runs[imp->chars[base.first].run].ruby, word;
    if (word_count(text) != base.end - base.first) {
        add_ruby(imp, base, text);
        return;
    }
    for (size_t i = base.first; i < base.end && zt_str_word(&text, &word); i++)
        add_ruby(imp, (zt_char_span){i, i + 1}, word);
}

/* Run by run, after gaps and before breaks: a spread base is as wide for the breaker. */
void zt_chars_ruby(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        zt_char_span base = {i, i + 1};
        while (base.end < imp->count && imp->chars[base.end].run == imp->chars[i].run)
            base.end++;
        if (imp->runs[imp->chars[i].run].ruby.len > 0)
            set_run(imp, base);
        i = base.end;
    }
}

/* Base and ruby have their em boxes side by side; what a base gained by spreading is even about it.
 */
static void place_ruby(const zt_para_imp *imp, const zt_ruby *ruby, zt_scene *scene,
                       zt_group *group, zt_point line)
{
    const zt_char *first = &imp->chars[ruby->base.first], *last = &imp->chars[ruby->base.end - 1];
    double size = first->style->size, small = small_size(imp, first->style);
    double from = (first->x + last->x + last->set - ruby->width) / 2;
    zt_point at = {line.x + from, line.y - (ZT_EM_TOP + RUBY_LIFT) * size - ZT_EM_FOOT * small};
    zt_rect box = {at.x, at.y - ZT_EM_TOP * small, ruby->width, small};
    if (imp->style.vertical) {
        at = (zt_point){line.x + size * (0.5 + RUBY_LIFT) + small / 2, line.y + from};
        box = (zt_rect){at.x - small / 2, at.y, small, ruby->width};
    }
    zt_group *part =
        zt_scene_add_part(scene, group, imp->runs[first->run].at, "ruby", ZT_ROLE_NONE, box);
    zt_line_fit fit = zt_line_measure(ruby->text, (zt_char_span){0, ruby->text->count});
    zt_line_place(ruby->text, fit.ink, scene, part, at.x - box.x, at.y - box.y);
}

/* 0 without ruby. */
double zt_ruby_above(const zt_para_imp *imp, zt_char_span ink)
{
    double above = 0;
    for (size_t i = 0; i < imp->rubies.count; i++) {
        zt_char_span base = imp->rubies.items[i].base;
        if (base.first >= ink.first && base.end <= ink.end)
            above = zt_max(above, small_size(imp, imp->chars[base.first].style) +
                                      RUBY_LIFT * imp->chars[base.first].style->size);
    }
    return above;
}

/* Ruby may use the gap between the em boxes, and the blank that its own em box has at the top. */
bool zt_ruby_exceeds_gap(const zt_para_imp *imp, zt_char_span line)
{
    const double clear = 0.12; /* em of the ruby: what its em box has over its own ascenders */
    double above = zt_ruby_above(imp, line);
    if (above == 0)
        return false;
    double size = imp->chars[line.first].style->size, gap = imp->style.leading - size;
    return above - clear * RUBY_SIZE * size > gap + 1e-6;
}

double zt_ruby_room(const zt_para_style *style, double size)
{
    return zt_max(size * RUBY_SIZE, style->ruby_least) + RUBY_LIFT * size;
}

/* The first line of a paragraph has nothing above it: its ruby takes a step unless the caller
   makes room for it outside (ruby_outside). */
bool zt_ruby_takes_step(const zt_para_imp *imp, zt_char_span line)
{
    if (line.first == 0)
        return zt_ruby_above(imp, line) > 0 && !imp->style.ruby_outside;
    return zt_ruby_exceeds_gap(imp, line);
}

/* Only ruby whose whole base stands on the line is set here. */
void zt_line_ruby(const zt_para_imp *imp, zt_char_span ink, zt_scene *scene, zt_group *group,
                  double x, double y)
{
    for (size_t i = 0; i < imp->rubies.count; i++) {
        const zt_ruby *ruby = &imp->rubies.items[i];
        if (ruby->base.first >= ink.first && ruby->base.end <= ink.end)
            place_ruby(imp, ruby, scene, group, (zt_point){x, y});
    }
}
