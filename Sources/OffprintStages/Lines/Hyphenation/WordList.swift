import OffprintDiagnostics
import OffprintKit

/// A list of words that the operator vouches for: plain UTF-8, one word a line. Only its hashes are kept.
struct WordList: Sendable {
  private let keys: Set<WordKey>

  /// - Throws: `OP201` if the file is not there, `OP202` if it cannot be read, `OP205` if it is not UTF-8 or has no word.
  init(path: String) throws {
    let text = try SourceFile.read(path)
    if String(validating: text, as: UTF8.self) == nil {
      let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      throw Diagnostic(
        .formatUnexpected, "the list of words is not UTF-8 here", at: SourcePlace(file: path, line: line + 1),
        fix: "save it as UTF-8")
    }
    self.init(text)
    if keys.isEmpty {
      throw Diagnostic(
        .formatUnexpected, "the list of words has none", at: SourcePlace(file: path),
        fix: "put one word on each line, or leave the setting out")
    }
  }

  /// Lines end with LF or CR LF; spaces around a word and empty lines do not count.
  init(_ text: [UInt8]) {
    var keys: Set<WordKey> = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      var word = line
      while let first = word.first, first == 0x20 || first == 0x09 { word.removeFirst() }
      while let last = word.last, last == 0x20 || last == 0x09 { word.removeLast() }
      if word.starts(with: [0xEF, 0xBB, 0xBF]) { word.removeFirst(3) }
      if !word.isEmpty { keys.insert(WordKey(word)) }
    }
    self.keys = keys
  }

  func contains(_ key: WordKey) -> Bool { keys.contains(key) }
}
