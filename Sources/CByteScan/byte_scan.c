#include "byte_scan.h"

size_t offprint_plain_blocks(const uint8_t *bytes, size_t count) {
  size_t at = 0;
  for (; count - at >= 64; at += 64) {
    uint8_t found = 0;
    for (size_t i = 0; i < 64; i++) {
      uint8_t byte = bytes[at + i];
      uint8_t is_control = (byte < 0x20) & (byte != 0x09) & (byte != 0x0A) & (byte != 0x0D);
      found |= (uint8_t)(byte & 0x80) | is_control | (uint8_t)(byte == 0x26);
    }
    if (found) break;
  }
  return at;
}
