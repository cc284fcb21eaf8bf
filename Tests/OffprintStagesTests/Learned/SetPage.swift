import OffprintKit

@testable import OffprintStages

/// A page set for a test, in pixels: each block is a paragraph of its reading order, in the order in which they are
/// set. Lines are 40 high and stand directly under each other; a column of text is 600 wide.
struct SetPage {
  private var builder: PageBuilder
  private var paragraphs: [Paragraph] = []
  private var lines = 0
  private var size = Box.unknown

  init(_ name: String = "p1") { builder = PageBuilder(name: name) }

  /// How a block stands apart from others.
  struct Form {
    var width = 600
    var height = 40
    var kind = BlockKind.text
    var region = PageRegion.printSpace
    var style = TextStyle()
    var label: String?
    var confidence: Double?
    /// How far the first line is set in, and what the last line lacks at its end.
    var indent = 0
    var rest = 0
  }

  /// Sets a block, and returns where its foot is.
  @discardableResult
  mutating func block(_ texts: [String], x: Int = 0, y: Int, _ shape: (inout Form) -> Void = { _ in }) -> Int {
    var form = Form()
    shape(&form)
    let style = builder.style(form.style)
    builder.beginBlock(id: "B\(builder.blockCount)", kind: form.kind, region: form.region, label: form.label)
    for (row, text) in texts.enumerated() {
      let left = x + (row == 0 ? form.indent : 0)
      let right = x + form.width - (row + 1 == texts.count ? form.rest : 0)
      let top = y + row * form.height
      builder.beginLine(box: Box(left: left, top: top, right: right, bottom: top + form.height), style: style)
      for word in text.split(separator: " ") {
        builder.addWord(
          word.utf8, box: Box(left: left, top: top, right: right, bottom: top + form.height),
          confidence: form.confidence, style: style)
      }
    }
    let foot = y + texts.count * form.height
    paragraphs.append(Paragraph(lines: Array(lines..<lines + texts.count), column: 0))
    lines += texts.count
    size = size.union(Box(left: min(0, x), top: 0, right: x + form.width, bottom: foot))
    return foot
  }

  /// Sets one line.
  @discardableResult
  mutating func line(_ text: String, x: Int = 0, y: Int, _ shape: (inout Form) -> Void = { _ in }) -> Int {
    block([text], x: x, y: y, shape)
  }

  /// Sets so many lines of running text.
  @discardableResult
  mutating func text(_ count: Int, x: Int = 0, y: Int, _ shape: (inout Form) -> Void = { _ in }) -> Int {
    block(Self.prose(count), x: x, y: y, shape)
  }

  /// Puts a rule or a picture.
  mutating func put(_ kind: BlockKind, x: Int, y: Int, width: Int, height: Int) {
    builder.beginBlock(
      id: "B\(builder.blockCount)", kind: kind, box: Box(x: x, y: y, width: width, height: height))
  }

  /// Lines of text of which the last ends a sentence.
  static func prose(_ count: Int) -> [String] {
    (0..<count).map { $0 == 0 ? "The water of the river rose in" : "the night and stood in the mill" }.dropLast()
      + ["until the morning came again."]
  }

  mutating func finish(number: Int = 1) -> Page {
    var page = builder.finish(number: number)
    page.size = size
    page.flow = Flow(paragraphs: paragraphs.filter { !$0.lines.isEmpty })
    return page
  }

  /// The units of issues of pages like this.
  static func units(_ pages: (inout SetPage) -> Void...) -> [MeasuredUnit] {
    UnitMeasuring(issue: issue(pages)).units()
  }

  static func issue(_ pages: [(inout SetPage) -> Void]) -> OffprintKit.Issue {
    OffprintKit.Issue(
      id: "set",
      pages: pages.enumerated().map { index, set in
        var page = SetPage("p\(index + 1)")
        set(&page)
        return page.finish(number: index + 1)
      })
  }
}
