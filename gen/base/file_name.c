/* gen/base/file_name.c — which names a file may have on every system that a page travels to. */
#include "base/file_name.h"

#include <string.h>

#include "base/utf8.h"

/* ASCII only; see zt_file_name_check for the reason. */
static bool is_letter_or_digit(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Compatibility ideographs become others in normal form C, so they would not come back. */
static bool is_stable_han(uint32_t c)
{
    bool compatibility = (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
    return zt_is_han(c) && !compatibility;
}

/* The characters of a file's stem that every system keeps as they are. */
static bool may_stand(uint32_t c)
{
    return is_letter_or_digit(c) || c == '_' || c == '-' || c == '.' || is_stable_han(c);
}

/* Whether `text` is `word`, which is given in small letters, whatever its case. */
static bool is_word(zt_str text, const char *word)
{
    size_t len = strlen(word);
    for (size_t i = 0; i < len && i < text.len; i++)
        if (zt_lower(text.data[i]) != word[i])
            return false;
    return text.len == len;
}

/* "Naming Files, Paths, and Namespaces" of the Windows documentation: the device is meant with any
   ending, so nul.v2 is NUL. */
static bool is_reserved(zt_str name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    const char *stop = memchr(name.data, '.', name.len);
    zt_str stem = {name.data, stop ? (size_t)(stop - name.data) : name.len};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (is_word(stem, devices[i]))
            return true;
    if (stem.len != 4 || stem.data[3] < '0' || stem.data[3] > '9')
        return false;
    zt_str port = {stem.data, 3};
    return is_word(port, "com") || is_word(port, "lpt");
}

zt_name_fault zt_file_name_check(zt_str name, zt_str *character)
{
    size_t count = 0;
    *character = (zt_str){0};
    if (name.len == 0)
        return ZT_NAME_EMPTY;
    for (size_t at = 0; at < name.len; count++) {
        size_t from = at;
        uint32_t c = zt_utf8_next(name, &at);
        if (!may_stand(c)) {
            *character = zt_str_slice(name, from, at);
            return ZT_NAME_CHARACTER;
        }
    }
    if (count > ZT_FILE_NAME_MOST || name.len > ZT_FILE_NAME_BYTES)
        return ZT_NAME_LONG;
    if (name.data[0] == '.' || name.data[0] == '-')
        return ZT_NAME_START;
    if (name.data[name.len - 1] == '.')
        return ZT_NAME_END;
    return is_reserved(name) ? ZT_NAME_RESERVED : ZT_NAME_FINE;
}

bool zt_is_one_step(const char *name)
{
    size_t len = strlen(name);
    return len > 0 && len <= 255 && !strchr(name, '/') && strcmp(name, ".") != 0 &&
           strcmp(name, "..") != 0;
}

int zt_file_name_order(const char *a, const char *b)
{
    while (*a && zt_lower(*a) == zt_lower(*b)) {
        a++;
        b++;
    }
    return (unsigned char)zt_lower(*a) - (unsigned char)zt_lower(*b);
}
