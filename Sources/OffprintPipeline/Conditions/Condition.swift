import OffprintDiagnostics
import OffprintKit

/// A condition of a `when:`, read and typed.
///
/// ```
/// condition  = and { "or" and }
/// and        = term { "and" term }
/// term       = "not" term | "(" condition ")" | field [ sign value ]
/// ```
struct Condition: Sendable {
  /// True for what the stage is to work on.
  let holds: @Sendable (ConditionSubject) -> Bool
  /// True if it looks at pages or articles, not only at the issue.
  let isLocal: Bool

  init(_ text: String, scope: StageScope) throws {
    var parser = ConditionParser(tokens: try ConditionToken.tokens(of: text), scope: scope)
    holds = try parser.condition()
    guard parser.next.isEnd else {
      throw ConditionFault(
        "the condition should end here", at: parser.next.offset, length: parser.next.length,
        fix: "join comparisons with and, or")
    }
    isLocal = parser.isLocal
  }
}

private struct ConditionParser {
  let tokens: [ConditionToken]
  let scope: StageScope
  var at = 0
  var isLocal = false
  /// How many brackets and `not`s are open; each takes a bit of the stack.
  private var depth = 0
  private static let deepest = 100

  typealias Test = @Sendable (ConditionSubject) -> Bool

  init(tokens: [ConditionToken], scope: StageScope) {
    self.tokens = tokens
    self.scope = scope
  }

  var next: ConditionToken { tokens[min(at, tokens.count - 1)] }

  mutating func take(_ word: String) -> Bool {
    guard next.kind == .name(word) || next.kind == .sign(word) else { return false }
    at += 1
    return true
  }

  mutating func condition() throws -> Test {
    var test = try conjunction()
    while take("or") {
      let (left, right) = (test, try conjunction())
      test = { left($0) || right($0) }
    }
    return test
  }

  mutating func conjunction() throws -> Test {
    var test = try term()
    while take("and") {
      let (left, right) = (test, try term())
      test = { left($0) && right($0) }
    }
    return test
  }

  mutating func term() throws -> Test {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw ConditionFault(
        "the condition has more than \(Self.deepest) brackets in each other", at: next.offset, length: next.length)
    }
    if take("not") {
      let test = try term()
      return { !test($0) }
    }
    if take("(") {
      let test = try condition()
      guard take(")") else {
        throw ConditionFault("a bracket is never closed", at: next.offset, length: 1, fix: "add ')'")
      }
      return test
    }
    return try comparison()
  }

  mutating func comparison() throws -> Test {
    let token = next
    guard case .name(let name) = token.kind else {
      throw ConditionFault(
        "a field should stand here", at: token.offset, length: token.length, note: fieldNames)
    }
    at += 1
    let field = try field(name, token)
    guard case .sign(let sign) = next.kind, sign != ")", sign != "(" else {
      guard field.kind == .truth else {
        throw ConditionFault(
          "'\(name)' is a \(field.kind.rawValue) and needs a comparison", at: token.offset, length: token.length,
          fix: "write \(name) == …")
      }
      return { field.value($0) == .truth(true) }
    }
    guard sign == "==" || sign == "!=" || field.kind.hasOrder else {
      throw ConditionFault(
        "'\(name)' has no order, so it is compared with == or != only", at: next.offset, length: next.length)
    }
    at += 1
    let literal = try literal(for: field)
    return Self.test(field, sign, literal)
  }

  private mutating func field(_ name: String, _ token: ConditionToken) throws -> ConditionField {
    guard let field = ConditionField.all.first(where: { $0.name == name }) else {
      throw ConditionFault(
        "there is no field '\(name)'", at: token.offset, length: token.length,
        fix: NearestName.question(name, among: allowed.map(\.name)), note: fieldNames)
    }
    guard field.scope == .issue || field.scope == scope else {
      throw ConditionFault(
        "'\(name)' cannot be asked of a stage that works on \(scope == .issue ? "whole issues" : "each \(scope.rawValue)")",
        at: token.offset, length: token.length, note: fieldNames)
    }
    if field.scope != .issue { isLocal = true }
    return field
  }

  private var allowed: [ConditionField] { ConditionField.all.filter { $0.scope == .issue || $0.scope == scope } }
  private var fieldNames: String { allowed.map(\.name).joined(separator: ", ") }

  private mutating func literal(for field: ConditionField) throws -> ConditionValue {
    let token = next
    at += 1
    switch (field.kind, token.kind) {
    case (.text, .text(let text)):
      guard field.choices.isEmpty || field.choices.contains(text) else { throw Self.never(field, text, token) }
      return .text(text)
    case (.language, .text(let text)): return .text(text.lowercased())
    case (.number, .number(let number)): return .number(number)
    case (.truth, .name("true")): return .truth(true)
    case (.truth, .name("false")): return .truth(false)
    case (.date, .text(let text)):
      if let date = IssueDate(text) { return .text(date.iso) }
      fallthrough
    default:
      let wanted =
        switch field.kind {
        case .text: "a text in quotes"
        case .language: "a language in quotes, such as \"de\""
        case .number: "a number"
        case .truth: "true or false"
        case .date: "a date in quotes, such as \"1858-12-07\""
        }
      throw ConditionFault("'\(field.name)' is compared with \(wanted)", at: token.offset, length: token.length)
    }
  }

  /// A field without a value equals nothing and is neither more nor less than anything.
  private static func test(_ field: ConditionField, _ sign: String, _ literal: ConditionValue) -> Test {
    { subject in
      guard let value = field.value(subject) else { return sign == "!=" }
      switch (value, literal) {
      case (.text(let a), .text(let b)) where field.kind == .language:
        // Basic filtering, RFC 4647, section 3.3.1.
        let tag = a.lowercased()
        return compare(tag, b, sign, isSame: tag == b || tag.hasPrefix(b + "-"))
      case (.text(let a), .text(let b)) where field.kind == .date:
        // As precisely as both are known: no day of a year is before or after that year.
        let precision = min(a.utf8.count, b.utf8.count)
        let (one, other) = (a.prefix(precision), b.prefix(precision))
        return compare(one, other, sign, isSame: one == other)
      case (.text(let a), .text(let b)): return compare(a, b, sign, isSame: a == b)
      case (.number(let a), .number(let b)): return compare(a, b, sign, isSame: a == b)
      default: return (value == literal) == (sign == "==")
      }
    }
  }

  private static func compare<T: Comparable>(_ a: T, _ b: T, _ sign: String, isSame: Bool) -> Bool {
    switch sign {
    case "==": isSame
    case "!=": !isSame
    case "<": a < b && !isSame
    case "<=": a < b || isSame
    case ">": a > b && !isSame
    default: a > b || isSame
    }
  }

  fileprivate static func never(_ field: ConditionField, _ text: String, _ token: ConditionToken) -> ConditionFault {
    ConditionFault(
      "'\(field.name)' is one of \(field.choices.joined(separator: ", ")), not '\(text)'", at: token.offset,
      length: token.length, fix: NearestName.question(text, among: field.choices))
  }
}
