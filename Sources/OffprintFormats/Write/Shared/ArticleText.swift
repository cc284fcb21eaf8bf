import OffprintModel
import OffprintXML

/// The texts of an article as all writers give them.
struct ArticleText {
  struct Part {
    var role: Role
    var component: Int
    var text: RunningText
    /// The rows, if the part is a table; its text then has a line for each, tabs between the cells.
    var rows: [[TableRows.Cell]]?
    var confidence: Double?
  }

  /// Components in reading order; those without any text are left out.
  var parts: [Part] = []
  /// Characters that no XML may hold, and bytes that are not UTF-8, in the article's lines.
  var replaced = 0
  /// The main headline as running text, empty if there is none.
  private(set) var headline = ""

  /// - Parameter asPrinted: true to keep each line as it is printed, false to mend words and join lines.
  init(of article: Article, in issue: Issue, asPrinted: Bool = false) {
    for (index, component) in article.components.enumerated() {
      for ref in component.lines { replaced += XMLText.faults(in: issue[line: ref].utf8) }
      var part = Part(role: component.role, component: index, text: RunningText(), confidence: component.confidence)
      if component.role == .table {
        let rows = TableRows(of: component, in: issue)
        part.text = Self.text(of: rows, lines: component.lines.count)
        part.rows = rows.rows
      } else {
        part.text = RunningText(of: component.lines, in: issue)
      }
      if component.role == .headline, headline.isEmpty { headline = part.text.string }
      if asPrinted { part.text = RunningText(printed: component.lines, in: issue) }
      if !part.text.isEmpty { parts.append(part) }
    }
  }

  /// The headline, or else the beginning of the text.
  var title: String {
    let own = headline
    if !own.isEmpty { return own }
    guard let first = (parts.first { $0.role == .paragraph || $0.role == .advertisementText } ?? parts.first) else {
      return ""
    }
    let line = first.text.utf8.drop { $0 == 0x0A }.prefix { $0 != 0x0A }
    let end = Self.end(of: line, characters: 60)
    let cut = end == line.endIndex ? end : line[..<end].lastIndex(of: 0x20) ?? end
    let title = String(decoding: line[..<cut].map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
    return cut == line.endIndex ? title : title + "…"
  }

  /// The place after so many characters, or the end of a shorter text.
  private static func end(of text: ArraySlice<UInt8>, characters: Int) -> Int {
    var left = characters
    for (place, byte) in zip(text.indices, text) where byte & 0xC0 != 0x80 {
      if left == 0 { return place }
      left -= 1
    }
    return text.endIndex
  }

  private static func text(of rows: TableRows, lines: Int) -> RunningText {
    var text = RunningText()
    text.starts = [Int](repeating: -1, count: lines)
    for (number, row) in rows.rows.enumerated() {
      for (place, cell) in row.enumerated() {
        if number + place > 0 {
          text.utf8.append(place > 0 ? 0x09 : 0x0A)
          text.count += 1
        }
        for (number, line) in cell.lines.enumerated() where text.starts[line] < 0 {
          text.starts[line] = text.count + (cell.text.starts.indices.contains(number) ? cell.text.starts[number] : 0)
        }
        text.utf8 += cell.text.utf8
        text.count += cell.text.count
      }
    }
    var next = text.count
    for index in text.starts.indices.reversed() {
      if text.starts[index] < 0 { text.starts[index] = next }
      next = text.starts[index]
    }
    return text
  }
}
