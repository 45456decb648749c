/* gen/cli/cmd_gallery.c — zhitu gallery. */
#include <string.h>

#include "cli/cli.h"

static bool are_known(const char *formats)
{
    return strcmp(formats, "pdf") == 0 || strcmp(formats, "png") == 0 ||
           strcmp(formats, "pdf,png") == 0 || strcmp(formats, "png,pdf") == 0;
}

static zhitu_status gallery(cli *c, char **args, int count)
{
    const char *formats = NULL, *ppi = NULL;
    const cli_option options[] = {{"--out", "-o", &c->job.out_dir, NULL},
                                  {"--outputs", "-f", &formats, NULL},
                                  {"--ppi", NULL, &ppi, NULL},
                                  {"--theme", NULL, &c->job.theme, NULL},
                                  {"--verbose", "-v", NULL, &c->verbose},
                                  {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (left > 0)
        return cli_usage(c, "gallery 不要文件", "gallery takes no file", args[0]);
    if (formats && !are_known(formats))
        return cli_usage(c, "-f 只能是 pdf png，以逗号分隔",
                         "-f takes pdf png, separated by a comma", formats);
    double value = ppi ? cli_number(ppi) : 0;
    if (ppi && (value < 10 || value > 2400))
        return cli_usage(c, "--ppi 应为 10 到 2400", "--ppi is 10 to 2400", ppi);
    c->job.formats = formats ? formats : "pdf,png";
    c->job.ppi = value;
    c->job.write = true;
    if (!c->job.out_dir)
        c->job.out_dir = "gallery";
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_gallery(session, &c->job);
    /* The samples are the program's own: who makes the book wants a word only when one is at fault.
     */
    zhitu_count n = zhitu_counted(session);
    c->quiet = c->quiet || n.errors + n.warnings == 0;
    cli_close_findings(c, session, status);
    zhitu_close(session);
    return status;
}

const cli_command cli_gallery = {
    "gallery",
    "排出全部版块和图表的样册",
    "show every block and chart in every variant",
    "用法：zhitu gallery [选项]\n\n"
    "把每种版块、每种图表、每个变体排成一册 gallery.pdf，连同参数和稿件；\n"
    "每例另存一张 名称.png。样例在模板文件夹的 gallery 里。选项：\n"
    "  -o, --out DIR  输出到此文件夹（默认 gallery）\n"
    "  -f pdf,png     输出格式（默认 pdf,png）\n"
    "  --ppi N        PNG 的精度，每英寸像素（默认 150）\n"
    "  --theme NAME   换用主题\n"
    "  -v, --verbose  列出写好的文件\n",
    "usage: zhitu gallery [OPTIONS]\n\n"
    "Sets every block and kind of chart in every variant as one book, gallery.pdf,\n"
    "with parameters and XML, and a picture of each, NAME.png. The samples lie in\n"
    "gallery beside the templates. Options:\n"
    "  -o, --out DIR  write to this folder (default gallery)\n"
    "  -f pdf,png     formats (default pdf,png)\n"
    "  --ppi N        resolution of PNG (default 150)\n"
    "  --theme NAME   use another theme\n"
    "  -v, --verbose  list the files written\n",
    gallery};
