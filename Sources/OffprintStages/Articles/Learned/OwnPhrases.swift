import OffprintKit

/// What a unit says of itself by its words: the signs that are known, and those that a pipeline adds for its title.
struct OwnPhrases: Sendable {
  /// How bylines, datelines and jump lines of this paper begin, in small letters.
  var bylines: [String] = []
  var datelines: [String] = []
  var jumps: [String] = []

  func jump(in line: Line) -> JumpNotice? {
    guard line.utf8.count <= 240 else { return nil }
    let scalars = Array(line.text.unicodeScalars)
    if let known = JumpSigns.notice(in: scalars) { return known }
    guard !jumps.isEmpty, scalars.count <= 60, begins(line.text, with: jumps) else { return nil }
    return JumpNotice(direction: .to, page: JumpSigns.page(in: line.text.lowercased()))
  }

  /// Looks at the words of short units, and at how longer ones begin.
  func look(at lines: [Line], _ unit: inout MeasuredUnit) {
    guard let first = lines.first else { return }
    let text = first.text
    let scalars = Array(text.unicodeScalars)
    unit.opensReport = DatelineSigns.opensReport(scalars, isUnspaced: false) || begins(text, with: datelines)
    guard lines.count <= 6 else { return }
    let all = lines.count == 1 ? scalars : Array(lines.map(\.text).joined(separator: " ").unicodeScalars)
    if lines.count == 1 { unit.jump = jump(in: first) }
    unit.isByline =
      lines.count <= 3 && (BylineSigns.isByline(all, isUnspaced: false) || begins(text, with: bylines))
    unit.isCaption = CaptionSigns.isCaption(all, isUnspaced: false)
  }

  private func begins(_ text: String, with openings: [String]) -> Bool {
    guard !openings.isEmpty else { return false }
    let small = text.lowercased()
    return openings.contains(where: small.hasPrefix)
  }
}
