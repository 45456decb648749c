/* gen/app/formatting.c — zhitu format: the printer of numbers and dates that the layout uses, for
   those who need the same forms elsewhere. The styles are those of base/formats.c. */
#include "base/format.h"

#include "app/session.h"

/* The value in its style and a line end; nothing when it does not suit the style. */
static zhitu_status print_value(zhitu *session, zt_diags *diags, const zt_format *style,
                                zt_buf *out, const char *value, const zhitu_rounding *rounding)
{
    zt_format_how how = {-1, ZT_ROUND_HALF_UP};
    if (rounding) {
        how.decimals = rounding->decimals;
        how.rounding = rounding->half_even ? ZT_ROUND_HALF_EVEN : ZT_ROUND_HALF_UP;
    }
    if (style->print(style, out, diags, zt_str_from(value), &how))
        zt_buf_putc(out, '\n');
    else
        out->len = 0; /* half a value is none */
    return zt_session_report(session, diags, NULL, false);
}

/* The arguments of zhitu_format, for an attempt. */
typedef struct format_job {
    zhitu *session;
    const char *style, *value;
    const zhitu_rounding *rounding;
    void (*sink)(void *self, const char *data, size_t len);
} format_job;

/* An unknown style is wrong usage, a wrong value an error of the input. */
static zhitu_status format_value(void *self)
{
    const format_job *job = self;
    zhitu *session = job->session;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zt_buf out;
    zt_buf_init(&out, arena);
    const zt_format *found = zt_format_find(diags, zt_str_from(job->style));
    zhitu_status status = ZHITU_USAGE;
    if (found)
        status = print_value(session, diags, found, &out, job->value, job->rounding);
    else
        zt_session_report(session, diags, NULL, false);
    if (out.len)
        job->sink(session->config.self, out.data, out.len);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_format(zhitu *session, const char *style, const char *value,
                          const zhitu_rounding *rounding,
                          void (*sink)(void *self, const char *data, size_t len))
{
    format_job job = {session, style, value, rounding, sink};
    return zt_session_attempt(session, NULL, format_value, &job);
}
