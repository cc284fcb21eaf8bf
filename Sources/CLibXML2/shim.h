#ifndef OFFPRINT_CLIBXML2_SHIM_H
#define OFFPRINT_CLIBXML2_SHIM_H

/* Some builds of libxml2 convert encodings with ICU and pull in its headers, which clash with the ICU inside Foundation
   as soon as one module sees both. Only a private struct of the converter depends on them, and we never look into it. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlerror.h>
#include <libxml/catalog.h>

/* For the writers. */
#include <libxml/xmlstring.h>
#include <libxml/tree.h>

/* Swift 6 refuses C globals and macros; these reach them. */
static inline void offprint_xml_free(void *pointer) { xmlFree(pointer); }

#endif
