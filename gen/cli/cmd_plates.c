/* gen/cli/cmd_plates.c — zhitu plates: render with the output of plates, under the options that a
   press has a use for. */
#include <stdio.h>

#include "cli/cli.h"

/* What is wrong with the job, in its own words. */
static zhitu_status check_job(cli *c)
{
    zhitu_fault fault;
    return zhitu_job_fault(&c->job, c->config.lang, &fault)
               ? cli_usage(c, fault.text, fault.text, fault.value)
               : ZHITU_FINE;
}

static zhitu_status run(cli *c, char **args, int count)
{
    bool proof = false, tiff = false;
    zhitu_value values[] = {{"--ppi", NULL}, {"--spots", NULL}};
    const cli_option options[] = {
        {"--out", "-o", &c->job.out_dir, NULL},
        {"--template", "-t", &c->job.template_name, NULL},
        {"--theme", NULL, &c->job.theme, NULL},
        {"--slot", NULL, &c->job.slot, NULL},
        {"--name", NULL, &c->job.name, NULL},
        {"--mono", NULL, NULL, &c->job.mono},
        {"--final", NULL, NULL, &c->job.final},
        {"--strict", NULL, NULL, &c->job.strict},
        {"--tiff", NULL, NULL, &tiff},
        {"--ppi", NULL, &values[0].value, NULL},
        {"--spots", NULL, &values[1].value, NULL},
        {"--proof", NULL, NULL, &proof},
        {"--verbose", "-v", NULL, &c->verbose},
        {NULL, NULL, NULL, NULL},
    };
    int left = cli_parse(c, args, count, options);
    c->job.formats =
        tiff ? (proof ? "plates-tiff,proof" : "plates-tiff") : (proof ? "plates,proof" : "plates");
    c->job.profile = "press";
    c->job.values = values;
    c->job.value_count = sizeof values / sizeof *values;
    c->job.write = true;
    if (left < 0 || check_job(c) != ZHITU_FINE)
        return ZHITU_USAGE;
    if (left == 0)
        return cli_usage(c, "没有指明文件", "no file named", "plates");
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_render(session, (const char *const *)args, (size_t)left, &c->job);
    cli_close(c, session);
    return status;
}

const cli_command cli_plates = {
    "plates",
    "每种油墨一张灰度图，软打样",
    "a grey picture of each ink, a soft proof",
    "用法：zhitu plates [选项] 文件或文件夹…\n\n"
    "每页每种油墨写一张灰度图：ID-cyan.png、ID-magenta.png、ID-yellow.png、ID-black.png，\n"
    "专色各一张；连出血，实地为黑。叠印与镂空同印刷 PDF。\n\n"
    "  -o, --out DIR          输出到此文件夹（默认 out）\n"
    "  --tiff                 写成 TIFF（ID-cyan.tif），不写 PNG\n"
    "  --proof                另写 ID-proof.png：这些墨印在这种纸上的样子，白是纸的白\n"
    "  --ppi N                精度，每英寸像素（默认 150）\n"
    "  --spots keep|process   专色各成一版，或按配方改为四色（默认 keep）\n"
    "  -t, --template NAME    换用模板\n"
    "  --theme NAME           换用主题\n"
    "  --slot W|WxH|NxM       版位\n"
    "  --name PATTERN         文件名，见 render\n"
    "  --mono                 只用黑版\n"
    "  --final, --strict      同 render\n"
    "  -v, --verbose          列出写好的文件\n",
    "usage: zhitu plates [OPTIONS] FILE|DIR...\n\n"
    "Writes a grey picture of each ink of each page: ID-cyan.png, ID-magenta.png, ID-yellow.png,\n"
    "ID-black.png, and one of each spot; with the bleed, solid ink black. Overprint and\n"
    "knockout are those of the PDF for the press.\n\n"
    "  -o, --out DIR          write to this folder (default out)\n"
    "  --tiff                 as TIFF, ID-cyan.tif, in place of PNG\n"
    "  --proof                and ID-proof.png: these inks on that paper, whose white is seen\n"
    "  --ppi N                resolution, pixels an inch (default 150)\n"
    "  --spots keep|process   plates of their own, or recipes in process inks (default keep)\n"
    "  -t, --template NAME    use another template\n"
    "  --theme NAME           use another theme\n"
    "  --slot W|WxH|NxM       room to fill\n"
    "  --name PATTERN         names of files, see render\n"
    "  --mono                 black alone\n"
    "  --final, --strict      as for render\n"
    "  -v, --verbose          list the files written\n",
    run,
    false,
    NULL};
