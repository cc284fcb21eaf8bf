/// Characters that a text may not keep: controls, marks without width, spaces of other kinds, and soft hyphens that
/// mark no line end.
enum StrayCharacters {
  struct Found {
    /// Control characters and non-characters that became spaces.
    var controls = 0
    var isChanged = false
  }

  /// Clears a line in place.
  ///
  /// - Parameter keepsGaps: true for a text page, where a run of spaces is a place on the page. There a soft hyphen
  ///   before such a run ends a column's line and stays.
  static func clear(_ scalars: inout [Unicode.Scalar], keepsGaps: Bool) -> Found {
    var found = Found()
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      switch fate(of: scalar) {
      case .keep:
        out.append(scalar)
      case .space:
        out.append(" ")
        if scalar != " " { found.isChanged = true }
      case .remove:
        found.isChanged = true
      case .control:
        found.controls += 1
        found.isChanged = true
        out.append(" ")
      case .softHyphen:
        if endsLine(scalars, at: index, keepsGaps: keepsGaps) {
          out.append(scalar)
        } else {
          found.isChanged = true
          // The same mark read in the wrong encoding is `Â` and a soft hyphen.
          if out.last == "\u{C2}" { out.removeLast() }
        }
      }
    }
    if found.isChanged { trim(&out, keepsGaps: keepsGaps) }
    scalars = out
    return found
  }

  private enum Fate {
    case keep, space, remove, softHyphen
    /// Becomes a space, as in XML input.
    case control
  }

  private static func fate(of scalar: Unicode.Scalar) -> Fate {
    switch scalar.value {
    case 0x20: .space
    case 0x00...0x1F, 0x7F...0x9F: .control
    case 0xAD: .softHyphen
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x200B, 0x2060, 0xFEFF: .remove
    case 0xFDD0...0xFDEF: .control
    case let value where value & 0xFFFE == 0xFFFE: .control
    default: .keep
    }
  }

  private static func endsLine(_ scalars: [Unicode.Scalar], at index: Int, keepsGaps: Bool) -> Bool {
    var spaces = 0
    for later in scalars[(index + 1)...] {
      guard case .space = fate(of: later) else { return keepsGaps && spaces >= 2 }
      spaces += 1
    }
    return true
  }

  /// Takes spaces off both ends, and makes one of several unless they are places on the page.
  private static func trim(_ scalars: inout [Unicode.Scalar], keepsGaps: Bool) {
    while scalars.last == " " { scalars.removeLast() }
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar == " ", out.isEmpty || (!keepsGaps && out.last == " ") { continue }
      out.append(scalar)
    }
    scalars = out
  }

  /// The scalars of UTF-8; bytes that are none become U+FFFD.
  static func decode(_ bytes: ArraySlice<UInt8>, into scalars: inout [Unicode.Scalar]) {
    scalars.removeAll(keepingCapacity: true)
    var decoder = UTF8()
    var bytes = bytes.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): scalars.append(scalar)
      case .error: scalars.append("\u{FFFD}")
      case .emptyInput: return
      }
    }
  }

  static func encode(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 3)
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return bytes
  }
}
