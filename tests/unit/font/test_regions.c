/* tests/unit/font/test_regions.c — what other regions' languages ask for is left out of a face, and
   nothing else. */
#include <hb-ot.h>

#include "base/file.h"
#include "unit/font/font_help.h"

/* The glyphs of a text by the face, as "12 13 14 ". */
static const char *shaped(zt_session *s, hb_font_t *font, const char *text, const char *language,
                          hb_script_t script, hb_direction_t direction, const char *feature)
{
    zt_buf out;
    hb_feature_t asked;
    unsigned int count;
    hb_buffer_t *buffer = hb_buffer_create();
    zt_buf_init(&out, s->arena);
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_set_direction(buffer, direction);
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_language(buffer,
                           language ? hb_language_from_string(language, -1) : HB_LANGUAGE_INVALID);
    bool any = feature && hb_feature_from_string(feature, -1, &asked);
    hb_shape(font, buffer, any ? &asked : NULL, any ? 1 : 0);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(buffer, NULL);
    for (unsigned int i = 0; i < count; i++)
        zt_buf_printf(&out, "%u+%d/%d@%d,%d ", info[i].codepoint, pos[i].x_advance,
                      pos[i].y_advance, pos[i].x_offset, pos[i].y_offset);
    hb_buffer_destroy(buffer);
    return out.len ? out.data : "";
}

/* The same file as HarfBuzz opens it. */
static hb_font_t *untouched(const zt_face *face)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(zt_face_path(face));
    hb_face_t *whole = hb_face_create(blob, (unsigned int)zt_face_index(face));
    hb_font_t *font = hb_font_create(whole);
    hb_font_set_scale(font, 1000, 1000);
    hb_face_destroy(whole);
    hb_blob_destroy(blob);
    return font;
}

/* Texts with forms that differ by region, ligatures, marks in columns, syllables, letters. */
static const char *const texts[] = {"骨直令述今所户化返神角",
                                    "“双核”——联动……（前5个月）",
                                    "fi ffi 1/2 Ångström e\u0301 №5",
                                    "\u1112\u1161\u11ab\u1100\u1173\u11af",
                                    "한글",
                                    "ガギグ ｶﾞ",
                                    "①⑩㈠㍿",
                                    "Привет",
                                    "αβγ"};

typedef struct tongue {
    const char *language;
    hb_script_t script;
    hb_direction_t direction;
} tongue;

static void test_our_texts_are_shaped_as_by_the_whole_face(void **state)
{
    zt_session *s = *state;
    static const tongue ours[] = {
        {"zh-hans", HB_SCRIPT_HAN, HB_DIRECTION_LTR}, {"zh-hans", HB_SCRIPT_HAN, HB_DIRECTION_TTB},
        {NULL, HB_SCRIPT_LATIN, HB_DIRECTION_LTR},    {NULL, HB_SCRIPT_HANGUL, HB_DIRECTION_LTR},
        {NULL, HB_SCRIPT_KATAKANA, HB_DIRECTION_LTR}, {NULL, HB_SCRIPT_CYRILLIC, HB_DIRECTION_LTR},
        {NULL, HB_SCRIPT_THAI, HB_DIRECTION_LTR},     {"mn", HB_SCRIPT_MONGOLIAN, HB_DIRECTION_LTR},
        {"ug", HB_SCRIPT_ARABIC, HB_DIRECTION_RTL},   {"bo", HB_SCRIPT_TIBETAN, HB_DIRECTION_LTR}};
    static const char *const features[] = {NULL, "fwid", "pwid", "hwid", "-vert"};
    static const struct {
        const char *family;
        int weight;
    } faces[] = {{"Noto Serif CJK SC", 400}, {"Noto Serif CJK SC", 900}, {"Noto Sans CJK SC", 700}};
    zt_fonts *fonts = fonts_with(s, false, false);
    for (size_t f = 0; f < 3; f++) {
        const zt_face *face =
            zt_fonts_find(fonts, s->diags, ZT_NOWHERE, faces[f].family, faces[f].weight);
        hb_font_t *whole = untouched(face);
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            for (size_t k = 0; k < sizeof ours / sizeof *ours; k++)
                for (size_t n = 0; n < sizeof features / sizeof *features; n++) {
                    tongue t = ours[k];
                    assert_string_equal(
                        shaped(s, zt_face_shaper(face), texts[i], t.language, t.script, t.direction,
                               features[n]),
                        shaped(s, whole, texts[i], t.language, t.script, t.direction, features[n]));
                }
        hb_font_destroy(whole);
    }
}

static void test_forms_of_other_regions_are_left_out(void **state)
{
    zt_session *s = *state;
    static const char *const others[] = {"ja", "ko", "zh-tw", "zh-hk"};
    const zt_face *face = find_serif(s, fonts_with(s, false, false));
    hb_font_t *whole = untouched(face);
    for (size_t i = 0; i < 4; i++) {
        const char *here = shaped(s, zt_face_shaper(face), texts[0], others[i], HB_SCRIPT_HAN,
                                  HB_DIRECTION_LTR, NULL);
        assert_string_equal(here, shaped(s, zt_face_shaper(face), texts[0], NULL, HB_SCRIPT_HAN,
                                         HB_DIRECTION_LTR, NULL));
        assert_string_not_equal(
            here, shaped(s, whole, texts[0], others[i], HB_SCRIPT_HAN, HB_DIRECTION_LTR, NULL));
    }
    hb_font_destroy(whole);
}

/* ---- rules of context name lookups too ---- */

/* A font file whose only table is a GSUB with two lookups: 0 is a rule of context in that format,
   of the default language; 1 is a substitution of Japanese alone, and the rule applies lookup
   `applied`. */
static const char *small_font(zt_session *s, uint8_t format, uint8_t applied)
{
    const uint8_t bytes[] = {
        0,   1,      0,   0,   0,   1,   0,   16,  0,   0,   0,   0,       'G', 'S', 'U',
        'B', 0,      0,   0,   0, /* sfnt: one table */
        0,   0,      0,   28,  0,   0,   0,   122, 0,   1,   0,   0,       0,   10,  0,
        44,  0,      70,                                    /* GSUB's header */
        0,   1,      'h', 'a', 'n', 'i', 0,   8,            /* 10: scripts */
        0,   10,     0,   1,   'J', 'A', 'N', ' ', 0,   18, /* 18: languages */
        0,   0,      255, 255, 0,   1,   0,   0,            /* 28: feature 0 */
        0,   0,      255, 255, 0,   1,   0,   1,            /* 36: feature 1 */
        0,   2,      'c', 'a', 'l', 't', 0,   14,  'l', 'o', 'c', 'l',     0,   20, /* 44: features
                                                                                     */
        0,   0,      0,   1,   0,   0,   0,   0,   0,   1,   0,   1,                /* 58, 64 */
        0,   2,      0,   6,   0,   32,                                    /* 70: lookups */
        0,   5,      0,   0,   0,   1,   0,   8,                           /* 76: of context */
        0,   format, 0,   1,   0,   1,   0,   12,  0,   0,   0,   applied, /* 84: its rule */
        0,   1,      0,   1,   0,   40,                                    /* 96: of glyph 40 */
        0,   1,      0,   0,   0,   1,   0,   8,                           /* 102: Japanese */
        0,   1,      0,   6,   0,   1,   0,   1,   0,   1,   0,   40};     /* 110, 116 */
    FILE *file = fopen(in_folder(s, "copy.ttc"), "wb");
    fwrite(bytes, 1, sizeof bytes, file);
    fclose(file);
    return in_folder(s, "copy.ttc");
}

/* How many rules the second lookup has when the font was looked through. */
static int rules_left(zt_session *s, uint8_t format, uint8_t applied)
{
    zt_arena *arena = zt_arena_new();
    zt_str file = zt_file_map_lazily(arena, small_font(s, format, applied), 1000);
    hb_blob_t *blob =
        hb_blob_create(file.data, (unsigned int)file.len, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    zt_regions_leave_out(arena, file, face);
    int left = file.data[28 + 102 + 5];
    assert_int_equal(file.data[28 + 76 + 5], 1); /* the first is as it was */
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    zt_arena_drop(arena);
    return left;
}

static void test_what_a_rule_of_context_applies_stays(void **state)
{
    zt_session *s = *state;
    assert_int_equal(rules_left(s, 3, 0), 0);
    assert_int_equal(rules_left(s, 3, 1), 1);
    assert_int_equal(rules_left(s, 1, 0), 1); /* an older format is not looked into */
}

/* The file on the disk stays as it was. */
static void test_the_file_is_not_written_to(void **state)
{
    zt_session *s = *state;
    bool ok;
    rules_left(s, 3, 0);
    zt_str now = zt_file_read(s->arena, s->diags, ZT_NOWHERE, in_folder(s, "copy.ttc"), 0, &ok);
    assert_true(ok);
    assert_int_equal(now.data[28 + 102 + 5], 1);
}

#define IN_SESSION(test) cmocka_unit_test_setup_teardown(test, session_open, session_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SESSION(test_our_texts_are_shaped_as_by_the_whole_face),
        IN_SESSION(test_forms_of_other_regions_are_left_out),
        IN_SESSION(test_what_a_rule_of_context_applies_stays),
        IN_SESSION(test_the_file_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
