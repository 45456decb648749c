/* A photograph and its caption measured: how many columns the caption takes, and what that leaves
   for the picture. */
#include "block/photo/photo_imp.h"

#include "block/words/lines.h"

static const double UNBROKEN = 1e6; /* points: longer than any column */
/* Of a caption that runs down. */
static const double BAR = ZT_MM(1.2), BAR_GAP = ZT_MM(2.4); /* the bar over it, and below the bar */
static const double LONGEST = 18;                           /* characters of a column at most */
enum { COLUMNS_MOST = 8 };

/* The date leads, bold, with the mark that parts it from what follows. */
static zt_rich with_date(const zt_setting *setting, const zt_photo_plan *plan)
{
    const zt_photo *photo = plan->photo;
    if (!photo->has_date)
        return photo->caption;
    static const zt_date_style styles[2][2] = {{ZT_DATE_ARABIC, ZT_DATE_ARABIC_SHORT},
                                               {ZT_DATE_HAN, ZT_DATE_HAN_SHORT}};
    zt_buf date;
    zt_buf_init(&date, setting->arena);
    zt_date_print(&date, photo->date,
                  zt_setting_dates(setting, styles[plan->vertical][photo->brief]));
    zt_span *spans = ZT_ARRAY(setting->arena, photo->caption.count + 2, zt_span);
    zt_rich out = {spans, 0, photo->caption.at};
    spans[out.count++] = (zt_span){
        .kind = ZT_SPAN_TEXT, .text = zt_buf_view(&date), .em = true, .at = photo->date_at};
    if (photo->caption.count > 0)
        spans[out.count++] = (zt_span){.kind = ZT_SPAN_TEXT,
                                       .text = zt_str_from(ZT_IN(setting->language, "，", ": ")),
                                       .at = photo->date_at};
    for (size_t i = 0; i < photo->caption.count; i++)
        spans[out.count++] = photo->caption.spans[i];
    return out;
}

/* Whether the caption runs down: as the template says, else as the document does. */
static bool runs_down(const zt_block *block, const zt_photo *photo)
{
    const zt_photo_params *p = block->params;
    if (p->writing == ZT_PHOTO_AUTO)
        return photo->writing == ZT_WRITING_VERTICAL || block->vertical;
    return p->writing == ZT_PHOTO_VERTICAL;
}

/* A part's look in its direction. */
static zt_look look_of(const zt_block *block, const zt_setting *setting, const char *part,
                       bool vertical)
{
    zt_look look = zt_block_look(setting, block, part);
    look.para.vertical = vertical;
    if (look.para.at_sense)
        look.para.align = ZT_ALIGN_START;
    return look;
}

/* Breaks the caption at a measure. */
static void set_caption(const zt_setting *setting, zt_photo_plan *plan, double measure)
{
    zt_rich rich = with_date(setting, plan);
    if (rich.count > 0)
        plan->text = zt_lines_rich(setting, &rich, &plan->caption, &plan->date, measure);
}

/* Lines of a paragraph; none without one. */
static size_t line_count(const zt_para *para)
{
    return para ? para->line_count : 0;
}

/* Points of the last line, behind which the credit may stand. */
static double last_width(const zt_para *para)
{
    return para && para->line_count ? para->lines[para->line_count - 1].width : 0;
}

/* Lines of its own that the credit takes: with the step of its ruby (R135) it never shares one. */
static size_t credit_lines(const zt_photo_plan *plan)
{
    return plan->by_alone ? plan->by->line_count : 0;
}

/* Whether the credit has no room behind the caption. */
static bool needs_own_line(const zt_photo_plan *plan, double apart, double measure)
{
    const zt_para *by = plan->by;
    return by && (!plan->text || by->line_count > 1 ||
                  last_width(plan->text) + apart + by->max_width > measure);
}

/* ---- across, under the picture ---- */

/* Caption and credit below a picture of the full width. */
static void plan_across(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan,
                        double width)
{
    const zt_photo_params *p = block->params;
    double gap = p->gap.natural, size = plan->caption.text.size;
    plan->picture = (zt_rect){0, 0, width, width / plan->ratio};
    set_caption(setting, plan, width);
    if (plan->by && plan->by->max_width > width) /* in lines, under a small picture */
        plan->by = zt_lines_rich(setting, &plan->photo->credit, &plan->credit, NULL, width);
    double apart = zt_points(p->credit_gap, size);
    plan->by_alone = needs_own_line(plan, apart, width);
    size_t lines = line_count(plan->text) + credit_lines(plan);
    double words = zt_em_height(lines, size, plan->caption.para.leading);
    plan->strip = (zt_rect){0, plan->picture.h + gap, width, words};
    plan->height = plan->picture.h + (lines ? gap + words : 0);
}

/* ---- down, at its right ---- */

/* Columns that caption and credit take where the picture is `height` high. */
static size_t columns_for(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan,
                          double height)
{
    const zt_photo_params *p = block->params;
    double size = plan->caption.text.size, room = height - plan->above;
    double longest = LONGEST * size;
    double by = plan->by ? plan->by->max_width : 0;
    double apart = zt_points(p->credit_gap, size);
    plan->text = NULL;
    if (room < size || by > height)
        return SIZE_MAX;
    set_caption(setting, plan, zt_min(room, longest));
    plan->over = plan->text && plan->text->max_width > room + 0.01;
    plan->by_alone = needs_own_line(plan, apart, room);
    return line_count(plan->text) + credit_lines(plan);
}

/* The picture beside a strip of n columns; how many columns the words need there. A strip that
   takes the whole width leaves a picture of one em: the plan is over then, and a picture without a
   size could be drawn by nobody. */
static size_t try_columns(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan,
                          double width, size_t n)
{
    const zt_photo_params *p = block->params;
    double gap = p->gap.natural;
    double strip = (double)n * plan->caption.para.leading;
    double picture = zt_max(width - gap - strip, plan->caption.text.size);
    plan->columns = (double)n;
    plan->picture = (zt_rect){0, 0, picture, picture / plan->ratio};
    plan->height = plan->picture.h;
    plan->strip = (zt_rect){picture + gap, 0, strip, plan->height};
    size_t needs = columns_for(block, setting, plan, plan->height);
    plan->over = plan->over || needs > n || picture + gap + strip > width + 0.01;
    return needs;
}

/* The most are taken when none do: the plan is over then. */
static size_t fewest_columns(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan,
                             double width)
{
    size_t n = 1;
    while (n < COLUMNS_MOST && try_columns(block, setting, plan, width, n) > n)
        n++;
    return n;
}

/* A short caption in a strip of more columns: broken into as many, each shorter, if that can be;
   its blank columns would stand between it and the picture. */
static void fill_columns(const zt_setting *setting, zt_photo_plan *plan, size_t columns)
{
    double size = plan->caption.text.size;
    zt_para *most = plan->text;
    size_t lines = columns - credit_lines(plan);
    double measure = most ? most->max_width : 0;
    const double shortest = 4; /* characters of a column */
    while (line_count(plan->text) < lines && measure - size >= shortest * size) {
        measure -= size / 2;
        set_caption(setting, plan, measure);
    }
    if (line_count(plan->text) != lines)
        plan->text = most;
}

/* ---- the shape ---- */

/* Width to height of what the document's crop= leaves. */
static double own_ratio(const zt_photo *photo)
{
    zt_point pixels = zt_picture_upright(photo->picture);
    return pixels.x * photo->crop.w / (pixels.y * photo->crop.h);
}

/* The largest part of `whole` that is `share` of one side long, as near to the focus as may be. */
static void cut_to(double *first, double *length, double share, double focus)
{
    double kept = *length * share, begin = focus - kept / 2;
    begin = zt_clamp(begin, *first, *first + *length - kept);
    *first = begin;
    *length = kept;
}

/* Shows so much of a picture that it has the shape asked for. */
static void crop_to(zt_photo_plan *plan, double asked)
{
    const double near = 0.002; /* less than a pixel of most */
    const zt_photo *photo = plan->photo;
    double own = own_ratio(photo);
    plan->crop = photo->crop;
    if (own / asked < 1 + near && own / asked > 1 - near)
        return;
    plan->cut = true;
    if (own > asked)
        cut_to(&plan->crop.x, &plan->crop.w, asked / own, photo->focus.x);
    else
        cut_to(&plan->crop.y, &plan->crop.h, own / asked, photo->focus.y);
}

/* A picture keeps its own shape unless the template asks that it fill one; sets the crop. */
static double shape_of(const zt_block *block, zt_photo_plan *plan)
{
    const zt_photo_params *p = block->params;
    const zt_photo *photo = plan->photo;
    double asked = p->ratio;
    asked = asked > 0 ? asked : 1;
    if (!photo->picture)
        return asked;
    plan->crop = photo->crop;
    if (p->fit != ZT_PHOTO_FILL)
        return own_ratio(photo);
    crop_to(plan, asked);
    return plan->cut ? asked : own_ratio(photo);
}

/* Looks, shape and credit: all that does not hang on the width. */
static zt_photo_plan begin_plan(const zt_block *block, const zt_setting *setting)
{
    zt_photo_plan plan = {.photo = block->content};
    const zt_photo *photo = plan.photo;
    bool by = !zt_rich_is_empty(&photo->credit);
    bool words = by || photo->has_date || !zt_rich_is_empty(&photo->caption);
    plan.vertical = words && runs_down(block, photo);
    plan.caption = look_of(block, setting, "caption", plan.vertical);
    plan.date = look_of(block, setting, "date", plan.vertical);
    plan.date = zt_strong_in(&plan.date, &plan.caption);
    plan.credit = look_of(block, setting, "credit", plan.vertical);
    if (by)
        plan.by = zt_lines_rich(setting, &photo->credit, &plan.credit, NULL, UNBROKEN);
    const zt_photo_params *p = block->params;
    plan.bar = p->bar ? BAR : 0;
    plan.above = p->bar ? BAR + BAR_GAP : 0;
    plan.ratio = shape_of(block, &plan);
    return plan;
}

/* ---- the whole ---- */

/* As few columns as hold the caption; photographs of one document take as many as each other where
   the template asks for that. */
static void plan_down(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan,
                      double width)
{
    const zt_photo_params *p = block->params;
    size_t n = fewest_columns(block, setting, plan, width);
    const zt_photo_list *all = plan->photo->all;
    for (size_t i = 0; p->alike && i < all->count; i++) {
        zt_block other = *block;
        other.content = all->items[i];
        zt_photo_plan beside = begin_plan(&other, setting);
        if (beside.vertical) {
            size_t asks = fewest_columns(&other, setting, &beside, width);
            n = asks > n ? asks : n;
        }
    }
    if (try_columns(block, setting, plan, width, n) < n && !plan->over)
        fill_columns(setting, plan, n);
}

/* 照片　126×92毫米: what the desk has to find; nothing on a ground that is too small for words. */
static void set_label(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan)
{
    zt_look *look = &plan->placeholder;
    zt_rect box = plan->picture;
    *look = look_of(block, setting, "placeholder", false);
    zt_buf words;
    zt_buf_init(&words, setting->arena);
    zt_buf_puts(&words, ZT_IN(setting->language, "照片　", "Photograph "));
    zt_buf_number(&words, zt_mm_from_pt(box.w), 0);
    zt_buf_puts(&words, "×");
    zt_buf_number(&words, zt_mm_from_pt(box.h), 0);
    zt_buf_puts(&words, ZT_IN(setting->language, "毫米", " mm"));
    double width = zt_text_width(setting->diags, setting->arena, zt_buf_view(&words), &look->text,
                                 &look->para, block->at);
    if (width <= box.w && look->text.size <= box.h)
        plan->label = zt_buf_view(&words);
}

/* How high the picture may become, and what stands below it: as much as under any photograph of the
   document that has its caption there. */
static void find_most(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan,
                      double width)
{
    const zt_photo_params *p = block->params;
    const zt_photo_list *all = plan->photo->all;
    plan->below = plan->height - plan->picture.h;
    plan->most = plan->height;
    if (plan->vertical || p->tallest <= 0 || p->tallest >= plan->ratio)
        return;
    for (size_t i = 0; i < all->count; i++) {
        zt_block other = *block;
        other.content = all->items[i];
        zt_photo_plan beside = begin_plan(&other, setting);
        if (beside.vertical)
            continue;
        plan_across(&other, setting, &beside, width);
        plan->below = zt_max(plan->below, beside.height - beside.picture.h);
    }
    plan->most = zt_max(plan->most, width / p->tallest + plan->below);
}

void zt_photo_grow(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan,
                   double height)
{
    const double hair = 0.01; /* points */
    const zt_photo_params *p = block->params;
    if (plan->most <= plan->height)
        return;
    double room = zt_min(height - plan->below, plan->picture.w / p->tallest);
    double more = room - plan->picture.h;
    if (more <= hair)
        return;
    plan->picture.h += more;
    plan->strip.y += more;
    plan->height += more;
    plan->ratio = plan->picture.w / plan->picture.h;
    if (plan->photo->picture)
        crop_to(plan, plan->ratio);
    else
        set_label(block, setting, plan);
}

/* The photograph at a width. */
zt_photo_plan zt_photo_plan_of(const zt_block *block, const zt_setting *setting, double width)
{
    zt_photo_plan plan = begin_plan(block, setting);
    if (plan.vertical)
        plan_down(block, setting, &plan, width);
    else
        plan_across(block, setting, &plan, width);
    find_most(block, setting, &plan, width);
    if (!plan.photo->picture)
        set_label(block, setting, &plan);
    return plan;
}
