/* gen/base/diag.c — the list of diagnostics: findings with a code, a place and both languages,
   formatted when they are reported. It never prints. A mark and a rewind take back what a trial
   reported. */
#include "base/diag.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"

/* Fifty are shown. A file that is wrong at each of its million elements is not reported a million
   times: beyond so many, once an error is among them, findings are counted only. */
enum { KEPT_MOST = 5000 };

struct zt_diags {
    zt_arena *arena;
    ZT_VEC(zt_diag) list;
    /* By severity, beyond the list: see zt_diags_suppressed. */
    size_t suppressed[3];
    bool failed;  /* one in the list is an error */
    bool counted; /* the last one was counted only */
    bool trial;   /* without words */
    size_t page;  /* that findings are about; see zt_diags_on_page */
};

/* Whether the list is full; the finding is counted then. A list without an error goes on, so that
   the first error of a file is never among those that are only counted. */
static bool is_enough(zt_diags *diags, zt_severity severity)
{
    if (diags->list.count < KEPT_MOST || !diags->failed)
        return false;
    diags->suppressed[severity]++;
    return diags->counted = true;
}

/* Whether it keeps the document from going on. */
static bool is_failure(const zt_diag *d)
{
    return d->severity == ZT_ERROR && d->standing == ZT_STANDING_COUNTS;
}

/* Every finding passes here, so that `failed` need not be searched for. */
static void add(zt_diags *diags, zt_diag d)
{
    diags->failed = diags->failed || is_failure(&d);
    diags->counted = false;
    d.page = d.page ? d.page : diags->page;
    ZT_PUSH(diags->arena, &diags->list, d);
}

zt_diags *zt_diags_new(zt_arena *arena)
{
    zt_diags *diags = ZT_NEW(arena, zt_diags);
    diags->arena = arena;
    return diags;
}

zt_diags *zt_diags_new_trial(zt_arena *arena)
{
    zt_diags *diags = zt_diags_new(arena);
    diags->trial = true;
    return diags;
}

void zt_diags_on_page(zt_diags *diags, size_t page)
{
    diags->page = page;
}

bool zt_diags_is_trial(const zt_diags *diags)
{
    return diags->trial;
}

void zt_diags_exhausted(const zt_diags *diags)
{
    zt_arena_exhausted(diags->arena);
}

zt_arena *zt_diags_scratch(const zt_diags *diags)
{
    return zt_arena_beside(diags->arena);
}

/* The finding with its words: both formats take the same arguments. */
__attribute__((format(printf, 3, 0), format(printf, 4, 0))) static void
add_formatted(zt_diags *diags, zt_diag d, const char *zh, const char *en, va_list args)
{
    va_list again;
    va_copy(again, args);
    d.zh = zt_arena_vprintf(diags->arena, zh, args);
    d.en = zt_arena_vprintf(diags->arena, en, again);
    va_end(again);
    add(diags, d);
}

void zt_report(zt_diags *diags, zt_severity severity, const char *code, zt_pos pos, const char *zh,
               const char *en, ...)
{
    if (is_enough(diags, severity))
        return;
    if (diags->trial) {
        zt_diag d = {.severity = severity, .code = code, .pos = pos, .zh = "", .en = ""};
        add(diags, d);
        return;
    }
    va_list args;
    va_start(args, en);
    add_formatted(diags, (zt_diag){.severity = severity, .code = code, .pos = pos}, zh, en, args);
    va_end(args);
}

void zt_report_env(zt_diags *diags, const char *code, zt_pos pos, const char *zh, const char *en,
                   ...)
{
    zt_diag d = {.severity = ZT_ERROR, .blame = ZT_BLAME_ENVIRONMENT, .code = code, .pos = pos};
    va_list args;
    va_start(args, en);
    add_formatted(diags, d, zh, en, args);
    va_end(args);
}

static void add_fix(zt_diags *diags, const char *code, zt_fix fix)
{
    zt_diag *last = diags->list.count ? &diags->list.items[diags->list.count - 1] : NULL;
    if (diags->trial || diags->counted || !last || strcmp(last->code, code) != 0)
        return; /* not in the list */
    zt_fix *all =
        zt_arena_grow(diags->arena, last->fixes, last->fix_count, last->fix_count + 1, sizeof *all);
    all[last->fix_count++] = fix;
    last->fixes = all;
}

void zt_diags_add_change(zt_diags *diags, const char *code, zt_pos at, zt_str words, zt_str put)
{
    add_fix(diags, code,
            (zt_fix){.in = at,
                     .words = zt_str_copy(diags->arena, words).data,
                     .put = zt_str_copy(diags->arena, put).data});
}

void zt_diags_add_removal(zt_diags *diags, const char *code, zt_pos at, const char *name)
{
    add_fix(
        diags, code,
        (zt_fix){
            .in = at, .words = zt_arena_strdup(diags->arena, name), .put = "", .element = true});
}

void zt_diags_add_fix(zt_diags *diags, const char *code, zt_pos in, zt_str words)
{
    zt_diags_add_change(diags, code, in, words, ZT_STR(""));
}

/* With its texts in the arena of this list. */
static zt_diag copy_of(zt_diags *diags, zt_diag d)
{
    zt_fix *fixes = ZT_ARRAY(diags->arena, d.fix_count, zt_fix);
    for (size_t i = 0; i < d.fix_count; i++)
        fixes[i] = (zt_fix){d.fixes[i].in, zt_arena_strdup(diags->arena, d.fixes[i].words),
                            zt_arena_strdup(diags->arena, d.fixes[i].put), d.fixes[i].element};
    d.zh = zt_arena_strdup(diags->arena, d.zh);
    d.en = zt_arena_strdup(diags->arena, d.en);
    d.why = d.why ? zt_arena_strdup(diags->arena, d.why) : NULL;
    d.key = d.key ? zt_arena_strdup(diags->arena, d.key) : NULL;
    d.fixes = fixes;
    return d;
}

zt_diags *zt_diags_beside(const zt_diags *diags, zt_arena *arena)
{
    return diags->trial ? zt_diags_new_trial(arena) : zt_diags_new(arena);
}

void zt_diags_merge(zt_diags *diags, const zt_diags *kept)
{
    for (size_t i = 0; i < kept->list.count; i++) {
        zt_diag d = kept->list.items[i];
        if (is_enough(diags, d.severity))
            continue;
        add(diags, copy_of(diags, d));
    }
    for (size_t i = 0; i < sizeof kept->suppressed / sizeof *kept->suppressed; i++)
        diags->suppressed[i] += kept->suppressed[i];
}

size_t zt_diags_count(const zt_diags *diags)
{
    return diags->list.count;
}

const zt_diag *zt_diags_at(const zt_diags *diags, size_t i)
{
    zt_assert(i < diags->list.count);
    return &diags->list.items[i];
}

size_t zt_diags_severity_count(const zt_diags *diags, zt_severity severity)
{
    size_t count = diags->suppressed[severity];
    for (size_t i = 0; i < diags->list.count; i++) {
        const zt_diag *d = &diags->list.items[i];
        count += d->severity == severity && d->standing == ZT_STANDING_COUNTS;
    }
    return count;
}

bool zt_diags_failed(const zt_diags *diags)
{
    return diags->failed;
}

/* As after any change of severity or standing. */
static void find_failure(zt_diags *diags)
{
    diags->failed = false;
    for (size_t i = 0; !diags->failed && i < diags->list.count; i++)
        diags->failed = is_failure(&diags->list.items[i]);
}

void zt_diags_judge(zt_diags *diags, void (*judge)(void *self, zt_diag *d), void *self)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        zt_diag *d = &diags->list.items[i];
        if (d->judged)
            continue;
        d->judged = true;
        judge(self, d);
    }
    find_failure(diags);
}

void zt_diags_raise(zt_diags *diags, const char *code, zt_severity severity)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        zt_diag *d = &diags->list.items[i];
        if (d->severity >= severity || strcmp(d->code, code) != 0)
            continue;
        d->severity = severity;
        diags->failed = diags->failed || is_failure(d);
    }
}

void zt_diags_repeat(zt_diags *diags, const zt_diag *d, zt_pos pos)
{
    for (size_t i = 0; i < diags->list.count; i++)
        if (strcmp(diags->list.items[i].code, d->code) == 0 &&
            strcmp(diags->list.items[i].zh, d->zh) == 0)
            return;
    zt_diag copy = *d;
    copy.pos = pos;
    add(diags, copy_of(diags, copy));
}

/* By file name, line and column; findings without a file come first. */
static int compare_pos(zt_pos a, zt_pos b)
{
    int by_file = strcmp(a.file ? a.file : "", b.file ? b.file : "");
    if (by_file)
        return by_file;
    return a.line != b.line ? (a.line < b.line ? -1 : 1)
                            : (a.column > b.column) - (a.column < b.column);
}

void zt_diags_sort(zt_diags *diags)
{
    zt_diag *list = diags->list.items;
    /* Insertion sort: stable, and the list is short and nearly sorted. */
    for (size_t i = 1; i < diags->list.count; i++) {
        zt_diag moved = list[i];
        size_t at = i;
        for (; at > 0 && compare_pos(list[at - 1].pos, moved.pos) > 0; at--)
            list[at] = list[at - 1];
        list[at] = moved;
    }
    size_t kept = 0;
    for (size_t i = 0; i < diags->list.count; i++) {
        bool seen = false;
        for (size_t k = kept; k > 0 && !seen && compare_pos(list[k - 1].pos, list[i].pos) == 0; k--)
            seen = strcmp(list[k - 1].code, list[i].code) == 0 &&
                   strcmp(list[k - 1].zh, list[i].zh) == 0;
        if (!seen)
            list[kept++] = list[i];
    }
    diags->list.count = kept;
}

size_t zt_diags_suppressed(const zt_diags *diags, zt_severity severity)
{
    return diags->suppressed[severity];
}

size_t zt_diags_mark(const zt_diags *diags)
{
    return diags->list.count + diags->suppressed[ZT_NOTE] + diags->suppressed[ZT_WARNING] +
           diags->suppressed[ZT_ERROR];
}

/* Where the list is full already, what a trial adds to the untold stays. */
void zt_diags_rewind(zt_diags *diags, size_t mark)
{
    zt_assert(mark <= zt_diags_mark(diags));
    if (mark >= diags->list.count)
        return;
    diags->suppressed[ZT_NOTE] = diags->suppressed[ZT_WARNING] = diags->suppressed[ZT_ERROR] = 0;
    diags->list.count = mark;
    find_failure(diags);
}
