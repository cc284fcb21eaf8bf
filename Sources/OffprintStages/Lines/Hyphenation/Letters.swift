import OffprintModel

/// Code points of UTF-8 bytes, and what dehyphenation asks of them: is it a letter, is it a capital, what is it when
/// case and old letter forms are put aside.
///
/// The standard library's properties answer the same for all of Unicode, at thirty times the cost; these look at
/// every word of an issue.
enum Letters {
  /// The code point that starts at `index`, and how many bytes it takes. Broken UTF-8 gives U+FFFD and one byte.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let left = bytes.count - index
    if lead < 0xE0, lead >= 0xC2, left > 1 {
      return (UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
    }
    if lead >= 0xE0, lead < 0xF0, left > 2 {
      return (
        UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3
      )
    }
    if lead >= 0xF0, lead < 0xF5, left > 3 {
      return (
        UInt32(lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
          | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), 4
      )
    }
    return (0xFFFD, 1)
  }

  /// The first code point of `bytes`; nil if there is none.
  static func first(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    bytes.withUnsafeBufferPointer { $0.isEmpty ? nil : scalar($0, 0).value }
  }

  /// The last code point of `bytes`; nil if there is none.
  static func last(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard !bytes.isEmpty else { return nil }
    var start = bytes.endIndex - 1
    while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80, bytes.endIndex - start < 4 { start -= 1 }
    return first(bytes[start...])
  }

  /// Letters, with the combining marks and private letters of old prints; U+FFFD, which stands for a letter that was
  /// lost, is one too. Characters of writing without spaces are not.
  @inline(__always)
  static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
    switch value {
    case 0xAA, 0xB5, 0xBA: return true
    case 0x80..<0xC0, 0xD7, 0xF7: return false
    case 0xC0..<0x2000: return true
    case 0x2C60..<0x2E00, 0xA720..<0xD7B0, 0xE000..<0xF900, 0xFB00..<0xFB50, 0xFFFD: return true
    default: return false
    }
  }

  @inline(__always)
  static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

  static func isUnspaced(_ value: UInt32) -> Bool {
    Unicode.Scalar(value).map(Script.isUnspaced) ?? false
  }

  /// The hyphens that stand inside words: HYPHEN-MINUS, HYPHEN, NON-BREAKING HYPHEN, the oblique ones of Fraktur.
  @inline(__always)
  static func isHyphen(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x2010 || value == 0x2011 || value == 0x2E17 || value == 0x2E40
  }

  static func isApostrophe(_ value: UInt32) -> Bool { value == 0x27 || value == 0x2019 || value == 0x02BC }

  /// Lower case, for the Latin, Greek and Cyrillic letters of the blocks up to U+04FF.
  @inline(__always)
  static func lower(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value &- 0x41 < 26 ? value | 0x20 : value }
    switch value {
    case 0xC0...0xDE: return value == 0xD7 ? value : value + 0x20
    case 0x0130: return 0x69
    case 0x0178: return 0xFF
    case 0x0100...0x0137, 0x014A...0x0177, 0x0460...0x0481, 0x048A...0x04BF, 0x04D0...0x04FF: return value | 1
    case 0x0139...0x0148, 0x0179...0x017E: return value & 1 == 1 ? value + 1 : value
    case 0x0391...0x03AB: return value + 0x20
    case 0x0400...0x040F: return value + 0x50
    case 0x0410...0x042F: return value + 0x20
    default: return value
    }
  }

  /// True for a small letter; false for capitals and for letters of writing that has no case.
  @inline(__always)
  static func isSmall(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x80: value &- 0x61 < 26
    case 0xDF...0xFF: value != 0xF7
    case 0x100..<0x180, 0x460..<0x530: !isCapital(value)
    case 0x3AC..<0x3CF, 0x430..<0x460: true
    case 0x1E00..<0x1F00: value & 1 == 1
    case 0xFB00..<0xFB07: true
    default: false
    }
  }

  /// How many code points `bytes` has.
  static func count(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// `bytes` in lower case, long s as s; letters beyond ASCII stay as they are.
  static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0xC5, index + 1 < bytes.endIndex, bytes[index + 1] == 0xBF {
        out.append(0x73)
        index += 2
      } else {
        out.append(bytes[index] &- 0x41 < 26 ? bytes[index] | 0x20 : bytes[index])
        index += 1
      }
    }
    return out
  }

  @inline(__always)
  static func isCapital(_ value: UInt32) -> Bool { lower(value) != value }
}
