/* gen/app/batch/reply.c — what there is to say of a document, as bytes. */
#include "app/batch/reply.h"

#include <string.h>

#include "app/batch/packing.h"

/* What happens, each led by its number. */
enum reply_event { MESSAGE = 1, WRITTEN, MADE, OUTPUT, END };

/* ---- writing ---- */

static void on_message(void *self, const zhitu_message *m)
{
    zt_reply *reply = self;
    zt_buf *out = reply->out;
    const uint64_t numbers[] = {
        MESSAGE,
        (uint64_t)m->severity,
        (uint64_t)m->line,
        (uint64_t)m->column,
        (uint64_t)m->end_line,
        (uint64_t)m->end_column,
        (uint64_t)m->page,
        (uint64_t)m->standing,
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        zt_pack_int(out, numbers[i]);
    const char *const texts[] = {m->code, m->document, m->file, m->text, m->source, m->why, m->key};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        zt_pack_text(out, texts[i]);
    zt_pack_int(out, m->fix_count);
    for (size_t i = 0; i < m->fix_count; i++) {
        zt_pack_int(out, (uint64_t)m->fixes[i].line);
        zt_pack_int(out, (uint64_t)m->fixes[i].column);
        zt_pack_text(out, m->fixes[i].remove);
        zt_pack_text(out, m->fixes[i].insert);
    }
    reply->out_of_memory = reply->out_of_memory || strcmp(m->code, "out-of-memory") == 0;
    /* It is about the folder of outputs, whatever the document is. */
    reply->of_moment = reply->of_moment || strcmp(m->code, "pages-left") == 0;
}

static void on_written(void *self, const char *path)
{
    const zt_reply *reply = self;
    zt_pack_int(reply->out, WRITTEN);
    zt_pack_text(reply->out, path);
}

static void on_output(void *self, const void *data, size_t len)
{
    const zt_reply *reply = self;
    zt_pack_int(reply->out, OUTPUT);
    zt_pack_bytes(reply->out, (zt_str){data, len});
}

static void put_list(zt_buf *out, const char *const *texts, size_t count)
{
    zt_pack_int(out, count);
    for (size_t i = 0; i < count; i++)
        zt_pack_text(out, texts[i]);
}

static void on_made(void *self, const zhitu_made *made)
{
    const zt_reply *reply = self;
    zt_pack_int(reply->out, MADE);
    zt_pack_text(reply->out, made->document);
    put_list(reply->out, made->outputs, made->output_count);
    put_list(reply->out, made->inputs, made->input_count);
    put_list(reply->out, made->absent, made->absent_count);
    put_list(reply->out, made->folders, made->folder_count);
    zt_pack_int(reply->out, made->page_count);
    zt_pack_int(reply->out, made->published);
    if (reply->made)
        reply->made(reply->self, made);
}

void zt_reply_listen(zhitu *session, zt_reply *reply)
{
    zhitu_config *c = &session->config;
    bool heard = c->made || reply->made;
    c->self = reply;
    c->message = c->message ? on_message : NULL;
    c->written = c->written ? on_written : NULL;
    c->output = c->output ? on_output : NULL;
    c->made = heard ? on_made : NULL;
    c->progress = NULL;
}

void zt_reply_begin(zhitu *session, zt_reply *reply, zt_buf *out)
{
    reply->out = out;
    reply->before = session->count;
    reply->out_of_memory = reply->of_moment = false;
}

/* In the order of the fields; each is a count of its own. */
#define COUNTS(X)                                                                                  \
    X(documents)                                                                                   \
    X(outputs) X(errors) X(warnings) X(notes) X(pages) X(skipped) X(accepted) X(known) X(off)

void zt_reply_end(const zhitu *session, zt_reply *reply, zhitu_status status)
{
    const zhitu_count *now = &session->count, *before = &reply->before;
    zt_pack_int(reply->out, END);
    zt_pack_int(reply->out, (uint64_t)status);
#define PACK(field) zt_pack_int(reply->out, now->field - before->field);
    COUNTS(PACK)
#undef PACK
}

/* ---- reading ---- */

/* What is read lives in an arena until the whole reply is told. */
typedef struct reply_reader {
    zhitu *session;
    zt_arena *arena;
    zt_unpack in;
    zt_reply_manner manner;
} reply_reader;

/* As many as a list can have whose members take eight bytes at least. */
static size_t read_count(zt_unpack *in)
{
    uint64_t count = zt_unpack_int(in);
    in->bad = in->bad || count > in->rest.len / 8;
    return in->bad ? 0 : (size_t)count;
}

static const zhitu_fix *read_fixes(reply_reader *r, size_t *count)
{
    *count = read_count(&r->in);
    zhitu_fix *fixes = ZT_ARRAY(r->arena, *count, zhitu_fix);
    for (size_t i = 0; i < *count; i++) {
        fixes[i].line = (int)zt_unpack_int(&r->in);
        fixes[i].column = (int)zt_unpack_int(&r->in);
        fixes[i].remove = zt_unpack_text(&r->in);
        fixes[i].insert = zt_unpack_text(&r->in);
    }
    return fixes;
}

static void tell_message(reply_reader *r)
{
    zhitu_message m = {.severity = (zhitu_severity)zt_unpack_int(&r->in)};
    int standing = 0;
    int *const numbers[] = {&m.line, &m.column, &m.end_line, &m.end_column, &m.page, &standing};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        *numbers[i] = (int)zt_unpack_int(&r->in);
    const char **const texts[] = {&m.code,   &m.document, &m.file, &m.text,
                                  &m.source, &m.why,      &m.key};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = zt_unpack_text(&r->in);
    m.standing = (zhitu_standing)standing;
    m.fixes = read_fixes(r, &m.fix_count);
    const zhitu_config *c = &r->session->config;
    if (!r->in.bad && c->message)
        c->message(c->self, &m);
}

static const char *const *read_list(reply_reader *r, size_t *count)
{
    *count = read_count(&r->in);
    const char **texts = ZT_ARRAY(r->arena, *count, const char *);
    for (size_t i = 0; i < *count; i++)
        texts[i] = zt_unpack_text(&r->in);
    return texts;
}

static void tell_made(reply_reader *r)
{
    zhitu_made made = {.document = zt_unpack_text(&r->in)};
    made.outputs = read_list(r, &made.output_count);
    made.inputs = read_list(r, &made.input_count);
    made.absent = read_list(r, &made.absent_count);
    made.folders = read_list(r, &made.folder_count);
    made.page_count = (size_t)zt_unpack_int(&r->in);
    made.published = zt_unpack_int(&r->in) != 0;
    const zhitu_config *c = &r->session->config;
    if (!r->in.bad && c->made)
        c->made(c->self, &made);
}

static void tell_written(reply_reader *r)
{
    const char *path = zt_unpack_text(&r->in);
    const zhitu_config *c = &r->session->config;
    if (path && c->written && r->manner == ZT_REPLY_FIRST)
        c->written(c->self, path);
}

static void tell_output(reply_reader *r)
{
    zt_str bytes = zt_unpack_bytes(&r->in);
    const zhitu_config *c = &r->session->config;
    if (!r->in.bad && c->output)
        c->output(c->self, bytes.data, bytes.len);
}

/* Files that are as they were are not counted among those written. */
static zhitu_status tell_end(reply_reader *r)
{
    zhitu_count *sum = &r->session->count;
    zhitu_status status = (zhitu_status)zt_unpack_int(&r->in);
    zhitu_count one;
#define UNPACK(field) one.field = (size_t)zt_unpack_int(&r->in);
    COUNTS(UNPACK)
#undef UNPACK
    if (r->in.bad)
        return ZHITU_BUG;
    if (r->manner == ZT_REPLY_AGAIN) {
        one.outputs = 0;
        one.skipped = 1;
    }
#define ADD(field) sum->field += one.field;
    COUNTS(ADD)
#undef ADD
    return status;
}

zhitu_status zt_reply_tell(zhitu *session, zt_str bytes, zt_reply_manner manner)
{
    reply_reader r = {session, zt_arena_beside(session->arena), {bytes, false}, manner};
    zhitu_status status = ZHITU_BUG;
    for (bool more = true; more && !r.in.bad;) {
        switch ((enum reply_event)zt_unpack_int(&r.in)) {
        case MESSAGE:
            tell_message(&r);
            break;
        case WRITTEN:
            tell_written(&r);
            break;
        case MADE:
            tell_made(&r);
            break;
        case OUTPUT:
            tell_output(&r);
            break;
        case END:
            status = tell_end(&r);
            more = false;
            break;
        default:
            more = false;
            break;
        }
    }
    zt_arena_drop(r.arena);
    return status;
}
