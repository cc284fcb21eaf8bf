@testable import OffprintEvaluation

/// An invented paper of some pages as a tagged text: articles that go on overleaf, advertisements, page furniture,
/// and lines of nothing.
struct TaggedPaper {
  var lines: [(page: Int, article: Int, function: String, paragraph: Int, advertisement: Int, text: String)] = []

  private static let words = [
    "eel", "lamp", "market", "the", "harbour", "was", "seen", "from", "mill", "a", "\"Swan\"", "and", "wind", "old",
  ]

  init(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    func text(_ count: Int) -> String {
      (0..<count).map { _ in Self.words[Int(chance.next() % UInt64(Self.words.count))] }.joined(separator: " ") + ","
    }
    for page in 1...3 {
      lines.append((page, 0, "NP", 0, 0, "THE HARBOUR GAZETTE"))
      lines.append((page, 0, "PI", 0, 0, "Page \(page)"))
      lines.append((page, 0, "B", 0, 0, " \t "))
      for part in 1...4 {
        // The last article of a page goes on as the first of the next.
        let article = (page - 1) * 3 + part
        let isFresh = part > 1 || page == 1
        if !isFresh { lines.append((page, article, "JH", 0, 0, "Continued from page \(page - 1)")) }
        for _ in 0..<(isFresh ? Int(chance.next() % 5) : 0) {
          lines.append((page, article, "HL", 0, 0, text(3).uppercased()))
        }
        if part == 2 { lines.append((page, article, "BL", 0, 0, "By an Eel")) }
        for paragraph in 1...3 {
          for _ in 0...Int(chance.next() % 4) {
            lines.append((page, article, part == 3 ? "XX" : "TXT", part == 4 ? 0 : paragraph, 0, text(7)))
          }
          if chance.next() % 3 == 0 { lines.append((page, 0, "B", 0, 0, "")) }
        }
        lines.append((page, 0, "B", 0, 0, ""))
      }
      for advertisement in 1...2 {
        for _ in 0..<3 { lines.append((page, 0, "AT", 0, advertisement, text(4))) }
      }
      lines.append((page, 0, "AT", 0, 0, text(2)))
      lines.append((page, 0, "MH", 0, 0, "Printed at the mill"))
      lines.append((page, 0, "", 0, 0, "***"))
    }
  }

  func csv(header: Bool, lineEnd: String) -> String {
    let rows = lines.enumerated().map { number, line in
      let text =
        line.text.contains("\"") || line.text.contains(",")
        ? "\"" + line.text.replacing("\"", with: "\"\"") + "\"" : line.text
      return
        "\(number + 1),\(line.page),\(line.article),\(line.function),\(line.paragraph),0,\(line.advertisement),\(text)"
    }
    return ((header ? ["Line,Page,Article,Function,Paragraph,Jump,Ad,Text"] : []) + rows).joined(separator: lineEnd)
  }
}
