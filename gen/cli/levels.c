/* gen/cli/levels.c — levels of codes from the command line, and the file of findings that are known
   the next time. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* A longer code is none. */
enum { LONGEST_CODE = 64 };

/* The part before "="; false when there is none, or the part behind it is no level. */
static bool split(const char *text, char code[LONGEST_CODE], zhitu_weight *weight)
{
    const char *sign = strchr(text, '=');
    size_t len = sign ? (size_t)(sign - text) : LONGEST_CODE;
    if (len >= LONGEST_CODE || !zhitu_weight_named(sign + 1, weight))
        return false;
    memcpy(code, text, len);
    code[len] = 0;
    return true;
}

/* The last one of a code counts: it is put before the others. */
static bool put_first(cli *c, zhitu_code_level level)
{
    size_t count = c->config.level_count;
    zhitu_code_level *all = realloc(c->levels, (count + 1) * sizeof *all);
    if (!all)
        return false;
    memmove(all + 1, all, count * sizeof *all);
    all[0] = level;
    c->levels = all;
    c->config.levels = all;
    c->config.level_count = count + 1;
    return true;
}

bool cli_add_level(cli *c, const char *text)
{
    char name[LONGEST_CODE];
    const char *nearest, *fault;
    zhitu_code code;
    zhitu_weight weight;
    if (!split(text, name, &weight)) {
        cli_usage(c, "--level 写作 代码=error、warning、note 或 off",
                  "--level is CODE=error, warning, note or off", text);
        return false;
    }
    if (!zhitu_code_named(name, &code, &nearest)) {
        cli_unknown_code(c, name, nearest);
        return false;
    }
    zhitu_code_level level = {code.name, weight};
    fault = zhitu_level_fault(&level, c->config.lang);
    if (fault)
        cli_usage(c, fault, fault, text);
    return !fault && put_first(c, level);
}

/* ---- the baseline ---- */

void cli_keep_key(cli *c, const char *key)
{
    if (c->key_count == c->key_room) {
        size_t room = c->key_room ? 2 * c->key_room : 64;
        char **keys = realloc(c->keys, room * sizeof *keys);
        if (!keys) {
            c->report_failed = true;
            return;
        }
        c->keys = keys;
        c->key_room = room;
    }
    c->keys[c->key_count] = strdup(key);
    if (c->keys[c->key_count])
        c->key_count++;
    else
        c->report_failed = true;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Equal keys are one line with their number. */
static bool put_lines(const cli *c, FILE *out)
{
    fputs("# zhitu --baseline: count, code, file, words at the place, document\n", out);
    for (size_t i = 0, next; i < c->key_count; i = next) {
        for (next = i + 1; next < c->key_count && strcmp(c->keys[i], c->keys[next]) == 0;)
            next++;
        fprintf(out, "%zu\t%s\n", next - i, c->keys[i]);
    }
    return !ferror(out);
}

static void drop_keys(cli *c)
{
    for (size_t i = 0; i < c->key_count; i++)
        free(c->keys[i]);
    free(c->keys);
    free(c->levels);
}

/* Sorted, so that the same findings are the same file. */
zhitu_status cli_write_baseline(cli *c, zhitu_status status)
{
    if (c->new_baseline && status != ZHITU_USAGE) {
        FILE *out = fopen(c->new_baseline, "we");
        if (c->key_count > 0)
            qsort(c->keys, c->key_count, sizeof *c->keys, by_bytes);
        bool good = out && put_lines(c, out);
        if (out && fclose(out) != 0)
            good = false;
        if (!good) {
            cli_cannot_write(c, c->new_baseline, errno);
            status = status > ZHITU_ENVIRONMENT ? status : ZHITU_ENVIRONMENT;
        }
    }
    drop_keys(c);
    return status;
}
