/* gen/app/pipeline.h — one document through the stages. */
#ifndef ZT_PIPELINE_H
#define ZT_PIPELINE_H

#include "app/session.h"
#include "compose/compose.h"
#include "import/import.h"
#include "layout/account.h"
#include "model/doc.h"

typedef struct zt_work zt_work;
/* A page that <place> may name, set already. */
typedef struct zt_given_graphic {
    const char *name;
    const zt_scene *scene;
} zt_given_graphic;

/* A document on its way through the stages, with what each has made of it. Everything lives in
   `arena`, but for templates, fonts and icons, which are the session's. */
struct zt_work {
    zhitu *session;
    const zhitu_job *job;
    zt_arena *arena; /* of the document */
    zt_diags *diags;
    const char *path;
    zt_places places;
    /* Of a document of a file; NULL for others. */
    const zt_project *project;
    zt_policy *policy;
    bool inner; /* it stands on a page of another, whose policy it has */
    /* Of the gallery: a block in another variant; NULL = none. */
    const char *variant_of, *variant;
    /* Of a document that is made in memory: its bytes, and pages that it places; `path` then only
       names it. */
    zt_str bytes;
    const zt_given_graphic *given;
    size_t given_count;
    /* Filled stage by stage; NULL where a stage was not reached. */
    zt_source *source;
    zt_import_files imports;
    /* What the job or the document asks for; NULL: the template's own page. */
    const zt_page_slot *slot;
    zt_template *template_;
    /* Of template="auto": those that hold for the slot; none otherwise. */
    zt_template **auto_list;
    size_t auto_count;
    zt_doc *doc;
    /* NULL when the document names none. */
    zt_icons *icons;
    ZT_VEC(const char *) icon_files;
    zt_composition *composition;
    /* The file of words it was set with. */
    const char *words;
    zt_fonts *fonts;
    zt_book *book;
    /* How its pages came about; NULL of a graphic. */
    zt_account *account;
    zt_layout_result layout;
    /* Paths; see zt_work_list_outputs. */
    ZT_VEC(const char *) outputs;
    /* Documents of graphics that stand on its pages. */
    ZT_VEC(zt_work *) insets;
    /* Itself for screens, in other widths too: those that were tried. */
    ZT_VEC(zt_work *) twins;
    bool published;
};

/* A document of a file, before any stage, with findings of its own. `job`, `arena` and `path` are
   lent. */
zt_work zt_work_of_file(zhitu *session, const zhitu_job *job, zt_arena *arena, const char *path);
/* Whether it may not go on: judges what has been found since, then tells whether an error counts.
 */
bool zt_work_failed(const zt_work *work);
/* Judges and reports all findings of the document; the status that they amount to. */
zhitu_status zt_work_report(zt_work *work);
/* Goes on up to `last`, and never past a stage that ends with errors. XML, grammar, model and
   template are judged in one run. */
void zt_work_run(zt_work *work, zhitu_stage last);
/* What follows after zt_work_read: nothing when that ended with errors. */
void zt_work_make(zt_work *work, zhitu_stage last);
/* work_read.c: source, model and template, judged in one run. */
void zt_work_read(zt_work *work, zhitu_stage last);
/* work_auto.c: template="auto". Fills the list of templates that hold for the slot, the first of
   which lends its theme to the model; not-for-this-slot when there is none. */
void zt_work_load_candidates(zt_work *work, zt_pos at);
bool zt_work_is_auto(const zt_work *work);
/* Tries them all and takes the best as the work's template; says auto-chosen, or
   not-for-this-slot. */
void zt_work_choose(zt_work *work);
/* Of a page that is overset in the slot it was asked for: reports not-for-this-slot with the least
   width at which its template has room. */
void zt_work_tell_least_width(zt_work *work);
/* work_pages.c. What pages are set with; false after a finding about the words. Faces are asked for
   by who knows the blocks. */
bool zt_work_setting(zt_work *work, zt_setting *setting);
/* The page of the composition into the scene of the setting, as large as the slot of the template
   wants it. */
zt_layout_result zt_work_layout(const zt_work *work, zt_setting *setting);
/* The template as it stands in the frame that the slot is: of that size, without margins; itself
   for other slots. */
zt_template *zt_work_framed(const zt_work *work, zt_template *template_);
/* A book without pages, with what its files say about the document. */
zt_book *zt_work_book(const zt_work *work);
/* Hatches the areas of inks that are hatched, greys photographs for a theme without colours, knocks
   out what may not overprint. */
void zt_work_settle_inks(zt_work *work);
/* That, then checks all pages of the work's book. */
void zt_work_inspect(zt_work *work);
/* How many warnings the checks of the look would have for its pages; nothing is reported. */
size_t zt_work_squint(const zt_work *work);
/* work_graphics.c: a document that is to stand on a page: read, and found to be a graphic without
   errors; NULL after a finding, which is among those of `work`. `slot` is the frame that it is set
   in; NULL: its own page. */
zt_work *zt_work_read_graphic(zt_work *work, zt_str name, zt_pos at, const char *template_name,
                              const zt_page_slot *slot);
/* A frame as a slot, in points: parts of the template that are for other widths are not there;
   height 0: as high as it is. */
zt_page_slot *zt_work_frame(zt_work *work, double width, double height, zt_pos at);
/* Reads the graphics that <place>s of a report name, for its blocks. */
void zt_work_read_graphics(zt_work *work, zt_setting *setting);
/* work_graphic.c, work_edition.c, work_report.c: from a model and template without errors to the
   pages, up to `last`. */
void zt_work_make_graphic(zt_work *work, zhitu_stage last);
void zt_work_make_edition(zt_work *work, zhitu_stage last);
void zt_work_make_report(zt_work *work, zhitu_stage last);
/* previous.c: reports scale-jump for each value that is ten times what the job's previous state of
   the document has, or a tenth; previous-unread where that cannot be read. Nothing without one. */
void zt_work_compare_previous(zt_work *work);
/* twins.c: the same document for screens, in the widths that it holds for, as the book's twins;
   nothing where no output of the job shows them. */
void zt_work_make_twins(zt_work *work);
/* Writes the book in the formats of the job, named by the id of the document: all of them, or none
   when one fails or the writers found what keeps a document from being published. What is wrong
   goes to the work's findings. */
void zt_work_write(zt_work *work);
/* Whether its one file goes to the host, not into a folder. */
bool zt_job_is_piped(const zhitu_job *job);
/* Fills `outputs` with what the job writes, or would write; none without a good id. */
void zt_work_list_outputs(zt_work *work);
/* Tells the session's `made` what the document was made from. */
void zt_work_list_made(zt_work *work);

#endif
