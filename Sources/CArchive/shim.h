#ifndef OFFPRINT_CARCHIVE_SHIM_H
#define OFFPRINT_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

// Macros with casts, which Swift does not see.
static inline int offprint_entry_is_file(struct archive_entry *entry) {
  return archive_entry_filetype(entry) == AE_IFREG;
}
static inline int offprint_entry_is_folder(struct archive_entry *entry) {
  return archive_entry_filetype(entry) == AE_IFDIR;
}

// A locale in which libarchive takes names as the UTF-8 that they are, whatever the locale of the process is.
static inline locale_t offprint_utf8_locale(void) {
  return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

#endif
