/* gen/font/regions.c — what a face of all of East Asia holds for other regions, left out for the
   shaper. A pan-Chinese face lists tens of thousands of glyphs that Japanese, Korean or Taiwan's
   text takes in place of the mainland's, and HarfBuzz reads each of them when it opens the face, a
   fifth of the time of a small chart. Text here is of the mainland or of its minorities
   (text/shape.c), so no text can ask for them. */
#include "base/file.h"
#include "font/cff_imp.h"
#include "font/font_imp.h"

#define TAG(a, b, c, d) HB_TAG(a, b, c, d)

/* Types of GSUB lookups (OpenType, GSUB, "Lookup type"). */
enum { CONTEXT = 5, CHAINED = 6, EXTENSION = 7 };

/* Which lookups of a table are in use. */
typedef struct gsub {
    zt_cff_bytes bytes;
    size_t features, lookups; /* where the two lists begin */
    size_t feature_count, lookup_count;
    /* A byte for each: whether a language of ours has the feature; whether one of ours, one of the
       others, or a rule of context names the lookup. */
    char *feature_ours;
    char *ours, *theirs;
} gsub;

static size_t word(zt_cff_bytes b, size_t at)
{
    return at + 2 <= b.len ? (size_t)b.data[at] << 8 | b.data[at + 1] : 0;
}

/* The languages of which no text is set here: their forms of Han are other ones. */
static bool is_other_region(hb_tag_t language)
{
    return language == TAG('J', 'A', 'N', ' ') || language == TAG('K', 'O', 'R', ' ') ||
           language == TAG('K', 'O', 'H', ' ') || language == TAG('Z', 'H', 'T', ' ') ||
           language == TAG('Z', 'H', 'H', ' ') || language == TAG('Z', 'H', 'T', 'M');
}

/* Marks the features of the LangSys table at `at`. */
static void mark_features(gsub *g, size_t at)
{
    size_t required = word(g->bytes, at + 2), count = word(g->bytes, at + 4);
    if (required < g->feature_count)
        g->feature_ours[required] = 1;
    for (size_t i = 0; i < count; i++) {
        size_t feature = word(g->bytes, at + 6 + 2 * i);
        if (feature < g->feature_count)
            g->feature_ours[feature] = 1;
    }
}

/* Marks those of all languages of ours, script by script. */
static void mark_languages(gsub *g)
{
    size_t list = word(g->bytes, 4), count = word(g->bytes, list);
    for (size_t i = 0; i < count; i++) {
        size_t script = list + word(g->bytes, list + 2 + 6 * i + 4);
        size_t languages = word(g->bytes, script + 2);
        if (word(g->bytes, script))
            mark_features(g, script + word(g->bytes, script));
        for (size_t k = 0; k < languages; k++) {
            size_t row = script + 4 + 6 * k;
            if (!is_other_region((hb_tag_t)zt_cff_read(g->bytes, row, 4)))
                mark_features(g, script + word(g->bytes, row + 4));
        }
    }
}

/* Marks the lookups of each feature as ours or theirs. */
static void mark_lookups(gsub *g)
{
    for (size_t i = 0; i < g->feature_count; i++) {
        size_t at = g->features + word(g->bytes, g->features + 2 + 6 * i + 4);
        char *marks = g->feature_ours[i] ? g->ours : g->theirs;
        for (size_t k = 0, count = word(g->bytes, at + 2); k < count; k++) {
            size_t lookup = word(g->bytes, at + 4 + 2 * k);
            if (lookup < g->lookup_count)
                marks[lookup] = 1;
        }
    }
}

/* Marks the lookups that the rule of context at `at` applies. False when it is in one of the older
   formats, which name theirs in nests of classes. */
static bool mark_rule(gsub *g, size_t at, size_t type)
{
    size_t glyphs = word(g->bytes, at + 2), names = at + 6 + 2 * glyphs;
    size_t count = word(g->bytes, at + 4);
    if (word(g->bytes, at) != 3)
        return false;
    if (type == CHAINED) { /* coverages before, at and behind the place, each behind its count */
        size_t part = at + 2;
        for (int i = 0; i < 3; i++)
            part += 2 + 2 * word(g->bytes, part);
        count = word(g->bytes, part);
        names = part + 2;
    }
    for (size_t i = 0; i < count; i++) {
        size_t lookup = word(g->bytes, names + 4 * i + 2);
        if (lookup < g->lookup_count)
            g->ours[lookup] = 1;
    }
    return true;
}

static size_t lookup_at(const gsub *g, size_t i)
{
    return g->lookups + word(g->bytes, g->lookups + 2 + 2 * i);
}

/* Marks what the rules of context of that lookup apply; false when they cannot be read. */
static bool mark_applied(gsub *g, size_t i)
{
    size_t at = lookup_at(g, i), type = word(g->bytes, at);
    for (size_t k = 0, count = word(g->bytes, at + 4); k < count; k++) {
        size_t rule = at + word(g->bytes, at + 6 + 2 * k), rule_type = type;
        if (type == EXTENSION) {
            rule_type = word(g->bytes, rule + 2);
            rule += zt_cff_read(g->bytes, rule + 4, 4);
        }
        bool applies = rule_type == CONTEXT || rule_type == CHAINED;
        if (applies && !mark_rule(g, rule, rule_type))
            return false;
    }
    return true;
}

/* Whether a lookup that is kept begins at the same byte. */
static bool is_shared(const gsub *g, size_t i)
{
    for (size_t k = 0; k < g->lookup_count; k++)
        if ((g->ours[k] || !g->theirs[k]) && lookup_at(g, k) == lookup_at(g, i))
            return true;
    return false;
}

/* Whether no text here can ask for the lookup. */
static bool is_theirs(const gsub *g, size_t i)
{
    return g->theirs[i] && !g->ours[i] && lookup_at(g, i) + 6 <= g->bytes.len && !is_shared(g, i);
}

/* False for a table of which it is not certain what its text can ask for: substituted features
   (version 1.1) and rules of context in older formats. */
static bool read_use(zt_arena *arena, gsub *g)
{
    if (g->bytes.len < 10 || (word(g->bytes, 2) >= 1 && zt_cff_read(g->bytes, 10, 4)))
        return false;
    g->features = word(g->bytes, 6);
    g->lookups = word(g->bytes, 8);
    g->feature_count = word(g->bytes, g->features);
    g->lookup_count = word(g->bytes, g->lookups);
    g->feature_ours = ZT_ARRAY(arena, g->feature_count + 1, char);
    g->ours = ZT_ARRAY(arena, g->lookup_count + 1, char);
    g->theirs = ZT_ARRAY(arena, g->lookup_count + 1, char);
    mark_languages(g);
    mark_lookups(g);
    for (size_t i = 0; i < g->lookup_count; i++)
        if (!mark_applied(g, i))
            return false;
    return true;
}

void zt_regions_leave_out(zt_arena *scratch, zt_str file, hb_face_t *face)
{
    static const uint8_t no_rules[6] = {0, 1, 0, 0, 0, 0}; /* type, flags, count */
    unsigned int len;
    hb_blob_t *blob = hb_face_reference_table(face, TAG('G', 'S', 'U', 'B'));
    const char *data = hb_blob_get_data(blob, &len);
    gsub g = {.bytes = {(const uint8_t *)data, len}};
    bool known = data && read_use(scratch, &g);
    for (size_t i = 0; known && i < g.lookup_count; i++)
        if (is_theirs(&g, i))
            zt_file_map_write(file, (size_t)(data - file.data) + lookup_at(&g, i), no_rules,
                              sizeof no_rules);
    hb_blob_destroy(blob);
}
