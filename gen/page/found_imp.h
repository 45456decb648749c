/* gen/page/found_imp.h — pages whose items have no frames, or not all: the forms that each item can
   take, and the layout that is found of them. Lines and columns of the grid. */
#ifndef ZT_FOUND_IMP_H
#define ZT_FOUND_IMP_H

#include "page/page_imp.h"
#include "solve/slicing.h"

/* Where a part of a story stands in a form: from the story's top left. */
typedef struct zt_form_part {
    int column, line, cols, lines;
} zt_form_part;

/* One way in which an item can stand. */
typedef struct zt_page_form {
    zt_article_choice choice;
    int lines;                 /* of its frame */
    const zt_form_part *parts; /* one a part of the story */
    /* What it gives up, in steps of the score. */
    int title_steps, short_title, no_deck, resplit, crop;
    int head, leg;  /* what its head and the length of its legs cost the eye, tenths */
    int text;       /* what its lines cost, tenths */
    uint32_t floor; /* the least that they cost at that measure, see zt_form_text_cost */
    int cut;        /* lines of text that have to go; negative: that are wanting */
} zt_page_form;

/* The forms of one item, and the shapes that the solver chooses from: choice is a form. */
typedef struct zt_page_forms {
    const zt_edition_item *item;
    zt_shape *shapes;
    size_t count;
    zt_page_form *forms;
    bool topped; /* a picture stands at its head */
} zt_page_forms;

/* Lines that stories may lose or gain before a page counts as one that cannot be laid out. */
enum { ZT_FOUND_CUT = 32 };

/* All forms of an item that keep to its style and to the desk's wishes; none, after a report, when
   it says too little. Their shapes are `between` lines higher than their frames. Kept in the arena
   of the drawing's setting. */
zt_page_forms zt_page_forms_of(const zt_page_drawing *d, const zt_edition_item *item);

/* The measure of a form's legs at a width of columns, points. */
double zt_form_measure(const zt_page_drawing *d, const zt_page_form *form, int width);

/* What lines cost in tenths of the score, above the least at their measure; both on the scale of
   zt_text_flow. */
int zt_form_text_cost(uint32_t cost, uint32_t floor);

/* A sentence that may go, or several up to the end of their paragraph. */
typedef struct zt_loose_sentence {
    int paragraph, number; /* counted from 1 */
    int last;              /* the number of the last */
    int characters, lines; /* that its paragraph is shorter by */
    size_t at;             /* byte of the paragraph's words */
    zt_str words;
} zt_loose_sentence;
/* Sentences of a story that, taken out, make it so many lines shorter at that measure: the fewest
   characters that do. Their count, at most `lines`; 0: none do. */
size_t zt_sentences_of(const zt_page_drawing *d, const zt_article *article, double measure,
                       int lines, zt_loose_sentence *out);
/* Adds them to both texts. */
void zt_sentences_list(const zt_page_drawing *d, const zt_article *article,
                       const zt_loose_sentence *all, size_t count, zt_buf *zh, zt_buf *en);
/* Adds them to the finding reported last, of that code, as its remedy. */
void zt_sentences_fix(const zt_page_drawing *d, const zt_article *article, const char *code,
                      const zt_loose_sentence *all, size_t count);
/* Lines that stay empty when the story is set without them; negative: that are over. */
int zt_article_spare_without(const zt_page_drawing *d, const zt_item_plan *item,
                             const zt_loose_sentence *all, size_t count);

enum { ZT_FOUND_LAYOUTS = 3 };

/* A page while its layout is looked for. */
typedef struct zt_page_search {
    const zt_page_drawing *d; /* with a shelf */
    const zt_edition_page *page;
    zt_page_plan *out;
    zt_page_forms forms[ZT_SLICE_MOST];
    zt_slice_item items[ZT_SLICE_MOST];
    bool *proved[ZT_SLICE_MOST]; /* [shape]: set, and filled */
    size_t count;
    zt_slice_fixed fixed[ZT_SLICE_FIXED];
    size_t fixed_count;
    bool crowded; /* more than that */
    int between;
    int rounds;                               /* of the layout that is looked for */
    zt_slice_memory *memory;                  /* of those rounds */
    zt_slice_answer others[ZT_FOUND_LAYOUTS]; /* the best layouts that differ, by rising cost */
    bool others_too; /* layouts that differ from the best are looked for as well */
    size_t other_count;
} zt_page_search;

/* ---- found_layouts.c ---- */
/* Which shapes a layout may have: those that just fill; those with short headlines as well; and
   then that may be cut, or that may want lines. */
typedef enum zt_copy_play { ZT_COPY_FILLS, ZT_COPY_SHORT, ZT_COPY_CUT, ZT_COPY_WANTS } zt_copy_play;

/* Whether an item stands in a frame already. */
bool zt_found_is_placed(const zt_page_plan *out, const zt_edition_item *item);
/* The best layout whose stories fill their frames when they are set. */
zt_slice_answer zt_found_lay_out(zt_page_search *f, zt_copy_play play);
/* An item where the layout puts it. */
zt_item_plan zt_found_item_plan(const zt_page_search *f, size_t i, const zt_slice_cell *cell);
/* The sentences that an item of a layout loses. */
size_t zt_found_sentences(const zt_page_search *f, const zt_slice_answer *answer, size_t i,
                          zt_loose_sentence *out);

/* ---- found_copy.c ---- */
/* “《…》3 行约 39 字、…”: the stories of a layout that lose or want lines. */
void zt_found_list_stories(const zt_page_search *f, const zt_slice_answer *answer, zt_buf *zh,
                           zt_buf *en);
/* Which sentences would do, after the list of stories. */
void zt_found_list_sentences(const zt_page_search *f, const zt_slice_answer *answer, zt_buf *zh,
                             zt_buf *en);
/* The same for machines: of the finding reported last, of that code. */
void zt_found_fix_sentences(const zt_page_search *f, const zt_slice_answer *answer,
                            const char *code);

/* ---- found_over.c ---- */
/* A page with so many lines of a column more than it holds (0: not known), and more than sentences
   can give:
   reports page-overset with the stories that have to be taken away; false when no few of them
   do. */
bool zt_found_report_over(const zt_page_search *f, int over);

/* ---- found_report.c ---- */
/* Nothing fills the page: reports page-overset, page-underset or page-bound, what is nearest. */
void zt_found_report(zt_page_search *f);
/* Reports page-items when so many have no frame and that is too many. */
bool zt_found_report_items(const zt_page_drawing *d, const zt_page_plan *out, size_t free);
void zt_found_report_crowded(const zt_page_search *f);

/* ---- found.c ---- */
/* Puts the items of a page that have no frame into frames, so that the page is filled to the line.
   Reports page-items, page-overset, page-underset and page-bound. */
void zt_page_find(const zt_page_drawing *d, zt_page_plan *out);

#endif
