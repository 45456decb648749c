/* gen/model/doc.h — a document as it is true: heads, contents, values; nothing of its look. */
#ifndef ZT_DOC_H
#define ZT_DOC_H

#include "base/form_limits.h"
#include "base/origin.h"
#include "base/root.h"
#include "image/picture.h"
#include "model/rich_text.h"
#include "xml/grammar.h"

/* ---- contents of blocks ---- */
/* <trend>: values of one time after another, drawn small and not printed. All have one unit. */
typedef struct zt_trend {
    /* In the order of time; one that is missing has no number. */
    const zt_quantity **values;
    size_t count;
    zt_pos at;
} zt_trend;

/* <point>: one achievement. Its figures may be set apart (label=, parts=), or stay in their
   sentence; the block decides. */
typedef struct zt_entry_point {
    zt_rich text;
    /* label=: the words under a figure that is set apart; U+200B breaks. */
    zt_rich label;
    /* main="yes": its first figure leads the group. */
    bool optional, main;
    const char *id; /* or NULL */
    /* Head over several figures that are set apart; or empty. */
    zt_str head;
    /* Figures of one series in a group compare. */
    zt_str series;
    zt_str parts_text; /* parts= as written */
    /* Names of the parts that the figures are, in turn; NULL = they are none. */
    zt_str *parts;
    size_t part_count;
    /* label= parted at |; with parts the names of the wholes. */
    zt_str *labels;
    size_t label_count;
    /* All that is said in numbers, changes and ranks among them; blocks choose by the cells that
       point_cells.h makes of them. */
    const zt_quantity **figures; /* the quantities of the text, in order */
    size_t figure_count;
    const zt_trend *trend; /* drawn small by the first of its figures set apart; or NULL */
    zt_pos at;
} zt_entry_point;
/* <group>: points under one head. `period` and `icon` are as written. */
typedef struct zt_group_content {
    const char *id;
    zt_str no, head, icon, period;
    zt_pos icon_at;
    zt_entry_point *points;
    size_t point_count;
    /* main="yes", else the first v, else the first of any kind; or NULL. */
    const zt_quantity *lead;
    zt_pos at;
} zt_group_content;
/* <groups>: achievements in groups, each under a head. */
typedef struct zt_groups {
    zt_str head;
    zt_group_content *groups;
    size_t count;
} zt_groups;

/* <event>: a dated entry. */
typedef struct zt_event {
    zt_date date;
    zt_pos date_at, at;
    bool key; /* weight="key" */
    zt_rich head, text;
} zt_event;
/* How entries lie along the line: evenly, in proportion to time, or in proportion with even steps
   where they are dense. */
typedef enum zt_time_scale { ZT_TIME_EVEN, ZT_TIME_TIME, ZT_TIME_HYBRID } zt_time_scale;
/* The years, quarters, months or days that entries are grouped by. */
typedef enum zt_time_group {
    ZT_BY_NOTHING,
    ZT_BY_YEAR,
    ZT_BY_QUARTER,
    ZT_BY_MONTH,
    ZT_BY_DAY
} zt_time_group;
/* <timeline>: dated entries along one line. */
typedef struct zt_timeline {
    zt_str head;
    zt_time_scale scale;
    zt_time_group group_by;
    /* Document order, or by date with order=. */
    zt_event *events;
    size_t count;
} zt_timeline;

/* <hint>: short paragraphs in a frame. */
typedef struct zt_hint {
    zt_str head;
    zt_rich *paras;
    size_t count;
} zt_hint;

/* A line of another language, printed to the letter behind so many blanks; may be empty. */
typedef struct zt_code_line {
    zt_str text;
    size_t indent;
} zt_code_line;
/* <code>: its lines, without the indent that all share. */
typedef struct zt_code {
    zt_code_line *lines;
    size_t count;
} zt_code;

/* <place> of a report: a graphic, which is a document of its own. */
typedef struct zt_placed {
    const char *graphic; /* its file, as it is written */
    zt_pos graphic_at;
    const char *template_name; /* in place of its own; NULL: its own */
} zt_placed;

/* Whether a caption runs along or down; ANY leaves it to the layout. */
typedef enum zt_writing { ZT_WRITING_ANY, ZT_WRITING_HORIZONTAL, ZT_WRITING_VERTICAL } zt_writing;
typedef struct zt_photo zt_photo;
/* All photographs of a document, so that one can be told from its neighbours. */
typedef struct zt_photo_list {
    const zt_photo **items;
    size_t count, capacity;
} zt_photo_list;
/* <photo>. The picture is decoded once a file and shared by all photographs that show it. */
struct zt_photo {
    zt_str src;
    zt_pos src_at, at;
    bool advert; /* <advert>: of an edition, told as such */
    /* Where src leads; NULL when nowhere below the root. */
    const char *path;
    /* NULL: missing, a draft draws a placeholder. */
    const zt_picture *picture;
    /* crop=: what is left of the upright picture, of 0 .. 1. */
    zt_rect crop;
    zt_point focus; /* focus=: of 0 .. 1 */
    /* Without its date; at.line 0 when absent. */
    zt_rich caption;
    zt_date date;
    zt_pos date_at;
    /* brief: of the issue's year, printed without it. */
    bool has_date, brief;
    zt_writing writing;
    zt_rich credit;
    /* What a reader hears in place of the picture, the caption being read after it: <alt>, or that
       it is a photograph. */
    zt_str seen;
    /* All photographs of the document, this one among them. */
    const zt_photo_list *all;
};

/* picture= of a figure: whole symbols that can be counted. */
typedef struct zt_figure_picture {
    zt_str kind;  /* "train" */
    size_t count; /* of symbols */
    size_t lit;   /* of those, in the accent */
    bool is_share;
    /* What one of them stands for: 每节车厢代表全国的1%. */
    zt_str key;
    /* The same as a number, but for shares and vessels; rounded: not all symbols are full. */
    zt_num each;
    zt_str unit;
    bool rounded;
    zt_pos at;
} zt_figure_picture;
/* <compare>: a value in proportion to another, computed and said in a sentence. */
typedef struct zt_comparison {
    zt_str words; /* 相当于每天约16列（据此计算） */
    zt_pos at;
} zt_comparison;
/* A key figure set apart, in a ledger or a panel of figures. */
typedef struct zt_figure_entry {
    /* label=: the words under it; U+200B breaks. */
    zt_rich label;
    /* The first quantity; NULL only when the document is at fault. */
    const zt_quantity *value;
    /* A second one beside it (占全国37%, 同比增长4%), or NULL. */
    const zt_quantity *more;
    /* before=: what it was, printed before an arrow. */
    zt_str before;
    /* Below the figure; or NULL. */
    const zt_trend *trend;
    const zt_figure_picture *picture; /* or NULL */
    /* Its sentence is the last line of `label`; or NULL. */
    const zt_comparison *compare;
    zt_pos at;
} zt_figure_entry;

/* <row> of a ledger: what was to be done, what came of it. */
typedef struct zt_ledger_row {
    /* head=; U+200B parts what leads in from the slogan. */
    zt_rich head;
    /* What was promised and what was done; either may be empty. */
    zt_rich task, result;
    zt_figure_entry *figures;
    size_t figure_count;
    zt_pos at;
} zt_ledger_row;
/* <ledger>: what was promised beside what came of it, row by row. */
typedef struct zt_ledger {
    /* left=, right=: heads of the two columns. */
    zt_str head, left, right;
    zt_ledger_row *rows;
    size_t count;
    /* A selection without the tasks: nothing stands in their place. */
    bool results_only;
} zt_ledger;

/* <task>: one numbered task. Number and keyword may be empty. */
typedef struct zt_task {
    /* The number as printed; the keyword. */
    zt_str no, head;
    zt_rich text;
    zt_pos at;
} zt_task;
/* What tasks or parts of a structure stand round. */
typedef struct zt_goal_text {
    /* head=, else from the figure's by=: 到2025年; or empty. */
    zt_str head;
    /* The words around the figure; all in `before` without one. */
    zt_rich before, after;
    /* Without the prefix that `before` ends with; or NULL. */
    const zt_quantity *figure;
    /* 超过: what was taken off, for who wants the whole phrase. */
    zt_str prefix;
    zt_pos at; /* line 0 without a goal */
} zt_goal_text;

/* A part of a structure, named by how many it has: 两 极核. */
typedef struct zt_node_entry {
    /* The count as printed: 两, 四, 12; and what is counted: 极核. */
    zt_str count, head;
    /* What they are in more words: 枢纽经济发展区; or empty. */
    zt_str label;
    /* What `count` says; 0 when it says no number, which has been reported. */
    long long number;
    /* Names or descriptions, in the order written; none: only the count. */
    zt_rich *items;
    size_t item_count;
    zt_pos at, count_at;
} zt_node_entry;
/* <structure>: what a whole consists of, by counts. */
typedef struct zt_structure {
    zt_str head;
    zt_goal_text goal;
    zt_node_entry *nodes;
    size_t count;
    zt_pos at;
} zt_structure;

/* <tasks>: tasks with their goal. */
typedef struct zt_tasks {
    zt_str head;
    zt_goal_text goal;
    zt_task *tasks;
    size_t count;
    /* Counts that stand below the tasks, or NULL. */
    const zt_structure *structure;
} zt_tasks;

/* <step>: one step of a process. Keyword, number and icon may be empty. */
typedef struct zt_step {
    zt_str no, head, icon;
    zt_pos icon_at;
    zt_rich text;
    zt_pos at;
} zt_step;
/* <steps>: a process, in its order. */
typedef struct zt_steps {
    zt_str head;
    zt_step *steps;
    size_t count;
    /* All steps have no=; all have icon=. */
    bool has_numbers, has_icons;
} zt_steps;

/* <pair>: a label and what stands beside it, as printed. */
typedef struct zt_pair {
    zt_str label, value;
    zt_pos at, label_at;
} zt_pair;
/* <strip>: pairs in one line. */
typedef struct zt_strip {
    zt_str head;
    zt_pair *pairs;
    size_t count;
} zt_strip;

/* <figures>: a panel of key figures. */
typedef struct zt_figures {
    zt_str head;
    zt_figure_entry *figures;
    size_t count;
    /* What a symbol stands for where it is the same in all of its pictures, 每格代表1条或1项: then
       their rows may be compared. Empty where they differ, or there are none. */
    zt_str key;
} zt_figures;

/* <names>: names or slogans, each printed whole. */
typedef struct zt_name_list {
    zt_str head;
    /* In the order written, which is data. */
    zt_rich *names;
    size_t count;
} zt_name_list;

/* <q>: what was said and by whom. */
typedef struct zt_quote {
    zt_rich text;
    zt_str by; /* or empty */
    zt_pos at;
} zt_quote;
/* <quotes>: quotations under one head. */
typedef struct zt_quotes {
    zt_str head;
    zt_quote *quotes;
    size_t count;
    /* complete="no": others were said that are not listed. */
    bool more;
} zt_quotes;

/* A cell of a table. A value is a cell that holds one quantity and nothing else. */
typedef struct zt_table_entry {
    /* Nothing when nothing is known, which prints as a dash. */
    zt_rich text;
    const zt_quantity *value; /* or NULL */
    /* How a value prints below a head that names its unit. */
    zt_str bare;
    /* Behind a value: marks of notes that stand below the table. In other cells they are in the
       text. */
    zt_str mark;
    /* All that the cell holds; or NULL. */
    const zt_trend *trend;
    size_t column, span;
    zt_pos at;
} zt_table_entry;
/* <row> of a table. */
typedef struct zt_table_line {
    /* head=: what the row is about, in the first column. */
    zt_rich head;
    bool key; /* weight="key" */
    /* A head without cells: over all columns, for the rows below it. */
    bool band;
    zt_table_entry *cells;
    size_t count;
    zt_pos at;
} zt_table_line;
/* Where the cells of a column stand; AUTO: values at its end, texts at its start. Values share
   their decimal point wherever they stand. */
typedef enum zt_table_align {
    ZT_TABLE_ALIGN_AUTO,
    ZT_TABLE_ALIGN_START,
    ZT_TABLE_ALIGN_CENTRE,
    ZT_TABLE_ALIGN_END
} zt_table_align;
/* <column>: what the cells of a column have in common. */
typedef struct zt_table_head {
    zt_rich head;
    zt_str unit; /* printed once, in the head */
    /* bar="yes": the values are drawn as lengths as well. heat="yes": as darkness of their cells.
     */
    bool bars, heat;
    zt_table_align align;
    bool key; /* of a table that was turned: the row to stress */
    zt_pos at;
} zt_table_head;
/* <columns>: one head over several columns, `first` up to `end`. */
typedef struct zt_table_span {
    zt_rich head;
    size_t first, end; /* columns */
} zt_table_span;
/* <table>. Columns are numbered from 0 with that of the row heads, if there is one. */
typedef struct zt_table_content {
    zt_lang language; /* of the document */
    zt_str head;
    zt_table_head *columns;
    size_t column_count;
    /* The first column holds the heads of the rows. */
    bool headed;
    bool titled; /* some column has a head */
    /* transpose="yes": what was a column is a row, whose values are of a kind of their own. */
    bool turned;
    zt_table_span *spans;
    size_t span_count;
    zt_table_line *rows;
    size_t count;
    zt_rich *notes;
    size_t note_count;
} zt_table_content;
/* What stands before a cell where columns have no heads above them: 其中·人口, the head over
   several columns and the column's own; with its unit where no value of the column says it. */
zt_rich zt_table_label(zt_arena *arena, const zt_table_content *table, size_t column);
/* Running text in the order of reading. */
typedef enum zt_story_kind {
    ZT_STORY_P,
    ZT_STORY_SUBHEAD,
    ZT_STORY_BYLINE,
    ZT_STORY_JUMP
} zt_story_kind;
/* One part of running text. */
typedef struct zt_story_item {
    zt_story_kind kind;
    /* The words of the part; of a jump those that lead on to it, or nothing. */
    zt_rich text;
    /* Pages of a jump, as written: one of them. */
    zt_str from, to;
    /* Its words as printed: （上接1版）, （下转4版）; empty without a page. */
    zt_str jump;
    /* keep= of a paragraph of a report: not torn, on the page of what follows. */
    bool keep, keep_next;
    /* A paragraph that may be left out where space is short, and put in where there is some. */
    bool optional;
    zt_pos at;
} zt_story_item;
/* <text>: an article or a part of one, with its subheads. */
typedef struct zt_story {
    zt_str head;
    /* Columns that the author wishes; 0 = as many as the measure asks for. */
    size_t columns;
    zt_story_item *items;
    size_t count;
} zt_story;

/* ---- the document ---- */
typedef struct zt_content_kind zt_content_kind; /* gen/model/content_*.c */
/* A block of the document, whatever its kind. */
typedef struct zt_content_block {
    const zt_content_kind *kind;
    /* "groups": as the grammar and the templates call it. */
    const char *name;
    /* A chart's kind, for place select="chart:rank"; else NULL. */
    const char *variant;
    const char *id; /* or NULL */
    zt_pos at;
    /* The struct of that kind: zt_groups, zt_timeline … */
    const void *content;
    /* How many units it can be torn into: groups, events, rows …; at least 1. */
    size_t count;
    zt_rich alt; /* given or drafted */
    bool alt_drafted;
    bool key; /* weight="key" */
} zt_content_block;

/* Why a block is the hero of its graphic, in the order in which it is asked. */
typedef enum zt_hero_cause {
    ZT_NO_HERO,
    ZT_HERO_WEIGHT, /* weight="key" */
    ZT_HERO_TITLE,  /* the title names its value */
    ZT_HERO_GAP,    /* it holds the largest gap or change */
    ZT_HERO_SHARE   /* it holds the only share */
} zt_hero_cause;
/* The block that a graphic is about (hero.c), for templates that give one a place of its own. */
typedef struct zt_hero {
    zt_hero_cause cause;
    size_t block; /* index; of ZT_NO_HERO nothing below means anything */
    /* The value in it; NULL where the block as a whole was asked for. */
    const zt_quantity *quantity;
} zt_hero;
/* The struct of a block of that name ("chart": zt_chart_data); NULL for any other block. */
const void *zt_content_of(const zt_content_block *block, const char *name);

/* One line of the credits. */
typedef struct zt_credit {
    const char *role; /* "source", "compiled", "art", "photo", "edit" */
    zt_str text;      /* name or source */
    zt_pos at;
} zt_credit;

/* A whole document. All of it lies in one arena and points into its source and pictures, which
   must outlive it. Nothing is changed once it has been read: every format is laid out from the
   same document. */
typedef struct zt_doc {
    /* By its root element; of a graphic the two below are NULL. */
    zt_root root;
    /* What an edition and a report are besides. */
    const struct zt_edition *edition;
    const struct zt_report_doc *report;
    const char *path;
    zt_source *source;
    const char *id, *template_name, *lang;
    /* Of lang=: in which the program's own words on the page are. */
    zt_lang language;
    zt_pos id_at, template_at;
    zt_day issue;
    bool has_issue;
    /* The heads in the order in which they are read. */
    zt_rich kicker, title, deck, lead; /* at.line 0 when absent */
    zt_date asof;
    bool has_asof;
    zt_pos asof_at;
    /* In document order, whatever order a template places them in. */
    zt_content_block *blocks;
    size_t block_count;
    zt_hero hero; /* of a graphic */
    zt_photo_list photos;
    zt_rich *notes;
    size_t note_count;
    zt_credit *credits;
    size_t credit_count;
    zt_pos credits_at;
    const zt_picture **pictures; /* each file once */
    size_t picture_count;
    /* For readers who do not see the page: given, or drafted from the contents. */
    zt_str alt; /* of the whole */
    bool alt_drafted;
    /* All, document order, refs not repeated. */
    const zt_quantity **quantities;
    size_t quantity_count;
    /* Which element each was read for (zt_doc_quantity). */
    const struct zt_node_quantities *by_element;
    /* Nodes of the whole tree, for messages about the page and for adjustments. */
    zt_origins origins;
} zt_doc;

/* What reading a document depends on besides the document. */
typedef struct zt_model_options {
    /* A missing value is the error value-missing, a picture photo-missing. */
    bool final;
    /* Pictures lie below it; NULL = the document's folder. */
    const char *root;
    /* Further units of the theme, blank-separated; may be NULL. */
    const char *units;
    /* Of the theme; NULL: those of a theme that states none. */
    const zt_form_limits *forms;
} zt_model_options;

/* The vocabulary of data files. */
extern const zt_grammar zt_data_grammar;
/* The same for files whose root is a <section> of a report. */
extern const zt_grammar zt_section_grammar;

/* Reports title-too-long, text-too-long and cell-too-long at their places, in the document or in a
   table that it imports; false after too-much-text: then no more should be made of it. */
bool zt_text_limits_check(const zt_node *root, zt_diags *diags);
/* Reads a checked tree (zt_grammar_check first; unknown nodes are passed over). Reports
   not-a-number, unknown-unit, count-declared, unknown-ref, duplicate-id, duplicate-key,
   unknown-key, unknown-highlight, value-missing, unit-mismatch, rank-without-values, item-empty,
   no-items, photo-outside, photo-missing, bad-number, series-mixed, limit-series, empty-text,
   empty-credit, bad-date, cell-count, parts-mismatch, label-twice, sum-mismatch, weekday, the calc-
   codes, what image/ reports of pictures, and the warnings change-stale, range-reversed,
   rank-order, rank-tie, relative-year, date-order, asof-after-issue, approx-twice, approx-decimal
   and percent-mixed, the notes asof-missing and decimals-mixed; and still returns a usable
   document; NULL only if the root is none of zt_root. NULL options: a draft, no further units. */
zt_doc *zt_doc_read(zt_arena *arena, zt_diags *diags, zt_source *source,
                    const zt_model_options *options);
/* What was read for an element of the document's tree; NULL where it holds no figure. */
const zt_quantity *zt_doc_quantity(const zt_doc *doc, const zt_node *node);
/* `zhitu dump --stage=model`. Every value with what was understood of it, for tests and editors. */
void zt_doc_dump(zt_buf *out, const zt_doc *doc);
/* The same as JSON. */
void zt_doc_dump_json(zt_buf *out, const zt_doc *doc);

#endif
