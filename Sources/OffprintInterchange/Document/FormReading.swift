import OffprintJSON
import OffprintKit

/// The small forms that documents are made of.
extension JSONScanner {
  /// Calls `body` with each key that has a value; `null` is as good as no member.
  mutating func members(_ body: (inout JSONScanner, String) throws -> Void) throws {
    try object { scanner, key in
      if !scanner.passesNull() { try body(&scanner, key) }
    }
  }

  func unknown(_ key: String, in what: String) -> Fault { fault("\(what) has no member '\(key)'") }

  /// The value of a member, or a fault if it was not there.
  func required<Value>(_ value: Value?, _ key: String, of what: String) throws -> Value {
    guard let value else { throw fault("\(what) has a member '\(key)', and here it is missing") }
    return value
  }

  /// One of the words of an enum.
  mutating func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) throws -> Word where Word.RawValue == String {
    let text = try string()
    guard let word = Word(rawValue: text) else {
      throw fault("'\(text)' is none of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  mutating func integers() throws -> [Int] {
    var values: [Int] = []
    try array { values.append(try $0.integer()) }
    return values
  }

  /// `[from, to]`, the second the first outside.
  mutating func range() throws -> Range<Int> {
    let (from, to) = try pair()
    guard from >= 0, from <= to else { throw fault("a range ends before it begins") }
    return from..<to
  }

  mutating func pair() throws -> (Int, Int) {
    try pass("[")
    let first = try integer()
    try pass(",")
    let second = try integer()
    try pass("]")
    return (first, second)
  }

  /// `[page, line]`.
  mutating func line() throws -> LineRef {
    let (page, line) = try pair()
    return LineRef(page: page, line: line)
  }

  mutating func lines() throws -> [LineRef] {
    var lines: [LineRef] = []
    try array { lines.append(try $0.line()) }
    return lines
  }

  /// `[left, top, right, bottom]`.
  mutating func box() throws -> Box {
    let values = try integers()
    guard values.count == 4 else { throw fault("a box is [left, top, right, bottom]") }
    return Box(left: values[0], top: values[1], right: values[2], bottom: values[3])
  }
}
