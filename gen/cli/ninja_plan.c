/* gen/cli/ninja_plan.c — what is to be made as a file of ninja: so many documents an action, each
   with its outputs and all that it is made from, as zhitu_made tells it of a run that writes
   nothing. Each action writes the rules of make of what it made, which ninja reads instead from
   then on. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* Paths, each once, in the order in which they came; owned. */
typedef struct path_list {
    char **items;
    size_t count, room;
} path_list;

struct cli_plan {
    FILE *out; /* the edges */
    char *text;
    size_t len;
    size_t most, documents, edges; /* documents of one action; those of the one at hand */
    path_list outputs, sources, inputs;
    bool failed; /* a name that ninja cannot hold, or no memory */
};

/* The manual of ninja, "Lexical syntax"; and what the rules of make say otherwise (deps.c). */
static bool can_be_planned(const char *path)
{
    return strpbrk(path, "\n\r;|=~%") == NULL;
}

static void add_path(cli *c, path_list *list, const char *path)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], path) == 0)
            return;
    if (!can_be_planned(path)) {
        fprintf(
            stderr, "zhitu: %s: %s\n",
            cli_text(c, "plan：ninja 的文件里写不出这个名字（换行、; | = ~ %），请改名",
                     "plan: no file of ninja can hold this name (line ends, ; | = ~ %); rename it"),
            path);
        c->plan->failed = true;
    }
    if (list->count == list->room) {
        size_t room = 2 * list->room + 16;
        char **items = realloc(list->items, room * sizeof *items);
        if (!items) {
            c->plan->failed = true;
            return;
        }
        list->items = items;
        list->room = room;
    }
    char *copy = strdup(path);
    if (copy)
        list->items[list->count++] = copy;
    else
        c->plan->failed = true;
}

static void clear(path_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    list->count = 0;
}

static void put_path(FILE *out, const char *path)
{
    for (; *path; path++) {
        if (strchr("$ :", *path))
            fputc('$', out);
        fputc(*path, out);
    }
}

static void put_paths(FILE *out, const path_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        fputc(' ', out);
        put_path(out, list->items[i]);
    }
}

/* The action that is at hand. */
static void end_edge(cli_plan *p)
{
    if (p->documents == 0)
        return;
    fputs("build", p->out);
    put_paths(p->out, &p->outputs);
    fputs(": zhitu", p->out);
    put_paths(p->out, &p->sources);
    fputs(" |", p->out);
    put_paths(p->out, &p->inputs);
    fprintf(p->out, " $zhitu\n  n = %zu\n", ++p->edges);
    clear(&p->outputs);
    clear(&p->sources);
    clear(&p->inputs);
    p->documents = 0;
}

void cli_plan_add(cli *c, const zhitu_made *made)
{
    cli_plan *p = c->plan;
    bool again =
        p->sources.count > 0 && strcmp(p->sources.items[p->sources.count - 1], made->document) == 0;
    if (made->output_count == 0)
        return;
    if (!again && p->documents == p->most)
        end_edge(p);
    p->documents += !again;
    add_path(c, &p->sources, made->document);
    for (size_t i = 0; i < made->output_count; i++)
        add_path(c, &p->outputs, made->outputs[i]);
    for (size_t i = 0; i < made->input_count; i++)
        if (strcmp(made->inputs[i], made->document) != 0)
            add_path(c, &p->inputs, made->inputs[i]);
}

cli_plan *cli_plan_open(size_t most)
{
    cli_plan *p = calloc(1, sizeof *p);
    if (p)
        p->out = open_memstream(&p->text, &p->len);
    if (p && p->out) {
        p->most = most;
        return p;
    }
    free(p);
    return NULL;
}

/* A word for the shell, written for ninja; what follows without a blank is of the word. */
static void put_word(FILE *out, const char *word)
{
    fputc('\'', out);
    for (; *word; word++)
        if (*word == '\'')
            fputs("'\\''", out);
        else
            fprintf(out, *word == '$' ? "$$" : "%c", *word);
    fputc('\'', out);
}

/* An option with its value, if it has one. */
static void put_option(const char *option, const char *value)
{
    if (!value)
        return;
    printf("%s ", option);
    put_word(stdout, value);
    putchar(' ');
}

/* Options of the run that each action has as well. */
static void put_options(const cli *c, char *const *options)
{
    put_option("--root", c->config.root);
    put_option("--templates", c->config.templates);
    put_option("--lang", c->config.lang == ZHITU_EN ? "en" : "zh");
    for (; *options; options++) {
        put_word(stdout, *options);
        putchar(' ');
    }
}

/* This very program: a new one makes all anew. */
static void put_program(const cli *c)
{
    fputs("zhitu = ", stdout);
    if (c->config.program_dir) {
        put_path(stdout, c->config.program_dir);
        putchar('/');
    }
    fputs("zhitu\n", stdout);
}

/* The rules of make of an action lie with the records of what was made. */
static void put_rule(const cli *c, char *const *options)
{
    const char *folder = c->job.out_dir ? c->job.out_dir : "out";
    fputs("records = ", stdout);
    put_path(stdout, folder);
    fputs("/.zhitu\nrule zhitu\n  command = mkdir -p ", stdout);
    put_word(stdout, folder);
    fputs("/.zhitu && ", stdout);
    put_word(stdout, c->config.program_dir ? c->config.program_dir : ".");
    fputs("/zhitu render ", stdout);
    put_options(c, options);
    fputs("-j 1 -q --deps ", stdout);
    put_word(stdout, folder);
    fputs("/.zhitu/plan-$n.d -- $in\n"
          "  depfile = $records/plan-$n.d\n  deps = gcc\n  restat = 1\n"
          "  description = zhitu $n\n",
          stdout);
}

zhitu_status cli_plan_write(cli *c, char *const *options)
{
    cli_plan *p = c->plan;
    end_edge(p);
    if (fflush(p->out) != 0 || p->failed)
        return ZHITU_ENVIRONMENT;
    fputs("# zhitu plan --ninja\nninja_required_version = 1.10\n", stdout);
    put_program(c);
    put_rule(c, options);
    cli_sink(c, p->text, p->len);
    return ZHITU_FINE;
}

void cli_plan_close(cli_plan *p)
{
    if (!p)
        return;
    clear(&p->outputs);
    clear(&p->sources);
    clear(&p->inputs);
    free(p->outputs.items);
    free(p->sources.items);
    free(p->inputs.items);
    fclose(p->out);
    free(p->text);
    free(p);
}
