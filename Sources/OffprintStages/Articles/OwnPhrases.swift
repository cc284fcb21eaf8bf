import OffprintKit

/// What a unit says of itself by its words: the signs that are known, and those that a pipeline adds for its title.
struct OwnPhrases: Sendable {
  /// How bylines, datelines and jump lines of this paper begin, in small letters.
  var bylines: [String] = []
  var datelines: [String] = []
  var jumps: [String] = []

  var isEmpty: Bool { bylines.isEmpty && datelines.isEmpty && jumps.isEmpty }

  func opensReport(_ text: String) -> Bool { begins(text, with: datelines) }
  func opensByline(_ text: String) -> Bool { begins(text, with: bylines) }

  /// The notice that the whole line is, by known signs or by those of the pipeline.
  func jump(in line: Line) -> JumpNotice? {
    // No line that is longer is a notice; few others begin like one.
    guard line.utf8.count <= 4 * Self.longestNotice else { return nil }
    let scalars = Self.scalars(of: [line])
    if let known = JumpSigns.notice(in: scalars) { return known }
    guard !jumps.isEmpty, scalars.count <= Self.longestNotice else { return nil }
    let text = line.text
    return begins(text, with: jumps) ? JumpNotice(direction: .to, page: JumpSigns.page(in: text.lowercased())) : nil
  }

  /// A jump line at either end of a paragraph is a unit of its own, whatever the flow made of it. A table is one unit.
  func pieces(of lines: [Int], on page: Page) -> [[Int]] {
    guard lines.count > 1, let first = lines.first, let last = lines.last else { return lines.isEmpty ? [] : [lines] }
    guard page.lines[first].block.kind != .table else { return [lines] }
    let begins = jump(in: page.lines[first]) != nil
    let ends = jump(in: page.lines[last]) != nil
    guard begins || ends else { return [lines] }
    let middle = Array(lines[(begins ? 1 : 0)..<(lines.count - (ends ? 1 : 0))])
    return (begins ? [[first]] : []) + (middle.isEmpty ? [] : [middle]) + (ends ? [[last]] : [])
  }

  /// Looks at the words of short units, and at how longer ones begin.
  func look(at lines: [Line], _ unit: inout MeasuredUnit) {
    guard let first = lines.first else { return }
    let mayReport = DatelineSigns.mayOpenReport(first.utf8)
    unit.opensReport = mayReport && DatelineSigns.opensReport(Self.scalars(of: [first]), isUnspaced: false)
    if !datelines.isEmpty, opensReport(first.text) { unit.opensReport = true }
    if lines.count == 1 { unit.jump = jump(in: first) }
    guard lines.count <= 6, lines.reduce(0, { $0 + $1.utf8.count }) <= 4 * Self.longestCaption else { return }
    let head = Self.scalars(of: [first], atMost: Self.head)
    guard !isEmpty || CaptionSigns.mayOpen(head) || BylineSigns.mayOpen(head) else { return }
    let scalars = Self.scalars(of: lines)
    unit.isCaption = CaptionSigns.isCaption(scalars, isUnspaced: false)
    guard lines.count <= 3 else { return }
    unit.isByline = BylineSigns.isByline(scalars, isUnspaced: false)
    if !bylines.isEmpty, opensByline(first.text) { unit.isByline = true }
  }

  private static let longestNotice = 60
  private static let longestCaption = 160
  /// So many signs show whether a text may be a caption or a byline.
  private static let head = 8

  /// The signs of lines, with a space between two of them.
  private static func scalars(of lines: [Line], atMost most: Int = .max) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for line in lines {
      if !scalars.isEmpty { scalars.append(" ") }
      line.utf8.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count, scalars.count < most {
          let (value, length) = Letters.scalar(bytes, index)
          index += length
          scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
      }
    }
    return scalars
  }

  private func begins(_ text: String, with openings: [String]) -> Bool {
    guard !openings.isEmpty else { return false }
    let small = text.lowercased()
    return openings.contains(where: small.hasPrefix)
  }
}
