/* gen/cli/cli.h — the sub-commands and what they share. */
#ifndef ZT_CLI_H
#define ZT_CLI_H

#include <stdint.h>
#include <stdio.h>

#include "zhitu.h"

typedef struct cli_option cli_option;
/* A format of findings (writers.h). */
typedef struct cli_writer cli_writer;

/* The program's options and state of one run; lives in main. */
typedef struct cli {
    zhitu_config config;
    zhitu_job job;
    const cli_writer *writer; /* of the findings */
    void *writing;            /* what it remembers */
    bool begun, report_failed;
    bool quiet;  /* no closing line */
    bool counts; /* the command works on documents, which are counted at the end */
    /* Standard output is the command's own: no findings go there. */
    bool takes_stdout;
    zhitu_count counted; /* of the sessions that are closed */
    /* levels.c: --level, of which the configuration has the list; and --write-baseline. */
    zhitu_code_level *levels;
    const char *new_baseline;
    char **keys; /* of what is told, to be known the next time */
    size_t key_count, key_room;
    /* Of completion: cli_parse hands its table over instead of parsing. */
    void (*options_asked)(void *self, const cli_option *options);
    void *options_self;
    FILE *collecting; /* a list that is asked for */
    /* Standard error is a terminal, and NO_COLOR is not set. */
    bool colour;
    /* Standard error is a terminal: progress is shown for several documents. */
    bool progress;
    double begun_at, shown_at; /* seconds of some clock: of the run, of the progress shown last */
    /* Where findings go: standard error, standard output or a file; NULL before the first. */
    FILE *findings;
    const char *report; /* that file; NULL = none */
    /* The errno of the first write to standard output that failed. */
    int stdout_error;
    /* Of single commands. */
    const char *stage;
    /* Of the command plan. */
    struct cli_plan *plan;
    /* The rules of --deps so far; NULL = none. */
    FILE *deps;
    /* Lists that were typed as several options; freed at the end. */
    struct cli_joined *joined;
    /* A name that make cannot hold. */
    bool deps_failed;
    zhitu_grammar grammar;
    bool verbose, update, dump_json;
} cli;

/* One command of the program: its name, what it is for, its help in both languages, its function.
 */
typedef struct cli_command {
    const char *name;
    const char *zh, *en; /* one line for the list */
    /* A screen at most; see CLI_OUTPUTS_HERE. */
    const char *help_zh, *help_en;
    zhitu_status (*run)(cli *c, char **args, int count);
    bool prints; /* what it is asked for goes to standard output; else it works on documents */
    /* A common option whose name has another sense here, which the command reads itself; or NULL.
     */
    const char *own_option;
} cli_command;

extern const cli_command cli_completion, cli_explain, cli_typeset, cli_gallery, cli_slots, cli_fix,
    cli_read, cli_preflight, cli_diff, cli_plates, cli_verify;
extern const cli_command cli_render, cli_check, cli_plan_command, cli_dump, cli_list, cli_fonts,
    cli_grammar, cli_format;

/* One option of a command. `value` gets the text; a flag has a NULL value pointer and sets `flag`.
   With both, values given again are one list with commas between, and `flag` says so. */
struct cli_option {
    const char *name;  /* "--out" */
    const char *brief; /* "-o" or NULL */
    const char **value;
    bool *flag;
};

/* Reads options out of args, leaves the others in place; returns how many are left, or -1 after a
   message (wrong usage). `options` ends with a NULL name; those every command has are added. */
int cli_parse(cli *c, char **args, int count, const cli_option *options);

/* options.c: whether a word is the option "--name", with its value behind "=" or without; and
   whether the next word is the value of this one. */
bool cli_names_option(const char *word, const char *name);
bool cli_value_follows(const cli_option *options, const char *word);

/* main.c: the i-th command; that of a name; NULL when there is none. */
const cli_command *cli_command_at(size_t i);
const cli_command *cli_command_named(const char *name);
/* Hands the options of all commands to c->options_asked. */
void cli_common_options(cli *c, void *self);
/* What the help says of them, in English. */
extern const char *const cli_common_help;
/* memory.c: true when malloc had nothing to give since it was asked last. */
bool cli_memory_refused(void);
/* batch_options.c: how the documents are shared out, as typed. */
typedef struct cli_batch {
    const char *processes, *seconds, *megabytes, *shard;
    bool resume;
} cli_batch;
/* variants.c: the job for each of its templates, themes, slots and profiles, which are lists with
   commas between. */
typedef struct cli_variants {
    zhitu_job *jobs;
    size_t count;
    char *texts; /* of the lists */
} cli_variants;
/* ZHITU_USAGE after a message, also where two would have one name. To be closed in any case. */
zhitu_status cli_variants_open(cli *c, cli_variants *v);
void cli_variants_close(cli_variants *v);
/* Into the job; ZHITU_USAGE after a message. */
zhitu_status cli_batch_apply(cli *c, const cli_batch *b);
/* All of standard input, to be freed; NULL when it cannot be read. */
char *cli_read_input(size_t *len);
/* --layout of render, check and dump into the job; NULL: not given. ZHITU_USAGE after a message. */
zhitu_status cli_apply_layout(cli *c, const char *layout);
/* A session; NULL after a message. */
zhitu *cli_open(const cli *c);
/* Frees the lists. */
void cli_free_joined(cli *c);
/* Which options of a table, of at most 64, were given: a bit each. */
typedef uint64_t cli_given;
/* One option at args[*i], if it is one of these: 1, and *i stands on its last word; 0 when not; -1
   after a message. Given again with another value it is wrong usage; `given` starts as 0. */
int cli_take(cli *c, const cli_option *options, cli_given *given, char **args, int count, int *i);
/* Says that a file cannot be written, with the reason of the errno. */
void cli_cannot_write(const cli *c, const char *path, int error);

/* output_options.c: options of the command with those that outputs and profiles bring. */
typedef struct cli_outputs {
    const char *formats, *profile;
    bool several; /* one of them was given more than once */
    /* One for each option of outputs. */
    zhitu_value *values;
    size_t value_count;
    cli_option *options; /* all, for cli_parse */
} cli_outputs;
/* `own` ends with a NULL name. False when there is no memory; to be closed in any case, after the
   job. */
bool cli_outputs_open(cli_outputs *o, const cli_option *own);
/* Into the job, as it was typed. */
void cli_outputs_fill(cli *c, const cli_outputs *o);
/* The same and checked; ZHITU_USAGE after a message. */
zhitu_status cli_outputs_apply(cli *c, const cli_outputs *o);
/* ZHITU_USAGE after a message when the job asks for something that there is not. */
zhitu_status cli_check_job(const cli *c, const zhitu_job *job);
/* Frees the lists of outputs and options. */
void cli_outputs_close(cli_outputs *o);
/* In the help of a command: the line where the options of outputs and profiles are written. */
#define CLI_OUTPUTS_HERE "@outputs@\n"
/* Prints the help of a command in the language of the messages, with the options of outputs where
 * it has them. */
void cli_print_help(const cli *c, const cli_command *command);

/* Wrong usage: there is no such code; `nearest` may be NULL. */
zhitu_status cli_unknown_code(const cli *c, const char *name, const char *nearest);
/* A message of wrong usage; returns ZHITU_USAGE. */
zhitu_status cli_usage(const cli *c, const char *zh, const char *en, const char *what);
/* The text in the user's language. */
const char *cli_text(const cli *c, const char *zh, const char *en);
/* Whole or decimal, whatever the locale; 0 when it is none. */
double cli_number(const char *text);
/* To standard output; a failed write becomes status 3 at the end. */
void cli_sink(void *self, const char *data, size_t len);
/* findings.c: the formats of findings by name; NULL when there is none of that name. */
const cli_writer *cli_writer_named(const char *name);
/* Whether the findings are for programs, and not for people. */
bool cli_for_programs(const cli *c);
/* Opens the file of --report; false after a message. */
bool cli_open_report(cli *c);
/* Ends the findings, and says how many of them there are. The status with what went wrong. */
zhitu_status cli_close_report(cli *c, zhitu_status status);
/* Callbacks for zhitu_config and zhitu_inspect; `self` is the cli. */
void cli_on_message(void *self, const zhitu_message *m);
void cli_on_inspected(void *self, const zhitu_inspected *f);
void cli_on_output(void *self, const void *data, size_t len);
void cli_on_progress(void *self, size_t done, size_t total, const char *path);
void cli_on_written(void *self, const char *path);
/* Findings from now on are about this document, of which there may be none. */
void cli_begin_document(cli *c, const char *path);
/* Closes a session, which may be NULL, and adds what it has done to what is counted. */
void cli_close(cli *c, zhitu *session);
/* For programs, always English; and in the language of the messages. */
const char *cli_severity_code(zhitu_severity s);
const char *cli_severity_word(const cli *c, zhitu_severity s);
/* ninja_plan.c: a file of ninja, so many documents an action. */
typedef struct cli_plan cli_plan;
cli_plan *cli_plan_open(size_t most); /* NULL without memory */
void cli_plan_add(cli *c, const zhitu_made *made);
/* To standard output. `options`, which end with NULL, are those of each action. */
zhitu_status cli_plan_write(cli *c, char *const *options);
void cli_plan_close(cli_plan *p);
/* cmd_list.c: "markdown", "rng" or "json-schema"; false for another word. */
bool cli_grammar_named(const char *name, zhitu_grammar *out);
/* levels.c: "CODE=LEVEL" of --level; false after a message. */
bool cli_add_level(cli *c, const char *text);
/* Keeps the key of a finding for --write-baseline. */
void cli_keep_key(cli *c, const char *key);
/* Writes what --write-baseline asks for; the status with what went wrong. */
zhitu_status cli_write_baseline(cli *c, zhitu_status status);
/* deps.c: the rules of make for a document, into c->deps; and to their file at the end. */
void cli_on_made(void *self, const zhitu_made *made);
/* Writes the rules for make to the file of --deps. */
zhitu_status cli_write_deps(cli *c, const char *path, const char *rules, size_t len);

#endif
