/* gen/app/gallery.c — zhitu gallery: every block and kind of chart in every variant. What there is
   comes from the registries, what it shows from templates/gallery: NAME-VARIANT.xml, else NAME.xml
   (of a chart: chart-KIND.xml). A sample NAME-WORD.xml of no variant is shown as well. */
#include <string.h>

#include "app/gallery_imp.h"
#include "app/outputs.h"
#include "base/file.h"
#include "block/blocks.h"
#include "chart/chart.h"
#include "layout/layout.h"

/* The job while samples are found, set and written. */
typedef struct gallery {
    zhitu *session;
    const zhitu_job *job;
    zt_arena *arena;
    zt_diags *diags;
    zt_places places;
    const char *folder; /* of the samples */
    ZT_VEC(zt_gallery_entry) entries;
} gallery;

/* ---- what there is ---- */

/* Heads and feet come first and last in a document; here they stand together. */
static bool is_head(const zt_block_kind *kind)
{
    static const char *const names[] = {"kicker", "title", "deck",   "lead",
                                        "asof",   "note",  "credits"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], kind->name) == 0)
            return true;
    return false;
}

/* Named by its stem, and by its variant when it has one. */
static void add_entry(gallery *g, zt_gallery_entry entry, const char *stem)
{
    entry.name = entry.variant ? zt_arena_printf(g->arena, "%s-%s", stem, entry.variant) : stem;
    ZT_PUSH(g->arena, &g->entries, entry);
}

/* Whether a name is a stem, or a stem, a dash and more. */
static bool has_stem(zt_str name, const char *stem)
{
    size_t len = strlen(stem);
    return name.len >= len && memcmp(name.data, stem, len) == 0 &&
           (name.len == len || name.data[len] == '-');
}

/* chart-stacked-area.xml is a sample of stacked-area, not one of stacked: the longest name of a
   kind that a sample begins with is the one that it is of. */
static bool is_of_longer_kind(zt_str name, const char *stem)
{
    for (size_t i = 0; zt_chart_kinds[i]; i++) {
        const char *kind = zt_chart_kinds[i]->name;
        size_t host = sizeof "chart-" - 1;
        if (host + strlen(kind) > strlen(stem) && name.len > host &&
            has_stem(zt_str_slice(name, host, name.len), kind))
            return true;
    }
    return false;
}

/* The samples STEM-WORD.xml whose word is no variant: they show a block in a way that is not a
   variant of its own, in the template that the sample names. */
static void add_more(gallery *g, zt_gallery_entry entry, const char *stem)
{
    size_t len = strlen(stem);
    entry.first = false;
    entry.more = true;
    for (char **name = zt_dir_list(g->arena, g->folder); name && *name; name++) {
        const char *end = strrchr(*name, '.');
        if (strncmp(*name, stem, len) != 0 || (*name)[len] != '-' || !end ||
            strcmp(end, ".xml") != 0)
            continue;
        zt_str word = {*name + len + 1, (size_t)(end - *name) - len - 1};
        if (zt_block_kind_with(zt_str_from(entry.kind->name), word) ||
            (has_stem(zt_str_from(stem), "chart") &&
             is_of_longer_kind((zt_str){*name, (size_t)(end - *name)}, stem)))
            continue;
        entry.variant = zt_str_copy(g->arena, word).data;
        add_entry(g, entry, stem);
    }
}

/* An entry for each variant; the first lists all parameters. */
static void add_block(gallery *g, const zt_block_kind *kind)
{
    zt_gallery_entry entry = {.part = is_head(kind) ? ZT_GALLERY_HEADS : ZT_GALLERY_BLOCKS,
                              .title = kind->name,
                              .zh = kind->zh,
                              .en = kind->en,
                              .first = true,
                              .kind = kind,
                              .params = kind->params.rows};
    zt_str rest = zt_str_from(kind->variants ? kind->variants : ""), word;
    if (!rest.len)
        add_entry(g, entry, kind->name);
    while (zt_str_word(&rest, &word)) {
        entry.variant = zt_str_copy(g->arena, word).data;
        add_entry(g, entry, kind->name);
        entry.first = false;
    }
    if (kind == zt_block_kind_find(zt_str_from(kind->name)))
        add_more(g, entry, kind->name);
}

/* A kind of chart, shown in the block that hosts charts. */
static void add_chart(gallery *g, const zt_block_kind *host, const zt_chart_kind *kind)
{
    zt_gallery_entry entry = {.part = ZT_GALLERY_CHARTS,
                              .title = zt_arena_printf(g->arena, "chart %s", kind->name),
                              .zh = kind->zh,
                              .en = kind->en,
                              .first = true,
                              .kind = host,
                              .params = kind->params.rows};
    const char *stem = zt_arena_printf(g->arena, "chart-%s", kind->name);
    add_entry(g, entry, stem);
    add_more(g, entry, stem);
}

/* Heads and feet, then the other blocks, then the kinds of chart. */
static void add_entries(gallery *g)
{
    const zt_block_kind *chart = zt_block_kind_find(zt_str_from("chart"));
    for (int heads = 1; heads >= 0; heads--)
        for (size_t i = 0; zt_block_kinds[i]; i++)
            if (zt_block_kinds[i] != chart && !zt_block_kinds[i]->apart &&
                is_head(zt_block_kinds[i]) == (heads == 1))
                add_block(g, zt_block_kinds[i]);
    for (size_t i = 0; zt_chart_kinds[i]; i++)
        add_chart(g, chart, zt_chart_kinds[i]);
}

/* ---- the samples ---- */

/* The variant's own sample, else that of its block. */
static const char *sample_path(const gallery *g, const zt_gallery_entry *entry)
{
    const char *own =
        zt_path_join(g->arena, g->folder, zt_arena_printf(g->arena, "%s.xml", entry->name));
    if (zt_file_exists(own) || !entry->variant)
        return own;
    return zt_path_join(g->arena, g->folder,
                        zt_arena_printf(g->arena, "%s.xml", entry->kind->name));
}

/* Whether two samples are one file. */
static bool same_text(const zt_work *a, const zt_work *b)
{
    if (!a->source || !b->source)
        return false;
    zt_str left = a->source->bytes, right = b->source->bytes;
    return left.len == right.len && memcmp(left.data, right.data, left.len) == 0;
}

/* Neighbouring variants often share one sample: its XML is then printed with the first of them
   alone. */
static void find_same(gallery *g)
{
    zt_gallery_entry *e = g->entries.items;
    for (size_t i = 1; i < g->entries.count; i++)
        if (strcmp(e[i - 1].kind->name, e[i].kind->name) == 0 &&
            same_text(&e[i - 1].work, &e[i].work))
            e[i].same = e[i - 1].same ? e[i - 1].same : e[i - 1].variant;
}

/* Reports sample-missing; the status of the sample itself counts as a document's. */
static zhitu_status run_sample(gallery *g, zt_gallery_entry *entry)
{
    const char *path = sample_path(g, entry);
    if (!zt_file_exists(path)) {
        zt_report(g->diags, ZT_ERROR, "sample-missing", ZT_NOWHERE, "“%s”没有样例；请写 %s",
                  "“%s” has no sample; write %s", entry->name, path);
        return ZHITU_FINE;
    }
    entry->work = (zt_work){.session = g->session,
                            .job = g->job,
                            .arena = g->arena,
                            .diags = zt_diags_new(g->arena),
                            .path = path,
                            .places = g->places,
                            .variant_of = entry->more ? NULL : entry->kind->name,
                            .variant = entry->more ? NULL : entry->variant};
    zt_work_run(&entry->work, ZHITU_SCENE);
    g->session->count.documents++;
    if (entry->work.composition && !zt_gallery_block(entry))
        zt_report(entry->work.diags, ZT_ERROR, "sample-missing", (zt_pos){path, 1, 1},
                  "样例里没有 <%s>", "the sample has no <%s>", entry->kind->name);
    return zt_session_report(g->session, entry->work.diags, entry->work.source, g->job->strict);
}

/* ---- the files ---- */

/* Whether an output is for the book of samples (NULL), or has something to write of a sample. */
static bool is_for(gallery *g, const zt_output *output, const zt_book *sample)
{
    if (output->write_book)
        return !sample;
    zt_export_options options = zt_job_options(g->arena, g->job);
    return sample && zt_output_count(output, g->arena, &options, sample) > 0;
}

/* The same job with only the outputs for a sample, or, given NULL, for the book of all; NULL when
   it names none. */
static const zhitu_job *job_of(gallery *g, const zt_book *sample)
{
    zt_output_list all = zt_job_outputs(g->arena, g->job);
    zt_buf names;
    zt_buf_init(&names, g->arena);
    for (size_t i = 0; i < all.count; i++)
        if (is_for(g, all.items[i], sample))
            zt_buf_printf(&names, "%s%s", names.len ? "," : "", all.items[i]->name);
    zhitu_job *job = ZT_NEW(g->arena, zhitu_job);
    *job = *g->job;
    job->formats = names.data;
    return names.len ? job : NULL;
}

/* Through the same writers as any document. */
static zhitu_status write_book(gallery *g, zt_book *book, const zhitu_job *job)
{
    zt_doc *doc = ZT_NEW(g->arena, zt_doc);
    doc->id = book->id;
    zt_work work = {.session = g->session,
                    .job = job,
                    .arena = g->arena,
                    .diags = zt_diags_new(g->arena),
                    .doc = doc,
                    .book = book};
    zt_work_write(&work);
    return zt_session_report(g->session, work.diags, NULL, job->strict);
}

/* All icons of the folders; those with mistakes are reported and left out. */
static zt_gallery_icons all_icons(gallery *g)
{
    const char **names;
    size_t count = zt_icons_names(g->arena, g->places.dirs, g->places.dir_count, &names);
    zt_icons *icons = zt_session_icons(g->session, &g->places);
    zt_gallery_icons all = {.items = ZT_ARRAY(g->arena, count + 1, const zt_icon *)};
    for (size_t i = 0; i < count; i++) {
        const zt_icon *icon =
            zt_icons_find(icons, g->diags, zt_str_from(names[i]), (zt_pos){g->folder, 0, 0});
        if (icon)
            all.items[all.count++] = icon;
    }
    return all;
}

/* The sheets of icons are as wide as the type area of the pages. */
static zt_setting icon_setting(gallery *g, const zt_template *pages)
{
    return (zt_setting){.arena = g->arena,
                        .diags = g->diags,
                        .fonts = zt_session_fonts(g->session, &g->places),
                        .template_ = pages,
                        .lexicon = zt_session_lexicon(g->session, g->diags, &g->places, NULL),
                        .fit = {.leading = 1}};
}

/* The pictures that the report places, by name: the samples, then the icons. */
static void give_pictures(gallery *g, zt_work *work, const zt_template *pages,
                          const zt_gallery_icons *icons, size_t sheets)
{
    zt_setting setting = icon_setting(g, pages);
    zt_page_across across = zt_page_across_of(pages);
    zt_given_graphic *given = ZT_ARRAY(g->arena, g->entries.count + sheets, zt_given_graphic);
    for (size_t i = 0; i < g->entries.count; i++)
        given[work->given_count++] =
            (zt_given_graphic){g->entries.items[i].name, g->entries.items[i].work.book->pages[0]};
    for (size_t i = 0; i < sheets; i++)
        given[work->given_count++] = (zt_given_graphic){
            zt_arena_printf(g->arena, "icons-%zu", i + 1),
            zt_gallery_icon_sheet(&setting, icons, i, across.right - across.left)};
    work->given = given;
}

/* The book is a report like any other, but that its document is made here. What is found in it
   apart from errors is nothing that who calls could mend. */
static zhitu_status write_pages(gallery *g)
{
    zt_pos at = {g->folder, 0, 0};
    zt_template *pages = zt_session_template(g->session, g->diags, &g->places, "report-gallery", at,
                                             g->job->theme, NULL);
    const zhitu_job *job = job_of(g, NULL);
    if (!pages || !job)
        return ZHITU_FINE;
    zt_gallery_icons icons = all_icons(g);
    size_t sheets = zt_gallery_icon_sheets(&icons);
    zt_work work = {.session = g->session,
                    .job = job,
                    .arena = g->arena,
                    .diags = zt_diags_new(g->arena),
                    .path = "gallery.xml",
                    .places = g->places,
                    .bytes = zt_gallery_document(g->arena, g->entries.items, g->entries.count,
                                                 sheets, g->session->config.lang)};
    give_pictures(g, &work, pages, &icons, sheets);
    if (zt_diags_failed(g->diags))
        return ZHITU_FINE;
    zt_work_run(&work, ZHITU_SCENE);
    if (zt_diags_failed(work.diags) || !work.book)
        return zt_session_report(g->session, work.diags, work.source, job->strict);
    work.diags = zt_diags_new(g->arena);
    zt_work_write(&work);
    return zt_session_report(g->session, work.diags, work.source, job->strict);
}

/* Each sample as a file of its own, named by its entry. */
static zhitu_status write_pictures(gallery *g)
{
    zhitu_status status = ZHITU_FINE;
    for (size_t i = 0; i < g->entries.count; i++) {
        zt_gallery_entry *entry = &g->entries.items[i];
        const zhitu_job *job = entry->work.book ? job_of(g, entry->work.book) : NULL;
        if (!job)
            continue;
        zt_book book = *entry->work.book;
        book.id = entry->name;
        zhitu_status one = write_book(g, &book, job);
        status = one > status ? one : status;
    }
    return status;
}

/* The first folder of templates that has a folder gallery in it. It goes before the others,
   since samples may have templates of their own there. False after cannot-read. */
static bool find_samples(gallery *g)
{
    for (size_t i = 0; i < g->places.dir_count && !g->folder; i++) {
        const char *path = zt_path_join(g->arena, g->places.dirs[i], "gallery");
        g->folder = zt_dir_exists(path) ? path : NULL;
    }
    if (!g->folder) {
        zt_report_env(g->diags, "cannot-read", ZT_NOWHERE,
                      "模板文件夹里没有 gallery；用 --templates 指明",
                      "no folder of templates has gallery in it; name it with --templates");
        return false;
    }
    for (size_t i = g->places.dir_count++; i > 0; i--)
        g->places.dirs[i] = g->places.dirs[i - 1];
    g->places.dirs[0] = g->folder;
    g->places.root = g->folder; /* their pictures lie below it, wherever the program is called */
    return true;
}

/* Nothing is written when any sample has errors. */
static zhitu_status make(gallery *g)
{
    zhitu_status status = ZHITU_FINE;
    if (!find_samples(g))
        return status;
    add_entries(g);
    for (size_t i = 0; i < g->entries.count; i++) {
        zhitu_status one = run_sample(g, &g->entries.items[i]);
        status = one > status ? one : status;
    }
    find_same(g);
    if (status != ZHITU_FINE || zt_diags_failed(g->diags) || !g->job->write)
        return status;
    status = write_pages(g);
    zhitu_status pictures = write_pictures(g);
    return pictures > status ? pictures : status;
}

/* The arguments of zhitu_gallery, for an attempt. */
typedef struct gallery_job {
    zhitu *session;
    const zhitu_job *job;
} gallery_job;

/* One arena for all samples, for the book shows them together. */
static zhitu_status make_gallery(void *self)
{
    const gallery_job *asked = self;
    zhitu *session = asked->session;
    const zhitu_job *job = asked->job;
    zt_arena *arena = zt_memory_arena(session->memory);
    gallery g = {.session = session,
                 .job = job,
                 .arena = arena,
                 .diags = zt_diags_new(arena),
                 .places = zt_session_places(session, arena, NULL)};
    zhitu_status status = make(&g);
    zhitu_status own = zt_session_report(session, g.diags, NULL, job->strict);
    if (session->folder)
        zt_folder_settle(session->folder);
    zt_arena_drop(arena);
    return own > status ? own : status;
}

zhitu_status zhitu_gallery(zhitu *session, const zhitu_job *job)
{
    if (!zt_job_is_sound(job))
        return ZHITU_USAGE;
    gallery_job asked = {session, job};
    return zt_session_attempt(session, NULL, make_gallery, &asked);
}
