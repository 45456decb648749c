/* gen/compose/compose.c — claims in the order of the template, then a tree without empty boxes.
   It is given the blocks that a document offers and the boxes of a template, and hands on boxes
   with blocks in them, for the layout. A block is taken once; what nothing takes is an error,
   unless the template omits it by name. */
#include "compose/compose.h"

#include <string.h>

#include "base/near.h"
#include "base/utf8.h"
#include "block/blocks.h"
#include "compose/compose_imp.h"

/* A document and a template while they are brought together. Lives on the stack of zt_compose;
   boxes are made in `arena`. */
typedef struct binder {
    zt_arena *arena;
    zt_diags *diags;
    const zt_template *template_;
    zt_candidates all;
    const zt_doc *doc;
    /* The block whose boxes are built; NULL: those of all. */
    const zt_block *only;
    /* Lines that say what keep= leaves out. */
    ZT_VEC(zt_block *) lines;
} binder;

/* ---- when ---- */
/* Whether any block of the document matches one of the words. */
static bool selects_something(const binder *b, const char *select)
{
    zt_str rest = zt_str_from(select), word;
    zt_selector selector;
    while (zt_str_word(&rest, &word))
        for (size_t i = 0; zt_selector_parse(word, &selector) && i < b->all.count; i++)
            if (zt_selector_matches(&selector, &b->all, i))
                return true;
    return false;
}

/* What a headline is long, in em: Han and full-width marks one each, marks that are squeezed and
   blanks half of one, the rest as digits are wide. */
static double title_length(const binder *b)
{
    const double half = 0.5, narrow = 0.55;
    double sum = 0;
    for (size_t i = 0; i < b->all.count; i++) {
        if (strcmp(b->all.items[i].block->kind->name, "title") != 0)
            continue;
        zt_str text = zt_rich_plain(b->arena, b->all.items[i].block->content);
        for (size_t at = 0; at < text.len;) {
            uint32_t c = zt_utf8_next(text, &at);
            if (c == 0x200B) /* says where a line may end */
                continue;
            bool mark = (c >= 0x2018 && c <= 0x201D) || (c >= 0x3000 && c <= 0x3011) ||
                        (c >= 0xFF00 && c <= 0xFF0F) || c == ' ' || c == '|';
            sum += mark ? half : c < 0x2E80 ? narrow : 1;
        }
    }
    return sum;
}

/* Whether the headline is as long as one side of a head asks for, as short as the other does. */
static bool suits_title(const binder *b, const zt_box_spec *when)
{
    if (when->title_from <= 0 && when->title_below <= 0)
        return true;
    double length = title_length(b);
    return length >= when->title_from && (when->title_below <= 0 || length < when->title_below);
}

/* Whether the children of a <when> are there for this document: it has a block that `has`
   selects, and none that `lacks` does. Asked of the whole document, whatever other places have
   taken. */
static bool applies(const binder *b, const zt_box_spec *when)
{
    return (!when->has || selects_something(b, when->has)) &&
           (!when->lacks || !selects_something(b, when->lacks)) && suits_title(b, when);
}

/* ---- claims ---- */
/* Reports unknown-select with the nearest kind of block. */
static void report_selector(const binder *b, const zt_box_spec *spec, zt_str word)
{
    ZT_VEC(const char *) names = {0};
    for (size_t i = 0; zt_block_kinds[i]; i++)
        ZT_PUSH(b->arena, &names, zt_block_kinds[i]->name);
    const char *nearest = zt_nearest(word, names.items, names.count);
    zt_report(b->diags, ZT_ERROR, "unknown-select", spec->select_at,
              "select 中的“%.*s”不是版块；是否想写“%s”？",
              "“%.*s” in select is no block; did you mean “%s”?", ZT_ARG(word),
              nearest ? nearest : "*");
}

/* Gives the place what it selects and nobody took before. Two places that name one block by its id
   contradict each other: claimed-twice. */
static void claim(binder *b, const zt_box_spec *spec, const zt_selector *selector)
{
    bool by_id = selector->id.len > 0;
    for (size_t i = 0; i < b->all.count; i++) {
        zt_candidate *c = &b->all.items[i];
        if (!zt_selector_matches(selector, &b->all, i))
            continue;
        if (!c->claimed_by) {
            c->claimed_by = spec;
            c->by_id = by_id;
        } else if (by_id && c->by_id && c->claimed_by != spec) {
            zt_report(b->diags, ZT_ERROR, "claimed-twice", spec->select_at,
                      "#%s 已由第 %d 行的 place 选用，不能再选一次",
                      "#%s has been taken by the place in line %d already", c->block->id,
                      c->claimed_by->at.line);
        }
    }
}

/* Three rounds over the whole template: #ids first, then names, then what is left for "*". So a
   place that names one block gets it, wherever it stands among those that take many. */
typedef enum claim_round { ROUND_IDS, ROUND_NAMES, ROUND_REST } claim_round;

/* Which round the word belongs to. */
static claim_round round_of(const zt_selector *selector)
{
    if (selector->id.len || zt_selector_is_hero(selector))
        return ROUND_IDS;
    return zt_str_is(selector->name, "*") ? ROUND_REST : ROUND_NAMES;
}

/* One word after the other, in the order written; unknown words are reported in the first round
   only. */
static void claim_words(binder *b, const zt_box_spec *spec, claim_round round)
{
    zt_str rest = zt_str_from(spec->select), word;
    zt_selector selector;
    while (zt_str_word(&rest, &word)) {
        bool ok = zt_selector_parse(word, &selector);
        bool known = ok && (selector.id.len || zt_str_is(selector.name, "*") ||
                            zt_selector_is_hero(&selector) || zt_block_kind_find(selector.name));
        if (!known && round == ROUND_IDS)
            report_selector(b, spec, word);
        else if (known && round_of(&selector) == round)
            claim(b, spec, &selector);
    }
}

/* In the order of the template: an earlier place goes first. */
static void claim_below(binder *b, const zt_box_spec *spec, claim_round round)
{
    if (spec->kind == ZT_BOX_WHEN && !applies(b, spec))
        return;
    if (spec->kind == ZT_BOX_PLACE || spec->kind == ZT_BOX_OMIT)
        claim_words(b, spec, round);
    for (size_t i = 0; i < spec->child_count; i++)
        claim_below(b, spec->children[i], round);
}

/* Nothing of a document is lost in silence: an error, or the note that a template leaves it out.
 */
static void report_unplaced(const binder *b)
{
    for (size_t i = 0; i < b->all.count; i++) {
        const zt_candidate *c = &b->all.items[i];
        if (!c->claimed_by)
            zt_report(
                b->diags, ZT_ERROR, "unplaced-block", c->block->at,
                "模板“%s”没有放置 <%s> 的地方；请在模板中加 <place select=\"%s\"/>，或写明 <omit>",
                "template “%s” has no place for <%s>; add <place select=\"%s\"/> or an <omit>",
                b->template_->name, c->block->name, c->block->name);
        else if (c->claimed_by->kind == ZT_BOX_OMIT)
            zt_report(b->diags, ZT_NOTE, "omitted", c->block->at, "模板“%s”不刊 <%s>：%s",
                      "template “%s” leaves out <%s>: %s", b->template_->name, c->block->name,
                      c->claimed_by->why ? c->claimed_by->why : "—");
    }
}

/* ---- the tree ---- */
/* What a box passes down to the blocks inside. */
typedef struct box_context {
    bool reversed, vertical;
} box_context;

static zt_box *build(binder *b, const zt_box_spec *spec, box_context from);

/* What keep= leaves of the block, and below it the line that says what is gone. */
static void keep_part(binder *b, zt_box *box, zt_block *block)
{
    zt_block *line = zt_block_keep(b->arena, b->diags, b->doc, block, box->spec->keep);
    if (!line)
        return;
    line->place = block->place;
    line->reversed = block->reversed;
    line->vertical = block->vertical;
    box->blocks[box->block_count++] = line;
    ZT_PUSH(b->arena, &b->lines, line);
}

/* Blocks that stand within another of their place leave the list: that one plans and places them.
 */
static void take_within(zt_box *box)
{
    for (size_t i = 0; i < box->block_count; i++) {
        zt_block *host = box->blocks[i];
        for (size_t k = 0; k < box->block_count && host->kind->takes && !host->inside; k++) {
            if (k == i || !host->kind->takes(host, box->blocks[k]))
                continue;
            host->inside = box->blocks[k];
            box->block_count--;
            for (size_t n = k; n < box->block_count; n++)
                box->blocks[n] = box->blocks[n + 1];
            i -= k < i;
        }
    }
}

/* The words or the picture of the template itself, as a block in the place. */
static void fill_house(binder *b, zt_box *box, box_context from)
{
    const zt_box_spec *spec = box->spec;
    const zt_house_picture *picture = spec->picture;
    const zt_block_kind *kind = zt_block_kind_find(picture ? ZT_STR("picture") : ZT_STR("words"));
    zt_block *block = ZT_NEW(b->arena, zt_block);
    zt_rich *words = ZT_NEW(b->arena, zt_rich);
    zt_assert(kind);
    *words = zt_rich_of(b->arena, spec->words, spec->words_at);
    *block = (zt_block){.kind = kind,
                        .name = kind->name,
                        .at = spec->at,
                        .content = picture ? (const void *)picture : words,
                        .place = spec,
                        .units = 1,
                        .reversed = from.reversed,
                        .vertical = from.vertical,
                        .alt = picture && picture->alt.len ? picture->alt.data : NULL};
    box->blocks = ZT_ARRAY(b->arena, 1, zt_block *);
    box->blocks[box->block_count++] = block;
    zt_check_place(b->arena, b->diags, b->template_, box);
}

/* The blocks of a place in the order of its words, then of the document. They learn what the
   boxes around the place pass down, and are then held against what the place asks of them. */
static void fill_place(binder *b, zt_box *box, box_context from)
{
    const zt_box_spec *spec = box->spec;
    /* Each may have a line below it. */
    box->blocks = ZT_ARRAY(b->arena, 2 * b->all.count, zt_block *);
    bool *taken = ZT_ARRAY(b->arena, b->all.count, bool);
    zt_str rest = zt_str_from(spec->select), word;
    zt_selector selector;
    while (zt_str_word(&rest, &word)) {
        if (!zt_selector_parse(word, &selector))
            continue;
        for (size_t i = 0; i < b->all.count; i++) {
            zt_candidate *c = &b->all.items[i];
            if (c->claimed_by != spec || taken[i] || !zt_selector_matches(&selector, &b->all, i))
                continue;
            if (b->only && c->block != b->only)
                continue;
            taken[i] = true;
            c->block->place = spec;
            c->block->reversed = from.reversed;
            c->block->vertical = from.vertical;
            box->blocks[box->block_count++] = c->block;
            if (spec->keep.kind != ZT_SELECT_ALL)
                keep_part(b, box, c->block);
        }
    }
    zt_check_place(b->arena, b->diags, b->template_, box);
    take_within(box);
}

/* Appends a child with its share of a row. */
static void add_built(binder *b, zt_box *box, zt_box *child, double share)
{
    child->share = share;
    box->children = zt_arena_grow(b->arena, box->children, box->child_count, box->child_count + 1,
                                  sizeof *box->children);
    box->children[box->child_count++] = child;
}

/* The children of a `when` stand where it stands, each with its share. */
static void add_children(binder *b, zt_box *box, const zt_box_spec *spec, const double *share,
                         box_context from);

/* Whether a rule has nothing left to separate on one side (`step` 1 behind it, -1 before it):
   children stand there in the template, up to the next rule, but none holds anything for this
   document. */
static bool side_fell_empty(const zt_box_spec *spec, size_t rule, int step, zt_box *const *built)
{
    bool any = false;
    for (size_t i = rule + (size_t)step; i < spec->child_count; i += (size_t)step) {
        if (spec->children[i]->kind == ZT_BOX_RULE)
            break;
        if (built[i])
            return false;
        any = any || spec->children[i]->kind != ZT_BOX_OMIT;
    }
    return any;
}

/* A rule alone does not keep a box: it separates, it does not fill. */
static bool is_empty(const zt_box *box)
{
    if (box->spec->kind == ZT_BOX_PLACE)
        return box->block_count == 0;
    for (size_t i = 0; i < box->child_count; i++)
        if (box->children[i]->spec->kind != ZT_BOX_RULE)
            return false;
    return true;
}

/* NULL when nothing is in it: an empty place takes no room. */
static zt_box *build(binder *b, const zt_box_spec *spec, box_context from)
{
    if (spec->kind == ZT_BOX_OMIT)
        return NULL;
    zt_box *box = ZT_NEW(b->arena, zt_box);
    box->spec = spec;
    box->share = 1;
    if (spec->kind == ZT_BOX_RULE)
        return box;
    from.reversed = from.reversed || spec->reversed;
    from.vertical = from.vertical || spec->vertical;
    bool house = spec->words.data || spec->picture;
    if (house && !b->only)
        fill_house(b, box, from);
    else if (spec->kind == ZT_BOX_PLACE)
        fill_place(b, box, from);
    add_children(b, box, spec, NULL, from);
    return is_empty(box) ? NULL : box;
}

/* The share that the row gives its child; inside of a <when> that of the <when>. */
static double share_of(const zt_box_spec *spec, size_t i, const double *share)
{
    if (share)
        return *share;
    return i < spec->share_count ? spec->share[i] : 1;
}

static void add_children(binder *b, zt_box *box, const zt_box_spec *spec, const double *share,
                         box_context from)
{
    zt_box **built = ZT_ARRAY(b->arena, spec->child_count, zt_box *);
    for (size_t i = 0; i < spec->child_count; i++) {
        const zt_box_spec *child = spec->children[i];
        if (child->kind != ZT_BOX_WHEN) {
            built[i] = build(b, child, from);
        } else if (applies(b, child)) {
            zt_box *group = ZT_NEW(b->arena, zt_box);
            double one = share_of(spec, i, share);
            group->spec = child;
            add_children(b, group, child, &one, from);
            built[i] = group->child_count ? group : NULL;
        }
    }
    for (size_t i = 0; i < spec->child_count; i++) {
        if (!built[i])
            continue;
        /* A rule between two things goes with either of them. */
        if (spec->children[i]->kind == ZT_BOX_RULE &&
            (side_fell_empty(spec, i, 1, built) || side_fell_empty(spec, i, -1, built)))
            continue;
        if (spec->children[i]->kind != ZT_BOX_WHEN)
            add_built(b, box, built[i], share_of(spec, i, share));
        for (size_t k = 0; spec->children[i]->kind == ZT_BOX_WHEN && k < built[i]->child_count; k++)
            add_built(b, box, built[i]->children[k], built[i]->children[k]->share);
    }
}

/* The document with what keep= has left of its blocks: contents are matched by their places, which
   no two blocks share. */
static const zt_doc *shown_of(const binder *b, const zt_doc *doc)
{
    zt_doc *out = ZT_NEW(b->arena, zt_doc);
    *out = *doc;
    out->blocks = ZT_ARRAY(b->arena, doc->block_count, zt_content_block);
    for (size_t i = 0; i < doc->block_count; i++) {
        out->blocks[i] = doc->blocks[i];
        for (size_t k = 0; k < b->all.count; k++) {
            const zt_block *block = b->all.items[k].block;
            if (block->at.line == doc->blocks[i].at.line &&
                block->at.column == doc->blocks[i].at.column &&
                strcmp(block->name, doc->blocks[i].name) == 0)
                out->blocks[i].content = block->content;
        }
    }
    return out;
}

/* Three rounds of claims over the template, then the boxes that have something in them. A
   document that fills nothing still gets the root box, so that the layout has one. */
zt_composition *zt_compose(zt_arena *arena, zt_diags *diags, const zt_doc *doc,
                           const zt_template *template_)
{
    binder b = {.arena = arena,
                .diags = diags,
                .template_ = template_,
                .all = zt_candidates_of(arena, doc),
                .doc = doc};
    for (claim_round round = ROUND_IDS; round <= ROUND_REST; round++)
        claim_below(&b, template_->root, round);
    zt_composition *out = ZT_NEW(arena, zt_composition);
    out->root = build(&b, template_->root, (box_context){0});
    if (!out->root) {
        out->root = ZT_NEW(arena, zt_box);
        *out->root = (zt_box){.spec = template_->root, .share = 1};
    }
    out->optional_total = b.all.optional_total;
    out->blocks = ZT_ARRAY(arena, b.all.count + b.lines.count, zt_block *);
    for (size_t i = 0; i < b.all.count; i++)
        out->blocks[out->block_count++] = b.all.items[i].block;
    for (size_t i = 0; i < b.lines.count; i++)
        out->blocks[out->block_count++] = b.lines.items[i];
    out->shown = b.lines.count > 0 ? shown_of(&b, doc) : NULL;
    report_unplaced(&b);
    zt_check_parts(arena, diags, template_);
    return out;
}

/* Candidates are the blocks of the document in their order, as an edition has no heads of its own.
 */
zt_composition *zt_compose_apart(zt_arena *arena, zt_diags *diags, const zt_doc *doc,
                                 const zt_template *template_)
{
    binder b = {.arena = arena,
                .diags = diags,
                .template_ = template_,
                .all = zt_candidates_of(arena, doc),
                .doc = doc};
    zt_assert(b.all.count == doc->block_count);
    for (claim_round round = ROUND_IDS; round <= ROUND_REST; round++)
        claim_below(&b, template_->root, round);
    zt_composition *out = ZT_NEW(arena, zt_composition);
    out->optional_total = b.all.optional_total;
    out->apart = ZT_ARRAY(arena, b.all.count, zt_box *);
    out->blocks = ZT_ARRAY(arena, b.all.count, zt_block *);
    for (size_t i = 0; i < b.all.count; i++) {
        out->blocks[out->block_count++] = b.all.items[i].block;
        b.only = b.all.items[i].block;
        out->apart[i] = build(&b, template_->root, (box_context){0});
    }
    report_unplaced(&b);
    zt_check_parts(arena, diags, template_);
    return out;
}
