/* Our PDF, judged by qpdf, poppler, MuPDF and by cairo's PDF of the same scene. */
#include "outside.h"

#include "tools/pdf_cairo.h"

#define main compare_ppm
int compare_ppm(int argc, char **argv);
#include "tools/compare_ppm.c"
#undef main

static void save_pdf(outside *o, const char *name, const char *profile)
{
    zt_export_options options = sample_options(profile);
    outside_save(o, name, sample_write(o->sample, "pdf", &options));
}

static void save_by_cairo(outside *o, const char *name)
{
    zt_buf out;
    zt_buf_init(&out, o->sample->arena);
    assert_true(pdf_by_cairo(o->sample->arena, o->sample->diags, &o->sample->book, &out));
    outside_save(o, name, zt_buf_view(&out));
}

static void both_profiles_are_sound(void **state)
{
    outside *o = *state;
    save_pdf(o, "screen.pdf", "screen");
    save_pdf(o, "press.pdf", "press");
    assert_succeeds(o, "qpdf --check screen.pdf");
    assert_succeeds(o, "qpdf --check press.pdf");
    assert_says(o, "pdfinfo screen.pdf 2>&1 >/dev/null", "");
    assert_says(o, "mutool info press.pdf 2>&1 >/dev/null | grep -v ICC || true", "");
}

static void fonts_are_embedded_as_subsets(void **state)
{
    outside *o = *state;
    save_pdf(o, "a.pdf", "screen");
    assert_says(o, "pdffonts a.pdf | tail -n +3 | sed 's/^[A-Z]*+//; s/  */ /g' | cut -d' ' -f1-8",
                "NotoSerifCJKsc-Regular-Identity-H CID Type 0C Identity-H yes yes yes\n"
                "NotoSerifCJKsc-Regular-Identity-V CID Type 0C Identity-V yes yes yes\n"
                "NotoSansCJKsc-Bold-Identity-H CID Type 0C Identity-H yes yes yes\n");
}

static void truetype_fonts_too(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    const zt_face *dejavu = zt_fonts_find(s->fonts, s->diags, ZT_NOWHERE, "DejaVu Sans", 400);
    assert_non_null(dejavu);
    assert_false(zt_face_is_cff(dejavu));
    s->page = zt_scene_new(s->arena, 200, 40);
    sample_text(s, s->page->root, dejavu, 12, (zt_point){10, 20},
                "Wien \xe2\x86\x92 \xc3\xa9t\xc3\xa9", ZT_SOLID(&sample_black));
    s->book.pages[0] = s->page;
    save_pdf(o, "t.pdf", "screen");
    assert_succeeds(o, "qpdf --check t.pdf");
    assert_says(o, "pdftotext t.pdf - | head -n 1", "Wien \xe2\x86\x92 \xc3\xa9t\xc3\xa9\n");
    assert_says(o, "pdffonts t.pdf | tail -n +3 | sed 's/^[A-Z]*+//; s/  */ /g' | cut -d' ' -f1-7",
                "DejaVuSans CID TrueType Identity-H yes yes yes\n");
    save_by_cairo(o, "c.pdf");
    assert_succeeds(o,
                    "pdftoppm -r 150 -singlefile t.pdf t && pdftoppm -r 150 -singlefile c.pdf c");
}

static void the_text_comes_back_in_order(void **state)
{
    outside *o = *state;
    save_pdf(o, "a.pdf", "press");
    assert_says(o, "pdfinfo -struct-text a.pdf",
                "Document\n"
                "  H1 (block)\n"
                "    \"“双核”联动 成效显著\"\n"
                "  P (block)\n"
                "    \"累计开行货运班列2.35万列，CO2与km\\(a)2.35\"\n"
                "    \"GDP 5.1%\"\n"
                "    \"竖排三字\"\n"
                "  Figure:\n"
                "     /Placement /Block\n"
                "     /BBox [130 20 250 120]\n"
                "    \"航空 14.6%\"\n");
    assert_says(
        o, "qpdf --qdf --object-streams=disable a.pdf a.qdf && grep -ac '/Alt <feff5ba2' a.qdf",
        "1\n");
}

/* ⼀ (a radical) and 一 share one glyph: ToUnicode can say only one of them. */
static void glyphs_that_share_a_shape_keep_their_text(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    static const char text[] = "\xe2\xbc\x80\xe4\xb8\x80\xe2\xbc\x80";
    assert_int_equal(zt_face_glyph(s->serif, 0x2f00), zt_face_glyph(s->serif, 0x4e00));
    s->page = zt_scene_new(s->arena, 100, 40);
    sample_text(s, s->page->root, s->serif, 12, (zt_point){10, 20}, text, ZT_SOLID(&sample_black));
    s->book.pages[0] = s->page;
    save_pdf(o, "a.pdf", "screen");
    assert_says(o, "pdftotext a.pdf - | head -n 1", "\xe2\xbc\x80\xe4\xb8\x80\xe2\xbc\x80\n");
}

/* One glyph for fi, typed as two letters or as a ligature: the letters are what is searched for. */
static void letters_are_plainer_than_a_ligature(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    uint32_t ligature = zt_face_glyph(s->sans, 0xfb01);
    assert_true(ligature > 0);
    s->page = zt_scene_new(s->arena, 100, 40);
    s->book.pages[0] = s->page;
    zt_glyphs *run = sample_text(s, s->page->root, s->sans, 12, (zt_point){10, 20}, "\xef\xac\x81",
                                 ZT_SOLID(&sample_black));
    zt_glyphs *again = sample_text(s, s->page->root, s->sans, 12, (zt_point){50, 20},
                                   "\xef\xac\x81", ZT_SOLID(&sample_black));
    again->text = ZT_STR("fi");
    assert_int_equal(run->glyphs[0].id, again->glyphs[0].id);
    save_pdf(o, "a.pdf", "screen");
    assert_succeeds(
        o, "qpdf --qdf --object-streams=disable a.pdf a.qdf && grep -aq '<00660069>' a.qdf");
    assert_says(o, "pdftotext a.pdf - | tr -s '\\n\\f' ' '", "\xef\xac\x81 fi ");
}

/* The first use of a glyph has no say in what it means later. */
static void what_is_never_seen_is_not_said(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    s->page = zt_scene_new(s->arena, 100, 60);
    s->book.pages[0] = s->page;
    zt_glyphs *word = sample_text(s, s->page->root, s->serif, 12, (zt_point){10, 20}, "字字",
                                  ZT_SOLID(&sample_black));
    zt_glyph *glyphs = ZT_ARRAY(s->arena, 2, zt_glyph);
    glyphs[0] = word->glyphs[0];
    glyphs[1] = word->glyphs[1];
    glyphs[1].cluster = 5;
    word->glyphs = glyphs;
    word->text = ZT_STR("字\xc2\xad字\xef\xb8\x80"); /* a soft hyphen, a selector */
    sample_text(s, s->page->root, s->serif, 12, (zt_point){10, 40}, "写字",
                ZT_SOLID(&sample_black));
    s->book.title = "双\xe2\x80\x8b核";
    save_pdf(o, "a.pdf", "screen");
    assert_says(o, "pdftotext a.pdf - | head -n 2", "字字\n写字\n");
    assert_succeeds(o, "qpdf --qdf --object-streams=disable a.pdf a.qdf");
    assert_succeeds(o, "grep -aq '> *<5B57>$' a.qdf");
    assert_fails(o, "grep -aqiE '00ad|200b|fe00' a.qdf");
    assert_says(o, "pdfinfo a.pdf | grep Title | sed 's/  */ /'", "Title: 双核\n");
}

/* A line of several sizes, one that is set wide, and columns: strings to a reader's search. */
static void a_line_is_one_string(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    s->page = zt_scene_new(s->arena, 300, 200);
    s->book.pages[0] = s->page;
    zt_scene_line_begin(s->page);
    sample_text(s, s->page->root, s->sans, 13.6, (zt_point){10, 40}, "增长", ZT_SOLID(&sample_red));
    sample_text(s, s->page->root, s->sans, 34, (zt_point){40, 40}, "212", ZT_SOLID(&sample_black));
    sample_text(s, s->page->root, s->sans, 13.6, (zt_point){105, 40}, "%", ZT_SOLID(&sample_red));
    zt_scene_line_end(s->page);
    sample_text(s, s->page->root, s->serif, 9, (zt_point){130, 40}, "为", ZT_SOLID(&sample_black));

    zt_glyphs *wide = sample_text(s, s->page->root, s->serif, 10, (zt_point){10, 90},
                                  "到2025年 约2万列", ZT_SOLID(&sample_black));
    zt_glyph *spread = ZT_ARRAY(s->arena, wide->glyph_count, zt_glyph);
    for (size_t i = 0; i < wide->glyph_count; i++) {
        spread[i] = wide->glyphs[i];
        spread[i].x += 4.4 * (double)i;
    }
    wide->glyphs = spread;

    zt_scene_line_begin(s->page);
    sample_column(s, s->page->root, (zt_point){280, 60}, "竖排三字");
    zt_scene_line_end(s->page);
    zt_scene_line_begin(s->page);
    sample_column(s, s->page->root, (zt_point){260, 60}, "降至");
    zt_glyphs *turned = sample_text(s, s->page->root, s->serif, 12, (zt_point){256, 86}, "2.5%",
                                    ZT_SOLID(&sample_black));
    turned->rotated = true;
    zt_glyphs_done(turned);
    sample_column(s, s->page->root, (zt_point){260, 114}, "以下");
    zt_scene_line_end(s->page);
    save_pdf(o, "a.pdf", "screen");
    assert_succeeds(o, "qpdf --check a.pdf");
    assert_says(o, "pdftotext a.pdf - | tr -d '\\f' | grep -v '^$' | LC_ALL=C sort",
                "为\n到2025年\n增长212%\n竖排三字\n约2万列\n降至2.5%以下\n");
    /* Nothing is lost to those who walk the tree. */
    assert_says(o, "pdfinfo -struct-text a.pdf | tr -d '\" \\n'",
                "DocumentP(block)增长212%为到2025年约2万列竖排三字降至2.5%以下");
    /* pdf.js knows no /ActualText: it must find the pen nearer than a tenth of an em, by the
       horizontal part of the text matrix. */
    assert_succeeds(o, "qpdf --qdf --object-streams=disable a.pdf a.qdf && grep -aq '^20 Tz' a.qdf "
                       "&& grep -aq '^5 0 0 1 .* Tm' a.qdf");
}

/* What the page's operators leave in force when it comes to painting. */
typedef struct paint_state {
    char fill[64];
    int over_fill, over_stroke;
    size_t black_text, white_text, process_areas, spot_areas;
} paint_state;

static void count_text(paint_state *p)
{
    if (strcmp(p->fill, "0 0 0 1 k") == 0) {
        p->black_text++;
        assert_int_equal(p->over_fill, 1);
    }
    if (strcmp(p->fill, "0 0 0 0 k") == 0) {
        p->white_text++;
        assert_int_equal(p->over_fill, 0);
    }
}

/* Our content has one operator a line, at its end; only those that matter here are read. */
static void follow(paint_state *p, const char *line)
{
    size_t len = strlen(line);
    const char *last = strrchr(line, ' ') ? strrchr(line, ' ') + 1 : line;
    assert_null(strstr(line, " rg"));
    assert_null(strstr(line, " RG"));
    assert_false(strcmp(last, "g") == 0 || strcmp(last, "G") == 0);
    if (strcmp(last, "k") == 0 || strcmp(last, "scn") == 0)
        snprintf(p->fill, sizeof p->fill, "%s", line);
    if (sscanf(line, "/O%d gs", &p->over_fill) == 1) {
        p->over_stroke = p->over_fill >> 1;
        p->over_fill &= 1;
    }
    if (len > 2 && strcmp(line + len - 2, "TJ") == 0)
        count_text(p);
    if (strcmp(last, "f") == 0 || strcmp(last, "B") == 0) {
        assert_int_equal(p->over_fill, 0);
        p->process_areas += strstr(p->fill, " k") != NULL;
        p->spot_areas += strstr(p->fill, "/S0 cs 1 scn") != NULL;
    }
}

static void the_press_gets_recipes_and_overprint(void **state)
{
    outside *o = *state;
    save_pdf(o, "a.pdf", "press");
    int status;
    char *content = outside_run(o,
                                "qpdf --qdf --object-streams=disable a.pdf a.qdf && "
                                "sed -n '/^%% Contents for page 1/,/^endstream/p' a.qdf | sed "
                                "'1,/^stream/d; /^endstream/d'",
                                &status);
    assert_int_equal(status, 0);
    paint_state p = {.fill = ""};
    char *rest = content;
    for (char *line = strtok_r(rest, "\n", &rest); line; line = strtok_r(rest, "\n", &rest))
        follow(&p, line);
    free(content);
    assert_int_equal(p.black_text, 5);
    assert_int_equal(p.white_text, 1);
    assert_int_equal(p.process_areas, 3);
    assert_int_equal(p.spot_areas, 1);
    assert_succeeds(o, "grep -aq '/Separation' a.qdf && grep -aq '/PANTONE#20871#20C' a.qdf");
    assert_succeeds(o, "grep -aq '/OPM 1' a.qdf && grep -aq 'CGATS TR 002' a.qdf");
    assert_succeeds(o, "grep -aq '/GTS_PDFXVersion (PDF/X-4)' a.qdf");
}

static void the_screen_gets_rgb_only(void **state)
{
    outside *o = *state;
    save_pdf(o, "a.pdf", "screen");
    assert_succeeds(o, "qpdf --qdf --object-streams=disable a.pdf a.qdf && grep -aqE ' rg$' a.qdf");
    assert_fails(o, "grep -aqE ' [kK]$|Separation|/OPM' a.qdf");
}

static void two_sessions_give_equal_bytes(void **state)
{
    outside *o = *state;
    save_pdf(o, "own.pdf", "press");
    save_by_cairo(o, "cairo.pdf");
    zt_arena_drop(o->sample->arena);
    o->sample = sample_new();
    save_pdf(o, "own2.pdf", "press");
    save_by_cairo(o, "cairo2.pdf");
    assert_succeeds(o, "cmp own.pdf own2.pdf && cmp cairo.pdf cairo2.pdf");
}

/* A buffer that holds something already: offsets in the file count from its own start. */
static void a_file_may_begin_anywhere_in_the_buffer(void **state)
{
    outside *o = *state;
    zt_export_options options = sample_options("screen");
    zt_str alone = sample_write(o->sample, "pdf", &options);
    zt_buf out;
    zt_buf_init(&out, o->sample->arena);
    zt_buf_puts(&out, "before");
    const zt_export e = {.arena = o->sample->arena,
                         .diags = o->sample->diags,
                         .book = &o->sample->book,
                         .options = &options};
    assert_true(zt_output_write(zt_output_find(ZT_STR("pdf")), &e, 0, &out));
    assert_int_equal(out.len, alone.len + 6);
    assert_memory_equal(out.data + 6, alone.data, alone.len);
}

static int pictures_differ(const outside *o)
{
    char a[128], b[128];
    snprintf(a, sizeof a, "%s/own.ppm", o->folder);
    snprintf(b, sizeof b, "%s/cairo.ppm", o->folder);
    char name[] = "compare_ppm";
    char *argv[] = {name, a, b};
    return compare_ppm(3, argv);
}

static void cairo_paints_the_same(void **state)
{
    outside *o = *state;
    save_pdf(o, "own.pdf", "screen");
    save_by_cairo(o, "cairo.pdf");
    assert_succeeds(o, "pdftoppm -r 150 -singlefile own.pdf own && "
                       "pdftoppm -r 150 -singlefile cairo.pdf cairo");
    assert_int_equal(pictures_differ(o), 0);
    assert_succeeds(o, "mutool draw -q -r 150 -o own.ppm own.pdf && "
                       "mutool draw -q -r 150 -o cairo.ppm cairo.pdf");
    assert_int_equal(pictures_differ(o), 0);
    assert_succeeds(o, "for f in own cairo; do gs -q -dNOPAUSE -dBATCH -sDEVICE=ppmraw -r150 "
                       "-dTextAlphaBits=4 -dGraphicsAlphaBits=4 -o $f.ppm $f.pdf; done");
    assert_int_equal(pictures_differ(o), 0);
}

static void move_first_run(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    (void)dy;
    bool *done = self;
    if (item->kind != ZT_ITEM_GLYPHS || *done)
        return;
    zt_glyphs *run = (zt_glyphs *)(uintptr_t)item; /* the test's own scene may be changed */
    run->origin.x += 0.5;
    *done = true;
}

static void a_run_moved_by_half_a_point_is_found(void **state)
{
    outside *o = *state;
    save_by_cairo(o, "cairo.pdf");
    bool done = false;
    zt_visitor visitor = {&done, move_first_run, NULL};
    zt_scene_walk(o->sample->page->root, &visitor);
    save_pdf(o, "own.pdf", "screen");
    assert_succeeds(o, "pdftoppm -r 150 -singlefile own.pdf own && "
                       "pdftoppm -r 150 -singlefile cairo.pdf cairo");
    assert_int_equal(pictures_differ(o), 1);
}

static void bleed_widens_the_media_box(void **state)
{
    outside *o = *state;
    o->sample->page->bleed = 8.5;
    save_pdf(o, "a.pdf", "press");
    assert_says(o, "pdfinfo -box a.pdf | grep Box | sed 's/  */ /g'",
                "MediaBox: 0.00 0.00 277.00 237.00\nCropBox: 0.00 0.00 277.00 237.00\n"
                "BleedBox: 0.00 0.00 277.00 237.00\nTrimBox: 8.50 8.50 268.50 228.50\n"
                "ArtBox: 0.00 0.00 277.00 237.00\n");
}

static void two_pages_and_a_link(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    zt_scene *second = zt_scene_new(s->arena, 100, 60);
    s->book.pages = ZT_ARRAY(s->arena, 2, zt_scene *);
    s->book.pages[0] = s->page;
    s->book.pages[1] = s->page = second;
    s->book.page_count = 2;
    zt_group *line = zt_scene_add_part(second, second->root, ZT_NOWHERE, "body", ZT_ROLE_P,
                                       (zt_rect){10, 10, 80, 20});
    sample_text(s, line, s->serif, 12, (zt_point){0, 10}, "第二页", ZT_SOLID(&sample_black));
    zt_link *link = ZT_NEW(s->arena, zt_link);
    link->item = (zt_item){.kind = ZT_ITEM_LINK, .box = {0, 0, 36, 12}};
    link->uri = "https://example.org/(a)";
    line->last->next = &link->item;
    line->last = &link->item;
    save_pdf(o, "a.pdf", "screen");
    assert_succeeds(o, "qpdf --check a.pdf");
    assert_says(o, "pdfinfo -url a.pdf | tail -n +2 | sed 's/  */ /g'",
                " 2 Annotation https://example.org/(a)\n");
    assert_says(o, "pdftotext -f 2 -l 2 a.pdf - | head -n 1", "第二页\n");
    save_pdf(o, "press.pdf", "press");
    assert_says(o, "pdfinfo -url press.pdf | tail -n +2", "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, outside_begin, outside_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(both_profiles_are_sound),
        TEST(fonts_are_embedded_as_subsets),
        TEST(truetype_fonts_too),
        TEST(the_text_comes_back_in_order),
        TEST(glyphs_that_share_a_shape_keep_their_text),
        TEST(letters_are_plainer_than_a_ligature),
        TEST(what_is_never_seen_is_not_said),
        TEST(a_line_is_one_string),
        TEST(the_press_gets_recipes_and_overprint),
        TEST(the_screen_gets_rgb_only),
        TEST(two_sessions_give_equal_bytes),
        TEST(a_file_may_begin_anywhere_in_the_buffer),
        TEST(cairo_paints_the_same),
        TEST(a_run_moved_by_half_a_point_is_found),
        TEST(bleed_widens_the_media_box),
        TEST(two_pages_and_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
