/* For screens: sRGB, links that work. 14.11.5 lets PDF/A's intent serve any file. */
#include "export/export.h"

extern const zt_profile zt_profile_screen;
const zt_profile zt_profile_screen = {
    .name = "screen",
    .zh = "屏幕用 sRGB",
    .en = "sRGB for screens",
    .usual = true,
    .links = true,
    .transparency = true,
    .header = "%PDF-1.7",
};
