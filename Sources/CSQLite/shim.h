#ifndef OFFPRINT_CSQLITE_SHIM_H
#define OFFPRINT_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
