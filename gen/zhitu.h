/* gen/zhitu.h — the public interface of libzhitu: from files of facts to printed graphics.
 *
 * A session (zhitu) holds fonts and templates; documents are rendered one after the other in it.
 * No call prints or exits; what there is to say comes to the callbacks. A call that gets no memory
 * returns ZHITU_ENVIRONMENT after the message out-of-memory, and the session can be used on. Not
 * thread-safe: one session a thread. Strings are UTF-8; those handed to callbacks live until the
 * callback returns.
 */
#ifndef ZHITU_H
#define ZHITU_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__GNUC__)
#define ZHITU_API __attribute__((visibility("default")))
#else
#define ZHITU_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct zhitu zhitu;

/* Exit status of the program and result of each call; of several the highest counts. */
typedef enum zhitu_status {
    ZHITU_FINE = 0,
    ZHITU_INPUT = 1,       /* errors in the input, or findings at or above fail-on */
    ZHITU_USAGE = 2,       /* wrong usage */
    ZHITU_ENVIRONMENT = 3, /* a document cannot be opened, a font is missing, the disk is full */
    ZHITU_BUG = 4          /* our own mistake */
} zhitu_status;

/* An error stops the document, a warning only if the job is strict, a note never. */
typedef enum zhitu_severity { ZHITU_NOTE, ZHITU_WARNING, ZHITU_ERROR } zhitu_severity;
/* Of messages and lists. */
typedef enum zhitu_lang { ZHITU_ZH, ZHITU_EN } zhitu_lang;

/* What findings of a code are counted as; the first three are those of zhitu_severity. */
typedef enum zhitu_weight {
    ZHITU_WEIGH_NOTE,
    ZHITU_WEIGH_WARNING,
    ZHITU_WEIGH_ERROR,
    ZHITU_WEIGH_OFF
} zhitu_weight;

/* A code that is to be counted otherwise than it is reported. */
typedef struct zhitu_code_level {
    const char *code;
    zhitu_weight weight;
} zhitu_code_level;

/* Whether a finding counts for the status. */
typedef enum zhitu_standing {
    ZHITU_COUNTS,
    ZHITU_ACCEPTED, /* in the document (<accept>) */
    ZHITU_KNOWN,    /* in the baseline */
    ZHITU_OFF       /* its code is switched off; such are counted alone, not handed over */
} zhitu_standing;

/* Bytes that are no UTF-8, and control characters, are U+FFFD in each of the strings. */
/* Text of the message's file that has to go, from its first character on, and what has to come. */
typedef struct zhitu_fix {
    int line, column; /* in the file as it is; so the last one is taken out first */
    const char *remove;
    const char *insert; /* in its place; "" = nothing */
} zhitu_fix;

typedef struct zhitu_message {
    zhitu_severity severity;
    const char *code;     /* "not-a-number" */
    const char *file;     /* as the user gave it; NULL when it belongs to no file */
    const char *document; /* that was worked on, as the user gave it; NULL: none in particular */
    int line, column;     /* from 1, columns in characters; 0 = unknown */
    int end_line, end_column; /* of what is meant, behind its last character; 0 = unknown */
    int page;                 /* of a book of several pages, from 1; 0 = it is about none */
    const char *text;         /* in the session's language */
    const char *source;       /* the line of the file, or NULL */
    /* That which does not count is handed over when all findings are (shown_most). */
    zhitu_standing standing;
    const char *why;        /* it is accepted; else NULL */
    const char *key;        /* by which a baseline knows it; NULL: it does not, or none was asked */
    const zhitu_fix *fixes; /* what, done together, mends it, in the order of the file */
    size_t fix_count;       /* 0: no such remedy is known */
} zhitu_message;

/* What a document was made from, and into. */
typedef struct zhitu_made {
    const char *document;       /* as messages name it */
    const char *const *outputs; /* those written, or those that would have been */
    size_t output_count;
    /* Itself, tables, pictures (also those that are still to come), template, theme, icons, words,
       fonts and their lock. */
    const char *const *inputs;
    size_t input_count;
    /* Files that there are not, and that would have been read instead of those, or for them: the
       same template in a folder that is searched first. */
    const char *const *absent;
    size_t absent_count;
    /* Folders from whose files something was chosen. */
    const char *const *folders;
    size_t folder_count;
    size_t page_count; /* 0: none could be set */
    bool published;
} zhitu_made;

/* Of all calls of a session so far. */
typedef struct zhitu_count {
    size_t documents, outputs, errors, warnings, notes;
    size_t accepted, known, off; /* findings that do not count */
    size_t pages;                /* that were set, whether they were written or only checked */
    size_t skipped;              /* documents whose files are as this run would make them */
} zhitu_count;

/* How a session is opened. The struct is copied, its strings are not: they must live as long as the
 * session. Callbacks are called from within its calls. */
typedef struct zhitu_config {
    zhitu_lang lang;
    const char *root;        /* --root; NULL = found from each document */
    const char *templates;   /* --templates; NULL = the usual places */
    const char *program_dir; /* folder of the executable, for the data folder; may be NULL */
    const char *data_dir;    /* of an installation (templates/ and fonts/ in it); may be NULL */
    const char *cache_dir;   /* for the font cache; NULL = none */
    /* Seconds since 1970 in decimal, for the date in the metadata of documents without issue=;
       NULL: they have none. Never the clock (reproducible-builds.org, SOURCE_DATE_EPOCH). */
    const char *source_date_epoch;
    /* Levels of codes; they go before those of a project. Codes and levels are sound, see
       zhitu_level_fault. */
    const zhitu_code_level *levels;
    size_t level_count;
    const char *baseline; /* a file of findings that do not count; NULL = none */
    bool keys;            /* messages carry the keys of which such a file is made */
    void *self;           /* for the callbacks */
    void (*message)(void *self, const zhitu_message *message);                 /* may be NULL */
    void (*progress)(void *self, size_t done, size_t total, const char *path); /* may be NULL */
    void (*written)(void *self, const char *path);                             /* may be NULL */
    void (*made)(void *self, const zhitu_made *made); /* once a document; may be NULL */
    /* The one file of a job whose out_dir is "-"; such jobs are errors when it is NULL. */
    void (*output)(void *self, const void *data, size_t len);
    size_t shown_most; /* findings handed over of one document, all are counted; 0 = 50 */
    /* For a host whose allocator can tell: true when it refused memory to any library since it was
       asked last. The work in hand then ends as out of memory, though a library may have gone on
       with a part of what it should have made. May be NULL. */
    bool (*memory_refused)(void *self);
} zhitu_config;

/* What zhitu_dump can show: the tree, the model, the blocks in their places, how the pages came
   about, the finished pages, what a screen reader says of them (that has no JSON). */
typedef enum zhitu_stage {
    ZHITU_XML,
    ZHITU_MODEL,
    ZHITU_BLOCKS,
    ZHITU_PAGES,
    ZHITU_SCENE,
    ZHITU_READING
} zhitu_stage;
/* What zhitu_print_list can list. */
typedef enum zhitu_list {
    ZHITU_TEMPLATES,
    ZHITU_THEMES,
    ZHITU_BLOCK_KINDS,
    ZHITU_CHARTS,
    ZHITU_FONTS,
    ZHITU_INKS,
    ZHITU_FORMATS,
    ZHITU_ICONS,
    ZHITU_OUTPUTS,
    ZHITU_PROFILES,
    ZHITU_FAMILIES /* all installed families; ZHITU_FONTS are the roles of the themes */
} zhitu_list;

/* An output, as `formats` of a job names it, or a profile. */
typedef struct zhitu_named {
    const char *name, *zh, *en;
    bool usual;     /* what a job gets that names none */
    bool each_page; /* of an output: one file a page; else one for the whole book,
                       or one a chart */
} zhitu_named;

/* An option of outputs. */
typedef struct zhitu_option {
    const char *flag;          /* "--ppi" */
    const char *words;         /* "text paths", the usual one first; NULL = a number */
    double least, most, usual; /* of a number */
    const char *zh, *en;
} zhitu_option;

/* The value of an option of an output. */
typedef struct zhitu_value {
    const char *flag, *value; /* "--ppi", "300"; a NULL value = not given */
} zhitu_value;

/* What is to be made of the documents. */
typedef struct zhitu_job {
    const char *out_dir; /* NULL = "out"; "-" = to zhitu_config.output, of one document one file */
    /* Of zhitu_render: processes that share its documents; each is forked from this one, which must
       have no threads then. A document at which one of them dies is lost, with an error, and the
       others are made. 0 = none, all is done in this process. */
    size_t processes;
    double seconds; /* that one document may take, if there are processes; 0 = any */
    size_t bytes;   /* of memory that a process may take; 0 = any */
    /* With processes, a document is skipped whose files are as this job would make them: what was
       found and told the first time is told again. `force`: none is. */
    bool force;
    /* Of so many shares of the documents only the one of that number, from 1: by their place in the
       list, those that could write one file in one share. 0 = all. */
    size_t shard, shards;
    /* What the document of the path "-" is: what came from standard input. */
    const char *input;
    size_t input_len;
    /* How its files are called, "{id}-{template}-{slot}", before their extension; {theme}, {lang},
       {profile} and {n}, the number of a page, may stand in it too. NULL = "{id}". */
    const char *name;
    const char *formats;               /* outputs, "pdf,png,svg"; NULL = the usual ones */
    const char *profile;               /* NULL = the usual one */
    const char *template_name, *theme; /* override the document's; NULL = the document's own */
    /* The room it is to fill: "52mm", "107x240mm", or columns and lines of the paper, "3x40"; NULL:
       the document's own, else the page of the template. */
    const char *slot;
    /* Of template="auto": the runners-up are told too, with each term of their scores. */
    bool explain;
    bool mono;                 /* in black alone, whatever the theme */
    const zhitu_value *values; /* of the outputs' options */
    size_t value_count;
    int layout; /* of newspaper pages without frames: 1 (or 0) the best, 2 or 3 the next that differ
                 */
    bool final; /* missing values and pictures are errors */
    bool strict; /* warnings fail */
    bool write;  /* false: check only */
    /* PNG show the columns and lines of the page; no other output does. */
    bool show_grid;
    /* The last state of each document, to find figures that jump (scale-jump): a file, a folder
       with files of the same names, or git:REVISION; NULL = none. */
    const char *previous;
    bool look; /* the look of each page is judged too (look-empty, look-entry …) */
} zhitu_job;

/* What is wrong with a job. */
typedef struct zhitu_fault {
    char text[240];    /* "--ppi is 10 to 2400" */
    const char *value; /* as the job has it */
} zhitu_fault;

/* The version, as --version prints it; a constant. */
ZHITU_API const char *zhitu_version(void);
/* NULL when there is no memory for it; calls with such a session return ZHITU_ENVIRONMENT. */
ZHITU_API zhitu *zhitu_open(const zhitu_config *config);
/* Frees all that the session holds. NULL is allowed. */
ZHITU_API void zhitu_close(zhitu *session);
/* What the session has done so far. */
ZHITU_API zhitu_count zhitu_counted(const zhitu *session);

/* The i-th output, profile, option of outputs, from 0; false behind the last. */
ZHITU_API bool zhitu_output_at(size_t i, zhitu_named *out);
ZHITU_API bool zhitu_profile_at(size_t i, zhitu_named *out);
ZHITU_API bool zhitu_option_at(size_t i, zhitu_option *out);
/* True when the job names an output, profile or option that there is not, or a value that an option
   does not take. zhitu_render and zhitu_gallery return ZHITU_USAGE for it and do nothing. */
ZHITU_API bool zhitu_job_fault(const zhitu_job *job, zhitu_lang lang, zhitu_fault *fault);

/* Renders files, all *.xml in folders, and those that the lines of a file name ("@list.txt"), to
   out_dir. All are tried; a document with an error (or,
   if strict, a warning) changes no file, else all its files change together. Two documents of one
   id are an error before anything is written. */
ZHITU_API zhitu_status zhitu_render(zhitu *session, const char *const *paths, size_t count,
                                    const zhitu_job *job);
/* The same for several jobs at a time, that differ in template, theme, slot or profile; `name` of
   each makes names of its own. What is said of documents, processes and shards is that of the
   first. */
ZHITU_API zhitu_status zhitu_render_all(zhitu *session, const char *const *paths, size_t count,
                                        const zhitu_job *jobs, size_t job_count);
/* Does in the documents, and in the sections that they import, what findings propose (zhitu_fix),
   then checks them: the status is that of the check. `codes` are those whose findings count, with
   blanks between; NULL = all. Remedies that would touch each other are done one in a call. With
   `dry_run` no file changes: the differences go to `sink` as unified diffs, and findings and status
   are those of the documents as they are. */
ZHITU_API zhitu_status zhitu_mend(zhitu *session, const char *const *paths, size_t count,
                                  const zhitu_job *job, const char *codes, bool dry_run,
                                  void (*sink)(void *self, const char *data, size_t len));
/* What zhitu_diff makes of a comparison. */
typedef struct zhitu_comparing {
    bool text;     /* a line for each change, to the sink */
    bool json;     /* one object (docs/changes.md); before text */
    bool sheet;    /* the change sheet, {id}-changes.pdf in the job's folder */
    bool pictures; /* both states side by side, {id}-diff.png */
} zhitu_comparing;

/* Compares two states of a document: what they say, and their pages. `differs` gets whether
   anything does. Findings are told only where they keep a document from being read. */
ZHITU_API zhitu_status zhitu_diff(zhitu *session, const char *before, const char *after,
                                  const zhitu_job *job, const zhitu_comparing *how, bool *differs,
                                  void (*sink)(void *self, const char *data, size_t len));
/* Holds the figures of a PDF against what was set: by the record beside it (the output `record`),
   or by the document, which is set anew in memory with the job's options. Each glyph that is
   another, is gone or was added is an error with its place on the page and in the document. To the
   sink: what was found to be well, or with `list` each figure with its places. */
ZHITU_API zhitu_status zhitu_verify(zhitu *session, const char *pdf, const char *document,
                                    const zhitu_job *job, bool list,
                                    void (*sink)(void *self, const char *data, size_t len));
/* A book (gallery.pdf) of every block and kind of chart in every variant, with parameters and XML,
   by the outputs that write books, and each of them alone, NAME.png, by those that write pages or
   charts.
   Samples and their templates lie in gallery/ beside the
   templates; a variant without a sample is an error, and nothing is written. */
ZHITU_API zhitu_status zhitu_gallery(zhitu *session, const zhitu_job *job);
/* The text (or JSON) of a stage of one document, appended piece by piece to `sink`. */
ZHITU_API zhitu_status zhitu_dump(zhitu *session, const char *path, zhitu_stage stage, bool json,
                                  const zhitu_job *job,
                                  void (*sink)(void *self, const char *data, size_t len));
/* What there is: names, or with `verbose` also parts, parameters and where it comes from. */
ZHITU_API zhitu_status zhitu_print_list(zhitu *session, zhitu_list what, bool verbose, bool json,
                                        void (*sink)(void *self, const char *data, size_t len));
/* Columns and lines of a paper of the themes in millimetres, as text or JSON; unknown-paper for
   another name. */
ZHITU_API zhitu_status zhitu_print_slots(zhitu *session, const char *paper, bool json,
                                         void (*sink)(void *self, const char *data, size_t len));
/* How zhitu_format rounds; NULL there = as the value is given. */
typedef struct zhitu_rounding {
    int decimals;   /* -1 = those that the value has */
    bool half_even; /* GB/T 8170: exactly half goes to the even neighbour; else 四舍五入 */
} zhitu_rounding;

/* One number, date, time or range in a named style, followed by a line feed. ZHITU_USAGE when
   there is no such style, ZHITU_INPUT when the value does not suit it. */
ZHITU_API zhitu_status zhitu_format(zhitu *session, const char *style, const char *value,
                                    const zhitu_rounding *rounding,
                                    void (*sink)(void *self, const char *data, size_t len));
/* docs/typesetting.md, R13, R16, R60. */
typedef enum zhitu_marks { ZHITU_QUANJIAO, ZHITU_KAIMING, ZHITU_BANJIAO } zhitu_marks;
/* Which characters may not begin or end a line. */
typedef enum zhitu_level {
    ZHITU_LEVEL_NORMAL,
    ZHITU_LEVEL_NONE,
    ZHITU_LEVEL_LOOSE,
    ZHITU_LEVEL_CLREQ_BASIC,
    ZHITU_LEVEL_STRICT
} zhitu_level;
/* The gap between Han and Western letters or digits. */
typedef enum zhitu_spacing {
    ZHITU_SPACING_NEWS,
    ZHITU_SPACING_OFF,
    ZHITU_SPACING_SPACED,
    ZHITU_SPACING_BOOK
} zhitu_spacing;

/* How zhitu_typeset sets a text. Zero or NULL means the usual, where nothing else is said. */
typedef struct zhitu_typesetting {
    const char *theme, *role; /* whose fonts; both must be given */
    const char *family;       /* instead of the role's; NULL = the role's */
    int weight;               /* 0 = the role's */
    double size;              /* points; 0 = that of the theme's first style of the role */
    double width;             /* em; 0 = one line a paragraph */
    double indent;            /* em, of the first line */
    zhitu_marks marks;
    zhitu_level level;
    zhitu_spacing spacing;
    bool vertical;          /* width is then the height of a column */
    bool plain_orientation; /* vertical, by the property of UAX #50 alone */
    bool justify, headline;
    const char *png; /* also draws the paragraphs to this file; NULL = none */
} zhitu_typesetting;

/* Sets a text of one paragraph a line (a final line feed ends the last) and hands one JSON object
   a paragraph to `sink`: text, breaks, advances, gaps, orient, lines (zhitu-typeset(1)). `text`
   has `len` bytes and is called `name` in messages; with `text` NULL the file `name` is read. */
ZHITU_API zhitu_status zhitu_typeset(zhitu *session, const zhitu_typesetting *how, const char *name,
                                     const char *text, size_t len,
                                     void (*sink)(void *self, const char *data, size_t len));
/* Finds all fonts of all themes, writes the lock if there is none (or `update`), else verifies it
   against the files' hashes; writes the cache. */
ZHITU_API zhitu_status zhitu_check_fonts(zhitu *session, bool update,
                                         void (*sink)(void *self, const char *data, size_t len));
/* What a code of findings means, in both languages. */
typedef struct zhitu_code {
    const char *name, *severities; /* "weekday"; "E", "W/E" …, X: the environment */
    bool may_be_lowered;           /* its errors do not keep a document from being drawn */
    bool is_loss;                  /* of content: it is never silenced */
    const char *field_zh, *field_en;
    const char *what_zh, *what_en, *why_zh, *why_en, *mend_zh, *mend_en;
    const char *source_zh, *source_en; /* of its limit or rule */
} zhitu_code;

/* The i-th code, from 0, field by field; false behind the last. */
ZHITU_API bool zhitu_code_at(size_t i, zhitu_code *out);
/* That of a name; false when there is none. `nearest`, which may be NULL, is then the nearest name
   that there is, or NULL. */
ZHITU_API bool zhitu_code_named(const char *name, zhitu_code *out, const char **nearest);

/* "error", "warning", "note" or "off"; false for another word. */
ZHITU_API bool zhitu_weight_named(const char *word, zhitu_weight *out);
/* Why the code may not have that level, in the language; NULL: it may. */
ZHITU_API const char *zhitu_level_fault(const zhitu_code_level *level, zhitu_lang lang);

/* What a PDF of any program is inspected for. Zero: the usual limit of the press. */
typedef struct zhitu_inspection {
    const char *purpose;  /* "screen", "pdfx4" (NULL, too), "pdfx1a" */
    double ink;           /* per cent of all inks in one place */
    double type;          /* points, type of one ink */
    double colour_type;   /* of several */
    double reversed_type; /* of white type */
    double rule;          /* mm, lines */
    double ppi;           /* of pictures */
    double ground;        /* per cent: the darkest below black type, the lightest below white */
    /* Draws each page with what was found, numbered, to NAME-1.png … in this folder; NULL = no. */
    const char *pictures;
} zhitu_inspection;
/* What was found at one place, or of one kind on one page. */
typedef struct zhitu_inspected {
    zhitu_severity severity;
    const char *file, *code, *text; /* text in the session's language */
    const char *source;             /* where the limit comes from */
    int number;                     /* among those of the file, from 1: that in the pictures */
    int page;                       /* from 1; 0: the file */
    int object;                     /* in the file; 0: none of its own */
    int count;                      /* marks that were found so */
    double x, y, width, height;     /* mm from the trim's top left; width 0: no place */
} zhitu_inspected;
/* Preflight of a PDF file: each finding to `found`, in the order of pages. ZHITU_INPUT where one is
   an error, or with `strict` a warning. */
ZHITU_API zhitu_status zhitu_inspect(zhitu *session, const char *path, const zhitu_inspection *how,
                                     bool strict,
                                     void (*found)(void *self, const zhitu_inspected *finding));
/* How zhitu_print_grammar writes: a reference page (Markdown), RELAX NG (XML syntax), or a JSON
   Schema (2020-12) of elements as objects, with kinds, parameters and examples. */
typedef enum zhitu_grammar {
    ZHITU_GRAMMAR_PAGE,
    ZHITU_GRAMMAR_RNG,
    ZHITU_GRAMMAR_SCHEMA
} zhitu_grammar;
/* What documents, templates, themes and projects may say. */
ZHITU_API zhitu_status zhitu_print_grammar(zhitu *session, zhitu_grammar form,
                                           void (*sink)(void *self, const char *data, size_t len));

#ifdef __cplusplus
}
#endif
#endif
