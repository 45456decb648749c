/* gen/base/run_program.h — another program is asked for its output. No shell: words go to it as
 * they are.
 */
#ifndef ZT_RUN_PROGRAM_H
#define ZT_RUN_PROGRAM_H

#include <stdbool.h>

#include "base/str.h"

/* What became of it. */
typedef enum zt_ran {
    ZT_RAN_WELL,    /* it ended with 0 */
    ZT_RAN_BADLY,   /* it ended otherwise; `errors` says why */
    ZT_RAN_TOO_FAR, /* it had more to say than the limit, and was ended */
    ZT_RAN_NOT      /* there is no such program, or it could not be started */
} zt_ran;

/* Runs words[0], looked for in PATH, with nothing to read; `words` ends with NULL. What it writes
   to standard output, at most `limit` bytes, and to standard error, of which a few kilobytes are
   kept, lives in `arena`. */
zt_ran zt_run_program(zt_arena *arena, const char *const *words, size_t limit, zt_str *output,
                      zt_str *errors);

#endif
