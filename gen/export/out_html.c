/* One page of the web that needs nothing else: the pages as pictures whose text is text, in the
   widths that the document holds for, and below them all that they say as HTML. */
#include "export/web_imp.h"

#include <math.h>
#include <string.h>

/* A file on its way. */
typedef struct html_writer {
    const zt_export *e;
    zt_buf *out;
    zt_lang lang;
    /* The book in its widths, the widest first. */
    const zt_book *const *books;
    size_t count;
    zt_svg_ids ids; /* of the whole file */
} html_writer;

/* CSS pixels, 96 an inch. */
static long pixels_of(const zt_book *book)
{
    return lround(book->pages[0]->width * 96 / 72);
}

/* ---- the head ---- */

/* A width is shown from nine tenths of its own size on, the narrowest always below that. */
static void put_widths(const html_writer *h)
{
    for (size_t i = 0; h->count > 1 && i < h->count; i++) {
        zt_buf_puts(h->out, "@media screen");
        if (i + 1 < h->count)
            zt_buf_printf(h->out, " and (min-width:%ldpx)", pixels_of(h->books[i]) * 9 / 10);
        if (i > 0)
            zt_buf_printf(h->out, " and (max-width:%ld.98px)",
                          pixels_of(h->books[i - 1]) * 9 / 10 - 1);
        zt_buf_printf(h->out, "{.w%zu{display:block}}\n", i);
    }
    for (size_t i = 0; i < h->count; i++)
        zt_buf_printf(h->out, ".w%zu svg{max-width:%ldpx}\n", i, pixels_of(h->books[i]) * 5 / 4);
}

static void put_style(const html_writer *h)
{
    zt_buf_puts(
        h->out,
        "body{margin:0;background:#fff;color:#1f1c1b;line-height:1.6;"
        "font-family:system-ui,\"Noto Sans CJK SC\",sans-serif}\n"
        ".skip{position:absolute;left:-999em}.skip:focus{position:static;display:block;padding:."
        "5em}\n"
        ":focus-visible{outline:3px solid #0b57d0;outline-offset:2px}\n"
        ".sheet{margin:0 0 1em}.sheet svg{display:block;width:100%;height:auto;margin:0 auto}\n"
        ".words{max-width:46em;margin:0 auto;padding:1em}\n"
        ".words figure{margin:1em 0}.wide{overflow-x:auto}\n"
        ".words h1{font-size:1.5em}.words h2{font-size:1.25em}.words h3{font-size:1.1em}\n"
        "table{border-collapse:collapse}th,td{border-bottom:1px solid #767676;padding:.25em "
        ".75em;text-align:start;vertical-align:top}\n");
    if (h->count > 1)
        zt_buf_puts(h->out, ".sheet{display:none}\n@media print{.w0{display:block}}\n");
    put_widths(h);
    /* Pages of a book: side by side where there is room, never smaller than can be read. */
    if (h->books[0]->page_count > 1)
        zt_buf_puts(h->out,
                    "@media (min-width:1500px){.book{display:grid;grid-template-columns:1fr 1fr}}\n"
                    "@media (max-width:640px){.sheet{overflow-x:auto}.sheet svg{width:640px}}\n");
}

static bool put_head(const html_writer *h)
{
    const zt_book *book = h->e->book;
    zt_buf_puts(h->out, "<!DOCTYPE html>\n<html");
    zt_svg_attribute(h->out, "lang", book->lang ? book->lang : "zh-Hans");
    zt_buf_puts(h->out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                        "'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, "
                        "initial-scale=1\">\n<title>");
    zt_buf_xml(h->out, zt_str_from(book->title && *book->title ? book->title : book->id));
    zt_buf_puts(h->out, "</title>\n");
    if (book->subject) {
        zt_buf_puts(h->out, "<meta name=\"description\"");
        zt_svg_attribute(h->out, "content", book->subject);
        zt_buf_puts(h->out, ">\n");
    }
    zt_buf_puts(h->out, "<style>\n");
    if (!zt_web_fonts(h->e, h->books, h->count, h->out))
        return false;
    put_style(h);
    zt_buf_puts(h->out, "</style>\n</head>\n");
    return true;
}

/* ---- the body ---- */

/* The picture is for eyes: what it says stands below it, in the order of reading. Where a page is
   wider than the window it is moved by itself, so a keyboard has to reach it. */
static bool put_sheet(html_writer *h, size_t width, size_t page)
{
    const zt_book *book = h->books[width];
    zt_export e = *h->e;
    e.book = book;
    zt_buf_printf(h->out, "<div class=\"sheet w%zu\"", width);
    if (book->page_count > 1) {
        zt_buf_puts(h->out, " tabindex=\"0\" role=\"group\"");
        zt_svg_attribute(h->out, "aria-label",
                         zt_arena_printf(e.arena, ZT_IN(h->lang, "第%zu页", "page %zu"), page + 1));
    }
    zt_buf_puts(h->out, ">\n");
    if (!zt_svg_inline(&e, book->pages[page], &h->ids, h->out))
        return false;
    zt_buf_puts(h->out, "</div>\n");
    return true;
}

static bool put_body(html_writer *h)
{
    zt_buf_printf(h->out, "<body>\n<a class=\"skip\" href=\"#zhitu-words\">%s</a>\n<main>\n",
                  ZT_IN(h->lang, "跳到文字和数据", "To the words and data"));
    zt_buf_puts(h->out, "<div class=\"book\">\n");
    for (size_t i = 0; i < h->count; i++)
        for (size_t p = 0; p < h->books[i]->page_count; p++)
            if (!put_sheet(h, i, p))
                return false;
    zt_buf_puts(h->out, "</div>\n<article class=\"words\" id=\"zhitu-words\" tabindex=\"-1\"");
    zt_svg_attribute(h->out, "aria-label", ZT_IN(h->lang, "文字和数据", "Words and data"));
    zt_buf_puts(h->out, ">\n");
    zt_web_words(h->e->arena, h->out, h->e->book);
    zt_buf_puts(h->out, "</article>\n</main>\n</body>\n</html>\n");
    return true;
}

static bool write_book(const zt_export *e, zt_buf *out)
{
    const zt_book *const *twins = e->book->twins;
    html_writer h = {.e = e,
                     .out = out,
                     .lang = zt_book_language(e->book),
                     .books = twins ? twins : &e->book,
                     .count = twins ? e->book->twin_count : 1};
    ZT_PUSH(e->arena, &h.ids, "zhitu-words");
    return put_head(&h) && put_body(&h);
}

extern const zt_output zt_output_html;
const zt_output zt_output_html = {
    .name = "html",
    .zh = "一个网页，不需要别的文件：各种宽度的图，文字和数据表",
    .en = "a page of the web in one file: pictures in several widths, words and tables",
    .write_book = write_book,
    .for_screens = true,
};
