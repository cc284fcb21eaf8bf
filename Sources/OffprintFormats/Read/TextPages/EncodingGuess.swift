/// Finds out in which encoding a text is.
///
/// A mark tells; so does a text that is UTF-8 without a fault, which none in another encoding is by chance. Of the
/// others the one is taken that is without faults and has the most characters that are common in its language; a text of
/// a few words may deceive it, so `encoding:` overrules it.
struct EncodingGuess {
  var encoding: TextEncoding
  /// False if another encoding comes near.
  var isSure = true

  /// How much of a file is looked at.
  private static let sample = 1 << 16

  /// nil if it is in none that is known, and is to be read as UTF-8 with faults.
  init?(_ bytes: [UInt8]) {
    if let mark = TextEncoding.mark(of: bytes) {
      encoding = mark.encoding
      return
    }
    if Self.isISO2022JP(bytes) {
      encoding = .iso2022JP
      return
    }
    if String(validating: bytes, as: UTF8.self) != nil, !Self.hasUTF16(bytes) {
      encoding = .utf8
      return
    }
    guard let found = Self.wide(bytes) ?? Self.eastAsian(bytes) ?? Self.western(bytes) else { return nil }
    self = found
  }

  private init(_ encoding: TextEncoding, isSure: Bool = true) {
    self.encoding = encoding
    self.isSure = isSure
  }

  /// Japanese in seven bits is valid UTF-8 too, and looks like nonsense; the escapes to and from its characters tell,
  /// `ESC $ B` or the older `ESC $ @`.
  private static func isISO2022JP(_ bytes: [UInt8]) -> Bool {
    let head = wholeLines(of: bytes)
    var escapes = 0
    for (at, byte) in zip(head.indices, head) where byte == 0x1B || byte >= 0x80 {
      guard byte == 0x1B else { return false }
      let next = head[(at + 1)...].prefix(2)
      if next.elementsEqual([0x24, 0x42]) || next.elementsEqual([0x24, 0x40]) { escapes += 1 }
    }
    guard escapes > 0, let made = try? TextConversion(head, from: .iso2022JP, file: "") else { return false }
    return made.replaced * 10 <= escapes
  }

  /// Latin letters in UTF-16 are valid UTF-8, with a zero byte beside each.
  private static func hasUTF16(_ bytes: [UInt8]) -> Bool {
    let zeros = bytes.prefix(sample).count { $0 == 0 }
    return zeros * 20 > min(bytes.count, sample)
  }

  /// UTF-16 and UTF-32 without a mark: read the right way round, most characters are of the kinds that texts are made of;
  /// read the wrong way, they are rare ones.
  private static func wide(_ bytes: [UInt8]) -> EncodingGuess? {
    let head = bytes.prefix(sample)
    var best: (encoding: TextEncoding, share: Double)?
    for (encoding, width) in [
      (TextEncoding.utf32LittleEndian, 4), (.utf32BigEndian, 4), (.utf16LittleEndian, 2), (.utf16BigEndian, 2),
    ] where head.count >= 4 * width && bytes.count % width == 0 {
      guard let made = try? TextConversion(head, from: encoding, file: ""), made.replaced * 100 * width <= head.count
      else { continue }
      let share = CommonCharacters.share(in: made.text)
      if share > best?.share ?? 0 { best = (encoding, share) }
    }
    guard let best, best.share >= 0.4 else { return nil }
    return EncodingGuess(best.encoding)
  }

  private static let candidates: [(encoding: TextEncoding, writing: CommonCharacters.Writing)] = [
    (.gb18030, .chinese), (.big5, .chinese), (.shiftJIS, .japanese), (.eucJP, .japanese), (.eucKR, .korean),
  ]

  private static func eastAsian(_ bytes: [UInt8]) -> EncodingGuess? {
    let head = wholeLines(of: bytes)
    let high = head.count { $0 >= 0x80 }
    guard high >= 4 else { return nil }
    var found: [(encoding: TextEncoding, share: Double)] = []
    for (encoding, writing) in candidates {
      guard let made = try? TextConversion(head, from: encoding, file: ""), made.replaced * 100 <= high,
        let (share, letters) = CommonCharacters.share(in: made.text, of: writing), letters * 4 >= high
      else { continue }
      found.append((encoding, share))
    }
    found.sort { $0.share > $1.share }
    guard let best = found.first, best.share >= 0.25 else { return nil }
    let next = found.dropFirst().first?.share ?? 0
    return EncodingGuess(best.encoding, isSure: best.share >= 2 * next && best.share >= 0.35)
  }

  /// Western European: high bytes are letters between letters, or the marks that printers set around words.
  private static func western(_ bytes: [UInt8]) -> EncodingGuess? {
    let head = bytes.prefix(sample)
    var high = 0
    var likely = 0
    for (at, byte) in head.enumerated() where byte >= 0x80 {
      high += 1
      let before = at > 0 ? head[at - 1] : 0x20
      let after = at + 1 < head.count ? head[at + 1] : 0x20
      if isLetter(byte) ? isWordByte(before) || isWordByte(after) : marks.contains(byte) { likely += 1 }
    }
    guard high > 0, likely * 5 >= high * 4 else { return nil }
    // Text in UTF-8 of which some bytes are damaged is not that.
    let isDamagedUTF8 = validSequences(head) * 3 > high
    return isDamagedUTF8 ? nil : EncodingGuess(.windows1252, isSure: high * 4 < head.count)
  }

  /// Letters of Western European languages, those that none of them has left out: ¥-like bytes, ð, þ, ÿ.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xD0, 0xD7, 0xDE, 0xF0, 0xF7, 0xFE, 0xFF: false
    case 0xC0...0xFE, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: true
    default: false
    }
  }

  /// `€ ‚ „ … † ‘ ’ “ ” • – — £ § « ° » ¼ ½ ¾ ª º ´ · ¿ ¡`, soft hyphens and hard spaces.
  private static let marks: Set<UInt8> = [
    0x80, 0x82, 0x84, 0x85, 0x86, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA1, 0xA3, 0xA7, 0xAA, 0xAB, 0xAC,
    0xAD, 0xB0, 0xB4, 0xB7, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF,
  ]

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC0
  }

  /// Bytes in whole UTF-8 sequences of more than one byte.
  private static func validSequences(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let more = bytes[at] >= 0xF0 ? 3 : bytes[at] >= 0xE0 ? 2 : bytes[at] >= 0xC2 ? 1 : 0
      let end = at + more + 1
      if more > 0, end <= bytes.endIndex, bytes[(at + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        count += more + 1
        at = end
      } else {
        at += 1
      }
    }
    return count
  }

  /// The beginning of a text up to a line end, so that no character is cut.
  private static func wholeLines(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard bytes.count > sample else { return bytes[...] }
    let head = bytes[..<sample]
    return head.lastIndex(of: 0x0A).map { head[...$0] } ?? head
  }
}
