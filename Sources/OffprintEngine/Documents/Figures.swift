import OffprintModel

/// Where lines went. Parts of a text line that was cut count each.
public struct LineFigures: Hashable, Sendable {
  public var read = 0
  public var exported = 0
  public var furniture = 0
  public var merged = 0
  public var dropped = 0
  public var lost = 0

  public init() {}

  /// The figures of a finished issue. Where no stage looks for articles, lines are exported as they stand on the page.
  init(of issue: Issue) {
    let balance = Ledger.balance(of: issue)
    read = balance.lines
    furniture = balance.furniture
    merged = balance.merged
    dropped = balance.dropped
    exported = issue.hasArticles ? balance.exported : balance.lines - balance.merged - balance.dropped
    lost = balance.lost.count
  }

  public static func += (a: inout LineFigures, b: LineFigures) {
    a.read += b.read
    a.exported += b.exported
    a.furniture += b.furniture
    a.merged += b.merged
    a.dropped += b.dropped
    a.lost += b.lost
  }
}

/// Where characters went, spaces left out. What was read and what stages made of it are exported, furniture, merged
/// or dropped with the lines they stand in.
public struct CharacterFigures: Hashable, Sendable {
  public var read = 0
  /// By how many there are more, or fewer, since stages rewrote lines.
  public var changed = 0
  public var exported = 0
  public var furniture = 0
  public var merged = 0
  public var dropped = 0

  public init() {}

  /// What became of those of no line.
  public var lost: Int { read + changed - exported - furniture - merged - dropped }

  /// The figures of a finished issue.
  ///
  /// - Parameters:
  ///   - read: how many there were when it was read.
  ///   - changed: by how many more there are now.
  init(of issue: Issue, read: Int, changed: Int) {
    self.read = read
    self.changed = changed
    let counts = issue.pages.map(\.characterCounts)
    func count(_ line: LineRef) -> Int {
      counts.indices.contains(line.page) && counts[line.page].indices.contains(line.line)
        ? counts[line.page][line.line] : 0
    }
    for entry in issue.ledger.entries {
      switch entry.fate {
      case .dropped: dropped += count(entry.line)
      case .merged: merged += count(entry.line)
      }
    }
    guard issue.hasArticles else {
      exported = read + changed - dropped - merged
      return
    }
    for article in issue.articles {
      let sum = article.components.reduce(0) { $1.lines.reduce($0) { $0 + count($1) } }
      if article.type.isOfPage { furniture += sum } else { exported += sum }
    }
  }

  public static func += (a: inout CharacterFigures, b: CharacterFigures) {
    a.read += b.read
    a.changed += b.changed
    a.exported += b.exported
    a.furniture += b.furniture
    a.merged += b.merged
    a.dropped += b.dropped
  }
}
