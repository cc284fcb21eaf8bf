/// Numbers.
extension JSONScanner {
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
    guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)), value.isFinite else {
      throw fault("a number is wanted")
    }
    return value
  }

  /// A whole number without a fraction or an exponent, and of no more than 18 digits.
  public mutating func integer() throws -> Int {
    _ = next()
    let isNegative = at < bytes.count && bytes[at] == 0x2D
    if isNegative { at += 1 }
    let start = at
    var value = 0
    while at < bytes.count, (0x30...0x39).contains(bytes[at]), at - start < 18 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > start, at == bytes.count || !Self.isOfNumber(bytes[at]) else { throw fault("a whole number is wanted") }
    return isNegative ? -value : value
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private static let powers: [Double] = (0...22).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }
}
