/* gen/paginate/readings.c — names in the order in which they are read aloud: Han characters by the
   table of unicode_readings.c, all else by code point. The same on every machine: nothing is asked
   of the C library. */
#include "paginate/readings.h"

#include <string.h>

#include "base/utf8.h"

enum { HAN_FIRST = 0x4E00, HAN_END = 0xA000 }; /* what the table has */

/* Places in the order of readings, from 1; and how many come before each letter. */
struct zt_reading_order {
    uint16_t place[HAN_END - HAN_FIRST];
    uint16_t before[ZT_LETTERS];
};

/* Words of which the first character has another reading than the usual one, with a character that
   always has it. */
static const struct {
    const char *word, *as;
} words[] = {{"重庆", "崇"}, {"重新", "崇"}, {"重复", "崇"}, {"重建", "崇"}, {"重组", "崇"},
             {"重启", "崇"}, {"调整", "条"}, {"调节", "条"}, {"调解", "条"}, {"调控", "条"},
             {"都市", "督"}, {"都江", "督"}, {"行业", "航"}, {"行情", "航"}, {"会计", "快"},
             {"率先", "帅"}, {"藏族", "葬"}, {"藏区", "葬"}, {"传记", "撰"}, {"给水", "己"}};

const zt_reading_order *zt_reading_order_of(zt_arena *arena)
{
    zt_reading_order *order = ZT_NEW(arena, zt_reading_order);
    uint16_t place = 0;
    for (size_t letter = 0; letter < ZT_LETTERS; letter++) {
        order->before[letter] = place;
        zt_str all = zt_str_from(zt_readings[letter] ? zt_readings[letter] : "");
        for (size_t at = 0; at < all.len;)
            order->place[zt_utf8_next(all, &at) - HAN_FIRST] = ++place;
    }
    return order;
}

/* Place of a Han character of the table, 0 of any other. */
static uint16_t place_of(const zt_reading_order *order, uint32_t c)
{
    return c >= HAN_FIRST && c < HAN_END ? order->place[c - HAN_FIRST] : 0;
}

/* The letter that a place comes under. */
static char letter_at(const zt_reading_order *order, uint16_t place)
{
    size_t letter = 0;
    for (size_t i = 0; i < ZT_LETTERS; i++)
        letter = order->before[i] < place ? i : letter;
    return (char)('A' + letter);
}

/* The first character as it is read in that word. */
static uint32_t first_read(zt_str name)
{
    size_t at = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_starts(name, words[i].word))
            return zt_utf8_next(zt_str_from(words[i].as), &at);
    return name.len ? zt_utf8_next(name, &at) : 0;
}

/* Latin letters of one case. */
static uint32_t upper(uint32_t c)
{
    return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
}

zt_reading zt_reading_of(const zt_reading_order *order, zt_str name)
{
    zt_reading out = {0};
    size_t count = 0;
    while (zt_str_starts(name, "“") || zt_str_starts(name, "《"))
        name = zt_rest_of(name, strlen("“"));
    for (size_t at = 0; at < name.len && count < ZT_READ_MOST; count++) {
        uint32_t c = upper(zt_utf8_next(name, &at));
        c = count == 0 ? upper(first_read(name)) : c;
        uint16_t place = place_of(order, c);
        /* Latin before Han, what is neither behind both. */
        out.key[count] = c < 0x80 ? c : place ? 0x100U + place : 0x10000U + c;
        if (count == 0 && (place || (c >= 'A' && c <= 'Z')))
            out.letter = place ? letter_at(order, place) : (char)c;
    }
    return out;
}

int zt_reading_compare(const zt_reading *a, const zt_reading *b)
{
    char l = a->letter ? a->letter : '~', r = b->letter ? b->letter : '~';
    if (l != r)
        return l < r ? -1 : 1;
    for (size_t i = 0; i < ZT_READ_MOST; i++)
        if (a->key[i] != b->key[i])
            return a->key[i] < b->key[i] ? -1 : 1;
    return 0;
}
