/* tests/unit/font/test_cff.c — subsets of CID-keyed CFF tables: every glyph looks as it did. */
#include "font/cff_imp.h"
#include "unit/font/font_help.h"

enum { SETS = 12, GLYPHS_MOST = 200, MUTANTS = 20000 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* An outline as numbers in a row, the kind of each segment before its points. */
typedef struct drawing {
    float at[8192];
    size_t count;
} drawing;

static void note(drawing *d, float kind, float x, float y)
{
    assert_true(d->count + 3 <= sizeof d->at / sizeof *d->at);
    d->at[d->count++] = kind;
    d->at[d->count++] = x;
    d->at[d->count++] = y;
}

static void on_move(hb_draw_funcs_t *f, void *d, hb_draw_state_t *st, float x, float y, void *u)
{
    (void)f, (void)st, (void)u;
    note(d, 1, x, y);
}

static void on_line(hb_draw_funcs_t *f, void *d, hb_draw_state_t *st, float x, float y, void *u)
{
    (void)f, (void)st, (void)u;
    note(d, 2, x, y);
}

static void on_curve(hb_draw_funcs_t *f, void *d, hb_draw_state_t *st, float x1, float y1, float x2,
                     float y2, float x, float y, void *u)
{
    (void)f, (void)st, (void)u;
    note(d, 3, x1, y1);
    note(d, 3, x2, y2);
    note(d, 3, x, y);
}

static void draw(hb_font_t *font, uint32_t glyph, drawing *out)
{
    hb_draw_funcs_t *f = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(f, on_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(f, on_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(f, on_curve, NULL, NULL);
    out->count = 0;
    hb_font_get_glyph_shape(font, glyph, f, out);
    hb_draw_funcs_destroy(f);
}

static void add_table(hb_face_t *face, hb_tag_t tag, const char *data, size_t len)
{
    hb_blob_t *blob = hb_blob_create(data, (unsigned int)len, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    hb_face_builder_add_table(face, tag, blob);
    hb_blob_destroy(blob);
}

/* A face of the table alone, with the head of the one it was cut from. */
static hb_font_t *font_of_table(const zt_face *face, zt_str cff, size_t glyphs)
{
    hb_face_t *built = hb_face_builder_create();
    hb_blob_t *head = hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
    const char maxp[6] = {0, 0, 0x50, 0, (char)(glyphs >> 8), (char)glyphs};
    hb_face_builder_add_table(built, HB_TAG('h', 'e', 'a', 'd'), head);
    add_table(built, HB_TAG('m', 'a', 'x', 'p'), maxp, sizeof maxp);
    add_table(built, HB_TAG('C', 'F', 'F', ' '), cff.data, cff.len);
    hb_blob_t *blob = hb_face_reference_blob(built);
    hb_face_t *read = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(read);
    hb_blob_destroy(head);
    hb_blob_destroy(blob);
    hb_face_destroy(built);
    hb_face_destroy(read);
    return font;
}

static zt_cff_bytes table_of(const zt_face *face)
{
    unsigned int len;
    hb_blob_t *blob = hb_face_reference_table(face->face, HB_TAG('C', 'F', 'F', ' '));
    const char *data = hb_blob_get_data(blob, &len);
    hb_blob_destroy(blob); /* the face holds it */
    return (zt_cff_bytes){(const uint8_t *)data, len};
}

/* Every second set is one stretch of the font, the others come from all of it. */
static size_t choose(const zt_face *face, uint32_t *seed, bool near, uint32_t *glyphs)
{
    uint32_t all = hb_face_get_glyph_count(face->face), at = next_random(seed) % (all / 2);
    size_t count = 0, most = 1 + next_random(seed) % GLYPHS_MOST;
    uint32_t step = near ? 3 : all / 2 / (uint32_t)most;
    while (count < most && at + step < all) {
        at += 1 + next_random(seed) % step;
        glyphs[count++] = at;
    }
    return count;
}

static void test_glyphs_look_as_they_did(void **state)
{
    zt_session *s = *state;
    static const struct {
        const char *family;
        int weight;
    } faces[] = {{"Noto Sans CJK SC", 400}, {"Noto Sans CJK SC", 700}, {"Noto Serif CJK SC", 900}};
    zt_fonts *fonts = fonts_with(s, false, false);
    uint32_t seed = 9, glyphs[GLYPHS_MOST];
    static drawing want, got;
    for (size_t f = 0; f < sizeof faces / sizeof *faces; f++) {
        const zt_face *face =
            zt_fonts_find(fonts, s->diags, ZT_NOWHERE, faces[f].family, faces[f].weight);
        assert_non_null(face);
        hb_font_t *whole = hb_font_create(face->face);
        for (int set = 0; set < SETS; set++) {
            size_t count = choose(face, &seed, set % 2, glyphs);
            zt_str cut;
            assert_true(zt_cff_subset(s->arena, table_of(face), glyphs, count, &cut));
            hb_font_t *font = font_of_table(face, cut, count + 1);
            for (size_t i = 0; i <= count; i++) {
                draw(whole, i == 0 ? 0 : glyphs[i - 1], &want);
                draw(font, (uint32_t)i, &got);
                assert_int_equal(got.count, want.count);
                assert_memory_equal(got.at, want.at, want.count * sizeof *want.at);
            }
            hb_font_destroy(font);
        }
        hb_font_destroy(whole);
    }
}

/* A damaged font is cut or refused, in bounded time and memory. */
static void test_damage_is_survived(void **state)
{
    zt_session *s = *state;
    const zt_face *face = find_serif(s, fonts_with(s, false, false));
    uint32_t seed = 4, glyphs[60], some[] = {1, 2, 5, 9, 40};
    size_t count = sizeof glyphs / sizeof *glyphs, refused = 0;
    for (size_t i = 0; i < count; i++)
        glyphs[i] = (uint32_t)(1 + i * 700);
    zt_str cut, again;
    assert_true(zt_cff_subset(s->arena, table_of(face), glyphs, count, &cut));
    for (int i = 0; i < MUTANTS; i++) {
        zt_arena *arena = zt_arena_beside(s->arena);
        char *bytes = zt_arena_copy(arena, cut.data, cut.len);
        size_t len = i % 5 ? cut.len : next_random(&seed) % cut.len;
        for (uint32_t n = next_random(&seed) % 4; n < 4; n++)
            bytes[next_random(&seed) % (i % 2 ? cut.len : 400)] = (char)next_random(&seed);
        zt_cff_bytes table = {(const uint8_t *)bytes, len};
        refused += !zt_cff_subset(arena, table, some, 5, &again);
        zt_arena_drop(arena);
    }
    print_message("%zu of %d refused\n", refused, MUTANTS);
    assert_true(refused > MUTANTS / 10 && refused < MUTANTS);
}

/* What no charstring of a CID-keyed font holds is left to hb-subset; so is one without an end, and
   one that calls itself. */
static void test_strange_charstrings_are_refused(void **state)
{
    zt_session *s = *state;
    static const struct {
        const char *bytes;
        size_t len;
        const char *flat; /* NULL: refused */
        size_t flat_len;
    } cases[] = {
        {"\x8b\x8c\x15\x0e", 4, "\x8b\x8c\x15\x0e", 4},             /* 0 1 rmoveto endchar */
        {"\x8d\x8b\x8c\x01\x8b\x16\x0e", 7, "\x8d\x8b\x16\x0e", 4}, /* width 2 at a stem */
        {"\x8b\x8c\x12\x8b\x8c\x13\xff\x0e", 8, "\x0e", 1},         /* two stems, one mask byte */
        {"\x1c\x00\x05\x16\x0e", 5, "\x90\x16\x0e", 3},             /* 5 in three bytes */
        {"\xff\x00\x05\x80\x00\x16\x0e", 7, "\xff\x00\x05\x80\x00\x16\x0e", 7}, /* 5.5 */
        {"\x8b\x16", 2, NULL, 0},                                               /* no endchar */
        {"\x8b\x8b\x0c\x0a\x0e", 5, NULL, 0},                                   /* add */
        {"\x8b\x8b\x8b\x8b\x0e", 5, NULL, 0}, /* an accented one */
        {"\x8b\x0a\x0e", 3, NULL, 0},         /* no such subroutine */
        {"\x0b", 1, NULL, 0},                 /* return to nowhere */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_buf out;
        zt_buf_init(&out, s->arena);
        const zt_cff_calls none = {0};
        bool ok =
            zt_cff_flatten(&out, (zt_cff_bytes){(const uint8_t *)cases[i].bytes, cases[i].len},
                           &none, (zt_cff_part){0, cases[i].len});
        assert_int_equal(ok, cases[i].flat != NULL);
        if (ok)
            assert_true(
                zt_str_equal(zt_buf_view(&out), (zt_str){cases[i].flat, cases[i].flat_len}));
    }
}

enum { TOP_BYTES = 25 };

/* A CID-keyed table of two empty glyphs: a head that ends where the bytes of the Top DICT begin,
   and a Private DICT of `entries` entries, two bytes each. */
static zt_cff_bytes small_table(zt_arena *arena, zt_str head, size_t entries)
{
    static const char select[] = "\0\0", charstrings[] = "\0\2\1\1\2\3\x0e\x0e",
                      fonts[] = "\0\1\1\1\x0c";
    size_t at = head.len + TOP_BYTES + 4, select_at = at, charstrings_at = at + sizeof select;
    size_t fonts_at = charstrings_at + sizeof charstrings - 1;
    size_t private_at = fonts_at + sizeof fonts - 1 + 11;
    zt_buf out;
    zt_buf_init(&out, arena);
    const struct {
        zt_str before;
        size_t number;
        zt_str op;
    } parts[] = {{{"\x8b\x8b\x8b\x0c\x1e", 5}, charstrings_at, {"\x11", 1}},
                 {{0}, fonts_at, {"\x0c\x24", 2}},
                 {{0}, select_at, {"\x0c\x25\0\0\0\0", 6}}, /* no strings, no subroutines */
                 {{0}, 2 * entries, {0}},
                 {{0}, private_at, {"\x12", 1}}};
    zt_buf_str(&out, head);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (i == 3) {
            zt_buf_add(&out, select, sizeof select);
            zt_buf_add(&out, charstrings, sizeof charstrings - 1);
            zt_buf_add(&out, fonts, sizeof fonts - 1);
        }
        zt_buf_str(&out, parts[i].before);
        zt_buf_putc(&out, 29);
        for (int byte = 3; byte >= 0; byte--)
            zt_buf_putc(&out, (char)(parts[i].number >> (8 * byte)));
        zt_buf_str(&out, parts[i].op);
    }
    for (size_t i = 0; i < entries; i++)
        zt_buf_puts(&out, "\x8b\x14"); /* defaultWidthX 0 */
    return (zt_cff_bytes){(const uint8_t *)out.data, out.len};
}

/* Header, one name, and the beginning of the Top DICT INDEX. */
static const zt_str plain_head = {"\1\0\4\1\0\1\1\1\2A\0\1\1\1\x1a", 15};

static void test_a_small_table(void **state)
{
    zt_session *s = *state;
    uint32_t glyph = 1;
    zt_str cut;
    assert_true(zt_cff_subset(s->arena, small_table(s->arena, plain_head, 1), &glyph, 1, &cut));
    assert_true(zt_cff_subset(s->arena, small_table(s->arena, plain_head, 16383), &glyph, 1, &cut));
    /* Its length would be read as a negative number. */
    assert_false(
        zt_cff_subset(s->arena, small_table(s->arena, plain_head, 16384), &glyph, 1, &cut));
}

/* Offsets of eight bytes: the names end at byte 0, before they begin, and the Top DICT INDEX is
   read from there. */
static void test_an_index_does_not_end_before_it_begins(void **state)
{
    zt_session *s = *state;
    enum { FIRST = 0x108 + 10 }; /* of the Top DICT, by the offset at byte 3 */
    char head[FIRST] = "\0\1\4\0\0\1\x08\0\0\1\x21\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xea";
    uint32_t glyph = 1;
    zt_str cut;
    zt_cff_bytes table = small_table(s->arena, (zt_str){head, FIRST}, 1);
    assert_true(zt_cff_index_at(table, 4).end >= 4);
    assert_false(zt_cff_subset(s->arena, table, &glyph, 1, &cut));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SESSION_TEST(test_glyphs_look_as_they_did), SESSION_TEST(test_damage_is_survived),
        SESSION_TEST(test_a_small_table), SESSION_TEST(test_an_index_does_not_end_before_it_begins),
        SESSION_TEST(test_strange_charstrings_are_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
