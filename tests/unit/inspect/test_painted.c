/* What a page paints: matrices, frames of pages, faces, colours, and the walk over its operators.
 */
#include "cmocka_all.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "inspect/painted_imp.h"

static void assert_near(double value, double want, double within)
{
    if (!(fabs(value - want) <= within))
        fail_msg("%g, not %g", value, want);
}

/* ---- matrices and boxes ---- */

static void matrices_are_taken_in_their_order(void **state)
{
    (void)state;
    zt_matrix turn = {0, 1, -1, 0, 0, 0}, shift = {1, 0, 0, 1, 10, 20};
    zt_point p = zt_matrix_apply(zt_matrix_then(turn, shift), 3, 4);
    assert_near(p.x, 6, 1e-9); /* turned to -4 3, then moved */
    assert_near(p.y, 23, 1e-9);
    p = zt_matrix_apply(zt_matrix_then(shift, turn), 3, 4);
    assert_near(p.x, -24, 1e-9);
    assert_near(p.y, 13, 1e-9);
    assert_near(zt_matrix_scale((zt_matrix){2, 0, 0, 8, 5, 5}), 4, 1e-9);
    assert_near(zt_matrix_scale((zt_matrix){0, -3, 3, 0, 0, 0}), 3, 1e-9);
}

static void boxes_hold_all_corners(void **state)
{
    (void)state;
    double half = sqrt(0.5);
    zt_rect box = zt_matrix_box((zt_matrix){half, half, -half, half, 0, 0}, 0, 0, 1, 1);
    assert_near(box.x, -half, 1e-9);
    assert_near(box.w, 2 * half, 1e-9);
    assert_near(box.h, 2 * half, 1e-9);
    box = zt_matrix_box((zt_matrix){1, 0, 0, 1, 0, 0}, 5, 5, -2, -3);
    assert_near(box.x, 3, 1e-9);
    assert_near(box.y, 2, 1e-9);
    zt_rect clip = {0, 0, 10, 10}, in = {8, -5, 9, 9}, out = {10.1, 0, 1, 1},
            touches = {10, 3, 4, 0};
    assert_true(zt_rect_within(&in, clip));
    assert_near(in.w, 2, 1e-9);
    assert_near(in.h, 4, 1e-9);
    assert_false(zt_rect_within(&out, clip));
    assert_true(zt_rect_within(&touches, clip)); /* a line at the edge has no width */
}

/* ---- files ---- */

typedef struct sample {
    zt_arena *arena;
    zt_pdf_source *source;
    char path[64];
} sample;

/* A page of 200 x 100 points with those entries, contents and resources; qpdf mends what lacks. */
static sample open_page(const char *entries, const char *content, const char *resources)
{
    sample s = {.arena = zt_arena_new(), .path = "/tmp/test_painted_XXXXXX"};
    FILE *file = fdopen(mkstemp(s.path), "wb");
    assert_non_null(file);
    fprintf(file,
            "%%PDF-1.6\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
            "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
            "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]%s/Contents 4 0 R"
            "/Resources<<%s>>>>\nendobj\n"
            "4 0 obj\n<</Length %zu>>\nstream\n%s\nendstream\nendobj\n"
            "trailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%%%EOF\n",
            entries, resources, strlen(content), content);
    fclose(file);
    s.source = zt_pdf_source_open(s.arena, zt_diags_new(s.arena), s.path);
    assert_non_null(s.source);
    return s;
}

static void close_page(sample *s)
{
    unlink(s->path);
    zt_arena_drop(s->arena);
}

static void a_page_is_seen_turned_and_in_its_unit(void **state)
{
    (void)state;
    static const struct {
        const char *entries;
        double x, y, w, h; /* of the media */
        double px, py;     /* where 10 20 comes to lie, from the corner of the media */
    } cases[] = {
        {"", 0, 0, 200, 100, 10, 20},
        {"/Rotate 90", 0, -200, 100, 200, 20, 190},
        {"/Rotate 180", -200, -100, 200, 100, 190, 80},
        {"/Rotate 270", -100, 0, 100, 200, 80, 10},
        {"/Rotate -90", -100, 0, 100, 200, 80, 10},
        {"/Rotate 450", 0, -200, 100, 200, 20, 190},
        {"/Rotate 45", 0, 0, 200, 100, 10, 20},
        {"/UserUnit 2", 0, 0, 400, 200, 20, 40},
        {"/UserUnit 0", 0, 0, 200, 100, 10, 20},
        {"/UserUnit -3", 0, 0, 200, 100, 10, 20},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s = open_page(cases[i].entries, "n", "");
        zt_pdf_object page = zt_pdf_page_at(s.source, 0);
        zt_rect media = zt_pdf_page_media(s.source, page);
        assert_near(media.x, cases[i].x, 1e-6);
        assert_near(media.y, cases[i].y, 1e-6);
        assert_near(media.w, cases[i].w, 1e-6);
        assert_near(media.h, cases[i].h, 1e-6);
        zt_point p = zt_matrix_apply(zt_pdf_page_matrix(s.source, page), 10, 20);
        assert_near(p.x - media.x, cases[i].px, 1e-6);
        assert_near(p.y - media.y, cases[i].py, 1e-6);
        close_page(&s);
    }
}

static void the_trim_is_the_first_box_that_is_there(void **state)
{
    (void)state;
    static const struct {
        const char *entries;
        double x;
    } cases[] = {{"/TrimBox[1 0 9 9]/ArtBox[2 0 9 9]/CropBox[3 0 9 9]", 1},
                 {"/ArtBox[2 0 9 9]/CropBox[3 0 9 9]", 2},
                 {"/CropBox[3 0 9 9]", 3},
                 {"/TrimBox[1 0 9]/CropBox[9 9 4 0]", 4},
                 {"", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s = open_page(cases[i].entries, "n", "");
        assert_near(zt_pdf_page_trim(s.source, zt_pdf_page_at(s.source, 0)).x, cases[i].x, 1e-6);
        close_page(&s);
    }
}

/* ---- faces ---- */

/* Opens a page with that font as F; the face lives with the sample. */
static const zt_pdf_face *open_face(sample *s, const char *font)
{
    char resources[2048];
    snprintf(resources, sizeof resources, "/Font<</F %s>>", font);
    *s = open_page("", "n", resources);
    zt_pdf_object page = zt_pdf_page_at(s->source, 0);
    zt_pdf_object fonts =
        zt_pdf_get(s->source, zt_pdf_inherited(s->source, page, "/Resources"), "/Font");
    return zt_pdf_face_of(s->source, s->arena, zt_pdf_get(s->source, fonts, "/F"), ZT_STR("F"));
}

#define COMPOSITE(w)                                                                               \
    "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[<</Type/Font"    \
    "/Subtype/CIDFontType0/DW 900/W[" w "]>>]>>"

static void widths_of_stretches(void **state)
{
    (void)state;
    static const struct {
        const char *font;
        int code;
        double want;
    } cases[] = {
        {COMPOSITE("3[500 600]10 20 250"), 3, 0.5},
        {COMPOSITE("3[500 600]10 20 250"), 4, 0.6},
        {COMPOSITE("3[500 600]10 20 250"), 5, 0.9},
        {COMPOSITE("3[500 600]10 20 250"), 10, 0.25},
        {COMPOSITE("3[500 600]10 20 250"), 20, 0.25},
        {COMPOSITE("3[500 600]10 20 250"), 21, 0.9},
        {COMPOSITE("10 20 250 3[500 600]"), 4, 0.6},
        {COMPOSITE("0 99999999999 250"), 65535, 0.25},
        {COMPOSITE("99999999999[500]"), 5, 0.9},
        {COMPOSITE("-5 5 250"), 0, 0.9},
        {COMPOSITE("20 10 250"), 15, 0.9},
        {COMPOSITE("7"), 7, 0.9},
        {"<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar 65/Widths[300 400]>>", 65, 0.3},
        {"<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar 65/Widths[300 400]>>", 66, 0.4},
        {"<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar 65/Widths[300 400]>>", 67, 0},
        {"<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar 65/Widths[300 400]>>", 64, 0},
        {"<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar -9999999999/Widths[300]>>", 0, 0.3},
        {"<</Type/Font/Subtype/Type1/BaseFont/A>>", 65, 0.5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s;
        const zt_pdf_face *face = open_face(&s, cases[i].font);
        assert_near(zt_pdf_face_width(face, cases[i].code), cases[i].want, 1e-9);
        close_page(&s);
    }
}

/* ---- colours ---- */

static void spaces_come_to_families(void **state)
{
    (void)state;
    static const struct {
        const char *space;
        zt_colour_space family;
        size_t count;
        bool managed, indexed;
    } cases[] = {
        {"/DeviceGray", ZT_SPACE_GREY, 1, false, false},
        {"/DeviceCMYK", ZT_SPACE_CMYK, 4, false, false},
        {"[/CalRGB<<>>]", ZT_SPACE_RGB, 3, true, false},
        {"[/Lab<<>>]", ZT_SPACE_LAB, 3, false, false},
        {"[/ICCBased 4 0 R]", ZT_SPACE_UNKNOWN, 0, true, false},
        {"[/Indexed/DeviceCMYK 1<00>]", ZT_SPACE_CMYK, 4, false, true},
        {"[/Separation/Gold/DeviceCMYK<<>>]", ZT_SPACE_SPOT, 1, false, false},
        {"[/DeviceN[/A/B/C]/DeviceCMYK<<>>]", ZT_SPACE_SPOT, 3, false, false},
        {"[/DeviceN[/A/A/A/A/A/A/A/A/A/A/A]/DeviceCMYK<<>>]", ZT_SPACE_SPOT, 8, false, false},
        {"[/Indexed[/Indexed[/Indexed[/Indexed[/Indexed[/Indexed[/Indexed[/Indexed[/Indexed"
         "[/Indexed/DeviceRGB 1<>]1<>]1<>]1<>]1<>]1<>]1<>]1<>]1<>]1<>]",
         ZT_SPACE_UNKNOWN, 0, false, true},
        {"/Nothing", ZT_SPACE_UNKNOWN, 0, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char resources[512];
        snprintf(resources, sizeof resources, "/ColorSpace<</C %s>>", cases[i].space);
        sample s = open_page("", "n", resources);
        zt_pdf_object page = zt_pdf_page_at(s.source, 0);
        zt_space space = zt_pdf_space_named(
            s.source, zt_pdf_inherited(s.source, page, "/Resources"), ZT_STR("C"));
        assert_int_equal(space.family, cases[i].family);
        assert_int_equal(space.count, cases[i].count);
        assert_int_equal(space.managed, cases[i].managed);
        assert_int_equal(space.indexed, cases[i].indexed);
        close_page(&s);
    }
}

/* ---- the walk ---- */

typedef struct seen {
    size_t count;
    zt_painted last;
} seen;

static void see(void *self, const zt_painted *painted)
{
    seen *all = self;
    assert_true(isfinite(painted->box.x + painted->box.y + painted->box.w + painted->box.h));
    assert_true(isfinite(painted->size));
    all->count++;
    all->last = *painted;
}

/* Walks a page of those contents; whether all of it could be looked at. */
static bool walk_page(const char *content, seen *all)
{
    sample s = open_page("", content, "");
    *all = (seen){0};
    bool whole = zt_pdf_paint(s.source, s.arena, zt_pdf_page_at(s.source, 0), see, all);
    close_page(&s);
    return whole;
}

static void marks_have_places_sizes_and_colours(void **state)
{
    (void)state;
    seen all;
    assert_true(walk_page("0 0 0 1 k 2 0 0 2 5 5 cm 10 20 30 4 re f", &all));
    assert_int_equal(all.count, 1);
    assert_int_equal(all.last.kind, ZT_PAINTED_FILL);
    assert_near(all.last.box.x, 25, 1e-6);
    assert_near(all.last.box.h, 8, 1e-6);
    assert_near(all.last.size, 8, 1e-6);
    assert_near(all.last.colour.value[3], 1, 1e-9);
    assert_true(walk_page(".5 w 2 0 0 2 0 0 cm 10 20 m 40 20 l S", &all));
    assert_int_equal(all.last.kind, ZT_PAINTED_STROKE);
    assert_near(all.last.size, 1, 1e-6);
    assert_true(walk_page("500 20 30 4 re f", &all));
    assert_int_equal(all.count, 0);
}

/* Numbers as large as a file may say: each mark has a place, or the page is not seen whole. */
static void numbers_that_leave_the_page(void **state)
{
    (void)state;
    static const char *const contents[] = {
        "999999999999 0 0 999999999999 0 0 cm 1 1 1 1 re f",
        "999999999999 w 0 0 m 1 1 l S",
        "1 0 0 0 0 0 cm 1 1 1 1 re f",
        "0 0 0 0 0 0 cm 0 0 m 1 1 l S",
    };
    seen all;
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++)
        walk_page(contents[i], &all);
    zt_arena *arena = zt_arena_new();
    zt_buf deep;
    zt_buf_init(&deep, arena);
    for (int i = 0; i < 40; i++)
        zt_buf_puts(&deep, "999999999999 0 0 999999999999 1 1 cm ");
    zt_buf_puts(&deep, "-1 -1 3 3 re f 1 1 1 1 re S");
    assert_false(walk_page(zt_buf_view(&deep).data, &all));
    assert_int_equal(all.count, 0);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matrices_are_taken_in_their_order),
        cmocka_unit_test(boxes_hold_all_corners),
        cmocka_unit_test(a_page_is_seen_turned_and_in_its_unit),
        cmocka_unit_test(the_trim_is_the_first_box_that_is_there),
        cmocka_unit_test(widths_of_stretches),
        cmocka_unit_test(spaces_come_to_families),
        cmocka_unit_test(marks_have_places_sizes_and_colours),
        cmocka_unit_test(numbers_that_leave_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
