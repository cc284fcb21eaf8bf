import OffprintModel

/// What `custom` says of the lines of a page: which article each is of, and what it is in it.
struct PAGEMarks {
  /// By the line's index in the page.
  private var marks: [Int: String] = [:]
  /// The role of each line that is in an article or in furniture.
  private(set) var roles: [Int: Role] = [:]
  /// Lines of the page in reading order.
  private(set) var order: [Int] = []

  /// - Parameter page: index in the issue.
  init(of issue: Issue, page: Int) {
    for (number, article) in issue.articles.enumerated() {
      let isContinued = Self.began(article, before: page)
      for component in article.components where component.lines.contains(where: { $0.page == page }) {
        let mark = Self.mark(article, number, component.role, isContinued: isContinued)
        for ref in component.lines where ref.page == page {
          order.append(ref.line)
          roles[ref.line] = component.role
          marks[ref.line] = mark
        }
      }
    }
    if !issue.hasArticles, let flow = issue.pages[page].flow { order = flow.lines }
  }

  /// True if the article stands on an earlier page as well.
  private static func began(_ article: Article, before page: Int) -> Bool {
    article.lines.contains { $0.page < page }
  }

  /// `structure {id:a7; type:article;}`, and what the line is in the article. Furniture is no article.
  private static func mark(_ article: Article, _ number: Int, _ role: Role, isContinued: Bool) -> String {
    var parts: [String] = []
    if article.type != .furniture {
      let goesOn = isContinued ? " continued:true;" : ""
      parts.append("structure {id:a\(number + 1); type:\(article.type.rawValue);\(goesOn)}")
    }
    parts.append("structure {type:\(type(of: role)); role:\(role.rawValue);}")
    return parts.joined(separator: " ")
  }

  /// - Parameter index: the line's place in its region.
  func custom(ofLine line: Int, index: Int) -> String {
    let order = "readingOrder {index:\(index);}"
    return marks[line].map { "\(order) \($0)" } ?? order
  }

  /// PAGE's own word for what a line is.
  static func type(of role: Role) -> String {
    switch role {
    case .headline, .subheadline, .overline, .crosshead, .sectionLabel: "heading"
    case .byline: "credit"
    case .caption: "caption"
    case .furniture, .masthead: "header"
    case .paragraph, .dateline, .table, .advertisementText, .jumpLine: "paragraph"
    }
  }

  /// The type of a region: that of most of its lines, the first of equals.
  func type(ofRegion lines: Range<Int>) -> String? {
    var counts: [(type: String, count: Int)] = []
    for role in lines.compactMap({ roles[$0] }) {
      let type = Self.type(of: role)
      if let known = counts.firstIndex(where: { $0.type == type }) {
        counts[known].count += 1
      } else {
        counts.append((type, 1))
      }
    }
    let most = counts.map(\.count).max()
    return counts.first { $0.count == most }?.type
  }
}
