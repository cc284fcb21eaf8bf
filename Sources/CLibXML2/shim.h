#ifndef OFFPRINT_CLIBXML2_SHIM_H
#define OFFPRINT_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
/* A libxml2 built with ICU would bring ICU's headers along, which clash with those inside Foundation. Nothing here
   needs them: the only struct that differs is handled by address. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/dict.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>
#include <libxml/relaxng.h>
#include <libxml/xmlIO.h>
#include <libxml/uri.h>
#include <libxml/threads.h>
#include <libxml/xmlerror.h>
#include <libxml/catalog.h>

/* For the writers. */
#include <libxml/xmlstring.h>
#include <libxml/tree.h>

/* Swift 6 refuses C globals and macros; these reach them. */
static inline void offprint_xml_free(void *pointer) { xmlFree(pointer); }

/* What the calling thread has set for errors without a parser context, so that it can be put back. */
static inline xmlStructuredErrorFunc offprint_xml_structured_error(void) { return xmlStructuredError; }
static inline void *offprint_xml_structured_error_context(void) { return xmlStructuredErrorContext; }

/* Binds a SAX handler struct as SAX2: the flag is a macro that Swift reads as a signed number. */
static inline void offprint_xml_sax2(xmlSAXHandler *sax) { sax->initialized = XML_SAX2_MAGIC; }

#endif
