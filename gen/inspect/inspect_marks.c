/* gen/inspect/inspect_marks.c — what is wrong with a single mark. */
#include "inspect/inspect_imp.h"
#include "inspect/painted_imp.h"

/* Sources of the limits, as docs/preflight.md tells more of them. */
static const char ink_source[] = "ISOnewspaper26v4, 240 %",
                  black_source[] = "rules for newspaper advertisements",
                  white_source[] = "ISO 32000-1, 8.6.7", rule_source[] = "trade practice, 0.1 mm",
                  type_source[] = "clreq; niad",
                  reversed_source[] = "rules for newspaper advertisements",
                  ppi_source[] = "rules for newspaper advertisements",
                  x_source[] = "PDF/X-4 (ISO 15930-7)", font_source[] = "PDF/X-4 (ISO 15930-7)",
                  clear_source[] = "PDF/X-1a (ISO 15930-4)";

/* ---- colours ---- */

/* The colour of marks for register: on all plates (8.6.6.4). */
static bool is_registration(const zt_colour *colour)
{
    return colour->space == ZT_SPACE_SPOT && zt_str_is(colour->spot, "All");
}

/* Nothing is laid down: paper. */
static bool is_white(const zt_colour *colour)
{
    const double *v = colour->value;
    switch (colour->space) {
    case ZT_SPACE_GREY:
        return v[0] >= 1;
    case ZT_SPACE_RGB:
        return v[0] >= 1 && v[1] >= 1 && v[2] >= 1;
    case ZT_SPACE_CMYK:
    case ZT_SPACE_SPOT:
        return colour->count > 0 && zt_colour_ink(colour) <= 0;
    case ZT_SPACE_UNKNOWN:
    case ZT_SPACE_LAB:
    case ZT_SPACE_PATTERN:
        return false;
    }
    return false;
}

/* A black of several inks: each of its fringes shows where plates are out of register. */
static bool is_rich_black(const zt_colour *colour)
{
    const double *v = colour->value;
    if (colour->space == ZT_SPACE_CMYK)
        return v[3] >= 0.85 ? v[0] + v[1] + v[2] > 0.05
                            : v[0] >= 0.6 && v[1] >= 0.5 && v[2] >= 0.5 && v[3] >= 0.4;
    return colour->space == ZT_SPACE_RGB && colour->count > 0 && v[0] <= 0.15 && v[1] <= 0.15 &&
           v[2] <= 0.15;
}

static int inks_in(const zt_colour *colour)
{
    int inks = 0;
    if (colour->space == ZT_SPACE_RGB || is_registration(colour))
        return 4;
    if (colour->space == ZT_SPACE_GREY)
        return 1;
    for (size_t i = 0; i < colour->count; i++)
        inks += colour->value[i] > 0.005;
    return inks;
}

static void find_rgb(zt_inspector *in, const zt_painted *p)
{
    if ((p->colour.space != ZT_SPACE_RGB && p->colour.space != ZT_SPACE_LAB) ||
        (p->colour.managed && in->purpose == ZT_PURPOSE_PDFX4))
        return;
    zt_inspect_report(in, ZT_ERROR, "pdf-rgb", &p->box, p->object, x_source,
                      "%s%.0s用 RGB（或 Lab），不是 CMYK 和专色",
                      "%.0s%s in RGB (or Lab), not in CMYK and spots",
                      zt_inspect_kind_words(p->kind, true), zt_inspect_kind_words(p->kind, false));
}

static void find_ink(zt_inspector *in, const zt_painted *p)
{
    double ink = zt_colour_ink(&p->colour);
    if (ink <= in->limits->ink + 0.05) {
        zt_inspect_overlap(in, p);
        return;
    }
    zt_inspect_report(in, ZT_ERROR, "pdf-ink-total", &p->box, p->object, ink_source,
                      "%s%.0s的总墨量是 %.0f%%（%s），上限 %.0f%%",
                      "%.0s%s of %.0f %% ink in all (%s); the limit is %.0f %%",
                      zt_inspect_kind_words(p->kind, true), zt_inspect_kind_words(p->kind, false),
                      ink, zt_inspect_colour_words(in->arena, &p->colour), in->limits->ink);
}

/* White that prints over what lies below is not there: OPM 1 leaves out the inks of no tint, spots
   have no other plate (8.6.7). */
static void find_white_overprint(zt_inspector *in, const zt_painted *p)
{
    bool vanishes = p->colour.space == ZT_SPACE_CMYK ? p->overprint_mode == 1
                                                     : p->colour.space == ZT_SPACE_SPOT;
    if (p->kind == ZT_PAINTED_IMAGE || !p->overprint || !is_white(&p->colour) || !vanishes)
        return;
    zt_inspect_report(in, ZT_ERROR, "pdf-white-overprint", &p->box, p->object, white_source,
                      "白色的%s%.0s设了叠印，印出来就没有了",
                      "%.0swhite %s overprints: it will not be there",
                      zt_inspect_kind_words(p->kind, true), zt_inspect_kind_words(p->kind, false));
}

/* ---- type ---- */

static void find_black_type(zt_inspector *in, const zt_painted *p)
{
    const double large = 24; /* points: headlines may have a richer black */
    if (!is_rich_black(&p->colour) || p->size >= large)
        return;
    zt_inspect_report(in, ZT_ERROR, "pdf-type-4c-black", &p->box, p->object, black_source,
                      "%.1f 点的黑字（%.*s）是四色黑（%s）；应为单黑 K100",
                      "black type of %.1f pt (%.*s) has several inks (%s); it should be K100 alone",
                      p->size, ZT_ARG(p->face->name),
                      zt_inspect_colour_words(in->arena, &p->colour));
}

static void find_small_type(zt_inspector *in, const zt_painted *p)
{
    const zt_inspect_limits *l = in->limits;
    bool white = is_white(&p->colour);
    /* How many inks RGB will have, nobody knows: it has the least limit. */
    bool several = p->colour.space != ZT_SPACE_RGB && inks_in(&p->colour) > 1;
    double least = white ? l->reversed_type : several ? l->colour_type : l->type;
    if (p->size >= least - 0.05)
        return;
    if (white)
        zt_inspect_report(in, ZT_WARNING, "pdf-type-reversed", &p->box, p->object, reversed_source,
                          "反白的字（%.*s）只有 %.1f 点；反白至少 %.1f 点",
                          "reversed type (%.*s) of %.1f pt; it needs %.1f pt at least",
                          ZT_ARG(p->face->name), p->size, least);
    else
        zt_inspect_report(in, ZT_WARNING, "pdf-type-small", &p->box, p->object, type_source,
                          "%s的字（%.*s）只有 %.1f 点；至少 %.1f 点",
                          "type in %s (%.*s) of %.1f pt; it needs %.1f pt at least",
                          zt_inspect_colour_words(in->arena, &p->colour), ZT_ARG(p->face->name),
                          p->size, least);
}

static void find_font(zt_inspector *in, const zt_painted *p)
{
    if (p->face->embedded)
        return;
    zt_inspect_report(in, ZT_ERROR, "pdf-font-missing", &p->box, 0, font_source,
                      "字体 %.*s 没有嵌入文件：别处会换成另一种字",
                      "the font %.*s is not in the file: elsewhere another takes its place",
                      ZT_ARG(p->face->name));
}

/* ---- rules and pictures ---- */

static void find_thin(zt_inspector *in, const zt_painted *p)
{
    double mm = zt_mm_from_pt(p->size), least = in->limits->rule;
    bool line = p->kind == ZT_PAINTED_STROKE || (p->kind == ZT_PAINTED_FILL && p->size > 0);
    if (!line || mm >= least - 0.005 || is_white(&p->colour))
        return;
    zt_inspect_report(in, ZT_WARNING, "pdf-rule-thin", &p->box, p->object, rule_source,
                      "%s%.0s细到 %.3f 毫米；至少 %.2f 毫米，再细就印断",
                      "%.0s%s of %.3f mm; it needs %.2f mm at least, or it breaks in print",
                      zt_inspect_kind_words(p->kind, true), zt_inspect_kind_words(p->kind, false),
                      mm, least);
}

static void find_coarse(zt_inspector *in, const zt_painted *p)
{
    double least = p->is_mask ? 3 * in->limits->ppi : in->limits->ppi;
    if (p->kind != ZT_PAINTED_IMAGE || p->ppi >= least - 0.5 ||
        (p->pixels_wide < 3 && p->pixels_high < 3))
        return;
    zt_inspect_report(in, ZT_WARNING, "pdf-ppi-low", &p->box, p->object, ppi_source,
                      "图片 %d×%d 像素，在版面上只有 %.0f ppi；至少 %.0f ppi",
                      "a picture of %d×%d pixels has %.0f ppi on the page; it needs %.0f",
                      p->pixels_wide, p->pixels_high, p->ppi, least);
}

/* What PDF/X-1a allows no picture to be packed by; and a picture whose inks nobody here can read.
 */
static void find_coding(zt_inspector *in, const zt_painted *p)
{
    static const char *const names[] = {"", "JPEG 2000", "LZW", "JBIG2"};
    if (p->kind != ZT_PAINTED_IMAGE || p->coding == ZT_CODING_OTHER)
        return;
    if (in->purpose == ZT_PURPOSE_PDFX1A)
        zt_inspect_report(in, ZT_ERROR, "pdf-coding", &p->box, p->object, clear_source,
                          "图片用 %s 压缩；PDF/X-1a 里不可以用",
                          "a picture is packed by %s, which PDF/X-1a must not have",
                          names[p->coding]);
    if (p->coding == ZT_CODING_JPEG2000 && p->colour.space == ZT_SPACE_CMYK && p->colour.most <= 0)
        zt_inspect_report(in, ZT_WARNING, "pdf-unseen", &p->box, p->object, "ISO 15444-1",
                          "图片用 JPEG 2000 压缩，量不出总墨量；存成 JPEG 或 ZIP 压缩再查",
                          "the ink of a picture packed by JPEG 2000 cannot be measured here; pack "
                          "it as JPEG or by deflate and look again");
}

static void find_clear(zt_inspector *in, const zt_painted *p)
{
    if (in->purpose != ZT_PURPOSE_PDFX1A || !p->transparent)
        return;
    zt_inspect_report(
        in, ZT_ERROR, "pdf-transparency", &p->box, p->object, clear_source,
        "%s%.0s有透明（不透明度、混合模式或蒙版）；PDF/X-1a 里不可以有",
        "%.0s%s is transparent (opacity, blend mode or mask), which PDF/X-1a must not be",
        zt_inspect_kind_words(p->kind, true), zt_inspect_kind_words(p->kind, false));
}

/* What stands wholly outside the trim is cut off. */
static bool is_seen(const zt_inspector *in, const zt_rect *box)
{
    return box->x < zt_rect_right(in->trim) && zt_rect_right(*box) > in->trim.x &&
           box->y < zt_rect_foot(in->trim) && zt_rect_foot(*box) > in->trim.y;
}

void zt_inspect_mark(void *self, const zt_painted *p)
{
    zt_inspector *in = self;
    if (!is_seen(in, &p->box))
        return;
    if (p->kind == ZT_PAINTED_TEXT)
        find_font(in, p);
    if (in->purpose == ZT_PURPOSE_SCREEN)
        return;
    find_rgb(in, p);
    find_ink(in, p);
    find_white_overprint(in, p);
    if (p->kind == ZT_PAINTED_TEXT) {
        find_black_type(in, p);
        find_small_type(in, p);
        zt_inspect_type_ground(in, p);
    }
    find_thin(in, p);
    find_coarse(in, p);
    find_coding(in, p);
    find_clear(in, p);
    zt_inspect_remember(in, p);
}
