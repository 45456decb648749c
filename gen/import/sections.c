/* Sections that lie in files of their own: <section import=…> of a report gets the contents of the
   section that is the root of that file, checked as if it had been written there. Places stay those
   of the file. */
#include "import/import.h"

#include <string.h>

#include "base/file.h"

/* Sections of one document while they are fetched. */
typedef struct section_reader {
    zt_arena *arena;
    zt_diags *diags;
    const char *root;
    const zt_grammar *grammar;
    zt_import_files *files;
    int depth; /* of files in files */
} section_reader;
enum { FILES_DEEPEST = 4 };

/* Reports path-outside-root and import-missing with the nearest name. */
static const char *find_file(const section_reader *r, const zt_node *node, zt_str href, zt_pos at)
{
    const char *path = NULL;
    switch (zt_path_reach(r->arena, node->at.file, r->root, href, &path)) {
    case ZT_REACH_FILE:
        return path;
    case ZT_REACH_OUTSIDE:
        zt_report(r->diags, ZT_ERROR, "path-outside-root", at, "“%.*s”不在项目的文件夹里",
                  "“%.*s” is not below the project's folder", ZT_ARG(href));
        return NULL;
    case ZT_REACH_NONE:
        break;
    }
    const char *near = path ? zt_path_nearest(r->arena, path) : NULL;
    zt_report(r->diags, ZT_ERROR, "import-missing", at, "没有文件“%.*s”%s%s",
              "there is no file “%.*s”%s%s", ZT_ARG(href), near ? " → " : "", near ? near : "");
    return NULL;
}

/* The section gets what the file's section says and it does not say itself. */
static void take_attributes(const section_reader *r, zt_node *into, const zt_node *from)
{
    size_t count = into->attr_count;
    zt_attr_value *attrs = ZT_ARRAY(r->arena, count + from->attr_count, zt_attr_value);
    for (size_t i = 0; i < count; i++)
        attrs[i] = into->attrs[i];
    for (size_t i = 0; i < from->attr_count; i++)
        if (!zt_node_find(into, from->attrs[i].name))
            attrs[count++] = from->attrs[i];
    into->attrs = attrs;
    into->attr_count = count;
}

static void take_children(zt_node *into, zt_node *from)
{
    for (zt_node *child = from->first; child; child = child->next)
        child->parent = into;
    if (into->last)
        into->last->next = from->first;
    else
        into->first = from->first;
    into->last = from->last;
}

static void fetch_below(section_reader *r, zt_node *node);

/* Reads the file, checks it and puts its contents in. Reports import-loop for files that import
   each other. */
static void fetch(section_reader *r, zt_node *node, const zt_attr_value *href)
{
    zt_xml_limits limits = zt_xml_limits_default;
    limits.grammar = r->grammar;
    const char *path = find_file(r, node, href->value, href->value_at);
    if (!path)
        return;
    if (r->depth == FILES_DEEPEST) {
        zt_report(r->diags, ZT_ERROR, "import-loop", href->value_at,
                  "文件引文件超过 %d 层，或引了自己",
                  "files import files over more than %d levels, or themselves", (int)FILES_DEEPEST);
        return;
    }
    ZT_PUSH(r->arena, &r->files->list, path);
    zt_source *source = zt_xml_read(r->arena, r->diags, path, &limits);
    if (!source || !source->root)
        return;
    zt_grammar_check(r->grammar, source->root, r->diags);
    if (!source->root->known)
        return;
    take_attributes(r, node, source->root);
    take_children(node, source->root);
    r->depth++;
    fetch_below(r, node);
    r->depth--;
}

static void fetch_below(section_reader *r, zt_node *node)
{
    for (zt_node *child = zt_node_child(node, NULL); child; child = zt_node_sibling(child, NULL)) {
        const zt_attr_value *href =
            zt_node_is(child, "section") && child->known ? zt_node_find(child, "import") : NULL;
        if (href)
            fetch(r, child, href);
        else if (zt_node_is(child, "section") || zt_node_is(child, "appendix"))
            fetch_below(r, child);
    }
}

void zt_sections_import(zt_arena *arena, zt_diags *diags, zt_source *source, const char *root,
                        const zt_grammar *grammar, zt_import_files *files)
{
    section_reader r = {arena, diags, root, grammar, files, 0};
    if (zt_node_is(source->root, "report"))
        fetch_below(&r, source->root);
}
