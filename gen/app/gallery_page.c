/* gen/app/gallery_page.c — the pages of the gallery: a cover with the contents, then one entry
   below the other, icons at the end. It is given entries whose samples are done, measures each,
   breaks them into pages and sets them as one book. Sizes, styles and the sheet come from
   templates/gallery/gallery-page.xml; all measures are points. */
#include <math.h>
#include <string.h>

#include "app/gallery_imp.h"
#include "block/words/lines.h"

const zt_block *zt_gallery_block(const zt_gallery_entry *entry)
{
    const zt_composition *c = entry->work.composition;
    for (size_t i = 0; c && i < c->block_count; i++)
        if (c->blocks[i]->kind == entry->kind)
            return c->blocks[i];
    return NULL;
}

/* Steps of the theme's gap scale. */
enum { GAP_LINES = 1, GAP_PARTS = 3, GAP_ENTRIES = 5, GAP_ENTRIES_MOST = 10, GAP_ICON = 10 };

typedef enum gallery_item_kind {
    ITEM_COVER,
    ITEM_SECTION,
    ITEM_ENTRY,
    ITEM_ICONS
} gallery_item_kind;
/* One piece of a page, from top to foot. */
typedef struct gallery_item {
    gallery_item_kind kind;
    size_t entry; /* of a section its first one */
    double height;
    size_t page;
} gallery_item;

/* The pages while they are set. Points; origin at the type area's top left. */
typedef struct gallery_pages {
    zt_setting *setting;
    zhitu_lang lang;
    const zt_gallery_entry *entries;
    size_t entry_count;
    const zt_gallery_icons *icons;
    zt_book *book;
    zt_rect area;       /* type area */
    double side, inner; /* width of the left column, of the right one */
    double column_gap;  /* between them */
    ZT_VEC(gallery_item) items;
} gallery_pages;

/* The text in the job's language. */
static const char *in_language(const gallery_pages *s, const char *zh, const char *en)
{
    return s->lang == ZHITU_EN ? en : zh;
}

/* Points of that many steps of the theme's scale. */
static double gap(const gallery_pages *s, double steps)
{
    return zt_setting_gap(s->setting, steps);
}

/* ---- texts: measured without a group, placed with one ---- */

/* Lines of text at (x, y); returns their height. `into` NULL only measures. */
static double put_text(const gallery_pages *s, zt_group *into, const char *style, zt_str text,
                       double x, double y, double width)
{
    if (!text.len)
        return 0;
    zt_look look = zt_setting_look(s->setting, style);
    zt_para *para = zt_lines_plain(s->setting, text, ZT_NOWHERE, &look, width);
    if (into)
        zt_lines_place(s->setting, para, &look, into, (zt_point){x, y}, look.para.leading);
    return zt_em_height(para->line_count, look.text.size, look.para.leading);
}

/* One line; x is its start or its end. Returns its width. */
static double put_line(const gallery_pages *s, zt_group *into, const char *style, const char *text,
                       zt_align align, double x, double y)
{
    zt_look look = zt_setting_look(s->setting, style);
    zt_str str = zt_str_from(text);
    if (!into)
        return zt_text_width(s->setting->diags, s->setting->arena, str, &look.text, &look.para,
                             ZT_NOWHERE);
    return zt_text_place(s->setting->diags, s->setting->scene, into, str, &look.text, &look.para,
                         align, x, y + ZT_EM_TOP * look.text.size, ZT_NOWHERE);
}

/* Points, of a style. */
static double size_of(const gallery_pages *s, const char *style)
{
    return zt_setting_look(s->setting, style).text.size;
}
/* Points from baseline to baseline, of a style. */
static double pitch_of(const gallery_pages *s, const char *style)
{
    return zt_setting_look(s->setting, style).para.leading;
}

/* A group for a part of the page, its frame at (x, y). */
static zt_group *part(const gallery_pages *s, zt_group *into, const char *name, zt_role role,
                      double x, double y, double width, double height)
{
    return zt_scene_add_part(s->setting->scene, into, ZT_NOWHERE, name, role,
                             (zt_rect){x, y, width, height});
}

/* A rule over the width of the type area, its top at y. */
static void put_rule(const gallery_pages *s, zt_group *into, double y, double weight,
                     const char *ink)
{
    zt_group *group = part(s, into, "rule", ZT_ROLE_ARTIFACT, 0, y, s->area.w, weight);
    zt_scene_rule(s->setting->scene, group, ZT_NOWHERE, (zt_point){0, weight / 2},
                  (zt_point){s->area.w, weight / 2}, weight,
                  ZT_SOLID(zt_setting_ink(s->setting, ink)));
}

/* ---- the parts of an entry ---- */

/* Name at the left, value at the right; a value too long for the line stands below, in lines.
   Returns the height in points; `into` NULL only measures. */
static double put_param(const gallery_pages *s, zt_group *into, const char *name, zt_str value,
                        double y)
{
    const char *text = zt_str_copy(s->setting->arena, value).data;
    double pitch = pitch_of(s, "gallery-param"), inset = size_of(s, "gallery-param");
    double wide = put_line(s, NULL, "gallery-param", name, ZT_ALIGN_START, 0, 0) + inset;
    if (into)
        put_line(s, into, "gallery-param", name, ZT_ALIGN_START, 0, y);
    if (!value.len)
        return pitch;
    wide += put_line(s, NULL, "gallery-value", text, ZT_ALIGN_START, 0, 0);
    if (wide > s->side) {
        double below = put_text(s, into, "gallery-value", value, inset, y + pitch, s->side - inset);
        return 2 * pitch + below - inset;
    }
    if (into)
        put_line(s, into, "gallery-value", text, ZT_ALIGN_END, s->side, y);
    return pitch;
}

/* A parameter with the value that the sample has it set to. */
typedef struct param {
    const char *name;
    zt_str value;
} param;
typedef ZT_VEC(param) params;

/* The parameters with the values in force: all of them at the first variant of a block, at the
   others those that the sample sets. */
static params params_of(const gallery_pages *s, const zt_gallery_entry *entry)
{
    const zt_block *block = zt_gallery_block(entry);
    params all = {0};
    for (const zt_param *a = entry->params; block && a && a->name; a++) {
        param p = {a->name, zt_str_from(a->initial ? a->initial : "")};
        const zt_set *own = zt_place_set(block->place, a->name);
        if (own)
            p.value = own->value;
        if (entry->first || own)
            ZT_PUSH(s->setting->arena, &all, p);
    }
    return all;
}

/* A long list would be higher than its picture: it goes below both columns. */
static bool is_long(const params *all)
{
    enum { MOST_ROWS = 22 };
    return all->count > MOST_ROWS;
}

/* In that many columns, filled one after the other; returns the height of the highest. */
static double put_params(const gallery_pages *s, zt_group *into, const params *all, size_t columns)
{
    gallery_pages one = *s;
    one.side = zt_column_width(columns > 1 ? s->area.w : s->side, (int)columns, s->column_gap);
    size_t rows = (all->count + columns - 1) / columns;
    double most = 0;
    for (size_t c = 0; c < columns && rows; c++) {
        double x = (one.side + s->column_gap) * (double)c, y = 0;
        zt_group *column = into ? part(s, into, "params", ZT_ROLE_P, x, 0, one.side, 1) : NULL;
        for (size_t i = c * rows; i < (c + 1) * rows && i < all->count; i++)
            y += put_param(&one, column, all->items[i].name, all->items[i].value, y);
        if (column)
            column->item.box.h = y;
        most = zt_max(most, y);
    }
    return most;
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

/* Whether the line begins with those bytes. */
static bool starts(zt_str line, const char *with)
{
    size_t len = strlen(with);
    return line.len >= len && memcmp(line.data, with, len) == 0;
}

/* Blanks before the first character. */
static size_t indent_of(zt_str line)
{
    size_t n = 0;
    while (n < line.len && line.data[n] == ' ')
        n++;
    return n;
}

/* A line of XML, hanging below its own indent. */
static double put_code_line(const gallery_pages *s, zt_group *into, zt_str line, double x, double y,
                            double width)
{
    size_t blanks = indent_of(line);
    double em = size_of(s, "gallery-code"), step = 0.5 * em * (double)blanks;
    zt_str text = zt_str_slice(line, blanks, line.len);
    put_text(s, into, "gallery-code", text, x + step, y, width - step);
    zt_look look = zt_setting_look(s->setting, "gallery-code");
    zt_para *para = zt_lines_plain(s->setting, text, ZT_NOWHERE, &look, width - step);
    return (double)para->line_count * look.para.leading;
}

/* The <place> that a template needs for this look: of a variant its name alone, of a further
   sample all that its own template sets. */
static zt_str place_line(const gallery_pages *s, const zt_gallery_entry *entry)
{
    const zt_block *block = zt_gallery_block(entry);
    zt_buf line;
    zt_buf_init(&line, s->setting->arena);
    zt_buf_printf(&line, "<place select=\"%s\"", entry->kind->name);
    if (block->variant)
        zt_buf_printf(&line, " variant=\"%s\"", block->variant);
    if (!entry->more || block->place->set_count == 0) {
        zt_buf_puts(&line, "/>");
        return zt_str_from(line.data);
    }
    zt_buf_puts(&line, ">");
    for (size_t i = 0; i < block->place->set_count; i++) {
        zt_str value = block->place->sets[i].value;
        zt_buf_printf(&line, "<set name=\"%s\" value=\"%.*s\"/>", block->place->sets[i].name,
                      (int)value.len, value.data);
    }
    zt_buf_puts(&line, "</place>");
    return zt_str_from(line.data);
}

/* What the sample holds inside its root, and the template's line that asks for the variant. */
static double put_code(const gallery_pages *s, zt_group *into, const zt_gallery_entry *entry,
                       double x, double y, double width)
{
    double top = y;
    zt_str rest = entry->work.source->bytes;
    if (entry->variant && entry->kind->variants)
        y += put_code_line(s, into, place_line(s, entry), x, y, width);
    if (entry->same) {
        const char *said = zt_arena_printf(
            s->setting->arena,
            in_language(s, "<!-- 稿件同 %s %s -->", "<!-- the document of %s %s -->"), entry->title,
            entry->same);
        return y + put_code_line(s, into, zt_str_from(said), x, y, width) - top;
    }
    while (rest.len) {
        zt_str line = next_line(&rest);
        bool frame = starts(line, "<?xml") || starts(line, "<!--") || starts(line, "<graphic") ||
                     starts(line, "</graphic") || indent_of(line) == line.len;
        if (!frame) /* the root's own indent goes with it */
            y += put_code_line(s, into, zt_str_slice(line, starts(line, "  ") ? 2 : 0, line.len), x,
                               y, width);
    }
    return y - top;
}

/* The XML on its ground; returns the height. */
static double put_code_panel(const gallery_pages *s, zt_group *into, const zt_gallery_entry *entry,
                             double x, double y, double width)
{
    double inset = gap(s, 2), inner = width - 2 * inset;
    double lead = pitch_of(s, "gallery-code") - size_of(s, "gallery-code");
    double height = put_code(s, NULL, entry, 0, 0, inner) - lead + 2 * inset;
    if (!into)
        return height;
    zt_group *ground = part(s, into, "ground", ZT_ROLE_ARTIFACT, x, y, width, height);
    zt_scene_fill_rect(s->setting->scene, ground, ZT_NOWHERE, (zt_rect){0, 0, width, height},
                       ZT_SOLID(zt_setting_ink(s->setting, "panel")));
    zt_group *code = part(s, into, "code", ZT_ROLE_P, x + inset, y + inset, inner, height);
    put_code(s, code, entry, 0, 0, inner);
    return height;
}

/* The sample's page as a part of ours, at its own size; its items are not copied but hung into
   the group. */
static void put_picture(const gallery_pages *s, zt_group *into, zt_scene *scene, double x, double y)
{
    zt_group *frame = part(s, into, "picture", ZT_ROLE_SECT, x, y, scene->width, scene->height);
    frame->first = scene->root->first;
    frame->last = scene->root->last;
}

/* Block and variant; returns the height with the gap below. */
static double put_name(const gallery_pages *s, zt_group *into, const zt_gallery_entry *entry)
{
    double y = 0;
    zt_group *head = into ? part(s, into, "name", ZT_ROLE_H2, 0, 0, s->side, 1) : NULL;
    y += put_text(s, head, "gallery-name", zt_str_from(entry->title), 0, y, s->side);
    if (entry->variant) {
        y += gap(s, GAP_LINES);
        y += put_text(s, head, "gallery-variant", zt_str_from(entry->variant), 0, y, s->side);
    }
    if (head)
        head->item.box.h = y;
    return y + gap(s, GAP_LINES) + gap(s, GAP_LINES);
}

/* The left column: name, what it is for, parameters. */
static double put_side(const gallery_pages *s, zt_group *into, const zt_gallery_entry *entry)
{
    double y = put_name(s, into, entry);
    zt_group *doc = into ? part(s, into, "doc", ZT_ROLE_P, 0, y, s->side, 1) : NULL;
    double height = put_text(s, doc, "gallery-doc",
                             zt_str_from(in_language(s, entry->zh, entry->en)), 0, 0, s->side);
    if (doc)
        doc->item.box.h = height;
    y += height + gap(s, GAP_PARTS);
    params all = params_of(s, entry);
    if (is_long(&all))
        return y;
    zt_group *list = into ? zt_scene_add_group(s->setting->scene, into, ZT_NOWHERE, 0, y) : NULL;
    return y + put_params(s, list, &all, 1);
}

/* A picture as wide as the right column stands there above its XML; a wider one below both. */
static double put_entry(const gallery_pages *s, zt_group *into, const zt_gallery_entry *entry)
{
    zt_scene *scene = entry->work.book->pages[0];
    bool wide = scene->width > s->inner + 1;
    double x = s->side + s->column_gap, top = gap(s, GAP_PARTS), y = top;
    zt_group *body = into ? part(s, into, "entry", ZT_ROLE_SECT, 0, top, s->area.w, 1) : NULL;
    if (into)
        put_rule(s, into, 0, 0.34, "key");
    double left = top + put_side(s, body, entry);
    if (!wide) {
        if (body)
            put_picture(s, body, scene, x, 0);
        y += scene->height + gap(s, GAP_PARTS);
    }
    y += put_code_panel(s, body, entry, x, y - top, s->inner);
    y = zt_max(left, y);
    if (wide) {
        y += gap(s, GAP_PARTS);
        if (body)
            put_picture(s, body, scene, 0, y - top);
        y += scene->height;
    }
    params all = params_of(s, entry);
    if (is_long(&all)) {
        y += gap(s, GAP_PARTS);
        zt_group *list =
            body ? zt_scene_add_group(s->setting->scene, body, ZT_NOWHERE, 0, y - top) : NULL;
        y += put_params(s, list, &all, 4);
    }
    if (body)
        body->item.box.h = y - top;
    return y;
}

/* ---- cover and sections ---- */

/* The heading of a part of the book. */
static const char *section_name(const gallery_pages *s, zt_gallery_part part)
{
    switch (part) {
    case ZT_GALLERY_HEADS:
        return in_language(s, "题与脚", "Heads and feet");
    case ZT_GALLERY_BLOCKS:
        return in_language(s, "版块", "Blocks");
    case ZT_GALLERY_CHARTS:
        return in_language(s, "图表", "Charts");
    }
    return "";
}

/* `entry` is the section's first, NULL over the icons. */
static double put_section(const gallery_pages *s, zt_group *into, const zt_gallery_entry *entry)
{
    const char *name = entry ? section_name(s, entry->part) : in_language(s, "图标", "Icons");
    zt_group *head = into ? part(s, into, "section", ZT_ROLE_H1, 0, 0, s->area.w, 1) : NULL;
    double h = put_text(s, head, "gallery-section", zt_str_from(name), 0, 0, s->area.w);
    if (head)
        head->item.box.h = h;
    return h;
}

/* The item that shows an entry. */
static const gallery_item *item_of(const gallery_pages *s, size_t entry)
{
    for (size_t i = 0; i < s->items.count; i++)
        if (s->items.items[i].kind == ITEM_ENTRY && s->items.items[i].entry == entry)
            return &s->items.items[i];
    return NULL;
}

/* Names and pages, down four columns. */
static double put_contents(const gallery_pages *s, zt_group *into, double y)
{
    enum { COLUMNS = 4 };
    size_t rows = (s->entry_count + COLUMNS - 1) / COLUMNS;
    double width = zt_column_width(s->area.w, COLUMNS, s->column_gap);
    double pitch = pitch_of(s, "gallery-contents");
    for (size_t i = 0; into && i < s->entry_count; i++) {
        const zt_gallery_entry *e = &s->entries[i];
        double x = (width + s->column_gap) * (double)(i / rows),
               at = y + pitch * (double)(i % rows);
        const char *name = e->variant
                               ? zt_arena_printf(s->setting->arena, "%s %s", e->title, e->variant)
                               : e->title;
        zt_group *line = part(s, into, "contents", ZT_ROLE_P, x, at, width, pitch);
        put_line(s, line, "gallery-contents", name, ZT_ALIGN_START, 0, 0);
        put_line(s, line, "gallery-contents",
                 zt_arena_printf(s->setting->arena, "%zu", item_of(s, i)->page + 1), ZT_ALIGN_END,
                 width, 0);
    }
    return pitch * (double)rows - (pitch - size_of(s, "gallery-contents"));
}

/* Title, lead and contents; returns the height. */
static double put_cover(const gallery_pages *s, zt_group *into)
{
    const double bar = zt_pt_from_mm(1.2); /* one heavy rule a page, that of the cover */
    double y = bar + gap(s, GAP_PARTS);
    if (into)
        put_rule(s, into, 0, bar, "accent");
    zt_group *head = into ? part(s, into, "title", ZT_ROLE_H1, 0, y, s->area.w, 1) : NULL;
    double h = put_text(s, head, "gallery-title", zt_str_from(s->book->title), 0, 0, s->area.w);
    if (head)
        head->item.box.h = h;
    y += h + gap(s, GAP_PARTS);
    zt_str lead = zt_str_from(in_language(
        s,
        "每种版块、每种图表、每个变体各排一例：左为名称、用途和参数，右为成品和排出它的稿件。"
        "这一册由 zhitu 自己排成，样例在模板文件夹的 gallery 里。",
        "Every block and every kind of chart in each of its variants: name, use and "
        "parameters at the left; the picture and the XML that made it at the right. zhitu "
        "has set these pages itself; the samples lie in gallery beside the templates."));
    zt_group *words = into ? part(s, into, "lead", ZT_ROLE_P, 0, y, s->area.w, 1) : NULL;
    h = put_text(s, words, "gallery-lead", lead, 0, 0, s->area.w);
    if (words)
        words->item.box.h = h;
    y += h + gap(s, GAP_ENTRIES);
    return y + put_contents(s, into, y) + gap(s, GAP_PARTS);
}

/* The sheet of icons: each over its name, left to right. */
static double put_icons(const gallery_pages *s, zt_group *into)
{
    enum { COLUMNS = 10 };
    double width = zt_column_width(s->area.w, COLUMNS, s->column_gap), side = gap(s, GAP_ICON);
    double pitch = side + gap(s, GAP_LINES) + pitch_of(s, "gallery-param") + gap(s, GAP_PARTS);
    double weight = side * ZT_ICON_WEIGHT / ZT_ICON_UNITS;
    for (size_t i = 0; into && i < s->icons->count; i++) {
        double x = (width + s->column_gap) * (double)(i % COLUMNS);
        zt_group *cell = part(s, into, "icon", ZT_ROLE_P, x, pitch * (double)(i / COLUMNS), width,
                              pitch - gap(s, GAP_PARTS));
        zt_icon_place(s->icons->items[i], s->setting->scene, cell, ZT_NOWHERE, (zt_point){0, 0},
                      side, weight, ZT_SOLID(zt_setting_ink(s->setting, "key")));
        put_line(s, cell, "gallery-param", s->icons->items[i]->name, ZT_ALIGN_START, 0,
                 side + gap(s, GAP_LINES));
    }
    return pitch * (double)((s->icons->count + COLUMNS - 1) / COLUMNS) - gap(s, GAP_PARTS);
}

/* Places an item, or with `into` NULL only measures it. */
static double put_item(const gallery_pages *s, zt_group *into, const gallery_item *it)
{
    switch (it->kind) {
    case ITEM_COVER:
        return put_cover(s, into);
    case ITEM_SECTION:
        return put_section(s, into, it->entry < s->entry_count ? &s->entries[it->entry] : NULL);
    case ITEM_ENTRY:
        return put_entry(s, into, &s->entries[it->entry]);
    case ITEM_ICONS:
        return put_icons(s, into);
    }
    return 0;
}

/* ---- pages ---- */

/* Measured at once, but the cover, whose contents need the page numbers. */
static void add_item(gallery_pages *s, gallery_item_kind kind, size_t entry)
{
    gallery_item it = {.kind = kind, .entry = entry};
    it.height = kind == ITEM_COVER ? 0 : put_item(s, NULL, &it);
    ZT_PUSH(s->setting->arena, &s->items, it);
}

/* The cover is measured last, when its contents are as long as they will be. */
static void list_items(gallery_pages *s)
{
    add_item(s, ITEM_COVER, 0);
    for (size_t i = 0; i < s->entry_count; i++) {
        if (i == 0 || s->entries[i].part != s->entries[i - 1].part)
            add_item(s, ITEM_SECTION, i);
        add_item(s, ITEM_ENTRY, i);
    }
    if (s->icons->count) {
        add_item(s, ITEM_SECTION, s->entry_count);
        add_item(s, ITEM_ICONS, s->entry_count);
    }
    s->items.items[0].height = put_cover(s, NULL);
}

/* A section head keeps with the entry below it. */
static double needed(const gallery_pages *s, size_t i)
{
    const gallery_item *it = &s->items.items[i];
    bool kept = it->kind == ITEM_SECTION && i + 1 < s->items.count;
    return it->height + (kept ? gap(s, GAP_PARTS) + it[1].height : 0);
}

/* More between entries than within a section's head. */
static double gap_below(const gallery_pages *s, const gallery_item *it)
{
    return gap(s, it->kind == ITEM_ENTRY ? GAP_ENTRIES : GAP_PARTS);
}

/* Whether item j may come before those from i on: of the same part, and the first of its block that
   is still to come. */
static bool may_lead(const gallery_pages *s, size_t i, size_t j)
{
    const zt_gallery_entry *e = &s->entries[s->items.items[j].entry];
    for (size_t k = i; k < j; k++) {
        const gallery_item *it = &s->items.items[k];
        if (it->kind != ITEM_ENTRY || strcmp(s->entries[it->entry].title, e->title) == 0)
            return false;
    }
    return true;
}

/* Where item i does not fit, the highest that does and may lead comes forward into its place. */
static bool fill(gallery_pages *s, size_t i, double room)
{
    gallery_item *items = s->items.items;
    size_t best = i;
    for (size_t j = i + 1; j < s->items.count && items[j].kind == ITEM_ENTRY; j++)
        if (items[j].height <= room && (best == i || items[j].height > items[best].height) &&
            may_lead(s, i, j))
            best = j;
    gallery_item found = items[best];
    memmove(items + i + 1, items + i, (best - i) * sizeof *items);
    items[i] = found;
    return best > i;
}

/* Gives each item its page; reports overset for one that is higher than a page. Returns the count
   of pages. */
static size_t break_pages(gallery_pages *s)
{
    size_t page = 0;
    double y = 0;
    for (size_t i = 0; i < s->items.count; i++) {
        gallery_item *it = &s->items.items[i];
        if (y > 0 && y + needed(s, i) > s->area.h && !fill(s, i, s->area.h - y)) {
            page++;
            y = 0;
        }
        it->page = page;
        y += it->height + gap_below(s, it);
        if (it->height > s->area.h)
            zt_report(s->setting->diags, ZT_ERROR, "overset", ZT_NOWHERE,
                      "样例“%s”比一页还高（%d 毫米）",
                      "the sample “%s” is higher than a page (%d mm)", s->entries[it->entry].name,
                      (int)zt_mm_from_pt(it->height));
    }
    return page + 1;
}

/* Version, title and page number. */
static void put_foot(const gallery_pages *s, zt_group *root, size_t page)
{
    double top = s->setting->scene->height - s->setting->template_->margin[2] + gap(s, GAP_PARTS);
    zt_group *foot = part(s, root, "foot", ZT_ROLE_ARTIFACT, s->area.x, top, s->area.w,
                          pitch_of(s, "gallery-foot"));
    put_rule(s, foot, 0, 0.34, "key");
    double y = gap(s, GAP_LINES);
    put_line(s, foot, "gallery-foot",
             zt_arena_printf(s->setting->arena, "zhitu %s　%s", ZT_VERSION, s->book->title),
             ZT_ALIGN_START, 0, y);
    put_line(s, foot, "gallery-foot", zt_arena_printf(s->setting->arena, "%zu", page + 1),
             ZT_ALIGN_END, s->area.w, y);
}

/* Spare height goes between entries, up to a ceiling. */
static double stretch(const gallery_pages *s, size_t page)
{
    double used = 0;
    size_t gaps = 0;
    for (size_t i = 0; i < s->items.count; i++) {
        const gallery_item *it = &s->items.items[i];
        if (it->page != page)
            continue;
        bool last = i + 1 == s->items.count || it[1].page != page;
        used += it->height + (last ? 0 : gap_below(s, it));
        gaps += !last && it->kind == ITEM_ENTRY;
    }
    double most = gap(s, GAP_ENTRIES_MOST - GAP_ENTRIES);
    return gaps ? zt_min((s->area.h - used) / (double)gaps, most) : 0;
}

/* All items of the page, with the spare height shared between its entries. */
static void put_page(gallery_pages *s, size_t page, zt_bookmark *marks, size_t *marked)
{
    zt_scene *scene = zt_scene_new(s->setting->arena, s->setting->template_->page_w,
                                   s->setting->template_->page_h);
    scene->type_area = s->area;
    s->setting->scene = s->book->pages[page] = scene;
    double y = s->area.y, more = stretch(s, page);
    for (size_t i = 0; i < s->items.count; i++) {
        const gallery_item *it = &s->items.items[i];
        if (it->page != page)
            continue;
        zt_group *group = zt_scene_add_group(scene, scene->root, ZT_NOWHERE, s->area.x, y);
        group->item.box = (zt_rect){s->area.x, y, s->area.w, it->height};
        put_item(s, group, it);
        if (it->kind == ITEM_ENTRY) {
            const zt_gallery_entry *e = &s->entries[it->entry];
            const char *title =
                e->variant ? zt_arena_printf(s->setting->arena, "%s %s", e->title, e->variant)
                           : e->title;
            marks[(*marked)++] = (zt_bookmark){.title = title, .page = page, .y = y};
        }
        y += it->height + gap_below(s, it) + (it->kind == ITEM_ENTRY ? more : 0);
    }
    put_foot(s, scene->root, page);
}

/* Pages are broken before any is set, as the cover names the pages. */
zt_book *zt_gallery_book(zt_setting *setting, const zt_gallery_entry *entries, size_t count,
                         const zt_gallery_icons *icons, zhitu_lang lang)
{
    const zt_template *t = setting->template_;
    gallery_pages s = {
        .setting = setting, .lang = lang, .entries = entries, .entry_count = count, .icons = icons};
    s.area = (zt_rect){t->margin[3], t->margin[0], t->page_w - t->margin[1] - t->margin[3],
                       t->page_h - t->margin[0] - t->margin[2]};
    s.column_gap = gap(&s, GAP_PARTS);
    s.inner = entries[0].work.book->pages[0]->width;
    s.side = s.area.w - s.inner - s.column_gap;
    setting->scene = zt_scene_new(setting->arena, t->page_w, t->page_h);
    zt_book *book = s.book = ZT_NEW(setting->arena, zt_book);
    book->id = "gallery";
    book->lang = lang == ZHITU_EN ? "en" : "zh-Hans";
    book->title = in_language(&s, "图式一览", "A gallery of blocks and charts");
    list_items(&s);
    book->page_count = break_pages(&s);
    book->pages = ZT_ARRAY(setting->arena, book->page_count, zt_scene *);
    zt_bookmark *marks = ZT_ARRAY(setting->arena, count, zt_bookmark);
    size_t marked = 0;
    for (size_t page = 0; page < book->page_count; page++)
        put_page(&s, page, marks, &marked);
    book->bookmarks = marks;
    book->bookmark_count = count;
    return book;
}
