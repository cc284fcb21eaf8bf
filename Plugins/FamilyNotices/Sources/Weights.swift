/// How much each sign counts. Signs of one kind add up as independent ones do: `1 - (1 - a)(1 - b)…`.
enum Weights {
  /// A heading that stands for one kind alone.
  static let heading = 0.8
  /// A heading that stands for several kinds: without a phrase it says too little of each.
  static let sharedHeading = 0.5
  /// A formula that hardly stands anywhere else.
  static let strong = 0.6
  /// A word that other articles have too: four of them are needed.
  static let weak = 0.25
  /// In notices there is a formula at least every so many words. In a text with fewer, as in a long report that
  /// mentions a death once, phrases count in proportion less.
  static let wordsPerPhrase = 100.0
}
