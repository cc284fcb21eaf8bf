/// Reads JSON whose form is known, piece by piece, without building a tree of it: a model has some ten thousand numbers,
/// and a command should be ready before they are noticed.
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

  private let bytes: [UInt8]
  private var at = 0

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

  /// Passes a sign such as `[`.
  public mutating func pass(_ sign: Character) throws {
    guard let byte = sign.asciiValue, next() == byte else { throw fault("'\(sign)' is wanted") }
    at += 1
  }

  /// Passes a sign if it is there.
  public mutating func passes(_ sign: Character) -> Bool {
    guard let byte = sign.asciiValue, next() == byte else { return false }
    at += 1
    return true
  }

  /// Calls `body` with each key of an object; it must read the value.
  public mutating func object(_ body: (inout JSONScanner, String) throws -> Void) throws {
    try pass("{")
    if passes("}") { return }
    repeat {
      let key = try string()
      try pass(":")
      try body(&self, key)
    } while passes(",")
    try pass("}")
  }

  /// Calls `body` before each element of an array; it must read the element.
  public mutating func array(_ body: (inout JSONScanner) throws -> Void) throws {
    try pass("[")
    if passes("]") { return }
    repeat { try body(&self) } while passes(",")
    try pass("]")
  }

  /// A text. Of what may be escaped, quotes, backslashes, slashes, line ends and tabs are known.
  public mutating func string() throws -> String {
    try pass("\"")
    let start = at
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
    if at < bytes.count, bytes[at] == 0x22 {
      at += 1
      return String(decoding: bytes[start..<at - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<at])
    while at + 1 < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x5C {
        at += 1
        switch bytes[at] {
        case 0x6E: text.append(0x0A)
        case 0x74: text.append(0x09)
        case 0x22, 0x5C, 0x2F: text.append(bytes[at])
        default: throw fault("an escape that is not known")
        }
      } else {
        text.append(bytes[at])
      }
      at += 1
    }
    guard at < bytes.count, bytes[at] == 0x22 else { throw fault("a text does not end") }
    at += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// A number, rounded as little as its digits allow.
  public mutating func number() throws -> Double {
    _ = next()
    let start = at
    while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
    var index = start
    let isNegative = index < at && bytes[index] == 0x2D
    if isNegative { index += 1 }
    var digits = 0
    var count = 0
    var places = 0
    var isFraction = false
    while index < at {
      let byte = bytes[index]
      if (0x30...0x39).contains(byte) {
        digits = digits * 10 + Int(byte - 0x30)
        count += 1
        if isFraction { places += 1 }
      } else if byte == 0x2E, !isFraction {
        isFraction = true
      } else {
        break
      }
      // More would not be exact.
      if count > 15 { break }
      index += 1
    }
    // Both are exact, so that the quotient is the nearest number (Clinger, PLDI 1990).
    if index == at, count > 0, places <= 22 { return (isNegative ? -1 : 1) * Double(digits) / Self.powers[places] }
    guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)) else {
      throw fault("a number is wanted")
    }
    return value
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private static let powers: [Double] = (0...22).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }
}
