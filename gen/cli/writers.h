/* gen/cli/writers.h — the ways to write findings: one writer of each format, for all commands. */
#ifndef ZT_CLI_WRITERS_H
#define ZT_CLI_WRITERS_H

#include <stdio.h>

#include "cli/cli.h"

/* A finding as all writers take it: that of a document, or that of a PDF of any program, which has
   a place on the paper instead of one in the source. */
typedef struct cli_finding {
    const zhitu_message *message;
    const zhitu_inspected *seen; /* of preflight; else NULL */
} cli_finding;

/* One format. Members that are NULL do nothing. What a writer has to remember hangs on
   `c->writing`, from `begin` to `end`. */
struct cli_writer {
    const char *name;
    bool for_programs; /* goes to standard output where the command leaves it free, and has all */
    bool (*begin)(cli *c);                      /* false: no memory */
    void (*document)(cli *c, const char *path); /* findings from now on are about it */
    void (*finding)(cli *c, cli_finding f);
    void (*output)(cli *c, const char *path); /* a file that was written, with --verbose */
    void (*end)(cli *c, zhitu_status status);
};

extern const cli_writer cli_writer_text, cli_writer_json, cli_writer_junit, cli_writer_sarif,
    cli_writer_github;

/* Writes the first character of a text, U+FFFD for a byte that is no UTF-8; how many bytes it took.
 */
size_t cli_take_character(FILE *out, const char *text);
/* The inside of a JSON string (RFC 8259, 7). */
void cli_put_json(FILE *out, const char *text);
/* The same with its quotes. */
void cli_put_json_string(FILE *out, const char *text);
/* Text or the value of an attribute of XML. */
void cli_put_xml(FILE *out, const char *text);
/* A path as a reference of RFC 3986, relative where the path is. */
void cli_put_uri(FILE *out, const char *path);
/* "accepted" or "known"; NULL for a finding that counts. */
const char *cli_standing_word(zhitu_standing standing);
/* Whether the run fails for it: an error, or with --strict a warning. */
bool cli_is_failing(const cli *c, zhitu_severity severity);

#endif
