/* gen/app/report.c — from the list of diagnostics to the session's callback and a status. */
#include <string.h>

#include "app/session.h"
#include "base/file.h"
#include "base/utf8.h"
#include "xml/node.h"

enum { SHOWN_MOST = 50 };

/* The line of the file a message points at: from the document, else read anew. */
static const char *line_of(zt_arena *arena, zt_pos pos, const zt_source *source)
{
    if (!pos.file || pos.line < 1)
        return NULL;
    zt_str bytes = {0};
    if (source && source->path && strcmp(source->path, pos.file) == 0) {
        bytes = source->bytes;
    } else {
        bool ok;
        bytes = zt_file_read(arena, zt_diags_new(arena), ZT_NOWHERE, pos.file, 0, &ok);
        if (!ok || zt_utf8_valid_prefix(bytes) != bytes.len)
            return NULL;
    }
    zt_str line = zt_source_line(bytes, pos.line);
    return line.data ? zt_str_copy(arena, line).data : NULL;
}

static void show(zhitu *session, zt_arena *arena, const zt_diag *d, const zt_source *source)
{
    zhitu_message m = {
        .severity = (zhitu_severity)d->severity,
        .code = d->code,
        .file = d->pos.file,
        .line = d->pos.line,
        .column = d->pos.column,
        .text = session->config.lang == ZHITU_EN ? d->en : d->zh,
        .source = line_of(arena, d->pos, source),
    };
    session->config.message(session->config.self, &m);
}

static zhitu_status status_of(const zt_diag *d, bool strict)
{
    if (d->severity == ZT_ERROR)
        return d->blame == ZT_BLAME_ENVIRONMENT ? ZHITU_ENVIRONMENT : ZHITU_INPUT;
    return strict && d->severity == ZT_WARNING ? ZHITU_INPUT : ZHITU_FINE;
}

zhitu_status zt_session_report(zhitu *session, zt_diags *diags, const zt_source *source,
                               bool strict)
{
    zhitu_status status = ZHITU_FINE;
    zt_session_demand_memory(session);
    zt_arena *scratch = zt_diags_scratch(diags);
    zt_diags_sort(diags);
    size_t count = zt_diags_count(diags);
    for (size_t i = 0; i < count; i++) {
        zhitu_status one = status_of(zt_diags_at(diags, i), strict);
        status = one > status ? one : status;
        if (i < SHOWN_MOST && session->config.message)
            show(session, scratch, zt_diags_at(diags, i), source);
    }
    if (count > SHOWN_MOST && session->config.message) {
        zt_diags *rest = zt_diags_new(scratch);
        zt_report(rest, ZT_NOTE, "more", ZT_NOWHERE, "另有 %zu 条未列出，共 %zu 条",
                  "%zu more are not shown, %zu in all", count - SHOWN_MOST, count);
        show(session, scratch, zt_diags_at(rest, 0), NULL);
    }
    zt_arena_drop(scratch);
    return status;
}
