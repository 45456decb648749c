/* gen/xml/survey.h — which encoding bytes are likely to be in, when nothing says so. */
#ifndef ZT_SURVEY_H
#define ZT_SURVEY_H

#include "base/diag.h"
#include "base/str.h"

/* Counts over the bytes of a file, from which its encoding is guessed. Lines, byte offsets, pairs
   of bytes. */
typedef struct zt_survey {
    /* Hold Chinese in UTF-8 that would be rare characters in GB18030. */
    size_t utf8_lines;
    /* Hold bytes that are no UTF-8. */
    size_t other_lines;
    /* Hold both: a wrong byte among UTF-8. */
    size_t torn_lines;
    size_t first_utf8, first_bad, first_torn; /* their bytes */
    /* Pairs read as GB18030: of GB 2312; others; with an ASCII letter. */
    size_t usual, rare, low;
    /* Bytes above 127; those between ASCII ones. */
    size_t high, alone;
} zt_survey;

/* Counts line by line what the bytes would be in UTF-8 and in GB18030. */
zt_survey zt_survey_bytes(zt_str bytes);
/* Some of it is UTF-8, some is not: read as either, the other part would be garbled. */
bool zt_survey_is_mixed(const zt_survey *survey);
/* Reports `encoding` at the first of what is less. */
void zt_survey_report_mixed(zt_diags *diags, const char *path, zt_str bytes,
                            const zt_survey *survey);
/* Most characters would be everyday ones. */
bool zt_survey_is_gb(const zt_survey *survey);
/* Most bytes above 127 stand alone among ASCII: Latin-1 and its like. */
bool zt_survey_is_latin(const zt_survey *survey);
/* ASCII with two or more runs such as +kc1e- that are Chinese in UTF-7 (RFC 2152). */
bool zt_survey_is_utf7(zt_str bytes);

#endif
