/* gen/cli/cmd_format.c — zhitu format: numbers and dates as the graphics print them, from
   arguments or line by line from standard input. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* -8 is a value, -o an option. */
static bool is_number(const char *arg)
{
    return arg[0] == '-' && arg[1] >= '0' && arg[1] <= '9';
}

/* Values such as -8 are no options: they and all that follows stand behind a "--". The room holds
   one argument more. */
static int guard_values(char **args, int count, char **room, char *guard)
{
    int kept = 0;
    bool guarded = false;
    for (int i = 0; i < count; i++) {
        bool after_option = i > 0 && strcmp(args[i - 1], "--decimals") == 0;
        guarded |= strcmp(args[i], guard) == 0;
        if (!guarded && is_number(args[i]) && !after_option) {
            room[kept++] = guard;
            guarded = true;
        }
        room[kept++] = args[i];
    }
    return kept;
}

/* A whole number from 0 to 12, the most decimals that a zt_num holds; false for anything else. */
static bool read_decimals(const char *text, int *out)
{
    enum { MOST = 12 };
    char *end;
    long value = strtol(text, &end, 10);
    if (end == text || *end || value < 0 || value > MOST)
        return false;
    *out = (int)value;
    return true;
}

/* One value a line; the line feed and a carriage return before it are taken off. */
static zhitu_status format_lines(zhitu *session, const char *style, const zhitu_rounding *rounding)
{
    enum { LONGEST = 4096 };
    char line[LONGEST];
    zhitu_status status = ZHITU_FINE;
    while (status != ZHITU_USAGE && fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\r\n")] = 0;
        if (!*line)
            continue;
        zhitu_status one = zhitu_format(session, style, line, rounding, cli_sink);
        status = one > status ? one : status;
    }
    return status;
}

/* Each value on its own; a wrong one does not stop those behind it, an unknown style does. */
static zhitu_status format_values(cli *c, char **args, int count, const zhitu_rounding *rounding)
{
    zhitu *session = cli_open(c);
    zhitu_status status = ZHITU_FINE;
    for (int i = 1; i < count && status != ZHITU_USAGE; i++) {
        zhitu_status one = strcmp(args[i], "-") == 0
                               ? format_lines(session, args[0], rounding)
                               : zhitu_format(session, args[0], args[i], rounding, cli_sink);
        status = one > status ? one : status;
    }
    cli_close(c, session);
    return status;
}

/* The same as `zhitu list formats`. */
static zhitu_status list_formats(cli *c)
{
    zhitu *session = cli_open(c);
    zhitu_status status =
        zhitu_print_list(session, ZHITU_FORMATS, c->verbose, c->dump_json, cli_sink);
    cli_close(c, session);
    return status;
}

/* Options may stand before, between and behind the values. */
static zhitu_status run_format(cli *c, char **args, int count)
{
    const char *decimals = NULL, *rounding = "half-up";
    bool list = false;
    const cli_option options[] = {{"--list", NULL, NULL, &list},
                                  {"--json", NULL, NULL, &c->dump_json},
                                  {"--decimals", NULL, &decimals, NULL},
                                  {"--rounding", NULL, &rounding, NULL},
                                  {NULL, NULL, NULL, NULL}};
    zhitu_rounding how = {.decimals = -1};
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (decimals && !read_decimals(decimals, &how.decimals))
        return cli_usage(c, "--decimals 应为 0 至 12 的整数", "--decimals is a whole number to 12",
                         decimals);
    how.half_even = strcmp(rounding, "half-even") == 0;
    if (!how.half_even && strcmp(rounding, "half-up") != 0)
        return cli_usage(c, "--rounding 只能是 half-up 或 half-even",
                         "--rounding is half-up or half-even", rounding);
    if (list && left > 0)
        return cli_usage(c, "--list 不要格式和值", "--list takes no style and no value", args[0]);
    if (list)
        return list_formats(c);
    if (left < 2)
        return cli_usage(c, "要一个格式和至少一个值", "a style and at least one value are wanted",
                         "zhitu format STYLE VALUE...");
    return format_values(c, args, left, &how);
}

/* Negative numbers look like options, so the arguments are copied with a guard before the first
   of them; the room is that of args with one word more. */
static zhitu_status format(cli *c, char **args, int count)
{
    char guard[] = "--";
    char **room = calloc((size_t)count + 1, sizeof *room);
    if (!room)
        return ZHITU_ENVIRONMENT;
    zhitu_status status = run_format(c, room, guard_values(args, count, room, guard));
    free(room);
    return status;
}

const cli_command cli_format = {
    "format",
    "按格式输出数、日期、范围",
    "print numbers, dates and ranges in a style",
    "用法：zhitu format [选项] 格式 值…\n"
    "      zhitu format --list [--json]\n\n"
    "值是数（46.3、−8、2.17亿元）、范围（12%..18%、40..55千克）、日期（2022-06-24、\n"
    "2021-12-17/2021-12-18）或时刻（15:40）；写 - 则从标准输入逐行读。\n"
    "数按十进制精确计算，与版面所用的是同一段程序。\n\n"
    "  --list               列出格式，各带一例\n"
    "  --decimals N         保留 N 位小数（默认照原样）\n"
    "  --rounding half-up|half-even\n"
    "                       四舍五入（默认），或按 GB/T 8170 恰为一半时取偶\n"
    "  --json               与 --list 合用\n\n"
    "没有这个格式时退出状态为 2，值不合格式时为 1。\n",
    "usage: zhitu format [OPTIONS] STYLE VALUE...\n"
    "       zhitu format --list [--json]\n\n"
    "A value is a number (46.3, −8, 2.17亿元), a range (12%..18%, 40..55千克), a date "
    "(2022-06-24,\n"
    "2021-12-17/2021-12-18) or a time (15:40); - reads values from standard input, one a line.\n"
    "Decimals are exact; the layout prints with the same code.\n\n"
    "  --list               the styles, with an example each\n"
    "  --decimals N         N decimals (else those of the value)\n"
    "  --rounding half-up|half-even\n"
    "                       half away from zero (default), or to the even neighbour (GB/T 8170)\n"
    "  --json               with --list\n\n"
    "Exit status 2 when there is no such style, 1 when the value does not suit it.\n",
    format,
    true,
    NULL};
