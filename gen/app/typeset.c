/* gen/app/typeset.c — zhitu typeset: paragraphs through the text engine alone, without a
   template. Each line of the text is a paragraph; what the engine decided about it goes out as a
   line of JSON, and on request a picture shows all of them. Face, size and leading come from a
   theme. */
#include <math.h>
#include <string.h>

#include "app/session.h"
#include "base/json.h"
#include "base/file.h"
#include "base/near.h"
#include "base/utf8.h"
#include "export/export.h"

enum { PLACES = 6 /* decimals of an em */ };

/* The texts while they are set. Paragraphs live in `arena` only when a picture is wanted
   (`kept`); else each has an arena of its own. */
typedef struct setting_job {
    zhitu *session;
    const zhitu_typesetting *how;
    zt_arena *arena;
    zt_diags *diags;
    zt_text_style text;
    zt_para_style para;
    ZT_VEC(zt_para *) kept; /* for the picture */
    size_t missing;         /* characters without a glyph, where only properties are asked for */
    zt_buf out;
    void (*sink)(void *self, const char *data, size_t len);
} setting_job;

/* ---- options ---- */

/* The interface's names for the engine's; level_of and spacing_of likewise. */
static zt_punctuation punctuation_of(zhitu_marks marks)
{
    switch (marks) {
    case ZHITU_QUANJIAO:
        return ZT_QUANJIAO;
    case ZHITU_KAIMING:
        return ZT_KAIMING;
    case ZHITU_BANJIAO:
        return ZT_BANJIAO;
    }
    return ZT_QUANJIAO;
}

static zt_break_level level_of(zhitu_level level)
{
    switch (level) {
    case ZHITU_LEVEL_NORMAL:
        return ZT_BREAK_NORMAL;
    case ZHITU_LEVEL_NONE:
        return ZT_BREAK_NONE;
    case ZHITU_LEVEL_LOOSE:
        return ZT_BREAK_LOOSE;
    case ZHITU_LEVEL_CLREQ_BASIC:
        return ZT_BREAK_BASIC;
    case ZHITU_LEVEL_STRICT:
        return ZT_BREAK_STRICT;
    }
    return ZT_BREAK_NORMAL;
}

static zt_spacing spacing_of(zhitu_spacing spacing)
{
    switch (spacing) {
    case ZHITU_SPACING_NEWS:
        return ZT_SPACING_NEWS;
    case ZHITU_SPACING_OFF:
        return ZT_SPACING_OFF;
    case ZHITU_SPACING_SPACED:
        return ZT_SPACING_SPACED;
    case ZHITU_SPACING_BOOK:
        return ZT_SPACING_BOOK;
    }
    return ZT_SPACING_NEWS;
}

/* Reports unknown-font-role with the nearest name. */
static const zt_font_role *find_role(setting_job *job, const zt_theme *theme)
{
    const char *name = job->how->role;
    const zt_font_role *role = zt_theme_font(theme, zt_str_from(name));
    if (role)
        return role;
    const char **names = ZT_ARRAY(job->arena, theme->font_count, const char *);
    for (size_t i = 0; i < theme->font_count; i++)
        names[i] = theme->fonts[i].role;
    const char *near = zt_nearest(zt_str_from(name), names, theme->font_count);
    zt_report(job->diags, ZT_ERROR, "unknown-font-role", ZT_NOWHERE,
              "主题里没有字体用途“%s”；最接近的是“%s”",
              "the theme has no font role “%s”; nearest is “%s”", name,
              near ? near : theme->fonts[0].role);
    return NULL;
}

/* The first style set in the role: its size, leading and ink. */
static const zt_style *style_of(const zt_theme *theme, const zt_font_role *role)
{
    for (size_t i = 0; i < theme->style_count; i++)
        if (theme->styles[i].font && strcmp(theme->styles[i].font->role, role->role) == 0)
            return &theme->styles[i];
    return &theme->styles[0];
}

/* Where the plain property of orientation is asked for, any character of Unicode may stand in
   the text: those that the fonts lack are counted, not refused. */
static bool is_lenient(const setting_job *job)
{
    return job->how->plain_orientation;
}

/* The role's face and style unless the caller names another; no fallbacks for a family named by
   hand. */
static void set_text_style(setting_job *job, zt_fonts *fonts, const zt_font_role *role,
                           const zt_style *style)
{
    const zhitu_typesetting *how = job->how;
    job->text.face =
        zt_fonts_find(fonts, job->diags, ZT_NOWHERE, how->family ? how->family : role->family,
                      how->weight > 0 ? how->weight : role->weight);
    if (!how->family && !is_lenient(job)) {
        job->text.fallbacks = role->fallbacks;
        job->text.fallback_count = role->fallback_count;
        job->text.fonts = fonts;
    }
    job->text.size = how->size > 0 ? how->size : style->size;
    job->text.paint = (zt_paint){style->ink, style->tint};
}

/* The engine's defaults, with what the caller asks for and what the theme says of stops and units.
 */
static void set_para_style(setting_job *job, const zt_theme *theme, const zt_style *style)
{
    const zhitu_typesetting *how = job->how;
    zt_para_style *para = &job->para;
    *para = zt_para_style_default;
    para->leading = job->text.size * style->leading;
    para->punctuation = punctuation_of(how->marks);
    para->level = level_of(how->level);
    para->spacing = spacing_of(how->spacing);
    para->align = how->justify ? ZT_ALIGN_JUSTIFY : ZT_ALIGN_START;
    para->indent = how->indent;
    para->at_sense = how->headline;
    para->vertical = how->vertical || how->plain_orientation;
    para->plain_orientation = how->plain_orientation;
    para->shrink_stops = theme->shrink_stops;
    para->units = theme->units;
}

/* Fills the styles from theme and options. False after a report: unknown-font-role,
   font-missing, or words-missing where lines are to be broken at sense. */
static bool prepare(setting_job *job, const zt_places *places)
{
    const zt_theme *theme = zt_session_theme(job->session, job->diags, places, job->how->theme);
    const zt_font_role *role = theme ? find_role(job, theme) : NULL;
    if (!role || theme->style_count == 0)
        return false;
    const zt_style *style = style_of(theme, role);
    set_text_style(job, zt_session_fonts(job->session, places), role, style);
    set_para_style(job, theme, style);
    if (job->how->headline)
        job->para.lexicon = zt_session_lexicon(job->session, job->diags, places, NULL);
    return job->text.face && (job->para.lexicon || !job->how->headline);
}

/* ---- one paragraph ---- */

/* × forbids a break and ÷ allows one, as in the test file of UAX #14. The second byte of U+00D7
   or U+00F7 in UTF-8; the first is C3 for both. */
static char sign_utf8(char sign)
{
    return sign == 'x' ? '\x97' : '\xB7'; /* second byte of × U+00D7 and ÷ U+00F7 */
}

/* One sign for each gap between two characters. */
static void put_breaks(zt_buf *out, const zt_trace *trace)
{
    for (size_t i = 1; i < trace->count; i++) {
        if (trace->breaks[i] == 'p') {
            zt_buf_putc(out, 'p');
            continue;
        }
        zt_buf_putc(out, '\xC3');
        zt_buf_putc(out, sign_utf8(trace->breaks[i]));
    }
}

/* Em, one a character. */
static void put_advances(zt_buf *out, const zt_trace *trace)
{
    for (size_t i = 0; i < trace->count; i++)
        zt_json_number(out, NULL, trace->advances[i], PLACES);
}

/* Only gaps that are there: [index, em]. */
static void put_gaps(zt_buf *out, const zt_trace *trace)
{
    const double least = 1e-9; /* em: rounding of sums */
    for (size_t i = 0; i < trace->count; i++) {
        if (fabs(trace->gaps[i]) < least)
            continue;
        zt_json_open(out, NULL, '[');
        zt_json_int(out, NULL, (long long)i);
        zt_json_number(out, NULL, trace->gaps[i], PLACES);
        zt_json_close(out, ']');
    }
}

/* The first character and the one behind the last; width and adjustment in em. */
static void put_line(zt_buf *out, size_t first, size_t end, double width, double adjust)
{
    zt_json_open(out, NULL, '[');
    zt_json_int(out, NULL, (long long)first);
    zt_json_int(out, NULL, (long long)end);
    zt_json_number(out, NULL, width, PLACES);
    zt_json_number(out, NULL, adjust, PLACES);
    zt_json_close(out, ']');
}

/* One array a line. */
static void put_lines(zt_buf *out, const zt_para *para, double size)
{
    for (size_t i = 0; i < para->line_count; i++) {
        const zt_line *line = &para->lines[i];
        put_line(out, line->first, line->end, line->width / size, line->adjust / size);
    }
}

/* Without a width nothing is trimmed: the one line is as long as its characters. */
static void put_only_line(zt_buf *out, const zt_trace *trace)
{
    double width = 0;
    for (size_t i = 0; i < trace->count; i++)
        width += trace->advances[i] + trace->gaps[i];
    if (trace->count > 0)
        put_line(out, 0, trace->count, width, 0);
}

/* One JSON object; goes out at once, so that a long text needs memory for one paragraph only. */
static void put_para(setting_job *job, zt_str text, const zt_para *para)
{
    bool broken = job->how->width > 0;
    zt_trace trace = broken ? zt_para_trace_lines(para) : zt_para_trace(para);
    zt_buf *out = &job->out;
    out->len = 0;
    zt_buf breaks;
    zt_buf_init(&breaks, out->arena);
    put_breaks(&breaks, &trace);
    zt_json_open(out, NULL, '{');
    zt_json_string(out, "text", text);
    zt_json_string(out, "breaks", zt_buf_view(&breaks));
    zt_json_open(out, "advances", '[');
    put_advances(out, &trace);
    zt_json_close(out, ']');
    zt_json_open(out, "gaps", '[');
    put_gaps(out, &trace);
    zt_json_close(out, ']');
    zt_json_string(out, "orient", (zt_str){trace.orient, trace.count});
    zt_json_open(out, "lines", '[');
    if (broken)
        put_lines(out, para, job->text.size);
    else
        put_only_line(out, &trace);
    zt_json_close(out, ']');
    zt_json_close(out, '}');
    zt_buf_putc(out, '\n');
    job->sink(job->session->config.self, out->data, out->len);
}

/* Findings of one paragraph: what concerns lines is passed on; errors about characters without a
   glyph are only counted. */
static void pass_on(setting_job *job, const zt_diags *found)
{
    for (size_t i = 0; i < zt_diags_count(found); i++) {
        const zt_diag *d = zt_diags_at(found, i);
        if (strncmp(d->code, "line-", 5) == 0)
            zt_report(job->diags, d->severity, d->code, d->pos, "%s%.0s", "%.0s%s", d->zh, d->en);
        else
            job->missing += d->severity == ZT_ERROR;
    }
}

/* In an arena of its own unless a picture is wanted, which needs all paragraphs at once. */
static void set_paragraph(setting_job *job, zt_str text, zt_pos at)
{
    bool keep = job->how->png != NULL;
    zt_arena *arena = keep ? job->arena : zt_arena_beside(job->arena);
    zt_diags *diags = is_lenient(job) ? zt_diags_new(arena) : job->diags;
    zt_run *run = ZT_NEW(arena, zt_run);
    *run = (zt_run){.text = text, .style = &job->text, .at = at};
    double width = job->how->width > 0 ? job->how->width * job->text.size : INFINITY;
    zt_para *para = zt_para_break(arena, diags, run, text.len ? 1 : 0, &job->para, width);
    zt_buf_init(&job->out, arena);
    put_para(job, text, para);
    if (diags != job->diags)
        pass_on(job, diags);
    if (keep)
        ZT_PUSH(job->arena, &job->kept, para);
    else
        zt_arena_drop(arena);
}

/* ---- the text ---- */

/* Whether every line end is CR LF, as in files from Windows: then the carriage returns are no text.
   In any other file they are characters like others. */
static bool ends_lines_with_cr(zt_str text)
{
    size_t feeds = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] == '\n') {
            if (i == 0 || text.data[i - 1] != '\r')
                return false;
            feeds++;
        }
    return feeds > 0;
}

/* Reports encoding at the first byte that is no UTF-8. */
static bool is_encoded(setting_job *job, const char *name, zt_str text)
{
    size_t bad = zt_utf8_valid_prefix(text), begin = 0;
    if (bad == text.len)
        return true;
    int line = 1;
    for (size_t i = 0; i < bad; i++)
        if (text.data[i] == '\n') {
            line++;
            begin = i + 1;
        }
    int column = (int)zt_utf8_count(zt_str_slice(text, begin, bad)) + 1;
    zt_report(job->diags, ZT_ERROR, "encoding", (zt_pos){name, line, column},
              "字节 0x%02X 不是 UTF-8；请把文件存成 UTF-8",
              "byte 0x%02X is not UTF-8; save the file as UTF-8",
              (unsigned)(unsigned char)text.data[bad]);
    return false;
}

/* One paragraph a line. */
static void set_all(setting_job *job, const char *name, zt_str text)
{
    bool cr = ends_lines_with_cr(text);
    int line = 1;
    size_t at = zt_str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
    while (at < text.len) {
        const char *feed = memchr(text.data + at, '\n', text.len - at);
        size_t end = feed ? (size_t)(feed - text.data) : text.len;
        set_paragraph(job, zt_str_slice(text, at, feed && cr ? end - 1 : end),
                      (zt_pos){name, line++, 1});
        at = end + 1;
    }
    if (job->missing)
        zt_report(job->diags, ZT_NOTE, "glyph-missing", ZT_NOWHERE,
                  "字体里没有其中 %zu 个字，按 1 字宽计（R128）",
                  "the fonts lack %zu of the characters; each counts 1 em (R128)", job->missing);
}

/* ---- the picture ---- */

/* Points, with a margin of one em on each side. */
static zt_point size_of_picture(const setting_job *job)
{
    double along = 0, across = 0, margin = 2 * job->text.size;
    for (size_t i = 0; i < job->kept.count; i++) {
        const zt_para *para = job->kept.items[i];
        double indent = job->how->indent * job->text.size;
        along = zt_max(along, para->max_width + indent);
        across += para->line_count ? para->height : job->para.leading;
    }
    if (job->how->width > 0)
        along = zt_max(along, job->how->width * job->text.size);
    return job->para.vertical ? (zt_point){across + margin, along + margin}
                              : (zt_point){along + margin, across + margin};
}

/* Paragraph below paragraph, or column left of column. */
static void draw(const setting_job *job, zt_scene *scene)
{
    double em = job->text.size, done = 0;
    for (size_t i = 0; i < job->kept.count; i++) {
        const zt_para *para = job->kept.items[i];
        double extent = para->line_count ? para->height : job->para.leading;
        double x = job->para.vertical ? scene->width - em - done - extent : em;
        double y = job->para.vertical ? em : em + done;
        if (para->line_count)
            zt_para_place(para, scene, scene->root, x, y, 0, SIZE_MAX);
        done += extent;
    }
}

/* By the output png, through the scene that any page is. */
static void write_picture(setting_job *job)
{
    zt_point size = size_of_picture(job);
    zt_scene *scene = zt_scene_new(job->arena, size.x, size.y);
    zt_book book = {.pages = &scene, .page_count = 1};
    zt_export_options options = {.profile = zt_profile_find(ZT_STR("")),
                                 .version = zhitu_version()};
    const zt_export e = {
        .arena = job->arena, .diags = job->diags, .book = &book, .options = &options};
    draw(job, scene);
    zt_buf png;
    zt_buf_init(&png, job->arena);
    const zt_output *output = zt_output_find(ZT_STR("png"));
    if (zt_output_write(output, &e, 0, &png) &&
        zt_file_write(job->diags, job->how->png, png.data, png.len) && job->session->config.written)
        job->session->config.written(job->session->config.self, job->how->png);
}

/* The arguments of zhitu_typeset, for an attempt. */
typedef struct typeset_job {
    zhitu *session;
    const zhitu_typesetting *how;
    const char *name, *text;
    size_t len;
    void (*sink)(void *self, const char *data, size_t len);
} typeset_job;

/* Reads the text from the file when the caller has none. */
static zhitu_status typeset(void *self)
{
    const typeset_job *asked = self;
    zhitu *session = asked->session;
    const zhitu_typesetting *how = asked->how;
    const char *name = asked->name, *text = asked->text;
    size_t len = asked->len;
    zt_arena *arena = zt_memory_arena(session->memory);
    setting_job job = {.session = session,
                       .how = how,
                       .arena = arena,
                       .diags = zt_diags_new(arena),
                       .sink = asked->sink};
    zt_places places = zt_session_places(session, arena, NULL);
    zt_str input = {text, len};
    bool ok = true;
    if (!text)
        input = zt_file_read(arena, job.diags, ZT_NOWHERE, name, 0, &ok);
    if (ok && is_encoded(&job, name, input) && prepare(&job, &places)) {
        set_all(&job, name, input);
        if (how->png && !zt_diags_failed(job.diags))
            write_picture(&job);
    }
    zhitu_status status = zt_session_report(session, job.diags, NULL, false);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_typeset(zhitu *session, const zhitu_typesetting *how, const char *name,
                           const char *text, size_t len,
                           void (*sink)(void *self, const char *data, size_t len))
{
    typeset_job job = {session, how, name, text, len, sink};
    return zt_session_attempt(session, name, typeset, &job);
}
