/* put_marker SEED IN OUT: writes the document with one marker, 鱻, behind one of its texts or of
   its attributes that are printed, chosen by the seed. Prints where: "element" or
   "element/@attribute". What has labels of its own besides its sentence (a point, an annotation) is
   left alone: either is printed, as the template wants it. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARKER "\xE9\xB1\xBB"
#define MOST 4096

typedef struct place {
    xmlNode *text; /* or NULL: */
    xmlAttr *attr;
} place;
static place places[MOST];
static size_t place_count;

static bool is_in(const xmlChar *name, const char *words)
{
    size_t len = strlen((const char *)name);
    for (const char *at = words; (at = strstr(at, (const char *)name)); at += len)
        if ((at == words || at[-1] == ' ') && (at[len] == 0 || at[len] == ' '))
            return true;
    return false;
}

static bool is_blank(const xmlChar *text)
{
    return strspn((const char *)text, " \t\r\n") == strlen((const char *)text);
}

static void add(xmlNode *text, xmlAttr *attr)
{
    if (place_count < MOST)
        places[place_count++] = (place){text, attr};
}

static bool has_labels(xmlNode *node)
{
    if (xmlHasProp(node, BAD_CAST "label"))
        return true;
    for (xmlNode *n = node->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && has_labels(n))
            return true;
    return false;
}

/* Texts that are parsed are no place for a marker, and alt is heard, not seen. */
static void collect(xmlNode *node)
{
    static const char unprinted[] = "v change rank share target ref asof alt tcy import adjust";
    static const char printed[] = "head left right label key by before from to";
    if (is_in(node->name, unprinted))
        return;
    bool ways = is_in(node->name, "point annotation");
    if (ways && has_labels(node))
        return;
    for (xmlAttr *a = node->properties; a; a = a->next)
        if (is_in(a->name, printed) && !ways && !xmlStrEqual(node->name, BAD_CAST "data"))
            add(NULL, a);
    for (xmlNode *n = node->children; n; n = n->next) {
        if (n->type == XML_ELEMENT_NODE)
            collect(n);
        else if (n->type == XML_TEXT_NODE && !is_blank(n->content))
            add(n, NULL);
    }
}

int main(int argc, char **argv)
{
    xmlDoc *doc = argc == 4 ? xmlReadFile(argv[2], NULL, 0) : NULL;
    if (!doc)
        return 2;
    collect(xmlDocGetRootElement(doc));
    if (place_count == 0)
        return 2;
    /* A step that has no part in common with most counts: all places come up. */
    size_t chosen = (size_t)strtoul(argv[1], NULL, 10) * 7919 % place_count;
    place p = places[chosen];
    if (p.text) {
        xmlNodeAddContent(p.text, BAD_CAST MARKER);
        printf("%s\n", p.text->parent->name);
    } else {
        xmlChar *value = xmlNodeListGetString(doc, p.attr->children, 1);
        value = xmlStrcat(value, BAD_CAST MARKER);
        printf("%s/@%s\n", p.attr->parent->name, p.attr->name);
        xmlSetProp(p.attr->parent, p.attr->name, value);
    }
    return xmlSaveFileEnc(argv[3], doc, "UTF-8") < 0 ? 2 : 0;
}
