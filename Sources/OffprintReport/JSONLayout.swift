import OffprintJSON
import OffprintKit

/// How reports for scripts stand on their lines.
enum JSONLayout {
  static func document(_ members: [(String, String)]) -> String {
    "{\n" + members.map { "  \(JSONText.string($0.0)): \($0.1)" }.joined(separator: ",\n") + "\n}\n"
  }

  static func listed(_ values: [String]) -> String {
    values.isEmpty ? "[]" : "[\n    " + values.joined(separator: ",\n    ") + "\n  ]"
  }
}
