import ArgumentParser

/// `name=value`.
struct Assignment: ExpressibleByArgument {
  var name: String
  var value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }

  /// The values by their names.
  static func values(of assignments: [Assignment]) -> [String: String] {
    Dictionary(assignments.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// Two values for one name are a mistake, not the last one's victory.
  static func refuseRepeated(_ assignments: [Assignment]) throws {
    var seen: Set<String> = []
    for assignment in assignments where !seen.insert(assignment.name).inserted {
      throw ValidationError("--var \(assignment.name) is given twice.")
    }
  }
}
