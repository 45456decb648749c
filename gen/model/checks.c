/* The checks of a whole document, each in a file of its own, in the order of the manual. */
#include "model/doc_imp.h"

#include <string.h>

void zt_each_text(const zt_node *node, zt_text_visit *visit, void *context)
{
    for (const zt_node *child = node->first; child; child = child->next) {
        if (!child->name)
            visit(context, child);
        /* asof and source hold dates and names of files as they are. */
        else if (child->known && !zt_node_is(child, "asof") && !zt_node_is(child, "source"))
            zt_each_text(child, visit, context);
    }
}

zt_pos zt_place_in(const zt_node *text, size_t at)
{
    zt_pos pos = text->at;
    for (size_t i = 0; i < at && i < text->text.len; i++) {
        unsigned char c = (unsigned char)text->text.data[i];
        pos.line += c == '\n';
        pos.column = c == '\n' ? 1 : pos.column + ((c & 0xC0) != 0x80);
    }
    return pos;
}

const zt_chart_data *zt_chart_of(const zt_content_block *block)
{
    return strcmp(block->name, "chart") == 0 ? block->content : NULL;
}

bool zt_is_exact(const zt_quantity *q)
{
    return q && q->has_number && q->status != ZT_MISSING && !q->approx && q->bound == ZT_EXACT &&
           !q->range_to;
}

void zt_check_all(zt_doc_reader *r, const zt_node *root)
{
    zt_check_changes(r);
    zt_check_sums(r, root);
    zt_check_ranges(r);
    zt_check_rank_order(r);
    zt_check_rank_ties(r);
    zt_check_asof_missing(r, root);
    zt_check_years(r, root);
    zt_check_weekdays(r, root);
    zt_check_prose(r, root);
}
