/* gen/inspect/pdf_source.c — qpdf's C interface, behind questions that have an answer for whatever
   object they are asked of. */
#include "inspect/pdf_source.h"

#include <limits.h>
#include <math.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "base/library.h"
#include "base/num.h"

#define QPDF_CALLS(X)                                                                              \
    X(qpdf_data, qpdf_init, (void))                                                                \
    X(void, qpdf_cleanup, (qpdf_data *))                                                           \
    X(void, qpdf_silence_errors, (qpdf_data))                                                      \
    X(void, qpdf_set_suppress_warnings, (qpdf_data, QPDF_BOOL))                                    \
    X(QPDF_ERROR_CODE, qpdf_read, (qpdf_data, char const *, char const *))                         \
    X(QPDF_BOOL, qpdf_has_error, (qpdf_data))                                                      \
    X(qpdf_error, qpdf_get_error, (qpdf_data))                                                     \
    X(QPDF_BOOL, qpdf_more_warnings, (qpdf_data))                                                  \
    X(qpdf_error, qpdf_next_warning, (qpdf_data))                                                  \
    X(enum qpdf_error_code_e, qpdf_get_error_code, (qpdf_data, qpdf_error))                        \
    X(char const *, qpdf_get_error_message_detail, (qpdf_data, qpdf_error))                        \
    X(QPDF_BOOL, qpdf_is_encrypted, (qpdf_data))                                                   \
    X(char const *, qpdf_get_pdf_version, (qpdf_data))                                             \
    X(int, qpdf_get_num_pages, (qpdf_data))                                                        \
    X(qpdf_oh, qpdf_get_page_n, (qpdf_data, size_t))                                               \
    X(qpdf_oh, qpdf_get_root, (qpdf_data))                                                         \
    X(qpdf_oh, qpdf_get_trailer, (qpdf_data))                                                      \
    X(enum qpdf_object_type_e, qpdf_oh_get_type_code, (qpdf_data, qpdf_oh))                        \
    X(qpdf_oh, qpdf_oh_get_key, (qpdf_data, qpdf_oh, char const *))                                \
    X(qpdf_oh, qpdf_oh_get_dict, (qpdf_data, qpdf_oh))                                             \
    X(QPDF_BOOL, qpdf_oh_get_bool_value, (qpdf_data, qpdf_oh))                                     \
    X(double, qpdf_oh_get_numeric_value, (qpdf_data, qpdf_oh))                                     \
    X(char const *, qpdf_oh_get_name, (qpdf_data, qpdf_oh))                                        \
    X(char const *, qpdf_oh_get_binary_string_value, (qpdf_data, qpdf_oh, size_t *))               \
    X(int, qpdf_oh_get_array_n_items, (qpdf_data, qpdf_oh))                                        \
    X(qpdf_oh, qpdf_oh_get_array_item, (qpdf_data, qpdf_oh, int))                                  \
    X(void, qpdf_oh_begin_dict_key_iter, (qpdf_data, qpdf_oh))                                     \
    X(QPDF_BOOL, qpdf_oh_dict_more_keys, (qpdf_data))                                              \
    X(char const *, qpdf_oh_dict_next_key, (qpdf_data))                                            \
    X(void, qpdf_oh_release_all, (qpdf_data))                                                      \
    X(qpdf_oh, qpdf_get_object_by_id, (qpdf_data, int, int))                                       \
    X(qpdf_oh, qpdf_oh_parse, (qpdf_data, char const *))                                           \
    X(qpdf_oh, qpdf_oh_new_stream, (qpdf_data))                                                    \
    X(void, qpdf_oh_replace_key, (qpdf_data, qpdf_oh, char const *, qpdf_oh))                      \
    X(void, qpdf_oh_remove_key, (qpdf_data, qpdf_oh, char const *))                                \
    X(void, qpdf_oh_replace_stream_data,                                                           \
      (qpdf_data, qpdf_oh, unsigned char const *, size_t, qpdf_oh, qpdf_oh))                       \
    X(int, qpdf_oh_get_object_id, (qpdf_data, qpdf_oh))                                            \
    X(QPDF_ERROR_CODE, qpdf_oh_get_stream_data,                                                    \
      (qpdf_data, qpdf_oh, enum qpdf_stream_decode_level_e, QPDF_BOOL *, unsigned char **,         \
       size_t *))

typedef struct qpdf_calls {
    QPDF_CALLS(ZT_LIBRARY_FIELD)
} qpdf_calls;
QPDF_CALLS(ZT_LIBRARY_CHECK)
static const char *const names[] = {QPDF_CALLS(ZT_LIBRARY_NAME)};
static const zt_library library = ZT_LIBRARY("libqpdf.so.29", "", names);

/* Packed bytes of a stream that is unpacked: what flate can make of them at worst, a thousand times
   as much, still goes into memory. */
enum { PACKED_MOST = 32 << 20, STREAMS_MOST = 512 << 20 };
/* Nodes above a page. */
enum { LEVELS_MOST = 64 };

struct zt_pdf_source {
    zt_arena *arena;
    qpdf_calls call;
    qpdf_data data;
    /* Bytes that were unpacked since the last turn, and whether some could not be. */
    size_t unpacked;
    bool lost;
    /* The number of the stream that inline pictures become; 0: none yet. */
    int inline_picture;
};

static void close_source(void *self)
{
    zt_pdf_source *source = self;
    if (source->data)
        source->call.qpdf_cleanup(&source->data);
}

/* After the library has failed, which it says once. */
static const char *failure(zt_pdf_source *source, enum qpdf_error_code_e *code)
{
    qpdf_error error = source->call.qpdf_get_error(source->data);
    *code = error ? source->call.qpdf_get_error_code(source->data, error) : qpdf_e_internal;
    const char *detail =
        error ? source->call.qpdf_get_error_message_detail(source->data, error) : "";
    return zt_arena_strdup(source->arena, detail ? detail : "");
}

static zt_pdf_source *refuse(zt_pdf_source *source, zt_diags *diags, const char *path)
{
    enum qpdf_error_code_e code;
    const char *why = failure(source, &code);
    zt_pos at = {.file = path};
    if (code == qpdf_e_password)
        zt_report(diags, ZT_ERROR, "pdf-unreadable", at, "文件要口令才能打开；请用没有加密的",
                  "the file opens only with a password; take one that is not encrypted");
    else if (code == qpdf_e_system)
        zt_report_env(diags, "pdf-unreadable", at, "读不了文件：%s", "the file cannot be read: %s",
                      why);
    else
        zt_report(diags, ZT_ERROR, "pdf-unreadable", at, "这不是可以读的 PDF：%s",
                  "this is no PDF that can be read: %s", why);
    return NULL;
}

zt_pdf_source *zt_pdf_source_open(zt_arena *arena, zt_diags *diags, const char *path)
{
    const char *why;
    zt_pdf_source *source = ZT_NEW(arena, zt_pdf_source);
    source->arena = arena;
    if (!zt_library_load(&library, &source->call, &why)) {
        zt_report_env(diags, "no-qpdf", ZT_NOWHERE, "不能载入读 PDF 的库 %s：%s",
                      "the library that reads PDF, %s, cannot be loaded: %s", library.file, why);
        return NULL;
    }
    source->data = source->call.qpdf_init();
    zt_arena_on_drop(arena, close_source, source);
    source->call.qpdf_silence_errors(source->data);
    source->call.qpdf_set_suppress_warnings(source->data, QPDF_TRUE);
    if (source->call.qpdf_read(source->data, path, "") & QPDF_ERRORS)
        return refuse(source, diags, path);
    if (source->call.qpdf_get_num_pages(source->data) < 0)
        return refuse(source, diags, path);
    return source;
}

const char *zt_pdf_source_damage(zt_pdf_source *source)
{
    const char *first = NULL;
    while (source->call.qpdf_more_warnings(source->data)) {
        qpdf_error warning = source->call.qpdf_next_warning(source->data);
        const char *detail = source->call.qpdf_get_error_message_detail(source->data, warning);
        if (!first && detail)
            first = zt_arena_strdup(source->arena, detail);
    }
    return first;
}

bool zt_pdf_source_encrypted(zt_pdf_source *source)
{
    return source->call.qpdf_is_encrypted(source->data);
}

double zt_pdf_source_version(zt_pdf_source *source)
{
    zt_num head, own;
    const char *text = source->call.qpdf_get_pdf_version(source->data);
    double version = text && zt_num_parse(zt_str_from(text), &head) ? zt_num_double(head) : 0;
    zt_str later = zt_pdf_name(source, zt_pdf_get(source, zt_pdf_root(source), "/Version"));
    if (later.len && zt_num_parse(later, &own) && zt_num_double(own) > version)
        version = zt_num_double(own);
    return version;
}

/* ---- objects ---- */

static enum qpdf_object_type_e type_of(zt_pdf_source *source, zt_pdf_object object)
{
    return object ? source->call.qpdf_oh_get_type_code(source->data, object) : ot_null;
}

zt_pdf_object zt_pdf_root(zt_pdf_source *source)
{
    return source->call.qpdf_get_root(source->data);
}

zt_pdf_object zt_pdf_trailer(zt_pdf_source *source)
{
    return source->call.qpdf_get_trailer(source->data);
}

size_t zt_pdf_page_count(zt_pdf_source *source)
{
    int count = source->call.qpdf_get_num_pages(source->data);
    return count > 0 ? (size_t)count : 0;
}

zt_pdf_object zt_pdf_page_at(zt_pdf_source *source, size_t index)
{
    return source->call.qpdf_get_page_n(source->data, index);
}

/* The dictionary of a stream, the dictionary itself, or 0. */
static zt_pdf_object dictionary_of(zt_pdf_source *source, zt_pdf_object object)
{
    enum qpdf_object_type_e type = type_of(source, object);
    if (type == ot_stream)
        return source->call.qpdf_oh_get_dict(source->data, object);
    return type == ot_dictionary ? object : 0;
}

zt_pdf_object zt_pdf_get(zt_pdf_source *source, zt_pdf_object object, const char *key)
{
    zt_pdf_object dictionary = dictionary_of(source, object);
    if (!dictionary)
        return 0;
    zt_pdf_object found = source->call.qpdf_oh_get_key(source->data, dictionary, key);
    return type_of(source, found) == ot_null ? 0 : found;
}

zt_pdf_object zt_pdf_inherited(zt_pdf_source *source, zt_pdf_object page, const char *key)
{
    for (int i = 0; i < LEVELS_MOST && page; i++) {
        zt_pdf_object found = zt_pdf_get(source, page, key);
        if (found)
            return found;
        page = zt_pdf_get(source, page, "/Parent");
    }
    return 0;
}

bool zt_pdf_is_dictionary(zt_pdf_source *source, zt_pdf_object object)
{
    return dictionary_of(source, object) != 0;
}

bool zt_pdf_is_stream(zt_pdf_source *source, zt_pdf_object object)
{
    return type_of(source, object) == ot_stream;
}

bool zt_pdf_is_array(zt_pdf_source *source, zt_pdf_object object)
{
    return type_of(source, object) == ot_array;
}

bool zt_pdf_is_number(zt_pdf_source *source, zt_pdf_object object)
{
    enum qpdf_object_type_e type = type_of(source, object);
    return type == ot_integer || type == ot_real;
}

bool zt_pdf_is_string(zt_pdf_source *source, zt_pdf_object object)
{
    return type_of(source, object) == ot_string;
}

bool zt_pdf_is_true(zt_pdf_source *source, zt_pdf_object object)
{
    return type_of(source, object) == ot_boolean &&
           source->call.qpdf_oh_get_bool_value(source->data, object);
}

double zt_pdf_number(zt_pdf_source *source, zt_pdf_object object, double otherwise)
{
    return zt_pdf_is_number(source, object)
               ? source->call.qpdf_oh_get_numeric_value(source->data, object)
               : otherwise;
}

int zt_pdf_whole(zt_pdf_source *source, zt_pdf_object object, int otherwise)
{
    return (int)zt_clamp(zt_pdf_number(source, object, otherwise), INT_MIN, INT_MAX);
}

zt_str zt_pdf_name(zt_pdf_source *source, zt_pdf_object object)
{
    if (type_of(source, object) != ot_name)
        return (zt_str){0};
    const char *name = source->call.qpdf_oh_get_name(source->data, object);
    return zt_str_from(zt_arena_strdup(source->arena, name && *name == '/' ? name + 1 : ""));
}

size_t zt_pdf_count(zt_pdf_source *source, zt_pdf_object array)
{
    int count = zt_pdf_is_array(source, array)
                    ? source->call.qpdf_oh_get_array_n_items(source->data, array)
                    : 0;
    return count > 0 ? (size_t)count : 0;
}

zt_pdf_object zt_pdf_item(zt_pdf_source *source, zt_pdf_object array, size_t index)
{
    return index < zt_pdf_count(source, array)
               ? source->call.qpdf_oh_get_array_item(source->data, array, (int)index)
               : 0;
}

bool zt_pdf_box(zt_pdf_source *source, zt_pdf_object array, zt_rect *out)
{
    double v[4];
    if (zt_pdf_count(source, array) != 4)
        return false;
    for (size_t i = 0; i < 4; i++)
        v[i] = zt_pdf_number(source, zt_pdf_item(source, array, i), 0);
    *out = (zt_rect){zt_min(v[0], v[2]), zt_min(v[1], v[3]), fabs(v[2] - v[0]), fabs(v[3] - v[1])};
    return true;
}

size_t zt_pdf_keys(zt_pdf_source *source, zt_pdf_object object, zt_str **out)
{
    ZT_VEC(zt_str) keys = {0};
    zt_pdf_object dictionary = dictionary_of(source, object);
    if (dictionary) {
        source->call.qpdf_oh_begin_dict_key_iter(source->data, dictionary);
        while (source->call.qpdf_oh_dict_more_keys(source->data)) {
            const char *key = source->call.qpdf_oh_dict_next_key(source->data);
            ZT_PUSH(source->arena, &keys, zt_str_from(zt_arena_strdup(source->arena, key)));
        }
    }
    *out = keys.items;
    return keys.count;
}

int zt_pdf_number_of(zt_pdf_source *source, zt_pdf_object object)
{
    return object ? source->call.qpdf_oh_get_object_id(source->data, object) : 0;
}

/* ---- streams ---- */

/* The bytes come from malloc; a copy lives in the arena. What a damaged stream gives counts too.
   False where not all of it is there. */
static bool unpack(zt_pdf_source *source, zt_arena *arena, zt_pdf_object stream,
                   enum qpdf_stream_decode_level_e level, zt_str *data)
{
    QPDF_BOOL filtered = QPDF_FALSE;
    unsigned char *bytes = NULL;
    size_t len = 0;
    (void)zt_pdf_source_damage(source); /* warnings from here on are about this stream */
    QPDF_ERROR_CODE code =
        source->call.qpdf_oh_get_stream_data(source->data, stream, level, &filtered, &bytes, &len);
    bool fits = len <= STREAMS_MOST - source->unpacked,
         whole = filtered || level == qpdf_dl_none; /* none is what was asked for */
    if (bytes && whole && fits) {
        source->unpacked += len;
        *data = zt_str_copy(arena, (zt_str){(const char *)bytes, len});
    }
    if (source->call.qpdf_has_error(source->data))
        (void)source->call.qpdf_get_error(source->data); /* else the library says it itself */
    free(bytes);
    return code == QPDF_SUCCESS && whole && fits;
}

static bool is_small(zt_pdf_source *source, zt_pdf_object stream)
{
    return zt_pdf_number(source, zt_pdf_get(source, stream, "/Length"), 0) <= PACKED_MOST;
}

zt_str zt_pdf_stream_data(zt_pdf_source *source, zt_arena *arena, zt_pdf_object stream)
{
    zt_str data = {0};
    if (!zt_pdf_is_stream(source, stream))
        return data;
    if (!is_small(source, stream) || !unpack(source, arena, stream, qpdf_dl_specialized, &data))
        source->lost = true;
    return data;
}

bool zt_pdf_picture_data(zt_pdf_source *source, zt_arena *arena, zt_pdf_object image, zt_str *out)
{
    *out = (zt_str){0};
    return zt_pdf_is_stream(source, image) && is_small(source, image) &&
           unpack(source, arena, image, qpdf_dl_all, out);
}

bool zt_pdf_packed_data(zt_pdf_source *source, zt_arena *arena, zt_pdf_object stream, zt_str *out)
{
    *out = (zt_str){0};
    return zt_pdf_is_stream(source, stream) && is_small(source, stream) &&
           unpack(source, arena, stream, qpdf_dl_none, out);
}

zt_str zt_pdf_last_filter(zt_pdf_source *source, zt_pdf_object stream)
{
    zt_pdf_object filter = zt_pdf_get(source, stream, "/Filter");
    size_t count = zt_pdf_count(source, filter);
    return zt_pdf_name(source, count ? zt_pdf_item(source, filter, count - 1) : filter);
}

/* ---- inline pictures ---- */

/* The key that an abbreviation stands for (8.9.7, table 93). */
static const char *whole_key(const char *key)
{
    static const char *const keys[][2] = {
        {"/W", "/Width"},  {"/H", "/Height"},       {"/BPC", "/BitsPerComponent"},
        {"/D", "/Decode"}, {"/CS", "/ColorSpace"},  {"/IM", "/ImageMask"},
        {"/F", "/Filter"}, {"/DP", "/DecodeParms"}, {"/I", "/Interpolate"},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(key, keys[i][0]) == 0)
            return keys[i][1];
    return key;
}

/* The stream of the inline picture before, without its entries, or a new one. */
static zt_pdf_object picture_stream(zt_pdf_source *source)
{
    zt_str *keys;
    if (!source->inline_picture) {
        zt_pdf_object made = source->call.qpdf_oh_new_stream(source->data);
        source->inline_picture = zt_pdf_number_of(source, made);
        return made;
    }
    zt_pdf_object stream =
        source->call.qpdf_get_object_by_id(source->data, source->inline_picture, 0);
    zt_pdf_object dictionary = dictionary_of(source, stream);
    for (size_t i = 0, count = zt_pdf_keys(source, stream, &keys); i < count; i++)
        source->call.qpdf_oh_remove_key(source->data, dictionary, keys[i].data);
    return stream;
}

zt_pdf_object zt_pdf_inline_picture(zt_pdf_source *source, zt_arena *arena, zt_str entries,
                                    zt_str data)
{
    zt_str *keys;
    const char *text = zt_arena_printf(arena, "<<%.*s>>", ZT_ARG(entries));
    (void)zt_pdf_source_damage(source);
    zt_pdf_object read = source->call.qpdf_oh_parse(source->data, text);
    if (source->call.qpdf_has_error(source->data)) {
        (void)source->call.qpdf_get_error(source->data);
        return 0;
    }
    if (type_of(source, read) != ot_dictionary)
        return 0;
    zt_pdf_object stream = picture_stream(source), dictionary = dictionary_of(source, stream);
    for (size_t i = 0, count = zt_pdf_keys(source, read, &keys); i < count; i++)
        source->call.qpdf_oh_replace_key(
            source->data, dictionary, whole_key(keys[i].data),
            source->call.qpdf_oh_get_key(source->data, read, keys[i].data));
    source->call.qpdf_oh_replace_stream_data(
        source->data, stream, (const unsigned char *)data.data, data.len,
        source->call.qpdf_oh_get_key(source->data, dictionary, "/Filter"),
        source->call.qpdf_oh_get_key(source->data, dictionary, "/DecodeParms"));
    return stream;
}

/* ---- bytes ---- */

zt_str zt_pdf_bytes(zt_pdf_source *source, zt_arena *arena, zt_pdf_object object)
{
    size_t len = 0;
    if (!zt_pdf_is_string(source, object))
        return zt_pdf_stream_data(source, arena, object);
    const char *bytes = source->call.qpdf_oh_get_binary_string_value(source->data, object, &len);
    return bytes ? zt_str_copy(arena, (zt_str){bytes, len}) : (zt_str){0};
}

zt_str zt_pdf_page_data(zt_pdf_source *source, zt_arena *arena, zt_pdf_object page)
{
    zt_pdf_object contents = zt_pdf_get(source, page, "/Contents");
    if (!zt_pdf_is_array(source, contents))
        return zt_pdf_stream_data(source, arena, contents);
    zt_buf all;
    zt_buf_init(&all, arena);
    for (size_t i = 0; i < zt_pdf_count(source, contents); i++) {
        zt_buf_str(&all, zt_pdf_stream_data(source, arena, zt_pdf_item(source, contents, i)));
        zt_buf_putc(&all, '\n'); /* operators do not go over the ends of streams (7.8.2) */
    }
    return zt_buf_view(&all);
}

bool zt_pdf_turn(zt_pdf_source *source)
{
    bool whole = !source->lost;
    source->call.qpdf_oh_release_all(source->data);
    source->unpacked = 0;
    source->lost = false;
    return whole;
}

zt_arena *zt_pdf_source_arena(zt_pdf_source *source)
{
    return source->arena;
}
