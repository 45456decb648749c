/* gen/font/cache.c — the per-machine cache: where the faces of this machine lie, and the hashes of
   their files. One face a line, columns parted by tabs; the first two are a newsroom's folder of
   fonts and its time, so that several projects share the file and a font put there is seen. A cache
   is only a cache: anything odd in it is ignored, and nothing in it says what a face is. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "font/font_imp.h"

#define CACHE_HEAD "# zhitu font cache 4"
#define WATCHED_HEAD "# watched"
enum { CACHE_BYTES = 1 << 20, MOST_ROWS = 2000 };

/* "" for a run without a folder of its own: that is a key of the cache too. */
static const char *folder_name(const zt_font_options *options)
{
    return options->folder ? options->folder : "";
}

/* Changes when a file is put into the folder or taken out; 0 without one. */
static long long folder_time(const zt_font_options *options)
{
    zt_stamp stamp;
    return options->folder && zt_file_stamp(options->folder, &stamp) ? stamp.mtime_ns : 0;
}

/* FNV-1a; the 0 at the end of a text parts it from the next. */
static uint64_t hashed(uint64_t hash, const void *data, size_t len)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ bytes[i]) * 0x100000001B3u;
    return hash;
}

long long zt_font_setup(const zt_paths *watched)
{
    static const char *const variables[] = {"FONTCONFIG_FILE",    "FONTCONFIG_PATH",
                                            "FONTCONFIG_SYSROOT", "XDG_CONFIG_HOME",
                                            "XDG_DATA_HOME",      "HOME"};
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        hash = value ? hashed(hash, value, strlen(value) + 1) : hashed(hash, "\1", 2);
    }
    for (size_t i = 0; i < watched->count; i++) {
        zt_stamp stamp = {0};
        zt_file_stamp(watched->items[i], &stamp);
        hash = hashed(hash, watched->items[i], strlen(watched->items[i]) + 1);
        hash = hashed(hash, &stamp.mtime_ns, sizeof stamp.mtime_ns);
    }
    return (long long)(hash >> 1); /* a number that read_integer reads */
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

/* Nanoseconds since 1970 take 19 digits. */
static bool read_integer(zt_str text, long long *out)
{
    long long value = 0;
    if (text.len == 0 || text.len > 19)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        int digit = text.data[i] - '0';
        if (digit < 0 || digit > 9 || value > (INT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

/* 64 small hexadecimal digits. */
static bool is_sha256(zt_str text)
{
    size_t hex = 0;
    while (hex < text.len && strchr("0123456789abcdef", text.data[hex]))
        hex++;
    return hex == text.len && hex == 64;
}

/* A line behind its first three columns. False for anything odd: the face is asked for anew. */
static bool read_row(zt_arena *arena, zt_str line, zt_font_place *out)
{
    long long weight, index;
    zt_str family = cut(&line, '\t'), weight_text = cut(&line, '\t'), path = cut(&line, '\t');
    zt_str index_text = cut(&line, '\t'), size = cut(&line, '\t'), mtime = cut(&line, '\t');
    zt_str ctime = cut(&line, '\t'), inode = cut(&line, '\t'), sha256 = cut(&line, '\t');
    zt_str ps_name = cut(&line, '\t'), version = cut(&line, '\t');
    if (family.len == 0 || path.len == 0 || !read_integer(weight_text, &weight) || weight > 1000 ||
        !read_integer(index_text, &index) || index > 0xFFFF ||
        !read_integer(size, &out->stamp.size) || !read_integer(mtime, &out->stamp.mtime_ns) ||
        !read_integer(ctime, &out->stamp.ctime_ns) || !read_integer(inode, &out->stamp.inode) ||
        line.len > 0)
        return false;
    out->family = zt_arena_copy(arena, family.data, family.len);
    out->path = zt_arena_copy(arena, path.data, path.len);
    out->ps_name = zt_arena_copy(arena, ps_name.data, ps_name.len);
    out->version = zt_arena_copy(arena, version.data, version.len);
    out->sha256 = is_sha256(sha256) ? zt_arena_copy(arena, sha256.data, sha256.len) : NULL;
    out->weight = (int)weight;
    out->index = (int)index;
    return true;
}

/* The text behind the head line; empty when there is no cache or one of another version. */
static zt_str read_cache(zt_arena *arena, const zt_font_options *options)
{
    bool ok = false;
    zt_str text = {0};
    if (options->cache_path && zt_file_exists(options->cache_path))
        text = zt_file_read(arena, zt_diags_new(arena), ZT_NOWHERE, options->cache_path,
                            CACHE_BYTES, &ok);
    return ok && zt_str_is(cut(&text, '\n'), CACHE_HEAD) ? text : (zt_str){0};
}

/* The second line: paths parted by tabs. */
static void read_watched(zt_arena *arena, zt_str line, zt_paths *out)
{
    if (!zt_str_is(cut(&line, '\t'), WATCHED_HEAD))
        return;
    while (line.len > 0) {
        zt_str path = cut(&line, '\t');
        ZT_PUSH(arena, out, zt_arena_copy(arena, path.data, path.len));
    }
}

/* Rows of another folder, and those from before it or fontconfig's setup was changed, are passed
   over: a file put there since could be the better answer. A row that cannot be read is passed over
   too. */
void zt_font_places_read(zt_arena *arena, const zt_font_options *options, zt_font_places *out)
{
    zt_str text = read_cache(arena, options);
    read_watched(arena, cut(&text, '\n'), &out->watched);
    out->setup = zt_font_setup(&out->watched);
    while (text.len > 0) {
        zt_str line = cut(&text, '\n');
        zt_str folder = cut(&line, '\t'), time = cut(&line, '\t'), setup = cut(&line, '\t');
        zt_font_place row = {0};
        long long at, under;
        if (zt_str_is(folder, folder_name(options)) && read_integer(time, &at) &&
            at == folder_time(options) && read_integer(setup, &under) && under == out->setup &&
            read_row(arena, line, &row))
            ZT_PUSH(arena, &out->rows, row);
    }
}

/* The rows of other projects stay, while their folder is there and the setup is the same. */
static void copy_others(zt_arena *scratch, const zt_font_options *options, long long setup,
                        zt_buf *buf)
{
    size_t count = 0;
    zt_str text = read_cache(scratch, options);
    cut(&text, '\n'); /* what was watched */
    while (text.len > 0 && count < MOST_ROWS) {
        zt_str line = cut(&text, '\n'), rest = line;
        zt_str folder = cut(&rest, '\t'), time = cut(&rest, '\t'), found = cut(&rest, '\t');
        zt_font_place row;
        long long at, under;
        bool own = zt_str_is(folder, folder_name(options));
        bool gone = folder.len > 0 && !zt_dir_exists(zt_str_copy(scratch, folder).data);
        if (own || gone || !read_integer(time, &at) || !read_integer(found, &under) ||
            under != setup || !read_row(scratch, rest, &row))
            continue;
        zt_buf_str(buf, line);
        zt_buf_putc(buf, '\n');
        count++;
    }
}

/* A path with a tab or a line feed cannot stand in the file. */
bool zt_font_places_write(zt_arena *scratch, const zt_font_options *options,
                          const zt_font_places *places)
{
    zt_buf buf;
    zt_buf_init(&buf, scratch);
    zt_buf_puts(&buf, CACHE_HEAD "\n" WATCHED_HEAD);
    for (size_t i = 0; i < places->watched.count; i++)
        zt_buf_printf(&buf, "\t%s", places->watched.items[i]);
    zt_buf_putc(&buf, '\n');
    copy_others(scratch, options, places->setup, &buf);
    for (size_t i = 0; i < places->rows.count; i++) {
        const zt_font_place *p = &places->rows.items[i];
        if (strpbrk(folder_name(options), "\t\n") || strpbrk(p->path, "\t\n"))
            continue; /* asked for anew each time */
        zt_buf_printf(&buf, "%s\t%lld\t%lld\t%s\t%d\t%s\t%d\t%lld\t%lld\t%lld\t%lld\t%s\t%s\t%s\n",
                      folder_name(options), folder_time(options), places->setup, p->family,
                      p->weight, p->path, p->index, p->stamp.size, p->stamp.mtime_ns,
                      p->stamp.ctime_ns, p->stamp.inode, p->sha256 ? p->sha256 : "", p->ps_name,
                      p->version);
    }
    zt_diags *silent = zt_diags_new(scratch);
    return zt_file_write(silent, options->cache_path, buf.data, buf.len);
}

/* Family and weight must be the same to the letter; nothing is replaced by something near. */
zt_font_place *zt_font_places_find(const zt_font_places *places, const char *family, int weight)
{
    for (size_t i = 0; i < places->rows.count; i++) {
        zt_font_place *p = &places->rows.items[i];
        if (p->weight == weight && strcmp(p->family, family) == 0)
            return p;
    }
    return NULL;
}

/* Replaces the row of that family and weight, or adds one; the cache file is written at the end
   of the run (zt_fonts_save_cache). */
void zt_fonts_keep(zt_fonts *fonts, const zt_font_place *place)
{
    zt_font_place *row = zt_font_places_find(&fonts->cache, place->family, place->weight);
    fonts->cache_stale = true;
    if (row)
        *row = *place;
    else
        ZT_PUSH(fonts->session, &fonts->cache.rows, *place);
}

void zt_fonts_save_cache(zt_fonts *fonts)
{
    if (!fonts->cache_stale || !fonts->options.cache_path)
        return;
    zt_font_places_write(fonts->session, &fonts->options, &fonts->cache);
    fonts->cache_stale = false;
}
