/* gen/export/output.c — finding outputs, profiles and their options, and the values given for
   these. The command line, the library and the manual all ask these functions, so that no list
   of outputs stands elsewhere. */
#include <string.h>

#include "base/num.h"
#include "export/export.h"
#include "scene/slices.h"

const zt_output *zt_output_find(zt_str name)
{
    for (size_t i = 0; zt_outputs[i]; i++)
        if (zt_str_is(name, zt_outputs[i]->name))
            return zt_outputs[i];
    return NULL;
}

/* NULL for a name that no profile has; that one profile is the usual one is up to the profiles. */
const zt_profile *zt_profile_find(zt_str name)
{
    for (size_t i = 0; zt_profiles[i]; i++)
        if (name.len ? zt_str_is(name, zt_profiles[i]->name) : zt_profiles[i]->usual)
            return zt_profiles[i];
    return NULL;
}

/* True when an output before the k-th has the flag. */
static bool is_known(size_t k, const char *flag)
{
    for (size_t i = 0; i < k; i++)
        for (const zt_output_option *o = zt_outputs[i]->options; o && o->flag; o++)
            if (strcmp(o->flag, flag) == 0)
                return true;
    return false;
}

const zt_profile *zt_profile_for(const zt_profile *profile, const zt_book *book)
{
    const char *name = book->printing ? book->printing->profile : "pdfx4";
    return profile->of_theme ? zt_profile_find(zt_str_from(name)) : profile;
}

/* Outputs may share a flag, which is then one option. */
const zt_output_option *zt_output_option_at(size_t i)
{
    for (size_t k = 0; zt_outputs[k]; k++)
        for (const zt_output_option *o = zt_outputs[k]->options; o && o->flag; o++)
            if (!is_known(k, o->flag) && i-- == 0)
                return o;
    return NULL;
}

const zt_output_option *zt_output_option_find(zt_str flag)
{
    const zt_output_option *o;
    for (size_t i = 0; (o = zt_output_option_at(i)); i++)
        if (zt_str_is(flag, o->flag))
            return o;
    return NULL;
}

/* All files of an output of pages, in order: pages that are too high for a picture in slices. */
typedef ZT_VEC(zt_scene *) page_files;
static page_files files_of(const zt_output *output, zt_arena *arena, const zt_book *book)
{
    page_files files = {0};
    for (size_t i = 0; i < book->page_count; i++) {
        zt_scene *page = book->pages[i];
        double most =
            output->slices && book->pixels > 0 ? book->high * page->width / book->pixels : 0;
        zt_page_slices slices = zt_scene_slices(arena, page, most);
        for (size_t k = 0; k < slices.count; k++) {
            zt_scene *file = slices.count > 1 ? zt_scene_slice(arena, page, slices.items[k]) : page;
            ZT_PUSH(arena, &files, file);
        }
    }
    return files;
}

zt_part_names zt_output_parts(const zt_output *output, zt_arena *arena,
                              const zt_export_options *options, const zt_book *book)
{
    return output->parts ? output->parts(arena, options, book) : (zt_part_names){0};
}

size_t zt_output_count(const zt_output *output, zt_arena *arena, const zt_export_options *options,
                       const zt_book *book)
{
    if (output->write_table)
        return zt_book_tables(arena, book).count;
    if (output->write_part)
        return book->page_count * zt_output_parts(output, arena, options, book).count;
    return output->write_page ? files_of(output, arena, book).count : 1;
}

static bool write_part(const zt_output *output, const zt_export *e, size_t index, zt_buf *out)
{
    size_t parts = zt_output_parts(output, e->arena, e->options, e->book).count;
    return output->write_part(e, e->book->pages[index / parts], index % parts, out);
}

/* An output writes pages, parts, tables or books, never two of them. */
bool zt_output_write(const zt_output *output, const zt_export *e, size_t index, zt_buf *out)
{
    zt_export_options options = *e->options;
    options.profile = zt_profile_for(options.profile, e->book);
    zt_export own = *e;
    own.options = &options;
    if (output->write_table)
        return output->write_table(&own, zt_book_tables(e->arena, e->book).items[index], out);
    if (output->write_part)
        return write_part(output, &own, index, out);
    return output->write_page
               ? output->write_page(&own, files_of(output, e->arena, e->book).items[index], out)
               : output->write_book(&own, out);
}

/* Asked before a job begins, so that the functions below need no word for values that will not
   do. */
bool zt_option_takes(const zt_output_option *option, zt_str value)
{
    zt_num number;
    if (option->words)
        return zt_str_in_words(value, option->words);
    return zt_num_parse(value, &number) && zt_num_double(number) >= option->least &&
           zt_num_double(number) <= option->most;
}

/* The last value of that flag; empty when none was given. */
static zt_str value_of(const zt_export_options *options, const zt_output_option *option)
{
    for (size_t i = options->value_count; i > 0; i--)
        if (options->values[i - 1].value && strcmp(options->values[i - 1].flag, option->flag) == 0)
            return zt_str_from(options->values[i - 1].value);
    return (zt_str){0};
}

bool zt_option_given(const zt_export_options *options, const zt_output_option *option)
{
    return value_of(options, option).len > 0;
}

double zt_option_number(const zt_export_options *options, const zt_output_option *option)
{
    zt_num number;
    return zt_num_parse(value_of(options, option), &number) ? zt_num_double(number) : option->usual;
}

/* 0, the usual word, when none was given. */
size_t zt_option_word(const zt_export_options *options, const zt_output_option *option)
{
    zt_str given = value_of(options, option), rest = zt_str_from(option->words), word;
    for (size_t i = 0; zt_str_word(&rest, &word); i++)
        if (zt_str_equal(word, given))
            return i;
    return 0;
}
