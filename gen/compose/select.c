/* gen/compose/select.c — the little language of select=: title, chart:rank, #airports, chart[2],
 * hero, *.
 */
#include "compose/compose_imp.h"

#include <string.h>

/* Its byte, or the length when it is not there. */
static size_t find_char(zt_str s, char c)
{
    size_t i = 0;
    while (i < s.len && s.data[i] != c)
        i++;
    return i;
}

/* "[2]" at the end of the word; false when the brackets are wrong. */
static bool cut_index(zt_str *word, size_t *index)
{
    size_t open = find_char(*word, '[');
    *index = 0;
    if (open == word->len)
        return true;
    if (word->data[word->len - 1] != ']' || open + 2 >= word->len)
        return false;
    for (size_t i = open + 1; i + 1 < word->len; i++) {
        if (word->data[i] < '0' || word->data[i] > '9' || *index > 1000)
            return false;
        *index = *index * 10 + (size_t)(word->data[i] - '0');
    }
    *word = zt_str_slice(*word, 0, open);
    return *index > 0;
}

/* Everything behind "#" is the id, brackets and colons too. An index counts from 1; 0 is
   refused. */
bool zt_selector_parse(zt_str word, zt_selector *out)
{
    *out = (zt_selector){0};
    if (word.len > 1 && word.data[0] == '#') {
        out->id = zt_str_slice(word, 1, word.len);
        return true;
    }
    if (!cut_index(&word, &out->index) || word.len == 0)
        return false;
    size_t colon = find_char(word, ':');
    out->name = zt_str_slice(word, 0, colon);
    if (colon < word.len)
        out->variant = zt_str_slice(word, colon + 1, word.len);
    return out->name.len > 0 && (colon == word.len || out->variant.len > 0);
}

bool zt_selector_is_hero(const zt_selector *s)
{
    return zt_str_is(s->name, "hero");
}

/* Name and, after the colon, the variant that the document gives. */
static bool matches_name(const zt_selector *s, const zt_block *block)
{
    if (!zt_str_is(s->name, block->name))
        return false;
    return s->variant.len == 0 || (block->subkind && zt_str_is(s->variant, block->subkind));
}

/* The index counts those that name and variant match, also those that another place has taken:
   chart[2] is the second chart of the document, whatever the template did before. */
bool zt_selector_matches(const zt_selector *s, const zt_candidates *all, size_t i)
{
    const zt_block *block = all->items[i].block;
    if (s->id.len)
        return block->id && zt_str_is(s->id, block->id);
    if (zt_str_is(s->name, "*"))
        return true;
    if (zt_selector_is_hero(s))
        return block->is_hero && (s->variant.len == 0 || zt_str_is(s->variant, block->name) ||
                                  (block->subkind && zt_str_is(s->variant, block->subkind)));
    if (!matches_name(s, block))
        return false;
    size_t number = 1;
    for (size_t k = 0; k < i; k++)
        number += matches_name(s, all->items[k].block);
    return s->index == 0 || s->index == number;
}
