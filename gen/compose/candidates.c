/* gen/compose/candidates.c — the parts of a document as blocks that want a place: heads, contents,
   notes and credits, in the order of the document. Whether a template takes them is decided by
   select.c. */
#include "compose/compose_imp.h"

#include "block/blocks.h"
#include "block/heads/credits.h"

/* A block of that kind, not yet placed; the kind exists, as the document's grammar has no other
   names. */
static void add(zt_arena *arena, zt_candidates *all, const char *name, const void *content,
                zt_pos at)
{
    const zt_block_kind *kind = zt_block_kind_find(zt_str_from(name));
    zt_assert(kind);
    zt_block *block = ZT_NEW(arena, zt_block);
    *block = (zt_block){.kind = kind, .name = kind->name, .at = at, .content = content, .units = 1};
    all->items[all->count++] = (zt_candidate){.block = block};
}

/* Also counts the optional parts, which are numbered through the whole document for the fit. */
static void add_content(zt_arena *arena, zt_candidates *all, const zt_content_block *content)
{
    add(arena, all, content->name, content->content, content->at);
    zt_block *block = all->items[all->count - 1].block;
    block->id = content->id;
    block->subkind = content->variant;
    block->units = content->count;
    block->optional_first = all->optional_total;
    if (!zt_rich_is_empty(&content->alt))
        block->alt = zt_rich_plain(arena, &content->alt).data;
    if (block->kind->optional_count)
        all->optional_total += block->kind->optional_count(block);
}

/* Only those that are there: an empty head wants no place. */
static void add_heads(zt_arena *arena, zt_candidates *all, const zt_doc *doc)
{
    const struct {
        const char *name;
        const zt_rich *text;
    } heads[] = {{"kicker", &doc->kicker},
                 {"title", &doc->title},
                 {"deck", &doc->deck},
                 {"lead", &doc->lead}};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (!zt_rich_is_empty(heads[i].text))
            add(arena, all, heads[i].name, heads[i].text, heads[i].text->at);
    if (doc->has_asof)
        add(arena, all, "asof", &doc->asof, doc->asof_at);
}

/* At most five heads and one block for all credits; each note is a block of its own. Contents
   are borrowed from the document. */
zt_candidates zt_candidates_of(zt_arena *arena, const zt_doc *doc)
{
    enum { HEADS_AND_CREDITS = 6 };
    zt_candidates all = {0};
    all.items =
        ZT_ARRAY(arena, HEADS_AND_CREDITS + doc->block_count + doc->note_count, zt_candidate);
    add_heads(arena, &all, doc);
    for (size_t i = 0; i < doc->block_count; i++) {
        add_content(arena, &all, &doc->blocks[i]);
        zt_block *block = all.items[all.count - 1].block;
        block->is_hero = doc->hero.cause != ZT_NO_HERO && doc->hero.block == i;
        block->hero = block->is_hero ? doc->hero.quantity : NULL;
        block->key = doc->blocks[i].key;
    }
    for (size_t i = 0; i < doc->note_count; i++)
        add(arena, &all, "note", &doc->notes[i], doc->notes[i].at);
    if (doc->credit_count) {
        zt_credits *credits = ZT_NEW(arena, zt_credits);
        *credits = (zt_credits){doc->credits, doc->credit_count};
        add(arena, &all, "credits", credits, doc->credits_at);
    }
    return all;
}
