import OffprintKit

/// Line by line of an issue as read: the article that stages found it in, and the one that it is marked as part of.
/// For those who draw the pages or list what differs.
public struct ArticlePlaces: Sendable {
  /// An article, found or marked.
  public struct Unit: Sendable {
    public var type: ArticleType
    /// Its headline, or how it begins.
    public var title: String
    /// In reading order; lines without a part in the comparison left out.
    public var lines: [LineRef]
    /// The index of the article on the other side that it is found whole as, or is the whole of.
    public var twin: Int?
    /// How many of its lines are in each article of the other side, by that one's index.
    public var shared: [Int: Int] = [:]
    /// How many of its lines are in no article of the other side.
    public var alone = 0
  }

  /// Where a line is.
  public struct Line: Hashable, Sendable {
    /// Index of the found article; nil for lines that are in none, or in furniture.
    public var found: Int?
    /// What it was found to be; nil if it came to nothing.
    public var foundRole: Role?
    /// Index of the marked article; nil for lines of mastheads and for those that nobody marked.
    public var marked: Int?
    public var markedRole: Role?

    public init(found: Int? = nil, foundRole: Role? = nil, marked: Int? = nil, markedRole: Role? = nil) {
      self.found = found
      self.foundRole = foundRole
      self.marked = marked
      self.markedRole = markedRole
    }
  }

  /// As read: the boxes and texts that the lines are drawn with.
  public let issue: Issue
  /// In the order of the outputs, without mastheads and furniture.
  public private(set) var found: [Unit]
  /// In the order of the source, without mastheads.
  public private(set) var marked: [Unit]
  /// By page and line.
  public private(set) var lines: [[Line]]

  init(of outcome: Issue, origins: [LineOrigins], _ truth: ArticleTruth, _ assignment: ArticleAssignment) {
    issue = truth.issue
    lines = issue.pages.map { Array(repeating: Line(), count: $0.lines.count) }
    found = []
    marked = []
    let match = ArticleMatch(truth, assignment)
    take(truth)
    take(outcome, OriginsOfLines(outcome, origins), assignment)
    for (index, unit) in match.marked.enumerated() {
      guard let best = match.best(for: unit), best.overlap >= ArticleMatch.leastOverlap else { continue }
      marked[index].twin = best.found
      found[best.found].twin = index
    }
    count()
  }

  private mutating func take(_ truth: ArticleTruth) {
    for article in issue.markup?.articles ?? [] {
      for component in article.components {
        for line in component.lines where lines[line.page][line.line].markedRole == nil {
          lines[line.page][line.line].markedRole = article.type == .masthead ? .masthead : component.role
        }
      }
    }
    for unit in truth.units where !unit.isMasthead {
      for line in unit.lines { lines[line.page][line.line].marked = marked.count }
      let title = unit.headline.isEmpty ? Self.beginning(of: unit.lines, issue) : unit.headline
      marked.append(Unit(type: unit.type, title: title, lines: unit.lines))
    }
  }

  private mutating func take(_ outcome: Issue, _ origins: OriginsOfLines, _ assignment: ArticleAssignment) {
    for article in outcome.articles {
      let isArticle = !article.type.isOfPage
      var unit = Unit(type: article.type, title: outcome.headline(of: article) ?? "", lines: [])
      for component in article.components {
        for line in component.lines.flatMap(origins.lines) where lines[line.page][line.line].foundRole == nil {
          // A line that was cut is where most of it is.
          guard assignment.article(of: line) == (isArticle ? found.count : nil) else { continue }
          lines[line.page][line.line].foundRole = isArticle ? component.role : .furniture
          guard isArticle else { continue }
          lines[line.page][line.line].found = found.count
          unit.lines.append(line)
        }
      }
      guard isArticle else { continue }
      if unit.title.isEmpty { unit.title = Self.beginning(of: unit.lines, issue) }
      found.append(unit)
    }
  }

  private mutating func count() {
    for line in lines.joined() {
      if let found = line.found {
        if let marked = line.marked {
          self.found[found].shared[marked, default: 0] += 1
        } else {
          self.found[found].alone += 1
        }
      }
      if let marked = line.marked {
        if let found = line.found {
          self.marked[marked].shared[found, default: 0] += 1
        } else {
          self.marked[marked].alone += 1
        }
      }
    }
  }

  private static func beginning(of lines: [LineRef], _ issue: Issue) -> String {
    lines.lazy.map { issue[line: $0].text }.first { !$0.isEmpty } ?? ""
  }
}
