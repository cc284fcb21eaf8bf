import OffprintDiagnostics
import OffprintKit

/// A tagged text: its rows, and the text of each line.
struct TaggedTextFile {
  /// Rows of lines, in their order.
  private(set) var rows: [CSVRecords.Record] = []
  /// For each row the text of its line, without line ends; empty for a blank line.
  private(set) var texts: [String]
  let encoding: TextEncoding
  /// Byte sequences that mean nothing in the encoding.
  private(set) var replaced: Int
  private(set) var controlCharacters: Int
  private(set) var findings = TaggedTextFindings()

  /// - Parameter raw: the file of the text itself, where there is one.
  init(_ path: String, raw: String?, of document: DocumentSource, encoding: TextEncoding) throws {
    // What the bytes of a table look like says little: most of them are figures.
    let encoding = encoding == .auto ? TextEncoding.utf8 : encoding
    self.encoding = encoding
    let file = try TextPageBytes(try document.read(path), file: path, encoding: encoding)
    let table = CSVRecords(file.text)
    if let line = table.openQuote { throw Self.openQuote(path, line) }
    (replaced, controlCharacters) = (file.replaced, file.controlCharacters)
    for (number, record) in table.records.enumerated() {
      if TaggedLine.isLine(record) {
        rows.append(record)
        if record.fields.count < TaggedLine.columns { findings.count(.shortRow, path, record.line) }
        if Int(record[0]) != rows.count { findings.count(.otherNumber, path, record.line) }
      } else if number > 0 {
        // The first row may be the names of the columns.
        findings.count(.noNumber, path, record.line)
      }
    }
    guard !rows.isEmpty else { throw Self.noLines(path, table.records.first?.line) }
    texts = rows.map { $0.fields.count >= TaggedLine.columns ? $0.fields[TaggedLine.columns - 1] : "" }
    if let raw { takeTexts(of: raw, document, encoding) }
    texts = texts.map(Self.line)
  }

  /// Takes the texts of the lines from the text itself, if it has as many lines.
  private mutating func takeTexts(of raw: String, _ document: DocumentSource, _ encoding: TextEncoding) {
    // The text may stand beside the folder that is read, but a link leads no further.
    var own = document
    if own.input != nil { own.input = own.root }
    do {
      let file = try TextPageBytes(try own.read(raw), file: raw, encoding: encoding)
      var lines = file.text.filter { $0 != 0x0D }.split(separator: 0x0A, omittingEmptySubsequences: false)
      // What stands behind the last line end is a line only to those who tagged it so.
      if lines.count != rows.count, lines.last?.isEmpty == true { lines.removeLast() }
      guard lines.count == rows.count else {
        findings.otherText(raw, lines: lines.count, rows: rows.count)
        return
      }
      texts = lines.map { String(decoding: $0, as: UTF8.self) }
      replaced += file.replaced
      controlCharacters = file.controlCharacters
    } catch {
      findings.brokenText(Diagnostics.messages(of: error))
    }
  }

  /// A text on one line; empty if there is nothing but space on it.
  private static func line(_ text: String) -> String {
    let isBlank = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value) }
    if isBlank { return "" }
    return String(
      decoding: text.utf8.map { $0 == 0x0A || $0 == 0x0D ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// Where the text of a tagged text is: beside it, and in `raw_data` if that stands in `tagged_data`.
  static func raw(of path: String) -> String? {
    let name = path.lowercased().hasSuffix(".csv") ? String(path.dropLast(4)) : path
    let raw = name.replacing("tagged_data", with: "raw_data") + ".txt"
    return raw != path && SourceTree.isFile(raw) ? raw : nil
  }

  fileprivate static func openQuote(_ path: String, _ line: Int) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "a quote opens here that nothing closes", at: SourcePlace(file: path, line: line),
      fix: "close it; a quote of the text itself is written twice inside of quotes",
      notes: [.init("kept", "nothing of the document is exported")])
  }

  fileprivate static func noLines(_ path: String, _ line: Int?) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is no tagged text: no row begins with the number of a line",
      at: SourcePlace(file: path, line: line),
      notes: [.init("columns", "line, page, article, function, paragraph, jump, advertisement, text")])
  }
}
