/* The model told whole: heads, blocks, feet. */
#include "model/content_imp.h"

static void tell_block(zt_teller *t, const zt_content_block *block)
{
    zt_tell_open(t, block->name, block->at);
    zt_tell_word(t, "id", block->id);
    block->kind->tell(t, block->content);
    zt_tell_rich(t, "alt", &block->alt);
    zt_tell_close(t);
}

static void tell_feet(zt_teller *t, const zt_doc *doc)
{
    zt_tell_list(t, "notes");
    for (size_t i = 0; i < doc->note_count; i++)
        zt_tell_rich(t, "note", doc->notes + i);
    zt_tell_list_end(t);
    zt_tell_list(t, "credits");
    for (size_t i = 0; i < doc->credit_count; i++) {
        zt_tell_open(t, doc->credits[i].role, doc->credits[i].at);
        zt_tell_text(t, "text", doc->credits[i].text);
        zt_tell_close(t);
    }
    zt_tell_list_end(t);
}

static void tell_doc(zt_teller *t, const zt_doc *doc)
{
    zt_tell_open(t, "graphic", (zt_pos){0});
    zt_tell_word(t, "id", doc->id);
    zt_tell_word(t, "template", doc->template_name);
    zt_tell_word(t, "lang", doc->lang);
    if (doc->has_issue)
        zt_tell_date(t, "issue", (zt_date){doc->issue, doc->issue, false});
    if (doc->has_asof)
        zt_tell_date(t, "asof", doc->asof);
    zt_tell_rich(t, "kicker", &doc->kicker);
    zt_tell_rich(t, "title", &doc->title);
    zt_tell_rich(t, "deck", &doc->deck);
    zt_tell_rich(t, "lead", &doc->lead);
    zt_tell_list(t, "blocks");
    for (size_t i = 0; i < doc->block_count; i++)
        tell_block(t, doc->blocks + i);
    zt_tell_list_end(t);
    tell_feet(t, doc);
    zt_tell_text(t, "alt", doc->alt);
    zt_tell_close(t);
}

void zt_doc_dump(zt_buf *out, const zt_doc *doc)
{
    tell_doc(&(zt_teller){.out = out}, doc);
}

void zt_doc_dump_json(zt_buf *out, const zt_doc *doc)
{
    tell_doc(&(zt_teller){.out = out, .json = true}, doc);
    zt_buf_putc(out, '\n');
}
