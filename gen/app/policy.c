/* gen/app/policy.c — levels, accepts and what is known, applied to each finding once. */
#include "app/policy.h"

#include <string.h>

#include "app/session.h"
#include "base/utf8.h"
#include "codes/codes.h"

/* An <accept>: of a code, for the whole document, or for one element of it. */
typedef struct accept {
    const zt_node *node;
    const char *code;
    const zt_node *within; /* NULL: the whole document */
    zt_str id;             /* of the element; empty: none */
    bool inner;            /* of a graphic on a page: only of findings in its own file */
    bool used;
} accept;

/* A list of levels. */
typedef struct level_list {
    const zhitu_code_level *levels;
    size_t count;
} level_list;

struct zt_policy {
    zt_arena *arena;
    const char *document, *root;
    bool final;
    ZT_VEC(level_list) levels;
    ZT_VEC(accept) accepts;
    const zt_baseline *baseline;
    size_t *taken; /* of each line of the baseline */
    bool keys;
};

zt_policy *zt_policy_new(zt_arena *arena, const char *document, const char *root, bool final)
{
    zt_policy *p = ZT_NEW(arena, zt_policy);
    *p = (zt_policy){.arena = arena, .document = document, .root = root, .final = final};
    return p;
}

void zt_policy_add_levels(zt_policy *policy, const zhitu_code_level *levels, size_t count)
{
    level_list list = {levels, count};
    ZT_PUSH(policy->arena, &policy->levels, list);
}

void zt_policy_set_baseline(zt_policy *policy, const zt_baseline *baseline, bool keys)
{
    policy->keys = keys;
    policy->baseline = baseline;
    policy->taken = baseline ? zt_baseline_counts(policy->arena, baseline) : NULL;
}

/* ---- accepts ---- */

/* Whether its findings may be accepted at all: some of them do not stop the document. */
static bool may_be_accepted(const zt_finding_code *code)
{
    return code->judged || strpbrk(code->severities, "WN");
}

const char *zt_policy_code(zt_arena *arena, zt_diags *diags, zt_str name, zt_pos at)
{
    const char *text = zt_str_copy(arena, name).data;
    const zt_finding_code *code = zt_code_find(text);
    const char *nearest = code ? NULL : zt_code_nearest(text);
    if (!code && nearest)
        zt_report(diags, ZT_ERROR, "unknown-code", at, "没有代码“%s”，最近的是“%s”",
                  "there is no code “%s”, the nearest is “%s”", text, nearest);
    else if (!code)
        zt_report(diags, ZT_ERROR, "unknown-code", at, "没有代码“%s”；zhitu explain 列出全部",
                  "there is no code “%s”; zhitu explain lists all", text);
    return code ? code->name : NULL;
}

/* Reads an element of the document in several files once, though graphics on pages are read anew
   for each width. */
static bool is_new(const zt_policy *p, const zt_node *node)
{
    for (size_t i = 0; i < p->accepts.count; i++) {
        zt_pos at = p->accepts.items[i].node->at;
        if (at.line == node->at.line && at.column == node->at.column &&
            strcmp(at.file, node->at.file) == 0)
            return false;
    }
    return true;
}

static void add_accept(zt_policy *p, zt_diags *diags, const zt_node *node, bool inner)
{
    zt_pos at = zt_node_attr_at(node, "check");
    zt_str name = zt_str_trim(zt_node_attr(node, "check", ""));
    bool reasoned = zt_str_trim(zt_node_attr(node, "why", "")).len > 0;
    if (name.len == 0 || !reasoned || !is_new(p, node))
        return; /* the grammar has asked for both */
    const char *known = zt_policy_code(p->arena, diags, name, at);
    if (!known)
        return;
    const zt_finding_code *code = zt_code_find(known);
    if (!may_be_accepted(code)) {
        zt_report(diags, ZT_ERROR, "accept-refused", at,
                  "“%s”有了就排不出来，不能接受；zhitu explain %s 说明怎么改",
                  "with “%s” nothing can be drawn, so it cannot be accepted; zhitu explain %s says "
                  "how to mend it",
                  code->name, code->name);
        return;
    }
    accept a = {.node = node,
                .code = code->name,
                .within = node->parent && node->parent->parent ? node->parent : NULL,
                .id = zt_str_trim(zt_node_attr(node, "in", "")),
                .inner = inner};
    ZT_PUSH(p->arena, &p->accepts, a);
}

void zt_policy_add_accepts(zt_policy *policy, zt_diags *diags, const zt_node *root, bool inner)
{
    for (const zt_node *child = root->first; child; child = child->next) {
        if (zt_node_is(child, "accept") && child->known)
            add_accept(policy, diags, child, inner);
        else if (zt_node_is(child, "section") || zt_node_is(child, "appendix"))
            zt_policy_add_accepts(policy, diags, child, inner);
    }
}

/* The place where the element begins, as its document knows it; NULL: there is none. */
static const zt_origin *element_of(const accept *a, const zt_doc *doc)
{
    if (a->id.len)
        return zt_origin_named(&doc->origins, a->id.data);
    return zt_origin_at(&doc->origins, a->within->at);
}

/* Whether the finding lies where it is accepted. */
static bool covers(zt_policy *p, const accept *a, const zt_diag *d, const zt_doc *doc)
{
    if (a->inner && (!d->pos.file || strcmp(d->pos.file, a->node->at.file) != 0))
        return false;
    if (!a->within && a->id.len == 0)
        return true;
    if (!doc)
        return false;
    accept named = *a;
    named.id = a->id.len ? zt_str_copy(p->arena, a->id) : a->id;
    const zt_origin *element = element_of(&named, doc);
    return element && zt_origin_holds(&doc->origins, element, d->pos);
}

/* ---- one finding ---- */

/* An error or warning of what does not print, in a version that is to be published. */
static bool is_bound(const zt_policy *p, const zt_finding_code *code)
{
    return p->final && code && code->loss;
}

/* Whether it stays as it is: nothing can be drawn with it, or something is lost for good. */
static bool is_fixed(const zt_policy *p, const zt_diag *d, const zt_finding_code *code)
{
    bool hard = d->severity == ZT_ERROR && !(code && code->judged);
    return d->blame == ZT_BLAME_ENVIRONMENT || hard || is_bound(p, code);
}

/* NULL: none was asked for. */
static const zhitu_code_level *level_of(const zt_policy *p, const char *code)
{
    for (size_t i = 0; i < p->levels.count; i++)
        for (size_t k = 0; k < p->levels.items[i].count; k++)
            if (strcmp(p->levels.items[i].levels[k].code, code) == 0)
                return &p->levels.items[i].levels[k];
    return NULL;
}

/* Up always, down only what may go there. */
static void apply_level(const zt_policy *p, zt_diag *d, const zt_finding_code *code)
{
    const zhitu_code_level *level = level_of(p, d->code);
    if (!level)
        return;
    if (level->weight == ZHITU_WEIGH_OFF) {
        if (!is_fixed(p, d, code) && !(code && code->loss))
            d->standing = ZT_STANDING_OFF;
        return;
    }
    zt_severity wanted = (zt_severity)level->weight;
    if (wanted > d->severity || !is_fixed(p, d, code))
        d->severity = wanted;
}

/* What the calls for one list share. */
typedef struct judging {
    zt_policy *policy;
    const zt_doc *doc;
    const zt_source *source;
} judging;

static void apply_accepts(const judging *j, zt_diag *d, bool fixed)
{
    zt_policy *p = j->policy;
    for (size_t i = 0; i < p->accepts.count; i++) {
        accept *a = &p->accepts.items[i];
        if (strcmp(a->code, d->code) != 0 || !covers(p, a, d, j->doc))
            continue;
        a->used = true; /* also of one that a final version does not take */
        if (fixed)
            continue;
        d->standing = ZT_STANDING_ACCEPTED;
        d->why = zt_str_copy(p->arena, zt_node_attr(a->node, "why", "")).data;
        return;
    }
}

/* Its key, and whether it is known by it. */
static void apply_baseline(const judging *j, zt_diag *d)
{
    zt_policy *p = j->policy;
    if ((!p->baseline && !p->keys) || d->standing != ZT_STANDING_COUNTS)
        return;
    zt_str bytes = zt_session_bytes(p->arena, d->pos, j->source);
    const char *key =
        zt_utf8_printable(p->arena, zt_baseline_key(p->arena, d, bytes, p->root, p->document));
    d->key = key;
    if (p->baseline && zt_baseline_take(p->baseline, p->taken, key))
        d->standing = ZT_STANDING_KNOWN;
}

static void judge_one(void *self, zt_diag *d)
{
    const judging *j = self;
    const zt_finding_code *code = zt_code_find(d->code);
    bool fixed = is_fixed(j->policy, d, code);
    apply_level(j->policy, d, code);
    if (d->standing == ZT_STANDING_COUNTS)
        apply_accepts(j, d, fixed);
    if (!fixed)
        apply_baseline(j, d);
}

void zt_policy_judge(zt_policy *policy, zt_diags *diags, const zt_doc *doc, const zt_source *source)
{
    judging j = {policy, doc, source};
    if (!zt_diags_is_trial(diags))
        zt_diags_judge(diags, judge_one, &j);
}

void zt_policy_finish(const zt_policy *policy, zt_diags *diags)
{
    for (size_t i = 0; i < policy->accepts.count; i++) {
        const accept *a = &policy->accepts.items[i];
        if (!a->used)
            zt_report(diags, ZT_NOTE, "accept-unused", a->node->at,
                      "没有信息“%s”可接受；请删去这个 <accept>",
                      "there is no finding “%s” to accept; delete this <accept>", a->code);
    }
}

/* ---- levels by word ---- */

bool zt_level_parse(zt_str word, zhitu_weight *out)
{
    static const char *const words[] = {"note", "warning", "error", "off"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_is(word, words[i])) {
            *out = (zhitu_weight)i;
            return true;
        }
    return false;
}

const char *zt_level_fault(const zhitu_code_level *level, bool zh)
{
    const zt_finding_code *code = zt_code_find(level->code);
    if (level->weight == ZHITU_WEIGH_ERROR || !code)
        return NULL;
    if (code->loss && level->weight == ZHITU_WEIGH_OFF)
        return zh ? "说的是没有印出、或靠猜印出的内容，不能关掉；可以用 note"
                  : "tells of content that does not print, or by a guess: it cannot be off; take "
                    "note";
    if (!may_be_accepted(code))
        return zh ? "有它就排不出来，级别不能改；zhitu explain 说明怎么改稿"
                  : "keeps the document from being drawn: its level cannot be changed; zhitu "
                    "explain "
                    "says how to mend it";
    return NULL;
}
