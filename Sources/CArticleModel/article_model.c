// The model is a file that people can read and train anew; the command carries it with it and needs no file beside it.
// Swift has no way to embed a file but as source text, which takes the compiler minutes; C has (C23, 6.10.4).
#include "CArticleModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model[] = {
#embed "articles.json"
};

const unsigned char *offprint_article_model(void) { return model; }
size_t offprint_article_model_size(void) { return sizeof model; }
