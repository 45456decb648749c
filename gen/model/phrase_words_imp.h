/* gen/model/phrase_words_imp.h — private to model/: what the grammars of change, rank, share and
   target share. Each reads its phrase from the first character to the last; what no rule takes is
   left over, which is an error. */
#ifndef ZT_PHRASE_WORDS_IMP_H
#define ZT_PHRASE_WORDS_IMP_H

#include "base/diag.h"
#include "model/quantity.h"
#include "model/quantity_imp.h"

/* A place in a phrase that is being read. */
typedef struct zt_cursor {
    const char *units; /* further units, or NULL */
    zt_str text;
    size_t at;
} zt_cursor;

/* What has not been read yet, blanks included. */
zt_str zt_cursor_rest(const zt_cursor *c);
/* Whether all has been read. */
bool zt_cursor_done(const zt_cursor *c); /* but for blanks */
void zt_skip_blanks(zt_cursor *c);
/* Takes that word; blanks before it are skipped. */
bool zt_take(zt_cursor *c, const char *word);
/* The longest of the blank-separated `words` that stands here; empty when none does. */
zt_str zt_see_any(const zt_cursor *c, const char *words);
bool zt_take_any(zt_cursor *c, const char *words, zt_str *word); /* `word` may be NULL */

/* ---- times: 上年同期, 2025年底, 今年1—5月, 年度计划 ---- */
/* What a time says about a change that is measured against it. */
typedef struct zt_when {
    /* What a change against it is called; NONE with `other`. */
    zt_basis basis;
    /* A time that no basis is named after. */
    bool other;
} zt_when;
/* One or several expressions of time in a row; the cursor moves only when one stands there. */
bool zt_take_time(zt_cursor *c, zt_when *when);
/* 五年来, 近十年, 连续3个月: how long, where `since` says that a base lies that far back. */
bool zt_take_span(zt_cursor *c, bool *since);

/* ---- names: 全国平均, “十三五”末 ---- */
/* Whether the bytes from `first` to `end` may be the name of another thing, of a whole or of a
   field of competitors: letters and Han, no digit, no verb of change, no word of this grammar. */
bool zt_is_slot_name(zt_str text, size_t first, size_t end);

/* ---- amounts: one number with its unit, a range, 一半, 三分之二 ---- */
/* An amount as it stands in a phrase, before it has the sign of its verb. */
typedef struct zt_amount {
    zt_phrase p, to; /* `to` of a range */
    bool range;
    /* No digits with a unit behind: 一半, 3/4. */
    bool spelled;
} zt_amount;
/* One amount, a range of two, or a spelled part; the cursor moves only on success. */
bool zt_take_amount(zt_cursor *c, zt_amount *out);
/* The same, but never a range: the first number of 由A降至B. */
bool zt_take_single(zt_cursor *c, zt_amount *out);
/* Moves to the next number, or to the end. */
void zt_next_number(zt_cursor *c);
/* Whether a number stands at or behind this place. */
bool zt_number_ahead(const zt_cursor *c);
/* Whether the phrase has one of these units, parted by blanks; false without a unit. */
bool zt_unit_among(const zt_phrase *p, const char *units);

/* Puts an amount into a quantity, both ends of a range times `sign`. Reports too many digits and
   R118, and returns false for the first. */
bool zt_fill_amount(zt_arena *arena, zt_diags *diags, zt_quantity *q, const zt_amount *amount,
                    int sign);
/* `from` of 由A降至B. */
void zt_fill_from(zt_arena *arena, zt_quantity *q, const zt_amount *amount);

/* ---- refusals; all return false ---- */
/* Characters are left over at the cursor: a second figure (two-figures) or words (left-over). */
bool zt_refuse_rest(zt_arena *arena, zt_diags *diags, zt_quantity *q, const zt_cursor *c);
/* The phrase holds no number. */
bool zt_refuse_number(zt_diags *diags, zt_quantity *q);
/* Nothing is understood at the cursor: one of the two. */
bool zt_refuse_unread(zt_arena *arena, zt_diags *diags, zt_quantity *q, const zt_cursor *c);
/* refuse_outside.c: whether the phrase can be read when some words at its beginning or end stand
   outside the element; reports with the phrase as it is to be written then. */
bool zt_refuse_outside(zt_arena *arena, zt_diags *diags, zt_quantity *q, const char *units);
/* Reports `code` with the phrase and a reason in both languages. */
bool zt_refuse(zt_diags *diags, zt_quantity *q, const char *code, const char *zh, const char *en);

/* ---- the grammars ---- */
/* Each reads the phrase q->text in the units known and fills `q`; false after a report, and `q`
   then has no number. */
bool zt_read_change(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q);
/* Whether the phrase of another element is a change with a number; `probe` is how it reads then.
   Nothing is reported. */
bool zt_reads_as_change(zt_arena *arena, const char *units, const zt_quantity *q,
                        zt_quantity *probe);
bool zt_read_rank(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q);
bool zt_read_share(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q);
bool zt_read_target(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q);

#endif
