/* PDF/X-4 (ISO 15930-7:2010): the exact recipes of the inks, black that overprints, the profile of
   the printing condition in the file. Annotations on the page are forbidden, so there are no
   links. What of the standard holds, and by what, says docs/conformance/pdfx4.md. */
#include "export/export.h"

extern const zt_profile zt_profile_pdfx4;
const zt_profile zt_profile_pdfx4 = {
    .name = "pdfx4",
    .zh = "印刷用 CMYK，PDF/X-4，嵌入印刷条件的 ICC 文件",
    .en = "CMYK for the press, PDF/X-4, with the ICC profile of the printing condition",
    .plates = true,
    .overprint = true,
    .picture_spaces = true,
    .header = "%PDF-1.6",
    .pdfx = "PDF/X-4",
    .embeds_press = true,
};
