/* gen/app/remedy.c — the remedy of a finding, found in its file again. Positions are of the file as
   it was judged; where other words stand now, there is no remedy. */
#include "app/remedy.h"

#include <string.h>

#include "app/extent.h"

/* What is written into a file is markup there. */
static bool is_plain(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr("<>&\"'", text.data[i]))
            return false;
    return true;
}

/* Where one fix changes the file: at most in two tags. */
static size_t places_of(const zt_fix *fix, zt_str bytes, zt_removal out[2])
{
    zt_str words = zt_str_from(fix->words);
    if (fix->element)
        return zt_extent_of_element(bytes, fix->in, words, out) ? 1 : 0;
    if (!*fix->put)
        return zt_extent_of_words(bytes, fix->in, words, out) ? 1 : 0;
    if (!is_plain(zt_str_from(fix->put)))
        return 0;
    if (zt_extent_of_word(bytes, fix->in, words, out))
        return 1;
    return zt_extent_of_name(bytes, fix->in, words, out);
}

/* Few, so that insertion does. */
static void sort(zt_edit *edits, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        zt_edit e = edits[i];
        size_t k = i;
        for (; k > 0 && edits[k - 1].at > e.at; k--)
            edits[k] = edits[k - 1];
        edits[k] = e;
    }
}

size_t zt_remedy_edits(zt_arena *arena, const zt_diag *d, zt_str bytes, zt_edit **out)
{
    zt_edit *edits = *out = ZT_ARRAY(arena, 2 * d->fix_count, zt_edit);
    size_t count = 0;
    for (size_t i = 0; bytes.data && i < d->fix_count; i++) {
        zt_removal places[2];
        size_t found = places_of(&d->fixes[i], bytes, places);
        if (found == 0)
            return 0;
        for (size_t k = 0; k < found; k++) {
            size_t at = (size_t)(places[k].text.data - bytes.data);
            edits[count++] =
                (zt_edit){at, at + places[k].text.len, places[k].at, zt_str_from(d->fixes[i].put)};
        }
    }
    sort(edits, count);
    return count;
}

zt_str zt_edits_made(zt_arena *arena, zt_str bytes, const zt_edit *edits, size_t count)
{
    zt_buf made;
    zt_buf_init(&made, arena);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        zt_buf_add(&made, bytes.data + at, edits[i].at - at);
        zt_buf_add(&made, edits[i].put.data, edits[i].put.len);
        at = edits[i].end;
    }
    zt_buf_add(&made, bytes.data + at, bytes.len - at);
    return zt_buf_view(&made);
}
