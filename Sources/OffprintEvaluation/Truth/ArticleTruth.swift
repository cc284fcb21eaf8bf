import OffprintKit

/// The articles that are marked in an issue, line by line.
///
/// What is marked as a masthead is no article, and neither is what nobody marked; imprints, notices and advertisements
/// are units as articles are. Lines stand in the order of pages, blocks and lines in the files.
struct ArticleTruth: Sendable {
  struct Unit: Sendable {
    var type: ArticleType
    /// True for what the source itself calls a section: no article, though it has lines of its own.
    var isSection: Bool
    /// In the order in which the source reads them.
    var lines: [LineRef]
    /// The lines of its headline, else the title that the source's metadata give; empty if it has neither.
    var headline: String
    /// How many pages it has lines on, by what the source says or else by its lines.
    var pages: Int

    var isMasthead: Bool { type == .masthead }
    var isArticle: Bool { type == .article && !isSection }
  }

  let issue: Issue
  let units: [Unit]
  /// All lines that count, marked or not.
  let lines: [LineRef]
  /// By page and line: the unit it is marked as part of.
  private let unitOfLine: [[Int?]]

  /// - Parameter countsEmpty: true if lines without text count too. They do where the pipeline gets to see them: some
  ///   engines put all words of a block into its last line.
  init(of issue: Issue, countsEmpty: Bool) {
    self.issue = issue
    let markup = issue.markup ?? PublisherMarkup(source: "", articles: [])
    var unitOfLine = issue.pages.map { [Int?](repeating: nil, count: $0.lines.count) }
    func counts(_ ref: LineRef) -> Bool { countsEmpty || !issue[line: ref].isEmpty }
    var units: [Unit] = []
    for (index, article) in markup.articles.enumerated() {
      let own = article.lines.filter { counts($0) && unitOfLine[$0.page][$0.line] == nil }
      guard !own.isEmpty else { continue }
      for line in own { unitOfLine[line.page][line.line] = units.count }
      let isSection = markup.sections.contains(index)
      units.append(
        Unit(
          type: article.type, isSection: isSection, lines: own,
          headline: Self.headline(of: article, isSection: isSection, in: issue) ?? markup.titles[index] ?? "",
          pages: markup.printedPages[index] ?? Set(own.map(\.page)).count))
    }
    self.units = units
    self.unitOfLine = unitOfLine
    lines = issue.pages.enumerated().flatMap { number, page in
      page.lines.lazy.map { LineRef(page: number, line: $0.index) }.filter(counts)
    }
  }

  /// The unit that a line is part of, mastheads included.
  func unit(of ref: LineRef) -> Int? { unitOfLine[ref.page][ref.line] }

  /// The unit that a line is part of; nil for a masthead's.
  func content(of ref: LineRef) -> Int? { unit(of: ref).flatMap { units[$0].isMasthead ? nil : $0 } }

  /// The name over a section is its headline.
  private static func headline(of article: Article, isSection: Bool, in issue: Issue) -> String? {
    let parts = article.components.filter { $0.role == .headline || isSection && $0.role == .sectionLabel }
    let text = issue.plainText(ofLines: parts.flatMap(\.lines))
    return text.isEmpty ? nil : text
  }
}

extension Issue {
  /// The lines as they stand, with a space between them.
  func plainText(ofLines lines: [LineRef]) -> String {
    lines.lazy.map { self[line: $0].text }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
