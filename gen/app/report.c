/* gen/app/report.c — from the list of diagnostics to the session's callback and a status: findings
   sorted by place, each with the line of the source that it is about, counted, and cut off after
   the number that the host wants to see. */
#include <string.h>

#include "app/extent.h"
#include "app/remedy.h"
#include "app/session.h"
#include "base/file.h"
#include "base/utf8.h"
#include "xml/node.h"

/* Findings of one document that are shown unless the session says otherwise. */
enum { SHOWN_MOST = 50 };

zt_str zt_session_bytes(zt_arena *arena, zt_pos pos, const zt_source *source)
{
    if (!pos.file || pos.line < 1)
        return (zt_str){0};
    if (source && source->path && strcmp(source->path, pos.file) == 0)
        return source->bytes;
    bool ok;
    zt_str bytes = zt_file_read(arena, zt_diags_new(arena), ZT_NOWHERE, pos.file, 0, &ok);
    return ok && zt_utf8_valid_prefix(bytes) == bytes.len ? bytes : (zt_str){0};
}

/* The remedy of a finding, found in the file again; none unless all of it stands there so. */
static size_t fixes_of(zt_arena *arena, const zt_diag *d, zt_str bytes, zhitu_fix **out)
{
    zt_edit *edits;
    size_t count = zt_remedy_edits(arena, d, bytes, &edits);
    *out = ZT_ARRAY(arena, count, zhitu_fix);
    for (size_t i = 0; i < count; i++)
        (*out)[i] =
            (zhitu_fix){edits[i].pos.line, edits[i].pos.column,
                        zt_str_copy(arena, zt_str_slice(bytes, edits[i].at, edits[i].end)).data,
                        zt_str_copy(arena, edits[i].put).data};
    return count;
}

/* Hands one finding over, with the end of what it points at and the line of the source. */
static void show(zhitu *session, const zt_diag *d, const zt_source *source)
{
    zt_arena *scratch = zt_arena_beside(session->arena);
    zt_str bytes = zt_session_bytes(scratch, d->pos, source);
    zt_str line = bytes.data ? zt_source_line(bytes, d->pos.line) : (zt_str){0};
    zt_pos end = zt_extent_end(bytes, d->pos);
    if (end.line == 0) /* of a cell, or behind the end of the file */
        end = d->pos;
    zhitu_message m = {
        .severity = (zhitu_severity)d->severity,
        .code = d->code,
        .file = zt_utf8_printable(scratch, d->pos.file),
        .document = zt_utf8_printable(scratch, session->document),
        .standing = (zhitu_standing)d->standing,
        .why = zt_utf8_printable(scratch, d->why),
        .key = d->key,
        .line = d->pos.line,
        .column = d->pos.column,
        .end_line = end.line,
        .end_column = end.column,
        .page = (int)d->page,
        .text = zt_utf8_printable(scratch, session->config.lang == ZHITU_EN ? d->en : d->zh),
        .source = line.data ? zt_utf8_printable(scratch, zt_str_copy(scratch, line).data) : NULL,
    };
    zhitu_fix *fixes;
    m.fix_count = fixes_of(scratch, d, bytes, &fixes);
    m.fixes = fixes;
    session->config.message(session->config.self, &m);
    zt_arena_drop(scratch);
}

/* Adds to the session's sums. */
static void count(zhitu_count *sum, const zt_diag *d)
{
    size_t *const by_severity[] = {&sum->notes, &sum->warnings, &sum->errors};
    size_t *const aside[] = {NULL, &sum->accepted, &sum->known, &sum->off};
    ++*(d->standing == ZT_STANDING_COUNTS ? by_severity[d->severity] : aside[d->standing]);
}

/* What one finding amounts to. */
static zhitu_status status_of(const zt_diag *d, bool strict)
{
    if (d->standing != ZT_STANDING_COUNTS)
        return ZHITU_FINE;
    if (d->severity == ZT_ERROR)
        return d->blame == ZT_BLAME_ENVIRONMENT ? ZHITU_ENVIRONMENT : ZHITU_INPUT;
    return strict && d->severity == ZT_WARNING ? ZHITU_INPUT : ZHITU_FINE;
}

/* The note `more`: how many were not shown. */
static void show_rest(zhitu *session, size_t rest, size_t all)
{
    zt_arena *scratch = zt_arena_beside(session->arena);
    zt_diags *more = zt_diags_new(scratch);
    zt_report(more, ZT_NOTE, "more", ZT_NOWHERE, "另有 %zu 条未列出，共 %zu 条",
              "%zu more are not shown, %zu in all", rest, all);
    show(session, zt_diags_at(more, 0), NULL);
    zt_arena_drop(scratch);
}

/* How many of each severity are shown when not all are: an error may not hide behind fifty
   warnings. */
static void share_out(const zt_diags *diags, size_t most, size_t share[3])
{
    const zt_severity order[] = {ZT_ERROR, ZT_WARNING, ZT_NOTE};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t count = zt_diags_severity_count(diags, order[i]);
        share[order[i]] = count < most ? count : most;
        most -= share[order[i]];
    }
}

/* Those that count, as long as their share lasts; those that do not for a host that wants all, but
   for what is switched off. */
static bool is_shown(const zhitu *session, const zt_diag *d, size_t share[3])
{
    if (d->standing != ZT_STANDING_COUNTS)
        return session->config.shown_most == (size_t)-1 && d->standing != ZT_STANDING_OFF;
    if (share[d->severity] == 0)
        return false;
    share[d->severity]--;
    return true;
}

/* All that count and are listed. */
static size_t counting(const zt_diags *diags)
{
    size_t count = 0;
    for (size_t i = 0; i < zt_diags_count(diags); i++)
        count += zt_diags_at(diags, i)->standing == ZT_STANDING_COUNTS;
    return count;
}

/* All are counted, whatever is shown. */
zhitu_status zt_session_report(zhitu *session, zt_diags *diags, const zt_source *source,
                               bool strict)
{
    zhitu_status status = ZHITU_FINE;
    zt_session_demand_memory(session);
    zt_diags_sort(diags);
    size_t all = zt_diags_count(diags);
    size_t most = session->config.shown_most ? session->config.shown_most : SHOWN_MOST;
    size_t share[3];
    share_out(diags, most, share);
    for (size_t i = 0; i < all; i++) {
        const zt_diag *d = zt_diags_at(diags, i);
        zhitu_status one = status_of(d, strict);
        status = one > status ? one : status;
        count(&session->count, d);
        if (is_shown(session, d, share) && session->config.message)
            show(session, d, source);
    }
    all = counting(diags);
    zhitu_count *sum = &session->count;
    sum->notes += zt_diags_suppressed(diags, ZT_NOTE);
    sum->warnings += zt_diags_suppressed(diags, ZT_WARNING);
    sum->errors += zt_diags_suppressed(diags, ZT_ERROR);
    all += zt_diags_suppressed(diags, ZT_NOTE) + zt_diags_suppressed(diags, ZT_WARNING) +
           zt_diags_suppressed(diags, ZT_ERROR);
    if (all > most && session->config.message)
        show_rest(session, all - most, all);
    return status;
}
