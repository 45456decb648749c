/* gen/app/baseline.c — findings that are known: a file of their keys, sorted, a line each behind
   the number of times it is known. A key holds no number of a line: what only moves stays known,
   what is written anew does not, and a change of the file can be read. */
#include <stdlib.h>
#include <string.h>

#include "app/policy.h"
#include "base/file.h"
#include "base/utf8.h"

/* A key and how often it is known. */
typedef struct known {
    const char *key;
    size_t count;
} known;

struct zt_baseline {
    ZT_VEC(known) list; /* by key */
};

static int by_key(const void *a, const void *b)
{
    return strcmp(((const known *)a)->key, ((const known *)b)->key);
}

/* "3<tab>weekday<tab>…"; false for another line. */
static bool read_line(zt_arena *arena, zt_str line, known *out)
{
    size_t at = 0, count = 0;
    for (; at < line.len && at < 6 && line.data[at] >= '0' && line.data[at] <= '9'; at++)
        count = count * 10 + (size_t)(line.data[at] - '0');
    if (count == 0 || at >= line.len || line.data[at] != '\t')
        return false;
    out->count = count;
    out->key = zt_str_copy(arena, zt_str_slice(line, at + 1, line.len)).data;
    return strchr(out->key, '\t') != NULL;
}

zt_baseline *zt_baseline_read(zt_arena *arena, zt_diags *diags, const char *path)
{
    bool ok;
    zt_str rest = zt_file_read(arena, diags, ZT_NOWHERE, path, 0, &ok);
    zt_baseline *b = ZT_NEW(arena, zt_baseline);
    for (int number = 1; ok && rest.len > 0; number++) {
        const char *end = memchr(rest.data, '\n', rest.len);
        size_t len = end ? (size_t)(end - rest.data) : rest.len;
        zt_str line = zt_str_slice(rest, 0, len);
        rest = zt_str_slice(rest, end ? len + 1 : len, rest.len);
        known row;
        if (line.len == 0 || line.data[0] == '#')
            continue;
        if (read_line(arena, line, &row))
            ZT_PUSH(arena, &b->list, row);
        else
            zt_report(diags, ZT_ERROR, "bad-baseline", (zt_pos){path, number, 1},
                      "这一行不是“次数、代码、文件、文字”；请用 --write-baseline 重新写这个文件",
                      "this line is not count, code, file and words; write the file anew with "
                      "--write-baseline");
    }
    if (b->list.count > 0)
        qsort(b->list.items, b->list.count, sizeof *b->list.items, by_key);
    return b;
}

size_t *zt_baseline_counts(zt_arena *arena, const zt_baseline *baseline)
{
    return ZT_ARRAY(arena, baseline->list.count + 1, size_t);
}

bool zt_baseline_take(const zt_baseline *baseline, size_t *taken, const char *key)
{
    known wanted = {key, 0};
    const known *row =
        baseline->list.count == 0
            ? NULL
            : bsearch(&wanted, baseline->list.items, baseline->list.count, sizeof wanted, by_key);
    return row && taken[row - baseline->list.items]++ < row->count;
}

/* ---- keys ---- */

/* Below the root, whatever folder the program is called in; as it is named when it lies elsewhere.
 */
static const char *below_root(zt_arena *arena, const char *root, const char *path)
{
    const char *real_root = zt_path_real(arena, root), *real = zt_path_real(arena, path);
    size_t len = real_root ? strlen(real_root) : 0;
    if (real && len > 0 && strncmp(real, real_root, len) == 0 && real[len] == '/')
        return real + len + 1;
    return path;
}

/* Runs of blanks become one, tabs are none: a key is one line. */
static void put_words(zt_buf *out, zt_str words)
{
    bool blank = false;
    for (size_t i = 0; i < words.len; i++) {
        bool is_blank = (unsigned char)words.data[i] <= ' ';
        if (!is_blank)
            zt_buf_putc(out, words.data[i]);
        else if (!blank)
            zt_buf_putc(out, ' ');
        blank = is_blank;
    }
}

/* The characters about a column, up to so many before it and from it on. */
static zt_str words_about(zt_str line, int column)
{
    enum { BEFORE = 8, BEHIND = 16 };
    size_t from = 0, to = line.len, at = 0;
    for (int c = 1; at < line.len; c++) {
        from = c == column - BEFORE ? at : from;
        to = c == column + BEHIND ? at : to;
        zt_utf8_next(line, &at);
    }
    return zt_str_trim(zt_str_slice(line, from, to));
}

const char *zt_baseline_key(zt_arena *arena, const zt_diag *d, zt_str bytes, const char *root,
                            const char *document)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_str line = bytes.data && d->pos.line > 0 ? zt_source_line(bytes, d->pos.line) : (zt_str){0};
    const char *file = d->pos.file ? d->pos.file : document;
    zt_buf_printf(&out, "%s\t%s\t", d->code, file ? below_root(arena, root, file) : "-");
    put_words(&out, line.data ? words_about(line, d->pos.column) : zt_str_from(d->en));
    if (document && file && strcmp(file, document) != 0)
        zt_buf_printf(&out, "\t%s", below_root(arena, root, document));
    const char *key = out.data;
    for (char *p = out.data; *p; p++)
        *p = (unsigned char)*p < ' ' && *p != '\t' ? '?' : *p;
    return key;
}
