/// The difference of two texts line by line, for people.
public struct LineDiff: Sendable {
  public enum Line: Hashable, Sendable {
    case same(String)
    case missing(String)
    case unexpected(String)
  }

  public let lines: [Line]

  /// - Parameters:
  ///   - expected: what should be there; its lines that are not are `missing`.
  ///   - actual: what is there; its lines that should not be are `unexpected`.
  public init(expected: String, actual: String) {
    let wanted = Self.split(expected)
    let got = Self.split(actual)
    // The standard library's difference is a shortest edit script (Myers 1986).
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in got.difference(from: wanted) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var at = 0
    for (index, line) in wanted.enumerated() {
      if removed.contains(index) {
        lines.append(.missing(line))
        continue
      }
      while inserted.contains(at) {
        lines.append(.unexpected(got[at]))
        at += 1
      }
      lines.append(.same(line))
      at += 1
    }
    lines += got[at...].map { .unexpected($0) }
    self.lines = lines
  }

  /// Missing lines with `-`, unexpected ones with `+`, and up to `context` equal lines around them.
  public func shown(context: Int = 2) -> [String] {
    var near = [Bool](repeating: false, count: lines.count)
    for (index, line) in lines.enumerated() {
      if case .same = line { continue }
      for close in max(0, index - context)...min(lines.count - 1, index + context) { near[close] = true }
    }
    var shown: [String] = []
    for (index, line) in lines.enumerated() {
      guard near[index] else {
        if index > 0, near[index - 1] { shown.append("  …") }
        continue
      }
      if shown.isEmpty, index > 0 { shown.append("  …") }
      switch line {
      case .same(let text): shown.append("  \(text)")
      case .missing(let text): shown.append("- \(text)")
      case .unexpected(let text): shown.append("+ \(text)")
      }
    }
    return shown
  }

  private static func split(_ text: String) -> [String] {
    text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
