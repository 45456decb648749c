/* gen/app/output_stem.c — names of outputs, before their extension. */
#include "app/output_stem.h"

#include <string.h>

#include "base/file_name.h"
#include "export/export.h"

/* In the order of ZT_STEM_NAMES. */
enum stem_part { ID, TEMPLATE, THEME, SLOT, LANGUAGE, PROFILE, NUMBER, PARTS };
static const char *const names[PARTS] = {"{id}",   "{template}", "{theme}", "{slot}",
                                         "{lang}", "{profile}",  "{n}"};

/* Which part stands at that place of the pattern; PARTS: none. */
static size_t part_at(const char *pattern)
{
    for (size_t i = 0; i < PARTS; i++)
        if (strncmp(pattern, names[i], strlen(names[i])) == 0)
            return i;
    return PARTS;
}

static bool is_file_name(const char *name)
{
    zt_str character;
    return zt_file_name_check(zt_str_from(name), &character) == ZT_NAME_FINE;
}

/* Each part is taken for one letter; a brace that is left is no character of a name. */
bool zt_stem_is_sound(const char *pattern)
{
    char room[ZT_FILE_NAME_BYTES + 1];
    size_t len = 0;
    bool has_id = false;
    while (*pattern && len < ZT_FILE_NAME_BYTES) {
        size_t part = part_at(pattern);
        room[len++] = part < PARTS ? 'x' : *pattern;
        pattern += part < PARTS ? strlen(names[part]) : 1;
        has_id = has_id || part == ID;
    }
    room[len] = 0;
    return has_id && !*pattern && is_file_name(room);
}

/* Digits of the numbers of pages, two or more, so that files stand in their order by name. */
static int digits(size_t pages)
{
    int count = 2;
    for (size_t most = 99; most < pages; most = 10 * most + 9)
        count++;
    return count;
}

/* As it was asked for, else the width of the page. */
static void put_slot(const zt_work *w, zt_buf *out)
{
    zt_str own = zt_node_attr(w->source->root, "slot", "");
    if (w->job->slot || own.len > 0) {
        zt_buf_str(out, w->job->slot ? zt_str_from(w->job->slot) : own);
        return;
    }
    zt_buf_number(out, zt_mm_from_pt(w->book->pages[0]->width), 1);
    zt_buf_puts(out, "mm");
}

static void put_part(const zt_work *w, enum stem_part part, size_t number, int width, zt_buf *out)
{
    switch (part) {
    case ID:
        zt_buf_puts(out, w->doc->id);
        break;
    case TEMPLATE:
        zt_buf_puts(out, w->template_->name);
        break;
    case THEME:
        zt_buf_puts(out, w->template_->theme->name);
        break;
    case SLOT:
        put_slot(w, out);
        break;
    case LANGUAGE:
        zt_buf_puts(out, w->doc->lang);
        break;
    case PROFILE:
        zt_buf_puts(out, zt_profile_find(zt_str_from(w->job->profile))->name);
        break;
    case NUMBER:
        zt_buf_printf(out, "%0*zu", width, number);
        break;
    case PARTS:
        break;
    }
}

/* The name that the pattern makes, whether or not a file may have it. */
static const char *expand(const zt_work *w, size_t index, size_t count)
{
    const char *pattern = w->job->name ? w->job->name : names[ID];
    int width = digits(count);
    bool numbered = false;
    zt_buf out;
    zt_buf_init(&out, w->arena);
    while (*pattern) {
        size_t part = part_at(pattern);
        numbered = numbered || part == NUMBER;
        if (part < PARTS)
            put_part(w, (enum stem_part)part, index + 1, width, &out);
        else
            zt_buf_putc(&out, *pattern);
        pattern += part < PARTS ? strlen(names[part]) : 1;
    }
    if (count > 1 && !numbered)
        zt_buf_printf(&out, "-p%0*zu", width, index + 1);
    return zt_buf_view(&out).data;
}

/* What parts need that are known only when a document is through. */
static bool is_known(const zt_work *w)
{
    return !w->job->name || (w->template_ && w->book && w->book->page_count > 0);
}

const char *zt_output_stem(const zt_work *w, size_t index, size_t count)
{
    if (!w->doc || !w->doc->id || !is_file_name(w->doc->id) || !is_known(w))
        return NULL;
    const char *stem = expand(w, index, count);
    return is_file_name(stem) ? stem : NULL;
}

/* The job's word, else the document's. */
static const char *first_word(const char *of_job, const char *of_document)
{
    return of_job ? of_job : of_document && *of_document ? of_document : NULL;
}

/* NULL when it is not known yet. */
static const char *part_ahead(const zhitu_job *job, const zt_stem_facts *facts, enum stem_part part)
{
    const char *word = NULL;
    switch (part) {
    case ID:
        return facts->id;
    case TEMPLATE:
        word = first_word(job->template_name, facts->template_name);
        return word && strcmp(word, "auto") != 0 ? word : NULL;
    case THEME:
        return job->theme;
    case SLOT:
        return first_word(job->slot, facts->slot);
    case LANGUAGE:
        return facts->lang;
    case PROFILE:
        return job->profile; /* else the project's, if it names one */
    case NUMBER:
    case PARTS:
        break;
    }
    return names[NUMBER];
}

zt_stem_ahead zt_output_stem_ahead(zt_arena *arena, const zhitu_job *job,
                                   const zt_stem_facts *facts)
{
    const char *pattern = job->name ? job->name : names[ID];
    zt_buf out;
    zt_buf_init(&out, arena);
    while (*pattern) {
        size_t part = part_at(pattern);
        const char *text = part < PARTS ? part_ahead(job, facts, (enum stem_part)part) : NULL;
        if (part < PARTS && !text)
            return (zt_stem_ahead){zt_buf_view(&out).data, ZT_REST_ANY};
        if (text)
            zt_buf_puts(&out, text);
        else
            zt_buf_putc(&out, *pattern);
        pattern += part < PARTS ? strlen(names[part]) : 1;
    }
    return (zt_stem_ahead){zt_buf_view(&out).data, ZT_REST_PAGES};
}

void zt_stem_report(const zt_work *w)
{
    if (!w->job->name || !is_known(w) || is_file_name(expand(w, 0, 1)))
        return;
    zt_report(w->diags, ZT_ERROR, "bad-output-name", w->doc->id_at,
              "--name “%s” 得出“%s”，不能作文件名；请改 --name 或 id",
              "--name “%s” makes “%s”, which cannot be the name of a file; change --name, or the "
              "id",
              w->job->name, expand(w, 0, 1));
}
