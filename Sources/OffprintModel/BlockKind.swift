/// What a block holds, as the source says.
public enum BlockKind: String, Hashable, Sendable, CaseIterable {
  case text, table, illustration, separator
}

/// The part of the page a block stands in (ALTO: PrintSpace and the four margins).
public enum PageRegion: String, Hashable, Sendable, CaseIterable {
  case printSpace = "print-space"
  case topMargin = "top-margin"
  case bottomMargin = "bottom-margin"
  case leftMargin = "left-margin"
  case rightMargin = "right-margin"
}

/// The unit the source gave its coordinates in; boxes are converted, this says from what.
public enum MeasurementUnit: String, Hashable, Sendable, CaseIterable {
  case pixel, mm10, inch1200
  /// Cells of a text page: columns are code points, rows are lines.
  case character
  /// 1/72 inch, as PDF has it.
  case point
}

/// The look of words, as far as the source tells.
public struct TextStyle: Hashable, Sendable {
  /// Points; 0 when the source does not say.
  public var size: Double
  public var isBold: Bool
  public var isItalic: Bool
  public var family: String?

  public init(size: Double = 0, isBold: Bool = false, isItalic: Bool = false, family: String? = nil) {
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.family = family
  }
}
