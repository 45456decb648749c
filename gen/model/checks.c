/* What the checks of a document share, and their run. The checks are found by CMake and run in the
   order of their names; none sees what another has reported. */
#include "model/check_imp.h"

/* Visits the texts of a document in order, without dates and sources: their words are names and
   must stay as they are. */
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

/* The place in the file of byte `at` of a text: references like &amp; make it longer there, so the
   text is walked from its start. */
zt_pos zt_place_in(const zt_node *text, size_t at)
{
    zt_text_walk walk = zt_text_walk_of(text->text, text->at, text->written);
    while (walk.at < at && zt_text_walk_next(&walk))
        continue;
    return walk.pos;
}

/* Wrong figures are warnings while a page is being made and errors in a final run (--final). */
zt_severity zt_wrong_figure(const zt_doc_reader *r)
{
    return r->options.final ? ZT_ERROR : ZT_WARNING;
}

/* Runs the registered checks in the order of their table, after the document has been read. */
void zt_check_all(zt_doc_reader *r, const zt_node *root)
{
    for (size_t i = 0; zt_doc_checks[i]; i++)
        zt_doc_checks[i]->run(r, root);
}
