/* gen/template/reader_imp.h — what the readers of themes, styles, boxes and pages share. Private to
   template/. Positions are those of the value complained about; reading goes on after a mistake. */
#ifndef ZT_READER_IMP_H
#define ZT_READER_IMP_H

#include "template/template.h"

/* The rows beside template_vocabulary.c: template_vocabulary_SUBJECT.c. Their elements stand in
   <template> by its list of children. */
extern const zt_elem_rows zt_edition_look_rows;
extern const zt_elem_rows zt_report_look_rows;
extern const zt_elem_rows zt_head_look_rows;
extern const zt_elem_rows zt_theme_look_rows; /* in <theme> */

/* A theme and template while they are read. Lives on the stack of zt_template_load; what it
   fills lives in `arena`. */
typedef struct zt_reader {
    zt_arena *arena;
    zt_diags *diags;
    const char *const *dirs;
    size_t dir_count;
    /* The roots that count, from the theme that inherits from none to the template. A definition
       in a later one replaces that of the same name in an earlier. */
    ZT_VEC(const zt_node *) levels;
    ZT_VEC(const char *) files;
    /* A file without a fault that was parsed before it is asked for, not yet checked; or NULL. */
    zt_source *ahead;
    zt_theme *theme; /* being filled */
    /* What the template is read for; NULL: its own page. Its width is known. */
    zt_page_slot *slot;
    /* That of the template's page, which is read before the boxes. */
    zt_grid_spec grid;
    /* What is being read; size and margins are there before its boxes, for heads go by them. */
    zt_template *sheet;
} zt_reader;

/* ---- size.c: attributes as values ---- */

/* An attribute's value, else the grammar's initial; data NULL when there is neither, or when an
   error about this very value has been reported, so that nothing is said twice. */
typedef struct zt_field {
    zt_str text;
    /* Of the value, or of the element when the initial holds. */
    zt_pos at;
    bool given; /* written in the file */
} zt_field;
/* The attribute of a node, else the initial value of the grammar. The text is borrowed from the
   tree or from the grammar. */
zt_field zt_read_field(zt_reader *r, const zt_node *node, const char *attr);
/* The field as a NUL-terminated name in the reader's arena, or NULL when it is absent or was
   refused. */
const char *zt_read_name(zt_reader *r, const zt_node *node, const char *attr);
/* True for "yes"; anything else was refused by the grammar check or is the initial "no". */
bool zt_read_yes(zt_reader *r, const zt_node *node, const char *attr);
/* The value's place in the grammar's list of allowed words; 0 when it is none of them (reported by
   the grammar check). */
int zt_read_enum(zt_reader *r, const zt_node *node, const char *attr);
/* Each word of an ENUMS attribute as its place in the list; at most `room`. Returns the count. */
size_t zt_read_enums(zt_reader *r, const zt_node *node, const char *attr, int *out, size_t room);
/* A whole number of at least `least`; `least` and bad-number otherwise. */
int zt_read_count(zt_reader *r, const zt_node *node, const char *attr, int least);
/* A number not below zero; 0 and bad-number otherwise. */
double zt_read_number(zt_reader *r, const zt_node *node, const char *attr);
/* A length in points, not negative, without em or % (bad-length); 0 when absent. */
double zt_read_length(zt_reader *r, const zt_node *node, const char *attr);
/* The same for a SHIFT: the length may be negative. */
double zt_read_shift(zt_reader *r, const zt_node *node, const char *attr);
/* Two lengths above 0, in points. False after bad-length, or when the attribute is missing, which
   the grammar check has said. */
bool zt_read_pair(zt_reader *r, const zt_node *node, const char *attr, double out[2]);
/* The same for one word of a value. `out` untouched when false. */
bool zt_word_length(zt_reader *r, zt_str word, zt_pos at, double *out);
/* One to four lengths or gaps (CSS order) as top right bottom left. */
typedef enum zt_sides_of { ZT_SIDES_LENGTHS, ZT_SIDES_GAPS } zt_sides_of;
/* One to four values, as CSS has them: all; top and bottom, sides; top, sides, bottom; each. */
void zt_read_sides(zt_reader *r, const zt_node *node, const char *attr, zt_sides_of of,
                   double out[4]);
/* A gap of the theme's scale or in lengths; reports bad-gap. */
zt_gap zt_read_gap(zt_reader *r, const zt_node *node, const char *attr);

/* Cuts the next word off a field and moves its position along. */
bool zt_field_word(zt_field *rest, zt_field *word);
/* A plain decimal number, sign allowed, whole text. */
bool zt_number_parse(zt_str text, double *out);

/* ---- names.c: what is known by name, and complaints about what is not ---- */

/* What a name in a template refers to, which decides the code of the finding about an unknown one.
 */
typedef enum zt_name_kind {
    ZT_NAME_HEAD,
    ZT_NAME_INK,
    ZT_NAME_STYLE,
    ZT_NAME_FONT_ROLE,
    ZT_NAME_PAPER,
    ZT_NAME_PRINTING
} zt_name_kind;
/* Reports the code of that kind (unknown-ink, unknown-style, unknown-font-role, unknown-paper)
   with the nearest of `known`, or with all of them; also unknown-printing. */
void zt_report_unknown(zt_reader *r, zt_name_kind kind, const zt_field *name,
                       const char *const *known, size_t count);
/* NULL when absent; NULL with a report when unknown. */
const zt_ink *zt_read_ink(zt_reader *r, const zt_node *node, const char *attr);
/* What the attribute names; NULL when it is not written, or after a report with the nearest name.
 */
const zt_style *zt_read_style(zt_reader *r, const zt_node *node, const char *attr);
/* The role of that name; NULL after unknown-font-role at the field's place. */
const zt_font_role *zt_font_named(zt_reader *r, const zt_field *name);
const zt_font_role *zt_read_font(zt_reader *r, const zt_node *node, const char *attr);
/* The same for a paper of the theme; reports unknown-paper. */
const zt_paper *zt_read_paper(zt_reader *r, const zt_node *node, const char *attr);

/* The next child that the grammar knows, of that name (NULL: any). */
const zt_node *zt_read_child(const zt_node *node, const char *name);
/* The next element of the name that the grammar knows. */
const zt_node *zt_read_sibling(const zt_node *node, const char *name);
/* The last of that name over all levels, so the one in force; NULL when there is none. */
const zt_node *zt_read_last(const zt_reader *r, const char *name);
/* The last such element that has the attribute itself, so that levels inherit attribute by
   attribute; else the last of that name; NULL when there is none. */
const zt_node *zt_read_holder(const zt_reader *r, const char *name, const char *attr);
/* The nodes of that name that are in force, one for each value of `key`, in order of first
   appearance; those that have the attribute `without` (NULL: none) are passed over. Reports
   repeated-name within one level. */
size_t zt_read_merged(zt_reader *r, const char *name, const char *key, const char *without,
                      const zt_node ***out);

/* ---- the readers ---- */

/* template.c: NAME.xml in the folders, checked against the grammar; NULL after a report. `what` is
   the root wanted: "theme" or "template". */
const zt_node *zt_read_file(zt_reader *r, const char *what, const char *name, zt_pos asked_at);
/* theme.c: everything but styles and parts, from all levels. */
void zt_read_theme(zt_reader *r);
/* theme_ink.c: recipe and screen colour of an ink from the attributes of the node. Reports what is
   wrong with them. */
void zt_read_recipe(zt_reader *r, const zt_node *node, zt_ink *ink);
/* theme_ink.c: the palette and the inks of keys; the limits must have been read. */
void zt_read_inks(zt_reader *r);
/* theme_look.c: bars, ramps, icons, sections; the inks must have been read. */
void zt_read_theme_look(zt_reader *r);
/* theme_grey.c: reports theme-grey for inks that a grey plate cannot tell apart; `nodes` are those
   of the theme's inks, in their order. */
void zt_check_greys(zt_reader *r, const zt_node *const *nodes);
/* theme_printing.c: the printing conditions; the limits must have been read. */
void zt_read_printings(zt_reader *r);
/* What printing= names; NULL when it is not written, or after unknown-printing. */
const zt_printing *zt_read_printing(zt_reader *r, const zt_node *node);
/* What a page is printed on; NULL where its theme says nothing of any press. */
const zt_printing *zt_printing_of_page(zt_reader *r, const zt_node *page);
/* style.c: styles of all levels, then the parts. */
void zt_read_styles(zt_reader *r);
/* On screens the floor lifts what is below it (<screen type=>), and says nothing of it. */
void zt_raise_type(const zt_reader *r, zt_style *style);
/* Styles and inks of parts, from all levels. */
void zt_read_parts(zt_reader *r);
/* <part> children of one node in their order; `of` is NULL where the grammar has no of=. *out is
   a list in the reader's arena. Reports missing-attribute for a part that changes nothing. */
size_t zt_read_part_nodes(zt_reader *r, const zt_node *node, zt_part **out);
/* box.c. A box with all that is in it; reports its mistakes and goes on. */
zt_box_spec *zt_read_box(zt_reader *r, const zt_node *node);
/* theme_objects.c: <figure> and <group-rule> of the theme. */
void zt_read_figure_measures(zt_reader *r);
void zt_read_group_rule(zt_reader *r);
/* Children of a box while they are read. */
typedef ZT_VEC(zt_box_spec *) zt_box_specs;
/* head_boxes.c: puts the boxes that the theme's head stands for into `out`, with `rest`, what
   follows the head in its column, behind or beside them. */
void zt_read_head(zt_reader *r, const zt_node *node, zt_gap gap, const zt_box_specs *rest,
                  zt_box_specs *out);
/* edition_look.c: what a template of editions says beside its styles. */
void zt_read_edition_look(zt_reader *r, const zt_node *root, zt_template *out);
/* theme.c: the papers alone, which zt_read_theme reads as well. */
void zt_read_papers(zt_reader *r);
/* slot.c. Columns and lines as points; false after a report. `page` may be NULL. */
bool zt_page_slot_resolve(zt_reader *r, const zt_node *page, zt_page_slot *slot);
/* What width= of a <when> says; reports bad-width. */
zt_widths zt_read_widths(zt_reader *r, const zt_node *node);
bool zt_widths_hold(const zt_widths *widths, double width);
/* Leaves of the template what is for pages `width` points wide: <when width=> inside of it is gone,
   and one of the template itself is a level of its own. */
void zt_decide_widths(zt_reader *r, const zt_node *root, double width);
/* The <page> of the template with what those of <when width=> say instead; NULL when there is none.
 */
const zt_node *zt_page_in_force(zt_reader *r, const zt_node *root);
/* page.c. The width that <page> gives itself, points; 0 after a report. */
double zt_page_own_width(zt_reader *r, const zt_node *page);
/* page.c. Size, margins and bleed of the page; reports what contradicts itself. */
void zt_read_page(zt_reader *r, const zt_node *node, zt_template *out);
/* report_style.c: what a template of reports says besides. */
const struct zt_report_style *zt_read_report_style(zt_reader *r, const zt_node *root);

/* house_words.c: what a template says itself. <words>: reports empty-text. */
void zt_read_words(zt_reader *r, const zt_node *node, zt_box_spec *box);
/* <picture>, from the template's folder or below it: picture-missing, photo-outside,
   missing-attribute, conflicting-attributes and those of zt_picture_read; an empty place then. */
void zt_read_house_picture(zt_reader *r, const zt_node *node, zt_box_spec *box);

#endif
