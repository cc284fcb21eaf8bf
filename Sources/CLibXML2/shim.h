#ifndef OFFPRINT_CLIBXML2_SHIM_H
#define OFFPRINT_CLIBXML2_SHIM_H

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
