/* gen/base/library.c — dlopen and dlsym, at one place. A library that is not needed for a document
   costs it nothing, and a missing one is an error of the environment, with the loader's own words.
   */
#include "base/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

/* Writes the function's address into its field; false when the library lacks it. */
static bool find(void *handle, const zt_library *library, const char *call, char *field)
{
    char name[128];
    int len = snprintf(name, sizeof name, "%s%s", library->prefix, call);
    void *symbol = len > 0 && (size_t)len < sizeof name ? dlsym(handle, name) : NULL;
    /* POSIX lets an object pointer hold a function's address; C wants it copied, not cast. */
    memcpy(field, &symbol, sizeof symbol);
    return symbol != NULL;
}

/* RTLD_LOCAL keeps its names from other libraries, RTLD_NODELETE keeps it mapped. */
bool zt_library_load(const zt_library *library, void *table, const char **why)
{
    void *handle = dlopen(library->file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    bool all = handle != NULL;
    for (size_t i = 0; all && i < library->call_count; i++)
        all = find(handle, library, library->names[i], (char *)table + i * sizeof(void *));
    const char *said = all ? NULL : dlerror();
    if (why)
        *why = said ? said : "?";
    return all;
}
