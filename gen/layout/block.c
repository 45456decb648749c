/* gen/layout/block.c — how a part of a block looks under the fit in force, and the parameters that
   a place sets for its blocks. */
#include "layout/block.h"

#include <string.h>

#include "base/geom.h"
#include "base/num.h"

static const double SIZE_STEP = 0.25; /* points, docs/templates.md */

/* ---- looks ---- */

/* The style and the ink of a part, as far as they have been found. */
typedef struct choice {
    const zt_style *style;
    /* Named by a part; NULL: the style's. */
    const zt_ink *ink;
} choice;

/* Asks parts in order. An ink counts only when it is named no later than the style: a place that
   names its own style is not painted by the theme. */
static void ask_parts(choice *c, const zt_part *parts, size_t count, const char *of,
                      const char *part)
{
    for (size_t i = 0; i < count && c->style == NULL; i++) {
        const zt_part *p = &parts[i];
        if (strcmp(p->name, part) != 0 || (p->of != NULL && strcmp(p->of, of) != 0))
            continue;
        if (c->ink == NULL)
            c->ink = p->ink;
        c->style = p->style;
    }
}

/* The row of the kind's own table; a part that is not in it is a bug. */
static const zt_part_default *default_part(const zt_block *block, const char *part)
{
    const zt_part_default *p = block->kind->parts;
    while (p != NULL && p->name != NULL && strcmp(p->name, part) != 0)
        p++;
    return p != NULL && p->name != NULL ? p : NULL;
}

/* The style of a part: of the place, of the theme, of the kind. An ink counts only where it is
   named no later than the style. */
static choice choose(const zt_theme *theme, const zt_block *block, const char *part)
{
    choice c = {0};
    const zt_part_default *own = default_part(block, part);
    zt_assert(own != NULL); /* the kind's table lists all its parts */
    if (block->place != NULL)
        ask_parts(&c, block->place->parts, block->place->part_count, block->kind->name, part);
    ask_parts(&c, theme->parts, theme->part_count, block->kind->name, part);
    if (c.style == NULL)
        c.style = zt_theme_style(theme, zt_str_from(own->style));
    zt_assert(c.style != NULL); /* loading checks template/style_names.h */
    return c;
}

/* Fewer points when text is too long, down to the style's floor; more, up to its ceiling, when
   size_steps is negative. */
static double fitted_size(const zt_style *style, double steps)
{
    return zt_clamp(style->size - steps * SIZE_STEP, style->size_min, style->size_max);
}

/* 0 tightest, 1 natural, 2 loosest. */
static double fitted_leading(const zt_style *style, double leading)
{
    double t = zt_clamp(leading, 0, 2);
    if (t <= 1)
        return style->leading_min + t * (style->leading - style->leading_min);
    return style->leading + (t - 1) * (style->leading_max - style->leading);
}

/* The face of a role; a missing one was reported before layout (zt_layout_has_faces). */
static const zt_face *face_of(const zt_setting *setting, const zt_font_role *role)
{
    return zt_fonts_find(setting->fonts, setting->diags, role->at, role->family, role->weight);
}

/* A style as the text engine takes it, at the size of the fit. */
static zt_text_style text_style(const zt_setting *setting, const zt_style *style, zt_paint paint)
{
    const zt_font_role *font = style->font;
    return (zt_text_style){.face = face_of(setting, font),
                           .fallbacks = font->fallbacks,
                           .fallback_count = font->fallback_count,
                           .fonts = setting->fonts,
                           .size = fitted_size(style, setting->fit.size_steps),
                           .tracking = style->tracking,
                           .paint = paint};
}

/* Words are not divided, and a column of a paper holds few of them a line: flush left, for lines
   made equal would have gaps that are seen. The first line goes in by one em, not by two Han. */
static void set_english(zt_para_style *para)
{
    const double INDENT = 1;
    if (para->align == ZT_ALIGN_JUSTIFY)
        para->align = ZT_ALIGN_START;
    para->indent = para->indent < INDENT ? para->indent : INDENT;
}

/* The same for paragraphs: leading of the fit, rules of the theme. */
static zt_para_style para_style(const zt_setting *setting, const zt_style *style, double size)
{
    const zt_theme *theme = setting->template_->theme;
    zt_para_style para = zt_para_style_default;
    para.leading = size * fitted_leading(style, setting->fit.leading);
    para.punctuation = theme->punctuation;
    para.level = theme->level;
    para.spacing = theme->spacing;
    para.hang = theme->hang;
    para.hang_quotes = theme->hang_quotes;
    para.shrink_stops = theme->shrink_stops;
    para.ruby_least = theme->limits.ruby;
    para.column_quotes = theme->column_quotes;
    para.units = theme->units;
    para.lexicon = setting->lexicon;
    para.align = style->align;
    para.indent = style->indent;
    para.at_sense = style->at_sense;
    if (setting->language == ZT_LANG_EN)
        set_english(&para);
    return para;
}

/* Where people and places are named, a form that the font lacks is a wrong name (R134). */
static bool holds_names(const zt_block *block, const char *part)
{
    static const char *const parts[] = {"credit", "by", "name", "byline"};
    if (strcmp(block->kind->name, "names") == 0 || strcmp(block->kind->name, "credits") == 0)
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(part, parts[i]) == 0)
            return true;
    return false;
}

/* A part's look under the fit in force. */
zt_look zt_block_look(const zt_setting *setting, const zt_block *block, const char *part)
{
    choice c = choose(setting->template_->theme, block, part);
    zt_paint paint = {c.style->ink, c.style->tint};
    if (c.ink != NULL)
        paint = ZT_SOLID(c.ink);
    else if (block->reversed)
        paint = ZT_SOLID(&zt_ink_paper);
    zt_look look = {
        .style = c.style, .text = text_style(setting, c.style, paint), .ink = paint.ink};
    look.text.block = block->kind->name;
    look.text.part = part;
    look.text.exact = !setting->draft && holds_names(block, part);
    look.para = para_style(setting, c.style, look.text.size);
    look.para.vertical = block->vertical;
    return look;
}

/* The look of a style, for text outside of blocks. */
zt_look zt_setting_look(const zt_setting *setting, const char *name)
{
    const zt_style *style = zt_theme_style(setting->template_->theme, zt_str_from(name));
    zt_assert(style != NULL);
    zt_paint paint = {style->ink, style->tint};
    zt_look look = {.style = style, .text = text_style(setting, style, paint), .ink = style->ink};
    look.para = para_style(setting, style, look.text.size);
    return look;
}

/* The look at another size; leading keeps its ratio. */
zt_look zt_look_at_size(const zt_look *look, double size)
{
    zt_look out = *look;
    out.text.size = size;
    if (look->text.size > 0)
        out.para.leading = look->para.leading * size / look->text.size;
    return out;
}

/* Optional parts are left out from the last of the document on. */
bool zt_setting_drops(const zt_setting *setting, size_t i)
{
    return setting->fit.dropped > 0 && i + setting->fit.dropped >= setting->optional_total;
}

double zt_setting_squeeze(const zt_setting *setting)
{
    return zt_min(setting->fit.leading, 1); /* looser leading is for text */
}

/* ---- what a block feels of the fit ---- */

/* How many optional parts of the block are left out. */
static size_t own_dropped(const zt_setting *setting, const zt_block *block)
{
    size_t dropped = 0;
    size_t count = block->kind->optional_count ? block->kind->optional_count(block) : 0;
    for (size_t i = 0; i < count; i++)
        dropped += zt_setting_drops(setting, block->optional_first + i);
    return dropped;
}

size_t zt_block_felt_count(const zt_block *block)
{
    size_t parts = 0;
    while (block->kind->parts != NULL && block->kind->parts[parts].name != NULL)
        parts++;
    return 2 * parts + 2;
}

/* Size and leading of each of its parts, which stand still where a style has no room; then its own
   optional parts and, for a picture, the leading asked. */
void zt_block_felt(const zt_setting *setting, const zt_block *block, double *out)
{
    const zt_part_default *part = block->kind->parts;
    for (; part != NULL && part->name != NULL; part++) {
        choice c = choose(setting->template_->theme, block, part->name);
        *out++ = fitted_size(c.style, setting->fit.size_steps);
        *out++ = fitted_leading(c.style, setting->fit.leading);
    }
    *out++ = (double)own_dropped(setting, block);
    *out = block->kind->squeezes ? zt_setting_squeeze(setting) : 0;
}

zt_date_style zt_setting_dates(const zt_setting *setting, zt_date_style style)
{
    return setting->language == ZT_LANG_EN ? zt_date_style_english(style) : style;
}

zt_spans zt_spans_wide(const zt_block *block)
{
    (void)block;
    return (zt_spans){12, 6, 12};
}

/* ---- parameters ---- */

/* Parameters that depend on the content, such as those of a kind of chart. */
static zt_param_table more_params(const zt_block *block)
{
    return block->kind->more_params ? block->kind->more_params(block) : (zt_param_table){0};
}

/* Fills the structs of parameters, when the block has got its place. */
void zt_block_load(zt_arena *arena, zt_diags *diags, const zt_theme *theme, zt_block *block)
{
    zt_params_source from = {.theme = theme,
                             .place = block->place,
                             .reversed = block->reversed,
                             .of = block->kind->name,
                             .at = block->at};
    block->params = zt_params_load(arena, diags, &from, block->kind->params);
    block->more = zt_params_load(arena, diags, &from, more_params(block));
}

/* Steps of the theme's scale in points. */
double zt_setting_gap(const zt_setting *setting, double steps)
{
    return steps * setting->template_->theme->gap_base;
}

zt_gap zt_setting_glue(const zt_setting *setting, zt_gap steps)
{
    return (zt_gap){zt_setting_gap(setting, steps.natural), zt_setting_gap(setting, steps.ceiling)};
}

/* An ink of the theme by its name; that it exists was checked when the theme was read. */
const zt_set_graphic *zt_setting_graphic(const zt_setting *setting, const void *content)
{
    for (size_t i = 0; i < setting->graphic_count; i++)
        if (setting->graphics[i].content == content)
            return &setting->graphics[i];
    return NULL;
}

const zt_ink *zt_setting_ink(const zt_setting *setting, const char *name)
{
    const zt_theme *theme = setting->template_->theme;
    const zt_ink *ink = zt_theme_ink(theme, zt_str_from(name));
    if (ink != NULL)
        return ink;
    zt_report(setting->diags, ZT_ERROR, "unknown-ink", ZT_NOWHERE,
              "主题“%s”里没有油墨“%s”，版面要用",
              "the theme “%s” has no ink “%s”, which the page needs", theme->name, name);
    return &zt_ink_paper;
}

const zt_ink *zt_setting_deep(const zt_setting *setting)
{
    const zt_ink *deep = zt_theme_ink(setting->template_->theme, ZT_STR("deep"));
    return deep ? deep : zt_setting_ink(setting, "companion");
}
