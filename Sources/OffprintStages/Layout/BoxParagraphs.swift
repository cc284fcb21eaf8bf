import OffprintKit

/// Joins the lines of an element to paragraphs: by indents, short last lines, spacing and change of type. All
/// measures are relative to the height of a line or the width of the element.
struct BoxParagraphs {
  let page: Page

  /// A line set in by this many line heights begins a paragraph.
  static let indent = 0.45
  /// A line set in by this many line heights stands apart from the text, as a heading or a signature does.
  static let heading = 3.0
  /// A line that stops this share of the width before the edge is short.
  static let short = 0.12
  /// A space of this many line heights more than usual ends a paragraph.
  static let space = 0.7

  func paragraphs(of element: BoxElement) -> [Paragraph] {
    let lines = element.lines
    guard let first = lines.first, lines.count > 1, element.box.isKnown else { return [Paragraph(lines: lines)] }
    if page.lines[first].block.kind == .table { return lines.map { Paragraph(lines: [$0]) } }
    let setting = Measures(element, page)
    var found: [[Int]] = [[first]]
    var look = LineLook(page.lines[first])
    for (a, b) in zip(lines, lines.dropFirst()) {
      let isAlone = found.last?.count == 1
      let next = LineLook(page.lines[b])
      if begins(b, after: a, LineEnds(look, next), isAlone: isAlone, setting) {
        found.append([b])
      } else {
        found[found.count - 1].append(b)
      }
      look = next
    }
    return found.map { Paragraph(lines: $0) }
  }

  /// How an element is set.
  private struct Measures {
    var left: Int
    var right: Int
    var height: Int
    /// Usual distance from the top of a line to the next.
    var leading: Int
    /// Enough lines for indents to mean something; the lines of a headline are centred.
    var isText: Bool

    init(_ element: BoxElement, _ page: Page) {
      let boxes = element.lines.map { page.lines[$0].box }.filter(\.isKnown)
      let lefts = boxes.map(\.left).sorted()
      let rights = boxes.map(\.right).sorted()
      let heights = boxes.map(\.height).sorted()
      left = lefts.isEmpty ? 0 : lefts[lefts.count / 4]
      right = rights.isEmpty ? 0 : rights[rights.count * 3 / 4]
      height = max(1, heights.isEmpty ? 1 : heights[heights.count / 2])
      let steps = zip(boxes, boxes.dropFirst()).map { $1.centreY - $0.centreY }.filter { $0 > 0 }.sorted()
      isText = boxes.count >= 5
      leading = steps.isEmpty ? height : steps[steps.count / 2]
    }

    var width: Int { max(1, right - left) }
  }

  /// - Parameter isAlone: the line before is all there is of its paragraph so far.
  private func begins(
    _ line: Int, after previous: Int, _ ends: LineEnds, isAlone: Bool, _ setting: Measures
  ) -> Bool {
    let (a, b) = (page.lines[previous], page.lines[line])
    guard !a.isEmpty, !b.isEmpty, a.box.isKnown, b.box.isKnown else { return false }
    if ends.breaksWord { return false }
    if ends.changesCapitals { return true }
    if changesType(a, b) { return true }
    let height = Double(setting.height)
    let extra = Double(b.box.centreY - a.box.centreY - setting.leading)
    if extra > Self.space * height, ends.endsSentence || extra > 1.5 * height { return true }
    let isSetIn = Double(b.box.left - setting.left) > Self.indent * height
    let wasSetIn = Double(a.box.left - setting.left) > Self.indent * height
    // A heading in the middle or at the right of the column, and the text under it; not the end of a verse.
    let isHeading = isAlone && Double(a.box.left - setting.left) > Self.heading * height
    if isHeading, Double(b.box.left - setting.left) < Self.heading / 2 * height, !ends.nextStartsLowerCase {
      return true
    }
    let isShort = Double(setting.right - a.box.right) > Self.short * Double(setting.width)
    // Lines that are all set in are centred or belong to a list: only their ends tell.
    if isSetIn, !wasSetIn || ends.endsSentence {
      return ends.endsSentence || (setting.isText && (isShort || !ends.nextStartsLowerCase))
    }
    return isShort && ends.endsSentence && !ends.nextStartsLowerCase
  }

  private func changesType(_ a: Line, _ b: Line) -> Bool {
    let (small, large) = (min(a.box.height, b.box.height), max(a.box.height, b.box.height))
    let sizes = (a.style.size, b.style.size)
    if sizes.0 > 0, sizes.1 > 0, max(sizes.0, sizes.1) >= 1.25 * min(sizes.0, sizes.1) {
      return large * 100 > small * 112
    }
    if a.style.isBold != b.style.isBold, a.words.count > 1, b.words.count > 1 { return true }
    // A word or two without tall letters makes a low line in any size.
    let lower = a.box.height < b.box.height ? a : b
    return lower.utf8.count > 8 && large * 2 > small * 3 + 6
  }

  /// True if the text at the end of an element goes on at the head of the next: it breaks off, and what follows does
  /// not begin anew.
  func goesOn(from last: Int, of element: BoxElement, to first: Int, of next: BoxElement) -> Bool {
    let (a, b) = (page.lines[last], page.lines[first])
    guard element.region == next.region, a.block.kind == .text, b.block.kind == .text else { return false }
    guard !a.isEmpty, !b.isEmpty, !changesType(a, b) else { return false }
    let ends = LineEnds(a, b)
    if ends.endsSentence || ends.changesCapitals { return false }
    if ends.breaksWord { return true }
    let setting = Measures(element, page)
    let isFull = Double(setting.right - a.box.right) <= Self.short * Double(setting.width)
    if ends.nextStartsLowerCase { return true }
    let nextSetting = Measures(next, page)
    let isSetIn = Double(b.box.left - nextSetting.left) > Self.indent * Double(nextSetting.height)
    return isFull && !isSetIn && element.lines.count > 1 && next.lines.count > 1
  }
}
