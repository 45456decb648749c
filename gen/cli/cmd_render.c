/* gen/cli/cmd_render.c — zhitu render and zhitu check. Both read the same options and run the
   same job, which a check only does not write. What is wrong with the command line is found
   before any document is read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* --fail-on says from which severity on a run fails; "warning" is the same as --strict.
   ZHITU_USAGE after a message. */
static zhitu_status apply_fail_on(cli *c, const char *fail_on)
{
    if (fail_on && strcmp(fail_on, "error") != 0 && strcmp(fail_on, "warning") != 0)
        return cli_usage(c, "--fail-on 只能是 error 或 warning", "--fail-on is error or warning",
                         fail_on);
    c->job.strict = c->job.strict || (fail_on && strcmp(fail_on, "warning") == 0);
    return ZHITU_FINE;
}

zhitu_status cli_apply_layout(cli *c, const char *layout)
{
    bool one = layout && layout[0] >= '1' && layout[0] <= '3' && layout[1] == 0;
    if (layout && !one)
        return cli_usage(c, "--layout 是 1、2 或 3", "--layout is 1, 2 or 3", layout);
    c->job.layout = layout ? layout[0] - '0' : 0;
    return ZHITU_FINE;
}

static zhitu_status check_folder(cli *c)
{
    const char *out = c->job.out_dir;
    if (out && !*out)
        return cli_usage(c, "-o 要一个文件夹", "-o takes a folder", "\"\"");
    return ZHITU_FINE;
}

static bool is_input(const char *arg)
{
    return strcmp(arg, "-") == 0 || strcmp(arg, "@-") == 0;
}

/* Of standard input there is one. */
static zhitu_status check_files(cli *c, char **args, int count, const char *command)
{
    int inputs = 0;
    if (count == 0)
        return cli_usage(c, "没有指明文件", "no file named", command);
    for (int i = 0; i < count; i++) {
        inputs += is_input(args[i]);
        if (is_input(args[i]) && inputs > 1)
            return cli_usage(c, "标准输入只能用一次", "standard input can be read once", args[i]);
    }
    return ZHITU_FINE;
}

/* Standard output has room for one file, and for nothing beside it. */
static zhitu_status check_output(cli *c, int count, bool deps)
{
    if (!c->job.out_dir || strcmp(c->job.out_dir, "-") != 0)
        return ZHITU_FINE;
    if (count > 1)
        return cli_usage(c, "-o - 只写一份稿件的一个文件", "-o - writes one file of one document",
                         "-o -");
    if (c->verbose || deps)
        return cli_usage(c, "-o - 没有文件名可列", "-o - has no names of files to list",
                         deps ? "--deps" : "--verbose");
    c->takes_stdout = true;
    return ZHITU_FINE;
}

/* Renders while the rules of --deps are gathered; they are written when all is done, so that a run
   that was stopped leaves the old ones. */
static zhitu_status run_session(cli *c, char **args, int count, const char *deps,
                                const cli_variants *v)
{
    char *rules = NULL;
    size_t len = 0;
    if (deps && !(c->deps = open_memstream(&rules, &len)))
        return ZHITU_ENVIRONMENT;
    zhitu *session = cli_open(c);
    zhitu_status status =
        zhitu_render_all(session, (const char *const *)args, (size_t)count, v->jobs, v->count);
    if (deps) {
        zhitu_status wrote =
            fclose(c->deps) == 0 ? cli_write_deps(c, deps, rules, len) : ZHITU_ENVIRONMENT;
        status = wrote > status ? wrote : status;
        c->deps = NULL;
        free(rules);
    }
    cli_close(c, session);
    return status;
}

/* Options of these two commands that are not of the job. */
typedef struct asked {
    const char *fail_on, *deps, *layout;
    cli_batch batch;
    bool write, several;
    /* Of plan: documents of one action, the words that are no documents. */
    bool is_plan, ninja;
    const char *group;
    char **words;
} asked;

/* Each of the templates, themes, slots and profiles. */
static zhitu_status run_variants(cli *c, char **args, int count, const char *deps)
{
    cli_variants v;
    zhitu_status status = cli_variants_open(c, &v);
    if (status == ZHITU_FINE && v.count > 1 && c->job.out_dir && strcmp(c->job.out_dir, "-") == 0)
        status = cli_usage(c, "-o - 只写一份稿件的一个文件", "-o - writes one file of one document",
                           "-o -");
    if (status == ZHITU_FINE)
        status = run_session(c, args, count, deps, &v);
    cli_variants_close(&v);
    return status;
}

/* Reads standard input when an argument names it, then does the job. */
static zhitu_status run_with_input(cli *c, char **args, int count, const char *deps)
{
    char *input = NULL;
    for (int i = 0; i < count && !input; i++)
        if (is_input(args[i])) {
            input = cli_read_input(&c->job.input_len);
            c->job.input = input;
            if (!input)
                return cli_usage(c, "无法读取标准输入", "cannot read standard input", args[i]),
                       ZHITU_ENVIRONMENT;
        }
    zhitu_status status = run_variants(c, args, count, deps);
    free(input);
    return status;
}

/* The words of the command line that each action of a plan has as well: all but documents and what
   plan itself takes. Those that were given are in `words`, which ends with NULL. */
static void keep_options(char **words, char **args, int count)
{
    char **kept = words;
    for (char **word = words; *word; word++) {
        bool is_document = strcmp(*word, "--") == 0;
        for (int i = 0; i < count; i++)
            is_document = is_document || *word == args[i];
        bool is_group = strcmp(*word, "--group") == 0;
        if (is_group && word[1])
            word++;
        else if (!is_document && strcmp(*word, "--ninja") != 0 &&
                 strncmp(*word, "--group=", 8) != 0)
            *kept++ = *word;
    }
    *kept = NULL;
}

enum { USUAL_GROUP = 32, MOST_GROUP = 10000 };

/* A run that writes nothing tells what there is. */
static zhitu_status run_plan(cli *c, char **args, int count, const asked *a)
{
    size_t most = a->group ? (size_t)cli_number(a->group) : USUAL_GROUP;
    if (!a->ninja)
        return cli_usage(c, "plan 现在只会 --ninja", "plan knows --ninja only", "plan");
    if (most < 1 || most > MOST_GROUP)
        return cli_usage(c, "--group 应为 1 到 10000", "--group is 1 to 10000", a->group);
    if (a->deps || a->batch.shard || (c->job.out_dir && strcmp(c->job.out_dir, "-") == 0))
        return cli_usage(c, "plan 不用 --deps、--shard、-o -",
                         "plan takes no --deps, --shard, -o -", "plan");
    for (int i = 0; i < count; i++)
        if (is_input(args[i]))
            return cli_usage(c, "plan 不读标准输入", "plan does not read standard input", args[i]);
    keep_options(a->words, args, count);
    if (!(c->plan = cli_plan_open(most)))
        return ZHITU_ENVIRONMENT;
    zhitu_status status = run_variants(c, args, count, NULL);
    zhitu_status wrote = status < ZHITU_USAGE ? cli_plan_write(c, a->words) : status;
    cli_plan_close(c->plan);
    c->plan = NULL;
    return wrote > status ? wrote : status;
}

/* Everything that can be wrong with the command line, before any work. `left` is the count of
   arguments that are no options, or -1 when reading them has failed. */
static zhitu_status run_parsed(cli *c, char **args, int left, const cli_outputs *outputs,
                               const asked *a)
{
    cli_outputs_fill(c, outputs);
    if (left < 0 || apply_fail_on(c, a->fail_on) != ZHITU_FINE ||
        cli_apply_layout(c, a->layout) != ZHITU_FINE || check_folder(c) != ZHITU_FINE ||
        cli_batch_apply(c, &a->batch) != ZHITU_FINE ||
        check_files(c, args, left, a->write ? "render" : "check") != ZHITU_FINE ||
        check_output(c, left, a->deps != NULL) != ZHITU_FINE)
        return ZHITU_USAGE;
    if (a->is_plan)
        return run_plan(c, args, left, a);
    if (a->ninja || a->group)
        return cli_usage(c, "--ninja、--group 只用于 plan", "--ninja and --group go with plan",
                         a->ninja ? "--ninja" : "--group");
    if (a->deps && !a->write)
        return cli_usage(c, "--deps 只用于 render", "--deps goes with render", a->deps);
    if (c->job.force && !a->write)
        return cli_usage(c, "--force 只用于 render", "--force goes with render", "--force");
    if (c->job.show_grid && !a->write)
        return cli_usage(c, "--grid 只用于 render", "--grid goes with render", "--grid");
    c->job.write = a->write;
    return run_with_input(c, args, left, a->deps);
}

/* render and check share all options, so that a check is the same run without files. */
static zhitu_status run(cli *c, char **args, int count, asked a)
{
    const cli_option own[] = {
        {"--out", "-o", &c->job.out_dir, NULL},
        {"--template", "-t", &c->job.template_name, &a.several},
        {"--theme", NULL, &c->job.theme, &a.several},
        {"--slot", NULL, &c->job.slot, &a.several},
        {"--name", NULL, &c->job.name, NULL},
        {"--explain", NULL, NULL, &c->job.explain},
        {"--mono", NULL, NULL, &c->job.mono},
        {"--fail-on", NULL, &a.fail_on, NULL},
        {"--deps", NULL, &a.deps, NULL},
        {"--final", NULL, NULL, &c->job.final},
        {"--grid", NULL, NULL, &c->job.show_grid},
        {"--look", NULL, NULL, &c->job.look},
        {"--strict", NULL, NULL, &c->job.strict},
        {"--layout", NULL, &a.layout, NULL},
        {"--jobs", "-j", &a.batch.processes, NULL},
        {"--timeout", NULL, &a.batch.seconds, NULL},
        {"--memory", NULL, &a.batch.megabytes, NULL},
        {"--force", NULL, NULL, &c->job.force},
        {"--previous", NULL, &c->job.previous, NULL},
        {"--resume", NULL, NULL, &a.batch.resume},
        {"--ninja", NULL, NULL, &a.ninja},
        {"--group", NULL, &a.group, NULL},
        {"--shard", NULL, &a.batch.shard, NULL},
        {"--verbose", "-v", NULL, &c->verbose},
        {NULL, NULL, NULL, NULL},
    };
    cli_outputs outputs;
    zhitu_status status = ZHITU_ENVIRONMENT;
    if (cli_outputs_open(&outputs, own))
        status = run_parsed(c, args, cli_parse(c, args, count, outputs.options), &outputs, &a);
    cli_outputs_close(&outputs);
    return status;
}

static zhitu_status render(cli *c, char **args, int count)
{
    return run(c, args, count, (asked){.write = true});
}

static zhitu_status check(cli *c, char **args, int count)
{
    return run(c, args, count, (asked){.write = false});
}

/* Reading the options moves the words about. */
static zhitu_status plan(cli *c, char **args, int count)
{
    char **words = calloc((size_t)count + 1, sizeof *words);
    if (!words)
        return ZHITU_ENVIRONMENT;
    if (count > 0)
        memcpy(words, args, (size_t)count * sizeof *words);
    zhitu_status status = run(c, args, count, (asked){.is_plan = true, .words = words});
    free(words);
    return status;
}

const cli_command cli_render = {
    "render",
    "把稿件排成 PDF、PNG、SVG",
    "typeset documents to PDF, PNG, SVG",
    "用法：zhitu render [选项] 文件、文件夹、@列表 或 -…\n\n"
    "  -o, --out DIR          输出到此文件夹（默认 out）；- 写到标准输出\n" CLI_OUTPUTS_HERE
    "  -t, --template NAME    换用模板；几个（a,b）时各出一套，用 --name 分开\n"
    "  --theme NAME           换用主题；--theme、--slot、--profile 也可几个\n"
    "  --mono                 只用黑版：主题的单黑版本\n"
    "  --slot W|WxH|NxM       版位：52mm、107x240mm，或栏×行 3x40\n"
    "  --name PATTERN         文件名：'{id}-{template}-{slot}'；还有 {theme} {lang} {profile} {n}\n"
    "  --explain              -t auto 时列出其余模板与各项得分\n"
    "  --grid                 PNG 上画出版面的栏与行格\n"
    "  --look                 眯眼检查：空块、第二个入口、灰度、间距、栏格\n"
    "  --final                定稿：缺数、缺图、漏排、猜测都算错误\n"
    "  --strict               警告也算错误（同 --fail-on warning）\n"
    "  --layout 1|2|3         无框的版面用第几好的排法（默认 1）\n"
    "  -j, --jobs N           同时用几个进程（默认：处理器核数）\n"
    "  --timeout SECONDS      每份稿件的时限；--memory MB 每个进程的内存\n"
    "  --shard K/N            只做 N 份中的第 K 份；--resume 接着排（默认如此）\n"
    "  --force                没有变化的也重排（默认跳过，见 DIR/.zhitu）\n"
    "  --previous FILE        上一次的稿件（文件、文件夹或 git:版本），十倍以上的变化要报\n"
    "  --deps FILE            给每份稿件写一条 make 规则\n"
    "  -v, --verbose          列出写好的文件\n\n"
    "文件夹指其中和里层的 *.xml；@列表 每行一个路径；- 是标准输入。\n"
    "有错的稿件不改动任何文件，其余照常输出；各种格式一同更新。\n",
    "usage: zhitu render [OPTIONS] FILE|DIR|@LIST|-...\n\n"
    "  -o, --out DIR          write to this folder (default out); - to standard "
    "output\n" CLI_OUTPUTS_HERE "  -t, --template NAME    use another template\n"
    "  --theme NAME           use another theme\n"
    "  --mono                 black alone: the theme's black twin\n"
    "  --slot W|WxH|NxM       room to fill: 52mm, 107x240mm, columns x lines 3x40\n"
    "  --name PATTERN         names of files: '{id}-{template}-{slot}'; {theme} {lang} {profile} "
    "{n}\n"
    "  --explain              with -t auto: the other templates and each term of the score\n"
    "  --grid                 PNG show the columns and lines of the page\n"
    "  --look                 squint: empty pieces, second entries, greys, gaps, grid\n"
    "  --final                what is missing, left out or guessed is an error\n"
    "  --strict               warnings fail (the same as --fail-on warning)\n"
    "  --layout 1|2|3         which of the best layouts a page without frames gets (default 1)\n"
    "  -j, --jobs N           processes at a time (default: as many as cores)\n"
    "  --timeout SECONDS      that a document may take; --memory MB that a process may\n"
    "  --shard K/N            the K-th of N shares; --resume takes up a killed run (as always)\n"
    "  --force                make what has not changed, too (skipped else: DIR/.zhitu)\n"
    "  --previous FILE        the last state (a file, a folder, git:REVISION): jumps are told\n"
    "  --deps FILE            write a make rule for each document\n"
    "  -v, --verbose          list the files written\n\n"
    "A folder stands for the *.xml in it and within, @LIST for the paths on its lines,\n"
    "- for standard input.\n"
    "A document with an error changes no file; the others are written, all formats together.\n",
    render,
    false,
    NULL};

const cli_command cli_check = {
    "check",
    "只检查，不输出",
    "check everything, write nothing",
    "用法：zhitu check [选项] 文件、文件夹、@列表 或 -…\n\n"
    "与 render 走同样的各步，只是不写文件。选项：\n"
    "  -t, --template NAME   换用模板\n"
    "  --theme NAME          换用主题\n"
    "  --mono                只用黑版\n"
    "  --slot W|WxH|NxM      版位：52mm、107x240mm，或栏×行 3x40\n"
    "  --explain             -t auto 时列出其余模板与各项得分\n"
    "  --look                眯眼检查：空块、第二个入口、灰度、间距、栏格\n"
    "  --final               定稿：缺数、缺图、漏排、猜测都算错误\n"
    "  --strict              警告也算错误\n"
    "  --layout 1|2|3        无框的版面用第几好的排法\n"
    "  -j, --jobs N          同时用几个进程；--timeout SECONDS，--memory MB\n"
    "  --previous FILE       上一次的稿件（文件、文件夹或 git:版本），十倍以上的变化要报\n"
    "  --format, --report    信息的格式和去处，见 zhitu --help\n",
    "usage: zhitu check [OPTIONS] FILE|DIR|@LIST|-...\n\n"
    "Goes through all the stages of render but writes no file. Options:\n"
    "  -t, --template NAME   use another template\n"
    "  --theme NAME          use another theme\n"
    "  --mono                black alone\n"
    "  --slot W|WxH|NxM      room to fill: 52mm, 107x240mm, columns x lines 3x40\n"
    "  --explain             with -t auto: the other templates and each term of the score\n"
    "  --look                squint: empty pieces, second entries, greys, gaps, grid\n"
    "  --final               what is missing, left out or guessed is an error\n"
    "  --strict              warnings fail\n"
    "  --layout 1|2|3        which of the best layouts a page without frames gets\n"
    "  -j, --jobs N          processes at a time; --timeout SECONDS, --memory MB\n"
    "  --previous FILE       the last state (a file, a folder, git:REVISION): jumps are told\n"
    "  --format, --report    form of the messages and where they go: zhitu --help\n",
    check,
    false,
    NULL};

const cli_command cli_plan_command = {
    "plan",
    "列出要做什么，给 ninja",
    "say what is to be made, for ninja",
    "用法：zhitu plan --ninja [render 的选项] 文件、文件夹或 @列表… >build.ninja\n\n"
    "走 render 的各步而不写输出，把每份稿件的输出和它所依赖的文件写成 ninja 的规则。\n"
    "  --ninja        写到标准输出\n"
    "  --group N      每个动作 N 份稿件（默认 32）\n\n"
    "其余选项同 render，每个动作都带上。\n",
    "usage: zhitu plan --ninja [OPTIONS of render] FILE|DIR|@LIST... >build.ninja\n\n"
    "Goes through the stages of render, writes no output, and prints the outputs of\n"
    "each document and all that it is made from as rules of ninja.\n"
    "  --ninja        to standard output\n"
    "  --group N      documents of one action (default 32)\n\n"
    "All other options are those of render, and each action has them.\n",
    plan,
    true,
    NULL};
