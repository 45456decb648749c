/* gen/preflight/preflight.h — checks of content and print: each one C file rule_*.c that defines
   one zt_rule. Findings go through zt_report with the rule's name as code. */
#ifndef ZT_PREFLIGHT_H
#define ZT_PREFLIGHT_H

#include "model/doc.h"
#include "scene/scene.h"
#include "template/template.h"

/* What a check may look at; it changes nothing but the findings. */
typedef struct zt_inspection {
    zt_diags *diags;
    const zt_doc *doc;
    const zt_template *template_;
    const zt_scene *scene; /* a finished page */
    /* All pages of a document that has several, and which of them `scene` is; NULL: it is the only
       one. What is asked of the document as a whole is asked at the first. */
    const zt_scene *const *pages;
    size_t page_count, page;
    bool final;
    bool press; /* what is written is for the press */
    /* Optional parts that the layout left out, with a finding. */
    size_t dropped;
} zt_inspection;

/* One check of the page. */
typedef struct zt_rule {
    /* The code: "type-too-small". */
    const char *name;
    /* What it checks, and where its limit comes from. */
    const char *zh, *en, *source;
    void (*inspect)(const zt_inspection *inspection);
    bool of_book; /* judges all pages at once */
} zt_rule;

/* Made by CMake from rule_*.c: NULL-terminated. */
extern const zt_rule *const zt_rules[];
/* All rules, in the order of their files' names. */
void zt_preflight(const zt_inspection *inspection);
/* The same page by page; `scene` and `page` are set here. */
void zt_preflight_pages(const zt_inspection *inspection);

#endif
