/* The byline of a story, with the ornament that is house style. */
#include "block/words/byline.h"

zt_rich zt_byline_words(const zt_setting *setting, zt_str ornament, const zt_rich *rich)
{
    static const char *const ornaments[] = {"□", "■", "▢", "◎", "○", "●", "◇", "◆"};
    zt_str text = rich->count ? rich->spans[0].text : (zt_str){0};
    bool own = ornament.len == 0 || zt_str_is(ornament, "none");
    for (size_t i = 0; i < sizeof ornaments / sizeof *ornaments; i++)
        own |= zt_str_starts(text, ornaments[i]);
    if (own || rich->count == 0)
        return *rich;
    zt_rich out = {ZT_ARRAY(setting->arena, rich->count + 1, zt_span), rich->count + 1, rich->at};
    out.spans[0] = (zt_span){.kind = ZT_SPAN_TEXT, .text = ornament, .at = rich->at};
    for (size_t i = 0; i < rich->count; i++)
        out.spans[i + 1] = rich->spans[i];
    return out;
}
