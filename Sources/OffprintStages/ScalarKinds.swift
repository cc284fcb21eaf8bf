import OffprintModel

/// Properties of characters that texts are asked for one by one. They say what the standard library says; ASCII,
/// Latin-1 and Chinese characters are told by their numbers, which takes a tenth of the time.
extension Unicode.Scalar {
  var isAlphabetic: Bool {
    switch value {
    case 0..<0x80: (value | 0x20) &- 0x61 < 26
    case 0xC0..<0x100: value != 0xD7 && value != 0xF7
    case 0x4E00...0x9FFF: true
    default: properties.isAlphabetic
    }
  }

  var isUppercase: Bool {
    switch value {
    case 0..<0x80: value &- 0x41 < 26
    case 0xC0..<0x100: value < 0xDF && value != 0xD7
    case 0x4E00...0x9FFF: false
    default: properties.isUppercase
    }
  }

  /// The first character of the letter in lower case.
  var lowercased: Unicode.Scalar {
    switch value {
    case 0..<0x80, 0xC0..<0x100: isUppercase ? Unicode.Scalar(UInt8(value + 0x20)) : self
    case 0x4E00...0x9FFF: self
    default: properties.lowercaseMapping.unicodeScalars.first ?? self
    }
  }
}

extension Line {
  /// The characters of the line's text.
  var scalars: [Unicode.Scalar] {
    // All empty arrays share a storage, and to fill one writes to it.
    guard !isEmpty else { return [] }
    return utf8.withUnsafeBufferPointer { bytes in
      [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { scalars, count in
        var index = 0
        while index < bytes.count {
          let (value, length) = Letters.scalar(bytes, index)
          index += length
          // Never more scalars than bytes, so there is room.
          scalars.initializeElement(at: count, to: Unicode.Scalar(value) ?? "\u{FFFD}")
          count += 1
        }
      }
    }
  }
}
