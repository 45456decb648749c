/* gen/base/library.h — libraries that are loaded when they are needed, for linking them would cost
   every start. Who uses one lists its calls once, as X(result, name, parameters); from that list
   come the table of functions, the check of its types against the header, and what is looked for:

   typedef struct png_calls { PNG_CALLS(ZT_LIBRARY_FIELD) } png_calls;
   #define ROW(result, name, parameters) {#name, offsetof(png_calls, name)},
   static const zt_library_call rows[] = {PNG_CALLS(ROW)}; */
#ifndef ZT_LIBRARY_H
#define ZT_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#define ZT_LIBRARY_FIELD(result, name, parameters) result(*name) parameters;
/* `function` is what the header calls it. */
#define ZT_LIBRARY_CHECK(function, result, parameters)                                             \
    _Static_assert(_Generic(&function, result(*) parameters : 1, default : 0),                     \
                   "the type of " #function " differs");

/* One function that is looked for, and where its address goes. */
typedef struct zt_library_call {
    const char *name;
    size_t offset; /* of the field in the table */
} zt_library_call;

/* A library by its file, with all calls that are wanted of it. */
typedef struct zt_library {
    const char *file;   /* "libcairo.so.2" */
    const char *prefix; /* "cairo_", which the names in `calls` are without; "" = none */
    const zt_library_call *calls;
    size_t call_count;
} zt_library;

/* Fills `table`; false when the library or one of its functions is not there, and `why` (may be
   NULL) says so in the words of the loader. The library stays mapped until the process ends: some
   cannot be unloaded, and opening them anew would cost each document of a batch. */
bool zt_library_load(const zt_library *library, void *table, const char **why);

#endif
