/* gen/cli/cmd_preflight.c — zhitu preflight: what a press would send back in a PDF of any program.
 */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static zhitu_status run(cli *c, char **args, int count)
{
    zhitu_inspection how = {0};
    const char *limits[7] = {NULL}, *as = NULL;
    double *const values[7] = {&how.ink,  &how.type, &how.colour_type, &how.reversed_type,
                               &how.rule, &how.ppi,  &how.ground};
    const cli_option options[] = {{"--as", NULL, &as, NULL},
                                  {"--for", NULL, &how.purpose, NULL},
                                  {"--ink", NULL, &limits[0], NULL},
                                  {"--type", NULL, &limits[1], NULL},
                                  {"--colour-type", NULL, &limits[2], NULL},
                                  {"--reversed-type", NULL, &limits[3], NULL},
                                  {"--rule", NULL, &limits[4], NULL},
                                  {"--ppi", NULL, &limits[5], NULL},
                                  {"--ground", NULL, &limits[6], NULL},
                                  {"--strict", NULL, NULL, &c->job.strict},
                                  {"--pictures", NULL, &how.pictures, NULL},
                                  {NULL, NULL, NULL, NULL}};
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (as)
        return cli_usage(c, "--as 现名 --format", "--as is called --format now", as);
    if (how.purpose && strcmp(how.purpose, "screen") != 0 && strcmp(how.purpose, "pdfx4") != 0 &&
        strcmp(how.purpose, "pdfx1a") != 0)
        return cli_usage(c, "--for 只能是 pdfx4 pdfx1a screen", "--for is pdfx4, pdfx1a or screen",
                         how.purpose);
    for (int i = 0; i < 7; i++) {
        if (!limits[i])
            continue;
        *values[i] = cli_number(limits[i]);
        if (*values[i] <= 0)
            return cli_usage(c, "限度是大于零的数", "a limit is a number above zero", limits[i]);
    }
    if (left < 1)
        return cli_usage(c, "preflight 要 PDF 文件", "preflight takes PDF files", "preflight");
    zhitu *session = cli_open(c);
    zhitu_status status = session ? ZHITU_FINE : ZHITU_ENVIRONMENT;
    if (!c->findings && !cli_for_programs(c)) /* they are what was asked for */
        c->findings = stdout;
    for (int i = 0; session && i < left; i++) {
        cli_begin_document(c, args[i]);
        c->counted.documents++;
        zhitu_status one = zhitu_inspect(session, args[i], &how, c->job.strict, cli_on_inspected);
        status = one > status ? one : status;
    }
    cli_close(c, session);
    return status;
}

const cli_command cli_preflight = {
    "preflight",
    "印前检查任何程序做的 PDF",
    "preflight of a PDF of any program",
    "用法：zhitu preflight [选项] 文件.pdf…\n\n"
    "逐页查：RGB、四色黑字、白色叠印、总墨量、细线、小字和反白小字、字下的底、图片\n"
    "分辨率、没有嵌入的字体、页面框、输出意图、PDF/X-1a 里的透明和压缩、加密、脚本。\n"
    "每条写出页、位置（毫米，从成品左上角）、对象、限度及其来源。\n\n"
    "  --for pdfx4|pdfx1a|screen   作何用（默认 pdfx4）\n"
    "  --format text|json|junit|sarif|github   写法，走标准输出（默认 text）\n"
    "  --ink N                     总墨量上限，%（默认 240）\n"
    "  --type, --colour-type, --reversed-type N\n"
    "                              最小的字，点：单色 7.5、多色 10.5、反白 10.5\n"
    "  --rule N                    最细的线，毫米（默认 0.1）\n"
    "  --ppi N                     图片的分辨率（默认 150；线条稿三倍）\n"
    "  --ground N                  小黑字的底最深、小反白字的底最浅，%（默认 30）\n"
    "  --pictures DIR              每页画一张 PNG，标出各条的位置和序号\n"
    "  --strict                    警告也算不合格\n",
    "usage: zhitu preflight [OPTIONS] FILE.pdf...\n\n"
    "Looks page by page for RGB, black type of several inks, white that overprints, too\n"
    "much ink, thin rules, small and reversed type, grounds that hide type, coarse\n"
    "pictures, fonts that are not there, boxes, output intent, transparency and codings\n"
    "that PDF/X-1a must not have, encryption, scripts. Each finding has its page, place (mm from "
    "the trim's top left), object, limit, source.\n\n"
    "  --for pdfx4|pdfx1a|screen   what it is for (default pdfx4)\n"
    "  --format text|json|junit|sarif|github   how, on standard output (default text)\n"
    "  --ink N                     most ink in one place, % (default 240)\n"
    "  --type, --colour-type, --reversed-type N\n"
    "                              least type, pt: one ink 7.5, several 10.5, reversed 10.5\n"
    "  --rule N                    thinnest rule, mm (default 0.1)\n"
    "  --ppi N                     of pictures (default 150; line art three times as much)\n"
    "  --ground N                  darkest ground of small black type, lightest of white, %\n"
    "                              (default 30)\n"
    "  --pictures DIR              a PNG of each page with the findings, numbered\n"
    "  --strict                    warnings count as errors\n",
    run,
    false,
    NULL};
