/// The words of texts as small numbers, so that phrases are found without making a `String` of each word.
///
/// A word is a run of letters and digits, in lower case as far as ASCII, Latin-1 and `Œ` go; the long `ſ` of Fraktur is
/// read as `s`, a soft hyphen as nothing. Other characters, hyphens and apostrophes among them, separate words.
struct WordStream {
  /// A word that begins with a digit.
  static let number: Int32 = 0
  /// A word in no phrase.
  static let unknown: Int32 = -1
  /// Between two texts.
  static let boundary: Int32 = -2

  /// Calls `body` for each word with its hash (FNV-1a, 64 bits) and whether it begins with a digit.
  static func words(in text: some Collection<UInt8>, _ body: (_ hash: UInt64, _ isNumber: Bool) -> Void) {
    var hash: UInt64 = 0
    var isOpen = false
    var isNumber = false
    var bytes = text.makeIterator()
    func close() {
      if isOpen { body(hash, isNumber) }
      isOpen = false
    }
    func add(_ byte: UInt8) {
      if !isOpen {
        isOpen = true
        isNumber = (0x30...0x39).contains(byte)
        hash = 0xCBF2_9CE4_8422_2325
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    while let byte = bytes.next() {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: add(byte)
      case 0x41...0x5A: add(byte + 0x20)
      case 0..<0x80: close()
      case 0xC2:
        // Latin-1 signs and spaces; the soft hyphen is nothing.
        if bytes.next() != 0xAD { close() }
      case 0xE2, 0xE3:
        // Punctuation and signs, three bytes each.
        _ = bytes.next()
        _ = bytes.next()
        close()
      case 0xC3, 0xC5:
        let next = bytes.next() ?? 0
        if byte == 0xC5, next == 0xBF {
          add(0x73)
        } else {
          add(byte)
          add(isCapital(byte, next) ? lowerCase(byte, next) : next)
        }
      default: add(byte)
      }
    }
    close()
  }

  /// À to Þ without the sign ×, and Œ.
  private static func isCapital(_ lead: UInt8, _ next: UInt8) -> Bool {
    lead == 0xC3 ? (0x80...0x9E).contains(next) && next != 0x97 : next == 0x92
  }

  private static func lowerCase(_ lead: UInt8, _ next: UInt8) -> UInt8 { lead == 0xC3 ? next + 0x20 : next + 1 }
}
