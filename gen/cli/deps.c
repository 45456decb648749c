/* gen/cli/deps.c — what each document was made from, as rules of make, so that a makefile
   renders again only what changed. The interface tells of each document what was read and
   written (zhitu_made); the rules are gathered in memory and written when the run has ended. */
#include <errno.h>
#include <string.h>

#include "cli/cli.h"

/* GNU make, "Rule Syntax" and "Using Wildcard Characters": a backslash takes the meaning from
   blanks and from the characters of rules, comments and wildcards, and from a backslash right
   before one of them; a dollar sign is doubled; a variable holds an equals sign, ./ goes before a
   tilde. Line ends, semicolons and bars have no spelling, nor has a per cent sign in a target. */
#define EQUALS "ZHITU_EQUALS"

/* Characters that a backslash has to lead. */
static bool is_special(char c)
{
    return c && strchr(" \t#:*?[]", c);
}

/* Writes a name so that make reads it as it is. A backslash right before a special character is
   doubled, elsewhere it stands for itself. */
static void put_name(FILE *out, const char *name)
{
    size_t slashes = 0;
    if (*name == '~')
        fputs("./", out);
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

/* False for names that no rule can hold, however they are written. */
static bool can_be_named(const char *name)
{
    return strpbrk(name, "\n\r;|") == NULL;
}

/* A per cent sign in a target makes a pattern of it. */
static bool can_be_target(const char *name)
{
    return can_be_named(name) && !strchr(name, '%');
}

/* Parted by blanks; `first` says that nothing stands before. */
static void put_list(const cli *c, const char *const *names, size_t count, bool first)
{
    for (size_t i = 0; i < count; i++) {
        if (!can_be_named(names[i]))
            continue; /* cli_on_made has said so */
        fputs(first ? "" : " ", c->deps);
        put_name(c->deps, names[i]);
        first = false;
    }
}

/* A message for each name that does not fit; the run ends with status 3, since a rule that lacks
   a file would leave it unnoticed when it changes. */
static bool check_names(cli *c, const char *const *names, size_t count,
                        bool (*fits)(const char *name))
{
    bool all = true;
    for (size_t i = 0; i < count; i++) {
        if (fits(names[i]))
            continue;
        fprintf(
            stderr, "zhitu: %s: %s\n",
            cli_text(
                c,
                "--deps：make 的规则写不出这个名字（换行、分号、竖线，输出文件夹里的 %），请改名",
                "--deps: no rule of make can hold this name (a line end, a semicolon, a "
                "bar, or % in that of an output); rename it"),
            names[i]);
        c->deps_failed = true;
        all = false;
    }
    return all;
}

/* A rule without commands for each input, so that make goes on when one was taken away, and makes
   the outputs anew. */
void cli_on_made(void *self, const zhitu_made *made)
{
    cli *c = self;
    cli_begin_document(c, made->document);
    if (c->plan)
        cli_plan_add(c, made);
    if (!c->deps || made->output_count == 0)
        return;
    check_names(c, made->inputs, made->input_count, can_be_named);
    if (!check_names(c, made->outputs, made->output_count, can_be_target))
        return;
    put_list(c, made->outputs, made->output_count, true);
    fputs(":", c->deps);
    put_list(c, made->inputs, made->input_count, false);
    fputs("\n", c->deps);
    for (size_t i = 0; i < made->input_count; i++) {
        if (!can_be_target(made->inputs[i]))
            continue;
        put_name(c->deps, made->inputs[i]);
        fputs(" :\n", c->deps); /* &: would mean targets of one group */
    }
}

/* Written in one piece when the run has ended. */
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
    return ok && !c->deps_failed ? ZHITU_FINE : ZHITU_ENVIRONMENT;
}
