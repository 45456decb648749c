/* gen/cli/options.c — options of the sub-commands: --name VALUE, --name=VALUE, -o VALUE, flags. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

const char *cli_text(const cli *c, const char *zh, const char *en)
{
    return c->config.lang == ZHITU_EN ? en : zh;
}

zhitu_status cli_usage(const cli *c, const char *zh, const char *en, const char *what)
{
    fprintf(stderr, "zhitu: %s: %s\n", cli_text(c, zh, en), what);
    fprintf(stderr, "%s\n",
            cli_text(c, "用 zhitu --help 或 zhitu 命令 --help 查看用法",
                     "see zhitu --help or zhitu COMMAND --help"));
    return ZHITU_USAGE;
}

static bool names_option(const cli_option *o, const char *arg, const char **attached)
{
    *attached = NULL;
    if (o->brief && strcmp(arg, o->brief) == 0)
        return true;
    size_t len = strlen(o->name);
    if (strncmp(arg, o->name, len) != 0)
        return false;
    if (arg[len] == '=' && o->value)
        *attached = arg + len + 1;
    return arg[len] == 0 || *attached;
}

static const cli_option *find_option(const cli_option *options, const char *arg,
                                     const char **attached)
{
    for (const cli_option *o = options; o->name; o++)
        if (names_option(o, arg, attached))
            return o;
    return NULL;
}

/* Takes one option and its value; false after a message. */
static bool take(cli *c, const cli_option *o, const char *attached, char **args, int count, int *i)
{
    if (!o->value) {
        *o->flag = true;
        return true;
    }
    if (!attached && *i + 1 >= count) {
        cli_usage(c, "选项缺少值", "option needs a value", args[*i]);
        return false;
    }
    *o->value = attached ? attached : args[++*i];
    return true;
}

int cli_parse(cli *c, char **args, int count, const cli_option *options)
{
    int left = 0;
    bool plain = false;
    for (int i = 0; i < count; i++) {
        if (!plain && strcmp(args[i], "--") == 0) {
            plain = true;
            continue;
        }
        if (plain || args[i][0] != '-' || args[i][1] == 0) {
            args[left++] = args[i];
            continue;
        }
        const char *attached;
        const cli_option *o = find_option(options, args[i], &attached);
        if (!o) {
            cli_usage(c, "没有这个选项", "unknown option", args[i]);
            return -1;
        }
        if (!take(c, o, attached, args, count, &i))
            return -1;
    }
    return left;
}

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
