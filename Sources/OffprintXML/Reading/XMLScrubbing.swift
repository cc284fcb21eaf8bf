import CByteScan

/// What had to be replaced in a file, since no XML may hold it.
public struct XMLScrubbing: Hashable, Sendable {
  /// C0 control characters other than tab, line feed and carriage return, and references to such; a space stands
  /// for each.
  public var controlCharacters = 0
  /// Places that are not UTF-8, and U+FFFE and U+FFFF; U+FFFD stands for each. Only in files that are UTF-8.
  public var invalidUTF8 = 0
  /// Bytes that mean nothing in the encoding that a file says it has, where that is not UTF-8; U+FFFD stands for each.
  /// A parser would refuse the file for one of them, or end there.
  public var undefinedBytes = 0

  public init() {}

  public var isEmpty: Bool { controlCharacters == 0 && invalidUTF8 == 0 && undefinedBytes == 0 }

  public static func + (a: XMLScrubbing, b: XMLScrubbing) -> XMLScrubbing {
    var sum = a
    sum.controlCharacters += b.controlCharacters
    sum.invalidUTF8 += b.invalidUTF8
    sum.undefinedBytes += b.undefinedBytes
    return sum
  }

  /// The file with what XML forbids replaced; the same array if there is nothing to replace.
  ///
  /// Lines keep their numbers. A file of another encoding that begins as ASCII does becomes UTF-8, and its declaration
  /// white space. Files in UTF-16 and other encodings in which a byte below 0x20 may be part of a character are left
  /// as they are, and so are those of unknown ones: in them the parser's own word holds.
  static func scrub(_ bytes: [UInt8]) -> (bytes: [UInt8], found: XMLScrubbing) {
    switch InputEncoding(of: bytes) {
    case .utf8: return scrub(utf8: bytes)
    case .untouchable: return (bytes, XMLScrubbing())
    case .legacy(let name):
      guard var made = scrub(bytes, from: name) else { return (bytes, XMLScrubbing()) }
      if let end = made.bytes.firstIndex(of: UInt8(ascii: ">")) {
        for index in 0...end where made.bytes[index] != 0x0A && made.bytes[index] != 0x0D { made.bytes[index] = 0x20 }
      }
      return made
    }
  }

  /// A file of another encoding made UTF-8; nil if the system does not know that.
  static func scrub(
    _ bytes: some Collection<UInt8>, from encoding: String, unit: Int = 1
  ) -> (bytes: [UInt8], found: XMLScrubbing)? {
    guard let made = ByteConversion(bytes, from: encoding, unit: unit) else { return nil }
    var (text, found) = scrub(utf8: made.text)
    found.undefinedBytes = made.replaced
    return (text, found)
  }

  /// The same for a file that is, or should be, UTF-8.
  static func scrub(utf8 bytes: [UInt8]) -> (bytes: [UInt8], found: XMLScrubbing) {
    var found = XMLScrubbing()
    var out: [UInt8] = []
    var kept = 0
    bytes.withUnsafeBufferPointer { input in
      var at = 0
      while true {
        at = nextSuspect(in: input, from: at)
        guard at < input.count else { break }
        let sound = soundLength(in: input, at: at)
        if sound > 0 {
          at += sound
          continue
        }
        let verdict = verdict(on: input, at: at)
        if let replacement = verdict.replacement {
          if verdict.isControl { found.controlCharacters += 1 } else { found.invalidUTF8 += 1 }
          out.append(contentsOf: input[kept..<at])
          out.append(contentsOf: replacement)
          kept = at + verdict.length
        }
        at += verdict.length
      }
    }
    if found.isEmpty { return (bytes, found) }
    out.append(contentsOf: bytes[kept...])
    return (out, found)
  }

  private struct Verdict {
    var length: Int
    var replacement: [UInt8]?
    var isControl = false
  }

  /// The next byte that is a control character, a `&`, or not ASCII. Blocks that hold none, as nearly all are, are
  /// passed over at once.
  @inline(__always)
  private static func nextSuspect(in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let bytes = input.baseAddress else { return input.count }
    var at = start
    while at < input.count {
      at += offprint_plain_blocks(bytes + at, input.count - at)
      let end = min(at + 64, input.count)
      while at < end {
        if isSuspect(bytes[at]) { return at }
        at += 1
      }
    }
    return at
  }

  @inline(__always)
  private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  @inline(__always)
  private static func isSuspect(_ byte: UInt8) -> Bool {
    (byte < 0x20 && !isWhite(byte)) || byte == 0x26 || byte >= 0x80
  }

  /// Bytes of a character beyond ASCII that XML can hold, as nearly all are; 0 for all else.
  @inline(__always)
  private static func soundLength(in input: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = input[index]
    // All of U+F000 to U+FFFF take the long way, for the two among them that are no characters.
    guard lead >= 0x80, lead != 0xEF else { return 0 }
    // Two bytes, as most letters have that are not ASCII.
    if lead >= 0xC2, lead <= 0xDF, index + 1 < input.count, input[index + 1] & 0xC0 == 0x80 { return 2 }
    return sequenceLength(in: input, at: index)
  }

  private static func verdict(on input: UnsafeBufferPointer<UInt8>, at index: Int) -> Verdict {
    let byte = input[index]
    if byte == 0x26 { return reference(in: input, at: index) }
    if byte < 0x20 { return Verdict(length: 1, replacement: [0x20], isControl: true) }
    let length = sequenceLength(in: input, at: index)
    let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    guard length > 0 else { return Verdict(length: 1, replacement: replacement) }
    let isNoncharacter = length == 3 && byte == 0xEF && input[index + 1] == 0xBF && input[index + 2] >= 0xBE
    return Verdict(length: length, replacement: isNoncharacter ? replacement : nil)
  }

  /// `&#1;` to `&#x1F;` stand for characters that XML 1.0 forbids, even so written.
  private static func reference(in input: UnsafeBufferPointer<UInt8>, at index: Int) -> Verdict {
    let none = Verdict(length: 1, replacement: nil)
    var at = index + 1
    guard at < input.count, input[at] == UInt8(ascii: "#") else { return none }
    at += 1
    guard at < input.count else { return none }
    let isHex = input[at] == UInt8(ascii: "x")
    if isHex { at += 1 }
    var value = 0
    let first = at
    while at < input.count, at - first < 8, let digit = Character(Unicode.Scalar(input[at])).hexDigitValue,
      isHex || digit < 10
    {
      value = value * (isHex ? 16 : 10) + digit
      at += 1
    }
    guard at > first, at < input.count, input[at] == UInt8(ascii: ";") else { return none }
    guard value < 0x20, value != 0x09, value != 0x0A, value != 0x0D else { return none }
    return Verdict(length: at + 1 - index, replacement: Array("&#32;".utf8), isControl: true)
  }

  /// Bytes of the well-formed sequence that starts here (Unicode, table 3-7); 0 if there is none.
  private static func sequenceLength(in input: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < input.count && range.contains(input[index + offset])
    }
    switch input[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
