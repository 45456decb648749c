/* gen/font/font.h — font files, faces, coverage, outlines, subsets. The only user of fontconfig,
   FreeType and hb-subset. All measures in em unless said otherwise. */
#ifndef ZT_FONT_H
#define ZT_FONT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/geom.h"
#include "base/str.h"

typedef struct hb_font_t hb_font_t;
typedef struct zt_face zt_face;
/* They stay open until the session's arena is dropped; a face is never changed after it was
   opened. */
typedef struct zt_fonts zt_fonts; /* the faces of a session */

/* Where fonts are looked for and what is kept about them. */
typedef struct zt_font_options {
    /* fonts.lock: read if it exists; NULL = none. */
    const char *lock_path;
    /* Per-machine cache file, read and rewritten; NULL = none. */
    const char *cache_path;
    /* A newsroom's own font files (the project's fonts/), or NULL. */
    const char *folder;
    /* Writes that lock; for messages. NULL = "zhitu fonts --update". */
    const char *update_command;
} zt_font_options;

/* Opens nothing yet. Faces live in `session`. */
zt_fonts *zt_fonts_new(zt_arena *session, const zt_font_options *options);

/* The face of a family ("Noto Serif CJK SC") and weight (CSS 100..900, must match exactly).
   First the cache, whose answer is believed only when the file is as it was and says itself that it
   is that face; then fontconfig, whose answer is checked against the family asked for: nothing is
   ever replaced. Reports font-missing (environment, with the nearest family installed),
   lock-mismatch (environment) or font-region (a Japanese, Korean or traditional face of a family
   that has a mainland one, R121) once a family and weight in each list of findings; NULL then. */
const zt_face *zt_fonts_find(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                             int weight);
/* The same without a word when there is no such family or weight (a fallback may be absent where
   nothing needs it); lock-mismatch is reported as ever. */
const zt_face *zt_fonts_try(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                            int weight);
/* Writes the cache when fontconfig was asked. Call once at the end of a run; failure is silent:
   a cache is only a cache. */
void zt_fonts_save_cache(zt_fonts *fonts);
/* All files that were opened, for the list of what a run has read. */
size_t zt_fonts_file_count(const zt_fonts *fonts);
/* The i-th file, from 0; the text lives as long as the session. */
const char *zt_fonts_file(const zt_fonts *fonts, size_t i);
/* The file of a face that was opened, else NULL. */
const char *zt_fonts_path(const zt_fonts *fonts, const char *family, int weight);
/* Each face that was opened stands in the lock: the same document finds the same faces as long as
   lock and files are the same. */
bool zt_fonts_are_locked(const zt_fonts *fonts);
/* The lock, if it is there. */
const char *zt_fonts_lock_path(const zt_fonts *fonts);

/* The names and numbers by which a face was found; texts live as long as the session. */
const char *zt_face_family(const zt_face *face);
/* As CSS counts it, 100 to 900. */
int zt_face_weight(const zt_face *face);
const char *zt_face_ps_name(const zt_face *face); /* "NotoSansCJKsc-Bold" */
const char *zt_face_version(const zt_face *face);
/* The font file on this machine. */
const char *zt_face_path(const zt_face *face);
/* Of the face within a collection (.ttc); 0 for a file of one face. */
int zt_face_index(const zt_face *face);
/* Outlines are of the table CFF, else of glyf. */
bool zt_face_is_cff(const zt_face *face);

/* 0 when the face has no glyph. */
uint32_t zt_face_glyph(const zt_face *face, uint32_t code_point);
/* The face knows this form of the character (UTS #37), be it the usual one. */
bool zt_face_has_variation(const zt_face *face, uint32_t code_point, uint32_t selector);
/* In em, of a line; for columns see the shaper. */
double zt_face_advance(const zt_face *face, uint32_t glyph);
/* Ink box of a glyph, y up from the baseline; false when it has no ink. */
bool zt_face_ink(const zt_face *face, uint32_t glyph, zt_rect *ink);

/* In em from the baseline, up positive. */
typedef struct zt_face_metrics {
    double ascent, descent;          /* hhea; descent negative */
    double cap_height, digit_height; /* ink of H and of 0 */
    /* Ink of 国-like Han: 0.834 and -0.074 in Noto (R126). */
    double han_top, han_foot;
    double digit_width; /* of the widest digit */
    double bbox[4];     /* head: xMin yMin xMax yMax */
    /* `stem_v` in 1/1000 em, estimated from the weight. */
    double italic_angle, stem_v;
} zt_face_metrics;
/* Measured on first use and kept with the face. */
const zt_face_metrics *zt_face_metrics_of(const zt_face *face);

/* Has the feature halt, or vhal for columns (R122): its full-width marks keep to their halves of
   the em. Marks of other faces stand anywhere in it (R129). */
bool zt_face_has_halt(const zt_face *face, bool vertical);
/* Has vertical forms of its own. Where it has none HarfBuzz would look in tables that old faces
   fill with nonsense (mort of the Arphic faces). */
bool zt_face_has_vert(const zt_face *face);

/* For text/ only: the HarfBuzz font, scale = 1000 units an em, immutable. */
hb_font_t *zt_face_shaper(const zt_face *face);

/* Outline callbacks in em, y up. */
typedef struct zt_outline_sink {
    void *self;
    void (*move)(void *self, double x, double y);
    void (*line)(void *self, double x, double y);
    void (*curve)(void *self, double x1, double y1, double x2, double y2, double x, double y);
    void (*close)(void *self);
} zt_outline_sink;
/* Hands the outline of a glyph to the sink, contour by contour. */
void zt_face_outline(const zt_face *face, uint32_t glyph, const zt_outline_sink *sink);

/* A subset with the glyph ids kept. CFF: the raw CFF table with CIDs equal to the original glyph
   ids where the face is CID-keyed with an identity charset (Noto CJK is); TrueType: a whole sfnt.
 */
typedef struct zt_kept_subset zt_kept_subset;
/* A font file that holds only the glyphs of one document. Bytes lie in the arena of the caller, or
   in the session when they are kept. */
typedef struct zt_subset {
    zt_str data;
    bool cff;
    /* What was kept for it by zt_subset_keep, or nothing. */
    zt_str packed;
    /* In the session; NULL when there are too many. */
    zt_kept_subset *kept;
} zt_subset;
/* An OpenType font with those characters alone, for pages of the web. False when HarfBuzz cannot.
 */
bool zt_face_web_font(zt_arena *arena, const zt_face *face, const uint32_t *characters,
                      size_t count, zt_str *out);
/* Makes the subset, or hands out the one that was kept for the same glyphs. False when HarfBuzz
   cannot make it. */
bool zt_face_subset(zt_arena *arena, const zt_face *face, const uint32_t *glyphs, size_t count,
                    zt_subset *out);
/* Keeps `data` as an exporter packed it, for the next document that needs the same glyphs. */
void zt_subset_keep(const zt_face *face, const zt_subset *subset, zt_str packed);

/* `zhitu fonts` and `zhitu list fonts`. */
typedef struct zt_font_entry {
    const char *family, *style, *ps_name, *version, *path, *sha256; /* sha256 only from lock */
    int weight, index;
} zt_font_entry;
size_t zt_fonts_installed(zt_arena *arena, const char *folder, zt_font_entry **out); /* sorted */
/* Hashes the files of the faces given and writes lock and cache; or compares with the lock and
   reports lock-mismatch for each difference. Faces come in as family and weight. */
bool zt_fonts_lock(zt_fonts *fonts, zt_diags *diags, const zt_font_entry *wanted, size_t count);
/* The files of all rows of the lock; reports lock-mismatch and font-missing. */
bool zt_fonts_verify(zt_fonts *fonts, zt_diags *diags);

#endif
