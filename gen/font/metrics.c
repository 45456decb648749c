/* gen/font/metrics.c — what a face measures: names, advances, ink boxes, outlines. Asked through
   HarfBuzz, in em, and kept with the face where it is asked for often. */
#include "font/font_imp.h"

/* hb_font_t is set to 1000 units an em. */
#define EM 1000.0

const char *zt_face_family(const zt_face *face)
{
    return face->family;
}

int zt_face_weight(const zt_face *face)
{
    return face->weight;
}

const char *zt_face_ps_name(const zt_face *face)
{
    return face->ps_name;
}

const char *zt_face_version(const zt_face *face)
{
    return face->version;
}

const char *zt_face_path(const zt_face *face)
{
    return face->path;
}

int zt_face_index(const zt_face *face)
{
    return face->index;
}

bool zt_face_is_cff(const zt_face *face)
{
    return face->cff;
}

hb_font_t *zt_face_shaper(const zt_face *face)
{
    return face->font;
}

uint32_t zt_face_glyph(const zt_face *face, uint32_t code_point)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face->font, code_point, &glyph) ? glyph : 0;
}

bool zt_face_has_variation(const zt_face *face, uint32_t code_point, uint32_t selector)
{
    hb_codepoint_t glyph;
    return hb_font_get_variation_glyph(face->font, code_point, selector, &glyph);
}

double zt_face_advance(const zt_face *face, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(face->font, glyph) / EM;
}

/* HarfBuzz runs the outline for each answer; headlines ask for the same ones again and again. */
static const zt_known_ink *ink_of(const zt_face *face, uint32_t glyph)
{
    zt_face_lazy *lazy = face->lazy;
    if (!lazy->inks)
        lazy->inks = ZT_ARRAY(lazy->session, ZT_KNOWN_INKS, zt_known_ink);
    zt_known_ink *known = &lazy->inks[glyph % ZT_KNOWN_INKS];
    if (known->glyph != glyph || glyph == 0) {
        hb_glyph_extents_t e = {0};
        bool any =
            hb_font_get_glyph_extents(face->font, glyph, &e) && e.width != 0 && e.height != 0;
        *known = (zt_known_ink){glyph, any, e};
    }
    return known;
}

/* False for glyphs without ink, such as blanks; *ink is then untouched. */
bool zt_face_ink(const zt_face *face, uint32_t glyph, zt_rect *ink)
{
    const zt_known_ink *known = ink_of(face, glyph);
    hb_glyph_extents_t e = known->extents;
    if (!known->any)
        return false;
    /* HarfBuzz gives the top and a negative height; a zt_rect here has its foot and goes up. */
    *ink = (zt_rect){e.x_bearing / EM, (e.y_bearing + e.height) / EM, e.width / EM, -e.height / EM};
    return true;
}

/* A big-endian signed number of a table; 0 behind its end. */
static int read_i16(const char *data, unsigned int len, unsigned int at)
{
    if (at + 2 > len)
        return 0;
    int value = (uint8_t)data[at] << 8 | (uint8_t)data[at + 1];
    return value >= 0x8000 ? value - 0x10000 : value;
}

/* From `head`, `hhea` and `post` (OpenType 1.9), in em. */
static void measure_tables(const zt_face *face, zt_face_metrics *m)
{
    unsigned int len;
    double em = hb_face_get_upem(face->face);
    hb_blob_t *blob = hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
    const char *data = hb_blob_get_data(blob, &len);
    for (unsigned int i = 0; i < 4; i++) /* xMin yMin xMax yMax, OpenType `head` */
        m->bbox[i] = read_i16(data, len, 36 + 2 * i) / em;
    hb_blob_destroy(blob);
    blob = hb_face_reference_table(face->face, HB_TAG('h', 'h', 'e', 'a'));
    data = hb_blob_get_data(blob, &len);
    m->ascent = read_i16(data, len, 4) / em;
    m->descent = read_i16(data, len, 6) / em;
    hb_blob_destroy(blob);
    blob = hb_face_reference_table(face->face, HB_TAG('p', 'o', 's', 't'));
    data = hb_blob_get_data(blob, &len);
    m->italic_angle = read_i16(data, len, 4);
    hb_blob_destroy(blob);
}

/* How far the character's ink reaches above the baseline, in em; 0 when the face lacks it. */
static double ink_top(const zt_face *face, uint32_t code_point)
{
    zt_rect ink;
    uint32_t glyph = zt_face_glyph(face, code_point);
    return glyph && zt_face_ink(face, glyph, &ink) ? ink.y + ink.h : 0;
}

/* Ink boxes stand for what faces state wrongly: many give an ascent that is not their Han's. */
static void measure(const zt_face *face, zt_face_metrics *m)
{
    zt_rect ink;
    measure_tables(face, m);
    m->cap_height = ink_top(face, 'H');
    m->digit_height = ink_top(face, '0');
    uint32_t han = zt_face_glyph(face, 0x56FD); /* 国: fills the box as a Han ought to */
    if (han && zt_face_ink(face, han, &ink)) {
        m->han_top = ink.y + ink.h;
        m->han_foot = ink.y;
    } else {
        m->han_top = m->cap_height;
    }
    for (uint32_t c = '0'; c <= '9'; c++)
        m->digit_width = zt_max(m->digit_width, zt_face_advance(face, zt_face_glyph(face, c)));
    /* The usual estimate for StemV from the weight class; viewers use it only for substitutes. */
    m->stem_v = 50.0 + (face->weight / 65.0) * (face->weight / 65.0);
}

/* Measured when somebody asks first: many faces are opened for a few glyphs and never asked. */
const zt_face_metrics *zt_face_metrics_of(const zt_face *face)
{
    if (!face->lazy->measured) {
        face->lazy->measured = true;
        measure(face, &face->lazy->metrics);
    }
    return &face->lazy->metrics;
}

/* HarfBuzz's callbacks, from its 1/1000 em to em. */
static void draw_move(hb_draw_funcs_t *f, void *data, hb_draw_state_t *s, float x, float y, void *u)
{
    const zt_outline_sink *sink = data;
    (void)f, (void)s, (void)u;
    sink->move(sink->self, (double)x / EM, (double)y / EM);
}

static void draw_line(hb_draw_funcs_t *f, void *data, hb_draw_state_t *s, float x, float y, void *u)
{
    const zt_outline_sink *sink = data;
    (void)f, (void)s, (void)u;
    sink->line(sink->self, (double)x / EM, (double)y / EM);
}

static void draw_curve(hb_draw_funcs_t *f, void *data, hb_draw_state_t *s, float x1, float y1,
                       float x2, float y2, float x, float y, void *u)
{
    const zt_outline_sink *sink = data;
    (void)f, (void)s, (void)u;
    sink->curve(sink->self, (double)x1 / EM, (double)y1 / EM, (double)x2 / EM, (double)y2 / EM,
                (double)x / EM, (double)y / EM);
}

static void draw_close(hb_draw_funcs_t *f, void *data, hb_draw_state_t *s, void *u)
{
    const zt_outline_sink *sink = data;
    (void)f, (void)s, (void)u;
    sink->close(sink->self);
}

/* The whole glyph in the em of the face; HarfBuzz works in 1/1000 em, which the callbacks divide
   out. */
void zt_face_outline(const zt_face *face, uint32_t glyph, const zt_outline_sink *sink)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
    /* Quadratic curves of TrueType outlines reach draw_curve as cubics. */
    hb_draw_funcs_set_cubic_to_func(funcs, draw_curve, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, draw_close, NULL, NULL);
    zt_outline_sink copy = *sink;
    hb_font_get_glyph_shape(face->font, glyph, funcs, &copy);
    hb_draw_funcs_destroy(funcs);
}

/* Whether the table (GSUB or GPOS) lists the feature at all, for any script. */
static bool has_feature(const zt_face *face, hb_tag_t table, hb_tag_t feature)
{
    hb_tag_t tags[32];
    unsigned int start = 0, count;
    do {
        count = sizeof tags / sizeof *tags;
        hb_ot_layout_table_get_feature_tags(face->face, table, start, &count, tags);
        for (unsigned int i = 0; i < count; i++)
            if (tags[i] == feature)
                return true;
        start += count;
    } while (count == sizeof tags / sizeof *tags);
    return false;
}

/* Asked once a face. */
static const zt_face_lazy *features_of(const zt_face *face)
{
    zt_face_lazy *lazy = face->lazy;
    if (!lazy->features_known) {
        lazy->halt = has_feature(face, HB_OT_TAG_GPOS, HB_TAG('h', 'a', 'l', 't'));
        lazy->vhal = has_feature(face, HB_OT_TAG_GPOS, HB_TAG('v', 'h', 'a', 'l'));
        lazy->vert = has_feature(face, HB_OT_TAG_GSUB, HB_TAG('v', 'e', 'r', 't'));
        lazy->features_known = true;
    }
    return lazy;
}

bool zt_face_has_halt(const zt_face *face, bool vertical)
{
    const zt_face_lazy *features = features_of(face);
    return vertical ? features->vhal : features->halt;
}

bool zt_face_has_vert(const zt_face *face)
{
    return features_of(face)->vert;
}
