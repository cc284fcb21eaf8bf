/* __NAME__: a plugin of Offprint that is loaded. The form of requests and answers is that of README.md. */
#include "offprint_plugin.h"

#include <ctype.h>

#include "json.h"

static const char description[] =
    "\"name\":\"__NAME__\",\"version\":\"0.1.0\",\"summary\":\"Labels articles that have a word in them\","
    "\"threads\":true,\"stages\":[{\"name\":\"label-__NAME__\",\"kind\":\"labelling\","
    "\"summary\":\"Labels articles that have a word in them\","
    "\"needs\":[\"articles\"],\"gives\":[\"labels\"],\"wants\":[\"articles\"],"
    "\"settings\":[{\"name\":\"word\",\"type\":\"text\",\"default\":\"weather\",\"help\":\"The word to look for.\"}],"
    "\"examples\":[{\"reason\":\"The word stands in the headline\","
    "\"articles\":[{\"components\":[{\"role\":\"headline\",\"text\":\"THE WEATHER\"}]}],"
    "\"expect\":{\"labels\":\"subject=weather\"}}]}]";

/* True if the word stands in the text; the case of ASCII letters does not matter. */
static int has(const char *text, const char *word) {
  for (; *text != 0; text++) {
    size_t at = 0;
    while (word[at] != 0 && tolower((unsigned char)text[at]) == tolower((unsigned char)word[at])) at++;
    if (at > 0 && word[at] == 0) return 1;
  }
  return 0;
}

/* The answer for one document. Indices are those that the document came with. */
static void work(struct json *document, const char *word, struct text *out) {
  text_add(out, "{\"labels\":[");
  int count = 0;
  struct json *articles = json_member(document, "articles");
  for (struct json *article = json_first(articles); article != NULL; article = article->next) {
    struct json *component = json_first(json_member(article, "components"));
    while (component != NULL && !has(json_text(json_member(component, "text")), word)) component = component->next;
    if (component == NULL) continue;
    text_add(out, count++ > 0 ? ",{\"article\":" : "{\"article\":");
    text_number(out, json_number(json_member(article, "index")));
    text_add(out, ",\"kind\":\"subject\",\"value\":");
    text_quoted(out, word);
    text_add(out, "}");
  }
  text_add(out, "]}");
}

static void answer(struct json *request, struct text *out) {
  const char *task = json_text(json_member(request, "do"));
  if (strcmp(task, "describe") == 0) {
    text_add(out, description);
  } else if (strcmp(task, "process") == 0) {
    const char *word = json_text(json_member(json_member(request, "settings"), "word"));
    text_add(out, "\"results\":[");
    struct json *documents = json_member(request, "documents");
    for (struct json *document = json_first(documents); document != NULL; document = document->next) {
      work(document, word, out);
      if (document->next != NULL) text_add(out, ",");
    }
    text_add(out, "]");
  } else {
    text_add(out, "\"error\":{\"summary\":\"this request is not known\"}");
  }
}

uint32_t offprint_plugin_version(void) { return OFFPRINT_PLUGIN_VERSION; }

int32_t offprint_plugin_answer(const uint8_t *bytes, size_t count, uint8_t **result, size_t *result_count) {
  struct json *request = json_read((const char *)bytes, count);
  if (request == NULL) return 1;
  struct text out = {0};
  text_add(&out, "{\"offprint\":1,\"request\":");
  text_number(&out, json_number(json_member(request, "request")));
  text_add(&out, ",");
  answer(request, &out);
  text_add(&out, "}");
  json_free(request);
  if (out.failed) {
    free(out.bytes);
    return 2;
  }
  *result = (uint8_t *)out.bytes;
  *result_count = out.count;
  return 0;
}

void offprint_plugin_free(uint8_t *result, size_t result_count) {
  (void)result_count;
  free(result);
}
