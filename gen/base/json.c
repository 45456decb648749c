/* gen/base/json.c — commas and keys: what stands last in the buffer decides whether a comma is
   wanted, so that no caller has to remember whether it writes the first member. */
#include "base/json.h"

#include <string.h>

/* A comma where a member or element stands before, then `line` ("" or a line end). */
static void separate(zt_buf *out, const char *line)
{
    char last = out->len ? out->data[out->len - 1] : '[';
    if (!strchr("{[:\n", last))
        zt_buf_putc(out, ',');
    zt_buf_puts(out, line);
}

/* The key with its colon; nothing for an element of an array. */
static void put_key(zt_buf *out, const char *key)
{
    if (!key)
        return;
    zt_buf_json(out, zt_str_from(key));
    zt_buf_putc(out, ':');
}

void zt_json_key(zt_buf *out, const char *key)
{
    separate(out, "");
    put_key(out, key);
}

void zt_json_open(zt_buf *out, const char *key, char bracket)
{
    zt_json_key(out, key);
    zt_buf_putc(out, bracket);
}

void zt_json_open_line(zt_buf *out, const char *key, char bracket)
{
    separate(out, "\n");
    put_key(out, key);
    zt_buf_putc(out, bracket);
}

void zt_json_close(zt_buf *out, char bracket)
{
    zt_buf_putc(out, bracket);
}

void zt_json_string(zt_buf *out, const char *key, zt_str value)
{
    zt_json_key(out, key);
    zt_buf_json(out, value);
}

void zt_json_word(zt_buf *out, const char *key, const char *value)
{
    zt_json_key(out, key);
    if (value)
        zt_buf_json(out, zt_str_from(value));
    else
        zt_buf_puts(out, "null");
}

void zt_json_number(zt_buf *out, const char *key, double value, int decimals)
{
    zt_json_key(out, key);
    zt_buf_number(out, value, decimals);
}

void zt_json_int(zt_buf *out, const char *key, long long value)
{
    zt_json_key(out, key);
    zt_buf_printf(out, "%lld", value);
}

void zt_json_flag(zt_buf *out, const char *key, bool value)
{
    zt_json_key(out, key);
    zt_buf_puts(out, value ? "true" : "false");
}
