/* Tiles of a grid by the names of items. */
#include "model/chart_tiles.h"

/* True when one of the names is the beginning of the other. */
static bool begins(zt_str a, zt_str b)
{
    zt_str head = a.len < b.len ? a : b, whole = a.len < b.len ? b : a;
    return head.len > 0 && zt_str_equal(head, zt_str_slice(whole, 0, head.len));
}

size_t zt_chart_tile_of(const zt_chart_data *data, zt_str key)
{
    size_t found = data->tile_count, count = 0;
    for (size_t i = 0; i < data->tile_count; i++) {
        if (zt_str_equal(data->tiles[i].name, key))
            return i;
        if (!begins(data->tiles[i].name, key))
            continue;
        found = i;
        count++;
    }
    return count == 1 ? found : data->tile_count;
}

zt_str zt_chart_tiles_words(zt_arena *arena, const zt_chart_data *data)
{
    zt_str note = zt_rich_plain(arena, &data->note);
    static const char *const said[] = {"边界", "面积", "border", "area", NULL};
    if (zt_str_holds_any(note, said))
        return (zt_str){0};
    return zt_str_from(ZT_IN(data->language, "格子只示方位，不表示面积和边界",
                             "Tiles show where places lie, not their area or borders"));
}
