import OffprintKit

/// Paragraphs against marked ones: whether one ends between two lines that follow each other in an article.
public struct ParagraphScore: Hashable, Sendable {
  /// Meetings of lines that are in different paragraphs, and how many are so in the outcome.
  public var breaks = Share()
  /// Meetings of lines that are in the same paragraph, and how many are so in the outcome.
  public var joins = Share()

  public init() {}

  /// Of the breaks found, those that are right.
  public var breakPrecision: Share { Share(breaks.right, of: breaks.right + joins.of - joins.right) }
  /// Of the joins found, those that are right.
  public var joinPrecision: Share { Share(joins.right, of: joins.right + breaks.of - breaks.right) }

  public static func += (a: inout ParagraphScore, b: ParagraphScore) {
    a.breaks += b.breaks
    a.joins += b.joins
  }

  init(_ truth: TruthReading, _ found: FoundReading, faults: inout [LineFault]) {
    guard truth.issue.markup?.marksParagraphs == true else { return }
    for article in truth.articles {
      for index in article.lines.indices.dropFirst() {
        let (first, second) = (article.lines[index - 1], article.lines[index])
        let isOne = article.components[index - 1] == article.components[index]
        // A line that was cut wrongly is in no paragraph, so whatever was found is wrong.
        let isRight = found.isOneParagraph(first, second) == isOne
        if isOne { joins.count(isRight) } else { breaks.count(isRight) }
        if !isRight { faults.append(LineFault(paragraphAt: first, second, isOne: isOne, in: truth.issue, found)) }
      }
    }
  }
}
