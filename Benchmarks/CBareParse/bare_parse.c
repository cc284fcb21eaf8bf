#include "bare_parse.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

static void begins(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces,
                   const xmlChar **declared, int attributes, int defaulted, const xmlChar **table) {
  (void)name, (void)prefix, (void)uri, (void)spaces, (void)declared, (void)attributes, (void)defaulted, (void)table;
  ++*(long *)user;
}

static void ends(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)user, (void)name, (void)prefix, (void)uri;
}

static void characters(void *user, const xmlChar *text, int count) { (void)user, (void)text, (void)count; }

long offprint_bare_parse(const char *path) {
  static char chunk[1 << 16];
  FILE *file = fopen(path, "rb");
  if (file == NULL) return -1;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = begins;
  handler.endElementNs = ends;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  long elements = 0;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &elements, NULL, 0, NULL);
  if (parser == NULL) {
    fclose(file);
    return -1;
  }
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  size_t count;
  while ((count = fread(chunk, 1, sizeof chunk, file)) > 0) xmlParseChunk(parser, chunk, (int)count, 0);
  fclose(file);
  xmlParseChunk(parser, NULL, 0, 1);
  if (!parser->wellFormed) elements = -1;
  xmlFreeParserCtxt(parser);
  return elements;
}
