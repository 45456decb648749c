/* gen/app/git_copy.c — a document of a revision: git is asked for its bytes and for those of the
   tables, sections and pictures that it names, and they are laid out as they lie in the
   repository. Nothing of the repository changes; no shell reads any name. */
#include "app/git_copy.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/run_program.h"
#include "xml/node.h"

/* No file of a document is larger; of sections within sections so many. */
enum { FILE_MOST = 256 * 1024 * 1024, DEPTH_MOST = 8 };

/* While a copy is made. */
typedef struct copier {
    zt_arena *arena;
    zt_diags *diags;
    const char *name;     /* as the user wrote it */
    const char *revision; /* HEAD~1 */
    const char *work_dir; /* where git is started */
    const char *folder;
    ZT_VEC(const char *) made; /* files and folders, to be removed */
} copier;

bool zt_is_git_name(const char *name)
{
    return strncmp(name, "git:", 4) == 0;
}

/* Reports git-failed with the first line of what git said. */
static bool fail(const copier *c, zt_ran ran, zt_str errors)
{
    size_t end = 0;
    while (end < errors.len && errors.data[end] != '\n')
        end++;
    zt_str line = zt_str_slice(errors, 0, end);
    if (ran == ZT_RAN_NOT)
        line = ZT_STR("git");
    zt_report_env(c->diags, "git-failed", ZT_NOWHERE,
                  ran == ZT_RAN_NOT
                      ? "取不到“%s”：没有“%.*s”这个程序，请装上它"
                      : "取不到“%s”：%.*s；写作 git:版本:路径，用 git log 看有哪些版本",
                  ran == ZT_RAN_NOT ? "cannot get “%s”: there is no program “%.*s”; install it"
                                    : "cannot get “%s”: %.*s; write git:REVISION:PATH, git log "
                                      "shows the revisions",
                  c->name, ZT_ARG(line));
    return false;
}

static zt_ran git(const copier *c, const char *const *words, zt_str *output, zt_str *errors)
{
    enum { WORDS = 12 };
    const char *all[WORDS] = {"git", "-C", c->work_dir, "--no-pager", "--literal-pathspecs"};
    size_t count = 5;
    for (; *words && count + 1 < WORDS; words++)
        all[count++] = *words;
    *output = *errors = (zt_str){0};
    return zt_run_program(c->arena, all, FILE_MOST, output, errors);
}

/* The bytes of a file of the revision: no filter, no textconv, no hook runs for it. */
static zt_ran read_blob(const copier *c, const char *spec, zt_str *bytes, zt_str *errors)
{
    const char *words[] = {"cat-file", "blob", spec, NULL};
    return git(c, words, bytes, errors);
}

/* ---- the folder ---- */

/* Files before the folders that hold them: the list is walked backwards. */
static void remove_copy(void *self)
{
    copier *c = self;
    while (c->made.count > 0)
        remove(c->made.items[--c->made.count]);
}

static bool make_folder(copier *c)
{
    const char *top = getenv("TMPDIR");
    char *path = zt_path_join(c->arena, top && *top ? top : "/tmp", "zhitu-XXXXXX");
    if (!mkdtemp(path)) {
        zt_report_cannot_write(c->diags, path, errno);
        return false;
    }
    c->folder = path;
    ZT_PUSH(c->arena, &c->made, c->folder);
    zt_arena_on_drop(c->arena, remove_copy, c);
    return true;
}

/* Each folder on the way is noted when it is new. */
static bool make_way(copier *c, const char *path)
{
    const char *dir = zt_path_dir(c->arena, path);
    if (zt_dir_exists(dir))
        return true;
    if (!make_way(c, dir) || !zt_dir_make(c->diags, dir))
        return false;
    ZT_PUSH(c->arena, &c->made, dir);
    return true;
}

static bool put(copier *c, const char *path, zt_str bytes)
{
    if (!make_way(c, path) || !zt_file_write(c->diags, path, bytes.data, bytes.len))
        return false;
    ZT_PUSH(c->arena, &c->made, path);
    return true;
}

/* ---- the files that a document names ---- */

/* dir/../x without its detours; NULL when it leaves the repository. */
static const char *plain_path(zt_arena *arena, const char *dir, zt_str href)
{
    const char *joined = zt_path_join(arena, dir, zt_str_copy(arena, href).data);
    zt_str *parts, kept[64];
    size_t count = zt_str_split(arena, zt_str_from(joined), '/', &parts), depth = 0;
    for (size_t i = 0; i < count; i++) {
        if (zt_str_is(parts[i], "."))
            continue;
        if (zt_str_is(parts[i], "..")) {
            if (depth == 0)
                return NULL;
            depth--;
        } else if (depth < sizeof kept / sizeof *kept) {
            kept[depth++] = parts[i];
        } else {
            return NULL;
        }
    }
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < depth; i++) {
        zt_buf_puts(&out, i ? "/" : "");
        zt_buf_str(&out, kept[i]);
    }
    return out.len ? out.data : NULL;
}

static void copy_named(copier *c, const zt_node *node, const char *dir, int depth);

/* One that the revision does not have is missed by the document itself. */
static void copy_file(copier *c, const char *dir, zt_str href, int depth)
{
    const char *inside = href.len && href.data[0] != '/' ? plain_path(c->arena, dir, href) : NULL;
    const char *path = inside ? zt_path_join(c->arena, c->folder, inside) : NULL;
    zt_str bytes, errors;
    if (!path || zt_file_exists(path) || depth > DEPTH_MOST)
        return;
    const char *spec = zt_arena_printf(c->arena, "%s:%s", c->revision, inside);
    if (read_blob(c, spec, &bytes, &errors) != ZT_RAN_WELL || !put(c, path, bytes))
        return;
    if (!zt_str_ends(href, ".xml"))
        return;
    zt_source *source =
        zt_xml_parse(c->arena, zt_diags_new(c->arena), path, bytes, &zt_xml_limits_default);
    if (source && source->root)
        copy_named(c, source->root, zt_path_dir(c->arena, inside), depth + 1);
}

static void copy_named(copier *c, const zt_node *node, const char *dir, int depth)
{
    static const char *const names[] = {"href", "src", "import", "grid"};
    for (size_t i = 0; node->name && i < sizeof names / sizeof *names; i++) {
        const zt_attr_value *attr = zt_node_find(node, names[i]);
        if (attr)
            copy_file(c, dir, zt_str_trim(attr->value), depth);
    }
    for (const zt_node *child = node->first; child; child = child->next)
        copy_named(c, child, dir, depth);
}

/* ---- the document ---- */

/* Its path within the repository: git knows in which folder of it the work folder lies. */
static const char *path_inside(copier *c, const char *path)
{
    const char *words[] = {"rev-parse", "--show-prefix", NULL};
    zt_str prefix, errors;
    zt_ran ran = git(c, words, &prefix, &errors);
    if (ran != ZT_RAN_WELL) {
        fail(c, ran, errors);
        return NULL;
    }
    prefix = zt_str_trim(prefix);
    return plain_path(c->arena, zt_str_copy(c->arena, prefix).data, zt_str_from(path));
}

static bool copy_document(copier *c, const char *path, zt_git_copy *out)
{
    const char *inside = path_inside(c, path);
    zt_str bytes, errors = ZT_STR("the path leaves the repository");
    if (!inside)
        return zt_diags_failed(c->diags) ? false : fail(c, ZT_RAN_BADLY, errors);
    zt_ran ran =
        read_blob(c, zt_arena_printf(c->arena, "%s:%s", c->revision, inside), &bytes, &errors);
    if (ran != ZT_RAN_WELL)
        return fail(c, ran, errors);
    out->path = zt_path_join(c->arena, c->folder, inside);
    out->folder = c->folder;
    out->shown = zt_arena_printf(c->arena, "git:%s:", c->revision);
    if (!put(c, out->path, bytes))
        return false;
    zt_source *source =
        zt_xml_parse(c->arena, zt_diags_new(c->arena), out->path, bytes, &zt_xml_limits_default);
    if (source && source->root)
        copy_named(c, source->root, zt_path_dir(c->arena, inside), 0);
    return true;
}

/* An option is no revision, whatever git would make of it. */
static bool is_revision(const char *text)
{
    return *text && *text != '-';
}

/* What stands behind the revision, or NULL. */
static const char *path_of(const char *name)
{
    const char *colon = zt_is_git_name(name) ? strchr(name + 4, ':') : NULL;
    return colon ? colon + 1 : zt_is_git_name(name) ? NULL : name;
}

/* Takes the name apart. The path is that of `other` where it has none; false after git-failed. */
static bool take_name(copier *c, const char *name, const char *other, const char **path)
{
    char *revision = zt_arena_strdup(c->arena, name + 4), *colon = strchr(revision, ':');
    *path = colon ? colon + 1 : path_of(other);
    if (colon)
        *colon = 0;
    c->revision = revision;
    if (!*path || !**path || !is_revision(revision))
        return fail(c, ZT_RAN_BADLY, ZT_STR("no revision, or no path"));
    return true;
}

/* A path from git's own folder is asked for as ./path. */
char **zt_git_list(zt_arena *arena, zt_diags *diags, const char *name, const char *other)
{
    copier c = {.arena = arena, .diags = diags, .name = name, .work_dir = "."};
    const char *path;
    zt_str output, errors;
    if (!take_name(&c, name, other, &path))
        return NULL;
    c.work_dir = *path == '/' ? path : ".";
    bool here = *path == '/' || strcmp(path, ".") == 0; /* git knows no ./. */
    const char *spec = zt_arena_printf(arena, "%s:./%s", c.revision, here ? "" : path);
    const char *words[] = {"ls-tree", "--full-tree", "-z", "--name-only", spec, NULL};
    zt_ran ran = git(&c, words, &output, &errors);
    if (ran != ZT_RAN_WELL) {
        fail(&c, ran, errors);
        return NULL;
    }
    ZT_VEC(char *) names = {0};
    for (size_t at = 0; at < output.len;) {
        const char *end = memchr(output.data + at, 0, output.len - at);
        size_t len = end ? (size_t)(end - output.data) - at : output.len - at;
        ZT_PUSH(arena, &names, zt_arena_printf(arena, "%.*s", (int)len, output.data + at));
        at += len + 1;
    }
    ZT_PUSH(arena, &names, NULL);
    return names.items;
}

bool zt_git_copy_make(zt_arena *arena, zt_diags *diags, const char *name, const char *other,
                      zt_git_copy *out)
{
    *out = (zt_git_copy){.path = name, .plain = name};
    if (!zt_is_git_name(name))
        return true;
    copier *c = ZT_NEW(arena, copier);
    *c = (copier){.arena = arena, .diags = diags, .name = name};
    const char *path;
    if (!take_name(c, name, other, &path))
        return false;
    out->plain = path;
    /* An absolute path is asked for from its own folder. */
    c->work_dir = *path == '/' ? zt_path_dir(arena, path) : ".";
    path = *path == '/' ? zt_path_base(path) : path;
    return make_folder(c) && copy_document(c, path, out);
}

const char *zt_git_copy_shown(zt_arena *arena, const zt_git_copy *copy, const char *path)
{
    size_t len = copy->folder ? strlen(copy->folder) : 0;
    if (!path || len == 0 || strncmp(path, copy->folder, len) != 0 || path[len] != '/')
        return path;
    return zt_arena_printf(arena, "%s%s", copy->shown, path + len + 1);
}
