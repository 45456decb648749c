/* Programs that are not ours, as judges of the files written. */
#ifndef OUTSIDE_H
#define OUTSIDE_H

#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sample_scene.h"

/* A folder for the files of one test program; removed at its end by outside_end. */
typedef struct outside {
    char folder[64];
    sample *sample;
} outside;

static inline int outside_begin(void **state)
{
    static const outside fresh = {.folder = "/tmp/zhitu-export-XXXXXX"};
    outside *o = malloc(sizeof *o);
    *o = fresh;
    assert_non_null(mkdtemp(o->folder));
    o->sample = sample_new();
    *state = o;
    return 0;
}

/* What the command says on both channels, and its status; the caller frees. */
static inline char *outside_run(const outside *o, const char *command, int *status)
{
    char line[1024];
    snprintf(line, sizeof line, "cd '%s' && { %s; } 2>&1", o->folder, command);
    FILE *pipe = popen(line, "r");
    assert_non_null(pipe);
    size_t len = 0, capacity = 1 << 20;
    char *said = malloc(capacity);
    while (len + 1 < capacity) {
        size_t got = fread(said + len, 1, capacity - 1 - len, pipe);
        if (got == 0)
            break;
        len += got;
    }
    said[len] = 0;
    *status = pclose(pipe);
    return said;
}

static inline int outside_end(void **state)
{
    outside *o = *state;
    int status;
    free(outside_run(o, "rm -f -- * && rmdir \"$PWD\"", &status));
    zt_arena_drop(o->sample->arena);
    free(o);
    return status;
}

static inline void assert_says(const outside *o, const char *command, const char *wanted)
{
    int status;
    char *said = outside_run(o, command, &status);
    if (status != 0 || strcmp(said, wanted) != 0)
        fail_msg("%s: status %d, said\n%s\nwanted\n%s", command, status, said, wanted);
    free(said);
}

static inline void assert_succeeds(const outside *o, const char *command)
{
    int status;
    char *said = outside_run(o, command, &status);
    if (status != 0)
        fail_msg("%s: status %d, said\n%s", command, status, said);
    free(said);
}

static inline void assert_fails(const outside *o, const char *command)
{
    int status;
    char *said = outside_run(o, command, &status);
    if (status == 0)
        fail_msg("%s: succeeds, said\n%s", command, said);
    free(said);
}

static inline void outside_save(const outside *o, const char *name, zt_str data)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", o->folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data.data, 1, data.len, file), data.len);
    assert_int_equal(fclose(file), 0);
}

#endif
