/* gen/app/batch/records.c — what a run leaves to the next.

   When a file may be taken for the one that it was: if size, both times and inode are. That does
   not hold of a file that was changed twice within one step of the clock that stamps files; so a
   record is written only when that clock has gone on since the last of its outputs was, and none
   is written of a document whose inputs changed after the run began. */
#include "app/batch/records.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/batch/packing.h"
#include "app/batch/imprints.h"
#include "app/batch/program.h"
#include "app/pipeline.h"
#include "base/file.h"

#define HEAD "zhitu record 1"
/* Nanoseconds: a step of the coarsest clock of Linux (CONFIG_HZ=100), twice. */
enum { CLOCK_STEP = 20 * 1000 * 1000 };

/* A file with what it was. */
typedef struct recorded_file {
    const char *path;
    zt_imprint print;
} recorded_file;
typedef ZT_VEC(recorded_file) recorded_files;

/* A record as its file has it. */
typedef struct record_content {
    zt_content_hash context; /* of options, program and places */
    const char *id;
    recorded_files inputs, outputs; /* of the inputs the document comes first */
    zt_str reply;
} record_content;

/* A document that is made, until its record is written. */
typedef struct kept_record {
    zt_arena *arena; /* of all that follows; NULL: no record comes of it */
    const char *path, *id;
    const zhitu_job *job;
    zt_libraries inputs, absent, folders;
    recorded_files outputs;
    zt_str reply;
} kept_record;

struct zt_records {
    zt_arena *arena;
    zhitu *session;
    const char *folder;
    zt_str identity; /* of the program */
    zt_libraries loaded;
    long long begun; /* nanoseconds since 1970 */
    zt_imprints *prints;
    /* Of the folder of the document that was asked for last. */
    const char *places_of, *places;
    kept_record now; /* the document at work */
    ZT_VEC(kept_record) kept;
};

/* The clock of the stamps of files. */
static long long clock_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (long long)t.tv_sec * 1000000000LL + t.tv_nsec;
}

zt_records *zt_records_open(zt_arena *arena, zhitu *session, const zhitu_job *job)
{
    if (!job->write || zt_job_is_piped(job))
        return NULL;
    zt_records *r = ZT_NEW(arena, zt_records);
    r->arena = arena;
    r->session = session;
    r->folder = zt_path_join(arena, job->out_dir ? job->out_dir : "out", ".zhitu");
    r->identity = zt_program_identity(arena, &r->loaded);
    r->begun = clock_ns();
    r->prints = zt_imprints_new(arena);
    return r;
}

/* ---- what a record holds for ---- */

static void put_word(zt_buf *out, const char *word)
{
    zt_pack_text(out, word);
}

static void put_job(zt_buf *out, const zhitu_job *job)
{
    const char *const words[] = {job->out_dir,       job->name,  job->formats, job->profile,
                                 job->template_name, job->theme, job->slot};
    const int numbers[] = {job->explain, job->mono,      job->layout, job->final,
                           job->strict,  job->show_grid, job->look};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        put_word(out, words[i]);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        zt_pack_int(out, (uint64_t)numbers[i]);
    for (size_t i = 0; i < job->value_count; i++) {
        put_word(out, job->values[i].flag);
        put_word(out, job->values[i].value);
    }
}

static void put_config(zt_buf *out, const zhitu_config *c)
{
    const char *const words[] = {c->root, c->templates, c->data_dir, c->source_date_epoch};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        put_word(out, words[i]);
    for (size_t i = 0; i < c->level_count; i++) {
        put_word(out, c->levels[i].code);
        zt_pack_int(out, (uint64_t)c->levels[i].weight);
    }
    put_word(out, c->baseline);
    zt_pack_int(out, c->keys);
    zt_pack_int(out, (uint64_t)c->lang);
    zt_pack_int(out, c->shown_most);
}

/* Where the document's things are looked for: another folder may have been put there meanwhile.
   Found once for the documents of one folder. */
static const char *places_of(zt_records *r, const char *path)
{
    zt_arena *scratch = zt_arena_beside(r->arena);
    const char *folder = zt_path_dir(scratch, path);
    if (!r->places_of || strcmp(folder, r->places_of) != 0) {
        zt_places places = zt_session_places(r->session, scratch, path);
        zt_buf text;
        zt_buf_init(&text, r->arena);
        zt_buf_printf(&text, "%s\n%s\n", places.root,
                      zt_session_font_dir(r->session, scratch, &places));
        for (size_t i = 0; i < places.dir_count; i++)
            zt_buf_printf(&text, "%s\n", places.dirs[i]);
        r->places = text.data;
        r->places_of = zt_arena_strdup(r->arena, folder);
    }
    zt_arena_drop(scratch);
    return r->places;
}

static zt_content_hash context_of(zt_records *r, const char *path, const zhitu_job *job)
{
    zt_arena *scratch = zt_arena_beside(r->arena);
    zt_buf text;
    zt_buf_init(&text, scratch);
    put_job(&text, job);
    put_config(&text, &r->session->config);
    put_word(&text, places_of(r, path));
    zt_pack_bytes(&text, r->identity);
    zt_content_hash hash = zt_content_hash_of(text.data, text.len);
    zt_arena_drop(scratch);
    return hash;
}

/* The file of the record: one for each document and each way in which a job makes it. */
static const char *file_of(const zt_records *r, zt_arena *arena, const char *path,
                           const zhitu_job *job)
{
    const char *const words[] = {path,       job->name, job->template_name,
                                 job->theme, job->slot, job->profile};
    zt_buf text;
    zt_buf_init(&text, arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        put_word(&text, words[i]);
    zt_content_hash hash = zt_content_hash_of(text.data, text.len);
    return zt_arena_printf(
        arena, "%s/%02x/%014llx%016llx", r->folder, (unsigned)(hash.lane[0] >> 56),
        (unsigned long long)(hash.lane[0] & 0xFFFFFFFFFFFFFFu), (unsigned long long)hash.lane[1]);
}

/* ---- its file ---- */

static void pack_hash(zt_buf *out, zt_content_hash hash)
{
    zt_pack_int(out, hash.lane[0]);
    zt_pack_int(out, hash.lane[1]);
}

static zt_content_hash unpack_hash(zt_unpack *in)
{
    zt_content_hash hash = {{zt_unpack_int(in)}};
    hash.lane[1] = zt_unpack_int(in);
    return hash;
}

static void pack_files(zt_buf *out, const recorded_files *files)
{
    zt_pack_int(out, files->count);
    for (size_t i = 0; i < files->count; i++) {
        const zt_imprint *p = &files->items[i].print;
        zt_pack_text(out, files->items[i].path);
        zt_pack_int(out, p->kind);
        const long long stamp[] = {p->stamp.size, p->stamp.mtime_ns, p->stamp.ctime_ns,
                                   p->stamp.inode};
        for (size_t k = 0; k < sizeof stamp / sizeof *stamp; k++)
            zt_pack_int(out, (uint64_t)stamp[k]);
        pack_hash(out, p->hash);
    }
}

static void unpack_files(zt_arena *arena, zt_unpack *in, recorded_files *files)
{
    size_t count = (size_t)zt_unpack_int(in);
    for (size_t i = 0; i < count && !in->bad; i++) {
        recorded_file file = {.path = zt_unpack_text(in)};
        zt_imprint *p = &file.print;
        p->kind = (zt_imprint_kind)zt_unpack_int(in);
        long long *const stamp[] = {&p->stamp.size, &p->stamp.mtime_ns, &p->stamp.ctime_ns,
                                    &p->stamp.inode};
        for (size_t k = 0; k < sizeof stamp / sizeof *stamp; k++)
            *stamp[k] = (long long)zt_unpack_int(in);
        p->hash = unpack_hash(in);
        p->was_read = true;
        ZT_PUSH(arena, files, file);
    }
}

/* What was written over by two at a time, or cut short, does not have the hash that ends it. */
static void pack_record(zt_buf *out, const record_content *record)
{
    zt_pack_text(out, HEAD);
    pack_hash(out, record->context);
    zt_pack_text(out, record->id);
    pack_files(out, &record->inputs);
    pack_files(out, &record->outputs);
    zt_pack_bytes(out, record->reply);
    pack_hash(out, zt_content_hash_of(out->data, out->len));
}

static bool unpack_record(zt_arena *arena, zt_str bytes, record_content *record)
{
    const size_t end = sizeof(zt_content_hash);
    if (bytes.len < end)
        return false;
    zt_unpack tail = {zt_rest_of(bytes, bytes.len - end), false};
    zt_str body = zt_str_slice(bytes, 0, bytes.len - end);
    if (!zt_content_hash_equal(unpack_hash(&tail), zt_content_hash_of(body.data, body.len)))
        return false;
    zt_unpack in = {body, false};
    const char *head = zt_unpack_text(&in);
    if (!head || strcmp(head, HEAD) != 0)
        return false;
    record->context = unpack_hash(&in);
    record->id = zt_unpack_text(&in);
    unpack_files(arena, &in, &record->inputs);
    unpack_files(arena, &in, &record->outputs);
    record->reply = zt_unpack_bytes(&in);
    return !in.bad && record->inputs.count > 0 && record->outputs.count > 0;
}

/* Not synced: a record that a power cut takes is made again with its document. */
static void write_file(zt_arena *arena, const char *path, const void *data, size_t len)
{
    const int how = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
    int fd = open(path, how, 0666);
    if (fd < 0 && errno == ENOENT) {
        const char *folder = zt_path_dir(arena, path);
        mkdir(zt_path_dir(arena, folder), 0777);
        mkdir(folder, 0777);
        fd = open(path, how, 0666);
    }
    if (fd < 0)
        return;
    bool whole = zt_fd_write(fd, data, len);
    close(fd);
    if (!whole)
        unlink(path);
}

static void write_record(zt_records *r, const char *path, const zhitu_job *job,
                         const record_content *record)
{
    zt_arena *scratch = zt_arena_beside(r->arena);
    zt_buf bytes;
    zt_buf_init(&bytes, scratch);
    pack_record(&bytes, record);
    write_file(scratch, file_of(r, scratch, path, job), bytes.data, bytes.len);
    zt_arena_drop(scratch);
}

/* ---- whether it holds ---- */

/* The document and its outputs are nobody else's; the prints of all others are kept. */
static bool inputs_hold(zt_records *r, recorded_files *inputs, bool *restamp)
{
    for (size_t i = 0; i < inputs->count; i++) {
        recorded_file *file = &inputs->items[i];
        zt_imprint own = i == 0 ? zt_imprint_of(file->path) : (zt_imprint){0};
        zt_imprint *now = i == 0 ? &own : zt_imprints_of(r->prints, file->path);
        if (!zt_imprint_same(r->arena, file->path, &file->print, now, restamp))
            return false;
        file->print.stamp = now->stamp;
    }
    return true;
}

static bool outputs_hold(zt_records *r, recorded_files *outputs, bool *restamp)
{
    for (size_t i = 0; i < outputs->count; i++) {
        recorded_file *file = &outputs->items[i];
        zt_imprint now = zt_imprint_of(file->path);
        if (now.kind != ZT_IMPRINT_FILE ||
            !zt_imprint_same(r->arena, file->path, &file->print, &now, restamp))
            return false;
        file->print.stamp = now.stamp;
    }
    return true;
}

/* Whether the clock of the stamps has gone on since all of these. */
static bool are_settled(const recorded_files *files, long long now)
{
    for (size_t i = 0; i < files->count; i++)
        if (files->items[i].print.stamp.ctime_ns + CLOCK_STEP > now)
            return false;
    return true;
}

/* Files that were copied, or checked out anew, are read once and then known by their stamps. */
static void restamp_record(zt_records *r, const char *path, const zhitu_job *job,
                           const record_content *record)
{
    long long now = clock_ns();
    if (are_settled(&record->inputs, now) && are_settled(&record->outputs, now))
        write_record(r, path, job, record);
}

bool zt_records_find(zt_records *r, zt_arena *arena, const char *path, const zhitu_job *job,
                     zt_record *out)
{
    bool ok, restamp = false;
    record_content record = {0};
    const char *file = file_of(r, arena, path, job);
    if (!zt_file_exists(file))
        return false;
    zt_str bytes = zt_file_read(arena, zt_diags_new(arena), ZT_NOWHERE, file, 0, &ok);
    if (!ok || !unpack_record(arena, bytes, &record) ||
        !zt_content_hash_equal(record.context, context_of(r, path, job)) ||
        !outputs_hold(r, &record.outputs, &restamp) || !inputs_hold(r, &record.inputs, &restamp))
        return false;
    if (restamp)
        restamp_record(r, path, job, &record);
    *out = (zt_record){record.id, record.reply};
    return true;
}

/* ---- making it ---- */

void zt_records_begin(zt_records *r, const char *path, const char *id, const zhitu_job *job)
{
    zt_arena_drop(r->now.arena);
    r->now = (kept_record){.path = path, .id = id, .job = job};
}

static void copy_list(zt_arena *arena, const char *const *from, size_t count, zt_libraries *to)
{
    for (size_t i = 0; i < count; i++)
        ZT_PUSH(arena, to, zt_arena_strdup(arena, from[i]));
}

/* Stamps of the outputs are taken at once: what another writes there later is not ours. */
void zt_records_hear(void *self, const zhitu_made *made)
{
    zt_records *r = self;
    kept_record *now = &r->now;
    if (!made->published || strcmp(made->document, now->path) != 0)
        return;
    zt_arena *arena = now->arena = zt_arena_beside(r->arena);
    copy_list(arena, made->inputs, made->input_count, &now->inputs);
    copy_list(arena, made->absent, made->absent_count, &now->absent);
    copy_list(arena, made->folders, made->folder_count, &now->folders);
    for (size_t i = 0; i < made->output_count; i++) {
        recorded_file file = {zt_arena_strdup(arena, made->outputs[i]),
                              zt_imprint_of(made->outputs[i])};
        ZT_PUSH(arena, &now->outputs, file);
    }
}

/* Without a lock another face may be found the next time. */
static bool fonts_are_locked(const zhitu *session)
{
    for (size_t i = 0; i < session->fonts.count; i++)
        if (!zt_fonts_are_locked(session->fonts.items[i].fonts))
            return false;
    return true;
}

/* Those that were opened by chance for another document do no harm, and libraries neither. */
static void add_shared(const zt_records *r, kept_record *k)
{
    for (size_t i = 0; i < r->session->fonts.count; i++) {
        const zt_fonts *fonts = r->session->fonts.items[i].fonts;
        for (size_t f = 0; f < zt_fonts_file_count(fonts); f++)
            ZT_PUSH(k->arena, &k->inputs, zt_fonts_file(fonts, f));
    }
    zt_libraries since = zt_libraries_since(k->arena, &r->loaded);
    copy_list(k->arena, since.items, since.count, &k->inputs);
}

/* Adds what the file is now; false when it changed after the run began, so that nobody knows what
   was read of it. */
static bool add_print(zt_records *r, kept_record *k, const char *path, recorded_files *to)
{
    recorded_file file = {path, zt_imprint_of(path)};
    if (file.print.kind != ZT_IMPRINT_ABSENT && file.print.stamp.ctime_ns >= r->begun)
        return false;
    if (to->count > 0) { /* the first is the document, which is nobody else's */
        zt_imprint *kept = zt_imprints_of(r->prints, path);
        if (!zt_imprint_read(r->arena, path, kept))
            return false;
        file.print.hash = kept->hash;
    } else if (!zt_imprint_read(r->arena, path, &file.print)) {
        return false;
    }
    ZT_PUSH(k->arena, to, file);
    return true;
}

static bool add_prints(zt_records *r, kept_record *k, const zt_libraries *paths, recorded_files *to)
{
    for (size_t i = 0; i < paths->count; i++)
        if (!add_print(r, k, paths->items[i], to))
            return false;
    return true;
}

/* What lies there is still what this run wrote. */
static bool outputs_are_ours(zt_records *r, recorded_files *outputs)
{
    for (size_t i = 0; i < outputs->count; i++) {
        recorded_file *file = &outputs->items[i];
        zt_imprint now = zt_imprint_of(file->path);
        if (now.kind != ZT_IMPRINT_FILE || !zt_stamp_equal(now.stamp, file->print.stamp) ||
            !zt_imprint_read(r->arena, file->path, &file->print))
            return false;
    }
    return true;
}

static void finish(zt_records *r, kept_record *k)
{
    record_content record = {.context = context_of(r, k->path, k->job),
                             .id = k->id,
                             .outputs = k->outputs,
                             .reply = k->reply};
    if (outputs_are_ours(r, &record.outputs) && add_prints(r, k, &k->inputs, &record.inputs) &&
        add_prints(r, k, &k->absent, &record.inputs) &&
        add_prints(r, k, &k->folders, &record.inputs))
        write_record(r, k->path, k->job, &record);
    zt_arena_drop(k->arena);
    k->arena = NULL;
}

/* Those for which the clock has gone on; the others stay. */
static void finish_settled(zt_records *r)
{
    size_t left = 0;
    long long now = clock_ns();
    for (size_t i = 0; i < r->kept.count; i++) {
        if (are_settled(&r->kept.items[i].outputs, now))
            finish(r, &r->kept.items[i]);
        else
            r->kept.items[left++] = r->kept.items[i];
    }
    r->kept.count = left;
}

void zt_records_end(zt_records *r, zt_str reply)
{
    kept_record *now = &r->now;
    if (now->arena && fonts_are_locked(r->session)) {
        now->reply = zt_str_copy(now->arena, reply);
        add_shared(r, now);
        ZT_PUSH(r->arena, &r->kept, *now);
        now->arena = NULL;
    }
    finish_settled(r);
}

void zt_records_settle(zt_records *r)
{
    const struct timespec step = {0, CLOCK_STEP};
    if (r->kept.count > 0)
        nanosleep(&step, NULL);
    finish_settled(r);
}
