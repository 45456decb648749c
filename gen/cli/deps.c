/* gen/cli/deps.c — what each document was made from, as rules of make. */
#include <errno.h>
#include <string.h>

#include "cli/cli.h"

/* GNU make, "Rule Syntax" and "Using Wildcard Characters": a backslash takes the meaning from
   blanks and from the characters of rules, comments, patterns and wildcards, and from a backslash
   right before one of them; a dollar sign is doubled. An equals sign cannot be escaped: a variable
   holds one. */
#define EQUALS "ZHITU_EQUALS"

static bool is_special(char c)
{
    return c && strchr(" \t#:%*?[]~;|&", c);
}

static void put_name(FILE *out, const char *name)
{
    size_t slashes = 0;
    for (const char *p = name; *p; p++) {
        for (; is_special(*p) && slashes > 0; slashes--)
            fputc('\\', out);
        slashes = *p == '\\' ? slashes + 1 : 0;
        if (is_special(*p))
            fputc('\\', out);
        if (*p == '=')
            fputs("$(" EQUALS ")", out);
        else
            fputs(*p == '$' ? "$$" : (const char[]){*p, 0}, out);
    }
}

static bool has_line_end(const char *name)
{
    return strpbrk(name, "\n\r") != NULL;
}

static void put_list(const cli *c, const char *const *names, size_t count, bool first)
{
    for (size_t i = 0; i < count; i++) {
        if (has_line_end(names[i]))
            continue; /* make has no way to write it; cli_on_made has said so */
        fputs(first ? "" : " ", c->deps);
        put_name(c->deps, names[i]);
        first = false;
    }
}

static void tell_line_ends(const cli *c, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_line_end(names[i])) {
            fprintf(stderr, "zhitu: %s\n",
                    cli_text(c, "--deps：文件名里有换行，make 写不出，规则里没有它",
                             "--deps: a file name holds a line end, which make cannot write; the "
                             "rule is without it"));
            return;
        }
}

/* A rule without commands for each input, so that make goes on when one was taken away, and makes
   the outputs anew. */
void cli_on_made(void *self, const zhitu_made *made)
{
    const cli *c = self;
    if (!c->deps || made->output_count == 0)
        return;
    tell_line_ends(c, made->inputs, made->input_count);
    tell_line_ends(c, made->outputs, made->output_count);
    put_list(c, made->outputs, made->output_count, true);
    fputs(":", c->deps);
    put_list(c, made->inputs, made->input_count, false);
    fputs("\n", c->deps);
    for (size_t i = 0; i < made->input_count; i++) {
        if (has_line_end(made->inputs[i]))
            continue;
        put_name(c->deps, made->inputs[i]);
        fputs(":\n", c->deps);
    }
}

zhitu_status cli_write_deps(cli *c, const char *path, const char *rules, size_t len)
{
    FILE *out = fopen(path, "we");
    bool ok = out != NULL;
    if (ok && strstr(rules, "$(" EQUALS ")"))
        ok = fputs(EQUALS " := =\n", out) != EOF;
    ok = ok && fwrite(rules, 1, len, out) == len;
    int error = errno;
    if (out && fclose(out) != 0 && ok) {
        ok = false;
        error = errno;
    }
    if (!ok)
        cli_cannot_write(c, path, error);
    return ok ? ZHITU_FINE : ZHITU_ENVIRONMENT;
}
