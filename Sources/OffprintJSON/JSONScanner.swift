/// Reads JSON whose form is known, piece by piece, without building a tree of it: a model has some ten thousand numbers,
/// and a command should be ready before they are noticed.
///
/// Any bytes are safe: what is no JSON, goes too deep or ends too soon is a `Fault`.
public struct JSONScanner {
  /// What stands where something else is wanted.
  public struct Fault: Error, Hashable {
    public var reason: String
    /// Counted from 1.
    public var line: Int

    public init(reason: String, line: Int) {
      self.reason = reason
      self.line = line
    }
  }

  /// Objects and arrays within each other, at most: no form that we read has more than a dozen.
  public static let deepest = 100

  let bytes: [UInt8]
  var at = 0
  private var depth = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public func fault(_ reason: String) -> Fault {
    Fault(reason: reason, line: 1 + bytes[..<min(at, bytes.count)].count { $0 == 0x0A })
  }

  // MARK: Pieces

  /// The next byte that is no white space; 0 at the end. It is not passed.
  public mutating func next() -> UInt8 {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return bytes[at]
      }
    }
    return 0
  }

  /// Passes a sign such as `[`, one of ASCII.
  public mutating func pass(_ sign: Unicode.Scalar) throws {
    guard next() == UInt8(ascii: sign) else { throw fault("'\(sign)' is wanted") }
    at += 1
  }

  /// Passes a sign if it is there.
  public mutating func passes(_ sign: Unicode.Scalar) -> Bool {
    guard next() == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  /// Calls `body` with each key of an object; it must read the value.
  public mutating func object(_ body: (inout JSONScanner, String) throws -> Void) throws {
    try pass("{")
    if passes("}") { return }
    try deepen()
    repeat {
      let key = try string()
      try pass(":")
      try body(&self, key)
    } while passes(",")
    depth -= 1
    try pass("}")
  }

  /// Calls `body` before each element of an array; it must read the element.
  public mutating func array(_ body: (inout JSONScanner) throws -> Void) throws {
    try pass("[")
    if passes("]") { return }
    try deepen()
    repeat { try body(&self) } while passes(",")
    depth -= 1
    try pass("]")
  }

  private mutating func deepen() throws {
    depth += 1
    if depth > Self.deepest { throw fault("objects and arrays stand more than \(Self.deepest) deep") }
  }

  /// `true` or `false`.
  public mutating func boolean() throws -> Bool {
    if passesWord("true") { return true }
    if passesWord("false") { return false }
    throw fault("'true' or 'false' is wanted")
  }

  /// Passes `null` if it is there.
  public mutating func passesNull() -> Bool { passesWord("null") }

  private mutating func passesWord(_ word: StaticString) -> Bool {
    _ = next()
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for index in at..<end where bytes[index] != word.utf8Start[index - at] { return false }
    at = end
    return true
  }

  /// Passes a value of any kind.
  public mutating func skip() throws {
    switch next() {
    case UInt8(ascii: "{"): try object { scanner, _ in try scanner.skip() }
    case UInt8(ascii: "["): try array { try $0.skip() }
    case UInt8(ascii: "\""): _ = try text()
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
    case UInt8(ascii: "n"): if !passesNull() { throw fault("a value is wanted") }
    case 0: throw fault("a value is wanted, and here is the end")
    default: _ = try number()
    }
  }
}
