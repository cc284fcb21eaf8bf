/// What one pass over a line's bytes finds to do. Letters with accents, dashes and quotation marks need nothing, so
/// that European lines are left alone without decoding them.
struct LineNeeds {
  private(set) var hasNonASCII = false
  /// Control characters, soft hyphens, spaces other than U+0020, characters without width, non-characters.
  private(set) var hasStrays = false
  /// Spaces in a line of Chinese or Japanese.
  private(set) var hasUnspacedScript = false

  var isAny: Bool { hasStrays || hasUnspacedScript }

  init(of bytes: ArraySlice<UInt8>) {
    var hasSpace = false
    var hasCJK = false
    bytes.withUnsafeBufferPointer { line in
      func byte(_ at: Int) -> UInt8 { at < line.count ? line[at] : 0 }
      var at = 0
      while at < line.count {
        let first = line[at]
        at += 1
        if first < 0x80 {
          if first == 0x20 { hasSpace = true } else if first < 0x20 || first == 0x7F { hasStrays = true }
          continue
        }
        hasNonASCII = true
        switch first {
        case 0xC2: if byte(at) <= 0xA0 || byte(at) == 0xAD { hasStrays = true }
        case 0xE1: if byte(at) == 0x9A && byte(at + 1) == 0x80 { hasStrays = true }
        case 0xE2:
          let (second, third) = (byte(at), byte(at + 1))
          if second == 0x80, third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF { hasStrays = true }
          if second == 0x81, third == 0x9F || third == 0xA0 { hasStrays = true }
          if second >= 0xBA { hasCJK = true }
        case 0xE3:
          if byte(at) == 0x80 && byte(at + 1) == 0x80 { hasStrays = true }
          hasCJK = true
        case 0xE4...0xE9: hasCJK = true
        case 0xEF:
          let (second, third) = (byte(at), byte(at + 1))
          if second == 0xBB && third == 0xBF { hasStrays = true }
          if second == 0xBF && third >= 0xBE { hasStrays = true }
          if second == 0xB7 && (0x90...0xAF).contains(third) { hasStrays = true }
          hasCJK = true
        case 0xF0...0xF4:
          // U+nFFFE and U+nFFFF, and the ideographs beyond the basic plane.
          if byte(at + 1) == 0xBF && byte(at + 2) >= 0xBE { hasStrays = true }
          hasCJK = true
        default: break
        }
      }
    }
    // An ideographic space becomes a plain one and may then be one to close.
    hasUnspacedScript = hasCJK && (hasSpace || hasStrays)
  }
}
