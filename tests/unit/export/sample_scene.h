/* A page with everything that outputs must paint alike, built by hand with real faces. */
#ifndef SAMPLE_SCENE_H
#define SAMPLE_SCENE_H

#include <string.h>

#include "base/utf8.h"
#include "export/export.h"
#include "font/font.h"

static const zt_ink sample_black = {
    .name = "black", .cmyk = {0, 0, 0, 1}, .rgb = {0.12, 0.11, 0.11}, .overprint = true};
static const zt_ink sample_red = {
    .name = "red", .cmyk = {0.05, 1, 0.95, 0.02}, .rgb = {0.784, 0.063, 0.18}};
static const zt_ink sample_spot = {
    .name = "gold", .cmyk = {0, 0.3, 0.8, 0.2}, .rgb = {0.8, 0.6, 0.2}, .spot = "PANTONE 871 C"};

typedef struct sample {
    zt_arena *arena;
    zt_diags *diags;
    zt_fonts *fonts;
    const zt_face *sans, *serif;
    zt_scene *page;
    zt_book book;
} sample;

/* Glyphs one after another by the face's own advances, `extra` points between them. */
static inline zt_glyphs *sample_text(sample *s, zt_group *group, const zt_face *face, double size,
                                     zt_point origin, const char *text, zt_paint paint)
{
    zt_str str = zt_str_from(text);
    size_t count = zt_utf8_count(str), at = 0;
    zt_glyph *glyphs = ZT_ARRAY(s->arena, count, zt_glyph);
    double x = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t cluster = (uint32_t)at;
        uint32_t id = zt_face_glyph(face, zt_utf8_next(str, &at));
        double advance = zt_face_advance(face, id) * size;
        glyphs[i] = (zt_glyph){id, x, 0, advance, cluster};
        x += advance;
    }
    return zt_scene_add_glyphs(s->page, group, (zt_pos){"sample.xml", 3, 5}, face, size, origin,
                               glyphs, count, str, paint);
}

/* The same text upright, running down a column. */
static inline zt_glyphs *sample_column(sample *s, zt_group *group, zt_point origin,
                                       const char *text)
{
    const double size = 12;
    zt_glyphs *run = sample_text(s, group, s->serif, size, origin, text, ZT_SOLID(&sample_black));
    zt_glyph *glyphs = ZT_ARRAY(s->arena, run->glyph_count, zt_glyph);
    for (size_t i = 0; i < run->glyph_count; i++) {
        glyphs[i] = run->glyphs[i];
        glyphs[i].x = -size / 2;
        glyphs[i].y = size * ((double)i + 0.88);
        glyphs[i].advance = size;
    }
    run->glyphs = glyphs;
    run->vertical = true;
    zt_glyphs_done(run);
    return run;
}

static inline void sample_hatching(sample *s, zt_group *group, const zt_rect *clip)
{
    zt_path *lines = zt_scene_add_path(s->page, group, ZT_NOWHERE);
    for (double x = clip->x - clip->h; x < zt_rect_right(*clip); x += 4) {
        zt_path_move(lines, x, zt_rect_foot(*clip));
        zt_path_line(lines, x + clip->h, clip->y);
    }
    lines->stroke = ZT_SOLID(&sample_red);
    lines->width = 0.8;
    lines->clip = clip;
    zt_path_done(lines);
}

static inline void sample_lines(sample *s, zt_group *group)
{
    zt_path *dashes = zt_scene_add_path(s->page, group, ZT_NOWHERE);
    zt_path_move(dashes, 10, 150);
    zt_path_line(dashes, 110, 150);
    dashes->stroke = (zt_paint){&sample_black, 0.6};
    dashes->width = 1.2;
    dashes->dash[0] = 4;
    dashes->dash[1] = 3;
    zt_path_done(dashes);
    zt_path *dots = zt_scene_add_path(s->page, group, ZT_NOWHERE);
    zt_path_move(dots, 12, 160);
    zt_path_line(dots, 110, 160);
    dots->stroke = ZT_SOLID(&sample_red);
    dots->width = 3;
    dots->cap = ZT_CAP_ROUND;
    dots->dash[1] = 6;
    zt_path_done(dots);
    zt_path *angle = zt_scene_add_path(s->page, group, ZT_NOWHERE);
    zt_path_move(angle, 12, 190);
    zt_path_line(angle, 40, 172);
    zt_path_line(angle, 60, 190);
    zt_path_curve(angle, (zt_point){80, 150}, (zt_point){100, 210}, (zt_point){112, 175});
    angle->stroke = ZT_SOLID(&sample_red);
    angle->width = 4;
    zt_path_done(angle);
}

static inline void sample_chart(sample *s, zt_group *parent)
{
    zt_group *chart = zt_scene_add_part(s->page, parent, (zt_pos){"sample.xml", 9, 3}, "chart",
                                        ZT_ROLE_FIGURE, (zt_rect){130, 100, 120, 100});
    chart->block = "chart";
    chart->alt = "客运量占比：航空 14.6%，其余 85.4%";
    chart->id = "share";
    zt_path *slice = zt_scene_add_path(s->page, chart, ZT_NOWHERE);
    zt_path_sector(slice, (zt_point){60, 45}, 20, 40, 0, 52.6);
    slice->fill = ZT_SOLID(&sample_red);
    zt_path_done(slice);
    zt_path *rest = zt_scene_add_path(s->page, chart, ZT_NOWHERE);
    zt_path_sector(rest, (zt_point){60, 45}, 20, 40, 52.6, 360);
    rest->fill = (zt_paint){&sample_black, 0.3};
    rest->stroke = ZT_SOLID(&zt_ink_paper);
    rest->width = 0.5;
    zt_path_done(rest);
    zt_scene_disc(s->page, chart, ZT_NOWHERE, (zt_point){60, 45}, 6, ZT_SOLID(&sample_spot));
    sample_text(s, chart, s->sans, 8, (zt_point){30, 98}, "航空 14.6%", ZT_SOLID(&sample_black));
}

static inline void sample_heads(sample *s, zt_group *root)
{
    zt_group *band = zt_scene_add_part(s->page, root, ZT_NOWHERE, "band", ZT_ROLE_NONE,
                                       (zt_rect){0, 0, 260, 40});
    zt_scene_fill_rect(s->page, band, ZT_NOWHERE, (zt_rect){0, 0, 260, 40}, ZT_SOLID(&sample_red));
    zt_group *title = zt_scene_add_part(s->page, band, ZT_NOWHERE, "title", ZT_ROLE_H1,
                                        (zt_rect){10, 8, 240, 24});
    sample_text(s, title, s->serif, 22, (zt_point){0, 20.5}, "“双核”联动 成效显著",
                ZT_SOLID(&zt_ink_paper));
}

static inline void sample_paragraph(sample *s, zt_group *root)
{
    zt_group *para =
        zt_scene_add_part(s->page, root, ZT_NOWHERE, "body", ZT_ROLE_P, (zt_rect){10, 50, 240, 44});
    zt_glyphs *line = sample_text(s, para, s->serif, 9, (zt_point){0, 8.37},
                                  "累计开行货运班列2.35万列，", ZT_SOLID(&sample_black));
    zt_glyph *spread = ZT_ARRAY(s->arena, line->glyph_count, zt_glyph);
    for (size_t i = 0; i < line->glyph_count; i++) {
        spread[i] = line->glyphs[i];
        spread[i].x += 0.137 * (double)i; /* as justification does */
        spread[i].advance += 0.137;
    }
    line->glyphs = spread;
    zt_glyphs_done(line);
    sample_text(s, para, s->serif, 9, (zt_point){0, 22.37}, "CO2与km\\(a)",
                ZT_SOLID(&sample_black));
    sample_text(s, para, s->sans, 16, (zt_point){60, 36}, "2.35", ZT_SOLID(&sample_red));
    zt_glyphs *turned = sample_text(s, para, s->sans, 9, (zt_point){225.25, 4.5}, "GDP 5.1%",
                                    ZT_SOLID(&sample_black));
    turned->rotated = true;
    zt_glyphs_done(turned);
    sample_column(s, para, (zt_point){205, 0}, "竖排三字");
}

/* What the samples are printed on; unit tests run from the root of the project. */
static const zt_printing sample_newsprint = {.name = "newsprint",
                                             .identifier = "CGATS TR 002",
                                             .registry = "http://www.color.org",
                                             .icc = "templates/newsprint-240.icc",
                                             .profile = "pdfx4"};

static inline sample *sample_new(void)
{
    zt_arena *arena = zt_arena_new();
    sample *s = ZT_NEW(arena, sample);
    s->arena = arena;
    s->diags = zt_diags_new(arena);
    s->fonts = zt_fonts_new(arena, &(zt_font_options){0});
    s->sans = zt_fonts_find(s->fonts, s->diags, ZT_NOWHERE, "Noto Sans CJK SC", 700);
    s->serif = zt_fonts_find(s->fonts, s->diags, ZT_NOWHERE, "Noto Serif CJK SC", 400);
    zt_assert(s->sans && s->serif);
    s->page = zt_scene_new(arena, 260, 220);
    sample_heads(s, s->page->root);
    sample_paragraph(s, s->page->root);
    sample_chart(s, s->page->root);
    sample_lines(s, s->page->root);
    static const zt_rect clip = {10, 108, 60, 30};
    sample_hatching(s, s->page->root, &clip);
    s->book = (zt_book){.id = "sample",
                        .title = "“双核”联动 成效显著",
                        .lang = "zh-CN",
                        .subject = "测试 <&>",
                        .date = "2022-01-12",
                        .printing = &sample_newsprint};
    s->book.pages = ZT_ARRAY(arena, 1, zt_scene *);
    s->book.pages[0] = s->page;
    s->book.page_count = 1;
    return s;
}

static inline zt_str sample_write(sample *s, const char *format, const zt_export_options *options)
{
    zt_buf out;
    zt_buf_init(&out, s->arena);
    const zt_export e = {
        .arena = s->arena, .diags = s->diags, .book = &s->book, .options = options};
    bool ok = zt_output_write(zt_output_find(zt_str_from(format)), &e, 0, &out);
    zt_assert(ok);
    return zt_buf_view(&out);
}

static inline zt_export_options sample_options(const char *profile)
{
    return (zt_export_options){.profile = zt_profile_find(zt_str_from(profile)),
                               .version = "0.1.0"};
}

#endif
