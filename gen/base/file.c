/* gen/base/file.c — files and paths: reading whole files within a limit, joining and comparing
   paths, and whether what a document names lies below the root once all links are followed. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/near.h"

/* Bytes; larger inputs are refused before memory is asked for (limit-size). */
enum { DEFAULT_LIMIT = 256 * 1024 * 1024 };

/* The reasons that editors meet, in Chinese; any other as the system says it. */
static const char *reason_zh(int error)
{
    switch (error) {
    case ENOENT:
        return "文件或文件夹不存在";
    case EACCES:
    case EPERM:
        return "没有权限";
    case ENOSPC:
        return "磁盘已满";
    case EDQUOT:
    case EFBIG:
        return "超过了允许的大小或配额";
    case EROFS:
        return "所在的盘是只读的";
    case EISDIR:
        return "那是一个文件夹";
    case ENOTDIR:
        return "路径中有一段不是文件夹";
    case EEXIST:
        return "那里已有一个同名文件";
    case ENAMETOOLONG:
        return "名字太长";
    default:
        return strerror(error);
    }
}

/* False with errno when the file ends early or cannot be read; interrupted calls go on. */
static bool read_all(int fd, char *data, size_t len)
{
    size_t done = 0;
    while (done < len) {
        ssize_t got = read(fd, data + done, len - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            if (got == 0)
                errno = EIO; /* the file shrank while it was read */
            return false;
        }
        done += (size_t)got;
    }
    return true;
}

/* Refuses what is no regular file (a pipe would block, a device never end) and what is larger than
   `limit`. One byte more is allocated, so that the text ends with NUL. */
static zt_str read_open(zt_arena *arena, zt_diags *diags, zt_pos pos, const char *path, int fd,
                        size_t limit, bool *ok)
{
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        zt_report_env(diags, "cannot-read", pos, "无法读取“%s”：不是普通文件",
                      "cannot read “%s”: not a regular file", path);
        return (zt_str){0};
    }
    size_t most = limit ? limit : DEFAULT_LIMIT, size = (size_t)info.st_size;
    if (size > most) {
        zt_report(diags, ZT_ERROR, "limit-size", pos, "“%s”有 %zu 字节，超过上限 %zu 字节",
                  "“%s” has %zu bytes, more than the limit of %zu", path, size, most);
        return (zt_str){0};
    }
    char *data = zt_arena_alloc(arena, size + 1);
    if (!read_all(fd, data, size)) {
        zt_report_env(diags, "cannot-read", pos, "读取“%s”时出错：%s",
                      "error while reading “%s”: %s", path, strerror(errno));
        return (zt_str){0};
    }
    *ok = true;
    return (zt_str){data, size};
}

/* Opened without blocking, for a named pipe without a writer would hold the program. */
zt_str zt_file_read(zt_arena *arena, zt_diags *diags, zt_pos pos, const char *path, size_t limit,
                    bool *ok)
{
    *ok = false;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        zt_report_env(diags, "cannot-read", pos, "无法打开“%s”：%s%.0s", "cannot open “%s”: %.0s%s",
                      path, reason_zh(errno), strerror(errno));
        return (zt_str){0};
    }
    zt_str out = read_open(arena, diags, pos, path, fd, limit, ok);
    close(fd);
    return out;
}

void zt_report_cannot_write(zt_diags *diags, const char *path, int error)
{
    zt_report_env(diags, "cannot-write", ZT_NOWHERE, "无法写入“%s”：%s%.0s",
                  "cannot write “%s”: %.0s%s", path, reason_zh(error), strerror(error));
}

bool zt_fd_write(int fd, const void *data, size_t len)
{
    const char *from = data;
    while (len > 0) {
        ssize_t put = write(fd, from, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        from += put;
        len -= (size_t)put;
    }
    return true;
}

/* Makes the folders of the path one after the other, from the outermost. */
bool zt_dir_make(zt_diags *diags, const char *path)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    char *copy = zt_arena_strdup(scratch, path);
    bool ok = true;
    for (char *p = copy + 1; ok && *copy; p++) {
        char at = *p;
        if (at != '/' && at != 0)
            continue;
        *p = 0;
        ok = mkdir(copy, 0777) == 0 || (errno == EEXIST && zt_dir_exists(copy));
        *p = at;
        if (at == 0)
            break;
    }
    if (!ok)
        zt_report_env(diags, "cannot-write", ZT_NOWHERE, "无法建立文件夹“%s”：%s%.0s",
                      "cannot make the folder “%s”: %.0s%s", path, reason_zh(errno),
                      strerror(errno));
    zt_arena_drop(scratch);
    return ok;
}

bool zt_file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

bool zt_dir_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

char *zt_path_join(zt_arena *arena, const char *dir, const char *name)
{
    size_t len = strlen(dir);
    if (name[0] == '/' || len == 0 || strcmp(dir, ".") == 0)
        return zt_arena_strdup(arena, name);
    return zt_arena_printf(arena, dir[len - 1] == '/' ? "%s%s" : "%s/%s", dir, name);
}

char *zt_path_dir(zt_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return zt_arena_strdup(arena, ".");
    return zt_arena_copy(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *zt_path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *zt_path_real(zt_arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    if (!real)
        return NULL;
    char *out = zt_arena_strdup(arena, real);
    free(real);
    return out;
}

/* Both names are resolved first, so that neither "..", nor a link leads out of `root` unseen. */
bool zt_path_is_below(const char *path, const char *root)
{
    char *real = realpath(path, NULL), *base = realpath(root, NULL);
    bool below = false;
    if (real && base) {
        size_t len = strlen(base);
        below = strcmp(base, "/") == 0 ||
                (strncmp(real, base, len) == 0 && (real[len] == '/' || real[len] == 0));
    }
    free(real);
    free(base);
    return below;
}

/* By bytes, so that an order never depends on the locale. */
static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **zt_dir_list(zt_arena *arena, const char *path)
{
    DIR *dir = opendir(path);
    if (!dir)
        return NULL;
    ZT_VEC(char *) names = {0};
    for (struct dirent *entry; (entry = readdir(dir));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            ZT_PUSH(arena, &names, zt_arena_strdup(arena, entry->d_name));
    closedir(dir);
    if (names.count)
        qsort(names.items, names.count, sizeof *names.items, compare_names);
    ZT_PUSH(arena, &names, NULL);
    return names.items;
}

char **zt_dir_list_reported(zt_arena *arena, zt_diags *diags, const char *path)
{
    char **names = zt_dir_list(arena, path);
    if (!names)
        zt_report_env(diags, "cannot-read", ZT_NOWHERE, "无法读取文件夹“%s”：%s%.0s",
                      "cannot read the folder “%s”: %.0s%s", path, reason_zh(errno),
                      strerror(errno));
    return names;
}

/* The folder is asked before the file: a document must not learn from the answer whether a file
   outside of `root` exists. */
zt_reach zt_path_reach(zt_arena *arena, const char *document, const char *root, zt_str href,
                       const char **path)
{
    *path = NULL;
    if (href.len == 0 || href.data[0] == '/')
        return ZT_REACH_OUTSIDE;
    const char *name = zt_str_copy(arena, href).data;
    const char *whole = zt_path_join(arena, zt_path_dir(arena, document), name);
    const char *folder = zt_path_dir(arena, whole);
    if (zt_dir_exists(folder) && !zt_path_is_below(folder, root))
        return ZT_REACH_OUTSIDE;
    bool there = zt_file_exists(whole);
    if (there && !zt_path_is_below(whole, root))
        return ZT_REACH_OUTSIDE;
    *path = whole;
    return there ? ZT_REACH_FILE : ZT_REACH_NONE;
}

const char *zt_path_nearest(zt_arena *arena, const char *path)
{
    char **names = zt_dir_list(arena, zt_path_dir(arena, path));
    size_t count = 0;
    while (names && names[count])
        count++;
    return names ? zt_nearest(zt_str_from(zt_path_base(path)), (const char *const *)names, count)
                 : NULL;
}
