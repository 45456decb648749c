/* Sections that lie in files of their own: <section import=…> of a report gets the contents of the
   section that is the root of that file, checked as if it had been written there. Places stay those
   of the file. */
#include "import/import.h"

#include <string.h>

#include "base/file.h"

enum { FILES_DEEPEST = 4 };
/* Sections of one document while they are fetched. */
typedef struct section_reader {
    zt_arena *arena;
    zt_diags *diags;
    const char *root;
    const zt_grammar *grammar;
    zt_import_files *files;
    const char
        *open[FILES_DEEPEST + 1]; /* the document and the files in files, as they really lie */
    int depth;
} section_reader;

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

/* Reports import-loop for a file that is within itself and for files that lie too deep. `real` may
   be NULL, as the document's own is when it is no file. */
static bool may_open(const section_reader *r, const char *real, zt_pos at)
{
    for (int i = 0; i <= r->depth; i++)
        if (real && r->open[i] && strcmp(r->open[i], real) == 0) {
            zt_report(r->diags, ZT_ERROR, "import-loop", at, "这里引了正在读的文件“%s”；请删去",
                      "this imports “%s”, in which it stands; take it out", zt_path_base(real));
            return false;
        }
    if (r->depth == FILES_DEEPEST)
        zt_report(r->diags, ZT_ERROR, "import-loop", at, "文件引文件超过 %d 层；请并成几个文件",
                  "files import files over more than %d levels; join some", (int)FILES_DEEPEST);
    return r->depth < FILES_DEEPEST;
}

/* Reads the file, checks it and puts its contents in. False when it cannot be had. */
static bool fetch(section_reader *r, zt_node *node, const zt_attr_value *href)
{
    zt_xml_limits limits = zt_xml_limits_default;
    limits.grammar = r->grammar;
    const char *path = find_file(r, node, href->value, href->value_at);
    const char *real = path ? zt_path_real(r->arena, path) : NULL;
    if (!path || !may_open(r, real, href->value_at))
        return false;
    ZT_PUSH(r->arena, &r->files->list, path);
    zt_source *source = zt_xml_read(r->arena, r->diags, path, &limits);
    if (!source || !source->root)
        return false;
    zt_grammar_check(r->grammar, source->root, r->diags);
    if (!source->root->known)
        return false;
    take_attributes(r, node, source->root);
    take_children(node, source->root);
    r->open[++r->depth] = real;
    fetch_below(r, node);
    r->depth--;
    return true;
}

/* A section that cannot be had is left out: what it lacks is no mistake of its own. */
static void fetch_below(section_reader *r, zt_node *node)
{
    for (zt_node *child = zt_node_child(node, NULL); child; child = zt_node_sibling(child, NULL)) {
        const zt_attr_value *href =
            zt_node_is(child, "section") && child->known ? zt_node_find(child, "import") : NULL;
        if (href)
            child->known = fetch(r, child, href);
        else if (zt_node_is(child, "section") || zt_node_is(child, "appendix"))
            fetch_below(r, child);
    }
}

void zt_sections_import(zt_arena *arena, zt_diags *diags, zt_source *source, const char *root,
                        const zt_grammar *grammar, zt_import_files *files)
{
    section_reader r = {.arena = arena,
                        .diags = diags,
                        .root = root,
                        .grammar = grammar,
                        .files = files,
                        .open = {zt_path_real(arena, source->root->at.file)}};
    if (zt_node_is(source->root, "report"))
        fetch_below(&r, source->root);
}
