/* gen/cli/options.c — options of the sub-commands: --name VALUE, --name=VALUE, -o VALUE, flags.
   They may stand anywhere; what is left are the arguments. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

const char *cli_text(const cli *c, const char *zh, const char *en)
{
    return c->config.lang == ZHITU_EN ? en : zh;
}

/* Wrong usage is said once, with the word at fault. */
zhitu_status cli_usage(const cli *c, const char *zh, const char *en, const char *what)
{
    fprintf(stderr, "zhitu: %s: %s\n", cli_text(c, zh, en), what);
    fprintf(stderr, "%s\n",
            cli_text(c, "用 zhitu --help 或 zhitu 命令 --help 查看用法",
                     "see zhitu --help or zhitu COMMAND --help"));
    return ZHITU_USAGE;
}

/* For files of the command line itself; those of documents are findings. */
void cli_cannot_write(const cli *c, const char *path, int error)
{
    fprintf(stderr, "zhitu: %s: %s: %s\n", cli_text(c, "无法写入", "cannot write"), path,
            strerror(error));
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "--name", "--name=VALUE", "-n" or, with a number, "-n4"; *attached is the value behind the sign.
 */
static bool names_option(const cli_option *o, const char *arg, const char **attached)
{
    *attached = NULL;
    size_t brief = o->brief ? strlen(o->brief) : 0;
    if (brief && strncmp(arg, o->brief, brief) == 0 && o->value && is_digit(arg[brief])) {
        *attached = arg + brief;
        return true;
    }
    if (brief && strcmp(arg, o->brief) == 0)
        return true;
    size_t len = strlen(o->name);
    if (strncmp(arg, o->name, len) != 0)
        return false;
    if (arg[len] == '=' && o->value)
        *attached = arg + len + 1;
    return arg[len] == 0 || *attached;
}

/* NULL when the word is none of them. */
static const cli_option *find_option(const cli_option *options, const char *arg,
                                     const char **attached)
{
    for (const cli_option *o = options; o->name; o++)
        if (names_option(o, arg, attached))
            return o;
    return NULL;
}

bool cli_names_option(const char *word, const char *name)
{
    const char *attached, *value;
    return names_option(&(cli_option){name, NULL, &value, NULL}, word, &attached);
}

bool cli_value_follows(const cli_option *options, const char *word)
{
    const char *attached;
    const cli_option *o = find_option(options, word, &attached);
    return o && o->value && !attached;
}

struct cli_joined {
    struct cli_joined *next;
    char text[];
};

/* "a" and "b" as "a,b"; NULL without memory. */
static const char *join(cli *c, const char *a, const char *b)
{
    size_t size = strlen(a) + strlen(b) + 2;
    struct cli_joined *joined = malloc(sizeof *joined + size);
    if (!joined)
        return NULL;
    snprintf(joined->text, size, "%s,%s", a, b);
    joined->next = c->joined;
    c->joined = joined;
    return joined->text;
}

void cli_free_joined(cli *c)
{
    while (c->joined) {
        struct cli_joined *next = c->joined->next;
        free(c->joined);
        c->joined = next;
    }
}

/* Takes one option and its value; false after a message. One given twice is not clear: which of
   both is meant? A value that stands there before is only what holds without the option. */
static bool take(cli *c, const cli_option *o, bool again, const char *attached, char **args,
                 int count, int *i)
{
    if (!o->value) {
        *o->flag = true;
        return true;
    }
    if (!attached && *i + 1 >= count) {
        cli_usage(c, "选项缺少值", "option needs a value", args[*i]);
        return false;
    }
    const char *value = attached ? attached : args[++*i];
    if (again && o->flag) {
        *o->flag = true;
        *o->value = join(c, *o->value, value);
        return *o->value != NULL;
    }
    if (again && strcmp(*o->value, value) != 0) {
        cli_usage(c, "选项写了两次，值不同", "option given twice with different values", o->name);
        return false;
    }
    *o->value = value;
    return true;
}

int cli_take(cli *c, const cli_option *options, cli_given *given, char **args, int count, int *i)
{
    const char *attached;
    const cli_option *o = find_option(options, args[*i], &attached);
    if (!o)
        return 0;
    cli_given bit = (cli_given)1 << (o - options);
    bool again = *given & bit;
    *given |= bit;
    return take(c, o, again, attached, args, count, i) ? 1 : -1;
}

/* "-" alone is a file's name, and everything behind "--" is. */
int cli_parse(cli *c, char **args, int count, const cli_option *options)
{
    int left = 0;
    bool plain = false;
    cli_given given = 0;
    if (c->options_asked) {
        c->options_asked(c->options_self, options);
        return -1;
    }
    for (int i = 0; i < count; i++) {
        if (!plain && strcmp(args[i], "--") == 0) {
            plain = true;
            continue;
        }
        if (plain || args[i][0] != '-' || args[i][1] == 0) {
            args[left++] = args[i];
            continue;
        }
        int taken = cli_take(c, options, &given, args, count, &i);
        if (taken == 0)
            cli_usage(c, "没有这个选项", "unknown option", args[i]);
        if (taken <= 0)
            return -1;
    }
    return left;
}

/* strtod would read by the locale. */
double cli_number(const char *text)
{
    double value = 0, unit = 1;
    bool point = false, digit = false;
    for (; *text; text++) {
        if (*text == '.' && !point) {
            point = true;
        } else if (*text >= '0' && *text <= '9') {
            value = value * 10 + (*text - '0');
            unit *= point ? 10 : 1;
            digit = true;
        } else {
            return 0;
        }
    }
    return digit ? value / unit : 0;
}
