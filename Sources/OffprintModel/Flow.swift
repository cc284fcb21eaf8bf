/// The reading order of a page, and its lines joined to paragraphs.
public struct Flow: Hashable, Sendable {
  /// In reading order. Every line of the page stands in exactly one.
  public var paragraphs: [Paragraph]

  public init(paragraphs: [Paragraph]) { self.paragraphs = paragraphs }

  /// All lines in reading order, as indices into the page's lines.
  public var lines: [Int] { paragraphs.flatMap(\.lines) }
}

/// Lines that belong together as printed: a paragraph, a headline, a row of a table.
public struct Paragraph: Hashable, Sendable {
  /// Indices into the page's lines, in reading order. They may stand in more than one column.
  public var lines: [Int]
  /// 0-based number of the column the paragraph starts in, counted over the page; nil if it spans columns.
  public var column: Int?
  /// True if the text goes on from the last paragraph of the page before.
  public var continuesFromPageBefore: Bool

  public init(lines: [Int], column: Int? = nil, continuesFromPageBefore: Bool = false) {
    self.lines = lines
    self.column = column
    self.continuesFromPageBefore = continuesFromPageBefore
  }
}
