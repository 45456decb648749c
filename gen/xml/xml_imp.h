/* gen/xml/xml_imp.h — private to xml/: encodings, the cursor over our own bytes, and the words for
   what libxml2 finds wrong. */
#ifndef ZT_XML_IMP_H
#define ZT_XML_IMP_H

#include "xml/node.h"

/* A place in UTF-8 bytes that only moves on, so that counting lines costs one pass in all. */
typedef struct zt_xml_cursor {
    zt_str bytes;
    size_t at;
    /* From 1; columns in characters. */
    int line, column;
} zt_xml_cursor;

/* At the first byte, line 1, column 1; `bytes` must outlive the cursor. */
void zt_xml_cursor_init(zt_xml_cursor *cursor, zt_str bytes);
/* Moves on to byte `to`, which must not lie behind. CR LF, LF and a lone CR each end a line. */
void zt_xml_cursor_move(zt_xml_cursor *cursor, size_t to);
/* The place where the cursor stands, in `file`. */
zt_pos zt_xml_cursor_pos(const zt_xml_cursor *cursor, const char *file);
/* Where the text begins that follows: behind comments, processing instructions and the opening of
   a CDATA section; *written is the file from there on, or from that opening. The cursor stays. */
zt_pos zt_xml_cursor_text_pos(const zt_xml_cursor *cursor, const char *file, zt_str *written);
/* Moves to the "<" of the next start tag; false when there is none. */
bool zt_xml_cursor_find_start(zt_xml_cursor *cursor);
/* Moves behind the next end tag; false when there is none. */
bool zt_xml_cursor_pass_end(zt_xml_cursor *cursor);

/* One attribute of a tag as it stands in the bytes. */
typedef struct zt_lexed_attr {
    zt_str name; /* with its prefix */
    zt_pos at, value_at;
    zt_str written; /* the value */
} zt_lexed_attr;
/* At the name of a well-formed start tag: the next attribute; false at the tag's end, and then
 *closed tells "/>" and the cursor stands behind the tag. Call zt_xml_cursor_enter_tag first. */
void zt_xml_cursor_enter_tag(zt_xml_cursor *cursor);
/* Reads one attribute; the cursor stands behind it afterwards. */
bool zt_xml_cursor_attr(zt_xml_cursor *cursor, const char *file, zt_lexed_attr *attr, bool *closed);

/* Behind the comment or processing instruction at `at`; `at` itself when neither begins there. */
size_t zt_past_unseen(zt_str bytes, size_t at);
/* The next "<" that opens a tag, from `at`: none in comments, instructions or CDATA; the end when
   there is none. */
size_t zt_next_tag(zt_str bytes, size_t at);
/* Whether `mark` begins at byte `at`. */
bool zt_stands_at(zt_str bytes, size_t at, const char *mark);
#define ZT_CDATA "<![CDATA["

/* Position of a byte, counted from the start. */
zt_pos zt_pos_at(zt_str bytes, size_t at, const char *file);

/* UTF-8 without BOM, converted from what the BOM or the declaration says. Reports `encoding`. */
bool zt_xml_decode(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes, zt_str *utf8);

/* What stopped the parser: libxml2's code, the byte it had reached, its own words. Filled while
   a file is parsed, so that one fault is reported, in our words, when the parser has ended. */
typedef struct zt_xml_fault {
    int code;
    size_t byte;
    const char *words; /* may be NULL */
    /* The innermost element not closed yet, or NULL. */
    const zt_node *open;
    size_t attr_limit;                /* of zt_xml_limits */
    const struct zt_grammar *grammar; /* of zt_xml_limits */
} zt_xml_fault;
/* Reports it as not-well-formed in plain words at the place where the mistake is made. */
void zt_xml_report_fault(zt_diags *diags, const char *path, zt_str bytes,
                         const zt_xml_fault *fault);

#endif
