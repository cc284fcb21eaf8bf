import OffprintKit

/// The page as a text page, the way simple dumps have it: one line of text for each line, block after block in the
/// order of a plain X-Y cut (Nagy and Seth, 1984), with nothing between blocks. Where that order is wrong, it stays so.
enum FlowingPage {
  static func copy(
    of page: Page, _ hyphens: HyphenMarks, _ chance: inout SplitMix64
  ) -> (page: Page, origins: LineOrigins) {
    let blocks = chance.shuffled(page.blocks.count).filter { page.blocks[$0].lines.contains { !$0.isEmpty } }
    var text: [UInt8] = []
    var printed: [Int: [LineOrigins.PrintedLine]] = [:]
    var row = 0
    for block in PlainCut(page, blocks).order() {
      for line in page.blocks[block].lines where !line.isEmpty {
        let bytes = hyphens == .bare ? LineCopy.bare(line.utf8, markLength: line.markLength) : Array(line.utf8)
        row += 1
        printed[row] = [.init(line: line.index, cells: 0..<bytes.count { $0 & 0xC0 != 0x80 })]
        text += bytes
        text.append(0x0A)
      }
    }
    var copy = PageBuilder.textPage(name: page.name, number: page.number, text: text)
    copy.label = page.label
    copy.language = page.language
    copy.file = page.file
    return (copy, .cells(printed))
  }
}

/// Orders blocks by cutting the page along its widest gaps: from top to bottom wherever one runs through all of it,
/// else from left to right. It knows nothing of headlines that reach over columns.
private struct PlainCut {
  private let boxes: [Int: Box]
  private let members: [Int]
  /// Blocks may reach into each other by so much.
  private let slack: Double

  init(_ page: Page, _ blocks: [Int]) {
    members = blocks
    boxes = Dictionary(uniqueKeysWithValues: blocks.map { ($0, page.blocks[$0].box) })
    let heights = blocks.compactMap { page.blocks[$0].lines.first?.box }.filter(\.isKnown).map(\.height).sorted()
    slack = max(1, Double(heights.isEmpty ? 10 : heights[heights.count / 2]) * 0.25)
  }

  func order() -> [Int] { cut(members, depth: 0) }

  private static let deepest = 40

  private func cut(_ members: [Int], depth: Int) -> [Int] {
    guard members.count > 1, depth <= Self.deepest else { return members.sorted { place($0) < place($1) } }
    if let level = widestGap(members.map { (Double(box($0).left) + slack, Double(box($0).right) - slack) }) {
      let (before, after) = parted(members) { Double(box($0).left) + Double(box($0).width) / 2 < level }
      if !before.isEmpty, !after.isEmpty { return cut(before, depth: depth + 1) + cut(after, depth: depth + 1) }
    }
    if let level = widestGap(members.map { (Double(box($0).top), Double(box($0).bottom) - slack) }) {
      let (before, after) = parted(members) { Double(box($0).top) + Double(box($0).height) / 2 < level }
      if !before.isEmpty, !after.isEmpty { return cut(before, depth: depth + 1) + cut(after, depth: depth + 1) }
    }
    let width = Double(max(1, Median.of(members.map { box($0).width }) ?? 1))
    func column(_ member: Int) -> Int { Int((Double(box(member).left) / width).rounded(.toNearestOrEven)) }
    return members.sorted { (column($0), box($0).top, $0) < (column($1), box($1).top, $1) }
  }

  private func parted(_ members: [Int], _ isBefore: (Int) -> Bool) -> (before: [Int], after: [Int]) {
    (members.filter(isBefore), members.filter { !isBefore($0) })
  }

  /// The middle of the widest gap between spans; nil if there is none.
  private func widestGap(_ spans: [(Double, Double)]) -> Double? {
    let sorted = spans.sorted { $0 < $1 }
    guard var end = sorted.first?.1 else { return nil }
    var widest: (gap: Double, middle: Double)?
    for (start, own) in sorted.dropFirst() {
      if start > end, (start - end, (start + end) / 2) > (widest.map { ($0.gap, $0.middle) } ?? (0, 0)) {
        widest = (start - end, (start + end) / 2)
      }
      end = max(end, own)
    }
    return widest?.middle
  }

  private func place(_ member: Int) -> (Int, Int, Int) { (box(member).top, box(member).left, member) }
  private func box(_ member: Int) -> Box { boxes[member] ?? .unknown }
}
