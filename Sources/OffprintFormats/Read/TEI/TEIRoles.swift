import OffprintModel

/// What elements and types of TEI mean for articles.
enum TEIRoles {
  /// The kind of unit that a `div` is by its type; nil for one that is no article, such as a section or a chapter.
  ///
  /// Types are those of our own writer, of the newspapers of the DTA basic format (`jArticle` and all others that
  /// begin with `j` and a capital), and words that editions use.
  static func type(_ written: String) -> ArticleType? {
    let isJournal = written.hasPrefix("j") && written.dropFirst().first?.isUppercase == true
    let word = (isJournal ? String(written.dropFirst()) : written).lowercased()
    if let type = ArticleType(rawValue: word) { return type }
    switch word {
    case "ad", "advert", "ads", "advertisements", "advertising": return .advertisement
    case "announcement", "announcements", "an", "obituary", "obituaries", "notices": return .notice
    case "story", "news", "letter", "editorial", "review", "report", "feature", "column", "newsitem", "item":
      return .article
    default: return isJournal ? .article : nil
    }
  }

  /// The role of an element with text.
  ///
  /// - Parameters:
  ///   - isInFigure: true inside of a `figure`.
  ///   - isInList: true inside of a `list`, whose head is none of the article.
  ///   - depth: how many divisions are open inside of the article.
  ///   - unit: what the article is.
  static func role(
    _ element: TEIName, type: String?, isInFigure: Bool, isInTable: Bool, isInList: Bool, depth: Int, hasHead: Bool,
    unit: ArticleType?
  ) -> Role {
    if element == .fw { return type == "masthead" ? .masthead : .furniture }
    if isInFigure { return .caption }
    if isInTable { return element == .head ? .caption : .table }
    switch element {
    case .head:
      switch type {
      case "over", "overline", "kicker": return .overline
      case "sub", "subtitle", "deck": return .subheadline
      case "section-label", "section": return .sectionLabel
      case "cross", "crosshead": return .crosshead
      default: return depth > 0 || isInList ? .crosshead : hasHead ? .subheadline : .headline
      }
    case .byline, .signed: return .byline
    case .dateline: return .dateline
    case .table: return .table
    case .ab: if let role = type.flatMap(Role.init(rawValue:)) { return role }
    default: break
    }
    return unit == .advertisement ? .advertisementText : unit?.isOfPage == true ? .furniture : .paragraph
  }
}
