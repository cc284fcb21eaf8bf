import OffprintKit

/// All that is measured of one document, or of several together.
public struct LineScores: Hashable, Sendable {
  public var pages = 0
  /// Lines with text.
  public var lines = 0
  public var breaks = BreakScore()
  public var order = OrderScore()
  public var paragraphs = ParagraphScore()

  public init() {}

  public static func += (a: inout LineScores, b: LineScores) {
    a.pages += b.pages
    a.lines += b.lines
    a.breaks += b.breaks
    a.order += b.order
    a.paragraphs += b.paragraphs
  }
}

/// The mean over documents of what each of them has; a document without a kind of truth does not count for it.
public struct Mean: Hashable, Sendable {
  public private(set) var count = 0
  private var sum = 0.0

  public init() {}

  public var value: Double? { count == 0 ? nil : sum / Double(count) }

  mutating func add(_ value: Double?) {
    guard let value else { return }
    sum += value
    count += 1
  }
}
