import ArgumentParser

/// `[name=]path`: issues whose truth is known, and what to call them.
struct TruthArgument: ExpressibleByArgument {
  var name: String
  var path: String

  /// What stands before the first `=` is the name, unless it is part of a path: `./a=b` is one.
  init?(argument: String) {
    let sign = argument.firstIndex(of: "=").flatMap { argument[..<$0].contains("/") ? nil : $0 }
    path = sign.map { String(argument[argument.index(after: $0)...]) } ?? argument
    name = sign.map { String(argument[..<$0]) } ?? Self.lastPart(of: path)
    if path.isEmpty || name.isEmpty { return nil }
  }

  /// The last part of a path; of a pattern, the last that is none.
  private static func lastPart(of path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != "**" }
    let plain = parts.filter { !$0.contains("*") && !$0.contains("?") }
    return String(plain.last ?? parts.last ?? "/")
  }
}
