/// The marks that stand at a line's end where a word was broken.
public enum BreakMark {
  /// Marks that only ever mean a broken word: SOFT HYPHEN (also as mojibake, `Â` + U+00AD), NOT SIGN as OCR engines
  /// and transcribers set it, DOUBLE OBLIQUE HYPHEN of Fraktur.
  public static let soft: [String] = ["\u{C2}\u{AD}", "\u{AD}", "¬", "⸗"]
  /// Marks that may also be a hyphen of the word itself, or a misread Fraktur hyphen.
  public static let hard: [String] = ["--", "-", "\u{2010}", "\u{2011}", "="]

  private static let allBytes: [[UInt8]] = (soft + hard).map { Array($0.utf8) }
  private static let softBytes: [[UInt8]] = soft.map { Array($0.utf8) }

  /// Bytes of the mark that `text` ends with; 0 if it ends with none.
  public static func length(atEndOf text: ArraySlice<UInt8>) -> Int {
    guard let last = text.last, last >= 0x80 || last == 0x2D || last == 0x3D else { return 0 }
    return allBytes.first { text.count >= $0.count && text.suffix($0.count).elementsEqual($0) }?.count ?? 0
  }

  /// The marks that `text` ends with, the last one first.
  static func marks(atEndOf text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var marks: [ArraySlice<UInt8>] = []
    var rest = text
    var count = length(atEndOf: rest)
    while count > 0 {
      marks.append(rest.suffix(count))
      rest.removeLast(count)
      count = length(atEndOf: rest)
    }
    return marks
  }

  /// True if `text` ends with a mark that only ever means a broken word.
  public static func isSoft(atEndOf text: ArraySlice<UInt8>) -> Bool {
    softBytes.contains { text.count >= $0.count && text.suffix($0.count).elementsEqual($0) }
  }
}
