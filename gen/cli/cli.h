/* gen/cli/cli.h — the sub-commands and what they share. */
#ifndef ZT_CLI_H
#define ZT_CLI_H

#include <stdio.h>

#include "zhitu.h"

typedef struct cli {
    zhitu_config config;
    zhitu_job job;
    bool json;     /* findings as JSON lines */
    bool colour;   /* standard error is a terminal */
    bool progress; /* and there is more than one document */
    size_t errors, warnings;
    /* of single commands */
    const char *stage;
    FILE *deps; /* of --deps; NULL = none */
    bool verbose, update, dump_json;
} cli;

typedef struct cli_command {
    const char *name;
    const char *zh, *en;           /* one line for the list */
    const char *help_zh, *help_en; /* a screen at most */
    zhitu_status (*run)(cli *c, char **args, int count);
} cli_command;

extern const cli_command cli_typeset, cli_gallery;
extern const cli_command cli_render, cli_check, cli_dump, cli_list, cli_fonts, cli_grammar,
    cli_format;

/* One option of a command. `value` gets the text; a flag has a NULL value pointer and sets `flag`.
 */
typedef struct cli_option {
    const char *name;  /* "--out" */
    const char *brief; /* "-o" or NULL */
    const char **value;
    bool *flag;
} cli_option;

/* Reads options out of args, leaves the others in place; returns how many are left, or -1 after a
   message (wrong usage). `options` ends with a NULL name; those every command has are added. */
int cli_parse(cli *c, char **args, int count, const cli_option *options);

/* memory.c: true when malloc had nothing to give since it was asked last. */
bool cli_memory_refused(void);
/* A session; NULL after a message. */
zhitu *cli_open(const cli *c);

/* A message of wrong usage; returns ZHITU_USAGE. */
zhitu_status cli_usage(const cli *c, const char *zh, const char *en, const char *what);
const char *cli_text(const cli *c, const char *zh, const char *en);
/* Whole or decimal, whatever the locale; 0 when it is none. */
double cli_number(const char *text);
/* To standard output; notes a failed write, which becomes status 3 at the end. */
void cli_sink(void *self, const char *data, size_t len);
/* The line that counts errors and warnings, to standard error. */
void cli_summary(const cli *c);

#endif
