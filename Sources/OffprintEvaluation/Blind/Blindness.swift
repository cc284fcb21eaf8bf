/// How much of the layout a blind copy forgets.
public enum Blindness: String, Sendable, CaseIterable {
  /// Blocks in an order of chance, without their names, labels and margins.
  case blocks
  /// The zoning too: all lines of a page in one block, by column and height.
  case zones
  /// The boxes too: the page as a text page, its columns side by side.
  case text
  /// The same with one line of text for each line, in the order of a plain cut through the page.
  case flow
  /// Nothing: the issue as it was read, marked articles included.
  case none
}

/// What becomes of the marks of broken words in a blind copy.
public enum HyphenMarks: String, Sendable, CaseIterable {
  /// As the source has them, its halves and whole words too.
  case source
  /// A plain hyphen at the line's end, as a scan shows it, and nothing else.
  case bare
}
