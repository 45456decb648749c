/* gen/app/dump.c — the stages of a document as text or JSON, for `zhitu dump` and for the tests
   that compare them. A document runs through the pipeline up to the stage asked for; what that
   stage has made is described, and findings are reported as usual. */
#include "app/pipeline.h"
#include "scene/off_grid.h"
#include "scene/tag_tree.h"

/* A graphic is one page that boxes fill, with nothing to weigh. */
static const zt_account *account_of(const zt_work *w)
{
    if (w->account)
        return w->account;
    zt_account *account = ZT_NEW(w->arena, zt_account);
    account->root = zt_root_name(w->doc->root);
    for (size_t i = 0; i < w->book->page_count; i++) {
        zt_account_page page = {.master = w->template_->name};
        ZT_PUSH(w->arena, &account->pages, page);
    }
    return account;
}

/* The same of the lines of a page and the words that stand between them. */
static void dump_lines(const zt_work *w, const zt_scene *page, zt_buf *out)
{
    if (page->grid.line <= 0)
        return;
    zt_off_lines off = zt_scene_off_lines(w->arena, page);
    zt_buf_printf(out, "lines off %zu\n", off.count);
    for (size_t i = 0; i < off.count; i++) {
        const zt_off_line *line = &off.items[i];
        zt_buf_printf(out, "off-line %s %s line %d ", line->block->block, line->part,
                      line->block->item.at.line);
        zt_buf_number(out, zt_mm_from_pt(line->by), 2);
        zt_buf_puts(out, "mm\n");
    }
}

/* Behind a page with a grid: its columns, how many edges stand off them, and each of these with
   how far, in millimetres. */
static void dump_grid(const zt_work *w, zt_buf *out)
{
    for (size_t i = 0; i < w->book->page_count; i++) {
        const zt_scene *page = w->book->pages[i];
        if (page->grid.columns == 0)
            continue;
        zt_off_edges off = zt_scene_off_grid(w->arena, page);
        zt_buf_printf(out, "grid %d columns off %zu\n", page->grid.columns, off.count);
        for (size_t k = 0; k < off.count; k++) {
            const zt_off_edge *edge = &off.items[k];
            zt_buf_printf(out, "off-grid %s", edge->block->block);
            if (edge->block->id)
                zt_buf_printf(out, " #%s", edge->block->id);
            zt_buf_printf(out, " line %d %s ", edge->block->item.at.line,
                          edge->right ? "right" : "left");
            zt_buf_number(out, zt_mm_from_pt(edge->by), 2);
            zt_buf_puts(out, "mm\n");
        }
        dump_lines(w, page, out);
    }
}

/* The stage's own dump; a scene's text ends with what fitting the page came to. */
static void dump_stage(const zt_work *w, zhitu_stage stage, bool json, zt_buf *out)
{
    switch (stage) {
    case ZHITU_XML:
        if (w->source && w->source->root)
            (json ? zt_node_dump_json : zt_node_dump)(out, w->source->root);
        break;
    case ZHITU_MODEL:
        if (w->doc)
            (json ? zt_doc_dump_json : zt_doc_dump)(out, w->doc);
        break;
    case ZHITU_BLOCKS:
        if (w->composition)
            (json ? zt_composition_dump_json : zt_composition_dump)(out, w->composition);
        break;
    case ZHITU_PAGES:
        if (w->book)
            (json ? zt_account_dump_json : zt_account_dump)(out, account_of(w));
        break;
    case ZHITU_SCENE:
        if (w->book)
            (json ? zt_book_dump_json : zt_book_dump)(out, w->book, zt_face_ps_name);
        if (w->book && !json) {
            zt_buf_puts(out, "slack ");
            zt_buf_number(out, w->layout.slack, 2);
            zt_buf_puts(out, " leading ");
            zt_buf_number(out, w->layout.fit.leading, 3);
            zt_buf_printf(out, " size-steps %d dropped %zu\n", (int)w->layout.fit.size_steps,
                          w->layout.fit.dropped);
            dump_grid(w, out);
        }
        break;
    case ZHITU_READING:
        if (w->book)
            zt_book_read_aloud(out, w->book);
        break;
    }
}

/* The arguments of zhitu_dump, for an attempt. */
typedef struct dump_job {
    zhitu *session;
    const char *path;
    zhitu_stage stage;
    bool json;
    const zhitu_job *job;
    void (*sink)(void *self, const char *data, size_t len);
} dump_job;

/* The text goes out in one piece, after it is certain that memory sufficed. */
static zhitu_status dump_document(void *self)
{
    const dump_job *d = self;
    zhitu *session = d->session;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_work work = zt_work_of_file(session, d->job, arena, d->path);
    zt_work_run(&work, d->stage);
    zt_buf out;
    zt_buf_init(&out, arena);
    dump_stage(&work, d->stage, d->json, &out);
    zt_session_demand_memory(session);
    if (out.len)
        d->sink(session->config.self, out.data, out.len);
    zhitu_status status = zt_work_report(&work);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_dump(zhitu *session, const char *path, zhitu_stage stage, bool json,
                        const zhitu_job *job,
                        void (*sink)(void *self, const char *data, size_t len))
{
    dump_job d = {session, path, stage, json, job, sink};
    return zt_session_attempt(session, path, dump_document, &d);
}
