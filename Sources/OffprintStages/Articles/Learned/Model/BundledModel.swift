import CArticleModel

extension ArticleModel {
  /// The model that comes with Offprint. Read once, when it is first asked for.
  public static let bundled = Result { () throws -> ArticleModel in
    let size = offprint_article_model_size()
    let text = Array(UnsafeBufferPointer(start: offprint_article_model(), count: size))
    return try ArticleModel(text: text, file: "the bundled model")
  }
}
