import OffprintKit

/// A paragraph of the flow with its measures. Lengths are in heights of the page's usual line, widths in widths of its
/// usual column, so that papers of all formats and scans of all resolutions can be compared.
struct MeasuredUnit {
  /// Index of the page, and of the unit among those of its page.
  var page: Int
  var place = 0
  var unitsOnPage = 1
  var lines: [LineRef]
  /// Lines that have text.
  var textLines = 0
  var text: UnitText
  var box = Box.unknown
  var isTextPage = false

  // MARK: Type

  /// Height of its lines against that of the page's text.
  var height = 1.0
  /// Size of its type by the source's styles against that of the page's text; 0 if the source has none.
  var styleSize = 0.0
  var isBold = false
  var isItalic = false
  /// Width of its letters against the page's.
  var letterWidth = 1.0
  /// The recognition's own confidence, 0...1; -1 if it gave none.
  var confidence = -1.0

  // MARK: Place

  /// Free space above and below, in the same column, beyond what is usual between lines; 6 where nothing follows.
  var gapAbove = 0.0
  var gapBelow = 0.0
  /// Margins to the edges of its column, as shares of the column's width.
  var leftMargin = 0.0
  var rightMargin = 0.0
  /// Its width against that of its column, and of the page's usual column.
  var width = 1.0
  var span = 1.0
  /// How far the first line is set in, in line heights; how much of its own width the last line fills.
  var indent = 0.0
  var lastFill = 1.0
  /// Nothing stands above it in its column, or below.
  var isTopOfColumn = false
  var isFootOfColumn = false
  /// It stands higher than the unit read before it: a column, or a part of the page, begins.
  var beginsColumn = false
  var hasRuleAbove = false
  var hasPictureAbove = false
  /// Something stands beside it on the left or right.
  var isBeside = false
  /// Its top, 0 at the top of the page's text and 1 at its foot.
  var top = 0.0
  var emptyLinesBefore = 0

  // MARK: Block

  var block = 0
  var lastBlock = 0
  /// Lines of the block it begins in.
  var blockLines = 0
  var isWholeBlock = false
  var blockKind = BlockKind.text
  var isInMargin = false
  var isLabelledAdvertisement = false

  // MARK: What it seems to be by its own words

  var isByline = false
  var isCaption = false
  var opensReport = false
  var jump: JumpNotice?

  // MARK: Found among the others

  /// How like it is to a line at the same edge of another page, 0...1: running heads are.
  var repetition = 0.0
  /// Nothing but a number at the edge of a page.
  var isFolio = false
  /// How far below the paper's title on the first page, in line heights: 0 for what stands level with it or above;
  /// negative on pages without it.
  var belowTitle = -1.0
  /// Running text, rather than a line set off.
  var isText = false
  /// A line at the end of a text that names its writer or says that it is continued.
  var signature = 0.0
  /// How much it is set like a heading; 0 for what is none.
  var look = 0.0
  var run = HeadingRun()

  /// Size of its type by all that is known: the source's, kept within what the height of the lines allows.
  var size: Double {
    styleSize == 0 || abs(styleSize - 1) <= 0.05 ? height : max(styleSize, min(height, styleSize * 1.15))
  }

  /// A table that the source marks, with all its lines.
  var isTable: Bool { blockKind == .table }

  var isCentred: Bool {
    leftMargin > 0.05 && rightMargin > 0.05
      && abs(leftMargin - rightMargin) < max(0.4 * (leftMargin + rightMargin), 0.08)
  }

  var isRight: Bool { leftMargin > 0.25 && rightMargin < 0.1 }
  var isUpperCase: Bool { text.capitalShare > 0.75 && text.letters >= 4 }

  /// Short enough for a heading, and not the rest of a sentence.
  var mayBeHeading: Bool {
    textLines <= 4 && text.signs <= 140 && text.letters >= 3 && !text.startsSmall && text.end != .colon
      && text.end != .open
  }

  /// How far the gap above is wider than that below, -3...3: a heading is nearer to its text than to what is above.
  var gapDifference: Double { max(-3, min(3, gapAbove - gapBelow)) }
}

/// Lines set off that stand one under the other: an overline, a headline, a deck, a byline.
struct HeadingRun: Hashable {
  /// Place in the run; -1 if it is in none.
  var place = -1
  var length = 0
  /// The strongest look in the run; among those before it; among those after it.
  var look = -1.0
  var before = -1.0
  var after = -1.0
  /// Text follows under the run.
  var hasText = false

  var isFirst: Bool { place == 0 }
}

extension [MeasuredUnit] {
  /// Lines of running text before each unit, and in the last place those of all.
  var textLinesBefore: [Int] {
    var before = [0]
    before.reserveCapacity(count + 1)
    for unit in self { before.append(before[before.count - 1] + (unit.isText ? unit.textLines : 0)) }
    return before
  }
}
