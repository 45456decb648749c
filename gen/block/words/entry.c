/* A keyword over texts. Everything is broken at the width that is given, in the arena of the
   setting; height and placing count the same gaps. */
#include "block/words/entry.h"

/* Texts without words take no room and no gap. All parts follow the alignment that the caller asks
   for, so that words at the left of a picture may end at it. */
zt_entry zt_entry_make(const zt_setting *setting, const zt_entry_text *text,
                       const zt_entry_style *style, double width)
{
    zt_look head = *style->head, body = *style->text;
    head.para.align = body.para.align = style->align;
    zt_entry entry = {
        .head = zt_wording_plain(setting, text->head, text->at, &head, width),
        .texts = ZT_ARRAY(setting->arena, text->count + 1, zt_wording),
        .head_gap = style->head_gap,
        .text_gap = style->text_gap,
        .part = style->part,
    };
    entry.height = entry.head.height;
    if (text->label.len) {
        zt_look label = *style->label;
        label.para.align = style->align;
        entry.label = zt_wording_plain(setting, text->label, text->at, &label, width);
        entry.height += entry.label.height + (entry.height > 0 ? entry.head_gap : 0);
    }
    for (size_t i = 0; i < text->count; i++) {
        zt_wording line = zt_wording_rich(setting, text->texts + i, &body, width);
        if (!line.para)
            continue;
        if (entry.height > 0)
            entry.height += entry.count ? entry.text_gap : entry.head_gap;
        entry.height += line.height;
        entry.texts[entry.count++] = line;
    }
    return entry;
}

/* From x, y as the top left of the first em box downwards, with the same gaps by which
   zt_entry_make found the height. */
void zt_entry_place(const zt_setting *setting, const zt_entry *entry, zt_group *into, double x,
                    double y)
{
    zt_wording_place(setting, &entry->head, into, "keyword", ZT_ROLE_H3, x, y);
    double at = y + entry->head.height + (entry->head.para ? entry->head_gap : 0);
    zt_wording_place(setting, &entry->label, into, "label", ZT_ROLE_SPAN, x, at);
    at += entry->label.height + (entry->label.para ? entry->head_gap : 0);
    for (size_t i = 0; i < entry->count; i++) {
        zt_wording_place(setting, entry->texts + i, into, entry->part, ZT_ROLE_P, x, at);
        at += entry->texts[i].height + entry->text_gap;
    }
}
