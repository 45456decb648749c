/* gen/export/eps_write.c — numbers and strings of PostScript. */
#include "export/eps_imp.h"

void zt_eps_numbers(zt_buf *out, const double *values, size_t count, int decimals)
{
    for (size_t i = 0; i < count; i++) {
        zt_buf_number(out, values[i], decimals);
        zt_buf_putc(out, ' ');
    }
}

void zt_eps_string(zt_buf *out, const char *text)
{
    zt_buf_putc(out, '(');
    for (const char *p = text; *p; p++) {
        if (*p < 0x20 || *p > 0x7e)
            zt_buf_printf(out, "\\%03o", (unsigned)(unsigned char)*p);
        else
            zt_buf_printf(out, *p == '(' || *p == ')' || *p == '\\' ? "\\%c" : "%c", *p);
    }
    zt_buf_putc(out, ')');
}
