/// A property of a document that one stage gives and another needs. The loader refuses a pipeline whose stages stand
/// in an order in which a need is not met.
public enum Facet: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Lines with their text. Every reader gives them.
  case lines
  /// Places of words and lines on the page, in pixels or cells.
  case boxes
  /// Texts in Unicode NFC without control characters.
  case normalisedText = "normalised-text"
  /// Blocks with their languages, as far as they can be told.
  case languages
  /// An order in which a person reads the lines.
  case readingOrder = "reading-order"
  /// Lines joined to paragraphs.
  case paragraphs
  /// The publisher's own article structure.
  case publisherMarkup = "publisher-markup"
  /// Articles with components.
  case articles
  /// How line ends meet.
  case joins
  /// Genres, subjects and other words about articles.
  case labels

  public static func < (a: Facet, b: Facet) -> Bool { a.rawValue < b.rawValue }
}
