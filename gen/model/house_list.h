/* gen/model/house_list.h — what a paper writes and does not write: names of persons with their
   titles, terms with the forms that are not used, words that are avoided. */
#ifndef ZT_HOUSE_LIST_H
#define ZT_HOUSE_LIST_H

#include "xml/grammar.h"

typedef struct zt_house_list zt_house_list;

/* The vocabulary of its file, <house>. */
extern const zt_grammar zt_house_grammar;

/* Reads a list into the arena. NULL after cannot-read at `at` and whatever keeps it from being
   XML; entries that the grammar refuses are reported and left out. */
zt_house_list *zt_house_list_read(zt_arena *arena, zt_diags *diags, const char *path, zt_pos at);
/* Holds the printed words of a checked tree against the list: texts, and attributes that are texts.
   Reports the warnings name-suspect, term-variant and word-avoided, each with the line of the list.
   A word that is parted by markup is not found. */
void zt_house_list_check(const zt_house_list *list, zt_diags *diags, const zt_node *root);

#endif
