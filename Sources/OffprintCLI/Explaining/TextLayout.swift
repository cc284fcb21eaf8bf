/// Lays out plain text for a terminal of 80 columns.
enum TextLayout {
  static let width = 80

  /// Paragraphs broken into lines, an empty line between them, each line indented.
  static func wrapped(_ text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, indent + line.count + 1 + word.count > width {
          lines.append(margin + line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line.isEmpty ? "" : margin + line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Two columns: names padded to the longest, and what is said of each.
  static func columns(_ rows: [(String, String)]) -> [String] {
    let longest = rows.map(\.0.count).max() ?? 0
    return rows.map { name, text in
      text.isEmpty ? name : name + String(repeating: " ", count: longest - name.count + 2) + text
    }
  }

  /// A heading, and what stands under it; nothing if there is nothing.
  static func section(_ heading: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", heading] + lines
  }

  /// A text as it is, with a bar before each line, so that spaces and empty lines can be seen.
  static func quoted(_ text: String, indent: Int = 2) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "\(margin)|" + ($0.isEmpty ? "" : " \($0)")
    }
  }
}
