/* gen/app/batch/packing.c — numbers and texts as bytes. */
#include "app/batch/packing.h"

#include <string.h>

void zt_pack_int(zt_buf *out, uint64_t value)
{
    char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (char)(value >> (8 * i) & 0xFF);
    zt_buf_add(out, bytes, sizeof bytes);
}

void zt_pack_bytes(zt_buf *out, zt_str bytes)
{
    zt_pack_int(out, bytes.len);
    zt_buf_str(out, bytes);
}

/* The length counts the NUL, so that 0 is no text at all. */
void zt_pack_text(zt_buf *out, const char *text)
{
    size_t len = text ? strlen(text) + 1 : 0;
    zt_pack_int(out, len);
    if (text)
        zt_buf_add(out, text, len);
}

/* The next `len` bytes; NULL when there are fewer. */
static const char *take(zt_unpack *in, size_t len)
{
    if (in->bad || in->rest.len < len) {
        in->bad = true;
        return NULL;
    }
    const char *at = in->rest.data;
    in->rest.data += len;
    in->rest.len -= len;
    return at;
}

uint64_t zt_unpack_int(zt_unpack *in)
{
    const char *at = take(in, 8);
    uint64_t value = 0;
    for (int i = 0; at && i < 8; i++)
        value |= (uint64_t)(unsigned char)at[i] << (8 * i);
    return value;
}

zt_str zt_unpack_bytes(zt_unpack *in)
{
    size_t len = (size_t)zt_unpack_int(in);
    const char *at = take(in, len);
    return at ? (zt_str){at, len} : (zt_str){0};
}

const char *zt_unpack_text(zt_unpack *in)
{
    zt_str text = zt_unpack_bytes(in);
    if (text.len > 0 && text.data[text.len - 1] == 0)
        return text.data;
    in->bad = in->bad || text.len > 0;
    return NULL;
}
