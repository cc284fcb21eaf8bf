import OffprintDiagnostics
import OffprintKit

extension Diagnostic {
  /// What to say of the name of a reader that is not there.
  static func unknownReader(_ name: String, _ registry: Registry) -> Diagnostic {
    let known = registry.readers.keys.sorted()
    return Diagnostic(
      .unknownName, "there is no reader '\(name)'", fix: NearestName.question(name, among: known),
      notes: [.init("readers", known.joined(separator: ", "))])
  }
}
