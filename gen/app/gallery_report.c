/* gen/app/gallery_report.c — the gallery as a report: a chapter a kind of thing, a section an entry
   with what it is for, its picture, the XML that made it and its parameters. It is written as a
   document like any other and set by the template report-gallery; only its pictures are there
   already. */
#include <string.h>

#include "app/gallery_imp.h"

/* The document while it is written. */
typedef struct gallery_writer {
    zt_arena *arena;
    zt_buf *out;
    zhitu_lang lang;
} gallery_writer;

/* The text in the job's language. */
static const char *in_language(const gallery_writer *g, const char *zh, const char *en)
{
    return g->lang == ZHITU_EN ? en : zh;
}

/* <tag>text</tag>, the text escaped. */
static void element(const gallery_writer *g, const char *tag, zt_str text)
{
    zt_buf_printf(g->out, "<%s>", tag);
    zt_buf_xml(g->out, text);
    zt_buf_printf(g->out, "</%s>\n", tag);
}

/* name="text" behind a blank. */
static void attribute(const gallery_writer *g, const char *name, zt_str text)
{
    zt_buf_printf(g->out, " %s=\"", name);
    zt_buf_xml(g->out, text);
    zt_buf_putc(g->out, '"');
}

/* ---- an entry ---- */

const zt_block *zt_gallery_block(const zt_gallery_entry *entry)
{
    const zt_composition *c = entry->work.composition;
    for (size_t i = 0; c && i < c->block_count; i++)
        if (c->blocks[i]->kind == entry->kind)
            return c->blocks[i];
    return NULL;
}

/* A range and a list of names may be broken behind their marks. */
static zt_str with_breaks(zt_arena *arena, zt_str value)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < value.len; i++) {
        zt_buf_putc(&out, value.data[i]);
        if (value.data[i] == '.' && i > 0 && value.data[i - 1] == '.')
            zt_buf_puts(&out, "\xe2\x80\x8b"); /* U+200B */
    }
    return zt_buf_view(&out);
}

/* A parameter as it is listed. */
typedef struct shown_param {
    const char *name, *use;
    zt_str value;
} shown_param;
typedef ZT_VEC(shown_param) shown_params;

/* With its initial value, or that which the sample sets. A block lists all of them at its first
   variant, at the others those that the sample sets. */
static shown_params params_of(const gallery_writer *g, const zt_gallery_entry *entry)
{
    const zt_block *block = zt_gallery_block(entry);
    shown_params all = {0};
    for (const zt_param *p = entry->params; block && p && p->name; p++) {
        const zt_set *own = zt_place_set(block->place, p->name);
        shown_param shown = {p->name, in_language(g, p->zh, p->en),
                             own ? own->value : zt_str_from(p->initial ? p->initial : "")};
        if (entry->first || own)
            ZT_PUSH(g->arena, &all, shown);
    }
    return all;
}

/* A table that is torn only where it is long. */
static void put_params(const gallery_writer *g, const zt_gallery_entry *entry)
{
    enum { WHOLE = 14 };
    shown_params all = params_of(g, entry);
    if (all.count == 0)
        return;
    zt_buf_printf(g->out, "<table float=\"no\" %s=\"yes\">", all.count > WHOLE ? "split" : "keep");
    zt_buf_printf(g->out, "<column head=\"%s\"/><column head=\"%s\"/><column head=\"%s\"/>\n",
                  in_language(g, "参数", "name"), in_language(g, "值", "value"),
                  in_language(g, "用途", "use"));
    for (size_t i = 0; i < all.count; i++) {
        zt_buf_puts(g->out, "<row");
        attribute(g, "head", zt_str_from(all.items[i].name));
        zt_buf_puts(g->out, ">");
        element(g, "cell", with_breaks(g->arena, all.items[i].value));
        element(g, "cell", zt_str_from(all.items[i].use));
        zt_buf_puts(g->out, "</row>\n");
    }
    zt_buf_puts(g->out, "</table>\n");
}

/* The <place> that a template needs for this look: of a variant its name alone, of a further
   sample all that its own template sets. */
static void put_place_line(const gallery_writer *g, const zt_gallery_entry *entry)
{
    const zt_block *block = zt_gallery_block(entry);
    zt_buf line;
    zt_buf_init(&line, g->arena);
    zt_buf_printf(&line, "<place select=\"%s\"", entry->kind->name);
    if (block->variant)
        zt_buf_printf(&line, " variant=\"%s\"", block->variant);
    size_t sets = entry->more ? block->place->set_count : 0;
    zt_buf_puts(&line, sets ? ">" : "/>");
    for (size_t i = 0; i < sets; i++)
        zt_buf_printf(&line, "<set name=\"%s\" value=\"%.*s\"/>", block->place->sets[i].name,
                      ZT_ARG(block->place->sets[i].value));
    zt_buf_puts(&line, sets ? "</place>\n" : "\n");
    zt_buf_xml(g->out, zt_buf_view(&line));
}

/* Cuts the next line off `rest`. */
static zt_str next_line(zt_str *rest)
{
    size_t n = 0;
    while (n < rest->len && rest->data[n] != '\n')
        n++;
    zt_str line = {rest->data, n};
    *rest = zt_str_slice(*rest, n < rest->len ? n + 1 : n, rest->len);
    return line;
}

/* What every sample has round what it shows. */
static bool is_frame(zt_str line)
{
    static const char *const starts[] = {"<?xml", "<!--", "<graphic", "</graphic"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (zt_str_starts(line, starts[i]))
            return true;
    return zt_str_trim(line).len == 0;
}

/* What the sample holds inside its root, and the template's line that asks for the variant. */
static void put_code(const gallery_writer *g, const zt_gallery_entry *entry)
{
    zt_str rest = entry->work.source->bytes;
    zt_buf_puts(g->out, "<code>");
    if (entry->variant && entry->kind->variants)
        put_place_line(g, entry);
    if (entry->same) {
        const char *said = zt_arena_printf(
            g->arena, in_language(g, "<!-- 稿件同 %s %s -->", "<!-- the document of %s %s -->"),
            entry->title, entry->same);
        zt_buf_xml(g->out, zt_str_from(said));
        rest.len = 0;
    }
    while (rest.len) {
        zt_str line = next_line(&rest);
        if (is_frame(line))
            continue;
        zt_buf_xml(g->out, zt_str_slice(line, zt_str_starts(line, "  ") ? 2 : 0, line.len));
        zt_buf_putc(g->out, '\n');
    }
    zt_buf_puts(g->out, "</code>\n");
}

/* What it is for; said once of the variants of a block. */
static void put_use(const gallery_writer *g, const zt_gallery_entry *entry,
                    const zt_gallery_entry *before)
{
    if (before && before->zh == entry->zh)
        return;
    zt_buf_puts(g->out, "<text><p keep=\"next\">");
    zt_buf_xml(g->out, zt_str_from(in_language(g, entry->zh, entry->en)));
    zt_buf_puts(g->out, "</p></text>\n");
}

/* Block and variant as the name that it is looked up by. */
static void put_entry(const gallery_writer *g, const zt_gallery_entry *entry,
                      const zt_gallery_entry *before)
{
    const char *name = entry->variant
                           ? zt_arena_printf(g->arena, "%s %s", entry->title, entry->variant)
                           : entry->title;
    zt_buf_puts(g->out, "<section numbered=\"no\"");
    attribute(g, "head", zt_str_from(name));
    zt_buf_puts(g->out, ">\n");
    put_use(g, entry, before);
    zt_buf_puts(g->out, "<place keep=\"yes\"");
    attribute(g, "graphic", zt_str_from(entry->name));
    zt_buf_puts(g->out, "/>\n");
    put_code(g, entry);
    put_params(g, entry);
    zt_buf_puts(g->out, "</section>\n");
}

/* ---- the whole ---- */

static const char *part_name(const gallery_writer *g, zt_gallery_part part)
{
    switch (part) {
    case ZT_GALLERY_HEADS:
        return in_language(g, "题与脚", "Heads and feet");
    case ZT_GALLERY_BLOCKS:
        return in_language(g, "版块", "Blocks");
    case ZT_GALLERY_CHARTS:
        return in_language(g, "图表", "Charts");
    }
    return "";
}

static void open_chapter(const gallery_writer *g, const char *name)
{
    zt_buf_puts(g->out, "<section numbered=\"no\"");
    attribute(g, "head", zt_str_from(name));
    zt_buf_puts(g->out, ">\n");
}

static void put_cover(const gallery_writer *g)
{
    zt_buf_puts(g->out, "<cover>");
    element(g, "title", zt_str_from(in_language(g, "图式一览", "What zhitu draws")));
    element(g, "lead",
            zt_str_from(in_language(
                g,
                "每种版块、每种图表、每个变体各排一例：用途、成品、排出它的稿件、参数。"
                "这一册由 zhitu 自己排成，样例在模板文件夹的 gallery 里。",
                "Every block and every kind of chart in each of its variants: what it is for, "
                "its picture, the XML that made it, its parameters. zhitu has set these pages "
                "itself; the samples lie in gallery beside the templates.")));
    zt_buf_puts(g->out, "</cover>\n<toc depth=\"2\"");
    attribute(g, "head", zt_str_from(in_language(g, "目录", "Contents")));
    zt_buf_puts(g->out, "/>\n");
}

zt_str zt_gallery_document(zt_arena *arena, const zt_gallery_entry *entries, size_t count,
                           size_t icon_sheets, zhitu_lang lang)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    gallery_writer g = {arena, &out, lang};
    zt_buf_printf(&out,
                  "<report xmlns=\"urn:zhitu:1\" id=\"gallery\" template=\"report-gallery\" "
                  "lang=\"%s\">\n",
                  in_language(&g, "zh-CN", "en"));
    put_cover(&g);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || entries[i].part != entries[i - 1].part) {
            zt_buf_puts(&out, i ? "</section>\n" : "");
            open_chapter(&g, part_name(&g, entries[i].part));
        }
        put_entry(&g, entries + i, i ? entries + i - 1 : NULL);
    }
    zt_buf_puts(&out, count ? "</section>\n" : "");
    open_chapter(&g, in_language(&g, "图标", "Icons"));
    for (size_t i = 0; i < icon_sheets; i++)
        zt_buf_printf(&out, "<place graphic=\"icons-%zu\"/>\n", i + 1);
    zt_buf_puts(&out, "</section>\n</report>\n");
    return zt_buf_view(&out);
}
