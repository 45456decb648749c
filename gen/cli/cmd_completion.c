/* gen/cli/cmd_completion.c — zhitu completion: the scripts by which shells ask, and what they ask
   for: the words that may stand where one is being typed. Commands, options and their values come
   from where the program itself takes them, so that none can be forgotten. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/writers.h"

/* bash parts words at "=", which is undone for the question and done again for the answer. */
static const char bash_script[] =
    "# Completion of zhitu for bash; written by: zhitu completion bash\n"
    "_zhitu() {\n"
    "    local words=() word\n"
    "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD}\"; do\n"
    "        if [[ ${#words[@]} -gt 0 && ($word == = || ${words[-1]} == *=) ]]; then\n"
    "            words[-1]+=$word\n"
    "        else\n"
    "            words+=(\"$word\")\n"
    "        fi\n"
    "    done\n"
    "    mapfile -t COMPREPLY < <(zhitu completion words -- \"${words[@]}\" 2>/dev/null)\n"
    "    if [[ ${words[-1]} == *=* && $COMP_WORDBREAKS == *=* ]]; then\n"
    "        COMPREPLY=(\"${COMPREPLY[@]#*=}\")\n"
    "    fi\n"
    "    if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace 2>/dev/null; fi\n"
    "}\n"
    "complete -o default -F _zhitu zhitu\n";

static const char zsh_script[] =
    "#compdef zhitu\n"
    "# Completion of zhitu for zsh; written by: zhitu completion zsh\n"
    "_zhitu() {\n"
    "    local -a found\n"
    "    found=(\"${(@f)$(zhitu completion words -- \"${(@)words[2,CURRENT]}\" 2>/dev/null)}\")\n"
    "    if [[ -z ${found[1]-} ]]; then\n"
    "        _files\n"
    "    elif [[ ${found[1]} == *= ]]; then\n"
    "        compadd -S '' -- \"${found[@]}\"\n"
    "    else\n"
    "        compadd -- \"${found[@]}\"\n"
    "    fi\n"
    "}\n"
    "if [[ ${funcstack[1]-} == _zhitu ]]; then _zhitu \"$@\"; else compdef _zhitu zhitu; fi\n";

/* The word that is being typed; `before` is what of it stands before a list's last comma, or the
   "--option=" of it, and is put before each answer. */
typedef struct question {
    cli *c;
    const char *word, *before;
    size_t before_len;
} question;

/* An answer, if it begins as the word does. */
static void answer(const question *q, const char *text, size_t len, const char *end)
{
    const char *typed = q->word + q->before_len;
    if (strlen(typed) <= len && strncmp(text, typed, strlen(typed)) == 0)
        printf("%.*s%.*s%s\n", (int)q->before_len, q->before, (int)len, text, end);
}

static void answer_word(const question *q, const char *text)
{
    answer(q, text, strlen(text), "");
}

/* All words of a text that `sign` parts, up to a blank or the end of the line. */
static void answer_words(const question *q, const char *text, char sign)
{
    while (*text && *text != ' ' && *text != '\n') {
        const char stops[] = {sign, ' ', '\n', 0};
        size_t len = strcspn(text, stops);
        answer(q, text, len, "");
        text += len + (text[len] == sign);
        if (len > 0 && text[-1] == sign && *text == '\n') /* it goes on in the next line */
            text += strspn(text, "\n ");
    }
}

/* ---- values ---- */

typedef bool named_at(size_t i, zhitu_named *out);

static void answer_named(const question *q, named_at *at)
{
    zhitu_named named;
    for (size_t i = 0; at(i, &named); i++)
        answer_word(q, named.name);
}

static void answer_codes(const question *q, const char *end)
{
    zhitu_code code;
    for (size_t i = 0; zhitu_code_at(i, &code); i++)
        answer(q, code.name, strlen(code.name), end);
}

/* The list of templates or themes is text, a line each, its name first. */
typedef struct collected {
    FILE *out;
    char *text;
    size_t size;
} collected;

static void collect(void *self, const char *data, size_t len)
{
    cli *c = self;
    fwrite(data, 1, len, c->collecting);
}

static void ignore(void *self, const zhitu_message *m)
{
    (void)self;
    (void)m;
}

static void answer_list(const question *q, zhitu_list what)
{
    collected all = {0};
    all.out = q->c->collecting = open_memstream(&all.text, &all.size);
    if (!all.out)
        return;
    q->c->config.message = ignore;
    zhitu *session = zhitu_open(&q->c->config);
    zhitu_print_list(session, what, false, false, collect);
    zhitu_close(session);
    fclose(all.out);
    for (const char *line = all.text; *line;) {
        answer(q, line, strcspn(line, "\t\n "), "");
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
    free(all.text);
}

/* Words of an option as the help has them: "  --for pdfx4|pdfx1a|screen   …". */
static bool answer_help(const question *q, const char *help, const char *option)
{
    size_t len = strlen(option);
    for (const char *at = help; (at = strstr(at, option)); at += len) {
        const char *words = at + len + 1, *end = words + strcspn(words, " \n");
        bool whole = at > help && (at[-1] == ' ') && at[len] == ' ';
        if (!whole || !memchr(words, '|', (size_t)(end - words)))
            continue;
        answer_words(q, words, '|');
        return true;
    }
    return false;
}

static bool is_either(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || (b && strcmp(word, b) == 0);
}

/* The part of a list that is finished stays before each answer. */
static question behind_comma(question q)
{
    const char *comma = strrchr(q.word, ',');
    if (comma) {
        q.before = q.word;
        q.before_len = (size_t)(comma + 1 - q.word);
    }
    return q;
}

/* "weekday=" once it is typed: levels; else the codes. */
static void answer_level(question q)
{
    const char *sign = strchr(q.word + q.before_len, '=');
    if (!sign) {
        answer_codes(&q, "=");
        return;
    }
    q.before = q.word;
    q.before_len = (size_t)(sign + 1 - q.word);
    answer_words(&q, "error|warning|note|off", '|');
}

/* Values of an option; false when it may be anything, as the name of a file. */
static bool answer_value(question q, const cli_command *command, const char *option)
{
    zhitu_option of_output;
    if (is_either(option, "-f", "--outputs")) {
        question list = behind_comma(q);
        answer_named(&list, zhitu_output_at);
    } else if (strcmp(option, "--profile") == 0) {
        answer_named(&q, zhitu_profile_at);
    } else if (is_either(option, "-t", "--template")) {
        answer_list(&q, ZHITU_TEMPLATES);
    } else if (strcmp(option, "--theme") == 0) {
        answer_list(&q, ZHITU_THEMES);
    } else if (strcmp(option, "--level") == 0 && command != &cli_typeset) {
        answer_level(q);
    } else if (strcmp(option, "--code") == 0) {
        question list = behind_comma(q);
        answer_codes(&list, "");
    } else {
        for (size_t i = 0; zhitu_option_at(i, &of_output); i++)
            if (strcmp(of_output.flag, option) == 0 && of_output.words) {
                for (const char *w = of_output.words; *w; w += strspn(w, " ")) {
                    answer(&q, w, strcspn(w, " "), "");
                    w += strcspn(w, " ");
                }
                return true;
            }
        return answer_help(&q, command ? command->help_en : "", option) ||
               answer_help(&q, cli_common_help, option);
    }
    return true;
}

/* ---- options ---- */

/* What cli_parse hands over instead of parsing. */
typedef struct options_asked {
    const question *q;
    const char *before;      /* the word before the one that is typed; NULL: only names are asked */
    const char *before_name; /* that, or of "--name=": the name of the option that takes a value */
} options_asked;

static void on_options(void *self, const cli_option *options)
{
    options_asked *a = self;
    for (const cli_option *o = options; o->name; o++) {
        if (a->before && o->value && is_either(a->before, o->name, o->brief))
            a->before_name = o->name;
        if (!a->before)
            answer_word(a->q, o->name);
        if (!a->before && o->brief)
            answer_word(a->q, o->brief);
    }
}

/* Each command hands its table to cli_parse first, whatever it does then; it is stopped there. */
static void ask_options(cli *c, const cli_command *command, options_asked *a)
{
    char *none[] = {NULL};
    c->options_asked = on_options;
    c->options_self = a;
    cli_common_options(c, a);
    if (command)
        command->run(c, none, 0);
    c->options_asked = NULL;
}

/* ---- the question ---- */

/* Names of what a command takes as its argument. */
static void answer_argument(const question *q, const cli_command *command)
{
    if (!command)
        for (size_t i = 0; cli_command_at(i); i++)
            answer_word(q, cli_command_at(i)->name);
    else if (command == &cli_list)
        answer_words(q, strstr(command->help_en, "templates|"), '|');
    else if (command == &cli_explain)
        answer_codes(q, "");
    else if (command == &cli_completion)
        answer_words(q, "bash|zsh", '|');
}

/* The words behind "--" are those of the command line, without the name of the program; the last of
   them is being typed. */
static zhitu_status words(cli *c, char **args, int count)
{
    question q = {c, count ? args[count - 1] : "", "", 0};
    const cli_command *command = NULL;
    const char *sign = q.word[0] == '-' ? strchr(q.word, '=') : NULL;
    for (int i = 0; i + 1 < count && !command; i++)
        command = cli_command_named(args[i]);
    char name[64];
    snprintf(name, sizeof name, "%.*s", sign ? (int)(sign - q.word) : 0, q.word);
    options_asked a = {&q, sign ? name : count > 1 ? args[count - 2] : "", NULL};
    ask_options(c, command, &a);
    if (sign && a.before_name) {
        q.before = q.word;
        q.before_len = (size_t)(sign + 1 - q.word);
    }
    if (a.before_name) {
        answer_value(q, command, a.before_name);
        return ZHITU_FINE;
    }
    a.before = NULL;
    if (q.word[0] == '-')
        ask_options(c, command, &a);
    else
        answer_argument(&q, command);
    return ZHITU_FINE;
}

static zhitu_status completion(cli *c, char **args, int count)
{
    const cli_option options[] = {{NULL, NULL, NULL, NULL}};
    if (count > 0 && strcmp(args[0], "words") == 0) {
        int from = count > 1 && strcmp(args[1], "--") == 0 ? 2 : 1;
        return words(c, args + from, count - from);
    }
    int left = cli_parse(c, args, count, options);
    if (left < 0)
        return ZHITU_USAGE;
    if (left != 1 || !is_either(args[0], "bash", "zsh"))
        return cli_usage(c, "completion 要 bash 或 zsh", "completion takes bash or zsh",
                         left ? args[0] : "completion");
    fputs(strcmp(args[0], "bash") == 0 ? bash_script : zsh_script, stdout);
    return ZHITU_FINE;
}

const cli_command cli_completion = {
    "completion",
    "命令行补全的脚本",
    "scripts that complete command lines",
    "用法：zhitu completion bash|zsh\n\n"
    "打印补全脚本。安装时已放好；手工用：\n"
    "  bash   source <(zhitu completion bash)\n"
    "  zsh    source <(zhitu completion zsh)，或存为 $fpath 里的 _zhitu\n\n"
    "命令、选项、值都由程序自己回答：zhitu completion words -- 词…\n",
    "usage: zhitu completion bash|zsh\n\n"
    "Prints the script of a shell. An installation has put it in place; by hand:\n"
    "  bash   source <(zhitu completion bash)\n"
    "  zsh    source <(zhitu completion zsh), or as _zhitu in a folder of $fpath\n\n"
    "Commands, options and values are answered by the program: zhitu completion words -- WORD...\n",
    completion,
    true,
    NULL};
