/* The whole way, zhitu_render: documents and templates of the tree, mutated by structure (elements,
   attributes, phrases, parameters), not by bytes, so that most pass the grammar and reach layout,
   blocks, charts and export.

   With libFuzzer the input's bytes are the dice. With -DSTANDALONE, any compiler, it is a program:

   - fuzz_documents FIRST COUNT renders documents number FIRST … FIRST+COUNT-1;
   - fuzz_documents --write N DIR writes document N and its template there, and renders nothing;
   - fuzz_documents --pairs DIR STEP renders the documents of DIR as they are, each in every STEP-th
     template.

   What is in hand stands in $ZHITU_FUZZ_DIR/current while it is rendered. */
#include <dirent.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "zhitu.h"

#ifndef ZT_SOURCE_DIR
#define ZT_SOURCE_DIR "."
#endif

enum { SEEDS_MOST = 400, POOL_MOST = 60000, SESSION_DOCUMENTS = 100, CPU_SECONDS = 10 };

/* ---- dice ---- */

typedef struct dice {
    const uint8_t *bytes; /* NULL: pseudo-random numbers from `state` */
    size_t size, at;
    uint64_t state;
} dice;

static uint32_t throw_dice(dice *d)
{
    if (d->bytes) {
        uint32_t out = 0;
        for (int i = 0; i < 2 && d->at < d->size; i++)
            out = out << 8 | d->bytes[d->at++];
        return out;
    }
    d->state += 0x9e3779b97f4a7c15U; /* splitmix64 */
    uint64_t z = d->state;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
    z = (z ^ z >> 27) * 0x94d049bb133111ebU;
    return (uint32_t)((z ^ z >> 31) >> 16);
}

static size_t below(dice *d, size_t count)
{
    return count ? throw_dice(d) % count : 0;
}

static bool one_in(dice *d, size_t count)
{
    return below(d, count) == count - 1;
}

static bool is_over(const dice *d)
{
    return d->bytes && d->at >= d->size;
}

/* ---- seeds ---- */

typedef struct pool {
    xmlNode *nodes[POOL_MOST]; /* all elements of one kind of seed */
    size_t count;
} pool;

typedef struct seeds {
    xmlDoc *docs[SEEDS_MOST];
    size_t count, whole; /* those from `whole` on only lend their elements: they are refused */
    pool all;
} seeds;

static void gather(pool *p, xmlNode *node)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (p->count < POOL_MOST)
            p->nodes[p->count++] = node;
        gather(p, node->children);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The XML files of a folder, sorted; the names are the caller's. */
static size_t names_in(const char *folder, char *names[SEEDS_MOST])
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir)) && count < SEEDS_MOST;)
        if (strlen(e->d_name) > 4 && strcmp(e->d_name + strlen(e->d_name) - 4, ".xml") == 0)
            names[count++] = strdup(e->d_name);
    if (dir)
        closedir(dir);
    qsort(names, count, sizeof *names, by_name);
    return count;
}

static void read_folder(seeds *s, const char *folder, const char *root)
{
    char *names[SEEDS_MOST], path[4096];
    size_t count = names_in(folder, names);
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        free(names[i]);
        xmlDoc *doc =
            xmlReadFile(path, NULL, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
        xmlNode *top = doc ? xmlDocGetRootElement(doc) : NULL;
        if (!top || strcmp((const char *)top->name, root) != 0 || s->count == SEEDS_MOST) {
            xmlFreeDoc(doc);
            continue;
        }
        s->docs[s->count++] = doc;
        gather(&s->all, top);
    }
}

/* ---- pieces of phrases and values ---- */

static const char *const figures[] = {
    "0",
    "1",
    "3.0",
    "12.5",
    "99.9",
    "100",
    "-1",
    "−0.0",
    "0.001",
    "1,234,567.89",
    "6万余",
    "七八",
    "近3",
    "约1.2亿",
    "5万亿",
    "二十一",
    "半",
    "两三",
    "一百二十三",
    "4—6",
    "第3",
    "3/4",
    "999999999999999999",
    "1e9",
    "００１",
    "",
};
static const char *const words[] = {
    "人",
    "%",
    "个百分点",
    "亿元",
    "公里",
    "万人次",
    "同比增长",
    "下降",
    "由",
    "至",
    "上升到",
    "以上",
    "的",
    "占全市",
    "倍",
    "年",
    "月",
    "，",
    "。",
    "“",
    "”",
    "（",
    "）",
    "——",
    "……",
    "·",
    "、",
    " ",
    "\n",
    "\u200b",
    "\u00a0",
    "\u00ad",
    "\u202e",
    "\u2060",
    "\ufe00",
    "e\u0301",
    "\U0001f600",
    "\U0001f468\u200d\U0001f469",
    "\u0645\u0631\u062d\u0628\u0627",
    "\u0e2a\u0e27",
    "\u1100\u1161",
    "〇",
    "https://example.org/a-b-c/d",
    "COVID-19",
    "㎡",
    "&",
    "<",
    "⿰",
    "\U00020000",
    "长江",
    "重庆",
    "字",
    "A",
    "iiiiiiiiii",
};
static const char *const values[] = {
    "yes",
    "no",
    "0",
    "1",
    "2",
    "-1",
    "40",
    "1000000",
    "0.5",
    "2021",
    "2021-02",
    "2021-02-29",
    "2022-06-30/2022-07-01",
    "start",
    "centre",
    "end",
    "12mm",
    "0.01mm",
    "9pt",
    "2em",
    "100%",
    "3..5",
    "auto",
    "小五",
    "none",
    "rank",
    "donut",
    "line",
    "column",
    "bar",
    "share",
    "waffle",
    "ladder",
    "stacked",
    "diverging",
    "accent",
    "key",
    "paper",
    "%",
    "亿元",
    "*",
    "title",
    "",
    "5000mm",
};
#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

static void make_words(dice *d, char *out, size_t size)
{
    size_t parts = one_in(d, 12) ? 30 + below(d, 200) : 1 + below(d, 6);
    out[0] = 0;
    for (size_t i = 0; i < parts && strlen(out) + 80 < size; i++)
        strcat(out, one_in(d, 3) ? figures[below(d, COUNT_OF(figures))]
                                 : words[below(d, COUNT_OF(words))]);
    if (one_in(d, 40)) { /* the same again and again */
        const char *word = words[below(d, COUNT_OF(words))];
        while (strlen(out) + 80 < size)
            strcat(out, word);
    }
}

/* ---- mutations ---- */

typedef struct mutation {
    dice *dice;
    const seeds *from;
    pool *in; /* elements of the tree in hand */
} mutation;

static xmlNode *any_of(mutation *m)
{
    return m->in->nodes[below(m->dice, m->in->count)];
}

/* One of the seeds' elements of that name, so that it may stand where it is put. */
static xmlNode *like(mutation *m, const xmlNode *node)
{
    const pool *all = &m->from->all;
    size_t start = below(m->dice, all->count * 7 + 1) % (all->count ? all->count : 1);
    for (size_t i = 0; i < all->count; i++) {
        xmlNode *other = all->nodes[(start + i) % all->count];
        if (strcmp((const char *)other->name, (const char *)node->name) == 0)
            return other;
    }
    return NULL;
}

static void set_text(mutation *m, xmlNode *node)
{
    static char text[3000];
    xmlNode *child = node->children;
    while (child && (child->type != XML_TEXT_NODE || one_in(m->dice, 3)))
        child = child->next;
    make_words(m->dice, text, sizeof text);
    xmlNode *fresh = xmlNewDocText(node->doc, (const xmlChar *)text);
    if (child)
        xmlReplaceNode(child, fresh), xmlFreeNode(child);
    else
        xmlAddChild(node, fresh);
}

static void set_attribute(mutation *m, xmlNode *node)
{
    size_t count = 0;
    for (xmlAttr *a = node->properties; a; a = a->next)
        count++;
    xmlAttr *attr = node->properties;
    for (size_t i = below(m->dice, count); attr && i > 0; i--)
        attr = attr->next;
    const xmlNode *other = like(m, node);
    if (other && other->properties && one_in(m->dice, 2)) { /* one that this element may have */
        xmlAttr *a = other->properties;
        for (size_t i = below(m->dice, 6); a->next && i > 0; i--)
            a = a->next;
        xmlChar *value = xmlNodeListGetString(other->doc, a->children, 1);
        xmlSetProp(node, a->name, value ? value : (const xmlChar *)"");
        xmlFree(value);
        return;
    }
    if (!attr)
        return;
    if (one_in(m->dice, 8)) {
        xmlRemoveProp(attr);
        return;
    }
    static char text[400];
    const char *value = values[below(m->dice, COUNT_OF(values))];
    if (one_in(m->dice, 3)) {
        make_words(m->dice, text, sizeof text);
        value = text;
    } else if (one_in(m->dice, 3)) {
        value = figures[below(m->dice, COUNT_OF(figures))];
    }
    xmlSetProp(node, attr->name, (const xmlChar *)value);
}

static xmlNode *copy_of(xmlNode *node, xmlDoc *doc)
{
    return xmlDocCopyNode(node, doc, 1);
}

static void mutate_once(mutation *m)
{
    xmlNode *node = any_of(m), *other;
    bool top = !node->parent || node->parent->type != XML_ELEMENT_NODE;
    switch (below(m->dice, 12)) {
    case 0: /* gone */
        if (!top) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
        }
        break;
    case 1: /* once more, or often */
        for (size_t i = one_in(m->dice, 6) ? 2 + below(m->dice, 60) : 1; !top && i > 0; i--)
            xmlAddNextSibling(node, copy_of(node, node->doc));
        break;
    case 2: /* another of its name */
    case 3:
        other = top ? NULL : like(m, node);
        if (other) {
            xmlNode *copy = copy_of(other, node->doc);
            xmlReplaceNode(node, copy);
            xmlFreeNode(node);
        }
        break;
    case 4: /* another before it */
        other = top ? NULL
                    : m->from->all
                          .nodes[below(m->dice, m->from->all.count * 5 + 1) % m->from->all.count];
        if (other && other->parent && other->parent->type == XML_ELEMENT_NODE &&
            strcmp((const char *)other->parent->name, (const char *)node->parent->name) == 0)
            xmlAddPrevSibling(node, copy_of(other, node->doc));
        break;
    case 5: /* changed places */
        if (!top && node->next)
            xmlAddNextSibling(node->next, node);
        break;
    case 6:
    case 7:
    case 8:
        set_attribute(m, node);
        break;
    default:
        if (node->children && (node->children->type == XML_TEXT_NODE || one_in(m->dice, 8)))
            set_text(m, node);
        else
            set_attribute(m, node);
    }
}

static xmlDoc *mutated(dice *d, const seeds *from, xmlDoc *seed, size_t most)
{
    static pool in;
    xmlDoc *doc = xmlCopyDoc(seed, 1);
    mutation m = {d, from, &in};
    for (size_t i = below(d, most + 1); i > 0 && !is_over(d); i--) {
        in.count = 0;
        gather(&in, xmlDocGetRootElement(doc));
        mutate_once(&m);
    }
    return doc;
}

/* ---- a document and its template ---- */

static seeds documents, templates;

static void read_seeds(void)
{
    if (documents.count)
        return;
    read_folder(&documents, ZT_SOURCE_DIR "/data", "graphic");
    read_folder(&documents, ZT_SOURCE_DIR "/templates/gallery", "graphic");
    documents.whole = documents.count;
    read_folder(&documents, ZT_SOURCE_DIR "/tests/broken", "graphic");
    read_folder(&templates, ZT_SOURCE_DIR "/templates", "template");
    read_folder(&templates, ZT_SOURCE_DIR "/templates/gallery", "template");
    templates.whole = templates.count;
    if (!documents.count || !templates.count) {
        fprintf(stderr, "no seeds below %s\n", ZT_SOURCE_DIR);
        exit(2);
    }
}

static void make_folders(const char *dir)
{
    char path[4096];
    mkdir(dir, 0777);
    snprintf(path, sizeof path, "%s/templates", dir);
    mkdir(path, 0777);
}

/* The one that the document names, which has a place for all it holds, or any. */
static xmlDoc *template_for(dice *d, xmlNode *root)
{
    xmlChar *wanted = xmlGetProp(root, (const xmlChar *)"template");
    xmlDoc *found = templates.docs[below(d, templates.whole)];
    bool own = !one_in(d, 4);
    for (size_t i = 0; own && wanted && i < templates.whole; i++) {
        xmlChar *name =
            xmlGetProp(xmlDocGetRootElement(templates.docs[i]), (const xmlChar *)"name");
        if (xmlStrEqual(name, wanted))
            found = templates.docs[i];
        xmlFree(name);
    }
    xmlFree(wanted);
    return found;
}

/* The document at `path`, the template beside it in templates/NAME.xml. */
static void write_case(dice *d, const char *dir, const char *name, char *path, size_t size)
{
    xmlDoc *doc = mutated(d, &documents, documents.docs[below(d, documents.whole)], 5);
    xmlNode *root = xmlDocGetRootElement(doc);
    xmlDoc *seed = template_for(d, root);
    xmlDoc *template_ = mutated(d, &templates, seed, one_in(d, 2) ? 3 : 0);
    xmlNode *top = xmlDocGetRootElement(template_);
    xmlSetProp(top, (const xmlChar *)"name", (const xmlChar *)name);
    xmlSetProp(root, (const xmlChar *)"template", (const xmlChar *)name);
    snprintf(path, size, "%s/templates/%s.xml", dir, name);
    xmlSaveFile(path, template_);
    xmlFreeDoc(template_);
    xmlSetProp(root, (const xmlChar *)"id", (const xmlChar *)"fuzz");
    snprintf(path, size, "%s/%s.xml", dir, name);
    xmlSaveFile(path, doc);
    xmlFreeDoc(doc);
}

static zhitu *open_session(void)
{
    zhitu_config config = {.lang = ZHITU_EN, .templates = NULL, .data_dir = ZT_SOURCE_DIR};
    return zhitu_open(&config);
}

static zhitu_status render(zhitu *session, dice *d, const char *path, const char *out)
{
    static const char *const formats[] = {"pdf", "svg", "pdf,svg", "trace", "png"};
    const zhitu_value given[] = {{"--ppi", "36"}, {"--svg-text", one_in(d, 4) ? "paths" : NULL}};
    zhitu_job job = {.out_dir = out,
                     .formats = formats[below(d, one_in(d, 20) ? 5 : 4)],
                     .profile = one_in(d, 3) ? "press" : "screen",
                     .values = given,
                     .value_count = 2,
                     .write = true};
    return zhitu_render(session, &path, 1, &job);
}

static const char *work_folder(void)
{
    const char *dir = getenv("ZHITU_FUZZ_DIR");
    return dir ? dir : "/tmp/zhitu-fuzz";
}

static void remove_case(const char *dir, const char *name, const char *path)
{
    char other[4096];
    unlink(path);
    snprintf(other, sizeof other, "%s/templates/%s.xml", dir, name);
    unlink(other);
}

#ifndef STANDALONE

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static zhitu *session;
    static size_t done;
    char path[4096], out[4096], name[64];
    read_seeds();
    if (session && done % SESSION_DOCUMENTS == 0) {
        zhitu_close(session);
        session = NULL;
    }
    if (!session)
        session = open_session();
    dice d = {.bytes = data, .size = size};
    snprintf(out, sizeof out, "%s/%ld", work_folder(), (long)getpid());
    mkdir(work_folder(), 0777);
    make_folders(out);
    snprintf(name, sizeof name, "f%zu", done++);
    write_case(&d, out, name, path, sizeof path);
    render(session, &d, path, out);
    remove_case(out, name, path);
    return 0;
}

#else

static void note_current(const char *dir, const char *what)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/current", dir);
    FILE *file = fopen(path, "w");
    if (file) {
        fprintf(file, "%s\n", what);
        fclose(file);
    }
}

static double cpu_seconds(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    struct timeval user = usage.ru_utime, system = usage.ru_stime; /* the limit counts both */
    return (double)(user.tv_sec + system.tv_sec) + (double)(user.tv_usec + system.tv_usec) / 1e6;
}

/* A document may take so much; the signal's default, SIGXCPU, ends the program, which names it. */
static void limit_cpu(double seconds)
{
    rlim_t soft = (rlim_t)(cpu_seconds() + seconds) + 1;
    struct rlimit limit = {soft, RLIM_INFINITY};
    setrlimit(RLIMIT_CPU, &limit);
}

static dice dice_of(size_t number)
{
    return (dice){.state = (uint64_t)number * 0x2545f4914f6cdd1dU + 1};
}

static int write_only(size_t number, const char *dir)
{
    char path[4096], name[64];
    dice d = dice_of(number);
    snprintf(name, sizeof name, "f%zu", number);
    make_folders(dir);
    write_case(&d, dir, name, path, sizeof path);
    printf("%s\n", path);
    return 0;
}

/* 0 when none of them ended otherwise than well or refused. */
static int render_pairs(const char *dir, size_t step)
{
    char *names[SEEDS_MOST], path[4096], what[4200];
    size_t count = names_in(dir, names), pairs = 0, bad = 0, refused = 0;
    zhitu *session = open_session();
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        const char *file = path;
        for (size_t t = i % step; t < templates.whole; t += step) {
            xmlNode *top = xmlDocGetRootElement(templates.docs[t]);
            xmlChar *name = xmlGetProp(top, (const xmlChar *)"name");
            zhitu_job job = {.out_dir = work_folder(),
                             .formats = "pdf,svg",
                             .template_name = (const char *)name,
                             .write = true};
            snprintf(what, sizeof what, "%s in %s", path, (const char *)name);
            note_current(work_folder(), what);
            limit_cpu(CPU_SECONDS);
            zhitu_status status = zhitu_render(session, &file, 1, &job);
            pairs++;
            refused += status == ZHITU_INPUT;
            if (status >= ZHITU_USAGE) {
                printf("%s: status %d\n", what, (int)status);
                bad++;
            }
            xmlFree(name);
        }
        free(names[i]);
    }
    zhitu_close(session);
    printf("%zu pairs of document and template, %zu refused, %zu bad\n", pairs, refused, bad);
    return pairs == 0 || bad > 0;
}

int main(int argc, char **argv)
{
    char path[4096], name[64];
    read_seeds();
    if (argc == 4 && strcmp(argv[1], "--pairs") == 0) {
        size_t step = (size_t)strtoull(argv[3], NULL, 10);
        make_folders(work_folder());
        return render_pairs(argv[2], step ? step : 1);
    }
    if (argc == 4 && strcmp(argv[1], "--write") == 0)
        return write_only((size_t)strtoull(argv[2], NULL, 10), argv[3]);
    if (argc != 3) {
        fprintf(stderr, "usage: fuzz_render FIRST COUNT | --write NUMBER DIR\n");
        return 2;
    }
    const char *dir = work_folder();
    size_t first = (size_t)strtoull(argv[1], NULL, 10), count = (size_t)strtoull(argv[2], NULL, 10);
    size_t results[5] = {0};
    double slowest = 0;
    size_t slowest_number = first;
    zhitu *session = NULL;
    make_folders(dir);
    for (size_t i = 0; i < count; i++) {
        size_t number = first + i;
        if (i % SESSION_DOCUMENTS == 0) {
            zhitu_close(session);
            session = open_session();
        }
        dice d = dice_of(number);
        snprintf(name, sizeof name, "f%zu", number);
        note_current(dir, name + 1);
        write_case(&d, dir, name, path, sizeof path);
        double before = cpu_seconds();
        limit_cpu(CPU_SECONDS);
        zhitu_status status = render(session, &d, path, dir);
        double took = cpu_seconds() - before;
        if (took > slowest) {
            slowest = took;
            slowest_number = number;
        }
        results[status]++;
        if (status >= ZHITU_USAGE)
            printf("document %zu: status %d\n", number, (int)status);
        remove_case(dir, name, path);
    }
    zhitu_close(session);
    printf("%zu documents: %zu rendered, %zu refused, %zu not for the environment; slowest %zu, "
           "%.2f s\n",
           count, results[0], results[1], results[3], slowest_number, slowest);
    return results[2] + results[3] + results[4] ? 1 : 0;
}

#endif
