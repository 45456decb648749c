/* gen/cli/cmd_dump.c — zhitu dump: what a stage made of a document, on standard output; findings
   go to standard error. */
#include <string.h>

#include "cli/cli.h"

/* The names stand in the order of zhitu_stage, so that the place of a name is its stage. */
static bool read_stage(const char *name, zhitu_stage *out)
{
    static const char *const names[] = {"xml", "model", "blocks", "pages", "scene"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (zhitu_stage)i;
            return true;
        }
    return false;
}

/* One document and one stage a run; without --stage the scene, which is what comparisons are
   made of. */
static zhitu_status run(cli *c, char **args, int count)
{
    const char *layout = NULL;
    const cli_option options[] = {
        {"--stage", "-s", &c->stage, NULL},
        {"--template", "-t", &c->job.template_name, NULL},
        {"--theme", NULL, &c->job.theme, NULL},
        {"--slot", NULL, &c->job.slot, NULL},
        {"--mono", NULL, NULL, &c->job.mono},
        {"--final", NULL, NULL, &c->job.final},
        {"--json", NULL, NULL, &c->dump_json},
        {"--layout", NULL, &layout, NULL},
        {NULL, NULL, NULL, NULL},
    };
    int left = cli_parse(c, args, count, options);
    zhitu_stage stage;
    if (left < 0 || cli_apply_layout(c, layout) != ZHITU_FINE)
        return ZHITU_USAGE;
    if (!read_stage(c->stage ? c->stage : "scene", &stage))
        return cli_usage(c, "--stage 只能是 xml model blocks pages scene",
                         "--stage is one of xml model blocks pages scene", c->stage);
    if (left != 1)
        return cli_usage(c, "dump 要一个文件", "dump takes one file", left ? args[1] : "dump");
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_dump(session, args[0], stage, c->dump_json, &c->job, cli_sink);
    cli_close(c, session);
    return status;
}

const cli_command cli_dump = {
    "dump",
    "列出某一阶段的中间结果",
    "print what a stage made of a document",
    "用法：zhitu dump [选项] 文件\n\n"
    "  -s, --stage xml|model|blocks|pages|scene\n"
    "                                      阶段（默认 scene）\n"
    "  --json                              用 JSON 输出\n"
    "  -t, --template NAME                 换用模板\n"
    "  --theme NAME                        换用主题\n"
    "  --mono                              只用黑版\n"
    "  --slot W|WxH|NxM                    版位\n"
    "  --layout 1|2|3                      无框的版面用第几好的排法\n"
    "  --final                             按定稿处理\n\n"
    "pages 说各页怎样排成：何处放什么、代价几何；栏从 1 数起，行在\n"
    "版面里从 0（同 line=），在报告里从 1。\n"
    "scene 的坐标以磅计，原点在成品左上角。\n",
    "usage: zhitu dump [OPTIONS] FILE\n\n"
    "  -s, --stage xml|model|blocks|pages|scene\n"
    "                                      the stage (default scene)\n"
    "  --json                              as JSON\n"
    "  -t, --template NAME                 use another template\n"
    "  --theme NAME                        use another theme\n"
    "  --mono                              black alone\n"
    "  --slot W|WxH|NxM                    room to fill\n"
    "  --layout 1|2|3                      which layout pages without frames get\n"
    "  --final                             as for the final version\n\n"
    "pages says how pages came about: what stands where, at which cost. Columns are\n"
    "counted from 1, lines of an edition from 0 as in line=, of a report from 1.\n"
    "Coordinates of a scene are points from the trim's top left.\n",
    run,
    true,
    NULL};
