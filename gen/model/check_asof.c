/* asof-missing: a document that names its source but nowhere says when its figures hold. */
#include "model/check_imp.h"

#include "base/utf8.h"

/* What has been found so far: any figures, and any word or attribute that names a time. */
typedef struct asof_search {
    bool figures, time;
} asof_search;

/* Words that date a sentence. A hit is enough; the check is a note and must not cry wolf. */
static bool tells_time(zt_str text)
{
    static const char *const words[] = {
        "年",       "月",        "季度",    "截至",     "目前",     "日前",  "January",
        "February", "March",     "April",   "May 19",   "May 20",   "June",  "July",
        "August",   "September", "October", "November", "December", "as of", "As of",
        "quarter",  "Q1",        "Q2",      "Q3",       "Q4"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_holds(text, zt_str_from(words[i])))
            return true;
    return false;
}

/* Visits a text for zt_each_text. */
static void look(void *context, const zt_node *text)
{
    asof_search *s = context;
    s->time |= tells_time(text->text);
}

/* Attributes that say when: of a value, of data, of an event, of a caption. */
static void walk(asof_search *s, const zt_doc_reader *r, const zt_node *node)
{
    static const char *const attrs[] = {"period", "asof", "date", "by"};
    const zt_quantity *q = zt_quantity_of(r, node);
    s->figures |= q && q->has_number;
    for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++)
        s->time |= zt_node_find(node, attrs[i]) && !zt_node_is(node->parent, "credits");
    s->time |= tells_time(zt_node_attr(node, "head", NULL)) ||
               tells_time(zt_node_attr(node, "key", NULL)) ||
               tells_time(zt_node_attr(node, "label", NULL));
    for (const zt_node *child = zt_known_child(node, NULL); child;
         child = zt_known_sibling(child, NULL))
        walk(s, r, child);
}

/* Only documents with figures and a source are asked: without a source source-missing says so.
 */
static void run(zt_doc_reader *r, const zt_node *root)
{
    const zt_node *credits = zt_known_child(root, "credits");
    asof_search s = {.time = r->doc->has_asof};
    if (!credits || !zt_known_child(credits, "source"))
        return;
    walk(&s, r, root);
    zt_each_text(root, look, &s);
    if (s.figures && !s.time)
        zt_report(
            r->diags, ZT_NOTE, "asof-missing", credits->at,
            "写了来源，却没有一处说明数据截至何时；加 <asof>2022-05</asof>，或在数据上写 period=",
            "the source is named, but nothing tells when the figures hold; add "
            "<asof>2022-05</asof> or period= on the data");
}

const zt_doc_check zt_doc_check_asof = {run};
