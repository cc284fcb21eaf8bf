#ifndef OFFPRINT_BYTE_SCAN_H
#define OFFPRINT_BYTE_SCAN_H

#include <stddef.h>
#include <stdint.h>

/* Bytes at the beginning that XML lets stand as they are: no control characters but tab, line feed and carriage
   return, no '&', and nothing beyond ASCII. Counted in whole blocks of 64, since a loop over a block without a
   way out becomes a few instructions for vectors, which Swift's own SIMD types do not. */
size_t offprint_plain_blocks(const uint8_t *bytes, size_t count);

#endif
