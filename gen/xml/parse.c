/* The only user of libxml2: its SAX events become our tree, with places from our own cursor, for
   libxml2 knows where a tag ends and not where a value begins. Limits are checked as the tree
   grows. */
#include "xml/xml_imp.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/file.h"

/* The namespace of documents and templates. */
static const char own_space[] = "urn:zhitu:1";

const zt_xml_limits zt_xml_limits_default = {
    .bytes = (size_t)16 << 20,
    .attr_bytes = (size_t)64 << 10,
    .attrs = 1000,
    .depth = 64,
    .nodes = 1000000,
};

/* One file while it is read. */
typedef struct parser {
    zt_arena *arena;
    zt_diags *diags;
    const zt_xml_limits *limits;
    zt_source *source;
    xmlParserCtxtPtr context;
    zt_xml_cursor cursor;
    zt_node *open; /* innermost element not closed yet */
    zt_buf text;   /* of the text node that is being read */
    zt_pos text_at;
    zt_str text_written;
    int depth;
    size_t node_count;
    bool self_closed; /* the start tag just read was <x/>, no end tag follows */
    bool wrong_namespace_said;
    bool refused; /* memory, to libxml2 */
    bool stopped; /* reported already; what libxml2 says after that does not count */
    zt_xml_fault fault;
} parser;

/* libxml2 goes on to call handlers for a while after this, so they all ask `stopped` first. */
static void stop(parser *p)
{
    p->stopped = true;
    xmlStopParser(p->context);
}

/* libxml2's characters are UTF-8 bytes. */
static zt_str from_xml(const xmlChar *text)
{
    return zt_str_from((const char *)text);
}

/* ---- the tree ---- */

/* Reports limit-nodes and stops; the limit keeps a file of a few megabytes from filling memory
   with nodes. */
static bool count_node(parser *p, zt_pos at)
{
    if (++p->node_count <= p->limits->nodes)
        return true;
    zt_report(p->diags, ZT_ERROR, "limit-nodes", at, "元素和文字段超过上限 %zu 个",
              "more than %zu elements and pieces of text", p->limits->nodes);
    stop(p);
    return false;
}

/* As the last child of the open element; as the root when none is open. */
static void append(parser *p, zt_node *node)
{
    zt_node *parent = p->open;
    node->parent = parent;
    if (!parent) {
        p->source->root = node;
        return;
    }
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

/* The text read so far becomes a node. */
static void flush_text(parser *p)
{
    if (p->text.len == 0)
        return;
    zt_str text = {zt_arena_copy(p->arena, p->text.data, p->text.len), p->text.len};
    p->text.len = 0;
    if (!p->open || !count_node(p, p->text_at))
        return;
    zt_node *node = ZT_NEW(p->arena, zt_node);
    node->text = text;
    node->at = p->text_at;
    node->written = p->text_written;
    append(p, node);
}

/* ---- attributes ---- */

/* libxml2's row of five pointers for one attribute. */
typedef struct raw_attr {
    const xmlChar *name, *prefix, *uri, *value, *end;
} raw_attr;

/* Such attributes are in the bytes, but libxml2 does not list them among the others. */
static bool declares_namespace(zt_str name)
{
    return zt_str_is(name, "xmlns") || zt_str_starts(name, "xmlns:");
}

/* With its prefix as written: a prefixed attribute is none of ours, and the checker says so. */
static const char *attr_name(parser *p, const raw_attr *raw)
{
    if (!raw->prefix)
        return zt_arena_strdup(p->arena, (const char *)raw->name);
    return zt_arena_printf(p->arena, "%s:%s", (const char *)raw->prefix, (const char *)raw->name);
}

/* Reports limit-attribute for a value that is too long, and stops. */
static bool set_attr(parser *p, zt_attr_value *attr, const raw_attr *raw,
                     const zt_lexed_attr *lexed)
{
    size_t len = (size_t)(raw->end - raw->value);
    attr->name = attr_name(p, raw);
    attr->value = (zt_str){zt_arena_copy(p->arena, (const char *)raw->value, len), len};
    attr->at = lexed->at;
    attr->value_at = lexed->value_at;
    attr->written = lexed->written;
    if (len <= p->limits->attr_bytes)
        return true;
    zt_report(p->diags, ZT_ERROR, "limit-attribute", attr->value_at,
              "属性 %s 的值有 %zu 字节，上限 %zu 字节", "the value of %s has %zu bytes, limit %zu",
              attr->name, len, p->limits->attr_bytes);
    stop(p);
    return false;
}

/* Lexes the tag under the cursor; libxml2 gives attributes in the order of the source and leaves
   out namespace declarations. *declared_at gets the place of xmlns="…". */
static void read_attrs(parser *p, zt_node *node, const xmlChar **rows, size_t count,
                       zt_pos *declared_at)
{
    const char *file = p->source->path;
    zt_attr_value *attrs = count ? ZT_ARRAY(p->arena, count, zt_attr_value) : NULL;
    node->attrs = attrs;
    zt_xml_cursor_enter_tag(&p->cursor);
    zt_lexed_attr lexed;
    while (zt_xml_cursor_attr(&p->cursor, file, &lexed, &p->self_closed)) {
        if (declares_namespace(lexed.name)) {
            *declared_at = lexed.value_at;
        } else if (node->attr_count < count) {
            const xmlChar **row = rows + 5 * node->attr_count;
            raw_attr raw = {row[0], row[1], row[2], row[3], row[4]};
            if (!set_attr(p, attrs + node->attr_count, &raw, &lexed))
                return;
            node->attr_count++;
        }
    }
}

/* Reports wrong-namespace once a file: the same mistake would stand at each element. */
static void check_namespace(parser *p, const zt_node *node, zt_str uri, zt_pos declared_at)
{
    const char *name_space = p->limits->name_space ? p->limits->name_space : own_space;
    if (zt_str_is(uri, name_space) || p->wrong_namespace_said || p->fault.code)
        return;
    p->wrong_namespace_said = true;
    if (uri.len == 0)
        zt_report(p->diags, ZT_ERROR, "wrong-namespace", node->at,
                  "<%s> 没有命名空间；根元素应写 xmlns=\"%s\"",
                  "<%s> is in no namespace; the root element needs xmlns=\"%s\"", node->name,
                  name_space);
    else
        zt_report(p->diags, ZT_ERROR, "wrong-namespace", declared_at.line ? declared_at : node->at,
                  "<%s> 的命名空间是“%.*s”，应为 xmlns=\"%s\"",
                  "<%s> is in the namespace \"%.*s\", expected xmlns=\"%s\"", node->name,
                  ZT_ARG(uri), name_space);
}

/* ---- SAX events ---- */

/* The cursor finds the tag that libxml2 announces and with it the place; then the limits of count
   and depth. */
static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attr_count,
                     int default_count, const xmlChar **attrs)
{
    (void)prefix;
    (void)namespace_count;
    (void)namespaces;
    parser *p = data;
    flush_text(p);
    if (p->stopped || !zt_xml_cursor_find_start(&p->cursor))
        return;
    zt_node *node = ZT_NEW(p->arena, zt_node);
    node->at = zt_xml_cursor_pos(&p->cursor, p->source->path);
    node->name = zt_arena_strdup(p->arena, (const char *)name);
    if (!count_node(p, node->at))
        return;
    if (++p->depth > p->limits->depth) {
        zt_report(p->diags, ZT_ERROR, "limit-depth", node->at, "元素嵌套超过上限 %d 层",
                  "elements nest deeper than %d", p->limits->depth);
        stop(p);
        return;
    }
    append(p, node);
    p->open = node;
    zt_pos declared_at = ZT_NOWHERE;
    read_attrs(p, node, attrs, (size_t)(attr_count - default_count), &declared_at);
    if (!p->stopped && !p->limits->any_namespace)
        check_namespace(p, node, from_xml(uri), declared_at);
}

/* A tag that closed itself has no end tag for the cursor to pass. */
static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name;
    (void)prefix;
    (void)uri;
    parser *p = data;
    flush_text(p);
    if (p->stopped || !p->open)
        return;
    if (!p->self_closed)
        zt_xml_cursor_pass_end(&p->cursor);
    p->self_closed = false;
    p->open = p->open->parent;
    p->depth--;
}

/* Text comes in pieces of libxml2's choosing; they are gathered until the next tag. The place is
   that of the first piece. */
static void on_text(void *data, const xmlChar *text, int len)
{
    parser *p = data;
    if (p->stopped || len <= 0)
        return;
    if (p->text.len == 0)
        p->text_at = zt_xml_cursor_text_pos(&p->cursor, p->source->path, &p->text_written);
    zt_buf_add(&p->text, text, (size_t)len);
}

/* Entities of a DTD can grow without bounds and read other files; nothing of ours needs them. */
static void on_doctype(void *data, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
    (void)name;
    (void)public_id;
    (void)system_id;
    parser *p = data;
    if (p->stopped)
        return;
    zt_xml_cursor_find_start(&p->cursor);
    zt_report(p->diags, ZT_ERROR, "doctype-refused", zt_xml_cursor_pos(&p->cursor, p->source->path),
              "不接受 <!DOCTYPE>：zhitu 不用 DTD，也不定义实体；请删去这一段",
              "<!DOCTYPE> is refused: zhitu uses no DTD and no entities; delete it");
    stop(p);
}

/* The byte that libxml2 has reached; the end when it cannot say. */
static size_t consumed(xmlParserCtxtPtr context, size_t len)
{
    long byte = xmlByteConsumed(context);
    return byte < 0 || (size_t)byte > len ? len : (size_t)byte;
}

/* The first error alone is kept: those behind it follow from it. Warnings and what concerns
   namespaces only are below XML_ERR_ERROR. */
#if LIBXML_VERSION >= 21200
static void on_error(void *data, const xmlError *error)
#else
static void on_error(void *data, xmlErrorPtr error)
#endif
{
    parser *p = data;
    p->refused = p->refused || error->code == XML_ERR_NO_MEMORY;
    if (p->stopped || p->fault.code || error->level < XML_ERR_ERROR)
        return;
    const char *words = error->message;
    p->fault.code = error->code;
    p->fault.byte = consumed(p->context, p->source->bytes.len);
    p->fault.words = words ? zt_arena_copy(p->arena, words, strcspn(words, "\n")) : NULL;
    p->fault.open = p->open;
    p->fault.attr_limit = p->limits->attr_bytes;
    p->fault.grammar = p->limits->grammar;
}

/* ---- a document ---- */

/* Values in quotes of the tag that begins at *at, which is moved behind it; *spaces goes up by the
   prefixes that it declares. */
static size_t values_in_tag(zt_str bytes, size_t *at, size_t *spaces)
{
    size_t count = 0;
    for (; *at < bytes.len && bytes.data[*at] != '>'; ++*at) {
        char quote = bytes.data[*at];
        *spaces += quote == ':' && *at >= 5 && memcmp(bytes.data + *at - 5, "xmlns", 5) == 0;
        if (quote != '"' && quote != '\'')
            continue;
        count++;
        const char *close = memchr(bytes.data + *at + 1, quote, bytes.len - *at - 1);
        if (!close) {
            *at = bytes.len;
            break;
        }
        *at = (size_t)(close - bytes.data);
    }
    return count;
}

/* Before libxml2 sees them: it compares each attribute of an element with all others, and each name
   with all prefixes. */
static bool attrs_are_few(parser *p)
{
    enum { PREFIXES_MOST = 64 }; /* of a document; a spreadsheet has ten */
    zt_str bytes = p->source->bytes;
    size_t spaces = 0;
    for (size_t at = zt_next_tag(bytes, 0); at < bytes.len; at = zt_next_tag(bytes, at)) {
        size_t start = at, count = values_in_tag(bytes, &at, &spaces);
        if (!p->limits->attrs || (count <= p->limits->attrs && spaces <= PREFIXES_MOST))
            continue;
        zt_report(p->diags, ZT_ERROR, "limit-attributes", zt_pos_at(bytes, start, p->source->path),
                  "这个元素有 %zu 个属性，上限 %zu 个；文件声明了 %zu 个前缀，上限 %d 个",
                  "this element has %zu attributes, limit %zu; the file declares %zu prefixes, "
                  "limit %d",
                  count, p->limits->attrs, spaces, (int)PREFIXES_MOST);
        return false;
    }
    return true;
}

/* One call of libxml2, without network, files or its own tree. */
static void run(parser *p)
{
    xmlInitParser();
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (!context)
        zt_arena_exhausted(p->arena);
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .cdataBlock = on_text,
        .ignorableWhitespace = on_text,
        .internalSubset = on_doctype,
        .serror = on_error,
    };
    *context->sax = sax;
    context->userData = p;
    p->context = context;
    /* The bytes are UTF-8 by now, whatever the declaration says. NOENT: else an ampersand in an
       attribute arrives as &#38;, for a second pass that libxml2's own tree builder makes. There
       are only the predefined entities (XML 4.6): a DOCTYPE stops the parser before it is read. */
    const int options =
        XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT;
    zt_str bytes = p->source->bytes;
    xmlDocPtr doc = xmlCtxtReadMemory(context, bytes.data ? bytes.data : "", (int)bytes.len, NULL,
                                      "UTF-8", options);
    bool refused = p->refused || context->errNo == XML_ERR_NO_MEMORY;
    xmlFreeDoc(doc);
    xmlFreeParserCtxt(context);
    /* A reader without its buffer says nothing: a document has a root or a fault. */
    if (refused || (!p->stopped && !p->fault.code && !p->source->root))
        zt_arena_exhausted(p->arena);
}

/* XML has no U+0000 (XML 1.0, 2.2), but libxml2 takes one behind the root for the end of the file.
 */
static void find_nul(parser *p)
{
    zt_str bytes = p->source->bytes;
    const char *nul = bytes.len ? memchr(bytes.data, 0, bytes.len) : NULL;
    if (!nul || p->stopped || p->fault.code)
        return;
    p->fault.code = XML_ERR_INVALID_CHAR;
    p->fault.byte = (size_t)(nul - bytes.data);
    p->fault.open = NULL;
}

/* What is not well-formed has no root: the readers behind get nothing rather than half a tree. */
zt_source *zt_xml_parse(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                        const zt_xml_limits *limits)
{
    zt_source *source = ZT_NEW(arena, zt_source);
    source->path = zt_arena_strdup(arena, path);
    if (!limits)
        limits = &zt_xml_limits_default;
    if (bytes.len > limits->bytes) {
        zt_report(diags, ZT_ERROR, "limit-size", (zt_pos){source->path, 0, 0},
                  "有 %zu 字节，超过上限 %zu 字节", "has %zu bytes, more than the limit of %zu",
                  bytes.len, limits->bytes);
        return source;
    }
    if (!zt_xml_decode(arena, diags, source->path, bytes, &source->bytes))
        return source;
    parser p = {.arena = arena, .diags = diags, .limits = limits, .source = source};
    zt_xml_cursor_init(&p.cursor, source->bytes);
    zt_buf_init(&p.text, arena);
    if (!attrs_are_few(&p))
        return source;
    run(&p);
    find_nul(&p);
    if (!p.stopped && p.fault.code)
        zt_xml_report_fault(diags, source->path, source->bytes, &p.fault);
    if (p.stopped || p.fault.code)
        source->root = NULL;
    return source;
}

/* The limit of bytes holds while the file is read, so that a file of any size costs no more
   memory than that. The path is copied, for findings point to it after the caller's is gone. */
zt_source *zt_xml_read(zt_arena *arena, zt_diags *diags, const char *path,
                       const zt_xml_limits *limits)
{
    if (!limits)
        limits = &zt_xml_limits_default;
    const char *kept = zt_arena_strdup(arena, path);
    bool ok;
    zt_str bytes = zt_file_read(arena, diags, (zt_pos){kept, 0, 0}, path, limits->bytes, &ok);
    return ok ? zt_xml_parse(arena, diags, kept, bytes, limits) : NULL;
}
