import OffprintKit

/// Documents that real deliveries hold and that parts written for tidy pages stumble over.
public enum NastyDocuments {
  /// Each with a name for messages. None has articles or a reading order.
  public static let all: [(name: String, issue: Issue)] =
    texts.map { ($0, text($1)) } + [
      ("no pages", DocumentBuilder().issue),
      ("boxes unknown", boxed { $0.blockWithoutPlaces(lines: ["Der Kaiser ist heu-", "te in Berlin."]) }),
      ("overlapping boxes", boxed(overlapping)),
      ("blocks without lines", boxed { page in (0..<3).forEach { page.block("E\($0)", lines: []) } }),
      ("lines without words", boxed { $0.block(lines: ["", "one", "", ""]) }),
      (
        "repeated block ids",
        boxed { page in (0..<3).forEach { page.block("SAME", y: $0 * 100, lines: ["a b", "c"]) } }
      ),
      ("boxes of no size", boxed { $0.block(width: 0, lineHeight: 0, lines: ["one two", "three"]) }),
      ("negative places", boxed { $0.block(x: -900, y: -900, lines: ["left of the page", "and above it"]) }),
      ("tables and pictures", boxed(kinds)),
    ]

  /// What is wrong with a part over all of them; the first at which it hangs is the last.
  static func failures(_ check: (_ name: String, _ issue: Issue) -> [Failure]) -> [Failure] {
    var found: [Failure] = []
    for (index, document) in all.enumerated() {
      let failures = check(document.name, document.issue)
      guard failures.contains(where: \.isHang) else {
        found += failures
        continue
      }
      return found + failures.map { $0.isHang ? $0.leavingOut(names(from: index + 1)) : $0 }
    }
    return found
  }

  static func names(from index: Int = 0) -> [String] { all.dropFirst(index).map { "'\($0.name)'" } }

  private static let texts: [(String, String)] = [
    ("an empty page", ""), ("blank lines", "\n \n\t\n\u{3000}\n"), ("one line", "Only this line"),
    ("one letter", "x"), ("an empty page between two", "one\u{0C}\u{0C}two"),
    ("1,000 lines", (1...1000).map { "Line \($0) of the page, bro-" }.joined(separator: "\n")),
    ("a line of 5,000 words", (1...5000).map { "word\($0)" }.joined(separator: " ")),
    ("control characters", "a\u{0}b\u{1}\u{7F}\nc\u{85}d\u{FEFF}\u{FFFE}\n\u{1B}[31m"),
    ("Chinese", "本报讯 记者\n茂名日报消息，昨日\n\n新 闻\n（下转第二版）"),
    ("combining marks", "e\u{301}\u{301}-\n\u{301}a\u{308}\n\u{20DD}"),
    ("right to left", "שלום עולם-\nمرحبا\nabc שלום"), ("only marks", "-\n--\n¬\n\u{AD}\n=\n⸗\n-- --\n—\n***"),
    ("marks at every line's end", "a-\nb-\n\nc¬\n=d=\n-e-"),
    ("columns side by side", "left one     right one\nleft two     right two"),
    ("emoji and rare planes", "👩‍👩‍👧 𝔉𝔯𝔞𝔨𝔱𝔲𝔯 𠀀\n🏳️‍🌈-\n🇩🇪"), ("windows line ends", "one\r\n\r\ntwo-\r\nthree\r"),
  ]

  private static func text(_ text: String) -> Issue {
    var builder = DocumentBuilder(id: "nasty")
    builder.textPage(text)
    return builder.issue
  }

  private static func boxed(_ build: (inout BoxedPage) -> Void) -> Issue {
    var builder = DocumentBuilder(id: "nasty")
    builder.page(build)
    return builder.issue
  }

  private static func overlapping(_ page: inout BoxedPage) {
    page.block(x: 0, y: 0, width: 500, lines: ["one over", "the other"])
    page.block(x: 0, y: 0, width: 500, lines: ["one over", "the other"])
    page.block(x: 250, y: 20, width: 500, lines: ["half beside it"])
  }

  private static func kinds(_ page: inout BoxedPage) {
    page.block(kind: .table, x: 0, y: 0, width: 300, lines: ["1 2 3", "4 5 6"])
    page.block(kind: .illustration, x: 400, y: 0, width: 300, lines: [])
    page.block(kind: .separator, x: 0, y: 300, width: 700, lineHeight: 2, lines: ["-"])
    page.blockWithoutPlaces(lines: ["somewhere"])
  }
}
