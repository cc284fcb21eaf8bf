import OffprintKit
import OffprintStages
import Testing

/// Numbers that are the same in every run.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % max(1, limit)
  }

  mutating func shuffled<T>(_ items: [T]) -> [T] {
    var items = items
    for index in items.indices.reversed() { items.swapAt(index, below(index + 1)) }
    return items
  }

  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
}

/// Whatever a page holds, no line is lost and none is doubled.
@Suite("Documents at random")
struct SegmentSeededTests {
  private static let words = [
    "the", "river", "By", "Martha", "QUILL", "FLOOD", "CONTINUED", "Continued", "on", "from", "page", "2", "1899",
    "No.",
    "—", "-", "ri-", "ver", ".", "the end.", "May", "12.—The", "Photo:", "IV", "記者", "■", "本报讯", "近日，", "记者", "张三",
    "会", "议", "供图", "新华社", "5月3日电", "（", "）", "——", "。", "学习宣传", "下转第2版", "上接第1版", "\u{AD}", "\u{200B}", "…",
    "e\u{301}",
  ]

  private static func line(_ numbers: inout SeededNumbers) -> String {
    (0..<numbers.below(9)).map { _ in numbers.pick(words) }.joined(separator: numbers.pick([" ", " ", "", "   "]))
  }

  private static func text(_ numbers: inout SeededNumbers) -> Example.Input {
    let breaks = ["\n", "\n", "\n", "\n\n", "\n\n\n", "\n\u{0C}"]
    return .text(
      (0..<numbers.below(60)).map { _ in line(&numbers) + numbers.pick(breaks) }.joined())
  }

  private static func blocks(_ numbers: inout SeededNumbers) -> Example.Input {
    .blocks(
      (0..<numbers.below(14)).map { _ in
        let (x, y) = (numbers.below(1500), numbers.below(2000))
        let width = numbers.pick([0, 40, 300, 500, 1400])
        return (0..<numbers.below(9)).map { row in
          Example.PlacedLine(
            line(&numbers), x: x + numbers.below(600), y: y + 45 * row - numbers.below(60), width: width,
            height: numbers.pick([0, 20, 40, 40, 90]))
        }
      })
  }

  @Test("account for every line", arguments: 1...150)
  func everyLine(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let input = seed % 2 == 0 ? Self.text(&numbers) : Self.blocks(&numbers)
    var issue = ExampleRun.document(input, language: numbers.pick(["en", "zh", "de", nil]))
    let registry = BuiltinStages.registry
    for name in ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"] {
      try #require(registry.stages[name]).make([:]).run(on: &issue)
      guard name == "reflow-columns" else { continue }
      for page in issue.pages {
        let flow = try #require(page.flow)
        #expect(flow.paragraphs.flatMap(\.lines).sorted() == Array(page.lines.indices))
      }
    }
    let balance = Ledger.balance(of: issue)
    #expect(balance.isEven, "lost \(balance.lost), doubled \(balance.doubled), unknown \(balance.unknown)")
    #expect(issue.articles.allSatisfy { !$0.components.isEmpty && $0.components.allSatisfy { !$0.lines.isEmpty } })
    let again = try Self.run(input, like: issue)
    #expect(again == issue.articles, "the same input gives the same articles")
  }

  private static func run(_ input: Example.Input, like first: OffprintKit.Issue) throws -> [Article] {
    var issue = ExampleRun.document(input, language: first.language)
    for name in ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"] {
      try BuiltinStages.registry.stages[name]?.make([:]).run(on: &issue)
    }
    return issue.articles
  }
}
