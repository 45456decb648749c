/* gen/base/file_write.c — one file, new as a whole or as it was. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/folder.h"

/* A device or a pipe (/dev/null, /dev/stdout) is written to; renaming would put a file there. */
static bool is_special(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

/* Written through, for a device cannot be renamed. An error on closing counts: there the system
   says that a full disk lost the data. */
static bool write_special(zt_diags *diags, const char *path, const void *data, size_t len)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    bool ok = fd >= 0 && zt_fd_write(fd, data, len);
    int error = errno;
    if (fd >= 0 && close(fd) != 0 && ok) {
        ok = false;
        error = errno;
    }
    if (!ok)
        zt_report_cannot_write(diags, path, error);
    return ok;
}

bool zt_file_write(zt_diags *diags, const char *path, const void *data, size_t len)
{
    if (is_special(path))
        return write_special(diags, path, data, len);
    zt_arena *scratch = zt_diags_scratch(diags);
    zt_folder *folder = zt_folder_open(scratch, diags, zt_path_dir(scratch, path));
    zt_new_file file = {zt_path_base(path), data, len};
    bool ok = folder && zt_folder_write(folder, diags, &file, 1);
    zt_arena_drop(scratch);
    return ok;
}

/* A rename would ask the folder alone. The mode is that of the old file from the moment of the
   rename on, but for an instant in which it is that of a new one. */
bool zt_file_rewrite(zt_diags *diags, const char *path, const void *data, size_t len)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    const char *real = zt_path_real(scratch, path);
    struct stat info;
    bool ok = real && stat(real, &info) == 0 && access(real, W_OK) == 0;
    if (!ok)
        zt_report_cannot_write(diags, path, errno);
    ok = ok && zt_file_write(diags, real, data, len);
    if (ok && chmod(real, info.st_mode & 07777) != 0) {
        zt_report_cannot_write(diags, path, errno);
        ok = false;
    }
    zt_arena_drop(scratch);
    return ok;
}
