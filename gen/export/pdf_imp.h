/* gen/export/pdf_imp.h — the parts of our PDF writer, private to export/. One zt_pdf is one file on
   its way; references to sections are to ISO 32000-1 (PDF 1.7). */
#ifndef ZT_PDF_IMP_H
#define ZT_PDF_IMP_H

#include "export/export.h"
#include "export/layers.h"
#include "export/press_picture.h"
#include "font/font.h"
#include "scene/tag_tree.h"

struct libdeflate_compressor;

/* Where an object lies: in the file, or inside the object stream. One for each object number,
   filled when the object is written, read for the cross-reference stream. */
typedef struct zt_pdf_place {
    /* From the file's start; packed: from the first body in the stream. */
    size_t offset;
    size_t index; /* packed: in that stream */
    bool packed, written;
} zt_pdf_place;

/* A glyph of a font that some run shows, with the text that it stands for. */
typedef struct zt_pdf_used_glyph {
    uint32_t id;
    /* What ToUnicode says: the plainest text that the glyph stands for. */
    zt_str text;
} zt_pdf_used_glyph;

/* A face in use, with its glyphs in an open hash table (id 0 = free). Made by zt_pdf_font_of, in
   the document's arena. */
typedef struct zt_pdf_font {
    const zt_face *face;
    /* Objects of the font for rows and for columns; 0: not needed. */
    int across, down;
    zt_pdf_used_glyph *slots;
    size_t slot_count, used;
} zt_pdf_font;

/* A spot ink in use and the object of its colour space. Entered when a page first paints with
   it. */
typedef struct zt_pdf_spot {
    const zt_ink *ink;
    int object;
} zt_pdf_spot;

/* A photograph in use and the object of its samples. */
typedef struct zt_pdf_picture {
    const zt_picture *picture;
    /* Where it is asked for first. */
    zt_pos at;
    int object;
} zt_pdf_picture;

/* Data of a figure as a file in the file. */
typedef struct zt_pdf_attachment {
    const zt_data_table *table;
    const char *name;
    int object; /* its file specification (7.11.3) */
} zt_pdf_attachment;

/* One file on its way; every object number is an index of `objects`. */
typedef struct zt_pdf {
    zt_arena *arena;
    zt_diags *diags;
    zt_buf *out;
    size_t start; /* of this file in out */
    const zt_book *book;
    const zt_export_options *options;
    struct libdeflate_compressor *deflater;
    /* Index = object number; 0 is unused. */
    ZT_VEC(zt_pdf_place) objects;
    /* In the order of their bodies: poppler wants offsets to grow. */
    ZT_VEC(int) packed_objects;
    /* Bodies of the objects that go to the object stream. */
    zt_buf packed;
    /* Where the object being written goes. */
    zt_buf *body;
    int resources, pages, tree, *page_objects;
    ZT_VEC(zt_pdf_font *) fonts;
    ZT_VEC(zt_pdf_spot) spots;
    ZT_VEC(zt_pdf_picture) images;
    /* The profile of pictures for the press; 0 until needed. */
    int srgb;
    const char *pdfx; /* what the file claims, "PDF/X-4", or NULL */
    zt_press press;
    bool has_files;        /* the data of figures go along */
    bool spots_to_process; /* spot inks are painted by their recipes */
    bool has_marks;        /* some page does: the space /All is used */
    bool states_used[4];   /* by zt_pdf_graphics.over */
    /* Asked for; the objects of those that are used. */
    bool has_layers;
    int layers[ZT_LAYER_COUNT];
    zt_tag_tree *structure;
    /* One list a page: whose content an MCID is. */
    zt_elements *by_mcid;
    /* Elements that hold annotations, by StructParent - page_count. */
    zt_elements linked;
    int notes; /* that have a name */
    ZT_VEC(zt_pdf_attachment) attachments;
} zt_pdf;

/* pdf_write.c: objects, streams, strings, the cross-reference stream. */

/* The head of the file; everything but `out` is made in the document's arena. */
void zt_pdf_open(zt_pdf *pdf, const char *header);
/* A number for an object that is written later. */
int zt_pdf_reserve(zt_pdf *pdf);
/* An object between begin and end is written to pdf->body. Any but a stream, which stands alone. */
zt_buf *zt_pdf_begin(zt_pdf *pdf, int object);
/* Ends the object that zt_pdf_begin began. */
void zt_pdf_end(zt_pdf *pdf);
/* How the bytes of a stream are written: as they are, deflated, or packed already. */
typedef enum zt_pdf_packing {
    ZT_PDF_PLAIN,
    ZT_PDF_DEFLATED, /* packs what it is given */
    /* Was packed by zt_pdf_packed. */
    ZT_PDF_READY
} zt_pdf_packing;
zt_str zt_pdf_packed(zt_pdf *pdf, zt_str data); /* in the document's arena */
/* `entries` go into the stream's dictionary beside Length and Filter. */
void zt_pdf_stream(zt_pdf *pdf, int object, const char *entries, zt_str data,
                   zt_pdf_packing packing);
/* The object stream and the cross-reference stream, or objects and table; then the end. */
void zt_pdf_close(zt_pdf *pdf, int catalog, int info);
/* A text string (7.9.2.2): ASCII as it is, anything else in UTF-16BE. */
void zt_pdf_text_string(zt_buf *buf, zt_str text);
/* UTF-16BE in hexadecimal, without brackets; without characters that are never seen, which a search
   would not find (zt_is_ignorable). */
void zt_pdf_utf16_hex(zt_buf *buf, zt_str text);
/* A literal string of bytes. */
void zt_pdf_literal(zt_buf *buf, const char *data, size_t len);

/* pdf_colour.c */

/* Whether an ink fills or strokes: PDF keeps a colour for each. */
typedef enum zt_pdf_use { ZT_PDF_FILL, ZT_PDF_STROKE } zt_pdf_use;
/* The colour operators of a page, remembered so that they are written only on a change. */
typedef struct zt_pdf_colour {
    /* Index + 1 into pdf->spots; 0 = process. */
    int spot;
    int values[4]; /* 1/10000 */
    bool known;
} zt_pdf_colour;
/* Writes the operators that make `paint` the colour in force, unless it is so already; `now` is
   what is in force on the page. */
void zt_pdf_colour_set(zt_pdf *pdf, zt_buf *ops, zt_pdf_colour *now, zt_pdf_use use,
                       zt_paint paint);
/* ColorSpace and ExtGState of the resources; writes the objects of the spot inks. */
void zt_pdf_colour_resources(zt_pdf *pdf, zt_buf *body);
/* The objects of the spot inks, after the pages, when all are known. */
void zt_pdf_colour_objects(zt_pdf *pdf);

/* pdf_content.c, pdf_path.c, pdf_text.c: what a page paints; each stands on pdf_page.c. */

/* The graphics state as the content stream has set it, so that nothing is set twice. */
typedef struct zt_pdf_graphics {
    zt_pdf_colour fill, stroke;
    /* Overprint in force: 1 << ZT_PDF_FILL | 1 << ZT_PDF_STROKE. */
    int over;
    double width, dash[2];
    zt_cap cap;
} zt_pdf_graphics;

/* A page on its way. */
typedef struct zt_pdf_page {
    zt_pdf *pdf;
    size_t index;
    const zt_scene *scene;
    zt_buf ops;
    zt_pdf_graphics now;
    enum { ZT_PDF_MARK_NONE, ZT_PDF_MARK_ARTIFACT, ZT_PDF_MARK_CONTENT } mark;
    const zt_element *marked;
    zt_page_part marked_part; /* of an artifact that is marked */
    bool in_text;
    const zt_pdf_font *font; /* of the text state */
    bool font_down;          /* for columns */
    /* `scale`: horizontal scaling in per cent. */
    double font_size, scale;
    /* The run that was painted with those before it. */
    const zt_glyphs *line_rest;
    /* Of the text line matrix, in 1/100 pt, while it is upright. */
    long line_x, line_y;
    bool line_upright;
    ZT_VEC(int) annotations;
    /* Layers of the groups that are open, and the one whose sequence is: 1 + zt_layer, or 0. */
    ZT_VEC(zt_layer) layer_stack;
    size_t layer_depth;
    int layer_open;
} zt_pdf_page;

/* pdf_page.c */

/* What the file holds of a page: its bleed, for the press its marks. In the scene's frame. */
zt_rect zt_pdf_media(const zt_pdf *pdf, const zt_scene *scene);
/* Coordinates of the page as PDF has them: y up, from the media box's lower left. */
double zt_pdf_x(const zt_pdf_page *page, double x);
/* From the scene's y, down from the trim's top, to PDF's, up from the foot of the media box. */
double zt_pdf_y(const zt_pdf_page *page, double y);
/* Opens a text object unless one is open; text_end closes one that is. */
void zt_pdf_text_begin(zt_pdf_page *page);
/* Ends the text object if one is open. */
void zt_pdf_text_end(zt_pdf_page *page);
/* Switches overprint for fills (text too) or strokes, if it is not so already. */
void zt_pdf_over(zt_pdf_page *page, zt_pdf_use use, bool wanted);
/* Numbers with a blank after each. */
void zt_pdf_op_number(zt_buf *ops, double value, int decimals);

/* Content stream and page object of the page of that index. */
void zt_pdf_page_write(zt_pdf *pdf, size_t index);
/* dx, dy carry the path's frame to the page's, as in all calls that paint. */
void zt_pdf_paint_path(zt_pdf_page *page, const zt_path *path, double dx, double dy);
/* Strokes marks for the press in the colour that is set. */
void zt_pdf_stroke_marks(zt_pdf_page *page, const zt_path *marks);
/* Paints one run, `dx` and `dy` being the offset of its frame on the page. */
void zt_pdf_paint_glyphs(zt_pdf_page *page, const zt_glyphs *run, double dx, double dy);

/* pdf_unicode.c: what glyphs say. */

/* Glyphs that stand for one text together. */
typedef struct zt_pdf_cluster {
    const zt_glyphs *run;
    size_t first, end; /* glyphs */
    zt_str text;
} zt_pdf_cluster;

/* What stands between two blanks of a line, in whatever runs. */
typedef struct zt_pdf_word {
    const zt_pdf_cluster *clusters;
    size_t count;
    /* In one piece, by /ActualText. */
    bool actual_text;
    /* Of the text matrix; 1 = none. */
    double stretch;
} zt_pdf_word;

/* Every glyph of the book is heard once. */
void zt_pdf_hear_book(zt_pdf *pdf);
/* The words of the line that begins with `run`, in the document's arena. */
size_t zt_pdf_words_of(zt_pdf *pdf, const zt_glyphs *run, zt_pdf_word **out);

/* pdf_image.c */

/* Places the picture; its samples are written once, by zt_pdf_images_write. */
void zt_pdf_paint_image(zt_pdf_page *page, const zt_image *image, double dx, double dy);
/* The pictures that the pages use, each once; false after a report. Reports image-rgb and
   image-alpha. */
bool zt_pdf_images_write(zt_pdf *pdf);

/* pdf_font.c */

/* The font of a face, entered when new; *index names it in content streams (/F3). */
zt_pdf_font *zt_pdf_font_of(zt_pdf *pdf, const zt_face *face, size_t *index);
/* Marks a glyph as used and hears what it stands for, before anything is painted: what is plainest
   becomes what it says, the same in whatever order. */
void zt_pdf_font_hear(zt_pdf *pdf, zt_pdf_font *font, uint32_t glyph, zt_str text);
/* Whether ToUnicode gives just this text. */
bool zt_pdf_font_says(const zt_pdf_font *font, uint32_t glyph, zt_str text);
/* A font for rows, or for columns, is used. */
void zt_pdf_font_need(zt_pdf *pdf, zt_pdf_font *font, bool down);
/* The advance that the file states, in 1/1000 em. */
double zt_pdf_font_width(const zt_pdf_font *font, uint32_t glyph);
/* False after a report when a face gives no subset. */
bool zt_pdf_font_write(zt_pdf *pdf, zt_diags *diags, const zt_pdf_font *font);

/* pdf_tags.c: the structure tree. */

/* Opens, before an item is painted, the marked content that it belongs to. */
void zt_pdf_tags_content(zt_pdf_page *page, const zt_item *item);
/* Ends what is marked, the text object in it too. */
void zt_pdf_tags_close(zt_pdf_page *page);
/* The same for glyphs that say a text of their own: a sequence beside the others, not inside one,
   for poppler loses what follows a sequence without MCID inside one that has it. */
void zt_pdf_tags_actual_text(zt_pdf_page *page, const zt_item *item, zt_str text);
/* Ends the sequence that zt_pdf_tags_actual_text began. */
void zt_pdf_tags_said(zt_pdf_page *page);
/* A link's annotation as a kid of the element around it; its StructParent key. */
int zt_pdf_tags_link(zt_pdf_page *page, int annotation);
/* Reserves the tree's root and the document element, before the pages. */
void zt_pdf_tags_begin(zt_pdf *pdf);
/* Writes the tree, after the pages. */
void zt_pdf_tags_write(zt_pdf *pdf);
/* Whether the tree, which has been written, is such as PDF/UA-1 (ISO 14289-1, 7) wants. Reports
   tags-short, a note, with the first place that falls short. */
bool zt_pdf_tags_hold(const zt_pdf *pdf);

/* pdf_layers.c: optional content, where it is asked for. */

/* For each group on the way in and out, then before each item that is painted. */
void zt_pdf_layers_enter(zt_pdf_page *page, const zt_group *group);
void zt_pdf_layers_leave(zt_pdf_page *page);
void zt_pdf_layers_content(zt_pdf_page *page);
/* Ends the sequence that is open, with all in it. */
void zt_pdf_layers_close(zt_pdf_page *page);
/* /Properties of the resources; the objects, and the entry of the catalog. */
void zt_pdf_layers_resources(const zt_pdf *pdf, zt_buf *body);
const char *zt_pdf_layers_write(zt_pdf *pdf);

/* pdf_outline.c: the bookmarks; the outline's object, or 0 when the book has none. */
int zt_pdf_outline_write(zt_pdf *pdf);

/* pdf_names.c: places that links lead to, numbers of pages. */

/* [page /XYZ left top zoom] (12.3.2.2) of that page, from 0, and height from the trim's top. */
const char *zt_pdf_destination(zt_pdf *pdf, size_t page, double y);
/* The name of a place, as a string: what a link says to lead to it (12.3.2.3). */
void zt_pdf_dest_name(zt_buf *body, const zt_dest *dest);
/* Entries of the catalog: /Names for places and attachments, /PageLabels; nothing for a book
   without. */
const char *zt_pdf_names_write(zt_pdf *pdf);
const char *zt_pdf_labels_write(zt_pdf *pdf);

/* pdf_attach.c: the data of figures as files in the file, where the book asks for it. */

/* Writes the files; false after a report. */
bool zt_pdf_attach(zt_pdf *pdf);
/* /AF of the element of a figure, for the table of which there is a file. */
void zt_pdf_attached_to(const zt_pdf *pdf, zt_buf *body, const zt_data_table *table);

/* pdf_conform.c: what the profile demands. */

/* Reads the profile of the printing condition and judges what a version of PDF/X wants:
   profile-unmet where something lacks, and the file claims nothing. False after an error:
   cannot-read, bad-icc. */
bool zt_pdf_conform(zt_pdf *pdf);
/* Leaves out layers and files of data where the profile forbids them; reports profile-omits. */
void zt_pdf_omit(zt_pdf *pdf);
/* The program's name and version. */
const char *zt_pdf_producer(const zt_pdf *pdf);
/* The title; where a standard wants one, the id of a document without. May be NULL. */
const char *zt_pdf_title(const zt_pdf *pdf);
/* The date of the document in ISO 8601, with time and zone where a standard wants them; NULL
   without. */
const char *zt_pdf_date_iso(const zt_pdf *pdf);

/* pdf_xmp.c: the metadata stream; its object. */
int zt_pdf_metadata_write(zt_pdf *pdf);

/* pdf_meta.c: what the file says about itself. */

/* The document information dictionary (14.3.3); its object. */
int zt_pdf_info_write(zt_pdf *pdf);
/* The catalog (7.7.2) with metadata, output intent and outline; its object. */
int zt_pdf_catalog_write(zt_pdf *pdf);
/* pdf_icc.c: the bytes of an sRGB profile. */
zt_str zt_pdf_srgb_profile(zt_arena *arena);

#endif
