/* gen/app/policy.h — which findings of a document count, and how much: levels by code from the
   command line and the project, what the document accepts, and what is known from a baseline.
   Errors that keep a document from being drawn stay errors, and of what is lost nothing is silent.
 */
#ifndef ZT_POLICY_H
#define ZT_POLICY_H

#include "base/diag.h"
#include "model/doc.h"
#include "xml/node.h"
#include "zhitu.h"

typedef struct zt_policy zt_policy;
typedef struct zt_baseline zt_baseline;

/* Findings that are known, of one file (--baseline). Reports cannot-read and bad-baseline. */
zt_baseline *zt_baseline_read(zt_arena *arena, zt_diags *diags, const char *path);

/* How often each line of it has been taken: none yet. One list a document. */
size_t *zt_baseline_counts(zt_arena *arena, const zt_baseline *baseline);
/* Takes one of the findings of that key; false when there is none left. */
bool zt_baseline_take(const zt_baseline *baseline, size_t *taken, const char *key);
/* What a finding is known by, whatever line it stands on: its code, its file below the root, the
   words about its place (those of the message where it has none) and, of another file than the
   document, the document; with tabs between. `bytes`: the file's, or empty. */
const char *zt_baseline_key(zt_arena *arena, const zt_diag *d, zt_str bytes, const char *root,
                            const char *document);

/* Of one document, in its arena. */
zt_policy *zt_policy_new(zt_arena *arena, const char *document, const char *root, bool final);
/* Levels; those added first go before later ones. */
void zt_policy_add_levels(zt_policy *policy, const zhitu_code_level *levels, size_t count);
/* What is known, NULL: nothing; each is taken once a document. `keys`: findings get their keys. */
void zt_policy_set_baseline(zt_policy *policy, const zt_baseline *baseline, bool keys);
/* The <accept> elements of a document, or of one that stands on its pages. Reports unknown-code and
   accept-refused. `root` is a checked tree. */
void zt_policy_add_accepts(zt_policy *policy, zt_diags *diags, const zt_node *root, bool inner);
/* Judges what is new in the list. `doc` knows the elements of accepts; it and the source may be
   NULL. */
void zt_policy_judge(zt_policy *policy, zt_diags *diags, const zt_doc *doc,
                     const zt_source *source);
/* Reports accept-unused, when the whole document has been judged. */
void zt_policy_finish(const zt_policy *policy, zt_diags *diags);

/* The code of that name; NULL after reporting unknown-code with the nearest. */
const char *zt_policy_code(zt_arena *arena, zt_diags *diags, zt_str name, zt_pos at);
/* A level that a code cannot have; NULL: it can. In the language of the messages. */
const char *zt_level_fault(const zhitu_code_level *level, bool zh);
/* "error", "warning", "note" or "off"; false for another word. */
bool zt_level_parse(zt_str word, zhitu_weight *out);

#endif
