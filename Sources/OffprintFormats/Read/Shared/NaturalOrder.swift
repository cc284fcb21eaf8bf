/// The order a person puts files in: numbers in names count by their value, so that `p9` comes before `p10`, and a name
/// that ends comes before one that goes on, so that `p.xml` comes before `p-2.xml`.
enum NaturalOrder {
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    var (i, j) = (0, 0)
    while i < x.count, j < y.count {
      if isDigit(x[i]), isDigit(y[j]) {
        let (first, second) = (number(in: x, at: &i), number(in: y, at: &j))
        if first.count != second.count { return first.count < second.count }
        if first != second { return first.lexicographicallyPrecedes(second) }
      } else if x[i] != y[j] {
        return rank(x[i]) < rank(y[j])
      } else {
        i += 1
        j += 1
      }
    }
    if i < x.count || j < y.count { return j < y.count }
    // Equal but for leading zeros: the bytes decide, so that the order is the same every time.
    return x.lexicographicallyPrecedes(y)
  }

  /// What ends a name, `/` and `.`, comes before all else.
  private static func rank(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "/"): 0
    case UInt8(ascii: "."): 1
    default: max(2, byte)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The digits from `at` on without leading zeros.
  private static func number(in bytes: [UInt8], at: inout Int) -> ArraySlice<UInt8> {
    let start = at
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
    return bytes[start..<at].drop { $0 == 0x30 }
  }
}
