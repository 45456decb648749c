/* gen/base/json.h — JSON (RFC 8259), written into a buffer member by member. Commas come of
   themselves: what stands last in the buffer tells whether one is wanted. `key` NULL is an element
   of an array, or the whole value. */
#ifndef ZT_JSON_H
#define ZT_JSON_H

#include "base/str.h"

/* `bracket` is '{' or '['; the end is '}' or ']'. */
void zt_json_open(zt_buf *out, const char *key, char bracket);
/* Ends what zt_json_open began, with the bracket that belongs to it. */
void zt_json_close(zt_buf *out, char bracket);
/* The same, but the value begins on a line of its own. */
void zt_json_open_line(zt_buf *out, const char *key, char bracket);
/* A member or an element, by its type. A comma stands before it when one is wanted. */
void zt_json_string(zt_buf *out, const char *key, zt_str value);
void zt_json_word(zt_buf *out, const char *key, const char *value); /* NULL is null */
void zt_json_number(zt_buf *out, const char *key, double value, int decimals);
void zt_json_int(zt_buf *out, const char *key, long long value);
void zt_json_flag(zt_buf *out, const char *key, bool value);
/* Comma and key alone: the value is added by who calls. */
void zt_json_key(zt_buf *out, const char *key);

#endif
