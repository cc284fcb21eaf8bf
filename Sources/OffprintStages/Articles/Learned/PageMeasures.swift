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
    let lines = page.lines.filter { !$0.isEmpty && $0.box.isKnown }
    let heights = lines.lazy.filter { $0.words.count > 2 }.map(\.box.height).sorted()
    lineHeight = isTextPage ? 1 : max(1, heights[safe: heights.count / 2].map(Double.init) ?? 20)
    let widths = lines.lazy.filter { $0.utf8.count > 15 }.map(\.box.width).sorted()
    columnWidth = max(1, widths[safe: widths.count * 7 / 10].map(Double.init) ?? 400)
    let letters = lines.lazy.filter { $0.utf8.count > 15 }
      .map { Double($0.box.width) / Double(Letters.count($0.utf8)) }.sorted()
    letterWidth = max(0.01, letters[safe: letters.count / 2] ?? 10)
    var sizes: [Double: Int] = [:]
    var bold = 0
    var all = 0
    for line in page.lines {
      sizes[line.style.size, default: 0] += line.utf8.count
      all += line.utf8.count
      if line.style.isBold { bold += line.utf8.count }
    }
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
