/// Lays out text as Markdown that renders the same on every host: no raw HTML, tables of one line a row.
enum MarkdownText {
  /// What a spec discusses, an empty line behind it. Tables and fenced text, which specs write as Markdown, stay.
  static func paragraphs(_ text: String) -> [String] {
    var isFenced = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isFence = line.hasPrefix("```")
      if isFence { isFenced.toggle() }
      return isFenced || isFence || line.hasPrefix("|") ? String(line) : plain(String(line))
    }
    return lines + [""]
  }

  /// A table with a heading; empty columns stay.
  static func table(_ heading: [String], _ rows: [[String]]) -> [String] {
    func row(_ cells: [String]) -> String {
      // In a table a bar parts cells even within code.
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return [row(heading), row(heading.map { _ in "---" })] + rows.map(row)
  }

  /// A text as it is, in a fence that is longer than any in it.
  static func block(_ text: String) -> [String] {
    let fence = fence(longerThanIn: text, atLeast: 3)
    return [fence] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [fence]
  }

  /// A word or path that is typed as it stands.
  static func code(_ text: String) -> String {
    let fence = fence(longerThanIn: text, atLeast: 1)
    return text.contains("`") ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// Running text: what Markdown would take for markup is escaped, except in `code`, which specs write too.
  static func plain(_ text: String) -> String {
    var out = ""
    var isCode = text.count { $0 == "`" }.isMultiple(of: 2) ? false : nil
    for character in text {
      if character == "`" {
        if let now = isCode { isCode = !now } else { out += "\\" }
        out.append(character)
      } else {
        if isCode != true, "*_<>[]\\#~".contains(character) { out += "\\" }
        out.append(character)
      }
    }
    return out
  }

  private static func fence(longerThanIn text: String, atLeast least: Int) -> String {
    let longest = text.split(separator: "\n").flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    return String(repeating: "`", count: max(least, longest + 1))
  }
}
