/*
 * Converts Chinese between traditional and simplified characters by OpenCC (libopencc, found at run time): a whole
 * plugin of Offprint that is loaded. Its spec and answers are JSON; see Plugins/README.md for what they may say.
 */
#include "offprint_plugin.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"

static const char description[] =
    "\"name\":\"chinese-script\",\"version\":\"1.0.0\","
    "\"summary\":\"Converts Chinese between traditional and simplified characters\",\"threads\":false,"
    "\"stages\":[{";

/* Said of the stage where it cannot run: pipelines with it are then refused before anything is read. */
static const char missing[] =
    "\"missing\":{\"summary\":\"OpenCC is not on this machine, or has no tables\","
    "\"fix\":\"install it (Debian: libopencc1.1)\"},";

static const char stage[] =
    "\"name\":\"convert-chinese\",\"kind\":\"normalising\","
    "\"summary\":\"Converts Chinese between traditional and simplified characters\","
    "\"discussion\":\"Uses the word tables of OpenCC, so that characters which stand for several are told apart by"
    " the words around them. Lines of other languages have nothing that would be converted.\","
    "\"needs\":[\"lines\"],\"gives\":[],\"wants\":[\"lines\"],"
    "\"settings\":[{\"name\":\"to\",\"type\":\"choice\",\"choices\":[\"simplified\",\"traditional\"],"
    "\"default\":\"simplified\",\"help\":\"The characters that lines have afterwards.\"}],"
    "\"examples\":[{\"reason\":\"Readers search for the characters that they write\","
    "\"text\":\"漢字簡體\",\"language\":\"zh\",\"expect\":{\"text\":\"汉字简体\"}},"
    "{\"reason\":\"One simplified character stands for two, and the word tells which\","
    "\"text\":\"头发发展\",\"language\":\"zh\",\"settings\":{\"to\":\"traditional\"},"
    "\"expect\":{\"text\":\"頭髮發展\"}}]}]";

/* The four functions of opencc.h, which need not be there to build this. */
struct opencc {
  void *(*open)(const char *);
  char *(*convert)(void *, const char *, size_t);
  void (*free)(char *);
};

#ifndef OPENCC
#define OPENCC "libopencc.so.1.1", "libopencc.so.1.2", "libopencc.so.2", "libopencc.so", "libopencc.dylib"
#endif

static int find(struct opencc *library) {
  static const char *const names[] = {OPENCC};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) continue;
    *(void **)&library->open = dlsym(handle, "opencc_open");
    *(void **)&library->convert = dlsym(handle, "opencc_convert_utf8");
    *(void **)&library->free = dlsym(handle, "opencc_convert_utf8_free");
    if (library->open && library->convert && library->free) return 1;
  }
  return 0;
}

/* A converter is opened once for each direction; NULL if the library or its tables are missing. */
static void *converter(struct opencc *library, int traditional) {
  static void *open[2];
  if (open[traditional] == NULL) {
    void *found = library->open(traditional ? "s2t.json" : "t2s.json");
    if (found != NULL && found != (void *)-1) open[traditional] = found;
  }
  return open[traditional];
}

/* One document: the lines whose text changes. */
static void answer(struct json *document, struct opencc *library, void *with, struct text *out) {
  text_add(out, "{\"lines\":[");
  int first = 1;
  struct json *pages = json_member(document, "pages");
  for (struct json *page = json_first(pages); page != NULL; page = page->next) {
    int number = 0;
    for (struct json *line = json_first(json_member(page, "lines")); line != NULL; line = line->next, number++) {
      const char *text = json_text(json_member(line, "text"));
      char *changed = library->convert(with, text, strlen(text));
      if (changed != NULL && strcmp(changed, text) != 0) {
        text_add(out, first ? "{\"page\":" : ",{\"page\":");
        text_number(out, json_number(json_member(page, "index")));
        text_add(out, ",\"line\":");
        text_number(out, number);
        text_add(out, ",\"text\":");
        text_quoted(out, changed);
        text_add(out, "}");
        first = 0;
      }
      if (changed != NULL) library->free(changed);
    }
  }
  text_add(out, "]}");
}

/* The library; NULL if it or its tables are missing. */
static struct opencc *opencc(void) {
  static struct opencc library;
  static int found;
  if (!found) found = find(&library);
  return found && converter(&library, 0) != NULL && converter(&library, 1) != NULL ? &library : NULL;
}

static void describe(struct text *out) {
  text_add(out, description);
  if (opencc() == NULL) text_add(out, missing);
  text_add(out, stage);
}

static void process(struct json *request, struct text *out) {
  struct opencc *library = opencc();
  if (library == NULL) {
    text_add(out, "\"error\":{\"summary\":\"OpenCC is not on this machine, or has no tables\"}");
    return;
  }
  const char *to = json_text(json_member(json_member(request, "settings"), "to"));
  void *with = converter(library, strcmp(to, "traditional") == 0);
  text_add(out, "\"results\":[");
  for (struct json *one = json_first(json_member(request, "documents")); one != NULL; one = one->next) {
    answer(one, library, with, out);
    if (one->next != NULL) text_add(out, ",");
  }
  text_add(out, "]");
}

uint32_t offprint_plugin_version(void) { return OFFPRINT_PLUGIN_VERSION; }

int32_t offprint_plugin_answer(const uint8_t *bytes, size_t count, uint8_t **answer, size_t *answer_count) {
  struct json *request = json_read((const char *)bytes, count);
  if (request == NULL) return 1;
  struct text out = {0};
  text_add(&out, "{\"offprint\":1,\"request\":");
  text_number(&out, json_number(json_member(request, "request")));
  text_add(&out, ",");
  if (strcmp(json_text(json_member(request, "do")), "process") == 0) {
    process(request, &out);
  } else {
    describe(&out);
  }
  text_add(&out, "}");
  json_free(request);
  if (out.failed) {
    free(out.bytes);
    return 2;
  }
  *answer = (uint8_t *)out.bytes;
  *answer_count = out.count;
  return 0;
}

void offprint_plugin_free(uint8_t *answer, size_t answer_count) {
  (void)answer_count;
  free(answer);
}
