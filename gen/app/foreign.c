/* gen/app/foreign.c — zhitu preflight: a PDF of any program, inspected; and its pages drawn with
   what was found: the boxes of all that they paint, and the numbers of the findings. */
#include <string.h>

#include "app/session.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/utf8.h"
#include "export/export.h"
#include "inspect/inspect.h"

/* ---- the pages, drawn ---- */

static const zt_ink frame_ink = {.name = "frame", .rgb = {0.6, 0.6, 0.6}},
                    found_ink = {.name = "found", .rgb = {0.85, 0.1, 0.1}},
                    picture_ink = {.name = "picture", .rgb = {0.8, 0.85, 0.9}};

/* A page that is drawn. */
typedef struct sketch {
    zt_arena *arena;
    zt_scene *scene;
    zt_rect trim;
} sketch;

static double part_of(double value)
{
    return zt_clamp(value, 0, 1);
}

/* As screens show it, roughly: it is a plan of the page, not the page. */
static const zt_ink *ink_like(zt_arena *arena, const zt_colour *colour)
{
    zt_ink *ink = ZT_NEW(arena, zt_ink);
    const double *v = colour->value;
    *ink = (zt_ink){.name = "like", .rgb = {0.5, 0.5, 0.5}};
    switch (colour->space) {
    case ZT_SPACE_GREY:
        ink->rgb = (zt_rgb){part_of(v[0]), part_of(v[0]), part_of(v[0])};
        break;
    case ZT_SPACE_RGB:
        ink->rgb = (zt_rgb){part_of(v[0]), part_of(v[1]), part_of(v[2])};
        break;
    case ZT_SPACE_CMYK:
        for (int i = 0; i < 4; i++)
            ink->cmyk[i] = part_of(v[i]);
        ink->rgb = zt_rgb_from_cmyk(ink->cmyk);
        break;
    case ZT_SPACE_SPOT: {
        double light = 1 - 0.6 * part_of(v[0]);
        ink->rgb = (zt_rgb){light, light, light};
        break;
    }
    case ZT_SPACE_UNKNOWN:
    case ZT_SPACE_LAB:
    case ZT_SPACE_PATTERN:
        break;
    }
    return ink;
}

/* From points of the page to those of the scene. */
static zt_rect placed(const sketch *s, zt_rect box)
{
    return (zt_rect){box.x - s->trim.x, zt_rect_foot(s->trim) - zt_rect_foot(box), box.w, box.h};
}

static void draw_outline(const sketch *s, zt_rect box, zt_paint stroke, double width)
{
    zt_path *path = zt_scene_add_path(s->scene, s->scene->root, ZT_NOWHERE);
    zt_path_rect(path, box);
    path->stroke = stroke;
    path->width = width;
    zt_path_done(path);
}

/* Type is its line's middle, a picture a tinted box, all else what it is as far as boxes say it. */
static void draw_mark(void *self, const zt_painted *p)
{
    const sketch *s = self;
    zt_rect box = placed(s, p->box);
    zt_paint paint = ZT_SOLID(ink_like(s->arena, &p->colour));
    if (p->kind == ZT_PAINTED_IMAGE)
        paint = ZT_SOLID(&picture_ink);
    if (p->kind == ZT_PAINTED_TEXT)
        box = (zt_rect){box.x, box.y + 0.2 * box.h, box.w, 0.6 * box.h};
    bool hollow = p->kind == ZT_PAINTED_STROKE && box.w > 2 * p->size && box.h > 2 * p->size;
    if (hollow)
        draw_outline(s, box, paint, zt_max(0.25, p->size));
    else
        zt_scene_fill_rect(s->scene, s->scene->root, ZT_NOWHERE, box, paint);
}

/* The segments of a digit as on a pocket calculator: top, upper left, upper right, middle, lower
   left, lower right, foot. */
static const unsigned char segments[10] = {0x77, 0x24, 0x5d, 0x6d, 0x2e,
                                           0x6b, 0x7b, 0x25, 0x7f, 0x6f};

/* One digit, 4 points wide and 7 high. */
static void draw_digit(const sketch *s, int digit, double x, double y)
{
    static const struct {
        double x0, y0, x1, y1;
    } lines[] = {{0, 0, 1, 0},   {0, 0, 0, 0.5}, {1, 0, 1, 0.5}, {0, 0.5, 1, 0.5},
                 {0, 0.5, 0, 1}, {1, 0.5, 1, 1}, {0, 1, 1, 1}};
    const double w = 3, h = 6;
    for (int i = 0; i < 7; i++)
        if (segments[digit] >> i & 1)
            zt_scene_rule(s->scene, s->scene->root, ZT_NOWHERE,
                          (zt_point){x + w * lines[i].x0, y + h * lines[i].y0},
                          (zt_point){x + w * lines[i].x1, y + h * lines[i].y1}, 1,
                          ZT_SOLID(&found_ink));
}

static void draw_number(const sketch *s, size_t number, double x, double y)
{
    const char *text = zt_arena_printf(s->arena, "%zu", number);
    for (size_t i = 0; text[i]; i++)
        draw_digit(s, text[i] - '0', x + 5 * (double)i, y);
}

/* A frame around the place, its number above it, within the page. */
static void draw_finding(const sketch *s, const zt_inspect_finding *f, size_t number)
{
    const double air = 2, above = 9;
    zt_rect box = {zt_pt_from_mm(f->place.x) - air, zt_pt_from_mm(f->place.y) - air,
                   zt_pt_from_mm(f->place.w) + 2 * air, zt_pt_from_mm(f->place.h) + 2 * air};
    draw_outline(s, box, ZT_SOLID(&found_ink), 1);
    draw_number(s, number, zt_clamp(box.x, 1, s->trim.w - 20), zt_max(1, box.y - above));
}

/* The scene of a page: its marks, its edge, the findings of it by their numbers among all. */
static zt_scene *scene_of(zt_arena *arena, const zt_pdf_report *all, size_t index)
{
    const zt_inspect_page *page = &all->pages.items[index];
    sketch s = {arena, zt_scene_new(arena, page->trim.w, page->trim.h), page->trim};
    zt_pdf_paint(all->source, arena, zt_pdf_page_at(all->source, index), draw_mark, &s);
    draw_outline(&s, (zt_rect){0, 0, page->trim.w, page->trim.h}, ZT_SOLID(&frame_ink), 1);
    for (size_t i = 0; i < all->findings.count; i++)
        if (all->findings.items[i].page == index + 1 && all->findings.items[i].place.w > 0)
            draw_finding(&s, &all->findings.items[i], i + 1);
    return s.scene;
}

/* The file's name without its folder and ".pdf". */
static zt_str stem_of(const char *path)
{
    zt_str name = zt_str_from(zt_path_base(path));
    if (zt_str_ends(name, ".pdf") && name.len > 4)
        name.len -= 4;
    return name;
}

/* NAME-1.png, NAME-2.png … in the folder. */
static void draw_pages(zhitu *session, zt_arena *arena, zt_diags *diags, const char *path,
                       const zt_pdf_report *all, const char *folder)
{
    zt_export_options options = {.profile = zt_profile_find(ZT_STR("")),
                                 .version = zhitu_version()};
    zt_str stem = stem_of(path);
    if (!zt_folder_open(arena, diags, folder))
        return;
    for (size_t i = 0; i < all->pages.count && !zt_diags_failed(diags); i++) {
        zt_scene *scene = scene_of(arena, all, i);
        zt_book book = {.pages = &scene, .page_count = 1};
        const zt_export e = {.arena = arena, .diags = diags, .book = &book, .options = &options};
        const char *name = zt_arena_printf(arena, "%s/%.*s-%zu.png", folder, ZT_ARG(stem), i + 1);
        zt_buf png;
        zt_buf_init(&png, arena);
        if (zt_output_write(zt_output_find(ZT_STR("png")), &e, 0, &png) &&
            zt_file_write(diags, name, png.data, png.len) && session->config.written)
            session->config.written(session->config.self, name);
    }
}

/* ---- the findings ---- */

/* The arguments of zhitu_inspect, for an attempt. */
typedef struct inspect_job {
    zhitu *session;
    const char *path;
    const zhitu_inspection *how;
    bool strict;
    void (*found)(void *self, const zhitu_inspected *finding);
} inspect_job;

static double given(double value, double usual)
{
    return value > 0 ? value : usual;
}

static zt_purpose purpose_of(const char *name)
{
    if (name && strcmp(name, "screen") == 0)
        return ZT_PURPOSE_SCREEN;
    return name && strcmp(name, "pdfx1a") == 0 ? ZT_PURPOSE_PDFX1A : ZT_PURPOSE_PDFX4;
}

static void hand_over(const inspect_job *job, const zt_inspect_finding *f, size_t number)
{
    bool zh = job->session->config.lang == ZHITU_ZH;
    zt_arena *scratch = zt_arena_beside(job->session->arena);
    zhitu_inspected one = {.severity = (zhitu_severity)f->severity,
                           .file = zt_utf8_printable(scratch, job->path),
                           .code = f->code,
                           .text = zh ? f->zh : f->en,
                           .source = f->source,
                           .number = (int)number,
                           .page = (int)f->page,
                           .object = f->object,
                           .count = (int)f->count,
                           .x = f->place.x,
                           .y = f->place.y,
                           .width = f->place.w,
                           .height = f->place.h};
    job->found(job->session->config.self, &one);
    zt_arena_drop(scratch);
}

static zhitu_status inspect(void *self)
{
    const inspect_job *job = self;
    zhitu *session = job->session;
    const zhitu_inspection *how = job->how;
    const zt_inspect_limits *usual = &zt_inspect_usual;
    const zt_inspect_limits limits = {.ink = given(how->ink, usual->ink),
                                      .type = given(how->type, usual->type),
                                      .colour_type = given(how->colour_type, usual->colour_type),
                                      .reversed_type =
                                          given(how->reversed_type, usual->reversed_type),
                                      .rule = given(how->rule, usual->rule),
                                      .ppi = given(how->ppi, usual->ppi),
                                      .ground = given(how->ground, usual->ground)};
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zhitu_status status = ZHITU_FINE;
    const zt_pdf_report *all =
        zt_inspect(arena, diags, job->path, purpose_of(how->purpose), &limits);
    for (size_t i = 0; all && i < all->findings.count; i++) {
        const zt_inspect_finding *f = &all->findings.items[i];
        if (f->severity == ZT_ERROR || (job->strict && f->severity == ZT_WARNING))
            status = ZHITU_INPUT;
        hand_over(job, f, i + 1);
    }
    if (all && how->pictures)
        draw_pages(session, arena, diags, job->path, all, how->pictures);
    zhitu_status own = zt_session_report(session, diags, NULL, job->strict);
    zt_arena_drop(arena);
    return own > status ? own : status;
}

zhitu_status zhitu_inspect(zhitu *session, const char *path, const zhitu_inspection *how,
                           bool strict, void (*found)(void *self, const zhitu_inspected *finding))
{
    inspect_job job = {session, path, how, strict, found};
    return zt_session_attempt(session, path, inspect, &job);
}
