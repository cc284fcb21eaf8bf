import OffprintKit

/// How often words occur in a whole batch, as a file has it.
///
/// The file is UTF-8 text. Its first line says what it is and what it was built from; every other has a word, a tab
/// and its count. Words are in the spelling of `WordKey.spelling`. They are sorted by their bytes, but are taken in
/// any order; a word that stands there twice has both counts, and further lines that begin with `#` are passed over,
/// so that files may be put together with `sort`.
struct BatchVocabulary: Sendable {
  /// How the first line begins.
  static let header = "# offprint vocabulary 1"

  private struct Slot: Sendable {
    var key: UInt64 = 0
    var count: UInt32 = 0
  }

  private var slots: [Slot]

  /// - Returns: nil if there is no such file.
  /// - Throws: `OP202` if it cannot be read, `OP311` with the line that is wrong.
  static func read(_ path: String) throws -> BatchVocabulary? {
    do {
      return try BatchVocabulary(try SourceFile.read(path), path: path)
    } catch let error as Diagnostic where error.code == .inputMissing {
      return nil
    }
  }

  /// - Throws: `OP311`.
  init(_ text: [UInt8], path: String) throws {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    var size = 64
    while size < lines.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    guard let first = lines.first.map(Self.withoutReturn), Self.isHeader(first) else {
      throw Self.noVocabulary(path, lines.first ?? [])
    }
    for (number, line) in lines.enumerated().dropFirst() {
      let line = Self.withoutReturn(line)
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      guard let (word, count) = Self.entry(line) else { throw Self.brokenLine(path, number + 1, line) }
      let index = place(of: word.hash)
      slots[index].key = word.hash
      let (sum, isTooMuch) = slots[index].count.addingReportingOverflow(count)
      slots[index].count = isTooMuch ? .max : sum
    }
  }

  /// How often a word occurs; 0 if the file does not have it.
  subscript(word: WordKey) -> Int { Int(slots[place(of: word.hash)].count) }

  /// Where `key` is, or the free slot where it would be.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key ^ key >> 29) & mask
    while slots[index].key != key, slots[index].key != 0 { index = (index + 1) & mask }
    return index
  }

  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: header.utf8) else { return false }
    let rest = line.dropFirst(header.utf8.count)
    return rest.isEmpty || rest.first == 0x09
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> (WordKey, UInt32)? {
    guard let tab = line.firstIndex(of: 0x09), let count = UInt32(String(decoding: line[(tab + 1)...], as: UTF8.self)),
      count > 0, isWord(line[..<tab])
    else { return nil }
    return (WordKey(spelled: line[..<tab]), count)
  }

  /// Letters, and hyphens between them.
  private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.first != 0x2D, word.last != 0x2D, !word.isEmpty else { return false }
    return word.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        guard Letters.isLetter(value) || Letters.isHyphen(value) else { return false }
        index += length
      }
      return true
    }
  }

  private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == 0x0D ? line.dropLast() : line
  }

  fileprivate static func noVocabulary(_ path: String, _ line: ArraySlice<UInt8>) -> Diagnostic {
    Diagnostic(
      .wordListBroken, "'\(path)' is no vocabulary: its first line is not '\(header)'",
      at: SourcePlace(file: path, line: 1, text: String(decoding: line.prefix(120), as: UTF8.self)),
      fix: "build one with offprint vocabulary PIPELINE",
      notes: [.init("more", "offprint explain dehyphenate")])
  }

  fileprivate static func brokenLine(_ path: String, _ number: Int, _ line: ArraySlice<UInt8>) -> Diagnostic {
    Diagnostic(
      .wordListBroken, "a line of a vocabulary is a word, a tab and how often it occurs",
      at: SourcePlace(file: path, line: number, text: String(decoding: line.prefix(120), as: UTF8.self)),
      notes: [.init("more", "offprint explain dehyphenate")])
  }
}
