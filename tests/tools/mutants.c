/* mutants SEED COUNT REFUSED OUT FILE.c...: chooses COUNT small mistakes by lot in the functions of
   the files and writes every file that got some to OUT/FILE, with all of them in it and none in
   force: a place reads (ZT_MUTANT(7) ? (a <= b) : (a < b)), so that one build holds all mutants
   (gen/base/mutants.h, written by scripts/mutate, says which one is on). The table goes to standard
   output, a mutant a line: number, file, line, operator, before, after, the source line; parted by
   tabs. Operators take turns, and the layers (gen/LAYER/) share them by their lines. Tables are
   left out: what stands outside functions, and file-wide constants. So is zt_assert, which is no
   behaviour. */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum operator_ { COMPARISON, LOGIC, ARITHMETIC, CONSTANT, RETURN, STATEMENT, OPERATORS };
static const char *const operator_names[] = {"comparison", "logic",  "arithmetic",
                                             "constant",   "return", "statement"};

typedef struct source_file {
    const char *path;
    char *text;
    char *kind; /* of each byte: ' ' code outside functions, 'b' within one, 'x' comment, string,
                   directive */
    size_t len, lines;
    size_t layer;
} source_file;

typedef struct mutant {
    size_t file, from, to; /* the text replaced */
    size_t at, at_to;      /* the token changed within it */
    enum operator_ kind;
    char after[40]; /* in the token's place */
    bool chosen;
    size_t number;
} mutant;

typedef struct layer {
    char name[40];
    size_t lines, due;
} layer;

typedef struct mutants {
    source_file *files;
    size_t file_count;
    mutant *all;
    size_t count, capacity;
    layer layers[40];
    size_t layer_count;
} mutants;

static uint64_t state;
static size_t draw(size_t below)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((state >> 33) % below);
}

static void *need(void *memory)
{
    if (!memory) {
        fprintf(stderr, "mutants: no memory\n");
        exit(3);
    }
    return memory;
}

/* ---- reading ---- */

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Comments, strings, characters and directives are no code. */
static void mask(source_file *f)
{
    memset(f->kind, ' ', f->len + 1);
    for (size_t i = 0; i < f->len;) {
        size_t from = i;
        const char *t = f->text;
        if (t[i] == '/' && t[i + 1] == '*') {
            const char *end = strstr(t + i + 2, "*/");
            i = end ? (size_t)(end + 2 - t) : f->len;
        } else if (t[i] == '"' || t[i] == '\'') {
            char quote = t[i++];
            while (i < f->len && t[i] != quote)
                i += t[i] == '\\' ? 2 : 1;
            i++;
        } else if (t[i] == '#' && (i == 0 || t[i - 1] == '\n')) {
            while (i < f->len && !(t[i] == '\n' && t[i - 1] != '\\'))
                i++;
        } else {
            i++;
            continue;
        }
        memset(f->kind + from, 'x', (i < f->len ? i : f->len) - from);
    }
}

/* A function's body is the brace that follows a bracket, outside all others. */
static void find_bodies(source_file *f)
{
    size_t depth = 0;
    bool body = false;
    char before = 0;
    for (size_t i = 0; i < f->len; i++) {
        char c = f->text[i];
        if (f->kind[i] == 'x' || isspace((unsigned char)c))
            continue;
        if (c == '{' && depth++ == 0)
            body = before == ')';
        else if (c == '}' && depth && --depth == 0)
            body = false;
        if (body)
            f->kind[i] = 'b';
        before = c;
    }
    /* Blanks within belong to it. */
    for (size_t i = 1; i < f->len; i++)
        if (f->kind[i] == ' ' && f->kind[i - 1] == 'b' && isspace((unsigned char)f->text[i]))
            f->kind[i] = 'b';
}

static size_t layer_of(mutants *m, const char *path)
{
    const char *name = strncmp(path, "gen/", 4) == 0 ? path + 4 : path;
    size_t len = strcspn(name, "/"), i = 0;
    while (i < m->layer_count &&
           (strlen(m->layers[i].name) != len || strncmp(m->layers[i].name, name, len)))
        i++;
    if (i == m->layer_count && m->layer_count < 39)
        snprintf(m->layers[m->layer_count++].name, 40, "%.*s", (int)len, name);
    return i;
}

static void read_source(mutants *m, source_file *f, const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        exit(3);
    }
    f->path = path;
    fseek(in, 0, SEEK_END);
    f->len = (size_t)ftell(in);
    rewind(in);
    f->text = need(calloc(1, f->len + 3));
    f->kind = need(calloc(1, f->len + 3));
    f->len = fread(f->text, 1, f->len, in);
    fclose(in);
    mask(f);
    find_bodies(f);
    f->layer = layer_of(m, path);
    for (size_t i = 0; i < f->len; i++)
        f->lines += f->text[i] == '\n' && f->kind[i] == 'b';
    m->layers[f->layer].lines += f->lines;
}

/* ---- where an expression begins and ends ---- */

static bool starts_with_any(const char *at, const char *words)
{
    for (; *words; words += strspn(words, " ")) {
        size_t len = strcspn(words, " ");
        if (strncmp(at, words, len) == 0 && !is_word(at[len]))
            return true;
        words += len;
    }
    return false;
}

static bool assigns(const char *t, size_t i)
{
    return t[i] == '=' && t[i + 1] != '=' && (i == 0 || !strchr("=!", t[i - 1])) &&
           !(strchr("<>", t[i - 1]) && t[i - 2] != t[i - 1]);
}

/* The largest expression around `at` within its brackets; false where there is none. */
static bool find_region(const source_file *f, size_t at, size_t *from, size_t *to)
{
    const char *t = f->text;
    size_t l = at, r = at, depth = 0;
    for (; l > 0; l--) {
        char c = t[l - 1];
        if (f->kind[l - 1] == 'x')
            continue;
        if (c == ')' || c == ']')
            depth++;
        else if ((c == '(' || c == '[') && depth-- == 0)
            break;
        else if (depth == 0 && (strchr(";{},?:", c) || assigns(t, l - 1)))
            break;
    }
    for (depth = 0; r < f->len; r++) {
        char c = t[r];
        if (f->kind[r] == 'x')
            continue;
        if (c == '(' || c == '[')
            depth++;
        else if ((c == ')' || c == ']') && depth-- == 0)
            break;
        else if (c == '{' || (depth == 0 && strchr(";},?:", c)))
            break;
    }
    if (t[r] == '{')
        return false;
    while (isspace((unsigned char)t[l]))
        l++;
    if (starts_with_any(t + l, "return"))
        for (l += 6; isspace((unsigned char)t[l]); l++) {
        }
    if (starts_with_any(t + l, "case default else do static goto"))
        return false;
    for (size_t i = l; i < r; i++)
        if (t[i] == '\n' && t[i + 1] == '#')
            return false;
    *from = l;
    *to = r;
    return l <= at && at < r;
}

static size_t statement_start(const source_file *f, size_t at)
{
    while (at > 0 && !(f->kind[at - 1] == 'b' && strchr(";{}", f->text[at - 1])))
        at--;
    while (isspace((unsigned char)f->text[at]) || f->kind[at] == 'x')
        at++;
    return at;
}

/* ---- finding ---- */

static void add(mutants *m, mutant found)
{
    if (m->count == m->capacity) {
        m->capacity = m->capacity ? 2 * m->capacity : 4096;
        m->all = need(realloc(m->all, m->capacity * sizeof *m->all));
    }
    m->all[m->count++] = found;
}

static void add_token(mutants *m, size_t file, size_t at, size_t len, enum operator_ kind,
                      const char *after)
{
    const source_file *f = &m->files[file];
    mutant found = {.file = file, .at = at, .at_to = at + len, .kind = kind};
    if (starts_with_any(f->text + statement_start(f, at),
                        "zt_assert _Static_assert static case enum") ||
        !find_region(f, at, &found.from, &found.to))
        return;
    snprintf(found.after, sizeof found.after, "%s", after);
    add(m, found);
}

static bool stands_apart(const char *t, size_t at, size_t len)
{
    return at > 0 && isspace((unsigned char)t[at - 1]) && isspace((unsigned char)t[at + len]);
}

/* Operators between blanks, as clang-format writes those of two operands. */
static void find_operator(mutants *m, size_t file, size_t at)
{
    static const struct {
        const char *before, *after[2];
        enum operator_ kind;
    } rows[] = {
        {"<", {"<=", ">="}, COMPARISON},  {"<=", {"<", ">"}, COMPARISON},
        {">", {">=", "<="}, COMPARISON},  {">=", {">", "<"}, COMPARISON},
        {"==", {"!=", "!="}, COMPARISON}, {"!=", {"==", "=="}, COMPARISON},
        {"&&", {"||", "||"}, LOGIC},      {"||", {"&&", "&&"}, LOGIC},
        {"+", {"-", "-"}, ARITHMETIC},    {"-", {"+", "+"}, ARITHMETIC},
        {"*", {"/", "/"}, ARITHMETIC},    {"/", {"*", "*"}, ARITHMETIC},
        {"%", {"/", "/"}, ARITHMETIC},
    };
    const char *t = m->files[file].text;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t len = strlen(rows[i].before);
        if (strncmp(t + at, rows[i].before, len) == 0 && stands_apart(t, at, len) &&
            strncmp(t + at, "/ sizeof", 8) != 0) /* how many a table holds */
            add_token(m, file, at, len, rows[i].kind, rows[i].after[draw(2)]);
    }
    if (t[at] == '!' && t[at + 1] != '=' && !is_word(t[at - 1]) && t[at - 1] != '!' &&
        t[at + 1] != '!')
        add_token(m, file, at, 1, LOGIC, "");
}

static void find_number(mutants *m, size_t file, size_t at)
{
    const char *t = m->files[file].text;
    size_t len = strspn(t + at, "0123456789abcdefABCDEFxXuUlL.");
    char after[40];
    bool whole = !memchr(t + at, '.', len);
    if (len > 20 || (t[at - 1] == '[' && t[at + len] == ']' && strncmp(t + at, "0", len)))
        return; /* how many an array holds */
    if (whole)
        snprintf(after, sizeof after, "(%.*s + 1)", (int)len, t + at);
    else
        snprintf(after, sizeof after, strtod(t + at, NULL) == 0 ? "1.0" : "(%.*s * 1.5)", (int)len,
                 t + at);
    add_token(m, file, at, len, CONSTANT, after);
}

static void find_word(mutants *m, size_t file, size_t at)
{
    static const struct {
        const char *before, *after;
        enum operator_ kind;
    } rows[] = {{"true", "false", CONSTANT},      {"false", "true", CONSTANT},
                {"fmin", "fmax", ARITHMETIC},     {"fmax", "fmin", ARITHMETIC},
                {"zt_min", "zt_max", ARITHMETIC}, {"zt_max", "zt_min", ARITHMETIC},
                {"floor", "ceil", ARITHMETIC},    {"ceil", "floor", ARITHMETIC}};
    const char *t = m->files[file].text;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (starts_with_any(t + at, rows[i].before))
            add_token(m, file, at, strlen(rows[i].before), rows[i].kind, rows[i].after);
    if (starts_with_any(t + at, "return") && t[at + 6] == ' ') {
        size_t end = at + 7;
        if (starts_with_any(t + end, "0 false true NULL"))
            return;
        add_token(m, file, end, 1, RETURN, "0");
        mutant *last = m->count ? &m->all[m->count - 1] : NULL;
        if (last && last->kind == RETURN && last->file == file && last->at == end) {
            /* All of it, and not only up to a question mark. */
            while (t[last->to] && !(t[last->to] == ';' && m->files[file].kind[last->to] == 'b'))
                last->to++;
            last->at_to = last->to;
        }
    }
}

/* A call or an assignment that is a statement of its own. */
static void find_statement(mutants *m, size_t file, size_t at)
{
    const source_file *f = &m->files[file];
    const char *t = f->text;
    if (statement_start(f, at) != at && !strchr(")\n", t[at - 1]) && t[at - 1] != ' ')
        return;
    if (starts_with_any(
            t + at, "return break continue goto case default if for while do switch else static "
                    "const typedef struct enum union double int size_t bool char unsigned long "
                    "zt_assert _Static_assert va_start va_end va_copy sizeof"))
        return;
    size_t end = at, depth = 0;
    bool acts = false;
    for (; t[end] && !(depth == 0 && t[end] == ';'); end++) {
        if (f->kind[end] == 'x')
            continue;
        if (strchr("{}?:", t[end]) && depth == 0)
            return;
        if (t[end] == '(' || t[end] == '[')
            depth++, acts |= t[end] == '(';
        else if ((t[end] == ')' || t[end] == ']') && depth-- == 0)
            return;
        else if (depth == 0 && assigns(t, end))
            acts = true;
        /* Two names in a row declare something. */
        if (depth == 0 && t[end] == ' ' && !acts && (is_word(t[end + 1]) || t[end + 1] == '*'))
            return;
    }
    if (acts)
        add(m, (mutant){.file = file,
                        .from = at,
                        .to = end + 1,
                        .at = at,
                        .at_to = end + 1,
                        .kind = STATEMENT});
}

static bool first_of_line(const char *t, size_t at)
{
    while (at > 0 && t[at - 1] == ' ')
        at--;
    return at == 0 || t[at - 1] == '\n';
}

/* A statement begins a line and follows the end of another, or the condition it stands under. */
static bool begins_statement(const source_file *f, size_t at)
{
    size_t back = at;
    while (back > 0 && (isspace((unsigned char)f->text[back - 1]) || f->kind[back - 1] == 'x'))
        back--;
    if (back == 0 || strchr(";{}", f->text[back - 1]))
        return true;
    if (f->text[back - 1] != ')')
        return back >= 4 && strncmp(f->text + back - 4, "else", 4) == 0;
    size_t start = statement_start(f, back - 1);
    return starts_with_any(f->text + start, "if for while");
}

static void find_all(mutants *m, size_t file)
{
    const source_file *f = &m->files[file];
    for (size_t i = 1; i < f->len; i++) {
        if (f->kind[i] != 'b')
            continue;
        char c = f->text[i], before = f->text[i - 1];
        bool begins = !is_word(before) && before != '.' && is_word(c);
        if (begins && isdigit((unsigned char)c))
            find_number(m, file, i);
        else if (begins)
            find_word(m, file, i);
        else if (ispunct((unsigned char)c))
            find_operator(m, file, i);
        if ((begins || c == '*') && !isdigit((unsigned char)c) && first_of_line(f->text, i) &&
            begins_statement(f, i))
            find_statement(m, file, i);
    }
}

/* ---- choosing ---- */

static bool overlaps(const mutants *m, const mutant *one)
{
    for (size_t i = 0; i < m->count; i++) {
        const mutant *o = &m->all[i];
        if (o->chosen && o->file == one->file && o->from < one->to && one->from < o->to)
            return true;
    }
    return false;
}

static bool choose(mutants *m, size_t layer_, enum operator_ kind, size_t number)
{
    for (size_t tries = 0; tries < 20000; tries++) {
        mutant *one = &m->all[draw(m->count)];
        if (one->chosen || one->kind != kind || m->files[one->file].layer != layer_ ||
            overlaps(m, one))
            continue;
        one->chosen = true;
        one->number = number;
        return true;
    }
    return false;
}

/* The layer that is furthest behind its share. */
static size_t next_layer(mutants *m, size_t made, size_t lines)
{
    size_t best = 0;
    double most = -1e9;
    for (size_t i = 0; i < m->layer_count; i++) {
        double behind = (double)(made + 1) * (double)m->layers[i].lines / (double)lines -
                        (double)m->layers[i].due;
        if (m->layers[i].lines && behind > most)
            most = behind, best = i;
    }
    m->layers[best].due++;
    return best;
}

static void choose_all(mutants *m, size_t count)
{
    size_t lines = 0, made = 0;
    for (size_t i = 0; i < m->layer_count; i++)
        lines += m->layers[i].lines;
    for (size_t i = 0; lines && m->count && i < count; i++) {
        size_t where = next_layer(m, i, lines);
        enum operator_ kind = (enum operator_)draw(OPERATORS);
        for (size_t k = 0; k < OPERATORS; k++)
            if (choose(m, where, (enum operator_)((kind + k) % OPERATORS), made + 1)) {
                made++;
                break;
            }
    }
}

/* ---- writing ---- */

static int by_place(const void *a, const void *b)
{
    const mutant *x = *(const mutant *const *)a, *y = *(const mutant *const *)b;
    return x->file != y->file  ? (x->file < y->file ? -1 : 1)
           : x->from < y->from ? -1
                               : x->from > y->from;
}
static int by_number(const void *a, const void *b)
{
    const mutant *x = *(const mutant *const *)a, *y = *(const mutant *const *)b;
    return x->number < y->number ? -1 : x->number > y->number;
}

static void write_mutant(FILE *out, const source_file *f, const mutant *one)
{
    const char *t = f->text;
    if (one->kind == STATEMENT) {
        fprintf(out, "{if (!ZT_MUTANT(%zu)) %.*s}", one->number, (int)(one->to - one->from),
                t + one->from);
        return;
    }
    fprintf(out, "(ZT_MUTANT(%zu) ? (%.*s%s%.*s) : (%.*s))", one->number,
            (int)(one->at - one->from), t + one->from, one->after, (int)(one->to - one->at_to),
            t + one->at_to, (int)(one->to - one->from), t + one->from);
}

static void write_file(const char *dir, const source_file *f, mutant **list, size_t count)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", dir, f->path);
    FILE *out = fopen(path, "wb");
    if (!out) {
        perror(path);
        exit(3);
    }
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (!list[i]->chosen)
            continue;
        fwrite(f->text + at, 1, list[i]->from - at, out);
        write_mutant(out, f, list[i]);
        at = list[i]->to;
    }
    fwrite(f->text + at, 1, f->len - at, out);
    fclose(out);
}

static void put_row(const mutants *m, const mutant *one)
{
    const source_file *f = &m->files[one->file];
    size_t line = 1, from = one->at;
    for (size_t i = 0; i < one->at; i++)
        line += f->text[i] == '\n';
    while (from > 0 && f->text[from - 1] != '\n')
        from--;
    from += strspn(f->text + from, " ");
    size_t width = strcspn(f->text + from, "\n"), len = one->at_to - one->at;
    size_t shown = strcspn(f->text + one->at, "\n");
    printf("%zu\t%s\t%zu\t%s\t%.*s\t%s\t%.*s\n", one->number, f->path, line,
           operator_names[one->kind], (int)(len < shown ? len : shown), f->text + one->at,
           one->kind == STATEMENT ? ";" : one->after, (int)width, f->text + from);
}

static void refuse(mutants *m, const char *numbers)
{
    char *end;
    for (size_t number; (number = strtoul(numbers, &end, 10)) > 0; numbers = end)
        for (size_t i = 0; i < m->count; i++)
            m->all[i].chosen &= m->all[i].number != number;
}

int main(int argc, char **argv)
{
    if (argc < 6)
        return fprintf(stderr, "usage: mutants SEED COUNT REFUSED OUT FILE.c...\n"), 2;
    mutants m = {.file_count = (size_t)argc - 5};
    m.files = need(calloc(m.file_count, sizeof *m.files));
    state = (uint64_t)strtoull(argv[1], NULL, 10) * 2654435761u + 12345;
    for (size_t i = 0; i < m.file_count; i++)
        read_source(&m, &m.files[i], argv[5 + i]);
    for (size_t i = 0; i < m.file_count; i++)
        find_all(&m, i);
    choose_all(&m, (size_t)strtoul(argv[2], NULL, 10));
    mutant **list = need(calloc(m.count + 1, sizeof *list));
    size_t count = 0;
    for (size_t i = 0; i < m.count; i++)
        if (m.all[i].chosen)
            list[count++] = &m.all[i];
    qsort(list, count, sizeof *list, by_place);
    refuse(&m, argv[3]);
    for (size_t i = 0, n; i < count; i += n) {
        for (n = 1; i + n < count && list[i + n]->file == list[i]->file; n++) {
        }
        write_file(argv[4], &m.files[list[i]->file], list + i, n);
    }
    qsort(list, count, sizeof *list, by_number);
    for (size_t i = 0; i < count; i++)
        if (list[i]->chosen)
            put_row(&m, list[i]);
    return 0;
}
