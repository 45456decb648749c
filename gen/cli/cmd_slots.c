/* gen/cli/cmd_slots.c — zhitu slots: how wide so many columns of a paper are, how high so many
 * lines.
 */
#include "cli/cli.h"

static zhitu_status slots(cli *c, char **args, int count)
{
    const cli_option options[] = {{"--json", NULL, NULL, &c->dump_json}, {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (left != 1)
        return cli_usage(c, "slots 要一个版面的名字，如 duikai", "slots takes a paper, as duikai",
                         left ? args[0] : "slots");
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_print_slots(session, args[0], c->dump_json, cli_sink);
    cli_close(c, session);
    return status;
}

const cli_command cli_slots = {
    "slots",
    "版面的栏与行合多少毫米",
    "columns and lines of a paper in millimetres",
    "用法：zhitu slots [选项] 版面\n\n"
    "第一行是版面的尺寸、栏数 × 行数、每栏字数；然后是 1 栏、2 栏……的宽，1 行、2 "
    "行……的高（毫米）。\n"
    "版面在主题里定义，如 duikai（对开）、sikai（四开）。\n\n"
    "  --json          用 JSON 输出\n",
    "usage: zhitu slots [OPTIONS] PAPER\n\n"
    "First the size of the sheet, columns × lines, characters of a column; then the width of 1, 2 "
    "…\n"
    "columns and the height of 1, 2 … lines in millimetres. Papers are defined by themes: duikai\n"
    "(broadsheet), sikai (tabloid).\n\n"
    "  --json          as JSON\n",
    slots,
    true,
    NULL};
