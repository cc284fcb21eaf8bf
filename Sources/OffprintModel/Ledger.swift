/// The account of every line that was read: it is in an article, is furniture, was merged into a named place, or was
/// dropped with a stage and a reason. A line that is nowhere, or twice, is an error.
public struct Ledger: Hashable, Sendable {
  public enum Fate: Hashable, Sendable {
    /// Left out of every output, with the reason.
    case dropped(reason: String)
    /// Its text is part of another line's, which is named here as `Issue.lineName` does.
    case merged(into: String)
  }

  public struct Entry: Hashable, Sendable {
    public var line: LineRef
    public var stage: String
    public var fate: Fate

    public init(line: LineRef, stage: String, fate: Fate) {
      self.line = line
      self.stage = stage
      self.fate = fate
    }
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  public mutating func record(_ line: LineRef, stage: String, _ fate: Fate) {
    entries.append(Entry(line: line, stage: stage, fate: fate))
  }

  /// The figures of an issue. Parts of a text line that was cut count as lines of their own here.
  public struct Balance: Hashable, Sendable {
    /// Lines of the pages now; parts of a cut line count each.
    public var lines = 0
    public var exported = 0
    public var furniture = 0
    public var merged = 0
    public var dropped = 0
    /// Lines that are nowhere.
    public var lost: [LineRef] = []
    /// Lines that are in more than one place.
    public var doubled: [LineRef] = []
    /// Lines that an article or the ledger names, but no page has.
    public var unknown: [LineRef] = []

    public init() {}
    public var isEven: Bool { lost.isEmpty && doubled.isEmpty && unknown.isEmpty }
  }

  /// Adds up where the lines of `issue` are. Before articles were found, every line still stands in its page.
  public static func balance(of issue: Issue) -> Balance {
    var balance = Balance()
    var places = issue.pages.map { [UInt8](repeating: 0, count: $0.lines.count) }
    func mark(_ ref: LineRef) {
      guard places.indices.contains(ref.page), places[ref.page].indices.contains(ref.line) else {
        balance.unknown.append(ref)
        return
      }
      if places[ref.page][ref.line] < .max { places[ref.page][ref.line] += 1 }
    }
    for entry in issue.ledger.entries {
      mark(entry.line)
      switch entry.fate {
      case .dropped: balance.dropped += 1
      case .merged: balance.merged += 1
      }
    }
    for article in issue.articles {
      for component in article.components {
        component.lines.forEach(mark)
        if article.type.isOfPage {
          balance.furniture += component.lines.count
        } else {
          balance.exported += component.lines.count
        }
      }
    }
    for (page, counts) in places.enumerated() {
      balance.lines += counts.count
      for (line, count) in counts.enumerated() where count != 1 {
        if count > 1 {
          balance.doubled.append(LineRef(page: page, line: line))
        } else if issue.hasArticles {
          balance.lost.append(LineRef(page: page, line: line))
        }
      }
    }
    return balance
  }
}
