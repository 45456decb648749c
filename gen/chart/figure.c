/* A key figure as up to three pieces on one baseline: words before, the figure, words after. */
#include "chart/figure.h"

#include <string.h>

#include "base/utf8.h"

/* Small figures need larger units beside them, large ones with long units smaller ones: points, and
   parts of the digits (the measures of the house are made for what lies between). */
static const double small_figure = 15, small_unit = 0.62, large_figure = 34, long_unit = 0.42;
/* So many characters make a long unit. */
enum { LONG_UNIT = 4 };
/* A gap of a tenth of an em is a blank to readers of the PDF (R66): between advances there is less
   than that of the smaller of both types. */
static const double blank = 0.09;

/* A piece of a figure: the words before, the figure itself, the words behind. */
typedef struct piece {
    zt_str text;
    zt_text_style style;
    double x, width; /* from the figure's first ink */
    double condense; /* of its glyphs across; 1 for most */
} piece;

struct zt_figure_imp {
    piece pieces[8];
    size_t count;
    zt_para_style para;
    zt_pos at;
    bool missing;
    zt_rect box; /* of a missing value: from the first ink, y up to the baseline negative */
    double line; /* its dashed edge */
    const zt_ink *edge;
};

/* A digit, half-width or full-width. */
static bool has_digit(zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19))
            return true;
    }
    return false;
}

/* The end of the last digit of the text: a range is one figure with its dash. */
static size_t last_digit_end(zt_str text, size_t from)
{
    size_t end = from;
    for (size_t at = from; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19))
            end = at;
    }
    return end;
}

/* White behind the ink of the last character, points; what stands within the advance of the face
   alone. */
static double white_behind(const zt_text_style *style, zt_str text)
{
    uint32_t last = 0;
    for (size_t at = 0; at < text.len;)
        last = zt_utf8_next(text, &at);
    zt_rect ink;
    uint32_t glyph = text.len > 0 ? zt_face_glyph(style->face, last) : 0;
    if (!glyph || !zt_face_ink(style->face, glyph, &ink))
        return 0;
    return (zt_face_advance(style->face, glyph) - zt_rect_right(ink) + style->tracking) *
           style->size;
}

/* The right end of the pieces that are there. */
static double end_of(const struct zt_figure_imp *imp)
{
    const piece *last = imp->count > 0 ? &imp->pieces[imp->count - 1] : NULL;
    return last ? last->x + last->width : 0;
}

/* Adds a piece whose ink stands `gap` points behind the ink of the one before it. The first one
   hangs out by its side bearing, so that its ink stands on the edge. */
static void add_piece(struct zt_figure_imp *imp, const zt_setting *setting, zt_str text,
                      const zt_text_style *style, double gap)
{
    if (text.len == 0)
        return;
    zt_assert(imp->count < sizeof imp->pieces / sizeof *imp->pieces);
    const piece *before = imp->count > 0 ? &imp->pieces[imp->count - 1] : NULL;
    double x = end_of(imp) - zt_text_bearing(style, text);
    if (before) {
        double most = blank * zt_min(before->style.size, style->size);
        double advance =
            gap - white_behind(&before->style, before->text) - zt_text_bearing(style, text);
        x = end_of(imp) + zt_clamp(advance, 0, most); /* boxes never overlap */
    }
    piece *p = &imp->pieces[imp->count++];
    *p = (piece){.text = text, .style = *style, .x = x, .condense = 1};
    p->width = zt_text_width(setting->diags, setting->arena, text, style, &imp->para, imp->at);
}

/* The size of words beside digits of that size: as the template says, else the theme, by how large
   the digits and how long the unit. */
static double words_ratio(const zt_figure_style *style, const zt_figure_measures *m, zt_str unit)
{
    double size = style->look.text.size;
    if (style->unit_ratio > 0)
        return style->unit_ratio;
    if (size <= small_figure)
        return zt_max(m->unit, small_unit);
    bool is_long = zt_utf8_count(unit) >= LONG_UNIT;
    return size >= large_figure && is_long ? zt_min(m->unit, long_unit) : m->unit;
}

/* The least size of signs and words: the theme's, or that of type on a ground. */
static double least_words(const zt_figure_style *style, const zt_figure_measures *m)
{
    return zt_max(m->least, style->least);
}

/* Words around the figure: smaller, and in the safe ink when they become too small for two. That of
   a per cent sign follows them: signs and units of one row have one ink. */
static zt_text_style words_style(const zt_setting *setting, const zt_figure_style *style,
                                 zt_str unit)
{
    const zt_figure_measures *m = &setting->template_->theme->figure;
    zt_text_style words = style->look.text;
    double size = words.size;
    words.size = zt_min(size, zt_max(least_words(style, m), words_ratio(style, m, unit) * size));
    words.tracking = 0;
    if (style->small_ink && words.size < m->plain)
        words.paint = ZT_SOLID(style->small_ink);
    return words;
}

/* A missing value: its words in a dashed box, which shows that a figure is to come. */
static void set_missing(zt_figure *figure, struct zt_figure_imp *imp, const zt_setting *setting,
                        const zt_quantity *quantity, const zt_figure_style *style)
{
    const zt_text_style *text = &style->missing.text;
    const zt_face_metrics *metrics = zt_face_metrics_of(text->face);
    const zt_face_metrics *digits = zt_face_metrics_of(style->look.text.face);
    double inset = 0.3 * text->size;
    double han = (metrics->han_top - metrics->han_foot) * text->size;
    double height = zt_max(digits->digit_height * style->look.text.size, han + inset);
    zt_str words = quantity->text.len ? quantity->text : zt_missing_word(setting->language);

    imp->missing = true;
    imp->line = zt_max(setting->template_->theme->limits.rule, 0.05 * text->size);
    imp->edge = style->missing.ink;
    add_piece(imp, setting, words, text, 0);
    imp->pieces[0].x += inset;
    imp->box = (zt_rect){0, -height, end_of(imp) + inset, height};
    figure->width = imp->box.w;
    figure->ascent = height;
}

/* The dash of a range: — – ～. */
static bool is_dash(uint32_t c)
{
    return c == 0x2014 || c == 0x2013 || c == 0xFF5E;
}

/* Digits, a dash within them no wider than the theme has it: at full width it tears a figure in
   two. */
static void add_digits(struct zt_figure_imp *imp, const zt_setting *setting, zt_str text,
                       const zt_text_style *style, double gap)
{
    double wide = setting->template_->theme->figure.dash * style->size;
    size_t from = 0;
    for (size_t at = 0; at < text.len;) {
        size_t here = at;
        if (!is_dash(zt_utf8_next(text, &at)))
            continue;
        add_piece(imp, setting, zt_str_slice(text, from, here), style, gap);
        double x = end_of(imp);
        add_piece(imp, setting, zt_str_slice(text, here, at), style, 0);
        piece *dash = &imp->pieces[imp->count - 1];
        dash->x = x;
        if (dash->width > wide) {
            dash->condense = wide / dash->width;
            dash->width = wide;
        }
        add_piece(imp, setting, zt_str_slice(text, at, text.len), style, 0);
        imp->pieces[imp->count - 1].x = dash->x + dash->width;
        return;
    }
    add_piece(imp, setting, zt_str_slice(text, from, text.len), style, gap);
}

/* What follows the digits: a per cent sign larger and nearer than words are. */
static void add_unit(struct zt_figure_imp *imp, const zt_setting *setting, zt_str text,
                     const zt_text_style *words, const zt_figure_style *style)
{
    const zt_figure_measures *m = &setting->template_->theme->figure;
    double size = style->look.text.size;
    size_t sign = zt_str_starts(text, "%") ? 1 : zt_str_starts(text, "‰") ? strlen("‰") : 0;
    zt_text_style percent = *words;
    percent.size = zt_max(m->percent * size, zt_min(least_words(style, m), size));
    add_piece(imp, setting, zt_str_slice(text, 0, sign), &percent, m->percent_gap * size);
    add_piece(imp, setting, zt_str_slice(text, sign, text.len), words, m->unit_gap * size);
}

/* The blank behind over in over 300 stays where a line would drop it: U+00A0. */
static zt_str with_blank(const zt_setting *setting, zt_str before)
{
    if (setting->language != ZT_LANG_EN || !zt_str_ends(before, " "))
        return before;
    return zt_str_from(
        zt_arena_printf(setting->arena, "%.*s\u00A0", (int)before.len - 1, before.data));
}

/* Parts the phrase into what stands before the figure, the figure and what follows. A range with
   its dash is one figure. Figures in Han are smaller than digits, since Han fill their em. */
static void set_phrase(zt_figure *figure, struct zt_figure_imp *imp, const zt_setting *setting,
                       const zt_quantity *quantity, const zt_figure_style *style)
{
    const zt_figure_measures *m = &setting->template_->theme->figure;
    size_t first = quantity->figure_first, end = quantity->figure_end;
    if (end <= first || end > quantity->text.len) {
        first = 0;
        end = quantity->text.len;
    } else if (quantity->range_to) {
        end = last_digit_end(quantity->text, end);
    }
    zt_str core = zt_str_slice(quantity->text, first, end);
    zt_str after = zt_str_slice(quantity->text, end, quantity->text.len);
    zt_text_style large = style->look.text, words = words_style(setting, style, after);
    const zt_face_metrics *metrics = zt_face_metrics_of(large.face);
    bool is_han = !has_digit(core) && zt_utf8_holds_han(core);
    double size = large.size;
    if (is_han) {
        large.size *= m->han;
        large.tracking = 0;
    }
    zt_str before = zt_str_slice(quantity->text, 0, first);
    add_piece(imp, setting, with_blank(setting, before), &words, 0);
    add_digits(imp, setting, core, &large, m->prefix_gap * size);
    add_unit(imp, setting, after, &words, style);
    figure->width = end_of(imp);
    figure->ascent = large.size * (is_han ? metrics->han_top : metrics->digit_height);
}

/* A missing value has the look of missing ones and a dashed box; everything else is shaped in
   pieces, digits large and words small. */
zt_figure *zt_figure_new(const zt_setting *setting, const zt_quantity *quantity,
                         const zt_figure_style *style)
{
    zt_figure *figure = ZT_NEW(setting->arena, zt_figure);
    struct zt_figure_imp *imp = ZT_NEW(setting->arena, struct zt_figure_imp);
    imp->at = quantity->at;
    imp->para = style->look.para;
    if (quantity->status == ZT_MISSING) {
        imp->para = style->missing.para;
        set_missing(figure, imp, setting, quantity, style);
    } else {
        set_phrase(figure, imp, setting, quantity, style);
    }
    figure->imp = imp;
    return figure;
}

/* 待补 keeps its size: it is a word of the house, not a number. Units have a least size, so that
   widths are not quite in proportion: it is tried until it fits. */
zt_figure *zt_figure_within(const zt_setting *setting, const zt_quantity *quantity,
                            const zt_figure_style *style, double width, double least)
{
    zt_figure_style smaller = *style;
    zt_figure *figure = zt_figure_new(setting, quantity, style);
    while (figure->width > width && quantity->status != ZT_MISSING) {
        double size = smaller.look.text.size;
        double next = zt_max(least, size * zt_min(width / figure->width, 0.995));
        if (next >= size)
            break;
        smaller.look = zt_look_at_size(&style->look, next);
        figure = zt_figure_new(setting, quantity, &smaller);
    }
    return figure;
}

/* One side of the box, its dashes stretched so that they begin and end at the corners. */
static zt_path *dashed_side(zt_scene *scene, zt_group *into, zt_pos at, zt_point from, zt_point to,
                            double line)
{
    double length = zt_max(to.x - from.x, to.y - from.y);
    double on = 4 * line, off = 3 * line;
    int dashes = (int)((length + off) / (on + off) + 0.5);
    if (dashes < 1)
        dashes = 1;
    double factor = length / (dashes * (on + off) - off);
    zt_path *path = zt_scene_add_path(scene, into, at);
    zt_path_move(path, from.x, from.y);
    zt_path_line(path, to.x, to.y);
    path->width = line;
    path->dash[0] = on * factor;
    path->dash[1] = off * factor;
    return path;
}

void zt_dashed_box(zt_scene *scene, zt_group *into, zt_pos at, zt_rect box, double line,
                   const zt_ink *ink)
{
    double half = line / 2, left = box.x + half, right = zt_rect_right(box) - half;
    double top = box.y + half, foot = zt_rect_foot(box) - half;
    const zt_point ends[4][2] = {{{left, top}, {right, top}},
                                 {{left, foot}, {right, foot}},
                                 {{left, top}, {left, foot}},
                                 {{right, top}, {right, foot}}};
    for (int i = 0; i < 4; i++) {
        zt_path *path = dashed_side(scene, into, at, ends[i][0], ends[i][1], line);
        path->stroke = ZT_SOLID(ink);
        zt_path_done(path);
    }
}

/* All pieces are one line to a reader of the page, whatever their sizes. */
void zt_figure_place(const zt_figure *figure, const zt_setting *setting, zt_group *into, double x,
                     double baseline)
{
    const struct zt_figure_imp *imp = figure->imp;
    double y = baseline;
    if (imp->missing) {
        const zt_text_style *text = &imp->pieces[0].style;
        const zt_face_metrics *metrics = zt_face_metrics_of(text->face);
        zt_dashed_box(setting->scene, into, imp->at,
                      (zt_rect){x, baseline - imp->box.h, imp->box.w, imp->box.h}, imp->line,
                      imp->edge);
        /* Centred by the ink box of the Han (R126). */
        y += -imp->box.h / 2 + (metrics->han_top + metrics->han_foot) / 2 * text->size;
    }
    zt_scene_line_begin(setting->scene);
    for (size_t i = 0; i < imp->count; i++) {
        const piece *p = &imp->pieces[i];
        zt_item *before = into->last;
        zt_text_place(setting->diags, setting->scene, into, p->text, &p->style, &imp->para,
                      ZT_ALIGN_START, x + p->x, y, imp->at);
        if (p->condense < 1)
            zt_scene_condense(setting->scene, before ? before->next : into->first, x + p->x,
                              p->condense);
    }
    zt_scene_line_end(setting->scene);
}
