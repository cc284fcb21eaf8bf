import OffprintKit

/// Reads limits in words and units.
enum Limits {
  /// `[at least|at most] NUMBER[%] [unit]`; nil if the text is none, or its unit is another.
  static func limit(_ text: String, for spec: CheckSpec) -> Limit? {
    var rest = text
    var bound = spec.bound
    for candidate in [CheckSpec.Bound.atLeast, .atMost] where rest.hasPrefix(candidate.rawValue + " ") {
      bound = candidate
      rest = String(rest.dropFirst(candidate.rawValue.count + 1))
    }
    let isShare = rest.contains("%")
    guard let number = number(&rest), rest.isEmpty || rest == spec.unit else { return nil }
    guard !isShare || number <= 1 else { return nil }
    return Limit(bound: bound, value: number, written: text)
  }

  /// `2%`, or `50 issues`.
  static func stopAfter(_ text: String) -> RunPolicy.StopAfter? {
    var rest = text
    guard let number = number(&rest), number >= 0 else { return nil }
    if text.hasSuffix("%"), rest.isEmpty { return number <= 1 ? .share(number) : nil }
    guard rest == "issues" || rest == "issue", number >= 1, number == number.rounded() else { return nil }
    return .issues(Int(number))
  }

  /// Takes a number, a percentage as a share, and the space after it.
  private static func number(_ rest: inout String) -> Double? {
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    guard let number = Double(digits), number < 1e9 else { return nil }
    rest = String(rest.dropFirst(digits.count))
    if rest.hasPrefix("%") {
      rest = String(rest.dropFirst())
      if rest.hasPrefix(" ") { rest.removeFirst() }
      return number / 100
    }
    if rest.hasPrefix(" ") { rest.removeFirst() }
    return number
  }
}
