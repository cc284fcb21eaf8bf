import OffprintKit

/// What is usual on a page: the height of its lines, the width of its columns, the type of its text.
struct PageMeasures {
  let isTextPage: Bool
  /// Height of a usual line, in the page's unit; 1 on text pages.
  let lineHeight: Double
  /// Width of a usual column: most lines of text are no wider.
  let columnWidth: Double
  /// Space between usual lines, in line heights.
  let lineGap: Double
  let styleSize: Double
  let isBold: Bool
  private let letterWidth: Double

  init(_ page: Page) {
    isTextPage = page.unit == .character
    var heights: [Int] = []
    var widths: [Int] = []
    var letters: [Double] = []
    var sizes: [Double: Int] = [:]
    var bold = 0
    var all = 0
    for line in page.lines {
      let count = line.utf8.count
      let (style, box) = (line.style, line.box)
      sizes[style.size, default: 0] += count
      all += count
      if style.isBold { bold += count }
      guard count > 0, box.isKnown else { continue }
      if line.words.count > 2 { heights.append(box.height) }
      guard count > 15 else { continue }
      widths.append(box.width)
      letters.append(Double(box.width) / Double(Letters.count(line.utf8)))
    }
    heights.sort()
    widths.sort()
    letters.sort()
    lineHeight = isTextPage ? 1 : max(1, heights[safe: heights.count / 2].map(Double.init) ?? 20)
    columnWidth = max(1, widths[safe: widths.count * 7 / 10].map(Double.init) ?? 400)
    letterWidth = max(0.01, letters[safe: letters.count / 2] ?? 10)
    styleSize = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    isBold = bold * 2 > all
    lineGap = Self.lineGap(page, lineHeight)
  }

  /// Median height of lines against the usual one.
  func height(of lines: [Line]) -> Double {
    guard !isTextPage else { return 1 }
    let heights = lines.lazy.filter(\.box.isKnown).map(\.box.height).sorted()
    return heights[safe: heights.count / 2].map { Double($0) / lineHeight } ?? 1
  }

  /// Median width of letters against the usual one.
  func letterWidth(of lines: [Line]) -> Double {
    guard !isTextPage else { return 1 }
    let widths = lines.lazy.filter { $0.box.isKnown && $0.utf8.count > 1 }
      .map { Double($0.box.width) / Double(max(1, Letters.count($0.utf8))) }.sorted()
    return widths[safe: widths.count / 2].map { $0 / letterWidth } ?? 1
  }

  /// The median space between lines of paragraphs.
  private static func lineGap(_ page: Page, _ lineHeight: Double) -> Double {
    guard page.unit != .character else { return 0 }
    var gaps: [Double] = []
    for paragraph in page.flow?.paragraphs ?? [] {
      // Rows of a table stand as its rules want it.
      if let first = paragraph.lines.first, page.lines[first].block.kind == .table { continue }
      for (a, b) in zip(paragraph.lines, paragraph.lines.dropFirst()) {
        let (above, below) = (page.lines[a].box, page.lines[b].box)
        guard above.isKnown, below.isKnown, below.top > above.top, above.overlapX(below) > 0 else { continue }
        gaps.append(Double(below.top - above.bottom) / lineHeight)
      }
    }
    gaps.sort()
    return gaps[safe: gaps.count / 2] ?? 0
  }
}
