/* The whole model described: heads, blocks, feet. */
#include "model/describe_report.h"
#include "model/edition_imp.h"

/* A block: its id, its content, its alternative text. */
static void describe_block(zt_describer *t, const zt_content_block *block)
{
    zt_describe_open(t, block->name, block->at);
    zt_describe_word(t, "id", block->id);
    zt_describe_word(t, "weight", block->key ? "key" : NULL);
    block->kind->describe(t, block->content);
    zt_describe_rich(t, "alt", &block->alt);
    zt_describe_close(t);
}

/* Notes and credits. */
static void describe_feet(zt_describer *t, const zt_doc *doc)
{
    zt_describe_list(t, "notes");
    for (size_t i = 0; i < doc->note_count; i++)
        zt_describe_rich(t, "note", doc->notes + i);
    zt_describe_list_end(t);
    zt_describe_list(t, "credits");
    for (size_t i = 0; i < doc->credit_count; i++) {
        zt_describe_open(t, doc->credits[i].role, doc->credits[i].at);
        zt_describe_text(t, "text", doc->credits[i].text);
        zt_describe_close(t);
    }
    zt_describe_list_end(t);
}

/* The block that the graphic is about, why, and by which value. */
static void describe_hero(zt_describer *t, const zt_doc *doc)
{
    if (doc->hero.cause == ZT_NO_HERO)
        return;
    const zt_content_block *block = &doc->blocks[doc->hero.block];
    zt_describe_open(t, "hero", block->at);
    zt_describe_word(t, "block", block->name);
    zt_describe_word(t, "by", zt_hero_word(doc->hero.cause));
    if (doc->hero.quantity)
        zt_describe_text(t, "value", doc->hero.quantity->text);
    zt_describe_close(t);
}

/* The parts in the order of the page. */
static void describe_doc(zt_describer *t, const zt_doc *doc)
{
    zt_describe_open(t, zt_root_name(doc->root), (zt_pos){0});
    zt_describe_word(t, "id", doc->id);
    zt_describe_word(t, "template", doc->template_name);
    zt_describe_word(t, "lang", doc->lang);
    if (doc->has_issue)
        zt_describe_date(t, "issue", (zt_date){doc->issue, doc->issue, false});
    if (doc->has_asof)
        zt_describe_date(t, "asof", doc->asof);
    zt_describe_rich(t, "kicker", &doc->kicker);
    zt_describe_rich(t, "title", &doc->title);
    zt_describe_rich(t, "deck", &doc->deck);
    zt_describe_rich(t, "lead", &doc->lead);
    describe_hero(t, doc);
    if (doc->edition) {
        zt_edition_describe(t, doc);
    } else {
        zt_describe_list(t, "blocks");
        for (size_t i = 0; i < doc->block_count; i++)
            describe_block(t, doc->blocks + i);
        zt_describe_list_end(t);
    }
    zt_report_describe(t, doc);
    describe_feet(t, doc);
    zt_describe_text(t, "alt", doc->alt);
    zt_describe_close(t);
}

/* The indented text form, for reading and for expected results of tests. */
void zt_doc_dump(zt_buf *out, const zt_doc *doc)
{
    describe_doc(&(zt_describer){.out = out}, doc);
}

/* The JSON form, one object, for programs. */
void zt_doc_dump_json(zt_buf *out, const zt_doc *doc)
{
    describe_doc(&(zt_describer){.out = out, .json = true}, doc);
    zt_buf_putc(out, '\n');
}
