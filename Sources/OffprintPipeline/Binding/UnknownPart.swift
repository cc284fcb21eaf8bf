import OffprintDiagnostics
import OffprintKit

/// A name in a pipeline file that no part of the program has.
enum UnknownPart {
  /// - Parameter kind: `stage`, `reader`, `writer` or `check`.
  static func diagnostic(
    _ kind: String, _ name: String, among names: [String], at place: SourcePlace, _ registry: Registry
  ) -> Diagnostic {
    let near = NearestName.question(name, among: names)
    var notes: [Diagnostic.Note] = [.init("\(kind)s", names.joined(separator: ", "))]
    // Nothing is loaded from a folder that the operator did not name, and it is easily forgotten.
    if near == nil, kind != "reader", registry.plugins.allSatisfy(\.isPartOfProgram) {
      notes.append(.init("plugins", "none was named; what a plugin brings is there with --plugins FOLDER"))
    }
    notes.append(.init("more", "offprint list \(kind)s"))
    return Diagnostic(
      .nameNotRegistered, "there is no \(kind) '\(name)'", at: place, fix: near ?? runTogether(name), notes: notes)
  }

  /// To YAML an entry that is set in under another is more text of that one.
  private static func runTogether(_ name: String) -> String? {
    guard let dash = name.firstRange(of: " - ") else { return nil }
    return "set '- \(name[dash.upperBound...])' in as the entry before it: now the two are one text"
  }
}
