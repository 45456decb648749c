/* gen/layout/account.h — how the pages of a document came about: what stands where, which forms
   were tried, what it cost. Filled by those who plan pages of editions and reports, read by `zhitu
   dump --stage=pages` and by tests; no page is drawn from it. */
#ifndef ZT_ACCOUNT_H
#define ZT_ACCOUNT_H

#include "base/arena.h"
#include "base/pos.h"
#include "base/str.h"

/* A term of the cost, by its name in the template's <score>. */
typedef struct zt_account_term {
    const char *name; /* "short" */
    long count;       /* what it is counted in: lines, heads, pages */
    long cost;        /* of all of them */
} zt_account_term;
typedef ZT_VEC(zt_account_term) zt_account_terms;

/* What stands on a page: a story or an advertisement of an edition, a block or a piece of text of a
   report. Lines and columns of the page's grid. */
typedef struct zt_account_item {
    const char *kind;       /* the element: "story", "chart" */
    const char *id;         /* or NULL */
    zt_pos at;              /* of the element */
    int column, line;       /* of its first cell, from 1 */
    int columns, lines;     /* how many */
    size_t forms;           /* that were counted for it; 0: the document gave its place */
    const char *form;       /* the chosen one in words: "36pt 2 lines, no deck"; NULL: none */
    long units, first_unit; /* of a torn one, those that stand here, from 0; units 0: whole */
    long cut;               /* lines that had to be cut out of it */
    zt_account_terms terms;
} zt_account_item;

/* A page of the file. */
typedef struct zt_account_page {
    const char *master; /* which master or template it is made by; NULL: none is named */
    int columns, lines; /* of its grid */
    long spare;         /* lines that are left empty, summed over the columns */
    ZT_VEC(zt_account_item) items;
    zt_account_terms terms; /* of the page as a whole */
} zt_account_page;

/* A document's pages. Everything lives in the document's arena. */
typedef struct zt_account {
    const char *root; /* "report" */
    int passes;  /* until references and numbers of pages agreed; 0: there is nothing to settle */
    bool proven; /* no cheaper pages exist under the stated score */
    ZT_VEC(zt_account_page) pages;
    zt_account_terms terms; /* of no single page: chapters that begin on the other side */
} zt_account;

/* Adds to the terms; nothing when count and cost are 0. */
void zt_account_add(zt_arena *arena, zt_account_terms *terms, const char *name, long count,
                    long cost);
/* The sum of the terms. */
long zt_account_cost(const zt_account_terms *terms);

/* A line a page, indented ones for its items and terms. */
void zt_account_dump(zt_buf *out, const zt_account *account);
/* {"root","passes","proven","cost","terms":[{"name","count","cost"}],"pages":[{"master","columns",
   "lines","spare","cost","terms","items":[{"kind","id","at","column","line","columns","lines","forms",
   "form","first","units","cut","cost","terms"}]}]} */
void zt_account_dump_json(zt_buf *out, const zt_account *account);

#endif
