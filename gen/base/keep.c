/* gen/base/keep.c — the one form of keep=: a word and a count. */
#include "base/keep.h"

#include "base/near.h"
#include "base/num.h"

static const char *const words[] = {"top", "bottom", "first"};
enum { WORDS = sizeof words / sizeof *words };

/* Reports bad-keep, with the word that is nearly written. */
static bool refuse(zt_diags *diags, zt_str word, zt_pos at)
{
    const char *near = zt_nearest(word, words, WORDS);
    zt_report(diags, ZT_ERROR, "bad-keep", at, "keep 应如 top 10、bottom 10 或 first 10%s%s",
              "write keep=\"top 10\", \"bottom 10\" or \"first 10\"%s%s", near ? " → " : "",
              near ? near : "");
    return false;
}

bool zt_keep_read(zt_diags *diags, zt_str text, zt_pos at, zt_keep *keep, size_t *most)
{
    zt_str word = {0}, count;
    zt_num number;
    *keep = ZT_KEEP_ALL;
    if (zt_str_trim(text).len == 0)
        return true;
    bool ok = zt_str_word(&text, &word) && zt_str_word(&text, &count) &&
              zt_str_trim(text).len == 0 && zt_num_parse(count, &number) && !number.decimals &&
              number.scaled > 0;
    for (int i = 0; ok && i < WORDS; i++)
        if (zt_str_is(word, words[i]))
            *keep = (zt_keep)(ZT_KEEP_TOP + i);
    if (*keep == ZT_KEEP_ALL)
        return refuse(diags, word, at);
    *most = (size_t)number.scaled;
    return true;
}

bool zt_kind_has_parts(zt_str kind)
{
    return zt_str_in_words(kind, "share donut pie waffle stacked treemap");
}
