/* gen/base/folder.c — files that change together. */
#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file_name.h"

#define OWN ".zhitu-"
#define LOCK_FILE OWN "lock"
enum {
    RANDOM_LETTERS = 12, /* of 32: 60 bits */
    NAME_ROOM = 32,
    TRIES = 100,
    LOCK_LEAST_US = 50, /* between two tries, doubled up to */
    LOCK_MOST_US = 10000,
    LOCK_MOST_MS = 30000,      /* renaming takes milliseconds: who holds it longer hangs */
    LOCK_STALE_S = 20,         /* of a lock that is a file: its owner is gone */
    LITTER_S = 24 * 60 * 60,   /* a staged file as old belongs to nobody */
    JOURNAL_BYTES = 256 * 1024 /* far more than one document needs */
};

struct zt_folder {
    zt_arena *arena;
    const char *path;
    int fd;
    bool unsettled; /* renames that the disk may not know yet */
};

/* A name of our own in the folder. */
typedef struct own_name {
    char text[NAME_ROOM];
} own_name;

/* One file of a set, on its way to its name. */
typedef struct staged {
    const char *target;
    own_name temp, old; /* the new file before, the old one while the set changes */
    bool is_staged, has_old, is_new;
} staged;

/* A set while it changes. Nothing is allocated and nothing is said meanwhile, for that may end the
   work at once (base/arena.h). */
typedef struct changing {
    const zt_folder *folder;
    staged *files;
    size_t count;
    zt_str journal;
    const char *failed; /* the file that could not be written, or the folder itself */
    int error;          /* errno of that */
    bool is_busy;       /* another process held the lock all the time */
} changing;

/* How the folder is locked: not at all with errno set, not yet, by flock, or by a file beside. */
typedef enum lock_kind { LOCK_FAILED, LOCK_NONE, LOCK_FOLDER, LOCK_AS_FILE } lock_kind;

/* ---- names ---- */

/* A name that no other process chooses: 60 random bits, and O_EXCL where it is used. `ending` says
   what the file is, for who tidies later. */
static own_name random_name(const char *ending)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned char bytes[RANDOM_LETTERS];
    own_name name;
    char middle[RANDOM_LETTERS + 1] = "";
    if (getrandom(bytes, sizeof bytes, GRND_NONBLOCK) != (ssize_t)sizeof bytes) {
        /* Before a machine has gathered any: unlikely to meet, and O_EXCL tells. */
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        unsigned long long seed =
            (unsigned long long)now.tv_nsec * 6364136223846793005ULL + (unsigned long long)getpid();
        for (size_t i = 0; i < sizeof bytes; i++, seed = seed * 6364136223846793005ULL + 1)
            bytes[i] = (unsigned char)(seed >> 56);
    }
    for (size_t i = 0; i < RANDOM_LETTERS; i++)
        middle[i] = letters[bytes[i] & 31];
    snprintf(name.text, sizeof name.text, OWN "%s%s", middle, ending);
    return name;
}

/* Whether the name is one of ours with that ending. */
static bool has_ending(const char *name, const char *ending)
{
    size_t len = strlen(name), tail = strlen(ending);
    return len == sizeof OWN - 1 + RANDOM_LETTERS + tail &&
           strncmp(name, OWN, sizeof OWN - 1) == 0 && strcmp(name + len - tail, ending) == 0;
}

/* ---- opening ---- */

/* A disk that cannot be synced at all (a pseudo file system) has nothing to lose. */
static bool sync_fd(int fd)
{
    return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

void zt_folder_settle(zt_folder *folder)
{
    if (folder->unsettled)
        sync_fd(folder->fd);
    folder->unsettled = false;
}

/* The finaliser of the folder's arena. */
static void close_folder(void *self)
{
    zt_folder *folder = self;
    if (folder->fd >= 0) {
        zt_folder_settle(folder);
        close(folder->fd);
    }
    folder->fd = -1;
}

/* Device and inode: the identity of a file, whatever its name. */
static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

bool zt_folder_is_there(const zt_folder *folder)
{
    struct stat opened, named;
    return fstat(folder->fd, &opened) == 0 && stat(folder->path, &named) == 0 &&
           same_file(&opened, &named);
}

/* ---- the lock ---- */

/* Waits; a signal may end it early, which only makes the next try come sooner. */
static void pause_us(long us)
{
    struct timespec wait = {us / 1000000, us % 1000000 * 1000};
    nanosleep(&wait, NULL);
}

/* By the time of last change. A file from the future, after a clock was set, is not old. */
static bool is_older(const struct stat *info, long seconds)
{
    time_t now = time(NULL);
    return info->st_mtime < now && now - info->st_mtime > seconds;
}

/* Takes the lock as a file made with O_EXCL. One that its owner left behind (LOCK_STALE_S) is
   removed, and taken at the next try. */
static lock_kind try_lock_file(const zt_folder *folder)
{
    int fd = openat(folder->fd, LOCK_FILE, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0) {
        close(fd);
        return LOCK_AS_FILE;
    }
    if (errno != EEXIST)
        return LOCK_FAILED;
    struct stat info;
    if (fstatat(folder->fd, LOCK_FILE, &info, AT_SYMLINK_NOFOLLOW) == 0 &&
        is_older(&info, LOCK_STALE_S))
        unlinkat(folder->fd, LOCK_FILE, 0);
    return LOCK_NONE;
}

/* flock where the file system knows it, else the file. */
static lock_kind try_lock(const zt_folder *folder)
{
    if (flock(folder->fd, LOCK_EX | LOCK_NB) == 0)
        return LOCK_FOLDER;
    return errno == EWOULDBLOCK || errno == EINTR ? LOCK_NONE : try_lock_file(folder);
}

/* LOCK_FAILED with errno, LOCK_NONE when another has held it all the time. Renaming takes some
   thousandths of a millisecond, and many processes may write here: the first waits are short. */
static lock_kind lock(const zt_folder *folder, long most_ms)
{
    long step = LOCK_LEAST_US;
    for (long waited = 0;; waited += step) {
        lock_kind kind = try_lock(folder);
        if (kind != LOCK_NONE || waited >= most_ms * 1000)
            return kind;
        step = waited == 0 ? LOCK_LEAST_US : 2 * step > LOCK_MOST_US ? LOCK_MOST_US : 2 * step;
        pause_us(step);
    }
}

/* Gives back what try_lock took. */
static void unlock(const zt_folder *folder, lock_kind kind)
{
    if (kind == LOCK_FOLDER)
        flock(folder->fd, LOCK_UN);
    if (kind == LOCK_AS_FILE)
        unlinkat(folder->fd, LOCK_FILE, 0);
}

/* ---- writing one file ---- */

/* False, with errno, when the bytes are not all on the disk; the file is gone then. */
static bool make_file(const zt_folder *folder, const char *ending, const void *data, size_t len,
                      own_name *name)
{
    int fd = -1;
    for (int i = 0; fd < 0 && i < TRIES; i++) {
        *name = random_name(ending);
        fd = openat(folder->fd, name->text, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                    0666);
        if (fd < 0 && errno != EEXIST && errno != EINTR)
            return false;
    }
    if (fd < 0)
        return false;
    bool ok = zt_fd_write(fd, data, len) && sync_fd(fd);
    int error = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        error = errno;
    }
    if (!ok)
        unlinkat(folder->fd, name->text, 0);
    errno = error;
    return ok;
}

/* ---- the list of a set that is changing ---- */

/* The list of a set: a line a file, its staged name, the name of the old file, the target, parted
   by tabs. */
static zt_str journal_of(zt_arena *arena, const staged *set, size_t count)
{
    zt_buf buf;
    zt_buf_init(&buf, arena);
    for (size_t i = 0; i < count; i++)
        zt_buf_printf(&buf, "%s\t%s\t%s\n", set[i].temp.text, set[i].old.text, set[i].target);
    return zt_buf_view(&buf);
}

/* Takes the text up to `end` off the front of `rest`; all of it when the mark is missing. */
static zt_str cut(zt_str *rest, char end)
{
    const char *stop = rest->len ? memchr(rest->data, end, rest->len) : NULL;
    size_t len = stop ? (size_t)(stop - rest->data) : rest->len;
    zt_str piece = {rest->data, len};
    *rest = zt_str_slice(*rest, stop ? len + 1 : len, rest->len);
    return piece;
}

/* The list of that name, empty when it is no plain file of ours or is larger than any set can make
   it: what lies in a shared folder is not trusted. */
static zt_str read_journal(const zt_folder *folder, zt_arena *scratch, const char *name)
{
    int fd = openat(folder->fd, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    struct stat info;
    zt_str text = {0};
    if (fd < 0)
        return text;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size < JOURNAL_BYTES) {
        char *data = zt_arena_alloc(scratch, (size_t)info.st_size + 1);
        ssize_t got = read(fd, data, (size_t)info.st_size);
        text = (zt_str){data, got > 0 ? (size_t)got : 0};
    }
    close(fd);
    return text;
}

/* Ends what a killed process had begun: what is still staged takes its place. */
static void finish_set(const zt_folder *folder, const char *journal)
{
    zt_arena *scratch = zt_arena_beside(folder->arena);
    zt_str rest = read_journal(folder, scratch, journal);
    while (rest.len > 0) {
        zt_str line = cut(&rest, '\n');
        const char *temp = zt_str_copy(scratch, cut(&line, '\t')).data;
        const char *old = zt_str_copy(scratch, cut(&line, '\t')).data;
        const char *target = zt_str_copy(scratch, line).data;
        if (!has_ending(temp, ".tmp") || !has_ending(old, ".old") || !zt_is_one_step(target))
            continue;
        renameat(folder->fd, temp, folder->fd, target);
        unlinkat(folder->fd, old, 0);
    }
    unlinkat(folder->fd, journal, 0);
    zt_arena_drop(scratch);
}

/* Removes a staged file that nobody came back for. */
static void remove_litter(const zt_folder *folder, const char *name)
{
    struct stat info;
    if (fstatat(folder->fd, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(info.st_mode) &&
        is_older(&info, LITTER_S))
        unlinkat(folder->fd, name, 0);
}

/* Only when the lock is free: whoever holds it is alive and tidies after itself. */
static void tidy(const zt_folder *folder)
{
    lock_kind kind = lock(folder, 0);
    if (kind == LOCK_NONE || kind == LOCK_FAILED)
        return;
    zt_arena *scratch = zt_arena_beside(folder->arena);
    char **names = zt_dir_list(scratch, folder->path);
    for (size_t i = 0; names && names[i]; i++) /* staged files of a set before their litter */
        if (has_ending(names[i], ".set"))
            finish_set(folder, names[i]);
    for (size_t i = 0; names && names[i]; i++)
        if (has_ending(names[i], ".tmp") || has_ending(names[i], ".old"))
            remove_litter(folder, names[i]);
    zt_arena_drop(scratch);
    unlock(folder, kind);
}

zt_folder *zt_folder_open(zt_arena *arena, zt_diags *diags, const char *path)
{
    if (!zt_dir_make(diags, path))
        return NULL;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        zt_report_cannot_write(diags, path, errno);
        return NULL;
    }
    zt_folder *folder = ZT_NEW(arena, zt_folder);
    *folder = (zt_folder){arena, zt_arena_strdup(arena, path), fd, false};
    zt_arena_on_drop(arena, close_folder, folder);
    tidy(folder);
    return folder;
}

/* ---- a set ---- */

/* `cannot-write` for a file of the folder, with the reason of `error`. */
static void report(const zt_folder *folder, zt_diags *diags, const char *name, int error)
{
    zt_arena *scratch = zt_arena_beside(folder->arena);
    zt_report_cannot_write(diags, zt_path_join(scratch, folder->path, name), error);
    zt_arena_drop(scratch);
}

/* Writes each file under its temporary name and syncs it, so that only renames are left for the
   time under lock. A disk that is full is met here, before anything is touched. */
static bool stage(const zt_folder *folder, zt_diags *diags, const zt_new_file *files, changing *set)
{
    for (size_t i = 0; i < set->count; i++) {
        staged *s = &set->files[i];
        zt_assert(zt_is_one_step(files[i].name));
        s->target = files[i].name;
        s->old = random_name(".old");
        if (!make_file(folder, ".tmp", files[i].data, files[i].len, &s->temp)) {
            report(folder, diags, files[i].name, errno);
            return false;
        }
        s->is_staged = true;
    }
    return true;
}

/* The old file under a second name; where there are no hard links, under another name. */
static bool keep_old(const zt_folder *folder, staged *s)
{
    if (linkat(folder->fd, s->target, folder->fd, s->old.text, 0) == 0)
        s->has_old = true;
    else if (errno != ENOENT)
        s->has_old = renameat(folder->fd, s->target, folder->fd, s->old.text) == 0;
    else
        return true;
    return s->has_old;
}

/* Whether a folder has that name, links not followed. */
static bool is_folder(const zt_folder *folder, const char *name)
{
    struct stat info;
    return fstatat(folder->fd, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode);
}

/* Renames the staged file to its target, after the old one was kept. `alone`: a single file needs
   no old one, for a rename replaces it at once or not at all. */
static bool take_place(const zt_folder *folder, staged *s, bool alone)
{
    if (is_folder(folder, s->target)) {
        errno = EISDIR;
        return false;
    }
    if (!alone && !keep_old(folder, s))
        return false;
    s->is_new = renameat(folder->fd, s->temp.text, folder->fd, s->target) == 0;
    s->is_staged = !s->is_new;
    return s->is_new;
}

/* Back to what was there before. A rename that failed once may fail again: a copy by link then. */
static bool take_back(const zt_folder *folder, staged *s)
{
    if (!s->has_old)
        return !s->is_new || unlinkat(folder->fd, s->target, 0) == 0;
    if (renameat(folder->fd, s->old.text, folder->fd, s->target) == 0 ||
        (unlinkat(folder->fd, s->target, 0) == 0 &&
         linkat(folder->fd, s->old.text, folder->fd, s->target, 0) == 0)) {
        /* Renaming one name of a file to another of the same file does nothing (POSIX). */
        unlinkat(folder->fd, s->old.text, 0);
        s->has_old = false;
        return true;
    }
    return false;
}

/* Those that cannot be taken back keep their old file. */
static void take_all_back(changing *set, size_t count)
{
    for (size_t i = count; i-- > 0;)
        take_back(set->folder, &set->files[i]);
}

/* Keeps what failed and errno, for the report after the lock is given back. Returns false. */
static bool fail(changing *set, const char *what)
{
    set->failed = what;
    set->error = errno;
    return false;
}

/* The set under its lock: list, renames, sync, then the list and the old files go. When a rename
   fails all before it are taken back, in which case nothing has changed for a reader. */
static bool change(changing *set)
{
    const zt_folder *folder = set->folder;
    bool alone = set->count == 1;
    own_name journal;
    if (!alone && !make_file(folder, ".set", set->journal.data, set->journal.len, &journal))
        return fail(set, set->files[0].target);
    size_t done = 0;
    while (done < set->count && take_place(folder, &set->files[done], alone))
        done++;
    bool ok = done == set->count || fail(set, set->files[done].target);
    if (!ok)
        take_all_back(set, done + 1);
    if (!alone) {
        sync_fd(folder->fd);
        unlinkat(folder->fd, journal.text, 0);
    }
    for (size_t i = 0; ok && i < set->count; i++)
        if (set->files[i].has_old)
            unlinkat(folder->fd, set->files[i].old.text, 0);
    return ok;
}

/* The same, with the lock taken around it; `is_busy` when another process never gave it up. */
static bool change_alone(changing *set)
{
    lock_kind kind = lock(set->folder, LOCK_MOST_MS);
    set->is_busy = kind == LOCK_NONE;
    if (kind == LOCK_FAILED || kind == LOCK_NONE)
        return fail(set, "");
    bool ok = change(set);
    unlock(set->folder, kind);
    return ok;
}

/* However the work ends. */
static void remove_staged(void *self)
{
    const changing *set = self;
    for (size_t i = 0; i < set->count; i++)
        if (set->files[i].is_staged)
            unlinkat(set->folder->fd, set->files[i].temp.text, 0);
}

/* What failed, and under which name the old version of a file stayed if it could not be put back.
 */
static void report_change(const changing *set, zt_diags *diags)
{
    const char *path = set->folder->path;
    if (set->is_busy)
        zt_report_env(diags, "cannot-write", ZT_NOWHERE, "文件夹“%s”一直被另一个进程占用",
                      "the folder “%s” stays locked by another process", path);
    else if (*set->failed)
        report(set->folder, diags, set->failed, set->error);
    else
        zt_report_cannot_write(diags, path, set->error);
    for (size_t i = 0; i < set->count; i++)
        if (set->files[i].has_old)
            zt_report_env(diags, "cannot-write", ZT_NOWHERE, "无法恢复“%s/%s”；原来的文件留作“%s”",
                          "cannot restore “%s/%s”; the old file is “%s”", path,
                          set->files[i].target, set->files[i].old.text);
}

/* Two halves: all that may fail for want of memory or disk first, then the renames, which allocate
   nothing. */
bool zt_folder_write(zt_folder *folder, zt_diags *diags, const zt_new_file *files, size_t count)
{
    if (count == 0)
        return true;
    zt_arena *scratch = zt_arena_beside(folder->arena);
    changing *set = ZT_NEW(scratch, changing);
    *set = (changing){folder, ZT_ARRAY(scratch, count, staged), count, {0}, "", 0, false};
    zt_arena_on_drop(scratch, remove_staged, set);
    bool ok = stage(folder, diags, files, set);
    if (ok) {
        set->journal = journal_of(scratch, set->files, count);
        ok = change_alone(set);
        folder->unsettled = folder->unsettled || count == 1;
        if (!ok)
            report_change(set, diags);
    }
    zt_arena_drop(scratch);
    return ok;
}
