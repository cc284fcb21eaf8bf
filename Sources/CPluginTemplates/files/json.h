/* A small reader and writer of JSON for plugins in C: one file, no more than a plugin needs. */
#ifndef OFFPRINT_JSON_H
#define OFFPRINT_JSON_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A value. Members of an object have keys; elements and members follow each other by `next`. */
struct json {
  char *key;
  char *text;
  double number;
  struct json *first;
  struct json *next;
};

struct json_reader {
  const char *at;
  const char *end;
  int depth;
};

static void json_free(struct json *value) {
  while (value != NULL) {
    struct json *next = value->next;
    json_free(value->first);
    free(value->key);
    free(value->text);
    free(value);
    value = next;
  }
}

static struct json *json_first(const struct json *value) { return value == NULL ? NULL : value->first; }

/* The value of a member; NULL if it is not there. */
static struct json *json_member(const struct json *value, const char *key) {
  for (struct json *member = json_first(value); member != NULL; member = member->next) {
    if (member->key != NULL && strcmp(member->key, key) == 0) return member;
  }
  return NULL;
}

/* A text, empty if the value is none. */
static const char *json_text(const struct json *value) { return value == NULL || value->text == NULL ? "" : value->text; }
static double json_number(const struct json *value) { return value == NULL ? 0 : value->number; }

static int json_sign(struct json_reader *reader, char sign) {
  while (reader->at < reader->end && strchr(" \t\r\n", *reader->at) != NULL) reader->at++;
  if (reader->at >= reader->end || *reader->at != sign) return 0;
  reader->at++;
  return 1;
}

static int json_hex(struct json_reader *reader, unsigned long *code) {
  if (reader->end - reader->at < 4) return 0;
  char digits[5] = {0};
  memcpy(digits, reader->at, 4);
  char *stop;
  *code = strtoul(digits, &stop, 16);
  reader->at += 4;
  return stop == digits + 4;
}

/* Appends a code point as UTF-8; there is room, since an escape is longer. */
static void json_utf8(char **out, unsigned long code) {
  char *to = *out;
  if (code < 0x80) {
    *to++ = (char)code;
  } else if (code < 0x800) {
    *to++ = (char)(0xC0 | code >> 6);
    *to++ = (char)(0x80 | (code & 63));
  } else if (code < 0x10000) {
    *to++ = (char)(0xE0 | code >> 12);
    *to++ = (char)(0x80 | (code >> 6 & 63));
    *to++ = (char)(0x80 | (code & 63));
  } else {
    *to++ = (char)(0xF0 | code >> 18);
    *to++ = (char)(0x80 | (code >> 12 & 63));
    *to++ = (char)(0x80 | (code >> 6 & 63));
    *to++ = (char)(0x80 | (code & 63));
  }
  *out = to;
}

/* A text after its first quote. U+0000 ends it early, as it does every text in C. */
static char *json_quoted(struct json_reader *reader) {
  char *text = malloc((size_t)(reader->end - reader->at) + 1);
  char *out = text;
  if (text == NULL) return NULL;
  while (reader->at < reader->end && *reader->at != '"') {
    char sign = *reader->at++;
    if (sign != '\\') {
      *out++ = sign;
      continue;
    }
    if (reader->at >= reader->end) break;
    sign = *reader->at++;
    unsigned long code, low;
    switch (sign) {
      case 'b': *out++ = '\b'; break;
      case 'f': *out++ = '\f'; break;
      case 'n': *out++ = '\n'; break;
      case 'r': *out++ = '\r'; break;
      case 't': *out++ = '\t'; break;
      case 'u':
        if (!json_hex(reader, &code)) goto broken;
        if (code >= 0xD800 && code < 0xDC00) {
          if (reader->end - reader->at < 6 || reader->at[0] != '\\' || reader->at[1] != 'u') goto broken;
          reader->at += 2;
          if (!json_hex(reader, &low)) goto broken;
          code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        json_utf8(&out, code);
        break;
      default: *out++ = sign;
    }
  }
  if (reader->at >= reader->end) goto broken;
  reader->at++;
  *out++ = 0;
  char *fitted = realloc(text, (size_t)(out - text));
  return fitted == NULL ? text : fitted;
broken:
  free(text);
  return NULL;
}

static struct json *json_value(struct json_reader *reader);

/* Elements up to `close`; with keys if they are members. */
static int json_list(struct json_reader *reader, struct json *into, char close, int keys) {
  if (json_sign(reader, close)) return 1;
  struct json **last = &into->first;
  do {
    char *key = NULL;
    if (keys && (!json_sign(reader, '"') || (key = json_quoted(reader)) == NULL)) return 0;
    if (keys && !json_sign(reader, ':')) {
      free(key);
      return 0;
    }
    struct json *value = json_value(reader);
    if (value == NULL) {
      free(key);
      return 0;
    }
    value->key = key;
    *last = value;
    last = &value->next;
  } while (json_sign(reader, ','));
  return json_sign(reader, close);
}

static struct json *json_value(struct json_reader *reader) {
  struct json *value = calloc(1, sizeof *value);
  if (value == NULL || ++reader->depth > 100) {
    free(value);
    return NULL;
  }
  int fine = 1;
  if (json_sign(reader, '{')) {
    fine = json_list(reader, value, '}', 1);
  } else if (json_sign(reader, '[')) {
    fine = json_list(reader, value, ']', 0);
  } else if (json_sign(reader, '"')) {
    fine = (value->text = json_quoted(reader)) != NULL;
  } else {
    /* true, false, null or a number; a copy that ends, since the bytes do not. */
    char word[40] = {0};
    size_t count = 0;
    while (reader->at < reader->end && count < 39 && strchr("+-.0123456789aeflnrstuE", *reader->at) != NULL) {
      word[count++] = *reader->at++;
    }
    value->number = strcmp(word, "true") == 0 ? 1 : strtod(word, NULL);
    fine = count > 0;
  }
  reader->depth--;
  if (fine) return value;
  json_free(value);
  return NULL;
}

/* The value that the bytes are; NULL if they are none. */
static struct json *json_read(const char *bytes, size_t count) {
  struct json_reader reader = {bytes, bytes + count, 0};
  struct json *value = json_value(&reader);
  if (value != NULL && reader.at == reader.end) return value;
  json_free(value);
  return NULL;
}

/* Text that grows. After it could not grow, `failed` is set and nothing more is added. */
struct text {
  char *bytes;
  size_t count;
  size_t room;
  int failed;
};

static void text_bytes(struct text *text, const char *bytes, size_t count) {
  if (text->count + count > text->room) {
    size_t room = (text->count + count) * 2 + 256;
    char *grown = realloc(text->bytes, room);
    if (grown == NULL) text->failed = 1;
    if (text->failed) return;
    text->bytes = grown;
    text->room = room;
  }
  memcpy(text->bytes + text->count, bytes, count);
  text->count += count;
}

static void text_add(struct text *text, const char *more) { text_bytes(text, more, strlen(more)); }

static void text_number(struct text *text, double number) {
  char digits[40];
  snprintf(digits, sizeof digits, number == floor(number) ? "%.0f" : "%.17g", number);
  text_add(text, digits);
}

/* A text in quotes, escaped. */
static void text_quoted(struct text *text, const char *from) {
  text_add(text, "\"");
  for (const char *at = from; *at != 0; at++) {
    char escape[8];
    if (*at == '"' || *at == '\\') {
      snprintf(escape, sizeof escape, "\\%c", *at);
      text_add(text, escape);
    } else if ((unsigned char)*at < 0x20) {
      snprintf(escape, sizeof escape, "\\u%04x", *at);
      text_add(text, escape);
    } else {
      text_bytes(text, at, 1);
    }
  }
  text_add(text, "\"");
}

#endif
