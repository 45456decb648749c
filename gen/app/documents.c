/* gen/app/documents.c — which documents a job is about: files as they are named, folders for all
   *.xml in them and in the folders within. Two documents whose files would have one name are found
   before any is rendered, so that none overwrites another. */
#include "app/documents.h"
#include "app/project.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/file_name.h"
#include "xml/node.h"

/* A name that is more than the ending. */
static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

/* A folder on the way into the one that was named. */
typedef struct way_in {
    const struct way_in *above;
    const char *real; /* its path without links */
} way_in;

/* A link may lead back to a folder that is being walked: what is in it is found there. */
static bool leads_back(const way_in *way, const char *real)
{
    for (; way; way = way->above)
        if (strcmp(way->real, real) == 0)
            return true;
    return false;
}

/* What is no document of the folder around it, nor holds any. */
static bool is_aside(const char *name)
{
    return name[0] == '.' || strcmp(name, "templates") == 0;
}

/* All *.xml of a folder but that of the project, then those of the folders within. False when the
   folder, not those within, cannot be read. */
static bool walk(zt_arena *arena, zt_diags *diags, zt_documents *docs, const char *named,
                 const char *folder, const way_in *above)
{
    char **names = zt_dir_list_reported(arena, diags, folder);
    way_in way = {above, zt_path_real(arena, folder)};
    ZT_VEC(const char *) within = {0};
    for (size_t i = 0; names && names[i]; i++) {
        const char *path = zt_path_join(arena, folder, names[i]);
        zt_document d = {.path = path, .folder = named};
        if (is_aside(names[i]))
            continue;
        if (zt_dir_exists(path))
            ZT_PUSH(arena, &within, path);
        else if (ends_with(names[i], ".xml") && strcmp(names[i], ZT_PROJECT_FILE) != 0)
            ZT_PUSH(arena, &docs->list, d);
    }
    for (size_t i = 0; i < within.count; i++) {
        const char *real = zt_path_real(arena, within.items[i]);
        if (real && way.real && !leads_back(&way, real))
            walk(arena, diags, docs, named, within.items[i], &way);
    }
    return names != NULL;
}

/* Reports cannot-read for a folder that holds no document. */
static void add_folder(zt_arena *arena, zt_diags *diags, zt_documents *docs, const char *folder)
{
    size_t before = docs->list.count;
    if (walk(arena, diags, docs, folder, folder, NULL) && docs->list.count == before)
        zt_report_env(diags, "cannot-read", ZT_NOWHERE, "文件夹“%s”里没有 .xml 文件",
                      "there are no .xml files in the folder “%s”", folder);
}

/* A path that is no folder is taken for a document: that it cannot be read is said when its turn
   comes. */
static void add_path(zt_arena *arena, zt_diags *diags, zt_documents *docs, const char *path)
{
    zt_document d = {.path = path};
    if (zt_dir_exists(path))
        add_folder(arena, diags, docs, path);
    else
        ZT_PUSH(arena, &docs->list, d);
}

/* A line of a list, without blanks around it. What is not there is told of here, where it stands.
 */
static void add_line(zt_arena *arena, zt_diags *diags, zt_documents *docs, zt_pos at, zt_str line)
{
    const char *path = zt_str_copy(arena, line).data;
    if (zt_file_exists(path) || zt_dir_exists(path)) {
        add_path(arena, diags, docs, path);
        return;
    }
    const char *near = zt_path_nearest(arena, path);
    zt_report_env(diags, "cannot-read", at, "没有文件“%s”%s%s（列表中的路径从当前文件夹算起）",
                  "there is no file “%s”%s%s (paths of a list are from the current folder)", path,
                  near ? " → " : "", near ? near : "");
}

/* The bytes of a list; "-" is what came from standard input. */
static zt_str read_list(zt_arena *arena, zt_diags *diags, const char *list, const zhitu_job *job)
{
    bool ok;
    if (job->input && strcmp(list, "-") == 0)
        return (zt_str){job->input, job->input_len};
    return zt_file_read(arena, diags, (zt_pos){list, 0, 0}, list, 0, &ok);
}

/* Line by line, a mark of the order of bytes left out. */
static void add_list(zt_arena *arena, zt_diags *diags, zt_documents *docs, const char *list,
                     zt_str rest)
{
    if (zt_str_starts(rest, "\xEF\xBB\xBF"))
        rest = zt_rest_of(rest, 3);
    for (int line = 1; rest.len > 0; line++) {
        const char *end = memchr(rest.data, '\n', rest.len);
        size_t len = end ? (size_t)(end - rest.data) : rest.len;
        zt_str text = zt_str_trim(zt_str_slice(rest, 0, len));
        if (text.len > 0 && text.data[0] != '#')
            add_line(arena, diags, docs, (zt_pos){list, line, 1}, text);
        rest = zt_rest_of(rest, len + (end != NULL));
    }
}

/* A document of such a name is "./@name.xml". */
void zt_documents_collect(zt_arena *arena, zt_diags *diags, zt_documents *docs,
                          const char *const *paths, size_t count, const zhitu_job *job)
{
    for (size_t i = 0; i < count; i++)
        if (paths[i][0] == '@' && paths[i][1])
            add_list(arena, diags, docs, paths[i] + 1, read_list(arena, diags, paths[i] + 1, job));
        else
            add_path(arena, diags, docs, paths[i]);
}

zt_str zt_document_input(const zhitu_job *job, const char *path)
{
    return job->input && strcmp(path, "-") == 0 ? (zt_str){job->input, job->input_len}
                                                : (zt_str){0};
}

/* Roots of files that documents stand on. Any other root that is none of a document is a mistake,
   which is said when its turn comes. */
static bool is_part(const zt_node *root)
{
    static const char *const parts[] = {"section", "template", "theme", "project"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (zt_node_is(root, parts[i]))
            return true;
    return false;
}

/* The id, before the document is rendered: two of one id must be known before the first is
   written. What is wrong with the file is said later. */
static void read_id(zt_arena *keep, zt_document *d, const zhitu_job *job)
{
    zt_arena *scratch = zt_arena_beside(keep);
    zt_diags *unheard = zt_diags_new(scratch);
    zt_str input = zt_document_input(job, d->path);
    zt_source *source = input.data
                            ? zt_xml_parse(scratch, unheard, d->path, input, &zt_xml_limits_default)
                            : zt_xml_read(scratch, unheard, d->path, &zt_xml_limits_default);
    if (source && source->root) {
        zt_str text = zt_node_attr(source->root, "id", "");
        zt_pos at = zt_node_attr_at(source->root, "id");
        d->id = text.len ? zt_str_copy(keep, text).data : NULL;
        d->id_at = (zt_pos){d->path, at.line, at.column};
        d->template_name = zt_str_copy(keep, zt_node_attr(source->root, "template", "")).data;
        d->slot = zt_str_copy(keep, zt_node_attr(source->root, "slot", "")).data;
        d->lang = zt_str_copy(keep, zt_node_attr(source->root, "lang", "zh-Hans")).data;
        d->part = d->folder && is_part(source->root);
    }
    zt_arena_drop(scratch);
}

/* Of equal ids the document named first comes first. */
static int by_id(const void *a, const void *b)
{
    const zt_document *left = *(zt_document *const *)a, *right = *(zt_document *const *)b;
    int order = zt_file_name_order(left->id, right->id);
    return order ? order : (left > right) - (left < right);
}

/* Links followed; false when either does not exist. */
static bool is_same_file(zt_arena *arena, const char *a, const char *b)
{
    const char *real_a = zt_path_real(arena, a), *real_b = zt_path_real(arena, b);
    return real_a && real_b && strcmp(real_a, real_b) == 0;
}

/* By sorting: of a thousand documents half a million pairs would be compared. */
static void find_twins(zt_arena *arena, zt_documents *docs)
{
    zt_document **sorted = ZT_ARRAY(arena, docs->list.count, zt_document *);
    size_t count = 0;
    for (size_t i = 0; i < docs->list.count; i++)
        if (docs->list.items[i].id && !docs->list.items[i].part)
            sorted[count++] = &docs->list.items[i];
    qsort(sorted, count, sizeof *sorted, by_id);
    for (size_t i = 1; i < count; i++) {
        zt_document *before = sorted[i - 1], *d = sorted[i];
        if (zt_file_name_order(before->id, d->id) != 0)
            continue;
        d->twin = before->twin ? before->twin : before;
        d->repeated = is_same_file(arena, d->path, d->twin->path);
    }
}

/* Reports cannot-read for a folder of parts alone: nothing was made of it, which must not look as
   if all were well. */
static void report_parts_alone(zt_diags *diags, const zt_documents *docs)
{
    for (size_t i = 0, end; i < docs->list.count; i = end) {
        const zt_document *first = &docs->list.items[i];
        bool alone = first->folder != NULL;
        for (end = i; end < docs->list.count && docs->list.items[end].folder == first->folder;
             end++)
            alone = alone && docs->list.items[end].part;
        if (alone)
            zt_report_env(diags, "cannot-read", ZT_NOWHERE,
                          "文件夹“%s”里没有稿件，只有稿件引用的章节、模板或主题",
                          "there is no document in the folder “%s”, only sections, templates or "
                          "themes that documents stand on",
                          first->folder);
    }
}

/* A document alone cannot overwrite another, and is not read twice for it. One file named twice
   is no mistake; both documents of a clash are refused, for neither is known to be the right
   one. */
void zt_documents_check_ids(zt_arena *arena, zt_diags *diags, zt_documents *docs,
                            const zhitu_job *job)
{
    if (docs->list.count < 2)
        return;
    for (size_t i = 0; i < docs->list.count; i++)
        if (!docs->list.items[i].id || job->name)
            read_id(arena, &docs->list.items[i], job);
    report_parts_alone(diags, docs);
    find_twins(arena, docs);
    for (size_t i = 0; i < docs->list.count; i++) {
        zt_document *d = &docs->list.items[i];
        if (!d->twin || d->repeated)
            continue;
        zt_report(diags, ZT_ERROR, "duplicate-output", d->id_at,
                  "id=“%s” 与“%s”的 id=“%s” 相同（不分大小写），输出会互相覆盖；请改其中一个",
                  "id=\"%s\" is that of “%s”, \"%s\" (small and capital letters are one): their "
                  "outputs would overwrite each other; change one",
                  d->id, d->twin->path, d->twin->id);
        d->refused = d->twin->refused = true;
    }
}
