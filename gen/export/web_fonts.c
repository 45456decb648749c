/* The faces of a page of the web inside of it: each with the characters that are set in it. */
#include "export/web_imp.h"

#include "base/utf8.h"
#include "font/font.h"

/* A face with its characters, as bits by code point. */
typedef struct web_face {
    const zt_face *face;
    uint8_t *bits;
} web_face;

enum { LAST = 0x10FFFF };

/* A walk over pages. */
typedef struct face_finder {
    zt_arena *arena;
    ZT_VEC(web_face) faces;
} face_finder;

static web_face *face_of(face_finder *f, const zt_face *face)
{
    for (size_t i = 0; i < f->faces.count; i++)
        if (f->faces.items[i].face == face)
            return &f->faces.items[i];
    web_face row = {face, ZT_ARRAY(f->arena, LAST / 8 + 1, uint8_t)};
    ZT_PUSH(f->arena, &f->faces, row);
    return &f->faces.items[f->faces.count - 1];
}

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    face_finder *f = self;
    const zt_glyphs *run = (const zt_glyphs *)item;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_GLYPHS || !run->face)
        return;
    web_face *face = face_of(f, run->face);
    for (size_t at = 0; at < run->text.len;) {
        uint32_t c = zt_utf8_next(run->text, &at);
        if (c <= LAST)
            face->bits[c / 8] |= (uint8_t)(1u << c % 8);
    }
}

static size_t characters_of(zt_arena *arena, const web_face *face, uint32_t **out)
{
    ZT_VEC(uint32_t) list = {0};
    for (uint32_t c = 0; c <= LAST; c++)
        if (face->bits[c / 8] & 1u << c % 8)
            ZT_PUSH(arena, &list, c);
    *out = list.items;
    return list.count;
}

/* The name of a family inside of quotes of CSS. */
static void put_family(zt_buf *out, const char *family)
{
    for (; *family; family++)
        if (*family != '"' && *family != '\\' && *family != '<')
            zt_buf_putc(out, *family);
}

static bool put_face(const zt_export *e, const web_face *face, zt_buf *out)
{
    uint32_t *characters;
    zt_str bytes;
    size_t count = characters_of(e->arena, face, &characters);
    if (!zt_face_web_font(e->arena, face->face, characters, count, &bytes)) {
        zt_report_env(e->diags, "font-subset", ZT_NOWHERE,
                      "字体“%s”取不出子集，网页里放不进；请装 libharfbuzz-subset0",
                      "no subset could be made of the font “%s” for the page; install "
                      "libharfbuzz-subset0",
                      zt_face_family(face->face));
        return false;
    }
    zt_buf_puts(out, "@font-face{font-family:\"");
    put_family(out, zt_face_family(face->face));
    zt_buf_printf(out, "\";font-weight:%d;src:url(data:font/otf;base64,",
                  zt_face_weight(face->face));
    zt_base64(out, bytes);
    zt_buf_puts(out, ")}\n");
    return true;
}

bool zt_web_fonts(const zt_export *e, const zt_book *const *books, size_t count, zt_buf *out)
{
    face_finder finder = {.arena = e->arena};
    zt_visitor visitor = {.self = &finder, .enter = enter};
    for (size_t i = 0; i < count; i++)
        for (size_t p = 0; p < books[i]->page_count; p++)
            zt_scene_walk(books[i]->pages[p]->root, &visitor);
    for (size_t i = 0; i < finder.faces.count; i++)
        if (!put_face(e, &finder.faces.items[i], out))
            return false;
    return true;
}
