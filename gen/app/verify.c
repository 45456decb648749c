/* gen/app/verify.c — a PDF held against the record of its text, or against the document itself:
   each glyph that was set has to stand in the file where it was, and mean what it meant; and no
   other may stand there. Of figures each glyph that differs is told, of other words each run. */
#include <math.h>
#include <string.h>

#include "app/pipeline.h"
#include "base/file.h"
#include "base/utf8.h"
#include "inspect/letters.h"
#include "scene/record.h"

/* The arguments of zhitu_verify, for an attempt. */
typedef struct verify_job {
    zhitu *session;
    const char *pdf, *document; /* NULL: by the record beside the file */
    const zhitu_job *job;
    bool list;
    void (*sink)(void *self, const char *data, size_t len);
} verify_job;

/* A verification on its way. */
typedef struct verifier {
    const verify_job *d;
    zt_arena *arena;
    zt_diags *diags;
    const zt_figure_record *record;
    zt_letter_list letters;
    bool *taken;   /* of each letter */
    size_t *first; /* letter of each page, and behind the last */
    size_t figures, texts, faults;
    zt_buf *out;
} verifier;

/* ---- where the record comes from ---- */

/* out/x.pdf: out/x.record. */
static const char *record_path(zt_arena *arena, const char *pdf)
{
    size_t len = strlen(pdf);
    if (len > 4 && strcmp(pdf + len - 4, ".pdf") == 0)
        len -= 4;
    return zt_arena_printf(arena, "%.*s.record", (int)len, pdf);
}

/* Reports no-record, record-broken. */
static const zt_figure_record *read_record(const verify_job *d, zt_arena *arena, zt_diags *diags)
{
    const char *path = record_path(arena, d->pdf);
    size_t wrong;
    bool ok;
    if (!zt_file_exists(path)) {
        zt_report_env(
            diags, "no-record", (zt_pos){path, 0, 0},
            "没有记录文件；在后面写上稿件：zhitu verify 成品.pdf 稿件.xml，或出图时用 -f "
            "pdf,record",
            "there is no record; name the document, zhitu verify FILE.pdf DOCUMENT.xml, or "
            "render with -f pdf,record");
        return NULL;
    }
    zt_str text = zt_file_read(arena, diags, ZT_NOWHERE, path, 0, &ok);
    const zt_figure_record *record = ok ? zt_figure_record_parse(arena, text, &wrong) : NULL;
    if (ok && !record)
        zt_report(diags, ZT_ERROR, "record-broken", (zt_pos){path, (int)wrong, 1},
                  "这一行不是记录的格式；用 zhitu render -f record 重新写出",
                  "this line is none of a record; write it anew by zhitu render -f record");
    return record;
}

/* The document is set again in memory, with the options of its render. Its errors are told. */
static const zt_figure_record *record_of_document(const verify_job *d, zt_arena *arena,
                                                  zt_diags **diags, zt_source **source)
{
    zt_work work = zt_work_of_file(d->session, d->job, arena, d->document);
    zt_work_run(&work, ZHITU_SCENE);
    *diags = work.diags;
    *source = work.source;
    if (!work.book || zt_diags_failed(work.diags))
        return NULL;
    *diags = zt_diags_new(arena);
    return zt_figure_record_of(arena, work.book);
}

/* ---- one run ---- */

/* How far a glyph may stand from where it was set: rounding of files, and of a column the place of
   the pen above the glyph. */
static double reach_of(const zt_recorded *row)
{
    return row->vertical ? row->size * 0.6 : zt_max(0.3, row->size * 0.06);
}

static double distance_of(const zt_letter *letter, const zt_recorded_glyph *glyph,
                          const zt_recorded *row)
{
    double dx = letter->x - glyph->x, dy = letter->y - glyph->y;
    return row->vertical ? hypot(dx, dy / 2) : hypot(dx, dy);
}

/* The nearest free glyph, one that means the same before all others; SIZE_MAX for none. */
static size_t find_letter(const verifier *v, const zt_recorded *row, const zt_recorded_glyph *glyph)
{
    size_t found = SIZE_MAX;
    double best = 0, reach = reach_of(row);
    for (size_t i = v->first[row->page]; i < v->first[row->page + 1]; i++) {
        const zt_letter *letter = &v->letters.items[i];
        if (v->taken[i] || fabs(letter->x - glyph->x) > 2 * reach)
            continue;
        double distance = distance_of(letter, glyph, row);
        if (zt_str_equal(letter->text, glyph->text))
            distance -= reach;
        if (distance <= reach && (found == SIZE_MAX || distance < best)) {
            found = i;
            best = distance;
        }
    }
    return found;
}

static const char *mm(zt_arena *arena, double points)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_number(&out, zt_mm_from_pt(points), 1);
    return out.data;
}

/* Reports figure-changed, text-changed with the place on the page and that in the document. */
static void report_changed(const verifier *v, const zt_recorded *row,
                           const zt_recorded_glyph *glyph, zt_str reads)
{
    zt_report(v->diags, ZT_ERROR, zt_holds_figure(row->text) ? "figure-changed" : "text-changed",
              (zt_pos){v->d->pdf, 0, 0},
              "第%zu页 %s、%s 毫米处：“%.*s”里的“%.*s”变成了“%.*s”；它出自 %s；查明谁改了文件，"
              "再重新出图",
              "page %zu, %s, %s mm: in “%.*s” the “%.*s” reads “%.*s” in the file; it comes from "
              "%s; find out who changed the file, then render it anew",
              row->page + 1, mm(v->arena, glyph->x), mm(v->arena, glyph->y), ZT_ARG(row->text),
              ZT_ARG(glyph->text), ZT_ARG(reads), row->place);
}

/* Reports figure-gone, text-gone. */
static void report_gone(const verifier *v, const zt_recorded *row, const zt_recorded_glyph *glyph)
{
    zt_report(v->diags, ZT_ERROR, zt_holds_figure(row->text) ? "figure-gone" : "text-gone",
              (zt_pos){v->d->pdf, 0, 0},
              "第%zu页 %s、%s 毫米处：“%.*s”里的“%.*s”不在文件里；它出自 %s；重新出图",
              "page %zu, %s, %s mm: of “%.*s” the “%.*s” is not in the file; it comes from %s; "
              "render it anew",
              row->page + 1, mm(v->arena, glyph->x), mm(v->arena, glyph->y), ZT_ARG(row->text),
              ZT_ARG(glyph->text), row->place);
}

/* `letter`: what stands in its place; NULL: nothing. */
static void report_glyph(verifier *v, const zt_recorded *row, const zt_recorded_glyph *glyph,
                         const zt_letter *letter)
{
    v->faults++;
    zt_diags_on_page(v->diags, row->page + 1);
    if (letter)
        report_changed(v, row, glyph, letter->text);
    else
        report_gone(v, row, glyph);
    zt_diags_on_page(v->diags, 0);
}

/* Blanks of Unicode (Zs) and of ASCII, and what has no width. */
static bool is_blank_letter(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/* Blanks are not painted by every writer. */
static bool is_blank_text(zt_str text)
{
    for (size_t at = 0; at < text.len;)
        if (!is_blank_letter(zt_utf8_next(text, &at)))
            return false;
    return true;
}

/* Each glyph is taken, whatever is told of it: one that stands there is not added as well. */
static void verify_run(verifier *v, const zt_recorded *row)
{
    bool figure = zt_holds_figure(row->text), told = false;
    v->figures += figure;
    v->texts += !figure;
    for (size_t i = 0; i < row->glyph_count; i++) {
        const zt_recorded_glyph *glyph = &row->glyphs[i];
        if (is_blank_text(glyph->text))
            continue;
        size_t found = find_letter(v, row, glyph);
        const zt_letter *letter = found == SIZE_MAX ? NULL : &v->letters.items[found];
        if (letter)
            v->taken[found] = true;
        if ((letter && zt_str_equal(letter->text, glyph->text)) || (told && !figure))
            continue;
        report_glyph(v, row, glyph, letter);
        told = true;
    }
}

/* ---- the whole ---- */

/* Whether the letter is one that the record does not know. One that does not say what it means is
   no blank: it may look like anything. */
static bool is_added(const verifier *v, size_t letter)
{
    zt_str text = v->letters.items[letter].text;
    return !v->taken[letter] && (text.len == 0 || !is_blank_text(text));
}

/* Letters from `first` on that were added to one line of a page; the first that was not. */
static size_t end_of_added(const verifier *v, size_t first, zt_buf *words)
{
    const zt_letter *from = &v->letters.items[first];
    size_t at = first;
    for (; at < v->letters.count && is_added(v, at); at++) {
        const zt_letter *letter = &v->letters.items[at];
        if (letter->page != from->page || fabs(letter->y - from->y) > from->size / 2)
            break;
        zt_buf_str(words, letter->text.len ? letter->text : ZT_STR("\xef\xbf\xbd")); /* U+FFFD */
    }
    return at;
}

/* Reports figure-added, text-added for each stretch of letters that the record does not know. */
static void find_added(verifier *v)
{
    for (size_t i = 0; i < v->letters.count; i++) {
        if (!is_added(v, i))
            continue;
        const zt_letter *letter = &v->letters.items[i];
        zt_buf words;
        zt_buf_init(&words, v->arena);
        i = end_of_added(v, i, &words) - 1;
        zt_str text = zt_buf_view(&words);
        v->faults++;
        zt_diags_on_page(v->diags, letter->page + 1);
        zt_report(v->diags, ZT_ERROR, zt_holds_figure(text) ? "figure-added" : "text-added",
                  (zt_pos){v->d->pdf, 0, 0},
                  "第%zu页 %s、%s 毫米处多出“%.*s”，记录里没有；查明谁加的，再重新出图",
                  "page %zu, %s, %s mm: “%.*s” is in the file and not in the record; find out who "
                  "added it, then render it anew",
                  letter->page + 1, mm(v->arena, letter->x), mm(v->arena, letter->y), ZT_ARG(text));
        zt_diags_on_page(v->diags, 0);
    }
}

static void index_pages(verifier *v)
{
    v->first = ZT_ARRAY(v->arena, v->record->pages + 2, size_t);
    for (size_t page = 0, at = 0; page <= v->record->pages; page++) {
        while (at < v->letters.count && v->letters.items[at].page < page)
            at++;
        v->first[page] = at;
    }
    v->first[v->record->pages + 1] = v->letters.count;
}

/* Each text with its place on the page and where it comes from. */
static void list_runs(verifier *v)
{
    for (size_t i = 0; i < v->record->list.count; i++) {
        const zt_recorded *row = &v->record->list.items[i];
        double x = row->glyph_count ? row->glyphs[0].x : 0,
               y = row->glyph_count ? row->glyphs[0].y : 0;
        zt_buf_printf(v->out, "%zu\t%s\t%s\t%.*s\t%s\n", row->page + 1, mm(v->arena, x),
                      mm(v->arena, y), ZT_ARG(row->text), row->place);
    }
}

/* Reports record-pages: other pages than those of the record. */
static bool same_pages(verifier *v, zt_pdf_source *source)
{
    size_t pages = zt_pdf_page_count(source);
    if (pages == v->record->pages)
        return true;
    zt_report(v->diags, ZT_ERROR, "record-pages", (zt_pos){v->d->pdf, 0, 0},
              "文件有 %zu 页，记录是 %zu 页的；给出同一次出的文件和记录",
              "the file has %zu pages, the record is of %zu: give those of one render", pages,
              v->record->pages);
    return false;
}

static void verify_file(verifier *v)
{
    bool seen;
    zt_pdf_source *source = zt_pdf_source_open(v->arena, v->diags, v->d->pdf);
    if (!source || !same_pages(v, source))
        return;
    v->letters = zt_pdf_letters(v->arena, source, &seen);
    v->taken = ZT_ARRAY(v->arena, v->letters.count + 1, bool);
    index_pages(v);
    for (size_t i = 0; i < v->record->list.count; i++)
        verify_run(v, &v->record->list.items[i]);
    find_added(v);
    if (!seen)
        zt_report(v->diags, ZT_ERROR, "pdf-unseen", (zt_pos){v->d->pdf, 0, 0},
                  "有一页没有看全：有的内容解不开；重新出图",
                  "a page was not looked at whole: some of its contents cannot be unpacked; render "
                  "it anew");
    if (v->d->list)
        list_runs(v);
    else if (v->faults == 0 && seen)
        zt_buf_printf(v->out,
                      v->d->session->config.lang == ZHITU_EN
                          ? "%s: %zu figures, %zu other texts, all as they were set\n"
                          : "%s：%zu 处数字、%zu 处其他文字，都与排出时相符\n",
                      v->d->pdf, v->figures, v->texts);
}

static zhitu_status verify(void *self)
{
    const verify_job *d = self;
    zhitu *session = d->session;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zt_source *source = NULL;
    zt_buf out;
    zt_buf_init(&out, arena);
    const zt_figure_record *record =
        d->document ? record_of_document(d, arena, &diags, &source) : read_record(d, arena, diags);
    verifier v = {.d = d, .arena = arena, .diags = diags, .record = record, .out = &out};
    if (record)
        verify_file(&v);
    zt_session_demand_memory(session);
    if (out.len)
        d->sink(session->config.self, out.data, out.len);
    zhitu_status status = zt_session_report(session, diags, source, false);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_verify(zhitu *session, const char *pdf, const char *document,
                          const zhitu_job *job, bool list,
                          void (*sink)(void *self, const char *data, size_t len))
{
    verify_job d = {session, pdf, document, job, list, sink};
    return zt_session_attempt(session, pdf, verify, &d);
}
