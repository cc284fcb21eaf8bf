import OffprintDiagnostics
import OffprintKit

/// What could not be followed in a DIDL file: counted, with the line of the first.
struct DIDLFindings {
  private(set) var unresolved = 0
  private(set) var unmatched = 0
  /// Messages about texts of articles that cannot be read.
  var broken: [Diagnostic] = []
  private var doubled = 0
  private var missing = 0
  private var firstUnresolved = 0
  private var firstUnmatched = 0
  private var firstDoubled = 0
  private var firstMissing = 0

  mutating func count(unresolvedAt line: Int) { Self.count(&unresolved, &firstUnresolved, line) }
  mutating func count(unmatchedAt line: Int) { Self.count(&unmatched, &firstUnmatched, line) }
  mutating func count(doubledAt line: Int) { Self.count(&doubled, &firstDoubled, line) }
  mutating func count(textMissingAt line: Int) { Self.count(&missing, &firstMissing, line) }

  private static func count(_ number: inout Int, _ first: inout Int, _ line: Int) {
    number += 1
    if first == 0 { first = line }
  }

  func warn(_ file: String, _ context: inout ReadContext) {
    func place(_ line: Int) -> SourcePlace { SourcePlace(file: file, line: line > 0 ? line : nil) }
    if unresolved > 0 { context.warn(Self.unresolved(unresolved, place(firstUnresolved))) }
    if doubled > 0 { context.warn(Self.doubled(doubled, place(firstDoubled))) }
    if missing > 0 { context.warn(Self.missing(missing, place(firstMissing))) }
    for message in broken { context.warn(message.noting("kept", "all lines; paragraphs end where blocks do")) }
    if unmatched > 0 { context.warn(Self.unmatched(unmatched, place(firstUnmatched))) }
  }

  fileprivate static func unresolved(_ count: Int, _ place: SourcePlace) -> Diagnostic {
    let what = count == 1 ? "1 reference leads" : "\(count) references lead"
    return Diagnostic(
      .referenceBroken, "\(what) to no block of the pages; the first is here", at: place,
      notes: [.init("kept", "all lines; the references have no effect")])
  }

  fileprivate static func doubled(_ count: Int, _ place: SourcePlace) -> Diagnostic {
    let what = count == 1 ? "1 reference is" : "\(count) references are"
    return Diagnostic(
      .referenceBroken, "\(what) to a block that an earlier article has; the first is here", at: place,
      notes: [.init("kept", "the lines, in the article that comes first")])
  }

  fileprivate static func missing(_ count: Int, _ place: SourcePlace) -> Diagnostic {
    let what = count == 1 ? "the text of 1 article is" : "the texts of \(count) articles are"
    return Diagnostic(
      .referenceBroken, "\(what) not in the delivery; the first is named here", at: place,
      notes: [.init("kept", "all lines; paragraphs end where blocks do")])
  }

  fileprivate static func unmatched(_ count: Int, _ place: SourcePlace) -> Diagnostic {
    let what = count == 1 ? "the text of 1 article is" : "the texts of \(count) articles are"
    return Diagnostic(
      .inputNotUnderstood, "\(what) not that of its lines; the first is named here", at: place,
      notes: [.init("kept", "all lines; paragraphs end where blocks do")])
  }
}
