/* count-declared: the count that a text states against what is listed. */
#include "model/doc_imp.h"

/* count-declared: a number that the text states, “twelve projects”, against what is listed.
   Nothing is said where the list is not complete (complete="no") or nothing is declared. */
void zt_check_declared(zt_doc_reader *r, const zt_node *node, const char *attr, size_t found,
                       const char *what_zh, const char *what_en)
{
    zt_str text = zt_node_attr(node, attr, NULL);
    zt_num declared;
    if (text.len == 0 || zt_str_is(zt_node_attr(node, "complete", NULL), "no") ||
        !zt_num_parse(text, &declared) || declared.scaled == (int64_t)found)
        return;
    zt_report(r->diags, ZT_ERROR, "count-declared", zt_node_attr_at(node, attr),
              "声明 %.*s %s%.0s，列出 %zu %s；若只列一部分，写 complete=\"no\"",
              "%.*s %.0s%s declared, %zu %.0slisted; write complete=\"no\" if only part is listed",
              ZT_ARG(text), what_zh, what_en, found, what_zh);
}

/* The same for a node of a structure, whose count is part of its head: 12个项目. */
void zt_check_node_count(zt_doc_reader *r, const zt_node *node, const zt_node_entry *entry)
{
    if (entry->number == 0 || entry->item_count == 0 ||
        entry->number == (long long)entry->item_count ||
        zt_str_is(zt_node_attr(node, "complete", NULL), "no"))
        return;
    zt_report(r->diags, ZT_ERROR, "count-declared", entry->count_at,
              "“%.*s%.*s”列出 %zu 个；若只列一部分，写 complete=\"no\"",
              "\"%.*s%.*s\" lists %zu; write complete=\"no\" if only part is listed",
              ZT_ARG(entry->count), ZT_ARG(entry->head), entry->item_count);
}
