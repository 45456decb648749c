/* A key figure as up to three pieces on one baseline: words before, the figure, words after. */
#include "chart/figure.h"

#include "base/utf8.h"

/* Type below this size in an ink of several colours loses its register on newsprint. */
static const double small_type = 14;
/* After a prefix the gap is a little wider than before a unit. */
static const double prefix_gap = 1.2;

/* A piece of a figure: the words before, the figure itself, the words behind. */
typedef struct piece {
    zt_str text;
    zt_text_style style;
    double x, width; /* from the figure's first ink */
} piece;

struct zt_figure_imp {
    piece pieces[3];
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

/* A Han character: a figure such as 一半. */
static bool has_han(zt_str text)
{
    for (size_t at = 0; at < text.len;)
        if (zt_is_han(zt_utf8_next(text, &at)))
            return true;
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

/* Adds a piece at x and returns its right end. The first one hangs out by its side bearing, so
   that its ink stands on the edge. */
static double add_piece(struct zt_figure_imp *imp, const zt_setting *setting, zt_str text,
                        const zt_text_style *style, double x)
{
    piece *p = &imp->pieces[imp->count++];
    *p = (piece){.text = text, .style = *style, .x = x};
    if (imp->count == 1)
        p->x -= zt_text_bearing(style, text);
    p->width = zt_text_width(setting->diags, setting->arena, text, style, &imp->para, imp->at);
    return p->x + p->width;
}

/* Words around the figure: smaller, and in the safe ink when they become too small for two. */
static zt_text_style words_style(const zt_figure_style *style)
{
    zt_text_style words = style->look.text;
    words.size *= style->unit_ratio;
    words.tracking = 0;
    if (style->small_ink && words.size < small_type)
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
    zt_str words = quantity->text.len ? quantity->text : ZT_STR("待补");

    imp->missing = true;
    imp->line = zt_max(setting->template_->theme->limits.rule, 0.05 * text->size);
    imp->edge = style->missing.ink;
    double end = add_piece(imp, setting, words, text, inset);
    imp->box = (zt_rect){0, -height, end + inset, height};
    figure->width = imp->box.w;
    figure->ascent = height;
}

/* Parts the phrase into what stands before the figure, the figure and what follows. A range with
   its dash is one figure. Figures in Han are smaller than digits, since Han fill their em. */
static void set_phrase(zt_figure *figure, struct zt_figure_imp *imp, const zt_setting *setting,
                       const zt_quantity *quantity, const zt_figure_style *style)
{
    size_t first = quantity->figure_first, end = quantity->figure_end;
    if (end <= first || end > quantity->text.len) {
        first = 0;
        end = quantity->text.len;
    } else if (quantity->range_to) {
        end = last_digit_end(quantity->text, end);
    }
    zt_str core = zt_str_slice(quantity->text, first, end);
    zt_text_style large = style->look.text, words = words_style(style);
    const zt_face_metrics *metrics = zt_face_metrics_of(large.face);
    bool is_han = !has_digit(core) && has_han(core);
    if (is_han) {
        large.size *= style->han_ratio;
        large.tracking = 0;
    }

    /* Beside small words under large digits the gap would become a blank, to the eye and to readers
       of the PDF, who take a tenth of an em for one (R66). */
    double most = 0.09 * words.size;
    double gap = zt_min(style->gap * style->look.text.size, most), x = 0;
    if (first > 0)
        x = add_piece(imp, setting, zt_str_slice(quantity->text, 0, first), &words, x) +
            zt_min(prefix_gap * gap, most);
    x = add_piece(imp, setting, core, &large, x);
    if (end < quantity->text.len)
        x = add_piece(imp, setting, zt_str_slice(quantity->text, end, quantity->text.len), &words,
                      x + gap);
    figure->width = x;
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
        zt_text_place(setting->diags, setting->scene, into, p->text, &p->style, &imp->para,
                      ZT_ALIGN_START, x + p->x, y, imp->at);
    }
    zt_scene_line_end(setting->scene);
}
