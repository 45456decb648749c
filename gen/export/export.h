/* gen/export/export.h — outputs and profiles. Each is one C file, out_*.c or profile_*.c, that
   defines one zt_output or zt_profile; what users see of it (-f, --profile, options, --help, the
   manual, completion) is read from here. */
#ifndef ZT_EXPORT_H
#define ZT_EXPORT_H

#include "base/diag.h"
#include "scene/scene.h"

/* What a file is made for, as switches that every output reads. One constant for each profile,
   in a file profile_*.c of its own. */
typedef struct zt_profile {
    const char *name;    /* "press" */
    const char *zh, *en; /* a few words for the help */
    /* What a job gets that names none: one profile. */
    bool usual;
    /* Colours are the recipes of the inks, CMYK and spots; else sRGB. */
    bool plates;
    /* Inks that ask for it print over what lies below. */
    bool overprint;
    bool links; /* can be followed */
    /* Pictures may let shine through; else they are laid on white paper. */
    bool transparency;
    /* RGB pictures say their colour space, and a finding says so. */
    bool picture_spaces;
    /* Stands for the one that the theme's printing condition names. */
    bool of_theme;
    /* The first line of a PDF; one of 1.4 has no object streams, layers and files in it. */
    const char *header;
    bool plain_objects;
    /* The version of PDF/X that the file conforms to, "PDF/X-4", or NULL. The output intent is then
       the printing condition of the page, with its profile where `embeds_press` or where one is
       given; else it is sRGB. */
    const char *pdfx;
    bool embeds_press;
    /* PDF/A-2u. */
    bool archive;
} zt_profile;

/* An option of an output. Options of one flag are the same in each output that has it. A number
   has a range, both ends of which are allowed; words have none. */
typedef struct zt_output_option {
    const char *flag; /* "--ppi" */
    /* "text paths", the usual one first; NULL = a number. */
    const char *words;
    double least, most, usual; /* of a number */
    const char *zh, *en;       /* a line for the help */
} zt_output_option;

/* As it was given; of two of one flag the last counts. */
typedef struct zt_option_value {
    const char *flag, *value;
} zt_option_value;

/* What a job asks of an output; all values given suit the options of some output. */
typedef struct zt_export_options {
    const zt_profile *profile;
    const zt_option_value *values;
    size_t value_count;
    const char *version; /* of zhitu, for Producer */
    /* Pictures for the screen show the grid of the page. */
    bool show_grid;
} zt_export_options;

/* A book on its way into files: memory, findings, and what was asked for. Filled by
   app/publish.c; all of it is borrowed, and what a writer makes on the way lives in `arena`. */
typedef struct zt_export {
    zt_arena *arena;
    zt_diags *diags;
    const zt_book *book;
    const zt_export_options *options;
    /* Of an output of pages: the names of their files; NULL where files do not know each other. */
    const char *const *files;
} zt_export;

/* Names in their order. */
typedef ZT_VEC(const char *) zt_part_names;

/* Writes one file a page, several a page, one file a table, or one file for the whole book: one of
   the four is set. Each appends the whole file to `out`; false after a report. */
typedef struct zt_output {
    const char *name;      /* "pdf" */
    const char *extension; /* of its files; NULL: the name */
    const char *zh, *en;   /* a few words for the help */
    /* Among what a job gets that names none. */
    bool usual;
    /* It shows zt_book.twins, which who makes the pages makes for it. */
    bool for_screens;
    bool (*write_page)(const zt_export *e, const zt_scene *page, zt_buf *out);
    /* Pages that are higher than the book's pictures may be are written in several files. */
    bool slices;
    /* One part of a page; what `parts` calls them follows the name of the page: keliu-cyan.png. */
    bool (*write_part)(const zt_export *e, const zt_scene *page, size_t part, zt_buf *out);
    zt_part_names (*parts)(zt_arena *arena, const zt_export_options *options, const zt_book *book);
    /* Of the data of a figure; several tables are named by their own names or numbers. */
    bool (*write_table)(const zt_export *e, const zt_data_table *table, zt_buf *out);
    bool (*write_book)(const zt_export *e, zt_buf *out);
    /* Ends with a NULL flag; NULL = none. */
    const zt_output_option *options;
} zt_output;

/* Made by CMake from out_*.c and profile_*.c: NULL-terminated. */
extern const zt_output *const zt_outputs[];
extern const zt_profile *const zt_profiles[];

/* What the profile is for this book: that of its printing condition for one of_theme, which is
   PDF/X-4 where the theme says nothing; else itself. */
const zt_profile *zt_profile_for(const zt_profile *profile, const zt_book *book);
/* NULL when there is none of that name. */
const zt_output *zt_output_find(zt_str name);
/* The profile of that name, with an empty one the usual profile; NULL when there is none. */
const zt_profile *zt_profile_find(zt_str name);
/* The i-th option of all outputs, each flag once; NULL behind the last. */
const zt_output_option *zt_output_option_at(size_t i);
/* NULL when no output has the flag. */
const zt_output_option *zt_output_option_find(zt_str flag);
/* The tables of all figures of a book in reading order. */
typedef ZT_VEC(const zt_data_table *) zt_data_tables;
zt_data_tables zt_book_tables(zt_arena *arena, const zt_book *book);
/* The name of the file of a table among several: its own where that is one of a file that no other
   has, else its number. */
const char *zt_table_file_name(zt_arena *arena, const zt_data_tables *tables, size_t index);
/* The parts of each page; none of an output that writes pages whole. */
zt_part_names zt_output_parts(const zt_output *output, zt_arena *arena,
                              const zt_export_options *options, const zt_book *book);
/* How many files it writes of the book; 0 of tables where the book has none. */
size_t zt_output_count(const zt_output *output, zt_arena *arena, const zt_export_options *options,
                       const zt_book *book);
/* Appends the file of that page or table (from 0), of that part (all of a page, then those of the
   next), or of the book, to `out`. False after a report; the buffer may then hold a part of the
   file. */
bool zt_output_write(const zt_output *output, const zt_export *e, size_t index, zt_buf *out);

/* The picture in greys, for pages of black alone; itself where it is grey, or, after a report,
   where its pixels cannot be had. Lives in `arena`. */
const zt_picture *zt_grey_picture(zt_arena *arena, zt_diags *diags, zt_pos at,
                                  const zt_picture *picture);

/* Whether the value is one of its words, or a number within its range. */
bool zt_option_takes(const zt_output_option *option, zt_str value);
/* What was given, else the usual value; all values given are such that the option takes. */
double zt_option_number(const zt_export_options *options, const zt_output_option *option);
/* Whether a value was given. */
bool zt_option_given(const zt_export_options *options, const zt_output_option *option);
/* The place of the word in the option's list, from 0. */
size_t zt_option_word(const zt_export_options *options, const zt_output_option *option);

#endif
