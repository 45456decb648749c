/* gen/font/font_imp.h — what the files of font/ share. */
#ifndef ZT_FONT_IMP_H
#define ZT_FONT_IMP_H

#include <hb-ot.h>
#include <hb.h>

#include "base/stamp.h"
#include "font/font.h"

/* How the glyphs of a CFF font are named, which decides how PDF may refer to them. */
typedef enum zt_cff_keying {
    ZT_CFF_UNKNOWN,
    /* CID-keyed, CIDs equal to glyph ids. */
    ZT_CFF_IDENTITY,
    ZT_CFF_NAMED, /* glyph names, no CIDs */
    /* CID-keyed in an order of its own. */
    ZT_CFF_OTHER
} zt_cff_keying;

/* An ink box as HarfBuzz gave it; glyph 0 (never asked for twice) stands for an empty place. */
typedef struct zt_known_ink {
    uint32_t glyph;
    /* False: the glyph has no ink. */
    bool any;
    hb_glyph_extents_t extents;
} zt_known_ink;
enum { ZT_KNOWN_INKS = 512 };

/* A subset of those glyphs, made once a session: the documents of a series share most of theirs. */
struct zt_kept_subset {
    const uint32_t *glyphs;
    size_t count;
    zt_subset subset;
};
enum { ZT_KEPT_SUBSETS = 64 }; /* of a face; any more are made each time */

/* What is measured on first use; behind a pointer so that faces stay const. */
typedef struct zt_face_lazy {
    zt_face_metrics metrics;
    bool measured;
    bool features_known, halt, vhal, vert;
    /* Only the tables a subset needs. */
    hb_face_t *lean;
    zt_cff_keying keying;
    zt_arena *session;
    /* ZT_KNOWN_INKS places, by the glyph id's low bits. */
    zt_known_ink *inks;
    ZT_VEC(zt_kept_subset *) subsets;
} zt_face_lazy;

/* A face that was opened: immutable but for what `lazy` points to. */
struct zt_face {
    const char *family, *ps_name, *version, *path;
    int weight, index;
    bool cff;
    hb_face_t *face;
    hb_font_t *font;
    zt_face_lazy *lazy;
};

/* Where a face lies on this machine: an answer of the cache or of fontconfig. */
typedef struct zt_font_place {
    const char *family, *ps_name, *version, *path;
    /* Of the file as stamped; NULL = not asked for yet. */
    const char *sha256;
    bool is_fresh; /* and computed in this run */
    int weight, index;
    /* Of the file when it was found. */
    zt_stamp stamp;
} zt_font_place;

/* A row of fonts.lock. */
typedef struct zt_lock_row {
    const char *family, *ps_name, *version, *sha256;
    int weight;
} zt_lock_row;

typedef ZT_VEC(const char *) zt_paths;

/* Faces that were found, as the cache file has them. */
typedef struct zt_font_places {
    ZT_VEC(zt_font_place) rows;
    /* fontconfig's files and folders of fonts: what changes there may change its answers. */
    zt_paths watched;
    /* What these and the environment were when the rows were found (zt_font_setup). */
    long long setup;
} zt_font_places;
/* The rows of fonts.lock: which version of a face a project was set with. */
typedef struct zt_lock {
    ZT_VEC(zt_lock_row) rows;
    bool present; /* the file exists */
} zt_lock;

typedef struct zt_fc zt_fc;

/* A face asked for: found or not, with what there is to say of it to each document. */
typedef struct zt_face_slot {
    const char *family;
    int weight;
    const zt_face *face; /* NULL = missing */
    /* No such family or weight: said only where the face is needed. */
    bool absent;
    zt_diags *findings;
} zt_face_slot;

/* The fonts of a session. Files are opened when a face is asked for and stay open. */
struct zt_fonts {
    zt_arena *session;
    zt_font_options options;
    ZT_VEC(zt_face_slot) slots;
    ZT_VEC(const char *) files;
    zt_font_places cache; /* the rows of this folder */
    zt_lock lock;
    /* What is wrong with the lock itself. */
    zt_diags *lock_findings;
    bool cache_read, cache_stale, lock_read;
    /* NULL until the cache had no answer. */
    zt_fc *fc;
};

/* fc.c: fontconfig, opened with dlopen on first use only; NULL when it cannot be had. */
zt_fc *zt_fc_open(zt_arena *session, const char *folder);
/* The face of exactly this family and weight, upright, of normal width, not variable. Files in
   the newsroom's folder come first, then the higher version, then the path in byte order. */
bool zt_fc_find(zt_fc *fc, zt_arena *arena, const char *family, int weight, zt_font_place *out);
/* Adds the files of its configuration and the folders of fonts, with those below them. */
void zt_fc_watched(zt_fc *fc, zt_arena *arena, zt_paths *out);
/* Why files of the family cannot be used, whatever its weights. */
typedef enum zt_unread { ZT_UNREAD_NONE, ZT_UNREAD_VARIABLE, ZT_UNREAD_WOFF } zt_unread;
/* For a family whose files are there and cannot be used: why, and the file. */
zt_unread zt_fc_unread(zt_fc *fc, zt_arena *arena, const char *family, const char **path);
/* All faces, sorted by family, weight, path, index. */
size_t zt_fc_list(zt_fc *fc, zt_arena *arena, zt_font_entry **out);

/* cache.c. The rows of the options' folder, as long as that folder and fontconfig's setup are
   unchanged since. */
void zt_font_places_read(zt_arena *arena, const zt_font_options *options, zt_font_places *out);
/* False when the file cannot be written, which nobody needs to hear of. */
bool zt_font_places_write(zt_arena *scratch, const zt_font_options *options,
                          const zt_font_places *places);
/* A number for the setup of fontconfig: what its environment says, and when each of the paths was
   changed last. */
long long zt_font_setup(const zt_paths *watched);
/* Lends the row, NULL when the cache has none. */
zt_font_place *zt_font_places_find(const zt_font_places *places, const char *family, int weight);
/* Remembers a place, or its hash, for the next run. */
void zt_fonts_keep(zt_fonts *fonts, const zt_font_place *place);

/* lock.c. Reports bad-lock for each line that it cannot read; no file is an empty lock. */
void zt_lock_read(zt_arena *arena, zt_diags *diags, const char *path, zt_lock *out);
/* Lends the row of that family and weight, or NULL. */
const zt_lock_row *zt_lock_find(const zt_lock *lock, const char *family, int weight);
/* Reads the lock once; says what is wrong with it to each who asks. */
const zt_lock *zt_fonts_lock_rows(zt_fonts *fonts, zt_diags *diags);
/* The face found agrees with the lock, by its names and by the file's hash; false after a report.
 */
bool zt_fonts_agree(zt_fonts *fonts, zt_diags *diags, zt_pos pos, zt_font_place *place);
/* The same step by step, for a verification. The hash of the file, NULL when it cannot be read. */
const char *zt_fonts_hash_file(zt_fonts *fonts, zt_font_place *place);
/* Face name and version are those of the row. */
bool zt_lock_has_names(const zt_font_place *place, const zt_lock_row *row);
/* Reports lock-mismatch; `hash` NULL: not known. */
void zt_lock_report_mismatch(zt_diags *diags, zt_pos pos, const zt_font_place *place,
                             const char *hash, const zt_lock_row *row);

/* faces.c: the place of a face without a look at the lock. */
bool zt_fonts_place_of(zt_fonts *fonts, const char *family, int weight, zt_font_place *out);
/* Reports font-missing with the best hint there is: other weights, another name of the same
   typeface, the nearest name. */
void zt_fonts_report_missing(zt_fonts *fonts, zt_diags *diags, zt_pos pos, const char *family,
                             int weight);

/* regions.c. Empties, in this process's view of the mapped file, what only texts of other regions
   could ask for. To be called before the face is shaped with. */
void zt_regions_leave_out(zt_arena *scratch, zt_str file, hb_face_t *face);

/* sha256.c */
typedef struct zt_sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes */
    uint8_t block[64];
} zt_sha256;
/* Begins a hash; add bytes in any number of calls, then take the hexadecimal digits. */
void zt_sha256_init(zt_sha256 *hash);
/* Adds bytes to the hash (FIPS 180-4). */
void zt_sha256_add(zt_sha256 *hash, const void *data, size_t len);
void zt_sha256_hex(zt_sha256 *hash, char out[65]); /* ends the hash */

#endif
