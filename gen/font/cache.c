/* gen/font/cache.c — the per-machine cache: where the faces of this machine lie. One face a line,
   columns parted by tabs. A cache is only a cache: anything odd in it is ignored. */
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "font/font_imp.h"

#define CACHE_HEAD "# zhitu font cache 1"

bool zt_file_stamp(const char *path, long long *size, long long *mtime_ns)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return false;
    *size = (long long)st.st_size;
    *mtime_ns = (long long)st.st_mtim.tv_sec * 1000000000LL + st.st_mtim.tv_nsec;
    return true;
}

/* The first line names the newsroom's folder and its time: a file put there must be seen. */
static const char *head_line(zt_arena *arena, const char *folder)
{
    long long size = 0, mtime = 0;
    if (folder && !zt_file_stamp(folder, &size, &mtime))
        mtime = 0;
    return zt_arena_printf(arena, CACHE_HEAD "\t%s\t%lld", folder ? folder : "", mtime);
}

/* Cuts the text up to `end` off `rest`. */
static zt_str cut(zt_str *rest, char end)
{
    const char *stop = rest->len ? memchr(rest->data, end, rest->len) : NULL;
    size_t len = stop ? (size_t)(stop - rest->data) : rest->len;
    zt_str piece = {rest->data, len};
    *rest = zt_str_slice(*rest, stop ? len + 1 : len, rest->len);
    return piece;
}

static bool read_integer(zt_str text, long long *out)
{
    long long value = 0;
    if (text.len == 0 || text.len > 18)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        value = value * 10 + (text.data[i] - '0');
    }
    *out = value;
    return true;
}

static bool read_row(zt_arena *arena, zt_str line, zt_font_place *out)
{
    long long weight, index;
    zt_str family = cut(&line, '\t'), weight_text = cut(&line, '\t'), path = cut(&line, '\t');
    zt_str index_text = cut(&line, '\t'), size = cut(&line, '\t'), mtime = cut(&line, '\t');
    zt_str ps_name = cut(&line, '\t'), version = cut(&line, '\t');
    if (family.len == 0 || path.len == 0 || !read_integer(weight_text, &weight) ||
        !read_integer(index_text, &index) || !read_integer(size, &out->size) || mtime.len > 19 ||
        mtime.len == 0)
        return false;
    /* nanoseconds since 1970 take 19 digits */
    out->mtime_ns = 0;
    for (size_t i = 0; i < mtime.len; i++)
        out->mtime_ns = out->mtime_ns * 10 + (mtime.data[i] - '0');
    out->family = zt_arena_copy(arena, family.data, family.len);
    out->path = zt_arena_copy(arena, path.data, path.len);
    out->ps_name = zt_arena_copy(arena, ps_name.data, ps_name.len);
    out->version = zt_arena_copy(arena, version.data, version.len);
    out->weight = (int)weight;
    out->index = (int)index;
    return true;
}

void zt_places_read(zt_arena *arena, const zt_font_options *options, zt_places *out)
{
    if (!options->cache_path || !zt_file_exists(options->cache_path))
        return;
    bool ok = false;
    zt_str text =
        zt_file_read(arena, zt_diags_new(arena), ZT_NOWHERE, options->cache_path, 1u << 20, &ok);
    if (!ok || !zt_str_is(cut(&text, '\n'), head_line(arena, options->folder)))
        return;
    while (text.len > 0) {
        zt_font_place row = {0};
        if (read_row(arena, cut(&text, '\n'), &row))
            ZT_PUSH(arena, &out->rows, row);
    }
}

bool zt_places_write(zt_arena *scratch, const zt_font_options *options, const zt_places *places)
{
    zt_buf buf;
    zt_buf_init(&buf, scratch);
    zt_buf_puts(&buf, head_line(scratch, options->folder));
    zt_buf_putc(&buf, '\n');
    for (size_t i = 0; i < places->rows.count; i++) {
        const zt_font_place *p = &places->rows.items[i];
        zt_buf_printf(&buf, "%s\t%d\t%s\t%d\t%lld\t%lld\t%s\t%s\n", p->family, p->weight, p->path,
                      p->index, p->size, p->mtime_ns, p->ps_name, p->version);
    }
    zt_diags *silent = zt_diags_new(scratch);
    return zt_dir_make(silent, zt_path_dir(scratch, options->cache_path)) &&
           zt_file_write(silent, options->cache_path, buf.data, buf.len);
}

const zt_font_place *zt_places_find(const zt_places *places, const char *family, int weight)
{
    for (size_t i = 0; i < places->rows.count; i++) {
        const zt_font_place *p = &places->rows.items[i];
        if (p->weight == weight && strcmp(p->family, family) == 0)
            return p;
    }
    return NULL;
}
