/* gen/template/theme_look.c — reads what gives a theme its character (theme_look.h). Each element
   is that of the newest level that has it. */
#include "template/reader_imp.h"

/* The share of the pitch that bars have where a theme says nothing. */
static const double USUAL = 58;

/* Rising shares above 0 to 1; reports bad-value. */
static void read_steps(zt_reader *r, const zt_node *node, zt_ramp_look *out)
{
    ZT_VEC(double) steps = {0};
    zt_field rest = zt_read_field(r, node, "steps"), word;
    while (zt_field_word(&rest, &word)) {
        double last = steps.count > 0 ? 100 * steps.items[steps.count - 1] : 0, step = 0;
        if (zt_number_parse(word.text, &step) && step > last && step <= 100) {
            ZT_PUSH(r->arena, &steps, step / 100);
            continue;
        }
        zt_report(
            r->diags, ZT_ERROR, "bad-value", word.at,
            "“%.*s”不可用：应为由小到大、至多 100 的百分数，如 18 38 58 79 100",
            "“%.*s” will not do: rising per cents up to 100 are wanted, as in 18 38 58 79 100",
            ZT_ARG(word.text));
    }
    out->steps = steps.items;
    out->count = steps.count;
}

/* A ramp without inks that are known is as good as none. */
static zt_ramp_look read_ramp(zt_reader *r, const char *name, const char *ink, const char *minus)
{
    zt_ramp_look out = {0};
    const zt_node *node = zt_read_last(r, name);
    if (node == NULL)
        return out;
    out.ink = zt_read_ink(r, node, ink);
    out.minus = minus ? zt_read_ink(r, node, minus) : NULL;
    read_steps(r, node, &out);
    if (out.ink == NULL || (minus && out.minus == NULL))
        out.count = 0;
    return out;
}

/* Reports bad-value: bars thicker than usual would touch. */
static double read_thickness(zt_reader *r, const zt_node *node)
{
    zt_field field = zt_read_field(r, node, "thickness");
    zt_length length;
    if (!zt_length_parse(field.text, &length))
        return 1;
    if (length.unit == ZT_PERCENT && length.value > 0 && length.value <= USUAL)
        return length.value / USUAL;
    zt_report(r->diags, ZT_ERROR, "bad-value", field.at,
              "“%.*s”不可用：条厚应为行距的百分数，大于 0%%，至多 58%%，如 36%%",
              "“%.*s” will not do: per cent of the pitch, above 0%% to 58%%, as in 36%%",
              ZT_ARG(field.text));
    return 1;
}

static zt_bar_look read_bars(zt_reader *r)
{
    static const zt_bar_form forms[] = {ZT_BAR_FULL, ZT_BAR_TRACK, ZT_BAR_DOT, ZT_BAR_OUTLINE};
    const zt_node *node = zt_read_last(r, "bars");
    if (node == NULL)
        return (zt_bar_look){.thickness = 1};
    return (zt_bar_look){.form = forms[zt_read_enum(r, node, "form")],
                         .thickness = read_thickness(r, node),
                         .line = zt_read_length(r, node, "line"),
                         .dot = zt_read_length(r, node, "dot"),
                         .muted = zt_read_ink(r, node, "muted")};
}

static zt_icon_cut read_icons(zt_reader *r)
{
    static const zt_icon_cut cuts[] = {ZT_ICON_LINE, ZT_ICON_TWO_TONE, ZT_ICON_SEAL, ZT_ICON_SOLID};
    const zt_node *node = zt_read_last(r, "icons");
    return node ? cuts[zt_read_enum(r, node, "cut")] : ZT_ICON_LINE;
}

/* Reports section-grey: heads are reversed on these colours. */
static void check_section(zt_reader *r, const zt_section_ink *section, zt_pos at)
{
    const double least = 55; /* reversed bold type of 14 pt holds on it */
    double grey = zt_paint_grey(ZT_SOLID(&section->ink));
    if (grey >= least)
        return;
    zt_report(r->diags, ZT_WARNING, "theme-grey", at,
              "版面色“%s”太浅（灰 %.0f），反白的字看不清：至少 %.0f",
              "the colour of the section “%s” is too pale (grey %.0f) for reversed type: %.0f at "
              "least",
              section->name, grey, least);
}

/* Where the accent is of K alone, sections are told by words. */
static bool has_colours(const zt_theme *theme)
{
    const zt_ink *accent = zt_theme_ink(theme, ZT_STR("accent"));
    return accent == NULL || accent->cmyk[0] + accent->cmyk[1] + accent->cmyk[2] > 0;
}

/* The sections of the newest level that has any: another paper has other pages. */
static void read_sections(zt_reader *r, zt_theme_look *out)
{
    const zt_node *last = zt_read_last(r, "section");
    ZT_VEC(zt_section_ink) list = {0};
    if (last == NULL || !has_colours(r->theme))
        return;
    for (const zt_node *node = zt_read_child(last->parent, "section"); node != NULL;
         node = zt_read_sibling(node, "section")) {
        zt_section_ink section = {.name = zt_read_name(r, node, "name"), .at = node->at};
        if (section.name == NULL)
            continue;
        section.ink.name = "accent";
        zt_read_recipe(r, node, &section.ink);
        check_section(r, &section, node->at);
        ZT_PUSH(r->arena, &list, section);
    }
    out->sections = list.items;
    out->section_count = list.count;
}

/* Type is not smaller than so many pixels of a page of the width that is asked for. Graphics in
   frames of a printed page keep the floor of print. */
static void raise_floor(zt_reader *r, const zt_screen_look *screen)
{
    bool alone = r->slot != NULL && !r->slot->frame;
    if (!alone || screen->pixels <= 0)
        return;
    double least = screen->type * r->slot->width / screen->pixels;
    r->theme->limits.type = zt_max(r->theme->limits.type, least);
}

static zt_screen_look read_screen(zt_reader *r)
{
    const zt_node *node = zt_read_last(r, "screen");
    if (node == NULL)
        return (zt_screen_look){0};
    return (zt_screen_look){.width = zt_read_length(r, node, "width"),
                            .pixels = zt_read_number(r, node, "pixels"),
                            .type = zt_read_number(r, node, "type"),
                            .high = zt_read_number(r, node, "high"),
                            .most = zt_read_length(r, node, "max")};
}

void zt_read_theme_look(zt_reader *r)
{
    zt_theme_look *look = &r->theme->look;
    look->screen = read_screen(r);
    raise_floor(r, &look->screen);
    look->bars = read_bars(r);
    look->ramp = read_ramp(r, "ramp", "ink", NULL);
    look->diverging = read_ramp(r, "diverging", "plus", "minus");
    look->icons = read_icons(r);
    read_sections(r, look);
}
