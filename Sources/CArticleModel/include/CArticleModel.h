#ifndef OFFPRINT_ARTICLE_MODEL_H
#define OFFPRINT_ARTICLE_MODEL_H

#include <stddef.h>

/// The bundled model of articles: the first of the bytes of `articles.json`, and how many they are.
const unsigned char *offprint_article_model(void);
size_t offprint_article_model_size(void);

#endif
