/* For screens: sRGB, links that work. */
#include "export/export.h"

extern const zt_profile zt_profile_screen;
const zt_profile zt_profile_screen = {
    .name = "screen",
    .zh = "屏幕用 sRGB",
    .en = "sRGB for screens",
    .usual = true,
    .links = true,
    .transparency = true,
    /* What RGB means, with its profile; 14.11.5 lets PDF/A's intent serve any file. */
    .intent = "/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)",
    .embeds_srgb = true,
};
