/* gen/preflight/page_text.c — the text of a page, sorted so that words are looked for where they
   belong and nowhere else: what is asked of a page grows with its text, not with its square. It
   is given a finished scene, and keeps all its text twice: in the order of painting and by the
   place in the source. */
#include "preflight/page_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* ---- plain words ---- */

/* Marks that are set by the house's rules or not at all: quotation marks change with their depth, a
   bar in a title is a blank, thousands get a comma on an axis. */
static bool is_passed_over(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == '|' || c == ',' || c == '"' || c == '\'' || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200B) || (c >= 0x2018 && c <= 0x201F) ||
           (c >= 0x300C && c <= 0x300F) || zt_is_ignorable(c);
}

/* All of them become one hyphen: a page may print another than was written. */
static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == '~';
}

/* Stands where two numbers would run together: of different lines, for no number is broken, or with
   a blank or a quotation mark between them, which no number has. */
#define NUMBERS_APART '\1'

/* ASCII. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Of marks that are passed over. Not U+2009, which groups digits. */
static bool parts_numbers(uint32_t c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x3000 || c == '|' ||
           (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F);
}

/* Whether the text begins with such a mark, or ends with one. */
static bool begins_parted(zt_str text)
{
    size_t at = 0;
    return text.len > 0 && parts_numbers(zt_utf8_next(text, &at));
}
static bool ends_parted(zt_str text)
{
    size_t at = text.len;
    while (at > 0 && ((unsigned char)text.data[--at] & 0xC0) == 0x80)
        continue;
    return text.len > 0 && parts_numbers(zt_utf8_next(text, &at));
}

/* Full-width ASCII becomes ASCII (U+FF01 to U+FF5E). 1号 18.5% keeps its two numbers apart. */
static void put_plain(zt_buf *out, zt_str text)
{
    bool blank = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFF01 - '!';
        blank |= parts_numbers(c);
        if (is_passed_over(c))
            continue;
        if (blank && out->len > 0 && is_digit(out->data[out->len - 1]) && c < 0x80 &&
            is_digit((char)c))
            zt_buf_putc(out, NUMBERS_APART);
        blank = false;
        zt_buf_utf8(out, is_dash(c) ? '-' : c);
    }
}

/* Both sides of a comparison go through this: what the document says and what the page shows. */
zt_str zt_page_plain(zt_arena *arena, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    put_plain(&out, text);
    return zt_buf_view(&out);
}

/* 5 is no part of 57, of 15 or of 1.5. */
static bool is_whole_number(zt_str text, size_t first, size_t end)
{
    const char *t = text.data;
    bool before =
        first > 0 && is_digit(t[first]) &&
        (is_digit(t[first - 1]) || (t[first - 1] == '.' && first > 1 && is_digit(t[first - 2])));
    bool after =
        end < text.len && is_digit(t[end - 1]) &&
        (is_digit(t[end]) || (t[end] == '.' && end + 1 < text.len && is_digit(t[end + 1])));
    return !before && !after;
}

/* Empty words stand everywhere. */
bool zt_page_text_holds(zt_str text, zt_str words)
{
    /* The third byte of a Han character differs most from those of its neighbours. */
    size_t mark = words.len > 2 ? 2 : 0;
    if (words.len == 0)
        return true;
    if (words.len > text.len)
        return false;
    const char *at = text.data + mark, *end = text.data + text.len - (words.len - mark - 1);
    while (at < end && (at = memchr(at, words.data[mark], (size_t)(end - at)))) {
        size_t first = (size_t)(at - mark - text.data);
        if (memcmp(text.data + first, words.data, words.len) == 0 &&
            is_whole_number(text, first, first + words.len))
            return true;
        at++;
    }
    return false;
}

/* ---- reading the scene ---- */

/* The page while it is read. */
typedef struct page_reader {
    zt_arena *arena;
    zt_buf painted;
    ZT_VEC(zt_page_block) blocks;
    ZT_VEC(zt_page_run) runs;
} page_reader;

/* Adds the plain text of a run behind that of `before`, which may be NULL. */
static void put_run(zt_buf *out, zt_str text, zt_page_run *run, const zt_page_run *before)
{
    bool apart = before && (before->line != run->line || run->line == 0 || before->ends_parted ||
                            run->begins_parted);
    if (apart && out->len > 0 && text.len > 0 && is_digit(out->data[out->len - 1]) &&
        is_digit(text.data[0]))
        zt_buf_putc(out, NUMBERS_APART);
    run->first = out->len;
    zt_buf_str(out, text);
    run->end = out->len;
}

/* Notes where blocks and runs begin in the text. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    page_reader *r = self;
    (void)dx;
    (void)dy;
    if (item->kind == ZT_ITEM_GROUP && ((const zt_group *)item)->block) {
        zt_page_block block = {.at = item->at, .first = r->painted.len};
        ZT_PUSH(r->arena, &r->blocks, block);
    }
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    const zt_glyphs *glyphs = (const zt_glyphs *)item;
    size_t count = r->runs.count;
    zt_page_run run = {.at = item->at,
                       .order = count,
                       .line = glyphs->line,
                       .begins_parted = begins_parted(glyphs->text),
                       .ends_parted = ends_parted(glyphs->text)};
    zt_str text = zt_page_plain(r->arena, glyphs->text);
    put_run(&r->painted, text, &run, count ? &r->runs.items[count - 1] : NULL);
    ZT_PUSH(r->arena, &r->runs, run);
}

/* The end of a block that was opened; blocks do not stand in each other. */
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    page_reader *r = self;
    (void)dx;
    (void)dy;
    if (group->block && r->blocks.count > 0)
        r->blocks.items[r->blocks.count - 1].end = r->painted.len;
}

/* File, line, column; the pointer first, as nearly all places are of one file. */
static int compare_places(zt_pos a, zt_pos b)
{
    if (a.file != b.file) {
        int by_file = strcmp(a.file ? a.file : "", b.file ? b.file : "");
        if (by_file)
            return by_file;
    }
    if (a.line != b.line)
        return a.line < b.line ? -1 : 1;
    return (a.column > b.column) - (a.column < b.column);
}

/* Runs of one place stay in the order of painting. */
static int by_place(const void *left, const void *right)
{
    const zt_page_run *a = left, *b = right;
    int order = compare_places(a->at, b->at);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* The second text: a line feed between places, so that words of two are never found as one. */
static void put_in_places(zt_arena *arena, zt_page_text *page)
{
    zt_buf placed;
    zt_buf_init(&placed, arena);
    if (page->run_count > 1)
        qsort(page->runs, page->run_count, sizeof *page->runs, by_place);
    for (size_t i = 0; i < page->run_count; i++) {
        zt_page_run *run = &page->runs[i];
        zt_str text = zt_str_slice(page->painted, run->first, run->end);
        if (i > 0 && compare_places(run->at, run[-1].at))
            zt_buf_putc(&placed, '\n');
        put_run(&placed, text, run, i > 0 ? run - 1 : NULL);
    }
    page->placed = zt_buf_view(&placed);
}

/* Runs are read once; the second text is put together from the plain text of the first. */
zt_page_text zt_page_text_of(zt_arena *arena, const zt_scene *const *pages, size_t count)
{
    page_reader r = {.arena = arena};
    zt_buf_init(&r.painted, arena);
    zt_visitor visitor = {.self = &r, .enter = enter, .leave = leave};
    for (size_t i = 0; i < count; i++)
        zt_scene_walk(pages[i]->root, &visitor);
    zt_page_text page = {.painted = zt_buf_view(&r.painted),
                         .blocks = r.blocks.items,
                         .block_count = r.blocks.count,
                         .runs = r.runs.items,
                         .run_count = r.runs.count};
    put_in_places(arena, &page);
    return page;
}

/* ---- asking ---- */

/* The first run that is painted for this place or a later one; with `past` for a later one. */
static size_t first_from(const zt_page_text *page, zt_pos at, bool past)
{
    size_t low = 0, high = page->run_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare_places(page->runs[middle].at, at);
        if (order < 0 || (past && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Runs lie sorted by place, so that a range of places is one stretch of the text. Lent from the
   page. */
zt_str zt_page_text_from(const zt_page_text *page, zt_pos from, zt_pos to)
{
    const zt_pos foot = {from.file, INT32_MAX, 0};
    bool one = to.line == from.line && to.column == from.column;
    size_t first = first_from(page, from, false);
    size_t end = first_from(page, to.line ? to : foot, one);
    if (first >= end)
        return (zt_str){0};
    return zt_str_slice(page->placed, page->runs[first].first, page->runs[end - 1].end);
}

/* Lent from the page; the first block of that place, in the order of painting. */
bool zt_page_text_block(const zt_page_text *page, zt_pos at, zt_str *text)
{
    for (size_t i = 0; i < page->block_count; i++)
        if (compare_places(page->blocks[i].at, at) == 0) {
            *text = zt_str_slice(page->painted, page->blocks[i].first, page->blocks[i].end);
            return true;
        }
    return false;
}
