/* gen/cli/cmd_gallery.c — zhitu gallery: the book of all blocks and charts, into a folder
   "gallery" unless -o names another. It takes the options of outputs and no files, for the
   samples are the program's own. */
#include <string.h>

#include "cli/cli.h"

/* `left` is the count of arguments, of which there may be none; -1 after a message of the
   options. */
static zhitu_status run(cli *c, char **args, int left, const cli_outputs *outputs)
{
    if (left < 0 || cli_outputs_apply(c, outputs) != ZHITU_FINE)
        return ZHITU_USAGE;
    if (left > 0)
        return cli_usage(c, "gallery 不要文件", "gallery takes no file", args[0]);
    c->job.write = true;
    if (!c->job.out_dir)
        c->job.out_dir = "gallery";
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_gallery(session, &c->job);
    /* The samples are the program's own: who makes the book wants a word only when one is at fault.
     */
    zhitu_count n = zhitu_counted(session);
    c->quiet = c->quiet || n.errors + n.warnings == 0;
    cli_close(c, session);
    return status;
}

/* The options of outputs are known only at run time, so that the table of options is put
   together here. */
static zhitu_status gallery(cli *c, char **args, int count)
{
    const cli_option own[] = {{"--out", "-o", &c->job.out_dir, NULL},
                              {"--theme", NULL, &c->job.theme, NULL},
                              {"--verbose", "-v", NULL, &c->verbose},
                              {NULL, NULL, NULL, NULL}};
    cli_outputs outputs;
    zhitu_status status = ZHITU_ENVIRONMENT;
    if (cli_outputs_open(&outputs, own))
        status = run(c, args, cli_parse(c, args, count, outputs.options), &outputs);
    cli_outputs_close(&outputs);
    return status;
}

const cli_command cli_gallery = {
    "gallery",
    "排出全部版块和图表的样册",
    "show every block and chart in every variant",
    "用法：zhitu gallery [选项]\n\n"
    "把每种版块、每种图表、每个变体排成一册 gallery.pdf，连同参数和稿件；\n"
    "每例另存一张 名称.png。样例在模板文件夹的 gallery 里。选项：\n"
    "  -o, --out DIR          输出到此文件夹（默认 gallery）\n" CLI_OUTPUTS_HERE
    "  --theme NAME           换用主题\n"
    "  -v, --verbose          列出写好的文件\n",
    "usage: zhitu gallery [OPTIONS]\n\n"
    "Sets every block and kind of chart in every variant as one book, gallery.pdf,\n"
    "with parameters and XML, and a picture of each, NAME.png. The samples lie in\n"
    "gallery beside the templates. Options:\n"
    "  -o, --out DIR          write to this folder (default gallery)\n" CLI_OUTPUTS_HERE
    "  --theme NAME           use another theme\n"
    "  -v, --verbose          list the files written\n",
    gallery,
    false,
    NULL};
