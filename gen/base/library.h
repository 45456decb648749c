/* gen/base/library.h — libraries that are loaded when they are needed, for linking them would cost
   every start. Who uses one lists its calls once, as X(result, name, parameters); from that list
   come the table of functions, the check of its types against the header, and what is looked for:

   typedef struct png_calls { PNG_CALLS(ZT_LIBRARY_FIELD) } png_calls;
   PNG_CALLS(ZT_LIBRARY_CHECK)
   static const char *const names[] = {PNG_CALLS(ZT_LIBRARY_NAME)};
   static const zt_library library = ZT_LIBRARY("libpng.so", "", names); */
#ifndef ZT_LIBRARY_H
#define ZT_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#define ZT_LIBRARY_FIELD(result, name, parameters) result(*name) parameters;
#define ZT_LIBRARY_NAME(result, name, parameters) #name,
/* Where names have a prefix, `function` is what the header calls it. */
#define ZT_LIBRARY_CHECK_AS(function, result, parameters)                                          \
    _Static_assert(_Generic(&function, result(*) parameters : 1, default : 0),                     \
                   "the type of " #function " differs");
#define ZT_LIBRARY_CHECK(result, name, parameters) ZT_LIBRARY_CHECK_AS(name, result, parameters)

/* A library by its file, with all calls that are wanted of it. */
typedef struct zt_library {
    const char *file;   /* "libcairo.so.2" */
    const char *prefix; /* "cairo_", which the names are without; "" = none */
    const char *const *names;
    size_t call_count;
} zt_library;
#define ZT_LIBRARY(file, prefix, names)                                                            \
    {                                                                                              \
        file, prefix, names, sizeof(names) / sizeof *(names)                                       \
    }

/* Fills `table`, whose fields are one for each name in their order and nothing else; false when the
   library or one of its functions is not there, and `why` (may be NULL) says so in the words of the
   loader. The library stays mapped until the process ends: some cannot be unloaded, and opening
   them anew would cost each document of a batch. */
bool zt_library_load(const zt_library *library, void *table, const char **why);

#endif
