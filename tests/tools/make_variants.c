/* make_variants VARIANT IN OUT: what an editor may hand in tomorrow, from a document of today.
   "longer": every text 30 % longer, each Han character doubled three times out of ten by error
   diffusion. "shorter": every text half as long. "one": every list with a single item. "forty": the
   outer list of every block with forty items, new ids and keys, counts adjusted. "numbers": every
   value and every number of a strip two digits longer.
   Lists are found by their shape (siblings of one name), so that new blocks need no line here. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FORTY 40

static bool is_named(const xmlNode *node, const char *names)
{
    size_t len = strlen((const char *)node->name);
    for (const char *at = names; (at = strstr(at, (const char *)node->name)); at += len)
        if ((at == names || at[-1] == ' ') && (at[len] == 0 || at[len] == ' '))
            return true;
    return false;
}

/* Phrases are not words: their texts are parsed. */
static bool is_phrase(const xmlNode *node)
{
    return is_named(node, "v change rank share target ref asof alt");
}
static bool is_inline(const xmlNode *node)
{
    return is_named(node, "v change rank share target ref em sub sup br tcy ruby");
}
static xmlNode *element_after(xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}
static xmlNode *first_element(xmlNode *parent)
{
    return element_after(parent->children);
}
static bool same_name(const xmlNode *a, const xmlNode *b)
{
    return xmlStrEqual(a->name, b->name);
}

/* ---- words ---- */

static size_t utf8_size(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}
static bool is_han(const char *at, size_t size)
{
    unsigned char lead = (unsigned char)*at;
    return size == 3 && lead >= 0xE4 && lead <= 0xE9;
}

/* The same text gives the same result: keys and what names them stay equal. */
static char *reworded(const char *text, double share)
{
    char *out = malloc(2 * strlen(text) + 1), *to = out;
    double due = 0.5;
    bool kept = false;
    for (const char *at = text; *at;) {
        size_t size = utf8_size((unsigned char)*at), times = 1;
        if (*at == ' ') { /* the next of several keys */
            due = 0.5;
            kept = false;
        }
        if (strlen(at) < size)
            break;
        if (is_han(at, size)) {
            due += share > 0 ? share : -share;
            if (due >= 1) {
                due -= 1;
                times = share > 0 ? 2 : kept ? 0 : 1;
            }
            kept = true;
        }
        for (size_t i = 0; i < times; i++, to += size)
            memcpy(to, at, size);
        at += size;
    }
    *to = 0;
    return out;
}

/* What the reader sees; not the names of files, units, columns. */
static const char worded[] = "head label key left right by highlight of from to series";

/* The keys of a table stay; so must what names them. */
static bool imports(xmlNode *node)
{
    for (xmlNode *n = first_element(node); n; n = element_after(n->next))
        if (is_named(n, "import") || imports(n))
            return true;
    return false;
}

static void reword_attrs(xmlNode *node, double share)
{
    for (xmlAttr *attr = node->properties; attr; attr = attr->next) {
        bool names_key = is_named((xmlNode *)attr, "highlight of key from to series");
        if (!is_named((xmlNode *)attr, worded) ||
            (names_key && (imports(node) || imports(node->parent))))
            continue;
        xmlChar *value = xmlNodeListGetString(node->doc, attr->children, 1);
        char *other = reworded((const char *)value, share);
        xmlSetProp(node, attr->name, BAD_CAST other);
        free(other);
        xmlFree(value);
    }
}

static void reword(xmlNode *node, double share)
{
    reword_attrs(node, share);
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && !is_phrase(child))
            reword(child, share);
        if (child->type != XML_TEXT_NODE || xmlIsBlankNode(child))
            continue;
        char *other = reworded((const char *)child->content, share);
        xmlChar *escaped = xmlEncodeSpecialChars(node->doc, BAD_CAST other);
        xmlNodeSetContent(child, escaped);
        xmlFree(escaped);
        free(other);
    }
}

/* ---- numbers ---- */

static void lengthen_number(xmlNode *text)
{
    char out[512];
    const char *old = (const char *)text->content;
    size_t before = strcspn(old, "0123456789");
    if (!old[before] || strlen(old) > 400)
        return;
    snprintf(out, sizeof out, "%.*s12%s", (int)before, old, old + before);
    xmlNodeSetContent(text, BAD_CAST out);
}

static void lengthen_numbers(xmlNode *node)
{
    bool is_value = is_named(node, "v target pair");
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            lengthen_numbers(child);
        else if (is_value && child->type == XML_TEXT_NODE && !strchr((char *)child->content, '%'))
            lengthen_number(child);
    }
}

/* ---- lists ---- */

static size_t siblings(xmlNode *first)
{
    size_t count = 0;
    for (xmlNode *n = first; n; n = element_after(n->next))
        count += same_name(n, first);
    return count;
}

/* The first of at least two siblings of one name that are not run in with text. */
static xmlNode *list_of(xmlNode *parent)
{
    for (xmlNode *n = first_element(parent); n; n = element_after(n->next))
        if (!is_inline(n) && siblings(n) > 1 &&
            !is_named(n,
                      "annotation span threshold bracket arrow source series cell column columns"))
            return n;
    return NULL;
}

static void set_count(xmlNode *node, const char *name, size_t count)
{
    char text[24];
    if (!xmlHasProp(node, BAD_CAST name))
        return;
    snprintf(text, sizeof text, "%zu", count);
    xmlSetProp(node, BAD_CAST name, BAD_CAST text);
}

static void drop(xmlNode *node)
{
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

static void keep_one(xmlNode *node)
{
    xmlNode *first = list_of(node);
    if (first) {
        for (xmlNode *n = element_after(first->next), *next; n; n = next) {
            next = element_after(n->next);
            if (same_name(n, first))
                drop(n);
        }
        set_count(node, "declared", 1);
        if (is_named(node, "node"))
            set_count(node, "count", 1);
    }
    for (xmlNode *n = first_element(node); n; n = element_after(n->next))
        if (!is_inline(n))
            keep_one(n);
}

/* Copies are things of their own: other ids, keys and numbers. */
static void rename_copy(xmlNode *node, size_t number)
{
    static const char *const names[] = {"id", "key", "no"};
    for (size_t i = 0; i < 3; i++) {
        xmlChar *old = xmlGetProp(node, BAD_CAST names[i]);
        char text[512];
        if (!old)
            continue;
        snprintf(text, sizeof text, i < 2 ? "%.400s-%zu" : "%.0s%zu", (char *)old, number);
        xmlSetProp(node, BAD_CAST names[i], BAD_CAST text);
        xmlFree(old);
    }
    for (xmlNode *n = first_element(node); n; n = element_after(n->next))
        rename_copy(n, number);
}

static size_t count_points(xmlNode *groups)
{
    size_t count = 0;
    for (xmlNode *g = first_element(groups); g; g = element_after(g->next))
        for (xmlNode *p = first_element(g); p; p = element_after(p->next))
            count += is_named(p, "point");
    return count;
}

/* Items of a chart over years or months go on in time: 2020年, 2021年 …, 2022-01, 2022-02 …; months
   of no year, 1月, begin in 2019. The others keep the names of copies. */
static void count_on(xmlNode *first)
{
    xmlChar *key = xmlGetProp(first, BAD_CAST "key");
    int year = 0, month = 0, end = 0;
    if (!key || !is_named(first, "item"))
        return;
    sscanf((char *)key, "%4d年%n", &year, &end);
    if (!end && sscanf((char *)key, "%4d-%2d%n", &year, &month, &end) < 2)
        end = 0;
    int month_end = 0;
    if (!end && sscanf((char *)key, "%2d月%n", &month, &month_end) == 1 && month_end) {
        year = 2019;
        end = month_end;
    }
    bool is_time = year > 1000 && end && key[end] == 0;
    for (xmlNode *n = first; n && is_time; n = element_after(n->next)) {
        char text[64];
        snprintf(text, sizeof text, month ? "%04d-%02d" : "%d年", year, month);
        xmlSetProp(n, BAD_CAST "key", BAD_CAST text);
        year += month % 12 == 0;
        month = month ? month % 12 + 1 : 0;
    }
    xmlFree(key);
}

/* Each item is followed by its copies, so that dates and values keep their order. */
static void make_forty(xmlNode *parent, xmlNode *first)
{
    size_t count = siblings(first), made = count, row = 0;
    xmlChar *name = xmlStrdup(first->name);
    for (xmlNode *n = first, *next; n && made < FORTY; n = next) {
        next = element_after(n->next);
        if (!xmlStrEqual(n->name, name))
            continue;
        size_t copies = (FORTY - count) / count + (row++ < (FORTY - count) % count);
        for (size_t i = 0; i < copies && made < FORTY; i++)
            rename_copy(xmlAddNextSibling(n, xmlCopyNode(n, 1)), ++made);
    }
    xmlFree(name);
    count_on(first);
    set_count(parent, "declared", made);
    set_count(parent, "points", count_points(parent));
}

/* The outermost list of each block. */
static void multiply(xmlNode *node)
{
    xmlNode *first = list_of(node);
    if (first) {
        make_forty(node, first);
        return;
    }
    for (xmlNode *n = first_element(node); n; n = element_after(n->next))
        if (!is_inline(n))
            multiply(n);
}

/* ---- what named an item that is gone ---- */

static bool has_value(xmlNode *node, const char *name, const char *value, size_t len)
{
    xmlChar *own = xmlGetProp(node, BAD_CAST name);
    bool found = own && strlen((char *)own) == len && strncmp((char *)own, value, len) == 0;
    xmlFree(own);
    for (xmlNode *n = first_element(node); !found && n; n = element_after(n->next))
        found = has_value(n, name, value, len);
    return found;
}

static void keep_known(xmlNode *chart)
{
    xmlChar *old = xmlGetProp(chart, BAD_CAST "highlight");
    char *kept = old ? calloc(1, strlen((char *)old) + 2) : NULL;
    for (const char *at = (char *)old; at && *at;) {
        size_t len = strcspn(at, " ");
        if (len && has_value(chart, "key", at, len))
            strncat(strcat(kept, *kept ? " " : ""), at, len);
        at += len + strspn(at + len, " ");
    }
    if (kept && *kept)
        xmlSetProp(chart, BAD_CAST "highlight", BAD_CAST kept);
    else
        xmlUnsetProp(chart, BAD_CAST "highlight");
    free(kept);
    xmlFree(old);
}

static bool names_nothing(xmlNode *root, xmlNode *node)
{
    static const char *const names[] = {"of", "v", "from", "to"};
    bool lost = false;
    for (size_t i = 0; i < (is_named(node, "span bracket arrow") ? 4 : 2); i++) {
        xmlChar *name = xmlGetProp(node, BAD_CAST names[i]);
        size_t len = name ? strlen((char *)name) : 0;
        lost |= name && !has_value(root, "id", (char *)name, len) &&
                !has_value(root, "key", (char *)name, len);
        xmlFree(name);
    }
    for (xmlNode *n = first_element(node); n && is_named(node, "annotation");
         n = element_after(n->next))
        lost |= names_nothing(root, n);
    return lost;
}

/* people / land: an id in it is gone. */
static bool computes_from_nothing(xmlNode *root, xmlNode *node)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-0123456789";
    xmlChar *calc = xmlGetProp(node, BAD_CAST "calc");
    bool lost = false;
    for (const char *at = (char *)calc; at && *at && !lost;) {
        size_t len = strspn(at, letters);
        bool name = len > 0 && strspn(at, "-0123456789") < len && at[len] != '(';
        lost = name && !has_value(root, "id", at, len);
        at += len ? len : 1;
    }
    xmlFree(calc);
    return lost;
}

/* What cannot be computed any more is still to come. */
static void make_missing(xmlNode *node)
{
    static const char *const names[] = {"calc", "bound", "unit", "precision"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        xmlUnsetProp(node, BAD_CAST names[i]);
    xmlSetProp(node, BAD_CAST "status", BAD_CAST "missing");
}

/* A reference to what is gone becomes its own words, an annotation goes with its item. */
static void forget(xmlNode *root, xmlNode *node)
{
    if (is_named(node, "chart"))
        keep_known(node);
    for (xmlNode *n = first_element(node), *next; n; n = next) {
        next = element_after(n->next);
        if (computes_from_nothing(root, n))
            make_missing(n);
        if (!names_nothing(root, n)) {
            forget(root, n);
        } else if (is_named(n, "ref annotation point span bracket arrow")) {
            drop(n);
        } else {
            xmlUnsetProp(n, BAD_CAST "of");
        }
    }
}

static bool change(xmlNode *root, const char *variant)
{
    if (strcmp(variant, "longer") == 0)
        reword(root, 0.3);
    else if (strcmp(variant, "shorter") == 0)
        reword(root, -0.5);
    else if (strcmp(variant, "numbers") == 0)
        lengthen_numbers(root);
    else if (strcmp(variant, "one") != 0 && strcmp(variant, "forty") != 0)
        return false;
    for (xmlNode *n = first_element(root); n; n = element_after(n->next)) {
        if (strcmp(variant, "one") == 0)
            keep_one(n);
        else if (strcmp(variant, "forty") == 0)
            multiply(n);
        if (strcmp(variant, "one") == 0)
            set_count(n, "points", count_points(n));
    }
    if (strcmp(variant, "one") == 0 || strcmp(variant, "forty") == 0)
        forget(root, root);
    return true;
}

int main(int argc, char **argv)
{
    xmlDoc *doc = argc == 4 ? xmlReadFile(argv[2], NULL, XML_PARSE_NONET) : NULL;
    if (!doc || !change(xmlDocGetRootElement(doc), argv[1])) {
        fprintf(stderr, "usage: make_variants longer|shorter|one|forty|numbers IN OUT\n");
        return 2;
    }
    bool written = xmlSaveFileEnc(argv[3], doc, "UTF-8") >= 0;
    xmlFreeDoc(doc);
    return written ? 0 : 3;
}
