/* gen/template/template.c — from a name to a template: finding the files, then reading the
   levels of theme and template in order. A level is one file: the themes from the oldest on,
   then the template, which changes what they say. Nothing is handed on when any of them has an
   error. */
#include "template/template.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/near.h"
#include "template/reader_imp.h"

/* ---- files ---- */

/* A name is a name, never a way out of the folders. */
static bool is_plain_name(const char *name)
{
    return name[0] != '\0' && name[0] != '.' && strpbrk(name, "/\\") == NULL;
}

/* The first folder that has NAME.xml; NULL when none has. */
static const char *path_of(zt_arena *arena, const char *const *dirs, size_t dir_count,
                           const char *name)
{
    const char *file = zt_arena_printf(arena, "%s.xml", name);
    for (size_t i = 0; i < dir_count && is_plain_name(name); i++) {
        const char *path = zt_path_join(arena, dirs[i], file);
        if (zt_file_exists(path))
            return path;
    }
    return NULL;
}

/* The root's name of a file that may have any mistakes; "" when it cannot be read. */
static const char *root_of(zt_arena *arena, const char *path)
{
    zt_diags *unheard = zt_diags_new(arena);
    zt_source *source = zt_xml_read(arena, unheard, path, &zt_xml_limits_default);
    return source != NULL && source->root != NULL ? source->root->name : "";
}

/* By bytes. */
static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names of the files NAME.xml in the folders whose root has that name (NULL: of all), sorted.
   Themes and templates share a folder and a suffix: the root element tells them apart. */
size_t zt_template_names(zt_arena *arena, const char *const *dirs, size_t dir_count,
                         const char *root, const char ***out)
{
    ZT_VEC(const char *) names = {0};
    for (size_t i = 0; i < dir_count; i++) {
        char **files = zt_dir_list(arena, dirs[i]);
        for (size_t k = 0; files != NULL && files[k] != NULL; k++) {
            size_t len = strlen(files[k]);
            if (len <= 4 || strcmp(files[k] + len - 4, ".xml") != 0)
                continue;
            const char *path = zt_path_join(arena, dirs[i], files[k]);
            if (root == NULL || strcmp(root_of(arena, path), root) == 0)
                ZT_PUSH(arena, &names, zt_arena_copy(arena, files[k], len - 4));
        }
    }
    if (names.count > 1)
        qsort(names.items, names.count, sizeof names.items[0], by_name);
    size_t kept = 0; /* one name in two folders counts once */
    for (size_t i = 0; i < names.count; i++)
        if (kept == 0 || strcmp(names.items[kept - 1], names.items[i]) != 0)
            names.items[kept++] = names.items[i];
    *out = names.items;
    return kept;
}

/* Reports unknown-theme or unknown-template with the nearest name; else with all of a few, or
   how to see them when they are too many to print. */
static void report_not_found(zt_reader *r, const char *what, const char *name, zt_pos at)
{
    const size_t few = 8;
    bool theme = strcmp(what, "theme") == 0;
    const char *code = theme ? "unknown-theme" : "unknown-template";
    const char **names;
    size_t count = zt_template_names(r->arena, r->dirs, r->dir_count, what, &names);
    const char *nearest = zt_nearest(zt_str_from(name), names, count);
    if (nearest != NULL) {
        zt_report(r->diags, ZT_ERROR, code, at,
                  theme ? "没有主题“%s”；是否想写“%s”？" : "没有模板“%s”；是否想写“%s”？",
                  theme ? "there is no theme “%s”; did you mean “%s”?"
                        : "there is no template “%s”; did you mean “%s”?",
                  name, nearest);
        zt_diags_add_change(r->diags, code, at, zt_str_from(name), zt_str_from(nearest));
        return;
    }
    zt_buf list;
    zt_buf_init(&list, r->arena);
    for (size_t i = 0; i < count && count <= few; i++)
        zt_buf_printf(&list, "%s%s", i > 0 ? " " : "", names[i]);
    if (count > few)
        zt_buf_printf(&list, "zhitu list %ss", what);
    zt_report(r->diags, ZT_ERROR, code, at,
              theme ? "没有主题“%s”；现有 %zu 个：%s" : "没有模板“%s”；现有 %zu 个：%s",
              theme ? "there is no theme “%s”; there are %zu: %s"
                    : "there is no template “%s”; there are %zu: %s",
              name, count, count > 0 ? list.data : "-");
}

/* ---- names that templates had before ---- */

/* Reads the file with the words of the grammar of templates. */
static zt_source *read_source(zt_reader *r, zt_diags *diags, const char *path)
{
    zt_xml_limits limits = zt_xml_limits_default;
    limits.grammar = &zt_template_grammar;
    return zt_xml_read(r->arena, diags, path, &limits);
}

/* The <also> of a template that bears the name; NULL when its file has none. In the reader's arena,
   which the name and the slot outlive. A file without a fault is kept, for it is the next to be
   read. */
static const zt_node *also_in(zt_reader *r, const char *path, const char *name)
{
    zt_diags *unheard = zt_diags_new(r->arena);
    zt_source *source = read_source(r, unheard, path);
    r->ahead = zt_diags_count(unheard) == 0 ? source : NULL;
    if (source == NULL || !zt_node_is(source->root, "template"))
        return NULL;
    for (const zt_node *also = zt_node_child(source->root, "also"); also != NULL;
         also = zt_node_sibling(also, "also"))
        if (zt_str_is(zt_node_attr(also, "name", ""), name))
            return also;
    return NULL;
}

/* Whether the bytes hold the name in quotation marks: nearly all files do not, and need no parsing.
   What is not plain XML to the first byte (another encoding, a mark of the order of bytes) may. */
static bool may_name(zt_arena *arena, const char *path, const char *name)
{
    zt_diags *unheard = zt_diags_new(arena);
    bool read = false;
    zt_str bytes = zt_file_read(arena, unheard, ZT_NOWHERE, path, 0, &read);
    size_t len = strlen(name);
    const char *at = bytes.data, *end = bytes.data + bytes.len;
    if (!read || bytes.len < len + 2 || *at != '<')
        return read && bytes.len > 0 && *at != '<';
    while ((at = memchr(at + 1, name[0], (size_t)(end - at - 1))) != NULL)
        if ((size_t)(end - at) > len && memcmp(at, name, len) == 0 && at[-1] == at[len] &&
            (at[len] == '"' || at[len] == '\''))
            return true;
    return false;
}

/* Whether `family` has taken over the template of that name; its <also> then. */
static bool has_taken_over(zt_reader *r, const char *family, const char *name, const zt_node **also)
{
    const char *path = path_of(r->arena, r->dirs, r->dir_count, family);
    bool may = path != NULL && may_name(r->arena, path, name);
    *also = may ? also_in(r, path, name) : NULL;
    return *also != NULL;
}

/* The template that has taken over the one of that name; NULL when none has. It is asked only for
   names without a file. One that the name begins with, rank of rank-card, is asked before all
   others, for most are called so and each that is asked is read. */
static const char *successor_of(zt_reader *r, const char *name, const zt_node **also)
{
    if (!is_plain_name(name))
        return NULL;
    for (size_t len = strlen(name); --len > 0;) {
        const char *stem = name[len] == '-' ? zt_arena_copy(r->arena, name, len) : NULL;
        if (stem != NULL && has_taken_over(r, stem, name, also))
            return stem;
    }
    const char **names;
    size_t count = zt_template_names(r->arena, r->dirs, r->dir_count, NULL, &names);
    for (size_t i = 0; i < count; i++)
        if (has_taken_over(r, names[i], name, also))
            return names[i];
    return NULL;
}

/* A name of old stands for its successor at the width that it had. The name itself when it has a
 * file, or no successor. */
static const char *name_today(zt_reader *r, const char *name, zt_pos at)
{
    const zt_node *also = NULL;
    if (path_of(r->arena, r->dirs, r->dir_count, name) != NULL)
        return name;
    const char *today = successor_of(r, name, &also);
    if (today == NULL)
        return name;
    zt_str slot = zt_str_copy(r->arena, zt_node_attr(also, "slot", ""));
    if ((r->slot == NULL || r->slot->of_document) && slot.len > 0) {
        r->slot = ZT_NEW(r->arena, zt_page_slot);
        if (!zt_page_slot_parse(slot, r->slot))
            r->slot = NULL; /* the file itself is told so when it is read */
        else {
            r->slot->at = at;
            r->slot->of_document = true;
        }
    }
    return today;
}

/* Reports unknown-template or unknown-theme, all mistakes of the file, and name-differs. */
const zt_node *zt_read_file(zt_reader *r, const char *what, const char *name, zt_pos asked_at)
{
    const char *path = path_of(r->arena, r->dirs, r->dir_count, name);
    if (path == NULL) {
        report_not_found(r, what, name, asked_at);
        return NULL;
    }
    ZT_PUSH(r->arena, &r->files, path);
    bool ahead = r->ahead != NULL && strcmp(r->ahead->path, path) == 0;
    zt_source *source = ahead ? r->ahead : read_source(r, r->diags, path);
    r->ahead = NULL;
    if (source == NULL || source->root == NULL)
        return NULL;
    zt_grammar_check(&zt_template_grammar, source->root, r->diags);
    if (!source->root->known)
        return NULL;
    if (!zt_node_is(source->root, what)) {
        zt_report(r->diags, ZT_ERROR,
                  strcmp(what, "theme") == 0 ? "unknown-theme" : "unknown-template", asked_at,
                  "“%s”的根元素是 <%s>，不是 <%s>", "the root of “%s” is <%s>, not <%s>", path,
                  source->root->name, what);
        return NULL;
    }
    zt_str own = zt_node_attr(source->root, "name", name);
    if (!zt_str_is(own, name))
        zt_report(r->diags, ZT_WARNING, "name-differs", zt_node_attr_at(source->root, "name"),
                  "名称“%.*s”与文件名“%s”不同；以文件名为准",
                  "the name “%.*s” differs from the file's, “%s”, which counts", ZT_ARG(own), name);
    return source->root;
}

/* ---- levels ---- */

enum { THEMES_MOST = 8 };

/* Adds the theme and what it inherits from to the levels, the oldest first. False after a
   report; theme-loop for a theme that inherits from itself, or over more than eight levels. */
static bool read_theme_levels(zt_reader *r, const char *name, zt_pos asked_at)
{
    const zt_node *found[THEMES_MOST];
    size_t count = 0, first_file = r->files.count;
    while (name != NULL) {
        const char *path = path_of(r->arena, r->dirs, r->dir_count, name);
        bool repeated = count == THEMES_MOST;
        for (size_t i = first_file; path != NULL && i < r->files.count; i++)
            repeated = repeated || strcmp(r->files.items[i], path) == 0;
        if (repeated) {
            zt_report(r->diags, ZT_ERROR, "theme-loop", asked_at,
                      "主题“%s”经 from 继承了自己，或继承超过 %d 层",
                      "the theme “%s” inherits from itself, or over more than %d levels", name,
                      (int)THEMES_MOST);
            return false;
        }
        const zt_node *root = zt_read_file(r, "theme", name, asked_at);
        if (root == NULL)
            return false;
        found[count++] = root;
        asked_at = zt_node_attr_at(root, "from");
        name = zt_read_name(r, root, "from");
    }
    while (count > 0)
        ZT_PUSH(r->arena, &r->levels, found[--count]);
    return true;
}

/* The grammar has refused any other word. */
static zt_adjust_part adjust_part(const zt_node *node)
{
    static const char *const words[] = {"", "label", "value", "leader", "picture"};
    zt_str word = zt_node_attr(node, "part", "");
    for (int i = ZT_ADJUST_LABEL; i <= ZT_ADJUST_PICTURE; i++)
        if (zt_str_is(word, words[i]))
            return (zt_adjust_part)i;
    return ZT_ADJUST_ALL;
}

/* The moves by hand. Their targets are only known once the page is placed, so that an unknown
   ref= is no matter of this file. */
static void read_adjusts(zt_reader *r, zt_template *out)
{
    ZT_VEC(zt_adjust) list = {0};
    for (size_t level = 0; level < r->levels.count; level++) {
        const zt_node *root = r->levels.items[level];
        for (const zt_node *node = zt_read_child(root, "adjust"); node != NULL;
             node = zt_read_sibling(node, "adjust")) {
            zt_adjust adjust = {.ref = zt_read_name(r, node, "ref"),
                                .part = adjust_part(node),
                                .part_at = zt_node_attr_at(node, "part"),
                                .dx = zt_read_shift(r, node, "dx"),
                                .dy = zt_read_shift(r, node, "dy"),
                                .ref_at = zt_node_attr_at(node, "ref")};
            if (adjust.ref != NULL)
                ZT_PUSH(r->arena, &list, adjust);
        }
    }
    out->adjusts = list.items;
    out->adjust_count = list.count;
}

/* Where spare height goes, in order; only to gaps when the template does not say. */
static void read_spare(zt_reader *r, const zt_node *column, zt_template *out)
{
    static const zt_spare_step steps[] = {ZT_SPARE_GAPS, ZT_SPARE_LEADING, ZT_SPARE_GROW};
    int order[3];
    out->spare_count = zt_read_enums(r, column, "spare", order, 3);
    for (size_t i = 0; i < out->spare_count; i++)
        out->spare[i] = steps[order[i]];
}

/* The boxes of a graphic stand in one column; editions and reports have other parts instead. */
static void check_column(zt_reader *r, const zt_node *root, const zt_node *column, zt_root kind)
{
    if (kind == ZT_ROOT_GRAPHIC && column == NULL)
        zt_report(r->diags, ZT_ERROR, "missing-element", root->at,
                  "<template> 里缺少 <column>：至少 1 个，现有 0 个",
                  "<template> lacks <column>: at least 1 expected, 0 found");
    else if (kind != ZT_ROOT_GRAPHIC && column != NULL)
        zt_report(r->diags, ZT_ERROR, "misplaced-element", column->at,
                  "root=\"%s\" 的模板没有 <column>；图的模板才有",
                  "a template of root=\"%s\" has no <column>; one of a graphic has",
                  zt_root_name(kind));
}

/* The theme before the styles, which refer to it; both before the boxes, which refer to them. */
static void read_levels(zt_reader *r, const zt_node *root, zt_template *out)
{
    zt_read_theme(r);
    zt_read_styles(r);
    zt_read_parts(r);
    const zt_node *page = zt_page_in_force(r, root), *column = zt_read_last(r, "column");
    static const zt_root roots[] = {ZT_ROOT_GRAPHIC, ZT_ROOT_EDITION, ZT_ROOT_REPORT};
    out->for_root = roots[zt_read_enum(r, root, "root")];
    check_column(r, root, column, out->for_root);
    if (page != NULL)
        zt_read_page(r, page, out);
    r->sheet = out;
    if (column != NULL) {
        out->root = zt_read_box(r, column);
        read_spare(r, column, out);
    }
    if (out->for_root == ZT_ROOT_REPORT)
        out->report = zt_read_report_style(r, root);
    if (out->for_root == ZT_ROOT_EDITION)
        zt_read_edition_look(r, root, out);
    read_adjusts(r, out);
}

/* Any <when width=> below, so that templates without one need no width to be read. */
static bool asks_width(const zt_node *node)
{
    for (const zt_node *child = zt_read_child(node, NULL); child != NULL;
         child = zt_read_sibling(child, NULL))
        if ((zt_node_is(child, "when") && zt_node_find(child, "width") != NULL) ||
            asks_width(child))
            return true;
    return false;
}

/* What of the template is for the width of the slot, or of the page itself; false after a report
   about the slot. */
static bool decide_widths(zt_reader *r, const zt_node *root)
{
    const zt_node *page = zt_read_child(root, "page");
    bool asks = asks_width(root);
    if (r->slot == NULL && !asks)
        return true;
    zt_read_papers(r); /* both a slot and a page may be counted in columns */
    if (r->slot != NULL && !zt_page_slot_resolve(r, page, r->slot))
        return false;
    double width = r->slot != NULL ? r->slot->width : page != NULL ? zt_page_own_width(r, page) : 0;
    if (asks && width > 0)
        zt_decide_widths(r, root, width);
    return true;
}

/* Graphics in a theme for screens have its width: the slot= of a document is of paper. --slot and
   frames go before it; editions and reports have pages of their own. */
static void take_screen(zt_reader *r, const zt_node *root)
{
    const zt_node *screen = zt_read_last(r, "screen");
    bool graphic = zt_str_is(zt_node_attr(root, "root", "graphic"), "graphic");
    if (screen == NULL || !graphic || (r->slot != NULL && !r->slot->of_document))
        return;
    r->slot = ZT_NEW(r->arena, zt_page_slot);
    r->slot->text = zt_read_name(r, screen, "width");
    r->slot->width = zt_read_length(r, screen, "width");
    r->slot->at = zt_node_attr_at(screen, "width");
    if (r->slot->text == NULL || r->slot->width <= 0)
        r->slot = NULL; /* refused by the grammar */
}

/* Without a slot the template has its own size. */
zt_template *zt_template_load(zt_arena *arena, zt_diags *diags, const char *const *dirs,
                              size_t dir_count, const char *name, zt_pos asked_at,
                              const char *theme_override)
{
    return zt_template_load_for(arena, diags, dirs, dir_count, name, asked_at, theme_override,
                                NULL);
}

/* Errors are counted before and after: a template with any mistake is not used, but all of them
   are said. */
zt_template *zt_template_load_for(zt_arena *arena, zt_diags *diags, const char *const *dirs,
                                  size_t dir_count, const char *name, zt_pos asked_at,
                                  const char *theme_override, const zt_page_slot *slot)
{
    size_t before = zt_diags_severity_count(diags, ZT_ERROR);
    zt_reader r = {.arena = arena,
                   .diags = diags,
                   .dirs = dirs,
                   .dir_count = dir_count,
                   .theme = ZT_NEW(arena, zt_theme)};
    if (slot != NULL) {
        r.slot = ZT_NEW(arena, zt_page_slot);
        *r.slot = *slot;
    }
    name = name_today(&r, name, asked_at);
    const zt_node *root = zt_read_file(&r, "template", name, asked_at);
    if (root == NULL)
        return NULL;
    const char *theme = theme_override ? theme_override : zt_read_name(&r, root, "theme");
    zt_pos theme_at = theme_override ? ZT_NOWHERE : zt_node_attr_at(root, "theme");
    if (theme == NULL || !read_theme_levels(&r, theme, theme_at))
        return NULL;
    r.theme->name = zt_arena_strdup(arena, theme);
    r.theme->path = r.files.items[1];
    take_screen(&r, root);
    ZT_PUSH(arena, &r.levels, root);
    if (!decide_widths(&r, root))
        return NULL;
    zt_template *out = ZT_NEW(arena, zt_template);
    out->name = zt_arena_strdup(arena, name);
    out->path = r.files.items[0];
    out->theme = r.theme;
    out->slot = r.slot;
    read_levels(&r, root, out);
    out->files = r.files.items;
    out->file_count = r.files.count;
    return zt_diags_severity_count(diags, ZT_ERROR) == before ? out : NULL;
}
