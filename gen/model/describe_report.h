/* gen/model/describe_report.h — private to model/: the parts of a report in dumps. */
#ifndef ZT_DESCRIBE_REPORT_H
#define ZT_DESCRIBE_REPORT_H

#include "model/describe.h"

/* A list “parts”; nothing for a document that is no report. */
void zt_report_describe(zt_describer *t, const zt_doc *doc);

#endif
