#ifndef OFFPRINT_CXXHASH_SHIM_H
#define OFFPRINT_CXXHASH_SHIM_H

#include <xxhash.h>

#endif
