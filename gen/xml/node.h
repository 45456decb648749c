/* gen/xml/node.h — an XML file as a tree in which everything knows its place. */
#ifndef ZT_NODE_H
#define ZT_NODE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/* One attribute as it was written. Made by the parser in the arena of its file; never changed
   afterwards. */
typedef struct zt_attr_value {
    const char *name;
    zt_str value; /* entities resolved */
    /* The name's first character; the value's first character. */
    zt_pos at, value_at;
    /* The value as its file has it (zt_text_walk); empty when none has. */
    zt_str written;
} zt_attr_value;

/* An element or a piece of text. Lives in the arena of its file, as does all that it points to. */
typedef struct zt_node zt_node;
struct zt_elem;
struct zt_node {
    const char *name; /* local name; NULL for text */
    /* Of a text node: entities resolved, line ends as \n, nothing collapsed. */
    zt_str text;
    /* Of "<", or of the first character of the text. */
    zt_pos at;
    /* Of a text node: the file from there on; empty when it is in none. */
    zt_str written;
    const zt_attr_value *attrs;
    size_t attr_count;
    zt_node *parent, *first, *last, *next;
    /* Set by zt_grammar_check: the grammar has a place for it. */
    bool known;
    /* And the row that it was checked by. */
    const struct zt_elem *row;
    /* Of an import: keys that its keep= leaves out. */
    zt_str *left_out;
    size_t left_out_count;
};

/* A file that was read. Nodes and texts point into it, so that it lives as long as the document
   does; the caret of a message takes its line from `bytes`. */
typedef struct zt_source {
    const char *path; /* as the user gave it */
    /* UTF-8, after conversion, without BOM. */
    zt_str bytes;
    /* NULL when the file is not well-formed. */
    zt_node *root;
} zt_source;

struct zt_grammar;
/* What a file may be at most; beyond it nothing is read further, and the finding names the limit.
 */
typedef struct zt_xml_limits {
    size_t bytes;      /* 16 MiB */
    size_t attr_bytes; /* 64 KiB for one value */
    /* 1,000 of one element; 0 = any number. */
    size_t attrs;
    int depth;    /* 64 elements */
    size_t nodes; /* 1,000,000 */
    /* A part of a spreadsheet: names are not ours, prefixes are dropped. */
    bool any_namespace;
    /* That elements must be in; NULL = urn:zhitu:1. */
    const char *name_space;
    /* Which of two tags that do not match is mistyped: the one whose name it does not know. May
       be NULL. */
    const struct zt_grammar *grammar;
} zt_xml_limits;
extern const zt_xml_limits zt_xml_limits_default;

/* Reads and parses the file at `path`; NULL limits are the default ones. Encodings: UTF-8 (BOM,
   CRLF), or GB18030 and UTF-16 when declared or by BOM. Reports not-well-formed, doctype-refused,
   limit-size, limit-depth, limit-attribute, limit-attributes, limit-nodes, encoding, cannot-read,
   wrong-namespace (elements must be in urn:zhitu:1 or that of the limits; the one expected is said)
   — each with line and column. Comments and processing instructions are skipped. Returns NULL only
   when the file could not be read. */
zt_source *zt_xml_read(zt_arena *arena, zt_diags *diags, const char *path,
                       const zt_xml_limits *limits);
/* The same from memory; `path` is for messages. */
zt_source *zt_xml_parse(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                        const zt_xml_limits *limits);

const zt_attr_value *zt_node_find(const zt_node *node, const char *attr); /* NULL if absent */
/* The value, or `fallback`. */
zt_str zt_node_attr(const zt_node *node, const char *attr, const char *fallback);
/* Where a complaint about the attribute belongs: its value if present, else the element. */
zt_pos zt_node_attr_at(const zt_node *node, const char *attr);
/* First child element of that name (NULL name: of any name), and the next one after a sibling. */
zt_node *zt_node_child(const zt_node *node, const char *name);
zt_node *zt_node_sibling(const zt_node *node, const char *name);
/* Whether it is an element of that name; false for NULL and for text. */
bool zt_node_is(const zt_node *node, const char *name);
/* All text below, joined; white space runs that hold a line feed collapse (see zt_text_collapse).
 */
zt_str zt_node_text(zt_arena *arena, const zt_node *node);
/* Line feeds with the blanks around them vanish between Han or full-width characters and become
   one U+0020 elsewhere; other runs of ASCII blanks become one; U+3000 stays. */
zt_str zt_text_collapse(zt_arena *arena, zt_str text);

/* Walks through a text beside the bytes that it was read from, which a reference (&#xAD;), a
   comment or a section of CDATA makes longer: so every character knows its place. */
typedef struct zt_text_walk {
    zt_str text;
    size_t at;  /* the next character, */
    zt_pos pos; /* and its place */
    zt_str written;
    size_t seen; /* bytes of `written` */
    bool cdata;
} zt_text_walk;
/* `written` may be empty: then each character has one column. */
zt_text_walk zt_text_walk_of(zt_str text, zt_pos at, zt_str written);
/* The next character, passed; 0 at the end. */
uint32_t zt_text_walk_next(zt_text_walk *walk);

/* The line of the source at a position, for the caret display; without its line end. */
zt_str zt_source_line(zt_str bytes, int line);

/* `zhitu dump --stage=xml`: one line a node, indented, with positions. */
void zt_node_dump(zt_buf *out, const zt_node *node);
/* The same as JSON. */
void zt_node_dump_json(zt_buf *out, const zt_node *node);

#endif
