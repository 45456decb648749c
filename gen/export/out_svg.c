/* gen/export/out_svg.c — SVG, one file a page: groups as the scene has them, text as text
   (svg_text.c). Coordinates are points from the trim's top left, y down; the size is stated in
   millimetres. Colours are those of the screen. */
#include <string.h>

#include "base/utf8.h"
#include "export/export.h"
#include "export/svg_imp.h"

/* The attributes of a stroke; nothing for a path without one. */
static void stroke(zt_buf *out, const zt_path *path)
{
    if (!path->stroke.ink || path->width <= 0)
        return;
    zt_svg_paint(out, "stroke", path->stroke);
    zt_svg_number(out, "stroke-width", path->width);
    if (path->cap == ZT_CAP_ROUND)
        zt_buf_puts(out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    if (path->dash[1] <= 0)
        return;
    zt_buf_puts(out, " stroke-dasharray=\"");
    zt_buf_number(out, path->dash[0], ZT_SVG_DECIMALS);
    zt_buf_putc(out, ' ');
    zt_buf_number(out, path->dash[1], ZT_SVG_DECIMALS);
    zt_buf_putc(out, '"');
}

/* A <path>, in a clip when it has one. */
static void path(zt_svg *svg, const zt_path *p)
{
    const char *clip = p->clip ? zt_svg_clip(svg, *p->clip) : NULL;
    zt_buf *out = &svg->body;
    zt_buf_puts(out, "<path");
    zt_svg_paint(out, "fill", p->fill);
    stroke(out, p);
    if (clip)
        zt_buf_printf(out, " clip-path=\"url(#%s)\"", clip);
    zt_buf_puts(out, " d=\"");
    zt_svg_path_data(out, p->segs, p->seg_count, 1);
    zt_buf_puts(out, "\"/>\n");
}

/* A word of class= for style sheets: block-groups. */
static void class_word(zt_buf *words, const char *kind, const char *name)
{
    if (name)
        zt_buf_printf(words, "%s%s-%s", words->len ? " " : "", kind, name);
}

/* One of the elements that say what is drawn; nothing without text. */
static void say(zt_buf *out, const char *element, zt_str text)
{
    if (text.len == 0)
        return;
    zt_buf_printf(out, "<%s>", element);
    zt_buf_xml(out, zt_utf8_seen(out->arena, text));
    zt_buf_printf(out, "</%s>\n", element);
}

/* What a hint over the picture and a reader aloud say. A figure with data is named by its subject,
   and described: the numbers would fill a hint. */
static void say_group(zt_buf *out, const zt_group *group)
{
    zt_str alt = zt_str_from(group->alt ? group->alt : "");
    if (group->table)
        say(out, "title", group->table->title);
    say(out, group->table ? "desc" : "title", alt);
}

/* Whether something in the group lies on another layer than the group itself. */
static bool holds_layer(const zt_group *group, zt_layer own)
{
    for (const zt_item *item = group->first; item; item = item->next) {
        const zt_group *inner = (const zt_group *)item;
        if (item->kind != ZT_ITEM_GROUP)
            continue;
        if (zt_layer_of(inner, own) != own || holds_layer(inner, own))
            return true;
    }
    return false;
}

/* What a designer sees in the list of layers: the page, blocks, what lies on another layer than
   the group around it, and all between these. */
static bool is_layer(const zt_group *group, zt_layer own, zt_layer above)
{
    return own != above || group->block || group->role == ZT_ROLE_DOCUMENT ||
           holds_layer(group, own);
}

/* What Inkscape calls a layer; groups below text are none. */
static void layer_attributes(zt_svg *svg, const zt_group *group)
{
    zt_layer above =
        svg->layer_depth ? svg->layer_stack.items[svg->layer_depth - 1] : ZT_LAYER_GROUNDS;
    zt_layer own = zt_layer_of(group, above);
    if (svg->layer_depth == svg->layer_stack.count)
        ZT_PUSH(svg->arena, &svg->layer_stack, own);
    svg->layer_stack.items[svg->layer_depth++] = own;
    if (!svg->has_layers || !is_layer(group, own, above))
        return;
    if (!group->id && !group->block)
        zt_svg_attribute(
            &svg->body, "id",
            zt_svg_id(svg, zt_arena_printf(svg->arena, "layer-%s", zt_layer_name(own))));
    zt_svg_attribute(&svg->body, "inkscape:groupmode", "layer");
    zt_svg_attribute(&svg->body, "inkscape:label",
                     group->role == ZT_ROLE_DOCUMENT ? ZT_IN(svg->language, "版面", "page")
                                                     : zt_layer_title(own, svg->language));
}

/* A <g> whose transform is the group's frame. */
static void group_start(zt_svg *svg, const zt_group *group)
{
    zt_buf *out = &svg->body, words;
    zt_buf_init(&words, svg->arena);
    class_word(&words, "block", group->block);
    class_word(&words, "part", group->part);
    class_word(&words, "layer", group->layer);
    zt_buf_puts(out, "<g");
    if (group->id || group->block)
        zt_svg_attribute(out, "id", zt_svg_id(svg, group->id ? group->id : group->block));
    layer_attributes(svg, group);
    if (words.len)
        zt_svg_attribute(out, "class", words.data);
    if (group->lang)
        zt_svg_attribute(out, "xml:lang", group->lang);
    if (group->dx != 0 || group->dy != 0) {
        zt_buf_puts(out, " transform=\"translate(");
        zt_buf_number(out, group->dx, ZT_SVG_DECIMALS);
        zt_buf_putc(out, ' ');
        zt_buf_number(out, group->dy, ZT_SVG_DECIMALS);
        zt_buf_puts(out, ")\"");
    }
    zt_buf_puts(out, ">\n");
    say_group(out, group);
}

/* The address, or that of a place of the book: in this file, or in that of its page. NULL where it
   leads nowhere that can be named. */
static const char *target(const zt_svg *svg, const zt_link *l)
{
    const zt_dest *dest = l->dest ? zt_book_dest(svg->e->book, l->dest) : NULL;
    if (l->uri || !dest)
        return l->uri;
    if (svg->inert || svg->e->book->pages[dest->page] == svg->page)
        return zt_arena_printf(svg->arena, "#%s", dest->id);
    return svg->e->files ? zt_arena_printf(svg->arena, "%s#%s", svg->e->files[dest->page], dest->id)
                         : NULL;
}

/* An area without paint that a viewer can click. */
static void link(zt_svg *svg, const zt_link *l)
{
    const char *address = target(svg, l);
    if (!address)
        return;
    zt_buf_puts(&svg->body, "<a");
    zt_svg_attribute(&svg->body, "xlink:href", address);
    if (svg->inert)
        zt_svg_attribute(&svg->body, "tabindex", "-1");
    zt_buf_putc(&svg->body, '>');
    zt_svg_rect(&svg->body, l->item.box);
    zt_buf_puts(&svg->body, " fill=\"none\" pointer-events=\"all\"/></a>\n");
}

/* Groups are open until leave. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    (void)dy;
    zt_svg *svg = self;
    switch (item->kind) {
    case ZT_ITEM_GROUP:
        group_start(svg, (const zt_group *)item);
        break;
    case ZT_ITEM_PATH:
        path(svg, (const zt_path *)item);
        break;
    case ZT_ITEM_GLYPHS:
        zt_svg_glyphs(svg, (const zt_glyphs *)item);
        break;
    case ZT_ITEM_IMAGE:
        svg->failed = svg->failed || !zt_svg_image(svg, (const zt_image *)item);
        break;
    case ZT_ITEM_LINK:
        link(svg, (const zt_link *)item);
        break;
    }
}

/* Closes the <g> of the group; its frame ends with it, so that the offsets are not needed. */
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    zt_svg *svg = self;
    (void)group;
    (void)dx;
    (void)dy;
    svg->layer_depth--;
    zt_buf_puts(&svg->body, "</g>\n");
}

/* A place that links lead to, while it is asked whether a group is that place. */
typedef struct place_finder {
    const char *id;
    bool found;
} place_finder;

static void find_place(void *self, const zt_item *item, double dx, double dy)
{
    place_finder *finder = self;
    (void)dx;
    (void)dy;
    const char *id = item->kind == ZT_ITEM_GROUP ? ((const zt_group *)item)->id : NULL;
    finder->found = finder->found || (id && strcmp(id, finder->id) == 0);
}

/* What links of other files lead to: the group of that id, else a line without paint where it is.
 */
static void places(zt_svg *svg)
{
    const zt_book *book = svg->e->book;
    for (size_t i = 0; i < book->dest_count; i++) {
        const zt_dest *dest = book->dests + i;
        if (book->pages[dest->page] != svg->page)
            continue;
        place_finder finder = {.id = dest->id};
        zt_visitor visitor = {.self = &finder, .enter = find_place};
        zt_scene_walk(svg->page->root, &visitor);
        if (finder.found)
            continue;
        zt_svg_rect(&svg->body, (zt_rect){0, dest->y, svg->page->width, 0});
        zt_svg_attribute(&svg->body, "id", zt_svg_id(svg, dest->id));
        zt_buf_puts(&svg->body, " fill=\"none\"/>\n");
    }
}

/* Size in millimetres, coordinates in points by the viewBox. */
static void head(const zt_scene *page, const zt_book *book, bool layers, zt_buf *out)
{
    zt_buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                     "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
    if (layers)
        zt_svg_attribute(out, "xmlns:inkscape", "http://www.inkscape.org/namespaces/inkscape");
    zt_buf_puts(out, " width=\"");
    zt_buf_number(out, zt_mm_from_pt(page->width), ZT_SVG_DECIMALS);
    zt_buf_puts(out, "mm\" height=\"");
    zt_buf_number(out, zt_mm_from_pt(page->height), ZT_SVG_DECIMALS);
    zt_buf_puts(out, "mm\" viewBox=\"0 0 ");
    zt_buf_number(out, page->width, ZT_SVG_DECIMALS);
    zt_buf_putc(out, ' ');
    zt_buf_number(out, page->height, ZT_SVG_DECIMALS);
    zt_buf_puts(out, "\" xml:space=\"preserve\"");
    zt_svg_number(out, "stroke-miterlimit", ZT_MITER_LIMIT);
    /* The pen goes by the advances of the faces alone; what differs is said. */
    zt_buf_puts(out, " style=\"font-kerning:none;font-variant-ligatures:none;"
                     "text-spacing-trim:space-all\"");
    if (book->lang)
        zt_svg_attribute(out, "xml:lang", book->lang);
    zt_buf_puts(out, ">\n");
    say(out, "title", zt_str_from(book->title ? book->title : ""));
}

/* The sheet: without it, black type stands on whatever ground a viewer has. */
static void write_paper(zt_buf *out)
{
    zt_buf_puts(out, "<rect class=\"paper\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
}

enum { TEXT, PATHS }; /* the words of --svg-text */
static const zt_output_option options[] = {{.flag = "--svg-text",
                                            .words = "text paths",
                                            .zh = "SVG 保留文字或转为轮廓",
                                            .en = "text or outlines in SVG"},
                                           ZT_LAYERS_OPTION,
                                           {0}};

/* The body first: what it needs in <defs> is known after it. False after a report. */
static bool draw(zt_svg *svg)
{
    zt_buf_init(&svg->body, svg->arena);
    zt_buf_init(&svg->defs, svg->arena);
    zt_visitor visitor = {svg, enter, leave};
    places(svg);
    zt_scene_walk(svg->page->root, &visitor);
    return !svg->failed;
}

/* All within <svg>, and its end. */
static void put_drawn(const zt_svg *svg, zt_buf *out)
{
    if (svg->defs.len) {
        zt_buf_puts(out, "<defs>\n");
        zt_buf_str(out, zt_buf_view(&svg->defs));
        zt_buf_puts(out, "</defs>\n");
    }
    write_paper(out);
    zt_buf_str(out, zt_buf_view(&svg->body));
    zt_buf_puts(out, "</svg>\n");
}

static bool write_page(const zt_export *e, const zt_scene *page, zt_buf *out)
{
    zt_svg svg = {.e = e,
                  .page = page,
                  .arena = e->arena,
                  .diags = e->diags,
                  .as_paths = zt_option_word(e->options, options) == PATHS,
                  .has_layers = zt_layers_asked(e->options),
                  .language = zt_book_language(e->book),
                  .outlines = {.arena = e->arena}};
    if (!draw(&svg))
        return false;
    head(page, e->book, svg.has_layers, out);
    put_drawn(&svg, out);
    return true;
}

bool zt_svg_inline(const zt_export *e, const zt_scene *page, zt_svg_ids *ids, zt_buf *out)
{
    zt_svg svg = {.e = e,
                  .page = page,
                  .arena = e->arena,
                  .diags = e->diags,
                  .ids = *ids,
                  .inert = true,
                  .outlines = {.arena = e->arena}};
    bool drawn = draw(&svg);
    *ids = svg.ids;
    if (!drawn)
        return false;
    zt_buf_puts(out, "<svg aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 ");
    zt_buf_number(out, page->width, ZT_SVG_DECIMALS);
    zt_buf_putc(out, ' ');
    zt_buf_number(out, page->height, ZT_SVG_DECIMALS);
    zt_buf_putc(out, '"');
    zt_svg_number(out, "stroke-miterlimit", ZT_MITER_LIMIT);
    zt_buf_puts(out, " style=\"font-kerning:none;font-variant-ligatures:none;white-space:pre;"
                     "text-spacing-trim:space-all\">\n");
    put_drawn(&svg, out);
    return true;
}

extern const zt_output zt_output_svg;
const zt_output zt_output_svg = {
    .name = "svg",
    .zh = "每页一个文件，文字仍是文字",
    .en = "a drawing of each page, text as text",
    .write_page = write_page,
    .options = options,
};
