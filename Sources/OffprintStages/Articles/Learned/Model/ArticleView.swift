/// How much of a page's make-up its source tells. Each way of seeing pages is learned for itself.
public enum ArticleView: String, Sendable, CaseIterable {
  /// Boxes, and blocks that are cut where the page is.
  case zones
  /// Boxes, but blocks that are whole columns or pages.
  case lines
  /// No boxes.
  case text

  /// Lines in the block of a line of the page, in the mean, from which on blocks are not cut where the page is: more
  /// than a column of most papers has.
  private static let longBlock = 110.0

  init(_ units: [MeasuredUnit]) {
    guard let first = units.first, !first.isTextPage else {
      self = .text
      return
    }
    var lines = 0
    var sum = 0
    for unit in units {
      lines += unit.lines.count
      sum += unit.lines.count * unit.blockLines
    }
    self = Double(sum) > Self.longBlock * Double(max(1, lines)) ? .lines : .zones
  }
}
