#ifndef OFFPRINT_BARE_PARSE_H
#define OFFPRINT_BARE_PARSE_H

/* Reads an XML file and goes through it with libxml2's SAX2 interface, and keeps nothing but a count of its elements:
   what reading is compared with. Gives -1 if the file cannot be read or is not well-formed. */
long offprint_bare_parse(const char *path);

#endif
