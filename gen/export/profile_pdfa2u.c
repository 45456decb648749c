/* PDF/A-2u (ISO 19005-2) for archives: as for screens, and PDF/UA-1 (ISO 14289-1) in the same file
   where all of its tags hold. Nothing overprints. What of the standards holds, and by what, says
   docs/conformance/pdfa2u.md. */
#include "export/export.h"

extern const zt_profile zt_profile_pdfa2u;
const zt_profile zt_profile_pdfa2u = {
    .name = "pdfa2u",
    .zh = "存档用 PDF/A-2u，sRGB；标签齐全时兼为 PDF/UA-1",
    .en = "PDF/A-2u for archives, sRGB; PDF/UA-1 too where all of its tags hold",
    .links = true,
    .transparency = true,
    .header = "%PDF-1.7",
    .archive = true,
};
