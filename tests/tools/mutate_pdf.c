/* mutate_pdf SEED COUNT FILE.pdf...: looks at COUNT files, each one of those given with a few bytes
   changed by lot: bytes, numbers, pieces taken out, doubled or moved. Streams should not be packed
   (qpdf --qdf), or few changes arrive. A file that takes more than ten seconds ends the run, as
   does a crash; the file is then left in mutant.pdf. Prints how many could be read, and the
   findings of all. */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "inspect/inspect.h"

enum { SECONDS = 10, ROOM = 4 << 20 };

static uint64_t lot = 1;
static size_t draw(size_t below)
{
    lot = lot * 6364136223846793005u + 1442695040888963407u;
    return below ? (size_t)(lot >> 33) % below : 0;
}

/* A number of the kind that breaks what trusts files, in the place of the next digits. */
static size_t put_number(char *bytes, size_t len, size_t at)
{
    static const char *const numbers[] = {"0",  "-1",         "1e9",   "99999999999", "0.0000001",
                                          "-0", "2147483648", "65536", "nan",         "4294967295"};
    const char *number = numbers[draw(sizeof numbers / sizeof *numbers)];
    while (at < len && (bytes[at] < '0' || bytes[at] > '9'))
        at++;
    size_t end = at;
    while (end < len && bytes[end] >= '0' && bytes[end] <= '9')
        end++;
    size_t more = strlen(number);
    if (end == at || len + more > ROOM)
        return len;
    memmove(bytes + at + more, bytes + end, len - end);
    memcpy(bytes + at, number, more);
    return len - (end - at) + more;
}

/* A piece is taken out, doubled, or written over another. */
static size_t move_piece(char *bytes, size_t len, size_t at, size_t how)
{
    size_t most = len - at < 200 ? len - at : 200, piece = draw(most) + 1, to = draw(len - piece);
    if (how == 0) {
        memmove(bytes + at, bytes + at + piece, len - at - piece);
        return len - piece;
    }
    if (how == 1) {
        memmove(bytes + to, bytes + at, piece);
        return len;
    }
    if (len + piece > ROOM)
        return len;
    memmove(bytes + at + piece, bytes + at, len - at);
    return len + piece;
}

static size_t change(char *bytes, size_t len)
{
    size_t at = draw(len), how = draw(6);
    if (how < 2)
        return put_number(bytes, len, at);
    if (how < 5)
        return move_piece(bytes, len, at, how - 2);
    bytes[at] = (char)draw(256);
    return len;
}

typedef struct sample {
    char *bytes;
    size_t len;
} sample;

static sample load(const char *path)
{
    sample s = {malloc(ROOM), 0};
    FILE *file = fopen(path, "rb");
    if (!file || !s.bytes || (s.len = fread(s.bytes, 1, ROOM, file)) < 300) {
        fprintf(stderr, "mutate_pdf: %s\n", path);
        exit(2);
    }
    fclose(file);
    return s;
}

/* True where it could be read; its findings are added to those of all. */
static bool look(const char *bytes, size_t len, size_t *findings)
{
    FILE *file = fopen("mutant.pdf", "wb");
    if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0)
        exit(2);
    zt_arena *arena = zt_arena_new();
    alarm(SECONDS);
    zt_pdf_report *report = zt_inspect(arena, zt_diags_new(arena), "mutant.pdf",
                                       (zt_purpose)draw(3), &zt_inspect_usual);
    alarm(0);
    *findings += report ? report->findings.count : 0;
    bool read = report != NULL;
    zt_arena_drop(arena);
    return read;
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return fprintf(stderr, "usage: mutate_pdf SEED COUNT FILE.pdf...\n"), 2;
    lot = strtoull(argv[1], NULL, 10) * 2 + 1;
    size_t count = strtoull(argv[2], NULL, 10), read = 0, findings = 0;
    char *bytes = malloc(ROOM);
    for (size_t i = 0; bytes && i < count; i++) {
        sample s = load(argv[3 + i % (size_t)(argc - 3)]);
        size_t len = s.len;
        memcpy(bytes, s.bytes, len);
        free(s.bytes);
        for (size_t changes = draw(8) + 1; changes > 0; changes--)
            len = change(bytes, len);
        read += look(bytes, len, &findings);
    }
    free(bytes);
    unlink("mutant.pdf");
    printf("%zu of %zu read, %zu findings\n", read, count, findings);
    return 0;
}
