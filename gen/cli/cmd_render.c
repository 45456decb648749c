/* gen/cli/cmd_render.c — zhitu render and zhitu check. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static bool check_formats(const char *formats)
{
    static const char *const known[] = {"pdf", "png", "svg", "trace"};
    for (const char *p = formats; *p;) {
        size_t len = strcspn(p, ",");
        bool found = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            found = found || (strlen(known[i]) == len && strncmp(known[i], p, len) == 0);
        if (!found)
            return false;
        p += len + (p[len] == ',');
    }
    return *formats != 0;
}

typedef struct texts {
    const char *formats, *profile, *ppi, *svg_text, *writer, *fail_on, *deps;
} texts;

/* The options that are words; ZHITU_USAGE after a message. */
static zhitu_status apply(cli *c, const texts *t)
{
    if (t->formats && !check_formats(t->formats))
        return cli_usage(c, "-f 只能是 pdf png svg trace，以逗号分隔",
                         "-f takes pdf png svg trace, separated by commas", t->formats);
    if (t->profile && strcmp(t->profile, "screen") != 0 && strcmp(t->profile, "press") != 0)
        return cli_usage(c, "--profile 只能是 screen 或 press", "--profile is screen or press",
                         t->profile);
    if (t->ppi && (cli_number(t->ppi) < 10 || cli_number(t->ppi) > 2400))
        return cli_usage(c, "--ppi 应为 10 到 2400", "--ppi is 10 to 2400", t->ppi);
    if (t->svg_text && strcmp(t->svg_text, "text") != 0 && strcmp(t->svg_text, "paths") != 0)
        return cli_usage(c, "--svg-text 只能是 text 或 paths", "--svg-text is text or paths",
                         t->svg_text);
    if (t->writer && strcmp(t->writer, "own") != 0 && strcmp(t->writer, "cairo") != 0)
        return cli_usage(c, "--pdf-writer 只能是 own 或 cairo", "--pdf-writer is own or cairo",
                         t->writer);
    if (t->fail_on && strcmp(t->fail_on, "error") != 0 && strcmp(t->fail_on, "warning") != 0)
        return cli_usage(c, "--fail-on 只能是 error 或 warning", "--fail-on is error or warning",
                         t->fail_on);
    c->job.formats = t->formats;
    c->job.profile = t->profile && strcmp(t->profile, "press") == 0 ? ZHITU_PRESS : ZHITU_SCREEN;
    c->job.ppi = t->ppi ? cli_number(t->ppi) : 0;
    c->job.svg_paths = t->svg_text && strcmp(t->svg_text, "paths") == 0;
    c->job.cairo_pdf = t->writer && strcmp(t->writer, "cairo") == 0;
    c->job.strict = c->job.strict || (t->fail_on && strcmp(t->fail_on, "warning") == 0);
    return ZHITU_FINE;
}

/* What looks like a list, or like standard output, is not taken for a name. */
static zhitu_status check_names(cli *c)
{
    const char *out = c->job.out_dir, *name = c->job.template_name;
    if (out && strcmp(out, "-") == 0)
        return cli_usage(c, "-o 要一个文件夹，不能写到标准输出",
                         "-o takes a folder; nothing is written to standard output", out);
    if (out && !*out)
        return cli_usage(c, "-o 要一个文件夹", "-o takes a folder", "\"\"");
    if (name && strchr(name, ','))
        return cli_usage(c, "-t 一次只用一个模板；每个模板各运行一次，各用各的 -o",
                         "-t takes one template; run once for each, with an -o of its own", name);
    return ZHITU_FINE;
}

static zhitu_status check_files(cli *c, char **args, int count, const char *command)
{
    if (count == 0)
        return cli_usage(c, "没有指明文件", "no file named", command);
    for (int i = 0; i < count; i++)
        if (strcmp(args[i], "-") == 0)
            return cli_usage(c, "不读标准输入，请指明文件",
                             "standard input is not read; name a file", args[i]);
    return ZHITU_FINE;
}

/* Renders while the rules of --deps are gathered; they are written when all is done, so that a run
   that was stopped leaves the old ones. */
static zhitu_status run_session(cli *c, char **args, int count, const char *deps)
{
    char *rules = NULL;
    size_t len = 0;
    if (deps && !(c->deps = open_memstream(&rules, &len)))
        return ZHITU_ENVIRONMENT;
    zhitu *session = cli_open(c);
    zhitu_status status = zhitu_render(session, (const char *const *)args, (size_t)count, &c->job);
    if (deps) {
        zhitu_status wrote =
            fclose(c->deps) == 0 ? cli_write_deps(c, deps, rules, len) : ZHITU_ENVIRONMENT;
        status = wrote > status ? wrote : status;
        c->deps = NULL;
        free(rules);
    }
    cli_close_findings(c, session, status);
    zhitu_close(session);
    return status;
}

static zhitu_status run(cli *c, char **args, int count, bool write)
{
    texts t = {0};
    const cli_option options[] = {
        {"--out", "-o", &c->job.out_dir, NULL},  {"--outputs", "-f", &t.formats, NULL},
        {"--profile", NULL, &t.profile, NULL},   {"--template", "-t", &c->job.template_name, NULL},
        {"--theme", NULL, &c->job.theme, NULL},  {"--ppi", NULL, &t.ppi, NULL},
        {"--svg-text", NULL, &t.svg_text, NULL}, {"--pdf-writer", NULL, &t.writer, NULL},
        {"--fail-on", NULL, &t.fail_on, NULL},   {"--deps", NULL, &t.deps, NULL},
        {"--final", NULL, NULL, &c->job.final},  {"--strict", NULL, NULL, &c->job.strict},
        {"--verbose", "-v", NULL, &c->verbose},  {NULL, NULL, NULL, NULL},
    };
    c->each_once = true; /* which of two templates, or folders, is meant? */
    int left = cli_parse(c, args, count, options);
    if (left < 0 || apply(c, &t) != ZHITU_FINE)
        return ZHITU_USAGE;
    if (check_names(c) != ZHITU_FINE ||
        check_files(c, args, left, write ? "render" : "check") != ZHITU_FINE)
        return ZHITU_USAGE;
    if (t.deps && !write)
        return cli_usage(c, "--deps 只用于 render", "--deps goes with render", t.deps);
    c->job.write = write;
    return run_session(c, args, left, t.deps);
}

static zhitu_status render(cli *c, char **args, int count)
{
    return run(c, args, count, true);
}

static zhitu_status check(cli *c, char **args, int count)
{
    return run(c, args, count, false);
}

const cli_command cli_render = {
    "render",
    "把稿件排成 PDF、PNG、SVG",
    "typeset documents to PDF, PNG, SVG",
    "用法：zhitu render [选项] 文件或文件夹…\n\n"
    "  -o, --out DIR          输出到此文件夹（默认 out）\n"
    "  -f pdf,png,svg,trace   输出格式（默认 pdf,png）\n"
    "  --profile screen|press 屏幕用 sRGB，印刷用 CMYK（默认 screen）\n"
    "  -t, --template NAME    换用模板\n"
    "  --theme NAME           换用主题\n"
    "  --ppi N                PNG 的精度，每英寸像素（默认 150）\n"
    "  --svg-text text|paths  SVG 保留文字或转为轮廓（默认 text）\n"
    "  --pdf-writer own|cairo 用 cairo 另写一份 PDF 对照（默认 own）\n"
    "  --final                定稿：缺数、缺图、漏排、猜测都算错误\n"
    "  --strict               警告也算错误（同 --fail-on warning）\n"
    "  --deps FILE            给每份稿件写一条 make 规则\n"
    "  -v, --verbose          列出写好的文件\n\n"
    "有错的稿件不改动任何文件，其余照常输出；各种格式一同更新。\n",
    "usage: zhitu render [OPTIONS] FILE|DIR...\n\n"
    "  -o, --out DIR          write to this folder (default out)\n"
    "  -f pdf,png,svg,trace   formats (default pdf,png)\n"
    "  --profile screen|press sRGB for screens, CMYK for the press (default screen)\n"
    "  -t, --template NAME    use another template\n"
    "  --theme NAME           use another theme\n"
    "  --ppi N                resolution of PNG (default 150)\n"
    "  --svg-text text|paths  text or outlines in SVG (default text)\n"
    "  --pdf-writer own|cairo a plain PDF by cairo, for comparison (default own)\n"
    "  --final                what is missing, left out or guessed is an error\n"
    "  --strict               warnings fail (the same as --fail-on warning)\n"
    "  --deps FILE            write a make rule for each document\n"
    "  -v, --verbose          list the files written\n\n"
    "A document with an error changes no file; the others are written, all formats together.\n",
    render};

const cli_command cli_check = {
    "check",
    "只检查，不输出",
    "check everything, write nothing",
    "用法：zhitu check [选项] 文件或文件夹…\n\n"
    "与 render 走同样的各步，只是不写文件。选项：\n"
    "  -t, --template NAME   换用模板\n"
    "  --theme NAME          换用主题\n"
    "  --final               定稿：缺数、缺图、漏排、猜测都算错误\n"
    "  --strict              警告也算错误\n"
    "  --format text|json    信息的格式\n",
    "usage: zhitu check [OPTIONS] FILE|DIR...\n\n"
    "Goes through all the stages of render but writes no file. Options:\n"
    "  -t, --template NAME   use another template\n"
    "  --theme NAME          use another theme\n"
    "  --final               what is missing, left out or guessed is an error\n"
    "  --strict              warnings fail\n"
    "  --format text|json    form of the messages\n",
    check};
