/* For the press, as the theme's printing condition asks: one of the profiles of PDF/X, which
   zt_profile_for puts in its place. What it says here serves who asks for its switches alone. */
#include "export/export.h"

extern const zt_profile zt_profile_press;
const zt_profile zt_profile_press = {
    .name = "press",
    .zh = "印刷用 CMYK，主题的印刷条件定为 pdfx4 或 pdfx1a",
    .en = "CMYK for the press: pdfx4 or pdfx1a, as the theme's printing condition says",
    .plates = true,
    .overprint = true,
    .picture_spaces = true,
    .of_theme = true,
    .header = "%PDF-1.6",
};
