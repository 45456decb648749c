/* gen/cli/output_options.c — the options that outputs and profiles bring: -f, --profile and
   those of single outputs. The library lists them and judges their values, so that a new output
   needs no word here. They are put behind the options of the command for cli_parse, handed to
   the job, and written into the command's help. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* The library lists them one by one. */
static size_t count_options(void)
{
    zhitu_option option;
    size_t count = 0;
    while (zhitu_option_at(count, &option))
        count++;
    return count;
}

/* The command's own options come first, so that they win over an output's of the same name. Both
   lists are the caller's, to be freed by cli_outputs_close. */
bool cli_outputs_open(cli_outputs *o, const cli_option *own)
{
    size_t own_count = 0, of_outputs = count_options();
    while (own[own_count].name)
        own_count++;
    *o = (cli_outputs){.values = calloc(of_outputs + 1, sizeof *o->values),
                       .value_count = of_outputs,
                       .options = calloc(own_count + of_outputs + 3, sizeof *o->options)};
    if (!o->values || !o->options)
        return false;
    memcpy(o->options, own, own_count * sizeof *own);
    cli_option *next = o->options + own_count;
    *next++ = (cli_option){"--outputs", "-f", &o->formats, &o->several};
    *next++ = (cli_option){"--profile", NULL, &o->profile, &o->several};
    for (size_t i = 0; i < of_outputs; i++) {
        zhitu_option option;
        zhitu_option_at(i, &option);
        o->values[i].flag = option.flag;
        *next++ = (cli_option){option.flag, NULL, &o->values[i].value, NULL};
    }
    return true;
}

void cli_outputs_close(cli_outputs *o)
{
    free(o->values);
    free(o->options);
}

void cli_outputs_fill(cli *c, const cli_outputs *o)
{
    c->job.formats = o->formats;
    c->job.profile = o->profile;
    c->job.values = o->values;
    c->job.value_count = o->value_count;
}

/* The library judges, so that no name of an output stands here. */
zhitu_status cli_check_job(const cli *c, const zhitu_job *job)
{
    zhitu_fault fault;
    if (!zhitu_job_fault(job, c->config.lang, &fault))
        return ZHITU_FINE;
    return cli_usage(c, fault.text, fault.text, fault.value);
}

zhitu_status cli_outputs_apply(cli *c, const cli_outputs *o)
{
    cli_outputs_fill(c, o);
    return cli_check_job(c, &c->job);
}

/* ---- help ---- */

/* One line; what stands before the words is ASCII. */
static void put_row(const cli *c, const char *left, const char *text, const char *usual)
{
    printf("  %-22s %s%s%s%s\n", left, text, cli_text(c, "（默认 ", " (default "), usual,
           cli_text(c, "）", ")"));
}

typedef bool named_at(size_t i, zhitu_named *out);

/* The names that `at` lists, or with `text` what they are in the user's language, with `mark`
   between them: all of them, or the usual ones alone. To be freed; NULL without memory. */
static char *join(const cli *c, named_at *at, bool all, bool text, const char *mark)
{
    char *out = NULL;
    size_t size;
    FILE *stream = open_memstream(&out, &size);
    zhitu_named named;
    bool first = true;
    for (size_t i = 0; stream && at(i, &named); i++) {
        if (!all && !named.usual)
            continue;
        fprintf(stream, "%s%s", first ? "" : mark,
                text ? cli_text(c, named.zh, named.en) : named.name);
        first = false;
    }
    if (stream)
        fclose(stream);
    return out;
}

/* The row of -f. */
static void put_outputs(const cli *c)
{
    char *names = join(c, zhitu_output_at, true, false, ",");
    char *usual = join(c, zhitu_output_at, false, false, ",");
    char left[200];
    snprintf(left, sizeof left, "-f %s", names ? names : "");
    put_row(c, left, cli_text(c, "输出格式", "formats"), usual ? usual : "");
    free(names);
    free(usual);
}

/* The row of --profile. */
static void put_profiles(const cli *c)
{
    char *names = join(c, zhitu_profile_at, true, false, "|");
    char *texts = join(c, zhitu_profile_at, true, true, cli_text(c, "，", ", "));
    char *usual = join(c, zhitu_profile_at, false, false, "|");
    char left[200];
    snprintf(left, sizeof left, "--profile %s", names ? names : "");
    put_row(c, left, texts ? texts : "", usual ? usual : "");
    free(names);
    free(texts);
    free(usual);
}

/* A row for one option: its words parted by bars, the first of them being the usual one, or N
   for a number. */
static void put_option(const cli *c, const zhitu_option *o)
{
    char left[200], usual[60];
    snprintf(left, sizeof left, "%s %s", o->flag, o->words ? o->words : "N");
    for (char *p = left + strlen(o->flag) + 1; (p = strchr(p, ' '));)
        *p = '|';
    if (o->words)
        snprintf(usual, sizeof usual, "%.*s", (int)strcspn(o->words, " "), o->words);
    else
        snprintf(usual, sizeof usual, "%ld", (long)o->usual);
    put_row(c, left, cli_text(c, o->zh, o->en), usual);
}

/* What stands in place of CLI_OUTPUTS_HERE. */
static void put_all(const cli *c)
{
    zhitu_option option;
    put_outputs(c);
    put_profiles(c);
    for (size_t i = 0; zhitu_option_at(i, &option); i++)
        put_option(c, &option);
}

/* The help of the command, with the outputs' options in their place. */
void cli_print_help(const cli *c, const cli_command *command)
{
    const char *text = cli_text(c, command->help_zh, command->help_en);
    const char *place = strstr(text, CLI_OUTPUTS_HERE);
    if (!place) {
        fputs(text, stdout);
        return;
    }
    fwrite(text, 1, (size_t)(place - text), stdout);
    put_all(c);
    fputs(place + strlen(CLI_OUTPUTS_HERE), stdout);
}
