#ifndef OFFPRINT_PLUGIN_TEMPLATES_H
#define OFFPRINT_PLUGIN_TEMPLATES_H

#include <stddef.h>

/* A file that `offprint new plugin` writes, by its name below `files/`; NULL if there is none. */
const unsigned char *offprint_plugin_template(const char *name, size_t *count);

#endif
