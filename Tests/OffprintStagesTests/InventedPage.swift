import OffprintKit
import OffprintStages

/// A page made up for a test, and how it must be read: each part is `ARTICLE ROLE| text`, where the article is a digit
/// (or `-` for what belongs to none) and the role one of the letters below. A `/` with spaces around breaks a line.
/// Paragraphs are set as a text dump has them: broken to a measure, the indent lost, an empty line where a column ends.
struct InventedPage {
  struct Part: Hashable, CustomStringConvertible {
    var role: String
    var lines: [Int]
    var description: String { "\(role) \(lines.first ?? 0)–\(lines.last ?? 0)" }
  }

  /// How the page is set.
  struct Setting: CustomStringConvertible, Sendable {
    /// Full-width characters, or letters where words have spaces, to a line.
    var measure: Int
    /// Lines of text to a column; 0 for one without end.
    var column = 0
    /// Empty lines stand between the paragraphs of an article.
    var opensParagraphs = true
    /// Each line of this rank in a Chinese paragraph is spaced out; 0 for none.
    var spacesOut = 0
    var description: String {
      "measure \(measure), column \(column), \(opensParagraphs ? "open" : "close") paragraphs, spaced \(spacesOut)"
    }
  }

  static let roles: [Character: String] = [
    "h": "headline", "s": "subheadline", "o": "overline", "b": "byline", "p": "paragraph", "x": "crosshead",
    "c": "caption", "j": "jump-line", "l": "section-label", "m": "masthead", "f": "furniture",
  ]

  private(set) var lines: [String] = []
  private(set) var articles: [[Part]] = []
  private(set) var others: [Part] = []
  let language: String

  init(_ source: String, language: String, _ setting: Setting) {
    self.language = language
    var found: [Int: [Part]] = [:]
    var inColumn = 0
    var previous: (mark: Substring, isFull: Bool)?
    for row in source.split(separator: "\n") {
      let pieces = row.split(separator: "|", maxSplits: 1)
      let mark = pieces[0]
      let text = pieces[1].drop { $0 == " " }
      let letter = mark.last ?? "p"
      var set: [String]
      if letter == "p" {
        set = Self.set(String(text), setting, language)
      } else {
        set = text.split(separator: " / ").map(String.init)
      }
      let follows = previous.map { $0.mark == mark && letter == "p" && !setting.opensParagraphs && !$0.isFull } ?? false
      if !follows, previous != nil { lines.append("") }
      if !follows { inColumn = 0 }
      var numbers: [Int] = []
      for (rank, line) in set.enumerated() {
        let endsSentence = lines.last?.last.map { "。！？.!?”」".contains($0) } ?? true
        if letter == "p", rank > 0, setting.column > 0, inColumn >= setting.column, !endsSentence {
          lines.append("")
          inColumn = 0
        }
        lines.append(line)
        numbers.append(lines.count)
        inColumn += 1
      }
      let measured = set.last?.count ?? 0
      previous = (mark, Double(measured) > 0.7 * Double(setting.measure))
      let part = Part(role: Self.roles[letter] ?? "paragraph", lines: numbers)
      if let number = mark.first?.wholeNumberValue {
        found[number, default: []].append(part)
      } else {
        others.append(part)
      }
    }
    articles = found.sorted { $0.key < $1.key }.map(\.value)
  }

  var text: String { lines.joined(separator: "\n") }

  private static func set(_ text: String, _ setting: Setting, _ language: String) -> [String] {
    language.hasPrefix("zh") ? setChinese(Array(text), setting) : setWords(text, setting.measure)
  }

  /// No line begins with a mark that closes or pauses; the first is shorter by the indent.
  private static func setChinese(_ text: [Character], _ setting: Setting) -> [String] {
    var lines: [String] = []
    var at = 0
    while at < text.count {
      let isSpaced = setting.spacesOut > 0 && lines.count % setting.spacesOut == setting.spacesOut - 1
      var end = min(text.count, at + setting.measure - (lines.isEmpty || isSpaced ? 2 : 0))
      while end < text.count, "，。；：、！？”）》」』".contains(text[end]) || isInNumber(text, end) { end += 1 }
      let line = text[at..<end]
      lines.append(isSpaced && end < text.count ? line.map(String.init).joined(separator: " ") : String(line))
      at = end
    }
    return lines
  }

  private static func isInNumber(_ text: [Character], _ at: Int) -> Bool {
    text[at].isASCII && text[at - 1].isASCII
  }

  private static func setWords(_ text: String, _ measure: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= measure {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// What is wrong with the reading of the page, one line each; empty if all is as it must be.
  func faults() throws -> [String] {
    var issue = ExampleRun.document(.text(text), language: language)
    let registry = BuiltinStages.registry
    for name in ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"] {
      try registry.stages[name]?.make([:]).run(on: &issue)
    }
    func parts(_ article: Article) -> [Part] {
      article.components.map { component in
        Part(role: component.role.rawValue, lines: component.lines.map { issue[line: $0].number })
      }
    }
    var faults: [String] = []
    let found = issue.articles.filter { $0.type != .furniture }.map(parts)
    if found.count != articles.count { faults.append("\(found.count) articles instead of \(articles.count)") }
    func compare(_ name: String, _ found: [Part], _ wanted: [Part]) {
      func tell(_ part: Part) -> String {
        "\(part): \(part.lines.map { lines[$0 - 1] }.joined(separator: "/").prefix(60))"
      }
      for part in wanted where !found.contains(part) { faults.append("\(name) lacks \(tell(part))") }
      for part in found where !wanted.contains(part) { faults.append("\(name) has \(tell(part))") }
    }
    for index in 0..<max(found.count, articles.count) {
      compare(
        "article \(index + 1)", index < found.count ? found[index] : [], index < articles.count ? articles[index] : [])
    }
    compare("furniture", issue.articles.filter { $0.type == .furniture }.flatMap(parts), others)
    if !Ledger.balance(of: issue).isEven { faults.append("the account of lines is not even") }
    return faults
  }
}
