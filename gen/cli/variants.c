/* gen/cli/variants.c — one document in several ways: the job for each of the templates, themes,
   slots and profiles that were named, all with all. Their files must have names that tell them
   apart, which is known before anything is read. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

enum { MOST_JOBS = 1000 };

/* A field of the job that may be a list, and the part of a name that tells its values apart. */
typedef struct varied_field {
    size_t offset;
    const char *option, *part;
} varied_field;
static const varied_field fields[] = {
    {offsetof(zhitu_job, template_name), "-t", "{template}"},
    {offsetof(zhitu_job, theme), "--theme", "{theme}"},
    {offsetof(zhitu_job, slot), "--slot", "{slot}"},
    {offsetof(zhitu_job, profile), "--profile", "{profile}"},
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const char **field_of(zhitu_job *job, const varied_field *field)
{
    return (const char **)(void *)((char *)job + field->offset);
}

/* The values of a list, one after the other in `text`; blanks around commas do not count. */
static size_t split(char *text, const char **values, size_t most)
{
    size_t count = 0;
    for (char *at = text; at && count < most;) {
        char *end = strchr(at, ',');
        if (end)
            *end = 0;
        at += strspn(at, " ");
        size_t len = strlen(at);
        while (len > 0 && at[len - 1] == ' ')
            at[--len] = 0;
        values[count++] = at;
        at = end ? end + 1 : NULL;
    }
    return count;
}

/* The values of one field, of which none may be empty or stand twice. */
static zhitu_status check_values(const cli *c, const varied_field *field, const char **values,
                                 size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!*values[i] && count > 1)
            return cli_usage(c, "列表中有一项是空的", "a list has an empty item", field->option);
        for (size_t k = 0; k < i; k++)
            if (strcmp(values[i], values[k]) == 0)
                return cli_usage(c, "列表中有一项写了两次", "a list has an item twice", values[i]);
    }
    if (count > 1 && (!c->job.name || !strstr(c->job.name, field->part)))
        return cli_usage(
            c, "要几种时，--name 里须有此项，文件才不重名，如 --name '{id}-{template}'",
            "of several the names of files must tell which: --name needs this part, as "
            "in --name '{id}-{template}'",
            field->part);
    return ZHITU_FINE;
}

/* Each job that there is so far, once for each value. */
static bool multiply(cli_variants *v, const varied_field *field, const char **values, size_t count)
{
    zhitu_job *jobs = v->count * count <= MOST_JOBS ? calloc(v->count * count, sizeof *jobs) : NULL;
    if (!jobs)
        return false;
    for (size_t i = 0; i < v->count * count; i++) {
        jobs[i] = v->jobs[i / count];
        *field_of(&jobs[i], field) = values[i % count];
    }
    free(v->jobs);
    v->jobs = jobs;
    v->count *= count;
    return true;
}

/* One field of all jobs; `text` is the room of its list. */
static zhitu_status vary(cli *c, cli_variants *v, const varied_field *field, char *text)
{
    const char *values[MOST_JOBS];
    size_t count = split(text, values, MOST_JOBS);
    if (check_values(c, field, values, count) != ZHITU_FINE)
        return ZHITU_USAGE;
    if (!multiply(v, field, values, count))
        return cli_usage(c, "一次最多 1000 种", "at most 1000 ways at a time", field->option);
    return ZHITU_FINE;
}

zhitu_status cli_variants_open(cli *c, cli_variants *v)
{
    size_t size = 1;
    for (size_t i = 0; i < FIELDS; i++) {
        const char *list = *field_of(&c->job, &fields[i]);
        size += list ? strlen(list) + 1 : 0;
    }
    *v = (cli_variants){calloc(1, sizeof *v->jobs), 1, malloc(size)};
    if (!v->jobs || !v->texts)
        return ZHITU_ENVIRONMENT;
    v->jobs[0] = c->job;
    char *text = v->texts;
    for (size_t i = 0; i < FIELDS; i++) {
        const char *list = *field_of(&c->job, &fields[i]);
        if (!list)
            continue;
        size_t len = strlen(list) + 1;
        memcpy(text, list, len);
        if (vary(c, v, &fields[i], text) != ZHITU_FINE)
            return ZHITU_USAGE;
        text += len;
    }
    for (size_t i = 0; i < v->count; i++)
        if (cli_check_job(c, &v->jobs[i]) != ZHITU_FINE)
            return ZHITU_USAGE;
    return ZHITU_FINE;
}

void cli_variants_close(cli_variants *v)
{
    free(v->jobs);
    free(v->texts);
}
