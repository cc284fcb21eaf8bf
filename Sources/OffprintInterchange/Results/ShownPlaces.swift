import OffprintKit

/// The pages, lines and articles that a part of a plugin was shown, and may speak of.
struct ShownPlaces {
  let issue: Issue
  let pages: Set<Int>
  let articles: Set<Int>
  let lineCounts: [Int]

  init(issue: Issue, view: DocumentView) {
    self.issue = issue
    pages = Set(view.pages)
    articles = Set(view.articles)
    lineCounts = issue.pages.map(\.lines.count)
  }
}

extension Form {
  func shownPage(_ places: ShownPlaces) throws -> Int {
    let index = try index(below: places.lineCounts.count, "pages")
    guard places.pages.contains(index) else { throw fault("is page \(index), which the stage was not given") }
    return index
  }

  /// The index of a line of a page.
  func line(of page: Int, _ places: ShownPlaces) throws -> Int {
    let index = try integer()
    guard (0..<places.lineCounts[page]).contains(index) else {
      throw fault("is line \(index), and page \(page) has \(places.lineCounts[page]), counted from 0")
    }
    return index
  }

  /// `[page, line]`, of any page of the document.
  func lineRef(_ places: ShownPlaces) throws -> LineRef {
    let pair = try list()
    guard pair.count == 2 else { throw wrongKind("a line as [page, line]") }
    let page = try pair[0].index(below: places.lineCounts.count, "pages")
    return LineRef(page: page, line: try pair[1].line(of: page, places))
  }

  func shownArticle(_ places: ShownPlaces) throws -> Int {
    let index = try index(below: places.issue.articles.count, "articles")
    guard places.articles.contains(index) else { throw fault("is article \(index), which the stage was not given") }
    return index
  }
}
