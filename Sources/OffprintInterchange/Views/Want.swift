/// What a part of a plugin wants to be shown of a document, so that small plugins get small documents.
public enum Want: String, Hashable, Sendable, CaseIterable {
  /// The lines of each page with their text.
  case lines
  /// Boxes of pages, blocks, lines and words, as far as those are shown.
  case boxes
  /// The words of each line with their confidences.
  case words
  /// The blocks of each page, and to which one each line belongs.
  case blocks
  /// The reading order: the paragraphs of each page.
  case flow
  /// Articles with the running text of their components.
  case articles
  /// The lines of each component as printed, beside its running text.
  case printed
  /// The lines that are read one after the other, for stages that join them.
  case runs
  /// All that Offprint knows of a document, in the form of `DocumentJSON`, in place of all others.
  case everything
}
